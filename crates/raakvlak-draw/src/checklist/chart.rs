//! What the pictures of figures share: the frame, the marks and how figures read.

use raakvlak::Texts;
use raakvlak::checklist::{Figure, Summary};
use raakvlak::report::number;

use crate::lettering;
use crate::palette::{INK, TEAL};
use crate::svg::{Svg, attribute};

/// Under the figures, so that they read on a dark page too.
const GROUND: &str = "#ffffff";
/// Lines to read a place by.
pub(super) const GRID: &str = "#d8d4ce";
/// Letters beside the matter.
pub(super) const GREY: &str = "#5f555e";

/// A picture with its name and what it shows in words. Its ids start with `id`.
pub(super) fn picture(
    id: &str,
    class: &str,
    (width, height): (i32, i32),
    (title, desc): (&str, &str),
    texts: &Texts,
    draw: impl FnOnce(&mut Svg),
) -> String {
    let mut svg = Svg::new(id.to_owned());
    let (named, told) = (svg.id("title"), svg.id("desc"));
    // Scores run from left to right in every language.
    let root = format!(
        "xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" class=\"{class}\" role=\"img\" {} \
         aria-labelledby=\"{named} {told}\" direction=\"ltr\" \
         font-family=\"system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif\" font-size=\"13\" fill=\"{INK}\"",
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

/// A text at a place, in the first of these sizes in which it fits, or as much of it as fits in the last.
/// Where that is not all, the whole is its name.
pub(super) fn name(svg: &mut Svg, (x, y): (i32, i32), room: i32, sizes: &[i32], bold: bool, text: &str) {
    let weight = if bold { " font-weight=\"700\"" } else { "" };
    let mut lines = sizes.iter().map(|size| (*size, lettering::on_one_line(text, room, *size, bold)));
    let last = sizes.last().map(|size| (*size, lettering::on_one_line(text, room, *size, bold)));
    let Some((size, line)) = lines.find(|(_, line)| line == text).or(last) else { return };
    let attributes = format!("x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{weight}");
    if line == text {
        svg.words("text", &attributes, text);
    } else {
        svg.text(&attributes, text, |svg| svg.line_of_text("", &line));
    }
}

/// The middle half as a bar, the median as a dot, the mean as a diamond: three shapes, so that no
/// colour is needed to tell them apart.
pub(super) fn marks(svg: &mut Svg, summary: &Summary, y: i32, x: impl Fn(f64) -> i32) {
    let (lower, upper) = (x(summary.quartiles.0), x(summary.quartiles.1));
    svg.rect((lower - 3, y - 4, upper - lower + 6, 8), 4, TEAL);
    svg.dot(x(summary.median), y, 7, INK);
    diamond(svg, x(summary.mean), y);
}

fn diamond(svg: &mut Svg, x: i32, y: i32) {
    let line = format!("fill=\"{GROUND}\" stroke=\"{INK}\" stroke-width=\"1.5\" stroke-linejoin=\"round\"");
    svg.within("g", &line, |svg| {
        let (left, right, top, low) = (x - 5, x + 5, y - 5, y + 5);
        svg.words("path", &format!("d=\"M{left} {y}L{x} {top}L{right} {y}L{x} {low}Z\""), "");
    });
}

/// What the marks mean, on a line.
pub(super) fn key(svg: &mut Svg, y: i32, texts: &Texts) {
    let words = |svg: &mut Svg, x: i32, phrase: &str| {
        svg.words("text", &format!("x=\"{x}\" y=\"{y}\" font-size=\"12\" fill=\"{GREY}\""), &texts.phrase(phrase));
    };
    let middle = y - 4;
    svg.rect((4, middle - 4, 34, 8), 4, TEAL);
    words(svg, 46, "survey-middle-half");
    svg.dot(160, middle, 7, INK);
    words(svg, 173, "survey-median");
    diamond(svg, 248, middle);
    words(svg, 259, "survey-mean");
}

/// A median or a quartile: they lie on a score, or halfway between two.
pub(super) fn halves(figure: f64, texts: &Texts) -> String {
    number(figure, usize::from(figure.fract() != 0.0), texts)
}

/// A mean.
pub(super) fn mean(figure: f64, texts: &Texts) -> String {
    number(figure, 2, texts)
}

/// Median, first and third quartile, mean and number of scores, as they stand in a table.
pub(super) fn cells(summary: Option<&Summary>, texts: &Texts) -> Vec<String> {
    match summary {
        Some(s) => {
            let mut cells = [s.median, s.quartiles.0, s.quartiles.1].map(|f| halves(f, texts)).to_vec();
            cells.extend([mean(s.mean, texts), s.answered.to_string()]);
            cells
        }
        None => vec![texts.phrase("no-figure").into_owned(); 5],
    }
}

/// The columns of these.
pub(super) fn columns(texts: &Texts) -> Vec<String> {
    let keys = ["survey-median", "survey-lower", "survey-upper", "survey-mean", "survey-answered"];
    keys.map(|key| texts.phrase(key).into_owned()).to_vec()
}

/// The figures in a sentence, with the phrase for when there are none.
pub(super) fn said(phrases: (&str, &str), name: &str, summary: Option<&Summary>, texts: &Texts) -> String {
    let Some(s) = summary else { return filled(&texts.phrase(phrases.1), &[('a', name)]) };
    let [median, lower, upper] = [s.median, s.quartiles.0, s.quartiles.1].map(|f| halves(f, texts));
    let (mean, answered) = (mean(s.mean, texts), s.answered.to_string());
    let with = [('a', name), ('b', &*median), ('c', &*lower), ('d', &*upper), ('e', &*mean), ('n', &*answered)];
    filled(&texts.phrase(phrases.0), &with)
}

/// A phrase with its places filled in, in one go: what is filled in is never filled in again.
pub(super) fn filled(phrase: &str, with: &[(char, &str)]) -> String {
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

/// What a picture is about, and of which groups.
pub(super) fn about(groups: &str, what: &str, texts: &Texts) -> String {
    filled(&texts.phrase("survey-about"), &[('a', groups), ('b', what)])
}

/// The name of one of several pictures, which holds so many of what there is.
pub(super) fn part(name: &str, from: usize, to: usize, texts: &Texts) -> String {
    let (from, to) = (from.to_string(), to.to_string());
    filled(&texts.phrase("survey-more"), &[('a', name), ('n', &*from), ('m', &*to)])
}

/// What the figure of a statement or a block comes down to.
pub(super) fn summary(figure: Option<&Figure>) -> Option<Summary> {
    figure.and_then(|figure| figure.summary)
}
