//! A network against what is known to work.

use std::borrow::Cow;

use super::{LAST_PHASE, Network};
use crate::boundary::{Position, ReviewDocument};
use crate::review::{Part, Reviewed};
use crate::rule::About;
use crate::rules::Rules;
use crate::text::Texts;

/// What goes well in a network, what it lacks and what is not known: of the phase it is in, of those before
/// it, and over all. It is advice, never a lock: a network may be in any phase, and go back.
///
/// ```
/// use raakvlak::network::{review, Network};
/// use raakvlak::program::Status;
/// use raakvlak::{Rules, Texts};
///
/// let network = Network::from_json(r#"{
///     "schema": "raakvlak.network.v1",
///     "id": "maatwerk",
///     "complete": ["parties", "participants"],
///     "participants": [{"id": "p1", "roles": ["moderator"]}]
/// }"#)?;
/// let review = review(&network, &Rules::builtin(), &Texts::en());
/// let status = |id: &str| review.advice.iter().find(|a| a.id == id).map(|a| a.status);
/// assert_eq!(status("network.phase.0.moderator"), Some(Status::NotNow)); // there is one
/// assert_eq!(status("network.lesson.include-clients"), Some(Status::Applies)); // the list is complete
/// # Ok::<(), raakvlak::Error>(())
/// ```
pub fn review(network: &Network, rules: &Rules, texts: &Texts) -> ReviewDocument {
    let document = network.document();
    let phase = network.phase();
    let position = |of: u8| {
        phase.map(|now| match of.cmp(&now) {
            std::cmp::Ordering::Less => Position::Earlier,
            std::cmp::Ordering::Equal => Position::Now,
            std::cmp::Ordering::Greater => Position::Later,
        })
    };
    let phases = (0..=LAST_PHASE).map(|of| Part { id: id(of), position: position(of) });
    let over_all = ["network.tip", "network.lesson"];
    let over_all = over_all.map(|id| Part { id: Cow::Borrowed(id), position: None });
    Reviewed {
        about: About::Network,
        seen: network.situation(),
        id: Some(document.id.clone()),
        name: document.name.clone(),
        now: phase.map(id),
        parts: phases.chain(over_all).collect(),
    }
    .document(rules, texts)
}

fn id(phase: u8) -> Cow<'static, str> {
    Cow::Owned(format!("network.phase.{phase}"))
}
