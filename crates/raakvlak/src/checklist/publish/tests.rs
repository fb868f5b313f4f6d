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

/// Whom published figures of two waves are about, alone and in sums, and who that tells apart.
fn told_by_comparing(survey: &Survey, sheets: &[(u8, u8, u8, bool)], step: Step) -> Option<String> {
    let published = survey.hide(Minimum(MINIMUM), People::MayReturn, step);
    let few = |count: u32| (1..MINIMUM as u32).contains(&count);
    for place in 0..2 {
        // Each with whom it is about, a bit a person.
        let mut shown: Vec<(Cell, u64)> = Vec::new();
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
                let answered = answered.fold(0, |all, (person, ..)| all | 1u64 << person);
                assert_eq!(u64::from(answered.count_ones()), figure.scores.iter().sum::<u64>());
                shown.push((group.cell, answered));
            }
        }
        for (one, before) in &shown {
            for (other, after) in &shown {
                if one.wave >= other.wave || before & after == 0 {
                    continue;
                }
                let same = Cell { wave: None, ..one.clone() } == Cell { wave: None, ..other.clone() };
                let stayed = (before & after).count_ones();
                let (left, joined) = ((before & !after).count_ones(), (after & !before).count_ones());
                if same && (few(stayed) || few(left) || few(joined)) {
                    return Some(format!(
                        "{place}: {one:?} beside {other:?}: {stayed} stayed, {left} left, {joined} joined"
                    ));
                }
            }
        }
        // Every sum of one wave beside every sum of another: as a whole, or of a role.
        let waves: BTreeSet<&Option<String>> = shown.iter().map(|(cell, _)| &cell.wave).collect();
        let sums = |wave: &Option<String>| -> BTreeSet<u64> {
            let roles = [None, Some(Role::Manager), Some(Role::Professional)];
            let of = |role| shown.iter().filter(move |(cell, _)| cell.wave == *wave && cell.role == role);
            roles.into_iter().flat_map(|role| sums(of(role).map(|(_, people)| *people).collect())).collect()
        };
        let sums: Vec<BTreeSet<u64>> = waves.into_iter().map(sums).collect();
        for (at, one) in sums.iter().enumerate() {
            for (before, after) in sums
                .iter()
                .skip(at + 1)
                .flat_map(|other| one.iter().flat_map(move |b| other.iter().map(move |a| (b, a))))
            {
                if before & after != 0 && few((before ^ after).count_ones()) {
                    return Some(format!("{place}: {before:b} beside {after:b}"));
                }
            }
        }
    }
    None
}

/// Everything that adding up and taking away figures of one wave is about: what is left of each when those within it
/// are taken out, put together in every way.
fn sums(figures: BTreeSet<u64>) -> BTreeSet<u64> {
    let within = |whole: u64| figures.iter().filter(move |part| **part != whole && **part & !whole == 0);
    let rests = figures.iter().map(|whole| whole & !within(*whole).fold(0, |all, part| all | part));
    rests.fold(BTreeSet::from([0]), |sums, rest| sums.iter().flat_map(|sum| [*sum, sum | rest]).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]
    #[test]
    fn no_sums_of_figures_of_different_waves_tell_few_apart(sheets in rounds()) {
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

/// Three teams of one organisation. Of Bee one left, and Cee changed: then Aa and Bee together are what is left of
/// the organisation without Cee, and in the wave before they are a sum.
fn one_left(recognised: bool) -> Survey {
    let mut survey = Survey::default();
    let teams: [(&str, [std::ops::Range<u32>; 2]); 3] =
        [("Aa", [0..12, 0..12]), ("Bee", [20..30, 20..29]), ("Cee", [40..70, 52..82])];
    for (team, waves) in teams {
        for (wave, people) in waves.into_iter().enumerate() {
            for person in people {
                let pseudonym = recognised.then(|| person.to_string());
                let mut sheet = Sheet::new(Respondent { pseudonym, role: None });
                sheet.answer("1", Answer::read(if person == 29 { "1" } else { "7" }).unwrap()).unwrap();
                let wave = Some((wave + 1).to_string());
                let cell = Cell { organisation: Some("P".into()), team: Some(team.into()), wave, ..Cell::default() };
                survey.add(&cell, &sheet).unwrap();
            }
        }
    }
    survey
}

/// The teams and the organisation of which statement 1 is shown in a wave.
fn shown(survey: &Survey, wave: &str) -> Vec<String> {
    let published = survey.publish(Minimum::default(), People::MayReturn);
    let groups = [&[Key::Organisation][..], &[Key::Team]].into_iter().flat_map(|by| published.figures(by).groups);
    let shown = groups.filter(|group| group.item(0).is_some() && group.cell.wave.as_deref() == Some(wave));
    shown.filter_map(|group| group.cell.team.or(group.cell.organisation)).collect()
}

#[test]
fn one_who_left_is_not_told_by_a_sum_of_teams_beside_the_rest_of_their_organisation() {
    let survey = one_left(true);
    assert_eq!(shown(&survey, "2"), ["P", "Cee"]);
    // Without Bee, what is left of wave 1 is of Aa and Cee, or of Cee and everybody.
    let before = shown(&survey, "1");
    assert!(!before.contains(&"Aa".to_owned()) || !before.contains(&"Bee".to_owned()), "{before:?}");
}

#[test]
fn where_nobody_is_recognised_no_group_is_shown_that_is_seen_within_another_later() {
    assert_eq!(shown(&one_left(false), "2"), ["P", "Cee"]);
    assert_eq!(shown(&one_left(false), "1"), Vec::<String>::new());
}
