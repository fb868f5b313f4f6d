//! A case: people with a frame each, what is stated about them, and the situations in
//! which that is decided.

use std::collections::{BTreeMap, BTreeSet};

use crate::boundary::{Between, CaseDocument, Comparison, Grade, Person, Role, Sector, Stated, read};
use crate::ecogram::unknown_person;
use crate::error::{Code, Error, key, nearest};
use crate::frame::Difference;
use crate::observation::{self, Index, Kind, Scope, shorten};
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
///     .state("language.shared", false)
///     .build()?;
/// assert_eq!(case.document().people.len(), 2);
/// # Ok::<(), raakvlak::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    document: CaseDocument,
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
#[derive(Debug, Clone)]
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

    /// Two people of the document, in the order of its people.
    pub(crate) fn in_order(&self, between: &Between) -> Between {
        let second = self.document.people.iter().find(|p| p.id == between.0 || p.id == between.1);
        if second.is_some_and(|p| p.id == between.1) { (between.1.clone(), between.0.clone()) } else { between.clone() }
    }

    /// The id of a person, by place.
    pub(crate) fn id(&self, person: usize) -> &str {
        self.document.people.get(person).map_or("", |p| p.id.as_str())
    }

    /// The pairs, in the order of the people: those about whom something is stated; the
    /// first professional with everyone of the family; the first parent with every child.
    /// So a pair never goes when more is stated, and there are never more pairs than
    /// people and statements together.
    pub(crate) fn pairs(&self) -> BTreeMap<Pair, Vec<Views>> {
        let people = &self.document.people;
        let places: BTreeMap<&str, usize> = people.iter().enumerate().map(|(i, p)| (p.id.as_str(), i)).collect();
        let place = |between: &Between| {
            let (a, b) = (places.get(between.0.as_str())?, places.get(between.1.as_str())?);
            Some((*a.min(b), *a.max(b)))
        };
        let mut stated: BTreeMap<Pair, BTreeMap<Index, Vec<usize>>> = BTreeMap::new();
        let first = |role: Role| people.iter().position(|p| p.role == role);
        let with = |one: Option<usize>, fits: fn(Role) -> bool| {
            one.into_iter().flat_map(move |one| {
                people
                    .iter()
                    .enumerate()
                    .filter(move |(i, p)| *i != one && fits(p.role))
                    .map(move |(i, _)| (one.min(i), one.max(i)))
            })
        };
        for pair in
            with(first(Role::Professional), Role::is_family).chain(with(first(Role::Parent), |r| r == Role::Child))
        {
            stated.entry(pair).or_default();
        }
        for contact in &self.document.contacts {
            stated.entry(place(&contact.between).unwrap_or_default()).or_default();
        }
        for (i, comparison) in self.document.comparisons.iter().enumerate() {
            if let (Some(pair), Some(facet)) = (place(&comparison.between), observation::index(&comparison.facet)) {
                stated.entry(pair).or_default().entry(facet).or_default().push(i);
            }
        }
        stated
            .into_iter()
            .map(|(pair, facets)| {
                let views = facets
                    .into_iter()
                    .map(|(facet, stated)| Views { facet, answer: self.settle(&stated), stated })
                    .collect();
                (pair, views)
            })
            .collect()
    }

    /// One answer from what several people state: known when they agree, contested when
    /// they do not; declined only when nobody states a difference.
    fn settle(&self, stated: &[usize]) -> Answer {
        let grades: BTreeSet<Grade> =
            stated.iter().filter_map(|i| self.document.comparisons.get(*i)).map(|c| c.difference).collect();
        let mut known = grades.iter().filter(|g| **g != Grade::Declined);
        match (known.next(), known.next()) {
            (None, _) if grades.is_empty() => Answer::Unknown,
            (None, _) => Answer::Declined,
            (Some(one), None) => Answer::Known(*one as u8),
            _ => Answer::Contested,
        }
    }

    /// What a pair is: within the family, or a contact.
    pub(crate) fn about(&self, pair: Pair) -> About {
        let family = |i: usize| self.document.people.get(i).is_some_and(|p| p.role.is_family());
        if family(pair.0) && family(pair.1) { About::Family } else { About::Contact }
    }

    fn parent_and_child(&self, pair: Pair) -> Option<bool> {
        let role = |i: usize| self.document.people.get(i).map(|p| p.role);
        parent_and_child(role(pair.0)?, role(pair.1)?)
    }

    /// What was seen, once for the case and once for every pair.
    pub(crate) fn contexts(&self, pairs: &BTreeMap<Pair, Vec<Views>>) -> Vec<Context> {
        let whole = self.whole();
        let mut per_pair: BTreeMap<Pair, Vec<(Index, Answer)>> = BTreeMap::new();
        let places: BTreeMap<&str, usize> =
            self.document.people.iter().enumerate().map(|(i, p)| (p.id.as_str(), i)).collect();
        for contact in &self.document.contacts {
            if let (Some(a), Some(b)) = (places.get(contact.between.0.as_str()), places.get(contact.between.1.as_str()))
            {
                per_pair.entry((*a.min(b), *a.max(b))).or_default().extend(
                    contact
                        .circumstances
                        .iter()
                        .filter_map(|(id, value)| Some((observation::index(id)?, answer(id, value).ok()?))),
                );
            }
        }
        let mut contexts = vec![Context { about: About::Case, pair: None, seen: whole.clone() }];
        for (pair, views) in pairs {
            let mut seen = whole.clone();
            for (index, answer) in per_pair.get(pair).into_iter().flatten() {
                seen.set(*index, *answer);
            }
            if let (Some(index), Some(shown)) = (observation::index(PARENT_AND_CHILD), self.parent_and_child(*pair)) {
                seen.set(index, Answer::Known(u8::from(shown)));
            }
            for view in views {
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
    fn whole(&self) -> Situation {
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
            if other.is_family() {
                None
            } else {
                Some(false)
            }
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
        let mut people = BTreeSet::new();
        for (i, person) in document.people.iter().enumerate() {
            check_id(&person.id, &mut people, &format!("$.people[{i}].id"))?;
        }
        let mut stated: BTreeMap<(&str, &str, &str, Option<&str>), Grade> = BTreeMap::new();
        for (i, comparison) in document.comparisons.iter().enumerate() {
            check_comparison(comparison, i, &people)?;
            let (a, b) = (comparison.between.0.as_str(), comparison.between.1.as_str());
            let by = comparison.stated_by.as_deref();
            let before = stated.insert((a.min(b), a.max(b), &comparison.facet, by), comparison.difference);
            if let Some(before) = before.filter(|before| *before != comparison.difference) {
                let who = by.map_or_else(|| "nobody named".to_owned(), |by| format!("`{}`", shorten(by)));
                return Err(Error::new(
                    Code::ComparisonConflict,
                    format!(
                        "`{}` between `{}` and `{}` is stated twice by {who}: {} and {}",
                        comparison.facet,
                        shorten(a),
                        shorten(b),
                        word(before),
                        word(comparison.difference)
                    ),
                )
                .at(format!("$.comparisons[{i}].difference"))
                .with_help("leave one out, or say with `stated_by` who states which"));
            }
        }
        for (id, value) in &document.circumstances {
            answer(id, value).map_err(|e| e.at(key("$.circumstances", id)))?;
        }
        for (id, shown) in shown(&document) {
            check_shown(id, shown, document.circumstances.get(id), "$.circumstances")?;
        }
        let roles: BTreeMap<&str, Role> = document.people.iter().map(|p| (p.id.as_str(), p.role)).collect();
        let mut pairs = BTreeSet::new();
        for (i, contact) in document.contacts.iter().enumerate() {
            check_pair(&contact.between, &people, &format!("$.contacts[{i}].between"))?;
            for (id, value) in &contact.circumstances {
                let path = key(&format!("$.contacts[{i}].circumstances"), id);
                answer(id, value).map_err(|e| e.at(path.clone()))?;
                if observation::find(id).is_some_and(|o| o.scope == Scope::Case) {
                    return Err(Error::new(
                        Code::ObservationValue,
                        format!("`{id}` is about the case, not about two people"),
                    )
                    .at(path)
                    .with_help("state it in `circumstances` of the case"));
                }
            }
            let (a, b) = (contact.between.0.as_str(), contact.between.1.as_str());
            if let (Some(one), Some(other)) = (roles.get(a), roles.get(b)) {
                let stated = contact.circumstances.get(PARENT_AND_CHILD);
                let path = format!("$.contacts[{i}].circumstances");
                check_shown(PARENT_AND_CHILD, parent_and_child(*one, *other), stated, &path)?;
            }
            if !pairs.insert((a.min(b), a.max(b))) {
                return Err(Error::new(Code::FieldRepeated, "these two people stand twice in `contacts`")
                    .at(format!("$.contacts[{i}].between")));
            }
        }
        if let Some(ecogram) = &document.ecogram {
            ecogram.check(&people)?;
        }
        if let Some(lifeline) = &document.lifeline {
            lifeline.check()?;
        }
        Ok(Case { document })
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

fn check_comparison(comparison: &Comparison, i: usize, people: &BTreeSet<&str>) -> Result<(), Error> {
    check_pair(&comparison.between, people, &format!("$.comparisons[{i}].between"))?;
    if observation::find(&comparison.facet).is_none_or(|o| o.kind != Kind::Difference) {
        let facets = observation::all().iter().filter(|o| o.kind == Kind::Difference).map(|o| o.id);
        let bare = comparison.facet.strip_prefix("frame.").unwrap_or(&comparison.facet);
        return Err(Error::new(Code::FacetUnknown, format!("there is no facet `{}`", shorten(&comparison.facet)))
            .at(format!("$.comparisons[{i}].facet"))
            .with_help(
                nearest(bare, facets)
                    .unwrap_or_else(|| "`raakvlak observations --kind difference` lists them".to_owned()),
            ));
    }
    match &comparison.stated_by {
        Some(by) if !people.contains(by.as_str()) => Err(unknown_person(by, &format!("$.comparisons[{i}].stated_by"))),
        _ => Ok(()),
    }
}

/// Refuses an empty id, and one that is there already.
pub(crate) fn check_id<'a>(id: &'a str, known: &mut BTreeSet<&'a str>, path: &str) -> Result<(), Error> {
    if id.trim().is_empty() {
        return Err(Error::new(Code::PersonIdEmpty, "an id may not be empty").at(path));
    }
    if !known.insert(id) {
        return Err(Error::new(Code::PersonIdRepeated, format!("the id `{}` stands twice", shorten(id))).at(path));
    }
    Ok(())
}

/// Refuses a pair of one person, and one with somebody who is not there.
pub(crate) fn check_pair(between: &Between, people: &BTreeSet<&str>, path: &str) -> Result<(), Error> {
    for (i, id) in [&between.0, &between.1].into_iter().enumerate() {
        if !people.contains(id.as_str()) {
            let known = nearest(id, people.iter().copied()).unwrap_or_default();
            return Err(unknown_person(id, &format!("{path}[{i}]")).with_help(known));
        }
    }
    if between.0 == between.1 {
        return Err(Error::new(Code::PairOfOne, format!("`{}` stands beside themself", shorten(&between.0))).at(path));
    }
    Ok(())
}

/// The answer that a stated value gives to an observation.
fn answer(id: &str, stated: &Stated) -> Result<Answer, Error> {
    let observation = observation::find(id).ok_or_else(|| observation::unknown(id))?;
    if observation.kind == Kind::Difference {
        return Err(Error::new(Code::ObservationValue, format!("`{id}` is a difference between two people"))
            .with_help("state it in `comparisons`"));
    }
    let value = match stated {
        Stated::Word(word) if word == "declined" => return Ok(Answer::Declined),
        Stated::Flag(flag) if observation.kind == Kind::Flag => Some(u8::from(*flag)),
        Stated::Word(word) if observation.kind != Kind::Flag => observation.value(word),
        _ => None,
    };
    value.map(Answer::Known).ok_or_else(|| wrong_value(id))
}

/// The error for a value that an observation does not take.
pub(crate) fn wrong_value(id: &str) -> Error {
    let takes = match observation::find(id).map(|o| (o.kind, o.values())) {
        Some((Kind::Flag, _)) => "true, false".to_owned(),
        Some((_, values)) => values.iter().map(|v| format!("\"{v}\"")).collect::<Vec<_>>().join(", "),
        None => String::new(),
    };
    Error::new(Code::ObservationValue, format!("`{id}` takes {takes} or \"declined\""))
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

    /// Checks the case.
    ///
    /// # Errors
    /// As [`Case::from_json`].
    pub fn build(self) -> Result<Case, Error> {
        Case::try_from(self.document)
    }
}
