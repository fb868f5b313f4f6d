//! The page of the checklist: its pictures beside its tables and beside the figures themselves, and what it
//! never shows.

use std::collections::BTreeSet;

use raakvlak::boundary::{Advised, Sector};
use raakvlak::checklist::{
    Answer, Cell, Enough, Figures, Group, Instrument, Key, Minimum, People, Respondent, Role, Sheet, Survey,
};
use raakvlak::program::Status;
use raakvlak::report::{Block, Format, Page, Picture, escape, number};
use raakvlak::{Case, Rules, Texts, advise};
use raakvlak_draw::checklist_page;
use raakvlak_tests::synthetic::{Size, survey};
use roxmltree::{Document, Node, ParsingOptions};

fn parse(text: &str) -> Document<'_> {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).unwrap_or_else(|e| panic!("{e}"))
}

fn published(survey: &Survey, people: People, texts: &Texts) -> Page {
    let published = survey.publish(Minimum::default(), people);
    checklist_page(&|by: &[Key]| published.figures(by), None, texts)
}

struct Chart<'p> {
    pictures: &'p [Picture],
    caption: &'p str,
    head: &'p [String],
    rows: &'p [Vec<String>],
}

fn charts(page: &Page) -> Vec<Chart<'_>> {
    let mut charts = Vec::new();
    for block in &page.blocks {
        if let Block::Chart { pictures, caption, head, rows, .. } = block {
            charts.push(Chart { pictures, caption, head, rows });
        }
    }
    charts
}

impl Chart<'_> {
    fn column(&self, name: &str) -> usize {
        self.head.iter().position(|head| head == name).unwrap_or_else(|| panic!("{name}: {:?}", self.head))
    }
}

fn kind(picture: &Picture) -> String {
    parse(&picture.svg).root_element().attribute("class").unwrap().to_owned()
}

/// The texts of a picture in groups with these letters, as place and words.
fn texts_in(document: &Document<'_>, attributes: &[(&str, &str)]) -> Vec<((i32, i32), String)> {
    let so = |group: &Node<'_, '_>| {
        let attributes: Vec<_> = attributes.iter().map(|(name, value)| (*name, Some(*value))).collect();
        group.tag_name().name() == "g"
            && group.attributes().count() == attributes.len()
            && attributes.iter().all(|(name, value)| group.attribute(*name) == *value)
    };
    let groups = document.descendants().filter(so);
    let texts = groups.flat_map(|group| group.children().filter(|node| node.tag_name().name() == "text"));
    let place = |node: &Node<'_, '_>, name| node.attribute(name).unwrap().parse::<i32>().unwrap();
    texts.map(|node| ((place(&node, "x"), place(&node, "y")), node.text().unwrap().to_owned())).collect()
}

/// The points of the path that has this line.
fn points(document: &Document<'_>, width: &str, colour: &str) -> Vec<Vec<i32>> {
    let path = document
        .descendants()
        .filter(|node| node.attribute("stroke-width") == Some(width) && node.attribute("stroke") == Some(colour));
    let numbers = |part: &str| -> Vec<i32> {
        let numbers = part.split(|c: char| !(c.is_ascii_digit() || c == '-')).filter(|n| !n.is_empty());
        numbers.map(|n| n.parse().unwrap()).collect()
    };
    let paths: Vec<&str> = path.filter_map(|node| node.attribute("d")).collect();
    paths.iter().flat_map(|d| d.split('M').skip(1).map(numbers).collect::<Vec<_>>()).collect()
}

const INK: &str = "#3a2e39";
const BAR: &str = "#3f8f97";
const FIGURES: [&str; 3] = ["mediaan", "gemiddelde", "scores"];

fn value(cell: &str) -> f64 {
    cell.replace(',', ".").parse().unwrap()
}

