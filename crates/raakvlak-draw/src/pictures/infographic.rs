//! Figures and facts to talk about, each with what it is of and where it comes from (handbook, App. 5).

use raakvlak::Texts;
use raakvlak::knowledge::{self, Fact, Figure};
use raakvlak::report::{date, number};

use super::{INK, MARGIN, Picture, Side, Style, Words, outlined};
use crate::palette::{CARD, LAMPLIGHT, PAPER, SUN, TEAL};
use crate::sheet::{self, GREY, GROUND};
use crate::svg::Svg;

/// A4 upright.
const WIDTH: i32 = 1156;
const HEIGHT: i32 = WIDTH * 297 / 210;
const GAP: i32 = 10;
const ROOM: i32 = WIDTH - 2 * MARGIN;
/// Everything stands in two columns.
const COLUMN: i32 = (ROOM - GAP) / 2;
const PAD: i32 = 11;
/// Room for words in a panel.
const WORDS: i32 = COLUMN - 2 * PAD;

const TITLE: Style = Style { size: 44, bold: true, colour: INK };
const BIG: Style = Style { size: 64, bold: true, colour: INK };
const HEADING: Style = Style { size: 26, bold: true, colour: INK };
const OF: Style = Style { size: 21, bold: false, colour: INK };
const LABEL: Style = Style { size: 19, bold: true, colour: INK };
const TEXT: Style = Style { size: 16, bold: false, colour: INK };
const ORIGIN: Style = Style { size: 14, bold: false, colour: GREY };
const STALE: Style = Style { size: 14, bold: true, colour: INK };
const NOTE: Style = Style { size: 11, bold: false, colour: GREY };

/// Figures about older people with a migration background, the reasons and consequences, how it can be, and an
/// invitation to talk, on a sheet of A4 (handbook, App. 5).
///
/// Every figure stands with what it is of, its year and source, and the day after which it has to be checked.
/// Past that day it is marked, where the day `on` is given, as `2027-01-12`.
///
/// ```
/// use raakvlak::Texts;
///
/// let svg = raakvlak_draw::infographic(Some("2026-06-01"), &Texts::en());
/// assert!(svg.contains("445,000") && svg.contains("check after 31 December 2025"));
/// ```
pub fn infographic(on: Option<&str>, texts: &Texts) -> String {
    let picture = Picture::on((WIDTH, TITLE), "infographic", &texts.phrase("picture-infographic"), texts);
    let mut sheet = Sheet { picture, texts, on, notes: Vec::new() };
    sheet.opening();
    sheet.band("picture-facts", CARD);
    sheet.figures(["fact.elderly-2025.count", "fact.elderly-2030.big-four-share"]);
    sheet.figures(["fact.health.cardiovascular", "fact.health.dementia"]);
    sheet.bars([
        &["fact.health.diabetes.moroccan", "fact.health.diabetes.turkish", "fact.health.diabetes.dutch"],
        &["fact.carers.hours-migrant", "fact.carers.hours-dutch"],
    ]);
    sheet.band("picture-reasons", LAMPLIGHT);
    sheet.statements([("fact.use.options-unknown", LAMPLIGHT), ("fact.use.dementia-unrecognised", LAMPLIGHT)]);
    sheet.statements([("fact.use.asking-is-failing", LAMPLIGHT), ("fact.supply-shortage", LAMPLIGHT)]);
    sheet.columns([
        ("picture-consequences", PAPER, ["fact.carers.overburdened", "fact.communication-errors"]),
        ("picture-better", SUN, ["fact.example.director", "fact.example.nurse"]),
    ]);
    sheet.talk();
    sheet.closing();
    // The whole of the sheet, also where there is less on it.
    sheet.picture.y = sheet.picture.y.max(HEIGHT - 16);
    sheet.picture.finish(|_| ())
}

/// The sheet, and what has to be said with its figures.
struct Sheet<'t> {
    picture: Picture<'t>,
    texts: &'t Texts,
    on: Option<&'t str>,
    notes: Vec<String>,
}

/// Where a fact comes from in words, and whether its day has passed.
struct Origin {
    said: String,
    /// Whom the source names, if anybody.
    named: Option<String>,
    stale: bool,
}

impl<'t> Sheet<'t> {
    /// What the figures are for, and what never.
    fn opening(&mut self) {
        self.picture.write(&self.texts.phrase("picture-infographic-how"), Style { size: 19, ..TEXT }, 3);
    }

    /// The heading of a part.
    fn band(&mut self, phrase: &str, fill: &'static str) {
        self.picture.tell(&format!("{}:", self.texts.phrase(phrase)));
        self.bands(&[(phrase, fill)]);
    }

