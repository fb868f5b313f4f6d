//! Files and standard streams. A file is written whole or not at all.

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, ErrorKind, IsTerminal, Read, Write};
use std::path::Path;

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
    let named = named(path);
    read.map_err(|e| Error::new(Code::FileUnreadable, format!("{named} cannot be read: {e}")))?;
    // A byte order mark is no part of the text.
    let text =
        String::from_utf8(bytes).map_err(|_| Error::new(Code::FileUnreadable, format!("{named} is not UTF-8 text")))?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// Whether standard output may be coloured.
pub(crate) fn coloured() -> bool {
    std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty())
}

/// Writes to a file, or to standard output.
pub(crate) fn write(text: &str, path: Option<&Path>) -> Result<(), Error> {
    write_with(path, |out| Ok(out.write_all(text.as_bytes())?))
}

/// Reads a document a line and writes an answer a line, in order and in constant memory. A
/// line that cannot be answered gets an error with its number; the rest goes on.
pub(crate) fn each_line<T: serde::Serialize>(
    path: &str,
    output: Option<&Path>,
    answer: impl Fn(&str) -> Result<T, Error>,
) -> Result<(), Error> {
    let unreadable = |e| Error::new(Code::FileUnreadable, format!("{} cannot be read: {e}", named(path)));
    let mut from: Box<dyn BufRead> = match path {
        "-" => Box::new(std::io::stdin().lock()),
        _ => Box::new(BufReader::new(File::open(path).map_err(unreadable)?)),
    };
    let (mut number, mut unanswered) = (0, 0);
    write_with(output, |out| {
        let mut line = Vec::new();
        while from.read_until(b'\n', &mut line).map_err(|e| Stop::Reading(unreadable(e)))? > 0 {
            number += 1;
            let written = match text_of(&line, number).and_then(&answer) {
                Ok(answer) => serde_json::to_writer(&mut *out, &answer),
                Err(error) => {
                    unanswered += 1;
                    serde_json::to_writer(
                        &mut *out,
                        &ErrorDocument { line: Some(number), ..ErrorDocument::from(&error) },
                    )
                }
            };
            written.map_err(std::io::Error::from)?;
            out.write_all(b"\n")?;
            line.clear();
        }
        Ok(())
    })?;
    if unanswered == 0 {
        return Ok(());
    }
    Err(Error::new(Code::LinesUnanswered, format!("{unanswered} of {number} lines could not be answered"))
        .with_help("each has an error in its place, with the number of the line"))
}

fn text_of(line: &[u8], number: u64) -> Result<&str, Error> {
    let text = std::str::from_utf8(line).map_err(|_| Error::new(Code::FileUnreadable, "this is not UTF-8 text"))?;
    // A byte order mark is no part of the text.
    Ok(if number == 1 { text.strip_prefix('\u{feff}').unwrap_or(text) } else { text })
}

/// Why writing stopped.
enum Stop {
    Reading(Error),
    Writing(std::io::Error),
}

impl From<std::io::Error> for Stop {
    fn from(e: std::io::Error) -> Self {
        Stop::Writing(e)
    }
}

/// Lets standard output be written, or a file beside the one that is meant, which takes its
/// place when it is whole.
fn write_with(path: Option<&Path>, writing: impl FnOnce(&mut dyn Write) -> Result<(), Stop>) -> Result<(), Error> {
    let flushed = |out: &mut dyn Write| writing(out).and_then(|()| Ok(out.flush()?));
    let Some(path) = path else {
        return match flushed(&mut BufWriter::new(std::io::stdout().lock())) {
            Ok(()) => Ok(()),
            // Whoever reads along has seen enough.
            Err(Stop::Writing(e)) if e.kind() == ErrorKind::BrokenPipe => Ok(()),
            Err(Stop::Writing(e)) => {
                Err(Error::new(Code::FileUnwritable, format!("standard output cannot be written: {e}")))
            }
            Err(Stop::Reading(e)) => Err(e),
        };
    };
    let mut beside = path.as_os_str().to_owned();
    beside.push(format!(".{}.part", std::process::id()));
    let written = File::create(&beside)
        .map_err(Stop::Writing)
        .and_then(|file| flushed(&mut BufWriter::new(file)))
        .and_then(|()| Ok(std::fs::rename(&beside, path)?));
    written.map_err(|stop| {
        let _ = std::fs::remove_file(&beside);
        match stop {
            Stop::Reading(e) => e,
            Stop::Writing(e) => Error::new(Code::FileUnwritable, format!("{} cannot be written: {e}", path.display())),
        }
    })
}
