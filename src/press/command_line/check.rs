//! `lectern check` as authors call it.
//!
//! It ends with 0 if nothing stands in the way of publishing, with 1 if a text would be lost, if a link to another site
//! leads nowhere (`--external`) or if anything is wrong at all (`--strict`), and with 2 if the folder is no blog.

use std::fmt;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use crate::press::check::report::{Places, Report};
use crate::press::check::{self, Articles, Checked, json};
use crate::press::diagnostic::Problem;
use crate::press::external::pace::RealPace;
use crate::press::external::{self, Found, Kept, Limits, Proxies};
use crate::press::jekyll::layout::Layout;
use crate::press::old_urls::{self, OldUrlReport};

/// The exit code for a folder that is no blog, the same as for wrong arguments.
const WRONG_ARGUMENTS: u8 = 2;

/// Lost addresses of the old site that are named if not all are.
const FEW_URLS: usize = 10;

#[derive(Debug, Default, Args)]
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
    /// Ask other sites, too, whether links to them still lead somewhere
    #[arg(long)]
    external: bool,
    /// With `--external`: ask for every address, also for those that answered within the last week
    #[arg(long, requires = "external")]
    no_cache: bool,
    /// Fail if anything is wrong
    #[arg(long, env = "LECTERN_STRICT")]
    strict: bool,
}

/// Reports on a folder as without any flags.
pub(super) fn report_on(folder: PathBuf) -> ExitCode {
    run(CheckArgs { folder, ..CheckArgs::default() })
}

pub(super) fn run(args: CheckArgs) -> ExitCode {
    // What is wrong with these is told before the long work.
    let old = args.old.iter().map(|file| Ok((file.display().to_string(), old_urls::read(file)?)));
    let old = match old.collect::<Result<Vec<_>, old_urls::OldUrlError>>() {
        Ok(old) => old,
        Err(error) => return refuse(&error),
    };
    let articles = if args.json { Articles::Html } else { Articles::Unwanted };
    let options = check::Options { folder: args.folder.clone(), now: jiff::Timestamp::now(), articles };
    let mut checked = match check::check(&options) {
        Ok(checked) => checked,
        Err(error) => return refuse(&error),
    };
    if args.external && !ask_others(&mut checked, &args) {
        return ExitCode::FAILURE;
    }
    let is_wrong = checked.all_diagnostics().any(|found| match &found.problem {
        Problem::External(problem) => problem.is_certain(),
        _ => args.strict,
    });
    if args.strict && is_wrong {
        eprintln!("error: --strict allows no problem");
    }
    let mut output = BufWriter::new(io::stdout().lock());
    // Whoever reads may stop when they have seen enough, which is no failure.
    if args.json {
        let _ = json::write(&checked, output);
        return if is_wrong { ExitCode::FAILURE } else { ExitCode::SUCCESS };
    }
    let (places, most) = if args.all { (Places::All, usize::MAX) } else { (Places::Few, FEW_URLS) };
    let kept = old.iter().map(|(file, urls)| (file, old_urls::kept(urls, &checked.pages, &checked.addresses)));
    let kept: Vec<_> = kept.collect();
    let old = kept.iter().map(|(file, kept)| OldUrlReport { file: (*file).clone(), kept, most });
    let report = Report::new(&checked, places, old.collect());
    let _ = write!(output, "{report}").and_then(|()| output.flush());
    if report.is_anything_lost() || is_wrong { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Adds what other sites say; says whether any could be reached.
fn ask_others(checked: &mut Checked, args: &CheckArgs) -> bool {
    let config = &checked.site.config;
    let of_whom = if config.url.is_empty() { "a blog" } else { config.url.as_str() };
    let options = external::Options {
        name: format!("Lectern/{} (checks the links of {of_whom})", env!("CARGO_PKG_VERSION")),
        // Nothing is written into a folder that another program works in.
        project: (checked.site.layout == Layout::Lectern).then(|| checked.site.folder.clone()),
        kept: if args.no_cache { Kept::Dropped } else { Kept::Used },
        limits: Limits::default(),
        proxies: Proxies::OfEnvironment,
        pace: &RealPace,
        now: jiff::Timestamp::now(),
    };
    let Found { diagnostics, asked, kept, is_offline } = external::check(checked, &options);
    if is_offline {
        eprintln!("error: none of {asked} addresses of other sites could be reached; is this machine online?");
        return false;
    }
    eprintln!("lectern: asked for {asked} addresses of other sites; {kept} more answered within the last week");
    checked.add(diagnostics);
    true
}

/// Tells why nothing was done.
pub(super) fn refuse(error: &dyn fmt::Display) -> ExitCode {
    eprintln!("error: {error}");
    ExitCode::from(WRONG_ARGUMENTS)
}
