//! Figures as documents, and two of them beside each other.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::{Block, Cell, Enough, Figure, Figures, Group, Instrument, Key, Role, View};
use crate::boundary::{
    ComparedFigure, ComparedGroup, ScoredFigure, ScoredGroup, ScoredThing, ScoresComparisonDocument, ScoresDocument,
    ScoresView,
};
use crate::error::{Code, Error};
use crate::observation::shorten;
use crate::text::Texts;

impl Figures {
    /// The figures as a document: statements and blocks, group by group.
    pub fn scores(&self, enough: Enough, texts: &Texts) -> ScoresDocument {
        let group = |group: &Group| ScoredGroup {
            municipality: group.cell.municipality.clone(),
            organisation: group.cell.organisation.clone(),
            team: group.cell.team.clone(),
            role: group.cell.role,
            wave: group.cell.wave.clone(),
            sheets: group.sheets,
            blocks: blocks(group, enough),
            items: items(group),
        };
        ScoresDocument {
            schema: Cow::Borrowed("raakvlak.scores.v1"),
            instrument: Instrument::current().named_as(),
            lang: Cow::Owned(texts.lang().to_owned()),
            view: self.view.into(),
            notice: self.notice(texts),
            by: self.by.clone(),
            blocks: things(Instrument::current().blocks().iter().map(|b| (b.id, b.parent)), texts),
            items: things(Instrument::current().items().iter().map(|i| (i.id, Some(i.block))), texts),
            groups: self.groups.iter().map(group).collect(),
        }
    }

    /// Two waves, roles or groups beside each other, in every group in which either stands.
    ///
    /// ```
    /// use raakvlak::checklist::{Answer, Cell, Enough, Key, Respondent, Role, Sheet, Survey};
    /// use raakvlak::Texts;
    ///
    /// let mut survey = Survey::default();
    /// for (role, score) in [(Role::Professional, "4"), (Role::Manager, "8")] {
    ///     let mut sheet = Sheet::new(Respondent { pseudonym: None, role: Some(role) });
    ///     sheet.answer("anchoring", Answer::read(score)?)?;
    ///     survey.add(&Cell::default(), &sheet)?;
    /// }
    /// let figures = survey.in_team(&[Key::Role]);
    /// let beside = figures.compare(Key::Role, "professional", "manager", Enough::HALF, &Texts::en())?;
    /// assert_eq!(beside.groups[0].items[30].median_difference, Some(4.0));
    /// assert_eq!(beside.groups[0].items[0].median_difference, None); // not known
    /// # Ok::<(), raakvlak::Error>(())
    /// ```
    ///
    /// # Errors
    /// `value.unknown` where the figures are not given by that key, or no group has that value.
    pub fn compare(
        &self,
        over: Key,
        one: &str,
        other: &str,
        enough: Enough,
        texts: &Texts,
    ) -> Result<ScoresComparisonDocument, Error> {
        // A role may have its name in Dutch too.
        let [one, other] = [one, other].map(|side| match Role::read(side) {
            Some(role) if over == Key::Role => role.name(),
            _ => side,
        });
        let mut beside: BTreeMap<Cell, [Option<&Group>; 2]> = BTreeMap::new();
        for group in &self.groups {
            let value = group.cell.value(over);
            for (place, side) in [one, other].into_iter().enumerate() {
                if value == Some(side) {
                    let pair = beside.entry(group.cell.without(over)).or_default();
                    if let Some(slot) = pair.get_mut(place) {
                        *slot = Some(group);
                    }
                }
            }
        }
        for side in [one, other] {
            if !self.groups.iter().any(|group| group.cell.value(over) == Some(side)) {
                let message = format!("no group has the {} `{}`", over.name(), shorten(side));
                let mut known: Vec<&str> = self.groups.iter().filter_map(|group| group.cell.value(over)).collect();
                known.sort_unstable();
                known.dedup();
                return Err(Error::new(Code::ValueUnknown, message)
                    .with_help(format!("there are: {}", shorten(&known.join(", ")))));
            }
        }
        let figures = |sides: [Option<&Group>; 2], of: &dyn Fn(&Group) -> Vec<Option<ScoredFigure>>, count: usize| {
            let [one, other] = sides.map(|side| side.map_or_else(|| vec![None; count], of));
            one.into_iter().zip(other).map(|(one, other)| ComparedFigure::of(one, other)).collect::<Vec<_>>()
        };
        let instrument = Instrument::current();
        let group = |(cell, sides): (Cell, [Option<&Group>; 2])| ComparedGroup {
            blocks: figures(sides, &|group| blocks(group, enough), instrument.blocks().len()),
            items: figures(sides, &items, instrument.items().len()),
            municipality: cell.municipality,
            organisation: cell.organisation,
            team: cell.team,
            role: cell.role,
            wave: cell.wave,
        };
        Ok(ScoresComparisonDocument {
            schema: Cow::Borrowed("raakvlak.scores-comparison.v1"),
            instrument: instrument.named_as(),
            lang: Cow::Owned(texts.lang().to_owned()),
            view: self.view.into(),
            notice: self.notice(texts),
            over,
            one: one.to_owned(),
            other: other.to_owned(),
            blocks: things(instrument.blocks().iter().map(|b| (b.id, b.parent)), texts),
            items: things(instrument.items().iter().map(|i| (i.id, Some(i.block))), texts),
            groups: beside.into_iter().map(group).collect(),
        })
    }

