//! From a document to a page.

use std::borrow::Cow;

use super::facts::origin;
use super::page::{Block, Item, Page};
use crate::boundary::{
    AdviceDocument, Advised, Asked, CaseworkDocument, Compared, ComparisonDocument, ErrorCode, Fact, Knowledge,
    KnowledgeEntry, Notice, ObservationEntry, Pair, PairOrCase, Stated, Stress, Unsettled, WhyDocument, word,
};
use crate::frame::Overlap;
use crate::knowledge::{self, Kind};
use crate::program::Status;
use crate::source::Source;
use crate::text::Texts;

/// Questions on the first page.
const ASKED: usize = 5;

/// What a case asks for: notices, what matters most, what to ask, and then the rest by
/// kind; with `all`, also what does not hold now, and why.
pub fn advice(document: &AdviceDocument, texts: &Texts, all: bool) -> Page {
    let mut page = page(&texts.phrase("advice-title"), texts, Some(&document.knowledge));
    let out = &mut page.blocks;
    out.extend(document.notices.iter().map(|n| notice(n, texts)));
    out.push(Block::Text(texts.phrase("advice-intro").into_owned()));
    focus(out, document, texts);
    list_of_questions(out, &document.ask_next, texts, Below::Effect);
    overlap(out, document, texts);
    unsettled(out, &document.unsettled, texts);

    let first_page = |id: &str| document.focus.iter().any(|p| p.id == id);
    let applying: Vec<&Advised> =
        document.advice.iter().filter(|a| a.status == Status::Applies && a.kind != Kind::Notice).collect();
    let specific: Vec<&Advised> = applying.iter().copied().filter(|a| !a.always && !first_page(&a.id)).collect();
    for (key, families) in SECTIONS {
        let of: Vec<&Advised> =
            specific.iter().copied().filter(|a| belongs(a, families) && !said_as_competence(a, &specific)).collect();
        if of.is_empty() {
            continue;
        }
        out.push(heading(key, texts));
        if *key != "competences" {
            out.push(self::advised(&of, texts));
            continue;
        }
        for domain in ["self-awareness", "knowledge", "attitude", "skills"] {
            let of: Vec<&Advised> = of.iter().copied().filter(|a| a.id.split('.').nth(1) == Some(domain)).collect();
            if !of.is_empty() {
                out.push(Block::Heading(3, texts.phrase(domain).into_owned()));
                out.push(self::advised(&of, texts));
            }
        }
    }
    let always: Vec<&Advised> = applying.into_iter().filter(|a| a.always).collect();
    let open: Vec<&Advised> =
        document.advice.iter().filter(|a| a.status == Status::Open && a.kind != Kind::Notice).collect();
    fold(out, "always", &unique(&always), texts, by_section(&unique(&always), texts));
    fold(out, "open", &open, texts, by_question(&open, texts));
    if all {
        let not_now: Vec<&Advised> = document.advice.iter().filter(|a| a.status == Status::NotNow).collect();
        let items = not_now.iter().map(|a| Item {
            label: match &a.about {
                PairOrCase::Case(_) => a.label.to_string(),
                pair => format!("{} ({})", a.label, about(pair, texts)),
            },
            small: vec![because(&a.because, texts)],
            ..Item::default()
        });
        fold(out, "not-now", &not_now, texts, items.collect());
    }
    page
}

fn focus(out: &mut Vec<Block>, document: &AdviceDocument, texts: &Texts) {
    out.push(heading("focus", texts));
    if !document.notices.is_empty() {
        out.push(Block::Text(texts.phrase("focus-safety").into_owned()));
    }
    if document.focus.is_empty() {
        out.push(Block::Text(texts.phrase("focus-none").into_owned()));
        return;
    }
    let items = document.focus.iter().map(|point| {
        let given: Vec<&Advised> =
            document.advice.iter().filter(|a| a.id == point.id && a.status == Status::Applies).collect();
        Item {
            label: point.label.to_string(),
            text: point.text.to_string(),
            small: reasons(&given, texts),
            ..Item::default()
        }
    });
    out.push(Block::List { numbered: true, items: items.collect() });
}

