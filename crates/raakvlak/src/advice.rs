//! From a case to advice: every context decided, put in order, and put in words.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::boundary::{
    AdviceDocument, Advised, Asked, Facet, Fact, Knowledge, Notice, NoticePoint, OverlapReport, PairOrCase, Point,
    Stated, Unsettled, View, WholeCase,
};
use crate::case::{Case, Context, Pair, Views};
use crate::frame::{Aspect, Overlap};
use crate::knowledge::{self, Kind};
use crate::observation::{self, Index, Scope};
use crate::program::{Decision, Status};
use crate::rule::{About, is_locked};
use crate::rules::{Chapter, Rules};
use crate::situation::Answer;
use crate::source::Source;
use crate::text::Texts;

/// How many advices stand on the first page.
const FOCUS: usize = 7;

/// What a case asks for, why, and what to ask next.
///
/// ```
/// use raakvlak::boundary::{Role, Sector};
/// use raakvlak::program::Status;
/// use raakvlak::{advise, Case, Rules, Texts};
///
/// let case = Case::builder(Sector::YouthCare)
///     .person("me", Role::Professional)
///     .person("mother", Role::Parent)
///     .state("language.shared", false)
///     .build()?;
/// let advice = advise(&case, &Rules::builtin(), &Texts::en());
///
/// let interpreter = advice.advice.iter().find(|a| a.id == "organisation.interpreters").unwrap();
/// assert_eq!(interpreter.status, Status::Applies);
/// assert_eq!(interpreter.because[0].observation, "language.shared");
/// assert_eq!(advice.ask_next[0].observation, "reflection.own-frame");
/// # Ok::<(), raakvlak::Error>(())
/// ```
pub fn advise(case: &Case, rules: &Rules, texts: &Texts) -> AdviceDocument {
    let decided = Decided::new(case, rules);
    let mut notices: Vec<Notice> = Vec::new();
    let mut advice = Vec::new();
    for (context, chapter, decision) in decided.each() {
        for at in 0..chapter.program.len() {
            let advised = decided.advised(context, chapter, decision, at, texts);
            if is_locked(&advised.id) && advised.status == Status::Applies {
                notices.push(notice(&advised, texts));
            }
            advice.push(advised);
        }
    }
    // Safety first, then the order of the knowledge; what a user's own rules add comes last.
    let order = |id: &str| (!is_locked(id), knowledge::place(id).unwrap_or(usize::MAX));
    advice.sort_by_cached_key(|a: &Advised| order(&a.id));
    notices.sort_by_key(|n| order(&n.id));
    AdviceDocument {
        schema: Cow::Borrowed("raakvlak.advice.v1"),
        knowledge: rules.knowledge(),
        lang: Cow::Owned(texts.lang().to_owned()),
        notices,
        overlap: decided.overlap(),
        focus: decided.focus(texts),
        advice,
        ask_next: decided.ask_next(texts),
        unsettled: decided.unsettled(),
    }
}

/// A case with every context decided.
pub(crate) struct Decided<'a> {
    pub(crate) case: &'a Case,
    pub(crate) rules: &'a Rules,
    pub(crate) pairs: BTreeMap<Pair, Vec<Views>>,
    contexts: Vec<(Context, Decision)>,
}

/// What stands behind an advice that applies.
#[derive(Default)]
struct Behind {
    /// The statements, each about a pair or about the case.
    facts: BTreeSet<(Index, Option<Pair>)>,
    hangs_on: usize,
    about: Vec<PairOrCase>,
}

impl<'a> Decided<'a> {
    pub(crate) fn new(case: &'a Case, rules: &'a Rules) -> Self {
        let pairs = case.pairs();
        let contexts = case
            .contexts(&pairs)
            .into_iter()
            .map(|context| {
                let decision = rules.chapter(context.about).program.decide(&context.seen);
                (context, decision)
            })
            .collect();
        Decided { case, rules, pairs, contexts }
    }

    pub(crate) fn each(&self) -> impl Iterator<Item = (&Context, &Chapter, &Decision)> {
        self.contexts.iter().map(|(context, decision)| (context, self.rules.chapter(context.about), decision))
    }

    pub(crate) fn name(&self, pair: Option<Pair>) -> PairOrCase {
        match pair {
            None => PairOrCase::Case(WholeCase::Case),
            Some((a, b)) => PairOrCase::Pair { between: (self.case.id(a).to_owned(), self.case.id(b).to_owned()) },
        }
    }

