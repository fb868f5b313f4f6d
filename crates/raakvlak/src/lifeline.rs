//! The lifeline: the main events in a client's life and what they meant (handbook, 1.4).

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::error::{Code, Error};
use crate::observation::shorten;
use crate::order;

/// What a client has lived through, as they tell it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a lifeline: an object with `events`")]
pub struct Lifeline {
    /// The events, in the order in which they were told.
    pub events: Vec<Event>,
}

/// An event in a life.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "an event: an object with `what`")]
pub struct Event {
    /// What happened, in a few words.
    pub what: String,
    /// When: a year, a year and month, or a day (`2015`, `2015-03`, `2015-03-21`); absent when not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    /// What it meant to the client, in their own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meant: Option<String>,
}

impl Lifeline {
    pub(crate) fn check(&self) -> Result<(), Error> {
        for (i, event) in self.events.iter().enumerate() {
            if event.what.trim().is_empty() {
                return Err(Error::new(Code::ValueUnknown, "an event needs a few words")
                    .at(format!("$.lifeline.events[{i}].what")));
            }
            if let Some(when) = &event.when
                && !is_date(when)
            {
                return Err(Error::new(Code::DateInvalid, format!("`{}` is not a date", shorten(when)))
                    .at(format!("$.lifeline.events[{i}].when"))
                    .with_help("write a year, a year and month, or a day: 2015, 2015-03 or 2015-03-21"));
            }
        }
        Ok(())
    }

    /// Whether there is a lifeline: yes when it holds an event.
    pub fn is_made(&self) -> Option<bool> {
        (!self.events.is_empty()).then_some(true)
    }

    /// The events in the order of time. One without a date stays right behind the event
    /// after which it was told.
    pub fn in_order(&self) -> Vec<&Event> {
        let mut last = "";
        let mut dated: Vec<(&str, &Event)> = self
            .events
            .iter()
            .map(|event| {
                last = event.when.as_deref().unwrap_or(last);
                (last, event)
            })
            .collect();
        order::sort_by_key(&mut dated, |(when, _)| *when);
        dated.into_iter().map(|(_, event)| event).collect()
    }
}

/// Whether this is a year from 1000 on, with or without month and day, that exists.
///
/// ```
/// use raakvlak::lifeline::is_date;
///
/// assert!(is_date("2024-02-29") && is_date("2024-02") && !is_date("2023-02-29"));
/// ```
pub fn is_date(text: &str) -> bool {
    let number = |part: &str, digits: usize| {
        (part.len() == digits && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse::<u16>().ok()).flatten()
    };
    let mut parts = text.splitn(3, '-');
    let (year, month, day) = (parts.next(), parts.next(), parts.next());
    let Some(year) = year.and_then(|y| number(y, 4)).filter(|y| *y >= 1000) else { return false };
    let Some(month) = month else { return true };
    let Some(month) = number(month, 2) else { return false };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u16::from(leap),
        _ => return false,
    };
    day.is_none_or(|d| number(d, 2).is_some_and(|d| (1..=days).contains(&d)))
}

/// Dates, never what happened.
impl fmt::Debug for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Event").field("when", &self.when).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::{Event, Lifeline, is_date};

    #[test]
    fn a_date_is_a_year_a_month_or_a_day_that_exists() {
        for good in ["1956", "2015-03", "2015-03-21", "2024-02-29", "2000-02-29"] {
            assert!(is_date(good), "{good}");
        }
        for bad in ["", "56", "2015-3", "2015-13", "2015-02-29", "1900-02-29", "2015-03-21-1", "zomer", "2015-"] {
            assert!(!is_date(bad), "{bad}");
        }
    }

    #[test]
    fn an_undated_event_stays_behind_the_one_it_was_told_after() {
        let event =
            |what: &str, when: Option<&str>| Event { what: what.into(), when: when.map(Into::into), meant: None };
        let line = Lifeline {
            events: vec![
                event("flight", Some("2015-06")),
                event("first letter home", None),
                event("birth", Some("1990")),
            ],
        };
        let told: Vec<&str> = line.in_order().iter().map(|e| e.what.as_str()).collect();
        assert_eq!(told, ["birth", "flight", "first letter home"]);
    }
}
