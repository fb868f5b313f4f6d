//! Texts: apart from the rules, one pack per language.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::boundary::read;
use crate::error::Error;
use crate::knowledge;
use crate::observation;

/// A text in Dutch and English.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "an object with `nl` and `en`")]
pub struct Translated {
    /// In Dutch.
    pub nl: String,
    /// In English.
    pub en: String,
}

/// A text pack: every text that is shown, in one language. The document `raakvlak.texts.v1`.
///
/// Two packs are baked in, behind the features `nl` and `en`. Without them, or for a
/// further language, a pack is read with [`Texts::from_json`]. What a pack lacks falls
/// back visibly: to another language, with the language before it in brackets.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a text pack")]
pub struct TextPack {
    /// Always `raakvlak.texts.v1`.
    pub schema: String,
    /// The language, as a BCP 47 tag.
    pub lang: String,
    /// The short heading of each knowledge id.
    #[serde(default)]
    pub labels: BTreeMap<String, String>,
    /// The text of each knowledge id.
    #[serde(default)]
    pub texts: BTreeMap<String, String>,
    /// What can be said to parents, in plain words, by knowledge id.
    #[serde(default)]
    pub parents: BTreeMap<String, String>,
    /// What each figure of the knowledge counts or measures, by knowledge id.
    #[serde(default)]
    pub figures: BTreeMap<String, String>,
    /// What has to be said with a figure, by knowledge id.
    #[serde(default)]
    pub caveats: BTreeMap<String, String>,
    /// Where a choice is ours: what and why, by knowledge id, or `rule:` and a rule id.
    #[serde(default)]
    pub operationalisations: BTreeMap<String, String>,
    /// The question that settles each observation.
    #[serde(default)]
    pub questions: BTreeMap<String, String>,
    /// Headings and set phrases of reports.
    #[serde(default)]
    pub phrases: BTreeMap<String, String>,
}

/// A baked pack: texts in the order of the catalogue, and pairs sorted by key.
#[derive(Debug)]
#[cfg_attr(not(any(feature = "nl", feature = "en")), allow(dead_code, reason = "no pack is baked in"))]
pub(crate) struct BakedPack {
    pub(crate) lang: &'static str,
    /// By place among the entries of the knowledge.
    pub(crate) labels: &'static [&'static str],
    /// By place among the entries of the knowledge.
    pub(crate) texts: &'static [&'static str],
    /// By place among the observations.
    pub(crate) observation_labels: &'static [&'static str],
    /// By place among the observations.
    pub(crate) questions: &'static [&'static str],
    pub(crate) parents: &'static [(&'static str, &'static str)],
    pub(crate) figures: &'static [(&'static str, &'static str)],
    pub(crate) caveats: &'static [(&'static str, &'static str)],
    pub(crate) operationalisations: &'static [(&'static str, &'static str)],
    pub(crate) phrases: &'static [(&'static str, &'static str)],
}

#[derive(Debug, Clone)]
enum Pack {
    Baked(&'static BakedPack),
    Loaded(Arc<TextPack>),
}

/// The texts in one language.
///
/// ```
/// use raakvlak::Texts;
///
/// assert_eq!(Texts::nl().lang(), "nl");
/// assert!(Texts::en().label("principle.client-pace").contains("pace"));
/// ```
#[derive(Debug, Clone)]
pub struct Texts {
    pack: Pack,
}

#[derive(Clone, Copy)]
enum Shelf {
    Labels,
    Texts,
    Parents,
    Figures,
    Caveats,
    Operationalisations,
    Questions,
    Phrases,
}

impl Texts {
    /// The Dutch texts.
    #[cfg(feature = "nl")]
    pub fn nl() -> Texts {
        Texts { pack: Pack::Baked(&crate::knowledge::baked_nl::PACK) }
    }

    /// The English texts.
    #[cfg(feature = "en")]
    pub fn en() -> Texts {
        Texts { pack: Pack::Baked(&crate::knowledge::baked_en::PACK) }
    }

    /// The baked texts of a language, when they are there.
    pub fn builtin(lang: &str) -> Option<Texts> {
        baked().find(|p| p.lang == lang).map(|p| Texts { pack: Pack::Baked(p) })
    }

