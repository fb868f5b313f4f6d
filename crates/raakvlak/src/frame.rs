//! The frame of reference: three aspects with their facets, and how far two overlap.

use serde::{Deserialize, Serialize};

use crate::observation::{self, Index, Kind, Observation};
use crate::situation::{Answer, Situation};

/// One of the three aspects of a frame of reference (handbook, 1.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Aspect {
    /// Norms, values, ways of communicating and of seeing.
    Culture,
    /// What someone is able to do in this society: language, finding the way.
    Capacity,
    /// Where someone stands: majority or minority, power, image.
    Position,
}

impl Aspect {
    /// The three, in the order of the sources.
    pub const ALL: [Aspect; 3] = [Aspect::Culture, Aspect::Capacity, Aspect::Position];

    /// The name in ids and documents.
    pub const fn name(self) -> &'static str {
        match self {
            Aspect::Culture => "culture",
            Aspect::Capacity => "capacity",
            Aspect::Position => "position",
        }
    }

    /// The facets of this aspect, in catalogue order.
    pub fn facets(self) -> impl Iterator<Item = &'static Observation> {
        self.indexed().map(|(_, o)| o)
    }

    fn indexed(self) -> impl Iterator<Item = (Index, &'static Observation)> {
        (0..)
            .zip(observation::all())
            .filter(move |(_, o)| o.kind == Kind::Difference && o.id.split('.').next() == Some(self.name()))
    }
}

/// How far two people differ on a facet. Three grades are a choice of ours: the model of
/// the sources has no scale, and people agree poorly on finer ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Difference {
    /// They have it in common.
    Shared,
    /// Partly in common, partly not.
    Partly,
    /// They differ.
    Different,
}

/// How far two frames overlap, as an interval: what is not known counts both ways.
///
/// An ordinal aid to talk about, not a measurement. A shared facet counts 1, a partly
/// shared one ½, a different one 0; one that is unknown, declined or contested counts 0
/// in `low` and 1 in `high`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Overlap {
    /// At least so many hundredths, from 0 to 100, rounded down.
    pub low: u32,
    /// At most so many hundredths, from 0 to 100, rounded up.
    pub high: u32,
    /// On how many facets something is known.
    pub known: u32,
    /// How many facets there are.
    pub of: u32,
}

impl Overlap {
    /// The overlap on one aspect.
    ///
    /// ```
    /// use raakvlak::frame::{Aspect, Overlap};
    /// use raakvlak::situation::Situation;
    ///
    /// let mut seen = Situation::default();
    /// seen.state("culture.norms-values", "partly")?;
    /// let overlap = Overlap::on(Aspect::Culture, &seen);
    /// assert_eq!((overlap.low, overlap.high), (7, 93)); // ½ to 6½ of 7
    /// assert_eq!((overlap.known, overlap.of), (1, 7));
    /// # Ok::<(), raakvlak::Error>(())
    /// ```
    pub fn on(aspect: Aspect, seen: &Situation) -> Overlap {
        let (mut halves, mut known, mut of) = (0, 0, 0);
        for (index, _) in aspect.indexed() {
            of += 1;
            if let Answer::Known(value) = seen.get(index) {
                known += 1;
                halves += 2 - u32::from(value.min(2));
            }
        }
        let most = halves + 2 * (of - known);
        Overlap { low: halves * 100 / (2 * of).max(1), high: (most * 100).div_ceil((2 * of).max(1)), known, of }
    }

    /// The overlap as a whole: the least of the three aspects, since many differences on
    /// one aspect are enough to need bridging (handbook, 1.1). A mean would hide them.
    pub fn overall(aspects: &[Overlap]) -> Overlap {
        Overlap {
            low: aspects.iter().map(|o| o.low).fold(100, u32::min),
            high: aspects.iter().map(|o| o.high).fold(100, u32::min),
            known: aspects.iter().map(|o| o.known).sum(),
            of: aspects.iter().map(|o| o.of).sum(),
        }
    }
}
