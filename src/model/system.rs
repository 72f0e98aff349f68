//! System paths: participants, and items with their numbers, places and ways.

use super::context::{Cx, ELEMENTS_MAX, LANES_MAX};
use super::ids;
use super::label::{label, marker, usual_pattern};
use super::provider::extra;
use super::refusal;
use super::spoken;
use super::types::{ChannelKind, Item, ItemKind, Participant, ParticipantKind, Role, SystemPath, Target};
use super::ways::{self, Junction};
use crate::base::{Finding, Id, Lang, Spanned, Text, codes, terms};
use crate::source::raw::{RawInteraction, RawItem};
use crate::source::{RawList, RawNumber, RawText, Word};

pub(super) const CHANNELS: [(&str, ChannelKind); 6] = [
    ("office", ChannelKind::Office),
    ("provider", ChannelKind::Provider),
    ("local-akim", ChannelKind::LocalAkim),
    ("state-corporation", ChannelKind::StateCorporation),
    ("service-centre", ChannelKind::ServiceCentre),
    ("portal", ChannelKind::Portal),
];

/// How items are marked, by kind.
struct Markers {
    process: Text,
    condition: Text,
    plain: Text,
}

impl Markers {
    fn of(&self, kind: ItemKind) -> &Text {
        match kind {
            ItemKind::Process => &self.process,
            ItemKind::Condition => &self.condition,
            ItemKind::Plain => &self.plain,
        }
    }
}

/// Counts what has come so far.
#[derive(Default)]
struct Count {
    processes: u32,
    conditions: u32,
    plain: u32,
    list_index: u32,
    part: usize,
}

impl Count {
    fn of(&mut self, kind: ItemKind) -> &mut u32 {
        match kind {
            ItemKind::Process => &mut self.processes,
            ItemKind::Condition => &mut self.conditions,
            ItemKind::Plain => &mut self.plain,
        }
    }
}

pub(super) fn build(raw: &Spanned<RawInteraction>, cx: &mut Cx) -> Option<SystemPath> {
    let id = cx.id(raw.id.as_ref());
    let participants = participants(raw, cx);
    let list = raw.items.as_ref()?;
    let has_participants = raw.participants.as_ref().is_some_and(|named| !named.0.is_empty());
    if list.0.is_empty() || !has_participants {
        cx.find(Finding::new(&codes::EMPTY_PATH, list.span));
        return None;
    }
    if !cx.fits(list.0.len(), ELEMENTS_MAX, list.span) {
        return None;
    }
    let mut items = items(raw, list, &participants, cx);
    if items.len() != list.0.len() || participants.is_empty() {
        return None;
    }
    idle(raw, &participants, &items, cx);
    connect(&mut items, list, cx);
    assign_roles(&mut items);
    refusal::of_items(&items, cx);
    spoken::check(&items, &list.0, cx);
    Some(SystemPath {
        id: id?.value,
        channel: cx.choice(raw.channel.as_ref(), &CHANNELS),
        named: cx.text(raw.named.as_ref()),
        participants,
        items,
    })
}

fn participants(raw: &RawInteraction, cx: &mut Cx) -> Vec<Participant> {
    let Some(named) = &raw.participants else { return Vec::new() };
    if !cx.fits(named.0.len(), LANES_MAX, named.span) {
        named.0.iter().for_each(|(key, _)| cx.drop_name(key));
        return Vec::new();
    }
    let kinds = [
        ("applicant", ParticipantKind::Applicant),
        ("person", ParticipantKind::Person),
        ("organisation", ParticipantKind::Organisation),
        ("system", ParticipantKind::System),
    ];
    let mut participants = Vec::new();
    for (key, raw) in &named.0 {
        let usual = if participants.is_empty() { ParticipantKind::Applicant } else { ParticipantKind::System };
        let kind = cx.choice(raw.kind.as_ref(), &kinds).unwrap_or(usual);
        match (cx.id_of(key, key.span), cx.text(raw.name.as_ref())) {
            (Some(id), Some(name)) => participants.push(Participant { id: id.value, name, kind }),
            _ => cx.drop_name(key),
        }
    }
    participants
}

/// Where no item happens the band is empty, even of one that acts elsewhere; at the applicant's the path starts and ends.
fn idle(raw: &RawInteraction, participants: &[Participant], items: &[Item], cx: &mut Cx) {
    let Some(named) = &raw.participants else { return };
    let applicant = participants.iter().position(|participant| participant.kind == ParticipantKind::Applicant);
    for (at, participant) in participants.iter().enumerate() {
        let is_idle = Some(at) != applicant && !items.iter().any(|item| item.at.contains(&at));
        let key = named.0.iter().map(|(key, _)| key).find(|key| key.value == participant.id.as_str());
        if let (true, Some(key)) = (is_idle, key) {
            cx.find(Finding::new(&codes::IDLE_PARTICIPANT, key.span).word(&key.value));
        }
    }
}

