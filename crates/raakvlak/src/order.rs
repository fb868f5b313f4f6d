//! One way of putting things in order; what compares as equal keeps its place.
//!
//! Where a module travels to a browser, one heap of places sorts whatever there is: each
//! type of its own that the standard library sorts weighs five kB there.

use std::cmp::Ordering;

/// Sorts.
#[allow(clippy::ptr_arg, reason = "the small way takes the things out and puts them back")]
pub(crate) fn sort_by<T>(list: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    #[cfg(not(target_family = "wasm"))]
    list.sort_by(compare);
    #[cfg(target_family = "wasm")]
    small::sort_by(list, &compare);
}

/// Sorts by a key.
#[allow(clippy::ptr_arg, reason = "as above")]
pub(crate) fn sort_by_key<T, K: Ord>(list: &mut Vec<T>, key: impl Fn(&T) -> K) {
    #[cfg(not(target_family = "wasm"))]
    list.sort_by_cached_key(key);
    #[cfg(target_family = "wasm")]
    small::sort_by(list, &|a, b| key(a).cmp(&key(b)));
}

/// Sorts by the natural order.
pub(crate) fn sort<T: Ord>(list: &mut Vec<T>) {
    sort_by(list, T::cmp);
}

/// Names as people order them: numbers within them by what they are worth, so that 9 comes before 10.
pub(crate) fn by_name(one: &str, other: &str) -> Ordering {
    let parts = |name| std::iter::successors(part(name), |(_, rest)| part(rest)).map(|(part, _)| part);
    let worth = |digits: &str| {
        let digits = digits.trim_start_matches('0');
        (digits.len(), digits.to_owned())
    };
    let compare = |(one, other): (&str, &str)| {
        let numbers = [one, other].iter().all(|part| part.starts_with(|c: char| c.is_ascii_digit()));
        if numbers { worth(one).cmp(&worth(other)) } else { one.cmp(other) }
    };
    let first = parts(one).zip(parts(other)).map(compare).find(|order| order.is_ne());
    // What is worth the same, as 7 and 07, still has one order.
    first.unwrap_or_else(|| parts(one).count().cmp(&parts(other).count())).then_with(|| one.cmp(other))
}

/// The digits that a name begins with, or what comes before them, and the rest.
fn part(name: &str) -> Option<(&str, &str)> {
    let digits = name.chars().next()?.is_ascii_digit();
    let end = name.find(|c: char| c.is_ascii_digit() != digits).unwrap_or(name.len());
    name.split_at_checked(end)
}

#[cfg(any(target_family = "wasm", test))]
mod small {
    use std::cmp::Ordering;
    use std::collections::BinaryHeap;

    pub(super) fn sort_by<T>(list: &mut Vec<T>, compare: &dyn Fn(&T, &T) -> Ordering) {
        let places = sorted(list.len(), &|a, b| match (list.get(a), list.get(b)) {
            (Some(a), Some(b)) => compare(a, b),
            _ => Ordering::Equal,
        });
        let mut things: Vec<Option<T>> = list.drain(..).map(Some).collect();
        list.extend(places.into_iter().filter_map(|place| things.get_mut(place)?.take()));
    }

    /// The places of so many things, in order.
    fn sorted(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
        let heap: BinaryHeap<Placed<'_>> = (0..count).map(|place| Placed { place, compare }).collect();
        heap.into_sorted_vec().into_iter().map(|placed| placed.place).collect()
    }

    struct Placed<'a> {
        place: usize,
        compare: &'a dyn Fn(usize, usize) -> Ordering,
    }

    impl Ord for Placed<'_> {
        fn cmp(&self, other: &Self) -> Ordering {
            (self.compare)(self.place, other.place).then(self.place.cmp(&other.place))
        }
    }

    impl PartialOrd for Placed<'_> {
        fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
            Some(self.cmp(other))
        }
    }

    impl PartialEq for Placed<'_> {
        fn eq(&self, other: &Self) -> bool {
            self.cmp(other).is_eq()
        }
    }

    impl Eq for Placed<'_> {}
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;

    use proptest::prelude::*;

    use super::by_name;

    #[test]
    fn a_number_in_a_name_counts_by_its_worth() {
        let names =
            ["", "07", "7", "8", "9", "10", "2024-2", "2024-10", "2025", "meting", "meting 2", "meting 10", "na"];
        for (at, one) in names.iter().enumerate() {
            for (beside, other) in names.iter().enumerate() {
                assert_eq!(by_name(one, other), at.cmp(&beside), "{one} and {other}");
            }
        }
    }

    proptest! {
        #[test]
        fn names_have_one_order(one in "[ab0-2]{0,5}", two in "[ab0-2]{0,5}", three in "[ab0-2]{0,5}") {
            prop_assert_eq!(by_name(&one, &two), by_name(&two, &one).reverse());
            prop_assert_eq!(by_name(&one, &two) == Ordering::Equal, one == two);
            if by_name(&one, &two).is_le() && by_name(&two, &three).is_le() {
                prop_assert!(by_name(&one, &three).is_le());
            }
        }

        #[test]
        fn the_small_way_sorts_as_the_standard_library_does(list: Vec<(u8, u8)>) {
            let (mut ours, mut theirs) = (list.clone(), list);
            super::small::sort_by(&mut ours, &|(a, _), (b, _)| a.cmp(b));
            theirs.sort_by_key(|(key, _)| *key);
            prop_assert_eq!(ours, theirs);
        }
    }
}
