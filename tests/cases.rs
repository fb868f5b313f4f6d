//! What must hold for a case: what goes in, what comes out, and what is refused.

use proptest::prelude::*;
use raakvlak::boundary::{AdviceDocument, Advised, PairOrCase, Role, Sector, Stated};
use raakvlak::error::Code;
use raakvlak::frame::Difference;
use raakvlak::program::Status;
use raakvlak::{Case, Rules, Texts, advise, casework, compare, why};
use serde_json::{Value, json};

fn given(case: Value) -> AdviceDocument {
    advise(&Case::from_json(&case.to_string()).unwrap(), &Rules::builtin(), &Texts::en())
}

fn refused(case: Value) -> (Code, String) {
    let error = Case::from_json(&case.to_string()).unwrap_err();
    (error.code(), error.path().to_owned())
}

/// A case with a professional, a father and a daughter, and these further fields.
fn family(more: Value) -> Value {
    let mut case = json!({
        "schema": "raakvlak.case.v1",
        "sector": "youth-care",
        "people": [
            { "id": "me", "role": "professional" },
            { "id": "father", "role": "parent" },
            { "id": "daughter", "role": "child" },
        ],
    });
    case.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    case
}

fn circumstances(stated: Value) -> Value {
    family(json!({ "circumstances": stated }))
}

fn between(a: &str, b: &str) -> PairOrCase {
    PairOrCase::Pair { between: (a.to_owned(), b.to_owned()) }
}

fn find<'a>(advice: &'a AdviceDocument, id: &str) -> Vec<&'a Advised> {
    advice.advice.iter().filter(|a| a.id == id).collect()
}

fn status(advice: &AdviceDocument, id: &str) -> Status {
    let found = find(advice, id);
    assert!(!found.is_empty(), "{id} is not given by any rule");
    assert!(found.iter().all(|a| a.status == found[0].status), "{id} differs per pair");
    found[0].status
}

#[test]
fn a_safety_concern_comes_first_whatever_else_is_unknown() {
    for stated in [json!({"safety.concern": true}), json!({"safety.child-unsafe": true})] {
        let advice = given(json!({
            "schema": "raakvlak.case.v1", "sector": "other", "people": [], "circumstances": stated,
        }));
        assert_eq!(advice.notices[0].id, "safety.notice");
        assert_eq!(advice.advice[0].id, "safety.notice");
        let steps = advice.notices[0].points.iter().filter(|p| p.id.contains(".step-")).count();
        assert_eq!(steps, 5, "the reporting code has five steps");
        let text = format!("{:?}", advice.notices[0]);
        assert!(text.contains("112") && text.contains("0800-2000"));
    }
    let advice = given(circumstances(json!({"safety.concern": true, "safety.suicide-concern": true})));
    let ids: Vec<&str> = advice.notices.iter().map(|n| &*n.id).collect();
    assert_eq!(ids, ["safety.notice", "safety.crisis-line"]);
    assert!(advice.notices[1].text.contains("113"));
    let sheet = casework::worksheet(
        &Case::from_json(&circumstances(json!({"safety.concern": true})).to_string()).unwrap(),
        &Rules::builtin(),
        &Texts::nl(),
    );
    assert_eq!(sheet.notices[0].id, "safety.notice");
}

#[test]
fn no_notice_without_a_statement() {
    for stated in [json!({}), json!({"safety.concern": false}), json!({"safety.concern": "declined"})] {
        assert!(given(circumstances(stated)).notices.is_empty());
    }
}

#[test]
fn the_interpreter_hangs_on_a_shared_language() {
    let id = "organisation.interpreters";
    assert_eq!(status(&given(circumstances(json!({"language.shared": false}))), id), Status::Applies);
    assert_eq!(status(&given(circumstances(json!({"language.shared": true}))), id), Status::NotNow);
    let dutch = json!({ "between": ["me", "father"], "facet": "capacity.dutch-language", "difference": "different" });
    let advice = given(family(json!({ "comparisons": [dutch] })));
    assert_eq!(status(&advice, id), Status::Open);
    assert_eq!(find(&advice, id)[0].settled_by, ["language.shared"]);
}

#[test]
fn what_is_stated_of_a_pair_goes_before_what_is_stated_of_the_case() {
    let advice = given(family(json!({
        "circumstances": { "language.shared": false },
        "contacts": [{ "between": ["daughter", "me"], "circumstances": { "language.shared": true } }],
    })));
    let of: Vec<(PairOrCase, Status)> =
        find(&advice, "organisation.interpreters").iter().map(|a| (a.about.clone(), a.status)).collect();
    assert_eq!(of, [(between("me", "father"), Status::Applies), (between("me", "daughter"), Status::NotNow)]);
}

