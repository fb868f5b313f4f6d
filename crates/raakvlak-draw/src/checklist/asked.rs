//! What there is to show: which waves, levels and roles the figures have.

use std::collections::BTreeMap;

use raakvlak::Texts;
use raakvlak::checklist::{Block, Cell, Enough, Figures, Group, Instrument, Key, Role, Summary, View};

use super::chart;
use super::ranges::{Line, Row};

/// The levels of the hierarchy, from the largest groups to the smallest.
pub(super) const LEVELS: [Key; 3] = [Key::Municipality, Key::Organisation, Key::Team];

/// The figures, asked as the page needs them.
pub(super) struct Asked<'a> {
    ask: &'a dyn Fn(&[Key]) -> Figures,
    pub(super) texts: &'a Texts,
    pub(super) view: View,
    /// In their order; one without a name where there are no waves.
    pub(super) waves: Vec<Option<String>>,
    /// The wave that the page is about where it says no other: the last in which anything is known.
    pub(super) wave: usize,
    /// The names of everybody's group, where there is one group alone.
    pub(super) names: Vec<String>,
}

/// A group, by role and by wave.
pub(super) struct Unit {
    pub(super) name: String,
    /// The name with all that lies above it.
    pub(super) path: String,
    /// What it lies in.
    pub(super) parent: Option<String>,
    /// The same, with all that lies above that.
    above: Option<String>,
    roles: BTreeMap<Option<Role>, Vec<Option<Group>>>,
}

impl<'a> Asked<'a> {
    pub(super) fn of(ask: &'a dyn Fn(&[Key]) -> Figures, texts: &'a Texts) -> Asked<'a> {
        let whole = ask(&[]);
        // The groups stand in the order of the waves.
        let mut waves: Vec<Option<String>> = whole.groups.iter().map(|group| group.cell.wave.clone()).collect();
        waves.dedup();
        let known = |wave: &Option<String>| {
            let told =
                |group: &&Group| &group.cell.wave == wave && (0..statements()).any(|at| group.item(at).is_some());
            whole.groups.iter().find(told).is_some()
        };
        let wave = waves.iter().rposition(known).unwrap_or(waves.len().saturating_sub(1));
        let mut asked = Asked { ask, texts, view: whole.view, waves, wave, names: Vec::new() };
        asked.names = LEVELS
            .into_iter()
            .filter_map(|level| match asked.units(Some(level), false).as_slice() {
                [only] => Some(only.name.clone()),
                _ => None,
            })
            .collect();
        asked
    }

    /// The groups of a level that have a name, in order of name; for no level, everybody.
    pub(super) fn units(&self, level: Option<Key>, roles: bool) -> Vec<Unit> {
        let by: Vec<Key> = level.into_iter().chain(roles.then_some(Key::Role)).collect();
        let mut units: BTreeMap<Cell, Unit> = BTreeMap::new();
        for group in (self.ask)(&by).groups {
            let lowest = match level {
                None => Some(self.texts.phrase("survey-together").into_owned()),
                Some(level) => group.cell.value(level).map(str::to_owned),
            };
            let Some(name) = lowest else { continue };
            if roles && group.cell.role.is_none() {
                continue;
            }
            let mut path: Vec<&str> = LEVELS.into_iter().filter_map(|level| group.cell.value(level)).collect();
            let whole = path.join(" › ");
            path.pop();
            let parent = path.last().map(|name| (*name).to_owned());
            let above = Some(path.join(" › ")).filter(|path| !path.is_empty());
            let of = Cell { role: None, wave: None, ..group.cell.clone() };
            let unit = units.entry(of).or_insert_with(|| Unit {
                path: if whole.is_empty() { name.clone() } else { whole },
                name,
                parent,
                above,
                roles: BTreeMap::new(),
            });
            let waves = unit.roles.entry(group.cell.role).or_insert_with(|| vec![None; self.waves.len()]);
            let place = self.waves.iter().position(|wave| wave == &group.cell.wave);
            if let Some(slot) = place.and_then(|place| waves.get_mut(place)) {
                *slot = Some(group);
            }
        }
        units.into_values().collect()
    }

    pub(super) fn wave_name(&self, place: usize) -> Option<&str> {
        self.waves.get(place).and_then(Option::as_deref)
    }

    /// A name, with the wave where there are several.
    pub(super) fn in_wave(&self, name: &str) -> String {
        match self.wave_name(self.wave) {
            Some(wave) if self.waves.len() > 1 => {
                chart::filled(&self.texts.phrase("survey-in-wave"), &[('a', name), ('b', wave)])
            }
            _ => name.to_owned(),
        }
    }
}

impl Unit {
    pub(super) fn group(&self, role: Option<Role>, wave: usize) -> Option<&Group> {
        self.roles.get(&role)?.get(wave)?.as_ref()
    }

    pub(super) fn block(&self, role: Option<Role>, wave: usize, block: &Block) -> Option<Summary> {
        chart::summary(self.group(role, wave)?.block(block, Enough::HALF).as_ref())
    }

    pub(super) fn statement(&self, role: Option<Role>, wave: usize, place: usize) -> Option<Summary> {
        chart::summary(self.group(role, wave)?.item(place))
    }

    /// The roles of which something is known.
    pub(super) fn roles(&self) -> impl Iterator<Item = Role> {
        self.roles.keys().copied().flatten()
    }
}

/// Rows for groups, each lot below what it is a part of.
pub(super) fn lines(units: &[Unit], summary: impl Fn(&Unit) -> Option<Summary>) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut above = &None;
    for unit in units {
        if above != &unit.above {
            above = &unit.above;
            lines.extend(above.clone().map(Line::Above));
        }
        let (name, path) = (unit.name.clone(), unit.path.clone());
        lines.push(Line::Row(Row { name, path, part: false, summary: summary(unit) }));
    }
    lines
}

/// The five building blocks.
pub(super) fn blocks() -> impl Iterator<Item = &'static Block> {
    Instrument::current().blocks().iter().filter(|block| block.parent.is_none())
}

/// The parts of building blocks.
pub(super) fn parts() -> impl Iterator<Item = &'static Block> {
    Instrument::current().blocks().iter().filter(|block| block.parent.is_some())
}

pub(super) fn statements() -> usize {
    Instrument::current().items().len()
}
