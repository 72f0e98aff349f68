//! The line of time of a regulation: the acts that made, changed and ended it, with their days.
//!
//! In: the editions of its definition, the requisites of its decree, and the notes that its text prints. Out: [`Moment`]s
//! in order. Holds: only what one of these says; an act that is told by two of them stands once; a day on which an act was
//! adopted is never called the day of its effect, which only the words of a note may tell.

use super::address::Place;
use super::context::{ActLink, Link, Moment, Words};
use super::dated;
use super::desk::Desk;
use super::editions::Wording;
use crate::base::Text;
use crate::manuscript::{Block, Manuscript, Paragraph, Role};
use crate::model::{Amended, Decree, Regulation};
use crate::wording::act_kind::{ActKind, named_kind};
use crate::wording::date::Date;
use crate::wording::note;

pub(super) fn of(desk: &Desk<'_>, wording: &Wording<'_>, manuscript: &Manuscript) -> Vec<Moment> {
    let mut all = before_the_decree(desk, wording);
    all.extend(adoption(desk, wording));
    all.extend((0..=wording.latest.former.len()).filter_map(|at| edition(desk, wording, at, manuscript)));
    all.extend(noted(desk, wording, manuscript));
    all.extend(repeal(desk, wording));
    // Of one day, the order in which they were put in.
    all.sort_by_key(|(day, _)| *day);
    all.into_iter().map(|(_, moment)| moment).collect()
}

/// Every two editions that are compared, each with those before it; none where there are but two, which the line tells.
pub(super) fn compare(desk: &Desk<'_>, wording: &Wording<'_>) -> Vec<Link> {
    let latest = wording.latest.former.len();
    let of = |at: usize| Wording::of(wording.decree, wording.latest, at);
    let day = |one: &Wording<'_>| desk.date(one.text.begins(one.decree));
    let pairs = (1..=latest).filter(|_| latest > 1).map(of).flat_map(|after| {
        after.compared().map(move |(before, place)| {
            let text = Words::own(desk.words().fill("compare_pair", &[&day(&before), &day(&after)]));
            Link { href: wording.place.link(place), text }
        })
    });
    pairs.collect()
}

type Dated = (Date, Moment);

fn moment(desk: &Desk<'_>, day: Date, name: &str, act: Option<ActLink>) -> Dated {
    let moment = Moment {
        day: desk.date(day),
        iso: day.to_string(),
        name: desk.word(name),
        act,
        effect: None,
        edition: None,
        changes: None,
        dated: None,
        is_here: false,
        is_end: false,
    };
    (day, moment)
}

/// The act that approved what the decree gives anew.
fn before_the_decree(desk: &Desk<'_>, wording: &Wording<'_>) -> Vec<Dated> {
    let decree = wording.decree;
    let first = |amended: &Amended| {
        let own = desk.stock.relations.amended_decree(desk.stock.corpus, amended);
        let day = own.map(|own| own.adopted).or_else(|| day_in(&amended.act))?;
        let href = own.map(|own| wording.place.link(Place::Decree(&own.id)));
        Some(moment(desk, day, "time_before", Some(ActLink { text: desk.with_days(&amended.act), href })))
    };
    decree.restates(wording.latest).filter_map(first).collect()
}

/// The day in a text that writes it as `2015-06-23`.
fn day_in(text: &Text) -> Option<Date> {
    text.iter().find_map(|(_, words)| words.split_whitespace().find_map(Date::parse_iso))
}

fn adoption(desk: &Desk<'_>, wording: &Wording<'_>) -> Vec<Dated> {
    let decree = wording.decree;
    let link = ActLink { text: desk.short_name(decree), href: Some(wording.place.link(Place::Decree(&decree.id))) };
    let mut adopted = moment(desk, decree.adopted, "adopted", Some(link));
    let first = Wording::of(decree, wording.latest, 0);
    if first.text.edition.is_none() && first.next().is_some() {
        (adopted.1.edition, adopted.1.is_here) = page_of(desk, wording, &first);
    }
    if first.text.edition.is_none() && first.next().is_none() {
        adopted.1.dated = dated::link(desk, wording);
    }
    let registered = decree.registered.as_ref().map(|registered| {
        let text = Words::own(desk.words().fill("time_number", &[&registered.number]));
        moment(desk, registered.date, "registered", Some(ActLink { text, href: None }))
    });
    [adopted].into_iter().chain(registered).collect()
}