#[test]
fn without_people_rules_about_a_contact_are_decided_for_the_case() {
    let advice = given(json!({
        "schema": "raakvlak.case.v1", "sector": "other", "people": [], "circumstances": {"language.shared": false},
    }));
    let found = find(&advice, "organisation.interpreters");
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].status, &found[0].about), (Status::Applies, &serde_json::from_value(json!("case")).unwrap()));
}

#[test]
fn while_nothing_is_said_of_reflection_it_is_open_and_asked_first() {
    let advice = given(family(json!({})));
    assert_eq!(status(&advice, "competence.self-awareness.own-frame"), Status::Open);
    assert_eq!(advice.ask_next[0].observation, "reflection.own-frame");
    let advice = given(circumstances(json!({"reflection.own-frame": true})));
    assert_eq!(status(&advice, "competence.self-awareness.own-frame"), Status::NotNow);
}

#[test]
fn declined_is_shown_decides_as_unknown_and_is_never_asked() {
    let unknown = given(family(json!({})));
    let declined = given(circumstances(json!({"person.young": "declined"})));
    assert_eq!(status(&declined, "method.analysis.identity"), status(&unknown, "method.analysis.identity"));
    assert!(find(&declined, "method.analysis.identity")[0].settled_by.is_empty());
    assert!(declined.ask_next.iter().all(|a| a.observation != "person.young"));
    assert!(unknown.ask_next.iter().any(|a| a.observation == "person.young"));
    assert_eq!((&*declined.unsettled[0].observation, &*declined.unsettled[0].state), ("person.young", "declined"));
}

#[test]
fn a_contested_difference_shows_both_views_and_decides_as_unknown() {
    let state = |by: &str, difference: &str| json!({ "between": ["me", "father"], "facet": "culture.norms-values", "difference": difference, "stated_by": by });
    let advice = given(family(json!({ "comparisons": [state("me", "different"), state("father", "shared")] })));
    let of_father =
        |id: &str| find(&advice, id).into_iter().find(|a| a.about == between("me", "father")).unwrap().status;
    assert_eq!(of_father("principle.respect-despite-deviation"), Status::Open);
    let contested = &advice.unsettled[0];
    assert_eq!((&*contested.state, contested.views.len()), ("contested", 2));
    let overlap = &advice.overlap.contacts[0];
    assert_eq!((overlap.culture.low, overlap.culture.high, overlap.culture.known), (0, 100, 0));
    assert_eq!(overlap.facets[0].views.len(), 2);
    // Agreement of two people is one known value, and one person's decline leaves the other's view.
    for other in ["different", "declined"] {
        let agreed = given(family(json!({ "comparisons": [state("me", "different"), state("father", other)] })));
        let found = find(&agreed, "principle.respect-despite-deviation");
        assert_eq!(found[0].status, Status::Applies, "{other}");
    }
}

#[test]
fn overlap_is_an_interval_per_aspect_and_the_least_of_the_three_overall() {
    let compare = |facet: &str, difference: &str| json!({ "between": ["father", "me"], "facet": facet, "difference": difference });
    let advice = given(family(json!({ "comparisons": [
        compare("culture.norms-values", "different"),
        compare("culture.religion", "partly"),
        compare("culture.communication", "shared"),
        compare("capacity.dutch-language", "different"),
        compare("position.image-of-care", "declined"),
    ] })));
    let pair = &advice.overlap.contacts[0];
    assert_eq!(pair.between, ("me".to_owned(), "father".to_owned()));
    // Culture: 0 + ½ + 1 of 7 known on three; the other four count both ways.
    assert_eq!((pair.culture.low, pair.culture.high, pair.culture.known, pair.culture.of), (21, 79, 3, 7));
    assert_eq!((pair.capacity.low, pair.capacity.high), (0, 88));
    assert_eq!((pair.position.low, pair.position.high, pair.position.known), (0, 100, 0));
    assert_eq!((pair.overall.low, pair.overall.high, pair.overall.known), (0, 79, 4));
}

