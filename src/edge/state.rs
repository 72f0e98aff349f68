//! The definitions at one moment, on the disk or in a revision: names and fingerprints at once, texts on demand.

use super::git::{Files, Listing, ObjectId, Repository, fingerprint};
use super::read::{FILE_BYTES_MAX, FILES_MAX, FOLDER_BYTES_MAX, list_bytes, read_file};
use super::{EdgeError, Threads};
use crate::base::{Source, Sources, Spread};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Where the files are.
enum Origin {
    Disk(PathBuf),
    /// With what messages call the folder.
    Revision(Box<Repository>, String),
}

impl Default for Origin {
    fn default() -> Origin {
        Origin::Disk(PathBuf::new())
    }
}

/// The files of a folder at one moment.
#[derive(Default)]
pub struct State {
    origin: Origin,
    listing: Listing,
    /// Folders within it that are repositories of their own: passed over.
    pub foreign: Vec<String>,
}

impl State {
    /// The files of a folder of the disk whose names are wanted. Names that begin with a dot are passed over.
    pub fn of_folder(folder: &Path, is_wanted: fn(&str) -> bool) -> Result<State, EdgeError> {
        let files = list_bytes(folder, is_wanted)?;
        let foreign = foreign(folder, files.iter().map(|(name, _)| name.as_str()));
        let is_own = |name: &str| !foreign.iter().any(|other| within(name, other));
        let prints = Threads.map(&files, |(_, bytes)| fingerprint(bytes));
        let named = files.into_iter().zip(prints).filter_map(|((name, _), print)| Some((name, print?)));
        let listing = named.filter(|(name, _)| is_own(name)).collect();
        Ok(State { origin: Origin::Disk(folder.to_owned()), listing, foreign })
    }

    /// The files under a path of a revision. `label` is what messages call the revision.
    pub fn of_revision(
        repository: Repository,
        revision: &str,
        path: &str,
        is_wanted: fn(&str) -> bool,
    ) -> Result<State, EdgeError> {
        let id = repository.resolve(revision)?;
        let Files { mut listing, foreign, .. } = repository.list(id, path, revision)?;
        listing.retain(|name, _| is_wanted(name));
        let label = format!("{revision}:{path}");
        if listing.len() > FILES_MAX {
            return Err(EdgeError::TooMany { folder: label.into(), limit: FILES_MAX });
        }
        Ok(State { origin: Origin::Revision(Box::new(repository), label), listing, foreign })
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.listing.keys().map(String::as_str)
    }

    /// Equal bytes have equal fingerprints.
    pub fn fingerprint(&self, name: &str) -> Option<ObjectId> {
        self.listing.get(name).copied()
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

    /// The texts of these files; those that are not there are passed over. A text that cannot be read is told apart,
    /// with its name.
    pub fn read(&self, names: &[String]) -> (Sources, Vec<(String, EdgeError)>) {
        let (mut sources, mut errors) = (Vec::new(), Vec::new());
        let mut left = FOLDER_BYTES_MAX;
        for name in names {
            let Some(print) = self.listing.get(name) else { continue };
            let read = match &self.origin {
                Origin::Revision(repository, label) => match take(&mut left, repository.size(*print)) {
                    Ok(true) => repository.read(name, *print),
                    Ok(false) => Err(EdgeError::TooMuch { folder: label.into(), limit_bytes: FOLDER_BYTES_MAX }),
                    Err(error) => Err(error),
                },
                Origin::Disk(folder) => read_file(&folder.join(name)).map(|text| Source { path: name.clone(), text }),
            };
            match read {
                Ok(source) => sources.push(source),
                Err(error) => errors.push((name.clone(), error)),
            }
        }
        (Sources::new(sources), errors)
    }
}

/// Whether a text may be read beside those before it. What is too large by itself counts for nothing: it is not read.
fn take(left: &mut u64, size: Result<u64, EdgeError>) -> Result<bool, EdgeError> {
    let rest = left.checked_sub(size.map(|size| if size > FILE_BYTES_MAX { 0 } else { size })?);
    *left = rest.unwrap_or(*left);
    Ok(rest.is_some())
}

/// Folders on the way to these files that Git keeps a history of their own for.
fn foreign<'n>(folder: &Path, names: impl Iterator<Item = &'n str>) -> Vec<String> {
    let inner: BTreeSet<&str> = names.flat_map(|name| name.match_indices('/').map(|(at, _)| &name[..at])).collect();
    inner.into_iter().filter(|inner| folder.join(inner).join(".git").exists()).map(str::to_owned).collect()
}

fn within(name: &str, folder: &str) -> bool {
    name.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}
