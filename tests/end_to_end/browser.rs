//! A headless browser, driven over WebDriver.
//!
//! The client is fantoccini: of the two that are kept up (the other is thirtyfour) it builds faster, and it
//! brings nothing but hyper, of which the test host is made anyway.

use std::{cell::Cell, fmt, time::Duration};

use fantoccini::{
    Client, ClientBuilder,
    wd::{Capabilities, TimeoutConfiguration},
};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::driver::{Driver, Programs};

/// The browsers that the site is tried in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Chromium or Chrome.
    Chromium,
    /// Firefox.
    Firefox,
    /// What Safari is made of, in a browser for GTK.
    WebKit,
}

/// Whether pages may run scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scripts {
    /// As almost everywhere.
    On,
    /// As readers have it who trust no one.
    Off,
}

/// A browser with a fresh profile. Dropping it closes it.
pub(crate) struct Browser {
    /// Which it is.
    pub(crate) kind: Kind,
    /// Gives it commands.
    pub(crate) client: Client,
    scripts: Scripts,
    driver: Driver,
    /// How many calls had a sign so far.
    signs: Cell<u32>,
}

impl Browser {
    /// Starts a browser.
    pub(crate) async fn start(programs: &Programs, scripts: Scripts) -> Browser {
        let mut driver = Driver::start(programs);
        let Value::Object(capabilities) = capabilities(programs, scripts) else { unreachable!() };
        let client = connect(&driver, capabilities).await;
        let session = client.session_id().await.expect("the session answers").expect("a session has an id");
        driver.own_session(session);
        let mut timeouts = TimeoutConfiguration::default();
        timeouts.set_page_load(Some(Duration::from_secs(20)));
        client.update_timeouts(timeouts).await.expect("the browser takes a time limit");
        Browser { kind: programs.kind, client, scripts, driver, signs: Cell::new(0) }
    }

    /// Makes the browser take its tab for the one that a person looks at. Firefox always does.
    pub(crate) fn focus(&self) {
        if self.kind == Kind::Chromium {
            self.order("Emulation.setFocusEmulationEnabled", &json!({ "enabled": true }));
        }
    }

    /// A command of the DevTools protocol, which Chromium's driver passes on.
    pub(crate) fn order(&self, command: &str, parameters: &Value) -> Value {
        let order = json!({ "cmd": command, "params": parameters }).to_string();
        let mut answer = self.driver.command("POST", "/goog/cdp/execute", &order).expect("the driver answers");
        assert!(answer["value"]["error"].is_null(), "{command}: {answer}");
        answer["value"].take()
    }

    /// What pages complained of since the last call: errors and warnings, one a line, the browser's own notes on
    /// failed requests only if `with_network`. Without scripts, a browser does not tell; and WebKit's driver never does.
    pub(crate) async fn take_complaints(&self, with_network: bool) -> Vec<String> {
        match self.kind {
            _ if self.scripts == Scripts::Off => Vec::new(),
            Kind::Chromium => {
                let answer = self.driver.command("POST", "/se/log", r#"{"type":"browser"}"#).expect("the log");
                let entries = answer["value"].as_array().cloned().unwrap_or_default();
                let grave =
                    entries.iter().filter(|entry| matches!(entry["level"].as_str(), Some("SEVERE" | "WARNING")));
                let wanted = grave.filter(|entry| with_network || entry["source"] != "network");
                wanted.map(|entry| entry["message"].as_str().unwrap_or_default().to_owned()).collect()
            }
            Kind::WebKit => Vec::new(),
            Kind::Firefox => {
                let mut lines = Vec::new();
                // What Firefox prints arrives when it likes, but in order: once this call's sign has come, all before it
                // has. It is given again and again, since a page that goes away may take one with it.
                self.signs.set(self.signs.get() + 1);
                let sign = format!("{SIGN}{}.", self.signs.get());
                crate::wait::until("Firefox prints what its pages complained of", async || {
                    let give = self.client.execute("console.error(arguments[0])", vec![sign.as_str().into()]);
                    give.await.expect("a script runs");
                    lines.extend(self.driver.take_output());
                    lines.iter().any(|line| line.contains(&sign))
                })
                .await;
                lines.retain(|line| is_of_a_page(line) && !line.contains(SIGN));
                lines
            }
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Kind::Chromium => "chromium",
            Kind::Firefox => "firefox",
            Kind::WebKit => "webkit",
        })
    }
}

/// How a sign begins that all of a page's complaints were printed.
const SIGN: &str = "that was all, for time ";

/// Whether a line that Firefox printed is a page's complaint. Firefox's own code complains in the same place, but
/// not with a plain text of its own, or names its own files.
fn is_of_a_page(line: &str) -> bool {
    let signs = ["console.error: \"", "console.warn: \"", "JavaScript error: ", "JavaScript warning: "];
    let own = ["resource://", "chrome://", "moz-extension://"];
    signs.iter().any(|sign| line.starts_with(sign)) && !own.iter().any(|place| line.contains(place))
}

async fn connect(driver: &Driver, capabilities: Capabilities) -> Client {
    let mut builder = ClientBuilder::new(HttpConnector::new());
    let client = builder.capabilities(capabilities).connect(&driver.address()).await;
    client.unwrap_or_else(|error| panic!("the browser does not start: {error}"))
}

fn capabilities(programs: &Programs, scripts: Scripts) -> Value {
    match programs.kind {
        Kind::Chromium => json!({
            "browserName": "chrome",
            "goog:loggingPrefs": { "browser": "ALL" },
            "goog:chromeOptions": { "binary": programs.browser, "args": chromium_flags(scripts) },
        }),
        Kind::Firefox => json!({
            "browserName": "firefox",
            "moz:firefoxOptions": {
                "binary": programs.browser,
                "args": ["-headless"],
                "prefs": firefox_settings(scripts),
            },
        }),
        Kind::WebKit => json!({}),
    }
}

/// No window; no sandbox, since root has none; no calls home, whose answers may never come; no smooth scrolling,
/// during which no one can say where a link is.
fn chromium_flags(scripts: Scripts) -> Vec<&'static str> {
    let mut flags = vec![
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        // Scenarios go to more pages in ten seconds than Chromium lets anyone else.
        "--disable-ipc-flooding-protection",
        "--disable-sync",
        "--window-size=1200,900",
        "--force-prefers-reduced-motion",
    ];
    if scripts == Scripts::Off {
        flags.push("--blink-settings=scriptEnabled=false");
    }
    flags
}

/// The console on standard output, where the driver's reader finds it; and as with Chromium.
fn firefox_settings(scripts: Scripts) -> Value {
    json!({
        "javascript.enabled": scripts == Scripts::On,
        "ui.prefersReducedMotion": 1,
        "devtools.console.stdout.content": true,
        "app.normandy.enabled": false,
        "browser.backup.enabled": false,
        "app.shield.optoutstudies.enabled": false,
        "messaging-system.rsexperimentloader.enabled": false,
        "browser.newtabpage.enabled": false,
        "browser.newtabpage.activity-stream.feeds.system.topstories": false,
        "network.captive-portal-service.enabled": false,
        "network.connectivity-service.enabled": false,
        "services.settings.server": "http://127.0.0.1:9/",
    })
}
