//! Learning networks: what the review finds in those that the sources tell of, and what a network refuses.

#[path = "networks/large.rs"]
mod large;

use std::collections::{BTreeMap, BTreeSet};

use large::large;
use raakvlak::boundary::{Audience, NetworkDocument, Position, ReviewDocument};
use raakvlak::error::Code;
use raakvlak::knowledge::{self, Kind};
use raakvlak::network::{Network, outcome, review};
use raakvlak::observation;
use raakvlak::program::Status;
use raakvlak::report::{self, Format};
use raakvlak::{Error, Rules, Texts};
use serde_json::{Map, Value, json};

const NAMES: [&str; 4] = ["hague-access", "hague-tailored", "rotterdam", "flemish"];

fn text(name: &str) -> String {
    std::fs::read_to_string(raakvlak_tests::root().join("examples/networks").join(name)).unwrap()
}

fn example(name: &str) -> Value {
    serde_json::from_str(&text(&format!("{name}.json"))).unwrap()
}

fn read(document: &Value) -> Result<Network, Error> {
    Network::from_json(&document.to_string())
}

fn reviewed(document: &Value) -> ReviewDocument {
    review(&read(document).unwrap(), &Rules::builtin(), &Texts::en())
}

fn with(status: Status, review: &ReviewDocument) -> BTreeSet<&str> {
    review.advice.iter().filter(|a| a.status == status).map(|a| &*a.id).collect()
}

/// What the sources say of a network, by the section that says it.
struct Told {
    name: &'static str,
    phase: Option<u8>,
    /// What went well: all of it.
    well: &'static [(&'static str, &'static [&'static str])],
    /// What was missed: all of it.
    missed: &'static [(&'static str, &'static [&'static str])],
    /// What they do not tell.
    silent: &'static [&'static str],
}

const HAGUE: Told = Told {
    name: "hague-access",
    phase: Some(5),
    well: &[
        (
            "2, features",
            &[
                "network.feature.same-sector",
                "network.feature.interest",
                "network.feature.mixed-within-sector",
                "network.feature.generic-and-specialist",
                "network.feature.life-world-insiders",
                "network.feature.research-plus-experience",
                "network.feature.guided",
                "network.feature.products",
            ],
        ),
        ("3.4 step 0: partners who set it up", &["network.feature.synergy"]),
        (
            "interim, De leernetwerken; Introduction",
            &["network.feature.participants-questions", "network.feature.interactive", "network.feature.bottom-up"],
        ),
        (
            "3.5, what worked: all ten points",
            &[
                "network.success.same-sector",
                "network.success.diverse",
                "network.success.open-to-others",
                "network.success.need-urgency",
                "network.success.knowledge-combined",
                "network.success.moderator",
                "network.success.safe",
                "network.success.online-workable",
                "network.success.management-from-start",
                "network.success.management-backing",
            ],
        ),
        ("3.3: generic, culture-specific and volunteers", &["network.success.mix-of-types"]),
        (
            "3.4 step 4: cases; tools out of models",
            &["network.success.practice-examples", "network.success.joint-tool"],
        ),
    ],
    // The second lesson, that a moderator sees to it that nobody feels attacked, does not say that somebody did: the
    // same section calls the atmosphere safe.
    missed: &[
        ("3.5, first lesson", &["network.lesson.include-clients"]),
        ("3.5, third lesson", &["network.lesson.time-for-implementation"]),
    ],
    silent: &[
        "network.phase.0.coordinator",
        "network.phase.0.can",
        "network.phase.0.partners.association",
        "network.phase.1.definitions",
        "network.phase.2.ambitions",
        "network.phase.2.session-length",
        "network.phase.3.vote",
        "network.phase.3.cluster",
        "network.phase.5.ambassadors",
        "network.phase.5.agreements",
        "network.lesson.mandate",
        "network.lesson.too-few-generic",
        "network.lesson.uneven-homework",
        "network.lesson.know-preferences",
        "network.success.complementary-team",
        "network.success.mutual-contact",
        "network.success.room-to-dream",
    ],
};

