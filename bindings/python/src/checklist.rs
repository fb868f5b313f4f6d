//! The checklist over data frames: answers read and counted, figures as tables.

use std::sync::Arc;

use arrow_array::builder::{StringBuilder, UInt64Builder};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::ArrowError;
use pyo3::prelude::*;
use raakvlak::Error;
use raakvlak::checklist::{Enough, Figures, Key, Minimum, People, begin_with};
use raakvlak::error::Code;
use raakvlak::report::Format;
use raakvlak_arrow::checklist::{BlockScores, Counts, Fault, Layout, Reader, Rows, comparison_table, figures_table};

use crate::frames::{Frame, Table};
use crate::{Texts, run};

/// The counts of any number of sheets; parts may be added up.
#[pyclass(frozen, module = "raakvlak._raakvlak")]
pub(crate) struct Survey(raakvlak::checklist::Survey);

#[pymethods]
impl Survey {
    /// Counts the sheets of a table; also gives what is wrong in it. A faulty row is left out.
    #[staticmethod]
    fn read(py: Python<'_>, frame: Frame) -> PyResult<(Self, Beside)> {
        run(py, || {
            let mut counts = Counts::default();
            let beside = each(frame, |rows| counts.add(rows))?;
            Ok((Survey(counts.survey()), beside))
        })
    }

    /// The sum of parts.
    #[staticmethod]
    fn from_json(py: Python<'_>, parts: Vec<String>) -> PyResult<Self> {
        run(py, || {
            let mut whole = raakvlak::checklist::Survey::default();
            for part in parts {
                whole.merge(&raakvlak::checklist::Survey::from_json(&part)?)?;
            }
            Ok(Survey(whole))
        })
    }

    fn to_json(&self, py: Python<'_>) -> PyResult<String> {
        run(py, || serde_json::to_string(&self.0.to_document()).map_err(|e| Error::new(Code::NotJson, e.to_string())))
    }

    /// The figures of groups; raw ones where there is no minimum.
    fn score(
        &self,
        py: Python<'_>,
        by: Vec<String>,
        minimum: Option<u64>,
        different_people: bool,
        enough: u8,
        texts: &Texts,
    ) -> PyResult<Table> {
        run(py, || {
            let figures = self.figures(&by, minimum, different_people)?;
            Ok(Table::of(figures_table(&figures.scores(Enough::percent(enough), &texts.0))?))
        })
    }

    /// A page with pictures, as HTML.
    fn report(&self, py: Python<'_>, minimum: Option<u64>, different_people: bool, texts: &Texts) -> PyResult<String> {
        run(py, || {
            let page = |figures: &dyn Fn(&[Key]) -> Figures| {
                let begin = begin_with(figures, &raakvlak::Rules::builtin(), &texts.0);
                raakvlak_draw::checklist_page(figures, begin.as_deref(), &texts.0)
            };
            Ok(self.with(minimum, different_people, page)?.write(Format::Html))
        })
    }

    /// Two waves, roles or groups beside each other.
    #[expect(clippy::too_many_arguments, reason = "each is one of the caller's")]
    fn compare(
        &self,
        py: Python<'_>,
        over: &str,
        sides: (String, String),
        by: Vec<String>,
        minimum: Option<u64>,
        different_people: bool,
        enough: u8,
        texts: &Texts,
    ) -> PyResult<Table> {
        run(py, || {
            let figures = self.figures(&by, minimum, different_people)?;
            let enough = Enough::percent(enough);
            let compared = figures.compare(key(over)?, &sides.0, &sides.1, enough, &texts.0)?;
            Ok(Table::of(comparison_table(&compared)?))
        })
    }
}

impl Survey {
    /// Asks figures of the survey, by whatever they are given.
    fn with<T>(
        &self,
        minimum: Option<u64>,
        different_people: bool,
        asking: impl FnOnce(&dyn Fn(&[Key]) -> Figures) -> T,
    ) -> Result<T, Error> {
        let Some(minimum) = minimum else { return Ok(asking(&|by| self.0.in_team(by))) };
        let people = if different_people { People::New } else { People::MayReturn };
        let published = self.0.publish(Minimum::new(minimum)?, people);
        Ok(asking(&|by| published.figures(by)))
    }

