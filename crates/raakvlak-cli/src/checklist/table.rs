//! A file of answers: CSV or Parquet, told by what stands in it.

use std::fs::File;
use std::io::{self, Cursor, Read};

use arrow_array::RecordBatch;
use arrow_cast::display::{ArrayFormatter, FormatOptions};
use csv::ByteRecord;
use raakvlak::Error;
use raakvlak::error::Code;
use raakvlak_arrow::checklist::Layout;

use super::csv::{Csv, Form};
use super::parquet::Parquet;

pub(crate) const NOT_UTF8: &str = "it may be in Windows-1252, as older spreadsheets write it: save it as CSV UTF-8";

/// A file that is open.
pub(crate) enum Table {
    Csv(Box<Csv>),
    Parquet(Box<Parquet>),
}

/// Some rows of a file.
pub(crate) struct Part {
    /// Those that could be read.
    pub(crate) table: RecordBatch,
    pub(crate) stood: Stood,
    /// Those that could not, by their place among what stood there.
    pub(crate) wrong: Vec<(usize, Wrong)>,
}

/// The rows as they stood in the file.
pub(crate) enum Stood {
    Csv {
        /// Each with the line it starts on.
        records: Vec<(u64, ByteRecord)>,
        /// Which of them are in the table.
        kept: Vec<usize>,
    },
    /// All are in the table; the number of the first.
    Parquet(u64),
}

/// Why a row cannot be read at all.
pub(crate) enum Wrong {
    Fields {
        found: usize,
        expected: usize,
        broken: bool,
    },
    /// A quotation mark that is not closed, or only in a later row.
    Quotation,
    Encoding {
        column: String,
        value: String,
    },
}

impl Table {
    /// Opens a file; `-` is standard input. Of Parquet all columns are read where the rows are
    /// wanted as they stand, and else only those of the checklist.
    pub(crate) fn open(path: &str, all: bool) -> Result<Table, Error> {
        open(path, all).map_err(|e| e.in_file(crate::io::named(path)))
    }

    pub(crate) fn layout(&self) -> &Layout {
        match self {
            Table::Csv(csv) => csv.layout(),
            Table::Parquet(parquet) => &parquet.layout,
        }
    }

    /// The names of the columns as they stand there.
    pub(crate) fn columns(&self) -> Vec<Vec<u8>> {
        match self {
            Table::Csv(csv) => csv.columns.clone(),
            Table::Parquet(parquet) => {
                parquet.schema.fields().iter().map(|field| field.name().as_bytes().to_vec()).collect()
            }
        }
    }

    /// How CSV is written here.
    pub(crate) fn form(&self) -> Option<Form> {
        match self {
            Table::Csv(csv) => Some(csv.form),
            Table::Parquet(_) => None,
        }
    }

    /// The next rows; none at the end.
    pub(crate) fn next(&mut self) -> Result<Option<Part>, Error> {
        match self {
            Table::Csv(csv) => csv.next(),
            Table::Parquet(parquet) => parquet.next(),
        }
    }

    /// How much of the file was read, of how much: in bytes or in rows.
    pub(crate) fn read(&self) -> u64 {
        match self {
            Table::Csv(csv) => csv.bytes(),
            Table::Parquet(parquet) => parquet.bytes(),
        }
    }

    /// What a number of a row counts.
    pub(crate) fn counts(&self) -> &'static str {
        match self {
            Table::Csv(_) => "line",
            Table::Parquet(_) => "row",
        }
    }
}

impl Part {
    /// The place of a row of the table among what stood there.
    pub(crate) fn place(&self, row: usize) -> usize {
        match &self.stood {
            Stood::Csv { kept, .. } => kept.get(row).copied().unwrap_or(row),
            Stood::Parquet(_) => row,
        }
    }

    /// The number by which the file knows a row, by its place: its line, or how manieth it is.
    pub(crate) fn number(&self, place: usize) -> u64 {
        match &self.stood {
            Stood::Csv { records, .. } => records.get(place).map_or(0, |(line, _)| *line),
            Stood::Parquet(first) => first + place as u64,
        }
    }

    /// The fields of a row as they stood there.
    pub(crate) fn fields(&self, place: usize) -> Vec<Vec<u8>> {
        match &self.stood {
            Stood::Csv { records, .. } => {
                records.get(place).map(|(_, record)| record.iter().map(<[u8]>::to_vec).collect()).unwrap_or_default()
            }
            Stood::Parquet(_) => {
                let text = |column: &arrow_array::ArrayRef| {
                    let form = FormatOptions::default();
                    let shown = ArrayFormatter::try_new(column, &form).ok()?.value(place).try_to_string().ok()?;
                    Some(shown.into_bytes())
                };
                self.table.columns().iter().map(|column| text(column).unwrap_or_default()).collect()
            }
        }
    }
}

fn open(path: &str, all: bool) -> Result<Table, Error> {
    let unreadable = |e: io::Error| Error::new(Code::FileUnreadable, format!("it cannot be read: {e}"));
    let standard = path == "-";
    let mut from: Box<dyn Read> =
        if standard { Box::new(io::stdin()) } else { Box::new(File::open(path).map_err(unreadable)?) };
    let mut start = Vec::new();
    from.by_ref().take(8).read_to_end(&mut start).map_err(unreadable)?;
    let kind = KINDS.iter().find(|kind| start.starts_with(kind.magic));
    match kind {
        None => Ok(Table::Csv(Box::new(Csv::open(Box::new(Cursor::new(start).chain(from)))?))),
        Some(Kind { is: Some(is), .. }) => {
            Err(Error::new(Code::FileUnreadable, format!("it is {is}, not CSV or Parquet"))
                .with_help("save it as CSV UTF-8, or as Parquet"))
        }
        Some(Kind { is: None, .. }) if standard => {
            Err(Error::new(Code::FileUnreadable, "Parquet cannot be read from there")
                .with_help("name the file; only CSV comes from standard input"))
        }
        Some(Kind { is: None, .. }) => {
            let file = File::open(path).map_err(unreadable)?;
            Ok(Table::Parquet(Box::new(Parquet::open(file, all)?)))
        }
    }
}

/// What a file starts with.
struct Kind {
    magic: &'static [u8],
    /// What it is then, where it cannot be read here.
    is: Option<&'static str>,
}

const KINDS: [Kind; 8] = [
    Kind { magic: b"PAR1", is: None },
    Kind { magic: b"PARE", is: Some("Parquet that is encrypted") },
    Kind { magic: b"PK\x03\x04", is: Some("a workbook or a zip file") },
    Kind { magic: b"\xd0\xcf\x11\xe0", is: Some("a workbook of an older kind") },
    Kind { magic: b"\x1f\x8b", is: Some("compressed") },
    Kind { magic: b"ARROW1", is: Some("an Arrow file") },
    Kind { magic: b"\xff\xfe", is: Some("UTF-16 text") },
    Kind { magic: b"\xfe\xff", is: Some("UTF-16 text") },
];
