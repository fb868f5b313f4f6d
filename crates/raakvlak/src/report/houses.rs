//! The conversation about the houses: for the professional, and for parents.

use super::page::{Block, Item, Page};
use super::reports::{
    Below, because, by_question, fill, fold, heading, list_of_questions, notice, page, settled_by, source, stated,
    status, value,
};
use crate::boundary::{Advised, Compared, Gate, HousePlanDocument, Stated, TalkPoint};
use crate::houses::House;
use crate::knowledge::{self, Kind};
use crate::program::Status;
use crate::text::Texts;

/// Which houses to explain, with a picture if one is given, where the conversation stands,
/// and what to say: for the professional.
pub fn houses(document: &HousePlanDocument, texts: &Texts, picture: Option<String>) -> Page {
    let mut page = page(&texts.phrase("houses-title"), texts, Some(&document.knowledge));
    let out = &mut page.blocks;
    out.extend(document.notices.iter().map(|n| notice(n, texts)));
    out.push(Block::Text(texts.phrase("houses-intro").into_owned()));
    step(out, document, texts);
    out.push(heading("houses-which", texts));
    let items = document.houses.iter().map(|house| {
        let explained = house.explained == Some(Stated::Flag(true));
        let mark = if document.next == Some(house.house) {
            texts.phrase("houses-next").into_owned()
        } else if explained {
            texts.phrase("houses-explained").into_owned()
        } else {
            status(house.status, texts)
        };
        let mut small = Vec::new();
        match house.status {
            Status::Open => small.push(settled_by(&house.settled_by, texts)),
            _ if house.because.is_empty() => {}
            _ => small.push(because(&house.because, texts)),
        }
        small.push(source(&house.source, texts));
        Item {
            label: house.label.to_string(),
            mark,
            text: if house.status == Status::Applies {
                String::new()
            } else {
                texts.phrase("houses-kept").into_owned()
            },
            small,
        }
    });
    out.push(Block::List { numbered: true, items: items.collect() });
    let caption = texts.label("house").into_owned();
    out.extend(picture.map(|svg| Block::Picture { svg, caption }));
    talk(out, document, texts);
    let of = |status: Status| -> Vec<&Advised> { document.advice.iter().filter(|a| a.status == status).collect() };
    let applying = of(Status::Applies);
    if !applying.is_empty() {
        out.push(heading("follows", texts));
        let items = applying.iter().map(|a| Item {
            label: a.label.to_string(),
            text: a.text.to_string(),
            small: vec![because(&a.because, texts), source(&a.source, texts)],
            ..Item::default()
        });
        out.push(Block::List { numbered: false, items: items.collect() });
    }
    list_of_questions(out, &document.ask_next, texts, Below::Nothing);
    let open = of(Status::Open);
    fold(out, "open", &open, texts, by_question(&open, texts));
    page
}

fn step(out: &mut Vec<Block>, document: &HousePlanDocument, texts: &Texts) {
    let step = &document.step;
    out.push(heading("step-where", texts));
    let reached = texts.phrase("step-reached").replace("{n}", &step.current.to_string());
    out.push(Block::Text(fill(&reached, &step.label, "")));
    if step.back {
        out.push(Block::Text(format!("{} {}.", texts.phrase("step-back"), because(&step.because, texts))));
    }
    if let Some(gate) = &step.gate {
        out.push(Block::Text(texts.phrase("step-gate").replace("{n}", &gate.step.to_string())));
        out.push(needs(gate, texts));
    }
}

fn needs(gate: &Gate, texts: &Texts) -> Block {
    let items = gate.needs.iter().map(|need| {
        let now = match (&need.value, &need.state) {
            (Some(value), _) => stated(value, texts),
            (None, Some(state)) => value(state, texts),
            (None, None) => texts.phrase("unknown").into_owned(),
        };
        Item { text: fill(&texts.phrase("need-now"), &asked(need, texts), &now), ..Item::default() }
    });
    Block::List { numbered: false, items: items.collect() }
}

