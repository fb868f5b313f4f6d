//! Planning the sessions of a network: days, intervals, phases, and what stays as it was.

use std::collections::BTreeSet;

use jiff::civil::{Date, DateTime};
use jiff::{Span, Unit};
use proptest::prelude::*;
use raakvlak::boundary::{Remark, SchedulePlanDocument, Session, SessionKind, call};
use raakvlak::network::{Network, Schedule, schedule};
use raakvlak::{Error, Texts, observation};
use serde_json::{Value, json};

/// The plan of a network (without the fields that all have) by a request (likewise).
fn plan(mut network: Value, mut request: Value) -> Result<SchedulePlanDocument, Error> {
    network["schema"] = json!("raakvlak.network.v1");
    network["id"] = json!("maatwerk");
    request["schema"] = json!("raakvlak.schedule.v1");
    schedule(&Network::from_json(&network.to_string())?, &Schedule::from_json(&request.to_string())?, &Texts::en())
}

fn planned(network: Value, request: Value) -> SchedulePlanDocument {
    plan(network, request).unwrap()
}

/// The plan of a network in which nothing stands.
fn fresh(request: Value) -> SchedulePlanDocument {
    planned(json!({}), request)
}

fn again(plan: &SchedulePlanDocument, request: Value) -> SchedulePlanDocument {
    planned(serde_json::to_value(&plan.network).unwrap(), request)
}

fn of(plan: &SchedulePlanDocument, kind: SessionKind) -> Vec<&Session> {
    plan.network.sessions.iter().filter(|s| s.kind == kind && !s.cancelled).collect()
}

fn starts(plan: &SchedulePlanDocument, kind: SessionKind) -> Vec<&str> {
    of(plan, kind).iter().map(|session| session.start.as_deref().unwrap()).collect()
}

fn working(plan: &SchedulePlanDocument) -> Vec<&str> {
    starts(plan, SessionKind::Working)
}

fn refused(network: Value, request: Value) -> (&'static str, String) {
    let error = plan(network, request).unwrap_err();
    (error.code().as_str(), error.path().to_owned())
}

#[test]
fn only_the_start_is_needed_and_the_rest_is_what_the_sources_say() {
    let plan = fresh(json!({"start": "2027-01-12T14:00"}));
    assert_eq!(
        working(&plan),
        [
            "2027-01-12T14:00",
            "2027-02-23T14:00",
            "2027-04-06T14:00", // the clock went forward in between
            "2027-05-18T14:00",
            "2027-06-29T14:00",
            "2027-08-10T14:00",
        ]
    );
    // Between sessions 2 and 3, and between 5 and 6, before things are tried out.
    assert_eq!(starts(&plan, SessionKind::Governance), ["2027-03-16T14:00", "2027-07-20T14:00"]);
    // Half a year after the last is a Thursday; the network meets on Tuesdays.
    assert_eq!(starts(&plan, SessionKind::FollowUp), ["2028-02-15T14:00"]);
    assert!(plan.moved.is_empty());
    assert!(plan.network.sessions.iter().all(|s| s.minutes == Some(150) && s.revision == 0 && !s.cancelled));
    let decided: Vec<_> = plan.decided.iter().map(|d| (d.value, d.low, d.high, d.given, d.note.is_some())).collect();
    assert_eq!(
        decided,
        [
            (6, Some(6), None, false, false),
            (6, Some(5), Some(8), false, false),
            (150, Some(120), Some(180), false, false),
            (2, Some(2), None, false, false),
            (6, None, None, false, false),
        ]
    );
    for decided in &plan.decided {
        assert!(!decided.why.is_empty() && !decided.label.contains("[?]") && decided.caveat.is_some());
    }
}

#[test]
fn what_lies_outside_the_ranges_is_noted_and_never_refused() {
    let plan = fresh(json!({
        "start": "2027-01-12T14:00", "sessions": 3, "every_weeks": 12, "minutes": 240,
        "governance": 0, "follow_up_months": 0
    }));
    let notes: Vec<_> = plan.decided.iter().map(|d| d.note.as_deref().map(|note| &note[..12])).collect();
    assert_eq!(notes, [Some("You chose le"), Some("You chose mo"), Some("You chose mo"), Some("You chose le"), None]);
    assert!(plan.decided.iter().all(|decided| decided.given));
    assert_eq!(plan.network.sessions.len(), 3);
}

