//! One team at a table: its own answers, for its own conversation.

use std::borrow::Cow;

use super::advice::known;
use super::{Answer, Choice, Instrument, Respondent, Role, Score, Sheet, Step, Tallies, Tally};
use super::{advise, candidates, situation};
use crate::boundary::{
    AnswerSheet, AnswersDocument, BlockOutcome, ChecklistDocument, GivenAnswer, InstrumentName, ItemOutcome,
    NamedCandidate, NamedPriority, Outcome, OutcomeFigures, PlanPart, RoleOutcome, RoleSheets, TeamChoice,
    TiedCandidates, TiedVotes, UndecidedPlaces, Wording, read,
};
use crate::error::{Code, Error, key, nearest};
use crate::knowledge::Places;
use crate::observation::shorten;
use crate::rules::Rules;
use crate::text::Texts;

/// What a team answered in one wave, and what it chose, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamAnswers {
    /// The sheets, one for each respondent.
    pub sheets: Vec<Sheet>,
    /// The wording in which the statements are shown.
    pub wording: Wording,
    /// The wave, where it was said.
    pub wave: Option<String>,
    /// What the team chose, where it did.
    pub choice: Option<Choice>,
}

impl TeamAnswers {
    /// Reads the document `raakvlak.answers.v1` and checks it.
    ///
    /// # Errors
    /// `document.*`, `field.*`, `value.*`, and every `checklist.*`; each with the place in the
    /// document.
    ///
    /// ```
    /// use raakvlak::checklist::TeamAnswers;
    ///
    /// let wrong = r#"{"schema": "raakvlak.answers.v1", "sheets": [{"answers": {"1": 11}}]}"#;
    /// let error = TeamAnswers::from_json(wrong).unwrap_err();
    /// assert_eq!((error.code().as_str(), error.path()), ("checklist.score", "$.sheets[0].answers.1"));
    /// ```
    pub fn from_json(json: &str) -> Result<TeamAnswers, Error> {
        TeamAnswers::try_from(read::<AnswersDocument>(json, "raakvlak.answers")?)
    }
}

impl TryFrom<AnswersDocument> for TeamAnswers {
    type Error = Error;

    fn try_from(document: AnswersDocument) -> Result<TeamAnswers, Error> {
        if let Some(InstrumentName { id, version }) = &document.instrument {
            Instrument::named(id, *version).map_err(|e| e.at("$.instrument"))?;
        }
        let mut respondents = Places::new();
        let mut sheets = Vec::with_capacity(document.sheets.len());
        for (place, one) in document.sheets.iter().enumerate() {
            let at = format!("$.sheets[{place}]");
            if let Some(pseudonym) = &one.respondent {
                if pseudonym.trim().is_empty() {
                    return Err(Error::new(Code::ValueUnknown, "a pseudonym may not be empty")
                        .at(format!("{at}.respondent"))
                        .with_help("leave it out where there is none"));
                }
                if let Some(first) = respondents.insert(pseudonym, place) {
                    let message = format!("the respondent `{}` has sheet {first} already", shorten(pseudonym));
                    return Err(Error::new(Code::ChecklistRepeated, message).at(format!("{at}.respondent")));
                }
            }
            sheets.push(sheet(one, &format!("{at}.answers"))?);
        }
        let choice = document.choice.as_ref().map(|choice| {
            Choice::read(choice).map_err(|e| {
                let path = format!("$.choice{}", e.path());
                e.at(path)
            })
        });
        Ok(TeamAnswers { choice: choice.transpose()?, sheets, wording: document.wording, wave: document.wave })
    }
}

fn sheet(one: &AnswerSheet, at: &str) -> Result<Sheet, Error> {
    let mut sheet = Sheet::new(Respondent { pseudonym: one.respondent.clone(), role: one.role });
    for (name, given) in &one.answers {
        let at = key(at, name);
        let items = Instrument::current().items();
        let Some(item) = items.iter().find(|item| item.name() == name) else {
            let near = nearest(name, items.iter().map(|item| item.name()));
            return Err(Error::new(Code::ChecklistItem, format!("there is no statement `{}`", shorten(name)))
                .at(at)
                .with_help(near.unwrap_or_else(|| "the statements are 1 to 30, and anchoring".to_owned())));
        };
        sheet.answer(item.id, answer(given).map_err(|e| e.at(at))?)?;
    }
    Ok(sheet)
}

