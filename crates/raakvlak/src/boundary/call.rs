//! One function per job, from text to text: what the bindings to other languages call.
//!
//! A case goes in as JSON text and the answer comes out as JSON text, the same bytes in every
//! language. Rules and texts are handed in, so that they are read once.
//!
//! ```
//! use raakvlak::boundary::call;
//! use raakvlak::Rules;
//!
//! let case = r#"{"schema": "raakvlak.case.v1", "sector": "youth-care", "people": []}"#;
//! let advice = call::advise(case, &Rules::builtin(), &call::texts("en")?)?;
//! assert!(advice.starts_with(r#"{"schema":"raakvlak.advice.v1""#));
//! # Ok::<(), raakvlak::Error>(())
//! ```

use serde::Serialize;

use super::read::name_of;
use super::{
    AdviceDocument, Audience, CaseworkDocument, ChecklistDocument, ComparisonDocument, FactsDocument,
    HousePlanDocument, KnowledgeEntry, NetworkReportDocument, ReviewDocument, SchedulePlanDocument,
    ScoresComparisonDocument, ScoresDocument, VisionDocument, VoteResultDocument, WhyDocument, Wording, read,
};
use crate::checklist::{TeamAnswers, team_checklist};
use crate::cooperation::{self, Cooperation};
use crate::district_team::{self, DistrictTeam};
use crate::error::{Code, Error};
use crate::knowledge;
use crate::network::{self, Network, Schedule};
use crate::observation::shorten;
use crate::report::{self, Format};
use crate::rule::About;
use crate::rules::Rules;
use crate::text::Texts;
use crate::vision::{self, Vision};
use crate::{Case, casework, fact, houses};

/// The texts in a language: `nl` or `en`, or a text pack as JSON text.
///
/// # Errors
/// `value.unknown` for a language that is not there; for a pack, those of reading a document.
pub fn texts(lang: &str) -> Result<Texts, Error> {
    match Texts::builtin(lang) {
        Some(texts) => Ok(texts),
        None if lang.trim_start().starts_with('{') => Texts::from_json(lang),
        None => Err(Error::new(Code::ValueUnknown, format!("there are no texts in `{}`", shorten(lang)))
            .with_help("use nl, en, or a text pack (raakvlak.texts.v1)")),
    }
}

/// What a case asks for: [`AdviceDocument`].
///
/// # Errors
/// Those of [`Case::from_json`].
pub fn advise(case: &str, rules: &Rules, texts: &Texts) -> Result<String, Error> {
    written(&crate::advise(&Case::from_json(case)?, rules, texts))
}

/// Which houses to explain: [`HousePlanDocument`].
///
/// # Errors
/// Those of [`Case::from_json`].
pub fn houses(case: &str, rules: &Rules, texts: &Texts) -> Result<String, Error> {
    written(&houses::plan(&Case::from_json(case)?, rules, texts))
}

/// The worksheet for a case discussion: [`CaseworkDocument`].
///
/// # Errors
/// Those of [`Case::from_json`].
pub fn casework(case: &str, rules: &Rules, texts: &Texts) -> Result<String, Error> {
    written(&casework::worksheet(&Case::from_json(case)?, rules, texts))
}

/// The checklist of one team, for its own conversation: [`ChecklistDocument`]. Not for publication.
///
/// # Errors
/// Those of [`TeamAnswers::from_json`].
pub fn checklist(answers: &str, rules: &Rules, texts: &Texts) -> Result<String, Error> {
    written(&team_checklist(&TeamAnswers::from_json(answers)?, rules, texts))
}

/// What goes well in a network, what it lacks and what is not known: [`ReviewDocument`].
///
/// # Errors
/// Those of [`Network::from_json`].
pub fn network_review(network: &str, rules: &Rules, texts: &Texts) -> Result<String, Error> {
    written(&network::review(&Network::from_json(network)?, rules, texts))
}

/// A vote of a network, counted: [`VoteResultDocument`]. The only one, where it is not said which.
///
/// # Errors
/// Those of [`Network::from_json`] and of [`network::count`].
pub fn network_vote(network: &str, vote: Option<&str>, texts: &Texts) -> Result<String, Error> {
    written(&network::count(&Network::from_json(network)?, vote, texts)?)
}

/// What a network reached, for `participants`, `managers`, the `municipality` or the `wall`: [`NetworkReportDocument`].
///
/// # Errors
/// Those of [`Network::from_json`]; `value.unknown` for another audience.
pub fn network_report(network: &str, audience: &str, rules: &Rules, texts: &Texts) -> Result<String, Error> {
    let audience = Audience::named(audience)?;
    written(&network::outcome(&Network::from_json(network)?, rules, texts, audience))
}

