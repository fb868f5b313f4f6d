//! The disclosure step: which figures may be seen by anyone.
//!
//! Published figures of groups can be added up and subtracted. What no such sum may tell
//! apart is a set of respondents smaller than the minimum. For the groups of a hierarchy
//! (team, organisation, municipality, all), each as a whole and per role, that is a question
//! about a graph. Its vertices are what is left of every published group when the published
//! groups within it are taken out; respondents are an edge between what is left of the whole and
//! what is left of the role that they count in. Whoever combines sums can tell apart exactly
//! the sets of edges that cut this graph. So the figures are safe where nothing hangs together
//! by less than the minimum, and groups are hidden, the smallest first, until that is so.
//!
//! Over two waves it is the same question: respondents are an edge between where they are seen in the one
//! wave and in the other, as a whole or per role, and those who took part in one only an edge to nowhere.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet};

use super::cut::{self, Edge, Weak};
use super::figures::Figure;
use super::survey::by_name;
use super::{Cell, Figures, Group, Instrument, Key, Role, Survey, Tallies, Tally, View};
use crate::error::{Code, Error};

/// The smallest group of which a figure is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Minimum(u64);

impl Minimum {
    /// No smaller group is ever published.
    pub const LEAST: u64 = 5;

    /// # Errors
    /// `checklist.minimum` under five.
    pub fn new(minimum: u64) -> Result<Minimum, Error> {
        if minimum >= Self::LEAST {
            return Ok(Minimum(minimum));
        }
        let message = format!("a minimum of {minimum} is too small to publish figures");
        Err(Error::new(Code::ChecklistMinimum, message).with_help("5 or more; 10 unless you say otherwise"))
    }

    /// So many respondents.
    pub fn get(self) -> u64 {
        self.0
    }
}

impl Default for Minimum {
    /// Ten: our choice, as it is the usual threshold of statistical offices and research centres.
    fn default() -> Self {
        Minimum(10)
    }
}

/// Whether the same people may have taken part in several waves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum People {
    /// They may, and are recognised by their pseudonym. Of a group with respondents who have
    /// none nobody can tell who stayed: only the last wave is published in which anything can be seen of it.
    #[default]
    MayReturn,
    /// It is stated that every wave asked other people.
    New,
}

/// A survey with what may be seen of it.
///
/// What is hidden is settled over the whole table: every level, role and wave in it. So whatever is
/// asked of it, in how many parts, all answers together tell nobody apart. That does not hold over
/// different tables with the same people, or over different minimums.
#[derive(Debug)]
pub struct Published<'s> {
    survey: &'s Survey,
    cells: Vec<(&'s Cell, &'s Tallies)>,
    minimum: Minimum,
    lattice: Lattice<'s>,
    /// For each statement, and at the end for the number of sheets.
    hidden: Vec<Hidden>,
}

