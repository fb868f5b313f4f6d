//! Which column of a table of answers holds what.

use std::sync::Arc;

use arrow_array::RecordBatch;
use arrow_schema::{DataType, Schema};
use raakvlak::Error;
use raakvlak::checklist::{Instrument, Key};
use raakvlak::error::Code;

use super::rows::Rows;
use crate::column::place as path;

/// What a column says about a sheet, beside the answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum About {
    Respondent,
    Role,
    Team,
    Organisation,
    Municipality,
    Wave,
    Instrument,
}

/// The names of those columns, in both languages; the first is the one we write.
const ABOUT: [(About, &[&str]); 7] = [
    (About::Respondent, &["respondent"]),
    (About::Role, &["role", "rol"]),
    (About::Team, &["team"]),
    (About::Organisation, &["organisation", "organisatie", "organization"]),
    (About::Municipality, &["municipality", "gemeente"]),
    (About::Wave, &["wave", "ronde", "meting"]),
    (About::Instrument, &["instrument"]),
];
const STATEMENT: [&str; 2] = ["item", "stelling"];
const SCORE: &str = "score";

/// Which column of a table of answers holds what.
///
/// A *wide* table has a row for each sheet, with the columns `respondent`, `role`, `team`,
/// `organisation`, `municipality`, `wave`, `instrument`, `item.1` to `item.30` and
/// `item.anchoring`: all may be absent, but one of the statements must be there. A *long* table
/// has a row for each answer: instead of the statements the columns `item` and `score`, and a
/// `respondent`. The Dutch names are `rol`, `organisatie`, `gemeente`, `ronde` or `meting`,
/// `stelling.1` and so on, and `stelling`. Letters may be large or small, and the order is free.
///
/// ```
/// use arrow_schema::{DataType, Field, Schema};
/// use raakvlak_arrow::checklist::Layout;
///
/// let columns = ["Organisatie", "stelling.1", "item.2", "date of birth"];
/// let schema = Schema::new(columns.map(|name| Field::new(name, DataType::Utf8, true)).to_vec());
/// let layout = Layout::of(&schema)?;
/// assert_eq!(layout.extra(), ["date of birth"]);
/// assert_eq!(layout.absent().count(), 29);
/// # Ok::<(), raakvlak::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Layout {
    about: [Option<Place>; ABOUT.len()],
    pub(crate) form: Form,
    extra: Vec<String>,
}

/// A column: its place in the table, its name and its type.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Place {
    pub(crate) at: usize,
    pub(crate) name: Arc<str>,
    holds: DataType,
}

/// Where the answers stand.
#[derive(Debug, Clone)]
pub(crate) enum Form {
    /// By place of the statement.
    Wide(Vec<Option<Place>>),
    Long {
        statement: Place,
        score: Place,
    },
}

impl Layout {
    /// Finds the columns by their names.
    ///
    /// # Errors
    /// - `field.missing`: no column holds answers, or a long table has no respondents
    /// - `field.repeated`: two columns hold the same, or the table is wide and long
    /// - `checklist.item`: a column is named after a statement that does not exist
    /// - `value.wrong-type`: a column is of a type that cannot hold what it should
    pub fn of(schema: &Schema) -> Result<Layout, Error> {
        let instrument = Instrument::current();
        let mut about: [Option<Place>; ABOUT.len()] = Default::default();
        let mut items: Vec<Option<Place>> = vec![None; instrument.items().len()];
        let (mut statement, mut score) = (None, None);
        let mut extra = Vec::new();
        for (at, field) in schema.fields().iter().enumerate() {
            let name = field.name().trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').to_lowercase();
            let holds = field.data_type();
            let (slot, fits) = if let Some((_, slot)) =
                ABOUT.iter().zip(&mut about).find(|((_, names), _)| names.contains(&name.as_str()))
            {
                (slot, is_label(holds))
            } else if STATEMENT.contains(&name.as_str()) {
                (&mut statement, is_label(holds))
            } else if name == SCORE {
                (&mut score, is_answer(holds))
            } else if let Some(slot) = item(&name)?.and_then(|place| items.get_mut(place)) {
                (slot, is_answer(holds))
            } else {
                extra.push(field.name().clone());
                continue;
            };
            if !fits {
                return Err(wrong_type(field.name(), holds));
            }
            let place = Place { at, name: field.name().as_str().into(), holds: holds.clone() };
            if let Some(first) = slot.replace(place) {
                let message = format!("the columns `{}` and `{}` hold the same", first.name, field.name());
                return Err(Error::new(Code::FieldRepeated, message).at(path(field.name())));
            }
        }
        let wide = items.iter().any(Option::is_some);
        let form = match (wide, statement, score) {
            (true, None, None) => Form::Wide(items),
            (false, Some(statement), Some(score)) => Form::Long { statement, score },
            (true, Some(column), _) | (true, _, Some(column)) => {
                let message = "a table has a row for each sheet or for each answer, not both".to_owned();
                return Err(Error::new(Code::FieldRepeated, message).at(path(&column.name)));
            }
            _ => {
                return Err(Error::new(Code::FieldMissing, "no column holds answers")
                    .with_help("name them item.1 to item.30 and item.anchoring, or have the columns item and score"));
            }
        };
        let layout = Layout { about, form, extra };
        if matches!(layout.form, Form::Long { .. }) && layout.about(About::Respondent).is_none() {
            let message = "a table with a row for each answer needs the column `respondent`";
            return Err(Error::new(Code::FieldMissing, message)
                .with_help("a pseudonym tells which answers were given on one sheet"));
        }
        Ok(layout)
    }