fn answer(given: &GivenAnswer) -> Result<Answer, Error> {
    let words = ["not-applicable", "dont-know"];
    let wrong = |said: &str, near: Option<String>| {
        Err(Error::new(Code::ChecklistScore, format!("`{}` is not an answer", shorten(said))).with_help(
            near.unwrap_or(
                "write a whole number from 1 to 10, \"not-applicable\" or \"dont-know\", or leave it out".to_owned(),
            ),
        ))
    };
    match given {
        GivenAnswer::Score(score) => match u8::try_from(*score).map(Score::new) {
            Ok(Ok(score)) => Ok(Answer::Score(score)),
            _ => wrong(&score.to_string(), None),
        },
        GivenAnswer::Number(number) => wrong(&number.to_string(), None),
        GivenAnswer::Word(word) => match word.as_str() {
            "not-applicable" => Ok(Answer::NotApplicable),
            "dont-know" => Ok(Answer::DontKnow),
            other => wrong(other, nearest(other, words)),
        },
    }
}

/// The checklist of a team for its own conversation: how every statement and block comes out, for
/// all together and for each role; what can be talked about; what was chosen; and the integral
/// plan with the advice that belongs to it. It is not for publication.
///
/// ```
/// use raakvlak::checklist::{team_checklist, TeamAnswers};
/// use raakvlak::{Rules, Texts};
///
/// let answers = TeamAnswers::from_json(r#"{
///     "schema": "raakvlak.answers.v1",
///     "sheets": [
///         {"role": "professional", "answers": {"12": 3, "13": "dont-know"}},
///         {"role": "manager", "answers": {"12": 8}}
///     ],
///     "choice": {"by": "consensus", "took_part": [{"number": 2}], "chosen": [{"priority": "12"}]}
/// }"#)?;
/// let checklist = team_checklist(&answers, &Rules::builtin(), &Texts::en());
/// assert_eq!(checklist.view, "in-team");
/// let interpreters = &checklist.items[11];
/// assert_eq!(interpreters.outcome.figures.as_ref().unwrap().median, 5.5);
/// assert_eq!(interpreters.by_role.len(), 2);
/// assert!(checklist.items[12].outcome.figures.is_none()); // nobody gave a score
/// # Ok::<(), raakvlak::Error>(())
/// ```
pub fn team_checklist(answers: &TeamAnswers, rules: &Rules, texts: &Texts) -> ChecklistDocument {
    let instrument = Instrument::current();
    let TeamAnswers { sheets, wording, wave, choice } = answers;
    let whole = count(sheets.iter());
    let mut roles: Vec<Option<Role>> = sheets.iter().map(|s| s.respondent.role).collect();
    roles.sort_by_key(|role| (role.is_none(), *role));
    roles.dedup();
    let of_role = |role: Option<Role>| sheets.iter().filter(move |s| s.respondent.role == role);
    let by_role: Vec<(Role, Tallies)> =
        roles.iter().filter_map(|role| Some(((*role)?, count(of_role(*role))))).collect();
    let perspectives = |of: &dyn Fn(&Tallies) -> Tally| match by_role.len() {
        0 | 1 => Vec::new(),
        _ => {
            by_role.iter().map(|(role, tallies)| RoleOutcome { role: *role, outcome: outcome(&of(tallies)) }).collect()
        }
    };
    let advised = advise(&situation(&whole), rules, texts);
    let chosen = choice.as_ref().map_or(&[][..], |choice| &choice.chosen);
    ChecklistDocument {
        schema: Cow::Borrowed("raakvlak.checklist.v1"),
        knowledge: rules.knowledge(),
        lang: Cow::Owned(texts.lang().to_owned()),
        view: Cow::Borrowed("in-team"),
        notice: texts.phrase("checklist-notice"),
        instrument: instrument.named_as(),
        wording: *wording,
        wave: wave.clone(),
        sheets: whole.sheets,
        roles: roles.iter().map(|role| RoleSheets { role: *role, sheets: of_role(*role).count() as u64 }).collect(),
        blocks: instrument
            .blocks()
            .iter()
            .map(|block| BlockOutcome {
                id: Cow::Borrowed(block.id),
                part_of: block.parent.map(Cow::Borrowed),
                label: texts.label(block.id),
                outcome: outcome(&whole.block(block)),
                by_role: perspectives(&|tallies| tallies.block(block)),
            })
            .collect(),
        items: instrument
            .items()
            .iter()
            .enumerate()
            .map(|(place, item)| {
                let of = |tallies: &Tallies| tallies.items.get(place).cloned().unwrap_or_default();
                let elderly = texts.elderly(item.id).filter(|_| *wording == Wording::ElderlyCare);
                ItemOutcome {
                    id: Cow::Borrowed(item.id),
                    number: item.name().parse().ok(),
                    block: Cow::Borrowed(item.block),
                    label: texts.label(item.id),
                    statement: elderly.unwrap_or_else(|| texts.text(item.id)),
                    outcome: outcome(&of(&whole)),
                    by_role: perspectives(&of),
                }
            })
            .collect(),
        candidates: candidates(&whole, &by_role)
            .into_iter()
            .map(|group| TiedCandidates {
                median: group.median,
                tied: group
                    .candidates
                    .into_iter()
                    .map(|c| NamedCandidate { id: Cow::Borrowed(c.id), label: texts.label(c.id), reasons: c.reasons })
                    .collect(),
            })
            .collect(),
        choice: choice.as_ref().map(|choice| named(choice, texts)),
        plan: advised
            .plan
            .into_iter()
            .map(|part| {
                let own = |id: &str| {
                    id == part.block.id || instrument.items().iter().any(|i| i.id == id && i.block == part.block.id)
                };
                let owned = |ids: Vec<String>| ids.into_iter().map(Cow::Owned).collect();
                PlanPart {
                    id: Cow::Borrowed(part.block.id),
                    part_of: part.block.parent.map(Cow::Borrowed),
                    label: texts.label(part.block.id),
                    median: known(&whole.block(part.block)).map(|figures| figures.median),
                    chosen: chosen.iter().filter(|c| own(c.id)).map(|c| Cow::Borrowed(c.id)).collect(),
                    applies: owned(part.applies),
                    open: owned(part.open),
                }
            })
            .collect(),
        advice: advised.advice,
        ask_next: advised.ask_next,
    }
}

