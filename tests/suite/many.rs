//! Many acts: the front page leads to a page of each region, those of many acts to pages of years, and so does the overview
//! of relations; every act is near without a script.

use reglament::base::{Source, Sources};
use reglament::edge::Threads;
use reglament::pipeline::{self, Loaded};
use reglament::theme::Theme;
use std::collections::{BTreeMap, BTreeSet};

/// What lies at each path of the site.
type Pages = BTreeMap<String, String>;

/// Decrees of two regions and of none, each with a regulation; all amend one act, and every fifth has lost force.
fn definitions(decrees: usize) -> Loaded {
    let mut sources = Vec::new();
    let mut put = |path: String, text: String| sources.push(Source { path, text });
    for at in 0..decrees {
        let (year, day) = (2014 + at % 4, 1 + at % 28);
        let region = ["region: {id: north, name: Солтүстік}\n", "region: {id: south, name: Оңтүстік}\n", ""][at % 3];
        let repealed = if at % 5 == 0 {
            "repealed: {by: Әкімдік қаулысы, date: 2017-01-01, number: 1/1}\n"
        } else {
            ""
        };
        put(
            format!("act-{at}/decree.yaml"),
            format!(
                "decree: act-{at}\n{region}title: Стандарттарды бекіту туралы\nbody: Облыс әкімдігі\ndate: {year}-02-{day:02}\n\
                 number: '{at}/03'\nkind: approving\n\
                 registered: {{by: Әділет департаменті, date: {year}-03-01, number: '{}'}}\n\
                 amends: [{{act: Облыс әкімдігінің 2013-01-05 № 9 қаулысы, registry: '1', appendix: 1}}]\n{repealed}",
                1000 + at
            ),
        );
        put(format!("act-{at}/decree.kk.md"), "Облыс әкімдігі қаулы етеді:\n".to_owned());
        put(format!("act-{at}/service.yaml"), SERVICE.to_owned());
        put(format!("act-{at}/service.kk.md"), PROSE.to_owned());
    }
    pipeline::load(Sources::new(sources), &Threads)
}

const SERVICE: &str = "\
regulation: service
title: Анықтама беру
provider: білім бөлімі
units: {office: кеңсе қызметкері, head: бөлім басшысы}
procedures:
  - id: provider
    steps:
      - {unit: office, within: 20 min, text: кеңсе қызметкері өтінішті тіркейді – 20 (жиырма) минут;}
      - {unit: head, text: бөлім басшысы қол қояды.}
appendices:
  - {number: 1, kind: handbook, shows: provider}
";

const PROSE: &str = "# 1. Жалпы ережелер\n\n1. Анықтаманы білім бөлімі береді.\n\n{units}\n\n{steps}\n";

fn theme() -> Theme {
    let site = ("site.yaml".to_owned(), b"address: https://example.kz/\n".to_vec());
    Theme::with_overrides(BTreeMap::from([site])).expect("a sound theme")
}

fn pages(decrees: usize) -> Pages {
    let files = pipeline::assemble(&definitions(decrees).corpus, &theme(), &Threads).expect("a sound theme");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).ok();
    let page = |(path, bytes): (reglament::base::RelPath, Vec<u8>)| {
        Some((path.as_str().strip_prefix("site/")?.to_owned(), text(bytes)?))
    };
    files.into_iter().filter_map(page).collect()
}

/// The pages that a page leads to, by their paths from the root.
fn targets<'p>(path: &'p str, page: &'p str) -> impl Iterator<Item = String> + 'p {
    page.split("<a ").skip(1).filter_map(move |rest| {
        let (_, rest) = rest.split_once("href=\"")?;
        let link = rest.split(['"', '#', '?']).next()?;
        let mut all: Vec<&str> = path.split('/').collect();
        all.pop();
        for step in link.split('/') {
            match step {
                ".." => all.truncate(all.len() - 1),
                step => all.push(step),
            }
        }
        Some(all.join("/"))
    })
}

