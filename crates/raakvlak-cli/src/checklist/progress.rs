//! How far long work is, for who looks at it on a terminal.

use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

/// Nothing is shown of work that is done before that.
const PATIENCE: Duration = Duration::from_secs(1);
const EVERY: Duration = Duration::from_millis(200);
const WIDTH: usize = 30;

/// A bar on standard error; nothing where that is no terminal.
pub(crate) struct Progress {
    started: Instant,
    shown: Option<Instant>,
    terminal: bool,
    /// Of how many bytes; none where that is not known.
    all: Option<u64>,
}

impl Progress {
    pub(crate) fn of(all: Option<u64>) -> Progress {
        Progress { started: Instant::now(), shown: None, terminal: std::io::stderr().is_terminal(), all }
    }

    /// So many bytes and rows were read.
    pub(crate) fn at(&mut self, bytes: u64, rows: u64) {
        let now = Instant::now();
        let waits = self.shown.map_or(now < self.started + PATIENCE, |shown| now < shown + EVERY);
        if !self.terminal || waits {
            return;
        }
        self.shown = Some(now);
        let share = self.all.filter(|all| *all > 0).map(|all| (bytes as f64 / all as f64).min(1.0));
        let bar = share.map(|share| {
            let full = (share * WIDTH as f64) as usize;
            format!("{}{} {:>3} %  ", "█".repeat(full), "░".repeat(WIDTH - full), (share * 100.0) as u64)
        });
        let mut error = std::io::stderr().lock();
        let _ = write!(error, "\r\x1b[K{}{rows} rows", bar.unwrap_or_default()).and_then(|()| error.flush());
    }

    /// Makes room for something else.
    pub(crate) fn clear(&mut self) {
        if self.shown.is_some() {
            eprint!("\r\x1b[K");
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.clear();
    }
}