/// The way to a wording; none where one is there already.
fn page_of(desk: &Desk<'_>, here: &Wording<'_>, to: &Wording<'_>) -> (Option<Link>, bool) {
    let is_here = here.at == to.at;
    let key = if to.next().is_none() { "latest_edition" } else { "former_text" };
    let link = Link { href: here.place.link(to.place), text: Words::own(desk.word(key)) };
    ((!is_here).then_some(link), is_here)
}

fn edition(desk: &Desk<'_>, wording: &Wording<'_>, at: usize, manuscript: &Manuscript) -> Option<Dated> {
    let of = Wording::of(wording.decree, wording.latest, at);
    let edition = of.text.edition.as_ref()?;
    let own = desk.stock.relations.edition_decree(desk.stock.corpus, edition);
    let is_own = |act: &note::Act<'_>| act.day == edition.date && act.number == edition.number;
    let printed = notes(manuscript).find(|(_, act)| is_own(act));
    let act = ActLink {
        text: desk.act_of(&edition.by, edition.date, &edition.number),
        href: own
            .map(|own| wording.place.link(Place::Decree(&own.id)))
            .or_else(|| printed.as_ref().map(|(note, _)| format!("#{}", note.anchor))),
    };
    let key = if edition.tells_effect { "time_edition" } else { "time_amended" };
    let (day, mut moment) = moment(desk, edition.from.value, key, Some(act));
    moment.effect = match (&edition.note, printed) {
        (Some(note), _) => effect(Words::of(note, desk.lang)),
        (None, Some((note, act))) => act.effect.map(|words| said(desk, note, words)),
        (None, None) => None,
    };
    let has_others = !wording.latest.former.is_empty();
    if has_others {
        (moment.edition, moment.is_here) = page_of(desk, wording, &of);
    }
    let changes = Link { href: wording.place.link(of.changes()), text: Words::own(desk.word("what_changed")) };
    moment.changes = (at > 0).then_some(changes);
    moment.dated = dated::link(desk, wording).filter(|_| of.next().is_none());
    Some((day, moment))
}

/// Acts that the printed notes name: their wording is in the text, the one before is not.
fn noted(desk: &Desk<'_>, wording: &Wording<'_>, manuscript: &Manuscript) -> Vec<Dated> {
    let mut seen = told(wording.decree, wording.latest);
    let mut all = Vec::new();
    for (paragraph, noted) in notes(manuscript) {
        let known = (noted.day, noted.number);
        if seen.contains(&known) {
            continue;
        }
        let kind = named_kind(&paragraph.phrase.plain).unwrap_or(ActKind::Resolution);
        let text = desk.act_by_number(kind, &known.1);
        let act = ActLink { text, href: Some(format!("#{}", paragraph.anchor)) };
        let (day, moment) = moment(desk, known.0, "time_amended", Some(act));
        let effect = noted.effect.map(|words| said(desk, paragraph, words));
        all.push((day, Moment { effect, ..moment }));
        seen.push(known);
    }
    all
}

/// The acts that the notes of the text name, each with its note.
fn notes(manuscript: &Manuscript) -> impl Iterator<Item = (&Paragraph, note::Act<'_>)> {
    let notes = manuscript.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(one) if one.role == Role::Note => Some(one),
        _ => None,
    });
    notes.flat_map(|one| note::acts(&one.phrase.plain).into_iter().map(move |act| (one, act)))
}

fn said(desk: &Desk<'_>, paragraph: &Paragraph, words: &str) -> Words {
    let lang = paragraph.phrase.lang;
    Words { words: words.to_owned(), lang: (lang != desk.lang).then_some(lang.tag()) }
}

/// What a note says of when its act comes into effect.
fn effect(note: Words) -> Option<Words> {
    let words = note::effect(&note.words)?.to_owned();
    Some(Words { words, ..note })
}

/// Acts that stand in the line already.
fn told(decree: &Decree, regulation: &Regulation) -> Vec<(Date, String)> {
    let editions = regulation.editions().filter_map(|one| one.edition.as_ref());
    let editions = editions.map(|edition| (edition.date, edition.number.clone()));
    let repeal = decree.repealed.iter().map(|repeal| (repeal.date, repeal.number.clone()));
    editions.chain(repeal).chain([(decree.adopted, decree.number.clone())]).collect()
}

fn repeal(desk: &Desk<'_>, wording: &Wording<'_>) -> Option<Dated> {
    let day = wording.decree.repealed.as_ref()?.date;
    let repealed = desk.repealed(wording.decree, wording.place)?;
    let act = ActLink { text: repealed.act.text, href: Some(repealed.act.href) };
    let (day, moment) = moment(desk, day, "time_repealed", Some(act));
    Some((day, Moment { effect: repealed.note.and_then(effect), is_end: true, ..moment }))
}
