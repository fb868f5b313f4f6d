//! The checklist over Arrow tables: answers read, scored and counted.
//!
//! A [`Reader`] takes the tables of a stream and gives their [`Rows`]: the answers, checked, with
//! every [`Fault`]. Text from a CSV file and columns of bytes go the same way. [`BlockScores`]
//! scores each sheet, [`Counts`] counts groups into the survey of the core, and [`BlockSums`]
//! gives a quick look at very many groups.

mod codes;
mod count;
mod fault;
mod figures;
mod group;
mod label;
mod layout;
mod long;
mod reader;
mod rows;
mod score;
mod sums;

pub use count::Counts;
pub use fault::{Expected, Fault};
pub use figures::{comparison_table, figures_table};
pub use layout::Layout;
pub use reader::Reader;
pub use rows::Rows;
pub use score::BlockScores;
pub use sums::BlockSums;
