//! Learning networks (handbook, chapters 2 to 5): professionals of generic, culture-specific and informal
//! organisations learn together, and come out with tools and improvement plans that their organisations
//! really adopt.
//!
//! A network moves through phases 0 to 6, and goes back as often as it needs: nothing here locks a phase.
//! What is lacking or not known comes as advice.

mod agenda;
mod days;
mod decided;
mod outcome;
mod review;
mod schedule;
mod shown;
mod vote;

use std::collections::BTreeSet;

pub(crate) use self::days::moment;
pub use self::outcome::outcome;
pub use self::review::review;
pub use self::schedule::{Schedule, schedule};
pub use self::vote::count;
use crate::beside::{Seen, actions, date, entry, forwards, ids, number, points, slug, status, waves, yes_or_no};
use crate::boundary::{ImprovementPlan, NetworkDocument, Session, Stated, Theme, Vote, read};
use crate::error::{Code, Error};
use crate::observation::{self, Scope, shorten};
use crate::situation::Situation;

/// The last phase: to implement, evaluate and anchor.
pub const LAST_PHASE: u8 = 6;

/// A learning network that has been checked.
///
/// ```
/// use raakvlak::network::Network;
///
/// let network = Network::from_json(r#"{
///     "schema": "raakvlak.network.v1",
///     "id": "maatwerk",
///     "parties": [{"id": "a", "kind": "generic"}, {"id": "b", "kind": "informal"}],
///     "phases": [{"phase": 0}, {"phase": 1}]
/// }"#)?;
/// assert_eq!(network.phase(), Some(1));
///
/// let wrong = Network::from_json(r#"{"schema": "raakvlak.network.v1", "id": "x", "phases": [{"phase": 7}]}"#);
/// assert_eq!(wrong.unwrap_err().path(), "$.phases[0].phase");
/// # Ok::<(), raakvlak::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Network {
    document: NetworkDocument,
}

impl Network {
    /// Reads the document `raakvlak.network.v1` and checks it.
    ///
    /// # Errors
    /// `document.*`, `field.*`, `value.*`, `observation.*`, `date.invalid`, `knowledge.unknown`, and every
    /// `network.*`; each with the place in the document.
    pub fn from_json(json: &str) -> Result<Network, Error> {
        Network::try_from(read::<NetworkDocument>(json, "raakvlak.network")?)
    }

    /// The network as the document it was made from.
    pub fn document(&self) -> &NetworkDocument {
        &self.document
    }

    /// The phase that it is in; none where nobody said.
    pub fn phase(&self) -> Option<u8> {
        let stated = || match self.document.circumstances.get("learning-network.phase")? {
            Stated::Word(phase) => observation::find("learning-network.phase")?.value(phase),
            Stated::Flag(_) => None,
        };
        self.document.phases.last().map(|reached| reached.phase).or_else(stated)
    }

    /// What is known of it: what is stated, and what its lists show.
    pub fn situation(&self) -> Situation {
        seen(&self.document).situation()
    }
}

fn seen(document: &NetworkDocument) -> Seen<'_> {
    Seen { scope: Scope::Network, circumstances: &document.circumstances, shown: shown::of(document) }
}

impl TryFrom<NetworkDocument> for Network {
    type Error = Error;

    fn try_from(document: NetworkDocument) -> Result<Network, Error> {
        slug(&document.id, "a network", "$.id")?;
        let parties = ids(document.parties.iter().map(|p| &*p.id), "$.parties")?;
        ids(document.participants.iter().map(|p| &*p.id), "$.participants")?;
        for (i, participant) in document.participants.iter().enumerate() {
            if let Some(party) = &participant.party {
                points(party, &parties, "organisation", || format!("$.participants[{i}].party"))?;
            }
            let said = [("want", &participant.want), ("can", &participant.can), ("may", &participant.may)];
            for (field, said) in said {
                yes_or_no(said.as_ref(), || format!("$.participants[{i}].{field}"))?;
            }
        }
        for (i, party) in document.parties.iter().enumerate() {
            yes_or_no(party.backing.as_ref(), || format!("$.parties[{i}].backing"))?;
        }
        for (i, reached) in document.phases.iter().enumerate() {
            phase(reached.phase, || format!("$.phases[{i}].phase"))?;
            date(reached.on.as_deref(), || format!("$.phases[{i}].on"))?;
        }
        forwards(document.phases.iter().map(|reached| reached.on.as_deref()), || "$.phases".to_owned())?;
        sessions(&document.sessions)?;
        themes(&document.themes)?;
        let known = ids(document.themes.iter().map(|t| &*t.id), "$.themes")?;
        votes(&document.votes)?;
        plans(&document.plans, &parties, &known)?;
        ids(document.tools.iter().map(|t| &*t.id), "$.tools")?;
        for (i, tool) in document.tools.iter().enumerate() {
            if let Some(like) = &tool.like {
                entry(like, "tool", || format!("$.tools[{i}].like"))?;
            }
            status(&tool.status, || format!("$.tools[{i}].status"))?;
        }
        waves(&document.checklist, "$.checklist")?;
        seen(&document).check()?;
        Ok(Network { document })
    }
}

