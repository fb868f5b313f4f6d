//! `raakvlak network`: a learning network from first idea to anchoring.

mod plan;

use std::path::{Path, PathBuf};

use clap::Subcommand;
use raakvlak::boundary::{Audience, ReviewDocument, VoteResultDocument};
use raakvlak::error::Code;
use raakvlak::network::{self, Network};
use raakvlak::report::{self, Block, Item, Page};
use raakvlak::{Error, Rules, Texts};
use serde_json::json;

use crate::checklist::FormFormat;
use crate::{Format, OutNew, OwnRules, To, ToNew, io};

/// Questions to begin with.
const ASKED: usize = 5;
/// Refused ballots that are shown.
const REFUSED: usize = 20;

#[derive(Subcommand)]
pub(crate) enum Job {
    /// A document to start from, and what to fill in next
    New {
        /// The file to make
        file: PathBuf,
        /// A short id that stays the same, in lower case with hyphens [default: from the name of the network, or of the file]
        #[arg(long)]
        id: Option<String>,
        /// What the network is called
        #[arg(long)]
        name: Option<String>,
        /// The sector of care
        #[arg(long, value_parser = ["youth-care", "elderly-care", "district-team", "other"])]
        sector: Option<String>,
        /// Write over a file that is there already
        #[arg(long)]
        force: bool,
        /// The language of what to fill in next: nl, en, or a text pack (raakvlak.texts.v1)
        #[arg(long, default_value = "nl")]
        lang: String,
    },
    /// Plans the meetings and writes the network anew; tells what was decided, why, and what moved
    Plan(plan::Plan),
    /// What goes well, what is lacking and what is not known, by phase; of several, in JSON a list
    Review {
        /// Networks, as raakvlak.network.v1; `-` is standard input
        #[arg(required = true, value_name = "FILE")]
        networks: Vec<String>,
        #[command(flatten)]
        rules: OwnRules,
        #[command(flatten)]
        out: OutNew,
    },
    /// A vote on themes, counted. A ballot that is not in order is told and left out; the others count
    Vote {
        /// The network; `-` is standard input
        file: String,
        /// The id of the vote [default: the only one]
        #[arg(long, value_name = "ID")]
        vote: Option<String>,
        #[command(flatten)]
        out: OutNew,
    },
    /// What the network reached, for those whom it concerns
    Report {
        /// The network; `-` is standard input
        file: String,
        /// Whom it is for; the wall gets one page to hang up
        #[arg(long = "for", value_parser = Audience::ALL.map(Audience::name), value_name = "WHOM")]
        audience: String,
        #[command(flatten)]
        rules: OwnRules,
        #[command(flatten)]
        out: OutNew,
    },
    /// The worksheet of an improvement plan, to print
    Form {
        /// How it is written
        #[arg(long, value_enum, default_value_t = FormFormat::Html)]
        format: FormFormat,
        #[command(flatten)]
        to: ToNew,
    },
}

impl Job {
    /// Whether it answers in JSON, so that mistakes are told in JSON too.
    pub(crate) fn is_json(&self) -> bool {
        match self {
            Job::New { .. } | Job::Form { .. } => false,
            Job::Plan(plan) => plan.is_json(),
            Job::Review { out, .. } | Job::Vote { out, .. } | Job::Report { out, .. } => out.is_json(),
        }
    }
}

pub(crate) fn run(job: Job) -> Result<(), Error> {
    match job {
        Job::New { file, id, name, sector, force, lang } => {
            let texts = crate::read_texts(&lang)?;
            let id = id.map_or_else(|| id_of(name.as_deref(), &file), Ok)?;
            let stated = json!({ "schema": "raakvlak.network.v1", "id": id, "name": name, "sector": sector });
            let network = Network::from_json(&stated.to_string())?;
            let text = crate::pretty(network.document())?;
            if force { io::write(&text, Some(&file)) } else { io::write_new(&text, &file) }?;
            let to = To { lang, output: None, over: true };
            to.write_page(Format::Text, || begun(&network, &file, &texts))
        }
        Job::Plan(plan) => plan.run(),
        Job::Review { networks, rules, out } => {
            let out = out.out();
            let (texts, rules) = (out.texts()?, rules.load()?);
            let reviews = networks.iter().map(|file| Ok(network::review(&read(file)?, &rules, &texts)));
            let reviews: Vec<ReviewDocument> = reviews.collect::<Result<_, Error>>()?;
            match reviews.as_slice() {
                [review] => out.write(review, || report::review(review, &texts)),
                reviews => out.write(&reviews, || beside_each_other(reviews, &texts)),
            }
        }
        Job::Vote { file, vote, out } => {
            let (json, out) = (out.is_json(), out.out());
            let texts = out.texts()?;
            let result =
                network::count(&read(&file)?, vote.as_deref(), &texts).map_err(|e| e.in_file(io::named(&file)))?;
            if !json {
                tell_refused(&result, io::named(&file));
            }
            out.write(&result, || report::vote(&result, &texts))
        }
        Job::Report { file, audience, rules, out } => {
            let out = out.out();
            let texts = out.texts()?;
            let outcome = network::outcome(&read(&file)?, &rules.load()?, &texts, Audience::named(&audience)?);
            out.write(&outcome, || report::network(&outcome, &texts))
        }
        Job::Form { format, to } => {
            let to = to.to();
            let texts = crate::read_texts(&to.lang)?;
            to.write_page(format.into(), || report::improvement_form(&texts))
        }
    }
}

