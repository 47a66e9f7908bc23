//! The HTTP request handler: routing, `ETag` and If-None-Match, Range, security headers.

use super::inject::{CLIENT, OWN, astray, dressed};
use super::mime::mime_of;
use super::origin_check::ServerAddress;
use super::worker::{File, Message};
use hyper::body::{Body as HttpBody, Bytes, Frame, Incoming};
use hyper::header::{self, HeaderMap, HeaderValue};
use hyper::{Method, Request, Response, StatusCode};
use percent_encoding::percent_decode_str;
use std::convert::Infallible;
use std::ops::RangeInclusive;
use std::pin::Pin;
use std::sync::{Arc, mpsc::Sender};
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};
use tokio::time::{Interval, interval};

/// How often a silent stream says that it is there, so that a page that has gone is noticed.
const BEAT: Duration = Duration::from_secs(15);

/// How many messages may wait for a page that does not read them.
const WAITING: usize = 16;

/// What is sent: bytes, or events as they come.
pub(super) enum ResponseBody {
    Whole(Option<Bytes>),
    Events { from: mpsc::Receiver<String>, beat: Interval },
}

impl HttpBody for ResponseBody {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        match self.get_mut() {
            Self::Whole(bytes) => Poll::Ready(bytes.take().map(|bytes| Ok(Frame::data(bytes)))),
            Self::Events { from, beat } => {
                if let Poll::Ready(event) = from.poll_recv(context) {
                    return Poll::Ready(event.map(|event| Ok(Frame::data(event.into()))));
                }
                beat.poll_tick(context).map(|_| Some(Ok(Frame::data(Bytes::from_static(b":\n\n")))))
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        matches!(self, Self::Whole(None))
    }

    fn size_hint(&self) -> hyper::body::SizeHint {
        match self {
            Self::Whole(bytes) => {
                hyper::body::SizeHint::with_exact(bytes.as_ref().map_or(0, |bytes| bytes.len() as u64))
            }
            Self::Events { .. } => hyper::body::SizeHint::default(),
        }
    }
}

/// Answers a request.
pub(super) async fn handle(
    request: Request<Incoming>,
    server: Arc<ServerAddress>,
    work: Sender<Message>,
) -> Response<ResponseBody> {
    let head = request.method() == Method::HEAD;
    let mut response = if head || request.method() == Method::GET {
        match server.check(request.uri(), request.headers()) {
            Ok(()) => fetch(&request, &work).await,
            Err((status, why)) => words(status, why),
        }
    } else {
        let mut response = words(StatusCode::METHOD_NOT_ALLOWED, "only GET and HEAD are answered\n");
        put(&mut response, header::ALLOW, "GET, HEAD");
        // What such a request brings along is not read.
        put(&mut response, header::CONNECTION, "close");
        response
    };
    for (name, value) in [
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::X_FRAME_OPTIONS, "SAMEORIGIN"),
        (header::HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ] {
        put(&mut response, name, value);
    }
    if head && let ResponseBody::Whole(bytes) = response.body_mut() {
        let length = bytes.take().map_or(0, |bytes| bytes.len());
        put(&mut response, header::CONTENT_LENGTH, &length.to_string());
    }
    response
}

async fn fetch(request: &Request<Incoming>, work: &Sender<Message>) -> Response<ResponseBody> {
    let Some(path) = decoded(request.uri().path()) else {
        return words(StatusCode::BAD_REQUEST, "this address cannot be read\n");
    };
    let path = path.trim_start_matches('/').to_owned();
    let plain = request.uri().path().starts_with('/') && !request.uri().path().starts_with("//");
    if plain && let Some(name) = path.strip_prefix(OWN) {
        return own(name, request, work).await;
    }
    // A path that no file can have is looked for like any other, in the same list of paths; there is none.
    let path = if plain { path } else { format!("/{path}") };
    let wanted =
        if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.clone() };
    let Some(file) = ask(work, |to| Message::File(wanted.clone(), to)).await else { return gone() };
    if !file.found && !path.ends_with('/') && !path.rsplit('/').next().unwrap_or_default().contains('.') {
        let folder = ask(work, |to| Message::File(format!("{path}/index.html"), to)).await;
        if folder.is_some_and(|folder| folder.found) {
            let mut response = words(StatusCode::PERMANENT_REDIRECT, "");
            put(&mut response, header::LOCATION, &format!("{}/", request.uri().path()));
            return response;
        }
    }
    sent(&file, &wanted, request.headers())
}

