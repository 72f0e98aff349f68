//! Which files to read: those that differ, and what they need to be understood.

use super::sides::{Side, Sides};
use crate::base::{Source, Sources};
use crate::cli::failure::Failure;
use crate::edge::{EdgeError, State, Threads};
use crate::model::Corpus;
use crate::pipeline::{self, Loaded};
use std::collections::BTreeSet;

/// Both states, read as far as they differ.
pub(super) struct Picked {
    pub loaded: [Loaded; 2],
    /// Files of each state that say nothing that can be compared.
    pub unread: [Vec<String>; 2],
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
    let read = |side: &Side, names: &[String]| -> Result<Loaded, EdgeError> {
        let (sources, mut errors) = side.state.read(names);
        match errors.pop() {
            Some(error) => Err(error),
            None => Ok(pipeline::load(with_decree(sources, side), &Threads)),
        }
    };
    let mut loaded = [read(old, &names[0])?, read(new, &names[1])?];
    let unread = [unread(&loaded[0]), unread(&loaded[1])];
    for (_, id) in unread.iter().flatten() {
        loaded.iter_mut().for_each(|loaded| leave_out(&mut loaded.corpus, id));
    }
    Ok(Picked { loaded, unread: unread.map(|files| files.into_iter().map(|(file, _)| file).collect()) })
}

/// Files that differ; the definition and the texts that a changed one belongs to; their decree. All of a folder, where
/// the decree itself changed: it names its regulations.
fn differing(old: &State, new: &State) -> Vec<String> {
    let changed: BTreeSet<&str> = old.differing(new).collect();
    let folders: BTreeSet<&str> = changed.iter().map(|name| folder_of(name)).collect();
    let mut wanted: BTreeSet<String> = BTreeSet::new();
    for folder in folders {
        let all: BTreeSet<&str> = old.names().chain(new.names()).filter(|name| folder_of(name) == folder).collect();
        let decrees: Vec<&str> =
            all.iter().copied().filter(|name| is_decree(name, old) || is_decree(name, new)).collect();
        let of_decree = |name: &str| decrees.iter().any(|decree| stem(decree) == stem(name));
        let is_whole = changed.iter().any(|name| folder_of(name) == folder && of_decree(name));
        let stems: BTreeSet<&str> =
            changed.iter().filter(|name| folder_of(name) == folder).map(|name| stem(name)).collect();
        let is_wanted = |name: &&&str| is_whole || of_decree(name) || stems.contains(stem(name));
        wanted.extend(all.iter().filter(is_wanted).map(|name| (*name).to_owned()));
    }
    wanted.into_iter().collect()
}

fn folder_of(name: &str) -> &str {
    name.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The name without `.yaml`, or `.kk.md`.
pub(super) fn stem(name: &str) -> &str {
    let endings = [".kk.md", ".ru.md", ".yaml", ".yml", ".md"];
    endings.iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name)
}

/// The usual name saves reading the file.
fn is_decree(name: &str, state: &State) -> bool {
    if !name.ends_with(".yaml") && !name.ends_with(".yml") {
        return false;
    }
    if stem(name).rsplit('/').next() == Some("decree") {
        return state.has(name);
    }
    let (sources, _) = state.read(&[name.to_owned()]);
    sources.iter().any(|(_, source)| id_of(&source.text).is_some_and(|(is_decree, _)| is_decree))
}

/// What a definition calls itself, even where the rest of it cannot be read: whether it is a decree, and its id.
fn id_of(text: &str) -> Option<(bool, String)> {
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

fn with_decree(sources: Sources, side: &Side) -> Sources {
    let is_decree = |source: &Source| id_of(&source.text).is_some_and(|(is_decree, _)| is_decree);
    if side.file.is_none() || sources.iter().any(|(_, source)| is_decree(source)) { sources } else { alone(sources) }
}

/// A regulation by itself stands under a decree that says nothing.
pub(in crate::cli) fn alone(sources: Sources) -> Sources {
    let text = "decree: file\ntitle: '-'\nbody: '-'\ndate: 2000-01-01\nnumber: '-'\n".to_owned();
    let all = sources.iter().map(|(_, source)| source.clone());
    Sources::new(all.chain([Source { path: "decree.yaml".to_owned(), text }]).collect())
}

/// A decree or a regulation of one, by ids; the decree's is empty where it is not known.
type ActId = (String, Option<String>);

/// Definitions that did not make it into the corpus, with what they would have been.
fn unread(loaded: &Loaded) -> Vec<(String, ActId)> {
    let ids: Vec<(&str, bool, String)> = loaded
        .sources
        .iter()
        .filter(|(_, source)| !source.path.ends_with(".md"))
        .map(|(_, source)| {
            let (is_decree, id) = id_of(&source.text).unwrap_or_default();
            (source.path.as_str(), is_decree, id)
        })
        .collect();
    let find = |decree: &str| loaded.corpus.decrees.iter().find(|one| one.id.as_str() == decree);
    let mut unread = Vec::new();
    for (path, is_decree, id) in &ids {
        let decree = ids.iter().find(|(other, is_decree, _)| *is_decree && folder_of(other) == folder_of(path));
        let decree = decree.map_or("", |(_, _, id)| id);
        let is_read = if *is_decree {
            find(id).is_some()
        } else {
            find(decree).is_some_and(|decree| decree.regulations.iter().any(|one| one.id.as_str() == id))
        };
        if !is_read {
            let act = if *is_decree { (id.clone(), None) } else { (decree.to_owned(), Some(id.clone())) };
            unread.push(((*path).to_owned(), act));
        }
    }
    unread
}

fn leave_out(corpus: &mut Corpus, (decree, regulation): &ActId) {
    match regulation {
        None => corpus.decrees.retain(|one| one.id.as_str() != decree),
        Some(regulation) => {
            let of_decree = |one: &&mut crate::model::Decree| decree.is_empty() || one.id.as_str() == decree;
            for one in corpus.decrees.iter_mut().filter(of_decree) {
                one.regulations.retain(|one| one.id.as_str() != regulation);
            }
        }
    }
}
