//! The front door, and the front page of each language: decrees by region, services under their decree; where there are
//! many, the ways to them.

use super::address::Place;
use super::context::{Card, Chooser, Home, Line, Link, Side, SightWords, View, Words};
use super::desk::{Desk, Stock};
use super::machine::head::{self, About};
use super::regions;
use crate::base::{Lang, Text};
use crate::model::Decree;
use crate::theme::{Both, Theme};
use crate::wording::collate::sort_key;
use std::collections::BTreeMap;

/// How many of the latest acts the front page names where it cannot name all.
const NEWEST: usize = 20;

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
    let is_parted = desk.stock.lists.are_parted;
    let [decrees, regulations] = regions::counts(desk, &desk.stock.corpus.decrees.iter().collect::<Vec<_>>());
    let it = Home {
        counts: desk.words().fill("home_counts", &[&decrees, &regulations]),
        fields: fields(desk),
        ways: if is_parted { regions::ways(desk, Place::Home) } else { Vec::new() },
        newest: if is_parted { newest(desk) } else { Vec::new() },
        regions: if is_parted { Vec::new() } else { regions::whole(desk) },
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

/// The last acts of which nobody told that they lost force. What they regulate is said by their own pages: it may be long.
fn newest(desk: &Desk<'_>) -> Vec<Card> {
    let is_valid = |decree: &&Decree| decree.repealed.is_none();
    let mut decrees: Vec<&Decree> = desk.stock.corpus.decrees.iter().filter(is_valid).collect();
    regions::sort(&mut decrees);
    decrees.truncate(NEWEST);
    let card = |decree| Card { regulations: Vec::new(), ..regions::card(desk, decree, Place::Home) };
    decrees.into_iter().map(card).collect()
}

/// Links to the regulations of a decree, in its order.
pub(super) fn regulation_links(desk: &Desk<'_>, decree: &Decree, from: Place<'_>) -> Vec<Link> {
    let link = |regulation: &crate::model::Regulation| Link {
        href: from.link(Place::Regulation(&decree.id, &regulation.id)),
        text: Words::of(&regulation.title, desk.lang),
    };
    decree.regulations.iter().map(link).collect()
}
