//! What machines and publishers get of the real definitions: a site with an address, and one regulation in one file.

use crate::corpus::{real, root};
use reglament::base::{Artifacts, RelPath, Serial};
use reglament::pipeline;
use reglament::theme::Theme;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::process::{Command, Output};

const ADDRESS: &str = "https://example.kz/a/";

fn theme(site: &str) -> Theme {
    Theme::with_overrides(BTreeMap::from([("site.yaml".to_owned(), site.as_bytes().to_vec())])).expect("sound")
}

fn published() -> Artifacts {
    let theme = theme(&format!("address: {ADDRESS}"));
    pipeline::assemble(&real().loaded.corpus, &theme, &Serial).expect("the templates fit")
}

fn text<'a>(site: &'a Artifacts, path: &str) -> &'a str {
    let path = RelPath::new(path).expect("a path");
    str::from_utf8(site.get(&path).unwrap_or_else(|| panic!("no file {path}"))).expect("UTF-8")
}

fn between<'t>(text: &'t str, start: &str, end: &str) -> Vec<&'t str> {
    text.split(start).skip(1).filter_map(|part| part.split_once(end)).map(|(value, _)| value).collect()
}

#[test]
fn every_page_is_on_the_map_and_everything_on_the_map_is_there() {
    let site = published();
    // A dated address leads to the page that has the text.
    let is_dated = |path: &str| path.split('/').any(|segment| segment.starts_with("20"));
    let mut pages: Vec<String> = site
        .keys()
        .filter_map(|path| {
            path.as_str().strip_prefix("site/").filter(|path| {
                !is_dated(path)
                    && path.ends_with(".html")
                    && !path.ends_with("search.html")
                    && !path.ends_with("404.html")
            })
        })
        .map(|path| format!("{ADDRESS}{path}"))
        .collect();
    let mut listed = between(text(&site, "site/sitemap.xml"), "<loc>", "</loc>");
    pages.sort();
    listed.sort_unstable();
    assert!(pages.len() > 20 && pages == listed);
    for feed in ["site/feed.kk.xml", "site/feed.ru.xml"] {
        let links = between(text(&site, feed), " href=\"", "\"");
        assert!(links.len() > 10);
        for link in links {
            let path = link.strip_prefix(ADDRESS).expect("an address of the site");
            assert!(site.contains_key(&RelPath::new(&format!("site/{path}")).expect("a path")), "{feed}: {link}");
        }
    }
}

#[test]
fn the_index_and_the_data_are_json_and_name_what_there_is() {
    let site = &real().artifacts;
    let index: Value = serde_json::from_str(text(site, "site/data/index.json")).expect("JSON");
    let regulations = index["regulations"].as_array().expect("a list");
    assert_eq!(regulations.len(), 8);
    for regulation in regulations {
        let name = regulation["id"].as_str().expect("an id");
        let data = format!("site/data/{}", regulation["data"].as_str().expect("a file"));
        let model: Value = serde_json::from_str(text(site, &data)).expect("JSON");
        assert_eq!(model["id"], name);
        let drawings = regulation["drawings"].as_array().expect("a list");
        assert!(!drawings.is_empty());
        let files = drawings
            .iter()
            .map(|drawing| &drawing["svg"])
            .chain([&regulation["pages"]["kk"], &regulation["pages"]["ru"]]);
        for file in files {
            let file = file.as_str().and_then(|file| file.strip_prefix("../")).expect("a link");
            assert!(site.contains_key(&RelPath::new(&format!("site/{file}")).expect("a path")), "{name}: {file}");
        }
    }
}

#[test]
fn one_file_holds_a_whole_regulation() {
    let corpus = &real().loaded.corpus;
    for decree in &corpus.decrees {
        for regulation in &decree.regulations {
            let made = pipeline::single_page(corpus, &Theme::embedded(), decree, regulation, regulation.language);
            let page = made.expect("the templates fit");
            for link in between(&page, " href=\"", "\"").iter().chain(&between(&page, " src=\"", "\"")) {
                let is_within = link.starts_with('#') || link.starts_with("data:");
                assert!(is_within && (link.starts_with('#') || !link.contains('#')), "{}: {link:.80}", regulation.id);
            }
            assert!(page.contains("data:text/css;base64,") && page.contains("data:application/json;base64,"));
            assert!(page.contains("<svg") && !page.contains(" src=\"../"));
        }
    }
}

