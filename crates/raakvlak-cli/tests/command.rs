//! The command from end to end, as a user runs it.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

fn example(name: &str) -> String {
    root().join(format!("examples/{name}.json")).display().to_string()
}

fn raakvlak(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_raakvlak")).args(args).output().unwrap()
}

fn good(args: &[&str]) -> String {
    let output = raakvlak(args);
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty(), "{args:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn json(args: &[&str]) -> Value {
    serde_json::from_str(&good(args)).unwrap()
}

/// What went wrong, as `raakvlak.error.v1` on standard error.
fn bad(args: &[&str]) -> Value {
    let output = raakvlak(args);
    assert_eq!(output.status.code(), Some(1), "{args:?}");
    assert!(output.stdout.is_empty(), "{args:?}");
    let error: Value = serde_json::from_slice(&output.stderr).unwrap();
    assert_eq!(error["schema"], "raakvlak.error.v1");
    error
}

/// A file of this test alone.
fn file(name: &str, text: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path
}

#[test]
fn the_case_of_appendix_1_gives_the_notices_first_in_every_format() {
    let case = example("appendix-1");
    for (lang, first) in [("nl", "meldcode"), ("en", "reporting code")] {
        let focus = &json(&["advise", &case, "--format", "json", "--lang", lang])["focus"][0]["label"];
        // The report may write quotes in its own way.
        let focus = focus.as_str().unwrap().split(['\'', '‘', ',']).next().unwrap();
        for format in ["text", "markdown", "html"] {
            for job in ["advise", "casework"] {
                let report = good(&[job, &case, "--format", format, "--lang", lang]);
                let place =
                    |words: &str| report.find(words).unwrap_or_else(|| panic!("{job} {format} {lang}: {words}"));
                assert!(place(first) < place("113"), "{job} {format} {lang}");
                if job == "advise" {
                    assert!(place("113") < place(focus), "{job} {format} {lang}");
                }
            }
        }
    }
    let advice = json(&["advise", &case, "--format", "json"]);
    assert_eq!(advice["schema"], "raakvlak.advice.v1");
    assert_eq!(advice["lang"], "nl");
    assert_eq!(advice["notices"][0]["id"], "safety.notice");
    assert!(advice["focus"].as_array().unwrap().len() <= 7);
}

#[test]
fn the_same_input_gives_the_same_bytes_whatever_the_environment() {
    let case = example("elderly-care");
    let args = ["advise", &case, "--format", "json"];
    let plain = good(&args);
    let output = Command::new(env!("CARGO_BIN_EXE_raakvlak"))
        .args(args)
        .env("LANG", "en_US.UTF-8")
        .env("LC_ALL", "en_US.UTF-8")
        .env("TZ", "Asia/Tokyo")
        .current_dir(std::env::temp_dir())
        .output()
        .unwrap();
    assert_eq!(plain.as_bytes(), output.stdout);
}

#[test]
fn standard_input_is_a_dash() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_raakvlak"))
        .args(["advise", "-", "--format", "json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let text = std::fs::read_to_string(example("almost-unknown")).unwrap();
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.stdout, good(&["advise", &example("almost-unknown"), "--format", "json"]).into_bytes());
}

