//! A folder of definitions that is read again and again: only files that changed.

use super::read::{Listed, read_definition, with_small_ending};
use super::survey::Survey;
use super::{EdgeError, Threads};
use crate::base::{FileMark, Source, Spread};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// What changed since the last reading.
#[derive(Debug, Default)]
pub struct Changes {
    pub texts: Vec<Source>,
    /// Paths as the program knows them.
    pub gone: BTreeSet<String>,
}

impl Changes {
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty() && self.gone.is_empty()
    }
}

/// Reads a folder of definitions again.
pub struct Rereader {
    folder: PathBuf,
    marks: BTreeMap<String, Option<FileMark>>,
}

impl Rereader {
    pub fn new(folder: &Path) -> Rereader {
        Rereader { folder: folder.to_owned(), marks: BTreeMap::new() }
    }

    /// Where something cannot be read, nothing counts as read.
    pub fn read(&mut self) -> Result<Changes, EdgeError> {
        let marked = Survey::of(&self.folder)?.files;
        let is_other = |(file, mark): &&(Listed, Option<FileMark>)| {
            mark.is_none() || self.marks.get(&file.name).is_none_or(|known| known != mark)
        };
        let other: Vec<_> = marked.iter().filter(is_other).collect();
        let read = Threads.map(&other, |(file, _)| read_definition(file));
        let (mut texts, mut errors) = (Vec::new(), Vec::new());
        for result in read {
            match result {
                Ok(text) => texts.push(text),
                Err(error) => errors.push(error),
            }
        }
        if let Some(error) = EdgeError::all(errors) {
            return Err(error);
        }
        let marks: BTreeMap<String, Option<FileMark>> =
            marked.iter().map(|(file, mark)| (file.name.clone(), *mark)).collect();
        let known = |name: &&String| !marks.contains_key(*name);
        let gone = self.marks.keys().filter(known).map(|name| with_small_ending(name)).collect();
        self.marks = marks;
        Ok(Changes { texts, gone })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::time::{Duration, SystemTime};

    #[test]
    fn only_what_changed_is_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let put = |name: &str, text: &str, age: u64| {
            let path = folder.path().join(name);
            fs::write(&path, text).unwrap();
            let time = SystemTime::now() - Duration::from_secs(age);
            fs::File::options().write(true).open(&path).unwrap().set_modified(time).unwrap();
        };
        put("a.yaml", "a", 9);
        put("b.kk.md", "b", 9);
        let mut reader = Rereader::new(folder.path());
        assert_eq!(reader.read().unwrap().texts.len(), 2);
        assert!(reader.read().unwrap().is_empty());
        put("a.yaml", "c", 5);
        let changed = reader.read().unwrap();
        assert_eq!(changed.texts, [Source { path: "a.yaml".into(), text: "c".into() }]);
        fs::remove_file(folder.path().join("b.kk.md")).unwrap();
        assert_eq!(reader.read().unwrap().gone, BTreeSet::from(["b.kk.md".to_owned()]));
        put("a.yaml", "\u{0}", 3);
        fs::write(folder.path().join("a.yaml"), b"\xff").unwrap();
        assert!(reader.read().is_err());
        put("a.yaml", "d", 1);
        assert_eq!(reader.read().unwrap().texts[0].text, "d", "what could not be read is read again");
    }

    #[test]
    fn what_was_written_just_now_is_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let mut reader = Rereader::new(folder.path());
        fs::write(folder.path().join("a.yaml"), "a").unwrap();
        assert_eq!(reader.read().unwrap().texts.len(), 1);
        assert_eq!(reader.read().unwrap().texts.len(), 1);
    }
}
