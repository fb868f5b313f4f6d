//! Two frames of reference and what they have in common (handbook, figure 1).

use raakvlak::Texts;
use raakvlak::boundary::{OverlapReport, Pair};
use raakvlak::frame::Aspect;

use super::{BODY, MARGIN, Picture, ROOM, SMALL, STRONG, Side, Style, WIDTH, Words, hatch, outlined};
use crate::palette::{INK, LAMPLIGHT};
use crate::sheet::{GREY, GROUND};
use crate::svg::Svg;

/// A facet is a step of this size, of every aspect: nothing here measures.
const STEP: i32 = 33;
const TALL: i32 = 54;
/// How far the second frame lies below the first, so that both outlines are seen.
const SHIFT: i32 = 9;
/// Pairs on one picture.
const PAIRS: usize = 6;
/// What is of the first frame alone, and of the second: a tint and a pattern each.
const TINTS: [&str; 2] = ["#dbe7f6", "#fde3c2"];

/// The frames of two people laid over each other, for every pair of a case and each aspect: what they surely have
/// in common, what is not known, and in what they surely differ (handbook, figure 1).
///
/// Every facet is one step, so that no area poses as a measurement, and stands below it by name. What is not
/// known is hatched where the frames may overlap and may not. It is an aid to talk, and says so.
///
/// ```
/// use raakvlak::boundary::{Role, Sector};
/// use raakvlak::frame::Difference;
/// use raakvlak::{Case, Rules, Texts, advise};
///
/// let case = Case::builder(Sector::YouthCare)
///     .person("me", Role::Professional)
///     .person("father", Role::Parent)
///     .difference("me", "father", "culture.norms-values", Difference::Shared)
///     .build()?;
/// let advice = advise(&case, &Rules::builtin(), &Texts::en());
/// let svg = raakvlak_draw::overlap(&advice.overlap, &Texts::en());
/// assert!(svg.contains("Known: 1 of 7"));
/// # Ok::<(), raakvlak::Error>(())
/// ```
pub fn overlap(report: &OverlapReport, texts: &Texts) -> String {
    let mut picture = Picture::new("overlap", &texts.phrase("overlap"), texts);
    picture.write(&texts.phrase("picture-overlap-how"), BODY, 8);
    let contacts = report.contacts.iter().map(|pair| (pair, false));
    let pairs: Vec<(&Pair, bool)> = contacts.chain(report.family.iter().map(|pair| (pair, true))).collect();
    if pairs.is_empty() {
        picture.y += 8;
        picture.write(&texts.phrase("picture-overlap-none"), STRONG, 4);
    }
    pairs.iter().take(PAIRS).for_each(|(one, family)| pair(&mut picture, one, *family));
    if let more @ 1.. = pairs.len().saturating_sub(PAIRS) {
        picture.y += 14;
        picture.write(&picture.filled("picture-more", &[('n', &more.to_string())]), STRONG, 2);
    }
    picture.y += 14;
    picture.write(&texts.text("frame.overlap.bridge-need"), BODY, 6);
    picture.y += 6;
    picture.write(&picture.filled("picture-after", &[('n', "1")]), SMALL, 3);
    picture.finish(definitions)
}

fn definitions(svg: &mut Svg) {
    hatch(svg);
    for (place, (tint, lines)) in ["M3 3h2M9 9h2", "M0 3h12M0 9h12"].iter().zip(TINTS).map(|(l, t)| (t, l)).enumerate()
    {
        let id = svg.id(&format!("frame{place}"));
        svg.within(
            "pattern",
            &format!("id=\"{id}\" width=\"12\" height=\"12\" patternUnits=\"userSpaceOnUse\""),
            |svg| {
                svg.plain("M0 0H12V12H0Z", tint);
                svg.line(lines, GREY, 1 + i32::from(place == 0));
            },
        );
    }
}

/// How two people stand to each other on a facet.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Shared,
    Partly,
    Unknown,
    Different,
}

impl State {
    const ALL: [State; 4] = [State::Shared, State::Partly, State::Unknown, State::Different];

    /// What is neither shared, partly shared nor different is not known: not said, not said on purpose, or
    /// said in two ways.
    fn of(answer: Option<&str>) -> State {
        match answer {
            Some("shared") => State::Shared,
            Some("partly") => State::Partly,
            Some("different") => State::Different,
            _ => State::Unknown,
        }
    }

