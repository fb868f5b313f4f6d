//! Who is around a client, and how those ties are (handbook, 1.4).

use std::cmp::Reverse;
use std::collections::BTreeMap;

use raakvlak::boundary::Role;
use raakvlak::ecogram::{Ecogram, Lives, Member, MemberKind, Quality, Support, Tie};
use raakvlak::{Case, Texts};

use super::{BODY, HEADING, MARGIN, Picture, ROOM, SMALL, STRONG, Side, Style, Svg, WIDTH, Words, hatch, outlined};
use crate::palette::{CARD, INK, PAPER, RAIN, SUN};
use crate::sheet::GREY;

/// Ties that are drawn; the others fold into the list.
const DRAWN: usize = 24;
/// Lines in the list.
const LISTED: usize = 40;
const BOX: i32 = 226;
const PAD: i32 = 10;
const MIDDLE: i32 = WIDTH / 2;
/// What the ties spring from, as wide as this to both sides.
const TRUNK: i32 = 10;

/// The people and places around a client, how each tie is and what support goes along it; those in the country
/// of origin have a place of their own (handbook, 1.4).
///
/// Each quality has a line of its own form and a word. A tie of which nobody said how it is, is drawn and called
/// not known. At most 24 ties are drawn; more of them, and ties between others, stand in a list.
///
/// ```
/// use raakvlak::{Case, Texts};
///
/// let case = Case::from_json(r#"{"schema": "raakvlak.case.v1", "sector": "elderly-care",
///     "people": [{"id": "client", "role": "client"}],
///     "ecogram": {"members": [{"id": "sister", "kind": "family", "lives": "origin-country"}],
///                 "ties": [{"between": ["client", "sister"], "quality": "strong"}]}}"#)?;
/// let svg = raakvlak_draw::ecogram(&case, &Texts::en());
/// assert!(svg.contains("In the country of origin") && svg.contains("close tie"));
/// # Ok::<(), raakvlak::Error>(())
/// ```
pub fn ecogram(case: &Case, texts: &Texts) -> String {
    let mut picture = Picture::new("ecogram", &texts.label("method.analysis.network"), texts);
    let tied = case.document().ecogram.as_ref().and_then(|ecogram| Some((ecogram, client(case, ecogram)?)));
    let Some((ecogram, client)) = tied else {
        picture.write(&texts.phrase("picture-ecogram-none"), BODY, 4);
        return picture.finish(|_| ());
    };
    picture.write(&picture.filled("picture-around", &[('a', client)]), BODY, 3);
    let (own, others): (Vec<&Tie>, Vec<&Tie>) = ecogram.ties.iter().partition(|tie| other(tie, client).is_some());
    let (drawn, folded) = own.split_at(own.len().min(DRAWN));
    around(&mut picture, case, ecogram, client, drawn);
    list(&mut picture, case, ecogram, &[folded, &others].concat());
    let origin = match ecogram.reaches_origin_country() {
        Some(true) => None,
        Some(false) => Some("picture-origin-nobody"),
        None => Some("picture-origin-unknown"),
    };
    picture.y += 12;
    let whole = if ecogram.complete { "picture-ecogram-complete" } else { "picture-ecogram-open" };
    for phrase in origin.into_iter().chain([whole]) {
        picture.write(&texts.phrase(phrase), Style { size: 18, ..SMALL }, 3);
    }
    picture.finish(hatch)
}

/// Whose ecogram it is: the client; else the one of the family, and else the one of all, with most ties.
fn client<'a>(case: &'a Case, ecogram: &'a Ecogram) -> Option<&'a str> {
    let ties = ties(ecogram);
    // Of equals the first.
    let most = |ids: Vec<&'a str>| {
        let known = ids.into_iter().enumerate().filter_map(|(at, id)| Some(((ties.get(id)?, Reverse(at)), id)));
        known.max_by_key(|(order, _)| *order).map(|(_, id)| id)
    };
    let people = |fits: fn(Role) -> bool| {
        most(case.document().people.iter().filter(|p| fits(p.role)).map(|p| p.id.as_str()).collect())
    };
    people(|role| role == Role::Client)
        .or_else(|| people(Role::is_family))
        .or_else(|| people(|_| true))
        .or_else(|| most(ecogram.members.iter().map(|m| m.id.as_str()).collect()))
}

/// How many ties everybody has who has one.
fn ties(ecogram: &Ecogram) -> BTreeMap<&str, usize> {
    let mut ties = BTreeMap::new();
    for Tie { between: (one, other), .. } in &ecogram.ties {
        [one, other].into_iter().for_each(|id| *ties.entry(id.as_str()).or_default() += 1);
    }
    ties
}

