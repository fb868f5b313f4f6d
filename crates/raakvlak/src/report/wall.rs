//! A sheet of a network to hang up.

use super::dates::when;
use super::page::{Block, Item, Page};
use super::reports::{heading, page as blank};
use crate::boundary::{NetworkReportDocument, ReportedSession};
use crate::text::Texts;

/// So much of a list fits on it.
const ON_THE_WALL: usize = 5;

/// One page to hang up: what the network is after, what it works on, what it made, and when it meets.
pub(super) fn wall(document: &NetworkReportDocument, texts: &Texts) -> Page {
    let phrase = |key: &str| texts.phrase(key).into_owned();
    let title = document.name.clone().unwrap_or_else(|| phrase("network-wall-title"));
    let mut page = blank(&title, texts, None);
    page.poster = true;
    page.footer = phrase("network-wall-footer");
    let out = &mut page.blocks;
    out.push(Block::Text(phrase("network-wall-intro")));
    let part = |key: &str, lines: Vec<String>| {
        let more = lines.len().saturating_sub(ON_THE_WALL);
        let lines = lines.into_iter().take(ON_THE_WALL);
        let more = (more > 0).then(|| phrase("network-wall-more").replace("{n}", &more.to_string()));
        let items: Vec<Item> = lines.chain(more).map(|text| Item { text, ..Item::default() }).collect();
        let told = if items.is_empty() {
            Block::Text(phrase(&format!("network-wall-{key}-none")))
        } else {
            Block::List { numbered: false, items }
        };
        [heading(&format!("network-wall-{key}"), texts), told]
    };
    out.extend(part("goals", document.goals.iter().map(|goal| goal.goal.clone()).collect()));
    out.extend(part("themes", document.themes.iter().map(|theme| theme.label.clone()).collect()));
    out.extend(part("tools", document.tools.iter().map(|told| told.tool.label.clone()).collect()));
    out.extend(part("sessions", document.sessions.iter().map(|session| invitation(session, texts)).collect()));
    page
}

/// When and where: "dinsdag 12 januari 2027, 14.00 tot 16.30 uur, buurthuis De Brug".
fn invitation(session: &ReportedSession, texts: &Texts) -> String {
    let online = session.online == Some(true);
    let place = session.place.clone().or_else(|| online.then(|| texts.phrase("session-online").into_owned()));
    let when = session.start.as_deref().and_then(|start| when(start, session.minutes, texts));
    when.into_iter().chain(place).collect::<Vec<_>>().join(", ")
}
