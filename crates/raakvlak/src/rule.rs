//! A rule: which advice holds under which condition, and where that is said.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::error::{Code, Error, nearest};
use crate::knowledge::Places;
use crate::observation::{self, Index, Kind, Observation, shorten};
use crate::source::Source;
use crate::text::{Texts, Translated};

/// What a rule, and the advice it gives, is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum About {
    /// The case as a whole: decided once.
    #[default]
    Case,
    /// Two people who are in contact, one of them usually a professional: decided per pair.
    Contact,
    /// Two members of the family: decided per pair, apart from the contacts with a professional.
    Family,
    /// The conversation with parents about the three houses: decided once, apart from the advice.
    Houses,
    /// An organisation, as its checklist comes out: decided once, apart from every case.
    Organisation,
    /// A learning network: decided once.
    Network,
    /// The cooperation of formal and informal organisations: decided once.
    Cooperation,
    /// A district team and its municipality: decided once.
    DistrictTeam,
}

impl About {
    /// Everything that rules can be about.
    pub const ALL: [About; 8] = [
        About::Case,
        About::Contact,
        About::Family,
        About::Houses,
        About::Organisation,
        About::Network,
        About::Cooperation,
        About::DistrictTeam,
    ];

    /// The name in rule files, for instance `houses`.
    pub const fn name(self) -> &'static str {
        match self {
            About::Case => "case",
            About::Contact => "contact",
            About::Family => "family",
            About::Houses => "houses",
            About::Organisation => "organisation",
            About::Network => "network",
            About::Cooperation => "cooperation",
            About::DistrictTeam => "district-team",
        }
    }

    /// Whether it is about organisations and what they do together, and not about a case.
    pub const fn beside_cases(self) -> bool {
        matches!(self, About::Organisation | About::Network | About::Cooperation | About::DistrictTeam)
    }
}

/// A condition of which a number must hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "an object with `count` and `of`")]
pub struct AtLeast {
    /// How many must hold, from one to all of them.
    pub count: usize,
    /// The comparisons.
    pub of: Vec<String>,
}

/// A rule, as a domain expert writes it. See `knowledge/README.md` for the form.
///
/// Comparisons read `"person.young"`, `"person.young = no"`, `"trust >= beginning"`,
/// `"culture.norms-values = different"` or, for every facet of an aspect,
/// `"culture.* = different"`. Lists used together must all hold.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case", expecting = "a rule")]
pub struct Rule {
    /// The stable id of the rule.
    pub id: Cow<'static, str>,
    /// The knowledge id of what the rule brings.
    pub advice: Cow<'static, str>,
    /// What it is about; the advice's other rules or `case` when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<About>,
    /// Holds always: the rule has no condition.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub always: bool,
    /// Advices that must apply too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<String>,
    /// Every one of these must hold.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub all: Vec<String>,
    /// At least one of these must hold.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub any: Vec<String>,
    /// None of these may hold.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unless: Vec<String>,
    /// Of each of these lists, so many must hold.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "one_or_many")]
    #[cfg_attr(feature = "schema", schemars(with = "OneOrMany"))]
    pub at_least: Vec<AtLeast>,
    /// Where it is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// Where a choice is ours and not the source's: what, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operationalisation: Option<Translated>,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged, expecting = "an object with `count` and `of`, or a list of them")]
enum OneOrMany {
    One(AtLeast),
    Many(Vec<AtLeast>),
}

fn one_or_many<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Vec<AtLeast>, D::Error> {
    Ok(match OneOrMany::deserialize(from)? {
        OneOrMany::One(one) => vec![one],
        OneOrMany::Many(many) => many,
    })
}

/// A comparison, read: the observation and the values for which it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Comparison {
    pub(crate) observation: Index,
    /// Bit v is set when the comparison holds for value v.
    pub(crate) holds_for: u8,
}

impl Comparison {
    /// That a flag is yes.
    pub(crate) fn yes(flag: &str) -> Option<Comparison> {
        observation::index(flag).map(|observation| Comparison { observation, holds_for: 0b10 })
    }

    /// The comparison that holds exactly where this one fails.
    pub(crate) fn opposite(self) -> Comparison {
        Comparison { holds_for: all_values(observation::get(self.observation)) & !self.holds_for, ..self }
    }

    /// The comparison or its opposite, whichever fails for the lowest value, and whether it
    /// is the opposite.
    pub(crate) fn canonical(self) -> (Comparison, bool) {
        if self.holds_for & 1 == 1 { (self.opposite(), true) } else { (self, false) }
    }
}

fn all_values(observation: Option<&Observation>) -> u8 {
    observation.map_or(0, |o| ((1u16 << o.values().len()) - 1) as u8)
}

