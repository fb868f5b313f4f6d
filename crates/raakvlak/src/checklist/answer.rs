//! What one respondent answered.

use serde::{Deserialize, Serialize};

use super::{Block, Enough, Instrument, Tally};
use crate::error::{Code, Error};
use crate::observation::shorten;

/// A score from 1 (not true at all) to 10 (wholly true). It says how far a statement about
/// the organisation is true; there is no score of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(u8);

impl Score {
    /// The lowest and the highest.
    pub const RANGE: std::ops::RangeInclusive<u8> = 1..=10;

    /// # Errors
    /// `checklist.score` outside 1 to 10.
    pub fn new(score: u8) -> Result<Score, Error> {
        if Self::RANGE.contains(&score) {
            return Ok(Score(score));
        }
        Err(Error::new(Code::ChecklistScore, format!("{score} is not a score from 1 to 10")))
    }

    /// 1 to 10.
    pub fn get(self) -> u8 {
        self.0
    }
}

/// The answer to one statement. Four different things: three of them are no score, and none
/// of those is a low one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Answer {
    /// How true the statement is.
    Score(Score),
    /// It was left open.
    #[default]
    NotAnswered,
    /// The statement does not fit this organisation.
    NotApplicable,
    /// The respondent does not know.
    DontKnow,
}

impl Answer {
    /// The score, where there is one.
    pub fn score(self) -> Option<Score> {
        match self {
            Answer::Score(score) => Some(score),
            _ => None,
        }
    }

    /// An answer as people write it in a table: 1 to 10; nothing for not answered; `n/a` or
    /// `nvt`; `?` or `weet niet`. Letters may be large or small. `NA`, which programs write where nothing was
    /// answered and people where it does not apply, is neither.
    ///
    /// # Errors
    /// `checklist.score` for anything else, such as 0, 11, 7.5 or `tien`.
    ///
    /// ```
    /// use raakvlak::checklist::Answer;
    ///
    /// assert_eq!(Answer::read("7").unwrap().score().map(|s| s.get()), Some(7));
    /// assert_eq!(Answer::read("nvt"), Ok(Answer::NotApplicable));
    /// assert_eq!(Answer::read(""), Ok(Answer::NotAnswered));
    /// assert!(Answer::read("7.5").is_err());
    /// ```
    pub fn read(text: &str) -> Result<Answer, Error> {
        let text = text.trim();
        match text.to_lowercase().replace('’', "'").as_str() {
            "" => Ok(Answer::NotAnswered),
            "n/a" | "nvt" | "n.v.t." | "not applicable" | "niet van toepassing" => Ok(Answer::NotApplicable),
            "?" | "don't know" | "dont know" | "don't-know" | "weet niet" | "weet-niet" | "weet ik niet" => {
                Ok(Answer::DontKnow)
            }
            number => number.parse().ok().and_then(|n| Score::new(n).ok()).map(Answer::Score).ok_or_else(|| {
                Error::new(Code::ChecklistScore, format!("`{}` is not an answer", shorten(text)))
                    .with_help("write a whole number from 1 to 10, nothing, n/a (nvt), or ? (weet niet)")
            }),
        }
    }
}

/// The part a respondent has in the work. Nothing else is asked of a respondent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "RespondentRole"))]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// A professional in care.
    Professional,
    /// A manager.
    Manager,
    /// Somebody of an informal organisation.
    InformalPartner,
    /// Somebody who speaks for clients.
    ClientRepresentative,
    /// Staff for policy, quality or training.
    Staff,
    /// Anyone else.
    Other,
}

impl Role {
    /// A role as people write it, in Dutch or English.
    ///
    /// ```
    /// use raakvlak::checklist::Role;
    ///
    /// assert_eq!(Role::read("Leidinggevende"), Some(Role::Manager));
    /// assert_eq!(Role::read("informal partner"), Some(Role::InformalPartner));
    /// assert_eq!(Role::read("baas"), None);
    /// ```
    pub fn read(word: &str) -> Option<Role> {
        let word = word.trim().to_lowercase().replace([' ', '_'], "-");
        let dutch = match word.as_str() {
            "medewerker" | "hulpverlener" => Role::Professional,
            "leidinggevende" => Role::Manager,
            "informele-partner" | "informele-organisatie" | "vrijwilliger" => Role::InformalPartner,
            "cliëntvertegenwoordiger" | "clientvertegenwoordiger" | "cliëntenraad" | "clientenraad" => {
                Role::ClientRepresentative
            }
            "staf" | "stafmedewerker" => Role::Staff,
            "anders" | "overig" => Role::Other,
            _ => return Role::ALL.into_iter().find(|role| role.name() == word),
        };
        Some(dutch)
    }

    /// Every role.
    pub const ALL: [Role; 6] = [
        Role::Professional,
        Role::Manager,
        Role::InformalPartner,
        Role::ClientRepresentative,
        Role::Staff,
        Role::Other,
    ];

    /// The name in tables and documents, for instance `informal-partner`.
    pub const fn name(self) -> &'static str {
        match self {
            Role::Professional => "professional",
            Role::Manager => "manager",
            Role::InformalPartner => "informal-partner",
            Role::ClientRepresentative => "client-representative",
            Role::Staff => "staff",
            Role::Other => "other",
        }
    }
}

/// Who filled it in: a pseudonym and a role, or neither. Never a name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Respondent {
    /// A pseudonym that stays the same over waves.
    pub pseudonym: Option<String>,
    /// The part they have in the work.
    pub role: Option<Role>,
}

/// What one respondent answered about one organisation, statement by statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Who filled it in.
    pub respondent: Respondent,
    answers: Vec<Answer>,
}

impl Sheet {
    /// A sheet on which nothing is answered yet.
    pub fn new(respondent: Respondent) -> Sheet {
        Sheet { respondent, answers: vec![Answer::NotAnswered; Instrument::current().items().len()] }
    }

    /// Answers a statement, by its id, its number, or `anchoring`.
    ///
    /// # Errors
    /// `checklist.item` where there is no such statement.
    pub fn answer(&mut self, item: &str, answer: Answer) -> Result<(), Error> {
        let place = Instrument::current().place(item)?;
        if let Some(slot) = self.answers.get_mut(place) {
            *slot = answer;
        }
        Ok(())
    }

    /// The answers, in the order of the statements.
    pub fn answers(&self) -> &[Answer] {
        &self.answers
    }

    /// The mean of the scores in a block, unrounded; none where too few are given: that block
    /// is not known.
    pub fn block(&self, block: &Block, enough: Enough) -> Option<f64> {
        let mut tally = Tally::default();
        block.items.iter().filter_map(|place| self.answers.get(*place)).for_each(|answer| tally.add(*answer));
        tally.is_enough(enough).then(|| tally.sum() as f64 / tally.answered() as f64)
    }
}
