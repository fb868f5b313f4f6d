//! Figures and facts of the sources (handbook, appendix 5 and further on), and whether they have to be checked
//! again.

use std::borrow::Cow;

use crate::boundary::{DatedFact, FactsDocument, Knowledge};
use crate::error::{Code, Error};
use crate::knowledge::{self, Entry, Kind};
use crate::lifeline::is_date;
use crate::observation::shorten;
use crate::text::Texts;

/// Every fact, and with a day whether it is stale then: whether the day by which it has to be checked again has
/// passed.
///
/// # Errors
/// `date.invalid` for what is no day that exists.
///
/// ```
/// use raakvlak::{Texts, fact};
///
/// let document = fact::facts(Some("2026-01-01"), &Texts::en())?;
/// let of_2025 = document.facts.iter().find(|f| f.id == "fact.elderly-2025.count").unwrap();
/// assert_eq!((of_2025.check_by.as_deref(), of_2025.stale), (Some("2025-12-31"), Some(true)));
///
/// assert_eq!(fact::facts(Some("2026-02-30"), &Texts::en()).unwrap_err().path(), "$.on");
/// # Ok::<(), raakvlak::Error>(())
/// ```
pub fn facts(on: Option<&str>, texts: &Texts) -> Result<FactsDocument, Error> {
    if let Some(day) = on.filter(|day| !is_day(day)) {
        return Err(Error::new(Code::DateInvalid, format!("`{}` is not a day", shorten(day)))
            .at("$.on")
            .with_help("write a day that exists: 2027-01-12"));
    }
    let all = knowledge::all().iter().filter(|entry| entry.kind == Kind::Fact);
    Ok(FactsDocument {
        schema: Cow::Borrowed("raakvlak.facts.v1"),
        knowledge: Knowledge::builtin(),
        lang: Cow::Owned(texts.lang().to_owned()),
        on: on.map(str::to_owned),
        facts: all.map(|entry| dated(entry, on, texts)).collect(),
    })
}

/// A day that exists, in full.
fn is_day(day: &str) -> bool {
    day.len() == "dddd-dd-dd".len() && is_date(day)
}

fn dated(entry: &Entry, on: Option<&str>, texts: &Texts) -> DatedFact {
    let fact = entry.fact();
    let check_by = fact.map(|fact| fact.check_by);
    DatedFact {
        id: Cow::Borrowed(entry.id),
        label: texts.label(entry.id),
        text: texts.text(entry.id),
        figure: entry.figure.clone(),
        figure_of: texts.figure(entry.id),
        caveat: texts.caveat(entry.id),
        year: fact.and_then(|fact| fact.year),
        named_source: fact.and_then(|fact| fact.named_source).map(Cow::Borrowed),
        source: entry.source.clone(),
        check_by: check_by.map(Cow::Borrowed),
        // Days in full are in the order of their letters.
        stale: on.zip(check_by).map(|(on, check_by)| on > check_by),
    }
}

#[cfg(test)]
mod tests {
    use super::is_day;
    use crate::knowledge::{self, Kind};

    #[test]
    fn every_day_by_which_a_fact_is_checked_exists() {
        let facts = knowledge::all().iter().filter(|entry| entry.kind == Kind::Fact);
        let days: Vec<&str> = facts.filter_map(|entry| entry.fact()).map(|fact| fact.check_by).collect();
        assert!(days.len() > 25, "{}", days.len());
        for day in days {
            assert!(is_day(day), "{day}");
        }
    }

    #[test]
    fn a_day_is_one_in_full_that_exists() {
        assert!(is_day("2028-02-29") && is_day("2400-02-29"));
        for not in ["", "2027", "2027-01", "2027-02-29", "2027-1-12", "2027-01-12T10", "12-01-2027", "２０２７-01-12"]
        {
            assert!(!is_day(not), "{not}");
        }
    }
}
