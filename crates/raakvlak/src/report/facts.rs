//! The facts of the sources, each with what has to be said with it.

use super::dates::date;
use super::number;
use super::page::{Block, Item, Page};
use super::reports::{fill, page, source};
use crate::boundary::{DatedFact, FactsDocument};
use crate::knowledge::Figure;
use crate::text::Texts;

/// Every fact with its figure, whom it is from and until when it can be used; a stale one says so first.
///
/// ```
/// use raakvlak::report::{self, Format};
/// use raakvlak::{Texts, fact};
///
/// let texts = Texts::en();
/// let page = report::facts(&fact::facts(Some("2027-01-01"), &texts)?, &texts);
/// assert!(page.write(Format::Markdown).contains("Check first whether this still holds"));
/// # Ok::<(), raakvlak::Error>(())
/// ```
pub fn facts(document: &FactsDocument, texts: &Texts) -> Page {
    let mut page = page(&texts.label("fact"), texts, Some(&document.knowledge));
    let out = &mut page.blocks;
    out.push(Block::Text(texts.text("fact").into_owned()));
    if let Some(on) = &document.on {
        let stale = document.facts.iter().filter(|fact| fact.stale == Some(true)).count();
        let counted = texts.phrase("facts-on").replace("{n}", &stale.to_string());
        out.push(Block::Text(fill(&counted.replace("{m}", &document.facts.len().to_string()), &date(on, texts), "")));
    }
    let items = document.facts.iter().map(|fact| item(fact, texts)).collect();
    out.push(Block::List { numbered: false, items });
    page
}

fn item(fact: &DatedFact, texts: &Texts) -> Item {
    let said = |key: &str, a: &str| fill(&texts.phrase(key), a, "");
    let mut small = Vec::new();
    if let Some(day) = &fact.check_by {
        small.push(said(if fact.stale == Some(true) { "fact-stale" } else { "fact-check-by" }, &date(day, texts)));
    }
    if let (Some(figure), Some(of)) = (&fact.figure, &fact.figure_of) {
        small.push(format!("{}: {of}", self::figure(figure, texts)));
    }
    small.extend(fact.caveat.as_ref().map(|caveat| caveat.to_string()));
    small.extend(origin(fact.year, fact.named_source.as_deref(), texts));
    small.push(source(&fact.source, texts));
    let mark = if fact.stale == Some(true) { texts.phrase("fact-stale-mark").into_owned() } else { String::new() };
    Item { label: fact.label.to_string(), mark, text: fact.text.to_string(), small }
}

/// What year a fact is about, and from whom it is.
pub(super) fn origin(year: Option<u16>, named_source: Option<&str>, texts: &Texts) -> impl Iterator<Item = String> {
    let said = |key: &str, a: &str| fill(&texts.phrase(key), a, "");
    let year = year.map(|year| said("fact-year", &year.to_string()));
    year.into_iter().chain(named_source.map(|whom| said("fact-from", whom)))
}

/// A figure with its unit, as people read it.
fn figure(figure: &Figure, texts: &Texts) -> String {
    let decimals = |value: f64| if value.fract() == 0.0 { 0 } else { 1 };
    let mark = texts.phrase("thousands-mark");
    let read = |value: f64| in_thousands(&number(value, decimals(value), texts), &mark);
    let value = match (figure.value, figure.low, figure.high) {
        (Some(value), ..) => read(value),
        (None, Some(low), Some(high)) => fill(&texts.phrase("from-to"), &read(low), &read(high)),
        _ => return String::new(),
    };
    let unit = texts.find_phrase(&format!("unit-{}", figure.unit.replace(' ', "-")));
    unit.map_or_else(|| format!("{value} {}", figure.unit), |unit| fill(&unit, &value, ""))
}

/// A number with a mark between its thousands.
fn in_thousands(number: &str, mark: &str) -> String {
    let whole = number.chars().take_while(char::is_ascii_digit).count();
    let mut marked = String::new();
    for (i, character) in number.chars().enumerate() {
        if 0 < i && i < whole && (whole - i) % 3 == 0 {
            marked.push_str(mark);
        }
        marked.push(character);
    }
    marked
}

#[cfg(test)]
mod tests {
    use super::{figure, in_thousands};
    use crate::knowledge;
    use crate::text::Texts;

    #[test]
    fn a_figure_is_written_as_its_language_does() {
        let written = |id: &str, texts: &Texts| figure(knowledge::entry(id).unwrap().figure.as_ref().unwrap(), texts);
        assert_eq!(written("fact.elderly-2040.count", &Texts::nl()), "819.000 mensen");
        assert_eq!(written("fact.elderly-2040.share", &Texts::nl()), "12,2%");
        assert_eq!(written("fact.elderly-2040.share", &Texts::en()), "12.2%");
        assert_eq!(written("fact.carers.hours-migrant", &Texts::nl()), "30 tot 44 uur per week");
        for (digits, marked) in [("1", "1"), ("999", "999"), ("1000", "1,000"), ("1234567.5", "1,234,567.5")] {
            assert_eq!(in_thousands(digits, ","), marked);
        }
    }
}
