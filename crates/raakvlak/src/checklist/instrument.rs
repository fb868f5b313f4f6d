//! The instrument: which statements there are, and in which blocks they stand.

use std::sync::OnceLock;

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

/// What became of a statement in a later version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

    /// The version, counted from 1.
    pub fn version(&self) -> u32 {
        self.version
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
