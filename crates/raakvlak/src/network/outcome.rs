//! What a network reached, told to those whom it concerns.
//!
//! What people and organisations shared in the network, to learn from each other, is for the network. Others get
//! what it chose and made, what is asked of them, and figures in which nobody can be pointed at.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::{Network, review};
use crate::beside::by_wave;
use crate::boundary::{
    Advised, AskedOfReader, Audience, HowMany, ImprovementPlan, LeftOut, LeftOutOf, NetworkDocument,
    NetworkReportDocument, PartyKind, PartyNumber, PlanFigures, PlanProgress, PlannedTheme, PlansSoFar, Position,
    Progress, ReportedChecklist, ReportedPhase, ReportedPlan, ReportedSession, ReportedTool, Session, SessionKind,
    SessionState, Stated, Theme, word,
};
use crate::checklist::Minimum;
use crate::knowledge;
use crate::program::Status;
use crate::rules::Rules;
use crate::text::Texts;

/// Figures on fewer people or organisations are not for others. Ours, and the least of the checklist too.
const FEW: u64 = Minimum::LEAST;

/// What the sources ask of managers, whatever the plans need.
const OF_MANAGERS: [&str; 4] = [
    "organisation.management.enables-tools",
    "organisation.management.release-staff",
    "organisation.management.policy-embedding",
    "network.role.governance-group",
];

/// What the sources say that a municipality can do.
const OF_MUNICIPALITY: [&str; 11] = [
    "network.party.municipality",
    "organisation.municipality.fund",
    "organisation.municipality.support-development",
    "organisation.municipality.policy-plans",
    "organisation.municipality.procurement",
    "tool.procurement-checklist",
    "organisation.municipality.positive-role",
    "team.business-case",
    "team.embedding.integral-plans",
    "team.embedding.project-leader",
    "team.embedding.monitor",
];

/// What participants said of themselves.
const SAID_BY_PARTICIPANTS: [&str; 3] = ["learning-network.want", "learning-network.can", "learning-network.may"];
/// What managers said.
const SAID_BY_MANAGERS: [&str; 2] = ["learning-network.backing", "learning-network.agreements"];

/// What a network reached, for one audience. What stands in its plans is for the participants; managers and the
/// municipality get figures, as long as five organisations or more stand behind them.
///
/// ```
/// use raakvlak::boundary::Audience;
/// use raakvlak::network::{outcome, Network};
/// use raakvlak::{Rules, Texts};
///
/// let network = Network::from_json(r#"{
///     "schema": "raakvlak.network.v1",
///     "id": "maatwerk",
///     "themes": [{"id": "trust", "label": "Vertrouwen", "chosen": true}],
///     "plans": [{"id": "p", "theme": "trust", "goal": "Meer tijd voor de kennismaking",
///                "conditions": ["organisation.flexible-time"]}]
/// }"#)?;
/// let report = |audience| outcome(&network, &Rules::builtin(), &Texts::nl(), audience);
/// assert!(report(Audience::Participants).plans[0].plan.goal.is_some());
///
/// let managers = report(Audience::Managers);
/// assert!(managers.plans.is_empty());
/// // How many plans need it would tell of one organisation: it is left out.
/// assert_eq!((&*managers.asked[0].label, managers.asked[0].plans), ("Flexibel in tijd", None));
/// # Ok::<(), raakvlak::Error>(())
/// ```
pub fn outcome(network: &Network, rules: &Rules, texts: &Texts, audience: Audience) -> NetworkReportDocument {
    let telling = Telling { document: network.document(), phase: network.phase(), rules, texts, audience };
    let report = telling.to_everybody();
    if audience == Audience::Wall { report } else { telling.to_some(report, network) }
}

/// A network, told to somebody.
struct Telling<'a> {
    document: &'a NetworkDocument,
    phase: Option<u8>,
    rules: &'a Rules,
    texts: &'a Texts,
    audience: Audience,
}

