//! Row by row, the columns say what [`Program::decide`] says of a situation.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests")]

mod support;

use std::num::NonZero;
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, BooleanArray, RecordBatch, StringArray, UInt64Array};
use raakvlak::Rules;
use raakvlak::observation::{self, Kind};
use raakvlak::program::{Decision, Program, Status};
use raakvlak::rule::{About, AtLeast, Rule};
use raakvlak::situation::{Answer, Situation};
use raakvlak_arrow::Columns;
use support::{Row, answered, column, random::Random, situation};

const MILLION: usize = 1_000_000;

/// What the program says of each row, on its own.
fn expected(program: &Program, rows: &[Row]) -> Vec<Vec<Status>> {
    let halves = std::thread::scope(|scope| {
        let halves = rows.chunks(rows.len().div_ceil(2).max(1)).map(|rows| {
            scope.spawn(move || {
                let mut decision = Decision::default();
                let mut statuses: Vec<Vec<Status>> = vec![Vec::with_capacity(rows.len()); program.len()];
                for row in rows {
                    program.decide_into(&situation(row), &mut decision);
                    for (advice, of) in statuses.iter_mut().enumerate() {
                        of.push(decision.status(advice));
                    }
                }
                statuses
            })
        });
        let halves: Vec<_> = halves.collect();
        halves.into_iter().map(|half| half.join().unwrap()).collect::<Vec<_>>()
    });
    (0..program.len()).map(|advice| halves.iter().flat_map(|half| half[advice].iter().copied()).collect()).collect()
}

fn agrees(program: &Program, first: usize, expected: &[Vec<Status>], answers: &RecordBatch) {
    assert_eq!(answers.num_columns(), program.len());
    for (advice, expected) in expected.iter().enumerate() {
        let id = program.advice(advice);
        let said = answers.column_by_name(id).unwrap().as_boolean();
        for (row, said) in said.iter().enumerate() {
            assert_eq!(answered(said), expected[first + row], "{id}, row {}", first + row);
        }
    }
}

/// A column for every observation; `form` chooses in which form each stands.
fn table(rows: &[Row], form: usize) -> RecordBatch {
    let columns = observation::all().iter().enumerate().map(|(i, o)| (o.id, column(i, rows, form + i)));
    RecordBatch::try_from_iter(columns).unwrap()
}

/// A few flags and steps, with every form of rule.
fn small() -> Program {
    let own = |id: &str, all: &[&str], any: &[&str], unless: &[&str]| Rule {
        id: id.to_owned().into(),
        advice: id.to_owned().into(),
        all: all.iter().map(|&c| c.into()).collect(),
        any: any.iter().map(|&c| c.into()).collect(),
        unless: unless.iter().map(|&c| c.into()).collect(),
        ..Rule::default()
    };
    let many = ["care.fear", "hope.lacking", "trust != beginning", "capacity.dutch-language >= partly", "person.young"];
    let five = (1..=5).map(|count| Rule {
        at_least: vec![AtLeast { count, of: many.iter().map(|&c| c.into()).collect() }],
        ..own(&format!("own.count-{count}"), &[], &[], &[])
    });
    let mut rules = vec![
        Rule { always: true, ..own("own.always", &[], &[], &[]) },
        own("own.one", &["trust = beginning"], &[], &[]),
        own("own.not", &[], &[], &["person.young"]),
        own("own.any", &[], &many, &["safety.concern"]),
        own("own.all", &["person.young", "trust >= beginning", "culture.* != shared"], &[], &[]),
        Rule { with: vec!["own.any".into()], ..own("own.with", &["care.fear"], &[], &[]) },
    ];
    rules.extend(five);
    Program::compile(&rules).unwrap()
}

/// The rows of one program, in tables of every shape.
fn in_every_shape(program: &Program, rows: usize, seed: u64) {
    let mut random = Random(seed);
    let all: Vec<Row> = (0..rows).map(|_| support::row(&mut random)).collect();
    let expected = expected(program, &all);
    let columns = Columns::of(program.clone());
    let mut first = 0;
    let mut round = 0;
    while first < rows {
        // A table that starts and ends anywhere, cut out of a longer one.
        let length = (1 + random.below(rows / 20)).min(rows - first);
        let (before, after) = (random.below(70), random.below(70));
        let mut padded: Vec<Row> = (0..before + after).map(|_| support::row(&mut random)).collect();
        padded.splice(before..before, all[first..first + length].iter().cloned());
        let table = table(&padded, round).slice(before, length);
        let answers = columns.decide(&table).unwrap();
        agrees(program, first, &expected, &answers);
        if round % 4 == 0 {
            let threads = NonZero::new(2 + round % 3).unwrap();
            same_bytes(&answers, &columns.clone().threads(threads).decide(&table).unwrap());
        }
        first += length;
        round += 1;
    }
    println!("{rows} rows in {round} tables, {} advices", program.len());
}

/// The same bitmaps, also beyond what counts.
fn same_bytes(one: &RecordBatch, other: &RecordBatch) {
    assert_eq!(one, other);
    for (one, other) in one.columns().iter().zip(other.columns()) {
        let (one, other) = (one.as_boolean(), other.as_boolean());
        assert_eq!(one.values().values(), other.values().values());
        assert_eq!(one.nulls().map(|n| n.validity()), other.nulls().map(|n| n.validity()));
    }
}

