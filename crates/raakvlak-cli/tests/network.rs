//! `raakvlak network` and what is beside it, from end to end: real files, real processes.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod support;

use std::collections::BTreeMap;
use std::process::{Command, Output};

use serde_json::{Value, json};

use support::{Folder, command};

fn raakvlak(args: &[&str]) -> Output {
    command().args(args).output().unwrap()
}

fn good(args: &[&str]) -> String {
    let output = raakvlak(args);
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(!text.contains("[?]"), "{args:?}: a phrase that is not there");
    text
}

fn json_of(args: &[&str]) -> Value {
    serde_json::from_str(&good(&[args, &["--format", "json"]].concat())).unwrap()
}

/// What it says went wrong; nothing comes out.
fn bad(args: &[&str]) -> String {
    let output = raakvlak(args);
    assert_eq!(output.status.code(), Some(1), "{args:?}: {}", String::from_utf8_lossy(&output.stdout));
    assert!(output.stdout.is_empty(), "{args:?}");
    String::from_utf8(output.stderr).unwrap()
}

/// The code and the place of what went wrong, told in JSON.
fn mistake(args: &[&str]) -> (String, String) {
    let error: Value = serde_json::from_str(&bad(&[args, &["--format", "json"]].concat())).unwrap();
    let text = |field: &str| error[field].as_str().unwrap_or_default().to_owned();
    (text("code"), text("path"))
}

fn read_json(folder: &Folder, name: &str) -> Value {
    serde_json::from_str(&folder.read(name)).unwrap()
}

/// A network with something of everything.
fn network() -> Value {
    json!({
        "schema": "raakvlak.network.v1",
        "id": "ouderenzorg-noord",
        "name": "Ouderenzorg Noord",
        "sector": "elderly-care",
        "complete": ["parties"],
        "parties": [
            { "id": "zorg", "kind": "generic", "backing": true },
            { "id": "buurt", "kind": "informal" },
        ],
        "participants": [{ "id": "p1", "party": "zorg", "roles": ["moderator"], "want": true }],
        "phases": [{ "phase": 0 }, { "phase": 1, "on": "2027-01" }],
        "themes": [{ "id": "taal", "label": "Taal" }, { "id": "familie", "label": "Familie" }],
        "votes": [{ "id": "v1", "method": "dots", "dots": 2, "places": 1, "ballots": [
            { "token": "a", "themes": ["taal", "taal"] },
            { "token": "b", "themes": ["familie"] },
            { "token": "a", "themes": ["familie"] },
            { "themes": ["weer"] },
        ] }],
    })
}

#[test]
fn a_new_network_is_one_that_is_read_again_and_says_what_to_fill_in() {
    let folder = Folder::new("new");
    let file = folder.path("Jeugd & Noord.json");
    let told = good(&["network", "new", &file, "--name", "Jeugd Noord", "--sector", "youth-care"]);
    for words in ["parties", "participants", "pseudoniem", "network review", "?"] {
        assert!(told.contains(words), "{words}: {told}");
    }
    assert!(told.lines().all(|line| line.contains(&file[..20]) || line.chars().count() <= 80), "{told}");
    let stated =
        json!({ "schema": "raakvlak.network.v1", "id": "jeugd-noord", "name": "Jeugd Noord", "sector": "youth-care" });
    assert_eq!(read_json(&folder, "Jeugd & Noord.json"), stated, "what is not known is not in it");
    assert!(folder.read("Jeugd & Noord.json").ends_with("}\n"));
    assert_eq!(json_of(&["network", "review", &file])["id"], "jeugd-noord");
    assert!(good(&["network", "new", &folder.path("en.json"), "--lang", "en"]).contains("Fill in next"));
    assert_eq!(folder.names(), ["Jeugd & Noord.json", "en.json"]);

    assert!(bad(&["network", "new", &folder.path("x.json"), "--id", "Noord!"]).contains("error[network.id]"));
    assert!(bad(&["network", "new", &folder.path("日本.json")]).contains("--id"));
    assert!(bad(&["network", "new", &folder.path("no/such.json")]).contains("error[file.unwritable]"));
    assert_eq!(raakvlak(&["network", "new", &file, "--sector", "sport"]).status.code(), Some(2));
    assert_eq!(folder.names().len(), 2, "nothing is left of what went wrong");
}