#[test]
fn every_figure_in_a_picture_of_groups_is_that_of_the_table() {
    let survey = survey(Size::REGION, 7);
    let page = published(&survey, People::MayReturn, &Texts::nl());
    let mut seen = (0, 0);
    for chart in charts(&page) {
        if chart.pictures.first().is_none_or(|picture| kind(picture) != "ranges") {
            continue;
        }
        let mut drawn: Vec<[String; 3]> = Vec::new();
        let (mut medians, mut bars): (Vec<i32>, Vec<(i32, i32)>) = (Vec::new(), Vec::new());
        for picture in chart.pictures {
            let document = parse(&picture.svg);
            let cells = texts_in(&document, &[("text-anchor", "end")]);
            drawn.extend(cells.chunks(3).map(|row| [0, 1, 2].map(|column| row[column].1.clone())));
            // The first of each explains what the mark means.
            medians.extend(points(&document, "14", INK).iter().skip(1).map(|point| point[0]));
            bars.extend(points(&document, "8", BAR).iter().skip(1).map(|bar| (bar[0], bar[2])));
        }
        let rows: Vec<[String; 3]> =
            chart.rows.iter().map(|row| FIGURES.map(|name| row[chart.column(name)].clone())).collect();
        assert_eq!(drawn, rows, "{}", chart.caption);
        let shown = || chart.rows.iter().filter(|row| row[chart.column("mediaan")] != "–");
        let x = |cell: &str| 272 + ((value(cell) - 1.0) * 24.0).round() as i32;
        let place = |row: &Vec<String>, column: &str| x(&row[chart.column(column)]);
        assert_eq!(medians, shown().map(|row| place(row, "mediaan")).collect::<Vec<_>>(), "{}", chart.caption);
        let quartiles = shown().map(|row| (place(row, "eerste kwartiel"), place(row, "derde kwartiel")));
        assert_eq!(bars, quartiles.collect::<Vec<_>>(), "{}", chart.caption);
        seen.0 += medians.len();
        seen.1 += drawn.len();
    }
    assert!(seen.0 > 100 && seen.1 > seen.0, "figures, and places without one: {seen:?}");
}

#[test]
fn a_line_joins_two_waves_only_where_both_have_a_figure() {
    let survey = survey(Size::REGION, 7);
    let page = published(&survey, People::MayReturn, &Texts::nl());
    let mut seen = (0, 0, 0);
    for chart in charts(&page) {
        if chart.pictures.first().is_none_or(|picture| kind(picture) != "change") {
            continue;
        }
        let courses: Vec<&[Vec<String>]> = chart.rows.chunks(3).collect();
        let median = chart.column("mediaan");
        let of = |course: &[Vec<String>]| [0, 1, 2].map(|wave: usize| course[wave][median].clone());
        let compared: Vec<[String; 3]> =
            courses.iter().map(|c| of(c)).filter(|c| c.iter().filter(|cell| *cell != "–").count() > 1).collect();
        let (mut drawn, mut lines, mut dots) = (Vec::new(), 0, 0);
        for picture in chart.pictures {
            let document = parse(&picture.svg);
            let cells = texts_in(&document, &[("text-anchor", "middle"), ("font-size", "12")]);
            drawn.extend(cells.chunks(3).map(|three| [0, 1, 2].map(|wave| three[wave].1.clone())));
            lines += points(&document, "2", INK).len();
            dots += points(&document, "12", INK).len();
        }
        assert_eq!(drawn, compared, "{}", chart.caption);
        let both = |c: &[String; 3]| c.windows(2).filter(|pair| pair.iter().all(|cell| cell != "–")).count();
        assert_eq!(lines, compared.iter().map(both).sum::<usize>(), "{}", chart.caption);
        assert_eq!(dots, compared.iter().flatten().filter(|cell| *cell != "–").count(), "{}", chart.caption);
        let gap = |c: &&[String; 3]| c[0] != "–" && c[1] == "–" && c[2] != "–";
        seen = (seen.0 + lines, seen.1 + dots, seen.2 + compared.iter().filter(gap).count());
    }
    assert!(seen.0 > 50 && seen.1 > 100 && seen.2 > 0, "lines, dots, and gaps between waves: {seen:?}");
}

