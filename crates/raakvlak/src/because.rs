//! Why an advice is settled, and what can settle it: the smallest sets of observations.
//!
//! An advice holds when one of its *variants* holds (a rule, or a rule with one way in
//! which the advices it needs hold); a variant holds when all its *clauses* do; a clause
//! holds when enough of its comparisons do. Sets of comparisons are bits of a `u128`,
//! in catalogue order, so "smallest, and first in catalogue order" is arithmetic.

use crate::error::{Code, Error};
use crate::observation::{self, Index};
use crate::rule::{Comparison, Condition};
use crate::situation::Situation;

/// Tries before the search settles for a set that may not be the smallest. No rule set
/// that was met comes near.
const TRIES: u32 = 20_000;

/// Variants of one advice before it is refused: rules multiply through `with`.
const VARIANTS: usize = 512;

type RawVariant = Vec<(usize, Vec<Comparison>)>;

#[derive(Debug, Clone, Copy)]
struct Clause {
    count: u32,
    size: u32,
    of: u128,
}

/// What an advice hangs on, in the form in which its reasons are found.
#[derive(Debug, Clone)]
pub(crate) struct Form {
    /// The observations, in catalogue order.
    pub(crate) observations: Vec<Index>,
    /// The comparisons, by observation: place of the observation, and values.
    comparisons: Vec<(u8, u8)>,
    /// Per observation, its comparisons.
    of: Vec<u128>,
    variants: Vec<Vec<Clause>>,
    /// Each observation is compared in one way only: its place is that of its comparison.
    simple: bool,
}

impl Form {
    /// The ways in which a rule can hold, given the forms of the advices it needs.
    pub(crate) fn variants<'a>(condition: &Condition, with: impl Iterator<Item = &'a Form>) -> Vec<RawVariant> {
        let mut own = vec![(condition.every.len(), condition.every.clone())];
        own.extend(condition.counted.iter().cloned());
        let mut ways = vec![own];
        for form in with {
            let theirs = form.raw();
            ways = ways
                .iter()
                .flat_map(|way| theirs.iter().map(move |t| way.iter().chain(t).cloned().collect()))
                .take(VARIANTS + 1)
                .collect();
        }
        ways
    }

    fn raw(&self) -> Vec<RawVariant> {
        let comparison = |at: usize| {
            let (place, holds_for) = self.comparisons.get(at)?;
            Some(Comparison { observation: *self.observations.get(usize::from(*place))?, holds_for: *holds_for })
        };
        self.variants
            .iter()
            .map(|clauses| {
                clauses.iter().map(|c| (c.count as usize, bits(c.of).filter_map(comparison).collect())).collect()
            })
            .collect()
    }

    pub(crate) fn new(raw: Vec<RawVariant>) -> Result<Form, Error> {
        let mut literals: Vec<Comparison> = raw.iter().flatten().flat_map(|(_, of)| of.iter().copied()).collect();
        literals.sort();
        literals.dedup();
        if literals.len() > 128 || raw.len() > VARIANTS {
            return Err(Error::new(
                Code::RuleTooWide,
                format!(
                    "this advice hangs on {} comparisons in {} ways; at most 128 in {VARIANTS} can be explained",
                    literals.len(),
                    raw.len()
                ),
            ));
        }
        let mut observations: Vec<Index> = literals.iter().map(|c| c.observation).collect();
        observations.dedup();
        let comparisons: Vec<(u8, u8)> = literals
            .iter()
            .map(|c| (observations.partition_point(|o| *o < c.observation) as u8, c.holds_for))
            .collect();
        let mut of = vec![0; observations.len()];
        for (i, (place, _)) in comparisons.iter().enumerate() {
            if let Some(set) = of.get_mut(usize::from(*place)) {
                *set |= 1 << i;
            }
        }
        let variants = raw
            .into_iter()
            .map(|clauses| {
                clauses
                    .into_iter()
                    .filter(|(count, _)| *count > 0)
                    .map(|(count, list)| {
                        let of =
                            list.iter().fold(0u128, |set, c| set | literals.binary_search(c).map_or(0, |i| 1 << i));
                        let every = count == list.len();
                        let size = of.count_ones();
                        Clause { count: if every { size } else { count as u32 }, size, of }
                    })
                    .collect()
            })
            .collect();
        Ok(Form { simple: comparisons.len() == observations.len(), observations, comparisons, of, variants })
    }

    /// The observations of a set of comparisons.
    fn observed(&self, comparisons: u128) -> u128 {
        if self.simple {
            return comparisons;
        }
        (0..).zip(&self.of).fold(0, |set, (i, of)| set | u128::from(of & comparisons != 0) << i)
    }

    /// All comparisons of the observations of a set of comparisons.
    fn widened(&self, comparisons: u128) -> u128 {
        if self.simple {
            return comparisons;
        }
        self.of.iter().filter(|of| *of & comparisons != 0).fold(0, |set, of| set | of)
    }
}

