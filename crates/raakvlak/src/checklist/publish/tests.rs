//! The attacker: combines all published sums, and tries to tell few apart.

use std::collections::{BTreeSet, HashSet};

use proptest::prelude::*;
use proptest::strategy::ValueTree;

use super::*;
use crate::checklist::{Answer, Respondent, Sheet};

const MINIMUM: u64 = 5;

/// A table: who is where, and how many there are.
fn table() -> impl Strategy<Value = Vec<(Cell, u64)>> {
    let name = |names: &'static [&'static str]| {
        let stated = prop::sample::select(names).prop_map(|name| Some(name.to_owned()));
        prop_oneof![8 => stated, 1 => Just(None)]
    };
    let role = prop_oneof![
        3 => Just(Some(Role::Professional)),
        2 => Just(Some(Role::Manager)),
        1 => Just(Some(Role::Staff)),
        1 => Just(None),
    ];
    let cell = (name(&["Aa", "Bee"]), name(&["P", "Q"]), name(&["1", "2", "3"]), role);
    let cell = cell.prop_map(|(municipality, organisation, team, role)| Cell {
        municipality,
        organisation,
        team,
        role,
        wave: None,
    });
    let count = prop_oneof![3 => 1u64..MINIMUM, 2 => MINIMUM..12];
    prop::collection::btree_map(cell, count, 1..9).prop_map(|cells| cells.into_iter().collect())
}

/// What is hidden of a table, by set.
fn hidden(table: &[(Cell, u64)], step: Step) -> (Lattice<'_>, Vec<bool>) {
    let none = Tallies::default();
    let cells: Vec<(&Cell, &Tallies)> = table.iter().map(|(cell, _)| (cell, &none)).collect();
    let lattice = Lattice::of(&cells);
    let hidden = counted(&lattice, table).hidden(None, 0, step).remove(0);
    (lattice, hidden)
}

fn counted<'a>(lattice: &'a Lattice<'a>, table: &[(Cell, u64)]) -> Counted<'a> {
    Counted { lattice, cells: table.iter().map(|(_, count)| *count).collect(), minimum: MINIMUM }
}

/// Any set of fewer respondents than the minimum that some sum of published figures tells
/// apart. A sum that is about these alone exists where leaving their columns out makes the
/// published sums hang together more.
fn told_apart(lattice: &Lattice<'_>, hidden: &[bool], table: &[(Cell, u64)]) -> Option<Vec<usize>> {
    let sums: Vec<Vec<u64>> = (0..hidden.len())
        .filter(|set| !hidden[*set])
        .map(|set| {
            let within = |place: &Place| {
                lattice.chain(Some(place.whole)).chain(lattice.chain(place.role)).any(|other| other == set)
            };
            lattice.cells.iter().map(|place| u64::from(within(place))).collect()
        })
        .collect();
    let whole = rank(sums.clone());
    (1u32..1 << table.len()).find_map(|some| {
        let of = |column: &usize| some >> column & 1 == 1;
        let few: Vec<usize> = (0..table.len()).filter(of).collect();
        let respondents: u64 = few.iter().map(|column| table[*column].1).sum();
        let without = |sum: &Vec<u64>| (0..table.len()).filter(|c| !of(c)).map(|c| sum[c]).collect();
        (respondents < MINIMUM && rank(sums.iter().map(without).collect()) < whole).then_some(few)
    })
}

/// The rank of a matrix of zeros and ones: over a prime far above any of its determinants.
fn rank(mut rows: Vec<Vec<u64>>) -> usize {
    const PRIME: u64 = (1 << 61) - 1;
    let times = |a: u64, b: u64| (u128::from(a) * u128::from(b) % u128::from(PRIME)) as u64;
    let inverse = |a: u64| {
        let (mut power, mut result, mut left) = (a, 1, PRIME - 2);
        while left > 0 {
            if left & 1 == 1 {
                result = times(result, power);
            }
            power = times(power, power);
            left >>= 1;
        }
        result
    };
    let columns = rows.first().map_or(0, Vec::len);
    let mut rank = 0;
    for column in 0..columns {
        let Some(found) = (rank..rows.len()).find(|row| rows[*row][column] != 0) else { continue };
        rows.swap(rank, found);
        let taken = rows[rank].clone();
        let by = inverse(taken[column]);
        for row in &mut rows[rank + 1..] {
            let factor = times(row[column], by);
            row.iter_mut().zip(&taken).for_each(|(at, of)| *at = (*at + PRIME - times(factor, *of)) % PRIME);
        }
        rank += 1;
    }
    rank
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn no_sum_of_published_figures_tells_few_apart(table in table()) {
        let (lattice, hidden) = hidden(&table, Step::Whole);
        prop_assert_eq!(told_apart(&lattice, &hidden, &table), None);
    }

    /// Whatever is hidden, in whatever way: few can be told apart exactly where few edges cut the graph.
    #[test]
    fn the_graph_says_what_the_attacker_can_do(table in table(), hide in prop::collection::vec(any::<bool>(), 64)) {
        let (lattice, _) = hidden(&table, Step::Whole);
        let hidden: Vec<bool> = hide.into_iter().take(lattice.sets.len()).collect();
        prop_assume!(hidden.len() == lattice.sets.len());
        let left = Left::of(&lattice, &hidden);
        let edges: Vec<Edge> = lattice.cells.iter().zip(&table)
            .map(|(place, (_, count))| (left.over(Some(place.whole)), left.over(place.role), *count))
            .filter(|(one, other, _)| one != other)
            .collect();
        let weak = cut::weak(lattice.ground() + 1, &edges, MINIMUM).is_some();
        prop_assert_eq!(weak, told_apart(&lattice, &hidden, &table).is_some());
    }

    #[test]
    fn where_every_group_is_large_enough_nothing_is_hidden(table in table()) {
        let large = |(cell, count): (Cell, u64)| {
            let role = cell.role.or(Some(Role::Other));
            let (municipality, organisation) = (cell.municipality.or(Some("Cee".into())), cell.organisation.or(Some("R".into())));
            (Cell { municipality, organisation, team: cell.team.or(Some("4".into())), role, ..cell }, count + MINIMUM)
        };
        let table: std::collections::BTreeMap<Cell, u64> = table.into_iter().map(large).collect();
        let table: Vec<(Cell, u64)> = table.into_iter().collect();
        let (_, hidden) = hidden(&table, Step::Whole);
        prop_assert!(hidden.iter().all(|hidden| !hidden));
    }
}

