//! The vectors that are made: `rules.json` lays out as cases the situations that stand in
//! `rules/cases.toml`, written there by hand with their outcome; `whole.json` pins the bytes of
//! whole answers.

use std::borrow::Cow;
use std::collections::BTreeMap;

use raakvlak::boundary::{CaseDocument, Comparison, Grade, Role, Sector, Stated, call};
use raakvlak::observation::{self, Kind, Scope};
use raakvlak::program::Status;
use raakvlak::rule::{About, Rule};
use raakvlak::{Case, Rules, Source};
use raakvlak_tests::Known;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

#[derive(Deserialize)]
struct File {
    rule: Vec<Situations>,
}

type Seen = BTreeMap<String, toml::Value>;

#[derive(Deserialize)]
struct Situations {
    id: String,
    why: String,
    applies: Seen,
    open: Seen,
}

/// A vector as it is written, in this order.
#[derive(Serialize, Default)]
struct Made<'a> {
    name: String,
    why: Cow<'a, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a Source>,
    job: &'static str,
    lang: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    case: Option<&'a CaseDocument>,
    #[serde(skip_serializing_if = "Option::is_none")]
    old: Option<&'a CaseDocument>,
    #[serde(skip_serializing_if = "Option::is_none")]
    new: Option<&'a CaseDocument>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answers: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    given: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    schedule: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    vote: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    audience: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    picture: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    network: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    on: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    made: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    advice: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    show: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expect: Option<Expect>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<String>,
}

#[derive(Serialize)]
struct Expect {
    advice: Vec<Advice>,
}

