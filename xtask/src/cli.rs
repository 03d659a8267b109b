//! The command line: what may be asked for, and who answers.

use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::{build, look, project::Project, serve, setup, test};

/// The project's own commands. Each first makes sure of the tools it needs and says what it installs.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Read the blog at home: build it, serve it on this machine, rebuild when a file changes
    Serve(Serve),
    /// Write the finished site to dist/, ready for any static host
    Build(Build),
    /// Run the tests, all of them or the named suites
    #[command(after_help = TEST_STEPS)]
    Test(Test),
    /// Take pictures of the built site's pages in Chromium, each in three themes and widths, and the README's picture
    Shots(Look),
    /// Let Lighthouse judge the built site, and print the scores and what is not perfect
    Lighthouse(Look),
    /// Install the tools and nothing else: those of serve and build, and on request those of the tests
    #[command(after_help = SETUP_WAYS)]
    Setup(Setup),
}

#[derive(Args)]
pub(crate) struct Serve {
    /// Port on 127.0.0.1
    #[arg(long, default_value_t = 8080)]
    pub(crate) port: u16,
    /// Open the browser when the first build is done
    #[arg(long)]
    pub(crate) open: bool,
    #[command(flatten)]
    pub(crate) site: Site,
}

#[derive(Args)]
pub(crate) struct Build {
    /// Folder to write [default: dist]
    #[arg(long, value_name = "DIR")]
    pub(crate) dist: Option<PathBuf>,
    /// Fail when a post has a problem, instead of reporting it and going on
    #[arg(long)]
    pub(crate) strict: bool,
    #[command(flatten)]
    pub(crate) site: Site,
}

/// What `serve` and `build` have in common.
#[derive(Args, Default)]
pub(crate) struct Site {
    /// Path under which the site is hosted, such as /repo/ for a project page of GitHub Pages
    /// [default: `base` in lectern.toml, else /]
    #[arg(long, value_name = "PATH")]
    pub(crate) public_url: Option<String>,
    /// Optimize for size: what readers get, slower to build
    #[arg(long)]
    pub(crate) release: bool,
    /// Include drafts
    #[arg(long)]
    pub(crate) drafts: bool,
    /// Include posts whose date is still to come
    #[arg(long)]
    pub(crate) future: bool,
}

#[derive(Args)]
struct Test {
    /// Suites to run, in this order; all of them when none is named
    suites: Vec<Suite>,
}

/// A group of tests that need the same tools.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Suite {
    /// Everything that runs without a browser
    Native,
    /// The app's code as WebAssembly in headless Chromium
    Web,
    /// The built site, its size, and its behaviour in headless Chromium, Firefox and WebKit
    EndToEnd,
}

#[derive(Args)]
pub(crate) struct Look {
    /// Folder with a site that is built for /, instead of a new release build of this blog
    #[arg(long, value_name = "DIR")]
    pub(crate) dist: Option<PathBuf>,
}

#[derive(Args)]
struct Setup {
    /// Also the browsers, their drivers and the test runner
    #[arg(long)]
    tests: bool,
}

const TEST_STEPS: &str = "\
The first step that fails ends the run and names the command that repeats just that step.
`end-to-end` builds the site twice, at / and at /repo/, into target/end-to-end/, and fails when the
app's download is over its budget or a page, a feed or the sitemap is not valid.";

const SETUP_WAYS: &str = "\
What is there is used as it is. What is missing comes the ordinary way (rustup, and Trunk's own
downloads) or, where rustup's server or GitHub cannot be reached, from the registries of Rust crates,
npm packages and Debian packages. Tools written in Rust are installed by `cargo install` into cargo's
bin folder, packages of npm into ~/.cache/lectern/.";

/// Reads the command line and does what it asks for.
pub(crate) fn run() -> Result<()> {
    let cli = Cli::parse();
    let project = Project::open()?;
    match cli.command {
        Command::Serve(flags) => serve::run(&project, &flags),
        Command::Build(flags) => build::run(&project, &flags),
        Command::Test(Test { suites }) => test::run(&project, &suites),
        Command::Shots(flags) => look::shots(&project, &flags),
        Command::Lighthouse(flags) => look::lighthouse(&project, &flags),
        Command::Setup(Setup { tests: false }) => setup::prepare(&project, setup::RELEASE),
        Command::Setup(Setup { tests: true }) => test::prepare(&project, &test::ALL),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        use clap::CommandFactory;
        Cli::command().debug_assert();
    }
}
