//! Files as they are made → the new trees as far as they are new, beside the old ones.

use super::super::EdgeError;
use super::ahead::Ahead;
use super::plan::OldTree;
use super::records::Seal;
use crate::base::RelPath;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A file of the build, by its path in the output folder.
pub(super) type Taken = BTreeMap<String, Arrival>;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Arrival {
    pub seal: Seal,
    /// The old tree has other bytes, or none: the new ones stand in the new tree.
    pub is_new: bool,
}

/// Writes what is new, and remembers everything.
pub(super) struct Intake {
    output: PathBuf,
    next: PathBuf,
    ahead: Ahead,
    /// What stood in each tree when its first file came.
    old: Mutex<BTreeMap<String, Arc<OldTree>>>,
    taken: Mutex<Taken>,
    /// The first failure; nothing is written after it.
    failed: Mutex<Option<EdgeError>>,
}

impl Intake {
    pub fn new(output: &Path, next: &Path) -> Intake {
        Intake {
            output: output.to_owned(),
            next: next.to_owned(),
            ahead: Ahead::new(next),
            old: Mutex::default(),
            taken: Mutex::default(),
            failed: Mutex::default(),
        }
    }

    pub fn take(&self, path: &RelPath, bytes: &[u8]) {
        if open(&self.failed).is_some() {
            return;
        }
        match self.settle(path.as_str(), bytes) {
            Ok(arrival) => {
                open(&self.taken).insert(path.as_str().to_owned(), arrival);
            }
            Err(error) => {
                open(&self.failed).get_or_insert(error);
            }
        }
    }

    /// All that came, or why one of them could not be taken.
    pub fn close(&self) -> Result<Taken, EdgeError> {
        match open(&self.failed).take() {
            Some(error) => Err(error),
            None => Ok(std::mem::take(&mut *open(&self.taken))),
        }
    }

    fn settle(&self, path: &str, bytes: &[u8]) -> Result<Arrival, EdgeError> {
        let seal = Seal::of(bytes);
        let Some((tree, rest)) = path.split_once('/') else { return Ok(Arrival { seal, is_new: false }) };
        let is_new = !self.old_tree(tree)?.holds(&self.output.join(tree), rest, bytes)?;
        if is_new {
            // The user knows the place where the file will stand, not the one where it is made.
            let place = || self.output.join(path);
            write(&self.next.join(path), bytes).map_err(|error| EdgeError::writing(&place(), error))?;
            self.ahead.wrote(bytes.len() as u64);
        }
        Ok(Arrival { seal, is_new })
    }

    fn old_tree(&self, tree: &str) -> Result<Arc<OldTree>, EdgeError> {
        let mut old = open(&self.old);
        if let Some(known) = old.get(tree) {
            return Ok(Arc::clone(known));
        }
        let listed = Arc::new(OldTree::list(&self.output.join(tree))?);
        old.insert(tree.to_owned(), Arc::clone(&listed));
        Ok(listed)
    }
}

/// A thread that panicked left whole values behind: each is put in by one call.
fn open<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Most folders are there when a file comes.
fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = match File::create_new(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            path.parent().map_or(Ok(()), fs::create_dir_all)?;
            File::create_new(path)?
        }
        made => made?,
    };
    file.write_all(bytes)
}
