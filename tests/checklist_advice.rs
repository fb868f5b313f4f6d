//! From a checklist to advice: every rule of it, one statement and block at a time, and all
//! figures that can be on either side of a limit.

use std::collections::{BTreeMap, BTreeSet};

use raakvlak::checklist::{self, Answer, Instrument, Respondent, Sheet, Step, Tallies};
use raakvlak::knowledge;
use raakvlak::observation::{self, Scope};
use raakvlak::program::Status;
use raakvlak::rule::{About, Rule, RuleFile};
use raakvlak::situation::{Answer as Seen, Situation};
use raakvlak::{Case, Rules, Texts, error::Code};

/// Every statement and block, by id.
fn all() -> Vec<&'static str> {
    let checklist = Instrument::current();
    checklist.items().iter().map(|i| i.id).chain(checklist.blocks().iter().map(|b| b.id)).collect()
}

fn tips(id: &str) -> BTreeSet<&'static str> {
    knowledge::entry(id).unwrap().tips.iter().copied().collect()
}

fn with(seen: &[(&str, &str)]) -> Situation {
    let mut situation = Situation::default();
    seen.iter().for_each(|(id, value)| situation.state(id, value).unwrap());
    situation
}

/// The advices with a status.
fn advised(seen: &Situation, status: Status) -> BTreeSet<String> {
    let advice = checklist::advise(seen, &Rules::builtin(), &Texts::nl()).advice;
    advice.into_iter().filter(|a| a.status == status).map(|a| a.id.into_owned()).collect()
}

fn same(ids: &BTreeSet<&str>) -> BTreeSet<String> {
    ids.iter().map(|id| (*id).to_owned()).collect()
}

#[test]
fn a_low_statement_or_block_brings_its_tips_and_nothing_else() {
    for id in all() {
        assert_eq!(advised(&with(&[(id, "low")]), Status::Applies), same(&tips(id)), "{id}");
        for value in ["between", "high"] {
            assert_eq!(advised(&with(&[(id, value)]), Status::Applies), BTreeSet::new(), "{id} {value}");
        }
    }
}

#[test]
fn what_is_unknown_leaves_its_tips_open_and_what_is_not_low_closes_them() {
    let ids = all();
    let of_all: BTreeSet<&str> = ids.iter().flat_map(|id| tips(id)).collect();
    assert_eq!(advised(&Situation::default(), Status::Open), same(&of_all));
    for value in ["between", "high"] {
        let mut seen: BTreeMap<&str, &str> = ids.iter().map(|id| (*id, value)).collect();
        let situation = |seen: &BTreeMap<&str, &str>| with(&seen.iter().map(|(k, v)| (*k, *v)).collect::<Vec<_>>());
        assert_eq!(advised(&situation(&seen), Status::NotNow), same(&of_all));
        for id in &ids {
            seen.remove(id);
            assert_eq!(advised(&situation(&seen), Status::Open), same(&tips(id)), "{id}");
            seen.insert(id, value);
        }
    }
}

#[test]
fn each_advice_says_because_of_what_and_what_would_settle_it() {
    let advice = |seen: &Situation| checklist::advise(seen, &Rules::builtin(), &Texts::en());
    for id in all() {
        let because = advice(&with(&[(id, "low")]));
        for advised in because.advice.iter().filter(|a| a.status == Status::Applies) {
            let facts: Vec<&str> = advised.because.iter().map(|f| &*f.observation).collect();
            assert_eq!(facts, [id], "{}", advised.id);
            assert_eq!(advised.rules, [format!("{id}.{}", advised.id)]);
            assert_eq!(serde_json::to_value(&advised.about).unwrap(), "organisation");
        }
        let others: Vec<(&str, &str)> = all().into_iter().filter(|o| *o != id).map(|o| (o, "high")).collect();
        let open = advice(&with(&others));
        for advised in open.advice.iter().filter(|a| a.status == Status::Open) {
            assert_eq!(advised.settled_by, [id], "{}", advised.id);
        }
        let asked: Vec<&str> = open.ask_next.iter().map(|a| &*a.observation).collect();
        assert_eq!(asked, [id]);
        let question = &open.ask_next[0].question;
        assert!(question.contains(&*Texts::en().label(id)) && question.ends_with('?'), "{question}");
    }
}

/// A group that answers one statement.
fn group(item: &str, answers: &[&str]) -> Tallies {
    let mut tallies = Tallies::default();
    for answer in answers {
        let mut sheet = Sheet::new(Respondent::default());
        sheet.answer(item, Answer::read(answer).unwrap()).unwrap();
        tallies.add(&sheet);
    }
    tallies
}

