//! What the small module leaves out: rules of one's own, and the jobs beside advice and houses.

use raakvlak::boundary::call;
use raakvlak::network::Network;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::{Rules, Texts, Thrown, thrown};

#[wasm_bindgen]
impl Rules {
    /// The built-in rules with a TOML file laid over them.
    #[wasm_bindgen(js_name = fromToml)]
    pub fn from_toml(toml: &str) -> Result<Rules, Thrown> {
        raakvlak::Rules::from_toml(toml).map(Rules).map_err(thrown)
    }

    /// The built-in rules with a JSON file laid over them.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(json: &str) -> Result<Rules, Thrown> {
        raakvlak::Rules::from_json(json).map(Rules).map_err(thrown)
    }
}

/// The worksheet for a case discussion.
#[wasm_bindgen]
pub fn casework(case: &str, rules: &Rules, texts: &Texts) -> Result<String, Thrown> {
    call::casework(case, &rules.0, &texts.0).map_err(thrown)
}

/// The checklist of one team, for its own conversation.
#[wasm_bindgen(js_name = teamChecklist)]
pub fn team_checklist(answers: &str, rules: &Rules, texts: &Texts) -> Result<String, Thrown> {
    call::checklist(answers, &rules.0, &texts.0).map_err(thrown)
}

/// What goes well in a network, what it lacks and what is not known.
#[wasm_bindgen(js_name = networkReview)]
pub fn network_review(network: &str, rules: &Rules, texts: &Texts) -> Result<String, Thrown> {
    call::network_review(network, &rules.0, &texts.0).map_err(thrown)
}

/// A network with its sessions planned.
#[wasm_bindgen(js_name = networkSchedule)]
pub fn network_schedule(network: &str, request: &str, texts: &Texts) -> Result<String, Thrown> {
    call::network_schedule(network, request, &texts.0).map_err(thrown)
}

/// A vote of a network, counted.
#[wasm_bindgen(js_name = networkVote)]
pub fn network_vote(network: &str, vote: Option<String>, texts: &Texts) -> Result<String, Thrown> {
    call::network_vote(network, vote.as_deref(), &texts.0).map_err(thrown)
}

/// What a network reached, for those whom it concerns.
#[wasm_bindgen(js_name = networkReport)]
pub fn network_report(network: &str, audience: &str, rules: &Rules, texts: &Texts) -> Result<String, Thrown> {
    call::network_report(network, audience, &rules.0, &texts.0).map_err(thrown)
}

/// The sessions of a network, as iCalendar text.
#[wasm_bindgen(js_name = networkCalendar)]
pub fn network_calendar(network: &str, made: &str, texts: &Texts) -> Result<String, Thrown> {
    let calendar = Network::from_json(network).and_then(|n| raakvlak_exchange::ical::calendar(&n, made, &texts.0));
    calendar.map_err(thrown)
}

/// A review of the cooperation of formal and informal organisations.
#[wasm_bindgen(js_name = cooperationReview)]
pub fn cooperation_review(
    cooperation: &str,
    network: Option<String>,
    rules: &Rules,
    texts: &Texts,
) -> Result<String, Thrown> {
    call::cooperation_review(cooperation, network.as_deref(), &rules.0, &texts.0).map_err(thrown)
}

/// A review of a district team and its municipality.
#[wasm_bindgen(js_name = districtTeamReview)]
pub fn district_team_review(team: &str, rules: &Rules, texts: &Texts) -> Result<String, Thrown> {
    call::district_team_review(team, &rules.0, &texts.0).map_err(thrown)
}

/// An organisation's own vision.
#[wasm_bindgen]
pub fn vision(vision: &str, texts: &Texts) -> Result<String, Thrown> {
    call::vision(vision, &texts.0).map_err(thrown)
}

/// Every figure and finding of the sources.
#[wasm_bindgen]
pub fn facts(on: Option<String>, texts: &Texts) -> Result<String, Thrown> {
    call::facts(on.as_deref(), &texts.0).map_err(thrown)
}

/// A picture beside the card with the houses, as SVG text.
#[wasm_bindgen]
pub fn picture(
    name: &str,
    document: Option<String>,
    on: Option<String>,
    rules: &Rules,
    texts: &Texts,
) -> Result<String, Thrown> {
    raakvlak_draw::picture(name, document.as_deref(), on.as_deref(), &rules.0, &texts.0).map_err(thrown)
}

/// A page to print that hangs on no document.
#[wasm_bindgen]
pub fn page(name: &str, format: &str, texts: &Texts) -> Result<String, Thrown> {
    call::page(name, format, &texts.0).map_err(thrown)
}

/// The whole reasoning for one advice.
#[wasm_bindgen]
pub fn why(case: &str, advice: &str, rules: &Rules, texts: &Texts) -> Result<String, Thrown> {
    call::why(case, advice, &rules.0, &texts.0).map_err(thrown)
}

/// What changed between two states of a case.
#[wasm_bindgen]
pub fn compare(old: &str, new: &str, rules: &Rules, texts: &Texts) -> Result<String, Thrown> {
    call::compare(old, new, &rules.0, &texts.0).map_err(thrown)
}

/// The entries of the knowledge, of one kind or all.
#[wasm_bindgen(js_name = knowledgeList)]
pub fn knowledge_list(kind: Option<String>, texts: &Texts) -> Result<String, Thrown> {
    call::knowledge_list(kind.as_deref(), &texts.0).map_err(thrown)
}

/// One entry of the knowledge.
#[wasm_bindgen(js_name = knowledgeShow)]
pub fn knowledge_show(id: &str, texts: &Texts) -> Result<String, Thrown> {
    call::knowledge_show(id, &texts.0).map_err(thrown)
}

/// The entries with all these words.
#[wasm_bindgen(js_name = knowledgeSearch)]
pub fn knowledge_search(words: &str, texts: &Texts) -> Result<String, Thrown> {
    call::knowledge_search(words, &texts.0).map_err(thrown)
}

/// Everything that can be stated about a case.
#[wasm_bindgen]
pub fn observations(about: &str, texts: &Texts) -> Result<String, Thrown> {
    call::observations(about, &texts.0).map_err(thrown)
}