/// How many clicks each page is away from the front page of a language.
fn clicks(pages: &Pages, front: &str) -> BTreeMap<String, usize> {
    let mut away = BTreeMap::from([(front.to_owned(), 0)]);
    let mut last = vec![front.to_owned()];
    for click in 1.. {
        let led: BTreeSet<String> = last.iter().flat_map(|path| targets(path, &pages[path])).collect();
        last = led.into_iter().filter(|path| path.ends_with(".html") && !away.contains_key(path)).collect();
        if last.is_empty() {
            break;
        }
        away.extend(last.iter().map(|path| (path.clone(), click)));
    }
    away
}

fn lists(pages: &Pages, lang: &str) -> Vec<String> {
    let is_list = |path: &&String| {
        path.strip_prefix(lang).is_some_and(|file| file.starts_with("/region-") || file.starts_with("/no-region"))
    };
    pages.keys().filter(is_list).cloned().collect()
}

#[test]
fn few_acts_stand_on_the_front_page() {
    let (few, many) = (pages(50), pages(51));
    for lang in ["kk", "ru"] {
        assert_eq!(lists(&few, lang), [""; 0]);
        assert_eq!(lists(&many, lang).len(), 3);
        for page in ["index", "search"].map(|page| format!("{lang}/{page}.html")) {
            let named = targets(&page, &few[&page]).filter(|path| path.ends_with("/service/index.html"));
            assert_eq!(named.count(), 50, "{page}");
            assert!(!few[&page].contains("region-north.html"));
        }
        assert!(!few[&format!("{lang}/act-0/index.html")].contains("region-north.html"));
    }
}

#[test]
fn each_act_is_on_the_page_of_its_region_and_near() {
    let pages = pages(90);
    for lang in ["kk", "ru"] {
        let lists = lists(&pages, lang);
        assert_eq!(lists, ["no-region", "region-north", "region-south"].map(|name| format!("{lang}/{name}.html")));
        let away = clicks(&pages, &format!("{lang}/index.html"));
        for at in 0..90 {
            for act in ["index.html", "service/index.html"].map(|page| format!("{lang}/act-{at}/{page}")) {
                let on = lists.iter().filter(|list| targets(list, &pages[*list]).any(|path| path == act));
                let own = &lists[[1, 2, 0][at % 3]];
                assert_eq!(on.collect::<Vec<_>>(), [own], "{act}");
                assert!(away[&act] <= 3, "{act}");
                assert!(targets(&act, &pages[&act]).any(|path| path == *own), "{act} leads back to its region");
            }
        }
    }
}

#[test]
fn the_page_of_a_region_is_a_page_like_others() {
    let pages = pages(90);
    for lang in ["kk", "ru"] {
        for list in lists(&pages, lang) {
            let page = &pages[&list];
            assert!(page.contains(&format!("<link rel=\"canonical\" href=\"https://example.kz/{list}\">")), "{list}");
            assert_eq!(page.matches("hreflang=").count(), 4, "{list}");
            assert!(pages["sitemap.xml"].contains(&format!("<loc>https://example.kz/{list}</loc>")), "{list}");
            assert!(page.contains("class=\"trail\"") && page.contains("class=\"sight\""), "{list}");
        }
        let page = &pages[&format!("{lang}/region-north.html")];
        let years = [2017, 2016, 2015, 2014].map(|year| page.find(&format!("id=\"year-{year}\"")));
        assert!(years.is_sorted() && years[0].is_some(), "the latest first: {years:?}");
        assert_eq!(page.matches("href=\"#year-").count(), 4);
    }
    let links = pipeline::links(&definitions(90), &theme(), &Threads).expect("a sound theme");
    assert_eq!(links.broken, []);
}

