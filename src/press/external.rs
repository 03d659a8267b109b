//! Links to other sites: whether they still lead somewhere.
//!
//! The only part of the press that asks other machines, and only when its author says so: `lectern check --external`.
//! [`gather`] finds the addresses, each is asked for once ([`ask`] says how, [`web`] does it), with good manners
//! ([`hosts`]), and good answers are kept ([`cache`]). What is told is what a reader would meet; what only programs meet,
//! such as a wall against them, is said to be unknown.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use url::Url;

use super::check::Checked;
use super::diagnostic::{Diagnostic, ExternalProblem, Fault, Problem};
use super::progress::Progress;

mod ask;
mod cache;
mod fragments;
mod gather;
mod hosts;
mod limits;
pub mod pace;
pub mod pattern;
mod web;

use ask::{Asker, Verdict};
use cache::Cache;
use gather::Link;
use hosts::Hosts;
pub use limits::Limits;
use pace::Pace;
use web::Web;

/// How to ask.
pub struct Options<'a> {
    /// By what name.
    pub name: String,
    /// The project whose folder keeps good answers. `None` if nothing is to be kept.
    pub project: Option<PathBuf>,
    /// What becomes of answers kept before.
    pub kept: Kept,
    /// How much, how long and how often.
    pub limits: Limits,
    /// Whether by way of others.
    pub proxies: Proxies,
    /// The clock.
    pub pace: &'a dyn Pace,
    /// The present, for what is kept.
    pub now: jiff::Timestamp,
}

/// What becomes of answers kept before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// They save a question.
    Used,
    /// Everything is asked anew.
    Dropped,
}

/// Whether other machines ask for us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proxies {
    /// Those that the environment names, as `HTTPS_PROXY`.
    OfEnvironment,
    /// None.
    None,
}

/// What was found.
#[derive(Debug, Default)]
pub struct Found {
    /// What is wrong, every place of it.
    pub diagnostics: Vec<Diagnostic>,
    /// Addresses asked for.
    pub asked: usize,
    /// Addresses whose answers were kept.
    pub kept: usize,
    /// Whether nobody answered at all, so that the fault is most likely this machine's.
    pub is_offline: bool,
}

/// An address without its place, and the places that are wanted on its page.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Question {
    address: Url,
    places: BTreeSet<String>,
}

/// Asks for every address of other sites in the documents.
pub fn check(checked: &Checked, options: &Options<'_>) -> Found {
    let links = gather::links(checked);
    let mut cache = match &options.project {
        None => Cache::default(),
        Some(project) if options.kept == Kept::Used => Cache::read(&Cache::file_of(project), options.now),
        Some(project) => Cache::empty(Cache::file_of(project)),
    };
    let mut verdicts: BTreeMap<String, Verdict> = BTreeMap::new();
    let mut open = Vec::new();
    for question in questions(&links) {
        match cache.get(question.address.as_str(), &question.places) {
            Some(verdict) => drop(verdicts.insert(question.address.to_string(), verdict)),
            None => open.push(question),
        }
    }
    let (kept, asked) = (verdicts.len(), open.len());
    let answers = ask_all(open, options);
    let is_unheard =
        |verdict: &Verdict| matches!(verdict, Verdict::Broken(Fault::NoHost { .. } | Fault::NoConnection { .. }));
    // One host may well be gone; all of them are not.
    let hosts: BTreeSet<String> = answers.iter().map(|(question, _)| ask::host(&question.address)).collect();
    if 1 < hosts.len() && answers.iter().all(|(_, verdict)| is_unheard(verdict)) {
        return Found { asked, kept, is_offline: true, ..Found::default() };
    }
    for (Question { address, places }, verdict) in answers {
        cache.put(address.as_str(), &places, &verdict, options.now);
        verdicts.insert(address.into(), verdict);
    }
    cache.write();
    let problem = |link: &Link| verdicts.get(link.address.as_str()).and_then(|verdict| problem(link, verdict));
    let diagnostics = links.iter().filter_map(|link| {
        let problem = problem(link)?;
        Some(Diagnostic { place: link.place.clone(), problem: Problem::External(problem) })
    });
    Found { diagnostics: diagnostics.collect(), asked, kept, is_offline: false }
}

/// Each address once.
fn questions(links: &[Link]) -> Vec<Question> {
    let mut places: BTreeMap<&Url, BTreeSet<String>> = BTreeMap::new();
    for link in links {
        places.entry(&link.address).or_default().extend(link.fragment.clone());
    }
    places.into_iter().map(|(address, places)| Question { address: address.clone(), places }).collect()
}

/// Asks hosts side by side. The addresses of one are in as many lanes as it takes requests at a time, so that a host with
/// many addresses never holds up more workers than that.
fn ask_all(questions: Vec<Question>, options: &Options<'_>) -> Vec<(Question, Verdict)> {
    let Options { name, limits, proxies, pace, .. } = options;
    let web = Web::new(name, limits, *proxies);
    let hosts = Hosts::new(limits, *pace);
    let asker = Asker { web: &web, hosts: &hosts, pace: *pace, limits };
    let progress = Progress::new("asking", questions.len());
    let lanes = Mutex::new(lanes(questions, limits.per_host));
    // A lane is taken in a function of its own, for in the head of a loop the lock would last as long as its body.
    let next = || locked(&lanes).pop_front();
    let answers = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..limits.workers.max(1) {
            scope.spawn(|| {
                while let Some(lane) = next() {
                    for question in lane {
                        let verdict = asker.ask(&question.address, &question.places);
                        progress.step();
                        locked(&answers).push((question, verdict));
                    }
                }
            });
        }
    });
    answers.into_inner().unwrap_or_else(PoisonError::into_inner)
}

/// The longest first, for they take longest.
fn lanes(questions: Vec<Question>, per_host: usize) -> VecDeque<Vec<Question>> {
    let mut lanes: BTreeMap<(String, usize), Vec<Question>> = BTreeMap::new();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for question in questions {
        let host = ask::host(&question.address);
        let count = counts.entry(host.clone()).or_default();
        lanes.entry((host, *count % per_host.max(1))).or_default().push(question);
        *count += 1;
    }
    let mut lanes: Vec<Vec<Question>> = lanes.into_values().collect();
    lanes.sort_by_key(|lane| std::cmp::Reverse(lane.len()));
    lanes.into()
}

fn problem(link: &Link, verdict: &Verdict) -> Option<ExternalProblem> {
    let address = link.written.clone();
    match verdict {
        Verdict::Broken(fault) => Some(ExternalProblem::Broken { address, fault: fault.clone() }),
        Verdict::Untold(status) => Some(ExternalProblem::Untold { address, status: *status }),
        Verdict::Good { moved, missing } => {
            match (link.fragment.as_ref().and_then(|place| missing.get(place)), moved) {
                (Some(nearest), _) => Some(ExternalProblem::NoSuchPlace { address, nearest: nearest.clone() }),
                (None, Some(to)) => {
                    let place = Url::parse(&address).ok().and_then(|url| url.fragment().map(str::to_owned));
                    let to = place.map_or_else(|| to.clone(), |place| format!("{to}#{place}"));
                    Some(ExternalProblem::Moved { address, to })
                }
                (None, None) => None,
            }
        }
    }
}

fn locked<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