#[test]
fn without_the_protection_of_what_is_hidden_the_attacker_succeeds() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut succeeded = 0;
    for _ in 0..2_000 {
        let table = table().new_tree(&mut runner).unwrap().current();
        let (lattice, hidden) = hidden(&table, Step::SmallGroupsOnly);
        succeeded += usize::from(told_apart(&lattice, &hidden, &table).is_some());
    }
    assert!(succeeded > 1_000, "{succeeded}");
}

/// Sheets of people who come back, or not, in the same team or another: person, wave, team, role.
fn rounds() -> impl Strategy<Value = Vec<(u8, u8, u8, bool)>> {
    let sheet = (0u8..60, 0u8..3, prop_oneof![12 => Just(None), 1 => (0u8..3).prop_map(Some)], any::<bool>());
    prop::collection::vec(sheet, 20..170).prop_map(|sheets| {
        let mut seen = HashSet::new();
        let sheets = sheets.into_iter().filter(|(person, wave, ..)| seen.insert((*person, *wave)));
        sheets.map(|(person, wave, moved, _)| (person, wave, moved.unwrap_or(person % 3), person % 5 == 0)).collect()
    })
}

fn surveyed(sheets: &[(u8, u8, u8, bool)]) -> Survey {
    let mut survey = Survey::default();
    for (person, wave, team, manager) in sheets {
        let role = Some(if *manager { Role::Manager } else { Role::Professional });
        let mut sheet = Sheet::new(Respondent { pseudonym: Some(person.to_string()), role });
        // Somebody who leaves statement 1 open now and then.
        if (person + wave) % 7 != 0 {
            sheet.answer("1", Answer::read("5").unwrap()).unwrap();
        }
        sheet.answer("2", Answer::read("8").unwrap()).unwrap();
        let cell = Cell {
            organisation: Some(if *team == 2 { "Q" } else { "P" }.to_owned()),
            team: Some(team.to_string()),
            wave: Some(wave.to_string()),
            ..Cell::default()
        };
        survey.add(&cell, &sheet).unwrap();
    }
    survey
}

/// Whom two published figures of different waves are about, and who that tells apart.
fn told_by_comparing(survey: &Survey, sheets: &[(u8, u8, u8, bool)], step: Step) -> Option<String> {
    let published = survey.hide(Minimum(MINIMUM), People::MayReturn, step);
    let few = |count: usize| (1..MINIMUM as usize).contains(&count);
    for place in 0..2 {
        let mut shown: Vec<(Cell, BTreeSet<u8>)> = Vec::new();
        for by in [
            &[][..],
            &[Key::Organisation],
            &[Key::Team],
            &[Key::Role],
            &[Key::Organisation, Key::Role],
            &[Key::Team, Key::Role],
        ] {
            for group in published.figures(by).groups {
                let Some(figure) = group.item(place) else { continue };
                let answered = sheets.iter().filter(|(person, wave, team, manager)| {
                    let cell = &group.cell;
                    let organisation = if *team == 2 { "Q" } else { "P" };
                    let role = if *manager { Role::Manager } else { Role::Professional };
                    cell.wave == Some(wave.to_string())
                        && cell.team.as_ref().is_none_or(|t| *t == team.to_string())
                        && cell.organisation.as_ref().is_none_or(|o| o == organisation)
                        && cell.role.is_none_or(|r| r == role)
                        && (place == 1 || (person + wave) % 7 != 0)
                });
                let answered: BTreeSet<u8> = answered.map(|(person, ..)| *person).collect();
                assert_eq!(answered.len() as u64, figure.scores.iter().sum::<u64>());
                shown.push((group.cell, answered));
            }
        }
        for (one, before) in &shown {
            for (other, after) in &shown {
                if one.wave >= other.wave || before.is_disjoint(after) {
                    continue;
                }
                let same = Cell { wave: None, ..one.clone() } == Cell { wave: None, ..other.clone() };
                let (stayed, left, joined) = (
                    before.intersection(after).count(),
                    before.difference(after).count(),
                    after.difference(before).count(),
                );
                let tells = if same { few(stayed) || few(left) || few(joined) } else { few(left + joined) };
                if tells {
                    return Some(format!(
                        "{place}: {one:?} beside {other:?}: {stayed} stayed, {left} left, {joined} joined"
                    ));
                }
            }
        }
    }
    None
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]
    #[test]
    fn no_two_figures_of_different_waves_tell_few_apart(sheets in rounds()) {
        prop_assert_eq!(told_by_comparing(&surveyed(&sheets), &sheets, Step::Whole), None);
    }
}

#[test]
fn without_the_step_comparing_waves_tells_few_apart() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut told = 0;
    for _ in 0..300 {
        let sheets = rounds().new_tree(&mut runner).unwrap().current();
        told += usize::from(told_by_comparing(&surveyed(&sheets), &sheets, Step::SmallGroupsOnly).is_some());
    }
    assert!(told > 200, "{told}");
}