fn phase(phase: u8, at: impl Fn() -> String) -> Result<(), Error> {
    if phase <= LAST_PHASE {
        return Ok(());
    }
    Err(number(format!("there is no phase {phase}; expected 0 to {LAST_PHASE}"), at()))
}

fn sessions(sessions: &[Session]) -> Result<(), Error> {
    ids(sessions.iter().map(|s| &*s.id), "$.sessions")?;
    let mut when = Vec::new();
    for (i, session) in sessions.iter().enumerate() {
        let at = |field: &str| format!("$.sessions[{i}].{field}");
        for (place, of) in session.phases.iter().enumerate() {
            phase(*of, || format!("$.sessions[{i}].phases[{place}]"))?;
        }
        if session.minutes.is_some_and(|minutes| !(1..=24 * 60).contains(&minutes)) {
            return Err(number("a session lasts from 1 to 1440 minutes", at("minutes")));
        }
        if session.attendance.is_some_and(|a| a.came > a.asked) {
            return Err(number("more people came than were asked", at("attendance.came")));
        }
        let contradicts = match (session.cancelled, session.held, session.attendance) {
            (true, _, Some(_)) => Some(("attendance", "it was called off, and people came")),
            (true, Some(true), None) => Some(("held", "it was held, and called off")),
            (false, Some(false), Some(_)) => Some(("held", "it was not held, and people came")),
            _ => None,
        };
        if let Some((field, why)) = contradicts {
            return Err(Error::new(Code::NetworkConflict, why).at(at(field)));
        }
        let Some(start) = &session.start else { continue };
        let start = days::start(start, || at("start"))?;
        if session.is_off() {
            continue;
        }
        let minutes = session.minutes.unwrap_or(1);
        when.push((session.kind, start, start.saturating_add(jiff::Span::new().minutes(i64::from(minutes))), i));
    }
    // Of one kind no two at once; the governance group may meet while the network does.
    when.sort();
    for pair in when.windows(2) {
        if let [(kind, _, end, first), (next, start, _, i)] = pair
            && kind == next
            && start < end
        {
            let (first, later) = (first.min(i), first.max(i));
            let of = sessions.get(*first).map_or("", |s| s.id.as_str());
            let message = format!("this is at the same moment as session `{}`", shorten(of));
            return Err(Error::new(Code::NetworkConflict, message).at(format!("$.sessions[{later}].start")));
        }
    }
    Ok(())
}

fn themes(themes: &[Theme]) -> Result<(), Error> {
    let known = ids(themes.iter().map(|t| &*t.id), "$.themes")?;
    for (i, theme) in themes.iter().enumerate() {
        let at = || format!("$.themes[{i}].part_of");
        let Some(whole) = &theme.part_of else { continue };
        points(whole, &known, "theme", at)?;
        if themes.iter().any(|t| t.id == *whole && t.part_of.is_some()) || *whole == theme.id {
            let message = format!("`{}` is itself a part of a theme", shorten(whole));
            return Err(Error::new(Code::NetworkConflict, message).at(at()));
        }
    }
    Ok(())
}

fn votes(votes: &[Vote]) -> Result<(), Error> {
    ids(votes.iter().map(|v| &*v.id), "$.votes")?;
    for (i, vote) in votes.iter().enumerate() {
        for (field, value) in [("dots", vote.dots), ("places", vote.places), ("quorum", vote.quorum)] {
            if value == Some(0) {
                return Err(number(format!("`{field}` is at least 1"), format!("$.votes[{i}].{field}")));
            }
        }
        if let Some((quorum, voters)) = vote.quorum.zip(vote.voters).filter(|(quorum, voters)| quorum > voters) {
            let message = format!("{quorum} would have to vote, and {voters} may");
            return Err(number(message, format!("$.votes[{i}].quorum")));
        }
    }
    Ok(())
}

fn plans(plans: &[ImprovementPlan], parties: &BTreeSet<&str>, themes: &BTreeSet<&str>) -> Result<(), Error> {
    ids(plans.iter().map(|p| &*p.id), "$.plans")?;
    for (i, plan) in plans.iter().enumerate() {
        if let Some(party) = &plan.party {
            points(party, parties, "organisation", || format!("$.plans[{i}].party"))?;
        }
        if let Some(theme) = &plan.theme {
            points(theme, themes, "theme", || format!("$.plans[{i}].theme"))?;
        }
        actions(&plan.actions, || format!("$.plans[{i}].actions"))?;
        for (place, condition) in plan.conditions.iter().enumerate() {
            entry(condition, "organisation", || format!("$.plans[{i}].conditions[{place}]"))?;
        }
        status(&plan.status, || format!("$.plans[{i}].status"))?;
    }
    Ok(())
}