#[test]
fn a_mistake_gives_its_code_place_and_help() {
    let case = std::fs::read_to_string(example("appendix-1")).unwrap();
    let wrong = file("wrong.json", &case.replace("\"vader\"]", "\"vaader\"]"));
    let wrong = wrong.to_str().unwrap();
    let error = bad(&["advise", wrong, "--format", "json"]);
    assert_eq!(error["code"], "person.unknown");
    assert_eq!(error["path"], "$.comparisons[0].between[1]");
    assert_eq!(error["help"], "did you mean `vader`?");
    let output = raakvlak(&["advise", wrong]);
    let text = String::from_utf8(output.stderr).unwrap();
    assert!(text.contains("error[person.unknown]") && text.contains("$.comparisons[0].between[1]"), "{text}");

    assert_eq!(bad(&["advise", "no-such-file.json", "--format", "json"])["code"], "file.unreadable");
    assert_eq!(bad(&["why", &example("appendix-1"), "no.such", "--format", "json"])["code"], "knowledge.unknown");
    assert_eq!(bad(&["knowledge", "show", "no.such", "--format", "json"])["code"], "knowledge.unknown");
    assert_eq!(bad(&["advise", &example("appendix-1"), "--lang", "fr", "--format", "json"])["code"], "value.unknown");
    let binary = file("binary.json", "");
    std::fs::write(&binary, [0xff, 0xfe, 0x00]).unwrap();
    assert_eq!(bad(&["advise", binary.to_str().unwrap(), "--format", "json"])["code"], "file.unreadable");
    let advice = file("advice.json", &good(&["advise", &example("appendix-1"), "--format", "json"]));
    assert_eq!(bad(&["casework", advice.to_str().unwrap(), "--format", "json"])["code"], "document.schema-wrong");
    let output = raakvlak(&["schema", "nothing"]);
    assert!(String::from_utf8(output.stderr).unwrap().contains("error[schema.unknown]"));
}

#[test]
fn a_file_is_written_whole_or_not_at_all() {
    let out = file("report.html", "what was there");
    let path = out.to_str().unwrap();
    let wrong = file("empty.json", "");
    assert!(!raakvlak(&["advise", wrong.to_str().unwrap(), "-o", path]).status.success());
    assert_eq!(std::fs::read_to_string(&out).unwrap(), "what was there");
    assert_eq!(good(&["advise", &example("appendix-1"), "--format", "html", "-o", path]), "");
    let written = std::fs::read_to_string(&out).unwrap();
    assert_eq!(written, good(&["advise", &example("appendix-1"), "--format", "html"]));
    let beside = std::fs::read_dir(out.parent().unwrap()).unwrap().count();
    assert_eq!(beside, 1, "nothing is left beside it");
    let nowhere = bad(&["advise", &example("appendix-1"), "--format", "json", "-o", "/no/such/folder/x.json"]);
    assert_eq!(nowhere["code"], "file.unwritable");
}

#[test]
fn own_rules_are_laid_over_and_their_mistakes_name_the_file() {
    let rules = file("own.toml", "schema = \"raakvlak.rules.v1\"\noff = [\"method.analysis.identity.whom\"]\n");
    let case = example("appendix-1");
    let args = ["advise", &case, "--format", "json", "--rules", rules.to_str().unwrap()];
    let advice = json(&args);
    let has = |id: &str| advice["advice"].as_array().unwrap().iter().any(|a| a["id"] == id);
    assert!(!has("method.analysis.identity") && has("method.analysis.network"));
    assert_ne!(advice["knowledge"]["digest"], json(&["advise", &case, "--format", "json"])["knowledge"]["digest"]);
    let rules = file("wrong.toml", "schema = \"raakvlak.rules.v1\"\noff = [\"safety.notice.stated\"]\n");
    let error = bad(&["advise", &case, "--format", "json", "--rules", rules.to_str().unwrap()]);
    assert_eq!(error["code"], "rule.locked");
    assert_eq!(error["path"], "off[0]");
    assert!(error["message"].as_str().unwrap().contains("wrong.toml: "), "{error}");
}

#[test]
fn why_and_compare_tell_what_decided() {
    let why = good(&["why", &example("appendix-1"), "organisation.matching", "--lang", "en"]);
    assert!(why.contains("Norms and values: different") && why.contains("Our choice"), "{why}");
    let not_now = good(&["why", &example("elderly-care"), "method.analysis.network", "--lang", "en"]);
    assert!(not_now.contains("not now") && not_now.contains("network.mapped"), "{not_now}");
    let changes = json(&["compare", &example("almost-unknown"), &example("almost-unknown"), "--format", "json"]);
    assert_eq!(changes["changed"].as_array().unwrap().len(), 0);
    let mut new: Value = serde_json::from_str(&std::fs::read_to_string(example("almost-unknown")).unwrap()).unwrap();
    new["circumstances"]["person.young"] = true.into();
    let new = file("new.json", &new.to_string());
    let changes = json(&["compare", &example("almost-unknown"), new.to_str().unwrap(), "--format", "json"]);
    assert_eq!(changes["changed"][0]["id"], "method.analysis.identity");
    assert_eq!(changes["changed"][0]["through"][0]["observation"], "person.young");
}