const ROTTERDAM: Told = Told {
    name: "rotterdam",
    phase: Some(5),
    well: &[
        ("2, features", HAGUE.well[0].1),
        ("4.3: two parties together", &["network.feature.synergy"]),
        ("interim, De leernetwerken", &["network.feature.participants-questions", "network.feature.interactive"]),
        (
            "2, features: of all three networks",
            &["network.success.same-sector", "network.success.diverse", "network.success.moderator"],
        ),
        ("4.5, a participant; 4.4 step 4", &["network.success.need-urgency"]),
        (
            "4.5 organisation",
            &[
                "network.success.preparation",
                "network.success.right-contacts",
                "network.success.complementary-team",
                "network.success.flexibility",
            ],
        ),
        (
            "4.5 participants",
            &["network.success.mix-of-types", "network.success.mix-of-maturity", "network.success.mutual-contact"],
        ),
        (
            "4.5 activities",
            &["network.success.build-up", "network.success.room-to-dream", "network.success.small-actions"],
        ),
        (
            "4.5 knowledge",
            &[
                "network.success.knowledge-combined",
                "network.success.practice-examples",
                "network.success.what-works-format",
            ],
        ),
        ("4.5 tools", &["network.success.joint-tool", "network.success.participants-ideas"]),
    ],
    missed: &[
        ("4.5 organisation", &["network.lesson.pandemic-attendance"]),
        ("4.5 participants: fewer generic organisations than aimed for", &["network.lesson.too-few-generic"]),
        ("4.5 participants: less to learn for those further on", &["network.lesson.advanced-learn-less"]),
        ("4.5 participants: not all had the position", &["network.lesson.mandate", "network.lesson.managers-in"]),
        ("4.5 participants: time and homework", &["network.lesson.commitment", "network.lesson.uneven-homework"]),
        ("4.5 activities", &["network.lesson.online-dropout"]),
    ],
    silent: &[
        "network.feature.bottom-up",
        "network.success.safe",
        "network.success.open-to-others",
        "network.success.management-from-start",
        "network.success.management-backing",
        "network.success.online-workable",
        "network.phase.0.coordinator",
        "network.phase.0.may",
        "network.phase.0.partners.municipality",
        "network.phase.1.definitions",
        "network.phase.2.setup",
        "network.phase.3.vote",
        "network.phase.5.ambassadors",
        "network.lesson.include-clients",
        "network.lesson.time-for-implementation",
        "network.lesson.know-preferences",
    ],
};

const FLEMISH: Told = Told {
    name: "flemish",
    phase: None,
    well: &[
        ("Programma: two organisers", &["network.feature.synergy"]),
        ("Waarom: it is for managers", &["network.success.management-from-start"]),
    ],
    missed: &[("Programma: five sessions", &["network.tip.8", "network.tip.8.sessions"])],
    silent: &[
        "network.feature.same-sector",
        "network.feature.generic-and-specialist",
        "network.feature.guided",
        "network.feature.products",
        "network.success.safe",
        "network.phase.0.coordinator",
        "network.phase.2.session-count",
        "network.phase.3.vote",
        "network.tip.8.duration",
        "network.tip.8.interval",
        "network.lesson.include-clients",
        "network.lesson.mandate",
    ],
};

const ALL: [Told; 4] = [HAGUE, Told { name: "hague-tailored", ..HAGUE }, ROTTERDAM, FLEMISH];

/// What always holds, whatever the network.
const ALWAYS: &str = "network.phase.return";

#[test]
fn the_review_finds_what_the_sources_say_went_well_and_what_was_missed() {
    for told in ALL {
        let review = reviewed(&example(told.name));
        let ids = |of: &'static [(&str, &[&'static str])]| -> BTreeSet<&str> {
            of.iter().flat_map(|(_, ids)| ids.iter().copied()).collect()
        };
        let strengths: BTreeSet<&str> = review.strengths.iter().map(|id| &**id).collect();
        assert_eq!(strengths, ids(told.well), "{}: what went well", told.name);
        let mut applies = with(Status::Applies, &review);
        applies.retain(|id| !strengths.contains(id) && *id != ALWAYS);
        assert_eq!(applies, ids(told.missed), "{}: what was missed", told.name);
    }
}

#[test]
fn what_the_sources_are_silent_about_is_open() {
    for told in ALL {
        let review = reviewed(&example(told.name));
        let open = with(Status::Open, &review);
        for id in told.silent {
            assert!(open.contains(id), "{}: {id}", told.name);
        }
        assert!(!review.ask_next.is_empty(), "{}", told.name);
    }
}

