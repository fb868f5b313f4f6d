#![doc = include_str!("../README.md")]

mod advice;
mod because;
mod beside;
pub mod boundary;
pub mod case;
pub mod casework;
pub mod checklist;
mod compare;
pub mod cooperation;
pub mod district_team;
pub mod ecogram;
pub mod error;
pub mod fact;
pub mod frame;
pub mod houses;
pub mod knowledge;
pub mod lifeline;
pub mod network;
pub mod observation;
mod order;
pub mod program;
pub mod report;
mod review;
pub mod rule;
mod rules;
pub mod situation;
mod source;
mod text;
pub mod vision;
mod why;

pub use advice::advise;
pub use case::Case;
pub use compare::compare;
pub use error::Error;
pub use rules::Rules;
pub use source::Source;
pub use text::{TextPack, Texts, Translated};
pub use why::why;

#[doc = include_str!("../docs/design.md")]
#[cfg(doctest)]
pub struct Design;
