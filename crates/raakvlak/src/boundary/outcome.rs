//! `raakvlak.network-report.v1`

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::advice::{Advised, Asked, Knowledge};
use super::network::{
    Attendance, ImprovementPlan, NetworkGoal, NetworkList, NetworkTool, PartyKind, Progress, SessionKind, Theme,
};
use crate::error::{Code, Error, nearest};
use crate::observation::shorten;
use crate::source::Source;

/// For whom a report of a network is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// The people who take part.
    Participants,
    /// Managers of the organisations: what is asked of them.
    Managers,
    /// The municipality: what it can do.
    Municipality,
    /// Everybody: one page to hang up.
    Wall,
}

impl Audience {
    /// All four.
    pub const ALL: [Audience; 4] = [Audience::Participants, Audience::Managers, Audience::Municipality, Audience::Wall];

    /// The name in documents, for instance `participants`.
    pub const fn name(self) -> &'static str {
        match self {
            Audience::Participants => "participants",
            Audience::Managers => "managers",
            Audience::Municipality => "municipality",
            Audience::Wall => "wall",
        }
    }

    /// The audience of this name.
    ///
    /// # Errors
    /// `value.unknown` for another name.
    ///
    /// ```
    /// use raakvlak::boundary::Audience;
    ///
    /// assert_eq!(Audience::named("wall")?, Audience::Wall);
    /// assert_eq!(Audience::named("manager").unwrap_err().help(), Some("did you mean `managers`?"));
    /// # Ok::<(), raakvlak::Error>(())
    /// ```
    pub fn named(name: &str) -> Result<Audience, Error> {
        Audience::ALL.into_iter().find(|audience| audience.name() == name).ok_or_else(|| {
            let names = Audience::ALL.map(Audience::name);
            Error::new(Code::ValueUnknown, format!("there is no report for `{}`", shorten(name)))
                .with_help(nearest(name, names).unwrap_or_else(|| format!("use {}", names.join(", "))))
        })
    }
}

/// What a network reached, for one audience: what is not for that audience is not in it.
///
/// No person stands in it, not by pseudonym either.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NetworkReportDocument {
    /// Always `raakvlak.network-report.v1`.
    pub schema: Cow<'static, str>,
    /// The knowledge that decided.
    pub knowledge: Knowledge,
    /// The language of the texts.
    pub lang: Cow<'static, str>,
    /// For whom it is.
    #[serde(rename = "for")]
    pub audience: Audience,
    /// The id of the network.
    pub id: String,
    /// What it is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Which lists of the network are complete: what does not stand in them is not there.
    pub complete: Vec<NetworkList>,
    /// The phases it was in, the last of which it is in now.
    pub phases: Vec<ReportedPhase>,
    /// How many organisations take part, by kind.
    pub parties: Vec<PartyNumber>,
    /// What it is after, and how far that came.
    pub goals: Vec<NetworkGoal>,
    /// The themes: chosen, kept for later, or not settled. For the wall, those that were chosen.
    pub themes: Vec<Theme>,
    /// The meetings in the order of time. For the wall, those that are planned after the last one that was held.
    pub sessions: Vec<ReportedSession>,
    /// The improvement plans: for the participants.
    pub plans: Vec<ReportedPlan>,
    /// The plans in figures; absent where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan_figures: Option<PlanFigures>,
    /// In how many organisations of care management backs taking part: for managers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub backing: Option<HowMany>,
    /// The tools. For the wall, those that were not given up.
    pub tools: Vec<ReportedTool>,
    /// What the checklist said.
    pub checklist: ReportedChecklist,
    /// What those involved would do otherwise next time.
    pub lessons: Vec<String>,
    /// What is asked of the reader, or what the reader can do.
    pub asked: Vec<AskedOfReader>,
    /// What the review finds lacking, now and in earlier phases.
    pub lacking: Vec<Advised>,
    /// Of how many advices it cannot be said yet, because something is not known.
    pub open: usize,
    /// The questions worth asking, the best first: for the participants.
    pub ask_next: Vec<Asked>,
    /// What is left out for this audience although it is known, and why.
    pub left_out: Vec<LeftOut>,
}

/// For whom, never what people wrote.
impl fmt::Debug for NetworkReportDocument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NetworkReportDocument")
            .field("audience", &self.audience)
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

/// A phase that the network came into.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReportedPhase {
    /// The knowledge id.
    pub id: Cow<'static, str>,
    /// What it is called.
    pub label: Cow<'static, str>,
    /// Since when: a year, a year and month, or a day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<String>,
}

/// How many organisations of a kind take part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PartyNumber {
    /// The kind; absent where that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<PartyKind>,
    /// What the kind is called.
    pub label: Cow<'static, str>,
    /// How many.
    pub number: usize,
}

