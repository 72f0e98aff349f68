//! The page that tells what an edition changed, or several in a row: paragraph by paragraph, with the words that went and came.

use super::address::Place;
use super::context::{ActLink, ChangeGroup, ChangeLine, ChangePiece, ChangesPage, ChangingEdition, Link, View, Words};
use super::desk::Desk;
use super::editions::Wording;
use crate::base::Lang;
use crate::diff::{self, Change, Changes, Kind, Sign};
use crate::manuscript::{self, Block, Manuscript};
use std::collections::BTreeSet;

pub(super) fn page(
    desk: &Desk<'_>,
    before: &Wording<'_>,
    after: &Wording<'_>,
    place: Place<'_>,
    all: &[Change],
) -> View<ChangesPage> {
    let all = &diff::read_in(all, desk.lang);
    let (words, decree) = (desk.words(), after.decree);
    let is_step = before.at + 1 == after.at;
    let [from, to] = [before, after].map(|one| desk.date(one.text.begins(decree)));
    let title = Words::of(&after.text.title, desk.lang);
    let kicker = if is_step { words.fill("changes_of", &[&to]) } else { words.fill("changes_between", &[&from, &to]) };
    let [headline, description] = desk.in_region(decree, &format!("{kicker}: "), [&title.words; 2]);
    let repealed = desk.repealed(decree, place);
    let mut frame = desk.frame(place, "changes", &headline, &description);
    frame.is_repealed = repealed.is_some();
    if !is_step {
        frame.head.hide();
    }
    let latest = Wording::in_force(decree, after.latest);
    frame.trail = desk.trail_to(decree, place);
    frame.trail.extend([
        Link { href: place.link(Place::Decree(&decree.id)), text: desk.short_name(decree) },
        Link { href: place.link(latest.place), text: Words::of(&latest.text.title, desk.lang) },
    ]);
    let link = |to: &Wording<'_>, key: &str| Link { href: place.link(to.place), text: Words::own(desk.word(key)) };
    let editions = (before.at + 1..=after.at).map(|at| edition(desk, &Wording::of(decree, after.latest, at), place));
    let it = ChangesPage {
        kicker,
        title,
        repealed,
        editions: editions.collect(),
        before: link(before, "text_before"),
        after: link(after, "text_after"),
        summary: summary(desk, after, all),
        groups: groups(desk, after, place, all),
    };
    View { frame, it }
}

/// An edition on the way: its day, its act, the publisher's note.
fn edition(desk: &Desk<'_>, one: &Wording<'_>, from: Place<'_>) -> ChangingEdition {
    let note = one.text.edition.as_ref().and_then(|edition| edition.note.as_ref());
    ChangingEdition {
        day: desk.date(one.text.begins(one.decree)),
        act: act(desk, one, from),
        note: note.map(|note| Words::of(note, desk.lang)),
    }
}

/// The act of the edition; the decree itself, where the wording has no act of its own.
fn act(desk: &Desk<'_>, after: &Wording<'_>, from: Place<'_>) -> ActLink {
    let Some(edition) = &after.text.edition else {
        let href = Some(from.link(Place::Decree(&after.decree.id)));
        return ActLink { text: desk.short_name(after.decree), href };
    };
    let own = desk.stock.relations.edition_decree(desk.stock.corpus, edition);
    ActLink {
        text: desk.act_of(&edition.by, edition.date, &edition.number),
        href: own.map(|own| from.link(Place::Decree(&own.id))),
    }
}

fn summary(desk: &Desk<'_>, after: &Wording<'_>, all: &[Change]) -> String {
    let act = diff::ActChanges {
        decree: after.decree.id.to_string(),
        regulation: Some(after.latest.id.to_string()),
        title: after.latest.title.clone(),
        changes: all.to_vec(),
    };
    diff::summary(&Changes { acts: vec![act] }, desk.lang.into())
}

