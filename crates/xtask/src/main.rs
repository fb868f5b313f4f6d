//! The project's commands: glue only.

mod bake;
mod packages;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

const USAGE: &str = "usage: cargo xtask <command>

  demo            build the command, run it on the example case, write the reports as HTML
  test            run every test, also of the packages
  package         build the wheel and the npm package into target/packages
  bake [--check]  check the knowledge and bake it into the library
  docs [--check]  write schemas, example reports and tables into docs
  bench           measure, beside another rule engine
  bench columns   measure rules and answers over Arrow columns, beside other libraries";

pub(crate) type Done = Result<(), String>;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["demo"] => demo(),
        ["test"] => test(),
        ["package"] => packages::package(),
        ["bake"] => bake_knowledge(false),
        ["bake", "--check"] => bake_knowledge(true),
        ["docs"] => docs(false),
        ["docs", "--check"] => docs(true),
        ["bench"] => {
            cargo(&["run", "--release", "--locked", "--package", "raakvlak-bench"]).and_then(|()| packages::bench())
        }
        ["bench", "columns"] => packages::bench_columns(),
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
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).map_or_else(PathBuf::new, Path::to_path_buf)
}

pub(crate) fn cargo(args: &[&str]) -> Done {
    run(Command::new(env!("CARGO")).args(args).current_dir(root()))
}

pub(crate) fn run(command: &mut Command) -> Done {
    let status = command.status().map_err(|e| format!("{command:?}: {e}"))?;
    if status.success() { Ok(()) } else { Err(format!("failed: {command:?}")) }
}

/// The command, built.
fn raakvlak(profile: &str) -> Result<PathBuf, String> {
    let build = ["build", "--quiet", "--locked", "--profile", profile, "--bin", "raakvlak"];
    // With what the tests build: on its own it would be built once more, with fewer features of what it stands on.
    let alone: &[&str] = if profile == "dev" { &[] } else { &["--package", "raakvlak-cli"] };
    cargo(&[&build, alone].concat())?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    let folder = if profile == "dev" { "debug" } else { profile };
    Ok(target.join(folder).join(format!("raakvlak{}", std::env::consts::EXE_SUFFIX)))
}

fn demo() -> Done {
    println!("Building the command raakvlak …");
    let command = raakvlak("release")?;
    let case = root().join("examples/appendix-1.json");
    let out = root().join("target/demo");
    std::fs::create_dir_all(&out).map_err(|e| format!("{}: {e}", out.display()))?;
    run(Command::new(&command).arg("advise").arg(&case))?;
    println!();
    let talk = root().join("examples/explaining-the-system.json");
    let network = root().join("examples/networks/rotterdam.json");
    let pages: [(&str, &Path, &[&str]); 6] = [
        ("advice", &case, &["advise"]),
        ("worksheet", &case, &["casework"]),
        ("houses", &talk, &["houses"]),
        ("for-parents", &talk, &["houses", "--for", "parents"]),
        ("network", &network, &["network", "review", "--force"]),
        ("wall", &network, &["network", "report", "--for", "wall", "--force"]),
    ];
    for (name, case, job) in pages {
        for lang in ["nl", "en"] {
            let path = out.join(format!("{name}.{lang}.html"));
            run(Command::new(&command)
                .args(job)
                .arg(case)
                .args(["--lang", lang, "--format", "html", "-o"])
                .arg(&path))?;
            let of = case.file_name().unwrap_or_default().to_string_lossy();
            println!("written, of {of}: {}", path.strip_prefix(root()).unwrap_or(&path).display());
        }
    }
    Ok(())
}

fn test() -> Done {
    cargo(&["test", "--locked"])?;
    // Each language alone, neither, and the schemas without the command.
    for features in ["", "nl", "en", "toml", "catalogue", "schema"] {
        cargo(&["check", "--locked", "--quiet", "-p", "raakvlak", "--no-default-features", "--features", features])?;
    }
    docs(true)?;
    packages::test()
}

fn bake_knowledge(check: bool) -> Done {
    let core = root().join("crates/raakvlak");
    let baked = bake::bake(&core.join("knowledge")).map_err(|faults| faults.join("\n"))?;
    for (name, text) in baked {
        keep(&core.join("src/knowledge").join(name), &text, check, "cargo xtask bake")?;
    }
    Ok(())
}

const SCHEMAS: &[&str] = &[
    "case",
    "advice",
    "casework",
    "house-plan",
    "why",
    "comparison",
    "answers",
    "checklist",
    "rules",
    "texts",
    "error",
    "knowledge",
    "observations",
    "scores",
    "scores-comparison",
    "survey",
    "network",
    "review",
    "schedule",
    "schedule-plan",
    "vote-result",
    "network-report",
    "cooperation",
    "district-team",
    "vision",
    "vision-document",
    "facts",
];

