//! Days and moments in Dutch time, and which of them are free.

use std::borrow::Cow;

use jiff::civil::{Date, DateTime, Weekday};

use crate::error::{Code, Error};
use crate::observation::shorten;

/// When something starts, refused where that is no moment.
pub(super) fn start(text: &str, at: impl Fn() -> String) -> Result<DateTime, Error> {
    moment(text).ok_or_else(|| {
        Error::new(Code::DateInvalid, format!("`{}` is no moment that exists", shorten(text)))
            .at(at())
            .with_help("write a day and a time, for instance 2027-01-12T14:00")
    })
}

/// A day, refused where it is none.
pub(super) fn a_day(text: &str, at: impl Fn() -> String) -> Result<Date, Error> {
    day(text).ok_or_else(|| {
        Error::new(Code::DateInvalid, format!("`{}` is not a day", shorten(text)))
            .at(at())
            .with_help("write year, month and day, for instance 2027-01-12")
    })
}

/// A day: `2027-01-12`.
fn day(text: &str) -> Option<Date> {
    written_as("dddd-dd-dd", text)?.parse().ok()
}

/// A moment in Dutch time, to the minute: `2027-01-12T14:00`.
pub(crate) fn moment(text: &str) -> Option<DateTime> {
    let moment = written_as("dddd-dd-ddTdd:dd", text)?.parse().ok()?;
    (!passed_over(moment)).then_some(moment)
}

fn written_as<'a>(form: &str, text: &'a str) -> Option<&'a str> {
    let fits = |(c, of): (char, char)| if of == 'd' { c.is_ascii_digit() } else { c == of };
    (text.len() == form.len() && text.chars().zip(form.chars()).all(fits)).then_some(text)
}

/// Whether the clock passes over this moment: on the last Sunday of March it goes from two to three.
pub(super) fn passed_over(moment: DateTime) -> bool {
    moment.month() == 3 && moment.day() > 24 && moment.weekday() == Weekday::Sunday && moment.hour() == 2
}

/// A moment as documents write it.
pub(super) fn write(moment: DateTime) -> String {
    moment.strftime("%Y-%m-%dT%H:%M").to_string()
}

/// A stretch of time that is not free, up to a moment that is outside it, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stretch<'a> {
    pub(super) from: DateTime,
    pub(super) until: DateTime,
    pub(super) why: Cow<'a, str>,
}

/// What is not free.
#[derive(Debug)]
pub(super) struct Occupied<'a> {
    /// By their beginnings; of each, the stretch that reaches furthest of all up to it. So a search by
    /// halves finds what is in the way, also where stretches overlap.
    reach: Vec<(DateTime, Stretch<'a>)>,
}

impl<'a> Occupied<'a> {
    pub(super) fn new(mut stretches: Vec<Stretch<'a>>) -> Self {
        stretches.sort_by_key(|stretch| stretch.from);
        let mut reach: Vec<(DateTime, Stretch<'a>)> = Vec::with_capacity(stretches.len());
        for stretch in stretches {
            let from = stretch.from;
            let furthest = match reach.last() {
                Some((_, before)) if before.until >= stretch.until => before.clone(),
                _ => stretch,
            };
            reach.push((from, furthest));
        }
        Occupied { reach }
    }

    /// What is in the way between two moments.
    pub(super) fn between(&self, from: DateTime, until: DateTime) -> Option<&Stretch<'a>> {
        let before = self.reach.partition_point(|(begins, _)| *begins < until);
        let (_, furthest) = self.reach.get(before.checked_sub(1)?)?;
        (furthest.until > from).then_some(furthest)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{DateTime, date};

    use super::{Occupied, Stretch, day, moment, write};

    #[test]
    fn a_moment_is_written_in_one_way_and_exists() {
        for good in [
            "2027-01-12T14:00",
            "2024-02-29T00:00",
            "9999-12-31T23:59",
            "2027-03-28T01:59",
            "2027-03-28T03:00",
            "2027-03-27T02:30",
            "2030-03-24T02:30",
            "2027-10-31T02:30",
        ] {
            assert_eq!(moment(good).map(write).as_deref(), Some(good));
        }
        for bad in [
            "",
            "2027-01-12",
            "2027-01-12 14:00",
            "2027-01-12T14:00:00",
            "2027-01-12T24:00",
            "2027-02-29T14:00",
            "2027-03-28T02:00",
            "2027-03-28T02:59",
            "2030-03-31T02:30",
            "12027-01-12T14:00",
            "٢027-01-12T14:0",
        ] {
            assert_eq!(moment(bad), None, "{bad}");
        }
        assert_eq!(day("2028-02-29"), Some(date(2028, 2, 29)));
        assert_eq!((day("2027-02-29"), day("2027-02"), day("20270212")), (None, None, None));
    }

    #[test]
    fn a_long_stretch_is_found_behind_short_ones_that_begin_later() {
        let at = |day: i8| date(2027, 1, day).at(0, 0, 0, 0);
        let stretch = |from, until, why: &'static str| Stretch { from: at(from), until: at(until), why: why.into() };
        let occupied = Occupied::new(vec![
            stretch(5, 6, "short"),
            stretch(2, 20, "long"),
            stretch(8, 9, "short"),
            stretch(25, 26, "last"),
        ]);
        let why = |from: DateTime, until| occupied.between(from, until).map(|s| &*s.why);
        assert_eq!(why(at(1), at(2)), None); // up to it is free
        assert_eq!(why(at(10), at(11)), Some("long"));
        assert_eq!(why(at(20), at(25)), None); // what ends is free again
        assert_eq!(why(at(25), at(30)), Some("last"));
        assert_eq!(why(at(1), at(30)), Some("last"));
    }
}
