//! Figures as tables: a row for each group and figure.

use std::collections::HashMap;
use std::sync::Arc;

use arrow_array::builder::{Float64Builder, StringBuilder, UInt8Builder, UInt64Builder};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{Field, Schema};
use raakvlak::boundary::{ComparedFigure, ScoredFigure, ScoredThing, ScoresComparisonDocument, ScoresView};
use raakvlak::checklist::{Cell, Enough, Figure, Figures, Instrument, Key, View};
use raakvlak::error::Code;
use raakvlak::{Error, Texts};

/// Figures as a table, with a row for each group and each block and statement in it.
///
/// First come `view` (`publication`, or `in-team`: not for publication) and the columns that
/// tell the group: what the figures are given by, and what lies above that. Then `sheets`, `kind`
/// (`block` or `item`), `id`, `within` (the block it is part of) and `label`; `answered`, `mean`,
/// `median`, `lower_quartile`, `upper_quartile`, `lowest`, `highest`, and `score_1` to `score_10`:
/// how often each score was given. In the team's own view also `not_answered`, `not_applicable`
/// and `dont_know`. A figure that is hidden and one that is not there look alike: null.
///
/// What has to be said with the figures stands in the metadata, as `raakvlak.notice`.
///
/// ```
/// use raakvlak::Texts;
/// use raakvlak::checklist::{Answer, Cell, Enough, Key, Minimum, People, Respondent, Sheet, Survey};
/// use raakvlak_arrow::checklist::figures_table;
///
/// let mut survey = Survey::default();
/// for _ in 0..12 {
///     let mut sheet = Sheet::new(Respondent::default());
///     sheet.answer("1", Answer::read("7")?)?;
///     survey.add(&Cell { team: Some("Noord".into()), ..Cell::default() }, &sheet)?;
/// }
/// let figures = survey.publish(Minimum::default(), People::default()).figures(&[Key::Team]);
/// let table = figures_table(&figures, Enough::HALF, &Texts::en())?;
/// assert_eq!(table.schema().field(3).name(), "team");
/// # Ok::<(), raakvlak::Error>(())
/// ```
///
/// # Errors
/// None for figures that a survey gave.
pub fn figures_table(figures: &Figures, enough: Enough, texts: &Texts) -> Result<RecordBatch, Error> {
    let instrument = Instrument::current();
    let in_team = figures.view == View::InTeam;
    let view = if in_team { "in-team" } else { "publication" };
    let mut rows = Rows::new(view, &figures.by);
    let mut sheets = UInt64Builder::new();
    let mut columns = FigureColumns::new("", in_team);
    let blocks: Vec<_> = instrument.blocks().iter().map(|b| (b, Thing::of("block", b.id, b.parent, texts))).collect();
    let items = instrument.items().iter().map(|i| Thing::of("item", i.id, Some(i.block), texts));
    let items: Vec<Thing<'_>> = items.collect();
    for group in &figures.groups {
        for (block, thing) in &blocks {
            rows.add(&group.cell, thing);
            sheets.append_option(group.sheets);
            columns.add(group.block(block, enough).as_ref());
        }
        for (place, thing) in items.iter().enumerate() {
            rows.add(&group.cell, thing);
            sheets.append_option(group.sheets);
            columns.add(group.item(place));
        }
    }
    let mut made = rows.group();
    made.push(("sheets".to_owned(), Arc::new(sheets.finish()) as ArrayRef));
    made.extend(rows.thing());
    made.extend(columns.finish());
    table(made, &figures.notice(texts))
}

