//! Planning: when the sessions of a network are, what they are for and what is on the agenda.

use std::borrow::Cow;
use std::collections::BTreeSet;

use jiff::Span;
use jiff::civil::{Date, DateTime, Weekday};

use super::agenda;
use super::days::{Occupied, Stretch, a_day, moment, passed_over, start, write};
use super::{Network, number};
use crate::boundary::{
    Decision, Knowledge, MovedSession, NetworkDocument, Remark, ScheduleDocument, SchedulePlanDocument, Session,
    SessionKind, SessionRemark, read,
};
use crate::error::{Code, Error};
use crate::knowledge;
use crate::observation::shorten;
use crate::text::Texts;

/// A session is moved no further than this, in weeks: about two years.
const FURTHEST: u32 = 104;

const STILL_TO_COME: &str = "give the start of the first session that is still to come";

/// What to plan, checked.
///
/// ```
/// use raakvlak::network::Schedule;
///
/// let wrong = r#"{"schema": "raakvlak.schedule.v1", "start": "2027-03-28T02:30"}"#;
/// let error = Schedule::from_json(wrong).unwrap_err(); // the clock goes forward then
/// assert_eq!((error.code().as_str(), error.path()), ("date.invalid", "$.start"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    document: ScheduleDocument,
    start: DateTime,
    today: Option<Date>,
    /// The first and the last day of every stretch that is blocked.
    blocked: Vec<(Date, Date)>,
}

impl Schedule {
    /// Reads the document `raakvlak.schedule.v1` and checks it.
    ///
    /// # Errors
    /// `document.*`, `field.*`, `value.*`, `date.invalid`, `network.number` and `network.conflict`; each with the
    /// place in the document.
    pub fn from_json(json: &str) -> Result<Schedule, Error> {
        Schedule::try_from(read::<ScheduleDocument>(json, "raakvlak.schedule")?)
    }

    /// The number that was asked for, or else the usual one.
    fn number(&self, what: Decision) -> u32 {
        what.asked(&self.document).unwrap_or(what.usual().value)
    }

    /// Whether a session stays where it is: it is behind us, or its moment is fixed.
    fn stays(&self, session: &Session) -> bool {
        session.fixed || self.is_behind(session)
    }

    /// Whether a session was held, or is none that is planned here.
    fn is_behind(&self, session: &Session) -> bool {
        let begins = session.start.as_deref().and_then(moment);
        let before_today = begins.zip(self.today).is_some_and(|(begins, today)| begins.date() < today);
        !session.is_off() && (session.kind == SessionKind::Opening || session.was_held() || before_today)
    }

    /// How long every working session to come lasts, where they all last as long.
    fn length(&self, network: &NetworkDocument) -> Option<u32> {
        let working = network.sessions.iter().filter(|s| s.kind == SessionKind::Working && !s.is_off());
        let mut lengths = working.filter(|session| !self.stays(session)).map(|session| session.minutes);
        let first = lengths.next()?;
        first.filter(|_| lengths.all(|length| length == first))
    }

    /// The sessions of a kind that are still to come, in order. Those that lack of so many are added, and
    /// what is too many is called off.
    fn to_come<'n>(&self, network: &'n mut NetworkDocument, kind: SessionKind, many: u32) -> Vec<&'n mut Session> {
        let of_kind = || network.sessions.iter().filter(|session| session.kind == kind && !session.is_off());
        let held = of_kind().filter(|session| self.stays(session)).count();
        let many = (many as usize).saturating_sub(held);
        let lack = many.saturating_sub(of_kind().count() - held);
        let known: BTreeSet<&str> = network.sessions.iter().map(|session| &*session.id).collect();
        let ids = (1..).map(|n: u64| format!("{}-{n}", name(kind))).filter(|id| !known.contains(&**id));
        let added: Vec<Session> = ids.take(lack).map(|id| unplanned(id, kind)).collect();
        network.sessions.extend(added);

        let to_come = network.sessions.iter_mut().filter(|s| s.kind == kind && !s.is_off() && !self.stays(s));
        let mut to_come: Vec<&mut Session> = to_come.collect();
        to_come.sort_by(|one, other| {
            let key = |session: &Session| (session.start.is_none(), session.start.clone());
            key(one).cmp(&key(other))
        });
        for session in to_come.drain(many.min(to_come.len())..) {
            session.cancelled = true;
        }
        to_come
    }
}

