//! `raakvlak checklist` from end to end: real files in, figures or faults out.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod support;

use std::fmt::Write as _;
use std::io::Write;
use std::process::{Command, Output, Stdio};

use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, UInt64Type};
use arrow_array::{Array, RecordBatch};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use serde_json::Value;

use support::{Folder, command};

fn checklist(args: &[&str]) -> Output {
    command().arg("checklist").args(args).output().unwrap()
}

/// What it says of figures that are given; on standard error it says nothing else than notes.
fn good(args: &[&str]) -> String {
    let output = checklist(args);
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(!text.contains("[?]"), "{args:?}: a phrase that is not there");
    text
}

/// What it says went wrong; nothing comes out.
fn bad(args: &[&str]) -> String {
    let output = checklist(args);
    assert_eq!(output.status.code(), Some(1), "{args:?}: {}", String::from_utf8_lossy(&output.stdout));
    assert!(output.stdout.is_empty(), "{args:?}");
    String::from_utf8(output.stderr).unwrap()
}

fn with_input(input: &[u8], args: &[&str]) -> Output {
    let mut child = command();
    let child = child.arg("checklist").args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = child.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    // What is refused at its start is not read to its end.
    let fed = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    let _ = fed.join().unwrap();
    output
}

fn written(name: &str) -> String {
    format!("{}/tests/answers/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// The names of the statements in tables.
fn items(prefix: &str) -> Vec<String> {
    (1..=30).map(|number| format!("{prefix}.{number}")).chain([format!("{prefix}.anchoring")]).collect()
}

/// Fields that need no quotes, as a table.
fn table(rows: &[Vec<String>], delimiter: &str, end: &str) -> String {
    rows.iter().fold(String::new(), |mut text, row| {
        write!(text, "{}{end}", row.join(delimiter)).unwrap();
        text
    })
}

/// 24 respondents in two teams, with a header.
fn answers() -> Vec<Vec<String>> {
    let mut head: Vec<String> = ["respondent", "role", "team", "wave"].map(str::to_owned).to_vec();
    head.extend(items("item"));
    let row = |row: usize| {
        let role = if row.is_multiple_of(2) { "professional" } else { "manager" };
        let team = if row < 12 { "Noord" } else { "Zuid" };
        let mut fields = vec![format!("r{row}"), role.to_owned(), team.to_owned(), "2024".to_owned()];
        fields.extend((0..31).map(|item| match (row * 7 + item * 3) % 13 {
            0 => String::new(),
            11 => "n/a".to_owned(),
            12 => "?".to_owned(),
            score => score.to_string(),
        }));
        fields
    };
    std::iter::once(head).chain((0..24).map(row)).collect()
}

/// In the team's view nothing is hidden, so every difference shows.
fn figures(files: &[&str]) -> String {
    let mut args = vec!["score", "--by", "team,role", "--in-team", "--format", "csv"];
    args.extend(files);
    good(&args)
}

#[test]
fn the_same_answers_give_the_same_figures_whoever_wrote_the_file() {
    let args = |file: &str| good(&["score", &written(file), "--by", "team", "--format", "csv"]);
    let figures = args("same.csv");
    assert!(figures.contains("Noord,,2023,14,item,checklist.item.1,"), "{figures}");
    for file in [
        "pyarrow-none.parquet",
        "pyarrow-snappy.parquet",
        "pyarrow-gzip.parquet",
        "pyarrow-zstd.parquet",
        "pyarrow-lz4.parquet",
        "pandas.parquet",
        "polars.parquet",
        "polars-text.parquet",
        "duckdb.parquet",
    ] {
        assert_eq!(args(file), figures, "{file}");
    }
}

#[test]
fn what_a_file_is_is_told_by_what_stands_in_it() {
    let folder = Folder::new("contents");
    let parquet = folder.write("parquet.csv", std::fs::read(written("polars.parquet")).unwrap());
    let csv = folder.write("csv.parquet", std::fs::read(written("same.csv")).unwrap());
    let figures = |file: &str| good(&["score", file, "--by", "team", "--format", "csv"]);
    assert_eq!(figures(&parquet), figures(&written("same.csv")));
    assert_eq!(figures(&csv), figures(&parquet));
}

#[test]
fn csv_in_every_form_gives_the_same_figures() {
    let folder = Folder::new("forms");
    let rows = answers();
    let plain = table(&rows, ",", "\n");
    let expected = figures(&[&folder.write("plain.csv", &plain)]);

    let mut dutch = rows.clone();
    dutch[0] = ["Respondent", "Rol", " Team ", "Ronde"].map(str::to_owned).to_vec();
    dutch[0].extend(items("Stelling"));
    for row in &mut dutch[1..] {
        row.iter_mut().for_each(|field| match field.as_str() {
            "n/a" => *field = "NVT".to_owned(),
            "?" => *field = "weet niet".to_owned(),
            "manager" => *field = "leidinggevende".to_owned(),
            _ => {}
        });
    }
    let mut turned = rows.clone();
    turned.iter_mut().for_each(|row| row.reverse());
    let mut extra = rows.clone();
    extra.iter_mut().for_each(|row| row.insert(2, "anything, \"at\" all\nof it".to_owned()));
    let quoted = |row: &[String]| {
        let fields = row.iter().map(|field| format!("\"{}\"", field.replace('"', "\"\"")));
        fields.collect::<Vec<_>>()
    };
    let quoted: Vec<Vec<String>> = extra.iter().map(|row| quoted(row)).collect();
    let mut long: Vec<Vec<String>> =
        vec![["respondent", "role", "team", "wave", "item", "score"].map(str::to_owned).to_vec()];
    for row in &rows[1..] {
        for (item, score) in items("").iter().zip(&row[4..]) {
            let mut fields = row[..4].to_vec();
            fields.extend([item.trim_start_matches('.').to_owned(), score.clone()]);
            long.push(fields);
        }
    }
    for (form, text) in [
        ("semicolons", table(&rows, ";", "\n")),
        ("tabs", table(&rows, "\t", "\n")),
        ("crlf", table(&rows, ",", "\r\n")),
        ("cr", table(&rows, ",", "\r")),
        ("mark", format!("\u{feff}{plain}")),
        ("sep", format!("sep=|\r\n{}", table(&rows, "|", "\r\n"))),
        ("no last end", plain.trim_end().to_owned()),
        ("empty rows", format!("\n{plain}\n{}\n,,,\n", ",".repeat(34)).replace(",,,\n", "\n")),
        ("dutch", format!("\u{feff}{}", table(&dutch, ";", "\r\n"))),
        ("turned", table(&turned, ",", "\n")),
        ("quoted", table(&quoted, ",", "\r\n")),
        ("long", table(&long, ",", "\n")),
    ] {
        assert_eq!(figures(&[&folder.write(&format!("{form}.csv"), &text)]), expected, "{form}");
        let output = with_input(text.as_bytes(), &["score", "-", "--by", "team,role", "--in-team", "--format", "csv"]);
        assert_eq!(String::from_utf8(output.stdout).unwrap(), expected, "{form} from standard input");
    }
    let half = |name: &str, rows: &[Vec<String>]| {
        let rows: Vec<Vec<String>> = std::iter::once(&answers()[0]).chain(rows).cloned().collect();
        folder.write(name, table(&rows, if name == "one.csv" { ";" } else { "," }, "\n"))
    };
    let (one, other) = (half("one.csv", &rows[1..9]), half("other.csv", &rows[9..]));
    assert_eq!(figures(&[&other, &one]), expected, "two files");
}

/// Rows that are wrong in every way, as spreadsheets make them.
const WRONG: &[u8] = b"respondent;team;instrument;item.1;item.2;remark\r\n\
\r\n\
a;Noord;;7;11;\"two\r\nlines\"\r\n\
b;Noord;;tien;3;\r\n\
\r\n\
c;Noord;;7.5;0;\r\n\
a;Noord;;5;5;again\r\n\
d;Noord;;4\r\n\
e;Caf\xe9;;5;4;\r\n\
f;Noord;raakvlak.checklist.v9;5;4;\r\n\
g;Noord;raakvlak.checklist.v1;9;8;good\r\n\
;;;;;\r\n\
h;Noord;;1;10;good\r\n";

#[test]
fn every_fault_is_told_with_its_line_column_value_and_what_was_expected() {
    let folder = Folder::new("wrong");
    let wrong = folder.write("wrong.csv", WRONG);
    let answer = "expected a whole number from 1 to 10, nothing, n/a (nvt), or ? (weet niet)";
    let told = bad(&["score", &wrong]);
    let lines: Vec<String> = told.lines().map(|line| line.replace(&wrong, "FILE")).collect();
    assert_eq!(
        lines,
        [
            "FILE: no column for the statements 3 to 30, anchoring: not answered there".to_owned(),
            format!("FILE, line 3, column item.2: `11`; {answer}"),
            format!("FILE, line 5, column item.1: `tien`; {answer}"),
            format!("FILE, line 7, column item.1: `7.5`; {answer}"),
            format!("FILE, line 7, column item.2: `0`; {answer}"),
            "FILE, line 9: 4 fields; expected 6 fields, as in the header".to_owned(),
            "FILE, line 10, column team: `Caf\u{fffd}`; expected UTF-8 text (it may be in Windows-1252, as older \
             spreadsheets write it: save it as CSV UTF-8)"
                .to_owned(),
            "FILE, line 11, column instrument: `raakvlak.checklist.v9`; expected an instrument and version that is \
             known here, or nothing"
                .to_owned(),
            "error[table.faulty]: 7 faults in 6 of 9 rows; nothing was scored".to_owned(),
            " help: mend them, or set these rows apart with --rejects FILE and score the others; --faults all shows \
             every fault"
                .to_owned(),
        ]
    );
    let json: Vec<Value> =
        bad(&["score", &wrong, "--format", "json"]).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(json.len(), 8);
    assert!(json.iter().all(|error| error["schema"] == "raakvlak.error.v1"));
    assert_eq!(
        (&json[0]["code"], &json[0]["line"], &json[0]["path"]),
        (&"checklist.score".into(), &3.into(), &"$['item.2']".into())
    );
    assert_eq!(json[7]["code"], "table.faulty");
}

#[test]
fn faults_in_parquet_are_told_by_their_row() {
    let file = written("polars.parquet");
    let folder = Folder::new("twice");
    let again = folder.write("again.parquet", std::fs::read(&file).unwrap());
    let told = bad(&["score", &file, &again, "--faults", "1"]);
    let first = format!("{again}, row 1, column respondent: `r0`; expected one row per respondent and wave");
    assert_eq!(told.lines().next(), Some(&*first));
    assert!(told.contains("60 faults in 60 of 120 rows; 1 are shown"), "{told}");
}

#[test]
fn a_quotation_mark_that_is_not_closed_swallows_no_rows() {
    let folder = Folder::new("quotation");
    let row = |i: u32| format!("Noord,{},5,5,x\n", i % 10 + 1);
    let rows = |marked: &[u32], mark: &str| -> String {
        let mark = |i: &u32| if marked.contains(i) { row(*i).replace(",x", &format!(",{mark}")) } else { row(*i) };
        "team,item.1,item.2,item.3,remark\n".to_owned() + &(0..40).map(|i| mark(&i)).collect::<String>()
    };
    let told = |text: String| bad(&["score", &folder.write("answers.csv", text)]);
    let fault = |line: u32| format!("line {line}: a quotation mark that is not closed here, with the rows behind it");
    assert!(told(rows(&[10], "\"te weinig tijd")).contains(&fault(12)));
    // Closed only at a second one, many rows later.
    assert!(told(rows(&[10, 25], "\"te weinig tijd")).contains(&fault(12)));
    // In what is needed no line ends.
    assert!(told("team,item.1\n\"Noord,5\nOost,6\n".to_owned()).contains(&fault(2)));
    assert!(told("item.1,team\n5,\"a\n6,b\n7,c".to_owned()).contains(&fault(2)));
    // A remark of several lines is a remark.
    let file = folder.write("remarks.csv", rows(&[10, 25], "\"te weinig tijd,\nzegt men\""));
    assert!(good(&["score", &file, "--in-team", "--format", "csv"]).contains(",40,"));
}

#[test]
fn waves_stand_in_the_order_of_their_numbers_and_of_a_role_that_is_hidden_as_of_one_that_is_not_there() {
    let folder = Folder::new("order");
    let mut text = "team,role,wave,item.1\n".to_owned();
    for (wave, score) in [(10, 8), (8, 3), (9, 5)] {
        text += &format!("Noord,professional,{wave},{score}\n").repeat(14);
        text += &format!("Oost,professional,{wave},{score}\n").repeat(14);
        text += &format!("Noord,manager,{wave},{score}\n").repeat(2);
    }
    let file = folder.write("order.csv", text);
    let csv = good(&["score", &file, "--by", "team,role", "--different-people", "--format", "csv"]);
    let rows: Vec<Vec<&str>> = csv.lines().map(|line| line.split(',').collect()).collect();
    let column = |name: &str| rows[0].iter().position(|head| *head == name).unwrap();
    let of = |team: &str, role: &str| -> Vec<(&str, &str)> {
        let with = |row: &&Vec<&str>| {
            row[column("team")] == team && row[column("role")] == role && row[column("id")] == "checklist.item.1"
        };
        rows.iter().filter(with).map(|row| (row[column("wave")], row[column("answered")])).collect()
    };
    assert_eq!(of("Oost", "professional"), [("8", "14"), ("9", "14"), ("10", "14")]);
    assert_eq!(of("Noord", "manager"), [("8", ""), ("9", ""), ("10", "")]);
    assert_eq!(of("Oost", "manager"), of("Noord", "manager"), "nobody, or too few");
    // A role may be named in Dutch.
    let compared = |roles| good(&["compare", &file, "--roles", roles, "--in-team", "--format", "json"]);
    assert_eq!(compared("professional,leidinggevende"), compared("professional,manager"));
}

#[test]
fn as_many_faults_are_shown_as_asked_and_all_are_counted() {
    let folder = Folder::new("many");
    let text = "team,item.1\n".to_owned() + &"Noord,11\n".repeat(20_000);
    let file = folder.write("many.csv", text);
    let shown = |args: &[&str]| {
        let told = bad(&[&["score", &file], args].concat());
        assert!(told.contains("20000 faults in 20000 of 20000 rows"), "{}", &told[told.len() - 300..]);
        told.lines().filter(|line| line.contains("column item.1: `11`")).count()
    };
    assert_eq!([shown(&[]), shown(&["--faults", "3"]), shown(&["--faults", "all"])], [20, 3, 20_000]);
}

#[test]
fn rows_with_faults_are_set_apart_as_they_stood_and_the_others_are_scored() {
    let folder = Folder::new("rejects");
    let wrong = folder.write("wrong.csv", WRONG);
    let rejects = folder.path("rejects.csv");
    let output = checklist(&["score", &wrong, "--in-team", "--format", "csv", "--rejects", &rejects]);
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains(&format!("6 of 9 rows were set apart in {rejects}; the others were scored")), "{told}");
    let left = folder.write("left.csv", "team;item.1;item.2\nNoord;5;5\nNoord;9;8\nNoord;1;10\n");
    assert_eq!(String::from_utf8(output.stdout).unwrap(), good(&["score", &left, "--in-team", "--format", "csv"]));

    let apart = std::fs::read(&rejects).unwrap();
    let has = |bytes: &[u8]| apart.windows(bytes.len()).any(|window| window == bytes);
    assert!(apart.starts_with(b"file;row;fault;respondent;team;instrument;item.1;item.2;remark\n"));
    assert!(has(b";a;Noord;;7;11;\"two\r\nlines\"\n") && has(b";d;Noord;;4\n") && has(b"e;Caf\xe9;;5;4;\n"));
    assert!(has(b"`7.5`") && has(b"`0`") && !has(b"good") && !has(b"again"), "the row with two faults says both");

    // Mended, it is a table of answers like any other; where and why are columns it does not look at.
    let text = String::from_utf8_lossy(&apart).replace(";11;", ";10;").replace(";tien;", ";10;");
    let kept: Vec<&str> = text.lines().take(1).chain(text.lines().filter(|line| line.contains("`tien`"))).collect();
    let mended = folder.write("mended.csv", kept.join("\n"));
    assert!(
        good(&["score", &mended, "--in-team", "--format", "csv"])
            .contains(",item,checklist.item.1,checklist.block.outreach,Zelf naar mensen toe,1,10.0")
    );
    // Nothing wrong: a file without rows, so that nobody takes an old one for new.
    good(&["score", &left, "--in-team", "--rejects", &rejects]);
    assert_eq!(folder.read("rejects.csv"), "file;row;fault;team;item.1;item.2\n");
}

#[test]
fn rows_of_several_files_are_set_apart_under_the_columns_of_all() {
    let folder = Folder::new("several");
    let one = folder.write("one.csv", "team,item.1,remark\nNoord,11,x\nNoord,7,y\n");
    let other = folder.write("other.csv", "item.2,team,score.before\n12,Zuid,3\n");
    let rejects = folder.path("rejects.csv");
    let parquet = written("polars.parquet");
    good(&["score", &one, &other, &parquet, "--in-team", "--rejects", &rejects]);
    let apart = folder.read("rejects.csv");
    let lines: Vec<&str> = apart.lines().collect();
    assert!(
        lines[0].starts_with("file,row,fault,team,item.1,remark,item.2,score.before,respondent,wave,started,item.3,")
    );
    assert!(lines[1].contains(",Noord,11,x,,,"), "{}", lines[1]);
    assert!(lines[2].contains(",Zuid,,,12,3,"), "{}", lines[2]);
    assert_eq!(lines.len(), 3);
    // Rows of Parquet as text, with the columns that hold nothing of the checklist.
    let again = folder.write("again.parquet", std::fs::read(&parquet).unwrap());
    good(&["score", &parquet, &again, "--in-team", "--rejects", &rejects]);
    let apart = folder.read("rejects.csv");
    assert_eq!(apart.lines().count(), 61);
    assert!(
        apart
            .lines()
            .nth(2)
            .unwrap()
            .contains("expected one row per respondent and wave,r1,Noord,2023,2024-01-02T10:00:00,")
    );
}

#[test]
fn what_is_no_table_of_answers_is_one_clear_error() {
    let folder = Folder::new("none");
    let parquet = std::fs::read(written("pyarrow-snappy.parquet")).unwrap();
    let table = |name: &str, bytes: &[u8], words: &[&str]| {
        let file = folder.write(name, bytes);
        let told = bad(&["score", &file]);
        assert_eq!(told.lines().filter(|line| line.starts_with("error[")).count(), 1, "{name}: {told}");
        assert!(told.contains(name) && words.iter().all(|word| told.contains(word)), "{name}: {told}");
    };
    for part in [8, 100, parquet.len() / 2, parquet.len() - 5, parquet.len() - 1] {
        table("cut.parquet", &parquet[..part], &["error[file.unreadable]", "Parquet", "cut off"]);
    }
    let mut holed = parquet.clone();
    holed[200..parquet.len() / 2].fill(0);
    table("holed.parquet", &holed, &["error[file.unreadable]", "damaged"]);
    table("empty.csv", b"", &["nothing stands in it"]);
    table("book.csv", b"PK\x03\x04rest", &["workbook", "CSV UTF-8"]);
    table("utf16.csv", b"\xff\xfet\x00e\x00", &["UTF-16", "CSV UTF-8"]);
    table("small.csv.gz", b"\x1f\x8b\x08\x00", &["compressed"]);
    table("header.csv", b"gemeent\xe9,item.1\n", &["header", "Windows-1252"]);
    table("nothing.csv", b"team,score of 1\nNoord,7\n", &["error[field.missing]", "no column holds answers"]);
    table("more.csv", b"team,item.31\nNoord,7\n", &["error[checklist.item]", "$['item.31']"]);
    table("twice.csv", b"team,item.1,stelling.1\nNoord,7,7\n", &["error[field.repeated]"]);
    let endless = b"team,item.1\nNoord,7\nNoord,\"7\n".iter().copied().chain(b"Zuid,7\n".repeat(3_000_000));
    table("quote.csv", &endless.collect::<Vec<_>>(), &["starts on line 3", "quotation mark"]);
    assert!(bad(&["score", "no-such-file.csv"]).contains("error[file.unreadable]: no-such-file.csv: "));
    let output = with_input(&parquet, &["score", "-"]);
    assert!(String::from_utf8(output.stderr).unwrap().contains("only CSV comes from standard input"));
}

#[test]
fn a_column_that_is_asked_for_and_not_there_is_told_before_a_row_is_read() {
    let folder = Folder::new("asked");
    let file = folder.write("asked.csv", "organisaton,item.1\nx,11\n");
    let told = bad(&["score", &file, "--by", "organisation"]);
    assert!(told.contains("no file has the column `organisation`") && told.contains("organisaton"), "{told}");
    assert!(!told.contains("`11`"));
}

#[test]
fn small_groups_are_absent_from_every_format_and_look_like_what_is_not_there() {
    let folder = Folder::new("small");
    let mut rows = vec![["organisation", "team", "item.1"].map(str::to_owned).to_vec()];
    for (team, many) in [("Noord", 20), ("Oost", 12), ("Zuid", 4), ("West", 11)] {
        let score = if team == "West" { "?" } else { "6" };
        rows.extend((0..many).map(|_| ["Zorg", team, score].map(str::to_owned).to_vec()));
    }
    let file = folder.write("small.csv", table(&rows, ",", "\n"));
    let args = |format: &'static str| good(&["score", &file, "--by", "team", "--format", format, "--lang", "en"]);
    // Zuid is too small, Oost protects it, West has no scores: all three look alike.
    let csv = args("csv");
    let line = |team: &str| {
        let start = format!(",Zorg,{team},,,");
        let found = csv.lines().find(|line| line.starts_with(&start) && line.contains("checklist.item.1,")).unwrap();
        found.split_once(",item,").unwrap().1.to_owned()
    };
    assert!(line("Noord").contains("Going to people ourselves,20,6.0,6.0,"));
    assert_eq!(line("Zuid"), line("Oost"));
    assert_eq!(line("Zuid"), line("West"));
    let json: Value = serde_json::from_str(&args("json")).unwrap();
    assert_eq!(json["schema"], "raakvlak.scores.v1");
    assert_eq!(json["view"], serde_json::json!({"for": "publication", "minimum": 10}));
    let of = |team: &str| {
        let groups = json["groups"].as_array().unwrap();
        groups.iter().find(|group| group["team"] == team).unwrap()["items"][0].clone()
    };
    assert_eq!(of("Noord")["answered"], 20);
    assert!(of("Zuid").is_null() && of("Oost").is_null() && of("West").is_null());
    let text = good(&["score", &file, "--by", "team", "--items", "--lang", "en"]);
    let section = text.split("\n1. Going to people ourselves\n").nth(1).unwrap();
    let cells = |team: &str| {
        let line = section.lines().find(|line| line.contains(team)).unwrap();
        line.split_whitespace().skip(3).collect::<Vec<_>>()
    };
    assert_eq!(cells("Noord"), ["20", "6.00", "6.00", "6–6", "6–6"]);
    ["Oost", "West", "Zuid"].iter().for_each(|team| assert_eq!(cells(team), ["–"; 5], "{team}"));
    assert!(text.contains("A dash means that there is no figure, or that it is not given."));
    for format in ["table", "html"] {
        assert!(args(format).contains("fewer than 10 people"), "{format}");
    }
    assert!(bad(&["score", &file, "--minimum", "4"]).contains("error[checklist.minimum]"));
    let higher = good(&["score", &file, "--by", "team", "--minimum", "21", "--format", "csv"]);
    assert!(!higher.contains("Noord,,,20"));
}

#[test]
fn what_is_for_the_team_says_so_in_every_format_and_language() {
    let folder = Folder::new("in-team");
    let file = folder.write("team.csv", table(&answers(), ",", "\n"));
    for (lang, words) in [("nl", "niet om te publiceren"), ("en", "not to publish")] {
        let args = |format: &'static str| {
            good(&["score", &file, "--by", "team", "--in-team", "--lang", lang, "--format", format])
        };
        for format in ["table", "html"] {
            assert!(args(format).contains(words), "{format} {lang}");
        }
        let json: Value = serde_json::from_str(&args("json")).unwrap();
        assert_eq!(json["view"]["for"], "in-team");
        assert!(json["notice"].as_str().unwrap().contains(words));
        let csv = args("csv");
        let mut lines = csv.lines();
        assert!(lines.next().unwrap().ends_with(",view,notice"));
        assert!(lines.all(|line| line.contains(",in-team,") && line.contains(words)));
        let out = folder.path("team.parquet");
        good(&["score", &file, "--in-team", "--lang", lang, "--format", "parquet", "-o", &out]);
        let table = parquet_table(&out);
        assert_eq!(table.column_by_name("view").unwrap().as_string::<i32>().value(0), "in-team");
        assert!(table.column_by_name("notice").unwrap().as_string::<i32>().value(0).contains(words));
        assert!(good(&["report", &file, "--in-team", "--lang", lang]).contains(words));
    }
    // The rest has to do with publishing.
    for option in [["--minimum", "5"].as_slice(), &["--different-people"]] {
        let output = checklist(&[&["score", &file, "--in-team"], option].concat());
        assert_eq!(output.status.code(), Some(2));
    }
}

