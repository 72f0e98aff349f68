//! What was taken + what stands there → what differs; and for a tree that is made whole, what to carry over.

use super::super::{EdgeError, Threads};
use super::Drift;
use super::intake::Taken;
use super::manifest::Manifest;
use super::records::Seal;
use crate::base::{Artifacts, Spread};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::ErrorKind;
use std::path::{MAIN_SEPARATOR, Path};
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
        let mut known = BTreeSet::new();
        for (path, arrival) in taken {
            let Some(tree) = tree_of(path) else { continue };
            known.insert(tree);
            match arrival.is_new {
                true => all.written.push(path.clone()),
                false => all.unchanged += 1,
            }
        }
        for (path, seal) in before.files() {
            let Some(tree) = tree_of(path) else { continue };
            known.insert(tree);
            if !taken.contains_key(path) && is_ours(&output.join(path), seal)? {
                all.removed.push(path.to_owned());
            }
        }
        // They came in the order of hash tables and parts.
        all.written.sort_unstable();
        all.removed.sort_unstable();
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

/// How a new tree comes about as a whole. Paths are those in it, with `/` on every system, and may be no Unicode where
/// others named them.
#[derive(Debug)]
pub(super) struct TreePlan {
    pub tree: String,
    /// Whether there is an old one.
    pub has_old: bool,
    /// Every folder of the new tree but the tree itself, outer ones first.
    pub folders: BTreeSet<OsString>,
    /// Those that no new file lies in: they have to be made yet.
    pub missing: Vec<OsString>,
    /// Every file of the new tree.
    pub files: BTreeMap<OsString, Content>,
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
        let within = |path: &str| path.strip_prefix(tree)?.strip_prefix('/').map(OsString::from);
        let written = difference.written.iter().filter_map(|path| Some((within(path)?, Content::New)));
        let mut files: BTreeMap<OsString, Content> = written.collect();
        let removed: BTreeSet<OsString> = difference.removed.iter().filter_map(|path| within(path)).collect();
        let is_carried = old.is_there.then(|| after.files().filter_map(|(path, _)| within(path)));
        let carried = is_carried.into_iter().flatten();
        for path in carried.chain(old.files.into_iter().filter(|path| !removed.contains(path))) {
            files.entry(path).or_insert(Content::Old);
        }
        let (folders, missing) = (old.empty, Vec::new());
        let mut plan = TreePlan { tree: tree.to_owned(), has_old: old.is_there, folders, missing, files };
        plan.add_folders(&root)?;
        Ok(plan)
    }

    /// Adds the folders that the files lie in. A carried file that has to become a folder is in the way.
    fn add_folders(&mut self, root: &Path) -> Result<(), EdgeError> {
        let empty = std::mem::take(&mut self.folders);
        let mut made = BTreeSet::new();
        let of = |kind: Content| self.files.iter().filter(move |(_, content)| **content == kind).map(|(path, _)| path);
        of(Content::New).for_each(|path| add_outer(path, &mut made));
        let mut all = made.clone();
        of(Content::Old).chain(&empty).for_each(|path| add_outer(path, &mut all));
        all.extend(empty);
        self.missing = all.difference(&made).cloned().collect();
        self.folders = all;
        match self.folders.iter().find(|folder| self.files.contains_key(*folder)) {
            Some(clash) => Err(EdgeError::InTheWay(root.join(clash))),
            None => Ok(()),
        }
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
    let whole = |path: &str| format!("{tree}/{path}");
    let mut found = Vec::new();
    for ((path, _), same) in wanted.iter().zip(same) {
        match same?.is_some() {
            true => {}
            false if old.files.contains(OsStr::new(path)) => found.push(Drift::Differs(whole(path))),
            false => found.push(Drift::Missing(whole(path))),
        }
    }
    let known: BTreeSet<&OsStr> = wanted.iter().map(|(path, _)| OsStr::new(*path)).collect();
    let extra = old.files.iter().filter(|path| !known.contains(path.as_os_str()));
    found.extend(extra.map(|path| Drift::Extra(whole(&path.to_string_lossy()))));
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

/// Adds the folders that a path lies in. Whoever has a folder has those that it lies in.
fn add_outer(path: &OsStr, folders: &mut BTreeSet<OsString>) {
    let outer = Path::new(path).ancestors().skip(1).map(Path::as_os_str).take_while(|folder| !folder.is_empty());
    for folder in outer {
        if folders.contains(folder) {
            return;
        }
        folders.insert(folder.to_owned());
    }
}

/// What a tree holds now.
#[derive(Debug, Default)]
struct OldTree {
    is_there: bool,
    /// Everything that is no folder: files, links, whatever else.
    files: BTreeSet<OsString>,
    /// Folders with nothing in them. Only somebody else can have made them.
    empty: BTreeSet<OsString>,
}

impl OldTree {
    fn list(root: &Path) -> Result<OldTree, EdgeError> {
        let mut tree = OldTree { is_there: is_tree(root)?, ..OldTree::default() };
        if !tree.is_there {
            return Ok(tree);
        }
        for entry in WalkDir::new(root).min_depth(1) {
            let entry = entry.map_err(|error| {
                let path = error.path().unwrap_or(root).to_owned();
                EdgeError::reading(&path, error.into())
            })?;
            let Ok(path) = entry.path().strip_prefix(root) else { continue };
            if let Some(parent) = path.parent() {
                tree.empty.remove(&*named(parent));
            }
            if entry.file_type().is_dir() {
                tree.empty.insert(named(path).into_owned())
            } else {
                tree.files.insert(named(path).into_owned())
            };
        }
        Ok(tree)
    }
}

/// The path with `/` on every system, whatever its letters.
fn named(path: &Path) -> Cow<'_, OsStr> {
    match MAIN_SEPARATOR {
        '/' => Cow::Borrowed(path.as_os_str()),
        _ => Cow::Owned(path.iter().collect::<Vec<_>>().join(OsStr::new("/"))),
    }
}

/// The path with `/` on every system; what is not UTF-8 can be no path of ours.
pub(super) fn slashed(path: &Path) -> String {
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}
