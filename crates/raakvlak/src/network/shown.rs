//! What the lists of a network show, without anybody stating it.
//!
//! Something is there where a list has it. It is lacking only where the list says that it is complete:
//! adding to a list that is not complete never turns what was known.

use std::ops::RangeInclusive;

use jiff::civil::DateTime;

use super::moment;
use crate::beside::{all, every};
use crate::boundary::{
    NetworkDocument, NetworkList, NetworkRole, Party, PartyKind, Progress, Session, SessionKind, Stated, StatusReached,
};

/// So many working sessions make a series that leads to plans and tools (interim, tip 8; handbook, 5.1).
pub(super) const SESSIONS: u32 = 6;
/// A session lasts two to three hours (interim, tip 8), in minutes.
pub(super) const LENGTH: RangeInclusive<u32> = 120..=180;
/// About every six weeks (interim): five to eight, so that holidays fit. Ours.
pub(super) const INTERVAL: RangeInclusive<u32> = 5..=8;
/// The governance group meets at least so often (handbook, 3).
pub(super) const GOVERNANCE: u32 = 2;
/// A few themes are no more than this. Ours.
const FEW: usize = 5;

/// Every observation that the lists can show, with its value where they do.
pub(super) fn of(document: &NetworkDocument) -> Vec<(&'static str, Option<u8>)> {
    let lists = Lists(document);
    let flags = lists.people().into_iter().chain(lists.meetings()).chain(lists.results());
    let phase = document.phases.last().map(|reached| reached.phase);
    std::iter::once(("learning-network.phase", phase)).chain(flags.map(|(id, flag)| (id, flag.map(u8::from)))).collect()
}

struct Lists<'a>(&'a NetworkDocument);

