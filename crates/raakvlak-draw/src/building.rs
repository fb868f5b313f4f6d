//! The house: walls, a roof of its own shape, the family at the window, the door, the number.

use raakvlak::houses::House;

use crate::palette::{CORAL, INK, LAMPLIGHT, Look, PAPER, WOOD};
use crate::people::{self, DAUGHTER, FATHER, MOTHER, Person, Pose, SON};
use crate::svg::Svg;

/// Where the walls meet the floor.
pub(crate) const FLOOR: i32 = 160;
/// The middle of the house.
const MIDDLE: i32 = 202;

/// A house with the whole family in it.
pub(crate) fn draw(svg: &mut Svg, house: House, look: &Look) {
    chimney(svg, house);
    if let House::Red = house {
        svg.line(&format!("M{MIDDLE} 20V110"), INK, 6);
    }
    svg.path(&format!("M82 92H322V{FLOOR}H82Z"), PAPER);
    window(svg, look, family(house));
    door(svg, look);
    roof(svg, house, look);
    plate(svg, house, look);
}

/// Who is at the window. Of the orange and the red house one parent stands at the door, with the helper.
fn family(house: House) -> &'static [(i32, Person)] {
    match house {
        House::Orange => &[(122, MOTHER), (156, DAUGHTER), (190, SON)],
        House::Red => &[(127, DAUGHTER), (158, FATHER), (189, SON)],
        House::Green => &[(116, MOTHER), (144, DAUGHTER), (170, SON), (199, FATHER)],
    }
}

fn window(svg: &mut Svg, look: &Look, family: &[(i32, Person)]) {
    svg.rect((94, 102, 128, 44), 6, LAMPLIGHT);
    for (x, who) in family {
        people::draw(svg, (*x, 146), *who, Pose::AtWindow);
    }
    svg.band("M94 146V108Q94 102 100 102H216Q222 102 222 108V146", look.colour, 4);
    svg.rect((88, 144, 140, 8), 3, look.colour);
}

fn door(svg: &mut Svg, look: &Look) {
    svg.path(&format!("M250 {FLOOR}V118Q250 102 274 102T298 118V{FLOOR}Z"), look.colour);
    heart(svg, (274, 122), CORAL);
    svg.circle(259, 138, 3, PAPER);
}

/// A heart around a point.
pub(crate) fn heart(svg: &mut Svg, (x, y): (i32, i32), fill: &str) {
    svg.at(x, y, |svg| svg.path("M0 9Q-11 1 -10 -4Q-6 -11 0 -4Q6 -11 10 -4Q11 1 0 9Z", fill));
}

fn chimney(svg: &mut Svg, house: House) {
    match house {
        House::Green => svg.path("M262 62V26H286V76Z", WOOD),
        House::Orange => svg.path("M262 52V16H286V52Z", WOOD),
        House::Red => (),
    }
}

/// The roof: pointed, broad with a flat top, or round under an umbrella.
fn roof(svg: &mut Svg, house: House, look: &Look) {
    match house {
        House::Green => {
            svg.path("M60 96Q56 90 62 85L192 18Q202 12 212 18L342 85Q348 90 344 96Z", look.colour);
            svg.line("M84 86L190 32M320 86L214 32", PAPER, 2);
        }
        House::Orange => {
            svg.path("M62 96Q56 92 60 86L92 38Q96 32 104 32H300Q308 32 312 38L344 86Q348 92 342 96Z", look.colour);
            svg.line("M90 82L112 46M314 82L292 46M150 82L156 46M254 82L248 46", PAPER, 2);
        }
        House::Red => {
            svg.path("M66 97Q64 92 70 88Q110 66 202 66T334 88Q340 92 338 97Z", look.colour);
            svg.path(
                "M54 66Q74 12 202 12T350 66Q328 52 302 64Q274 50 246 63Q224 52 202 62Q180 52 158 63Q130 50 102 64\
                 Q76 52 54 66Z",
                look.colour,
            );
            svg.path(
                "M158 63Q130 50 102 64Q120 24 182 13Q162 34 158 63ZM246 63Q274 50 302 64Q284 24 222 13Q242 34 246 63Z",
                PAPER,
            );
            svg.line(&format!("M{MIDDLE} 12V5"), INK, 5);
        }
    }
}

fn plate(svg: &mut Svg, house: House, look: &Look) {
    let y = if let House::Red = house { 38 } else { 62 };
    svg.circle(MIDDLE, y, 22, PAPER);
    svg.words(
        "text",
        &format!(
            "x=\"{MIDDLE}\" y=\"{}\" font-size=\"34\" font-weight=\"700\" text-anchor=\"middle\" fill=\"{INK}\" \
             stroke=\"none\"",
            y + 12
        ),
        look.number,
    );
}