    pub(crate) fn advised(
        &self,
        context: &Context,
        chapter: &Chapter,
        decision: &Decision,
        at: usize,
        texts: &Texts,
    ) -> Advised {
        let id = chapter.program.advice_id(at);
        let status = decision.status(at);
        let rules_of = || chapter.program.rules(at).filter_map(|r| Some((r, chapter.rules.get(r)?)));
        let entry = chapter.program.place(at).and_then(|p| knowledge::all().get(p));
        Advised {
            kind: entry.map_or(Kind::Own, |e| e.kind),
            label: self.rules.label(&id, texts),
            about: self.name(context.pair),
            status,
            always: rules_of().any(|(_, r)| r.always),
            rules: rules_of()
                .filter(|(r, _)| chapter.program.rule_status(decision, at, *r) == status)
                .map(|(_, r)| r.id.clone())
                .collect(),
            because: chapter
                .program
                .set(at, decision.because(at))
                .filter_map(|o| fact(o, context.seen.get(o)))
                .collect(),
            settled_by: chapter
                .program
                .set(at, decision.settled_by(at))
                .filter_map(observation::get)
                .map(|o| Cow::Borrowed(o.id))
                .collect(),
            source: entry
                .map(|e| e.source.clone())
                .or_else(|| rules_of().find_map(|(_, r)| r.source.clone()))
                .unwrap_or(Source::new("own", "rules")),
            text: self.rules.text(&id, texts),
            id,
        }
    }

    fn overlap(&self) -> OverlapReport {
        let mut report = OverlapReport { contacts: Vec::new(), family: Vec::new() };
        for (context, _) in &self.contexts {
            let Some(pair) = context.pair else { continue };
            let [culture, capacity, position] = Aspect::ALL.map(|aspect| Overlap::on(aspect, &context.seen));
            let overlap = crate::boundary::Pair {
                between: (self.case.id(pair.0).to_owned(), self.case.id(pair.1).to_owned()),
                culture,
                capacity,
                position,
                overall: Overlap::overall(&[culture, capacity, position]),
                facets: self.pairs.get(&pair).into_iter().flatten().filter_map(|v| self.facet(v)).collect(),
            };
            match context.about {
                About::Family => report.family.push(overlap),
                _ => report.contacts.push(overlap),
            }
        }
        report
    }

    fn facet(&self, views: &Views) -> Option<Facet> {
        let observation = observation::get(views.facet)?;
        Some(Facet {
            facet: Cow::Borrowed(observation.id),
            answer: Cow::Borrowed(match views.answer {
                Answer::Known(value) => observation.value_name(value),
                Answer::Declined => "declined",
                Answer::Contested => "contested",
                Answer::Unknown => return None,
            }),
            views: self.views(views),
        })
    }

    /// Who stated what, where people differ in it.
    fn views(&self, views: &Views) -> Vec<View> {
        if views.answer != Answer::Contested {
            return Vec::new();
        }
        views
            .stated
            .iter()
            .filter_map(|i| self.case.document().comparisons.get(*i))
            .map(|c| View { stated_by: c.stated_by.clone(), difference: c.difference })
            .collect()
    }

