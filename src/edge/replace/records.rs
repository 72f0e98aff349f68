//! What a run leaves for the next one: seals and marks of what it wrote, and the journal of what it is about to switch.

use super::super::EdgeError;
use crate::base::RelPath;
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;
use std::time::UNIX_EPOCH;
use xxhash_rust::xxh3::xxh3_64;

/// By what the system tells of a file without reading it, one can see that nobody wrote to it since.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "[u64; 2]", into = "[u64; 2]")]
pub(super) struct Mark {
    /// Nanoseconds since 1970.
    modified: u64,
    /// The file system's number of the file; 0 where it has none.
    number: u64,
}

impl Mark {
    pub fn of(data: &fs::Metadata) -> Mark {
        let since = data.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        Mark { modified: since.map_or(0, |since| since.as_nanos() as u64), number: number_of_file(data) }
    }

    /// Of what stands at the path; of nothing, one that no file has.
    pub fn at(path: &Path) -> Mark {
        fs::metadata(path).map_or(Mark::default(), |data| Mark::of(&data))
    }

    /// Whether a change after `moment` would have given the file another time.
    pub fn is_sure_at(self, moment: Mark) -> bool {
        self.modified > 0 && self.modified + UNSURE_NANOSECONDS < moment.modified
    }
}

/// Clocks of file systems may stand still for this long.
const UNSURE_NANOSECONDS: u64 = 50_000_000;

#[cfg(unix)]
fn number_of_file(data: &fs::Metadata) -> u64 {
    use std::os::unix::fs::MetadataExt;
    data.ino()
}

#[cfg(not(unix))]
fn number_of_file(_: &fs::Metadata) -> u64 {
    0
}

impl From<[u64; 2]> for Mark {
    fn from([modified, number]: [u64; 2]) -> Mark {
        Mark { modified, number }
    }
}

impl From<Mark> for [u64; 2] {
    fn from(mark: Mark) -> [u64; 2] {
        [mark.modified, mark.number]
    }
}

/// Tells whether a file is still what was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "[u64; 2]", into = "[u64; 2]")]
pub(super) struct Seal {
    bytes: u64,
    xxh3: u64,
}

impl From<[u64; 2]> for Seal {
    fn from([bytes, xxh3]: [u64; 2]) -> Seal {
        Seal { bytes, xxh3 }
    }
}

impl From<Seal> for [u64; 2] {
    fn from(seal: Seal) -> [u64; 2] {
        [seal.bytes, seal.xxh3]
    }
}

/// What is to be switched, written when all of it stands ready. One of a run that knew only whole trees can be read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Journal {
    /// Whole trees, or single files of them, in the order in which they are switched.
    #[serde(rename = "trees")]
    pub switchings: Vec<Switching>,
    /// Files that are taken away when all of these are switched.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gone: Vec<String>,
    /// Folders that single files need and that are not there yet, outer ones first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub folders: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Switching {
    /// Path in the output folder.
    pub name: String,
    /// The file system's own number of the new tree or file: it tells the new one from the old one wherever they stand.
    #[serde(rename = "folder")]
    pub number: Option<u64>,
}

impl Seal {
    pub fn of(content: &[u8]) -> Seal {
        Seal { bytes: content.len() as u64, xxh3: xxh3_64(content) }
    }

    pub fn bytes(&self) -> u64 {
        self.bytes
    }
}

impl Journal {
    /// `None` where no run was stopped. A journal is written in one step, so one that cannot be read is no journal, and
    /// neither is one that leads out of the folder.
    pub fn read(path: &Path) -> Result<Option<Journal>, EdgeError> {
        let journal: Option<Journal> = read(path)?;
        Ok(journal.filter(|journal| journal.names().all(|name| RelPath::new(name).is_some())))
    }

    fn names(&self) -> impl Iterator<Item = &String> {
        self.switchings.iter().map(|switching| &switching.name).chain(&self.gone).chain(&self.folders)
    }

    pub fn write(&self, path: &Path) -> Result<(), EdgeError> {
        let files = self.switchings.len() + self.gone.len() + self.folders.len();
        write(path, self, files * USUAL_BYTES)
    }
}

/// Most paths and what is said of them are shorter.
pub(super) const USUAL_BYTES: usize = 160;

pub(super) fn read<T: for<'de> Deserialize<'de>>(path: &Path) -> Result<Option<T>, EdgeError> {
    match fs::read(path) {
        Ok(bytes) => Ok(serde_json::from_slice(&bytes).ok()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(EdgeError::reading(path, error)),
    }
}

/// `bytes` is about how long the record is.
pub(super) fn write(path: &Path, record: &impl Serialize, bytes: usize) -> Result<(), EdgeError> {
    let mut text = Vec::with_capacity(bytes);
    serde_json::to_writer(&mut text, record).map_err(|error| EdgeError::writing(path, error.into()))?;
    text.push(b'\n');
    write_beside(path, &text, File::sync_all)
        .and_then(|()| settle_folder_of(path))
        .map_err(|error| EdgeError::writing(path, error))
}

/// A record that may be lost, or be spoilt where the machine stops: whoever reads it has to see that.
pub(super) fn put(path: &Path, bytes: &[u8]) -> Result<(), EdgeError> {
    write_beside(path, bytes, |_| Ok(())).map_err(|error| EdgeError::writing(path, error))
}

/// Writes beside the place and renames, so that the place holds the old record or the new one.
fn write_beside(path: &Path, bytes: &[u8], settle: impl Fn(&File) -> io::Result<()>) -> io::Result<()> {
    let beside = path.with_extension("new");
    let written = File::create(&beside).and_then(|mut file| file.write_all(bytes).and_then(|()| settle(&file)));
    written.and_then(|()| fs::rename(&beside, path)).inspect_err(|_| {
        // The place is as it was; a record that was only begun is of no use.
        let _ = fs::remove_file(&beside);
    })
}

/// Brings the names of a folder to the disk, where the system can.
pub(super) fn settle_folder_of(path: &Path) -> io::Result<()> {
    match path.parent() {
        Some(folder) if cfg!(unix) => File::open(folder)?.sync_all(),
        _ => Ok(()),
    }
}
