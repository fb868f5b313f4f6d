//! The blocks of each sheet.

use std::sync::Arc;

use arrow_array::{Array, ArrayRef, Float64Array, RecordBatch, RecordBatchOptions, StringArray, UInt8Array};
use arrow_buffer::{BooleanBuffer, Buffer, NullBuffer, ScalarBuffer};
use arrow_schema::{Field, Schema};
use raakvlak::Error;
use raakvlak::checklist::{Block, Enough, Instrument};
use raakvlak::error::Code;

use super::codes::{Codes, HIGHEST, NOT_ANSWERED, NOT_APPLICABLE};
use super::fault::shown;
use super::rows::Rows;
use crate::bits::{at_least, up_to};
use crate::wide::{Work, widely};

/// Which blocks of each sheet are scored: the mean of the scores in it, and how many scores
/// there are. The mean of one sheet is for the one who filled it in and for whoever counts
/// further; it is never published.
///
/// ```
/// use std::sync::Arc;
///
/// use arrow_array::{Array, ArrayRef, RecordBatch, StringArray, cast::AsArray, types::Float64Type};
/// use raakvlak::checklist::Enough;
/// use raakvlak_arrow::checklist::{BlockScores, Layout, Reader};
///
/// let column = |cells: [&'static str; 2]| Arc::new(StringArray::from_iter_values(cells)) as ArrayRef;
/// let table = RecordBatch::try_from_iter([
///     ("team", column(["Noord", "Zuid"])),
///     ("item.1", column(["8", "?"])),
///     ("item.2", column(["5", "9"])),
///     ("item.3", column(["", ""])),
/// ])?;
/// let rows = Reader::new(Layout::of(table.schema_ref())?).read(&table)?;
/// let scored = BlockScores::of(&["outreach"], Enough::HALF)?.score(&rows)?;
/// let means = scored.column_by_name("outreach").unwrap().as_primitive::<Float64Type>();
/// assert_eq!(means.iter().collect::<Vec<_>>(), [Some(6.5), None]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct BlockScores {
    blocks: Vec<Scored>,
    enough: Enough,
}

/// A block, ready to be scored.
#[derive(Debug, Clone)]
struct Scored {
    block: &'static Block,
    /// So many scores are enough, where all statements are applicable.
    least: u8,
}

impl BlockScores {
    /// Every block, and every part of one.
    pub fn all(enough: Enough) -> BlockScores {
        BlockScores { blocks: Instrument::current().blocks().iter().map(|b| Scored::new(b, enough)).collect(), enough }
    }

    /// Some blocks or parts, by their ids; `checklist.block.` may be left out.
    ///
    /// # Errors
    /// `knowledge.unknown` where there is no such block.
    pub fn of(blocks: &[&str], enough: Enough) -> Result<BlockScores, Error> {
        let blocks = blocks.iter().map(|id| block(id).map(|block| Scored::new(block, enough)));
        Ok(BlockScores { blocks: blocks.collect::<Result<_, _>>()?, enough })
    }

