//! What a host can be told to do wrong, path by path.

use std::{collections::HashMap, sync::Mutex};

use tokio::sync::watch;

/// A way to fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// A status instead of the file.
    Status(u16),
    /// Half of the body, then the end of the connection, as when a server or a proxy dies.
    CutShort,
    /// A whole body that is not UTF-8.
    NotUtf8,
}

/// Keeps answers back. Dropping it lets them go, so a scenario that fails leaves no request hanging.
pub(crate) struct Hold {
    released: watch::Sender<bool>,
}

impl Hold {
    /// Lets the answers go.
    pub(crate) fn release(&self) {
        self.released.send_replace(true);
    }
}

/// The faults in force, by the ending of the path: names of the app's files begin with a name and a hash.
#[derive(Default)]
pub(super) struct Faults {
    failures: Mutex<HashMap<String, Fault>>,
    holds: Mutex<HashMap<String, watch::Receiver<bool>>>,
}

impl Faults {
    /// Sets the fault of an ending.
    pub(super) fn set(&self, ending: &str, fault: Fault) {
        self.failures.lock().unwrap().insert(ending.to_owned(), fault);
    }

    /// Ends it.
    pub(super) fn clear(&self, ending: &str) {
        self.failures.lock().unwrap().remove(ending);
    }

    /// Keeps answers back from now on.
    pub(super) fn hold(&self, ending: &str) -> Hold {
        let (released, receiver) = watch::channel(false);
        self.holds.lock().unwrap().insert(ending.to_owned(), receiver);
        Hold { released }
    }

    /// The fault of a path.
    pub(super) fn of(&self, path: &str) -> Option<Fault> {
        let failures = self.failures.lock().unwrap();
        failures.iter().find(|(ending, _)| path.ends_with(*ending)).map(|(_, fault)| *fault)
    }

    /// Returns at once, or when the hold on the path ends.
    pub(super) async fn wait_while_held(&self, path: &str) {
        let hold = {
            let holds = self.holds.lock().unwrap();
            holds.iter().find(|(ending, _)| path.ends_with(*ending)).map(|(_, hold)| hold.clone())
        };
        if let Some(mut hold) = hold {
            // An error means that the hold was dropped, which ends it as well.
            let _ = hold.wait_for(|released| *released).await;
        }
    }
}