#[test]
fn the_phase_is_the_one_that_the_source_says_was_reached() {
    for told in ALL {
        let document = example(told.name);
        assert_eq!(read(&document).unwrap().phase(), told.phase, "{}", told.name);
        let review = reviewed(&document);
        assert_eq!(review.now.as_deref(), told.phase.map(|p| format!("network.phase.{p}")).as_deref());
        let anchoring = review.parts.iter().find(|p| p.id == "network.phase.6").unwrap();
        assert_eq!(anchoring.position, told.phase.map(|_| Position::Later));
        assert!(anchoring.applies.is_empty(), "{}: anchoring is not asked for yet", told.name);
    }
}

#[test]
fn of_every_network_of_the_sources_the_document_is_valid_and_comes_back_as_it_was() {
    let schema = |name: &str| jsonschema::draft202012::new(&raakvlak::boundary::schema(name).unwrap()).unwrap();
    let (network, result) = (schema("network"), schema("review"));
    for name in NAMES {
        let document = example(name);
        let errors: Vec<String> = network.iter_errors(&document).map(|e| e.to_string()).collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
        let read = read(&document).unwrap();
        let written = serde_json::to_value(read.document()).unwrap();
        assert_eq!(serde_json::from_value::<NetworkDocument>(written).unwrap(), *read.document());
        assert_eq!(read.document().id, name);
        assert!(result.is_valid(&serde_json::to_value(reviewed(&document)).unwrap()), "{name}");
    }
}

/// The rows of a table stand under a heading of the README; a statement stands in backquotes, and a no is bold.
#[test]
fn every_statement_of_a_network_of_the_sources_has_its_place_in_the_readme() {
    let readme = text("README.md");
    let headings = [
        ("hague-access", "The Hague"),
        ("hague-tailored", "The Hague"),
        ("rotterdam", "Rotterdam"),
        ("flemish", "Flanders"),
    ];
    for (name, heading) in headings {
        let part = readme.split("\n## ").find(|part| part.starts_with(heading)).unwrap();
        let mut traced: BTreeMap<String, bool> = BTreeMap::new();
        for row in part.lines().filter(|line| line.starts_with('|')) {
            let cells: Vec<&str> = row.split('|').map(str::trim).collect();
            let yes = !cells[2].contains("no");
            for id in cells[1].split('`').skip(1).step_by(2) {
                traced.insert(format!("learning-network.{id}"), yes);
            }
        }
        for (id, value) in example(name)["circumstances"].as_object().unwrap() {
            assert_eq!(traced.get(id).copied(), value.as_bool(), "{name}: {id}");
        }
    }
}

#[test]
fn the_document_in_the_guide_is_a_network() {
    let guide = std::fs::read_to_string(raakvlak_tests::root().join("docs/networks.md")).unwrap();
    let document = guide.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    assert_eq!(Network::from_json(document).unwrap().phase(), Some(1));
}

// --- what a network refuses ------------------------------------------------------------------

/// A network in which everything is filled in.
fn full() -> Value {
    json!({
        "schema": "raakvlak.network.v1",
        "id": "full",
        "name": "Full",
        "sector": "youth-care",
        "kinds": ["living-lab"],
        "goals": [{"goal": "to learn", "reached": "partly"}],
        "complete": ["parties"],
        "parties": [
            {"id": "a", "kind": "generic", "sector": "youth-care", "roles": ["participant"], "maturity": "far", "backing": true},
            {"id": "b", "kind": "informal", "backing": "declined", "note": "free"}
        ],
        "participants": [
            {"id": "p1", "party": "a", "roles": ["moderator"], "want": true, "can": false, "may": "declined"},
            {"id": "p2", "note": "free"}
        ],
        "circumstances": {"learning-network.safe": true},
        "phases": [{"phase": 0, "on": "2026"}, {"phase": 3, "on": "2027-01"}, {"phase": 1, "on": "2027-02-28"}],
        "sessions": [
            {"id": "s1", "start": "2027-01-12T14:00", "minutes": 120, "phases": [1], "online": true, "place": "x",
             "agenda": ["network.phase.1.acquaintance"], "homework": "y", "attendance": {"asked": 9, "came": 8}},
            {"id": "s2", "start": "2027-02-23T14:00", "minutes": 120, "revision": 2}
        ],
        "themes": [{"id": "t1", "label": "Trust", "chosen": true}, {"id": "t2", "label": "Language", "part_of": "t1"}],
        "votes": [{"id": "v1", "method": "dots", "dots": 3, "places": 2, "voters": 9, "quorum": 5,
                   "ballots": [{"token": "x", "themes": ["t1"]}]}],
        "plans": [{"id": "i1", "party": "a", "theme": "t1", "dream": "d", "goal": "g",
                   "actions": [{"action": "x", "by": "2027-03", "done": false}], "owner": "team leader",
                   "agreement": {"agreed": true, "what": "hours"}, "conditions": ["organisation.interpreters"],
                   "try_out": "t", "feedback": ["f"], "evaluation": "e", "anchoring": "n",
                   "status": [{"status": "idea", "on": "2027"}]}],
        "tools": [{"id": "k1", "label": "Cases", "like": "tool.case-discussion", "joint": true,
                   "status": [{"status": "tried-out", "on": "2027-03-01"}], "teams": 4}],
        "checklist": [{"wave": "2027", "sheets": 12, "medians": {"outreach": 6.5, "checklist.item.1": 7}}],
        "lessons": ["l"],
        "note": "free"
    })
}

