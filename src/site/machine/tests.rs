//! What machines read of a small corpus: well formed, true to the files, escaped, and nothing absolute without an address.

use super::super::tests::{corpus, made_by, page};
use crate::base::{Artifacts, RelPath};
use crate::manuscript::fixture::kk;
use crate::model::{Corpus, Region};
use crate::theme::{PIXEL, Theme};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

const ADDRESS: &str = "https://example.kz/a/";
const EVIL: &str = "</script><script>alert(1)</script>]]>--><!-- \" ' & \u{1}\u{2028}";

fn theme(site: &str) -> Theme {
    let files = [("site.yaml", site.as_bytes()), ("assets/emblem.png", PIXEL)];
    let files = files.map(|(name, bytes)| (name.to_owned(), bytes.to_vec()));
    Theme::with_overrides(files.into()).expect("a sound theme")
}

fn site_with(corpus: &Corpus, site: &str) -> Artifacts {
    made_by(corpus, &theme(site)).expect("the templates fit")
}

fn with_address() -> Artifacts {
    site_with(&corpus(), &format!("address: {ADDRESS}\nname: {{kk: Әкімдік, ru: Акимат}}\nemblem: emblem.png\n"))
}

fn hostile() -> Corpus {
    let mut corpus = corpus();
    for decree in &mut corpus.decrees {
        decree.title = kk(EVIL);
        decree.number = EVIL.to_owned();
        decree.adopting_body = kk(EVIL);
        decree.region = Some(Region { id: crate::manuscript::fixture::id("east"), name: kk(EVIL) });
        decree.amends.iter_mut().for_each(|amended| amended.act = kk(EVIL));
        for regulation in &mut decree.regulations {
            regulation.title = kk(EVIL);
            regulation.provider = kk(EVIL);
        }
    }
    corpus
}

fn json(site: &Artifacts, path: &str) -> Value {
    serde_json::from_str(page(site, path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The JSON-LD of a page.
fn facts(text: &str) -> Value {
    let (_, after) = text.split_once("<script type=\"application/ld+json\">").expect("JSON-LD");
    serde_json::from_str(after.split_once("</script>").expect("its end").0).expect("JSON")
}

/// Every string of a value that stands under one of the keys.
fn under<'v>(value: &'v Value, keys: &[&str], found: &mut Vec<&'v str>) {
    match value {
        Value::Object(map) => map.iter().for_each(|(key, value)| match value {
            Value::String(words) if keys.contains(&key.as_str()) => found.push(words),
            value => under(value, keys, found),
        }),
        Value::Array(all) => all.iter().for_each(|value| under(value, keys, found)),
        _ => {}
    }
}

/// The file that a link names, seen from another file.
fn target(site: &Artifacts, from: &str, link: &str) -> bool {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        if part == ".." {
            parts.pop().expect("inside the site");
        } else {
            parts.push(part);
        }
    }
    RelPath::new(&parts.join("/")).is_some_and(|path| site.contains_key(&path))
}

/// Names of the elements of an XML text, in order; fails where tags do not close one another or a sign stands bare.
fn elements(text: &str) -> Vec<String> {
    let mut rest = text.strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n").expect("the declaration");
    assert!(!text.contains(|c: char| c.is_control() && c != '\n'), "a sign that XML cannot hold");
    let (mut open, mut names) = (Vec::new(), Vec::new());
    while let Some((before, after)) = rest.split_once('<') {
        let is_reference =
            |part: &str| ["amp;", "lt;", "gt;", "quot;", "#39;"].iter().any(|name| part.starts_with(name));
        assert!(!before.contains("]]>") && before.split('&').skip(1).all(is_reference), "{before}");
        let (tag, after) = after.split_once('>').expect("the end of a tag");
        assert!(tag.split('&').skip(1).all(is_reference) && tag.matches('"').count() % 2 == 0, "{tag}");
        match tag.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop().as_deref(), Some(name)),
            None => {
                let name = tag.split([' ', '/']).next().expect("a name").to_owned();
                names.push(name.clone());
                if !tag.ends_with('/') {
                    open.push(name);
                }
            }
        }
        rest = after;
    }
    assert!(open.is_empty() && rest.trim().is_empty(), "{open:?} {rest}");
    names
}

/// Every value between two marks.
fn between<'t>(text: &'t str, start: &str, end: &str) -> Vec<&'t str> {
    text.split(start).skip(1).filter_map(|part| part.split_once(end)).map(|(value, _)| value).collect()
}

