//! The overview: which act amends or repeals which, drawn and as a table.

use super::acts_drawing::{self, Arrow, Card};
use super::address::Place;
use super::context::{ActLink, Acts, Group, Row, View};
use super::desk::Desk;
use super::relations::{Act, Kind, Relation};
use crate::model::{Decree, Edition, Repeal};
use crate::wording::date::{DateForm, say_date};
use std::collections::BTreeMap;

/// Larger groups take long to lay out and cannot be read; their relations stand in the table.
const GROUP_ACTS_MAX: usize = 40;
/// More than this many acts on one page are too much to look at.
const DRAWN_ACTS_MAX: usize = 150;

pub(super) fn page(desk: &Desk<'_>) -> View<Acts> {
    let relations = desk.stock.relations;
    let mut drawn = 0;
    let mut it = Acts { groups: Vec::new(), left_out: false, rows: rows(desk) };
    for group in groups(relations.acts.len(), &relations.all) {
        if group.len() > GROUP_ACTS_MAX || drawn + group.len() > DRAWN_ACTS_MAX {
            it.left_out = true;
            continue;
        }
        drawn += group.len();
        let name = desk.words().fill("acts_part", &[&(it.groups.len() + 1).to_string()]);
        it.groups.push(Group { svg: draw(desk, &group), name });
    }
    let frame = desk.frame(Place::Acts, "acts", desk.words().get("acts"), desk.words().get("acts_lead"));
    let frame = super::context::Frame { trail: vec![desk.home_link(Place::Acts)], ..frame };
    View { frame, it }
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
    let link = link(desk, act);
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

fn link(desk: &Desk<'_>, act: &Act<'_>) -> ActLink {
    match act {
        Act::Own(index) => {
            let decree: &Decree = &desk.stock.corpus.decrees[*index];
            let text = desk.act_of(&decree.adopting_body, decree.adopted, &decree.number);
            ActLink { text, href: Some(Place::Acts.link(Place::Decree(&decree.id))) }
        }
        Act::Amended(amended) => ActLink { text: desk.with_days(&amended.act), href: None },
        Act::Repealing(Repeal { by, date, number, .. }) | Act::Wording(Edition { by, date, number, .. }) => {
            ActLink { text: desk.act_of(by, *date, number), href: None }
        }
    }
}

fn rows(desk: &Desk<'_>) -> Vec<Row> {
    let relations = desk.stock.relations;
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    let mut row = |relation: &Relation| {
        let id_of = |act: &Act<'_>| match act {
            Act::Own(index) => desk.stock.corpus.decrees[*index].id.as_str(),
            _ => "",
        };
        let (from, to) = (&relations.acts[relation.from], &relations.acts[relation.to]);
        let (anchor, key) = match relation.kind {
            // A decree is repealed once; its banner leads here.
            Kind::Repeals => (format!("repeal-{}", id_of(to)), "relation_repeals"),
            Kind::Amends => {
                let name = match id_of(from) {
                    "" => format!("amended-{}", id_of(to)),
                    own => format!("amend-{own}"),
                };
                let count = counts.entry(name.clone()).or_default();
                *count += 1;
                (format!("{name}-{count}"), "relation_amends")
            }
        };
        Row { anchor, from: link(desk, from), relation: desk.word(key), to: link(desk, to) }
    };
    relations.all.iter().map(&mut row).collect()
}
