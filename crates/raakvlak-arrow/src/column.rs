//! One column of statements: from what stands in it to known true and known false.

use std::fmt::Display;

use arrow_array::cast::AsArray;
use arrow_array::types::ArrowDictionaryKeyType;
use arrow_array::{
    Array, ArrayAccessor, ArrowPrimitiveType, BooleanArray, DictionaryArray, PrimitiveArray, downcast_dictionary_array,
    downcast_integer_array,
};
use arrow_buffer::ArrowNativeType;
use arrow_schema::DataType;
use raakvlak::Error;
use raakvlak::error::Code;
use raakvlak::observation::{Index, Kind, Observation};
use raakvlak::program::{Program, Rails};
use raakvlak::situation::Situation;

use crate::bits::{Bits, at_least, up_to};

/// Stands in the place of a value that was asked and not given: it decides as unknown.
const UNSAID: u8 = 0x7e;
/// Stands in the place of a value that the observation does not take.
const WRONG: u8 = 0x7f;
/// No observation has more values.
const VALUES: usize = 8;

/// An observation that a column states, and what the program compares it with.
#[derive(Debug, Clone)]
pub(crate) struct Stated {
    observation: &'static Observation,
    /// The place of the first comparison with the observation among those of the program.
    first: usize,
    /// The comparisons: for each the values for which it holds.
    holds_for: Vec<u8>,
}

impl Stated {
    pub(crate) fn new(program: &Program, index: Index, observation: &'static Observation) -> Self {
        let first = program.inputs().take_while(|input| input.observation < index).count();
        let compared = program.inputs().filter(|input| input.observation == index);
        Stated { observation, first, holds_for: compared.map(|input| input.holds_for).collect() }
    }
}

/// A column that states an observation.
pub(crate) struct Column<'a> {
    stated: &'a Stated,
    /// Rows of the stream before these.
    before: usize,
    rows: usize,
    /// Where something stands; everywhere when there is none.
    valid: Option<Bits<'a>>,
    said: Said<'a>,
}

