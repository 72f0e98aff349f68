//! Items of a path through information systems before and after: numbers, places, ways.

use super::elements;
use super::ledger::Ledger;
use super::pair::{Entry, Pairing};
use super::place::Places;
use super::subject::Subject;
use super::types::{Kind, Place, Value};
use crate::base::{Lang, Said, Text};
use crate::model::{Item, ItemKind, ParticipantKind, Role, SystemPath};

/// What the comparison of one path has at hand; `[before, after]` throughout.
pub(super) struct Sides<'a> {
    pub at: [usize; 2],
    pub paths: [&'a SystemPath; 2],
    pub bands: &'a Pairing,
    pub places: &'a [Places; 2],
}

/// An id that is but kind and number was not written. A process and a condition are not one thing, however alike.
pub(super) fn entries(items: &[Item]) -> Vec<Entry<'_>> {
    items
        .iter()
        .map(|item| Entry {
            id: item.own_id(),
            words: elements::words(&item.text),
            class: u8::from(item.kind == ItemKind::Condition),
        })
        .collect()
}

pub(super) fn compare(sides: &Sides, pairing: &Pairing, here: &Place, ledger: &mut Ledger) {
    let [before, after] = sides.paths;
    let place = |side: usize, item: usize| sides.places[side].item(sides.at[side], sides.paths[side], item);
    for at in &pairing.removed {
        ledger.at(place(0, *at));
        ledger.whole(Kind::Removed, subject(before.items[*at].kind), &before.items[*at].text);
    }
    for to in 0..after.items.len() {
        ledger.at(place(1, to));
        match pairing.pairs.iter().find(|pair| pair.1 == to) {
            Some((from, _)) => item(sides, *from, to, pairing, ledger),
            None => ledger.whole(Kind::Added, subject(after.items[to].kind), &after.items[to].text),
        }
    }
    for (from, to) in &pairing.moved {
        ledger.at(place(1, *to));
        let nth = |at: usize| Some(Value::words((at + 1).to_string()));
        ledger.push(Kind::Moved, subject(after.items[*to].kind), nth(*from), nth(*to));
    }
    for [(_, one), (_, other)] in &pairing.swapped {
        ledger.at(place(1, *one));
        let name = |at: usize| short(&after.items[at]);
        ledger.push(Kind::Swapped, subject(after.items[*one].kind), name(*one), name(*other));
    }
    ledger.at(here.clone());
    let given = pairing.pairs.iter().map(|(from, to)| (&before.items[*from], &after.items[*to]));
    elements::given_ids(given.map(|(old, new)| (old.own_id(), new.own_id())), ledger);
    numbers(sides, pairing, here, ledger);
}

/// Markers and numbers of the whole list.
fn numbers(sides: &Sides, pairing: &Pairing, here: &Place, ledger: &mut Ledger) {
    let [before, after] = sides.paths;
    let place = |item: usize| sides.places[1].item(sides.at[1], sides.paths[1], item);
    for kind in [ItemKind::Plain, ItemKind::Process, ItemKind::Condition] {
        let pairs: Vec<(usize, usize)> = pairing
            .pairs
            .iter()
            .copied()
            .filter(|(from, to)| before.items[*from].kind == kind && after.items[*to].kind == kind)
            .collect();
        let all: Vec<(Text, Text, bool)> = pairs
            .iter()
            .map(|(from, to)| (&before.items[*from], &after.items[*to]))
            .map(|(old, new)| {
                let is_steady = (old.number, old.list_index) == (new.number, new.list_index);
                (old.marker.clone(), new.marker.clone(), is_steady)
            })
            .collect();
        ledger.at(here.clone());
        elements::markers(&all, |at, ledger| ledger.at(place(pairs[at].1)), ledger);
        ledger.at(Place { marker: None, element: None, ..here.clone() });
        let is_shuffled = |(from, to): &(usize, usize)| {
            pairing.moved.contains(&(*from, *to)) || pairing.swapped.iter().flatten().any(|pair| *pair == (*from, *to))
        };
        if !pairs.iter().any(is_shuffled) {
            let shifts: Vec<(u32, u32)> =
                pairs.iter().map(|(from, to)| (before.items[*from].number, after.items[*to].number)).collect();
            elements::renumbered(subject(kind), &shifts, ledger);
        }
    }
    list_starts(sides, pairing, ledger);
}

/// Where a printed list begins again.
fn list_starts(sides: &Sides, pairing: &Pairing, ledger: &mut Ledger) {
    let begins = |path: &SystemPath, at: usize| {
        at.checked_sub(1).is_some_and(|previous| path.items[previous].part != path.items[at].part)
    };
    for (from, to) in &pairing.pairs {
        let (old, new) = (begins(sides.paths[0], *from), begins(sides.paths[1], *to));
        ledger.at(sides.places[1].item(sides.at[1], sides.paths[1], *to));
        ledger.said(Subject::ListStart, Some(elements::yes_or_no(old)), Some(elements::yes_or_no(new)));
    }
}

/// An item by its label, else by its sentence.
fn short(item: &Item) -> Option<Value> {
    Value::text(item.label.as_ref().unwrap_or(&item.text))
}

