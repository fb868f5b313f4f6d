//! The laws of every rule set, on random rules and situations, and exhaustively on every
//! built-in rule that compares at most eight observations.

use std::collections::BTreeSet;

use proptest::prelude::*;
use raakvlak::Rules;
use raakvlak::observation;
use raakvlak::program::{Program, Status};
use raakvlak::rule::{AtLeast, Rule};
use raakvlak::situation::Situation;
use raakvlak_tests::{Known, advice, rule, situation, status};

/// A few observations of every kind; more than a rule set of this size can separate.
const POOL: [&str; 8] = [
    "safety.concern",
    "language.shared",
    "trust",
    "person.young",
    "network.mapped",
    "care.phase",
    "culture.norms-values",
    "capacity.dutch-language",
];

fn values(id: &str) -> &'static [&'static str] {
    observation::find(id).map(|o| o.values()).unwrap_or_default()
}

/// Every comparison of the pool that does not come out the same for every value.
fn comparison() -> impl Strategy<Value = String> {
    let mut all = Vec::new();
    for id in POOL {
        let last = values(id).len() - 1;
        for (place, value) in values(id).iter().enumerate() {
            for operator in ["=", "!=", "<", "<=", ">", ">="] {
                let tests_only_known = match operator {
                    "<" | ">=" => place == 0,
                    "<=" | ">" => place == last,
                    _ => false,
                };
                if !tests_only_known {
                    all.push(format!("{id} {operator} {value}"));
                }
            }
        }
    }
    prop::sample::select(all)
}

fn list(max: usize) -> impl Strategy<Value = Vec<String>> {
    // One comparison of an observation per list: two could say the same in other words.
    prop::collection::vec(comparison(), 0..=max).prop_map(|mut list| {
        let mut seen = BTreeSet::new();
        list.retain(|c| seen.insert(c.split(' ').next().map(str::to_owned)));
        list
    })
}

fn one_rule(number: usize) -> impl Strategy<Value = Rule> {
    (list(3), list(3), list(2), prop::option::of((list(4), 1..4usize)), 0..3usize, any::<bool>()).prop_map(
        move |(all, any, unless, counted, advice, with)| {
            let at_least = counted
                .filter(|(of, _)| !of.is_empty())
                .map(|(of, count)| AtLeast { count: count.min(of.len()), of })
                .into_iter()
                .collect::<Vec<_>>();
            let bare = all.is_empty() && any.is_empty() && unless.is_empty() && at_least.is_empty();
            // A rule may need an advice of a lower number only, so that none needs itself.
            let with = if with && advice > 0 && !bare { vec![format!("own.{}", advice - 1)] } else { Vec::new() };
            Rule {
                id: format!("own.rule-{number}").into(),
                advice: format!("own.{advice}").into(),
                always: bare,
                with,
                all,
                any,
                unless,
                at_least,
                ..Rule::default()
            }
        },
    )
}

fn rule_set() -> impl Strategy<Value = Vec<Rule>> {
    (one_rule(0), one_rule(1), one_rule(2), one_rule(3), 1..=4usize).prop_map(|(a, b, c, d, n)| {
        let mut rules = vec![a, b, c, d];
        rules.truncate(n);
        // What is needed must be given by some rule.
        let given: BTreeSet<String> = rules.iter().map(|r| r.advice.to_string()).collect();
        for rule in &mut rules {
            rule.with.retain(|w| given.contains(w));
            rule.always = rule.all.is_empty()
                && rule.any.is_empty()
                && rule.unless.is_empty()
                && rule.at_least.is_empty()
                && rule.with.is_empty();
        }
        rules
    })
}

fn known() -> impl Strategy<Value = Known> {
    prop::collection::vec(prop::option::weighted(0.6, 0..8usize), POOL.len()).prop_map(|answers| {
        POOL.iter()
            .zip(answers)
            .filter_map(|(id, answer)| {
                let values = values(id);
                Some((*id, values[answer? % values.len()]))
            })
            .collect()
    })
}

/// Every subset of a list, the smallest first and each size in the order of the list.
fn subsets<'a>(of: &[&'a str]) -> Vec<Vec<&'a str>> {
    let mut all: Vec<Vec<&str>> = (0u32..1 << of.len())
        .map(|bits| of.iter().enumerate().filter(|(i, _)| bits >> i & 1 == 1).map(|(_, o)| *o).collect())
        .collect();
    let place = |set: &Vec<&str>| -> Vec<usize> { set.iter().filter_map(|o| of.iter().position(|p| p == o)).collect() };
    all.sort_by_key(|set| (set.len(), place(set)));
    all
}