/// The preview's own files.
async fn own(name: &str, request: &Request<Incoming>, work: &Sender<Message>) -> Response<ResponseBody> {
    let query = request.uri().query().unwrap_or_default();
    let said = |key: &str| {
        let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        pairs.filter(|(name, _)| *name == key).find_map(|(_, value)| decoded(value)).unwrap_or_default()
    };
    match name {
        "client.js" => {
            let mut response =
                Response::new(ResponseBody::Whole(Some(Bytes::from_static(CLIENT.as_bytes()))));
            put(&mut response, header::CONTENT_TYPE, mime_of(name));
            response
        }
        "events" => {
            let (to, from) = mpsc::channel(WAITING);
            if work.send(Message::Open(said("path"), to)).is_err() {
                return gone();
            }
            let mut response = Response::new(ResponseBody::Events { from, beat: interval(BEAT) });
            put(&mut response, header::CONTENT_TYPE, "text/event-stream; charset=utf-8");
            response
        }
        "place" => {
            let place = ask(work, |to| Message::Place(said("indicator"), said("anchor"), to)).await;
            let Some(place) = place.flatten() else {
                return words(StatusCode::NOT_FOUND, "nothing of that name\n");
            };
            let json = serde_json::to_vec(&place).unwrap_or_default();
            let mut response = Response::new(ResponseBody::Whole(Some(json.into())));
            put(&mut response, header::CONTENT_TYPE, mime_of("x.json"));
            response
        }
        _ => words(StatusCode::NOT_FOUND, "nothing of that name\n"),
    }
}

/// A file as a response: a page with what the preview adds, another file as it is, or a part of it.
fn sent(file: &File, path: &str, asked: &HeaderMap) -> Response<ResponseBody> {
    let page = !file.found || path.rsplit_once('.').is_some_and(|(_, ending)| ending == "html");
    let tag = if page { format!("\"{}-{}\"", file.mark.0, file.style.0) } else { file.mark.tag() };
    let known = asked.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    let known = known.flat_map(|value| value.split(',')).any(|one| {
        let one = one.trim();
        one == "*" || one.trim_start_matches("W/") == tag
    });
    let mut response = if file.found && known {
        let mut response = Response::new(ResponseBody::Whole(None));
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        response
    } else if page {
        let dress = if file.found { dressed } else { astray };
        let bytes = dress(&file.bytes, path, &file.mark, &file.style);
        let mut response = Response::new(ResponseBody::Whole(Some(bytes.into())));
        if !file.found {
            *response.status_mut() = StatusCode::NOT_FOUND;
        }
        response
    } else {
        part(file, asked, &tag)
    };
    put(&mut response, header::CONTENT_TYPE, if page { mime_of("x.html") } else { mime_of(path) });
    put(&mut response, header::ETAG, &tag);
    response
}

/// A file, or the part of it that is asked for.
fn part(file: &File, asked: &HeaderMap, tag: &str) -> Response<ResponseBody> {
    let size = file.bytes.len();
    let same = asked.get(header::IF_RANGE).is_none_or(|value| value.as_bytes() == tag.as_bytes());
    let range = asked.get(header::RANGE).filter(|_| same).and_then(|value| value.to_str().ok());
    let mut response = match range.and_then(|text| range_of(text, size)) {
        None => Response::new(ResponseBody::Whole(Some(Bytes::copy_from_slice(&file.bytes)))),
        Some(Some(range)) => {
            let said = format!("bytes {}-{}/{size}", range.start(), range.end());
            let mut response =
                Response::new(ResponseBody::Whole(Some(Bytes::copy_from_slice(&file.bytes[range]))));
            *response.status_mut() = StatusCode::PARTIAL_CONTENT;
            put(&mut response, header::CONTENT_RANGE, &said);
            response
        }
        Some(None) => {
            let mut response = Response::new(ResponseBody::Whole(None));
            *response.status_mut() = StatusCode::RANGE_NOT_SATISFIABLE;
            put(&mut response, header::CONTENT_RANGE, &format!("bytes */{size}"));
            response
        }
    };
    put(&mut response, header::ACCEPT_RANGES, "bytes");
    response
}

