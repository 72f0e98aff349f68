//! The overview: which act amends or repeals which, drawn and as a table; where there are many, as a table for each list of acts.

use super::acts_drawing::{self, Arrow, Card};
use super::address::{List, Place};
use super::context::{ActLink, Acts, Group, Link, RelationsPage, Row, View, Way, Words};
use super::desk::{Desk, Stock};
use super::regions::{self, Regional};
use super::relations::{Act, Kind, Relation};
use crate::model::{Decree, Edition, Repeal};
use crate::wording::date::{DateForm, say_date};
use std::collections::{BTreeMap, BTreeSet};

/// Larger groups take long to lay out and cannot be read; their relations stand in the table.
const GROUP_ACTS_MAX: usize = 40;
/// More than this many acts on one page are too much to look at.
const DRAWN_ACTS_MAX: usize = 150;

/// A relation, and what its row is called by links.
#[derive(Clone)]
pub(super) struct Told<'a> {
    relation: &'a Relation,
    anchor: String,
}

/// The relations of each list; none where they all stand in the overview.
pub(super) type ByList<'a> = BTreeMap<List<'a>, Vec<Told<'a>>>;

/// The overview, with all relations or the ways to them.
pub(super) fn page(desk: &Desk<'_>, lists: &ByList<'_>) -> View<Acts> {
    let relations = desk.stock.relations;
    let mut drawn = 0;
    let rows = if lists.is_empty() { rows(desk, &told(&desk.stock), Place::Acts) } else { Vec::new() };
    let mut it = Acts { groups: Vec::new(), left_out: false, rows, ways: ways(desk, lists) };
    for group in groups(relations.acts.len(), &relations.all) {
        if group.len() > GROUP_ACTS_MAX || drawn + group.len() > DRAWN_ACTS_MAX {
            it.left_out = true;
            continue;
        }
        drawn += group.len();
        let name = desk.words().fill("acts_part", &[&(it.groups.len() + 1).to_string()]);
        it.groups.push(Group { svg: draw(desk, &group), name });
    }
    let lead = if it.ways.is_empty() { "acts_lead" } else { "acts_lead_ways" };
    let mut frame = desk.frame(Place::Acts, "acts", desk.words().get("acts"), desk.words().get(lead));
    frame.trail = vec![desk.home_link(Place::Acts)];
    View { frame, it }
}

/// The page of the relations of one list.
pub(super) fn listed(desk: &Desk<'_>, list: List<'_>, told: &[Told<'_>]) -> View<RelationsPage> {
    let place = Place::Relations(list);
    let name = regions::named(desk).into_iter().find(|(_, acts)| acts.region == list.region);
    let name = regions::of_year(desk, name.map_or_else(|| desk.region_name(None), |(name, _)| name), list);
    let overview = desk.word("acts");
    let title = format!("{overview}: {}", name.words);
    let mut frame = desk.frame(place, "list", &title, &title);
    let overview = Link { href: place.link(Place::Acts), text: Words::own(overview) };
    frame.trail = vec![desk.home_link(place), overview];
    View { frame, it: RelationsPage { name, rows: rows(desk, told, place) } }
}

/// To the relations of each region, or of each of its years.
fn ways(desk: &Desk<'_>, lists: &ByList<'_>) -> Vec<Way> {
    let way = |name: Words, list: List<'_>| {
        let counts = desk.count("count_relations", lists.get(&list)?.len());
        let link = Link { href: Place::Acts.link(Place::Relations(list)), text: regions::of_year(desk, name, list) };
        Some(Way { link, counts })
    };
    let of_region = |(name, acts): &(Words, Regional<'_>)| {
        let lists = desk.stock.lists.of_region(acts.region);
        lists.into_iter().filter_map(|list| way(name.clone(), list)).collect::<Vec<_>>()
    };
    regions::named(desk).iter().flat_map(of_region).collect()
}

/// The relations that each page of them tells: all in which an act of its list has a part.
pub(super) fn by_list<'a>(stock: &Stock<'a>) -> ByList<'a> {
    let mut lists = ByList::new();
    if !stock.lists.are_relations_parted {
        return lists;
    }
    let list_of = |act: usize| Some(stock.lists.of_decree(own(stock, &stock.relations.acts[act])?));
    for told in told(stock) {
        let ends = [told.relation.from, told.relation.to].into_iter().filter_map(list_of);
        for list in ends.collect::<BTreeSet<_>>() {
            lists.entry(list).or_default().push(told.clone());
        }
    }
    lists
}

