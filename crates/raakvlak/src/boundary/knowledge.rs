//! The catalogue as documents: `raakvlak.knowledge.v1` and `raakvlak.observations.v1` are lists of these.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::error::{Code, Error, nearest};
use crate::knowledge::{self, Entry, Figure, Kind};
use crate::observation::{self, Observation, Scope, shorten};
use crate::rule::About;
use crate::source::Source;
use crate::text::Texts;

/// An entry of the catalogue with its texts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct KnowledgeEntry {
    /// The stable id.
    pub id: Cow<'static, str>,
    /// What sort of knowledge it is.
    pub kind: Kind,
    /// The entry above it; null for the root of a family.
    pub parent: Option<Cow<'static, str>>,
    /// Where it is said.
    pub source: Source,
    /// A short heading, per language.
    pub label: BTreeMap<String, Cow<'static, str>>,
    /// The text, per language.
    pub text: BTreeMap<String, Cow<'static, str>>,
    /// What can be said to parents, in plain words, per language.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub parents: BTreeMap<String, Cow<'static, str>>,
    /// A statement of the checklist in the wording for elderly care, per language.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub elderly: BTreeMap<String, Cow<'static, str>>,
    /// Why a statement of the checklist matters, per language.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub matters: BTreeMap<String, Cow<'static, str>>,
    /// What it looks like in practice, per language.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub example: BTreeMap<String, Cow<'static, str>>,
    /// Entries that say how to get further with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tips: Vec<Cow<'static, str>>,
    /// The figure it gives.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figure: Option<Figure>,
    /// What the figure counts or measures, per language.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub figure_of: BTreeMap<String, Cow<'static, str>>,
    /// What has to be said with the figure, per language.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub caveat: BTreeMap<String, Cow<'static, str>>,
    /// The year that a fact is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    /// From whom a fact is, as the source says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub named_source: Option<Cow<'static, str>>,
    /// The last day on which a fact can be used as it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub check_by: Option<Cow<'static, str>>,
    /// Further ids of the sources' catalogue that this entry answers for.
    pub covers: Vec<Cow<'static, str>>,
    /// Entries that say the same from another side.
    pub restates: Vec<Cow<'static, str>>,
    /// Where a choice is ours and not the source's, per language.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub operationalisation: BTreeMap<String, Cow<'static, str>>,
}

/// An observation with its question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ObservationEntry {
    /// The stable id.
    pub id: Cow<'static, str>,
    /// `flag`, `difference` or `level`.
    pub kind: Cow<'static, str>,
    /// The case, or two people.
    pub about: Scope,
    /// The values it can take, from low to high.
    pub values: Vec<Cow<'static, str>>,
    /// The question that settles it, per language.
    pub question: BTreeMap<String, Cow<'static, str>>,
    /// Where the sources speak of it.
    pub source: Source,
}

/// The whole catalogue, with the texts of the languages given.
pub fn entries(packs: &[Texts]) -> Vec<KnowledgeEntry> {
    knowledge::all().iter().map(|e| with_texts(e, packs)).collect()
}

/// One entry of the catalogue, with the texts of the languages given.
///
/// # Errors
/// `knowledge.unknown`.
pub fn entry(id: &str, packs: &[Texts]) -> Result<KnowledgeEntry, Error> {
    knowledge::entry(id).map(|e| with_texts(e, packs)).ok_or_else(|| {
        let help = nearest(id, knowledge::all().iter().map(|e| e.id));
        Error::new(Code::KnowledgeUnknown, format!("there is no knowledge `{}`", shorten(id)))
            .with_help(help.unwrap_or_else(|| "`knowledge search` finds entries by their words".to_owned()))
    })
}

/// Everything that can be stated about this, with the questions in the languages given. About a case, its contacts,
/// the family and the houses it is the same list.
pub fn observations(about: About, packs: &[Texts]) -> Vec<ObservationEntry> {
    let about = Some(about).filter(|about| about.beside_cases());
    let of_it = observation::all().iter().filter(|o| o.scope.beside_cases() == about);
    of_it.map(|o| with_question(o, packs)).collect()
}

fn per_lang(
    packs: &[Texts],
    text: impl Fn(&Texts) -> Option<Cow<'static, str>>,
) -> BTreeMap<String, Cow<'static, str>> {
    packs.iter().filter_map(|t| Some((t.lang().to_owned(), text(t)?))).collect()
}

fn with_texts(entry: &Entry, packs: &[Texts]) -> KnowledgeEntry {
    let borrowed = |list: &[&'static str]| list.iter().map(|s| Cow::Borrowed(*s)).collect();
    let fact = entry.fact();
    KnowledgeEntry {
        id: Cow::Borrowed(entry.id),
        kind: entry.kind,
        parent: entry.parent.map(Cow::Borrowed),
        source: entry.source.clone(),
        label: per_lang(packs, |t| Some(t.label(entry.id))),
        text: per_lang(packs, |t| Some(t.text(entry.id))),
        parents: per_lang(packs, |t| t.parents(entry.id)),
        elderly: per_lang(packs, |t| t.elderly(entry.id)),
        matters: per_lang(packs, |t| t.matters(entry.id)),
        example: per_lang(packs, |t| t.example(entry.id)),
        tips: borrowed(&entry.tips),
        figure: entry.figure.clone(),
        figure_of: per_lang(packs, |t| t.figure(entry.id)),
        caveat: per_lang(packs, |t| t.caveat(entry.id)),
        year: fact.and_then(|fact| fact.year),
        named_source: fact.and_then(|fact| fact.named_source).map(Cow::Borrowed),
        check_by: fact.map(|fact| Cow::Borrowed(fact.check_by)),
        covers: borrowed(&entry.covers),
        restates: borrowed(&entry.restates),
        operationalisation: per_lang(packs, |t| t.operationalisation(entry.id)),
    }
}

fn with_question(observation: &Observation, packs: &[Texts]) -> ObservationEntry {
    ObservationEntry {
        id: Cow::Borrowed(observation.id),
        kind: Cow::Borrowed(match observation.kind {
            observation::Kind::Flag => "flag",
            observation::Kind::Difference => "difference",
            observation::Kind::Level(_) => "level",
        }),
        about: observation.scope,
        values: observation.values().iter().map(|v| Cow::Borrowed(*v)).collect(),
        question: per_lang(packs, |t| Some(t.question(observation.id))),
        source: observation.source.clone(),
    }
}