/// A rule with its comparisons read, as one conjunction of counted clauses.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Condition {
    /// All of these must hold: `all`, and the opposites of `unless`.
    pub(crate) every: Vec<Comparison>,
    /// Of each of these, so many must hold: `any` and `at-least`.
    pub(crate) counted: Vec<(usize, Vec<Comparison>)>,
}

impl Rule {
    /// Where a choice in this rule is ours, or the user's, and not the source's.
    pub(crate) fn choice(&self, texts: &Texts) -> Option<Cow<'static, str>> {
        texts
            .operationalisation(&format!("rule:{}", self.id))
            .or_else(|| {
                let own = self.operationalisation.as_ref()?;
                Some(Cow::Owned(if texts.lang() == "en" { own.en.clone() } else { own.nl.clone() }))
            })
            // The rules of the checklist share one choice: what low is.
            .or_else(|| texts.operationalisation("checklist.steps").filter(|_| self.id.starts_with("checklist.")))
    }

    /// Whether it compares one of these.
    pub(crate) fn compares(&self, observations: &[Index]) -> bool {
        let condition = self.condition().unwrap_or_default();
        let mut compared = condition.every.iter().chain(condition.counted.iter().flat_map(|(_, of)| of));
        compared.any(|c| observations.contains(&c.observation))
    }

    /// Reads the comparisons. The path of an error is relative to the rule.
    pub(crate) fn condition(&self) -> Result<Condition, Error> {
        let bare = self.all.is_empty()
            && self.any.is_empty()
            && self.unless.is_empty()
            && self.at_least.is_empty()
            && self.with.is_empty();
        if self.always && !bare {
            return Err(
                Error::new(Code::RuleCondition, "a rule that holds always has no further condition").at(".always")
            );
        }
        if !self.always && bare {
            return Err(Error::new(
                Code::RuleCondition,
                "a rule needs a condition: `all`, `any`, `unless`, `at-least` or `with`, or `always = true`",
            ));
        }
        let mut every = self.list("all", &self.all)?;
        every.extend(self.list("unless", &self.unless)?.into_iter().map(Comparison::opposite));
        let mut counted = Vec::new();
        if !self.any.is_empty() {
            counted.push((1, self.list("any", &self.any)?));
        }
        for (i, clause) in self.at_least.iter().enumerate() {
            let of = self.list(&format!("at-least[{i}].of"), &clause.of)?;
            if clause.count == 0 || clause.count > of.len() {
                return Err(Error::new(
                    Code::RuleCount,
                    format!("`count` must lie between 1 and {}, the number of comparisons", of.len()),
                )
                .at(format!(".at-least[{i}].count")));
            }
            counted.push((clause.count, of));
        }
        Ok(Condition { every, counted })
    }

    fn list(&self, field: &str, texts: &[String]) -> Result<Vec<Comparison>, Error> {
        let mut read = Vec::new();
        for (i, text) in texts.iter().enumerate() {
            let path = format!(".{field}[{i}]");
            for comparison in comparisons(text).map_err(|e| e.at(path.clone()))? {
                if read.contains(&comparison) {
                    return Err(Error::new(Code::RuleComparison, "the same comparison stands twice").at(path));
                }
                read.push(comparison);
            }
        }
        Ok(read)
    }
}

/// Reads one comparison; a star gives one for every facet of the aspect.
fn comparisons(text: &str) -> Result<Vec<Comparison>, Error> {
    let mut parts = text.split_whitespace();
    let subject = parts.next().unwrap_or_default();
    let (operator, value) = match (parts.next(), parts.next(), parts.next()) {
        (None, ..) => ("=", None),
        (Some(operator), Some(value), None) => (operator, Some(value)),
        _ => return Err(not_read(text)),
    };
    if !["=", "!=", "<", "<=", ">", ">="].contains(&operator) {
        return Err(not_read(text));
    }
    let observations: Vec<Index> = match subject.strip_suffix(".*") {
        Some(aspect) => (0..)
            .zip(observation::all())
            .filter(|(_, o)| o.kind == Kind::Difference && o.id.split('.').next() == Some(aspect))
            .map(|(i, _)| i)
            .collect(),
        None => observation::index(subject).into_iter().collect(),
    };
    if observations.is_empty() {
        return Err(observation::unknown(subject));
    }
    let mut read = Vec::with_capacity(observations.len());
    for observation in observations {
        let o = observation::get(observation).ok_or_else(|| not_read(text))?;
        let value = match (value, o.kind) {
            (Some(value), _) => value,
            (None, Kind::Flag) => "yes",
            (None, _) => {
                return Err(Error::new(
                    Code::RuleComparison,
                    format!("`{}` is not a yes or no: compare it with {}", o.id, choices(o)),
                ));
            }
        };
        if ["known", "unknown", "declined", "contested"].contains(&value) {
            return Err(tests_known(format!("`{}` asks whether `{}` is known", shorten(text), o.id)));
        }
        let at = o.value(value).ok_or_else(|| {
            Error::new(
                Code::ObservationValue,
                format!("`{}` has no value `{}`; expected {}", o.id, shorten(value), choices(o)),
            )
            .with_help(nearest(value, o.values().iter().copied()).unwrap_or_default())
        })?;
        let all = all_values(Some(o));
        let (exact, below) = (1u8 << at, (1u8 << at) - 1);
        let holds_for = all
            & match operator {
                "=" => exact,
                "!=" => !exact,
                ">=" => !below,
                ">" => !below & !exact,
                "<=" => below | exact,
                _ => below,
            };
        if holds_for == 0 || holds_for == all {
            return Err(tests_known(format!("`{}` comes out the same for every value of `{}`", shorten(text), o.id)));
        }
        read.push(Comparison { observation, holds_for });
    }
    Ok(read)
}

