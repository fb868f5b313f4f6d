//! The pictures of networks, pillars, competences, frames, ecograms, lifelines and facts: what stands on them, where
//! it stands, that it says the same to who does not see it, and that nothing unknown is drawn as known.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use proptest::prelude::*;
use raakvlak::error::Code;
use raakvlak::frame::Aspect;
use raakvlak::{Rules, TextPack, Texts, knowledge};
use raakvlak_draw::picture;
use roxmltree::{Document, Node};
use serde_json::{Value, json};

const NAMES: [&str; 7] = ["phases", "pillars", "competences", "overlap", "ecogram", "lifeline", "infographic"];
const INK: &str = "#3a2e39";

fn parse(text: &str) -> Document<'_> {
    Document::parse(text).unwrap_or_else(|e| panic!("{e}"))
}

fn draw(name: &str, document: Option<&Value>, texts: &Texts) -> String {
    let document = document.map(Value::to_string);
    picture(name, document.as_deref(), Some("2027-04-01"), &Rules::builtin(), texts).unwrap_or_else(|e| panic!("{e}"))
}

/// A pack in which this was done to every text.
fn pack(lang: &str, with: impl Fn(&str) -> String) -> Texts {
    let mut pack: TextPack = Texts::nl().to_pack();
    pack.lang = lang.to_owned();
    let TextPack { labels, texts, figures, caveats, phrases, .. } = &mut pack;
    for shelf in [labels, texts, figures, caveats] {
        shelf.values_mut().for_each(|text| *text = with(text));
    }
    for (key, phrase) in phrases {
        if key != "decimal-mark" {
            *phrase = with(phrase);
        }
    }
    Texts::from_json(&serde_json::to_string(&pack).unwrap()).unwrap()
}

/// The same text in one letter, but for the places to fill in.
fn in_letters(text: &str, letter: char) -> String {
    let mut inside = false;
    let of = |c: char| {
        inside = (inside || c == '{') && c != '}';
        if c.is_alphabetic() && !inside { letter } else { c }
    };
    text.chars().map(of).collect()
}

const WORD: &str = "vijfhonderdvierentwintigduizend";

/// Documents with ordinary names, with names that mean harm, and with little in them.
fn documents(name: &str) -> Vec<Option<Value>> {
    let hostile = format!("\"'<script>alert(1)</script> ]]> &amp; \u{202e}עברית {{a}} {}", WORD.repeat(10));
    match name {
        "phases" => vec![
            Some(json!({"schema": "raakvlak.network.v1", "id": "leeg"})),
            Some(network("Leernetwerk jeugdhulp Noord")),
            Some(network(&hostile)),
        ],
        "overlap" => vec![
            Some(example("appendix-1")),
            Some(example("elderly-care")),
            Some(example("almost-unknown")),
            Some(json!({"schema": "raakvlak.case.v1", "sector": "other", "people": []})),
            Some(two(&hostile, &[("culture.religion", "shared"), ("position.exclusion", "declined")])),
        ],
        "ecogram" => vec![
            Some(example("elderly-care")),
            Some(example("almost-unknown")),
            Some(ecogram(24, "tante in Nador")),
            Some(ecogram(80, &hostile)),
        ],
        "lifeline" => vec![
            Some(example("elderly-care")),
            Some(example("almost-unknown")),
            Some(lifeline(60, &hostile)),
            Some(lifeline(12, "Verhuizing naar een andere stad, met z’n allen")),
        ],
        _ => vec![None],
    }
}

