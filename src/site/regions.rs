//! Acts by region: all of them on the front page where they are few, each region's on a page of its own where they are many.

use super::address::{List, Place, region_name};
use super::context::{Card, Line, Link, Region, RegionPage, View, Way, Words, Year};
use super::desk::Desk;
use super::home::regulation_links;
use crate::base::{Id, Text};
use crate::model::{Corpus, Decree};
use crate::wording::collate::sort_key;
use crate::wording::date::{DateForm, say_date};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The decrees of a region, or those of none.
pub(super) struct Regional<'a> {
    pub region: Option<&'a Id>,
    pub name: Option<&'a Text>,
    decrees: Vec<&'a Decree>,
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
pub(super) fn named<'a>(desk: &Desk<'a>) -> Vec<(Words, Regional<'a>)> {
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
    let way = |(_, acts): (Words, Regional<'_>)| Way {
        link: desk.region_link(acts.region, acts.name, from),
        counts: counts(desk, &acts.decrees).join(", "),
    };
    named(desk).into_iter().map(way).collect()
}

/// How many decrees, and how many regulations.
pub(super) fn counts(desk: &Desk<'_>, decrees: &[&Decree]) -> [String; 2] {
    let regulations = decrees.iter().map(|decree| decree.regulations.len()).sum();
    [desk.count("count_decrees", decrees.len()), desk.count("count_regulations", regulations)]
}

/// The page of a list: acts by the years in which they were adopted, or the ways to them.
pub(super) fn page(desk: &Desk<'_>, list: List<'_>) -> View<RegionPage> {
    let place = Place::Region(list);
    let acts = all(desk.stock.corpus).into_iter().find(|acts| acts.region == list.region);
    let Regional { region, name, mut decrees } =
        acts.unwrap_or(Regional { region: list.region, name: None, decrees: Vec::new() });
    decrees.retain(|decree| list.year.is_none_or(|year| year == decree.adopted.year()));
    sort(&mut decrees);
    let title = title(desk, name, list);
    let [of_decrees, of_regulations] = counts(desk, &decrees);
    let counts = desk.words().fill("home_counts", &[&of_decrees, &of_regulations]);
    let by_year: Vec<&[&Decree]> = decrees.chunk_by(|a, b| a.adopted.year() == b.adopted.year()).collect();
    let mut frame = desk.frame(place, "list", &title.words, &format!("{}. {counts}", title.words));
    frame.trail = vec![desk.home_link(place)];
    frame.trail.extend(list.year.map(|_| desk.region_link(region, name, place)));
    let it = RegionPage { name: title, counts, contents: Vec::new(), years: Vec::new(), ways: Vec::new() };
    let it = if list.year.is_none() && !desk.stock.lists.years_of(region).is_empty() {
        RegionPage { ways: by_year.iter().map(|of| way_to_year(desk, of, list)).collect(), ..it }
    } else {
        let years: Vec<Year> = by_year.iter().map(|of| year(desk, of, list)).collect();
        let line = |year: &Year| Line { anchor: year.anchor.clone(), words: year.name.clone(), lang: None, more: None };
        let contents = if years.len() > 1 { years.iter().map(line).collect() } else { Vec::new() };
        RegionPage { contents, years, ..it }
    };
    View { frame, it }
}

/// What the page of a list is called. That there is no region says more here than beside the names of others.
fn title(desk: &Desk<'_>, name: Option<&Text>, list: List<'_>) -> Words {
    let name = name.map_or_else(|| Words::own(desk.word("no_region")), |name| Words::of(name, desk.lang));
    of_year(desk, name, list)
}

/// «Карагандинская область, 2016 год», in the language of the name.
pub(super) fn of_year(desk: &Desk<'_>, name: Words, list: List<'_>) -> Words {
    let Some(year) = list.year else { return name };
    let lang = if name.lang.is_some() { desk.lang.other() } else { desk.lang };
    Words { words: format!("{}, {}", name.words, Desk { lang, ..*desk }.year(year)), ..name }
}

/// To the page of a year, which has these decrees.
fn way_to_year(desk: &Desk<'_>, decrees: &[&Decree], list: List<'_>) -> Way {
    Way { link: desk.year_link(list, year_of(decrees), Place::Region(list)), counts: counts(desk, decrees).join(", ") }
}

/// Decrees of one year. On a page of its own its name stands above already.
fn year(desk: &Desk<'_>, decrees: &[&Decree], list: List<'_>) -> Year {
    let year = year_of(decrees);
    let name = if list.year.is_some() { desk.word("acts_listed") } else { desk.year(year) };
    Year { anchor: format!("year-{year}"), name, decrees: cards(desk, decrees.to_vec(), Place::Region(list)) }
}

fn year_of(decrees: &[&Decree]) -> u16 {
    decrees.first().map(|decree| decree.adopted.year()).unwrap_or_default()
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
