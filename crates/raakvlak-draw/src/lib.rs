//! Pictures for `raakvlak`, as SVG text: the card with the three houses, the figures of the checklist on
//! their page, and those of networks, pillars, competences, frames, ecograms, lifelines and facts.
//!
//! A professional lays the card on the table to explain youth care to parents (handbook, App. 3): the
//! house is the family, the foundation is upbringing, hard times are cracks in it, and support shores
//! it up again. Parents are the biggest stone in every house. The card is an aid to a talk, never a
//! verdict on a family.
//!
//! ```
//! use raakvlak::Texts;
//! use raakvlak::houses::House;
//! use raakvlak_draw::{Card, Place};
//!
//! // Green was told, orange is told now; what may follow stays open.
//! let card = Card::of(&[(House::Green, Place::Told), (House::Orange, Place::Next), (House::Red, Place::Kept)]);
//! let svg = card.draw(&Texts::nl());
//! assert!(svg.starts_with("<svg ") && svg.contains("lang=\"nl\""));
//! assert!(!svg.contains(Texts::nl().label("house.red").as_ref()));
//! ```

mod building;
mod call;
mod card;
#[cfg(feature = "checklist")]
mod checklist;
mod foundation;
mod garden;
mod lettering;
mod palette;
mod people;
#[cfg(feature = "pictures")]
mod pictures;
mod plan;
#[cfg(any(feature = "checklist", feature = "pictures"))]
mod sheet;
mod svg;

pub use call::draw;
pub use card::{Card, Place};
#[cfg(feature = "checklist")]
pub use checklist::checklist_page;
#[cfg(feature = "pictures")]
pub use pictures::{competences, ecogram, infographic, lifeline, overlap, phases, picture, pillars};
