//! The answers to one statement, as a byte for each row.

use arrow_array::cast::AsArray;
use arrow_array::types::{Float32Type, Float64Type};
use arrow_array::{Array, ArrayAccessor, downcast_integer_array};
use arrow_buffer::{Buffer, NullBuffer};
use arrow_schema::DataType;
use raakvlak::checklist::{Answer, Score};

use super::label::gather;
use crate::bits::{Bits, at_least, mask, up_to};
use crate::wide::{Work, widely};

/// Left open. The scores stand for themselves.
pub(crate) const NOT_ANSWERED: u8 = 0;
/// The highest score.
pub(crate) const HIGHEST: u8 = *Score::RANGE.end();
/// The statement does not fit the organisation.
pub(crate) const NOT_APPLICABLE: u8 = 11;
/// The respondent does not know.
pub(crate) const DONT_KNOW: u8 = 12;
/// Stands where there is no answer that can be read.
pub(crate) const WRONG: u8 = u8::MAX;

/// The answers to one statement. Columns of bytes are taken as they are, without a copy.
#[derive(Debug, Clone)]
pub(crate) enum Codes {
    /// Nothing is answered.
    Nothing,
    /// Scores where something is valid; anything elsewhere.
    Valid(Buffer, NullBuffer),
    /// A code in every row: not answered, or a score.
    Scores(Buffer),
    /// A code in every row.
    All(Buffer),
}

impl Codes {
    /// Reads a column, and adds the rows in which there is no answer to `wrong`; those count
    /// as not answered here.
    pub(crate) fn read(array: &dyn Array, wrong: &mut Vec<usize>) -> Codes {
        let valid = || array.nulls().filter(|nulls| nulls.null_count() > 0).cloned();
        let before = wrong.len();
        let codes = match array.data_type() {
            DataType::Null => return Codes::Nothing,
            // The bytes of both are the scores themselves.
            DataType::UInt8 | DataType::Int8 => {
                let data = array.to_data();
                let bytes = data.buffers().first().map(|bytes| bytes.slice_with_length(data.offset(), data.len()));
                (bytes.unwrap_or_default(), valid())
            }
            _ => match whole(array) {
                Some(codes) => (codes.into(), valid()),
                None => {
                    let codes = code(array);
                    wrong.extend((0..).zip(&codes).filter(|(_, code)| **code == WRONG).map(|(row, _)| row));
                    return Codes::of(codes);
                }
            },
        };
        let (bytes, valid) = codes;
        let zero_elsewhere = wrong_scores(&bytes, valid.as_ref(), wrong);
        match valid {
            _ if wrong.len() > before => {
                let there = |row: usize| valid.as_ref().is_none_or(|valid| valid.is_valid(row));
                let score =
                    |(row, code): (usize, &u8)| if there(row) && *code <= HIGHEST { *code } else { NOT_ANSWERED };
                Codes::Scores(bytes.iter().enumerate().map(score).collect::<Vec<u8>>().into())
            }
            Some(valid) if !zero_elsewhere => Codes::Valid(bytes, valid),
            _ => Codes::Scores(bytes),
        }
    }

    /// Of codes that stand in every row; what is wrong counts as not answered.
    pub(crate) fn of(mut codes: Vec<u8>) -> Codes {
        codes.iter_mut().filter(|code| **code == WRONG).for_each(|code| *code = NOT_ANSWERED);
        match codes.iter().max() {
            Some(&highest) if highest > HIGHEST => Codes::All(codes.into()),
            _ => Codes::Scores(codes.into()),
        }
    }

    /// The same as [`Self::bytes`], without a copy where they stand as they are needed.
    #[inline(always)]
    pub(crate) fn tile<'a, const N: usize>(&'a self, from: usize, copy: &'a mut [u8; N]) -> &'a [u8; N] {
        if let Codes::Scores(codes) | Codes::All(codes) = self
            && let Some(tile) = codes.get(from..).and_then(<[u8]>::first_chunk)
        {
            return tile;
        }
        self.bytes(from, copy);
        copy
    }

