//! The manifest: which files the last run wrote, and what each part of them was made from.
//!
//! In: what was taken in this run. Out: the record that tells the next run what is ours and what need not be made.
//! Holds: each path stands in it once, with its part; parts and files are in the order of their names.
//! A manifest of before, which named each file twice, can be read: its files are ours, its parts are unknown.

use super::super::EdgeError;
use super::intake::{Arrival, Taken};
use super::records::{Mark, Seal, USUAL_BYTES, read, write};
use foldhash::fast::FixedState;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::Path;

/// The files that the last run wrote, by path in the output folder.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    /// Files that belong to no part.
    others: BTreeMap<String, Seal>,
    parts: BTreeMap<String, PartRecord>,
}

/// The files of a part, and what they were made from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct PartRecord {
    pub stamp: String,
    /// What was to be said of it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// By path, in order.
    pub files: Vec<(String, Written)>,
}

impl PartRecord {
    /// Whether all of its files came.
    fn is_whole(&self) -> bool {
        !self.stamp.is_empty()
    }
}

/// A file of a part, as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Written {
    pub seal: Seal,
    pub mark: Mark,
}

impl Written {
    /// What the system tells now of the file at the path, if it is still what was written. `moment` is that of the manifest
    /// that says so: only what may have changed since then without a trace is read.
    pub fn held(self, path: &Path, moment: Mark) -> Option<Mark> {
        let data = fs::symlink_metadata(path).ok().filter(|data| data.is_file() && data.len() == self.seal.bytes())?;
        let now = Mark::of(&data);
        let is_same = (now == self.mark && now.is_sure_at(moment)) || Seal::of(&fs::read(path).ok()?) == self.seal;
        is_same.then_some(now)
    }
}

/// A manifest of before.
#[derive(Deserialize)]
struct Former {
    files: BTreeMap<String, FormerSeal>,
}

#[derive(Deserialize)]
struct FormerSeal {
    bytes: u64,
    xxh3: String,
}

impl Manifest {
    /// `parts` are still without their files; a file names its part by its place among them.
    pub fn of(taken: Taken, mut parts: Vec<(String, PartRecord)>) -> Manifest {
        let mut others = BTreeMap::new();
        for (path, Arrival { seal, mark, part, .. }) in taken {
            match part.and_then(|part| parts.get_mut(part)) {
                Some((_, record)) => record.files.push((path, Written { seal, mark })),
                None => drop(others.insert(path, seal)),
            }
        }
        // Files came in the order of a hash table.
        parts.iter_mut().for_each(|(_, record)| record.files.sort_unstable_by(|(a, _), (b, _)| a.cmp(b)));
        let mut all = Manifest { others, parts: parts.into_iter().collect() };
        all.forget_parts(|record| !record.is_whole());
        all
    }

    /// The manifest, or an empty one: without a readable one, every file counts as somebody else's.
    pub fn read(path: &Path) -> Result<Manifest, EdgeError> {
        let now: Option<Manifest> = read(path)?;
        Ok(match now {
            Some(manifest) => manifest,
            None => read::<Former>(path)?.map(Manifest::from).unwrap_or_default(),
        })
    }

    pub fn write(&self, path: &Path) -> Result<(), EdgeError> {
        write(path, self, self.count() * USUAL_BYTES)
    }

    /// Lets some parts not be known; their files are.
    pub fn forget_parts(&mut self, is_forgotten: impl Fn(&PartRecord) -> bool) {
        for (_, part) in self.parts.extract_if(.., |_, part| is_forgotten(part)) {
            self.others.extend(part.files.into_iter().map(|(path, written)| (path, written.seal)));
        }
    }

    pub fn part(&self, name: &str) -> Option<&PartRecord> {
        self.parts.get(name)
    }

    /// Every file with its seal, in no order that means anything.
    pub fn files(&self) -> impl Iterator<Item = (&str, Seal)> {
        let of_parts = self.parts.values().flat_map(|part| &part.files);
        let of_parts = of_parts.map(|(path, written)| (path.as_str(), written.seal));
        of_parts.chain(self.others.iter().map(|(path, seal)| (path.as_str(), *seal)))
    }

    /// The same with their marks, to look up many; a file that belongs to no part has none.
    pub fn written(&self) -> HashMap<&str, Written, FixedState> {
        let of_parts = self.parts.values().flat_map(|part| &part.files);
        let of_parts = of_parts.map(|(path, written)| (path.as_str(), *written));
        let others = self.others.iter();
        let others = others.map(|(path, seal)| (path.as_str(), Written { seal: *seal, mark: Mark::default() }));
        of_parts.chain(others).collect()
    }

    /// How many files there are.
    pub fn count(&self) -> usize {
        self.parts.values().map(|part| part.files.len()).sum::<usize>() + self.others.len()
    }
}

impl From<Former> for Manifest {
    fn from(former: Former) -> Manifest {
        let seal = |seal: &FormerSeal| Some(Seal::from([seal.bytes, u64::from_str_radix(&seal.xxh3, 16).ok()?]));
        let others = former.files.into_iter().filter_map(|(path, of_file)| Some((path, seal(&of_file)?)));
        Manifest { others: others.collect(), parts: BTreeMap::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_of_before_tells_what_is_ours() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("manifest.json");
        let seal = Seal::of(b"a1");
        for parts in [
            "",
            ",\"parts\":{}",
            ",\"parts\":{\"front\":{\"stamp\":\"s\",\"files\":{\"site/a\":{\"modified\":1,\"number\":2}}}}",
        ] {
            let [bytes, xxh3] = seal.into();
            let text = format!("{{\"files\":{{\"site/a\":{{\"bytes\":{bytes},\"xxh3\":\"{xxh3:016x}\"}}}}{parts}}}\n");
            fs::write(&path, text).unwrap();
            let manifest = Manifest::read(&path).unwrap();
            assert_eq!(manifest.files().collect::<Vec<_>>(), [("site/a", seal)], "{parts}");
            assert_eq!(manifest.part("front"), None);
        }
    }

    #[test]
    fn what_was_written_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("manifest.json");
        let files = vec![("site/a".to_owned(), Written { seal: Seal::of(b"a1"), mark: Mark::default() })];
        let part = PartRecord { stamp: "s".to_owned(), note: "n".to_owned(), files };
        let manifest = Manifest {
            others: BTreeMap::from([("b".to_owned(), Seal::of(b"b1"))]),
            parts: BTreeMap::from([("front".to_owned(), part)]),
        };
        manifest.write(&path).unwrap();
        assert_eq!(Manifest::read(&path).unwrap(), manifest);
        fs::write(&path, "{").unwrap();
        assert_eq!(Manifest::read(&path).unwrap(), Manifest::default());
    }
}
