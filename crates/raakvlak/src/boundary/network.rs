//! `raakvlak.network.v1`

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::case::{Sector, Stated, map};
use super::outcome::SessionState;
use crate::source::Source;

/// A learning network, from first idea to anchoring: who takes part, when they meet, what they chose
/// and made, and how far it has come (handbook, chapters 2 to 5).
///
/// What is absent is not known. A list says what is there; only where [`Self::complete`] names it does it
/// also say that there is nothing else. People stand in it by pseudonym, never by name.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a network: an object with `id`")]
pub struct NetworkDocument {
    /// Always `raakvlak.network.v1`.
    pub schema: String,
    /// A short id that stays the same, in lower case with hyphens: calendars know the network by it.
    pub id: String,
    /// What the network is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The sector of care.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<Sector>,
    /// What form of network it is; several may fit.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<NetworkKind>,
    /// What it is after, and whether that was reached.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<NetworkGoal>,
    /// Which of the lists below are complete: what does not stand in them is not there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub complete: Vec<NetworkList>,
    /// The organisations.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parties: Vec<Party>,
    /// The people who take part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub participants: Vec<Participant>,
    /// What is stated about the network, by observation id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty", deserialize_with = "map")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "super::schema::network_circumstances"))]
    pub circumstances: BTreeMap<String, Stated>,
    /// The phases it was in, the last of which it is in now. Going back is normal, and stands in it too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phases: Vec<PhaseReached>,
    /// The meetings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sessions: Vec<Session>,
    /// The themes, and which were chosen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<Theme>,
    /// The votes on themes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub votes: Vec<Vote>,
    /// The improvement plans.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub plans: Vec<ImprovementPlan>,
    /// The tools that come out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tools: Vec<NetworkTool>,
    /// What the checklist said, wave by wave.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checklist: Vec<ChecklistWave>,
    /// What those involved would do otherwise next time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lessons: Vec<String>,
    /// A free note; never logged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A list of a network that can be complete.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum NetworkList {
    /// The organisations.
    Parties,
    /// The people who take part; with it, the roles.
    Participants,
    /// The meetings.
    Sessions,
    /// The themes.
    Themes,
    /// The improvement plans.
    Plans,
    /// The tools.
    Tools,
}

/// A form of learning network (handbook, chapter 2): `network.kind` in the knowledge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum NetworkKind {
    /// A community of practice.
    CommunityOfPractice,
    /// A living lab.
    LivingLab,
    /// A learning practice: the umbrella term.
    LearningPractice,
    /// People who want to learn from each other.
    Individuals,
    /// Education, science and practice together.
    EducationSciencePractice,
    /// Improvement of each one's own organisation.
    OwnImprovement,
    /// Better cooperation between organisations.
    BetweenOrganisations,
    /// Directors.
    Directors,
}

/// Something that the network is after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a goal: an object with `goal`")]
pub struct NetworkGoal {
    /// What it is after, in the words of the network.
    pub goal: String,
    /// How far it came; absent where that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reached: Option<Reached>,
}

/// How far a goal was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Reached {
    /// Not.
    No,
    /// In part.
    Partly,
    /// Wholly.
    Yes,
}

/// An organisation that takes part in a network or supports it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a party: an object with `id`")]
pub struct Party {
    /// Any short text that is not empty.
    pub id: String,
    /// What kind of organisation it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<PartyKind>,
    /// What it is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its sector, where it gives care.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<Sector>,
    /// What it does in the network.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<NetworkRole>,
    /// How far it has come with diversity-sensitive working, as it says itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maturity: Option<Maturity>,
    /// Whether its management backs taking part: yes, no, or declined.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub backing: Option<Stated>,
    /// A free note; never logged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A kind of organisation: `network.party` in the knowledge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum PartyKind {
    /// A generic provider of care.
    Generic,
    /// A provider directed at clients with a migration background.
    CultureSpecific,
    /// An informal or volunteer organisation, also a key person on their own.
    Informal,
    /// A university of applied sciences, or another school.
    University,
    /// A knowledge institute.
    KnowledgeInstitute,
    /// A municipality.
    Municipality,
    /// An association of professionals.
    ProfessionalAssociation,
    /// A regional alliance in care.
    RegionalCooperation,
    /// An anti-discrimination agency.
    AntiDiscrimination,
    /// Family carers.
    FamilyCarers,
    /// An umbrella organisation.
    UmbrellaBodies,
    /// Anything else.
    Other,
}

