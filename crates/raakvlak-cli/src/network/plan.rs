//! `raakvlak network plan`: the meetings are planned, and the network and its calendar are written anew.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use clap::Args;
use jiff::civil::Date;
use raakvlak::boundary::{BlockedDays, ScheduleDocument, SchedulePlanDocument};
use raakvlak::error::Code;
use raakvlak::network::{self, Network, Schedule};
use raakvlak::report;
use raakvlak::{Error, Texts};
use raakvlak_exchange::ical;

use crate::io::{self, Before, Whole};
use crate::{Format, To, clock};

/// When a meeting begins where only the day is given.
const HOUR: &str = "T14:00";

#[derive(Args)]
pub(crate) struct Plan {
    /// The network, which is written anew: whole or not at all, and only as it was read; with --dry-run `-` is
    /// standard input
    file: PathBuf,
    /// When the first working session that is still to come begins: a day, or a day and a time [default time: 14:00]
    #[arg(long, value_name = "2027-01-12T14:00")]
    start: String,
    /// How many working sessions there are, with those that were held [default: as the sources say]
    #[arg(long, value_name = "N")]
    sessions: Option<u32>,
    /// How many weeks lie between them [default: as the sources say]
    #[arg(long, value_name = "N")]
    every_weeks: Option<u32>,
    /// How long they last [default: as the sources say]
    #[arg(long, value_name = "N")]
    minutes: Option<u32>,
    /// How often the governance group meets; 0 for not at all [default: as the sources say]
    #[arg(long, value_name = "N")]
    governance: Option<u32>,
    /// After how many months the network meets again; 0 for not at all [default: as the sources say]
    #[arg(long, value_name = "N")]
    follow_up_months: Option<u32>,
    /// Days without sessions: DAY or FIRST..LAST, with =WHY behind it if you like, or a JSON file with a list of
    /// {"from", "to", "why"}; may be given more than once
    #[arg(long, value_name = "DAYS|FILE.json")]
    blocked: Vec<String>,
    /// The calendar to write too. One of this network that is there is updated
    #[arg(long, value_name = "OUT.ics")]
    ics: Option<PathBuf>,
    /// The day to plan on: nothing before it is planned or moved [default: today]
    #[arg(long, value_name = "DAY")]
    today: Option<String>,
    /// Only tell: write no network and no calendar
    #[arg(long)]
    dry_run: bool,
    /// Write over a file of --ics or --output that is there and is no calendar of this network
    #[arg(long)]
    force: bool,
    /// How it is told [default: text]
    #[arg(long, value_enum)]
    format: Option<Format>,
    #[command(flatten)]
    to: To,
}

impl Plan {
    pub(super) fn is_json(&self) -> bool {
        self.format == Some(Format::Json)
    }

    pub(super) fn run(self) -> Result<(), Error> {
        let to = To { over: self.force, ..self.to };
        let texts = crate::read_texts(&to.lang)?;
        apart([Some(&*self.file), self.ics.as_deref(), to.output.as_deref()])?;
        to.check()?;
        let named = self.file.display().to_string();
        let (text, before) =
            if self.dry_run { (io::read(&named)?, Before::Anything) } else { io::read_to_edit(&self.file)? };
        let network = Network::from_json(&text).map_err(|e| e.in_file(io::named(&named)))?;
        let blocked: Vec<Blocked> = self.blocked.iter().map(|given| Blocked::read(given)).collect::<Result<_, _>>()?;
        let request = Schedule::try_from(ScheduleDocument {
            schema: "raakvlak.schedule.v1".to_owned(),
            start: if !self.start.contains('T') && is_day(&self.start) { self.start + HOUR } else { self.start },
            sessions: self.sessions,
            every_weeks: self.every_weeks,
            minutes: self.minutes,
            blocked: blocked.iter().flat_map(|given| given.days.iter().cloned()).collect(),
            governance: self.governance,
            follow_up_months: self.follow_up_months,
            today: Some(self.today.unwrap_or_else(clock::today)),
        });
        let request = request.map_err(|e| Blocked::told(e, &blocked))?;
        let plan = network::schedule(&network, &request, &texts).map_err(|e| Blocked::told(e, &blocked))?;
        let tell = || {
            to.write(self.format.unwrap_or(Format::Text), &plan, || {
                report::schedule(&plan, Some(network.document()), &texts)
            })
        };
        // A file that cannot be written is found before anything changes; who only reads along may stop.
        if self.dry_run {
            tell()?;
        } else {
            let calendar = self.ics.as_deref().map(|path| calendar(path, &plan, self.force, &texts)).transpose()?;
            let mut files = vec![Whole::over(&self.file, before)?.with(&crate::pretty(&plan.network)?)?];
            if let Some((path, before, text)) = calendar {
                files.push(Whole::over(path, before)?.with(&text)?);
            }
            // Both are whole before either takes its place.
            files.iter_mut().try_for_each(Whole::ready)?;
            if to.output.is_some() {
                tell()?;
            }
            files.into_iter().try_for_each(Whole::place)?;
            if to.output.is_none() {
                tell()?;
            }
        }
        Ok(())
    }
}

