//! What to mark in a drawing: elements that came, went and changed.
//!
//! Holds: an element is known by its id, and where none was written by what it says, as in the list of changes.

use super::overlay::{Overlay, lay};
use super::pair::{Pairing, pair};
use super::regulation::named;
use super::{elements, items, provider};
use crate::base::Id;
use crate::graph::{self, FlowGraph};
use crate::model::{Decree, Participant, ProviderPath, Regulation, SystemPath, Unit};
use serde::Serialize;
use std::collections::BTreeSet;

/// The marks of one drawing that is there before, after, or both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Marked {
    /// Decree, regulation and path.
    pub decree: Id,
    pub regulation: Id,
    pub path: Id,
    pub is_before: bool,
    pub is_after: bool,
    pub marks: Marks,
}

/// Ids of shapes, lines and bands. What is removed stands in the old picture alone, what is added in the new one alone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Marks {
    pub added: BTreeSet<String>,
    pub removed: BTreeSet<String>,
    pub changed: BTreeSet<String>,
}

impl Marks {
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && self.changed.is_empty()
    }
}

/// One drawing before and after.
#[derive(Debug, Clone)]
pub struct Drawn {
    pub path: Id,
    pub state: DrawnState,
}

/// In which states there is a drawing.
#[derive(Debug, Clone)]
pub enum DrawnState {
    Removed(FlowGraph),
    Added(FlowGraph),
    Both(Box<Overlay>),
}

impl Drawn {
    pub fn is_changed(&self) -> bool {
        !matches!(&self.state, DrawnState::Both(overlay) if overlay.marks.is_empty())
    }
}

/// The drawings of one regulation, before and after, in the order of the new one: diagrams, then handbooks.
pub fn drawings(before: (&Decree, &Regulation), after: (&Decree, &Regulation)) -> Vec<Marked> {
    let marked = |drawn: Drawn| {
        let all = |graph: &FlowGraph| ids(graph).collect();
        let (is_before, is_after, marks) = match drawn.state {
            DrawnState::Removed(graph) => (true, false, Marks { removed: all(&graph), ..Marks::default() }),
            DrawnState::Added(graph) => (false, true, Marks { added: all(&graph), ..Marks::default() }),
            DrawnState::Both(overlay) => (true, true, overlay.marks),
        };
        let (decree, regulation) = (after.0.id.clone(), after.1.id.clone());
        Marked { decree, regulation, path: drawn.path, is_before, is_after, marks }
    };
    overlays(Some(before.1), Some(after.1)).into_iter().map(marked).collect()
}

/// The same with the graphs, of a regulation that is there before, after, or both.
pub fn overlays(before: Option<&Regulation>, after: Option<&Regulation>) -> Vec<Drawn> {
    let of = |regulation: Option<&Regulation>| regulation.map(graphs).unwrap_or_default();
    let (old, new) = (of(before), of(after));
    let mut paths: Vec<Id> = new.iter().map(|(path, _)| path.clone()).collect();
    paths.extend(old.iter().map(|(path, _)| path.clone()).filter(|path| new.iter().all(|(other, _)| other != path)));
    let find = |all: &[(Id, FlowGraph)], path: &Id| {
        all.iter().find(|(other, _)| other == path).map(|(_, graph)| graph.clone())
    };
    let drawn = |path: Id| {
        let renamed = before.zip(after).and_then(|(before, after)| renamed(&path, before, after));
        let (own, displaced) = renamed.map_or((None, Vec::new()), |(graph, displaced)| (Some(graph), displaced));
        let state = match (own.or_else(|| find(&old, &path)), find(&new, &path)) {
            (Some(old), Some(new)) => {
                let mut overlay = lay(&old, &new)?;
                let marks = &mut overlay.marks;
                marks.changed.extend(displaced.into_iter().filter(|id| !marks.added.contains(id)));
                DrawnState::Both(Box::new(overlay))
            }
            (Some(old), None) => DrawnState::Removed(old),
            (None, Some(new)) => DrawnState::Added(new),
            (None, None) => return None,
        };
        Some(Drawn { path, state })
    };
    paths.into_iter().filter_map(drawn).collect()
}

fn graphs(regulation: &Regulation) -> Vec<(Id, FlowGraph)> {
    let diagrams = regulation.system_paths.iter().map(|path| (path.id.clone(), graph::of_system_path(path)));
    let handbooks = regulation
        .provider_paths
        .iter()
        .map(|path| (path.id.clone(), graph::of_provider_path(path, &regulation.units)));
    diagrams.chain(handbooks).collect()
}

