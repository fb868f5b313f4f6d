//! raakvlak for JavaScript: JSON text in, JSON text out. Objects, languages and errors as
//! exceptions are the work of `js/raakvlak.js`; every decision is the core's.

use raakvlak::Error;
use raakvlak::boundary::{ErrorDocument, call};
use wasm_bindgen::prelude::wasm_bindgen;

/// What is thrown: the document `raakvlak.error.v1`, as JSON text.
type Thrown = String;

fn thrown(error: Error) -> Thrown {
    // A document of texts alone can always be written.
    serde_json::to_string(&ErrorDocument::from(&error)).unwrap_or_default()
}

/// The rules that decide.
#[wasm_bindgen]
pub struct Rules(raakvlak::Rules);

#[wasm_bindgen]
impl Rules {
    /// The built-in rules.
    pub fn builtin() -> Rules {
        Rules(raakvlak::Rules::builtin())
    }

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

    /// The digest of the knowledge with everything laid over it.
    pub fn digest(&self) -> String {
        self.0.digest().to_owned()
    }
}

/// The texts in one language.
#[wasm_bindgen]
pub struct Texts(raakvlak::Texts);

#[wasm_bindgen]
impl Texts {
    /// A language that is in the module, or a text pack as JSON text.
    pub fn of(lang: &str) -> Result<Texts, Thrown> {
        call::texts(lang).map(Texts).map_err(thrown)
    }

    /// The language, as a BCP 47 tag.
    pub fn lang(&self) -> String {
        self.0.lang().to_owned()
    }
}

/// What a case asks for.
#[wasm_bindgen]
pub fn advise(case: &str, rules: &Rules, texts: &Texts) -> Result<String, Thrown> {
    call::advise(case, &rules.0, &texts.0).map_err(thrown)
}

/// Which houses to explain.
#[wasm_bindgen]
pub fn houses(case: &str, rules: &Rules, texts: &Texts) -> Result<String, Thrown> {
    call::houses(case, &rules.0, &texts.0).map_err(thrown)
}

/// The worksheet for a case discussion.
#[wasm_bindgen]
pub fn casework(case: &str, rules: &Rules, texts: &Texts) -> Result<String, Thrown> {
    call::casework(case, &rules.0, &texts.0).map_err(thrown)
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

/// The card for a case, as SVG text.
#[wasm_bindgen]
pub fn draw(case: &str, show: &str, rules: &Rules, texts: &Texts) -> Result<String, Thrown> {
    raakvlak_draw::draw(case, show, &rules.0, &texts.0).map_err(thrown)
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