#[test]
fn a_worksheet_is_filled_in_and_shown_again() {
    let mut sheet = json(&["casework", &example("appendix-1"), "--format", "json"]);
    sheet["questions"][0]["sub"][0]["answer"] = "twee dagen niet op school".into();
    let filled = file("sheet.json", &sheet.to_string());
    let filled = filled.to_str().unwrap();
    assert!(good(&["casework", filled]).contains("twee dagen niet op school"));
    assert_eq!(json(&["casework", filled, "--format", "json"]), sheet);
}

#[test]
fn knowledge_is_listed_shown_and_searched() {
    let list = json(&["knowledge", "list", "--format", "json"]);
    let list = list.as_array().unwrap();
    assert!(list.len() >= 385);
    for entry in list {
        for field in ["id", "kind", "parent", "source", "text", "covers"] {
            assert!(entry.get(field).is_some(), "{entry}: {field}");
        }
        assert!(entry["text"]["nl"].is_string() && entry["text"]["en"].is_string());
    }
    let methods = json(&["knowledge", "list", "--kind", "method", "--format", "json"]);
    assert!(methods.as_array().unwrap().iter().all(|e| e["kind"] == "method"));
    assert_eq!(json(&["knowledge", "show", "method.analysis.network", "--format", "json"])["kind"], "instrument");
    assert!(good(&["knowledge", "show", "method.analysis.network"]).contains("ecogram"));
    let found = json(&["knowledge", "search", "ECOGRAM", "--format", "json"]);
    assert_eq!(found[0]["id"], "method.analysis.network");
    assert!(good(&["knowledge", "search", "zzzz", "--lang", "en"]).contains("Nothing found"));
    let differences = json(&["observations", "--kind", "difference", "--format", "json"]);
    assert_eq!(differences.as_array().unwrap().len(), 24);
}

#[test]
fn text_fits_80_columns_and_has_no_colour_in_a_pipe() {
    for args in [vec!["advise", "--all"], vec!["casework"]] {
        for name in ["appendix-1", "elderly-care", "almost-unknown"] {
            let case = example(name);
            let mut args = args.clone();
            args.push(&case);
            let text = good(&args);
            assert!(text.lines().all(|l| l.chars().count() <= 80));
            assert!(!text.contains('\u{1b}'));
        }
    }
}

#[test]
fn a_further_language_is_a_text_pack_and_what_it_lacks_is_visible() {
    let pack = file(
        "fr.json",
        r#"{"schema": "raakvlak.texts.v1", "lang": "fr", "labels": {"method.analysis.identity": "Identité"}}"#,
    );
    let advice = json(&["advise", &example("appendix-1"), "--lang", pack.to_str().unwrap(), "--format", "json"]);
    assert_eq!(advice["lang"], "fr");
    let of = |id: &str| advice["advice"].as_array().unwrap().iter().find(|a| a["id"] == id).unwrap().clone();
    assert_eq!(of("method.analysis.identity")["label"], "Identité");
    assert!(of("method.analysis.network")["label"].as_str().unwrap().starts_with("[nl] "));
}

#[test]
fn the_houses_come_in_every_format_with_the_same_plan() {
    let case = example("explaining-the-system");
    let plan = json(&["houses", &case, "--format", "json"]);
    assert_eq!(plan["schema"], "raakvlak.house-plan.v1");
    assert_eq!(plan["order"], serde_json::json!(["green", "orange"]));
    assert_eq!((&plan["next"], &plan["step"]["current"]), (&Value::from("orange"), &Value::from(3)));
    for format in ["text", "markdown", "html"] {
        let report = good(&["houses", &case, "--format", format, "--lang", "en"]);
        assert!(report.contains("Step 3 of 4") && report.contains("Orange"), "{format}");
        assert_eq!(report.contains("<svg"), format == "html");
    }
    let svg = good(&["houses", &case, "--format", "svg"]);
    assert!(svg.starts_with("<svg") && svg.contains("Oranje"));
}

