//! The four domains of competence (handbook, figure 3).

use raakvlak::Texts;

use super::{BODY, MARGIN, Picture, ROOM, SMALL, STRONG, Side, Style, WIDTH, Words, outlined};
use crate::palette::{BLUE, CARD, CORAL, INK, LAMPLIGHT, PAPER, SUN, WOOD};
use crate::people;
use crate::svg::Svg;

const GAP: i32 = 10;
const COLUMN: i32 = (ROOM - 2 * GAP) / 3;
const PAD: i32 = 9;
/// How much of a column its sign takes.
const SIGN: i32 = 74;

type Sign = fn(&mut Svg);

/// The four domains of competence: knowledge, attitude and skills, and the self-awareness that carries them
/// (handbook, figure 3 and 1.3).
///
/// ```
/// use raakvlak::Texts;
///
/// let svg = raakvlak_draw::competences(&Texts::en());
/// assert!(svg.contains("Self-awareness") && svg.contains("Attitude"));
/// ```
pub fn competences(texts: &Texts) -> String {
    let mut picture = Picture::new("competences", &texts.label("competence"), texts);
    picture.write(&texts.text("competence"), BODY, 6);
    picture.y += 14;
    let domains: [(&str, Sign); 3] =
        [("competence.knowledge", knowledge), ("competence.attitude", attitude), ("competence.skills", skills)];
    let columns = domains.map(|(id, sign)| {
        let head = Words::fitting(&texts.label(id), COLUMN - 2 * PAD, STRONG, 2, &[24, 22]);
        let body = Words::new(&texts.text(id), COLUMN - 2 * PAD, BODY, 14);
        (id, sign, head, body)
    });
    let tall = columns.iter().map(|(_, _, head, body)| SIGN + head.tall() + body.tall() + 20).max().unwrap_or(0);
    let top = picture.y;
    for (column, (id, sign, head, body)) in (0..).zip(columns) {
        let left = MARGIN + column * (COLUMN + GAP);
        picture.tell(&texts.label(id));
        picture.tell(&texts.text(id));
        picture.draw(move |svg| {
            outlined(svg, 3, "", |svg| {
                svg.rect((left, top, COLUMN, tall), 14, CARD);
                svg.at(left + COLUMN / 2, top + SIGN / 2 + 6, sign);
            });
        });
        picture.y = top + SIGN + 6;
        picture.put(head, left + PAD, Side::Middle);
        picture.y += 4;
        picture.put(body, left + PAD, Side::Start);
    }
    picture.y = top + tall;
    ground(&mut picture);
    picture.y += 14;
    picture.write(&picture.filled("picture-after", &[('n', "3")]), SMALL, 3);
    picture.finish(|_| ())
}

/// Self-awareness, on which the others stand: you begin with yourself.
fn ground(picture: &mut Picture<'_>) {
    let (texts, top) = (picture.texts, picture.y);
    let id = "competence.self-awareness";
    let left = MARGIN + 96;
    let room = WIDTH - MARGIN - PAD - left;
    let head = Words::new(&texts.label(id), room, Style { size: 24, ..STRONG }, 2);
    let basis = "competence.self-awareness.basis";
    let paragraphs = [texts.text(id), texts.text(basis)];
    picture.tell(&texts.label(id));
    paragraphs.iter().for_each(|text| picture.tell(text));
    let paragraphs = paragraphs.map(|text| Words::new(&text, room, BODY, 8));
    let tall = (head.tall() + paragraphs.iter().map(|p| p.tall() + 8).sum::<i32>() + 14).max(110);
    let start = top + 26;
    picture.draw(move |svg| {
        outlined(svg, 3, "", |svg| {
            for column in 0..3 {
                let x = MARGIN + column * (COLUMN + GAP) + COLUMN / 2;
                svg.path(&format!("M{} {start}V{}h-9L{x} {}l17 14h-9V{start}Z", x - 8, top + 17, top + 3), SUN);
            }
            svg.rect((MARGIN, start, ROOM, tall), 14, LAMPLIGHT);
            svg.at(MARGIN + 50, start + tall / 2, mirror);
        });
    });
    picture.y = start + 8;
    picture.put(head, left, Side::Start);
    for words in paragraphs {
        picture.y += 4;
        picture.put(words, left, Side::Start);
        picture.y += 4;
    }
    picture.y = start + tall;
}

/// A mirror with a face in it.
fn mirror(svg: &mut Svg) {
    svg.path("M-8 36h16v22h-16Z", WOOD);
    svg.circle(0, 0, 36, WOOD);
    svg.circle(0, 0, 28, PAPER);
    svg.line("M-9 -7v3M9 -7v3M-10 8Q0 17 10 8", INK, 4);
}

/// An open book.
fn knowledge(svg: &mut Svg) {
    svg.sized(0, 0, 28, |svg| people::book(svg, (0, 0)));
    svg.line("M-28 -8Q-18 -12 -8 -8M-28 2Q-18 -2 -8 2M8 -8Q18 -12 28 -8M8 2Q18 -2 28 2", INK, 2);
}

/// Two who face each other and speak.
fn attitude(svg: &mut Svg) {
    svg.path("M-44 -26h50v30h-26l-12 12v-12h-12Z", PAPER);
    svg.path("M44 -8h-46v30h22l12 12v-12h12Z", SUN);
    svg.path("M21 15Q9 7 12 1Q17 -4 21 2Q25 -4 30 1Q33 7 21 15Z", CORAL);
    svg.line("M-34 -11h20", INK, 3);
}

/// A bridge over water.
fn skills(svg: &mut Svg) {
    svg.line("M-46 26q8 -7 15 0t15 0t15 0t15 0t15 0t15 0", BLUE, 3);
    svg.path("M-48 -4Q0 -44 48 -4V20H36Q30 -6 0 -10Q-30 -6 -36 20H-48Z", WOOD);
    svg.line("M-48 -4Q0 -44 48 -4", INK, 4);
}
