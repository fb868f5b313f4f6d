//! The page of the checklist: what everybody who filled it in answered together, in pictures and
//! in tables with the same figures.

mod asked;
mod candidates;
mod change;
mod chart;
mod falls;
mod ranges;

use raakvlak::Texts;
use raakvlak::boundary::Advised;
use raakvlak::checklist::{Figure, Figures, Instrument, Key, Role, Summary, Unscored, View};
use raakvlak::report::{self, Block, Item, Page, Picture};

use asked::{Asked, LEVELS, Unit, blocks, lines, parts};
use candidates::{candidates, statement};
use change::Course;
use ranges::{Line, Panel, Row};

/// Ids of the pictures on a page, each another.
struct Ids(usize);

impl Ids {
    fn next(&mut self) -> String {
        self.0 += 1;
        format!("rv-chart-{}", self.0)
    }
}

/// The page of a survey with the checklist (handbook, App. 4): blocks per group, change over waves, how the
/// scores for each statement fall, roles beside each other, what stands out, and advices to begin with.
///
/// The figures are asked as the page needs them: of [`Published`](raakvlak::checklist::Published) for a page
/// that anyone may see, or of [`Survey::in_team`](raakvlak::checklist::Survey::in_team) for the team's own
/// conversation; then the page says first that it is not for publication. The advices to begin with are
/// shown as they are given, each with because; without any given, that part is left out.
///
/// ```
/// use raakvlak::Texts;
/// use raakvlak::checklist::{Answer, Cell, Minimum, People, Respondent, Sheet, Survey};
/// use raakvlak::report::Format;
///
/// let mut survey = Survey::default();
/// for n in 0..24 {
///     let mut sheet = Sheet::new(Respondent::default());
///     sheet.answer("1", Answer::read(if n < 9 { "4" } else { "7" })?)?;
///     let team = if n % 2 == 0 { "Noord" } else { "Zuid" };
///     survey.add(&Cell { team: Some(team.into()), ..Cell::default() }, &sheet)?;
/// }
/// let published = survey.publish(Minimum::default(), People::default());
/// let page = raakvlak_draw::checklist_page(&|by| published.figures(by), None, &Texts::nl());
/// assert!(page.write(Format::Html).contains("<svg "));
/// assert!(page.write(Format::Markdown).contains("| 1. "));
/// # Ok::<(), raakvlak::Error>(())
/// ```
pub fn checklist_page(figures: &dyn Fn(&[Key]) -> Figures, begin: Option<&[Advised]>, texts: &Texts) -> Page {
    let asked = Asked::of(figures, texts);
    let mut title = texts.phrase("survey-title").into_owned();
    if !asked.names.is_empty() {
        title = format!("{title} – {}", asked.names.join(" › "));
    }
    let mut page = Writer { page: Page::titled(&title, texts), asked: &asked, ids: Ids(0) };
    page.what();
    page.blocks();
    page.change();
    page.statements();
    page.roles();
    page.candidates();
    if let Some(advices) = begin {
        page.begin(advices);
    }
    page.page
}

struct Writer<'a> {
    page: Page,
    asked: &'a Asked<'a>,
    ids: Ids,
}

