//! The cooperation of formal and informal organisations (handbook, appendix 2): take stock, build trust,
//! describe what it brings, agree and work together.
//!
//! What is lacking or not known comes as advice, step by step; no step is locked.

use std::borrow::Cow;

use crate::beside::{Seen, all, date, every, flag, ids, points, slug, there, words, yes, yes_or_no};
use crate::boundary::{CooperationDocument, CooperationList, InformalParty, ReviewDocument, read};
use crate::error::{Code, Error};
use crate::network::Network;
use crate::observation::{Scope, shorten};
use crate::review::{Part, Reviewed};
use crate::rule::About;
use crate::rules::Rules;
use crate::situation::Situation;
use crate::text::Texts;

/// One evaluation is not yet a regular one. Ours.
const REGULARLY: usize = 2;

/// A cooperation that has been checked.
///
/// ```
/// use raakvlak::cooperation::Cooperation;
///
/// let wrong = Cooperation::from_json(r#"{
///     "schema": "raakvlak.cooperation.v1",
///     "informal": [{"id": "mothers", "kind": "women"}],
///     "agreements": [{"id": "a", "what": "we visit together", "task_of": ["fathers"]}]
/// }"#);
/// assert_eq!(wrong.unwrap_err().path(), "$.agreements[0].task_of[0]");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cooperation {
    document: CooperationDocument,
}

impl Cooperation {
    /// Reads the document `raakvlak.cooperation.v1` and checks it.
    ///
    /// # Errors
    /// `document.*`, `field.*`, `value.*`, `observation.*`, `date.invalid`, `network.id` and `network.unknown`;
    /// each with the place in the document.
    pub fn from_json(json: &str) -> Result<Cooperation, Error> {
        Cooperation::try_from(read::<CooperationDocument>(json, "raakvlak.cooperation")?)
    }

    /// The cooperation as the document it was made from.
    pub fn document(&self) -> &CooperationDocument {
        &self.document
    }

    /// Whether this belongs to that network, and every link to one of its parties leads somewhere.
    ///
    /// # Errors
    /// `network.unknown` where it names another network, or an organisation that is not in it.
    ///
    /// ```
    /// use raakvlak::cooperation::Cooperation;
    /// use raakvlak::network::Network;
    ///
    /// let cooperation = Cooperation::from_json(r#"{
    ///     "schema": "raakvlak.cooperation.v1",
    ///     "network": "north",
    ///     "formal": [{"id": "youth-care", "network_party": "p1"}]
    /// }"#)?;
    /// let network = Network::from_json(r#"{"schema": "raakvlak.network.v1", "id": "north"}"#)?;
    /// assert_eq!(cooperation.belongs_to(&network).unwrap_err().path(), "$.formal[0].network_party");
    /// # Ok::<(), raakvlak::Error>(())
    /// ```
    pub fn belongs_to(&self, network: &Network) -> Result<(), Error> {
        let CooperationDocument { network: of, formal, informal, .. } = &self.document;
        let network = network.document();
        if of.as_ref() != Some(&network.id) {
            let message = format!("this does not belong to the network `{}`", shorten(&network.id));
            return Err(Error::new(Code::NetworkUnknown, message).at("$.network"));
        }
        let parties = network.parties.iter().map(|party| &*party.id).collect();
        let formal = formal.iter().map(|party| &party.network_party).enumerate();
        let informal = informal.iter().map(|party| &party.network_party).enumerate();
        for (list, (i, party)) in formal.map(|of| ("formal", of)).chain(informal.map(|of| ("informal", of))) {
            if let Some(party) = party {
                points(party, &parties, "organisation", || format!("$.{list}[{i}].network_party"))?;
            }
        }
        Ok(())
    }

    /// What is known of it: what is stated, and what its lists show.
    pub fn situation(&self) -> Situation {
        seen(&self.document).situation()
    }
}

impl TryFrom<CooperationDocument> for Cooperation {
    type Error = Error;