#[test]
fn the_bars_of_a_statement_are_its_counts() {
    let survey = survey(Size::REGION, 7);
    let page = published(&survey, People::MayReturn, &Texts::nl());
    let mut seen = 0;
    for chart in charts(&page) {
        for (picture, row) in chart.pictures.iter().zip(chart.rows).filter(|(picture, _)| kind(picture) == "small") {
            let document = parse(&picture.svg);
            let labels = texts_in(&document, &[("text-anchor", "middle"), ("font-size", "12")]);
            let counts: Vec<&str> = labels.iter().filter(|((_, y), _)| *y < 80).map(|(_, text)| &**text).collect();
            let expected: Vec<&str> = row[1..=10].iter().map(String::as_str).filter(|count| *count != "0").collect();
            assert_eq!(counts, expected, "{}", row[0]);
            let tall = |node: &Node<'_, '_>| node.attribute("height").and_then(|tall| tall.parse::<i32>().ok());
            let bars = document.descendants().filter(|node| node.tag_name().name() == "rect");
            let bars: Vec<i32> = bars.filter_map(|node| tall(&node)).collect();
            assert_eq!(bars.len(), expected.len());
            let highest = |list: &[f64]| list.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1)).unwrap().0;
            let counts: Vec<f64> = expected.iter().map(|count| value(count)).collect();
            assert_eq!(bars[highest(&counts)], *bars.iter().max().unwrap());
            seen += 1;
        }
    }
    assert_eq!(seen, 31);
}

fn cells(group: &Group, block: usize, texts: &Texts) -> Vec<String> {
    let block = &Instrument::current().blocks()[block];
    let Some(s) = group.block(block, Enough::HALF).and_then(|figure| figure.summary) else {
        return vec!["–".to_owned(); 5];
    };
    let half = |figure: f64| number(figure, usize::from(figure.fract() != 0.0), texts);
    let [median, lower, upper] = [s.median, s.quartiles.0, s.quartiles.1].map(half);
    vec![median, lower, upper, number(s.mean, 2, texts), s.answered.to_string()]
}

#[test]
fn the_tables_hold_the_published_figures_of_every_group() {
    let (survey, texts) = (survey(Size::REGION, 7), Texts::nl());
    let published = survey.publish(Minimum::default(), People::MayReturn);
    let page = checklist_page(&|by: &[Key]| published.figures(by), None, &texts);
    let charts = charts(&page);
    let rows = |caption: &str| charts.iter().find(|chart| chart.caption == caption).unwrap().rows;
    let last = |figures: Figures| -> Vec<Group> {
        figures.groups.into_iter().filter(|group| group.cell.wave.as_deref() == Some("2025")).collect()
    };
    let groups = last(published.figures(&[Key::Team]));
    assert_eq!(groups.len(), 30);
    let expected: Vec<Vec<String>> = groups.iter().map(|group| cells(group, 0, &texts)).collect();
    assert!(expected.iter().any(|cells| cells[0] == "–") && expected.iter().any(|cells| cells[0] != "–"));
    let table = rows("Per team: Werkwijze, ronde 2025");
    assert_eq!(table.iter().map(|row| row[1..].to_vec()).collect::<Vec<_>>(), expected);
    let path = [&groups[0].cell.municipality, &groups[0].cell.organisation, &groups[0].cell.team];
    assert_eq!(table[0][0], path.map(|name| name.clone().unwrap()).join(" › "));
    // All three waves of a group, one beneath the other.
    let waves = published.figures(&[Key::Organisation]).groups;
    let expected: Vec<Vec<String>> = waves.iter().map(|group| cells(group, 0, &texts)).collect();
    let table = rows("Per organisatie: Werkwijze");
    assert_eq!(table.iter().map(|row| row[2..].to_vec()).collect::<Vec<_>>(), expected);
    // Roles.
    let roles = last(published.figures(&[Key::Role]));
    let expected: Vec<Vec<String>> = roles.iter().map(|group| cells(group, 0, &texts)).collect();
    let all = charts.iter().find(|chart| chart.head[0] == "rol").unwrap();
    let table = all.rows.iter().filter(|row| row[1] == "Werkwijze").map(|row| row[2..].to_vec());
    assert_eq!(table.collect::<Vec<_>>(), expected.into_iter().filter(|cells| cells[0] != "–").collect::<Vec<_>>());
}

