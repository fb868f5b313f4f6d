//! The foundation: the stones with what they stand for, cracks, and the props that shore it up.

use raakvlak::Texts;
use raakvlak::houses::House;

use crate::building::{FLOOR, heart};
use crate::lettering::{self, Room};
use crate::palette::{CORAL, INK, Look, PAPER, WOOD};
use crate::svg::Svg;

/// Where the stones meet the ground.
pub(crate) const GROUND: i32 = 272;

/// What a stone stands for.
#[derive(Clone, Copy)]
enum Carries {
    Parents,
    Informal,
    Voluntary,
    Forced,
}

/// The stones of a house from left to right: what it is, where it starts, how wide it is.
fn stones(house: House) -> &'static [(Carries, i32, i32)] {
    match house {
        House::Green => &[(Carries::Parents, 50, 303), (Carries::Informal, 356, 234)],
        House::Orange => &[(Carries::Parents, 50, 218), (Carries::Voluntary, 271, 158), (Carries::Informal, 432, 158)],
        House::Red => &[(Carries::Parents, 50, 218), (Carries::Forced, 271, 158), (Carries::Informal, 432, 158)],
    }
}

impl Carries {
    fn id(self) -> &'static str {
        match self {
            Carries::Parents => "parents",
            Carries::Informal => "informal",
            Carries::Voluntary => "voluntary",
            Carries::Forced => "forced",
        }
    }
}

/// The foundation of a house.
pub(crate) fn draw(svg: &mut Svg, house: House, look: &Look, texts: &Texts) {
    let from_right = texts.right_to_left();
    for (carries, x, width) in stones(house) {
        let label = texts.label(&format!("{}.foundation.{}", house.id(), carries.id()));
        stone(svg, look, (*x, *width), *carries, &label, from_right);
    }
    let cracks: &[&str] = match house {
        House::Green => &[],
        House::Orange => &[
            "M222 166H232L228 182L236 194L229 210L230 195L222 183Z",
            "M434 166H443L441 178L446 186L438 197L440 186L435 178Z",
        ],
        House::Red => &[
            "M220 166H230L226 184L238 199L228 216L233 236L223 216L231 201L222 189L210 195L218 184Z",
            "M70 166H79L76 180L84 194L77 210L79 195L71 182Z",
            "M436 166H445L442 182L450 194L442 210L445 195L437 182Z",
        ],
    };
    if !cracks.is_empty() {
        svg.named(&texts.label("house.metaphor.cracks"), |svg| cracks.iter().for_each(|d| crack(svg, d, look)));
    }
    svg.rect((42, FLOOR - 1, 556, 10), 4, look.colour);
    if house != House::Green {
        svg.named(&texts.label("house.metaphor.support"), |svg| {
            prop(svg, house == House::Red);
            if house == House::Red {
                svg.mirrored(640, |svg| prop(svg, true));
            }
        });
    }
}

/// A crack, widest at the top, with light on its edges.
fn crack(svg: &mut Svg, d: &str, look: &Look) {
    svg.line(d, look.face, 5);
    svg.plain(d, INK);
}

/// A stone with its sign and its label, on a smooth face as wide as they need.
fn stone(svg: &mut Svg, look: &Look, (x, width): (i32, i32), carries: Carries, label: &str, from_right: bool) {
    let (top, low, middle) = (FLOOR + 7, GROUND + 2, x + width / 2);
    let outline = rounded((x, top, x + width, low), 20, 3);
    svg.plain(&outline, look.stone);
    svg.plain(&outline, &format!("url(#{})", svg.id(&format!("stone{}", look.number))));
    let room = |y| Room { centre: (middle, y), width: width - 18, sizes: &[24], bold: false };
    let (lines, widest) = lettering::extent(label, room(0));
    let half = (widest / 2 + 14).clamp(66, width / 2 - 7);
    svg.plain(&rounded((middle - half, top + 6, middle + half, low - 6), 30, 0), look.face);
    svg.path(&outline, "none");
    if lines == 1 {
        svg.sized(middle, top + 60, 13, |svg| sign(svg, carries));
        lettering::write(svg, label, from_right, room(top + 81));
    } else {
        svg.sized(middle, top + 48, 10, |svg| sign(svg, carries));
        lettering::write(svg, label, from_right, room(top + 75));
    }
}

