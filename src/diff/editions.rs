//! Editions of a regulation before and after: the act of the one in force, and the former ones by their first days.
//!
//! Absent on purpose: what changed from one edition to the next. That is told where two editions are compared.

use super::ledger::Ledger;
use super::regulation;
use super::subject::Subject;
use super::types::{Kind, Value};
use crate::model::{Edition, Regulation};

pub(super) fn compare(before: &Regulation, after: &Regulation, ledger: &mut Ledger) {
    if let (Some(old @ Edition { by, note, .. }), Some(new)) = (&before.edition, &after.edition) {
        ledger.value(Subject::Edition, whole(old), whole(new));
        ledger.text(Subject::Edition, by, &new.by);
        ledger.maybe(Subject::Note, (note.as_ref(), new.note.as_ref()));
    } else {
        ledger.value(Subject::Edition, before.edition.as_ref().and_then(act), after.edition.as_ref().and_then(act));
    }
    for old in &before.former {
        match after.former.iter().find(|new| begins(new) == begins(old)) {
            // Many changes of what is no longer in force are one change of the regulation.
            Some(new) if differ(old, new) => ledger.push(Kind::Changed, Subject::FormerEdition, name(old), name(new)),
            Some(_) => {}
            None => ledger.push(Kind::Removed, Subject::FormerEdition, name(old), None),
        }
    }
    for new in after.former.iter().filter(|new| before.former.iter().all(|old| begins(old) != begins(new))) {
        ledger.push(Kind::Added, Subject::FormerEdition, None, name(new));
    }
}

fn begins(regulation: &Regulation) -> Option<crate::wording::date::Date> {
    regulation.edition.as_ref().map(|edition| edition.from.value)
}

fn differ(old: &Regulation, new: &Regulation) -> bool {
    let mut own = Ledger::default();
    regulation::compare(old, new, &mut own);
    !own.changes.is_empty()
}

/// The act, and the first day of the wording where it is another one: «2016-06-20 № 43/06, с 2016-07-01».
fn whole(edition: &Edition) -> Option<Value> {
    let (Edition { date, number, .. }, from) = (edition, edition.from.value);
    let act = format!("{date} № {number}");
    if from == *date {
        return Some(Value::words(act));
    }
    let (kk, ru) = (format!("{act}, {from} бастап"), format!("{act}, с {from}"));
    Some(Value::Voiced { kk, ru, en: format!("{act}, from {from}") })
}

fn act(edition: &Edition) -> Option<Value> {
    Some(Value::words(format!("{} № {}", edition.date, edition.number)))
}

/// What a former edition is told by: its act; the first one has none of its own.
fn name(regulation: &Regulation) -> Option<Value> {
    regulation.edition.as_ref().and_then(act)
}
