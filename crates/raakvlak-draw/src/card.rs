//! The card: which houses stand on it, and how.

use raakvlak::Texts;
use raakvlak::houses::House;

use crate::lettering::{self, Room};
use crate::palette::{CARD, INK, Look, look};
use crate::people::{
    self, Arm, COLLEAGUE, FATHER, FRIEND, GRANDMOTHER, MOTHER, NEIGHBOUR, NURSE, PROFESSIONAL, Pose, TEACHER,
};
use crate::svg::{Svg, attribute, plain_id};
use crate::{building, foundation, garden};

/// How a house stands on the card. Which houses are told depends on the situation (handbook, App. 3).
///
/// ```
/// use raakvlak::Texts;
/// use raakvlak::houses::House;
/// use raakvlak_draw::{Card, Place};
///
/// // Nothing betrays which house was kept back.
/// let one = Card::of(&[(House::Green, Place::Told), (House::Red, Place::Kept)]);
/// let other = Card::of(&[(House::Green, Place::Told), (House::Orange, Place::Kept)]);
/// assert_eq!(one.draw(&Texts::nl()), other.draw(&Texts::nl()));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// It belongs to the explanation.
    Told,
    /// The one to tell now: drawn in full, with an arrow.
    Next,
    /// Kept back: a bare plot, the same for every house.
    Kept,
}

/// The card with the houses that a professional explains youth care with (handbook, App. 3).
///
/// ```
/// use raakvlak::Texts;
/// use raakvlak::houses::House;
/// use raakvlak_draw::Card;
///
/// let svg = Card::one(House::Green).draw(&Texts::en());
/// assert!(svg.contains("role=\"img\"") && svg.ends_with("</svg>\n"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    plots: Vec<(House, Place)>,
}

/// From one plot to the next; below and above the plots is a small margin.
const STEP: i32 = 299;
const MARGIN: i32 = 8;

impl Card {
    /// All three houses, told: for the wall, on A4. Not for parents to whom the red house is
    /// not to be told: where children are safe, it only frightens (handbook, App. 3).
    ///
    /// ```
    /// let svg = raakvlak_draw::Card::whole().draw(&raakvlak::Texts::nl());
    /// assert!(svg.contains("viewBox=\"0 0 640 905\""));
    /// ```
    pub fn whole() -> Card {
        Card { plots: House::ALL.map(|house| (house, Place::Told)).to_vec() }
    }

    /// One house alone: the talk starts with green (handbook, App. 3).
    ///
    /// ```
    /// use raakvlak::houses::House;
    /// use raakvlak_draw::{Card, Place};
    ///
    /// assert_eq!(Card::one(House::Green), Card::of(&[(House::Green, Place::Told)]));
    /// ```
    pub fn one(house: House) -> Card {
        Card::of(&[(house, Place::Told)])
    }

    /// Any choice of houses: one, two or three, as the situation asks (handbook, App. 3). They are drawn
    /// in the order green, orange, red. Of a house that is given twice, the last counts.
    ///
    /// ```
    /// use raakvlak::houses::House;
    /// use raakvlak_draw::{Card, Place};
    ///
    /// let card = Card::of(&[(House::Orange, Place::Next), (House::Green, Place::Told)]);
    /// assert_eq!(card, Card::of(&[(House::Green, Place::Told), (House::Orange, Place::Next)]));
    /// ```
    pub fn of(places: &[(House, Place)]) -> Card {
        let last = |house| places.iter().rfind(|(given, _)| *given == house).copied();
        Card { plots: House::ALL.into_iter().filter_map(last).collect() }
    }

