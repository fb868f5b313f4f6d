//! Large cases: the time per comparison should not grow with their number.

use std::time::Duration;

use raakvlak::observation::{self, Kind};
use raakvlak::{Case, Rules, Texts, advise};
use serde_json::json;

use crate::Failure;
use crate::measure::{medians, nanoseconds, timed};
use crate::random::Random;

const ROUNDS: usize = 5;
const SIZES: [usize; 4] = [12_500, 25_000, 50_000, 100_000];
const ROLES: [&str; 6] = ["professional", "parent", "child", "other-family", "interpreter", "other"];

pub(crate) fn print() -> Result<(), Failure> {
    let (rules, texts) = (Rules::builtin(), Texts::nl());
    let [a, b, c, d] = SIZES.map(case);
    let turn = |json: &str| -> Result<Duration, Failure> {
        let (reading, case) = timed(|| Case::from_json(json));
        let case = case?;
        let (advising, _document) = timed(|| advise(&case, &rules, &texts));
        Ok(reading + advising)
    };
    let times = medians(ROUNDS, [&mut || turn(&a), &mut || turn(&b), &mut || turn(&c), &mut || turn(&d)])?;
    println!("large cases, from_json and advise");
    let each: Vec<f64> = times.iter().zip(SIZES).map(|(time, size)| nanoseconds(*time, size)).collect();
    for ((size, time), each) in SIZES.iter().zip(times).zip(&each) {
        println!("  {size:>7} comparisons: {:>6.0} ms, {each:.0} ns each", time.as_secs_f64() * 1e3);
    }
    if let [least, .., most] = each.as_slice() {
        println!("  time per comparison, largest / smallest {:.2}", most / least);
    }
    Ok(())
}

/// A case of so many comparisons: all facets of each pair, in no order. People grow with
/// the comparisons, so that work per pair of people would show.
fn case(comparisons: usize) -> String {
    let facets: Vec<&str> = observation::all().iter().filter(|o| o.kind == Kind::Difference).map(|o| o.id).collect();
    let people = comparisons / 100;
    let id = |person: usize| format!("p{person}");
    let mut random = Random(comparisons as u64);
    let mut stated: Vec<_> = facets
        .iter()
        .flat_map(|facet| (0..comparisons.div_ceil(facets.len())).map(move |pair| (pair, facet)))
        .map(|(pair, facet)| {
            let one = pair % people;
            // Every time round the people, with the next neighbour: no pair comes twice.
            let other = (one + 1 + pair / people) % people;
            let grade = ["shared", "partly", "different"].get(random.below(3));
            json!({ "between": [id(one), id(other)], "facet": facet, "difference": grade })
        })
        .collect();
    random.shuffle(&mut stated);
    stated.truncate(comparisons);
    let people: Vec<_> =
        (0..people).zip(ROLES.iter().cycle()).map(|(i, role)| json!({ "id": id(i), "role": role })).collect();
    json!({
        "schema": "raakvlak.case.v1",
        "sector": "district-team",
        "people": people,
        "comparisons": stated,
        "circumstances": { "person.young": true, "language.shared": false },
    })
    .to_string()
}
