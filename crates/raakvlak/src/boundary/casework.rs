//! `raakvlak.casework.v1`

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::advice::{Fact, Knowledge, Notice};
use crate::program::Status;

/// The case discussion of appendix 1 as a worksheet, made for one case. It can be filled
/// in, kept and read again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a worksheet: an object")]
pub struct CaseworkDocument {
    /// Always `raakvlak.casework.v1`.
    pub schema: Cow<'static, str>,
    /// The knowledge that decided.
    pub knowledge: Knowledge,
    /// The language of the texts.
    pub lang: Cow<'static, str>,
    /// What goes before everything else.
    pub notices: Vec<Notice>,
    /// The four opening questions.
    pub questions: Vec<Question>,
    /// The points of attention, in the order that the case asks for.
    pub attention: Vec<Attention>,
}

/// An opening question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The knowledge id.
    pub id: Cow<'static, str>,
    /// Its number in the source, 1 to 4.
    pub number: u8,
    /// The heading.
    pub label: Cow<'static, str>,
    /// The question.
    pub text: Cow<'static, str>,
    /// Its sub-questions.
    pub sub: Vec<SubQuestion>,
}

/// A sub-question with room for an answer.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SubQuestion {
    /// The knowledge id.
    pub id: Cow<'static, str>,
    /// The heading.
    pub label: Cow<'static, str>,
    /// The question.
    pub text: Cow<'static, str>,
    /// What the team answers; never logged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<String>,
}

/// A point of attention with its parts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Attention {
    /// The knowledge id.
    pub id: Cow<'static, str>,
    /// Its number in the source, 5 to 11.
    pub number: u8,
    /// The heading.
    pub label: Cow<'static, str>,
    /// What to do.
    pub text: Cow<'static, str>,
    /// How much the case asks for it.
    pub stress: Stress,
    /// It waits until the other feels understood.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub held_back: bool,
    /// Its parts.
    pub points: Vec<AttentionPoint>,
}

/// How much a case asks for a point of attention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Stress {
    /// Something stated in the case asks for it.
    Extra,
    /// It belongs to every case discussion.
    Normal,
}

/// A part of a point of attention, with room for notes.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AttentionPoint {
    /// The knowledge id.
    pub id: Cow<'static, str>,
    /// The heading.
    pub label: Cow<'static, str>,
    /// What to do.
    pub text: Cow<'static, str>,
    /// Whether the case asks for it; absent where no rule decides that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// The statements that bring it.
    pub because: Vec<Fact>,
    /// What the team notes; never logged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<String>,
}

/// Ids, never the answers.
impl fmt::Debug for SubQuestion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SubQuestion").field("id", &self.id).finish_non_exhaustive()
    }
}

impl fmt::Debug for AttentionPoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AttentionPoint").field("id", &self.id).field("status", &self.status).finish_non_exhaustive()
    }
}
