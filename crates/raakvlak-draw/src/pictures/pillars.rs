//! The three pillars of diversity-sensitive care (handbook, figure 2).

use raakvlak::Texts;
use raakvlak::knowledge::{self, Entry, Kind};

use super::{BODY, Picture, SMALL, STRONG, Side, Style, WIDTH, Words, outlined};
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
/// Between the parts of a stone.
const APART: i32 = 7;

/// The three pillars with their parts: the organisation, competences and methods (handbook, figure 2).
///
/// What the text has and the figure leaves out is marked.
///
/// ```
/// use raakvlak::Texts;
///
/// let svg = raakvlak_draw::pillars(&Texts::nl());
/// assert!(svg.contains("Tolken") && svg.contains("Psycho-educatie*"));
/// ```
pub fn pillars(texts: &Texts) -> String {
    let mut picture = Picture::new("pillars", &texts.label("concept.three-pillars"), texts);
    picture.write(&texts.text("concept.three-pillars"), BODY, 6);
    picture.y += 12;
    roof(&mut picture);
    let (top, path) = (picture.y, picture.drawing.len());
    let pillars = [
        ("organisation", stones("organisation", |e| e.kind == Kind::Condition && of_figure(e), |_| false)),
        ("competence", stones("competence", |e| e.kind == Kind::Domain, |e| e.kind == Kind::Competence)),
        ("method", stones("method", |e| e.kind == Kind::Method, |e| e.parent == Some("method.analysis"))),
    ];
    let shafts = pillars.map(|(pillar, stones)| Shaft::of(pillar, stones, texts));
    let tall = shafts.iter().map(Shaft::tall).max().unwrap_or(0);
    let bottom = top + 8 + tall;
    for (column, shaft) in (0..).zip(shafts) {
        picture.y = top + 8;
        shaft.put(&mut picture, column, tall);
    }
    picture.drawing.insert(path, Box::new(move |svg| behind(svg, top, bottom)));
    picture.y = bottom + 34;
    picture.write(&texts.phrase("picture-text-alone"), SMALL, 3);
    picture.write(&picture.filled("picture-after", &[('n', "2")]), SMALL, 3);
    picture.finish(|_| ())
}

/// Whether an entry comes from the figure, or is one that only the text has and that belongs beside it.
fn of_figure(entry: &Entry) -> bool {
    entry.source.section.contains("figure 2") || IN_TEXT_ALONE.contains(&entry.id)
}

/// The parts of a pillar, each with what belongs to it.
fn stones(
    pillar: &str,
    stone: impl Fn(&Entry) -> bool,
    part: impl Fn(&Entry) -> bool,
) -> Vec<(&'static str, Vec<&'static str>)> {
    let parts = |id| knowledge::children(id).filter(|e| part(e)).map(|e| e.id).collect();
    knowledge::children(pillar).filter(|e| stone(e)).map(|e| (e.id, parts(e.id))).collect()
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

/// A pillar: its name and its stones.
struct Shaft {
    name: String,
    head: Words,
    stones: Vec<Stone>,
}

impl Shaft {
    fn of(pillar: &str, stones: Vec<(&str, Vec<&str>)>, texts: &Texts) -> Shaft {
        let name = texts.label(pillar).into_owned();
        Shaft {
            head: Words::new(&name, ROOM, Style { size: 22, ..STRONG }, 3),
            stones: stones.into_iter().map(|(id, parts)| Stone::of(id, parts, texts)).collect(),
            name,
        }
    }

    /// How tall it is with its stones close together.
    fn tall(&self) -> i32 {
        38 + self.head.tall() + self.stones.iter().map(|stone| stone.tall + GAP).sum::<i32>()
    }

    /// Puts it up in its column, its stones spread over its height.
    fn put(self, picture: &mut Picture<'_>, column: i32, tall: i32) {
        let left = left(column) + PAD;
        let apart = GAP + (tall - self.tall()) / (self.stones.len() as i32).max(1);
        let number = (column + 1).to_string();
        picture.tell(&format!("{number}. {}:", self.name));
        picture.put(Words::new(&number, ROOM, Style { size: 26, ..STRONG }, 1), left, Side::Middle);
        picture.put(self.head, left, Side::Middle);
        picture.y += 7;
        picture.tell(&self.stones.iter().map(|stone| stone.told.as_str()).collect::<Vec<_>>().join("; "));
        for stone in self.stones {
            stone.put(picture, left);
            picture.y += apart;
        }
    }
}

/// A part of a pillar with what belongs to it; what only the text has has a broken outline and a star.
struct Stone {
    marked: bool,
    told: String,
    head: Words,
    parts: Vec<Words>,
    tall: i32,
}

impl Stone {
    fn of(id: &str, parts: Vec<&str>, texts: &Texts) -> Stone {
        let marked = IN_TEXT_ALONE.contains(&id);
        let label = format!("{}{}", texts.label(id), if marked { "*" } else { "" });
        let labels: Vec<String> = parts.into_iter().map(|part| texts.label(part).into_owned()).collect();
        let head = Words::fitting(&label, ROOM, if labels.is_empty() { BODY } else { STRONG }, 4, &[20, 18]);
        let parts: Vec<Words> =
            labels.iter().map(|label| Words::new(label, ROOM, Style { size: 19, ..BODY }, 4)).collect();
        let tall = head.tall() + parts.iter().map(|part| part.tall() + APART).sum::<i32>() + 8;
        let told = if labels.is_empty() { label } else { format!("{label} ({})", labels.join(", ")) };
        Stone { marked, told, head, parts, tall }
    }

    fn put(self, picture: &mut Picture<'_>, left: i32) {
        let (top, tall) = (picture.y, self.tall);
        let dashes = if self.marked { " stroke-dasharray=\"6 5\"" } else { "" };
        picture.draw(move |svg| {
            outlined(svg, 2, dashes, |svg| svg.rect((left - 3, top, COLUMN - 2 * PAD + 6, tall), 6, PAPER));
        });
        picture.y += 4;
        picture.put(self.head, left, Side::Middle);
        for part in self.parts {
            let y = picture.y + 3;
            picture.draw(move |svg| svg.line(&format!("M{} {y}h60", left + ROOM / 2 - 30), WOOD, 1));
            picture.y += APART;
            picture.put(part, left, Side::Middle);
        }
        picture.y = top + tall;
    }
}
