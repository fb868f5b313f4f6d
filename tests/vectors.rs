//! The vectors: what every language has to answer, in `vectors/*.json`. Here Rust runs them.
//!
//! `houses.json`, `advice.json`, `checklist.json` and `errors.json` are written by hand from the sources. After a
//! change of the rules or the knowledge, the other two are made anew:
//!
//! ```sh
//! RAAKVLAK_WRITE_VECTORS=1 cargo test -p raakvlak-tests --test vectors what_is_made
//! ```

use std::collections::{BTreeMap, BTreeSet};

use raakvlak::boundary::{WhyDocument, call};
use raakvlak::error::Code;
use raakvlak::network::Network;
use raakvlak::program::Status;
use raakvlak::rule::{About, Rule};
use raakvlak::{Error, Rules, Source, observation};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

#[path = "vectors/made.rs"]
mod made;

/// The files, those written by hand first.
const FILES: [&str; 7] = ["houses", "advice", "checklist", "errors", "rules", "whole", "networks"];
const BY_HAND: [&str; 4] = ["houses", "advice", "checklist", "errors"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    about: String,
    vectors: Vec<Vector>,
}

#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
struct Vector {
    name: String,
    why: String,
    source: Source,
    job: String,
    lang: String,
    rules: Option<Value>,
    case: Option<Value>,
    old: Option<Value>,
    new: Option<Value>,
    answers: Option<Value>,
    given: Option<Value>,
    schedule: Option<Value>,
    vote: Option<String>,
    audience: Option<String>,
    picture: Option<String>,
    network: Option<Value>,
    page: Option<String>,
    about: Option<String>,
    format: Option<String>,
    on: Option<String>,
    made: Option<String>,
    advice: Option<String>,
    id: Option<String>,
    kind: Option<String>,
    words: Option<String>,
    show: Option<String>,
    expect: Option<Map<String, Value>>,
    answer: Option<String>,
    #[serde(default, deserialize_with = "refused")]
    error: Option<(String, String)>,
}

fn refused<'de, D: Deserializer<'de>>(from: D) -> Result<Option<(String, String)>, D::Error> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Refused {
        code: String,
        path: String,
    }
    Refused::deserialize(from).map(|r| Some((r.code, r.path)))
}

