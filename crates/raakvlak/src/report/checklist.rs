//! The checklist of one team, for its own conversation.

use std::borrow::Cow;

use super::page::{Block, Item, Page};
use super::reports::{Below, because, by_question, fill, fold, heading, list_of_questions, page, source, value};
use crate::boundary::{Advised, By, ChecklistDocument, ItemOutcome, Outcome, PlanPart, RoleOutcome, TeamChoice};
use crate::checklist::Role;
use crate::program::Status;
use crate::text::Texts;

/// How every block and statement comes out, what to talk about, what was chosen, and the whole
/// plan. It says first that it is for the team alone.
pub fn checklist(document: &ChecklistDocument, texts: &Texts) -> Page {
    let mut page = page(&texts.phrase("checklist-title"), texts, Some(&document.knowledge));
    let out = &mut page.blocks;
    out.push(Block::Notice(vec![Item {
        label: texts.phrase("checklist-notice-label").into_owned(),
        text: document.notice.to_string(),
        ..Item::default()
    }]));
    out.push(Block::Text(texts.phrase("checklist-intro").into_owned()));
    who(out, document, texts);
    candidates(out, document, texts);
    choice(out, document, texts);
    blocks(out, document, texts);
    perspectives(out, document, texts);
    plan(out, document, texts);
    advice(out, document, texts);
    items(out, document, texts);
    page
}

fn who(out: &mut Vec<Block>, document: &ChecklistDocument, texts: &Texts) {
    let sheets = texts.phrase("checklist-sheets").replace("{n}", &document.sheets.to_string());
    let roles = document.roles.iter().map(|r| (r.role, r.sheets));
    let wave = document.wave.iter().map(|wave| fill(&texts.phrase("checklist-wave"), wave, ""));
    let lines = [format!("{sheets} ({})", numbers(roles, texts))].into_iter().filter(|_| document.sheets > 0);
    let text: Vec<String> = lines.chain(wave).collect();
    if !text.is_empty() {
        out.push(Block::Text(format!("{}.", text.join(". "))));
    }
}

/// Roles with their numbers: "professional: 5; leidinggevende: 1".
fn numbers(roles: impl Iterator<Item = (Option<Role>, u64)>, texts: &Texts) -> String {
    roles.map(|(of, number)| format!("{}: {number}", role(of, texts))).collect::<Vec<_>>().join("; ")
}

fn role(role: Option<Role>, texts: &Texts) -> String {
    texts.phrase(&format!("role-{}", role.map_or("none", Role::name))).into_owned()
}

/// A figure on the scale, without a decimal that says nothing: 6; 6,5.
fn figure(number: f64, decimals: usize, texts: &Texts) -> String {
    format!("{number:.decimals$}").replace('.', &texts.phrase("decimal-mark"))
}

fn short(median: f64, texts: &Texts) -> String {
    figure(median, usize::from(median.fract() != 0.0), texts)
}

/// The median with its step; or that it is not known.
fn median(scores: &Outcome, texts: &Texts) -> String {
    match &scores.figures {
        Some(f) => format!("{} ({})", short(f.median, texts), value(f.step.name(), texts)),
        None => texts.phrase("unknown").into_owned(),
    }
}

fn cells(name: String, scores: &Outcome, texts: &Texts) -> (Vec<String>, [u64; 10]) {
    let of = |cell: &dyn Fn(&crate::boundary::OutcomeFigures) -> String| {
        scores.figures.as_ref().map_or_else(|| "–".to_owned(), cell)
    };
    let others = [
        ("checklist-not-answered", scores.not_answered),
        ("checklist-dont-know", scores.dont_know),
        ("checklist-not-applicable", scores.not_applicable),
    ];
    let others = others.into_iter().filter(|(_, count)| *count > 0);
    let others: Vec<String> = others.map(|(key, count)| format!("{}: {count}", texts.phrase(key))).collect();
    let mut answered = scores.answered.to_string();
    if !others.is_empty() {
        answered.push_str(&format!(" ({})", others.join("; ")));
    }
    let cells = vec![
        name,
        median(scores, texts),
        of(&|f| format!("{}–{}", short(f.quartiles.0, texts), short(f.quartiles.1, texts))),
        of(&|f| figure(f.mean, 2, texts)),
        answered,
    ];
    (cells, scores.distribution)
}

fn head(first: &str, texts: &Texts) -> Vec<String> {
    let keys = [first, "checklist-median", "checklist-half", "checklist-mean", "checklist-answered"];
    keys.into_iter().chain(["checklist-distribution"]).map(|key| texts.phrase(key).into_owned()).collect()
}

