//! The documents beside the network: cooperation, district teams, visions, facts.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;

use proptest::prelude::*;
use raakvlak::boundary::{
    BusinessCase, ChosenPart, CooperationDocument, CooperationList, DescribedRole, DistrictTeamDocument, Evaluation,
    FactsDocument, FormalParty, Honour, InformalKind, InformalParty, IntegralPlan, OwnPart, ReplacedPart,
    ReviewDocument, Stated, SubjectPlan, UrgencySeen, VisionChoices, VisionDocument, Words, WorkingAgreement, call,
};
use raakvlak::cooperation::{self, Cooperation};
use raakvlak::district_team::{self, DistrictTeam, Subject};
use raakvlak::error::Code;
use raakvlak::network::Network;
use raakvlak::program::Status;
use raakvlak::report::{self, Format};
use raakvlak::rule::About;
use raakvlak::situation::Situation;
use raakvlak::vision::{Vision, compose};
use raakvlak::{Error, Rules, Texts, boundary, fact, knowledge, observation};
use serde_json::{Value, json};

fn cooperation_document() -> Value {
    json!({
        "schema": "raakvlak.cooperation.v1",
        "id": "north",
        "name": "Samen in Noord",
        "network": "youth-care-north",
        "complete": ["formal", "informal", "agreements"],
        "formal": [{"id": "youth-care", "name": "Jeugdhulp Noord", "network_party": "p1"}],
        "informal": [
            {"id": "mothers", "kind": "women", "supports_families": true, "offers": "koffie en advies", "met": true},
            {"id": "choir", "kind": "cultural", "supports_families": false, "met": true},
        ],
        "circumstances": {},
        "added_value": "ouders komen eerder",
        "roles": [
            {"of": "youth-care", "role": "hulp als het zwaar wordt"},
            {"of": "mothers", "role": "naast ouders staan"},
            {"of": "choir", "role": "mensen wijzen op de vrouwengroep"},
        ],
        "agreements": [{"id": "together", "what": "samen op huisbezoek", "task_of": ["youth-care", "mothers"],
                        "since": "2026-03"}],
        "honours": ["location"],
        "evaluations": [{"on": "2026-06", "what": "loopt goed"}, {"on": "2026-12"}],
        "note": "geheim",
    })
}

fn team_document() -> Value {
    json!({
        "schema": "raakvlak.district-team.v1",
        "id": "teams-west",
        "municipality": "Westerstad",
        "circumstances": {},
        "business_case": {
            "earlier": "minder crisis",
            "better_results": "hulp die past",
            "urgency": {"municipality": false, "team": true},
        },
        "plan": {
            "complete": true,
            "composition": {"goals": ["een team als de wijk"], "owner": "teamleider"},
            "method": {"actions": [{"action": "bewoners vragen wat zij willen", "by": "2027-03", "done": false}],
                       "status": [{"status": "idea", "on": "2026"}]},
            "expertise": {},
        },
        "project_leader": {"function": "beleidsadviseur", "since": "2026-09-01"},
        "working_group": {"functions": ["wijkverpleegkundige", "ouderenadviseur"]},
        "monitor": [
            {"wave": "2026", "sheets": 10, "medians": {"outreach": 4.5, "checklist.item.16": 3.0}},
            {"wave": "2027", "sheets": 9, "medians": {"outreach": 7.0}},
        ],
        "procurement": {"like": "tool.procurement-checklist", "demands": ["tolken worden vergoed"]},
        "note": "geheim",
    })
}

fn of_cooperation(document: &Value) -> Result<Cooperation, Error> {
    Cooperation::from_json(&document.to_string())
}

fn of_team(document: &Value) -> Result<DistrictTeam, Error> {
    DistrictTeam::from_json(&document.to_string())
}

fn reviewed(cooperation: &Cooperation) -> ReviewDocument {
    cooperation::review(cooperation, &Rules::builtin(), &Texts::nl())
}

fn reviewed_team(team: &DistrictTeam) -> ReviewDocument {
    district_team::review(team, &Rules::builtin(), &Texts::nl())
}

fn statuses(review: &ReviewDocument) -> BTreeMap<&str, Status> {
    review.advice.iter().map(|advice| (&*advice.id, advice.status)).collect()
}

/// The document, changed at one place.
fn changed(document: &Value, pointer: &str, value: Value) -> Value {
    let mut changed = document.clone();
    let (parent, field) = pointer.rsplit_once('/').unwrap();
    match changed.pointer_mut(parent).unwrap() {
        Value::Array(list) => list[field.parse::<usize>().unwrap()] = value,
        parent => parent[field] = value,
    }
    changed
}

fn assert_refused<T: Debug>(
    document: &Value,
    read: impl Fn(&Value) -> Result<T, Error>,
    table: &[(&str, Value, Code, &str)],
) {
    assert!(read(document).is_ok());
    for (pointer, value, code, path) in table {
        let error = read(&changed(document, pointer, value.clone())).unwrap_err();
        assert_eq!((error.code(), error.path()), (*code, *path), "{pointer}: {error}");
    }
}

