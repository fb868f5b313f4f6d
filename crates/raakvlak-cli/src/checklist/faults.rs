//! What is wrong in the rows: told one by one, and set apart.

use std::path::Path;

use raakvlak::Error;
use raakvlak::boundary::ErrorDocument;
use raakvlak::error::Code;
use raakvlak_arrow::checklist::Rows;

use super::csv::Form;
use super::output::told;
use super::progress::Progress;
use super::table::{NOT_UTF8, Part, Table, Wrong};
use crate::io::Whole;

/// How many faults are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shown {
    All,
    AtMost(u64),
}

impl std::str::FromStr for Shown {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "all" => Ok(Shown::All),
            number => number.parse().map(Shown::AtMost).map_err(|_| "a number, or all".to_owned()),
        }
    }
}

/// Tells what is wrong as it is found, and counts it.
pub(crate) struct Faults {
    shown: Shown,
    json: bool,
    faults: u64,
    rows: u64,
    rejects: Option<Rejects>,
}

/// What is wrong in a row.
struct Told {
    /// Its place among what stood there.
    place: usize,
    code: Code,
    column: String,
    value: String,
    expected: String,
    help: Option<&'static str>,
}

impl Faults {
    pub(crate) fn new(shown: Shown, json: bool, rejects: Option<Rejects>) -> Faults {
        Faults { shown, json, faults: 0, rows: 0, rejects }
    }

    /// Takes in what is wrong in some rows of a file.
    pub(crate) fn take(
        &mut self,
        file: &str,
        table: &Table,
        part: &Part,
        rows: &Rows,
        progress: &mut Progress,
    ) -> Result<(), Error> {
        let mut told: Vec<Told> = part.wrong.iter().map(|(place, wrong)| Told::unreadable(*place, wrong)).collect();
        told.extend(rows.faults().iter().map(|fault| Told {
            place: part.place((fault.row - rows.first()) as usize),
            code: fault.expected.code(),
            column: fault.column.to_string(),
            value: fault.value.clone(),
            expected: fault.expected.to_string(),
            help: None,
        }));
        told.sort_by_key(|told| told.place);
        for told in told.chunk_by(|one, other| one.place == other.place) {
            let Some(place) = told.first().map(|told| told.place) else { continue };
            self.rows += 1;
            let number = part.number(place);
            for told in told {
                self.faults += 1;
                if self.rejects.is_none() && self.shows() {
                    progress.clear();
                    self.tell(file, table.counts(), number, told);
                }
            }
            if let Some(rejects) = &mut self.rejects {
                let why: Vec<String> = told.iter().map(Told::why).collect();
                rejects.write(table, file, number, &why.join("; "), &part.fields(place))?;
            }
        }
        Ok(())
    }

    fn shows(&self) -> bool {
        match self.shown {
            Shown::All => true,
            Shown::AtMost(most) => self.faults <= most,
        }
    }

    fn tell(&self, file: &str, counts: &str, number: u64, told: &Told) {
        if self.json {
            let path = if told.column.is_empty() {
                String::new()
            } else {
                format!("$['{}']", told.column.replace('\'', "\\'"))
            };
            let error = Error::new(told.code, format!("{file}, {counts} {number}: {}", told.what())).at(path);
            let error = error.with_help(told.help.unwrap_or_default());
            let line = Some(number);
            let document = ErrorDocument { line, ..ErrorDocument::from(&error) };
            tell!("{}", serde_json::to_string(&document).unwrap_or_default());
        } else {
            let file: String = file.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
            tell!("{file}, {counts} {number}{}", told.why_there());
        }
    }

    /// How many rows have faults.
    pub(crate) fn rows(&self) -> u64 {
        self.rows
    }

    /// Ends with an error where something is wrong that was not set apart; puts the rows that were
    /// set apart in their place.
    pub(crate) fn settle(self, of: u64) -> Result<(), Error> {
        if let Some(rejects) = self.rejects {
            return rejects.place();
        }
        if self.faults == 0 {
            return Ok(());
        }
        let more = match self.shown {
            Shown::AtMost(most) if self.faults > most => format!("; {most} are shown"),
            _ => String::new(),
        };
        let (rows, faults) = (self.rows, self.faults);
        let word = if faults == 1 { "fault" } else { "faults" };
        let message = format!("{faults} {word} in {rows} of {of} rows{more}; nothing was scored");
        Err(Error::new(Code::TableFaulty, message).with_help(
            "mend them, or set these rows apart with --rejects FILE and score the others; --faults all shows every fault",
        ))
    }
}

