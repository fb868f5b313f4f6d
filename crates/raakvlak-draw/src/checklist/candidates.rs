//! What stands out, to talk about: it chooses nothing, and what is equal stands as equal.

use raakvlak::Texts;
use raakvlak::checklist::{Instrument, Role};
use raakvlak::report::{Block, Item};

use super::asked::{Asked, Unit};
use super::chart;

/// About so many of each kind: all that are equal to the last of them too. But what most statements share
/// does not stand out.
const SOME: usize = 3;

/// What stands out among everybody's answers.
pub(super) fn candidates(asked: &Asked<'_>) -> Vec<Block> {
    let texts = asked.texts;
    let (whole, by_role) = (asked.units(None, false), asked.units(None, true));
    let names =
        || (0usize..).zip(Instrument::current().items()).map(|(place, item)| (place, statement(place, texts), item));
    let of = |figure: &dyn Fn(usize) -> Option<f64>| -> Vec<(f64, String)> {
        names().filter_map(|(place, name, _)| Some((figure(place)?, name))).collect()
    };
    let summary = |place: usize| whole.first()?.statement(None, asked.wave, place);
    let lowest = of(&|place| summary(place).map(|s| s.median));
    let widest = of(&|place| summary(place).map(|s| s.quartiles.1 - s.quartiles.0));
    let apart = names().filter_map(|(place, name, _)| {
        let (apart, one, other) = apart(by_role.first()?, asked.wave, place)?;
        let roles = [one, other].map(|role| texts.phrase(&format!("role-{}", role.name())).into_owned());
        let with = [('a', &*name), ('b', &*roles[0]), ('c', &*roles[1])];
        Some((apart, chart::filled(&texts.phrase("survey-apart-of"), &with)))
    });
    let mut blocks = Vec::new();
    for (heading, at, most, found) in [
        ("survey-lowest", "survey-lowest-at", false, lowest),
        ("survey-widest", "survey-widest-at", true, widest),
        ("survey-apart", "survey-apart-at", true, apart.collect()),
    ] {
        blocks.push(Block::Heading(3, texts.phrase(heading).into_owned()));
        let items: Vec<Item> = outstanding(found, most)
            .into_iter()
            .map(|(figure, names)| {
                let figure = chart::halves(figure, texts);
                let tied = chart::filled(&texts.phrase("survey-tied"), &[('n', &*names.len().to_string())]);
                Item {
                    label: chart::filled(&texts.phrase(at), &[('a', &*figure)]),
                    mark: if names.len() > 1 { tied } else { String::new() },
                    text: names.join("; "),
                    ..Item::default()
                }
            })
            .collect();
        blocks.push(if items.is_empty() {
            Block::Text(texts.phrase("survey-none-stands-out").into_owned())
        } else {
            Block::List { numbered: false, items }
        });
    }
    blocks
}

/// A statement as it is called: its number where it has one, and its heading.
pub(super) fn statement(place: usize, texts: &Texts) -> String {
    let Some(item) = Instrument::current().items().get(place) else { return String::new() };
    let label = texts.label(item.id);
    match item.name().parse::<u32>() {
        Ok(number) => format!("{number}. {label}"),
        Err(_) => label.into_owned(),
    }
}

/// How far the medians of two roles lie apart, for the two that are furthest.
fn apart(unit: &Unit, wave: usize, place: usize) -> Option<(f64, Role, Role)> {
    let medians: Vec<(f64, Role)> =
        unit.roles().filter_map(|role| Some((unit.statement(Some(role), wave, place)?.median, role))).collect();
    let by = |one: &&(f64, Role), other: &&(f64, Role)| one.0.total_cmp(&other.0);
    let (low, high) = (medians.iter().min_by(by)?, medians.iter().max_by(by)?);
    (low.0 < high.0).then_some((high.0 - low.0, low.1, high.1))
}

/// The lowest, or the most, equal ones together.
fn outstanding(mut found: Vec<(f64, String)>, most: bool) -> Vec<(f64, Vec<String>)> {
    let all = found.len();
    found.retain(|(figure, _)| !most || *figure > 0.0);
    // A stable order: equal ones stay in the order of the list.
    found.sort_by(|(one, _), (other, _)| if most { other.total_cmp(one) } else { one.total_cmp(other) });
    let mut outstanding: Vec<(f64, Vec<String>)> = Vec::new();
    let mut taken = 0;
    for equal in found.chunk_by(|(one, _), (other, _)| one == other) {
        taken += equal.len();
        if taken > all.div_ceil(2).max(SOME) {
            break;
        }
        let names = equal.iter().map(|(_, name)| name.clone()).collect();
        outstanding.extend(equal.first().map(|(figure, _)| (*figure, names)));
        if taken >= SOME {
            break;
        }
    }
    outstanding
}

#[cfg(test)]
mod tests {
    use super::outstanding;

    #[test]
    fn what_is_equal_stands_together_or_not_at_all() {
        let of = |figures: &[f64], most| {
            let names = figures.iter().enumerate().map(|(place, figure)| (*figure, place.to_string()));
            let found = outstanding(names.collect(), most);
            found.into_iter().map(|(figure, names)| (figure, names.join(" "))).collect::<Vec<_>>()
        };
        let said = |list: &[(f64, &str)]| list.iter().map(|(f, n)| (*f, (*n).to_owned())).collect::<Vec<_>>();
        assert_eq!(of(&[5.0, 3.0, 4.0, 6.0], false), said(&[(3.0, "1"), (4.0, "2"), (5.0, "0")]));
        let ties = [4.0, 3.0, 4.0, 4.0, 6.0, 6.0, 7.0, 8.0];
        assert_eq!(of(&ties, false), said(&[(3.0, "1"), (4.0, "0 2 3")]));
        assert_eq!(of(&[1.0, 3.0, 0.0], true), said(&[(3.0, "1"), (1.0, "0")]));
        // What most of them share does not stand out.
        assert_eq!(of(&[3.0, 6.0, 6.0, 6.0, 6.0, 6.0], false), said(&[(3.0, "0")]));
        assert_eq!(of(&[6.0, 6.0, 6.0, 6.0], false), []);
        assert_eq!(of(&[], true), []);
    }
}