/// What stands below a question.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Below {
    Nothing,
    /// What an answer settles.
    Effect,
    /// That, and the name under which it is answered in a document that people write themselves.
    EffectAndName,
}

/// The best questions, with what they settle or without; one that comes back for several
/// pairs stands once.
pub(super) fn list_of_questions(out: &mut Vec<Block>, asked: &[Asked], texts: &Texts, below: Below) {
    out.push(heading("ask", texts));
    if asked.is_empty() {
        out.push(Block::Text(texts.phrase("ask-none").into_owned()));
        return;
    }
    let mut questions: Vec<(&Asked, Vec<&PairOrCase>)> = Vec::new();
    for one in asked {
        match questions.iter_mut().find(|(first, _)| first.observation == one.observation) {
            Some((_, pairs)) => pairs.push(&one.about),
            None => questions.push((one, vec![&one.about])),
        }
    }
    let items = questions.iter().take(ASKED).map(|(first, pairs)| {
        let key = match first.settles {
            0 => "ask-effect-zero",
            all if all == first.can_settle => "ask-effect-all",
            _ => "ask-effect",
        };
        let (certain, most) = (first.settles.to_string(), first.can_settle.to_string());
        let effect = texts.phrase(key).replace("{n}", &certain).replace("{m}", &most);
        let who = match first.about {
            PairOrCase::Case(_) => String::new(),
            PairOrCase::Pair { .. } => format!("{}: {}. ", texts.phrase("about"), abouts(pairs, texts)),
        };
        let small = match below {
            Below::Nothing => Vec::new(),
            Below::Effect => vec![format!("{who}{effect}")],
            Below::EffectAndName => {
                vec![format!("{who}{effect}"), fill(&texts.phrase("ask-name"), &first.observation, "")]
            }
        };
        Item { label: first.question.to_string(), small, ..Item::default() }
    });
    out.push(Block::List { numbered: true, items: items.collect() });
    if questions.len() > ASKED {
        out.push(Block::Text(texts.phrase("ask-more").into_owned()));
    }
}

const SECTIONS: &[(&str, &[&str])] = &[
    ("frame", &["frame"]),
    ("principles", &["principle"]),
    ("competences", &["competence"]),
    ("methods", &["method"]),
    ("organisation", &["organisation"]),
    ("casework", &["casework"]),
    ("own", &[]),
];

fn belongs(advised: &Advised, families: &[&str]) -> bool {
    let family = advised.id.split('.').next().unwrap_or_default();
    if families.is_empty() { !SECTIONS.iter().any(|(_, f)| f.contains(&family)) } else { families.contains(&family) }
}

/// A principle that stands among the competences too, as what it asks of the professional.
fn said_as_competence(advised: &Advised, applying: &[&Advised]) -> bool {
    advised.kind == Kind::Principle
        && applying
            .iter()
            .filter(|a| a.id.starts_with("competence."))
            .filter_map(|a| knowledge::entry(&a.id))
            .any(|e| e.restates.contains(&&*advised.id))
}

/// Advices as a list, each with because: one item per advice, also where it applies to several pairs.
pub fn advised(advised: &[&Advised], texts: &Texts) -> Block {
    let items = unique(advised).into_iter().map(|first| {
        let of: Vec<&Advised> = advised.iter().copied().filter(|a| a.id == first.id).collect();
        Item {
            label: first.label.to_string(),
            text: first.text.to_string(),
            small: reasons(&of, texts),
            ..Item::default()
        }
    });
    Block::List { numbered: false, items: items.collect() }
}