#[test]
fn differences_within_the_family_stand_apart() {
    let case = |difference: &str| {
        family(json!({ "comparisons": [
            { "between": ["father", "daughter"], "facet": "culture.norms-values", "difference": difference },
            { "between": ["me", "father"], "facet": "culture.norms-values", "difference": "shared" },
        ] }))
    };
    let (same, different) = (given(case("shared")), given(case("different")));
    assert_eq!(same.overlap.contacts, different.overlap.contacts);
    assert_eq!(different.overlap.family.len(), 1);
    assert_ne!(same.overlap.family, different.overlap.family);
    assert_eq!(status(&different, "frame.within-family.generation"), Status::Applies);
    for id in ["organisation.matching", "principle.respect-despite-deviation"] {
        let about: Vec<_> = find(&different, id).iter().map(|a| a.about.clone()).collect();
        assert_eq!(about, [between("me", "father"), between("me", "daughter")], "{id} is about the professional");
    }
}

#[test]
fn differences_on_several_aspects_at_once_are_reported_as_interplay() {
    let advice = given(family(json!({ "comparisons": [
        { "between": ["me", "father"], "facet": "culture.view-of-problem", "difference": "different" },
        { "between": ["me", "father"], "facet": "capacity.dutch-language", "difference": "different" },
    ] })));
    let found = find(&advice, "frame.interaction");
    assert_eq!(found[0].status, Status::Applies);
    assert_eq!(found[0].source.section, "1.1");
    let because: Vec<&str> = found[0].because.iter().map(|f| &*f.observation).collect();
    assert_eq!(because, ["culture.view-of-problem", "capacity.dutch-language"]);
    assert_eq!(status_of(&advice, "frame.overlap.bridge-need", "father"), Status::Open);
}

fn status_of(advice: &AdviceDocument, id: &str, with: &str) -> Status {
    find(advice, id).into_iter().find(|a| a.about == between("me", with)).unwrap().status
}

#[test]
fn the_first_page_has_at_most_seven_with_most_statements_first_and_nothing_that_always_holds() {
    for example in ["appendix-1", "elderly-care", "almost-unknown"] {
        let text = std::fs::read_to_string(raakvlak_tests::root().join(format!("examples/{example}.json"))).unwrap();
        let advice = given(serde_json::from_str(&text).unwrap());
        assert!((1..=7).contains(&advice.focus.len()), "{example}");
        assert!(advice.focus.windows(2).all(|w| w[0].facts >= w[1].facts), "{example}");
        for point in &advice.focus {
            assert!(find(&advice, &point.id).iter().all(|a| !a.always), "{}", point.id);
        }
    }
    let nothing = json!({ "schema": "raakvlak.case.v1", "sector": "other", "people": [] });
    assert!(given(nothing).focus.is_empty());
}

#[test]
fn an_ecogram_and_a_lifeline_feed_observations() {
    let ecogram = |complete: bool, lives: Option<&str>| {
        family(json!({ "ecogram": {
            "members": [{ "id": "aunt", "lives": lives }],
            "ties": [{ "between": ["daughter", "aunt"], "quality": "strong", "support": ["emotional"] }],
            "complete": complete,
        } }))
    };
    assert_eq!(status(&given(ecogram(false, None)), "method.analysis.network"), Status::NotNow);
    let abroad = "method.analysis.network.origin-country";
    assert_eq!(status(&given(ecogram(false, Some("origin-country"))), abroad), Status::NotNow);
    assert_eq!(status(&given(ecogram(false, Some("netherlands"))), abroad), Status::Open, "others may be lacking");
    assert_eq!(status(&given(ecogram(true, Some("netherlands"))), abroad), Status::Applies, "the list is complete");
    assert_eq!(status(&given(ecogram(true, None)), abroad), Status::Open, "where she lives is not known");

    let lifeline = family(json!({
        "circumstances": { "person.newcomer-or-refugee": true, "care.phase": "contact" },
        "lifeline": { "events": [{ "what": "arrived", "when": "2024-03" }] },
    }));
    assert_eq!(status(&given(lifeline), "method.analysis.migration-context"), Status::NotNow);
    // A decline takes nothing away from what is shown.
    let declined = family(json!({
        "circumstances": { "network.mapped": "declined" },
        "ecogram": { "ties": [{ "between": ["me", "father"] }] },
    }));
    assert_eq!(status(&given(declined), "method.analysis.network"), Status::NotNow);
}

