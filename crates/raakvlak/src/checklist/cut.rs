//! The weakest place of a graph: whether few can be told apart from all others.

use std::collections::BinaryHeap;

/// Two vertices, and how many lie between them.
pub(crate) type Edge = (usize, usize, u64);

/// Vertices in groups, some of which hang together with the rest by less than the minimum.
pub(crate) struct Weak {
    /// The group of each vertex.
    pub(crate) of: Vec<usize>,
    /// By group: whether it hangs together with the rest by less than the minimum.
    pub(crate) weak: Vec<bool>,
    /// By group: the component it is in.
    pub(crate) component: Vec<usize>,
}

/// Groups of vertices that hang together with the rest of their component by less than a
/// minimum; none where nothing hangs by less.
///
/// After Nagamochi, Ono and Ibaraki: vertices are taken one by one, each time the one that
/// hangs most on those taken before. What then hangs by the minimum is inseparable and becomes
/// one vertex, until nothing is left to separate. The cost is about that of reading the
/// edges, a few times.
pub(crate) fn weak(vertices: usize, edges: &[Edge], minimum: u64) -> Option<Weak> {
    let mut whole = Whole((0..vertices).collect());
    edges.iter().filter(|(.., between)| *between >= minimum).for_each(|(one, other, _)| whole.join(*one, *other));
    loop {
        let mut near: Vec<Vec<(usize, u64)>> = vec![Vec::new(); vertices];
        for (one, other, between) in edges {
            let (one, other) = (whole.of(*one), whole.of(*other));
            if one != other && *between > 0 {
                for (from, to) in [(one, other), (other, one)] {
                    if let Some(near) = near.get_mut(from) {
                        near.push((to, *between));
                    }
                }
            }
        }
        let hangs = near.iter().map(|near| near.iter().map(|(_, between)| between).sum::<u64>());
        let weak: Vec<bool> = hangs.map(|by| (1..minimum).contains(&by)).collect();
        if weak.contains(&true) {
            let of = (0..vertices).map(|vertex| whole.of(vertex)).collect();
            edges.iter().filter(|edge| edge.2 > 0).for_each(|(one, other, _)| whole.join(*one, *other));
            return Some(Weak { of, weak, component: (0..vertices).map(|group| whole.of(group)).collect() });
        }
        let joined = inseparable(&near, minimum);
        if joined.is_empty() {
            return None;
        }
        joined.into_iter().for_each(|(one, other)| whole.join(one, other));
    }
}

/// Pairs that hang together by the minimum, whatever is cut.
fn inseparable(near: &[Vec<(usize, u64)>], minimum: u64) -> Vec<(usize, usize)> {
    let mut hangs = vec![Some(0u64); near.len()];
    let mut pairs = Vec::new();
    for start in 0..near.len() {
        let mut heap = BinaryHeap::from([(0, start)]);
        while let Some((_, vertex)) = heap.pop() {
            // Taken: it hangs on nothing any more.
            if hangs.get_mut(vertex).and_then(Option::take).is_none() {
                continue;
            }
            for (other, between) in near.get(vertex).into_iter().flatten() {
                if let Some(Some(by)) = hangs.get_mut(*other) {
                    *by += between;
                    if *by >= minimum {
                        pairs.push((vertex, *other));
                    }
                    heap.push((*by, *other));
                }
            }
        }
    }
    pairs
}

/// Which vertices became one.
struct Whole(Vec<usize>);

impl Whole {
    fn of(&mut self, vertex: usize) -> usize {
        let mut at = vertex;
        while let Some(next) = self.0.get(at).copied().filter(|next| *next != at) {
            let after = self.0.get(next).copied().unwrap_or(next);
            if let Some(here) = self.0.get_mut(at) {
                *here = after;
            }
            at = next;
        }
        at
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.of(a), self.of(b));
        if let Some(whole) = self.0.get_mut(a) {
            *whole = b;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The least that any set of vertices hangs by, tried one by one.
    fn least(vertices: usize, edges: &[Edge]) -> Option<u64> {
        let by = |set: u32| {
            let cut = edges.iter().filter(|(a, b, _)| (set >> a & 1) != (set >> b & 1));
            cut.map(|(_, _, between)| between).sum::<u64>()
        };
        (1..1u32 << vertices).map(by).filter(|by| *by > 0).min()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(3_000))]
        #[test]
        fn a_weak_place_is_found_where_there_is_one_and_only_there(
            edges in prop::collection::vec((0usize..7, 0usize..7, 0u64..8), 0..16),
            minimum in 1u64..12,
        ) {
            let edges: Vec<Edge> = edges.into_iter().filter(|(a, b, _)| a != b).collect();
            let weak = weak(7, &edges, minimum);
            prop_assert_eq!(weak.is_some(), least(7, &edges).is_some_and(|by| by < minimum));
            if let Some(Weak { of, weak, .. }) = weak {
                for group in (0..7).filter(|group| weak[*group]) {
                    let cut = edges.iter().filter(|(a, b, _)| (of[*a] == group) != (of[*b] == group));
                    let by: u64 = cut.map(|e| e.2).sum();
                    prop_assert!(0 < by && by < minimum);
                }
            }
        }
    }
}
