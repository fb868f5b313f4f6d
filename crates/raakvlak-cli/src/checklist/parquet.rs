//! Answers in a Parquet file.

use std::fs::File;

use arrow_schema::{ArrowError, SchemaRef};
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder};
use raakvlak::Error;
use raakvlak::error::Code;
use raakvlak_arrow::checklist::Layout;

use super::table::{Part, Stood};

/// Rows that are read at once.
const ROWS: usize = 1 << 16;

/// A Parquet file that is open.
pub(crate) struct Parquet {
    reader: ParquetRecordBatchReader,
    pub(crate) schema: SchemaRef,
    pub(crate) layout: Layout,
    /// Rows that were read, and how many there are; for how far that is, in bytes.
    rows: u64,
    all: u64,
    bytes: u64,
}

impl Parquet {
    /// Reads what the file says it holds.
    pub(crate) fn open(file: File, all: bool) -> Result<Parquet, Error> {
        let bytes = file.metadata().map_or(0, |file| file.len());
        let builder = ParquetRecordBatchReaderBuilder::try_new(file).map_err(unreadable)?;
        let mut layout = Layout::of(builder.schema())?;
        let rows = u64::try_from(builder.metadata().file_metadata().num_rows()).unwrap_or_default();
        let mut builder = builder.with_batch_size(ROWS);
        if !all {
            let fields = builder.schema().fields().iter().enumerate();
            let wanted = fields.filter(|(_, field)| !layout.extra().contains(field.name())).map(|(at, _)| at);
            let mask = ProjectionMask::roots(builder.parquet_schema(), wanted.collect::<Vec<_>>());
            builder = builder.with_projection(mask);
        }
        let reader = builder.build().map_err(unreadable)?;
        let schema = arrow_array::RecordBatchReader::schema(&reader);
        if !all {
            layout = Layout::of(&schema)?;
        }
        Ok(Parquet { reader, schema, layout, rows: 0, all: rows, bytes })
    }

    /// How much of the file was read.
    pub(crate) fn bytes(&self) -> u64 {
        (self.bytes as f64 * self.rows as f64 / self.all.max(1) as f64) as u64
    }

    /// The next rows; none at the end.
    pub(crate) fn next(&mut self) -> Result<Option<Part>, Error> {
        let Some(table) = self.reader.next().transpose().map_err(unreadable)? else { return Ok(None) };
        let stood = Stood::Parquet(self.rows + 1);
        self.rows += table.num_rows() as u64;
        Ok(Some(Part { table, stood, wrong: Vec::new() }))
    }
}

fn unreadable(e: impl Into<ArrowError>) -> Error {
    Error::new(Code::FileUnreadable, format!("the Parquet file cannot be read: {}", e.into()))
        .with_help("it may be cut off or damaged: get it again from where it was made")
}
