//! Days and times as people write them.

use std::borrow::Cow;

use jiff::ToSpan;
use jiff::civil::{DateTime, Time};

use super::reports::fill;
use crate::network::moment;
use crate::text::Texts;

/// When a meeting is: "dinsdag 12 januari 2027, 14.00 tot 16.30 uur".
pub(super) fn when(start: &str, minutes: Option<u32>, texts: &Texts) -> Option<String> {
    let at = moment(start)?;
    Some(format!("{} {}, {}", weekday(at, texts), day(start, texts), hours(at, minutes, texts)))
}

/// From when to when: "14.00 tot 16.30 uur".
fn hours(start: DateTime, minutes: Option<u32>, texts: &Texts) -> String {
    let clock = |time: Time| {
        let clock = texts.phrase("network-clock");
        clock.replace("{n}", &format!("{:02}", time.hour())).replace("{m}", &format!("{:02}", time.minute()))
    };
    let start_at = clock(start.time());
    match minutes {
        Some(minutes) => {
            let end = start.saturating_add(i64::from(minutes).minutes());
            fill(&texts.phrase("network-hours"), &start_at, &clock(end.time()))
        }
        None => fill(&texts.phrase("network-hour"), &start_at, ""),
    }
}

fn weekday(of: DateTime, texts: &Texts) -> Cow<'static, str> {
    texts.phrase(&format!("weekday-{}", of.weekday().to_monday_one_offset()))
}

/// The day of a moment.
pub(super) fn day(start: &str, texts: &Texts) -> String {
    date(start.split('T').next().unwrap_or(start), texts)
}

/// A year, a year and month, or a day, as people write it.
///
/// ```
/// use raakvlak::{Texts, report::date};
///
/// assert_eq!(date("2027-01-12", &Texts::nl()), "12 januari 2027");
/// assert_eq!(date("2027-01", &Texts::en()), "January 2027");
/// ```
pub fn date(date: &str, texts: &Texts) -> String {
    let parts: Vec<&str> = date.split('-').collect();
    let name = |of: &str| texts.phrase(&format!("month-{}", of.trim_start_matches('0')));
    match parts.as_slice() {
        [year, of] => format!("{} {year}", name(of)),
        [year, of, day] => format!("{} {} {year}", day.trim_start_matches('0'), name(of)),
        _ => date.to_owned(),
    }
}
