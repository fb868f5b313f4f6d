//! `raakvlak checklist`: a form to fill in, answers read from tables, figures of groups.

mod csv;
mod faults;
mod output;
mod parquet;
mod progress;
mod survey;
mod table;
mod template;

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use raakvlak::boundary::{Advised, Wording};
use raakvlak::checklist::{
    Cell, Enough, Figures, Instrument, Key, Minimum, People, Survey, TeamAnswers, advise, situation_shown,
    team_checklist,
};
use raakvlak::program::Status;
use raakvlak::report;
use raakvlak::{Error, Rules, Texts};

use self::faults::Shown;
use self::output::Figured;
use crate::{Format, OwnRules, To};

#[derive(Subcommand)]
pub(crate) enum Checklist {
    /// The checklist as a form, to print or to fill in
    Form {
        /// The statements for any sector, or as the source has them for elderly care
        #[arg(long, value_enum, default_value_t = Worded::Any)]
        wording: Worded,
        /// How it is written
        #[arg(long, value_enum, default_value_t = FormFormat::Html)]
        format: FormFormat,
        #[command(flatten)]
        to: To,
    },
    /// A CSV table to fill in: a row per respondent, or with --long a row per answer
    Template {
        /// A row per answer, with the columns item and score
        #[arg(long)]
        long: bool,
        #[command(flatten)]
        to: To,
    },
    /// The figures of groups: count, mean, median, quartiles and how the scores fall
    Score {
        #[command(flatten)]
        answers: Answers,
        /// What the figures are given by; waves always
        #[arg(long, value_enum, value_delimiter = ',', value_name = "COLUMNS")]
        by: Vec<By>,
        #[command(flatten)]
        out: Out,
    },
    /// Two waves, roles, teams or organisations beside each other
    Compare {
        #[command(flatten)]
        answers: Answers,
        #[command(flatten)]
        between: Between,
        /// What the figures are also given by
        #[arg(long, value_enum, value_delimiter = ',', value_name = "COLUMNS")]
        by: Vec<By>,
        #[command(flatten)]
        out: Out,
    },
    /// One team's answers (raakvlak.answers.v1): what stands out, what to do about it, the choice and the plan
    Team {
        /// The answers; `-` is standard input
        answers: String,
        #[command(flatten)]
        rules: OwnRules,
        #[command(flatten)]
        out: crate::Out,
    },
    /// A page with pictures, to read and print: blocks per group, change over waves, how scores fall
    Report {
        #[command(flatten)]
        answers: Answers,
        #[command(flatten)]
        to: To,
    },
}

/// Where answers come from, and who may see the figures.
#[derive(Args)]
pub(crate) struct Answers {
    /// CSV or Parquet; `-` is standard input (CSV)
    #[arg(required = true, value_name = "FILE")]
    files: Vec<String>,
    /// The smallest group of which a figure is given [default: 10]
    #[arg(long, value_name = "N", conflicts_with = "in_team")]
    minimum: Option<u64>,
    /// The raw figures, for the team's own conversation: not for publication
    #[arg(long)]
    in_team: bool,
    /// Every wave asked other people, so that nobody took part twice
    #[arg(long, conflicts_with = "in_team")]
    different_people: bool,
    /// Write rows with faults to this CSV file, each with why, and score the others
    #[arg(long, value_name = "FILE")]
    rejects: Option<PathBuf>,
    /// How many faults are shown: a number, or all
    #[arg(long, value_name = "N", default_value = "20", conflicts_with = "rejects")]
    faults: Shown,
}

/// How figures are written, and where to.
#[derive(Args)]
pub(crate) struct Out {
    /// How it is written
    #[arg(long, value_enum, default_value_t = FigureFormat::Table)]
    format: FigureFormat,
    /// In the table: each statement too, not only the blocks
    #[arg(long)]
    items: bool,
    #[command(flatten)]
    to: To,
}

/// What is compared.
#[derive(Args)]
#[group(required = true, multiple = false)]
pub(crate) struct Between {
    /// Two waves, the earlier first
    #[arg(long, value_name = "A,B", value_parser = two)]
    waves: Option<Two>,
    /// Two roles, for instance professional,manager
    #[arg(long, value_name = "A,B", value_parser = two)]
    roles: Option<Two>,
    /// Two teams
    #[arg(long, value_name = "A,B", value_parser = two)]
    teams: Option<Two>,
    /// Two organisations
    #[arg(long, value_name = "A,B", value_parser = two)]
    organisations: Option<Two>,
}

#[derive(Clone)]
pub(crate) struct Two(String, String);

