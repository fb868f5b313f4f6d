//! Builds the npm package: the modules, their glue, the text packs, the types and the schemas.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use raakvlak::Texts;
use wasm_bindgen_cli_support::Bindgen;

/// What goes into the package as it stands: from, relative to the root of the repository, and to.
const FILES: &[(&str, &str)] = &[
    ("bindings/wasm/js/index.js", "index.js"),
    ("bindings/wasm/js/node.js", "node.js"),
    ("bindings/wasm/js/raakvlak.js", "raakvlak.js"),
    ("bindings/wasm/js/engine.js", "engine.js"),
    ("bindings/wasm/js/error.js", "error.js"),
    ("bindings/wasm/js/text.js", "text.js"),
    ("bindings/wasm/js/index.d.ts", "index.d.ts"),
    ("bindings/wasm/types/documents.d.ts", "documents.d.ts"),
    ("bindings/wasm/README.md", "README.md"),
    ("NOTICE", "NOTICE"),
    ("LICENSE-MIT", "LICENSE-MIT"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
];

/// Half a gigabyte, ten times the largest document that is tested: more is refused instead of taking the page down.
const MEMORY: &str = "-Clink-arg=--max-memory=536870912";

/// Where packages go unless another folder is given.
pub fn packages() -> PathBuf {
    root().join("target/packages")
}

/// Assembles the package in `npm/` of a folder, packs it there, and gives the tarball.
///
/// # Errors
/// What failed, in words.
pub fn build(out: &Path) -> Result<PathBuf, String> {
    let package = out.join("npm");
    if package.exists() {
        fs::remove_dir_all(&package).map_err(|e| failed(&package, &e))?;
    }
    for (from, to) in FILES {
        copy(&root().join(from), &package.join(to))?;
        if to.ends_with(".js") {
            strip(&package.join(to))?;
        }
    }
    let schemas = root().join("docs/schemas");
    for entry in fs::read_dir(&schemas).map_err(|e| failed(&schemas, &e))? {
        let entry = entry.map_err(|e| failed(&schemas, &e))?;
        copy(&entry.path(), &package.join("schemas").join(entry.file_name()))?;
    }
    // Dutch is in the module; a reader of another language fetches one file more.
    let english = serde_json::to_string(&Texts::en().to_pack()).map_err(|e| e.to_string())?;
    write(&package.join("texts/en.json"), &english)?;
    manifest(&package.join("package.json"))?;
    // Most pages need no more than the small one: it travels alone.
    // Side by side: the last part of compiling each has work for one processor only.
    let modules = std::thread::scope(|scope| {
        let build = |(name, features)| (name, scope.spawn(move || module(&format!("wasm-{name}"), features)));
        let build = [("small", ""), ("whole", "whole")].map(build);
        build.map(|(name, module)| (name, module.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))))
    });
    for (name, module) in modules {
        glue(&module?, &package.join("wasm"), name)?;
    }
    pack(&package, out)
}

/// A module, compiled, as wasm-bindgen takes it.
fn module(profile: &str, features: &str) -> Result<PathBuf, String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    run(Command::new(cargo).current_dir(root()).env("CARGO_ENCODED_RUSTFLAGS", flags()?).args([
        "build",
        "--quiet",
        "--locked",
        "--package=raakvlak-wasm",
        "--target=wasm32-unknown-unknown",
        "--profile",
        profile,
        "--features",
        features,
    ]))?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    Ok(target.join("wasm32-unknown-unknown").join(profile).join("raakvlak_wasm.wasm"))
}

/// Flags for the compiler. Messages of a module name no folder of the machine that built it.
fn flags() -> Result<String, String> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let mut places = vec![(root(), "raakvlak")];
    let sysroot = Command::new(rustc).args(["--print", "sysroot"]).output().map_err(|e| format!("rustc: {e}"))?;
    places.push((PathBuf::from(String::from_utf8_lossy(&sysroot.stdout).trim()), "rust"));
    let cargo = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    places.extend(cargo.or_else(|| Some(std::env::home_dir()?.join(".cargo"))).map(|home| (home, "cargo")));
    let remap = places.iter().map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()));
    Ok(remap.chain([MEMORY.to_owned()]).collect::<Vec<_>>().join("\u{1f}"))
}

fn glue(module: &Path, to: &Path, name: &str) -> Result<(), String> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(module)
        .out_name(name)
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        // Where the module is, is said by the two entries: a bundler would follow a second place too.
        .omit_default_module_path(true)
        // A module that ran out of memory is started afresh.
        .reset_state_function(true);
    bindgen.web(true).and_then(|b| b.generate(to)).map_err(|e| format!("wasm-bindgen: {e:#}"))?;
    strip(&to.join(format!("{name}.js")))
}

/// Takes the comments out of a file that a page may fetch as it is. What is said to users stands with the types.
fn strip(file: &Path) -> Result<(), String> {
    let text = fs::read_to_string(file).map_err(|e| failed(file, &e))?;
    let mut inside = false;
    let code: Vec<&str> = text
        .lines()
        .filter(|line| {
            let line = line.trim();
            inside = inside || line.starts_with("/*");
            let comment = inside || line.starts_with("//") || line.is_empty();
            inside = inside && !line.ends_with("*/");
            !comment
        })
        .collect();
    write(file, &(code.join("\n") + "\n"))
}

/// `package.json`, with the version of the workspace.
fn manifest(to: &Path) -> Result<(), String> {
    let from = root().join("bindings/wasm/js/package.json");
    let text = fs::read_to_string(&from).map_err(|e| failed(&from, &e))?;
    let version = concat!("\"version\": \"", env!("CARGO_PKG_VERSION"), "\"");
    if !text.contains("\"version\": \"0.0.0\"") {
        return Err(format!("{}: the version is filled in here and must read 0.0.0", from.display()));
    }
    write(to, &text.replace("\"version\": \"0.0.0\"", version))
}

fn pack(package: &Path, out: &Path) -> Result<PathBuf, String> {
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    run(Command::new(npm)
        .args(["pack", "--silent", "--ignore-scripts", "--pack-destination"])
        .arg(absolute(out)?)
        .current_dir(package))?;
    Ok(out.join(concat!("raakvlak-", env!("CARGO_PKG_VERSION"), ".tgz")))
}

/// The root of the repository.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(3).map_or_else(PathBuf::new, Path::to_path_buf)
}

fn absolute(path: &Path) -> Result<PathBuf, String> {
    std::path::absolute(path).map_err(|e| failed(path, &e))
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    write(to, &fs::read_to_string(from).map_err(|e| failed(from, &e))?)
}

fn write(to: &Path, text: &str) -> Result<(), String> {
    let folder = to.parent().unwrap_or(to);
    fs::create_dir_all(folder).and_then(|()| fs::write(to, text)).map_err(|e| failed(to, &e))
}

/// Runs a command; what it prints on standard output is not ours and is shown only on failure.
fn run(command: &mut Command) -> Result<(), String> {
    let output = command.output().map_err(|e| format!("{command:?}: {e}"))?;
    if output.status.success() {
        return Ok(());
    }
    let said = [output.stdout, output.stderr].concat();
    Err(format!("failed: {command:?}\n{}", String::from_utf8_lossy(&said)))
}

fn failed(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", path.display())
}