fn vectors(file: &str) -> Vec<Vector> {
    let path = raakvlak_tests::root().join(format!("tests/vectors/{file}.json"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let read: File = serde_json::from_str(&text).unwrap_or_else(|e| panic!("{file}.json: {e}"));
    assert!(read.about.len() > 20, "{file}.json: what does this file hold?");
    read.vectors
}

/// What a document goes in as: its JSON, or the text itself where a text stands.
fn text(document: Option<&Value>) -> String {
    match document {
        Some(Value::String(text)) => text.clone(),
        Some(document) => document.to_string(),
        None => String::new(),
    }
}

fn rules(vector: &Vector) -> Result<Rules, Error> {
    match &vector.rules {
        None => Ok(Rules::builtin()),
        Some(Value::String(toml)) => Rules::from_toml(toml),
        Some(json) => Rules::from_json(&json.to_string()),
    }
}

/// The call that the vector asks for.
fn answer(vector: &Vector) -> Result<String, Error> {
    let rules = rules(vector)?;
    let texts = call::texts(&vector.lang)?;
    let (case, given) = (text(vector.case.as_ref()), text(vector.given.as_ref()));
    let of = |field: &Option<String>| field.clone().unwrap_or_default();
    match vector.job.as_str() {
        "advise" => call::advise(&case, &rules, &texts),
        "houses" => call::houses(&case, &rules, &texts),
        "casework" => call::casework(&case, &rules, &texts),
        "checklist" => call::checklist(&text(vector.answers.as_ref()), &rules, &texts),
        "why" => call::why(&case, &of(&vector.advice), &rules, &texts),
        "compare" => call::compare(&text(vector.old.as_ref()), &text(vector.new.as_ref()), &rules, &texts),
        "draw" => raakvlak_draw::draw(&case, &of(&vector.show), &rules, &texts),
        "network-review" => call::network_review(&given, &rules, &texts),
        "network-plan" => call::network_schedule(&given, &text(vector.schedule.as_ref()), &texts),
        "network-vote" => call::network_vote(&given, vector.vote.as_deref(), &texts),
        "network-report" => call::network_report(&given, &of(&vector.audience), &rules, &texts),
        "network-calendar" => Network::from_json(&given)
            .and_then(|network| raakvlak_exchange::ical::calendar(&network, &of(&vector.made), &texts)),
        "cooperation" => {
            let network = vector.network.as_ref().map(|network| text(Some(network)));
            call::cooperation_review(&given, network.as_deref(), &rules, &texts)
        }
        "page" => call::page(&of(&vector.page), &of(&vector.format), &texts),
        "district-team" => call::district_team_review(&given, &rules, &texts),
        "vision" => call::vision(&given, &texts),
        "facts" => call::facts(vector.on.as_deref(), &texts),
        "picture" => {
            let document = vector.given.as_ref().map(|_| given.as_str());
            raakvlak_draw::picture(&of(&vector.picture), document, vector.on.as_deref(), &rules, &texts)
        }
        "knowledge-show" => call::knowledge_show(&of(&vector.id), &texts),
        "knowledge-list" => call::knowledge_list(vector.kind.as_deref(), &texts),
        "knowledge-search" => call::knowledge_search(&of(&vector.words), &texts),
        "observations" => call::observations(vector.about.as_deref().unwrap_or("case"), &texts),
        "rules" => Ok(rules.digest().to_owned()),
        job => panic!("{}: there is no job `{job}`", vector.name),
    }
}

/// What is otherwise than expected, each with its JSON path.
struct Differences(Vec<String>);

impl Differences {
    fn add(&mut self, path: &str, expected: &Value, got: &Value) {
        self.0.push(format!("{path}: expected {expected}, got {got}"));
    }

    fn compare(&mut self, path: &str, expected: &Value, got: &Value) {
        if expected != got {
            self.add(path, expected, got);
        }
    }

    fn of(vector: &Vector) -> Differences {
        let mut differences = Differences(Vec::new());
        match (&vector.expect, &vector.answer, &vector.error, answer(vector)) {
            (None, None, Some((code, path)), Err(error)) => {
                differences.compare("code", &code.as_str().into(), &error.code().as_str().into());
                differences.compare("path", &path.as_str().into(), &error.path().into());
            }
            (None, Some(expected), None, Ok(got)) => differences.whole(expected, &got),
            (Some(expect), None, None, Ok(got)) => differences.expected(vector, expect, &got),
            (.., Some(error), Ok(got)) => {
                differences.0.push(format!("$: expected the error {error:?}, got {got:.200}"));
            }
            (.., None, Err(error)) => {
                differences.0.push(format!("$: expected an answer, got {}: {error}", error.code().as_str()));
            }
            _ => differences.0.push("a vector has one of `expect`, `answer` and `error`".to_owned()),
        }
        differences
    }

    /// The whole answer, to the byte; of documents the first place where they differ.
    fn whole(&mut self, expected: &str, got: &str) {
        if expected == got {
            return;
        }
        let at = expected.bytes().zip(got.bytes()).take_while(|(a, b)| a == b).count();
        match (serde_json::from_str::<Value>(expected), serde_json::from_str::<Value>(got)) {
            (Ok(expected), Ok(got)) if expected != got => self.inside("$", &expected, &got),
            _ => {
                let from = |text: &str| String::from_utf8_lossy(text.as_bytes().get(at..).unwrap_or(b"")).into_owned();
                self.0.push(format!("byte {at}: expected {:.60}, got {:.60}", from(expected), from(got)));
            }
        }
    }

    fn inside(&mut self, path: &str, expected: &Value, got: &Value) {
        match (expected, got) {
            (Value::Object(one), Value::Object(other)) => {
                let keys: BTreeSet<&String> = one.keys().chain(other.keys()).collect();
                for key in keys {
                    let (one, other) = (one.get(key), other.get(key));
                    self.inside(&format!("{path}.{key}"), one.unwrap_or(&Value::Null), other.unwrap_or(&Value::Null));
                }
            }
            (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
                for (i, (one, other)) in one.iter().zip(other).enumerate() {
                    self.inside(&format!("{path}[{i}]"), one, other);
                }
            }
            _ => self.compare(path, expected, got),
        }
    }

    /// What the vector states of the answer, and no more.
    fn expected(&mut self, vector: &Vector, expect: &Map<String, Value>, got: &str) {
        if vector.job == "rules" {
            let differs = Value::from(got != Rules::builtin().digest());
            expect.iter().for_each(|(key, want)| match key.as_str() {
                "digest_differs" => self.compare("digest_differs", want, &differs),
                _ => self.0.push(format!("`{key}` cannot be expected here")),
            });
            return;
        }
        let got: Value = serde_json::from_str(got).unwrap();
        for (key, want) in expect {
            match (vector.job.as_str(), key.as_str()) {
                ("advise" | "houses", "notices") => self.compare("$.notices", want, &each(&got["notices"], "id")),
                ("advise" | "houses", "ask_first") => {
                    self.compare("$.ask_next[0].observation", want, &got["ask_next"][0]["observation"]);
                }
                ("advise" | "houses", "never_asked") => self.never_asked(want, &got["ask_next"]),
                ("advise", "focus_first") => self.compare("$.focus[0].id", want, &got["focus"][0]["id"]),
                ("advise", "advice") => {
                    list(want).iter().for_each(|want| self.advice(want, &got["advice"]));
                }
                ("checklist", "medians") => {
                    let scores = [list(&got["items"]), list(&got["blocks"])].concat();
                    for (id, want) in want.as_object().into_iter().flatten() {
                        match scores.iter().find(|one| one["id"] == **id) {
                            Some(one) => {
                                self.compare(&format!("$.outcome[{id}]"), want, &one["outcome"]["figures"]["median"])
                            }
                            None => self.0.push(format!("$: there is no `{id}`")),
                        }
                    }
                }
                ("checklist", "candidates") => {
                    let tied = list(&got["candidates"]).iter().map(|group| each(&group["tied"], "id"));
                    self.compare("$.candidates", want, &tied.collect());
                }
                ("checklist", "chosen") => {
                    let chosen = got.get("choice").map_or(Value::Null, |choice| each(&choice["chosen"], "id"));
                    self.compare("$.choice.chosen", want, &chosen);
                }
                ("checklist", "undecided") => {
                    self.compare("$.choice.undecided", want, &got["choice"]["undecided"]["tied"]);
                }
                ("checklist", "because") => {
                    for (id, want) in want.as_object().into_iter().flatten() {
                        let advised = list(&got["advice"]).iter().find(|one| one["id"] == **id);
                        let because = advised.map_or(Value::Null, |one| each(&one["because"], "observation"));
                        self.compare(&format!("$.advice[{id}].because"), want, &because);
                    }
                }
                ("houses", "order" | "next") => self.compare(&format!("$.{key}"), want, &got[key]),
                ("houses", "step") => self.compare("$.step.current", want, &got["step"]["current"]),
                ("houses", "back") => self.compare("$.step.back", want, &got["step"]["back"]),
                ("houses", "gate") => self.compare("$.step.gate.id", want, &got["step"]["gate"]["id"]),
                ("houses", "needs") => {
                    let needs = each(&got["step"]["gate"]["needs"], "comparison");
                    self.compare("$.step.gate.needs", want, &needs);
                }
                ("houses", "houses" | "because") => {
                    for (house, want) in want.as_object().into_iter().flatten() {
                        let Some(i) = find(&got["houses"], "house", house) else {
                            self.0.push(format!("$.houses: there is no house `{house}`"));
                            continue;
                        };
                        let decided = &got["houses"][i];
                        if key == "houses" {
                            self.compare(&format!("$.houses[{i}].status"), want, &decided["status"]);
                        } else {
                            let because = each(&decided["because"], "observation");
                            self.compare(&format!("$.houses[{i}].because"), want, &because);
                        }
                    }
                }
                ("houses" | "checklist", "advice") => {
                    for (id, want) in want.as_object().into_iter().flatten() {
                        let Some(i) = find(&got["advice"], "id", id) else {
                            self.0.push(format!("$.advice: there is no `{id}`"));
                            continue;
                        };
                        self.compare(&format!("$.advice[{i}].status"), want, &got["advice"][i]["status"]);
                    }
                }
                _ => self.0.push(format!("`{key}` cannot be expected here")),
            }
        }
    }

    fn never_asked(&mut self, want: &Value, asked: &Value) {
        for id in list(want).iter().filter_map(Value::as_str) {
            if observation::find(id).is_none() {
                self.0.push(format!("never_asked: there is no observation `{id}`"));
            }
            if let Some(i) = find(asked, "observation", id) {
                self.0.push(format!("$.ask_next[{i}]: `{id}` is asked"));
            }
        }
    }

    /// One advice, of the one pair or case that it is expected of.
    fn advice(&mut self, want: &Value, got: &Value) {
        let about = |advised: &Value| match &advised["about"] {
            Value::Object(pair) => pair["between"].clone(),
            case => case.clone(),
        };
        let found: Vec<usize> = (0..list(got).len())
            .filter(|i| got[*i]["id"] == want["id"] && (want["about"].is_null() || about(&got[*i]) == want["about"]))
            .collect();
        let [i] = found[..] else {
            return self.0.push(format!("$.advice: {} of {} about {}", found.len(), want["id"], want["about"]));
        };
        for (key, want) in want.as_object().into_iter().flatten() {
            let path = format!("$.advice[{i}].{key}");
            match key.as_str() {
                "id" | "about" => {}
                "status" | "settled_by" => self.compare(&path, want, &got[i][key]),
                "because" => self.compare(&path, want, &each(&got[i]["because"], "observation")),
                _ => self.0.push(format!("`{key}` of an advice cannot be expected")),
            }
        }
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn each(value: &Value, field: &str) -> Value {
    list(value).iter().map(|v| v[field].clone()).collect()
}

fn find(value: &Value, field: &str, is: &str) -> Option<usize> {
    list(value).iter().position(|v| v[field] == is)
}

fn find_all(list: &[Value], field: &str, is: &str) -> usize {
    list.iter().filter(|v| v[field] == is).count()
}

#[test]
fn what_is_made_is_up_to_date() {
    for (file, made) in [("rules", made::rules()), ("whole", made::whole()), ("networks", made::networks())] {
        let path = raakvlak_tests::root().join(format!("tests/vectors/{file}.json"));
        if std::env::var_os("RAAKVLAK_WRITE_VECTORS").is_some() {
            std::fs::write(&path, &made).unwrap();
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(kept == made, "{file}.json is stale: see the first lines of tests/vectors.rs");
        assert!(made.len() < 3_000_000, "{file}.json has {} bytes", made.len());
    }
}

#[test]
fn every_vector_is_answered_as_it_says() {
    let mut wrong = Vec::new();
    for file in FILES {
        for vector in vectors(file) {
            let differences = Differences::of(&vector).0;
            wrong.extend(differences.into_iter().map(|d| format!("{file}.json: {}: {d}", vector.name)));
        }
    }
    assert!(wrong.is_empty(), "{} differences:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_vectors_are_many_and_say_why() {
    let (mut names, mut by_hand) = (BTreeSet::new(), 0);
    let documents = ["handbook", "interim", "district-teams", "trajectory", "announcement", "law", "docs"];
    let mut langs = BTreeMap::from([("nl", 0), ("en", 0)]);
    for file in FILES {
        for vector in vectors(file) {
            let name = &vector.name;
            assert!(names.insert(name.clone()), "{file}.json: {name} stands twice");
            let kebab = name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
            assert!(kebab, "{file}.json: {name} is not in kebab-case");
            assert!(vector.why.len() > 20, "{file}.json: {name}: why?");
            assert!(documents.contains(&&*vector.source.document), "{file}.json: {name}: {}", vector.source);
            assert!(!vector.source.section.is_empty(), "{file}.json: {name}: which section?");
            *langs.entry(if vector.lang == "nl" { "nl" } else { "en" }).or_default() += 1;
            by_hand += usize::from(BY_HAND.contains(&file));
        }
    }
    assert!(names.len() >= 60);
    assert!(by_hand * 3 >= names.len(), "{by_hand} of {} are written by hand", names.len());
    assert!(langs.values().all(|n| n * 3 >= names.len()), "{langs:?}");
}

/// How a rule comes out in the case of a vector: once for the case, or once for every pair.
fn comes_out(vector: &Vector, rule: &Rule) -> Vec<Status> {
    let texts = call::texts(&vector.lang).unwrap();
    let why = call::why(&text(vector.case.as_ref()), &rule.advice, &rules(vector).unwrap(), &texts).unwrap();
    let why: WhyDocument = serde_json::from_str(&why).unwrap();
    why.decided.iter().flat_map(|d| &d.rules).filter(|r| r.id == rule.id).map(|r| r.status).collect()
}

#[test]
fn every_rule_applies_once_and_is_open_once() {
    let builtin = Rules::builtin();
    let of_houses: Vec<Vector> = vectors("houses").into_iter().filter(|v| v.rules.is_none()).collect();
    let of_rules: BTreeMap<String, Vector> = vectors("rules").into_iter().map(|v| (v.name.clone(), v)).collect();
    // What is no case has its vectors as documents of its own kind.
    for rule in builtin.all().iter().filter(|r| !r.about.is_some_and(About::beside_cases)) {
        let states = [(Status::Applies, "applies"), (Status::Open, "open")];
        for (status, state) in states.into_iter().take(if rule.always { 1 } else { 2 }) {
            let stands = if rule.about == Some(About::Houses) {
                of_houses.iter().any(|vector| comes_out(vector, rule).contains(&status))
            } else {
                let name = if rule.always { made::ALWAYS.to_owned() } else { made::name(&rule.id, state) };
                let vector = of_rules.get(&name).unwrap_or_else(|| panic!("rules.json has no {name}"));
                let expected = list(&vector.expect.as_ref().unwrap()["advice"]);
                find_all(expected, "id", &rule.advice) == 1 && comes_out(vector, rule).contains(&status)
            };
            assert!(stands, "{}: in no vector of it the rule is `{state}`", rule.id);
        }
    }
}

#[test]
fn every_error_of_a_call_is_met() {
    // Those of the command's options, lines, tables and files; a call has none of these. Those of ballots stand in
    // the result of their vote.
    let not_of_a_call = [
        Code::VoteEmpty,
        Code::VoteTheme,
        Code::VoteDots,
        Code::VoteRepeated,
        Code::VoteToken,
        Code::ChecklistMinimum,
        Code::TableFaulty,
        Code::OptionUnused,
        Code::LinesUnanswered,
        Code::SchemaUnknown,
        Code::FileUnreadable,
        Code::FileUnwritable,
        Code::FileBusy,
        Code::FileChanged,
        Code::FileExists,
    ];
    let met: BTreeSet<String> = vectors("errors").into_iter().filter_map(|v| v.error).map(|(code, _)| code).collect();
    for code in Code::ALL {
        assert_eq!(met.contains(code.as_str()), !not_of_a_call.contains(code), "{}", code.as_str());
    }
}

/// Every way to get one thing in an expectation wrong.
fn wrong(value: &Value) -> Vec<Value> {
    match value {
        Value::Object(map) => map
            .iter()
            .flat_map(|(key, part)| {
                wrong(part).into_iter().map(move |part| {
                    let mut map = map.clone();
                    map.insert(key.clone(), part);
                    Value::Object(map)
                })
            })
            .collect(),
        Value::Array(list) if list.is_empty() => vec![Value::from(vec!["x"])],
        Value::Array(list) => (0..list.len())
            .flat_map(|i| {
                wrong(&list[i]).into_iter().map(move |part| {
                    let mut list = list.clone();
                    list[i] = part;
                    Value::Array(list)
                })
            })
            .collect(),
        Value::String(text) => vec![Value::from(format!("{text}x"))],
        Value::Bool(flag) => vec![Value::from(!flag)],
        Value::Number(number) => vec![Value::from(number.as_u64().unwrap_or_default() + 1)],
        Value::Null => vec![Value::from("x")],
    }
}

#[test]
fn a_wrong_expectation_is_seen() {
    let mut seen = 0;
    for file in BY_HAND {
        for vector in vectors(file) {
            for expect in vector.expect.iter().flat_map(|e| wrong(&Value::Object(e.clone()))) {
                let Value::Object(expect) = expect else { unreachable!() };
                let wrong = Vector { expect: Some(expect), ..vector.clone() };
                assert!(!Differences::of(&wrong).0.is_empty(), "{}: {:?} passes", vector.name, wrong.expect);
                seen += 1;
            }
            if let Some((code, path)) = &vector.error {
                for error in [(format!("{code}x"), path.clone()), (code.clone(), format!("{path}x"))] {
                    assert!(!Differences::of(&Vector { error: Some(error), ..vector.clone() }).0.is_empty());
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 500, "{seen}");
    // What was declined or known is not asked; where nobody stated it, it is, as far as it settles something.
    for vector in BY_HAND.into_iter().flat_map(vectors) {
        let never = vector.expect.as_ref().and_then(|expect| expect.get("never_asked")).map_or(&[][..], list);
        let mut asked = vector.clone();
        let case = asked.case.as_mut().and_then(Value::as_object_mut);
        let stated = case.and_then(|case| case.get_mut("circumstances")).and_then(Value::as_object_mut);
        let before = stated.as_ref().map_or(0, |stated| stated.len());
        let after = stated.map_or(0, |stated| {
            stated.retain(|id, _| !never.contains(&Value::from(id.as_str())));
            stated.len()
        });
        let differences = Differences::of(&asked).0;
        assert_eq!(after < before, differences.iter().any(|d| d.ends_with("` is asked")), "{}", vector.name);
    }
    let whole = vectors("whole").swap_remove(0);
    let answer = whole.answer.clone().unwrap().replacen("applies", "open", 1);
    let differences = Differences::of(&Vector { answer: Some(answer), ..whole }).0;
    assert_eq!(differences.len(), 1);
    assert!(differences[0].starts_with("$.") && differences[0].ends_with("expected \"open\", got \"applies\""));
}
