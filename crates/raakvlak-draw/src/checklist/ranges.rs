//! Groups beneath each other: of each the middle half of the scores, the median and the mean.

use raakvlak::Texts;
use raakvlak::checklist::Summary;
use raakvlak::report::{Item, Picture};

use super::Ids;
use super::chart::{self, DOT, GREY, GRID, Marks};
use crate::svg::Svg;

/// What is drawn under one heading.
#[derive(Debug, Clone)]
pub(super) struct Panel {
    /// The heading; may be empty.
    pub(super) title: String,
    pub(super) lines: Vec<Line>,
}

#[derive(Debug, Clone)]
pub(super) enum Line {
    /// What the rows below it are a part of.
    Above(String),
    Row(Row),
}

/// A group or a block, and its figures.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) name: String,
    /// The name with all that lies above it.
    pub(super) path: String,
    /// Whether it is a part of the row above it.
    pub(super) part: bool,
    pub(super) summary: Option<Summary>,
}

/// Rows in one picture, and pictures in one go. More of them read no better.
const ROWS: usize = 25;
const PICTURES: usize = 8;

/// A picture, or several where there are many rows: of each heading the first is seen, the others are folded
/// away. A picture is named after what is on it. Says too whether all are there.
pub(super) fn pictures(
    panels: &[Panel],
    named: impl Fn(&str) -> String,
    ids: &mut Ids,
    texts: &Texts,
) -> (Vec<Picture>, bool) {
    let sheets = sheets(panels);
    let (whole, several) = (sheets.len() <= PICTURES, sheets.len() > 1);
    let picture = |sheet: Sheet| {
        let titles: Vec<&str> = sheet.panels.iter().map(|panel| panel.title.as_str()).collect();
        let label = match titles.as_slice() {
            [title] if !title.is_empty() => named(title),
            [_, _, ..] if several => named(&titles.join(", ")),
            _ => named(&texts.phrase("survey-all-blocks")),
        };
        let label = match sheet.rows {
            Some((from, to)) => chart::part(&label, from, to, texts),
            None => label,
        };
        let svg = draw(&sheet.panels, &label, &ids.next(), texts);
        let folded = sheet.rows.is_some_and(|(from, _)| from > 1);
        Picture { svg, caption: Item { label, ..Item::default() }, folded }
    };
    (sheets.into_iter().take(PICTURES).map(picture).collect(), whole)
}

/// What goes together into one picture.
struct Sheet {
    panels: Vec<Panel>,
    /// Which rows of a panel that is too large for one picture.
    rows: Option<(usize, usize)>,
}

fn sheets(panels: &[Panel]) -> Vec<Sheet> {
    let mut sheets: Vec<Sheet> = Vec::new();
    for panel in panels {
        let all = panel.rows();
        if all > ROWS {
            sheets.extend(panel.parts().into_iter().zip((1..).step_by(ROWS)).map(|(part, from)| {
                let to = from + part.rows() - 1;
                Sheet { panels: vec![part], rows: Some((from, to)) }
            }));
            continue;
        }
        match sheets.last_mut() {
            Some(Sheet { panels, rows: None }) if panels.iter().map(Panel::rows).sum::<usize>() + all <= ROWS => {
                panels.push(panel.clone());
            }
            _ => sheets.push(Sheet { panels: vec![panel.clone()], rows: None }),
        }
    }
    sheets
}

impl Panel {
    pub(super) fn rows(&self) -> usize {
        self.lines.iter().filter(|line| matches!(line, Line::Row(_))).count()
    }

    /// In parts of so many rows; each says again what its rows are a part of.
    fn parts(&self) -> Vec<Panel> {
        let mut parts: Vec<Panel> = Vec::new();
        let mut above = None;
        for line in &self.lines {
            if let Line::Above(_) = line {
                above = Some(line.clone());
                continue;
            }
            let full = parts.last().is_none_or(|part| part.rows() == ROWS);
            if full {
                parts.push(Panel { title: self.title.clone(), lines: Vec::new() });
            }
            let Some(part) = parts.last_mut() else { continue };
            let said = part.lines.iter().rev().find_map(|line| match line {
                Line::Above(said) => Some(said),
                Line::Row(_) => None,
            });
            if let Some(Line::Above(name)) = &above
                && said != Some(name)
            {
                part.lines.push(Line::Above(name.clone()));
            }
            part.lines.push(line.clone());
        }
        parts
    }
}

