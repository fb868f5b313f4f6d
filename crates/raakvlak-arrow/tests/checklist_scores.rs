//! Row by row, the columns say what the core says of a sheet; group by group, of all its sheets.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests")]

#[path = "support/random.rs"]
mod random;

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, UInt8Type};
use arrow_array::{Array, ArrayRef, DictionaryArray, Int16Array, RecordBatch, StringArray, UInt8Array};
use raakvlak::checklist::{Enough, Instrument, Tally};
use raakvlak_arrow::checklist::{BlockScores, Layout, Reader, Rows};
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