    fn try_from(document: CooperationDocument) -> Result<Cooperation, Error> {
        let CooperationDocument { id, network, formal, informal, roles, agreements, evaluations, .. } = &document;
        if let Some(id) = id {
            slug(id, "a cooperation", "$.id")?;
        }
        if let Some(network) = network {
            slug(network, "a network", "$.network")?;
        }
        let mut parties = ids(formal.iter().map(|p| &*p.id), "$.formal")?;
        parties.extend(ids(informal.iter().map(|p| &*p.id), "$.informal")?);
        for (i, party) in informal.iter().enumerate() {
            if formal.iter().any(|other| other.id == party.id) {
                let message = format!("the id `{}` is that of a formal organisation", shorten(&party.id));
                return Err(Error::new(Code::NetworkId, message).at(format!("$.informal[{i}].id")));
            }
            yes_or_no(party.supports_families.as_ref(), || format!("$.informal[{i}].supports_families"))?;
            yes_or_no(party.met.as_ref(), || format!("$.informal[{i}].met"))?;
            if let Some(offers) = &party.offers {
                words(offers, "what it offers", || format!("$.informal[{i}].offers"))?;
            }
        }
        if let Some(added_value) = &document.added_value {
            words(added_value, "the added value", || "$.added_value".to_owned())?;
        }
        for (i, role) in roles.iter().enumerate() {
            points(&role.of, &parties, "organisation", || format!("$.roles[{i}].of"))?;
            words(&role.role, "a role", || format!("$.roles[{i}].role"))?;
        }
        ids(agreements.iter().map(|a| &*a.id), "$.agreements")?;
        for (i, agreement) in agreements.iter().enumerate() {
            words(&agreement.what, "an agreement", || format!("$.agreements[{i}].what"))?;
            date(agreement.since.as_deref(), || format!("$.agreements[{i}].since"))?;
            for (place, of) in agreement.task_of.iter().enumerate() {
                points(of, &parties, "organisation", || format!("$.agreements[{i}].task_of[{place}]"))?;
            }
        }
        for (i, evaluation) in evaluations.iter().enumerate() {
            date(Some(&evaluation.on), || format!("$.evaluations[{i}].on"))?;
        }
        seen(&document).check()?;
        Ok(Cooperation { document })
    }
}

fn seen(document: &CooperationDocument) -> Seen<'_> {
    let shown = shown(document).into_iter().map(flag).collect();
    Seen { scope: Scope::Cooperation, circumstances: &document.circumstances, shown }
}

/// What the lists show, without anybody stating it.
fn shown(document: &CooperationDocument) -> [(&'static str, Option<bool>); 9] {
    let CooperationDocument { formal, informal, roles, agreements, honours, evaluations, .. } = document;
    let complete = |list| document.complete.contains(&list);
    let all_informal = complete(CooperationList::Informal);
    let only_yes = |there: bool| there.then_some(true);
    let supports = |party: &InformalParty| party.supports_families.as_ref().and_then(yes);
    let support = informal.iter().map(|party| only_yes(supports(party).is_some()));
    // Of one that does nothing for families there is nothing more to know.
    let offers = informal.iter().map(|party| only_yes(party.offers.is_some() || supports(party) == Some(false)));
    let described = |id: &String| only_yes(roles.iter().any(|role| role.of == *id));
    let of_formal = every(formal.iter().map(|party| described(&party.id)), complete(CooperationList::Formal));
    let of_informal = every(informal.iter().map(|party| described(&party.id)), all_informal);
    let divided = agreements.iter().any(|agreement| !agreement.task_of.is_empty());
    let none_agreed = agreements.is_empty() && complete(CooperationList::Agreements);
    [
        // Who names a few may not know them all.
        ("cooperation-state.key-figures-known", all_informal.then_some(!informal.is_empty())),
        ("cooperation-state.support-known", every(support, all_informal)),
        ("cooperation-state.offer-known", every(offers, all_informal)),
        ("cooperation-state.met", all(informal.iter().map(|party| party.met.as_ref()), all_informal)),
        ("cooperation-state.gain-formulated", only_yes(document.added_value.is_some())),
        ("cooperation-state.roles-described", of_formal.and(of_informal)),
        ("cooperation-state.agreements", there(divided, none_agreed)),
        ("cooperation-state.honoured", only_yes(!honours.is_empty())),
        ("cooperation-state.evaluated", only_yes(evaluations.len() >= REGULARLY)),
    ]
}

/// What goes well in a cooperation, what it lacks and what is not known, step by step. It is advice, never a lock.
///
/// ```
/// use raakvlak::cooperation::{review, Cooperation};
/// use raakvlak::{Rules, Texts};
///
/// let cooperation = Cooperation::from_json(r#"{
///     "schema": "raakvlak.cooperation.v1",
///     "informal": [{"id": "mothers", "kind": "women", "met": false}]
/// }"#)?;
/// let review = review(&cooperation, &Rules::builtin(), &Texts::en());
/// assert_eq!(review.parts.len(), 4);
/// assert!(review.parts[0].applies.iter().any(|id| id == "cooperation.step.1.meet"));
/// # Ok::<(), raakvlak::Error>(())
/// ```
pub fn review(cooperation: &Cooperation, rules: &Rules, texts: &Texts) -> ReviewDocument {
    let document = cooperation.document();
    let steps = (1..=4).map(|step| Part { id: Cow::Owned(format!("cooperation.step.{step}")), position: None });
    Reviewed {
        about: About::Cooperation,
        seen: cooperation.situation(),
        id: document.id.clone(),
        name: document.name.clone(),
        now: None,
        parts: steps.collect(),
    }
    .document(rules, texts)
}
