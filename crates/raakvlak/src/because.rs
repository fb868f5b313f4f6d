//! Why an advice is settled, and what can settle it: the smallest sets of observations.
//!
//! An advice holds when one of its *variants* holds (a rule, or a rule with one way in
//! which the advices it needs hold); a variant holds when all its *clauses* do; a clause
//! holds when enough of its comparisons do. Sets of comparisons are bits of a `u64`,
//! in catalogue order, so "smallest, and first in catalogue order" is arithmetic.

use crate::error::{Code, Error};
use crate::observation::{self, Index};
use crate::order;
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
    of: u64,
}

/// What an advice hangs on, in the form in which its reasons are found.
#[derive(Debug, Clone)]
pub(crate) struct Form {
    /// The observations, in catalogue order.
    pub(crate) observations: Vec<Index>,
    /// The comparisons, by observation: place of the observation, and values.
    comparisons: Vec<(u8, u8)>,
    /// Where the state of each comparison stands: see [`states`].
    gather: Vec<u16>,
    /// Per observation, its comparisons.
    of: Vec<u64>,
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

    pub(crate) fn new(raw: Vec<RawVariant>, inputs: &[Comparison]) -> Result<Form, Error> {
        let mut literals: Vec<Comparison> = raw.iter().flatten().flat_map(|(_, of)| of.iter().copied()).collect();
        order::sort(&mut literals);
        literals.dedup();
        if literals.len() > 64 || raw.len() > VARIANTS {
            return Err(Error::new(
                Code::RuleTooWide,
                format!(
                    "this advice hangs on {} comparisons in {} ways; at most 64 in {VARIANTS} can be explained",
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
                        let of = list.iter().fold(0u64, |set, c| set | literals.binary_search(c).map_or(0, |i| 1 << i));
                        let every = count == list.len();
                        let size = of.count_ones();
                        Clause { count: if every { size } else { count as u32 }, size, of }
                    })
                    .collect()
            })
            .collect();
        let gather = literals
            .iter()
            .map(|c| {
                let (input, swapped) = c.canonical();
                2 * inputs.binary_search(&input).unwrap_or(0) as u16 + u16::from(swapped)
            })
            .collect();
        Ok(Form { gather, simple: comparisons.len() == observations.len(), observations, comparisons, of, variants })
    }

    /// The observations of a set of comparisons.
    fn observed(&self, comparisons: u64) -> u64 {
        if self.simple {
            return comparisons;
        }
        (0..).zip(&self.of).fold(0, |set, (i, of)| set | u64::from(of & comparisons != 0) << i)
    }

    /// All comparisons of the observations of a set of comparisons.
    fn widened(&self, comparisons: u64) -> u64 {
        if self.simple {
            return comparisons;
        }
        self.of.iter().filter(|of| *of & comparisons != 0).fold(0, |set, of| set | of)
    }
}

/// The comparisons of one advice in one situation.
pub(crate) struct Search<'a> {
    form: &'a Form,
    yes: u64,
    no: u64,
    open: u64,
}

/// Something to choose: an observation, with the comparisons it then brings.
#[derive(Clone, Copy)]
struct Choice {
    place: u8,
    brings: u64,
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

/// What one comparison came to: bits for yes, no, and not known but worth asking. Each
/// input has two places: as it is, and swapped.
pub(crate) fn states(inputs: &[Comparison], seen: &Situation, into: &mut Vec<u8>) {
    into.clear();
    for input in inputs {
        let answer = seen.get(input.observation);
        let state = match answer.known() {
            Some(value) => 1 + u8::from(input.holds_for >> value & 1 == 0),
            None => 4 * u8::from(answer.askable()),
        };
        into.push(state);
        into.push(state & 4 | (state & 1) << 1 | (state & 2) >> 1);
    }
}

impl<'a> Search<'a> {
    pub(crate) fn new(form: &'a Form, states: &[u8]) -> Self {
        let (mut yes, mut no, mut open) = (0, 0, 0);
        for (i, place) in form.gather.iter().enumerate() {
            let state = u64::from(states.get(usize::from(*place)).copied().unwrap_or(0));
            yes |= (state & 1) << i;
            no |= (state >> 1 & 1) << i;
            open |= (state >> 2) << i;
        }
        Search { form, yes, no, open }
    }

    /// The smallest set of known observations that settles a settled advice.
    pub(crate) fn because(&self, holds: bool) -> u64 {
        let pool = if holds { self.yes } else { self.no };
        self.smallest(holds, pool, 0, |place| vec![pool & place]).unwrap_or(0)
    }