/// The comparisons of one advice in one situation.
pub(crate) struct Search<'a> {
    form: &'a Form,
    yes: u128,
    no: u128,
    open: u128,
}

/// Something to choose: an observation, with the comparisons it then brings.
#[derive(Clone, Copy)]
struct Choice {
    place: u8,
    brings: u128,
}

/// The search for one smallest set.
struct Goal<'a> {
    form: &'a Form,
    /// The advice must come to hold (true) or fail (false).
    want: bool,
    /// By observation.
    choices: Vec<Choice>,
    /// The most that one choice brings.
    widest: u32,
    tries: u32,
}

impl<'a> Search<'a> {
    pub(crate) fn new(form: &'a Form, seen: &Situation) -> Self {
        let (mut yes, mut no, mut open) = (0, 0, 0);
        for (i, (place, holds_for)) in form.comparisons.iter().enumerate() {
            let Some(observation) = form.observations.get(usize::from(*place)) else { continue };
            let answer = seen.get(*observation);
            match answer.known() {
                Some(value) if holds_for >> value & 1 == 1 => yes |= 1 << i,
                Some(_) => no |= 1 << i,
                None => open |= u128::from(answer.askable()) << i,
            }
        }
        Search { form, yes, no, open }
    }

    /// The smallest set of known observations that settles a settled advice.
    pub(crate) fn because(&self, holds: bool) -> u128 {
        let pool = if holds { self.yes } else { self.no };
        self.smallest(holds, pool, 0, |place| vec![pool & place]).unwrap_or(0)
    }

    /// The smallest set of unknown observations that can settle an open advice.
    pub(crate) fn settled_by(&self) -> u128 {
        let brings = |want: bool| {
            move |of: u128| {
                let mut ways: Vec<u128> = Vec::new();
                for value in 0..8u8 {
                    let way = bits(of)
                        .filter(|i| self.form.comparisons.get(*i).is_some_and(|(_, v)| (v >> value & 1 == 1) == want))
                        .fold(0u128, |set, i| set | 1 << i);
                    if way != 0 && !ways.contains(&way) && self.possible(of, value) {
                        ways.push(way);
                    }
                }
                ways
            }
        };
        let to_hold = self.smallest(true, self.open, self.yes, brings(true));
        let to_fail = self.smallest(false, self.open, self.no, brings(false));
        match (to_hold, to_fail) {
            (Some(a), Some(b)) => first(a, b),
            (a, b) => a.or(b).unwrap_or(0),
        }
    }

    /// Whether the observation of these comparisons has such a value.
    fn possible(&self, of: u128, value: u8) -> bool {
        bits(of)
            .next()
            .and_then(|i| self.form.comparisons.get(i))
            .and_then(|(place, _)| self.form.observations.get(usize::from(*place)))
            .and_then(|o| observation::get(*o))
            .is_some_and(|o| usize::from(value) < o.values().len())
    }

