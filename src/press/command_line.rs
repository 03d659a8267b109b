//! The press's commands and flags.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use super::blog::{Hidden, Shown};
use super::bundle::{self, Options, Profile};
use super::new::create_post;
use crate::base::Base;

mod check;
mod import;

use check::CheckArgs;
use import::ImportArgs;

/// Markdown posts in, a site that reads at once out.
#[derive(Debug, Parser)]
#[command(name = "lectern", version)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Write every page of the site into Trunk's output (Trunk's post_build hook runs this)
    Bundle(BundleArgs),
    /// Tell what becomes of a Jekyll site; writes nothing
    Check(CheckArgs),
    /// Bring a Jekyll site over into this project; replaces nothing unless asked
    Import(ImportArgs),
    /// Make a dated file for a new post; never overwrites one
    New(NewArgs),
}

#[derive(Debug, Args)]
struct BundleArgs {
    /// Folder that holds `posts` and `lectern.toml`
    #[arg(long, env = "TRUNK_SOURCE_DIR", default_value = ".", value_name = "DIR")]
    source: PathBuf,
    /// Folder with Trunk's finished `index.html`, into which the site is written
    #[arg(long, env = "TRUNK_STAGING_DIR", value_name = "DIR")]
    staging: PathBuf,
    /// Path under which the site is served
    #[arg(long, env = "TRUNK_PUBLIC_URL", default_value = "/", value_name = "PATH")]
    public_url: String,
    /// Scheme and host for links that must be absolute, over `url` of lectern.toml
    #[arg(long, env = "LECTERN_URL", value_name = "URL")]
    url: Option<String>,
    /// What Trunk built the app for
    #[arg(long, env = "TRUNK_PROFILE", default_value = "debug")]
    profile: Profile,
    /// Show drafts
    #[arg(long, env = "LECTERN_DRAFTS")]
    drafts: bool,
    /// Show posts of days to come
    #[arg(long, env = "LECTERN_FUTURE")]
    future: bool,
    /// Fail if anything is wrong with a post or with lectern.toml
    #[arg(long, env = "LECTERN_STRICT")]
    strict: bool,
}

#[derive(Debug, Args)]
struct NewArgs {
    /// Title of the post
    title: String,
    /// Folder of the posts
    #[arg(long, default_value = "posts", value_name = "DIR")]
    posts: PathBuf,
}

/// Reads the arguments and does what they say.
pub fn run() -> ExitCode {
    match CommandLine::parse().command {
        Command::Bundle(args) => run_bundle(args),
        Command::Check(args) => check::run(args),
        Command::Import(args) => import::run(args),
        Command::New(args) => run_new(&args),
    }
}

fn run_bundle(args: BundleArgs) -> ExitCode {
    let options = Options {
        source: args.source,
        staging: args.staging,
        public_url: Base::parse(&args.public_url),
        profile: args.profile,
        url: args.url.filter(|url| !url.is_empty()),
        hidden: Hidden { drafts: Shown::from(args.drafts), future: Shown::from(args.future), ..Hidden::default() },
        now: jiff::Timestamp::now(),
    };
    match bundle::bundle(&options) {
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
        Ok(report) => {
            tell(&report);
            if args.strict && !report.diagnostics.is_empty() {
                eprintln!("error: --strict allows no problem; mend those above");
                return ExitCode::FAILURE;
            }
            ExitCode::SUCCESS
        }
    }
}

fn tell(report: &bundle::Report) {
    for diagnostic in &report.diagnostics {
        eprintln!("{diagnostic}");
    }
    let hidden = if report.hidden == 0 { String::new() } else { format!(" ({} hidden)", report.hidden) };
    let problems = match report.diagnostics.len() {
        0 => String::new(),
        1 => "; 1 problem".to_owned(),
        count => format!("; {count} problems"),
    };
    eprintln!(
        "lectern: {} posts{hidden}, {} pages, {} routes in {:.2} s{problems}",
        report.posts,
        report.pages,
        report.routes,
        report.time.as_secs_f64()
    );
}

fn run_new(args: &NewArgs) -> ExitCode {
    match create_post(&args.posts, &args.title, &jiff::ZonedDateTime::now()) {
        Ok(path) => {
            println!("{}", path.display());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
