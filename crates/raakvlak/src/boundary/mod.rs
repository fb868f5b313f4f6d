//! The documents that cross a border, and how they are read.
//!
//! Every document has a `schema` such as `raakvlak.case.v1`. Reading refuses what it does
//! not know, with the place; writing is in a fixed order, so that the same input gives the
//! same bytes everywhere.

mod advice;
pub mod call;
mod case;
mod casework;
mod checklist;
mod comparison;
mod cooperation;
mod district_team;
mod error;
mod facts;
mod houses;
mod knowledge;
mod network;
mod node;
mod outcome;
mod read;
mod reader;
mod schedule;
mod scores;
mod survey;
mod vision;
mod vote;
mod why;

#[cfg(feature = "schema")]
mod schema;

pub use advice::{
    AdviceDocument, Advised, Asked, Facet, Fact, Knowledge, Notice, NoticePoint, OverlapReport, Pair, PairOrCase,
    Point, Unsettled, View, WholeCase,
};
pub(crate) use case::two;
pub use case::{Between, CaseDocument, Comparison, Contact, Grade, Person, Role, Sector, Stated};
pub use casework::{Attention, AttentionPoint, CaseworkDocument, Question, Stress, SubQuestion};
pub use checklist::{
    AnswerSheet, AnswersDocument, BlockOutcome, By, ChecklistDocument, ChoiceDocument, ChosenPriority, GivenAnswer,
    InstrumentName, ItemOutcome, NamedCandidate, NamedPriority, Outcome, OutcomeFigures, PlanPart, RoleOutcome,
    RoleSheets, TeamChoice, TiedCandidates, TiedVotes, TookPart, UndecidedPlaces, Wording,
};
pub use comparison::{Changed, ComparisonDocument, Through};
pub use cooperation::{
    CooperationDocument, CooperationList, DescribedRole, Evaluation, FormalParty, Honour, InformalKind, InformalParty,
    WorkingAgreement,
};
pub use district_team::{
    BusinessCase, DistrictTeamDocument, IntegralPlan, Procurement, ProjectLeader, SubjectPlan, UrgencySeen,
    WorkingGroup,
};
pub use error::{ErrorCode, ErrorDocument, error_codes};
pub use facts::{DatedFact, FactsDocument};
pub use houses::{Gate, HouseDecided, HousePlanDocument, StepReached, Talk, TalkPoint};
pub use knowledge::{KnowledgeEntry, ObservationEntry, entries, entry, observations};
pub(crate) use network::word;
pub use network::{
    Agreement, Attendance, Ballot, ChecklistWave, ImprovementPlan, Maturity, NetworkDocument, NetworkGoal, NetworkKind,
    NetworkList, NetworkRole, NetworkTool, Participant, Party, PartyKind, PhaseReached, PlannedAction, Position,
    Practice, Progress, Reached, ReviewDocument, ReviewPart, Session, SessionKind, StatusReached, Theme, Vote,
    VoteMethod,
};
pub use outcome::{
    AskedOfReader, Audience, HowMany, LeftOut, LeftOutOf, NetworkReportDocument, PartyNumber, PlanFigures,
    PlanProgress, PlannedTheme, PlansSoFar, ReportedChecklist, ReportedMedians, ReportedPhase, ReportedPlan,
    ReportedSession, ReportedTool, ReportedWave, SessionState,
};
pub(crate) use read::read;
#[cfg(feature = "toml")]
pub(crate) use read::read_toml;
pub use schedule::{
    BlockedDays, Decided, Decision, MovedSession, Remark, ScheduleDocument, SchedulePlanDocument, SessionRemark,
};
#[cfg(feature = "schema")]
pub use schema::{NAMES as SCHEMA_NAMES, schema};
pub use scores::{
    ComparedFigure, ComparedGroup, ScoredFigure, ScoredGroup, ScoredThing, ScoresComparisonDocument, ScoresDocument,
    ScoresView,
};
pub use survey::{SurveyDocument, SurveyedCell, SurveyedPerson};
pub use vision::{
    ChosenPart, LeftOutPart, OwnPart, Replaced, ReplacedPart, VisionChoices, VisionDocument, VisionPart, VisionSection,
    Words,
};
pub use vote::{RefusedBallot, TiedThemes, UndecidedThemes, VoteDecides, VoteResultDocument, VoteStanding};
pub use why::{Compared, Counted, Needed, RuleReasoning, WhyDocument, WhyItem};
