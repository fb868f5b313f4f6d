//! The packages for other languages: built, and tested as their users get them.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{Done, root, run};

/// Where the packages are put.
pub(crate) fn folder() -> PathBuf {
    root().join("target/packages")
}

/// Builds the wheel and the npm tarball.
pub(crate) fn package() -> Done {
    wheel()?;
    tarball()?;
    let list = std::fs::read_dir(folder()).map_err(|e| format!("{}: {e}", folder().display()))?;
    for file in list.flatten().filter(|f| f.path().is_file()) {
        println!("target/packages/{}", file.file_name().to_string_lossy());
    }
    Ok(())
}

/// Installs the packages where nothing of the source is in reach, and runs their tests.
pub(crate) fn test() -> Done {
    package()?;
    python_tests()?;
    python_tests_apart("acro")?;
    spark_tests()?;
    npm_tests()?;
    same_answers()
}

/// What the packages cost their users.
pub(crate) fn bench() -> Done {
    package()?;
    run(Command::new(installed()?.join("python")).arg("bench.py").current_dir(python()))?;
    chromium()?;
    run(Command::new("node").arg("bench.mjs").current_dir(npm()))
}

/// The columns beside a pass that only reads them, and beside other libraries, on one thread and on two.
pub(crate) fn bench_columns() -> Done {
    let columns = ["--package", "raakvlak-bench", "--no-default-features", "--features", "columns", "--bin", "columns"];
    crate::cargo(&[&["run", "--release", "--locked"], columns.as_slice()].concat())?;
    let folder = root().join("crates/raakvlak-bench");
    let bin = environment_with(&root().join("target/bench/venv"), &folder.join("requirements.txt"))?;
    for threads in ["1", "2"] {
        let mut peers = Command::new(bin.join("python"));
        peers.arg(folder.join("peers.py")).arg(env!("CARGO")).args(["run", "--quiet", "--release", "--locked"]);
        run(peers.args(columns).arg("--").env("BENCH_THREADS", threads).current_dir(root()))?;
    }
    Ok(())
}

fn python() -> PathBuf {
    root().join("bindings/python")
}

fn npm() -> PathBuf {
    root().join("bindings/wasm")
}

/// A virtual environment with what building and testing the wheel needs.
fn environment() -> Result<PathBuf, String> {
    environment_with(&root().join("target/python/venv"), &python().join("requirements-test.txt"))
}

/// A virtual environment with what a list of packages names.
fn environment_with(folder: &Path, wanted: &Path) -> Result<PathBuf, String> {
    let bin = folder.join("bin");
    let stamp = folder.join("requirements.txt");
    let text = std::fs::read_to_string(wanted).map_err(|e| format!("{}: {e}", wanted.display()))?;
    if std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == text) {
        return Ok(bin);
    }
    if run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(folder)).is_err() {
        install("python3-venv")?;
        run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(folder))?;
    }
    let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r"];
    run(Command::new(bin.join("python")).args(pip).arg(wanted))?;
    std::fs::write(&stamp, text).map_err(|e| format!("{}: {e}", stamp.display()))?;
    Ok(bin)
}

fn wheel() -> Done {
    let bin = environment()?;
    clear(&folder(), "whl")?;
    run(Command::new(bin.join("maturin"))
        .args(["build", "--quiet", "--release", "--locked", "--out"])
        .arg(folder())
        .current_dir(python()))
}

/// The environment with the wheel that was built in it.
fn installed() -> Result<PathBuf, String> {
    with_wheel(environment()?)
}

fn with_wheel(bin: PathBuf) -> Result<PathBuf, String> {
    let wheel = newest(&folder(), "whl")?;
    let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--force-reinstall", "--no-deps"];
    run(Command::new(bin.join("python")).args(pip).arg(wheel))?;
    Ok(bin)
}

fn python_tests() -> Done {
    run(Command::new(installed()?.join("python")).args(["-m", "pytest", "-q", "tests"]).current_dir(python()))
}

/// The tests over a cluster, which needs Java.
fn spark_tests() -> Done {
    if Command::new("java").arg("-version").output().is_err() {
        install("openjdk-17-jre-headless")?;
    }
    python_tests_apart("spark")
}

/// Tests beside a library that does not go with the newest of the others: in an environment of their own.
fn python_tests_apart(name: &str) -> Done {
    let folder = root().join("target/python").join(name);
    let bin = with_wheel(environment_with(&folder, &python().join(format!("requirements-{name}.txt")))?)?;
    let tests = format!("tests/{name}");
    run(Command::new(bin.join("python")).args(["-m", "pytest", "-q", &tests]).current_dir(python()))
}

