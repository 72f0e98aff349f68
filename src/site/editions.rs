//! Editions of a regulation: the pages of the former ones, and what each changed.
//!
//! Holds: a former edition says so before anything else, on screen and on paper, and search engines are asked to leave
//! it out; a regulation with one wording costs nothing here.

use super::address::Place;
use super::context::{Former, Link, Upcoming, Value, Words};
use super::desk::{Desk, Stock};
use super::{Figured, changes, parallel, regulation, text_file};
use crate::base::{Artifacts, Lang};
use crate::diff::{self, Change, Kind};
use crate::manuscript::{self, Manuscript, Phrase};
use crate::model::{Decree, Edition, Regulation};
use crate::theme::ThemeFault;
use crate::wording::by_act::by_act;
use crate::wording::date::{DateForm, say_date};
use std::collections::BTreeMap;

/// Up to so many editions each is compared with each; of more, neighbours, and each with the latest.
const ALL_PAIRS_MAX: usize = 5;

/// A regulation as one of its editions words it, and the page that shows it.
#[derive(Clone, Copy)]
pub(super) struct Wording<'a> {
    pub decree: &'a Decree,
    /// As the latest edition has it.
    pub latest: &'a Regulation,
    /// As this one has it.
    pub text: &'a Regulation,
    /// Its place in the line of editions, from 0.
    pub at: usize,
    pub place: Place<'a>,
}

impl<'a> Wording<'a> {
    pub fn in_force(decree: &'a Decree, regulation: &'a Regulation) -> Wording<'a> {
        Wording::of(decree, regulation, regulation.former.len())
    }

    pub fn of(decree: &'a Decree, latest: &'a Regulation, at: usize) -> Wording<'a> {
        let text = nth(latest, at);
        let place = match is_former(latest, at) {
            true => Place::Edition(&decree.id, &latest.id, text.begins(decree)),
            false => Place::Regulation(&decree.id, &latest.id),
        };
        Wording { decree, latest, text, at, place }
    }

    pub fn next(&self) -> Option<Wording<'a>> {
        is_former(self.latest, self.at).then(|| Wording::of(self.decree, self.latest, self.at + 1))
    }

    /// The page that tells what changed from an earlier edition to this one; none where there are too many of them to
    /// compare each with each.
    pub fn changes_since(&self, before: &Wording<'a>) -> Option<Place<'a>> {
        let latest = self.latest.former.len();
        let is_told = before.at < self.at && (self.at == latest || latest < ALL_PAIRS_MAX);
        match before.at + 1 == self.at {
            true => Some(self.changes()),
            false => is_told.then(|| {
                let [from, to] = [before, self].map(|one| one.text.begins(one.decree));
                Place::Between(&self.decree.id, &self.latest.id, from, to)
            }),
        }
    }

    /// Earlier editions that this one is compared with, the first first.
    pub fn compared(&self) -> impl Iterator<Item = (Wording<'a>, Place<'a>)> + use<'a> {
        let (decree, latest, after) = (self.decree, self.latest, *self);
        let earlier = (0..self.at).map(move |at| Wording::of(decree, latest, at));
        earlier.filter_map(move |before| Some((before, after.changes_since(&before)?)))
    }

    /// The page that tells what the edition changed.
    pub fn changes(&self) -> Place<'a> {
        Place::Changes(&self.decree.id, &self.latest.id, self.text.begins(self.decree))
    }
}

fn is_former(latest: &Regulation, at: usize) -> bool {
    at < latest.former.len()
}

/// An edition by its place in the line; the regulation itself is the last.
pub(super) fn nth(latest: &Regulation, at: usize) -> &Regulation {
    latest.former.get(at).unwrap_or(latest)
}

