//! The case discussion (handbook, appendix 1): four opening questions and seven points of
//! attention, in the order and with the stress that the case asks for.

use std::borrow::Cow;

use crate::advice::Decided;
use crate::boundary::{Attention, AttentionPoint, CaseworkDocument, Fact, Question, Stress, SubQuestion, read};
use crate::case::Case;
use crate::error::Error;
use crate::knowledge::{self, Entry};
use crate::program::Status;
use crate::rules::Rules;
use crate::text::Texts;

/// What has to be settled before points of attention 10 and 11 may come to the front.
const GATE: &str = "casework.attention.9.alternatives-gate";

/// The worksheet for one case.
///
/// The points of attention with most parts that the case asks for come first. Those that
/// bring knowledge and alternatives (10 and 11) stay behind the others until it is stated
/// that the other feels understood: that is the gate of point 9.
///
/// ```
/// use raakvlak::boundary::Sector;
/// use raakvlak::{casework, Case, Rules, Texts};
///
/// let case = Case::builder(Sector::YouthCare).state("practical.worries", true).build()?;
/// let sheet = casework::worksheet(&case, &Rules::builtin(), &Texts::en());
/// assert_eq!(sheet.questions.len(), 4);
/// assert_eq!(sheet.attention[0].number, 5); // begin with practical matters
/// # Ok::<(), raakvlak::Error>(())
/// ```
pub fn worksheet(case: &Case, rules: &Rules, texts: &Texts) -> CaseworkDocument {
    let decided = Decided::new(case, rules);
    let mut points = Points::default();
    for given in decided.in_order() {
        if given.id().starts_with("casework.") {
            let advised = decided.advised(&given, texts);
            points.add(advised.id, advised.status, advised.because, advised.always);
        }
    }
    let questions = numbered("casework.question.", 1..=4)
        .map(|(number, entry)| Question {
            id: Cow::Borrowed(entry.id),
            number,
            label: texts.label(entry.id),
            text: texts.text(entry.id),
            sub: knowledge::children(entry.id)
                .map(|sub| SubQuestion {
                    id: Cow::Borrowed(sub.id),
                    label: texts.label(sub.id),
                    text: texts.text(sub.id),
                    answer: None,
                })
                .collect(),
        })
        .collect();
    let understood = points.status(GATE) == Some(Status::NotNow);
    let mut attention: Vec<(bool, usize, Attention)> = numbered("casework.attention.", 5..=11)
        .map(|(number, entry)| {
            let parts: Vec<AttentionPoint> = knowledge::children(entry.id)
                .map(|part| AttentionPoint {
                    id: Cow::Borrowed(part.id),
                    label: texts.label(part.id),
                    text: texts.text(part.id),
                    status: points.status(part.id),
                    because: points.because(part.id),
                    answer: None,
                })
                .collect();
            let asked = parts.iter().filter(|p| p.status == Some(Status::Applies) && !p.because.is_empty()).count();
            let held_back = number >= 10 && !understood;
            let attention = Attention {
                id: Cow::Borrowed(entry.id),
                number,
                label: texts.label(entry.id),
                text: texts.text(entry.id),
                stress: if asked > 0 { Stress::Extra } else { Stress::Normal },
                held_back,
                points: parts,
            };
            (held_back, asked, attention)
        })
        .collect();
    attention.sort_by_key(|(held_back, asked, a)| (*held_back, std::cmp::Reverse(*asked), a.number));
    CaseworkDocument {
        schema: Cow::Borrowed("raakvlak.casework.v1"),
        knowledge: rules.knowledge(),
        lang: Cow::Owned(texts.lang().to_owned()),
        notices: decided.notices(texts),
        questions,
        attention: attention.into_iter().map(|(_, _, a)| a).collect(),
    }
}

/// Reads a worksheet again, filled in or not.
///
/// # Errors
/// `document.*`, `field.*` and `value.*`, with the place.
pub fn from_json(json: &str) -> Result<CaseworkDocument, Error> {
    read(json, "raakvlak.casework")
}

fn numbered(prefix: &str, numbers: std::ops::RangeInclusive<u8>) -> impl Iterator<Item = (u8, &'static Entry)> {
    numbers.filter_map(move |n| Some((n, knowledge::entry(&format!("{prefix}{n}"))?)))
}

/// The advices about the case discussion, over all pairs together.
#[derive(Default)]
struct Points(Vec<(Cow<'static, str>, Status, Vec<Fact>)>);

impl Points {
    /// What applies somewhere applies; what is open somewhere, and applies nowhere, is open.
    fn add(&mut self, id: Cow<'static, str>, status: Status, because: Vec<Fact>, always: bool) {
        if always {
            return;
        }
        let because = if status == Status::Applies { because } else { Vec::new() };
        match self.0.iter_mut().find(|(known, ..)| *known == id) {
            None => self.0.push((id, status, because)),
            Some((_, before, facts)) => {
                *before = match (*before, status) {
                    (Status::Applies, _) | (_, Status::Applies) => Status::Applies,
                    (Status::Open, _) | (_, Status::Open) => Status::Open,
                    _ => Status::NotNow,
                };
                for fact in because {
                    if !facts.contains(&fact) {
                        facts.push(fact);
                    }
                }
            }
        }
    }

    fn status(&self, id: &str) -> Option<Status> {
        self.0.iter().find(|(known, ..)| known == id).map(|(_, status, _)| *status)
    }

    fn because(&self, id: &str) -> Vec<Fact> {
        self.0.iter().find(|(known, ..)| known == id).map_or(Vec::new(), |(_, _, facts)| facts.clone())
    }
}
