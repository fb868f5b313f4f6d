//! Figures as they are written.

use std::io::{IsTerminal, Write};

use ::csv::ByteRecord;
use ::parquet::arrow::ArrowWriter;
use ::parquet::basic::{Compression, ZstdLevel};
use ::parquet::errors::ParquetError;
use ::parquet::file::metadata::KeyValue;
use ::parquet::file::properties::WriterProperties;
use arrow_array::RecordBatch;
use arrow_cast::display::{ArrayFormatter, FormatOptions};
use raakvlak::boundary::{ScoresComparisonDocument, ScoresDocument};
use raakvlak::error::Code;
use raakvlak::report::{self, Page};
use raakvlak::{Error, Texts};
use raakvlak_arrow::checklist::{comparison_table, figures_table};

use super::{FigureFormat, Out};
use crate::Format;
use crate::io::{self, Stop};

/// Figures, or two of them beside each other.
pub(crate) enum Figured {
    Scores(ScoresDocument),
    Compared(ScoresComparisonDocument),
}

impl Figured {
    fn table(&self) -> Result<RecordBatch, Error> {
        match self {
            Figured::Scores(document) => figures_table(document),
            Figured::Compared(document) => comparison_table(document),
        }
    }

    fn report(&self, texts: &Texts, items: bool) -> Page {
        match self {
            Figured::Scores(document) => report::scores(document, texts, items),
            Figured::Compared(document) => report::scores_comparison(document, texts, items),
        }
    }
}

impl Out {
    /// Refuses what would have no effect or cannot be read by a person, before the work begins.
    pub(crate) fn check(&self) -> Result<(), Error> {
        if self.items && !matches!(self.format, FigureFormat::Table | FigureFormat::Html) {
            return Err(Error::new(Code::OptionUnused, "every statement is in there already")
                .with_help("leave --items out, or use --format table"));
        }
        if self.format == FigureFormat::Parquet && self.to.output.is_none() && std::io::stdout().is_terminal() {
            return Err(
                Error::new(Code::FileUnwritable, "Parquet is not for a terminal").with_help("name a file with -o")
            );
        }
        Ok(())
    }

    pub(crate) fn write(&self, figured: &Figured, texts: &Texts) -> Result<(), Error> {
        let output = self.to.output.as_deref();
        match (self.format, figured) {
            (FigureFormat::Table, _) => self.to.write_page(Format::Text, || figured.report(texts, self.items)),
            (FigureFormat::Html, _) => self.to.write_page(Format::Html, || figured.report(texts, true)),
            (FigureFormat::Json, Figured::Scores(document)) => self.to.write_json(document),
            (FigureFormat::Json, Figured::Compared(document)) => self.to.write_json(document),
            (FigureFormat::Csv, _) => {
                let table = figured.table()?;
                io::write_with(output, |out| write_csv(&table, out))
            }
            (FigureFormat::Parquet, _) => {
                let table = figured.table()?;
                io::write_with(output, |out| write_parquet(&table, out))
            }
        }
    }
}

fn write_csv(table: &RecordBatch, out: &mut dyn Write) -> Result<(), Stop> {
    let mut to = ::csv::Writer::from_writer(out);
    let schema = table.schema();
    let names: Vec<&str> = schema.fields().iter().map(|field| field.name().as_str()).collect();
    to.write_record(&names).map_err(told)?;
    let form = FormatOptions::default();
    let columns: Result<Vec<_>, _> =
        table.columns().iter().map(|column| ArrayFormatter::try_new(column, &form)).collect();
    let columns = columns.map_err(std::io::Error::other)?;
    let mut record = ByteRecord::new();
    for row in 0..table.num_rows() {
        record.clear();
        for column in &columns {
            record.push_field(column.value(row).to_string().as_bytes());
        }
        to.write_byte_record(&record).map_err(told)?;
    }
    Ok(to.flush()?)
}

/// What went wrong below the CSV.
pub(crate) fn told(e: ::csv::Error) -> std::io::Error {
    match e.into_kind() {
        ::csv::ErrorKind::Io(e) => e,
        other => std::io::Error::other(format!("{other:?}")),
    }
}

fn write_parquet(table: &RecordBatch, out: &mut (dyn Write + Send)) -> Result<(), Stop> {
    let zstd = Compression::ZSTD(ZstdLevel::default());
    // What has to be said with the figures, where every reader of Parquet finds it.
    let mut told: Vec<KeyValue> =
        table.schema().metadata().iter().map(|(key, value)| KeyValue::new(key.clone(), value.clone())).collect();
    told.sort_by(|one, other| one.key.cmp(&other.key));
    let properties = WriterProperties::builder().set_compression(zstd).set_key_value_metadata(Some(told)).build();
    let write = |out| {
        let mut to = ArrowWriter::try_new(out, table.schema(), Some(properties))?;
        to.write(table)?;
        to.close()
    };
    write(out).map(|_| ()).map_err(|e| match e {
        ParquetError::External(e) => match e.downcast::<std::io::Error>() {
            Ok(e) => Stop::Writing(*e),
            Err(e) => Stop::Writing(std::io::Error::other(e)),
        },
        e => Stop::Writing(std::io::Error::other(e)),
    })
}
