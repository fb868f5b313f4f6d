//! Tables of answers are read as they stand, and everything wrong in them is told.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests")]

#[path = "support/random.rs"]
mod random;

use std::sync::Arc;

use arrow_array::types::{Int8Type, UInt32Type};
use arrow_array::{
    Array, ArrayRef, Date32Array, DictionaryArray, Float32Array, Float64Array, Int8Array, Int16Array, Int32Array,
    Int64Array, LargeStringArray, NullArray, PrimitiveArray, RecordBatch, StringArray, StringViewArray, UInt8Array,
    UInt16Array, UInt32Array, UInt64Array,
};
use arrow_schema::{DataType, Field, Schema};
use raakvlak::checklist::{Answer, Instrument, Role};
use raakvlak::error::Code;
use raakvlak_arrow::checklist::{Expected, Layout, Reader, Rows};
use random::Random;

fn table(columns: Vec<(&str, ArrayRef)>) -> RecordBatch {
    RecordBatch::try_from_iter_with_nullable(columns.into_iter().map(|(name, array)| (name, array, true))).unwrap()
}

fn texts(cells: &[&str]) -> ArrayRef {
    Arc::new(StringArray::from_iter_values(cells))
}

fn reader(table: &RecordBatch) -> Reader {
    Reader::new(Layout::of(table.schema_ref()).unwrap())
}

fn read(table: &RecordBatch) -> Rows {
    reader(table).read(table).unwrap()
}

/// Row, column, value and what was expected of each fault.
fn told(rows: &Rows) -> Vec<(u64, String, String, Expected)> {
    rows.faults().iter().map(|f| (f.row, f.column.to_string(), f.value.clone(), f.expected)).collect()
}

fn fault(row: u64, column: &str, value: &str, expected: Expected) -> (u64, String, String, Expected) {
    (row, column.to_owned(), value.to_owned(), expected)
}

/// Scores in every form that a column of numbers may take; 0 stands for none.
fn forms(scores: &[u8]) -> Vec<ArrayRef> {
    let some = || scores.iter().map(|score| Some(*score).filter(|score| *score > 0));
    let named: Vec<String> =
        scores.iter().map(|score| if *score > 0 { score.to_string() } else { String::new() }).collect();
    let names = || named.iter().map(|name| Some(name.as_str()).filter(|name| !name.is_empty()));
    let keys = || PrimitiveArray::<Int8Type>::from_iter_values(scores.iter().map(|score| *score as i8));
    let words = || (0..=10).map(|word| (word > 0).then_some(word));
    vec![
        Arc::new(some().collect::<UInt8Array>()),
        Arc::new(some().map(|s| s.map(|s| s as i8)).collect::<Int8Array>()),
        Arc::new(some().map(|s| s.map(u16::from)).collect::<UInt16Array>()),
        Arc::new(some().map(|s| s.map(i16::from)).collect::<Int16Array>()),
        Arc::new(some().map(|s| s.map(u32::from)).collect::<UInt32Array>()),
        Arc::new(some().map(|s| s.map(i32::from)).collect::<Int32Array>()),
        Arc::new(some().map(|s| s.map(u64::from)).collect::<UInt64Array>()),
        Arc::new(some().map(|s| s.map(i64::from)).collect::<Int64Array>()),
        Arc::new(some().map(|s| s.map(f32::from)).collect::<Float32Array>()),
        Arc::new(some().map(|s| s.map(f64::from)).collect::<Float64Array>()),
        Arc::new(scores.iter().map(|s| if *s > 0 { f64::from(*s) } else { f64::NAN }).collect::<Float64Array>()),
        Arc::new(names().collect::<StringArray>()),
        Arc::new(StringArray::from_iter_values(&named)),
        Arc::new(names().collect::<LargeStringArray>()),
        Arc::new(names().collect::<StringViewArray>()),
        Arc::new(names().collect::<DictionaryArray<Int8Type>>()),
        Arc::new(names().collect::<DictionaryArray<UInt32Type>>()),
        Arc::new(DictionaryArray::new(keys(), Arc::new(words().collect::<Int64Array>()))),
        Arc::new(DictionaryArray::new(
            keys(),
            Arc::new(words().map(|w| w.map(|w| w as f64)).collect::<Float64Array>()),
        )),
    ]
}

