//! From a case to advice: every context decided, put in order, and put in words.

use std::borrow::Cow;

use crate::boundary::{
    AdviceDocument, Advised, Asked, Facet, Fact, Knowledge, Notice, NoticePoint, OverlapReport, PairOrCase, Point,
    Stated, Unsettled, View,
};
use crate::case::{Case, Context, Pair, Views};
use crate::frame::{Aspect, Overlap};
use crate::knowledge::{self, Entry, Kind, Places};
use crate::observation::{self, Index, Observation, Scope};
use crate::order;
use crate::program::{Decision, Status};
use crate::rule::{About, Rule, is_safety};
use crate::rules::{Chapter, Rules};
use crate::situation::{Answer, Situation};
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
    let advice: Vec<Advised> = decided.in_order().iter().map(|given| decided.advised(given, texts)).collect();
    AdviceDocument {
        schema: Cow::Borrowed("raakvlak.advice.v1"),
        knowledge: rules.knowledge(),
        lang: Cow::Owned(texts.lang().to_owned()),
        notices: decided.notices(texts),
        overlap: decided.overlap(),
        focus: decided.focus(texts),
        advice,
        ask_next: decided.ask_next(texts),
        unsettled: decided.unsettled(),
    }
}

/// A case, or what is no case, with every context decided.
pub(crate) struct Decided<'a> {
    /// None for what is no case.
    case: Option<&'a Case>,
    pub(crate) rules: &'a Rules,
    contexts: Vec<Decisions<'a>>,
}

/// One context, decided.
pub(crate) struct Decisions<'a> {
    pub(crate) context: Context,
    pub(crate) chapter: &'a Chapter,
    pub(crate) decision: Decision,
    pub(crate) name: PairOrCase,
}

/// An advice in one context.
pub(crate) struct Given<'a> {
    pub(crate) of: &'a Decisions<'a>,
    pub(crate) at: usize,
    /// Its place among the entries of the knowledge; none for what a user's own rules add.
    place: Option<usize>,
}

impl Given<'_> {
    pub(crate) fn id(&self) -> &str {
        self.of.chapter.program.advice(self.at)
    }

    pub(crate) fn status(&self) -> Status {
        self.of.decision.status(self.at)
    }

    /// Its rules that came out so.
    pub(crate) fn rules_with(&self, status: Status) -> impl Iterator<Item = &Rule> {
        let Decisions { chapter, decision, .. } = self.of;
        let so = move |r: &usize| chapter.program.rule_status(decision, self.at, *r) == status;
        chapter.program.rules(self.at).filter(so).filter_map(|r| chapter.rules.get(r))
    }

    pub(crate) fn kind(&self) -> Kind {
        self.entry().map_or(Kind::Own, |e| e.kind)
    }

    pub(crate) fn entry(&self) -> Option<&'static Entry> {
        self.place.and_then(|p| knowledge::all().get(p))
    }
}

/// What stands behind an advice that applies.
struct Behind<'a> {
    given: Given<'a>,
    /// The statements, each about a pair or about the case, in order.
    facts: Vec<(Index, Option<Pair>)>,
    about: Vec<PairOrCase>,
}

impl<'a> Decided<'a> {
    pub(crate) fn new(case: &'a Case, rules: &'a Rules) -> Self {
        Self::of(Some(case), rules, case.contexts())
    }

    /// The case as seen from the conversation about the houses.
    pub(crate) fn houses(case: &'a Case, rules: &'a Rules, seen: Situation) -> Self {
        Self::of(Some(case), rules, vec![Context { about: About::Houses, pair: None, seen }])
    }

    /// What is no case: an organisation as its checklist comes out, a network, a cooperation, a district team.
    pub(crate) fn beside_cases(about: About, rules: &'a Rules, seen: Situation) -> Self {
        Self::of(None, rules, vec![Context { about, pair: None, seen }])
    }

    fn of(case: Option<&'a Case>, rules: &'a Rules, contexts: Vec<Context>) -> Self {
        let contexts = contexts
            .into_iter()
            .map(|context| {
                let chapter = rules.chapter(context.about);
                let decision = chapter.program.decide(&context.seen);
                Decisions { name: name(case, context.about, context.pair), chapter, decision, context }
            })
            .collect();
        Decided { case, rules, contexts }
    }