/// What the ids of added sessions begin with.
const fn name(kind: SessionKind) -> &'static str {
    match kind {
        SessionKind::Working => "session",
        SessionKind::Opening => "opening",
        SessionKind::Governance => "governance",
        SessionKind::FollowUp => "follow-up",
    }
}

fn unplanned(id: String, kind: SessionKind) -> Session {
    Session {
        id,
        kind,
        start: None,
        minutes: None,
        phases: Vec::new(),
        online: None,
        place: None,
        agenda: Vec::new(),
        homework: None,
        held: None,
        fixed: false,
        attendance: None,
        cancelled: false,
        revision: 0,
    }
}

impl TryFrom<ScheduleDocument> for Schedule {
    type Error = Error;

    fn try_from(document: ScheduleDocument) -> Result<Schedule, Error> {
        let start = start(&document.start, || "$.start".to_owned())?;
        for what in Decision::ALL {
            let possible = what.possible();
            if what.asked(&document).is_some_and(|asked| !possible.contains(&asked)) {
                let message = format!("this lies from {} to {}", possible.start(), possible.end());
                return Err(number(message, format!("$.{}", what.field())));
            }
        }
        let mut blocked = Vec::with_capacity(document.blocked.len());
        for (i, days) in document.blocked.iter().enumerate() {
            let from = a_day(&days.from, || format!("$.blocked[{i}].from"))?;
            let at = || format!("$.blocked[{i}].to");
            let to = days.to.as_deref().map_or(Ok(from), |to| a_day(to, at))?;
            if to < from {
                return Err(Error::new(Code::NetworkConflict, "the last day lies before the first").at(at()));
            }
            blocked.push((from, to));
        }
        let today = document.today.as_deref().map(|today| a_day(today, || "$.today".to_owned())).transpose()?;
        if today.is_some_and(|today| start.date() < today) {
            return Err(Error::new(Code::NetworkConflict, "this lies before the day on which is planned")
                .at("$.start")
                .with_help(STILL_TO_COME));
        }
        Ok(Schedule { document, start, today, blocked })
    }
}

