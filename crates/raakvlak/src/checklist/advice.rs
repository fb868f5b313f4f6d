//! From figures to advice: what an organisation can do where its checklist comes out low.

use serde::{Deserialize, Serialize};

use super::{Block, Cell, Enough, Figure, Figures, Group, Instrument, Key, Summary, Tallies, Tally};
use crate::advice::Decided;
use crate::boundary::{Advised, Asked};
use crate::observation;
use crate::program::Status;
use crate::rule::About;
use crate::rules::Rules;
use crate::situation::{Answer, Situation};
use crate::text::Texts;

/// How a statement or block comes out, by the median of its answers. The limits are ours: see
/// `checklist.steps` in the knowledge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ScoreStep"))]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// A median of 5 or less: the lower half of the scale.
    Low,
    /// Neither low nor high.
    Between,
    /// A median of 8 or more: almost wholly true, for most.
    High,
}

impl Step {
    /// The step of a median on the scale from 1 to 10.
    ///
    /// ```
    /// use raakvlak::checklist::Step;
    ///
    /// assert_eq!([5.0, 5.5, 7.5, 8.0].map(Step::of), [Step::Low, Step::Between, Step::Between, Step::High]);
    /// ```
    pub fn of(median: f64) -> Step {
        match median {
            ..=5.0 => Step::Low,
            8.0.. => Step::High,
            _ => Step::Between,
        }
    }

    /// The name of the value in a [`Situation`].
    pub const fn name(self) -> &'static str {
        match self {
            Step::Low => "low",
            Step::Between => "between",
            Step::High => "high",
        }
    }
}

/// The figures of a statement or block, where enough of its answers is a score. With fewer, it
/// is not known how it comes out.
pub(crate) fn known(tally: &Tally) -> Option<Summary> {
    tally.summary().filter(|_| tally.is_enough(Enough::HALF))
}

/// What the answers of a group say of its organisation: of every statement and block whether it
/// is low, high or in between. Where too few gave a score, it is not known.
///
/// ```
/// use raakvlak::checklist::{self, Answer, Respondent, Sheet, Tallies};
/// use raakvlak::situation::Answer as Seen;
///
/// let mut tallies = Tallies::default();
/// for score in ["3", "4", "9"] {
///     let mut sheet = Sheet::new(Respondent::default());
///     sheet.answer("12", Answer::read(score)?)?;
///     tallies.add(&sheet);
/// }
/// let seen = checklist::situation(&tallies);
/// assert_eq!(seen.answer("checklist.item.12"), Seen::Known(0)); // low
/// assert_eq!(seen.answer("checklist.block.conditions"), Seen::Unknown); // one statement of five
/// # Ok::<(), raakvlak::Error>(())
/// ```
pub fn situation(tallies: &Tallies) -> Situation {
    let instrument = Instrument::current();
    let mut seen = Situation::default();
    let mut state = |id: &str, tally: &Tally| {
        if let (Some(index), Some(summary)) = (observation::index(id), known(tally)) {
            seen.set(index, Answer::Known(Step::of(summary.median) as u8));
        }
    };
    instrument.items().iter().zip(&tallies.items).for_each(|(item, tally)| state(item.id, tally));
    instrument.blocks().iter().for_each(|block| state(block.id, &tallies.block(block)));
    seen
}

/// The same, from the figures of a group as they are shown: what is hidden is not known.
///
/// ```
/// use raakvlak::checklist::{self, Answer, Cell, Enough, Minimum, People, Respondent, Sheet, Survey};
/// use raakvlak::situation::Answer as Seen;
///
/// let mut survey = Survey::default();
/// for n in 0..12 {
///     let mut sheet = Sheet::new(Respondent::default());
///     sheet.answer("12", Answer::read("3")?)?;
///     sheet.answer("13", Answer::read(if n < 9 { "3" } else { "" })?)?;
///     survey.add(&Cell::default(), &sheet)?;
/// }
/// let figures = survey.publish(Minimum::default(), People::default()).figures(&[]);
/// let seen = checklist::situation_shown(&figures.groups[0], Enough::HALF);
/// assert_eq!(seen.answer("checklist.item.12"), Seen::Known(0)); // low
/// assert_eq!(seen.answer("checklist.item.13"), Seen::Unknown); // nine scores
/// # Ok::<(), raakvlak::Error>(())
/// ```
pub fn situation_shown(group: &Group, enough: Enough) -> Situation {
    let instrument = Instrument::current();
    let mut seen = Situation::default();
    let mut state = |id: &str, figure: Option<&Figure>| {
        let figure = figure.filter(|figure| figure.tally().is_enough(enough));
        if let (Some(index), Some(summary)) = (observation::index(id), figure.and_then(|figure| figure.summary)) {
            seen.set(index, Answer::Known(Step::of(summary.median) as u8));
        }
    };
    instrument.items().iter().enumerate().for_each(|(place, item)| state(item.id, group.item(place)));
    instrument.blocks().iter().for_each(|block| state(block.id, group.block(block, enough).as_ref()));
    seen
}

