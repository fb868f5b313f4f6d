//! The meetings of a learning network as iCalendar (RFC 5545).
//!
//! Written here rather than with the crate `icalendar`: that one cannot build a time zone, gives a time zone that it
//! read a stamp by the clock and a random id, and brings `chrono` and `uuid` to the browser. What is needed is
//! one kind of component, escaping and folding. It reads back what this writes, in the tests.

use std::fmt::Write as _;

use jiff::Timestamp;
use raakvlak::boundary::{Session, SessionKind};
use raakvlak::error::Code;
use raakvlak::network::Network;
use raakvlak::{Error, Texts, knowledge};

/// The calendar of a network: an event for every session with a start.
///
/// An event is known by the ids of the session and the network, so that a calendar that took it over before updates
/// it: where the session has a higher revision it takes over the time, and what was called off is struck out.
/// Times are Dutch local times: two in the afternoon stays so across the clock change. A session of which
/// nobody said how long it lasts has no end.
///
/// `made` is the moment at which the calendar is made, such as `2026-11-30T09:00:00Z`; any offset will do.
///
/// ```
/// use raakvlak::Texts;
/// use raakvlak::network::Network;
/// use raakvlak_exchange::ical;
///
/// let network = Network::from_json(r#"{
///     "schema": "raakvlak.network.v1",
///     "id": "maatwerk",
///     "sessions": [{"id": "s1", "start": "2027-01-12T14:00", "revision": 2, "cancelled": true}]
/// }"#)?;
/// let text = ical::calendar(&network, "2026-11-30T09:00:00Z", &Texts::en())?;
/// assert!(text.contains("STATUS:CANCELLED\r\n") && text.contains("SEQUENCE:3\r\n"));
/// # Ok::<(), raakvlak::Error>(())
/// ```
///
/// # Errors
/// `date.invalid` where `made` is no moment.
pub fn calendar(network: &Network, made: &str, texts: &Texts) -> Result<String, Error> {
    let made = stamp(made)?;
    let document = network.document();
    let name = document.name.clone().unwrap_or_else(|| texts.label("network").into_owned());
    let mut lines = Lines::default();
    lines.add("BEGIN:VCALENDAR");
    lines.add("VERSION:2.0");
    lines.add(&format!("PRODID:-//raakvlak//network//{}", texts.lang().to_uppercase()));
    lines.add("CALSCALE:GREGORIAN");
    DUTCH_TIME.lines().for_each(|line| lines.add(line));
    for session in &document.sessions {
        let Some(start) = &session.start else { continue };
        lines.add("BEGIN:VEVENT");
        lines.text("UID", &format!("{}{}", session.id, of_network(&document.id)));
        lines.add(&format!("DTSTAMP:{made}"));
        // Who calls a meeting off by hand need not count its changes.
        lines.add(&format!("SEQUENCE:{}", session.revision.saturating_add(session.cancelled.into())));
        lines.add(&format!("STATUS:{}", if session.cancelled { "CANCELLED" } else { "CONFIRMED" }));
        lines.add(&format!("DTSTART;TZID=Europe/Amsterdam:{}00", start.replace(['-', ':'], "")));
        if let Some(minutes) = session.minutes {
            lines.add(&format!("DURATION:PT{minutes}M"));
        }
        lines.text("SUMMARY", &format!("{name}: {}", texts.phrase(kind(session.kind))));
        lines.text("DESCRIPTION", &description(session, texts));
        lines.text("LOCATION", &place(session, texts));
        lines.add("END:VEVENT");
    }
    lines.add("END:VCALENDAR");
    Ok(lines.written)
}

