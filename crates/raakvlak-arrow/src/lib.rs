#![doc = include_str!("../README.md")]

mod answers;
mod bits;
pub mod checklist;
mod column;
mod stream;
mod wide;

use std::num::NonZero;
use std::sync::Arc;

use arrow_array::{RecordBatch, RecordBatchOptions};
use arrow_buffer::Buffer;
use arrow_schema::{DataType, Field, FieldRef, Schema, SchemaRef};
use raakvlak::error::Code;
use raakvlak::houses::House;
use raakvlak::knowledge::{self, Kind};
use raakvlak::observation;
use raakvlak::program::Program;
use raakvlak::rule::About;
use raakvlak::situation::Situation;
use raakvlak::{Error, Rules};

use crate::answers::Answers;
use crate::column::{Column, Stated, place};
pub use crate::stream::Batches;

/// Which advices are asked for, and what goes with the answers.
///
/// See the [crate] for what the columns of a table may hold.
///
/// ```
/// use std::sync::Arc;
///
/// use arrow_array::{Array, ArrayRef, RecordBatch, UInt8Array, cast::AsArray};
/// use raakvlak::Rules;
/// use raakvlak::rule::About;
/// use raakvlak_arrow::Columns;
///
/// // Trust: none, beginning, basis, and not known.
/// let trust: ArrayRef = Arc::new(UInt8Array::from(vec![Some(0), Some(1), Some(2), None]));
/// let table = RecordBatch::try_from_iter([("trust", trust)])?;
/// let gate = Columns::advices(&Rules::builtin(), About::Houses, &["parents.step.2.gate"])?;
/// let answers = gate.decide(&table)?;
/// let open: Vec<Option<bool>> = answers.column(0).as_boolean().iter().collect();
/// assert_eq!(open, [Some(false), Some(true), Some(true), None]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Columns {
    program: Arc<Program>,
    /// The advices, as places in the program.
    advices: Vec<usize>,
    /// Their columns.
    fields: Vec<FieldRef>,
    keep: Vec<String>,
    threads: NonZero<usize>,
}

impl Columns {
    /// Every advice that the rules about one thing give. About the case and the houses a row
    /// is a case; about contact and family it is a pair of people.
    pub fn about(rules: &Rules, about: About) -> Columns {
        Columns::of(rules.program(about).clone())
    }

    /// Only these advices, in this order; what they do not need is not worked out.
    ///
    /// # Errors
    /// `advice.unknown` where no rule about it gives an advice; `field.repeated` where one is
    /// asked twice.
    pub fn advices(rules: &Rules, about: About, advices: &[&str]) -> Result<Columns, Error> {
        let program = rules.program_of(about, advices)?;
        let places: Vec<usize> = advices.iter().filter_map(|id| program.find(id)).collect();
        if let Some((at, id)) = (0..).zip(advices).find(|(at, id)| advices.iter().take(*at).any(|other| other == *id)) {
            let message = format!("the advice `{id}` is asked twice");
            return Err(Error::new(Code::FieldRepeated, message).at(format!("advices[{at}]")));
        }
        Ok(Columns::some(program, places))
    }

    /// The three houses, and before them the notices about safety, with which a plan of the
    /// houses begins too.
    ///
    /// ```
    /// use raakvlak::Rules;
    /// use raakvlak_arrow::Columns;
    ///
    /// let houses: Vec<String> = Columns::houses(&Rules::builtin())?.ids().map(str::to_owned).collect();
    /// assert_eq!(houses[0], "safety.notice");
    /// assert_eq!(houses[houses.len() - 3..], ["house.green", "house.orange", "house.red"]);
    /// # Ok::<(), raakvlak::Error>(())
    /// ```
    ///
    /// # Errors
    /// `advice.unknown` where the rules give one of them no more.
    pub fn houses(rules: &Rules) -> Result<Columns, Error> {
        let notices = knowledge::all().iter().filter(|e| e.kind == Kind::Notice && e.id.starts_with("safety."));
        let ids: Vec<&str> = notices.map(|e| e.id).chain(House::ALL.map(House::id)).collect();
        Columns::advices(rules, About::Houses, &ids)
    }

    /// Every advice of a program.
    pub fn of(program: Program) -> Columns {
        let advices = (0..program.len()).collect();
        Columns::some(program, advices)
    }

    fn some(program: Program, advices: Vec<usize>) -> Columns {
        let field = |advice: &usize| Arc::new(Field::new(program.advice(*advice), DataType::Boolean, true));
        let fields = advices.iter().map(field).collect();
        Columns { program: Arc::new(program), advices, fields, keep: Vec::new(), threads: NonZero::<usize>::MIN }
    }

    /// Columns that go with the answers unchanged, before them: who a row is about, for
    /// instance. They need not be observations; one that is decides all the same.
    #[must_use]
    pub fn keep<S: Into<String>>(mut self, columns: impl IntoIterator<Item = S>) -> Columns {
        self.keep = columns.into_iter().map(Into::into).collect();
        self
    }

    /// Over how many threads the rows are shared out. The answers are the same, to the byte.
    #[must_use]
    pub fn threads(mut self, threads: NonZero<usize>) -> Columns {
        self.threads = threads;
        self
    }

    /// The ids of the advices, in the order of the answers.
    pub fn ids(&self) -> impl ExactSizeIterator<Item = &str> {
        self.advices.iter().map(|advice| self.program.advice(*advice))
    }

