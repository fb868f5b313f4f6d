//! raakvlak for JavaScript: JSON text in, JSON text out. Objects, languages and errors as
//! exceptions are the work of `js/`; every decision is the core's.
//!
//! Built twice: small, with what a page for parents or a form needs, and whole.

#[cfg(feature = "whole")]
mod whole;

use raakvlak::Error;
use raakvlak::boundary::{ErrorDocument, call};
use wasm_bindgen::prelude::wasm_bindgen;

/// Two kilobytes less to travel than the allocator of the standard library.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

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

/// The card for a case, as SVG text.
#[wasm_bindgen]
pub fn draw(case: &str, show: &str, rules: &Rules, texts: &Texts) -> Result<String, Thrown> {
    raakvlak_draw::draw(case, show, &rules.0, &texts.0).map_err(thrown)
}
