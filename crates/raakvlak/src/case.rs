//! A case: people with a frame each, what is stated about them, and the situations in
//! which that is decided.

use std::collections::BTreeMap;

use crate::boundary::{
    Between, CaseDocument, Comparison, Contact, Grade, PairOrCase, Person, Role, Sector, Stated, WholeCase, read,
};
use crate::ecogram::Ecogram;
use crate::error::{Code, Error, key, nearest};
use crate::frame::Difference;
use crate::knowledge::Places;
use crate::lifeline::Lifeline;
use crate::observation::{self, Index, Kind, Observation, Scope, shorten};
use crate::order;
use crate::rule::About;
use crate::situation::{Answer, Situation};

/// A case that has been checked.
///
/// ```
/// use raakvlak::boundary::{Role, Sector};
/// use raakvlak::frame::Difference;
/// use raakvlak::Case;
///
/// let case = Case::builder(Sector::YouthCare)
///     .person("me", Role::Professional)
///     .person("father", Role::Parent)
///     .difference("me", "father", "culture.norms-values", Difference::Different)
///     .state_between("me", "father", "language.shared", false)
///     .build()?;
/// assert_eq!(case.document().people.len(), 2);
/// # Ok::<(), raakvlak::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    document: CaseDocument,
    pairs: BTreeMap<Pair, Said>,
}

/// What was said about two people.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Said {
    /// How they differ, by facet.
    pub(crate) views: Vec<Views>,
    /// What is stated of them in particular; none where they do not stand in `contacts`.
    pub(crate) stated: Option<Vec<(Index, Answer)>>,
}

/// A pair of people: their places in the list, the lowest first.
pub(crate) type Pair = (usize, usize);

/// What is decided once, or for one pair, and what was seen there.
#[derive(Debug, Clone)]
pub(crate) struct Context {
    pub(crate) about: About,
    /// `None` for the case as a whole, and for contacts while nobody is known.
    pub(crate) pair: Option<Pair>,
    pub(crate) seen: Situation,
}

/// What was said about one facet of one pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Views {
    pub(crate) facet: Index,
    /// Places among the comparisons of the document.
    pub(crate) stated: Vec<usize>,
    pub(crate) answer: Answer,
}

impl Case {
    /// Reads the document `raakvlak.case.v1` and checks it.
    ///
    /// # Errors
    /// `document.*`, `field.*`, `value.*`, `person.*`, `pair.one-person`,
    /// `comparison.conflict`, `facet.unknown`, `observation.*`, `date.invalid`; each with
    /// the place in the document.
    pub fn from_json(json: &str) -> Result<Case, Error> {
        Case::try_from(read::<CaseDocument>(json, "raakvlak.case")?)
    }

    /// A case, built step by step.
    pub fn builder(sector: Sector) -> CaseBuilder {
        CaseBuilder {
            document: CaseDocument {
                schema: "raakvlak.case.v1".to_owned(),
                sector,
                people: Vec::new(),
                comparisons: Vec::new(),
                circumstances: BTreeMap::new(),
                contacts: Vec::new(),
                ecogram: None,
                lifeline: None,
                note: None,
            },
        }
    }

    /// The case as the document it was made from.
    pub fn document(&self) -> &CaseDocument {
        &self.document
    }

    /// The id of a person, by place.
    pub(crate) fn id(&self, person: usize) -> &str {
        self.document.people.get(person).map_or("", |p| p.id.as_str())
    }

    /// How an answer names a pair, or the case as a whole.
    pub(crate) fn name(&self, pair: Option<Pair>) -> PairOrCase {
        match pair {
            None => PairOrCase::Case(WholeCase::Case),
            Some((a, b)) => PairOrCase::Pair { between: (self.id(a).to_owned(), self.id(b).to_owned()) },
        }
    }

    /// The pairs, in the order of the people, with what was said about each: those about
    /// whom something is stated; the first professional with everyone of the family; the
    /// first parent with every child. So a pair never goes when more is stated, and there
    /// are never more pairs than people and statements together.
    pub(crate) fn pairs(&self) -> &BTreeMap<Pair, Said> {
        &self.pairs
    }

    /// What a pair is: within the family, or a contact.
    pub(crate) fn about(&self, pair: Pair) -> About {
        let family = |i: usize| self.document.people.get(i).is_some_and(|p| p.role.is_family());
        if family(pair.0) && family(pair.1) { About::Family } else { About::Contact }
    }