/// As [`advised`], where those that hold for one and the same reason stand together: what is known to work was
/// often found more than once.
pub(super) fn found(advised: &[&Advised], texts: &Texts) -> Block {
    let mut items: Vec<(&[Fact], Item)> = Vec::new();
    for a in advised {
        let same = items.iter_mut().find(|(because, _)| !because.is_empty() && *because == a.because);
        if let Some((_, item)) = same {
            item.text = format!("{} {}", item.text, a.text);
            item.small.push(source(&a.source, texts));
            continue;
        }
        let small = reasons(&[a], texts);
        items.push((
            &a.because,
            Item { label: a.label.to_string(), text: a.text.to_string(), small, ..Item::default() },
        ));
    }
    Block::List { numbered: false, items: items.into_iter().map(|(_, item)| item).collect() }
}

/// For whom an advice applies and why; pairs with the same reason stand together.
fn reasons(advised: &[&Advised], texts: &Texts) -> Vec<String> {
    let mut grouped: Vec<(String, Vec<&PairOrCase>)> = Vec::new();
    for a in advised.iter().filter(|a| !a.because.is_empty()) {
        let because = because(&a.because, texts);
        match grouped.iter_mut().find(|(b, _)| *b == because) {
            Some((_, pairs)) => pairs.push(&a.about),
            None => grouped.push((because, vec![&a.about])),
        }
    }
    let mut lines: Vec<String> = grouped
        .into_iter()
        .map(|(because, pairs)| match pairs.first() {
            Some(PairOrCase::Pair { .. }) => format!("{}: {}. {because}", texts.phrase("about"), abouts(&pairs, texts)),
            _ => because,
        })
        .collect();
    lines.extend(advised.first().map(|a| source(&a.source, texts)));
    lines
}

fn abouts(pairs: &[&PairOrCase], texts: &Texts) -> String {
    pairs.iter().map(|p| about(p, texts)).collect::<Vec<_>>().join("; ")
}

fn unique<'a>(advised: &[&'a Advised]) -> Vec<&'a Advised> {
    let mut seen: Vec<&Advised> = Vec::new();
    for a in advised {
        if !seen.iter().any(|s| s.id == a.id) {
            seen.push(a);
        }
    }
    seen
}

pub(super) fn fold(out: &mut Vec<Block>, title: &str, advised: &[&Advised], texts: &Texts, items: Vec<Item>) {
    if advised.is_empty() {
        return;
    }
    let mut inner = Vec::new();
    inner.extend(texts.find_phrase(&format!("{title}-intro")).map(|i| Block::Text(i.into_owned())));
    inner.push(Block::List { numbered: false, items });
    out.push(Block::Fold(format!("{} ({})", texts.phrase(title), advised.len()), inner));
}

/// What always holds, in a line per section: it is the same in every case.
fn by_section(advised: &[&Advised], texts: &Texts) -> Vec<Item> {
    let of = |families: &[&str]| -> Vec<&str> {
        advised.iter().filter(|a| belongs(a, families)).map(|a| &*a.label).collect()
    };
    SECTIONS
        .iter()
        .map(|(key, families)| (key, of(families)))
        .filter(|(_, labels)| !labels.is_empty())
        .map(|(key, labels)| Item { label: texts.phrase(key).into_owned(), text: labels.join("; "), ..Item::default() })
        .collect()
}

/// What is open, by what could settle it.
pub(super) fn by_question(advised: &[&Advised], texts: &Texts) -> Vec<Item> {
    let mut grouped: Vec<(String, Vec<&str>)> = Vec::new();
    for a in advised {
        let mut hangs_on = settled_by(&a.settled_by, texts);
        if let pair @ PairOrCase::Pair { .. } = &a.about {
            hangs_on = format!("{hangs_on} ({})", about(pair, texts));
        }
        match grouped.iter_mut().find(|(known, _)| *known == hangs_on) {
            Some((_, labels)) => labels.push(&a.label),
            None => grouped.push((hangs_on, vec![&a.label])),
        }
    }
    grouped
        .into_iter()
        .map(|(hangs_on, labels)| Item { label: hangs_on, text: labels.join("; "), ..Item::default() })
        .collect()
}