impl Survey {
    /// Settles which figures may be seen by anyone.
    ///
    /// ```
    /// use raakvlak::checklist::{Answer, Cell, Key, Minimum, People, Respondent, Sheet, Survey};
    ///
    /// let mut survey = Survey::default();
    /// for (team, respondents) in [("Noord", 14), ("Oost", 12), ("Zuid", 4)] {
    ///     for _ in 0..respondents {
    ///         let mut sheet = Sheet::new(Respondent::default());
    ///         sheet.answer("1", Answer::read("6")?)?;
    ///         survey.add(&Cell { team: Some(team.into()), ..Cell::default() }, &sheet)?;
    ///     }
    /// }
    /// let published = survey.publish(Minimum::default(), People::default());
    /// let answered = |by: &[Key]| -> Vec<Option<u64>> {
    ///     let figures = published.figures(by);
    ///     figures.groups.iter().map(|group| group.item(0).map(|figure| figure.scores.iter().sum())).collect()
    /// };
    /// // Oost is hidden to protect Zuid, which could be had by subtraction.
    /// assert_eq!(answered(&[Key::Team]), [Some(14), None, None]);
    /// assert_eq!(answered(&[]), [Some(30)]);
    /// # Ok::<(), raakvlak::Error>(())
    /// ```
    pub fn publish(&self, minimum: Minimum, people: People) -> Published<'_> {
        self.hide(minimum, people, Step::Whole)
    }

    fn hide(&self, minimum: Minimum, people: People, step: Step) -> Published<'_> {
        let cells: Vec<(&Cell, &Tallies)> = self.cells().collect();
        let lattice = Lattice::of(&cells);
        let stayed = (people == People::MayReturn && lattice.waves > 1).then(|| Stayed::of(self, &cells));
        let hidden = (0..=Instrument::current().items().len()).map(|figure| {
            let count =
                |(_, tallies): &(&Cell, &Tallies)| tallies.items.get(figure).map_or(tallies.sheets, Tally::answered);
            let counted =
                Counted { lattice: &lattice, cells: cells.iter().map(count).collect(), minimum: minimum.get() };
            counted.hidden(stayed.as_ref(), figure, step)
        });
        let hidden = hidden.collect();
        Published { survey: self, cells, minimum, lattice, hidden }
    }
}

impl Published<'_> {
    /// The figures of groups, as far as they may be seen.
    pub fn figures(&self, by: &[Key]) -> Figures {
        let by = self.survey.keys(by);
        let view = View::Published(self.minimum);
        let mut groups: BTreeMap<Cell, (Option<usize>, usize, Tallies)> = BTreeMap::new();
        for ((cell, tallies), place) in self.cells.iter().zip(&self.lattice.cells) {
            let group = cell.within(&by);
            let set = self.lattice.find(&group).filter(|_| group.states(&by));
            let entry = groups.entry(group).or_insert_with(|| (set, place.wave, Tallies::default()));
            entry.2.merge(tallies);
        }
        // That nobody of a role, or of a wave, took part looks as what is hidden.
        let of = |groups: &BTreeMap<Cell, _>, value: fn(&Cell) -> Cell| -> BTreeSet<Cell> {
            groups.keys().map(value).collect()
        };
        let places = of(&groups, |cell| Cell { role: None, wave: None, ..cell.clone() });
        let roles = of(&groups, |cell| Cell { role: cell.role, ..Cell::default() });
        let waves = of(&groups, |cell| Cell { wave: cell.wave.clone(), ..Cell::default() });
        for place in &places {
            for (role, wave) in roles.iter().flat_map(|role| waves.iter().map(move |wave| (role.role, &wave.wave))) {
                let cell = Cell { role, wave: wave.clone(), ..place.clone() };
                groups.entry(cell).or_insert_with(|| (None, 0, Tallies::default()));
            }
        }
        let shown = |figure: usize, set: Option<usize>, wave: usize| {
            let hidden = self.hidden.get(figure).and_then(|hidden| hidden.get(wave)?.get(set?));
            hidden == Some(&false)
        };
        let group = |(cell, (set, wave, tallies)): (Cell, (Option<usize>, usize, Tallies))| Group {
            cell,
            sheets: Some(tallies.sheets).filter(|_| shown(tallies.items.len(), set, wave)),
            view,
            items: (0..)
                .zip(&tallies.items)
                .map(|(figure, tally)| shown(figure, set, wave).then(|| Figure::of(tally, view)))
                .collect(),
        };
        Figures { view, groups: groups.into_iter().map(group).collect(), by }
    }
}

/// How far the step goes. Without the protection of what is hidden, it does not hold; that is there
/// to be tested.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Whole,
    #[cfg(test)]
    SmallGroupsOnly,
}

/// By wave and by set.
type Hidden = Vec<Vec<bool>>;

/// Municipality, organisation and team.
type Path<'s> = [Option<&'s str>; 3];

/// Every group that could be published: every part of the hierarchy, as a whole and per role.
#[derive(Debug)]
struct Lattice<'s> {
    sets: Vec<Set>,
    places: HashMap<(Path<'s>, Option<Role>), usize>,
    /// Where each cell lies.
    cells: Vec<Place>,
    waves: usize,
}