#[test]
fn what_is_kept_back_is_neither_on_the_picture_nor_in_what_parents_get() {
    for name in ["explaining-the-system", "appendix-1", "almost-unknown", "elderly-care"] {
        let shown = good(&["houses", &example(name), "--format", "svg"]).to_lowercase();
        assert!(!shown.contains("rood") && !shown.contains("rode") && !shown.contains("gedwongen"), "{name}");
    }
    let case = example("explaining-the-system");
    for args in [
        vec!["houses", &case, "--format", "svg", "--show", "told"],
        vec!["houses", &case, "--for", "parents", "--format", "svg"],
        vec!["houses", &case, "--for", "parents", "--format", "html"],
        vec!["houses", &case, "--for", "parents"],
    ] {
        let shown = good(&args).to_lowercase();
        assert!(shown.contains("groen") && shown.contains("oranje"), "{args:?}");
        assert!(!shown.contains("rood") && !shown.contains("rode") && !shown.contains("gedwongen"), "{args:?}");
    }
    let whole = good(&["houses", &example("almost-unknown"), "--format", "svg", "--show", "all"]);
    assert!(whole.contains("Rood"));
}

#[test]
fn parents_get_nothing_before_it_is_explained() {
    let case = |circumstances: &str| {
        let text = format!(
            r#"{{"schema":"raakvlak.case.v1","sector":"youth-care","people":[],"circumstances":{circumstances}}}"#
        );
        file("for-parents.json", &text).to_str().unwrap().to_owned()
    };
    let unsafe_ = case(r#"{"safety.child-unsafe": true}"#);
    let output = raakvlak(&["houses", &unsafe_, "--for", "parents"]);
    assert!(!output.status.success() && output.stdout.is_empty());
    assert!(String::from_utf8(output.stderr).unwrap().contains("houses.nothing-to-show"));
    let begun = case(
        r#"{"safety.child-unsafe": true, "trust": "basis", "image.checked": true, "image.explanation-needed": true,
            "explained.green": true}"#,
    );
    let page = good(&["houses", &begun, "--for", "parents"]);
    assert!(page.contains("Oranje") && !page.contains("Rood"), "red comes after orange: {page}");
}

#[test]
fn an_option_without_effect_is_refused() {
    let case = example("explaining-the-system");
    for args in [
        vec!["--for", "parents", "--format", "json"],
        vec!["--show", "red"],
        vec!["--show", "all", "--format", "json"],
        vec!["--show", "all", "--for", "parents", "--format", "html"],
    ] {
        let output = raakvlak(&[vec!["houses", &case], args.clone()].concat());
        assert_eq!(output.status.code(), Some(1), "{args:?}");
        assert!(String::from_utf8(output.stderr).unwrap().contains("option.unused"), "{args:?}");
    }
    for args in [["--lines", "--for", "parents"], ["--lines", "--show", "all"]] {
        assert!(!raakvlak(&[vec!["houses", &case], args.to_vec()].concat()).status.success(), "{args:?}");
    }
}

/// Runs with these lines as input.
fn with_input(args: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_raakvlak"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut to = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writing = std::thread::spawn(move || to.write_all(&input));
    let output = child.wait_with_output().unwrap();
    writing.join().unwrap().unwrap();
    output
}

