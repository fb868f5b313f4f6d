//! Row by row, the columns say what the core says of a sheet; group by group, of all its sheets.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests")]

#[path = "support/random.rs"]
mod random;

use std::collections::BTreeMap;
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, Int16Type, UInt8Type, UInt64Type};
use arrow_array::{
    Array, ArrayRef, DictionaryArray, Int16Array, Int64Array, LargeStringArray, RecordBatch, StringArray,
    StringViewArray, UInt8Array, UInt16Array,
};
use raakvlak::checklist::{Cell, Enough, Instrument, Key, Role, Survey, Tally};
use raakvlak::error::Code;
use raakvlak_arrow::checklist::{BlockScores, BlockSums, Counts, Layout, Reader, Rows};
use random::Random;

const WORDS: [&str; 13] = ["", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "nvt", "?"];

/// A column of answers, in one of the ways that they are kept; `wrong` of a thousand are none.
fn column(random: &mut Random, rows: usize, wrong: usize) -> ArrayRef {
    let unknown = 1 + random.below(12);
    let form = random.below(5);
    let mut code = |others: usize| {
        if random.below(1_000) < wrong {
            13
        } else if random.below(12) < unknown && form > 1 {
            [0, 11, 12][random.below(others)]
        } else {
            1 + random.below(10) as u8
        }
    };
    match form {
        // Nobody left it open.
        0 | 1 => Arc::new((0..rows).map(|_| Some(code(1))).collect::<UInt8Array>()),
        2 => {
            let codes: Vec<u8> = (0..rows).map(|_| code(1)).collect();
            let valid: Vec<bool> = codes.iter().map(|code| *code > 0).collect();
            // Anything stands where nothing is valid.
            let codes: Vec<u8> = codes.iter().map(|code| if *code == 0 { 77 } else { *code }).collect();
            Arc::new(UInt8Array::new(codes.into(), Some(valid.into())))
        }
        3 => Arc::new((0..rows).map(|_| Some(i16::from(code(1))).filter(|code| *code > 0)).collect::<Int16Array>()),
        _ => {
            let words = StringArray::from_iter_values(WORDS.into_iter().chain(["tien"]));
            let keys = UInt8Array::from_iter_values((0..rows).map(|_| code(3)));
            Arc::new(DictionaryArray::<UInt8Type>::new(keys, Arc::new(words)))
        }
    }
}

fn sheets(random: &mut Random, rows: usize, wrong: usize) -> RecordBatch {
    let names: Vec<String> = Instrument::current().items().iter().map(|item| format!("item.{}", item.name())).collect();
    let mut columns: Vec<(&str, ArrayRef)> = Vec::new();
    for name in &names {
        // Some tables lack a statement.
        if columns.is_empty() || random.below(20) > 0 {
            columns.push((name, column(random, rows, wrong)));
        }
    }
    RecordBatch::try_from_iter_with_nullable(columns.into_iter().map(|(name, array)| (name, array, true))).unwrap()
}

fn read(table: &RecordBatch) -> Rows {
    Reader::new(Layout::of(table.schema_ref()).unwrap()).read(table).unwrap()
}

fn check_rows(rows: &Rows, enough: Enough) {
    let scored = BlockScores::all(enough).score(rows).unwrap();
    let blocks: Vec<_> = Instrument::current().blocks().iter().collect();
    assert_eq!((scored.num_rows(), scored.num_columns()), (rows.len(), 2 * blocks.len()));
    let columns: Vec<_> = (0..blocks.len())
        .map(|at| {
            let answered = scored.column(2 * at + 1).as_primitive::<UInt8Type>();
            (scored.column(2 * at).as_primitive::<Float64Type>(), answered)
        })
        .collect();
    for row in 0..rows.len() {
        let sheet = rows.sheet(row);
        for (block, (means, answered)) in blocks.iter().zip(&columns) {
            let mut tally = Tally::default();
            block.items.iter().for_each(|item| tally.add(sheet.answers()[*item]));
            let expected = if rows.is_faulty(row) { (None, 0) } else { (sheet.block(block, enough), tally.answered()) };
            let found = (means.is_valid(row).then(|| means.value(row)), u64::from(answered.value(row)));
            assert_eq!(found, expected, "{} in row {row}", block.id);
        }
    }
}

