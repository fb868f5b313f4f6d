//! What documents beside cases have in common: of networks, of cooperation, of district teams.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::boundary::{
    ChecklistWave, PlannedAction, ReportedChecklist, ReportedMedians, ReportedWave, Stated, StatusReached,
};
use crate::case::stated_value;
use crate::checklist::Instrument;
use crate::error::{Code, Error, key, nearest};
use crate::knowledge;
use crate::lifeline::is_date;
use crate::observation::{self, Scope, shorten};
use crate::situation::{Answer, Situation};
use crate::text::Texts;

/// What is stated, and what the rest of the document shows without anybody stating it.
pub(crate) struct Seen<'a> {
    pub(crate) scope: Scope,
    pub(crate) circumstances: &'a BTreeMap<String, Stated>,
    /// Observations, each with its value where the document shows one.
    pub(crate) shown: Vec<(&'static str, Option<u8>)>,
}

impl Seen<'_> {
    /// Everything that is stated is about this, and goes together with what is shown: which of the two would
    /// hold, only the one who wrote it can say.
    pub(crate) fn check(&self) -> Result<(), Error> {
        for (id, value) in self.circumstances {
            let at = || key("$.circumstances", id);
            let answer = self.stated(id, value).map_err(|e| e.at(at()))?;
            let shown = self.shown.iter().find(|(of, _)| of == id).and_then(|(_, value)| *value);
            if let (Answer::Known(stated), Some(shown)) = (answer, shown)
                && stated != shown
            {
                let name = |value| observation::find(id).map_or("", |o| o.value_name(value));
                let message = format!(
                    "`{id}` is stated as {}, while the rest of the document shows that it is {}",
                    name(stated),
                    name(shown)
                );
                return Err(Error::new(Code::ObservationContradicts, message)
                    .at(at())
                    .with_help("leave the statement out, or change what shows it"));
            }
        }
        Ok(())
    }

    /// What is known: what is stated, and what is shown.
    pub(crate) fn situation(&self) -> Situation {
        let mut seen = Situation::default();
        for (id, value) in self.circumstances {
            if let (Some(index), Ok(answer)) = (observation::index(id), self.stated(id, value)) {
                seen.set(index, answer);
            }
        }
        for (id, value) in &self.shown {
            if let (Some(index), Some(value)) = (observation::index(id), value) {
                seen.set(index, Answer::Known(*value));
            }
        }
        seen
    }

    /// The answer that a stated value gives to an observation.
    fn stated(&self, id: &str, value: &Stated) -> Result<Answer, Error> {
        let own = || observation::all().iter().filter(|o| o.scope == self.scope);
        if let Some(observation) = own().find(|o| o.id == id) {
            return stated_value(observation, value);
        }
        let of = self.scope.beside_cases().map_or("case", |about| about.name()).replace('-', " ");
        // Who leaves out what all names begin with means this one.
        let short = |o: &&observation::Observation| o.id.split_once('.').is_some_and(|(_, short)| short == id);
        let help = own().find(short).map(|o| format!("did you mean `{}`?", o.id));
        Err(Error::new(Code::ObservationUnknown, format!("nothing about a {of} is called `{}`", shorten(id)))
            .with_help(help.or_else(|| nearest(id, own().map(|o| o.id))).unwrap_or_default()))
    }
}

/// Yes or no as the value of an observation.
pub(crate) fn flag((id, flag): (&'static str, Option<bool>)) -> (&'static str, Option<u8>) {
    (id, flag.map(u8::from))
}

/// There where it is found; lacking where that would stand in a complete list.
pub(crate) fn there(found: bool, lacking: bool) -> Option<bool> {
    if found { Some(true) } else { lacking.then_some(false) }
}

/// Yes where it is yes of all in a complete list that holds something; no where it is no of one.
pub(crate) fn every(said: impl Iterator<Item = Option<bool>>, complete: bool) -> Option<bool> {
    let said: Vec<Option<bool>> = said.collect();
    if said.contains(&Some(false)) {
        return Some(false);
    }
    (complete && !said.is_empty() && !said.contains(&None)).then_some(true)
}

/// The same of what is stated as yes or no.
pub(crate) fn all<'a>(said: impl Iterator<Item = Option<&'a Stated>>, complete: bool) -> Option<bool> {
    every(said.map(|said| said.and_then(yes)), complete)
}