fn refused(pointer: &str, value: Value) -> Error {
    let mut document = full();
    let (parent, last) = pointer.rsplit_once('/').unwrap();
    let parent = document.pointer_mut(parent).unwrap();
    match parent {
        Value::Object(map) => drop(map.insert(last.to_owned(), value)),
        Value::Array(list) if last == "-" => list.push(value),
        list => list[last.parse::<usize>().unwrap()] = value,
    }
    match read(&document) {
        Ok(_) => panic!("{pointer} was taken"),
        Err(error) => error,
    }
}

#[test]
fn what_cannot_be_is_refused_with_its_code_and_its_place() {
    read(&full()).unwrap();
    for (pointer, value, code, path) in [
        ("/schema", json!("raakvlak.network.v2"), Code::SchemaNewer, "$.schema"),
        ("/schema", json!("raakvlak.case.v1"), Code::SchemaWrong, "$.schema"),
        ("/id", json!("Full network"), Code::NetworkId, "$.id"),
        ("/id", json!(""), Code::NetworkId, "$.id"),
        // Phases.
        ("/phases/1/phase", json!(7), Code::NetworkNumber, "$.phases[1].phase"),
        ("/phases/1/phase", json!(-1), Code::ValueType, "$.phases[1].phase"),
        ("/phases/1/phase", json!(256), Code::ValueType, "$.phases[1].phase"),
        ("/sessions/0/phases/0", json!(7), Code::NetworkNumber, "$.sessions[0].phases[0]"),
        // The same id twice.
        ("/parties/1/id", json!("a"), Code::NetworkId, "$.parties[1].id"),
        ("/participants/1/id", json!("p1"), Code::NetworkId, "$.participants[1].id"),
        ("/sessions/1/id", json!("s1"), Code::NetworkId, "$.sessions[1].id"),
        ("/themes/1/id", json!("t1"), Code::NetworkId, "$.themes[1].id"),
        ("/votes/-", json!({"id": "v1", "method": "dots", "ballots": []}), Code::NetworkId, "$.votes[1].id"),
        ("/plans/-", json!({"id": "i1"}), Code::NetworkId, "$.plans[1].id"),
        ("/tools/-", json!({"id": "k1", "label": "x"}), Code::NetworkId, "$.tools[1].id"),
        ("/checklist/-", json!({"wave": "2027", "sheets": 1, "medians": {}}), Code::NetworkId, "$.checklist[1].wave"),
        ("/parties/1/id", json!("  "), Code::NetworkId, "$.parties[1].id"),
        // An id of nothing.
        ("/participants/0/party", json!("c"), Code::NetworkUnknown, "$.participants[0].party"),
        ("/plans/0/party", json!("c"), Code::NetworkUnknown, "$.plans[0].party"),
        ("/plans/0/theme", json!("t9"), Code::NetworkUnknown, "$.plans[0].theme"),
        ("/themes/1/part_of", json!("t9"), Code::NetworkUnknown, "$.themes[1].part_of"),
        ("/themes/1/part_of", json!("t2"), Code::NetworkConflict, "$.themes[1].part_of"),
        ("/themes/-", json!({"id": "t3", "label": "x", "part_of": "t2"}), Code::NetworkConflict, "$.themes[2].part_of"),
        ("/plans/0/conditions/0", json!("organisation.tolken"), Code::KnowledgeUnknown, "$.plans[0].conditions[0]"),
        ("/plans/0/conditions/0", json!("tool.checklist"), Code::KnowledgeUnknown, "$.plans[0].conditions[0]"),
        ("/tools/0/like", json!("tool.hammer"), Code::KnowledgeUnknown, "$.tools[0].like"),
        // Numbers.
        ("/sessions/0/minutes", json!(0), Code::NetworkNumber, "$.sessions[0].minutes"),
        ("/sessions/0/minutes", json!(1441), Code::NetworkNumber, "$.sessions[0].minutes"),
        ("/sessions/0/minutes", json!(-60), Code::ValueType, "$.sessions[0].minutes"),
        ("/sessions/0/attendance/came", json!(10), Code::NetworkNumber, "$.sessions[0].attendance.came"),
        ("/votes/0/dots", json!(0), Code::NetworkNumber, "$.votes[0].dots"),
        ("/votes/0/places", json!(0), Code::NetworkNumber, "$.votes[0].places"),
        ("/votes/0/quorum", json!(0), Code::NetworkNumber, "$.votes[0].quorum"),
        ("/votes/0/quorum", json!(10), Code::NetworkNumber, "$.votes[0].quorum"),
        (
            "/checklist/0/medians/checklist.item.1",
            json!(10.5),
            Code::NetworkNumber,
            "$.checklist[0].medians['checklist.item.1']",
        ),
        (
            "/checklist/0/medians/checklist.item.31",
            json!(5),
            Code::ChecklistItem,
            "$.checklist[0].medians['checklist.item.31']",
        ),
        // What is said.
        ("/participants/0/want", json!("maybe"), Code::ValueUnknown, "$.participants[0].want"),
        ("/parties/0/backing", json!("soon"), Code::ValueUnknown, "$.parties[0].backing"),
        ("/parties/0/kind", json!("church"), Code::ValueUnknown, "$.parties[0].kind"),
        ("/tools/0/status/0/status", json!("done"), Code::ValueUnknown, "$.tools[0].status[0].status"),
        (
            "/circumstances/learning-network.save",
            json!(true),
            Code::ObservationUnknown,
            "$.circumstances['learning-network.save']",
        ),
        ("/circumstances/language.shared", json!(true), Code::ObservationUnknown, "$.circumstances['language.shared']"),
        (
            "/circumstances/learning-network.safe",
            json!("quite"),
            Code::ObservationValue,
            "$.circumstances['learning-network.safe']",
        ),
    ] {
        let error = refused(pointer, value.clone());
        assert_eq!((error.code(), error.path()), (code, path), "{pointer} = {value}: {error}");
        assert!(!error.to_string().is_empty());
    }
}

