//! Blocks by group, from sums alone.

use std::collections::BTreeMap;
use std::sync::Arc;

use arrow_array::{ArrayRef, RecordBatch, RecordBatchOptions, StringArray, UInt64Array};
use arrow_schema::{DataType, Field, Schema};
use raakvlak::Error;
use raakvlak::checklist::{Block, Cell, Key};
use raakvlak::error::Code;

use super::codes::{Codes, HIGHEST, NOT_ANSWERED};
use super::group::Groups;
use super::rows::Rows;
use super::score::{block, name};
use crate::wide::{Work, widely};

/// For each group and block how many scores there are, their sum, and the sum of their squares:
/// whole numbers, that parts may be merged of in any order.
///
/// It is a quick look at very many groups: three numbers for a block instead of the whole
/// distribution of each statement. A mean can be had from them, a median cannot, and they
/// pass no disclosure step. What is shown to people comes from [`Counts`](super::Counts).
///
/// ```
/// use std::sync::Arc;
///
/// use arrow_array::{ArrayRef, RecordBatch, UInt8Array, UInt32Array, cast::AsArray, types::UInt64Type};
/// use raakvlak::checklist::Key;
/// use raakvlak_arrow::checklist::{BlockSums, Layout, Reader};
///
/// let organisations: ArrayRef = Arc::new(UInt32Array::from(vec![12, 7, 12]));
/// let scores: ArrayRef = Arc::new(UInt8Array::from(vec![Some(8), Some(5), Some(3)]));
/// let table = RecordBatch::try_from_iter([("organisation", organisations), ("item.1", scores)])?;
/// let mut sums = BlockSums::by(&[Key::Organisation], &["outreach"])?;
/// sums.add(&Reader::new(Layout::of(table.schema_ref())?).read(&table)?);
/// let sums = sums.table()?;
/// let column = |name| sums.column_by_name(name).unwrap().as_primitive::<UInt64Type>().values().to_vec();
/// assert_eq!([column("outreach.n"), column("outreach.sum"), column("outreach.squares")], [[1, 2], [5, 11], [25, 73]]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct BlockSums {
    by: Vec<Key>,
    blocks: Vec<&'static Block>,
    groups: Groups,
    /// Of all blocks of the first group, then of the next.
    sums: Vec<Sums>,
    /// How many rows there are, at the most, in any of them that is not settled.
    most: u32,
    settled: BTreeMap<Cell, Vec<[u64; 3]>>,
}

/// How many scores and their sum, in the lower and the upper half, and the sum of their squares.
type Sums = [u64; 2];

/// Rows that are added at once.
const ROWS: usize = 1 << 10;
/// After so many rows a half could be full: a row adds at most 255.
const FULL: u32 = 1 << 24;

impl BlockSums {
    /// Nothing counted yet, of some blocks or parts; see [`BlockScores::of`](super::BlockScores::of).
    ///
    /// # Errors
    /// `knowledge.unknown` where there is no such block.
    pub fn by(by: &[Key], blocks: &[&str]) -> Result<BlockSums, Error> {
        let blocks = blocks.iter().map(|id| block(id)).collect::<Result<_, _>>()?;
        let groups = Groups::by(by);
        Ok(BlockSums { by: by.to_vec(), blocks, groups, sums: Vec::new(), most: 0, settled: BTreeMap::new() })
    }

    /// Adds the scores of sheets; those with a fault are left out.
    pub fn add(&mut self, rows: &Rows) {
        let groups = self.groups.of(rows);
        self.sums.resize(self.groups.len() * self.blocks.len(), [0; 2]);
        widely(Adding { to: self, rows, groups: &groups });
    }

    /// Adds what was counted elsewhere, of the same blocks by the same keys. In whatever order,
    /// the sum is the same.
    pub fn merge(&mut self, mut other: BlockSums) {
        other.settle();
        for (cell, sums) in other.settled {
            add(&mut self.settled, cell, &sums);
        }
    }

