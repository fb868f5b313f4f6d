//! The answers: two bitmaps for every advice, filled block by block.

use std::num::NonZero;
use std::sync::Arc;

use arrow_array::{ArrayRef, BooleanArray};
use arrow_buffer::{BooleanBuffer, Buffer, NullBuffer};
use raakvlak::Error;
use raakvlak::program::Program;

use crate::bits::up_to;
use crate::column::Column;

/// Words decided at once where the program is small, and where it is large: what comes
/// between has to stay in the nearest memory.
const WIDE: usize = 32;
const NARROW: usize = 8;
/// With more comparisons and advices than this, a program is large.
const LARGE: usize = 96;
/// Rows are shared out in so many words, however wide a block is.
const SHARE: usize = WIDE;

/// The answers to some advices.
pub(crate) struct Answers {
    rows: usize,
    bitmaps: Vec<Bitmaps<Vec<u64>>>,
}

/// One advice: where it applies, and where it is settled.
struct Bitmaps<B> {
    applies: B,
    settled: B,
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
        let words = rows.div_ceil(64);
        let room = |_| Bitmaps { applies: vec![0; words], settled: vec![0; words] };
        let mut answers = Answers { rows, bitmaps: advices.iter().map(room).collect() };
        let job = Job { program, advices, columns };
        let share = words.div_ceil(SHARE).div_ceil(threads.get()).max(1) * SHARE;
        // For each share of the rows, its part of every bitmap.
        let mut shares: Vec<Vec<Bitmaps<&mut [u64]>>> = (0..words).step_by(share).map(|_| Vec::new()).collect();
        for bitmaps in &mut answers.bitmaps {
            let parts = bitmaps.applies.chunks_mut(share).zip(bitmaps.settled.chunks_mut(share));
            for (share, (applies, settled)) in shares.iter_mut().zip(parts) {
                share.push(Bitmaps { applies, settled });
            }
        }
        let mut work = shares.into_iter().zip((0..words).step_by(share));
        if let (Some((first, _)), rest) = (work.next(), work.collect::<Vec<_>>()) {
            let end = |from: usize| words.min(from + share);
            if rest.is_empty() {
                job.run(0..words, first)?;
            } else {
                std::thread::scope(|scope| {
                    let others: Vec<_> = rest
                        .into_iter()
                        .map(|(part, from)| scope.spawn(move || job.run(from..end(from), part)))
                        .collect();
                    let mine = job.run(0..end(0), first);
                    // The first mistake of the table, whichever thread was first.
                    others.into_iter().fold(mine, |done, other| {
                        let other = other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
                        done.and(other)
                    })
                })?;
            }
        }
        Ok(answers)
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
    fn run(self, words: std::ops::Range<usize>, into: Vec<Bitmaps<&mut [u64]>>) -> Result<(), Error> {
        if self.program.inputs().len() + self.advices.len() > LARGE {
            self.run_in::<NARROW>(words, into)
        } else {
            self.run_in::<WIDE>(words, into)
        }
    }

    /// Decides the rows of some words, a block at a time.
    fn run_in<const W: usize>(
        self,
        words: std::ops::Range<usize>,
        mut into: Vec<Bitmaps<&mut [u64]>>,
    ) -> Result<(), Error> {
        let mut block = self.program.block::<W>();
        for from in words.step_by(W) {
            let mut inputs = block.inputs_mut().peekable();
            for column in self.columns {
                while inputs.next_if(|(input, _)| input.observation < column.observation).is_some() {}
                let of = column.observation;
                column.load(64 * from, std::iter::from_fn(|| inputs.next_if(|(input, _)| input.observation == of)))?;
            }
            drop(inputs);
            block.decide();
            for (advice, bitmaps) in self.advices.iter().zip(&mut into) {
                let rails = block.advice(*advice);
                let applies = take_front(&mut bitmaps.applies, W);
                let settled = take_front(&mut bitmaps.settled, W);
                let out = applies.iter_mut().zip(settled);
                for ((applies, settled), (yes, no)) in out.zip(rails.yes.iter().zip(&rails.no)) {
                    (*applies, *settled) = (*yes, yes | no);
                }
            }
        }
        Ok(())
    }
}

/// The next words to fill in; at the end there are fewer.
fn take_front<'a>(words: &mut &'a mut [u64], count: usize) -> &'a mut [u64] {
    let count = count.min(words.len());
    let (front, rest) = std::mem::take(words).split_at_mut_checked(count).unwrap_or_default();
    *words = rest;
    front
}
