//! `raakvlak.comparison.v1`

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::advice::{Knowledge, Notice, PairOrCase};
use super::case::Stated;
use crate::program::Status;

/// What changed between two states of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ComparisonDocument {
    /// Always `raakvlak.comparison.v1`.
    pub schema: Cow<'static, str>,
    /// The knowledge that decided.
    pub knowledge: Knowledge,
    /// The language of the texts.
    pub lang: Cow<'static, str>,
    /// What goes before everything else, in the case as it is.
    pub notices: Vec<Notice>,
    /// The advices that changed, in the order of the knowledge.
    pub changed: Vec<Changed>,
}

/// An advice that changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Changed {
    /// The knowledge id.
    pub id: Cow<'static, str>,
    /// The heading.
    pub label: Cow<'static, str>,
    /// The two people, or the case.
    pub about: PairOrCase,
    /// What it was; absent when the pair was not there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Status>,
    /// What it is; absent when the pair is no longer there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Status>,
    /// The statements that made the change.
    pub through: Vec<Through>,
}

/// A statement that changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Through {
    /// The observation.
    pub observation: Cow<'static, str>,
    /// What was stated; absent when it was not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Stated>,
    /// What is stated; absent when it is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Stated>,
}
