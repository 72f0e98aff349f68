//! `sitemap.xml`: every page with its other languages, for search engines.
//!
//! No day of change is given: a page changes with its definition, which knows no day, and the day of an act is another.

use super::super::address::Place;
use super::super::desk::Stock;
use super::super::{acts, parallel, regions};
use crate::backend::svg::escape;
use crate::base::Lang;
use crate::theme::Address;

/// The most that the protocol allows in one file.
const URLS_MAX: usize = 50_000;

/// Name and text of each file: one map, or parts and a map of them.
pub(super) fn write(stock: &Stock<'_>, address: &Address) -> Vec<(String, String)> {
    let corpus = stock.corpus;
    let mut urls = vec![front(address)];
    urls.extend([Place::Home, Place::Acts].into_iter().flat_map(|place| pages(place, address)));
    urls.extend(acts::by_list(stock).into_keys().flat_map(|list| pages(Place::Relations(list), address)));
    if stock.lists.are_parted {
        let regions = regions::all(corpus);
        let lists = regions.iter().flat_map(|acts| stock.lists.of_region(acts.region));
        urls.extend(lists.flat_map(|list| pages(Place::Region(list), address)));
    }
    for decree in &corpus.decrees {
        urls.extend(pages(Place::Decree(&decree.id), address));
        for regulation in &decree.regulations {
            urls.extend(pages(Place::Regulation(&decree.id, &regulation.id), address));
            if parallel::exists(regulation) {
                urls.extend(pages(Place::Parallel(&decree.id, &regulation.id), address));
            }
        }
    }
    parts(&urls, URLS_MAX, address)
}

fn parts(urls: &[String], most: usize, address: &Address) -> Vec<(String, String)> {
    let map = "sitemap.xml".to_owned();
    if urls.len() <= most {
        return vec![(map, set(urls))];
    }
    let parts = urls.chunks(most).enumerate();
    let mut files: Vec<(String, String)> =
        parts.map(|(at, urls)| (format!("sitemap-{}.xml", at + 1), set(urls))).collect();
    let named = files.iter().map(|(name, _)| format!("<sitemap><loc>{}</loc></sitemap>\n", escape(&address.to(name))));
    let index = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{}</sitemapindex>\n",
        named.collect::<String>()
    );
    files.push((map, index));
    files
}

fn set(urls: &[String]) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n\
         {}</urlset>\n",
        urls.concat()
    )
}

/// A page in each language; each names all of them.
fn pages(place: Place<'_>, address: &Address) -> [String; 2] {
    let in_language = |lang: Lang| address.to(place.file(lang).as_str());
    let undecided = if matches!(place, Place::Home) { address.to("index.html") } else { in_language(Lang::Kk) };
    let named = [("kk", in_language(Lang::Kk)), ("ru", in_language(Lang::Ru)), ("x-default", undecided)];
    let links = links(&named);
    Lang::ALL.map(|lang| url(&in_language(lang), &links))
}

fn front(address: &Address) -> String {
    let front = address.to("index.html");
    let page = |lang: Lang| address.to(Place::Home.file(lang).as_str());
    url(&front, &links(&[("kk", page(Lang::Kk)), ("ru", page(Lang::Ru)), ("x-default", front.clone())]))
}

fn url(address: &str, links: &str) -> String {
    format!("<url><loc>{}</loc>{links}</url>\n", escape(address))
}

fn links(named: &[(&str, String)]) -> String {
    let link = |(lang, address): &(&str, String)| {
        format!("<xhtml:link rel=\"alternate\" hreflang=\"{lang}\" href=\"{}\"/>", escape(address))
    };
    named.iter().map(link).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_map_that_is_too_large_is_parted() {
        let address = Address::try_from("https://example.kz/a".to_owned()).unwrap();
        let urls: Vec<String> = (0..5).map(|n| url(&address.to(&n.to_string()), "")).collect();
        assert_eq!(parts(&urls, 5, &address).len(), 1);
        let files = parts(&urls, 2, &address);
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]);
        assert!(files[3].1.contains("<loc>https://example.kz/a/sitemap-3.xml</loc>"));
        let all: usize = files[..3].iter().map(|(_, text)| text.matches("<url>").count()).sum();
        assert_eq!(all, 5);
    }
}
