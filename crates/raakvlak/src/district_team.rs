//! District teams and their municipality (the article on district teams): what keeps residents from being
//! reached and helped, and what teams and municipality can do so that it lasts.

use std::borrow::Cow;

use crate::beside::{
    Seen, actions, all, by_wave, date, entry, flag, slug, status, there, waves, words, yes, yes_or_no,
};
use crate::boundary::{
    BusinessCase, DistrictTeamDocument, IntegralPlan, ReportedChecklist, ReviewDocument, SubjectPlan, read,
};
use crate::checklist::Minimum;
use crate::error::Error;
use crate::observation::Scope;
use crate::review::{Part, Reviewed};
use crate::rule::About;
use crate::rules::Rules;
use crate::situation::Situation;
use crate::text::Texts;

/// A subject of the integral improvement plan: `team.embedding` in the knowledge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Subject {
    /// Who is in the team.
    Composition,
    /// How easily residents find and reach it.
    Accessibility,
    /// How it works.
    Method,
    /// What its members know and can do.
    Expertise,
}

impl Subject {
    /// The four, in the order of the source.
    pub const ALL: [Subject; 4] = [Subject::Composition, Subject::Accessibility, Subject::Method, Subject::Expertise];

    /// The knowledge id, for instance `team.embedding.composition`.
    pub const fn id(self) -> &'static str {
        match self {
            Subject::Composition => "team.embedding.composition",
            Subject::Accessibility => "team.embedding.accessibility",
            Subject::Method => "team.embedding.method",
            Subject::Expertise => "team.embedding.expertise",
        }
    }

    /// The observation that the plan covers it.
    const fn covered(self) -> &'static str {
        match self {
            Subject::Composition => "district-team.plan-composition",
            Subject::Accessibility => "district-team.plan-accessibility",
            Subject::Method => "district-team.plan-method",
            Subject::Expertise => "district-team.plan-expertise",
        }
    }

    const fn field(self) -> &'static str {
        match self {
            Subject::Composition => "composition",
            Subject::Accessibility => "accessibility",
            Subject::Method => "method",
            Subject::Expertise => "expertise",
        }
    }

    fn of(self, plan: &IntegralPlan) -> Option<&SubjectPlan> {
        match self {
            Subject::Composition => plan.composition.as_ref(),
            Subject::Accessibility => plan.accessibility.as_ref(),
            Subject::Method => plan.method.as_ref(),
            Subject::Expertise => plan.expertise.as_ref(),
        }
    }

    /// Whether the plan says anything of it: what is to be reached, or what will be done.
    fn is_filled(self, plan: &IntegralPlan) -> bool {
        self.of(plan).is_some_and(|subject| !subject.goals.is_empty() || !subject.actions.is_empty())
    }
}

/// A district team and its municipality, checked.
///
/// ```
/// use raakvlak::district_team::{DistrictTeam, Subject};
///
/// let team = DistrictTeam::from_json(r#"{
///     "schema": "raakvlak.district-team.v1",
///     "plan": {"method": {"goals": ["residents say what they want"]}, "expertise": {}}
/// }"#)?;
/// assert_eq!(team.left_empty(), [Subject::Composition, Subject::Accessibility, Subject::Expertise]);
/// # Ok::<(), raakvlak::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct DistrictTeam {
    document: DistrictTeamDocument,
}

impl DistrictTeam {
    /// Reads the document `raakvlak.district-team.v1` and checks it.
    ///
    /// # Errors
    /// `document.*`, `field.*`, `value.*`, `observation.*`, `date.invalid`, `knowledge.unknown`,
    /// `checklist.item`, `network.id` and `network.number`; each with the place in the document.
    pub fn from_json(json: &str) -> Result<DistrictTeam, Error> {
        DistrictTeam::try_from(read::<DistrictTeamDocument>(json, "raakvlak.district-team")?)
    }

    /// The team as the document it was made from.
    pub fn document(&self) -> &DistrictTeamDocument {
        &self.document
    }

    /// The subjects of which the plan says nothing; none where there is no plan. Only of a complete plan it is
    /// settled that they are not in it.
    pub fn left_empty(&self) -> Vec<Subject> {
        let Some(plan) = &self.document.plan else { return Vec::new() };
        Subject::ALL.into_iter().filter(|subject| !subject.is_filled(plan)).collect()
    }

    /// What is known of it: what is stated, and what else stands in the document.
    pub fn situation(&self) -> Situation {
        seen(&self.document).situation()
    }

    /// The monitor in outline, as others may see it; none where nothing is monitored.
    fn monitor(&self, texts: &Texts) -> Option<ReportedChecklist> {
        let monitor = &self.document.monitor;
        (!monitor.is_empty()).then(|| by_wave(monitor, |sheets| sheets >= Minimum::default().get(), texts))
    }
}

impl TryFrom<DistrictTeamDocument> for DistrictTeam {
    type Error = Error;

