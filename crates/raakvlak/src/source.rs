//! Where a piece of knowledge stands: document and section.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// The source of an entry or a rule.
///
/// The documents are `handbook`, `interim`, `district-teams`, `trajectory` and
/// `announcement` (see the entries `ref.*` of the knowledge), `law` for what the safety
/// notices rest on, and `own` for what a user's rule file adds.
///
/// ```
/// let entry = raakvlak::knowledge::entry("principle.client-pace").expect("it is there");
/// assert_eq!(entry.source.to_string(), "handbook, 1.3 Attitude");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "an object with `document` and `section`")]
pub struct Source {
    /// The document, by its short name.
    pub document: Cow<'static, str>,
    /// The section, as the catalogue of the sources names it.
    pub section: Cow<'static, str>,
}

impl Source {
    /// A source whose names are known at compile time.
    pub const fn new(document: &'static str, section: &'static str) -> Self {
        Source { document: Cow::Borrowed(document), section: Cow::Borrowed(section) }
    }
}

impl std::fmt::Display for Source {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}, {}", self.document, self.section)
    }
}
