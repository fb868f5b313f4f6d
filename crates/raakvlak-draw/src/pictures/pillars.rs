//! The three pillars of diversity-sensitive care (handbook, figure 2).

use raakvlak::Texts;
use raakvlak::knowledge::{self, Entry, Kind};

use super::{BODY, Picture, SMALL, STRONG, Side, Style, WIDTH, Words, outlined, plain};
use crate::palette::{CARD, LAMPLIGHT, PAPER, SUN, WOOD};
use crate::svg::Svg;

/// What the text of the handbook has and figure 2 leaves out.
const IN_TEXT_ALONE: [&str; 3] = ["organisation.information", "competence.self-awareness", "method.psycho-education"];

const LEFT: i32 = 10;
const GAP: i32 = 8;
const COLUMN: i32 = (WIDTH - 2 * LEFT - 2 * GAP) / 3;
/// Room for words on a stone.
const ROOM: i32 = COLUMN - 2 * PAD;
const PAD: i32 = 7;

/// The three pillars with their parts: the organisation, competences and methods (handbook, figure 2).
///
/// What the text has and the figure leaves out is marked.
///
/// ```
/// use raakvlak::Texts;
///
/// let svg = raakvlak_draw::pillars(&Texts::nl());
/// assert!(svg.contains("Tolken") && svg.contains("Psycho-educatie *"));
/// ```
pub fn pillars(texts: &Texts) -> String {
    let mut picture = Picture::new("pillars", &texts.label("concept.three-pillars"), texts);
    picture.write(&texts.text("concept.three-pillars"), BODY, 6);
    picture.y += 12;
    roof(&mut picture);
    let (top, path) = (picture.y, picture.drawing.len());
    let parts: [(&str, Vec<Stone>); 3] = [
        ("organisation", stones("organisation", |e| e.kind == Kind::Condition && of_figure(e), |_| false)),
        ("competence", stones("competence", |e| e.kind == Kind::Domain, |e| e.kind == Kind::Competence)),
        ("method", stones("method", |e| e.kind == Kind::Method, |e| e.parent == Some("method.analysis"))),
    ];
    let mut bottom = top;
    for (column, (pillar, stones)) in (0..).zip(parts) {
        picture.y = top + 8;
        shaft(&mut picture, column, pillar, &stones);
        bottom = bottom.max(picture.y);
    }
    picture.drawing.insert(path, Box::new(move |svg| behind(svg, top, bottom)));
    picture.y = bottom + 34;
    picture.write(&texts.phrase("picture-text-alone"), SMALL, 3);
    picture.write(&picture.filled("picture-after", &[('n', "2")]), SMALL, 3);
    picture.finish(plain)
}

/// A part of a pillar, and what belongs to it.
struct Stone {
    entry: &'static Entry,
    parts: Vec<&'static Entry>,
}

/// Whether an entry comes from the figure, or is one that only the text has and that belongs beside it.
fn of_figure(entry: &Entry) -> bool {
    entry.source.section.contains("figure 2") || IN_TEXT_ALONE.contains(&entry.id)
}

fn stones(pillar: &str, stone: impl Fn(&Entry) -> bool, part: impl Fn(&Entry) -> bool) -> Vec<Stone> {
    let of = |entry: &'static Entry| Stone { entry, parts: knowledge::children(entry.id).filter(|e| part(e)).collect() };
    knowledge::children(pillar).filter(|e| stone(e)).map(of).collect()
}

/// What rests on the pillars.
fn roof(picture: &mut Picture<'_>) {
    let label = picture.texts.label("concept.diversity-sensitive-working");
    picture.tell(&label);
    let top = picture.y;
    let words = Words::new(&label, WIDTH - 4 * LEFT, Style { size: 24, ..STRONG }, 2);
    let (peak, beam) = (64, words.tall() + 18);
    picture.draw(move |svg| {
        let (foot, end) = (top + peak, WIDTH - LEFT);
        outlined(svg, 3, "", |svg| {
            svg.path(&format!("M{LEFT} {foot}L320 {top}L{end} {foot}Z"), SUN);
            svg.rect((LEFT, foot, WIDTH - 2 * LEFT, beam), 0, LAMPLIGHT);
            // Two frames that touch: the common ground.
            svg.circle(306, foot - 22, 17, PAPER);
            svg.circle(334, foot - 22, 17, "none");
        });
    });
    picture.y = top + peak + 9;
    picture.put(words, 2 * LEFT, Side::Middle);
    picture.y = top + peak + beam;
}

/// The three shafts and the steps that they stand on.
fn behind(svg: &mut Svg, top: i32, bottom: i32) {
    outlined(svg, 3, "", |svg| {
        for column in 0..3 {
            svg.rect((left(column), top, COLUMN, bottom - top + 8), 0, CARD);
        }
        svg.rect((LEFT, bottom + 8, WIDTH - 2 * LEFT, 9), 0, WOOD);
        svg.rect((2, bottom + 17, WIDTH - 4, 9), 0, WOOD);
    });
}

fn left(column: i32) -> i32 {
    LEFT + column * (COLUMN + GAP)
}

/// What stands on one pillar, from its name down.
fn shaft(picture: &mut Picture<'_>, column: i32, pillar: &str, stones: &[Stone]) {
    let texts = picture.texts;
    let left = left(column) + PAD;
    let name = texts.label(pillar);
    picture.tell(&format!("{}. {name}:", column + 1));
    picture.put(Words::new(&(column + 1).to_string(), ROOM, Style { size: 26, ..STRONG }, 1), left, Side::Middle);
    picture.put(Words::new(&name, ROOM, Style { size: 22, ..STRONG }, 3), left, Side::Middle);
    picture.y += 6;
    let told: Vec<String> = stones.iter().map(|one| stone(picture, left, one)).collect();
    picture.tell(&told.join("; "));
}

/// A part with what belongs to it; what only the text has has a broken outline and a star. Gives it in words.
fn stone(picture: &mut Picture<'_>, left: i32, stone: &Stone) -> String {
    let texts = picture.texts;
    let marked = IN_TEXT_ALONE.contains(&stone.entry.id);
    let mut label = texts.label(stone.entry.id).into_owned();
    if marked {
        label.push_str(" *");
    }
    let head = Words::new(&label, ROOM, if stone.parts.is_empty() { BODY } else { STRONG }, 4);
    let labels: Vec<String> = stone.parts.iter().map(|part| texts.label(part.id).into_owned()).collect();
    let parts: Vec<Words> = labels.iter().map(|label| Words::new(label, ROOM, Style { size: 19, ..BODY }, 4)).collect();
    let tall = head.tall() + parts.iter().map(|part| part.tall() + 5).sum::<i32>() + 8;
    let top = picture.y;
    picture.draw(move |svg| {
        let dashes = if marked { " stroke-dasharray=\"6 5\"" } else { "" };
        outlined(svg, 2, dashes, |svg| svg.rect((left - 3, top, COLUMN - 2 * PAD + 6, tall), 6, PAPER));
    });
    picture.y += 4;
    picture.put(head, left, Side::Middle);
    for part in parts {
        let y = picture.y + 2;
        picture.draw(move |svg| outlined(svg, 1, "", |svg| svg.line(&format!("M{} {y}h60", left + ROOM / 2 - 30), WOOD, 1)));
        picture.y += 5;
        picture.put(part, left, Side::Middle);
    }
    picture.y = top + tall + 6;
    if labels.is_empty() { label } else { format!("{label} ({})", labels.join(", ")) }
}
