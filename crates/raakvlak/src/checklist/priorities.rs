//! The top three: what a team can talk about, and what it chose. Nothing here ranks or decides.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::advice::known;
use super::{Instrument, Role, Step, Tallies, Tally};
use crate::boundary::{By, ChoiceDocument, TookPart};
use crate::error::{Code, Error, key, nearest};
use crate::observation::shorten;

/// With how many priorities an organisation starts.
pub const PRIORITIES: usize = 3;

/// Points between the first and the third quartile from which answers lie far apart. Ours.
const WIDE: f64 = 4.0;

/// Points between the medians of two roles from which they see it differently. Ours.
const APART: f64 = 3.0;

/// Why a statement or block is something to talk about. The limits are ours: see
/// `checklist.candidates` in the knowledge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "CandidateReason"))]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// Its median lies in the lower half of the scale.
    LowMedian,
    /// Its answers lie far apart.
    WideSpread,
    /// Two roles see it differently.
    RolesDiffer,
    /// At least half do not know; of those whom it fits.
    UnknownForMany,
}

impl Reason {
    /// The name in documents, for instance `low-median`.
    pub const fn name(self) -> &'static str {
        match self {
            Reason::LowMedian => "low-median",
            Reason::WideSpread => "wide-spread",
            Reason::RolesDiffer => "roles-differ",
            Reason::UnknownForMany => "unknown-for-many",
        }
    }
}

/// A statement or block to talk about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The knowledge id.
    pub id: &'static str,
    /// Why; at least one.
    pub reasons: Vec<Reason>,
}

/// Candidates that no figure tells apart: they have the same median.
#[derive(Debug, Clone, PartialEq)]
pub struct Tied {
    /// The median; none where it is not known.
    pub median: Option<f64>,
    /// The candidates, in the order of the checklist: statements, then blocks.
    pub candidates: Vec<Candidate>,
}

/// What a team can talk about before it chooses: statements, and the lowest blocks of more than
/// one statement. Those with the same median stand together; the lowest come first, and those of
/// which nothing is known last. The order is one to read in: the choice is the users'.
///
/// ```
/// use raakvlak::checklist::{candidates, Answer, Enough, Reason, Respondent, Sheet, Tallies};
///
/// let mut tallies = Tallies::default();
/// for (score, other) in [("2", "7"), ("9", "7"), ("9", "7")] {
///     let mut sheet = Sheet::new(Respondent::default());
///     sheet.answer("12", Answer::read(score)?)?;
///     sheet.answer("13", Answer::read(other)?)?;
///     tallies.add(&sheet);
/// }
/// let tied = candidates(&tallies, &[]);
/// assert_eq!(tied[0].candidates[0].id, "checklist.item.12");
/// assert_eq!(tied[0].candidates[0].reasons, [Reason::WideSpread]);
/// # Ok::<(), raakvlak::Error>(())
/// ```
pub fn candidates(whole: &Tallies, by_role: &[(Role, Tallies)]) -> Vec<Tied> {
    let instrument = Instrument::current();
    let items = instrument.items().iter().enumerate().map(|(place, item)| {
        let of = move |tallies: &Tallies| tallies.items.get(place).cloned().unwrap_or_default();
        (item.id, reasons(whole, by_role, of))
    });
    let is_lowest = |id: &str| !instrument.blocks().iter().any(|b| b.parent == Some(id));
    let blocks = instrument.blocks().iter().filter(|b| is_lowest(b.id) && b.items.len() > 1);
    let blocks = blocks.map(|block| (block.id, reasons(whole, by_role, |tallies| tallies.block(block))));
    let mut tied: Vec<Tied> = Vec::new();
    for (id, (median, reasons)) in items.chain(blocks).filter(|(_, (_, reasons))| !reasons.is_empty()) {
        let candidate = Candidate { id, reasons };
        match tied.iter_mut().find(|t| t.median == median) {
            Some(group) => group.candidates.push(candidate),
            None => tied.push(Tied { median, candidates: vec![candidate] }),
        }
    }
    tied.sort_by(|a, b| a.median.unwrap_or(f64::INFINITY).total_cmp(&b.median.unwrap_or(f64::INFINITY)));
    tied
}

/// The median, where it is known, and the reasons to talk about it.
fn reasons(whole: &Tallies, by_role: &[(Role, Tallies)], of: impl Fn(&Tallies) -> Tally) -> (Option<f64>, Vec<Reason>) {
    let tally = of(whole);
    let figures = known(&tally);
    let medians = by_role.iter().filter_map(|(_, tallies)| known(&of(tallies))).map(|figures| figures.median);
    let (low, high) = medians.fold((f64::INFINITY, 0.0), |(low, high), m| (m.min(low), m.max(high)));
    let asked = tally.answered() + tally.not_answered + tally.dont_know;
    let reasons = [
        (Reason::LowMedian, figures.is_some_and(|f| Step::of(f.median) == Step::Low)),
        (Reason::WideSpread, figures.is_some_and(|f| f.quartiles.1 - f.quartiles.0 >= WIDE)),
        (Reason::RolesDiffer, high - low >= APART),
        (Reason::UnknownForMany, tally.dont_know > 0 && tally.dont_know * 2 >= asked),
    ];
    (figures.map(|f| f.median), reasons.into_iter().filter(|(_, so)| *so).map(|(reason, _)| reason).collect())
}