fn blocks(out: &mut Vec<Block>, document: &ChecklistDocument, texts: &Texts) {
    out.push(heading("checklist-blocks", texts));
    out.push(Block::Text(texts.text("checklist.steps").into_owned()));
    let rows = document.blocks.iter().map(|block| {
        let name = if block.part_of.is_some() { format!("– {}", block.label) } else { block.label.to_string() };
        cells(name, &block.outcome, texts)
    });
    out.push(Block::Distributions {
        caption: texts.phrase("checklist-blocks").into_owned(),
        head: head("checklist-part", texts),
        rows: rows.collect(),
    });
}

fn items(out: &mut Vec<Block>, document: &ChecklistDocument, texts: &Texts) {
    let mut inner = Vec::new();
    for block in &document.blocks {
        let of: Vec<&ItemOutcome> = document.items.iter().filter(|item| item.block == block.id).collect();
        if of.is_empty() {
            continue;
        }
        let rows = of.iter().map(|item| {
            let number = item.number.map_or_else(String::new, |number| format!("{number}. "));
            cells(format!("{number}{}: {}", item.label, item.statement), &item.outcome, texts)
        });
        inner.push(Block::Distributions {
            caption: block.label.to_string(),
            head: head("checklist-item", texts),
            rows: rows.collect(),
        });
    }
    out.push(heading("checklist-items", texts));
    out.extend(inner);
}

/// What the roles make of each block, and of the statements they see differently.
fn perspectives(out: &mut Vec<Block>, document: &ChecklistDocument, texts: &Texts) {
    let Some(first) = document.blocks.iter().find(|block| !block.by_role.is_empty()) else { return };
    out.push(heading("checklist-roles", texts));
    let head = std::iter::once(texts.phrase("checklist-part").into_owned())
        .chain(first.by_role.iter().map(|one| role(Some(one.role), texts)));
    let row = |label: &str, by_role: &[RoleOutcome]| -> Vec<String> {
        std::iter::once(label.to_owned()).chain(by_role.iter().map(|one| median(&one.outcome, texts))).collect()
    };
    let differ = |id: &str| {
        let mut candidates = document.candidates.iter().flat_map(|group| &group.tied);
        candidates.any(|c| c.id == id && c.reasons.contains(&crate::checklist::Reason::RolesDiffer))
    };
    let blocks = document.blocks.iter().map(|block| row(&block.label, &block.by_role));
    let items = document
        .items
        .iter()
        .filter(|item| differ(&item.id))
        .map(|item| row(&named(&item.id, document, texts), &item.by_role));
    out.push(Block::Table {
        caption: texts.phrase("checklist-roles-caption").into_owned(),
        head: head.collect(),
        rows: blocks.chain(items).collect(),
    });
}

fn candidates(out: &mut Vec<Block>, document: &ChecklistDocument, texts: &Texts) {
    out.push(heading("checklist-candidates", texts));
    if document.candidates.is_empty() {
        out.push(Block::Text(texts.phrase("checklist-candidates-none").into_owned()));
        return;
    }
    out.push(Block::Text(texts.text("checklist.candidates").into_owned()));
    for group in &document.candidates {
        let median = match group.median {
            Some(median) => fill(&texts.phrase("checklist-candidates-median"), &short(median, texts), ""),
            None => texts.phrase("checklist-candidates-unknown").into_owned(),
        };
        let tied = if group.tied.len() > 1 { format!(" ({})", texts.phrase("checklist-tied")) } else { String::new() };
        out.push(Block::Heading(3, median + &tied));
        let items = group.tied.iter().map(|candidate| {
            let reasons = candidate.reasons.iter().map(|reason| texts.phrase(&format!("reason-{}", reason.name())));
            let reasons: Vec<Cow<'static, str>> = reasons.collect();
            Item { label: named(&candidate.id, document, texts), small: vec![reasons.join("; ")], ..Item::default() }
        });
        out.push(Block::List { numbered: false, items: items.collect() });
    }
}

/// A statement with its number, or a block.
fn named(id: &str, document: &ChecklistDocument, texts: &Texts) -> String {
    let label = texts.label(id);
    match document.items.iter().find(|item| item.id == id).and_then(|item| item.number) {
        Some(number) => format!("{number}. {label}"),
        None => label.into_owned(),
    }
}