/// Who the other is, where this is a tie of somebody.
fn other<'a>(tie: &'a Tie, of: &str) -> Option<&'a str> {
    match &tie.between {
        (one, other) if one == of => Some(other),
        (one, other) if other == of => Some(one),
        _ => None,
    }
}

/// Where somebody stands on the picture.
#[derive(Clone, Copy, PartialEq)]
enum Band {
    /// The people of the case: where they live is not asked.
    Case,
    Lives(Option<Lives>),
}

impl Band {
    const ALL: [Band; 6] = [
        Band::Case,
        Band::Lives(Some(Lives::Together)),
        Band::Lives(Some(Lives::Netherlands)),
        Band::Lives(Some(Lives::OriginCountry)),
        Band::Lives(Some(Lives::Elsewhere)),
        Band::Lives(None),
    ];

    /// Whether they stand above the client.
    fn near(self) -> bool {
        matches!(self, Band::Case | Band::Lives(Some(Lives::Together)))
    }

    fn of(member: Option<&Member>) -> Band {
        member.map_or(Band::Case, |member| Band::Lives(member.lives))
    }

    fn phrase(self) -> &'static str {
        match self {
            Band::Case => "picture-lives-case",
            Band::Lives(Some(Lives::Together)) => "picture-lives-together",
            Band::Lives(Some(Lives::Netherlands)) => "picture-lives-netherlands",
            Band::Lives(Some(Lives::OriginCountry)) => "picture-lives-origin-country",
            Band::Lives(Some(Lives::Elsewhere)) => "picture-lives-elsewhere",
            Band::Lives(None) => "picture-lives-unknown",
        }
    }
}

fn member<'a>(ecogram: &'a Ecogram, id: &str) -> Option<&'a Member> {
    ecogram.members.iter().find(|member| member.id == id)
}

/// What somebody is to the client; none where nobody said, or where they are one of the case.
fn kind(case: &Case, ecogram: &Ecogram, id: &str, texts: &Texts) -> String {
    let phrase = match member(ecogram, id) {
        None => match case.document().people.iter().find(|person| person.id == id).map(|person| person.role) {
            Some(Role::Professional) => "picture-role-professional",
            Some(Role::Client) => "picture-role-client",
            Some(Role::Parent) => "picture-role-parent",
            Some(Role::Child) => "picture-role-child",
            Some(Role::OtherFamily) => "picture-kind-family",
            Some(Role::InformalKeyPerson) => "picture-kind-informal-help",
            Some(Role::Interpreter) => "picture-role-interpreter",
            Some(Role::Other) | None => "picture-kind-other",
        },
        Some(member) => match member.kind {
            Some(MemberKind::Family) => "picture-kind-family",
            Some(MemberKind::Friend) => "picture-kind-friend",
            Some(MemberKind::Neighbour) => "picture-kind-neighbour",
            Some(MemberKind::SchoolOrWork) => "picture-kind-school-or-work",
            Some(MemberKind::Community) => "picture-kind-community",
            Some(MemberKind::InformalHelp) => "picture-kind-informal-help",
            Some(MemberKind::Care) => "picture-kind-care",
            Some(MemberKind::Other) => "picture-kind-other",
            None => "picture-kind-unknown",
        },
    };
    texts.phrase(phrase).into_owned()
}

fn quality(tie: &Tie, texts: &Texts) -> String {
    let phrase = match tie.quality {
        Some(Quality::Strong) => "picture-tie-strong",
        Some(Quality::Ordinary) => "picture-tie-ordinary",
        Some(Quality::Weak) => "picture-tie-weak",
        Some(Quality::Tense) => "picture-tie-tense",
        Some(Quality::Broken) => "picture-tie-broken",
        None => "picture-tie-unknown",
    };
    texts.phrase(phrase).into_owned()
}

fn support(tie: &Tie, texts: &Texts) -> String {
    if tie.support.is_empty() {
        return texts.phrase("picture-support-unknown").into_owned();
    }
    let said: Vec<String> = [Support::Practical, Support::Company, Support::Advice, Support::Emotional]
        .into_iter()
        .filter(|support| tie.support.contains(support))
        .map(|support| {
            let phrase = match support {
                Support::Practical => "picture-support-practical",
                Support::Company => "picture-support-company",
                Support::Advice => "picture-support-advice",
                Support::Emotional => "picture-support-emotional",
            };
            texts.phrase(phrase).into_owned()
        })
        .collect();
    crate::sheet::filled(&texts.phrase("picture-support"), &[('a', &said.join(", "))])
}

/// Someone around the client: on which side, how far down, and how the tie is.
struct Placed {
    left: bool,
    middle: i32,
    quality: Option<Quality>,
}

