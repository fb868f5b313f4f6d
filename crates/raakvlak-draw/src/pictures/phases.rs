//! A learning network on its way through the phases (handbook, figure 4).

use std::collections::BTreeMap;

use raakvlak::Texts;
use raakvlak::boundary::{NetworkDocument, NetworkList, PartyKind, Session, SessionKind, SessionState};
use raakvlak::network::{LAST_PHASE, Network};
use raakvlak::report::date;

use super::{BODY, HEADING, MARGIN, Picture, ROOM, SMALL, STRONG, Side, Style, Svg, WIDTH, Words, outlined};
use crate::palette::{INK, SUN};
use crate::sheet::{GREY, GROUND};

/// Where the line of the phases runs; left of it is room for going back.
const LINE: i32 = 122;
const RADIUS: i32 = 23;
/// Where the words about a phase start.
const WORDS: i32 = LINE + RADIUS + 19;
/// Squares for one kind of organisation, and how far apart they lie.
const SQUARES: usize = 6;
const SQUARE: i32 = 19;
/// Ways back that are written out.
const RETURNS: usize = 12;

/// The seven phases of a learning network in their order: who is involved, the sessions, where it is now and
/// where it went back (handbook, figure 4 and 5.1).
///
/// A session was held where its attendance is recorded, or where it is said to be.
///
/// ```
/// use raakvlak::Texts;
/// use raakvlak::network::Network;
///
/// let network = Network::from_json(r#"{"schema": "raakvlak.network.v1", "id": "noord", "phases": [{"phase": 2}]}"#)?;
/// let svg = raakvlak_draw::phases(&network, &Texts::en());
/// assert!(svg.contains("Now: Phase 2"));
/// # Ok::<(), raakvlak::Error>(())
/// ```
pub fn phases(network: &Network, texts: &Texts) -> String {
    let document = network.document();
    let title = document.name.clone().unwrap_or_else(|| texts.label("network.phase").into_owned());
    let mut picture = Picture::new("phases", &title, texts);
    if document.name.is_some() {
        picture.write(&texts.label("network.phase"), BODY, 2);
    }
    let now = match network.phase() {
        Some(phase) => picture.filled("picture-now-at", &[('a', &texts.label(&id(phase)))]),
        None => picture.phrase("picture-now-unknown"),
    };
    picture.write(&now, STRONG, 3);
    parties(&mut picture, document);
    picture.heading(&texts.phrase("picture-phases"));
    line(&mut picture, network);
    beside(&mut picture, document);
    returns(&mut picture, document);
    picture.y += 12;
    picture.write(&picture.filled("picture-after", &[('n', "4")]), SMALL, 3);
    picture.finish(|_| ())
}

fn id(phase: u8) -> String {
    format!("network.phase.{phase}")
}

fn complete(document: &NetworkDocument, list: NetworkList) -> bool {
    document.complete.contains(&list)
}

/// The knowledge about a kind of organisation; none for what is of no kind.
fn party(kind: PartyKind) -> Option<&'static str> {
    Some(match kind {
        PartyKind::Generic => "network.party.generic",
        PartyKind::CultureSpecific => "network.party.culture-specific",
        PartyKind::Informal => "network.party.informal",
        PartyKind::University => "network.party.university",
        PartyKind::KnowledgeInstitute => "network.party.knowledge-institute",
        PartyKind::Municipality => "network.party.municipality",
        PartyKind::ProfessionalAssociation => "network.party.professional-association",
        PartyKind::RegionalCooperation => "network.party.regional-cooperation",
        PartyKind::AntiDiscrimination => "network.party.anti-discrimination",
        PartyKind::FamilyCarers => "network.party.family-carers",
        PartyKind::UmbrellaBodies => "network.party.umbrella-bodies",
        PartyKind::Other => return None,
    })
}

