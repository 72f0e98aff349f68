//! The definitions at one moment, on the disk or in a revision: names and fingerprints at once, texts on demand.

use super::git::{Listing, Repository, fingerprint};
use super::read::{list_bytes, read_file};
use super::{EdgeError, Threads};
use crate::base::{Source, Sources, Spread};
use std::path::{Path, PathBuf};

/// Where the files are.
enum Origin {
    Disk(PathBuf),
    Revision(Box<Repository>),
}

/// The files of a folder at one moment.
pub struct State {
    origin: Origin,
    listing: Listing,
}

impl State {
    /// The files of a folder of the disk whose names are wanted. Names that begin with a dot are passed over.
    pub fn of_folder(folder: &Path, is_wanted: fn(&str) -> bool) -> Result<State, EdgeError> {
        let files = list_bytes(folder, is_wanted)?;
        let prints = Threads.map(&files, |(_, bytes)| fingerprint(bytes));
        let named = files.into_iter().zip(prints).filter_map(|((name, _), print)| Some((name, print?)));
        Ok(State { origin: Origin::Disk(folder.to_owned()), listing: named.collect() })
    }

    /// The files under a path of a revision. `label` is what messages call the revision.
    pub fn of_revision(
        repository: Repository,
        revision: &str,
        path: &str,
        is_wanted: fn(&str) -> bool,
    ) -> Result<State, EdgeError> {
        let id = repository.resolve(revision)?;
        let mut listing = repository.list(id, path, revision)?;
        listing.retain(|name, _| is_wanted(name));
        Ok(State { origin: Origin::Revision(Box::new(repository)), listing })
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.listing.keys().map(String::as_str)
    }

    pub fn has(&self, name: &str) -> bool {
        self.listing.contains_key(name)
    }

    /// Names of files that only one of the two states has, or that differ.
    pub fn differing<'s>(&'s self, other: &'s State) -> impl Iterator<Item = &'s str> {
        let mine = self.listing.iter().filter(|(name, print)| other.listing.get(*name) != Some(print));
        let theirs = other.listing.keys().filter(|name| !self.listing.contains_key(*name));
        mine.map(|(name, _)| name.as_str()).chain(theirs.map(String::as_str))
    }

    /// The texts of these files; those that are not there are passed over. A text that cannot be read is told apart.
    pub fn read(&self, names: &[String]) -> (Sources, Vec<EdgeError>) {
        let (mut sources, mut errors) = (Vec::new(), Vec::new());
        for name in names {
            let Some(print) = self.listing.get(name) else { continue };
            let read = match &self.origin {
                Origin::Revision(repository) => repository.read(name, *print),
                Origin::Disk(folder) => read_file(&folder.join(name)).map(|text| Source { path: name.clone(), text }),
            };
            match read {
                Ok(source) => sources.push(source),
                Err(error) => errors.push(error),
            }
        }
        (Sources::new(sources), errors)
    }
}
