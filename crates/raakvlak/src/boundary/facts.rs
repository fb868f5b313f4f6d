//! `raakvlak.facts.v1`

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::advice::Knowledge;
use crate::knowledge::Figure;
use crate::source::Source;

/// The facts of the sources, each with whom it is from and when it has to be checked again. None of them says
/// anything about one client.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FactsDocument {
    /// Always `raakvlak.facts.v1`.
    pub schema: Cow<'static, str>,
    /// The knowledge that they are from.
    pub knowledge: Knowledge,
    /// The language of the texts.
    pub lang: Cow<'static, str>,
    /// The day on which was looked; absent where none was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<String>,
    /// The facts, in the order of the knowledge.
    pub facts: Vec<DatedFact>,
}

/// A fact of the sources.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DatedFact {
    /// The knowledge id.
    pub id: Cow<'static, str>,
    /// The heading.
    pub label: Cow<'static, str>,
    /// What it says.
    pub text: Cow<'static, str>,
    /// The figure, where it gives one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figure: Option<Figure>,
    /// What the figure counts or measures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figure_of: Option<Cow<'static, str>>,
    /// What has to be said with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caveat: Option<Cow<'static, str>>,
    /// The year that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    /// From whom it is, as the source says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub named_source: Option<Cow<'static, str>>,
    /// Where it is said.
    pub source: Source,
    /// The last day on which it can be used as it stands; a few facts have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub check_by: Option<Cow<'static, str>>,
    /// Whether that day has passed; absent where there is no such day, or where it was not said on which day was
    /// looked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stale: Option<bool>,
}