#[test]
fn a_network_that_contradicts_itself_is_refused_where_it_states_it() {
    for (id, stated, shown) in [
        ("moderator", json!(false), "yes"),
        ("culture-specific", json!(true), "no"),
        ("can", json!(true), "no"),
        ("themes-listed", json!(false), "yes"),
        ("tried-out", json!(false), "yes"),
        ("phase", json!("preparation"), "start"),
    ] {
        let id = format!("learning-network.{id}");
        let error = refused(&format!("/circumstances/{id}"), stated);
        assert_eq!(error.code(), Code::ObservationContradicts, "{id}");
        assert_eq!(error.path(), format!("$.circumstances['{id}']"));
        assert!(error.to_string().contains(shown), "{error}");
    }
    // The same as the lists show, or declined, contradicts nothing.
    let mut document = full();
    document["circumstances"]["learning-network.moderator"] = json!(true);
    document["circumstances"]["learning-network.phase"] = json!("start");
    document["circumstances"]["learning-network.can"] = json!("declined");
    read(&document).unwrap();
}

#[test]
fn dates_that_exist_are_taken_and_others_are_not() {
    let places = ["/phases/0/on", "/plans/0/actions/0/by", "/plans/0/status/0/on", "/tools/0/status/0/on"];
    let paths = ["$.phases[0].on", "$.plans[0].actions[0].by", "$.plans[0].status[0].on", "$.tools[0].status[0].on"];
    for (pointer, path) in places.into_iter().zip(paths) {
        let full = || {
            let mut document = full();
            for history in ["/phases", "/plans/0/status", "/tools/0/status"] {
                document.pointer_mut(history).unwrap().as_array_mut().unwrap().truncate(1);
            }
            document
        };
        for date in ["2028-02-29", "2000-02-29", "2400-02-29", "2427", "2427-12-31", "2026-12", "1999-12-31"] {
            let mut document = full();
            *document.pointer_mut(pointer).unwrap() = json!(date);
            assert!(read(&document).is_ok(), "{pointer}: {date}");
        }
        for date in
            ["2027-02-29", "2100-02-29", "2027-04-31", "2027-13", "2027-00", "2027-1-12", "27", "12-01-2027", ""]
        {
            let error = refused(pointer, json!(date));
            assert_eq!((error.code(), error.path()), (Code::DateInvalid, path), "{date}");
        }
    }
    // A history runs forwards; of a year and a day in it neither comes first.
    for (dates, runs) in [
        (["2026", "2026-03-01"], true),
        (["2026-03-01", "2026"], true),
        (["2026-03", "2026-03"], true),
        (["2027-03", "2026-12"], false),
        (["2026-03-02", "2026-03-01"], false),
    ] {
        let history = json!([{"phase": 1, "on": dates[0]}, {"phase": 2}, {"phase": 1, "on": dates[1]}]);
        let mut document = full();
        document["phases"] = history;
        let said = read(&document).map_err(|e| (e.code(), e.path().to_owned()));
        assert_eq!(said.is_ok(), runs, "{dates:?}");
        assert!(runs || said.unwrap_err() == (Code::NetworkConflict, "$.phases[2].on".to_owned()));
    }
    for start in ["2028-02-29T09:30", "2027-12-31T23:59", "2427-12-31T23:30", "9999-12-31T23:30", "2027-03-28T03:00"] {
        let mut document = full();
        document["sessions"][0]["start"] = json!(start);
        assert!(read(&document).is_ok(), "{start}");
    }
    for start in [
        "2027-02-29T09:30",
        "2100-02-29T09:30",
        "2027-04-31T09:30",
        "2027-01-12T24:00",
        "2027-01-12T14:60",
        "2027-01-12",
        "2027-01-12 14:00",
        "2027-01-12T14:00:00",
        "2027-01-12T14:00Z",
        "2027-1-12T14:00",
        "12027-01-12T14:00",
        "",
    ] {
        let error = refused("/sessions/0/start", json!(start));
        assert_eq!((error.code(), error.path()), (Code::DateInvalid, "$.sessions[0].start"), "{start}");
    }
}