#[test]
fn the_worksheet_follows_the_case() {
    let sheet = |stated: Value| {
        let case = Case::from_json(&circumstances(stated).to_string()).unwrap();
        casework::worksheet(&case, &Rules::builtin(), &Texts::en())
    };
    let order = |stated: Value| sheet(stated).attention.iter().map(|a| a.number).collect::<Vec<_>>();
    // Interests differ and goals are shared: point 9 comes first; 10 and 11 stay behind the gate.
    let asked = json!({"family.interests-differ": true, "upbringing.shared-goals": true, "goals.set-together": false});
    assert_eq!(order(asked.clone())[0], 9);
    assert_eq!(order(asked.clone())[5..], [11, 10]);
    assert!(sheet(asked).attention.iter().filter(|a| a.number >= 10).all(|a| a.held_back));
    // Once the other feels understood, nothing is held back.
    let understood =
        json!({"client.feels-understood": true, "goals.set-together": false, "alternatives.discussed": true});
    assert_eq!(order(understood.clone())[0], 11);
    assert!(sheet(understood).attention.iter().all(|a| !a.held_back));

    let sheet = sheet(json!({}));
    let numbers: Vec<u8> = sheet.questions.iter().map(|q| q.number).collect();
    assert_eq!(numbers, [1, 2, 3, 4]);
    assert_eq!(sheet.questions.iter().map(|q| q.sub.len()).sum::<usize>(), 11);
    assert_eq!(sheet.attention.iter().map(|a| a.points.len()).sum::<usize>(), 25);
}

#[test]
fn a_filled_in_worksheet_comes_back_as_it_was() {
    let case = Case::from_json(&circumstances(json!({"safety.concern": true})).to_string()).unwrap();
    let mut sheet = casework::worksheet(&case, &Rules::builtin(), &Texts::nl());
    sheet.questions[0].sub[0].answer = Some("zij was twee dagen weg \"thuis\" <ziek>".to_owned());
    sheet.attention[0].points[0].answer = Some("volgende week".to_owned());
    let json = serde_json::to_string(&sheet).unwrap();
    assert_eq!(casework::from_json(&json).unwrap(), sheet);
    assert_eq!(casework::from_json(&json.replace("casework.v1", "casework.v2")).unwrap_err().code(), Code::SchemaNewer);
}

#[test]
fn why_gives_every_rule_and_comparison_also_when_it_does_not_apply() {
    let case =
        Case::from_json(&circumstances(json!({"person.young": false, "trust": "declined"})).to_string()).unwrap();
    let (rules, texts) = (Rules::builtin(), Texts::en());
    let reason = why(&case, "method.analysis.identity", &rules, &texts).unwrap();
    assert_eq!(reason.decided[0].advice.status, Status::NotNow);
    assert_eq!(reason.decided[0].rules[0].all[0].value, Some(Stated::Flag(false)));
    let reason = why(&case, "competence.skills.trust", &rules, &texts).unwrap();
    assert_eq!(reason.decided[0].rules.len(), 2);
    assert_eq!(reason.decided[0].rules[0].all[0].state.as_deref(), Some("declined"));
    let matching = why(&case, "organisation.matching", &rules, &texts).unwrap();
    assert_eq!(matching.decided.len(), 2, "once per contact");
    assert_eq!(matching.decided[0].rules[0].with[0].advice, "frame.overlap.bridge-need");
    assert!(matching.decided[0].rules[0].operationalisation.is_some());
    assert_eq!(why(&case, "method.analysis.identiti", &rules, &texts).unwrap_err().code(), Code::KnowledgeUnknown);
    assert_eq!(why(&case, "ref.handbook", &rules, &texts).unwrap_err().code(), Code::AdviceUnknown);
}

#[test]
fn why_and_compare_too_put_the_notices_first() {
    let case = |stated: Value| Case::from_json(&circumstances(stated).to_string()).unwrap();
    let (quiet, concern) = (case(json!({})), case(json!({"safety.concern": true})));
    let (rules, texts) = (Rules::builtin(), Texts::en());
    assert_eq!(why(&concern, "method.motivating", &rules, &texts).unwrap().notices[0].id, "safety.notice");
    assert!(why(&quiet, "safety.notice", &rules, &texts).unwrap().notices.is_empty());
    let changes = compare(&quiet, &concern, &rules, &texts);
    assert_eq!((&*changes.notices[0].id, &*changes.changed[0].id), ("safety.notice", "safety.notice"));
    assert!(compare(&concern, &quiet, &rules, &texts).notices.is_empty());
}

