//! One request and its answer. The only module that names an HTTP client.

use std::io::{self, Read};
use std::time::Duration;

use ureq::config::Config;
use ureq::http::{HeaderMap, Request, Response};
use ureq::{Agent, Body, Error, Timeout};
use url::Url;

use super::{Limits, Proxies};
use crate::press::diagnostic::Fault;

/// How to ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    /// Whether there is something.
    Head,
    /// The same, of sites that do not know the other way. What they send is not read.
    Get,
    /// For the text of a page.
    GetText,
}

/// What a site answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Answer {
    pub(super) status: u16,
    /// Where it sends readers.
    pub(super) location: Option<String>,
    /// For how long it wants to be left alone.
    pub(super) retry_after: Option<Duration>,
    /// Whether it has the browser keep something, and may look at that the next time.
    pub(super) sets_cookie: bool,
    /// The page, if that was asked for and it is HTML, whole.
    pub(super) html: Option<String>,
}

/// The way to other sites.
pub(super) struct Web {
    agent: Agent,
    limits: Limits,
}

impl Web {
    /// `name` tells sites who asks.
    pub(super) fn new(name: &str, limits: &Limits, proxies: Proxies) -> Web {
        let config = Config::builder()
            .user_agent(name)
            .accept("text/html,*/*;q=0.8")
            .http_status_as_error(false)
            // Each host on the way has its own turn.
            .max_redirects(0)
            .timeout_resolve(Some(limits.connect))
            .timeout_connect(Some(limits.connect))
            .timeout_global(Some(limits.whole));
        let config = match proxies {
            Proxies::OfEnvironment => config,
            Proxies::None => config.proxy(None),
        };
        Web { agent: config.build().into(), limits: limits.clone() }
    }

    /// Asks once. Whatever the status, an answer is an answer.
    pub(super) fn ask(&self, method: Method, address: &Url) -> Result<Answer, Fault> {
        let name = if method == Method::Head { "HEAD" } else { "GET" };
        let request = Request::builder().method(name).uri(address.as_str()).body(()).map_err(|_| Fault::NoAddress)?;
        let mut response = self.agent.run(request).map_err(|error| self.fault(error, address))?;
        let text = |name: &str| header(response.headers(), name).map(str::to_owned);
        let (location, retry_after) = (text("location"), text("retry-after"));
        Ok(Answer {
            status: response.status().as_u16(),
            location,
            sets_cookie: response.headers().contains_key("set-cookie"),
            retry_after: retry_after.and_then(|written| wanted_pause(&written, jiff::Timestamp::now())),
            html: if method == Method::GetText { self.html(&mut response) } else { None },
        })
    }

    fn html(&self, response: &mut Response<Body>) -> Option<String> {
        let is_html = header(response.headers(), "content-type").is_some_and(|kind| kind.starts_with("text/html"));
        let is_plain = header(response.headers(), "content-encoding").is_none_or(|coding| coding == "identity");
        if !is_html || !is_plain || !response.status().is_success() {
            return None;
        }
        let mut bytes = Vec::new();
        let mut body = response.body_mut().as_reader().take(self.limits.body.saturating_add(1));
        body.read_to_end(&mut bytes).ok()?;
        let is_whole = u64::try_from(bytes.len()).is_ok_and(|length| length <= self.limits.body);
        is_whole.then(|| String::from_utf8_lossy(&bytes).into_owned())
    }

    fn fault(&self, error: Error, address: &Url) -> Fault {
        let host = address.host_str().unwrap_or_default().to_owned();
        match error {
            Error::HostNotFound => Fault::NoHost { host },
            Error::Timeout(Timeout::Resolve | Timeout::Connect) | Error::ConnectionFailed => {
                Fault::NoConnection { host }
            }
            Error::ConnectProxyFailed(_) | Error::InvalidProxyUrl => Fault::NoConnection { host },
            Error::Timeout(_) => Fault::Silent { seconds: self.limits.whole.as_secs().max(1) },
            Error::BadUri(_) | Error::Http(_) => Fault::NoAddress,
            Error::Tls(cause) => Fault::Unsafe { cause: cause.to_owned() },
            Error::Rustls(cause) => Fault::Unsafe { cause: cause.to_string() },
            Error::Io(cause) => of_system(&cause, address, host),
            _ => Fault::NotHttp,
        }
    }
}

fn of_system(cause: &io::Error, address: &Url, host: String) -> Fault {
    use io::ErrorKind as Kind;
    match cause.kind() {
        Kind::ConnectionRefused | Kind::HostUnreachable | Kind::NetworkUnreachable | Kind::AddrNotAvailable => {
            Fault::NoConnection { host }
        }
        Kind::UnexpectedEof | Kind::ConnectionReset | Kind::ConnectionAborted | Kind::BrokenPipe => Fault::Dropped,
        // So rustls tells what is wrong with the other side.
        Kind::InvalidData if address.scheme() == "https" => Fault::Unsafe { cause: cause.to_string() },
        Kind::InvalidData | Kind::InvalidInput => Fault::NotHttp,
        _ if is_unknown_name(cause) => Fault::NoHost { host },
        _ => Fault::NoConnection { host },
    }
}

/// The system's resolver has no kind of error of its own. A failure that it calls temporary is none of the name's.
fn is_unknown_name(cause: &io::Error) -> bool {
    let text = cause.to_string();
    let is_windows = matches!(cause.raw_os_error(), Some(11001 | 11004));
    is_windows || text.contains("lookup") && !text.contains("emporary")
}

fn header<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

/// `Retry-After`: seconds, or a day and a time.
fn wanted_pause(written: &str, now: jiff::Timestamp) -> Option<Duration> {
    if let Ok(seconds) = written.trim().parse() {
        return Some(Duration::from_secs(seconds));
    }
    let until = jiff::fmt::rfc2822::parse(written.trim()).ok()?.timestamp();
    Some(Duration::try_from(now.duration_until(until)).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_are_seconds_or_times() {
        let now = "1994-11-06T08:49:00Z".parse().expect("a time");
        for (written, seconds) in [
            ("120", Some(120)),
            ("Sun, 06 Nov 1994 08:49:37 GMT", Some(37)),
            ("Sun, 06 Nov 1994 08:00:00 GMT", Some(0)),
            ("soon", None),
            ("-1", None),
        ] {
            assert_eq!(wanted_pause(written, now), seconds.map(Duration::from_secs), "{written}");
        }
    }

    #[test]
    fn errors_are_told_in_plain_words() {
        let web = Web::new("test", &Limits::default(), Proxies::None);
        let address = Url::parse("https://example.org/").expect("an address");
        let told = |error| web.fault(error, &address).to_string();
        assert!(told(Error::HostNotFound).starts_with("there is no host `example.org`"));
        assert!(told(Error::Timeout(Timeout::Connect)).starts_with("`example.org` takes no connection"));
        assert!(told(Error::Timeout(Timeout::RecvResponse)).starts_with("no answer within"));
        let refused = io::Error::from(io::ErrorKind::ConnectionRefused);
        assert!(told(Error::Io(refused)).starts_with("`example.org` takes no connection"));
        let unsure = io::Error::new(io::ErrorKind::InvalidData, "expired");
        assert!(told(Error::Io(unsure)).starts_with("the connection is not safe (expired)"));
    }
}
