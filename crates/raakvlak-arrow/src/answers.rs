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
/// So many blocks ahead a column is asked for. Of many columns, a little of each at a time, a processor does
/// not see by itself what comes next.
const AHEAD: usize = 2;

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
        let mut block = job.program.block::<W>();
        for (done, from) in (0..).step_by(W).zip(words.step_by(W)) {
            for column in job.columns {
                column.ahead::<W>(64 * (from + AHEAD * W));
                column.load(64 * from, block.inputs_mut())?;
            }
            block.decide();
            for (advice, bitmaps) in job.advices.iter().zip(bitmaps.as_chunks_mut().0) {
                let [applies, settled] = bitmaps.each_mut().map(|bitmap| bitmap.get_mut(done..).unwrap_or_default());
                write(block.advice(*advice), applies, settled);
            }
        }
        Ok(())
    }
}

/// Writes where an advice applies and where it is settled, as far as there is room.
#[inline(always)]
fn write(rails: &Rails<W>, applies: &mut [u64], settled: &mut [u64]) {
    if let (Some(applies), Some(settled)) = (applies.first_chunk_mut::<W>(), settled.first_chunk_mut::<W>()) {
        whole(applies, rails, |yes, _| yes);
        whole(settled, rails, |yes, no| yes | no);
        return;
    }
    for ((applies, settled), (yes, no)) in applies.iter_mut().zip(settled).zip(rails.yes.iter().zip(&rails.no)) {
        (*applies, *settled) = (yes.to_le(), (yes | no).to_le());
    }
}

/// Some words are read before any is written, so that the compiler takes them in one instruction.
#[inline(always)]
fn whole(into: &mut [u64; W], rails: &Rails<W>, bits: impl Fn(u64, u64) -> u64) {
    let from = rails.yes.as_chunks::<4>().0.iter().zip(rails.no.as_chunks::<4>().0);
    for (into, (yes, no)) in into.as_chunks_mut::<4>().0.iter_mut().zip(from) {
        let mut words = *yes;
        words.iter_mut().zip(no).for_each(|(word, no)| *word = bits(*word, *no).to_le());
        *into = words;
    }
}