    /// The columns that hold nothing of the checklist, by their names. They are not looked at.
    pub fn extra(&self) -> &[String] {
        &self.extra
    }

    /// The statements without a column, by their names: they count as not answered.
    pub fn absent(&self) -> impl Iterator<Item = &'static str> {
        let items = Instrument::current().items().iter();
        let columns = match &self.form {
            Form::Wide(columns) => columns.as_slice(),
            Form::Long { .. } => &[],
        };
        items.zip(columns).filter(|(_, column)| column.is_none()).map(|(item, _)| item.name())
    }

    /// Whether a row is a sheet, or one answer.
    pub fn is_wide(&self) -> bool {
        matches!(self.form, Form::Wide(_))
    }

    /// Whether a column says this of each sheet.
    pub fn states(&self, key: Key) -> bool {
        self.about(match key {
            Key::Municipality => About::Municipality,
            Key::Organisation => About::Organisation,
            Key::Team => About::Team,
            Key::Role => About::Role,
            Key::Wave => About::Wave,
        })
        .is_some()
    }

    pub(crate) fn about(&self, about: About) -> Option<&Place> {
        ABOUT.iter().zip(&self.about).find(|((other, _), _)| *other == about).and_then(|(_, place)| place.as_ref())
    }

    /// Whether a table has the columns that this was made of.
    pub(crate) fn check(&self, table: &RecordBatch) -> Result<(), Error> {
        let columns: &mut dyn Iterator<Item = &Place> = match &self.form {
            Form::Wide(items) => &mut items.iter().flatten(),
            Form::Long { statement, score } => &mut [statement, score].into_iter(),
        };
        let fields = table.schema_ref().fields();
        let stands = |place: &Place| {
            fields.get(place.at).is_some_and(|field| field.name() == &*place.name && *field.data_type() == place.holds)
        };
        match self.about.iter().flatten().chain(columns).find(|place| !stands(place)) {
            None => Ok(()),
            Some(place) => {
                let message = format!("the column `{}` is not where it was, or of another type", place.name);
                Err(Error::new(Code::ValueType, message).at(path(&place.name)))
            }
        }
    }

    /// Reads the rows of a wide table, by themselves: rows are counted from 0, and nothing is
    /// known of the rows of other tables. For a whole stream there is
    /// [`Reader`](super::Reader).
    ///
    /// # Errors
    /// `value.wrong-type` where the table has other columns than this was made of.
    pub fn read(&self, table: &RecordBatch) -> Result<Rows, Error> {
        self.check(table)?;
        Ok(Rows::read(self, table))
    }
}

/// The statement that a column is named after; none for a column of something else.
fn item(name: &str) -> Result<Option<usize>, Error> {
    let Some((prefix, rest)) = name.split_once('.') else { return Ok(None) };
    if !STATEMENT.contains(&prefix) {
        return Ok(None);
    }
    match statement(rest) {
        Some(place) => Ok(Some(place)),
        None if rest.bytes().all(|b| b.is_ascii_digit()) => {
            Instrument::current().place(rest).map(Some).map_err(|e| e.at(path(name)))
        }
        None => Ok(None),
    }
}

/// The place of a statement, by how a table names it: `7`, `item.7`, `stelling 7`, `anchoring`.
pub(crate) fn statement(name: &str) -> Option<usize> {
    let name = name.trim().to_lowercase();
    let bare = STATEMENT.iter().find_map(|prefix| name.strip_prefix(prefix));
    let bare = bare.map_or(name.as_str(), |bare| bare.trim_start_matches(['.', ' ', '-', '_']));
    Instrument::current().place(if bare == "borging" { "anchoring" } else { bare }).ok()
}

/// Whether a type can hold names.
fn is_label(holds: &DataType) -> bool {
    match holds {
        DataType::Dictionary(_, values) => is_label(values) && !matches!(**values, DataType::Dictionary(..)),
        DataType::Date32 => true,
        _ => is_answer(holds),
    }
}

/// Whether a type can hold answers.
fn is_answer(holds: &DataType) -> bool {
    match holds {
        DataType::Dictionary(_, values) => is_answer(values) && !matches!(**values, DataType::Dictionary(..)),
        DataType::Null | DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View => true,
        DataType::Float32 | DataType::Float64 => true,
        _ => holds.is_integer(),
    }
}

fn wrong_type(column: &str, holds: &DataType) -> Error {
    let message = format!("the column `{column}` must hold text or whole numbers, and is of the type {holds}");
    Error::new(Code::ValueType, message).at(path(column))
}