#[test]
fn every_form_of_column_gives_the_same_answers() {
    let mut random = Random(1);
    let scores: Vec<u8> =
        (0..3_000).map(|_| if random.below(6) == 0 { 0 } else { 1 + random.below(10) as u8 }).collect();
    for (form, array) in forms(&scores).into_iter().enumerate() {
        for (from, len) in [(0, 3_000), (1, 2_999), (64, 1_000), (77, 130), (5, 0)] {
            let rows = read(&table(vec![("item.9", array.slice(from, len))]));
            assert_eq!((rows.len(), rows.faults().len()), (len, 0), "form {form}");
            for (row, score) in scores.iter().skip(from).take(len).enumerate() {
                let answer = rows.answer(row, 8).score().map_or(0, |score| score.get());
                assert_eq!(answer, *score, "form {form}, row {row} from {from}");
            }
            assert!((0..len).all(|row| rows.answer(row, 0) == Answer::NotAnswered));
        }
    }
}

#[test]
fn words_for_no_score_are_kept_apart() {
    let cells = ["7", " 10 ", "", "n/a", "NVT", "?", "Weet niet"];
    for array in [texts(&cells), Arc::new(cells.iter().copied().map(Some).collect::<DictionaryArray<Int8Type>>())] {
        let rows = read(&table(vec![("item.anchoring", array)]));
        let answers: Vec<Answer> = (0..7).map(|row| rows.answer(row, 30)).collect();
        assert_eq!(answers, cells.map(|cell| Answer::read(cell).unwrap()));
        assert_eq!(answers[3..], [Answer::NotApplicable, Answer::NotApplicable, Answer::DontKnow, Answer::DontKnow]);
        assert_eq!(rows.sheet(1).answers()[30], answers[1]);
    }
}

#[test]
fn headers_in_either_language_in_any_order() {
    let one = |name: &str| Field::new(name, DataType::Utf8, true);
    let names = [
        "Stelling.2",
        "\u{feff}RESPONDENT ",
        "opmerking",
        "rol",
        " Gemeente",
        "item.1",
        "meting",
        "Organisatie",
        "item.x",
    ];
    let layout = Layout::of(&Schema::new(names.map(one).to_vec())).unwrap();
    assert_eq!(layout.extra(), ["opmerking", "item.x"]);
    let absent: Vec<&str> = layout.absent().collect();
    assert_eq!((absent.len(), absent[0], absent[28]), (29, "3", "anchoring"));
    let (every, items) = (Instrument::current(), |prefix: &str| {
        Instrument::current().items().iter().map(|item| one(&format!("{prefix}.{}", item.name()))).collect::<Vec<_>>()
    });
    for prefix in ["item", "stelling", "ITEM"] {
        assert_eq!(Layout::of(&Schema::new(items(prefix))).unwrap().absent().count(), 0);
    }
    assert_eq!(every.items().len(), 31);
}

#[test]
fn columns_that_cannot_be_what_they_are_named_are_refused() {
    let of = |columns: &[(&str, DataType)]| {
        let fields: Vec<Field> = columns.iter().map(|(name, holds)| Field::new(*name, holds.clone(), true)).collect();
        let error = Layout::of(&Schema::new(fields)).unwrap_err();
        (error.code(), error.path().to_owned())
    };
    let text = || DataType::Utf8;
    assert_eq!(of(&[("team", text())]), (Code::FieldMissing, String::new()));
    assert_eq!(of(&[("item.1", DataType::Boolean)]), (Code::ValueType, "$['item.1']".to_owned()));
    assert_eq!(of(&[("item.1", text()), ("team", DataType::Binary)]), (Code::ValueType, "$['team']".to_owned()));
    let nested = DataType::Dictionary(Box::new(DataType::Int8), Box::new(DataType::Boolean));
    assert_eq!(of(&[("item.1", nested)]), (Code::ValueType, "$['item.1']".to_owned()));
    assert_eq!(of(&[("item.31", text())]), (Code::ChecklistItem, "$['item.31']".to_owned()));
    assert_eq!(of(&[("item.1", text()), ("stelling.1", text())]), (Code::FieldRepeated, "$['stelling.1']".to_owned()));
    assert_eq!(
        of(&[("item.1", text()), ("rol", text()), ("role", text())]),
        (Code::FieldRepeated, "$['role']".to_owned())
    );
    assert_eq!(of(&[("item.1", text()), ("score", text())]), (Code::FieldRepeated, "$['score']".to_owned()));
    assert_eq!(of(&[("item", text()), ("score", text())]), (Code::FieldMissing, String::new()));
}

