//! The meetings of a network as they were planned.

use super::dates::when;
use super::page::{Block, Item, Page};
use super::reports::{fill, heading, page, source, titled};
use crate::boundary::{
    Decided, MovedSession, NetworkDocument, Remark, SchedulePlanDocument, Session, SessionRemark, word,
};
use crate::text::Texts;

/// When the meetings are, which could not be when their turn came, and why they came out so; with the network as
/// it was `before`, also what changes.
///
/// ```
/// use raakvlak::Texts;
/// use raakvlak::network::{self, Network, Schedule};
/// use raakvlak::report::{self, Format};
///
/// let network = Network::from_json(r#"{"schema": "raakvlak.network.v1", "id": "maatwerk"}"#)?;
/// let request = Schedule::from_json(r#"{"schema": "raakvlak.schedule.v1", "start": "2027-01-12T14:00"}"#)?;
/// let plan = network::schedule(&network, &request, &Texts::en())?;
/// let text = report::schedule(&plan, None, &Texts::en()).write(Format::Text);
/// assert!(text.contains("Tuesday 12 January 2027"));
/// # Ok::<(), raakvlak::Error>(())
/// ```
pub fn schedule(document: &SchedulePlanDocument, before: Option<&NetworkDocument>, texts: &Texts) -> Page {
    let title = titled("schedule-title", document.network.name.as_ref(), texts);
    let mut page = page(&title, texts, Some(&document.knowledge));
    let mut sessions: Vec<&Session> = document.network.sessions.iter().collect();
    sessions.sort_by_key(|session| (session.start.is_none(), session.start.as_deref()));
    let list = |items: Vec<Item>| Block::List { numbered: false, items };
    page.blocks = vec![
        Block::Text(texts.phrase("schedule-intro").into_owned()),
        Block::Table {
            caption: texts.phrase("network-sessions-caption").into_owned(),
            head: ["when", "kind", "phases"].map(|key| texts.phrase(&format!("network-session-{key}")).into()).to_vec(),
            rows: sessions.iter().map(|session| row(session, texts)).collect(),
        },
    ];
    if let Some(before) = before {
        page.blocks.push(heading("schedule-changes", texts));
        page.blocks.push(match changes(&before.sessions, &sessions, texts) {
            changes if changes.is_empty() => Block::Text(texts.phrase("schedule-changes-none").into_owned()),
            changes => list(changes),
        });
    }
    if !document.remarks.is_empty() {
        let remark = |remark: &SessionRemark| Item {
            label: moment(Some(&remark.start), None, texts),
            text: match remark.what {
                Remark::NotSaidHeld => texts.phrase("schedule-not-said-held").into_owned(),
                Remark::FixedOnBlocked => {
                    fill(&texts.phrase("schedule-fixed-on-blocked"), &remark.because.join("; "), "")
                }
            },
            ..Item::default()
        };
        page.blocks.push(heading("schedule-remarks", texts));
        page.blocks.push(list(document.remarks.iter().map(remark).collect()));
    }
    page.blocks.extend([
        heading("schedule-moved", texts),
        match document.moved.as_slice() {
            [] => Block::Text(texts.phrase("schedule-moved-none").into_owned()),
            moved => list(moved.iter().map(|one| told(one, texts)).collect()),
        },
        heading("schedule-why", texts),
        list(document.decided.iter().map(|one| decided(one, texts)).collect()),
    ]);
    page
}

/// The sessions that are new, are at another time, or were called off.
fn changes(before: &[Session], now: &[&Session], texts: &Texts) -> Vec<Item> {
    let at = |session: &Session| moment(session.start.as_deref(), None, texts);
    let was = |session: &Session| before.iter().find(|old| old.id == session.id);
    let new = now.iter().filter(|session| was(session).is_none()).count();
    let new = (new > 0).then(|| texts.phrase("schedule-changes-new").replace("{n}", &new.to_string()));
    let changed = now.iter().filter_map(|session| {
        let old = was(session)?;
        if session.cancelled && !old.cancelled {
            return Some(fill(&texts.phrase("schedule-changes-off"), &at(old), ""));
        }
        let moved = || fill(&texts.phrase("schedule-moved-from-to"), &at(old), &at(session));
        (session.start != old.start).then(moved)
    });
    new.into_iter().chain(changed).map(|text| Item { text, ..Item::default() }).collect()
}

fn row(session: &Session, texts: &Texts) -> Vec<String> {
    let phases: Vec<String> = session.phases.iter().map(u8::to_string).collect();
    let kind = texts.phrase(&format!("session-{}", word(&session.kind))).into_owned();
    vec![
        moment(session.start.as_deref(), session.minutes, texts),
        if session.cancelled { format!("{kind} ({})", texts.phrase("network-session-called-off")) } else { kind },
        if phases.is_empty() { "–".to_owned() } else { phases.join(", ") },
    ]
}

fn moment(start: Option<&str>, minutes: Option<u32>, texts: &Texts) -> String {
    let known = start.and_then(|start| when(start, minutes, texts));
    known.unwrap_or_else(|| texts.phrase("unknown").into_owned())
}

/// A session that could not be when its turn came.
fn told(moved: &MovedSession, texts: &Texts) -> Item {
    let at = |start: &str| moment(Some(start), None, texts);
    Item {
        label: fill(&texts.phrase("schedule-moved-from-to"), &at(&moved.from), &at(&moved.to)),
        text: moved.because.join("; "),
        ..Item::default()
    }
}

/// A number that was planned by, and what is usual.
fn decided(decided: &Decided, texts: &Texts) -> Item {
    let ours = decided.operationalisation.iter().map(|ours| format!("{}: {ours}", texts.phrase("own-choice")));
    let small = decided.caveat.iter().map(ToString::to_string).chain(ours).chain([source(&decided.source, texts)]);
    Item {
        label: format!("{}: {}", decided.label, decided.value),
        mark: if decided.given { texts.phrase("schedule-given").into_owned() } else { String::new() },
        text: decided.note.iter().chain([&decided.why]).map(AsRef::as_ref).collect::<Vec<&str>>().join(" "),
        small: small.collect(),
    }
}
