//! A server for this machine alone.
//!
//! In: a function from paths to [`Reply`]. Out: a port that browsers of this machine can ask.
//! Holds: it listens on the loopback only, and answers only who calls it by a name of the loopback, so that a page of
//! another host cannot read it by a name of its own; it knows no files, so no path leads to one; it reads no body, and
//! bounds how many ask at once, how long a head may be and how long it may take; whatever an answer does, it goes on.
//! Absent on purpose: what the answers are.

use super::EdgeError;
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{self, HeaderValue};
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use std::convert::Infallible;
use std::io;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Semaphore, watch};

/// Answered with the number of the last change, as soon as it is not the one that is asked with.
pub const NEWS: &str = "/-/news";

const CONNECTIONS_MAX: usize = 64;
const HEAD_BYTES_MAX: usize = 16 << 10;
const HEAD_TIME_MAX: Duration = Duration::from_secs(10);
/// A browser that hears nothing for this long asks again.
const NEWS_TIME_MAX: Duration = Duration::from_secs(25);

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    pub status: u16,
    pub kind: &'static str,
    pub body: Vec<u8>,
    /// Where else to ask.
    pub location: Option<String>,
}

/// Tells all who wait for news that there are some.
#[derive(Debug, Clone)]
pub struct Bell(watch::Sender<u64>);

impl Bell {
    pub fn new() -> Bell {
        Bell(watch::Sender::new(1))
    }

    pub fn ring(&self) {
        self.0.send_modify(|number| *number += 1);
    }

    /// The number of the last change.
    pub fn number(&self) -> u64 {
        *self.0.borrow()
    }
}

impl Default for Bell {
    fn default() -> Bell {
        Bell::new()
    }
}

type Answer = dyn Fn(&str) -> Reply + Send + Sync;

/// A server that has its port.
pub struct Server {
    listeners: Vec<TcpListener>,
    port: u16,
}

impl Server {
    /// Takes a port on both loopbacks; without a wanted one the usual, or where that is taken, any.
    pub fn bind(wanted: Option<u16>, usual: u16) -> Result<Server, EdgeError> {
        let first = match wanted {
            Some(port) => listen(Ipv4Addr::LOCALHOST.into(), port),
            None => listen(Ipv4Addr::LOCALHOST.into(), usual).or_else(|_| listen(Ipv4Addr::LOCALHOST.into(), 0)),
        };
        let refused = |error| EdgeError::Port { port: wanted.unwrap_or(usual), error };
        let first = first.map_err(refused)?;
        let port = first.local_addr().map_err(refused)?.port();
        // Not every machine has the second.
        let second = listen(Ipv6Addr::LOCALHOST.into(), port).ok();
        Ok(Server { listeners: std::iter::once(first).chain(second).collect(), port })
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    /// Answers until the process ends.
    pub fn run(self, bell: &Bell, answer: Arc<Answer>) -> Result<(), EdgeError> {
        let port = self.port;
        let refused = |error| EdgeError::Port { port, error };
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(refused)?;
        runtime.block_on(async move {
            let places = Arc::new(Semaphore::new(CONNECTIONS_MAX));
            let mut tasks = Vec::new();
            for listener in self.listeners {
                let listener = tokio::net::TcpListener::from_std(listener).map_err(refused)?;
                let door = Door { port, bell: bell.clone(), answer: Arc::clone(&answer) };
                tasks.push(tokio::spawn(accept(listener, Arc::clone(&places), door)));
            }
            for task in tasks {
                let _ = task.await;
            }
            Ok(())
        })
    }
}

fn listen(address: std::net::IpAddr, port: u16) -> io::Result<TcpListener> {
    let listener = TcpListener::bind(SocketAddr::new(address, port))?;
    listener.set_nonblocking(true)?;
    Ok(listener)
}

/// What a connection needs.
#[derive(Clone)]
struct Door {
    port: u16,
    bell: Bell,
    answer: Arc<Answer>,
}

async fn accept(listener: tokio::net::TcpListener, places: Arc<Semaphore>, door: Door) {
    loop {
        let Ok(place) = Arc::clone(&places).acquire_owned().await else { return };
        let Ok((stream, _)) = listener.accept().await else {
            // The machine has no more of something; it will.
            tokio::time::sleep(Duration::from_millis(100)).await;
            continue;
        };
        let door = door.clone();
        tokio::spawn(async move {
            let service = service_fn(|request| {
                let door = door.clone();
                async move { Ok::<_, Infallible>(door.open(&request).await) }
            });
            // Who goes away in the middle has had what he wanted.
            let _ = hyper::server::conn::http1::Builder::new()
                .timer(TokioTimer::new())
                .header_read_timeout(HEAD_TIME_MAX)
                .max_buf_size(HEAD_BYTES_MAX)
                .serve_connection(TokioIo::new(stream), service)
                .await;
            drop(place);
        });
    }
}

impl Door {
    async fn open(&self, request: &Request<Incoming>) -> Response<Full<Bytes>> {
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
                respond(std::panic::catch_unwind(answer).unwrap_or_else(|_| plain(500, "the program failed on this page")))
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
fn decoded(path: &str) -> Option<String> {
    let bytes = path.strip_prefix('/')?.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        if *byte == b'%' {
            let digits = str::from_utf8(bytes.get(at + 1..at + 3)?).ok()?;
            out.push(u8::from_str_radix(digits, 16).ok()?);
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

fn plain(status: u16, words: &str) -> Reply {
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

/// Asks the system to show an address; nothing comes of it where it cannot.
pub fn open_in_browser(address: &str) {
    let (program, before): (&str, &[&str]) = if cfg!(windows) {
        ("cmd", &["/C", "start", ""])
    } else if cfg!(target_vendor = "apple") {
        ("open", &[])
    } else {
        ("xdg-open", &[])
    };
    let none = std::process::Stdio::null;
    let mut command = std::process::Command::new(program);
    let _ = command.args(before).arg(address).stdin(none()).stdout(none()).stderr(none()).spawn();
}

#[cfg(test)]
mod tests;
