//! The blocks of each sheet.

use std::sync::Arc;

use arrow_array::{Array, ArrayRef, Float64Array, RecordBatch, RecordBatchOptions, StringArray, UInt8Array};
use arrow_buffer::{BooleanBuffer, Buffer, NullBuffer, ScalarBuffer};
use arrow_schema::{Field, Schema};
use raakvlak::Error;
use raakvlak::checklist::{Block, Enough, Instrument};
use raakvlak::error::Code;

use super::codes::{Codes, HIGHEST, NOT_APPLICABLE};
use super::fault::shown;
use super::rows::Rows;
use crate::bits::{Bits, at_least, mask, up_to};

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
    /// The mean, by number and sum of the scores; see [`place`].
    means: Box<[f64; PLACES]>,
}

/// Places for the means: no block has more than 15 statements.
const PLACES: usize = 1 << 12;

/// The place of a mean.
fn place(sum: u8, given: u8) -> u16 {
    u16::from_le_bytes([sum, given])
}

/// The means at some places.
fn at<'a>(means: &'a [f64; PLACES], places: &'a [u16]) -> impl ExactSizeIterator<Item = f64> + 'a {
    places.iter().map(|place| means.get(usize::from(*place) % PLACES).copied().unwrap_or_default())
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
            scored.score(rows, self.enough, &mut found);
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
/// Eights of rows, a byte each.
const EIGHTS: usize = 8 * W;

/// Numbers for each row of a tile: the bytes of words.
type Bytes = [u64; EIGHTS];

impl Scored {
    fn new(block: &'static Block, enough: Enough) -> Scored {
        let items = block.items.len() as u8;
        let is_enough = |given: u8| enough.of(given.into(), items.into());
        let least = (1..=items).find(|given| is_enough(*given)).unwrap_or(items);
        let mut means = Box::new([0.0; PLACES]);
        for given in (1..=items).filter(|given| is_enough(*given)) {
            for sum in given..=given * HIGHEST {
                if let Some(mean) = means.get_mut(usize::from(place(sum, given))) {
                    *mean = f64::from(sum) / f64::from(given);
                }
            }
        }
        Scored { block, least, means }
    }

    /// Scores the block in all rows, and adds what is found.
    fn score(&self, rows: &Rows, enough: Enough, to: &mut Found) {
        let codes: Vec<&Codes> = self.block.items.iter().filter_map(|item| rows.codes.get(*item)).collect();
        let items = self.block.items.len() as u64;
        for from in (0..rows.len).step_by(ROWS) {
            let there = ROWS.min(rows.len - from);
            let mut tile = Tile { sum: [0; EIGHTS], given: [0; EIGHTS], inapplicable: [0; EIGHTS] };
            let mut some_inapplicable = false;
            for codes in &codes {
                some_inapplicable |= tile.add(codes, from);
            }
            let bytes = |words: &Bytes| words.map(u64::to_le_bytes);
            let (sum, given) = (bytes(&tile.sum), bytes(&tile.given));
            let (sum, given) = (sum.as_flattened(), given.as_flattened());
            let (eights, _) = given.as_chunks::<64>();
            to.given.extend(given.iter().take(there));
            if !some_inapplicable {
                let mut places = [0; ROWS];
                let pairs = places.iter_mut().zip(sum.iter().zip(given));
                pairs.for_each(|(to, (sum, given))| *to = place(*sum, *given));
                to.means.extend(at(&self.means, places.get(..there).unwrap_or_default()));
                let known = eights.iter().take(there.div_ceil(64)).map(|given| at_least(given, self.least));
                to.known.extend(known);
            } else {
                let inapplicable = bytes(&tile.inapplicable);
                let mut known = [0u64; W];
                for (row, ((sum, given), inapplicable)) in
                    sum.iter().zip(given).take(there).zip(inapplicable.as_flattened()).enumerate()
                {
                    let is_known = enough.of((*given).into(), items - u64::from(*inapplicable));
                    to.means.push(if is_known { f64::from(*sum) / f64::from(*given) } else { 0.0 });
                    if let Some(word) = known.get_mut(row / 64) {
                        *word |= u64::from(is_known) << (row % 64);
                    }
                }
                to.known.extend(known.iter().take(there.div_ceil(64)));
            }
            if let Some(last) = to.known.last_mut() {
                *last &= up_to(there - (there - 1) / 64 * 64);
            }
        }
    }
}

/// The bytes of a tile, by eights; the last tile of all is copied and filled up.
fn eights<'a>(bytes: &'a [u8], from: usize, last: &'a mut [[u8; 8]; EIGHTS]) -> &'a [[u8; 8]] {
    let bytes = bytes.get(from..).unwrap_or_default();
    if let Some(tile) = bytes.first_chunk::<ROWS>() {
        return tile.as_chunks().0;
    }
    last.as_flattened_mut().iter_mut().zip(bytes).for_each(|(to, byte)| *to = *byte);
    last
}

/// Sums over the statements of a block, for each row of a tile. They stay below 256.
struct Tile {
    sum: Bytes,
    given: Bytes,
    inapplicable: Bytes,
}

const ONES: u64 = u64::from_le_bytes([1; 8]);
const HIGH: u64 = ONES << 7;

impl Tile {
    /// Adds a statement; tells whether it may be inapplicable in some row.
    fn add(&mut self, codes: &Codes, from: usize) -> bool {
        let mut last = [[0; 8]; EIGHTS];
        match codes {
            Codes::Nothing => false,
            Codes::Valid(bytes, valid) => {
                let mut words = [0; W];
                Bits::of(valid.inner()).words(from, &mut words);
                self.valid(eights(bytes, from, &mut last), &words);
                false
            }
            Codes::Scores(bytes) => {
                self.scores(eights(bytes, from, &mut last));
                false
            }
            Codes::All(bytes) => self.all(eights(bytes, from, &mut last)),
        }
    }

    #[inline(never)]
    fn valid(&mut self, eights: &[[u8; 8]], valid: &[u64; W]) {
        let valid = valid.map(u64::to_le_bytes);
        let to = self.sum.iter_mut().zip(&mut self.given);
        for ((sum, given), (eight, valid)) in to.zip(eights.iter().zip(valid.as_flattened())) {
            let there = mask(*valid);
            *sum += u64::from_le_bytes(*eight) & there;
            *given += ONES & there;
        }
    }

    #[inline(never)]
    fn scores(&mut self, eights: &[[u8; 8]]) {
        let to = self.sum.iter_mut().zip(&mut self.given);
        for ((sum, given), eight) in to.zip(eights) {
            let scores = u64::from_le_bytes(*eight);
            *sum += scores;
            *given += ((scores + (HIGH - ONES)) & HIGH) >> 7;
        }
    }

    #[inline(never)]
    fn all(&mut self, eights: &[[u8; 8]]) -> bool {
        let mut some = 0;
        let to = self.sum.iter_mut().zip(&mut self.given).zip(&mut self.inapplicable);
        for (((sum, given), inapplicable), eight) in to.zip(eights) {
            let codes = u64::from_le_bytes(*eight);
            let at_least = |code: u8| ((codes + ONES * u64::from(128 - code)) & HIGH) >> 7;
            let above = at_least(HIGHEST + 1);
            let is_inapplicable = at_least(NOT_APPLICABLE) & !at_least(NOT_APPLICABLE + 1);
            *sum += codes & !(above * 255);
            *given += at_least(1) & !above;
            *inapplicable += is_inapplicable;
            some |= is_inapplicable;
        }
        some != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_and_counts_of_every_block_fit_in_a_byte() {
        let most = Instrument::current().blocks().iter().map(|block| block.items.len()).max().unwrap();
        assert!(most * usize::from(HIGHEST) < 256 && usize::from(place(u8::MAX, most as u8)) < PLACES);
    }
}
