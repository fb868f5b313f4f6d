//! Around the house: sky, grass and flowers; the bare plot; and the mark of what comes next.

use raakvlak::houses::House;

use crate::foundation::GROUND;
use crate::palette::{CLOUD, CORAL, GRASS, HILL, INK, LEAF, PAPER, PLUM, RAIN, SUN, WOOD};
use crate::svg::Svg;

/// A plot, within its panel: from left to right, and down.
pub(crate) const PLOT: (i32, i32, i32, i32) = (8, 0, 624, 290);

/// The sky with its weather, and the hills.
pub(crate) fn background(svg: &mut Svg, house: House, sky: &str, weather: bool) {
    svg.plain("M0 0H640V290H0Z", sky);
    if weather {
        match house {
            House::Green => sun(svg, (54, 48)),
            House::Orange => {
                sun(svg, (46, 42));
                cloud(svg, (43, 65), 10);
            }
            House::Red => {
                svg.circle(46, 30, 16, SUN);
                cloud(svg, (38, 44), 8);
                rain(svg);
            }
        }
    }
    svg.plain("M0 176Q60 140 160 172T420 160T640 170V290H0Z", HILL);
}

/// The grass before the house.
pub(crate) fn foreground(svg: &mut Svg, house: House) {
    svg.plain(&format!("M0 {GROUND}Q120 {} 320 {GROUND}T640 {}V290H0Z", GROUND - 3, GROUND - 2), GRASS);
    match house {
        House::Green => {
            tulip(svg, (24, 280), CORAL);
            tulip(svg, (38, 284), SUN);
            tree(svg, (611, 280));
        }
        House::Orange => {
            tulip(svg, (22, 280), SUN);
            tulip(svg, (36, 284), CORAL);
        }
        House::Red => (),
    }
}

/// A bare plot. It is the same whatever is kept back, and promises nothing: no clock, no lock, no sign.
pub(crate) fn kept(svg: &mut Svg) {
    svg.plain("M0 0H640V290H0Z", "#f4f0e6");
    svg.plain("M0 176Q60 150 160 168T420 160T640 170V290H0Z", "#dfe5cf");
    svg.within("g", "stroke-dasharray=\"14 10\"", |svg| {
        svg.path(
            "M148 186H492Q510 186 522 198L572 248Q584 266 562 266H78Q56 266 68 248L118 198Q130 186 148 186Z",
            "#cbd9b3",
        );
    });
    for (x, y) in [(150, 246), (226, 216), (318, 242), (410, 218), (490, 246)] {
        svg.at(x, y, |svg| svg.path("M0 0V-10M0 -8Q-14 -8 -15 -20Q-2 -21 0 -8Q1 -22 14 -22Q14 -9 0 -8", LEAF));
    }
}

/// The frame of a plot, and the arrow to the one that is told next.
pub(crate) fn frame(svg: &mut Svg, next: bool) {
    if next {
        svg.within("g", "stroke-width=\"12\"", |svg| svg.rect(PLOT, 22, "none"));
        svg.within("g", &format!("stroke=\"{SUN}\" stroke-width=\"7\""), |svg| svg.rect(PLOT, 22, "none"));
        svg.path("M36 -16H64V30H82L50 66L18 30H36Z", SUN);
    } else {
        svg.rect(PLOT, 22, "none");
    }
}

fn sun(svg: &mut Svg, (x, y): (i32, i32)) {
    svg.at(x, y, |svg| {
        svg.line(
            "M0 -27V-33M0 27V33M-27 0H-33M27 0H33M-19 -19L-23 -23M19 19L23 23M-19 19L-23 23M19 -19L23 -23",
            INK,
            3,
        );
        svg.circle(0, 0, 20, SUN);
    });
}

fn cloud(svg: &mut Svg, (x, y): (i32, i32), tenths: i32) {
    svg.sized(x, y, tenths, |svg| {
        svg.path("M-22 12Q-32 10 -29 0Q-26 -8 -18 -6Q-14 -20 0 -18Q12 -17 15 -7Q27 -9 29 2Q29 12 20 12Z", CLOUD);
    });
}

/// Drops of rain, beside the umbrella and not under it.
fn rain(svg: &mut Svg) {
    for (x, y) in [(24, 66), (46, 72), (30, 94), (58, 104), (38, 126), (64, 136)] {
        svg.line(&format!("M{x} {y}l-3 9"), RAIN, 4);
    }
}

fn tulip(svg: &mut Svg, (x, y): (i32, i32), colour: &str) {
    svg.at(x, y, |svg| {
        svg.line("M0 0V-18M0 -3Q-7 -6 -8 -13M0 -3Q7 -6 8 -13", LEAF, 4);
        svg.path("M-7 -32L-3 -27L0 -33L3 -27L7 -32Q10 -18 0 -17T-7 -32Z", colour);
    });
}

fn tree(svg: &mut Svg, (x, y): (i32, i32)) {
    svg.at(x, y, |svg| {
        svg.band("M0 0V-36", WOOD, 6);
        svg.path("M0 -24Q-17 -26 -15 -42Q-20 -58 -6 -64Q2 -76 11 -64Q21 -58 16 -44Q18 -26 0 -24Z", LEAF);
    });
}

/// A school with a bell, at the back.
pub(crate) fn school(svg: &mut Svg, (x, y): (i32, i32)) {
    svg.at(x, y, |svg| {
        svg.path("M-40 0V-44H40V0Z", PAPER);
        svg.path("M-46 -44L0 -70L46 -44Z", PLUM);
        svg.circle(0, -56, 6, PAPER);
        svg.path("M-30 -32H-18V-18H-30ZM18 -32H30V-18H18Z", SUN);
        svg.path("M-8 0V-24Q0 -32 8 -24V0Z", WOOD);
    });
}
