//! What a build makes: files by relative path, before anything touches a disk.

use super::Id;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Mutex, PoisonError};

/// Files to write, by path, in the order of their paths.
pub type Artifacts = BTreeMap<RelPath, Vec<u8>>;

/// Takes files as they are made, in any order, so that a thousand regulations need not lie in memory at once.
pub trait Sink: Sync {
    fn take(&self, path: RelPath, bytes: Vec<u8>);
}

/// Takes files part by part, and knows from one run to the next which part they belong to and what it was made from.
pub trait Store: Sync {
    /// Whether the files of the part are there as an earlier run made them, from what `stamp` stands for. If so, they
    /// are taken as they are, and what was noted then is given.
    fn has(&self, part: &str, stamp: &str) -> Option<String>;

    /// Takes a file that belongs to the part, or to none.
    fn take_of(&self, part: Option<&str>, path: RelPath, bytes: Vec<u8>);

    /// Says that all files of the part were given; the next run may ask for them, and gets the note.
    fn complete(&self, part: &str, stamp: &str, note: String);

    /// Whether the file was taken in this run.
    fn is_taken(&self, path: &RelPath) -> bool;

    /// The bytes of a file that was taken as it is.
    fn read(&self, path: &RelPath) -> Option<Vec<u8>>;
}

/// Keeps them.
#[derive(Debug, Default)]
pub struct Shelf(Mutex<Artifacts>);

impl Shelf {
    pub fn into_artifacts(self) -> Artifacts {
        self.0.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Sink for Shelf {
    fn take(&self, path: RelPath, bytes: Vec<u8>) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(path, bytes);
    }
}

/// A path inside an output folder: segments joined by `/`, none of them empty, `.` or `..`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RelPath(String);

impl RelPath {
    /// `None` where the path could leave the folder that it is meant for.
    pub fn new(path: &str) -> Option<RelPath> {
        let sound = |segment: &[u8]| !matches!(segment, b"" | b"." | b"..");
        let is_sound = memchr::memchr3(b'\\', b':', b'\0', path.as_bytes()).is_none();
        (is_sound && path.as_bytes().split(|byte| *byte == b'/').all(sound)).then(|| RelPath(path.to_owned()))
    }

    /// A folder of ids, and a file in it whose name is an id with an ending.
    pub fn of_ids(folders: &[&Id], name: &Id, ending: &str) -> RelPath {
        let mut path = String::new();
        for folder in folders {
            path.push_str(folder.as_str());
            path.push('/');
        }
        RelPath(format!("{path}{name}.{ending}"))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// How many folders the file lies in.
    pub fn depth(&self) -> usize {
        self.0.matches('/').count()
    }

    /// The same file, seen from `folder`; nothing where it is not in there.
    pub fn within(&self, folder: &str) -> Option<RelPath> {
        self.0.strip_prefix(folder)?.strip_prefix('/').map(|rest| RelPath(rest.to_owned()))
    }

    /// The same file, seen from inside `folder` of the same output.
    pub fn under(&self, folder: &str) -> RelPath {
        RelPath(format!("{folder}/{}", self.0))
    }
}

impl fmt::Display for RelPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