/// How far an organisation has come with diversity-sensitive working, as it says itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Maturity {
    /// It begins.
    Beginning,
    /// It is on its way.
    UnderWay,
    /// It has come far.
    Far,
}

/// What somebody, or an organisation, does in a network: `network.role` in the knowledge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum NetworkRole {
    /// The fixed person who organises it.
    Coordinator,
    /// Leads the conversation.
    Moderator,
    /// Brings in what research knows.
    ScientificExpert,
    /// Knows how people learn from practice.
    LearningExpert,
    /// Gives practical support.
    ProjectSupport,
    /// Guides the process.
    ProcessGuide,
    /// Helps to find parties at the start.
    InitiatingPartner,
    /// Carries the results into the own organisation.
    Ambassador,
    /// Sits in the group of managers and policy staff.
    GovernanceGroup,
    /// Takes part.
    Participant,
    /// Teaches.
    Lecturer,
    /// Studies.
    Student,
    /// Does research.
    Researcher,
    /// Is responsible in an organisation.
    Manager,
    /// Knows the life-world of clients from within.
    KeyFigure,
    /// Has lived through it.
    ExperienceExpert,
    /// Represents clients.
    ClientRepresentative,
}

/// Somebody who takes part, by pseudonym.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a participant: an object with `id`")]
pub struct Participant {
    /// A pseudonym, never a name.
    pub id: String,
    /// The id of the organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<String>,
    /// What they do in the network.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<NetworkRole>,
    /// Whether they want to: open to what others found. Yes, no, or declined.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub want: Option<Stated>,
    /// Whether they can: have room enough. Yes, no, or declined.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub can: Option<Stated>,
    /// Whether they may: have their management's backing. Yes, no, or declined.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub may: Option<Stated>,
    /// A free note; never logged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A phase that a network came into.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a phase: an object with `phase`")]
pub struct PhaseReached {
    /// The phase, 0 to 6.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 6)))]
    pub phase: u8,
    /// Since when: a year, a year and month, or a day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<String>,
}

/// A meeting.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a session: an object with `id`")]
pub struct Session {
    /// A short id that stays the same when the meeting is moved.
    pub id: String,
    /// What sort of meeting it is.
    #[serde(default)]
    pub kind: SessionKind,
    /// When it starts, in Dutch time: `2027-01-12T14:00`. Absent where that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<String>,
    /// How long it lasts, in minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
    /// The phases that it works on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phases: Vec<u8>,
    /// Whether it is online.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub online: Option<bool>,
    /// Where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// What is on the agenda: knowledge ids, or words of one's own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agenda: Vec<String>,
    /// What participants do before the next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub homework: Option<String>,
    /// Whether it took place; where it did not, it counts as called off. Attendance shows that it did; absent
    /// where it is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held: Option<bool>,
    /// How many were asked and how many came; never who.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attendance: Option<Attendance>,
    /// Planning leaves it where it is, also when it is still to come.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub fixed: bool,
    /// It was called off; it stays in the list, so that calendars learn of it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub cancelled: bool,
    /// How often it was changed since it was first planned: calendars take over what is higher.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub revision: u32,
}

impl Session {
    /// Whether it is known to have taken place: somebody said so, or it is known how many came.
    pub fn was_held(&self) -> bool {
        self.held == Some(true) || self.attendance.is_some()
    }

    /// Whether it was called off, or did not take place.
    pub fn is_off(&self) -> bool {
        self.cancelled || self.held == Some(false)
    }

    /// What became of it, as far as that was written down.
    pub fn state(&self) -> SessionState {
        match self.start {
            _ if self.is_off() => SessionState::CalledOff,
            _ if self.was_held() => SessionState::Held,
            Some(_) => SessionState::Planned,
            None => SessionState::Undated,
        }
    }
}

fn is_zero(number: &u32) -> bool {
    *number == 0
}

/// A sort of meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SessionKind {
    /// One of the series in which the network learns and works.
    #[default]
    Working,
    /// A meeting before the series, such as an opening or a masterclass.
    Opening,
    /// The governance group: managers and policy staff.
    Governance,
    /// A meeting afterwards, to hear how it went.
    FollowUp,
}

/// How many were asked, and how many came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "attendance: an object with `asked` and `came`")]
pub struct Attendance {
    /// How many were asked.
    pub asked: u32,
    /// How many came.
    pub came: u32,
}