#[test]
fn compare_names_what_changed_and_through_which_statement() {
    let case = |stated: Value| Case::from_json(&circumstances(stated).to_string()).unwrap();
    let (rules, texts) = (Rules::builtin(), Texts::en());
    let same = compare(&case(json!({})), &case(json!({})), &rules, &texts);
    assert!(same.changed.is_empty());
    let old = case(json!({"trust": "none", "person.young": true}));
    let new = case(json!({"trust": "basis", "person.young": true}));
    let changes = compare(&old, &new, &rules, &texts).changed;
    let trust = changes.iter().find(|c| c.id == "competence.attitude.relation-first").unwrap();
    assert_eq!((trust.from, trust.to), (Some(Status::Applies), Some(Status::NotNow)));
    assert_eq!(trust.through.len(), 1);
    assert_eq!(trust.through[0].observation, "trust");
    assert_eq!(trust.through[0].to, Some("basis".into()));
    assert!(changes.iter().all(|c| c.through.iter().all(|t| t.observation == "trust")));
}

#[test]
fn every_mistake_has_its_code_and_place() {
    let comparison = |facet: &str, a: &str, b: &str, difference: &str| json!({ "between": [a, b], "facet": facet, "difference": difference });
    let norms = "culture.norms-values";
    let compared = |c: Vec<Value>| family(json!({ "comparisons": c }));
    let table: Vec<(Value, Code, &str)> = vec![
        (json!([]), Code::ValueType, "$"),
        (json!(["raakvlak.case.v1", "other", []]), Code::ValueType, "$"),
        (family(json!({"people": [["a", "child", null]]})), Code::ValueType, "$.people[0]"),
        (family(json!({"lifeline": [[]]})), Code::ValueType, "$.lifeline"),
        (
            compared(vec![json!({"between": ["me", "father", "daughter"], "facet": norms, "difference": "shared"})]),
            Code::ValueType,
            "$.comparisons[0].between",
        ),
        (json!({"sector": "other", "people": []}), Code::FieldMissing, "$.schema"),
        (json!({"schema": 3}), Code::ValueType, "$.schema"),
        (json!({"schema": "raakvlak.advice.v1"}), Code::SchemaWrong, "$.schema"),
        (json!({"schema": "raakvlak.case.v7", "new": 1}), Code::SchemaNewer, "$.schema"),
        (json!({"schema": "raakvlak.case.v1", "people": []}), Code::FieldMissing, "$.sector"),
        (json!({"schema": "raakvlak.case.v1", "sector": "hospital", "people": []}), Code::ValueUnknown, "$.sector"),
        (family(json!({"ethnicity": "x"})), Code::FieldUnknown, "$.ethnicity"),
        (
            family(json!({"people": [{"id": "a", "role": "child", "born-in": "x"}]})),
            Code::FieldUnknown,
            "$.people[0].born-in",
        ),
        (family(json!({"people": [{"id": "", "role": "child"}]})), Code::PersonIdEmpty, "$.people[0].id"),
        (
            family(json!({"people": [{"id": "a", "role": "child"}, {"id": "a", "role": "parent"}]})),
            Code::PersonIdRepeated,
            "$.people[1].id",
        ),
        (family(json!({"people": {"id": "a"}})), Code::ValueType, "$.people"),
        (compared(vec![comparison(norms, "me", "me", "shared")]), Code::PairOfOne, "$.comparisons[0].between"),
        (
            compared(vec![comparison(norms, "me", "nobody", "shared")]),
            Code::PersonUnknown,
            "$.comparisons[0].between[1]",
        ),
        (
            compared(vec![comparison("culture.food", "me", "father", "shared")]),
            Code::FacetUnknown,
            "$.comparisons[0].facet",
        ),
        (compared(vec![comparison("trust", "me", "father", "shared")]), Code::FacetUnknown, "$.comparisons[0].facet"),
        (compared(vec![comparison(norms, "me", "father", "much")]), Code::ValueUnknown, "$.comparisons[0].difference"),
        (
            compared(vec![json!({"between": ["me"], "facet": norms, "difference": "shared"})]),
            Code::ValueType,
            "$.comparisons[0].between",
        ),
        (
            compared(vec![comparison(norms, "me", "father", "shared"), comparison(norms, "father", "me", "partly")]),
            Code::ComparisonConflict,
            "$.comparisons[1].difference",
        ),
        (
            compared(vec![
                json!({"between": ["me", "father"], "facet": norms, "difference": "shared", "stated_by": "aunt"}),
            ]),
            Code::PersonUnknown,
            "$.comparisons[0].stated_by",
        ),
        (circumstances(json!({"person.yong": true})), Code::ObservationUnknown, "$.circumstances['person.yong']"),
        (circumstances(json!({"trust": "much"})), Code::ObservationValue, "$.circumstances.trust"),
        (circumstances(json!({"trust": true})), Code::ObservationValue, "$.circumstances.trust"),
        (circumstances(json!({"person.young": "yes"})), Code::ObservationValue, "$.circumstances['person.young']"),
        (circumstances(json!({"person.young": 1})), Code::ValueType, "$.circumstances['person.young']"),
        (circumstances(json!({norms: "shared"})), Code::ObservationValue, "$.circumstances['culture.norms-values']"),
        (
            family(json!({"contacts": [{"between": ["me", "father"], "circumstances": {"person.young": true}}]})),
            Code::ObservationValue,
            "$.contacts[0].circumstances['person.young']",
        ),
        (
            family(json!({"contacts": [
                {"between": ["me", "father"], "circumstances": {}}, {"between": ["father", "me"], "circumstances": {}},
            ]})),
            Code::FieldRepeated,
            "$.contacts[1].between",
        ),
        (
            family(
                json!({"circumstances": {"network.mapped": false}, "ecogram": {"ties": [{"between": ["me", "father"]}]}}),
            ),
            Code::ObservationContradicts,
            "$.circumstances['network.mapped']",
        ),
        (
            circumstances(json!({"family.parents-and-children": false})),
            Code::ObservationContradicts,
            "$.circumstances['family.parents-and-children']",
        ),
        (
            family(
                json!({"contacts": [{"between": ["me", "father"], "circumstances": {"pair.parent-and-child": true}}]}),
            ),
            Code::ObservationContradicts,
            "$.contacts[0].circumstances['pair.parent-and-child']",
        ),
        (
            family(json!({"ecogram": {"members": [{"id": "me"}], "ties": []}})),
            Code::PersonIdRepeated,
            "$.ecogram.members[0].id",
        ),
        (
            family(json!({"ecogram": {"ties": [{"between": ["me", "x"]}]}})),
            Code::PersonUnknown,
            "$.ecogram.ties[0].between[1]",
        ),
        (
            family(json!({"lifeline": {"events": [{"what": "x", "when": "2015-02-30"}]}})),
            Code::DateInvalid,
            "$.lifeline.events[0].when",
        ),
        (family(json!({"lifeline": {"events": [{"what": " "}]}})), Code::ValueUnknown, "$.lifeline.events[0].what"),
    ];
    for (case, code, path) in table {
        assert_eq!(refused(case.clone()), (code, path.to_owned()), "{case}");
    }
}

