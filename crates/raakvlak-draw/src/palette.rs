//! The colours, few and used again; and how each house looks.

use raakvlak::houses::House;

/// Outlines and letters.
pub(crate) const INK: &str = "#3a2e39";
pub(crate) const PAPER: &str = "#fffaf0";
pub(crate) const CARD: &str = "#fbf1de";
pub(crate) const SUN: &str = "#f8cf5a";
pub(crate) const CLOUD: &str = "#fdfdfb";
pub(crate) const HILL: &str = "#bfdba0";
pub(crate) const GRASS: &str = "#97c476";
pub(crate) const LEAF: &str = "#5f9a57";
pub(crate) const WOOD: &str = "#d8a870";
pub(crate) const LAMPLIGHT: &str = "#fff0bd";
pub(crate) const RAIN: &str = "#4a7fab";

pub(crate) const TEAL: &str = "#3f8f97";
pub(crate) const MUSTARD: &str = "#eabb4d";
pub(crate) const PLUM: &str = "#96648f";
pub(crate) const CORAL: &str = "#e58a70";
pub(crate) const BLUE: &str = "#5a86b8";

/// How a house looks. The three differ in lightness too, so that they differ in grey.
pub(crate) struct Look {
    /// The number on the plate.
    pub(crate) number: &'static str,
    /// The roof, the door, the frames.
    pub(crate) colour: &'static str,
    /// The stones, lighter, and their smooth face, lighter still.
    pub(crate) stone: &'static str,
    pub(crate) face: &'static str,
    pub(crate) sky: &'static str,
    /// The pattern of the stones: lines on a tile of 14 by 14, their colour and how thick they are.
    pub(crate) pattern: (&'static str, &'static str, i32),
}

pub(crate) const fn look(house: House) -> Look {
    match house {
        House::Green => Look {
            number: "1",
            colour: "#579f5f",
            stone: "#b4d8ad",
            face: "#e6f3df",
            sky: "#dcf0f5",
            pattern: ("M3 3h1M10 10h1", "#579f5f", 4),
        },
        House::Orange => Look {
            number: "2",
            colour: "#f4a444",
            stone: "#fbd49b",
            face: "#fff0d6",
            sky: "#fdf0d8",
            pattern: ("M-2 16L16 -2M-2 2L2 -2M12 16L16 12", "#f0a24a", 3),
        },
        House::Red => Look {
            number: "3",
            colour: "#a8343b",
            stone: "#e6ada6",
            face: "#fae4df",
            sky: "#eee6f1",
            pattern: ("M0 1h14M0 8h14M4 1v7M11 8v7", "#bf6763", 2),
        },
    }
}
