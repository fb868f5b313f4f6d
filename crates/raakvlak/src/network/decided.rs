//! The numbers to plan by: what they can be, and what the sources say is usual.

use std::borrow::Cow;
use std::ops::RangeInclusive;

use super::shown::{GOVERNANCE, INTERVAL, LENGTH, SESSIONS};
use crate::boundary::{Decided, Decision, ScheduleDocument};
use crate::knowledge;
use crate::text::Texts;

/// What is usual of a number: what is planned by where nothing is asked, and the range of the sources.
pub(super) struct Usual {
    pub(super) value: u32,
    low: Option<u32>,
    high: Option<u32>,
    /// The knowledge that says so.
    id: &'static str,
}

impl Decision {
    pub(super) const ALL: [Decision; 5] =
        [Decision::Sessions, Decision::EveryWeeks, Decision::Minutes, Decision::Governance, Decision::FollowUpMonths];

    /// The field of the request.
    pub(super) const fn field(self) -> &'static str {
        match self {
            Decision::Sessions => "sessions",
            Decision::EveryWeeks => "every_weeks",
            Decision::Minutes => "minutes",
            Decision::Governance => "governance",
            Decision::FollowUpMonths => "follow_up_months",
        }
    }

    /// What it can be at all.
    pub(super) const fn possible(self) -> RangeInclusive<u32> {
        match self {
            Decision::Sessions => 1..=200,
            Decision::EveryWeeks => 1..=520,
            Decision::Minutes => 1..=24 * 60,
            Decision::Governance => 0..=200,
            Decision::FollowUpMonths => 0..=120,
        }
    }

    pub(super) const fn usual(self) -> Usual {
        let (value, low, high, id) = match self {
            Decision::Sessions => (SESSIONS, Some(SESSIONS), None, "network.tip.8.sessions"),
            Decision::EveryWeeks => (6, Some(*INTERVAL.start()), Some(*INTERVAL.end()), "network.tip.8.interval"),
            // The example of the handbook, 5.1 step 2.
            Decision::Minutes => (150, Some(*LENGTH.start()), Some(*LENGTH.end()), "network.tip.8.duration"),
            Decision::Governance => (GOVERNANCE, Some(GOVERNANCE), None, "network.case.hague.governance-sessions"),
            // One participant's suggestion makes no range.
            Decision::FollowUpMonths => (6, None, None, "network.voice.return-day"),
        };
        Usual { value, low, high, id }
    }

    /// What the request says of it.
    pub(super) const fn asked(self, document: &ScheduleDocument) -> Option<u32> {
        match self {
            Decision::Sessions => document.sessions,
            Decision::EveryWeeks => document.every_weeks,
            Decision::Minutes => document.minutes,
            Decision::Governance => document.governance,
            Decision::FollowUpMonths => document.follow_up_months,
        }
    }

    /// What it came to, and why. What the sessions had before and all of them keep, goes before what is usual.
    pub(super) fn decided(self, document: &ScheduleDocument, kept: Option<u32>, texts: &Texts) -> Option<Decided> {
        let Usual { value, low, high, id } = self.usual();
        let asked = self.asked(document);
        let value = asked.or(kept).unwrap_or(value);
        let note = |key: &str, bound: u32| Cow::Owned(texts.phrase(key).replace("{n}", &bound.to_string()));
        let lower = low.filter(|low| value < *low).map(|low| note("schedule-lower", low));
        let higher = high.filter(|high| value > *high).map(|high| note("schedule-higher", high));
        let phrase = format!("schedule-{}", self.field().replace('_', "-"));
        Some(Decided {
            what: self,
            label: texts.phrase(&phrase),
            value,
            given: asked.is_some(),
            low,
            high,
            note: lower.or(higher),
            id: Cow::Borrowed(id),
            why: texts.text(id),
            caveat: texts.caveat(id),
            operationalisation: texts.find_phrase(&format!("{phrase}-ours")),
            source: knowledge::entry(id)?.source.clone(),
        })
    }
}
