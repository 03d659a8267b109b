//! Runs the scenarios: in each browser, at each base, one after another in tabs of their own.

use std::{
    any::Any,
    iter::Sum,
    panic::AssertUnwindSafe,
    path::PathBuf,
    time::{Duration, Instant},
};

use futures::{FutureExt, future::LocalBoxFuture};
use tokio::time::timeout;

use crate::{
    browser::{Browser, Kind, Scripts},
    driver::Programs,
    tab::Tab,
};

/// Something that a reader does, and what must come of it. A panic says what did not.
pub(crate) struct Scenario {
    /// `family::name`
    pub(crate) name: &'static str,
    /// The deed.
    pub(crate) run: for<'a> fn(&'a Tab<'a>) -> LocalBoxFuture<'a, ()>,
}

/// Scenarios that some browsers or bases do without, for a reason.
pub(crate) struct LeftOut {
    /// The reason, as the run tells it.
    pub(crate) why: &'static str,
    /// How the names of the scenarios begin.
    pub(crate) beginnings: &'static [&'static str],
    /// The browsers that do without.
    pub(crate) in_browsers: fn(Kind) -> bool,
    /// The bases at which they do.
    pub(crate) at: fn(&str) -> bool,
}

/// The built site and where it is to be hosted.
pub(crate) struct Site {
    /// `/` or `/repo/`
    pub(crate) base: &'static str,
    /// The folder with the built site.
    pub(crate) dist: PathBuf,
}

/// What is to be run.
pub(crate) struct Plan<'a> {
    /// Where.
    pub(crate) sites: &'a [Site],
    /// With scripts.
    pub(crate) scenarios: &'a [Scenario],
    /// Without scripts.
    pub(crate) without_scripts: &'a [Scenario],
    /// Which of both are not run everywhere.
    pub(crate) left_out: &'a [LeftOut],
    /// Only scenarios whose full name holds all these words.
    pub(crate) words: &'a [String],
}

/// Which scenarios went which way.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    /// How many went well.
    pub(crate) passed: usize,
    /// What did not, and why.
    pub(crate) failed: Vec<String>,
    /// What went well at the second try only, and why not at the first; these are among those that passed.
    pub(crate) unsteady: Vec<String>,
}

/// A scenario at a base in a browser.
struct Wanted<'a> {
    name: String,
    site: &'a Site,
    scenario: &'a Scenario,
}

impl LeftOut {
    fn is_about(&self, kind: Kind, site: &Site, scenario: &Scenario) -> bool {
        let is_named = self.beginnings.iter().any(|beginning| scenario.name.starts_with(beginning));
        is_named && (self.in_browsers)(kind) && (self.at)(site.base)
    }
}

impl Tally {
    /// Whether the site is none the worse for what went wrong.
    pub(crate) fn is_good(&self) -> bool {
        self.failed.is_empty() && self.unsteady.len() <= MOST_UNSTEADY
    }
}

impl Sum for Tally {
    fn sum<I: Iterator<Item = Tally>>(tallies: I) -> Tally {
        tallies.fold(Tally::default(), |mut sum, tally| {
            sum.passed += tally.passed;
            sum.failed.extend(tally.failed);
            sum.unsteady.extend(tally.unsteady);
            sum
        })
    }
}

/// Scenarios that may need their second try in a whole run: browsers lose a beat on a busy machine, but a run in which
/// many do has found something.
const MOST_UNSTEADY: usize = 3;

/// A single scenario that takes longer hangs: those of all attacks take a third of a minute where nothing else runs.
const LIMIT: Duration = Duration::from_secs(180);

/// Runs all that is wanted in one kind of browser.
pub(crate) fn run(programs: &Programs, plan: &Plan<'_>) -> Tally {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let tally = run_all(programs, Scripts::On, plan, plan.scenarios).await;
        let quiet = run_all(programs, Scripts::Off, plan, plan.without_scripts).await;
        [tally, quiet].into_iter().sum()
    })
}

async fn run_all(programs: &Programs, scripts: Scripts, plan: &Plan<'_>, scenarios: &[Scenario]) -> Tally {
    let mut tally = Tally::default();
    let all = plan.sites.iter().flat_map(|site| scenarios.iter().map(move |scenario| (site, scenario)));
    let named = all.map(|(site, scenario)| Wanted {
        name: format!("{} {} {}", programs.kind, site.base, scenario.name),
        site,
        scenario,
    });
    let mut wanted: Vec<_> = named.filter(|one| plan.words.iter().all(|word| one.name.contains(word))).collect();
    for rule in plan.left_out {
        let before = wanted.len();
        wanted.retain(|one| !rule.is_about(programs.kind, one.site, one.scenario));
        if wanted.len() < before {
            println!("{} does without {} scenarios: {}", programs.kind, before - wanted.len(), rule.why);
        }
    }
    if wanted.is_empty() {
        return tally;
    }
    let mut again = Vec::new();
    let browser = Browser::start(programs, scripts).await;
    for one in wanted {
        match attempt(&browser, &one).await {
            Ok(()) => tally.passed += 1,
            Err(reason) => again.push((one, reason)),
        }
    }
    drop(browser);
    if again.is_empty() {
        return tally;
    }
    // In the end and in a browser of their own, when what came over the machine or the first browser is likely over.
    let browser = Browser::start(programs, scripts).await;
    for (one, first) in again {
        match attempt(&browser, &one).await {
            Ok(()) => {
                tally.passed += 1;
                tally.unsteady.push(format!("{}: {first}", one.name));
            }
            Err(second) if second == first => tally.failed.push(format!("{}: {first}", one.name)),
            Err(second) => tally.failed.push(format!("{}: {first}; then: {second}", one.name)),
        }
    }
    tally
}

/// Runs a scenario in a tab of its own and tells how it went; if badly, gives the reason too.
async fn attempt(browser: &Browser, Wanted { name, site, scenario }: &Wanted<'_>) -> Result<(), String> {
    let start = Instant::now();
    let outcome = AssertUnwindSafe(run_one(browser, site, scenario)).catch_unwind().await;
    let time = start.elapsed().as_secs_f64();
    match &outcome {
        Ok(()) => println!("ok     {time:4.1} s  {name}"),
        Err(_) => println!("FAILED {time:4.1} s  {name}{}", remains(browser, name).await),
    }
    outcome.map_err(|panic| reason(&*panic).to_owned())
}

fn reason(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("it panicked")
}

async fn run_one(browser: &Browser, site: &Site, scenario: &Scenario) {
    let tab = Tab::new(browser, site).await;
    timeout(LIMIT, (scenario.run)(&tab)).await.expect("the scenario comes to its end in three minutes");
    let complaints = tab.take_complaints().await;
    assert!(complaints.is_empty(), "the page complains: {complaints:#?}");
}

/// What can still be seen of a failed scenario.
async fn remains(browser: &Browser, name: &str) -> String {
    let address = browser.client.current_url().await.map(|address| address.to_string()).unwrap_or_default();
    let file = format!("{}.png", name.replace(|letter: char| !letter.is_alphanumeric(), "-"));
    let picture = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(file);
    let saved = match browser.client.screenshot().await {
        Ok(bytes) => std::fs::write(&picture, bytes).is_ok(),
        Err(_) => false,
    };
    let picture = if saved { format!(", seen in {}", picture.display()) } else { String::new() };
    format!("\n       at {address}{picture}")
}