/// One range of bytes; none if the header asks for something else, `Some(None)` if there is nothing there.
#[expect(clippy::option_option, reason = "no range, an empty one and a real one are three answers")]
fn range_of(text: &str, size: usize) -> Option<Option<RangeInclusive<usize>>> {
    let (first, last) = text.strip_prefix("bytes=")?.split_once('-')?;
    let number = |text: &str| text.parse::<usize>().ok();
    let (first, last) = match (first, last) {
        ("", last) => (size.saturating_sub(number(last)?), size.checked_sub(1)),
        (first, "") => (number(first)?, size.checked_sub(1)),
        (first, last) => {
            let (first, last) = (number(first)?, number(last)?);
            if last < first {
                return None;
            }
            (first, size.checked_sub(1).map(|end| end.min(last)))
        }
    };
    Some(last.filter(|last| first <= *last).map(|last| first..=last))
}

/// Asks the one who holds the site.
async fn ask<T>(work: &Sender<Message>, message: impl FnOnce(oneshot::Sender<T>) -> Message) -> Option<T> {
    let (to, from) = oneshot::channel();
    work.send(message(to)).ok()?;
    from.await.ok()
}

fn gone() -> Response<ResponseBody> {
    words(StatusCode::SERVICE_UNAVAILABLE, "the preview has ended; start it again\n")
}

fn words(status: StatusCode, text: &'static str) -> Response<ResponseBody> {
    let mut response = Response::new(ResponseBody::Whole(Some(Bytes::from_static(text.as_bytes()))));
    *response.status_mut() = status;
    put(&mut response, header::CONTENT_TYPE, mime_of("x.txt"));
    response
}

/// Sets a header; a value that cannot stand in one is left out.
fn put(response: &mut Response<ResponseBody>, name: header::HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}

/// An address without its escapes; none if it is not text or has control characters. What is no escape stands for
/// itself, as browsers read it.
fn decoded(text: &str) -> Option<String> {
    let text = percent_decode_str(text).decode_utf8().ok()?;
    (!text.chars().any(char::is_control)).then(|| text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_read_as_the_standard_says() {
        assert_eq!(range_of("bytes=0-3", 10), Some(Some(0..=3)));
        assert_eq!(range_of("bytes=8-99", 10), Some(Some(8..=9)));
        assert_eq!(range_of("bytes=7-", 10), Some(Some(7..=9)));
        assert_eq!(range_of("bytes=-4", 10), Some(Some(6..=9)));
        assert_eq!(range_of("bytes=-40", 10), Some(Some(0..=9)));
        assert_eq!(range_of("bytes=10-", 10), Some(None));
        assert_eq!(range_of("bytes=-0", 10), Some(None));
        assert_eq!(range_of("bytes=0-", 0), Some(None));
        for other in ["bytes=3-1", "bytes=0-1,3-4", "lines=0-1", "bytes=a-b", "bytes=-"] {
            assert_eq!(range_of(other, 10), None, "{other}");
        }
    }

    #[test]
    fn addresses_are_decoded_once() {
        assert_eq!(decoded("/a%20b/%E5%B1%B1").as_deref(), Some("/a b/山"));
        assert_eq!(decoded("/%252e%252e/").as_deref(), Some("/%2e%2e/"));
        for own in ["/%", "/%f", "/%zz", "/%+1"] {
            assert_eq!(decoded(own).as_deref(), Some(own));
        }
        for odd in ["/%ff", "/a%00b", "/%0a"] {
            assert_eq!(decoded(odd), None, "{odd}");
        }
    }
}
