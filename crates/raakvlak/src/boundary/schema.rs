//! JSON Schemas of every document, generated from the types.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::*;
use crate::error::{Code, Error};
use crate::observation::{self, Kind, Scope, shorten};
use crate::rule::RuleFile;
use crate::text::TextPack;

/// The names of the documents that have a schema.
pub const NAMES: &[&str] = &[
    "raakvlak.case.v1",
    "raakvlak.advice.v1",
    "raakvlak.casework.v1",
    "raakvlak.house-plan.v1",
    "raakvlak.why.v1",
    "raakvlak.comparison.v1",
    "raakvlak.answers.v1",
    "raakvlak.checklist.v1",
    "raakvlak.rules.v1",
    "raakvlak.texts.v1",
    "raakvlak.error.v1",
    "raakvlak.knowledge.v1",
    "raakvlak.observations.v1",
    "raakvlak.scores.v1",
    "raakvlak.scores-comparison.v1",
    "raakvlak.survey.v1",
    "raakvlak.network.v1",
    "raakvlak.review.v1",
    "raakvlak.vote-result.v1",
    "raakvlak.network-report.v1",
    "raakvlak.cooperation.v1",
    "raakvlak.district-team.v1",
    "raakvlak.vision.v1",
    "raakvlak.vision-document.v1",
    "raakvlak.facts.v1",
    "raakvlak.schedule.v1",
    "raakvlak.schedule-plan.v1",
];

/// The JSON Schema of a document, by its name; the prefix `raakvlak.` and the version may be left out.
///
/// # Errors
/// `schema.unknown` where there is no document of that name.
pub fn schema(name: &str) -> Result<serde_json::Value, Error> {
    let named = |full: &&str| {
        let bare = full.strip_prefix("raakvlak.").unwrap_or(full);
        [*full, bare, bare.strip_suffix(".v1").unwrap_or(bare)].contains(&name)
    };
    let full = NAMES.iter().copied().find(named).ok_or_else(|| {
        Error::new(Code::SchemaUnknown, format!("there is no document `{}`", shorten(name)))
            .with_help(format!("known here: {}", NAMES.join(", ")))
    })?;
    let schema = match full {
        "raakvlak.case.v1" => of::<CaseDocument>(),
        "raakvlak.advice.v1" => of::<AdviceDocument>(),
        "raakvlak.casework.v1" => of::<CaseworkDocument>(),
        "raakvlak.house-plan.v1" => of::<HousePlanDocument>(),
        "raakvlak.why.v1" => of::<WhyDocument>(),
        "raakvlak.comparison.v1" => of::<ComparisonDocument>(),
        "raakvlak.answers.v1" => of::<AnswersDocument>(),
        "raakvlak.checklist.v1" => of::<ChecklistDocument>(),
        "raakvlak.rules.v1" => of::<RuleFile>(),
        "raakvlak.texts.v1" => of::<TextPack>(),
        "raakvlak.error.v1" => of::<ErrorDocument>(),
        "raakvlak.scores.v1" => of::<ScoresDocument>(),
        "raakvlak.scores-comparison.v1" => of::<ScoresComparisonDocument>(),
        "raakvlak.survey.v1" => of::<SurveyDocument>(),
        "raakvlak.network.v1" => of::<NetworkDocument>(),
        "raakvlak.review.v1" => of::<ReviewDocument>(),
        "raakvlak.vote-result.v1" => of::<VoteResultDocument>(),
        "raakvlak.network-report.v1" => of::<NetworkReportDocument>(),
        "raakvlak.cooperation.v1" => of::<CooperationDocument>(),
        "raakvlak.district-team.v1" => of::<DistrictTeamDocument>(),
        "raakvlak.vision.v1" => of::<VisionChoices>(),
        "raakvlak.vision-document.v1" => of::<VisionDocument>(),
        "raakvlak.facts.v1" => of::<FactsDocument>(),
        "raakvlak.schedule.v1" => of::<ScheduleDocument>(),
        "raakvlak.schedule-plan.v1" => of::<SchedulePlanDocument>(),
        "raakvlak.knowledge.v1" => of::<Vec<KnowledgeEntry>>(),
        _ => of::<Vec<ObservationEntry>>(),
    };
    let mut value = schema.to_value();
    if let Some(root) = value.as_object_mut() {
        root.insert("title".to_owned(), full.into());
        // The schema field takes one value only.
        if let Some(name) = root.get_mut("properties").and_then(|p| p.get_mut("schema")) {
            *name = serde_json::json!({ "const": full });
        }
    }
    Ok(value)
}

fn of<T: JsonSchema>() -> Schema {
    schemars::generate::SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>()
}

/// The observations that may stand in `circumstances`, each with its values.
pub(super) fn circumstances(_: &mut SchemaGenerator) -> Schema {
    stated(|scope| scope.beside_cases().is_none())
}

/// The observations that may stand in the `circumstances` of a network.
pub(super) fn network_circumstances(_: &mut SchemaGenerator) -> Schema {
    stated(|scope| scope == Scope::Network)
}

/// The observations that may stand in the `circumstances` of a cooperation.
pub(super) fn cooperation_circumstances(_: &mut SchemaGenerator) -> Schema {
    stated(|scope| scope == Scope::Cooperation)
}

/// The observations that may stand in the `circumstances` of a district team.
pub(super) fn district_team_circumstances(_: &mut SchemaGenerator) -> Schema {
    stated(|scope| scope == Scope::DistrictTeam)
}

/// The observations that may differ per pair, each with its values.
pub(super) fn contact_circumstances(_: &mut SchemaGenerator) -> Schema {
    stated(|scope| scope == Scope::Contact)
}

fn stated(fits: impl Fn(Scope) -> bool) -> Schema {
    let properties: serde_json::Map<String, serde_json::Value> = observation::all()
        .iter()
        .filter(|o| o.kind != Kind::Difference && fits(o.scope))
        .map(|o| {
            let mut values: Vec<serde_json::Value> = match o.kind {
                Kind::Flag => vec![true.into(), false.into()],
                _ => o.values().iter().map(|v| (*v).into()).collect(),
            };
            values.push("declined".into());
            (o.id.to_owned(), serde_json::json!({ "enum": values }))
        })
        .collect();
    json_schema!({ "type": "object", "properties": properties, "additionalProperties": false })
}

/// The sections of a vision.
pub(super) fn vision_sections(_: &mut SchemaGenerator) -> Schema {
    let sections: Vec<&str> = crate::vision::sections().collect();
    json_schema!({ "enum": sections })
}

/// The facets on which two people can be compared.
pub(super) fn facet(_: &mut SchemaGenerator) -> Schema {
    let facets: Vec<&str> = observation::all().iter().filter(|o| o.kind == Kind::Difference).map(|o| o.id).collect();
    json_schema!({ "enum": facets })
}

/// The statements, each with the answers that it can have.
pub(super) fn answers(_: &mut SchemaGenerator) -> Schema {
    let answer = serde_json::json!({
        "anyOf": [
            { "type": "integer", "minimum": 1, "maximum": 10 },
            { "enum": ["not-applicable", "dont-know"] },
        ]
    });
    let items = crate::checklist::Instrument::current().items().iter();
    let properties: serde_json::Map<String, serde_json::Value> =
        items.map(|item| (item.name().to_owned(), answer.clone())).collect();
    json_schema!({ "type": "object", "properties": properties, "additionalProperties": false })
}
