//! A decree before and after: requisites, repeal, what it amends, its running text.

use super::ledger::Ledger;
use super::pair::pair;
use super::subject::Subject;
use super::types::{Kind, Place, Value};
use super::{amendments, elements, running};
use crate::base::{Lang, Said};
use crate::model::{Amended, Decree, DecreeKind, Region, Registration, Repeal, Signatory};
use crate::wording::date::{Date, DateForm, say_date};

pub(super) fn compare(before: &Decree, after: &Decree, ledger: &mut Ledger) {
    let Decree {
        id,
        language,
        region,
        title,
        adopting_body,
        adopted,
        number,
        kind,
        requisites_line,
        status,
        registered,
        repealed,
        notes,
        amends,
        signatory,
        in_force_paragraph,
        amendments: commands,
        prose,
        regulations: _,
    } = before;
    let ids = |id: &crate::base::Id| Some(Value::words(id.as_str()));
    ledger.value(Subject::Id, ids(id), ids(&after.id));
    repeal(repealed.as_ref(), after.repealed.as_ref(), ledger);
    ledger.said(Subject::Language, Some(elements::language(*language)), Some(elements::language(after.language)));
    ledger.text(Subject::Title, title, &after.title);
    ledger.text(Subject::Body, adopting_body, &after.adopting_body);
    ledger.value(Subject::Adopted, Some(day(*adopted)), Some(day(after.adopted)));
    ledger.value(Subject::Number, Some(Value::words(number)), Some(Value::words(&after.number)));
    ledger.said(Subject::DecreeKind, Some(kind_said(*kind)), Some(kind_said(after.kind)));
    region_of(region.as_ref(), after.region.as_ref(), ledger);
    ledger.maybe(Subject::Requisites, (requisites_line.as_ref(), after.requisites_line.as_ref()));
    ledger.maybe(Subject::Status, (status.as_ref(), after.status.as_ref()));
    registration(registered.as_ref(), after.registered.as_ref(), ledger);
    elements::texts(Subject::Note, notes, &after.notes, ledger);
    amended(amends, &after.amends, ledger);
    signature(signatory.as_ref(), after.signatory.as_ref(), ledger);
    ledger.number(Subject::InForce, *in_force_paragraph, after.in_force_paragraph);
    running::compare([prose, &after.prose], [&running::Names::default(); 2], ledger);
    ledger.at(Place::default());
    amendments::compare(commands, &after.amendments, ledger);
    order(before, after, ledger);
}

/// The order of the regulations is that of the appendices to the decree.
fn order(before: &Decree, after: &Decree, ledger: &mut Ledger) {
    let entries =
        |decree: &'_ Decree| -> Vec<String> { decree.regulations.iter().map(|one| one.id.to_string()).collect() };
    let (old, new) = (entries(before), entries(after));
    let pairing = pair(&elements::by_id(&old), &elements::by_id(&new));
    let place = |at: usize| Some(Value::words((at + 1).to_string()));
    for (from, to) in pairing.moved.iter().chain(pairing.swapped.iter().flatten()) {
        ledger.at(Place { element: Some(new[*to].clone()), ..Place::default() });
        ledger.push(Kind::Moved, Subject::Order, place(*from), place(*to));
    }
    ledger.at(Place::default());
}

fn repeal(before: Option<&Repeal>, after: Option<&Repeal>, ledger: &mut Ledger) {
    let value = |repeal: &Repeal| {
        let Repeal { by, date, number, note: _ } = repeal;
        let act = |lang| format!("{} {} № {number}", by.best(lang).1, say_date(*date, lang, DateForm::Numeric));
        Value::Voiced { kk: act(Lang::Kk), ru: act(Lang::Ru), en: act(Lang::Kk) }
    };
    ledger.value(Subject::Repeal, before.map(value), after.map(value));
    if let (Some(before), Some(after)) = (before, after) {
        ledger.maybe(Subject::Repeal, (before.note.as_ref(), after.note.as_ref()));
    }
}

fn region_of(before: Option<&Region>, after: Option<&Region>, ledger: &mut Ledger) {
    if let (Some(Region { id, name }), Some(after)) = (before, after) {
        ledger.value(Subject::Region, Some(Value::words(id.as_str())), Some(Value::words(after.id.as_str())));
        ledger.text(Subject::Region, name, &after.name);
    } else {
        ledger.maybe(Subject::Region, (before.map(|region| &region.name), after.map(|region| &region.name)));
    }
}

fn registration(before: Option<&Registration>, after: Option<&Registration>, ledger: &mut Ledger) {
    let value = |registration: &Registration| {
        let Registration { by: _, date, number } = registration;
        Value::words(format!("№ {number}, {}", date.dotted()))
    };
    ledger.value(Subject::Registration, before.map(value), after.map(value));
    if let (Some(before), Some(after)) = (before, after) {
        ledger.maybe(Subject::Registration, (before.by.as_ref(), after.by.as_ref()));
    }
}

fn amended(before: &[Amended], after: &[Amended], ledger: &mut Ledger) {
    let pairing = pair(&elements::by_text(before, |one| &one.act), &elements::by_text(after, |one| &one.act));
    for at in &pairing.removed {
        ledger.whole(Kind::Removed, Subject::AmendedAct, &before[*at].act);
    }
    for at in &pairing.added {
        ledger.whole(Kind::Added, Subject::AmendedAct, &after[*at].act);
    }
    for (old, new) in &pairing.pairs {
        let (Amended { act, registry, appendix }, new) = (&before[*old], &after[*new]);
        ledger.text(Subject::AmendedAct, act, &new.act);
        elements::string(Subject::Registration, registry.as_deref(), new.registry.as_deref(), ledger);
        ledger.number(Subject::AppendixNumber, *appendix, new.appendix);
    }
    elements::displaced(Subject::AmendedAct, &pairing, |at| Value::text(&after[at].act), ledger);
}

fn signature(before: Option<&Signatory>, after: Option<&Signatory>, ledger: &mut Ledger) {
    let post = |signatory: Option<&Signatory>| signatory.and_then(|one| one.post.clone());
    ledger.maybe(Subject::Signatory, (post(before).as_ref(), post(after).as_ref()));
    ledger.maybe(Subject::Signatory, (before.map(|one| &one.name), after.map(|one| &one.name)));
}

fn day(date: Date) -> Value {
    Value::words(date.dotted())
}

const fn kind_said(kind: DecreeKind) -> &'static Said {
    match kind {
        DecreeKind::Approving => &Said { kk: "бекітетін", ru: "утверждающее", en: "approving" },
        DecreeKind::Amending => {
            &Said { kk: "өзгеріс енгізетін", ru: "изменяющее", en: "amending" }
        }
    }
}
