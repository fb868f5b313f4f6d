//! Figures of groups as tables: a row for each group and each block or statement.

use std::collections::HashMap;
use std::sync::Arc;

use arrow_array::{Array, ArrayRef, Float64Array, RecordBatch, StringArray, UInt8Array, UInt64Array};
use arrow_schema::{Field, Schema};
use raakvlak::Error;
use raakvlak::boundary::{
    ComparedFigure, ComparedGroup, ScoredFigure, ScoredGroup, ScoredThing, ScoresComparisonDocument, ScoresDocument,
    ScoresView,
};
use raakvlak::checklist::Role;
use raakvlak::error::Code;

/// Figures of groups as a table, unrounded, with the columns `municipality`, `organisation`, `team`,
/// `role`, `wave`, `sheets`, `kind` (`block` or `item`), `id`, `within` (the block it is part of), `name`,
/// `answered`, `mean`, `median`, `lower_quartile`, `upper_quartile`, `lowest`, `highest` and `score_1` to
/// `score_10`. What is hidden or not there is null. The column `view` says whether it is for `publication`, or for
/// the `in-team` conversation only; then there are `not_answered`, `not_applicable` and `dont_know` too,
/// and `notice` says so in words. The metadata has the notice in either case.
///
/// ```
/// use raakvlak::Texts;
/// use raakvlak::checklist::{Answer, Cell, Enough, Respondent, Sheet, Survey};
/// use raakvlak_arrow::checklist::figures_table;
///
/// let mut survey = Survey::default();
/// let mut sheet = Sheet::new(Respondent::default());
/// sheet.answer("1", Answer::read("7")?)?;
/// survey.add(&Cell::default(), &sheet)?;
/// let table = figures_table(&survey.in_team(&[]).scores(Enough::HALF, &Texts::en()))?;
/// assert_eq!(table.num_rows(), 43); // 12 blocks and their parts, 31 statements
/// # Ok::<(), raakvlak::Error>(())
/// ```
///
/// # Errors
/// None that figures of [`Survey`](raakvlak::checklist::Survey) can cause.
pub fn figures_table(document: &ScoresDocument) -> Result<RecordBatch, Error> {
    let rows: Vec<Row<'_, &Option<ScoredFigure>>> = document
        .groups
        .iter()
        .flat_map(|group| {
            let of = Group::scored(group);
            let blocks = document.blocks.iter().zip(&group.blocks);
            let items = document.items.iter().zip(&group.items);
            rows(of, blocks, items)
        })
        .collect();
    let mut table = Table::of_groups(&rows);
    table.counts("sheets", rows.iter().map(|row| row.group.sheets));
    table.things(&rows);
    let in_team = matches!(document.view, ScoresView::InTeam);
    table.figures("", rows.iter().map(|row| row.figure.as_ref()), in_team);
    table.finish(&document.view, &document.notice, rows.len())
}

/// Figures beside each other as a table: the columns of [`figures_table`] twice, those of the one
/// with `one_` before their name and those of the other with `other_`, and `median_difference` and
/// `mean_difference`: the other less the one. `over`, `one` and `other` say what is compared.
///
/// # Errors
/// None that figures of [`Survey`](raakvlak::checklist::Survey) can cause.
pub fn comparison_table(document: &ScoresComparisonDocument) -> Result<RecordBatch, Error> {
    let rows: Vec<Row<'_, &ComparedFigure>> = document
        .groups
        .iter()
        .flat_map(|group| {
            let of = Group::compared(group);
            let blocks = document.blocks.iter().zip(&group.blocks);
            let items = document.items.iter().zip(&group.items);
            rows(of, blocks, items)
        })
        .collect();
    let mut table = Table::of_groups(&rows);
    let same = |value: &'_ str| std::iter::repeat_n(Some(value.to_owned()), rows.len());
    table.texts("over", same(document.over.name()));
    table.texts("one", same(&document.one));
    table.texts("other", same(&document.other));
    table.things(&rows);
    let in_team = matches!(document.view, ScoresView::InTeam);
    table.figures("one_", rows.iter().map(|row| row.figure.one.as_ref()), in_team);
    table.figures("other_", rows.iter().map(|row| row.figure.other.as_ref()), in_team);
    table.numbers("median_difference", rows.iter().map(|row| row.figure.median_difference));
    table.numbers("mean_difference", rows.iter().map(|row| row.figure.mean_difference));
    table.finish(&document.view, &document.notice, rows.len())
}

/// Which group a row is about.
#[derive(Clone, Copy)]
struct Group<'a> {
    levels: [&'a Option<String>; 3],
    role: Option<Role>,
    wave: &'a Option<String>,
    sheets: Option<u64>,
}

