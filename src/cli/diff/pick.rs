//! Which files to read: those that differ, and what they need to be understood.

use super::sides::{Side, Sides};
use super::unread::{self, Unread};
use crate::base::{Source, Sources};
use crate::cli::failure::Failure;
use crate::edge::{EdgeError, State, Threads};
use crate::pipeline::{self, Loaded};
use crate::source::{folder_of, is_yaml};
use std::collections::BTreeSet;

/// Both states, read as far as they differ.
pub(super) struct Picked {
    pub loaded: [Loaded; 2],
    /// Files of each state that say nothing that can be compared.
    pub unread: [Vec<Unread>; 2],
}

impl Picked {
    pub fn unread_files(&self) -> [Vec<String>; 2] {
        self.unread.each_ref().map(|all| all.iter().map(|one| one.file.clone()).collect())
    }
}

pub(super) fn compared(sides: &Sides) -> Result<Picked, Failure> {
    let [old, new] = &sides.sides;
    let names = match (&old.file, &new.file) {
        (None, None) => {
            let names = differing(&old.state, &new.state);
            [names.clone(), names]
        }
        _ => [of_file(old), of_file(new)],
    };
    let both = [old, new];
    let read = |side: &Side, names: &[String]| -> Result<(Loaded, Vec<Unread>), EdgeError> {
        let (sources, errors) = side.state.read(names);
        let (sources, mut unread) = unread::without_broken(sources, errors, both)?;
        let loaded = pipeline::load(with_decree(sources, side, decree_of(side, both)), &Threads);
        unread.extend(unread::of_loaded(&loaded, both));
        Ok((loaded, unread))
    };
    let [(before, gone), (after, lost)] = [read(old, &names[0])?, read(new, &names[1])?];
    let mut loaded = [before, after];
    for one in gone.iter().chain(&lost) {
        loaded.iter_mut().for_each(|loaded| unread::leave_out(&mut loaded.corpus, one));
    }
    Ok(Picked { loaded, unread: [gone, lost] })
}

/// Files that differ; the definition, the texts and the editions that a changed one belongs to; their decree. All of a
/// folder, where the decree itself changed: it names its regulations.
fn differing(old: &State, new: &State) -> Vec<String> {
    let changed: BTreeSet<&str> = old.differing(new).collect();
    let folders: BTreeSet<&str> = changed.iter().map(|name| folder_of(name)).collect();
    let mut wanted: BTreeSet<String> = BTreeSet::new();
    for folder in folders {
        let all: BTreeSet<&str> = old.names().chain(new.names()).filter(|name| folder_of(name) == folder).collect();
        let decrees: Vec<&str> =
            all.iter().copied().filter(|name| is_decree(name, old) || is_decree(name, new)).collect();
        let of_decree = |name: &str| decrees.iter().any(|decree| stem(decree) == stem(name));
        let here: Vec<&str> = changed.iter().copied().filter(|name| folder_of(name) == folder).collect();
        let is_whole = here.iter().any(|name| of_decree(name));
        let mut services: BTreeSet<&str> = here.iter().map(|name| service(name)).collect();
        let ids = of_one_state(&here, [old, new]);
        if !ids.is_empty() && !is_whole {
            let is_same =
                |name: &&str| [old, new].iter().any(|state| own_id(name, state).is_some_and(|id| ids.contains(&id)));
            services.extend(all.iter().copied().filter(|name| is_yaml(name)).filter(is_same).map(service));
        }
        let is_wanted = |name: &&&str| is_whole || of_decree(name) || services.contains(service(name));
        wanted.extend(all.iter().filter(is_wanted).map(|name| (*name).to_owned()));
    }
    wanted.into_iter().collect()
}

/// Ids in definitions that only one of the states has: another file may bear the same.
fn of_one_state(names: &[&str], states: [&State; 2]) -> BTreeSet<String> {
    let [old, new] = states;
    let alone = names.iter().filter(|name| is_yaml(name) && old.has(name) != new.has(name));
    alone.filter_map(|name| own_id(name, if old.has(name) { old } else { new })).collect()
}