/// The decree of the corpus that an act is.
fn own<'a>(stock: &Stock<'a>, act: &Act<'_>) -> Option<&'a Decree> {
    match act {
        Act::Own(index) => stock.corpus.decrees.get(*index),
        _ => None,
    }
}

/// Acts that are related with one another, directly or by way of others, in the order in which they first appear.
fn groups(acts: usize, relations: &[Relation]) -> Vec<Vec<usize>> {
    let mut head: Vec<usize> = (0..acts).collect();
    fn find(head: &mut [usize], mut act: usize) -> usize {
        while head[act] != act {
            head[act] = head[head[act]];
            act = head[act];
        }
        act
    }
    for relation in relations {
        let (a, b) = (find(&mut head, relation.from), find(&mut head, relation.to));
        let (low, high) = (a.min(b), a.max(b));
        head[high] = low;
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for act in 0..acts {
        groups.entry(find(&mut head, act)).or_default().push(act);
    }
    groups.into_values().collect()
}

fn draw(desk: &Desk<'_>, group: &[usize]) -> String {
    let relations = desk.stock.relations;
    let cards: Vec<Card> = group.iter().map(|act| card(desk, &relations.acts[*act])).collect();
    let place = |act: usize| group.binary_search(&act).ok();
    let arrows: Vec<Arrow> = relations
        .all
        .iter()
        .filter_map(|relation| {
            Some(Arrow { from: place(relation.from)?, to: place(relation.to)?, kind: relation.kind })
        })
        .collect();
    acts_drawing::draw(&cards, &arrows)
}

fn card(desk: &Desk<'_>, act: &Act<'_>) -> Card {
    let link = link(desk, act, Place::Acts);
    let short = match act {
        Act::Own(index) => {
            let decree = &desk.stock.corpus.decrees[*index];
            let date = say_date(decree.adopted, desk.lang, DateForm::Numeric);
            format!("№ {}, {date}\n{}", decree.number, decree.adopting_body.best(desk.lang).1)
        }
        Act::Amended(_) => link.text.words.clone(),
        Act::Repealing(Repeal { by, date, number, .. }) | Act::Wording(Edition { by, date, number, .. }) => {
            let date = say_date(*date, desk.lang, DateForm::Numeric);
            format!("№ {number}, {date}\n{}", by.best(desk.lang).1)
        }
    };
    let mark = match act {
        Act::Own(index) if desk.stock.corpus.decrees[*index].repealed.is_some() => Some(desk.word("repealed")),
        _ => None,
    };
    Card { text: short, lang: link.text.lang, href: link.href, mark }
}

fn link(desk: &Desk<'_>, act: &Act<'_>, from: Place<'_>) -> ActLink {
    match act {
        Act::Own(index) => {
            let decree: &Decree = &desk.stock.corpus.decrees[*index];
            let text = desk.act_of(&decree.adopting_body, decree.adopted, &decree.number);
            ActLink { text, href: Some(from.link(Place::Decree(&decree.id))) }
        }
        Act::Amended(amended) => ActLink { text: desk.with_days(&amended.act), href: None },
        Act::Repealing(Repeal { by, date, number, .. }) | Act::Wording(Edition { by, date, number, .. }) => {
            ActLink { text: desk.act_of(by, *date, number), href: None }
        }
    }
}

/// All relations in their order.
fn told<'a>(stock: &Stock<'a>) -> Vec<Told<'a>> {
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    let mut anchor = |relation: &Relation| {
        let id_of = |act: usize| own(stock, &stock.relations.acts[act]).map_or("", |decree| decree.id.as_str());
        let (from, to) = (id_of(relation.from), id_of(relation.to));
        let name = match (relation.kind, from) {
            // A decree is repealed once; its banner leads here.
            (Kind::Repeals, _) => return format!("repeal-{to}"),
            (Kind::Amends, "") => format!("amended-{to}"),
            (Kind::Amends, own) => format!("amend-{own}"),
        };
        let count = counts.entry(name.clone()).or_default();
        *count += 1;
        format!("{name}-{count}")
    };
    stock.relations.all.iter().map(|relation| Told { relation, anchor: anchor(relation) }).collect()
}

fn rows(desk: &Desk<'_>, told: &[Told<'_>], place: Place<'_>) -> Vec<Row> {
    let act = |act: usize| link(desk, &desk.stock.relations.acts[act], place);
    let row = |Told { relation, anchor }: &Told<'_>| {
        let key = if relation.kind == Kind::Repeals { "relation_repeals" } else { "relation_amends" };
        Row { anchor: anchor.clone(), from: act(relation.from), relation: desk.word(key), to: act(relation.to) }
    };
    told.iter().map(row).collect()
}
