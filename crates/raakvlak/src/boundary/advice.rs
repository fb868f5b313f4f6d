//! `raakvlak.advice.v1`

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::case::{Grade, Stated};
use crate::frame::Overlap;
use crate::knowledge::{self, Kind};
use crate::program::Status;
use crate::rule::About;
use crate::source::Source;

/// What a case asks for, why, and what to ask next.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AdviceDocument {
    /// Always `raakvlak.advice.v1`.
    pub schema: Cow<'static, str>,
    /// The knowledge that decided.
    pub knowledge: Knowledge,
    /// The language of the texts.
    pub lang: Cow<'static, str>,
    /// What goes before everything else.
    pub notices: Vec<Notice>,
    /// How far the frames of people overlap.
    pub overlap: OverlapReport,
    /// What is specific to this case: at most seven, with most of the case behind them first.
    pub focus: Vec<Point>,
    /// Every advice of the rules, per pair or for the case, in the order of the knowledge.
    pub advice: Vec<Advised>,
    /// The questions worth asking, the best first.
    pub ask_next: Vec<Asked>,
    /// What was declined, and on what people differ in what they state.
    pub unsettled: Vec<Unsettled>,
}

/// Which knowledge decided: the same digest and the same case give the same answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Knowledge {
    /// The version of the built-in knowledge.
    pub version: Cow<'static, str>,
    /// SHA-256 over the knowledge and everything laid over it.
    pub digest: Cow<'static, str>,
}

impl Knowledge {
    /// The knowledge with nothing laid over it.
    pub(crate) fn builtin() -> Self {
        Knowledge { version: Cow::Borrowed(knowledge::version()), digest: Cow::Borrowed(knowledge::digest()) }
    }
}

/// Something that goes before everything else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// The knowledge id, for instance `safety.notice`.
    pub id: Cow<'static, str>,
    /// The heading.
    pub label: Cow<'static, str>,
    /// What to do.
    pub text: Cow<'static, str>,
    /// The statements that bring it.
    pub because: Vec<Fact>,
    /// The steps to take and where to turn to.
    pub points: Vec<NoticePoint>,
    /// What it rests on.
    pub source: Source,
}

/// A step of a notice, or where to turn to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NoticePoint {
    /// The knowledge id.
    pub id: Cow<'static, str>,
    /// A step, or a contact.
    pub kind: Kind,
    /// The heading.
    pub label: Cow<'static, str>,
    /// What to do.
    pub text: Cow<'static, str>,
    /// What it rests on, and when that was checked.
    pub source: Source,
}

/// The overlap per pair of people. What differs within the family stands apart and is
/// never averaged with what differs from the professional.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OverlapReport {
    /// Between a professional, or someone else from outside, and another.
    pub contacts: Vec<Pair>,
    /// Within the family.
    pub family: Vec<Pair>,
}

/// Two people: how far their frames overlap.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Pair {
    /// Their ids, in the order of the case.
    pub between: (String, String),
    /// On culture.
    pub culture: Overlap,
    /// On capacity.
    pub capacity: Overlap,
    /// On position.
    pub position: Overlap,
    /// As a whole: the least of the three.
    pub overall: Overlap,
    /// What was stated, facet by facet.
    pub facets: Vec<Facet>,
}

/// What was stated about one facet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Facet {
    /// The facet.
    pub facet: Cow<'static, str>,
    /// The grade, or `declined`, or `contested`.
    pub answer: Cow<'static, str>,
    /// Who stated what, where people differ in what they state.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub views: Vec<View>,
}

/// What one person stated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct View {
    /// Who; absent when that was not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated_by: Option<String>,
    /// What.
    pub difference: Grade,
}

/// An advice on the first page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// The knowledge id.
    pub id: Cow<'static, str>,
    /// The heading.
    pub label: Cow<'static, str>,
    /// What to do.
    pub text: Cow<'static, str>,
    /// For whom it applies.
    pub about: Vec<PairOrCase>,
    /// How many statements of the case stand behind it.
    pub facts: u32,
}

/// Two people, or the case or organisation as a whole.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum PairOrCase {
    /// The case, or the organisation, as a whole.
    Case(WholeCase),
    /// Two people.
    Pair {
        /// Their ids, in the order of the case.
        between: (String, String),
    },
}

/// The word `case`, or `organisation`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum WholeCase {
    /// The case as a whole.
    Case,
    /// The organisation, in what its checklist asks for.
    Organisation,
    /// The learning network.
    Network,
    /// The cooperation of formal and informal organisations.
    Cooperation,
    /// The district team and its municipality.
    DistrictTeam,
}

impl From<About> for WholeCase {
    fn from(about: About) -> Self {
        match about {
            About::Case | About::Contact | About::Family | About::Houses => WholeCase::Case,
            About::Organisation => WholeCase::Organisation,
            About::Network => WholeCase::Network,
            About::Cooperation => WholeCase::Cooperation,
            About::DistrictTeam => WholeCase::DistrictTeam,
        }
    }
}

/// An advice, decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Advised {
    /// The knowledge id of what it brings.
    pub id: Cow<'static, str>,
    /// What sort of knowledge that is.
    pub kind: Kind,
    /// The heading.
    pub label: Cow<'static, str>,
    /// The two people, or the case.
    pub about: PairOrCase,
    /// Whether it holds.
    pub status: Status,
    /// It holds in every case, whatever is stated.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub always: bool,
    /// The rules with that status; for an advice that does not hold now, all its rules.
    pub rules: Vec<Cow<'static, str>>,
    /// The smallest set of statements that settled it, in catalogue order.
    pub because: Vec<Fact>,
    /// A smallest set of observations that can settle it, first in catalogue order.
    pub settled_by: Vec<Cow<'static, str>>,
    /// Where it is said.
    pub source: Source,
    /// What to do.
    pub text: Cow<'static, str>,
}

/// A statement: an observation and its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// The observation.
    pub observation: Cow<'static, str>,
    /// True or false, or the name of a grade or step.
    pub value: Stated,
}

/// A question worth asking.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// The observation it settles.
    pub observation: Cow<'static, str>,
    /// The two people it is about, or the case.
    pub about: PairOrCase,
    /// The question.
    pub question: Cow<'static, str>,
    /// How many open advices every possible answer settles.
    pub settles: u32,
    /// How many open advices some possible answer settles.
    pub can_settle: u32,
}

/// Something that stays unknown although it was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Unsettled {
    /// The observation.
    pub observation: Cow<'static, str>,
    /// The two people it is about, or the case.
    pub about: PairOrCase,
    /// `declined`, or `contested`.
    pub state: Cow<'static, str>,
    /// Who stated what, where people differ in what they state.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub views: Vec<View>,
}
