//! The sheets of a table: a row each.

use std::sync::Arc;

use arrow_array::{Array, ArrayRef, RecordBatch};
use raakvlak::checklist::{Answer, Cell, Instrument, Respondent, Role, Sheet};

use super::codes::{Codes, answer};
use super::fault::{Expected, Fault, shown};
use super::label;
use super::layout::{About, Form, Layout, Place};

/// What stands in a row without a role, or of an instrument that is not named.
const NONE: u8 = 0;
/// What cannot be read.
const WRONG: u8 = u8::MAX;

/// The sheets of a table, and what is wrong in them. A row with a fault counts nowhere.
#[derive(Debug, Clone)]
pub struct Rows {
    pub(crate) len: usize,
    /// The number of the first row over all tables.
    pub(crate) first: u64,
    /// By place of the statement.
    pub(crate) codes: Vec<Codes>,
    pub(crate) labels: Labels,
    /// Places in [`Role::ALL`], from 1 on; empty where nobody has a role.
    pub(crate) roles: Vec<u8>,
    pub(crate) faults: Vec<Fault>,
    /// The rows with a fault, in their order.
    pub(crate) faulty: Vec<usize>,
}

/// The columns of names.
#[derive(Debug, Clone, Default)]
pub(crate) struct Labels {
    /// Whether there is a column of roles; they are read apart.
    pub(crate) role: bool,
    pub(crate) respondent: Option<ArrayRef>,
    pub(crate) team: Option<ArrayRef>,
    pub(crate) organisation: Option<ArrayRef>,
    pub(crate) municipality: Option<ArrayRef>,
    pub(crate) wave: Option<ArrayRef>,
}

impl Labels {
    pub(crate) fn of(layout: &Layout, table: &RecordBatch) -> Labels {
        let column = |about| layout.about(about).and_then(|place| table.columns().get(place.at)).cloned();
        Labels {
            role: layout.about(About::Role).is_some(),
            respondent: column(About::Respondent),
            team: column(About::Team),
            organisation: column(About::Organisation),
            municipality: column(About::Municipality),
            wave: column(About::Wave),
        }
    }
}

impl Rows {
    pub(crate) fn read(layout: &Layout, table: &RecordBatch) -> Rows {
        let mut faults = Vec::new();
        let roles = roles(layout, table, &mut faults);
        instruments(layout, table, &mut faults);
        let columns: &[Option<Place>] = match &layout.form {
            Form::Wide(columns) => columns,
            Form::Long { .. } => &[],
        };
        let mut wrong = Vec::new();
        let codes = columns.iter().map(|column| {
            let array = column.as_ref().and_then(|place| Some((place, table.columns().get(place.at)?)));
            array.map_or(Codes::Nothing, |(place, array)| {
                let codes = Codes::read(array, &mut wrong);
                faults.extend(wrong.drain(..).map(|row| fault(place, array, row, Expected::Answer)));
                codes
            })
        });
        let codes = codes.collect();
        let mut rows = Rows {
            len: if layout.is_wide() { table.num_rows() } else { 0 },
            first: 0,
            codes,
            labels: Labels::of(layout, table),
            roles,
            faults,
            faulty: Vec::new(),
        };
        rows.settle();
        rows
    }

