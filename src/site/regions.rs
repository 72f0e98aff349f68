//! Acts by region: all of them on the front page where they are few, each region's on a page of its own where they are many.

use super::address::{Place, region_name};
use super::context::{Card, Line, Link, Region, RegionPage, View, Way, Words, Year};
use super::desk::Desk;
use super::home::regulation_links;
use crate::base::{Id, Text};
use crate::model::{Corpus, Decree};
use crate::wording::collate::sort_key;
use crate::wording::date::{DateForm, say_date};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Decrees and regulations that one page lists. Each takes half a kilobyte of it, so this many weigh 50 KB: a slow phone
/// shows them at once, and a reader still finds his way among them.
const LISTED_MAX: usize = 100;

/// The decrees of a region, or those of none.
pub(super) struct Regional<'a> {
    pub region: Option<&'a Id>,
    name: Option<&'a Text>,
    decrees: Vec<&'a Decree>,
}

/// Whether there are more acts than one page should list.
pub(super) fn are_many(corpus: &Corpus) -> bool {
    corpus.decrees.iter().map(|decree| 1 + decree.regulations.len()).sum::<usize>() > LISTED_MAX
}

/// Every decree once, by the ids of regions.
pub(super) fn all(corpus: &Corpus) -> Vec<Regional<'_>> {
    let mut by_region: BTreeMap<Option<&Id>, Regional<'_>> = BTreeMap::new();
    for decree in &corpus.decrees {
        let (region, name) = decree.region.as_ref().map(|region| (&region.id, &region.name)).unzip();
        by_region.entry(region).or_insert(Regional { region, name, decrees: Vec::new() }).decrees.push(decree);
    }
    by_region.into_values().collect()
}

/// Regions by name; what belongs to none comes last.
fn named<'a>(desk: &Desk<'a>) -> Vec<(Words, Regional<'a>)> {
    let named = |acts: Regional<'a>| (desk.region_name(acts.name), acts);
    let mut all: Vec<(Words, Regional<'_>)> = all(desk.stock.corpus).into_iter().map(named).collect();
    all.sort_by_cached_key(|(name, acts)| (acts.region.is_none(), sort_key(&name.words), acts.region));
    all
}

/// Every region with all its acts.
pub(super) fn whole(desk: &Desk<'_>) -> Vec<Region> {
    let region = |(name, acts): (Words, Regional<'_>)| Region {
        anchor: region_name(acts.region),
        name,
        decrees: cards(desk, acts.decrees, Place::Home),
    };
    named(desk).into_iter().map(region).collect()
}

/// To the page of every region.
pub(super) fn ways(desk: &Desk<'_>, from: Place<'_>) -> Vec<Way> {
    let way = |(text, acts): (Words, Regional<'_>)| Way {
        link: Link { href: from.link(Place::Region(acts.region)), text },
        counts: counts(desk, &acts.decrees).join(", "),
    };
    named(desk).into_iter().map(way).collect()
}

/// How many decrees, and how many regulations.
pub(super) fn counts(desk: &Desk<'_>, decrees: &[&Decree]) -> [String; 2] {
    let regulations = decrees.iter().map(|decree| decree.regulations.len()).sum();
    [desk.count("count_decrees", decrees.len()), desk.count("count_regulations", regulations)]
}

/// The page of a region: its acts by the years in which they were adopted.
pub(super) fn page(desk: &Desk<'_>, region: Option<&Id>) -> View<RegionPage> {
    let place = Place::Region(region);
    let acts = all(desk.stock.corpus).into_iter().find(|acts| acts.region == region);
    let Regional { name, mut decrees, .. } = acts.unwrap_or(Regional { region, name: None, decrees: Vec::new() });
    sort(&mut decrees);
    let name = desk.region_name(name);
    let [of_decrees, of_regulations] = counts(desk, &decrees);
    let counts = desk.words().fill("home_counts", &[&of_decrees, &of_regulations]);
    let years: Vec<Year> =
        decrees.chunk_by(|a, b| a.adopted.year() == b.adopted.year()).map(|of| year(desk, of, place)).collect();
    let line = |year: &Year| Line { anchor: year.anchor.clone(), words: year.name.clone(), lang: None, more: None };
    let contents = if years.len() > 1 { years.iter().map(line).collect() } else { Vec::new() };
    let mut frame = desk.frame(place, "list", &name.words, &format!("{}. {counts}", name.words));
    frame.trail = vec![desk.home_link(place)];
    View { frame, it: RegionPage { name, counts, contents, years } }
}

/// Decrees of one year.
fn year(desk: &Desk<'_>, decrees: &[&Decree], place: Place<'_>) -> Year {
    let year = decrees.first().map(|decree| decree.adopted.year().to_string()).unwrap_or_default();
    Year {
        anchor: format!("year-{year}"),
        name: desk.words().fill("year", &[&year]),
        decrees: cards(desk, decrees.to_vec(), place),
    }
}

/// The latest decree first.
pub(super) fn sort(decrees: &mut [&Decree]) {
    decrees.sort_by_key(|decree| (Reverse(decree.adopted), &decree.id));
}

fn cards(desk: &Desk<'_>, mut decrees: Vec<&Decree>, place: Place<'_>) -> Vec<Card> {
    sort(&mut decrees);
    decrees.into_iter().map(|decree| card(desk, decree, place)).collect()
}

pub(super) fn card(desk: &Desk<'_>, decree: &Decree, place: Place<'_>) -> Card {
    Card {
        link: Link { href: place.link(Place::Decree(&decree.id)), text: Words::of(&decree.title, desk.lang) },
        body: Words::of(&decree.adopting_body, desk.lang),
        date: say_date(decree.adopted, desk.lang, DateForm::Plain),
        number: decree.number.clone(),
        repealed: desk.repealed(decree, place),
        regulations: regulation_links(desk, decree, place),
    }
}
