//! `cargo run -p raakvlak-wasm-build [-- FOLDER]`: the npm package, under `target/packages` or FOLDER.

use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let out = std::env::args_os().nth(1).map_or_else(raakvlak_wasm_build::packages, PathBuf::from);
    match raakvlak_wasm_build::build(&out) {
        Ok(tarball) => {
            println!("{}", tarball.display());
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