#[test]
fn nothing_is_written_over_without_being_told_to() {
    let folder = Folder::new("over");
    let file = folder.write("n.json", network().to_string());
    let there = folder.write("there.txt", "what was there");
    for args in [&["network", "new", &there][..], &["network", "review", &file, "-o", &there]] {
        let told = bad(args);
        assert!(
            told.contains("error[file.exists]") && told.contains("there.txt") && told.contains("--force"),
            "{told}"
        );
        assert_eq!(folder.read("there.txt"), "what was there");
    }
    assert!(bad(&["network", "review", &file, "-o", &file]).contains("error[file.exists]"));
    assert_eq!(folder.read("n.json"), network().to_string());
    good(&["network", "review", &file, "-o", &there, "--force"]);
    assert_ne!(folder.read("there.txt"), "what was there");
    good(&["network", "new", &there, "--force"]);
    assert_eq!(read_json(&folder, "there.txt")["id"], "there");
    assert_eq!(folder.names(), ["n.json", "there.txt"]);
}

#[test]
fn a_review_gives_advice_as_everywhere_and_names_the_file_of_a_mistake() {
    let folder = Folder::new("review");
    let file = folder.write("n.json", network().to_string());
    let review = json_of(&["network", "review", &file]);
    assert_eq!(review["schema"], "raakvlak.review.v1");
    assert_eq!((&review["of"], &review["now"]), (&"network".into(), &"network.phase.1".into()));
    let advice = review["advice"].as_array().unwrap();
    let applies: Vec<&Value> = advice.iter().filter(|a| a["status"] == "applies" && a["always"] != true).collect();
    assert!(!applies.is_empty() && applies.iter().all(|a| a["source"].is_object() && a["because"].is_array()));
    for (lang, now) in [("nl", "Nu in fase 1"), ("en", "Now in phase 1")] {
        for format in ["text", "markdown", "html"] {
            let text = good(&["network", "review", &file, "--lang", lang, "--format", format]);
            assert!(text.contains(now) && text.contains("Ouderenzorg Noord"), "{text}");
        }
    }
    let both = good(&["network", "review", &file, &file]);
    assert_eq!(both.matches("Nu in fase 1").count(), 2, "{both}");
    let both = json_of(&["network", "review", &file, &file]);
    assert_eq!(both, json!([review, review]), "of several a list");

    let mut wrong = network();
    wrong["phases"][1]["phase"] = 7.into();
    let wrong = folder.write("wrong.json", wrong.to_string());
    let of = ("network.number".to_owned(), "$.phases[1].phase".to_owned());
    assert_eq!(mistake(&["network", "review", &wrong]), of);
    assert_eq!(mistake(&["network", "review", &file, &wrong]), of, "all, or nothing");
    assert!(bad(&["network", "review", &wrong]).contains("wrong.json: "));
    assert_eq!(mistake(&["network", "review", &folder.path("none.json")]).0, "file.unreadable");
}

#[test]
fn a_vote_is_counted_and_every_refused_ballot_is_told() {
    let folder = Folder::new("vote");
    let file = folder.write("n.json", network().to_string());
    let result = json_of(&["network", "vote", &file]);
    assert_eq!((&result["counted"], &result["decides"]["chosen"]), (&2.into(), &json!(["taal"])));
    let paths: Vec<&Value> = result["refused"].as_array().unwrap().iter().map(|ballot| &ballot["path"]).collect();
    assert_eq!(paths, ["$.votes[0].ballots[2].token", "$.votes[0].ballots[3].themes[0]"]);
    let output = raakvlak(&["network", "vote", &file, "--vote", "v1", "--lang", "en"]);
    assert_eq!(output.status.code(), Some(0), "a refused ballot is no mistake of the one who counts");
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("n.json, $.votes[0].ballots[2].token: ") && told.contains("2 of 4 ballots"), "{told}");
    assert!(String::from_utf8(output.stdout).unwrap().contains("Taal"));

    let mut many = network();
    many["votes"][0]["ballots"].as_array_mut().unwrap().extend(vec![json!({ "themes": [] }); 100]);
    let many = folder.write("many.json", many.to_string());
    let told = String::from_utf8(raakvlak(&["network", "vote", &many]).stderr).unwrap();
    assert!(told.contains("102 of 104") && told.lines().count() == 21, "{told}");

    assert_eq!(mistake(&["network", "vote", &file, "--vote", "v2"]).0, "vote.unknown");
    let none = folder.write("none.json", json!({ "schema": "raakvlak.network.v1", "id": "x" }).to_string());
    assert!(bad(&["network", "vote", &none]).contains("none.json: "));
}