/// Three teams, of which the smallest is hidden, and another to protect it.
fn teams(oost: &str, zuid: &str) -> Survey {
    let mut survey = Survey::default();
    for (team, respondents, score) in [("Noord", 14, "6"), ("Oost", 11, oost), ("Zuid", 4, zuid)] {
        for n in 0..respondents {
            let mut sheet = Sheet::new(Respondent { pseudonym: None, role: Some(Role::Professional) });
            for (place, item) in Instrument::current().items().iter().enumerate() {
                // Four sheets of each of the two trade what they say: together they stay the same.
                let score = if n < 4 && place % 2 == 0 { score } else { "5" };
                sheet.answer(item.name(), Answer::read(score).unwrap()).unwrap();
            }
            let organisation = Some("De Brug".to_owned());
            survey.add(&Cell { organisation, team: Some(team.to_owned()), ..Cell::default() }, &sheet).unwrap();
        }
    }
    survey
}

#[test]
fn the_page_stays_the_same_to_the_byte_whatever_hidden_groups_answered() {
    let (one, other) = (teams("2", "9"), teams("9", "2"));
    for texts in [Texts::nl(), Texts::en()] {
        for format in [Format::Html, Format::Markdown] {
            let page = |survey| published(survey, People::default(), &texts).write(format);
            assert_eq!(page(&one), page(&other));
            let raw = |survey: &Survey| checklist_page(&|by: &[Key]| survey.in_team(by), None, &texts).write(format);
            assert_ne!(raw(&one), raw(&other), "in the team's own view they do differ");
        }
    }
    let page = published(&one, People::default(), &Texts::nl());
    let per_team = charts(&page).into_iter().filter(|chart| chart.caption.starts_with("Per team"));
    for row in per_team.flat_map(|chart| chart.rows.iter()) {
        let hidden = !row[0].ends_with("Noord");
        assert_eq!(row[row.len() - 5..].iter().all(|cell| cell == "–"), hidden, "{row:?}");
    }
}

#[test]
fn the_page_is_one_file_of_which_every_part_can_be_named_and_read() {
    for texts in [Texts::nl(), Texts::en()] {
        let region = survey(Size::REGION, 3);
        let team = survey(Size::TEAM, 3);
        for page in
            [published(&region, People::New, &texts), checklist_page(&|by: &[Key]| team.in_team(by), Some(&[]), &texts)]
        {
            let html = page.write(Format::Html);
            assert_eq!(html, page.write(Format::Html));
            assert!(!html.contains("[?]") && !html.contains("[nl]"), "every phrase is there");
            let document = parse(&html);
            let mut ids = BTreeSet::new();
            for node in document.descendants().filter(Node::is_element) {
                assert!(node.tag_name().name() != "script" && node.tag_name().name() != "link");
                for attribute in node.attributes() {
                    assert!(!attribute.name().starts_with("on") && attribute.name() != "src");
                    let outside = attribute.name() == "href" && !attribute.value().starts_with('#');
                    assert!(!outside, "{}", attribute.value());
                    if attribute.name() == "id" {
                        assert!(ids.insert(attribute.value().to_owned()), "twice: {}", attribute.value());
                    }
                }
            }
            assert_eq!(html.matches("http").count(), html.matches("xmlns=\"http://www.w3.org/2000/svg\"").count());
            for link in document.descendants().filter_map(|node| node.attribute("href")) {
                assert!(ids.contains(&link[1..]), "{link}");
            }
            for svg in document.descendants().filter(|node| node.tag_name().name() == "svg") {
                let child = |tag| svg.children().find(|node| node.tag_name().name() == tag).and_then(|n| n.text());
                assert!(child("title").is_some_and(|t| !t.is_empty()) && child("desc").is_some_and(|t| t.len() > 20));
                assert_eq!(svg.attribute("lang"), Some(texts.lang()));
            }
            let headings: Vec<u32> = document
                .descendants()
                .filter_map(|node| node.tag_name().name().strip_prefix('h')?.parse().ok())
                .collect();
            assert!(headings.windows(2).all(|pair| pair[1] <= pair[0] + 1), "no level is left out");
        }
    }
}