/// A group that could be published.
#[derive(Debug, Clone, Copy)]
struct Set {
    /// The one it lies in; these come first.
    above: Option<usize>,
    depth: usize,
}

/// The lowest sets that a cell lies in.
#[derive(Debug, Clone, Copy)]
struct Place {
    whole: usize,
    role: Option<usize>,
    wave: usize,
}

impl<'s> Lattice<'s> {
    fn of(cells: &[(&'s Cell, &Tallies)]) -> Lattice<'s> {
        let mut waves: Vec<&Option<String>> = cells.iter().map(|(cell, _)| &cell.wave).collect();
        waves.sort_by(|one, other| by_name(one, other));
        waves.dedup();
        let mut lattice = Lattice { sets: Vec::new(), places: HashMap::new(), cells: Vec::new(), waves: waves.len() };
        for (cell, _) in cells {
            let place = Place {
                whole: lattice.set(cell, None),
                role: cell.role.map(|role| lattice.set(cell, Some(role))),
                wave: waves.iter().position(|wave| *wave == &cell.wave).unwrap_or_default(),
            };
            lattice.cells.push(place);
        }
        lattice
    }

    /// The lowest set of a cell, made where it is new, with all that lie above it.
    fn set(&mut self, cell: &'s Cell, role: Option<Role>) -> usize {
        let whole = path(cell);
        let mut part: Path<'s> = [None; 3];
        let mut above = None;
        for depth in 0..=3usize {
            if let Some(level) = depth.checked_sub(1) {
                match (part.get_mut(level), whole.get(level)) {
                    (Some(part), Some(Some(name))) => *part = Some(name),
                    _ => continue,
                }
            }
            let new = self.sets.len();
            let place = *self.places.entry((part, role)).or_insert(new);
            if place == new {
                self.sets.push(Set { above, depth });
            }
            above = Some(place);
        }
        above.unwrap_or_default()
    }

    fn find(&self, group: &Cell) -> Option<usize> {
        self.places.get(&(path(group), group.role)).copied()
    }

    /// A set and those above it.
    fn chain(&self, set: Option<usize>) -> impl Iterator<Item = usize> {
        std::iter::successors(set, |set| self.sets.get(*set).and_then(|set| set.above))
    }

    /// Every set that lies at a place.
    fn sets_of(&self, place: &Place) -> impl Iterator<Item = usize> {
        self.chain(Some(place.whole)).chain(self.chain(place.role))
    }

    /// Stands for what is in no published set.
    fn ground(&self) -> usize {
        self.sets.len()
    }
}

fn path(cell: &Cell) -> Path<'_> {
    [cell.municipality.as_deref(), cell.organisation.as_deref(), cell.team.as_deref()]
}

/// The counts of one figure.
struct Counted<'a> {
    lattice: &'a Lattice<'a>,
    /// How many in each cell.
    cells: Vec<u64>,
    minimum: u64,
}

impl Counted<'_> {
    fn hidden(&self, stayed: Option<&Stayed>, figure: usize, step: Step) -> Hidden {
        let counts = self.counts();
        let small = |counts: &Vec<u64>| counts.iter().map(|count| *count < self.minimum).collect();
        let mut hidden: Hidden = counts.iter().map(small).collect();
        if step != Step::Whole {
            return hidden;
        }
        loop {
            for (wave, (hidden, counts)) in hidden.iter_mut().zip(&counts).enumerate() {
                self.protect(wave, counts, hidden);
            }
            let told = stayed.map_or_else(HashSet::new, |stayed| self.told_by_waves(stayed, figure, &counts, &hidden));
            if told.is_empty() {
                return hidden;
            }
            for (wave, set) in told {
                if let Some(hidden) = hidden.get_mut(wave).and_then(|hidden| hidden.get_mut(set)) {
                    *hidden = true;
                }
            }
        }
    }

