//! The catalogue of what is known: every concept, facet, principle, competence, method,
//! condition and question of the sources, each with its place in them.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use crate::error::{Code, Error};
use crate::observation::shorten;
use crate::source::Source;
use crate::text::Texts;

#[rustfmt::skip]
pub(crate) mod baked;
#[cfg(feature = "en")]
#[rustfmt::skip]
pub(crate) mod baked_en;
#[cfg(feature = "nl")]
#[rustfmt::skip]
pub(crate) mod baked_nl;

/// What sort of knowledge an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Kind {
    /// A term with one meaning.
    Concept,
    /// One of the three aspects of a frame of reference.
    Aspect,
    /// A part of an aspect, on which two people can be compared.
    Facet,
    /// What follows when.
    Rule,
    /// What holds in every contact.
    Principle,
    /// What keeps people from care, or organisations from acting.
    Barrier,
    /// What the organisation, management or municipality arranges.
    Condition,
    /// One of the four domains of competence.
    Domain,
    /// A competence of the model.
    Competence,
    /// What shows a competence.
    Indicator,
    /// A method.
    Method,
    /// An instrument of a method, such as the ecogram.
    Instrument,
    /// A question of the case discussion.
    Question,
    /// A point of attention of the case discussion.
    AttentionPoint,
    /// What has to be there before a next step.
    Gate,
    /// An example case.
    Case,
    /// A fact of an example case.
    CaseFact,
    /// A publication or a named source.
    Reference,
    /// A title of further material.
    Link,
    /// Something that goes before everything else.
    Notice,
    /// A step of a procedure.
    Step,
    /// Something to do in a step.
    Action,
    /// Something to say.
    Message,
    /// Something better left unsaid or undone.
    Avoid,
    /// One of the three houses that explain youth care to parents.
    House,
    /// A stone in the foundation of a house.
    Foundation,
    /// What goes with a house, or with a person who is asked along.
    Criterion,
    /// Who helps.
    Helper,
    /// A figure or finding of the sources.
    Fact,
    /// What a conversation about a house works towards.
    TalkingPoint,
    /// An advice that follows from the statements of a case.
    Advice,
    /// Where to turn to.
    Contact,
    /// A building block of the checklist, or a part of one.
    Block,
    /// A statement of the checklist.
    Item,
    /// How the statements are scored.
    Scale,
    /// A form of learning network.
    NetworkKind,
    /// A kind of organisation that takes part in a network or a cooperation.
    Party,
    /// What somebody, or an organisation, does in it.
    Role,
    /// What a good network has.
    Feature,
    /// What worked in the networks of the sources, and why.
    SuccessFactor,
    /// A tip for setting up a network.
    Tip,
    /// A phase of a network.
    Phase,
    /// What to do in a phase.
    Recommendation,
    /// What was done in a network of the sources.
    Activity,
    /// What those involved would do otherwise.
    Lesson,
    /// What came of it.
    Outcome,
    /// What somebody says of it, by role.
    Testimony,
    /// An instrument that the sources made or name.
    Tool,
    /// An advice that a user's rule file adds.
    Own,
}