#[test]
fn what_cannot_be_in_a_cooperation_is_refused_with_its_place() {
    let blank = || json!(" ");
    assert_refused(
        &cooperation_document(),
        of_cooperation,
        &[
            ("/schema", json!("raakvlak.cooperation.v2"), Code::SchemaNewer, "$.schema"),
            ("/id", json!("Noord"), Code::NetworkId, "$.id"),
            ("/network", json!("het netwerk"), Code::NetworkId, "$.network"),
            ("/people", json!([]), Code::FieldUnknown, "$.people"),
            ("/complete/0", json!("roles"), Code::ValueUnknown, "$.complete[0]"),
            ("/formal/0/id", json!(""), Code::NetworkId, "$.formal[0].id"),
            ("/informal/1/id", json!("mothers"), Code::NetworkId, "$.informal[1].id"),
            ("/informal/1/id", json!("youth-care"), Code::NetworkId, "$.informal[1].id"),
            ("/informal/0/kind", json!("sport"), Code::ValueUnknown, "$.informal[0].kind"),
            ("/informal/0/met", json!("soon"), Code::ValueUnknown, "$.informal[0].met"),
            ("/informal/0/supports_families", json!("x"), Code::ValueUnknown, "$.informal[0].supports_families"),
            ("/informal/0/offers", blank(), Code::ValueUnknown, "$.informal[0].offers"),
            ("/added_value", blank(), Code::ValueUnknown, "$.added_value"),
            ("/roles/0/of", json!("father"), Code::NetworkUnknown, "$.roles[0].of"),
            ("/roles/0/role", blank(), Code::ValueUnknown, "$.roles[0].role"),
            ("/agreements/0/task_of/1", json!("mother"), Code::NetworkUnknown, "$.agreements[0].task_of[1]"),
            ("/agreements/0/since", json!("2026-13"), Code::DateInvalid, "$.agreements[0].since"),
            ("/agreements/0/what", blank(), Code::ValueUnknown, "$.agreements[0].what"),
            ("/honours/0", json!("salary"), Code::ValueUnknown, "$.honours[0]"),
            ("/evaluations/0/on", json!("in June"), Code::DateInvalid, "$.evaluations[0].on"),
            ("/circumstances/trust", json!("basis"), Code::ObservationUnknown, "$.circumstances.trust"),
            (
                "/circumstances/district-team.reach",
                json!(true),
                Code::ObservationUnknown,
                "$.circumstances['district-team.reach']",
            ),
            (
                "/circumstances/cooperation-state.equal",
                json!("often"),
                Code::ObservationValue,
                "$.circumstances['cooperation-state.equal']",
            ),
            (
                "/circumstances/cooperation-state.honoured",
                json!(false),
                Code::ObservationContradicts,
                "$.circumstances['cooperation-state.honoured']",
            ),
        ],
    );
}

#[test]
fn what_cannot_be_of_a_district_team_is_refused_with_its_place() {
    let blank = || json!("");
    assert_refused(
        &team_document(),
        of_team,
        &[
            ("/schema", json!("raakvlak.network.v1"), Code::SchemaWrong, "$.schema"),
            ("/id", json!("teams west"), Code::NetworkId, "$.id"),
            ("/residents", json!([]), Code::FieldUnknown, "$.residents"),
            ("/business_case/earlier", blank(), Code::ValueUnknown, "$.business_case.earlier"),
            ("/business_case/better_results", blank(), Code::ValueUnknown, "$.business_case.better_results"),
            ("/business_case/urgency/team", json!("a bit"), Code::ValueUnknown, "$.business_case.urgency.team"),
            (
                "/business_case/urgency/neighbours",
                json!(true),
                Code::FieldUnknown,
                "$.business_case.urgency.neighbours",
            ),
            ("/plan/money", json!({}), Code::FieldUnknown, "$.plan.money"),
            ("/plan/composition/goals/0", blank(), Code::ValueUnknown, "$.plan.composition.goals[0]"),
            ("/plan/method/actions/0/action", blank(), Code::ValueUnknown, "$.plan.method.actions[0].action"),
            ("/plan/method/actions/0/by", json!("2027-02-29"), Code::DateInvalid, "$.plan.method.actions[0].by"),
            ("/plan/method/status/0/on", json!("now"), Code::DateInvalid, "$.plan.method.status[0].on"),
            ("/plan/method/status/0/status", json!("done"), Code::ValueUnknown, "$.plan.method.status[0].status"),
            ("/project_leader/function", blank(), Code::ValueUnknown, "$.project_leader.function"),
            ("/project_leader/since", json!("2026-9-1"), Code::DateInvalid, "$.project_leader.since"),
            ("/working_group/functions/1", blank(), Code::ValueUnknown, "$.working_group.functions[1]"),
            ("/monitor/1/wave", json!("2026"), Code::NetworkId, "$.monitor[1].wave"),
            ("/monitor/0/medians/outreach", json!(11.0), Code::NetworkNumber, "$.monitor[0].medians.outreach"),
            ("/monitor/0/medians/money", json!(5.0), Code::ChecklistItem, "$.monitor[0].medians.money"),
            ("/procurement/like", json!("tool.procurement"), Code::KnowledgeUnknown, "$.procurement.like"),
            ("/procurement/demands/0", blank(), Code::ValueUnknown, "$.procurement.demands[0]"),
            (
                "/circumstances/cooperation-state.equal",
                json!(true),
                Code::ObservationUnknown,
                "$.circumstances['cooperation-state.equal']",
            ),
            (
                "/circumstances/district-team.plan-composition",
                json!(false),
                Code::ObservationContradicts,
                "$.circumstances['district-team.plan-composition']",
            ),
        ],
    );
}

#[test]
fn the_schemas_take_what_the_reader_takes_and_refuse_other_words() {
    for (name, document, review) in [
        ("cooperation", cooperation_document(), reviewed(&of_cooperation(&cooperation_document()).unwrap())),
        ("district-team", team_document(), reviewed_team(&of_team(&team_document()).unwrap())),
    ] {
        let schema = |name: &str| jsonschema::draft202012::new(&boundary::schema(name).unwrap()).unwrap();
        let of_document = schema(name);
        let errors: Vec<String> = of_document.iter_errors(&document).map(|e| e.to_string()).collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
        assert!(!of_document.is_valid(&changed(&document, "/circumstances/trust", json!("basis"))), "{name}");
        assert!(schema("review").is_valid(&serde_json::to_value(&review).unwrap()), "{name}");
        let again: ReviewDocument = serde_json::from_value(serde_json::to_value(&review).unwrap()).unwrap();
        assert_eq!(again, review, "{name}");
    }
}

