//! The vision of an organisation (handbook, chapter 1): that of the sources, with accents of its own. Whatever
//! the organisation adds, says otherwise or leaves out is shown with its reason, so that readers can see whose
//! words they read.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::beside::words;
use crate::boundary::{
    ChosenPart, Knowledge, LeftOutPart, OwnPart, Replaced, ReplacedPart, VisionChoices, VisionDocument, VisionPart,
    VisionSection, Words, read,
};
use crate::error::{Code, Error, nearest};
use crate::knowledge::{self, Entry, Kind};
use crate::observation::shorten;
use crate::text::Texts;

/// A section: the entry that names it, and under what stands that belongs in it. Parts of the first of these
/// stand in a vision from the start; of the others they can be added.
struct Section {
    id: &'static str,
    of: &'static [&'static str],
}

/// What a vision is and what for, the frame of reference, the principles, the three pillars, and what managers do.
const SECTIONS: [Section; 7] = [
    Section { id: "concept.vision", of: &["concept", "barrier", "fact"] },
    Section { id: "frame", of: &["frame"] },
    Section { id: "principle", of: &["principle", "parents", "house"] },
    Section { id: "organisation", of: &["organisation", "cooperation", "team", "network", "checklist"] },
    Section { id: "competence", of: &["competence"] },
    Section { id: "method", of: &["method", "casework", "tool"] },
    Section { id: "organisation.management", of: &["organisation.management", "trajectory"] },
];

/// The ids of the sections.
#[cfg(feature = "schema")]
pub(crate) fn sections() -> impl Iterator<Item = &'static str> {
    SECTIONS.iter().map(|section| section.id)
}

/// What managers do, as the Flemish programme says it.
const MANAGER: &str = "trajectory.manager";
/// Of the introduction: what the word means, and what it is for.
const MEANING: [&str; 2] = ["concept.diversity-sensitive-working", "concept.equal-quality"];
/// Only names the rules below it.
const NO_PART: &str = "organisation.rule";

fn is_under(id: &str, above: &str) -> bool {
    id.strip_prefix(above).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// The section where an entry belongs: that of the longest beginning of its id.
fn section_of(id: &str) -> Option<&'static str> {
    let all = SECTIONS.iter().flat_map(|section| section.of.iter().map(|of| (of, section.id)));
    all.filter(|(of, _)| is_under(id, of)).max_by_key(|(of, _)| of.len()).map(|(_, section)| section)
}

/// Whether an entry stands in a vision from the start: the main lines of chapter 1 of the handbook, and what
/// managers do.
fn from_the_start(entry: &Entry) -> bool {
    let Entry { id, kind, source, .. } = entry;
    let chapter_1 = source.document == "handbook" && (source.section == "1" || source.section.starts_with("1."));
    let main = id.matches('.').count() < 2
        || matches!(kind, Kind::Concept | Kind::Competence)
        || is_under(id, "organisation.management");
    let detail = matches!(kind, Kind::Facet | Kind::Indicator | Kind::Instrument) || *id == NO_PART;
    // What a vision is for stands in none.
    let about_visions = is_under(id, "concept.vision");
    let first = SECTIONS.iter().filter_map(|section| section.of.first()).any(|of| is_under(id, of));
    (first && chapter_1 && main && !detail && !about_visions) || is_under(id, MANAGER) || MEANING.contains(id)
}

/// The vision of an organisation: what it changes in that of the sources, checked.
///
/// ```
/// use raakvlak::vision::Vision;
///
/// let wrong = Vision::from_json(r#"{
///     "schema": "raakvlak.vision.v1",
///     "leave_out": [{"part": "method", "reason": "no direct care"},
///                   {"part": "method.bridging", "reason": "no direct care"}]
/// }"#);
/// assert_eq!(wrong.unwrap_err().path(), "$.leave_out[1].part"); // it left with the first
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vision {
    choices: VisionChoices,
}

