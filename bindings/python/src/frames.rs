//! Data frames, in and out by Arrow's PyCapsule interface, and the rules over their columns.

use std::num::NonZero;
use std::sync::Arc;

use arrow_array::ffi::FFI_ArrowSchema;
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{RecordBatch, RecordBatchIterator, RecordBatchReader};
use arrow_schema::{ArrowError, Schema, SchemaRef};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyCapsule;
use pyo3_arrow::input::AnyRecordBatch;
use raakvlak::Error;
use raakvlak::error::Code;
use raakvlak::rule::About;

use crate::{Rules, raised, run};

/// A table of answers, which every library that speaks Arrow's PyCapsule interface takes.
#[pyclass(frozen, module = "raakvlak._raakvlak")]
pub(crate) struct Table {
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
}

impl Table {
    pub(crate) fn of(batch: RecordBatch) -> Table {
        Table { schema: batch.schema(), batches: vec![batch] }
    }

    /// Of batches that all have the columns of the first; of none where there is none.
    pub(crate) fn of_batches(batches: Vec<RecordBatch>) -> Table {
        let schema = batches.first().map_or_else(|| Arc::new(Schema::empty()), RecordBatch::schema);
        Table { schema, batches }
    }
}

#[pymethods]
impl Table {
    /// A data frame as a table of ours.
    #[new]
    fn new(py: Python<'_>, frame: Frame) -> PyResult<Self> {
        run(py, || {
            let schema = frame.0.schema();
            let batches = frame.0.map(|batch| batch.map_err(|e| unreadable(&e))).collect::<Result<_, _>>()?;
            Ok(Table { schema, batches })
        })
    }

    /// The columns, by name.
    #[getter]
    fn columns(&self) -> Vec<&str> {
        self.schema.fields().iter().map(|field| field.name().as_str()).collect()
    }

    fn __len__(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }

    fn __repr__(&self) -> String {
        format!("Table({} columns, {} rows)", self.schema.fields().len(), self.__len__())
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        let schema = FFI_ArrowSchema::try_from(self.schema.as_ref()).map_err(|e| raised(py, &unreadable(&e)))?;
        PyCapsule::new_with_value(py, schema, c"arrow_schema")
    }

    /// The rows as they are: whoever asks for another schema casts it better than we do.
    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        drop(requested_schema);
        let batches = self.batches.clone().into_iter().map(Ok);
        let reader = RecordBatchIterator::new(batches, self.schema.clone());
        PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(Box::new(reader)), c"arrow_array_stream")
    }
}

/// The rows of a data frame, batch by batch. The lock is not needed to read them.
pub(crate) struct Frame(Box<dyn RecordBatchReader + Send>);

impl<'py> FromPyObject<'_, 'py> for Frame {
    type Error = PyErr;

    fn extract(frame: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let py = frame.py();
        let opened = frame.extract().and_then(AnyRecordBatch::into_reader);
        opened.map(Frame).map_err(|failed| {
            // What the library of the data frame raises itself stays as it is.
            let ours = failed.get_type(py);
            if !ours.is(py.get_type::<PyTypeError>()) && !ours.is(py.get_type::<PyValueError>()) {
                return failed;
            }
            let message = format!("this is not a table that can be read: {}", failed.value(py));
            raised(py, &Error::new(Code::ValueType, message))
        })
    }
}

impl Frame {
    /// The rows, without the index that pandas sends along where it has no name.
    pub(crate) fn batches(
        self,
        keep: &[String],
    ) -> Result<(RecordBatch, impl Iterator<Item = Result<RecordBatch, Error>>), Error> {
        let index = |name: &String| name.starts_with("__index_level_") && !keep.contains(name);
        let schema = self.0.schema();
        let columns = schema.fields().iter().zip(0..).filter(|(field, _)| !index(field.name()));
        let columns: Vec<usize> = columns.map(|(_, place)| place).collect();
        let empty = RecordBatch::new_empty(schema).project(&columns).map_err(|e| unreadable(&e))?;
        let part =
            move |batch: Result<RecordBatch, _>| batch.and_then(|b| b.project(&columns)).map_err(|e| unreadable(&e));
        let batches = self.0.map(part);
        Ok((empty, batches))
    }
}

fn unreadable(error: &ArrowError) -> Error {
    Error::new(Code::ValueType, format!("the table cannot be read: {error}"))
}

/// The rules over columns: which advices are asked for, and what goes with the answers.
#[pyclass(frozen, module = "raakvlak._raakvlak")]
pub(crate) struct Columns {
    columns: raakvlak_arrow::Columns,
    keep: Vec<String>,
}

#[pymethods]
impl Columns {
    #[new]
    fn new(
        py: Python<'_>,
        rules: &Rules,
        about: &str,
        advices: Option<Vec<String>>,
        keep: Vec<String>,
        threads: NonZero<usize>,
    ) -> PyResult<Self> {
        run(py, || {
            let about = About::ALL.into_iter().find(|a| a.name() == about).ok_or_else(|| no_chapter(about))?;
            let columns = match &advices {
                None => raakvlak_arrow::Columns::about(&rules.0, about),
                Some(ids) => {
                    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
                    raakvlak_arrow::Columns::advices(&rules.0, about, &ids)?
                }
            };
            Ok(Columns { columns: columns.keep(keep.clone()).threads(threads), keep })
        })
    }

    /// The houses, and before them the notices about safety.
    #[staticmethod]
    fn houses(py: Python<'_>, rules: &Rules, keep: Vec<String>, threads: NonZero<usize>) -> PyResult<Self> {
        let columns = run(py, || raakvlak_arrow::Columns::houses(&rules.0))?;
        Ok(Columns { columns: columns.keep(keep.clone()).threads(threads), keep })
    }

    /// Decides every row.
    fn decide(&self, py: Python<'_>, frame: Frame) -> PyResult<Table> {
        run(py, || {
            let (empty, batches) = frame.batches(&self.keep)?;
            let schema = self.columns.decide(&empty)?.schema();
            let mut unread = None;
            let read = batches.map_while(|batch| batch.map_err(|error| unread = Some(error)).ok());
            let batches = self.columns.decide_batches(read).collect::<Result<_, _>>()?;
            unread.map_or(Ok(Table { schema, batches }), Err)
        })
    }
}

fn no_chapter(about: &str) -> Error {
    let names = About::ALL.map(|about| format!("`{}`", about.name())).join(", ");
    let about: String = about.chars().take(60).collect();
    Error::new(Code::ValueUnknown, format!("no rules are about `{about}`"))
        .with_help(format!("rules are about {names}"))
}