#[test]
fn what_is_not_known_stays_open() {
    let nothing = |schema: &str| json!({ "schema": schema });
    let empty_lists = json!({
        "schema": "raakvlak.cooperation.v1",
        "formal": [{"id": "a"}], "informal": [{"id": "b", "kind": "key-person"}],
    });
    let empty_plan = json!({"schema": "raakvlak.district-team.v1", "plan": {"method": {}}, "business_case": {}});
    for review in [
        reviewed(&of_cooperation(&nothing("raakvlak.cooperation.v1")).unwrap()),
        reviewed(&of_cooperation(&empty_lists).unwrap()),
        reviewed_team(&of_team(&nothing("raakvlak.district-team.v1")).unwrap()),
        reviewed_team(&of_team(&empty_plan).unwrap()),
    ] {
        assert!(review.advice.len() > 20, "{:?}", review.of);
        for advice in &review.advice {
            assert!(advice.status == Status::Open || advice.always, "{}: {:?}", advice.id, advice.status);
        }
    }
}

#[test]
fn a_whole_cooperation_needs_only_what_its_lists_cannot_show() {
    let review = reviewed(&of_cooperation(&cooperation_document()).unwrap());
    let open: Vec<&str> =
        review.advice.iter().filter(|a| a.status == Status::Open).flat_map(|a| &a.settled_by).map(|o| &**o).collect();
    for shown in ["met", "offer-known", "support-known", "roles-described", "gain-formulated", "evaluated", "honoured"]
    {
        assert!(!open.contains(&&*format!("cooperation-state.{shown}")), "{shown}");
    }
    assert!(open.contains(&"cooperation-state.trust-practice"));
    assert_eq!(statuses(&review)["cooperation.step.1.meet"], Status::NotNow);
}

#[test]
fn a_list_shows_what_lacks_only_where_it_is_complete_or_says_no() {
    let step_1 = |informal: Value, complete: Value| {
        let document = json!({"schema": "raakvlak.cooperation.v1", "informal": informal, "complete": complete});
        let review = reviewed(&of_cooperation(&document).unwrap());
        let of = |id: &str| statuses(&review)[&*format!("cooperation.step.1.{id}")];
        [of("key-figures"), of("family-support"), of("orient"), of("meet")]
    };
    let (applies, open, not) = (Status::Applies, Status::Open, Status::NotNow);
    assert_eq!(step_1(json!([]), json!(["informal"])), [applies, open, open, open]);
    let unmet = json!([{"id": "a", "kind": "women", "met": false}]);
    assert_eq!(step_1(unmet.clone(), json!([])), [open, open, open, applies]);
    assert_eq!(step_1(unmet, json!(["informal"])), [not, open, open, applies]);
    let met = json!([{"id": "a", "kind": "women", "met": true, "offers": "koffie", "supports_families": true}]);
    assert_eq!(step_1(met.clone(), json!([])), [open; 4]);
    assert_eq!(step_1(met, json!(["informal"])), [not; 4]);
    let declined = json!([{"id": "a", "kind": "women", "met": "declined", "supports_families": "declined"}]);
    assert_eq!(step_1(declined, json!(["informal"])), [not, open, open, open]);
}

#[test]
fn every_advice_stands_in_one_part_of_the_review() {
    for review in [
        reviewed(&of_cooperation(&cooperation_document()).unwrap()),
        reviewed_team(&of_team(&team_document()).unwrap()),
    ] {
        for advice in &review.advice {
            let parts = review.parts.iter().filter(|part| {
                let of = match advice.status {
                    Status::Applies => &part.applies,
                    Status::Open => &part.open,
                    Status::NotNow => &part.not_now,
                };
                of.contains(&advice.id)
            });
            assert_eq!(parts.count(), 1, "{}", advice.id);
        }
        for part in &review.parts {
            assert!(!part.label.starts_with('['), "{}", part.id);
        }
    }
}

#[test]
fn a_cooperation_links_to_the_parties_of_its_network() {
    let network = |id: &str, party: &str| {
        let document =
            json!({"schema": "raakvlak.network.v1", "id": id, "parties": [{"id": party, "kind": "generic"}]});
        Network::from_json(&document.to_string()).unwrap()
    };
    let cooperation = of_cooperation(&cooperation_document()).unwrap();
    assert_eq!(cooperation.belongs_to(&network("youth-care-north", "p1")), Ok(()));
    let other = cooperation.belongs_to(&network("youth-care-south", "p1")).unwrap_err();
    assert_eq!((other.code(), other.path()), (Code::NetworkUnknown, "$.network"));
    let moved = cooperation.belongs_to(&network("youth-care-north", "p2")).unwrap_err();
    assert_eq!((moved.code(), moved.path()), (Code::NetworkUnknown, "$.formal[0].network_party"));
}

#[test]
fn the_subjects_that_a_plan_leaves_empty_are_advice_where_the_plan_is_complete_and_open_before() {
    let team = of_team(&team_document()).unwrap();
    assert_eq!(team.left_empty(), [Subject::Accessibility, Subject::Expertise]);
    for (complete, empty) in [(true, Status::Applies), (false, Status::Open)] {
        let team = of_team(&changed(&team_document(), "/plan/complete", json!(complete))).unwrap();
        let review = reviewed_team(&team);
        for subject in Subject::ALL {
            let expected = if team.left_empty().contains(&subject) { empty } else { Status::NotNow };
            assert_eq!(statuses(&review)[subject.id()], expected, "{subject:?}, {complete}");
        }
    }
    assert!(of_team(&json!({"schema": "raakvlak.district-team.v1"})).unwrap().left_empty().is_empty());
}

#[test]
fn the_municipality_sees_its_own_urgency_and_all_four_make_it_seen() {
    let review = |urgency: Value| {
        let team = of_team(&changed(&team_document(), "/business_case/urgency", urgency)).unwrap();
        let review = reviewed_team(&team);
        ["team.problem.municipal-urgency", "team.business-case.urgency"].map(|id| statuses(&review)[id])
    };
    let (applies, open, not) = (Status::Applies, Status::Open, Status::NotNow);
    assert_eq!(review(json!({"municipality": false})), [applies, applies]);
    assert_eq!(review(json!({"municipality": true})), [not, open]);
    assert_eq!(review(json!({"team": true, "partners": "declined"})), [open, open]);
    assert_eq!(review(json!({"municipality": true, "management": true, "team": true, "partners": true})), [not, not]);
}