/// Two waves, roles or groups beside each other as a table, with a row for each group and each
/// block and statement in it.
///
/// The columns are those of [`figures_table`], without what is compared; then `one` and `other`,
/// the columns of a figure for each (`one_answered`, `other_answered`, …), and
/// `median_difference` and `mean_difference`: the other less the one.
///
/// # Errors
/// None for a document of the core.
pub fn comparison_table(compared: &ScoresComparisonDocument) -> Result<RecordBatch, Error> {
    let in_team = compared.view == ScoresView::InTeam;
    let keys: Vec<Key> = Key::ALL.into_iter().filter(|key| *key != compared.over).collect();
    let mut rows = Rows::new(if in_team { "in-team" } else { "publication" }, &keys);
    let (mut one, mut other) = (FigureColumns::new("one_", in_team), FigureColumns::new("other_", in_team));
    let (mut medians, mut means) = (Float64Builder::new(), Float64Builder::new());
    let blocks: Vec<Thing<'_>> = compared.blocks.iter().map(|block| Thing::scored("block", block)).collect();
    let items: Vec<Thing<'_>> = compared.items.iter().map(|item| Thing::scored("item", item)).collect();
    for group in &compared.groups {
        let cell = Cell {
            municipality: group.municipality.clone(),
            organisation: group.organisation.clone(),
            team: group.team.clone(),
            role: group.role,
            wave: group.wave.clone(),
        };
        let figures = blocks.iter().zip(&group.blocks).chain(items.iter().zip(&group.items));
        for (thing, ComparedFigure { one: before, other: after, median_difference, mean_difference }) in figures {
            rows.add(&cell, thing);
            one.add_scored(before.as_ref());
            other.add_scored(after.as_ref());
            medians.append_option(*median_difference);
            means.append_option(*mean_difference);
        }
    }
    let len = rows.len;
    let named = |name: &str, value: &str| {
        let mut column = StringBuilder::new();
        (0..len).for_each(|_| column.append_value(value));
        (name.to_owned(), Arc::new(column.finish()) as ArrayRef)
    };
    let mut made = rows.group();
    made.extend(rows.thing());
    made.extend([named("one", &compared.one), named("other", &compared.other)]);
    made.extend(one.finish());
    made.extend(other.finish());
    made.push(("median_difference".to_owned(), Arc::new(medians.finish())));
    made.push(("mean_difference".to_owned(), Arc::new(means.finish())));
    table(made, &compared.notice)
}

fn table(columns: Vec<(String, ArrayRef)>, notice: &str) -> Result<RecordBatch, Error> {
    let fields: Vec<Field> = columns.iter().map(|(name, of)| Field::new(name, of.data_type().clone(), true)).collect();
    let metadata = HashMap::from([("raakvlak.notice".to_owned(), notice.to_owned())]);
    let schema = Arc::new(Schema::new_with_metadata(fields, metadata));
    let columns = columns.into_iter().map(|(_, column)| column).collect();
    RecordBatch::try_new(schema, columns).map_err(|e| Error::new(Code::ValueType, e.to_string()))
}

/// A block or a statement, as it stands in a row.
struct Thing<'a> {
    kind: &'static str,
    id: &'a str,
    within: Option<&'a str>,
    label: String,
}

impl Thing<'static> {
    fn of(kind: &'static str, id: &'static str, within: Option<&'static str>, texts: &Texts) -> Self {
        Thing { kind, id, within, label: texts.label(id).into_owned() }
    }
}

impl<'a> Thing<'a> {
    fn scored(kind: &'static str, thing: &'a ScoredThing) -> Self {
        Thing { kind, id: &thing.id, within: thing.within.as_deref(), label: thing.label.to_string() }
    }
}

/// The columns that tell what a row is about.
struct Rows {
    len: usize,
    view: &'static str,
    /// What tells the group, and its column.
    keys: Vec<(Key, StringBuilder)>,
    views: StringBuilder,
    kinds: StringBuilder,
    ids: StringBuilder,
    within: StringBuilder,
    labels: StringBuilder,
}

impl Rows {
    /// With a column for each key, and for what lies above the lowest level.
    fn new(view: &'static str, by: &[Key]) -> Rows {
        let level = |key: &Key| !matches!(key, Key::Role | Key::Wave);
        let lowest = by.iter().filter(|key| level(key)).max();
        let told = |key: &Key| if level(key) { lowest.is_some_and(|lowest| key <= lowest) } else { by.contains(key) };
        Rows {
            len: 0,
            view,
            keys: Key::ALL.into_iter().filter(told).map(|key| (key, StringBuilder::new())).collect(),
            views: StringBuilder::new(),
            kinds: StringBuilder::new(),
            ids: StringBuilder::new(),
            within: StringBuilder::new(),
            labels: StringBuilder::new(),
        }
    }