impl Vision {
    /// Reads the document `raakvlak.vision.v1` and checks it.
    ///
    /// # Errors
    /// `document.*`, `field.*`, `value.*`, `knowledge.unknown` and `vision.change`; each with the place in the
    /// document.
    pub fn from_json(json: &str) -> Result<Vision, Error> {
        Vision::try_from(read::<VisionChoices>(json, "raakvlak.vision")?)
    }

    /// The vision as the document it was made from.
    pub fn document(&self) -> &VisionChoices {
        &self.choices
    }
}

impl TryFrom<VisionChoices> for Vision {
    type Error = Error;

    fn try_from(choices: VisionChoices) -> Result<Vision, Error> {
        let mut changed = Changed::default();
        for (i, ChosenPart { part, reason }) in choices.add.iter().enumerate() {
            let at = format!("$.add[{i}]");
            let entry = part_of(part, &at)?;
            if from_the_start(entry) {
                return Err(change(format!("`{part}` stands in a vision from the start"), &at, "it need not be added"));
            }
            changed.mark(entry, &at)?;
            said(reason, "a reason", &at, "reason")?;
        }
        for (i, OwnPart { section, label, text, reason }) in choices.own.iter().enumerate() {
            let at = format!("$.own[{i}]");
            if !SECTIONS.iter().any(|known| known.id == section) {
                let help = nearest(section, SECTIONS.iter().map(|known| known.id));
                let message = format!("a vision has no section `{}`", shorten(section));
                return Err(Error::new(Code::ValueUnknown, message)
                    .at(format!("{at}.section"))
                    .with_help(help.unwrap_or_else(|| SECTIONS.map(|known| known.id).join(", "))));
            }
            for (field, value) in [("label", label), ("text", text), ("reason", reason)] {
                said(value, &format!("a {field}"), &at, field)?;
            }
        }
        for (i, ReplacedPart { part, label, text, reason }) in choices.replace.iter().enumerate() {
            let at = format!("$.replace[{i}]");
            let entry = part_of(part, &at)?;
            if !from_the_start(entry) {
                return Err(change(format!("`{part}` does not stand in a vision"), &at, "say it under `own`"));
            }
            changed.mark(entry, &at)?;
            let label = label.iter().map(|label| ("label", label));
            for (field, value) in label.chain([("text", text), ("reason", reason)]) {
                said(value, &format!("a {field}"), &at, field)?;
            }
        }
        for (i, ChosenPart { part, reason }) in choices.leave_out.iter().enumerate() {
            let at = format!("$.leave_out[{i}]");
            part_of(part, &at)?;
            let mut gone = knowledge::all().iter().filter(|e| from_the_start(e) && is_under(e.id, part)).peekable();
            if gone.peek().is_none() {
                return Err(change(format!("`{part}` does not stand in a vision"), &at, "it need not be left out"));
            }
            gone.try_for_each(|entry| changed.mark(entry, &at))?;
            said(reason, "a reason", &at, "reason")?;
        }
        Ok(Vision { choices })
    }
}

/// The parts that something was changed about.
#[derive(Default)]
struct Changed(BTreeSet<&'static str>);

impl Changed {
    fn mark(&mut self, entry: &'static Entry, at: &str) -> Result<(), Error> {
        if self.0.insert(entry.id) {
            return Ok(());
        }
        Err(change(format!("`{}` is changed already", entry.id), at, "one change of a part is enough"))
    }
}

fn change(message: String, at: &str, help: &str) -> Error {
    Error::new(Code::VisionChange, message).at(format!("{at}.part")).with_help(help)
}

fn said(text: &str, what: &str, at: &str, field: &str) -> Result<(), Error> {
    words(text, what, || format!("{at}.{field}"))
}

/// An entry that can be a part of a vision.
fn part_of(id: &str, at: &str) -> Result<&'static Entry, Error> {
    let parts = || knowledge::all().iter().filter(|e| section_of(e.id).is_some());
    parts().find(|e| e.id == id).ok_or_else(|| {
        Error::new(Code::KnowledgeUnknown, format!("there is no part `{}` for a vision", shorten(id)))
            .at(format!("{at}.part"))
            .with_help(nearest(id, parts().map(|e| e.id).filter(|id| *id != NO_PART)).unwrap_or_default())
    })
}