#[test]
fn a_wave_of_fewer_than_ten_is_in_no_monitor() {
    let team = of_team(&team_document()).unwrap();
    let monitor = reviewed_team(&team).monitor.unwrap();
    assert_eq!(monitor.left_out, ["2027"]);
    assert_eq!(monitor.waves.iter().map(|wave| (&*wave.wave, wave.sheets)).collect::<Vec<_>>(), [("2026", 10)]);
    let medians: Vec<_> = monitor.medians.iter().map(|of| (&*of.id, of.medians.as_slice(), of.change)).collect();
    let expected: [(&str, &[_], _); 2] =
        [("checklist.block.outreach", &[Some(4.5)], None), ("checklist.item.16", &[Some(3.0)], None)];
    assert_eq!(medians, expected);
    let page = report::review(&reviewed_team(&team), &Texts::nl()).write(Format::Text);
    assert!(page.contains("4,5") && page.contains("2027") && !page.contains("7,0"), "{page}");
    let json = call::district_team_review(&team_document().to_string(), &Rules::builtin(), &Texts::nl()).unwrap();
    assert!(json.contains("4.5") && !json.contains("7.0"));
    assert!(reviewed(&of_cooperation(&cooperation_document()).unwrap()).monitor.is_none());
}

#[test]
fn a_page_says_of_a_part_what_is_arranged_and_praises_nothing_that_is_not_known() {
    let texts = Texts::nl();
    let page = |document: &ReviewDocument| report::review(document, &texts).write(Format::Text).replace('\n', " ");
    let bare = reviewed(&of_cooperation(&json!({"schema": "raakvlak.cooperation.v1"})).unwrap());
    assert!(page(&bare).contains("Nog niet bekend of dit nodig is:"));
    assert!(!page(&bare).contains("Al geregeld") && !page(&bare).contains("ontbreekt hier niets"), "{}", page(&bare));
    let honours = json!({"schema": "raakvlak.cooperation.v1", "honours": ["location"]});
    let arranged = page(&reviewed(&of_cooperation(&honours).unwrap()));
    let (honoured, allowance) =
        (texts.label("cooperation.step.4.honour"), texts.label("cooperation.step.4.honour.allowance"));
    assert!(arranged.contains(&format!("Al geregeld: {honoured}")), "{arranged}");
    assert!(!arranged.contains(&*allowance), "one way of several: {arranged}");
    // What may stand in the way is not needed: it plays a part or does not.
    let team = page(&reviewed_team(&of_team(&json!({"schema": "raakvlak.district-team.v1"})).unwrap()));
    let barrier = texts.label("team.problem.municipal-urgency");
    assert!(team.contains("Nog niet bekend of dit hier speelt:") && team.contains(&*barrier), "{team}");
    assert!(team.contains("Hier is nog niet genoeg over bekend."), "of a part that is one advice: {team}");
    assert!(team.contains("In het document: district-team."), "under which name a question is answered");
}

#[test]
fn days_on_the_page_of_facts_are_written_as_people_write_them() {
    let texts = Texts::nl();
    let page = report::facts(&fact::facts(Some("2027-01-01"), &texts).unwrap(), &texts).write(Format::Text);
    assert!(page.contains("1 januari 2027") && !page.contains("2027-01-01"));
}

#[test]
fn what_people_wrote_is_never_in_debug() {
    let words = ["geheim", "koffie", "ouders", "loopt", "samen op", "crisis", "wijk", "bewoners", "beleids", "tolken"];
    let cooperation = format!("{:?}", of_cooperation(&cooperation_document()).unwrap());
    let team = format!("{:?}", of_team(&team_document()).unwrap());
    assert!(cooperation.contains("mothers") && team.contains("teams-west"));
    for word in words {
        assert!(!cooperation.contains(word), "{word}: {cooperation}");
        assert!(!team.contains(word), "{word}: {team}");
    }
}

#[test]
fn a_review_is_about_its_own_and_the_same_in_both_languages() {
    let (rules, document) = (Rules::builtin(), of_cooperation(&cooperation_document()).unwrap());
    let (nl, en) =
        (cooperation::review(&document, &rules, &Texts::nl()), cooperation::review(&document, &rules, &Texts::en()));
    assert_eq!(statuses(&nl), statuses(&en));
    let about = |review: &ReviewDocument| serde_json::to_value(review.of).unwrap();
    assert_eq!(about(&nl), About::Cooperation.name());
    assert_eq!(about(&reviewed_team(&of_team(&team_document()).unwrap())), About::DistrictTeam.name());
    assert_eq!((nl.id.as_deref(), nl.name.as_deref()), (Some("north"), Some("Samen in Noord")));
}

fn vision_document() -> Value {
    json!({
        "schema": "raakvlak.vision.v1",
        "name": "Zorg Noord",
        "add": [{"part": "competence.attitude.curious", "reason": "dat past bij ons"}],
        "own": [{"section": "method", "label": "Samen eten", "text": "Elke maand eten we met bewoners.",
                 "reason": "zo begon het hier"}],
        "replace": [{"part": "organisation.interpreters", "label": "Altijd een tolk",
                     "text": "We bellen een tolk zodra iemand erom vraagt.", "reason": "afgesproken met cliënten"}],
        "leave_out": [{"part": "organisation.management", "reason": "staat in ons jaarplan"}],
    })
}

fn of_vision(document: &Value) -> Result<Vision, Error> {
    Vision::from_json(&document.to_string())
}