/// The same rows as a table: the name, the heading of the panel where there are several, and the figures.
pub(super) fn table(panels: &[Panel], of: &str, texts: &Texts) -> (Vec<String>, Vec<Vec<String>>) {
    let titled = panels.len() > 1;
    let mut head = vec![texts.phrase(of).into_owned()];
    head.extend(titled.then(|| texts.phrase("survey-block").into_owned()));
    head.extend(chart::columns(texts));
    let rows = panels.iter().flat_map(|panel| panel.lines.iter().map(move |line| (panel, line)));
    let rows = rows.filter_map(|(panel, line)| {
        let Line::Row(row) = line else { return None };
        let mut cells = vec![row.path.clone()];
        cells.extend(titled.then(|| panel.title.clone()));
        cells.extend(chart::cells(row.summary.as_ref(), texts));
        Some(cells)
    });
    (head, rows.collect())
}

const WIDTH: i32 = 720;
/// Where score 1 lies, and how far it is to the next.
const START: i32 = 272;
const STEP: i32 = 24;
const NAMES: i32 = 258;
/// Where the columns of numbers end: median, mean, scores.
const COLUMNS: [i32; 3] = [568, 650, 714];
const ROW: i32 = 23;
const HEADING: i32 = 28;
const ABOVE: i32 = 22;
/// What the marks mean, and the scale.
const TOP: i32 = 50;
const LOW: i32 = 22;

fn x(score: f64) -> i32 {
    START + ((score - 1.0) * f64::from(STEP)).round() as i32
}

fn draw(panels: &[Panel], title: &str, id: &str, texts: &Texts) -> String {
    // The name of the picture says it already where there is one panel.
    let titled = panels.len() > 1;
    let tall = |panel: &Panel| {
        let lines = panel.lines.iter().map(|line| if let Line::Row(_) = line { ROW } else { ABOVE });
        lines.sum::<i32>() + if titled { HEADING } else { 0 }
    };
    let bottom = TOP + panels.iter().map(tall).sum::<i32>();
    let about = (title, &*texts.phrase("survey-range-desc"));
    chart::picture(id, "ranges", (WIDTH, bottom + LOW), about, texts, |svg| {
        chart::key(svg, 16, texts);
        scale(svg, bottom, texts);
        let mut marks = Marks::default();
        let mut rows: Vec<(i32, &Row)> = Vec::new();
        let mut y = TOP;
        for panel in panels {
            if titled {
                chart::name(svg, (4, y + 19), WIDTH - 8, &[14], (true, &panel.title), "");
                y += HEADING;
            }
            for line in &panel.lines {
                match line {
                    Line::Above(name) => {
                        chart::name(svg, (4, y + 16), START + 10 * STEP, &[12], (true, name), "");
                        y += ABOVE;
                    }
                    Line::Row(row) => {
                        if let Some(summary) = &row.summary {
                            marks.summary(summary, y + ROW / 2, x);
                        }
                        rows.push((y + 16, row));
                        y += ROW;
                    }
                }
            }
        }
        marks.draw(svg, DOT);
        for (y, row) in &rows {
            let told = chart::said(("survey-range-row", "survey-range-none"), &row.path, row.summary.as_ref(), texts);
            let indent = if row.part { 18 } else { 4 };
            chart::name(svg, (indent, *y), NAMES - indent, &[13, 12], (false, &row.name), &told);
        }
        svg.within("g", "text-anchor=\"end\"", |svg| {
            for (y, row) in rows {
                for (end, cell) in COLUMNS.into_iter().zip(row.cells(texts)) {
                    chart::label(svg, (end, y), &cell);
                }
            }
        });
    })
}

/// The scale above and below the rows, and the names of the columns.
fn scale(svg: &mut Svg, bottom: i32, texts: &Texts) {
    let places = || (0..10).map(|at| (START + at * STEP, (at + 1).to_string()));
    let lines: String = places().map(|(at, _)| format!("M{at} {}V{bottom}", TOP - 3)).collect();
    svg.line(&lines, GRID, 1);
    let letters = |anchor: &str| format!("text-anchor=\"{anchor}\" font-size=\"12\" fill=\"{GREY}\"");
    svg.within("g", &letters("middle"), |svg| {
        for y in [41, bottom + 15] {
            places().for_each(|(at, score)| chart::label(svg, (at, y), &score));
        }
    });
    svg.within("g", &letters("end"), |svg| {
        for (end, phrase) in COLUMNS.into_iter().zip(["survey-median", "survey-mean", "survey-answered"]) {
            chart::label(svg, (end, 41), &texts.phrase(phrase));
        }
    });
}

impl Row {
    /// What stands in the columns.
    fn cells(&self, texts: &Texts) -> [String; 3] {
        match &self.summary {
            Some(s) => [chart::halves(s.median, texts), chart::mean(s.mean, texts), s.answered.to_string()],
            None => std::array::from_fn(|_| texts.phrase("no-figure").into_owned()),
        }
    }
}
