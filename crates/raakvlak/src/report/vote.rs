//! How a vote came out.

use std::collections::BTreeMap;

use super::page::{Block, Item, Page};
use super::reports::{fill, heading, page, titled};
use crate::boundary::{TiedThemes, VoteResultDocument, word};
use crate::text::Texts;

/// What the points decide and what they leave to the network, how it came about, and all points. Themes with as
/// many points stand together.
pub fn vote(document: &VoteResultDocument, texts: &Texts) -> Page {
    let mut page = page(&titled("vote-title", document.name.as_ref(), texts), texts, Some(&document.knowledge));
    let out = &mut page.blocks;
    out.push(Block::Text(texts.phrase("vote-intro").into_owned()));
    decided(out, document, texts);
    reached(out, document, texts);
    out.push(heading("vote-points", texts));
    out.push(points("vote-points-caption", &document.points, texts));
    if !document.clusters.is_empty() {
        out.push(Block::Text(texts.phrase("vote-clusters").into_owned()));
        out.push(points("vote-clusters-caption", &document.clusters, texts));
    }
    let themes = document.points.iter().flat_map(|group| &group.themes);
    let chosen = themes.filter(|theme| theme.chosen == Some(true));
    let items: Vec<Item> = chosen.map(|theme| Item { text: theme.label.clone(), ..Item::default() }).collect();
    if !items.is_empty() {
        out.push(heading("vote-network-chose", texts));
        out.push(Block::List { numbered: false, items });
    }
    page
}

fn decided(out: &mut Vec<Block>, document: &VoteResultDocument, texts: &Texts) {
    let places = document.places.to_string();
    out.push(Block::Heading(2, texts.phrase("vote-decides").replace("{n}", &places)));
    let Some(decides) = &document.decides else {
        out.push(Block::Text(texts.phrase(&format!("vote-standing-{}", word(&document.standing))).into_owned()));
        return;
    };
    let themes = || document.points.iter().flat_map(|group| &group.themes);
    let labels = |ids: &[String]| -> Vec<&str> {
        ids.iter().filter_map(|id| themes().find(|theme| theme.id == *id)).map(|theme| theme.label.as_str()).collect()
    };
    let list = |out: &mut Vec<Block>, ids: &[String]| {
        let items = labels(ids).into_iter().map(|label| Item { text: label.to_owned(), ..Item::default() });
        out.push(Block::List { numbered: false, items: items.collect() });
    };
    if decides.chosen.is_empty() {
        out.push(Block::Text(texts.phrase("vote-decides-none").into_owned()));
    } else {
        list(out, &decides.chosen);
    }
    if let Some(undecided) = &decides.undecided {
        out.push(Block::Text(texts.phrase("vote-undecided").replace("{n}", &undecided.places.to_string())));
        list(out, &undecided.tied);
    }
    if !decides.kept.is_empty() {
        out.push(Block::Text(fill(&texts.phrase("vote-kept"), &labels(&decides.kept).join("; "), "")));
    }
}

fn reached(out: &mut Vec<Block>, document: &VoteResultDocument, texts: &Texts) {
    out.push(heading("vote-reached", texts));
    let number = |key: &str, n: &dyn ToString| texts.phrase(key).replace("{n}", &n.to_string());
    let mut lines = vec![
        texts.phrase(&format!("vote-method-{}", word(&document.method))).into_owned(),
        document.how.to_string(),
        format!("{}: {}", texts.phrase("own-choice"), document.operationalisation),
        number("vote-counted", &document.counted),
        document.voters.map_or_else(|| texts.phrase("vote-voters-unknown").into_owned(), |n| number("vote-voters", &n)),
        match (document.quorum, document.quorum_reached) {
            (Some(quorum), Some(true)) => number("vote-quorum-reached", &quorum),
            (Some(quorum), _) => number("vote-quorum-missed", &quorum),
            (None, _) => texts.phrase("vote-quorum-unknown").into_owned(),
        },
    ];
    let mut refused: BTreeMap<&str, usize> = BTreeMap::new();
    document.refused.iter().for_each(|ballot| *refused.entry(ballot.code.as_str()).or_default() += 1);
    lines.extend(
        refused.into_iter().map(|(code, n)| number(&format!("vote-refused-{}", code.replace("vote.", "")), &n)),
    );
    let items = lines.into_iter().map(|text| Item { text, ..Item::default() });
    out.push(Block::List { numbered: false, items: items.collect() });
}

/// A row for every number of points: a tie is one row.
fn points(caption: &str, groups: &[TiedThemes], texts: &Texts) -> Block {
    let labels =
        |group: &TiedThemes| group.themes.iter().map(|theme| theme.label.as_str()).collect::<Vec<_>>().join("; ");
    let tie = |group: &TiedThemes| match group.themes.len() {
        0 | 1 => String::new(),
        _ => texts.phrase("vote-tied").into_owned(),
    };
    Block::Table {
        caption: texts.phrase(caption).into_owned(),
        head: ["vote-themes", "vote-number", "vote-tie"].map(|key| texts.phrase(key).into_owned()).to_vec(),
        rows: groups.iter().map(|group| vec![labels(group), group.points.to_string(), tie(group)]).collect(),
    }
}