/// What a team chose to start with, and how: at most three, by consensus or by vote. Any
/// statement or block can be chosen, also one that no figure points at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// How it was chosen.
    pub by: By,
    /// Who took part: numbers, never names.
    pub took_part: Vec<TookPart>,
    /// What was chosen, each with the reason that the team gave.
    pub chosen: Vec<Chosen>,
    /// The votes, most first; what has as many stands together.
    pub votes: Vec<Votes>,
    /// What the votes leave to decide, where they do.
    pub undecided: Option<Undecided>,
}

/// A priority that was chosen.
#[derive(Clone, PartialEq, Eq)]
pub struct Chosen {
    /// The knowledge id of a statement or block.
    pub id: &'static str,
    /// Why, in the words of the team; never logged.
    pub reason: Option<String>,
}

/// What has so many votes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Votes {
    /// How many.
    pub votes: u64,
    /// The knowledge ids, in the order of the checklist; more than one is a tie.
    pub tied: Vec<&'static str>,
}

/// A tie that the votes do not break. The team does, by naming what it chose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undecided {
    /// How many of the three places are left.
    pub places: usize,
    /// What has as many votes, and more of it than there are places.
    pub tied: Vec<&'static str>,
}

/// Ids, never the reasons: they are what people said.
impl std::fmt::Debug for Chosen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Chosen").field("id", &self.id).finish_non_exhaustive()
    }
}

impl Choice {
    /// Reads and checks what a team chose. By consensus, what was chosen is named. By vote it
    /// follows from the votes, as far as they decide: everyone has at most three, one for each
    /// priority. Where more have as many votes than there are places left, nothing is chosen among
    /// them until the team names it.
    ///
    /// The place of an error is relative to the choice.
    ///
    /// # Errors
    /// `checklist.item` for what is no statement or block; `checklist.choice` for more than three,
    /// one twice, nobody who took part, more votes than those who took part can give, or a choice
    /// against the votes.
    ///
    /// ```
    /// use raakvlak::boundary::{By, ChoiceDocument, TookPart};
    /// use raakvlak::checklist::{Choice, Role};
    ///
    /// let votes = [("1", 4), ("12", 2), ("checklist.block.change", 2), ("14", 2)];
    /// let choice = Choice::read(&ChoiceDocument {
    ///     by: By::Vote,
    ///     took_part: vec![TookPart { role: Some(Role::Professional), number: 5 }],
    ///     chosen: vec![],
    ///     votes: votes.map(|(what, votes)| (what.to_owned(), votes)).into(),
    /// })?;
    /// assert_eq!(choice.chosen[0].id, "checklist.item.1");
    /// let undecided = choice.undecided.unwrap(); // two places, and three with as many votes
    /// assert_eq!((undecided.places, undecided.tied.len()), (2, 3));
    /// # Ok::<(), raakvlak::Error>(())
    /// ```
    pub fn read(document: &ChoiceDocument) -> Result<Choice, Error> {
        let people = people(&document.took_part)?;
        let votes = votes(document, people)?;
        let chosen = chosen(document)?;
        let mut choice = Choice {
            by: document.by,
            took_part: document.took_part.clone(),
            chosen,
            votes: Vec::new(),
            undecided: None,
        };
        match document.by {
            By::Consensus if choice.chosen.is_empty() => {
                Err(wrong("a choice by consensus names what was chosen".to_owned(), ".chosen"))
            }
            By::Consensus => Ok(choice),
            By::Vote => {
                choice.votes = votes;
                choice.count()?;
                Ok(choice)
            }
        }
    }

    /// What the votes decide, and what they leave to the team.
    fn count(&mut self) -> Result<(), Error> {
        let with_votes = self.votes.iter().filter(|group| group.votes > 0);
        let (clear, tie) = decide(with_votes.map(|group| group.tied.as_slice()), PRIORITIES);
        if self.chosen.is_empty() {
            if !tie.is_empty() {
                self.undecided = Some(Undecided { places: PRIORITIES - clear.len(), tied: tie.to_vec() });
            }
            self.chosen = clear.into_iter().map(|id| Chosen { id, reason: None }).collect();
            return Ok(());
        }
        if let Some(place) = self.chosen.iter().position(|c| !clear.contains(&c.id) && !tie.contains(&c.id)) {
            return Err(wrong("others have more votes than this".to_owned(), &format!(".chosen[{place}]")));
        }
        if let Some(left_out) = clear.iter().find(|id| !self.chosen.iter().any(|c| c.id == **id)) {
            return Err(wrong(format!("`{left_out}` has enough votes, and is not among them"), ".chosen"));
        }
        Ok(())
    }
}

