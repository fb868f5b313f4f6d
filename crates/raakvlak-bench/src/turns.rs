//! Takes turns with other libraries: what is asked on a line of standard input is done once,
//! over the same rows as theirs, and answered with the time that it took, or with what came
//! of it in a few numbers.

use std::hint::black_box;
use std::io::BufRead;
use std::num::NonZero;
use std::sync::Arc;
use std::time::Instant;

use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, UInt8Type, UInt64Type};
use arrow_array::{Array, ArrayRef, BooleanArray, RecordBatch, UInt8Array, UInt16Array};
use arrow_buffer::{BooleanBuffer, Buffer, NullBuffer};
use raakvlak::checklist::{Enough, Instrument, Key, Survey};
use raakvlak::program::Program;
use raakvlak_arrow::Columns;
use raakvlak_arrow::checklist::{BlockScores, BlockSums, Counts, Layout};

use crate::Failure;
use crate::measure::timed;
use crate::random::Random;
use crate::table::{self, FLAGS, ROWS};

/// Rows in a table: of flags, and of answers.
const FLAG_TABLE: usize = 1 << 18;
const ANSWER_TABLE: usize = 1 << 16;
const BLOCKS: [&str; 5] = ["working-method", "competences", "informal-networks", "team-diversity", "process"];

/// Does what each line asks, until the last.
pub(crate) fn take() -> Result<(), Failure> {
    let (mut flags, mut answers) = (Vec::new(), Vec::new());
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        let words: Vec<&str> = line.split_whitespace().collect();
        match words.as_slice() {
            ["flags", rows] => (flags, answers) = (self::flags(rows.parse()?)?, Vec::new()),
            ["answers", rows] => (flags, answers) = (Vec::new(), self::answers(rows.parse()?)?),
            ["check", job] => {
                println!("{}", job_of(job)?.run(&flags, &answers, NonZero::<usize>::MIN, true)?);
                continue;
            }
            [job, threads] => {
                let (job, threads) = (job_of(job)?, threads.parse()?);
                let wall = Instant::now();
                let (time, done) = timed(|| job.run(&flags, &answers, threads, false));
                done?;
                // The time on a processor says nothing of other threads.
                let time = if threads.get() > 1 { wall.elapsed() } else { time };
                println!("{}", time.as_secs_f64());
                continue;
            }
            _ => return Err(format!("what is `{line}`?").into()),
        }
        println!("ready");
    }
    Ok(())
}

#[derive(Clone, Copy)]
enum Job {
    /// Only reads every byte: nothing can be quicker than memory.
    Read,
    /// Advice from flags.
    Rules,
    /// The blocks of each sheet, table by table.
    Scores,
    /// The same, and all tables are kept.
    ScoresKept,
    /// Sums of blocks by organisation.
    Sums,
    /// The whole distribution of each statement by organisation.
    Counts,
}

fn job_of(name: &str) -> Result<Job, Failure> {
    Ok(match name {
        "read" => Job::Read,
        "rules" => Job::Rules,
        "scores" => Job::Scores,
        "scores-kept" => Job::ScoresKept,
        "sums" => Job::Sums,
        "counts" => Job::Counts,
        _ => return Err(format!("there is no job `{name}`").into()),
    })
}

