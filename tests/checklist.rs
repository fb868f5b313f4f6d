//! The checklist: the instrument, and scores beside a second, naive way of working them out.

use proptest::prelude::*;
use raakvlak::checklist::{
    Answer, Cell, Enough, Instrument, Key, Minimum, People, Respondent, Score, Sheet, Survey, Tallies, Tally,
};
use raakvlak::knowledge::{self, Kind};
use raakvlak::{Texts, error::Code};

#[test]
fn the_instrument_has_thirty_statements_and_one_on_anchoring_in_five_blocks() {
    let checklist = Instrument::current();
    let names: Vec<&str> = checklist.items().iter().map(|i| i.name()).collect();
    let numbers: Vec<String> = (1..=30).map(|n| n.to_string()).collect();
    assert_eq!(names[..30], numbers.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(names[30], "anchoring");
    let sizes: Vec<(&str, usize)> = checklist.blocks().iter().map(|b| (b.id, b.items.len())).collect();
    let short = |(id, size): (&'static str, usize)| (id.strip_prefix("checklist.block.").unwrap(), size);
    assert_eq!(
        sizes.into_iter().map(short).collect::<Vec<_>>(),
        [
            ("working-method", 12),
            ("outreach", 3),
            ("own-strength", 2),
            ("tailored-methods", 2),
            ("conditions", 5),
            ("competences", 3),
            ("informal-networks", 5),
            ("team-diversity", 2),
            ("process", 9),
            ("preparation", 5),
            ("change", 3),
            ("anchoring", 1),
        ]
    );
    for block in checklist.blocks().iter().filter(|b| b.parent.is_none()) {
        let parts: Vec<usize> =
            checklist.blocks().iter().filter(|b| b.parent == Some(block.id)).flat_map(|b| b.items.clone()).collect();
        assert!(parts.is_empty() || parts == block.items, "{}", block.id);
    }
    assert_eq!(Instrument::named(Instrument::ID, 1).unwrap(), checklist);
    assert_eq!(Instrument::named(Instrument::ID, 2).unwrap_err().code(), Code::ChecklistInstrument);
}

#[test]
fn every_statement_says_why_gives_an_example_and_tips_in_both_languages() {
    for item in knowledge::all().iter().filter(|e| e.kind == Kind::Item) {
        for texts in [Texts::nl(), Texts::en()] {
            for text in [texts.elderly(item.id), texts.matters(item.id), texts.example(item.id)] {
                assert!(text.is_some_and(|t| t.len() > 20), "{} {}", item.id, texts.lang());
            }
        }
        assert!((1..=9).contains(&item.tips.len()), "{}", item.id);
        assert!(item.tips.iter().all(|tip| knowledge::entry(tip).is_some()), "{}", item.id);
    }
}

#[test]
fn four_kinds_of_answers_stay_apart() {
    for (text, answer) in [
        ("1", Answer::Score(Score::new(1).unwrap())),
        (" 10 ", Answer::Score(Score::new(10).unwrap())),
        ("", Answer::NotAnswered),
        ("NVT", Answer::NotApplicable),
        ("n/a", Answer::NotApplicable),
        ("Weet niet", Answer::DontKnow),
        ("?", Answer::DontKnow),
    ] {
        assert_eq!(Answer::read(text), Ok(answer), "{text}");
    }
    for wrong in ["0", "11", "7.5", "7,5", "tien", "-1", "1e1", "300", "７"] {
        assert_eq!(Answer::read(wrong).unwrap_err().code(), Code::ChecklistScore, "{wrong}");
    }
}

fn answers() -> impl Strategy<Value = Vec<Answer>> {
    let answer = prop_oneof![
        6 => (1u8..=10).prop_map(|n| Answer::Score(Score::new(n).unwrap())),
        1 => Just(Answer::NotAnswered),
        1 => Just(Answer::NotApplicable),
        1 => Just(Answer::DontKnow),
    ];
    prop::collection::vec(answer, 31)
}

fn sheet(answers: &[Answer]) -> Sheet {
    let mut sheet = Sheet::new(Respondent::default());
    for (item, answer) in Instrument::current().items().iter().zip(answers) {
        sheet.answer(item.name(), *answer).unwrap();
    }
    sheet
}

fn counted(sheets: &[Vec<Answer>]) -> Tallies {
    let mut tallies = Tallies::default();
    sheets.iter().for_each(|answers| tallies.add(&sheet(answers)));
    tallies
}

/// The value at a quarter of a list, worked out from the list itself.
fn at_quarter(sorted: &[f64], quarters: usize) -> f64 {
    let exact = quarters * sorted.len();
    let at = exact / 4;
    if exact.is_multiple_of(4) { (sorted[at - 1] + sorted[at]) / 2.0 } else { sorted[at] }
}

proptest! {
    #[test]
    fn parts_add_up_to_the_whole_in_any_order(sheets in prop::collection::vec(answers(), 0..20), cut in 0usize..20) {
        let whole = counted(&sheets);
        let (one, other) = sheets.split_at(cut.min(sheets.len()));
        let (one, other) = (counted(one), counted(other));
        let (mut forth, mut back) = (one.clone(), other.clone());
        forth.merge(&other);
        back.merge(&one);
        prop_assert_eq!(&forth, &whole);
        prop_assert_eq!(&back, &whole);
    }

    #[test]
    fn figures_of_a_statement_are_those_of_the_list_of_its_scores(sheets in prop::collection::vec(answers(), 1..30)) {
        let tallies = counted(&sheets);
        for (place, tally) in tallies.items.iter().enumerate() {
            let mut scores: Vec<f64> =
                sheets.iter().filter_map(|s| s[place].score()).map(|s| f64::from(s.get())).collect();
            scores.sort_by(f64::total_cmp);
            let Some(summary) = tally.summary() else {
                prop_assert!(scores.is_empty());
                continue;
            };
            prop_assert_eq!(summary.answered, scores.len() as u64);
            prop_assert!((summary.mean - scores.iter().sum::<f64>() / scores.len() as f64).abs() < 1e-12);
            prop_assert_eq!(summary.median, at_quarter(&scores, 2));
            prop_assert_eq!(summary.quartiles, (at_quarter(&scores, 1), at_quarter(&scores, 3)));
            prop_assert_eq!(f64::from(summary.range.0), scores[0]);
            prop_assert_eq!(f64::from(summary.range.1), scores[scores.len() - 1]);
            prop_assert_eq!(tally.sum_of_squares() as f64, scores.iter().map(|s| s * s).sum::<f64>());
        }
    }

    #[test]
    fn a_block_of_a_sheet_is_the_mean_where_half_of_what_is_applicable_has_a_score(answers in answers()) {
        for block in Instrument::current().blocks() {
            let of: Vec<Answer> = block.items.iter().map(|i| answers[*i]).collect();
            let scores: Vec<f64> = of.iter().filter_map(|a| a.score()).map(|s| f64::from(s.get())).collect();
            let applicable = of.iter().filter(|a| **a != Answer::NotApplicable).count();
            let mean = scores.iter().sum::<f64>() / scores.len() as f64;
            let known = !scores.is_empty() && scores.len() * 2 >= applicable;
            prop_assert_eq!(sheet(&answers).block(block, Enough::HALF), known.then_some(mean));
        }
    }

    #[test]
    fn a_block_of_a_group_is_the_answers_to_its_statements_together(sheets in prop::collection::vec(answers(), 1..20)) {
        let (mut survey, checklist) = (Survey::default(), Instrument::current());
        for answers in &sheets {
            survey.add(&Cell::default(), &sheet(answers)).unwrap();
        }
        let group = &survey.in_team(&[]).groups[0];
        for block in checklist.blocks() {
            let of: Vec<Answer> = sheets.iter().flat_map(|s| block.items.iter().map(|i| s[*i])).collect();
            let scores: Vec<f64> = of.iter().filter_map(|a| a.score()).map(|s| f64::from(s.get())).collect();
            let applicable = of.iter().filter(|a| **a != Answer::NotApplicable).count();
            let mean = scores.iter().sum::<f64>() / scores.len() as f64;
            let known = !scores.is_empty() && scores.len() * 2 >= applicable;
            let figure = group.block(block, Enough::HALF);
            prop_assert_eq!(figure.and_then(|f| f.summary).map(|s| s.mean), known.then_some(mean));
        }
    }
}

#[test]
fn what_is_not_answered_is_never_a_low_score() {
    let mut tally = Tally::default();
    [Answer::NotAnswered, Answer::NotApplicable, Answer::DontKnow].into_iter().for_each(|a| tally.add(a));
    assert_eq!(tally.summary(), None);
    let mut survey = Survey::default();
    survey.add(&Cell::default(), &sheet(&[Answer::NotAnswered; 31])).unwrap();
    let group = &survey.in_team(&[]).groups[0];
    assert!(Instrument::current().blocks().iter().all(|block| group.block(block, Enough::HALF).is_none()));
}

/// Sheets of some teams over two waves, in whatever order.
fn survey_of(sheets: &[(u8, Vec<Answer>)]) -> Survey {
    let mut survey = Survey::default();
    for (n, answers) in sheets {
        let cell = Cell { team: Some((n % 3).to_string()), wave: Some((n % 2).to_string()), ..Cell::default() };
        let mut sheet = Sheet::new(Respondent { pseudonym: (n % 5 > 0).then(|| n.to_string()), role: None });
        for (item, answer) in Instrument::current().items().iter().zip(answers) {
            sheet.answer(item.name(), *answer).unwrap();
        }
        survey.add(&cell, &sheet).unwrap();
    }
    survey
}

fn numbered() -> impl Strategy<Value = Vec<(u8, Vec<Answer>)>> {
    prop::collection::vec(answers(), 0..20).prop_map(|sheets| (0u8..).zip(sheets).collect())
}

proptest! {
    #[test]
    fn parts_of_a_survey_merge_to_the_same_bytes_in_any_order(sheets in numbered(), cut in 0usize..20) {
        let bytes = |survey: &Survey| serde_json::to_string(&survey.to_document()).unwrap();
        let whole = bytes(&survey_of(&sheets));
        let (one, other) = sheets.split_at(cut.min(sheets.len()));
        let (one, other) = (survey_of(one), survey_of(other));
        let (mut forth, mut back) = (one.clone(), other.clone());
        forth.merge(&other).unwrap();
        back.merge(&one).unwrap();
        prop_assert_eq!(bytes(&forth), whole.clone());
        prop_assert_eq!(bytes(&back), whole.clone());
        let read = Survey::from_json(&whole).unwrap();
        prop_assert_eq!(bytes(&read), whole);
        prop_assert_eq!(read, forth);
    }
}

#[test]
fn a_respondent_counts_once_in_a_wave() {
    let mut survey = Survey::default();
    let sheet = Sheet::new(Respondent { pseudonym: Some("r1".into()), role: None });
    let wave = |wave: &str| Cell { wave: Some(wave.into()), ..Cell::default() };
    survey.add(&wave("1"), &sheet).unwrap();
    survey.add(&wave("2"), &sheet).unwrap();
    assert_eq!(survey.add(&wave("2"), &sheet).unwrap_err().code(), Code::ChecklistRepeated);
    assert_eq!(survey.sheets(), 2);
    let same = survey.clone();
    assert_eq!(survey.merge(&same).unwrap_err().code(), Code::ChecklistRepeated);
    assert_eq!(survey, same, "nothing is merged where something is wrong");
}

#[test]
fn no_minimum_under_five_is_taken() {
    for few in 0..5 {
        assert_eq!(Minimum::new(few).unwrap_err().code(), Code::ChecklistMinimum);
    }
    assert_eq!(Minimum::new(5).map(|m| m.get()), Ok(5));
    assert_eq!(Minimum::default().get(), 10);
}

/// Teams of so many, each answering everything with 6.
fn teams(sizes: &[(&str, &str, usize)]) -> Survey {
    let mut survey = Survey::default();
    for (team, wave, size) in sizes {
        for n in 0..*size {
            let pseudonym = Some(format!("{team}-{n}"));
            let sheet = {
                let mut s = sheet(&[Answer::Score(Score::new(6).unwrap()); 31]);
                s.respondent.pseudonym = pseudonym;
                s
            };
            let cell = Cell { team: Some((*team).into()), wave: Some((*wave).into()), ..Cell::default() };
            survey.add(&cell, &sheet).unwrap();
        }
    }
    survey
}

fn shown(figures: &raakvlak::checklist::Figures) -> Vec<(String, Option<u64>)> {
    figures
        .groups
        .iter()
        .map(|g| {
            (format!("{}@{}", g.cell.team.as_deref().unwrap_or("all"), g.cell.wave.as_deref().unwrap_or("")), g.sheets)
        })
        .collect()
}

#[test]
fn waves_of_the_same_people_are_all_published_and_one_with_a_single_newcomer_is_not() {
    let same = teams(&[("a", "1", 12), ("b", "1", 15), ("a", "2", 12), ("b", "2", 15)]);
    let figures = same.publish(Minimum::default(), People::MayReturn).figures(&[Key::Team]);
    assert!(shown(&figures).iter().all(|(_, sheets)| sheets.is_some()), "{:?}", shown(&figures));
    // One joined team a: of the two waves the first is hidden, for the
    // team and for all.
    let joined = teams(&[("a", "1", 12), ("b", "1", 15), ("a", "2", 13), ("b", "2", 15)]);
    let published = joined.publish(Minimum::default(), People::MayReturn);
    let teams = shown(&published.figures(&[Key::Team]));
    assert_eq!(
        teams,
        [
            ("a@1".to_owned(), None),
            ("a@2".to_owned(), Some(13)),
            ("b@1".to_owned(), Some(15)),
            ("b@2".to_owned(), Some(15))
        ]
    );
    assert_eq!(shown(&published.figures(&[])), [("all@1".to_owned(), None), ("all@2".to_owned(), Some(28))]);
    // Stated to be other people, all of it is published.
    let other = joined.publish(Minimum::default(), People::New).figures(&[Key::Team]);
    assert!(shown(&other).iter().all(|(_, sheets)| sheets.is_some()));
}

#[test]
fn what_is_left_of_a_group_is_not_compared_over_waves_either_where_one_person_makes_the_difference() {
    // Teams b and c are hidden, so of all less team a one sees 18 people, and then 19. Fourteen
    // join team a: enough to say so.
    let survey = teams(&[("a", "1", 15), ("b", "1", 6), ("c", "1", 12), ("a", "2", 29), ("b", "2", 7), ("c", "2", 12)]);
    let published = survey.publish(Minimum::default(), People::MayReturn);
    let mut seen = shown(&published.figures(&[]));
    seen.extend(shown(&published.figures(&[Key::Team])));
    let seen: Vec<&str> = seen.iter().filter(|(_, sheets)| sheets.is_some()).map(|(group, _)| group.as_str()).collect();
    assert!(!["all@1", "all@2", "a@1", "a@2"].iter().all(|group| seen.contains(group)), "{seen:?}");
    assert_eq!(seen, ["all@2", "a@1", "a@2"]);
}

#[test]
fn where_nobody_can_be_recognised_only_the_last_wave_is_published() {
    let mut survey = Survey::default();
    for (wave, size) in [("2025", 20), ("2026", 25)] {
        for _ in 0..size {
            let cell = Cell { wave: Some(wave.into()), ..Cell::default() };
            survey.add(&cell, &sheet(&[Answer::Score(Score::new(6).unwrap()); 31])).unwrap();
        }
    }
    let published = survey.publish(Minimum::default(), People::MayReturn).figures(&[]);
    assert_eq!(shown(&published), [("all@2025".to_owned(), None), ("all@2026".to_owned(), Some(25))]);
    let stated = survey.publish(Minimum::default(), People::New).figures(&[]);
    assert_eq!(shown(&stated), [("all@2025".to_owned(), Some(20)), ("all@2026".to_owned(), Some(25))]);
}

#[test]
fn a_statement_that_few_answered_is_hidden_and_its_block_is_of_the_others() {
    let mut survey = Survey::default();
    let six = Answer::Score(Score::new(6).unwrap());
    for n in 0..12 {
        let mut answers = [six; 31];
        if n > 5 {
            answers[0] = Answer::DontKnow;
        }
        survey.add(&Cell::default(), &sheet(&answers)).unwrap();
    }
    let figures = survey.publish(Minimum::default(), People::default()).figures(&[]);
    let group = &figures.groups[0];
    assert!(group.item(0).is_none() && group.item(1).is_some());
    assert!(group.item(1).unwrap().unscored.is_none(), "who did not know is not published");
    let outreach = Instrument::current().blocks().iter().find(|b| b.id == "checklist.block.outreach").unwrap();
    assert_eq!(group.block(outreach, Enough::HALF).unwrap().scores.iter().sum::<u64>(), 24);
    assert!(group.block(outreach, Enough::percent(70)).is_none());
}
