//! Provider paths before and after: steps with their units, terms and results, and chapter 3's restatement.

use super::elements;
use super::ledger::Ledger;
use super::pair::{Entry, Pairing, pair};
use super::place::Places;
use super::regulation::named;
use super::subject::Subject;
use super::types::{Kind, Place, Value};
use crate::base::{Said, Text};
use crate::model::{ProviderPath, Restated, ResultsPlace, Step, StepResult, TotalTerm, Unit};

/// What the comparison of one path has at hand; `[before, after]` throughout.
struct Sides<'a> {
    at: [usize; 2],
    paths: [&'a ProviderPath; 2],
    units: [&'a [Unit]; 2],
    unit_pairs: &'a Pairing,
    places: &'a [Places; 2],
}

pub(super) fn compare(
    paths: [&[ProviderPath]; 2],
    units: [&[Unit]; 2],
    unit_pairs: &Pairing,
    places: &[Places; 2],
    ledger: &mut Ledger,
) {
    let of = |paths: &[ProviderPath]| -> Vec<(Option<String>, String)> {
        paths.iter().map(|path| (Some(path.id.to_string()), content(path))).collect()
    };
    let (old, new) = (of(paths[0]), of(paths[1]));
    let pairing = pair(&named(&old), &named(&new));
    for at in &pairing.removed {
        let path = &paths[0][*at];
        ledger.at(places[0].provider_path(*at, path));
        ledger.push(Kind::Removed, Subject::ProviderPath, name(path), None);
    }
    for at in &pairing.added {
        let path = &paths[1][*at];
        ledger.at(places[1].provider_path(*at, path));
        ledger.push(Kind::Added, Subject::ProviderPath, None, name(path));
    }
    for (from, to) in &pairing.pairs {
        let at = [*from, *to];
        one(&Sides { at, paths: [&paths[0][*from], &paths[1][*to]], units, unit_pairs, places }, ledger);
    }
    ledger.at(Place::default());
    elements::displaced(Subject::ProviderPath, &pairing, |at| name(&paths[1][at]), ledger);
}

/// All sentences of a path: by them it is known where its id changed.
fn content(path: &ProviderPath) -> String {
    path.steps.iter().map(|step| elements::words(&step.text)).collect::<Vec<_>>().join(" ")
}

fn name(path: &ProviderPath) -> Option<Value> {
    let bare = |variant: &Text| variant.map(|_, words| Some(words.trim_end_matches(':').to_owned()));
    let variant = path.variant.as_ref().and_then(|variant| Value::text(&bare(variant)));
    Some(variant.unwrap_or_else(|| Value::words(path.id.as_str())))
}

fn one(sides: &Sides, ledger: &mut Ledger) {
    let [before, after] = sides.paths;
    let ProviderPath { id, variant, results, steps, total_term, sequence } = before;
    ledger.at(sides.places[1].provider_path(sides.at[1], after));
    ledger.value(Subject::Id, Some(Value::words(id.as_str())), Some(Value::words(after.id.as_str())));
    ledger.maybe(Subject::Variant, (variant.as_ref(), after.variant.as_ref()));
    ledger.said(Subject::ResultsPlace, Some(results_place(*results)), Some(results_place(after.results)));
    total(total_term.as_ref(), after.total_term.as_ref(), ledger);
    let pairing = pair(&entries(steps), &entries(&after.steps));
    steps_of(sides, &pairing, ledger);
    restated(sides, sequence, &pairing, ledger);
}

/// An id that is but the number was not written.
pub(super) fn entries(steps: &[Step]) -> Vec<Entry<'_>> {
    steps.iter().map(|step| Entry { id: step.own_id(), words: elements::words(&step.text), class: 0 }).collect()
}

fn total(before: Option<&TotalTerm>, after: Option<&TotalTerm>, ledger: &mut Ledger) {
    if let (Some(TotalTerm { text, duration }), Some(after)) = (before, after) {
        ledger.stated(Subject::TotalTerm, Some(duration), Some(&after.duration));
        ledger.text(Subject::TotalSentence, text, &after.text);
    } else {
        ledger.maybe(Subject::TotalSentence, (before.map(|total| &total.text), after.map(|total| &total.text)));
    }
}