/// The client, with those who live near above and the others below, on both sides.
fn around(picture: &mut Picture<'_>, case: &Case, ecogram: &Ecogram, client: &str, ties: &[&Tie]) {
    picture.y += 10;
    let path = picture.drawing.len();
    let mut placed = Vec::new();
    let mut centre = None;
    for band in Band::ALL {
        if !band.near() && centre.is_none() {
            centre = Some(middle(picture, client));
        }
        let there = |tie: &&&Tie| other(tie, client).is_some_and(|id| Band::of(member(ecogram, id)) == band);
        let of: Vec<&Tie> = ties.iter().filter(there).copied().collect();
        if of.is_empty() {
            continue;
        }
        heading(picture, band);
        let mut sides = [picture.y; 2];
        for (tie, left) in of.into_iter().zip([true, false].into_iter().cycle()) {
            let [first, second] = &mut sides;
            let y = if left { first } else { second };
            picture.y = *y;
            let name = other(tie, client).unwrap_or_default();
            one(picture, if left { MARGIN } else { WIDTH - MARGIN - BOX }, case, ecogram, name, tie);
            placed.push(Placed { left, middle: (*y + picture.y) / 2, quality: tie.quality });
            *y = picture.y + 12;
        }
        picture.y = sides.into_iter().max().unwrap_or(picture.y) + 2;
    }
    let Some(centre) = centre else { return };
    let (top, bottom) = placed.iter().fold((centre, centre), |(top, bottom), one| {
        (top.min(attached(one.middle, centre)), bottom.max(attached(one.middle, centre)))
    });
    // Below the words lie the trunk and the ties.
    picture.drawing.insert(
        path,
        Box::new(move |svg| {
            for one in &placed {
                let (start, end) =
                    if one.left { (MIDDLE - TRUNK, MARGIN + BOX) } else { (MIDDLE + TRUNK, WIDTH - MARGIN - BOX) };
                tie(svg, (start, attached(one.middle, centre)), (end, one.middle), one.quality);
            }
            outlined(svg, 4, "", |svg| {
                svg.rect((MIDDLE - TRUNK, top - 14, 2 * TRUNK, bottom - top + 28), TRUNK, SUN);
            });
        }),
    );
}

/// Where a tie leaves the trunk: a little nearer to the client than it arrives.
fn attached(middle: i32, centre: i32) -> i32 {
    middle - (middle - centre).clamp(-26, 26)
}

/// The client, in the middle; gives how far down.
fn middle(picture: &mut Picture<'_>, client: &str) -> i32 {
    let name = Words::fitting(client, 360, HEADING, 3, &[26, 24, 22, 20]);
    let half = name.wide().min(360) / 2 + 34;
    let (y, tall) = (picture.y + 2, (name.tall() + 36).max(96));
    picture.draw(move |svg| {
        outlined(svg, 4, "", |svg| svg.rect((MIDDLE - half, y, 2 * half, tall), tall / 2, SUN));
    });
    picture.y = y + (tall - name.tall()) / 2;
    picture.put(name, MIDDLE - 180, Side::Middle);
    picture.y = y + tall + 14;
    y + tall / 2
}

/// Where those who follow live.
fn heading(picture: &mut Picture<'_>, band: Band) {
    let label = picture.texts.phrase(band.phrase());
    picture.tell(&format!("{label}:"));
    if band == Band::Lives(Some(Lives::OriginCountry)) {
        // Far away, over the water.
        let y = picture.y + 8;
        let wave = "q9 -9 18 0t18 0".repeat(17);
        picture.draw(move |svg| {
            svg.within("g", "fill=\"none\"", |svg| svg.line(&format!("M14 {y}{wave}"), RAIN, 3));
        });
        picture.y += 20;
    }
    picture.put(Words::new(&label, BOX, Style { size: 19, bold: true, colour: GREY }, 3), MARGIN, Side::Start);
    picture.y += 4;
}

/// Somebody with a tie to the client, in a box of their own.
fn one(picture: &mut Picture<'_>, left: i32, case: &Case, ecogram: &Ecogram, name: &str, tie: &Tie) {
    let texts = picture.texts;
    let (kind, quality, support) = (kind(case, ecogram, name, texts), quality(tie, texts), support(tie, texts));
    picture.tell(&format!("{name} ({kind}): {quality}; {support}"));
    let room = BOX - 2 * PAD;
    let words = [
        Words::fitting(name, room, STRONG, 2, &[20, 18]),
        Words::new(&kind, room, Style { size: 18, ..SMALL }, 2),
        Words::new(&quality, room, BODY, 2),
        Words::new(&support, room, Style { size: 18, ..SMALL }, 3),
    ];
    let (top, tall) = (picture.y, words.iter().map(Words::tall).sum::<i32>() + 2 * PAD - 4);
    let far = member(ecogram, name).is_some_and(|m| m.lives == Some(Lives::OriginCountry));
    let unknown = tie.quality.is_none();
    picture.draw(move |svg| {
        let dashes = if unknown { " stroke-dasharray=\"7 5\"" } else { "" };
        outlined(svg, 2, dashes, |svg| svg.rect((left, top, BOX, tall), 16, if far { CARD } else { PAPER }));
    });
    picture.y += PAD - 2;
    for words in words {
        picture.put(words, left + PAD, Side::Start);
    }
    picture.y = top + tall;
}

