//! The checklist of appendix 4: statements about an organisation, scored from 1 (not true at
//! all) to 10 (wholly true), in building blocks.
//!
//! It scores the conditions of an organisation, never a person: who filled it in is a
//! pseudonym and a role at most, and no figure is ever about one respondent outside the
//! team's own conversation.

mod advice;
mod answer;
mod cut;
mod figures;
mod instrument;
mod priorities;
mod publish;
mod scores;
mod survey;
mod tally;
mod team;

pub use advice::{Advice, Step, advise, begin_with, situation, situation_shown};
pub use answer::{Answer, Respondent, Role, Score, Sheet};
pub use figures::{Figure, Figures, Group, Key, Unscored, View};
pub use instrument::{Block, Change, Instrument, Item};
pub(crate) use priorities::decide;
pub use priorities::{Candidate, Choice, Chosen, PRIORITIES, Reason, Tied, Undecided, Votes, candidates};
pub use publish::{Minimum, People, Published};
pub use survey::{Cell, Survey};
pub use tally::{Enough, Summary, Tallies, Tally};
pub use team::{TeamAnswers, team_checklist};
