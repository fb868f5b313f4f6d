//! `raakvlak.answers.v1` and `raakvlak.checklist.v1`

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use serde::de::Visitor;
use serde::{Deserialize, Deserializer, Serialize};

use super::advice::{Advised, Asked, Knowledge};
use super::case::map;
use crate::checklist::{Reason, Role, Step};

/// What a team answered in one wave, as a form hands it over. It scores the conditions of an
/// organisation; there is no field for a name, and none for a score of a person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "answers: an object with `sheets`")]
pub struct AnswersDocument {
    /// Always `raakvlak.answers.v1`.
    pub schema: String,
    /// The instrument that was answered; the current one when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instrument: Option<InstrumentName>,
    /// The wording in which the statements were shown; any sector when left out.
    #[serde(default)]
    pub wording: Wording,
    /// The wave: the round in which it was filled in, such as `2024`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wave: Option<String>,
    /// What each respondent answered.
    pub sheets: Vec<AnswerSheet>,
    /// What the team chose to start with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<ChoiceDocument>,
}

/// An instrument and its version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "an object with `id` and `version`")]
pub struct InstrumentName {
    /// The instrument: `raakvlak.checklist`.
    pub id: String,
    /// Its version.
    pub version: u32,
}

/// A wording of the statements; their meaning, ids and scores are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Wording {
    /// For any sector.
    #[default]
    AnySector,
    /// For elderly care, for which the source wrote them.
    ElderlyCare,
}

/// What one respondent answered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a sheet: an object with `answers`")]
pub struct AnswerSheet {
    /// A pseudonym, never a name; not needed within one wave.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub respondent: Option<String>,
    /// The part the respondent has in the work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// The answers, by statement: `1` to `30`, and `anchoring`. What is left out is not answered.
    #[serde(deserialize_with = "map")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "super::schema::answers"))]
    pub answers: BTreeMap<String, GivenAnswer>,
}

/// An answer as it was written: a number, or `not-applicable`, or `dont-know`. What it is not, is
/// said when the sheet is read.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum GivenAnswer {
    /// A whole number.
    Score(u64),
    /// Another number: no answer.
    Number(f64),
    /// A word.
    Word(String),
}

impl<'de> Deserialize<'de> for GivenAnswer {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Value;
        impl Visitor<'_> for Value {
            type Value = GivenAnswer;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number from 1 to 10, \"not-applicable\" or \"dont-know\"")
            }
            fn visit_u64<E>(self, score: u64) -> Result<GivenAnswer, E> {
                Ok(GivenAnswer::Score(score))
            }
            fn visit_i64<E>(self, number: i64) -> Result<GivenAnswer, E> {
                Ok(GivenAnswer::Number(number as f64))
            }
            fn visit_f64<E>(self, number: f64) -> Result<GivenAnswer, E> {
                // Some programs write a whole number as 7.0.
                let score = Some(number).filter(|n| n.fract() == 0.0 && (1.0..=10.0).contains(n));
                Ok(score.map_or(GivenAnswer::Number(number), |score| GivenAnswer::Score(score as u64)))
            }
            fn visit_str<E>(self, word: &str) -> Result<GivenAnswer, E> {
                Ok(GivenAnswer::Word(word.to_owned()))
            }
        }
        from.deserialize_any(Value)
    }
}

/// What a team chose to start with, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a choice: an object with `by` and `took_part`")]
pub struct ChoiceDocument {
    /// How it was chosen.
    pub by: By,
    /// Who took part: numbers by role, never names.
    pub took_part: Vec<TookPart>,
    /// What was chosen, at most three. After a vote it may be left out: the votes say it, as far
    /// as they decide.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chosen: Vec<ChosenPriority>,
    /// After a vote: the votes, by statement (`1` to `30`, `anchoring`) or knowledge id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty", deserialize_with = "map")]
    pub votes: BTreeMap<String, u32>,
}

/// How a team chose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ChosenBy"))]
#[serde(rename_all = "kebab-case")]
pub enum By {
    /// They agreed.
    Consensus,
    /// They voted.
    Vote,
}

/// How many of a role took part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "an object with `number`, and a `role` where it is known")]
pub struct TookPart {
    /// The part they have in the work; left out where it is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// How many.
    pub number: u32,
}

/// A priority, as it was chosen.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "an object with `priority`")]
pub struct ChosenPriority {
    /// A statement (`1` to `30`, `anchoring`), or the knowledge id of a statement or block.
    pub priority: String,
    /// Why, in the words of the team; never logged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Ids, never the reasons: they are what people said.
impl fmt::Debug for ChosenPriority {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ChosenPriority").field("priority", &self.priority).finish_non_exhaustive()
    }
}

/// The checklist of one team, for its own conversation: figures, what to talk about, what was
/// chosen, and the whole plan. It is not for publication: small groups stand in it as they are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChecklistDocument {
    /// Always `raakvlak.checklist.v1`.
    pub schema: Cow<'static, str>,
    /// The knowledge that decided.
    pub knowledge: Knowledge,
    /// The language of the texts.
    pub lang: Cow<'static, str>,
    /// Always `in-team`.
    #[cfg_attr(feature = "schema", schemars(extend("const" = "in-team")))]
    pub view: Cow<'static, str>,
    /// That this is for the team alone, in words to show with it.
    pub notice: Cow<'static, str>,
    /// The instrument that was answered.
    pub instrument: InstrumentName,
    /// The wording of the statements.
    pub wording: Wording,
    /// The wave; absent when that was not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wave: Option<String>,
    /// How many sheets were filled in.
    pub sheets: u64,
    /// By whom: each role that filled in a sheet.
    pub roles: Vec<RoleSheets>,
    /// The building blocks, each before its parts.
    pub blocks: Vec<BlockOutcome>,
    /// The statements.
    pub items: Vec<ItemOutcome>,
    /// What can be talked about. Those with the same median stand together; the order decides nothing.
    pub candidates: Vec<TiedCandidates>,
    /// What the team chose; absent where it did not yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<TeamChoice>,
    /// The integral plan: every block, chosen or not.
    pub plan: Vec<PlanPart>,
    /// Every advice of the rules about an organisation, in the order of the knowledge.
    pub advice: Vec<Advised>,
    /// The questions worth asking, the best first.
    pub ask_next: Vec<Asked>,
}

