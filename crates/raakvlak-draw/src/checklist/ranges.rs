//! Groups beneath each other: of each the middle half of the scores, the median and the mean.

use raakvlak::Texts;
use raakvlak::checklist::Summary;
use raakvlak::report::{Item, Picture};

use super::Ids;
use super::chart::{self, GREY, GRID};

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
pub(super) const PICTURES: usize = 10;

/// A picture, or several where there are many rows: the first is seen, the others are folded away.
/// Says too whether all are there.
pub(super) fn pictures(panels: &[Panel], name: &str, ids: &mut Ids, texts: &Texts) -> (Vec<Picture>, bool) {
    let sheets = sheets(panels, texts);
    let whole = sheets.len() <= PICTURES;
    let several = sheets.len() > 1;
    let picture = |(place, (title, panels)): (usize, (String, Vec<Panel>))| {
        let label = if several && !title.is_empty() { format!("{title} – {name}") } else { name.to_owned() };
        let svg = draw(&panels, &label, &ids.next(), texts);
        // Every heading has its first picture in sight.
        let folded = panels.len() == 1 && place > 0 && title != panels.first().map_or("", |p| &p.title);
        Picture { svg, caption: Item { label, ..Item::default() }, folded }
    };
    (sheets.into_iter().take(PICTURES).enumerate().map(picture).collect(), whole)
}

/// What goes together into one picture, and its name.
fn sheets(panels: &[Panel], texts: &Texts) -> Vec<(String, Vec<Panel>)> {
    let mut sheets: Vec<(String, Vec<Panel>)> = Vec::new();
    let rows = |panels: &[Panel]| panels.iter().map(|panel| panel.rows()).sum::<usize>();
    for panel in panels {
        if panel.rows() > ROWS {
            let all = panel.rows();
            for (part, from) in panel.parts().into_iter().zip((1..).step_by(ROWS)) {
                let to = (from + ROWS - 1).min(all);
                let title = if from == 1 { panel.title.clone() } else { chart::part(&panel.title, from, to, texts) };
                sheets.push((title, vec![part]));
            }
            continue;
        }
        match sheets.last_mut() {
            Some((title, last)) if rows(last) + panel.rows() <= ROWS && last.len() * 2 <= ROWS => {
                title.push_str(&format!(", {}", panel.title));
                last.push(panel.clone());
            }
            _ => sheets.push((panel.title.clone(), vec![panel.clone()])),
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

/// The same rows as a table: the name, the heading of the panel where there is one, and the figures.
pub(super) fn table(panels: &[Panel], of: &str, texts: &Texts) -> (Vec<String>, Vec<Vec<String>>) {
    let titled = panels.iter().any(|panel| !panel.title.is_empty());
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

const WIDTH: i32 = 680;
/// Where score 1 lies, and how far it is to the next.
const START: i32 = 226;
const STEP: i32 = 28;
const NAMES: i32 = 206;
/// Where the columns of numbers end: median, mean, scores.
const COLUMNS: [i32; 3] = [542, 614, 674];
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
    let tall = |panel: &Panel| {
        let lines = panel.lines.iter().map(|line| if let Line::Row(_) = line { ROW } else { ABOVE });
        lines.sum::<i32>() + if panel.title.is_empty() { 0 } else { HEADING }
    };
    let bottom = TOP + panels.iter().map(tall).sum::<i32>();
    let about = (title, &*texts.phrase("survey-range-desc"));
    chart::picture(id, "ranges", (WIDTH, bottom + LOW), about, texts, |svg| {
        chart::key(svg, 16, texts);
        for (end, phrase) in COLUMNS.into_iter().zip(["survey-median", "survey-mean", "survey-answered"]) {
            number(svg, end, 41, &texts.phrase(phrase), GREY, 12);
        }
        for score in 1..=10 {
            let at = START + (score - 1) * STEP;
            svg.line(&format!("M{at} {}V{bottom}", TOP - 3), GRID, 1);
            for y in [41, bottom + 15] {
                let attributes =
                    format!("x=\"{at}\" y=\"{y}\" text-anchor=\"middle\" font-size=\"12\" fill=\"{GREY}\"");
                svg.words("text", &attributes, &score.to_string());
            }
        }
        let mut y = TOP;
        for panel in panels {
            if !panel.title.is_empty() {
                chart::name(svg, (4, y + 19), WIDTH - 8, 14, true, &panel.title);
                y += HEADING;
            }
            for line in &panel.lines {
                match line {
                    Line::Above(name) => {
                        chart::name(svg, (4, y + 16), START - 16, 12, true, name);
                        y += ABOVE;
                    }
                    Line::Row(row) => {
                        row.draw(svg, y, texts);
                        y += ROW;
                    }
                }
            }
        }
    })
}

impl Row {
    fn draw(&self, svg: &mut crate::svg::Svg, y: i32, texts: &Texts) {
        let told = chart::said(("survey-range-row", "survey-range-none"), &self.path, self.summary.as_ref(), texts);
        let base = y + 16;
        svg.named(&told, |svg| {
            let indent = if self.part { 18 } else { 4 };
            chart::name(svg, (indent, base), NAMES - indent, 13, false, &self.name);
            let Some(summary) = &self.summary else {
                let none = texts.phrase("no-figure");
                COLUMNS.into_iter().for_each(|end| number(svg, end, base, &none, GREY, 13));
                return;
            };
            chart::marks(svg, summary, y + ROW / 2, x);
            let cells = [chart::halves(summary.median, texts), chart::mean(summary.mean, texts)];
            for (end, cell) in COLUMNS.into_iter().zip(cells.iter().chain([&summary.answered.to_string()])) {
                number(svg, end, base, cell, crate::palette::INK, 13);
            }
        });
    }
}

/// A text that ends at a place.
fn number(svg: &mut crate::svg::Svg, end: i32, y: i32, text: &str, fill: &str, size: i32) {
    let attributes = format!("x=\"{end}\" y=\"{y}\" text-anchor=\"end\" font-size=\"{size}\" fill=\"{fill}\"");
    svg.words("text", &attributes, text);
}
