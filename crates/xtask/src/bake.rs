//! Bakes `crates/raakvlak/knowledge/*.toml` into checked-in Rust, after checking it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use serde::Deserialize;

/// The families, in the order in which the catalogue lists them.
const FAMILIES: &[&str] = &[
    "concept",
    "frame",
    "principle",
    "barrier",
    "organisation",
    "competence",
    "method",
    "casework",
    "parents",
    "house",
    "checklist",
    "network",
    "phase",
    "practice",
    "tool",
    "cooperation",
    "team",
    "trajectory",
    "fact",
    "safety",
    "ref",
];

/// What stands in the file of a family under another name: the advices of the houses; and of the family of
/// networks, which is large, the phases and the practice.
const GUESTS: &[(&str, &str)] = &[
    ("house", "help."),
    ("house", "shared-picture."),
    ("house", "houses."),
    ("phase", "network.phase"),
    ("practice", "network.case"),
    ("practice", "network.outcome"),
    ("practice", "network.voice"),
    ("practice", "network.lesson"),
];

/// Families that answers name beside what a rule gives: the conversation about the houses, and what goes
/// before everything.
const IN_ANSWERS: &[&str] = &["parents", "house", "safety"];

/// Observations that no rule compares: the plan of the houses reads what was explained.
const READ_BY_THE_PLAN: &[&str] = &["explained.orange"];

/// What a rule can be about.
const ABOUT: &[&str] =
    &["case", "contact", "family", "houses", "organisation", "network", "cooperation", "district-team"];

/// What is about organisations and what they do together: read where the catalogue is, never stated in a case.
const BESIDE_CASES: &[&str] = &["organisation", "network", "cooperation", "district-team"];

const DOCUMENTS: &[&str] = &["handbook", "interim", "district-teams", "trajectory", "announcement", "law"];

#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
struct Text {
    #[serde(default)]
    nl: String,
    #[serde(default)]
    en: String,
}

impl Text {
    /// With a word of the entry filled in.
    fn fill(&self, label: &Text) -> Text {
        Text { nl: self.nl.replace("{label}", &label.nl), en: self.en.replace("{label}", &label.en) }
    }
}