/// How many sheets a role filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RoleSheets {
    /// The role; null where that was not said.
    pub role: Option<Role>,
    /// How many.
    pub sheets: u64,
}

/// How a building block comes out: the answers to all its statements together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BlockOutcome {
    /// The knowledge id.
    pub id: Cow<'static, str>,
    /// The block it is a part of; absent for one of the five.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<Cow<'static, str>>,
    /// Its name.
    pub label: Cow<'static, str>,
    /// The figures.
    pub outcome: Outcome,
    /// The same for each role, where several filled it in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by_role: Vec<RoleOutcome>,
}

/// How a statement comes out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ItemOutcome {
    /// The knowledge id.
    pub id: Cow<'static, str>,
    /// Its number; null for the one without.
    pub number: Option<u8>,
    /// The lowest block it stands in.
    pub block: Cow<'static, str>,
    /// The heading.
    pub label: Cow<'static, str>,
    /// The statement, in the wording that was asked for.
    pub statement: Cow<'static, str>,
    /// The figures.
    pub outcome: Outcome,
    /// The same for each role, where several filled it in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by_role: Vec<RoleOutcome>,
}

/// How it comes out for one role.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RoleOutcome {
    /// The role.
    pub role: Role,
    /// The figures.
    pub outcome: Outcome,
}

/// Counts, and the figures that are made of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// How many scores were given.
    pub answered: u64,
    /// How often each score was given, from 1 to 10.
    pub distribution: [u64; 10],
    /// How often it was left open.
    pub not_answered: u64,
    /// How often it did not fit the organisation.
    pub not_applicable: u64,
    /// How often the respondent did not know.
    pub dont_know: u64,
    /// The figures; null where too few gave a score, so that it is not known.
    pub figures: Option<OutcomeFigures>,
}

/// Figures of scores. They are on an ordinal scale, so the median stands beside every mean.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OutcomeFigures {
    /// Half of the scores lie at or below it, half at or above it.
    pub median: f64,
    /// The same of a quarter and three quarters.
    pub quartiles: (f64, f64),
    /// The mean, unrounded.
    pub mean: f64,
    /// The lowest score that was given.
    pub lowest: u8,
    /// The highest.
    pub highest: u8,
    /// Low, high or in between: see `checklist.steps` in the knowledge.
    pub step: Step,
}

/// Candidates with the same median.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TiedCandidates {
    /// The median; null where it is not known.
    pub median: Option<f64>,
    /// The candidates, in the order of the checklist.
    pub tied: Vec<NamedCandidate>,
}

/// A statement or block to talk about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NamedCandidate {
    /// The knowledge id.
    pub id: Cow<'static, str>,
    /// The heading.
    pub label: Cow<'static, str>,
    /// Why; at least one.
    pub reasons: Vec<Reason>,
}

/// What the team chose, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TeamChoice {
    /// How it was chosen.
    pub by: By,
    /// Who took part.
    pub took_part: Vec<TookPart>,
    /// What was chosen.
    pub chosen: Vec<NamedPriority>,
    /// The votes, most first; what has as many stands together.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub votes: Vec<TiedVotes>,
    /// What the votes leave to the team; absent where they decide.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undecided: Option<UndecidedPlaces>,
}

/// A priority that was chosen.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NamedPriority {
    /// The knowledge id of a statement or block.
    pub id: Cow<'static, str>,
    /// The heading.
    pub label: Cow<'static, str>,
    /// Why, in the words of the team; never logged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Ids, never the reasons: they are what people said.
impl fmt::Debug for NamedPriority {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NamedPriority").field("id", &self.id).finish_non_exhaustive()
    }
}

/// What has so many votes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TiedVotes {
    /// How many.
    pub votes: u64,
    /// The knowledge ids; more than one is a tie.
    pub tied: Vec<Cow<'static, str>>,
}

/// A tie that the votes do not break.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct UndecidedPlaces {
    /// How many of the three places are left.
    pub places: usize,
    /// The knowledge ids among which the team chooses.
    pub tied: Vec<Cow<'static, str>>,
}

/// A block in the integral plan, chosen or not.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PlanPart {
    /// The knowledge id of the block.
    pub id: Cow<'static, str>,
    /// The block it is a part of; absent for one of the five.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<Cow<'static, str>>,
    /// Its name.
    pub label: Cow<'static, str>,
    /// Its median; null where it is not known.
    pub median: Option<f64>,
    /// What was chosen of it: itself, or statements right under it.
    pub chosen: Vec<Cow<'static, str>>,
    /// The advices that apply here, by their ids.
    pub applies: Vec<Cow<'static, str>>,
    /// The advices that are open here: what decides is not known.
    pub open: Vec<Cow<'static, str>>,
}
