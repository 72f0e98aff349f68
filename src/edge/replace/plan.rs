//! What was taken + what stands there → what differs; and for a tree that is made whole, what to carry over.

use super::super::{EdgeError, Threads};
use super::Drift;
use super::intake::Taken;
use super::records::{Manifest, Seal};
use crate::base::{Artifacts, Spread};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// How what was taken differs from what the last run left.
#[derive(Debug, Default)]
pub(super) struct Difference {
    /// Paths of files whose bytes are new, in order.
    pub written: Vec<String>,
    /// Paths of files that are no longer made and that nobody changed, in order.
    pub removed: Vec<String>,
    pub unchanged: usize,
}

impl Difference {
    /// Looks at what is no longer made, and at nothing else.
    pub fn of(output: &Path, taken: &Taken, before: &Manifest) -> Result<Difference, EdgeError> {
        let mut all = Difference::default();
        for (path, _) in taken.iter().filter(|(path, arrival)| is_in_tree(path) && arrival.is_new) {
            all.written.push(path.clone());
        }
        all.unchanged = taken.keys().filter(|path| is_in_tree(path)).count() - all.written.len();
        let mut wanted = taken.keys().peekable();
        for (path, seal) in &before.files {
            while wanted.next_if(|wanted| *wanted < path).is_some() {}
            if wanted.peek() != Some(&path) && is_in_tree(path) && is_ours(&output.join(path), *seal)? {
                all.removed.push(path.clone());
            }
        }
        let known: BTreeSet<&str> = taken.keys().chain(before.files.keys()).filter_map(|path| tree_of(path)).collect();
        known.into_iter().try_for_each(|tree| is_tree(&output.join(tree)).map(drop))?;
        Ok(all)
    }

    /// How many files differ.
    pub fn count(&self) -> usize {
        self.written.len() + self.removed.len()
    }

    /// The trees that have a file that differs.
    pub fn trees(&self) -> BTreeSet<&str> {
        self.written.iter().chain(&self.removed).filter_map(|path| tree_of(path)).collect()
    }
}

fn tree_of(path: &str) -> Option<&str> {
    path.split_once('/').map(|(tree, _)| tree)
}

fn is_in_tree(path: &str) -> bool {
    path.contains('/')
}

/// How a new tree comes about as a whole.
#[derive(Debug)]
pub(super) struct TreePlan {
    pub tree: String,
    /// Every folder of the new tree but the tree itself, outer ones first.
    pub folders: BTreeSet<PathBuf>,
    /// Every file of the new tree, by its path in it.
    pub files: BTreeMap<PathBuf, Content>,
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
    /// Looks for all that others put into the tree.
    pub fn of(output: &Path, tree: &str, after: &Manifest, difference: &Difference) -> Result<TreePlan, EdgeError> {
        let root = output.join(tree);
        let old = OldTree::list(&root)?;
        let mut plan = TreePlan { tree: tree.to_owned(), folders: old.empty, files: BTreeMap::new() };
        let of_tree = |paths: &mut dyn Iterator<Item = &String>| -> BTreeSet<PathBuf> {
            paths
                .filter_map(|path| path.split_once('/'))
                .filter(|(first, _)| *first == tree)
                .map(|(_, path)| PathBuf::from(path))
                .collect()
        };
        let written = of_tree(&mut difference.written.iter());
        let removed = of_tree(&mut difference.removed.iter());
        for path in of_tree(&mut after.files.keys()) {
            let content = if written.contains(&path) { Content::New } else { Content::Old };
            plan.files.insert(path, content);
        }
        for path in old.files.into_iter().filter(|path| !removed.contains(path)) {
            plan.files.entry(path).or_insert(Content::Old);
        }
        add_folders(&root, &mut plan)?;
        Ok(plan)
    }

    pub fn written(&self) -> usize {
        self.files.values().filter(|content| **content == Content::New).count()
    }
}

/// How one tree differs from its artifacts.
pub(super) fn drift(output: &Path, tree: &str, artifacts: &Artifacts) -> Result<Vec<Drift>, EdgeError> {
    let root = output.join(tree);
    let old = OldTree::list(&root)?;
    let wanted: Vec<(&str, &[u8])> = in_tree(tree, artifacts).collect();
    let same = Threads.map(&wanted, |(path, bytes)| held(&root.join(path), bytes));
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

/// Whether the file is what the seal was set on: nobody changed what the last run wrote.
pub(super) fn is_ours(path: &Path, seal: Seal) -> Result<bool, EdgeError> {
    let is_file = fs::symlink_metadata(path).is_ok_and(|data| data.is_file() && data.len() == seal.bytes());
    Ok(is_file && Seal::of(&fs::read(path).map_err(|error| EdgeError::reading(path, error))?) == seal)
}

/// What the system tells of the plain file with these bytes at the path; nothing where there is none.
pub(super) fn held(path: &Path, bytes: &[u8]) -> Result<Option<fs::Metadata>, EdgeError> {
    let reading = |error| EdgeError::reading(path, error);
    let data = match fs::symlink_metadata(path) {
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => return Ok(None),
        data => data.map_err(reading)?,
    };
    let is_same = data.is_file() && data.len() == bytes.len() as u64 && fs::read(path).map_err(reading)? == bytes;
    Ok(is_same.then_some(data))
}

/// Whether the folder of a tree is there. Fails where something else is.
pub(super) fn is_tree(root: &Path) -> Result<bool, EdgeError> {
    match fs::symlink_metadata(root) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(EdgeError::reading(root, error)),
        Ok(data) if data.is_symlink() => Err(EdgeError::OutputIsLink(root.to_owned())),
        Ok(data) if !data.is_dir() => Err(EdgeError::InTheWay(root.to_owned())),
        Ok(_) => Ok(true),
    }
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
struct OldTree {
    /// Everything that is no folder: files, links, whatever else.
    files: BTreeSet<PathBuf>,
    /// Folders with nothing in them. Only somebody else can have made them.
    empty: BTreeSet<PathBuf>,
}

impl OldTree {
    fn list(root: &Path) -> Result<OldTree, EdgeError> {
        if !is_tree(root)? {
            return Ok(OldTree::default());
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
}

/// The path with `/` on every system; what is not UTF-8 can be no path of ours.
pub(super) fn slashed(path: &Path) -> String {
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}