    fn try_from(document: DistrictTeamDocument) -> Result<DistrictTeam, Error> {
        if let Some(id) = &document.id {
            slug(id, "a district team", "$.id")?;
        }
        document.business_case.as_ref().map_or(Ok(()), business_case)?;
        document.plan.as_ref().map_or(Ok(()), plan)?;
        if let Some(leader) = &document.project_leader {
            words(&leader.function, "a function", || "$.project_leader.function".to_owned())?;
            date(leader.since.as_deref(), || "$.project_leader.since".to_owned())?;
        }
        if let Some(group) = &document.working_group {
            listed(&group.functions, "a function", "$.working_group.functions")?;
            date(group.since.as_deref(), || "$.working_group.since".to_owned())?;
        }
        waves(&document.monitor, "$.monitor")?;
        if let Some(procurement) = &document.procurement {
            if let Some(like) = &procurement.like {
                entry(like, "tool", || "$.procurement.like".to_owned())?;
            }
            listed(&procurement.demands, "a demand", "$.procurement.demands")?;
        }
        seen(&document).check()?;
        Ok(DistrictTeam { document })
    }
}

fn business_case(case: &BusinessCase) -> Result<(), Error> {
    let gains = [("earlier", &case.earlier), ("better_results", &case.better_results)];
    for (field, gain) in gains {
        if let Some(gain) = gain {
            words(gain, "a gain", || format!("$.business_case.{field}"))?;
        }
    }
    if let Some(urgency) = &case.urgency {
        let seen = [
            ("municipality", &urgency.municipality),
            ("management", &urgency.management),
            ("team", &urgency.team),
            ("partners", &urgency.partners),
        ];
        for (field, seen) in seen {
            yes_or_no(seen.as_ref(), || format!("$.business_case.urgency.{field}"))?;
        }
    }
    Ok(())
}

fn plan(plan: &IntegralPlan) -> Result<(), Error> {
    for subject in Subject::ALL {
        let at = format!("$.plan.{}", subject.field());
        if let Some(of) = subject.of(plan) {
            listed(&of.goals, "a goal", &format!("{at}.goals"))?;
            actions(&of.actions, || format!("{at}.actions"))?;
            for (i, action) in of.actions.iter().enumerate() {
                words(&action.action, "an action", || format!("{at}.actions[{i}].action"))?;
            }
            status(&of.status, || format!("{at}.status"))?;
        }
    }
    Ok(())
}

/// Texts that each say something.
fn listed(list: &[String], what: &str, at: &str) -> Result<(), Error> {
    list.iter().enumerate().try_for_each(|(i, text)| words(text, what, || format!("{at}[{i}]")))
}

fn seen(document: &DistrictTeamDocument) -> Seen<'_> {
    let shown = shown(document).into_iter().map(flag).collect();
    Seen { scope: Scope::DistrictTeam, circumstances: &document.circumstances, shown }
}

/// What the rest of the document shows, without anybody stating it.
fn shown(document: &DistrictTeamDocument) -> Vec<(&'static str, Option<bool>)> {
    let only_yes = |there: bool| there.then_some(true);
    let case = document.business_case.as_ref();
    let urgency = case.and_then(|case| case.urgency.as_ref());
    // Those four are everyone: there is nobody else who could fail to see it.
    let seen = urgency.and_then(|u| {
        all([&u.municipality, &u.management, &u.team, &u.partners].map(Option::as_ref).into_iter(), true)
    });
    let covered = Subject::ALL.map(|subject| {
        let plan = document.plan.as_ref();
        (subject.covered(), plan.and_then(|plan| there(subject.is_filled(plan), plan.complete)))
    });
    let group = document.working_group.as_ref();
    let mut shown = vec![
        ("district-team.gains-seen", only_yes(case.is_some_and(|c| c.earlier.is_some() && c.better_results.is_some()))),
        ("district-team.urgency-seen", seen),
        ("district-team.municipal-urgency", urgency.and_then(|u| u.municipality.as_ref()).and_then(yes)),
        ("district-team.monitor", only_yes(!document.monitor.is_empty())),
        ("district-team.project-leader", only_yes(document.project_leader.is_some())),
        ("district-team.working-group", only_yes(group.is_some_and(|group| !group.functions.is_empty()))),
    ];
    shown.extend(covered);
    shown
}

/// What goes well in a district team and its municipality, what is lacking and what is not known; with the
/// monitor in outline, of waves with at least ten sheets. It is advice about how things are arranged, never
/// about residents or the people in the team.
///
/// ```
/// use raakvlak::district_team::{DistrictTeam, review};
/// use raakvlak::{Rules, Texts};
///
/// let team = DistrictTeam::from_json(r#"{
///     "schema": "raakvlak.district-team.v1",
///     "plan": {"complete": true, "expertise": {"goals": ["everyone works with an interpreter"]}}
/// }"#)?;
/// let review = review(&team, &Rules::builtin(), &Texts::en());
/// let embedding = review.parts.iter().find(|part| part.id == "team.embedding").unwrap();
/// assert!(embedding.applies.iter().any(|id| id == "team.embedding.composition"));
/// assert!(embedding.not_now.iter().any(|id| id == "team.embedding.expertise"));
/// # Ok::<(), raakvlak::Error>(())
/// ```
pub fn review(team: &DistrictTeam, rules: &Rules, texts: &Texts) -> ReviewDocument {
    let document = team.document();
    let parts = ["team.problem", "team.outreach", "team.embedding", "team.business-case", "team.guide"];
    let reviewed = Reviewed {
        about: About::DistrictTeam,
        seen: team.situation(),
        id: document.id.clone(),
        name: document.name.clone(),
        now: None,
        parts: parts.map(|id| Part { id: Cow::Borrowed(id), position: None }).into(),
    };
    ReviewDocument { monitor: team.monitor(texts), ..reviewed.document(rules, texts) }
}
