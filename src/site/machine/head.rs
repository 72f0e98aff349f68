//! The head of a page: its languages, its canonical address, Open Graph, JSON, JSON-LD, the feed.

use super::super::address::{Place, data};
use super::super::context::{Alternate, Head, Property};
use super::super::desk::{Desk, Stock};
use super::{feed_file, has_feeds};
use crate::base::{Id, Lang};

/// What a page is to those who share it.
pub(in crate::site) struct About<'a> {
    pub title: &'a str,
    pub description: &'a str,
    /// Open Graph's word: `website`, `article`.
    pub kind: &'static str,
}

/// The head of a page of a language.
pub(in crate::site) fn of_page(desk: &Desk<'_>, place: Place<'_>, about: &About<'_>) -> Head {
    let root = place.to_root();
    let in_language = |lang: Lang| format!("{}/{}", lang.tag(), place.here());
    let undecided = if matches!(place, Place::Home) { "index.html".to_owned() } else { in_language(Lang::Kk) };
    let mut head = of_file(&desk.stock, &root, &in_language(desk.lang), desk.lang, about);
    let named = Lang::ALL.map(|lang| (lang.tag(), in_language(lang)));
    let all = named.into_iter().chain([("x-default", undecided)]);
    head.alternates = alternates(&desk.stock, all);
    if has_feeds(&desk.stock) {
        head.feed = Some(format!("{root}{}", feed_file(desk.lang)));
    }
    head
}

/// The head of the front door, which stands for no language.
pub(in crate::site) fn of_front(stock: &Stock<'_>, about: &About<'_>) -> Head {
    let mut head = of_file(stock, "", "index.html", Lang::Kk, about);
    let pages = Lang::ALL.map(|lang| (lang.tag(), format!("{}/index.html", lang.tag())));
    let all = pages.into_iter().chain([("x-default", "index.html".to_owned())]);
    head.alternates = alternates(stock, all);
    head
}

/// Where the model of a regulation lies, seen from its page.
pub(in crate::site) fn data_of(decree: &Id, regulation: &Id) -> String {
    format!("{}{}", Place::Regulation(decree, regulation).to_root(), data(decree, regulation))
}

/// Search engines take whole addresses only. Where the site has none, its pages still lead from language to language by
/// the link that every reader sees.
fn alternates(stock: &Stock<'_>, all: impl Iterator<Item = (&'static str, String)>) -> Vec<Alternate> {
    let Some(address) = &stock.theme.publisher.address else { return Vec::new() };
    all.map(|(lang, file)| Alternate { lang, href: address.to(&file) }).collect()
}

fn of_file(stock: &Stock<'_>, root: &str, file: &str, lang: Lang, about: &About<'_>) -> Head {
    let publisher = &stock.theme.publisher;
    let emblem = publisher.emblem.as_ref().map(|emblem| format!("{root}assets/{}", emblem.file));
    let words = stock.theme.words(lang);
    let name = publisher.name.as_ref().map_or_else(|| words.get("site"), |name| name.get(lang)).to_owned();
    let contact = publisher.contact.as_ref().map(|contact| contact.get(lang).to_owned());
    let mut head = Head { name, emblem, contact, ..Head::default() };
    let Some(address) = &publisher.address else { return head };
    let canonical = address.to(file);
    let mut add = |name, content: &str| head.properties.push(Property { name, content: content.to_owned() });
    add("og:type", about.kind);
    add("og:site_name", &head.name);
    add("og:title", about.title);
    add("og:description", about.description);
    add("og:url", &canonical);
    add("og:locale", locale(lang));
    add("og:locale:alternate", locale(lang.other()));
    // Those who show previews take PNG, and most of them no SVG.
    if let Some(emblem) = publisher.emblem.as_ref().filter(|emblem| emblem.is_png) {
        add("og:image", &address.to(&format!("assets/{}", emblem.file)));
        add("og:image:type", "image/png");
        add("og:image:alt", &head.name);
    }
    head.canonical = Some(canonical);
    head
}

const fn locale(lang: Lang) -> &'static str {
    match lang {
        Lang::Kk => "kk_KZ",
        Lang::Ru => "ru_KZ",
    }
}