impl Kind {
    /// Every kind, with its name in documents.
    const NAMES: [(Kind, &'static str); 49] = [
        (Kind::Concept, "concept"),
        (Kind::Aspect, "aspect"),
        (Kind::Facet, "facet"),
        (Kind::Rule, "rule"),
        (Kind::Principle, "principle"),
        (Kind::Barrier, "barrier"),
        (Kind::Condition, "condition"),
        (Kind::Domain, "domain"),
        (Kind::Competence, "competence"),
        (Kind::Indicator, "indicator"),
        (Kind::Method, "method"),
        (Kind::Instrument, "instrument"),
        (Kind::Question, "question"),
        (Kind::AttentionPoint, "attention-point"),
        (Kind::Gate, "gate"),
        (Kind::Case, "case"),
        (Kind::CaseFact, "case-fact"),
        (Kind::Reference, "reference"),
        (Kind::Link, "link"),
        (Kind::Notice, "notice"),
        (Kind::Step, "step"),
        (Kind::Action, "action"),
        (Kind::Message, "message"),
        (Kind::Avoid, "avoid"),
        (Kind::House, "house"),
        (Kind::Foundation, "foundation"),
        (Kind::Criterion, "criterion"),
        (Kind::Helper, "helper"),
        (Kind::Fact, "fact"),
        (Kind::TalkingPoint, "talking-point"),
        (Kind::Advice, "advice"),
        (Kind::Contact, "contact"),
        (Kind::Block, "block"),
        (Kind::Item, "item"),
        (Kind::Scale, "scale"),
        (Kind::NetworkKind, "network-kind"),
        (Kind::Party, "party"),
        (Kind::Role, "role"),
        (Kind::Feature, "feature"),
        (Kind::SuccessFactor, "success-factor"),
        (Kind::Tip, "tip"),
        (Kind::Phase, "phase"),
        (Kind::Recommendation, "recommendation"),
        (Kind::Activity, "activity"),
        (Kind::Lesson, "lesson"),
        (Kind::Outcome, "outcome"),
        (Kind::Testimony, "testimony"),
        (Kind::Tool, "tool"),
        (Kind::Own, "own"),
    ];

    /// The name in documents, for instance `attention-point`.
    pub fn name(self) -> &'static str {
        Kind::NAMES.iter().find(|(kind, _)| *kind == self).map_or("", |(_, name)| name)
    }

    fn named(name: &str) -> Option<Kind> {
        Kind::NAMES.iter().find(|(_, known)| *known == name).map(|(kind, _)| *kind)
    }
}

/// One entry of the catalogue.
///
/// ```
/// use raakvlak::{knowledge, Texts};
///
/// let ecogram = knowledge::entry("method.analysis.network").expect("it is there");
/// assert_eq!(ecogram.parent, Some("method.analysis"));
/// assert_eq!(ecogram.source.section, "1.4");
/// assert!(!Texts::nl().text(ecogram.id).is_empty());
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The stable id, for instance `frame.culture.norms-values`.
    pub id: &'static str,
    /// What sort of knowledge it is.
    pub kind: Kind,
    /// The entry above it; none for the root of a family.
    pub parent: Option<&'static str>,
    /// Where it is said.
    pub source: Source,
    /// The figure it gives, if any.
    pub figure: Option<Figure>,
    /// Further ids of the sources' catalogue that this entry answers for.
    pub covers: Vec<&'static str>,
    /// Entries with the same content, said from another side.
    pub restates: Vec<&'static str>,
    /// Entries that say how to get further with a statement of the checklist.
    pub tips: Vec<&'static str>,
}

/// A figure of the sources: a value, or a low and a high one. What it is of, and what has
/// to be said with it, stands in the texts: [`Texts::figure`], [`Texts::caveat`].
///
/// ```
/// use raakvlak::knowledge;
///
/// let share = knowledge::entry("house.green.fact.share").expect("it is there");
/// assert_eq!(share.figure.as_ref().and_then(|f| f.value), Some(85.0));
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// The value, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// The lowest value of a range.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low: Option<f64>,
    /// The highest value of a range.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
    /// The unit, for instance `percent`.
    pub unit: Cow<'static, str>,
}

/// Where a figure or statement comes from, and when it has to be looked at again.
#[cfg(feature = "catalogue")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Origin {
    /// The year that it is about; none where the source names none.
    pub year: Option<&'static str>,
    /// Whom the source names as its origin; none where it names nobody.
    pub named: Option<&'static str>,
    /// The day after which it has to be checked again.
    pub check_by: &'static str,
}