impl Telling<'_> {
    fn participants(&self) -> bool {
        self.audience == Audience::Participants
    }

    /// What it is after, chose and makes, and when it meets.
    fn to_everybody(&self) -> NetworkReportDocument {
        let Telling { document, rules, texts, audience, .. } = *self;
        let told = |theme: &&Theme| audience != Audience::Wall || theme.chosen == Some(true);
        NetworkReportDocument {
            schema: Cow::Borrowed("raakvlak.network-report.v1"),
            knowledge: rules.knowledge(),
            lang: Cow::Owned(texts.lang().to_owned()),
            audience,
            id: document.id.clone(),
            name: document.name.clone(),
            complete: document.complete.clone(),
            phases: Vec::new(),
            parties: Vec::new(),
            goals: document.goals.clone(),
            themes: document.themes.iter().filter(told).cloned().collect(),
            sessions: self.sessions(),
            plans: Vec::new(),
            plan_figures: None,
            backing: None,
            tools: self.tools(),
            checklist: ReportedChecklist::default(),
            lessons: Vec::new(),
            asked: Vec::new(),
            lacking: Vec::new(),
            open: 0,
            ask_next: Vec::new(),
            left_out: Vec::new(),
        }
    }

    /// And the rest, as far as it is for the audience.
    fn to_some(&self, report: NetworkReportDocument, network: &Network) -> NetworkReportDocument {
        let participants = self.participants();
        let plan_figures = self.plan_figures();
        let few_plans = plan_figures.as_ref().is_some_and(|figures| figures.progress.is_none());
        let backing = (self.audience == Audience::Managers).then(|| self.backing()).flatten();
        let few_parties = backing.is_some_and(|backing| sum(backing) < FEW);
        let checklist = self.checklist();

        let review = review(network, self.rules, self.texts);
        let parts = || review.parts.iter().filter(|part| part.position != Some(Position::Later));
        let applies: BTreeSet<&Cow<'static, str>> = parts().flat_map(|part| &part.applies).collect();
        let lacking = review.advice.iter().filter(|a| a.status == Status::Applies && applies.contains(&a.id));
        let of_managers = self.audience == Audience::Municipality || few_plans || few_parties;
        let (said_by_people, lacking): (Vec<&Advised>, Vec<&Advised>) = lacking.partition(|advised| {
            let rests_on = |said: &[&str]| advised.because.iter().any(|fact| said.contains(&&*fact.observation));
            !participants && (rests_on(&SAID_BY_PARTICIPANTS) || of_managers && rests_on(&SAID_BY_MANAGERS))
        });

        let left_out = [
            (LeftOutOf::PlanTexts, !participants && plan_figures.is_some()),
            (LeftOutOf::FewOrganisations, few_plans || few_parties),
            (LeftOutOf::SmallAttendance, report.sessions.iter().any(|session| session.attendance_left_out)),
            (LeftOutOf::SmallWaves, !checklist.left_out.is_empty()),
            (LeftOutOf::SaidByPeople, !said_by_people.is_empty()),
        ];
        let left_out = left_out.into_iter().filter(|(_, so)| *so).map(|(what, _)| {
            let text = self.texts.phrase(&format!("network-left-out-{}", word(&what)));
            LeftOut { what, text: Cow::Owned(text.replace("{a}", &checklist.left_out.join("; "))) }
        });
        NetworkReportDocument {
            left_out: left_out.collect(),
            phases: self.phases(),
            parties: self.parties(),
            plans: if participants { self.plans() } else { Vec::new() },
            plan_figures,
            backing: backing.filter(|_| !few_parties),
            checklist,
            lessons: self.document.lessons.clone(),
            asked: self.asked(),
            lacking: lacking.into_iter().cloned().collect(),
            open: parts().map(|part| part.open.len()).sum(),
            ask_next: if participants { review.ask_next } else { Vec::new() },
            ..report
        }
    }

    fn phases(&self) -> Vec<ReportedPhase> {
        let told = |phase: u8, on: Option<String>| {
            let id = format!("network.phase.{phase}");
            ReportedPhase { label: self.rules.label(&id, self.texts), id: Cow::Owned(id), on }
        };
        let reached = &self.document.phases;
        // The phase may be stated without a history.
        let stated = self.phase.filter(|_| reached.is_empty()).map(|phase| told(phase, None));
        reached.iter().map(|reached| told(reached.phase, reached.on.clone())).chain(stated).collect()
    }

    fn parties(&self) -> Vec<PartyNumber> {
        let kinds: BTreeSet<Option<PartyKind>> = self.document.parties.iter().map(|party| party.kind).collect();
        let numbers = kinds.into_iter().map(|kind| PartyNumber {
            kind,
            label: match kind {
                None => self.texts.phrase("network-party-kind-unknown"),
                Some(PartyKind::Other) => self.texts.phrase("network-party-other"),
                Some(kind) => self.texts.label(&format!("network.party.{}", word(&kind))),
            },
            number: self.document.parties.iter().filter(|party| party.kind == kind).count(),
        });
        numbers.collect()
    }

    /// Whether its management backs taking part, of every organisation that gives care or support.
    fn backing(&self) -> Option<HowMany> {
        let kinds = [PartyKind::Generic, PartyKind::CultureSpecific, PartyKind::Informal];
        let of_care = self.document.parties.iter().filter(|party| party.kind.is_some_and(|kind| kinds.contains(&kind)));
        let said = count(of_care.map(|party| party.backing.clone()));
        (sum(said) > 0).then_some(said)
    }

    fn sessions(&self) -> Vec<ReportedSession> {
        let mut sessions: Vec<&Session> = self.document.sessions.iter().collect();
        sessions.sort_by_key(|session| (session.start.is_none(), &session.start));
        let wall = self.audience == Audience::Wall;
        let last = sessions.iter().filter(|s| s.state() == SessionState::Held).filter_map(|s| s.start.as_deref()).max();
        // A core without a clock knows no other "after now".
        let comes = |session: &Session| {
            session.kind != SessionKind::Governance
                && session.state() == SessionState::Planned
                && session.start.as_deref().is_some_and(|start| Some(start) > last)
        };
        let told = sessions.into_iter().filter(|session| !wall || comes(session)).map(|session| {
            let small = session.attendance.is_some_and(|a| u64::from(a.asked) < FEW) && !self.participants();
            ReportedSession {
                kind: session.kind,
                state: session.state(),
                start: session.start.clone(),
                minutes: session.minutes,
                online: session.online,
                place: session.place.clone().filter(|_| wall || self.participants()),
                phases: session.phases.clone(),
                attendance: session.attendance.filter(|_| !small),
                attendance_left_out: small,
            }
        });
        told.collect()
    }

    fn theme(&self, id: Option<&String>) -> Option<&Theme> {
        id.and_then(|id| self.document.themes.iter().find(|theme| theme.id == *id))
    }

    fn plans(&self) -> Vec<ReportedPlan> {
        let plans = self.document.plans.iter().map(|plan| {
            let party = self.document.parties.iter().find(|party| Some(&party.id) == plan.party.as_ref());
            ReportedPlan {
                organisation: party.map(|party| party.name.as_ref().unwrap_or(&party.id).clone()),
                theme: self.theme(plan.theme.as_ref()).map(|theme| theme.label.clone()),
                conditions: plan.conditions.iter().map(|id| self.texts.label(id)).collect(),
                plan: plan.clone(),
            }
        });
        plans.collect()
    }

    /// Whether so many organisations made a plan that figures are about none of them.
    fn enough_organisations(&self) -> bool {
        let plans = self.document.plans.iter();
        let organisations: BTreeSet<&String> = plans.filter_map(|plan| plan.party.as_ref()).collect();
        self.participants() || organisations.len() as u64 >= FEW
    }

    fn plan_figures(&self) -> Option<PlanFigures> {
        let NetworkDocument { plans, themes, .. } = self.document;
        if plans.is_empty() {
            return None;
        }
        let on = |theme: Option<&Theme>| plans.iter().filter(|p| p.theme.as_ref() == theme.map(|t| &t.id)).count();
        let all = themes.iter().map(Some).chain([None]);
        let planned = all.map(|theme| PlannedTheme { theme: theme.map(|theme| theme.label.clone()), plans: on(theme) });
        let enough = self.enough_organisations();
        Some(PlanFigures {
            plans: plans.len(),
            themes: planned.filter(|theme| enough && theme.plans > 0).collect(),
            progress: enough.then(|| self.progress()),
        })
    }

    fn progress(&self) -> PlanProgress {
        let plans = &self.document.plans;
        let now = |plan: &ImprovementPlan| plan.status.last().map(|reached| reached.status);
        let statuses: BTreeSet<(bool, Option<Progress>)> =
            plans.iter().map(|plan| (now(plan).is_none(), now(plan))).collect();
        let so_far = |(_, status)| PlansSoFar { status, plans: plans.iter().filter(|p| now(p) == status).count() };
        let flag = |flag: Option<bool>| flag.map(Stated::Flag);
        let agreed = plans.iter().map(|plan| flag(plan.agreement.as_ref().map(|agreement| agreement.agreed)));
        PlanProgress {
            actions: count(plans.iter().flat_map(|plan| &plan.actions).map(|action| flag(action.done))),
            status: statuses.into_iter().map(so_far).collect(),
            agreements: (self.audience != Audience::Municipality).then(|| count(agreed)),
        }
    }

    fn tools(&self) -> Vec<ReportedTool> {
        let stopped = |status: Option<Progress>| status == Some(Progress::Stopped);
        let tools = self.document.tools.iter().filter(|tool| {
            self.audience != Audience::Wall || !stopped(tool.status.last().map(|reached| reached.status))
        });
        tools
            .map(|tool| ReportedTool { like: tool.like.as_ref().map(|id| self.texts.label(id)), tool: tool.clone() })
            .collect()
    }

    fn checklist(&self) -> ReportedChecklist {
        let enough = |sheets| self.participants() || sheets >= Minimum::default().get();
        by_wave(&self.document.checklist, enough, self.texts)
    }

    /// What is asked of managers: what the plans need, in the order of the knowledge, and what the sources ask of
    /// them; and what the sources say that a municipality can do.
    fn asked(&self) -> Vec<AskedOfReader> {
        let needed = |id: &str| self.document.plans.iter().filter(|p| p.conditions.iter().any(|c| c == id)).count();
        let (from_plans, always): (Vec<&str>, &[&str]) = match self.audience {
            Audience::Managers => {
                (knowledge::all().iter().map(|entry| entry.id).filter(|id| needed(id) > 0).collect(), &OF_MANAGERS)
            }
            Audience::Municipality => (Vec::new(), &OF_MUNICIPALITY),
            Audience::Participants | Audience::Wall => (Vec::new(), &[]),
        };
        let always = always.iter().copied().filter(|id| !from_plans.contains(id));
        // How many plans there are of a few organisations tells of one of them.
        let number = |id: &str| self.enough_organisations().then(|| needed(id));
        let ids = from_plans.iter().map(|id| (*id, true)).chain(always.map(|id| (id, false)));
        let asked = ids.filter_map(|(id, from_plans)| {
            Some(AskedOfReader {
                id: Cow::Borrowed(id),
                label: self.rules.label(id, self.texts),
                text: self.rules.text(id, self.texts),
                operationalisation: self.texts.operationalisation(id),
                source: knowledge::entry(id)?.source.clone(),
                from_plans,
                plans: number(id).filter(|_| from_plans),
            })
        });
        asked.collect()
    }
}

fn count(said: impl Iterator<Item = Option<Stated>>) -> HowMany {
    said.fold(HowMany::default(), |mut so_far, said| {
        *match said {
            Some(Stated::Flag(true)) => &mut so_far.yes,
            Some(Stated::Flag(false)) => &mut so_far.no,
            Some(Stated::Word(_)) => &mut so_far.declined,
            None => &mut so_far.unknown,
        } += 1;
        so_far
    })
}

fn sum(said: HowMany) -> u64 {
    (said.yes + said.no + said.declined + said.unknown) as u64
}
