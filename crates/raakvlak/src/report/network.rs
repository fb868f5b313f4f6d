//! What a network reached, for one audience.

use super::dates::{date, when};
use super::page::{Block, Item, Page};
use super::reports::{Below, advised, fill, heading, list_of_questions, page as blank, source, titled};
use super::wall::wall;
use super::{number, signed};
use crate::boundary::{
    AskedOfReader, Audience, HowMany, LeftOutOf, NetworkList, NetworkReportDocument, NetworkTool, Progress,
    ReportedChecklist, ReportedPlan, ReportedSession, SessionKind, SessionState, StatusReached, Theme, word,
};
use crate::text::Texts;

/// What a network reached: for participants, managers and the municipality a report to read, for the wall one page
/// to hang up. What is not known is said to be so.
///
/// ```
/// use raakvlak::boundary::Audience;
/// use raakvlak::network::{self, Network};
/// use raakvlak::report::{self, Format};
/// use raakvlak::{Rules, Texts};
///
/// let network = Network::from_json(r#"{"schema": "raakvlak.network.v1", "id": "maatwerk", "name": "Maatwerk"}"#)?;
/// let document = network::outcome(&network, &Rules::builtin(), &Texts::nl(), Audience::Municipality);
/// let text = report::network(&document, &Texts::nl()).write(Format::Text);
/// assert!(text.contains("Er zijn nog geen doelen opgeschreven."));
/// # Ok::<(), raakvlak::Error>(())
/// ```
pub fn network(document: &NetworkReportDocument, texts: &Texts) -> Page {
    if document.audience == Audience::Wall {
        return wall(document, texts);
    }
    let title = titled("network-report-title", document.name.as_ref(), texts);
    let mut page = blank(&title, texts, Some(&document.knowledge));
    let mut telling = Telling { document, texts, out: Vec::new() };
    telling.text(&format!("network-for-{}", document.audience.name()));
    telling.asked();
    telling.phase();
    telling.parties();
    telling.goals();
    telling.themes();
    telling.sessions();
    telling.plans();
    telling.tools();
    telling.anchored();
    telling.checklist();
    telling.lessons();
    telling.lacking();
    telling.left_out();
    page.blocks = telling.out;
    page
}

struct Telling<'a> {
    document: &'a NetworkReportDocument,
    texts: &'a Texts,
    out: Vec<Block>,
}

