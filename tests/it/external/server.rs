//! A server on this machine that misbehaves in each way that other sites do.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

/// For so long a request is held in the hope that another one comes beside it.
const HELD: Duration = Duration::from_millis(120);

/// Between two bytes of a slow answer.
const SLOW: Duration = Duration::from_millis(20);

/// Answers until the test ends.
#[derive(Clone)]
pub(super) struct Server {
    port: u16,
    state: Arc<(Mutex<State>, Condvar)>,
}

#[derive(Default)]
struct State {
    /// `HEAD /a`, in order.
    requests: Vec<String>,
    agents: Vec<String>,
    now: usize,
    most: usize,
    times: HashMap<String, usize>,
}

impl Server {
    pub(super) fn start() -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let server = Server { port, state: Arc::default() };
        let answering = server.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let server = answering.clone();
                // A client that goes away in the midst of an answer is what many of the tests are about.
                std::thread::spawn(move || server.answer(stream).ok());
            }
        });
        server
    }

    pub(super) fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    pub(super) fn port(&self) -> u16 {
        self.port
    }

    /// What was asked, in order.
    pub(super) fn requests(&self) -> Vec<String> {
        self.state.0.lock().expect("a state").requests.clone()
    }

    /// Who asked.
    pub(super) fn agents(&self) -> Vec<String> {
        self.state.0.lock().expect("a state").agents.clone()
    }

    /// How many requests there were at the same time, at the most.
    pub(super) fn most_at_once(&self) -> usize {
        self.state.0.lock().expect("a state").most
    }

    fn answer(&self, mut stream: TcpStream) -> std::io::Result<()> {
        let (method, path, agent) = read_request(&stream)?;
        let time = self.begin(&method, &path, agent);
        if path.starts_with("/held/") {
            let (state, nobody) = &*self.state;
            drop(nobody.wait_timeout_while(state.lock().expect("a state"), HELD, |_| true));
        }
        // Before the answer, behind which the next request may come at once.
        self.state.0.lock().expect("a state").now -= 1;
        self.answer_to(&method, &path, time, &mut stream)
    }

    fn begin(&self, method: &str, path: &str, agent: String) -> usize {
        let mut state = self.state.0.lock().expect("a state");
        state.requests.push(format!("{method} {path}"));
        state.agents.push(agent);
        state.now += 1;
        state.most = state.most.max(state.now);
        let time = state.times.entry(format!("{method} {path}")).or_default();
        *time += 1;
        *time
    }

    fn answer_to(&self, method: &str, path: &str, time: usize, stream: &mut TcpStream) -> std::io::Result<()> {
        let (name, behind) = path[1..].split_once('/').unwrap_or((&path[1..], ""));
        match (name, method) {
            ("no-head", "HEAD") => reply(stream, "405 Method Not Allowed", "", ""),
            ("head-lies", "HEAD") => reply(stream, "404 Not Found", "", ""),
            ("head-drops", "HEAD") | ("drops", _) => Ok(()),
            ("drops-once", _) if time == 1 => Ok(()),
            ("missing", _) => reply(stream, "404 Not Found", "", ""),
            ("gone", _) => reply(stream, "410 Gone", "", ""),
            ("wall", _) => reply(stream, "403 Forbidden", "", ""),
            ("linkedin", _) => reply(stream, "999 Request denied", "", ""),
            ("fails", _) => reply(stream, "500 Internal Server Error", "", ""),
            ("fails-once", _) if time == 1 => reply(stream, "500 Internal Server Error", "", ""),
            ("busy-once", _) if time == 1 => reply(stream, "429 Too Many Requests", "Retry-After: 7\r\n", ""),
            ("busy-for-long", _) => reply(stream, "429 Too Many Requests", "Retry-After: 86400\r\n", ""),
            ("busy", _) => reply(stream, "429 Too Many Requests", "", ""),
            ("moved", _) => reply(stream, "301 Moved Permanently", &format!("Location: /{behind}\r\n"), ""),
            ("for-now", _) => reply(stream, "302 Found", &format!("Location: /{behind}\r\n"), ""),
            ("away", _) => reply(stream, "302 Found", &format!("Location: http://127.0.0.1:{behind}\r\n"), ""),
            ("round", _) => reply(stream, "302 Found", "Location: /round-2\r\n", ""),
            ("cookie", _) => reply(stream, "302 Found", "Location: /cookie\r\nSet-Cookie: seen=1\r\n", ""),
            ("round-2", _) => reply(stream, "302 Found", "Location: /round\r\n", ""),
            ("deeper", _) => reply(stream, "302 Found", &format!("Location: /deeper/{behind}x\r\n"), ""),
            ("nowhere", _) => reply(stream, "302 Found", "", ""),
            ("garbage", _) => stream.write_all(b"SSH-2.0-OpenSSH_9.9\r\n\0\x01\x02\x03\r\n\r\n"),
            ("silent", _) => wait_for_goodbye(stream),
            ("slow", _) => drip(stream),
            ("endless", "GET") => pour(stream),
            _ => reply(stream, "200 OK", "", "<!doctype html><h2 id=in-short>x</h2>"),
        }
    }
}

fn read_request(stream: &TcpStream) -> std::io::Result<(String, String, String)> {
    let mut first = [0];
    stream.peek(&mut first)?;
    if !first[0].is_ascii_uppercase() {
        return refuse(stream);
    }
    let mut lines = BufReader::new(stream).lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    let mut agent = String::new();
    for line in lines {
        let line = line?;
        if let Some((_, value)) = line.split_once(": ").filter(|(name, _)| name.eq_ignore_ascii_case("user-agent")) {
            value.clone_into(&mut agent);
        }
        if line.is_empty() {
            break;
        }
    }
    let mut words = first.split(' ').map(str::to_owned);
    let (method, path) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    Ok((method, path, agent))
}

/// What comes is no HTTP, as when a client wants a safe connection. The answer is one in plain text.
fn refuse<T>(mut stream: &TcpStream) -> std::io::Result<T> {
    stream.write_all(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")?;
    Err(std::io::ErrorKind::InvalidData.into())
}

fn reply(stream: &mut TcpStream, status: &str, headers: &str, body: &str) -> std::io::Result<()> {
    let length = body.len();
    let head = format!("HTTP/1.1 {status}\r\n{headers}Content-Type: text/html\r\nContent-Length: {length}\r\n");
    stream.write_all(format!("{head}Connection: close\r\n\r\n{body}").as_bytes())
}

/// Returns when the other side has closed the connection.
fn wait_for_goodbye(stream: &mut TcpStream) -> std::io::Result<()> {
    stream.read(&mut [0]).map(|_| ())
}

/// A byte, and another one as soon as the other side has said nothing for a while.
fn drip(stream: &mut TcpStream) -> std::io::Result<()> {
    stream.set_read_timeout(Some(SLOW))?;
    for byte in b"HTTP/1.1 200 OK\r\n".iter().chain(b"X-More: and more\r\n".iter().cycle()) {
        stream.write_all(&[*byte])?;
        if let Ok(0) = stream.read(&mut [0]) {
            break;
        }
    }
    Ok(())
}

/// A page without end.
fn pour(stream: &mut TcpStream) -> std::io::Result<()> {
    stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n")?;
    loop {
        stream.write_all(&[b'x'; 10_000])?;
    }
}
