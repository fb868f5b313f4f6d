//! `raakvlak.schedule.v1` and `raakvlak.schedule-plan.v1`

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::advice::Knowledge;
use super::network::NetworkDocument;
use super::read::read_part;
use crate::error::Error;
use crate::source::Source;

/// What to plan: when the sessions of a network start, how many there are, and which days are not free.
///
/// Only the start is needed. What is left out is filled in by what the sources say, with the reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a schedule: an object with `start`")]
pub struct ScheduleDocument {
    /// Always `raakvlak.schedule.v1`.
    pub schema: String,
    /// When the first working session that is still to come starts, in Dutch time: `2027-01-12T14:00`.
    pub start: String,
    /// How many working sessions the series has, with those that were held; six when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 200)))]
    pub sessions: Option<u32>,
    /// How many weeks lie between them; six when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 520)))]
    pub every_weeks: Option<u32>,
    /// How long a session lasts, in minutes. When left out, what a session says of itself stays, and the
    /// others last two and a half hours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 1440)))]
    pub minutes: Option<u32>,
    /// Days without sessions: school holidays and others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub blocked: Vec<BlockedDays>,
    /// How often the governance group meets; twice when left out, and 0 for not at all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(max = 200)))]
    pub governance: Option<u32>,
    /// How many months after the last working session the network meets again; six when left out, and 0 for
    /// not at all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(max = 120)))]
    pub follow_up_months: Option<u32>,
    /// The day on which is planned, such as `2026-11-30`: nothing before it is planned or moved. Without it
    /// only a session with attendance counts as held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub today: Option<String>,
}

/// Days on which there is no session.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "blocked days: an object with `from`")]
pub struct BlockedDays {
    /// The first day: `2027-02-20`.
    pub from: String,
    /// The last day, which belongs to it; the first when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// Why, in a few words: it stands with every session that is moved by it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

impl BlockedDays {
    /// Reads a list of blocked days that stands in a file of its own, such as the school holidays of a year.
    ///
    /// # Errors
    /// `document.*`, `field.*` and `value.*`. Whether the days exist shows when they are planned with.
    ///
    /// ```
    /// use raakvlak::boundary::BlockedDays;
    ///
    /// let days = BlockedDays::list_from_json(r#"[{"from": "2027-02-20", "to": "2027-02-28", "why": "spring"}]"#)?;
    /// assert_eq!(days[0].to.as_deref(), Some("2027-02-28"));
    /// # Ok::<(), raakvlak::Error>(())
    /// ```
    pub fn list_from_json(json: &str) -> Result<Vec<BlockedDays>, Error> {
        read_part(json)
    }
}

/// The days, never the words.
impl fmt::Debug for BlockedDays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BlockedDays").field("from", &self.from).field("to", &self.to).finish_non_exhaustive()
    }
}

/// A network with its sessions planned, and why it came out so.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SchedulePlanDocument {
    /// Always `raakvlak.schedule-plan.v1`.
    pub schema: Cow<'static, str>,
    /// The knowledge from which the reasons are.
    pub knowledge: Knowledge,
    /// The language of the texts.
    pub lang: Cow<'static, str>,
    /// The network.
    pub network: NetworkDocument,
    /// The numbers that it was planned by, and what the sources say of them.
    pub decided: Vec<Decided>,
    /// The sessions that could not be when their turn came, in the order in which they were planned.
    pub moved: Vec<MovedSession>,
    /// What to look at again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<SessionRemark>,
}

/// Something about a session that the plan leaves as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SessionRemark {
    /// The id of the session.
    pub session: String,
    /// When it is.
    pub start: String,
    /// What there is about it.
    pub what: Remark,
    /// What is in the way.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub because: Vec<String>,
}

/// What there is about a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Remark {
    /// It is in the past, and nobody said whether it took place: the plan counts on it.
    NotSaidHeld,
    /// Its moment is fixed, on a day that is blocked.
    FixedOnBlocked,
}

/// A number by which was planned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Decided {
    /// The field of the request.
    pub what: Decision,
    /// What it is called.
    pub label: Cow<'static, str>,
    /// The number.
    pub value: u32,
    /// Whether the request gave it.
    pub given: bool,
    /// The lowest that is usual; absent where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low: Option<u32>,
    /// The highest that is usual; absent where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<u32>,
    /// What to note where the number is lower or higher than that. It is never refused for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Cow<'static, str>>,
    /// The knowledge id of what is usual.
    pub id: Cow<'static, str>,
    /// What is usual.
    pub why: Cow<'static, str>,
    /// What has to be said with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caveat: Option<Cow<'static, str>>,
    /// What of it is our choice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operationalisation: Option<Cow<'static, str>>,
    /// Where it is said.
    pub source: Source,
}

/// A number to plan by, named as in the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// How many working sessions.
    Sessions,
    /// How many weeks between them.
    EveryWeeks,
    /// How long they last, in minutes.
    Minutes,
    /// How often the governance group meets.
    Governance,
    /// After how many months the network meets again.
    FollowUpMonths,
}

/// A session that could not be when its turn came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MovedSession {
    /// The id of the session.
    pub session: String,
    /// When its turn came.
    pub from: String,
    /// When it is: whole weeks later.
    pub to: String,
    /// What was in the way.
    pub because: Vec<String>,
}