    /// What is specific to this case: advices that apply by a condition, with most statements
    /// behind them first. Of advices with the same statements behind them, the one that
    /// hangs on the fewest observations; of entries that say the same, one; and what the
    /// organisation has to arrange fills the places that are left.
    fn focus(&self, texts: &Texts) -> Vec<Point> {
        let mut behind: BTreeMap<Cow<'static, str>, Behind> = BTreeMap::new();
        for (context, chapter, decision) in self.each() {
            for at in 0..chapter.program.len() {
                let id = chapter.program.advice_id(at);
                if decision.status(at) != Status::Applies || is_locked(&id) || explains(&id) {
                    continue;
                }
                let support = chapter.program.support(at, decision);
                if support == 0 {
                    continue;
                }
                let known = behind.entry(id).or_default();
                for o in chapter.program.set(at, support) {
                    let scope = observation::get(o).map(|o| o.scope);
                    known.facts.insert((o, context.pair.filter(|_| scope == Some(Scope::Contact))));
                }
                known.hangs_on = chapter.program.observations(at).len();
                known.about.push(self.name(context.pair));
            }
        }
        let arranged = |id: &str| knowledge::entry(id).is_some_and(|e| e.kind == Kind::Condition);
        let rank = |(id, known): &(Cow<'static, str>, Behind)| {
            let place = knowledge::place(id).unwrap_or(usize::MAX);
            (std::cmp::Reverse(known.facts.len()), known.hangs_on, place)
        };
        let mut candidates: Vec<_> = behind.into_iter().collect();
        candidates.sort_by_key(|one| (arranged(&one.0), rank(one)));
        let mut chosen: Vec<(Cow<'static, str>, Behind)> = Vec::new();
        for (id, known) in candidates {
            let said = chosen.iter().any(|(c, k)| k.facts == known.facts || says_the_same(c, &id));
            if chosen.len() < FOCUS && !said {
                chosen.push((id, known));
            }
        }
        chosen.sort_by_key(rank);
        chosen
            .into_iter()
            .map(|(id, known)| Point {
                label: self.rules.label(&id, texts),
                text: self.rules.text(&id, texts),
                id,
                about: known.about,
                facts: known.facts.len() as u32,
            })
            .collect()
    }

    fn ask_next(&self, texts: &Texts) -> Vec<Asked> {
        let mut asked: BTreeMap<(Index, Option<Pair>), (u32, u32)> = BTreeMap::new();
        for (context, decision) in &self.contexts {
            for question in decision.questions() {
                let scope = observation::get(question.observation).map(|o| o.scope);
                let pair = context.pair.filter(|_| scope == Some(Scope::Contact));
                let (settles, can_settle) = asked.entry((question.observation, pair)).or_default();
                *settles += question.settles;
                *can_settle += question.can_settle;
            }
        }
        let mut asked: Vec<_> = asked.into_iter().filter(|(_, (_, can_settle))| *can_settle > 0).collect();
        asked.sort_by_key(|((index, pair), counts)| (std::cmp::Reverse(*counts), *index, *pair));
        asked
            .into_iter()
            .filter_map(|((index, pair), (settles, can_settle))| {
                let id = observation::get(index)?.id;
                Some(Asked {
                    observation: Cow::Borrowed(id),
                    about: self.name(pair),
                    question: texts.question(id),
                    settles,
                    can_settle,
                })
            })
            .collect()
    }

    fn unsettled(&self) -> Vec<Unsettled> {
        let document = self.case.document();
        let declined = |stated: &BTreeMap<String, Stated>, about: PairOrCase| -> Vec<Unsettled> {
            stated
                .iter()
                .filter(|(_, value)| matches!(value, Stated::Word(word) if word == "declined"))
                .filter_map(|(id, _)| observation::find(id))
                .map(|o| Unsettled {
                    observation: Cow::Borrowed(o.id),
                    about: about.clone(),
                    state: Cow::Borrowed("declined"),
                    views: Vec::new(),
                })
                .collect()
        };
        let mut unsettled = declined(&document.circumstances, self.name(None));
        for contact in &document.contacts {
            let between = self.case.in_order(&contact.between);
            unsettled.extend(declined(&contact.circumstances, PairOrCase::Pair { between }));
        }
        for (pair, views) in &self.pairs {
            for view in views.iter().filter(|v| v.answer.known().is_none()) {
                let Some(facet) = self.facet(view) else { continue };
                unsettled.push(Unsettled {
                    observation: facet.facet,
                    about: self.name(Some(*pair)),
                    state: facet.answer,
                    views: facet.views,
                });
            }
        }
        unsettled
    }
}

impl Rules {
    pub(crate) fn knowledge(&self) -> Knowledge {
        Knowledge { version: Cow::Borrowed(knowledge::version()), digest: Cow::Owned(self.digest().to_owned()) }
    }
}

/// A statement, when it is known.
pub(crate) fn fact(index: Index, answer: Answer) -> Option<Fact> {
    let observation = observation::get(index)?;
    let value = answer.known()?;
    Some(Fact {
        observation: Cow::Borrowed(observation.id),
        value: match observation.kind {
            observation::Kind::Flag => Stated::Flag(value == 1),
            _ => Stated::Word(Cow::Borrowed(observation.value_name(value))),
        },
    })
}

pub(crate) fn notice(advised: &Advised, texts: &Texts) -> Notice {
    Notice {
        id: advised.id.clone(),
        label: advised.label.clone(),
        text: advised.text.clone(),
        because: advised.because.clone(),
        points: knowledge::children(&advised.id)
            .map(|e| NoticePoint {
                id: Cow::Borrowed(e.id),
                kind: e.kind,
                label: texts.label(e.id),
                text: texts.text(e.id),
                source: e.source.clone(),
            })
            .collect(),
        source: advised.source.clone(),
    }
}

/// Whether an entry explains something, rather than saying what to do: the first page is for doing.
fn explains(id: &str) -> bool {
    knowledge::entry(id).is_some_and(|e| matches!(e.kind, Kind::Rule | Kind::Concept))
}

/// Whether two entries restate one another, or the same third, or one is a part of the other.
fn says_the_same(one: &str, other: &str) -> bool {
    let part = |part: &str, whole: &str| knowledge::entry(part).and_then(|e| e.parent) == Some(whole);
    let restated = |id: &str| knowledge::entry(id).map_or(&[][..], |e| e.restates);
    part(one, other)
        || part(other, one)
        || restated(one).contains(&other)
        || restated(other).contains(&one)
        || restated(one).iter().any(|r| restated(other).contains(r))
}