#[test]
fn a_session_moves_by_weeks_to_the_first_free_day_and_the_later_ones_follow_from_there() {
    let plan = fresh(json!({
        "start": "2027-01-12T14:00", "sessions": 3, "governance": 0, "follow_up_months": 0,
        "blocked": [
            {"from": "2027-03-02", "why": "study day"},
            {"from": "2027-02-20", "to": "2027-02-28", "why": "spring holiday"},
            {"from": "2027-03-09"},
            {"from": "2027-03-30"},
        ],
    }));
    assert_eq!(working(&plan), ["2027-01-12T14:00", "2027-03-16T14:00", "2027-04-27T14:00"]);
    let [moved] = plan.moved.as_slice() else { panic!("{:?}", plan.moved) };
    assert_eq!((&*moved.session, &*moved.from, &*moved.to), ("session-2", "2027-02-23T14:00", "2027-03-16T14:00"));
    assert_eq!(moved.because, ["spring holiday", "study day", "not possible on that day"]);
}

#[test]
fn the_first_and_the_last_blocked_day_belong_to_it() {
    let first = |from: &str, to: &str| {
        let plan = fresh(json!({"start": "2027-01-12T23:59", "sessions": 1, "blocked": [{"from": from, "to": to}]}));
        working(&plan)[0].to_owned()
    };
    assert_eq!(first("2027-01-01", "2027-01-11"), "2027-01-12T23:59");
    assert_eq!(first("2027-01-01", "2027-01-12"), "2027-01-19T23:59");
    assert_eq!(first("2027-01-12", "2027-01-12"), "2027-01-19T23:59");
    // It lasts into the next day, which is blocked.
    assert_eq!(first("2027-01-13", "2027-01-13"), "2027-01-19T23:59");
    assert_eq!(first("2027-01-14", "2027-01-18"), "2027-01-12T23:59");
}

#[test]
fn a_session_moves_no_further_than_two_years() {
    let blocked = |until: &str| {
        json!({"start": "2027-01-12T14:00", "sessions": 1, "governance": 0,
                                       "blocked": [{"from": "2027-01-01", "to": until}]})
    };
    assert_eq!(working(&fresh(blocked("2029-01-08"))), ["2029-01-09T14:00"]); // 104 weeks later
    assert_eq!(refused(json!({}), blocked("2029-01-09")), ("schedule.no-free-day", "$.blocked".to_owned()));
}

#[test]
fn planning_again_changes_nothing_and_another_request_moves_with_a_higher_revision() {
    let request = json!({"start": "2027-01-12T14:00", "blocked": [{"from": "2027-02-20", "to": "2027-02-28"}]});
    let first = fresh(request.clone());
    assert_eq!(again(&first, request), first);

    let later = again(&first, json!({"start": "2027-01-19T14:00", "sessions": 5}));
    let ids: Vec<_> = later.network.sessions.iter().map(|s| (&*s.id, s.revision, s.cancelled)).collect();
    assert_eq!(
        ids,
        [
            ("session-1", 1, false),
            ("session-2", 0, false), // because of the holiday it was on this day already
            ("session-3", 0, false),
            ("session-4", 0, false),
            ("session-5", 1, false), // it is for another phase
            ("session-6", 1, true),
            ("governance-1", 0, false),
            ("governance-2", 1, false),
            ("follow-up-1", 1, false),
        ]
    );
    // What was called off is never called anything else, and its id is never given again.
    let more = again(&later, json!({"start": "2027-01-19T14:00", "sessions": 7}));
    let ids: Vec<_> = of(&more, SessionKind::Working).iter().map(|s| &*s.id).collect::<Vec<_>>();
    assert_eq!(ids, ["session-1", "session-2", "session-3", "session-4", "session-5", "session-7", "session-8"]);
    assert_eq!(more.network.sessions[5], later.network.sessions[5]);
}

