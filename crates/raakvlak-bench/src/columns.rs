//! Measures the rules over Arrow columns beside a pass that only reads them. What is judged
//! are ratios of things that ran side by side in this process. With `turns` it takes turns with
//! other libraries, as `peers.py` asks.

#[expect(dead_code, reason = "the other bench uses more of it")]
mod measure;
#[expect(dead_code, reason = "the other bench uses more of it")]
mod random;
#[expect(dead_code, reason = "the other bench uses more of it")]
mod table;
mod turns;

use std::hint::black_box;
use std::num::NonZero;
use std::sync::Arc;
use std::time::{Duration, Instant};

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, BooleanArray, RecordBatch, UInt8Array};
use arrow_buffer::{BooleanBuffer, Buffer, NullBuffer};
use raakvlak::Rules;
use raakvlak::observation::{self, Kind};
use raakvlak::program::Program;
use raakvlak::rule::{About, Rule};
use raakvlak_arrow::Columns;

use crate::measure::{medians, timed};
use crate::random::Random;
use crate::table::{FLAGS, ROWS};

/// Why a measurement could not be made.
type Failure = Box<dyn std::error::Error>;

/// Rows in a table, and tables in the stream: 100 million rows, 300 MB.
const TABLE: usize = 1 << 18;
const TABLES: usize = 382;
const ROUNDS: usize = 15;

fn main() -> Result<(), Failure> {
    if std::env::args().nth(1).as_deref() == Some("turns") {
        return turns::take();
    }
    let rules: Vec<Rule> = ROWS.iter().map(table::Row::rule).collect();
    let columns = Columns::of(Program::compile(&rules)?);
    let tables = tables()?;
    let rows = TABLE * TABLES;
    println!("12 nullable flags, 6 rules, {} M rows in tables of {TABLE}, in M rows a second", rows / 1_000_000);
    let stream = |columns: &Columns| -> Result<(), Failure> {
        for answers in columns.decide_batches(tables.iter().cloned()) {
            black_box(answers?);
        }
        Ok(())
    };
    // The same rows again and again, that stay in the cache of a core.
    let near: Vec<RecordBatch> = tables.iter().take(1).cloned().cycle().take(TABLES).collect();
    let [read, decided, near_read, near_decided] = medians(
        ROUNDS,
        [
            &mut || Ok(timed(|| black_box(tables.iter().map(read).sum::<u64>())).0),
            &mut || keep(timed(|| stream(&columns))),
            &mut || Ok(timed(|| black_box(near.iter().map(crate::read).sum::<u64>())).0),
            &mut || {
                keep(timed(|| -> Result<(), Failure> {
                    for answers in columns.decide_batches(near.iter().cloned()) {
                        black_box(answers?);
                    }
                    Ok(())
                }))
            },
        ],
    )?;
    let speed = |time: Duration| rows as f64 / time.as_secs_f64() / 1e6;
    println!("  1 thread, memory: only read {:.0}, advice as bitmaps {:.0}", speed(read), speed(decided));
    println!("    decided / only read {:.2} (goal 0.65, aim 0.85)", read.as_secs_f64() / decided.as_secs_f64());
    println!("  1 thread, cache: only read {:.0}, advice as bitmaps {:.0}", speed(near_read), speed(near_decided));
    let two = NonZero::new(2).map(|two| columns.clone().threads(two)).ok_or("two is not zero")?;
    let on_the_wall = |columns: &Columns| -> Result<Duration, Failure> {
        let start = Instant::now();
        stream(columns)?;
        Ok(start.elapsed())
    };
    let read_by = |threads: usize| -> Result<Duration, Failure> {
        let start = Instant::now();
        std::thread::scope(|scope| {
            let shares = tables.chunks(TABLES.div_ceil(threads));
            let others: Vec<_> =
                shares.map(|s| scope.spawn(|| black_box(s.iter().map(crate::read).sum::<u64>()))).collect();
            drop(others);
        });
        Ok(start.elapsed())
    };
    let [read_one, read_two, one, two] = medians(
        ROUNDS,
        [&mut || read_by(1), &mut || read_by(2), &mut || on_the_wall(&columns), &mut || on_the_wall(&two)],
    )?;
    let gain = |one: Duration, two: Duration| one.as_secs_f64() / two.as_secs_f64();
    let (read, decided) = (gain(read_one, read_two), gain(one, two));
    println!(
        "  on the wall, 1 thread and 2: only read {:.0} and {:.0}, {read:.2} times",
        speed(read_one),
        speed(read_two)
    );
    println!("    advice as bitmaps {:.0} and {:.0}, {decided:.2} times", speed(one), speed(two));
    println!("    gained by deciding / by reading {:.2} (goal 0.85)", decided / read);
    small_tables(&columns, &tables)?;
    rule_book()
}