/// The same network with its sessions planned, and why they came out so.
///
/// A session whose day is not free moves a week at a time to the first that is; the later ones keep the interval
/// from there. The phases are laid over the working sessions, in order, with what the handbook recommends for them
/// on the agenda. The governance group meets between them, the last time before things are tried out.
///
/// Sessions that were held stay as they are, and so does what was stated of others beside their start: phases,
/// agenda, homework. A session keeps its id when it is moved, and is called off when there are too many. It
/// gets a higher revision where something changed: the same request again changes nothing.
///
/// ```
/// use raakvlak::Texts;
/// use raakvlak::network::{Network, Schedule, schedule};
///
/// let network = Network::from_json(r#"{"schema": "raakvlak.network.v1", "id": "maatwerk"}"#)?;
/// let request = Schedule::from_json(r#"{
///     "schema": "raakvlak.schedule.v1",
///     "start": "2027-01-12T14:00",
///     "blocked": [{"from": "2027-02-20", "to": "2027-02-28", "why": "spring holiday"}]
/// }"#)?;
/// let plan = schedule(&network, &request, &Texts::en())?;
///
/// let second = &plan.network.sessions[1];
/// assert_eq!(second.start.as_deref(), Some("2027-03-02T14:00"));
/// assert_eq!((second.phases[0], plan.moved[0].because[0].as_str()), (2, "spring holiday"));
/// assert_eq!((plan.decided[0].value, plan.decided[0].source.section.as_ref()), (6, "tip 8"));
/// # Ok::<(), raakvlak::Error>(())
/// ```
///
/// # Errors
/// `network.conflict` for a start that does not lie after what was held, `schedule.no-free-day`, and `date.invalid`
/// where the series would run past the year 9999, each with the place in the request. What is stated of the network
/// may contradict its sessions once they are planned: `observation.contradicts`, with the place in the network.
pub fn schedule(network: &Network, schedule: &Schedule, texts: &Texts) -> Result<SchedulePlanDocument, Error> {
    let before = network.document();
    let mut planned = before.clone();
    let mut diary = Diary::new(before, schedule, texts);
    let series = diary.series(before, &mut planned)?;
    diary.governance(&mut planned, &series.to_come)?;
    diary.follow_up(&mut planned, series.last().unwrap_or(schedule.start))?;
    let remarks = diary.remarks(before);
    let moved = diary.moved;
    for (session, old) in planned.sessions.iter_mut().zip(&before.sessions) {
        if session != old {
            session.revision = old.revision.saturating_add(1);
        }
    }
    let network = Network::try_from(planned).map_err(|e| e.in_file("the network, as it is planned"))?;
    let length = schedule.length(network.document());
    let kept = |what| length.filter(|_| what == Decision::Minutes);
    let decided = |what: Decision| what.decided(&schedule.document, kept(what), texts);
    Ok(SchedulePlanDocument {
        schema: Cow::Borrowed("raakvlak.schedule-plan.v1"),
        knowledge: Knowledge {
            version: Cow::Borrowed(knowledge::version()),
            digest: Cow::Borrowed(knowledge::digest()),
        },
        lang: Cow::Owned(texts.lang().to_owned()),
        network: network.document,
        decided: Decision::ALL.into_iter().filter_map(decided).collect(),
        moved,
        remarks,
    })
}

/// When the working sessions start.
struct Series {
    /// The last one that was held, where that is known.
    held: Option<DateTime>,
    to_come: Vec<DateTime>,
}

impl Series {
    fn last(&self) -> Option<DateTime> {
        self.to_come.last().copied().or(self.held)
    }
}

/// What is free, and what was entered.
struct Diary<'a> {
    schedule: &'a Schedule,
    texts: &'a Texts,
    /// The days that are blocked.
    blocked: Occupied<'a>,
    /// Those days, and the sessions that stay where they are.
    occupied: Occupied<'a>,
    /// The sessions that were entered: all at the same time of the day, so that two are in each other's way only
    /// where they start together.
    entered: BTreeSet<DateTime>,
    moved: Vec<MovedSession>,
}

impl<'a> Diary<'a> {
    fn new(network: &NetworkDocument, schedule: &'a Schedule, texts: &'a Texts) -> Self {
        let of_days = schedule.document.blocked.iter().zip(&schedule.blocked);
        let of_days = of_days.map(|(days, (from, to))| Stretch {
            from: from.at(0, 0, 0, 0),
            until: to.at(23, 59, 59, 0),
            why: match days.why.as_deref().filter(|why| !why.trim().is_empty()) {
                Some(why) => Cow::Borrowed(why),
                None => texts.phrase("moved-blocked"),
            },
        });
        let of_days: Vec<Stretch<'_>> = of_days.collect();
        let stay = network.sessions.iter().filter(|session| !session.is_off() && schedule.stays(session));
        let of_sessions = stay.filter_map(|session| {
            let from = moment(session.start.as_deref()?)?;
            Some(Stretch { from, until: ends(from, session.minutes.unwrap_or(1)), why: texts.phrase("moved-session") })
        });
        Diary {
            schedule,
            texts,
            blocked: Occupied::new(of_days.clone()),
            occupied: Occupied::new(of_days.into_iter().chain(of_sessions).collect()),
            entered: BTreeSet::new(),
            moved: Vec::new(),
        }
    }

