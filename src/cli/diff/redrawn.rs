//! Drawings that changed although their definition did not: another version of the program, or another theme.

use super::sides::Sides;
use crate::base::{Lang, Text};
use crate::diff::{ActChanges, Change, Changes, Kind, Place, Subject};

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
        let change = Change { kind, subject, place, language: None, before: None, after: None, marks: Vec::new() };
        match act {
            Some(act) => act.changes.push(change),
            None => changes.acts.push(ActChanges {
                decree: (*decree).to_owned(),
                regulation: Some((*regulation).to_owned()),
                title: Text::of(Lang::Kk, *regulation),
                changes: vec![change],
            }),
        }
    }
}

/// Whether the drawing of a path shows what changed: something of the path itself, a unit, or the title.
fn shows(change: &Change, path: &str) -> bool {
    let is_general = matches!(change.subject, Subject::Unit | Subject::Title | Subject::Language | Subject::Regulation);
    change.kind != Kind::Redrawn && (is_general || change.place.path.as_deref() == Some(path))
}
