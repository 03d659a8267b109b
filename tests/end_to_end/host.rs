//! A host for the built site that answers as GitHub Pages does, and fails when told to.
//!
//! A development server that answers every path with the home page, or never caches, would hide just the
//! mistakes that readers would meet. Each scenario has a host of its own on a port of its own: for a browser that
//! is another origin, so nothing cached or stored by one scenario can help or hurt the next.

mod faults;
mod files;
mod server;

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use tokio::{net::TcpListener, task::JoinHandle};

use self::{faults::Faults, files::Folder};
pub(crate) use self::{
    faults::{Fault, Hold},
    files::collect,
};

/// A running host. Dropping it takes it down.
pub(crate) struct Host {
    address: SocketAddr,
    site: Arc<Site>,
    serving: Mutex<Option<JoinHandle<()>>>,
}

/// What the host's connections share.
struct Site {
    /// The path the site is hosted under, such as `/` or `/repo/`.
    base: String,
    folder: Folder,
    faults: Faults,
    requests: Mutex<Vec<Request>>,
}

/// A request as it came, before any fault.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    /// The path, decoded, with the base.
    pub(crate) path: String,
    /// The status of the answer; none while the answer is held.
    pub(crate) status: Option<u16>,
}

impl Host {
    /// Serves a folder under a base path, on a port that the system chooses.
    pub(crate) async fn start(dist: &Path, base: &str) -> Host {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a free port on this machine");
        let address = listener.local_addr().expect("a bound socket has an address");
        let folder = Folder::new(dist.to_owned());
        let site = Site { base: base.to_owned(), folder, faults: Faults::default(), requests: Mutex::default() };
        let host = Host { address, site: Arc::new(site), serving: Mutex::default() };
        host.serve(listener);
        host
    }

    /// Scheme, host and port.
    pub(crate) fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Cuts all connections and refuses new ones, as a machine that lost its network sees it.
    pub(crate) async fn go_down(&self) {
        let serving = self.serving.lock().unwrap().take();
        if let Some(serving) = serving {
            serving.abort();
            // Aborted tasks let go of their sockets when they are next polled, which this waits for.
            let _ = serving.await;
        }
    }

    /// Answers again, on the same port.
    pub(crate) async fn come_up(&self) {
        let listener = TcpListener::bind(self.address).await.expect("the host's own port is free");
        self.serve(listener);
    }

    /// Makes every path that ends in this fail in this way, until [`Host::repair`].
    pub(crate) fn fail(&self, ending: &str, fault: Fault) {
        self.site.faults.set(ending, fault);
    }

    /// Ends a failure.
    pub(crate) fn repair(&self, ending: &str) {
        self.site.faults.clear(ending);
    }

    /// Lets requests for paths with this ending wait until the hold is released or dropped.
    pub(crate) fn hold(&self, ending: &str) -> Hold {
        self.site.faults.hold(ending)
    }

    /// Adds a file that is not in the folder.
    pub(crate) fn put(&self, file: &str, text: &str) {
        self.site.folder.put(file, text);
    }

    /// Answers with another build of the site from now on; files that it lacks are gone.
    pub(crate) fn deploy(&self, dist: &Path) {
        self.site.folder.replace(dist.to_owned());
    }

    /// The text of a file.
    pub(crate) fn read(&self, file: &str) -> String {
        std::fs::read_to_string(self.site.folder.root().join(file)).expect("the built site has this file")
    }

    /// The requests for paths with this ending, so far.
    pub(crate) fn requests(&self, ending: &str) -> Vec<Request> {
        let requests = self.site.requests.lock().unwrap();
        requests.iter().filter(|request| request.path.ends_with(ending)).cloned().collect()
    }

    /// The requests for paths that begin so, so far.
    pub(crate) fn requests_below(&self, beginning: &str) -> Vec<Request> {
        let requests = self.site.requests.lock().unwrap();
        requests.iter().filter(|request| request.path.starts_with(beginning)).cloned().collect()
    }

    /// All files of the site with this extension, relative to it, in order.
    pub(crate) fn files(&self, extension: &str) -> Vec<String> {
        let (mut files, root): (Vec<PathBuf>, PathBuf) = (Vec::new(), self.site.folder.root());
        files::collect(&root, &mut files);
        let relative = files.iter().filter_map(|file| file.strip_prefix(&root).ok());
        let wanted = relative.filter(|file| file.extension().is_some_and(|found| found == extension));
        let mut names: Vec<String> = wanted.map(|file| file.to_string_lossy().replace('\\', "/")).collect();
        names.sort();
        names
    }

    fn serve(&self, listener: TcpListener) {
        let serving = tokio::spawn(server::serve(listener, self.site.clone()));
        self.serving.lock().unwrap().replace(serving);
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        if let Some(serving) = self.serving.lock().unwrap().take() {
            serving.abort();
        }
    }
}