/// What goes well in a cooperation, what it lacks and what is not known: [`ReviewDocument`].
///
/// # Errors
/// Those of [`Cooperation::from_json`]; with the network that it belongs to, those of [`Network::from_json`], which
/// name it, and of [`Cooperation::belongs_to`].
pub fn cooperation_review(
    cooperation: &str,
    network: Option<&str>,
    rules: &Rules,
    texts: &Texts,
) -> Result<String, Error> {
    let cooperation = Cooperation::from_json(cooperation)?;
    if let Some(network) = network {
        cooperation.belongs_to(&Network::from_json(network).map_err(|e| e.in_file("the network"))?)?;
    }
    written(&cooperation::review(&cooperation, rules, texts))
}

/// What goes well in a district team, what is lacking and what is not known: [`ReviewDocument`].
///
/// # Errors
/// Those of [`DistrictTeam::from_json`].
pub fn district_team_review(team: &str, rules: &Rules, texts: &Texts) -> Result<String, Error> {
    written(&district_team::review(&DistrictTeam::from_json(team)?, rules, texts))
}

/// The vision of an organisation: [`VisionDocument`].
///
/// # Errors
/// Those of [`Vision::from_json`].
pub fn vision(vision: &str, texts: &Texts) -> Result<String, Error> {
    written(&vision::compose(&Vision::from_json(vision)?, texts))
}

/// The facts of the sources, and which of them are stale on a day, such as `2027-01-12`: [`FactsDocument`].
///
/// # Errors
/// Those of [`fact::facts`].
pub fn facts(on: Option<&str>, texts: &Texts) -> Result<String, Error> {
    written(&fact::facts(on, texts)?)
}

/// The whole reasoning for one advice: [`WhyDocument`].
///
/// # Errors
/// Those of [`Case::from_json`] and of [`crate::why()`].
pub fn why(case: &str, advice: &str, rules: &Rules, texts: &Texts) -> Result<String, Error> {
    written(&crate::why(&Case::from_json(case)?, advice, rules, texts)?)
}

/// What changed between two states of a case: [`ComparisonDocument`].
///
/// # Errors
/// Those of [`Case::from_json`].
pub fn compare(old: &str, new: &str, rules: &Rules, texts: &Texts) -> Result<String, Error> {
    let read = |json, which| Case::from_json(json).map_err(|e| e.in_file(which));
    written(&crate::compare(&read(old, "the old case")?, &read(new, "the new case")?, rules, texts))
}

/// A network with its sessions planned: [`SchedulePlanDocument`].
///
/// ```
/// use raakvlak::boundary::call;
///
/// let network = r#"{"schema": "raakvlak.network.v1", "id": "maatwerk"}"#;
/// let request = r#"{"schema": "raakvlak.schedule.v1", "start": "2027-01-12T14:00", "every_weeks": 4}"#;
/// let plan = call::network_schedule(network, request, &call::texts("nl")?)?;
/// assert!(plan.contains(r#""start":"2027-02-09T14:00""#));
/// # Ok::<(), raakvlak::Error>(())
/// ```
///
/// # Errors
/// Those of [`Network::from_json`], [`Schedule::from_json`] and [`network::schedule()`]; those of the network name it.
pub fn network_schedule(network: &str, request: &str, texts: &Texts) -> Result<String, Error> {
    let network = Network::from_json(network).map_err(|e| e.in_file("the network"))?;
    written(&network::schedule(&network, &Schedule::from_json(request)?, texts)?)
}

/// The entries of the knowledge, of one kind or all, with the texts of one language.
///
/// # Errors
/// `value.unknown` for a kind that no entry has.
pub fn knowledge_list(kind: Option<&str>, texts: &Texts) -> Result<String, Error> {
    let kind = kind.map(knowledge::kind).transpose()?;
    let mut list = super::entries(std::slice::from_ref(texts));
    list.retain(|e| kind.is_none_or(|k| e.kind == k));
    written(&list)
}

/// One entry of the knowledge.
///
/// # Errors
/// `knowledge.unknown`.
pub fn knowledge_show(id: &str, texts: &Texts) -> Result<String, Error> {
    written(&super::entry(id, std::slice::from_ref(texts))?)
}

/// The entries with all these words; hits in the heading come first.
///
/// # Errors
/// None that the words can cause.
pub fn knowledge_search(words: &str, texts: &Texts) -> Result<String, Error> {
    let found = knowledge::search(words, texts).into_iter();
    let list: Vec<KnowledgeEntry> =
        found.filter_map(|e| super::entry(e.id, std::slice::from_ref(texts)).ok()).collect();
    written(&list)
}

