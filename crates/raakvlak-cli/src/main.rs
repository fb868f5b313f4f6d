//! The command `raakvlak`: a case in, advice with reasons out.

/// Tells something beside the answer. Where nobody listens any more, nothing is lost.
macro_rules! tell {
    ($($told:tt)*) => {{
        let _ = std::io::Write::write_fmt(&mut std::io::stderr(), format_args!("{}\n", format_args!($($told)*)));
    }};
}

mod checklist;
mod clock;
mod io;
mod network;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};
use raakvlak::boundary::{self, ErrorDocument, HousePlanDocument};
use raakvlak::cooperation::{self, Cooperation};
use raakvlak::district_team::{self, DistrictTeam};
use raakvlak::error::Code;
use raakvlak::houses::{self, House};
use raakvlak::knowledge;
use raakvlak::network::Network;
use raakvlak::report::{self, Page};
use raakvlak::rule::{About, Rule};
use raakvlak::vision::{self, Vision};
use raakvlak::{Case, Error, Rules, Texts, casework, fact};
use raakvlak_draw::Card;

use crate::checklist::FormFormat;

/// What is known about diversity-sensitive care, applied to a case: what to pay attention
/// to, which competences, methods and conditions it asks for, why, and what to ask next.
/// The checklist for organisations: from answers to figures that disclose nobody. And learning
/// networks, from first idea to anchoring.
#[derive(Parser)]
#[command(name = "raakvlak", version)]
struct Cli {
    #[command(subcommand)]
    command: Job,
}

