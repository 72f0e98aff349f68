//! The data that running text draws in: units, steps, results, restatements, items, amendments.

use super::compose::Composer;
use super::{Element, Role};
use crate::base::{Id, Text, anchor};
use crate::model::{Amendment, Extra, Item, ProviderPath, ResultsPlace, Step, StepResult};

/// The list of units. A list of one bears no number.
pub(super) fn units(to: &mut Composer<'_>) {
    to.done.units = true;
    let units = to.data.units;
    for (at, unit) in units.iter().enumerate() {
        let marker = if units.len() > 1 { format!("{})", at + 1) } else { String::new() };
        to.paragraph(&format!("unit-{}", unit.id), Role::Unit, &marker, &unit.printed, None);
    }
}

/// The steps of a provider path, with their results where these are not listed apart.
pub(super) fn steps(to: &mut Composer<'_>, index: usize) {
    let Some(path) = to.data.provider_paths.get(index) else { return };
    to.done.steps.insert(index);
    variant(to, path, "variant");
    for step in &path.steps {
        let anchor = anchor::of_element(&path.id, &step.id.value);
        let marker = marker(to, &step.marker);
        to.element(element(&path.id, step), Role::Step, &marker, &step.text);
        extras(to, &anchor, &step.extra);
        if path.results == ResultsPlace::Inline {
            result(to, &anchor, step.result.as_ref());
        }
    }
    if let Some(total) = &path.total_term {
        to.paragraph(&format!("{}-total", path.id), Role::Total, "", &total.text, None);
    }
}

/// The list of the results of a provider path, where they are listed apart.
pub(super) fn results(to: &mut Composer<'_>, index: usize) {
    let Some(path) = to.data.provider_paths.get(index) else { return };
    to.done.results.insert(index);
    if path.results == ResultsPlace::List {
        for step in &path.steps {
            result(to, &anchor::of_element(&path.id, &step.id.value), step.result.as_ref());
        }
    }
}

/// Chapter 3's restatement of a provider path.
pub(super) fn sequence(to: &mut Composer<'_>, index: usize) {
    let Some(path) = to.data.provider_paths.get(index) else { return };
    to.done.sequences.insert(index);
    if path.sequence.is_empty() {
        return;
    }
    variant(to, path, "variant-again");
    for restated in &path.sequence {
        let step = path.steps.iter().find(|step| step.n == restated.n);
        let anchor = match step {
            Some(step) => format!("{}-{}-again", path.id, step.id.value),
            None => format!("{}-{}-again", path.id, restated.n),
        };
        let marker = marker(to, &restated.marker);
        let element = step.map(|step| element(&path.id, step));
        to.paragraph(&anchor, Role::Restated, &marker, &restated.text, element);
        extras(to, &anchor, &restated.extra);
        result(to, &anchor, restated.result.as_ref());
    }
}

/// One printed list of a system path, or all of them.
pub(super) fn items(to: &mut Composer<'_>, index: usize, part: Option<usize>) {
    let Some(path) = to.data.system_paths.get(index) else { return };
    for item in path.items.iter().filter(|item| part.is_none_or(|part| item.part == part)) {
        to.done.items.insert((index, item.part));
        one_item(to, &path.id, item);
    }
}

fn one_item(to: &mut Composer<'_>, path: &Id, item: &Item) {
    let anchor = anchor::of_element(path, &item.id.value);
    let marker = marker(to, &item.marker);
    let element = Element { path: path.clone(), id: item.id.value.clone() };
    to.element(element, Role::Item, &marker, &item.text);
    extras(to, &anchor, &item.extra);
}

/// The commands of amendment of a decree.
pub(super) fn amendments(to: &mut Composer<'_>) {
    to.done.amendments = true;
    let all = to.data.amendments;
    for (at, amendment) in all.iter().enumerate() {
        one_amendment(to, &format!("a{}", at + 1), amendment);
    }
}

fn one_amendment(to: &mut Composer<'_>, anchor: &str, amendment: &Amendment) {
    to.paragraph(anchor, Role::Amended, "", &amendment.intro, None);
    for (at, change) in amendment.changes.iter().enumerate() {
        let anchor = format!("{anchor}-{}", at + 1);
        to.paragraph(&anchor, Role::Command, "", &change.command, None);
        for paragraph in paragraphs(&change.text) {
            to.paragraph(&format!("{anchor}-text"), Role::Wording, "", &paragraph, None);
        }
    }
}

/// The paragraphs of a text that a blank line parts. Both languages are cut alike; where one has fewer, it ends sooner.
fn paragraphs(text: &Text) -> Vec<Text> {
    let mut all: Vec<Text> = Vec::new();
    for (lang, words) in text.iter() {
        let cut = words.split("\n\n").map(|words| words.trim_matches('\n')).filter(|words| !words.is_empty());
        for (at, words) in cut.enumerate() {
            if all.len() <= at {
                all.push(Text::default());
            }
            all[at].set(lang, words.to_owned());
        }
    }
    all
}

/// Draws in what the running text forgot, in the order of chapters.
pub(super) fn add_forgotten(to: &mut Composer<'_>) {
    if !to.done.units {
        units(to);
    }
    for path in 0..to.data.provider_paths.len() {
        if !to.done.steps.contains(&path) {
            steps(to, path);
        }
        if !to.done.results.contains(&path) {
            results(to, path);
        }
        if !to.done.sequences.contains(&path) {
            sequence(to, path);
        }
    }
    let system_paths = to.data.system_paths;
    for (index, path) in system_paths.iter().enumerate() {
        let last = path.items.iter().map(|item| item.part).max();
        for part in 0..=last.unwrap_or(0) {
            if !to.done.items.contains(&(index, part)) {
                items(to, index, Some(part));
            }
        }
    }
    if !to.done.amendments {
        amendments(to);
    }
}

fn variant(to: &mut Composer<'_>, path: &ProviderPath, place: &str) {
    if let Some(variant) = &path.variant {
        to.paragraph(&format!("{}-{place}", path.id), Role::Variant, "", variant, None);
    }
}

fn result(to: &mut Composer<'_>, anchor: &str, result: Option<&StepResult>) {
    if let Some(result) = result {
        let marker = marker(to, &result.marker);
        to.paragraph(&format!("{anchor}-result"), Role::Result, &marker, &result.printed, None);
    }
}

fn extras(to: &mut Composer<'_>, anchor: &str, extras: &[Extra]) {
    for (at, extra) in extras.iter().enumerate() {
        to.paragraph(&format!("{anchor}-extra{}", at + 1), Role::Extra, "", &extra.text, None);
    }
}

fn marker(to: &Composer<'_>, marker: &Text) -> String {
    marker.best(to.lang).1.to_owned()
}

fn element(path: &Id, step: &Step) -> Element {
    Element { path: path.clone(), id: step.id.value.clone() }
}