/// What votes decide for so many places, of groups with as many votes, most first: what gets a place, and the
/// tie for the last places that they leave to people.
pub(crate) fn decide<'a, T: Clone>(groups: impl Iterator<Item = &'a [T]>, places: usize) -> (Vec<T>, &'a [T]) {
    let mut clear = Vec::new();
    for group in groups {
        if group.len() > places - clear.len() {
            return if clear.len() < places { (clear, group) } else { (clear, &[]) };
        }
        clear.extend_from_slice(group);
    }
    (clear, &[])
}

fn wrong(message: String, at: &str) -> Error {
    Error::new(Code::ChecklistChoice, message).at(at)
}

/// How many took part.
fn people(took_part: &[TookPart]) -> Result<u64, Error> {
    let mut roles = BTreeSet::new();
    for (place, one) in took_part.iter().enumerate() {
        if !roles.insert(one.role) {
            return Err(wrong("a role stands twice".to_owned(), &format!(".took_part[{place}].role")));
        }
    }
    match took_part.iter().map(|one| u64::from(one.number)).sum() {
        0 => Err(wrong("nobody took part".to_owned(), ".took_part")),
        people => Ok(people),
    }
}

/// The votes, most first.
fn votes(document: &ChoiceDocument, people: u64) -> Result<Vec<Votes>, Error> {
    match (document.by, document.votes.is_empty()) {
        (By::Vote, true) => return Err(wrong("a choice by vote needs the votes".to_owned(), ".votes")),
        (By::Consensus, false) => {
            return Err(wrong("a choice by consensus has no votes".to_owned(), ".votes"));
        }
        _ => {}
    }
    let (mut seen, mut total) = (BTreeSet::new(), 0);
    let mut counted: BTreeMap<std::cmp::Reverse<u64>, Vec<(usize, &'static str)>> = BTreeMap::new();
    for (name, votes) in &document.votes {
        let at = key(".votes", name);
        let (place, id) = find(name).map_err(|e| e.at(at.clone()))?;
        if !seen.insert(id) {
            return Err(wrong(format!("`{id}` stands twice"), &at));
        }
        let votes = u64::from(*votes);
        if votes > people {
            return Err(wrong(format!("{votes} votes for one priority, and {people} who took part"), &at));
        }
        total += votes;
        counted.entry(std::cmp::Reverse(votes)).or_default().push((place, id));
    }
    if total > people * PRIORITIES as u64 {
        let message = format!("{total} votes together, and {people} who took part have three each");
        return Err(wrong(message, ".votes"));
    }
    let groups = counted.into_iter().map(|(votes, mut tied)| {
        tied.sort_unstable();
        Votes { votes: votes.0, tied: tied.into_iter().map(|(_, id)| id).collect() }
    });
    Ok(groups.collect())
}

fn chosen(document: &ChoiceDocument) -> Result<Vec<Chosen>, Error> {
    let mut chosen: Vec<Chosen> = Vec::new();
    for (place, one) in document.chosen.iter().enumerate() {
        let at = format!(".chosen[{place}]");
        let (_, id) = find(&one.priority).map_err(|e| e.at(format!("{at}.priority")))?;
        if chosen.iter().any(|c| c.id == id) {
            return Err(wrong(format!("`{id}` was chosen already"), &at));
        }
        if chosen.len() == PRIORITIES {
            return Err(wrong("there are more than three".to_owned(), &at)
                .with_help("the plan holds every block beside them, chosen or not"));
        }
        chosen.push(Chosen { id, reason: one.reason.clone() });
    }
    Ok(chosen)
}

/// A statement or block by its id, or a statement by its name: its place in the checklist, and its id.
fn find(name: &str) -> Result<(usize, &'static str), Error> {
    let instrument = Instrument::current();
    if let Ok(place) = instrument.place(name)
        && let Some(item) = instrument.items().get(place)
    {
        return Ok((place, item.id));
    }
    let blocks = instrument.blocks();
    if let Some(place) = blocks.iter().position(|b| b.id == name) {
        return Ok((instrument.items().len() + place, blocks.get(place).map_or("", |b| b.id)));
    }
    let ids = instrument.items().iter().map(|i| i.id).chain(blocks.iter().map(|b| b.id));
    Err(Error::new(Code::ChecklistItem, format!("there is no statement or block `{}`", shorten(name)))
        .with_help(nearest(name, ids).unwrap_or_default()))
}