fn ids(graph: &FlowGraph) -> impl Iterator<Item = String> {
    let nodes = graph.nodes().map(|node| node.id.clone());
    let flows = graph.flows().map(|(_, _, flow)| flow.id.clone());
    let lanes = graph.lanes.iter().map(|lane| format!("lane_{}", lane.id));
    nodes.chain(flows).chain(lanes)
}

/// The old graph of a path that both have, its elements called as the new ones that they are; and which of them stand
/// elsewhere in their list.
fn renamed(path: &Id, before: &Regulation, after: &Regulation) -> Option<(FlowGraph, Vec<String>)> {
    let diagram = |regulation: &Regulation| regulation.system_paths.iter().position(|one| one.id == *path);
    if let Some((old, new)) = diagram(before).zip(diagram(after)) {
        return Some(renamed_diagram(&before.system_paths[old], &after.system_paths[new]));
    }
    let handbook = |regulation: &Regulation| regulation.provider_paths.iter().position(|one| one.id == *path);
    let (old, new) = handbook(before).zip(handbook(after))?;
    let (old, new) = (&before.provider_paths[old], &after.provider_paths[new]);
    Some(renamed_handbook((old, &before.units), (new, &after.units)))
}

fn renamed_diagram(before: &SystemPath, after: &SystemPath) -> (FlowGraph, Vec<String>) {
    let mut path = before.clone();
    let of = |all: &[Participant]| -> Vec<(Option<String>, String)> {
        all.iter().map(|one| (Some(one.id.to_string()), elements::words(&one.name).to_owned())).collect()
    };
    let (old, new) = (of(&before.participants), of(&after.participants));
    let bands = pair(&named(&old), &named(&new));
    let new_bands: Vec<&Id> = after.participants.iter().map(|one| &one.id).collect();
    let mut own_bands: Vec<&mut Id> = path.participants.iter_mut().map(|one| &mut one.id).collect();
    rename(&mut own_bands, &new_bands, &bands);
    let pairing = pair(&items::entries(&before.items), &items::entries(&after.items));
    let new_items: Vec<&Id> = after.items.iter().map(|item| &item.id.value).collect();
    let mut own_items: Vec<&mut Id> = path.items.iter_mut().map(|item| &mut item.id.value).collect();
    rename(&mut own_items, &new_items, &pairing);
    (graph::of_system_path(&path), displaced(&pairing, &new_items))
}

fn renamed_handbook(
    (before, units): (&ProviderPath, &[Unit]),
    (after, new_units): (&ProviderPath, &[Unit]),
) -> (FlowGraph, Vec<String>) {
    let (mut path, mut own) = (before.clone(), units.to_vec());
    let of = |all: &[Unit]| -> Vec<(Option<String>, String)> {
        all.iter().map(|unit| (Some(unit.id.to_string()), elements::words(&unit.name).to_owned())).collect()
    };
    let (old, new) = (of(units), of(new_units));
    let bands = pair(&named(&old), &named(&new));
    let new_bands: Vec<&Id> = new_units.iter().map(|unit| &unit.id).collect();
    let mut own_bands: Vec<&mut Id> = own.iter_mut().map(|unit| &mut unit.id).collect();
    rename(&mut own_bands, &new_bands, &bands);
    let pairing = pair(&provider::entries(&before.steps), &provider::entries(&after.steps));
    let new_steps: Vec<&Id> = after.steps.iter().map(|step| &step.id.value).collect();
    let mut own_steps: Vec<&mut Id> = path.steps.iter_mut().map(|step| &mut step.id.value).collect();
    rename(&mut own_steps, &new_steps, &pairing);
    (graph::of_provider_path(&path, &own), displaced(&pairing, &new_steps))
}

fn displaced(pairing: &Pairing, new: &[&Id]) -> Vec<String> {
    let all = pairing.moved.iter().chain(pairing.swapped.iter().flatten());
    all.map(|(_, at)| new[*at].to_string()).collect()
}

/// Gives each old element the id of the new one that it is, and one that no new element has where it is gone.
fn rename(old: &mut [&mut Id], new: &[&Id], pairing: &Pairing) {
    for (at, id) in old.iter_mut().enumerate() {
        match pairing.after_of(at) {
            Some(to) => **id = new[to].clone(),
            None if new.contains(&&**id) => {
                let free = |count: usize| Id::new(&format!("before-{count}")).ok().filter(|id| !new.contains(&id));
                if let Some(free) = (at + 1..).find_map(free) {
                    **id = free;
                }
            }
            None => {}
        }
    }
}