fn items(
    path: &RawInteraction,
    list: &Spanned<RawList<RawItem>>,
    participants: &[Participant],
    cx: &mut Cx,
) -> Vec<Item> {
    let mut pattern =
        |field: &Option<Spanned<RawText>>, usual| cx.text(field.as_ref()).unwrap_or_else(|| usual_pattern(usual));
    let markers = Markers {
        process: pattern(&path.process_marker, ["{n} үдеріс –", "процесс {n} –"]),
        condition: pattern(&path.condition_marker, ["{n} шарт –", "условие {n} –"]),
        plain: pattern(&path.plain_marker, ["{i})"; 2]),
    };
    let mut count = Count::default();
    let mut items: Vec<Item> = Vec::with_capacity(list.0.len());
    for raw in &list.0 {
        let Some(item) = item(raw, &markers, &mut count, participants, cx) else { continue };
        if let Some(first) = items.iter().find(|other| other.id.value == item.id.value) {
            cx.duplicate(&item.id, first.id.span);
        }
        items.push(item);
    }
    items
}

fn item(
    raw: &Spanned<RawItem>,
    markers: &Markers,
    count: &mut Count,
    participants: &[Participant],
    cx: &mut Cx,
) -> Option<Item> {
    let (kind, number) = numbered(raw, count, cx)?;
    if cx.flag(raw.restart.as_ref()) {
        count.list_index = 0;
        count.part += 1;
    }
    count.list_index += 1;
    let pattern = markers.of(kind);
    let id = cx.id_of(&ids::item_id(raw)?, raw.id.as_ref().map_or(number.span, |word| word.span))?;
    let text = cx.text(raw.text.as_ref());
    let at = located(raw.at.as_ref(), participants, cx);
    let by = raw.by.as_ref().map(|word| among(&word.value, word, participants, cx));
    let (text, at) = (text?, at?);
    let by = by.unwrap_or(Some(at[0]))?;
    let duration = cx.stated(&text, raw.text.as_ref(), raw.within.as_ref());
    let extra = extra(raw.extra.as_ref(), cx);
    let held = extra.iter().filter_map(|extra| extra.duration.as_ref());
    cx.further_terms(&text, raw.text.as_ref(), duration.as_ref(), held);
    Some(Item {
        id,
        kind,
        number: number.0,
        list_index: pattern.iter().any(|(_, words)| words.contains("{i}")).then_some(count.list_index),
        part: count.part,
        marker: marker(pattern, raw.marker.as_ref(), number.0, count.list_index, &text, cx),
        label: label(raw.label.as_ref(), &text, cx),
        actor: actor(raw, &at, by, participants, cx),
        system: system(raw, &at, participants, cx),
        duration,
        extra,
        at,
        by,
        role: None,
        refuses: None,
        ways: Vec::new(),
        text,
    })
}

/// Which kind the item is, and its number, checked against the count.
fn numbered<'r>(
    raw: &'r Spanned<RawItem>,
    count: &mut Count,
    cx: &mut Cx,
) -> Option<(ItemKind, &'r Spanned<RawNumber>)> {
    let said: Vec<(ItemKind, &Spanned<RawNumber>)> = ids::kinds(raw).collect();
    let &[(kind, number)] = said.as_slice() else {
        if let Some(kind) = ids::unread_kind(raw).filter(|_| said.is_empty()) {
            *count.of(kind) += 1;
            return None;
        }
        let what = if said.is_empty() { &terms::NEITHER } else { &terms::SEVERAL };
        cx.find(Finding::new(&codes::ITEM_KIND, raw.span).term(what));
        return None;
    };
    let noun = match kind {
        ItemKind::Process => &terms::PROCESS,
        ItemKind::Condition => &terms::CONDITION,
        ItemKind::Plain => &terms::PLAIN,
    };
    let due = count.of(kind);
    *due += 1;
    if number.0 != *due {
        cx.find(Finding::new(&codes::NUMBERING, number.span).term(noun).word(number.0).word(*due));
        // The count goes on from what is written, so that one slip is one finding.
        *due = number.0;
    }
    Some((kind, number))
}

