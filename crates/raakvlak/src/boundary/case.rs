//! `raakvlak.case.v1`

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use crate::ecogram::Ecogram;
use crate::frame::Difference;
use crate::lifeline::Lifeline;

/// What was seen, as it is handed in: people, differences stated between them, circumstances.
///
/// What is absent is not known; it is never taken for a no. No names are needed: an id is
/// any short text. There is no field for ethnicity, nationality or country of birth.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a case: an object")]
pub struct CaseDocument {
    /// Always `raakvlak.case.v1`.
    pub schema: String,
    /// The sector of care.
    pub sector: Sector,
    /// The people, each with a frame of their own; may be empty.
    pub people: Vec<Person>,
    /// Differences stated between two people.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub comparisons: Vec<Comparison>,
    /// What is stated about the case as a whole, by observation id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty", deserialize_with = "map")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "super::schema::circumstances"))]
    pub circumstances: BTreeMap<String, Stated>,
    /// What is stated about two people in particular; it goes before what is stated about the case.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<Contact>,
    /// The network of the client.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ecogram: Option<Ecogram>,
    /// What the client has lived through.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lifeline: Option<Lifeline>,
    /// A free note; never logged, never needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The sector of care.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Sector {
    /// Youth care.
    YouthCare,
    /// Care for older people.
    ElderlyCare,
    /// A district team.
    DistrictTeam,
    /// Any other sector.
    Other,
}

/// A person in the case.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a person: an object with `id` and `role`")]
pub struct Person {
    /// Any short text that is not empty; a name is not needed.
    pub id: String,
    /// The part they have in the case.
    pub role: Role,
    /// A free note; never logged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The part a person has in the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// A professional in care.
    Professional,
    /// The client, where that is neither parent nor child, such as an older person.
    Client,
    /// A parent.
    Parent,
    /// A child, of any age.
    Child,
    /// Another member of the family.
    OtherFamily,
    /// A key person or volunteer of an informal organisation.
    InformalKeyPerson,
    /// An interpreter.
    Interpreter,
    /// Anyone else.
    Other,
}

impl Role {
    /// Whether this is the client or someone of the family.
    pub fn is_family(self) -> bool {
        matches!(self, Role::Client | Role::Parent | Role::Child | Role::OtherFamily)
    }
}

/// Two people, in either order.
pub type Between = (String, String);

/// A difference between two people on one facet, as somebody states it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a comparison: an object with `between`, `facet` and `difference`")]
pub struct Comparison {
    /// The ids of the two people, in either order.
    #[serde(deserialize_with = "two")]
    pub between: Between,
    /// The facet, for instance `culture.norms-values`.
    #[cfg_attr(feature = "schema", schemars(schema_with = "super::schema::facet"))]
    pub facet: String,
    /// How far they differ.
    pub difference: Grade,
    /// The id of the person who states it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated_by: Option<String>,
    /// A free note; never logged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A stated difference, or that it was declined to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Grade {
    /// They have it in common.
    Shared,
    /// Partly in common, partly not.
    Partly,
    /// They differ.
    Different,
    /// Asked, and not answered on purpose.
    Declined,
}

impl From<Difference> for Grade {
    fn from(difference: Difference) -> Self {
        match difference {
            Difference::Shared => Grade::Shared,
            Difference::Partly => Grade::Partly,
            Difference::Different => Grade::Different,
        }
    }
}

/// What is stated about two people in particular, for instance that they share a language.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a contact: an object with `between` and `circumstances`")]
pub struct Contact {
    /// The ids of the two people, in either order.
    #[serde(deserialize_with = "two")]
    pub between: Between,
    /// What is stated, by observation id; only observations that may differ per pair.
    #[serde(deserialize_with = "map")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "super::schema::contact_circumstances"))]
    pub circumstances: BTreeMap<String, Stated>,
}

/// A stated value: yes or no, or the name of a step, or `declined`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Stated {
    /// Yes or no.
    Flag(bool),
    /// A step by its name, or `declined`.
    Word(Cow<'static, str>),
}

impl From<bool> for Stated {
    fn from(flag: bool) -> Self {
        Stated::Flag(flag)
    }
}

impl From<&str> for Stated {
    fn from(word: &str) -> Self {
        Stated::Word(Cow::Owned(word.to_owned()))
    }
}

impl<'de> Deserialize<'de> for Stated {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Value;
        impl Visitor<'_> for Value {
            type Value = Stated;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("true, false, the name of a step, or \"declined\"")
            }
            fn visit_bool<E>(self, flag: bool) -> Result<Stated, E> {
                Ok(Stated::Flag(flag))
            }
            fn visit_str<E>(self, word: &str) -> Result<Stated, E> {
                Ok(Stated::Word(Cow::Owned(word.to_owned())))
            }
        }
        from.deserialize_any(Value)
    }
}

/// Two ids, no less and no more.
pub(crate) fn two<'de, D: Deserializer<'de>>(from: D) -> Result<Between, D::Error> {
    let ids = Vec::<String>::deserialize(from)?;
    let count = ids.len();
    match <[String; 2]>::try_from(ids) {
        Ok([one, other]) => Ok((one, other)),
        Err(_) => Err(serde::de::Error::custom(format_args!("this is a list of {count}; expected two ids"))),
    }
}

/// A map in which no key may stand twice.
pub(crate) fn map<'de, D: Deserializer<'de>, V: Deserialize<'de>>(from: D) -> Result<BTreeMap<String, V>, D::Error> {
    struct Map<V>(std::marker::PhantomData<V>);
    impl<'de, V: Deserialize<'de>> Visitor<'de> for Map<V> {
        type Value = BTreeMap<String, V>;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object")
        }
        fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
            let mut map = BTreeMap::new();
            while let Some((key, value)) = entries.next_entry::<String, V>()? {
                if map.contains_key(&key) {
                    return Err(serde::de::Error::custom(format_args!("{}`{key}`", super::reader::REPEATED)));
                }
                map.insert(key, value);
            }
            Ok(map)
        }
    }
    from.deserialize_map(Map(std::marker::PhantomData))
}

/// Ids and roles, never the notes: they may hold what people said.
impl fmt::Debug for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Person").field("id", &self.id).field("role", &self.role).finish_non_exhaustive()
    }
}

impl fmt::Debug for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Comparison")
            .field("between", &self.between)
            .field("facet", &self.facet)
            .field("difference", &self.difference)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Contact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Contact").field("between", &self.between).field("circumstances", &self.circumstances).finish()
    }
}

impl fmt::Debug for CaseDocument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CaseDocument")
            .field("sector", &self.sector)
            .field("people", &self.people)
            .field("comparisons", &self.comparisons)
            .field("circumstances", &self.circumstances)
            .field("contacts", &self.contacts)
            .finish_non_exhaustive()
    }
}
