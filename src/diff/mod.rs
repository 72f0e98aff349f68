//! The comparison: what changed from one state of the definitions to another, in legal terms.
//!
//! In: two `Corpus`. Out: [`Changes`], with sentences in three languages, the draft of an amending act, and for a
//! drawing the elements that came, went and changed.
//! Holds: things are matched by id, and where none was written by what they say, so that a step put in reads as one step
//! put in; every field of the model is compared or named here as derived from another one; formatting and comments are
//! no change.
//! Absent on purpose: files, revisions, colours, and how a drawing looks.

pub mod act;
mod amendments;
mod appendices;
mod decree;
mod drawing;
mod editions;
mod elements;
mod items;
mod ledger;
mod marks;
mod outline;
mod overlay;
mod pair;
mod picture;
mod place;
mod provider;
mod regulation;
mod running;
mod say;
mod subject;
mod system;
mod types;
mod verbs;

pub use drawing::{Drawn, DrawnState, Marked, Marks, drawings, overlays};
pub use marks::{Piece, Sign, marks};
pub use outline::outline;
pub use overlay::Overlay;
pub use picture::{Picture, PictureChanges, PicturePart, compare_pictures};
pub use say::{headline, place, sentence, summary};
pub use subject::Subject;
pub use types::{ActChanges, Change, Changes, Kind, Numbered, Place, Value};

use crate::base::{Id, Lang};
use crate::model::{Corpus, Decree, Regulation};
use ledger::Ledger;

/// Compares everything. What one of the two could not tell must be left out of both.
pub fn compare(before: &Corpus, after: &Corpus) -> Changes {
    let mut acts = Vec::new();
    for (old, new) in decrees(before, after) {
        decree_and_regulations(old, new, before, after, &mut acts);
    }
    acts.retain(|act| !act.changes.is_empty());
    Changes { acts }
}

/// What one edition of a regulation changed in the one before it, in the order of the act.
pub fn between(before: &Regulation, after: &Regulation) -> Vec<Change> {
    let mut ledger = Ledger::default();
    regulation::wording(before, after, &mut ledger);
    // Notes tell of the change; they are none.
    ledger.changes.retain(|change| change.subject != Subject::Note);
    ledger.changes
}

/// What a reader of one language is told: of a change in the words of both, only that in theirs, which stands alone then;
/// places under the numbers of their text.
pub fn read_in(changes: &[Change], lang: Lang) -> Vec<Change> {
    let is_told = |change: &&Change| !change.is_in_both || change.language == Some(lang);
    let read = |change: &Change| Change { is_in_both: false, place: change.place.read_in(lang), ..change.clone() };
    changes.iter().filter(is_told).map(read).collect()
}

/// The number that a later edition gives to a paragraph of an earlier one; nothing where it has no such paragraph.
pub fn number_after(before: &Regulation, after: &Regulation, lang: Lang, number: u32) -> Option<u32> {
    running::number_after([before, after], lang, number)
}

/// Decrees by id, in the order of the new corpus; those that are gone follow.
fn decrees<'c>(before: &'c Corpus, after: &'c Corpus) -> Vec<(Option<&'c Decree>, Option<&'c Decree>)> {
    let find = |corpus: &'c Corpus, id: &Id| corpus.decrees.iter().find(|decree| decree.id == *id);
    // The same act under another id: body, day and number are what the law knows it by.
    let same_act = |one: &Decree, other: &Decree| {
        (&one.number, one.adopted, &one.adopting_body) == (&other.number, other.adopted, &other.adopting_body)
    };
    let gone: Vec<&Decree> = before.decrees.iter().filter(|decree| find(after, &decree.id).is_none()).collect();
    let mut pairs: Vec<(Option<&Decree>, Option<&Decree>)> = Vec::new();
    for new in &after.decrees {
        let renamed = || gone.iter().copied().find(|old| same_act(old, new));
        pairs.push((find(before, &new.id).or_else(renamed), Some(new)));
    }
    let taken: Vec<&Id> = pairs.iter().filter_map(|(old, _)| Some(&(*old)?.id)).collect();
    let lost: Vec<_> = gone.into_iter().filter(|old| !taken.contains(&&old.id)).collect();
    pairs.extend(lost.into_iter().map(|old| (Some(old), None)));
    pairs
}

fn decree_and_regulations(
    old: Option<&Decree>,
    new: Option<&Decree>,
    before: &Corpus,
    after: &Corpus,
    acts: &mut Vec<ActChanges>,
) {
    let Some(shown) = new.or(old) else { return };
    let act = |regulation: Option<&Regulation>, ledger: Ledger| ActChanges {
        decree: shown.id.to_string(),
        regulation: regulation.map(|regulation| regulation.id.to_string()),
        title: regulation.map_or(&shown.title, |regulation| &regulation.title).clone(),
        changes: ledger.changes,
    };
    let mut ledger = Ledger::default();
    match (old, new) {
        (Some(old), Some(new)) => decree::compare(old, new, &mut ledger),
        (None, Some(new)) => ledger.whole(Kind::Added, Subject::Decree, &new.title),
        (Some(old), None) => ledger.whole(Kind::Removed, Subject::Decree, &old.title),
        (None, None) => {}
    }
    acts.push(act(None, ledger));
    for regulation in new.iter().flat_map(|new| &new.regulations) {
        let mut ledger = Ledger::default();
        let own = old.and_then(|old| find(old, &regulation.id));
        match own.map(|own| (own, None)).or_else(|| elsewhere(&regulation.id, before, after)) {
            Some((before, from)) => {
                if let Some(from) = from {
                    ledger.push(Kind::Moved, Subject::Regulation, id(&from.id), id(&shown.id));
                }
                regulation::compare(before, regulation, &mut ledger);
            }
            None => ledger.whole(Kind::Added, Subject::Regulation, &regulation.title),
        }
        acts.push(act(Some(regulation), ledger));
    }
    for regulation in old.iter().flat_map(|old| &old.regulations) {
        let is_kept = new.is_some_and(|new| find(new, &regulation.id).is_some());
        if !is_kept && elsewhere(&regulation.id, after, before).is_none() {
            let mut ledger = Ledger::default();
            ledger.whole(Kind::Removed, Subject::Regulation, &regulation.title);
            acts.push(act(Some(regulation), ledger));
        }
    }
}

fn find<'d>(decree: &'d Decree, id: &Id) -> Option<&'d Regulation> {
    decree.regulations.iter().find(|regulation| regulation.id == *id)
}

/// A regulation that `corpus` has under another decree: the only one of its id there, and the only one in the other.
fn elsewhere<'c>(id: &Id, corpus: &'c Corpus, other: &Corpus) -> Option<(&'c Regulation, Option<&'c Decree>)> {
    let count = |corpus: &Corpus| corpus.decrees.iter().filter(|decree| find(decree, id).is_some()).count();
    if count(corpus) != 1 || count(other) != 1 {
        return None;
    }
    corpus.decrees.iter().find_map(|decree| Some((find(decree, id)?, Some(decree))))
}

fn id(id: &Id) -> Option<Value> {
    Some(Value::words(id.as_str()))
}
