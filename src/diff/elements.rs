//! What the comparisons of several lists share: entries to pair, texts in a row, ways, numbers that shifted.

use super::ledger::Ledger;
use super::pair::{Entry, Pairing, pair};
use super::subject::Subject;
use super::types::{Kind, Value};
use crate::base::{Lang, Said, Text, Voice};
use crate::model::{Branch, Extra, Target, Way};

/// Entries that have no id, by the words of a text of theirs.
pub(super) fn by_text<T>(all: &[T], text: impl Fn(&T) -> &Text) -> Vec<Entry<'_>> {
    all.iter().map(|one| Entry { id: None, words: words(text(one)), class: 0 }).collect()
}

/// Entries that are nothing but ids.
pub(super) fn by_id(ids: &[String]) -> Vec<Entry<'_>> {
    ids.iter().map(|id| Entry { id: Some(id), words: id, class: 0 }).collect()
}

/// The words of a text in the first language that it has.
pub(super) fn words(text: &Text) -> &str {
    text.iter().next().map_or("", |(_, words)| words)
}

/// A list of texts.
pub(super) fn texts(subject: Subject, before: &[Text], after: &[Text], ledger: &mut Ledger) {
    let pairing = pair(&by_text(before, |text| text), &by_text(after, |text| text));
    pairing.removed.iter().for_each(|at| ledger.whole(Kind::Removed, subject, &before[*at]));
    pairing.added.iter().for_each(|at| ledger.whole(Kind::Added, subject, &after[*at]));
    pairing.pairs.iter().for_each(|(old, new)| ledger.text(subject, &before[*old], &after[*new]));
    displaced(subject, &pairing, |at| Value::text(&after[at]), ledger);
}

/// Entries that stand elsewhere in their list, named by `name`.
pub(super) fn displaced(
    subject: Subject,
    pairing: &Pairing,
    name: impl Fn(usize) -> Option<Value>,
    ledger: &mut Ledger,
) {
    for (_, new) in &pairing.moved {
        ledger.push(Kind::Moved, subject, None, name(*new));
    }
    for [one, other] in &pairing.swapped {
        ledger.push(Kind::Swapped, subject, name(one.1), name(other.1));
    }
}

pub(super) fn string(subject: Subject, before: Option<&str>, after: Option<&str>, ledger: &mut Ledger) {
    ledger.value(subject, before.map(Value::words), after.map(Value::words));
}

/// Further sentences of a step or an item.
pub(super) fn extras(before: &[Extra], after: &[Extra], ledger: &mut Ledger) {
    let pairing = pair(&by_text(before, |extra| &extra.text), &by_text(after, |extra| &extra.text));
    pairing.removed.iter().for_each(|at| ledger.whole(Kind::Removed, Subject::Extra, &before[*at].text));
    pairing.added.iter().for_each(|at| ledger.whole(Kind::Added, Subject::Extra, &after[*at].text));
    for (old, new) in &pairing.pairs {
        let (Extra { text, duration, label }, new) = (&before[*old], &after[*new]);
        ledger.text(Subject::Extra, text, &new.text);
        ledger.stated(Subject::ExtraDuration, duration.as_ref(), new.duration.as_ref());
        ledger.maybe(Subject::ExtraLabel, (label.as_ref(), new.label.as_ref()));
    }
    displaced(Subject::Extra, &pairing, |at| Value::text(&after[at].text), ledger);
}

/// The ways out of an element. What the order of the text says changes with the order, and is not said again.
///
/// `name` gives the name of an element of the old and of the new path.
pub(super) fn ways(
    before: &[Way],
    after: &[Way],
    pairing: &Pairing,
    names: [&dyn Fn(usize) -> Option<Value>; 2],
    ledger: &mut Ledger,
) {
    for branch in [None, Some(Branch::Yes), Some(Branch::No)] {
        let of = |ways: &[Way]| ways.iter().find(|way| way.branch == branch).copied();
        let (old, new) = (of(before), of(after));
        let is_by_order = |way: Option<Way>| way.is_none_or(|Way { branch: _, to: _, inferred }| inferred);
        let is_same = match (old, new) {
            (Some(old), Some(new)) => same_target(old.to, new.to, pairing),
            (old, new) => old.is_none() && new.is_none(),
        };
        if is_same || (is_by_order(old) && is_by_order(new)) {
            continue;
        }
        let value =
            |way: Option<Way>, name: &dyn Fn(usize) -> Option<Value>| way.map(|way| target(way.to, branch, name));
        let subject = if branch.is_some() { Subject::Branch } else { Subject::Way };
        ledger.value(subject, value(old, names[0]), value(new, names[1]));
    }
}

