//! The vision of an organisation, to print; and what managers can start from.

use super::page::{Block, Item, Page};
use super::reports::{fill, heading, heading_of, page, source};
use crate::boundary::{VisionDocument, VisionPart, Words};
use crate::knowledge::{self, Entry, Kind};
use crate::text::Texts;

/// The vision of an organisation, section by section; its own accents are marked, and what it left out stands at
/// the end with the reason.
///
/// ```
/// use raakvlak::report::{self, Format};
/// use raakvlak::vision::{Vision, compose};
/// use raakvlak::Texts;
///
/// let vision = Vision::from_json(r#"{"schema": "raakvlak.vision.v1", "name": "Care North"}"#)?;
/// let page = report::vision(&compose(&vision, &Texts::en()), &Texts::en());
/// assert!(page.write(Format::Markdown).contains("Nothing was left out."));
/// # Ok::<(), raakvlak::Error>(())
/// ```
pub fn vision(document: &VisionDocument, texts: &Texts) -> Page {
    let title = match &document.name {
        Some(name) => fill(&texts.phrase("vision-title-of"), name, ""),
        None => texts.phrase("vision-title").into_owned(),
    };
    let mut page = page(&title, texts, Some(&document.knowledge));
    let out = &mut page.blocks;
    out.push(Block::Text(texts.phrase("vision-intro").into_owned()));
    out.push(Block::Contents(texts.phrase("survey-contents").into_owned()));
    for section in &document.sections {
        out.push(Block::Heading(2, section.label.to_string()));
        let items = section.parts.iter().map(|part| self::part(part, texts)).collect();
        out.push(Block::List { numbered: false, items });
    }
    out.push(heading("vision-left-out", texts));
    if document.left_out.is_empty() {
        out.push(Block::Text(texts.phrase("vision-nothing-left-out").into_owned()));
        return page;
    }
    let items = document.left_out.iter().map(|gone| Item {
        label: gone.label.to_string(),
        text: gone.reason.clone(),
        ..Item::default()
    });
    out.push(Block::List { numbered: false, items: items.collect() });
    page
}

fn part(part: &VisionPart, texts: &Texts) -> Item {
    let mark = match (part.words, &part.reason) {
        (Words::Own, _) => texts.phrase("vision-own").into_owned(),
        (Words::Knowledge, Some(_)) => texts.phrase("vision-added").into_owned(),
        (Words::Knowledge, None) => String::new(),
    };
    let mut small = Vec::new();
    small.extend(part.reason.as_ref().map(|reason| fill(&texts.phrase("vision-reason"), reason, "")));
    let instead = part.instead_of.as_ref();
    small.extend(instead.map(|of| fill(&texts.phrase("vision-instead-of"), &of.label, &source(&of.source, texts))));
    small.extend(part.source.as_ref().map(|of| source(of, texts)));
    Item { label: part.label.to_string(), mark, text: part.text.to_string(), small }
}

/// What managers who set up a policy can start from: the questions, what only they can do, and the programme of
/// the Flemish trajectory.
///
/// ```
/// use raakvlak::Texts;
/// use raakvlak::report::{self, Format};
///
/// let page = report::manager_trajectory(&Texts::en());
/// assert!(page.write(Format::Text).contains("Why we do not reach them"));
/// ```
pub fn manager_trajectory(texts: &Texts) -> Page {
    let mut page = page(&texts.label("trajectory"), texts, None);
    let out = &mut page.blocks;
    let text = |id: &str| Block::Text(texts.text(id).into_owned());
    let list = |under: &str, fits: fn(&Entry) -> bool| Block::List {
        numbered: false,
        items: knowledge::children(under).filter(|entry| fits(entry)).map(|entry| self::entry(entry, texts)).collect(),
    };
    out.extend([text("trajectory"), text("trajectory.goal")]);
    out.push(heading("trajectory-questions", texts));
    out.push(list("trajectory", |entry| entry.kind == Kind::Question));
    for part in ["trajectory.manager", "trajectory.programme"] {
        out.extend([heading_of(part, texts), text(part), list(part, |_| true)]);
    }
    page
}

fn entry(entry: &Entry, texts: &Texts) -> Item {
    Item {
        label: texts.label(entry.id).into_owned(),
        text: texts.text(entry.id).into_owned(),
        small: texts.caveat(entry.id).iter().map(|caveat| caveat.to_string()).collect(),
        ..Item::default()
    }
}