#[test]
fn the_median_decides_and_half_of_the_answers_must_be_a_score() {
    let step = |step: Step| Seen::Known(step as u8);
    for (answers, expected) in [
        (&["5"][..], step(Step::Low)),
        (&["5", "6"], step(Step::Between)),
        (&["1", "5", "10"], step(Step::Low)),
        (&["7", "8"], step(Step::Between)),
        (&["8"], step(Step::High)),
        // A few low scores pull the mean down, not the median.
        (&["1", "1", "8", "8", "8"], step(Step::High)),
        (&["2", "?"], step(Step::Low)),
        (&["2", "?", ""], Seen::Unknown),
        // Who finds it not applicable is not asked how true it is.
        (&["2", "nvt", "nvt", "nvt"], step(Step::Low)),
        (&["nvt", "nvt"], Seen::Unknown),
        (&["?", ""], Seen::Unknown),
        (&[], Seen::Unknown),
    ] {
        // The statement on anchoring is a block of its own too.
        let seen = checklist::situation(&group("anchoring", answers));
        assert_eq!(seen.answer("checklist.item.anchoring"), expected, "{answers:?}");
        assert_eq!(seen.answer("checklist.block.anchoring"), expected, "{answers:?}");
        assert_eq!(seen.answer("checklist.item.1"), Seen::Unknown);
        assert_eq!(seen.answer("checklist.block.process"), Seen::Unknown, "one statement of nine");
    }
}

#[test]
fn a_block_is_all_answers_to_its_statements_together() {
    let mut tallies = Tallies::default();
    let mut sheet = Sheet::new(Respondent::default());
    for (item, score) in [("21", "3"), ("22", "9")] {
        sheet.answer(item, Answer::read(score).unwrap()).unwrap();
    }
    tallies.add(&sheet);
    let seen = checklist::situation(&tallies);
    let answer = |id: &str| observation::find(id).unwrap().values()[usize::from(seen.answer(id).known().unwrap())];
    assert_eq!(answer("checklist.item.21"), "low");
    assert_eq!(answer("checklist.item.22"), "high");
    assert_eq!(answer("checklist.block.team-diversity"), "between");
}

#[test]
fn a_case_cannot_state_what_is_about_an_organisation() {
    for id in all() {
        assert_eq!(observation::find(id).unwrap().scope, Scope::Organisation, "{id}");
        let case = format!(
            r#"{{"schema": "raakvlak.case.v1", "sector": "other", "people": [], "circumstances": {{"{id}": "low"}}}}"#
        );
        let error = Case::from_json(&case).unwrap_err();
        assert_eq!((error.code(), error.path()), (Code::ObservationUnknown, &*format!("$.circumstances['{id}']")));
    }
    assert!(raakvlak::rule::About::ALL.into_iter().all(|about| {
        let list = raakvlak::boundary::observations(about, &[]);
        let of_it = Some(about).filter(|about| about.beside_cases());
        !list.is_empty() && list.iter().all(|o| o.about.beside_cases() == of_it)
    }));
}

fn laid_over(rule: Rule) -> Result<Rules, raakvlak::Error> {
    let rule = vec![Rule { id: "own.rule".into(), ..rule }];
    Rules::builtin().lay_over(RuleFile { schema: "raakvlak.rules.v1".into(), rule, ..RuleFile::default() })
}

#[test]
fn rules_of_ones_own_may_be_about_an_organisation_and_are_kept_apart_from_those_about_a_case() {
    let organisation = Some(About::Organisation);
    let all = |comparison: &str| vec![comparison.to_owned()];
    // An advice that cases have, for an organisation too.
    let seen = with(&[("checklist.block.competences", "high")]);
    let rules = laid_over(Rule {
        advice: "principle.curiosity".into(),
        about: organisation,
        all: all("checklist.block.competences = high"),
        ..Rule::default()
    });
    let advice = checklist::advise(&seen, &rules.unwrap(), &Texts::nl()).advice;
    assert!(advice.iter().any(|a| a.id == "principle.curiosity" && a.status == Status::Applies));
    // Where a rule does not say what it is about, it is about what the others of a case are.
    let rule = Rule { advice: "organisation.outreach".into(), all: all("care.threshold-high"), ..Rule::default() };
    let about = laid_over(rule).unwrap().all().last().unwrap().about;
    assert_eq!(about, Some(About::Case));
    for (about, comparison) in [
        (Some(About::Case), "checklist.item.1 = low"),
        (Some(About::Houses), "checklist.item.1 = low"),
        (organisation, "person.young"),
    ] {
        let rule = Rule { advice: "method.systemic".into(), about, all: all(comparison), ..Rule::default() };
        assert_eq!(laid_over(rule).unwrap_err().code(), Code::RuleAbout, "{comparison}");
    }
}

#[test]
fn what_a_case_asks_for_is_not_changed_by_rules_about_an_organisation() {
    let rules = Rules::builtin();
    let case = Case::builder(raakvlak::boundary::Sector::Other).build().unwrap();
    let advice = raakvlak::advise(&case, &rules, &Texts::nl()).advice;
    assert!(advice.iter().flat_map(|a| &a.rules).all(|id| !id.starts_with("checklist.")));
    assert!(advice.iter().flat_map(|a| &a.settled_by).all(|id| !id.starts_with("checklist.")));
}