/// The origin of a fact; none for what is no fact of `fact.toml`.
///
/// ```
/// use raakvlak::knowledge;
///
/// let origin = knowledge::origin("fact.elderly-2025.count").expect("it is there");
/// assert_eq!((origin.year, origin.named, origin.check_by), (Some("2025"), Some("CBS"), "2025-12-31"));
/// ```
#[cfg(feature = "catalogue")]
pub fn origin(id: &str) -> Option<Origin> {
    let said = |field: &'static str| Some(field).filter(|field| !field.is_empty());
    baked::FACTS.all().iter().find_map(|line| {
        let mut fields = line.split('\t');
        (fields.next() == Some(id)).then_some(())?;
        let (year, named) = (said(fields.next()?), said(fields.next()?));
        Some(Origin { year, named, check_by: fields.next()? })
    })
}

/// The version of the knowledge: it changes when an advice can change.
pub fn version() -> &'static str {
    baked::VERSION
}

/// The digest of the built-in knowledge: SHA-256 over entries, observations and rules
/// (not over texts, which decide nothing).
pub fn digest() -> &'static str {
    baked::DIGEST
}

/// Every entry, family by family. Without the feature `catalogue`, only those that answers name.
pub fn all() -> &'static [Entry] {
    static ALL: OnceLock<Vec<Entry>> = OnceLock::new();
    ALL.get_or_init(|| baked::ENTRIES.all().iter().map(|line| Entry::of(line)).collect())
}

impl Entry {
    /// From a line of the bake.
    fn of(line: &'static str) -> Entry {
        let mut fields = line.split('\t');
        let mut next = || fields.next().unwrap_or_default();
        let ids = |list: &'static str| list.split(',').filter(|id| !id.is_empty()).collect();
        let id = next();
        let kind = Kind::named(next());
        Entry {
            id,
            // The bake writes no other: its entries are read by `every_kind_is_named_as_in_documents`.
            kind: kind.unwrap_or(Kind::Concept),
            parent: Some(next()).filter(|parent| !parent.is_empty()),
            source: Source::new(next(), next()),
            figure: baked::FIGURES.iter().find(|(of, _)| *of == id).map(|(_, figure)| figure.clone()),
            covers: ids(next()),
            restates: ids(next()),
            tips: ids(next()),
        }
    }
}

/// The entry of this id.
pub fn entry(id: &str) -> Option<&'static Entry> {
    place(id).and_then(|i| all().get(i))
}

/// The place of an entry in the catalogue.
pub(crate) fn place(id: &str) -> Option<usize> {
    static PLACES: OnceLock<Places> = OnceLock::new();
    PLACES.get_or_init(|| places(all().iter().map(|e| e.id))).get(id).copied()
}

/// The place of each thing in a list, by its id.
pub(crate) type Places<'a> = BTreeMap<&'a str, usize>;

/// The places of ids in a list; of an id that stands twice, the first.
pub(crate) fn places<'a>(ids: impl Iterator<Item = &'a str>) -> Places<'a> {
    let mut places = Places::new();
    for (place, id) in ids.enumerate() {
        places.entry(id).or_insert(place);
    }
    places
}

/// The kind of this name, of those that some entry has.
///
/// # Errors
/// `value.unknown`, with the kinds there are.
///
/// ```
/// use raakvlak::knowledge::{self, Kind};
///
/// assert_eq!(knowledge::kind("attention-point"), Ok(Kind::AttentionPoint));
/// assert!(knowledge::kind("competences").unwrap_err().help().unwrap().contains("competence"));
/// ```
pub fn kind(name: &str) -> Result<Kind, Error> {
    let there = |kind: &Kind| all().iter().any(|e| e.kind == *kind);
    Kind::named(name).filter(there).ok_or_else(|| {
        let known: Vec<&str> = Kind::NAMES.iter().filter(|(kind, _)| there(kind)).map(|(_, name)| *name).collect();
        Error::new(Code::ValueUnknown, format!("there is no knowledge of the kind `{}`", shorten(name)))
            .with_help(format!("known here: {}", known.join(", ")))
    })
}

/// The entries right under this one.
pub fn children(id: &str) -> impl Iterator<Item = &'static Entry> + use<> {
    under(id).iter().filter_map(|place| all().get(*place))
}