    fn phrase(self) -> &'static str {
        match self {
            State::Shared => "picture-shared",
            State::Partly => "picture-partly",
            State::Unknown => "picture-not-known",
            State::Different => "picture-different",
        }
    }

    /// A mark of its own shape, around a point.
    fn mark(self, svg: &mut Svg, (x, y): (i32, i32)) {
        outlined(svg, 2, "", |svg| match self {
            State::Shared => svg.circle(x, y, 8, INK),
            State::Partly => {
                svg.circle(x, y, 8, GROUND);
                svg.plain(&format!("M{x} {}a8 8 0 0 0 0 16Z", y - 8), INK);
            }
            State::Unknown => svg.circle(x, y, 11, GROUND),
            State::Different => svg.path(&format!("M{x} {}l9 9l-9 9l-9 -9Z", y - 9), GROUND),
        });
        if self == State::Unknown {
            Words::new("?", 22, Style { size: 18, ..STRONG }, 1).draw(svg, (x - 11, y - 10), Side::Middle, false);
        }
    }
}

fn pair(picture: &mut Picture<'_>, pair: &Pair, family: bool) {
    let texts = picture.texts;
    let (one, other) = (&*pair.between.0, &*pair.between.1);
    picture.heading(&picture.filled("pair", &[('a', one), ('b', other)]));
    if family {
        picture.write(&texts.phrase("overlap-family"), BODY, 2);
        picture.y += 4;
    }
    if pair.facets.is_empty() {
        return nothing(picture);
    }
    for (place, name) in [one, other].into_iter().enumerate() {
        let said = picture.filled("picture-frame-of", &[('a', name)]);
        picture.tell(&said);
        let words = Words::new(&said, ROOM - 50, BODY, 2);
        let y = picture.y;
        picture.draw(move |svg| {
            let fill = format!("url(#{})", svg.id(&format!("frame{place}")));
            outlined(svg, 3, "", |svg| svg.rect((MARGIN, y + 2, 36, 20), 5, &fill));
        });
        picture.put(words, MARGIN + 48, Side::Start);
        picture.y += 4;
    }
    for aspect in Aspect::ALL {
        let facets: Vec<(String, State, Option<&str>)> = aspect
            .facets()
            .map(|facet| {
                let said = pair.facets.iter().find(|said| said.facet == facet.id).map(|said| &*said.answer);
                (texts.label(facet.id).into_owned(), State::of(said), said)
            })
            .collect();
        self::aspect(picture, aspect, &facets);
    }
}

/// Two people about whom nobody stated anything: no frames, and nothing to count.
fn nothing(picture: &mut Picture<'_>) {
    let y = picture.y + 2;
    picture.draw(move |svg| {
        let fill = format!("url(#{})", svg.id("unknown"));
        outlined(svg, 3, " stroke-dasharray=\"7 6\"", |svg| svg.rect((MARGIN + 2, y, 96, TALL), 0, &fill));
        State::Unknown.mark(svg, (MARGIN + 50, y + TALL / 2));
    });
    let said = picture.phrase("picture-overlap-nothing");
    picture.tell(&said);
    picture.y += 6;
    picture.put(Words::new(&said, ROOM - 116, BODY, 4), MARGIN + 116, Side::Start);
    picture.y = picture.y.max(y + TALL + 8);
}

