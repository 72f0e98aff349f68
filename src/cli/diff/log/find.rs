//! Which regulation a name means.

use crate::cli::console::Console;
use crate::cli::diff::pick::{id_of, stem};
use crate::cli::failure::Failure;
use crate::cli::select::{Choice, choose, not_chosen};
use crate::edge::State;
use crate::source::folder_of;

/// The regulation that is meant.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub id: String,
    /// Path of its definition in the folder of definitions, without the ending.
    pub stem: String,
    decree: String,
}

pub(super) fn found(name: &str, now: &State, console: &Console) -> Result<Found, Failure> {
    let names: Vec<String> = now.names().filter(|name| !name.ends_with(".md")).map(str::to_owned).collect();
    let (sources, broken) = now.read(&names);
    let mut ids: Vec<(&str, bool, String)> = sources
        .iter()
        .filter_map(|(_, source)| id_of(&source.text).map(|(is_decree, id)| (source.path.as_str(), is_decree, id)))
        .collect();
    // What is no text now has a history all the same; files usually bear the id of their regulation.
    let name_of = |path: &str| stem(path).rsplit('/').next().unwrap_or_default().to_owned();
    ids.extend(broken.iter().map(|(path, _)| (path.as_str(), false, name_of(path))));
    let mut known: Vec<Found> = Vec::new();
    for (path, _, id) in ids.iter().filter(|(_, is_decree, _)| !is_decree) {
        let decree = ids.iter().find(|(other, is_decree, _)| *is_decree && folder_of(other) == folder_of(path));
        let decree = decree.map_or(String::new(), |(_, _, id)| id.clone());
        let one = Found { id: id.clone(), stem: stem(path).to_owned(), decree };
        // Of several editions, the one in force bears the plain name.
        match known.iter_mut().find(|other| (&other.decree, &other.id) == (&one.decree, &one.id)) {
            Some(other) if other.stem.contains('@') => *other = one,
            Some(_) => {}
            None => known.push(one),
        }
    }
    let names: Vec<String> = known.iter().map(|one| format!("{}/{}", one.decree, one.id)).collect();
    match choose(name, &names) {
        Choice::One(at) => Ok(known.swap_remove(at)),
        Choice::Many(fitting) => Err(not_chosen(name, &fitting, &names, console)),
        Choice::None => Err(not_chosen(name, &[], &names, console)),
    }
}