#[test]
fn a_report_is_for_those_whom_it_concerns() {
    let folder = Folder::new("report");
    let file = folder.write("n.json", network().to_string());
    for whom in ["participants", "managers", "municipality", "wall"] {
        let report = json_of(&["network", "report", &file, "--for", whom]);
        assert_eq!((&report["schema"], &report["for"]), (&"raakvlak.network-report.v1".into(), &whom.into()));
        assert!(!report.to_string().contains("\"p1\""), "no participant, by pseudonym neither");
        for format in ["text", "markdown", "html"] {
            assert!(
                good(&["network", "report", &file, "--for", whom, "--format", format]).contains("Ouderenzorg Noord")
            );
        }
    }
    for args in [&["network", "report", &*file][..], &["network", "report", &file, "--for", "press"]] {
        assert_eq!(raakvlak(args).status.code(), Some(2), "{args:?}");
    }
    let wrong = folder.write("wrong.json", network().to_string().replace("\"p1\"", "\"\""));
    let of = ("network.id".to_owned(), "$.participants[0].id".to_owned());
    assert_eq!(mistake(&["network", "report", &wrong, "--for", "wall"]), of);
}

#[test]
fn the_worksheet_has_room_to_write_and_says_what_is_our_choice() {
    for (lang, words) in [("nl", "Onze keuze"), ("en", "Our choice")] {
        let html = good(&["network", "form", "--lang", lang]);
        roxmltree::Document::parse(html.strip_prefix("<!DOCTYPE html>").unwrap()).unwrap();
        for text in [html, good(&["network", "form", "--lang", lang, "--format", "text"])] {
            assert!(text.contains(words), "{text}");
        }
    }
    let folder = Folder::new("form");
    let there = folder.write("there.html", "mine");
    assert!(bad(&["network", "form", "-o", &there]).contains("file.exists"));
    assert_eq!(folder.read("there.html"), "mine");
}

/// A value of every event, by its UID.
fn events(calendar: &str, field: &str) -> BTreeMap<String, String> {
    let unfolded = calendar.replace("\r\n ", "");
    let events = unfolded.split("BEGIN:VEVENT\r\n").skip(1).map(|event| {
        let value = |name: &str| {
            let fields = event.lines().filter_map(|line| line.split_once(':'));
            let mut fields = fields.filter(|(field, _)| field.split(';').next() == Some(name));
            fields.next().map(|(_, value)| value.to_owned()).unwrap_or_default()
        };
        (value("UID"), value(field))
    });
    events.collect()
}

fn plan<'a>(file: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    [&["network", "plan", file, "--today", "2026-11-30"], more].concat()
}

#[test]
fn what_a_network_can_state_is_listed_by_the_names_that_its_review_asks_for() {
    let folder = Folder::new("names");
    let file = folder.write("n.json", network().to_string());
    let listed = good(&["observations", "--about", "network"]);
    let asked = json_of(&["network", "review", &file]);
    let asked = asked["ask_next"].as_array().unwrap();
    assert!(!asked.is_empty());
    for one in asked {
        assert!(listed.contains(one["observation"].as_str().unwrap()), "{one}");
    }
    assert!(!good(&["observations"]).contains("learning-network."), "of a case nothing of a network is stated");
    assert_eq!(raakvlak(&["observations", "--about", "weather"]).status.code(), Some(2));
}

#[test]
fn two_stretches_of_days_in_one_are_refused_and_a_reason_may_have_a_comma() {
    let folder = Folder::new("stretches");
    let file = folder.write("n.json", network().to_string());
    let with = |blocked: &'static str| ["--start", "2027-01-12", "--dry-run", "--blocked", blocked];
    let refused = bad(&plan(&file, &with("2027-02-20..2027-02-28=vakantie,2027-05-05=Bevrijdingsdag")));
    assert!(refused.contains("date.invalid") && refused.contains("once for each"), "{refused}");
    good(&plan(&file, &with("2027-02-20..2027-02-28=vakantie, ook voor de scholen")));
}