fn overlap(out: &mut Vec<Block>, document: &AdviceDocument, texts: &Texts) {
    let stated = |pairs: &[Pair]| pairs.iter().any(|p| p.overall.known > 0);
    let (contacts, family) = (&document.overlap.contacts, &document.overlap.family);
    if !stated(contacts) && !stated(family) {
        return;
    }
    out.push(heading("overlap", texts));
    out.push(Block::Text(texts.phrase("overlap-intro").into_owned()));
    let tables = |out: &mut Vec<Block>, pairs: &[Pair]| {
        for pair in pairs.iter().filter(|p| p.overall.known > 0) {
            out.push(overlap_table(pair, texts));
            let items = pair.facets.iter().map(|f| Item {
                text: format!("{}: {}", texts.label(&f.facet), value(&f.answer, texts)),
                ..Item::default()
            });
            out.push(Block::List { numbered: false, items: items.collect() });
        }
    };
    tables(out, contacts);
    if stated(family) {
        out.push(Block::Heading(3, texts.phrase("overlap-family").into_owned()));
        out.push(Block::Text(texts.phrase("overlap-family-intro").into_owned()));
        tables(out, family);
    }
}

/// An aspect of which nothing is known has no row; the whole has one where it adds something.
fn overlap_table(pair: &Pair, texts: &Texts) -> Block {
    let row = |key: &str, overlap: &Overlap| {
        let point = if texts.lang() == "nl" { ',' } else { '.' };
        let decimal = |hundredths: u32| format!("{}{point}{:02}", hundredths / 100, hundredths % 100);
        vec![
            texts.phrase(key).into_owned(),
            texts.phrase("from-to").replace("{a}", &decimal(overlap.low)).replace("{b}", &decimal(overlap.high)),
            texts.phrase("known-of").replace("{n}", &overlap.known.to_string()).replace("{m}", &overlap.of.to_string()),
        ]
    };
    let aspects = [("culture", &pair.culture), ("capacity", &pair.capacity), ("position", &pair.position)];
    let mut rows: Vec<Vec<String>> =
        aspects.into_iter().filter(|(_, o)| o.known > 0).map(|(key, o)| row(key, o)).collect();
    if rows.len() > 1 {
        rows.push(row("overall", &pair.overall));
    }
    Block::Table {
        caption: fill(&texts.phrase("overlap-caption"), &pair.between.0, &pair.between.1),
        head: ["aspect", "range", "known"].map(|k| texts.phrase(k).into_owned()).to_vec(),
        rows,
    }
}

fn unsettled(out: &mut Vec<Block>, list: &[Unsettled], texts: &Texts) {
    if list.is_empty() {
        return;
    }
    out.push(heading("unsettled", texts));
    let items = list.iter().map(|u| {
        let note = texts.phrase(if u.state == "contested" { "contested-note" } else { "declined-note" });
        let who = match &u.about {
            PairOrCase::Case(_) => String::new(),
            pair => format!(" ({})", about(pair, texts)),
        };
        let views = u.views.iter().map(|v| {
            let by = v.stated_by.clone().unwrap_or_else(|| texts.phrase("nobody").into_owned());
            format!("{by}: {}", value(&word(&v.difference), texts))
        });
        Item {
            text: format!("{}{who}: {note}", texts.label(&u.observation)),
            small: views.collect(),
            ..Item::default()
        }
    });
    out.push(Block::List { numbered: false, items: items.collect() });
}