#[test]
fn a_vision_refuses_what_it_cannot_change_with_its_place() {
    let part = |id: &str| json!({"part": id, "reason": "daarom"});
    let without = |pointer: &str, field: &str| {
        let mut document = vision_document();
        document.pointer_mut(pointer).unwrap().as_object_mut().unwrap().remove(field);
        of_vision(&document).unwrap_err()
    };
    for (pointer, field) in [
        ("/replace/0", "text"),
        ("/add/0", "reason"),
        ("/own/0", "reason"),
        ("/replace/0", "reason"),
        ("/leave_out/0", "reason"),
    ] {
        let error = without(pointer, field);
        let (list, _) = pointer[1..].split_once('/').unwrap();
        assert_eq!((error.code(), error.path()), (Code::FieldMissing, &*format!("$.{list}[0].{field}")));
    }
    assert_refused(
        &vision_document(),
        of_vision,
        &[
            ("/add/0/part", json!("competence.attitude.curios"), Code::KnowledgeUnknown, "$.add[0].part"),
            ("/add/0/part", json!("safety.notice"), Code::KnowledgeUnknown, "$.add[0].part"),
            ("/add/0/part", json!("principle.curiosity"), Code::VisionChange, "$.add[0].part"),
            ("/add/0/reason", json!(" "), Code::ValueUnknown, "$.add[0].reason"),
            ("/own/0/section", json!("methods"), Code::ValueUnknown, "$.own[0].section"),
            ("/own/0/label", json!(""), Code::ValueUnknown, "$.own[0].label"),
            ("/own/0/text", json!(""), Code::ValueUnknown, "$.own[0].text"),
            ("/own/0/reason", json!(""), Code::ValueUnknown, "$.own[0].reason"),
            ("/replace/0/part", json!("organisation.interpreter"), Code::KnowledgeUnknown, "$.replace[0].part"),
            ("/replace/0/part", json!("method.analysis.lifeline"), Code::VisionChange, "$.replace[0].part"),
            ("/replace/0/part", json!("organisation.management"), Code::VisionChange, "$.leave_out[0].part"),
            ("/replace/0/part", json!("organisation.management.method"), Code::VisionChange, "$.leave_out[0].part"),
            ("/replace/0/text", json!("\n"), Code::ValueUnknown, "$.replace[0].text"),
            ("/replace/0/label", json!(""), Code::ValueUnknown, "$.replace[0].label"),
            ("/replace/0/reason", json!(""), Code::ValueUnknown, "$.replace[0].reason"),
            ("/leave_out/0/part", json!("nothing"), Code::KnowledgeUnknown, "$.leave_out[0].part"),
            ("/leave_out/0/part", json!("frame.culture.norms-values"), Code::VisionChange, "$.leave_out[0].part"),
            ("/leave_out/0/part", json!("organisation"), Code::VisionChange, "$.leave_out[0].part"),
            ("/leave_out/0/reason", json!("\t"), Code::ValueUnknown, "$.leave_out[0].reason"),
            (
                "/add",
                json!([part("method.analysis.lifeline"), part("method.analysis.lifeline")]),
                Code::VisionChange,
                "$.add[1].part",
            ),
            ("/leave_out", json!([part("frame"), part("frame.culture")]), Code::VisionChange, "$.leave_out[1].part"),
        ],
    );
}

#[test]
fn a_vision_shows_whose_words_are_read_and_what_was_left_out() {
    let texts = Texts::nl();
    let document = compose(&of_vision(&vision_document()).unwrap(), &texts);
    let part = |id: &str| {
        document.sections.iter().flat_map(|section| &section.parts).find(|part| part.id.as_deref() == Some(id)).unwrap()
    };
    let curious = part("competence.attitude.curious");
    assert_eq!((curious.words, curious.reason.as_deref()), (Words::Knowledge, Some("dat past bij ons")));
    let interpreters = part("organisation.interpreters");
    let instead = interpreters.instead_of.as_ref().unwrap();
    assert_eq!((interpreters.words, &*interpreters.label), (Words::Own, "Altijd een tolk"));
    assert_eq!(instead.text, texts.text("organisation.interpreters"));
    let method = document.sections.iter().find(|section| section.id == "method").unwrap();
    let own = method.parts.last().unwrap();
    assert_eq!((own.id.as_deref(), own.words, &*own.label), (None, Words::Own, "Samen eten"));
    let gone: Vec<&str> = document.left_out.iter().map(|gone| &*gone.id).collect();
    assert!(gone.contains(&"organisation.management") && gone.contains(&"organisation.management.vision"), "{gone:?}");
    assert!(document.left_out.iter().all(|gone| gone.reason == "staat in ons jaarplan"));
    // What managers do in the Flemish programme hangs under no condition of the organisation, and stays.
    assert!(document.sections.iter().any(|section| section.id == "organisation.management"));
    for text in ["Zorg Noord: onze visie", "Eigen accent", "In plaats van", "staat in ons jaarplan", "dat past bij ons"]
    {
        assert!(report::vision(&document, &texts).write(Format::Html).contains(text), "{text}");
    }
    let debug = format!("{:?} {document:?}", of_vision(&vision_document()).unwrap());
    for word in ["Elke maand", "tolk zodra", "jaarplan", "afgesproken", "zo begon"] {
        assert!(!debug.contains(word), "{word}: {debug}");
    }
}

#[test]
fn a_vision_without_changes_has_every_pillar_and_a_source_with_every_text() {
    let nothing = of_vision(&json!({"schema": "raakvlak.vision.v1"})).unwrap();
    for texts in [Texts::nl(), Texts::en()] {
        let document = compose(&nothing, &texts);
        let sections: Vec<&str> = document.sections.iter().map(|section| &*section.id).collect();
        assert_eq!(
            sections,
            ["concept.vision", "frame", "principle", "organisation", "competence", "method", "organisation.management"]
        );
        for section in &document.sections {
            assert!(!section.label.starts_with('['), "{}", section.id);
            assert!(section.parts.len() >= 3, "{}: {}", section.id, section.parts.len());
            for part in &section.parts {
                let known = knowledge::entry(part.id.as_deref().unwrap()).unwrap();
                assert_eq!((part.words, part.source.as_ref()), (Words::Knowledge, Some(&known.source)));
                assert!(known.source.document != "interim" && !known.id.starts_with("barrier"), "{}", known.id);
            }
        }
        assert!(document.left_out.is_empty());
    }
}