    /// The smallest set of unknown observations that can settle an open advice.
    pub(crate) fn settled_by(&self) -> u64 {
        let brings = |want: bool| {
            move |of: u64| {
                let mut ways: Vec<u64> = Vec::new();
                for value in 0..8u8 {
                    let way = bits(of)
                        .filter(|i| self.form.comparisons.get(*i).is_some_and(|(_, v)| (v >> value & 1 == 1) == want))
                        .fold(0u64, |set, i| set | 1 << i);
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
    fn possible(&self, of: u64, value: u8) -> bool {
        bits(of)
            .next()
            .and_then(|i| self.form.comparisons.get(i))
            .and_then(|(place, _)| self.form.observations.get(usize::from(*place)))
            .and_then(|o| observation::get(*o))
            .is_some_and(|o| usize::from(value) < o.values().len())
    }

    /// The observations of every variant that holds.
    pub(crate) fn support(&self) -> u64 {
        self.form
            .variants
            .iter()
            .filter(|v| v.iter().all(|c| (c.of & self.yes).count_ones() >= c.count))
            .flatten()
            .fold(0, |set, c| set | self.form.observed(c.of & self.yes))
    }

    fn smallest(&self, want: bool, pool: u64, given: u64, brings: impl Fn(u64) -> Vec<u64>) -> Option<u64> {
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

/// Ways to fail that are gone through before a search takes over.
const WAYS: usize = 64;

/// The answer without a search, for the shapes in which it can be read off: comparisons on
/// different observations, of which clauses that leave a choice share none. `None` when it
/// takes a search.
fn direct(form: &Form, want: bool, pool: u64, given: u64) -> Option<Option<u64>> {
    let mut best: Option<u64> = None;
    let mut better = |set: Option<u64>| {
        if let Some(set) = set {
            best = Some(best.map_or(set, |b| first(b, set)));
        }
    };
    if want {
        for clauses in &form.variants {
            better(together(clauses.iter().map(|c| (c.count, c)), pool, given)?);
        }
        return Some(best);
    }
    // To fail, each variant needs one clause that fails: every way to pick those.
    let ways = form.variants.iter().try_fold(1usize, |n, v| n.checked_mul(v.len()).filter(|n| *n <= WAYS))?;
    for way in 0..ways {
        let mut rest = way;
        let picked = form.variants.iter().filter_map(move |clauses| {
            let c = match clauses.as_slice() {
                [only] => only,
                several => {
                    let c = several.get(rest % several.len())?;
                    rest /= several.len();
                    c
                }
            };
            Some((c.size - c.count + 1, c))
        });
        better(together(picked, pool, given)?);
    }
    Some(best)
}

/// The smallest set with which each of these clauses has so many: `Some(None)` when there is
/// none, `None` when clauses that leave a choice share observations.
fn together<'a>(parts: impl Iterator<Item = (u32, &'a Clause)> + Clone, pool: u64, given: u64) -> Option<Option<u64>> {
    let mut forced = 0;
    let mut choices = false;
    for (need, c) in parts.clone() {
        let left = c.of & pool;
        // All and one are most of what there is, and need no counting.
        if need == c.size {
            if c.of & !given & !pool != 0 {
                return Some(None);
            }
            forced |= c.of & !given;
        } else if need == 1 {
            if c.of & given != 0 {
                continue;
            }
            if left == 0 {
                return Some(None);
            }
            if left & (left - 1) == 0 {
                forced |= left;
            } else {
                choices = true;
            }
        } else {
            let need = need.saturating_sub((c.of & given).count_ones());
            match left.count_ones().cmp(&need) {
                _ if need == 0 => {}
                std::cmp::Ordering::Less => return Some(None),
                std::cmp::Ordering::Equal => forced |= left,
                std::cmp::Ordering::Greater => choices = true,
            }
        }
    }
    if !choices {
        return Some(Some(forced));
    }
    let (mut chosen, mut touched) = (0, 0);
    for (need, c) in parts {
        if need == c.size {
            continue;
        }
        let need = need.saturating_sub((c.of & (given | forced)).count_ones());
        let left = c.of & pool & !forced;
        if need == 0 {
            continue;
        }
        if left & touched != 0 {
            return None;
        }
        touched |= left;
        chosen |= lowest(left, need);
    }
    Some(Some(forced | chosen))
}

impl Goal<'_> {
    /// At least how many more observations it takes, of those from `from` on, when these
    /// comparisons are brought already; `None` when it cannot be done.
    fn short_of(&self, from: usize, brought: u64) -> Option<u32> {
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
    fn choose(&mut self, from: usize, slots: u32, brought: u64, chosen: u64) -> Option<u64> {
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
            let mut best: Option<u64> = None;
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
    fn some(&self, given: u64) -> Option<u64> {
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
fn bits(mut set: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let at = (set != 0).then(|| set.trailing_zeros() as usize)?;
        set &= set - 1;
        Some(at)
    })
}

/// The lowest so many bits of a set.
fn lowest(mut set: u64, count: u32) -> u64 {
    let whole = set;
    for _ in 0..count {
        set &= set.wrapping_sub(1);
    }
    whole & !set
}

/// The smaller set; of two as small, the first in catalogue order.
fn first(a: u64, b: u64) -> u64 {
    let differ = a ^ b;
    let lowest = differ & differ.wrapping_neg();
    match a.count_ones().cmp(&b.count_ones()) {
        std::cmp::Ordering::Less => a,
        std::cmp::Ordering::Greater => b,
        std::cmp::Ordering::Equal if a & lowest != 0 || differ == 0 => a,
        std::cmp::Ordering::Equal => b,
    }
}
