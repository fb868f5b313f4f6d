//! The houses (handbook, appendix 3): which to explain to parents, and how to come to it.
//!
//! The card with three houses explains the Dutch youth-care system to parents: green, raising
//! children together; orange, voluntary help; red, forced help where a child is not safe. It
//! is an aid to explain, never a verdict on a family. The conversation has four steps: win
//! trust, ask what picture the parents have, explain, talk about frames of reference.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::advice::{Decided, Given, fact, notice};
use crate::boundary::{
    Advised, Fact, Gate, HouseDecided, HousePlanDocument, Notice, Stated, StepReached, Talk, TalkPoint,
};
use crate::case::Case;
use crate::compare::said;
use crate::knowledge::{self, Entry, Kind};
use crate::observation;
use crate::program::Status;
use crate::rule::Comparison;
use crate::rules::Rules;
use crate::situation::{Answer, Situation};
use crate::text::Texts;
use crate::why::compared;

/// One of the three houses of the card: an explanation aid, never a verdict on a family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum House {
    /// Raising children together: informal help.
    Green,
    /// Voluntary help.
    Orange,
    /// Forced help, where a child is not safe.
    Red,
}

impl House {
    /// The three, in the order in which they are explained.
    pub const ALL: [House; 3] = [House::Green, House::Orange, House::Red];

    /// The knowledge id, for instance `house.green`.
    pub const fn id(self) -> &'static str {
        match self {
            House::Green => "house.green",
            House::Orange => "house.orange",
            House::Red => "house.red",
        }
    }

    /// The observation that it was explained.
    const fn explained(self) -> &'static str {
        match self {
            House::Green => "explained.green",
            House::Orange => "explained.orange",
            House::Red => "explained.red",
        }
    }
}

/// Which houses to explain, where the conversation stands, and what to say, ask and avoid.
///
/// Green always belongs to it and comes first. Orange comes when parents and professional
/// agree that some things do not go well, when problems persist and the own circle cannot
/// do enough, or before red. Red comes only when a child is stated to be unsafe.
///
/// ```
/// use raakvlak::boundary::Sector;
/// use raakvlak::houses::{House, plan};
/// use raakvlak::{Case, Rules, Texts};
///
/// let case = Case::builder(Sector::YouthCare)
///     .state("upbringing.some-aspects-not-well", true)
///     .state("safety.child-unsafe", false)
///     .state("trust", "beginning")
///     .build()?;
/// let plan = plan(&case, &Rules::builtin(), &Texts::en());
/// assert_eq!(plan.order, [House::Green, House::Orange]);
/// assert_eq!(plan.step.current, 2); // first ask what picture the parents have
/// assert_eq!(plan.step.gate.unwrap().needs[0].comparison, "image.checked = yes");
/// # Ok::<(), raakvlak::Error>(())
/// ```
pub fn plan(case: &Case, rules: &Rules, texts: &Texts) -> HousePlanDocument {
    let seen = case.whole();
    let conversation = Conversation { decided: Decided::houses(case, rules, seen.clone()), seen, texts };
    let houses: Vec<HouseDecided> = House::ALL.into_iter().filter_map(|h| conversation.house(h)).collect();
    let order: Vec<House> = houses.iter().filter(|h| h.status == Status::Applies).map(|h| h.house).collect();
    let left: Vec<House> = order.iter().copied().filter(|h| !conversation.stated(h.explained())).collect();
    let step = conversation.step(&left);
    let next = left.first().copied().filter(|_| step.current == 3);
    let shown = order.iter().copied().filter(|house| !left.contains(house) || next == Some(*house)).collect();
    HousePlanDocument {
        schema: Cow::Borrowed("raakvlak.house-plan.v1"),
        knowledge: rules.knowledge(),
        lang: Cow::Owned(texts.lang().to_owned()),
        notices: conversation.notices(),
        talk: conversation.talk(step.current, next, order.contains(&House::Red)),
        houses,
        order,
        next,
        shown,
        step,
        advice: conversation.advice(),
        ask_next: conversation.decided.ask_next(texts),
    }
}