impl Telling<'_> {
    fn phrase(&self, key: &str) -> String {
        self.texts.phrase(key).into_owned()
    }

    fn counted(&self, key: &str, n: usize) -> String {
        self.phrase(key).replace("{n}", &n.to_string())
    }

    fn text(&mut self, key: &str) {
        self.out.push(Block::Text(self.phrase(key)));
    }

    fn heading(&mut self, key: &str) {
        self.out.push(heading(key, self.texts));
    }

    fn list(&mut self, items: Vec<Item>) {
        self.out.push(Block::List { numbered: false, items });
    }

    /// What is said where a list is empty: that there is nothing, or that it is not known.
    fn none(&mut self, list: NetworkList, key: &str) {
        let complete = self.document.complete.contains(&list);
        self.text(&format!("network-{key}-{}", if complete { "none" } else { "unknown" }));
    }

    fn asked(&mut self) {
        let key = match self.document.audience {
            Audience::Managers => "network-asked-of-managers",
            Audience::Municipality => "network-asked-of-municipality",
            Audience::Participants | Audience::Wall => return,
        };
        self.heading(key);
        let (from_plans, always): (Vec<&AskedOfReader>, Vec<&AskedOfReader>) =
            self.document.asked.iter().partition(|asked| asked.from_plans);
        if self.document.audience == Audience::Managers {
            match from_plans.as_slice() {
                [] => self.text("network-conditions-unknown"),
                needed => {
                    self.text("network-conditions");
                    self.list(needed.iter().map(|asked| self.item(asked)).collect());
                }
            }
            self.said_by_managers();
        }
        if !always.is_empty() {
            self.text("network-asked-by-sources");
            self.list(always.iter().map(|asked| self.item(asked)).collect());
        }
    }

    fn item(&self, asked: &AskedOfReader) -> Item {
        let choice = asked.operationalisation.iter().map(|choice| format!("{}: {choice}", self.phrase("own-choice")));
        let plans = asked.plans.iter().map(|plans| self.counted("network-plans-need", *plans));
        Item {
            label: asked.label.to_string(),
            text: asked.text.to_string(),
            small: plans.chain(choice).chain([source(&asked.source, self.texts)]).collect(),
            ..Item::default()
        }
    }

    fn said_by_managers(&mut self) {
        let agreements = self.document.plan_figures.as_ref().and_then(|figures| figures.progress.as_ref()?.agreements);
        let few = self.document.left_out.iter().any(|of| of.what == LeftOutOf::FewOrganisations);
        let lines = [
            ("network-agreements", agreements, self.document.plan_figures.is_some()),
            ("network-backing", self.document.backing, few),
        ];
        let items = lines.map(|(key, said, left_out)| Item {
            label: self.phrase(key),
            text: match said {
                Some(said) => self.said(&said),
                None => self.phrase(if left_out { "network-not-given" } else { "unknown" }),
            },
            ..Item::default()
        });
        self.list(items.to_vec());
    }

    /// "ja: 3; nee: 1; onbekend: 2".
    fn said(&self, said: &HowMany) -> String {
        let of = [
            ("value-yes", said.yes, true),
            ("value-no", said.no, true),
            ("value-declined", said.declined, said.declined > 0),
            ("unknown", said.unknown, true),
        ];
        let of = of.into_iter().filter(|(_, _, told)| *told);
        of.map(|(key, n, _)| format!("{}: {n}", self.phrase(key))).collect::<Vec<_>>().join("; ")
    }

    fn phase(&mut self) {
        self.heading("network-phase");
        match self.document.phases.split_last() {
            None => self.text("network-phase-unknown"),
            Some((now, earlier)) => {
                self.out.push(Block::Text(self.since(&now.label, now.on.as_deref())));
                if !earlier.is_empty() {
                    let earlier = earlier.iter().map(|phase| self.since(&phase.label, phase.on.as_deref()));
                    let earlier = earlier.collect::<Vec<_>>().join("; ");
                    self.out.push(Block::Text(fill(&self.phrase("network-phase-earlier"), &earlier, "")));
                }
            }
        }
    }

    fn since(&self, label: &str, on: Option<&str>) -> String {
        match on {
            Some(on) => fill(&self.phrase("network-since"), label, &date(on, self.texts)),
            None => label.to_owned(),
        }
    }

    fn parties(&mut self) {
        self.heading("network-parties");
        if self.document.parties.is_empty() {
            return self.none(NetworkList::Parties, "parties");
        }
        let items = self
            .document
            .parties
            .iter()
            .map(|of| Item { text: format!("{}: {}", of.label, of.number), ..Item::default() });
        self.list(items.collect());
        if !self.document.complete.contains(&NetworkList::Parties) {
            self.text("network-parties-more");
        }
    }

    fn goals(&mut self) {
        self.heading("network-goals");
        if self.document.goals.is_empty() {
            return self.text("network-goals-unknown");
        }
        let items = self.document.goals.iter().map(|goal| Item {
            label: goal.goal.clone(),
            mark: match &goal.reached {
                Some(reached) => self.phrase(&format!("network-reached-{}", word(reached))),
                None => self.phrase("network-reached-unknown"),
            },
            ..Item::default()
        });
        self.list(items.collect());
    }

    fn themes(&mut self) {
        self.heading("network-themes");
        if self.document.themes.is_empty() {
            return self.none(NetworkList::Themes, "themes");
        }
        let labels = |chosen: Option<bool>| -> Vec<String> {
            let themes = self.document.themes.iter().filter(|theme| theme.chosen == chosen);
            themes.map(|theme| self.theme(theme)).collect()
        };
        let items = [
            ("network-themes-chosen", Some(true)),
            ("network-themes-kept", Some(false)),
            ("network-themes-open", None),
        ]
        .map(|(key, chosen)| (key, labels(chosen)))
        .into_iter()
        .filter(|(_, labels)| !labels.is_empty())
        .map(|(key, labels)| Item { label: self.phrase(key), text: labels.join("; "), ..Item::default() });
        self.list(items.collect());
    }

    /// A theme, with the one it is a part of.
    fn theme(&self, theme: &Theme) -> String {
        match self.document.themes.iter().find(|whole| Some(&whole.id) == theme.part_of.as_ref()) {
            Some(whole) => format!("{} ({})", theme.label, whole.label),
            None => theme.label.clone(),
        }
    }

    fn sessions(&mut self) {
        self.heading("network-sessions");
        if self.document.sessions.is_empty() {
            return self.none(NetworkList::Sessions, "sessions");
        }
        let held = self.document.sessions.iter().filter(|session| session.state == SessionState::Held).count();
        self.out.push(Block::Text(self.counted("network-sessions-held", held)));
        let unknown = || self.phrase("unknown");
        let rows = self.document.sessions.iter().map(|session| {
            let phases: Vec<String> = session.phases.iter().map(u8::to_string).collect();
            vec![
                session.start.as_deref().and_then(|s| when(s, session.minutes, self.texts)).unwrap_or_else(unknown),
                self.phrase(&format!("session-{}", word(&session.kind))),
                match phases.as_slice() {
                    // The governance group works on no phase.
                    [] if session.kind == SessionKind::Governance => "–".to_owned(),
                    [] => unknown(),
                    phases => phases.join(", "),
                },
                self.phrase(&format!("network-session-{}", word(&session.state))),
                self.attendance(session),
            ]
        });
        let head = ["when", "kind", "phases", "state", "attendance"];
        self.out.push(Block::Table {
            caption: self.phrase("network-sessions-caption"),
            head: head.map(|key| self.phrase(&format!("network-session-{key}"))).to_vec(),
            rows: rows.collect(),
        });
    }

    fn attendance(&self, session: &ReportedSession) -> String {
        match session.attendance {
            Some(of) => {
                let said = self.phrase("network-attendance");
                said.replace("{n}", &of.came.to_string()).replace("{m}", &of.asked.to_string())
            }
            None if session.attendance_left_out => self.phrase("network-not-given"),
            None if session.state == SessionState::Held => self.phrase("unknown"),
            None => "–".to_owned(),
        }
    }

    fn plans(&mut self) {
        self.heading("network-plans");
        let Some(figures) = &self.document.plan_figures else { return self.none(NetworkList::Plans, "plans") };
        let mut items = vec![Item { text: self.counted("network-plans-number", figures.plans), ..Item::default() }];
        items.extend(figures.themes.iter().map(|on| {
            let theme = on.theme.clone().unwrap_or_else(|| self.phrase("network-theme-unknown"));
            Item { text: format!("{theme}: {}", on.plans), ..Item::default() }
        }));
        if let Some(progress) = &figures.progress {
            let statuses = progress.status.iter().map(|so_far| {
                let status = so_far.status.map_or_else(|| self.phrase("unknown"), |status| self.progress(&status));
                format!("{status}: {}", so_far.plans)
            });
            let statuses = statuses.collect::<Vec<_>>().join("; ");
            let mut lines =
                vec![("network-plans-status", statuses), ("network-plans-actions", self.said(&progress.actions))];
            if self.document.audience == Audience::Participants {
                lines.extend(progress.agreements.map(|said| ("network-agreements", self.said(&said))));
            }
            items.extend(lines.into_iter().map(|(key, text)| Item {
                label: self.phrase(key),
                text,
                ..Item::default()
            }));
        }
        self.list(items);
        for plan in &self.document.plans {
            self.plan(plan);
        }
    }

    fn progress(&self, progress: &impl serde::Serialize) -> String {
        self.phrase(&format!("network-progress-{}", word(progress)))
    }

    fn plan(&mut self, told: &ReportedPlan) {
        let ReportedPlan { plan, conditions, .. } = told;
        let unknown = || self.phrase("unknown");
        let agreement = plan.agreement.as_ref().map(|agreement| {
            let agreed = self.phrase(if agreement.agreed { "value-yes" } else { "value-no" });
            agreement.what.as_ref().map_or(agreed.clone(), |what| format!("{agreed}. {what}"))
        });
        let conditions = (!conditions.is_empty()).then(|| conditions.join("; "));
        let feedback = (!plan.feedback.is_empty()).then(|| plan.feedback.join("; "));
        let lines = [
            ("dream", plan.dream.clone()),
            ("goal", plan.goal.clone()),
            ("owner", plan.owner.clone()),
            ("agreement", agreement),
            ("conditions", conditions),
            ("try-out", plan.try_out.clone()),
            ("feedback", feedback),
            ("evaluation", plan.evaluation.clone()),
            ("anchoring", plan.anchoring.clone()),
            ("status", self.history(&plan.status)),
        ];
        let items = lines.map(|(key, said)| Item {
            label: self.phrase(&format!("network-plan-{key}")),
            text: said.unwrap_or_else(unknown),
            ..Item::default()
        });
        let rows: Vec<Vec<String>> = plan
            .actions
            .iter()
            .map(|action| {
                let done = action.done.map(|done| self.phrase(if done { "value-yes" } else { "value-no" }));
                let by = action.by.as_deref().map(|by| date(by, self.texts));
                vec![action.action.clone(), by.unwrap_or_else(unknown), done.unwrap_or_else(unknown)]
            })
            .collect();
        let actions = if rows.is_empty() {
            Block::Text(self.phrase("network-actions-unknown"))
        } else {
            let head = ["network-action", "network-action-by", "network-action-done"];
            Block::Table {
                caption: self.phrase("network-actions"),
                head: head.map(|key| self.phrase(key)).to_vec(),
                rows,
            }
        };
        self.out.push(Block::Heading(3, named(told)));
        self.list(items.to_vec());
        self.out.push(actions);
    }

    /// How far it came, and how it got there.
    fn history(&self, status: &[StatusReached]) -> Option<String> {
        let steps = status.iter().map(|reached| self.since(&self.progress(&reached.status), reached.on.as_deref()));
        let steps: Vec<String> = steps.collect();
        (!steps.is_empty()).then(|| steps.join(" → "))
    }

    fn tools(&mut self) {
        self.heading("network-tools");
        if self.document.tools.is_empty() {
            return self.none(NetworkList::Tools, "tools");
        }
        let items = self.document.tools.iter().map(|told| {
            let NetworkTool { label, joint, status, teams, .. } = &told.tool;
            let joint = joint.map(|joint| self.phrase(if joint { "network-tool-joint" } else { "network-tool-apart" }));
            let like = told.like.as_ref().map(|like| fill(&self.phrase("network-tool-like"), like, ""));
            let teams = teams.map(|teams| self.counted("network-tool-teams", teams as usize));
            Item {
                label: label.clone(),
                text: self.history(status).unwrap_or_else(|| self.phrase("network-tool-status-unknown")),
                small: joint
                    .into_iter()
                    .chain(like)
                    .chain([teams.unwrap_or_else(|| self.phrase("network-tool-teams-unknown"))])
                    .collect(),
                ..Item::default()
            }
        });
        self.list(items.collect());
    }

    /// What has its place in policy: tools by name; plans too, where they are told.
    fn anchored(&mut self) {
        self.heading("network-anchored");
        let anchored =
            |status: &[StatusReached]| status.last().is_some_and(|reached| reached.status == Progress::Anchored);
        let tools = self.document.tools.iter().filter(|told| anchored(&told.tool.status));
        let tools = tools.map(|told| Item { label: told.tool.label.clone(), ..Item::default() });
        let plans = self.document.plans.iter().filter(|told| anchored(&told.plan.status)).map(|told| Item {
            label: named(told),
            text: told.plan.anchoring.clone().unwrap_or_default(),
            ..Item::default()
        });
        let progress = self.document.plan_figures.as_ref().and_then(|figures| figures.progress.as_ref());
        let figures = progress.filter(|_| self.document.plans.is_empty()).into_iter().flat_map(|of| &of.status);
        let figures = figures.filter(|so_far| so_far.status == Some(Progress::Anchored)).map(|so_far| Item {
            text: format!("{}: {}", self.phrase("network-plans"), so_far.plans),
            ..Item::default()
        });
        let items: Vec<Item> = tools.chain(plans).chain(figures).collect();
        if items.is_empty() { self.text("network-anchored-unknown") } else { self.list(items) }
    }

    fn checklist(&mut self) {
        self.heading("network-checklist");
        medians(&mut self.out, &self.document.checklist, self.texts);
    }

    fn lessons(&mut self) {
        self.heading("network-lessons");
        match self.document.lessons.as_slice() {
            [] => self.text("network-lessons-unknown"),
            lessons => {
                let items = lessons.iter().map(|lesson| Item { text: lesson.clone(), ..Item::default() });
                self.list(items.collect());
            }
        }
    }

    fn lacking(&mut self) {
        self.heading("network-lacking");
        match self.document.lacking.as_slice() {
            [] => {
                let left_out = self.document.left_out.iter().any(|of| of.what == LeftOutOf::SaidByPeople);
                self.text(if left_out { "network-lacking-left-out" } else { "network-lacking-none" });
            }
            lacking => self.out.push(advised(&lacking.iter().collect::<Vec<_>>(), self.texts)),
        }
        if self.document.open > 0 {
            self.out.push(Block::Text(self.counted("network-lacking-open", self.document.open)));
        }
        if self.document.audience == Audience::Participants {
            list_of_questions(&mut self.out, &self.document.ask_next, self.texts, Below::Nothing);
        }
    }

    fn left_out(&mut self) {
        if self.document.left_out.is_empty() {
            return;
        }
        self.heading("network-left-out");
        let items = self.document.left_out.iter().map(|of| Item { text: of.text.to_string(), ..Item::default() });
        self.list(items.collect());
    }
}