/// What is stated as yes or no; nothing where it was declined.
pub(crate) fn yes(stated: &Stated) -> Option<bool> {
    match stated {
        Stated::Flag(flag) => Some(*flag),
        Stated::Word(_) => None,
    }
}

/// An id that calendars and file names can bear.
pub(crate) fn slug(id: &str, of: &str, at: &str) -> Result<(), Error> {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if id.is_empty() || id.len() > 80 || !id.chars().all(fits) {
        return Err(Error::new(Code::NetworkId, format!("`{}` is no id of {of}", shorten(id)))
            .at(at)
            .with_help("write lower-case letters, digits and hyphens, for instance youth-care-north"));
    }
    Ok(())
}

/// Ids that are not empty and stand once.
pub(crate) fn ids<'a>(list: impl Iterator<Item = &'a str>, at: &str) -> Result<BTreeSet<&'a str>, Error> {
    let mut seen = BTreeSet::new();
    for (i, id) in list.enumerate() {
        let wrong = |message: String| Err(Error::new(Code::NetworkId, message).at(format!("{at}[{i}].id")));
        if id.trim().is_empty() {
            return wrong("an id may not be empty".to_owned());
        }
        if !seen.insert(id) {
            return wrong(format!("the id `{}` stands twice", shorten(id)));
        }
    }
    Ok(seen)
}

pub(crate) fn points(id: &str, known: &BTreeSet<&str>, what: &str, at: impl Fn() -> String) -> Result<(), Error> {
    if known.contains(id) {
        return Ok(());
    }
    Err(Error::new(Code::NetworkUnknown, format!("there is no {what} with the id `{}`", shorten(id)))
        .at(at())
        .with_help(nearest(id, known.iter().copied()).unwrap_or_default()))
}

pub(crate) fn number(message: impl Into<String>, at: String) -> Error {
    Error::new(Code::NetworkNumber, message.into()).at(at)
}

/// A text that says something.
pub(crate) fn words(text: &str, what: &str, at: impl Fn() -> String) -> Result<(), Error> {
    if text.trim().is_empty() {
        return Err(Error::new(Code::ValueUnknown, format!("{what} needs a few words")).at(at()));
    }
    Ok(())
}

pub(crate) fn date(date: Option<&str>, at: impl Fn() -> String) -> Result<(), Error> {
    match date.filter(|date| !is_date(date)) {
        None => Ok(()),
        Some(date) => Err(Error::new(Code::DateInvalid, format!("`{}` is not a date", shorten(date)))
            .at(at())
            .with_help("write a year, a year and month, or a day: 2027, 2027-01 or 2027-01-12")),
    }
}

pub(crate) fn yes_or_no(said: Option<&Stated>, at: impl Fn() -> String) -> Result<(), Error> {
    match said {
        Some(Stated::Word(word)) if word != "declined" => {
            let message = format!("`{}` is neither true, false nor \"declined\"", shorten(word));
            Err(Error::new(Code::ValueUnknown, message).at(at()).with_help("what is not known is left out"))
        }
        _ => Ok(()),
    }
}

/// An entry of the knowledge, of this family.
pub(crate) fn entry(id: &str, family: &str, at: impl Fn() -> String) -> Result<(), Error> {
    let there = knowledge::entry(id).is_some_and(|e| e.id.split('.').next() == Some(family));
    if there {
        return Ok(());
    }
    let of_family = knowledge::all().iter().map(|e| e.id).filter(|id| id.split('.').next() == Some(family));
    Err(Error::new(Code::KnowledgeUnknown, format!("there is no `{}` under `{family}`", shorten(id)))
        .at(at())
        .with_help(nearest(id, of_family).unwrap_or_default()))
}

pub(crate) fn actions(actions: &[PlannedAction], at: impl Fn() -> String) -> Result<(), Error> {
    for (i, action) in actions.iter().enumerate() {
        date(action.by.as_deref(), || format!("{}[{i}].by", at()))?;
    }
    Ok(())
}