#[test]
fn meetings_are_planned_into_the_file_with_reasons_and_the_same_again_changes_nothing() {
    let folder = Folder::new("plan");
    let file = folder.write("n.json", network().to_string());
    let holidays = json!([{ "from": "2027-04-24", "to": "2027-05-09", "why": "meivakantie" }]);
    let holidays = folder.write("holidays.json", holidays.to_string());
    let args =
        ["--start", "2027-01-12", "--blocked", "2027-02-20..2027-02-28=voorjaarsvakantie", "--blocked", &holidays];
    let told = good(&plan(&file, &args));
    for words in
        ["dinsdag 12 januari 2027, 14.00", "voorjaarsvakantie", "Waarom zo", "tip 8", "Nieuwe bijeenkomsten: 9"]
    {
        assert!(told.contains(words), "{words}: {told}");
    }
    assert!(told.lines().all(|line| line.chars().count() <= 80), "{told}");
    let planned = read_json(&folder, "n.json");
    let starts: Vec<&str> =
        planned["sessions"].as_array().unwrap().iter().map(|s| s["start"].as_str().unwrap()).collect();
    assert!(starts.contains(&"2027-01-12T14:00") && starts.contains(&"2027-03-02T14:00"), "{starts:?}");
    let mut without = planned.clone();
    without.as_object_mut().unwrap().remove("sessions");
    assert_eq!(without, network(), "everything else stays");

    let text = folder.read("n.json");
    let told = good(&plan(&file, &[&args[..], &["--lang", "en"]].concat()));
    assert!(told.contains("Nothing: the meetings stood there like this already."), "{told}");
    assert_eq!(folder.read("n.json"), text);
    let told = good(&plan(&file, &["--start", "2027-01-19T09:30", "--dry-run", "--lang", "en"]));
    assert!(
        told.contains("From Tuesday 12 January 2027") && told.contains("to Tuesday 19 January 2027, 09:30"),
        "{told}"
    );
    assert_eq!(folder.read("n.json"), text, "only told");
    let piped = plan("-", &["--start", "2027-01-19T09:30", "--dry-run", "--lang", "en"]);
    let input = std::fs::File::open(&file).unwrap();
    let output = command().args(piped).stdin(input).output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), told);
    let json =
        json_of(&plan(&file, &[&args[..], &["--every-weeks", "4", "--minutes", "120", "--governance", "0"]].concat()));
    assert_eq!(
        (&json["schema"], &json["network"]),
        (&"raakvlak.schedule-plan.v1".into(), &read_json(&folder, "n.json"))
    );
    assert_ne!(folder.read("n.json"), text);
    assert_eq!(folder.names(), ["holidays.json", "n.json"]);
}

#[test]
fn what_cannot_be_planned_is_refused_with_its_place_and_the_file_stays() {
    let folder = Folder::new("plan-wrong");
    let text = network().to_string();
    let file = folder.write("n.json", &text);
    let list = folder.write("days.json", json!([{ "from": "2027-02-20" }, { "from": "2027-02-30" }]).to_string());
    let no_list = folder.write("no-list.json", "{}");
    let start = ["--start", "2027-01-12"];
    for (more, code, path) in [
        (&["--start", "2027-02-30"][..], "date.invalid", ""),
        (&["--start", "2027-03-28T02:30"], "date.invalid", ""),
        (&["--start", "2025-01-12"], "network.conflict", ""),
        (&["--start", "2027-01-12", "--every-weeks", "0"], "network.number", ""),
        (&["--start", "2027-01-12", "--sessions", "0"], "network.number", ""),
        (&["--start", "2027-01-12", "--blocked", "2027-02-30"], "date.invalid", ""),
        (&["--start", "2027-01-12", "--blocked", "2027-02-20..2027-02-01"], "network.conflict", ""),
        (&["--start", "2027-01-12", "--blocked", "2027-01-01", "--blocked", &list], "date.invalid", "$[1].from"),
        (&["--start", "2027-01-12", "--blocked", &no_list], "value.wrong-type", "$"),
        (&["--start", "2027-01-12", "--blocked", &file], "value.wrong-type", "$"),
        (&["--start", "2027-01-12", "--blocked", "none.json"], "file.unreadable", ""),
        (&["--start", "2027-01-12", "--ics", &file], "file.unwritable", ""),
        (&["--start", "2027-01-12", "-o", &file], "file.unwritable", ""),
        (&["--start", "2027-01-12", "-o", &list], "file.exists", ""),
        (&["--start", "2027-01-12", "--ics", &list], "file.exists", ""),
        (&["--start", "2027-01-12", "--ics", "no/such/folder.ics"], "file.unwritable", ""),
    ] {
        assert_eq!(mistake(&plan(&file, more)), (code.to_owned(), path.to_owned()), "{more:?}");
        assert_eq!(folder.read("n.json"), text, "{more:?}");
    }
    assert!(bad(&plan(&file, &["--start", "2027-01-12", "--blocked", &list])).contains("days.json: "));
    assert!(bad(&plan(&file, &["--start", "2027-01-12", "--blocked", "2027-02-30=x"])).contains("--blocked: "));
    assert!(bad(&plan(&file, &["--start", "2027-01-12", "--every-weeks", "0"])).contains("--every-weeks: "));
    assert!(bad(&plan(&file, &["--start", "12-01-2027"])).contains("`12-01-2027`"));
    for more in [&[][..], &["--start", "2027-01-12", "--every-weeks", "-6"]] {
        assert_eq!(raakvlak(&plan(&file, more)).status.code(), Some(2), "{more:?}");
    }
    assert_eq!(mistake(&plan(&folder.path("none.json"), &start)).0, "file.unreadable");
    for no_file in [&*folder.path(""), "-"] {
        assert_eq!(mistake(&plan(no_file, &start)).0, "file.unwritable");
    }
    let wrong = folder.write("wrong.json", text.replace("2027-01", "2027-13"));
    assert_eq!(mistake(&plan(&wrong, &start)), ("date.invalid".to_owned(), "$.phases[1].on".to_owned()));
    assert_eq!(folder.names(), ["days.json", "n.json", "no-list.json", "wrong.json"]);
}

