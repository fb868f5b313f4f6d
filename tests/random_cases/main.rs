//! Random cases for comparing the languages: one a line, or with `--answers` what Rust answers.

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use raakvlak_tests::random_cases::lines;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (numbers, options): (Vec<&str>, Vec<&str>) =
        arguments.iter().map(String::as_str).partition(|a| !a.starts_with('-'));
    let read = match (&numbers[..], &options[..]) {
        ([seed, count], [] | ["--answers"]) => seed.parse().ok().zip(count.parse().ok()),
        _ => None,
    };
    let Some((seed, count)) = read else {
        eprintln!("usage: random-cases SEED COUNT [--answers]");
        return ExitCode::from(2);
    };
    eprintln!("seed {seed}, {count} cases");
    match write(seed, count, !options.is_empty()) {
        // A reader that has seen enough is no mistake.
        Err(e) if e.kind() != io::ErrorKind::BrokenPipe => {
            eprintln!("{e}");
            ExitCode::FAILURE
        }
        _ => ExitCode::SUCCESS,
    }
}

fn write(seed: u64, count: usize, answers: bool) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for line in lines(seed).take(count) {
        let text = if answers {
            line.answer()
        } else {
            // Some readers of lines, such as Node's, end one here too.
            serde_json::to_string(&line)?.replace('\u{2028}', "\\u2028")
        };
        writeln!(out, "{text}")?;
    }
    out.flush()
}