fn in_catalogue_order(mut ids: Vec<&'static str>) -> Vec<&'static str> {
    ids.sort_by_key(|id| observation::all().iter().position(|o| o.id == *id));
    ids
}

/// Every way to give values to some observations, on top of what is known.
fn completions(known: &Known, ids: &[&'static str]) -> Vec<Known> {
    ids.iter().fold(vec![known.clone()], |all, id| {
        all.iter()
            .flat_map(|k| {
                values(id).iter().map(move |v| {
                    let mut k = k.clone();
                    k.insert(id, v);
                    k
                })
            })
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_program_decides_as_the_rules_read(rules in rule_set(), known in known()) {
        let program = Program::compile(&rules).unwrap();
        let decision = program.decide(&situation(&known));
        for at in 0..program.len() {
            let expected = status(advice(&rules, program.advice(at), &known));
            prop_assert_eq!(decision.status(at), expected, "{}", program.advice(at));
        }
    }

    #[test]
    fn knowing_more_never_overturns_what_was_settled(rules in rule_set(), less in known(), more in known()) {
        let program = Program::compile(&rules).unwrap();
        let mut grown = more;
        grown.extend(less.clone());
        let (before, after) = (program.decide(&situation(&less)), program.decide(&situation(&grown)));
        for at in 0..program.len() {
            if before.status(at) != Status::Open {
                prop_assert_eq!(before.status(at), after.status(at));
            }
        }
    }

    #[test]
    fn because_is_the_smallest_set_that_settles(rules in rule_set(), known in known()) {
        let program = Program::compile(&rules).unwrap();
        let decision = program.decide(&situation(&known));
        let ids = in_catalogue_order(known.keys().copied().collect());
        for at in 0..program.len() {
            let id = program.advice(at);
            if decision.status(at) == Status::Open {
                prop_assert_eq!(decision.because(at), 0);
                continue;
            }
            let smallest = subsets(&ids).into_iter().find(|set| {
                let only: Known = known.iter().filter(|(k, _)| set.contains(k)).map(|(k, v)| (*k, *v)).collect();
                status(advice(&rules, id, &only)) == decision.status(at)
            });
            prop_assert_eq!(program.names(at, decision.because(at)), smallest.unwrap());
        }
    }

    #[test]
    fn settled_by_is_the_first_smallest_set_that_can_settle(rules in rule_set(), known in known()) {
        let program = Program::compile(&rules).unwrap();
        let decision = program.decide(&situation(&known));
        let unknown = in_catalogue_order(POOL.iter().copied().filter(|id| !known.contains_key(id)).collect());
        for at in 0..program.len() {
            let id = program.advice(at);
            if decision.status(at) != Status::Open {
                prop_assert_eq!(decision.settled_by(at), 0);
                continue;
            }
            let smallest = subsets(&unknown)
                .into_iter()
                .find(|set| completions(&known, set).iter().any(|k| advice(&rules, id, k).is_some()));
            prop_assert_eq!(program.names(at, decision.settled_by(at)), smallest.unwrap());
        }
    }

    #[test]
    fn questions_count_what_every_and_what_some_answer_settles(rules in rule_set(), known in known()) {
        let program = Program::compile(&rules).unwrap();
        let decision = program.decide(&situation(&known));
        let open: Vec<&str> = (0..program.len())
            .filter(|at| decision.status(*at) == Status::Open)
            .map(|at| program.advice(at))
            .collect();
        let mut best = (u32::MAX, u32::MAX);
        for question in decision.questions() {
            let tries = completions(&known, &[question.id()]);
            let settled = |k: &Known, id: &str| advice(&rules, id, k).is_some();
            let settles = open.iter().filter(|id| tries.iter().all(|k| settled(k, id))).count() as u32;
            let can_settle = open.iter().filter(|id| tries.iter().any(|k| settled(k, id))).count() as u32;
            prop_assert_eq!((question.settles, question.can_settle), (settles, can_settle), "{}", question.id());
            prop_assert!((settles, can_settle) <= best, "the best question comes first");
            best = (settles, can_settle);
        }
    }

    #[test]
    fn declined_and_contested_decide_as_unknown_and_declined_is_never_asked(
        rules in rule_set(), known in known(), which in 0..8usize,
    ) {
        let program = Program::compile(&rules).unwrap();
        let id = POOL[which];
        let mut without = known;
        without.remove(id);
        let plain = program.decide(&situation(&without));
        for state in ["declined", "contested"] {
            let mut seen = situation(&without);
            seen.state(id, state).unwrap();
            let decision = program.decide(&seen);
            for at in 0..program.len() {
                prop_assert_eq!(decision.status(at), plain.status(at));
                prop_assert_eq!(decision.because(at), plain.because(at));
                if state == "declined" {
                    prop_assert!(!program.names(at, decision.settled_by(at)).contains(&id));
                } else {
                    prop_assert_eq!(decision.settled_by(at), plain.settled_by(at));
                }
            }
            prop_assert!(state == "contested" || decision.questions().iter().all(|q| q.id() != id));
        }
    }
}

/// All situations over these observations: each value, and unknown.
fn all_situations(ids: &[&'static str]) -> Vec<Known> {
    ids.iter().fold(vec![Known::new()], |all, id| {
        let with = all.iter().flat_map(|k| {
            values(id).iter().map(move |v| {
                let mut k = k.clone();
                k.insert(id, v);
                k
            })
        });
        let with: Vec<Known> = with.collect();
        all.into_iter().chain(with).collect()
    })
}

#[test]
fn every_built_in_rule_keeps_the_laws_in_every_situation() {
    let builtin = Rules::builtin();
    let (mut rules_seen, mut situations_seen) = (0, 0u64);
    for one in builtin.all() {
        // The rule with the rules of the advices it needs.
        let mut needed = vec![one.clone()];
        needed.extend(builtin.all().iter().filter(|r| one.with.iter().any(|w| *w == r.advice)).cloned());
        let program = Program::compile(&needed).unwrap();
        let at = program.find(&one.advice).unwrap();
        let ids: Vec<&'static str> =
            observation::all().iter().map(|o| o.id).filter(|id| needed.iter().any(|r| compares(r, id))).collect();
        if ids.len() > 8 {
            continue;
        }
        rules_seen += 1;
        for known in all_situations(&ids) {
            situations_seen += 1;
            let decision = program.decide(&situation(&known));
            let truth = rule(&needed, one, &known);
            assert_eq!(decision.status(at), status(truth), "{} in {known:?}", one.id);
            // Law 1, one step at a time: every single thing more that becomes known.
            if decision.status(at) != Status::Open {
                for id in ids.iter().filter(|id| !known.contains_key(*id)) {
                    for more in completions(&known, &[id]) {
                        assert_eq!(rule(&needed, one, &more), truth, "{} in {more:?}", one.id);
                    }
                }
                let because: Known = program
                    .names(at, decision.because(at))
                    .into_iter()
                    .filter_map(|id| Some((id, *known.get(id)?)))
                    .collect();
                assert_eq!(rule(&needed, one, &because), truth, "{} because {because:?}", one.id);
            } else {
                let ask = program.names(at, decision.settled_by(at));
                assert!(
                    completions(&known, &ask).iter().any(|k| rule(&needed, one, k).is_some()),
                    "{} settled by {ask:?}",
                    one.id
                );
            }
        }
    }
    println!("{rules_seen} rules in {situations_seen} situations");
    assert!(rules_seen >= 120, "only {rules_seen} rules have at most eight observations");
}

fn compares(rule: &Rule, id: &str) -> bool {
    let lists = [&rule.all, &rule.any, &rule.unless].into_iter().chain(rule.at_least.iter().map(|c| &c.of));
    lists.flatten().any(|c| {
        let subject = c.split(' ').next().unwrap_or("");
        subject == id || subject.strip_suffix('*').is_some_and(|aspect| id.starts_with(aspect) && values(id).len() == 3)
    })
}

#[test]
fn a_word_full_of_unknowns_runs_again_and_misses_none() {
    // Many more unknowns than fit one word of lanes: every facet and flag at once.
    let builtin = Rules::builtin();
    let rules: Vec<Rule> = builtin
        .all()
        .iter()
        .map(|r| Rule { about: None, with: Vec::new(), always: false, ..r.clone() })
        .filter(|r| !(r.all.is_empty() && r.any.is_empty() && r.unless.is_empty() && r.at_least.is_empty()))
        .collect();
    let program = Program::compile(&rules).unwrap();
    let decision = program.decide(&Situation::default());
    let compared = observation::all().iter().filter(|o| rules.iter().any(|r| compares(r, o.id))).count();
    assert_eq!(decision.questions().len(), compared);
    assert!(compared > 64, "{compared}");
    for question in decision.questions() {
        let tries = completions(&Known::new(), &[question.id()]);
        let advices: BTreeSet<&str> = rules.iter().map(|r| &*r.advice).collect();
        let some = advices.iter().filter(|a| tries.iter().any(|k| advice(&rules, a, k).is_some())).count();
        assert_eq!(question.can_settle as usize, some, "{}", question.id());
    }
}
