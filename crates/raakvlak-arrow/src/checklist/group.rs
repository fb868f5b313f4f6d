//! Which group a sheet belongs to.

use arrow_array::ArrayRef;
use hashbrown::HashMap;
use raakvlak::checklist::{Cell, Key, Role};

use super::label::Words;
use super::rows::{Labels, Rows};

/// The groups that were met, numbered from 0 on.
#[derive(Debug, Clone)]
pub(crate) struct Groups {
    by: Vec<Key>,
    /// The names in the columns, in the order of [`COLUMNS`].
    words: [Words; COLUMNS.len()],
    /// For each of those: what stands above with what stands there.
    levels: [Level; COLUMNS.len()],
    /// One more than the number of a group: by the number of the last level, and by role.
    numbers: Vec<[u32; ROLES]>,
    /// The numbers of the names, and the role.
    met: Vec<([u32; COLUMNS.len()], Option<Role>)>,
}

/// The columns with names of groups.
const COLUMNS: [Key; 4] = [Key::Municipality, Key::Organisation, Key::Team, Key::Wave];
/// The roles, and none.
const ROLES: usize = Role::ALL.len() + 1;
/// The group of a row that counts nowhere.
pub(crate) const NO_GROUP: u32 = u32::MAX;

fn column(labels: &Labels, key: Key) -> Option<&ArrayRef> {
    match key {
        Key::Municipality => labels.municipality.as_ref(),
        Key::Organisation => labels.organisation.as_ref(),
        Key::Team => labels.team.as_ref(),
        Key::Wave => labels.wave.as_ref(),
        Key::Role => None,
    }
}

impl Groups {
    /// No group yet.
    pub(crate) fn by(by: &[Key]) -> Groups {
        let (words, levels) = Default::default();
        Groups { by: by.to_vec(), words, levels, numbers: Vec::new(), met: Vec::new() }
    }

    /// The group of each row that counts.
    pub(crate) fn of(&mut self, rows: &Rows) -> Vec<u32> {
        let mut groups: Vec<u32> = vec![0; rows.len];
        let mut ids: [Vec<u32>; COLUMNS.len()] = Default::default();
        let above = COLUMNS.into_iter().zip(&mut self.words).zip(&mut self.levels).zip(&mut ids);
        for (((key, words), level), ids) in above {
            let Some(column) = column(&rows.labels, key).filter(|_| self.by.contains(&key)) else { continue };
            *ids = words.of(column);
            groups.iter_mut().zip(ids.iter()).for_each(|(group, here)| *group = level.number(*group, *here));
        }
        for row in &rows.faulty {
            if let Some(group) = groups.get_mut(*row) {
                *group = NO_GROUP;
            }
        }
        let by_role = self.by.contains(&Key::Role);
        let mut roles = rows.roles.iter().copied().filter(|_| by_role).chain(std::iter::repeat(0));
        for (row, group) in groups.iter_mut().enumerate() {
            let role = roles.next().unwrap_or_default();
            if *group == NO_GROUP {
                continue;
            }
            let above = *group as usize;
            if above >= self.numbers.len() {
                self.numbers.resize(above + 1, [0; ROLES]);
            }
            let numbers = self.numbers.get_mut(above);
            let Some(number) = numbers.and_then(|of| of.get_mut(usize::from(role))) else { continue };
            if *number == 0 {
                let id = |at: usize| ids.get(at).and_then(|ids| ids.get(row)).copied().unwrap_or_default();
                self.met.push((std::array::from_fn(id), rows.role(row).filter(|_| by_role)));
                *number = self.met.len() as u32;
            }
            *group = *number - 1;
        }
        groups
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.met.len()
    }

    /// The groups, in the order of their numbers.
    pub(crate) fn cells(&self) -> impl ExactSizeIterator<Item = Cell> {
        self.met.iter().map(|(ids, role)| {
            let name = |at: usize| {
                let id = ids.get(at)?.checked_sub(1)?;
                self.words.get(at)?.all().get(id as usize).map(|word| word.to_string())
            };
            Cell { municipality: name(0), organisation: name(1), team: name(2), role: *role, wave: name(3) }
        })
    }
}

/// Numbers for what stands above together with what stands here.
#[derive(Debug, Clone, Default)]
struct Level {
    /// Where nothing stands above.
    first: Vec<u32>,
    pairs: HashMap<(u32, u32), u32>,
    last: ((u32, u32), u32),
    many: u32,
}

impl Level {
    fn number(&mut self, above: u32, here: u32) -> u32 {
        if above == 0 && here == 0 {
            return 0;
        }
        if above == 0 {
            let here = here as usize;
            self.first.resize(self.first.len().max(here + 1), 0);
            let Some(first) = self.first.get_mut(here) else { return 0 };
            if *first == 0 {
                self.many += 1;
                *first = self.many;
            }
            return *first;
        }
        if self.last.0 == (above, here) {
            return self.last.1;
        }
        let number = *self.pairs.entry((above, here)).or_insert_with(|| {
            self.many += 1;
            self.many
        });
        self.last = ((above, here), number);
        number
    }
}