/// Everything that can be stated about a `case`, an `organisation`, a `network`, a `cooperation` or a `district-team`.
///
/// # Errors
/// `value.unknown` for anything else.
pub fn observations(about: &str, texts: &Texts) -> Result<String, Error> {
    let Some(of) = About::ALL.into_iter().find(|of| of.name() == about) else {
        return Err(Error::new(Code::ValueUnknown, format!("nothing is stated about `{}`", shorten(about)))
            .with_help("use case, organisation, network, cooperation or district-team"));
    };
    written(&super::observations(of, std::slice::from_ref(texts)))
}

/// A document that was answered, as a report to read: `text`, `markdown` or `html`.
///
/// # Errors
/// `value.unknown` for another format; `document.*`, `field.*` and `value.*` for a document
/// that is none of ours.
pub fn report(document: &str, format: &str, texts: &Texts) -> Result<String, Error> {
    let format = format_named(format)?;
    let name = name_of(document)?;
    let is = |kind: &str| name.strip_prefix("raakvlak.").is_some_and(|rest| rest.starts_with(&format!("{kind}.v")));
    let page = if is("house-plan") {
        report::houses(&read::<HousePlanDocument>(document, "raakvlak.house-plan")?, texts, None)
    } else if is("casework") {
        report::casework(&read::<CaseworkDocument>(document, "raakvlak.casework")?, texts)
    } else if is("checklist") {
        report::checklist(&read::<ChecklistDocument>(document, "raakvlak.checklist")?, texts)
    } else if is("why") {
        report::why(&read::<WhyDocument>(document, "raakvlak.why")?, texts)
    } else if is("comparison") {
        report::comparison(&read::<ComparisonDocument>(document, "raakvlak.comparison")?, texts)
    } else if is("vision-document") {
        report::vision(&read::<VisionDocument>(document, "raakvlak.vision-document")?, texts)
    } else if is("facts") {
        report::facts(&read::<FactsDocument>(document, "raakvlak.facts")?, texts)
    } else if is("scores") {
        report::scores(&read::<ScoresDocument>(document, "raakvlak.scores")?, texts, true)
    } else if is("scores-comparison") {
        let comparison = read::<ScoresComparisonDocument>(document, "raakvlak.scores-comparison")?;
        report::scores_comparison(&comparison, texts, true)
    } else if is("review") {
        report::review(&read::<ReviewDocument>(document, "raakvlak.review")?, texts)
    } else if is("vote-result") {
        report::vote(&read::<VoteResultDocument>(document, "raakvlak.vote-result")?, texts)
    } else if is("network-report") {
        report::network(&read::<NetworkReportDocument>(document, "raakvlak.network-report")?, texts)
    } else if is("schedule-plan") {
        report::schedule(&read::<SchedulePlanDocument>(document, "raakvlak.schedule-plan")?, None, texts)
    } else {
        report::advice(&read::<AdviceDocument>(document, "raakvlak.advice")?, texts, false)
    };
    Ok(page.write(format))
}

/// A page that hangs on no document, to print: `checklist-form` or `checklist-form-elderly-care`, the
/// `improvement-form` of a learning network, or the `manager-trajectory`; as `text`, `markdown` or `html`.
///
/// ```
/// use raakvlak::boundary::call;
///
/// let form = call::page("improvement-form", "html", &call::texts("nl")?)?;
/// assert!(form.contains("<html lang=\"nl\"") && form.contains("Werkblad"));
/// # Ok::<(), raakvlak::Error>(())
/// ```
///
/// # Errors
/// `value.unknown` for another page or format.
pub fn page(name: &str, format: &str, texts: &Texts) -> Result<String, Error> {
    let format = format_named(format)?;
    let page = match name {
        "checklist-form" => report::checklist_form(Wording::AnySector, texts),
        "checklist-form-elderly-care" => report::checklist_form(Wording::ElderlyCare, texts),
        "improvement-form" => report::improvement_form(texts),
        "manager-trajectory" => report::manager_trajectory(texts),
        other => {
            return Err(Error::new(Code::ValueUnknown, format!("there is no page `{}`", shorten(other)))
                .with_help("use checklist-form, checklist-form-elderly-care, improvement-form or manager-trajectory"));
        }
    };
    Ok(page.write(format))
}

fn format_named(name: &str) -> Result<Format, Error> {
    match name {
        "text" => Ok(Format::Text),
        "markdown" => Ok(Format::Markdown),
        "html" => Ok(Format::Html),
        other => Err(Error::new(Code::ValueUnknown, format!("there is no format `{}`", shorten(other)))
            .with_help("use text, markdown or html")),
    }
}

/// The JSON Schema of a document, by its name.
///
/// # Errors
/// `schema.unknown` where there is no document of that name.
#[cfg(feature = "schema")]
pub fn schema(name: &str) -> Result<String, Error> {
    written(&super::schema(name)?)
}

fn written(document: &impl Serialize) -> Result<String, Error> {
    serde_json::to_string(document)
        .map_err(|e| Error::new(Code::FileUnwritable, format!("the answer cannot be written: {e}")))
}