/// What a comparison asks, in words: "Trust: a basis".
fn asked(need: &Compared, texts: &Texts) -> String {
    let mut words = need.comparison.split(' ');
    let (id, operator, wanted) = (words.next(), words.next(), words.next());
    let wanted = value(wanted.unwrap_or_default(), texts);
    let wanted = if operator == Some(">=") { fill(&texts.phrase("or-more"), &wanted, "") } else { wanted };
    format!("{}: {wanted}", texts.label(id.unwrap_or_default()))
}

fn talk(out: &mut Vec<Block>, document: &HousePlanDocument, texts: &Texts) {
    out.push(heading("talk", texts));
    out.push(Block::Text(texts.phrase("talk-intro").into_owned()));
    let talk = &document.talk;
    let mut rest: Vec<&TalkPoint> = Vec::new();
    let list = |points: &[&TalkPoint]| Block::List {
        numbered: false,
        items: points.iter().map(|point| said(point, texts)).collect(),
    };
    for (key, points) in
        [("talk-say", &talk.say), ("talk-ask", &talk.ask), ("talk-do", &talk.actions), ("talk-avoid", &talk.avoid)]
    {
        if points.is_empty() {
            continue;
        }
        out.push(Block::Heading(3, texts.phrase(key).into_owned()));
        let (first, more): (Vec<&TalkPoint>, Vec<&TalkPoint>) =
            points.iter().partition(|point| document.next.is_none() || key != "talk-say" || is_core(point));
        out.push(list(&first));
        rest.extend(more);
    }
    if !rest.is_empty() {
        out.push(Block::Fold(format!("{} ({})", texts.phrase("talk-more"), rest.len()), vec![list(&rest)]));
    }
}

/// What carries the explanation of a house: what the house is, what matters, consent and the
/// goal. Stones, helpers and the like can be pointed at on the card.
fn is_core(point: &TalkPoint) -> bool {
    point.id.starts_with("house")
        && knowledge::entry(&point.id)
            .is_some_and(|e| matches!(e.kind, Kind::House | Kind::Message | Kind::Gate | Kind::Rule | Kind::Concept))
}

/// What to say stands first, in quotation marks; what it is for stands small beside it.
fn said(point: &TalkPoint, texts: &Texts) -> Item {
    let label = point.label.to_string();
    match &point.parents {
        Some(words) => Item {
            label,
            text: fill(&texts.phrase("quoted"), words, ""),
            small: std::iter::once(&point.text).chain(&point.caveat).map(|t| t.to_string()).collect(),
            ..Item::default()
        },
        None => Item { label, text: point.text.to_string(), ..Item::default() },
    }
}

/// What parents can read and take home: the houses that they may see now, each with its
/// picture, if one is given, and in plain words what matters and who helps. What is kept back
/// is not on it, and what only makes sense with the card between you is left to the
/// conversation.
pub fn houses_for_parents(
    document: &HousePlanDocument,
    texts: &Texts,
    picture: impl Fn(House) -> Option<String>,
) -> Page {
    let mut page = page(&texts.phrase("parents-title"), texts, None);
    page.footer = texts.phrase("parents-footer").into_owned();
    let text = |id: &str| texts.parents(id).map(|t| Block::Text(t.into_owned()));
    page.blocks.extend(text("house"));
    for house in document.shown.iter().copied() {
        let label = texts.label(house.id()).into_owned();
        page.blocks.push(Block::Heading(2, label.clone()));
        page.blocks.extend(picture(house).map(|svg| Block::Picture { svg, caption: label }));
        page.blocks.extend(text(house.id()));
        let of = |kind: Kind| knowledge::children(house.id()).filter(move |e| e.kind == kind);
        let told = of(Kind::Gate).chain(of(Kind::Message)).chain(of(Kind::Helper));
        let items = told.filter_map(|e| texts.parents(e.id)).map(|t| Item { text: t.into_owned(), ..Item::default() });
        page.blocks.push(Block::List { numbered: false, items: items.collect() });
    }
    page.blocks.extend(text("house.rule.goal"));
    page
}