/// How many organisations of each kind: the three that give care in any case, the others where there are some.
fn parties(picture: &mut Picture<'_>, document: &NetworkDocument) {
    let texts = picture.texts;
    picture.heading(&texts.phrase("picture-parties"));
    let mut counts: BTreeMap<PartyKind, usize> =
        [PartyKind::Generic, PartyKind::CultureSpecific, PartyKind::Informal].map(|kind| (kind, 0)).into();
    let kinds = || document.parties.iter().map(|party| party.kind);
    kinds().flatten().for_each(|kind| *counts.entry(kind).or_default() += 1);
    let unknown = kinds().filter(Option::is_none).count();
    let counts = counts.into_iter().map(|(kind, count)| (Some(kind), count));
    let counts: Vec<_> = counts.chain((unknown > 0).then_some((None, unknown))).collect();
    let complete = complete(document, NetworkList::Parties);
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or(0).clamp(1, SQUARES);
    let left = most as i32 * SQUARE + 8;
    for (kind, count) in counts {
        let label = match kind {
            None => texts.phrase("network-party-kind-unknown"),
            Some(kind) => party(kind).map_or_else(|| texts.phrase("picture-party-other"), |id| texts.label(id)),
        };
        let number = number(count, complete, texts);
        let said = picture.filled("picture-counted", &[('a', &label), ('b', &number)]);
        picture.tell(&said);
        let y = picture.y + 4;
        picture.draw(move |svg| squares(svg, y, count, complete));
        picture.put(Words::new(&said, ROOM - left, BODY, 3), MARGIN + left, Side::Start);
        picture.y += 3;
    }
    if !complete {
        picture.y += 4;
        picture.write(&texts.phrase("picture-parties-open"), SMALL, 3);
    }
}

/// A square for each organisation, as many as there is room for; a broken one where it is not known.
fn squares(svg: &mut Svg, y: i32, count: usize, complete: bool) {
    let at = |place: usize| MARGIN + place as i32 * SQUARE;
    let more = count > SQUARES;
    outlined(svg, 2, "", |svg| {
        for place in 0..if more { SQUARES - 1 } else { count } {
            svg.rect((at(place), y, 14, 14), 2, INK);
        }
        if more {
            svg.line(&format!("M{} {}h12m-6 -6v12", at(SQUARES - 1) + 1, y + 7), INK, 3);
        }
    });
    if count == 0 && !complete {
        outlined(svg, 2, " stroke-dasharray=\"4 3\"", |svg| svg.rect((at(0), y, 14, 14), 2, GROUND));
    }
}

/// A count; nothing is only none where the list is complete.
fn number(count: usize, complete: bool, texts: &Texts) -> String {
    match count {
        0 if complete => texts.phrase("picture-none").into_owned(),
        0 => texts.phrase("unknown").into_owned(),
        _ => count.to_string(),
    }
}

/// The words for so many sessions of a state.
fn phrase(state: SessionState) -> &'static str {
    match state {
        SessionState::Held => "picture-held",
        SessionState::Planned => "picture-planned",
        SessionState::Undated => "picture-undated",
        SessionState::CalledOff => "picture-cancelled",
    }
}

/// A mark of its own shape for each state, around a point.
fn mark(state: SessionState, svg: &mut Svg, (x, y): (i32, i32)) {
    outlined(svg, 3, "", |svg| match state {
        SessionState::Held => svg.circle(x, y, 7, INK),
        SessionState::Planned => svg.circle(x, y, 7, GROUND),
        SessionState::Undated => {
            svg.within("g", "stroke-dasharray=\"4 4\" stroke-linecap=\"butt\"", |svg| svg.circle(x, y, 7, GROUND));
        }
        SessionState::CalledOff => svg.line(&format!("M{} {}l14 14m0 -14l-14 14", x - 7, y - 7), INK, 3),
    });
}

/// How many of these sessions there are of each state.
fn counted<'a>(sessions: impl Iterator<Item = &'a Session>) -> BTreeMap<SessionState, usize> {
    let mut counts = BTreeMap::new();
    sessions.for_each(|session| *counts.entry(session.state()).or_default() += 1);
    counts
}

/// Sessions by state, each with its mark, as far as they go on a line; or that there are none, or none known.
fn sessions(picture: &mut Picture<'_>, counts: &BTreeMap<SessionState, usize>, left: i32, none: &str) {
    let room = WIDTH - MARGIN - left;
    if counts.is_empty() {
        let words = Words::new(none, room, BODY, 2);
        picture.tell(none);
        picture.put(words, left, Side::Start);
        return;
    }
    let (mut x, start) = (left, left);
    let from_right = picture.texts.right_to_left();
    let mut tall = 0;
    let mut said = Vec::new();
    for (state, count) in counts {
        let text = picture.filled(phrase(*state), &[('n', &count.to_string())]);
        said.push(text.clone());
        let words = Words::new(&text, room - 24, BODY, 1);
        let wide = words.wide().min(room - 24);
        if x > start && x + 24 + wide > left + room {
            x = start;
            picture.y += tall;
        }
        let (at, y, state) = (x, picture.y, *state);
        tall = words.tall();
        picture.draw(move |svg| {
            mark(state, svg, (at + 9, y + 11));
            let words = Words::new(&text, wide, BODY, 1);
            words.draw(svg, (at + 24, y), Side::Start, from_right);
        });
        x += 24 + wide + 18;
    }
    picture.y += tall;
    picture.tell(&said.join(", "));
}

