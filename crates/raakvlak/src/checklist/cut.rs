//! The weakest place of a graph: whether few can be told apart from all others.

use std::collections::BinaryHeap;

/// Two vertices, and how many lie between them.
pub(crate) type Edge = (usize, usize, u64);

/// A set of vertices that hangs together with the rest of its component, by less than a
/// minimum; none where nothing hangs by less.
///
/// After Nagamochi, Ono and Ibaraki: vertices are taken one by one, each time the one that
/// hangs most on those taken before. What then hangs by the minimum is inseparable and becomes
/// one vertex, until nothing is left to separate. The cost is about that of reading the
/// edges, a few times.
pub(crate) fn weak(vertices: usize, edges: &[Edge], minimum: u64) -> Option<Vec<bool>> {
    let mut whole = Whole((0..vertices).collect());
    loop {
        let mut near: Vec<Vec<(usize, u64)>> = vec![Vec::new(); vertices];
        for (a, b, between) in edges {
            let (a, b) = (whole.of(*a), whole.of(*b));
            if a != b && *between > 0 {
                add(&mut near, a, b, *between);
                add(&mut near, b, a, *between);
            }
        }
        let mut left = false;
        let mut taken = vec![false; vertices];
        let mut hangs = vec![0u64; vertices];
        let mut joins = Vec::new();
        for start in 0..vertices {
            if taken.get(start) != Some(&false) || near.get(start).is_none_or(Vec::is_empty) {
                continue;
            }
            left = true;
            let mut last = (start, u64::MAX);
            let mut heap = BinaryHeap::from([(0, start)]);
            while let Some((_, vertex)) = heap.pop() {
                if std::mem::replace(taken.get_mut(vertex)?, true) {
                    continue;
                }
                last = (vertex, *hangs.get(vertex)?);
                for (other, between) in near.get(vertex).into_iter().flatten() {
                    if taken.get(*other) == Some(&false) {
                        let by = hangs.get_mut(*other)?;
                        *by += between;
                        if *by >= minimum {
                            joins.push((vertex, *other));
                        }
                        heap.push((*by, *other));
                    }
                }
            }
            let (vertex, by) = last;
            if by < minimum {
                return Some((0..vertices).map(|v| whole.of(v) == vertex).collect());
            }
        }
        joins.into_iter().for_each(|(a, b)| whole.join(a, b));
        if !left {
            return None;
        }
    }
}

fn add(near: &mut [Vec<(usize, u64)>], from: usize, to: usize, between: u64) {
    if let Some(near) = near.get_mut(from) {
        near.push((to, between));
    }
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
            if let Some(set) = weak {
                let by: u64 = edges.iter().filter(|(a, b, _)| set[*a] != set[*b]).map(|e| e.2).sum();
                prop_assert!(0 < by && by < minimum);
            }
        }
    }
}