/// Several reviews on one page.
fn beside_each_other(reviews: &[ReviewDocument], texts: &Texts) -> Page {
    let mut page = Page::titled(&texts.phrase("reviews-title-network"), texts);
    for review in reviews {
        let one = report::review(review, texts);
        page.blocks.push(Block::Heading(2, one.title));
        page.blocks.extend(one.blocks.into_iter().map(|block| match block {
            Block::Heading(level, text) => Block::Heading(level + 1, text),
            block => block,
        }));
    }
    page
}

/// Tells which ballots do not count, and why.
fn tell_refused(result: &VoteResultDocument, file: &str) {
    for ballot in result.refused.iter().take(REFUSED) {
        tell!("{file}, {}: {}", ballot.path, ballot.message);
    }
    if !result.refused.is_empty() {
        let (refused, all) = (result.refused.len(), result.refused.len() + result.counted);
        let more = if refused > REFUSED {
            format!("; {REFUSED} are shown, and all with --format json")
        } else {
            String::new()
        };
        tell!("{refused} of {all} ballots do not count{more}; the others do");
    }
}

fn read(file: &str) -> Result<Network, Error> {
    io::read_as(file, Network::from_json)
}

/// The id for a network of this name, or else in a file of this name: calendars know its meetings by it.
fn id_of(name: Option<&str>, file: &Path) -> Result<String, Error> {
    let of_file = file.file_stem().unwrap_or_default().to_string_lossy();
    let usable = |name: &&str| name.contains(|c: char| c.is_ascii_alphanumeric());
    let name = name.filter(usable).unwrap_or(&of_file).to_ascii_lowercase();
    let words = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let id = words.collect::<Vec<_>>().join("-");
    if id.is_empty() {
        return Err(Error::new(Code::NetworkId, "the name of the file gives no id").with_help("give one with --id"));
    }
    Ok(id)
}

/// What to fill in next.
fn begun(network: &Network, file: &Path, texts: &Texts) -> Page {
    let file = file.display().to_string();
    let mut page = Page::titled(&texts.phrase("network-begun-title"), texts);
    let field = |name: &str| Item {
        label: name.to_owned(),
        text: texts.phrase(&format!("network-fill-{name}")).into_owned(),
        ..Item::default()
    };
    let asked = network::review(network, &Rules::builtin(), texts).ask_next;
    let asked = asked.iter().take(ASKED).map(|asked| format!("{} ({})", asked.question, asked.observation));
    let fields = ["goals", "parties", "participants", "complete", "phases"].map(field);
    let stated = Item { small: asked.collect(), ..field("circumstances") };
    let command = |words: &str, key: &str| Item {
        label: format!("raakvlak {words}"),
        text: texts.phrase(key).into_owned(),
        ..Item::default()
    };
    page.blocks = vec![
        Block::Text(texts.phrase("network-begun").replace("{a}", &file)),
        Block::Heading(2, texts.phrase("network-fill").into_owned()),
        Block::List { numbered: false, items: fields.into_iter().chain([stated]).collect() },
        Block::Heading(2, texts.phrase("network-then").into_owned()),
        Block::List {
            numbered: false,
            items: vec![
                command(&format!("network review {file}"), "network-then-review"),
                command(&format!("network plan {file} --start 2027-01-12T14:00"), "network-then-plan"),
                command("schema network", "network-then-schema"),
            ],
        },
    ];
    page
}
