//! What the pictures of figures share: the frame, the marks and how figures read.

use std::fmt::Write as _;

use raakvlak::Texts;
use raakvlak::checklist::{Figure, Summary};
use raakvlak::report::number;

use crate::lettering;
use crate::palette::{INK, TEAL};
pub(super) use crate::sheet::{GREY, filled, picture};
use crate::sheet::{GROUND, SIZE};
use crate::svg::Svg;

/// Lines to read a place by.
pub(super) const GRID: &str = "#d8d4ce";

/// A name at a place, in the first of these sizes in which it fits, or as much of it as fits in the last.
/// What is more to say of it is read when it is pointed at.
pub(super) fn name(
    svg: &mut Svg,
    (x, y): (i32, i32),
    room: i32,
    sizes: &[i32],
    (bold, text): (bool, &str),
    more: &str,
) {
    let fitted = |size: &i32| (*size, lettering::on_one_line(text, room, *size, bold));
    let whole = sizes.iter().map(fitted).find(|(_, line)| line == text);
    let Some((size, line)) = whole.or_else(|| sizes.last().map(fitted)) else { return };
    let weight = if bold { " font-weight=\"700\"" } else { "" };
    let own = if size == SIZE { String::new() } else { format!(" font-size=\"{size}\"") };
    let attributes = format!("x=\"{x}\" y=\"{y}\"{own}{weight}");
    if line == text && more.is_empty() {
        svg.words("text", &attributes, text);
    } else {
        svg.text(&attributes, if more.is_empty() { text } else { more }, |svg| svg.line_of_text("", &line));
    }
}

/// The middle half as a bar, the median as a dot, the mean as a diamond: three shapes, so that no colour is
/// needed to tell them apart. All bars of a picture are one path, and so on: it may hold hundreds.
#[derive(Default)]
pub(super) struct Marks {
    bars: String,
    dots: String,
    diamonds: String,
}

impl Marks {
    /// The middle half, from one place to another.
    pub(super) fn bar(&mut self, (x1, y1): (i32, i32), (x2, y2): (i32, i32)) {
        let _ = write!(self.bars, "M{x1} {y1}L{x2} {y2}");
    }

    pub(super) fn median(&mut self, x: i32, y: i32) {
        // A line without length: its round ends make the dot.
        let _ = write!(self.dots, "M{x} {y}h0");
    }

    pub(super) fn mean(&mut self, x: i32, y: i32) {
        let _ = write!(self.diamonds, "M{} {y}l5 -5l5 5l-5 5Z", x - 5);
    }

    /// All three, beside each other on a line.
    pub(super) fn summary(&mut self, summary: &Summary, y: i32, x: impl Fn(f64) -> i32) {
        self.bar((x(summary.quartiles.0), y), (x(summary.quartiles.1), y));
        self.median(x(summary.median), y);
        self.mean(x(summary.mean), y);
    }

    pub(super) fn draw(&self, svg: &mut Svg, dot: i32) {
        if !self.bars.is_empty() {
            svg.line(&self.bars, TEAL, 8);
            svg.within("g", "stroke-linecap=\"round\"", |svg| svg.line(&self.dots, INK, dot));
        }
        if !self.diamonds.is_empty() {
            let line = format!("stroke=\"{INK}\" stroke-width=\"1.5\" stroke-linejoin=\"round\"");
            svg.within("g", &line, |svg| svg.path(&self.diamonds, GROUND));
        }
    }
}

/// How wide the dot of a median is, in a picture of its own and in a small one.
pub(super) const DOT: i32 = 14;
pub(super) const SMALL_DOT: i32 = 12;

/// What the marks mean, on a line.
pub(super) fn key(svg: &mut Svg, y: i32, texts: &Texts) {
    let mut marks = Marks::default();
    let middle = y - 4;
    marks.bar((8, middle), (34, middle));
    marks.median(160, middle);
    marks.mean(248, middle);
    marks.draw(svg, DOT);
    svg.within("g", &format!("font-size=\"12\" fill=\"{GREY}\""), |svg| {
        for (x, phrase) in [(46, "survey-middle-half"), (173, "survey-median"), (259, "survey-mean")] {
            label(svg, (x, y), &texts.phrase(phrase));
        }
    });
}

/// A text at a place, as the group it stands in has it.
pub(super) fn label(svg: &mut Svg, (x, y): (i32, i32), text: &str) {
    svg.words("text", &format!("x=\"{x}\" y=\"{y}\""), text);
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
