//! `cargo xtask`: the project's own commands.
//!
//! One command each for reading the blog at home, building it, testing it, and getting the tools that these
//! need. Every command first makes sure of its tools, so a fresh clone needs nothing but Rust.

// A failing test may say so by a panic; a command may not.
#![cfg_attr(test, allow(clippy::unwrap_used))]

mod build;
mod cli;
mod look;
mod project;
mod report;
mod serve;
mod setup;
mod size;
mod test;
mod validate;

use std::process::ExitCode;

fn main() -> ExitCode {
    match cli::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