impl Lists<'_> {
    fn complete(&self, list: NetworkList) -> bool {
        self.0.complete.contains(&list)
    }

    /// There where it is found; lacking where all of these lists are complete.
    fn there(&self, found: bool, lists: &[NetworkList]) -> Option<bool> {
        if found { Some(true) } else { lists.iter().all(|list| self.complete(*list)).then_some(false) }
    }

    fn role(&self, roles: &[NetworkRole]) -> Option<bool> {
        let of_people = self.0.participants.iter().map(|p| &p.roles);
        let mut all = of_people.chain(self.0.parties.iter().map(|p| &p.roles));
        let found = all.any(|of| of.iter().any(|role| roles.contains(role)));
        self.there(found, &[NetworkList::Participants, NetworkList::Parties])
    }

    fn party(&self, kinds: &[PartyKind]) -> Option<bool> {
        let found = self.of_kinds(kinds).next().is_some();
        if found { Some(true) } else { self.parties_known().then_some(false) }
    }

    /// Whether every organisation is in the list, and of each is known what kind it is.
    fn parties_known(&self) -> bool {
        self.complete(NetworkList::Parties) && self.0.parties.iter().all(|party| party.kind.is_some())
    }

    fn of_kinds(&self, kinds: &[PartyKind]) -> impl Iterator<Item = &Party> {
        self.0.parties.iter().filter(move |party| party.kind.is_some_and(|kind| kinds.contains(&kind)))
    }

    /// The organisations that give care or support.
    fn of_care(&self) -> impl Iterator<Item = &Party> {
        self.of_kinds(&[PartyKind::Generic, PartyKind::CultureSpecific, PartyKind::Informal])
    }

    fn people(&self) -> Vec<(&'static str, Option<bool>)> {
        use {NetworkRole as Role, PartyKind as Kind};
        let partners = [
            Kind::University,
            Kind::KnowledgeInstitute,
            Kind::Municipality,
            Kind::ProfessionalAssociation,
            Kind::RegionalCooperation,
            Kind::AntiDiscrimination,
            Kind::UmbrellaBodies,
        ];
        let backing = all(self.of_care().map(|party| party.backing.as_ref()), self.parties_known());
        let participants = |said: fn(&crate::boundary::Participant) -> Option<&Stated>| {
            all(self.0.participants.iter().map(said), self.complete(NetworkList::Participants))
        };
        let named = self.role(&[Role::GovernanceGroup]);
        // A group that meets is there, also where nobody is named in it.
        let meets =
            self.there(self.0.sessions.iter().any(|s| s.kind == SessionKind::Governance), &[NetworkList::Sessions]);
        let governance = if meets == Some(true) { meets } else { named.filter(|named| *named || meets.is_some()) };
        vec![
            ("learning-network.same-sector", self.same_sector()),
            ("learning-network.generic", self.party(&[Kind::Generic])),
            ("learning-network.culture-specific", self.party(&[Kind::CultureSpecific])),
            ("learning-network.informal", self.party(&[Kind::Informal])),
            ("learning-network.life-world-insiders", self.role(&[Role::KeyFigure, Role::ExperienceExpert])),
            ("learning-network.clients", self.role(&[Role::ClientRepresentative, Role::ExperienceExpert])),
            ("learning-network.managers", self.role(&[Role::Manager])),
            ("learning-network.governance-group", governance),
            ("learning-network.backing", backing),
            ("learning-network.want", participants(|p| p.want.as_ref())),
            ("learning-network.can", participants(|p| p.can.as_ref())),
            ("learning-network.may", participants(|p| p.may.as_ref())),
            ("learning-network.coordinator", self.role(&[Role::Coordinator])),
            ("learning-network.moderator", self.role(&[Role::Moderator])),
            ("learning-network.scientific-expert", self.role(&[Role::ScientificExpert])),
            ("learning-network.learning-expert", self.role(&[Role::LearningExpert])),
            ("learning-network.project-support", self.role(&[Role::ProjectSupport])),
            ("learning-network.ambassadors", self.role(&[Role::Ambassador])),
            ("learning-network.partners", self.party(&partners)),
            ("learning-network.municipality", self.party(&[Kind::Municipality])),
            ("learning-network.university", self.party(&[Kind::University])),
            ("learning-network.professional-association", self.party(&[Kind::ProfessionalAssociation])),
            ("learning-network.regional-cooperation", self.party(&[Kind::RegionalCooperation])),
            ("learning-network.maturity-mixed", self.maturity_mixed()),
        ]
    }

    /// One sector where all of a complete list are known to have the same; not, where two differ.
    fn same_sector(&self) -> Option<bool> {
        same(self.of_care().map(|party| party.sector), self.parties_known())
    }

    fn maturity_mixed(&self) -> Option<bool> {
        same(self.of_care().map(|party| party.maturity), self.parties_known()).map(|same| !same)
    }

    fn meetings(&self) -> Vec<(&'static str, Option<bool>)> {
        let of = |kind| self.0.sessions.iter().filter(move |s| s.kind == kind && !s.is_off());
        let working: Vec<&Session> = of(SessionKind::Working).collect();
        let at_least = |many: usize, least: u32| self.there(many >= least as usize, &[NetworkList::Sessions]);
        let complete = self.complete(NetworkList::Sessions);
        let fits = working.iter().map(|s| s.minutes.map(|minutes| LENGTH.contains(&minutes)));
        let online = working.iter().map(|s| s.online.map(|online| !online));
        vec![
            ("learning-network.sessions-six", at_least(working.len(), SESSIONS)),
            ("learning-network.session-length", every(fits, complete)),
            ("learning-network.interval", interval(&working).filter(|_| complete)),
            ("learning-network.online", every(online, complete).map(|in_one_room| !in_one_room)),
            ("learning-network.follow-up", at_least(of(SessionKind::FollowUp).count(), 1)),
            ("learning-network.governance-meetings", at_least(of(SessionKind::Governance).count(), GOVERNANCE)),
        ]
    }

    fn results(&self) -> Vec<(&'static str, Option<bool>)> {
        let NetworkDocument { goals, themes, votes, plans, tools, checklist, .. } = self.0;
        let only_yes = |there: bool| there.then_some(true);
        let chosen = themes.iter().filter(|theme| theme.chosen == Some(true)).count();
        let settled = self.complete(NetworkList::Themes) && themes.iter().all(|theme| theme.chosen.is_some());
        let few = if chosen > FEW { Some(false) } else { settled.then_some(chosen > 0) };
        let of_plans = self.complete(NetworkList::Plans);
        let agreed = plans.iter().map(|plan| plan.agreement.as_ref().map(|agreement| agreement.agreed));
        let actions = plans.iter().map(|plan| only_yes(!plan.actions.is_empty()));
        let joint = tools.iter().any(|tool| tool.joint == Some(true));
        let apart = self.complete(NetworkList::Tools) && tools.iter().all(|tool| tool.joint == Some(false));
        vec![
            ("learning-network.joint-goal", only_yes(!goals.is_empty())),
            ("learning-network.checklist-filled", only_yes(!checklist.is_empty())),
            ("learning-network.themes-listed", self.there(!themes.is_empty(), &[NetworkList::Themes])),
            ("learning-network.clustered", only_yes(themes.iter().any(|theme| theme.part_of.is_some()))),
            ("learning-network.voted", only_yes(votes.iter().any(|vote| !vote.ballots.is_empty()))),
            ("learning-network.few-themes", few),
            ("learning-network.plans", self.there(!plans.is_empty(), &[NetworkList::Plans])),
            ("learning-network.small-actions", every(actions, of_plans)),
            ("learning-network.agreements", every(agreed, of_plans)),
            ("learning-network.tools", self.there(!tools.is_empty(), &[NetworkList::Tools])),
            ("learning-network.joint-tool", if joint { Some(true) } else { apart.then_some(false) }),
            ("learning-network.tried-out", self.came(Progress::TriedOut..=Progress::Anchored)),
            // What is in use need not have been evaluated.
            ("learning-network.evaluated", self.came(Progress::Evaluated..=Progress::Adjusted)),
            ("learning-network.adjusted", self.came(Progress::Adjusted..=Progress::Adjusted)),
            ("learning-network.implemented", self.came(Progress::Implemented..=Progress::Anchored)),
            ("learning-network.embedded", self.came(Progress::Anchored..=Progress::Anchored)),
        ]
    }

    /// Whether some plan or tool came so far: not, where both lists are complete and each has yet to come there.
    fn came(&self, so_far: RangeInclusive<Progress>) -> Option<bool> {
        let of_plans = self.0.plans.iter().map(|plan| &plan.status);
        let all: Vec<&Vec<StatusReached>> = of_plans.chain(self.0.tools.iter().map(|tool| &tool.status)).collect();
        let complete = self.complete(NetworkList::Plans) && self.complete(NetworkList::Tools);
        let reached = |of: &&Vec<StatusReached>| of.iter().any(|reached| so_far.contains(&reached.status));
        // What was given up may have come further than is written.
        let before = |of: &&Vec<StatusReached>| of.last().is_some_and(|now| now.status < *so_far.start());
        if all.iter().any(reached) { Some(true) } else { (complete && all.iter().all(before)).then_some(false) }
    }
}