/// The gates before steps 2, 3 and 4.
const GATES: [(u8, &str); 3] = [(2, "parents.step.2.gate"), (3, "parents.step.3.gate"), (4, "parents.step.4.gate")];

/// Explanation only where parents need it: where they do not, step 3 is passed over.
const IF_NEEDED: &str = "parents.if-needed";

const STEP_BACK: &str = "parents.step.3.step-back";

/// What keeps step 4 closed while a house that applies is not explained. No rule says so: a
/// house that starts to apply closes it again.
const TELL_FIRST: &str = "parents.step.4.told";

const RED_TOLD: &str = "houses.red-told";

/// A case, decided, with the texts to speak of it.
struct Conversation<'a> {
    decided: Decided<'a>,
    seen: Situation,
    texts: &'a Texts,
}

impl Conversation<'_> {
    fn given(&self, id: &str) -> Option<Given<'_>> {
        self.decided.each().find(|g| g.id() == id)
    }

    fn status(&self, id: &str) -> Status {
        self.given(id).map_or(Status::Open, |g| g.status())
    }

    /// What is stated of an observation.
    fn facts(&self, id: &str) -> Vec<Fact> {
        observation::index(id).and_then(|index| fact(index, self.seen.get(index))).into_iter().collect()
    }

    /// What is stated, or that it was declined.
    fn said(&self, id: &str) -> Option<Stated> {
        observation::index(id).and_then(|index| said(index, self.seen.get(index)))
    }

    /// Whether a flag is stated as yes.
    fn stated(&self, flag: &str) -> bool {
        self.seen.answer(flag) == Answer::Known(1)
    }

    fn house(&self, house: House) -> Option<HouseDecided> {
        let advised = self.decided.advised(&self.given(house.id())?, self.texts);
        Some(HouseDecided {
            house,
            label: advised.label,
            status: advised.status,
            explained: self.said(house.explained()),
            because: advised.because,
            settled_by: advised.settled_by,
            source: advised.source,
        })
    }

    /// Where the conversation stands: the furthest step that is reached through open gates,
    /// one by one. Step 4 waits until every house that applies was told, unless explanation
    /// is not needed.
    fn step(&self, left: &[House]) -> StepReached {
        let not_needed = self.status(IF_NEEDED) == Status::NotNow;
        let told = not_needed || left.is_empty();
        let mut gates = GATES.into_iter().filter(|(step, _)| *step != 3 || !not_needed);
        let mut furthest = 1;
        let closed = gates.find(|(step, gate)| {
            let open = self.status(gate) == Status::Applies && (*step != 4 || told);
            if open {
                furthest = *step;
            }
            !open
        });
        let back = self.status(STEP_BACK) == Status::Applies;
        let (current, mut gate) = match (back, closed) {
            (true, _) if furthest > 1 => (furthest - 1, self.gate(furthest, STEP_BACK, Vec::new())),
            (_, Some((4, _))) if furthest == 3 => {
                let asked = left.iter().filter_map(|house| Comparison::yes(house.explained()));
                (furthest, self.gate(4, TELL_FIRST, asked.collect()))
            }
            (_, Some((step, gate))) => (furthest, self.gate(step, gate, self.asked(gate))),
            (_, None) => (furthest, None),
        };
        if let Some(gate) = gate.as_mut().filter(|_| back) {
            // Where parents and professional do not agree, that is needed as well.
            let agree = self.asked(STEP_BACK).into_iter().map(Comparison::opposite);
            gate.needs.extend(agree.map(|c| compared(c, &self.seen)));
        }
        StepReached {
            current,
            label: self.decided.rules.label(&format!("parents.step.{current}"), self.texts),
            gate,
            back,
            because: if back { self.facts("alignment.one-line") } else { Vec::new() },
        }
    }

    /// What the rule of an advice asks, all of it.
    fn asked(&self, id: &str) -> Vec<Comparison> {
        let rule =
            self.given(id).and_then(|g| g.of.chapter.program.rules(g.at).find_map(|r| g.of.chapter.rules.get(r)));
        rule.and_then(|r| r.condition().ok()).map_or(Vec::new(), |c| c.every)
    }

    /// A closed gate, and what of the things it asks is not so.
    fn gate(&self, step: u8, id: &'static str, asked: Vec<Comparison>) -> Option<Gate> {
        let asked = asked.into_iter().map(|c| compared(c, &self.seen));
        Some(Gate {
            id: Cow::Borrowed(id),
            step,
            label: self.decided.rules.label(id, self.texts),
            text: self.decided.rules.text(id, self.texts),
            needs: asked.filter(|c| c.status != Status::Applies).collect(),
            source: knowledge::entry(id)?.source.clone(),
        })
    }

    /// The notices that apply. That red was told too soon is also said while nobody stated
    /// whether a child is unsafe: out of caution, and without settling anything.
    fn notices(&self) -> Vec<Notice> {
        let mut notices = self.decided.notices(self.texts);
        let told = self.given(RED_TOLD).filter(|g| g.status() == Status::Open && self.stated(House::Red.explained()));
        notices.extend(told.map(|given| {
            let mut advised = self.decided.advised(&given, self.texts);
            advised.because = self.facts(House::Red.explained());
            notice(&advised, self.texts)
        }));
        notices
    }

    /// What follows besides: neither a house, nor a gate or rule of the conversation, nor a notice.
    fn advice(&self) -> Vec<Advised> {
        let beside = |g: &Given<'_>| !matches!(g.kind(), Kind::House | Kind::Gate | Kind::Rule | Kind::Notice);
        let given = self.decided.in_order();
        given.iter().filter(|g| beside(g)).map(|g| self.decided.advised(g, self.texts)).collect()
    }

    /// What to do, say, ask and avoid in a step; in step 3, with the house that is next.
    fn talk(&self, step: u8, next: Option<House>, red: bool) -> Talk {
        let mut talk = Talk::default();
        let mut add = |id: &str, whole: bool| {
            if let Some(place) = knowledge::place(id) {
                self.add(&mut talk, place, whole);
            }
        };
        if next == Some(House::Green) {
            // The card is new to the parents: what the houses stand for.
            add("house", false);
            let about = knowledge::children("house").filter(|e| matches!(e.kind, Kind::Concept | Kind::Message));
            about.for_each(|e| add(e.id, false));
        }
        if let Some(house) = next {
            add(house.id(), true);
            add("house.rule.goal", false);
        }
        add(&format!("parents.step.{step}"), true);
        if step == 3 {
            add("parents.not-one-sided", false);
        }
        if step >= 3 && !red {
            let keep_back = knowledge::place("house.rule.no-red-when-safe");
            talk.avoid.extend(keep_back.and_then(|place| Some(self.point(place, knowledge::all().get(place)?))));
        }
        talk
    }

    /// Puts an entry where it belongs in the conversation, and with `whole` all that hangs under it.
    fn add(&self, talk: &mut Talk, place: usize, whole: bool) {
        let Some(entry) = knowledge::all().get(place) else { return };
        let point = self.point(place, entry);
        match (entry.kind, point.parents.is_some()) {
            (Kind::Avoid, _) => talk.avoid.push(point),
            (Kind::Question, _) | (Kind::Action, true) => talk.ask.push(point),
            (Kind::Action | Kind::AttentionPoint | Kind::TalkingPoint | Kind::Criterion, false) => {
                talk.actions.push(point)
            }
            (_, true) => talk.say.push(point),
            _ => {}
        }
        if whole {
            knowledge::under(entry.id).iter().for_each(|place| self.add(talk, *place, true));
        }
    }

    fn point(&self, place: usize, entry: &'static Entry) -> TalkPoint {
        let (label, text) = self.decided.rules.words(entry.id, Some(place), self.texts);
        TalkPoint {
            id: Cow::Borrowed(entry.id),
            label,
            text,
            parents: self.texts.parents(entry.id),
            caveat: self.texts.caveat(entry.id),
        }
    }
}
