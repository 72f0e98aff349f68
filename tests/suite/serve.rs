//! `serve` as its users meet it: pages, changes, findings on pages, and what it refuses.

use crate::corpus::{real, sources};
use reglament::base::{Finding, RelPath, Serial, codes};
use reglament::pipeline::Workbook;
use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};

struct Served {
    child: Child,
    port: u16,
    folder: tempfile::TempDir,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn reglament(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_reglament"));
    command.current_dir(folder).env_clear().env("REGLAMENT_LANG", "en");
    command
}

/// A served definition, with a theme folder that is empty but for one asset.
fn serve() -> Served {
    let folder = tempfile::tempdir().unwrap();
    assert!(reglament(folder.path()).args(["new", "act-1", "--lang", "kk"]).status().unwrap().success());
    fs::create_dir_all(folder.path().join("theme/assets")).unwrap();
    fs::write(folder.path().join("theme/assets/own.css"), "body { margin: 7px }").unwrap();
    let mut command = reglament(folder.path());
    command.args(["serve", "--port", "0", "--theme", "theme"]).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let port = line.split("127.0.0.1:").nth(1).and_then(|rest| rest.split('/').next()).unwrap().parse().unwrap();
    Served { child, port, folder }
}

impl Served {
    fn ask(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost:{}\r\nConnection: close\r\n\r\n", self.port).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn number(&self) -> u64 {
        self.ask("/-/news?0").rsplit('\n').next().unwrap().trim().parse().unwrap()
    }

    /// Changes a file and waits until that is known.
    fn change(&self, path: &str, change: impl Fn(String) -> String) {
        let known = self.number();
        let path = self.folder.path().join(path);
        let text = fs::read_to_string(&path).unwrap_or_default();
        fs::write(&path, change(text)).unwrap();
        let told = self.ask(&format!("/-/news?{known}"));
        assert!(!told.ends_with(&format!("\n{known}")), "nothing was noticed: {told}");
    }
}

/// A finding in any step or item of the real definitions stands at it.
#[test]
fn every_element_has_a_place_on_its_page() {
    let mut book = Workbook::default();
    book.update(sources().iter().map(|(_, source)| source.clone()).collect(), &BTreeSet::new(), &Serial);
    let mut count = 0;
    for decree in &book.corpus().decrees {
        for regulation in &decree.regulations {
            let path = format!("site/kk/{}/{}/index.html", decree.id, regulation.id);
            let page = &real().artifacts[&RelPath::new(&path).expect("a path")];
            let page = String::from_utf8_lossy(page);
            let steps = regulation.provider_paths.iter().flat_map(|path| path.steps.iter().map(|step| &step.id));
            let items = regulation.system_paths.iter().flat_map(|path| path.items.iter().map(|item| &item.id));
            for id in steps.chain(items) {
                let spot = book.spot(&Finding::new(&codes::BAD_ID, id.span)).expect("a place");
                let anchor = spot.anchor.expect("an element");
                assert!(anchor.ends_with(&format!("-{}", id.value)), "{path}: {} at {anchor}", id.value);
                assert!(page.contains(&format!("id=\"{anchor}\"")), "{path}: {anchor}");
                count += 1;
            }
        }
    }
    assert!(count > 100, "{count}");
}

const PAGE: &str = "/kk/act-1/service/index.html";

#[test]
fn a_site_is_shown_while_it_is_written() {
    let served = serve();
    assert!(served.ask("/").starts_with("HTTP/1.1 200"));
    assert!(served.ask("/kk").contains("location: /kk/"));
    assert!(served.ask("/assets/site.css").ends_with("body { margin: 7px }"));
    assert!(served.ask("/nothing").starts_with("HTTP/1.1 404"));
    assert!(served.ask("/%2e%2e/regulations/act-1/decree.yaml").starts_with("HTTP/1.1 400"));
    assert!(served.ask("/regulations/act-1/decree.yaml").starts_with("HTTP/1.1 404"));
    let page = served.ask(PAGE);
    assert!(page.contains("/-/serve.js") && !page.contains("reglament-notes"), "{page}");

    served.change("regulations/act-1/service.yaml", |text| text.replace("title: ", "title: Жаңа "));
    assert!(served.ask(PAGE).contains("Жаңа "));

    // What cannot be built is shown as it last could, with what is wrong at its step.
    served.change("regulations/act-1/service.yaml", |text| text.replace("unit: head", "unit: haed"));
    let page = served.ask(PAGE);
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("Жаңа "));
    assert!(page.contains("error[M003]") && page.contains("data-at=\"provider-assign\""), "{page}");
    assert!(page.contains("as it last was without errors") && page.contains("regulations/act-1/service.yaml:"));
    served.change("regulations/act-1/service.yaml", |_| "title: [".to_owned());
    assert!(served.ask(PAGE).contains("error[S001]"));
    served.change("regulations/act-1/service.yaml", |_| "\u{0}\u{1}- a: &a [*a]\n".to_owned());
    assert!(served.ask(PAGE).starts_with("HTTP/1.1 200"));
    assert!(served.ask("/kk/act-1/").contains("reglament-notes"));
}

#[test]
fn a_theme_with_faults_is_told_of_and_the_last_sound_one_stays() {
    let served = serve();
    fs::create_dir_all(served.folder.path().join("theme/templates")).unwrap();
    served.change("theme/templates/home.html", |_| "a\n{{ it.cuonts }}".to_owned());
    let page = served.ask("/kk/index.html");
    assert!(page.contains("error[T013]") && page.contains("theme/templates/home.html:2:4"), "{page}");
    assert!(page.contains("act-1/service"), "the page is made with the theme of before");
    served.change("theme/templates/home.html", |_| "<html><head></head><body>{{ it.counts }}</body></html>".to_owned());
    let page = served.ask("/kk/index.html");
    assert!(!page.contains("error[") && !page.contains("act-1/service"), "{page}");
}

#[test]
fn a_folder_that_goes_and_comes_back_is_survived() {
    let served = serve();
    let (own, away) = (served.folder.path().join("regulations"), served.folder.path().join("away"));
    let known = served.number();
    fs::rename(&own, &away).unwrap();
    served.ask(&format!("/-/news?{known}"));
    let page = served.ask(PAGE);
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("does not exist"), "{page}");
    let known = served.number();
    fs::rename(&away, &own).unwrap();
    served.ask(&format!("/-/news?{known}"));
    assert!(!served.ask(PAGE).contains("does not exist"));
}

#[test]
fn a_port_that_is_taken_is_told_of() {
    let served = serve();
    let port = served.port.to_string();
    let output = reglament(served.folder.path()).args(["serve", "--port", &port]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("name another port"));
}