fn two(text: &str) -> Result<Two, String> {
    match text.split(',').map(str::trim).collect::<Vec<_>>().as_slice() {
        [one, other] if !one.is_empty() && !other.is_empty() && one != other => {
            Ok(Two((*one).to_owned(), (*other).to_owned()))
        }
        _ => Err("two different names with a comma between them".to_owned()),
    }
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum By {
    #[value(alias = "gemeente")]
    Municipality,
    #[value(aliases = ["organisatie", "organization"])]
    Organisation,
    Team,
    #[value(alias = "rol")]
    Role,
    #[value(aliases = ["ronde", "meting"])]
    Wave,
}

impl From<By> for Key {
    fn from(by: By) -> Key {
        match by {
            By::Municipality => Key::Municipality,
            By::Organisation => Key::Organisation,
            By::Team => Key::Team,
            By::Role => Key::Role,
            By::Wave => Key::Wave,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Worded {
    Any,
    Elderly,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormFormat {
    Html,
    Markdown,
    Text,
}

impl From<FormFormat> for Format {
    fn from(format: FormFormat) -> Format {
        match format {
            FormFormat::Html => Format::Html,
            FormFormat::Markdown => Format::Markdown,
            FormFormat::Text => Format::Text,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FigureFormat {
    /// To read, with two decimals
    Table,
    /// A line per group and block or statement, unrounded
    Csv,
    /// raakvlak.scores.v1, or raakvlak.scores-comparison.v1
    Json,
    /// As csv, with types
    Parquet,
    /// A page to read and print: with --by tables, else the same as report
    Html,
}

impl Checklist {
    /// Whether it answers in JSON, so that mistakes are told in JSON too.
    pub(crate) fn is_json(&self) -> bool {
        match self {
            Checklist::Score { out, .. } | Checklist::Compare { out, .. } => out.format == FigureFormat::Json,
            Checklist::Team { out, .. } => out.format == Some(Format::Json),
            _ => false,
        }
    }
}

pub(crate) fn run(job: Checklist) -> Result<(), Error> {
    let json = job.is_json();
    match job {
        Checklist::Form { wording, format, to } => {
            let wording = match wording {
                Worded::Any => Wording::AnySector,
                Worded::Elderly => Wording::ElderlyCare,
            };
            let texts = crate::read_texts(&to.lang)?;
            to.write_page(format.into(), || report::checklist_form(wording, &texts))
        }
        Checklist::Template { long, to } => {
            let texts = crate::read_texts(&to.lang)?;
            crate::io::write(&template::template(long, &texts), to.output.as_deref())
        }
        Checklist::Score { answers, by, out } => {
            out.check()?;
            let texts = crate::read_texts(&out.to.lang)?;
            let by: Vec<Key> = by.into_iter().map(Key::from).collect();
            let survey = answers.survey(&by, json, out.to.output.as_deref())?;
            if out.format == FigureFormat::Html && by.is_empty() {
                return answers.page(&survey, &out.to, &texts);
            }
            let figures = answers.with(&survey, |figures| figures(&by))?;
            out.write(&Figured::Scores(figures.scores(Enough::default(), &texts)), &texts)
        }
        Checklist::Compare { answers, between, by, out } => {
            out.check()?;
            let texts = crate::read_texts(&out.to.lang)?;
            let Some((over, Two(one, other))) = between.named() else { return Ok(()) };
            let by: Vec<Key> = by.into_iter().map(Key::from).chain([over]).collect();
            let survey = answers.survey(&by, json, out.to.output.as_deref())?;
            let figures = answers.with(&survey, |figures| figures(&by))?;
            let compared = figures.compare(over, &one, &other, Enough::default(), &texts)?;
            out.write(&Figured::Compared(compared), &texts)
        }
        Checklist::Team { answers, rules, out } => {
            let texts = out.texts()?;
            let read = crate::io::read_as(&answers, TeamAnswers::from_json)?;
            let document = team_checklist(&read, &rules.load()?, &texts);
            out.write(&document, || report::checklist(&document, &texts))
        }
        Checklist::Report { answers, to } => {
            let texts = crate::read_texts(&to.lang)?;
            let survey = answers.survey(&[], json, to.output.as_deref())?;
            answers.page(&survey, &to, &texts)
        }
    }
}

impl Answers {
    fn survey(&self, by: &[Key], json: bool, output: Option<&std::path::Path>) -> Result<Survey, Error> {
        if let Some(minimum) = self.minimum {
            Minimum::new(minimum)?;
        }
        let reading = survey::Reading {
            files: &self.files,
            by,
            rejects: self.rejects.as_deref(),
            shown: self.faults,
            json,
            output,
        };
        reading.read()
    }

    /// The page with pictures.
    fn page(&self, survey: &Survey, to: &To, texts: &Texts) -> Result<(), Error> {
        let page = self.with(survey, |figures| {
            let begin = begin(figures, texts);
            raakvlak_draw::checklist_page(figures, begin.as_deref(), texts)
        })?;
        to.write_page(Format::Html, || page)
    }

    /// Lets figures be asked of a survey, by whatever they are given.
    fn with<T>(&self, survey: &Survey, asking: impl FnOnce(&dyn Fn(&[Key]) -> Figures) -> T) -> Result<T, Error> {
        if self.in_team {
            return Ok(asking(&|by| survey.in_team(by)));
        }
        let minimum = self.minimum.map(Minimum::new).transpose()?.unwrap_or_default();
        let people = if self.different_people { People::New } else { People::MayReturn };
        let published = survey.publish(minimum, people);
        Ok(asking(&|by| published.figures(by)))
    }
}

/// What one organisation can begin with, after its last wave; none where there are more: each
/// discusses and chooses for itself.
fn begin(figures: &dyn Fn(&[Key]) -> Figures, texts: &Texts) -> Option<Vec<Advised>> {
    let mut organisations: Vec<Cell> =
        figures(&[Key::Organisation]).groups.into_iter().map(|group| Cell { wave: None, ..group.cell }).collect();
    organisations.dedup();
    if organisations.len() > 1 {
        return None;
    }
    let (items, whole) = (Instrument::current().items().len(), figures(&[]));
    let last = whole.groups.iter().rfind(|group| (0..items).any(|item| group.item(item).is_some()))?;
    let advice = advise(&situation_shown(last, Enough::default()), &Rules::builtin(), texts).advice;
    Some(advice.into_iter().filter(|advised| advised.status == Status::Applies && !advised.always).collect())
}

impl Between {
    fn named(self) -> Option<(Key, Two)> {
        let Between { waves, roles, teams, organisations } = self;
        let of = |key: Key, two: Option<Two>| two.map(|two| (key, two));
        of(Key::Wave, waves).or(of(Key::Role, roles)).or(of(Key::Team, teams)).or(of(Key::Organisation, organisations))
    }
}