    /// The observations of every variant that holds.
    pub(crate) fn support(&self) -> u128 {
        self.form
            .variants
            .iter()
            .filter(|v| v.iter().all(|c| (c.of & self.yes).count_ones() >= c.count))
            .flatten()
            .fold(0, |set, c| set | self.form.observed(c.of & self.yes))
    }

    fn smallest(&self, want: bool, pool: u128, given: u128, brings: impl Fn(u128) -> Vec<u128>) -> Option<u128> {
        if self.form.simple
            && let Some(found) = direct(self.form, want, pool, given)
        {
            return found;
        }
        let mut choices = Vec::new();
        for (place, of) in (0..).zip(&self.form.of) {
            if of & pool != 0 {
                choices.extend(brings(*of).into_iter().filter(|b| *b != 0).map(|brings| Choice { place, brings }));
            }
        }
        let widest = choices.iter().map(|c| c.brings.count_ones()).max().unwrap_or(1);
        let mut goal = Goal { form: self.form, want, choices, widest, tries: TRIES };
        let least = goal.short_of(0, given)?;
        for size in least..=self.form.observations.len() as u32 {
            if let Some(found) = goal.choose(0, size, given, 0) {
                return Some(found);
            }
            if goal.tries == 0 {
                return goal.some(given);
            }
        }
        None
    }
}

/// The answer without a search, for the shapes in which it can be read off: comparisons
/// on different observations, at most one clause with a choice per variant to hold, and
/// to fail, variants that do not share what is left. `None` when it takes a search.
fn direct(form: &Form, want: bool, pool: u128, given: u128) -> Option<Option<u128>> {
    let mut best: Option<u128> = None;
    if want {
        for clauses in &form.variants {
            let (mut forced, mut choice, mut possible) = (0, None, true);
            for c in clauses {
                let Some(need) = c.count.checked_sub((c.of & given).count_ones()).filter(|n| *n > 0) else {
                    continue;
                };
                let left = c.of & pool;
                if left.count_ones() < need {
                    possible = false;
                    break;
                } else if left.count_ones() == need {
                    forced |= left;
                } else if choice.replace((need, left)).is_some() {
                    return None;
                }
            }
            if !possible {
                continue;
            }
            if let Some((need, left)) = choice {
                let need = need.saturating_sub((left & forced).count_ones());
                forced |= lowest(left & !forced, need);
            }
            best = Some(best.map_or(forced, |b| first(b, forced)));
        }
        return Some(best);
    }
    let mut all = 0;
    let mut touched = 0;
    for clauses in &form.variants {
        let mut own: Option<u128> = None;
        let mut reach = 0;
        let mut fails = false;
        for c in clauses {
            let must = c.size - c.count + 1;
            let Some(need) = must.checked_sub((c.of & given).count_ones()).filter(|n| *n > 0) else {
                fails = true;
                break;
            };
            let left = c.of & pool;
            if left.count_ones() >= need {
                reach |= left;
                let cheapest = lowest(left, need);
                own = Some(own.map_or(cheapest, |o| first(o, cheapest)));
            }
        }
        if fails {
            continue;
        }
        let Some(own) = own else { return Some(None) };
        if touched & reach != 0 {
            return None;
        }
        touched |= reach;
        all |= own;
    }
    Some(Some(all))
}

