//! The page of a made-up survey with the checklist, to look at and to test in a browser.

use std::process::ExitCode;

use raakvlak::Texts;
use raakvlak::checklist::{Key, Minimum, People};
use raakvlak::report::Format;
use raakvlak_draw::checklist_page;
use raakvlak_tests::synthetic::{Size, survey};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (Some((what, people)), Some(texts)) = (
        words.first().and_then(|what| match *what {
            "region" => Some((Size::REGION, People::MayReturn)),
            "district" => Some((Size::DISTRICT, People::New)),
            "new-people" => Some((Size::REGION, People::New)),
            "country" => Some((Size::COUNTRY, People::New)),
            "team" => Some((Size::TEAM, People::New)),
            _ => None,
        }),
        words.get(1).and_then(|lang| Texts::builtin(lang)),
    ) else {
        eprintln!("usage: checklist-page district|region|new-people|country|team nl|en [markdown|text]");
        return ExitCode::from(2);
    };
    let survey = survey(what, 7);
    let page = if what.teams == 1 {
        checklist_page(&|by: &[Key]| survey.in_team(by), None, &texts)
    } else {
        let published = survey.publish(Minimum::default(), people);
        checklist_page(&|by: &[Key]| published.figures(by), None, &texts)
    };
    print!(
        "{}",
        page.write(match words.get(2) {
            Some(&"markdown") => Format::Markdown,
            Some(&"text") => Format::Text,
            _ => Format::Html,
        })
    );
    ExitCode::SUCCESS
}