impl Writer<'_> {
    fn phrase(&self, key: &str) -> String {
        self.asked.texts.phrase(key).into_owned()
    }

    fn label(&self, id: &str) -> String {
        self.asked.texts.label(id).into_owned()
    }

    fn push(&mut self, block: Block) {
        self.page.blocks.push(block);
    }

    fn heading(&mut self, level: u8, key: &str) {
        self.push(Block::Heading(level, self.phrase(key)));
    }

    fn text(&mut self, key: &str) {
        self.push(Block::Text(self.phrase(key)));
    }

    /// Pictures, and a table that may hold more than they do.
    fn chart(
        &mut self,
        (pictures, beyond): (Vec<Picture>, bool),
        caption: String,
        (head, rows): (Vec<String>, Vec<Vec<String>>),
    ) {
        self.push(Block::Chart { pictures, beyond, fold: self.phrase("survey-same"), caption, head, rows });
    }

    fn what(&mut self) {
        let Asked { texts, view, waves, wave, .. } = self.asked;
        let (texts, view, wave) = (*texts, *view, *wave);
        if view == View::InTeam {
            let (label, text) = (self.phrase("survey-in-team"), self.phrase("checklist-notice"));
            self.push(Block::Notice(vec![Item { label, text, ..Item::default() }]));
        }
        self.text("survey-what-text");
        self.push(Block::Contents(self.phrase("survey-contents")));
        self.heading(2, "survey-what");
        let item = |key: &str, text: String| Item { label: texts.phrase(key).into_owned(), text, ..Item::default() };
        let said = |key: &str| texts.phrase(key).into_owned();
        let checklist = Instrument::current();
        let (version, items, parts) =
            (checklist.version().to_string(), checklist.items().len().to_string(), blocks().count().to_string());
        let list = self.label("checklist");
        let with = [('a', &*list), ('b', &*version), ('n', &*items), ('m', &*parts)];
        let mut items = vec![item("survey-instrument", chart::filled(&said("survey-instrument-text"), &with))];
        let named: Vec<&str> = waves.iter().flatten().map(String::as_str).collect();
        if let (Some(last), true) = (self.asked.wave_name(wave), named.len() > 1) {
            let with = [('a', &*named.join("; ")), ('b', last)];
            items.push(item("survey-waves", chart::filled(&said("survey-waves-text"), &with)));
        }
        items.push(item("survey-sheets", self.sheets()));
        let hidden = match view {
            View::Published(minimum) => {
                let minimum = minimum.get().to_string();
                let text = chart::filled(&said("survey-minimum-text"), &[('n', &*minimum)]);
                items.push(item("survey-minimum", text));
                "survey-hidden-text"
            }
            View::InTeam => "survey-unknown-text",
        };
        items.push(item("survey-hidden", said(hidden)));
        items.push(item("survey-scale", said("survey-scale-text")));
        self.push(Block::List { numbered: false, items });
        self.heading(3, "survey-ours");
        let ours: &[&str] = match view {
            View::Published(_) => &["survey-ours-minimum", "survey-ours-block", "survey-ours-candidates"],
            View::InTeam => &["survey-ours-block-in-team", "survey-ours-candidates"],
        };
        let items = ours.iter().map(|key| Item { text: said(key), ..Item::default() }).collect();
        self.push(Block::List { numbered: false, items });
    }

    /// How many lists were filled in, in each wave.
    fn sheets(&self) -> String {
        let whole = self.asked.units(None, false);
        let said = self.asked.waves.iter().enumerate().map(|(place, wave)| {
            let sheets = whole.first().and_then(|unit| unit.group(None, place)).and_then(|group| group.sheets);
            let sheets = sheets.map_or_else(|| self.phrase("no-figure"), |sheets| sheets.to_string());
            match wave {
                Some(wave) => format!("{wave}: {sheets}"),
                None => sheets,
            }
        });
        said.collect::<Vec<_>>().join("; ")
    }

    fn blocks(&mut self) {
        self.heading(2, "survey-blocks");
        self.text("survey-blocks-text");
        let wave = self.asked.wave;
        let whole = self.asked.units(None, false);
        self.heading(3, "survey-together");
        let row = |block: &raakvlak::checklist::Block| {
            let name = self.label(block.id);
            let summary = whole.first().and_then(|unit| unit.block(None, wave, block));
            Line::Row(Row { path: name.clone(), name, part: block.parent.is_some(), summary })
        };
        let lines_ = Instrument::current().blocks().iter().map(row).collect();
        let panels = [Panel { title: String::new(), lines: lines_ }];
        self.ranges(&panels, "survey-together", "survey-block");
        for (key, units) in self.levels(false) {
            let heading = heading_of(key);
            self.heading(3, heading);
            let panel = |block: &raakvlak::checklist::Block| Panel {
                title: self.label(block.id),
                lines: lines(&units, |unit| unit.block(None, wave, block)),
            };
            let (of_blocks, of_parts): (Vec<Panel>, Vec<Panel>) =
                (blocks().map(panel).collect(), parts().map(panel).collect());
            // Each block of a large level has a picture and a table of its own.
            if units.len() > 6 {
                of_blocks.iter().for_each(|one| self.ranges(std::slice::from_ref(one), heading, "survey-group"));
            } else {
                self.ranges(&of_blocks, heading, "survey-group");
            }
            let caption = chart::about(&self.phrase(heading), &self.phrase("survey-parts"), self.asked.texts);
            let (caption, fold) = (self.asked.in_wave(&caption), self.phrase("survey-parts-table"));
            let (head, rows) = ranges::table(&of_parts, "survey-group", self.asked.texts);
            self.push(Block::Chart { pictures: Vec::new(), beyond: true, fold, caption, head, rows });
        }
    }

    /// Pictures of ranges with their table.
    fn ranges(&mut self, panels: &[Panel], heading: &str, of: &str) {
        let (asked, groups) = (self.asked, self.phrase(heading));
        let named = |what: &str| asked.in_wave(&chart::about(&groups, what, asked.texts));
        let (pictures, whole) = ranges::pictures(panels, named, &mut self.ids, asked.texts);
        let caption = match panels {
            [Panel { title, .. }] if !title.is_empty() => named(title),
            _ => named(&asked.texts.phrase("survey-all-blocks")),
        };
        if !whole {
            self.text("survey-limited");
        }
        self.chart((pictures, !whole), caption, ranges::table(panels, of, asked.texts));
    }

    /// The levels that have more than one group with a name.
    fn levels(&self, roles: bool) -> Vec<(Key, Vec<Unit>)> {
        let levels = LEVELS.into_iter().map(|level| (level, self.asked.units(Some(level), roles)));
        levels.filter(|(_, units)| units.len() > 1).collect()
    }

    fn change(&mut self) {
        self.heading(2, "survey-change");
        if self.asked.waves.len() < 2 {
            return self.text("survey-change-one");
        }
        let waves: Vec<String> = self.asked.waves.iter().map(|wave| wave.clone().unwrap_or_default()).collect();
        let texts = self.asked.texts;
        let known = |unit: &Unit, block: &raakvlak::checklist::Block| -> Vec<Option<Summary>> {
            (0..waves.len()).map(|wave| unit.block(None, wave, block)).collect()
        };
        let whole = self.asked.units(None, false);
        let of_block = |block: &raakvlak::checklist::Block| {
            let name = self.label(block.id);
            Some(Course { path: name.clone(), name, parent: None, waves: known(whole.first()?, block) })
        };
        let together: Vec<Course> = Instrument::current().blocks().iter().filter_map(of_block).collect();
        let name = chart::about(&self.phrase("survey-together"), &self.phrase("survey-all-blocks"), texts);
        let mut parts: Vec<(&str, String, &str, Vec<Course>)> =
            vec![("survey-together", name, "survey-block", together)];
        for (key, units) in self.levels(false) {
            let heading = heading_of(key);
            for block in blocks() {
                let course = |unit: &Unit| Course {
                    name: unit.name.clone(),
                    parent: unit.parent.clone(),
                    path: unit.path.clone(),
                    waves: known(unit, block),
                };
                let name = chart::about(&self.phrase(heading), &self.label(block.id), texts);
                parts.push((heading, name, "survey-group", units.iter().map(course).collect()));
            }
        }
        if !parts.iter().any(|(.., courses)| courses.iter().any(Course::compares)) {
            return self.text("survey-change-none");
        }
        self.text("survey-change-text");
        self.text("survey-change-panels");
        let mut last = "";
        for (heading, name, of, courses) in parts {
            if heading != last {
                self.heading(3, heading);
                last = heading;
            }
            let (pictures, complete) = change::pictures(&courses, &waves, &name, &mut self.ids, texts);
            if !complete {
                self.text("survey-limited");
            }
            let beyond = !complete || !courses.iter().all(Course::compares);
            self.chart((pictures, beyond), name, change::table(&courses, &waves, of, texts));
        }
    }

    fn statements(&mut self) {
        self.heading(2, "survey-statements");
        self.text("survey-statements-text");
        let texts = self.asked.texts;
        let whole = self.asked.units(None, false);
        let group = whole.first().and_then(|unit| unit.group(None, self.asked.wave));
        let figure = |place: usize| group.and_then(|group| group.item(place));
        let all = Instrument::current().blocks();
        let lowest = all.iter().filter(|block| !all.iter().any(|part| part.parent == Some(block.id)));
        for block in lowest {
            let name = self.label(block.id);
            self.push(Block::Heading(3, name.clone()));
            let highest = falls::highest(block.items.iter().filter_map(|place| figure(*place)));
            let mut pictures = Vec::new();
            for place in block.items.iter().copied() {
                let Some(item) = Instrument::current().items().get(place) else { continue };
                let (figure, label) = (figure(place), statement(place, texts));
                let svg = falls::draw(&label, figure, highest, &self.ids.next(), texts);
                let caption =
                    Item { label, text: texts.text(item.id).into_owned(), small: self.said(figure), ..Item::default() };
                pictures.push(Picture { svg, caption, folded: false });
            }
            let rows = block.items.iter().map(|place| self.row(statement(*place, texts), figure(*place)));
            let rows = rows.collect();
            let caption = self.asked.in_wave(&name);
            self.chart((pictures, false), caption, (self.statement_columns(), rows));
        }
    }

    /// The figures of a statement in words.
    fn said(&self, figure: Option<&Figure>) -> Vec<String> {
        let texts = self.asked.texts;
        let phrases = ("survey-figures", "survey-figures-none");
        let mut said = vec![chart::said(phrases, "", chart::summary(figure).as_ref(), texts)];
        said.extend(figure.and_then(|figure| figure.unscored).filter(|none| *none != Unscored::default()).map(
            |unscored| {
                let counts =
                    [unscored.not_answered, unscored.not_applicable, unscored.dont_know].map(|n| n.to_string());
                let with: Vec<(char, &str)> = "bcd".chars().zip(counts.iter().map(String::as_str)).collect();
                chart::filled(&texts.phrase("survey-unscored"), &with)
            },
        ));
        said
    }

    fn statement_columns(&self) -> Vec<String> {
        let mut head = vec![self.phrase("survey-statement")];
        head.extend((1..=10).map(|score| score.to_string()));
        head.extend(chart::columns(self.asked.texts));
        if self.asked.view == View::InTeam {
            head.extend(["not-answered", "not-applicable", "dont-know"].map(|key| self.phrase(key)));
        }
        head
    }

    fn row(&self, name: String, figure: Option<&Figure>) -> Vec<String> {
        let none = self.phrase("no-figure");
        let mut cells = vec![name];
        cells.extend((0..10).map(|score| {
            let count = figure.and_then(|figure| figure.scores.get(score));
            count.map_or_else(|| none.clone(), u64::to_string)
        }));
        cells.extend(chart::cells(chart::summary(figure).as_ref(), self.asked.texts));
        if self.asked.view == View::InTeam {
            let unscored = figure.and_then(|figure| figure.unscored);
            let counts = unscored.map(|u| [u.not_answered, u.not_applicable, u.dont_know].map(|n| n.to_string()));
            cells.extend(counts.unwrap_or_else(|| [none.clone(), none.clone(), none]));
        }
        cells
    }

    fn roles(&mut self) {
        self.heading(2, "survey-roles");
        let wave = self.asked.wave;
        let name = |role: Role| self.phrase(&format!("role-{}", role.name()));
        // Of a unit, the roles that have a figure for a block; beside each other takes two.
        let rows = |unit: &Unit, block: &raakvlak::checklist::Block, within: bool| -> Vec<Line> {
            let known = unit.roles().filter_map(|role| Some((role, unit.block(Some(role), wave, block)?)));
            let rows = known.map(|(role, summary)| {
                let name = name(role);
                let path = if within { format!("{} › {name}", unit.path) } else { name.clone() };
                Line::Row(Row { name, path, part: within, summary: Some(summary) })
            });
            Some(rows.collect::<Vec<_>>()).filter(|rows| rows.len() > 1).unwrap_or_default()
        };
        let whole = self.asked.units(None, true);
        let mut parts: Vec<(&str, Vec<Panel>)> = Vec::new();
        let panels = Instrument::current().blocks().iter().map(|block| Panel {
            title: self.label(block.id),
            lines: whole.first().map(|unit| rows(unit, block, false)).unwrap_or_default(),
        });
        parts.push(("survey-together", panels.filter(|panel| panel.rows() > 0).collect()));
        for (key, units) in self.levels(true) {
            let panel = |block: &raakvlak::checklist::Block| {
                let of = |unit: &Unit| {
                    let rows = rows(unit, block, true);
                    let above = (!rows.is_empty()).then(|| Line::Above(unit.path.clone()));
                    above.into_iter().chain(rows).collect::<Vec<_>>()
                };
                Panel { title: self.label(block.id), lines: units.iter().flat_map(of).collect() }
            };
            parts.push((heading_of(key), blocks().map(panel).filter(|panel| panel.rows() > 0).collect()));
        }
        parts.retain(|(_, panels)| !panels.is_empty());
        if parts.is_empty() {
            return self.text("survey-roles-none");
        }
        self.text("survey-roles-text");
        for (heading, panels) in parts {
            self.heading(3, heading);
            if heading == "survey-together" {
                self.ranges(&panels, heading, "survey-role");
            } else {
                panels.iter().for_each(|one| self.ranges(std::slice::from_ref(one), heading, "survey-role"));
            }
        }
    }

    fn candidates(&mut self) {
        self.heading(2, "survey-candidates");
        self.text("survey-candidates-text");
        if !self.levels(false).is_empty() {
            self.text("survey-candidates-groups");
        }
        self.page.blocks.extend(candidates(self.asked));
    }

    fn begin(&mut self, advices: &[Advised]) {
        self.heading(2, "survey-begin");
        if advices.is_empty() {
            return self.text("survey-begin-none");
        }
        self.text("survey-begin-text");
        self.push(report::advised(&advices.iter().collect::<Vec<_>>(), self.asked.texts));
    }
}

fn heading_of(level: Key) -> &'static str {
    match level {
        Key::Municipality => "survey-per-municipality",
        Key::Organisation => "survey-per-organisation",
        _ => "survey-per-team",
    }
}
