//! Every built-in rule with a condition has hand-written cases, in `rules/cases.toml`: one
//! in which it applies, one in which it is open, one in which it does not hold now.

use std::collections::BTreeMap;

use raakvlak::Rules;
use raakvlak::program::{Program, Status};
use raakvlak::rule::{About, Rule};
use raakvlak::situation::Situation;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    rule: Vec<Cases>,
}

type Seen = BTreeMap<String, toml::Value>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Cases {
    id: String,
    why: String,
    applies: Seen,
    #[serde(default)]
    applies_too: Option<Seen>,
    open: Seen,
    not_now: Seen,
}

fn cases() -> Vec<Cases> {
    let text = std::fs::read_to_string(raakvlak_tests::root().join("tests/rules/cases.toml")).unwrap();
    toml::from_str::<File>(&text).unwrap().rule
}

fn situation(id: &str, seen: &Seen) -> Situation {
    let mut situation = Situation::default();
    for (observation, value) in seen {
        let value = match value {
            toml::Value::Boolean(true) => "yes",
            toml::Value::Boolean(false) => "no",
            toml::Value::String(word) => word.as_str(),
            other => unreachable!("{id}: {other:?}"),
        };
        situation.state(observation, value).unwrap_or_else(|e| unreachable!("{id}: {e}"));
    }
    situation
}

#[test]
fn every_rule_with_a_condition_has_cases_in_the_order_of_the_rules() {
    let builtin = Rules::builtin();
    // Those of the checklist are all made of one: their cases are in `checklist_advice.rs`, every one of them.
    let by_hand = builtin.all().iter().filter(|r| !r.always && r.about != Some(About::Organisation));
    let conditional: Vec<&str> = by_hand.map(|r| &*r.id).collect();
    let with_cases: Vec<String> = cases().into_iter().map(|c| c.id).collect();
    assert_eq!(with_cases, conditional);
    assert!(conditional.len() >= 45);
}

#[test]
fn every_rule_applies_is_open_and_does_not_hold_where_its_cases_say() {
    let builtin = Rules::builtin();
    for case in cases() {
        assert!(case.why.len() > 20, "{}: why?", case.id);
        let rule = builtin.all().iter().find(|r| r.id == case.id).unwrap();
        // The rule by itself, with the rules of the advices it needs.
        let mut rules: Vec<Rule> = vec![rule.clone()];
        rules.extend(builtin.all().iter().filter(|r| rule.with.iter().any(|w| *w == r.advice)).cloned());
        let program = Program::compile(&rules).unwrap();
        let at = program.find(&rule.advice).unwrap();
        let expect = |name: &str, seen: &Seen, status: Status| {
            let decided = program.decide(&situation(&case.id, seen)).status(at);
            assert_eq!(decided, status, "{}: {name}: {}", case.id, case.why);
        };
        expect("applies", &case.applies, Status::Applies);
        if let Some(seen) = &case.applies_too {
            expect("applies-too", seen, Status::Applies);
        }
        expect("open", &case.open, Status::Open);
        expect("not-now", &case.not_now, Status::NotNow);
    }
}
