//! The answers of groups, counted from columns.

use arrow_array::ArrayRef;
use raakvlak::Error;
use raakvlak::checklist::{Key, Survey, Tally};

use super::codes::{Codes, HIGHEST};
use super::group::Groups;
use super::label::each;
use super::rows::Rows;

/// Counts sheets per municipality, organisation, team, role and wave: what a [`Survey`] does
/// sheet by sheet, over columns.
///
/// ```
/// use std::sync::Arc;
///
/// use arrow_array::{ArrayRef, RecordBatch, StringArray, UInt8Array};
/// use raakvlak_arrow::checklist::{Counts, Layout, Reader};
///
/// let teams: ArrayRef = Arc::new(StringArray::from_iter_values(["Noord", "Zuid", "Noord"]));
/// let scores: ArrayRef = Arc::new(UInt8Array::from(vec![Some(8), Some(5), None]));
/// let table = RecordBatch::try_from_iter([("team", teams), ("item.1", scores)])?;
/// let mut counts = Counts::default();
/// counts.add(&Reader::new(Layout::of(table.schema_ref())?).read(&table)?)?;
/// let survey = counts.survey();
/// let (cell, tallies) = survey.cells().next().unwrap();
/// assert_eq!((cell.team.as_deref(), tallies.sheets, tallies.items[0].answered()), (Some("Noord"), 2, 1));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Counts {
    groups: Groups,
    survey: Survey,
    /// By group: its place in the survey.
    places: Vec<usize>,
    /// By group: how many sheets are not yet in the survey, and how they are answered.
    sheets: Vec<u32>,
    counters: Vec<Counters>,
    /// How many sheets there are, at the most, in any of them.
    most: u32,
}

/// How often each code was given to each statement.
type Counters = [[u32; 16]; STATEMENTS];
const STATEMENTS: usize = 31;

/// Rows that are counted at once.
const ROWS: usize = 1 << 10;

impl Default for Counts {
    fn default() -> Self {
        Counts {
            groups: Groups::by(&Key::ALL),
            survey: Survey::default(),
            places: Vec::new(),
            sheets: Vec::new(),
            counters: Vec::new(),
            most: 0,
        }
    }
}

impl Counts {
    /// Counts sheets; those with a fault are left out.
    ///
    /// # Errors
    /// `checklist.repeated` where a respondent has a sheet in the same wave already. Of rows that
    /// one [`Reader`](super::Reader) gave, those have a fault and are left out.
    pub fn add(&mut self, rows: &Rows) -> Result<(), Error> {
        if rows.len == 0 {
            return Ok(());
        }
        if self.most.checked_add(rows.len as u32).is_none() {
            self.settle();
        }
        self.most += rows.len as u32;
        let groups = self.groups.of(rows);
        for cell in self.groups.cells().skip(self.places.len()) {
            self.places.push(self.survey.place(&cell));
        }
        self.sheets.resize(self.places.len(), 0);
        self.counters.resize(self.places.len(), [[0; 16]; STATEMENTS]);
        if let Some(respondents) = &rows.labels.respondent {
            self.respondents(rows, respondents, &groups)?;
        }
        let mut sheets = vec![[0u8; 32]; rows.len];
        let mut bytes = [0u8; ROWS];
        for (from, sheets) in (0..).step_by(ROWS).zip(sheets.chunks_mut(ROWS)) {
            for (statement, codes) in rows.codes.iter().enumerate() {
                codes.bytes(from, &mut bytes);
                for (sheet, byte) in sheets.iter_mut().zip(&bytes) {
                    if let Some(to) = sheet.get_mut(statement) {
                        *to = *byte;
                    }
                }
            }
        }
        for row in by_group(&groups, self.places.len()) {
            let (Some(sheet), Some(group)) = (sheets.get(row as usize), groups.get(row as usize)) else { continue };
            let group = *group as usize;
            let (Some(counters), Some(count)) = (self.counters.get_mut(group), self.sheets.get_mut(group)) else {
                continue;
            };
            *count += 1;
            for (counters, code) in counters.iter_mut().zip(sheet) {
                if let Some(counter) = counters.get_mut(usize::from(code & 15)) {
                    *counter += 1;
                }
            }
        }
        Ok(())
    }

    fn respondents(&mut self, rows: &Rows, respondents: &ArrayRef, groups: &[u32]) -> Result<(), Error> {
        let mut done = Ok(());
        let mut row = 0;
        each(respondents, &mut |pseudonym| {
            let place = groups.get(row).and_then(|group| self.places.get(*group as usize));
            if let (Some(pseudonym), Some(place), Ok(())) = (pseudonym, place, &done) {
                let bit =
                    |(statement, codes): (u64, &Codes)| u64::from((1..=HIGHEST).contains(&codes.get(row))) << statement;
                let scored = (0..).zip(&rows.codes).map(bit).fold(0, |bits, bit| bits | bit);
                done = self.survey.seen(*place, pseudonym, scored);
            }
            row += 1;
        });
        done
    }

    /// The survey of all sheets.
    pub fn survey(mut self) -> Survey {
        self.settle();
        self.survey
    }

    /// Brings what was counted apart to the survey.
    fn settle(&mut self) {
        self.most = 0;
        for ((place, sheets), counters) in self.places.iter().zip(&mut self.sheets).zip(&mut self.counters) {
            let Some(tallies) = self.survey.tallies_mut(*place) else { continue };
            tallies.sheets += u64::from(std::mem::take(sheets));
            for (tally, counters) in tallies.items.iter_mut().zip(counters) {
                let [not_answered, scores @ .., _, _, _] = std::mem::take(counters).map(u64::from);
                let [scores @ .., not_applicable, dont_know] = scores;
                tally.merge(&Tally { scores, not_answered, not_applicable, dont_know });
            }
        }
    }
}

/// The rows in the order of their groups: so the counters of one group are fetched once for
/// all its rows, and not for each.
fn by_group(groups: &[u32], many: usize) -> Vec<u32> {
    let rows = 0..groups.len() as u32;
    if groups.is_sorted() || many > groups.len() {
        return rows.collect();
    }
    // The last is for rows that count nowhere.
    let of = |group: &u32| many.min(*group as usize);
    let mut next = vec![0u32; many + 1];
    for group in groups {
        if let Some(next) = next.get_mut(of(group)) {
            *next += 1;
        }
    }
    let mut before = 0;
    next.iter_mut().for_each(|next| before += std::mem::replace(next, before));
    let mut order = vec![0; groups.len()];
    for (row, group) in rows.zip(groups) {
        if let Some(next) = next.get_mut(of(group)) {
            if let Some(to) = order.get_mut(*next as usize) {
                *to = row;
            }
            *next += 1;
        }
    }
    order
}