/// The worksheet, with room for answers.
pub fn casework(document: &CaseworkDocument, texts: &Texts) -> Page {
    let mut page = page(&texts.phrase("casework-title"), texts, Some(&document.knowledge));
    let out = &mut page.blocks;
    out.extend(document.notices.iter().map(|n| notice(n, texts)));
    out.push(Block::Text(texts.phrase("casework-intro").into_owned()));
    out.push(heading("questions", texts));
    for question in &document.questions {
        out.push(Block::Heading(3, format!("{}. {}", question.number, question.text)));
        for sub in &question.sub {
            out.push(Block::Fill {
                item: Item { label: sub.label.to_string(), text: sub.text.to_string(), ..Item::default() },
                room: texts.phrase("answer").into_owned(),
                answer: sub.answer.clone(),
            });
        }
    }
    out.push(heading("attention", texts));
    for attention in &document.attention {
        out.push(Block::Heading(3, format!("{}. {}", attention.number, attention.label)));
        out.push(Block::Text(attention.text.to_string()));
        if attention.held_back {
            out.push(Block::Text(texts.phrase("held-back").into_owned()));
        } else if attention.stress == Stress::Extra {
            out.push(Block::Text(texts.phrase("stress").into_owned()));
        }
        for point in &attention.points {
            let asked = point.status == Some(Status::Applies);
            let mark = if asked { texts.phrase("point-applies") } else { Cow::Borrowed("") };
            let small = if point.because.is_empty() { Vec::new() } else { vec![because(&point.because, texts)] };
            out.push(Block::Fill {
                item: Item {
                    label: point.label.to_string(),
                    mark: mark.into_owned(),
                    text: point.text.to_string(),
                    small,
                },
                room: texts.phrase("notes").into_owned(),
                answer: point.answer.clone(),
            });
        }
    }
    page
}

/// The whole reasoning for one advice.
pub fn why(document: &WhyDocument, texts: &Texts) -> Page {
    let title = texts.phrase("why-title").replace("{a}", &document.label);
    let mut page = page(&title, texts, Some(&document.knowledge));
    let out = &mut page.blocks;
    out.extend(document.notices.iter().map(|n| notice(n, texts)));
    if document.decided.iter().any(|d| d.advice.status == Status::Applies) {
        out.push(Block::Text(document.text.to_string()));
    } else {
        out.push(Block::Text(format!("{} {}", texts.phrase("if-applies"), document.text)));
    }
    out.push(Block::Text(format!("{} ({})", source(&document.source, texts), document.id)));
    for item in &document.decided {
        let advised = &item.advice;
        out.push(Block::Heading(2, format!("{}: {}", about(&advised.about, texts), status(advised.status, texts))));
        if !advised.because.is_empty() {
            out.push(Block::Text(because(&advised.because, texts)));
        }
        if advised.status == Status::Open {
            out.push(Block::Text(settled_by(&advised.settled_by, texts)));
        }
        for rule in &item.rules {
            let name = texts.phrase("rule").replace("{a}", &rule.id).replace("{b}", &status(rule.status, texts));
            out.push(Block::Heading(3, name));
            if rule.all.is_empty() && rule.at_least.is_empty() && rule.with.is_empty() {
                out.push(Block::Text(texts.phrase("always-rule").into_owned()));
            }
            if !rule.with.is_empty() {
                out.push(Block::Text(texts.phrase("with").into_owned()));
                let items = rule.with.iter().map(|w| Item {
                    text: format!("{} ({}): {}", texts.label(&w.advice), w.advice, status(w.status, texts)),
                    ..Item::default()
                });
                out.push(Block::List { numbered: false, items: items.collect() });
            }
            if !rule.all.is_empty() {
                out.push(Block::Text(texts.phrase("all-of").into_owned()));
                out.push(compared(&rule.all, texts));
            }
            for counted in &rule.at_least {
                out.push(Block::Text(texts.phrase("at-least").replace("{n}", &counted.count.to_string())));
                out.push(compared(&counted.of, texts));
            }
            let mut small = Vec::new();
            small.extend(rule.source.as_ref().map(|s| source(s, texts)));
            small.extend(rule.operationalisation.as_ref().map(|o| format!("{}: {o}", texts.phrase("own-choice"))));
            out.extend(small.into_iter().map(Block::Text));
        }
    }
    page
}