/// The vision of an organisation, section by section, with the organisation's own accents marked and what it
/// left out at the end.
///
/// ```
/// use raakvlak::Texts;
/// use raakvlak::boundary::Words;
/// use raakvlak::vision::{Vision, compose};
///
/// let vision = Vision::from_json(r#"{
///     "schema": "raakvlak.vision.v1",
///     "name": "Care North",
///     "replace": [{"part": "organisation.interpreters", "text": "We call an interpreter at the first sign.",
///                  "reason": "decided with the client council"}],
///     "leave_out": [{"part": "method.psycho-education", "reason": "partners do this"}]
/// }"#)?;
/// let document = compose(&vision, &Texts::en());
/// let organisation = document.sections.iter().find(|section| section.id == "organisation").unwrap();
/// let own: Vec<_> = organisation.parts.iter().filter(|part| part.words == Words::Own).collect();
/// assert_eq!(own[0].instead_of.as_ref().unwrap().label, "Interpreters");
/// assert_eq!(document.left_out[0].reason, "partners do this");
/// # Ok::<(), raakvlak::Error>(())
/// ```
pub fn compose(vision: &Vision, texts: &Texts) -> VisionDocument {
    let VisionChoices { name, leave_out, .. } = &vision.choices;
    let mut left_out = Vec::new();
    let sections = SECTIONS.iter().map(|section| {
        let mut parts = Vec::new();
        for entry in knowledge::all().iter().filter(|entry| section_of(entry.id) == Some(section.id)) {
            let gone = leave_out.iter().find(|gone| from_the_start(entry) && is_under(entry.id, &gone.part));
            match gone {
                Some(gone) => left_out.push(LeftOutPart {
                    id: Cow::Borrowed(entry.id),
                    label: texts.label(entry.id),
                    reason: gone.reason.clone(),
                }),
                None => parts.extend(vision.part(entry, texts)),
            }
        }
        let own = vision.choices.own.iter().filter(|own| own.section == section.id);
        parts.extend(own.map(|own| VisionPart {
            id: None,
            words: Words::Own,
            label: Cow::Owned(own.label.clone()),
            text: Cow::Owned(own.text.clone()),
            source: None,
            instead_of: None,
            reason: Some(own.reason.clone()),
        }));
        VisionSection { id: Cow::Borrowed(section.id), label: texts.label(section.id), parts }
    });
    let sections = sections.filter(|section| !section.parts.is_empty()).collect();
    VisionDocument {
        schema: Cow::Borrowed("raakvlak.vision-document.v1"),
        knowledge: Knowledge::builtin(),
        lang: Cow::Owned(texts.lang().to_owned()),
        name: name.clone(),
        sections,
        left_out,
    }
}

impl Vision {
    /// An entry as it stands in the vision; none where it is not in it.
    fn part(&self, entry: &Entry, texts: &Texts) -> Option<VisionPart> {
        let part = VisionPart {
            id: Some(Cow::Borrowed(entry.id)),
            words: Words::Knowledge,
            label: texts.label(entry.id),
            text: texts.text(entry.id),
            source: Some(entry.source.clone()),
            instead_of: None,
            reason: None,
        };
        if let Some(added) = self.choices.add.iter().find(|added| added.part == entry.id) {
            return Some(VisionPart { reason: Some(added.reason.clone()), ..part });
        }
        let Some(replaced) = self.choices.replace.iter().find(|replaced| replaced.part == entry.id) else {
            return from_the_start(entry).then_some(part);
        };
        Some(VisionPart {
            words: Words::Own,
            label: replaced.label.clone().map_or_else(|| part.label.clone(), Cow::Owned),
            text: Cow::Owned(replaced.text.clone()),
            source: None,
            instead_of: Some(Replaced { label: part.label, text: part.text, source: entry.source.clone() }),
            reason: Some(replaced.reason.clone()),
            id: part.id,
        })
    }
}
