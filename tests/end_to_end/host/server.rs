//! HTTP/1.1 with the answers of GitHub Pages: statuses, types, compression, validators, caching.

use std::{
    convert::Infallible,
    hash::{DefaultHasher, Hash, Hasher},
    io::{self, Write},
    sync::Arc,
};

use flate2::{Compression, write::GzEncoder};
use futures::{StreamExt, stream};
use http_body_util::{BodyExt, Full, StreamBody, combinators::UnsyncBoxBody};
use hyper::{
    Method, Response, StatusCode,
    body::{Bytes, Frame, Incoming},
    header,
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::TokioIo;
use tokio::{net::TcpListener, task::JoinSet};

use super::{
    Request, Site,
    faults::Fault,
    files::{self, Found},
};

type Answer = Response<UnsyncBoxBody<Bytes, io::Error>>;

/// Answers until it is aborted, which cuts its connections too.
pub(super) async fn serve(listener: TcpListener, site: Arc<Site>) {
    let mut connections = JoinSet::new();
    loop {
        let Ok((socket, _)) = listener.accept().await else { continue };
        let site = site.clone();
        let service = service_fn(move |request| answer_and_note(request, site.clone()));
        let connection = http1::Builder::new().serve_connection(TokioIo::new(socket), service);
        // An error is a connection that ended early: a fault that was asked for, or a browser that gave up.
        connections.spawn(async { drop(connection.await) });
    }
}

async fn answer_and_note(request: hyper::Request<Incoming>, site: Arc<Site>) -> Result<Answer, Infallible> {
    let path = files::decode(request.uri().path()).unwrap_or_default();
    let number = {
        let mut requests = site.requests.lock().unwrap();
        requests.push(Request { path: path.clone(), status: None });
        requests.len() - 1
    };
    site.faults.wait_while_held(&path).await;
    let answer = answer(&request, &path, &site);
    site.requests.lock().unwrap()[number].status = Some(answer.status().as_u16());
    Ok(answer)
}

fn answer(request: &hyper::Request<Incoming>, path: &str, site: &Site) -> Answer {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return text(StatusCode::METHOD_NOT_ALLOWED, "Only GET and HEAD.");
    }
    let fault = site.faults.of(path);
    if let Some(Fault::Status(status)) = fault {
        return text(StatusCode::from_u16(status).expect("a status that exists"), "As you wished.");
    }
    if format!("{path}/") == site.base {
        return moved(&site.base);
    }
    let Some(inside) = path.strip_prefix(&site.base) else {
        return text(StatusCode::NOT_FOUND, "There is another site here.");
    };
    match site.folder.find(inside) {
        Found::File { bytes, content_type } => file(request, StatusCode::OK, bytes, content_type, fault),
        Found::Folder => moved(&format!("{}/", request.uri().path())),
        Found::Nothing => match site.folder.find("404.html") {
            Found::File { bytes, content_type } => file(request, StatusCode::NOT_FOUND, bytes, content_type, fault),
            _ => text(StatusCode::NOT_FOUND, "The site has no 404.html."),
        },
    }
}

fn file(
    request: &hyper::Request<Incoming>,
    status: StatusCode,
    bytes: Vec<u8>,
    content_type: &str,
    fault: Option<Fault>,
) -> Answer {
    let asked = |name| request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let etag = etag(&bytes);
    let builder = Response::builder()
        .header(header::CACHE_CONTROL, "max-age=600")
        .header(header::VARY, "Accept-Encoding")
        .header(header::ETAG, &etag);
    if status == StatusCode::OK && fault.is_none() && asked(header::IF_NONE_MATCH).contains(&etag) {
        return builder.status(StatusCode::NOT_MODIFIED).body(whole(Vec::new())).expect("valid headers");
    }
    let builder = builder.status(status).header(header::CONTENT_TYPE, content_type);
    match fault {
        Some(Fault::CutShort) => {
            let builder = builder.header(header::CONTENT_LENGTH, bytes.len());
            return builder.body(half(bytes)).expect("valid headers");
        }
        Some(Fault::NotUtf8) => return builder.body(whole(damaged(bytes))).expect("valid headers"),
        Some(Fault::Status(_)) | None => {}
    }
    if !is_compressed(content_type) || !asked(header::ACCEPT_ENCODING).contains("gzip") {
        return builder.body(whole(bytes)).expect("valid headers");
    }
    let body = whole(gzip(&bytes));
    builder.header(header::CONTENT_ENCODING, "gzip").body(body).expect("valid headers")
}

fn moved(to: &str) -> Answer {
    let builder = Response::builder().status(StatusCode::MOVED_PERMANENTLY).header(header::LOCATION, to);
    builder.body(whole(Vec::new())).expect("valid headers")
}

fn text(status: StatusCode, text: &str) -> Answer {
    let builder = Response::builder().status(status).header(header::CONTENT_TYPE, "text/plain; charset=utf-8");
    builder.body(whole(text.as_bytes().to_owned())).expect("valid headers")
}

fn whole(bytes: Vec<u8>) -> UnsyncBoxBody<Bytes, io::Error> {
    Full::new(Bytes::from(bytes)).map_err(|never| match never {}).boxed_unsync()
}

/// Half of the bytes, and then an error, at which the server closes the connection.
fn half(mut bytes: Vec<u8>) -> UnsyncBoxBody<Bytes, io::Error> {
    bytes.truncate(bytes.len() / 2);
    let frames = stream::iter([Ok(Frame::data(Bytes::from(bytes))), Err(io::Error::other("cut short"))]);
    // The half must leave before the error comes, or nothing would be sent at all.
    let frames = frames.then(async |frame| {
        if frame.is_err() {
            tokio::task::yield_now().await;
        }
        frame
    });
    StreamBody::new(Box::pin(frames)).boxed_unsync()
}

fn damaged(mut bytes: Vec<u8>) -> Vec<u8> {
    let middle = bytes.len() / 2;
    bytes.splice(middle..middle, [0xc3, 0x28, 0xff]);
    bytes
}

fn is_compressed(content_type: &str) -> bool {
    !matches!(content_type, "image/png" | "image/jpeg" | "application/octet-stream")
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).expect("memory takes all");
    encoder.finish().expect("memory takes all")
}

fn etag(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    format!("\"{:x}\"", hasher.finish())
}