    /// The card as SVG text, in the language of the texts. The same card and texts give the same bytes.
    ///
    /// It has a `viewBox` and no size: it takes the width that it is given. Its ids differ from those of
    /// other cards, so several fit in one HTML page.
    ///
    /// ```
    /// use raakvlak::{Texts, houses::House};
    /// use raakvlak_draw::Card;
    ///
    /// let texts = Texts::from_json(r#"{"schema": "raakvlak.texts.v1", "lang": "ar",
    ///                                  "labels": {"house.green": "<معًا>"}}"#)?;
    /// let svg = Card::one(House::Green).draw(&texts);
    /// assert!(svg.contains("direction=\"rtl\"") && svg.contains("&lt;معًا&gt;"));
    /// # Ok::<(), raakvlak::Error>(())
    /// ```
    pub fn draw(&self, texts: &Texts) -> String {
        let mut svg = Svg::new(self.prefix(texts));
        let about = match self.plots.as_slice() {
            [(house, Place::Told | Place::Next)] => house.id(),
            _ => "house",
        };
        let (title, desc) = (svg.id("title"), svg.id("desc"));
        let height = MARGIN + STEP * (0..).zip(&self.plots).map(|(i, _)| i + 1).last().unwrap_or(0);
        let root = format!(
            "xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 {height}\" role=\"img\" {} \
             aria-labelledby=\"{title} {desc}\" font-family=\"system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif\" \
             fill=\"none\" stroke=\"{INK}\" stroke-width=\"3\" stroke-linecap=\"round\" stroke-linejoin=\"round\"",
            attribute("lang", texts.lang())
        );
        svg.within("svg", &root, |svg| {
            svg.words("title", &format!("id=\"{title}\""), &texts.label(about));
            svg.words("desc", &format!("id=\"{desc}\""), &texts.parents(about).unwrap_or_else(|| texts.text(about)));
            svg.within("defs", "", |svg| self.definitions(svg));
            svg.plain(&format!("M0 0H640V{height}H0Z"), CARD);
            for ((house, place), y) in self.plots.iter().zip((MARGIN..).step_by(STEP.unsigned_abs() as usize)) {
                svg.at(0, y, |svg| plot(svg, *house, *place, texts));
            }
        });
        svg.finish()
    }

    /// The language and what is shown: of a house that is kept back, no more than that there is a plot.
    fn prefix(&self, texts: &Texts) -> String {
        let mut prefix = format!("rv-{}", plain_id(texts.lang()));
        for (house, place) in &self.plots {
            prefix.push_str(match (place, house) {
                (Place::Kept, _) => "-kept",
                (_, House::Green) => "-green",
                (_, House::Orange) => "-orange",
                (_, House::Red) => "-red",
            });
            if let Place::Next = place {
                prefix.push_str("-next");
            }
        }
        prefix
    }

    fn definitions(&self, svg: &mut Svg) {
        svg.within("clipPath", &format!("id=\"{}\"", svg.id("plot")), |svg| svg.rect(garden::PLOT, 22, INK));
        for (house, _) in self.plots.iter().filter(|(_, place)| *place != Place::Kept) {
            let look = look(*house);
            let (lines, colour, width) = look.pattern;
            let attributes = format!(
                "id=\"{}\" width=\"14\" height=\"14\" patternUnits=\"userSpaceOnUse\"",
                svg.id(&format!("stone{}", look.number))
            );
            svg.within("pattern", &attributes, |svg| svg.line(lines, colour, width));
        }
    }
}

/// A plot with what stands on it.
fn plot(svg: &mut Svg, house: House, place: Place, texts: &Texts) {
    let clip = format!("clip-path=\"url(#{})\"", svg.id("plot"));
    if let Place::Kept = place {
        svg.within("g", "aria-hidden=\"true\"", |svg| {
            svg.within("g", &clip, garden::kept);
            garden::frame(svg, false);
        });
        return;
    }
    let label = texts.label(house.id());
    svg.within("g", "role=\"img\"", |svg| {
        svg.words("title", "", &label);
        svg.within("g", &clip, |svg| told(svg, house, &look(house), place, texts));
        let title = Room { centre: (490, 46), width: 264, sizes: &[28, 26, 24], bold: true };
        lettering::write(svg, &label, texts.right_to_left(), title);
        garden::frame(svg, place == Place::Next);
    });
}

fn told(svg: &mut Svg, house: House, look: &Look, place: Place, texts: &Texts) {
    garden::background(svg, house, look.sky, place != Place::Next);
    building::draw(svg, house, look);
    garden::foreground(svg, house);
    foundation::draw(svg, house, look, texts);
    helpers(svg, house, texts);
}

