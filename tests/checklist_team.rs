//! The checklist of one team: its documents, what can be talked about, what was chosen, and the plan.

use std::collections::BTreeSet;

use proptest::prelude::*;
use raakvlak::boundary::{
    AnswersDocument, By, ChecklistDocument, ChoiceDocument, ChosenPriority, TookPart, Wording, call,
};
use raakvlak::checklist::{self, Choice, Instrument, PRIORITIES, Reason, Role, TeamAnswers};
use raakvlak::error::Code;
use raakvlak::program::Status;
use raakvlak::report::{self, Block, Format};
use raakvlak::{Error, Rules, Texts};
use serde_json::{Value, json};

fn example() -> Value {
    let path = raakvlak_tests::root().join("examples/checklist-team.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn made(answers: &Value, texts: &Texts) -> ChecklistDocument {
    let answers = TeamAnswers::from_json(&answers.to_string()).unwrap();
    checklist::team_checklist(&answers, &Rules::builtin(), texts)
}

/// Sheets with an answer to one statement each, with a role.
fn answers(item: &str, given: &[(&str, Value)]) -> Value {
    let sheets: Vec<Value> =
        given.iter().map(|(role, answer)| json!({"role": role, "answers": {item: answer}})).collect();
    json!({"schema": "raakvlak.answers.v1", "sheets": sheets})
}

#[test]
fn the_documents_are_valid_by_their_schemas_and_come_back_as_they_were() {
    let validator = |name: &str| jsonschema::draft202012::new(&raakvlak::boundary::schema(name).unwrap()).unwrap();
    let (given, result) = (validator("answers"), validator("checklist"));
    for answers in [example(), answers("1", &[]), answers("anchoring", &[("staff", json!("dont-know"))])] {
        assert!(given.is_valid(&answers), "{answers}");
        for texts in [Texts::nl(), Texts::en()] {
            let document = made(&answers, &texts);
            let json = serde_json::to_string(&document).unwrap();
            let errors: Vec<String> =
                result.iter_errors(&serde_json::from_str(&json).unwrap()).map(|e| e.to_string()).collect();
            assert!(errors.is_empty(), "{errors:?}");
            let again: ChecklistDocument = serde_json::from_str(&json).unwrap();
            assert_eq!(again, document);
            assert_eq!(serde_json::to_string(&again).unwrap(), json);
            assert_eq!((&*document.view, &*document.schema), ("in-team", "raakvlak.checklist.v1"));
            assert!(!document.notice.starts_with('['));
        }
    }
    let typed: AnswersDocument = serde_json::from_value(example()).unwrap();
    assert!(given.is_valid(&serde_json::to_value(typed).unwrap()));
}

#[test]
fn what_the_reader_refuses_the_schema_refuses_and_the_place_is_named() {
    let schema = jsonschema::draft202012::new(&raakvlak::boundary::schema("answers").unwrap()).unwrap();
    for (pointer, value, code, path) in [
        ("/schema", json!("raakvlak.answers.v2"), Code::SchemaNewer, "$.schema"),
        ("/wording", json!("hospital"), Code::ValueUnknown, "$.wording"),
        ("/wave", json!(2024), Code::ValueType, "$.wave"),
        ("/instrument/version", json!("1"), Code::ValueType, "$.instrument.version"),
        ("/instrument/name", json!("x"), Code::FieldUnknown, "$.instrument.name"),
        ("/sheets", json!({}), Code::ValueType, "$.sheets"),
        ("/sheets/1/role", json!("boss"), Code::ValueUnknown, "$.sheets[1].role"),
        ("/sheets/1/name", json!("Anna"), Code::FieldUnknown, "$.sheets[1].name"),
        ("/sheets/2/answers/3", json!(0), Code::ChecklistScore, "$.sheets[2].answers.3"),
        ("/sheets/2/answers/3", json!(11), Code::ChecklistScore, "$.sheets[2].answers.3"),
        ("/sheets/2/answers/3", json!(-1), Code::ChecklistScore, "$.sheets[2].answers.3"),
        ("/sheets/2/answers/3", json!(7.5), Code::ChecklistScore, "$.sheets[2].answers.3"),
        ("/sheets/2/answers/3", json!(1e300), Code::ChecklistScore, "$.sheets[2].answers.3"),
        ("/sheets/2/answers/3", json!("7"), Code::ChecklistScore, "$.sheets[2].answers.3"),
        ("/sheets/2/answers/3", json!("?"), Code::ChecklistScore, "$.sheets[2].answers.3"),
        ("/sheets/2/answers/3", json!(true), Code::ValueType, "$.sheets[2].answers.3"),
        ("/sheets/2/answers/3", json!(null), Code::ValueType, "$.sheets[2].answers.3"),
        ("/sheets/2/answers/0", json!(5), Code::ChecklistItem, "$.sheets[2].answers.0"),
        (
            "/sheets/2/answers/checklist.item.1",
            json!(5),
            Code::ChecklistItem,
            "$.sheets[2].answers['checklist.item.1']",
        ),
        ("/choice/by", json!("lot"), Code::ValueUnknown, "$.choice.by"),
        ("/choice/took_part/0/number", json!(-1), Code::ValueType, "$.choice.took_part[0].number"),
        ("/choice/took_part/0/who", json!("Anna"), Code::FieldUnknown, "$.choice.took_part[0].who"),
        ("/choice/votes/26", json!("six"), Code::ValueType, "$.choice.votes.26"),
    ] {
        let mut bad = example();
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        bad.pointer_mut(parent).unwrap()[key] = value;
        assert!(!schema.is_valid(&bad), "{pointer}");
        let error = TeamAnswers::from_json(&bad.to_string()).unwrap_err();
        assert_eq!((error.code(), error.path()), (code, path), "{error}");
    }
    for (pointer, value, code, path) in [
        ("/instrument/id", json!("other"), Code::ChecklistInstrument, "$.instrument"),
        ("/instrument/version", json!(2), Code::ChecklistInstrument, "$.instrument"),
        ("/sheets/0/respondent", json!(" "), Code::ValueUnknown, "$.sheets[0].respondent"),
        ("/choice/votes/31", json!(1), Code::ChecklistItem, "$.choice.votes.31"),
        ("/choice/took_part/0/number", json!(0), Code::ChecklistChoice, "$.choice.votes.26"),
    ] {
        let mut bad = example();
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        bad.pointer_mut(parent).unwrap()[key] = value;
        let error = TeamAnswers::from_json(&bad.to_string()).unwrap_err();
        assert_eq!((error.code(), error.path()), (code, path), "{error}");
    }
    let twice = r#"{"schema": "raakvlak.answers.v1", "sheets": [{"answers": {"1": 4, "1": 5}}]}"#;
    let error = TeamAnswers::from_json(twice).unwrap_err();
    assert_eq!((error.code(), error.path()), (Code::FieldRepeated, "$.sheets[0].answers.1"));
    // A whole number with a decimal point is the same number.
    assert!(TeamAnswers::from_json(&answers("1", &[("other", json!(7.0))]).to_string()).is_ok());
}

#[test]
fn the_wording_changes_the_statements_and_nothing_else() {
    let texts = Texts::nl();
    let mut elderly = example();
    elderly["wording"] = json!("elderly-care");
    let (any, elderly) = (made(&example(), &texts), made(&elderly, &texts));
    assert_eq!((any.wording, elderly.wording), (Wording::AnySector, Wording::ElderlyCare));
    for (one, other) in any.items.iter().zip(&elderly.items) {
        assert_eq!(one.statement, texts.text(&one.id));
        assert_eq!(Some(&other.statement), texts.elderly(&one.id).as_ref());
        assert_eq!(one.outcome, other.outcome);
    }
    assert_eq!((any.advice, any.plan), (elderly.advice, elderly.plan));
}

#[test]
fn roles_stand_beside_one_another_only_where_several_filled_it_in() {
    let both =
        made(&answers("12", &[("manager", json!(8)), ("professional", json!(3)), ("manager", json!(9))]), &Texts::en());
    let medians: Vec<(Role, f64)> =
        both.items[11].by_role.iter().map(|r| (r.role, r.outcome.figures.as_ref().unwrap().median)).collect();
    assert_eq!(medians, [(Role::Professional, 3.0), (Role::Manager, 8.5)]);
    let reasons = |document: &ChecklistDocument| -> Vec<Reason> {
        document.candidates.iter().flat_map(|g| &g.tied).flat_map(|c| c.reasons.clone()).collect()
    };
    assert!(reasons(&both).contains(&Reason::RolesDiffer));
    let one = made(&answers("12", &[("manager", json!(8)), ("manager", json!(3))]), &Texts::en());
    assert!(one.items.iter().all(|i| i.by_role.is_empty()) && one.blocks.iter().all(|b| b.by_role.is_empty()));
    assert!(!reasons(&one).contains(&Reason::RolesDiffer));
    let mut nameless = example();
    nameless["sheets"].as_array_mut().unwrap().push(json!({"answers": {"1": 5}}));
    let roles = made(&nameless, &Texts::en()).roles;
    let counted: Vec<(Option<Role>, u64)> = roles.iter().map(|r| (r.role, r.sheets)).collect();
    let expected =
        [(Some(Role::Professional), 5), (Some(Role::Manager), 2), (Some(Role::InformalPartner), 1), (None, 1)];
    assert_eq!(counted, expected);
}

#[test]
fn a_candidate_has_a_reason_on_its_side_of_every_limit() {
    let (p, m) = ("professional", "manager");
    type Given<'a> = &'a [(&'a str, Value)];
    let cases: [(Given<'_>, &[Reason]); 11] = [
        (&[(p, json!(5)), (p, json!(5))], &[Reason::LowMedian]),
        (&[(p, json!(5)), (p, json!(6))], &[]),
        // Quartiles 5 and 9; 5.5 and 9.
        (&[(p, json!(5)), (p, json!(6)), (p, json!(8)), (p, json!(9)), (p, json!(9))], &[]),
        (&[(p, json!(4)), (p, json!(5)), (p, json!(8)), (p, json!(9)), (p, json!(9))], &[Reason::WideSpread]),
        (&[(p, json!(6)), (m, json!(9))], &[Reason::RolesDiffer]),
        (&[(p, json!(7)), (m, json!(9))], &[]),
        (&[(p, json!(7)), (p, json!("dont-know"))], &[Reason::UnknownForMany]),
        (&[(p, json!(7)), (p, json!(7)), (p, json!("dont-know"))], &[]),
        (&[(p, json!("dont-know")), (p, json!("not-applicable"))], &[Reason::UnknownForMany]),
        (&[(p, json!("not-applicable"))], &[]),
        (&[(p, json!(2)), (m, json!(5)), (m, json!("dont-know"))], &[Reason::LowMedian, Reason::RolesDiffer]),
    ];
    for (given, expected) in cases {
        let document = made(&answers("14", given), &Texts::en());
        let found: Vec<Reason> =
            document.candidates.iter().flat_map(|g| &g.tied).flat_map(|c| c.reasons.clone()).collect();
        assert_eq!(found, expected, "{given:?}");
    }
}

#[test]
fn candidates_with_the_same_median_stand_together_and_blocks_are_the_lowest_ones() {
    let document = made(&example(), &Texts::nl());
    let medians: Vec<Option<f64>> = document.candidates.iter().map(|g| g.median).collect();
    let mut sorted = medians.clone();
    sorted.sort_by(|a, b| a.unwrap_or(99.0).total_cmp(&b.unwrap_or(99.0)));
    sorted.dedup();
    assert_eq!(medians, sorted, "each median once, the lowest first");
    let ids: Vec<&str> = document.candidates.iter().flat_map(|g| &g.tied).map(|c| &*c.id).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
    for id in &ids {
        let not_lowest = ["checklist.block.working-method", "checklist.block.process", "checklist.block.anchoring"];
        assert!(!not_lowest.contains(id), "{id}");
    }
    assert!(document.candidates.iter().any(|g| g.tied.len() > 1), "the example has a tie");
}

#[test]
fn the_plan_has_every_block_chosen_or_not_with_its_figure_and_the_advice_that_belongs_to_it() {
    let document = made(&example(), &Texts::nl());
    let blocks: Vec<&str> = Instrument::current().blocks().iter().map(|b| b.id).collect();
    assert_eq!(document.plan.iter().map(|p| &*p.id).collect::<Vec<_>>(), blocks);
    let status = |id: &str| document.advice.iter().find(|a| a.id == id).unwrap().status;
    let (mut applying, mut open) = (BTreeSet::new(), BTreeSet::new());
    for (part, block) in document.plan.iter().zip(&document.blocks) {
        assert_eq!(part.median, block.outcome.figures.as_ref().map(|f| f.median), "{}", part.id);
        for id in &part.applies {
            assert_eq!(status(id), Status::Applies, "{id}");
            applying.insert(id.clone());
        }
        for id in &part.open {
            assert_eq!(status(id), Status::Open, "{id}");
            open.insert(id.clone());
        }
    }
    for advised in &document.advice {
        let planned = (applying.contains(&advised.id), open.contains(&advised.id));
        let expected = (advised.status == Status::Applies, advised.status == Status::Open);
        assert_eq!(planned, expected, "{}", advised.id);
    }
    let chosen: Vec<(&str, &str)> =
        document.plan.iter().flat_map(|p| p.chosen.iter().map(|id| (&*p.id, &**id))).collect();
    assert_eq!(
        chosen,
        [
            ("checklist.block.outreach", "checklist.block.outreach"),
            ("checklist.block.informal-networks", "checklist.item.20"),
            ("checklist.block.preparation", "checklist.item.26"),
        ]
    );
    // What brings an advice in one block does not put it in another.
    let low = made(&answers("24", &[("other", json!(2))]), &Texts::nl());
    let of: Vec<&str> =
        low.plan.iter().filter(|p| p.applies.iter().any(|id| id == "organisation.outreach")).map(|p| &*p.id).collect();
    assert_eq!(of, ["checklist.block.preparation"]);
}

fn choice(by: By, people: u32, chosen: &[&str], votes: &[(&str, u32)]) -> Result<Choice, Error> {
    Choice::read(&ChoiceDocument {
        by,
        took_part: vec![TookPart { role: None, number: people }],
        chosen: chosen.iter().map(|c| ChosenPriority { priority: (*c).to_owned(), reason: None }).collect(),
        votes: votes.iter().map(|(what, votes)| ((*what).to_owned(), *votes)).collect(),
    })
}

fn chosen(choice: &Choice) -> Vec<&str> {
    choice.chosen.iter().map(|c| c.id.strip_prefix("checklist.item.").unwrap_or(c.id)).collect()
}

#[test]
fn a_vote_decides_as_far_as_it_goes_and_breaks_no_tie_by_itself() {
    let vote = |chosen: &[&str], votes: &[(&str, u32)]| choice(By::Vote, 5, chosen, votes);
    let left = |c: &Choice| c.undecided.as_ref().map(|u| (u.places, u.tied.len()));
    for (votes, expected, undecided) in [
        (&[("1", 5), ("2", 4), ("3", 3), ("4", 2)][..], &["1", "2", "3"][..], None),
        (&[("1", 5), ("2", 3), ("3", 3), ("4", 2)], &["1", "2", "3"], None),
        (&[("1", 5), ("2", 3), ("3", 2), ("4", 2)], &["1", "2"], Some((1, 2))),
        (&[("1", 5), ("2", 2), ("3", 2), ("4", 2)], &["1"], Some((2, 3))),
        (&[("1", 2), ("2", 2), ("3", 2), ("4", 2)], &[], Some((3, 4))),
        (&[("1", 3), ("2", 3), ("3", 3), ("4", 0)], &["1", "2", "3"], None),
        (&[("1", 3), ("2", 0), ("3", 0), ("4", 0)], &["1"], None),
        (&[("anchoring", 4)], &["anchoring"], None),
    ] {
        let made = vote(&[], votes).unwrap();
        assert_eq!((chosen(&made), left(&made)), (expected.to_vec(), undecided), "{votes:?}");
    }
    let tied = &[("1", 5), ("2", 2), ("3", 2), ("4", 2), ("5", 1)][..];
    assert_eq!(left(&vote(&["1", "4"], tied).unwrap()), None, "the team starts with two");
    assert_eq!(chosen(&vote(&["4", "1", "2"], tied).unwrap()), ["4", "1", "2"]);
    for (named, path) in [(&["1", "5"][..], ".chosen[1]"), (&["2", "3"], ".chosen"), (&["2", "3", "4"], ".chosen")] {
        let error = vote(named, tied).unwrap_err();
        assert_eq!((error.code(), error.path()), (Code::ChecklistChoice, path), "{named:?}");
    }
    for (people, votes) in [(2, &[("1", 3)][..]), (1, &[("1", 1), ("2", 1), ("3", 1), ("4", 1)]), (5, &[])] {
        assert_eq!(choice(By::Vote, people, &[], votes).unwrap_err().code(), Code::ChecklistChoice, "{votes:?}");
    }
    assert!(choice(By::Vote, 1, &[], &[("1", 1), ("checklist.item.1", 1)]).is_err());
    assert!(choice(By::Consensus, 3, &[], &[]).is_err());
    assert!(choice(By::Consensus, 3, &["1"], &[("1", 3)]).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_a_vote_chooses_has_more_votes_than_all_it_leaves_out(given in prop::collection::vec(0u32..6, 1..9)) {
        let names: Vec<String> = (1..=given.len()).map(|n| n.to_string()).collect();
        let votes: Vec<(&str, u32)> = names.iter().map(String::as_str).zip(given).collect();
        let made = choice(By::Vote, 40, &[], &votes).unwrap();
        let of = |id: &str| votes.iter().find(|(name, _)| *name == id).unwrap().1;
        let chosen = chosen(&made);
        let tied: Vec<&str> =
            made.undecided.iter().flat_map(|u| &u.tied).map(|id| id.strip_prefix("checklist.item.").unwrap()).collect();
        let places = made.undecided.as_ref().map_or(0, |u| u.places);
        prop_assert!(chosen.len() + places <= PRIORITIES);
        prop_assert!(tied.is_empty() || (tied.len() > places && places > 0 && chosen.len() + places == PRIORITIES));
        prop_assert!(tied.iter().all(|t| of(t) == of(tied[0])));
        for (name, count) in &votes {
            let left_out = !chosen.contains(name) && !tied.contains(name);
            if left_out && *count > 0 {
                prop_assert!(chosen.iter().chain(&tied).all(|c| of(c) > *count), "{name}");
                prop_assert_eq!(chosen.len() + places, PRIORITIES);
            }
        }
        prop_assert!(chosen.iter().all(|c| of(c) > 0 && tied.iter().all(|t| of(c) > of(t))));
    }
}

#[test]
fn the_report_says_first_that_it_is_for_the_team_and_draws_what_it_also_says() {
    for texts in [Texts::nl(), Texts::en()] {
        let mut tied = example();
        tied["choice"].as_object_mut().unwrap().remove("chosen");
        for answers in [example(), tied, answers("1", &[])] {
            let document = made(&answers, &texts);
            let page = report::checklist(&document, &texts);
            assert!(matches!(&page.blocks[0], Block::Notice(items) if items[0].text == document.notice));
            let (text, html) = (page.write(Format::Text), page.write(Format::Html));
            for missing in ["[?]", "[nl]", "[en]", "{a}", "{b}", "{n}", "{m}"] {
                assert!(!text.contains(missing), "{missing}");
            }
            assert!(text.lines().all(|line| line.chars().count() <= 80 && line.trim_end() == line));
            let parsed = roxmltree::Document::parse(html.strip_prefix("<!DOCTYPE html>\n").unwrap()).unwrap();
            let drawn: Vec<_> = parsed.descendants().filter(|n| n.has_tag_name("svg")).collect();
            assert_eq!(drawn.len(), document.blocks.len() + document.items.len());
            for picture in drawn {
                let words = picture.attribute("aria-label").unwrap();
                assert_eq!(picture.attribute("role"), Some("img"));
                let bars: Vec<u32> = picture
                    .children()
                    .filter(|n| n.has_tag_name("rect"))
                    .map(|n| n.attribute("height").unwrap().parse().unwrap())
                    .collect();
                let given = bars.iter().filter(|height| **height > 1).count();
                assert_eq!((bars.len(), given), (10, words.matches('×').count()), "{words}");
            }
            // By the document alone, and by the call.
            let json = call::checklist(&answers.to_string(), &Rules::builtin(), &texts).unwrap();
            assert_eq!(call::report(&json, "html", &texts).unwrap(), html);
        }
    }
}

#[test]
fn what_the_team_says_is_shown_as_text_and_never_logged() {
    let mut answers = example();
    answers["choice"]["chosen"][0]["reason"] = json!("<script>alert(1)</script> geheim");
    let document = made(&answers, &Texts::nl());
    let html = report::checklist(&document, &Texts::nl()).write(Format::Html);
    assert!(html.contains("&lt;script&gt;") && !html.contains("<script"));
    let read = TeamAnswers::from_json(&answers.to_string()).unwrap();
    let given: AnswersDocument = serde_json::from_value(answers).unwrap();
    for logged in [format!("{document:?}"), format!("{read:?}"), format!("{given:?}")] {
        assert!(!logged.contains("geheim"));
    }
}

#[test]
fn language_changes_texts_and_nothing_else() {
    let (nl, en) = (made(&example(), &Texts::nl()), made(&example(), &Texts::en()));
    let strip = |document: &ChecklistDocument| {
        let mut value = serde_json::to_value(document).unwrap();
        fn texts(value: &mut Value) {
            match value {
                Value::Object(map) => {
                    for key in ["label", "text", "statement", "question", "notice", "lang"] {
                        map.remove(key);
                    }
                    map.values_mut().for_each(texts);
                }
                Value::Array(list) => list.iter_mut().for_each(texts),
                _ => {}
            }
        }
        texts(&mut value);
        value
    };
    assert_eq!(strip(&nl), strip(&en));
    assert!(nl.items.iter().zip(&en.items).all(|(a, b)| a.statement != b.statement && a.label != b.label));
}
