//! The answers of many: counted per team, organisation, municipality, role and wave.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap};

use super::{Answer, Instrument, Role, Sheet, Tallies, Tally};
use crate::boundary::{SurveyDocument, SurveyedCell, SurveyedPerson, read};
use crate::error::{Code, Error};
use crate::observation::shorten;
use crate::order;

/// Where a sheet was filled in: the smallest group that is counted. What is not stated is
/// not known; such sheets count in what lies above.
///
/// Cells stand in the order of their names, in which numbers count by their worth: wave 9 comes before wave 10.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Cell {
    /// The municipality.
    pub municipality: Option<String>,
    /// The organisation.
    pub organisation: Option<String>,
    /// The team.
    pub team: Option<String>,
    /// The part that the respondents have in the work.
    pub role: Option<Role>,
    /// The wave: the round in which the checklist was filled in.
    pub wave: Option<String>,
}

impl Ord for Cell {
    fn cmp(&self, other: &Cell) -> Ordering {
        let name = |of: fn(&Cell) -> &Option<String>| by_name(of(self), of(other));
        name(|cell| &cell.municipality)
            .then_with(|| name(|cell| &cell.organisation))
            .then_with(|| name(|cell| &cell.team))
            .then_with(|| self.role.cmp(&other.role))
            .then_with(|| name(|cell| &cell.wave))
    }
}

impl PartialOrd for Cell {
    fn partial_cmp(&self, other: &Cell) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The order of two names, of which one that is not stated comes first.
pub(super) fn by_name(one: &Option<String>, other: &Option<String>) -> Ordering {
    match (one, other) {
        (Some(one), Some(other)) => order::by_name(one, other),
        _ => one.is_some().cmp(&other.is_some()),
    }
}

/// A respondent, recognised over waves without the pseudonym itself being kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Person(u128);

impl Person {
    fn of(pseudonym: &str) -> Person {
        let [one, ..] = *hmac_sha256::Hash::hash(pseudonym.as_bytes()).as_chunks::<16>().0 else { return Person(0) };
        Person(u128::from_be_bytes(one))
    }
}

/// Which statements a respondent gave a score for, and in which cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Visit {
    pub(crate) cell: usize,
    /// Bit i is set where statement i has a score.
    pub(crate) scored: u64,
}

/// The answers of any number of respondents, counted per [`Cell`].
///
/// Everything is counted in whole numbers. So parts of a large survey may be counted apart,
/// on other machines too, and [merged](Survey::merge) in any order.
///
/// ```
/// use raakvlak::checklist::{Answer, Cell, Respondent, Sheet, Survey};
///
/// let mut survey = Survey::default();
/// for n in 0..12 {
///     let mut sheet = Sheet::new(Respondent { pseudonym: Some(format!("r{n}")), role: None });
///     sheet.answer("1", Answer::read(if n < 4 { "3" } else { "8" })?)?;
///     survey.add(&Cell { team: Some("Noord".into()), ..Cell::default() }, &sheet)?;
/// }
/// assert_eq!(survey.sheets(), 12);
/// # Ok::<(), raakvlak::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Survey {
    cells: Vec<(Cell, Tallies)>,
    places: HashMap<Cell, usize>,
    /// The waves, and of each who took part.
    people: HashMap<(Person, usize), Visit>,
    waves: Vec<Option<String>>,
}

impl PartialEq for Survey {
    fn eq(&self, other: &Self) -> bool {
        self.ordered() == other.ordered() && self.visits() == other.visits()
    }
}

impl Survey {
    /// Counts a sheet.
    ///
    /// # Errors
    /// `checklist.repeated` where the respondent has a sheet in this wave already.
    pub fn add(&mut self, cell: &Cell, sheet: &Sheet) -> Result<(), Error> {
        let cell = Cell { role: cell.role.or(sheet.respondent.role), ..cell.clone() };
        let place = self.place(&cell);
        if let Some(pseudonym) = &sheet.respondent.pseudonym {
            let bits = (0..).zip(sheet.answers()).filter(|(_, answer)| answer.score().is_some());
            self.seen(place, pseudonym, bits.fold(0, |bits, (place, _): (u32, &Answer)| bits | 1 << place))?;
        }
        if let Some(tallies) = self.tallies_mut(place) {
            tallies.add(sheet);
        }
        Ok(())
    }

