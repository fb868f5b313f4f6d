//! Writing SVG: the few shapes the pictures need, in whole numbers, and text that cannot break out.

use std::fmt::Write as _;

use raakvlak::report::escape;

use crate::palette::INK;

/// A picture in the making.
pub(crate) struct Svg {
    out: String,
    /// Goes before every id, so that two pictures on one page do not clash.
    prefix: String,
}

impl Svg {
    pub(crate) fn new(prefix: String) -> Svg {
        Svg { out: String::new(), prefix }
    }

    pub(crate) fn finish(self) -> String {
        self.out
    }

    /// An id of this picture alone.
    pub(crate) fn id(&self, name: &str) -> String {
        format!("{}-{name}", self.prefix)
    }

    /// An element with what stands in it. The attributes are ours: they are not escaped.
    pub(crate) fn within(&mut self, tag: &str, attributes: &str, draw: impl FnOnce(&mut Svg)) {
        self.open(tag, attributes);
        draw(self);
        self.close(tag);
    }

    fn open(&mut self, tag: &str, attributes: &str) {
        let space = if attributes.is_empty() { "" } else { " " };
        let _ = writeln!(self.out, "<{tag}{space}{attributes}>");
    }

    fn close(&mut self, tag: &str) {
        let _ = writeln!(self.out, "</{tag}>");
    }

    /// A group with its origin elsewhere.
    pub(crate) fn at(&mut self, x: i32, y: i32, draw: impl FnOnce(&mut Svg)) {
        self.within("g", &format!("transform=\"translate({x} {y})\""), draw);
    }

    /// A group with its origin elsewhere, at a size in tenths.
    pub(crate) fn sized(&mut self, x: i32, y: i32, tenths: i32, draw: impl FnOnce(&mut Svg)) {
        let (whole, rest) = (tenths / 10, tenths % 10);
        self.within("g", &format!("transform=\"translate({x} {y}) scale({whole}.{rest})\""), draw);
    }

    /// The mirror image, left and right changed around `x`.
    pub(crate) fn mirrored(&mut self, x: i32, draw: impl FnOnce(&mut Svg)) {
        self.within("g", &format!("transform=\"translate({x} 0) scale(-1 1)\""), draw);
    }

    /// A group that has a name for who hears the picture, or points at it.
    pub(crate) fn named(&mut self, name: &str, draw: impl FnOnce(&mut Svg)) {
        self.within("g", "", |svg| {
            svg.words("title", "", name);
            draw(svg);
        });
    }

    /// An outlined shape.
    pub(crate) fn path(&mut self, d: &str, fill: &str) {
        let _ = writeln!(self.out, "<path d=\"{d}\" fill=\"{fill}\"/>");
    }

    /// A shape without outline.
    pub(crate) fn plain(&mut self, d: &str, fill: &str) {
        let _ = writeln!(self.out, "<path d=\"{d}\" fill=\"{fill}\" stroke=\"none\"/>");
    }

    /// A line.
    pub(crate) fn line(&mut self, d: &str, colour: &str, width: i32) {
        let _ = writeln!(self.out, "<path d=\"{d}\" stroke=\"{colour}\" stroke-width=\"{width}\"/>");
    }

    /// A band with an outline: an arm, a plank.
    pub(crate) fn band(&mut self, d: &str, colour: &str, width: i32) {
        self.line(d, INK, width + 4);
        self.line(d, colour, width);
    }

    pub(crate) fn circle(&mut self, x: i32, y: i32, r: i32, fill: &str) {
        let _ = writeln!(self.out, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\" fill=\"{fill}\"/>");
    }

    /// A dot without outline.
    pub(crate) fn dot(&mut self, x: i32, y: i32, r: i32, fill: &str) {
        let _ = writeln!(self.out, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\" fill=\"{fill}\" stroke=\"none\"/>");
    }

    /// A rectangle with round corners.
    pub(crate) fn rect(&mut self, (x, y, w, h): (i32, i32, i32, i32), round: i32, fill: &str) {
        let _ = writeln!(
            self.out,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" rx=\"{round}\" fill=\"{fill}\"/>"
        );
    }

    /// A text with its whole wording as its name, and the lines of it that are shown: no space between
    /// them, for that would be drawn.
    pub(crate) fn text(&mut self, attributes: &str, whole: &str, lines: impl FnOnce(&mut Svg)) {
        let _ = write!(self.out, "<text {attributes}><title>{}</title>", escape(whole));
        lines(self);
        self.out.push_str("</text>\n");
    }

    /// A text of which all lines are shown.
    #[cfg(feature = "pictures")]
    pub(crate) fn lines_of_text(&mut self, attributes: &str, lines: impl FnOnce(&mut Svg)) {
        let _ = write!(self.out, "<text {attributes}>");
        lines(self);
        self.out.push_str("</text>\n");
    }

    pub(crate) fn line_of_text(&mut self, attributes: &str, line: &str) {
        let _ = write!(self.out, "<tspan {attributes}>{}</tspan>", escape(line));
    }

    /// An element that holds nothing but text, which may be anybody's.
    pub(crate) fn words(&mut self, tag: &str, attributes: &str, text: &str) {
        let space = if attributes.is_empty() { "" } else { " " };
        let _ = writeln!(self.out, "<{tag}{space}{attributes}>{}</{tag}>", escape(text));
    }
}

/// The start of an id out of any text: letters and digits alone.
pub(crate) fn plain_id(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).take(12).collect::<String>().to_ascii_lowercase()
}

/// An attribute out of any text.
pub(crate) fn attribute(name: &str, value: &str) -> String {
    format!("{name}=\"{}\"", escape(value))
}