    /// What has to be said with the figures: for whom they are, and what an absent one means.
    pub fn notice(&self, texts: &Texts) -> Cow<'static, str> {
        match self.view {
            View::Published(minimum) => {
                Cow::Owned(texts.phrase("checklist-published").replace("{n}", &minimum.get().to_string()))
            }
            View::InTeam => texts.phrase("checklist-notice"),
        }
    }
}

impl ComparedFigure {
    fn of(one: Option<ScoredFigure>, other: Option<ScoredFigure>) -> ComparedFigure {
        let difference = |of: fn(&ScoredFigure) -> Option<f64>| Some(of(other.as_ref()?)? - of(one.as_ref()?)?);
        let (median_difference, mean_difference) = (difference(|f| f.median), difference(|f| f.mean));
        ComparedFigure { one, other, median_difference, mean_difference }
    }
}

impl From<View> for ScoresView {
    fn from(view: View) -> ScoresView {
        match view {
            View::Published(minimum) => ScoresView::Publication { minimum: minimum.get() },
            View::InTeam => ScoresView::InTeam,
        }
    }
}

impl From<&Figure> for ScoredFigure {
    fn from(figure: &Figure) -> ScoredFigure {
        ScoredFigure {
            answered: figure.scores.iter().sum(),
            mean: figure.summary.map(|s| s.mean),
            median: figure.summary.map(|s| s.median),
            quartiles: figure.summary.map(|s| s.quartiles.into()),
            lowest: figure.summary.map(|s| s.range.0),
            highest: figure.summary.map(|s| s.range.1),
            distribution: figure.scores,
            not_answered: figure.unscored.map(|u| u.not_answered),
            not_applicable: figure.unscored.map(|u| u.not_applicable),
            dont_know: figure.unscored.map(|u| u.dont_know),
        }
    }
}

fn blocks(group: &Group, enough: Enough) -> Vec<Option<ScoredFigure>> {
    let figure = |block: &Block| group.block(block, enough).as_ref().map(ScoredFigure::from);
    Instrument::current().blocks().iter().map(figure).collect()
}

fn items(group: &Group) -> Vec<Option<ScoredFigure>> {
    (0..Instrument::current().items().len()).map(|place| group.item(place).map(ScoredFigure::from)).collect()
}

fn things(of: impl Iterator<Item = (&'static str, Option<&'static str>)>, texts: &Texts) -> Vec<ScoredThing> {
    of.map(|(id, within)| ScoredThing {
        id: Cow::Borrowed(id),
        within: within.map(Cow::Borrowed),
        label: texts.label(id),
        text: texts.text(id),
    })
    .collect()
}