#[test]
fn a_table_with_other_columns_than_the_first_is_refused() {
    let first = table(vec![("item.1", texts(&["1"])), ("team", texts(&["a"]))]);
    let mut reader = reader(&first);
    reader.read(&first).unwrap();
    let swapped = table(vec![("team", texts(&["a"])), ("item.1", texts(&["1"]))]);
    assert_eq!(reader.read(&swapped).unwrap_err().code(), Code::ValueType);
}

#[test]
fn every_faulty_cell_is_told_in_the_order_of_the_rows() {
    use Expected::{Answer, Instrument, Role};
    let batch = table(vec![
        ("respondent", texts(&["a", "b", "c", "d", "e"])),
        ("rol", texts(&["manager", "baas", "Leidinggevende", "", "Client representative"])),
        ("instrument", texts(&["", "raakvlak.checklist.v1", "1", "raakvlak.checklist.v9", "raakvlak.checklist"])),
        ("Item.1", Arc::new(UInt8Array::from(vec![Some(1), Some(11), None, Some(10), Some(0)]))),
        ("item.2", texts(&["tien", "7.5", "3", "", "11"])),
        ("item.3", Arc::new(Float64Array::from(vec![Some(7.0), Some(7.5), None, Some(0.0), Some(1e9)]))),
        ("item.4", Arc::new(Int64Array::from(vec![Some(-1), Some(1), None, Some(300), Some(2)]))),
    ]);
    let rows = read(&batch);
    let expected = [
        fault(0, "item.2", "tien", Answer),
        fault(0, "item.4", "-1", Answer),
        fault(1, "rol", "baas", Role),
        fault(1, "Item.1", "11", Answer),
        fault(1, "item.2", "7.5", Answer),
        fault(1, "item.3", "7.5", Answer),
        fault(3, "instrument", "raakvlak.checklist.v9", Instrument),
        fault(3, "item.3", "0", Answer),
        fault(3, "item.4", "300", Answer),
        fault(4, "Item.1", "0", Answer),
        fault(4, "item.2", "11", Answer),
        fault(4, "item.3", "1000000000", Answer),
    ];
    assert_eq!(told(&rows), expected);
    assert_eq!((0..5).map(|row| rows.is_faulty(row)).collect::<Vec<_>>(), [true, true, false, true, true]);
    let roles: Vec<_> = (0..5).map(|row| rows.role(row)).collect();
    use raakvlak::checklist::Role::{ClientRepresentative, Manager};
    assert_eq!(roles, [Some(Manager), None, Some(Manager), None, Some(ClientRepresentative)]);
}

#[test]
fn what_is_null_is_never_a_fault() {
    let scores = UInt8Array::new(vec![3, 99, 200, 0].into(), Some(vec![true, false, false, false].into()));
    let rows = read(&table(vec![("item.1", Arc::new(scores)), ("item.2", Arc::new(NullArray::new(4)))]));
    assert!(rows.faults().is_empty());
    assert_eq!(rows.answer(0, 0), Answer::read("3").unwrap());
    assert!((1..4).all(|row| rows.answer(row, 0) == Answer::NotAnswered));
}

#[test]
fn every_role_is_known_by_its_name() {
    let names = Role::ALL.map(|role| role.name());
    let rows = read(&table(vec![("role", texts(&names)), ("item.1", texts(&["1"; 6]))]));
    assert_eq!(std::array::from_fn(|row| rows.role(row)), Role::ALL.map(Some));
}

