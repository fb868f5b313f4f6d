//! From text to text: what the bindings to other languages call.

use raakvlak::error::Code;
use raakvlak::lifeline::is_date;
use raakvlak::network::Network;
use raakvlak::{Case, Error, Rules, Texts, advise};

use super::{competences, ecogram, infographic, lifeline, overlap, phases, pillars};

/// A picture by its name, as SVG text. `document` is the JSON that it is of: a network for `phases`, a case for
/// `overlap`, `ecogram` and `lifeline`, nothing for `pillars`, `competences` and `infographic`. `on` is the day for
/// which it is drawn, as `2027-01-12`: it tells which sessions are past and which facts have to be checked again.
///
/// ```
/// use raakvlak::{Rules, Texts};
///
/// let svg = raakvlak_draw::picture("pillars", None, None, &Rules::builtin(), &Texts::nl())?;
/// assert!(svg.starts_with("<svg "));
/// # Ok::<(), raakvlak::Error>(())
/// ```
///
/// # Errors
/// `value.unknown` for another name, and where there is no document while it takes one, or one while it takes
/// none; `date.invalid` for `on`; those of [`Case::from_json`] and [`Network::from_json`].
pub fn picture(
    name: &str,
    document: Option<&str>,
    on: Option<&str>,
    rules: &Rules,
    texts: &Texts,
) -> Result<String, Error> {
    if let Some(on) = on.filter(|on| on.len() != 10 || !is_date(on)) {
        return Err(Error::new(
            Code::DateInvalid,
            format!("`{}` is not a day", on.chars().take(40).collect::<String>()),
        )
        .with_help("write a year, month and day, for instance 2027-01-12"));
    }
    let of = |kind: &str| {
        document.ok_or_else(|| {
            Error::new(Code::ValueUnknown, format!("the picture `{name}` is of a {kind}, and there is none"))
                .with_help(format!("give a document raakvlak.{kind}.v1"))
        })
    };
    let case = || Case::from_json(of("case")?);
    match (name, document) {
        ("phases", _) => Ok(phases(&Network::from_json(of("network")?)?, texts)),
        ("overlap", _) => Ok(overlap(&advise(&case()?, rules, texts).overlap, texts)),
        ("ecogram", _) => Ok(ecogram(&case()?, texts)),
        ("lifeline", _) => Ok(lifeline(&case()?, texts)),
        ("pillars" | "competences" | "infographic", Some(_)) => {
            Err(Error::new(Code::ValueUnknown, format!("the picture `{name}` is of the knowledge, not of a document"))
                .with_help("leave the document out"))
        }
        ("pillars", None) => Ok(pillars(texts)),
        ("competences", None) => Ok(competences(texts)),
        ("infographic", None) => Ok(infographic(on, texts)),
        _ => Err(Error::new(Code::ValueUnknown, "there is no such picture")
            .with_help("use phases, pillars, competences, overlap, ecogram, lifeline or infographic")),
    }
}