/// Whether all are the same: no where two differ; yes where a complete list holds several and knows them all.
fn same<T: PartialEq>(of: impl Iterator<Item = Option<T>>, complete: bool) -> Option<bool> {
    let of: Vec<Option<T>> = of.collect();
    let mut known = of.iter().flatten();
    let first = known.next()?;
    if known.any(|other| other != first) {
        return Some(false);
    }
    (complete && of.len() > 1 && of.iter().all(Option::is_some)).then_some(true)
}

/// Whether the sessions follow each other about every six weeks: the middle one of the intervals decides.
fn interval(working: &[&Session]) -> Option<bool> {
    let when: Option<Vec<DateTime>> = working.iter().map(|s| moment(s.start.as_deref()?)).collect();
    let mut when = when?;
    when.sort();
    let days = |(one, other): (&DateTime, &DateTime)| one.date().until(other.date()).map(|span| span.get_days());
    let mut days = when.iter().zip(when.iter().skip(1)).map(days).collect::<Result<Vec<i32>, _>>().ok()?;
    days.sort_unstable();
    let usual = 7 * INTERVAL.start()..=7 * INTERVAL.end();
    days.get(days.len() / 2).map(|middle| usual.contains(&middle.unsigned_abs()))
}

#[cfg(test)]
mod tests {
    use super::of;
    use crate::network::Network;
    use crate::observation::{self, Scope};

    #[test]
    fn everything_that_is_shown_is_an_observation_about_a_network() {
        let json = r#"{"schema": "raakvlak.network.v1", "id": "x"}"#;
        for (id, _) in of(Network::from_json(json).unwrap().document()) {
            assert_eq!(observation::find(id).map(|o| o.scope), Some(Scope::Network), "{id}");
        }
    }
}
