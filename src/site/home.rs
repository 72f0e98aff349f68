//! The front door, and the front page of each language: decrees by region, services under their decree.

use super::address::Place;
use super::context::{Card, Chooser, Home, Line, Link, Region, Side, SightWords, View, Words};
use super::desk::{Desk, Stock};
use super::machine::head::{self, About};
use crate::base::{Lang, Text};
use crate::model::Decree;
use crate::theme::{Both, Theme};
use crate::wording::collate::sort_key;
use crate::wording::date::{DateForm, say_date};
use std::cmp::Reverse;
use std::collections::BTreeMap;

pub(super) fn chooser(stock: &Stock<'_>) -> Chooser {
    let theme = stock.theme;
    let both = |key: &str| Lang::ALL.map(|lang| theme.words(lang).get(key).to_owned()).join(" · ");
    let side = |lang: Lang| {
        let word = |key: &str| theme.words(lang).get(key).to_owned();
        Side { lang: lang.tag(), site: word("site"), lead: word("home_lead"), button: word("choose_button") }
    };
    let title = both("site");
    let head = head::of_front(stock, &About { title: &title, description: &title, kind: "website" });
    let name = |name: &Both| {
        let line = |lang: Lang| Line {
            anchor: String::new(),
            words: name.get(lang).to_owned(),
            lang: Some(lang.tag()),
            more: None,
        };
        Vec::from(Lang::ALL.map(line))
    };
    let owner = theme.publisher.name.as_ref().map(name).unwrap_or_default();
    Chooser { description: title.clone(), title, head, owner, sides: Lang::ALL.map(side).into(), sight: sight(theme) }
}

/// The Russian words of the version for people with low vision.
pub(super) fn sight(theme: &Theme) -> SightWords {
    let word = |key: &str| theme.words(Lang::Ru).get(key).to_owned();
    SightWords {
        name: word("sight"),
        size: word("sight_size"),
        colours: word("sight_colours"),
        usual: word("sight_usual"),
        black: word("sight_black"),
        white: word("sight_white"),
    }
}

pub(super) fn home(desk: &Desk<'_>) -> View<Home> {
    let corpus = desk.stock.corpus;
    let regulations = corpus.decrees.iter().map(|decree| decree.regulations.len()).sum();
    let (decrees, regulations) =
        (desk.count("count_decrees", corpus.decrees.len()), desk.count("count_regulations", regulations));
    let it = Home {
        counts: desk.words().fill("home_counts", &[&decrees, &regulations]),
        fields: fields(desk),
        regions: regions(desk),
    };
    View { frame: desk.frame(Place::Home, "home", "", desk.words().get("home_lead")), it }
}

/// Fields by name, each with how many regulations it has.
fn fields(desk: &Desk<'_>) -> Vec<Link> {
    let mut all: BTreeMap<&str, (&Text, usize)> = BTreeMap::new();
    let regulations = desk.stock.corpus.decrees.iter().flat_map(|decree| &decree.regulations);
    for field in regulations.filter_map(|regulation| regulation.field.as_ref()) {
        all.entry(field.id.as_str()).or_insert((&field.name, 0)).1 += 1;
    }
    let link = |(id, (name, count)): (&str, (&Text, usize))| {
        let name = Words::of(name, desk.lang);
        let href = format!("{}?field={id}", Place::Home.link(Place::Search));
        Link { href, text: Words { words: format!("{} ({count})", name.words), ..name } }
    };
    let mut links: Vec<Link> = all.into_iter().map(link).collect();
    links.sort_by_cached_key(|link| (sort_key(&link.text.words), link.href.clone()));
    links
}

/// Regions by name; what belongs to none comes last.
fn regions(desk: &Desk<'_>) -> Vec<Region> {
    let mut by_region: BTreeMap<Option<&str>, Vec<&Decree>> = BTreeMap::new();
    for decree in &desk.stock.corpus.decrees {
        by_region.entry(decree.region.as_ref().map(|region| region.id.as_str())).or_default().push(decree);
    }
    let mut named: Vec<(bool, Words, String, Vec<&Decree>)> = by_region
        .into_iter()
        .map(|(id, decrees)| {
            let name = decrees.iter().find_map(|decree| region_name(decree));
            let words = name.map_or_else(|| Words::own(desk.word("other_region")), |name| Words::of(name, desk.lang));
            (id.is_none(), words, id.map_or("no-region".to_owned(), |id| format!("region-{id}")), decrees)
        })
        .collect();
    named.sort_by_cached_key(|(is_last, name, anchor, _)| (*is_last, sort_key(&name.words), anchor.clone()));
    let group = |(_, name, anchor, decrees)| Region { anchor, name, decrees: cards(desk, decrees) };
    named.into_iter().map(group).collect()
}

fn region_name(decree: &Decree) -> Option<&Text> {
    decree.region.as_ref().map(|region| &region.name)
}

/// The latest decree first.
fn cards(desk: &Desk<'_>, mut decrees: Vec<&Decree>) -> Vec<Card> {
    decrees.sort_by_key(|decree| (Reverse(decree.adopted), &decree.id));
    decrees.into_iter().map(|decree| card(desk, decree)).collect()
}

fn card(desk: &Desk<'_>, decree: &Decree) -> Card {
    let place = Place::Home;
    Card {
        link: Link { href: place.link(Place::Decree(&decree.id)), text: Words::of(&decree.title, desk.lang) },
        body: Words::of(&decree.adopting_body, desk.lang),
        date: say_date(decree.adopted, desk.lang, DateForm::Plain),
        number: decree.number.clone(),
        repealed: desk.repealed(decree, place),
        regulations: regulation_links(desk, decree, place),
    }
}

/// Links to the regulations of a decree, in its order.
pub(super) fn regulation_links(desk: &Desk<'_>, decree: &Decree, from: Place<'_>) -> Vec<Link> {
    let link = |regulation: &crate::model::Regulation| Link {
        href: from.link(Place::Regulation(&decree.id, &regulation.id)),
        text: Words::of(&regulation.title, desk.lang),
    };
    decree.regulations.iter().map(link).collect()
}
