//! Answers in a CSV file, in every form that people have it.

use std::collections::VecDeque;
use std::io::{self, BufReader, Read};
use std::sync::Arc;

use arrow_array::builder::StringBuilder;
use arrow_array::{ArrayRef, NullArray, RecordBatch};
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use csv::ByteRecord;
use raakvlak::Error;
use raakvlak::error::Code;
use raakvlak_arrow::checklist::Layout;

use super::table::{Part, Stood, Wrong};

/// Rows that are read at once.
const ROWS: usize = 8_192;
/// What a row can be at most: what is longer has lost a quotation mark.
const LONGEST: u64 = 16 << 20;
/// Stands as a row of its own behind the last: it does not where a quotation mark is not closed.
const END: &[u8] = b"\n\0end\n";

/// A CSV file that is open.
pub(crate) struct Csv {
    reader: csv::Reader<Lines<Box<dyn Read>>>,
    /// As they stand in the header.
    pub(crate) columns: Vec<Vec<u8>>,
    pub(crate) schema: SchemaRef,
    pub(crate) form: Form,
    layout: Layout,
    /// Which columns hold something of the checklist.
    wanted: Vec<bool>,
    done: bool,
}

/// What differs between one CSV file and another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Form {
    pub(crate) delimiter: u8,
    pub(crate) mark: bool,
}

impl Default for Form {
    fn default() -> Self {
        Form { delimiter: b',', mark: false }
    }
}

impl Csv {
    /// Reads the header.
    pub(crate) fn open(from: Box<dyn Read>) -> Result<Csv, Error> {
        let mut from = BufReader::with_capacity(1 << 16, from);
        let (form, start) = form(&mut from).map_err(unreadable)?;
        let lines = Lines::of(Box::new(io::Cursor::new(start).chain(from).chain(END)) as Box<dyn Read>);
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(form.delimiter)
            .has_headers(false)
            .flexible(true)
            .buffer_capacity(1 << 16)
            .from_reader(lines);
        let mut header = ByteRecord::new();
        let some = reader.read_byte_record(&mut header).map_err(csv_unreadable)?;
        if !some || header.iter().eq([END.trim_ascii()]) {
            return Err(Error::new(Code::FileUnreadable, "nothing stands in it"));
        }
        let names: Result<Vec<&str>, _> = header.iter().map(std::str::from_utf8).collect();
        let names = names.map_err(|_| {
            Error::new(Code::FileUnreadable, "the header is not UTF-8 text").with_help(super::table::NOT_UTF8)
        })?;
        let text = |name: &&str| Field::new(*name, DataType::Utf8, true);
        let layout = Layout::of(&Schema::new(names.iter().map(text).collect::<Vec<_>>()))?;
        let wanted: Vec<bool> = names.iter().map(|name| !layout.extra().iter().any(|extra| extra == name)).collect();
        let field = |(name, wanted): (&&str, &bool)| {
            Field::new(*name, if *wanted { DataType::Utf8 } else { DataType::Null }, true)
        };
        let schema = Arc::new(Schema::new(names.iter().zip(&wanted).map(field).collect::<Vec<_>>()));
        let columns = header.iter().map(<[u8]>::to_vec).collect();
        Ok(Csv { layout: Layout::of(&schema)?, reader, columns, schema, form, wanted, done: false })
    }

    pub(crate) fn layout(&self) -> &Layout {
        &self.layout
    }

    /// How many bytes were read.
    pub(crate) fn bytes(&self) -> u64 {
        self.reader.get_ref().at
    }