    /// The working sessions, with what they are for.
    fn series(&mut self, before: &NetworkDocument, network: &mut NetworkDocument) -> Result<Series, Error> {
        let schedule = self.schedule;
        let of_series = |session: &Session| session.kind == SessionKind::Working && !session.is_off();
        let staying = || before.sessions.iter().filter(|session| of_series(session) && schedule.stays(session));
        let last_held = staying()
            .filter(|session| schedule.is_behind(session))
            .filter_map(|s| Some((moment(s.start.as_deref()?)?, &*s.id)))
            .max();
        let working = schedule.to_come(network, SessionKind::Working, schedule.number(Decision::Sessions));
        if let Some((_, id)) = last_held.filter(|(last, _)| !working.is_empty() && schedule.start <= *last) {
            let message = format!("session `{}` was held then, or later", shorten(id));
            return Err(Error::new(Code::NetworkConflict, message).at("$.start").with_help(STILL_TO_COME));
        }
        let mut fixed: Vec<DateTime> = staying()
            .filter(|session| !schedule.is_behind(session))
            .filter_map(|session| moment(session.start.as_deref()?))
            .collect();
        fixed.sort();
        let mut fixed = fixed.into_iter().peekable();
        let every = schedule.number(Decision::EveryWeeks);
        let mut to_come: Vec<DateTime> = Vec::with_capacity(working.len());
        let mut previous = None;
        for session in working {
            let turn = loop {
                let turn = match previous {
                    None => schedule.start,
                    Some(previous) => later(previous, Span::new().weeks(every))?,
                };
                // A session whose moment is fixed has the turn that it is nearest to; the others keep their days.
                let nearest = turn.saturating_add(Span::new().hours(every * 7 * 12));
                let Some(at) = fixed.next_if(|at| *at <= nearest) else { break turn };
                to_come.push(at);
                previous = if at < schedule.start { previous } else { Some(turn) };
            };
            let start = self.enter(session, turn)?;
            to_come.push(start);
            previous = Some(start);
        }
        to_come.extend(fixed);
        to_come.sort();
        // What somebody stated of a session whose moment is fixed stays, as of one that was held.
        let laid = |session: &Session| schedule.is_behind(session) || session.fixed && !session.phases.is_empty();
        let mut open: Vec<&mut Session> =
            network.sessions.iter_mut().filter(|session| of_series(session) && !laid(session)).collect();
        open.sort_by_key(|session| (session.start.is_none(), session.start.clone()));
        agenda::lay(&mut open, &staying().flat_map(|session| session.phases.iter().copied()).collect(), self.texts);
        Ok(Series { held: last_held.map(|(start, _)| start), to_come })
    }

    /// What the plan leaves as it is, and somebody should look at again.
    fn remarks(&self, network: &NetworkDocument) -> Vec<SessionRemark> {
        let schedule = self.schedule;
        let remark = |session: &Session| {
            let start = session.start.as_deref().filter(|_| !session.is_off())?;
            let begins = moment(start)?;
            let until = ends(begins, session.minutes.unwrap_or(1));
            let (what, because) =
                if session.kind != SessionKind::Opening && !session.was_held() && schedule.is_behind(session) {
                    (Remark::NotSaidHeld, Vec::new())
                } else if session.fixed && !schedule.is_behind(session) {
                    let in_the_way = self.blocked.between(begins, until)?;
                    (Remark::FixedOnBlocked, vec![in_the_way.why.to_string()])
                } else {
                    return None;
                };
            Some(SessionRemark { session: session.id.clone(), start: start.to_owned(), what, because })
        };
        network.sessions.iter().filter_map(remark).collect()
    }

