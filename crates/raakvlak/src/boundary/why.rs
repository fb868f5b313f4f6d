//! `raakvlak.why.v1`

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::advice::{Advised, Knowledge, Notice, PairOrCase};
use super::case::Stated;
use crate::program::Status;
use crate::source::Source;

/// The whole reasoning for one advice, also where it does not apply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WhyDocument {
    /// Always `raakvlak.why.v1`.
    pub schema: Cow<'static, str>,
    /// The knowledge that decided.
    pub knowledge: Knowledge,
    /// The language of the texts.
    pub lang: Cow<'static, str>,
    /// What goes before everything else.
    pub notices: Vec<Notice>,
    /// The knowledge id of the advice.
    pub id: Cow<'static, str>,
    /// The heading.
    pub label: Cow<'static, str>,
    /// What to do.
    pub text: Cow<'static, str>,
    /// Where that is said.
    pub source: Source,
    /// Once for the case, or once for every pair.
    pub decided: Vec<WhyItem>,
}

/// The reasoning for the case or for one pair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WhyItem {
    /// What was decided, as in the advice document.
    pub advice: Advised,
    /// Every rule that gives it.
    pub rules: Vec<RuleReasoning>,
}

/// One rule: how it came out, comparison by comparison.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RuleReasoning {
    /// The rule.
    pub id: Cow<'static, str>,
    /// How it came out.
    pub status: Status,
    /// The advices that must apply too, and whether they do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<Needed>,
    /// Every one of these must hold.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub all: Vec<Compared>,
    /// Of each of these, so many must hold.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub at_least: Vec<Counted>,
    /// Where it is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// Where a choice is ours: what, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operationalisation: Option<Cow<'static, str>>,
}

/// An advice that a rule needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Needed {
    /// The advice.
    pub advice: Cow<'static, str>,
    /// Whether it applies.
    pub status: Status,
}

/// A list of which so many must hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Counted {
    /// How many must hold.
    pub count: usize,
    /// The comparisons.
    pub of: Vec<Compared>,
}

/// A comparison and what was seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Compared {
    /// The comparison, as a rule file writes it.
    pub comparison: String,
    /// The value; absent when it is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Stated>,
    /// `declined` or `contested`, where that is why it is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<Cow<'static, str>>,
    /// Whether it holds.
    pub status: Status,
}

impl WhyItem {
    /// The pair, or the case.
    pub fn about(&self) -> &PairOrCase {
        &self.advice.about
    }
}