    /// How many, by wave and set.
    fn counts(&self) -> Vec<Vec<u64>> {
        let mut counts = vec![vec![0; self.lattice.sets.len()]; self.lattice.waves];
        for (place, count) in self.lattice.cells.iter().zip(&self.cells) {
            let Some(counts) = counts.get_mut(place.wave) else { continue };
            for set in self.lattice.sets_of(place) {
                if let Some(of) = counts.get_mut(set) {
                    *of += count;
                }
            }
        }
        counts
    }

    /// Hides more groups of a wave, until no sum of published figures tells few apart.
    fn protect(&self, wave: usize, counts: &[u64], hidden: &mut [bool]) {
        let ground = self.lattice.ground();
        loop {
            let left = Left::of(self.lattice, hidden);
            let edges: Vec<Edge> = (self.lattice.cells.iter().zip(&self.cells))
                .filter(|(place, count)| place.wave == wave && **count > 0)
                .map(|(place, count)| (left.over(Some(place.whole)), left.over(place.role), *count))
                .filter(|(one, other, _)| one != other)
                .collect();
            let Some(weak) = cut::weak(ground + 1, &edges, self.minimum) else { return };
            let ways = self.ways(counts, hidden, &left, &weak);
            // What was hidden for another may do for this one as well.
            let mut done = vec![false; ground + 1];
            for side in (0..=ground).filter(|side| weak.weak.get(*side) == Some(&true)) {
                if done.get(side) == Some(&false) {
                    for way in cheapest(side, &ways, &weak.component) {
                        if let Some(done) = done.get_mut(way.to) {
                            *done = true;
                        }
                        if let Some(hidden) = hidden.get_mut(way.hide) {
                            *hidden = true;
                        }
                    }
                }
            }
        }
    }

    /// By group of vertices: with what it becomes one when a published set is hidden.
    fn ways(&self, counts: &[u64], hidden: &[bool], left: &Left, weak: &Weak) -> Vec<Vec<Way>> {
        let group = |vertex: usize| weak.of.get(vertex).copied().unwrap_or(vertex);
        let mut ways = vec![Vec::new(); self.lattice.ground() + 1];
        let sets = self.lattice.sets.iter().enumerate().zip(counts.iter().zip(hidden));
        for ((hide, set), (count, _)) in sets.filter(|(_, (_, hidden))| !**hidden) {
            let (one, other) = (group(hide), group(left.over(set.above)));
            for (from, to) in [(one, other), (other, one)].into_iter().filter(|_| one != other) {
                if let Some(ways) = ways.get_mut(from) {
                    ways.push(Way { cost: Cost { count: *count, height: 3 - set.depth }, hide, to });
                }
            }
        }
        ways
    }

    /// What comparing two waves tells about few, and what has to be hidden for that: the
    /// earlier of two, so that the last wave is as whole as can be.
    fn told_by_waves(
        &self,
        stayed: &Stayed,
        figure: usize,
        counts: &[Vec<u64>],
        hidden: &Hidden,
    ) -> HashSet<(usize, usize)> {
        let left: Vec<Left> = hidden.iter().map(|hidden| Left::of(self.lattice, hidden)).collect();
        let mut told = self.told_by_one_group(stayed, figure, counts, hidden);
        told.extend(self.told_without_pseudonyms(stayed, figure, hidden, &left));
        // What is hidden for one group may do for the sums as well.
        if told.is_empty() { self.told_by_sums(stayed, figure, counts, &left) } else { told }
    }