/// A theme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a theme: an object with `id` and `label`")]
pub struct Theme {
    /// A short id.
    pub id: String,
    /// What it is about, in the words of the network.
    pub label: String,
    /// The theme of which it is a part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<String>,
    /// Whether the network chose it; absent while that is not settled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chosen: Option<bool>,
}

/// A vote on themes. It shows what each finds urgent; the network chooses.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a vote: an object with `id`, `method` and `ballots`")]
pub struct Vote {
    /// A short id.
    pub id: String,
    /// How is voted.
    pub method: VoteMethod,
    /// In a dot vote: how many dots each has; three when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dots: Option<u32>,
    /// How many themes the network wants to choose; three when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub places: Option<u32>,
    /// How many may vote; absent where that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voters: Option<u32>,
    /// How many ballots it takes to count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quorum: Option<u32>,
    /// The ballots, in any order.
    pub ballots: Vec<Ballot>,
}

/// A way of voting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum VoteMethod {
    /// Dots to share out, several on one theme if one likes.
    Dots,
    /// Every theme that one supports.
    Approval,
    /// Themes in order, the most urgent first.
    Ranking,
}

/// A ballot. Anonymous: a token says that somebody voted, and not who.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a ballot: an object with `themes`")]
pub struct Ballot {
    /// A token that was handed out, so that nobody votes twice; never a name. It is in no result.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
    /// The ids of themes: with dots one for every dot, in a ranking the most urgent first.
    pub themes: Vec<String>,
}

/// An improvement plan: the worksheet of a participant for the own organisation. The source gives its use
/// (handbook, 4.4 step 3) and not its fields: those are ours.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "an improvement plan: an object with `id`")]
pub struct ImprovementPlan {
    /// A short id.
    pub id: String,
    /// The id of the organisation that it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<String>,
    /// The id of the theme.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
    /// The dream: what it would be like.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dream: Option<String>,
    /// The goal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goal: Option<String>,
    /// What will be done: small and concrete.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<PlannedAction>,
    /// In which function somebody looks after it; never a name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// What was agreed with the manager.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreement: Option<Agreement>,
    /// Conditions that it needs: knowledge ids, such as `organisation.interpreters`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<String>,
    /// What is tried out, and with whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub try_out: Option<String>,
    /// What other participants said of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub feedback: Vec<String>,
    /// How it will be seen whether it works.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evaluation: Option<String>,
    /// Where in the policy of the organisation it gets its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchoring: Option<String>,
    /// How far it came, the last of which is now.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub status: Vec<StatusReached>,
}

/// An action of an improvement plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "an action: an object with `action`")]
pub struct PlannedAction {
    /// What will be done.
    pub action: String,
    /// By when: a year, a year and month, or a day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// Whether it was done; absent where that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<bool>,
}

/// An agreement between a participant and the manager.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "an agreement: an object with `agreed`")]
pub struct Agreement {
    /// Whether there is one.
    pub agreed: bool,
    /// What it says, for instance hours to visit other teams.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub what: Option<String>,
}

/// How far a plan or a tool came, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a status: an object with `status`")]
pub struct StatusReached {
    /// How far.
    pub status: Progress,
    /// Since when: a year, a year and month, or a day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<String>,
}

/// How far a plan or a tool came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Progress {
    /// Thought of.
    Idea,
    /// Worked out.
    WorkedOut,
    /// Being tried.
    TriedOut,
    /// Looked back on.
    Evaluated,
    /// Changed after that.
    Adjusted,
    /// In use in the organisation.
    Implemented,
    /// Part of its policy.
    Anchored,
    /// Given up.
    Stopped,
}

impl Progress {
    /// From an idea to a part of the policy; and given up.
    pub const ALL: [Progress; 8] = [
        Progress::Idea,
        Progress::WorkedOut,
        Progress::TriedOut,
        Progress::Evaluated,
        Progress::Adjusted,
        Progress::Implemented,
        Progress::Anchored,
        Progress::Stopped,
    ];
}

/// A tool that the network makes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a tool: an object with `id` and `label`")]
pub struct NetworkTool {
    /// A short id.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// The tool of the knowledge that it is, or is like: `tool.case-discussion`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub like: Option<String>,
    /// Whether the network made it together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joint: Option<bool>,
    /// How far it came, the last of which is now.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub status: Vec<StatusReached>,
    /// To how many teams ambassadors brought it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub teams: Option<u32>,
}