#[test]
fn visions_and_facts_are_valid_by_their_schemas_and_make_a_page_of_their_json() {
    let valid = |name: &str, document: &Value| {
        let schema = jsonschema::draft202012::new(&boundary::schema(name).unwrap()).unwrap();
        let errors: Vec<String> = schema.iter_errors(document).map(|e| e.to_string()).collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
        assert!(!schema.is_valid(&changed(document, "/verdict", json!(1))), "{name}");
    };
    let texts = Texts::nl();
    valid("vision", &vision_document());
    let vision = call::vision(&vision_document().to_string(), &texts).unwrap();
    let facts = call::facts(Some("2027-01-01"), &texts).unwrap();
    for (name, made) in [("vision-document", &vision), ("facts", &facts)] {
        valid(name, &serde_json::from_str(made).unwrap());
        for format in ["text", "markdown", "html"] {
            assert!(call::report(made, format, &texts).unwrap().len() > 2000, "{name}, {format}");
        }
    }
    let again: VisionDocument = serde_json::from_str(&vision).unwrap();
    assert_eq!(serde_json::to_string(&again).unwrap(), vision);
    let again: FactsDocument = serde_json::from_str(&facts).unwrap();
    assert_eq!(serde_json::to_string(&again).unwrap(), facts);
}

#[test]
fn a_fact_is_stale_from_the_day_after_the_one_by_which_it_is_checked() {
    let texts = Texts::nl();
    let stale = |on: Option<&str>| -> BTreeMap<String, Option<bool>> {
        fact::facts(on, &texts).unwrap().facts.iter().map(|fact| (fact.id.to_string(), fact.stale)).collect()
    };
    assert!(stale(None).values().all(Option::is_none));
    let (on_the_day, day_after) = (stale(Some("2026-12-01")), stale(Some("2026-12-02")));
    let mut dated = 0;
    for fact in fact::facts(None, &texts).unwrap().facts {
        let Some(check_by) = &fact.check_by else {
            assert_eq!((on_the_day[&*fact.id], fact.id.starts_with("house.")), (None, true), "{}", fact.id);
            continue;
        };
        dated += 1;
        assert_eq!(on_the_day[&*fact.id], Some(&**check_by < "2026-12-01"), "{}", fact.id);
        assert_eq!(day_after[&*fact.id], Some(&**check_by < "2026-12-02"), "{}", fact.id);
    }
    assert!(dated > 25);
    assert_eq!(on_the_day["fact.elderly-2025.count"], Some(true));
    assert_eq!((on_the_day["fact.population-share"], day_after["fact.population-share"]), (Some(false), Some(true)));
}

#[test]
fn a_day_that_does_not_exist_is_refused_with_its_place() {
    for not in ["2027", "2027-02-29", "1 januari 2027", ""] {
        let error = call::facts(Some(not), &Texts::nl()).unwrap_err();
        assert_eq!((error.code(), error.path()), (Code::DateInvalid, "$.on"), "{not}");
    }
}

#[test]
fn every_fact_has_its_source_and_a_stale_one_says_so() {
    for texts in [Texts::nl(), Texts::en()] {
        let document = fact::facts(Some("2026-01-01"), &texts).unwrap();
        let facts = knowledge::all().iter().filter(|entry| entry.kind == knowledge::Kind::Fact);
        assert_eq!(document.facts.iter().map(|f| &*f.id).collect::<Vec<_>>(), facts.map(|e| e.id).collect::<Vec<_>>());
        for fact in &document.facts {
            assert_eq!(fact.figure.is_some(), fact.figure_of.is_some(), "{}", fact.id);
        }
        let page = report::facts(&document, &texts).write(Format::Markdown);
        let stale = document.facts.iter().filter(|fact| fact.stale == Some(true)).count();
        assert!(stale > 0);
        assert_eq!(page.matches(&*texts.phrase("fact-stale-mark")).count(), stale);
        assert!(!page.contains("[?]") && !page.contains(" percent:") && !page.contains(" persons:"), "{page}");
        let shown = boundary::entry("fact.elderly-2030.big-four-share", std::slice::from_ref(&texts)).unwrap();
        assert_eq!((shown.year, shown.named_source.as_deref()), (Some(2030), Some("Pharos")));
        assert_eq!(shown.check_by.as_deref(), Some("2026-12-01"));
        assert!(report::entry(&shown, &texts).write(Format::Text).contains("2026-12-01"));
    }
}

#[test]
fn managers_find_questions_roles_and_programme_on_one_page() {
    for texts in [Texts::nl(), Texts::en()] {
        let page = report::manager_trajectory(&texts).write(Format::Text).replace('\n', " ");
        for id in [
            "trajectory.question.1",
            "trajectory.question.4",
            "trajectory.manager.signal",
            "trajectory.programme.guide",
        ] {
            assert!(page.contains(&*texts.label(id)), "{id}");
        }
        assert!(!page.contains("[?]"));
    }
}

/// What may be known of something or not yet.
fn maybe<T: Debug + Clone>(of: impl Strategy<Value = T>) -> impl Strategy<Value = Option<T>> {
    prop::option::of(of)
}

fn yes_or_no() -> impl Strategy<Value = Stated> {
    any::<bool>().prop_map(Stated::Flag)
}

/// Statements that no list shows.
fn statements(ids: &'static [&'static str]) -> impl Strategy<Value = BTreeMap<String, Stated>> {
    prop::collection::btree_map(prop::sample::select(ids).prop_map(str::to_owned), yes_or_no(), 0..=ids.len())
}

fn informal(number: usize) -> impl Strategy<Value = InformalParty> {
    (maybe(yes_or_no()), maybe(yes_or_no()), any::<bool>()).prop_map(move |(supports_families, met, offers)| {
        InformalParty {
            id: format!("informal-{number}"),
            kind: InformalKind::Other,
            name: None,
            supports_families,
            offers: offers.then(|| "hulp".to_owned()),
            met,
            network_party: None,
        }
    })
}

/// Which of a list's things are known yet: those whose flag is set.
fn known<T: Clone>(list: &[T], flags: u32) -> Vec<T> {
    list.iter().enumerate().filter(|(i, _)| flags >> i & 1 == 1).map(|(_, one)| one.clone()).collect()
}

