//! What the tests share: a second, independent statement of how a rule is decided.
//!
//! It reads the rules as a person would, one comparison at a time, and shares nothing with
//! the library's evaluator but the types of the documents.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use raakvlak::observation;
use raakvlak::program::Status;
use raakvlak::rule::Rule;
use raakvlak::situation::Situation;

pub mod random_cases;
pub mod synthetic;

/// The README, so that its example runs.
#[doc = include_str!("../README.md")]
#[cfg(doctest)]
pub struct Readme;

/// The same in three languages, so that its example in Rust runs.
#[doc = include_str!("../docs/three-languages.md")]
#[cfg(doctest)]
pub struct ThreeLanguages;

/// The guide to the houses, so that its example runs.
#[doc = include_str!("../docs/houses.md")]
#[cfg(doctest)]
pub struct Houses;

/// The guide to learning networks, so that its example runs.
#[doc = include_str!("../docs/networks.md")]
#[cfg(doctest)]
pub struct Networks;

/// What is known: observation id to value name.
pub type Known = BTreeMap<&'static str, &'static str>;

/// The root of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_path_buf).unwrap_or_default()
}

/// The situation in which this is known and nothing else.
pub fn situation(known: &Known) -> Situation {
    let mut seen = Situation::default();
    for (id, value) in known {
        seen.state(id, value).unwrap_or_else(|e| unreachable!("{id} = {value}: {e}"));
    }
    seen
}

/// Three-valued truth.
pub type Truth = Option<bool>;

/// The status of an advice, from the truth of its rules.
pub fn status(truth: Truth) -> Status {
    match truth {
        Some(true) => Status::Applies,
        Some(false) => Status::NotNow,
        None => Status::Open,
    }
}

/// Whether an advice holds: one of its rules does.
pub fn advice(rules: &[Rule], id: &str, known: &Known) -> Truth {
    any(rules.iter().filter(|r| r.advice == id).map(|r| rule(rules, r, known)).collect())
}

/// Whether a rule holds.
pub fn rule(rules: &[Rule], rule: &Rule, known: &Known) -> Truth {
    let list = |texts: &[String]| -> Vec<Truth> {
        texts.iter().flat_map(|t| expand(t)).map(|t| comparison(&t, known)).collect()
    };
    let mut parts: Vec<Truth> = rule.with.iter().map(|id| advice(rules, id, known)).collect();
    parts.extend(list(&rule.all));
    parts.extend(list(&rule.unless).into_iter().map(|t| t.map(|t| !t)));
    if !rule.any.is_empty() {
        parts.push(any(list(&rule.any)));
    }
    for clause in &rule.at_least {
        let of = list(&clause.of);
        let yes = of.iter().filter(|t| **t == Some(true)).count();
        let no = of.iter().filter(|t| **t == Some(false)).count();
        parts.push(if yes >= clause.count {
            Some(true)
        } else if of.len() - no < clause.count {
            Some(false)
        } else {
            None
        });
    }
    if parts.contains(&Some(false)) {
        Some(false)
    } else if parts.contains(&None) {
        None
    } else {
        Some(true)
    }
}

fn any(parts: Vec<Truth>) -> Truth {
    if parts.contains(&Some(true)) {
        Some(true)
    } else if parts.contains(&None) {
        None
    } else {
        Some(false)
    }
}

fn expand(text: &str) -> Vec<String> {
    match text.split_once(".* ") {
        None => vec![text.to_owned()],
        Some((aspect, rest)) => observation::all()
            .iter()
            .filter(|o| o.id.starts_with(&format!("{aspect}.")) && o.values() == ["shared", "partly", "different"])
            .map(|o| format!("{} {rest}", o.id))
            .collect(),
    }
}

fn comparison(text: &str, known: &Known) -> Truth {
    let mut words = text.split(' ');
    let (id, operator, value) =
        (words.next().unwrap_or(""), words.next().unwrap_or("="), words.next().unwrap_or("yes"));
    let order = observation::find(id).map(|o| o.values()).unwrap_or_default();
    let place = |name: &str| order.iter().position(|v| *v == name);
    let stated = place(known.get(id)?)?;
    let value = place(value)?;
    Some(match operator {
        "=" => stated == value,
        "!=" => stated != value,
        "<" => stated < value,
        "<=" => stated <= value,
        ">" => stated > value,
        ">=" => stated >= value,
        _ => unreachable!("{text}"),
    })
}
