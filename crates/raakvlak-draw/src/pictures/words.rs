//! Words on a picture: set in lines within their room, and the whole behind them where they did not fit.

use crate::lettering::{self, Fit};
use crate::svg::Svg;

/// How letters look.
#[derive(Clone, Copy)]
pub(super) struct Style {
    pub(super) size: i32,
    pub(super) bold: bool,
    pub(super) colour: &'static str,
}

/// Where lines stand in their room: from the side where reading starts, or in the middle.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Side {
    Start,
    Middle,
}

/// A text in lines.
pub(super) struct Words {
    lines: Vec<String>,
    /// The whole of it, where the lines do not hold it.
    whole: Option<String>,
    room: i32,
    style: Style,
}

impl Words {
    /// A text within a room, on no more than so many lines.
    pub(super) fn new(text: &str, room: i32, style: Style, most: usize) -> Words {
        let Style { size, bold, .. } = style;
        let (mut lines, mut fit) = lettering::on_lines(text, room, size, bold, most);
        if fit != Fit::Whole {
            // A word that goes on to the next line shows that it does.
            let hyphen = lettering::width("-", size, bold);
            (lines, fit) = lettering::on_lines(text, (room - hyphen).max(size), size, bold, most);
            hyphenate(text, &mut lines);
        }
        Words { lines, whole: (fit == Fit::Cut).then(|| text.to_owned()), room, style }
    }

    /// The same, in the largest of these sizes that breaks no word.
    pub(super) fn fitting(text: &str, room: i32, style: Style, most: usize, sizes: &[i32]) -> Words {
        let whole = |size: &&i32| lettering::on_lines(text, room, **size, style.bold, most).1 == Fit::Whole;
        let size = sizes.iter().find(whole).copied().unwrap_or(style.size);
        Words::new(text, room, Style { size, ..style }, most)
    }

    /// How far down they go.
    pub(super) fn tall(&self) -> i32 {
        self.lines.len() as i32 * self.leading()
    }

    /// How wide the widest line is, about.
    pub(super) fn wide(&self) -> i32 {
        let Style { size, bold, .. } = self.style;
        self.lines.iter().map(|line| lettering::width(line, size, bold)).max().unwrap_or(0)
    }

    fn leading(&self) -> i32 {
        self.style.size * 6 / 5
    }

    /// Draws them in the room that starts at this place.
    pub(super) fn draw(&self, svg: &mut Svg, (left, top): (i32, i32), side: Side, from_right: bool) {
        if self.lines.is_empty() {
            return;
        }
        let Style { size, bold, colour } = self.style;
        let (x, anchor) = match side {
            Side::Middle => (left + self.room / 2, " text-anchor=\"middle\""),
            // With the direction the start of a line turns too.
            Side::Start if from_right => (left + self.room, ""),
            Side::Start => (left, ""),
        };
        let weight = if bold { " font-weight=\"700\"" } else { "" };
        let direction = if from_right { " direction=\"rtl\"" } else { "" };
        let attributes = format!("font-size=\"{size}\"{weight}{direction}{anchor} fill=\"{colour}\"");
        let first = top + size * 9 / 10;
        let lines = |svg: &mut Svg| {
            for (line, y) in self.lines.iter().zip((first..).step_by(self.leading().unsigned_abs() as usize)) {
                svg.line_of_text(&format!("x=\"{x}\" y=\"{y}\""), line);
            }
        };
        match &self.whole {
            Some(whole) => svg.text(&attributes, whole, lines),
            None => svg.lines_of_text(&attributes, lines),
        }
    }
}

/// Puts a hyphen where a word was broken, in scripts that have them.
fn hyphenate(text: &str, lines: &mut [String]) {
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() && c < '\u{590}');
    let mut rest = text.chars().peekable();
    for line in lines {
        for _ in line.chars().filter(|c| !c.is_whitespace()) {
            while rest.next_if(|c| c.is_whitespace()).is_some() {}
            rest.next();
        }
        if letter(line.chars().last()) && letter(rest.peek().copied()) {
            line.push('-');
        }
    }
}