fn tarball() -> Done {
    run(Command::new("rustup").args(["target", "add", "wasm32-unknown-unknown"]))?;
    node_modules()?;
    clear(&folder(), "tgz")?;
    crate::cargo(&["run", "--quiet", "--locked", "--package", "raakvlak-wasm-build"])
}

fn npm_tests() -> Done {
    chromium()?;
    run(Command::new("npm").args(["test", "--silent"]).current_dir(npm()))
}

fn chromium() -> Done {
    if Command::new("chromium").arg("--version").output().is_ok() { Ok(()) } else { install("chromium") }
}

/// How many cases made at random are compared in a run.
const RANDOM_CASES: &str = "2000";

/// Cases made at random, answered in Rust, Python and Node: the same bytes.
fn same_answers() -> Done {
    let folder = root().join("target/random-cases");
    std::fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let clock = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    let seed = std::env::var("RAAKVLAK_SEED").unwrap_or_else(|_| clock.as_secs().to_string());
    println!("{RANDOM_CASES} cases made at random, seed {seed} (RAAKVLAK_SEED={seed} makes them again)");
    let made = |args: &[&str], name: &str| {
        let mut command = Command::new(env!("CARGO"));
        command.args(["run", "--quiet", "--locked", "--bin", "random-cases", "--"]);
        written(command.args([&seed, RANDOM_CASES]).args(args).current_dir(root()), None, &folder.join(name))
    };
    let cases = made(&[], "cases.jsonl")?;
    let rust = made(&["--answers"], "rust.jsonl")?;
    let mut in_python = Command::new(environment()?.join("python"));
    in_python.arg("tests/answer_cases.py").current_dir(python());
    let mut in_node = Command::new("node");
    in_node.arg("test/answer-cases.mjs").current_dir(npm());
    for (name, command) in [("python", &mut in_python), ("node", &mut in_node)] {
        let other = written(command, Some(&cases), &folder.join(format!("{name}.jsonl")))?;
        same_lines(&rust, &other)?;
    }
    Ok(())
}

/// Runs a command from one file into another.
fn written(command: &mut Command, from: Option<&Path>, to: &Path) -> Result<PathBuf, String> {
    let open = |e| format!("{}: {e}", to.display());
    if let Some(from) = from {
        command.stdin(std::fs::File::open(from).map_err(|e| format!("{}: {e}", from.display()))?);
    }
    run(command.stdout(std::fs::File::create(to).map_err(open)?))?;
    Ok(to.to_owned())
}

/// Refuses two files of lines that are not the same, and names the first line that differs.
fn same_lines(one: &Path, other: &Path) -> Done {
    let read = |path: &Path| std::fs::read(path).map_err(|e| format!("{}: {e}", path.display()));
    let (a, b) = (read(one)?, read(other)?);
    if a == b {
        return Ok(());
    }
    let line = (1..).zip(a.split(|c| *c == b'\n').zip(b.split(|c| *c == b'\n'))).find(|(_, (a, b))| a != b);
    let number = line.map_or(0, |(number, _)| number);
    Err(format!("{} and {} differ in line {number}", one.display(), other.display()))
}

/// What building and testing the npm package needs, as its lock file says.
fn node_modules() -> Done {
    let (lock, stamp) = (npm().join("package-lock.json"), npm().join("node_modules/.package-lock.stamp"));
    let text = std::fs::read_to_string(&lock).map_err(|e| format!("{}: {e}", lock.display()))?;
    if std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == text) {
        return Ok(());
    }
    run(Command::new("npm")
        .args(["ci", "--silent", "--ignore-scripts", "--no-audit", "--no-fund"])
        .current_dir(npm()))?;
    std::fs::write(&stamp, text).map_err(|e| format!("{}: {e}", stamp.display()))
}

/// A package of the system, where that can be installed.
fn install(package: &str) -> Done {
    let apt = |args: &[&str]| run(Command::new("apt-get").args(args).env("DEBIAN_FRONTEND", "noninteractive"));
    apt(&["update", "-qq"])
        .and_then(|()| apt(&["install", "-y", "-qq", "--no-install-recommends", package]))
        .map_err(|e| format!("install {package} first: {e}"))
}

fn files(folder: &Path, extension: &str) -> impl Iterator<Item = PathBuf> + use<> {
    let extension = extension.to_owned();
    let list = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|f| f.path());
    list.filter(move |path| path.extension().is_some_and(|e| *e == *extension))
}

/// Removes what an earlier build left.
fn clear(folder: &Path, extension: &str) -> Done {
    std::fs::create_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    for path in files(folder, extension) {
        std::fs::remove_file(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    }
    Ok(())
}

fn newest(folder: &Path, extension: &str) -> Result<PathBuf, String> {
    files(folder, extension).next().ok_or_else(|| format!("no .{extension} in {}", folder.display()))
}
