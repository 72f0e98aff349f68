//! A regulation as lines of legal terms, one element a line: what a reader of `git diff` compares.
//!
//! Holds: an element that did not change gives the line that it gave; what another one adds does not touch it, save for
//! the number in its marker. Absent on purpose: running text, which stands in a file of its own.

use crate::base::{Lang, Text};
use crate::model::{Branch, ProviderPath, Regulation, StatedDuration, SystemPath, Target, Way};
use crate::wording::duration::say_short;
use std::fmt::Write;

/// The whole regulation.
pub fn outline(regulation: &Regulation) -> String {
    let lang = regulation.language;
    let mut out = String::new();
    let _ = writeln!(out, "{}", line(&regulation.title, lang));
    let _ = writeln!(out, "{}", line(&regulation.provider, lang));
    for term in &regulation.terms {
        let meaning = term.expansion.as_ref().map(|words| line(words, lang)).unwrap_or_default();
        let _ = writeln!(out, "{} – {meaning}", line(&term.abbr, lang));
    }
    for unit in &regulation.units {
        let _ = writeln!(out, "{}: {}", unit.id, line(&unit.name, lang));
    }
    regulation.provider_paths.iter().for_each(|path| handbook(path, regulation, &mut out));
    regulation.system_paths.iter().for_each(|path| diagram(path, lang, &mut out));
    out
}

fn handbook(path: &ProviderPath, regulation: &Regulation, out: &mut String) {
    let lang = regulation.language;
    let names: Vec<&str> = path.steps.iter().map(|step| step.id.value.as_str()).collect();
    let _ = writeln!(out, "\n== {}", path.id);
    for step in &path.steps {
        let unit = regulation.units.get(step.unit).map_or("", |unit| unit.name.best(lang).1);
        let rest = rest(step.label.as_ref(), step.duration.as_ref(), &step.ways, &names, lang);
        let _ = writeln!(out, "{} [{unit}] {}{rest}", line(&step.marker, lang), line(&step.text, lang));
    }
}

fn diagram(path: &SystemPath, lang: Lang, out: &mut String) {
    let names: Vec<&str> = path.items.iter().map(|item| item.id.value.as_str()).collect();
    let _ = writeln!(out, "\n== {}", path.id);
    for band in &path.participants {
        let _ = writeln!(out, "{}: {}", band.id, line(&band.name, lang));
    }
    for item in &path.items {
        let bands = item.at.iter().filter_map(|at| path.participants.get(*at));
        let bands: Vec<&str> = bands.map(|band| band.name.best(lang).1).collect();
        let rest = rest(item.label.as_ref(), item.duration.as_ref(), &item.ways, &names, lang);
        let (marker, text) = (line(&item.marker, lang), line(&item.text, lang));
        let _ = writeln!(out, "{marker} [{}] {text}{rest}", bands.join(", "));
    }
}

/// Label, term, and the ways that the author wrote.
fn rest(label: Option<&Text>, term: Option<&StatedDuration>, ways: &[Way], names: &[&str], lang: Lang) -> String {
    let mut out = String::new();
    if let Some(label) = label {
        let _ = write!(out, " | {}", line(label, lang));
    }
    if let Some(term) = term {
        let _ = write!(out, " | {}", say_short(&term.value, lang));
    }
    for way in ways.iter().filter(|way| !way.inferred) {
        let to = match way.to {
            Target::Element(at) => names.get(at).copied().unwrap_or_default(),
            Target::End => "■",
            Target::Refused => "✕",
        };
        let branch = match (way.branch, lang) {
            (Some(Branch::Yes), Lang::Kk) => "иә ",
            (Some(Branch::Yes), Lang::Ru) => "да ",
            (Some(Branch::No), Lang::Kk) => "жоқ ",
            (Some(Branch::No), Lang::Ru) => "нет ",
            (None, _) => "",
        };
        let _ = write!(out, " | {branch}→ {to}");
    }
    out
}

/// Words in one line.
fn line(text: &Text, lang: Lang) -> String {
    text.best(lang).1.split_whitespace().collect::<Vec<_>>().join(" ")
}
