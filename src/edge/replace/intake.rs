//! Files as they are made → the new trees as far as they are new, beside the old ones.

use super::super::EdgeError;
use super::ahead::Ahead;
use super::manifest::{Manifest, PartRecord, Written};
use super::plan;
use super::records::{Mark, Seal};
use crate::base::RelPath;
use foldhash::fast::FixedState;
use std::collections::{BTreeMap, HashMap};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The files of the build, by their paths in the output folder.
pub(super) type Taken = HashMap<String, Arrival, FixedState>;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Arrival {
    pub seal: Seal,
    pub mark: Mark,
    /// The part of the build that it belongs to, by its place among them.
    pub part: Option<usize>,
    /// The old tree has other bytes, or none: the new ones stand in the new tree.
    pub is_new: bool,
}

/// Writes what is new, and remembers everything.
pub(super) struct Intake {
    output: PathBuf,
    next: PathBuf,
    ahead: Ahead,
    /// Whether each tree was there when its first file came: most files of a first build need no look.
    has_tree: Mutex<BTreeMap<String, bool>>,
    taken: Mutex<Taken>,
    parts: Mutex<Parts>,
    /// The first failure; nothing is written after it.
    failed: Mutex<Option<EdgeError>>,
}

/// The parts that came, and what they were made from.
#[derive(Default)]
struct Parts {
    places: HashMap<String, usize, FixedState>,
    records: Vec<(String, PartRecord)>,
}

impl Parts {
    fn place(&mut self, name: &str) -> usize {
        if let Some(place) = self.places.get(name) {
            return *place;
        }
        self.places.insert(name.to_owned(), self.records.len());
        self.records.push((name.to_owned(), PartRecord::default()));
        self.records.len() - 1
    }
}

impl Intake {
    /// About so many files are to come.
    pub fn new(output: &Path, next: &Path, count: usize) -> Intake {
        Intake {
            output: output.to_owned(),
            next: next.to_owned(),
            ahead: Ahead::new(next),
            has_tree: Mutex::default(),
            taken: Mutex::new(HashMap::with_capacity_and_hasher(count, FixedState::default())),
            parts: Mutex::default(),
            failed: Mutex::default(),
        }
    }

    /// Takes the files of a part as they are, if they are what the last run wrote. `moment` is that of its manifest.
    pub fn has(&self, part: &str, stamp: &str, before: &Manifest, moment: Mark) -> Option<String> {
        let record = before.part(part).filter(|record| record.stamp == stamp)?;
        let place = open(&self.parts).place(part);
        let kept =
            |(path, written): &(String, Written)| Some((path.clone(), self.kept(path, *written, place, moment)?));
        let found: Option<Vec<(String, Arrival)>> = record.files.iter().map(kept).collect();
        open(&self.taken).extend(found?);
        self.complete(part, stamp, record.note.clone());
        Some(record.note.clone())
    }

    /// The old file, if nobody changed it.
    fn kept(&self, path: &str, written: Written, part: usize, moment: Mark) -> Option<Arrival> {
        let mark = written.held(&self.output.join(path), moment)?;
        Some(Arrival { seal: written.seal, mark, part: Some(part), is_new: false })
    }

    /// All files of the part have come.
    pub fn complete(&self, part: &str, stamp: &str, note: String) {
        let mut parts = open(&self.parts);
        let place = parts.place(part);
        parts.records[place].1 = PartRecord { stamp: stamp.to_owned(), note, files: Vec::new() };
    }

    /// How many of the files that came have such a path.
    pub fn count(&self, is_one: impl Fn(&str) -> bool) -> usize {
        open(&self.taken).keys().filter(|path| is_one(path)).count()
    }

    /// Whether the file came. After a failure nobody can say that it did not: the failure is what there is to tell.
    pub fn is_taken(&self, path: &RelPath) -> bool {
        open(&self.failed).is_some() || open(&self.taken).contains_key(path.as_str())
    }

    pub fn take(&self, part: Option<&str>, path: &RelPath, bytes: &[u8]) {
        if open(&self.failed).is_some() {
            return;
        }
        match self.settle(path.as_str(), bytes) {
            Ok(arrival) => {
                let arrival = Arrival { part: part.map(|part| open(&self.parts).place(part)), ..arrival };
                open(&self.taken).insert(path.as_str().to_owned(), arrival);
            }
            Err(error) => {
                open(&self.failed).get_or_insert(error);
            }
        }
    }

    /// All that came and what its parts were made from, or why one of them could not be taken.
    pub fn close(&self) -> Result<(Taken, Vec<(String, PartRecord)>), EdgeError> {
        match open(&self.failed).take() {
            Some(error) => Err(error),
            None => Ok((std::mem::take(&mut *open(&self.taken)), std::mem::take(&mut *open(&self.parts)).records)),
        }
    }

    fn settle(&self, path: &str, bytes: &[u8]) -> Result<Arrival, EdgeError> {
        let seal = Seal::of(bytes);
        let Some((tree, _)) = path.split_once('/') else {
            return Ok(Arrival { seal, mark: Mark::default(), part: None, is_new: false });
        };
        let held = if self.has_tree(tree)? { plan::held(&self.output.join(path), bytes)? } else { None };
        let (is_new, data) = match held {
            Some(data) => (false, data),
            None => {
                // The user knows the place where the file will stand, not the one where it is made.
                let place = || self.output.join(path);
                let data = write(&self.next.join(path), bytes).map_err(|error| EdgeError::writing(&place(), error))?;
                self.ahead.wrote(bytes.len() as u64);
                (true, data)
            }
        };
        Ok(Arrival { seal, mark: Mark::of(&data), part: None, is_new })
    }

    fn has_tree(&self, tree: &str) -> Result<bool, EdgeError> {
        let mut known = open(&self.has_tree);
        if let Some(has) = known.get(tree) {
            return Ok(*has);
        }
        let has = plan::is_tree(&self.output.join(tree))?;
        known.insert(tree.to_owned(), has);
        Ok(has)
    }
}

/// A thread that panicked left whole values behind: each is put in by one call.
fn open<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Most folders are there when a file comes.
fn write(path: &Path, bytes: &[u8]) -> io::Result<fs::Metadata> {
    let mut file = match File::create_new(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            path.parent().map_or(Ok(()), fs::create_dir_all)?;
            File::create_new(path)?
        }
        made => made?,
    };
    file.write_all(bytes)?;
    file.metadata()
}