impl Goal<'_> {
    /// At least how many more observations it takes, of those from `from` on, when these
    /// comparisons are brought already; `None` when it cannot be done.
    fn short_of(&self, from: usize, brought: u128) -> Option<u32> {
        let left = self.choices.get(from..).unwrap_or_default().iter().fold(0, |set, c| set | c.brings) & !brought;
        let steps = |need: u32| need.div_ceil(self.widest);
        if self.want {
            return self
                .form
                .variants
                .iter()
                .filter_map(|clauses| {
                    let (mut most, mut forced) = (0, 0);
                    for c in clauses {
                        let need = c.count.saturating_sub((c.of & brought).count_ones());
                        let reach = c.of & left;
                        if reach.count_ones() < need {
                            return None;
                        }
                        if reach.count_ones() == need {
                            forced |= reach;
                        }
                        most = most.max(steps(need));
                    }
                    Some(most.max(self.form.observed(forced).count_ones()))
                })
                .min();
        }
        let (mut most, mut packed, mut touched) = (0, 0, 0);
        for clauses in &self.form.variants {
            let mut least: Option<u32> = None;
            let mut reach = 0;
            for c in clauses {
                let need = (c.size - c.count + 1).saturating_sub((c.of & brought).count_ones());
                if (c.of & left).count_ones() >= need {
                    reach |= c.of & left;
                    least = Some(least.map_or(steps(need), |l: u32| l.min(steps(need))));
                }
            }
            let least = least?;
            most = most.max(least);
            let reach = self.form.widened(reach);
            if least > 0 && reach & touched == 0 {
                touched |= reach;
                packed += least;
            }
        }
        Some(most.max(packed))
    }

    /// The first set of at most `slots` observations, in catalogue order, that does it.
    fn choose(&mut self, from: usize, slots: u32, brought: u128, chosen: u128) -> Option<u128> {
        match self.short_of(from, brought) {
            Some(0) => return Some(chosen),
            Some(short) if short <= slots => {}
            _ => return None,
        }
        let mut at = from;
        while let Some(place) = self.choices.get(at).map(|c| c.place) {
            let next = at + self.choices.get(at..)?.iter().take_while(|c| c.place == place).count();
            // An observation can bring different things with different values: the values
            // are tried side by side, since each may find another rest.
            let mut best: Option<u128> = None;
            for choice in at..next {
                if self.tries == 0 {
                    return None;
                }
                self.tries -= 1;
                let brings = self.choices.get(choice)?.brings;
                if let Some(found) = self.choose(next, slots - 1, brought | brings, chosen | 1 << place) {
                    best = Some(best.map_or(found, |b| first(b, found)));
                }
            }
            if best.is_some() {
                return best;
            }
            at = next;
            if self.short_of(at, brought).is_none_or(|short| short > slots) {
                return None;
            }
        }
        None
    }

    /// Some set that does it: everything, less what can be missed.
    fn some(&self, given: u128) -> Option<u128> {
        let mut kept: Vec<Choice> = Vec::new();
        for choice in &self.choices {
            if kept.last().is_none_or(|k| k.place != choice.place) {
                kept.push(*choice);
            }
        }
        let does = |kept: &[Choice]| {
            let brought = kept.iter().fold(given, |set, c| set | c.brings);
            self.short_of(self.choices.len(), brought) == Some(0)
        };
        if !does(&kept) {
            return None;
        }
        for at in (0..kept.len()).rev() {
            let dropped = kept.remove(at);
            if !does(&kept) {
                kept.insert(at, dropped);
            }
        }
        Some(kept.iter().fold(0, |set, c| set | 1 << c.place))
    }
}

/// The places of the bits of a set.
fn bits(mut set: u128) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let at = (set != 0).then(|| set.trailing_zeros() as usize)?;
        set &= set - 1;
        Some(at)
    })
}

/// The lowest so many bits of a set.
fn lowest(mut set: u128, count: u32) -> u128 {
    let whole = set;
    for _ in 0..count {
        set &= set.wrapping_sub(1);
    }
    whole & !set
}

/// The smaller set; of two as small, the first in catalogue order.
fn first(a: u128, b: u128) -> u128 {
    let differ = a ^ b;
    let lowest = differ & differ.wrapping_neg();
    match a.count_ones().cmp(&b.count_ones()) {
        std::cmp::Ordering::Less => a,
        std::cmp::Ordering::Greater => b,
        std::cmp::Ordering::Equal if a & lowest != 0 || differ == 0 => a,
        std::cmp::Ordering::Equal => b,
    }
}
