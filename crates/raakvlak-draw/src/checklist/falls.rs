//! How the scores for one statement fall: a bar for each score.

use raakvlak::Texts;
use raakvlak::checklist::Figure;

use super::chart::{self, DOT, Marks};
use crate::palette::{INK, TEAL};
use crate::svg::Svg;

const WIDTH: i32 = 340;
const HEIGHT: i32 = 112;
/// Where the bars stand, and how high the highest is.
const FLOOR: i32 = 74;
const TALL: i32 = 54;
const STEP: i32 = 34;
const BAR: i32 = 26;

fn x(score: f64) -> i32 {
    STEP / 2 + ((score - 1.0) * f64::from(STEP)).round() as i32
}

/// The bars of a statement. The highest score of `highest` percent of a statement's scores is a bar of full
/// height, so that statements with more scores do not look higher.
pub(super) fn draw(name: &str, figure: Option<&Figure>, highest: f64, id: &str, texts: &Texts) -> String {
    let counts = figure.map(|figure| {
        let said = (1u8..).zip(figure.scores).map(|(score, count)| {
            let (score, count) = (score.to_string(), count.to_string());
            chart::filled(&texts.phrase("survey-falls-count"), &[('a', &*score), ('n', &*count)])
        });
        said.collect::<Vec<_>>().join("; ")
    });
    let counts = counts.unwrap_or_else(|| texts.phrase("survey-figures-none").into_owned());
    let desc = chart::filled(&texts.phrase("survey-falls-desc"), &[('a', &*counts)]);
    chart::picture(id, "small", (WIDTH, HEIGHT), (name, &desc), texts, |svg| {
        svg.line(&format!("M0 {FLOOR}H{WIDTH}"), INK, 1);
        svg.within("g", "text-anchor=\"middle\" font-size=\"12\"", |svg| {
            match figure {
                Some(figure) => bars(svg, figure, highest),
                None => chart::label(svg, (WIDTH / 2, FLOOR - 16), &texts.phrase("no-figure")),
            }
            for score in 1..=10u8 {
                chart::label(svg, (x(f64::from(score)), FLOOR + 15), &score.to_string());
            }
        });
        if let Some(summary) = chart::summary(figure) {
            let mut marks = Marks::default();
            marks.summary(&summary, FLOOR + 28, x);
            marks.draw(svg, DOT);
        }
    })
}

fn bars(svg: &mut Svg, figure: &Figure, highest: f64) {
    let answered = figure.scores.iter().sum();
    for (score, count) in (1u8..).zip(figure.scores).filter(|(_, count)| *count > 0) {
        let part = share(count, answered) / highest.max(f64::MIN_POSITIVE);
        // What was given once is seen too.
        let tall = ((part * f64::from(TALL)).round() as i32).clamp(2, TALL);
        let middle = x(f64::from(score));
        svg.rect((middle - BAR / 2, FLOOR - tall, BAR, tall), 1, TEAL);
        chart::name(svg, (middle, FLOOR - tall - 4), STEP, &[12, 9], (false, &count.to_string()), "");
    }
}

/// The largest share that any score has of a statement's scores.
pub(super) fn highest<'f>(figures: impl Iterator<Item = &'f Figure>) -> f64 {
    let most = |figure: &Figure| share(figure.scores.into_iter().max().unwrap_or(0), figure.scores.iter().sum());
    figures.map(most).fold(0.0, f64::max)
}

fn share(part: u64, whole: u64) -> f64 {
    part as f64 / whole.max(1) as f64
}
