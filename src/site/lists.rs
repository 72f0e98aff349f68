//! Over which pages acts are listed: where they are many, each region has its own; where those of a region are many, each
//! of its years; and so their relations.

use super::address::List;
use crate::base::Id;
use crate::model::{Corpus, Decree};
use std::collections::{BTreeMap, BTreeSet};

/// Decrees and regulations, or relations, that one page lists. Each takes half a kilobyte of it, so this many weigh 50 KB: a
/// slow phone shows them at once, and a reader still finds his way among them.
const LISTED_MAX: usize = 100;

#[derive(Debug, Default)]
pub(super) struct Lists<'a> {
    /// The acts are too many for one page: each region has its own.
    pub are_parted: bool,
    /// The relations are, too: each list has a page of those of its acts.
    pub are_relations_parted: bool,
    /// The years of regions whose acts are too many as well: each has a page of its own.
    years: BTreeMap<Option<&'a Id>, BTreeSet<u16>>,
}

impl<'a> Lists<'a> {
    pub fn of(corpus: &'a Corpus, relations: usize) -> Lists<'a> {
        let mut counts: BTreeMap<Option<&Id>, usize> = BTreeMap::new();
        for decree in &corpus.decrees {
            *counts.entry(region_of(decree)).or_default() += 1 + decree.regulations.len();
        }
        let are_parted = counts.values().sum::<usize>() > LISTED_MAX;
        let mut years = years(corpus);
        // One year is no less than the whole.
        years.retain(|region, years| counts[region] > LISTED_MAX && years.len() > 1);
        Lists { are_parted, are_relations_parted: are_parted && relations > LISTED_MAX, years }
    }

    /// As where there are many acts, however few there are; and as where there are many in each region.
    pub fn of_many(corpus: &'a Corpus, in_each_region: bool) -> Lists<'a> {
        let years = if in_each_region { years(corpus) } else { BTreeMap::new() };
        Lists { are_parted: true, are_relations_parted: in_each_region, years }
    }

    /// The years of a region that have pages of their own, the latest first.
    pub fn years_of(&self, region: Option<&Id>) -> Vec<u16> {
        self.years.get(&region).into_iter().flatten().rev().copied().collect()
    }

    /// The list that names a decree.
    pub fn of_decree<'d>(&self, decree: &'d Decree) -> List<'d> {
        let region = region_of(decree);
        List { region, year: self.years.contains_key(&region).then(|| decree.adopted.year()) }
    }

    /// The pages of a region: of all its acts, and of years.
    pub fn of_region<'r>(&self, region: Option<&'r Id>) -> Vec<List<'r>> {
        let years = self.years_of(region).into_iter().map(Some);
        [None].into_iter().chain(years).map(|year| List { region, year }).collect()
    }
}

fn region_of(decree: &Decree) -> Option<&Id> {
    decree.region.as_ref().map(|region| &region.id)
}

fn years(corpus: &Corpus) -> BTreeMap<Option<&Id>, BTreeSet<u16>> {
    let mut years: BTreeMap<_, BTreeSet<u16>> = BTreeMap::new();
    for decree in &corpus.decrees {
        years.entry(region_of(decree)).or_default().insert(decree.adopted.year());
    }
    years
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::manuscript::fixture::decree;
    use crate::wording::date::Date;

    /// Acts without regulations and regions, of so many years.
    fn acts(count: u16, years: u16) -> Corpus {
        let act = |at: u16| {
            let mut act = decree(&format!("act-{at}"));
            act.regulations.clear();
            act.region = None;
            act.adopted = Date::new(2000 + at % years, 1, 1).expect("a day");
            act
        };
        Corpus { decrees: (0..count).map(act).collect() }
    }

    #[test]
    fn only_what_is_too_much_for_a_page_is_parted() {
        let parted = |count, years, relations| {
            let corpus = acts(count, years);
            let lists = Lists::of(&corpus, relations);
            (lists.are_parted, lists.years_of(None), lists.are_relations_parted)
        };
        assert_eq!(parted(100, 2, 1000), (false, vec![], false));
        assert_eq!(parted(101, 2, 100), (true, vec![2001, 2000], false));
        assert_eq!(parted(101, 1, 101), (true, vec![], true), "a year is no less than all");
    }
}