#[test]
fn the_teams_own_page_says_first_that_it_is_not_to_be_published_and_counts_what_has_no_score() {
    let texts = Texts::nl();
    let team = survey(Size::TEAM, 3);
    let own = checklist_page(&|by: &[Key]| team.in_team(by), None, &texts);
    let Some(Block::Notice(items)) = own.blocks.first() else { panic!("no notice") };
    assert_eq!(items[0].label, texts.phrase("survey-in-team"));
    assert!(own.title.ends_with("Arkelstede › De Brug › Noord"), "{}", own.title);
    let statements = charts(&own).into_iter().find(|chart| chart.head[0] == "stelling").unwrap();
    assert_eq!(statements.head[16..], ["niet ingevuld", "niet van toepassing", "weet niet"]);
    let sheets = team.sheets();
    for row in statements.rows {
        let counts = row[1..=10].iter().chain(&row[16..]).map(|cell| cell.parse::<u64>().unwrap());
        assert_eq!(counts.sum::<u64>(), sheets, "{row:?}");
    }
    let region = survey(Size::REGION, 3);
    let page = published(&region, People::New, &texts);
    assert!(!page.blocks.iter().any(|block| matches!(block, Block::Notice(_))));
    assert!(charts(&page).iter().all(|chart| !chart.head.contains(&"weet niet".to_owned())));
}

#[test]
fn advices_to_begin_with_stand_last_with_their_because_and_without_any_the_page_says_so() {
    let (texts, team) = (Texts::nl(), survey(Size::TEAM, 3));
    let case = Case::builder(Sector::YouthCare).state("person.young", true).build().unwrap();
    let advice = advise(&case, &Rules::builtin(), &texts).advice;
    let applies: Vec<Advised> = advice.into_iter().filter(|a| a.status == Status::Applies && !a.always).collect();
    let first = &applies[0];
    let end = |begin: Option<&[Advised]>| {
        let text = checklist_page(&|by: &[Key]| team.in_team(by), begin, &texts).write(Format::Html);
        text.split_once(&format!(">{}</h2>", texts.phrase("survey-begin"))).map(|(_, end)| end.to_owned())
    };
    let said = end(Some(&applies)).unwrap();
    assert!(said.contains(&escape(&first.label)) && said.contains(&escape(&texts.phrase("because"))), "{said}");
    assert!(said.contains(&escape(&texts.label(&first.because[0].observation))));
    assert!(end(Some(&[])).unwrap().contains(&*texts.phrase("survey-begin-none")));
    assert_eq!(end(None), None);
}

#[test]
fn many_groups_stand_all_in_the_tables_and_no_picture_grows_too_long() {
    let survey = survey(Size { municipalities: 4, organisations: 60, teams: 60, waves: 2 }, 5);
    let page = published(&survey, People::New, &Texts::nl());
    let charts = charts(&page);
    let per_organisation =
        charts.iter().find(|chart| chart.caption.starts_with("Per organisatie: Werkwijze,")).unwrap();
    assert_eq!(per_organisation.rows.len(), 60);
    let folded: Vec<bool> = per_organisation.pictures.iter().map(|picture| picture.folded).collect();
    assert_eq!(folded, [false, true, true]);
    for picture in charts.iter().flat_map(|chart| chart.pictures) {
        let document = parse(&picture.svg);
        let height: i32 =
            document.root_element().attribute("viewBox").unwrap().split(' ').nth(3).unwrap().parse().unwrap();
        assert!(height < 1_400, "{}: {height}", picture.caption.label);
    }
}

#[test]
fn names_that_mean_harm_go_through_the_page_unharmed() {
    const HOSTILE: &str = "\"quotes\" <script>alert(1)</script> ]]> &amp; \u{0}\u{200f}עברית --> {a} {n}";
    let mut survey = Survey::default();
    for (team, wave) in [(HOSTILE, "1"), (HOSTILE, "<b>"), ("Noord", "1"), ("Noord", "<b>")] {
        for _ in 0..12 {
            let mut sheet = Sheet::new(Respondent::default());
            Instrument::current()
                .items()
                .iter()
                .for_each(|i| sheet.answer(i.name(), Answer::read("4").unwrap()).unwrap());
            let cell = Cell { team: Some(team.to_owned()), wave: Some(wave.to_owned()), ..Cell::default() };
            survey.add(&cell, &sheet).unwrap();
        }
    }
    let page = published(&survey, People::New, &Texts::nl());
    let html = page.write(Format::Html);
    let document = parse(&html);
    let whole = HOSTILE.replace('\u{0}', "\u{fffd}");
    assert!(document.descendants().any(|node| node.text().is_some_and(|text| text.contains(&whole))));
    assert!(document.descendants().all(|node| !["script", "b"].contains(&node.tag_name().name())));
}