pub(crate) fn status(history: &[StatusReached], at: impl Fn() -> String) -> Result<(), Error> {
    for (i, reached) in history.iter().enumerate() {
        date(reached.on.as_deref(), || format!("{}[{i}].on", at()))?;
    }
    forwards(history.iter().map(|reached| reached.on.as_deref()), at)
}

/// A history is written in the order in which things happened: a date that lies before an earlier one is refused.
pub(crate) fn forwards<'d>(dates: impl Iterator<Item = Option<&'d str>>, at: impl Fn() -> String) -> Result<(), Error> {
    let mut latest: Option<&str> = None;
    for (i, on) in dates.enumerate().filter_map(|(i, on)| Some((i, on?))) {
        // Of a year and a day in it, neither lies before the other.
        let before = latest.filter(|latest| {
            let both = latest.len().min(on.len());
            on.get(..both) < latest.get(..both)
        });
        if let Some(before) = before {
            let message = format!("`{on}` lies before `{before}`, which stands earlier in the history");
            return Err(Error::new(Code::NetworkConflict, message)
                .at(format!("{}[{i}].on", at()))
                .with_help("write what happened first, first; the last one is how it stands now"));
        }
        latest = Some(on);
    }
    Ok(())
}

/// What the checklist said, wave by wave.
pub(crate) fn waves(waves: &[ChecklistWave], at: &str) -> Result<(), Error> {
    let mut seen = BTreeSet::new();
    for (i, wave) in waves.iter().enumerate() {
        if !seen.insert(&wave.wave) {
            let message = format!("the wave `{}` stands twice", shorten(&wave.wave));
            return Err(Error::new(Code::NetworkId, message).at(format!("{at}[{i}].wave")));
        }
        for (name, median) in &wave.medians {
            let at = key(&format!("{at}[{i}].medians"), name);
            if block_or_item(name).is_none() {
                let message = format!("the checklist has no block or statement `{}`", shorten(name));
                return Err(Error::new(Code::ChecklistItem, message)
                    .at(at)
                    .with_help(nearest(name, blocks_and_items()).unwrap_or_default()));
            }
            if !(1.0..=10.0).contains(median) {
                return Err(number("a median lies from 1 to 10", at));
            }
        }
    }
    Ok(())
}

/// The id of a block or a statement of the checklist; `checklist.block.` may be left out.
fn block_or_item(name: &str) -> Option<&'static str> {
    blocks_and_items().find(|id| *id == name || id.strip_prefix("checklist.block.") == Some(name))
}

fn blocks_and_items() -> impl Iterator<Item = &'static str> {
    let instrument = Instrument::current();
    instrument.blocks().iter().map(|block| block.id).chain(instrument.items().iter().map(|item| item.id))
}

/// What the checklist said, as those may see it for whom a wave of so many sheets is enough.
pub(crate) fn by_wave(waves: &[ChecklistWave], enough: impl Fn(u64) -> bool, texts: &Texts) -> ReportedChecklist {
    let (told, left_out): (Vec<_>, Vec<_>) = waves.iter().partition(|wave| enough(wave.sheets.into()));
    let medians = blocks_and_items().map(|id| {
        let of = |(name, median): (&String, &f64)| (block_or_item(name) == Some(id)).then_some(*median);
        let medians: Vec<Option<f64>> = told.iter().map(|wave| wave.medians.iter().find_map(of)).collect();
        let change = match medians.as_slice() {
            [Some(first), .., Some(last)] => Some(last - first),
            _ => None,
        };
        ReportedMedians { id: Cow::Borrowed(id), label: texts.label(id), medians, change }
    });
    ReportedChecklist {
        medians: medians.filter(|of| of.medians.iter().any(Option::is_some)).collect(),
        waves: told.iter().map(|wave| ReportedWave { wave: wave.wave.clone(), sheets: wave.sheets }).collect(),
        left_out: left_out.iter().map(|wave| wave.wave.clone()).collect(),
    }
}