    /// Whether two people are parent and child, as far as their roles tell.
    fn parent_and_child(&self, pair: Pair) -> Option<bool> {
        let role = |i: usize| self.document.people.get(i).map(|p| p.role);
        parent_and_child(role(pair.0)?, role(pair.1)?)
    }

    /// What was seen, once for the case and once for every pair.
    pub(crate) fn contexts(&self) -> Vec<Context> {
        let whole = self.whole();
        let mut contexts = Vec::with_capacity(self.pairs.len() + 2);
        contexts.push(Context { about: About::Case, pair: None, seen: whole.clone() });
        for (pair, said) in &self.pairs {
            let mut seen = whole.clone();
            for (index, answer) in said.stated.iter().flatten() {
                seen.set(*index, *answer);
            }
            if let (Some(index), Some(shown)) = (observation::index(PARENT_AND_CHILD), self.parent_and_child(*pair)) {
                seen.set(index, Answer::Known(u8::from(shown)));
            }
            for view in &said.views {
                seen.set(view.facet, view.answer);
            }
            contexts.push(Context { about: self.about(*pair), pair: Some(*pair), seen });
        }
        if !contexts.iter().any(|c| c.about == About::Contact) {
            contexts.insert(1, Context { about: About::Contact, pair: None, seen: whole });
        }
        contexts
    }

    /// What is known of the case as a whole: what is stated, and what people, ecogram and
    /// lifeline show.
    pub(crate) fn whole(&self) -> Situation {
        let mut seen = Situation::default();
        for (id, value) in &self.document.circumstances {
            if let (Some(index), Ok(answer)) = (observation::index(id), answer(id, value)) {
                seen.set(index, answer);
            }
        }
        for (id, shown) in shown(&self.document) {
            if let (Some(index), Some(shown)) = (observation::index(id), shown) {
                seen.set(index, Answer::Known(u8::from(shown)));
            }
        }
        seen
    }
}

const PARENT_AND_CHILD: &str = "pair.parent-and-child";

/// Whether two people are parent and child, as far as their roles tell.
fn parent_and_child(one: Role, other: Role) -> Option<bool> {
    match (one, other) {
        (Role::Parent, Role::Child) | (Role::Child, Role::Parent) => Some(true),
        (Role::Client | Role::OtherFamily, other) | (other, Role::Client | Role::OtherFamily) => {
            (!other.is_family()).then_some(false)
        }
        _ => Some(false),
    }
}

