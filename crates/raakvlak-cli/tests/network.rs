//! `raakvlak network` and what is beside it, from end to end: real files, real processes.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value, json};

fn command() -> Command {
    Command::new(env!("CARGO_BIN_EXE_raakvlak"))
}

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

/// A folder of one test alone.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("network").join(name);
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        Folder(folder)
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }

    fn write(&self, name: &str, text: impl AsRef<[u8]>) -> String {
        std::fs::write(self.0.join(name), text).unwrap();
        self.path(name)
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.0.join(name)).unwrap()
    }

    fn json(&self, name: &str) -> Value {
        serde_json::from_str(&self.read(name)).unwrap()
    }

    fn names(&self) -> Vec<String> {
        let files = std::fs::read_dir(&self.0).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
        let mut files: Vec<String> = files.collect();
        files.sort();
        files
    }
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
    assert_eq!(folder.json("Jeugd & Noord.json"), stated, "what is not known is not in it");
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
    assert_eq!(folder.json("there.txt")["id"], "there");
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
    for (lang, now) in [("nl", "Nu: "), ("en", "Now: ")] {
        for format in ["text", "markdown", "html"] {
            let text = good(&["network", "review", &file, "--lang", lang, "--format", format]);
            assert!(text.contains(now) && text.contains("Ouderenzorg Noord"), "{text}");
        }
    }
    let both = good(&["network", "review", &file, &file]);
    assert_eq!(both.matches("Nu: ").count(), 2, "{both}");
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
