//! Texts: apart from the rules, one pack per language.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Serialize};

use crate::boundary::read;
use crate::error::{Code, Error};
use crate::knowledge;
use crate::observation::{self, shorten};

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
/// back: to ours in that language, or else visibly to another, with that language before it
/// in brackets.
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
    /// The statements of the checklist in the wording for elderly care.
    #[serde(default)]
    pub elderly: BTreeMap<String, String>,
    /// Why each statement of the checklist matters.
    #[serde(default)]
    pub matters: BTreeMap<String, String>,
    /// What each statement of the checklist looks like in practice.
    #[serde(default)]
    pub examples: BTreeMap<String, String>,
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

/// Lines of text as they are baked, in blocks that end with their last line. As one text they weigh half of
/// what a list of texts does, where a module travels to a browser.
#[derive(Debug)]
pub(crate) struct Lines {
    blocks: &'static [&'static str],
    lines: OnceLock<Vec<&'static str>>,
}

impl Lines {
    pub(crate) const fn new(blocks: &'static [&'static str]) -> Self {
        Lines { blocks, lines: OnceLock::new() }
    }

    pub(crate) fn all(&self) -> &[&'static str] {
        self.lines.get_or_init(|| self.blocks.iter().flat_map(|block| block.lines()).collect())
    }

    pub(crate) fn at(&self, place: usize) -> Option<&'static str> {
        self.all().get(place).copied()
    }

    /// Of lines with a key before a tab, sorted by key: the text behind this key.
    fn of(&self, key: &str) -> Option<&'static str> {
        let at = self.all().binary_search_by(|line| pair(line).0.cmp(key)).ok()?;
        self.at(at).map(|line| pair(line).1)
    }
}

fn pair(line: &'static str) -> (&'static str, &'static str) {
    line.split_once('\t').unwrap_or((line, ""))
}

/// A baked pack: texts in the order of the catalogue, and lines of key and text.
#[derive(Debug)]
#[cfg_attr(not(any(feature = "nl", feature = "en")), allow(dead_code, reason = "no pack is baked in"))]
pub(crate) struct BakedPack {
    pub(crate) lang: &'static str,
    /// By place among the entries of the knowledge.
    pub(crate) labels: Lines,
    /// By place among the entries of the knowledge.
    pub(crate) texts: Lines,
    /// By place among the observations.
    pub(crate) observation_labels: Lines,
    /// By place among the observations.
    pub(crate) questions: Lines,
    pub(crate) parents: Lines,
    pub(crate) elderly: Lines,
    pub(crate) matters: Lines,
    pub(crate) examples: Lines,
    pub(crate) figures: Lines,
    pub(crate) caveats: Lines,
    pub(crate) operationalisations: Lines,
    pub(crate) phrases: Lines,
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
    Elderly,
    Matters,
    Examples,
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
        if !is_tag(&pack.lang) {
            let message = format!("`{}` is not the tag of a language", shorten(&pack.lang));
            return Err(Error::new(Code::ValueUnknown, message).at("$.lang").with_help("such as nl, fr or pt-BR"));
        }
        Ok(Texts { pack: Pack::Loaded(Arc::new(pack)) })
    }

    /// The pack as a document, to translate or to load elsewhere.
    pub fn to_pack(&self) -> TextPack {
        let all = |shelf| match &self.pack {
            Pack::Baked(pack) => pack.all(shelf).into_iter().map(|(k, v)| (k.to_owned(), v.to_owned())).collect(),
            Pack::Loaded(pack) => pack.shelf(shelf).clone(),
        };
        TextPack {
            schema: "raakvlak.texts.v1".to_owned(),
            lang: self.lang().to_owned(),
            labels: all(Shelf::Labels),
            texts: all(Shelf::Texts),
            parents: all(Shelf::Parents),
            elderly: all(Shelf::Elderly),
            matters: all(Shelf::Matters),
            examples: all(Shelf::Examples),
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
            && let (Some(label), Some(text)) = (pack.labels.at(place), pack.texts.at(place))
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

    /// A statement of the checklist in the wording for elderly care.
    ///
    /// ```
    /// let texts = raakvlak::Texts::en();
    /// assert!(texts.elderly("checklist.item.1").unwrap().contains("older"));
    /// ```
    pub fn elderly(&self, id: &str) -> Option<Cow<'static, str>> {
        self.find(Shelf::Elderly, id)
    }

    /// Why a statement of the checklist matters.
    pub fn matters(&self, id: &str) -> Option<Cow<'static, str>> {
        self.find(Shelf::Matters, id)
    }

    /// What a statement of the checklist looks like in practice.
    pub fn example(&self, id: &str) -> Option<Cow<'static, str>> {
        self.find(Shelf::Examples, id)
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

    /// A heading or set phrase of the reports, for who writes a page of their own.
    ///
    /// ```
    /// assert_eq!(raakvlak::Texts::en().phrase("source"), "Source");
    /// ```
    pub fn phrase(&self, key: &str) -> Cow<'static, str> {
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
        let baked_in_it = || baked().find(|p| p.lang == self.lang())?.find(shelf, key).map(Cow::Borrowed);
        let other = || baked().find_map(|p| Some(Cow::Owned(format!("[{}] {}", p.lang, p.find(shelf, key)?))));
        own.or_else(baked_in_it).or_else(other)
    }
}