/// The places of the entries right under this one.
pub(crate) fn under(id: &str) -> &'static [usize] {
    static UNDER: OnceLock<Vec<Vec<usize>>> = OnceLock::new();
    let under = UNDER.get_or_init(|| {
        let mut under = vec![Vec::new(); all().len()];
        for (child, entry) in all().iter().enumerate() {
            if let Some(children) = entry.parent.and_then(place).and_then(|parent| under.get_mut(parent)) {
                children.push(child);
            }
        }
        under
    });
    place(id).and_then(|place| under.get(place)).map_or(&[], Vec::as_slice)
}

/// Searches labels and texts. Every word must be found; case and accents do not matter;
/// entries with all words in their label or id come first.
///
/// ```
/// use raakvlak::{knowledge, Texts};
///
/// let found = knowledge::search("Ecogram", &Texts::nl());
/// assert_eq!(found[0].id, "method.analysis.network");
/// ```
pub fn search(words: &str, texts: &Texts) -> Vec<&'static Entry> {
    let folded = fold(words);
    let words: Vec<&str> = folded.split_whitespace().collect();
    if words.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(u8, &'static Entry)> = all()
        .iter()
        .filter_map(|entry| {
            let label = fold(&texts.label(entry.id));
            let near = format!("{label} {}", fold(entry.id));
            let far = format!("{near} {}", fold(&texts.text(entry.id)));
            let within = |text: &str| words.iter().all(|w| text.contains(w));
            let rank = if label == words.join(" ") {
                0
            } else if within(&label) {
                1
            } else if within(&near) {
                2
            } else if within(&far) {
                3
            } else {
                return None;
            };
            Some((rank, entry))
        })
        .collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, entry)| entry).collect()
}

/// Lower case, without the accents of the Latin script. A table instead of full Unicode
/// normalisation: that would weigh more in a browser than the search itself.
fn fold(text: &str) -> String {
    text.chars()
        .flat_map(char::to_lowercase)
        .filter(|c| !('\u{300}'..='\u{36f}').contains(c))
        .flat_map(|c| {
            let plain: &[char] = match c {
                'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => &['a'],
                'ç' | 'ć' | 'č' => &['c'],
                'ď' | 'đ' => &['d'],
                'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => &['e'],
                'ğ' => &['g'],
                'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => &['i'],
                'ĳ' => &['i', 'j'],
                'ł' => &['l'],
                'ñ' | 'ń' | 'ň' => &['n'],
                'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => &['o'],
                'œ' => &['o', 'e'],
                'ř' => &['r'],
                'ś' | 'š' | 'ş' => &['s'],
                'ß' => &['s', 's'],
                'ť' | 'ţ' => &['t'],
                'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => &['u'],
                'ý' | 'ÿ' => &['y'],
                'ź' | 'ż' | 'ž' => &['z'],
                'æ' => &['a', 'e'],
                '-' | '‑' => &[],
                other => return [Some(other), None],
            };
            [plain.first().copied(), plain.get(1).copied()]
        })
        .flatten()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Kind, all, fold};

    #[test]
    fn every_kind_is_named_as_in_documents() {
        for (kind, name) in Kind::NAMES {
            assert_eq!(serde_json::to_value(kind).unwrap(), name);
        }
        let lines = super::baked::ENTRIES.all();
        assert_eq!(lines.len(), all().len());
        for (line, entry) in lines.iter().zip(all()) {
            let fields: Vec<&str> = line.split('\t').collect();
            assert_eq!(fields[..2], [entry.id, entry.kind.name()]);
            assert_eq!(fields.len(), 8, "{line}");
        }
    }

    #[test]
    fn folding_drops_case_accents_and_hyphens() {
        assert_eq!(fold("Cliënt, CASUÏSTIEK, e\u{301}e\u{301}n"), "client, casuistiek, een");
        assert_eq!(fold("diversiteits-sensitief"), "diversiteitssensitief");
    }
}
