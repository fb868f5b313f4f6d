//! A review of what organisations do together: what goes well, what is lacking and what is not known, by the
//! same rules as everything else.

use std::borrow::Cow;

use crate::advice::{Decided, Given};
use crate::boundary::{Position, Practice, ReviewDocument, ReviewPart};
use crate::knowledge::{self, Kind};
use crate::program::Status;
use crate::rule::About;
use crate::rules::Rules;
use crate::situation::Situation;
use crate::text::Texts;

/// What is reviewed, projected to a situation.
pub(crate) struct Reviewed {
    pub(crate) about: About,
    pub(crate) seen: Situation,
    pub(crate) id: Option<String>,
    pub(crate) name: Option<String>,
    /// The part that is at hand.
    pub(crate) now: Option<Cow<'static, str>>,
    pub(crate) parts: Vec<Part>,
}

/// A part: the advice of that id, and those whose ids stand under it.
pub(crate) struct Part {
    pub(crate) id: Cow<'static, str>,
    pub(crate) position: Option<Position>,
}

impl Reviewed {
    pub(crate) fn document(self, rules: &Rules, texts: &Texts) -> ReviewDocument {
        let decided = Decided::beside_cases(self.about, rules, self.seen);
        let given = decided.in_order();
        let is_strength = |g: &Given<'_>| matches!(g.kind(), Kind::Feature | Kind::SuccessFactor);
        let owned = |g: &Given<'_>| Cow::Owned(g.id().to_owned());
        let strengths = given.iter().filter(|g| is_strength(g) && g.status() == Status::Applies).map(owned).collect();
        let parts = self.parts.into_iter().map(|part| {
            let under = format!("{}.", part.id);
            let of = |status| {
                let own = |g: &&Given<'_>| g.id() == part.id || g.id().starts_with(&under);
                given.iter().filter(own).filter(|g| g.status() == status).map(owned).collect()
            };
            let examples = knowledge::all().iter().filter(|e| e.kind == Kind::Activity && e.id.starts_with(&under));
            let examples = examples.map(|entry| Practice {
                id: Cow::Borrowed(entry.id),
                label: rules.label(entry.id, texts),
                text: texts.text(entry.id),
                source: entry.source.clone(),
            });
            ReviewPart {
                examples: examples.collect(),
                label: label(&part.id, rules, texts),
                position: part.position,
                applies: of(Status::Applies),
                open: of(Status::Open),
                not_now: of(Status::NotNow),
                id: part.id,
            }
        });
        ReviewDocument {
            schema: Cow::Borrowed("raakvlak.review.v1"),
            knowledge: rules.knowledge(),
            lang: Cow::Owned(texts.lang().to_owned()),
            of: self.about.into(),
            id: self.id,
            name: self.name,
            now: self.now,
            strengths,
            parts: parts.collect(),
            advice: given.iter().map(|g| decided.advised(g, texts)).collect(),
            ask_next: decided.ask_next(texts),
            monitor: None,
        }
    }
}

/// What a part is called: a few have no entry of their own.
fn label(id: &str, rules: &Rules, texts: &Texts) -> Cow<'static, str> {
    texts.find_phrase(&format!("part-{}", id.replace('.', "-"))).unwrap_or_else(|| rules.label(id, texts))
}