    /// The place of a cell, made where it is new.
    pub fn place(&mut self, cell: &Cell) -> usize {
        if let Some(place) = self.places.get(cell) {
            return *place;
        }
        self.places.insert(cell.clone(), self.cells.len());
        self.cells.push((cell.clone(), Tallies::default()));
        self.cells.len() - 1
    }

    /// The counts of a cell, to be added to.
    pub fn tallies_mut(&mut self, place: usize) -> Option<&mut Tallies> {
        self.cells.get_mut(place).map(|(_, tallies)| tallies)
    }

    /// Notes that a respondent filled in a sheet in a cell, and for which statements they
    /// gave a score: bit i for statement i. That is what comparing waves safely takes.
    ///
    /// # Errors
    /// `checklist.repeated` where the respondent has a sheet in this wave already.
    pub fn seen(&mut self, place: usize, pseudonym: &str, scored: u64) -> Result<(), Error> {
        let wave = self.cells.get(place).and_then(|(cell, _)| cell.wave.clone());
        let wave = self.wave(wave);
        let person = (Person::of(pseudonym), wave);
        if self.people.contains_key(&person) {
            let wave = self.waves.get(wave).and_then(Option::as_deref);
            let wave = wave.map_or_else(String::new, |wave| format!(" in wave `{}`", shorten(wave)));
            return Err(repeated(format!("the respondent `{}` stands twice{wave}", shorten(pseudonym))));
        }
        self.people.insert(person, Visit { cell: place, scored });
        Ok(())
    }

    fn wave(&mut self, wave: Option<String>) -> usize {
        self.waves.iter().position(|known| *known == wave).unwrap_or_else(|| {
            self.waves.push(wave);
            self.waves.len() - 1
        })
    }

    /// Adds another survey to this one. In whatever order, the sum is the same.
    ///
    /// # Errors
    /// `checklist.repeated` where a respondent has a sheet of the same wave in both.
    pub fn merge(&mut self, other: &Survey) -> Result<(), Error> {
        let waves: Vec<usize> = other.waves.iter().map(|wave| self.wave(wave.clone())).collect();
        let places: Vec<usize> = other.cells.iter().map(|(cell, _)| self.place(cell)).collect();
        let visits = other.people.iter().filter_map(|((person, wave), visit)| {
            let visit = Visit { cell: *places.get(visit.cell)?, ..*visit };
            Some(((*person, *waves.get(*wave)?), visit))
        });
        let visits: Vec<_> = visits.collect();
        if visits.iter().any(|(person, _)| self.people.contains_key(person)) {
            return Err(repeated("a respondent stands twice in the same wave".to_owned()));
        }
        self.people.extend(visits);
        for (place, (_, more)) in places.into_iter().zip(&other.cells) {
            if let Some(tallies) = self.tallies_mut(place) {
                tallies.merge(more);
            }
        }
        Ok(())
    }

    /// The counts as a document, the same bytes in whatever order they were made.
    pub fn to_document(&self) -> SurveyDocument {
        let cells = self.ordered();
        let places: HashMap<&Cell, usize> = cells.keys().copied().zip(0..).collect();
        let person = |((person, _), (cell, scored)): ((Person, Option<&str>), (&Cell, u64))| SurveyedPerson {
            person: format!("{:032x}", person.0),
            cell: places.get(cell).copied().unwrap_or_default(),
            given: scored,
        };
        SurveyDocument {
            schema: Cow::Borrowed("raakvlak.survey.v1"),
            instrument: Instrument::current().named_as(),
            people: self.visits().into_iter().map(person).collect(),
            cells: cells.into_iter().map(|(cell, tallies)| surveyed(cell, tallies)).collect(),
        }
    }

