//! `raakvlak.cooperation.v1`

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::case::{Stated, map};

/// How formal and informal organisations work together around families: who there is, what it brings, who
/// does what, and how it goes (handbook, appendix 2).
///
/// What is absent is not known. A list says what is there; only where [`Self::complete`] names it does it
/// also say that there is nothing else. It is about organisations: people do not stand in it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a cooperation: an object")]
pub struct CooperationDocument {
    /// Always `raakvlak.cooperation.v1`.
    pub schema: String,
    /// A short id that stays the same, in lower case with hyphens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What the cooperation is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The id of the learning network that it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub network: Option<String>,
    /// Which of the lists below are complete: what does not stand in them is not there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub complete: Vec<CooperationList>,
    /// The formal organisations: those of professionals.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub formal: Vec<FormalParty>,
    /// The informal organisations, and key persons on their own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub informal: Vec<InformalParty>,
    /// What is stated about the cooperation, by observation id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty", deserialize_with = "map")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "super::schema::cooperation_circumstances"))]
    pub circumstances: BTreeMap<String, Stated>,
    /// What the cooperation brings, in words that both sides found together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub added_value: Option<String>,
    /// Who has which role.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<DescribedRole>,
    /// What was agreed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agreements: Vec<WorkingAgreement>,
    /// What volunteers get in return.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub honours: Vec<Honour>,
    /// When it was looked back on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evaluations: Vec<Evaluation>,
    /// A free note; never logged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A list of a cooperation that can be complete.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum CooperationList {
    /// The formal organisations.
    Formal,
    /// The informal organisations.
    Informal,
    /// The agreements.
    Agreements,
}

/// A formal organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a formal organisation: an object with `id`")]
pub struct FormalParty {
    /// Any short text that is not empty.
    pub id: String,
    /// What it is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its id in the learning network.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub network_party: Option<String>,
}

/// An informal organisation, or a key person on their own.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "an informal organisation: an object with `id` and `kind`")]
pub struct InformalParty {
    /// Any short text that is not empty; of a person a pseudonym, never a name.
    pub id: String,
    /// What kind of organisation it is.
    pub kind: InformalKind,
    /// What it is called, where it is an organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Whether it helps families with raising children: yes, no, or declined.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supports_families: Option<Stated>,
    /// What exactly it does for families.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offers: Option<String>,
    /// Whether the formal side got to know it: yes, no, or declined.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub met: Option<Stated>,
    /// Its id in the learning network.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub network_party: Option<String>,
}

/// A kind of informal organisation: `cooperation.step.1.party` in the knowledge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum InformalKind {
    /// Residents organised it themselves, for each other.
    SelfOrganisation,
    /// Of women.
    Women,
    /// For fathers.
    Fathers,
    /// A cultural organisation.
    Cultural,
    /// A place of worship.
    Religious,
    /// A key person or bridge worker on their own.
    KeyPerson,
    /// Anything else.
    Other,
}

/// The role of an organisation.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a role: an object with `of` and `role`")]
pub struct DescribedRole {
    /// The id of the organisation.
    pub of: String,
    /// What it does.
    pub role: String,
}

/// An agreement about how to work with families together.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "an agreement: an object with `id` and `what`")]
pub struct WorkingAgreement {
    /// A short id.
    pub id: String,
    /// What was agreed.
    pub what: String,
    /// The ids of the organisations whose task it is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub task_of: Vec<String>,
    /// Since when: a year, a year and month, or a day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
}

/// What volunteers get in return: `cooperation.step.4.honour` in the knowledge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Honour {
    /// A place to meet.
    Location,
    /// An allowance.
    Allowance,
    /// Guidance.
    Guidance,
    /// Anything else.
    Other,
}

/// A moment at which both sides looked back.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "an evaluation: an object with `on`")]
pub struct Evaluation {
    /// When: a year, a year and month, or a day.
    pub on: String,
    /// What came out of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub what: Option<String>,
}

impl fmt::Debug for CooperationDocument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let CooperationDocument { id, formal, informal, circumstances, agreements, honours, .. } = self;
        f.debug_struct("CooperationDocument")
            .field("id", id)
            .field("formal", formal)
            .field("informal", informal)
            .field("circumstances", circumstances)
            .field("agreements", agreements)
            .field("honours", honours)
            .finish_non_exhaustive()
    }
}

/// Ids and kinds, never what it does.
impl fmt::Debug for InformalParty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("InformalParty").field("id", &self.id).field("kind", &self.kind).finish_non_exhaustive()
    }
}

impl fmt::Debug for DescribedRole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DescribedRole").field("of", &self.of).finish_non_exhaustive()
    }
}

/// Whose task, never what was agreed.
impl fmt::Debug for WorkingAgreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let WorkingAgreement { id, task_of, since, .. } = self;
        f.debug_struct("WorkingAgreement")
            .field("id", id)
            .field("task_of", task_of)
            .field("since", since)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Evaluation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Evaluation").field("on", &self.on).finish_non_exhaustive()
    }
}