#[derive(Serialize)]
struct Advice {
    id: String,
    about: Value,
    status: Status,
    #[serde(skip_serializing_if = "Option::is_none")]
    because: Option<[&'static str; 0]>,
}

/// The vector of all that always holds.
pub(super) const ALWAYS: &str = "what-always-holds";

/// The name of the vector of a rule.
pub(super) fn name(rule: &str, state: &str) -> String {
    format!("{}-{state}", rule.replace('.', "-"))
}

/// One vector a line, so that a change shows as the lines it changes.
fn file(about: &str, vectors: &[Made<'_>]) -> String {
    let lines: Vec<String> = vectors.iter().map(|v| format!("    {}", serde_json::to_string(v).unwrap())).collect();
    format!("{{\n  \"about\": {},\n  \"vectors\": [\n{}\n  ]\n}}\n", json!(about), lines.join(",\n"))
}

/// The houses have their vectors by hand, and what is no case has its own as documents of its kind.
fn of_a_case(rule: &Rule) -> bool {
    !rule.about.is_some_and(|about| about == About::Houses || about.beside_cases())
}

pub(super) fn rules() -> String {
    let text = std::fs::read_to_string(raakvlak_tests::root().join("tests/rules/cases.toml")).unwrap();
    let situations: File = toml::from_str(&text).unwrap();
    let builtin = Rules::builtin();
    let nobody = Case::builder(Sector::Other).build().unwrap();
    let always = builtin.all().iter().filter(|r| r.always && of_a_case(r));
    let source = Source::new("handbook", "1.1");
    let mut vectors = vec![Made {
        name: ALWAYS.to_owned(),
        why: "These advices ask the same of everyone in every case, so they hold where nothing at all is stated, and no statement is behind them.".into(),
        source: Some(&source),
        job: "advise",
        lang: "nl",
        case: Some(nobody.document()),
        expect: Some(Expect {
            advice: always
                .map(|r| Advice {
                    id: r.advice.to_string(),
                    about: json!("case"),
                    status: Status::Applies,
                    because: Some([]),
                })
                .collect(),
        }),
        ..Made::default()
    }];
    let laid_out: Vec<(&Rule, &str, &str, CaseDocument, Status)> = situations
        .rule
        .iter()
        .flat_map(|s| [(s, "applies", &s.applies), (s, "open", &s.open)])
        .filter_map(|(s, state, seen)| {
            let rule = builtin.all().iter().find(|r| r.id == s.id)?;
            let about = rule.about.filter(|_| of_a_case(rule))?;
            // The outcome is that of the second statement of how rules are decided, not of the library.
            let status = raakvlak_tests::status(raakvlak_tests::advice(builtin.all(), &rule.advice, &known(seen)));
            Some((rule, state, s.why.as_str(), lay_out(about, seen), status))
        })
        .collect();
    for (i, (rule, state, why, case, status)) in laid_out.iter().enumerate() {
        let pair = |one: &str, other: &str| json!([one, other]);
        let about = match rule.about {
            Some(About::Contact) => pair("professional", "client"),
            Some(About::Family) => pair("one", "other"),
            _ => json!("case"),
        };
        let elsewhere = *state == "open" && *status == Status::Applies;
        vectors.push(Made {
            name: name(&rule.id, state),
            why: if elsewhere {
                format!("{why}. Here the advice applies all the same, by another of its rules").into()
            } else {
                (*why).into()
            },
            source: rule.source.as_ref(),
            job: "advise",
            // Two by two, so that both states of a rule are met in both languages.
            lang: if (i + i / 2) % 2 == 0 { "nl" } else { "en" },
            case: Some(case),
            expect: Some(Expect {
                advice: vec![Advice { id: rule.advice.to_string(), about, status: *status, because: None }],
            }),
            ..Made::default()
        });
    }
    file(
        "Every built-in rule where it applies and where it is open, except those of the houses, which have their vectors in houses.json. Made from tests/rules/cases.toml, where each situation and its outcome are written by hand.",
        &vectors,
    )
}

/// The name of a value as it stands in the situations.
fn word(value: &toml::Value) -> &str {
    match value {
        toml::Value::Boolean(true) => "yes",
        toml::Value::Boolean(false) => "no",
        other => other.as_str().unwrap(),
    }
}

/// What of a situation is known.
fn known(seen: &Seen) -> Known {
    let values = seen.iter().filter_map(|(id, value)| {
        let observation = observation::find(id)?;
        Some((observation.id, observation.value_name(observation.value(word(value))?)))
    });
    values.collect()
}

/// A situation as a case: a difference becomes a comparison, what may differ per pair is stated
/// of the two people, and the rest of the case.
fn lay_out(about: About, seen: &Seen) -> CaseDocument {
    let parent_and_child = seen.get("pair.parent-and-child").and_then(toml::Value::as_bool);
    let (people, sector) = match (about, parent_and_child) {
        (About::Family, Some(true)) => ([("one", Role::Parent), ("other", Role::Child)], Sector::YouthCare),
        // Whether these two are parent and child, their roles do not show.
        (About::Family, _) => ([("one", Role::OtherFamily), ("other", Role::OtherFamily)], Sector::YouthCare),
        _ => ([("professional", Role::Professional), ("client", Role::Client)], Sector::ElderlyCare),
    };
    let ((one, _), (other, _)) = (people[0], people[1]);
    let per_pair = |id: &str| observation::find(id).is_some_and(|o| o.scope == Scope::Contact);
    let mut case = Case::builder(sector);
    if about != About::Case || seen.keys().any(|id| per_pair(id)) {
        case = people.into_iter().fold(case, |case, (id, role)| case.person(id, role));
    }
    for (id, value) in seen {
        let compared = |difference: Grade, by: Option<&str>| Comparison {
            between: (one.to_owned(), other.to_owned()),
            facet: id.clone(),
            difference,
            stated_by: by.map(str::to_owned),
            note: None,
        };
        let stated = value.as_bool().map_or_else(|| Stated::from(word(value)), Stated::from);
        let facet = observation::find(id).is_some_and(|o| o.kind == Kind::Difference);
        case = match (facet, word(value)) {
            // Two people who differ in what they state leave it unknown.
            (true, "contested") => {
                case.comparison(compared(Grade::Shared, Some(one))).comparison(compared(Grade::Different, Some(other)))
            }
            (true, grade) => case.comparison(compared(serde_json::from_value(json!(grade)).unwrap(), None)),
            // Of a circumstance there is one statement: contested, it is not known.
            (false, "contested") => case,
            (false, _) if id == "pair.parent-and-child" && parent_and_child == Some(true) => case,
            (false, _) if per_pair(id) => case.state_between(one, other, id.as_str(), stated),
            (false, _) => case.state(id.as_str(), stated),
        };
    }
    case.build().unwrap().document().clone()
}

pub(super) fn whole() -> String {
    let example = |name: &str| {
        let path = raakvlak_tests::root().join(format!("examples/{name}.json"));
        Case::from_json(&std::fs::read_to_string(path).unwrap()).unwrap().document().clone()
    };
    let names = ["appendix-1", "elderly-care", "almost-unknown", "explaining-the-system"];
    let cases = names.map(example);
    let source = |section| Source::new("handbook", section);
    let sources = [source("App. 1, case"), source("4.1"), source("1.2"), source("App. 3, intro")];
    let (aspects, reasons, system) = (source("1.1"), source("1.2"), source("App. 3, intro"));
    let rules = Rules::builtin();
    let mut vectors = Vec::new();
    for (i, ((name, case), source)) in names.iter().zip(&cases).zip(&sources).enumerate() {
        let text = serde_json::to_string(case).unwrap();
        for (j, job) in ["advise", "houses", "casework", "draw"].into_iter().enumerate() {
            let lang = if (i + j) % 2 == 0 { "nl" } else { "en" };
            let texts = call::texts(lang).unwrap();
            let why = match job {
                "advise" => {
                    "Everything that this example asks for, with reasons, questions and texts, in one fixed order."
                }
                "houses" => {
                    "Which houses these parents hear of, where the conversation stands, and every word of what to say."
                }
                "casework" => {
                    "The worksheet of appendix 1 for this example: its questions, and the points it stresses."
                }
                _ => "The card as this conversation has it, drawn the same wherever it is drawn.",
            };
            let answer = match job {
                "advise" => call::advise(&text, &rules, &texts),
                "houses" => call::houses(&text, &rules, &texts),
                "casework" => call::casework(&text, &rules, &texts),
                _ => raakvlak_draw::draw(&text, "plan", &rules, &texts),
            };
            vectors.push(Made {
                name: format!("whole-{name}-{job}"),
                why: why.into(),
                source: Some(source),
                job,
                lang,
                case: Some(case),
                show: (job == "draw").then_some("plan"),
                answer: Some(answer.unwrap()),
                ..Made::default()
            });
        }
    }
    let [girl, _, threshold, explaining] = &cases;
    let checklist = source("App. 4");
    let answers = std::fs::read_to_string(raakvlak_tests::root().join("examples/checklist-team.json")).unwrap();
    let answers: Value = serde_json::from_str(&answers).unwrap();
    let (nl, en) = (call::texts("nl").unwrap(), call::texts("en").unwrap());
    let [girl_text, explaining_text] = [girl, explaining].map(|case| serde_json::to_string(case).unwrap());
    vectors.extend([
        Made {
            name: "whole-card".to_owned(),
            why: "The whole card, with the three houses, is the same picture for every case.".into(),
            source: Some(&system),
            job: "draw",
            lang: "nl",
            case: Some(threshold),
            show: Some("all"),
            answer: Some(raakvlak_draw::draw(&explaining_text, "all", &rules, &nl).unwrap()),
            ..Made::default()
        },
        Made {
            name: "whole-told".to_owned(),
            why: "Green was told and orange is next: a picture for these parents holds these two and no red.".into(),
            source: Some(&system),
            job: "draw",
            lang: "en",
            case: Some(explaining),
            show: Some("told"),
            answer: Some(raakvlak_draw::draw(&explaining_text, "told", &rules, &en).unwrap()),
            ..Made::default()
        },
        Made {
            name: "whole-why".to_owned(),
            why: "The reasoning for time names every rule and comparison, those that hold and those that do not.".into(),
            source: Some(&reasons),
            job: "why",
            lang: "en",
            case: Some(girl),
            advice: Some("organisation.flexible-time"),
            answer: Some(call::why(&girl_text, "organisation.flexible-time", &rules, &en).unwrap()),
            ..Made::default()
        },
        Made {
            name: "whole-comparison".to_owned(),
            why: "Between a case of which almost nothing is known and one that is, much changes, each through a statement.".into(),
            source: Some(&reasons),
            job: "compare",
            lang: "nl",
            old: Some(threshold),
            new: Some(explaining),
            answer: Some(
                call::compare(&serde_json::to_string(threshold).unwrap(), &explaining_text, &rules, &nl).unwrap(),
            ),
            ..Made::default()
        },
        Made {
            name: "whole-checklist".to_owned(),
            why: "The checklist of a team: figures for all and by role, ties shown as ties, what was chosen, and every block in the plan.".into(),
            source: Some(&checklist),
            job: "checklist",
            lang: "nl",
            answer: Some(call::checklist(&answers.to_string(), &rules, &nl).unwrap()),
            answers: Some(answers),
            ..Made::default()
        },
        Made {
            name: "whole-entry".to_owned(),
            why: "An entry of the knowledge with its texts, its source and what stands under it.".into(),
            source: Some(&system),
            job: "knowledge-show",
            lang: "en",
            id: Some("house.green"),
            answer: Some(call::knowledge_show("house.green", &en).unwrap()),
            ..Made::default()
        },
        Made {
            name: "whole-list".to_owned(),
            why: "The three houses, of the whole knowledge the entries of one kind.".into(),
            source: Some(&system),
            job: "knowledge-list",
            lang: "nl",
            kind: Some("house"),
            answer: Some(call::knowledge_list(Some("house"), &nl).unwrap()),
            ..Made::default()
        },
        Made {
            name: "whole-observations".to_owned(),
            why: "Everything that can be stated of a case, with the question that settles it.".into(),
            source: Some(&aspects),
            job: "observations",
            lang: "en",
            answer: Some(call::observations("case", &en).unwrap()),
            ..Made::default()
        },
        Made {
            name: "whole-search".to_owned(),
            why: "Searching finds the entries with all the words, hits in the heading first.".into(),
            source: Some(&reasons),
            job: "knowledge-search",
            lang: "nl",
            words: Some("tolk"),
            answer: Some(call::knowledge_search("tolk", &nl).unwrap()),
            ..Made::default()
        },
    ]);
    file(
        "Whole answers, to the byte: the examples as advice, plan of the houses, worksheet and picture, and one of each of the other calls. Made by the library; what is right about them stands in the other files.",
        &vectors,
    )
}

/// Networks and what is beside them: one of each call, to the byte.
pub(super) fn networks() -> String {
    let read = |name: &str| -> Value {
        let path = raakvlak_tests::root().join(format!("examples/{name}.json"));
        serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
    };
    let rotterdam = read("networks/rotterdam");
    let running = json!({
        "schema": "raakvlak.network.v1",
        "id": "noord",
        "name": "Jeugdhulp Noord",
        "sector": "youth-care",
        "complete": ["parties", "themes"],
        "parties": [
            { "id": "a", "kind": "generic", "sector": "youth-care", "maturity": "beginning", "backing": true },
            { "id": "b", "kind": "informal", "maturity": "far" },
        ],
        "participants": [{ "id": "p1", "party": "a", "roles": ["moderator"], "want": true, "can": "declined" }],
        "circumstances": { "learning-network.safe": true },
        "phases": [{ "phase": 0, "on": "2026-09" }, { "phase": 2, "on": "2026-11-10" }, { "phase": 1 }],
        "sessions": [{
            "id": "s1", "start": "2026-11-10T14:00", "minutes": 150, "phases": [1],
            "attendance": { "asked": 14, "came": 12 },
        }],
        "themes": [
            { "id": "trust", "label": "Vertrouwen winnen", "chosen": true },
            { "id": "time", "label": "Tijd voor het eerste gesprek", "part_of": "trust" },
            { "id": "language", "label": "Taal & tolken", "chosen": false },
        ],
        "votes": [{
            "id": "first", "method": "dots", "dots": 3, "places": 1, "quorum": 2,
            "ballots": [
                { "token": "x1", "themes": ["trust", "trust", "language"] },
                { "token": "x2", "themes": ["language", "time"] },
                { "token": "x2", "themes": ["trust"] },
                { "themes": ["food"] },
            ],
        }],
        "plans": [{
            "id": "a1", "party": "a", "theme": "trust", "goal": "Eerst kennismaken", "conditions": ["organisation.interpreters"],
            "actions": [{ "action": "Een kwartier meer", "by": "2027-03", "done": false }],
            "status": [{ "status": "worked-out", "on": "2026-11" }],
        }],
        "checklist": [{ "wave": "2026", "sheets": 12, "medians": { "outreach": 4.5 } }],
    });
    let schedule = json!({
        "schema": "raakvlak.schedule.v1",
        "start": "2027-01-12T14:00",
        "blocked": [{ "from": "2027-02-20", "to": "2027-02-28", "why": "voorjaarsvakantie" }],
    });
    let cooperation = json!({
        "schema": "raakvlak.cooperation.v1",
        "complete": ["informal"],
        "informal": [{ "id": "fathers", "kind": "fathers", "met": true }],
    });
    let of_a_network = json!({
        "schema": "raakvlak.cooperation.v1",
        "network": running["id"],
        "informal": [{ "id": "fathers", "kind": "fathers", "network_party": running["parties"][0]["id"] }],
    });
    let team = json!({ "schema": "raakvlak.district-team.v1", "id": "west" });
    let vision = json!({
        "schema": "raakvlak.vision.v1",
        "leave_out": [{ "part": "organisation.matching", "reason": "Daar zijn wij te klein voor." }],
    });
    let case = read("appendix-1");
    let handbook = |section| Source::new("handbook", section);
    let (setting_up, phases, few) = (handbook("5"), handbook("5.1"), handbook("App. 5"));
    let (appendix, chapter) = (handbook("App. 2"), handbook("1"));
    let teams = Source::new("district-teams", "Duurzame inbedding");
    let day = "2026-11-30";
    let mut vectors = Vec::new();
    let network = |given: &Value| Some(given.clone());
    let of = |job, lang, given| Made { job, lang, given, ..Made::default() };
    vectors.push((
        "network-rotterdam-review".to_owned(),
        "What the sources say of Rotterdam, against what they say works: what went well, what was missed, and what they are silent about.",
        &setting_up,
        of("network-review", "nl", network(&rotterdam)),
    ));
    vectors.push((
        "network-running-review".to_owned(),
        "A network that went back from phase 2 to phase 1 is advised on phase 1, and keeps what an earlier phase still lacks.",
        &phases,
        of("network-review", "en", network(&running)),
    ));
    vectors.push((
        "network-plan".to_owned(),
        "Six sessions from a start, around a holiday; the session that was held stays as it was.",
        &phases,
        Made { schedule: Some(schedule.clone()), ..of("network-plan", "nl", network(&running)) },
    ));
    let mut fixed = running.clone();
    let sessions = fixed["sessions"].as_array_mut();
    sessions.into_iter().for_each(|s| s.push(json!({ "id": "s2", "start": "2027-02-23T10:00", "fixed": true })));
    vectors.push((
        "network-plan-remarks".to_owned(),
        "A meeting that is fixed on a day that is blocked stays, has its turn in the series, and is remarked on.",
        &phases,
        Made { schedule: Some(schedule), ..of("network-plan", "en", network(&fixed)) },
    ));
    vectors.push((
        "network-vote".to_owned(),
        "Two ballots count; the second of one token and the one for a theme that is not there are listed apart.",
        &phases,
        Made { vote: Some("first"), ..of("network-vote", "en", network(&running)) },
    ));
    for audience in ["participants", "managers", "municipality", "wall"] {
        vectors.push((
            format!("network-report-{audience}"),
            "What a network reached, told to those whom it concerns: no participant is in it.",
            &phases,
            Made { audience: Some(audience), ..of("network-report", "nl", network(&running)) },
        ));
    }
    vectors.push((
        "network-calendar".to_owned(),
        "A session in a calendar has an id that stays, and Dutch time with its clock change.",
        &phases,
        Made { made: Some("2026-11-30T09:00:00Z"), ..of("network-calendar", "nl", network(&running)) },
    ));
    vectors.push((
        "cooperation-review".to_owned(),
        "One informal organisation is known and met; what comes after is open.",
        &appendix,
        of("cooperation", "nl", Some(cooperation)),
    ));
    vectors.push((
        "cooperation-of-a-network".to_owned(),
        "A cooperation may belong to a learning network: its organisations are then held beside those of the network.",
        &appendix,
        Made { network: Some(running.clone()), ..of("cooperation", "en", Some(of_a_network)) },
    ));
    for (page, format, lang) in [
        ("checklist-form", "text", "en"),
        ("checklist-form-elderly-care", "markdown", "nl"),
        ("improvement-form", "html", "nl"),
        ("manager-trajectory", "text", "nl"),
    ] {
        vectors.push((
            format!("page-{page}"),
            "A page to print is the same wherever it is made.",
            &setting_up,
            Made { page: Some(page), format: Some(format), ..of("page", lang, None) },
        ));
    }
    vectors.push((
        "district-team-review".to_owned(),
        "Nothing is stated of the team, so everything is open and nothing is held against it.",
        &teams,
        of("district-team", "en", Some(team)),
    ));
    vectors.push((
        "vision-own".to_owned(),
        "An organisation leaves one part out; the reason stands at the end.",
        &chapter,
        of("vision", "nl", Some(vision)),
    ));
    for about in ["network", "cooperation", "district-team", "organisation"] {
        vectors.push((
            format!("observations-{about}"),
            "What can be stated about organisations and what they do together is listed apart from what can be of a case.",
            &setting_up,
            Made { about: Some(about), ..of("observations", "nl", None) },
        ));
    }
    vectors.push((
        "facts-on-a-day".to_owned(),
        "The figures of the sources; after its day a figure has to be checked again.",
        &few,
        Made { on: Some(day), ..of("facts", "nl", None) },
    ));
    for (picture, given) in [
        ("phases", Some(&running)),
        ("overlap", Some(&case)),
        ("ecogram", Some(&case)),
        ("lifeline", Some(&case)),
        ("pillars", None),
        ("competences", None),
        ("infographic", None),
    ] {
        let lang = if picture.len() % 2 == 0 { "nl" } else { "en" };
        let on = (picture == "infographic").then_some(day);
        vectors.push((
            format!("picture-{picture}"),
            "A picture is the same wherever it is drawn.",
            &setting_up,
            Made { picture: Some(picture), on, ..of("picture", lang, given.cloned()) },
        ));
    }
    let vectors: Vec<Made<'_>> = vectors
        .into_iter()
        .map(|(name, why, source, made)| {
            let made = Made { name, why: why.into(), source: Some(source), ..made };
            let vector: super::Vector = serde_json::from_value(serde_json::to_value(&made).unwrap()).unwrap();
            Made { answer: Some(super::answer(&vector).unwrap_or_else(|e| panic!("{}: {e}", vector.name))), ..made }
        })
        .collect();
    file(
        "Networks and what is beside them, to the byte: one of each call. Made by the library; what is right about them is tested beside it.",
        &vectors,
    )
}
