//! Scores on the checklist as tables.

use super::page::{Block, Page};
use super::reports::{fill, page};
use super::{number, signed};
use crate::boundary::{
    ComparedFigure, ScoredFigure, ScoredThing, ScoresComparisonDocument, ScoresDocument, ScoresView,
};
use crate::checklist::{Key, Role};
use crate::text::Texts;

/// Stands where a figure is hidden or not there.
const NONE: &str = "–";

/// The scores of groups: of one group a table of the blocks, of more a table of the groups for
/// each block; with `items`, the statements too.
pub fn scores(document: &ScoresDocument, texts: &Texts, items: bool) -> Page {
    let mut page = page(&texts.phrase("scores-title"), texts, None);
    let in_team = matches!(document.view, ScoresView::InTeam);
    said(&mut page, &document.notice, texts);
    let names: Vec<String> = document
        .groups
        .iter()
        .map(|g| name(&document.by, [&g.municipality, &g.organisation, &g.team], g.role, &g.wave, texts))
        .collect();
    let sheets = |sheets: Option<u64>| sheets.map_or_else(|| NONE.to_owned(), |sheets| sheets.to_string());
    if names.len() > 1 {
        page.blocks.push(Block::Table {
            caption: texts.phrase("scores-sheets").into_owned(),
            head: vec![texts.phrase("scores-group").into_owned(), texts.phrase("scores-answered").into_owned()],
            rows: names.iter().zip(&document.groups).map(|(name, g)| vec![name.clone(), sheets(g.sheets)]).collect(),
        });
    } else if let Some(group) = document.groups.first() {
        page.blocks.push(Block::Text(format!("{}: {}", texts.phrase("scores-sheets"), sheets(group.sheets))));
    }
    let rows = document.groups.iter().map(|group| {
        let cells = |figure: &Option<ScoredFigure>| cells(figure.as_ref(), in_team, texts);
        (group.blocks.iter().map(cells).collect(), group.items.iter().map(cells).collect())
    });
    tables(&mut page, &names, &document.blocks, &document.items, rows, &head(in_team, texts), items, texts);
    page
}

/// Two waves, roles or groups beside each other, in the same tables.
pub fn scores_comparison(document: &ScoresComparisonDocument, texts: &Texts, items: bool) -> Page {
    let mut page = page(&texts.phrase("scores-comparison-title"), texts, None);
    said(&mut page, &document.notice, texts);
    let value = |value: &str| match (document.over, role(value)) {
        (Key::Role, Some(role)) => texts.phrase(&format!("role-{}", role.name())).into_owned(),
        _ => value.to_owned(),
    };
    let (one, other) = (value(&document.one), value(&document.other));
    page.blocks.push(Block::Text(fill(&texts.phrase("scores-compared"), &one, &other)));
    let names: Vec<String> = document
        .groups
        .iter()
        .map(|g| name(&[], [&g.municipality, &g.organisation, &g.team], g.role, &g.wave, texts))
        .collect();
    let rows = document.groups.iter().map(|group| {
        let cells = |figure: &ComparedFigure| compared(figure, texts);
        (group.blocks.iter().map(cells).collect(), group.items.iter().map(cells).collect())
    });
    let head = ["answered", "median", "difference", "mean", "difference"];
    let head = head.map(|key| texts.phrase(&format!("scores-{key}")).into_owned());
    tables(&mut page, &names, &document.blocks, &document.items, rows, &head, items, texts);
    page
}

fn said(page: &mut Page, notice: &str, texts: &Texts) {
    page.blocks.push(Block::Text(notice.to_owned()));
    page.blocks.push(Block::Text(texts.phrase("scores-dash").into_owned()));
}

/// Of a group the cells of its blocks and of its statements.
type Cells = (Vec<Vec<String>>, Vec<Vec<String>>);