/// What an organisation can do, why, and what to find out next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// Every advice of the rules about an organisation, in the order of the knowledge.
    pub advice: Vec<Advised>,
    /// The questions worth asking, the best first.
    pub ask_next: Vec<Asked>,
    /// The parts of the integral plan, in the order of the checklist.
    pub(crate) plan: Vec<Part>,
}

/// What belongs to a block in the integral plan: ids of advices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) block: &'static Block,
    pub(crate) applies: Vec<String>,
    pub(crate) open: Vec<String>,
}

/// What an organisation can do, by the same rules and in the same form as for a case. It is
/// about conditions of the organisation, never about the people in it.
///
/// ```
/// use raakvlak::program::Status;
/// use raakvlak::situation::Situation;
/// use raakvlak::{checklist, Rules, Texts};
///
/// let mut seen = Situation::default();
/// seen.state("checklist.block.outreach", "low")?;
/// let advice = checklist::advise(&seen, &Rules::builtin(), &Texts::en()).advice;
/// let status = |id: &str| advice.iter().find(|a| a.id == id).map(|a| a.status);
/// assert_eq!(status("organisation.outreach"), Some(Status::Applies));
/// assert_eq!(status("organisation.training"), Some(Status::Open)); // nothing is known of competences
/// # Ok::<(), raakvlak::Error>(())
/// ```
pub fn advise(seen: &Situation, rules: &Rules, texts: &Texts) -> Advice {
    let decided = Decided::beside_cases(About::Organisation, rules, seen.clone());
    let given = decided.in_order();
    let plan = Instrument::current().blocks().iter().map(|block| {
        let mut part = Part { block, applies: Vec::new(), open: Vec::new() };
        let own = own_observations(block);
        for given in &given {
            let belongs = |status| given.rules_with(status).any(|r| r.compares(&own));
            match given.status() {
                Status::Applies if belongs(Status::Applies) => part.applies.push(given.id().to_owned()),
                Status::Open if belongs(Status::Open) => part.open.push(given.id().to_owned()),
                _ => {}
            }
        }
        part
    });
    Advice {
        plan: plan.collect(),
        advice: given.iter().map(|given| decided.advised(given, texts)).collect(),
        ask_next: decided.ask_next(texts),
    }
}

/// What one organisation can begin with, after its last wave; none where the figures are of more: each discusses
/// and chooses for itself. The figures are asked as [`advise`] needs them, and are those that may be shown.
///
/// ```
/// use raakvlak::checklist::{Answer, Cell, Minimum, People, Respondent, Sheet, Survey, begin_with};
/// use raakvlak::{Rules, Texts};
///
/// let mut survey = Survey::default();
/// for n in 0..24 {
///     let mut sheet = Sheet::new(Respondent::default());
///     sheet.answer("12", Answer::read("3")?)?;
///     survey.add(&Cell::default(), &sheet)?;
/// }
/// let published = survey.publish(Minimum::default(), People::default());
/// let begin = begin_with(&|by| published.figures(by), &Rules::builtin(), &Texts::en()).unwrap();
/// assert!(begin.iter().any(|advised| advised.id == "organisation.interpreters"));
/// # Ok::<(), raakvlak::Error>(())
/// ```
pub fn begin_with(figures: &dyn Fn(&[Key]) -> Figures, rules: &Rules, texts: &Texts) -> Option<Vec<Advised>> {
    let mut organisations: Vec<Cell> =
        figures(&[Key::Organisation]).groups.into_iter().map(|group| Cell { wave: None, ..group.cell }).collect();
    organisations.dedup();
    if organisations.len() > 1 {
        return None;
    }
    let (items, whole) = (Instrument::current().items().len(), figures(&[]));
    let last = whole.groups.iter().rfind(|group| (0..items).any(|item| group.item(item).is_some()))?;
    let advice = advise(&situation_shown(last, Enough::default()), rules, texts).advice;
    Some(advice.into_iter().filter(|advised| advised.status == Status::Applies && !advised.always).collect())
}

/// A block and the statements right under it: what stands in a part of it belongs to that part.
fn own_observations(block: &Block) -> Vec<observation::Index> {
    let items = Instrument::current().items().iter().filter(|item| item.block == block.id);
    items.map(|item| item.id).chain([block.id]).filter_map(observation::index).collect()
}