/// How a phase stands in the history of the network.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Now,
    Been,
    /// Nothing is said of it, and the network is further.
    NotSaid,
    NotYet,
}

/// The seven phases beneath each other, on a line.
fn line(picture: &mut Picture<'_>, network: &Network) {
    let (texts, document) = (picture.texts, network.document());
    let room = WIDTH - MARGIN - WORDS;
    let mut stations = Vec::new();
    let path = picture.drawing.len();
    for phase in 0..=LAST_PHASE {
        let last = document.phases.iter().rfind(|reached| reached.phase == phase);
        let place = match last {
            _ if network.phase() == Some(phase) => Place::Now,
            Some(_) => Place::Been,
            None if network.phase().is_some_and(|now| now < phase) => Place::NotYet,
            None => Place::NotSaid,
        };
        picture.y += 8;
        let top = picture.y;
        stations.push(top + RADIUS + 2);
        let label = texts.label(&id(phase));
        picture.tell(&label);
        picture.put(Words::new(&label, room, Style { size: 22, ..STRONG }, 3), WORDS, Side::Start);
        let since = last.and_then(|reached| reached.on.as_deref());
        let said = match (place, since) {
            (Place::Now, Some(since)) => picture.filled("picture-now-since", &[('a', &date(since, picture.texts))]),
            (Place::Now, None) => picture.phrase("picture-now"),
            (Place::Been, Some(since)) => picture.filled("picture-been-since", &[('a', &date(since, picture.texts))]),
            (Place::Been, None) => picture.phrase("picture-been"),
            (Place::NotSaid, _) => picture.phrase("picture-not-said"),
            (Place::NotYet, _) => picture.phrase("picture-not-yet"),
        };
        picture.tell(&said);
        let style = if place == Place::Now { STRONG } else { BODY };
        let words = Words::new(&said, room - 20, style, 2);
        if place == Place::Now {
            let (y, tall) = (picture.y, words.tall());
            picture.draw(move |svg| {
                outlined(svg, 2, "", |svg| svg.rect((WORDS, y, room, tall + 4), 12, SUN));
            });
            picture.y += 2;
            picture.put(words, WORDS + 10, Side::Start);
            picture.y += 6;
        } else {
            picture.put(words, WORDS, Side::Start);
        }
        let of_phase = document.sessions.iter().filter(|session| session.phases.contains(&phase));
        let none = none(document, "picture-no-session", "picture-session-unknown");
        sessions(picture, &counted(of_phase), WORDS, &texts.phrase(none));
        picture.y = picture.y.max(top + 2 * RADIUS + 6) + 8;
        station(picture, phase, top + RADIUS + 2, place);
    }
    // Below the stations lies the line that they are on.
    if let (Some(first), Some(last)) = (stations.first().copied(), stations.last().copied()) {
        picture.drawing.insert(path, Box::new(move |svg| svg.line(&format!("M{LINE} {first}V{last}"), GREY, 6)));
    }
    let ways = ways(document);
    picture.draw(move |svg| arcs(svg, &ways, &stations));
}

/// What is said where no session is in a list.
fn none(document: &NetworkDocument, no: &'static str, unknown: &'static str) -> &'static str {
    if complete(document, NetworkList::Sessions) { no } else { unknown }
}

/// A phase on the line: filled where the network has been, ringed where it is, broken where nobody says.
fn station(picture: &mut Picture<'_>, phase: u8, y: i32, place: Place) {
    let (fill, ink) = match place {
        Place::Now => (SUN, INK),
        Place::Been => (INK, GROUND),
        Place::NotSaid | Place::NotYet => (GROUND, INK),
    };
    picture.draw(move |svg| {
        if place == Place::Now {
            outlined(svg, 4, "", |svg| svg.circle(LINE, y, RADIUS + 7, GROUND));
        }
        let dashes = if matches!(place, Place::NotSaid | Place::NotYet) { " stroke-dasharray=\"6 5\"" } else { "" };
        outlined(svg, 3, dashes, |svg| svg.circle(LINE, y, RADIUS, fill));
        let number = Words::new(&phase.to_string(), 2 * RADIUS, Style { colour: ink, ..HEADING }, 1);
        number.draw(svg, (LINE - RADIUS, y - 13), Side::Middle, false);
    });
}