/// What stands in the rows.
enum Said<'a> {
    Nothing,
    Flags(Bits<'a>),
    Values(Box<dyn Values + 'a>),
}

/// Rows whose values are known by their place.
trait Values: Sync {
    /// The places of the values from a row on.
    fn places(&self, from: usize, into: &mut [u8]);

    /// From which place on there is no such value.
    fn wrong_from(&self) -> u8;

    /// What stands in a row, as it is shown in an error.
    fn shown(&self, row: usize) -> String;
}

impl<'a> Column<'a> {
    /// Reads the type of a column that states this observation.
    pub(crate) fn new(stated: &'a Stated, array: &'a dyn Array, before: usize) -> Result<Self, Error> {
        let observation = stated.observation;
        let said = match array.data_type() {
            DataType::Null => Some(Said::Nothing),
            DataType::Boolean if observation.kind == Kind::Flag => {
                array.as_boolean_opt().map(|flags| Said::Flags(Bits::of(flags.values())))
            }
            _ => values(observation, array).map(Said::Values),
        };
        let said = said.ok_or_else(|| wrong_type(observation, array.data_type()))?;
        // A dictionary's own nulls are among its values.
        let valid = array.nulls().map(|nulls| Bits::of(nulls.inner()));
        Ok(Column { stated, before, rows: array.len(), valid, said })
    }

    /// Asks the memory for bits that will be loaded soon.
    #[inline(always)]
    pub(crate) fn ahead<const W: usize>(&self, from: usize) {
        if let Said::Flags(flags) = &self.said {
            flags.ahead::<W>(from);
        }
        if let Some(valid) = self.valid {
            valid.ahead::<W>(from);
        }
    }

    /// Fills in the comparisons with this observation, for the rows from one on.
    #[inline(always)]
    pub(crate) fn load<const W: usize>(&self, from: usize, inputs: &mut [Rails<W>]) -> Result<(), Error> {
        let Stated { first, holds_for, .. } = self.stated;
        let inputs = inputs.get_mut(*first..first + holds_for.len()).unwrap_or_default();
        match &self.said {
            Said::Nothing => {}
            Said::Flags(flags) => {
                for rails in inputs {
                    self.flags(flags, from, rails);
                }
            }
            Said::Values(values) => return self.values(&**values, from, inputs),
        }
        Ok(())
    }

    #[inline(always)]
    fn flags<const W: usize>(&self, flags: &Bits<'_>, from: usize, rails: &mut Rails<W>) {
        let Rails { yes, no } = rails;
        match (flags.whole::<W>(from), self.valid.map(|valid| valid.whole::<W>(from))) {
            // By far the most blocks: nothing in between.
            (Some(flags), Some(Some(valid))) => known(flags, valid, yes, no),
            _ => {
                flags.words(from, yes);
                match self.valid {
                    Some(valid) => valid.words(from, no),
                    None => *no = [u64::MAX; W],
                }
                yes.iter_mut().zip(no).for_each(|(yes, no)| (*yes, *no) = (*yes & *no, *no & !*yes));
            }
        }
    }

    #[inline(always)]
    fn values<const W: usize>(&self, values: &dyn Values, from: usize, inputs: &mut [Rails<W>]) -> Result<(), Error> {
        let mut places = [[0; 64]; W];
        let there = self.rows.saturating_sub(from).min(64 * W);
        if let Some(places) = places.as_flattened_mut().get_mut(..there) {
            values.places(from, places);
        }
        let mut known = [u64::MAX; W];
        if let Some(valid) = self.valid {
            valid.words(from, &mut known);
        }
        let (all, wrong_from) = (self.stated.observation.values().len() as u8, values.wrong_from());
        for (i, (known, places)) in known.iter_mut().zip(&places).enumerate() {
            let above = at_least(places, all);
            let wrong = if wrong_from == all { above } else { at_least(places, wrong_from) };
            let wrong = wrong & *known & up_to(there.saturating_sub(64 * i));
            if wrong != 0 {
                let row = from + 64 * i + wrong.trailing_zeros() as usize;
                return Err(self.wrong_value(self.before + row, &values.shown(row)));
            }
            *known &= !above;
        }
        // Where the value is at least so high, for the heights that some comparison needs.
        let mut heights = [None; VALUES];
        for (holds_for, rails) in self.stated.holds_for.iter().zip(inputs) {
            let mut holds = [0; W];
            // A comparison turns at each height from which on it comes out otherwise.
            let turns = holds_for ^ (holds_for << 1);
            for (least, height) in (0..all).zip(&mut heights) {
                if turns >> least & 1 == 1 {
                    let height = height.get_or_insert_with(|| places.each_ref().map(|places| at_least(places, least)));
                    holds.iter_mut().zip(height).for_each(|(holds, height)| *holds ^= *height);
                }
            }
            let words = rails.yes.iter_mut().zip(&mut rails.no).zip(holds.iter().zip(&known));
            words.for_each(|((yes, no), (holds, known))| (*yes, *no) = (holds & known, !holds & known));
        }
        Ok(())
    }

    fn wrong_value(&self, row: usize, shown: &str) -> Error {
        let observation = self.stated.observation;
        let id = observation.id;
        // The core says what the observation takes.
        let core = Situation::default().state(id, shown).err();
        let takes: Vec<String> = observation.values().iter().map(|v| format!("`{v}`")).collect();
        let message = format!("`{id}` takes {} or `declined`; row {row} has `{shown}`", takes.join(", "));
        let last = takes.len().saturating_sub(1);
        let help = if shown.parse::<i128>().is_ok() {
            Some(format!("a number is the place of the value, from 0 to {last}"))
        } else {
            core.and_then(|e| e.help().map(str::to_owned))
        };
        Error::new(Code::ObservationValue, message)
            .at(format!("{}[{row}]", place(id)))
            .with_help(help.unwrap_or_default())
    }
}

/// Known true and known false, of bits of which only some are valid.
///
/// Some words are read before any is written, so that the compiler takes them in one
/// instruction.
#[inline(always)]
fn known<const W: usize>(flags: &[[u8; 8]; W], valid: &[[u8; 8]; W], yes: &mut [u64; W], no: &mut [u64; W]) {
    let from = flags.as_chunks::<4>().0.iter().zip(valid.as_chunks::<4>().0);
    let into = yes.as_chunks_mut::<4>().0.iter_mut().zip(no.as_chunks_mut::<4>().0);
    for ((yes, no), (flags, valid)) in into.zip(from) {
        let (flags, valid) = (flags.map(u64::from_le_bytes), valid.map(u64::from_le_bytes));
        for ((yes, no), (flag, valid)) in yes.iter_mut().zip(no).zip(flags.into_iter().zip(valid)) {
            (*yes, *no) = (flag & valid, !flag & valid);
        }
    }
}

/// Where a column stands, as a JSON path.
pub(crate) fn place(column: &str) -> String {
    let column: String = column.chars().take(60).collect();
    format!("$['{}']", column.replace('\'', "\\'"))
}

fn wrong_type(stated: &Observation, found: &DataType) -> Error {
    let takes = match stated.kind {
        Kind::Flag => "a boolean, 0 or 1, or the text `yes`, `no` or `declined`".to_owned(),
        _ => format!("the place of a value, or one of the texts `{}` and `declined`", stated.values().join("`, `")),
    };
    Error::new(Code::ValueType, format!("the column `{}` must hold {takes}, and is of the type {found}", stated.id))
        .at(place(stated.id))
}

/// The rows of a column of numbers or texts, also as a dictionary.
fn values<'a>(stated: &'static Observation, array: &'a dyn Array) -> Option<Box<dyn Values + 'a>> {
    let all = stated.values().len() as u8;
    downcast_integer_array!(
        array => Some(Box::new(Numbers { array, all })),
        DataType::Utf8 => Some(Box::new(Texts { array: array.as_string_opt::<i32>()?, stated })),
        DataType::LargeUtf8 => Some(Box::new(Texts { array: array.as_string_opt::<i64>()?, stated })),
        DataType::Utf8View => Some(Box::new(Texts { array: array.as_string_view_opt()?, stated })),
        DataType::Dictionary(_, _) => downcast_dictionary_array!(
            array => Some(Box::new(Words { array, places: words(stated, array.values())?, stated })),
            _ => None
        ),
        _ => None
    )
}

/// The place of each value of a dictionary.
fn words(stated: &'static Observation, values_: &dyn Array) -> Option<Vec<u8>> {
    let mut places = vec![UNSAID; values_.len()];
    match values_.data_type() {
        DataType::Null => {}
        DataType::Dictionary(_, _) => return None,
        DataType::Boolean if stated.kind == Kind::Flag => {
            let flags = values_.as_boolean_opt()?;
            places.iter_mut().zip(flags.values()).for_each(|(place, flag)| *place = u8::from(flag));
        }
        _ => {
            let values = values(stated, values_)?;
            values.places(0, &mut places);
            // A number has no word for what was declined.
            let wrong_from = values.wrong_from();
            places.iter_mut().filter(|place| **place >= wrong_from).for_each(|place| *place = WRONG);
        }
    }
    if let Some(nulls) = values_.nulls() {
        places.iter_mut().zip(nulls).filter(|(_, there)| !there).for_each(|(place, _)| *place = UNSAID);
    }
    Some(places)
}

struct Numbers<'a, T: ArrowPrimitiveType> {
    array: &'a PrimitiveArray<T>,
    all: u8,
}