    fn figures(&self, by: &[String], minimum: Option<u64>, different_people: bool) -> Result<Figures, Error> {
        let by: Vec<Key> = by.iter().map(|name| key(name)).collect::<Result<_, _>>()?;
        self.with(minimum, different_people, |figures| figures(&by))
    }
}

/// The blocks of each sheet, and what is wrong in the table. Of a faulty row nothing is known.
#[pyfunction]
pub(crate) fn score_rows(py: Python<'_>, frame: Frame, enough: u8) -> PyResult<(Table, Beside)> {
    run(py, || {
        let scores = BlockScores::all(Enough::percent(enough));
        let mut batches = Vec::new();
        let beside = each(frame, |rows| {
            batches.push(scores.score(rows)?);
            Ok(())
        })?;
        Ok((Table::of_batches(batches), beside))
    })
}

/// What is wrong in a table, the first of it (place and message), which statements have no
/// column, and which columns are no part of the checklist.
type Beside = (Table, Option<First>, Vec<&'static str>, Vec<String>);
type First = (String, String);

/// Rows that are read at a time, however many the library sends: what is made of them then stays in
/// near memory.
const ROWS: usize = 1 << 16;

/// Reads all rows of a data frame, a batch at a time.
fn each(frame: Frame, mut with: impl FnMut(&Rows) -> Result<(), Error>) -> Result<Beside, Error> {
    let (empty, batches) = frame.batches(&[])?;
    let mut reader = Reader::new(Layout::of(empty.schema_ref())?);
    let mut faults = Faults::default();
    let mut any = false;
    for batch in batches {
        let batch = batch?;
        for from in (0..batch.num_rows()).step_by(ROWS) {
            let rows = reader.read(&batch.slice(from, ROWS.min(batch.num_rows() - from)))?;
            faults.add(rows.faults());
            if reader.layout().is_wide() {
                with(&rows)?;
                any = true;
            }
        }
    }
    let layout = reader.layout();
    let (absent, extra) = (layout.absent().collect(), layout.extra().to_vec());
    if !layout.is_wide() {
        with(&reader.finish())?;
    } else if !any {
        with(&reader.read(&empty)?)?;
    }
    let first = faults.first.take();
    Ok((faults.table()?, first, absent, extra))
}

fn key(name: &str) -> Result<Key, Error> {
    Key::ALL.into_iter().find(|key| key.name() == name).ok_or_else(|| {
        let name: String = name.chars().take(60).collect();
        let keys = Key::ALL.map(|key| format!("`{}`", key.name())).join(", ");
        Error::new(Code::ValueUnknown, format!("figures are not given by `{name}`"))
            .with_help(format!("they are given by {keys}"))
    })
}

/// What is wrong in a table, as the columns of a table.
#[derive(Default)]
struct Faults {
    first: Option<First>,
    rows: UInt64Builder,
    columns: StringBuilder,
    values: StringBuilder,
    expected: StringBuilder,
    codes: StringBuilder,
}

impl Faults {
    fn add(&mut self, faults: &[Fault]) {
        for fault in faults {
            let Fault { row, column, value, expected } = fault;
            self.first.get_or_insert_with(|| {
                let column = column.replace('\'', "\\'");
                (format!("$['{column}'][{row}]"), fault.to_string())
            });
            self.rows.append_value(*row);
            self.columns.append_value(column);
            self.values.append_value(value);
            self.expected.append_value(expected.to_string());
            self.codes.append_value(expected.code().as_str());
        }
    }

    fn table(mut self) -> Result<Table, Error> {
        let columns: [(&str, ArrayRef); 5] = [
            ("row", Arc::new(self.rows.finish())),
            ("column", Arc::new(self.columns.finish())),
            ("value", Arc::new(self.values.finish())),
            ("expected", Arc::new(self.expected.finish())),
            ("code", Arc::new(self.codes.finish())),
        ];
        let wrong = |e: ArrowError| Error::new(Code::ValueType, e.to_string());
        RecordBatch::try_from_iter(columns).map(Table::of).map_err(wrong)
    }
}