#[test]
fn a_case_a_line_gives_an_answer_a_line_and_a_bad_line_stops_nothing() {
    let one =
        r#"{"schema":"raakvlak.case.v1","sector":"other","people":[],"circumstances":{"safety.child-unsafe":true}}"#;
    let input = format!("\u{feff}{one}\r\nnot json\n\n{one}\n{}\n{one}", one.replace("child-unsafe", "child-unsave"));
    for (job, schema) in [("houses", "raakvlak.house-plan.v1"), ("advise", "raakvlak.advice.v1")] {
        let output = with_input(&[job, "-", "--lines"], input.as_bytes());
        assert_eq!(output.status.code(), Some(1), "{job}");
        let lines: Vec<Value> =
            std::str::from_utf8(&output.stdout).unwrap().lines().map(|l| serde_json::from_str(l).unwrap()).collect();
        let schemas: Vec<&str> = lines.iter().map(|l| l["schema"].as_str().unwrap()).collect();
        assert_eq!(schemas, [schema, "raakvlak.error.v1", "raakvlak.error.v1", schema, "raakvlak.error.v1", schema]);
        assert_eq!(lines[0], lines[3]);
        let error = |i: usize| (lines[i]["line"].as_u64().unwrap(), lines[i]["code"].as_str().unwrap().to_owned());
        assert_eq!(error(1), (2, "document.not-json".to_owned()));
        assert_eq!(error(2), (3, "document.not-json".to_owned()));
        assert_eq!(error(4), (5, "observation.unknown".to_owned()));
        assert_eq!(lines[4]["path"], "$.circumstances['safety.child-unsave']");
        let summary: Value = serde_json::from_slice(&output.stderr).unwrap();
        assert_eq!(summary["code"], "lines.unanswered");
        assert!(summary["message"].as_str().unwrap().starts_with("3 of 6 "), "{summary}");
        // The same answers as one by one.
        let alone = json(&[job, file("one.json", one).to_str().unwrap(), "--format", "json"]);
        assert_eq!(lines[5], alone);
    }
    let output = with_input(&["houses", "-", "--lines"], format!("{one}\n{one}\n").as_bytes());
    assert_eq!((output.status.code(), output.stderr.is_empty()), (Some(0), true));
    assert_eq!(with_input(&["houses", "-", "--lines"], b"").stdout, b"");
    let error = bad(&["houses", &example("appendix-1"), "--lines", "--format", "svg"]);
    assert_eq!(error["code"], "value.unknown");
    let invalid = with_input(&["houses", "-", "--lines"], &[0xff, b'\n']);
    assert!(String::from_utf8(invalid.stdout).unwrap().contains("file.unreadable"));
}

