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
            answer: Some(call::observations(&en).unwrap()),
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