#[test]
fn a_calendar_of_the_same_network_is_updated_and_another_is_left() {
    let folder = Folder::new("calendar");
    let file = folder.write("n.json", network().to_string());
    let ics = folder.path("n.ics");
    good(&plan(&file, &["--start", "2027-01-12", "--ics", &ics]));
    let first = folder.read("n.ics");
    let uids: Vec<String> = events(&first, "UID").into_keys().collect();
    assert!(uids.len() > 6 && uids.iter().all(|uid| uid.contains("@ouderenzorg-noord")), "{uids:?}");
    assert!(events(&first, "SEQUENCE").values().all(|sequence| sequence == "0"));

    good(&plan(&file, &["--start", "2027-01-13T10:00", "--ics", &ics]));
    let second = folder.read("n.ics");
    assert_eq!(events(&second, "UID").into_keys().collect::<Vec<_>>(), uids, "no event twice, and none anew");
    assert!(events(&second, "SEQUENCE").values().all(|sequence| sequence == "1"), "{second}");
    assert_ne!(events(&first, "DTSTART"), events(&second, "DTSTART"));

    good(&plan(&file, &["--start", "2027-01-13T10:00", "--ics", &ics]));
    assert_eq!(events(&folder.read("n.ics"), "SEQUENCE"), events(&second, "SEQUENCE"), "nothing changed");
    good(&plan(&file, &["--start", "2027-01-13T10:00", "--sessions", "5", "--ics", &ics]));
    let status = events(&folder.read("n.ics"), "STATUS");
    assert_eq!(status.len(), uids.len(), "what is called off stays, so that calendars learn of it");
    assert!(status.values().any(|status| status == "CANCELLED"));

    let network_before = folder.read("n.json");
    let other = second.replace("@ouderenzorg-noord", "@ouderenzorg-zuid");
    let own = second.replacen("BEGIN:VEVENT", "BEGIN:VEVENT\r\nUID:mine@home\r\nEND:VEVENT\r\nBEGIN:VEVENT", 1);
    for (name, there) in [("other.ics", &*other), ("own.ics", &own), ("empty.ics", ""), ("text.ics", "mine")] {
        let ics = folder.write(name, there);
        let told = bad(&plan(&file, &["--start", "2027-02-02", "--ics", &ics]));
        assert!(told.contains("error[file.exists]") && told.contains(name), "{told}");
        assert_eq!((folder.read(name), folder.read("n.json")), (there.to_owned(), network_before.clone()), "{name}");
    }
    let forced = ["--start", "2027-02-02", "--sessions", "5", "--ics", &folder.path("text.ics"), "--force"];
    good(&plan(&file, &forced));
    assert_eq!(events(&folder.read("text.ics"), "UID").into_keys().collect::<Vec<_>>(), uids);
    assert_eq!(folder.names().len(), 6, "nothing is left beside them");
}

/// A document of a kind, with these fields.
fn document(folder: &Folder, kind: &str, fields: Value) -> String {
    let mut document = json!({ "schema": format!("raakvlak.{kind}.v1") });
    document.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    folder.write(&format!("{kind}.json"), document.to_string())
}

#[test]
fn cooperation_team_and_vision_are_answered_in_every_format_and_language() {
    let folder = Folder::new("beside");
    let cooperation = json!({ "name": "Noord", "informal": [{ "id": "moeders", "kind": "women" }] });
    let team = json!({ "name": "Noord", "plan": { "complete": true, "expertise": { "goals": ["tolken"] } } });
    let vision = json!({ "name": "Noord", "leave_out": [{ "part": "method.psycho-education", "reason": "elders" }] });
    for (job, kind, fields, answer) in [
        ("cooperation", "cooperation", cooperation, "raakvlak.review.v1"),
        ("team", "district-team", team, "raakvlak.review.v1"),
        ("vision", "vision", vision, "raakvlak.vision-document.v1"),
    ] {
        let file = document(&folder, kind, fields);
        assert_eq!(json_of(&[job, &file])["schema"], answer);
        for lang in ["nl", "en"] {
            for format in ["text", "markdown", "html"] {
                assert!(good(&[job, &file, "--lang", lang, "--format", format]).contains("Noord"), "{job} {format}");
            }
        }
        assert!(bad(&[job, &file, "-o", &file]).contains("error[file.exists]"));
        let unknown = document(&folder, kind, json!({ "colour": "blue" }));
        assert_eq!(mistake(&[job, &unknown]), ("field.unknown".to_owned(), "$.colour".to_owned()), "{job}");
        assert!(bad(&[job, &unknown]).contains(&format!("{kind}.json: ")));
    }
    assert_eq!(mistake(&["team", &document(&folder, "cooperation", json!({}))]).0, "document.schema-wrong");
}

