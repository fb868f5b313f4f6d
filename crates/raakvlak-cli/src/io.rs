//! Files and standard streams. A file is written whole or not at all.

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, ErrorKind, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};

use raakvlak::Error;
use raakvlak::boundary::ErrorDocument;
use raakvlak::error::Code;

/// What a message calls a file.
pub(crate) fn named(path: &str) -> &str {
    if path == "-" { "standard input" } else { path }
}

/// Reads a file; `-` is standard input.
pub(crate) fn read(path: &str) -> Result<String, Error> {
    let mut bytes = Vec::new();
    let read = if path == "-" {
        std::io::stdin().lock().read_to_end(&mut bytes)
    } else {
        File::open(path).and_then(|mut file| file.read_to_end(&mut bytes))
    };
    read.map_err(|e| unreadable(named(path), &e))?;
    text_in(bytes, named(path))
}

/// Reads a document; a mistake in it names the file.
pub(crate) fn read_as<T>(path: &str, from_json: impl FnOnce(&str) -> Result<T, Error>) -> Result<T, Error> {
    from_json(&read(path)?).map_err(|e| e.in_file(named(path)))
}

/// Reads a file that will be written anew: its text, and what has to be there still by then.
pub(crate) fn read_to_edit(path: &Path) -> Result<(String, Before), Error> {
    let named = named(&path.display().to_string()).to_owned();
    let unfit = |why: &str| Err::<(String, Before), Error>(Error::new(Code::FileUnwritable, format!("{named} {why}")));
    if path.as_os_str() == "-" || is_stream(path) {
        return unfit("is no file that can be written anew")
            .map_err(|e| e.with_help("name a file, or ask with --dry-run"));
    }
    if path.metadata().is_ok_and(|there| there.permissions().readonly()) {
        return unfit("may only be read");
    }
    let bytes = std::fs::read(path).map_err(|e| unreadable(&named, &e))?;
    Ok((text_in(bytes.clone(), &named)?, Before::Bytes(bytes)))
}

fn text_in(bytes: Vec<u8>, named: &str) -> Result<String, Error> {
    let text =
        String::from_utf8(bytes).map_err(|_| Error::new(Code::FileUnreadable, format!("{named} is not UTF-8 text")))?;
    // A byte order mark is no part of the text.
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

pub(crate) fn unreadable(named: &str, e: &std::io::Error) -> Error {
    Error::new(Code::FileUnreadable, format!("{named} cannot be read: {e}"))
}

/// Whether standard output may be coloured.
pub(crate) fn coloured() -> bool {
    std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty())
}

/// Writes to a file, or to standard output.
pub(crate) fn write(text: &str, path: Option<&Path>) -> Result<(), Error> {
    write_with(path, |out| Ok(out.write_all(text.as_bytes())?))
}

/// Writes to a file that is not there yet.
pub(crate) fn write_new(text: &str, path: &Path) -> Result<(), Error> {
    Whole::over(path, Before::Nothing)?.with(text)?.place()
}

/// Reads a document a line and writes an answer a line, in order and in constant memory. A
/// line that cannot be answered gets an error with its number; the rest goes on. Whoever
/// writes a line and waits gets its answer: what has come in is answered at once.
pub(crate) fn each_line<T: serde::Serialize>(
    path: &str,
    output: Option<&Path>,
    answer: impl Fn(&str) -> Result<T, Error> + Sync,
) -> Result<(), Error> {
    let unreadable = |e| unreadable(named(path), &e);
    let from: Box<dyn Read> = match path {
        "-" => Box::new(std::io::stdin().lock()),
        _ => Box::new(File::open(path).map_err(unreadable)?),
    };
    let mut from = BufReader::with_capacity(1 << 16, from);
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let (mut number, mut unanswered) = (0, 0);
    write_with(output, |out| {
        loop {
            let lines = lines_at_hand(&mut from).map_err(|e| Stop::Reading(unreadable(e)))?;
            if lines.is_empty() {
                return Ok(());
            }
            let share = lines.len().div_ceil(threads);
            let numbered: Vec<(u64, &Vec<u8>)> = (number + 1..).zip(&lines).collect();
            let answered = std::thread::scope(|scope| {
                let shares = numbered.chunks(share).map(|lines| scope.spawn(|| answer_lines(lines, &answer)));
                let shares: Vec<_> = shares.collect();
                shares
                    .into_iter()
                    .map(|s| s.join().unwrap_or_else(|e| std::panic::resume_unwind(e)))
                    .collect::<Vec<_>>()
            });
            number += lines.len() as u64;
            for share in answered {
                let (text, without) = share?;
                unanswered += without;
                out.write_all(&text)?;
            }
            out.flush()?;
        }
    })?;
    if unanswered == 0 {
        return Ok(());
    }
    Err(Error::new(Code::LinesUnanswered, format!("{unanswered} of {number} lines could not be answered"))
        .with_help("each has an error in its place, with the number of the line"))
}

