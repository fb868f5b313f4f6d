//! The answers: two bitmaps for every advice, filled block by block.

use std::num::NonZero;
use std::ops::Range;
use std::sync::Arc;

use arrow_array::{ArrayRef, BooleanArray};
use arrow_buffer::{BooleanBuffer, Buffer, NullBuffer};
use raakvlak::Error;
use raakvlak::program::Program;

use crate::bits::up_to;
use crate::column::Column;

/// Words decided at once, and by which rows are shared out. What comes between stays in near
/// memory, and of the whole rule book well enough: 8, 16 and 64 words were measured to be slower.
const W: usize = 32;

/// The answers to some advices.
pub(crate) struct Answers {
    rows: usize,
    bitmaps: Vec<Bitmaps>,
}

/// One advice: where it applies, and where it is settled.
struct Bitmaps {
    applies: Vec<u64>,
    settled: Vec<u64>,
}

impl Answers {
    /// Decides rows, shared out over threads.
    pub(crate) fn decide(
        program: &Program,
        advices: &[usize],
        columns: &[Column<'_>],
        rows: usize,
        threads: NonZero<usize>,
    ) -> Result<Answers, Error> {
        let job = Job { program, advices, columns };
        let words = rows.div_ceil(64);
        let share = words.div_ceil(W).div_ceil(threads.get()).max(1) * W;
        let bitmaps = if share >= words {
            job.run(0..words)?
        } else {
            std::thread::scope(|scope| {
                let shares = (0..words).step_by(share).map(|from| from..words.min(from + share));
                let others: Vec<_> = shares.map(|share| scope.spawn(move || job.run(share))).collect();
                let mut shares =
                    others.into_iter().map(|other| other.join().unwrap_or_else(|p| std::panic::resume_unwind(p)));
                let mut all = shares.next().unwrap_or_else(|| Ok(Vec::new()))?;
                // The first mistake of the table, whichever thread was first.
                for share in shares {
                    for (all, share) in all.iter_mut().zip(share?) {
                        all.applies.extend(share.applies);
                        all.settled.extend(share.settled);
                    }
                }
                Ok::<_, Error>(all)
            })?
        };
        Ok(Answers { rows, bitmaps })
    }

    /// A nullable boolean array for each advice.
    pub(crate) fn arrays(self) -> impl Iterator<Item = ArrayRef> {
        let rows = self.rows;
        let bitmap = move |mut words: Vec<u64>| {
            if let Some(last) = words.last_mut() {
                *last &= up_to(rows - (rows - 1) / 64 * 64);
            }
            words.iter_mut().for_each(|word| *word = word.to_le());
            BooleanBuffer::new(Buffer::from_vec(words), 0, rows)
        };
        self.bitmaps.into_iter().map(move |Bitmaps { applies, settled }| {
            let settled = NullBuffer::new(bitmap(settled));
            let settled = Some(settled).filter(|settled| settled.null_count() > 0);
            Arc::new(BooleanArray::new(bitmap(applies), settled)) as ArrayRef
        })
    }
}

/// What is decided, whichever the rows.
#[derive(Clone, Copy)]
struct Job<'a> {
    program: &'a Program,
    advices: &'a [usize],
    columns: &'a [Column<'a>],
}

impl Job<'_> {
    /// Decides the rows of some words, a block at a time.
    fn run(self, words: Range<usize>) -> Result<Vec<Bitmaps>, Error> {
        // The last block may hold more than there is, and is cut off afterwards.
        let room = || Vec::with_capacity(words.len().next_multiple_of(W));
        let mut bitmaps: Vec<Bitmaps> =
            self.advices.iter().map(|_| Bitmaps { applies: room(), settled: room() }).collect();
        let mut block = self.program.block::<W>();
        for from in words.clone().step_by(W) {
            for column in self.columns {
                column.load(64 * from, block.inputs_mut())?;
            }
            block.decide();
            for (advice, bitmaps) in self.advices.iter().zip(&mut bitmaps) {
                let rails = block.advice(*advice);
                bitmaps.applies.extend_from_slice(&rails.yes);
                bitmaps.settled.extend(rails.yes.iter().zip(&rails.no).map(|(yes, no)| yes | no));
            }
        }
        for bitmaps in &mut bitmaps {
            bitmaps.applies.truncate(words.len());
            bitmaps.settled.truncate(words.len());
        }
        Ok(bitmaps)
    }
}