/// A block with round corners and sides that lean in a little: a stone of the field, not of a factory.
fn rounded((left, top, right, low): (i32, i32, i32, i32), corner: i32, lean: i32) -> String {
    let (x, y) = ((left + right) / 2, (top + low) / 2);
    let (start, end, upper, lower) = (left + corner, right - corner, top + corner, low - corner);
    let (above, below, before, behind) = (top + lean, low - lean, left + lean, right - lean);
    format!(
        "M{left} {upper}Q{left} {top} {start} {top}Q{x} {above} {end} {top}Q{right} {top} {right} {upper}\
         Q{behind} {y} {right} {lower}Q{right} {low} {end} {low}Q{x} {below} {start} {low}\
         Q{left} {low} {left} {lower}Q{before} {y} {left} {upper}Z"
    )
}

/// A sign that says what a stone is without a word, standing on the origin, 38 high.
fn sign(svg: &mut Svg, carries: Carries) {
    match carries {
        Carries::Parents => {
            figure(svg, -20, 38);
            figure(svg, 20, 38);
            figure(svg, 0, 26);
        }
        Carries::Informal => {
            figure(svg, -25, 34);
            figure(svg, 25, 34);
            heart(svg, (0, -20), CORAL);
            svg.line("M-17 -12Q0 2 17 -12", INK, 4);
        }
        Carries::Voluntary => handshake(svg),
        Carries::Forced => {
            figure(svg, 0, 26);
            shelter(svg);
            svg.mirrored(0, shelter);
        }
    }
}

/// A person as on a sign.
fn figure(svg: &mut Svg, x: i32, height: i32) {
    let (head, half) = (height / 5, height / 4 + 1);
    svg.dot(x, head - height, head, INK);
    let (left, right, top) = (x - half, x + half, 2 * head + 2 - height);
    let side = top + 9;
    svg.plain(&format!("M{left} 0V{side}Q{left} {top} {x} {top}T{right} {side}V0Z"), INK);
}

/// Two hands that take each other.
fn handshake(svg: &mut Svg) {
    svg.path("M-38 -30L-26 -34L-18 -10L-30 -6Z", INK);
    svg.path("M38 -30L26 -34L18 -10L30 -6Z", INK);
    svg.path("M-23 -30Q-10 -34 0 -29Q12 -34 23 -30L19 -12Q10 -2 2 -2Q-8 -2 -19 -12Z", PAPER);
    svg.line("M0 -29L-9 -20Q-8 -14 0 -18L6 -21L17 -10M4 -13L10 -6M-3 -12L3 -5", INK, 3);
}

/// A sheltering hand, the left one.
fn shelter(svg: &mut Svg) {
    svg.path(
        "M-38 -4Q-41 -18 -31 -25L-6 -42Q-1 -44 0 -40Q0 -37 -4 -35L-19 -25L-11 -19Q-9 -15 -14 -14Q-19 -15 -23 -18\
         Q-28 -14 -28 -4Z",
        PAPER,
    );
    svg.path("M-41 0V-9H-25V0Z", INK);
}

/// A prop against the right side of the foundation; a firm one is thick and braced.
fn prop(svg: &mut Svg, firm: bool) {
    let foot = GROUND - 2;
    if firm {
        svg.band("M594 244H612", WOOD, 7);
    }
    svg.band(&format!("M597 190L617 {foot}"), WOOD, if firm { 12 } else { 9 });
    svg.rect((588, 176, 9, if firm { 84 } else { 40 }), 3, WOOD);
    svg.rect((600, foot - 2, 27, 9), 3, WOOD);
}