fn same_target(before: Target, after: Target, pairing: &Pairing) -> bool {
    match (before, after) {
        (Target::Element(old), Target::Element(new)) => pairing.after_of(old) == Some(new),
        (before, after) => before == after,
    }
}

/// «иә → 3 үдеріс».
fn target(to: Target, branch: Option<Branch>, name: &dyn Fn(usize) -> Option<Value>) -> Value {
    let to = match to {
        Target::Element(at) => {
            let name = name(at);
            [Voice::Kk, Voice::Ru, Voice::En].map(|voice| name.as_ref().map_or("", |name| name.say(voice)).to_owned())
        }
        Target::End => ["соңы", "конец", "end"].map(str::to_owned),
        Target::Refused => ["бас тарту", "отказ", "refusal"].map(str::to_owned),
    };
    let branch = match branch {
        Some(Branch::Yes) => ["иә → ", "да → ", "yes → "],
        Some(Branch::No) => ["жоқ → ", "нет → ", "no → "],
        None => ["", "", ""],
    };
    let [kk, ru, en] = [0, 1, 2].map(|at| format!("{}{}", branch[at], to[at]));
    Value::Voiced { kk, ru, en }
}

/// Ids that the author wrote where there were none, or took away: said once for the path. The law is the same.
pub(super) fn given_ids<'i>(pairs: impl Iterator<Item = (Option<&'i str>, Option<&'i str>)>, ledger: &mut Ledger) {
    let (mut gone, mut come) = (Vec::new(), Vec::new());
    for pair in pairs {
        match pair {
            (Some(old), None) => gone.push(old),
            (None, Some(new)) => come.push(new),
            _ => {}
        }
    }
    let joined = |ids: Vec<&str>| (!ids.is_empty()).then(|| Value::words(ids.join(", ")));
    ledger.value(Subject::Id, joined(gone), None);
    ledger.value(Subject::Id, None, joined(come));
}

/// Numbers that shifted, said once for all: «4–6» → «5–7».
pub(super) fn renumbered(subject: Subject, shifts: &[(u32, u32)], ledger: &mut Ledger) {
    let shifts: Vec<(u32, u32)> = shifts.iter().copied().filter(|(old, new)| old != new).collect();
    if !shifts.is_empty() {
        let side = |of: fn(&(u32, u32)) -> u32| Some(Value::words(ranges(shifts.iter().map(of))));
        ledger.push(Kind::Renumbered, subject, side(|shift| shift.0), side(|shift| shift.1));
    }
}

/// «3, 5–7».
fn ranges(numbers: impl Iterator<Item = u32>) -> String {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for number in numbers {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => runs.push((number, number)),
        }
    }
    let shown =
        |(first, last): &(u32, u32)| if first == last { first.to_string() } else { format!("{first}–{last}") };
    runs.iter().map(shown).collect::<Vec<_>>().join(", ")
}

/// Markers of a list: one change where all took another form, else each that departs. Numbers alone are no form.
///
/// Each entry: old and new marker, and whether its number stayed.
pub(super) fn markers(all: &[(Text, Text, bool)], mut place: impl FnMut(usize, &mut Ledger), ledger: &mut Ledger) {
    let form = |text: &Text| text.map(|_, words| Some(without_numbers(words)));
    let forms: Vec<(Text, Text)> = all.iter().map(|(old, new, _)| (form(old), form(new))).collect();
    let is_uniform = forms.len() > 1 && forms[0].0 != forms[0].1 && forms.iter().all(|pair| *pair == forms[0]);
    if is_uniform {
        ledger.text(Subject::Marker, &all[0].0, &all[0].1);
        return;
    }
    for (at, (old, new, is_steady)) in all.iter().enumerate() {
        let same_number = *is_steady && old != new;
        if forms[at].0 != forms[at].1 || same_number {
            place(at, ledger);
            ledger.text(Subject::Marker, old, new);
        }
    }
}

/// «8) 5-процесс -» → «#) #-процесс -».
fn without_numbers(words: &str) -> String {
    let mut out = String::new();
    for sign in words.chars() {
        match sign {
            '0'..='9' if out.ends_with('#') => {}
            '0'..='9' => out.push('#'),
            _ => out.push(sign),
        }
    }
    out
}

pub(super) const fn language(lang: Lang) -> &'static Said {
    match lang {
        Lang::Kk => &Said { kk: "қазақ тілі", ru: "казахский", en: "Kazakh" },
        Lang::Ru => &Said { kk: "орыс тілі", ru: "русский", en: "Russian" },
    }
}

pub(super) const fn yes_or_no(is: bool) -> &'static Said {
    if is { &Said { kk: "иә", ru: "да", en: "yes" } } else { &Said { kk: "жоқ", ru: "нет", en: "no" } }
}
