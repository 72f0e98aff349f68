//! Commands of amendment of a decree before and after.

use super::elements;
use super::ledger::Ledger;
use super::pair::pair;
use super::subject::Subject;
use super::types::{Kind, Place, Value};
use crate::model::{Amendment, Change};

pub(super) fn compare(before: &[Amendment], after: &[Amendment], ledger: &mut Ledger) {
    let of = |all| elements::by_text(all, |one: &Amendment| &one.intro);
    let pairing = pair(&of(before), &of(after));
    for at in &pairing.removed {
        ledger.whole(Kind::Removed, Subject::Amendment, &before[*at].intro);
    }
    for at in &pairing.added {
        ledger.whole(Kind::Added, Subject::Amendment, &after[*at].intro);
    }
    for (old, new) in &pairing.pairs {
        let (Amendment { regulation, intro, changes, new_edition }, new) = (&before[*old], &after[*new]);
        ledger.text(Subject::Amendment, intro, &new.intro);
        ledger.maybe(Subject::Title, (regulation.as_ref(), new.regulation.as_ref()));
        let id = |id: &Option<crate::base::Id>| id.as_ref().map(|id| Value::words(id.as_str()));
        ledger.value(Subject::NewEdition, id(new_edition), id(&new.new_edition));
        commands(changes, &new.changes, ledger);
    }
    elements::displaced(Subject::Amendment, &pairing, |at| Value::text(&after[at].intro), ledger);
}

fn commands(before: &[Change], after: &[Change], ledger: &mut Ledger) {
    let of = |all| elements::by_text(all, |one: &Change| &one.command);
    let pairing = pair(&of(before), &of(after));
    let at = |change: &Change| Place { paragraph: change.paragraph, ..Place::default() };
    for index in &pairing.removed {
        ledger.at(at(&before[*index]));
        ledger.whole(Kind::Removed, Subject::Command, &before[*index].command);
    }
    for index in &pairing.added {
        ledger.at(at(&after[*index]));
        ledger.whole(Kind::Added, Subject::Command, &after[*index].command);
    }
    for (old, new) in &pairing.pairs {
        let (Change { paragraph, command, text }, new) = (&before[*old], &after[*new]);
        ledger.at(at(new));
        ledger.number(Subject::Paragraph, *paragraph, new.paragraph);
        ledger.text(Subject::Command, command, &new.command);
        ledger.text(Subject::Wording, text, &new.text);
    }
    ledger.at(Place::default());
    elements::displaced(Subject::Command, &pairing, |at| Value::text(&after[at].command), ledger);
}