fn tests_known(message: String) -> Error {
    Error::new(Code::RuleTestsKnown, message).with_help("no comparison may test only whether something is known")
}

fn not_read(text: &str) -> Error {
    Error::new(Code::RuleComparison, format!("`{}` is not a comparison", shorten(text)))
        .with_help("write `id`, or `id operator value` with one of = != < <= > >=, for instance `trust >= beginning`")
}

fn choices(o: &Observation) -> String {
    o.values().iter().map(|v| format!("`{v}`")).collect::<Vec<_>>().join(", ")
}

/// The comparison in words, for reasoning: `culture.norms-values >= partly`.
pub(crate) fn in_words(comparison: Comparison) -> String {
    let Some(o) = observation::get(comparison.observation) else { return String::new() };
    let values: Vec<&str> =
        (0..).zip(o.values()).filter(|(i, _)| comparison.holds_for >> i & 1 == 1).map(|(_, v)| *v).collect();
    let (first, last) = (values.first().copied().unwrap_or(""), values.last().copied().unwrap_or(""));
    let highest = o.values().last().copied();
    let lowest = o.values().first().copied();
    if values.len() == 1 {
        format!("{} = {first}", o.id)
    } else if highest == Some(last) {
        format!("{} >= {first}", o.id)
    } else if lowest == Some(first) {
        format!("{} <= {last}", o.id)
    } else {
        format!("{} = {}", o.id, values.join(" | "))
    }
}

/// A file of rules that a user lays over the built-in ones: `raakvlak.rules.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a file of rules")]
pub struct RuleFile {
    /// Always `raakvlak.rules.v1`.
    pub schema: String,
    /// Rules to add; one with the id of a built-in rule replaces it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rule: Vec<Rule>,
    /// Ids of rules to switch off.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub off: Vec<String>,
    /// Texts to add, or to put in place of ours; an id that is new here is a new advice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub text: Vec<OwnText>,
}

/// A text of a user's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a text with an id")]
pub struct OwnText {
    /// The id of the knowledge or the new advice.
    pub id: String,
    /// A short heading, per language.
    pub label: Translated,
    /// One to three sentences, per language.
    pub text: Translated,
}

/// Whether an id is under `safety.`: it goes before everything and is locked against change.
pub(crate) fn is_safety(id: &str) -> bool {
    id == "safety" || id.starts_with("safety.")
}

/// The advices on which the laws of the houses rest, or whose text states what was stated:
/// no further rule may bring them.
const LAWS_OF_THE_HOUSES: [&str; 10] = [
    "house.green",
    "house.red",
    "houses.red-told",
    "help.voluntary-arrange",
    "shared-picture.return",
    "parents.if-needed",
    "parents.step.2.gate",
    "parents.step.3.gate",
    "parents.step.3.step-back",
    "parents.step.4.gate",
];

/// Whether a rule file may not bring an advice.
pub(crate) fn is_locked(advice: &str) -> bool {
    is_safety(advice) || LAWS_OF_THE_HOUSES.contains(&advice)
}

/// The advices of rules, in order of first appearance, and the place of each there.
pub(crate) fn by_advice(rules: &[Rule]) -> (Vec<&str>, Places<'_>) {
    let mut order = Vec::new();
    let mut places = Places::new();
    for rule in rules {
        places.entry(&*rule.advice).or_insert_with(|| {
            order.push(&*rule.advice);
            order.len() - 1
        });
    }
    (order, places)
}
