//! What the small module leaves out: rules of one's own, and the jobs beside advice and houses.

use raakvlak::boundary::call;
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
pub fn observations(texts: &Texts) -> Result<String, Thrown> {
    call::observations(&texts.0).map_err(thrown)
}
