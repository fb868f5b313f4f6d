//! Forms to print or to fill in: the checklist, and the worksheet of an improvement plan.

use super::page::{Block, Item, Page};
use super::reports::{heading_of, page};
use crate::boundary::{Progress, Wording, word};
use crate::checklist::{self, Instrument, Role};
use crate::knowledge::{self, Entry, Kind};
use crate::text::Texts;

/// The checklist as a form: the statements by block, with boxes for a score from 1 to 10, for
/// not applicable and for not known; the role of the respondent, and the top three at the end.
/// It asks for no name.
///
/// ```
/// use raakvlak::Texts;
/// use raakvlak::boundary::Wording;
/// use raakvlak::report::{self, Format};
///
/// let form = report::checklist_form(Wording::AnySector, &Texts::nl());
/// assert!(form.write(Format::Html).contains("helemaal niet waar"));
/// ```
pub fn checklist_form(wording: Wording, texts: &Texts) -> Page {
    let phrase = |key: &str| texts.phrase(key).into_owned();
    let mut page = page(&texts.label("checklist"), texts, None);
    let out = &mut page.blocks;
    out.push(Block::Text(texts.text("checklist").into_owned()));
    out.push(Block::Text(format!("{} {}", texts.text("checklist.scale"), phrase("form-how"))));
    out.push(Block::Text(phrase("form-nameless")));
    out.push(Block::Blanks(["form-organisation", "form-team", "form-wave", "form-code"].map(phrase).to_vec()));
    let role = |role: Role| phrase(&format!("role-{}", role.name()));
    out.push(Block::Tick { question: phrase("form-role"), choices: Role::ALL.map(role).to_vec() });

    let instrument = Instrument::current();
    for block in instrument.blocks() {
        let parts = instrument.blocks().iter().any(|part| part.parent == Some(block.id));
        if block.parent.is_none() {
            out.push(heading_of(block.id, texts));
        }
        if !parts {
            out.push(scale(block, wording, texts));
        }
    }
    out.push(heading_of("checklist.top-three", texts));
    out.push(Block::Text(texts.text("checklist.top-three").into_owned()));
    for place in 1..=3 {
        let item = Item { label: place.to_string(), ..Item::default() };
        out.push(Block::Fill { item, room: phrase("form-top"), answer: None });
    }
    page
}

fn scale(block: &checklist::Block, wording: Wording, texts: &Texts) -> Block {
    let statement = |item: &checklist::Item| {
        let elderly = if wording == Wording::ElderlyCare { texts.elderly(item.id) } else { None };
        // One statement has no number.
        let mark = item.name().parse().map_or_else(|_| String::new(), |number: u32| number.to_string());
        Item {
            label: texts.label(item.id).into_owned(),
            mark,
            text: elderly.unwrap_or_else(|| texts.text(item.id)).into_owned(),
            ..Item::default()
        }
    };
    let items = block.items.iter().filter_map(|place| Instrument::current().items().get(*place));
    let caption = if block.parent.is_some() { texts.label(block.id).into_owned() } else { String::new() };
    let words = ["form-not-applicable", "form-dont-know"].map(|key| texts.phrase(key).into_owned());
    Block::Scale {
        caption,
        meaning: texts.phrase("form-meaning").into_owned(),
        choices: checklist::Score::RANGE.map(|score| score.to_string()).chain(words).collect(),
        items: items.map(statement).collect(),
    }
}

/// How many actions the worksheet has room for: few, so that they stay small and concrete.
const ACTIONS: usize = 4;

/// The worksheet of an improvement plan: its fields are those of
/// [`ImprovementPlan`](crate::boundary::ImprovementPlan), and ours, as it says itself. It asks for no name.
///
/// ```
/// use raakvlak::Texts;
/// use raakvlak::report::{self, Format};
///
/// let form = report::improvement_form(&Texts::en());
/// assert!(form.write(Format::Html).contains("Our choice"));
/// ```
pub fn improvement_form(texts: &Texts) -> Page {
    let phrase = |key: &str| texts.phrase(key).into_owned();
    let mut page = page(&texts.label("tool.worksheet"), texts, None);
    let out = &mut page.blocks;
    out.push(Block::Text(phrase("network-form-intro")));
    out.push(Block::Text(format!("{}: {}", phrase("own-choice"), phrase("network-form-choice"))));
    out.push(Block::Blanks(
        ["organisation", "theme", "owner", "date"].map(|key| phrase(&format!("network-form-{key}"))).to_vec(),
    ));
    let fill = |key: &str, text: String| Block::Fill {
        item: Item { label: phrase(&format!("network-plan-{key}")), text, ..Item::default() },
        room: phrase("network-form-answer"),
        answer: None,
    };
    let asked = |key: &str| fill(key, phrase(&format!("network-form-{key}")));
    out.extend(["dream", "goal"].map(asked));
    out.push(Block::Heading(2, phrase("network-actions")));
    out.push(Block::Text(phrase("network-form-actions")));
    out.extend((1..=ACTIONS).map(|action| Block::Fill {
        item: Item { label: format!("{} {action}", phrase("network-action")), ..Item::default() },
        room: phrase("network-form-action"),
        answer: None,
    }));
    out.push(Block::Heading(2, phrase("network-form-organisation-needs")));
    out.push(Block::Tick {
        question: phrase("network-form-agreed"),
        choices: ["value-yes", "value-no", "network-form-not-yet"].map(phrase).to_vec(),
    });
    out.push(asked("agreement"));
    // Those that an organisation arranges itself, in the handbook's first pillar.
    let own = |entry: &&'static Entry| entry.kind == Kind::Condition && entry.source.section.starts_with("1.2");
    let conditions = knowledge::children("organisation").filter(own);
    let conditions: Vec<_> = conditions.map(|entry| texts.label(entry.id)).collect();
    out.push(fill("conditions", phrase("network-form-conditions").replace("{a}", &conditions.join("; "))));
    out.push(Block::Heading(2, phrase("network-form-afterwards")));
    out.extend(["try-out", "feedback", "evaluation", "anchoring"].map(asked));
    out.push(Block::Tick {
        question: phrase("network-plan-status"),
        choices: Progress::ALL.map(|progress| phrase(&format!("network-progress-{}", word(&progress)))).to_vec(),
    });
    page
}