    fn add(&mut self, cell: &Cell, thing: &Thing<'_>) {
        self.len += 1;
        self.views.append_value(self.view);
        self.keys.iter_mut().for_each(|(key, column)| column.append_option(cell.value(*key)));
        self.kinds.append_value(thing.kind);
        self.ids.append_value(thing.id);
        self.within.append_option(thing.within);
        self.labels.append_value(&thing.label);
    }

    fn group(&mut self) -> Vec<(String, ArrayRef)> {
        let mut made = vec![("view".to_owned(), Arc::new(self.views.finish()) as ArrayRef)];
        let keys = self.keys.iter_mut().map(|(key, column)| (key.name().to_owned(), Arc::new(column.finish()) as _));
        made.extend(keys);
        made
    }

    fn thing(&mut self) -> [(String, ArrayRef); 4] {
        let columns = [
            ("kind", &mut self.kinds),
            ("id", &mut self.ids),
            ("within", &mut self.within),
            ("label", &mut self.labels),
        ];
        columns.map(|(name, column)| (name.to_owned(), Arc::new(column.finish()) as ArrayRef))
    }
}

/// The columns of figures.
struct FigureColumns {
    prefix: &'static str,
    in_team: bool,
    answered: UInt64Builder,
    /// Mean, median and the two quartiles.
    middles: [Float64Builder; 4],
    /// The lowest and the highest score.
    range: [UInt8Builder; 2],
    scores: [UInt64Builder; 10],
    unscored: [UInt64Builder; 3],
}

impl FigureColumns {
    fn new(prefix: &'static str, in_team: bool) -> FigureColumns {
        FigureColumns {
            prefix,
            in_team,
            answered: UInt64Builder::new(),
            middles: Default::default(),
            range: Default::default(),
            scores: Default::default(),
            unscored: Default::default(),
        }
    }

    fn add(&mut self, figure: Option<&Figure>) {
        self.add_scored(figure.map(ScoredFigure::from).as_ref());
    }

    fn add_scored(&mut self, figure: Option<&ScoredFigure>) {
        self.answered.append_option(figure.map(|f| f.answered));
        let quartile = |at: usize| figure.and_then(|f| f.quartiles?.get(at).copied());
        let middles = [figure.and_then(|f| f.mean), figure.and_then(|f| f.median), quartile(0), quartile(1)];
        self.middles.iter_mut().zip(middles).for_each(|(column, middle)| column.append_option(middle));
        let end = |at: usize| figure.and_then(|f| f.range?.get(at).copied());
        self.range.iter_mut().zip([end(0), end(1)]).for_each(|(column, end)| column.append_option(end));
        for (at, column) in self.scores.iter_mut().enumerate() {
            column.append_option(figure.and_then(|f| f.scores.get(at).copied()));
        }
        let unscored = figure.map(|f| [f.not_answered, f.not_applicable, f.dont_know]).unwrap_or_default();
        self.unscored.iter_mut().zip(unscored).for_each(|(column, count)| column.append_option(count));
    }

    fn finish(mut self) -> Vec<(String, ArrayRef)> {
        let mut made: Vec<(String, ArrayRef)> = vec![("answered".to_owned(), Arc::new(self.answered.finish()))];
        let middles = ["mean", "median", "lower_quartile", "upper_quartile"].into_iter().zip(&mut self.middles);
        made.extend(middles.map(|(name, column)| (name.to_owned(), Arc::new(column.finish()) as ArrayRef)));
        let range = ["lowest", "highest"].into_iter().zip(&mut self.range);
        made.extend(range.map(|(name, column)| (name.to_owned(), Arc::new(column.finish()) as ArrayRef)));
        let scores = (1..).zip(&mut self.scores);
        made.extend(scores.map(|(score, column)| (format!("score_{score}"), Arc::new(column.finish()) as ArrayRef)));
        if self.in_team {
            let unscored = ["not_answered", "not_applicable", "dont_know"].into_iter().zip(&mut self.unscored);
            made.extend(unscored.map(|(name, column)| (name.to_owned(), Arc::new(column.finish()) as ArrayRef)));
        }
        made.iter_mut().for_each(|(name, _)| name.insert_str(0, self.prefix));
        made
    }
}