/// What the lists of a case show, without anybody stating it.
fn shown(document: &CaseDocument) -> [(&'static str, Option<bool>); 4] {
    let has = |role: Role| document.people.iter().any(|p| p.role == role);
    let (ecogram, lifeline) = (document.ecogram.as_ref(), document.lifeline.as_ref());
    [
        ("family.parents-and-children", (has(Role::Parent) && has(Role::Child)).then_some(true)),
        ("network.mapped", ecogram.and_then(|e| e.is_mapped())),
        ("network.origin-country-included", ecogram.and_then(|e| e.reaches_origin_country())),
        ("lifeline.made", lifeline.and_then(|l| l.is_made())),
    ]
}

/// Refuses a statement that contradicts what is shown: which of the two would hold, only
/// the one who wrote the case can say.
fn check_shown(id: &str, shown: Option<bool>, stated: Option<&Stated>, path: &str) -> Result<(), Error> {
    match (shown, stated) {
        (Some(shown), Some(Stated::Flag(flag))) if shown != *flag => Err(Error::new(
            Code::ObservationContradicts,
            format!("`{id}` is stated as {flag}, while the people or lists of the case show that it is {shown}"),
        )
        .at(key(path, id))
        .with_help("leave the statement out, or change the list")),
        _ => Ok(()),
    }
}

impl TryFrom<CaseDocument> for Case {
    type Error = Error;

    fn try_from(document: CaseDocument) -> Result<Case, Error> {
        let mut people = People::default();
        for (i, person) in document.people.iter().enumerate() {
            people.add(&person.id, &|| format!("$.people[{i}].id"))?;
        }
        let mut pairs = pairs_by_role(&document.people);
        let mut stated = Vec::with_capacity(document.comparisons.len());
        for (i, comparison) in document.comparisons.iter().enumerate() {
            stated.push(Statement::read(comparison, i, &people)?);
        }
        add_views(&mut pairs, stated, &document.comparisons)?;
        for (id, value) in &document.circumstances {
            answer(id, value).map_err(|e| e.at(key("$.circumstances", id)))?;
        }
        for (id, shown) in shown(&document) {
            check_shown(id, shown, document.circumstances.get(id), "$.circumstances")?;
        }
        for (i, contact) in document.contacts.iter().enumerate() {
            let pair = people.pair(&contact.between, &|| format!("$.contacts[{i}].between"))?;
            let path = format!("$.contacts[{i}].circumstances");
            let mut answers = Vec::new();
            for (id, value) in &contact.circumstances {
                let answer = answer(id, value).map_err(|e| e.at(key(&path, id)))?;
                if observation::find(id).is_some_and(|o| o.scope == Scope::Case) {
                    let message = format!("`{id}` is about the case, not about two people");
                    return Err(Error::new(Code::ObservationValue, message)
                        .at(key(&path, id))
                        .with_help("state it in `circumstances` of the case"));
                }
                answers.extend(observation::index(id).map(|index| (index, answer)));
            }
            let role = |i: usize| document.people.get(i).map(|p| p.role);
            if let (Some(one), Some(other)) = (role(pair.0), role(pair.1)) {
                let stated = contact.circumstances.get(PARENT_AND_CHILD);
                check_shown(PARENT_AND_CHILD, parent_and_child(one, other), stated, &path)?;
            }
            if pairs.entry(pair).or_default().stated.replace(answers).is_some() {
                return Err(Error::new(Code::FieldRepeated, "these two people stand twice in `contacts`")
                    .at(format!("$.contacts[{i}].between")));
            }
        }
        if let Some(ecogram) = &document.ecogram {
            ecogram.check(people)?;
        }
        if let Some(lifeline) = &document.lifeline {
            lifeline.check()?;
        }
        Ok(Case { pairs, document })
    }
}

/// People by id: their places in the list.
#[derive(Default)]
pub(crate) struct People<'a>(Places<'a>);

impl<'a> People<'a> {
    /// Adds somebody. Refuses an empty id, and one that is there already.
    pub(crate) fn add(&mut self, id: &'a str, path: &dyn Fn() -> String) -> Result<(), Error> {
        if id.trim().is_empty() {
            return Err(Error::new(Code::PersonIdEmpty, "an id may not be empty").at(path()));
        }
        let place = self.0.len();
        if self.0.insert(id, place).is_some() {
            return Err(Error::new(Code::PersonIdRepeated, format!("the id `{}` stands twice", shorten(id))).at(path()));
        }
        Ok(())
    }

    fn place(&self, id: &str, path: &dyn Fn() -> String) -> Result<usize, Error> {
        self.0.get(id).copied().ok_or_else(|| {
            let message = format!("there is nobody with the id `{}`", shorten(id));
            Error::new(Code::PersonUnknown, message)
                .at(path())
                .with_help(nearest(id, self.0.keys().copied()).unwrap_or_default())
        })
    }

    /// Two different people who are there: their places, the lowest first.
    pub(crate) fn pair(&self, between: &Between, path: &dyn Fn() -> String) -> Result<Pair, Error> {
        let one = self.place(&between.0, &|| path() + "[0]")?;
        let other = self.place(&between.1, &|| path() + "[1]")?;
        if one == other {
            let message = format!("`{}` stands beside themself", shorten(&between.0));
            return Err(Error::new(Code::PairOfOne, message).at(path()));
        }
        Ok((one.min(other), one.max(other)))
    }
}

/// A comparison with its people and facet found.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Statement {
    pair: Pair,
    facet: Index,
    by: Option<usize>,
    /// Its place among the comparisons of the document.
    at: usize,
    grade: Grade,
}

impl Statement {
    fn read(comparison: &Comparison, at: usize, people: &People<'_>) -> Result<Statement, Error> {
        let pair = people.pair(&comparison.between, &|| format!("$.comparisons[{at}].between"))?;
        let facet = observation::index(&comparison.facet)
            .filter(|i| observation::get(*i).is_some_and(|o| o.kind == Kind::Difference))
            .ok_or_else(|| unknown_facet(&comparison.facet).at(format!("$.comparisons[{at}].facet")))?;
        let by = comparison.stated_by.as_deref();
        let by = by.map(|by| people.place(by, &|| format!("$.comparisons[{at}].stated_by"))).transpose()?;
        Ok(Statement { pair, facet, by, at, grade: comparison.difference })
    }
}