    /// Scores sheets: a row for each, in their order. First come the columns that say what a
    /// sheet is about, as far as the table had them, under our own names; then for each block
    /// its mean (null where too few statements have a score: the block is not known), named
    /// after it, and how many have one (`.answered`). Of a row with a fault nothing is known.
    ///
    /// # Errors
    /// None for rows that a [`Reader`](super::Reader) gave.
    pub fn score(&self, rows: &Rows) -> Result<RecordBatch, Error> {
        let len = rows.len;
        let all = self.blocks.len();
        // One piece of memory for all blocks: pieces are large, and giving back several at
        // once makes the memory come anew from the system, page by page, for the next rows.
        let mut found = Found {
            means: Vec::with_capacity(all * len),
            given: Vec::with_capacity(all * len),
            known: Vec::with_capacity(all * len.div_ceil(64)),
        };
        for (at, scored) in self.blocks.iter().enumerate() {
            widely(Task { scored, rows, enough: self.enough, to: &mut found });
            for row in &rows.faulty {
                found.forget(at * len + row, 64 * at * len.div_ceil(64) + row);
            }
        }
        let Found { means, given, known } = found;
        let (means, given, known) = (Buffer::from_vec(means), Buffer::from_vec(given), Buffer::from_vec(known));
        let (mut fields, mut columns) = (Vec::new(), Vec::new());
        for (name, column) in labels(rows) {
            fields.push(Field::new(name, column.data_type().clone(), true));
            columns.push(column);
        }
        for (at, Scored { block, .. }) in self.blocks.iter().enumerate() {
            let known = BooleanBuffer::new(known.clone(), at * len.next_multiple_of(64), len);
            let known = Some(NullBuffer::new(known)).filter(|known| known.null_count() > 0);
            let means: ArrayRef = Arc::new(Float64Array::new(ScalarBuffer::new(means.clone(), at * len, len), known));
            let given: ArrayRef = Arc::new(UInt8Array::new(ScalarBuffer::new(given.clone(), at * len, len), None));
            fields.push(Field::new(name(block), means.data_type().clone(), true));
            fields.push(Field::new(format!("{}.answered", name(block)), given.data_type().clone(), false));
            columns.extend([means, given]);
        }
        let options = RecordBatchOptions::new().with_row_count(Some(len));
        RecordBatch::try_new_with_options(Arc::new(Schema::new(fields)), columns, &options)
            .map_err(|e| Error::new(Code::ValueType, e.to_string()))
    }
}

/// A block or a part of one, by its id.
pub(crate) fn block(id: &str) -> Result<&'static Block, Error> {
    let block = Instrument::current().blocks().iter().find(|block| block.id == id || name(block) == id);
    block.ok_or_else(|| Error::new(Code::KnowledgeUnknown, format!("the checklist has no block `{}`", shown(id))))
}

/// The name of a block in a table.
pub(crate) fn name(block: &Block) -> &'static str {
    block.id.strip_prefix("checklist.block.").unwrap_or(block.id)
}

fn labels(rows: &Rows) -> impl Iterator<Item = (&'static str, ArrayRef)> {
    let labels = &rows.labels;
    let role = || {
        let names = (0..rows.len).map(|row| rows.role(row).map(|role| role.name()));
        Arc::new(names.collect::<StringArray>()) as ArrayRef
    };
    let columns = [
        ("respondent", labels.respondent.clone()),
        ("role", rows.has_roles().then(role)),
        ("team", labels.team.clone()),
        ("organisation", labels.organisation.clone()),
        ("municipality", labels.municipality.clone()),
        ("wave", labels.wave.clone()),
    ];
    columns.into_iter().filter_map(|(name, column)| Some((name, column?)))
}

/// What is found of the blocks, one after the other.
struct Found {
    means: Vec<f64>,
    given: Vec<u8>,
    /// Bitmaps, each from the start of a word.
    known: Vec<u64>,
}

impl Found {
    fn forget(&mut self, place: usize, bit: usize) {
        if let (Some(mean), Some(given)) = (self.means.get_mut(place), self.given.get_mut(place)) {
            (*mean, *given) = (0.0, 0);
        }
        if let Some(known) = self.known.get_mut(bit / 64) {
            *known &= !(1 << (bit % 64));
        }
    }
}

/// Words of 64 rows that are scored at once.
const W: usize = 16;
const ROWS: usize = 64 * W;

impl Scored {
    fn new(block: &'static Block, enough: Enough) -> Scored {
        let items = block.items.len() as u8;
        let is_enough = |given: &u8| enough.of((*given).into(), items.into());
        Scored { block, least: (1..=items).find(is_enough).unwrap_or(items) }
    }
}

/// A block to score in all rows; what is found is added.
struct Task<'a> {
    scored: &'a Scored,
    rows: &'a Rows,
    enough: Enough,
    to: &'a mut Found,
}

