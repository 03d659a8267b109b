//! A headless browser, driven over WebDriver.
//!
//! The client is fantoccini: of the two that are kept up (the other is thirtyfour) it builds faster, and it
//! brings nothing but hyper, of which the test host is made anyway.

use std::{fmt, time::Duration};

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
    driver: Driver,
}

impl Browser {
    /// Starts a browser.
    pub(crate) async fn start(kind: Kind, scripts: Scripts, programs: &Programs) -> Browser {
        let mut driver = Driver::start(kind, programs);
        let Value::Object(capabilities) = capabilities(kind, scripts, programs) else { unreachable!() };
        let client = connect(&driver, capabilities).await;
        let session = client.session_id().await.expect("the session answers").expect("a session has an id");
        driver.own_session(session);
        let mut timeouts = TimeoutConfiguration::default();
        timeouts.set_page_load(Some(Duration::from_secs(20)));
        client.update_timeouts(timeouts).await.expect("the browser takes a time limit");
        Browser { kind, client, driver }
    }

    /// Makes the browser take its tab for the one that a person looks at. Firefox always does.
    pub(crate) fn focus(&self) {
        if self.kind == Kind::Chromium {
            let command = r#"{"cmd":"Emulation.setFocusEmulationEnabled","params":{"enabled":true}}"#;
            self.driver.command("POST", "/goog/cdp/execute", command).expect("the tab has the focus");
        }
    }

    /// What pages complained of since the last call: errors and warnings, one a line, the browser's own notes on
    /// failed requests only if `with_network`. Needs a page that runs scripts.
    pub(crate) async fn take_complaints(&self, with_network: bool) -> Vec<String> {
        match self.kind {
            Kind::Chromium => {
                let answer = self.driver.command("POST", "/se/log", r#"{"type":"browser"}"#).expect("the log");
                let entries = answer["value"].as_array().cloned().unwrap_or_default();
                let grave =
                    entries.iter().filter(|entry| matches!(entry["level"].as_str(), Some("SEVERE" | "WARNING")));
                let wanted = grave.filter(|entry| with_network || entry["source"] != "network");
                wanted.map(|entry| entry["message"].as_str().unwrap_or_default().to_owned()).collect()
            }
            Kind::Firefox => {
                let mut lines = self.driver.take_output();
                // What Firefox prints arrives when it likes, but in order: once this has come, all before it has.
                let end = "that is all";
                self.client.execute("console.error(arguments[0])", vec![end.into()]).await.expect("a script runs");
                crate::wait::until("Firefox prints what its pages complained of", async || {
                    lines.extend(self.driver.take_output());
                    lines.iter().any(|line| line.contains(end))
                })
                .await;
                let signs = ["console.error: ", "console.warn: ", "JavaScript error: ", "JavaScript warning: "];
                lines.retain(|line| signs.iter().any(|sign| line.starts_with(sign)) && !line.contains(end));
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
        })
    }
}

async fn connect(driver: &Driver, capabilities: Capabilities) -> Client {
    let mut builder = ClientBuilder::new(HttpConnector::new());
    let client = builder.capabilities(capabilities).connect(&driver.address()).await;
    client.unwrap_or_else(|error| panic!("the browser does not start: {error}"))
}

fn capabilities(kind: Kind, scripts: Scripts, programs: &Programs) -> Value {
    match kind {
        Kind::Chromium => json!({
            "browserName": "chrome",
            "goog:loggingPrefs": { "browser": "ALL" },
            "goog:chromeOptions": { "binary": programs.browser, "args": chromium_flags(scripts) },
        }),
        Kind::Firefox => json!({
            "browserName": "firefox",
            "moz:firefoxOptions": {
                "binary": programs.browser,
                "args": ["-headless", "--width", "1200", "--height", "900"],
                "prefs": firefox_settings(scripts),
            },
        }),
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
        "app.shield.optoutstudies.enabled": false,
        "messaging-system.rsexperimentloader.enabled": false,
        "browser.newtabpage.enabled": false,
        "browser.newtabpage.activity-stream.feeds.system.topstories": false,
        "network.captive-portal-service.enabled": false,
        "network.connectivity-service.enabled": false,
        "services.settings.server": "http://127.0.0.1:9/",
    })
}