#[test]
fn an_error_speaks_plainly_and_never_repeats_a_long_or_private_value() {
    let said = |case: Value| Case::from_json(&case.to_string()).unwrap_err().to_string();
    assert_eq!(said(family(json!({"people": "SECRET"}))), "this is a text; expected a list (at $.people)");
    assert_eq!(
        said(family(json!({"comparisons": [{"between": ["me"], "facet": "x", "difference": "shared"}]}))),
        "this is a list of 1; expected two ids (at $.comparisons[0].between)"
    );
    assert_eq!(said(family(json!({"note": 3}))), "this is a number; expected a text (at $.note)");
    let long = "x".repeat(100_000);
    for case in [
        family(json!({"sector": long.clone()})),
        family(json!({long.clone(): 1})),
        circumstances(json!({long.clone(): true})),
        family(json!({"people": [{"id": long.clone(), "role": long.clone()}]})),
        family(json!({"comparisons": [{"between": ["me", long.clone()], "facet": "x", "difference": "shared"}]})),
    ] {
        let error = Case::from_json(&case.to_string()).unwrap_err();
        assert!(error.message().len() < 400, "{}", error.message().len());
    }
}

#[test]
fn broken_text_is_refused_and_nothing_panics() {
    let code = |text: &str| Case::from_json(text).unwrap_err().code();
    assert_eq!(code(""), Code::NotJson);
    assert_eq!(code("niet json"), Code::NotJson);
    assert_eq!(code("{\"schema\": \"raakvlak.case.v1\","), Code::NotJson);
    assert_eq!(code("{} {}"), Code::NotJson);
    let whole = family(json!({})).to_string();
    assert_eq!(code(&format!("{whole} x")), Code::NotJson);
    let twice = r#"{"schema": "raakvlak.case.v1", "sector": "other", "sector": "other", "people": []}"#;
    assert_eq!(code(twice), Code::FieldRepeated);
    let twice = r#"{"schema": "raakvlak.case.v1", "sector": "other", "people": [],
                    "circumstances": {"trust": "none", "trust": "none"}}"#;
    let error = Case::from_json(twice).unwrap_err();
    assert_eq!((error.code(), error.path()), (Code::FieldRepeated, "$.circumstances.trust"));
    for open in ["[", "{\"a\":", "{\"schema\": \"raakvlak.case.v1\", \"people\": ["] {
        let deep = open.repeat(1_000_000 / open.len());
        assert!(matches!(code(&deep), Code::NotJson | Code::TooDeep | Code::ValueType), "{open}");
    }
    let deep = format!(r#"{{"schema": "raakvlak.case.v1", "sector": "other", "people": {}"#, "[".repeat(500_000));
    assert!(matches!(code(&deep), Code::TooDeep | Code::NotJson));
    let deep = format!(
        r#"{{"schema": "raakvlak.case.v1", "sector": "other", "people": {}{}}}"#,
        "[".repeat(500_000),
        "]".repeat(500_000)
    );
    assert!(matches!(code(&deep), Code::TooDeep | Code::ValueType));
    // Every prefix of a good case is refused, not half read.
    for end in (0..whole.len()).filter(|i| whole.is_char_boundary(*i)) {
        assert!(Case::from_json(&whole[..end]).is_err());
    }
}