    /// The groups in their order: what they are by, and of each block `.n`, `.sum` and `.squares`.
    ///
    /// # Errors
    /// None that is known.
    pub fn table(mut self) -> Result<RecordBatch, Error> {
        self.settle();
        let (mut fields, mut columns): (Vec<Field>, Vec<ArrayRef>) = Default::default();
        for key in Key::ALL.into_iter().filter(|key| self.by.contains(key)) {
            let names: StringArray = self.settled.keys().map(|cell| label(cell, key)).collect();
            fields.push(Field::new(key.name(), DataType::Utf8, true));
            columns.push(Arc::new(names));
        }
        for (at, block) in self.blocks.iter().enumerate() {
            for (number, what) in ["n", "sum", "squares"].into_iter().enumerate() {
                let of = |sums: &Vec<[u64; 3]>| sums.get(at).and_then(|sums| sums.get(number)).copied();
                let numbers = self.settled.values().map(|sums| of(sums).unwrap_or_default());
                fields.push(Field::new(format!("{}.{what}", name(block)), DataType::UInt64, false));
                columns.push(Arc::new(UInt64Array::from_iter_values(numbers)));
            }
        }
        let options = RecordBatchOptions::new().with_row_count(Some(self.settled.len()));
        RecordBatch::try_new_with_options(Arc::new(Schema::new(fields)), columns, &options)
            .map_err(|e| Error::new(Code::ValueType, e.to_string()))
    }

    fn settle(&mut self) {
        self.most = 0;
        for (cell, sums) in self.groups.cells().zip(self.sums.chunks_mut(self.blocks.len().max(1))) {
            let sums: Vec<[u64; 3]> = sums
                .iter_mut()
                .map(|sums| {
                    let [scores, squares] = std::mem::take(sums);
                    [scores & u64::from(u32::MAX), scores >> 32, squares]
                })
                .collect();
            add(&mut self.settled, cell, &sums);
        }
    }
}

/// Rows to add, and the group of each.
struct Adding<'a> {
    to: &'a mut BlockSums,
    rows: &'a Rows,
    groups: &'a [u32],
}

impl Work for Adding<'_> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        let Adding { to, rows, groups } = self;
        let all = to.blocks.len();
        let mut tiles: Vec<Tile> = to.blocks.iter().map(|_| Tile::EMPTY).collect();
        let mut copy = [NOT_ANSWERED; ROWS];
        for (from, groups) in (0..).step_by(ROWS).zip(groups.chunks(ROWS)) {
            if to.most >= FULL - ROWS as u32 {
                to.settle();
            }
            to.most += ROWS as u32;
            for (block, tile) in to.blocks.iter().zip(&mut tiles) {
                *tile = Tile::EMPTY;
                for statement in block.items.iter().filter_map(|item| rows.codes.get(*item)) {
                    let codes = statement.tile(from, &mut copy);
                    if matches!(statement, Codes::All(_)) {
                        tile.add(&codes.map(|code| if code > HIGHEST { NOT_ANSWERED } else { code }));
                    } else {
                        tile.add(codes);
                    }
                }
            }
            for (row, group) in groups.iter().enumerate() {
                let at = (*group as usize).saturating_mul(all);
                if let Some(sums) = to.sums.get_mut(at..) {
                    sums.iter_mut().zip(&tiles).for_each(|(sums, tile)| tile.to(row, sums));
                }
            }
        }
    }
}

fn add(settled: &mut BTreeMap<Cell, Vec<[u64; 3]>>, cell: Cell, sums: &[[u64; 3]]) {
    let to = settled.entry(cell).or_insert_with(|| vec![[0; 3]; sums.len()]);
    to.as_flattened_mut().iter_mut().zip(sums.as_flattened()).for_each(|(to, more)| *to += more);
}

fn label(cell: &Cell, key: Key) -> Option<&str> {
    match key {
        Key::Municipality => cell.municipality.as_deref(),
        Key::Organisation => cell.organisation.as_deref(),
        Key::Team => cell.team.as_deref(),
        Key::Role => cell.role.map(|role| role.name()),
        Key::Wave => cell.wave.as_deref(),
    }
}

/// The sums of a block for each of some rows. They fit: see the test of the blocks' sizes.
struct Tile {
    given: [u8; ROWS],
    sum: [u8; ROWS],
    squares: [u16; ROWS],
}

impl Tile {
    const EMPTY: Tile = Tile { given: [0; ROWS], sum: [0; ROWS], squares: [0; ROWS] };

    #[inline(always)]
    fn add(&mut self, scores: &[u8; ROWS]) {
        for ((given, sum), score) in self.given.iter_mut().zip(&mut self.sum).zip(scores) {
            *given += u8::from(*score > 0);
            *sum += score;
        }
        for (squares, score) in self.squares.iter_mut().zip(scores) {
            *squares += u16::from(*score) * u16::from(*score);
        }
    }

    #[inline(always)]
    fn to(&self, row: usize, sums: &mut Sums) {
        let (given, sum) = (self.given.get(row), self.sum.get(row));
        if let (Some(given), Some(sum), Some(squares)) = (given, sum, self.squares.get(row)) {
            let [scores, all] = sums;
            *scores += u64::from(*given) | u64::from(*sum) << 32;
            *all += u64::from(*squares);
        }
    }
}