/// Whether this is the form of a BCP 47 tag.
fn is_tag(lang: &str) -> bool {
    let part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
    lang.len() > 1 && lang.split('-').all(part)
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
        let entry = |lines: &Lines| lines.at(knowledge::place(key)?);
        let observed = |lines: &Lines| lines.at(usize::from(observation::index(key)?));
        match self.shelf(shelf) {
            Sorted::Entries(lines, None) => entry(lines),
            Sorted::Entries(lines, Some(of_observations)) => entry(lines).or_else(|| observed(of_observations)),
            Sorted::Observations(lines) => observed(lines),
            Sorted::Keys(lines) => lines.of(key),
        }
    }

    fn all(&self, shelf: Shelf) -> Vec<(&'static str, &'static str)> {
        let entries = |lines: &Lines| knowledge::all().iter().map(|e| e.id).zip(lines.all().iter().copied()).collect();
        let observed = |lines: &Lines| -> Vec<_> {
            observation::all().iter().map(|o| o.id).zip(lines.all().iter().copied()).collect()
        };
        match self.shelf(shelf) {
            Sorted::Entries(lines, None) => entries(lines),
            Sorted::Entries(lines, Some(of_observations)) => {
                let mut all: Vec<_> = entries(lines);
                all.extend(observed(of_observations));
                all
            }
            Sorted::Observations(lines) => observed(lines),
            Sorted::Keys(lines) => lines.all().iter().map(|line| pair(line)).collect(),
        }
    }

    fn shelf(&self, shelf: Shelf) -> Sorted<'_> {
        match shelf {
            Shelf::Labels => Sorted::Entries(&self.labels, Some(&self.observation_labels)),
            Shelf::Texts => Sorted::Entries(&self.texts, None),
            Shelf::Questions => Sorted::Observations(&self.questions),
            Shelf::Parents => Sorted::Keys(&self.parents),
            Shelf::Elderly => Sorted::Keys(&self.elderly),
            Shelf::Matters => Sorted::Keys(&self.matters),
            Shelf::Examples => Sorted::Keys(&self.examples),
            Shelf::Figures => Sorted::Keys(&self.figures),
            Shelf::Caveats => Sorted::Keys(&self.caveats),
            Shelf::Operationalisations => Sorted::Keys(&self.operationalisations),
            Shelf::Phrases => Sorted::Keys(&self.phrases),
        }
    }
}

/// How the lines of a shelf stand.
enum Sorted<'a> {
    /// In the order of the entries; behind them, the observations.
    Entries(&'a Lines, Option<&'a Lines>),
    Observations(&'a Lines),
    Keys(&'a Lines),
}

impl TextPack {
    fn shelf(&self, shelf: Shelf) -> &BTreeMap<String, String> {
        match shelf {
            Shelf::Labels => &self.labels,
            Shelf::Texts => &self.texts,
            Shelf::Parents => &self.parents,
            Shelf::Elderly => &self.elderly,
            Shelf::Matters => &self.matters,
            Shelf::Examples => &self.examples,
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