/// The calendar, and what has to be there for it to take its place.
fn calendar<'p>(
    path: &'p Path,
    plan: &SchedulePlanDocument,
    force: bool,
    texts: &Texts,
) -> Result<(&'p Path, Before, String), Error> {
    let text = ical::calendar(&Network::try_from(plan.network.clone())?, &clock::now(), texts)?;
    if force || io::is_stream(path) {
        return Ok((path, Before::Anything, text));
    }
    let before = match std::fs::read(path) {
        Ok(bytes) if ical::is_of(&String::from_utf8_lossy(&bytes), &plan.network.id) => Before::Bytes(bytes),
        Err(e) if e.kind() == ErrorKind::NotFound => Before::Nothing,
        Err(e) => return Err(io::unreadable(&path.display().to_string(), &e)),
        Ok(_) => {
            let message =
                format!("{} is there, and holds something else than the meetings of this network", path.display());
            return Err(
                Error::new(Code::FileExists, message).with_help("name another file, or write over it with --force")
            );
        }
    };
    Ok((path, before, text))
}

/// Refuses one file in two places.
fn apart<const N: usize>(paths: [Option<&Path>; N]) -> Result<(), Error> {
    let mut taken: Vec<PathBuf> = Vec::new();
    for path in paths.into_iter().flatten() {
        let real = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        if taken.contains(&real) {
            return Err(Error::new(Code::FileUnwritable, format!("{} would be written twice", path.display()))
                .with_help("name another file"));
        }
        taken.push(real);
    }
    Ok(())
}

/// How days without sessions are given.
const FORM: &str = "use DAY, FIRST..LAST or FIRST..LAST=WHY, such as 2027-02-20..2027-02-28=holiday, once for each \
                    stretch of days; or a .json file";

/// Days without sessions, as they were given.
struct Blocked<'a> {
    given: &'a str,
    is_file: bool,
    days: Vec<BlockedDays>,
}

impl Blocked<'_> {
    fn read(given: &str) -> Result<Blocked<'_>, Error> {
        let is_file = given == "-" || given.to_ascii_lowercase().ends_with(".json");
        let days = if is_file {
            io::read_as(given, BlockedDays::list_from_json)?
        } else {
            let (days, why) = given.split_once('=').map_or((given, None), |(days, why)| (days, Some(why)));
            if let Some((_, more)) = why
                .and_then(|why| why.split_once(','))
                .filter(|(_, more)| more.split(['.', '=']).next().is_some_and(is_day))
            {
                let message = format!("`{}` is taken for a part of the reason", more.trim());
                return Err(Error::new(Code::DateInvalid, message).in_file("--blocked").with_help(FORM));
            }
            let (from, to) = days.split_once("..").map_or((days, None), |(from, to)| (from, Some(to)));
            vec![BlockedDays { from: from.to_owned(), to: to.map(str::to_owned), why: why.map(str::to_owned) }]
        };
        Ok(Blocked { given, is_file, days })
    }

    /// A mistake in the request, at the place where it was given.
    fn told(error: Error, all: &[Blocked<'_>]) -> Error {
        let place = error.path().strip_prefix("$.blocked[").and_then(|rest| rest.split_once(']'));
        let Some((Ok(mut place), field)) = place.map(|(place, field)| (place.parse::<usize>(), field.to_owned()))
        else {
            // Any other field of the request is an option of its own.
            return match error.path().strip_prefix("$.").filter(|field| !field.contains(['.', '['])) {
                Some(field) => {
                    let option = format!("--{}", field.replace('_', "-"));
                    error.at(String::new()).in_file(&option)
                }
                None => error,
            };
        };
        for given in all {
            if place < given.days.len() {
                let path = if given.is_file { format!("$[{place}]{field}") } else { String::new() };
                let error = error.at(path).in_file(if given.is_file { io::named(given.given) } else { "--blocked" });
                return if given.is_file { error } else { error.with_help(FORM) };
            }
            place -= given.days.len();
        }
        error
    }
}

fn is_day(text: &str) -> bool {
    text.trim().parse::<Date>().is_ok()
}
