//! Drawings that changed although their definition did not: another version of the program, or another theme.

use super::sides::Sides;
use crate::base::{Lang, Source, Sources, Text};
use crate::diff::{ActChanges, Change, Changes, Kind, Place, Subject};
use crate::edge::{State, Threads};
use crate::pipeline::{self, Redrawing};

/// Adds a change for each drawing that is in both states, differs, and shows nothing that changed.
pub(super) fn add(sides: &Sides, changes: &mut Changes) {
    let [Some(old), Some(new)] = [&sides.sides[0].drawings, &sides.sides[1].drawings] else { return };
    let both: Vec<&str> = old.differing(new).filter(|name| old.has(name) && new.has(name)).collect();
    for name in both {
        let parts: Vec<&str> = name.trim_end_matches(".svg").split('/').collect();
        let [decree, regulation, path] = parts.as_slice() else { continue };
        let act =
            changes.acts.iter_mut().find(|act| act.decree == *decree && act.regulation.as_deref() == Some(regulation));
        if act.as_ref().is_some_and(|act| act.changes.iter().any(|change| shows(change, path))) {
            continue;
        }
        let place = Place { path: Some((*path).to_owned()), ..Place::default() };
        let (kind, subject) = (Kind::Redrawn, Subject::Drawing);
        let change = Change {
            kind,
            subject,
            place,
            language: None,
            is_in_both: false,
            before: None,
            after: None,
            marks: Vec::new(),
        };
        match act {
            Some(act) => act.changes.push(change),
            None => changes.acts.push(ActChanges {
                decree: (*decree).to_owned(),
                regulation: Some((*regulation).to_owned()),
                title: title(sides, decree, regulation, changes.acts.len()),
                changes: vec![change],
            }),
        }
    }
}

/// A new theme draws everything anew; so many acts are called by their titles, the others by their ids.
const TITLED_MAX: usize = 200;

/// The title of a regulation whose definition did not change, and so was not read.
fn title(sides: &Sides, decree: &str, regulation: &str, number: usize) -> Text {
    let endings = [".yaml", ".yml", ".kk.md", ".ru.md"];
    let names: Vec<String> = endings.iter().map(|ending| format!("{decree}/{regulation}{ending}")).collect();
    let read = || {
        let (sources, _) = sides.sides[1].state.read(&names);
        let beside = sources.iter().map(|(_, source)| Source {
            path: source.path.rsplit('/').next().unwrap_or_default().to_owned(),
            text: source.text.clone(),
        });
        let corpus = pipeline::load(super::pick::alone(Sources::new(beside.collect())), &Threads).corpus;
        let mut regulations = corpus.decrees.into_iter().flat_map(|decree| decree.regulations);
        regulations.find(|one| one.id.as_str() == regulation).map(|one| one.title)
    };
    let found = if number < TITLED_MAX { read() } else { None };
    found.unwrap_or_else(|| Text::of(Lang::Kk, regulation))
}

/// The files of both states, for the page: so many that it can still be sent.
pub(super) fn pictures(sides: &Sides, changes: &Changes) -> Vec<Redrawing> {
    let [Some(old), Some(new)] = [&sides.sides[0].drawings, &sides.sides[1].drawings] else { return Vec::new() };
    let mut all = Vec::new();
    let mut bytes = 0;
    for act in &changes.acts {
        let drawn = act.changes.iter().filter(|change| change.kind == Kind::Redrawn);
        for path in drawn.filter_map(|change| change.place.path.as_deref()) {
            let Some(regulation) = &act.regulation else { continue };
            let name = format!("{}/{regulation}/{path}.svg", act.decree);
            let [before, after] = [old, new].map(|state| text(state, &name));
            bytes += before.as_ref().map_or(0, String::len) + after.as_ref().map_or(0, String::len);
            let files = before.zip(after).filter(|_| all.len() < PICTURES_MAX && bytes < BYTES_MAX);
            let files = files.map(|(before, after)| [before, after]);
            let (decree, regulation, path) = (act.decree.clone(), regulation.clone(), path.to_owned());
            all.push(Redrawing { decree, regulation, path, files });
        }
    }
    all
}

const PICTURES_MAX: usize = 24;
const BYTES_MAX: usize = 6 << 20;

fn text(state: &State, name: &str) -> Option<String> {
    let (sources, _) = state.read(&[name.to_owned()]);
    sources.iter().next().map(|(_, source)| source.text.clone())
}

/// Whether the drawing of a path shows what changed: something of the path itself, a unit, or the title.
fn shows(change: &Change, path: &str) -> bool {
    let is_general = matches!(change.subject, Subject::Unit | Subject::Title | Subject::Language | Subject::Regulation);
    change.kind != Kind::Redrawn && (is_general || change.place.path.as_deref() == Some(path))
}
