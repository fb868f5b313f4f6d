//! Counting answers: whole numbers, so that parts may be added up in any order and still
//! give the same figures. Figures people read are made of them at the end.

use super::{Answer, Instrument, Score, Sheet};

/// How the answers to a statement fall.
///
/// ```
/// use raakvlak::checklist::{Answer, Tally};
///
/// let mut tally = Tally::default();
/// for answer in ["4", "7", "7", "8", "?", ""] {
///     tally.add(Answer::read(answer)?);
/// }
/// let summary = tally.summary().unwrap();
/// assert_eq!((summary.answered, summary.mean, summary.median), (4, 6.5, 7.0));
/// assert_eq!((tally.dont_know, tally.not_answered), (1, 1));
/// # Ok::<(), raakvlak::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    /// How often each score was given, from 1 to 10.
    pub scores: [u64; 10],
    /// How often it was left open.
    pub not_answered: u64,
    /// How often the statement did not fit the organisation.
    pub not_applicable: u64,
    /// How often the respondent did not know.
    pub dont_know: u64,
}

/// Figures of a distribution of scores. They are on an ordinal scale: a 6 is more than a 3,
/// not twice as much. So the median and the quartiles stand beside every mean.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Summary {
    /// How many scores there are; at least one.
    pub answered: u64,
    /// The mean, unrounded.
    pub mean: f64,
    /// Half of the scores lie at or below it, half at or above it.
    pub median: f64,
    /// The same of a quarter and three quarters.
    pub quartiles: (f64, f64),
    /// The lowest and the highest score that was given.
    pub range: (u8, u8),
}

impl Tally {
    /// Counts one answer.
    pub fn add(&mut self, answer: Answer) {
        match answer {
            Answer::Score(score) => {
                if let Some(count) = self.scores.get_mut(usize::from(score.get()) - 1) {
                    *count += 1;
                }
            }
            Answer::NotAnswered => self.not_answered += 1,
            Answer::NotApplicable => self.not_applicable += 1,
            Answer::DontKnow => self.dont_know += 1,
        }
    }

    /// Adds another count to this one.
    pub fn merge(&mut self, other: &Tally) {
        self.scores.iter_mut().zip(other.scores).for_each(|(count, more)| *count += more);
        self.not_answered += other.not_answered;
        self.not_applicable += other.not_applicable;
        self.dont_know += other.dont_know;
    }

    /// How many scores were given.
    pub fn answered(&self) -> u64 {
        self.scores.iter().sum()
    }

    /// The sum of the scores.
    pub fn sum(&self) -> u64 {
        (1..).zip(self.scores).map(|(score, count)| score * count).sum()
    }

    /// The sum of the squares of the scores.
    pub fn sum_of_squares(&self) -> u64 {
        (1..).zip(self.scores).map(|(score, count): (u64, u64)| score * score * count).sum()
    }

    /// The figures; none where no score was given.
    pub fn summary(&self) -> Option<Summary> {
        let answered = self.answered();
        let given = || (1..).zip(self.scores).filter(|(_, count)| *count > 0).map(|(score, _)| score);
        Some(Summary {
            mean: self.sum() as f64 / (answered > 0).then_some(answered)? as f64,
            answered,
            median: self.quantile(2),
            quartiles: (self.quantile(1), self.quantile(3)),
            range: (given().next()?, given().last()?),
        })
    }

    /// The score below which so many quarters of the scores lie; where it falls just between
    /// two scores, the middle of the two.
    fn quantile(&self, quarters: u64) -> f64 {
        let answered = self.answered();
        let at = |rank: u64| {
            let mut seen = 0;
            (1..).zip(self.scores).find(|(_, count)| {
                seen += count;
                seen >= rank
            })
        };
        let exact = quarters * answered;
        let upper = exact / 4 + 1;
        let lower = if exact.is_multiple_of(4) { exact / 4 } else { upper };
        let score = |rank: u64| at(rank.max(1)).map_or(0, |(score, _): (u32, _)| score);
        f64::from(score(lower) + score(upper)) / 2.0
    }
}

/// How large a share of the statements of a block must have a score before the block has one:
/// in percent, of those that are applicable. Fewer, and the block is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Enough(u8);

