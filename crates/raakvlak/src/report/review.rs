//! The review of what organisations do together.

use super::network::medians;
use super::page::{Block, Item, Page};
use super::reports::{Below, advised, by_question, fill, found, heading, list_of_questions, page, source, titled};
use crate::boundary::{Advised, Position, ReviewDocument, ReviewPart, WholeCase};
use crate::checklist::Minimum;
use crate::knowledge::{self, Kind};
use crate::program::Status;
use crate::text::Texts;

/// What to do now, what earlier parts lack or leave open, what goes well, tips and lessons, and what to ask next:
/// of a learning network, a cooperation or a district team. It locks nothing.
///
/// ```
/// use raakvlak::network::{self, Network};
/// use raakvlak::report::{self, Format};
/// use raakvlak::{Rules, Texts};
///
/// let network = Network::from_json(r#"{"schema": "raakvlak.network.v1", "id": "maatwerk", "phases": [{"phase": 1}]}"#)?;
/// let review = network::review(&network, &Rules::builtin(), &Texts::nl());
/// let page = report::review(&review, &Texts::nl());
/// assert!(page.write(Format::Text).contains("Nu in fase 1: kennismaken"));
/// # Ok::<(), raakvlak::Error>(())
/// ```
pub fn review(document: &ReviewDocument, texts: &Texts) -> Page {
    let of = match document.of {
        WholeCase::Cooperation => "cooperation",
        WholeCase::DistrictTeam => "district-team",
        WholeCase::Case | WholeCase::Organisation | WholeCase::Network => "network",
    };
    let title = titled(&format!("review-title-{of}"), document.name.as_ref(), texts);
    let mut page = page(&title, texts, Some(&document.knowledge));
    let out = &mut page.blocks;
    out.push(Block::Text(texts.phrase(&format!("review-intro-{of}")).into_owned()));
    let told = Told { document, texts };
    let at = |position| document.parts.iter().filter(move |part| part.position == position);
    if document.of == WholeCase::Network && document.now.is_none() {
        out.push(Block::Text(texts.phrase("review-now-unknown").into_owned()));
    }
    for part in at(Some(Position::Now)) {
        // A label begins with a capital, also where it goes on in a sentence.
        let mut label = part.label.chars();
        let label: String = label.next().into_iter().flat_map(char::to_lowercase).chain(label).collect();
        out.push(Block::Heading(2, fill(&texts.phrase("review-now"), &label, "")));
        out.push(Block::Text(texts.text(&part.id).into_owned()));
        told.applies(out, part);
        let open = told.those(&part.open);
        if !open.is_empty() {
            out.push(Block::Heading(3, texts.phrase("review-now-open").into_owned()));
            out.push(Block::List { numbered: false, items: by_question(&open, texts) });
        }
    }
    let in_phases = document.of == WholeCase::Network;
    if in_phases {
        list_of_questions(out, &document.ask_next, texts, Below::EffectAndName);
    }
    for part in at(Some(Position::Now)).filter(|part| !part.examples.is_empty()) {
        let items = part.examples.iter().map(|example| Item {
            label: example.label.to_string(),
            text: example.text.to_string(),
            small: vec![source(&example.source, texts)],
            ..Item::default()
        });
        let list = Block::List { numbered: false, items: items.collect() };
        out.push(Block::Fold(texts.phrase("review-examples").into_owned(), vec![list]));
    }
    let earlier: Vec<&ReviewPart> = at(Some(Position::Earlier)).collect();
    if !earlier.is_empty() {
        out.push(heading("review-earlier", texts));
        let unfinished = |part: &&&ReviewPart| !part.applies.is_empty() || !part.open.is_empty();
        if !earlier.iter().any(|part| unfinished(&part)) {
            out.push(Block::Text(texts.phrase("review-earlier-none").into_owned()));
        }
        for part in earlier.iter().filter(unfinished) {
            out.push(Block::Heading(3, part.label.to_string()));
            told.part(out, part);
        }
    }
    if in_phases || !document.strengths.is_empty() {
        told.strengths(out);
    }
    for part in at(None) {
        out.push(Block::Heading(2, part.label.to_string()));
        // The step itself says what it is about; below it stands what there is to do.
        if knowledge::entry(&part.id).is_some() {
            out.push(Block::Text(texts.text(&part.id).into_owned()));
        }
        told.part(out, part);
    }
    told.others(out);
    if let Some(monitor) = &document.monitor {
        out.push(heading("review-monitor", texts));
        medians(out, monitor, texts);
        if !monitor.left_out.is_empty() {
            let waves = monitor.left_out.join("; ");
            let said = texts.phrase("review-monitor-left-out").replace("{n}", &Minimum::default().get().to_string());
            out.push(Block::Text(fill(&said, &waves, "")));
        }
    }
    if !in_phases {
        list_of_questions(out, &document.ask_next, texts, Below::EffectAndName);
    }
    let later: Vec<&Advised> = at(Some(Position::Later)).flat_map(|part| told.those(&part.applies)).collect();
    if !later.is_empty() {
        let title = format!("{} ({})", texts.phrase("review-later"), later.len());
        out.push(Block::Fold(title, vec![advised(&later, texts)]));
    }
    page
}