fn compared(list: &[Compared], texts: &Texts) -> Block {
    let items = list.iter().map(|c| {
        let seen = match (&c.value, &c.state) {
            (Some(value), _) => stated(value, texts),
            (None, Some(state)) => value(state, texts),
            (None, None) => texts.phrase("unknown").into_owned(),
        };
        let holds = match c.status {
            Status::Applies => format!(", {}", texts.phrase("holds")),
            Status::NotNow => format!(", {}", texts.phrase("fails")),
            Status::Open => String::new(),
        };
        let label = texts.label(c.comparison.split(' ').next().unwrap_or_default());
        Item { text: format!("{label}: {seen}{holds} ({})", c.comparison), ..Item::default() }
    });
    Block::List { numbered: false, items: items.collect() }
}

/// What changed between two states of a case.
pub fn comparison(document: &ComparisonDocument, texts: &Texts) -> Page {
    let mut page = page(&texts.phrase("compare-title"), texts, Some(&document.knowledge));
    page.blocks.extend(document.notices.iter().map(|n| notice(n, texts)));
    if document.changed.is_empty() {
        page.blocks.push(Block::Text(texts.phrase("compare-none").into_owned()));
        return page;
    }
    let name = |s: Option<Status>| s.map_or_else(|| texts.phrase("status-none").into_owned(), |s| status(s, texts));
    let items = document.changed.iter().map(|c| {
        let through = c.through.iter().map(|t| {
            let side = |s: &Option<Stated>| {
                s.as_ref().map_or_else(|| texts.phrase("unknown").into_owned(), |s| stated(s, texts))
            };
            format!("{}: {}: {} → {}", texts.phrase("through"), texts.label(&t.observation), side(&t.from), side(&t.to))
        });
        Item {
            label: c.label.to_string(),
            text: format!("{}: {} → {}", about(&c.about, texts), name(c.from), name(c.to)),
            small: through.collect(),
            ..Item::default()
        }
    });
    page.blocks.push(Block::List { numbered: false, items: items.collect() });
    page
}

/// A list of knowledge.
pub fn entries(list: &[KnowledgeEntry], texts: &Texts) -> Page {
    let mut page = page(&texts.phrase("knowledge-title"), texts, None);
    if list.is_empty() {
        page.blocks.push(Block::Text(texts.phrase("found-none").into_owned()));
        return page;
    }
    let items = list.iter().map(|e| Item {
        label: texts.label(&e.id).into_owned(),
        text: texts.text(&e.id).into_owned(),
        small: vec![format!("{} · {} · {}", e.id, e.kind.name(), source(&e.source, texts))],
        ..Item::default()
    });
    page.blocks.push(Block::List { numbered: false, items: items.collect() });
    page
}