    /// The codes from a row on; not answered after the last.
    #[inline(always)]
    pub(crate) fn bytes<const N: usize>(&self, from: usize, into: &mut [u8; N]) {
        let (codes, valid) = match self {
            Codes::Nothing => return *into = [NOT_ANSWERED; N],
            Codes::Scores(codes) | Codes::All(codes) => (codes, None),
            Codes::Valid(codes, valid) => (codes, Some(Bits::of(valid.inner()))),
        };
        let codes = codes.get(from..).unwrap_or_default();
        match codes.first_chunk() {
            Some(codes) => *into = *codes,
            None => {
                *into = [NOT_ANSWERED; N];
                into.iter_mut().zip(codes).for_each(|(to, code)| *to = *code);
            }
        }
        let Some(valid) = valid else { return };
        for (from, into) in (from..).step_by(64).zip(into.chunks_mut(64)) {
            let mut there = [0];
            valid.words(from, &mut there);
            let [there] = there.map(u64::to_le_bytes);
            for (into, there) in into.as_chunks_mut::<32>().0.iter_mut().zip(there.as_chunks().0) {
                into.iter_mut().zip(mask(*there)).for_each(|(code, there)| *code &= there);
            }
        }
    }

    /// The code in a row.
    pub(crate) fn get(&self, row: usize) -> u8 {
        let code = |codes: &Buffer| codes.get(row).copied().unwrap_or(NOT_ANSWERED);
        match self {
            Codes::Nothing => NOT_ANSWERED,
            Codes::Valid(codes, valid) if valid.is_valid(row) => code(codes),
            Codes::Valid(..) => NOT_ANSWERED,
            Codes::Scores(codes) | Codes::All(codes) => code(codes),
        }
    }
}

/// The answer that a code stands for.
pub(crate) fn answer(code: u8) -> Answer {
    match code {
        NOT_APPLICABLE => Answer::NotApplicable,
        DONT_KNOW => Answer::DontKnow,
        score => Score::new(score).map_or(Answer::NotAnswered, Answer::Score),
    }
}

/// The code of an answer as people write it.
fn read(text: &str) -> u8 {
    match text.as_bytes() {
        [digit @ b'1'..=b'9'] => digit - b'0',
        [] => NOT_ANSWERED,
        b"10" => HIGHEST,
        _ => match Answer::read(text) {
            Ok(Answer::Score(score)) => score.get(),
            Ok(Answer::NotAnswered) => NOT_ANSWERED,
            Ok(Answer::NotApplicable) => NOT_APPLICABLE,
            Ok(Answer::DontKnow) => DONT_KNOW,
            Err(_) => WRONG,
        },
    }
}

/// Whole numbers as bytes; those that are no score become one that is none either.
fn whole(array: &dyn Array) -> Option<Vec<u8>> {
    downcast_integer_array!(
        array => Some(array.values().iter().map(|value| byte(*value).unwrap_or(WRONG)).collect()),
        _ => None
    )
}

fn byte(number: impl TryInto<u8>) -> Option<u8> {
    number.try_into().ok()
}