impl<'a> Group<'a> {
    fn scored(group: &'a ScoredGroup) -> Group<'a> {
        let ScoredGroup { municipality, organisation, team, role, wave, sheets, .. } = group;
        Group { levels: [municipality, organisation, team], role: *role, wave, sheets: *sheets }
    }

    fn compared(group: &'a ComparedGroup) -> Group<'a> {
        let ComparedGroup { municipality, organisation, team, role, wave, .. } = group;
        Group { levels: [municipality, organisation, team], role: *role, wave, sheets: None }
    }
}

/// A block or a statement of a group.
struct Row<'a, F> {
    group: Group<'a>,
    kind: &'static str,
    thing: &'a ScoredThing,
    figure: F,
}

fn rows<'a, F>(
    group: Group<'a>,
    blocks: impl Iterator<Item = (&'a ScoredThing, F)>,
    items: impl Iterator<Item = (&'a ScoredThing, F)>,
) -> impl Iterator<Item = Row<'a, F>> {
    let blocks = blocks.map(|(thing, figure)| ("block", thing, figure));
    let items = items.map(|(thing, figure)| ("item", thing, figure));
    blocks.chain(items).map(move |(kind, thing, figure)| Row { group, kind, thing, figure })
}

/// A table, column by column.
#[derive(Default)]
struct Table {
    fields: Vec<Field>,
    columns: Vec<ArrayRef>,
}

impl Table {
    fn of_groups<F>(rows: &[Row<'_, F>]) -> Table {
        let mut table = Table::default();
        for (name, level) in ["municipality", "organisation", "team"].into_iter().zip(0..) {
            table.texts(name, rows.iter().map(|row| (*row.group.levels.get::<usize>(level)?).as_deref()));
        }
        table.texts("role", rows.iter().map(|row| row.group.role.map(Role::name)));
        table.texts("wave", rows.iter().map(|row| row.group.wave.as_deref()));
        table
    }

    fn things<F>(&mut self, rows: &[Row<'_, F>]) {
        self.texts("kind", rows.iter().map(|row| Some(row.kind)));
        self.texts("id", rows.iter().map(|row| Some(&row.thing.id)));
        self.texts("within", rows.iter().map(|row| row.thing.within.as_deref()));
        self.texts("name", rows.iter().map(|row| Some(&row.thing.label)));
    }

    fn figures<'f>(
        &mut self,
        before: &str,
        figures: impl Iterator<Item = Option<&'f ScoredFigure>> + Clone,
        in_team: bool,
    ) {
        let named = |name: &str| format!("{before}{name}");
        let quartile = |at: usize| figures.clone().map(move |f| f?.quartiles?.get(at).copied());
        self.counts(&named("answered"), figures.clone().map(|f| Some(f?.answered)));
        self.numbers(&named("mean"), figures.clone().map(|f| f?.mean));
        self.numbers(&named("median"), figures.clone().map(|f| f?.median));
        self.numbers(&named("lower_quartile"), quartile(0));
        self.numbers(&named("upper_quartile"), quartile(1));
        self.add(&named("lowest"), Arc::new(figures.clone().map(|f| f?.lowest).collect::<UInt8Array>()));
        self.add(&named("highest"), Arc::new(figures.clone().map(|f| f?.highest).collect::<UInt8Array>()));
        for score in 1..=10 {
            let given = figures.clone().map(|f| f?.distribution.get::<usize>(score - 1).copied());
            self.counts(&named(&format!("score_{score}")), given);
        }
        if in_team {
            self.counts(&named("not_answered"), figures.clone().map(|f| f?.not_answered));
            self.counts(&named("not_applicable"), figures.clone().map(|f| f?.not_applicable));
            self.counts(&named("dont_know"), figures.map(|f| f?.dont_know));
        }
    }

    fn texts<T: AsRef<str>>(&mut self, name: &str, texts: impl Iterator<Item = Option<T>>) {
        self.add(name, Arc::new(texts.collect::<StringArray>()));
    }

    fn counts(&mut self, name: &str, counts: impl Iterator<Item = Option<u64>>) {
        self.add(name, Arc::new(counts.collect::<UInt64Array>()));
    }

    fn numbers(&mut self, name: &str, numbers: impl Iterator<Item = Option<f64>>) {
        self.add(name, Arc::new(numbers.collect::<Float64Array>()));
    }

    fn add(&mut self, name: &str, column: ArrayRef) {
        self.fields.push(Field::new(name, column.data_type().clone(), true));
        self.columns.push(column);
    }

    fn finish(mut self, view: &ScoresView, notice: &str, rows: usize) -> Result<RecordBatch, Error> {
        let name = match view {
            ScoresView::Publication { .. } => "publication",
            ScoresView::InTeam => "in-team",
        };
        self.texts("view", std::iter::repeat_n(Some(name), rows));
        if matches!(view, ScoresView::InTeam) {
            self.texts("notice", std::iter::repeat_n(Some(notice), rows));
        }
        let mut told = HashMap::from([("raakvlak.notice".to_owned(), notice.to_owned())]);
        if let ScoresView::Publication { minimum } = view {
            told.insert("raakvlak.minimum".to_owned(), minimum.to_string());
        }
        RecordBatch::try_new(Arc::new(Schema::new(self.fields).with_metadata(told)), self.columns)
            .map_err(|e| Error::new(Code::ValueType, format!("the figures are no table: {e}")))
    }
}