    /// Decides every row of a table.
    ///
    /// # Errors
    /// - `observation.unknown`: a column is no observation, and not among those to keep
    /// - `value.wrong-type`: a column is of a type that cannot state its observation
    /// - `observation.wrong-value`: a row has a value that its observation does not take
    /// - `field.missing`: a column to keep is not there
    /// - `field.repeated`: two columns have the same name, in the table or in the answers
    pub fn decide(&self, table: &RecordBatch) -> Result<RecordBatch, Error> {
        let reading = self.reading(table.schema_ref())?;
        Ok(self.decide_with(&reading, 0, table, self.threads, Vec::new())?.0)
    }

    /// Decides tables one by one as they come; see [`Batches`].
    ///
    /// ```
    /// use std::sync::Arc;
    ///
    /// use arrow_array::{ArrayRef, BooleanArray, RecordBatch};
    /// use raakvlak::Rules;
    /// use raakvlak::rule::About;
    /// use raakvlak_arrow::Columns;
    ///
    /// let tables = (0..3).map(|i| {
    ///     let young: ArrayRef = Arc::new(BooleanArray::from(vec![i == 1; 1_000]));
    ///     RecordBatch::try_from_iter([("person.young", young)]).unwrap()
    /// });
    /// let columns = Columns::about(&Rules::builtin(), About::Case);
    /// let mut rows = 0;
    /// for answers in columns.decide_batches(tables) {
    ///     rows += answers?.num_rows();
    /// }
    /// assert_eq!(rows, 3_000);
    /// # Ok::<(), raakvlak::Error>(())
    /// ```
    pub fn decide_batches<I>(&self, tables: I) -> Batches<'_, I::IntoIter>
    where
        I: IntoIterator<Item = RecordBatch>,
    {
        Batches::new(self, tables.into_iter())
    }

    /// Decides a table before which so many rows came, in memory that was used before; gives the
    /// answers and the memory in which they stand.
    fn decide_with(
        &self,
        reading: &Reading,
        before: usize,
        table: &RecordBatch,
        threads: NonZero<usize>,
        memory: Vec<u64>,
    ) -> Result<(RecordBatch, Buffer), Error> {
        let stated = reading.stated.iter().filter_map(|(at, input)| Some((input, table.columns().get(*at)?)));
        let columns = stated.map(|(input, array)| Column::new(input, array, before)).collect::<Result<Vec<_>, _>>()?;
        let decided = Answers::decide(&self.program, &self.advices, &columns, table.num_rows(), threads, memory)?;
        let kept = reading.kept.iter().filter_map(|at| table.columns().get(*at).cloned());
        let answers = kept.chain(decided.arrays()).collect();
        let options = RecordBatchOptions::new().with_row_count(Some(table.num_rows()));
        let table = RecordBatch::try_new_with_options(reading.answers.clone(), answers, &options);
        Ok((table.map_err(|e| Error::new(Code::ValueType, e.to_string()))?, decided.memory()))
    }

    /// What the columns of tables with this schema are.
    fn reading(&self, schema: &SchemaRef) -> Result<Reading, Error> {
        if let Some(name) = repeated(schema.fields().iter().map(|field| field.name())) {
            return Err(Error::new(Code::FieldRepeated, format!("two columns have the name `{name}`")).at(place(name)));
        }
        let mut stated = Vec::with_capacity(schema.fields().len());
        for (at, field) in schema.fields().iter().enumerate() {
            let name = field.name();
            match observation::all().iter().zip(0..).find(|(o, _)| o.id == name) {
                Some((observation, index)) => stated.push((at, Stated::new(&self.program, index, observation))),
                None if self.keep.contains(name) => {}
                None => return Err(no_observation(name)),
            }
        }
        let (mut kept, mut fields) = (Vec::new(), Vec::new());
        for name in &self.keep {
            let (at, field) = schema.fields().find(name).ok_or_else(|| {
                Error::new(Code::FieldMissing, format!("there is no column `{name}` to keep")).at(place(name))
            })?;
            kept.push(at);
            fields.push(field.clone());
        }
        fields.extend(self.fields.iter().cloned());
        if let Some(name) = repeated(fields.iter().map(|field| field.name())) {
            let message = format!("a column to keep has the name of an advice, `{name}`, or is named twice");
            return Err(Error::new(Code::FieldRepeated, message).at(place(name)));
        }
        Ok(Reading { schema: schema.clone(), stated, kept, answers: Arc::new(Schema::new(fields)) })
    }
}

/// How tables with one schema are read: worked out once for all of a stream.
#[derive(Debug, Clone)]
struct Reading {
    schema: SchemaRef,
    /// The columns that state something, by their place in the table.
    stated: Vec<(usize, Stated)>,
    /// The places of those that go with the answers.
    kept: Vec<usize>,
    answers: SchemaRef,
}

impl Reading {
    fn is_of(&self, schema: &SchemaRef) -> bool {
        Arc::ptr_eq(&self.schema, schema) || self.schema == *schema
    }
}

/// The first name that stands a second time.
fn repeated<'a>(names: impl Iterator<Item = &'a String>) -> Option<&'a String> {
    let mut seen = std::collections::HashSet::new();
    let mut names = names;
    names.find(|name| !seen.insert(*name))
}

fn no_observation(column: &str) -> Error {
    // The core knows what may have been meant.
    let core = Situation::default().state(column, "declined").err();
    let (message, help) = match &core {
        Some(error) => (error.message().to_owned(), error.help().unwrap_or_default()),
        None => (format!("there is no observation `{column}`"), ""),
    };
    Error::new(Code::ObservationUnknown, message)
        .at(place(column))
        .with_help(format!("{help}; a column that is no observation is named among those to keep"))
}
