//! From text to text: what the bindings to other languages call.

use raakvlak::error::Code;
use raakvlak::houses::{self, House};
use raakvlak::{Case, Error, Rules, Texts};

use crate::card::Card;

/// The card for a case, as SVG text. `show` is `plan` (which houses apply, which is next, which are kept
/// back), `told` (what parents may see now), `all`, or one house: `green`, `orange`, `red`.
///
/// ```
/// use raakvlak::{Rules, Texts};
///
/// let case = r#"{"schema": "raakvlak.case.v1", "sector": "youth-care", "people": []}"#;
/// let svg = raakvlak_draw::draw(case, "plan", &Rules::builtin(), &Texts::nl())?;
/// assert!(svg.starts_with("<svg "));
/// # Ok::<(), raakvlak::Error>(())
/// ```
///
/// # Errors
/// Those of [`Case::from_json`]; `value.unknown` for another `show`; `houses.nothing-to-show` where there is
/// no house yet that parents may see.
pub fn draw(case: &str, show: &str, rules: &Rules, texts: &Texts) -> Result<String, Error> {
    let plan = houses::plan(&Case::from_json(case)?, rules, texts);
    let card = match show {
        "plan" => Card::plan(&plan),
        "told" if plan.shown.is_empty() => {
            return Err(Error::new(Code::NothingToShow, "no house was explained yet, and none is next")
                .with_help("trust comes first: the plan says what the next step needs"));
        }
        "told" => Card::shown(&plan),
        "all" => Card::whole(),
        "green" => Card::one(House::Green),
        "orange" => Card::one(House::Orange),
        "red" => Card::one(House::Red),
        _ => {
            return Err(Error::new(Code::ValueUnknown, "there is no such picture")
                .with_help("use plan, told, all, green, orange or red"));
        }
    };
    Ok(card.draw(texts))
}