const EXAMPLES: &[&str] = &["appendix-1", "elderly-care", "almost-unknown", "explaining-the-system"];

const NETWORKS: &[&str] = &["hague-access", "hague-tailored", "rotterdam", "flemish"];

/// What decision tables are about: apart from cases, whose facets would fill a page from side to side.
const TABLES: &[&str] = &["houses", "organisation", "network", "cooperation", "district-team"];

/// Pictures beside the card, and what they are of.
const PICTURES: &[(&str, &str)] = &[
    ("phases", "examples/networks/rotterdam.json"),
    ("overlap", "examples/appendix-1.json"),
    ("ecogram", "examples/elderly-care.json"),
    ("lifeline", "examples/elderly-care.json"),
    ("pillars", ""),
    ("competences", ""),
    ("infographic", ""),
];

/// What is made from the code does not change with the day.
const DAY: &str = "2026-12-01";

/// What stands in docs and is made from the code.
fn docs(check: bool) -> Done {
    let command = raakvlak("dev")?;
    let docs = root().join("docs");
    let mut made: Vec<(PathBuf, Vec<String>)> = Vec::new();
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    for name in SCHEMAS {
        made.push((docs.join(format!("schemas/raakvlak.{name}.v1.json")), words(&format!("schema {name}"))));
    }
    for lang in ["nl", "en"] {
        for example in EXAMPLES {
            for (job, name) in [("advise", "advice"), ("casework", "worksheet"), ("houses", "houses")] {
                made.push((
                    docs.join(format!("reports/{example}.{name}.{lang}.md")),
                    words(&format!("{job} examples/{example}.json --lang {lang} --format markdown")),
                ));
            }
        }
        for network in NETWORKS {
            for (job, name) in [("review", "review"), ("report --for participants", "report")] {
                let args = format!("network {job} examples/networks/{network}.json --lang {lang} --format markdown");
                made.push((docs.join(format!("reports/{network}.{name}.{lang}.md")), words(&args)));
            }
        }
        for (job, of) in [("cooperation", "cooperation"), ("team", "district-team"), ("vision", "vision")] {
            let args = format!("{job} examples/{of}.json --lang {lang} --format markdown");
            made.push((docs.join(format!("reports/{of}.{lang}.md")), words(&args)));
        }
        for (name, of) in PICTURES {
            let args = format!("picture {name} {of} --on {DAY} --lang {lang}");
            made.push((docs.join(format!("pictures/{name}.{lang}.svg")), words(&args)));
        }
        for about in TABLES {
            made.push((
                docs.join(format!("decision-tables.{about}.{lang}.md")),
                words(&format!("rules --about {about} --lang {lang} --format markdown")),
            ));
        }
        for (name, show) in [("houses", "all"), ("houses.plan", "plan"), ("houses.told", "told")] {
            made.push((
                docs.join(format!("pictures/{name}.{lang}.svg")),
                words(&format!("houses examples/explaining-the-system.json --show {show} --lang {lang} --format svg")),
            ));
        }
        for (about, name) in [
            ("case", "observations"),
            ("network", "observations.network"),
            ("cooperation", "observations.cooperation"),
            ("district-team", "observations.district-team"),
        ] {
            made.push((
                docs.join(format!("{name}.{lang}.md")),
                words(&format!("observations --about {about} --lang {lang} --format markdown")),
            ));
        }
    }
    made.push((docs.join("errors.md"), words("errors --lang en --format markdown")));
    for (path, args) in made {
        let output = Command::new(&command)
            .args(&args)
            .current_dir(root())
            .output()
            .map_err(|e| format!("{}: {e}", command.display()))?;
        if !output.status.success() {
            return Err(format!("raakvlak {}: {}", args.join(" "), String::from_utf8_lossy(&output.stderr)));
        }
        keep(&path, &String::from_utf8_lossy(&output.stdout), check, "cargo xtask docs")?;
    }
    Ok(())
}

/// Writes a file that is made from others, or with `check` fails when it is not the same.
fn keep(path: &Path, text: &str, check: bool, made_by: &str) -> Done {
    if std::fs::read_to_string(path).is_ok_and(|old| old == text) {
        return Ok(());
    }
    if check {
        let shown = path.strip_prefix(root()).unwrap_or(path).display().to_string();
        return Err(format!("{shown} is stale: run `{made_by}`"));
    }
    let failed = |e| format!("{}: {e}", path.display());
    path.parent().map_or(Ok(()), std::fs::create_dir_all).map_err(failed)?;
    std::fs::write(path, text).map_err(failed)
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_is_baked_is_not_stale() {
        assert_eq!(super::bake_knowledge(true), Ok(()));
    }
}
