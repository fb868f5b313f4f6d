//! What a client has lived through, as they tell it (handbook, 1.4).

use raakvlak::lifeline::Event;
use raakvlak::report::date;
use raakvlak::{Case, Texts};

use super::{BODY, MARGIN, Picture, SMALL, STRONG, Side, Style, WIDTH, Words, hatch, outlined};
use crate::palette::{INK, LAMPLIGHT};
use crate::sheet::GREY;
use crate::svg::Svg;

const LINE: i32 = 168;
const RADIUS: i32 = 13;
/// Room for a date, left of the line.
const DATE: i32 = LINE - RADIUS - 10 - MARGIN;
const LEFT: i32 = LINE + RADIUS + 17;
const ROOM: i32 = WIDTH - MARGIN - LEFT;
/// Events on one picture; more of them read no better.
const EVENTS: usize = 40;

/// The events of a lifeline in the order of time, each with its date and what it meant (handbook, 1.4). An
/// event without a date stands where it was told, and is marked so.
///
/// ```
/// use raakvlak::boundary::Sector;
/// use raakvlak::lifeline::{Event, Lifeline};
/// use raakvlak::{Case, Texts};
///
/// let event = Event { what: "Kwam naar Nederland".into(), when: Some("1979".into()), meant: None };
/// let case = Case::builder(Sector::ElderlyCare).lifeline(Lifeline { events: vec![event] }).build()?;
/// assert!(raakvlak_draw::lifeline(&case, &Texts::nl()).contains("1979"));
/// # Ok::<(), raakvlak::Error>(())
/// ```
pub fn lifeline(case: &Case, texts: &Texts) -> String {
    let mut picture = Picture::new("lifeline", &texts.label("method.analysis.lifeline"), texts);
    let events = case.document().lifeline.as_ref().map(|line| line.in_order()).unwrap_or_default();
    if events.is_empty() {
        picture.write(&texts.phrase("picture-lifeline-none"), BODY, 4);
        return picture.finish(|_| ());
    }
    picture.write(&texts.phrase("picture-lifeline-how"), BODY, 5);
    picture.y += 14;
    let (top, path) = (picture.y, picture.drawing.len());
    let more = events.len().saturating_sub(EVENTS);
    events.into_iter().take(EVENTS).for_each(|one| event(&mut picture, one));
    let bottom = picture.y;
    picture.drawing.insert(path, Box::new(move |svg| axis(svg, top, bottom, more > 0)));
    if more > 0 {
        picture.y += 14;
        picture.write(&picture.filled("picture-more", &[('n', &more.to_string())]), STRONG, 2);
    }
    picture.y += 20;
    picture.finish(hatch)
}

/// The line of time, which goes on.
fn axis(svg: &mut Svg, top: i32, bottom: i32, more: bool) {
    svg.line(&format!("M{LINE} {top}V{}", bottom + 2), GREY, 6);
    if !more {
        svg.plain(&format!("M{LINE} {}l-12 -18h24Z", bottom + 16), GREY);
    }
}

fn event(picture: &mut Picture<'_>, event: &Event) {
    let texts = picture.texts;
    let top = picture.y;
    let dated = event.when.is_some();
    let date = event
        .when
        .as_deref()
        .map(|when| date(when, texts))
        .unwrap_or_else(|| texts.phrase("picture-undated-event").into_owned());
    let style = if dated { Style { size: 22, ..STRONG } } else { Style { size: 17, ..SMALL } };
    let when = Words::new(&date, DATE, style, 3);
    picture.tell(&format!("{date}: {}", event.what.trim()));
    let what = Words::new(&event.what, ROOM, Style { size: 22, ..STRONG }, 4);
    let dot = top + 15;
    picture.draw(move |svg| {
        let fill = if dated { INK.to_owned() } else { format!("url(#{})", svg.id("unknown")) };
        let dashes = if dated { "" } else { " stroke-dasharray=\"5 4\"" };
        outlined(svg, 3, dashes, |svg| svg.circle(LINE, dot, RADIUS, &fill));
    });
    picture.put(when, MARGIN, Side::Start);
    let low = picture.y;
    picture.y = top + 2;
    picture.put(what, LEFT, Side::Start);
    if let Some(meant) = event.meant.as_deref().filter(|meant| !meant.trim().is_empty()) {
        let said = picture.filled("picture-meant", &[('a', meant.trim())]);
        picture.tell(&said);
        let words = Words::new(&said, ROOM - 20, BODY, 8);
        let (y, tall) = (picture.y + 6, words.tall() + 12);
        picture.draw(move |svg| {
            outlined(svg, 2, "", |svg| svg.rect((LEFT, y, ROOM, tall), 10, LAMPLIGHT));
        });
        picture.y = y + 6;
        picture.put(words, LEFT + 10, Side::Start);
        picture.y = y + tall;
    }
    picture.y = picture.y.max(low) + 24;
}