#[test]
fn a_meeting_took_place_or_was_called_off_and_never_both() {
    let with =
        |session: Value| read(&json!({"schema": "raakvlak.network.v1", "id": "n", "sessions": [session]})).map(|_| ());
    let path = |session: Value| with(session).unwrap_err().path().to_owned();
    assert_eq!(path(json!({"id": "a", "held": true, "cancelled": true})), "$.sessions[0].held");
    let came = json!({"asked": 12, "came": 3});
    assert_eq!(path(json!({"id": "a", "cancelled": true, "attendance": came})), "$.sessions[0].attendance");
    assert_eq!(path(json!({"id": "a", "held": false, "attendance": came})), "$.sessions[0].held");
    with(json!({"id": "a", "held": true, "attendance": came})).unwrap();
    with(json!({"id": "a", "held": false, "cancelled": true})).unwrap();
}

#[test]
fn the_phase_that_is_stated_is_the_phase_of_the_review() {
    let stated =
        json!({"schema": "raakvlak.network.v1", "id": "n", "circumstances": {"learning-network.phase": "development"}});
    assert_eq!(read(&stated).unwrap().phase(), Some(4));
    let review = reviewed(&stated);
    assert_eq!(review.now.as_deref(), Some("network.phase.4"));
    // So it is in the report and in the picture.
    let network = read(&stated).unwrap();
    let told = outcome(&network, &Rules::builtin(), &Texts::en(), Audience::Participants);
    let phases: Vec<&str> = told.phases.iter().map(|phase| &*phase.id).collect();
    assert_eq!(phases, ["network.phase.4"]);
    let svg =
        raakvlak_draw::picture("phases", Some(&stated.to_string()), None, &Rules::builtin(), &Texts::en()).unwrap();
    assert!(svg.contains("the network is here now"), "{svg}");
    let short = json!({"schema": "raakvlak.network.v1", "id": "n", "circumstances": {"safe": true}});
    assert_eq!(read(&short).unwrap_err().help(), Some("did you mean `learning-network.safe`?"));
}

