//! What a page is made of.

/// A page to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The language, as a BCP 47 tag.
    pub lang: String,
    /// The title.
    pub title: String,
    /// What stands on it.
    pub blocks: Vec<Block>,
    /// What stands below it.
    pub footer: String,
    /// Whether it is one sheet to hang up: HTML sets it in letters to read from a distance.
    pub poster: bool,
}

/// A part of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading; level 2 is a section, 3 a part of it.
    Heading(u8, String),
    /// A paragraph.
    Text(String),
    /// What goes before everything else.
    Notice(Vec<Item>),
    /// A list.
    List {
        /// Whether the order counts.
        numbered: bool,
        /// What is listed.
        items: Vec<Item>,
    },
    /// A table.
    Table {
        /// What it shows.
        caption: String,
        /// The columns.
        head: Vec<String>,
        /// The rows; the first cell of each names it.
        rows: Vec<Vec<String>>,
    },
    /// A table whose rows each have a distribution over the scores 1 to 10. HTML draws it and says it in
    /// words; text and Markdown say it.
    Distributions {
        /// What it shows.
        caption: String,
        /// The columns; the last is that of the distribution.
        head: Vec<String>,
        /// The rows: cells, of which the first names the row, and how often each score was given.
        rows: Vec<(Vec<String>, [u64; 10])>,
    },
    /// A picture. HTML shows it; text and Markdown, which cannot, leave it out.
    Picture {
        /// The SVG text, written by a drawing crate such as `raakvlak-draw`: it is not escaped here.
        svg: String,
        /// What it is.
        caption: String,
    },
    /// Figures as pictures, and the same figures as a table. Text and Markdown show the table alone.
    Chart {
        /// The pictures.
        pictures: Vec<Picture>,
        /// Whether the table holds more than the pictures: then it stands on paper too.
        beyond: bool,
        /// What the table is folded under.
        fold: String,
        /// What the table shows.
        caption: String,
        /// The columns: first what a row is about, then figures.
        head: Vec<String>,
        /// The rows; the first cell of each names it.
        rows: Vec<Vec<String>>,
    },
    /// Where the headings of levels 2 and 3 are, under this name. Text and Markdown, which have no places to go to,
    /// leave it out.
    Contents(String),
    /// Something folded away under a heading.
    Fold(String, Vec<Block>),
    /// Short blanks to fill in, by what belongs there.
    Blanks(Vec<String>),
    /// A question with boxes, of which one is ticked.
    Tick {
        /// What is asked.
        question: String,
        /// What the boxes are for.
        choices: Vec<String>,
    },
    /// Statements with the same row of boxes behind each, of which one is ticked.
    Scale {
        /// What the statements are about; may be empty below a heading that says so.
        caption: String,
        /// What the lowest and the highest box mean.
        meaning: String,
        /// What the boxes are for.
        choices: Vec<String>,
        /// The statements.
        items: Vec<Item>,
    },
    /// A question with room for an answer.
    Fill {
        /// What is asked.
        item: Item,
        /// What the room is for.
        room: String,
        /// What was filled in.
        answer: Option<String>,
    },
}

/// A picture of figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The SVG text, written by a drawing crate: it is not escaped here.
    pub svg: String,
    /// What it shows.
    pub caption: Item,
    /// Whether it is folded away under its caption.
    pub folded: bool,
}

/// An item of a list: a heading, a text, and small print.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Item {
    /// The heading; may be empty.
    pub label: String,
    /// A mark before the heading, such as "Now".
    pub mark: String,
    /// The text; may be empty.
    pub text: String,
    /// Reasons and sources.
    pub small: Vec<String>,
}

/// A distribution in words: each score that was given, and how often.
pub(super) fn in_words(distribution: &[u64; 10]) -> String {
    let given = (1..).zip(distribution).filter(|(_, count)| **count > 0);
    let words: Vec<String> = given.map(|(score, count): (u8, _)| format!("{score} ({count}×)")).collect();
    if words.is_empty() { "–".to_owned() } else { words.join(", ") }
}

/// The rows with their distributions in words.
pub(super) fn worded(rows: &[(Vec<String>, [u64; 10])]) -> Vec<Vec<String>> {
    rows.iter().map(|(cells, distribution)| cells.iter().cloned().chain([in_words(distribution)]).collect()).collect()
}