fn example(name: &str) -> Value {
    let path = raakvlak_tests::root().join(format!("examples/{name}.json"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn network(name: &str) -> Value {
    json!({
        "schema": "raakvlak.network.v1", "id": "noord", "name": name, "complete": ["parties"],
        "parties": [
            {"id": "a", "kind": "generic"}, {"id": "b", "kind": "generic"}, {"id": "c", "kind": "informal"},
            {"id": "d", "kind": "university"}, {"id": "e", "kind": "other"},
        ],
        "phases": [
            {"phase": 0, "on": "2026-09"}, {"phase": 1}, {"phase": 3, "on": "2027-03"}, {"phase": 1, "on": "2027-03-20"},
            {"phase": 4}, {"phase": 2}, {"phase": 4}, {"phase": 2, "on": "2027-05"},
        ],
        "sessions": [
            {"id": "o", "kind": "opening", "start": "2026-11-01T14:00"},
            {"id": "1", "start": "2027-01-12T14:00", "phases": [1], "attendance": {"asked": 18, "came": 15}},
            {"id": "2", "start": "2027-02-23T14:00", "phases": [1, 2]},
            {"id": "3", "start": "2027-04-06T14:00", "phases": [3], "cancelled": true},
            {"id": "4", "start": "2027-04-13T14:00", "phases": [3]},
            {"id": "5", "phases": [3]},
            {"id": "6"},
            {"id": "g", "kind": "governance", "start": "2027-02-01T10:00"},
        ],
    })
}

/// Two people with these statements between them; what is stated twice is stated by each of them.
fn two(name: &str, stated: &[(&str, &str)]) -> Value {
    let mut comparisons = Vec::new();
    for (place, (facet, difference)) in stated.iter().enumerate() {
        let again = stated[..place].iter().any(|(before, _)| before == facet);
        let by = if again { name } else { "me" };
        comparisons.push(json!({"between": ["me", name], "facet": facet, "difference": difference, "stated_by": by}));
    }
    json!({
        "schema": "raakvlak.case.v1", "sector": "youth-care", "comparisons": comparisons,
        "people": [{"id": "me", "role": "professional"}, {"id": name, "role": "parent"}],
    })
}

fn ecogram(ties: usize, name: &str) -> Value {
    let of = |list: &[Value], place: usize| list[place % list.len()].clone();
    let lives = [json!("together"), json!("netherlands"), json!("origin-country"), json!("elsewhere"), Value::Null];
    let quality = ["strong", "ordinary", "weak", "tense", "broken"].map(|q| json!(q));
    let quality = [&quality[..], &[Value::Null]].concat();
    let kinds = ["family", "friend", "neighbour", "school-or-work", "community", "informal-help", "care", "other"];
    let kinds = [&kinds.map(|k| json!(k))[..], &[Value::Null]].concat();
    let support = ["practical", "company", "advice", "emotional"];
    let members: Vec<Value> = (0..ties)
        .map(|i| clean(json!({"id": format!("{i} {name}"), "kind": of(&kinds, i), "lives": of(&lives, i)})))
        .chain([json!({"id": "imam", "kind": "community"})])
        .collect();
    let mut all: Vec<Value> = (0..ties)
        .map(|i| {
            let tie = json!({"between": ["moeder", format!("{i} {name}")], "quality": of(&quality, i), "support": support[..i % 5]});
            clean(tie)
        })
        .collect();
    all.push(json!({"between": [format!("0 {name}"), format!("1 {name}")], "quality": "tense"}));
    json!({
        "schema": "raakvlak.case.v1", "sector": "youth-care",
        "people": [{"id": "zoon", "role": "child"}, {"id": "moeder", "role": "parent"}],
        "ecogram": {"members": members, "ties": all},
    })
}

/// Without what is not known.
fn clean(mut value: Value) -> Value {
    if let Value::Object(fields) = &mut value {
        fields.retain(|_, value| !value.is_null());
    }
    value
}

fn lifeline(events: usize, what: &str) -> Value {
    let events: Vec<Value> = (0..events)
        .map(|i| {
            let when = if i % 3 == 2 { Value::Null } else { json!(format!("{}", 1950 + i)) };
            let meant = if i % 2 == 0 { json!(format!("{what} {}", "en dat was zo ".repeat(i))) } else { Value::Null };
            clean(json!({"what": format!("{i} {what}"), "when": when, "meant": meant}))
        })
        .collect();
    json!({
        "schema": "raakvlak.case.v1", "sector": "other",
        "people": [{"id": "p", "role": "client"}], "lifeline": {"events": events},
    })
}

/// Every picture of every document in every kind of text.
fn pictures() -> &'static [(&'static str, String, Texts)] {
    static PICTURES: OnceLock<Vec<(&'static str, String, Texts)>> = OnceLock::new();
    PICTURES.get_or_init(all_pictures)
}

fn all_pictures() -> Vec<(&'static str, String, Texts)> {
    let long = pack("nl", |text| format!("{text} {}", "heel lang ".repeat(40)));
    let hostile = pack("nl", |text| format!("<script>{text}</script> \"' ]]> \u{0}\u{202e} {}", WORD.repeat(10)));
    let arabic = pack("ar", |text| in_letters(text, 'ع'));
    let mut pictures = Vec::new();
    for name in NAMES {
        for document in documents(name) {
            for texts in [&Texts::nl(), &Texts::en(), &long, &hostile, &arabic] {
                pictures.push((name, draw(name, document.as_ref(), texts), texts.clone()));
            }
        }
    }
    pictures
}

#[test]
fn every_picture_is_well_formed_named_and_whole_in_itself() {
    for (name, svg, texts) in pictures() {
        assert!(!svg.contains("<script") && !svg.contains("[?]"), "{name}");
        assert_eq!(svg.matches("http").count(), 1, "nothing comes from outside: {name}");
        let document = parse(svg);
        let root = document.root_element();
        assert_eq!((root.attribute("role"), root.attribute("lang")), (Some("img"), Some(texts.lang())));
        let ids: Vec<&str> = document.descendants().filter_map(|n| n.attribute("id")).collect();
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{name}");
        let labelled: Vec<&str> = root.attribute("aria-labelledby").unwrap().split(' ').collect();
        for (id, tag) in labelled.iter().zip(["title", "desc"]) {
            let node = root.children().find(|n| n.attribute("id") == Some(*id)).unwrap();
            assert_eq!(node.tag_name().name(), tag);
            assert!(!node.text().unwrap_or_default().trim().is_empty(), "{name}: {tag}");
        }
        for attribute in document.descendants().flat_map(|n| n.attributes()) {
            if let Some(id) = attribute.value().strip_prefix("url(#").and_then(|rest| rest.strip_suffix(')')) {
                assert!(ids.contains(&id), "{name}: {id}");
            }
            assert!(!attribute.name().starts_with("on") && attribute.name() != "href", "{}", attribute.name());
        }
    }
}

#[test]
fn the_same_document_gives_the_same_bytes_and_ids_of_its_own() {
    for name in NAMES {
        let mut ids = BTreeSet::new();
        for document in documents(name) {
            let svg = draw(name, document.as_ref(), &Texts::nl());
            assert_eq!(svg, draw(name, document.as_ref(), &Texts::nl()), "{name}");
            let english = draw(name, document.as_ref(), &Texts::en());
            for svg in [svg, english] {
                let id = parse(&svg).root_element().attribute("aria-labelledby").unwrap().to_owned();
                assert!(ids.insert(id), "{name}: two pictures on one page clash");
            }
        }
    }
}

/// The words of a text on a picture: what is shown, or the whole where that was too long.
fn words(text: Node<'_, '_>) -> String {
    let title = text.children().find(|n| n.tag_name().name() == "title").and_then(|n| n.text());
    match title {
        Some(whole) => whole.to_owned(),
        None => text.children().filter_map(|n| n.text()).collect::<Vec<_>>().join(" "),
    }
}

fn texts_on(document: &Document<'_>) -> Vec<String> {
    document.descendants().filter(|n| n.tag_name().name() == "text").map(words).collect()
}

/// Lines may break a word, with a hyphen: without these and without spaces it counts the same.
fn tight(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect()
}

#[test]
fn who_does_not_see_a_picture_hears_everything_that_is_on_it() {
    for (name, svg, _) in pictures() {
        let document = parse(svg);
        let said: String = document
            .root_element()
            .children()
            .filter(|n| matches!(n.tag_name().name(), "title" | "desc"))
            .filter_map(|n| n.text())
            .collect();
        let said = tight(&said);
        for text in texts_on(&document) {
            // Numbers of phases and marks repeat what a word says.
            if text.chars().count() == 1 {
                continue;
            }
            assert!(said.contains(tight(&text).trim_end_matches([':', '.'])), "{name}: {text}\n{said}");
        }
    }
}

#[test]
fn every_word_comes_from_the_texts_or_the_document() {
    let cyrillic = pack("ru", |text| in_letters(text, 'ж'));
    for name in NAMES {
        for document in documents(name).into_iter().take(3) {
            let svg = draw(name, document.as_ref(), &cyrillic);
            let parsed = parse(&svg);
            let mut own = document.map(|d| d.to_string()).unwrap_or_default();
            // What is named in every language: years and sources of facts.
            own.extend(knowledge::all().iter().filter_map(|e| e.fact()?.named_source));
            for text in texts_on(&parsed) {
                for word in text.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty()) {
                    assert!(own.contains(word), "{name}: `{word}` in `{text}`");
                }
            }
        }
    }
}

/// Where a line of letters is, about: a middling letter is a little over half as wide as it is high.
fn boxes(document: &Document<'_>) -> Vec<([f64; 4], String)> {
    let mut boxes = Vec::new();
    for text in document.descendants().filter(|n| n.tag_name().name() == "text") {
        let number = |node: &Node<'_, '_>, name| node.attribute(name).unwrap().parse::<f64>().unwrap();
        let size = number(&text, "font-size");
        for line in text.children().filter(|n| n.tag_name().name() == "tspan") {
            let (x, y, words) = (number(&line, "x"), number(&line, "y"), line.text().unwrap_or_default());
            let narrow = |c: &char| "iljItfr.,:;'’|! ()-".contains(*c);
            let count = words.chars().filter(|c| !matches!(c, '\u{202e}')).count() as f64;
            let wide = size * (0.54 * count - 0.22 * words.chars().filter(narrow).count() as f64);
            let left = match (text.attribute("text-anchor"), text.attribute("direction")) {
                (Some("middle"), _) => x - wide / 2.0,
                (_, Some("rtl")) => x - wide,
                _ => x,
            };
            boxes.push(([left, y - 0.72 * size, left + wide, y + 0.2 * size], words.to_owned()));
        }
    }
    boxes
}

#[test]
fn no_words_lie_over_others_or_outside_the_picture() {
    for (name, svg, _) in pictures() {
        let document = parse(svg);
        let view: Vec<f64> =
            document.root_element().attribute("viewBox").unwrap().split(' ').map(|n| n.parse().unwrap()).collect();
        let boxes = boxes(&document);
        for (place, ([left, top, right, low], words)) in boxes.iter().enumerate() {
            let within = *left >= 0.0 && *top >= 0.0 && *right <= view[2] && *low <= view[3];
            assert!(within, "{name}: `{words}` at {left} {top} {right} {low} of {view:?}");
            for ([other_left, other_top, other_right, other_low], other) in &boxes[place + 1..] {
                let apart = right <= other_left || other_right <= left || low <= other_top || other_low <= top;
                assert!(apart, "{name}: `{words}` over `{other}`");
            }
        }
    }
}

#[test]
fn letters_are_large_enough_for_a_telephone() {
    for (name, svg, _) in pictures() {
        let document = parse(svg);
        let sizes = document.descendants().filter(|n| n.tag_name().name() == "text");
        let smallest = sizes.map(|n| n.attribute("font-size").unwrap().parse::<u32>().unwrap()).min().unwrap();
        // The sheet of A4 has small print: its notes, which the text alternative has too.
        assert!(smallest >= if *name == "infographic" { 11 } else { 17 }, "{name}: {smallest}");
    }
}

// Frames

/// How many of each there are in the words of one aspect.
fn listed(svg: &str, texts: &Texts, phrase: &str) -> Vec<String> {
    let start = format!("{} (", texts.phrase(phrase));
    let document = parse(svg);
    let all = texts_on(&document).into_iter().filter(|text| text.starts_with(&start));
    all.flat_map(|text| text.split_once("): ").unwrap().1.split(", ").map(str::to_owned).collect::<Vec<_>>()).collect()
}

#[test]
fn what_is_not_known_of_two_frames_is_never_drawn_as_known() {
    const ANSWERS: [&[&str]; 6] =
        [&[], &["shared"], &["partly"], &["different"], &["declined"], &["shared", "different"]];
    let texts = Texts::en();
    let facets: Vec<&str> = ["culture.norms-values", "culture.religion", "capacity.dutch-language"].to_vec();
    let total: usize = Aspect::ALL.iter().map(|aspect| aspect.facets().count()).sum();
    for case in 0..ANSWERS.len().pow(3) {
        let given = [case % 6, case / 6 % 6, case / 36].map(|answer| ANSWERS[answer]);
        let stated: Vec<(&str, &str)> =
            facets.iter().zip(given).flat_map(|(facet, answers)| answers.iter().map(|a| (*facet, *a))).collect();
        let svg = draw("overlap", Some(&two("father", &stated)), &texts);
        if stated.is_empty() {
            assert!(svg.contains(&*texts.phrase("picture-overlap-nothing")) && !svg.contains("Known:"));
            continue;
        }
        let of = |answer: &[&str]| -> Vec<String> {
            let fits = facets.iter().zip(given).filter(|(_, given)| *given == answer);
            fits.map(|(facet, _)| texts.label(facet).into_owned()).collect()
        };
        assert_eq!(listed(&svg, &texts, "picture-shared"), of(&["shared"]));
        assert_eq!(listed(&svg, &texts, "picture-partly"), of(&["partly"]));
        assert_eq!(listed(&svg, &texts, "picture-different"), of(&["different"]));
        assert_eq!(listed(&svg, &texts, "value-declined"), of(&["declined"]));
        assert_eq!(listed(&svg, &texts, "value-contested"), of(&["shared", "different"]));
        let known = given.iter().filter(|answers| matches!(answers, [a] if *a != "declined")).count();
        assert_eq!(
            listed(&svg, &texts, "picture-not-known").len(),
            total - given.iter().filter(|a| !a.is_empty()).count()
        );
        // A step for every facet: twice where the two differ, for each has it alone.
        let document = parse(&svg);
        let marks = |svg: &Document<'_>| texts_on(svg).iter().filter(|text| *text == "?").count();
        let kinds = |answer: &[&str], aspect: &str| {
            facets.iter().zip(given).any(|(facet, given)| facet.starts_with(aspect) && given == answer)
        };
        let lists = 3 + ["culture", "capacity"]
            .iter()
            .map(|a| usize::from(kinds(&["declined"], a)) + usize::from(kinds(&["shared", "different"], a)))
            .sum::<usize>();
        assert_eq!(marks(&document), total - known + lists, "{stated:?}");
        let discs =
            document.descendants().filter(|n| n.attribute("r") == Some("8") && n.attribute("fill") == Some(INK));
        let shared = of(&["shared"]);
        let shared_lists = ["culture", "capacity"].iter().filter(|a| kinds(&["shared"], a)).count();
        assert_eq!(discs.count(), shared.len() + shared_lists);
        // As wide as so many steps: what is hatched is what is not known.
        let hatched: i32 = document
            .descendants()
            .filter(|n| n.attribute("fill").is_some_and(|fill| fill.ends_with("-unknown)")))
            .filter_map(|n| n.attribute("d"))
            .map(|d| {
                let (from, rest) = d[1..].split_once(' ').unwrap();
                let to = rest.split_once('H').unwrap().1.split_once('V').unwrap().0;
                to.parse::<i32>().unwrap() - from.parse::<i32>().unwrap()
            })
            .sum();
        assert_eq!(hatched, 33 * (total - known) as i32, "{stated:?}");
    }
}

#[test]
fn a_picture_of_frames_says_how_much_is_known_and_that_it_measures_nothing() {
    for texts in [Texts::nl(), Texts::en()] {
        let svg = draw("overlap", Some(&example("elderly-care")), &texts);
        let document = parse(&svg);
        let on = texts_on(&document);
        assert!(on.iter().any(|text| *text == texts.phrase("picture-overlap-how")));
        let (known, certain) = if texts.lang() == "nl" {
            ("Bekend: 3 van 7", "zeker 1, hoogstens 5")
        } else {
            ("Known: 3 of 7", "1 for certain, 5 at most")
        };
        assert!(on.iter().any(|text| text.contains(known) && text.contains(certain)), "{on:?}");
        assert!(on.iter().all(|text| !text.contains('%')));
    }
}

// Networks

#[test]
fn a_network_without_a_phase_has_no_marker_and_says_so() {
    let texts = Texts::nl();
    let bare = draw("phases", Some(&json!({"schema": "raakvlak.network.v1", "id": "leeg"})), &texts);
    let document = parse(&bare);
    let on = texts_on(&document);
    assert!(on.contains(&texts.phrase("picture-now-unknown").into_owned()));
    assert_eq!(on.iter().filter(|text| **text == texts.phrase("picture-not-said")).count(), 7);
    assert!(!bare.contains(&*texts.phrase("picture-now")));
    let unknown = format!(": {}", texts.phrase("unknown"));
    assert_eq!(
        on.iter().filter(|text| text.ends_with(&unknown)).count(),
        3,
        "three kinds of parties, not none: {on:?}"
    );
    assert!(on.contains(&texts.phrase("picture-parties-open").into_owned()));
    assert!(!on.contains(&texts.phrase("picture-no-session").into_owned()));
}

#[test]
fn a_meeting_of_any_kind_stands_with_its_phase_and_is_not_called_missing() {
    let texts = Texts::nl();
    let document = json!({
        "schema": "raakvlak.network.v1", "id": "x", "complete": ["sessions"],
        "phases": [{"phase": 0}],
        "sessions": [{"id": "o", "kind": "opening", "phases": [0], "held": true}],
    });
    let on = texts_on(&parse(&draw("phases", Some(&document), &texts)));
    assert!(on.contains(&"1 gehouden".to_owned()), "{on:?}");
    assert!(!on.contains(&texts.phrase("picture-opening").into_owned()), "{on:?}");
}

#[test]
fn a_network_shows_its_parties_its_sessions_where_it_is_and_where_it_went_back() {
    let texts = Texts::nl();
    let svg = draw("phases", Some(&network("Noord")), &texts);
    let document = parse(&svg);
    let on = texts_on(&document);
    let label = |id: &str| texts.label(id).into_owned();
    for (id, count) in [("generic", "2"), ("culture-specific", "geen"), ("informal", "1"), ("university", "1")] {
        assert!(on.contains(&format!("{}: {count}", label(&format!("network.party.{id}")))), "{id}: {on:?}");
    }
    assert!(on.contains(&"Nu: Fase 2: doel bepalen, kennis delen".to_owned()));
    assert!(on.contains(&"hier is het netwerk nu, sinds mei 2027".to_owned()));
    // Of phase 3: one called off, one to come and one without a date.
    assert!(["1 gepland", "1 zonder datum", "1 afgezegd"].iter().all(|said| on.contains(&(*said).to_owned())));
    // With attendance; that the day of another is past does not say that it was held.
    assert!(on.contains(&"1 gehouden".to_owned()) && !on.contains(&"2 gehouden".to_owned()), "{on:?}");
    let back: Vec<&String> = on.iter().filter(|text| text.starts_with("Van fase")).collect();
    assert_eq!(
        back,
        ["Van fase 3 terug naar fase 1 (20 maart 2027)", "Van fase 4 terug naar fase 2, 2 keer, het laatst mei 2027"]
    );
    let arrows = document.descendants().filter(|n| n.attribute("d").is_some_and(|d| d.contains("l-13 -7v14Z")));
    assert_eq!(arrows.count(), back.len());
}

proptest! {
    #[test]
    fn any_history_has_an_arc_for_every_way_back_and_one_place_where_it_is(phases in prop::collection::vec(0u8..7, 1..40)) {
        let history: Vec<Value> = phases.iter().map(|phase| json!({"phase": phase})).collect();
        let document = json!({"schema": "raakvlak.network.v1", "id": "x", "phases": history});
        let texts = Texts::en();
        let svg = draw("phases", Some(&document), &texts);
        let parsed = parse(&svg);
        let ways: BTreeSet<(u8, u8)> = phases.windows(2).filter(|p| p[1] < p[0]).map(|p| (p[0], p[1])).collect();
        let arrows = parsed.descendants().filter(|n| n.attribute("d").is_some_and(|d| d.contains("l-13 -7v14Z")));
        prop_assert_eq!(arrows.count(), ways.len());
        let on = texts_on(&parsed);
        prop_assert_eq!(on.iter().filter(|text| **text == texts.phrase("picture-now")).count(), 1);
        let been: BTreeSet<&u8> = phases.iter().collect();
        // What lies ahead is not yet there; what was passed over nobody says anything of.
        let now = *phases.last().unwrap();
        let ahead = (now + 1..7).filter(|phase| !been.contains(phase)).count();
        let count = |key: &str| on.iter().filter(|text| **text == texts.phrase(key)).count();
        prop_assert_eq!(count("picture-not-yet"), ahead);
        prop_assert_eq!(count("picture-not-said"), 7 - been.len() - ahead);
    }
}

// Pillars and competences

#[test]
fn the_pillars_hold_the_parts_of_the_figure_and_mark_what_only_the_text_has() {
    let texts = Texts::nl();
    let svg = draw("pillars", None, &texts);
    let document = parse(&svg);
    let on = texts_on(&document);
    // Figure 2: nine conditions; knowledge, attitude and skills with nine parts; five methods, analysis with nine parts.
    let nine = knowledge::children("organisation").filter(|e| e.source.section.contains("figure 2"));
    let parts = ["competence.knowledge", "competence.attitude", "competence.skills"];
    let competences =
        parts.iter().flat_map(|domain| knowledge::children(domain).filter(|e| e.kind == knowledge::Kind::Competence));
    let methods = knowledge::children("method").chain(knowledge::children("method.analysis"));
    let ids: Vec<&str> = nine.chain(competences).chain(methods).map(|e| e.id).chain(parts).collect();
    assert_eq!(ids.len(), 9 + 9 + 6 + 9 + 3);
    let marked = ["organisation.information", "competence.self-awareness", "method.psycho-education"];
    for id in ids.iter().filter(|id| !marked.contains(id)) {
        assert!(on.contains(&texts.label(id).into_owned()), "{id}");
    }
    let stars: Vec<String> = on.iter().filter(|text| text.len() > 1 && text.ends_with('*')).cloned().collect();
    assert_eq!(stars, marked.map(|id| format!("{}*", texts.label(id))));
    assert!(on.contains(&texts.phrase("picture-text-alone").into_owned()));
}

#[test]
fn the_competences_are_four_domains() {
    let texts = Texts::en();
    let svg = draw("competences", None, &texts);
    let document = parse(&svg);
    let on = texts_on(&document);
    for domain in knowledge::children("competence") {
        assert!(on.contains(&texts.label(domain.id).into_owned()) && on.contains(&texts.text(domain.id).into_owned()));
    }
    assert_eq!(knowledge::children("competence").count(), 4);
}

// Ecogram and lifeline

#[test]
fn at_most_twenty_four_ties_are_drawn_and_the_others_stand_in_the_list() {
    let texts = Texts::en();
    for (ties, listed) in [(3, 1), (24, 1), (25, 2), (60, 37)] {
        let svg = draw("ecogram", Some(&ecogram(ties, "tante")), &texts);
        let document = parse(&svg);
        let on = texts_on(&document);
        let lines =
            on.iter().filter(|text| text.contains(" and ") && text.contains("tante") && text.contains("; ")).count();
        assert_eq!(lines, listed, "{ties}: {on:?}");
        assert_eq!(on.iter().filter(|text| text.starts_with("support: ")).count(), ties.min(24));
        assert!(on.iter().any(|text| *text == "imam (community or association)"));
    }
    let whole = draw("ecogram", Some(&ecogram(200, "tante")), &texts);
    assert!(whole.contains(&texts.phrase("picture-more").replace("{n}", &(200 - 24 + 1 - 40).to_string())));
}

#[test]
fn every_quality_of_a_tie_has_a_form_and_a_word_and_an_unknown_one_a_question_mark() {
    let texts = Texts::nl();
    let mut forms = BTreeSet::new();
    for quality in ["strong", "ordinary", "weak", "tense", "broken", ""] {
        let mut case = example("elderly-care");
        let tie = clean(
            json!({"between": ["mevrouw", "zus"], "quality": if quality.is_empty() { Value::Null } else { json!(quality) }}),
        );
        case["ecogram"]["ties"] = json!([tie]);
        let svg = draw("ecogram", Some(&case), &texts);
        let document = parse(&svg);
        let on = texts_on(&document);
        let key = if quality.is_empty() { "unknown" } else { quality };
        assert!(on.contains(&texts.phrase(&format!("picture-tie-{key}")).into_owned()), "{on:?}");
        assert_eq!(on.contains(&"?".to_owned()), quality.is_empty());
        assert!(on.contains(&texts.phrase("picture-lives-origin-country").into_owned()));
        let form = |node: Node<'_, '_>| {
            let path = node.attribute("d").filter(|_| node.attribute("stroke-width").is_some())?;
            let count = |c: char| path.matches(c).count();
            Some((count('M'), count('L'), node.parent()?.attribute("stroke-dasharray").map(str::to_owned)))
        };
        forms.insert(document.descendants().filter_map(form).collect::<Vec<_>>());
    }
    assert_eq!(forms.len(), 6, "no two look the same without colour");
}

#[test]
fn an_ecogram_says_what_is_known_of_the_country_of_origin() {
    let texts = Texts::nl();
    let mut case = example("elderly-care");
    let said = |case: &Value, key: &str| draw("ecogram", Some(case), &texts).contains(&*texts.phrase(key));
    assert!(!said(&case, "picture-origin-unknown") && !said(&case, "picture-origin-nobody"));
    case["ecogram"]["members"][0]["lives"] = json!("netherlands");
    assert!(said(&case, "picture-origin-unknown") && said(&case, "picture-ecogram-open"));
    case["ecogram"]["complete"] = json!(true);
    case["circumstances"].as_object_mut().unwrap().remove("network.origin-country-included");
    assert!(said(&case, "picture-origin-nobody") && said(&case, "picture-ecogram-complete"));
}

#[test]
fn a_lifeline_keeps_its_order_and_undated_events_stand_where_they_were_told() {
    let texts = Texts::nl();
    let svg = draw("lifeline", Some(&example("elderly-care")), &texts);
    let document = parse(&svg);
    let on = texts_on(&document);
    let place = |start: &str| on.iter().position(|text| text.starts_with(start)).unwrap_or_else(|| panic!("{start}"));
    let order = ["Kwam naar Nederland", "Haar man overleed", "De kinderen gingen"].map(place);
    assert!(order.is_sorted(), "{on:?}");
    assert!(place(&texts.phrase("picture-undated-event")) < order[2] && place("mei 2011") < order[1]);
    assert!(on.contains(&"‘Sindsdien is het stil in huis.’".to_owned()));
    let dots: Vec<&str> =
        document.descendants().filter(|n| n.attribute("r") == Some("13")).filter_map(|n| n.attribute("fill")).collect();
    assert_eq!(dots.iter().map(|fill| *fill == INK).collect::<Vec<_>>(), [true, true, false]);
}

// Facts

#[test]
fn every_figure_stands_with_what_it_is_of_its_year_its_source_and_its_day() {
    for texts in [Texts::nl(), Texts::en()] {
        let svg = picture("infographic", None, None, &Rules::builtin(), &texts).unwrap();
        let document = parse(&svg);
        let on = texts_on(&document);
        let of_appendix = |e: &&knowledge::Entry| {
            e.figure.is_some() && e.id.starts_with("fact.") && e.source.section.starts_with("App. 5")
        };
        let figures: Vec<_> = knowledge::all().iter().filter(of_appendix).collect();
        assert_eq!(figures.len(), 9);
        for entry in figures {
            let of = texts.figure(entry.id).unwrap();
            assert!(on.iter().any(|text| text.starts_with(&*of)), "{}", entry.id);
            let fact = entry.fact().unwrap();
            let said = on.iter().any(|text| {
                text.contains(&raakvlak::report::date(fact.check_by, &texts))
                    && fact.year.is_none_or(|y| text.contains(&y.to_string()))
                    && fact.named_source.is_none_or(|n| text.contains(n))
            });
            assert!(said, "{}", entry.id);
            let caveat = texts.caveat(entry.id).unwrap();
            assert!(on.iter().any(|text| text.ends_with(&*caveat)), "{}", entry.id);
        }
        // Who does not see it is told one column after the other.
        let told = document.descendants().find(|n| n.has_tag_name("desc")).and_then(|n| n.text()).unwrap();
        let place = |id: &str| told.find(&*texts.label(id)).unwrap_or_else(|| panic!("{id}: {told}"));
        let better = told.find(&*texts.phrase("picture-better")).unwrap();
        assert!(place("fact.carers.overburdened") < place("fact.communication-errors"));
        assert!(place("fact.communication-errors") < better && better < place("fact.example.director"));
        let (hours, week) = if texts.lang() == "nl" {
            ("30–44 uur", "mantelzorg per week")
        } else {
            ("30–44 hours", "family care a week")
        };
        assert!(on.contains(&hours.to_owned()) && on.iter().any(|text| text.starts_with(week)), "{on:?}");
        assert!(on.iter().all(|text| !text.ends_with('…')), "all of it is to be read");
        let thousands = if texts.lang() == "nl" { "445.000" } else { "445,000" };
        assert!(on.contains(&thousands.to_owned()) && on.contains(&"3–4×".to_owned()));
        // A4 upright, also when everything on it has to be checked.
        for on in [None, Some("2026-06-01"), Some("2030-01-01")] {
            let svg = picture("infographic", None, on, &Rules::builtin(), &texts).unwrap();
            assert_eq!(parse(&svg).root_element().attribute("viewBox"), Some("0 0 1156 1634"), "{on:?}");
        }
    }
}

#[test]
fn a_fact_past_its_day_is_marked_and_no_other() {
    let texts = Texts::nl();
    let stale = |on: Option<&str>| {
        let svg = picture("infographic", None, on, &Rules::builtin(), &texts).unwrap();
        let document = parse(&svg);
        let said = texts_on(&document).iter().filter(|text| text.ends_with(&*texts.phrase("picture-stale"))).count();
        let dashed = document.descendants().filter(|n| n.attribute("stroke-dasharray").is_some()).count();
        (said, dashed)
    };
    assert_eq!(stale(None), (0, 0));
    assert_eq!(stale(Some("2025-12-31")), (0, 0), "the last day is still good");
    assert_eq!(stale(Some("2026-01-01")), (1, 1));
    assert!(stale(Some("2026-12-02")).0 > 10);
}

// The way in

#[test]
fn a_mistake_is_told_with_what_to_do() {
    let rules = Rules::builtin();
    let case = example("elderly-care").to_string();
    let said = |name: &str, document: Option<&str>, on: Option<&str>| {
        picture(name, document, on, &rules, &Texts::nl()).unwrap_err()
    };
    for (name, document) in [("house", None), ("phases", None), ("ecogram", None), ("pillars", Some(case.as_str()))] {
        let error = said(name, document, None);
        assert!(error.code() == Code::ValueUnknown && error.help().is_some(), "{name}: {error}");
    }
    for day in ["2027", "2027-02-30", "vandaag", "2027-01-12T10:00", ""] {
        assert_eq!(said("infographic", None, Some(day)).code(), Code::DateInvalid, "{day}");
    }
    assert_eq!(said("phases", Some(&case), None).code().as_str().split('.').next(), Some("document"));
    assert!(said("lifeline", Some("{"), None).code().as_str().starts_with("document."));
}