impl Told {
    fn unreadable(place: usize, wrong: &Wrong) -> Told {
        match wrong {
            Wrong::Fields { found, expected, broken } => Told {
                place,
                code: Code::ValueType,
                column: String::new(),
                value: format!("{found} fields"),
                expected: format!("{expected} fields, as in the header"),
                help: broken.then_some("a quotation mark may not be closed"),
            },
            Wrong::Quotation => Told {
                place,
                code: Code::ValueType,
                column: String::new(),
                value: "a quotation mark that is not closed here, with the rows behind it".to_owned(),
                expected: "one that is closed, or none".to_owned(),
                help: None,
            },
            Wrong::Encoding { column, value } => Told {
                place,
                code: Code::FileUnreadable,
                column: column.clone(),
                value: value.chars().take(60).collect(),
                expected: "UTF-8 text".to_owned(),
                help: Some(NOT_UTF8),
            },
        }
    }

    fn what(&self) -> String {
        // What stands in a file must not steer the terminal.
        let value: String = self.value.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let value = if self.column.is_empty() { value } else { format!("`{value}`") };
        format!("{value}; expected {}", self.expected)
    }

    fn why(&self) -> String {
        let help = self.help.map(|help| format!(" ({help})")).unwrap_or_default();
        if self.column.is_empty() {
            format!("{}{help}", self.what())
        } else {
            format!("column {}: {}{help}", self.column, self.what())
        }
    }

    fn why_there(&self) -> String {
        if self.column.is_empty() { format!(": {}", self.why()) } else { format!(", {}", self.why()) }
    }
}

/// The columns that come before those of the table.
const BEFORE: [&str; 3] = ["file", "row", "fault"];

/// A CSV file for the rows with faults, as they stood, with where and why before them. Mended, it
/// can be scored as it is.
pub(crate) struct Rejects {
    to: csv::Writer<Whole>,
    path: std::path::PathBuf,
    /// The columns of all files.
    columns: Vec<Vec<u8>>,
}

impl Rejects {
    /// Writes the header: the columns of all files that will be read.
    pub(crate) fn create(path: &Path, files: &[Vec<Vec<u8>>], form: Form) -> Result<Rejects, Error> {
        let mut columns: Vec<Vec<u8>> = Vec::new();
        for column in files.iter().flatten() {
            // Rows that were set apart before carry those of then.
            if !columns.contains(column) && !BEFORE.iter().any(|before| before.as_bytes() == column) {
                columns.push(column.clone());
            }
        }
        let mut to = Whole::create(path)?;
        if form.mark {
            std::io::Write::write_all(&mut to, "\u{feff}".as_bytes()).map_err(|e| unwritable(path, e))?;
        }
        let to = csv::WriterBuilder::new().delimiter(form.delimiter).flexible(true).from_writer(to);
        let mut rejects = Rejects { to, path: path.to_owned(), columns };
        let before = BEFORE.iter().map(|name| name.as_bytes().to_vec());
        let header: Vec<Vec<u8>> = before.chain(rejects.columns.iter().cloned()).collect();
        rejects.record(&header)?;
        Ok(rejects)
    }

    fn write(&mut self, table: &Table, file: &str, row: u64, why: &str, fields: &[Vec<u8>]) -> Result<(), Error> {
        let columns = table.columns();
        let mut record = vec![file.as_bytes().to_vec(), row.to_string().into_bytes(), why.as_bytes().to_vec()];
        if fields.len() < columns.len() {
            // Too few to say which is which: they stand as they stood.
            record.extend_from_slice(fields);
        } else {
            let of = |column: &Vec<u8>| fields.get(columns.iter().position(|c| c == column)?).cloned();
            record.extend(self.columns.iter().map(|column| of(column).unwrap_or_default()));
            record.extend(fields.iter().skip(columns.len()).cloned());
        }
        self.record(&record)
    }

    fn record(&mut self, record: &[Vec<u8>]) -> Result<(), Error> {
        self.to.write_byte_record(&csv::ByteRecord::from(record.to_vec())).map_err(|e| unwritable(&self.path, told(e)))
    }

    fn place(self) -> Result<(), Error> {
        let whole = self.to.into_inner().map_err(|e| unwritable(&self.path, e.into_error()))?;
        whole.place()
    }
}

fn unwritable(path: &Path, e: std::io::Error) -> Error {
    Error::new(Code::FileUnwritable, format!("{} cannot be written: {e}", path.display()))
}
