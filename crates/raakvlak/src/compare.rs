//! What changed between two states of a case, and through which statements.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::advice::{Decided, fact};
use crate::boundary::{Changed, ComparisonDocument, PairOrCase, Stated, Through};
use crate::case::Case;
use crate::observation::{self, Index};
use crate::program::Status;
use crate::rule::is_safety;
use crate::rules::Rules;
use crate::situation::{Answer, Situation};
use crate::text::Texts;

/// One advice in one of the two cases.
struct Side<'a> {
    /// Whom it is about, as this case names them.
    name: &'a PairOrCase,
    status: Status,
    seen: &'a Situation,
    /// What settled it, or can settle it.
    reasons: BTreeSet<Index>,
    /// All it hangs on.
    hangs_on: &'a [Index],
}

/// Which advices changed from the old to the new case, and through which statements: those
/// among its reasons that changed; where none of these did, any that changed and it hangs on.
///
/// ```
/// use raakvlak::boundary::Sector;
/// use raakvlak::{compare, Case, Rules, Texts};
///
/// let old = Case::builder(Sector::YouthCare).build()?;
/// let new = Case::builder(Sector::YouthCare).state("person.young", true).build()?;
/// let changes = compare(&old, &new, &Rules::builtin(), &Texts::en());
/// assert_eq!(changes.changed[0].id, "method.analysis.identity");
/// assert_eq!(changes.changed[0].through[0].observation, "person.young");
/// # Ok::<(), raakvlak::Error>(())
/// ```
pub fn compare(old: &Case, new: &Case, rules: &Rules, texts: &Texts) -> ComparisonDocument {
    let houses = (Decided::houses(old, rules, old.whole()), Decided::houses(new, rules, new.whole()));
    let (old, new) = (Decided::new(old, rules), Decided::new(new, rules));
    let (mut before, mut after) = (sides(&old), sides(&new));
    before.extend(sides(&houses.0));
    after.extend(sides(&houses.1));
    let keys: BTreeSet<_> = before.keys().chain(after.keys()).collect();
    let changed = keys
        .into_iter()
        .filter_map(|key| {
            let (was, is) = (before.get(key), after.get(key));
            let (from, to) = (was.map(|s| s.status), is.map(|s| s.status));
            if from == to {
                return None;
            }
            let (_, _, id, _) = key;
            Some(Changed {
                id: id.clone(),
                label: rules.label(id, texts),
                about: is.or(was)?.name.clone(),
                from,
                to,
                through: through(was, is),
            })
        })
        .collect();
    ComparisonDocument {
        schema: Cow::Borrowed("raakvlak.comparison.v1"),
        knowledge: rules.knowledge(),
        lang: Cow::Owned(texts.lang().to_owned()),
        notices: new.notices(texts),
        changed,
    }
}

type Key = (bool, usize, Cow<'static, str>, PairOrCase);

fn sides<'a>(decided: &'a Decided<'_>) -> BTreeMap<Key, Side<'a>> {
    let mut sides = BTreeMap::new();
    for given in decided.each() {
        let (of, at) = (given.of, given.at);
        let (program, decision) = (&of.chapter.program, &of.decision);
        let id = program.advice_id(at);
        let reasons = decision.because(at) | decision.settled_by(at);
        let place = program.place(at).unwrap_or(usize::MAX);
        sides.insert(
            (!is_safety(&id), place, id, sorted(of.name.clone())),
            Side {
                name: &of.name,
                status: given.status(),
                seen: &of.context.seen,
                reasons: program.set(at, reasons).collect(),
                hangs_on: program.observations(at),
            },
        );
    }
    sides
}

/// A pair by which the two cases meet, whichever way round they list the people.
fn sorted(name: PairOrCase) -> PairOrCase {
    match name {
        PairOrCase::Pair { between: (a, b) } if b < a => PairOrCase::Pair { between: (b, a) },
        name => name,
    }
}

/// What was stated, or that it was declined or contested; nothing where nobody said anything.
pub(crate) fn said(observation: Index, answer: Answer) -> Option<Stated> {
    match answer {
        Answer::Declined => Some(Stated::Word(Cow::Borrowed("declined"))),
        Answer::Contested => Some(Stated::Word(Cow::Borrowed("contested"))),
        _ => fact(observation, answer).map(|f| f.value),
    }
}

fn through(was: Option<&Side<'_>>, is: Option<&Side<'_>>) -> Vec<Through> {
    let answer = |side: Option<&Side<'_>>, o: Index| side.map_or(Answer::Unknown, |s| s.seen.get(o));
    let of = |observations: BTreeSet<Index>| -> Vec<Through> {
        observations
            .into_iter()
            .filter(|o| answer(was, *o) != answer(is, *o))
            .filter_map(|o| {
                Some(Through {
                    observation: Cow::Borrowed(observation::get(o)?.id),
                    from: said(o, answer(was, o)),
                    to: said(o, answer(is, o)),
                })
            })
            .collect()
    };
    let reasons = of(was.into_iter().chain(is).flat_map(|s| s.reasons.iter().copied()).collect());
    if reasons.is_empty() {
        of(was.into_iter().chain(is).flat_map(|s| s.hangs_on.iter().copied()).collect())
    } else {
        reasons
    }
}