    /// The same group in two waves: who left, who joined and who stayed are each none or enough.
    fn told_by_one_group(
        &self,
        stayed: &Stayed,
        figure: usize,
        counts: &[Vec<u64>],
        hidden: &Hidden,
    ) -> HashSet<(usize, usize)> {
        let few = |count: u64| (1..self.minimum).contains(&count);
        let mut both: BTreeMap<(usize, usize, usize), u64> = BTreeMap::new();
        for (one, other, stayed) in stayed.pairs(figure, self.lattice) {
            let before: HashSet<usize> = self.lattice.sets_of(one).collect();
            for set in self.lattice.sets_of(other).filter(|set| before.contains(set)) {
                *both.entry((one.wave, other.wave, set)).or_default() += stayed;
            }
        }
        let of = |wave: usize, set: usize| counts.get(wave).and_then(|c| c.get(set)).copied().unwrap_or_default();
        let shown = |wave: usize, set: usize| hidden.get(wave).and_then(|h| h.get(set)) == Some(&false);
        let tells = |((one, other, set), stayed): &((usize, usize, usize), u64)| {
            let [left, joined] = [*one, *other].map(|wave| of(wave, *set).saturating_sub(*stayed));
            shown(*one, *set) && shown(*other, *set) && [*stayed, left, joined].into_iter().any(few)
        };
        both.into_iter().filter(tells).map(|((one, _, set), _)| (one, set)).collect()
    }

    /// Any sum of what can be seen in one wave, beside any in another. Vertices are what is left of the published
    /// groups of both waves; respondents are an edge between where they are seen in the one and in the other. The
    /// ground is where nobody is seen. Sums that are nearly about the same people cut this graph by few.
    fn told_by_sums(
        &self,
        stayed: &Stayed,
        figure: usize,
        counts: &[Vec<u64>],
        left: &[Left],
    ) -> HashSet<(usize, usize)> {
        let ground = self.lattice.ground();
        let over = |place: &Place, by_role: bool| {
            let set = if by_role { place.role } else { Some(place.whole) };
            left.get(place.wave).map_or(ground, |left| left.over(set))
        };
        // The sets of the later wave come after those of the earlier one.
        let later = |set: usize| if set == ground { ground } else { ground + 1 + set };
        let by_roles: &[bool] =
            if self.lattice.cells.iter().any(|p| p.role.is_some()) { &[false, true] } else { &[false] };
        for one in 0..self.lattice.waves {
            for other in one + 1..self.lattice.waves {
                let pairs: Vec<(&Place, &Place, u64)> = (stayed.pairs(figure, self.lattice))
                    .filter(|(before, after, _)| (before.wave, after.wave) == (one, other))
                    .collect();
                for (by_role, also_by_role) in by_roles.iter().flat_map(|a| by_roles.iter().map(move |b| (*a, *b))) {
                    let mut between: BTreeMap<(usize, usize), u64> = BTreeMap::new();
                    // Everybody who is seen in one wave, and of whom nothing is known in the other.
                    for (place, count) in self.lattice.cells.iter().zip(&self.cells) {
                        if place.wave == one {
                            *between.entry((over(place, by_role), ground)).or_default() += count;
                        } else if place.wave == other {
                            *between.entry((ground, later(over(place, also_by_role)))).or_default() += count;
                        }
                    }
                    for (before, after, stayed) in &pairs {
                        let (before, after) = (over(before, by_role), later(over(after, also_by_role)));
                        for alone in [(before, ground), (ground, after)] {
                            *between.entry(alone).or_default() -= stayed;
                        }
                        *between.entry((before, after)).or_default() += stayed;
                    }
                    let edges: Vec<Edge> = (between.into_iter())
                        .filter(|((one, other), count)| one != other && *count > 0)
                        .map(|((one, other), count)| (one, other, count))
                        .collect();
                    if let Some(weak) = cut::weak(2 * ground + 1, &edges, self.minimum) {
                        return earlier(&weak, ground, counts.get(one)).map(|set| (one, set)).collect();
                    }
                }
            }
        }
        HashSet::new()
    }