fn steps_of(sides: &Sides, pairing: &Pairing, ledger: &mut Ledger) {
    let [before, after] = sides.paths;
    let place = |side: usize, step: usize| sides.places[side].step(sides.at[side], sides.paths[side], step);
    for at in &pairing.removed {
        ledger.at(place(0, *at));
        ledger.whole(Kind::Removed, Subject::Step, &before.steps[*at].text);
    }
    for to in 0..after.steps.len() {
        ledger.at(place(1, to));
        match pairing.pairs.iter().find(|pair| pair.1 == to) {
            Some((from, _)) => step(sides, *from, to, pairing, ledger),
            None => ledger.whole(Kind::Added, Subject::Step, &after.steps[to].text),
        }
    }
    for (from, to) in &pairing.moved {
        ledger.at(place(1, *to));
        let number = |n: u32| Some(Value::words(n.to_string()));
        ledger.push(Kind::Moved, Subject::Step, number(before.steps[*from].n), number(after.steps[*to].n));
    }
    for [(_, one), (_, other)] in &pairing.swapped {
        ledger.at(place(1, *one));
        let name = |at: usize| short(&after.steps[at]);
        ledger.push(Kind::Swapped, Subject::Step, name(*one), name(*other));
    }
    ledger.at(sides.places[1].provider_path(sides.at[1], after));
    let given = pairing.pairs.iter().map(|(from, to)| (&before.steps[*from], &after.steps[*to]));
    elements::given_ids(given.map(|(old, new)| (old.own_id(), new.own_id())), ledger);
    let is_same_form: Vec<(Text, Text, bool)> = pairing
        .pairs
        .iter()
        .map(|(from, to)| (&before.steps[*from], &after.steps[*to]))
        .map(|(old, new)| (old.marker.clone(), new.marker.clone(), old.n == new.n))
        .collect();
    elements::markers(&is_same_form, |at, ledger| ledger.at(place(1, pairing.pairs[at].1)), ledger);
    ledger.at(sides.places[1].provider_path(sides.at[1], after));
    if pairing.moved.is_empty() && pairing.swapped.is_empty() {
        let shifts: Vec<(u32, u32)> =
            pairing.pairs.iter().map(|(from, to)| (before.steps[*from].n, after.steps[*to].n)).collect();
        elements::renumbered(Subject::Step, &shifts, ledger);
    }
}

/// A step by its label, else by its sentence.
fn short(step: &Step) -> Option<Value> {
    Value::text(step.label.as_ref().unwrap_or(&step.text))
}

fn step(sides: &Sides, from: usize, to: usize, pairing: &Pairing, ledger: &mut Ledger) {
    let (before, after) = (&sides.paths[0].steps[from], &sides.paths[1].steps[to]);
    // `action` and `shown` are parts of the sentence; `actor` stands in it; marker and number are told for the list.
    let Step {
        id: _,
        n: _,
        marker: _,
        unit,
        actor: _,
        actor_nominative,
        label,
        text,
        action,
        shown: _,
        duration,
        result,
        extra,
        is_choice,
        ways,
    } = before;
    if let (Some(old), Some(new)) = (before.own_id(), after.own_id()) {
        ledger.value(Subject::Id, Some(Value::words(old)), Some(Value::words(new)));
    }
    if sides.unit_pairs.after_of(*unit) != Some(after.unit) {
        let name = |side: usize, unit: usize| Value::text(&sides.units[side][unit].name);
        ledger.value(Subject::Performer, name(0, *unit), name(1, after.unit));
    }
    ledger.sentence(
        [Subject::Sentence, Subject::Duration],
        [text, &after.text],
        [action, &after.action],
        [duration.as_ref(), after.duration.as_ref()],
    );
    let own = |side: usize, unit: usize, actor: Option<&Text>| {
        actor.filter(|actor| **actor != sides.units[side][unit].name).cloned()
    };
    let actors = (own(0, *unit, actor_nominative.as_ref()), own(1, after.unit, after.actor_nominative.as_ref()));
    ledger.maybe(Subject::Actor, (actors.0.as_ref(), actors.1.as_ref()));
    ledger.maybe(Subject::Label, (label.as_ref(), after.label.as_ref()));
    elements::extras(extra, &after.extra, ledger);
    let here = sides.places[1].step(sides.at[1], sides.paths[1], to);
    if let Some(place) = sides.places[1].result(sides.at[1], sides.paths[1], to) {
        ledger.at(place);
    }
    result_of(result.as_ref(), after.result.as_ref(), before.n != after.n, ledger);
    ledger.at(here);
    ledger.said(Subject::Choice, Some(elements::yes_or_no(*is_choice)), Some(elements::yes_or_no(after.is_choice)));
    let names: [&dyn Fn(usize) -> Option<Value>; 2] =
        [&|at| short(&sides.paths[0].steps[at]), &|at| short(&sides.paths[1].steps[at])];
    elements::ways(ways, &after.ways, pairing, names, ledger);
}

