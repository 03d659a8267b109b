//! `lectern import` as authors call it.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::check::{self, refuse};
use crate::press::import::{self, Existing, Options};

#[derive(Debug, Args)]
pub(super) struct ImportArgs {
    /// A Jekyll site, the folder with `_config.yml`, or a folder of posts
    #[arg(value_name = "DIR")]
    site: PathBuf,
    /// The Lectern project to bring it to
    #[arg(long, default_value = ".", value_name = "DIR")]
    into: PathBuf,
    /// Replace files that are there already and differ
    #[arg(long)]
    force: bool,
}

/// Brings the site over, tells what was done and what readers will see of it.
pub(super) fn run(args: ImportArgs) -> ExitCode {
    let existing = if args.force { Existing::Replace } else { Existing::Keep };
    let options = Options { site: args.site, project: args.into, existing };
    match import::import(&options) {
        Err(failure) => refuse(&failure),
        Ok(report) => {
            println!("{report}");
            check::report_on(options.project)
        }
    }
}