fn choice(out: &mut Vec<Block>, document: &ChecklistDocument, texts: &Texts) {
    out.push(heading("checklist-choice", texts));
    let Some(TeamChoice { by, took_part, chosen, votes, undecided }) = &document.choice else {
        out.push(Block::Text(texts.phrase("checklist-choice-none").into_owned()));
        return;
    };
    let by = texts.phrase(match by {
        By::Consensus => "checklist-by-consensus",
        By::Vote => "checklist-by-vote",
    });
    let people = numbers(took_part.iter().map(|one| (one.role, u64::from(one.number))), texts);
    out.push(Block::Text(format!("{by}. {}.", fill(&texts.phrase("checklist-took-part"), &people, ""))));
    let items = chosen.iter().map(|c| Item {
        label: named(&c.id, document, texts),
        text: c.reason.clone().unwrap_or_default(),
        ..Item::default()
    });
    // No numbers: none of the three comes first.
    out.push(Block::List { numbered: false, items: items.collect() });
    let names =
        |ids: &[Cow<'static, str>]| ids.iter().map(|id| named(id, document, texts)).collect::<Vec<_>>().join("; ");
    if let Some(undecided) = undecided {
        let line = texts.phrase("checklist-undecided").replace("{n}", &undecided.places.to_string());
        out.push(Block::Text(fill(&line, &names(&undecided.tied), "")));
    }
    if !votes.is_empty() {
        out.push(Block::Heading(3, texts.phrase("checklist-votes").into_owned()));
        let items = votes.iter().map(|group| {
            let line = texts.phrase("checklist-votes-line").replace("{n}", &group.votes.to_string());
            Item { text: fill(&line, &names(&group.tied), ""), ..Item::default() }
        });
        out.push(Block::List { numbered: false, items: items.collect() });
    }
}

fn plan(out: &mut Vec<Block>, document: &ChecklistDocument, texts: &Texts) {
    out.push(heading("checklist-plan", texts));
    out.push(Block::Text(texts.phrase("checklist-plan-intro").into_owned()));
    for block in document.plan.iter().filter(|part| part.part_of.is_none()) {
        let parts = document.plan.iter().filter(|part| part.id == block.id || part.part_of.as_ref() == Some(&block.id));
        out.push(Block::Heading(3, block.label.to_string()));
        out.push(Block::List { numbered: false, items: parts.map(|part| planned(part, document, texts)).collect() });
    }
}

fn planned(part: &PlanPart, document: &ChecklistDocument, texts: &Texts) -> Item {
    let labels = |ids: &[Cow<'static, str>]| {
        let label = |id: &Cow<'static, str>| document.advice.iter().find(|a| a.id == *id).map(|a| a.label.to_string());
        ids.iter().filter_map(label).collect::<Vec<_>>().join("; ")
    };
    let lines = [("checklist-plan-here", &part.applies), ("checklist-plan-open", &part.open)];
    let lines = lines.into_iter().filter(|(_, ids)| !ids.is_empty());
    let items = part.chosen.iter().filter(|id| **id != part.id);
    let items: Vec<String> = items.map(|id| named(id, document, texts)).collect();
    let items = (!items.is_empty()).then(|| fill(&texts.phrase("checklist-plan-items"), &items.join("; "), ""));
    let chosen = part.chosen.contains(&part.id).then(|| texts.phrase("checklist-plan-chosen").into_owned());
    let scores = document.blocks.iter().find(|block| block.id == part.id).map(|block| median(&block.outcome, texts));
    Item {
        label: part.label.to_string(),
        mark: chosen.unwrap_or_default(),
        text: format!("{}: {}", texts.phrase("checklist-median"), scores.unwrap_or_default()),
        small: items.into_iter().chain(lines.map(|(key, ids)| fill(&texts.phrase(key), &labels(ids), ""))).collect(),
    }
}

fn advice(out: &mut Vec<Block>, document: &ChecklistDocument, texts: &Texts) {
    let of = |status: Status| -> Vec<&Advised> { document.advice.iter().filter(|a| a.status == status).collect() };
    let (applying, open) = (of(Status::Applies), of(Status::Open));
    out.push(heading("checklist-advice", texts));
    if applying.is_empty() {
        out.push(Block::Text(texts.phrase("checklist-advice-none").into_owned()));
    }
    let items = applying.iter().map(|a| Item {
        label: a.label.to_string(),
        text: a.text.to_string(),
        small: vec![because(&a.because, texts), source(&a.source, texts)],
        ..Item::default()
    });
    out.push(Block::List { numbered: false, items: items.collect() });
    if !document.ask_next.is_empty() {
        list_of_questions(out, &document.ask_next, texts, Below::Nothing);
    }
    fold(out, "open", &open, texts, by_question(&open, texts));
}
