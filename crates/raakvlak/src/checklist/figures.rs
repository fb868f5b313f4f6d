//! Figures of groups: what is shown of a survey.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Block, Cell, Enough, Minimum, Role, Summary, Survey, Tallies, Tally};

/// What figures are given by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Key {
    /// Per municipality.
    Municipality,
    /// Per organisation, within its municipality.
    Organisation,
    /// Per team, within its organisation.
    Team,
    /// Per role of the respondents.
    Role,
    /// Per wave. Where there are waves this always holds: over waves together, whoever took
    /// part twice would count twice.
    Wave,
}

impl Key {
    /// Every key, in the order of the columns.
    pub const ALL: [Key; 5] = [Key::Municipality, Key::Organisation, Key::Team, Key::Role, Key::Wave];

    /// The name of its column.
    pub const fn name(self) -> &'static str {
        match self {
            Key::Municipality => "municipality",
            Key::Organisation => "organisation",
            Key::Team => "team",
            Key::Role => "role",
            Key::Wave => "wave",
        }
    }
}

/// For whom figures are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// For anyone: through the disclosure step, with this minimum.
    Published(Minimum),
    /// For the team's own conversation only; never to be published.
    InTeam,
}

/// Figures of groups, in the order of their cells.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// For whom they are.
    pub view: View,
    /// What they are given by.
    pub by: Vec<Key>,
    /// The groups.
    pub groups: Vec<Group>,
}

/// A group, and of each statement its figure. A figure that is hidden and one that is not
/// there look alike.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Which group: what it is given by, and what lies above that.
    pub cell: Cell,
    /// How many sheets there are.
    pub sheets: Option<u64>,
    pub(crate) view: View,
    pub(crate) items: Vec<Option<Figure>>,
}

/// How the scores for a statement or a block fall.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    /// How often each score was given, from 1 to 10.
    pub scores: [u64; 10],
    /// Mean, median, quartiles and range; none where nobody gave a score.
    pub summary: Option<Summary>,
    /// How often there was no score, and why. Only in the team's own view.
    pub unscored: Option<Unscored>,
}

/// How often there was no score, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Unscored {
    /// It was left open.
    pub not_answered: u64,
    /// It did not fit the organisation.
    pub not_applicable: u64,
    /// The respondent did not know.
    pub dont_know: u64,
}

impl Figure {
    pub(crate) fn of(tally: &Tally, view: View) -> Figure {
        let unscored = Unscored {
            not_answered: tally.not_answered,
            not_applicable: tally.not_applicable,
            dont_know: tally.dont_know,
        };
        let unscored = (view == View::InTeam).then_some(unscored);
        Figure { scores: tally.scores, summary: tally.summary(), unscored }
    }

    pub(super) fn tally(&self) -> Tally {
        let Unscored { not_answered, not_applicable, dont_know } = self.unscored.unwrap_or_default();
        Tally { scores: self.scores, not_answered, not_applicable, dont_know }
    }
}

impl Group {
    /// The figure of a statement, by its place.
    pub fn item(&self, place: usize) -> Option<&Figure> {
        self.items.get(place).and_then(Option::as_ref)
    }

    /// The figure of a block: the answers to those of its statements that have a figure,
    /// together. None where too few are known: for the team's own view that is a share of the
    /// answers, in what is published a share of the statements.
    pub fn block(&self, block: &Block, enough: Enough) -> Option<Figure> {
        let mut whole = Tally::default();
        let known = block.items.iter().filter_map(|place| self.item(*place));
        let told = known.clone().count() as u64;
        known.for_each(|figure| whole.merge(&figure.tally()));
        let answered = match self.view {
            View::InTeam => whole.is_enough(enough),
            View::Published(_) => enough.of(told, block.items.len() as u64),
        };
        answered.then(|| Figure::of(&whole, self.view))
    }
}

impl Survey {
    /// The raw figures, for the team's own conversation. They are not for publication: for
    /// that there is [`Survey::publish`].
    pub fn in_team(&self, by: &[Key]) -> Figures {
        let by = self.keys(by);
        let mut groups: BTreeMap<Cell, Tallies> = BTreeMap::new();
        for (cell, tallies) in self.cells() {
            groups.entry(cell.within(&by)).or_default().merge(tallies);
        }
        let group = |(cell, tallies): (Cell, Tallies)| Group {
            cell,
            sheets: Some(tallies.sheets),
            view: View::InTeam,
            items: tallies.items.iter().map(|tally| Some(Figure::of(tally, View::InTeam))).collect(),
        };
        Figures { view: View::InTeam, by, groups: groups.into_iter().map(group).collect() }
    }

    /// The keys in the order of the columns, with the waves where there are any.
    pub(crate) fn keys(&self, by: &[Key]) -> Vec<Key> {
        let waves = self.cells().any(|(cell, _)| cell.wave.is_some());
        Key::ALL.into_iter().filter(|key| by.contains(key) || (*key == Key::Wave && waves)).collect()
    }
}

impl Cell {
    /// The group that a cell lies in: what figures are given by, and what lies above that.
    pub(crate) fn within(&self, by: &[Key]) -> Cell {
        let from = |lowest: &[Key]| lowest.iter().any(|key| by.contains(key));
        let kept = |name: &Option<String>, keep: bool| name.clone().filter(|_| keep);
        Cell {
            municipality: kept(&self.municipality, from(&[Key::Municipality, Key::Organisation, Key::Team])),
            organisation: kept(&self.organisation, from(&[Key::Organisation, Key::Team])),
            team: kept(&self.team, from(&[Key::Team])),
            role: self.role.filter(|_| from(&[Key::Role])),
            wave: kept(&self.wave, from(&[Key::Wave])),
        }
    }

    /// What is stated of a key.
    pub fn value(&self, key: Key) -> Option<&str> {
        match key {
            Key::Municipality => self.municipality.as_deref(),
            Key::Organisation => self.organisation.as_deref(),
            Key::Team => self.team.as_deref(),
            Key::Role => self.role.map(Role::name),
            Key::Wave => self.wave.as_deref(),
        }
    }

    /// The same, with a key left open.
    pub(crate) fn without(&self, key: Key) -> Cell {
        let mut cell = self.clone();
        match key {
            Key::Municipality => cell.municipality = None,
            Key::Organisation => cell.organisation = None,
            Key::Team => cell.team = None,
            Key::Role => cell.role = None,
            Key::Wave => cell.wave = None,
        }
        cell
    }

    /// Whether it is stated which group it is: its role, and the lowest level it is given by.
    pub(crate) fn states(&self, by: &[Key]) -> bool {
        let lowest = by.iter().rev().find(|key| !matches!(key, Key::Role | Key::Wave));
        lowest.is_none_or(|key| self.value(*key).is_some()) && (self.role.is_some() || !by.contains(&Key::Role))
    }
}