/// One entry of the knowledge, with what hangs together with it.
pub fn entry(entry: &KnowledgeEntry, texts: &Texts) -> Page {
    let mut page = page(&texts.label(&entry.id), texts, None);
    let out = &mut page.blocks;
    out.push(Block::Text(texts.text(&entry.id).into_owned()));
    out.push(Block::Text(format!("{} · {} · {}", entry.id, entry.kind.name(), source(&entry.source, texts))));
    if let Some(words) = texts.parents(&entry.id) {
        let words = fill(&texts.phrase("quoted"), &words, "");
        out.push(Block::Text(format!("{}: {words}", texts.phrase("to-parents"))));
    }
    out.extend(texts.caveat(&entry.id).map(|c| Block::Text(c.into_owned())));
    let check_by = entry.check_by.as_ref().map(|day| fill(&texts.phrase("fact-check-by"), day, ""));
    let named_source = entry.named_source.as_deref();
    out.extend(check_by.into_iter().chain(origin(entry.year, named_source, texts)).map(Block::Text));
    if let Some(note) = texts.operationalisation(&entry.id) {
        out.push(Block::Text(format!("{}: {note}", texts.phrase("own-choice"))));
    }
    let link = |id: &str| format!("{} ({id})", texts.label(id));
    if let Some(parent) = &entry.parent {
        out.push(Block::Text(format!("{}: {}", texts.phrase("parent"), link(parent))));
    }
    if !entry.restates.is_empty() {
        let see: Vec<String> = entry.restates.iter().map(|r| link(r)).collect();
        out.push(Block::Text(format!("{}: {}", texts.phrase("restates"), see.join("; "))));
    }
    let items: Vec<Item> = knowledge::children(&entry.id)
        .map(|c| Item {
            label: texts.label(c.id).into_owned(),
            text: texts.text(c.id).into_owned(),
            small: vec![c.id.to_owned()],
            ..Item::default()
        })
        .collect();
    if !items.is_empty() {
        out.push(Block::List { numbered: false, items });
    }
    page
}

/// Everything that can be stated, with its question.
pub fn observations(list: &[ObservationEntry], texts: &Texts) -> Page {
    let mut page = page(&texts.phrase("observations-title"), texts, None);
    let items = list.iter().map(|o| {
        let scope = match o.about {
            crate::observation::Scope::Case => texts.phrase("observation-case"),
            crate::observation::Scope::Contact => texts.phrase("observation-contact"),
            crate::observation::Scope::Organisation => texts.phrase("observation-organisation"),
            crate::observation::Scope::Network => texts.phrase("observation-network"),
            crate::observation::Scope::Cooperation => texts.phrase("observation-cooperation"),
            crate::observation::Scope::DistrictTeam => texts.phrase("observation-district-team"),
        };
        let values: Vec<String> = o.values.iter().map(|v| format!("{v} ({})", value(v, texts))).collect();
        Item {
            label: texts.question(&o.id).into_owned(),
            small: vec![
                format!("{} · {} · {scope}", o.id, o.kind),
                format!("{}: {}", texts.phrase("values"), values.join(", ")),
            ],
            ..Item::default()
        }
    });
    page.blocks.push(Block::List { numbered: false, items: items.collect() });
    page
}

/// Every error code. The meanings are in English only: they are for developers.
pub fn errors(list: &[ErrorCode], texts: &Texts) -> Page {
    let mut page = page(&texts.phrase("errors-title"), texts, None);
    let items =
        list.iter().map(|e| Item { label: e.code.as_str().to_owned(), text: e.meaning.to_owned(), ..Item::default() });
    page.blocks.push(Block::List { numbered: false, items: items.collect() });
    page
}

pub(super) fn page(title: &str, texts: &Texts, knowledge: Option<&Knowledge>) -> Page {
    let (version, digest) =
        knowledge.map_or((knowledge::version(), knowledge::digest()), |k| (&*k.version, &*k.digest));
    // The whole digest stands in the document; a reader needs enough to tell two apart.
    let short: String = digest.chars().take("sha256:".len() + 12).collect();
    Page {
        lang: texts.lang().to_owned(),
        title: title.to_owned(),
        blocks: Vec::new(),
        footer: fill(&texts.phrase("footer"), version, &short),
        poster: false,
    }
}

/// A title, with the name of what the page is about where it has one.
pub(super) fn titled(key: &str, name: Option<&String>, texts: &Texts) -> String {
    let title = texts.phrase(key);
    name.map_or_else(|| title.to_string(), |name| format!("{title}: {name}"))
}

pub(super) fn heading(key: &str, texts: &Texts) -> Block {
    Block::Heading(2, texts.phrase(key).into_owned())
}

