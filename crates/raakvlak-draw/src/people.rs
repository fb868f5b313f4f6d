//! People: parents and children, family and neighbours, professionals.

use crate::palette::{BLUE, CORAL, INK, LAMPLIGHT, MUSTARD, PAPER, PLUM, SUN, TEAL};
use crate::svg::Svg;

#[derive(Clone, Copy)]
pub(crate) enum Hair {
    Short,
    Long,
    Curly,
    /// Grey, in a bun, with glasses.
    Bun,
}

#[derive(Clone, Copy)]
pub(crate) enum Arm {
    Down,
    /// Up, in greeting.
    Wave,
    /// Held out to another.
    Out,
}

/// How much of someone is seen.
#[derive(Clone, Copy)]
pub(crate) enum Pose {
    Standing(Arm, Arm),
    /// Behind a window sill.
    AtWindow,
}

/// Someone, grown up or a child.
#[derive(Clone, Copy)]
pub(crate) struct Person {
    grown: bool,
    skin: &'static str,
    hair: (Hair, &'static str),
    clothes: &'static str,
    /// A badge, as a professional has.
    badge: bool,
}

const DARK: &str = "#4a3532";
const BROWN: &str = "#8a5637";
const GREY: &str = "#d5d0d3";

const fn person(grown: bool, skin: &'static str, hair: (Hair, &'static str), clothes: &'static str) -> Person {
    Person { grown, skin, hair, clothes, badge: false }
}

pub(crate) const MOTHER: Person = person(true, "#c68a5e", (Hair::Long, DARK), CORAL);
pub(crate) const FATHER: Person = person(true, "#9c6a47", (Hair::Short, DARK), TEAL);
pub(crate) const DAUGHTER: Person = person(false, "#b67a50", (Hair::Curly, DARK), SUN);
pub(crate) const SON: Person = person(false, "#c68a5e", (Hair::Short, DARK), BLUE);
pub(crate) const GRANDMOTHER: Person = person(true, "#b67a50", (Hair::Bun, GREY), PLUM);
pub(crate) const NEIGHBOUR: Person = person(true, "#f3cdae", (Hair::Short, BROWN), MUSTARD);
pub(crate) const FRIEND: Person = person(true, "#e2ad7e", (Hair::Curly, BROWN), CORAL);
pub(crate) const TEACHER: Person = person(true, "#8f5f40", (Hair::Curly, DARK), TEAL);
pub(crate) const NURSE: Person = person(true, "#f3cdae", (Hair::Long, BROWN), PAPER);
pub(crate) const PROFESSIONAL: Person = Person { badge: true, ..person(true, "#edbf97", (Hair::Long, BROWN), BLUE) };
pub(crate) const COLLEAGUE: Person = Person { badge: true, ..person(true, "#8f5f40", (Hair::Short, DARK), BLUE) };

/// Draws someone with their feet, or the window sill, at the origin.
pub(crate) fn draw(svg: &mut Svg, (x, y): (i32, i32), who: Person, pose: Pose) {
    let (half, head) = if who.grown { (13, 10) } else { (10, 9) };
    // From hem to shoulders.
    let (hem, top) = match (pose, who.grown) {
        (Pose::Standing(..), true) => (-9, -50),
        (Pose::Standing(..), false) => (-7, -29),
        (Pose::AtWindow, true) => (0, -18),
        (Pose::AtWindow, false) => (0, -7),
    };
    svg.at(x, y, |svg| {
        if let Hair::Long = who.hair.0 {
            svg.sized(0, top - 8, head, |svg| {
                svg.path("M-13 -2Q-16 18 -11 19H11Q16 18 13 -2Q13 -14 0 -14T-13 -2Z", who.hair.1);
            });
        }
        if let Pose::Standing(..) = pose {
            svg.line(&format!("M-5 {hem}V-2M5 {hem}V-2"), INK, 6);
        }
        let (low, chest) = (hem + 1, top + 14);
        svg.path(&format!("M-{half} {low}Q-{half} {chest} -8 {top}H8Q{half} {chest} {half} {low}Z"), who.clothes);
        if let Pose::Standing(left, right) = pose {
            svg.mirrored(0, |svg| arm(svg, half, top, who, left));
            arm(svg, half, top, who, right);
        }
        if who.badge {
            svg.line(&format!("M-5 {}L0 {}L5 {}", top + 1, top + 13, top + 1), PAPER, 2);
            svg.rect((-5, top + 13, 10, 9), 2, PAPER);
        }
        svg.sized(0, top - 8, head, |svg| face(svg, who));
    });
}

/// The right arm.
fn arm(svg: &mut Svg, half: i32, top: i32, who: Person, arm: Arm) {
    let (from, long) = (top + 8, if who.grown { 20 } else { 11 });
    let start = half - 4;
    let (x, y) = match arm {
        Arm::Down => (half + 3, from + long),
        Arm::Wave => (half + 9, from - long + 4),
        Arm::Out => (half + long - 2, from + 8),
    };
    svg.band(&format!("M{start} {from}L{x} {y}"), who.clothes, 5);
    svg.circle(x, y, 4, who.skin);
}

/// The head, around the origin.
fn face(svg: &mut Svg, who: Person) {
    svg.circle(0, 0, 12, who.skin);
    let (hair, colour) = who.hair;
    match hair {
        Hair::Curly => {
            for (x, y, r) in [(-12, -2, 5), (12, -2, 5), (-9, -9, 6), (9, -9, 6), (0, -12, 6)] {
                svg.circle(x, y, r, colour);
            }
            svg.plain("M-10 -4Q0 -9 10 -4L8 -12H-8Z", colour);
        }
        _ => svg.path("M-12 0Q-14 -14 0 -14T12 0Q8 -7 2 -8Q-7 -7 -12 0Z", colour),
    }
    if let Hair::Bun = hair {
        svg.circle(0, -17, 5, colour);
        svg.line("M-8 -1A4 4 0 1 0 0 -1A4 4 0 1 0 -8 -1M0 -1A4 4 0 1 0 8 -1A4 4 0 1 0 0 -1", INK, 1);
    }
    svg.line("M-4 -1V0M4 -1V0", INK, 3);
    svg.line("M-4 5Q0 9 4 5", INK, 2);
}

/// A book, in the hand.
pub(crate) fn book(svg: &mut Svg, (x, y): (i32, i32)) {
    svg.at(x, y, |svg| {
        svg.path("M0 -7Q-6 -11 -13 -8V7Q-6 4 0 8Q6 4 13 7V-8Q6 -11 0 -7Z", PAPER);
        svg.line("M0 -7V8", INK, 2);
    });
}

/// A baby in a cloth, in the arms.
pub(crate) fn baby(svg: &mut Svg, (x, y): (i32, i32)) {
    svg.at(x, y, |svg| {
        svg.path("M-13 3Q-14 -8 0 -8Q14 -8 14 3Q12 11 0 11T-13 3Z", LAMPLIGHT);
        svg.circle(-8, -2, 6, "#c68a5e");
        svg.line("M-10 -3V-3M-6 -3V-3", INK, 2);
    });
}

/// A key, held up: who has it opens the door.
pub(crate) fn key(svg: &mut Svg, (x, y): (i32, i32)) {
    svg.sized(x, y, 12, |svg| {
        svg.band("M0 0V-22M0 -20H8M0 -12H7", SUN, 4);
        svg.circle(0, 4, 8, SUN);
        svg.circle(0, 4, 2, PAPER);
    });
}
