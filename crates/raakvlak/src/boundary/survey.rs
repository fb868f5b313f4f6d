//! `raakvlak.survey.v1`

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::checklist::InstrumentName;
use crate::checklist::Role;

/// The counts of a part of a survey, to be added to those of other parts. Raw: it is not for publication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SurveyDocument {
    /// Always `raakvlak.survey.v1`.
    pub schema: Cow<'static, str>,
    /// The checklist that was filled in.
    pub instrument: InstrumentName,
    /// The smallest groups, in their order.
    pub cells: Vec<SurveyedCell>,
    /// Those with a pseudonym: where they filled in a sheet.
    pub people: Vec<SurveyedPerson>,
}

/// The smallest group, and its counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SurveyedCell {
    /// The municipality.
    pub municipality: Option<String>,
    /// The organisation.
    pub organisation: Option<String>,
    /// The team.
    pub team: Option<String>,
    /// The role of the respondents.
    pub role: Option<Role>,
    /// The wave.
    pub wave: Option<String>,
    /// How many sheets there are.
    pub sheets: u64,
    /// Of each statement how often each score from 1 to 10 was given, and how often it was not
    /// answered, not applicable, and not known.
    pub items: Vec<[u64; 13]>,
}

/// A respondent, recognised without the pseudonym, and one sheet of theirs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SurveyedPerson {
    /// A digest of the pseudonym: 32 hexadecimal digits.
    pub person: String,
    /// The place of their cell in the list.
    pub cell: usize,
    /// Which statements they gave a score: bit i for statement i.
    pub given: u64,
}
