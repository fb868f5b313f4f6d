//! The answers: two bitmaps for every advice, filled block by block.

use std::num::NonZero;
use std::ops::Range;
use std::sync::Arc;

use arrow_array::{ArrayRef, BooleanArray};
use arrow_buffer::{BooleanBuffer, Buffer, NullBuffer};
use raakvlak::Error;
use raakvlak::program::{Program, Rails};

use crate::bits::up_to;
use crate::column::Column;
use crate::wide::{Work, widely};

/// Words decided at once, and by which rows are shared out. What comes between stays in near
/// memory, and of the whole rule book well enough: 8, 16 and 64 words were measured to be slower.
const W: usize = 32;
/// So many blocks, at the most, are filled in before they are decided. A column is then read in
/// longer pieces, for which memory is ready in time: of many columns, block by block, it is not.
const BLOCKS: usize = 8;
/// The bytes of comparisons that may be filled in before: they are to stay in near memory.
const FILLED_IN: usize = 1 << 16;

/// The answers to some advices: of each where it applies, and where it is settled.
///
/// All bitmaps are one piece of memory, of which the next table can make use. Many pieces,
/// given back and asked again for every table, come anew from the system page by page, and
/// threads then wait for each other: two of them were slower than one.
pub(crate) struct Answers {
    rows: usize,
    advices: usize,
    bitmaps: Buffer,
}

impl Answers {
    /// Decides rows, shared out over threads, in memory that was used before or in none.
    pub(crate) fn decide(
        program: &Program,
        advices: &[usize],
        columns: &[Column<'_>],
        rows: usize,
        threads: NonZero<usize>,
        mut memory: Vec<u64>,
    ) -> Result<Answers, Error> {
        let job = Job { program, advices, columns };
        let words = rows.div_ceil(64);
        memory.resize(2 * advices.len() * words, 0);
        let mut bitmaps: Vec<&mut [u64]> = memory.chunks_mut(words.max(1)).collect();
        let share = words.div_ceil(W).div_ceil(threads.get()).max(1) * W;
        if share >= words {
            widely(Share { job, words: 0..words, bitmaps: &mut bitmaps })?;
        } else {
            std::thread::scope(|scope| {
                let mut others = Vec::with_capacity(threads.get());
                for from in (0..words).step_by(share) {
                    let share = from..words.min(from + share);
                    let mut parts: Vec<&mut [u64]> =
                        bitmaps.iter_mut().filter_map(|bitmap| bitmap.split_off_mut(..share.len())).collect();
                    others.push(scope.spawn(move || widely(Share { job, words: share, bitmaps: &mut parts })));
                }
                // The first mistake of the table, whichever thread was first.
                let join = |other: std::thread::ScopedJoinHandle<'_, _>| {
                    other.join().unwrap_or_else(|p| std::panic::resume_unwind(p))
                };
                others.into_iter().map(join).fold(Ok(()), Result::and)
            })?;
        }
        // After the last row stands nothing.
        for last in memory.chunks_mut(words.max(1)).filter_map(<[u64]>::last_mut) {
            *last &= up_to(rows - 64 * (words - 1)).to_le();
        }
        Ok(Answers { rows, advices: advices.len(), bitmaps: Buffer::from_vec(memory) })
    }

    /// A nullable boolean array for each advice.
    pub(crate) fn arrays(&self) -> impl Iterator<Item = ArrayRef> {
        let (rows, bytes) = (self.rows, 8 * self.rows.div_ceil(64));
        let bitmap = move |at: usize| BooleanBuffer::new(self.bitmaps.slice_with_length(at * bytes, bytes), 0, rows);
        (0..self.advices).map(move |advice| {
            let settled = NullBuffer::new(bitmap(2 * advice + 1));
            let settled = Some(settled).filter(|settled| settled.null_count() > 0);
            Arc::new(BooleanArray::new(bitmap(2 * advice), settled)) as ArrayRef
        })
    }

    /// The memory in which the answers stand.
    pub(crate) fn memory(&self) -> Buffer {
        self.bitmaps.clone()
    }
}

/// What is decided, whichever the rows.
#[derive(Clone, Copy)]
struct Job<'a> {
    program: &'a Program,
    advices: &'a [usize],
    columns: &'a [Column<'a>],
}

/// Some of the rows, in words, and where their answers belong.
struct Share<'a, 'b> {
    job: Job<'a>,
    words: Range<usize>,
    bitmaps: &'a mut [&'b mut [u64]],
}

impl Work for Share<'_, '_> {
    type Output = Result<(), Error>;

    /// Decides a block at a time.
    #[inline(always)]
    fn call(self) -> Result<(), Error> {
        let Share { job, words, bitmaps } = self;
        let of_a_block = job.program.inputs().len() * size_of::<Rails<W>>();
        let many = (FILLED_IN / of_a_block.max(1)).clamp(1, BLOCKS);
        let mut blocks = vec![job.program.block::<W>(); many];
        let mut done = 0;
        for from in words.clone().step_by(many * W) {
            let there = (words.end - from).div_ceil(W);
            for column in job.columns {
                for (block, from) in blocks.iter_mut().take(there).zip((from..).step_by(W)) {
                    column.load(64 * from, block.inputs_mut())?;
                }
            }
            for block in blocks.iter_mut().take(there) {
                block.decide();
                for (advice, bitmaps) in job.advices.iter().zip(bitmaps.as_chunks_mut().0) {
                    let [applies, settled] =
                        bitmaps.each_mut().map(|bitmap| bitmap.get_mut(done..).unwrap_or_default());
                    write(block.advice(*advice), applies, settled);
                }
                done += W;
            }
        }
        Ok(())
    }
}

/// Writes where an advice applies and where it is settled, as far as there is room.
#[inline(always)]
fn write(rails: &Rails<W>, applies: &mut [u64], settled: &mut [u64]) {
    let settle = |(yes, no): (&u64, &u64)| (yes | no).to_le();
    if let (Some(applies), Some(settled)) = (applies.first_chunk_mut::<W>(), settled.first_chunk_mut::<W>()) {
        *applies = rails.yes.map(u64::to_le);
        let mut words = [0; W];
        for (word, rails) in words.iter_mut().zip(rails.yes.iter().zip(&rails.no)) {
            *word = settle(rails);
        }
        *settled = words;
        return;
    }
    for ((applies, settled), rails) in applies.iter_mut().zip(settled).zip(rails.yes.iter().zip(&rails.no)) {
        (*applies, *settled) = (rails.0.to_le(), settle(rails));
    }
}
