//! Counting answers: whole numbers, so that parts may be added up in any order and still
//! give the same figures. Figures people read are made of them at the end.

use super::{Answer, Block, Instrument, Sheet};

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

    /// How often each score was given, and after them not answered, not applicable, not known.
    pub fn counts(&self) -> [u64; 13] {
        let [a, b, c, d, e, f, g, h, i, j] = self.scores;
        [a, b, c, d, e, f, g, h, i, j, self.not_answered, self.not_applicable, self.dont_know]
    }

    /// The count that these numbers are, in the same order.
    pub fn from_counts(counts: [u64; 13]) -> Tally {
        let [a, b, c, d, e, f, g, h, i, j, not_answered, not_applicable, dont_know] = counts;
        Tally { scores: [a, b, c, d, e, f, g, h, i, j], not_answered, not_applicable, dont_know }
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

    /// Whether a large enough share of the answers is a score; of those that are applicable.
    pub fn is_enough(&self, enough: Enough) -> bool {
        enough.of(self.answered(), self.answered() + self.not_answered + self.dont_know)
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

/// How large a share of what was asked must have a score before a block has a figure: in
/// percent, of what is applicable. Fewer, and the block is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Enough(u8);

impl Enough {
    /// Half of them: our choice, the source says nothing of it.
    pub const HALF: Enough = Enough(50);

    /// Another share, from 1 to 100 percent; outside that, the nearest of the two.
    pub fn percent(percent: u8) -> Enough {
        Enough(percent.clamp(1, 100))
    }

    /// Whether so many of so many are enough; none never are.
    pub fn of(self, given: u64, asked: u64) -> bool {
        given > 0 && given * 100 >= asked * u64::from(self.0)
    }
}

impl Default for Enough {
    fn default() -> Self {
        Enough::HALF
    }
}

/// The counts of a group of respondents, statement by statement.
///
/// A block has no counts of its own: it is the answers to its statements together. So what is
/// published about a block says nothing that its statements do not say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tallies {
    /// How many sheets were counted.
    pub sheets: u64,
    /// By place of the statement.
    pub items: Vec<Tally>,
}

impl Default for Tallies {
    fn default() -> Self {
        Tallies { sheets: 0, items: vec![Tally::default(); Instrument::current().items().len()] }
    }
}

impl Tallies {
    /// Counts a sheet.
    pub fn add(&mut self, sheet: &Sheet) {
        self.sheets += 1;
        for (tally, answer) in self.items.iter_mut().zip(sheet.answers()) {
            tally.add(*answer);
        }
    }

    /// Adds the counts of another group. In whatever order, the sum is the same.
    pub fn merge(&mut self, other: &Tallies) {
        self.sheets += other.sheets;
        self.items.iter_mut().zip(&other.items).for_each(|(one, more)| one.merge(more));
    }

    /// The answers to all statements of a block together.
    pub fn block(&self, block: &Block) -> Tally {
        let mut whole = Tally::default();
        block.items.iter().filter_map(|place| self.items.get(*place)).for_each(|item| whole.merge(item));
        whole
    }
}