    /// Reads a text pack, the document `raakvlak.texts.v1`.
    ///
    /// # Errors
    /// Those of reading a document: `document.*`, `field.*`, `value.*`.
    ///
    /// ```
    /// let pack = r#"{"schema": "raakvlak.texts.v1", "lang": "fr",
    ///                "labels": {"principle.client-pace": "Le rythme du client"}}"#;
    /// let texts = raakvlak::Texts::from_json(pack)?;
    /// assert_eq!(texts.label("principle.client-pace"), "Le rythme du client");
    /// // What the pack lacks falls back visibly.
    /// assert!(texts.label("principle.curiosity").starts_with("[nl] "));
    /// # Ok::<(), raakvlak::Error>(())
    /// ```
    pub fn from_json(json: &str) -> Result<Texts, Error> {
        let pack: TextPack = read(json, "raakvlak.texts")?;
        Ok(Texts { pack: Pack::Loaded(Arc::new(pack)) })
    }

    /// The pack as a document, to translate or to load elsewhere.
    pub fn to_pack(&self) -> TextPack {
        let all = |shelf| match &self.pack {
            Pack::Baked(pack) => pack.all(shelf).map(|(k, v)| (k.to_owned(), v.to_owned())).collect(),
            Pack::Loaded(pack) => pack.shelf(shelf).clone(),
        };
        TextPack {
            schema: "raakvlak.texts.v1".to_owned(),
            lang: self.lang().to_owned(),
            labels: all(Shelf::Labels),
            texts: all(Shelf::Texts),
            parents: all(Shelf::Parents),
            figures: all(Shelf::Figures),
            caveats: all(Shelf::Caveats),
            operationalisations: all(Shelf::Operationalisations),
            questions: all(Shelf::Questions),
            phrases: all(Shelf::Phrases),
        }
    }

    /// The language, as a BCP 47 tag.
    pub fn lang(&self) -> &str {
        match &self.pack {
            Pack::Baked(pack) => pack.lang,
            Pack::Loaded(pack) => &pack.lang,
        }
    }

    /// Whether the language is written from right to left.
    pub fn right_to_left(&self) -> bool {
        is_right_to_left(self.lang())
    }

    /// The short heading of a knowledge id.
    pub fn label(&self, id: &str) -> Cow<'static, str> {
        self.shown(Shelf::Labels, id)
    }

    /// The text of a knowledge id.
    pub fn text(&self, id: &str) -> Cow<'static, str> {
        self.shown(Shelf::Texts, id)
    }

    /// The heading and the text of an entry, by its place.
    pub(crate) fn entry(&self, place: usize) -> (Cow<'static, str>, Cow<'static, str>) {
        if let Pack::Baked(pack) = &self.pack
            && let (Some(label), Some(text)) = (pack.labels.get(place), pack.texts.get(place))
        {
            return (Cow::Borrowed(label), Cow::Borrowed(text));
        }
        let id = knowledge::all().get(place).map_or("", |e| e.id);
        (self.label(id), self.text(id))
    }

    /// What can be said to parents about a knowledge id, in plain words (B1 or easier); none
    /// for what is for the professional alone.
    ///
    /// ```
    /// let texts = raakvlak::Texts::en();
    /// assert!(texts.parents("house.green").is_some());
    /// assert!(texts.parents("house.rule.no-red-when-safe").is_none());
    /// ```
    pub fn parents(&self, id: &str) -> Option<Cow<'static, str>> {
        self.find(Shelf::Parents, id)
    }

    /// What the figure of a knowledge id counts or measures.
    pub fn figure(&self, id: &str) -> Option<Cow<'static, str>> {
        self.find(Shelf::Figures, id)
    }

    /// What has to be said with the figure of a knowledge id.
    pub fn caveat(&self, id: &str) -> Option<Cow<'static, str>> {
        self.find(Shelf::Caveats, id)
    }

    /// Where a choice is ours: what and why, for a knowledge id, or `rule:` and a rule id.
    pub fn operationalisation(&self, id: &str) -> Option<Cow<'static, str>> {
        self.find(Shelf::Operationalisations, id)
    }

    /// The question that settles an observation.
    pub fn question(&self, observation: &str) -> Cow<'static, str> {
        self.shown(Shelf::Questions, observation)
    }

    /// A set phrase of the reports.
    pub(crate) fn phrase(&self, key: &str) -> Cow<'static, str> {
        self.shown(Shelf::Phrases, key)
    }

    /// A set phrase that need not be there.
    pub(crate) fn find_phrase(&self, key: &str) -> Option<Cow<'static, str>> {
        self.find(Shelf::Phrases, key)
    }

    fn shown(&self, shelf: Shelf, key: &str) -> Cow<'static, str> {
        self.find(shelf, key).unwrap_or_else(|| Cow::Owned(format!("[?] {key}")))
    }

    fn find(&self, shelf: Shelf, key: &str) -> Option<Cow<'static, str>> {
        let own = match &self.pack {
            Pack::Baked(pack) => pack.find(shelf, key).map(Cow::Borrowed),
            Pack::Loaded(pack) => pack.shelf(shelf).get(key).cloned().map(Cow::Owned),
        };
        own.or_else(|| baked().find_map(|p| Some(Cow::Owned(format!("[{}] {}", p.lang, p.find(shelf, key)?)))))
    }
}