#[test]
fn a_case_of_100_000_comparisons_is_decided() {
    let people = 500usize;
    let facets: Vec<&str> = raakvlak::observation::all()
        .iter()
        .filter(|o| o.values().len() == 3 && o.id.contains('.'))
        .map(|o| o.id)
        .filter(|id| ["culture", "capacity", "position"].contains(&id.split('.').next().unwrap()))
        .collect();
    let mut builder = Case::builder(Sector::Other).person("p0", Role::Professional);
    for i in 1..people {
        builder = builder.person(format!("p{i}"), Role::Client);
    }
    let mut stated = 0;
    'all: for a in 0..people {
        for b in a + 1..people {
            for facet in &facets {
                builder = builder.difference(format!("p{a}"), format!("p{b}"), *facet, Difference::Different);
                stated += 1;
                if stated == 100_000 {
                    break 'all;
                }
            }
        }
    }
    let case = builder.build().unwrap();
    let advice = advise(&case, &Rules::builtin(), &Texts::nl());
    assert_eq!(advice.overlap.contacts.len() + advice.overlap.family.len(), 100_000usize.div_ceil(facets.len()));
}

#[test]
fn notes_are_not_in_debug_output() {
    let case = Case::from_json(
        &family(json!({
            "note": "SECRET",
            "people": [{ "id": "a", "role": "child", "note": "SECRET" }, { "id": "b", "role": "parent" }],
            "comparisons": [{ "between": ["a", "b"], "facet": "culture.religion", "difference": "partly", "note": "SECRET" }],
            "ecogram": { "members": [{ "id": "c", "note": "SECRET" }], "ties": [{ "between": ["a", "c"], "note": "SECRET" }] },
            "lifeline": { "events": [{ "what": "SECRET", "meant": "SECRET" }] },
        }))
        .to_string(),
    )
    .unwrap();
    assert!(!format!("{case:?} {case:#?}").contains("SECRET"));
}

