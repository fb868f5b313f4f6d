//! Reading a stream of tables of answers.

use std::hash::BuildHasher;
use std::sync::Arc;

use arrow_array::{ArrayRef, RecordBatch};
use hashbrown::{DefaultHashBuilder, HashSet};
use raakvlak::Error;

use super::fault::{Expected, Fault, shown};
use super::label::{Words, each};
use super::layout::{About, Form, Layout};
use super::long::Sheets;
use super::rows::Rows;

/// Reads the tables of a stream one after the other, all with the same columns.
///
/// Memory does not grow with the rows, but with the respondents: that one of them stands twice
/// is only seen by remembering them (some 30 bytes for each; nothing where there is no column of
/// pseudonyms). In a long table the answers of a respondent may stand far apart; so its sheets
/// (some 60 bytes for each, and the pseudonym) come at the [end](Reader::finish).
///
/// ```
/// use std::sync::Arc;
///
/// use arrow_array::{ArrayRef, RecordBatch, StringArray};
/// use raakvlak_arrow::checklist::{Layout, Reader};
///
/// let column = |cells: [&'static str; 3]| Arc::new(StringArray::from_iter_values(cells)) as ArrayRef;
/// let table = RecordBatch::try_from_iter([
///     ("respondent", column(["a", "b", "a"])),
///     ("item.1", column(["8", "11", "nvt"])),
/// ])?;
/// let mut reader = Reader::new(Layout::of(table.schema_ref())?);
/// let rows = reader.read(&table)?;
/// let faults: Vec<String> = rows.faults().iter().map(ToString::to_string).collect();
/// assert_eq!(faults, [
///     "row 1, column `item.1`: `11`; expected a whole number from 1 to 10, nothing, n/a (nvt), or ? (weet niet)",
///     "row 2, column `respondent`: `a`; expected one row per respondent and wave",
/// ]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Reader {
    layout: Layout,
    rows: u64,
    seen: Seen,
    sheets: Sheets,
}

impl Reader {
    /// Nothing read yet.
    pub fn new(layout: Layout) -> Reader {
        Reader { layout, rows: 0, seen: Seen::default(), sheets: Sheets::default() }
    }

    /// Which column holds what.
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// Goes on with tables of other columns, such as those of a next file: rows are counted on,
    /// and a respondent that stood in the tables before is known.
    pub fn go_on(&mut self, layout: Layout) {
        self.layout = layout;
    }

    /// How many rows were read.
    pub fn rows(&self) -> u64 {
        self.rows
    }

    /// Reads the next table: its sheets and what is wrong in it. A long table gives only what
    /// is wrong.
    ///
    /// # Errors
    /// `value.wrong-type` where the table has other columns than the first.
    pub fn read(&mut self, table: &RecordBatch) -> Result<Rows, Error> {
        let mut rows = self.layout.read(table)?;
        let Form::Long { statement, score } = &self.layout.form else { return Ok(self.admit(rows)) };
        self.sheets.collect(&self.layout, (statement, score), table, &mut rows);
        rows.faults.iter_mut().for_each(|fault| fault.row += self.rows);
        rows.first = self.rows;
        self.rows += table.num_rows() as u64;
        rows.settle();
        Ok(rows)
    }

    /// Takes in the rows of the next table, where [`Layout::read`] read them, perhaps on another
    /// thread: gives them their numbers, and finds the respondents that stand twice.
    pub fn admit(&mut self, mut rows: Rows) -> Rows {
        rows.faults.iter_mut().for_each(|fault| fault.row += self.rows);
        rows.first = self.rows;
        self.rows += rows.len as u64;
        if let (Some(respondents), Some(place)) = (&rows.labels.respondent, self.layout.about(About::Respondent)) {
            // A row with a fault is not counted: the one that mends it does not stand twice.
            let faulty: HashSet<u64> = rows.faults.iter().map(|fault| fault.row - rows.first).collect();
            let mut again = Vec::new();
            self.seen.meet(respondents, &faulty, rows.labels.wave.as_ref(), &mut |row, pseudonym| {
                let row = rows.first + row as u64;
                let column = Arc::clone(&place.name);
                again.push(Fault { row, column, value: shown(pseudonym), expected: Expected::OneSheet });
            });
            rows.faults.extend(again);
        }
        rows.settle();
        rows
    }

    /// The sheets that the tables gave together, where those have a row for each answer; none
    /// where each row was a sheet. They are numbered from 0, in the order in which they began.
    pub fn finish(self) -> Rows {
        self.sheets.rows()
    }
}

/// Who was met in which wave, by a hash of both: that two are the same by chance is out of the
/// question, at 128 bits.
#[derive(Debug, Clone, Default)]
struct Seen {
    one: DefaultHashBuilder,
    two: DefaultHashBuilder,
    waves: Words,
    met: HashSet<(u64, u64)>,
}

impl Seen {
    /// Calls with each row whose respondent was met before in the same wave; those with faults do not count.
    fn meet(
        &mut self,
        respondents: &ArrayRef,
        faulty: &HashSet<u64>,
        wave: Option<&ArrayRef>,
        again: &mut dyn FnMut(usize, &str),
    ) {
        let mut waves = wave.map(|wave| self.waves.of(wave)).unwrap_or_default().into_iter();
        let mut row = 0;
        each(respondents, &mut |pseudonym| {
            let wave = waves.next().unwrap_or_default();
            if let Some(pseudonym) = pseudonym.filter(|_| !faulty.contains(&(row as u64))) {
                let who = (wave, pseudonym);
                if !self.met.insert((self.one.hash_one(who), self.two.hash_one(who))) {
                    again(row, pseudonym);
                }
            }
            row += 1;
        });
    }
}