fn item(sides: &Sides, from: usize, to: usize, pairing: &Pairing, ledger: &mut Ledger) {
    let (before, after) = (&sides.paths[0].items[from], &sides.paths[1].items[to]);
    // Where it happens and who acts is compared in `located`. Numbers, markers and parts are told for the list; `refuses` is the way of its condition, read backwards.
    let Item {
        id: _,
        kind,
        number: _,
        list_index: _,
        part: _,
        marker: _,
        text,
        label,
        at: _,
        by: _,
        actor: _,
        system: _,
        duration,
        role,
        refuses: _,
        extra,
        ways,
    } = before;
    if let (Some(old), Some(new)) = (before.own_id(), after.own_id()) {
        ledger.value(Subject::Id, Some(Value::words(old)), Some(Value::words(new)));
    }
    ledger.said(Subject::ElementKind, Some(kind_said(*kind)), Some(kind_said(after.kind)));
    // Without its term, a sentence of a path is not kept: the term alone changed if only its own words did.
    let bare = |item: &Item| match item.duration.as_ref().and_then(|term| term.raw.as_deref()) {
        Some(raw) => item.text.map(|_, words| Some(words.replacen(raw, "", 1))),
        None => item.text.clone(),
    };
    ledger.sentence(
        [Subject::Sentence, Subject::Duration],
        [text, &after.text],
        [&bare(before), &bare(after)],
        [duration.as_ref(), after.duration.as_ref()],
    );
    ledger.maybe(Subject::Label, (label.as_ref(), after.label.as_ref()));
    located(sides, before, after, ledger);
    ledger.said(Subject::Role, role.map(role_said), after.role.map(role_said));
    elements::extras(extra, &after.extra, ledger);
    let names: [&dyn Fn(usize) -> Option<Value>; 2] =
        [&|at| short(&sides.paths[0].items[at]), &|at| short(&sides.paths[1].items[at])];
    elements::ways(ways, &after.ways, pairing, names, ledger);
}

/// Bands, who acts, and the systems that serve the item.
fn located(sides: &Sides, before: &Item, after: &Item, ledger: &mut Ledger) {
    let bands = |side: usize, at: &[usize]| -> Option<Value> {
        let names: Vec<&Text> = at.iter().map(|at| &sides.paths[side].participants[*at].name).collect();
        let joined = |lang: Lang| names.iter().map(|name| name.best(lang).1).collect::<Vec<_>>().join(", ");
        let first = names.first()?;
        Value::text(&first.map(|lang, _| Some(joined(lang))))
    };
    let is_same = |old: &[usize], new: &[usize]| {
        old.len() == new.len() && old.iter().zip(new).all(|(old, new)| sides.bands.after_of(*old) == Some(*new))
    };
    if !is_same(&before.at, &after.at) {
        ledger.value(Subject::Bands, bands(0, &before.at), bands(1, &after.at));
    }
    // Who acts where it happens is the band itself, and told with it.
    let is_own = |item: &Item| item.by != item.at[0];
    if !is_same(&[before.by], &[after.by]) && (is_own(before) || is_own(after)) {
        ledger.value(Subject::Agent, bands(0, &[before.by]), bands(1, &[after.by]));
    }
    let actors = [(before, 0), (after, 1)].map(|(item, side)| own_actor(item, sides.paths[side]));
    if actors[0] != actors[1] {
        ledger.text(Subject::Actor, &before.actor, &after.actor);
    }
    let systems = [(before, 0), (after, 1)].map(|(item, side)| own_systems(item, sides.paths[side]));
    if !is_same_systems(&systems, sides) {
        ledger.maybe(Subject::Systems, (before.system.as_ref(), after.system.as_ref()));
    }
}

/// The actor, where the sentence calls it by another name than its band has.
fn own_actor<'p>(item: &'p Item, path: &'p SystemPath) -> Option<&'p Text> {
    let is_name =
        path.participants[item.by].name == item.actor || joined(&item.at, path) == elements::words(&item.actor);
    (!is_name).then_some(&item.actor)
}

fn joined(at: &[usize], path: &SystemPath) -> String {
    at.iter().map(|at| elements::words(&path.participants[*at].name)).collect::<Vec<_>>().join(", ")
}

/// The systems that serve an item, as bands; `None` where they are simply the systems among the bands it stands in.
fn own_systems(item: &Item, path: &SystemPath) -> Option<Vec<usize>> {
    let named = item.system.as_ref().map_or(Vec::new(), |system| {
        elements::words(system)
            .split(", ")
            .filter_map(|name| path.participants.iter().position(|one| elements::words(&one.name) == name))
            .collect()
    });
    let is_system = |at: &&usize| path.participants[**at].kind == ParticipantKind::System;
    let usual: Vec<usize> = item.at.iter().filter(is_system).copied().collect();
    (named != usual).then_some(named)
}

fn is_same_systems(systems: &[Option<Vec<usize>>; 2], sides: &Sides) -> bool {
    match systems {
        [None, None] => true,
        [Some(old), Some(new)] => {
            old.len() == new.len() && old.iter().zip(new).all(|(old, new)| sides.bands.after_of(*old) == Some(*new))
        }
        _ => false,
    }
}

const fn subject(kind: ItemKind) -> Subject {
    match kind {
        ItemKind::Process => Subject::Process,
        ItemKind::Condition => Subject::Condition,
        ItemKind::Plain => Subject::Plain,
    }
}

const fn kind_said(kind: ItemKind) -> &'static Said {
    match kind {
        ItemKind::Process => &Said { kk: "процесс", ru: "процесс", en: "process" },
        ItemKind::Condition => &Said { kk: "шарт", ru: "условие", en: "condition" },
        ItemKind::Plain => &Said { kk: "іс-қимыл", ru: "действие", en: "action" },
    }
}

const fn role_said(role: Role) -> &'static Said {
    match role {
        Role::Refusal => &Said { kk: "бас тарту", ru: "отказ", en: "refusal" },
        Role::Result => &Said {
            kk: "нәтижені беру", ru: "выдача результата", en: "handing over the result"
        },
    }
}
