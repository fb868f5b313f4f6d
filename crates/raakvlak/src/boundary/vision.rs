//! `raakvlak.vision.v1` and `raakvlak.vision-document.v1`

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::advice::Knowledge;
use crate::source::Source;

/// What an organisation changes in the vision of the sources to make it its own: each change with a reason,
/// which the vision shows. Without a change it is that of the sources.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a vision: an object")]
pub struct VisionChoices {
    /// Always `raakvlak.vision.v1`.
    pub schema: String,
    /// The organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Parts of the knowledge that do not stand in a vision from the start.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub add: Vec<ChosenPart>,
    /// Parts in words of one's own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub own: Vec<OwnPart>,
    /// Parts that are said in words of one's own instead.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub replace: Vec<ReplacedPart>,
    /// Parts that are left out, each with what hangs under it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub leave_out: Vec<ChosenPart>,
}

/// A part of the knowledge, and why it is added or left out.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a part: an object with `part` and `reason`")]
pub struct ChosenPart {
    /// The knowledge id.
    pub part: String,
    /// Why.
    pub reason: String,
}

/// A part in words of one's own.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a part of one's own: an object with `section`, `label`, `text` and `reason`")]
pub struct OwnPart {
    /// The section that it belongs to, for instance `organisation`.
    #[cfg_attr(feature = "schema", schemars(schema_with = "super::schema::vision_sections"))]
    pub section: String,
    /// A short heading.
    pub label: String,
    /// What it says.
    pub text: String,
    /// Why.
    pub reason: String,
}

/// A part that is said in words of one's own.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a replaced part: an object with `part`, `text` and `reason`")]
pub struct ReplacedPart {
    /// The knowledge id.
    pub part: String,
    /// Another heading; without it, that of the knowledge stays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// What it says instead.
    pub text: String,
    /// Why.
    pub reason: String,
}

/// The vision of an organisation, to print and to keep: section by section, every text with its source, the
/// organisation's own accents marked as such, and at the end what it left out and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct VisionDocument {
    /// Always `raakvlak.vision-document.v1`.
    pub schema: Cow<'static, str>,
    /// The knowledge that the texts are from.
    pub knowledge: Knowledge,
    /// The language of the texts of the knowledge.
    pub lang: Cow<'static, str>,
    /// The organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The sections; one of which everything was left out is not there.
    pub sections: Vec<VisionSection>,
    /// What was left out, and why.
    pub left_out: Vec<LeftOutPart>,
}

/// A section of a vision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct VisionSection {
    /// The knowledge id.
    pub id: Cow<'static, str>,
    /// The heading.
    pub label: Cow<'static, str>,
    /// What stands in it, in the order of the knowledge; what is wholly the organisation's own comes last.
    pub parts: Vec<VisionPart>,
}

/// A part of a vision.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct VisionPart {
    /// The knowledge id; absent where the part is wholly the organisation's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Cow<'static, str>>,
    /// Whose words these are.
    pub words: Words,
    /// The heading.
    pub label: Cow<'static, str>,
    /// What it says.
    pub text: Cow<'static, str>,
    /// Where it is said; absent for words of one's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// What the knowledge says, where that was replaced.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead_of: Option<Replaced>,
    /// Why the organisation changed it; absent where it did not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Whose words a part of a vision is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Words {
    /// Those of the knowledge.
    Knowledge,
    /// The organisation's own.
    Own,
}

/// What the knowledge says, where a vision says it otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Replaced {
    /// The heading.
    pub label: Cow<'static, str>,
    /// What it says.
    pub text: Cow<'static, str>,
    /// Where it is said.
    pub source: Source,
}

/// What was left out of a vision.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LeftOutPart {
    /// The knowledge id.
    pub id: Cow<'static, str>,
    /// The heading.
    pub label: Cow<'static, str>,
    /// Why.
    pub reason: String,
}

impl fmt::Debug for ChosenPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ChosenPart").field("part", &self.part).finish_non_exhaustive()
    }
}

impl fmt::Debug for OwnPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OwnPart").field("section", &self.section).finish_non_exhaustive()
    }
}

impl fmt::Debug for ReplacedPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReplacedPart").field("part", &self.part).finish_non_exhaustive()
    }
}

/// Which part and whose words, never what an organisation wrote.
impl fmt::Debug for VisionPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("VisionPart").field("id", &self.id).field("words", &self.words).finish_non_exhaustive()
    }
}

impl fmt::Debug for LeftOutPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LeftOutPart").field("id", &self.id).finish_non_exhaustive()
    }
}
