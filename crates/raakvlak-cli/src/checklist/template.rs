//! A table of answers to fill in.

use raakvlak::Texts;
use raakvlak::checklist::Instrument;

/// The names of the columns, in English and in Dutch.
const BEFORE: [(&str, &str); 7] = [
    ("respondent", "respondent"),
    ("role", "rol"),
    ("team", "team"),
    ("organisation", "organisatie"),
    ("municipality", "gemeente"),
    ("wave", "ronde"),
    ("instrument", "instrument"),
];

/// A CSV file as spreadsheets open it: in Dutch with semicolons, and with a mark that it is UTF-8.
pub(crate) fn template(long: bool, texts: &Texts) -> String {
    let dutch = texts.lang() == "nl";
    let delimiter = if dutch { ";" } else { "," };
    let column = |(english, dutch_name): &(&'static str, &'static str)| if dutch { *dutch_name } else { *english };
    let item = if dutch { "stelling" } else { "item" };
    let instrument = Instrument::current();
    let mut head: Vec<String> = BEFORE.iter().map(|names| column(names).to_owned()).collect();
    if !long {
        head.extend(instrument.items().iter().map(|one| format!("{item}.{}", one.name())));
        return format!("\u{feff}{}\r\n", head.join(delimiter));
    }
    head.extend([item.to_owned(), "score".to_owned()]);
    let mut text = format!("\u{feff}{}\r\n", head.join(delimiter));
    let version = format!("{}.v{}", Instrument::ID, instrument.version());
    for one in instrument.items() {
        let blank = delimiter.repeat(BEFORE.len() - 1);
        text.push_str(&format!("{blank}{version}{delimiter}{}{delimiter}\r\n", one.name()));
    }
    text
}