/// A tie as a line of its own form: double, single, dotted, jagged, cut through, or with a question mark.
fn tie(svg: &mut Svg, (x1, y1): (i32, i32), (x2, y2): (i32, i32), quality: Option<Quality>) {
    let (dx, dy) = (f64::from(x2 - x1), f64::from(y2 - y1));
    let long = (dx * dx + dy * dy).sqrt().max(1.0);
    // A point so far along the line, and so far beside it.
    let at = |along: f64, beside: f64| {
        let x = f64::from(x1) + dx * along - dy / long * beside;
        let y = f64::from(y1) + dy * along + dx / long * beside;
        format!("{} {}", x.round() as i32, y.round() as i32)
    };
    let straight = |beside: f64| format!("M{}L{}", at(0.0, beside), at(1.0, beside));
    svg.within("g", "fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\"", |svg| match quality {
        Some(Quality::Strong) => svg.line(&format!("{}{}", straight(-6.0), straight(6.0)), INK, 5),
        Some(Quality::Ordinary) => svg.line(&straight(0.0), INK, 4),
        Some(Quality::Weak) => {
            svg.within("g", "stroke-dasharray=\"1 9\"", |svg| svg.line(&straight(0.0), INK, 4));
        }
        Some(Quality::Tense) => {
            let teeth = ((long / 8.0) as i32).max(4);
            let tooth = |tooth: i32| {
                let side = if tooth % 2 == 0 { -9.0 } else { 9.0 };
                format!("L{}", at(f64::from(tooth) / f64::from(teeth), side))
            };
            let jagged: String = (1..teeth).map(tooth).collect();
            svg.line(&format!("M{}{jagged}L{}", at(0.0, 0.0), at(1.0, 0.0)), INK, 3);
        }
        Some(Quality::Broken) => {
            let gap = 7.0 / long;
            let (before, after) = (0.5 - gap, 0.5 + gap);
            svg.line(&format!("M{}L{}M{}L{}", at(0.0, 0.0), at(before, 0.0), at(after, 0.0), at(1.0, 0.0)), INK, 4);
            svg.line(
                &format!("M{}L{}M{}L{}", at(before, -13.0), at(before, 13.0), at(after, -13.0), at(after, 13.0)),
                INK,
                4,
            );
        }
        None => svg.within("g", "stroke-dasharray=\"7 7\"", |svg| svg.line(&straight(0.0), GREY, 3)),
    });
    if quality.is_none() {
        let (x, y) = ((x1 + x2) / 2, (y1 + y2) / 2);
        let fill = format!("url(#{})", svg.id("unknown"));
        outlined(svg, 2, "", |svg| svg.circle(x, y, 14, &fill));
        svg.dot(x, y, 10, PAPER);
        Words::new("?", 28, STRONG, 1).draw(svg, (x - 14, y - 11), Side::Middle, false);
    }
}

/// What is not drawn: more ties, ties between others, and who was named without a tie.
fn list(picture: &mut Picture<'_>, case: &Case, ecogram: &Ecogram, ties: &[&Tie]) {
    let texts = picture.texts;
    if !ties.is_empty() {
        picture.heading(&texts.phrase("picture-other-ties"));
        for tie in ties.iter().take(LISTED) {
            let with = [('a', &*tie.between.0), ('b', &*tie.between.1)];
            let pair = picture.filled("pair", &with);
            let said = format!("{pair}: {}; {}", quality(tie, texts), support(tie, texts));
            picture.tell(&said);
            let (y, quality) = (picture.y + 12, tie.quality);
            picture.draw(move |svg| self::tie(svg, (MARGIN, y), (MARGIN + 58, y), quality));
            picture.put(Words::new(&said, ROOM - 76, BODY, 4), MARGIN + 76, Side::Start);
            picture.y += 8;
        }
        if let more @ 1.. = ties.len().saturating_sub(LISTED) {
            picture.write(&picture.filled("picture-more", &[('n', &more.to_string())]), BODY, 1);
        }
    }
    let tied = self::ties(ecogram);
    let alone: Vec<String> = ecogram
        .members
        .iter()
        .filter(|member| !tied.contains_key(member.id.as_str()))
        .map(|member| format!("{} ({})", member.id, kind(case, ecogram, &member.id, texts)))
        .collect();
    if !alone.is_empty() {
        picture.heading(&texts.phrase("picture-no-tie"));
        picture.write(&alone.join(", "), BODY, 8);
    }
}