#[derive(Subcommand)]
enum Job {
    /// What a case asks for, why, and what to ask next
    Advise {
        /// The case, as raakvlak.case.v1; `-` is standard input
        case: String,
        /// Also what does not hold now, and why
        #[arg(long)]
        all: bool,
        /// A case a line in, an answer (raakvlak.advice.v1) a line out
        #[arg(long)]
        lines: bool,
        #[command(flatten)]
        rules: OwnRules,
        #[command(flatten)]
        out: Out,
    },
    /// The three houses for parents: which to explain, where the conversation stands, what to say
    Houses {
        /// The case; `-` is standard input
        case: String,
        /// Whom it is for
        #[arg(long = "for", value_enum, default_value_t = Reader::Professional)]
        reader: Reader,
        /// What the picture shows, in SVG and HTML [default: plan, or told for parents]
        #[arg(long, value_enum)]
        show: Option<Show>,
        /// A case a line in, an answer (raakvlak.house-plan.v1) a line out
        #[arg(long, conflicts_with_all = ["reader", "show"])]
        lines: bool,
        #[command(flatten)]
        rules: OwnRules,
        /// How it is written [default: text, or json with --lines]
        #[arg(long, value_enum)]
        format: Option<DrawnFormat>,
        #[command(flatten)]
        to: To,
    },
    /// The worksheet for a case discussion; a filled-in worksheet (raakvlak.casework.v1) is shown as it is
    Casework {
        /// The case or the worksheet; `-` is standard input
        case: String,
        #[command(flatten)]
        rules: OwnRules,
        #[command(flatten)]
        out: Out,
    },
    /// The whole reasoning for one advice, also when it does not apply
    Why {
        /// The case; `-` is standard input
        case: String,
        /// The id of the advice, for instance organisation.interpreters
        advice: String,
        #[command(flatten)]
        rules: OwnRules,
        #[command(flatten)]
        out: Out,
    },
    /// Which advice changed between two states of a case, and through what
    Compare {
        /// The case as it was; `-` is standard input
        old: String,
        /// The case as it is
        new: String,
        #[command(flatten)]
        rules: OwnRules,
        #[command(flatten)]
        out: Out,
    },
    /// What is known: every entry with its source
    Knowledge {
        #[command(subcommand)]
        what: Lookup,
    },
    /// Decision tables: every rule, as a table per advice
    Rules {
        /// Only the rules about this
        #[arg(long, value_parser = About::ALL.map(About::name))]
        about: Option<String>,
        #[command(flatten)]
        rules: OwnRules,
        #[command(flatten)]
        out: Out,
    },
    /// Everything that can be stated, with the question that settles it
    Observations {
        /// About what: a case (with its contacts), an organisation, a network, a cooperation or a district team
        #[arg(long, default_value = "case", value_parser = ["case", "organisation", "network", "cooperation", "district-team"])]
        about: String,
        /// Only of this kind
        #[arg(long, value_parser = ["flag", "difference", "level"])]
        kind: Option<String>,
        #[command(flatten)]
        out: Out,
    },
    /// A text pack: every text in one language, to translate or to load elsewhere
    Texts {
        /// The language: nl or en
        #[arg(long, default_value = "nl")]
        lang: String,
        /// Write to this file instead of standard output
        #[arg(short, long)]
        output: Option<PathBuf>,
    },
    /// The checklist of an organisation: a form, and the figures of teams and organisations over time
    Checklist {
        #[command(subcommand)]
        what: Box<checklist::Checklist>,
    },
    /// A learning network: begun, planned, reviewed, its votes counted, its outcome told
    Network {
        #[command(subcommand)]
        what: Box<network::Job>,
    },
    /// A cooperation of formal and informal organisations: what goes well, is lacking and is not known
    Cooperation {
        /// The cooperation, as raakvlak.cooperation.v1; `-` is standard input
        file: String,
        /// The network that it belongs to: whether it does, and its links to organisations lead there, is checked
        #[arg(long, value_name = "FILE")]
        network: Option<String>,
        #[command(flatten)]
        rules: OwnRules,
        #[command(flatten)]
        out: OutNew,
    },
    /// A district team and its municipality: what goes well, is lacking and is not known
    Team {
        /// The team, as raakvlak.district-team.v1; `-` is standard input
        file: String,
        #[command(flatten)]
        rules: OwnRules,
        #[command(flatten)]
        out: OutNew,
    },
    /// The vision of an organisation: that of the sources with its own accents, to print
    Vision {
        /// What it adds, says otherwise or leaves out, as raakvlak.vision.v1; `-` is standard input
        file: String,
        #[command(flatten)]
        out: OutNew,
    },
    /// What managers do to carry diversity-sensitive work, by the Flemish programme, to print
    Trajectory {
        /// How it is written
        #[arg(long, value_enum, default_value_t = FormFormat::Html)]
        format: FormFormat,
        #[command(flatten)]
        to: ToNew,
    },
    /// The facts and figures of the sources, and which have to be checked again
    Facts {
        /// The day to go by [default: today]
        #[arg(long, value_name = "DAY")]
        on: Option<String>,
        #[command(flatten)]
        out: OutNew,
    },
    /// A picture, as SVG: of a network, of a case, or of what is known
    Picture {
        /// What it shows
        #[arg(value_parser = ["phases", "overlap", "ecogram", "lifeline", "pillars", "competences", "infographic"])]
        name: String,
        /// The network for phases, the case for overlap, ecogram and lifeline; `-` is standard input
        #[arg(value_name = "FILE")]
        document: Option<String>,
        /// The day to go by for infographic: which facts have to be checked again by then [default: today]
        #[arg(long, value_name = "DAY")]
        on: Option<String>,
        #[command(flatten)]
        rules: OwnRules,
        #[command(flatten)]
        to: ToNew,
    },
    /// Every error code and what it means
    Errors {
        #[command(flatten)]
        out: Out,
    },
    /// The JSON Schema of a document, for instance `case`
    Schema {
        /// The name, for instance advice, network or facts; one that is not there is answered with all that are
        name: String,
        /// Write to this file instead of standard output
        #[arg(short, long)]
        output: Option<PathBuf>,
    },
}

#[derive(Subcommand)]
enum Lookup {
    /// Every entry
    List {
        /// Only of this kind, for instance method
        #[arg(long)]
        kind: Option<String>,
        #[command(flatten)]
        out: Out,
    },
    /// One entry, with what hangs together with it
    Show {
        /// The id, for instance method.analysis.network
        id: String,
        #[command(flatten)]
        out: Out,
    },
    /// Entries with all these words; hits in the heading come first
    Search {
        /// The words
        #[arg(required = true)]
        words: Vec<String>,
        /// Only of this kind
        #[arg(long)]
        kind: Option<String>,
        #[command(flatten)]
        out: Out,
    },
}

#[derive(Args)]
struct OwnRules {
    /// Lay these rules (raakvlak.rules.v1, TOML or JSON) over the built-in ones; may be given more than once
    #[arg(long = "rules", value_name = "FILE")]
    files: Vec<PathBuf>,
}