    /// The governance group meets between the sessions: spread over them, and for the last time before the last
    /// session. Ours.
    fn governance(&mut self, network: &mut NetworkDocument, series: &[DateTime]) -> Result<(), Error> {
        let number = |what| self.schedule.number(what);
        let (times, every) = (number(Decision::Governance), number(Decision::EveryWeeks));
        let meetings = self.schedule.to_come(network, SessionKind::Governance, times);
        let many = meetings.len();
        for (place, session) in meetings.into_iter().enumerate() {
            let after = (place + 1) * series.len().saturating_sub(1) / many;
            let after = series.get(after.saturating_sub(1)).copied().unwrap_or(self.schedule.start);
            self.enter(session, later(after, halfway(every, after.weekday()))?)?;
        }
        Ok(())
    }

    /// The meeting afterwards, on the day of the week on which the network meets. Ours.
    fn follow_up(&mut self, network: &mut NetworkDocument, last: DateTime) -> Result<(), Error> {
        let months = self.schedule.number(Decision::FollowUpMonths);
        let usual = self.schedule.start;
        for session in self.schedule.to_come(network, SessionKind::FollowUp, u32::from(months > 0)) {
            agenda::look_back(session, self.texts);
            let day = later(last, Span::new().months(months))?;
            let turn = later(day, Span::new().days(day.weekday().until(usual.weekday())))?;
            self.enter(session, turn.date().to_datetime(usual.time()).max(usual))?;
        }
        Ok(())
    }

    /// Enters a session when its turn comes, or whole weeks later.
    fn enter(&mut self, session: &mut Session, turn: DateTime) -> Result<DateTime, Error> {
        let asked = Decision::Minutes.asked(&self.schedule.document);
        let minutes = match session.kind {
            SessionKind::Working => asked.or(session.minutes),
            // How long the sources do not say: what was stated goes before what is asked of the series.
            _ => session.minutes.or(asked),
        };
        let minutes = minutes.unwrap_or(Decision::Minutes.usual().value);
        let mut because: Vec<String> = Vec::new();
        let mut start = turn;
        let mut week = 0;
        while let Some(why) = self.in_the_way(start, minutes) {
            if !because.iter().any(|said| *said == why) {
                because.push(why.into_owned());
            }
            week += 1;
            if week > FURTHEST {
                let id = shorten(&session.id);
                let message = format!("no day is free for session `{id}` in the two years from {}", turn.date());
                return Err(Error::new(Code::ScheduleNoFreeDay, message)
                    .at("$.blocked")
                    .with_help("block fewer days, or plan fewer sessions"));
            }
            start = later(turn, Span::new().weeks(week))?;
        }
        self.entered.insert(start);
        session.start = Some(write(start));
        session.minutes = Some(minutes);
        if !because.is_empty() {
            let session = session.id.clone();
            self.moved.push(MovedSession { session, from: write(turn), to: write(start), because });
        }
        Ok(start)
    }

    /// What is in the way of a session then.
    fn in_the_way(&self, start: DateTime, minutes: u32) -> Option<Cow<'_, str>> {
        if let Some(stretch) = self.occupied.between(start, ends(start, minutes)) {
            return Some(Cow::Borrowed(&stretch.why));
        }
        if self.entered.contains(&start) {
            return Some(self.texts.phrase("moved-session"));
        }
        passed_over(start).then(|| self.texts.phrase("moved-clock"))
    }
}

fn ends(start: DateTime, minutes: u32) -> DateTime {
    start.saturating_add(Span::new().minutes(minutes))
}

fn later(than: DateTime, by: Span) -> Result<DateTime, Error> {
    than.checked_add(by).map_err(|_| {
        Error::new(Code::DateInvalid, "the series runs past the year 9999")
            .at("$.start")
            .with_help("start earlier, or plan fewer sessions")
    })
}

/// From a session to the middle of the interval, on the same day of the week. Between weekly sessions there is
/// none: then the day after, or on Friday the Monday.
fn halfway(every_weeks: u32, weekday: Weekday) -> Span {
    match (every_weeks / 2, weekday) {
        (0, Weekday::Friday) => Span::new().days(3),
        (0, _) => Span::new().days(1),
        (weeks, _) => Span::new().weeks(weeks),
    }
}
