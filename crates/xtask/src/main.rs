//! The project's commands: `cargo xtask demo`, `test`, `bake`, `bench`, `schemas`.

mod bake;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

const USAGE: &str = "usage: cargo xtask <command>

  demo      build the command, run it on the example case, write the report as HTML
  test      run every test
  bake      check the knowledge and bake it into the library   [--check]
  docs      write schemas, example reports and tables into docs [--check]
  bench     measure, beside another rule engine";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let check = args.iter().any(|a| a == "--check");
    let done = match args.first().map(String::as_str) {
        Some("bake") => bake_knowledge(check),
        _ => Err(USAGE.to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

/// The root of the repository.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).map_or_else(PathBuf::new, Path::to_path_buf)
}

fn bake_knowledge(check: bool) -> Result<(), String> {
    let core = root().join("crates/raakvlak");
    let baked = bake::bake(&core.join("knowledge")).map_err(|faults| faults.join("\n"))?;
    for (name, text) in baked {
        write(&core.join("src/knowledge").join(name), &text, check, "cargo xtask bake")?;
    }
    Ok(())
}

/// Writes a generated file, or with `check` fails when it is not the same.
fn write(path: &Path, text: &str, check: bool, made_by: &str) -> Result<(), String> {
    let old = std::fs::read_to_string(path).unwrap_or_default();
    if old == text {
        return Ok(());
    }
    let shown = path.strip_prefix(root()).unwrap_or(path).display().to_string();
    if check {
        return Err(format!("{shown} is stale: run `{made_by}`"));
    }
    std::fs::write(path, text).map_err(|e| format!("{shown}: {e}"))
}