struct Told<'a> {
    document: &'a ReviewDocument,
    texts: &'a Texts,
}

impl<'a> Told<'a> {
    /// Of a part, beside the part itself.
    fn within(&self, part: &ReviewPart, ids: &[impl AsRef<str>]) -> Vec<&'a Advised> {
        self.those(ids).into_iter().filter(|advised| advised.id != part.id).collect()
    }

    fn those(&self, ids: &[impl AsRef<str>]) -> Vec<&'a Advised> {
        let among = |advised: &&Advised| ids.iter().any(|id| id.as_ref() == advised.id);
        self.document.advice.iter().filter(among).collect()
    }

    /// What applies, each with because and source, what is open, and what is settled.
    fn part(&self, out: &mut Vec<Block>, part: &ReviewPart) {
        self.applies(out, part);
        let is_barrier = |a: &&Advised| a.kind == Kind::Barrier;
        let (barriers, open): (Vec<&Advised>, Vec<&Advised>) =
            self.within(part, &part.open).into_iter().partition(is_barrier);
        self.named(out, "review-open-barrier", &barriers);
        self.named(out, "review-open", &open);
        if self.document.of != WholeCase::Network {
            let settled = self.within(part, &part.not_now);
            let above = |id: &str| knowledge::entry(id).and_then(|entry| entry.parent);
            // A barrier that is not there was not arranged, and ways to do a thing are not all done when it is.
            let is_way = |a: &Advised| above(&a.id).is_some_and(|id| settled.iter().any(|other| other.id == id));
            let settled: Vec<&Advised> = settled.iter().copied().filter(|a| !is_barrier(a) && !is_way(a)).collect();
            self.named(out, "review-settled", &settled);
        }
    }

    fn applies(&self, out: &mut Vec<Block>, part: &ReviewPart) {
        let said = |key: &str| Block::Text(self.texts.phrase(key).into_owned());
        match self.within(part, &part.applies).as_slice() {
            // What is open is named below.
            [] if !self.within(part, &part.open).is_empty() => {}
            [] if !part.open.is_empty() => out.push(said("review-nothing-yet")),
            [] if self.within(part, &part.not_now).iter().any(|a| a.kind == Kind::Barrier) => {
                out.push(said("review-nothing-barrier"))
            }
            [] => out.push(said("review-nothing")),
            applies => out.push(advised(applies, self.texts)),
        }
    }

    /// The labels of some, where there are any.
    fn named(&self, out: &mut Vec<Block>, key: &str, of: &[&Advised]) {
        let labels: Vec<&str> = of.iter().map(|advised| &*advised.label).collect();
        if !labels.is_empty() {
            out.push(Block::Text(fill(&self.texts.phrase(key), &labels.join("; "), "")));
        }
    }

    fn of_kind(&self, status: Status) -> Vec<&'a Advised> {
        let all = self.document.advice.iter();
        all.filter(|a| a.status == status && matches!(a.kind, Kind::Feature | Kind::SuccessFactor)).collect()
    }

    /// What is known to work: there, not there, or not known.
    fn strengths(&self, out: &mut Vec<Block>) {
        out.push(heading("review-strengths", self.texts));
        match self.those(&self.document.strengths).as_slice() {
            [] => out.push(Block::Text(self.texts.phrase("review-strengths-none").into_owned())),
            strengths => out.push(found(strengths, self.texts)),
        }
        let absent = self.of_kind(Status::NotNow);
        if !absent.is_empty() {
            out.push(Block::Heading(3, self.texts.phrase("review-absent").into_owned()));
            out.push(found(&absent, self.texts));
        }
        self.named(out, "review-strengths-open", &self.of_kind(Status::Open));
    }

    /// What belongs to no part: what a user's own rules add.
    fn others(&self, out: &mut Vec<Block>) {
        let told = |id: &str| {
            let parts = self.document.parts.iter();
            parts.flat_map(|p| p.applies.iter().chain(&p.open).chain(&p.not_now)).any(|of| of == id)
        };
        let features = |a: &&Advised| matches!(a.kind, Kind::Feature | Kind::SuccessFactor);
        let others: Vec<&Advised> = self.document.advice.iter().filter(|a| !told(&a.id) && !features(a)).collect();
        let with = |status| others.iter().copied().filter(|a| a.status == status).collect::<Vec<&Advised>>();
        let (applies, open) = (with(Status::Applies), with(Status::Open));
        if applies.is_empty() && open.is_empty() {
            return;
        }
        out.push(heading("follows", self.texts));
        if !applies.is_empty() {
            out.push(advised(&applies, self.texts));
        }
        self.named(out, "review-open", &open);
    }
}