impl Job {
    /// Does it once; what came of it in a few numbers, where they are asked for.
    fn run(
        self,
        flags: &[RecordBatch],
        answers: &[RecordBatch],
        threads: NonZero<usize>,
        check: bool,
    ) -> Result<String, Failure> {
        let numbers: Vec<u64> = match self {
            Job::Read => {
                let tables = if flags.is_empty() { answers } else { flags };
                let read = |tables: &[RecordBatch]| Ok(black_box(tables.iter().map(crate::read).sum()));
                shared(tables, threads, read)?
            }
            Job::Rules => {
                let rules: Vec<_> = ROWS.iter().map(table::Row::rule).collect();
                let columns = Columns::of(Program::compile(&rules)?).threads(threads);
                let mut numbers = vec![0u64; 2 * ROWS.len()];
                for (at, decided) in columns.decide_batches(flags.iter().cloned()).enumerate() {
                    let decided = black_box(decided?);
                    if check {
                        for (numbers, column) in numbers.chunks_mut(2).zip(decided.columns()) {
                            let column = column.as_boolean();
                            let settled = column.nulls().ok_or("nothing is open")?;
                            for (number, bits) in numbers.iter_mut().zip([column.values(), settled.inner()]) {
                                let words =
                                    bits.values().as_chunks::<8>().0.iter().map(|word| u64::from_le_bytes(*word));
                                *number = number.wrapping_add(digest(words, at * FLAG_TABLE / 64));
                            }
                        }
                    }
                }
                numbers
            }
            Job::Scores | Job::ScoresKept => {
                let keep = matches!(self, Job::ScoresKept);
                let parts = shared(answers, threads, |tables| {
                    let scores = BlockScores::of(&BLOCKS, Enough::HALF)?;
                    let mut kept = Vec::new();
                    for table in tables {
                        let scored = black_box(scores.score(&Layout::of(table.schema_ref())?.read(table)?)?);
                        if keep || check {
                            kept.push(scored);
                        }
                    }
                    Ok(kept)
                })?;
                let mut numbers = vec![0u64; if check { 2 * BLOCKS.len() } else { 0 }];
                for (at, scored) in parts.iter().flatten().enumerate() {
                    // The first column is the organisation.
                    for (numbers, columns) in
                        numbers.chunks_mut(2).zip(scored.columns().get(1..).unwrap_or_default().chunks(2))
                    {
                        let [means, given] = columns else { return Err("a mean and a count".into()) };
                        let means = means.as_primitive::<Float64Type>().iter().map(|mean| mean.map_or(0, f64::to_bits));
                        let given = given.as_primitive::<UInt8Type>().values().iter().map(|given| u64::from(*given));
                        let [mean, count] = numbers else { return Err("a mean and a count".into()) };
                        *mean = mean.wrapping_add(digest(means, at * ANSWER_TABLE));
                        *count = count.wrapping_add(digest(given, at * ANSWER_TABLE));
                    }
                }
                numbers
            }
            Job::Sums => {
                let parts = shared(answers, threads, |tables| {
                    let mut sums = BlockSums::by(&[Key::Organisation], &BLOCKS)?;
                    for table in tables {
                        sums.add(&Layout::of(table.schema_ref())?.read(table)?);
                    }
                    Ok(sums)
                })?;
                let mut sums = BlockSums::by(&[Key::Organisation], &BLOCKS)?;
                parts.into_iter().for_each(|part| sums.merge(part));
                let table = black_box(sums.table()?);
                let columns = table.columns().get(1..).unwrap_or_default();
                let names = table.column(0).as_string::<i32>();
                columns
                    .iter()
                    .map(|column| by_name(names.iter(), column.as_primitive::<UInt64Type>().values().iter().copied()))
                    .collect()
            }
            Job::Counts => {
                let parts = shared(answers, threads, |tables| {
                    let mut counts = Counts::default();
                    for table in tables {
                        counts.add(&Layout::of(table.schema_ref())?.read(table)?)?;
                    }
                    Ok(counts.survey())
                })?;
                let mut parts = parts.into_iter();
                let mut survey = parts.next().unwrap_or_default();
                parts.try_for_each(|part: Survey| survey.merge(&part))?;
                let survey = black_box(survey);
                if !check {
                    return Ok(String::new());
                }
                let names = || survey.cells().map(|(cell, _)| cell.organisation.as_deref());
                (0..10)
                    .map(|score| {
                        by_name(
                            names(),
                            survey.cells().map(move |(_, tallies)| {
                                tallies.items.iter().filter_map(|item| item.scores.get(score)).sum()
                            }),
                        )
                    })
                    .collect()
            }
        };
        Ok(numbers.iter().map(u64::to_string).collect::<Vec<_>>().join(" "))
    }
}