/// A meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReportedSession {
    /// What sort of meeting it is.
    pub kind: SessionKind,
    /// What became of it.
    pub state: SessionState,
    /// When it starts, in Dutch time; absent where that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<String>,
    /// How long it lasts, in minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
    /// Whether it is online.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub online: Option<bool>,
    /// Where it is: for those who go there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The phases that it works on.
    pub phases: Vec<u8>,
    /// How many were asked and how many came; absent where that is not known, or left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attendance: Option<Attendance>,
    /// It is known how many came, and left out: fewer than five were asked.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub attendance_left_out: bool,
}

/// What became of a meeting, as far as it was written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SessionState {
    /// It was held.
    Held,
    /// It has a moment; whether it was held is not known.
    Planned,
    /// It has no moment; whether it was held is not known.
    Undated,
    /// It was called off.
    CalledOff,
}

/// An improvement plan.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReportedPlan {
    /// The plan as it stands in the document of the network.
    pub plan: ImprovementPlan,
    /// What the organisation is called, or its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    /// What the theme is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
    /// What the conditions that it needs are called.
    pub conditions: Vec<Cow<'static, str>>,
}

/// As of the plan.
impl fmt::Debug for ReportedPlan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReportedPlan").field("plan", &self.plan).finish_non_exhaustive()
    }
}

/// Improvement plans in figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PlanFigures {
    /// How many plans there are.
    pub plans: usize,
    /// How many on each theme; none where that is left out, because fewer than five organisations have a plan.
    pub themes: Vec<PlannedTheme>,
    /// How far they came; absent where it is left out, because fewer than five organisations have a plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub progress: Option<PlanProgress>,
}

/// How many plans there are on a theme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PlannedTheme {
    /// What the theme is about; absent where the plans do not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
    /// How many.
    pub plans: usize,
}

/// How far plans came, all together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PlanProgress {
    /// The actions: done or not.
    pub actions: HowMany,
    /// How many plans came how far.
    pub status: Vec<PlansSoFar>,
    /// An agreement with the manager: for participants and managers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreements: Option<HowMany>,
}

/// How many plans came so far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PlansSoFar {
    /// How far; absent where that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Progress>,
    /// How many.
    pub plans: usize,
}

/// Of how many it is so, of how many not, and of how many that is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct HowMany {
    /// It is so.
    pub yes: usize,
    /// It is not.
    pub no: usize,
    /// Somebody preferred not to say.
    pub declined: usize,
    /// It is not known.
    pub unknown: usize,
}

/// A tool that the network makes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReportedTool {
    /// The tool as it stands in the document of the network.
    pub tool: NetworkTool,
    /// What the tool of the knowledge that it is like is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub like: Option<Cow<'static, str>>,
}

/// What the checklist said, wave by wave.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReportedChecklist {
    /// The waves, the first first.
    pub waves: Vec<ReportedWave>,
    /// Waves that are left out, because fewer than ten filled it in.
    pub left_out: Vec<String>,
    /// Blocks and statements, in the order of the checklist.
    pub medians: Vec<ReportedMedians>,
}

/// A wave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReportedWave {
    /// What it is called.
    pub wave: String,
    /// How many filled it in.
    pub sheets: u32,
}

/// A block or statement in every wave.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReportedMedians {
    /// The knowledge id.
    pub id: Cow<'static, str>,
    /// What it is called.
    pub label: Cow<'static, str>,
    /// The median in each wave; null where it is not known.
    pub medians: Vec<Option<f64>>,
    /// The last median less the first; absent where one of these is not known, or there is one wave.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<f64>,
}

/// Something that is asked of the reader, or that the reader can do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AskedOfReader {
    /// The knowledge id.
    pub id: Cow<'static, str>,
    /// What it is called.
    pub label: Cow<'static, str>,
    /// What it is.
    pub text: Cow<'static, str>,
    /// What of it is our choice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operationalisation: Option<Cow<'static, str>>,
    /// Where it is said.
    pub source: Source,
    /// Whether it comes from the plans: some of them need it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub from_plans: bool,
    /// How many plans need it; absent where that is left out, because fewer than five organisations have a plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plans: Option<usize>,
}

/// Something that is left out for an audience.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LeftOut {
    /// What.
    pub what: LeftOutOf,
    /// Why, in words.
    pub text: Cow<'static, str>,
}

/// What can be left out for an audience.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum LeftOutOf {
    /// What stands in the improvement plans. An organisation shared that with the others in the network, to learn;
    /// its own manager, and the municipality that buys its care, get it from the organisation itself.
    PlanTexts,
    /// Figures on plans and backing: with fewer than five organisations they would be about one.
    FewOrganisations,
    /// Who came, where fewer than five were asked.
    SmallAttendance,
    /// Waves of the checklist with fewer than ten sheets.
    SmallWaves,
    /// What rests on what participants or managers said of themselves.
    SaidByPeople,
}
