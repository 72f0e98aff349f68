//! Who is let in, and what each answer says beside its body.

use super::{Door, NEWS, NEWS_TIME_MAX, Reply};
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{self, HeaderValue};
use hyper::{Method, Request, Response, StatusCode};

impl Door {
    pub async fn open(&self, request: &Request<Incoming>) -> Response<Full<Bytes>> {
        if !self.is_called_by_name(request) {
            return respond(plain(421, "this server answers to 127.0.0.1, [::1] and localhost only"));
        }
        if request.method() != Method::GET && request.method() != Method::HEAD {
            let mut response = respond(plain(405, "GET and HEAD only"));
            response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
            return response;
        }
        let path = request.uri().path();
        if path == NEWS {
            let known = request.uri().query().and_then(|query| query.parse().ok()).unwrap_or(0);
            return respond(plain(200, &self.news(known).await.to_string()));
        }
        match decoded(path) {
            // One broken page must not end the rest.
            Some(path) => {
                let answer = std::panic::AssertUnwindSafe(|| (self.answer)(&path));
                respond(
                    std::panic::catch_unwind(answer).unwrap_or_else(|_| plain(500, "the program failed on this page")),
                )
            }
            None => respond(plain(400, "no such path can be")),
        }
    }

    /// Waits for a change that the asker does not know yet.
    async fn news(&self, known: u64) -> u64 {
        let mut told = self.bell.0.subscribe();
        let wait = async {
            while *told.borrow_and_update() == known {
                if told.changed().await.is_err() {
                    return;
                }
            }
        };
        let _ = tokio::time::timeout(NEWS_TIME_MAX, wait).await;
        self.bell.number()
    }

    fn is_called_by_name(&self, request: &Request<Incoming>) -> bool {
        let hosts = request.headers().get_all(header::HOST);
        let mut named = hosts.iter().filter_map(|host| host.to_str().ok());
        let (Some(host), None) = (named.next(), named.next()) else { return false };
        // A whole address in the first line must name the same host.
        let authority = request.uri().authority().map(|authority| authority.as_str());
        is_own_name(host, self.port) && authority.is_none_or(|authority| is_own_name(authority, self.port))
    }
}

/// `127.0.0.1:4000`, `[::1]:4000`, `localhost:4000`; without a port only where it is the usual one.
fn is_own_name(host: &str, port: u16) -> bool {
    let names = ["127.0.0.1", "[::1]", "localhost"];
    names.iter().any(|name| {
        let rest = host.get(..name.len()).filter(|start| start.eq_ignore_ascii_case(name)).map(|_| &host[name.len()..]);
        match rest {
            Some("") => port == 80,
            Some(rest) => rest.strip_prefix(':').and_then(|digits| digits.parse().ok()) == Some(port),
            None => false,
        }
    })
}

/// The path without its leading slash and escapes; nothing where it could mean another folder.
pub(super) fn decoded(path: &str) -> Option<String> {
    let bytes = path.strip_prefix('/')?.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        if *byte == b'%' {
            let digit = |at: usize| char::from(*bytes.get(at)?).to_digit(16);
            out.push((digit(at + 1)? * 16 + digit(at + 2)?) as u8);
            at += 3;
        } else {
            out.push(*byte);
            at += 1;
        }
    }
    let path = String::from_utf8(out).ok()?;
    let is_sound = |segment: &str| segment != "." && segment != ".." && !segment.contains(['\\', '\0', ':']);
    path.split('/').all(is_sound).then_some(path)
}

pub(super) fn plain(status: u16, words: &str) -> Reply {
    Reply { status, kind: "text/plain; charset=utf-8", body: words.as_bytes().to_vec(), location: None }
}

fn respond(reply: Reply) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(Bytes::from(reply.body)));
    *response.status_mut() = StatusCode::from_u16(reply.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(reply.kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    if let Some(location) = reply.location.and_then(|location| HeaderValue::from_str(&location).ok()) {
        headers.insert(header::LOCATION, location);
    }
    response
}
