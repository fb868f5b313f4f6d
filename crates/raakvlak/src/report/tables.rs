//! Rules as decision tables: per advice a table, per way in which it applies a row.

use super::page::{Block, Page};
use super::reports::{page, value};
use crate::observation;
use crate::rule::{About, Comparison, Condition, Rule};
use crate::rules::Rules;
use crate::text::Texts;

/// Columns that still fit on a page beside the name of the rule.
const COLUMNS: usize = 6;

/// The rules, those about one thing or all, as a table per advice.
pub fn rules(rules: &Rules, about: Option<About>, texts: &Texts) -> Page {
    let mut page = page(&texts.phrase("rules-title"), texts, None);
    page.blocks.push(Block::Text(texts.phrase("rules-intro").into_owned()));
    for advice in rules.advices() {
        let of: Vec<(&Rule, Condition)> = rules
            .all()
            .iter()
            .filter(|r| r.advice == advice && about.is_none_or(|about| r.about.unwrap_or_default() == about))
            .map(|r| (r, r.condition().unwrap_or_default()))
            .collect();
        if of.is_empty() {
            continue;
        }
        page.blocks.push(table(advice, &of, rules, texts));
        let mut choices: Vec<_> = of.iter().filter_map(|(rule, _)| rule.choice(texts)).collect();
        // Rules of one advice often share a choice, and stand together then.
        choices.dedup();
        page.blocks.extend(choices.iter().map(|c| Block::Text(format!("{}: {c}", texts.phrase("own-choice")))));
    }
    page
}

/// A column: an observation, or another advice that must apply.
#[derive(PartialEq, Eq, Clone)]
enum Column {
    Observed(observation::Index),
    Advice(String),
}

/// A way in which a rule holds: what must hold, column by column.
type Way = Vec<(Column, String)>;

fn table(advice: &str, of: &[(&Rule, Condition)], rules: &Rules, texts: &Texts) -> Block {
    let ways: Vec<(&Rule, Way)> = of
        .iter()
        .flat_map(|(rule, condition)| ways(rule, condition, texts).into_iter().map(move |way| (*rule, way)))
        .collect();
    let mut columns: Vec<Column> = Vec::new();
    for (column, _) in ways.iter().flat_map(|(_, way)| way) {
        if !columns.contains(column) {
            columns.push(column.clone());
        }
    }
    let caption = format!("{} ({advice})", rules.label(advice, texts));
    let name = texts.phrase("rules-way").into_owned();
    let wide = columns.len() > COLUMNS || of.iter().any(|(_, c)| c.counted.iter().any(|(count, _)| *count > 1));
    if wide {
        let rows =
            of.iter().map(|(rule, condition)| vec![rule.id.to_string(), in_words(rule, condition, rules, texts)]);
        return Block::Table { caption, head: vec![name, String::new()], rows: rows.collect() };
    }
    let head = std::iter::once(name).chain(columns.iter().map(|c| title(c, rules, texts))).collect();
    let rows = ways.iter().map(|(rule, way)| {
        let cell = |column: &Column| {
            let met: Vec<&str> = way.iter().filter(|(c, _)| c == column).map(|(_, cell)| cell.as_str()).collect();
            if met.is_empty() { "–".to_owned() } else { met.join("; ") }
        };
        let name =
            if rule.always { format!("{}: {}", rule.id, texts.phrase("rules-always")) } else { rule.id.to_string() };
        std::iter::once(name).chain(columns.iter().map(cell)).collect()
    });
    Block::Table { caption, head, rows: rows.collect() }
}

/// The ways in which a rule holds; of each "one of these", one way per alternative.
fn ways(rule: &Rule, condition: &Condition, texts: &Texts) -> Vec<Way> {
    let with = rule.with.iter().map(|id| (Column::Advice(id.clone()), texts.phrase("status-applies").into_owned()));
    let every = condition.every.iter().map(|c| (Column::Observed(c.observation), values(*c, texts)));
    let first: Way = with.chain(every).collect();
    condition.counted.iter().fold(vec![first], |ways, (_, of)| {
        ways.iter()
            .flat_map(|way| {
                of.iter().map(|c| {
                    let mut way = way.clone();
                    way.push((Column::Observed(c.observation), values(*c, texts)));
                    way
                })
            })
            .collect()
    })
}

fn title(column: &Column, rules: &Rules, texts: &Texts) -> String {
    match column {
        Column::Observed(index) => observation::get(*index).map_or(String::new(), |o| texts.label(o.id).into_owned()),
        Column::Advice(id) => rules.label(id, texts).into_owned(),
    }
}

/// The values for which a comparison holds.
fn values(comparison: Comparison, texts: &Texts) -> String {
    let Some(o) = observation::get(comparison.observation) else { return String::new() };
    let holds = (0..).zip(o.values()).filter(|(i, _)| comparison.holds_for >> i & 1 == 1);
    let names: Vec<String> = holds.map(|(_, name)| value(name, texts)).collect();
    names.join(&format!(" {} ", texts.phrase("or")))
}

/// A rule that is too wide for a table, in a line.
fn in_words(rule: &Rule, condition: &Condition, rules: &Rules, texts: &Texts) -> String {
    let one =
        |c: &Comparison| format!("{}: {}", title(&Column::Observed(c.observation), rules, texts), values(*c, texts));
    let list = |of: &[Comparison]| of.iter().map(one).collect::<Vec<_>>().join("; ");
    let mut parts: Vec<String> = rule.with.iter().map(|id| title(&Column::Advice(id.clone()), rules, texts)).collect();
    if !condition.every.is_empty() {
        parts.push(list(&condition.every));
    }
    for (count, of) in &condition.counted {
        parts.push(texts.phrase("at-least").replace("{n}", &count.to_string()) + " " + &list(of));
    }
    parts.join(". ")
}