/// A random case: the same people each time, some things stated.
fn any_case() -> impl Strategy<Value = Value> {
    let observations: Vec<(&str, Vec<Value>)> = raakvlak::boundary::observations(raakvlak::rule::About::Case, &[])
        .into_iter()
        .filter(|o| o.kind != "difference")
        .map(|o| {
            let values = o.values.iter().map(|v| match &**v {
                "yes" => json!(true),
                "no" => json!(false),
                word => json!(word),
            });
            let id = raakvlak::observation::find(&o.id).unwrap().id;
            (id, values.chain([json!("declined")]).collect())
        })
        // The list of people shows this one.
        .filter(|(id, _)| *id != "family.parents-and-children")
        .collect();
    let facets: Vec<&str> = raakvlak::boundary::observations(raakvlak::rule::About::Case, &[])
        .iter()
        .filter(|o| o.kind == "difference")
        .map(|o| raakvlak::observation::find(&o.id).unwrap().id)
        .collect();
    let stated = prop::collection::vec((0..observations.len(), 0..4usize), 0..12);
    let compared = prop::collection::btree_map((0..3usize, prop::sample::select(facets)), 0..4usize, 0..14);
    (stated, compared).prop_map(move |(stated, compared)| {
        let circumstances: serde_json::Map<String, Value> = stated
            .into_iter()
            .map(|(o, v)| {
                let (id, values) = &observations[o];
                ((*id).to_owned(), values[v % values.len()].clone())
            })
            .collect();
        let pairs = [["me", "father"], ["me", "daughter"], ["father", "daughter"]];
        let comparisons: Vec<Value> = compared
            .into_iter()
            .map(|((pair, facet), d)| {
                let difference = ["shared", "partly", "different", "declined"][d];
                json!({ "between": pairs[pair], "facet": facet, "difference": difference })
            })
            .collect();
        family(json!({ "circumstances": circumstances, "comparisons": comparisons }))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn adding_to_a_case_never_overturns_what_was_settled(case in any_case(), keep in any::<u64>()) {
        // Some of the statements first, then all of them.
        let mut less = case.clone();
        let mut n = 0;
        let mut kept = || { n += 1; keep >> (n % 64) & 1 == 1 };
        less["circumstances"].as_object_mut().unwrap().retain(|_, _| kept());
        less["comparisons"].as_array_mut().unwrap().retain(|_| kept());
        let (before, after) = (given(less), given(case));
        for (was, is) in before.advice.iter().zip(&after.advice) {
            prop_assert_eq!((&was.id, &was.about), (&is.id, &is.about));
            // To decline is to say nothing more, so it adds no knowledge either way.
            if was.status != Status::Open {
                prop_assert_eq!(was.status, is.status, "{}", was.id);
            }
        }
    }

    #[test]
    fn nothing_hangs_on_notes_sector_names_or_the_order_of_statements(case in any_case()) {
        let mut other = case.clone();
        other["sector"] = json!("elderly-care");
        other["note"] = json!("a note");
        other["comparisons"].as_array_mut().unwrap().reverse();
        for c in other["comparisons"].as_array_mut().unwrap() {
            c["note"] = json!("a note");
            c["between"].as_array_mut().unwrap().reverse();
        }
        let renamed = |case: &Value| case.to_string().replace("\"father\"", "\"zz\"").replace("\"daughter\"", "\"aa\"");
        let (one, two) = (given(case.clone()), given(other.clone()));
        prop_assert_eq!(serde_json::to_string(&one).unwrap(), serde_json::to_string(&two).unwrap());
        let names: AdviceDocument = given(serde_json::from_str(&renamed(&other)).unwrap());
        let of = |a: &AdviceDocument| a.advice.iter().map(|a| (a.id.clone(), a.status)).collect::<Vec<_>>();
        prop_assert_eq!(of(&one), of(&names));
    }
}

#[test]
fn help_that_fails_or_problems_that_grow_put_safety_first_in_every_sector() {
    for sector in ["youth-care", "elderly-care", "other"] {
        for stated in [json!({"help.voluntary-enough": false}), json!({"problems.worse": true})] {
            let mut stated = stated;
            // More statements stand behind other advices; safety still comes first.
            stated["network.mapped"] = false.into();
            stated["person.newcomer-or-refugee"] = true.into();
            let advice = given(json!({
                "schema": "raakvlak.case.v1", "sector": sector, "people": [], "circumstances": stated,
            }));
            assert_eq!(advice.focus[0].id, "safety.look-again", "{stated}");
            assert!(advice.focus.len() > 1 && advice.notices.is_empty(), "an advice, and not a notice");
        }
    }
}

#[test]
fn a_comparison_tells_which_houses_changed_and_through_what() {
    let case = |stated: Value| Case::from_json(&circumstances(stated).to_string()).unwrap();
    let (old, new) =
        (case(json!({"safety.concern": true})), case(json!({"safety.concern": true, "safety.child-unsafe": true})));
    let changes = compare(&old, &new, &Rules::builtin(), &Texts::en());
    let red: Vec<_> = changes.changed.iter().filter(|c| c.id == "house.red").collect();
    assert_eq!(red.len(), 1);
    assert_eq!((red[0].from, red[0].to), (Some(Status::Open), Some(Status::Applies)));
    assert_eq!(red[0].through[0].observation, "safety.child-unsafe");
    assert!(changes.changed.iter().all(|c| c.id != "safety.notice"), "it applied before as well");
}

#[test]
fn advice_does_not_speak_of_houses() {
    let advice = given(circumstances(json!({"safety.child-unsafe": true, "explained.red": true})));
    assert!(advice.advice.iter().all(|a| !a.id.starts_with("house") && !a.id.starts_with("parents")));
}

#[test]
fn a_step_that_is_misspelt_gets_the_nearest_one_as_help() {
    let error = Case::from_json(&circumstances(json!({"trust": "bassis"})).to_string()).unwrap_err();
    assert_eq!((error.code(), error.help()), (Code::ObservationValue, Some("did you mean `basis`?")));
}
