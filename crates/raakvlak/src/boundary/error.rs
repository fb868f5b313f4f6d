//! `raakvlak.error.v1`

use serde::{Deserialize, Serialize};

use crate::error::{Code, Error};

/// An error as a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ErrorDocument {
    /// Always `raakvlak.error.v1`.
    pub schema: String,
    /// The stable code.
    pub code: Code,
    /// What is wrong, in plain words.
    pub message: String,
    /// The place, as a JSON path; empty where the mistake has no place.
    pub path: String,
    /// What to do about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// The number of the line, counted from 1, where documents came one a line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<u64>,
}

impl From<&Error> for ErrorDocument {
    fn from(error: &Error) -> Self {
        ErrorDocument {
            schema: "raakvlak.error.v1".to_owned(),
            code: error.code(),
            message: error.message().to_owned(),
            path: error.path().to_owned(),
            help: error.help().map(str::to_owned),
            line: None,
        }
    }
}

/// A code and its meaning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ErrorCode {
    /// The stable code.
    pub code: Code,
    /// What it means, in English.
    pub meaning: &'static str,
}

/// Every error code.
pub fn error_codes() -> Vec<ErrorCode> {
    Code::ALL.iter().map(|code| ErrorCode { code: *code, meaning: code.meaning().trim() }).collect()
}
