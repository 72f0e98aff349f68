//! Old tree + artifacts → what to write, what to carry over, what to leave behind.

use super::super::{EdgeError, Threads};
use super::Drift;
use super::intake::Taken;
use super::records::{Manifest, Seal};
use crate::base::{Artifacts, Spread};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// How a new tree comes about.
#[derive(Debug)]
pub(super) struct TreePlan {
    pub tree: String,
    /// Every folder of the new tree but the tree itself, outer ones first.
    pub folders: BTreeSet<PathBuf>,
    /// Every file of the new tree, by its path in it.
    pub files: BTreeMap<PathBuf, Content>,
    pub written: usize,
    pub unchanged: usize,
    pub removed: usize,
}

/// Where the bytes of a file come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    /// They stand in the new tree.
    New,
    /// The old tree has the file already.
    Old,
}

impl TreePlan {
    /// Whether the old tree differs from the new one at all.
    pub fn is_changed(&self) -> bool {
        self.written + self.removed > 0
    }
}

/// One plan for each tree that the artifacts have or the last run had.
pub(super) fn plans(output: &Path, taken: &Taken, before: &Manifest) -> Result<Vec<TreePlan>, EdgeError> {
    let paths = taken.keys().chain(before.files.keys());
    let trees: BTreeSet<&str> = paths.filter_map(|path| Some(path.split_once('/')?.0)).collect();
    trees.into_iter().map(|tree| plan(output, tree, taken, before)).collect()
}

fn plan(output: &Path, tree: &str, taken: &Taken, before: &Manifest) -> Result<TreePlan, EdgeError> {
    let root = output.join(tree);
    // Looked at again: somebody may have put a file here while others were made.
    let old = OldTree::list(&root)?;
    let mut plan = TreePlan {
        tree: tree.to_owned(),
        folders: old.empty,
        files: BTreeMap::new(),
        written: 0,
        unchanged: 0,
        removed: 0,
    };
    let wanted = taken.iter().filter_map(|(path, arrival)| Some((path.split_once('/')?, arrival)));
    for ((_, path), arrival) in wanted.filter(|((first, _), _)| *first == tree) {
        let count = if arrival.is_new { &mut plan.written } else { &mut plan.unchanged };
        *count += 1;
        plan.files.insert(PathBuf::from(path), if arrival.is_new { Content::New } else { Content::Old });
    }
    for path in old.files {
        if plan.files.contains_key(&path) {
            continue;
        }
        if is_ours(&root, tree, &path, before)? {
            plan.removed += 1;
        } else {
            plan.files.insert(path, Content::Old);
        }
    }
    add_folders(&root, &mut plan)?;
    Ok(plan)
}

/// How one tree differs from its artifacts.
pub(super) fn drift(output: &Path, tree: &str, artifacts: &Artifacts) -> Result<Vec<Drift>, EdgeError> {
    let root = output.join(tree);
    let old = OldTree::list(&root)?;
    let wanted: Vec<(&str, &[u8])> = in_tree(tree, artifacts).collect();
    let same = Threads.map(&wanted, |(path, bytes)| old.holds(&root, path, bytes));
    let named = |path: &str| format!("{tree}/{path}");
    let mut found = Vec::new();
    for ((path, _), same) in wanted.iter().zip(same) {
        match same?.is_some() {
            true => {}
            false if old.files.contains(Path::new(path)) => found.push(Drift::Differs(named(path))),
            false => found.push(Drift::Missing(named(path))),
        }
    }
    let known: BTreeSet<&Path> = wanted.iter().map(|(path, _)| Path::new(*path)).collect();
    let extra = old.files.iter().filter(|path| !known.contains(path.as_path()));
    found.extend(extra.map(|path| Drift::Extra(named(&slashed(path)))));
    Ok(found)
}

