//! Files and standard streams. A file is written whole or not at all.

use std::io::{ErrorKind, IsTerminal, Read, Write};
use std::path::Path;

use raakvlak::Error;
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
        std::fs::File::open(path).and_then(|mut file| file.read_to_end(&mut bytes))
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
    let Some(path) = path else {
        let mut out = std::io::stdout().lock();
        return match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            // Whoever reads along has seen enough.
            Err(e) if e.kind() == ErrorKind::BrokenPipe => Ok(()),
            Err(e) => Err(Error::new(Code::FileUnwritable, format!("standard output cannot be written: {e}"))),
            Ok(()) => Ok(()),
        };
    };
    let failed = |e| Error::new(Code::FileUnwritable, format!("{} cannot be written: {e}", path.display()));
    let mut beside = path.as_os_str().to_owned();
    beside.push(format!(".{}.part", std::process::id()));
    std::fs::write(&beside, text).and_then(|()| std::fs::rename(&beside, path)).map_err(|e| {
        let _ = std::fs::remove_file(&beside);
        failed(e)
    })
}
