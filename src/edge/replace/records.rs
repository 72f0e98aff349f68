//! What a run leaves for the next one: the manifest of what it wrote, and the journal of what it is about to switch.

use super::super::EdgeError;
use super::intake::{Arrival, Taken};
use crate::base::RelPath;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;
use std::time::UNIX_EPOCH;
use xxhash_rust::xxh3::xxh3_64;

/// The files that the last run wrote, by path in the output folder.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    pub files: BTreeMap<String, Seal>,
    /// What they were made from, part by part. A manifest of before has none.
    #[serde(default)]
    pub parts: BTreeMap<String, PartRecord>,
}

/// The files of a part, and what they were made from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct PartRecord {
    pub stamp: String,
    /// What was to be said of it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    pub files: BTreeMap<String, Mark>,
}

/// By what the system tells of a file without reading it, one can see that nobody wrote to it since.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
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

/// Tells whether a file is still what was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Seal {
    bytes: u64,
    #[serde(with = "hexadecimal")]
    xxh3: u64,
}

/// A number as it stands in a record that people may read.
mod hexadecimal {
    use serde::{Deserialize, Deserializer, Serializer, de};
    use std::borrow::Cow;

    pub fn serialize<S: Serializer>(number: &u64, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{number:016x}"))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        u64::from_str_radix(&text, 16).map_err(de::Error::custom)
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

impl Manifest {
    /// `parts` are those that came whole, still without their files.
    pub fn of(taken: Taken, mut parts: BTreeMap<String, PartRecord>) -> Manifest {
        let mut files = BTreeMap::new();
        for (path, Arrival { seal, mark, part, .. }) in taken {
            if let Some(record) = part.and_then(|part| parts.get_mut(&part)) {
                record.files.insert(path.clone(), mark);
            }
            files.insert(path, seal);
        }
        Manifest { files, parts }
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

fn write(path: &Path, record: &impl Serialize) -> Result<(), EdgeError> {
    let mut text = serde_json::to_vec(record).map_err(|error| EdgeError::writing(path, error.into()))?;
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