/// Languages that are written from right to left, unless the tag names a script.
const FROM_RIGHT: [&str; 20] = [
    "ar", "arc", "ary", "arz", "azb", "ckb", "dv", "fa", "he", "iw", "ji", "ks", "nqo", "prs", "ps", "sd", "syr", "ug",
    "ur", "yi",
];

/// Whether a language, as a BCP 47 tag, is written from right to left.
pub(crate) fn is_right_to_left(lang: &str) -> bool {
    let lang = lang.to_ascii_lowercase();
    let mut parts = lang.split(['-', '_']);
    let language = parts.next().unwrap_or_default();
    match parts.find(|p| p.len() == 4 && p.bytes().all(|b| b.is_ascii_alphabetic())) {
        Some(script) => ["arab", "aran", "hebr", "thaa", "syrc", "nkoo"].contains(&script),
        None => FROM_RIGHT.contains(&language),
    }
}

/// The packs that are baked in.
pub(crate) fn baked() -> impl Iterator<Item = &'static BakedPack> {
    [
        #[cfg(feature = "nl")]
        &crate::knowledge::baked_nl::PACK,
        #[cfg(feature = "en")]
        &crate::knowledge::baked_en::PACK,
    ]
    .into_iter()
}

impl BakedPack {
    fn find(&self, shelf: Shelf, key: &str) -> Option<&'static str> {
        let entry = |column: &'static [&'static str]| knowledge::place(key).and_then(|p| column.get(p)).copied();
        let observed =
            |column: &'static [&'static str]| observation::index(key).and_then(|i| column.get(usize::from(i))).copied();
        let paired = |pairs: &'static [(&'static str, &'static str)]| {
            let at = pairs.binary_search_by(|(k, _)| (*k).cmp(key)).ok()?;
            pairs.get(at).map(|(_, v)| *v)
        };
        match shelf {
            Shelf::Labels => entry(self.labels).or_else(|| observed(self.observation_labels)),
            Shelf::Texts => entry(self.texts),
            Shelf::Questions => observed(self.questions),
            Shelf::Parents => paired(self.parents),
            Shelf::Figures => paired(self.figures),
            Shelf::Caveats => paired(self.caveats),
            Shelf::Operationalisations => paired(self.operationalisations),
            Shelf::Phrases => paired(self.phrases),
        }
    }

    fn all(&self, shelf: Shelf) -> Box<dyn Iterator<Item = (&'static str, &'static str)>> {
        let entries =
            |column: &'static [&'static str]| knowledge::all().iter().map(|e| e.id).zip(column.iter().copied());
        let observed =
            |column: &'static [&'static str]| observation::all().iter().map(|o| o.id).zip(column.iter().copied());
        match shelf {
            Shelf::Labels => Box::new(entries(self.labels).chain(observed(self.observation_labels))),
            Shelf::Texts => Box::new(entries(self.texts)),
            Shelf::Questions => Box::new(observed(self.questions)),
            Shelf::Parents => Box::new(self.parents.iter().copied()),
            Shelf::Figures => Box::new(self.figures.iter().copied()),
            Shelf::Caveats => Box::new(self.caveats.iter().copied()),
            Shelf::Operationalisations => Box::new(self.operationalisations.iter().copied()),
            Shelf::Phrases => Box::new(self.phrases.iter().copied()),
        }
    }
}

impl TextPack {
    fn shelf(&self, shelf: Shelf) -> &BTreeMap<String, String> {
        match shelf {
            Shelf::Labels => &self.labels,
            Shelf::Texts => &self.texts,
            Shelf::Parents => &self.parents,
            Shelf::Figures => &self.figures,
            Shelf::Caveats => &self.caveats,
            Shelf::Operationalisations => &self.operationalisations,
            Shelf::Questions => &self.questions,
            Shelf::Phrases => &self.phrases,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_right_to_left;

    #[test]
    fn a_script_says_more_about_the_direction_than_a_language() {
        for (lang, from_right) in [("ar", true), ("fa-AF", true), ("az-Arab", true), ("ks-Deva", false), ("nl", false)]
        {
            assert_eq!(is_right_to_left(lang), from_right, "{lang}");
        }
    }
}
