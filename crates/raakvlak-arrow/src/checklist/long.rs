//! Sheets put together from a table with a row for each answer.

use std::sync::Arc;

use arrow_array::types::UInt32Type;
use arrow_array::{Array, ArrayRef, DictionaryArray, PrimitiveArray, RecordBatch, StringArray};
use hashbrown::HashMap;
use raakvlak::checklist::Instrument;

use super::codes::{Codes, NOT_ANSWERED, WRONG, code};
use super::fault::Expected;
use super::label::{Words, map};
use super::layout::{About, Layout, Place, statement};
use super::rows::{Labels, Rows, fault};

/// The sheets of which a row was read.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sheets {
    respondents: Words,
    waves: Words,
    groups: [Words; GROUPS.len()],
    /// By respondent and wave.
    places: HashMap<(u32, u32), usize>,
    sheets: Vec<Sheet>,
    /// The answers of all sheets, one after the other.
    codes: Vec<u8>,
}

/// What lies above a respondent: it is the same in all rows of a sheet.
const GROUPS: [About; 3] = [About::Team, About::Organisation, About::Municipality];

#[derive(Debug, Clone, PartialEq, Eq)]
struct Sheet {
    respondent: u32,
    wave: u32,
    groups: [u32; GROUPS.len()],
    role: u8,
    /// Bit i is set where a row says something about statement i.
    stated: u64,
}

impl Sheets {
    /// Takes in the answers of a table; what is wrong goes to the faults of the rows.
    pub(crate) fn collect(
        &mut self,
        layout: &Layout,
        (item, score): (&Place, &Place),
        table: &RecordBatch,
        rows: &mut Rows,
    ) {
        let column = |about| layout.about(about).and_then(|place| Some((place, table.columns().get(place.at)?)));
        let at = |place: &Place| table.columns().get(place.at);
        let (Some(items), Some(scores), Some((who, respondents))) = (at(item), at(score), column(About::Respondent))
        else {
            return;
        };
        let of = |words: &mut Words, about| column(about).map(|(_, array)| words.of(array)).unwrap_or_default();
        let people = self.respondents.of(respondents);
        let waves = of(&mut self.waves, About::Wave);
        let groups: Vec<Vec<u32>> = self.groups.iter_mut().zip(GROUPS).map(|(words, about)| of(words, about)).collect();
        let statements = map(items, None, &mut statement);
        let codes = code(scores);
        let all = Instrument::current().items().len();

        let Rows { faults, faulty, roles, .. } = rows;
        for (row, ((respondent, statement), code)) in people.into_iter().zip(statements).zip(codes).enumerate() {
            let mut wrong = |place: &Place, array: &dyn Array, expected| {
                faults.push(fault(place, array, row, expected));
            };
            let group = |ids: &Vec<u32>| ids.get(row).copied().unwrap_or_default();
            let new = Sheet {
                respondent,
                wave: group(&waves),
                groups: std::array::from_fn(|at| groups.get(at).map(group).unwrap_or_default()),
                role: roles.get(row).copied().unwrap_or_default(),
                stated: 0,
            };
            if respondent == 0 {
                wrong(who, respondents, Expected::Respondent);
            }
            if statement.is_none() {
                wrong(item, items, Expected::Statement);
            }
            if code == WRONG {
                wrong(score, scores, Expected::Answer);
            }
            let (Some(statement), false) =
                (statement, respondent == 0 || code == WRONG || faulty.binary_search(&row).is_ok())
            else {
                continue;
            };
            let place = *self.places.entry((respondent, new.wave)).or_insert_with(|| {
                self.sheets.push(new.clone());
                self.codes.resize(self.sheets.len() * all, NOT_ANSWERED);
                self.sheets.len() - 1
            });
            let Some(sheet) = self.sheets.get_mut(place) else { continue };
            let others = GROUPS.into_iter().zip(sheet.groups.iter().zip(&new.groups));
            let mut differs: Vec<About> =
                others.filter(|(_, (one, other))| one != other).map(|(about, _)| about).collect();
            differs.extend((sheet.role != new.role).then_some(About::Role));
            for (place, array) in differs.iter().filter_map(|about| column(*about)) {
                wrong(place, array, Expected::Same);
            }
            if !differs.is_empty() {
                continue;
            }
            if sheet.stated >> statement & 1 == 1 {
                wrong(item, items, Expected::OneAnswer);
                continue;
            }
            sheet.stated |= 1 << statement;
            if let Some(to) = self.codes.get_mut(place * all + statement) {
                *to = code;
            }
        }
    }

    /// The sheets as rows.
    pub(crate) fn rows(self) -> Rows {
        let all = Instrument::current().items().len();
        let column = |words: &Words, number: &dyn Fn(&Sheet) -> u32| -> Option<ArrayRef> {
            let keys: PrimitiveArray<UInt32Type> =
                self.sheets.iter().map(|sheet| number(sheet).checked_sub(1)).collect();
            let words: StringArray = words.all().iter().map(|word| Some(&**word)).collect();
            Some(Arc::new(DictionaryArray::new(keys, Arc::new(words))))
        };
        let [team, organisation, municipality] = std::array::from_fn(|at| {
            let words = self.groups.get(at)?;
            column(words, &|sheet| sheet.groups.get(at).copied().unwrap_or_default())
        });
        let labels = Labels {
            role: true,
            respondent: column(&self.respondents, &|sheet| sheet.respondent),
            wave: column(&self.waves, &|sheet| sheet.wave),
            team,
            organisation,
            municipality,
        };
        let codes = |statement| Codes::of(self.codes.iter().skip(statement).step_by(all).copied().collect());
        Rows {
            len: self.sheets.len(),
            first: 0,
            codes: (0..all).map(codes).collect(),
            labels,
            roles: self.sheets.iter().map(|sheet| sheet.role).collect(),
            faults: Vec::new(),
            faulty: Vec::new(),
        }
    }
}
