//! Small charts beside each other: how the scores of a group or a block fall, wave after wave.

use raakvlak::Texts;
use raakvlak::checklist::Summary;
use raakvlak::report::{Item, Picture};

use super::Ids;
use super::chart::{self, GREY, GRID, Marks, SMALL_DOT};
use crate::lettering;
use crate::palette::INK;
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
/// Pictures in one go. More of them read no better.
const PICTURES: usize = 4;
/// More charts than this are folded away, with the table beside them.
const SEEN: usize = 12;

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
    let places = || {
        courses.iter().enumerate().map(|(place, course)| {
            let (column, row) = ((place % across) as i32, (place / across) as i32);
            (Chart { left: column * wide, top: row * tall + more, wide, waves: waves.len() as i32 }, *course)
        })
    };
    chart::picture(id, "change", (WIDTH, rows * tall), about, texts, |svg| {
        let (mut grid, mut lines, mut marks) = (String::new(), String::new(), Marks::default());
        for (at, course) in places() {
            for score in GRID_AT {
                grid.push_str(&format!("M{} {}H{}", at.left + LEFT, at.y(f64::from(score)), at.left + wide - RIGHT));
            }
            let known: Vec<(usize, Option<&Summary>)> = course.waves.iter().map(Option::as_ref).enumerate().collect();
            for pair in known.windows(2) {
                // Never past a wave without a figure: nobody knows what was there.
                if let [(from, Some(one)), (to, Some(next))] = pair {
                    let (y1, y2) = (at.y(one.median), at.y(next.median));
                    lines.push_str(&format!("M{} {y1}L{} {y2}", at.x(*from), at.x(*to)));
                }
            }
            for (wave, summary) in known {
                let Some(summary) = summary else { continue };
                let x = at.x(wave);
                marks.bar((x, at.y(summary.quartiles.0)), (x, at.y(summary.quartiles.1)));
                marks.median(x, at.y(summary.median));
            }
        }
        svg.line(&grid, GRID, 1);
        marks.draw(svg, SMALL_DOT);
        if !lines.is_empty() {
            svg.line(&lines, INK, 2);
        }
        places().for_each(|(at, course)| course.name(svg, &at, more));
        svg.within("g", &format!("text-anchor=\"end\" font-size=\"10\" fill=\"{GREY}\""), |svg| {
            for (at, _) in places() {
                for score in GRID_AT {
                    chart::label(svg, (at.left + LEFT - 4, at.y(f64::from(score)) + 4), &score.to_string());
                }
            }
        });
        svg.within("g", "text-anchor=\"middle\" font-size=\"12\"", |svg| {
            for (at, course) in places() {
                for (wave, summary) in course.waves.iter().enumerate() {
                    let median = summary.as_ref().map(|summary| chart::halves(summary.median, texts));
                    let median = median.unwrap_or_else(|| texts.phrase("no-figure").into_owned());
                    chart::label(svg, (at.x(wave), at.top + 137), &median);
                }
            }
        });
        svg.within("g", &format!("font-size=\"10\" fill=\"{GREY}\""), |svg| {
            places().for_each(|(at, _)| at.name_waves(svg, waves));
        });
    })
}

impl Course {
    /// The name, and beneath it what it lies in, or the rest of a long name.
    fn named(&self, wide: i32) -> Vec<String> {
        match &self.parent {
            Some(parent) => vec![self.name.clone(), parent.clone()],
            None => lettering::on_lines(&self.name, wide - 14, 12, true, 2).0,
        }
    }

    fn name(&self, svg: &mut Svg, at: &Chart, more: i32) {
        let top = at.top - more + 15;
        for (line, name) in (0..).zip(self.named(at.wide)) {
            let bold = line == 0 || self.parent.is_none();
            chart::name(svg, (at.left + 6, top + line * LINE), at.wide - 14, &[12, 11], (bold, &name), "");
        }
    }
}

/// Room beside a small chart, and the scores that have a line.
const LEFT: i32 = 24;
const RIGHT: i32 = 12;
const GRID_AT: [u8; 4] = [1, 4, 7, 10];

/// A small chart within its picture.
struct Chart {
    left: i32,
    top: i32,
    wide: i32,
    waves: i32,
}

impl Chart {
    /// How much room a wave has.
    fn slot(&self) -> i32 {
        (self.wide - LEFT - RIGHT) / self.waves.max(1)
    }

    fn x(&self, wave: usize) -> i32 {
        self.left + LEFT + self.slot() / 2 + self.slot() * wave as i32
    }

    fn y(&self, score: f64) -> i32 {
        self.top + LOW - ((score - 1.0) * f64::from(STEP)).round() as i32
    }

    /// The names of the waves; where not all fit, the first and the last say enough.
    fn name_waves(&self, svg: &mut Svg, waves: &[String]) {
        let (y, slot) = (self.top + 151, self.slot());
        let fits = waves.iter().all(|wave| lettering::on_one_line(wave, slot - 2, 10, false) == *wave);
        if fits {
            return svg.within("g", "text-anchor=\"middle\"", |svg| {
                waves.iter().enumerate().for_each(|(wave, name)| chart::label(svg, (self.x(wave), y), name));
            });
        }
        let half = |name: &String| lettering::on_one_line(name, self.wide / 2 - LEFT, 10, false);
        if let (Some(first), Some(last)) = (waves.first(), waves.last()) {
            chart::label(svg, (self.left + LEFT, y), &half(first));
            svg.within("g", "text-anchor=\"end\"", |svg| {
                chart::label(svg, (self.left + self.wide - RIGHT, y), &half(last));
            });
        }
    }
}
