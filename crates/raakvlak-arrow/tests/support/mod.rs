//! Random rows, and columns of them in every form that a column may take.

pub(crate) mod random;

use std::sync::Arc;

use arrow_array::types::{Int8Type, UInt16Type};
use arrow_array::{
    ArrayRef, BooleanArray, DictionaryArray, Int8Array, Int16Array, Int32Array, Int64Array, LargeStringArray,
    PrimitiveArray, StringArray, StringViewArray, UInt8Array, UInt16Array, UInt32Array, UInt64Array,
};
use raakvlak::observation::{self, Kind};
use raakvlak::program::Status;
use raakvlak::situation::Situation;

use self::random::Random;

/// For each observation the place of its value, or [`UNKNOWN`].
pub(crate) type Row = Vec<u8>;
pub(crate) const UNKNOWN: u8 = 255;

/// A row of which much is known, or little.
pub(crate) fn row(random: &mut Random) -> Row {
    let known = 1 + random.below(16);
    let value = |values: usize, random: &mut Random| {
        if random.below(16) < known { random.below(values) as u8 } else { UNKNOWN }
    };
    observation::all().iter().map(|o| value(o.values().len(), random)).collect()
}

pub(crate) fn situation(row: &[u8]) -> Situation {
    let mut seen = Situation::default();
    for (o, value) in observation::all().iter().zip(row) {
        if *value != UNKNOWN {
            seen.state(o.id, o.value_name(*value)).unwrap();
        }
    }
    seen
}

pub(crate) fn answered(said: Option<bool>) -> Status {
    match said {
        Some(true) => Status::Applies,
        Some(false) => Status::NotNow,
        None => Status::Open,
    }
}

/// The column of an observation, in one of the forms it may take. Where nothing is known
/// stands anything, and where everything is known there is no validity.
pub(crate) fn column(observation: usize, rows: &[Row], form: usize) -> ArrayRef {
    let o = &observation::all()[observation];
    let values = || rows.iter().map(|row| Some(row[observation]).filter(|value| *value != UNKNOWN));
    let names = || values().map(|value| value.map(|value| o.value_name(value)));
    fn numbers<T: arrow_array::ArrowPrimitiveType>(
        values: impl Iterator<Item = Option<u8>>,
        of: impl Fn(u8) -> T::Native,
    ) -> ArrayRef {
        let (places, there): (Vec<T::Native>, Vec<bool>) =
            values.map(|value| (of(value.unwrap_or(77)), value.is_some())).unzip();
        let nulls = there.contains(&false).then(|| there.into());
        Arc::new(PrimitiveArray::<T>::new(places.into(), nulls))
    }
    match form % 16 {
        0..=4 if o.kind == Kind::Flag => {
            let flags: Vec<bool> = values().map(|value| value != Some(0)).collect();
            let there: Vec<bool> = values().map(|value| value.is_some()).collect();
            Arc::new(BooleanArray::new(flags.into(), there.contains(&false).then(|| there.into())))
        }
        0 | 5 => numbers::<<UInt8Array as Typed>::Type>(values(), |v| v),
        1 | 6 => numbers::<<Int8Array as Typed>::Type>(values(), |v| v as i8),
        2 => numbers::<<Int16Array as Typed>::Type>(values(), i16::from),
        3 => numbers::<<UInt16Array as Typed>::Type>(values(), u16::from),
        4 => numbers::<<Int32Array as Typed>::Type>(values(), i32::from),
        7 => numbers::<<UInt32Array as Typed>::Type>(values(), u32::from),
        8 => numbers::<<Int64Array as Typed>::Type>(values(), i64::from),
        9 => numbers::<<UInt64Array as Typed>::Type>(values(), u64::from),
        10 => Arc::new(names().collect::<StringArray>()),
        11 => Arc::new(names().collect::<LargeStringArray>()),
        12 => Arc::new(names().collect::<StringViewArray>()),
        13 => Arc::new(names().collect::<DictionaryArray<Int8Type>>()),
        14 => {
            // What is not known is a null among the values of the dictionary, or was declined.
            let words: StringArray =
                o.values().iter().map(|v| Some(*v)).chain([None, Some("declined"), Some("never used")]).collect();
            let last = o.values().len() as u16;
            let keys = values().enumerate().map(|(i, value)| value.map_or(last + (i % 2) as u16, u16::from));
            let keys = PrimitiveArray::<UInt16Type>::from_iter_values(keys);
            Arc::new(DictionaryArray::new(keys, Arc::new(words)))
        }
        _ if o.kind == Kind::Flag => {
            let words = BooleanArray::from(vec![Some(true), None, Some(false)]);
            let keys = values().map(|value| match value {
                Some(1) => 0,
                Some(_) => 2,
                None => 1,
            });
            Arc::new(DictionaryArray::new(PrimitiveArray::<Int8Type>::from_iter_values(keys), Arc::new(words)))
        }
        _ => {
            let words = Int32Array::from_iter_values(0..o.values().len() as i32);
            let keys: PrimitiveArray<Int8Type> = values().map(|value| value.map(|value| value as i8)).collect();
            Arc::new(DictionaryArray::new(keys, Arc::new(words)))
        }
    }
}

/// The type of the numbers of an array.
pub(crate) trait Typed {
    type Type: arrow_array::ArrowPrimitiveType;
}

impl<T: arrow_array::ArrowPrimitiveType> Typed for PrimitiveArray<T> {
    type Type = T;
}