/// One aspect: the two frames in steps, and the facets by name.
fn aspect(picture: &mut Picture<'_>, aspect: Aspect, facets: &[(String, State, Option<&str>)]) {
    let texts = picture.texts;
    let count = |state| facets.iter().filter(|(_, of, _)| *of == state).count();
    let (shared, partly, unknown) = (count(State::Shared), count(State::Partly), count(State::Unknown));
    let all = facets.len();
    picture.y += 12;
    picture.write(&texts.phrase(aspect.name()), Style { size: 22, ..STRONG }, 2);
    let [known, all_, low, high] = [all - unknown, all, shared, shared + unknown].map(|n| n.to_string());
    let said = picture.filled("picture-overlap-range", &[('n', &known), ('m', &all_), ('a', &low), ('b', &high)]);
    picture.write(&said, BODY, 2);
    picture.y += 8;
    let y = picture.y;
    let steps = [count(State::Different), shared, partly, unknown];
    picture.draw(move |svg| frames(svg, y, steps.map(|n| n as i32)));
    picture.y += TALL + SHIFT + 10;
    for state in State::ALL {
        let of = |named: Option<&str>| -> Vec<&str> {
            let own = facets.iter().filter(|(_, of, said)| {
                *of == state
                    && (state != State::Unknown || said.filter(|s| matches!(*s, "declined" | "contested")) == named)
            });
            own.map(|(label, ..)| label.as_str()).collect()
        };
        let kinds: &[(Option<&str>, &str)] = match state {
            State::Unknown => &[
                (None, "picture-not-known"),
                (Some("declined"), "value-declined"),
                (Some("contested"), "value-contested"),
            ],
            _ => &[(None, state.phrase())],
        };
        for (kind, phrase) in kinds {
            let names = of(*kind);
            if names.is_empty() {
                continue;
            }
            let with = [('a', &*texts.phrase(phrase)), ('n', &*names.len().to_string()), ('b', &*names.join(", "))];
            let said = picture.filled("picture-facets", &with);
            picture.tell(&said);
            let y = picture.y;
            picture.draw(move |svg| state.mark(svg, (MARGIN + 13, y + 12)));
            picture.put(Words::new(&said, ROOM - 36, BODY, 6), MARGIN + 36, Side::Start);
            picture.y += 4;
        }
    }
}

/// From left to right: what is of the first alone, what both share, share in part, may share, and what is of
/// the second alone. Where it is not known whether the frames overlap, their outlines are broken.
fn frames(svg: &mut Svg, y: i32, [different, shared, partly, unknown]: [i32; 4]) {
    let steps = 2 * different + shared + partly + unknown;
    let left = (WIDTH - steps * STEP) / 2;
    let at = |steps: i32| left + steps * STEP;
    let (own, known, end, right) =
        (at(different), at(different + shared + partly), at(different + shared + partly + unknown), at(steps));
    let box_ = |from: i32, to: i32, top: i32| format!("M{from} {top}H{to}V{}H{from}Z", top + TALL);
    let (upper, lower) = (y, y + SHIFT);
    let tall = TALL + SHIFT;
    let frame = |svg: &Svg, place: usize| format!("url(#{})", svg.id(&format!("frame{place}")));
    let (first, second, hatched) = (frame(svg, 0), frame(svg, 1), format!("url(#{})", svg.id("unknown")));
    svg.plain(&box_(left, own, upper), &first);
    svg.plain(&box_(end, right, lower), &second);
    svg.plain(&format!("M{own} {y}H{known}V{}H{own}Z", y + tall), LAMPLIGHT);
    svg.plain(&format!("M{known} {y}H{end}V{}H{known}Z", y + tall), &hatched);
    // Steps to count.
    for step in 1..steps {
        svg.line(&format!("M{} {}V{}", at(step), lower, y + TALL), GREY, 1);
    }
    outlined(svg, 3, "", |svg| {
        // The first frame, and the second: firm as far as it is known where they end.
        if different + shared + partly > 0 {
            svg.line(&format!("M{known} {upper}H{left}V{}H{known}", upper + TALL), INK, 3);
            if unknown == 0 {
                svg.line(&format!("M{known} {upper}V{}", upper + TALL), INK, 3);
            }
        }
        if shared + partly > 0 {
            svg.line(&format!("M{known} {lower}H{own}V{}H{known}", lower + TALL), INK, 3);
        }
        if different > 0 || unknown == 0 {
            svg.line(&format!("M{end} {lower}H{right}V{}H{end}", lower + TALL), INK, 3);
        }
    });
    if unknown > 0 {
        svg.within("g", "fill=\"none\" stroke-dasharray=\"7 6\"", |svg| {
            svg.line(&format!("M{known} {upper}H{end}V{}H{known}", upper + TALL), INK, 3);
            svg.line(&format!("M{end} {lower}H{known}V{}H{end}", lower + TALL), INK, 3);
        });
    }
    let middle = y + tall / 2;
    let runs = [
        (State::Different, different),
        (State::Shared, shared),
        (State::Partly, partly),
        (State::Unknown, unknown),
        (State::Different, different),
    ];
    let mut place = 0;
    for (state, times) in runs {
        for _ in 0..times {
            state.mark(svg, (at(place) + STEP / 2, middle));
            place += 1;
        }
    }
}