    /// Every advice in every context.
    pub(crate) fn each(&self) -> impl Iterator<Item = Given<'_>> {
        self.contexts.iter().flat_map(|of| {
            (0..of.chapter.program.len()).map(move |at| Given { of, at, place: of.chapter.program.place(at) })
        })
    }

    /// Safety first, then the order of the knowledge; what a user's own rules add comes last.
    pub(crate) fn in_order(&self) -> Vec<Given<'_>> {
        let mut given: Vec<Given<'_>> = self.each().collect();
        order::sort_by_key(&mut given, |g| (!is_safety(g.id()), g.place.unwrap_or(usize::MAX)));
        given
    }

    pub(crate) fn advised(&self, given: &Given<'_>, texts: &Texts) -> Advised {
        let Given { of: Decisions { context, chapter, decision, name }, at, place } = given;
        let (program, at) = (&chapter.program, *at);
        let id = program.advice_id(at);
        let status = given.status();
        let rules_of = || program.rules(at).filter_map(|r| chapter.rules.get(r));
        let entry = given.entry();
        let (label, text) = self.rules.words(&id, *place, texts);
        Advised {
            kind: given.kind(),
            label,
            about: name.clone(),
            status,
            always: rules_of().any(|r| r.always),
            rules: given.rules_with(status).map(|r| r.id.clone()).collect(),
            because: program.set(at, decision.because(at)).filter_map(|o| fact(o, context.seen.get(o))).collect(),
            settled_by: program
                .set(at, decision.settled_by(at))
                .filter_map(observation::get)
                .map(|o| Cow::Borrowed(o.id))
                .collect(),
            source: entry
                .map(|e| e.source.clone())
                .or_else(|| rules_of().find_map(|r| r.source.clone()))
                .unwrap_or(Source::new("own", "rules")),
            text,
            id,
        }
    }

    /// What goes before everything else: the notices that apply.
    pub(crate) fn notices(&self, texts: &Texts) -> Vec<Notice> {
        let mut given: Vec<Given<'_>> =
            self.each().filter(|g| g.kind() == Kind::Notice && g.status() == Status::Applies).collect();
        order::sort_by_key(&mut given, |g| (!is_safety(g.id()), g.place));
        given.iter().map(|g| notice(&self.advised(g, texts), texts)).collect()
    }

    fn overlap(&self) -> OverlapReport {
        let mut report = OverlapReport { contacts: Vec::new(), family: Vec::new() };
        let Some(case) = self.case else { return report };
        for Decisions { context, .. } in &self.contexts {
            let Some(pair) = context.pair else { continue };
            let [culture, capacity, position] = Aspect::ALL.map(|aspect| Overlap::on(aspect, &context.seen));
            let overlap = crate::boundary::Pair {
                between: (case.id(pair.0).to_owned(), case.id(pair.1).to_owned()),
                culture,
                capacity,
                position,
                overall: Overlap::overall(&[culture, capacity, position]),
                facets: case
                    .pairs()
                    .get(&pair)
                    .iter()
                    .flat_map(|said| &said.views)
                    .filter_map(|v| self.facet(v))
                    .collect(),
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
            .filter_map(|i| self.case?.document().comparisons.get(*i))
            .map(|c| View { stated_by: c.stated_by.clone(), difference: c.difference })
            .collect()
    }

    /// What is specific to this case: advices that apply by a condition, with most statements
    /// behind them first. Of advices with the same statements behind them, the one that
    /// hangs on the fewest observations; of entries that say the same, one; and what the
    /// organisation has to arrange fills the places that are left.
    fn focus(&self, texts: &Texts) -> Vec<Point> {
        let mut candidates: Vec<Behind<'_>> = Vec::new();
        let mut places = Places::new();
        for given in self.each().filter(|g| g.status() == Status::Applies) {
            let (of, program) = (given.of, &given.of.chapter.program);
            let support = program.support(given.at, &of.decision);
            if support == 0 || stands_elsewhere(given.entry()) {
                continue;
            }
            let facts = program.set(given.at, support).map(|o| {
                let scope = observation::get(o).map(|o| o.scope);
                (o, of.context.pair.filter(|_| scope == Some(Scope::Contact)))
            });
            let id = of.chapter.program.advice(given.at);
            let place = *places.entry(id).or_insert(candidates.len());
            if place == candidates.len() {
                candidates.push(Behind { given, facts: Vec::new(), about: Vec::new() });
            }
            let Some(known) = candidates.get_mut(place) else { continue };
            known.facts.extend(facts);
            known.about.push(of.name.clone());
        }
        for known in &mut candidates {
            order::sort(&mut known.facts);
            known.facts.dedup();
        }
        order::sort_by(&mut candidates, |a, b| a.given.id().cmp(b.given.id()));
        let rank = |known: &Behind<'_>| {
            let hangs_on = known.given.of.chapter.program.observations(known.given.at).len();
            let safety = is_safety(known.given.id());
            (!safety, std::cmp::Reverse(known.facts.len()), hangs_on, known.given.place.unwrap_or(usize::MAX))
        };
        let arranged = |known: &Behind<'_>| known.given.entry().is_some_and(|e| e.kind == Kind::Condition);
        order::sort_by_key(&mut candidates, |known| (arranged(known), rank(known)));
        let mut chosen: Vec<Behind<'_>> = Vec::new();
        for known in candidates {
            if chosen.len() == FOCUS {
                break;
            }
            let same = |c: &Behind<'_>| c.facts == known.facts || says_the_same(c.given.entry(), known.given.entry());
            if !chosen.iter().any(same) {
                chosen.push(known);
            }
        }
        order::sort_by_key(&mut chosen, rank);
        chosen
            .into_iter()
            .map(|known| {
                let id = known.given.of.chapter.program.advice_id(known.given.at);
                let (label, text) = self.rules.words(&id, known.given.place, texts);
                Point { id, label, text, about: known.about, facts: known.facts.len() as u32 }
            })
            .collect()
    }

    pub(crate) fn ask_next(&self, texts: &Texts) -> Vec<Asked> {
        let mut asked = Vec::new();
        for Decisions { context, decision, .. } in &self.contexts {
            for question in decision.questions().iter().filter(|q| q.can_settle > 0) {
                let scope = observation::get(question.observation).map(|o| o.scope);
                let pair = context.pair.filter(|_| scope == Some(Scope::Contact));
                asked.push(((question.observation, pair), (question.settles, question.can_settle)));
            }
        }
        // What is asked of the case may be open in several contexts.
        order::sort_by_key(&mut asked, |(what, _)| *what);
        asked.dedup_by(|(what, (settles, can_settle)), (same, sum)| {
            let again = what == same;
            if again {
                *sum = (sum.0 + *settles, sum.1 + *can_settle);
            }
            again
        });
        order::sort_by_key(&mut asked, |((index, pair), counts)| (std::cmp::Reverse(*counts), *index, *pair));
        asked
            .into_iter()
            .filter_map(|((index, pair), (settles, can_settle))| {
                let Observation { id, scope, .. } = observation::get(index)?;
                Some(Asked {
                    observation: Cow::Borrowed(id),
                    about: name(self.case, scope.beside_cases().unwrap_or_default(), pair),
                    question: texts.question(id),
                    settles,
                    can_settle,
                })
            })
            .collect()
    }

    fn unsettled(&self) -> Vec<Unsettled> {
        let Some(case) = self.case else { return Vec::new() };
        let declined = |observation: &str, pair: Option<Pair>| {
            observation::find(observation).map(|o| Unsettled {
                observation: Cow::Borrowed(o.id),
                about: case.name(pair),
                state: Cow::Borrowed("declined"),
                views: Vec::new(),
            })
        };
        let said = |stated: &Stated| matches!(stated, Stated::Word(word) if word == "declined");
        let circumstances = case.document().circumstances.iter().filter(|(_, stated)| said(stated));
        let mut unsettled: Vec<Unsettled> = circumstances.filter_map(|(id, _)| declined(id, None)).collect();
        for (pair, said) in case.pairs() {
            let answers = said.stated.iter().flatten().filter(|(_, answer)| *answer == Answer::Declined);
            let observations = answers.filter_map(|(index, _)| observation::get(*index));
            unsettled.extend(observations.filter_map(|o| declined(o.id, Some(*pair))));
        }
        for (pair, said) in case.pairs() {
            for view in said.views.iter().filter(|v| v.answer.known().is_none()) {
                let Some(facet) = self.facet(view) else { continue };
                unsettled.push(Unsettled {
                    observation: facet.facet,
                    about: case.name(Some(*pair)),
                    state: facet.answer,
                    views: facet.views,
                });
            }
        }
        unsettled
    }
}

/// How an answer names a pair, or what it is about as a whole.
fn name(case: Option<&Case>, about: About, pair: Option<Pair>) -> PairOrCase {
    case.map_or(PairOrCase::Case(about.into()), |case| case.name(pair))
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

/// Whether an entry stands elsewhere than on the first page: notices, what explains rather than says
/// what to do, and the points of the worksheet, which keep some back until the other feels
/// understood.
fn stands_elsewhere(entry: Option<&Entry>) -> bool {
    entry.is_some_and(|e| {
        matches!(e.kind, Kind::Notice | Kind::Rule | Kind::Concept | Kind::AttentionPoint | Kind::Gate)
    })
}

/// Whether two entries restate one another, or the same third, or one is a part of the other.
fn says_the_same(one: Option<&Entry>, other: Option<&Entry>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return false };
    one.parent == Some(other.id)
        || other.parent == Some(one.id)
        || one.restates.contains(&other.id)
        || other.restates.contains(&one.id)
        || one.restates.iter().any(|r| other.restates.contains(r))
}