#[test]
fn what_was_held_stays_and_the_rest_goes_on_from_the_phase_that_was_reached() {
    let network = json!({"sessions": [
        {"id": "a", "start": "2026-09-01T10:00", "minutes": 90, "phases": [1], "attendance": {"asked": 20, "came": 18}},
        {"id": "welcome", "kind": "opening", "start": "2027-02-23T13:00", "minutes": 120},
        {"id": "b", "start": "2026-10-13T10:00", "phases": [2]},
        {"id": "dropped", "start": "2026-11-01T10:00", "cancelled": true, "revision": 3},
        {"id": "c", "agenda": ["Our own question"], "homework": "Read the report.", "minutes": 120, "place": "Delft"},
    ]});
    let request = json!({"start": "2027-01-12T14:00", "today": "2027-01-12"});
    let plan = planned(network.clone(), request.clone());
    for (place, of) in network["sessions"].as_array().unwrap().iter().enumerate().take(4) {
        assert_eq!(serde_json::to_value(&plan.network.sessions[place]).unwrap()["start"], of["start"]);
        assert_eq!(plan.network.sessions[place].revision, of["revision"].as_u64().unwrap_or(0) as u32);
    }
    let working = of(&plan, SessionKind::Working);
    let phases: Vec<_> = working.iter().map(|s| (&*s.id, s.phases.as_slice())).collect();
    assert_eq!(
        phases,
        [("a", &[1][..]), ("b", &[2]), ("c", &[3]), ("session-1", &[4]), ("session-2", &[4]), ("session-3", &[5])]
    );
    let c = working[2];
    assert_eq!(
        (c.start.as_deref(), c.minutes, c.place.as_deref()),
        (Some("2027-01-12T14:00"), Some(120), Some("Delft"))
    );
    assert_eq!((c.homework.as_deref(), c.revision), (Some("Read the report."), 1));
    assert_eq!(
        (c.agenda[0].as_str(), c.agenda.last().unwrap().as_str()),
        ("network.phase.3.need-and-urgency", "Our own question")
    );
    // The opening is at that moment.
    assert_eq!(working[3].start.as_deref(), Some("2027-03-02T14:00"));
    assert_eq!(plan.moved[0].because, ["there is another meeting then"]);
    assert_eq!(again(&plan, request), plan);
}

#[test]
fn phases_that_are_stated_stay_as_long_as_every_phase_has_its_turn() {
    let request = json!({"start": "2027-01-12T14:00"});
    let mut plan = fresh(request.clone());
    // The network goes back to the analysis, and takes something off the agenda.
    plan.network.sessions[3].phases = vec![1, 4];
    plan.network.sessions[4].agenda.truncate(2);
    let next = again(&plan, request.clone());
    assert_eq!(next, plan);
    // Nobody would come to phase 5.
    plan.network.sessions[5].phases = vec![4];
    let next = again(&plan, request);
    let phases: Vec<_> = of(&next, SessionKind::Working).iter().map(|s| s.phases.clone()).collect();
    assert_eq!(phases, [[1], [2], [3], [4], [4], [5]]);
    assert_eq!(next.network.sessions[4].agenda.len(), 2);
}

