//! Tables decided one after the other, in bounded memory.

use std::collections::VecDeque;
use std::num::NonZero;
use std::sync::Arc;

use arrow_array::RecordBatch;
use arrow_buffer::Buffer;
use arrow_schema::SchemaRef;
use raakvlak::Error;

use crate::{Columns, Reading};

/// So many rows for each thread are worth a thread.
const ROWS: usize = 1 << 20;
/// And no more tables than this.
const TABLES: usize = 64;

/// Tables decided one after the other: for each the answers, in the same order.
///
/// On one thread a table is read when its answers are asked for. On several, as many tables
/// are read ahead as give each thread work (about a million rows a thread, at most 64 tables),
/// so that memory stays bounded however long the stream is. After a mistake it ends; the rows
/// of its path are counted over the whole stream: `$['trust'][1400012]`.
#[derive(Debug)]
pub struct Batches<'c, I> {
    columns: &'c Columns,
    tables: I,
    ready: VecDeque<Result<RecordBatch, Error>>,
    /// The memory of answers that were given: whoever asks the next is mostly done with them.
    given: VecDeque<Buffer>,
    /// How the last table was read: mostly the next is of the same schema.
    reading: Option<Arc<Reading>>,
    /// Rows read so far.
    read: usize,
    failed: bool,
}

impl<'c, I: Iterator<Item = RecordBatch>> Batches<'c, I> {
    pub(crate) fn new(columns: &'c Columns, tables: I) -> Self {
        Batches {
            columns,
            tables,
            ready: VecDeque::new(),
            given: VecDeque::new(),
            reading: None,
            read: 0,
            failed: false,
        }
    }

    fn read_ahead(&mut self) {
        let threads = self.columns.threads.get();
        let mut turns: Vec<Turn> = Vec::new();
        let (mut rows, mut mistake) = (0, None);
        while turns.is_empty() || threads > 1 && rows < threads * ROWS && turns.len() < threads * TABLES {
            let Some(table) = self.tables.next() else { break };
            match self.reading(table.schema_ref()) {
                Ok(reading) => {
                    let (before, memory) = (self.read + rows, spare(&mut self.given));
                    rows += table.num_rows();
                    turns.push(Turn { before, table, reading, memory });
                }
                Err(error) => {
                    mistake = Some(error);
                    break;
                }
            }
        }
        let decided = match turns.len() {
            // A large table is shared out by its rows, small ones each as a whole.
            0 | 1 => turns.into_iter().map(|turn| turn.decide(self.columns, self.columns.threads)).collect(),
            _ => self.share_out(turns, rows),
        };
        self.read += rows;
        self.given.clear();
        for decided in decided {
            self.ready.push_back(decided.map(|(answers, memory)| {
                self.given.push_back(memory);
                answers
            }));
        }
        self.ready.extend(mistake.map(Err));
    }

    /// How a table with this schema is read: mostly as the one before it.
    fn reading(&mut self, schema: &SchemaRef) -> Result<Arc<Reading>, Error> {
        if let Some(reading) = self.reading.as_ref().filter(|reading| reading.is_of(schema)) {
            return Ok(reading.clone());
        }
        let reading = Arc::new(self.columns.reading(schema)?);
        self.reading = Some(reading.clone());
        Ok(reading)
    }

    /// Decides tables, to each thread about as many rows of them.
    fn share_out(&self, turns: Vec<Turn>, rows: usize) -> Vec<Result<(RecordBatch, Buffer), Error>> {
        let columns = self.columns;
        let share = rows.div_ceil(columns.threads.get()).max(1);
        let mut shares: Vec<Vec<Turn>> = Vec::new();
        shares.resize_with(columns.threads.get(), Vec::new);
        for turn in turns {
            if let Some(of) = shares.get_mut(((turn.before - self.read) / share).min(columns.threads.get() - 1)) {
                of.push(turn);
            }
        }
        let decide = |turns: Vec<Turn>| -> Vec<_> {
            turns.into_iter().map(|turn| turn.decide(columns, NonZero::<usize>::MIN)).collect()
        };
        std::thread::scope(|scope| {
            let threads: Vec<_> = shares.into_iter().map(|turns| scope.spawn(move || decide(turns))).collect();
            let join = |thread: std::thread::ScopedJoinHandle<'_, Vec<_>>| {
                thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            };
            threads.into_iter().flat_map(join).collect()
        })
    }
}

/// A table whose turn it is.
struct Turn {
    /// Rows of the stream before it.
    before: usize,
    table: RecordBatch,
    reading: Arc<Reading>,
    memory: Vec<u64>,
}

impl Turn {
    fn decide(self, columns: &Columns, threads: NonZero<usize>) -> Result<(RecordBatch, Buffer), Error> {
        columns.decide_with(&self.reading, self.before, &self.table, threads, self.memory)
    }
}

/// Memory of answers that nobody holds any more; none where they are still held.
fn spare(given: &mut VecDeque<Buffer>) -> Vec<u64> {
    given.pop_front().and_then(|memory| memory.into_vec().ok()).unwrap_or_default()
}

impl<I: Iterator<Item = RecordBatch>> Iterator for Batches<'_, I> {
    type Item = Result<RecordBatch, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.failed {
            return None;
        }
        if self.ready.is_empty() {
            self.read_ahead();
        }
        let next = self.ready.pop_front()?;
        self.failed = next.is_err();
        Some(next)
    }
}