fn located(field: Option<&Spanned<RawList<Word>>>, participants: &[Participant], cx: &mut Cx) -> Option<Vec<usize>> {
    let list = field?;
    let at: Option<Vec<usize>> = list.0.iter().map(|word| among(&word.value, word, participants, cx)).collect();
    let mut at = at?;
    let mut seen = Vec::new();
    at.retain(|index| {
        let is_new = !seen.contains(index);
        seen.push(*index);
        is_new
    });
    if at.is_empty() {
        cx.find(super::context::missing("at", list.span));
        return None;
    }
    Some(at)
}

fn among(name: &Word, place: &Spanned<Word>, participants: &[Participant], cx: &mut Cx) -> Option<usize> {
    let known: Vec<&str> = participants.iter().map(|participant| participant.id.as_str()).collect();
    cx.reference(&name.0, place.span, &known)
}

/// Who acts, as the sentence calls it.
fn actor(raw: &RawItem, at: &[usize], by: usize, participants: &[Participant], cx: &mut Cx) -> Text {
    if let Some(own) = cx.text(raw.actor.as_ref()) {
        return own;
    }
    if raw.by.is_some() {
        return participants[by].name.clone();
    }
    joined(at, participants, cx.language)
}

/// The information systems that serve the item.
fn system(raw: &RawItem, at: &[usize], participants: &[Participant], cx: &mut Cx) -> Option<Text> {
    let systems: Vec<usize> = match &raw.system {
        Some(list) if matches!(list.0.as_slice(), [only] if only.0 == "none") => Vec::new(),
        Some(list) => list.0.iter().filter_map(|word| among(&word.value, word, participants, cx)).collect(),
        None => at.iter().copied().filter(|index| participants[*index].kind == ParticipantKind::System).collect(),
    };
    (!systems.is_empty()).then(|| joined(&systems, participants, cx.language))
}

/// Names in the languages that all of them have; where there is none, each in the one that it has.
fn joined(indices: &[usize], participants: &[Participant], language: Lang) -> Text {
    let names = || indices.iter().map(|index| &participants[*index].name);
    let shared = participants[indices[0]].name.map(|lang, _| {
        let names: Option<Vec<&str>> = names().map(|name| name.get(lang)).collect();
        names.map(|names| names.join(", "))
    });
    if shared.is_empty() {
        let best: Vec<&str> = names().map(|name| name.best(language).1).collect();
        return Text::of(language, best.join(", "));
    }
    shared
}

/// Gives every item its ways.
fn connect(items: &mut [Item], list: &Spanned<RawList<RawItem>>, cx: &mut Cx) {
    let ids: Vec<Id> = items.iter().map(|item| item.id.value.clone()).collect();
    let ids: Vec<&str> = ids.iter().map(Id::as_str).collect();
    let junctions: Vec<Junction> = items
        .iter()
        .zip(&list.0)
        .map(|(item, raw)| Junction {
            is_condition: item.kind == ItemKind::Condition,
            may_refuse: item.kind == ItemKind::Process,
            noun: ways::noun(item.kind == ItemKind::Condition),
            number: item.number,
            span: item.id.span,
            yes: raw.yes.as_ref(),
            no: raw.no.as_ref(),
            then: raw.then.as_ref(),
        })
        .collect();
    for (item, ways) in items.iter_mut().zip(ways::resolve(&junctions, &ids, true, cx)) {
        item.ways = ways;
    }
}

/// A process that leads to a refusal refuses; one that leads to the end hands over the result.
fn assign_roles(items: &mut [Item]) {
    for at in 0..items.len() {
        let to = items[at].ways.first().map(|way| way.to);
        items[at].role = match (items[at].kind, to) {
            (ItemKind::Process, Some(Target::Refused)) => Some(Role::Refusal),
            (ItemKind::Process | ItemKind::Plain, Some(Target::End)) => Some(Role::Result),
            _ => None,
        };
        if items[at].role == Some(Role::Refusal) {
            items[at].refuses = items.iter().position(|item| {
                item.kind == ItemKind::Condition && item.ways.iter().any(|way| way.to == Target::Element(at))
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_share_no_language_are_joined_all_the_same() {
        let participant =
            |name: Text| Participant { id: Id::new("one").expect("a sound id"), name, kind: ParticipantKind::System };
        let all = [Text::of(Lang::Ru, "заявитель"), Text::of(Lang::Kk, "портал")].map(participant);
        assert_eq!(joined(&[0, 1], &all, Lang::Kk), Text::of(Lang::Kk, "заявитель, портал"));
        assert_eq!(joined(&[1, 1], &all, Lang::Ru), Text::of(Lang::Kk, "портал, портал"));
    }
}