fn cooperations() -> impl Strategy<Value = CooperationDocument> {
    let lists = [CooperationList::Formal, CooperationList::Informal, CooperationList::Agreements];
    let parties = (prop::collection::vec(any::<bool>(), 0..3), [informal(0), informal(1), informal(2)], 0..=3usize);
    let rest = (any::<bool>(), 0..=3usize, prop::collection::vec(any::<bool>(), 0..3), any::<bool>(), 0..=3usize);
    let own = &[
        "cooperation-state.trust-practice",
        "cooperation-state.trust-management",
        "cooperation-state.threshold-named",
        "cooperation-state.informal-first",
        "cooperation-state.routes-used",
        "cooperation-state.equal",
    ];
    (prop::sample::subsequence(lists.to_vec(), 0..=3), parties, rest, statements(own)).prop_map(
        |(complete, (formal, informal, count), (value, roles, agreements, honoured, evaluations), circumstances)| {
            let formal: Vec<FormalParty> = (0..formal.len())
                .map(|i| FormalParty { id: format!("formal-{i}"), name: None, network_party: None })
                .collect();
            let informal = informal.into_iter().take(count).collect::<Vec<_>>();
            let ids: Vec<String> =
                formal.iter().map(|p| p.id.clone()).chain(informal.iter().map(|p| p.id.clone())).collect();
            CooperationDocument {
                schema: "raakvlak.cooperation.v1".to_owned(),
                id: None,
                name: None,
                network: None,
                complete,
                roles: ids.iter().rev().take(roles + 1).map(|of| role(of)).collect(),
                agreements: agreements.iter().enumerate().map(|(i, divided)| agreement(i, *divided, &ids)).collect(),
                formal,
                informal,
                circumstances,
                added_value: value.then(|| "meer".to_owned()),
                honours: honoured.then_some(Honour::Location).into_iter().collect(),
                evaluations: vec![Evaluation { on: "2026".to_owned(), what: None }; evaluations],
                note: None,
            }
        },
    )
}

fn role(of: &str) -> DescribedRole {
    DescribedRole { of: of.to_owned(), role: "helpen".to_owned() }
}

fn agreement(number: usize, divided: bool, ids: &[String]) -> WorkingAgreement {
    let task_of = if divided { ids.iter().take(1).cloned().collect() } else { Vec::new() };
    WorkingAgreement { id: format!("agreement-{number}"), what: "samen".to_owned(), task_of, since: None }
}

/// The same cooperation while less of it was known.
fn earlier(of: &CooperationDocument, flags: &[u32; 8]) -> CooperationDocument {
    let mut less = of.clone();
    let [formal, informal, fields, roles, agreements, circumstances, rest, complete] = *flags;
    less.formal = known(&of.formal, formal);
    less.informal = known(&of.informal, informal);
    for (i, party) in less.informal.iter_mut().enumerate() {
        let keep = |field: usize| fields >> (3 * i + field) & 1 == 1;
        party.met = party.met.take().filter(|_| keep(0));
        party.offers = party.offers.take().filter(|_| keep(1));
        party.supports_families = party.supports_families.take().filter(|_| keep(2));
    }
    less.agreements = known(&of.agreements, agreements);
    let there: Vec<&String> = less.formal.iter().map(|p| &p.id).chain(less.informal.iter().map(|p| &p.id)).collect();
    less.roles = known(&of.roles, roles).into_iter().filter(|role| there.contains(&&role.of)).collect();
    for agreement in &mut less.agreements {
        agreement.task_of.retain(|of| there.contains(&of));
    }
    let stated: Vec<_> = of.circumstances.clone().into_iter().collect();
    less.circumstances = known(&stated, circumstances).into_iter().collect();
    less.added_value = less.added_value.filter(|_| rest & 1 == 1);
    less.honours = known(&of.honours, rest >> 1);
    less.evaluations = known(&of.evaluations, rest >> 2);
    // A list that lacks something was not complete.
    let whole = |list: &CooperationList| match list {
        CooperationList::Formal => less.formal.len() == of.formal.len(),
        CooperationList::Informal => less.informal.len() == of.informal.len(),
        CooperationList::Agreements => less.agreements.len() == of.agreements.len(),
    };
    less.complete = known(&of.complete, complete).into_iter().filter(whole).collect();
    less
}

fn teams() -> impl Strategy<Value = DistrictTeamDocument> {
    let subject = || {
        maybe(any::<bool>().prop_map(|goal| SubjectPlan {
            goals: goal.then(|| "beter".to_owned()).into_iter().collect(),
            ..SubjectPlan::default()
        }))
    };
    let plan = (any::<bool>(), subject(), subject(), subject(), subject()).prop_map(
        |(complete, composition, accessibility, method, expertise)| IntegralPlan {
            complete,
            composition,
            accessibility,
            method,
            expertise,
        },
    );
    let urgency = (maybe(yes_or_no()), maybe(yes_or_no()), maybe(yes_or_no()), maybe(yes_or_no())).prop_map(
        |(municipality, management, team, partners)| UrgencySeen { municipality, management, team, partners },
    );
    let case = (any::<bool>(), any::<bool>(), maybe(urgency)).prop_map(|(earlier, better, urgency)| BusinessCase {
        earlier: earlier.then(|| "eerder".to_owned()),
        better_results: better.then(|| "beter".to_owned()),
        urgency,
    });
    let own = &[
        "district-team.reach",
        "district-team.match",
        "district-team.outreach",
        "district-team.wishes-asked",
        "district-team.adapted",
        "district-team.only-one-afternoon",
    ];
    (maybe(plan), maybe(case), statements(own)).prop_map(|(plan, business_case, circumstances)| {
        let nothing = json!({"schema": "raakvlak.district-team.v1"});
        let nothing: DistrictTeamDocument = serde_json::from_value(nothing).unwrap();
        DistrictTeamDocument { plan, business_case, circumstances, ..nothing }
    })
}

