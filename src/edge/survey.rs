//! A folder of definitions, seen and not read: which files there are, and by what one sees that they did not change.

use super::EdgeError;
use super::read::{Listed, list_definitions, read_all, with_small_ending};
use crate::base::{FileMark, Sources};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// A file that was written so short a time ago may be written again without its time telling.
const UNSURE: Duration = Duration::from_millis(50);

/// The files of a folder of definitions, in the order of their paths.
pub struct Survey {
    pub(super) files: Vec<(Listed, Option<FileMark>)>,
}

impl Survey {
    pub fn of(folder: &Path) -> Result<Survey, EdgeError> {
        let before = SystemTime::now();
        let marked = |file: Listed| {
            let mark = mark(&file.data, before);
            (file, mark)
        };
        Ok(Survey { files: list_definitions(folder)?.into_iter().map(marked).collect() })
    }

    /// The files by their paths as the program knows them; without a mark where it might not show the next change.
    pub fn listing(&self) -> BTreeMap<String, Option<FileMark>> {
        self.files.iter().map(|(file, mark)| (with_small_ending(&file.name), *mark)).collect()
    }

    /// The texts at the paths that are wanted.
    pub fn read(&self, is_wanted: impl Fn(&str) -> bool) -> Result<Sources, EdgeError> {
        let wanted = self.files.iter().map(|(file, _)| file).filter(|file| is_wanted(&with_small_ending(&file.name)));
        read_all(&wanted.collect::<Vec<_>>())
    }
}

/// Nothing where the file was written to so shortly before the look that another change might not show.
fn mark(data: &fs::Metadata, look: SystemTime) -> Option<FileMark> {
    let modified = data.modified().ok()?;
    let since = modified.duration_since(UNIX_EPOCH).ok()?;
    (modified + UNSURE < look).then_some([data.len(), since.as_nanos() as u64, number_of(data)])
}

#[cfg(unix)]
fn number_of(data: &fs::Metadata) -> u64 {
    use std::os::unix::fs::MetadataExt;
    data.ino()
}

#[cfg(not(unix))]
fn number_of(_: &fs::Metadata) -> u64 {
    0
}
