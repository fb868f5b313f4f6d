//! `raakvlak.district-team.v1`

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::case::{Stated, map};
use super::network::{ChecklistWave, PlannedAction, StatusReached};

/// The district teams of a municipality, and what they and the municipality do so that every resident is
/// reached and helped (the article on district teams).
///
/// What is absent is not known. It is about teams and a municipality: people do not stand in it.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a district team: an object")]
pub struct DistrictTeamDocument {
    /// Always `raakvlak.district-team.v1`.
    pub schema: String,
    /// A short id that stays the same, in lower case with hyphens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What the team, or the teams together, are called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The municipality.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub municipality: Option<String>,
    /// What is stated about teams and municipality, by observation id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty", deserialize_with = "map")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "super::schema::district_team_circumstances"))]
    pub circumstances: BTreeMap<String, Stated>,
    /// What it yields, and who sees that it is urgent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub business_case: Option<BusinessCase>,
    /// The improvement plan over everything that the team does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<IntegralPlan>,
    /// Who at the municipality carries the lasting introduction.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub project_leader: Option<ProjectLeader>,
    /// The group in the teams that keeps it going.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub working_group: Option<WorkingGroup>,
    /// With what the municipality follows it in outline: what the checklist said, wave by wave, over all teams.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub monitor: Vec<ChecklistWave>,
    /// What the municipality demands where it purchases care.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub procurement: Option<Procurement>,
    /// A free note; never logged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What diversity-sensitive working yields, and who sees that it is urgent: `team.business-case` in the knowledge.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a business case: an object")]
pub struct BusinessCase {
    /// How people are reached earlier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earlier: Option<String>,
    /// How help has better results.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub better_results: Option<String>,
    /// Who sees that it is urgent, and who does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub urgency: Option<UrgencySeen>,
}

/// Whether those involved see that it is urgent: of each yes, no, or declined; absent where that is not known.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "urgency: an object")]
pub struct UrgencySeen {
    /// The officials of the municipality.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub municipality: Option<Stated>,
    /// Those who manage the teams.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub management: Option<Stated>,
    /// The members of the teams.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub team: Option<Stated>,
    /// The organisations that they work with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partners: Option<Stated>,
}

/// An improvement plan that covers every part of the work. Its four subjects are those of the source, what
/// stands in each is ours.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a plan: an object")]
pub struct IntegralPlan {
    /// Whether this is the whole plan: what does not stand in it, is not in the plan either.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub complete: bool,
    /// Who is in the team.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub composition: Option<SubjectPlan>,
    /// How easily residents find and reach it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accessibility: Option<SubjectPlan>,
    /// How it works.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<SubjectPlan>,
    /// What its members know and can do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expertise: Option<SubjectPlan>,
}

/// What a plan says of one subject.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a subject of the plan: an object")]
pub struct SubjectPlan {
    /// What is to be reached.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<String>,
    /// What will be done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<PlannedAction>,
    /// In which function somebody looks after it; never a name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// How far it came, the last of which is now.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub status: Vec<StatusReached>,
}

/// Who carries the lasting introduction.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a project leader: an object with `function`")]
pub struct ProjectLeader {
    /// In which function; never a name.
    pub function: String,
    /// Since when: a year, a year and month, or a day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
}

/// A group in the teams that sees to lasting attention.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a working group: an object with `functions`")]
pub struct WorkingGroup {
    /// Which functions sit in it; never names.
    pub functions: Vec<String>,
    /// Since when: a year, a year and month, or a day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
}

/// What a municipality demands where it purchases care.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "procurement: an object with `demands`")]
pub struct Procurement {
    /// The tool of the knowledge after which it was modelled: `tool.procurement-checklist`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub like: Option<String>,
    /// The demands.
    pub demands: Vec<String>,
}

impl fmt::Debug for DistrictTeamDocument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let DistrictTeamDocument { id, circumstances, plan, .. } = self;
        f.debug_struct("DistrictTeamDocument")
            .field("id", id)
            .field("circumstances", circumstances)
            .field("plan", plan)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for BusinessCase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BusinessCase").field("urgency", &self.urgency).finish_non_exhaustive()
    }
}

/// How many and how far, never the words.
impl fmt::Debug for SubjectPlan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let SubjectPlan { goals, actions, status, .. } = self;
        f.debug_struct("SubjectPlan")
            .field("goals", &goals.len())
            .field("actions", &actions.len())
            .field("status", status)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for ProjectLeader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ProjectLeader").field("since", &self.since).finish_non_exhaustive()
    }
}

impl fmt::Debug for WorkingGroup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WorkingGroup").field("since", &self.since).finish_non_exhaustive()
    }
}

impl fmt::Debug for Procurement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Procurement").field("demands", &self.demands.len()).finish_non_exhaustive()
    }
}