fn reglament(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_reglament"));
    command.current_dir(root()).env_clear().env("REGLAMENT_LANG", "en").args(arguments);
    command.output().expect("the program can be started")
}

#[test]
fn export_takes_a_short_name_and_tells_of_a_bad_site_file_at_its_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let made = reglament(&["export", "birth-registration", "--page", "ru", "-o", &path("one.html")]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    assert!(std::fs::read_to_string(path("one.html")).expect("a file").contains("<html lang=\"ru\" data-mark="));
    let unknown = reglament(&["export", "birth-registrasion"]);
    assert_eq!(unknown.status.code(), Some(2));
    std::fs::write(path("site.yaml"), "\nadress: https://example.kz\n").expect("a file");
    let refused = reglament(&["build", "--theme", &path(""), "--output", &path("out")]);
    let said = String::from_utf8_lossy(&refused.stderr);
    assert_eq!(refused.status.code(), Some(1));
    assert!(said.contains("site.yaml:2:1") && said.contains("adress"), "{said}");
    assert!(!folder.path().join("out/site").exists());
}

#[test]
fn a_zip_is_the_same_each_time_and_its_sums_are_right() {
    let folder = tempfile::tempdir().expect("a folder");
    let made = |name: &str, arguments: &[&str]| {
        let file = folder.path().join(name);
        let out = file.to_string_lossy().into_owned();
        let run = reglament(&[&["export", "--format", "zip", "-o", &out], arguments].concat());
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        std::fs::read(file).expect("a file")
    };
    let some = ["birth-registration", "karagandy-2016-01-03/foster-care"];
    assert!(made("a.zip", &some) == made("b.zip", &some));
    for (arguments, least) in [(&some[..], 14), (&[], 100)] {
        let mut zip = zip::ZipArchive::new(Cursor::new(made("c.zip", arguments))).expect("a zip");
        assert!(zip.len() >= least, "{}", zip.len());
        let mut files = BTreeMap::new();
        for at in 0..zip.len() {
            let mut file = zip.by_index(at).expect("a file");
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("its bytes");
            let name = file.name().expect("a name").strip_prefix("reglament/").expect("one folder").to_owned();
            files.insert(name, bytes);
        }
        let sums = String::from_utf8(files.remove("SHA256SUMS").expect("the sums")).expect("text");
        assert_eq!(sums.lines().count(), files.len());
        for line in sums.lines() {
            let (sum, name) = line.split_once("  ").expect("a sum and a name");
            let found: String = Sha256::digest(&files[name]).iter().map(|byte| format!("{byte:02x}")).collect();
            assert_eq!(found, sum, "{name}");
        }
    }
    assert_eq!(reglament(&["export"]).status.code(), Some(2));
}

#[test]
fn every_regulation_has_a_picture_for_those_who_share_it() {
    let site = published();
    let pictures: Vec<&RelPath> = site.keys().filter(|path| path.as_str().starts_with("site/cards/")).collect();
    let regulations: usize = real().loaded.corpus.decrees.iter().map(|decree| decree.regulations.len()).sum();
    assert_eq!(pictures.len(), regulations);
    for path in pictures {
        let file = &site[path];
        let size = |at: usize| u32::from_be_bytes(file[at..at + 4].try_into().expect("four bytes"));
        assert!(file.starts_with(b"\x89PNG\r\n\x1a\n") && (size(16), size(20)) == (1200, 630));
        assert!(file.len() < 60_000, "{path}: {} bytes", file.len());
        let name =
            path.as_str().strip_prefix("site/cards/").and_then(|name| name.strip_suffix(".png")).expect("a name");
        for lang in ["kk", "ru"] {
            let page = text(&site, &format!("site/{lang}/{name}/index.html"));
            let told = |property: &str| between(page, &format!("property=\"{property}\" content=\""), "\"");
            assert_eq!(told("og:image"), [format!("{ADDRESS}cards/{name}.png")]);
            assert_eq!((told("og:image:width"), told("og:image:height")), (vec!["1200"], vec!["630"]));
            assert!(told("og:image:alt")[0].len() > 20 && told("twitter:card") == ["summary_large_image"]);
        }
    }
    let without = pipeline::assemble(&real().loaded.corpus, &theme(""), &Serial).expect("the templates fit");
    assert!(!without.keys().any(|path| path.as_str().contains("cards/")), "nothing absolute can be said");
}