/// The ways back, from a phase to an earlier one: how often, and when the last time.
fn ways(document: &NetworkDocument) -> BTreeMap<(u8, u8), (usize, Option<String>)> {
    let mut ways: BTreeMap<(u8, u8), (usize, Option<String>)> = BTreeMap::new();
    for pair in document.phases.windows(2) {
        if let [from, to] = pair
            && to.phase < from.phase
        {
            let way = ways.entry((from.phase, to.phase)).or_default();
            *way = (way.0 + 1, to.on.clone());
        }
    }
    ways
}

/// Each way back as an arc on the left, in a lane of its own where others pass.
fn arcs(svg: &mut Svg, ways: &BTreeMap<(u8, u8), (usize, Option<String>)>, stations: &[i32]) {
    // The shortest lie innermost.
    let mut ways: Vec<(u8, u8)> = ways.keys().copied().collect();
    ways.sort_by_key(|(from, to)| (from - to, *from));
    let mut lanes: Vec<Vec<(u8, u8)>> = Vec::new();
    for way in ways {
        let free = |lane: &&mut Vec<(u8, u8)>| lane.iter().all(|other| other.0 <= way.1 || way.0 <= other.1);
        match lanes.iter_mut().find(free) {
            Some(lane) => lane.push(way),
            None => lanes.push(vec![way]),
        }
    }
    let room = LINE - RADIUS - MARGIN - 16;
    let step = (room / (lanes.len() as i32).max(1)).min(22);
    for (lane, ways) in (1..).zip(&lanes) {
        let x = LINE - RADIUS - 12 - lane * step;
        for (from, to) in ways {
            let at = |phase: &u8| stations.get(usize::from(*phase)).copied();
            let (Some(from), Some(to)) = (at(from), at(to)) else { continue };
            // Apart from each other where two meet at a station.
            let (from, to, end) = (from - 7, to + 7, LINE - RADIUS - 8);
            svg.within("g", "fill=\"none\" stroke-linejoin=\"round\"", |svg| {
                svg.line(
                    &format!(
                        "M{end} {from}H{}Q{x} {from} {x} {}V{}Q{x} {to} {} {to}H{end}",
                        x + 14,
                        from - 14,
                        to + 14,
                        x + 14
                    ),
                    INK,
                    3,
                );
            });
            svg.plain(&format!("M{} {to}l-13 -7v14Z", end + 3), INK);
        }
    }
}

/// What is not on a phase: sessions that say none, the opening, the governance group and the follow-up.
fn beside(picture: &mut Picture<'_>, document: &NetworkDocument) {
    let texts = picture.texts;
    picture.heading(&texts.phrase("picture-beside"));
    let of = |kind: SessionKind| document.sessions.iter().filter(move |session| session.kind == kind);
    let rows = [
        (SessionKind::Opening, "picture-opening"),
        (SessionKind::Governance, "picture-governance"),
        (SessionKind::FollowUp, "picture-follow-up"),
        (SessionKind::Working, "picture-without-phase"),
    ];
    for (kind, phrase) in rows {
        let counts = counted(of(kind).filter(|session| session.phases.is_empty()));
        // Those that stand with their phase are not missing here.
        if counts.is_empty() && (kind == SessionKind::Working || of(kind).next().is_some()) {
            continue;
        }
        let label = texts.phrase(phrase);
        picture.tell(&format!("{label}:"));
        picture.put(Words::new(&label, ROOM, STRONG, 2), MARGIN, Side::Start);
        let none = none(document, "picture-no-session", "picture-session-unknown");
        sessions(picture, &counts, MARGIN, &texts.phrase(none));
        picture.y += 6;
    }
}

/// The ways back in words.
fn returns(picture: &mut Picture<'_>, document: &NetworkDocument) {
    let ways = ways(document);
    if ways.is_empty() {
        return;
    }
    let texts = picture.texts;
    picture.heading(&texts.phrase("picture-returns"));
    for ((from, to), (times, on)) in ways.iter().take(RETURNS) {
        let (from, to, times) = (from.to_string(), to.to_string(), times.to_string());
        let on = on.as_deref().map(|on| date(on, texts));
        let with = [('a', &*from), ('b', &*to), ('n', &*times), ('c', on.as_deref().unwrap_or_default())];
        let phrase = match (&*times, &on) {
            ("1", Some(_)) => "picture-return-on",
            ("1", None) => "picture-return",
            (_, Some(_)) => "picture-return-often-on",
            (_, None) => "picture-return-often",
        };
        picture.write(&picture.filled(phrase, &with), BODY, 2);
    }
    if let more @ 1.. = ways.len().saturating_sub(RETURNS) {
        picture.write(&picture.filled("picture-more", &[('n', &more.to_string())]), BODY, 1);
    }
    picture.write(&texts.label("network.phase.return"), SMALL, 2);
}
