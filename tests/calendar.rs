//! The calendar of a network, read back by another library.

use icalendar::{
    Calendar, CalendarComponent, CalendarDateTime, Component, DatePerhapsTime, Event, EventLike, EventStatus,
};
use proptest::prelude::*;
use raakvlak::error::Code;
use raakvlak::network::{Network, Schedule, schedule};
use raakvlak::{Error, Texts};
use raakvlak_exchange::{ical, network_calendar};
use serde_json::{Value, json};

const MADE: &str = "2026-11-30T09:00:00Z";

fn network(sessions: Value) -> String {
    json!({"schema": "raakvlak.network.v1", "id": "maatwerk", "name": "Maatwerk; Den Haag", "sessions": sessions})
        .to_string()
}

fn written(sessions: Value) -> String {
    network_calendar(&network(sessions), MADE, &Texts::nl()).unwrap()
}

fn read(text: &str) -> Calendar {
    text.parse().unwrap()
}

fn events(calendar: &Calendar) -> Vec<&Event> {
    calendar.events().collect()
}

fn local(event: &Event) -> String {
    match event.get_start() {
        Some(DatePerhapsTime::DateTime(CalendarDateTime::WithTimezone { date_time, tzid })) => {
            format!("{} {tzid}", date_time.format("%Y-%m-%dT%H:%M:%S"))
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_planned_network_is_read_back_with_everything_that_a_calendar_shows() {
    let mut planned = Network::from_json(&network(json!([]))).unwrap();
    let request = r#"{"schema": "raakvlak.schedule.v1", "start": "2027-01-12T14:00"}"#;
    let plan = schedule(&planned, &Schedule::from_json(request).unwrap(), &Texts::nl()).unwrap();
    planned = Network::try_from(plan.network).unwrap();
    let text = ical::calendar(&planned, MADE, &Texts::nl()).unwrap();
    assert_eq!(text, ical::calendar(&planned, MADE, &Texts::nl()).unwrap());
    let calendar = read(&text);
    assert_eq!(calendar.property_value("VERSION"), Some("2.0"));
    let events = events(&calendar);
    assert_eq!(events.len(), 9);
    let third = events[2];
    assert_eq!(third.get_uid(), Some("session-3@maatwerk.raakvlak"));
    assert_eq!((third.get_sequence(), third.get_status()), (Some(0), Some(EventStatus::Confirmed)));
    assert_eq!(third.property_value("DURATION"), Some("PT150M"));
    assert_eq!(third.property_value("DTSTAMP"), Some("20261130T090000Z"));
    assert_eq!(third.get_summary(), Some("Maatwerk; Den Haag: bijeenkomst"));
    let description = third.get_description().unwrap();
    assert!(
        description
            .starts_with("Fase 3: kiezen en verbeteracties bedenken\n\nOp de agenda\n- Wat nodig is en dringt\n")
    );
    assert!(description.contains("\n\nHuiswerk\nWerk je verbeteractie verder uit"));
    let kinds: Vec<_> = events[6..].iter().map(|e| e.get_summary().unwrap().rsplit(": ").next().unwrap()).collect();
    assert_eq!(kinds, ["overleg governancegroep", "overleg governancegroep", "follow-upbijeenkomst"]);
    // Nothing is said of the governance group.
    assert_eq!((events[6].get_description(), events[6].get_location()), (None, None));
}

#[test]
fn two_in_the_afternoon_stays_so_across_the_clock_change() {
    let text = written(json!([
        {"id": "a", "start": "2027-03-27T14:00"},
        {"id": "b", "start": "2027-03-28T14:00"},
        {"id": "c", "start": "2027-10-30T14:00"},
        {"id": "d", "start": "2027-10-31T14:00"},
    ]));
    let calendar = read(&text);
    let times: Vec<_> = events(&calendar).into_iter().map(local).collect();
    assert_eq!(
        times,
        ["2027-03-27", "2027-03-28", "2027-10-30", "2027-10-31"].map(|day| format!("{day}T14:00:00 Europe/Amsterdam"))
    );
    let Some(CalendarComponent::Other(zone)) = calendar.components.first() else { panic!("{calendar:?}") };
    assert_eq!((zone.component_kind().as_str(), zone.property_value("TZID")), ("VTIMEZONE", Some("Europe/Amsterdam")));
    let offsets = zone.components().iter().map(|part| {
        let of = |key| part.property_value(key).unwrap_or_default();
        (part.component_kind(), of("DTSTART"), of("RRULE"), of("TZOFFSETFROM"), of("TZOFFSETTO"))
    });
    assert_eq!(
        offsets.collect::<Vec<_>>(),
        [
            ("DAYLIGHT".to_owned(), "19810329T020000", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "+0100", "+0200"),
            ("STANDARD".to_owned(), "19961027T030000", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "+0200", "+0100"),
        ]
    );
}

#[test]
fn what_is_moved_or_called_off_is_the_same_event_with_a_higher_sequence() {
    let text = written(json!([
        {"id": "a", "start": "2027-01-19T14:00", "revision": 1},
        {"id": "b", "start": "2027-03-02T14:00", "revision": 4, "cancelled": true},
        {"id": "not planned yet"},
    ]));
    let calendar = read(&text);
    let state: Vec<_> = events(&calendar)
        .into_iter()
        .map(|event| (event.get_uid().unwrap().to_owned(), event.get_sequence(), event.get_status()))
        .collect();
    assert_eq!(
        state,
        [
            ("a@maatwerk.raakvlak".to_owned(), Some(1), Some(EventStatus::Confirmed)),
            ("b@maatwerk.raakvlak".to_owned(), Some(5), Some(EventStatus::Cancelled)),
        ]
    );
}

#[test]
fn what_is_not_known_is_not_there() {
    let text = written(
        json!([{"id": "a", "start": "2027-01-19T14:00"}, {"id": "b", "start": "2027-02-19T14:00", "online": true}]),
    );
    let calendar = read(&text);
    let [bare, online] = events(&calendar)[..] else { panic!("{text}") };
    for key in ["DTEND", "DURATION", "DESCRIPTION", "LOCATION"] {
        assert_eq!(bare.property_value(key), None);
    }
    assert_eq!(online.get_location(), Some("online"));
}

#[test]
fn the_moment_at_which_it_is_made_is_told_in_utc() {
    let stamp = |made: &str| -> Result<String, Error> {
        let text = network_calendar(&network(json!([{"id": "a", "start": "2027-01-19T14:00"}])), made, &Texts::nl())?;
        Ok(text.lines().find_map(|line| line.strip_prefix("DTSTAMP:")).unwrap().to_owned())
    };
    for (made, utc) in [
        ("2026-11-30T09:00:00Z", "20261130T090000Z"),
        ("2026-11-30T10:00:00+01:00", "20261130T090000Z"),
        ("2026-11-30T09:00:00.123456Z", "20261130T090000Z"),
        ("0001-01-02T00:00:00Z", "00010102T000000Z"),
    ] {
        assert_eq!(stamp(made).as_deref(), Ok(utc), "{made}");
    }
    for made in ["", "now", "2026-11-30T09:00:00", "2026-11-31T09:00:00Z", "-000009-01-01T00:00:00Z"] {
        assert_eq!(stamp(made).unwrap_err().code(), Code::DateInvalid, "{made}");
    }
}

#[test]
fn hostile_words_stay_words() {
    let words = "A; b, c\\n d\nBEGIN:VEVENT\r\nEND:VCALENDAR\u{0}\u{7}\t\"é\" שלום 🏠";
    let text = written(
        json!([{"id": "a\nb", "start": "2027-01-19T14:00", "place": words, "agenda": [words], "homework": words}]),
    );
    let calendar = read(&text);
    let [event] = events(&calendar)[..] else { panic!("{text}") };
    let kept = "A; b, c\\n d\nBEGIN:VEVENT\nEND:VCALENDAR\t\"é\" שלום 🏠";
    assert_eq!((event.get_location(), event.get_uid()), (Some(kept), Some("a\nb@maatwerk.raakvlak")));
    assert_eq!(event.get_description().unwrap(), format!("Op de agenda\n- {kept}\n\nHuiswerk\n{kept}"));
}

proptest! {
    #[test]
    fn lines_are_short_and_any_words_come_back(place in "\\PC{1,300}", homework in "(\\PC|[\n\\\\;,:]){1,300}") {
        let text = written(json!([{"id": "a", "start": "2027-01-19T14:00", "place": place, "homework": homework}]));
        prop_assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']));
        for line in text.split("\r\n") {
            prop_assert!(line.len() <= 75, "{}", line);
        }
        let calendar = read(&text);
        let [event] = events(&calendar)[..] else { panic!("{text}") };
        prop_assert_eq!(event.get_location(), Some(place.as_str()));
        prop_assert_eq!(event.get_description().unwrap(), format!("Huiswerk\n{homework}"));
    }
}