#[test]
fn the_index_names_files_that_there_are() {
    let site = site_with(&corpus(), "");
    let index = json(&site, "data/index.json");
    let mut links = Vec::new();
    under(&index, &["kk", "ru", "data", "svg"], &mut links);
    links.retain(|link| link.contains('/') && !link.contains(' '));
    // A decree: pages and its text; a regulation: pages, dated ones, text, data, drawings.
    assert_eq!(links.len(), 2 * (2 + 1) + 2 * (2 + 2 + 1 + 1 + 2));
    for link in links {
        assert!(target(&site, "data/index.json", link), "{link}");
    }
    let statuses: Vec<&str> =
        index["regulations"].as_array().unwrap().iter().map(|one| one["status"].as_str().unwrap()).collect();
    assert_eq!(statuses, ["no-repeal-known", "repealed"]);
    assert_eq!(json(&site_with(&Corpus::default(), ""), "data/index.json")["regulations"], Value::Array(Vec::new()));
}

#[test]
fn the_data_of_a_regulation_is_its_dumped_model() {
    let corpus = corpus();
    let site = site_with(&corpus, "");
    let decree = &corpus.decrees[1];
    let view = serde_json::json!(crate::model::view(decree, &decree.regulations[0]));
    assert_eq!(json(&site, "data/second/service.json"), view);
    assert!(
        page(&site, "kk/second/service/index.html")
            .contains("<link rel=\"alternate\" type=\"application/json\" href=\"../../../data/second/service.json\">")
    );
}

#[test]
fn facts_of_a_service_and_its_acts() {
    let site = site_with(&corpus(), "");
    let service = facts(page(&site, "ru/second/service/index.html"));
    assert_eq!(service["@type"], "GovernmentService");
    assert_eq!(service["name"]["@language"], "kk", "a text says which language it is in");
    let act = &service["subjectOf"]["isPartOf"];
    assert_eq!(act["legislationDate"], "2019-04-03");
    assert_eq!(act["legislationLegalForce"], "https://schema.org/NotInForce");
    assert_eq!(act["@reverse"]["legislationRepeals"]["legislationIdentifier"], "4/438");
    let first = facts(page(&site, "kk/first/index.html"));
    assert!(first.get("legislationLegalForce").is_none(), "nobody said that the act is in force");
    assert_eq!(first["@reverse"]["legislationAmends"][0]["url"], "../second/index.html");
    assert_eq!(first["identifier"]["value"], "3672");
    for (path, text) in site.iter().filter(|(path, _)| path.as_str().ends_with("/service/index.html")) {
        let service = facts(str::from_utf8(text).unwrap());
        let mut links = Vec::new();
        under(&service, &["url", "contentUrl"], &mut links);
        assert!(links.len() >= 5 && links.iter().all(|link| target(&site, path.as_str(), link)), "{path}: {links:?}");
    }
}

#[test]
fn without_an_address_nothing_is_absolute() {
    let site = site_with(&corpus(), "");
    for name in ["sitemap.xml", "robots.txt", "feed.kk.xml", "feed.ru.xml"] {
        assert!(!site.contains_key(&RelPath::new(name).unwrap()), "{name}");
    }
    for (path, bytes) in site.iter().filter(|(path, _)| path.as_str().ends_with(".html") && path.as_str() != "404.html")
    {
        let text = str::from_utf8(bytes).unwrap();
        assert!(!text.contains("canonical") && !text.contains("og:"), "{path}");
        // A search engine takes no half address; a reader's link leads to the other language all the same.
        assert!(!text.contains("<link rel=\"alternate\" hreflang"), "{path}");
        assert!(text.contains(" hreflang=\"ru\"") || text.contains(" hreflang=\"kk\""), "{path}");
    }
}

#[test]
fn with_an_address_every_address_is_a_file() {
    let site = with_address();
    let is_file = |address: &str| {
        address.strip_prefix(ADDRESS).and_then(RelPath::new).is_some_and(|path| site.contains_key(&path))
    };
    // A search finds pages and is none to be found; a dated address stands for the page that has the text.
    let is_dated = |path: &str| path.matches('/').count() > 3;
    let is_listed = |path: &&str| {
        path.ends_with(".html") && !path.ends_with("/search.html") && *path != "404.html" && !is_dated(path)
    };
    let pages: Vec<&str> = site.keys().map(RelPath::as_str).filter(is_listed).collect();
    let map = page(&site, "sitemap.xml");
    assert_eq!(elements(map).iter().filter(|name| *name == "url").count(), pages.len());
    let listed = between(map, "<loc>", "</loc>");
    assert!(pages.iter().all(|path| listed.contains(&format!("{ADDRESS}{path}").as_str())));
    assert!(listed.iter().chain(&between(map, " href=\"", "\"")).all(|address| is_file(address)));
    assert!(page(&site, "robots.txt").contains(&format!("Sitemap: {ADDRESS}sitemap.xml\n")));
    for path in pages {
        let text = page(&site, path);
        assert_eq!(between(text, "rel=\"canonical\" href=\"", "\""), [format!("{ADDRESS}{path}")]);
        assert_eq!(between(text, "og:url\" content=\"", "\""), [format!("{ADDRESS}{path}")]);
        let (picture, is_regulation) = match path.split('/').collect::<Vec<_>>()[..] {
            [_, decree, regulation, "index.html"] => (format!("cards/{decree}/{regulation}.png"), true),
            _ => ("assets/emblem.png".to_owned(), false),
        };
        assert_eq!(between(text, "og:image\" content=\"", "\""), [format!("{ADDRESS}{picture}")]);
        assert!(is_file(&format!("{ADDRESS}{picture}")) || !is_regulation);
        assert_eq!(text.contains("summary_large_image"), is_regulation);
        assert!(between(text, "hreflang=\"x-default\" href=\"", "\"").iter().all(|address| is_file(address)));
    }
    assert!(page(&site, "kk/index.html").contains("hreflang=\"x-default\" href=\"https://example.kz/a/index.html\""));
}

