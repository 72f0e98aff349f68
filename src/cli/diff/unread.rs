//! What cannot be read in one of two states: named, and left out of both, so that it is not told as gone.

use super::pick::{id_of, is_decree, stem};
use super::sides::Side;
use crate::base::Sources;
use crate::edge::EdgeError;
use crate::model::{Corpus, Decree};
use crate::pipeline::Loaded;
use crate::source::folder_of;

/// A file that says nothing that can be compared.
pub(super) struct Unread {
    pub file: String,
    /// Why, where it is no text at all; else its findings say it.
    pub error: Option<EdgeError>,
    /// What it holds, as far as either state tells: a broken file may call itself by another name than the sound one.
    acts: Vec<ActId>,
}

/// A decree or a regulation of one, by ids; the decree's is empty where it is not known.
type ActId = (String, Option<String>);

/// Takes the texts that are none, and the definitions that they belong to, out of those that were read.
pub(super) fn without_broken(
    sources: Sources,
    errors: Vec<(String, EdgeError)>,
    sides: [&Side; 2],
) -> Result<(Sources, Vec<Unread>), EdgeError> {
    let mut unread = Vec::new();
    for (file, error) in errors {
        // What ails one file does not ail all; a clone that lacks its files does.
        match error {
            EdgeError::BadText(_) | EdgeError::TooLarge { .. } | EdgeError::Git(_) => {}
            _ => return Err(error),
        }
        let acts = acts_of(&file, sides);
        unread.push(Unread { file, error: Some(error), acts });
    }
    let is_sound = |path: &str| unread.iter().all(|one: &Unread| stem(&one.file) != stem(path));
    let sound = sources.iter().filter(|(_, source)| is_sound(&source.path)).map(|(_, source)| source.clone());
    Ok((Sources::new(sound.collect()), unread))
}

/// Definitions that did not make it into the corpus.
pub(super) fn of_loaded(loaded: &Loaded, sides: [&Side; 2]) -> Vec<Unread> {
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
            let own = if *is_decree { (id.clone(), None) } else { (decree.to_owned(), Some(id.clone())) };
            let mut acts = acts_of(path, sides);
            if !id.is_empty() && !acts.contains(&own) {
                acts.push(own);
            }
            unread.push(Unread { file: (*path).to_owned(), error: None, acts });
        }
    }
    unread
}

/// What a file would have been: as its definition calls itself in each state.
fn acts_of(file: &str, sides: [&Side; 2]) -> Vec<ActId> {
    let names: Vec<String> = [".yaml", ".yml"].map(|ending| format!("{}{ending}", stem(file))).to_vec();
    let id = |side: &Side, names: &[String]| {
        let (sources, _) = side.state.read(names);
        sources.iter().find_map(|(_, source)| id_of(&source.text))
    };
    let decree = |side: &Side| {
        let mut beside = side.state.names().filter(|name| folder_of(name) == folder_of(file));
        let name = beside.find(|name| is_decree(name, &side.state))?;
        id(side, &[name.to_owned()]).map(|(_, id)| id)
    };
    let act = |side: &Side| match id(side, &names)? {
        (true, id) => Some((id, None)),
        // Regulations of two decrees may bear one id.
        (false, id) => Some((decree(side).unwrap_or_default(), Some(id))),
    };
    let mut acts: Vec<ActId> = sides.into_iter().filter_map(act).collect();
    acts.dedup();
    acts
}

pub(super) fn leave_out(corpus: &mut Corpus, unread: &Unread) {
    for (decree, regulation) in &unread.acts {
        match regulation {
            None => corpus.decrees.retain(|one| one.id.as_str() != decree),
            Some(regulation) => {
                let of_decree = |one: &&mut Decree| decree.is_empty() || one.id.as_str() == decree;
                for one in corpus.decrees.iter_mut().filter(of_decree) {
                    one.regulations.retain(|one| one.id.as_str() != regulation);
                }
            }
        }
    }
}
