//! `raakvlak.vote-result.v1`

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::advice::Knowledge;
use super::network::{Theme, VoteMethod};
use crate::error::Code;

/// How a vote on themes came out. It shows what people find urgent; the network chooses, together.
///
/// No token stands in it, and nothing that ties a ballot to somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct VoteResultDocument {
    /// Always `raakvlak.vote-result.v1`.
    pub schema: Cow<'static, str>,
    /// The knowledge that it was made with.
    pub knowledge: Knowledge,
    /// The language of the texts.
    pub lang: Cow<'static, str>,
    /// The id of the network.
    pub network: String,
    /// What the network is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The id of the vote.
    pub vote: String,
    /// How was voted.
    pub method: VoteMethod,
    /// How points come about, in words.
    pub how: Cow<'static, str>,
    /// What of it is our choice: the sources ask to vote, and do not say how.
    pub operationalisation: Cow<'static, str>,
    /// How many ballots count.
    pub counted: usize,
    /// The ballots that do not count, and why.
    pub refused: Vec<RefusedBallot>,
    /// How many may vote; absent where that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voters: Option<u32>,
    /// How many ballots it takes to decide; absent where that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quorum: Option<u32>,
    /// Whether so many count; absent where it is not known how many it takes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quorum_reached: Option<bool>,
    /// Whether it decides.
    pub standing: VoteStanding,
    /// How many themes the network wants to choose.
    pub places: u32,
    /// Every theme by its points, most first; those with as many stand together, in the order of the network.
    pub points: Vec<TiedThemes>,
    /// The same of whole themes: the points of a theme and of its parts added up. Empty where no theme has parts.
    pub clusters: Vec<TiedThemes>,
    /// What the points decide; absent where the vote does not decide.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decides: Option<VoteDecides>,
}

/// A ballot that does not count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RefusedBallot {
    /// The stable code of what is wrong.
    pub code: Code,
    /// What is wrong, in plain words.
    pub message: String,
    /// The place in the document of the network, as a JSON path.
    pub path: String,
    /// What to do about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
}

/// Whether a vote decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum VoteStanding {
    /// It does, as far as there is no tie.
    Decides,
    /// Fewer ballots count than it takes.
    NoQuorum,
    /// No ballot counts.
    NoBallots,
    /// More ballots count than there are people who may vote.
    TooManyBallots,
}

/// Themes with as many points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TiedThemes {
    /// How many.
    pub points: u64,
    /// The themes; more than one is a tie.
    pub themes: Vec<Theme>,
}

/// What the points of a vote decide. They never break a tie.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct VoteDecides {
    /// The ids of the themes that get a place, most points first.
    pub chosen: Vec<String>,
    /// What the network still has to choose among; absent where the points decide.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undecided: Option<UndecidedThemes>,
    /// The ids of the other themes. They are kept for later.
    pub kept: Vec<String>,
}

/// A tie that the points do not break.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct UndecidedThemes {
    /// How many places are left.
    pub places: usize,
    /// The ids of the themes among which the network chooses.
    pub tied: Vec<String>,
}
