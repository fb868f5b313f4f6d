//! What pictures with words and figures share: the sheet that they stand on, and phrases that are filled in.

use raakvlak::Texts;

use crate::palette::INK;
use crate::svg::{Svg, attribute};

/// Of letters, where nothing else is said.
pub(crate) const SIZE: i32 = 13;
/// Under everything, so that it reads on a dark page too.
pub(crate) const GROUND: &str = "#ffffff";
/// Letters beside the matter.
pub(crate) const GREY: &str = "#5f555e";

/// A picture with its name and what it shows in words. Its ids start with `id`.
pub(crate) fn picture(
    id: &str,
    class: &str,
    (width, height): (i32, i32),
    (title, desc): (&str, &str),
    texts: &Texts,
    draw: impl FnOnce(&mut Svg),
) -> String {
    let mut svg = Svg::new(id.to_owned());
    let (named, told) = (svg.id("title"), svg.id("desc"));
    // Scores and places run from left to right in every language.
    let root = format!(
        "xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" class=\"{class}\" role=\"img\" {} \
         aria-labelledby=\"{named} {told}\" direction=\"ltr\" \
         font-family=\"system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif\" font-size=\"{SIZE}\" fill=\"{INK}\"",
        attribute("lang", texts.lang())
    );
    svg.within("svg", &root, |svg| {
        svg.words("title", &format!("id=\"{named}\""), title);
        svg.words("desc", &format!("id=\"{told}\""), desc);
        svg.plain(&format!("M0 0H{width}V{height}H0Z"), GROUND);
        draw(svg);
    });
    svg.finish()
}

/// A phrase with its places filled in, in one go: what is filled in is never filled in again.
pub(crate) fn filled(phrase: &str, with: &[(char, &str)]) -> String {
    let mut parts = phrase.split('{');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let place = part.split_once('}').and_then(|(place, rest)| {
            let (_, text) = with.iter().find(|(name, _)| place.len() == 1 && place.starts_with(*name))?;
            Some((text, rest))
        });
        match place {
            Some((text, rest)) => out.extend([text, rest]),
            None => out.extend(["{", part]),
        }
    }
    out
}
