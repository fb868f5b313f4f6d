//! Pictures beside the card: the phases of a learning network, the pillars, the competences, two frames of
//! reference and what they have in common, an ecogram, a lifeline, and figures with what they are of.
//!
//! Each reads in grey, on paper and at 320 pixels: no state has a colour alone, each has a shape and a word.
//! What is not known is drawn as not known and said in words.

mod call;
mod competences;
mod ecogram;
mod infographic;
mod lifeline;
mod overlap;
mod phases;
mod pillars;
mod words;

use raakvlak::Texts;

pub use call::picture;
pub use competences::competences;
pub use ecogram::ecogram;
pub use infographic::infographic;
pub use lifeline::lifeline;
pub use overlap::overlap;
pub use phases::phases;
pub use pillars::pillars;

use crate::palette::INK;
use crate::sheet;
use crate::svg::{Svg, plain_id};
use words::{Side, Style, Words};

/// How wide a sheet is. Half of that are the 320 pixels of a small telephone, so letters are twice as large
/// as they have to be there.
const WIDTH: i32 = 640;
const MARGIN: i32 = 20;
/// Room for words from margin to margin.
const ROOM: i32 = WIDTH - 2 * MARGIN;

const TITLE: Style = Style { size: 30, bold: true, colour: INK };
const HEADING: Style = Style { size: 24, bold: true, colour: INK };
const STRONG: Style = Style { size: 20, bold: true, colour: INK };
const BODY: Style = Style { size: 20, bold: false, colour: INK };
const SMALL: Style = Style { size: 17, bold: false, colour: sheet::GREY };

/// A part of a picture, drawn when it is known how far down the picture goes.
type Drawing<'t> = Box<dyn FnOnce(&mut Svg) + 't>;

/// A picture that grows downwards: what was drawn so far, how far down it came, and the same in words, for who
/// does not see it.
struct Picture<'t> {
    name: &'static str,
    title: String,
    texts: &'t Texts,
    width: i32,
    y: i32,
    told: String,
    drawing: Vec<Drawing<'t>>,
}

impl<'t> Picture<'t> {
    /// A picture with its title, which also stands on it.
    fn new(name: &'static str, title: &str, texts: &'t Texts) -> Picture<'t> {
        Picture::on((WIDTH, TITLE), name, title, texts)
    }

    /// The same, on a sheet of another width, with a title that looks otherwise.
    fn on((width, style): (i32, Style), name: &'static str, title: &str, texts: &'t Texts) -> Picture<'t> {
        let title = title.to_owned();
        let mut picture = Picture { name, title, texts, width, y: 18, told: String::new(), drawing: Vec::new() };
        let words = Words::new(&picture.title, width - 2 * MARGIN, style, 3);
        picture.put(words, MARGIN, Side::Start);
        picture.y += 6;
        picture
    }

    fn phrase(&self, key: &str) -> String {
        self.texts.phrase(key).into_owned()
    }

    /// A phrase with its places filled in.
    fn filled(&self, key: &str, with: &[(char, &str)]) -> String {
        sheet::filled(&self.texts.phrase(key), with)
    }

    /// Says something to who does not see the picture.
    fn tell(&mut self, text: &str) {
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        if !self.told.is_empty() {
            self.told.push(' ');
        }
        self.told.push_str(text);
        if !text.ends_with(['.', '?', '!', ':', ';', '…']) {
            self.told.push('.');
        }
    }

    fn draw(&mut self, draw: impl FnOnce(&mut Svg) + 't) {
        self.drawing.push(Box::new(draw));
    }

    /// Words at the place where the picture has come, which goes down by them. They are not told.
    fn put(&mut self, words: Words, left: i32, side: Side) {
        let (y, from_right) = (self.y, self.texts.right_to_left());
        self.y += words.tall();
        self.draw(move |svg| words.draw(svg, (left, y), side, from_right));
    }

    /// A paragraph from margin to margin, drawn and told.
    fn write(&mut self, text: &str, style: Style, most: usize) {
        self.tell(text);
        self.put(Words::new(text, self.width - 2 * MARGIN, style, most), MARGIN, Side::Start);
    }

    /// A heading with room above it.
    fn heading(&mut self, text: &str) {
        self.y += 16;
        self.tell(&format!("{}:", text.trim_end_matches([':', '.'])));
        self.put(Words::new(text, ROOM, HEADING, 2), MARGIN, Side::Start);
        self.y += 6;
    }

    /// The picture as SVG text, with the patterns that it needs.
    fn finish(self, patterns: impl FnOnce(&mut Svg)) -> String {
        let Picture { name, title, texts, width, y, told, drawing } = self;
        let id = format!("rv-{name}-{}-{:08x}", plain_id(texts.lang()), digest(&title, &told));
        sheet::picture(&id, name, (width, y + 16), (&title, &told), texts, |svg| {
            svg.within("defs", "", patterns);
            drawing.into_iter().for_each(|draw| draw(svg));
        })
    }
}

/// So that the ids of two pictures on one page differ, unless they say the same: FNV-1a.
fn digest(title: &str, told: &str) -> u32 {
    title.bytes().chain(told.bytes()).fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// What is not known, wherever it is drawn: slanting lines. The name of the pattern.
fn hatch(svg: &mut Svg) {
    let attributes = format!("id=\"{}\" width=\"9\" height=\"9\" patternUnits=\"userSpaceOnUse\"", svg.id("unknown"));
    svg.within("pattern", &attributes, |svg| {
        svg.plain("M0 0H9V9H0Z", sheet::GROUND);
        svg.line("M-2 11L11 -2M-2 2L2 -2M7 11L11 7", sheet::GREY, 1);
    });
}

/// Shapes with an outline.
fn outlined(svg: &mut Svg, width: i32, more: &str, draw: impl FnOnce(&mut Svg)) {
    let attributes = format!(
        "stroke=\"{INK}\" stroke-width=\"{width}\" stroke-linejoin=\"round\" stroke-linecap=\"round\" fill=\"none\"{more}"
    );
    svg.within("g", &attributes, draw);
}