    /// Two parts beside each other, told one after the other.
    fn columns(&mut self, parts: [(&str, &'static str, [&str; 2]); 2]) {
        for (phrase, _, ids) in &parts {
            self.picture.tell(&format!("{}:", self.texts.phrase(phrase)));
            ids.iter().for_each(|id| self.tell(id));
        }
        self.bands(&parts.map(|(phrase, fill, _)| (phrase, fill)));
        let [(_, left, [first, second]), (_, right, [other, last])] = parts;
        self.beside([(first, left), (other, right)]);
        self.beside([(second, left), (last, right)]);
    }

    /// The headings of one part, or of two beside each other.
    fn bands(&mut self, bands: &[(&str, &'static str)]) {
        self.picture.y += 6;
        let (top, mut bottom) = (self.picture.y, self.picture.y);
        for (column, (phrase, fill)) in (0..).zip(bands) {
            let (left, room) = (column_at(column), if bands.len() == 1 { ROOM } else { COLUMN });
            let words = Words::new(&self.texts.phrase(phrase), room - 24, HEADING, 1);
            let tall = words.tall() + 4;
            let fill = *fill;
            self.picture.draw(move |svg| outlined(svg, 2, "", |svg| svg.rect((left, top, room, tall), 8, fill)));
            self.picture.y = top + 2;
            self.picture.put(words, left + 12, Side::Start);
            bottom = top + tall + 6;
        }
        self.picture.y = bottom;
    }

    /// The day after which a fact has to be checked stands with its year and whom the source names.
    fn origin(&self, id: &str) -> Origin {
        let Some(fact) = fact(id) else { return Origin { said: String::new(), named: None, stale: false } };
        let filled = |phrase, known: &str| sheet::filled(&self.texts.phrase(phrase), &[('a', known)]);
        let named = fact.named_source.map(|named| filled("picture-named", named));
        let year = fact.year.map(|year| filled("picture-year", &year.to_string()));
        let year = year.unwrap_or_else(|| self.texts.phrase("picture-year-unknown").into_owned());
        let unnamed = self.texts.phrase("picture-named-unknown");
        let with =
            [('a', named.as_deref().unwrap_or(&unnamed)), ('b', &*year), ('c', &*date(fact.check_by, self.texts))];
        let said = sheet::filled(&self.texts.phrase("picture-origin"), &with);
        Origin { said, named, stale: self.on.is_some_and(|on| on > fact.check_by) }
    }

    /// What a figure is of, with the number of what has to be said with it.
    fn of(&mut self, id: &str) -> String {
        let of = self.texts.figure(id).unwrap_or_else(|| self.texts.label(id));
        match self.texts.caveat(id) {
            Some(caveat) => {
                self.notes.push(caveat.into_owned());
                format!("{of} ({})", self.notes.len())
            }
            None => of.into_owned(),
        }
    }

    /// Two large figures beside each other, each with its origin on the right and what it is of below.
    fn figures(&mut self, ids: [&str; 2]) {
        let top = self.picture.y;
        let mut cells = Vec::new();
        for id in ids {
            let Some(figure) = figure(id) else { continue };
            let (value, of, origin) = (value(figure, self.texts), self.of(id), self.origin(id));
            self.picture.tell(&format!("{value} {of}. {}", origin.said));
            let big = Words::new(&value, WORDS - 150, BIG, 1);
            let side = WORDS - big.wide().min(WORDS - 150) - 12;
            let mut beside = vec![Words::new(&origin.said, side, ORIGIN, 4)];
            beside.extend(self.stale(&origin, side));
            cells.push((big, beside, Words::new(&of, WORDS, OF, 4), WORDS - side, origin.stale));
        }
        let tall = |words: &[Words]| words.iter().map(Words::tall).sum::<i32>();
        let head = cells.iter().map(|(big, beside, ..)| (big.tall() - 4).max(tall(beside) + 12)).max().unwrap_or(0);
        let height = head + cells.iter().map(|(_, _, of, ..)| of.tall()).max().unwrap_or(0) + PAD + 4;
        for (column, (big, beside, of, side, stale)) in (0..).zip(cells) {
            let left = column_at(column) + PAD;
            self.panel((left - PAD, top, COLUMN, height), CARD, stale);
            self.picture.y = top;
            // The figure stands where reading starts.
            let (first, second) = if self.texts.right_to_left() { (left + 150, left) } else { (left, left + side) };
            self.picture.put(big, first, Side::Start);
            self.picture.y = top + 9;
            beside.into_iter().for_each(|words| self.picture.put(words, second, Side::Start));
            self.picture.y = top + head;
            self.picture.put(of, left, Side::Start);
        }
        self.picture.y = top + height + 8;
    }

    /// That a figure has to be checked first.
    fn stale(&mut self, origin: &Origin, room: i32) -> Option<Words> {
        let said = origin.stale.then(|| self.texts.phrase("picture-stale"))?;
        self.picture.tell(&said);
        Some(Words::new(&said, room, STALE, 2))
    }

    /// Figures of one kind as bars, from nought, each kind in a panel of its own.
    fn bars(&mut self, panels: [&[&str]; 2]) {
        let (top, path) = (self.picture.y, self.picture.drawing.len());
        let (mut stale, mut bottom) = (Vec::new(), top);
        for (column, ids) in (0..).zip(panels) {
            self.picture.y = top + PAD;
            stale.push(self.bars_of(ids, column_at(column) + PAD));
            bottom = bottom.max(self.picture.y + PAD);
        }
        for (column, stale) in (0..).zip(stale) {
            let place = (column_at(column), top, COLUMN, bottom - top);
            self.picture.drawing.insert(path, Box::new(move |svg| panel(svg, place, CARD, stale)));
        }
        self.picture.y = bottom + 2;
    }

    /// Bars beneath each other, with their origin below. Whether one has to be checked.
    fn bars_of(&mut self, ids: &[&str], left: i32) -> bool {
        let figures: Vec<(&str, &Figure)> = ids.iter().filter_map(|id| Some((*id, figure(id)?))).collect();
        let most = figures.iter().map(|(_, figure)| ends(figure).1).fold(1.0, f64::max);
        let long = |end: f64| (end / most * f64::from(WORDS - 200)).round() as i32;
        let mut origins: Vec<Origin> = Vec::new();
        for (id, figure) in figures {
            let (value, of, origin) = (value(figure, self.texts), self.of(id), self.origin(id));
            self.picture.tell(&format!("{value} {of}. {}", origin.said));
            self.picture.put(Words::new(&of, WORDS, Style { size: 17, ..OF }, 3), left, Side::Start);
            let number = Words::new(&value, 190, HEADING, 1);
            let (low, high) = ends(figure);
            let (y, low, high) = (self.picture.y + 3, long(low), long(high));
            self.picture.draw(move |svg| {
                outlined(svg, 2, "", |svg| {
                    svg.rect((left, y, high, 20), 0, GROUND);
                    svg.rect((left, y, low, 20), 0, TEAL);
                });
                number.draw(svg, (left + high + 8, y - 5), Side::Start, false);
            });
            self.picture.y += 29;
            // What holds for several is said once, below the last of them.
            if !origins.iter().any(|other| other.said == origin.said) {
                origins.push(origin);
            }
        }
        for origin in &origins {
            self.picture.put(Words::new(&origin.said, WORDS, ORIGIN, 2), left, Side::Start);
            if let Some(words) = self.stale(origin, WORDS) {
                self.picture.put(words, left, Side::Start);
            }
        }
        origins.iter().any(|origin| origin.stale)
    }

    fn panel(&mut self, place: (i32, i32, i32, i32), fill: &'static str, stale: bool) {
        self.picture.draw(move |svg| panel(svg, place, fill, stale));
    }

    /// Two statements beside each other, told in that order.
    fn statements(&mut self, ids: [(&str, &'static str); 2]) {
        ids.iter().for_each(|(id, _)| self.tell(id));
        self.beside(ids);
    }

    fn beside(&mut self, ids: [(&str, &'static str); 2]) {
        let top = self.picture.y;
        let cells = ids.map(|(id, fill)| (self.statement(id), fill));
        let tall = cells.iter().map(|((words, _), _)| words.iter().map(Words::tall).sum::<i32>()).max().unwrap_or(0);
        for (column, ((words, stale), fill)) in (0..).zip(cells) {
            let left = column_at(column);
            self.panel((left, top, COLUMN, tall + 2 * PAD - 4), fill, stale);
            self.picture.y = top + PAD - 3;
            words.into_iter().for_each(|words| self.picture.put(words, left + PAD, Side::Start));
        }
        self.picture.y = top + tall + 2 * PAD + 2;
    }

    /// What stands below a statement: whom the source names, if anybody, and whether it has to be checked.
    fn below(&self, id: &str) -> (String, bool) {
        let origin = self.origin(id);
        let stale = origin.stale.then(|| self.texts.phrase("picture-stale").into_owned());
        (origin.named.into_iter().chain(stale).collect::<Vec<_>>().join(" · "), origin.stale)
    }

    /// A statement with its heading, for who does not see it.
    fn tell(&mut self, id: &str) {
        let (label, text, (small, _)) = (self.texts.label(id), self.texts.text(id), self.below(id));
        [&*label, &*text, &*small].into_iter().for_each(|said| self.picture.tell(said));
    }

    /// A statement with its heading and what stands below it, and whether it has to be checked.
    fn statement(&self, id: &str) -> (Vec<Words>, bool) {
        let (small, stale) = self.below(id);
        let words = [
            Words::new(&self.texts.label(id), WORDS, LABEL, 2),
            Words::new(&self.texts.text(id), WORDS, TEXT, 6),
            Words::new(&small, WORDS, if stale { STALE } else { ORIGIN }, 2),
        ];
        (words.into(), stale)
    }

    /// What the reader meets, on lines to write on.
    fn talk(&mut self) {
        let (top, text) = (self.picture.y + 4, self.texts.phrase("picture-talk"));
        self.picture.tell(&text);
        let words = Words::new(&text, ROOM - 40, HEADING, 2);
        let tall = words.tall() + 66;
        self.picture.draw(move |svg| {
            let (end, low) = (WIDTH - MARGIN, top + tall);
            outlined(svg, 3, "", |svg| {
                svg.path(&format!("M{MARGIN} {top}H{end}V{low}H120l-22 16v-16H{MARGIN}Z"), GROUND);
            });
            svg.line(&format!("M40 {}H{}M40 {}H{}", low - 38, end - 20, low - 12, end - 20), GREY, 1);
        });
        self.picture.y = top + 6;
        self.picture.put(words, MARGIN + 20, Side::Start);
        self.picture.y = top + tall + 22;
    }

    /// What has to be said with the figures, in two columns, and where all of it comes from.
    fn closing(&mut self) {
        let top = self.picture.y;
        let notes: Vec<String> = self.notes.iter().zip(1..).map(|(note, n)| format!("({n}) {note}")).collect();
        notes.iter().for_each(|note| self.picture.tell(note));
        let words: Vec<Words> = notes.iter().map(|note| Words::new(note, COLUMN, NOTE, 6)).collect();
        let half = words.iter().map(|words| words.tall() + 1).sum::<i32>() / 2;
        let (mut column, mut bottom) = (0, top);
        for words in words {
            if column == 0 && self.picture.y - top >= half {
                (column, bottom) = (1, self.picture.y);
                self.picture.y = top;
            }
            self.picture.put(words, column_at(column), Side::Start);
            self.picture.y += 1;
        }
        self.picture.y = self.picture.y.max(bottom) + 3;
        self.picture.write(&self.texts.phrase("picture-infographic-after"), NOTE, 3);
    }
}

fn fact(id: &str) -> Option<Fact> {
    knowledge::entry(id)?.fact()
}

fn figure(id: &str) -> Option<&'static Figure> {
    knowledge::entry(id)?.figure.as_ref()
}

fn column_at(column: i32) -> i32 {
    MARGIN + column * (COLUMN + GAP)
}

/// A panel; what has to be checked first has a broken outline.
fn panel(svg: &mut Svg, place: (i32, i32, i32, i32), fill: &str, stale: bool) {
    let dashes = if stale { " stroke-dasharray=\"7 5\"" } else { "" };
    outlined(svg, 2, dashes, |svg| svg.rect(place, 9, fill));
}

/// Where a figure starts and ends: the same, unless it is a range.
fn ends(figure: &Figure) -> (f64, f64) {
    let low = figure.low.or(figure.value).unwrap_or(0.0);
    (low, figure.high.or(figure.value).unwrap_or(low))
}

/// A figure as people read it, with its unit.
fn value(figure: &Figure, texts: &Texts) -> String {
    let (low, high) = ends(figure);
    let written = |figure: f64| {
        let text = number(figure, usize::from(figure.fract() != 0.0), texts);
        let mark = texts.phrase("decimal-mark");
        let (whole, rest) = text.split_once(&*mark).map_or((&*text, String::new()), |(w, r)| (w, format!("{mark}{r}")));
        let mut grouped = String::new();
        for (place, digit) in whole.chars().enumerate() {
            if place > 0 && (whole.len() - place) % 3 == 0 {
                grouped.push(if &*mark == "," { '.' } else { ',' });
            }
            grouped.push(digit);
        }
        grouped + &rest
    };
    let value = if low < high { format!("{}–{}", written(low), written(high)) } else { written(low) };
    match &*figure.unit {
        "percent" => format!("{value}%"),
        "times" => format!("{value}×"),
        "hours per week" => sheet::filled(&texts.phrase("picture-hours"), &[('a', &value)]),
        _ => value,
    }
}