#[test]
fn the_agenda_is_what_the_handbook_recommends_and_homework_comes_before_the_try_out() {
    let plan = fresh(json!({"start": "2027-01-12T14:00"}));
    let sessions = of(&plan, SessionKind::Working);
    let agenda: Vec<_> = sessions[2].agenda.iter().map(String::as_str).collect();
    assert_eq!(
        agenda,
        [
            "network.phase.3.need-and-urgency",
            "network.phase.3.list-themes",
            "network.phase.3.cluster",
            "network.phase.3.vote",
            "network.phase.3.choose-few",
        ]
    );
    let homework: Vec<_> = sessions.iter().map(|s| s.homework.is_some()).collect();
    assert_eq!(homework, [false, false, true, true, true, false]);
    let follow_up = of(&plan, SessionKind::FollowUp)[0];
    assert_eq!(follow_up.phases, [6]);
    assert!(follow_up.agenda.contains(&"network.phase.6.follow-up.experiences".to_owned()));
    assert!(of(&plan, SessionKind::Governance).iter().all(|s| s.phases.is_empty() && s.agenda.is_empty()));
    // With more sessions the third is no longer the one in which themes are chosen.
    let more = again(&plan, json!({"start": "2027-01-12T14:00", "sessions": 12}));
    let third = of(&more, SessionKind::Working)[2];
    assert_eq!((third.phases.as_slice(), third.homework.as_deref()), (&[2][..], None));
    assert!(third.agenda.iter().all(|topic| topic.starts_with("network.phase.2.")));
}