/// The artifacts of a tree, by their paths in it.
fn in_tree<'a>(tree: &str, artifacts: &'a Artifacts) -> impl Iterator<Item = (&'a str, &'a [u8])> {
    artifacts.iter().filter_map(move |(path, bytes)| {
        let (first, rest) = path.as_str().split_once('/')?;
        (first == tree).then_some((rest, bytes.as_slice()))
    })
}

/// Whether the last run wrote the file, and nobody changed it since.
fn is_ours(root: &Path, tree: &str, path: &Path, before: &Manifest) -> Result<bool, EdgeError> {
    let Some(seal) = before.files.get(&format!("{tree}/{}", slashed(path))) else { return Ok(false) };
    let full = root.join(path);
    let is_file = fs::symlink_metadata(&full).is_ok_and(|data| data.is_file());
    Ok(is_file && Seal::of(&fs::read(&full).map_err(|error| EdgeError::reading(&full, error))?) == *seal)
}

/// Adds the folders that the files lie in. A carried file that has to become a folder is in the way.
fn add_folders(root: &Path, plan: &mut TreePlan) -> Result<(), EdgeError> {
    let mut folders = std::mem::take(&mut plan.folders);
    let own: Vec<PathBuf> = folders.iter().cloned().collect();
    for path in plan.files.keys().chain(&own) {
        // Whoever has a folder has those that it lies in.
        let parents = path.ancestors().skip(1).take_while(|part| !part.as_os_str().is_empty());
        let is_added = |part: &&Path| !folders.contains(*part);
        let new: Vec<PathBuf> = parents.take_while(is_added).map(Path::to_owned).collect();
        folders.extend(new);
    }
    plan.folders = folders;
    match plan.folders.iter().find(|folder| plan.files.contains_key(*folder)) {
        Some(clash) => Err(EdgeError::InTheWay(root.join(clash))),
        None => Ok(()),
    }
}

/// What a tree holds now.
#[derive(Debug, Default)]
pub(super) struct OldTree {
    /// Everything that is no folder: files, links, whatever else.
    files: BTreeSet<PathBuf>,
    /// Folders with nothing in them. Only somebody else can have made them.
    empty: BTreeSet<PathBuf>,
}

impl OldTree {
    pub fn list(root: &Path) -> Result<OldTree, EdgeError> {
        match fs::symlink_metadata(root) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(OldTree::default()),
            Err(error) => return Err(EdgeError::reading(root, error)),
            Ok(data) if data.is_symlink() => return Err(EdgeError::OutputIsLink(root.to_owned())),
            Ok(data) if !data.is_dir() => return Err(EdgeError::InTheWay(root.to_owned())),
            Ok(_) => {}
        }
        let mut tree = OldTree::default();
        for entry in WalkDir::new(root).min_depth(1) {
            let entry = entry.map_err(|error| {
                let path = error.path().unwrap_or(root).to_owned();
                EdgeError::reading(&path, error.into())
            })?;
            let Ok(path) = entry.path().strip_prefix(root).map(Path::to_owned) else { continue };
            if let Some(parent) = path.parent() {
                tree.empty.remove(parent);
            }
            if entry.file_type().is_dir() {
                tree.empty.insert(path)
            } else {
                tree.files.insert(path)
            };
        }
        Ok(tree)
    }

    /// What the system tells of the plain file with these bytes at the path; nothing where there is none.
    pub fn holds(&self, root: &Path, path: &str, bytes: &[u8]) -> Result<Option<fs::Metadata>, EdgeError> {
        if !self.files.contains(Path::new(path)) {
            return Ok(None);
        }
        let full = root.join(path);
        let reading = |error| EdgeError::reading(&full, error);
        let data = fs::symlink_metadata(&full).map_err(reading)?;
        let is_same = data.is_file() && data.len() == bytes.len() as u64 && fs::read(&full).map_err(reading)? == bytes;
        Ok(is_same.then_some(data))
    }
}

/// The path with `/` on every system; what is not UTF-8 can be no path of ours.
pub(super) fn slashed(path: &Path) -> String {
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}
