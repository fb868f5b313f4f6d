//! What can be observed: a closed catalogue, each with the values it can take.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use crate::error::{Code, Error, nearest};
use crate::knowledge::{Places, baked, places};
use crate::rule::About;
use crate::source::Source;

/// The values an observation can take, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Yes or no.
    Flag,
    /// How far two people differ on a facet: shared < partly < different.
    Difference,
    /// One of a few named steps, from low to high.
    Level(&'static [&'static str]),
}

/// What an observation is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// The case as a whole.
    Case,
    /// Two people: it may differ from pair to pair.
    Contact,
    /// An organisation: how a statement or block of the checklist comes out. No case can state it.
    Organisation,
    /// A learning network; no case can state it.
    Network,
    /// The cooperation of formal and informal organisations; no case can state it.
    Cooperation,
    /// A district team and its municipality; no case can state it.
    DistrictTeam,
}

impl Scope {
    /// What is decided from it, where that is not a case.
    pub const fn beside_cases(self) -> Option<About> {
        match self {
            Scope::Case | Scope::Contact => None,
            Scope::Organisation => Some(About::Organisation),
            Scope::Network => Some(About::Network),
            Scope::Cooperation => Some(About::Cooperation),
            Scope::DistrictTeam => Some(About::DistrictTeam),
        }
    }
}

/// One thing that can be stated about a case.
///
/// ```
/// use raakvlak::observation::{self, Kind};
///
/// let trust = observation::find("trust").expect("it is there");
/// assert_eq!(trust.kind, Kind::Level(&["none", "beginning", "basis"]));
/// assert_eq!(trust.values(), ["none", "beginning", "basis"]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observation {
    /// The stable id, for instance `person.young`.
    pub id: &'static str,
    /// The values it can take.
    pub kind: Kind,
    /// What it is about.
    pub scope: Scope,
    /// Where the sources speak of it.
    pub source: Source,
}

/// The place of an observation in the catalogue.
pub type Index = u16;

/// The whole catalogue, in its order.
pub fn all() -> &'static [Observation] {
    static ALL: OnceLock<Vec<Observation>> = OnceLock::new();
    ALL.get_or_init(|| baked::OBSERVATIONS.all().iter().map(|line| Observation::of(line)).collect())
}

/// The observation of this id.
pub fn find(id: &str) -> Option<&'static Observation> {
    index(id).and_then(get)
}

pub(crate) fn get(index: Index) -> Option<&'static Observation> {
    all().get(usize::from(index))
}

pub(crate) fn index(id: &str) -> Option<Index> {
    static PLACES: OnceLock<Places> = OnceLock::new();
    PLACES.get_or_init(|| places(all().iter().map(|o| o.id))).get(id).map(|place| *place as Index)
}

/// The error for an id that is not in the catalogue.
pub(crate) fn unknown(id: &str) -> Error {
    Error::new(Code::ObservationUnknown, format!("there is no observation `{}`", shorten(id))).with_help(
        nearest(id, all().iter().map(|o| o.id)).unwrap_or_else(|| "`observations` lists them all".to_owned()),
    )
}

/// A word for an error message: a very long one is cut.
pub(crate) fn shorten(word: &str) -> String {
    let mut short: String = word.chars().take(60).collect();
    if short.len() < word.len() {
        short.push('…');
    }
    short
}

impl Observation {
    /// From a line of the bake.
    fn of(line: &'static str) -> Observation {
        let mut fields = line.split('\t');
        let mut next = || fields.next().unwrap_or_default();
        Observation {
            id: next(),
            kind: match next() {
                "flag" => Kind::Flag,
                "difference" => Kind::Difference,
                // Read once, and there as long as the program runs.
                steps => Kind::Level(Vec::leak(steps.split(',').collect())),
            },
            scope: match next() {
                "contact" => Scope::Contact,
                "organisation" => Scope::Organisation,
                "network" => Scope::Network,
                "cooperation" => Scope::Cooperation,
                "district-team" => Scope::DistrictTeam,
                _ => Scope::Case,
            },
            source: Source::new(next(), next()),
        }
    }

    /// The values it can take, from low to high.
    pub fn values(&self) -> &'static [&'static str] {
        match self.kind {
            Kind::Flag => &["no", "yes"],
            Kind::Difference => &["shared", "partly", "different"],
            Kind::Level(steps) => steps,
        }
    }

    /// The place of a value among [`Self::values`].
    pub fn value(&self, name: &str) -> Option<u8> {
        (0..).zip(self.values()).find(|(_, v)| **v == name).map(|(i, _)| i)
    }

    /// The name of a value.
    pub fn value_name(&self, value: u8) -> &'static str {
        self.values().get(usize::from(value)).copied().unwrap_or("?")
    }
}