impl Work for Task<'_> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        let Task { scored: Scored { block, least }, rows, enough, to } = self;
        let codes: Vec<&Codes> = block.items.iter().filter_map(|item| rows.codes.get(*item)).collect();
        let items = block.items.len() as u64;
        let (mut means, mut copy) = ([0.0; ROWS], [NOT_ANSWERED; ROWS]);
        for from in (0..rows.len).step_by(ROWS) {
            let there = ROWS.min(rows.len - from);
            let mut tile = Tile::EMPTY;
            let mut some_inapplicable = false;
            for codes in &codes {
                some_inapplicable |= tile.add(codes, from, &mut copy);
            }
            let mut known = [0; W];
            if !some_inapplicable {
                tile.means(*least, &mut means);
                known
                    .iter_mut()
                    .zip(tile.given.as_chunks().0)
                    .for_each(|(known, given)| *known = at_least(given, *least));
            } else {
                tile.means_of_applicable(
                    |given, inapplicable| enough.of(given, items - inapplicable),
                    &mut means,
                    &mut known,
                );
            }
            let words = there.div_ceil(64);
            if let Some(last) = known.get_mut(words - 1) {
                *last &= up_to(there - 64 * (words - 1));
            }
            to.means.extend_from_slice(means.get(..there).unwrap_or_default());
            to.given.extend_from_slice(tile.given.get(..there).unwrap_or_default());
            to.known.extend_from_slice(known.get(..words).unwrap_or_default());
        }
    }
}

/// Sums over the statements of a block, for each row of a tile. They stay below 256.
struct Tile {
    sum: [u8; ROWS],
    given: [u8; ROWS],
    inapplicable: [u8; ROWS],
}

impl Tile {
    const EMPTY: Tile = Tile { sum: [0; ROWS], given: [0; ROWS], inapplicable: [0; ROWS] };

    /// Adds a statement; tells whether it is inapplicable in some row.
    #[inline(always)]
    fn add(&mut self, codes: &Codes, from: usize, copy: &mut [u8; ROWS]) -> bool {
        match codes {
            Codes::Nothing => false,
            Codes::All(_) => self.all(codes.tile(from, copy)),
            _ => {
                self.scores(codes.tile(from, copy));
                false
            }
        }
    }

    #[inline(always)]
    fn scores(&mut self, scores: &[u8; ROWS]) {
        for ((sum, given), score) in self.sum.iter_mut().zip(&mut self.given).zip(scores) {
            *sum += score;
            *given += u8::from(*score > 0);
        }
    }

    #[inline(always)]
    fn all(&mut self, codes: &[u8; ROWS]) -> bool {
        let mut some = false;
        let to = self.sum.iter_mut().zip(&mut self.given).zip(&mut self.inapplicable);
        for (((sum, given), inapplicable), code) in to.zip(codes) {
            let is_score = *code <= HIGHEST;
            *sum += if is_score { *code } else { 0 };
            *given += u8::from(is_score && *code > 0);
            *inapplicable += u8::from(*code == NOT_APPLICABLE);
            some |= *code == NOT_APPLICABLE;
        }
        some
    }

    /// The mean of each row in which there are enough scores. Division takes several rows at
    /// once; a table of means, row by row, would push the scores out of near memory.
    #[inline(always)]
    fn means(&self, least: u8, means: &mut [f64; ROWS]) {
        for (mean, (sum, given)) in means.iter_mut().zip(self.sum.iter().zip(&self.given)) {
            *mean = if *given >= least { f64::from(*sum) / f64::from(*given) } else { 0.0 };
        }
    }

    /// The same, where rows have their own number of statements that are applicable.
    #[inline(always)]
    fn means_of_applicable(&self, is_enough: impl Fn(u64, u64) -> bool, means: &mut [f64; ROWS], known: &mut [u64; W]) {
        let rows = self.sum.iter().zip(&self.given).zip(&self.inapplicable);
        for (row, (mean, ((sum, given), inapplicable))) in means.iter_mut().zip(rows).enumerate() {
            let is_known = is_enough((*given).into(), (*inapplicable).into());
            *mean = if is_known { f64::from(*sum) / f64::from(*given) } else { 0.0 };
            if let Some(word) = known.get_mut(row / 64) {
                *word |= u64::from(is_known) << (row % 64);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_and_counts_of_every_block_fit_in_a_byte() {
        let most = Instrument::current().blocks().iter().map(|block| block.items.len()).max().unwrap();
        assert!(most * usize::from(HIGHEST) < 256);
    }
}