#[test]
fn a_cooperation_is_held_beside_the_network_that_it_belongs_to() {
    let folder = Folder::new("belongs");
    let network = folder.write("n.json", network().to_string());
    let of = |network: &str, party: &str| json!({ "network": network, "formal": [{ "id": "zorg", "network_party": party }] });
    let file = document(&folder, "cooperation", of("ouderenzorg-noord", "zorg"));
    good(&["cooperation", &file, "--network", &network]);
    let file = document(&folder, "cooperation", of("ouderenzorg-noord", "hulp"));
    good(&["cooperation", &file]);
    let wrong = ("network.unknown".to_owned(), "$.formal[0].network_party".to_owned());
    assert_eq!(mistake(&["cooperation", &file, "--network", &network]), wrong);
}

#[test]
fn facts_say_what_is_stale_on_a_day() {
    let stale = |on: &str| {
        let facts = json_of(&["facts", "--on", on]);
        assert_eq!((&facts["schema"], &facts["on"]), (&"raakvlak.facts.v1".into(), &on.into()));
        facts["facts"].as_array().unwrap().iter().filter(|fact| fact["stale"] == true).count()
    };
    assert!(stale("2021-01-01") < stale("2100-01-01"));
    let today = json_of(&["facts"])["on"].as_str().unwrap().to_owned();
    assert!(today.len() == 10 && today.as_str() > "2026", "{today}");
    for format in ["text", "markdown", "html"] {
        assert!(good(&["facts", "--on", "2026-01-01", "--lang", "en", "--format", format]).contains("CBS"));
    }
    assert_eq!(mistake(&["facts", "--on", "2026-02-30"]), ("date.invalid".to_owned(), "$.on".to_owned()));
}

#[test]
fn what_managers_do_is_a_page() {
    for lang in ["nl", "en"] {
        let html = good(&["trajectory", "--lang", lang]);
        roxmltree::Document::parse(html.strip_prefix("<!DOCTYPE html>").unwrap()).unwrap();
        assert!(good(&["trajectory", "--lang", lang, "--format", "text"]).lines().count() > 20);
    }
}

#[test]
fn every_picture_is_drawn_and_the_same_in_the_same_language() {
    let folder = Folder::new("picture");
    let network = folder.write("n.json", network().to_string());
    let case = format!("{}/../../examples/appendix-1.json", env!("CARGO_MANIFEST_DIR"));
    for args in [
        &["phases", &*network][..],
        &["overlap", &case],
        &["ecogram", &case],
        &["lifeline", &case],
        &["pillars"],
        &["competences"],
        &["infographic"],
    ] {
        let drawn = |lang| good(&[&["picture"], args, &["--on", "2027-01-12", "--lang", lang]].concat());
        let svg = drawn("nl");
        assert_eq!(roxmltree::Document::parse(&svg).unwrap().root_element().tag_name().name(), "svg", "{args:?}");
        assert_eq!(svg, drawn("nl"));
        assert_ne!(svg, drawn("en"), "{args:?}");
    }
    good(&["picture", "infographic"]);
    let out = folder.path("pillars.svg");
    good(&["picture", "pillars", "-o", &out]);
    assert!(bad(&["picture", "pillars", "-o", &out]).contains("error[file.exists]"));
    assert!(bad(&["picture", "phases"]).contains("error[value.unknown]"), "of what?");
    assert!(bad(&["picture", "pillars", &network]).contains("error[value.unknown]"));
    let told = bad(&["picture", "phases", &case]);
    assert!(told.contains("error[document.schema-wrong]") && told.contains("appendix-1.json: "), "{told}");
    assert!(bad(&["picture", "infographic", "--on", "soon"]).contains("error[date.invalid]: `soon`"));
    assert_eq!(raakvlak(&["picture", "houses"]).status.code(), Some(2));
}

#[cfg(unix)]
mod unix {
    use std::io::Read;
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::os::unix::process::ExitStatusExt;
    use std::process::{Child, Stdio};
    use std::time::{Duration, Instant};

