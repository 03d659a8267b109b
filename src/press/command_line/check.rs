//! `lectern check` as authors call it.

use std::fmt;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use crate::press::check::report::{Places, Report};
use crate::press::check::{self, Articles, json};
use crate::press::old_urls::{self, OldUrlReport};

/// The exit code for a folder that is no blog, the same as for wrong arguments.
const WRONG_ARGUMENTS: u8 = 2;

/// Lost addresses of the old site that are named if not all are.
const FEW_URLS: usize = 10;

#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    /// A Jekyll site, a folder of posts or a Lectern project
    #[arg(default_value = ".", value_name = "DIR")]
    folder: PathBuf,
    /// The old site's sitemap.xml or feed.xml: tell which of its addresses are kept (may be given several times)
    #[arg(long, value_name = "FILE", conflicts_with = "json")]
    old: Vec<PathBuf>,
    /// Show every place of each problem, not only the first few
    #[arg(long)]
    all: bool,
    /// Print a JSON object for each post instead of the report
    #[arg(long)]
    json: bool,
}

/// Reports on a folder as without any flags.
pub(super) fn report_on(folder: PathBuf) -> ExitCode {
    run(CheckArgs { folder, old: Vec::new(), all: false, json: false })
}

pub(super) fn run(args: CheckArgs) -> ExitCode {
    // What is wrong with these is told before the long work.
    let old = args.old.iter().map(|file| Ok((file.display().to_string(), old_urls::read(file)?)));
    let old = match old.collect::<Result<Vec<_>, old_urls::OldUrlError>>() {
        Ok(old) => old,
        Err(error) => return refuse(&error),
    };
    let articles = if args.json { Articles::Html } else { Articles::Unwanted };
    let options = check::Options { folder: args.folder, now: jiff::Timestamp::now(), articles };
    let checked = match check::check(&options) {
        Ok(checked) => checked,
        Err(error) => return refuse(&error),
    };
    let mut output = BufWriter::new(io::stdout().lock());
    // Whoever reads may stop when they have seen enough, which is no failure.
    if args.json {
        let _ = json::write(&checked, output);
        return ExitCode::SUCCESS;
    }
    let (places, most) = if args.all { (Places::All, usize::MAX) } else { (Places::Few, FEW_URLS) };
    let kept = old.iter().map(|(file, urls)| (file, old_urls::kept(urls, &checked.pages, &checked.addresses)));
    let kept: Vec<_> = kept.collect();
    let old = kept.iter().map(|(file, kept)| OldUrlReport { file: (*file).clone(), kept, most });
    let report = Report::new(&checked, places, old.collect());
    let _ = write!(output, "{report}").and_then(|()| output.flush());
    if report.is_anything_lost() { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Tells why nothing was done.
pub(super) fn refuse(error: &dyn fmt::Display) -> ExitCode {
    eprintln!("error: {error}");
    ExitCode::from(WRONG_ARGUMENTS)
}