#[test]
fn beside_each_phase_stands_how_the_networks_of_the_sources_did_it() {
    let review = reviewed(&json!({"schema": "raakvlak.network.v1", "id": "n", "phases": [{"phase": 1}]}));
    let all = knowledge::all().iter().filter(|e| e.kind == Kind::Activity && e.id.starts_with("network.phase."));
    let mut told: Vec<&str> = review.parts.iter().flat_map(|p| p.examples.iter().map(|e| &*e.id)).collect();
    told.sort_unstable();
    let mut all: Vec<&str> = all.map(|entry| entry.id).collect();
    all.sort_unstable();
    assert_eq!((told, all.len()), (all.clone(), all.len()));
    let page = report::review(&review, &Texts::en()).write(Format::Text);
    let (now, other) = ("network.phase.1.hague-acquaintance", "network.phase.3.rotterdam-homework");
    let label = |id| Texts::en().label(id).into_owned();
    assert!(page.contains(&label(now)) && !page.contains(&label(other)), "of the phase that it is in");
}

#[test]
fn what_was_found_twice_for_one_reason_stands_once() {
    let page = report::review(&reviewed(&example("rotterdam")), &Texts::en()).write(Format::Text);
    let (feature, factor) = ("network.feature.same-sector", "network.success.same-sector");
    let texts = Texts::en();
    assert!(page.contains(&*texts.label(feature)) && !page.contains(&format!("-  {}\n", texts.label(factor))));
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(plain(&page).contains(&plain(&format!("{} {}", texts.text(feature), texts.text(factor)))), "{page}");
}

#[test]
fn two_meetings_of_a_kind_are_never_at_the_same_moment() {
    // When the first starts and how long it lasts, and when the second starts.
    for (first, minutes, second, together) in [
        ("2027-01-12T14:00", json!(120), "2027-01-12T14:00", true),
        ("2027-01-12T14:00", json!(120), "2027-01-12T15:59", true),
        ("2027-01-12T14:00", json!(120), "2027-01-12T16:00", false),
        ("2027-01-12T14:00", json!(120), "2027-01-12T13:00", false),
        ("2027-01-12T14:00", Value::Null, "2027-01-12T14:00", true),
        ("2027-01-12T14:00", Value::Null, "2027-01-12T14:01", false),
        ("2027-12-31T23:00", json!(120), "2028-01-01T00:30", true),
        ("2027-12-31T23:00", json!(60), "2028-01-01T00:00", false),
        ("2028-02-28T23:00", json!(120), "2028-02-29T00:30", true),
        ("2427-12-31T23:00", json!(1440), "2428-01-01T22:59", true),
        ("9999-12-31T23:30", json!(60), "9999-12-31T23:45", true),
    ] {
        let sessions = |kind: &str, cancelled: bool| {
            let mut document = full();
            document["sessions"] = json!([
                {"id": "x", "start": first, "minutes": minutes},
                {"id": "y", "start": second, "minutes": 30, "kind": kind, "cancelled": cancelled},
            ]);
            read(&document)
        };
        match sessions("working", false) {
            Err(error) => {
                assert!(together, "{first} {second}: {error}");
                assert_eq!((error.code(), error.path()), (Code::NetworkConflict, "$.sessions[1].start"));
                assert!(error.to_string().contains("`x`"), "{error}");
            }
            Ok(_) => assert!(!together, "{first} {second}"),
        }
        assert!(sessions("governance", false).is_ok(), "the governance group may meet while the network does");
        assert!(sessions("working", true).is_ok(), "what was called off is in nobody's way");
    }
}

/// Every object of a document, by its path, but for the two whose keys are ids.
fn objects(value: &Value, pointer: &str, path: &str, out: &mut Vec<(String, String)>) {
    match value {
        Value::Object(map) => {
            out.push((pointer.to_owned(), path.to_owned()));
            for (name, value) in map.iter().filter(|(name, _)| !["circumstances", "medians"].contains(&name.as_str())) {
                objects(value, &format!("{pointer}/{name}"), &format!("{path}.{name}"), out);
            }
        }
        Value::Array(list) => {
            for (i, value) in list.iter().enumerate() {
                objects(value, &format!("{pointer}/{i}"), &format!("{path}[{i}]"), out);
            }
        }
        _ => {}
    }
}

