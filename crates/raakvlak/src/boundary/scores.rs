//! `raakvlak.scores.v1` and `raakvlak.scores-comparison.v1`

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::checklist::InstrumentName;
use crate::checklist::{Key, Role};

/// Figures of groups: per statement and per block.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ScoresDocument {
    /// Always `raakvlak.scores.v1`.
    pub schema: Cow<'static, str>,
    /// The checklist that was filled in.
    pub instrument: InstrumentName,
    /// The language of the texts.
    pub lang: Cow<'static, str>,
    /// For whom the figures are.
    pub view: ScoresView,
    /// What has to be said with them.
    pub notice: Cow<'static, str>,
    /// What they are given by.
    pub by: Vec<Key>,
    /// The blocks, in the order of the figures.
    pub blocks: Vec<ScoredThing>,
    /// The statements, in the order of the figures.
    pub items: Vec<ScoredThing>,
    /// The groups.
    pub groups: Vec<ScoredGroup>,
}

/// For whom figures are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "for", rename_all = "kebab-case", deny_unknown_fields)]
pub enum ScoresView {
    /// Anyone: no figure is of fewer respondents than the minimum, and none can be had by subtraction.
    Publication {
        /// The smallest number of respondents of which there is a figure.
        minimum: u64,
    },
    /// The team's own conversation only; not to be published.
    InTeam,
}

/// A block or a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ScoredThing {
    /// The knowledge id.
    pub id: Cow<'static, str>,
    /// The block it is part of; null for one of the five.
    pub within: Option<Cow<'static, str>>,
    /// Its heading.
    pub label: Cow<'static, str>,
    /// Its text.
    pub text: Cow<'static, str>,
}

/// A group and its figures. What it is not given by, and does not lie in, is null.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ScoredGroup {
    /// The municipality.
    pub municipality: Option<String>,
    /// The organisation.
    pub organisation: Option<String>,
    /// The team.
    pub team: Option<String>,
    /// The role of the respondents.
    pub role: Option<Role>,
    /// The wave.
    pub wave: Option<String>,
    /// How many sheets there are; null where that is hidden.
    pub sheets: Option<u64>,
    /// Of each block; null where it is hidden or not known.
    pub blocks: Vec<Option<ScoredFigure>>,
    /// Of each statement; null where it is hidden or not there.
    pub items: Vec<Option<ScoredFigure>>,
}

/// How scores fall. They are ordinal: median and quartiles stand beside the mean.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ScoredFigure {
    /// How many scores were given.
    pub answered: u64,
    /// Their mean, unrounded; null where none was given.
    pub mean: Option<f64>,
    /// Their median.
    pub median: Option<f64>,
    /// Their lower and upper quartile.
    pub quartiles: Option<[f64; 2]>,
    /// The lowest score that was given.
    pub lowest: Option<u8>,
    /// The highest.
    pub highest: Option<u8>,
    /// How often each score was given, from 1 to 10.
    pub distribution: [u64; 10],
    /// How often it was left open; only in the team's own view.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_answered: Option<u64>,
    /// How often it did not fit the organisation; only in the team's own view.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_applicable: Option<u64>,
    /// How often the respondent did not know; only in the team's own view.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dont_know: Option<u64>,
}

/// Two waves, roles or groups beside each other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ScoresComparisonDocument {
    /// Always `raakvlak.scores-comparison.v1`.
    pub schema: Cow<'static, str>,
    /// The checklist that was filled in.
    pub instrument: InstrumentName,
    /// The language of the texts.
    pub lang: Cow<'static, str>,
    /// For whom the figures are.
    pub view: ScoresView,
    /// What has to be said with them.
    pub notice: Cow<'static, str>,
    /// What is compared.
    pub over: Key,
    /// The one.
    pub one: String,
    /// The other, after it.
    pub other: String,
    /// The blocks, in the order of the figures.
    pub blocks: Vec<ScoredThing>,
    /// The statements, in the order of the figures.
    pub items: Vec<ScoredThing>,
    /// The groups in which both or one of them stand.
    pub groups: Vec<ComparedGroup>,
}

/// A group, with the figures of both.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ComparedGroup {
    /// The municipality.
    pub municipality: Option<String>,
    /// The organisation.
    pub organisation: Option<String>,
    /// The team.
    pub team: Option<String>,
    /// The role of the respondents.
    pub role: Option<Role>,
    /// The wave.
    pub wave: Option<String>,
    /// Of each block.
    pub blocks: Vec<ComparedFigure>,
    /// Of each statement.
    pub items: Vec<ComparedFigure>,
}

/// Two figures, and how far the other lies above the one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ComparedFigure {
    /// The figure of the one; null where it is hidden or not known.
    pub one: Option<ScoredFigure>,
    /// The figure of the other.
    pub other: Option<ScoredFigure>,
    /// The other median less the one; null where either is not known.
    pub median_difference: Option<f64>,
    /// The other mean less the one, unrounded; null where either is not known.
    pub mean_difference: Option<f64>,
}
