//! Pictures and pages in a real XML parser, with texts that mean harm.

use raakvlak::boundary::{HousePlanDocument, Sector};
use raakvlak::houses::{House, plan};
use raakvlak::report::{self, Block, Format, Page};
use raakvlak::{Case, Rules, Texts};
use raakvlak_draw::{Card, Place};
use roxmltree::{Document, ParsingOptions};

const HOSTILE: &str =
    "\"quotes\" 'single' <script>alert(1)</script> ]]> &amp; \u{0}\u{1b}\u{7f}\u{fffe} \u{200f}עברית\u{202e} -->";

/// What is left of a text where XML does not allow a character.
fn readable(text: &str) -> String {
    let allowed = |c: char| if c.is_control() || c == '\u{fffe}' { '\u{fffd}' } else { c };
    text.chars().map(allowed).collect()
}

fn parse(text: &str) -> Document<'_> {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).unwrap_or_else(|e| panic!("{e}"))
}

fn holds(document: &Document<'_>, text: &str) -> bool {
    document.descendants().any(|node| node.text().is_some_and(|t| t.contains(text)))
}

/// The Dutch texts, with this in the place of every text about the houses.
fn pack_with(text: &str) -> Texts {
    let mut pack = Texts::nl().to_pack();
    for shelf in [&mut pack.labels, &mut pack.texts, &mut pack.parents] {
        for (id, value) in shelf.iter_mut() {
            if id.starts_with("house") || id.starts_with("parents") {
                *value = text.to_owned();
            }
        }
    }
    Texts::from_json(&serde_json::to_string(&pack).unwrap()).unwrap()
}

fn case() -> Case {
    [("image.checked", true), ("image.explanation-needed", true), ("safety.child-unsafe", true)]
        .into_iter()
        .fold(Case::builder(Sector::YouthCare), |case, (id, flag)| case.state(id, flag))
        .state("trust", "basis")
        .build()
        .unwrap()
}

fn pages(plan: &HousePlanDocument, texts: &Texts) -> [Page; 2] {
    [
        report::houses(plan, texts, Some(Card::plan(plan).draw(texts))),
        report::houses_for_parents(plan, texts, |house| Some(Card::one(house).draw(texts))),
    ]
    .map(|mut page| {
        let svg = Card::plan(plan).draw(texts);
        page.blocks.push(Block::Picture { svg, caption: texts.label("house").into_owned() });
        page
    })
}

#[test]
fn texts_that_mean_harm_go_through_picture_and_page_unharmed() {
    let long = format!("{HOSTILE} {}", "lang ".repeat(20_000));
    assert!(long.len() > 100_000);
    for text in [HOSTILE, &long] {
        let texts = pack_with(text);
        let plan = plan(&case(), &Rules::builtin(), &texts);
        for card in [Card::whole(), Card::plan(&plan), Card::one(House::Red)] {
            let svg = card.draw(&texts);
            assert!(holds(&parse(&svg), &readable(text)), "the whole text is in the picture");
            assert!(!svg.contains("<script"));
        }
        for page in pages(&plan, &texts) {
            let html = page.write(Format::Html);
            let document = parse(&html);
            assert!(holds(&document, &readable(text)), "the whole text is on the page");
            assert!(document.descendants().all(|node| node.tag_name().name() != "script"));
            for format in [Format::Text, Format::Markdown] {
                assert!(!page.write(format).chars().any(|c| c.is_control() && c != '\n'));
            }
        }
    }
}

#[test]
fn a_users_own_advice_goes_through_the_page_unharmed() {
    let file = serde_json::json!({
        "schema": "raakvlak.rules.v1",
        "rule": [{ "id": "own.a", "advice": "own.a", "about": "houses", "all": ["safety.child-unsafe"] }],
        "text": [{ "id": "own.a", "label": { "nl": HOSTILE, "en": "A" }, "text": { "nl": HOSTILE, "en": "Do A." } }],
    });
    let rules = Rules::from_json(&file.to_string()).unwrap();
    let texts = Texts::nl();
    let plan = plan(&case(), &rules, &texts);
    assert_eq!(plan.advice.last().unwrap().text, HOSTILE, "the document holds it as it is");
    let html = report::houses(&plan, &texts, None).write(Format::Html);
    assert!(holds(&parse(&html), &readable(HOSTILE)));
}

/// Every card: each house told, next, kept back or not there.
fn cards() -> Vec<Card> {
    let ways = [None, Some(Place::Told), Some(Place::Next), Some(Place::Kept)];
    let mut cards = Vec::new();
    for green in ways {
        for orange in ways {
            for red in ways {
                let places = House::ALL.into_iter().zip([green, orange, red]);
                cards.push(Card::of(&places.filter_map(|(house, place)| Some((house, place?))).collect::<Vec<_>>()));
            }
        }
    }
    cards
}

#[test]
fn every_card_is_well_formed_named_and_the_same_every_time() {
    for texts in [Texts::nl(), Texts::en()] {
        for card in cards() {
            let svg = card.draw(&texts);
            assert_eq!(svg, card.draw(&texts));
            let document = parse(&svg);
            let root = document.root_element();
            assert_eq!(root.attribute("lang"), Some(texts.lang()));
            let named = |tag: &str| {
                let element = root.children().find(|n| n.tag_name().name() == tag);
                element.and_then(|n| n.text()).unwrap_or_default()
            };
            assert!(!named("title").is_empty() && named("desc").len() > 20);
            // What an id points to is there, and nothing comes from outside.
            let ids: Vec<&str> = document.descendants().filter_map(|n| n.attribute("id")).collect();
            let unique: std::collections::BTreeSet<&&str> = ids.iter().collect();
            assert_eq!(unique.len(), ids.len());
            for attribute in document.descendants().flat_map(|n| n.attributes()) {
                if let Some(id) = attribute.value().strip_prefix("url(#").and_then(|rest| rest.strip_suffix(')')) {
                    assert!(ids.contains(&id), "{id}");
                }
                assert!(!attribute.name().starts_with("on") && attribute.name() != "href", "{}", attribute.name());
            }
        }
    }
}

#[test]
fn the_pictures_in_docs_hold_what_their_names_say() {
    let read =
        |name: &str| std::fs::read_to_string(raakvlak_tests::root().join(format!("docs/pictures/{name}.svg"))).unwrap();
    let label = |house: House| Texts::nl().label(house.id()).into_owned();
    let told = |name: &str| House::ALL.into_iter().filter(|h| read(name).contains(&label(*h))).collect::<Vec<_>>();
    assert_eq!(told("houses.nl"), House::ALL);
    assert_eq!(told("houses.plan.nl"), [House::Green, House::Orange]);
    assert_eq!(told("houses.told.nl"), [House::Green, House::Orange]);
}

#[test]
fn a_language_from_right_to_left_turns_page_and_letters() {
    let texts = |lang: &str| {
        let mut pack = Texts::nl().to_pack();
        pack.lang = lang.to_owned();
        Texts::from_json(&serde_json::to_string(&pack).unwrap()).unwrap()
    };
    for (lang, from_right) in [("ar", true), ("fa-AF", true), ("ti", false)] {
        let texts = texts(lang);
        let plan = plan(&case(), &Rules::builtin(), &texts);
        let html = report::houses(&plan, &texts, None).write(Format::Html);
        assert_eq!(parse(&html).root_element().attribute("dir"), from_right.then_some("rtl"), "{lang}");
        assert_eq!(Card::whole().draw(&texts).contains("direction=\"rtl\""), from_right, "{lang}");
    }
}