#[derive(Args)]
struct Out {
    /// How it is written [default: text, or json with --lines]
    #[arg(long, value_enum)]
    format: Option<Format>,
    #[command(flatten)]
    to: To,
}

#[derive(Args)]
struct To {
    /// The language: nl, en, or a text pack (raakvlak.texts.v1)
    #[arg(long, default_value = "nl")]
    lang: String,
    /// Write to this file instead of standard output
    #[arg(short, long)]
    output: Option<PathBuf>,
    /// Whether that file may be there already.
    #[arg(skip = true)]
    over: bool,
}

/// As [`To`], but a file that is there stays as it is.
#[derive(Args)]
struct ToNew {
    #[command(flatten)]
    to: To,
    /// Write over the file of --output where it is there already
    #[arg(long, requires = "output")]
    force: bool,
}

/// As [`Out`], but a file that is there stays as it is.
#[derive(Args)]
struct OutNew {
    /// How it is written [default: text]
    #[arg(long, value_enum)]
    format: Option<Format>,
    #[command(flatten)]
    to: ToNew,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Markdown,
    Html,
    Json,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum DrawnFormat {
    Text,
    Markdown,
    Html,
    Json,
    /// The picture alone
    Svg,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Reader {
    /// What to do, say, ask and avoid
    Professional,
    /// What was explained and is next, in plain words, to take home
    Parents,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Show {
    /// The houses that belong to the explanation, the next one marked, and which are kept back
    Plan,
    /// Only what parents may see now: the houses that were explained, and the next one
    Told,
    /// All three houses
    All,
    Green,
    Orange,
    Red,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let json = cli.command.is_json();
    match run(cli.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            if json {
                tell!("{}", serde_json::to_string(&ErrorDocument::from(&error)).unwrap_or_default());
            } else {
                tell!("error[{}]: {}", error.code().as_str(), error.message());
                if !error.path().is_empty() {
                    tell!("   at: {}", error.path());
                }
                if let Some(help) = error.help() {
                    tell!(" help: {help}");
                }
            }
            ExitCode::FAILURE
        }
    }
}

impl Job {
    /// Whether it answers in JSON, so that mistakes are told in JSON too.
    fn is_json(&self) -> bool {
        match self {
            Job::Houses { lines, format, .. } => *lines || *format == Some(DrawnFormat::Json),
            Job::Advise { lines: true, .. } => true,
            Job::Advise { out, .. }
            | Job::Casework { out, .. }
            | Job::Why { out, .. }
            | Job::Compare { out, .. }
            | Job::Rules { out, .. }
            | Job::Observations { out, .. }
            | Job::Errors { out }
            | Job::Knowledge {
                what: Lookup::List { out, .. } | Lookup::Show { out, .. } | Lookup::Search { out, .. },
            } => out.format == Some(Format::Json),
            Job::Checklist { what } => what.is_json(),
            Job::Network { what } => what.is_json(),
            Job::Cooperation { out, .. } | Job::Team { out, .. } | Job::Vision { out, .. } | Job::Facts { out, .. } => {
                out.is_json()
            }
            Job::Trajectory { .. } | Job::Picture { .. } | Job::Schema { .. } | Job::Texts { .. } => false,
        }
    }
}

fn run(job: Job) -> Result<(), Error> {
    match job {
        Job::Advise { case, lines: true, rules, out, .. } => {
            only_json(out.format.is_none_or(|f| f == Format::Json))?;
            let (texts, rules) = (out.texts()?, rules.load()?);
            let answer = |line: &str| Ok(raakvlak::advise(&Case::from_json(line)?, &rules, &texts));
            io::each_line(&case, out.to.output.as_deref(), answer)
        }
        Job::Houses { case, lines: true, rules, format, to, .. } => {
            only_json(format.is_none_or(|f| f == DrawnFormat::Json))?;
            let (texts, rules) = (read_texts(&to.lang)?, rules.load()?);
            let answer = |line: &str| Ok(houses::plan(&Case::from_json(line)?, &rules, &texts));
            io::each_line(&case, to.output.as_deref(), answer)
        }
        Job::Houses { case, reader, show, rules, format, to, .. } => {
            let texts = read_texts(&to.lang)?;
            let plan = houses::plan(&read_case(&case)?, &rules.load()?, &texts);
            check_options(&plan, reader, show, format)?;
            let format = match format.unwrap_or(DrawnFormat::Text) {
                DrawnFormat::Text => Format::Text,
                DrawnFormat::Markdown => Format::Markdown,
                DrawnFormat::Html => Format::Html,
                DrawnFormat::Json => Format::Json,
                DrawnFormat::Svg => return io::write(&picture(&plan, reader, show, &texts), to.output.as_deref()),
            };
            // Only HTML shows pictures.
            let drawn = format == Format::Html;
            to.write(format, &plan, || match reader {
                Reader::Professional => {
                    report::houses(&plan, &texts, drawn.then(|| picture(&plan, reader, show, &texts)))
                }
                Reader::Parents => {
                    report::houses_for_parents(&plan, &texts, |house| drawn.then(|| Card::one(house).draw(&texts)))
                }
            })
        }
        Job::Rules { about, rules, out } => {
            let (texts, rules) = (out.texts()?, rules.load()?);
            let about = About::ALL.into_iter().find(|one| about.as_deref() == Some(one.name()));
            let of = |rule: &&Rule| about.is_none_or(|about| rule.about.unwrap_or_default() == about);
            let list: Vec<&Rule> = rules.all().iter().filter(of).collect();
            out.write(&list, || report::rules(&rules, about, &texts))
        }
        Job::Advise { case, all, rules, out, .. } => {
            let texts = out.texts()?;
            let document = raakvlak::advise(&read_case(&case)?, &rules.load()?, &texts);
            out.write(&document, || report::advice(&document, &texts, all))
        }
        Job::Casework { case, rules, out } => {
            let texts = out.texts()?;
            let text = io::read(&case)?;
            let document = match Case::from_json(&text) {
                Ok(case) => casework::worksheet(&case, &rules.load()?, &texts),
                Err(error) if error.code() == Code::SchemaWrong => {
                    let sheet = casework::from_json(&text);
                    sheet.map_err(|e| if e.code() == Code::SchemaWrong { error } else { e })?
                }
                Err(error) => return Err(error.in_file(io::named(&case))),
            };
            out.write(&document, || report::casework(&document, &texts))
        }
        Job::Why { case, advice, rules, out } => {
            let texts = out.texts()?;
            let document = raakvlak::why(&read_case(&case)?, &advice, &rules.load()?, &texts)?;
            out.write(&document, || report::why(&document, &texts))
        }
        Job::Compare { old, new, rules, out } => {
            let texts = out.texts()?;
            let document = raakvlak::compare(&read_case(&old)?, &read_case(&new)?, &rules.load()?, &texts);
            out.write(&document, || report::comparison(&document, &texts))
        }
        Job::Knowledge { what } => look_up(what),
        Job::Checklist { what } => checklist::run(*what),
        Job::Network { what } => network::run(*what),
        Job::Observations { about, kind, out } => {
            let texts = out.texts()?;
            let about = About::ALL.into_iter().find(|of| of.name() == about).unwrap_or_default();
            let mut list = boundary::observations(about, &packs(&texts));
            list.retain(|o| kind.as_ref().is_none_or(|k| o.kind == *k));
            out.write(&list, || report::observations(&list, &texts))
        }
        Job::Texts { lang, output } => {
            let pack = serde_json::to_string_pretty(&read_texts(&lang)?.to_pack()).unwrap_or_default();
            io::write(&format!("{pack}\n"), output.as_deref())
        }
        Job::Cooperation { file, network, rules, out } => {
            let out = out.out();
            let texts = out.texts()?;
            let cooperation = io::read_as(&file, Cooperation::from_json)?;
            if let Some(network) = network {
                let network = io::read_as(&network, Network::from_json)?;
                cooperation.belongs_to(&network).map_err(|e| e.in_file(io::named(&file)))?;
            }
            let review = cooperation::review(&cooperation, &rules.load()?, &texts);
            out.write(&review, || report::review(&review, &texts))
        }
        Job::Team { file, rules, out } => {
            let out = out.out();
            let texts = out.texts()?;
            let team = io::read_as(&file, DistrictTeam::from_json)?;
            let review = district_team::review(&team, &rules.load()?, &texts);
            out.write(&review, || report::review(&review, &texts))
        }
        Job::Vision { file, out } => {
            let out = out.out();
            let texts = out.texts()?;
            let vision = vision::compose(&io::read_as(&file, Vision::from_json)?, &texts);
            out.write(&vision, || report::vision(&vision, &texts))
        }
        Job::Trajectory { format, to } => {
            let to = to.to();
            let texts = read_texts(&to.lang)?;
            to.write_page(format.into(), || report::manager_trajectory(&texts))
        }
        Job::Facts { on, out } => {
            let out = out.out();
            let texts = out.texts()?;
            let facts = fact::facts(Some(&on.unwrap_or_else(clock::today)), &texts)?;
            out.write(&facts, || report::facts(&facts, &texts))
        }
        Job::Picture { name, document, on, rules, to } => {
            let to = to.to();
            let texts = read_texts(&to.lang)?;
            let on = on.unwrap_or_else(clock::today);
            let text = document.as_deref().map(io::read).transpose()?;
            let drawn = raakvlak_draw::picture(&name, text.as_deref(), Some(&on), &rules.load()?, &texts);
            // A mistake with a place stands in the file.
            let in_file = |e: Error| match &document {
                Some(file) if !e.path().is_empty() => e.in_file(io::named(file)),
                _ => e,
            };
            to.put(&drawn.map_err(in_file)?)
        }
        Job::Errors { out } => {
            let texts = out.texts()?;
            let list = boundary::error_codes();
            out.write(&list, || report::errors(&list, &texts))
        }
        Job::Schema { name, output } => {
            let schema = boundary::schema(&name)?;
            io::write(&format!("{schema:#}\n"), output.as_deref())
        }
    }
}

fn look_up(what: Lookup) -> Result<(), Error> {
    match what {
        Lookup::List { kind, out } => {
            let texts = out.texts()?;
            let mut list = boundary::entries(&packs(&texts));
            if let Some(kind) = &kind {
                let kind = knowledge::kind(kind)?;
                list.retain(|e| e.kind == kind);
            }
            out.write(&list, || report::entries(&list, &texts))
        }
        Lookup::Show { id, out } => {
            let texts = out.texts()?;
            let entry = boundary::entry(&id, &packs(&texts))?;
            out.write(&entry, || report::entry(&entry, &texts))
        }
        Lookup::Search { words, kind, out } => {
            let texts = out.texts()?;
            let kind = kind.as_deref().map(knowledge::kind).transpose()?;
            let packs = packs(&texts);
            let list: Vec<_> = knowledge::search(&words.join(" "), &texts)
                .into_iter()
                .filter(|e| kind.is_none_or(|kind| e.kind == kind))
                .filter_map(|e| boundary::entry(e.id, &packs).ok())
                .collect();
            out.write(&list, || report::entries(&list, &texts))
        }
    }
}

fn read_case(path: &str) -> Result<Case, Error> {
    io::read_as(path, Case::from_json)
}

/// The two built-in languages, and the one asked for when that is a further one.
fn packs(texts: &Texts) -> Vec<Texts> {
    let mut packs = vec![Texts::nl(), Texts::en()];
    if !packs.iter().any(|p| p.lang() == texts.lang()) {
        packs.push(texts.clone());
    }
    packs
}

fn read_texts(lang: &str) -> Result<Texts, Error> {
    match Texts::builtin(lang) {
        Some(texts) => Ok(texts),
        None if std::path::Path::new(lang).extension().is_some() => {
            Texts::from_json(&io::read(lang)?).map_err(|e| e.in_file(lang))
        }
        None => Err(Error::new(Code::ValueUnknown, format!("there are no texts in `{lang}`"))
            .with_help("use nl, en, or the path of a text pack (raakvlak.texts.v1)")),
    }
}

impl OwnRules {
    fn load(&self) -> Result<Rules, Error> {
        self.files.iter().try_fold(Rules::builtin(), |rules, path| {
            let name = path.display().to_string();
            let text = io::read(&name)?;
            let json = path.extension().is_some_and(|e| e.eq_ignore_ascii_case("json"));
            let laid = if json { rules.lay_over_json(&text) } else { rules.lay_over_toml(&text) };
            laid.map_err(|e| e.in_file(&name))
        })
    }
}

/// The card with the houses.
fn picture(plan: &HousePlanDocument, reader: Reader, show: Option<Show>, texts: &Texts) -> String {
    let show = show.unwrap_or(match reader {
        Reader::Professional => Show::Plan,
        Reader::Parents => Show::Told,
    });
    let card = match show {
        Show::Plan => Card::plan(plan),
        Show::Told => Card::shown(plan),
        Show::All => Card::whole(),
        Show::Green => Card::one(House::Green),
        Show::Orange => Card::one(House::Orange),
        Show::Red => Card::one(House::Red),
    };
    card.draw(texts)
}

/// Refuses options that would have no effect, and to give parents what is not for them.
fn check_options(
    plan: &HousePlanDocument,
    reader: Reader,
    show: Option<Show>,
    format: Option<DrawnFormat>,
) -> Result<(), Error> {
    let unused = |message, help: &'static str| Err(Error::new(Code::OptionUnused, message).with_help(help));
    let drawn = matches!(format, Some(DrawnFormat::Html | DrawnFormat::Svg));
    if show.is_some() && (!drawn || (reader == Reader::Parents && format == Some(DrawnFormat::Html))) {
        return unused("there is no picture to show something else in", "use --show with --format svg or html");
    }
    let for_parents = reader == Reader::Parents;
    if for_parents && format == Some(DrawnFormat::Json) {
        return unused("the plan is for the professional, and not for parents", "leave --for parents out");
    }
    let told = show == Some(Show::Told) || (for_parents && show.is_none());
    if told && plan.shown.is_empty() {
        return Err(Error::new(Code::NothingToShow, "no house was explained yet, and none is next")
            .with_help("state what was explained, such as `explained.green`, or see what the plan says comes first"));
    }
    Ok(())
}

fn only_json(is_json: bool) -> Result<(), Error> {
    if is_json {
        return Ok(());
    }
    Err(Error::new(Code::ValueUnknown, "an answer a line is written as JSON only").with_help("leave --format out"))
}

impl Out {
    fn texts(&self) -> Result<Texts, Error> {
        read_texts(&self.to.lang)
    }

    fn write(&self, document: &impl serde::Serialize, page: impl FnOnce() -> Page) -> Result<(), Error> {
        self.to.write(self.format.unwrap_or(Format::Text), document, page)
    }
}

impl ToNew {
    fn to(self) -> To {
        To { over: self.force, ..self.to }
    }
}

impl OutNew {
    fn is_json(&self) -> bool {
        self.format == Some(Format::Json)
    }

    fn out(self) -> Out {
        Out { format: self.format, to: self.to.to() }
    }
}

impl To {
    fn write(
        &self,
        format: Format,
        document: &impl serde::Serialize,
        page: impl FnOnce() -> Page,
    ) -> Result<(), Error> {
        if format == Format::Json { self.write_json(document) } else { self.write_page(format, page) }
    }

    fn write_json(&self, document: &impl serde::Serialize) -> Result<(), Error> {
        self.put(&pretty(document)?)
    }

    fn write_page(&self, format: Format, page: impl FnOnce() -> Page) -> Result<(), Error> {
        let format = match format {
            Format::Text | Format::Json if self.output.is_none() && io::coloured() => report::Format::Terminal,
            Format::Text | Format::Json => report::Format::Text,
            Format::Markdown => report::Format::Markdown,
            Format::Html => report::Format::Html,
        };
        self.put(&page().write(format))
    }

    /// Refuses a file that is there, before the work begins.
    fn check(&self) -> Result<(), Error> {
        match &self.output {
            Some(path) if !self.over => io::Before::Nothing.check(path),
            _ => Ok(()),
        }
    }

    fn put(&self, text: &str) -> Result<(), Error> {
        match &self.output {
            Some(path) if !self.over => io::write_new(text, path),
            output => io::write(text, output.as_deref()),
        }
    }
}

/// A document as it is written.
fn pretty(document: &impl serde::Serialize) -> Result<String, Error> {
    let json = serde_json::to_string_pretty(document);
    json.map(|json| json + "\n")
        .map_err(|e| Error::new(Code::FileUnwritable, format!("the answer cannot be written: {e}")))
}
