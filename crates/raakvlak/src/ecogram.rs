//! The ecogram: who is around the client, how close, and what support goes along the ties
//! (handbook, 1.4). Important people in the country of origin belong in it.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::case::People;
use crate::error::Error;

/// The network of a client.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "an ecogram: an object")]
pub struct Ecogram {
    /// People and places in the network, beside the people of the case.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<Member>,
    /// The ties between members, or between a member and a person of the case.
    pub ties: Vec<Tie>,
    /// Whether everyone who matters is in it. Only then is it known who is lacking.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub complete: bool,
}

/// Someone, or some place, in the network.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a member: an object with `id`")]
pub struct Member {
    /// Any short text that is not empty and not the id of another person.
    pub id: String,
    /// What they are to the client.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<MemberKind>,
    /// Where they live.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lives: Option<Lives>,
    /// A free note; never logged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What a member of the network is to the client.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum MemberKind {
    /// Family.
    Family,
    /// A friend.
    Friend,
    /// A neighbour.
    Neighbour,
    /// School or work.
    SchoolOrWork,
    /// A community of faith, an association, a self-organisation.
    Community,
    /// An informal key person or volunteer.
    InformalHelp,
    /// Professional care.
    Care,
    /// Anyone else.
    Other,
}

/// Where a member of the network lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Lives {
    /// In the same home.
    Together,
    /// Elsewhere in the Netherlands.
    Netherlands,
    /// In the country of origin.
    OriginCountry,
    /// In another country.
    Elsewhere,
}

/// A tie between two people.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a tie: an object with `between`")]
pub struct Tie {
    /// The ids of the two people, in either order.
    #[serde(deserialize_with = "crate::boundary::two")]
    pub between: (String, String),
    /// How the tie is; absent when nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quality: Option<Quality>,
    /// The support that goes along it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub support: Vec<Support>,
    /// A free note; never logged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// How a tie is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Quality {
    /// Close.
    Strong,
    /// Neither close nor distant.
    Ordinary,
    /// Distant.
    Weak,
    /// Under strain.
    Tense,
    /// Broken off.
    Broken,
}

/// A form of support.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Support {
    /// Help with practical matters.
    Practical,
    /// Company.
    Company,
    /// Advice.
    Advice,
    /// A listening ear, comfort.
    Emotional,
}

impl Ecogram {
    /// Checks ids and ties, given the people of the case.
    pub(crate) fn check<'a>(&'a self, mut people: People<'a>) -> Result<(), Error> {
        for (i, member) in self.members.iter().enumerate() {
            people.add(&member.id, &|| format!("$.ecogram.members[{i}].id"))?;
        }
        for (i, tie) in self.ties.iter().enumerate() {
            people.pair(&tie.between, &|| format!("$.ecogram.ties[{i}].between"))?;
        }
        Ok(())
    }

    /// Whether somebody with a tie lives in the country of origin: yes, no when the list is
    /// complete and nobody does, and not known otherwise.
    pub fn reaches_origin_country(&self) -> Option<bool> {
        let abroad = self
            .members
            .iter()
            .filter(|m| m.lives == Some(Lives::OriginCountry))
            .any(|m| self.ties.iter().any(|t| t.between.0 == m.id || t.between.1 == m.id));
        let all_known = self.complete && self.members.iter().all(|m| m.lives.is_some());
        if abroad { Some(true) } else { all_known.then_some(false) }
    }

    /// Whether the network has been mapped: yes when there is a tie or the list is complete.
    pub fn is_mapped(&self) -> Option<bool> {
        (self.complete || !self.ties.is_empty()).then_some(true)
    }
}

/// Ids, never the notes.
impl fmt::Debug for Member {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Member").field("id", &self.id).field("lives", &self.lives).finish_non_exhaustive()
    }
}

impl fmt::Debug for Tie {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tie").field("between", &self.between).field("quality", &self.quality).finish_non_exhaustive()
    }
}