    /// Reads the counts of a part of a survey.
    ///
    /// # Errors
    /// `document.*`, `field.*` and `value.*` for a text that is no such document;
    /// `checklist.instrument` for another checklist; `checklist.repeated` for a respondent with
    /// two sheets in one wave.
    pub fn from_json(json: &str) -> Result<Survey, Error> {
        let document: SurveyDocument = read(json, "raakvlak.survey")?;
        let SurveyDocument { instrument, cells, people, .. } = document;
        Instrument::named(&instrument.id, instrument.version).map_err(|e| e.at("$.instrument"))?;
        let mut survey = Survey::default();
        let mut places = Vec::with_capacity(cells.len());
        for (at, cell) in cells.into_iter().enumerate() {
            let items: Vec<Tally> = cell.items.into_iter().map(Tally::from_counts).collect();
            let statements = Instrument::current().items().len();
            if items.len() != statements {
                let message = format!("there are {} statements, not {}", statements, items.len());
                return Err(Error::new(Code::ValueType, message).at(format!("$.cells[{at}].items")));
            }
            let (municipality, organisation) = (cell.municipality, cell.organisation);
            let key = Cell { municipality, organisation, team: cell.team, role: cell.role, wave: cell.wave };
            let place = survey.place(&key);
            places.push(place);
            if let Some(tallies) = survey.tallies_mut(place) {
                tallies.merge(&Tallies { sheets: cell.sheets, items });
            }
        }
        for (at, visit) in people.into_iter().enumerate() {
            let path = format!("$.people[{at}]");
            let person = u128::from_str_radix(&visit.person, 16).ok().filter(|_| visit.person.len() == 32);
            let person = person.ok_or_else(|| {
                Error::new(Code::ValueType, "a respondent is 32 hexadecimal digits").at(format!("{path}.person"))
            })?;
            let place = places.get(visit.cell).copied();
            let Some((place, wave)) = place.and_then(|at| Some((at, survey.cells.get(at)?.0.wave.clone()))) else {
                return Err(Error::new(Code::ValueUnknown, "there is no such cell").at(format!("{path}.cell")));
            };
            let wave = survey.wave(wave);
            let visit = Visit { cell: place, scored: visit.given };
            if survey.people.insert((Person(person), wave), visit).is_some() {
                return Err(repeated("a respondent stands twice in the same wave".to_owned()).at(path));
            }
        }
        Ok(survey)
    }

    /// How many sheets were counted.
    pub fn sheets(&self) -> u64 {
        self.cells.iter().map(|(_, tallies)| tallies.sheets).sum()
    }

    /// The cells with their counts, in their order.
    pub fn cells(&self) -> impl Iterator<Item = (&Cell, &Tallies)> {
        self.ordered().into_iter()
    }

    fn ordered(&self) -> BTreeMap<&Cell, &Tallies> {
        self.cells.iter().map(|(cell, tallies)| (cell, tallies)).collect()
    }

    /// Who took part in which wave, in an order that is always the same.
    pub(crate) fn visits(&self) -> BTreeMap<(Person, Option<&str>), (&Cell, u64)> {
        let visit = |((person, wave), visit): (&(Person, usize), &Visit)| {
            let wave = self.waves.get(*wave).and_then(Option::as_deref);
            self.cells.get(visit.cell).map(|(cell, _)| ((*person, wave), (cell, visit.scored)))
        };
        self.people.iter().filter_map(visit).collect()
    }
}

fn surveyed(cell: &Cell, tallies: &Tallies) -> SurveyedCell {
    let Cell { municipality, organisation, team, role, wave } = cell.clone();
    let items = tallies.items.iter().map(Tally::counts).collect();
    SurveyedCell { municipality, organisation, team, role, wave, sheets: tallies.sheets, items }
}

fn repeated(message: String) -> Error {
    Error::new(Code::ChecklistRepeated, message).with_help("one sheet per respondent and wave")
}