    /// The next rows; none at the end.
    pub(crate) fn next(&mut self) -> Result<Option<Part>, Error> {
        let mut cells: Vec<Option<StringBuilder>> =
            self.wanted.iter().map(|wanted| wanted.then(StringBuilder::new)).collect();
        let (mut records, mut kept, mut wrong) = (Vec::new(), Vec::new(), Vec::new());
        while !self.done && records.len() < ROWS {
            let Some((line, mut record)) = self.record()? else { break };
            match self.fault(&record) {
                Some(fault) => {
                    wrong.push((records.len(), fault));
                    // As it stood in the file.
                    record = record.iter().map(|field| field.strip_suffix(END).unwrap_or(field)).collect();
                }
                None => {
                    for (cells, field) in cells.iter_mut().zip(&record) {
                        if let Some(cells) = cells {
                            cells.append_value(std::str::from_utf8(field).unwrap_or_default());
                        }
                    }
                    kept.push(records.len());
                }
            }
            records.push((line, record));
        }
        if records.is_empty() {
            return Ok(None);
        }
        let rows = kept.len();
        let column = |cells: &mut Option<StringBuilder>| match cells {
            Some(cells) => Arc::new(cells.finish()) as ArrayRef,
            None => Arc::new(NullArray::new(rows)),
        };
        let columns = cells.iter_mut().map(column).collect();
        let table = RecordBatch::try_new(self.schema.clone(), columns)
            .map_err(|e| Error::new(Code::FileUnreadable, e.to_string()))?;
        Ok(Some(Part { table, stood: Stood::Csv { records, kept }, wrong }))
    }

    /// The next row in which something stands, and the number of the line that it starts on.
    fn record(&mut self) -> Result<Option<(u64, ByteRecord)>, Error> {
        loop {
            let start = self.reader.position().byte();
            self.reader.get_mut().from(start);
            let mut record = ByteRecord::new();
            let some = self.reader.read_byte_record(&mut record).map_err(csv_unreadable)?;
            if !some || record.iter().eq([END.trim_ascii()]) {
                self.done = true;
                return Ok(None);
            }
            let line = self.reader.get_ref().line();
            // Spreadsheets leave rows behind in which nothing stands: those are no sheets.
            if !record.as_slice().iter().all(u8::is_ascii_whitespace) {
                return Ok(Some((line, record)));
            }
        }
    }

    /// Whether rows of the table stand within a field: no name or answer has two lines, the end of the file is in
    /// none, and a remark has no line of as many fields as the table.
    fn swallowed(&self, field: &[u8], wanted: bool) -> bool {
        let mut lines = field.split(|byte| *byte == b'\n').skip(1).peekable();
        let (several, many) = (lines.peek().is_some(), self.columns.len());
        let fields = |line: &[u8]| line.iter().filter(|byte| **byte == self.form.delimiter).count() + 1;
        several && (wanted || field.ends_with(END) || many > 4 && lines.any(|line| fields(line) >= many))
    }

    fn fault(&self, record: &ByteRecord) -> Option<Wrong> {
        if record.len() != self.columns.len() {
            let broken = record.iter().any(|field| field.contains(&b'\n'));
            if record.iter().any(|field| field.ends_with(END)) {
                return Some(Wrong::Quotation);
            }
            return Some(Wrong::Fields { found: record.len(), expected: self.columns.len(), broken });
        }
        if record.iter().zip(&self.wanted).any(|(field, wanted)| self.swallowed(field, *wanted)) {
            return Some(Wrong::Quotation);
        }
        if record.as_slice().is_ascii() {
            return None;
        }
        record.iter().zip(&self.columns).find(|(field, _)| std::str::from_utf8(field).is_err()).map(
            |(field, column)| Wrong::Encoding {
                column: String::from_utf8_lossy(column).into_owned(),
                value: String::from_utf8_lossy(field).into_owned(),
            },
        )
    }
}

fn unreadable(e: io::Error) -> Error {
    Error::new(Code::FileUnreadable, format!("it cannot be read: {e}"))
}

fn csv_unreadable(e: csv::Error) -> Error {
    match e.into_kind() {
        csv::ErrorKind::Io(e) => match e.downcast::<TooLong>() {
            Ok(TooLong(line)) => {
                let message = format!("the row that starts on line {line} does not end within {} MB", LONGEST >> 20);
                Error::new(Code::FileUnreadable, message).with_help("a quotation mark may not be closed there")
            }
            Err(e) => unreadable(e),
        },
        other => Error::new(Code::FileUnreadable, format!("it cannot be read: {other:?}")),
    }
}