/// Texts, numbers with a point, and dictionaries of whatever, as codes.
pub(crate) fn code(array: &dyn Array) -> Vec<u8> {
    let number = |number: Option<f64>| match number {
        Some(number) if (1.0..=f64::from(HIGHEST)).contains(&number) && number.fract() == 0.0 => number as u8,
        Some(number) if !number.is_nan() => WRONG,
        _ => NOT_ANSWERED,
    };
    if let Some(dictionary) = array.as_any_dictionary_opt() {
        return gather(dictionary.keys(), &code(dictionary.values()), NOT_ANSWERED);
    }
    downcast_integer_array!(
        array => array.iter().map(|value| value.map_or(NOT_ANSWERED, |value| {
            byte(value).filter(|code| Score::RANGE.contains(code)).unwrap_or(WRONG)
        })).collect(),
        DataType::Float32 => array.as_primitive::<Float32Type>().iter().map(|n| number(n.map(f64::from))).collect(),
        DataType::Float64 => array.as_primitive::<Float64Type>().iter().map(number).collect(),
        DataType::Utf8 => texts(array.as_string::<i32>()),
        DataType::LargeUtf8 => texts(array.as_string::<i64>()),
        DataType::Utf8View => texts(array.as_string_view()),
        _ => vec![NOT_ANSWERED; array.len()]
    )
}

fn texts<'a>(array: impl ArrayAccessor<Item = &'a str>) -> Vec<u8> {
    let text = |row| if array.is_valid(row) { read(array.value(row)) } else { NOT_ANSWERED };
    (0..array.len()).map(text).collect()
}

/// Finds bytes that are no score, where they are valid. Tells whether all others are zero.
fn wrong_scores(bytes: &[u8], valid: Option<&NullBuffer>, wrong: &mut Vec<usize>) -> bool {
    widely(Search { bytes, valid: valid.map(|valid| Bits::of(valid.inner())), wrong })
}

struct Search<'a> {
    bytes: &'a [u8],
    valid: Option<Bits<'a>>,
    wrong: &'a mut Vec<usize>,
}

/// Rows that are looked at together, in words of 64.
const WORDS: usize = 16;

impl Work for Search<'_> {
    type Output = bool;

    #[inline(always)]
    fn call(self) -> bool {
        let Search { bytes, valid, wrong } = self;
        let mut zero_elsewhere = true;
        // The last rows are copied, and filled up with nothing.
        let mut last = [0; 64 * WORDS];
        for (from, bytes) in (0..).step_by(64 * WORDS).zip(bytes.chunks(64 * WORDS)) {
            let mut there = [u64::MAX; WORDS];
            if let Some(valid) = valid {
                valid.words(from, &mut there);
            }
            let mut rest = bytes.len();
            for there in &mut there {
                *there &= up_to(rest);
                rest = rest.saturating_sub(64);
            }
            let bytes = match bytes.first_chunk() {
                Some(bytes) => bytes,
                None => {
                    last.iter_mut().zip(bytes).for_each(|(to, byte)| *to = *byte);
                    &last
                }
            };
            let found = look(bytes, &there);
            zero_elsewhere &= !found.elsewhere;
            if found.wrong {
                list(from, bytes, &there, wrong);
            }
        }
        zero_elsewhere
    }
}

struct Found {
    /// A byte that is there is no score.
    wrong: bool,
    /// A byte that is not there is not zero.
    elsewhere: bool,
}

#[inline(always)]
fn look(bytes: &[u8; 64 * WORDS], there: &[u64; WORDS]) -> Found {
    let there = there.map(u64::to_le_bytes);
    let (mut wrong, mut elsewhere) = ([0; 32], [0; 32]);
    for (bytes, there) in bytes.as_chunks::<32>().0.iter().zip(there.as_flattened().as_chunks().0) {
        let to = wrong.iter_mut().zip(&mut elsewhere);
        for ((wrong, elsewhere), (byte, there)) in to.zip(bytes.iter().zip(mask(*there))) {
            let no_score = if byte.wrapping_sub(1) < HIGHEST { 0 } else { u8::MAX };
            *wrong |= no_score & there;
            *elsewhere |= byte & !there;
        }
    }
    Found { wrong: wrong != [0; 32], elsewhere: elsewhere != [0; 32] }
}