fn parquet_table(path: &str) -> RecordBatch {
    let file = std::fs::File::open(path).unwrap();
    let mut reader = ParquetRecordBatchReaderBuilder::try_new(file).unwrap().with_batch_size(1 << 20).build().unwrap();
    reader.next().unwrap().unwrap()
}

#[test]
fn figures_are_the_same_in_every_format_and_rounded_only_for_readers() {
    let folder = Folder::new("formats");
    let rows = |score: &str| format!("Noord,2024,{score}\n").repeat(4);
    let file = folder.write("thirds.csv", format!("team,wave,item.1\n{}{}{}", rows("6"), rows("6"), rows("7")));
    let args = |format: &'static str| ["score", &file, "--by", "team", "--format", format].map(str::to_owned);
    let text = |format| good(&args(format).iter().map(String::as_str).collect::<Vec<_>>());
    let json: Value = serde_json::from_str(&text("json")).unwrap();
    let mean = json["groups"][0]["items"][0]["mean"].as_f64().unwrap();
    assert_eq!(mean, 76.0 / 12.0);
    let csv = text("csv");
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(
        lines[0].split(',').take(11).collect::<Vec<_>>(),
        ["municipality", "organisation", "team", "role", "wave", "sheets", "kind", "id", "within", "name", "answered"]
    );
    let first = lines.iter().find(|line| line.contains("checklist.item.1,")).unwrap();
    assert_eq!(first.split(',').nth(11).unwrap().parse::<f64>().unwrap(), mean);
    let out = folder.path("thirds.parquet");
    good(&["score", &file, "--by", "team", "--format", "parquet", "-o", &out]);
    let table = parquet_table(&out);
    assert_eq!(table.num_rows(), lines.len() - 1);
    let ids = table.column_by_name("id").unwrap().as_string::<i32>();
    let row = (0..table.num_rows()).find(|row| ids.value(*row) == "checklist.item.1").unwrap();
    assert_eq!(table.column_by_name("mean").unwrap().as_primitive::<Float64Type>().value(row), mean);
    assert_eq!(table.column_by_name("score_6").unwrap().as_primitive::<UInt64Type>().value(row), 8);
    assert!(table.column_by_name("mean").unwrap().is_null(row + 1), "hidden and not there are null");
    let parquet = ParquetRecordBatchReaderBuilder::try_new(std::fs::File::open(&out).unwrap()).unwrap();
    let told = parquet.metadata().file_metadata().key_value_metadata().unwrap();
    let notice = told.iter().find(|told| told.key == "raakvlak.notice").unwrap();
    assert!(notice.value.as_ref().unwrap().contains("10 mensen"));
    let items = good(&["score", &file, "--by", "team", "--items"]);
    assert!(items.contains("6,33") && !items.contains("6,333"), "{items}");
    assert!(good(&["score", &file, "--by", "team", "--items", "--lang", "en"]).contains("6.33"));
    assert!(items.lines().all(|line| line.chars().count() <= 80), "{items}");
    assert!(bad(&["score", &file, "--items", "--format", "csv"]).contains("option.unused"));
}