/// One number for many: each counts by its place.
fn digest(numbers: impl Iterator<Item = u64>, from: usize) -> u64 {
    let weigh = |(number, at): (u64, u64)| number.wrapping_mul(2 * at + 1);
    numbers.zip(from as u64..).map(weigh).fold(0, u64::wrapping_add)
}

/// One number for many: each counts by its name, which is a number.
fn by_name<'a>(names: impl Iterator<Item = Option<&'a str>>, numbers: impl Iterator<Item = u64>) -> u64 {
    let weigh = |(name, number): (Option<&str>, u64)| {
        number.wrapping_mul(2 * name.and_then(|name| name.parse::<u64>().ok()).unwrap_or_default() + 1)
    };
    names.zip(numbers).map(weigh).fold(0, u64::wrapping_add)
}

/// The tables shared out over threads, to each as many that stand together.
fn shared<T: Send>(
    tables: &[RecordBatch],
    threads: NonZero<usize>,
    work: impl Fn(&[RecordBatch]) -> Result<T, raakvlak::Error> + Sync,
) -> Result<Vec<T>, Failure> {
    if threads.get() == 1 {
        return Ok(vec![work(tables)?]);
    }
    let work = &work;
    let done: Result<Vec<T>, _> = std::thread::scope(|scope| {
        let shares = tables.chunks(tables.len().div_ceil(threads.get()).max(1));
        let others: Vec<_> = shares.map(|share| scope.spawn(move || work(share))).collect();
        others.into_iter().map(|other| other.join().unwrap_or_else(|p| std::panic::resume_unwind(p))).collect()
    });
    Ok(done?)
}

fn bits(mut word: impl FnMut() -> u64, rows: usize) -> BooleanBuffer {
    BooleanBuffer::new(Buffer::from_vec((0..rows.div_ceil(64)).map(|_| word()).collect::<Vec<u64>>()), 0, rows)
}

/// Flags, one in eight not known; `peers.py` makes the same.
fn flags(rows: usize) -> Result<Vec<RecordBatch>, Failure> {
    let columns = FLAGS.iter().zip(0..).map(|(flag, at)| {
        let (mut values, mut valid) = (Random(100 + at), Random(200 + at));
        let valid = NullBuffer::new(bits(|| valid.word() | valid.word() | valid.word(), rows));
        (*flag, Arc::new(BooleanArray::new(bits(|| values.word(), rows), Some(valid))) as ArrayRef)
    });
    Ok(parts(&RecordBatch::try_from_iter(columns)?, FLAG_TABLE))
}

/// Answers, one in eight left open, of 10,000 organisations; `peers.py` makes the same.
fn answers(rows: usize) -> Result<Vec<RecordBatch>, Failure> {
    let mut random = Random(400);
    let organisations = UInt16Array::from_iter_values((0..rows).map(|_| random.below(10_000) as u16));
    let mut columns: Vec<(String, ArrayRef)> = vec![("organisation".to_owned(), Arc::new(organisations))];
    for (item, at) in Instrument::current().items().iter().zip(0..) {
        let mut random = Random(300 + at);
        let mut scores = Vec::with_capacity(rows);
        let valid = (0..rows).map(|_| {
            let word = random.word();
            let is_known = word >> 40 & 7 > 0;
            scores.push(if is_known { (((word & u64::from(u32::MAX)) * 10) >> 32) as u8 + 1 } else { 0 });
            is_known
        });
        let valid = NullBuffer::new(valid.collect());
        columns.push((format!("item.{}", item.name()), Arc::new(UInt8Array::new(scores.into(), Some(valid)))));
    }
    Ok(parts(&RecordBatch::try_from_iter(columns)?, ANSWER_TABLE))
}

fn parts(table: &RecordBatch, rows: usize) -> Vec<RecordBatch> {
    (0..table.num_rows()).step_by(rows).map(|from| table.slice(from, rows.min(table.num_rows() - from))).collect()
}