fn count<'a>(sheets: impl Iterator<Item = &'a Sheet>) -> Tallies {
    let mut tallies = Tallies::default();
    sheets.for_each(|sheet| tallies.add(sheet));
    tallies
}

fn outcome(tally: &Tally) -> Outcome {
    Outcome {
        answered: tally.answered(),
        distribution: tally.scores,
        not_answered: tally.not_answered,
        not_applicable: tally.not_applicable,
        dont_know: tally.dont_know,
        figures: known(tally).map(|figures| OutcomeFigures {
            median: figures.median,
            quartiles: figures.quartiles,
            mean: figures.mean,
            lowest: figures.range.0,
            highest: figures.range.1,
            step: Step::of(figures.median),
        }),
    }
}

fn named(choice: &Choice, texts: &Texts) -> TeamChoice {
    let ids = |ids: &[&'static str]| ids.iter().map(|id| Cow::Borrowed(*id)).collect();
    TeamChoice {
        by: choice.by,
        took_part: choice.took_part.clone(),
        chosen: choice
            .chosen
            .iter()
            .map(|c| NamedPriority { id: Cow::Borrowed(c.id), label: texts.label(c.id), reason: c.reason.clone() })
            .collect(),
        votes: choice.votes.iter().map(|v| TiedVotes { votes: v.votes, tied: ids(&v.tied) }).collect(),
        undecided: choice.undecided.as_ref().map(|u| UndecidedPlaces { places: u.places, tied: ids(&u.tied) }),
    }
}
