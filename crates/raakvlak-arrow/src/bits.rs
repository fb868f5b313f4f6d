//! Bits of a bitmap as words, and comparisons of bytes as bits.

use arrow_buffer::BooleanBuffer;
use arrow_buffer::bit_chunk_iterator::BitChunks;

/// A bitmap, read in words of 64 rows. It may start inside a byte.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bits<'a> {
    bytes: &'a [u8],
    offset: usize,
    rows: usize,
}

impl<'a> Bits<'a> {
    pub(crate) fn of(bits: &'a BooleanBuffer) -> Self {
        Bits { bytes: bits.values(), offset: bits.offset(), rows: bits.len() }
    }

    /// The words from a row on, where they stand in the bitmap as they are needed: from the
    /// start of a byte, and as many.
    #[inline(always)]
    pub(crate) fn whole<const W: usize>(&self, from: usize) -> Option<&'a [[u8; 8]; W]> {
        let start = self.offset + from;
        let bytes = self.bytes.get(start / 8..).filter(|_| start.is_multiple_of(8) && from + 64 * W <= self.rows)?;
        bytes.as_chunks().0.first_chunk()
    }

    /// Asks the memory for the words from a row on, where a processor can be asked.
    #[inline(always)]
    pub(crate) fn ahead<const W: usize>(&self, from: usize) {
        let start = (self.offset + from) / 8;
        let (_lines, _) = self.bytes.get(start..start + 8 * W).unwrap_or_default().as_chunks::<64>();
        #[cfg(target_arch = "x86_64")]
        _lines.iter().for_each(safe_arch::prefetch_t0);
    }

    /// The words from a row on; zeros, or anything, after the last row.
    #[inline(always)]
    pub(crate) fn words<const W: usize>(&self, from: usize, into: &mut [u64; W]) {
        if let Some(whole) = self.whole::<W>(from) {
            into.iter_mut().zip(whole).for_each(|(word, bytes)| *word = u64::from_le_bytes(*bytes));
            return;
        }
        let rows = self.rows.saturating_sub(from).min(64 * W);
        let from = from.min(self.rows);
        let mut words = BitChunks::new(self.bytes, self.offset + from, rows).iter_padded();
        into.iter_mut().for_each(|word| *word = words.next().unwrap_or(0));
    }
}

/// The rows of a word that are there at all.
#[inline(always)]
pub(crate) fn up_to(rows: usize) -> u64 {
    if rows >= 64 { u64::MAX } else { (1 << rows) - 1 }
}

const LOW: u64 = u64::from_le_bytes([0x7f; 8]);
const HIGH: u64 = !LOW;

/// Which of 64 bytes are at least `least` (from 1 to 128): eight at a time. Adding what is
/// lacking from 128 sets the highest bit of a byte that is large enough, and one
/// multiplication brings the eight highest bits together.
#[inline(always)]
pub(crate) fn at_least(bytes: &[u8; 64], least: u8) -> u64 {
    let lacking = u64::from_le_bytes([128 - least.min(128); 8]);
    let eight = |bytes: &[u8; 8]| {
        let x = u64::from_le_bytes(*bytes);
        let large = (((x & LOW) + lacking) | x) & HIGH;
        ((large >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56) as u8
    };
    let mut bits = [0; 8];
    bits.iter_mut().zip(bytes.as_chunks().0).for_each(|(bits, bytes)| *bits = eight(bytes));
    u64::from_le_bytes(bits)
}

/// Bits as bytes, each with all bits set or none.
#[inline(always)]
pub(crate) fn mask(bits: [u8; 4]) -> [u8; 32] {
    std::array::from_fn(|row| {
        let bit = 1 << (row % 8);
        let byte = bits.get(row / 8).copied().unwrap_or_default();
        if byte & bit != 0 { u8::MAX } else { 0 }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_compared_with_every_threshold_as_it_should() {
        for least in 1..=128 {
            for first in (0..256).step_by(64) {
                let bytes: [u8; 64] = std::array::from_fn(|i| ((i * 37) % 64 + first) as u8);
                let bits = at_least(&bytes, least);
                for (i, byte) in bytes.iter().enumerate() {
                    assert_eq!(bits >> i & 1 == 1, *byte >= least, "{byte} >= {least}");
                }
            }
        }
    }

    #[test]
    fn words_are_read_from_any_bit() {
        let bits: Vec<bool> = (0..1_000).map(|i| i * i % 7 < 3).collect();
        let all = BooleanBuffer::from(bits.clone());
        for start in [0, 1, 7, 8, 63, 64, 65, 300] {
            let part = all.slice(start, all.len() - start);
            for from in [0, 64, 128, 640] {
                let mut words = [0; 4];
                Bits::of(&part).words(from, &mut words);
                for row in 0..256 {
                    let there = bits.get(start + from + row).copied();
                    let read = words[row / 64] >> (row % 64) & 1 == 1;
                    assert!(there.is_none_or(|bit| bit == read), "row {row} from {start} + {from}");
                }
            }
        }
    }
}
