//! `raakvlak.house-plan.v1`

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::advice::{Advised, Asked, Fact, Knowledge, Notice};
use super::case::Stated;
use super::why::Compared;
use crate::houses::House;
use crate::program::Status;
use crate::source::Source;

/// Which houses to explain to parents, where the conversation stands, and what to say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct HousePlanDocument {
    /// Always `raakvlak.house-plan.v1`.
    pub schema: Cow<'static, str>,
    /// The knowledge that decided.
    pub knowledge: Knowledge,
    /// The language of the texts.
    pub lang: Cow<'static, str>,
    /// What goes before everything else: those that apply, whatever the step.
    pub notices: Vec<Notice>,
    /// Each of the three houses: whether it belongs to the explanation, and why.
    pub houses: Vec<HouseDecided>,
    /// The houses that apply, in the order in which they are explained, whatever the step
    /// and whatever was explained.
    pub order: Vec<House>,
    /// The first of them that is not stated to be explained; null outside step 3.
    pub next: Option<House>,
    /// What parents may see now: of the houses that apply, those that were explained and the one
    /// that is next, in their order.
    pub shown: Vec<House>,
    /// Where the conversation stands.
    pub step: StepReached,
    /// What else follows: looking at safety again, arranging voluntary help, going back to
    /// the shared picture, and what a user's own rules add.
    pub advice: Vec<Advised>,
    /// The questions worth asking, the best first.
    pub ask_next: Vec<Asked>,
    /// What to do, say, ask and avoid now.
    pub talk: Talk,
}

/// One house, decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct HouseDecided {
    /// Which house.
    pub house: House,
    /// Its name.
    pub label: Cow<'static, str>,
    /// Whether it belongs to the explanation.
    pub status: Status,
    /// Whether it was explained, as far as that was stated; null where nobody said.
    pub explained: Option<Stated>,
    /// The smallest set of statements that settled it, in catalogue order.
    pub because: Vec<Fact>,
    /// A smallest set of observations that can settle it, first in catalogue order.
    pub settled_by: Vec<Cow<'static, str>>,
    /// Where it is said.
    pub source: Source,
}

/// Where the conversation stands: a position, worked out from what was recorded so far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StepReached {
    /// The step, 1 to 4.
    pub current: u8,
    /// What the step is called.
    pub label: Cow<'static, str>,
    /// What keeps the next step closed; null where nothing does.
    pub gate: Option<Gate>,
    /// Whether the conversation goes back a step, because parents and professional no
    /// longer agree. Nothing that was recorded is lost.
    pub back: bool,
    /// The statements that bring it back.
    pub because: Vec<Fact>,
}

/// A gate that keeps a step closed, and what would open it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Gate {
    /// The knowledge id.
    pub id: Cow<'static, str>,
    /// The step that it keeps closed.
    pub step: u8,
    /// The heading.
    pub label: Cow<'static, str>,
    /// What it asks.
    pub text: Cow<'static, str>,
    /// What has to be stated to open it: all of these.
    pub needs: Vec<Compared>,
    /// Where it is said.
    pub source: Source,
}

/// What to do, say, ask and avoid in a conversation, now.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Talk {
    /// What to do and to work towards.
    #[serde(rename = "do")]
    pub actions: Vec<TalkPoint>,
    /// What to say.
    pub say: Vec<TalkPoint>,
    /// What to ask.
    pub ask: Vec<TalkPoint>,
    /// What is better left unsaid or undone.
    pub avoid: Vec<TalkPoint>,
}

/// A point of the conversation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TalkPoint {
    /// The knowledge id.
    pub id: Cow<'static, str>,
    /// The heading.
    pub label: Cow<'static, str>,
    /// For the professional.
    pub text: Cow<'static, str>,
    /// In words for parents: plain, and ready to be said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parents: Option<Cow<'static, str>>,
    /// What has to be said with a figure in the text for the professional.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caveat: Option<Cow<'static, str>>,
}