fn unknown_facet(facet: &str) -> Error {
    let facets = observation::all().iter().filter(|o| o.kind == Kind::Difference).map(|o| o.id);
    let bare = facet.strip_prefix("frame.").unwrap_or(facet);
    Error::new(Code::FacetUnknown, format!("there is no facet `{}`", shorten(facet))).with_help(
        nearest(bare, facets).unwrap_or_else(|| "`observations` lists them, of the kind difference".to_owned()),
    )
}

/// The pairs that are there by their roles alone.
fn pairs_by_role(people: &[Person]) -> BTreeMap<Pair, Said> {
    let mut pairs = BTreeMap::new();
    let mut with = |role: Role, fits: fn(Role) -> bool| {
        let Some(one) = people.iter().position(|p| p.role == role) else { return };
        for (other, _) in people.iter().enumerate().filter(|(i, p)| *i != one && fits(p.role)) {
            pairs.insert((one.min(other), one.max(other)), Said::default());
        }
    };
    with(Role::Professional, Role::is_family);
    with(Role::Parent, |r| r == Role::Child);
    pairs
}

/// Sorts what was stated by pair and facet, and refuses one person's two different statements.
fn add_views(
    pairs: &mut BTreeMap<Pair, Said>,
    mut stated: Vec<Statement>,
    comparisons: &[Comparison],
) -> Result<(), Error> {
    order::sort(&mut stated);
    let same = |a: &Statement, b: &Statement| (a.pair, a.facet, a.by) == (b.pair, b.facet, b.by);
    let conflict = stated
        .chunk_by(same)
        .filter_map(|said| {
            let first = said.first()?;
            said.iter().find(|s| s.grade != first.grade).map(|other| (first, other))
        })
        .min_by_key(|(_, other)| other.at);
    if let Some((one, other)) = conflict
        && let Some(comparison) = comparisons.get(other.at)
    {
        let who = comparison.stated_by.as_ref().map_or("nobody named".to_owned(), |by| format!("`{}`", shorten(by)));
        let (a, b) = (shorten(&comparison.between.0), shorten(&comparison.between.1));
        let (one, grade) = (word(one.grade), word(other.grade));
        let message =
            format!("`{}` between `{a}` and `{b}` is stated twice by {who}: {one} and {grade}", comparison.facet);
        return Err(Error::new(Code::ComparisonConflict, message)
            .at(format!("$.comparisons[{}].difference", other.at))
            .with_help("leave one out, or say with `stated_by` who states which"));
    }
    for said in stated.chunk_by(|a, b| (a.pair, a.facet) == (b.pair, b.facet)) {
        let Some(first) = said.first() else { continue };
        let mut places: Vec<usize> = said.iter().map(|s| s.at).collect();
        order::sort(&mut places);
        let views = Views { facet: first.facet, answer: settle(said), stated: places };
        pairs.entry(first.pair).or_default().views.push(views);
    }
    Ok(())
}

/// One answer from what several people state: known when they agree, contested when they do
/// not; declined only when nobody states a difference.
fn settle(said: &[Statement]) -> Answer {
    let mut known = said.iter().map(|s| s.grade).filter(|g| *g != Grade::Declined);
    match known.next() {
        None => Answer::Declined,
        Some(one) if known.all(|other| other == one) => Answer::Known(one as u8),
        Some(_) => Answer::Contested,
    }
}

fn word(grade: Grade) -> &'static str {
    match grade {
        Grade::Shared => "shared",
        Grade::Partly => "partly",
        Grade::Different => "different",
        Grade::Declined => "declined",
    }
}

/// The answer that a stated value gives to an observation.
fn answer(id: &str, stated: &Stated) -> Result<Answer, Error> {
    let observation = observation::find(id).ok_or_else(|| observation::unknown(id))?;
    // Without the catalogue there is nothing beside cases.
    #[cfg(feature = "catalogue")]
    if let Some(about) = observation.scope.beside_cases() {
        let message = format!("`{id}` is about the {}, not about a case", about.name());
        return Err(Error::new(Code::ObservationUnknown, message));
    }
    if observation.kind == Kind::Difference {
        return Err(Error::new(Code::ObservationValue, format!("`{id}` is a difference between two people"))
            .with_help("state it in `comparisons`"));
    }
    stated_value(observation, stated)
}

