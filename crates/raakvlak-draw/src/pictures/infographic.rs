//! Figures and facts to talk about, each with what it is of and where it comes from (handbook, App. 5).

use raakvlak::Texts;
use raakvlak::knowledge::{self, Figure};
use raakvlak::report::number;

use super::{INK, Picture, Side, Style, Words, outlined, plain};
use crate::palette::{CARD, LAMPLIGHT, PAPER, SUN, TEAL};
use crate::sheet::{self, GREY, GROUND};
use crate::svg::Svg;

/// A4 upright.
const WIDTH: i32 = 744;
const HEIGHT: i32 = WIDTH * 297 / 210;
const MARGIN: i32 = 20;
const GAP: i32 = 10;
const ROOM: i32 = WIDTH - 2 * MARGIN;
const PAD: i32 = 9;

const BIG: Style = Style { size: 46, bold: true, colour: INK };
const HEADING: Style = Style { size: 22, bold: true, colour: INK };
const OF: Style = Style { size: 17, bold: false, colour: INK };
const LABEL: Style = Style { size: 18, bold: true, colour: INK };
const TEXT: Style = Style { size: 14, bold: false, colour: INK };
const ORIGIN: Style = Style { size: 13, bold: false, colour: GREY };
const STALE: Style = Style { size: 13, bold: true, colour: INK };
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
/// assert!(svg.contains("445,000") && svg.contains("check after 2025-12-31"));
/// ```
pub fn infographic(on: Option<&str>, texts: &Texts) -> String {
    let picture = Picture::new("infographic", &texts.phrase("picture-infographic"), texts);
    let mut sheet = Sheet { picture, texts, on, notes: Vec::new() };
    sheet.opening();
    sheet.band("picture-facts", CARD);
    sheet.figures(&["fact.elderly-2025.count", "fact.elderly-2030.big-four-share"]);
    sheet.figures(&["fact.health.cardiovascular", "fact.health.dementia"]);
    sheet.bars(&[
        &["fact.health.diabetes.moroccan", "fact.health.diabetes.turkish", "fact.health.diabetes.dutch"],
        &["fact.carers.hours-migrant", "fact.carers.hours-dutch"],
    ]);
    sheet.band("picture-reasons", LAMPLIGHT);
    sheet.statements(
        &["fact.use.options-unknown", "fact.use.dementia-unrecognised", "fact.use.asking-is-failing", "fact.supply-shortage"],
        LAMPLIGHT,
    );
    sheet.band("picture-consequences", PAPER);
    sheet.statements(&["fact.carers.overburdened", "fact.communication-errors"], PAPER);
    sheet.band("picture-better", SUN);
    sheet.statements(&["fact.example.director", "fact.example.nurse"], SUN);
    sheet.talk();
    sheet.closing();
    let height = (sheet.picture.y + 10).max(HEIGHT);
    sheet.picture.finish_at((WIDTH, height), plain)
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
    stale: bool,
}

impl<'t> Sheet<'t> {
    /// What the figures are for, and what never.
    fn opening(&mut self) {
        let text = self.texts.text("fact");
        self.picture.tell(&text);
        self.picture.put(Words::new(&text, ROOM, TEXT, 5), MARGIN, Side::Start);
    }

    /// The heading of a part.
    fn band(&mut self, phrase: &str, fill: &'static str) {
        let text = self.texts.phrase(phrase);
        self.picture.y += 8;
        self.picture.tell(&format!("{text}:"));
        let words = Words::new(&text, ROOM - 24, HEADING, 1);
        let (y, wide, tall) = (self.picture.y, words.wide().min(ROOM - 24) + 24, words.tall() + 4);
        let left = if self.texts.right_to_left() { WIDTH - MARGIN - wide } else { MARGIN };
        self.picture.draw(move |svg| outlined(svg, 2, "", |svg| svg.rect((left, y, wide, tall), 12, fill)));
        self.picture.y += 2;
        self.picture.put(words, MARGIN + 12, Side::Start);
        self.picture.y = y + tall + 6;
    }

