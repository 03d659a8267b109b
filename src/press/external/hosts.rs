//! Good manners: few connections to one host at a time, a pause between two, and more where it asks for that.

use std::collections::HashMap;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::Limits;
use super::pace::Pace;
use crate::press::diagnostic::Fault;

/// What is known of all hosts so far.
pub(super) struct Hosts<'a> {
    pace: &'a dyn Pace,
    limits: &'a Limits,
    known: Mutex<HashMap<String, Host>>,
    left: Condvar,
}

#[derive(Default)]
struct Host {
    visitors: usize,
    /// When the next request may be made.
    free_at: Option<Instant>,
    /// Why it cannot be reached at all.
    fault: Option<Fault>,
}

/// A place among the visitors of a host, until it is dropped.
struct Visit<'h, 'a> {
    hosts: &'h Hosts<'a>,
    host: &'h str,
}

impl<'a> Hosts<'a> {
    pub(super) fn new(limits: &'a Limits, pace: &'a dyn Pace) -> Hosts<'a> {
        Hosts { pace, limits, known: Mutex::default(), left: Condvar::new() }
    }

    /// Asks a host once it is our turn.
    pub(super) fn visit<T>(&self, host: &str, ask: impl FnOnce() -> T) -> T {
        let visit = self.enter(host);
        let now = self.pace.now();
        let begin = {
            let mut known = self.known();
            let free_at = &mut known.entry(host.to_owned()).or_default().free_at;
            let begin = free_at.unwrap_or(now).max(now);
            *free_at = begin.checked_add(self.limits.pause);
            begin
        };
        let time = begin.saturating_duration_since(now);
        if !time.is_zero() {
            self.pace.wait(time);
        }
        let answer = ask();
        drop(visit);
        answer
    }

    /// Nobody asks the host again before the time is over.
    pub(super) fn leave_alone(&self, host: &str, time: Duration) {
        let until = self.pace.now().checked_add(time);
        let mut known = self.known();
        let free_at = &mut known.entry(host.to_owned()).or_default().free_at;
        *free_at = (*free_at).max(until);
    }

    /// Nobody need ask the host again.
    pub(super) fn give_up(&self, host: &str, fault: &Fault) {
        self.known().entry(host.to_owned()).or_default().fault = Some(fault.clone());
    }

    /// Why a host need not be asked.
    pub(super) fn fault(&self, host: &str) -> Option<Fault> {
        self.known().get(host).and_then(|host| host.fault.clone())
    }

    fn enter<'h>(&'h self, host: &'h str) -> Visit<'h, 'a> {
        let mut known = self.known();
        loop {
            let visitors = &mut known.entry(host.to_owned()).or_default().visitors;
            if *visitors < self.limits.per_host {
                *visitors += 1;
                return Visit { hosts: self, host };
            }
            known = self.left.wait(known).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn known(&self) -> MutexGuard<'_, HashMap<String, Host>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Visit<'_, '_> {
    fn drop(&mut self) {
        if let Some(host) = self.hosts.known().get_mut(self.host) {
            host.visitors = host.visitors.saturating_sub(1);
        }
        self.hosts.left.notify_all();
    }
}