#[test]
fn a_feed_tells_what_happened_to_acts() {
    let site = with_address();
    let text = page(&site, "feed.ru.xml");
    assert_eq!(elements(text).iter().filter(|name| *name == "entry").count(), 5);
    let ids = between(text, "<id>tag:example.kz,", "</id>");
    assert_eq!(
        ids,
        [
            "2020-10-20:second/repealed",
            "2019-04-03:second/adopted",
            "2019-04-03:second/amends/act-ff529e6a3eb175b7",
            "2019-04-03:second/amends/first",
            "2016-01-08:first/adopted",
        ]
    );
    assert!(text.contains("<updated>2020-10-20T00:00:00Z</updated>\n<author><name>Акимат</name>"));
    for link in between(text, " href=\"", "\"") {
        let path = link.strip_prefix(ADDRESS).and_then(RelPath::new).expect("an address of the site");
        assert!(site.contains_key(&path), "{link}");
    }
    assert!(page(&site, "kk/acts.html").contains("type=\"application/atom+xml\" href=\"../feed.kk.xml\""));
    let empty = site_with(&Corpus::default(), &format!("address: {ADDRESS}"));
    assert!(!empty.contains_key(&RelPath::new("feed.kk.xml").unwrap()), "a feed of nothing has no day");
}

/// Readers of a feed know an entry by its id.
#[test]
fn an_act_put_in_before_another_changes_no_id() {
    let ids = |corpus: &Corpus| {
        let site = site_with(corpus, &format!("address: {ADDRESS}"));
        let ids = between(page(&site, "feed.ru.xml"), "<id>tag:example.kz,", "</id>");
        ids.into_iter().map(str::to_owned).collect::<BTreeSet<String>>()
    };
    let before = corpus();
    let mut after = corpus();
    let mut act = after.decrees[1].amends[1].clone();
    act.act = kk("2014-01-09 № 1/1 қаулысы");
    after.decrees[1].amends.insert(0, act);
    assert!(ids(&before).is_subset(&ids(&after)));
    assert_eq!(ids(&after).len(), ids(&before).len() + 1);
}

#[test]
fn hostile_words_stay_words_in_every_form() {
    let site = site_with(&hostile(), &format!("address: {ADDRESS}\nname: {{kk: '</title><b>', ru: '\"><b>'}}\n"));
    for (path, bytes) in &site {
        let text = str::from_utf8(bytes).unwrap_or_default();
        match path.as_str().rsplit('.').next() {
            Some("xml") => drop(elements(text)),
            Some("json") => {
                json(&site, path.as_str());
                assert!(!text.contains('<'), "{path}");
            }
            Some("html") => {
                assert!(!text.contains("<b>") && !text.contains("<script>"), "{path}");
                assert_eq!(text.matches("<script").count(), text.matches("</script>").count(), "{path}");
            }
            _ => {}
        }
    }
    let service = facts(page(&site, "kk/first/service/index.html"));
    assert_eq!(service["name"], EVIL);
}

#[test]
fn a_publisher_stands_on_every_page() {
    let site = site_with(
        &corpus(),
        "name: {kk: Әкімдік, ru: Акимат}\nemblem: emblem.png\ncontact: {kk: 'Тел. 1', ru: 'Тел. 2'}\ncolours: {light: {mark: '#7a1f1f'}}",
    );
    let text = page(&site, "ru/first/service/index.html");
    assert!(text.contains("<img class=\"emblem\" src=\"../../../assets/emblem.png\" alt=\"\"> Акимат</a>"));
    assert!(text.contains("<p class=\"contact\">Тел. 2</p>"));
    assert!(page(&site, "index.html").contains("<span lang=\"kk\">Әкімдік</span>"));
    let (brand, style) = page(&site, "assets/site.css").split_once("/* The look of the site").unwrap();
    assert!(brand.contains("--mark: #7a1f1f"));
    let properties = between(brand, "  --", ":");
    let style = style.split("@media print").next().unwrap();
    let known: BTreeMap<&str, bool> =
        properties.iter().map(|name| (*name, style.contains(&format!("--{name}: #")))).collect();
    assert!(known.len() == 11 && known.values().all(|is_set_anew| !is_set_anew), "{known:?}");
}