fn result_of(before: Option<&StepResult>, after: Option<&StepResult>, is_shifted: bool, ledger: &mut Ledger) {
    let (Some(StepResult { marker, printed, text: _, duration, label }), Some(after)) = (before, after) else {
        return ledger.maybe(Subject::Result, (before.map(|one| &one.printed), after.map(|one| &one.printed)));
    };
    ledger.text(Subject::Result, printed, &after.printed);
    ledger.stated(Subject::ResultDuration, duration.as_ref(), after.duration.as_ref());
    ledger.maybe(Subject::ResultLabel, (label.as_ref(), after.label.as_ref()));
    if !is_shifted {
        ledger.text(Subject::ResultMarker, marker, &after.marker);
    }
}

fn restated(sides: &Sides, before: &[Restated], steps: &Pairing, ledger: &mut Ledger) {
    let after = &sides.paths[1].sequence;
    // A restated step is known by the step that it restates, as long as both are there.
    let id = |n: u32, is_old: bool| -> Option<String> {
        let at = n as usize - 1;
        let new = if is_old { steps.after_of(at)? } else { steps.pairs.iter().find(|pair| pair.1 == at)?.1 };
        Some(new.to_string())
    };
    let of = |all: &[Restated], is_old: bool| -> Vec<(Option<String>, String)> {
        all.iter().map(|one| (id(one.n, is_old), elements::words(&one.text).to_owned())).collect()
    };
    let (old, new) = (of(before, true), of(after, false));
    let pairing = pair(&named(&old), &named(&new));
    let place = |side: usize, at: usize| sides.places[side].restated(sides.at[side], sides.paths[side], at);
    for at in &pairing.removed {
        ledger.at(place(0, *at));
        ledger.whole(Kind::Removed, Subject::Restated, &before[*at].text);
    }
    for at in &pairing.added {
        ledger.at(place(1, *at));
        ledger.whole(Kind::Added, Subject::Restated, &after[*at].text);
    }
    for (from, to) in &pairing.pairs {
        ledger.at(place(1, *to));
        one_restated([&before[*from], &after[*to]], sides, ledger);
    }
    let all: Vec<(Text, Text, bool)> = pairing
        .pairs
        .iter()
        .map(|(from, to)| (before[*from].marker.clone(), after[*to].marker.clone(), before[*from].n == after[*to].n))
        .collect();
    elements::markers(&all, |at, ledger| ledger.at(place(1, pairing.pairs[at].1)), ledger);
}

fn one_restated([before, after]: [&Restated; 2], sides: &Sides, ledger: &mut Ledger) {
    // `actor` stands in the sentence; its nominative is that of the step unless this sentence names another.
    let Restated { n, marker: _, text, action, actor: _, actor_nominative, duration, result, extra } = before;
    ledger.sentence(
        [Subject::Restated, Subject::Duration],
        [text, &after.text],
        [action, &after.action],
        [duration.as_ref(), after.duration.as_ref()],
    );
    if text == &after.text {
        // Another unit, or another name of it, is told with the step.
        let who = |side: usize, n: u32| {
            let step = sides.paths[side].steps.iter().find(|step| step.n == n);
            step.map(|step| (&sides.units[side][step.unit].name, &step.actor_nominative))
        };
        if who(0, *n) == who(1, after.n) {
            ledger.maybe(Subject::Actor, (actor_nominative.as_ref(), after.actor_nominative.as_ref()));
        }
    }
    result_of(result.as_ref(), after.result.as_ref(), *n != after.n, ledger);
    elements::extras(extra, &after.extra, ledger);
}

const fn results_place(place: ResultsPlace) -> &'static Said {
    match place {
        ResultsPlace::Inline => &Said {
            kk: "әр рәсімнің астында", ru: "под каждой процедурой", en: "under each step"
        },
        ResultsPlace::List => &Said {
            kk: "бөлек тізімде", ru: "отдельным перечнем", en: "in a list of their own"
        },
        ResultsPlace::Prose => &Said {
            kk: "тармақтың мәтінінде", ru: "в тексте пункта", en: "in the running text"
        },
    }
}