    /// Where not everybody is recognised, nobody can tell who stayed: of a group only the last wave in which
    /// anything can be seen of it.
    fn told_without_pseudonyms(
        &self,
        stayed: &Stayed,
        figure: usize,
        hidden: &Hidden,
        left: &[Left],
    ) -> HashSet<(usize, usize)> {
        let ground = self.lattice.ground();
        let seen = |place: &Place| {
            let over = |set| left.get(place.wave).map_or(ground, |left| left.over(set));
            over(Some(place.whole)) != ground || over(place.role) != ground
        };
        let of_seen = |cells: &[u64]| {
            let cells = self.lattice.cells.iter().zip(cells).map(|(place, count)| if seen(place) { *count } else { 0 });
            Counted { cells: cells.collect(), ..*self }.counts()
        };
        let unknown = stayed.unknown(figure);
        let (everybody, unknown) = (of_seen(&self.cells), of_seen(&unknown));
        let many = |counts: &[Vec<u64>], wave: usize, set: usize| {
            counts.get(wave).and_then(|counts| counts.get(set)).is_some_and(|count| *count > 0)
        };
        let mut told = HashSet::new();
        for set in 0..self.lattice.sets.len() {
            for wave in 0..self.lattice.waves {
                let later = |later: usize| {
                    many(&everybody, later, set) && (many(&unknown, wave, set) || many(&unknown, later, set))
                };
                let shown = hidden.get(wave).and_then(|hidden| hidden.get(set)) == Some(&false);
                if shown && (wave + 1..self.lattice.waves).any(later) {
                    told.insert((wave, set));
                }
            }
        }
        told
    }
}

/// Of what two sums of two waves are about, where those tell few apart, the smallest group of the earlier wave.
fn earlier(weak: &Weak, ground: usize, counts: Option<&Vec<u64>>) -> impl Iterator<Item = usize> {
    let group = |vertex: usize| weak.of.get(vertex).copied().unwrap_or(vertex);
    let component = |vertex: usize| weak.component.get(group(vertex)).copied();
    let of_ground = group(ground);
    // By group, the smallest in it; and for the group in which nobody is seen, the smallest beside it.
    let mut smallest: BTreeMap<usize, (u64, usize)> = BTreeMap::new();
    for (set, count) in counts.into_iter().flatten().enumerate() {
        let of = group(set);
        let is_weak = |group: usize| weak.weak.get(group) == Some(&true);
        let beside =
            (of != of_ground && is_weak(of_ground) && component(set) == component(ground)).then_some(of_ground);
        for of in [Some(of).filter(|of| *of != of_ground && is_weak(*of)), beside].into_iter().flatten() {
            let least = smallest.entry(of).or_insert((*count, set));
            *least = (*least).min((*count, set));
        }
    }
    smallest.into_values().map(|(_, set)| set)
}

/// What hiding takes: as few respondents as can be, and of those groups the lowest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
struct Cost {
    count: u64,
    height: usize,
}

/// To hide a set makes what is left of it one with what is left of the set it lies in.
#[derive(Debug, Clone, Copy)]
struct Way {
    cost: Cost,
    hide: usize,
    to: usize,
}

/// What to hide so that a group of vertices becomes one with another of its component. Mostly that
/// is one set; where nothing is left of a set, one that lies in it has to be hidden with it.
fn cheapest(from: usize, ways: &[Vec<Way>], component: &[usize]) -> Vec<Way> {
    let mut to: HashMap<usize, (usize, Way)> = HashMap::new();
    let mut seen = HashSet::new();
    let mut next = BinaryHeap::from([(Reverse(Cost::default()), Reverse(from))]);
    while let Some((Reverse(cost), Reverse(at))) = next.pop() {
        if at != from && component.get(at) == component.get(from) {
            return std::iter::successors(to.get(&at), |(before, _)| to.get(before)).map(|(_, way)| *way).collect();
        }
        if !seen.insert(at) {
            continue;
        }
        for way in ways.get(at).into_iter().flatten() {
            let Cost { count, height } = way.cost;
            let cost = Cost { count: cost.count + count, height: cost.height + height };
            let known = to.get(&way.to).is_some_and(|(_, known)| known.cost <= cost);
            if way.to != from && !known && !seen.contains(&way.to) {
                to.insert(way.to, (at, Way { cost, ..*way }));
                next.push((Reverse(cost), Reverse(way.to)));
            }
        }
    }
    Vec::new()
}