/// What the checklist said in one wave, over the whole network.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a wave: an object with `wave`, `sheets` and `medians`")]
pub struct ChecklistWave {
    /// The wave: the round in which it was filled in.
    pub wave: String,
    /// How many filled it in. A report for others leaves a wave out with fewer than ten.
    pub sheets: u32,
    /// The median of each block or statement, by knowledge id; without `checklist.block.` where it is a block.
    #[serde(deserialize_with = "map")]
    pub medians: BTreeMap<String, f64>,
}

/// The name of a value in documents, for instance `worked-out`.
pub(crate) fn word(value: &impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// Ids and kinds, never the notes.
impl fmt::Debug for Party {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Party").field("id", &self.id).field("kind", &self.kind).finish_non_exhaustive()
    }
}

impl fmt::Debug for Participant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Participant").field("id", &self.id).field("roles", &self.roles).finish_non_exhaustive()
    }
}

/// When and how long, never what was said there.
impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Session { id, kind, start, minutes, .. } = self;
        f.debug_struct("Session")
            .field("id", id)
            .field("kind", kind)
            .field("start", start)
            .field("minutes", minutes)
            .finish_non_exhaustive()
    }
}

/// How many ballots, never what stands on them.
impl fmt::Debug for Vote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Vote { id, method, ballots, .. } = self;
        f.debug_struct("Vote")
            .field("id", id)
            .field("method", method)
            .field("ballots", &ballots.len())
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Ballot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Ballot").finish_non_exhaustive()
    }
}

/// For whom and how far, never the words.
impl fmt::Debug for ImprovementPlan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ImprovementPlan { id, party, theme, status, .. } = self;
        f.debug_struct("ImprovementPlan")
            .field("id", id)
            .field("party", party)
            .field("theme", theme)
            .field("status", status)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for NetworkDocument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NetworkDocument")
            .field("id", &self.id)
            .field("parties", &self.parties)
            .field("participants", &self.participants)
            .field("circumstances", &self.circumstances)
            .field("phases", &self.phases)
            .field("sessions", &self.sessions)
            .finish_non_exhaustive()
    }
}

/// A review: what goes well, what is lacking and what is not known, of a learning network, a cooperation or
/// a district team. It is about how organisations arrange things, never about the people in them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReviewDocument {
    /// Always `raakvlak.review.v1`.
    pub schema: Cow<'static, str>,
    /// The knowledge that decided.
    pub knowledge: super::advice::Knowledge,
    /// The language of the texts.
    pub lang: Cow<'static, str>,
    /// What is reviewed.
    pub of: super::advice::WholeCase,
    /// Its id, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What it is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The part that is at hand now: the phase of a network; absent where nobody said, or where there is no order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub now: Option<Cow<'static, str>>,
    /// What goes well, by the words of the sources: features and success factors that are there.
    pub strengths: Vec<Cow<'static, str>>,
    /// The phases, steps or subjects, in their order, and of each what applies, is open and is done.
    pub parts: Vec<ReviewPart>,
    /// Every advice of the rules, in the order of the knowledge.
    pub advice: Vec<super::advice::Advised>,
    /// The questions worth asking, the best first.
    pub ask_next: Vec<super::advice::Asked>,
    /// Of a district team: how the checklist came out over all teams, of waves with at least ten sheets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub monitor: Option<super::outcome::ReportedChecklist>,
}

/// A part of a review: a phase, a step or a subject.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReviewPart {
    /// The knowledge id.
    pub id: Cow<'static, str>,
    /// What it is called.
    pub label: Cow<'static, str>,
    /// Where it stands in time; absent where there is no order, or where it is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Position>,
    /// What there is to do: advices that apply.
    pub applies: Vec<Cow<'static, str>>,
    /// What is not known.
    pub open: Vec<Cow<'static, str>>,
    /// What need not be done, because it is there, or because it is not yet time.
    pub not_now: Vec<Cow<'static, str>>,
    /// How others did it: activities of networks that the sources tell of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<Practice>,
}

/// What a network that the sources tell of did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Practice {
    /// The knowledge id.
    pub id: Cow<'static, str>,
    /// What it is called.
    pub label: Cow<'static, str>,
    /// What they did.
    pub text: Cow<'static, str>,
    /// Where it is said.
    pub source: Source,
}

/// Where a part stands in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Position {
    /// Before what is at hand.
    Earlier,
    /// At hand.
    Now,
    /// After it.
    Later,
}
