//! What a run leaves for the next one: the manifest of what it wrote, and the journal of what it is about to switch.

use super::super::EdgeError;
use super::intake::Taken;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;
use xxhash_rust::xxh3::xxh3_64;

/// The files that the last run wrote, by path in the output folder.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    pub files: BTreeMap<String, Seal>,
}

/// Tells whether a file is still what was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Seal {
    bytes: u64,
    xxh3: String,
}

/// The trees to switch, written when all of them stand ready.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Journal {
    pub trees: Vec<Switching>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Switching {
    pub name: String,
    /// The file system's own number of the new tree: it tells the new one from the old one wherever they stand.
    pub folder: Option<u64>,
}

impl Seal {
    pub fn of(content: &[u8]) -> Seal {
        Seal { bytes: content.len() as u64, xxh3: format!("{:016x}", xxh3_64(content)) }
    }
}

impl Manifest {
    pub fn of(taken: Taken) -> Manifest {
        Manifest { files: taken.into_iter().map(|(path, arrival)| (path, arrival.seal)).collect() }
    }

    /// The manifest, or an empty one: without a readable one, every file counts as somebody else's.
    pub fn read(path: &Path) -> Result<Manifest, EdgeError> {
        Ok(read(path)?.unwrap_or_default())
    }

    pub fn write(&self, path: &Path) -> Result<(), EdgeError> {
        write(path, self)
    }
}

impl Journal {
    /// `None` where no run was stopped. A journal is written in one step, so one that cannot be read is no journal.
    pub fn read(path: &Path) -> Result<Option<Journal>, EdgeError> {
        read(path)
    }

    pub fn write(&self, path: &Path) -> Result<(), EdgeError> {
        write(path, self)
    }
}

fn read<T: for<'de> Deserialize<'de>>(path: &Path) -> Result<Option<T>, EdgeError> {
    match fs::read(path) {
        Ok(bytes) => Ok(serde_json::from_slice(&bytes).ok()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(EdgeError::reading(path, error)),
    }
}

/// Writes beside the place and renames, so that the place holds the old record or the new one.
fn write(path: &Path, record: &impl Serialize) -> Result<(), EdgeError> {
    let beside = path.with_extension("new");
    let mut text = serde_json::to_vec_pretty(record).map_err(|error| EdgeError::writing(path, error.into()))?;
    text.push(b'\n');
    let written = File::create(&beside).and_then(|mut file| file.write_all(&text).and_then(|()| file.sync_all()));
    let renamed = written.and_then(|()| fs::rename(&beside, path)).and_then(|()| settle_folder_of(path));
    renamed.map_err(|error| {
        // The place is as it was; a record that was only begun is of no use.
        let _ = fs::remove_file(&beside);
        EdgeError::writing(path, error)
    })
}

/// Brings the names of a folder to the disk, where the system can.
pub(super) fn settle_folder_of(path: &Path) -> io::Result<()> {
    match path.parent() {
        Some(folder) if cfg!(unix) => File::open(folder)?.sync_all(),
        _ => Ok(()),
    }
}
