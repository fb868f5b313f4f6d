//! What is wrong in a table of answers, row by row.

use std::fmt;
use std::sync::Arc;

use raakvlak::error::Code;

/// A cell, or a row, that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The row, counted from 0 over all tables that were read.
    pub row: u64,
    /// The column, by its name in the table.
    pub column: Arc<str>,
    /// What stands there, shortened; empty where nothing does.
    pub value: String,
    /// What should stand there.
    pub expected: Expected,
}

/// What should stand in a cell, or how a row should be.
///
/// It shows in plain words, in English, as the errors do; [`Expected::code`] is for those who
/// say it in their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Expected {
    /// A score, or one of the words for no score.
    Answer,
    /// The name or number of a statement.
    Statement,
    /// The part that a respondent has in the work.
    Role,
    /// An instrument and a version that this library knows.
    Instrument,
    /// A pseudonym: without one, the answers of one respondent cannot be told apart.
    Respondent,
    /// One sheet per respondent and wave.
    OneSheet,
    /// One answer per respondent, wave and statement.
    OneAnswer,
    /// The same as in the other rows of this respondent and wave.
    Same,
}

impl Expected {
    /// The stable code of a mistake of this kind.
    pub fn code(self) -> Code {
        match self {
            Expected::Answer => Code::ChecklistScore,
            Expected::Statement => Code::ChecklistItem,
            Expected::Instrument => Code::ChecklistInstrument,
            Expected::Role => Code::ValueUnknown,
            Expected::Respondent => Code::FieldMissing,
            Expected::OneSheet | Expected::OneAnswer | Expected::Same => Code::ChecklistRepeated,
        }
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(match self {
            Expected::Answer => "a whole number from 1 to 10, nothing, n/a (nvt), or ? (weet niet)",
            Expected::Statement => "the number of a statement, or anchoring",
            Expected::Role => {
                "professional, manager, informal-partner, client-representative, staff, other, or nothing"
            }
            Expected::Instrument => "an instrument and version that is known here, or nothing",
            Expected::Respondent => "a pseudonym",
            Expected::OneSheet => "one row per respondent and wave",
            Expected::OneAnswer => "one row per respondent, wave and statement",
            Expected::Same => "the same as in the other rows of this respondent and wave",
        })
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Fault { row, column, value, expected } = self;
        write!(to, "row {row}, column `{column}`: `{value}`; expected {expected}")
    }
}

/// A value as it is shown in a fault.
pub(crate) fn shown(value: &str) -> String {
    let short: String = value.chars().take(60).collect();
    if short.len() < value.len() { format!("{short}…") } else { short }
}
