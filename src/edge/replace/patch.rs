//! Few files that differ → their switching one by one, where a whole tree would be made for the sake of a few.
//!
//! In: what differs, its new files in `.reglament/next`. Out: a [`Journal`] of single files, and all that it speaks of
//! on the disk. Holds: it is not made where anything but folders stands on the way to a file, or a folder in the place
//! of one; then trees are made whole, or what is in the way is told.
//!
//! The order of the journal keeps every link of the site alive at every instant: first files that were not there, then
//! those that changed, pages before the indexes that lead to them, last what is gone.

use super::super::EdgeError;
use super::manifest::Manifest;
use super::plan::{Difference, is_tree};
use super::records::{Journal, Switching};
use super::stage::{number_of, settle, settle_folders, wait_for_all};
use super::state::State;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// More files than this are not switched one by one, nor more than one of so many of the last run.
const FILES_MAX: usize = 256;
const ONE_OF: usize = 4;

/// The files of a patch.
pub(super) struct Patch<'d> {
    /// In the order in which they are switched.
    written: Vec<&'d str>,
    removed: &'d [String],
    /// Folders that have to be made, outer ones first.
    folders: BTreeSet<&'d str>,
}

/// What stands at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    Nothing,
    Folder,
    /// A file, a link, whatever else.
    Other,
}

impl Standing {
    fn at(path: &Path) -> Result<Standing, EdgeError> {
        match fs::symlink_metadata(path) {
            Ok(data) if data.is_dir() => Ok(Standing::Folder),
            Ok(_) => Ok(Standing::Other),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Standing::Nothing),
            Err(error) => Err(EdgeError::reading(path, error)),
        }
    }
}

impl<'d> Patch<'d> {
    /// Nothing where trees have to be made whole.
    pub fn plan(output: &Path, difference: &'d Difference, before: &Manifest) -> Result<Option<Patch<'d>>, EdgeError> {
        let is_small = difference.count() <= FILES_MAX && difference.count() * ONE_OF <= before.count();
        if !is_small {
            return Ok(None);
        }
        for tree in difference.trees() {
            if !is_tree(&output.join(tree))? {
                return Ok(None);
            }
        }
        let mut ways = Ways { output, known: BTreeMap::new() };
        let mut written = Vec::new();
        for path in &difference.written {
            let standing = if ways.leads_to(path)? { Standing::at(&output.join(path))? } else { Standing::Nothing };
            if ways.is_blocked(path) || standing == Standing::Folder {
                return Ok(None);
            }
            written.push((standing == Standing::Other, Reverse(path.matches('/').count()), path.as_str()));
        }
        for path in &difference.removed {
            if !ways.leads_to(path)? {
                return Ok(None);
            }
        }
        written.sort_unstable();
        let missing = ways.known.into_iter().filter(|(_, standing)| *standing == Standing::Nothing);
        Ok(Some(Patch {
            written: written.into_iter().map(|(_, _, path)| path).collect(),
            removed: &difference.removed,
            folders: missing.map(|(folder, _)| folder).collect(),
        }))
    }

    /// Brings the new files to the disk.
    pub fn stage(&self, state: &State) -> Result<Journal, EdgeError> {
        let new: Vec<(&str, PathBuf)> = self.written.iter().map(|path| (*path, state.next.join(path))).collect();
        wait_for_all(&new, |(path, new)| {
            settle(new).map_err(|error| EdgeError::writing(&state.output.join(path), error))
        })?;
        let folders: BTreeSet<&Path> = self.written.iter().flat_map(|path| folders_of(path)).map(Path::new).collect();
        settle_folders(folders.into_iter().map(|folder| state.next.join(folder)))?;
        let switching = |path: &&str| Switching { name: (*path).to_owned(), number: number_of(&state.next.join(path)) };
        Ok(Journal {
            switchings: self.written.iter().map(switching).collect(),
            gone: self.removed.to_vec(),
            folders: self.folders.iter().map(|folder| (*folder).to_owned()).collect(),
        })
    }
}

/// What stands on the way to the files, each folder looked at once.
struct Ways<'o, 'd> {
    output: &'o Path,
    known: BTreeMap<&'d str, Standing>,
}

impl<'d> Ways<'_, 'd> {
    /// Whether every folder that the file lies in is there.
    fn leads_to(&mut self, path: &'d str) -> Result<bool, EdgeError> {
        for folder in folders_of(path) {
            let standing = match self.known.get(folder) {
                Some(known) => *known,
                // Nothing stands in a folder that is not there, and nothing in a file.
                None if self.is_cut(folder) => Standing::Nothing,
                None => Standing::at(&self.output.join(folder))?,
            };
            self.known.insert(folder, standing);
        }
        Ok(folders_of(path).all(|folder| self.known.get(folder) == Some(&Standing::Folder)))
    }

    fn is_cut(&self, folder: &str) -> bool {
        folders_of(folder).any(|outer| self.known.get(outer).is_some_and(|standing| *standing != Standing::Folder))
    }

    /// Whether something that is no folder stands on the way.
    fn is_blocked(&self, path: &str) -> bool {
        folders_of(path).any(|folder| self.known.get(folder) == Some(&Standing::Other))
    }
}

/// The folders that a path lies in, the outermost first: of `site/kk/index.html`, `site` and `site/kk`.
pub(super) fn folders_of(path: &str) -> impl DoubleEndedIterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..at])
}