impl Enough {
    /// Half of them: our choice, the source says nothing of it.
    pub const HALF: Enough = Enough(50);

    /// Another share, from 1 to 100 percent; outside that, the nearest of the two.
    pub fn percent(percent: u8) -> Enough {
        Enough(percent.clamp(1, 100))
    }
}

impl Default for Enough {
    fn default() -> Self {
        Enough::HALF
    }
}

/// A multiple of every number of statements that a block can have: means of a block are whole
/// numbers of its parts.
const PARTS: u64 = 27_720;

/// How a block comes out over respondents: the means of those who answered enough of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BlockTally {
    /// How many respondents answered enough of it.
    pub respondents: u64,
    /// How many did not: for them the block is not known.
    pub unknown: u64,
    /// The sum of their means, in parts.
    sum: u64,
    /// The sum of the squares of those, in parts of parts.
    squares: u128,
    /// All answers to its statements together, for the median and the distribution.
    pub answers: Tally,
}

impl BlockTally {
    /// The mean of the respondents' means, unrounded; none where nobody answered enough.
    pub fn mean(&self) -> Option<f64> {
        (self.respondents > 0).then(|| self.sum as f64 / (self.respondents * PARTS) as f64)
    }

    /// How far the respondents' means lie apart: the standard deviation, unrounded; none
    /// under two respondents.
    pub fn deviation(&self) -> Option<f64> {
        let n = u128::from(self.respondents);
        let apart = (n * self.squares).checked_sub(u128::from(self.sum) * u128::from(self.sum))?;
        (n > 1).then(|| (apart as f64 / (n * (n - 1)) as f64).sqrt() / PARTS as f64)
    }

    fn merge(&mut self, other: &BlockTally) {
        self.respondents += other.respondents;
        self.unknown += other.unknown;
        self.sum += other.sum;
        self.squares += other.squares;
        self.answers.merge(&other.answers);
    }
}

/// The counts of a group of respondents: of every statement and every block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tallies {
    enough: Enough,
    /// How many sheets were counted.
    pub sheets: u64,
    /// By place of the statement.
    pub items: Vec<Tally>,
    /// By place of the block.
    pub blocks: Vec<BlockTally>,
}

impl Tallies {
    /// Nothing counted yet.
    pub fn new(enough: Enough) -> Tallies {
        let instrument = Instrument::current();
        Tallies {
            enough,
            sheets: 0,
            items: vec![Tally::default(); instrument.items().len()],
            blocks: vec![BlockTally::default(); instrument.blocks().len()],
        }
    }

    /// Counts a sheet.
    pub fn add(&mut self, sheet: &Sheet) {
        self.sheets += 1;
        for (tally, answer) in self.items.iter_mut().zip(sheet.answers()) {
            tally.add(*answer);
        }
        for (tally, block) in self.blocks.iter_mut().zip(Instrument::current().blocks()) {
            let answers = block.items.iter().filter_map(|place| sheet.answers().get(*place));
            match mean_in_parts(answers.clone().copied(), self.enough) {
                Some(mean) => {
                    tally.respondents += 1;
                    tally.sum += mean;
                    tally.squares += u128::from(mean) * u128::from(mean);
                }
                None => tally.unknown += 1,
            }
            answers.for_each(|answer| tally.answers.add(*answer));
        }
    }

    /// Adds the counts of another group. In whatever order, the sum is the same.
    pub fn merge(&mut self, other: &Tallies) {
        self.sheets += other.sheets;
        self.items.iter_mut().zip(&other.items).for_each(|(one, more)| one.merge(more));
        self.blocks.iter_mut().zip(&other.blocks).for_each(|(one, more)| one.merge(more));
    }
}

/// The mean of one respondent's scores in a block, in parts; none where too few are given.
fn mean_in_parts(answers: impl Iterator<Item = Answer>, enough: Enough) -> Option<u64> {
    let (mut applicable, mut given, mut sum) = (0u64, 0u64, 0u64);
    for answer in answers {
        applicable += u64::from(answer != Answer::NotApplicable);
        if let Some(score) = answer.score().map(Score::get) {
            given += 1;
            sum += u64::from(score);
        }
    }
    (given > 0 && given * 100 >= applicable * u64::from(enough.0)).then(|| sum * PARTS / given)
}