/// The next line, and those after it that are there already.
fn lines_at_hand(from: &mut BufReader<Box<dyn Read>>) -> std::io::Result<Vec<Vec<u8>>> {
    let mut lines = Vec::new();
    loop {
        let mut line = Vec::new();
        if from.read_until(b'\n', &mut line)? > 0 {
            lines.push(line);
        }
        if !from.buffer().contains(&b'\n') {
            return Ok(lines);
        }
    }
}

/// The answers to some lines, and how many of these are errors.
fn answer_lines<T: serde::Serialize>(
    lines: &[(u64, &Vec<u8>)],
    answer: &impl Fn(&str) -> Result<T, Error>,
) -> std::io::Result<(Vec<u8>, u64)> {
    let (mut text, mut unanswered) = (Vec::new(), 0);
    for (number, line) in lines {
        match text_of(line, *number).and_then(answer) {
            Ok(answer) => serde_json::to_writer(&mut text, &answer)?,
            Err(error) => {
                unanswered += 1;
                let error = ErrorDocument { line: Some(*number), ..ErrorDocument::from(&error) };
                serde_json::to_writer(&mut text, &error)?;
            }
        }
        text.push(b'\n');
    }
    Ok((text, unanswered))
}

fn text_of(line: &[u8], number: u64) -> Result<&str, Error> {
    let text = std::str::from_utf8(line).map_err(|_| Error::new(Code::FileUnreadable, "this is not UTF-8 text"))?;
    // A byte order mark is no part of the text.
    Ok(if number == 1 { text.strip_prefix('\u{feff}').unwrap_or(text) } else { text })
}

/// Why writing stopped.
pub(crate) enum Stop {
    Reading(Error),
    Writing(std::io::Error),
}

impl From<std::io::Error> for Stop {
    fn from(e: std::io::Error) -> Self {
        Stop::Writing(e)
    }
}

/// Lets standard output be written, or a file.
pub(crate) fn write_with(
    path: Option<&Path>,
    writing: impl FnOnce(&mut (dyn Write + Send)) -> Result<(), Stop>,
) -> Result<(), Error> {
    let Some(path) = path else {
        let mut out = BufWriter::new(std::io::stdout());
        return match writing(&mut out).and_then(|()| Ok(out.flush()?)) {
            Ok(()) => Ok(()),
            // Whoever reads along has seen enough.
            Err(Stop::Writing(e)) if e.kind() == ErrorKind::BrokenPipe => Ok(()),
            Err(Stop::Writing(e)) => {
                Err(Error::new(Code::FileUnwritable, format!("standard output cannot be written: {e}")))
            }
            Err(Stop::Reading(e)) => Err(e),
        };
    };
    let mut file = Whole::create(path)?;
    writing(&mut file).map_err(|stop| match stop {
        Stop::Reading(e) => e,
        Stop::Writing(e) => unwritable(path, &e),
    })?;
    file.place()
}

fn unwritable(path: &Path, e: &std::io::Error) -> Error {
    Error::new(Code::FileUnwritable, format!("{} cannot be written: {e}", path.display()))
}

/// Whether it is there and is no file on a disk, such as a pipe: what it held cannot be lost.
pub(crate) fn is_stream(path: &Path) -> bool {
    path.metadata().is_ok_and(|there| !there.is_file())
}

/// What has to be there when a file takes its place.
pub(crate) enum Before {
    /// Whatever is there is written over.
    Anything,
    /// Nothing is there.
    Nothing,
    /// What was read is there still.
    Bytes(Vec<u8>),
}

