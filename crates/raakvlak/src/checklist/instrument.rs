//! The instrument: which statements there are, and in which blocks they stand.

use std::sync::OnceLock;

use crate::boundary::InstrumentName;
use crate::error::{Code, Error, nearest};
use crate::knowledge::{self, Kind};
use crate::observation::shorten;

/// A version of the checklist. Answers name theirs, so that a later version can tell which
/// statements are still the same.
///
/// ```
/// use raakvlak::checklist::Instrument;
///
/// let checklist = Instrument::current();
/// assert_eq!(checklist.items().len(), 31); // thirty with a number, and the one on anchoring
/// let first = &checklist.items()[0];
/// assert_eq!((first.name(), first.block), ("1", "checklist.block.outreach"));
/// ```
#[derive(Debug, PartialEq, Eq)]
pub struct Instrument {
    version: u32,
    items: Vec<Item>,
    blocks: Vec<Block>,
}

/// A statement.
#[derive(Debug, PartialEq, Eq)]
pub struct Item {
    /// The knowledge id, for instance `checklist.item.1`; it keeps its meaning in every version.
    pub id: &'static str,
    /// The lowest block it stands in.
    pub block: &'static str,
}

/// A building block, or a part of one.
#[derive(Debug, PartialEq, Eq)]
pub struct Block {
    /// The knowledge id, for instance `checklist.block.outreach`.
    pub id: &'static str,
    /// The block it is a part of; none for one of the five.
    pub parent: Option<&'static str>,
    /// The places of its statements, those of its parts included.
    pub items: Vec<usize>,
}

/// What became of statements after the first version: since which version, the statement, and what.
const HISTORY: &[(u32, &str, Change)] = &[];

/// What became of a statement in a later version; what weighs heavier comes later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// Word for word as it was.
    Same,
    /// Said in other words, with the same meaning: scores may be compared.
    Reworded,
    /// Of another meaning: scores are never compared without saying so.
    Changed,
    /// It was not there.
    New,
    /// It is no longer there.
    Dropped,
}

impl Change {
    /// Whether scores of both versions may stand beside each other.
    pub fn comparable(self) -> bool {
        matches!(self, Change::Same | Change::Reworded)
    }
}

impl Item {
    /// The name in tables: the number, or `anchoring` for the statement without one.
    pub fn name(&self) -> &'static str {
        self.id.strip_prefix("checklist.item.").unwrap_or(self.id)
    }
}

impl Instrument {
    /// The name by which documents and tables know it.
    pub const ID: &'static str = "raakvlak.checklist";

    /// The checklist as it is now.
    pub fn current() -> &'static Instrument {
        static CURRENT: OnceLock<Instrument> = OnceLock::new();
        CURRENT.get_or_init(|| {
            let of = |kind| knowledge::all().iter().filter(move |e| e.kind == kind);
            let items: Vec<Item> =
                of(Kind::Item).map(|e| Item { id: e.id, block: e.parent.unwrap_or_default() }).collect();
            let parent = |id: &str| knowledge::entry(id).and_then(|e| e.parent).filter(|p| *p != "checklist");
            let within = |item: &Item, block: &str| item.block == block || parent(item.block) == Some(block);
            let blocks = of(Kind::Block)
                .map(|e| Block {
                    id: e.id,
                    parent: parent(e.id),
                    items: (0..).zip(&items).filter(|(_, item)| within(item, e.id)).map(|(place, _)| place).collect(),
                })
                .collect();
            Instrument { version: 1, items, blocks }
        })
    }

    /// The version that answers name.
    ///
    /// # Errors
    /// `checklist.instrument` for an instrument or a version that this library does not know.
    pub fn named(id: &str, version: u32) -> Result<&'static Instrument, Error> {
        let current = Instrument::current();
        if id == Self::ID && version == current.version {
            return Ok(current);
        }
        let message = format!("there is no version {version} of the instrument `{}` here", shorten(id));
        Err(Error::new(Code::ChecklistInstrument, message).with_help(format!(
            "known here: {} version {}",
            Self::ID,
            current.version
        )))
    }

    pub(crate) fn named_as(&self) -> InstrumentName {
        InstrumentName { id: Self::ID.to_owned(), version: self.version }
    }

    /// The version, counted from 1.
    pub fn version(&self) -> u32 {
        self.version
    }

    /// What became of a statement between an older version and this one. Scores of both may be
    /// compared only where that is [`Change::comparable`].
    ///
    /// # Errors
    /// `checklist.item` where neither has such a statement.
    pub fn change(&self, item: &str, since: &Instrument) -> Result<Change, Error> {
        let id = self.place(item).ok().and_then(|place| self.items.get(place)).map(|item| item.id);
        let id = match id {
            Some(id) => id,
            None => since.items.get(since.place(item)?).map_or("", |item| item.id),
        };
        Ok(became(HISTORY, id, since.version, self.version))
    }

    /// The statements, in their order.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The blocks and their parts, in their order: each before its parts.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The place of a statement, by its id, its number, or `anchoring`.
    ///
    /// # Errors
    /// `checklist.item` where there is no such statement.
    pub fn place(&self, item: &str) -> Result<usize, Error> {
        let named = |i: &Item| i.id == item || i.name() == item;
        self.items.iter().position(named).ok_or_else(|| {
            Error::new(Code::ChecklistItem, format!("there is no statement `{}`", shorten(item)))
                .with_help(nearest(item, self.items.iter().map(|i| i.id)).unwrap_or_default())
        })
    }
}

fn became(history: &[(u32, &str, Change)], id: &str, since: u32, until: u32) -> Change {
    let between = history.iter().filter(|(version, of, _)| *of == id && (since + 1..=until).contains(version));
    between.map(|(.., change)| *change).max().unwrap_or(Change::Same)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_that_changed_once_stays_changed_and_one_that_was_only_reworded_may_be_compared() {
        let history =
            [(2, "a", Change::Reworded), (3, "a", Change::Changed), (4, "a", Change::Reworded), (2, "b", Change::New)];
        let became = |id, since, until| became(&history, id, since, until);
        assert_eq!(became("a", 1, 2), Change::Reworded);
        assert_eq!(became("a", 1, 4), Change::Changed);
        assert_eq!(became("a", 3, 4), Change::Reworded);
        assert_eq!(became("b", 1, 2), Change::New);
        assert_eq!(became("c", 1, 4), Change::Same);
        assert!(became("a", 1, 2).comparable() && !became("a", 1, 4).comparable() && !became("b", 1, 2).comparable());
    }

    #[test]
    fn every_statement_is_the_same_in_its_own_version() {
        let checklist = Instrument::current();
        assert!(checklist.items().iter().all(|item| checklist.change(item.id, checklist) == Ok(Change::Same)));
        assert!(checklist.change("99", checklist).is_err());
    }
}