/// The same team while less of it was known.
fn earlier_team(of: &DistrictTeamDocument, flags: u32) -> DistrictTeamDocument {
    let mut less = of.clone();
    let mut at = 0;
    let mut keep = || {
        at += 1;
        flags >> at & 1 == 1
    };
    if let Some(plan) = &mut less.plan {
        let whole = keep();
        for subject in [&mut plan.composition, &mut plan.accessibility, &mut plan.method, &mut plan.expertise] {
            *subject = subject.take().filter(|_| keep() || whole);
        }
        plan.complete &= whole;
    }
    if let Some(case) = &mut less.business_case {
        case.earlier = case.earlier.take().filter(|_| keep());
        case.better_results = case.better_results.take().filter(|_| keep());
        if let Some(seen) = &mut case.urgency {
            for by in [&mut seen.municipality, &mut seen.management, &mut seen.team, &mut seen.partners] {
                *by = by.take().filter(|_| keep());
            }
        }
    }
    less.circumstances.retain(|_, _| keep());
    less
}

/// What was known stays so, and then so does all that hangs on it.
fn assert_kept(earlier: &Situation, later: &Situation) -> Result<(), TestCaseError> {
    for id in observation::all().iter().map(|observation| observation.id) {
        let (before, after) = (earlier.answer(id).known(), later.answer(id).known());
        prop_assert!(before.is_none() || before == after, "{id}: {before:?}, then {after:?}");
    }
    Ok(())
}

/// The same, seen from the advice.
fn assert_settled(earlier: &ReviewDocument, later: &ReviewDocument) -> Result<(), TestCaseError> {
    let later = statuses(later);
    for (id, status) in statuses(earlier) {
        prop_assert!(status == Status::Open || status == later[id], "{id}: {status:?}, then {:?}", later[id]);
    }
    Ok(())
}

/// The parts that stand in a vision from the start.
fn in_a_vision() -> Vec<String> {
    let nothing = of_vision(&json!({"schema": "raakvlak.vision.v1"})).unwrap();
    let document = compose(&nothing, &Texts::nl());
    let parts = document.sections.into_iter().flat_map(|section| section.parts);
    parts.filter_map(|part| part.id).map(|id| id.into_owned()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn nothing_of_a_vision_is_lost_and_everything_left_out_is_listed_with_its_reason(
        left_out in prop::collection::vec(prop::sample::select(in_a_vision()), 0..6),
        replaced in prop::collection::vec(prop::sample::select(in_a_vision()), 0..6),
        own in 0..3usize,
    ) {
        let mut changed = BTreeSet::new();
        let choices = VisionChoices {
            schema: "raakvlak.vision.v1".to_owned(),
            name: None,
            add: Vec::new(),
            own: (0..own).map(|i| OwnPart {
                section: "frame".to_owned(),
                label: format!("own {i}"),
                text: "own".to_owned(),
                reason: "own".to_owned(),
            }).collect(),
            replace: replaced.iter().filter(|id| changed.insert((*id).clone())).map(|id| ReplacedPart {
                part: id.clone(),
                label: None,
                text: format!("own words for {id}"),
                reason: "other".to_owned(),
            }).collect(),
            leave_out: left_out.iter().map(|id| ChosenPart { part: id.clone(), reason: format!("not {id}") }).collect(),
        };
        let Ok(vision) = Vision::try_from(choices.clone()) else {
            // Something is changed twice: a part with another, or with what it hangs under.
            let all: Vec<&String> = choices.replace.iter().map(|r| &r.part).chain(&left_out).collect();
            let under = |a: &str, b: &str| a == b || a.starts_with(&format!("{b}."));
            let twice = all.iter().enumerate().any(|(i, a)| all.iter().skip(i + 1).any(|b| under(a, b) || under(b, a)));
            prop_assert!(twice, "{all:?}");
            return Ok(());
        };
        let document = compose(&vision, &Texts::nl());
        let shown: Vec<_> = document.sections.iter().flat_map(|section| &section.parts).collect();
        for id in in_a_vision() {
            let part = shown.iter().find(|part| part.id.as_deref() == Some(&*id));
            let gone = document.left_out.iter().find(|gone| gone.id == id);
            prop_assert!(part.is_some() != gone.is_some(), "{id}");
            let above = left_out.iter().find(|of| id == **of || id.starts_with(&format!("{of}.")));
            prop_assert_eq!(gone.map(|gone| gone.reason.clone()), above.map(|of| format!("not {of}")));
            if let Some(part) = part {
                let replaced = choices.replace.iter().any(|replaced| replaced.part == id);
                prop_assert_eq!((part.words == Words::Own, part.instead_of.is_some()), (replaced, replaced));
            }
        }
        prop_assert_eq!(shown.iter().filter(|part| part.id.is_none()).count(), own);
    }

    #[test]
    fn knowing_more_of_a_cooperation_never_overturns_what_was_settled(
        document in cooperations(),
        flags in prop::array::uniform8(any::<u32>()),
    ) {
        let before = Cooperation::try_from(earlier(&document, &flags)).unwrap();
        let after = Cooperation::try_from(document).unwrap();
        assert_settled(&reviewed(&before), &reviewed(&after))?;
    }

    #[test]
    fn knowing_more_of_a_district_team_never_overturns_what_was_settled(
        document in teams(),
        flags in any::<u32>(),
    ) {
        let before = DistrictTeam::try_from(earlier_team(&document, flags)).unwrap();
        let after = DistrictTeam::try_from(document).unwrap();
        assert_settled(&reviewed_team(&before), &reviewed_team(&after))?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(5000))]

    #[test]
    fn knowing_more_of_a_cooperation_keeps_what_was_known(
        document in cooperations(),
        flags in prop::array::uniform8(any::<u32>()),
    ) {
        let before = Cooperation::try_from(earlier(&document, &flags)).unwrap();
        assert_kept(&before.situation(), &Cooperation::try_from(document).unwrap().situation())?;
    }

    #[test]
    fn knowing_more_of_a_district_team_keeps_what_was_known(document in teams(), flags in any::<u32>()) {
        let before = DistrictTeam::try_from(earlier_team(&document, flags)).unwrap();
        assert_kept(&before.situation(), &DistrictTeam::try_from(document).unwrap().situation())?;
    }
}