#[test]
fn a_million_random_rows_of_every_form_of_rule() {
    in_every_shape(&small(), MILLION, 1);
}

#[test]
fn random_rows_of_every_chapter() {
    let rules = Rules::builtin();
    for (seed, about) in (2..).zip(About::ALL) {
        in_every_shape(rules.program(about), 100_000, seed);
    }
}

#[test]
fn every_situation_of_the_houses() {
    const FLAGS: [&str; 9] = [
        "safety.concern",
        "safety.child-unsafe",
        "upbringing.some-aspects-not-well",
        "problems.persist",
        "problems.worse",
        "help.circle-enough",
        "help.voluntary-consented",
        "help.voluntary-enough",
        "explained.red",
    ];
    const SAID: [Option<&str>; 4] = [Some("yes"), Some("no"), None, Some("declined")];
    let rules = Rules::builtin();
    let program = rules.program(About::Houses);
    let situations = 4usize.pow(FLAGS.len() as u32);
    let said = |situation: usize, flag: usize| SAID[situation >> (2 * flag) & 3];
    let table = RecordBatch::try_from_iter(FLAGS.iter().enumerate().map(|(flag, id)| {
        let texts: StringArray = (0..situations).map(|situation| said(situation, flag)).collect();
        (*id, Arc::new(texts) as ArrayRef)
    }))
    .unwrap();
    let answers = Columns::about(&rules, About::Houses).decide(&table).unwrap();
    let mut decision = Decision::default();
    let answers: Vec<&BooleanArray> = answers.columns().iter().map(|c| c.as_boolean()).collect();
    for situation in 0..situations {
        let mut seen = Situation::default();
        for (flag, id) in FLAGS.iter().enumerate() {
            if let Some(said) = said(situation, flag) {
                seen.state(id, said).unwrap();
            }
        }
        program.decide_into(&seen, &mut decision);
        for (advice, answers) in answers.iter().enumerate() {
            let said = answers.is_valid(situation).then(|| answers.value(situation));
            assert_eq!(answered(said), decision.status(advice), "{}, {situation}", program.advice(advice));
        }
    }
    println!("{situations} situations");
}

#[test]
fn one_advice_is_the_column_of_all() {
    let rules = Rules::builtin();
    let mut random = Random(9);
    let rows: Vec<Row> = (0..3_000).map(|_| support::row(&mut random)).collect();
    let table = table(&rows, 0);
    for about in About::ALL {
        let all = Columns::about(&rules, about);
        let answers = all.decide(&table).unwrap();
        for (at, id) in all.ids().enumerate() {
            let one = Columns::advices(&rules, about, &[id]).unwrap().decide(&table).unwrap();
            assert_eq!(one.num_columns(), 1);
            assert_eq!(one.column(0), answers.column(at), "{id}");
        }
    }
}

#[test]
fn a_stream_gives_the_same_on_any_number_of_threads() {
    let numbers = |from: u64| Arc::new(UInt64Array::from_iter_values(from..from + 5_000)) as ArrayRef;
    let mut random = Random(10);
    let flags: Vec<&str> = observation::all().iter().filter(|o| o.kind == Kind::Flag).map(|o| o.id).take(12).collect();
    let tables: Vec<RecordBatch> = (0..200)
        .map(|i| {
            let mut flag = || (random.below(3) > 0).then(|| random.below(2) == 1);
            let mut column = || Arc::new((0..5_000).map(|_| flag()).collect::<BooleanArray>()) as ArrayRef;
            let columns: Vec<_> = flags.iter().map(|id| (*id, column())).collect();
            RecordBatch::try_from_iter(columns.into_iter().chain([("row", numbers(i * 5_000))])).unwrap()
        })
        .collect();
    let columns = Columns::about(&Rules::builtin(), About::Case).keep(["row"]);
    let one: Vec<RecordBatch> = columns.decide_batches(tables.clone()).map(Result::unwrap).collect();
    assert_eq!(one.len(), 200);
    for threads in [2, 3, 7] {
        let several = columns.clone().threads(NonZero::new(threads).unwrap());
        let several: Vec<RecordBatch> = several.decide_batches(tables.clone()).map(Result::unwrap).collect();
        assert_eq!(one, several);
    }
}

#[test]
fn no_rows_no_columns_and_what_is_declined() {
    let columns = Columns::about(&Rules::builtin(), About::Houses);
    let empty: ArrayRef = Arc::new(BooleanArray::from(Vec::<bool>::new()));
    let answers = columns.decide(&RecordBatch::try_from_iter([("person.young", empty)]).unwrap()).unwrap();
    assert_eq!(answers.num_rows(), 0);
    let declined: ArrayRef = Arc::new(StringArray::from(vec!["declined", "yes"]));
    let answers = columns.decide(&RecordBatch::try_from_iter([("safety.child-unsafe", declined)]).unwrap()).unwrap();
    let red: Vec<_> = answers.column_by_name("house.red").unwrap().as_boolean().iter().collect();
    assert_eq!(red, [None, Some(true)]);
    assert_eq!(Situation::default().answer("trust"), Answer::Unknown);
}