/// The answer that a stated value gives to an observation that is no difference.
pub(crate) fn stated_value(observation: &Observation, stated: &Stated) -> Result<Answer, Error> {
    let value = match stated {
        Stated::Word(word) if word == "declined" => return Ok(Answer::Declined),
        Stated::Flag(flag) if observation.kind == Kind::Flag => Some(u8::from(*flag)),
        Stated::Word(word) if observation.kind != Kind::Flag => observation.value(word),
        _ => None,
    };
    let said = if let Stated::Word(word) = stated { word } else { "" };
    value.map(Answer::Known).ok_or_else(|| wrong_value(observation.id, said))
}

/// The error for a value that an observation does not take.
pub(crate) fn wrong_value(id: &str, said: &str) -> Error {
    let takes = match observation::find(id).map(|o| (o.kind, o.values())) {
        Some((Kind::Flag, _)) => "true, false".to_owned(),
        Some((_, values)) => values.iter().map(|v| format!("\"{v}\"")).collect::<Vec<_>>().join(", "),
        None => String::new(),
    };
    Error::new(Code::ObservationValue, format!("`{id}` takes {takes} or \"declined\"")).with_help(
        observation::find(id)
            .filter(|o| o.kind != Kind::Flag)
            .and_then(|o| nearest(said, o.values().iter().copied()))
            .unwrap_or_else(|| "what is not known is left out".to_owned()),
    )
}

/// A case, built step by step; everything is checked by [`CaseBuilder::build`].
#[derive(Debug, Clone)]
pub struct CaseBuilder {
    document: CaseDocument,
}

impl CaseBuilder {
    /// Adds a person.
    #[must_use]
    pub fn person(mut self, id: impl Into<String>, role: Role) -> Self {
        self.document.people.push(Person { id: id.into(), role, note: None });
        self
    }

    /// States how far two people differ on a facet, without saying who states it.
    #[must_use]
    pub fn difference(
        self,
        one: impl Into<String>,
        other: impl Into<String>,
        facet: impl Into<String>,
        difference: Difference,
    ) -> Self {
        self.comparison(Comparison {
            between: (one.into(), other.into()),
            facet: facet.into(),
            difference: difference.into(),
            stated_by: None,
            note: None,
        })
    }

    /// Adds a comparison in full.
    #[must_use]
    pub fn comparison(mut self, comparison: Comparison) -> Self {
        self.document.comparisons.push(comparison);
        self
    }

    /// States something about the case as a whole: `true`, `false`, a step, or `"declined"`.
    #[must_use]
    pub fn state(mut self, observation: impl Into<String>, value: impl Into<Stated>) -> Self {
        self.document.circumstances.insert(observation.into(), value.into());
        self
    }

    /// States something about two people in particular, for instance that they share a language.
    #[must_use]
    pub fn state_between(
        mut self,
        one: impl Into<String>,
        other: impl Into<String>,
        observation: impl Into<String>,
        value: impl Into<Stated>,
    ) -> Self {
        let between = (one.into(), other.into());
        let contacts = &mut self.document.contacts;
        let at = contacts.iter().position(|c| c.between == between).unwrap_or_else(|| {
            contacts.push(Contact { between, circumstances: BTreeMap::new() });
            contacts.len() - 1
        });
        if let Some(contact) = contacts.get_mut(at) {
            contact.circumstances.insert(observation.into(), value.into());
        }
        self
    }

    /// Adds the network of the client.
    #[must_use]
    pub fn ecogram(mut self, ecogram: Ecogram) -> Self {
        self.document.ecogram = Some(ecogram);
        self
    }

    /// Adds what the client has lived through.
    #[must_use]
    pub fn lifeline(mut self, lifeline: Lifeline) -> Self {
        self.document.lifeline = Some(lifeline);
        self
    }

    /// Checks the case.
    ///
    /// # Errors
    /// As [`Case::from_json`].
    pub fn build(self) -> Result<Case, Error> {
        Case::try_from(self.document)
    }
}
