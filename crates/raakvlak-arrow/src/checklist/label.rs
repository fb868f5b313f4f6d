//! Names that stand in a column: of a team, an organisation, a wave, a respondent.

use std::fmt::{Display, Write};
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Float32Type, Float64Type};
use arrow_array::{Array, ArrayAccessor, ArrayRef, downcast_integer_array};
use arrow_buffer::ArrowNativeType;
use arrow_schema::DataType;
use hashbrown::HashMap;

/// Calls with the name in each row, in their order, without the spaces around it; none where
/// nothing stands. Whole numbers and days are names too.
pub(crate) fn each(array: &dyn Array, with: &mut dyn FnMut(Option<&str>)) {
    downcast_integer_array!(
        array => shown(array.iter(), with),
        DataType::Float32 => {
            let numbers = array.as_primitive::<Float32Type>().iter();
            shown(numbers.map(|number| number.filter(|n| !n.is_nan())), with);
        }
        DataType::Float64 => {
            let numbers = array.as_primitive::<Float64Type>().iter();
            shown(numbers.map(|number| number.filter(|n| !n.is_nan())), with);
        }
        DataType::Date32 => {
            let days = array.as_primitive::<Date32Type>().iter();
            shown(days.map(|day| Date32Type::to_naive_date_opt(day?)), with);
        }
        DataType::Utf8 => texts(array.as_string::<i32>(), with),
        DataType::LargeUtf8 => texts(array.as_string::<i64>(), with),
        DataType::Utf8View => texts(array.as_string_view(), with),
        DataType::Dictionary(..) => {
            let words = map(array, None, &mut |word| Some(Arc::<str>::from(word)));
            words.iter().for_each(|word| with(word.as_deref()));
        }
        _ => (0..array.len()).for_each(|_| with(None))
    );
}

/// What becomes of the name in each row. For a dictionary it is asked once for each of its words.
pub(crate) fn map<T: Clone>(array: &dyn Array, nothing: T, of: &mut dyn FnMut(&str) -> T) -> Vec<T> {
    if let Some(dictionary) = array.as_any_dictionary_opt() {
        let words = map(dictionary.values(), nothing.clone(), of);
        return gather(dictionary.keys(), &words, nothing);
    }
    let mut all = Vec::with_capacity(array.len());
    each(array, &mut |word| all.push(word.map_or_else(|| nothing.clone(), &mut *of)));
    all
}

/// What the keys of a dictionary stand for.
pub(crate) fn gather<T: Clone>(keys: &dyn Array, words: &[T], nothing: T) -> Vec<T> {
    downcast_integer_array!(
        keys => {
            let word = |key: Option<usize>| key.and_then(|key| words.get(key)).unwrap_or(&nothing).clone();
            if keys.null_count() == 0 {
                return keys.values().iter().map(|key| word(Some(key.as_usize()))).collect();
            }
            keys.iter().map(|key| word(key.map(ArrowNativeType::as_usize))).collect()
        }
        _ => Vec::new()
    )
}

fn texts<'a>(array: impl ArrayAccessor<Item = &'a str>, with: &mut dyn FnMut(Option<&str>)) {
    for row in 0..array.len() {
        let text = array.is_valid(row).then(|| array.value(row).trim());
        with(text.filter(|text| !text.is_empty()));
    }
}

fn shown<T: Display>(values: impl Iterator<Item = Option<T>>, with: &mut dyn FnMut(Option<&str>)) {
    let mut text = String::new();
    for value in values {
        text.clear();
        with(value.and_then(|value| write!(text, "{value}").ok()).map(|()| text.as_str()));
    }
}

/// The names that were met in a column so far, each with a number from 1 on; 0 is for none.
#[derive(Debug, Clone, Default)]
pub(crate) struct Words {
    numbers: HashMap<Arc<str>, u32>,
    words: Vec<Arc<str>>,
    /// The numbers of names that are themselves small numbers.
    small: Vec<u32>,
    /// The words of the last dictionary: tables of one stream mostly share theirs.
    dictionary: Option<(ArrayRef, Vec<u32>)>,
}

/// Names that are whole numbers below this have their own list.
const SMALL: usize = 1 << 20;

fn small(number: impl TryInto<usize>) -> Option<usize> {
    number.try_into().ok().filter(|number| *number < SMALL)
}

impl Words {
    /// The number of the name in each row.
    pub(crate) fn of(&mut self, array: &dyn Array) -> Vec<u32> {
        if let Some(dictionary) = array.as_any_dictionary_opt() {
            let values = dictionary.values();
            let same = |known: &ArrayRef| known.to_data().ptr_eq(&values.to_data());
            let words = match self.dictionary.take() {
                Some((known, words)) if same(&known) => words,
                _ => self.of(values),
            };
            let numbers = gather(dictionary.keys(), &words, 0);
            self.dictionary = Some((values.clone(), words));
            return numbers;
        }
        downcast_integer_array!(
            array => {
                if array.null_count() == 0 {
                    return array.values().iter().map(|value| self.integer(*value)).collect();
                }
                array.iter().map(|value| value.map_or(0, |value| self.integer(value))).collect()
            }
            _ => {
                let mut last = (String::new(), 0);
                map(array, 0, &mut |word| {
                    // Rows of one team mostly stand together.
                    if last.1 == 0 || last.0 != word {
                        last.0.clear();
                        last.0.push_str(word);
                        last.1 = self.number(word);
                    }
                    last.1
                })
            }
        )
    }

    fn integer<N: TryInto<usize> + Display + Copy>(&mut self, value: N) -> u32 {
        match small(value) {
            Some(small) => self.small(small),
            None => self.number(&value.to_string()),
        }
    }

    fn small(&mut self, value: usize) -> u32 {
        match self.small.get(value) {
            Some(number) if *number > 0 => *number,
            _ => {
                let number = self.number(&value.to_string());
                self.small.resize(self.small.len().max(value + 1), 0);
                if let Some(small) = self.small.get_mut(value) {
                    *small = number;
                }
                number
            }
        }
    }

    /// The number of a name.
    pub(crate) fn number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let word: Arc<str> = word.into();
        self.words.push(word.clone());
        let number = self.words.len() as u32;
        self.numbers.insert(word, number);
        number
    }

    /// The names, in the order of their numbers.
    pub(crate) fn all(&self) -> &[Arc<str>] {
        &self.words
    }
}