    /// The day after which a fact has to be checked stands with its year and whom the source names.
    fn origin(&self, id: &str) -> Origin {
        let Some(origin) = knowledge::origin(id) else { return Origin { said: String::new(), stale: false } };
        let unnamed = |phrase: &str| self.texts.phrase(phrase).into_owned();
        let year = match origin.year {
            Some(year) => sheet::filled(&self.texts.phrase("picture-year"), &[('a', year)]),
            None => unnamed("picture-year-unknown"),
        };
        let named = match origin.named {
            Some(named) => sheet::filled(&self.texts.phrase("picture-named"), &[('a', named)]),
            None => unnamed("picture-named-unknown"),
        };
        let with = [('a', &*named), ('b', &*year), ('c', origin.check_by)];
        let said = sheet::filled(&self.texts.phrase("picture-origin"), &with);
        Origin { said, stale: self.on.is_some_and(|on| on > origin.check_by) }
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

    /// Large figures beside each other.
    fn figures(&mut self, ids: &[&str]) {
        let (columns, top) = (ids.len() as i32, self.picture.y);
        let wide = (ROOM - GAP * (columns - 1)) / columns;
        let mut cells = Vec::new();
        for id in ids {
            let Some(figure) = knowledge::entry(id).and_then(|entry| entry.figure.as_ref()) else { continue };
            let (value, of, origin) = (value(figure, self.texts), self.of(id), self.origin(id));
            self.picture.tell(&format!("{value} {of}. {}", origin.said));
            let big = Words::new(&value, wide / 2, BIG, 1);
            let side = big.wide().min(wide / 2) + 14;
            let room = wide - 2 * PAD - side;
            let mut words = vec![Words::new(&of, room, OF, 5), Words::new(&origin.said, room, ORIGIN, 3)];
            words.extend(self.stale(&origin, room));
            cells.push((big, side, words, origin.stale));
        }
        let tall = |(big, _, words, _): &(Words, i32, Vec<Words>, bool)| big.tall().max(words.iter().map(Words::tall).sum());
        let height = cells.iter().map(tall).max().unwrap_or(0) + 2 * PAD;
        for (column, (big, side, words, stale)) in (0..).zip(cells) {
            let left = MARGIN + column * (wide + GAP);
            self.panel((left, top, wide, height), CARD, stale);
            self.picture.y = top + PAD - 2;
            self.picture.put(big, left + PAD, Side::Start);
            self.picture.y = top + PAD;
            words.into_iter().for_each(|words| self.picture.put(words, left + PAD + side, Side::Start));
        }
        self.picture.y = top + height + GAP;
    }

    /// That a figure has to be checked first.
    fn stale(&mut self, origin: &Origin, room: i32) -> Option<Words> {
        let said = origin.stale.then(|| self.texts.phrase("picture-stale"))?;
        self.picture.tell(&said);
        Some(Words::new(&said, room, STALE, 2))
    }

    fn panel(&mut self, place: (i32, i32, i32, i32), fill: &'static str, stale: bool) {
        self.picture.draw(move |svg| {
            let dashes = if stale { " stroke-dasharray=\"7 5\"" } else { "" };
            outlined(svg, 2, dashes, |svg| svg.rect(place, 10, fill));
        });
    }

    /// Figures of one kind as bars, from nought, each kind in a panel of its own.
    fn bars(&mut self, panels: &[&[&str]]) {
        let (columns, top) = (panels.len() as i32, self.picture.y);
        let wide = (ROOM - GAP * (columns - 1)) / columns;
        let room = wide - 2 * PAD;
        let (path, mut placed, mut bottom) = (self.picture.drawing.len(), Vec::new(), top);
        for (column, ids) in (0..).zip(panels) {
            let left = MARGIN + column * (wide + GAP);
            let figures: Vec<(&str, &Figure)> =
                ids.iter().filter_map(|id| Some((*id, knowledge::entry(id)?.figure.as_ref()?))).collect();
            let most = figures.iter().map(|(_, figure)| ends(figure).1).fold(1.0, f64::max);
            let mut any_stale = false;
            self.picture.y = top + PAD;
            let mut origins: Vec<Origin> = Vec::new();
            for (id, figure) in figures {
                let (value, of, origin) = (value(figure, self.texts), self.of(id), self.origin(id));
                self.picture.tell(&format!("{value} {of}. {}", origin.said));
                self.picture.put(Words::new(&of, room, Style { size: 15, ..OF }, 3), left + PAD, Side::Start);
                let number = Words::new(&value, 190, Style { size: 22, ..HEADING }, 1);
                let long = |end: f64| (end / most * f64::from(room - 140)).round() as i32;
                let (low, high) = ends(figure);
                let (y, low, high) = (self.picture.y + 3, long(low), long(high));
                self.picture.draw(move |svg| {
                    outlined(svg, 2, "", |svg| {
                        svg.rect((left + PAD, y, high, 20), 0, GROUND);
                        svg.rect((left + PAD, y, low, 20), 0, TEAL);
                    });
                    number.draw(svg, (left + PAD + high + 8, y - 3), Side::Start, false);
                });
                self.picture.y += 29;
                any_stale |= origin.stale;
                // What holds for several is said once, below the last of them.
                if !origins.iter().any(|other| other.said == origin.said) {
                    origins.push(origin);
                }
            }
            for origin in origins {
                self.picture.put(Words::new(&origin.said, room, ORIGIN, 2), left + PAD, Side::Start);
                if let Some(words) = self.stale(&origin, room) {
                    self.picture.put(words, left + PAD, Side::Start);
                }
            }
            placed.push((left, any_stale));
            bottom = bottom.max(self.picture.y + PAD);
        }
        for (left, stale) in placed {
            let dashes = if stale { " stroke-dasharray=\"7 5\"" } else { "" };
            let panel = move |svg: &mut Svg| outlined(svg, 2, dashes, |svg| svg.rect((left, top, wide, bottom - top), 10, CARD));
            self.picture.drawing.insert(path, Box::new(panel));
        }
        self.picture.y = bottom + 2;
    }

    /// Statements beside each other, two in a row.
    fn statements(&mut self, ids: &[&str], fill: &'static str) {
        let wide = (ROOM - GAP) / 2;
        let room = wide - 2 * PAD;
        for row in ids.chunks(2) {
            let top = self.picture.y;
            let cells: Vec<(Vec<Words>, bool)> = row.iter().map(|id| self.statement(id, room)).collect();
            let tall = |(words, _): &(Vec<Words>, bool)| words.iter().map(Words::tall).sum::<i32>();
            let height = cells.iter().map(tall).max().unwrap_or(0) + 2 * PAD - 4;
            for (column, (words, stale)) in (0..).zip(cells) {
                let left = MARGIN + column * (wide + GAP);
                self.panel((left, top, wide, height), fill, stale);
                self.picture.y = top + PAD - 2;
                words.into_iter().for_each(|words| self.picture.put(words, left + PAD, Side::Start));
            }
            self.picture.y = top + height + 7;
        }
    }

    /// A statement with its heading, and whom the source names, if anybody.
    fn statement(&mut self, id: &str, room: i32) -> (Vec<Words>, bool) {
        let (label, text, origin) = (self.texts.label(id), self.texts.text(id), self.origin(id));
        self.picture.tell(&label);
        self.picture.tell(&text);
        let mut words = vec![Words::new(&label, room, LABEL, 2), Words::new(&text, room, TEXT, 6)];
        if let Some(named) = knowledge::origin(id).and_then(|origin| origin.named) {
            let said = sheet::filled(&self.texts.phrase("picture-named"), &[('a', named)]);
            self.picture.tell(&said);
            words.push(Words::new(&said, room, ORIGIN, 1));
        }
        words.extend(self.stale(&origin, room));
        (words, origin.stale)
    }

    /// What the reader meets, on lines to write on.
    fn talk(&mut self) {
        let (top, text) = (self.picture.y + 6, self.texts.phrase("picture-talk"));
        self.picture.tell(&text);
        let words = Words::new(&text, ROOM - 40, HEADING, 2);
        let tall = words.tall() + 78;
        self.picture.draw(move |svg| {
            outlined(svg, 3, "", |svg| {
                let (end, low) = (WIDTH - MARGIN, top + tall);
                svg.path(&format!("M{MARGIN} {top}H{end}V{low}H120l-22 18v-18H{MARGIN}Z"), CORAL_LIGHT);
                svg.line(&format!("M40 {}H{}M40 {}H{}", low - 44, end - 20, low - 14, end - 20), GREY, 1);
            });
        });
        self.picture.y = top + 8;
        self.picture.put(words, MARGIN + 20, Side::Start);
        self.picture.y = top + tall + 24;
    }

    /// What has to be said with the figures, in two columns, and where all of it comes from.
    fn closing(&mut self) {
        let (top, wide) = (self.picture.y, (ROOM - 2 * GAP) / 2);
        let notes: Vec<String> = self.notes.iter().zip(1..).map(|(note, n)| format!("({n}) {note}")).collect();
        notes.iter().for_each(|note| self.picture.tell(note));
        let words: Vec<Words> = notes.iter().map(|note| Words::new(note, wide, NOTE, 6)).collect();
        let half = words.iter().map(|words| words.tall() + 2).sum::<i32>() / 2;
        let (mut column, mut bottom) = (0, top);
        for words in words {
            if column == 0 && self.picture.y - top >= half {
                (column, bottom) = (1, self.picture.y);
                self.picture.y = top;
            }
            self.picture.put(words, MARGIN + column * (wide + 2 * GAP), Side::Start);
            self.picture.y += 2;
        }
        self.picture.y = self.picture.y.max(bottom) + 4;
        let text = self.texts.phrase("picture-infographic-after");
        self.picture.tell(&text);
        self.picture.put(Words::new(&text, ROOM, Style { size: 12, ..NOTE }, 3), MARGIN, Side::Start);
    }
}

/// Light enough for letters.
const CORAL_LIGHT: &str = "#fbe3da";

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