/// A section about an entry of the knowledge.
pub(super) fn heading_of(id: &str, texts: &Texts) -> Block {
    Block::Heading(2, texts.label(id).into_owned())
}

pub(super) fn fill(phrase: &str, a: &str, b: &str) -> String {
    // Filled in one go, so that what is filled in is never filled in again.
    phrase.split("{a}").map(|part| part.split("{b}").collect::<Vec<_>>().join(b)).collect::<Vec<_>>().join(a)
}

pub(super) fn notice(notice: &Notice, texts: &Texts) -> Block {
    let mut items = vec![Item {
        label: notice.label.to_string(),
        text: notice.text.to_string(),
        small: vec![because(&notice.because, texts), source(&notice.source, texts)],
        ..Item::default()
    }];
    items.extend(notice.points.iter().map(|p| Item {
        label: p.label.to_string(),
        text: p.text.to_string(),
        // A step rests on what the notice rests on; a telephone number has its own date.
        small: if p.kind == Kind::Contact { vec![source(&p.source, texts)] } else { Vec::new() },
        ..Item::default()
    }));
    Block::Notice(items)
}

pub(super) fn because(facts: &[Fact], texts: &Texts) -> String {
    let facts: Vec<String> =
        facts.iter().map(|f| format!("{}: {}", texts.label(&f.observation), stated(&f.value, texts))).collect();
    format!("{}: {}", texts.phrase("because"), facts.join("; "))
}

pub(super) fn settled_by(settled_by: &[Cow<'static, str>], texts: &Texts) -> String {
    if settled_by.is_empty() {
        return texts.phrase("settled-by-none").into_owned();
    }
    let names: Vec<Cow<'static, str>> = settled_by.iter().map(|o| texts.label(o)).collect();
    format!("{}: {}", texts.phrase("settled-by"), names.join("; "))
}

/// A source as a reader knows it: the names of documents and sections in their language.
pub(super) fn source(source: &Source, texts: &Texts) -> String {
    let known = |key: String, name: &str| texts.find_phrase(&key).map_or_else(|| name.to_owned(), Cow::into_owned);
    let document = known(format!("document-{}", source.document), &source.document);
    // A few sections have a name as a whole; the others are put together from their words.
    let whole: String = source.section.chars().filter(|c| !['.', ','].contains(c)).collect();
    if let Some(section) = texts.find_phrase(&format!("section-{}", whole.to_lowercase().replace(' ', "-"))) {
        return format!("{}: {document}, {section}", texts.phrase("source"));
    }
    let section: Vec<String> = source
        .section
        .split(' ')
        .map(|word| {
            let (bare, comma) = word.strip_suffix(',').map_or((word, ""), |bare| (bare, ","));
            let key = bare.trim_end_matches('.').to_lowercase();
            known(format!("section-{key}"), bare) + comma
        })
        .collect();
    format!("{}: {document}, {}", texts.phrase("source"), section.join(" "))
}

fn about(about: &PairOrCase, texts: &Texts) -> String {
    match about {
        PairOrCase::Case(_) => texts.phrase("case").into_owned(),
        PairOrCase::Pair { between } => {
            let pair = texts.find_phrase("pair").unwrap_or(Cow::Borrowed("{a}, {b}"));
            fill(&pair, &between.0, &between.1)
        }
    }
}

pub(super) fn status(status: Status, texts: &Texts) -> String {
    texts
        .phrase(match status {
            Status::Applies => "status-applies",
            Status::Open => "status-open",
            Status::NotNow => "status-not-now",
        })
        .into_owned()
}

pub(super) fn stated(stated: &Stated, texts: &Texts) -> String {
    match stated {
        Stated::Flag(true) => value("yes", texts),
        Stated::Flag(false) => value("no", texts),
        Stated::Word(word) => value(word, texts),
    }
}

pub(super) fn value(name: &str, texts: &Texts) -> String {
    texts.phrase(&format!("value-{name}")).into_owned()
}