impl<T: ArrowPrimitiveType> Values for Numbers<'_, T>
where
    T::Native: Display + TryInto<u8>,
{
    fn places(&self, from: usize, into: &mut [u8]) {
        let numbers = self.array.values().iter().skip(from);
        into.iter_mut().zip(numbers).for_each(|(place, number)| *place = (*number).try_into().unwrap_or(u8::MAX));
    }

    fn wrong_from(&self) -> u8 {
        self.all
    }

    fn shown(&self, row: usize) -> String {
        self.array.values().get(row).map_or_else(String::new, ToString::to_string)
    }
}

struct Texts<A> {
    array: A,
    stated: &'static Observation,
}

impl<'a, A: ArrayAccessor<Item = &'a str> + Sync> Values for Texts<A> {
    fn places(&self, from: usize, into: &mut [u8]) {
        let rows = self.array.len();
        for (place, row) in into.iter_mut().zip(from..rows) {
            *place = if self.array.is_valid(row) { named(self.stated, self.array.value(row)) } else { UNSAID };
        }
    }

    fn wrong_from(&self) -> u8 {
        WRONG
    }

    fn shown(&self, row: usize) -> String {
        let text = self.array.value(row);
        let short: String = text.chars().take(60).collect();
        if short.len() < text.len() { format!("{short}…") } else { short }
    }
}

/// The place of a value, by its name.
fn named(stated: &Observation, name: &str) -> u8 {
    match (stated.value(name), name, stated.kind) {
        (Some(place), ..) => place,
        (None, "declined", _) => UNSAID,
        (None, "true", Kind::Flag) => 1,
        (None, "false", Kind::Flag) => 0,
        _ => WRONG,
    }
}

struct Words<'a, K: ArrowDictionaryKeyType> {
    array: &'a DictionaryArray<K>,
    places: Vec<u8>,
    stated: &'static Observation,
}

impl<K: ArrowDictionaryKeyType> Values for Words<'_, K> {
    fn places(&self, from: usize, into: &mut [u8]) {
        let keys = self.array.keys().values().iter().skip(from);
        for (place, key) in into.iter_mut().zip(keys) {
            *place = self.places.get(key.as_usize()).copied().unwrap_or(UNSAID);
        }
    }

    fn wrong_from(&self) -> u8 {
        WRONG
    }

    fn shown(&self, row: usize) -> String {
        let key = self.array.keys().values().get(row).map_or(0, |key| key.as_usize());
        let values = self.array.values();
        let shown = self::values(self.stated, values).map(|values| values.shown(key));
        let flags: Option<&BooleanArray> = values.as_boolean_opt();
        shown.or_else(|| flags.map(|flags| flags.value(key).to_string())).unwrap_or_default()
    }
}
