//! A browser's driver: the program that moves the browser for the tests.

use std::{
    env,
    io::{BufRead, BufReader, Error, Read, Write},
    net::{TcpListener, TcpStream},
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex},
    thread,
    time::{Duration, Instant},
};

use serde_json::Value;

use crate::{browser::Kind, screen::Screen};

/// A running driver. Dropping it closes the browser and ends the driver, in a panic too.
pub(crate) struct Driver {
    child: Child,
    port: u16,
    output: Arc<Mutex<Vec<String>>>,
    session: Option<String>,
    _screen: Option<Screen>,
}

/// The driver and the browser of a kind, from the environment or the `PATH`.
#[derive(Clone, Debug)]
pub(crate) struct Programs {
    /// Which browser it is.
    pub(crate) kind: Kind,
    /// The driver.
    pub(crate) driver: PathBuf,
    /// The browser, unless the driver has one of its own.
    pub(crate) browser: Option<PathBuf>,
    /// What makes a screen that nobody sees, if the browser cannot do without one.
    pub(crate) screen: Option<PathBuf>,
}

impl Programs {
    /// Finds them, or says what is missing.
    pub(crate) fn of(kind: Kind) -> Result<Programs, String> {
        let (driver, browser, screen) = match kind {
            Kind::Chromium => (("CHROMEDRIVER", "chromedriver"), Some(("CHROMIUM", "chromium")), None),
            Kind::Firefox => (("GECKODRIVER", "geckodriver"), Some(("FIREFOX", "firefox")), None),
            Kind::WebKit => (("WEBKITDRIVER", "WebKitWebDriver"), None, Some(("XVFB", "Xvfb"))),
        };
        let [browser, screen] = [browser, screen].map(|wanted| wanted.map(program).transpose());
        Ok(Programs { kind, driver: program(driver)?, browser: browser?, screen: screen? })
    }
}

impl Driver {
    /// Starts it on a port that the system chooses.
    pub(crate) fn start(programs: &Programs) -> Driver {
        let screen = programs.screen.as_deref().map(Screen::start);
        let mut command = Command::new(&programs.driver);
        let own_port = match programs.kind {
            Kind::Chromium => {
                command.arg("--port=0");
                None
            }
            Kind::Firefox => {
                command.args(["--host", "127.0.0.1", "--port", "0", "--websocket-port", "0"]);
                command.envs([("MOZ_HEADLESS_WIDTH", "1200"), ("MOZ_HEADLESS_HEIGHT", "900")]);
                None
            }
            Kind::WebKit => {
                let port = free_port();
                command.args(["--host=127.0.0.1".to_owned(), format!("--port={port}")]);
                Some(port)
            }
        };
        command.envs(screen.iter().flat_map(Screen::environment));
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().unwrap_or_else(|error| panic!("cannot run {:?}: {error}", programs.driver));
        let mut lines = BufReader::new(child.stdout.take().expect("it is piped")).lines().map_while(Result::ok);
        let port = match own_port {
            None => lines.find_map(|line| port_in(&line)).expect("the driver says its port"),
            Some(port) => {
                wait_for(port);
                port
            }
        };
        let output: Arc<Mutex<Vec<String>>> = Arc::default();
        let sink = output.clone();
        // Reads on, so that the driver never waits for its output to be taken.
        thread::spawn(move || lines.for_each(|line| sink.lock().unwrap().push(line)));
        Driver { child, port, output, session: None, _screen: screen }
    }

    /// Where it listens.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Names the session that ends with the driver.
    pub(crate) fn own_session(&mut self, session: String) {
        self.session = Some(session);
    }

    /// What the driver and the browser printed since the last call.
    pub(crate) fn take_output(&self) -> Vec<String> {
        std::mem::take(&mut self.output.lock().unwrap())
    }

    /// A command that the WebDriver client has no name for. It blocks, so it can run in `drop`.
    pub(crate) fn command(&self, method: &str, path: &str, body: &str) -> Result<Value, Error> {
        let session = self.session.as_deref().unwrap_or_default();
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(Duration::from_secs(10)))?;
        write!(
            stream,
            "{method} /session/{session}{path} HTTP/1.1\r\nhost: 127.0.0.1:{}\r\nconnection: close\r\n\
             content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
            self.port,
            body.len()
        )?;
        let mut stream = BufReader::new(stream);
        let mut length = 0;
        loop {
            let mut line = String::new();
            stream.read_line(&mut line)?;
            match line.to_ascii_lowercase().split_once("content-length:") {
                Some((_, number)) => length = number.trim().parse().map_err(Error::other)?,
                None if line.trim().is_empty() => break,
                None => {}
            }
        }
        // Chromium's driver keeps the connection, whatever it is told.
        let mut json = vec![0; length];
        stream.read_exact(&mut json)?;
        Ok(serde_json::from_slice(&json)?)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Killing the driver alone would leave the browser behind.
        if self.session.is_some() {
            let _ = self.command("DELETE", "", "");
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// `… on port 38349.` says Chromium's driver, `… Listening on 127.0.0.1:38953` says Firefox's.
fn port_in(line: &str) -> Option<u16> {
    let (_, port) = line.split_once("successfully on port ").or_else(|| line.split_once("Listening on 127.0.0.1:"))?;
    port.trim_end_matches('.').parse().ok()
}

/// For a driver that has to be told. Somebody else may take the port meanwhile, but the system gives another each time.
fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port on this machine");
    listener.local_addr().expect("a bound socket has an address").port()
}

/// Until a driver that says nothing listens.
fn wait_for(port: u16) {
    let start = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        assert!(start.elapsed() < Duration::from_secs(20), "the driver does not listen");
        thread::sleep(Duration::from_millis(25));
    }
}

fn program((variable, name): (&str, &str)) -> Result<PathBuf, String> {
    let named = env::var_os(variable).map(PathBuf::from);
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    let path = env::var_os("PATH").unwrap_or_default();
    let found = named.or_else(|| env::split_paths(&path).map(|folder| folder.join(&file)).find(|file| file.is_file()));
    found.ok_or_else(|| format!("there is no {name} on the PATH, and {variable} does not name it"))
}
