//! Who is answered, and what.

use super::door::{decoded, plain};
use super::*;
use std::io::{Read, Write};
use std::net::TcpStream;

/// A server that says which path was asked for; one path panics.
fn served() -> (u16, Bell) {
    let server = Server::bind(Some(0), 0).expect("a free port");
    let (port, bell) = (server.port(), Bell::new());
    let own = bell.clone();
    std::thread::spawn(move || {
        let answer = |path: &str| match path {
            "panic" => panic!("as asked for"),
            path => plain(200, &format!("asked for {path}")),
        };
        server.run(&own, Arc::new(answer))
    });
    (port, bell)
}

fn ask(port: u16, request: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("the server listens");
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    let _ = stream.read_to_string(&mut answer);
    answer
}

fn get(port: u16, path: &str, host: &str) -> String {
    ask(port, &format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"))
}

#[test]
fn only_names_of_the_loopback_are_answered() {
    let (port, _) = served();
    for name in ["127.0.0.1", "localhost", "LOCALHOST", "[::1]"] {
        let answer = get(port, "/a", &format!("{name}:{port}"));
        assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("asked for a"), "{name}: {answer}");
    }
    let other = port.wrapping_add(1).max(1);
    for name in ["evil.example", &format!("evil.example:{port}"), &format!("127.0.0.1:{other}"), "127.0.0.1", ""] {
        assert!(get(port, "/a", name).starts_with("HTTP/1.1 421"), "{name}");
    }
    let two = format!("GET /a HTTP/1.1\r\nHost: localhost:{port}\r\nHost: evil\r\nConnection: close\r\n\r\n");
    assert!(!ask(port, &two).starts_with("HTTP/1.1 200"));
    let none = "GET /a HTTP/1.1\r\nConnection: close\r\n\r\n";
    assert!(!ask(port, none).starts_with("HTTP/1.1 200"));
    let whole = format!("GET http://evil/a HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n");
    assert!(ask(port, &whole).starts_with("HTTP/1.1 421"));
}

#[test]
fn only_questions_are_answered() {
    let (port, _) = served();
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"] {
        let request = format!("{method} /a HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n");
        let answer = ask(port, &request);
        assert!(answer.starts_with("HTTP/1.1 405") && answer.contains("allow: GET, HEAD"), "{method}: {answer}");
    }
    let head = format!("HEAD /a HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n");
    let answer = ask(port, &head);
    assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("\r\n\r\n"), "{answer}");
    let long = format!("/{}", "a".repeat(HEAD_BYTES_MAX * 2));
    assert!(!get(port, &long, &format!("localhost:{port}")).starts_with("HTTP/1.1 200"));
}

#[test]
fn no_path_leaves_the_site() {
    assert_eq!(decoded("/kk/a%2Db/").as_deref(), Some("kk/a-b/"));
    assert_eq!(decoded("/%D2%9B").as_deref(), Some("қ"));
    for path in [
        "/../a",
        "/a/%2e%2e/b",
        "/a/..%2fb",
        "/%2e./",
        "/a%5c..%5cb",
        "/%00",
        "/c:/x",
        "/%ff",
        "/%4",
        "/%+1",
        "/% 1",
        "a",
    ] {
        assert_eq!(decoded(path), None, "{path}");
    }
    let (port, _) = served();
    assert!(get(port, "/%2e%2e/%2e%2e/etc/passwd", &format!("localhost:{port}")).starts_with("HTTP/1.1 400"));
}

#[test]
fn a_failure_on_one_page_is_not_the_end() {
    let (port, _) = served();
    let host = format!("localhost:{port}");
    assert!(get(port, "/panic", &host).starts_with("HTTP/1.1 500"));
    assert!(get(port, "/a", &host).starts_with("HTTP/1.1 200"));
}

#[test]
fn news_come_at_once_or_when_there_are_some() {
    let (port, bell) = served();
    let host = format!("localhost:{port}");
    assert!(get(port, "/-/news?0", &host).ends_with("\r\n\r\n1"), "an asker who knows nothing waits for nothing");
    let waiting = std::thread::spawn(move || get(port, "/-/news?1", &host));
    std::thread::sleep(Duration::from_millis(50));
    assert!(!waiting.is_finished());
    bell.ring();
    assert!(waiting.join().unwrap().ends_with("\r\n\r\n2"));
}