/// Those who stand by the family, each on the stone they are part of.
fn helpers(svg: &mut Svg, house: House, texts: &Texts) {
    let stand = |svg: &mut Svg, x, who, left, right| {
        people::draw(svg, (x, building::FLOOR), who, Pose::Standing(left, right));
    };
    match house {
        House::Green => {
            svg.named(&texts.label("house.green.helper.circle"), |svg| {
                stand(svg, 370, GRANDMOTHER, Arm::Wave, Arm::Down);
                stand(svg, 412, NEIGHBOUR, Arm::Down, Arm::Down);
            });
            svg.named(&texts.label("house.green.helper.institutions"), |svg| {
                garden::school(svg, (520, building::FLOOR));
                stand(svg, 462, TEACHER, Arm::Down, Arm::Down);
                people::book(svg, (462, 136));
                stand(svg, 576, NURSE, Arm::Down, Arm::Down);
                people::baby(svg, (576, 132));
            });
        }
        House::Orange => {
            stand(svg, 312, FATHER, Arm::Wave, Arm::Out);
            people::key(svg, (290, 100));
            svg.named(&texts.label("house.orange.helper.professional"), |svg| {
                stand(svg, 374, PROFESSIONAL, Arm::Out, Arm::Down);
            });
            svg.named(&texts.label("house.orange.foundation.informal"), |svg| {
                stand(svg, 486, GRANDMOTHER, Arm::Wave, Arm::Down);
                stand(svg, 540, NEIGHBOUR, Arm::Down, Arm::Wave);
            });
        }
        House::Red => {
            stand(svg, 312, MOTHER, Arm::Down, Arm::Out);
            svg.named(&texts.label("house.red.foundation.forced"), |svg| {
                stand(svg, 374, COLLEAGUE, Arm::Out, Arm::Down);
                stand(svg, 418, PROFESSIONAL, Arm::Down, Arm::Down);
            });
            svg.named(&texts.label("house.red.foundation.informal"), |svg| {
                stand(svg, 492, GRANDMOTHER, Arm::Wave, Arm::Down);
                stand(svg, 544, FRIEND, Arm::Down, Arm::Wave);
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use raakvlak::houses::House::{Green, Orange, Red};

    use super::Place::{Kept, Next, Told};
    use super::{Card, House, Place, Texts};

    /// Every choice of houses and places.
    fn cards() -> Vec<Vec<(House, Place)>> {
        let mut cards = vec![Vec::new()];
        for house in House::ALL {
            for card in cards.clone() {
                cards.extend([Told, Next, Kept].map(|place| [card.as_slice(), &[(house, place)]].concat()));
            }
        }
        cards
    }

    #[test]
    fn a_house_that_is_kept_back_is_not_in_the_picture() {
        let texts = Texts::nl();
        for places in cards() {
            let svg = Card::of(&places).draw(&texts);
            for (house, place) in places {
                let look = super::look(house);
                for mark in [texts.label(house.id()).as_ref(), look.face, look.sky, &format!(">{}<", look.number)] {
                    assert_eq!(svg.contains(mark), place != Kept, "{house:?} {place:?}: {mark}");
                }
            }
        }
    }

    #[test]
    fn ids_belong_to_one_picture() {
        let ids = |places: &[(House, Place)], texts: &Texts| -> Vec<String> {
            let svg = Card::of(places).draw(texts);
            svg.split(" id=\"").skip(1).filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())).collect()
        };
        let (dutch, english) = (Texts::nl(), Texts::en());
        for card in cards() {
            assert!(ids(&card, &dutch).iter().all(|id| id.starts_with("rv-nl")));
            assert!(ids(&card, &english).iter().all(|id| id.starts_with("rv-en")));
        }
        assert_ne!(ids(&[(Green, Told)], &dutch), ids(&[(Green, Told), (Orange, Next)], &dutch));
        assert_eq!(ids(&[(Green, Told), (Red, Kept)], &dutch), ids(&[(Green, Told), (Orange, Kept)], &dutch));
    }

    #[test]
    fn a_text_pack_cannot_add_elements() {
        let hostile = r#"\"><script>&'\u0000\u001b"#;
        let json =
            format!(r#"{{"schema": "raakvlak.texts.v1", "lang": "xx", "labels": {{"house.green": "{hostile}"}}}}"#);
        assert!(Texts::from_json(&json.replace("\"xx\"", &format!("\"{hostile}\""))).is_err());
        let svg = Card::one(Green).draw(&Texts::from_json(&json).unwrap());
        assert!(!svg.contains("<script") && !svg.chars().any(|c| c.is_control() && c != '\n'));
    }
}
