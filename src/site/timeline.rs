//! The line of time of a regulation: the acts that made, changed and ended it, with their days.
//!
//! In: the editions of its definition, the requisites of its decree, and the notes that its text prints. Out: [`Moment`]s
//! in order. Holds: only what one of these says; an act that is told by two of them stands once.

use super::address::Place;
use super::context::{ActLink, Link, Moment, Words};
use super::dated;
use super::desk::Desk;
use super::editions::Wording;
use crate::base::Text;
use crate::manuscript::{Block, Manuscript, Role};
use crate::model::{Decree, DecreeKind, Regulation};
use crate::wording::date::Date;

pub(super) fn of(desk: &Desk<'_>, wording: &Wording<'_>, manuscript: &Manuscript) -> Vec<Moment> {
    let mut all = before_the_decree(desk, wording);
    all.extend(adoption(desk, wording));
    all.extend((0..=wording.latest.former.len()).filter_map(|at| edition(desk, wording, at)));
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
        edition: None,
        changes: None,
        dated: None,
        is_here: false,
        is_end: false,
    };
    (day, moment)
}

/// A decree that gives the regulation anew amends one that approved it.
fn before_the_decree(desk: &Desk<'_>, wording: &Wording<'_>) -> Vec<Dated> {
    let decree = wording.decree;
    let is_given_anew = |regulation: &Regulation| {
        decree.amendments.iter().any(|amendment| amendment.new_edition.as_ref() == Some(&regulation.id))
    };
    if decree.kind != DecreeKind::Amending || !is_given_anew(wording.latest) {
        return Vec::new();
    }
    let first = |amended: &crate::model::Amended| {
        let own = desk.stock.relations.amended_decree(desk.stock.corpus, amended);
        let day = own.map(|own| own.adopted).or_else(|| day_in(&amended.act))?;
        let href = own.map(|own| wording.place.link(Place::Decree(&own.id)));
        Some(moment(desk, day, "time_before", Some(ActLink { text: desk.with_days(&amended.act), href })))
    };
    decree.amends.iter().filter_map(first).collect()
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

fn edition(desk: &Desk<'_>, wording: &Wording<'_>, at: usize) -> Option<Dated> {
    let of = Wording::of(wording.decree, wording.latest, at);
    let edition = of.text.edition.as_ref()?;
    let own = desk.stock.relations.edition_decree(desk.stock.corpus, edition);
    let act = ActLink {
        text: desk.act_of(&edition.by, edition.date, &edition.number),
        href: own.map(|own| wording.place.link(Place::Decree(&own.id))),
    };
    let (day, mut moment) = moment(desk, edition.from.value, "time_edition", Some(act));
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
    for block in &manuscript.blocks {
        let Block::Paragraph(paragraph) = block else { continue };
        let Some((day, number)) = Some(paragraph).filter(|one| one.role == Role::Note).and_then(act_in) else {
            continue;
        };
        if seen.iter().any(|known| *known == (day, number.clone())) {
            continue;
        }
        let text = Words::own(desk.words().fill("decree_no", &[&number]));
        all.push(moment(
            desk,
            day,
            "time_amended",
            Some(ActLink { text, href: Some(format!("#{}", paragraph.anchor)) }),
        ));
        seen.push((day, number));
    }
    all
}

/// Acts that stand in the line already.
fn told(decree: &Decree, regulation: &Regulation) -> Vec<(Date, String)> {
    let editions = regulation.editions().filter_map(|one| one.edition.as_ref());
    let editions = editions.map(|edition| (edition.date, edition.number.clone()));
    let repeal = decree.repealed.iter().map(|repeal| (repeal.date, repeal.number.clone()));
    editions.chain(repeal).chain([(decree.adopted, decree.number.clone())]).collect()
}

/// «20.06.2016 № 43/06».
fn act_in(note: &crate::manuscript::Paragraph) -> Option<(Date, String)> {
    let mut words = note.phrase.plain.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let Some(day) = dotted(word) else { continue };
        let Some(sign) = words.peek().and_then(|next| next.strip_prefix('№')) else { continue };
        let number = if sign.is_empty() { words.nth(1).unwrap_or_default() } else { sign };
        let number = number.trim_end_matches(['.', ',', ';', ')', '(']);
        if !number.is_empty() {
            return Some((day, number.to_owned()));
        }
    }
    None
}

fn dotted(word: &str) -> Option<Date> {
    let mut parts = word.split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let is_whole = parts.next().is_none() && (day.len(), month.len(), year.len()) == (2, 2, 4);
    is_whole.then(|| Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)).flatten()
}

fn repeal(desk: &Desk<'_>, wording: &Wording<'_>) -> Option<Dated> {
    let day = wording.decree.repealed.as_ref()?.date;
    let repealed = desk.repealed(wording.decree, wording.place)?;
    let act = ActLink { text: repealed.act.text, href: Some(repealed.act.href) };
    let (day, moment) = moment(desk, day, "repealed", Some(act));
    Some((day, Moment { is_end: true, ..moment }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Lang;
    use crate::manuscript::{Paragraph, Phrase};

    fn told(note: &str) -> Option<String> {
        let phrase = Phrase::plain(Lang::Kk, note);
        let note = Paragraph { anchor: String::new(), role: Role::Note, marker: None, phrase, element: None };
        act_in(&note).map(|(day, number)| format!("{day} {number}"))
    }

    #[test]
    fn a_note_names_its_act() {
        assert_eq!(
            told("8-тармақ жаңа редакцияда - әкімдіктің 20.06.2016 № 43/06 (алғашқы)").as_deref(),
            Some("2016-06-20 43/06")
        );
        assert_eq!(told("– от 01.02.2017 №5.").as_deref(), Some("2017-02-01 5"));
        for none in ["", "20.06.2016", "20.06.2016 №", "32.06.2016 № 1", "20.06.16 № 1", "№ 43/06", "1.2.2016 № 3"]
        {
            assert_eq!(told(none), None, "{none}");
        }
    }
}
