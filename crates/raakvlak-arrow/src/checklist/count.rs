//! The answers of groups, counted from columns.

use arrow_array::ArrayRef;
use hashbrown::HashMap;
use raakvlak::Error;
use raakvlak::checklist::{Cell, Role, Survey, Tally};

use super::codes::{Codes, HIGHEST};
use super::label::{Words, each};
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
#[derive(Debug, Clone, Default)]
pub struct Counts {
    /// The names in the columns of groups, in the order of [`COLUMNS`].
    words: [Words; COLUMNS],
    /// For each of those: what stands above with what stands there.
    levels: [Level; COLUMNS],
    /// The groups, one more than their numbers: by the number of the last level, and by role.
    numbers: Vec<[u32; ROLES]>,
    survey: Survey,
    /// By group: its place in the survey.
    places: Vec<usize>,
    /// By group: how many sheets are not yet in the survey, and how they are answered.
    sheets: Vec<u32>,
    counters: Vec<Counters>,
    /// How many sheets there are, at the most, in any of them.
    most: u32,
}

/// Municipality, organisation, team and wave.
const COLUMNS: usize = 4;
/// The roles, and none.
const ROLES: usize = Role::ALL.len() + 1;

/// The group of a row that counts nowhere.
const NO_GROUP: u32 = u32::MAX;

/// How often each code was given to each statement.
type Counters = [[u32; 16]; STATEMENTS];
const STATEMENTS: usize = 31;

/// Numbers for what stands above together with what stands here.
#[derive(Debug, Clone, Default)]
struct Level {
    /// Where nothing stands above.
    first: Vec<u32>,
    pairs: HashMap<(u32, u32), u32>,
    last: ((u32, u32), u32),
    many: u32,
}

impl Level {
    fn number(&mut self, above: u32, here: u32) -> u32 {
        if above == 0 && here == 0 {
            return 0;
        }
        if above == 0 {
            let here = here as usize;
            self.first.resize(self.first.len().max(here + 1), 0);
            let Some(first) = self.first.get_mut(here) else { return 0 };
            if *first == 0 {
                self.many += 1;
                *first = self.many;
            }
            return *first;
        }
        if self.last.0 == (above, here) {
            return self.last.1;
        }
        let number = *self.pairs.entry((above, here)).or_insert_with(|| {
            self.many += 1;
            self.many
        });
        self.last = ((above, here), number);
        number
    }
}

/// Rows that are counted at once.
const ROWS: usize = 1 << 10;

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
        let groups = self.groups(rows);
        if let Some(respondents) = &rows.labels.respondent {
            self.respondents(rows, respondents, &groups)?;
        }
        let mut sheets = Box::new([[0u8; 32]; ROWS]);
        let mut bytes = [0u8; ROWS];
        for (from, groups) in (0..).step_by(ROWS).zip(groups.chunks(ROWS)) {
            for (statement, codes) in rows.codes.iter().enumerate() {
                codes.bytes(from, &mut bytes);
                for (sheet, byte) in sheets.iter_mut().zip(&bytes) {
                    if let Some(to) = sheet.get_mut(statement) {
                        *to = *byte;
                    }
                }
            }
            for (group, sheet) in groups.iter().zip(sheets.iter()) {
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
        }
        Ok(())
    }

    /// The group of each row that counts.
    fn groups(&mut self, rows: &Rows) -> Vec<u32> {
        let labels = &rows.labels;
        let columns = [&labels.municipality, &labels.organisation, &labels.team, &labels.wave];
        let mut groups: Vec<u32> = vec![0; rows.len];
        let mut ids: [Vec<u32>; COLUMNS] = Default::default();
        let above = columns.into_iter().zip(&mut self.words).zip(&mut self.levels).zip(&mut ids);
        for (((column, words), level), ids) in above {
            let Some(column) = column else { continue };
            *ids = words.of(column);
            groups.iter_mut().zip(ids.iter()).for_each(|(group, here)| *group = level.number(*group, *here));
        }
        for row in &rows.faulty {
            if let Some(group) = groups.get_mut(*row) {
                *group = NO_GROUP;
            }
        }
        let mut roles = rows.roles.iter().copied().chain(std::iter::repeat(0));
        for (row, group) in groups.iter_mut().enumerate() {
            let role = roles.next().unwrap_or_default();
            if *group == NO_GROUP {
                continue;
            }
            let above = *group as usize;
            self.numbers.resize(self.numbers.len().max(above + 1), [0; ROLES]);
            let numbers = self.numbers.get_mut(above);
            let Some(number) = numbers.and_then(|of| of.get_mut(usize::from(role))) else { continue };
            if *number == 0 {
                *number = self.places.len() as u32 + 1;
                let name = |at: usize| {
                    let id = ids.get(at)?.get(row)?.checked_sub(1)?;
                    self.words.get(at)?.all().get(id as usize).map(|word| word.to_string())
                };
                let (municipality, organisation, team, wave) = (name(0), name(1), name(2), name(3));
                let cell = Cell { municipality, organisation, team, role: rows.role(row), wave };
                self.places.push(self.survey.place(&cell));
                self.sheets.push(0);
                self.counters.push([[0; 16]; STATEMENTS]);
            }
            *group = *number - 1;
        }
        groups
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