/// Tells the delimiter from the header, and gives back what was read for that and belongs to it.
fn form(from: &mut BufReader<Box<dyn Read>>) -> io::Result<(Form, Vec<u8>)> {
    let mut form = Form::default();
    let mut line = header(from)?;
    if let Some(rest) = line.strip_prefix(b"\xef\xbb\xbf") {
        form.mark = true;
        line = rest.to_vec();
    }
    // Spreadsheets write the delimiter above the table.
    let said = line.trim_ascii_end();
    if let [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', delimiter] = said {
        form.delimiter = *delimiter;
        // The line counts, and is empty.
        let ending = line.get(said.len()..).unwrap_or_default().to_vec();
        return Ok((form, ending));
    }
    let (mut quoted, mut counts) = (false, [(b',', 0), (b';', 0), (b'\t', 0)]);
    for byte in &line {
        quoted ^= *byte == b'"';
        counts.iter_mut().filter(|(delimiter, _)| !quoted && delimiter == byte).for_each(|(_, count)| *count += 1);
    }
    // Of as many the first.
    if let Some((delimiter, _)) = counts.into_iter().rev().max_by_key(|(_, count)| *count) {
        form.delimiter = delimiter;
    }
    Ok((form, line))
}

/// The first line, up to and with its end, and what comes before it when that is empty.
fn header(from: &mut BufReader<Box<dyn Read>>) -> io::Result<Vec<u8>> {
    let mut line = Vec::new();
    for byte in from.by_ref().bytes() {
        let byte = byte?;
        line.push(byte);
        let started = line.iter().any(|byte| !matches!(byte, b'\r' | b'\n' | 0xef | 0xbb | 0xbf));
        if (started && matches!(byte, b'\r' | b'\n')) || line.len() as u64 > LONGEST {
            break;
        }
    }
    Ok(line)
}

/// Counts lines while a file is read, as an editor does: the reader of CSV counts otherwise where
/// lines end in two bytes, and skips empty ones.
struct Lines<R> {
    from: R,
    /// How many bytes were read.
    at: u64,
    /// The line that the next byte stands on, and whether nothing stood on it before.
    number: u64,
    fresh: bool,
    /// Whether the last byte was a carriage return: with the line feed after it, one end.
    returned: bool,
    /// Where lines on which something stands start, and their numbers; from where the reader is.
    starts: VecDeque<(u64, u64)>,
}

impl<R: Read> Lines<R> {
    fn of(from: R) -> Lines<R> {
        Lines { from, at: 0, number: 1, fresh: true, returned: false, starts: VecDeque::new() }
    }

    /// Forgets what comes before a byte.
    fn from(&mut self, byte: u64) {
        while self.starts.front().is_some_and(|(start, _)| *start < byte) {
            self.starts.pop_front();
        }
    }

    /// The line of the row that was read from there.
    fn line(&self) -> u64 {
        self.starts.front().map_or(self.number, |(_, number)| *number)
    }
}

impl<R: Read> Read for Lines<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if let Some((start, line)) = self.starts.front().filter(|(start, _)| self.at - start > LONGEST) {
            let _ = start;
            return Err(io::Error::other(TooLong(*line)));
        }
        let read = self.from.read(into)?;
        for byte in into.iter().take(read) {
            match byte {
                b'\n' if self.returned => {}
                b'\n' | b'\r' => {
                    self.number += 1;
                    self.fresh = true;
                }
                _ if self.fresh => {
                    self.starts.push_back((self.at, self.number));
                    self.fresh = false;
                }
                _ => {}
            }
            self.returned = *byte == b'\r';
            self.at += 1;
        }
        Ok(read)
    }
}

/// A row without an end; the line it starts on.
#[derive(Debug)]
struct TooLong(u64);

impl std::fmt::Display for TooLong {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(to, "the row on line {} does not end", self.0)
    }
}

impl std::error::Error for TooLong {}