    use super::*;

    fn fifo(folder: &Folder, name: &str) -> String {
        let path = folder.path(name);
        assert!(Command::new("mkfifo").arg(&path).status().unwrap().success());
        path
    }

    fn start(args: &[&str]) -> Child {
        command().args(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    }

    fn until(what: impl Fn() -> bool) {
        let end = Instant::now() + Duration::from_secs(120);
        while !what() {
            assert!(Instant::now() < end);
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    fn is_code(output: &Output, code: &str) -> bool {
        String::from_utf8_lossy(&output.stderr).contains(&format!("error[{code}]"))
    }

    /// A plan that has read the network, and waits for its calendar to be taken, so that a test can do
    /// something meanwhile.
    fn waiting(folder: &Folder, file: &str) -> (Child, String) {
        let calendar = fifo(folder, "calendar");
        let child = start(&plan(file, &["--start", "2027-01-12", "--ics", &calendar]));
        until(|| folder.names().iter().any(|name| name.ends_with(".part")));
        (child, calendar)
    }

    /// Takes the calendar, so that the plan goes on to its end.
    fn taken(plan: Child, calendar: &str) -> (Output, String) {
        // Open for writing too, so that opening waits for nobody.
        let mut calendar = std::fs::File::options().read(true).write(true).open(calendar).unwrap();
        let output = plan.wait_with_output().unwrap();
        let mut text = vec![0; 1 << 16];
        let len = if output.status.success() { calendar.read(&mut text).unwrap() } else { 0 };
        text.truncate(len);
        (output, String::from_utf8(text).unwrap())
    }

    #[test]
    fn what_someone_else_changed_meanwhile_is_left_as_they_made_it() {
        let folder = Folder::new("changed");
        let file = folder.write("n.json", network().to_string());
        for (name, change) in [("replaced", true), ("taken away", false)] {
            let (child, calendar) = waiting(&folder, &file);
            if change {
                folder.write("n.json", "by someone else");
            } else {
                std::fs::remove_file(&file).unwrap();
            }
            let (output, _) = taken(child, &calendar);
            assert!(is_code(&output, "file.changed"), "{name}: {}", String::from_utf8_lossy(&output.stderr));
            assert_eq!((output.status.code(), output.stdout.is_empty()), (Some(1), true));
            std::fs::remove_file(&calendar).unwrap();
            if change {
                assert_eq!(folder.read("n.json"), "by someone else");
                folder.write("n.json", network().to_string());
            }
            assert_eq!(folder.names().len(), usize::from(change), "{name}");
        }
    }

    #[test]
    fn while_one_writes_another_is_told_and_loses_nothing() {
        let folder = Folder::new("busy");
        let file = folder.write("n.json", network().to_string());
        let (child, calendar) = waiting(&folder, &file);
        let other = raakvlak(&plan(&file, &["--start", "2027-02-02"]));
        assert!(is_code(&other, "file.busy"), "{}", String::from_utf8_lossy(&other.stderr));
        assert!(String::from_utf8_lossy(&other.stderr).contains("n.json.part"));
        assert_eq!(folder.read("n.json"), network().to_string());
        let (output, calendar) = taken(child, &calendar);
        assert!(output.status.success() && calendar.ends_with("END:VCALENDAR\r\n"), "{calendar}");
        assert!(folder.read("n.json").contains("2027-01-12T14:00"));
        good(&plan(&file, &["--start", "2027-02-02"]));
    }

    #[test]
    fn of_many_edits_at_once_none_is_lost() {
        let folder = Folder::new("race");
        let file = folder.write("n.json", network().to_string());
        good(&plan(&file, &["--start", "2027-01-12"]));
        let starts: Vec<String> = (1..=12).map(|day| format!("2027-03-{day:02}T09:00")).collect();
        let edits: Vec<Child> = starts.iter().map(|day| start(&plan(&file, &["--start", day]))).collect();
        let outputs: Vec<Output> = edits.into_iter().map(|edit| edit.wait_with_output().unwrap()).collect();
        let done = outputs.iter().filter(|output| output.status.success()).count();
        for output in outputs.iter().filter(|output| !output.status.success()) {
            let told = String::from_utf8_lossy(&output.stderr);
            assert!(is_code(output, "file.changed") || is_code(output, "file.busy"), "{told}");
        }
        // Every edit that was done built on the one before: each raised the revision by one.
        let session = read_json(&folder, "n.json")["sessions"][0].clone();
        assert_eq!(session["revision"], done, "{session}");
        assert!(done >= 1 && starts.iter().any(|day| session["start"] == *day));
        assert_eq!(folder.names(), ["n.json"]);
    }

    #[test]
    fn of_many_that_begin_the_same_file_one_does() {
        let folder = Folder::new("race-new");
        let ids: Vec<String> = (0..12).map(|n| format!("network-{n}")).collect();
        let file = folder.path("n.json");
        let begun: Vec<Child> = ids.iter().map(|id| start(&["network", "new", &file, "--id", id])).collect();
        let outputs: Vec<Output> = begun.into_iter().map(|one| one.wait_with_output().unwrap()).collect();
        assert_eq!(outputs.iter().filter(|output| output.status.success()).count(), 1);
        let winner = outputs.iter().position(|output| output.status.success()).unwrap();
        assert_eq!(read_json(&folder, "n.json")["id"], ids[winner].as_str());
        for output in outputs.iter().filter(|output| !output.status.success()) {
            assert!(is_code(output, "file.exists") || is_code(output, "file.busy"));
        }
        assert_eq!(folder.names(), ["n.json"]);
    }

    #[test]
    fn killed_midway_it_leaves_what_was_there_and_says_what_to_take_away() {
        let folder = Folder::new("killed");
        let file = folder.write("n.json", network().to_string());
        let (mut child, calendar) = waiting(&folder, &file);
        child.kill().unwrap();
        assert_eq!(child.wait().unwrap().signal(), Some(9));
        assert_eq!(folder.read("n.json"), network().to_string());
        std::fs::remove_file(calendar).unwrap();
        let told = bad(&plan(&file, &["--start", "2027-01-12"]));
        assert!(told.contains("error[file.busy]") && told.contains(&folder.path("n.json.part")), "{told}");
        std::fs::remove_file(folder.path("n.json.part")).unwrap();
        good(&plan(&file, &["--start", "2027-01-12"]));
        assert_eq!(folder.names(), ["n.json"]);
    }

    #[test]
    fn a_full_disk_leaves_the_network_and_its_calendar_as_they_were() {
        let folder = Folder::new("full");
        // It stands in every event of the calendar.
        let name = "Ouderenzorg Noord ".repeat(100);
        let network = json!({ "schema": "raakvlak.network.v1", "id": "noord", "name": name });
        let ics = folder.path("n.ics");
        // A calendar that is written in one go, and one that is not.
        for more in [&[][..], &["--sessions", "2", "--governance", "0", "--follow-up-months", "0"]] {
            let file = folder.write("n.json", network.to_string());
            good(&plan(&file, &[&["--start", "2027-01-12", "--ics", &ics, "--force"], more].concat()));
            let before = [folder.read("n.json"), folder.read("n.ics")];
            // No file may grow over so many blocks of half a kilobyte, as a disk that is full: first neither fits,
            // then the network does and its calendar does not.
            let fits = before[0].len().div_ceil(512) + 1;
            assert!(before[1].len() > fits * 512, "the calendar is larger");
            for blocks in [1, fits] {
                let limited = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
                let output = Command::new("sh")
                    .args(["-c", &limited, env!("CARGO_BIN_EXE_raakvlak")])
                    .args(plan(&file, &[&["--start", "2027-02-02", "--ics", &ics], more].concat()))
                    .output()
                    .unwrap();
                assert!(is_code(&output, "file.unwritable"), "{}", String::from_utf8_lossy(&output.stderr));
                assert_eq!([folder.read("n.json"), folder.read("n.ics")], before, "{blocks}");
                assert_eq!(folder.names(), ["n.ics", "n.json"]);
            }
        }
    }

    #[test]
    fn a_link_stays_a_link_permissions_stay_and_what_may_only_be_read_is_not_replaced() {
        let folder = Folder::new("link");
        let file = folder.write("real.json", network().to_string());
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o600)).unwrap();
        let link = folder.path("link.json");
        symlink("real.json", &link).unwrap();
        good(&plan(&link, &["--start", "2027-01-12"]));
        assert!(std::fs::symlink_metadata(&link).unwrap().is_symlink());
        assert!(folder.read("real.json").contains("2027-01-12T14:00"));
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);

        let before = folder.read("real.json");
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o400)).unwrap();
        assert!(bad(&plan(&link, &["--start", "2027-02-02"])).contains("error[file.unwritable]"));
        assert_eq!(folder.read("real.json"), before);

        let nowhere = folder.path("nowhere.json");
        symlink("gone.json", &nowhere).unwrap();
        assert!(bad(&["network", "new", &nowhere]).contains("error[file.exists]"), "a link is something");
        assert_eq!(folder.names(), ["link.json", "nowhere.json", "real.json"]);
    }
}
