//! What one address comes to: which way it is asked, how often, and where its redirects lead.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::time::Duration;

use url::Url;

use super::Limits;
use super::fragments::{self, Missing};
use super::hosts::Hosts;
use super::pace::Pace;
use super::web::{Answer, Method, Web};
use crate::press::diagnostic::Fault;

/// What became of an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// There is a page.
    Good {
        /// The address that it has for good, if that is another.
        moved: Option<String>,
        /// Places asked for that it does not have.
        missing: Missing,
    },
    /// There is none.
    Broken(Fault),
    /// The site does not tell.
    Untold(u16),
}

/// Asks other sites.
pub(super) struct Asker<'a> {
    pub(super) web: &'a Web,
    pub(super) hosts: &'a Hosts<'a>,
    pub(super) pace: &'a dyn Pace,
    pub(super) limits: &'a Limits,
}

impl Asker<'_> {
    /// Asks for an address, and whether its page has some places.
    pub(super) fn ask(&self, address: &Url, places: &BTreeSet<String>) -> Verdict {
        let mut here = address.clone();
        let mut seen = Vec::new();
        let (mut moved, mut is_for_good, mut has_cookie) = (None, true, false);
        loop {
            if seen.contains(&here) {
                // Who keeps cookies may get out of the circle.
                return if has_cookie { Verdict::Untold(302) } else { Verdict::Broken(Fault::RedirectLoop) };
            }
            if self.limits.redirects < seen.len() {
                return Verdict::Broken(Fault::TooManyRedirects { most: self.limits.redirects });
            }
            seen.push(here.clone());
            let answer = match self.patiently(&here, places) {
                Ok(answer) => answer,
                Err(fault) => return Verdict::Broken(fault),
            };
            if !matches!(answer.status, 301 | 302 | 303 | 307 | 308) {
                return verdict(&answer, moved, places);
            }
            has_cookie |= answer.sets_cookie;
            let next = answer.location.and_then(|location| here.join(location.trim()).ok());
            let Some(mut next) = next.filter(|next| matches!(next.scheme(), "http" | "https") && next.has_host())
            else {
                return Verdict::Broken(Fault::RedirectToNowhere);
            };
            next.set_fragment(None);
            is_for_good &= matches!(answer.status, 301 | 308);
            if is_for_good {
                moved = Some(next.to_string());
            }
            here = next;
        }
    }

    /// Asks again, ever later, for what may pass.
    fn patiently(&self, address: &Url, places: &BTreeSet<String>) -> Result<Answer, Fault> {
        let host = host(address);
        for attempt in 0.. {
            if let Some(fault) = self.hosts.fault(&host) {
                return Err(fault);
            }
            let answer = self.once(address, &host, places);
            let pause = match &answer {
                Ok(Answer { status: 429 | 503, retry_after: Some(pause), .. }) => *pause,
                Ok(Answer { status: 429 | 500.., .. }) if !is_wall(&answer) => self.pause(address, attempt),
                Err(Fault::Silent { .. } | Fault::Dropped | Fault::NoConnection { .. }) => self.pause(address, attempt),
                _ => {
                    self.remember(&host, &answer);
                    return answer;
                }
            };
            if self.limits.attempts <= attempt + 1 || self.limits.longest_pause < pause {
                self.remember(&host, &answer);
                return answer;
            }
            match &answer {
                Ok(Answer { status: 429 | 503, .. }) => self.hosts.leave_alone(&host, pause),
                _ => self.pace.wait(pause),
            }
        }
        Err(Fault::Silent { seconds: self.limits.whole.as_secs() })
    }

    /// First the cheap way. Sites that refuse it, or cannot do it, are asked as browsers ask.
    fn once(&self, address: &Url, host: &str, places: &BTreeSet<String>) -> Result<Answer, Fault> {
        if !places.is_empty() {
            return self.hosts.visit(host, || self.web.ask(Method::GetText, address));
        }
        let answer = self.hosts.visit(host, || self.web.ask(Method::Head, address));
        match &answer {
            Ok(Answer { status: ..400 | 429, .. } | Answer { retry_after: Some(_), .. }) => answer,
            Err(Fault::NoHost { .. } | Fault::NoConnection { .. } | Fault::Unsafe { .. } | Fault::NoAddress) => answer,
            Ok(_) | Err(_) => self.hosts.visit(host, || self.web.ask(Method::Get, address)),
        }
    }

    /// A host that is not there is the same for all its addresses.
    fn remember(&self, host: &str, answer: &Result<Answer, Fault>) {
        if let Err(fault @ (Fault::NoHost { .. } | Fault::NoConnection { .. })) = answer {
            self.hosts.give_up(host, fault);
        }
    }

    /// Doubled each time, and a bit shorter or longer, so that not all come back at once.
    fn pause(&self, address: &Url, attempt: u32) -> Duration {
        let mut hasher = DefaultHasher::new();
        (address.as_str(), attempt).hash(&mut hasher);
        let percent = 75 + u32::try_from(hasher.finish() % 51).unwrap_or_default();
        self.limits.first_pause.saturating_mul(1 << attempt.min(10)).saturating_mul(percent) / 100
    }
}

/// Who is asked: name and port.
pub(super) fn host(address: &Url) -> String {
    let name = address.host_str().unwrap_or_default();
    address.port().map_or_else(|| name.to_owned(), |port| format!("{name}:{port}"))
}

/// LinkedIn's way to say no to programs.
fn is_wall(answer: &Result<Answer, Fault>) -> bool {
    matches!(answer, Ok(Answer { status: 600.., .. }))
}

fn verdict(answer: &Answer, moved: Option<String>, places: &BTreeSet<String>) -> Verdict {
    match answer.status {
        200..=399 => {
            let html = answer.html.as_deref();
            let missing = html.map(|html| fragments::missing(html, places)).unwrap_or_default();
            Verdict::Good { moved, missing }
        }
        // Who may come in, in which way, how often and from where: programs know too little of it.
        status @ (401 | 402 | 403 | 405 | 406 | 407 | 408 | 418 | 425 | 429 | 451 | 501 | 503 | 600..) => {
            Verdict::Untold(status)
        }
        status => Verdict::Broken(Fault::Status { status }),
    }
}