/// A plan by its theme and organisation; where neither is known, by its id.
fn named(told: &ReportedPlan) -> String {
    let name = [&told.theme, &told.organisation].into_iter().flatten().cloned().collect::<Vec<_>>().join(" · ");
    if name.is_empty() { told.plan.id.clone() } else { name }
}

/// The medians of the checklist in every wave, and how they changed.
pub(super) fn medians(out: &mut Vec<Block>, checklist: &ReportedChecklist, texts: &Texts) {
    let phrase = |key: &str| texts.phrase(key).into_owned();
    let (several, left_out) = (checklist.waves.len() > 1, !checklist.left_out.is_empty());
    out.push(Block::Text(phrase(match checklist.waves.as_slice() {
        [] if left_out => return out.push(Block::Text(phrase("network-checklist-left-out"))),
        [] => return out.push(Block::Text(phrase("network-checklist-unknown"))),
        [_] => "network-checklist-one",
        _ => "network-checklist-more",
    })));
    let unknown = || phrase("unknown");
    let rows = checklist.medians.iter().map(|of| {
        let medians = of.medians.iter().map(|median| median.map_or_else(unknown, |m| number(m, 1, texts)));
        let change = several.then(|| of.change.map_or_else(unknown, |change| signed(change, 1, texts)));
        std::iter::once(of.label.to_string()).chain(medians).chain(change).collect()
    });
    let waves = checklist.waves.iter().map(|wave| {
        let said = phrase("network-checklist-wave").replace("{n}", &wave.sheets.to_string());
        fill(&said, &wave.wave, "")
    });
    let head = std::iter::once(phrase("checklist-part")).chain(waves);
    out.push(Block::Table {
        caption: phrase("network-checklist-caption"),
        head: head.chain(several.then(|| phrase("network-checklist-change"))).collect(),
        rows: rows.collect(),
    });
}