    /// Puts the faults in the order of the rows, and within a row in that of the columns.
    pub(crate) fn settle(&mut self) {
        self.faults.sort_by_key(|fault| fault.row);
        self.faulty = self.faults.iter().map(|fault| (fault.row - self.first) as usize).collect();
        self.faulty.dedup();
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The number of the first row, counted over all tables that were read.
    pub fn first(&self) -> u64 {
        self.first
    }

    /// What is wrong, in the order of the rows.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// Whether something is wrong in a row of these: it counts nowhere.
    pub fn is_faulty(&self, row: usize) -> bool {
        self.faulty.binary_search(&row).is_ok()
    }

    /// The answer in a row of these to a statement, by its place.
    pub fn answer(&self, row: usize, statement: usize) -> Answer {
        self.codes.get(statement).map_or(Answer::NotAnswered, |codes| answer(codes.get(row)))
    }

    /// The role in a row of these.
    pub fn role(&self, row: usize) -> Option<Role> {
        let role = self.roles.get(row).copied().unwrap_or(NONE);
        Role::ALL.get(usize::from(role).checked_sub(1)?).copied()
    }

    pub(crate) fn has_roles(&self) -> bool {
        self.labels.role
    }

    /// Where the sheet in a row of these was filled in.
    pub fn cell(&self, row: usize) -> Cell {
        let name = |column: &Option<ArrayRef>| column.as_ref().and_then(|array| name(array, row));
        let Labels { team, organisation, municipality, wave, .. } = &self.labels;
        Cell {
            municipality: name(municipality),
            organisation: name(organisation),
            team: name(team),
            role: self.role(row),
            wave: name(wave),
        }
    }

    /// A row of these as a sheet, with the pseudonym and the role.
    pub fn sheet(&self, row: usize) -> Sheet {
        let pseudonym = self.labels.respondent.as_ref().and_then(|array| name(array, row));
        let mut sheet = Sheet::new(Respondent { pseudonym, role: self.role(row) });
        for (item, statement) in Instrument::current().items().iter().zip(0..) {
            // The statement is one of the instrument's own.
            let _ = sheet.answer(item.id, self.answer(row, statement));
        }
        sheet
    }
}

/// What stands in a row of a column.
pub(crate) fn name(array: &dyn Array, row: usize) -> Option<String> {
    let mut name = None;
    if row < array.len() {
        label::each(&array.slice(row, 1), &mut |word| name = word.map(str::to_owned));
    }
    name
}

pub(crate) fn fault(place: &Place, array: &dyn Array, row: usize, expected: Expected) -> Fault {
    let value = name(array, row).map_or_else(String::new, |value| shown(&value));
    Fault { row: row as u64, column: Arc::clone(&place.name), value, expected }
}

/// The roles, row by row.
fn roles(layout: &Layout, table: &RecordBatch, faults: &mut Vec<Fault>) -> Vec<u8> {
    one_of(layout.about(About::Role), table, Expected::Role, faults, &mut |word| {
        let place = Role::read(word).and_then(|role| Role::ALL.iter().position(|other| *other == role));
        place.map_or(WRONG, |place| place as u8 + 1)
    })
}

/// Looks whether the instruments are known.
fn instruments(layout: &Layout, table: &RecordBatch, faults: &mut Vec<Fault>) {
    one_of(layout.about(About::Instrument), table, Expected::Instrument, faults, &mut |word| {
        if instrument(word) { NONE } else { WRONG }
    });
}

fn one_of(
    place: Option<&Place>,
    table: &RecordBatch,
    expected: Expected,
    faults: &mut Vec<Fault>,
    of: &mut dyn FnMut(&str) -> u8,
) -> Vec<u8> {
    let Some((place, array)) = place.and_then(|place| Some((place, table.columns().get(place.at)?))) else {
        return Vec::new();
    };
    // Rows that follow each other mostly say the same.
    let mut last = (String::new(), None);
    let found = label::map(array, NONE, &mut |word| match last.1 {
        Some(found) if last.0 == word => found,
        _ => {
            let found = of(word);
            last = (word.to_owned(), Some(found));
            found
        }
    });
    let wrong = found.iter().zip(0..).filter(|(found, _)| **found == WRONG);
    faults.extend(wrong.map(|(_, row)| fault(place, array, row, expected)));
    found
}

/// Whether an instrument is known here: its id, its version, or both, as `raakvlak.checklist.v1`.
fn instrument(word: &str) -> bool {
    let (id, version) = match word.strip_prefix(Instrument::ID) {
        Some("") => return true,
        Some(version) => (Instrument::ID, version.trim_start_matches(['.', ' ', '@']).trim_start_matches('v')),
        None => match word.parse::<u32>() {
            Ok(_) => (Instrument::ID, word),
            Err(_) => return false,
        },
    };
    version.parse().is_ok_and(|version| Instrument::named(id, version).is_ok())
}