fn own_id(name: &str, state: &State) -> Option<String> {
    let (sources, _) = state.read(&[name.to_owned()]);
    sources.iter().find_map(|(_, source)| id_of(&source.text)).map(|(_, id)| id)
}

/// The path without ending and day: all editions of a regulation share it.
fn service(name: &str) -> &str {
    let stem = stem(name);
    let file = stem.rfind('/').map_or(0, |slash| slash + 1);
    stem[file..].find('@').map_or(stem, |at| &stem[..file + at])
}

/// The name without `.yaml`, or `.kk.md`.
pub(super) fn stem(name: &str) -> &str {
    let endings = [".kk.md", ".ru.md", ".yaml", ".yml", ".md"];
    endings.iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name)
}

/// The usual name saves reading the file.
pub(super) fn is_decree(name: &str, state: &State) -> bool {
    if !is_yaml(name) {
        return false;
    }
    if stem(name).rsplit('/').next() == Some("decree") {
        return state.has(name);
    }
    let (sources, _) = state.read(&[name.to_owned()]);
    sources.iter().any(|(_, source)| id_of(&source.text).is_some_and(|(is_decree, _)| is_decree))
}

/// What a definition calls itself, even where the rest of it cannot be read: whether it is a decree, and its id.
pub(super) fn id_of(text: &str) -> Option<(bool, String)> {
    text.lines().find_map(|line| {
        let (key, value) = line.split_once(':')?;
        let is_decree = match key {
            "decree" => true,
            "regulation" => false,
            _ => return None,
        };
        let value = value.split(" #").next().unwrap_or_default().trim().trim_matches(['"', '\'']);
        Some((is_decree, value.to_owned()))
    })
}

/// The file that was asked for and its texts.
fn of_file(side: &Side) -> Vec<String> {
    let Some(file) = &side.file else { return side.state.names().map(str::to_owned).collect() };
    side.state.names().filter(|name| stem(name) == stem(file)).map(str::to_owned).collect()
}

fn with_decree(sources: Sources, side: &Side, decree: Option<Vec<Source>>) -> Sources {
    let is_decree = |source: &Source| id_of(&source.text).is_some_and(|(is_decree, _)| is_decree);
    if side.file.is_none() || sources.iter().any(|(_, source)| is_decree(source)) {
        return sources;
    }
    match decree {
        Some(decree) => Sources::new(sources.iter().map(|(_, source)| source.clone()).chain(decree).collect()),
        None => alone(sources),
    }
}

/// The decree over a file that was asked for: its own; that of the other side, where it lies by itself; none, where the
/// two belong to different ones.
fn decree_of(side: &Side, both: [&Side; 2]) -> Option<Vec<Source>> {
    let own = decree_beside(side);
    let of_both = both.map(decree_beside);
    match &of_both {
        [Some((one, _)), Some((other, _))] if one != other => None,
        _ => own.or(of_both.into_iter().flatten().next()).map(|(_, sources)| sources),
    }
}

/// The decree in the folder of a file, with its texts.
fn decree_beside(side: &Side) -> Option<(String, Vec<Source>)> {
    side.file.as_ref()?;
    let beside = |name: &&str| folder_of(name).is_empty();
    let decree = side.state.names().filter(beside).find(|name| is_decree(name, &side.state))?;
    let names: Vec<String> = side.state.names().filter(|name| stem(name) == stem(decree)).map(str::to_owned).collect();
    let (sources, _) = side.state.read(&names);
    let id = sources.iter().find_map(|(_, source)| id_of(&source.text))?.1;
    Some((id, sources.iter().map(|(_, source)| source.clone()).collect()))
}

/// A regulation by itself stands under a decree that says nothing.
pub(in crate::cli) fn alone(sources: Sources) -> Sources {
    let text = "decree: file\ntitle: '-'\nbody: '-'\ndate: 2000-01-01\nnumber: '-'\n".to_owned();
    let all = sources.iter().map(|(_, source)| source.clone());
    Sources::new(all.chain([Source { path: "decree.yaml".to_owned(), text }]).collect())
}