/// Whether a calendar is one of this network, and of nothing else: every event in it has an id of [`calendar`], so
/// that the next one can take its place.
///
/// ```
/// use raakvlak::Texts;
/// use raakvlak::network::Network;
/// use raakvlak_exchange::ical;
///
/// let network = Network::from_json(r#"{
///     "schema": "raakvlak.network.v1",
///     "id": "maatwerk",
///     "sessions": [{"id": "s1", "start": "2027-01-12T14:00"}]
/// }"#)?;
/// let text = ical::calendar(&network, "2026-11-30T09:00:00Z", &Texts::en())?;
/// assert!(ical::is_of(&text, "maatwerk") && !ical::is_of(&text, "werk"));
/// # Ok::<(), raakvlak::Error>(())
/// ```
pub fn is_of(calendar: &str, network: &str) -> bool {
    let unfolded = calendar.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", "");
    let end = of_network(network);
    let (mut components, mut ids) = (0, 0);
    for line in unfolded.lines() {
        let (name, value) = line.split_once(':').unwrap_or((line, ""));
        match name.split(';').next().unwrap_or_default().to_ascii_uppercase().as_str() {
            "BEGIN" if ["VEVENT", "VTODO", "VJOURNAL"].contains(&value.to_ascii_uppercase().as_str()) => {
                components += 1
            }
            "UID" if value.ends_with(&end) => ids += 1,
            _ => {}
        }
    }
    components > 0 && components == ids
}

/// What the id of every event of a network ends with.
fn of_network(id: &str) -> String {
    format!("@{id}.raakvlak")
}

/// The time in the Netherlands: on the last Sunday of March the clock goes from two to three, and on that of October
/// from three to two. So it has been since 1996.
const DUTCH_TIME: &str = "\
BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
END:VTIMEZONE";

/// A moment in UTC, as iCalendar writes it.
fn stamp(made: &str) -> Result<String, Error> {
    let made = made.parse::<Timestamp>().ok().map(|made| made.strftime("%Y%m%dT%H%M%SZ").to_string());
    // A year before 0 or after 9999 has another length.
    made.filter(|made| made.len() == 16 && !made.starts_with('-')).ok_or_else(|| {
        Error::new(Code::DateInvalid, "the moment at which the calendar is made is no moment that exists")
            .with_help("write a day, a time and an offset, for instance 2026-11-30T09:00:00Z")
    })
}

const fn kind(kind: SessionKind) -> &'static str {
    match kind {
        SessionKind::Working => "session-working",
        SessionKind::Opening => "session-opening",
        SessionKind::Governance => "session-governance",
        SessionKind::FollowUp => "session-follow-up",
    }
}

/// What the session is for, what is on the agenda, and the homework.
fn description(session: &Session, texts: &Texts) -> String {
    let mut parts: Vec<String> = Vec::new();
    let phases = session.phases.iter().map(|phase| texts.label(&format!("network.phase.{phase}")).into_owned());
    parts.extend(Some(phases.collect::<Vec<_>>().join("\n")));
    if !session.agenda.is_empty() {
        let mut agenda = texts.phrase("session-agenda").into_owned();
        for point in &session.agenda {
            let heading = knowledge::entry(point).map(|entry| texts.label(entry.id));
            let _ = write!(agenda, "\n- {}", heading.as_deref().unwrap_or(point));
        }
        parts.push(agenda);
    }
    if let Some(homework) = &session.homework {
        parts.push(format!("{}\n{homework}", texts.phrase("session-homework-title")));
    }
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n")
}

/// Where it is; of a session that is only online, that.
fn place(session: &Session, texts: &Texts) -> String {
    match (&session.place, session.online) {
        (Some(place), _) => place.clone(),
        (None, Some(true)) => texts.phrase("session-online").into_owned(),
        (None, _) => String::new(),
    }
}

/// Content lines, as section 3.1 has them.
#[derive(Default)]
struct Lines {
    written: String,
}

impl Lines {
    /// Adds a line, folded where it is longer than 75 octets, never within a character.
    fn add(&mut self, line: &str) {
        let mut octets = 0;
        for character in line.chars() {
            if octets + character.len_utf8() > 75 {
                self.written.push_str("\r\n ");
                octets = 1;
            }
            self.written.push(character);
            octets += character.len_utf8();
        }
        self.written.push_str("\r\n");
    }

    /// Adds a property with a text as its value; nothing where there is none.
    fn text(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.add(&format!("{name}:{}", escaped(text)));
        }
    }
}

/// A text as section 3.3.11 has it. Of control characters only the tab may stand in it.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.replace("\r\n", "\n").chars() {
        match character {
            '\\' | ';' | ',' => out.extend(['\\', character]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push('\t'),
            other if other.is_control() => {}
            other => out.push(other),
        }
    }
    out
}