/// Changes that follow each other in one paragraph stand together.
fn groups(desk: &Desk<'_>, after: &Wording<'_>, place: Place<'_>, all: &[Change]) -> Vec<ChangeGroup> {
    let manuscript = manuscript::compose_words(after.text, desk.lang);
    let (anchors, is_in_both) = (anchors(&manuscript), manuscript.language == desk.lang);
    let page = place.link(after.place);
    let mut groups: Vec<ChangeGroup> = Vec::new();
    for change in in_order(all) {
        let whole =
            diff::Place { chapter: None, marker: None, part: None, path: None, element: None, ..change.place.clone() };
        let name = match diff::place(&whole, desk.lang.into()) {
            none if none.is_empty() => desk.word("changes_elsewhere"),
            name => name,
        };
        let anchor = change.place.paragraph.map(|number| format!("p{number}"));
        let anchor = anchor.filter(|anchor| anchors.contains(anchor));
        if groups.last().is_none_or(|group| group.name != name) {
            let href = anchor.map(|anchor| format!("{page}#{anchor}"));
            groups.push(ChangeGroup { name, href, changes: Vec::new() });
        }
        groups.iter_mut().last().into_iter().for_each(|group| group.changes.push(line(desk, change, is_in_both)));
    }
    groups
}

/// By paragraph, then by appendix, then the rest; within each as they come.
fn in_order(all: &[Change]) -> Vec<&Change> {
    let mut sorted: Vec<&Change> = all.iter().collect();
    let rank = |change: &Change| {
        let place = &change.place;
        (place.paragraph.is_none(), place.paragraph, place.appendix.is_none(), place.appendix)
    };
    sorted.sort_by_key(|change| rank(change));
    sorted
}

fn anchors(manuscript: &Manuscript) -> BTreeSet<String> {
    let anchor = |block: &Block| match block {
        Block::Paragraph(paragraph) => paragraph.anchor.clone(),
        Block::Heading(heading) => heading.anchor.clone(),
        Block::Appendix(slot) => slot.anchor.clone(),
    };
    manuscript.blocks.iter().map(anchor).collect()
}

/// A sentence, and the words marked. What came or went as a whole is shown once, as words. Where the act is in both
/// languages, the sentence says which words changed if they are not the reader's.
fn line(desk: &Desk<'_>, change: &Change, is_in_both: bool) -> ChangeLine {
    let voice = desk.lang.into();
    let whole = match (&change.before, &change.after, change.kind) {
        (None, Some(value), Kind::Added) => value.quote(voice).map(|words| ("added", words)),
        (Some(value), None, Kind::Removed) => value.quote(voice).map(|words| ("removed", words)),
        _ => None,
    };
    let piece = |piece: &diff::Piece| {
        let sign = match piece.sign {
            Sign::Same => "same",
            Sign::Removed => "removed",
            Sign::Added => "added",
        };
        ChangePiece { sign, words: piece.words.clone() }
    };
    let pieces = match whole {
        Some((sign, words)) => vec![ChangePiece { sign, words: words.to_owned() }],
        None => apart(change.marks.iter().map(piece)),
    };
    let mut said = match whole {
        Some(_) => diff::sentence(&Change { before: None, after: None, ..change.clone() }, voice),
        None => diff::sentence(change, voice),
    };
    let lang = change.language.filter(|lang| *lang != desk.lang);
    if let Some(other) = lang.filter(|_| is_in_both) {
        let key = if other == Lang::Kk { "changed_only_kk" } else { "changed_only_ru" };
        said = format!("{said} ({})", desk.word(key));
    }
    ChangeLine { said, lang: lang.map(Lang::tag), pieces }
}

/// A new word stands apart from the old one whose place it takes, also where the line is copied or read aloud.
fn apart(pieces: impl Iterator<Item = ChangePiece>) -> Vec<ChangePiece> {
    let mut all: Vec<ChangePiece> = Vec::new();
    for piece in pieces {
        if piece.sign == "added" && all.last().is_some_and(|before| before.sign == "removed") {
            all.push(ChangePiece { sign: "same", words: " ".to_owned() });
        }
        all.push(piece);
    }
    all
}
