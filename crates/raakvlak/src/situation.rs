//! What was seen: for every observation an answer, known or not.

use crate::observation::{self, Index};

/// The answer to one observation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Answer {
    /// Known: the place of the value among the observation's values.
    Known(u8),
    /// Nobody said anything about it.
    #[default]
    Unknown,
    /// Asked, and not answered on purpose: decides as unknown and is never asked again.
    Declined,
    /// People state different things: decides as unknown.
    Contested,
}

impl Answer {
    /// The value, when it is known.
    pub fn known(self) -> Option<u8> {
        match self {
            Answer::Known(value) => Some(value),
            _ => None,
        }
    }

    /// Whether asking can still bring a value.
    pub fn askable(self) -> bool {
        matches!(self, Answer::Unknown | Answer::Contested)
    }
}

/// A set of observations, each known or not.
///
/// ```
/// use raakvlak::situation::{Answer, Situation};
///
/// let mut seen = Situation::default();
/// seen.state("person.young", "yes").unwrap();
/// assert_eq!(seen.answer("person.young"), Answer::Known(1));
/// assert_eq!(seen.answer("trust"), Answer::Unknown);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Situation {
    answers: Vec<Answer>,
}

impl Default for Situation {
    fn default() -> Self {
        Situation { answers: vec![Answer::Unknown; observation::all().len()] }
    }
}

impl Situation {
    /// States a value by its name (`yes`, `no`, `partly`, `beginning`, …), or `declined`
    /// or `contested`.
    ///
    /// # Errors
    /// `observation.unknown` and `observation.wrong-value`.
    pub fn state(&mut self, id: &str, value: &str) -> Result<(), crate::Error> {
        let index = observation::index(id).ok_or_else(|| observation::unknown(id))?;
        let answer = match value {
            "declined" => Answer::Declined,
            "contested" => Answer::Contested,
            name => Answer::Known(
                observation::get(index)
                    .and_then(|o| o.value(name))
                    .ok_or_else(|| crate::case::wrong_value(id, name))?,
            ),
        };
        self.set(index, answer);
        Ok(())
    }

    /// The answer to an observation; unknown for an id that is not in the catalogue.
    pub fn answer(&self, id: &str) -> Answer {
        observation::index(id).map_or(Answer::Unknown, |i| self.get(i))
    }

    pub(crate) fn get(&self, index: Index) -> Answer {
        self.answers.get(usize::from(index)).copied().unwrap_or_default()
    }

    pub(crate) fn set(&mut self, index: Index, answer: Answer) {
        if let Some(slot) = self.answers.get_mut(usize::from(index)) {
            *slot = answer;
        }
    }
}