/// For each set the lowest published one that it lies in, itself included: what is left of that is
/// where its respondents are seen.
struct Left(Vec<usize>);

impl Left {
    fn of(lattice: &Lattice<'_>, hidden: &[bool]) -> Left {
        let mut left = Left(Vec::with_capacity(hidden.len()));
        for (place, (set, hidden)) in lattice.sets.iter().zip(hidden).enumerate() {
            let seen = if !hidden {
                place
            } else {
                set.above.map_or(lattice.ground(), |above| left.0.get(above).copied().unwrap_or(lattice.ground()))
            };
            left.0.push(seen);
        }
        left.0.push(lattice.ground());
        left
    }

    fn over(&self, set: Option<usize>) -> usize {
        let ground = self.0.len() - 1;
        set.map_or(ground, |set| self.0.get(set).copied().unwrap_or(ground))
    }
}

/// Who was recognised in two waves.
struct Stayed {
    /// From a cell to one of a later wave: how many, for each figure.
    between: BTreeMap<(usize, usize), Vec<u64>>,
    /// Of each cell how many are not recognised, for each figure.
    unknown: Vec<Vec<u64>>,
}

impl Stayed {
    fn of(survey: &Survey, cells: &[(&Cell, &Tallies)]) -> Stayed {
        let statements = Instrument::current().items().len();
        let places: HashMap<&Cell, usize> = (0..).zip(cells).map(|(place, (cell, _))| (*cell, place)).collect();
        let counts = |tallies: &&Tallies| {
            tallies.items.iter().map(Tally::answered).chain([tallies.sheets]).collect::<Vec<u64>>()
        };
        let mut unknown: Vec<Vec<u64>> = cells.iter().map(|(_, tallies)| counts(tallies)).collect();
        let mut between: BTreeMap<(usize, usize), Vec<u64>> = BTreeMap::new();
        // The sheet itself is the last figure.
        let figures =
            |scored: u64| (0..=statements).filter(move |figure| *figure == statements || scored >> figure & 1 == 1);
        let mut before: Vec<(usize, u64)> = Vec::new();
        let mut last = None;
        for ((person, _), (cell, scored)) in survey.visits() {
            if last.replace(person) != Some(person) {
                before.clear();
            }
            let Some(place) = places.get(cell).copied() else { continue };
            for figure in figures(scored) {
                if let Some(unknown) = unknown.get_mut(place).and_then(|unknown| unknown.get_mut(figure)) {
                    *unknown = unknown.saturating_sub(1);
                }
            }
            for (earlier, also) in &before {
                let stayed = between.entry((*earlier, place)).or_insert_with(|| vec![0; statements + 1]);
                for figure in figures(scored & also) {
                    if let Some(stayed) = stayed.get_mut(figure) {
                        *stayed += 1;
                    }
                }
            }
            before.push((place, scored));
        }
        Stayed { between, unknown }
    }

    /// Where people were in a wave and in a later one, and how many of them.
    fn pairs<'l>(&self, figure: usize, lattice: &'l Lattice<'_>) -> impl Iterator<Item = (&'l Place, &'l Place, u64)> {
        self.between.iter().filter_map(move |((earlier, later), stayed)| {
            let stayed = stayed.get(figure).copied().filter(|stayed| *stayed > 0)?;
            let places = lattice.cells.get(*earlier).zip(lattice.cells.get(*later));
            places.map(|(one, other)| if one.wave < other.wave { (one, other, stayed) } else { (other, one, stayed) })
        })
    }

    fn unknown(&self, figure: usize) -> Vec<u64> {
        self.unknown.iter().map(|unknown| unknown.get(figure).copied().unwrap_or_default()).collect()
    }
}

#[cfg(test)]
mod tests;