#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
struct Source {
    document: String,
    section: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    kind: String,
    parent: Option<String>,
    source: Source,
    label: Text,
    text: Text,
    #[serde(default)]
    covers: Vec<String>,
    #[serde(default)]
    restates: Vec<String>,
    figure: Option<Figure>,
    /// What the figure counts or measures.
    #[serde(rename = "figure-of")]
    figure_of: Option<Text>,
    /// What has to be said with the figure.
    caveat: Option<Text>,
    /// Of a fact: the year that it is about.
    year: Option<u16>,
    /// Of a fact: whom the source names as its origin.
    #[serde(rename = "named-source")]
    named_source: Option<String>,
    /// Of a fact: the day after which it has to be checked again.
    #[serde(rename = "check-by")]
    check_by: Option<String>,
    /// What is said to parents.
    parents: Option<Text>,
    /// A statement in the wording for elderly care.
    elderly: Option<Text>,
    /// Why it matters.
    matters: Option<Text>,
    /// What it looks like in practice.
    example: Option<Text>,
    /// Entries that say how to get further.
    #[serde(default)]
    tips: Vec<String>,
    operationalisation: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Figure {
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    unit: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Observation {
    id: String,
    kind: String,
    about: String,
    #[serde(default)]
    steps: Vec<String>,
    /// What has an entry, such as a facet, has its label.
    label: Option<Text>,
    question: Text,
    source: Source,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AtLeast {
    count: usize,
    of: Vec<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    One(AtLeast),
    Many(Vec<AtLeast>),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Rule {
    id: String,
    advice: String,
    about: String,
    #[serde(default)]
    always: bool,
    #[serde(default)]
    with: Vec<String>,
    #[serde(default)]
    all: Vec<String>,
    #[serde(default)]
    any: Vec<String>,
    #[serde(default)]
    unless: Vec<String>,
    at_least: Option<OneOrMany>,
    source: Source,
    operationalisation: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entries {
    entry: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Observations {
    observation: Vec<Observation>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleBook {
    rule: Vec<Rule>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Phrases {
    version: String,
    phrase: BTreeMap<String, Text>,
}

/// The faults found, each with file, entry and field.
#[derive(Default)]
struct Faults(Vec<String>);

impl Faults {
    fn add(&mut self, file: &str, entry: &str, field: &str, what: impl std::fmt::Display) {
        self.0.push(format!("{file}.toml: {entry}: {field}: {what}"));
    }

    fn text(&mut self, file: &str, entry: &str, field: &str, text: &Text) {
        for (lang, value) in [("nl", &text.nl), ("en", &text.en)] {
            if value.trim().is_empty() {
                self.add(file, entry, &format!("{field}.{lang}"), "is missing");
            }
            if value.contains(['\n', '\t']) {
                self.add(file, entry, &format!("{field}.{lang}"), "holds a tab or a new line");
            }
        }
    }

    fn source(&mut self, file: &str, entry: &str, source: &Source) {
        if !DOCUMENTS.contains(&source.document.as_str()) {
            self.add(file, entry, "source.document", format_args!("`{}` is not one of {DOCUMENTS:?}", source.document));
        }
        if source.section.trim().is_empty() {
            self.add(file, entry, "source.section", "is missing");
        }
    }
}

/// What is baked, by file name.
pub(crate) type Baked = BTreeMap<&'static str, String>;

/// Reads and checks the knowledge in a folder.
///
/// # Errors
/// Every fault, each with file, entry and field.
pub(crate) fn bake(folder: &Path) -> Result<Baked, Vec<String>> {
    let mut faults = Faults::default();
    let mut entries: Vec<(&str, Entry)> = Vec::new();
    for family in FAMILIES {
        if let Some(file) = parse::<Entries>(folder, family, &mut faults) {
            entries.extend(file.entry.into_iter().map(|e| (*family, e)));
        }
    }
    let observations = parse::<Observations>(folder, "observations", &mut faults).map_or(Vec::new(), |f| f.observation);
    let observations: Vec<Observation> = observations.into_iter().flat_map(|o| each_entry(o, &entries)).collect();
    let rules = parse::<RuleBook>(folder, "rules", &mut faults).map_or(Vec::new(), |f| f.rule);
    let rules: Vec<Rule> = rules.into_iter().flat_map(|r| each_tip(r, &entries)).collect();
    let phrases = parse::<Phrases>(folder, "phrases", &mut faults);
    check_entries(&entries, &mut faults);
    check_observations(&observations, &rules, &mut faults);
    check_rules(&rules, &observations, &entries, &mut faults);
    let Some(phrases) = phrases else { return Err(faults.0) };
    for (key, text) in &phrases.phrase {
        faults.text("phrases", key, "text", text);
    }
    if !faults.0.is_empty() {
        return Err(faults.0);
    }
    let decisive = decisive(&phrases.version, &entries, &observations, &rules);
    let digest = hmac_sha256::Hash::hash(decisive.as_bytes()).iter().fold(String::from("sha256:"), |mut d, b| {
        let _ = write!(d, "{b:02x}");
        d
    });
    Ok(Baked::from([
        (
            "baked.rs",
            format!(
                "// Made by `cargo xtask bake` from knowledge/*.toml; do not edit.\n\n{}\npub(crate) const DIGEST: &str = {digest:?};\n\n{decisive}",
                BAKED_HEAD
            ),
        ),
        ("baked_nl.rs", pack("nl", |t| &t.nl, &entries, &observations, &rules, &phrases)),
        ("baked_en.rs", pack("en", |t| &t.en, &entries, &observations, &rules, &phrases)),
    ]))
}

const BAKED_HEAD: &str = "use std::borrow::Cow;

use crate::knowledge::Figure;
use crate::text::Lines;
";

fn parse<T: serde::de::DeserializeOwned>(folder: &Path, name: &str, faults: &mut Faults) -> Option<T> {
    let path = folder.join(format!("{name}.toml"));
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(e) => {
            faults.add(name, "file", "read", e);
            return None;
        }
    };
    match toml::from_str(&text) {
        Ok(read) => Some(read),
        Err(e) => {
            let line = e.span().map_or(0, |s| text.get(..s.start).unwrap_or("").lines().count());
            let entry = text
                .lines()
                .take(line)
                .filter_map(|l| l.strip_prefix("id = "))
                .last()
                .unwrap_or("before the first entry")
                .trim_matches('"');
            faults.add(name, entry, &format!("line {line}"), e.message());
            None
        }
    }
}

/// The entries that an id with a star stands for.
fn starred<'a>(id: &str, entries: &'a [(&str, Entry)]) -> Vec<&'a Entry> {
    let Some(under) = id.strip_suffix('*') else { return Vec::new() };
    entries.iter().map(|(_, e)| e).filter(|e| e.id.starts_with(under) && !e.tips.is_empty()).collect()
}

/// An observation, or the many that one with a star stands for.
fn each_entry(one: Observation, entries: &[(&str, Entry)]) -> Vec<Observation> {
    if !one.id.ends_with('*') {
        return vec![one];
    }
    let made = starred(&one.id, entries).into_iter().map(|e| Observation {
        id: e.id.clone(),
        kind: one.kind.clone(),
        about: one.about.clone(),
        steps: one.steps.clone(),
        label: Some(e.label.clone()),
        question: one.question.fill(&e.label),
        source: one.source.clone(),
    });
    made.collect()
}

/// A rule, or the many that one with a star stands for: for every entry and each of its tips.
fn each_tip(one: Rule, entries: &[(&str, Entry)]) -> Vec<Rule> {
    if !one.id.ends_with('*') {
        return vec![one];
    }
    let made = starred(&one.id, entries).into_iter().flat_map(|e| {
        let all: Vec<String> = one.all.iter().map(|c| c.replace(&one.id, &e.id)).collect();
        e.tips.iter().map(move |tip| (e, tip, all.clone()))
    });
    made.map(|(e, tip, all)| Rule {
        id: format!("{}.{tip}", e.id),
        advice: tip.clone(),
        about: one.about.clone(),
        always: false,
        with: Vec::new(),
        all,
        any: Vec::new(),
        unless: Vec::new(),
        at_least: None,
        source: one.source.clone(),
        operationalisation: None,
    })
    .collect()
}

fn check_entries(entries: &[(&str, Entry)], faults: &mut Faults) {
    let ids: BTreeSet<&str> = entries.iter().map(|(_, e)| e.id.as_str()).collect();
    let mut seen = BTreeSet::new();
    let mut texts: BTreeMap<&str, &str> = BTreeMap::new();
    for (file, e) in entries {
        if !seen.insert(&e.id) {
            faults.add(file, &e.id, "id", "is double");
        }
        let guest = GUESTS.iter().any(|(host, prefix)| host == file && e.id.starts_with(prefix));
        if e.id != *file && !e.id.starts_with(&format!("{file}.")) && !guest {
            faults.add(file, &e.id, "id", format_args!("does not belong to the family `{file}`"));
        }
        match &e.parent {
            Some(parent) if !ids.contains(parent.as_str()) => {
                faults.add(file, &e.id, "parent", format_args!("`{parent}` does not exist"));
            }
            None if e.id != *file => faults.add(file, &e.id, "parent", "is missing"),
            _ => {}
        }
        faults.source(file, &e.id, &e.source);
        faults.text(file, &e.id, "label", &e.label);
        faults.text(file, &e.id, "text", &e.text);
        let optional = [
            ("parents", &e.parents),
            ("elderly", &e.elderly),
            ("matters", &e.matters),
            ("example", &e.example),
            ("figure-of", &e.figure_of),
            ("caveat", &e.caveat),
            ("operationalisation", &e.operationalisation),
        ];
        for (field, text) in optional {
            if let Some(text) = text {
                faults.text(file, &e.id, field, text);
            }
        }
        if (e.kind == "fact") != e.check_by.is_some() {
            faults.add(file, &e.id, "check-by", "every fact has one, and nothing else");
        }
        if e.check_by.is_none() && (e.year.is_some() || e.named_source.is_some()) {
            faults.add(file, &e.id, "year", "only a fact has a year and a named source");
        }
        if e.check_by.as_ref().is_some_and(|day| !is_day(day)) {
            faults.add(file, &e.id, "check-by", "expected a day, such as 2026-12-01");
        }
        if e.figure.is_some() != e.figure_of.is_some() || (e.figure.is_none() && e.caveat.is_some()) {
            faults.add(file, &e.id, "figure", "a figure and what it is of go together, and a caveat with them");
        }
        if let Some(f) = &e.figure
            && (f.value.is_some() == (f.low.is_some() || f.high.is_some()) || f.low > f.high.or(f.low))
        {
            faults.add(file, &e.id, "figure", "expected a value, or a low and a high one");
        }
        for text in [&e.text.nl, &e.text.en] {
            if let Some(other) = texts.insert(text, &e.id) {
                faults.add(file, &e.id, "text", format_args!("is the text of `{other}` too"));
            }
        }
        if e.covers.len() > 8 {
            faults.add(file, &e.id, "covers", "holds more than eight ids");
        }
        for (field, others) in [("restates", &e.restates), ("tips", &e.tips)] {
            for other in others.iter().filter(|other| !ids.contains(other.as_str())) {
                faults.add(file, &e.id, field, format_args!("`{other}` does not exist"));
            }
        }
        let complete = e.elderly.is_some() && e.matters.is_some() && e.example.is_some();
        if (e.kind == "item") != complete {
            faults.add(file, &e.id, "kind", "a statement, and only that, has `elderly`, `matters` and `example`");
        }
        if ["item", "block"].contains(&e.kind.as_str()) == e.tips.is_empty() {
            faults.add(file, &e.id, "tips", "a statement or a block, and only that, has them");
        }
        for c in &e.covers {
            if ids.contains(c.as_str()) {
                faults.add(file, &e.id, "covers", format_args!("`{c}` is an entry of its own"));
            }
        }
    }
}

/// Whether this has the form of a day; that it exists, a test of the core looks at.
fn is_day(day: &str) -> bool {
    let parts: Vec<&str> = day.split('-').collect();
    parts.iter().map(|p| p.len()).eq([4, 2, 2]) && parts.iter().all(|p| p.bytes().all(|b| b.is_ascii_digit()))
}

fn check_observations(observations: &[Observation], rules: &[Rule], faults: &mut Faults) {
    let file = "observations";
    let compared: BTreeSet<&str> = rules.iter().flat_map(comparisons).map(|(_, c)| subject(c)).collect();
    let mut seen = BTreeSet::new();
    for o in observations {
        if !seen.insert(&o.id) {
            faults.add(file, &o.id, "id", "is double");
        }
        match (o.kind.as_str(), o.steps.len()) {
            ("flag" | "difference", 0) | ("level", 2..=8) => {}
            ("level", _) => faults.add(file, &o.id, "steps", "a level needs two to eight steps"),
            ("flag" | "difference", _) => faults.add(file, &o.id, "steps", "only a level has steps"),
            (kind, _) => faults.add(file, &o.id, "kind", format_args!("`{kind}` is not flag, level or difference")),
        }
        if !["case", "contact"].contains(&o.about.as_str()) && !BESIDE_CASES.contains(&o.about.as_str()) {
            faults.add(file, &o.id, "about", format_args!("expected case, contact or one of {BESIDE_CASES:?}"));
        }
        faults.text(file, &o.id, "question", &o.question);
        match (&o.label, o.kind.as_str()) {
            (Some(label), _) => faults.text(file, &o.id, "label", label),
            (None, "difference") => {}
            (None, _) => faults.add(file, &o.id, "label", "is missing"),
        }
        faults.source(file, &o.id, &o.source);
        let aspect = format!("{}.*", o.id.split('.').next().unwrap_or_default());
        let by_star = o.kind == "difference" && compared.contains(aspect.as_str());
        let read = READ_BY_THE_PLAN.contains(&o.id.as_str());
        if !by_star && !read && !compared.contains(o.id.as_str()) {
            faults.add(file, &o.id, "id", "no rule compares it");
        }
    }
}

fn comparisons(rule: &Rule) -> impl Iterator<Item = (String, &str)> {
    let counted: &[AtLeast] = match &rule.at_least {
        None => &[],
        Some(OneOrMany::One(one)) => std::slice::from_ref(one),
        Some(OneOrMany::Many(many)) => many,
    };
    let lists = [("all", &rule.all), ("any", &rule.any), ("unless", &rule.unless)]
        .into_iter()
        .chain(counted.iter().map(|c| ("at-least.of", &c.of)));
    lists.flat_map(|(field, list)| list.iter().enumerate().map(move |(i, c)| (format!("{field}[{i}]"), c.as_str())))
}

fn subject(comparison: &str) -> &str {
    comparison.split_whitespace().next().unwrap_or_default()
}

fn check_rules(rules: &[Rule], observations: &[Observation], entries: &[(&str, Entry)], faults: &mut Faults) {
    let file = "rules";
    let ids: BTreeSet<&str> = entries.iter().map(|(_, e)| e.id.as_str()).collect();
    let given: BTreeSet<&str> = rules.iter().map(|r| r.advice.as_str()).collect();
    let mut seen = BTreeSet::new();
    for r in rules {
        if !seen.insert(&r.id) {
            faults.add(file, &r.id, "id", "is double");
        }
        if !ids.contains(r.advice.as_str()) {
            faults.add(file, &r.id, "advice", format_args!("there is no entry `{}`", r.advice));
        }
        if !ABOUT.contains(&r.about.as_str()) {
            faults.add(file, &r.id, "about", format_args!("expected one of {ABOUT:?}"));
        }
        faults.source(file, &r.id, &r.source);
        if let Some(o) = &r.operationalisation {
            faults.text(file, &r.id, "operationalisation", o);
        }
        for (field, comparison) in comparisons(r) {
            let subject = subject(comparison);
            let known = match subject.strip_suffix(".*") {
                Some(aspect) => {
                    observations.iter().any(|o| o.kind == "difference" && o.id.split('.').next() == Some(aspect))
                }
                None => observations.iter().any(|o| o.id == subject),
            };
            if !known {
                faults.add(file, &r.id, &field, format_args!("there is no observation `{subject}`"));
            }
        }
        for (i, advice) in r.with.iter().enumerate() {
            if !given.contains(advice.as_str()) {
                faults.add(file, &r.id, &format!("with[{i}]"), format_args!("no rule gives the advice `{advice}`"));
            }
        }
    }
}

/// Everything that can change an answer, as Rust. The digest is taken over this text.
fn decisive(version: &str, entries: &[(&str, Entry)], observations: &[Observation], rules: &[Rule]) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "pub(crate) const VERSION: &str = {version:?};\n");
    let lines = entries.iter().map(|(family, e)| {
        let Source { document, section } = &e.source;
        let parent = e.parent.as_deref().unwrap_or_default();
        let [covers, restates, tips] = [&e.covers, &e.restates, &e.tips].map(|ids| ids.join(","));
        let fields = [&e.id, e.kind.as_str(), parent, document, section, &covers, &restates, &tips];
        (part(family, e, rules), fields.join("\t"), "")
    });
    let _ = writeln!(out, "/// Id, kind, parent, document, section, what it covers, what it restates, tips.");
    let _ = writeln!(out, "pub(crate) static ENTRIES: Lines = {};\n", blocks(lines));
    let _ = writeln!(out, "pub(crate) static FIGURES: &[(&str, Figure)] = &[");
    for (family, e) in entries {
        if let Some(Figure { value, low, high, unit }) = &e.figure {
            if part(family, e, rules) == Part::Catalogue {
                out.push_str("    #[cfg(feature = \"catalogue\")]\n");
            }
            let figure = format!("value: {value:?}, low: {low:?}, high: {high:?}, unit: Cow::Borrowed({unit:?})");
            let _ = writeln!(out, "    ({:?}, Figure {{ {figure} }}),", e.id);
        }
    }
    out.push_str("];\n\n");
    let _ = writeln!(out, "/// Id, year, named source, the day after which it has to be checked again.");
    let lines = entries.iter().filter_map(|(_, e)| {
        let year = e.year.map(|year| year.to_string()).unwrap_or_default();
        let fields = [e.id.as_str(), &year, e.named_source.as_deref().unwrap_or_default(), e.check_by.as_deref()?];
        Some((Part::Catalogue, fields.join("\t"), ""))
    });
    let _ = writeln!(out, "#[cfg(feature = \"catalogue\")]\npub(crate) static FACTS: Lines = {};\n", blocks(lines));
    let lines = observations.iter().map(|o| {
        let Source { document, section } = &o.source;
        let steps = o.steps.join(",");
        let values = if o.kind == "level" { &steps } else { &o.kind };
        (about(&o.about), [&o.id, values, &o.about, document, section].map(String::as_str).join("\t"), "")
    });
    let _ = writeln!(out, "/// Id, flag or difference or the steps of a level, about, document, section.");
    let _ = writeln!(out, "pub(crate) static OBSERVATIONS: Lines = {};\n", blocks(lines));
    let lines = rules.iter().map(|r| {
        let clauses: &[AtLeast] = match &r.at_least {
            None => &[],
            Some(OneOrMany::One(one)) => std::slice::from_ref(one),
            Some(OneOrMany::Many(many)) => many,
        };
        let clauses: Vec<String> = clauses.iter().map(|c| format!("{}:{}", c.count, c.of.join(","))).collect();
        // Where a rule is said is mostly where its advice is: then it is left out.
        let same = |e: &Entry| (&e.source.document, &e.source.section) == (&r.source.document, &r.source.section);
        let own = !entries.iter().any(|(_, e)| e.id == r.advice && same(e));
        let fields = [
            r.id.as_str(),
            &r.advice,
            &r.about,
            if r.always { "always" } else { "" },
            &r.with.join(","),
            &r.all.join(","),
            &r.any.join(","),
            &r.unless.join(","),
            &clauses.join(";"),
            if own { &r.source.document } else { "" },
            if own { &r.source.section } else { "" },
        ];
        (about(&r.about), fields.join("\t"), "")
    });
    let _ = writeln!(out, "/// Id, advice, about, always, with, all, any, unless, at-least, and a source of its own.");
    let _ = writeln!(out, "pub(crate) static RULES: Lines = {};", blocks(lines));
    out
}

/// What an entry is there for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Answers name it: a module that only decides holds it too.
    Answers,
    /// It is read and looked up, and no answer names it.
    Catalogue,
}

/// What an observation or a rule about this is there for.
fn about(about: &str) -> Part {
    if BESIDE_CASES.contains(&about) { Part::Catalogue } else { Part::Answers }
}

fn part(family: &str, entry: &Entry, rules: &[Rule]) -> Part {
    let given = rules.iter().any(|r| r.advice == entry.id && about(&r.about) == Part::Answers);
    if given || IN_ANSWERS.contains(&family) { Part::Answers } else { Part::Catalogue }
}

/// Lines in their order, in blocks: those that only the catalogue needs can be left out. The last of each
/// is a remark behind the line.
fn blocks(lines: impl Iterator<Item = (Part, String, &'static str)>) -> String {
    let lines: Vec<_> = lines.collect();
    let mut out = String::from("Lines::new(&[\n");
    for block in lines.chunk_by(|(one, ..), (other, ..)| one == other) {
        if let Some((Part::Catalogue, ..)) = block.first() {
            out.push_str("    #[cfg(feature = \"catalogue\")]\n");
        }
        let (start, end) = if block.len() > 1 { ("    concat!(\n", "    ),\n") } else { ("", "") };
        out.push_str(start);
        for (_, line, remark) in block {
            let _ = writeln!(out, "        {:?},{remark}", format!("{line}\n"));
        }
        out.push_str(end);
    }
    out + "])"
}

fn pack(
    lang: &str,
    pick: impl Fn(&Text) -> &String,
    entries: &[(&str, Entry)],
    observations: &[Observation],
    rules: &[Rule],
    phrases: &Phrases,
) -> String {
    // References name titles; that is checked where they are written, in ref.toml.
    let remark = |id: &str| if id.starts_with("ref.") { " // copied-text: title" } else { "" };
    let column = |text: fn(&Entry) -> &Text| {
        blocks(entries.iter().map(|(family, e)| (part(family, e, rules), pick(text(e)).clone(), remark(&e.id))))
    };
    let observed = |part: fn(&Observation) -> Part, text: &dyn Fn(&Observation) -> String| {
        blocks(observations.iter().map(|o| (part(o), text(o), "")))
    };
    // Sorted by key, so that a key is found by halving.
    let keyed = |pairs: BTreeMap<String, (Part, &String)>| {
        blocks(pairs.into_iter().map(|(key, (part, text))| (part, format!("{key}\t{text}"), "")))
    };
    let of_entries = |text: fn(&Entry) -> &Option<Text>| {
        let texts = entries.iter().filter_map(|(family, e)| Some((family, e, text(e).as_ref()?)));
        keyed(texts.map(|(family, e, t)| (e.id.clone(), (part(family, e, rules), pick(t)))).collect())
    };
    let label = |o: &Observation| {
        let of_entry =
            || entries.iter().find(|(_, e)| e.id.strip_prefix("frame.") == Some(&o.id)).map(|(_, e)| &e.label);
        o.label.as_ref().or_else(of_entry).map(|t| pick(t).clone()).unwrap_or_default()
    };
    let choices = entries
        .iter()
        .map(|(_, e)| (e.id.clone(), &e.operationalisation))
        .chain(rules.iter().map(|r| (format!("rule:{}", r.id), &r.operationalisation)))
        .filter_map(|(key, text)| Some((key, (Part::Catalogue, pick(text.as_ref()?)))));
    let mut out = format!(
        "// Made by `cargo xtask bake` from knowledge/*.toml; do not edit.\n\n\
         use crate::text::{{BakedPack, Lines}};\n\n\
         pub(crate) static PACK: BakedPack = BakedPack {{\n    lang: {lang:?},\n"
    );
    for (name, lines) in [
        ("labels", column(|e| &e.label)),
        ("texts", column(|e| &e.text)),
        ("observation_labels", observed(|_| Part::Catalogue, &label)),
        ("questions", observed(|o| about(&o.about), &|o| pick(&o.question).clone())),
        ("parents", of_entries(|e| &e.parents)),
        ("elderly", of_entries(|e| &e.elderly)),
        ("matters", of_entries(|e| &e.matters)),
        ("examples", of_entries(|e| &e.example)),
        ("figures", of_entries(|e| &e.figure_of)),
        ("caveats", of_entries(|e| &e.caveat)),
        ("operationalisations", keyed(choices.collect())),
        ("phrases", keyed(phrases.phrase.iter().map(|(k, t)| (k.clone(), (Part::Catalogue, pick(t)))).collect())),
    ] {
        let _ = writeln!(out, "    {name}: {lines},");
    }
    out.push_str("};\n");
    out
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::bake;

    /// A copy of the knowledge with one file changed, and what the bake says of it.
    fn faults(name: &str, file: &str, change: impl Fn(String) -> String) -> Vec<String> {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../raakvlak/knowledge");
        let to = std::env::temp_dir().join(format!("raakvlak-bake-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&to).unwrap();
        for entry in std::fs::read_dir(from).unwrap() {
            let path = entry.unwrap().path();
            let mut text = std::fs::read_to_string(&path).unwrap();
            if path.file_name().is_some_and(|n| n == file) {
                let changed = change(text.clone());
                assert_ne!(changed, text, "{name}: nothing was changed");
                text = changed;
            }
            std::fs::write(to.join(path.file_name().unwrap()), text).unwrap();
        }
        let faults = bake(&to).err().unwrap_or_default();
        std::fs::remove_dir_all(&to).unwrap();
        faults
    }

    fn entry(id: &str, parent: &str, nl: &str) -> String {
        format!(
            "\n[[entry]]\nid = \"{id}\"\nkind = \"method\"\nparent = \"{parent}\"\n\
             source = {{ document = \"handbook\", section = \"1.4\" }}\n\
             label.nl = \"Een kop\"\nlabel.en = \"A heading\"\ntext.nl = \"{nl}\"\ntext.en = \"A text of {id}.\"\n"
        )
    }

    fn rule(id: &str, advice: &str, compare: &str) -> String {
        format!(
            "\n[[rule]]\nid = \"{id}\"\nadvice = \"{advice}\"\nabout = \"case\"\nall = [\"{compare}\"]\n\
             source = {{ document = \"handbook\", section = \"1.4\" }}\n"
        )
    }

    #[test]
    fn every_fault_is_named_with_file_entry_and_field() {
        let add = |more: String| move |text: String| text + &more;
        for (name, file, change, expected) in [
            ("double", "method.toml", add(entry("method.systemic", "method", "Een tekst.")), "method.toml: method.systemic: id: is double"),
            ("parent", "method.toml", add(entry("method.x", "method.y", "Een tekst.")), "method.toml: method.x: parent: `method.y` does not exist"),
            ("language", "method.toml", add(entry("method.x", "method", "")), "method.toml: method.x: text.nl: is missing"),
            ("family", "method.toml", add(entry("ref.x", "method", "Een tekst.")), "method.toml: ref.x: id: does not belong to the family `method`"),
            ("observation", "rules.toml", add(rule("x", "method", "person.yung")), "rules.toml: x: all[0]: there is no observation `person.yung`"),
            ("facet", "rules.toml", add(rule("x", "method", "food.* = different")), "rules.toml: x: all[0]: there is no observation `food.*`"),
            ("advice", "rules.toml", add(rule("x", "method.x", "person.young")), "rules.toml: x: advice: there is no entry `method.x`"),
            ("rule-id", "rules.toml", add(rule("method.motivating", "method", "person.young")), "rules.toml: method.motivating: id: is double"),
            ("unused", "observations.toml", add("\n[[observation]]\nid = \"x\"\nkind = \"flag\"\nabout = \"case\"\nlabel = { nl = \"x\", en = \"x\" }\nquestion = { nl = \"x?\", en = \"x?\" }\nsource = { document = \"handbook\", section = \"1\" }\n".to_owned()), "observations.toml: x: id: no rule compares it"),
            ("field", "method.toml", add(entry("method.x", "method", "Een tekst.") + "nationality = \"x\"\n"), "method.toml: method.x: line"),
        ] {
            let faults = faults(name, file, change);
            assert!(faults.iter().any(|f| f.starts_with(expected)), "{name}: {faults:?}");
        }
    }

    #[test]
    fn a_document_that_is_no_source_is_named() {
        let faults =
            faults("source", "method.toml", |t| t.replacen("document = \"handbook\"", "document = \"blog\"", 1));
        assert!(faults.iter().any(|f| f.contains("source.document: `blog` is not one of")), "{faults:?}");
    }
}