#[test]
fn a_respondent_stands_once_in_a_wave_over_all_tables() {
    let sheets = |who: &[&str], waves: ArrayRef| {
        table(vec![("respondent", texts(who)), ("wave", waves), ("item.1", texts(&vec!["4"; who.len()]))])
    };
    let day = |days: [i32; 3]| Arc::new(Date32Array::from(days.to_vec())) as ArrayRef;
    let first = sheets(&["a", "b", "a"], day([1, 1, 2]));
    let mut reader = reader(&first);
    assert_eq!(told(&reader.read(&first).unwrap()), []);
    let rows = reader.read(&sheets(&["b", "", "a"], day([2, 1, 1]))).unwrap();
    assert_eq!(told(&rows), [fault(5, "respondent", "a", Expected::OneSheet)]);
    assert_eq!((rows.first(), rows.is_faulty(2), rows.is_faulty(1)), (3, true, false));
    assert_eq!(told(&reader.read(&sheets(&["", "", ""], day([1, 1, 1]))).unwrap()), []);
    assert_eq!(reader.rows(), 9);
}

/// A row of a long table: respondent, wave, team, statement, score.
type Cell<'a> = [&'a str; 5];

fn long(rows: &[Cell<'_>]) -> RecordBatch {
    let column = |at: usize| texts(&rows.iter().map(|row| row[at]).collect::<Vec<_>>());
    let names = ["respondent", "ronde", "team", "stelling", "score"];
    table(names.into_iter().zip((0..5).map(column)).collect())
}

#[test]
fn a_long_table_gives_the_sheets_of_the_wide_one() {
    let mut random = Random(2);
    let words = ["", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "nvt", "?"];
    let names: Vec<&str> = Instrument::current().items().iter().map(|item| item.name()).collect();
    let who: Vec<String> = (0..200).map(|n| format!("r{n}")).collect();
    let sheets: Vec<Vec<&str>> = (0..200).map(|_| (0..31).map(|_| words[random.below(13)]).collect()).collect();
    let teams = ["Noord", "Zuid", ""];
    let mut cells: Vec<Cell<'_>> = Vec::new();
    for (n, sheet) in sheets.iter().enumerate() {
        cells.extend(sheet.iter().zip(&names).map(|(cell, name)| [&*who[n], "1", teams[n % 3], name, cell]));
    }
    for i in (1..cells.len()).rev() {
        cells.swap(i, random.below(i + 1));
    }
    let mut reader = reader(&long(&cells));
    for part in cells.chunks(700) {
        assert_eq!(told(&reader.read(&long(part)).unwrap()), []);
    }
    let rows = reader.finish();
    assert_eq!(rows.len(), 200);
    for row in 0..200 {
        let sheet = rows.sheet(row);
        let n: usize = sheet.respondent.pseudonym.as_ref().unwrap()[1..].parse().unwrap();
        let wide: Vec<Answer> = sheets[n].iter().map(|cell| Answer::read(cell).unwrap()).collect();
        assert_eq!(sheet.answers(), wide);
    }
}

#[test]
fn what_is_wrong_in_a_long_table_is_set_apart_row_by_row() {
    use Expected::{OneAnswer, Respondent, Same, Statement};
    let batch = long(&[
        ["a", "1", "Noord", "1", "7"],
        ["a", "1", "Noord", "item.2", "11"],
        ["", "1", "Noord", "3", "7"],
        ["a", "1", "Noord", "31", "7"],
        ["a", "1", "Zuid", "4", "7"],
        ["a", "1", "Noord", "Stelling 1", "8"],
        ["a", "2", "Zuid", "borging", "9"],
    ]);
    let mut reader = reader(&batch);
    let rows = reader.read(&batch).unwrap();
    let expected = [
        fault(1, "score", "11", Expected::Answer),
        fault(2, "respondent", "", Respondent),
        fault(3, "stelling", "31", Statement),
        fault(4, "team", "Zuid", Same),
        fault(5, "stelling", "Stelling 1", OneAnswer),
    ];
    assert_eq!((rows.len(), told(&rows)), (0, expected.to_vec()));
    let next = reader.read(&long(&[["a", "1", "Noord", "1", "7"]])).unwrap();
    assert_eq!(told(&next), [fault(7, "stelling", "1", OneAnswer)]);
    let rows = reader.finish();
    assert_eq!(rows.len(), 2);
    assert_eq!((rows.answer(0, 0), rows.answer(0, 1)), (Answer::read("7").unwrap(), Answer::NotAnswered));
    assert_eq!(rows.answer(1, 30), Answer::read("9").unwrap());
}