impl Before {
    /// Refuses what is there otherwise.
    pub(crate) fn check(&self, path: &Path) -> Result<(), Error> {
        let named = path.display();
        let nothing = || path.symlink_metadata().is_err_and(|e| e.kind() == ErrorKind::NotFound);
        match self {
            Before::Anything => Ok(()),
            Before::Nothing if nothing() || is_stream(path) => Ok(()),
            Before::Nothing => Err(Error::new(Code::FileExists, format!("{named} is there already"))
                .with_help("name another file, or write over it with --force")),
            Before::Bytes(bytes) if std::fs::read(path).is_ok_and(|now| now == *bytes) => Ok(()),
            Before::Bytes(_) => {
                let message = format!("{named} was changed by someone else meanwhile, and is left as they made it");
                Err(Error::new(Code::FileChanged, message).with_help("see what they changed, and do this again"))
            }
        }
    }
}

/// A file that is written beside the one that is meant, and takes its place when it is whole.
/// Until then, and when something goes wrong, the one that was there stays as it was.
pub(crate) struct Whole {
    path: PathBuf,
    /// None for what is no file on a disk, such as a pipe: that cannot be replaced.
    beside: Option<PathBuf>,
    before: Before,
    file: BufWriter<File>,
}

impl Whole {
    pub(crate) fn create(path: &Path) -> Result<Whole, Error> {
        Whole::over(path, Before::Anything)
    }

    /// A file that takes the place of what was there before, and of nothing else.
    pub(crate) fn over(path: &Path, before: Before) -> Result<Whole, Error> {
        let wrong = |e| unwritable(path, &e);
        // A link stays a link.
        let path = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        if is_stream(&path) {
            let file = File::options().write(true).open(&path).map_err(wrong)?;
            return Ok(Whole { path, beside: None, before: Before::Anything, file: BufWriter::new(file) });
        }
        before.check(&path)?;
        let mut beside = path.as_os_str().to_owned();
        let file = if matches!(before, Before::Anything) {
            beside.push(format!(".{}.part", std::process::id()));
            File::create(&beside).map_err(wrong)?
        } else {
            // One name for everyone, and one at a time: what is there is not changed between the last look and the
            // change of names, which also gives the name free.
            beside.push(".part");
            File::create_new(&beside).map_err(|e| busy(&path, Path::new(&beside), &e))?
        };
        let whole = Whole { path: path.clone(), beside: Some(beside.into()), before, file: BufWriter::new(file) };
        // Whoever may not read the old one may not read the new one.
        if let Ok(there) = path.metadata() {
            whole.file.get_ref().set_permissions(there.permissions()).map_err(wrong)?;
        }
        Ok(whole)
    }

    /// The file with a text in it.
    pub(crate) fn with(mut self, text: &str) -> Result<Whole, Error> {
        self.file.write_all(text.as_bytes()).map_err(|e| unwritable(&self.path, &e))?;
        Ok(self)
    }

    /// On the disk, and with a place to go to.
    pub(crate) fn ready(&mut self) -> Result<(), Error> {
        let written = self.file.flush().and_then(|()| match &self.beside {
            Some(_) => self.file.get_ref().sync_all(),
            None => Ok(()),
        });
        written.map_err(|e| unwritable(&self.path, &e))?;
        self.before.check(&self.path)
    }

    /// Puts the file in its place.
    pub(crate) fn place(mut self) -> Result<(), Error> {
        // On the disk before it has the name: no crash leaves half of it.
        self.ready()?;
        if let Some(beside) = &self.beside {
            std::fs::rename(beside, &self.path).map_err(|e| unwritable(&self.path, &e))?;
        }
        self.beside = None;
        Ok(())
    }
}

fn busy(path: &Path, beside: &Path, e: &std::io::Error) -> Error {
    if e.kind() != ErrorKind::AlreadyExists {
        return unwritable(path, e);
    }
    Error::new(Code::FileBusy, format!("{} is being written by someone else", path.display())).with_help(format!(
        "do this again in a moment; where nobody is, a command was broken off: take away {}",
        beside.display()
    ))
}

impl Write for Whole {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.file.flush()
    }
}

impl Drop for Whole {
    fn drop(&mut self) {
        if let Some(beside) = &self.beside {
            let _ = std::fs::remove_file(beside);
        }
    }
}
