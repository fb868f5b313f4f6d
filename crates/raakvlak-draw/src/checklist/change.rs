//! Small charts beside each other: how the scores of a group or a block fall, wave after wave.

use raakvlak::Texts;
use raakvlak::checklist::Summary;
use raakvlak::report::{Item, Picture};

use super::Ids;
use super::chart::{self, GREY, GRID};
use super::ranges::PICTURES;
use crate::lettering;
use crate::palette::{INK, TEAL};
use crate::svg::Svg;

/// A group or a block, and its figures in every wave.
#[derive(Debug, Clone)]
pub(super) struct Course {
    pub(super) name: String,
    /// What it lies in.
    pub(super) parent: Option<String>,
    pub(super) path: String,
    pub(super) waves: Vec<Option<Summary>>,
}

impl Course {
    /// Whether there is anything to compare.
    pub(super) fn compares(&self) -> bool {
        self.waves.iter().flatten().count() > 1
    }
}

const WIDTH: i32 = 720;
const TALL: i32 = 164;
/// For the second line of a name, where there is one.
const LINE: i32 = 14;
/// Where scores 1 and 10 lie within a small chart.
const LOW: i32 = 118;
const STEP: i32 = 10;
const ROWS: usize = 6;
/// More charts than this are folded away, with the table beside them.
const SEEN: usize = 12;

fn y(score: f64) -> i32 {
    LOW - ((score - 1.0) * f64::from(STEP)).round() as i32
}

/// The charts, in as many pictures as it takes: the first is seen, the others are folded away. Says too
/// whether all are there.
pub(super) fn pictures(
    courses: &[Course],
    waves: &[String],
    name: &str,
    ids: &mut Ids,
    texts: &Texts,
) -> (Vec<Picture>, bool) {
    let across = match waves.len() {
        0..=4 => 4,
        5..=9 => 2,
        _ => 1,
    };
    let drawn: Vec<&Course> = courses.iter().filter(|course| course.compares()).collect();
    let sheets = drawn.chunks(across * ROWS);
    let whole = sheets.len() <= PICTURES;
    let picture = |(place, sheet): (usize, &[&Course])| {
        let (from, to) = (place * across * ROWS + 1, place * across * ROWS + sheet.len());
        let label = if place == 0 { name.to_owned() } else { chart::part(name, from, to, texts) };
        let svg = draw(sheet, waves, across, &label, &ids.next(), texts);
        Picture { svg, caption: Item { label, ..Item::default() }, folded: place > 0 || drawn.len() > SEEN }
    };
    (sheets.take(PICTURES).enumerate().map(picture).collect(), whole)
}

/// The same as a table, a row for each wave.
pub(super) fn table(courses: &[Course], waves: &[String], of: &str, texts: &Texts) -> (Vec<String>, Vec<Vec<String>>) {
    let mut head = vec![texts.phrase(of).into_owned(), texts.phrase("survey-wave").into_owned()];
    head.extend(chart::columns(texts));
    let rows = courses.iter().flat_map(|course| {
        course.waves.iter().zip(waves).map(|(summary, wave)| {
            let mut cells = vec![course.path.clone(), wave.clone()];
            cells.extend(chart::cells(summary.as_ref(), texts));
            cells
        })
    });
    (head, rows.collect())
}

fn draw(courses: &[&Course], waves: &[String], across: usize, title: &str, id: &str, texts: &Texts) -> String {
    let rows = courses.len().div_ceil(across) as i32;
    let wide = WIDTH / across as i32;
    let about = (title, &*texts.phrase("survey-change-desc"));
    let more = if courses.iter().any(|course| course.named(wide).len() > 1) { LINE } else { 0 };
    let tall = TALL + more;
    chart::picture(id, "change", (WIDTH, rows * tall), about, texts, |svg| {
        for (place, course) in courses.iter().enumerate() {
            let (column, row) = ((place % across) as i32, (place / across) as i32);
            svg.at(column * wide, row * tall, |svg| {
                for (y, line) in (15..).step_by(LINE.unsigned_abs() as usize).zip(course.named(wide)) {
                    let bold = y == 15 || course.parent.is_none();
                    chart::name(svg, (6, y), wide - 14, &[12, 11], bold, &line);
                }
                svg.at(0, more, |svg| course.draw(svg, wide, waves, texts));
            });
        }
    })
}

impl Course {
    /// The name, and beneath it what it lies in, or the rest of a long name.
    fn named(&self, wide: i32) -> Vec<String> {
        match &self.parent {
            Some(parent) => vec![self.name.clone(), parent.clone()],
            None => lettering::on_two_lines(&self.name, wide - 14, 12, true),
        }
    }

    fn draw(&self, svg: &mut Svg, wide: i32, waves: &[String], texts: &Texts) {
        let (left, right) = (24, wide - 12);
        for score in [1, 4, 7, 10] {
            let at = y(f64::from(score));
            svg.line(&format!("M{left} {at}H{right}"), GRID, 1);
            let (end, base) = (left - 4, at + 4);
            let attributes = format!("x=\"{end}\" y=\"{base}\" text-anchor=\"end\" font-size=\"10\" fill=\"{GREY}\"");
            svg.words("text", &attributes, &score.to_string());
        }
        let slot = (right - left) / (waves.len().max(1) as i32);
        let x = |place: usize| left + slot / 2 + slot * place as i32;
        let places: Vec<(usize, Option<&Summary>)> = self.waves.iter().map(Option::as_ref).enumerate().collect();
        for pair in places.windows(2) {
            // Never past a wave without a figure: nobody knows what was there.
            if let [(from, Some(one)), (to, Some(next))] = pair {
                svg.line(&format!("M{} {}L{} {}", x(*from), y(one.median), x(*to), y(next.median)), INK, 2);
            }
        }
        let fits = waves.iter().all(|wave| lettering::on_one_line(wave, slot - 2, 10, false) == *wave);
        for ((place, summary), wave) in places.into_iter().zip(waves) {
            let at = x(place);
            let path = format!("{}, {wave}", self.path);
            svg.named(&chart::said(("survey-range-row", "survey-range-none"), &path, summary, texts), |svg| {
                let under = summary.map_or_else(
                    || texts.phrase("no-figure").into_owned(),
                    |summary| {
                        let (low, high) = (y(summary.quartiles.0), y(summary.quartiles.1));
                        svg.rect((at - 4, high - 3, 8, low - high + 6), 4, TEAL);
                        svg.dot(at, y(summary.median), 6, INK);
                        chart::halves(summary.median, texts)
                    },
                );
                svg.words("text", &format!("x=\"{at}\" y=\"137\" text-anchor=\"middle\" font-size=\"12\""), &under);
            });
            // Where not all names fit, the first and the last say enough.
            let ends = place == 0 || place + 1 == waves.len();
            if fits || ends {
                let room = if fits { slot } else { wide / 2 - 12 };
                let anchor = match (fits, place) {
                    (true, _) => "middle",
                    (false, 0) => "start",
                    (false, _) => "end",
                };
                let at = match (fits, place) {
                    (true, _) => at,
                    (false, 0) => left,
                    (false, _) => right,
                };
                let line = lettering::on_one_line(wave, room, 10, false);
                let attributes =
                    format!("x=\"{at}\" y=\"151\" text-anchor=\"{anchor}\" font-size=\"10\" fill=\"{GREY}\"");
                svg.words("text", &attributes, &line);
            }
        }
    }
}