/// Tables as engines pass them on, of 8192 rows.
fn small_tables(columns: &Columns, tables: &[RecordBatch]) -> Result<(), Failure> {
    const SMALL: usize = 1 << 13;
    let table = tables.first().ok_or("there is no table")?;
    let small: Vec<RecordBatch> = (0..TABLE / SMALL).map(|at| table.slice(at * SMALL, SMALL)).collect();
    let decide = || -> Result<(), Failure> {
        for answers in columns.decide_batches(small.iter().cycle().take(100 * small.len()).cloned()) {
            black_box(answers?);
        }
        Ok(())
    };
    let [time] = medians(ROUNDS, [&mut || keep(timed(decide))])?;
    println!("  1 thread, cache, in tables of {SMALL}: {:.0}", (100 * TABLE) as f64 / time.as_secs_f64() / 1e6);
    Ok(())
}

/// The built-in rules about the case, over every observation of a case.
fn rule_book() -> Result<(), Failure> {
    let columns = Columns::about(&Rules::builtin(), About::Case);
    let mut random = Random(82);
    let of_cases = observation::all().iter().filter(|o| o.scope.beside_cases().is_none());
    let every = of_cases.map(|o| {
        let valid: Vec<bool> = (0..TABLE).map(|_| random.below(8) > 0).collect();
        let mut place = || random.below(o.values().len()) as u8;
        let array: ArrayRef = match o.kind {
            Kind::Flag => Arc::new(BooleanArray::new((0..TABLE).map(|_| place() == 1).collect(), Some(valid.into()))),
            _ => Arc::new(UInt8Array::new((0..TABLE).map(|_| place()).collect(), Some(valid.into()))),
        };
        (o.id, array)
    });
    let table = RecordBatch::try_from_iter(every.collect::<Vec<_>>())?;
    let [time] = medians(ROUNDS, [&mut || keep(timed(|| Ok(drop(black_box(columns.decide(&table)?)))))])?;
    let speed = TABLE as f64 / time.as_secs_f64() / 1e6;
    println!(
        "the whole rule book about the case, {} columns in, {} advices out: {speed:.1} M rows a second",
        table.num_columns(),
        columns.ids().len()
    );
    Ok(())
}

fn keep((time, done): (Duration, Result<(), Failure>)) -> Result<Duration, Failure> {
    done.map(|()| time)
}

/// Twelve flags, one in eight not known.
fn tables() -> Result<Vec<RecordBatch>, Failure> {
    let mut random = Random(12);
    let mut word = || random.word();
    let mut tables = Vec::with_capacity(TABLES);
    for _ in 0..TABLES {
        let columns = FLAGS.map(|flag| {
            let bitmap = |of: &mut dyn FnMut() -> u64| {
                let words: Vec<u64> = (0..TABLE / 64).map(|_| of()).collect();
                BooleanBuffer::new(Buffer::from_vec(words), 0, TABLE)
            };
            let values = bitmap(&mut word);
            let valid = bitmap(&mut || word() | word() | word());
            (flag, Arc::new(BooleanArray::new(values, Some(NullBuffer::new(valid)))) as ArrayRef)
        });
        tables.push(RecordBatch::try_from_iter(columns)?);
    }
    Ok(tables)
}

/// Reads every word of every column, as quickly as a plain loop can.
fn read(table: &RecordBatch) -> u64 {
    let mut all = [0u64; 8];
    let mut add = |bytes: &[u8]| {
        let (eights, _) = bytes.as_chunks::<64>();
        for eight in eights {
            for (all, word) in all.iter_mut().zip(eight.as_chunks::<8>().0) {
                *all ^= u64::from_le_bytes(*word);
            }
        }
    };
    for column in table.columns() {
        match column.as_boolean_opt() {
            Some(flags) => add(bytes_of(flags.values())),
            // Numbers: a slice of them has a buffer of its own.
            None => column.to_data().buffers().iter().for_each(|buffer| add(buffer)),
        }
        column.nulls().into_iter().for_each(|nulls| add(bytes_of(nulls.inner())));
    }
    all.iter().fold(0, |a, b| a ^ b)
}

/// The bytes in which bits stand, of a slice from the start of a byte.
fn bytes_of(bits: &BooleanBuffer) -> &[u8] {
    let bytes = bits.offset() / 8..(bits.offset() + bits.len()).div_ceil(8);
    bits.values().get(bytes).unwrap_or_default()
}