#[test]
fn the_front_page_does_not_grow_with_the_acts() {
    let (many, more) = (pages(60), pages(240));
    for page in ["kk/index.html", "ru/index.html", "kk/search.html", "ru/search.html"] {
        // Longer ids and counts.
        assert!(more[page].len() < many[page].len() + 400, "{page}: {} {}", many[page].len(), more[page].len());
        assert!(more[page].len() < 40_000, "{page}: {}", more[page].len());
    }
    let latest: Vec<String> =
        targets("kk/index.html", &more["kk/index.html"]).filter(|to| to.contains("/act-")).collect();
    assert_eq!(latest.len(), 20);
    assert!(latest.iter().all(|to| !more[to].contains("is-repealed")), "{latest:?}");
}

/// The pages whose names in the folder of a language are found so.
fn named<'p>(pages: &'p Pages, lang: &str, is_wanted: impl Fn(&str) -> bool) -> Vec<&'p str> {
    let name = |path: &'p String| path.strip_prefix(lang)?.strip_prefix('/').filter(|name| !name.contains('/'));
    pages.keys().filter_map(name).filter(|name| is_wanted(name)).collect()
}

#[test]
fn many_acts_of_a_region_stand_on_pages_of_years() {
    let pages = pages(240);
    for lang in ["kk", "ru"] {
        let years = named(&pages, lang, |name| name.starts_with("20"));
        assert_eq!(years.len(), 12, "{years:?}");
        let away = clicks(&pages, &format!("{lang}/index.html"));
        for at in 0..240 {
            let region = ["region-north", "region-south", "no-region"][at % 3];
            let own = format!("{lang}/{}-{region}.html", 2014 + at % 4);
            for act in ["index.html", "service/index.html"].map(|page| format!("{lang}/act-{at}/{page}")) {
                let lists = years.iter().map(|name| format!("{lang}/{name}"));
                let on: Vec<_> = lists.filter(|list| targets(list, &pages[list]).any(|path| path == act)).collect();
                assert_eq!(on, [own.as_str()], "{act}");
                assert!(away[&act] <= 3, "{act}");
                let region = format!("{lang}/{region}.html");
                assert!([&own, &region].iter().all(|list| targets(&act, &pages[&act]).any(|path| path == **list)));
            }
        }
        let region = &pages[&format!("{lang}/region-north.html")];
        assert!(region.len() < 10_000 && !region.contains("id=\"year-"), "{region}");
        assert!(pages["sitemap.xml"].contains(&format!("<loc>https://example.kz/{lang}/2014-no-region.html</loc>")));
    }
}

#[test]
fn many_relations_stand_on_pages_of_their_own() {
    let [few, many, more] = [50, 90, 240].map(pages);
    let rows = |page: &str| page.matches("<tr id=").count();
    for lang in ["kk", "ru"] {
        let overview = format!("{lang}/acts.html");
        let lists = |pages| named(pages, lang, |name| name.starts_with("acts-"));
        assert_eq!((rows(&few[&overview]), lists(&few)), (60, vec![]));
        for (pages, acts, count) in [(&many, 90, 3), (&more, 240, 12)] {
            let lists = lists(pages);
            assert_eq!(lists.len(), count, "{lists:?}");
            let lists: Vec<String> = lists.iter().map(|name| format!("{lang}/{name}")).collect();
            // Each amends an act elsewhere, and every fifth is repealed by one.
            assert_eq!(lists.iter().map(|list| rows(&pages[list])).sum::<usize>(), acts + acts / 5);
            assert_eq!(rows(&pages[&overview]), 0);
            assert!(lists.iter().all(|list| targets(&overview, &pages[&overview]).any(|path| path == *list)));
            assert!(
                lists
                    .iter()
                    .all(|list| pages["sitemap.xml"].contains(&format!("<loc>https://example.kz/{list}</loc>")))
            );
        }
        assert!(many[&format!("{lang}/act-0/index.html")].contains("../acts-region-north.html#repeal-act-0"));
        assert!(more[&format!("{lang}/act-0/index.html")].contains("../acts-2014-region-north.html#repeal-act-0"));
    }
    let links = pipeline::links(&definitions(240), &theme(), &Threads).expect("a sound theme");
    assert_eq!(links.broken, []);
}