/// The files of an edition: its page where it is a former one, and what changed since those before it.
pub(super) fn files(
    stock: &Stock<'_>,
    decree: &Decree,
    latest: &Regulation,
    at: usize,
    figures: &[Figured<'_>],
) -> Result<Artifacts, ThemeFault> {
    let mut files = Artifacts::new();
    let wording = Wording::of(decree, latest, at);
    let plates = match wording.next() {
        Some(_) => regulation::plates(stock, &wording, figures, &mut files),
        None => Vec::new(),
    };
    if wording.next().is_some() {
        let manuscripts = note_all(stock, &wording, manuscript::compose_each(wording.text));
        text_file::of_regulation(stock, &wording, &manuscripts, figures, &mut files);
        let crossings = parallel::all_crossings(&wording.text.prose, &manuscripts);
        for ((lang, manuscript), crossings) in Lang::ALL.into_iter().zip(manuscripts).zip(crossings) {
            let mut page = regulation::page(&Desk { stock: *stock, lang }, &wording, &plates, manuscript);
            page.frame.crossings = crossings;
            files.insert(wording.place.file(lang), stock.theme.page("regulation.html", lang, &page)?);
        }
    }
    for (before, place) in wording.compared() {
        let all = diff::between(before.text, wording.text);
        for lang in Lang::ALL {
            let page = changes::page(&Desk { stock: *stock, lang }, &before, &wording, place, &all);
            files.insert(place.file(lang), stock.theme.page("changes.html", lang, &page)?);
        }
    }
    Ok(files)
}

/// What the head of a former edition's page says of it.
pub(super) fn former(desk: &Desk<'_>, wording: &Wording<'_>) -> Option<Former> {
    let next = wording.next()?;
    let words = desk.words();
    let day = |wording: &Wording<'_>| desk.date(wording.text.begins(wording.decree));
    let latest = Wording::in_force(wording.decree, wording.latest);
    let link = |to: Place<'_>, key: &str| Link { href: wording.place.link(to), text: Words::own(desk.word(key)) };
    Some(Former {
        mark: desk.word("former"),
        headline: words.fill("former_of", &[&day(wording)]),
        period: words.fill("former_period", &[&day(wording), &day(&next)]),
        latest: link(latest.place, "latest_edition"),
        next_changes: link(next.changes(), "next_changes"),
    })
}

/// Which edition the wording is: by the day of its effect, else by the day of the act that brought it in.
pub(super) fn since(desk: &Desk<'_>, wording: &Wording<'_>) -> Option<Value> {
    let edition = wording.text.edition.as_ref()?;
    let key = if edition.tells_effect { "edition_since" } else { "edition_with_act" };
    Some(Value {
        text: Words::own(desk.words().fill(key, &[&named_by(desk, edition)])),
        href: (wording.at > 0).then(|| wording.place.link(wording.changes())),
        more: vec![desk.act_of(&edition.by, edition.date, &edition.number)],
    })
}

/// The day of an edition, in the form in which the words for it take one.
fn named_by(desk: &Desk<'_>, edition: &Edition) -> String {
    let form = if edition.tells_effect { DateForm::Plain } else { DateForm::Attributive };
    say_date(edition.from.value, desk.lang, form)
}

/// «Редакция (8 января 2016 года)», «Редакция с изменениями от 21 мая 2019 года».
pub(super) fn name(desk: &Desk<'_>, decree: &Decree, regulation: &Regulation) -> String {
    match regulation.edition.as_ref().filter(|edition| !edition.tells_effect) {
        Some(edition) => desk.words().fill("dated_by_act", &[&named_by(desk, edition)]),
        None => desk.words().fill("dated", &[&desk.date(regulation.begins(decree))]),
    }
}

/// What the page of the latest edition says as long as the day of its effect, where it is known, has not come.
pub(super) fn upcoming(desk: &Desk<'_>, wording: &Wording<'_>) -> Option<Upcoming> {
    let edition = wording.text.edition.as_ref().filter(|one| one.tells_effect && wording.next().is_none())?;
    let before = wording.at.checked_sub(1).map(|at| {
        let before = Wording::of(wording.decree, wording.latest, at);
        Link { href: wording.place.link(before.place), text: Words::own(desk.word("upcoming_before")) }
    });
    let said = desk.words().fill("upcoming", &[&desk.date(edition.from.value)]);
    Some(Upcoming { from: edition.from.value.to_string(), said, before })
}

/// The wording in each language with notes as databases print them under the paragraphs that editions changed, where the
/// text has none.
pub(super) fn note_all(stock: &Stock<'_>, wording: &Wording<'_>, mut manuscripts: [Manuscript; 2]) -> [Manuscript; 2] {
    for (lang, manuscript) in Lang::ALL.into_iter().zip(&mut manuscripts) {
        note_changes(&Desk { stock: *stock, lang }, wording, manuscript);
    }
    manuscripts
}

fn note_changes(desk: &Desk<'_>, wording: &Wording<'_>, manuscript: &mut Manuscript) {
    let (latest, lang) = (wording.latest, manuscript.language);
    for at in 1..=wording.at {
        let (before, after) = (nth(latest, at - 1), nth(latest, at));
        let Some(edition) = &after.edition else { continue };
        let [old, new] = [before, after].map(|one| manuscript::compose_words(one, lang));
        let changed = paragraphs(&diff::read_in(&diff::between(before, after), lang));
        for (number, key) in changed.into_iter().filter(|(number, _)| new.is_new_in(*number, &old)) {
            // Later editions may have put paragraphs before it.
            let mut later = at + 1..=wording.at;
            let followed = later
                .try_fold(number, |number, at| diff::number_after(nth(latest, at - 1), nth(latest, at), lang, number));
            let Some(number) = followed else { continue };
            manuscript.note_paragraph(number, &format!("№ {}", edition.number), note(desk, edition, number, key, lang));
        }
    }
}

/// Which numbered paragraphs changed, each with the word for how.
fn paragraphs(changes: &[Change]) -> BTreeMap<u32, &'static str> {
    let mut all = BTreeMap::new();
    for change in changes {
        // Numbers that shifted are no new wording of any paragraph.
        let Some(number) = change.place.paragraph.filter(|_| change.kind != Kind::Renumbered) else { continue };
        let is_whole = change.subject == diff::Subject::Paragraph;
        match change.kind {
            Kind::Added if is_whole => all.insert(number, "note_added"),
            // A paragraph that went has no place for a note; one of its number that came has its own change.
            Kind::Removed if is_whole => None,
            _ => Some(*all.entry(number).or_insert("note_changed")),
        };
    }
    all
}

fn note(desk: &Desk<'_>, edition: &Edition, number: u32, key: &str, wanted: Lang) -> Phrase {
    let (lang, by) = edition.by.best(wanted);
    let act = by_act(by, edition.date, &edition.number, lang);
    Phrase::plain(lang, desk.stock.theme.words(lang).fill(key, &[&number.to_string(), &act]))
}