#[test]
fn a_million_random_rows_are_scored_as_the_core_scores_a_sheet() {
    let mut random = Random(5);
    for table in 0..40 {
        let enough = [Enough::HALF, Enough::percent(1), Enough::percent(67), Enough::percent(100)][table % 4];
        let wrong = if table % 8 == 7 { 2 } else { 0 };
        let rows = 25_000 + random.below(64);
        check_rows(&read(&sheets(&mut random, rows, wrong)), enough);
    }
}

#[test]
fn tables_of_any_length_and_parts_of_tables() {
    let mut random = Random(6);
    for rows in [0, 1, 7, 8, 63, 64, 65, 1_023, 1_024, 1_025] {
        let table = sheets(&mut random, rows + 99, 3);
        for from in [0, 1, 9, 64, 99] {
            check_rows(&read(&table.slice(from, rows)), Enough::HALF);
        }
    }
}

#[test]
fn blocks_that_are_asked_for_and_what_goes_with_them() {
    let one = |cells: [&'static str; 2]| Arc::new(StringArray::from_iter_values(cells)) as ArrayRef;
    let table = [
        ("Rol", one(["manager", ""])),
        ("x", one(["a", "b"])),
        ("gemeente", one(["c", "d"])),
        ("item.31", one(["", ""])),
    ];
    let table =
        RecordBatch::try_from_iter(table.into_iter().map(|(name, array)| (name.replace("31", "16"), array))).unwrap();
    let scored = BlockScores::of(&["competences", "checklist.block.process"], Enough::HALF).unwrap();
    let scored = scored.score(&read(&table)).unwrap();
    let names: Vec<&str> = scored.schema_ref().fields().iter().map(|field| field.name().as_str()).collect();
    assert_eq!(names, ["role", "municipality", "competences", "competences.answered", "process", "process.answered"]);
    assert_eq!(scored.column(0).as_string::<i32>().iter().collect::<Vec<_>>(), [Some("manager"), None]);
    assert_eq!(scored.column(2).null_count(), 2);
    assert!(BlockScores::of(&["competence"], Enough::HALF).is_err());
}

/// Columns of groups, in one of the forms that a column of names may take.
fn groups(random: &mut Random, name: &'static str, rows: usize, many: usize) -> ArrayRef {
    let form = random.below(5);
    let ids: Vec<Option<usize>> = (0..rows).map(|_| Some(random.below(many + 1)).filter(|id| *id > 0)).collect();
    let names = |id: &Option<usize>| {
        id.map(|id| if name == "role" { Role::ALL[id % 6].name().to_owned() } else { format!("{id}") })
    };
    match form {
        0 if name != "role" => Arc::new(ids.iter().map(|id| id.map(|id| id as i64)).collect::<Int64Array>()),
        1 if name != "role" => Arc::new(ids.iter().map(|id| id.map(|id| id as u16)).collect::<UInt16Array>()),
        2 => Arc::new(ids.iter().map(names).collect::<LargeStringArray>()),
        3 => Arc::new(ids.iter().map(names).collect::<StringViewArray>()),
        _ => {
            let words: Vec<Option<String>> = ids.iter().map(names).collect();
            Arc::new(words.iter().map(Option::as_deref).collect::<DictionaryArray<Int16Type>>())
        }
    }
}

/// A table with these columns of groups.
fn survey_table(random: &mut Random, rows: usize, keys: &[(&'static str, usize)], who: usize) -> RecordBatch {
    let sheets = sheets(random, rows, 2);
    let mut columns: Vec<(String, ArrayRef)> = Vec::new();
    for (key, many) in keys {
        columns.push(((*key).to_owned(), groups(random, key, rows, *many)));
    }
    if who > 0 {
        let who = (0..rows).map(|_| Some(random.below(who)).filter(|who| *who > 0).map(|who| format!("r{who}")));
        columns.push(("respondent".to_owned(), Arc::new(who.collect::<StringArray>())));
    }
    let fields = sheets.schema_ref().fields().iter().map(|field| field.name().clone());
    columns.extend(fields.zip(sheets.columns().iter().cloned()));
    RecordBatch::try_from_iter_with_nullable(columns.into_iter().map(|(name, array)| (name, array, true))).unwrap()
}

#[test]
fn counts_over_columns_are_those_of_the_sheets_one_by_one() {
    let mut random = Random(7);
    let cases: [(&[(&str, usize)], usize); 5] = [
        (&[], 0),
        (&[("organisation", 300)], 0),
        (&[("team", 5), ("role", 6)], 0),
        (&[("municipality", 3), ("organisation", 4), ("team", 3), ("role", 6), ("wave", 2)], 0),
        (&[("municipality", 3), ("organisation", 4), ("team", 3), ("role", 6), ("wave", 2)], 3_000),
    ];
    for (keys, who) in cases {
        let (mut counts, mut survey) = (Counts::default(), Survey::default());
        for rows in [3_000, 1, 1_500] {
            let table = survey_table(&mut random, rows, keys, who);
            let rows = read(&table);
            // A respondent may stand in several tables here: the second time is a mistake.
            if who > 0 && survey.sheets() > 0 {
                assert!(rows.len() == 1 || counts.clone().add(&rows).unwrap_err().code() == Code::ChecklistRepeated);
                continue;
            }
            counts.add(&rows).unwrap();
            for row in (0..rows.len()).filter(|row| !rows.is_faulty(*row)) {
                survey.add(&rows.cell(row), &rows.sheet(row)).unwrap();
            }
        }
        assert!(counts.survey() == survey, "{keys:?}");
    }
}

#[test]
fn parts_counted_apart_give_the_same_survey_in_any_order() {
    let mut random = Random(8);
    let keys = [("municipality", 3), ("organisation", 40), ("role", 6), ("wave", 2)];
    let tables: Vec<RecordBatch> = (0..4).map(|_| survey_table(&mut random, 1_000, &keys, 0)).collect();
    let count = |tables: &[&RecordBatch]| {
        let mut counts = Counts::default();
        tables.iter().for_each(|table| counts.add(&read(table)).unwrap());
        counts.survey()
    };
    let whole = count(&tables.iter().collect::<Vec<_>>());
    let mut parts = count(&[&tables[3], &tables[1]]);
    parts.merge(&count(&[&tables[2]])).unwrap();
    parts.merge(&count(&[&tables[0]])).unwrap();
    assert!(parts == whole);
}

#[test]
fn sums_of_blocks_are_those_of_the_whole_distribution() {
    let mut random = Random(9);
    let keys = [("municipality", 3), ("organisation", 40), ("role", 6), ("wave", 2)];
    let tables: Vec<RecordBatch> = (0..3).map(|_| survey_table(&mut random, 3_000, &keys, 0)).collect();
    let by = [Key::Organisation, Key::Role];
    let new = || BlockSums::by(&by, &["process", "anchoring"]).unwrap();
    let (mut one, mut other, mut counts) = (new(), new(), Counts::default());
    for (table, sums) in tables.iter().zip([true, false, true]) {
        if sums { &mut one } else { &mut other }.add(&read(table));
        counts.add(&read(table)).unwrap();
    }
    let blocks = Instrument::current().blocks();
    let blocks = ["process", "anchoring"].map(|id| blocks.iter().find(|block| block.id.ends_with(id)).unwrap());
    let mut whole: BTreeMap<Cell, Vec<u64>> = BTreeMap::new();
    for (cell, tallies) in counts.survey().cells() {
        let group = Cell { organisation: cell.organisation.clone(), role: cell.role, ..Cell::default() };
        let sums = whole.entry(group).or_insert_with(|| vec![0; 6]);
        let tallies = blocks.iter().map(|block| tallies.block(block));
        let more = tallies.flat_map(|tally| [tally.answered(), tally.sum(), tally.sum_of_squares()]);
        sums.iter_mut().zip(more).for_each(|(to, more)| *to += more);
    }
    for (mut first, second) in [(one.clone(), other.clone()), (other, one)] {
        first.merge(second);
        let table = first.table().unwrap();
        assert_eq!((table.num_rows(), table.num_columns()), (whole.len(), 8));
        for (row, (Cell { organisation, role, .. }, sums)) in whole.iter().enumerate() {
            let name = |at: usize| {
                let names = table.column(at).as_string::<i32>();
                names.is_valid(row).then(|| names.value(row).to_owned())
            };
            assert_eq!((name(0), name(1)), (organisation.clone(), role.map(|role| role.name().to_owned())));
            let found: Vec<u64> = (2..8).map(|at| table.column(at).as_primitive::<UInt64Type>().value(row)).collect();
            assert_eq!(&found, sums);
        }
    }
}
