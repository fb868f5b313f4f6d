//! Reports to read and print: a page of blocks, written as text, Markdown or HTML.
//!
//! A page is made from a document alone, so the same document gives the same page
//! wherever it was made.

mod checklist;
mod dates;
mod facts;
mod form;
mod houses;
mod html;
mod markdown;
mod network;
mod page;
mod plain;
mod reports;
mod review;
mod schedule;
mod scores;
mod tables;
mod vision;
mod vote;
mod wall;

pub use checklist::checklist;
pub use dates::date;
pub use facts::facts;
pub use form::{checklist_form, improvement_form};
pub use houses::{houses, houses_for_parents};
pub use html::escape;
pub use network::network;
pub use page::{Block, Item, Page, Picture};
pub use reports::{advice, advised, casework, comparison, entries, entry, errors, observations, why};
pub use review::review;
pub use schedule::schedule;
pub use scores::{scores, scores_comparison};
pub use tables::rules;
pub use vision::{manager_trajectory, vision};
pub use vote::vote;

use crate::text::Texts;

/// A figure as people read it: with so many decimals, and the decimal mark of the language.
///
/// ```
/// use raakvlak::{Texts, report::number};
///
/// assert_eq!(number(6.5, 2, &Texts::nl()), "6,50");
/// assert_eq!(number(6.5, 1, &Texts::en()), "6.5");
/// ```
pub fn number(figure: f64, decimals: usize, texts: &Texts) -> String {
    format!("{figure:.decimals$}").replace('.', &texts.phrase("decimal-mark"))
}

/// A difference with its sign; what rounds to nothing has no direction.
fn signed(difference: f64, decimals: usize, texts: &Texts) -> String {
    let rounded = number(difference.abs(), decimals, texts);
    let sign = match difference {
        _ if !rounded.contains(|c: char| ('1'..='9').contains(&c)) => "",
        ..0.0 => "−",
        _ => "+",
    };
    format!("{sign}{rounded}")
}

/// How a page is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Plain text, at most 80 columns wide.
    Text,
    /// Plain text with ANSI colours, for a terminal.
    Terminal,
    /// Markdown.
    Markdown,
    /// One self-contained HTML page.
    Html,
}

impl Page {
    /// A page with a title, on which nothing stands yet; below it stands which knowledge it was made with.
    ///
    /// ```
    /// use raakvlak::{Texts, report::Page};
    ///
    /// let page = Page::titled("Een titel", &Texts::nl());
    /// assert!(page.blocks.is_empty() && page.footer.contains(raakvlak::knowledge::version()));
    /// ```
    pub fn titled(title: &str, texts: &Texts) -> Page {
        reports::page(title, texts, None)
    }

    /// Writes the page.
    ///
    /// ```
    /// use raakvlak::boundary::Sector;
    /// use raakvlak::report::{self, Format};
    /// use raakvlak::{advise, Case, Rules, Texts};
    ///
    /// let case = Case::builder(Sector::YouthCare).state("person.young", true).build()?;
    /// let texts = Texts::en();
    /// let page = report::advice(&advise(&case, &Rules::builtin(), &texts), &texts, false);
    /// let text = page.write(Format::Text);
    /// assert!(text.lines().all(|line| line.chars().count() <= 80));
    /// assert!(page.write(Format::Html).starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
    /// # Ok::<(), raakvlak::Error>(())
    /// ```
    pub fn write(&self, format: Format) -> String {
        match format {
            Format::Text => plain::write(self, false),
            Format::Terminal => plain::write(self, true),
            Format::Markdown => markdown::write(self),
            Format::Html => html::write(self),
        }
    }
}
