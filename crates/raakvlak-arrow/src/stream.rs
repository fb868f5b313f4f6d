//! Tables decided one after the other, in bounded memory.

use std::collections::VecDeque;
use std::num::NonZero;

use arrow_array::RecordBatch;
use arrow_buffer::Buffer;
use raakvlak::Error;

use crate::Columns;

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
    /// Rows read so far.
    read: usize,
    failed: bool,
}

impl<'c, I: Iterator<Item = RecordBatch>> Batches<'c, I> {
    pub(crate) fn new(columns: &'c Columns, tables: I) -> Self {
        Batches { columns, tables, ready: VecDeque::new(), given: VecDeque::new(), read: 0, failed: false }
    }

    fn read_ahead(&mut self) {
        let threads = self.columns.threads.get();
        // Each with the rows that came before it.
        let mut tables: Vec<(usize, RecordBatch)> = Vec::new();
        let mut rows = 0;
        while tables.is_empty() || threads > 1 && rows < threads * ROWS && tables.len() < threads * TABLES {
            let Some(table) = self.tables.next() else { break };
            let before = self.read + rows;
            rows += table.num_rows();
            tables.push((before, table));
        }
        self.read += rows;
        let decided = match tables.as_slice() {
            // A large table is shared out by its rows, small ones each as a whole.
            [(before, table)] => {
                let memory = spare(&mut self.given);
                vec![self.columns.decide_with(*before, table, self.columns.threads, memory)]
            }
            tables => self.share_out(tables, rows),
        };
        self.given.clear();
        for decided in decided {
            self.ready.push_back(decided.map(|(answers, memory)| {
                self.given.push_back(memory);
                answers
            }));
        }
    }

    /// Decides tables, to each thread about as many rows of them.
    fn share_out(&mut self, tables: &[(usize, RecordBatch)], rows: usize) -> Vec<Result<(RecordBatch, Buffer), Error>> {
        let columns = self.columns;
        let share = rows.div_ceil(columns.threads.get()).max(1);
        let first = self.read - rows;
        let mut shares: Vec<Vec<(usize, &RecordBatch, Vec<u64>)>> = vec![Vec::new(); columns.threads.get()];
        for (before, table) in tables {
            if let Some(of) = shares.get_mut(((before - first) / share).min(columns.threads.get() - 1)) {
                of.push((*before, table, spare(&mut self.given)));
            }
        }
        let decide = |tables: Vec<(usize, &RecordBatch, Vec<u64>)>| -> Vec<_> {
            let one = NonZero::<usize>::MIN;
            tables.into_iter().map(|(before, table, memory)| columns.decide_with(before, table, one, memory)).collect()
        };
        std::thread::scope(|scope| {
            let threads: Vec<_> = shares.into_iter().map(|tables| scope.spawn(move || decide(tables))).collect();
            let join = |thread: std::thread::ScopedJoinHandle<'_, Vec<_>>| {
                thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            };
            threads.into_iter().flat_map(join).collect()
        })
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