#[test]
fn waves_roles_and_teams_stand_beside_each_other() {
    let folder = Folder::new("compare");
    let mut rows = vec![["respondent", "role", "team", "wave", "item.1"].map(str::to_owned).to_vec()];
    for (wave, score) in [("2023", 4), ("2024", 7)] {
        for n in 0..30 {
            let (role, above) = if n < 15 { ("professional", 0) } else { ("manager", 2) };
            let team = if n % 2 == 0 { "Noord" } else { "Zuid" };
            let fields = [format!("r{n}"), role.into(), team.into(), wave.into(), (score + above).to_string()];
            rows.push(fields.to_vec());
        }
    }
    let file = folder.write("compare.csv", table(&rows, ",", "\n"));
    let compare = |args: &[&str]| -> Value {
        serde_json::from_str(&good(&[&["compare", &file, "--format", "json"], args].concat())).unwrap()
    };
    let waves = compare(&["--waves", "2023,2024"]);
    assert_eq!(waves["schema"], "raakvlak.scores-comparison.v1");
    assert_eq!(waves["groups"][0]["items"][0]["median_difference"], 3.0);
    let roles = compare(&["--roles", "professional,manager"]);
    assert_eq!(roles["groups"].as_array().unwrap().len(), 2, "for each wave");
    assert_eq!(roles["groups"][1]["items"][0]["mean_difference"], 2.0);
    let teams = compare(&["--teams", "Noord,Zuid", "--by", "role"]);
    assert!(teams["groups"].as_array().unwrap().iter().any(|group| group["role"] == "manager"));
    let csv = good(&["compare", &file, "--waves", "2023,2024", "--format", "csv"]);
    assert!(csv.lines().next().unwrap().contains(",one_answered,one_mean,"));
    assert!(csv.lines().any(|line| line.contains(",wave,2023,2024,item,checklist.item.1,")));
    let text = good(&["compare", &file, "--waves", "2023,2024", "--items"]);
    assert!(text.contains("Eerst 2023, dan 2024") && text.contains("+3,00"), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    let unknown = bad(&["compare", &file, "--waves", "2022,2024"]);
    assert!(unknown.contains("no group has the wave `2022`") && unknown.contains("2023"), "{unknown}");
    for args in [&["compare", &*file][..], &["compare", &file, "--waves", "2023"]] {
        assert_eq!(checklist(args).status.code(), Some(2), "{args:?}");
    }
}

#[test]
fn the_form_has_every_statement_the_scale_and_boxes_in_every_wording_and_language() {
    for (lang, low, other, dont_know) in
        [("nl", "helemaal niet waar", "ouderen", "weet niet"), ("en", "not true at all", "older people", "don’t know")]
    {
        for wording in ["any", "elderly"] {
            let form = |format: &'static str| good(&["form", "--lang", lang, "--wording", wording, "--format", format]);
            let html = form("html");
            let page = html.strip_prefix("<!DOCTYPE html>").unwrap();
            let page = roxmltree::Document::parse(page).unwrap();
            let boxes = page.descendants().filter(|node| node.attribute("type") == Some("radio"));
            assert_eq!(boxes.count(), 31 * 12 + 6);
            let rows = page.descendants().filter(|node| node.attribute("scope") == Some("row")).count();
            assert_eq!(rows, 31);
            assert!(!html.contains("<script") && !html.contains("http"));
            for text in [html, form("markdown"), form("text")] {
                assert!(text.contains(low) && text.contains("10"), "{lang} {wording}");
                assert!(text.replace('-', " ").contains(dont_know), "{lang} {wording}");
                assert_eq!(text.contains(other), wording == "elderly", "{lang} {wording}");
            }
            assert!(form("text").lines().all(|line| line.chars().count() <= 80));
        }
    }
}

#[test]
fn a_template_that_is_filled_in_can_be_scored() {
    let folder = Folder::new("template");
    for lang in ["nl", "en"] {
        let delimiter = if lang == "nl" { ';' } else { ',' };
        let wide = good(&["template", "--lang", lang]);
        let row = format!("a{}{}\r\n", delimiter.to_string().repeat(7), vec!["7"; 31].join(&delimiter.to_string()));
        let filled = folder.write("wide.csv", format!("{wide}{row}"));
        let output = checklist(&["score", &filled, "--in-team", "--format", "csv"]);
        assert!(output.status.success() && output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
        let long = good(&["template", "--long", "--lang", lang]);
        let (head, rows) = long.split_once("\r\n").unwrap();
        let rows = rows.lines().map(|row| format!("a{}7\r\n", row.trim_end())).collect::<String>();
        let filled = folder.write("long.csv", format!("{head}\r\n{rows}"));
        assert_eq!(good(&["score", &filled, "--in-team", "--format", "csv"]).into_bytes(), output.stdout, "{lang}");
    }
}

#[test]
fn a_team_gets_what_stands_out_advice_and_its_plan_for_itself_alone() {
    let team = format!("{}/../../examples/checklist-team.json", env!("CARGO_MANIFEST_DIR"));
    let json: Value = serde_json::from_str(&good(&["team", &team, "--format", "json", "--lang", "en"])).unwrap();
    assert_eq!(json["schema"], "raakvlak.checklist.v1");
    for (lang, words) in [("nl", "niet om te publiceren"), ("en", "not to publish")] {
        for format in ["text", "markdown", "html"] {
            assert!(good(&["team", &team, "--format", format, "--lang", lang]).contains(words), "{format} {lang}");
        }
    }
    let folder = Folder::new("team");
    let wrong = folder.write("team.json", std::fs::read_to_string(&team).unwrap().replacen("\"1\": 5", "\"1\": 11", 1));
    let error: Value = serde_json::from_str(&bad(&["team", &wrong, "--format", "json"])).unwrap();
    assert_eq!((&error["code"], &error["path"]), (&"checklist.score".into(), &"$.sheets[0].answers.1".into()));
    assert!(error["message"].as_str().unwrap().contains("team.json"));
}

#[test]
fn the_page_is_whole_and_says_where_one_organisation_can_begin() {
    let folder = Folder::new("page");
    let rows = |organisation: &str, score: &str| format!("{organisation},2024,{score},{score}\n").repeat(12);
    let head = "organisation,wave,item.12,item.13\n";
    let one = folder.write("one.csv", format!("{head}{}", rows("Zorg", "3")));
    let page = good(&["report", &one, "--lang", "en"]);
    assert!(page.contains("<svg ") && page.contains("Where you can begin") && page.contains("Because"), "a low one");
    assert!(!page.contains("<script") && !page.contains("src=\"http"));
    roxmltree::Document::parse(page.strip_prefix("<!DOCTYPE html>").unwrap()).unwrap();
    assert_eq!(good(&["score", &one, "--lang", "en", "--format", "html"]), page);
    let more = folder.write("more.csv", format!("{head}{}{}", rows("Zorg", "3"), rows("Hulp", "4")));
    assert!(!good(&["report", &more, "--lang", "en"]).contains("Where you can begin"), "each chooses for itself");
    // What is hidden brings no advice.
    let few = format!("{head}{}", rows("Zorg", "3").lines().take(9).fold(String::new(), |text, row| text + row + "\n"));
    let few = folder.write("few.csv", few);
    assert!(!good(&["report", &few, "--lang", "en"]).contains("Because"));
    assert!(good(&["report", &few, "--lang", "en", "--in-team"]).contains("Because"));
}

#[test]
fn nothing_that_is_read_is_written_over() {
    let folder = Folder::new("over");
    let file = folder.write("answers.csv", "team,item.1\nNoord,7\n");
    std::fs::create_dir(folder.0.join("sub")).unwrap();
    let same = folder.path("sub/../answers.csv");
    for args in [["score", &file, "-o", &same], ["score", &file, "--rejects", &same]] {
        assert!(bad(&args).contains("would be written over"), "{args:?}");
    }
    let out = folder.path("out.csv");
    assert!(bad(&["score", &file, "-o", &out, "--rejects", &out]).contains("would be written over"));
    assert!(bad(&["score", &file, &same]).contains("stands there twice"));
    assert_eq!(folder.read("answers.csv"), "team,item.1\nNoord,7\n");
    assert_eq!(folder.names(), ["answers.csv", "sub"]);
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::ExitStatusExt;
    use std::time::{Duration, Instant};

    use super::*;

    /// What is being written beside the files that are meant.
    fn part(folder: &Folder) -> Option<(String, u64)> {
        let name = folder.names().into_iter().find(|name| name.ends_with(".part"))?;
        let len = std::fs::metadata(folder.0.join(&name)).ok()?.len();
        Some((name, len))
    }

    #[test]
    fn killed_while_it_reads_it_leaves_what_was_there() {
        let folder = Folder::new("killed-reading");
        let old = [("out.csv", "old figures"), ("rejects.csv", "old rejects")];
        old.iter().for_each(|(name, text)| drop(folder.write(name, text)));
        let mut child = command()
            .args(["checklist", "score", "-", "-o", &folder.path("out.csv"), "--rejects", &folder.path("rejects.csv")])
            .stdin(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        stdin.write_all(b"team,item.1\n").unwrap();
        // Rows with faults, until some of them are on their way to the disk.
        while part(&folder).is_none_or(|(_, len)| len == 0) {
            stdin.write_all(&b"Noord,eleven\n".repeat(1_000)).unwrap();
        }
        child.kill().unwrap();
        assert_eq!(child.wait().unwrap().signal(), Some(9));
        old.iter().for_each(|(name, text)| assert_eq!(folder.read(name), *text));
    }

    #[test]
    fn killed_while_it_writes_it_leaves_what_was_there_or_the_whole() {
        let folder = Folder::new("killed-writing");
        let teams = (0..4_000).map(|team| format!("team {team},7\n").repeat(5)).collect::<String>();
        let file = folder.write("answers.csv", format!("team,item.1\n{teams}"));
        let args = ["checklist", "score", &file, "--by", "team", "--minimum", "5", "--format", "csv", "-o"];
        folder.write("out.csv", "old figures");
        let mut child = command().args(args).arg(folder.path("out.csv")).stderr(Stdio::null()).spawn().unwrap();
        let until = Instant::now() + Duration::from_secs(120);
        while part(&folder).is_none_or(|(_, len)| len == 0) && child.try_wait().unwrap().is_none() {
            assert!(Instant::now() < until);
        }
        let _ = child.kill();
        if child.wait().unwrap().signal() == Some(9) {
            assert_eq!(folder.read("out.csv"), "old figures");
        } else {
            assert_eq!(folder.read("out.csv").lines().count(), 4_000 * 43 + 1, "it was quicker, and is whole");
        }
    }

    #[test]
    fn a_full_disk_leaves_what_was_there_and_nothing_beside_it() {
        let folder = Folder::new("full");
        let file = folder.write("answers.csv", table(&answers(), ",", "\n"));
        folder.write("out.csv", "old figures");
        // No file may grow over half a kilobyte: as a disk that is full.
        let limited = "trap '' XFSZ; ulimit -f 1; exec \"$0\" \"$@\"";
        let output = Command::new("sh")
            .args(["-c", limited, env!("CARGO_BIN_EXE_raakvlak"), "checklist", "score", &file, "--in-team"])
            .args(["--format", "csv", "-o", &folder.path("out.csv")])
            .output()
            .unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.contains("error[file.unwritable]") && told.contains("out.csv"), "{told}");
        assert_eq!(folder.read("out.csv"), "old figures");
        assert_eq!(folder.names(), ["answers.csv", "out.csv"]);
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = command().args(["checklist", "score", &file, "--in-team"]).stdout(full).output().unwrap();
        assert_eq!(output.status.code(), Some(1));
        assert!(String::from_utf8(output.stderr).unwrap().contains("standard output cannot be written"));
    }

    #[test]
    fn who_may_not_read_the_old_file_may_not_read_the_new_one() {
        let folder = Folder::new("private");
        let file = folder.write("answers.csv", table(&answers(), ",", "\n"));
        let out = folder.write("out.csv", "old");
        std::fs::set_permissions(&out, std::fs::Permissions::from_mode(0o600)).unwrap();
        good(&["score", &file, "--in-team", "-o", &out]);
        assert!(folder.read("out.csv").len() > 3);
        assert_eq!(std::fs::metadata(&out).unwrap().permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn a_pipe_is_written_to_and_a_link_stays_a_link() {
        let folder = Folder::new("pipe");
        let file = folder.write("answers.csv", table(&answers(), ",", "\n"));
        let pipe = folder.path("pipe");
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        let reader = std::thread::spawn({
            let pipe = pipe.clone();
            move || std::fs::read_to_string(pipe).unwrap()
        });
        good(&["score", &file, "--in-team", "-o", &pipe]);
        assert_eq!(reader.join().unwrap(), good(&["score", &file, "--in-team"]));
        let real = folder.write("real.txt", "old");
        let link = folder.path("link.txt");
        std::os::unix::fs::symlink(&real, &link).unwrap();
        good(&["score", &file, "--in-team", "-o", &link]);
        assert!(std::fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_ne!(folder.read("real.txt"), "old");
    }
}