#[inline(never)]
fn list(from: usize, bytes: &[u8; 64 * WORDS], there: &[u64; WORDS], wrong: &mut Vec<usize>) {
    for ((from, there), bytes) in (from..).step_by(64).zip(there).zip(bytes.as_chunks().0) {
        let mut bad = there & !(at_least(bytes, 1) & !at_least(bytes, HIGHEST + 1));
        while bad != 0 {
            wrong.push(from + bad.trailing_zeros() as usize);
            bad &= bad - 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use arrow_array::{Int8Array, Int64Array, UInt8Array};

    use super::*;

    #[test]
    fn columns_of_bytes_are_taken_without_a_copy() {
        let scores: UInt8Array = (0..100u8).map(|row| (row % 7 > 0).then_some(row % 10 + 1)).collect();
        // Under the nulls stands zero.
        let Codes::Scores(bytes) = Codes::read(&scores.slice(9, 50), &mut Vec::new()) else { panic!() };
        assert_eq!(bytes.as_ptr(), scores.values()[9..].as_ptr());
        let scores = UInt8Array::new((0..100).map(|row| row % 10 + 1).collect(), scores.nulls().cloned());
        let Codes::Valid(bytes, _) = Codes::read(&scores.slice(9, 50), &mut Vec::new()) else { panic!() };
        assert_eq!(bytes.as_ptr(), scores.values()[9..].as_ptr());
        let scores: Int8Array = (0..100i8).map(|row| row % 10 + 1).collect();
        let Codes::Scores(bytes) = Codes::read(&scores, &mut Vec::new()) else { panic!() };
        assert_eq!(bytes.as_ptr(), scores.values().inner().as_ptr());
    }

    #[test]
    fn what_stands_under_a_null_counts_nowhere() {
        for len in [1, 63, 64, 65, 1_024, 1_100, 2_500] {
            let nulls: NullBuffer = (0..len).map(|row| row % 7 > 0).collect();
            let valid = |row: usize| nulls.is_valid(row);
            for under in [0, 7, 200] {
                let byte = |row: usize| if valid(row) { (row % 10 + 1) as u8 } else { under };
                let scores = UInt8Array::new((0..len).map(byte).collect(), Some(nulls.clone()));
                let mut wrong = Vec::new();
                let codes = Codes::read(&scores, &mut wrong);
                assert_eq!(wrong, [0; 0], "{under} of {len}");
                for from in (0..len).step_by(64) {
                    let (mut bytes, mut copy) = ([99; 128], [99; 128]);
                    codes.bytes(from, &mut bytes);
                    assert_eq!(codes.tile(from, &mut copy), &bytes);
                    for (row, code) in (from..).zip(bytes) {
                        let there = row < len && valid(row);
                        assert_eq!(code, if there { byte(row) } else { NOT_ANSWERED }, "{under}, row {row} of {len}");
                    }
                }
            }
        }
    }

    #[test]
    fn every_byte_that_is_no_score_is_found_wherever_it_stands() {
        for len in [1, 63, 64, 65, 1_023, 1_025, 3_000] {
            for at in [0, len / 2, len - 1] {
                for wrong in [0, 11, 12, 127, 128, 255u8] {
                    let mut bytes = vec![7; len];
                    bytes[at] = wrong;
                    let mut found = Vec::new();
                    wrong_scores(&bytes, None, &mut found);
                    assert_eq!(found, [at], "{wrong} of {len}");
                    let valid: NullBuffer = (0..len).map(|row| row != at).collect();
                    found.clear();
                    wrong_scores(&bytes, Some(&valid), &mut found);
                    assert!(found.is_empty(), "null {wrong} of {len}");
                }
            }
        }
    }

    #[test]
    fn a_number_too_large_for_a_byte_is_no_score() {
        let mut wrong = Vec::new();
        let codes =
            Codes::read(&Int64Array::from(vec![Some(257), Some(-249), None, Some(1 << 40), Some(3)]), &mut wrong);
        assert_eq!(wrong, [0, 1, 3]);
        assert_eq!([2, 3, 4].map(|row| codes.get(row)), [0, 0, 3]);
    }
}
