//! A server for this machine alone.
//!
//! In: a function from paths to [`Reply`]. Out: a port that browsers of this machine can ask.
//! Holds: it listens on the loopback only, and answers only who calls it by a name of the loopback, so that a page of
//! another host cannot read it by a name of its own; it knows no files, so no path leads to one; it reads no body, and
//! bounds how many ask at once, how long a head may be and how long it may take; whatever an answer does, it goes on.
//! Absent on purpose: what the answers are.

mod door;

use super::EdgeError;
use hyper::service::service_fn;
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