#[test]
fn leap_days_year_ends_and_far_years_come_out_right() {
    let days = |start: &str, more: Value| {
        let mut request =
            json!({"start": start, "sessions": 2, "every_weeks": 1, "governance": 0, "follow_up_months": 0});
        request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let plan = fresh(request);
        plan.network.sessions.iter().map(|s| s.start.clone().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(days("2028-02-22T09:30", json!({})), ["2028-02-22T09:30", "2028-02-29T09:30"]);
    assert_eq!(days("2027-12-28T09:30", json!({})), ["2027-12-28T09:30", "2028-01-04T09:30"]);
    assert_eq!(days("2427-01-12T14:00", json!({})), ["2427-01-12T14:00", "2427-01-19T14:00"]);
    assert_eq!(days("9999-12-24T14:00", json!({})), ["9999-12-24T14:00", "9999-12-31T14:00"]);
    // Six months after 31 August there is no 31 February: the 28th, and then the first Tuesday.
    let after = json!({"sessions": 1, "follow_up_months": 6});
    assert_eq!(days("2027-08-31T14:00", after.clone()), ["2027-08-31T14:00", "2028-02-29T14:00"]);
    assert_eq!(days("2026-08-31T14:00", after), ["2026-08-31T14:00", "2027-03-01T14:00"]);
    // The night on which the clock goes forward has no half past two; that on which it goes back has.
    assert_eq!(days("2027-03-21T02:30", json!({})), ["2027-03-21T02:30", "2027-04-04T02:30"]);
    assert_eq!(days("2027-10-24T02:30", json!({})), ["2027-10-24T02:30", "2027-10-31T02:30"]);
    // A weekly series has no middle between two sessions.
    assert_eq!(days("2027-01-15T14:00", json!({"governance": 1}))[2], "2027-01-18T14:00");
}

#[test]
fn what_cannot_be_is_refused_with_its_place() {
    let request = |more: Value| {
        let mut request = json!({"start": "2027-01-12T14:00"});
        request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        refused(json!({}), request)
    };
    for (more, code, path) in [
        (json!({"sessions": 0}), "network.number", "$.sessions"),
        (json!({"sessions": 201}), "network.number", "$.sessions"),
        (json!({"sessions": -6}), "value.wrong-type", "$.sessions"),
        (json!({"every_weeks": 0}), "network.number", "$.every_weeks"),
        (json!({"every_weeks": -1}), "value.wrong-type", "$.every_weeks"),
        (json!({"every_weeks": 4_294_967_295_u32}), "network.number", "$.every_weeks"),
        (json!({"every_weeks": 1.5}), "value.wrong-type", "$.every_weeks"),
        (json!({"minutes": 0}), "network.number", "$.minutes"),
        (json!({"minutes": 1441}), "network.number", "$.minutes"),
        (json!({"governance": 201}), "network.number", "$.governance"),
        (json!({"follow_up_months": 121}), "network.number", "$.follow_up_months"),
        (json!({"weeks": 6}), "field.unknown", "$.weeks"),
        (json!({"start": "2027-01-12"}), "date.invalid", "$.start"),
        (json!({"start": "2027-02-29T14:00"}), "date.invalid", "$.start"),
        (json!({"start": "2027-03-28T02:30"}), "date.invalid", "$.start"),
        (json!({"start": "9999-12-01T14:00"}), "date.invalid", "$.start"),
        (json!({"today": "soon"}), "date.invalid", "$.today"),
        (json!({"today": "2027-01-13"}), "network.conflict", "$.start"),
        (json!({"blocked": [{"from": "2027-02-30"}]}), "date.invalid", "$.blocked[0].from"),
        (json!({"blocked": [{"from": "2027-02-20", "to": "2027-2-28"}]}), "date.invalid", "$.blocked[0].to"),
        (json!({"blocked": [{"from": "2027-02-20", "to": "2027-02-19"}]}), "network.conflict", "$.blocked[0].to"),
        (json!({"blocked": [{"from": "2027-02-20", "to": "2031-01-01"}]}), "schedule.no-free-day", "$.blocked"),
    ] {
        assert_eq!(request(more.clone()), (code, path.to_owned()), "{more}");
    }
    let error = plan(json!({}), json!({"start": "2027-01-12T14:00", "every_weeks": -6})).unwrap_err();
    assert_eq!(error.message(), "this is a number; expected a whole number, 0 or more");
    let held = json!({"sessions": [{"id": "a", "start": "2027-02-01T14:00", "attendance": {"asked": 3, "came": 3}}]});
    assert_eq!(refused(held, json!({"start": "2027-01-12T14:00"})), ("network.conflict", "$.start".to_owned()));
}

#[test]
fn a_plan_that_contradicts_what_is_stated_of_the_network_is_refused() {
    if observation::all().iter().all(|o| o.id != "learning-network.follow-up") {
        return;
    }
    let network = json!({"circumstances": {"learning-network.follow-up": false}});
    let error = plan(network, json!({"start": "2027-01-12T14:00"})).unwrap_err();
    assert_eq!(
        (error.code().as_str(), error.path()),
        ("observation.contradicts", "$.circumstances['learning-network.follow-up']")
    );
    assert!(error.message().starts_with("the network, as it is planned: "), "{error}");
}

#[test]
fn no_words_of_people_are_in_what_is_printed_for_programmers() {
    let request = r#"{"schema": "raakvlak.schedule.v1", "start": "2027-01-12T14:00",
                      "blocked": [{"from": "2027-02-20", "why": "a secret"}]}"#;
    assert!(!format!("{:?}", Schedule::from_json(request).unwrap()).contains("secret"));
}

#[test]
fn a_call_gives_the_same_bytes_and_names_the_document_that_is_wrong() {
    let (network, request) = (
        r#"{"schema": "raakvlak.network.v1", "id": "maatwerk"}"#,
        r#"{"schema": "raakvlak.schedule.v1", "start": "2027-01-12T14:00"}"#,
    );
    let texts = Texts::nl();
    let answer = call::network_schedule(network, request, &texts).unwrap();
    assert_eq!(answer, call::network_schedule(network, request, &texts).unwrap());
    let read: SchedulePlanDocument = serde_json::from_str(&answer).unwrap();
    assert_eq!(serde_json::to_string(&read).unwrap(), answer);
    let wrong = call::network_schedule("{}", request, &texts).unwrap_err();
    assert!(wrong.message().starts_with("the network: "));
    assert_eq!(call::network_schedule(network, "{}", &texts).unwrap_err().path(), "$.schema");
}

/// Some blocked stretch of at most 1,000 days in all, near the series.
fn blocked() -> impl Strategy<Value = Vec<(i64, i64)>> {
    prop_oneof![
        prop::collection::vec((0..3000_i64, 0..20_i64), 0..50),
        prop::collection::vec((0..3000_i64, 0..1_i64), 0..1000),
        prop::collection::vec((0..2000_i64, 0..600_i64), 0..2),
    ]
}

fn day_of(from: Date, days: i64) -> Date {
    from.checked_add(Span::new().days(days)).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn whatever_is_asked_the_laws_hold(
        day in 0..20_000_i64, hour in 0..24_i8, sessions in 1..=60_u32, weeks in 1..=52_u32, minutes in 1..=1440_u32,
        governance in 0..=8_u32, months in 0..=24_u32, blocked in blocked(), less in 1..=60_u32, shift in 0..40_i64,
    ) {
        let first = day_of(Date::new(2020, 1, 1).unwrap(), day);
        let request = |start: Date, sessions: u32| json!({
            "start": start.at(hour, 30, 0, 0).strftime("%Y-%m-%dT%H:%M").to_string(),
            "sessions": sessions, "every_weeks": weeks, "minutes": minutes, "governance": governance,
            "follow_up_months": months,
            "blocked": blocked.iter().map(|(from, long)| {
                let from = day_of(first, *from);
                json!({"from": from.to_string(), "to": day_of(from, *long).to_string(), "why": "away"})
            }).collect::<Vec<_>>(),
        });
        let asked = request(first, sessions);
        let plan = match plan(json!({}), asked.clone()) {
            Ok(plan) => plan,
            // Nothing else may come of a request that can be: the night of the clock, or days all taken.
            Err(error) => {
                prop_assert!(["date.invalid", "schedule.no-free-day"].contains(&error.code().as_str()), "{}", error);
                prop_assert!(error.code().as_str() != "date.invalid" || hour == 2);
                return Ok(());
            }
        };
        laws(&plan, &asked)?;
        prop_assert_eq!(of(&plan, SessionKind::Working).len(), sessions as usize);
        prop_assert_eq!(&again(&plan, asked.clone()), &plan);
        let mut next: BTreeSet<u8> = BTreeSet::new();
        for session in of(&plan, SessionKind::Working) {
            prop_assert!(session.phases.iter().all(|p| next.last().is_none_or(|last| p >= last)));
            next.extend(&session.phases);
            prop_assert!(!session.agenda.is_empty());
        }
        prop_assert_eq!(next.into_iter().collect::<Vec<_>>(), [1, 2, 3, 4, 5]);

        // The same network, planned otherwise and back.
        let other = request(day_of(first, shift), less);
        let Ok(changed) = self::plan(serde_json::to_value(&plan.network).unwrap(), other.clone()) else { return Ok(()) };
        laws(&changed, &other)?;
        prop_assert_eq!(&again(&changed, other), &changed);
        let back = again(&changed, asked.clone());
        laws(&back, &asked)?;
        for (earlier, later) in [(&plan, &changed), (&changed, &back)] {
            for (old, new) in earlier.network.sessions.iter().zip(&later.network.sessions) {
                prop_assert_eq!(&old.id, &new.id);
                let same = Session { revision: 0, ..old.clone() } == Session { revision: 0, ..new.clone() };
                prop_assert_eq!(new.revision, old.revision + u32::from(!same));
                prop_assert!(!old.cancelled || same);
            }
        }
    }
}

/// What holds of every plan, by its request.
fn laws(plan: &SchedulePlanDocument, request: &Value) -> Result<(), TestCaseError> {
    let moment = |text: &str| text.parse::<DateTime>().unwrap();
    let day = |text: &Value| text.as_str().unwrap().parse::<Date>().unwrap();
    let on: Vec<&Session> = plan.network.sessions.iter().filter(|s| !s.cancelled).collect();
    let ids: BTreeSet<&str> = plan.network.sessions.iter().map(|s| s.id.as_str()).collect();
    prop_assert_eq!(ids.len(), plan.network.sessions.len());
    let begins: BTreeSet<&str> = on.iter().map(|s| s.start.as_deref().unwrap()).collect();
    prop_assert_eq!(begins.len(), on.len());
    let first = moment(request["start"].as_str().unwrap());
    let blocked: Vec<(Date, Date)> =
        request["blocked"].as_array().unwrap().iter().map(|b| (day(&b["from"]), day(&b["to"]))).collect();
    for session in &on {
        let start = moment(session.start.as_deref().unwrap());
        prop_assert!(start >= first);
        prop_assert_eq!(start.time(), first.time());
        prop_assert!(!blocked.iter().any(|(from, to)| (*from..=*to).contains(&start.date())));
        if session.kind != SessionKind::Governance || request["every_weeks"] != json!(1) {
            prop_assert_eq!(start.weekday(), first.weekday());
        }
    }
    let mut series: Vec<DateTime> = working(plan).into_iter().map(moment).collect();
    series.sort();
    let weeks = request["every_weeks"].as_i64().unwrap();
    for pair in series.windows(2) {
        let between = pair[0].until((Unit::Day, pair[1])).unwrap().get_days();
        prop_assert!(i64::from(between) >= 7 * weeks);
    }
    // The list stands in the order of time as well.
    prop_assert_eq!(working(plan).into_iter().map(moment).collect::<Vec<_>>(), series);
    Ok(())
}

fn working_in_order(plan: &SchedulePlanDocument) -> Vec<&Session> {
    let on = plan.network.sessions.iter().filter(|s| s.kind == SessionKind::Working && !s.is_off());
    let mut on: Vec<&Session> = on.collect();
    on.sort_by_key(|session| session.start.clone());
    on
}

#[test]
fn a_meeting_that_is_fixed_stays_and_counts_and_one_held_without_attendance_too() {
    let first = fresh(json!({"start": "2027-01-12T14:00"}));
    let mut network = serde_json::to_value(&first.network).unwrap();
    network["sessions"][0]["held"] = json!(true);
    network["sessions"][2]["start"] = json!("2027-04-15T10:00");
    network["sessions"][2]["fixed"] = json!(true);
    let plan = planned(network, json!({"start": "2027-02-23T14:00", "minutes": 120}));
    assert_eq!(of(&plan, SessionKind::Working).len(), 6);
    let at = |id: &str| plan.network.sessions.iter().find(|s| s.id == id).unwrap();
    assert_eq!(at("session-1").start.as_deref(), Some("2027-01-12T14:00"));
    assert_eq!((at("session-1").minutes, at("session-2").minutes), (Some(150), Some(120)));
    assert_eq!((at("session-3").start.as_deref(), at("session-3").revision), (Some("2027-04-15T10:00"), 0));
    assert_eq!(at("session-4").start.as_deref(), Some("2027-05-18T14:00"), "the rest keep their days");
    let phases: Vec<u8> = working_in_order(&plan).iter().flat_map(|s| s.phases.iter().copied()).collect();
    assert_eq!(phases, [1, 2, 3, 4, 4, 5]);
    assert_eq!(plan.remarks, []);
    // It stands on a day that is blocked, and nobody said whether the first took place.
    let mut network = serde_json::to_value(&plan.network).unwrap();
    network["sessions"][0].as_object_mut().unwrap().remove("held");
    let request = json!({
        "start": "2027-02-23T14:00", "today": "2027-02-01", "minutes": 120,
        "blocked": [{"from": "2027-04-10", "to": "2027-04-20", "why": "easter"}],
    });
    let plan = planned(network.clone(), request.clone());
    let remarks: Vec<(&str, Remark)> = plan.remarks.iter().map(|r| (r.session.as_str(), r.what)).collect();
    assert_eq!(remarks, [("session-1", Remark::NotSaidHeld), ("session-3", Remark::FixedOnBlocked)]);
    assert_eq!(plan.remarks[1].because, ["easter"]);
    // It did not: then there is one more to plan, and its phase comes again.
    network["sessions"][0]["held"] = json!(false);
    let plan = planned(network, request);
    let on = working_in_order(&plan);
    assert_eq!((on.len(), on[0].id.as_str(), &on[0].phases), (6, "session-2", &vec![1]));
}

#[test]
fn the_length_that_meetings_keep_is_told_as_it_is() {
    let first = fresh(json!({"start": "2027-01-12T14:00", "minutes": 60}));
    let plan = again(&first, json!({"start": "2027-01-12T14:00"}));
    let minutes = plan.decided.iter().find(|d| d.label == "Minutes per meeting").unwrap();
    assert_eq!((minutes.value, minutes.given), (60, false));
}