#[test]
fn whoever_writes_a_line_and_waits_gets_its_answer() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_raakvlak"))
        .args(["houses", "-", "--lines"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let (mut to, mut from) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
    for unsafe_ in [true, false, true] {
        let circumstances = serde_json::json!({ "safety.child-unsafe": unsafe_ });
        let case = serde_json::json!({
            "schema": "raakvlak.case.v1", "sector": "other", "people": [], "circumstances": circumstances,
        });
        to.write_all(format!("{case}\n").as_bytes()).unwrap();
        let mut line = String::new();
        from.read_line(&mut line).unwrap();
        let plan: Value = serde_json::from_str(&line).unwrap();
        assert_eq!(plan["order"].as_array().unwrap().contains(&"red".into()), unsafe_);
    }
    drop(to);
    assert!(child.wait().unwrap().success());
}

#[test]
fn many_lines_are_answered_in_their_order() {
    let case = |i: usize| {
        let stated = if i.is_multiple_of(7) { "{\"no.such\": 1}" } else { "{\"problems.worse\": true}" };
        format!(
            r#"{{"schema":"raakvlak.case.v1","sector":"other","people":[{{"id":"{i}","role":"parent"}}],"circumstances":{stated}}}"#
        )
    };
    let input: String = (1..=5_000).map(|i| case(i) + "\n").collect();
    let output = with_input(&["houses", "-", "--lines"], input.as_bytes());
    let lines: Vec<&str> = std::str::from_utf8(&output.stdout).unwrap().lines().collect();
    assert_eq!(lines.len(), 5_000);
    for (i, line) in (1usize..).zip(lines) {
        let bad = line.contains(&format!("\"line\":{i}}}"));
        assert_eq!(bad, i.is_multiple_of(7), "{i}: {line}");
    }
}

#[test]
fn lines_go_to_a_file_whole_or_not_at_all() {
    let one = r#"{"schema":"raakvlak.case.v1","sector":"other","people":[]}"#;
    let from = file("cases.jsonl", &format!("{one}\nwrong\n{one}\n"));
    let out = file("answers.jsonl", "what was there");
    let args = ["houses", from.to_str().unwrap(), "--lines", "-o", out.to_str().unwrap()];
    assert_eq!(raakvlak(&args).status.code(), Some(1));
    assert_eq!(std::fs::read_to_string(&out).unwrap().lines().count(), 3, "also where a line was bad");
    assert!(!raakvlak(&["houses", "no-such-file", "--lines", "-o", out.to_str().unwrap()]).status.success());
    assert_eq!(std::fs::read_to_string(&out).unwrap().lines().count(), 3);
    assert_eq!(std::fs::read_dir(out.parent().unwrap()).unwrap().count(), 1, "nothing is left beside it");
}

#[test]
fn a_wrong_observation_value_or_step_is_named_with_its_place() {
    let case = |circumstances: &str| {
        format!(r#"{{"schema":"raakvlak.case.v1","sector":"other","people":[],"circumstances":{circumstances}}}"#)
    };
    for (stated, code, path) in [
        (r#"{"explained.blue": true}"#, "observation.unknown", "$.circumstances['explained.blue']"),
        (r#"{"trust": "much"}"#, "observation.wrong-value", "$.circumstances.trust"),
        (r#"{"trust": true}"#, "observation.wrong-value", "$.circumstances.trust"),
        (r#"{"image.checked": "basis"}"#, "observation.wrong-value", "$.circumstances['image.checked']"),
        (r#"{"image.checked": 1}"#, "value.wrong-type", "$.circumstances['image.checked']"),
    ] {
        let wrong = file("wrong-value.json", &case(stated));
        let error = bad(&["houses", wrong.to_str().unwrap(), "--format", "json"]);
        assert_eq!((error["code"].as_str(), error["path"].as_str()), (Some(code), Some(path)), "{stated}: {error}");
    }
}

#[test]
fn rules_are_shown_as_decision_tables_and_own_rules_reach_the_houses() {
    let tables = good(&["rules", "--about", "houses", "--lang", "en", "--format", "markdown"]);
    assert!(tables.contains("house.orange.criterion.persisting"));
    assert!(tables.contains("| house.rule.no-red-when-safe | yes |"), "{tables}");
    let all = json(&["rules", "--format", "json"]);
    assert!(all.as_array().unwrap().len() > 190);
    let own = file(
        "houses.toml",
        "schema = \"raakvlak.rules.v1\"\n[[rule]]\nid = \"own.worries\"\nadvice = \"house.orange\"\nabout = \"houses\"\n\
         all = [\"practical.worries\"]\n",
    );
    let mut case: Value = serde_json::from_str(&std::fs::read_to_string(example("almost-unknown")).unwrap()).unwrap();
    case["circumstances"]["practical.worries"] = true.into();
    let case = file("worries.json", &case.to_string());
    let plan = json(&["houses", case.to_str().unwrap(), "--format", "json", "--rules", own.to_str().unwrap()]);
    assert_eq!(plan["houses"][1]["because"][0]["observation"], "practical.worries");
    for (rule, path) in [
        ("off = [\"house.rule.which\"]", "off[0]"),
        ("off = [\"parents.step.2.gate.trust\"]", "off[0]"),
        (
            "[[rule]]\nid = \"x\"\nadvice = \"house.red\"\nabout = \"houses\"\nall = [\"problems.worse\"]",
            "rule[0].advice",
        ),
        (
            "[[rule]]\nid = \"house.green.to-orange\"\nadvice = \"house.orange\"\nabout = \"houses\"\nall = [\"problems.worse\"]",
            "rule[0].id",
        ),
    ] {
        let locked = file("locked.toml", &format!("schema = \"raakvlak.rules.v1\"\n{rule}\n"));
        let error = bad(&["houses", case.to_str().unwrap(), "--format", "json", "--rules", locked.to_str().unwrap()]);
        assert_eq!((error["code"].as_str(), error["path"].as_str()), (Some("rule.locked"), Some(path)), "{error}");
    }
    let why = good(&["why", case.to_str().unwrap(), "house.red", "--lang", "en"]);
    assert!(why.contains("safety.child-unsafe"), "{why}");
}