#[test]
fn a_field_that_is_not_known_is_refused_wherever_it_stands() {
    let mut all = Vec::new();
    objects(&full(), "", "$", &mut all);
    assert!(all.len() > 20);
    for (pointer, path) in all {
        for field in ["nationality", "score"] {
            let error = refused(&format!("{pointer}/{field}"), json!(1));
            assert_eq!((error.code(), error.path()), (Code::FieldUnknown, &*format!("{path}.{field}")));
        }
    }
}

// --- laws ------------------------------------------------------------------------------------

#[test]
fn going_back_is_normal_and_keeps_what_was() {
    let read = read(&full()).unwrap();
    assert_eq!(read.phase(), Some(1));
    assert_eq!(read.document().phases.iter().map(|p| p.phase).collect::<Vec<_>>(), [0, 3, 1]);
    for phase in 0..=6_u8 {
        let mut document = full();
        document["phases"].as_array_mut().unwrap().push(json!({"phase": phase}));
        let review = reviewed(&document);
        let positions: Vec<_> = review.parts.iter().filter_map(|p| p.position).collect();
        assert_eq!(positions.iter().filter(|p| **p == Position::Earlier).count(), usize::from(phase));
        assert_eq!(positions.iter().filter(|p| **p == Position::Now).count(), 1);
    }
}

fn known(document: &Value) -> Map<String, Value> {
    let seen = read(document).unwrap().situation();
    let values = observation::all().iter().filter_map(|o| Some((o.id.to_owned(), json!(seen.answer(o.id).known()?))));
    values.collect()
}

#[test]
fn an_organisation_of_which_the_kind_is_not_known_is_neither_there_nor_lacking() {
    let of = |kind: Value| {
        let mut document = json!({"schema": "raakvlak.network.v1", "id": "x", "complete": ["parties"], "parties": [
            {"id": "a", "kind": "generic", "backing": true}, {"id": "b", "kind": kind, "backing": true}
        ]});
        if kind.is_null() {
            document["parties"][1].as_object_mut().unwrap().remove("kind");
        }
        known(&document)
    };
    let flag = |of: &Map<String, Value>, id: &str| of.get(&format!("learning-network.{id}")).cloned();
    let (informal, unknown, other) = (of(json!("informal")), of(Value::Null), of(json!("other")));
    assert_eq!(flag(&informal, "informal"), Some(json!(1)));
    assert_eq!(flag(&unknown, "informal"), None);
    assert_eq!(flag(&other, "informal"), Some(json!(0)));
    assert_eq!(flag(&unknown, "generic"), Some(json!(1)));
    assert_eq!(flag(&unknown, "backing"), None);
}

// --- load ------------------------------------------------------------------------------------

#[test]
fn a_large_network_is_read_and_reviewed() {
    let document = large();
    let read = read(&document).unwrap();
    let of = read.document();
    assert_eq!((of.participants.len(), of.sessions.len(), of.votes[0].ballots.len()), (500, 200, 5_000));
    let review = reviewed(&document);
    let status = |id: &str| review.advice.iter().find(|a| a.id == id).unwrap().status;
    assert_eq!(status("network.success.mix-of-types"), Status::Applies);
    assert_eq!(status("network.lesson.include-clients"), Status::Applies);
    assert_eq!(status("network.phase.3.vote"), Status::NotNow);
    assert_eq!(status("network.phase.1.acquaintance"), Status::Open);
    assert_eq!(review.now.as_deref(), Some("network.phase.5"));
}

#[test]
fn a_fault_at_the_end_of_a_large_network_is_found() {
    let mut document = large();
    document["participants"][499]["party"] = json!("party-60");
    let error = read(&document).unwrap_err();
    assert_eq!((error.code(), error.path()), (Code::NetworkUnknown, "$.participants[499].party"));
    let mut document = large();
    document["sessions"][199]["start"] = document["sessions"][3]["start"].clone();
    let error = read(&document).unwrap_err();
    assert_eq!((error.code(), error.path()), (Code::NetworkConflict, "$.sessions[199].start"));
}