#[allow(clippy::too_many_arguments, reason = "the same tables for both documents")]
fn tables(
    page: &mut Page,
    names: &[String],
    blocks: &[ScoredThing],
    items: &[ScoredThing],
    groups: impl Iterator<Item = Cells>,
    head: &[String],
    with_items: bool,
    texts: &Texts,
) {
    let groups: Vec<Cells> = groups.collect();
    let things = || {
        let blocks = blocks.iter().enumerate().map(|(at, thing)| (true, at, thing));
        let items = items.iter().enumerate().map(|(at, thing)| (false, at, thing));
        blocks.chain(items.filter(|_| with_items))
    };
    let row = |name: String, (blocks, items): &Cells, (is_block, at): (bool, usize)| {
        let cells = if is_block { blocks } else { items }.get(at).cloned().unwrap_or_default();
        std::iter::once(name).chain(cells).collect::<Vec<_>>()
    };
    let head = |first: &str| std::iter::once(texts.phrase(first).into_owned()).chain(head.iter().cloned()).collect();
    match groups.as_slice() {
        [] => page.blocks.push(Block::Text(texts.phrase("scores-none").into_owned())),
        [one] => page.blocks.push(Block::Table {
            caption: names.first().cloned().unwrap_or_default(),
            head: head("scores-part"),
            rows: things().map(|(is_block, at, thing)| row(titled(is_block, thing), one, (is_block, at))).collect(),
        }),
        more => page.blocks.extend(things().map(|(is_block, at, thing)| Block::Table {
            caption: titled(is_block, thing),
            head: head("scores-group"),
            rows: names.iter().zip(more).map(|(name, group)| row(name.clone(), group, (is_block, at))).collect(),
        })),
    }
}

/// The heading of a block or a statement.
fn titled(is_block: bool, thing: &ScoredThing) -> String {
    match thing.id.strip_prefix("checklist.item.").map(str::parse::<u32>) {
        Some(Ok(number)) => format!("{number}. {}", thing.label),
        _ if is_block && thing.within.is_some() => format!("{NONE} {}", thing.label),
        _ => thing.label.to_string(),
    }
}

fn head(in_team: bool, texts: &Texts) -> Vec<String> {
    let all = ["answered", "mean", "median", "quartiles", "range", "open", "not-applicable", "dont-know"];
    all.iter()
        .take(if in_team { 8 } else { 5 })
        .map(|key| texts.phrase(&format!("scores-{key}")).into_owned())
        .collect()
}

fn cells(figure: Option<&ScoredFigure>, in_team: bool, texts: &Texts) -> Vec<String> {
    let none = || NONE.to_owned();
    let or = |value: Option<String>| value.unwrap_or_else(none);
    let count = |value: Option<u64>| or(value.map(|count| count.to_string()));
    let given = figure.filter(|figure| figure.answered > 0);
    let mut cells = vec![
        count(figure.map(|figure| figure.answered)),
        or(given.and_then(|figure| Some(number(figure.mean?, 2, texts)))),
        or(given.and_then(|figure| Some(number(figure.median?, 2, texts)))),
        or(given.and_then(|figure| {
            let [lower, upper] =
                figure.quartiles?.map(|quartile| quartile.to_string().replace('.', &texts.phrase("decimal-mark")));
            Some(format!("{lower}{NONE}{upper}"))
        })),
        or(given.and_then(|figure| Some(format!("{}{NONE}{}", figure.lowest?, figure.highest?)))),
    ];
    if in_team {
        cells.extend([
            count(figure.and_then(|figure| figure.not_answered)),
            count(figure.and_then(|figure| figure.not_applicable)),
            count(figure.and_then(|figure| figure.dont_know)),
        ]);
    }
    cells
}

/// Of both beside each other: how many, the medians, the means, and the differences.
fn compared(compared: &ComparedFigure, texts: &Texts) -> Vec<String> {
    let or = |value: Option<String>| value.unwrap_or_else(|| NONE.to_owned());
    let both = |of: &dyn Fn(&ScoredFigure) -> Option<String>| {
        [&compared.one, &compared.other].map(|side| or(side.as_ref().and_then(of))).join(" / ")
    };
    let difference = |difference: Option<f64>| or(difference.map(|difference| signed(difference, 2, texts)));
    vec![
        both(&|figure| Some(figure.answered.to_string())),
        both(&|figure| Some(number(figure.median?, 2, texts))),
        difference(compared.median_difference),
        both(&|figure| Some(number(figure.mean?, 2, texts))),
        difference(compared.mean_difference),
    ]
}

/// A group by what is stated of it, and what should be and is not.
fn name(by: &[Key], levels: [&Option<String>; 3], role: Option<Role>, wave: &Option<String>, texts: &Texts) -> String {
    let role = role.map(|role| texts.phrase(&format!("role-{}", role.name())).into_owned());
    let [municipality, organisation, team] = levels;
    let stated = [municipality.clone(), organisation.clone(), team.clone(), role, wave.clone()];
    let parts: Vec<String> = Key::ALL
        .iter()
        .zip(stated)
        .filter_map(|(key, value)| value.or_else(|| by.contains(key).then(|| texts.phrase("unknown").into_owned())))
        .collect();
    if parts.is_empty() { texts.phrase("scores-everyone").into_owned() } else { parts.join(" · ") }
}

fn role(name: &str) -> Option<Role> {
    Role::ALL.into_iter().find(|role| role.name() == name)
}
