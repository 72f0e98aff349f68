//! Git: revisions, the files of a folder at one of them, and who committed what when. Read-only.
//!
//! A file is known by the id of its blob, so that two states are compared without reading what is equal.

use super::EdgeError;
use super::text::decode;
use crate::base::Source;
pub use gix::ObjectId;
use gix::bstr::ByteSlice;
use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

/// A repository. Several may be open at once.
pub struct Repository {
    git: gix::Repository,
}

/// The files under a folder at one moment: path in the folder → fingerprint.
pub type Listing = BTreeMap<String, ObjectId>;

/// One revision in a history.
#[derive(Debug, Clone)]
pub struct Commit {
    pub id: ObjectId,
    pub author: String,
    /// `2016-01-08`, in the zone of its author.
    pub date: String,
    pub subject: String,
    pub parent: Option<ObjectId>,
}

/// Objects that a history walks over at most; a longer one is cut there.
const COMMITS_MAX: usize = 20_000;
/// Folders within folders.
const DEPTH_MAX: usize = 16;

impl Repository {
    /// The repository that the folder lies in.
    pub fn discover(folder: &Path) -> Result<Repository, EdgeError> {
        let mut git = gix::discover(folder).map_err(|_| EdgeError::NotARepository(folder.to_owned()))?;
        git.object_cache_size_if_unset(16 << 20);
        Ok(Repository { git })
    }

    /// A path of the disk as the repository knows it: relative to its root, with `/`.
    pub fn path_inside(&self, path: &Path) -> Option<String> {
        let root = self.git.workdir()?.canonicalize().ok()?;
        // The folder may be gone from the disk and still be in an old revision.
        let (there, rest) = deepest_existing(path)?;
        let inside = there.strip_prefix(&root).ok()?.join(rest);
        let parts: Option<Vec<&str>> = inside
            .components()
            .filter(|part| *part != Component::CurDir)
            .map(|part| part.as_os_str().to_str())
            .collect();
        Some(parts?.join("/"))
    }

    /// The commit or tree that a revision names; near names where there is none.
    pub fn resolve(&self, revision: &str) -> Result<ObjectId, EdgeError> {
        match self.git.rev_parse_single(revision.as_bytes().as_bstr()) {
            Ok(id) => Ok(id.detach()),
            Err(_) => Err(EdgeError::NoRevision {
                revision: revision.to_owned(),
                known: self.names(),
                is_shallow: self.git.is_shallow().unwrap_or(false),
            }),
        }
    }

    /// Branches and tags.
    fn names(&self) -> Vec<String> {
        let Ok(references) = self.git.references() else { return Vec::new() };
        let Ok(all) = references.all() else { return Vec::new() };
        let names = all.flatten().map(|reference| reference.name().shorten().to_string());
        let mut names: Vec<String> = names.filter(|name| !name.ends_with("HEAD")).collect();
        names.sort();
        if self.git.head_id().is_ok() {
            names.insert(0, "HEAD".to_owned());
        }
        names
    }

    /// The files under a path of a revision; a file alone is listed under its own name.
    pub fn list(&self, revision: ObjectId, path: &str, label: &str) -> Result<Listing, EdgeError> {
        let missing = || EdgeError::NotInRevision { revision: label.to_owned(), path: path.to_owned() };
        let root = self.object(revision)?.peel_to_tree().map_err(|error| refused(&error))?;
        let mut listing = Listing::new();
        if path.is_empty() {
            self.walk(root.id, "", 0, &mut listing)?;
            return Ok(listing);
        }
        let entry = root.lookup_entry_by_path(path).map_err(|error| refused(&error))?.ok_or_else(missing)?;
        if entry.mode().is_tree() {
            self.walk(entry.object_id(), "", 0, &mut listing)?;
        } else {
            let name = path.rsplit('/').next().unwrap_or(path);
            listing.insert(name.to_owned(), entry.object_id());
        }
        Ok(listing)
    }

    fn walk(&self, tree: ObjectId, before: &str, depth: usize, to: &mut Listing) -> Result<(), EdgeError> {
        if depth > DEPTH_MAX {
            return Ok(());
        }
        let tree = self.object(tree)?.peel_to_tree().map_err(|error| refused(&error))?;
        for entry in tree.iter() {
            let entry = entry.map_err(|error| refused(&error))?;
            let name = format!("{before}{}", entry.filename().to_str_lossy());
            if entry.filename().starts_with(b".") {
                continue;
            }
            if entry.mode().is_tree() {
                self.walk(entry.object_id(), &format!("{name}/"), depth + 1, to)?;
            } else if entry.mode().is_blob() {
                to.insert(name, entry.object_id());
            }
        }
        Ok(())
    }

    /// A file of a revision as text, in the same form as those of a folder.
    pub fn read(&self, name: &str, blob: ObjectId) -> Result<Source, EdgeError> {
        let text = decode(Path::new(name), self.bytes(blob)?).map_err(EdgeError::BadText)?;
        Ok(Source { path: name.to_owned(), text })
    }

    pub fn bytes(&self, blob: ObjectId) -> Result<Vec<u8>, EdgeError> {
        Ok(self.object(blob)?.detach().data)
    }

    fn object(&self, id: ObjectId) -> Result<gix::Object<'_>, EdgeError> {
        self.git.find_object(id).map_err(|error| match self.git.is_shallow() {
            Ok(true) => EdgeError::ShallowClone,
            _ => refused(&error),
        })
    }

    /// The revisions that lead to `tip`, newest first, each with its first parent.
    pub fn history(&self, tip: ObjectId) -> Result<Vec<Commit>, EdgeError> {
        let tip = self.object(tip)?.peel_to_commit().map_err(|error| refused(&error))?.id;
        let mut commits = Vec::new();
        let mut next = Some(tip);
        while let Some(id) = next.filter(|_| commits.len() < COMMITS_MAX) {
            let Ok(object) = self.git.find_object(id) else { break };
            let commit = object.try_into_commit().map_err(|error| refused(&error))?;
            let author = commit.author().map_err(|error| refused(&error))?;
            let parent = commit.parent_ids().next().map(gix::Id::detach).filter(|id| self.git.has_object(*id));
            commits.push(Commit {
                id,
                author: author.name.to_str_lossy().into_owned(),
                date: author.time().map(day).unwrap_or_default(),
                subject: commit
                    .message()
                    .map(|message| message.summary().to_str_lossy().into_owned())
                    .unwrap_or_default(),
                parent,
            });
            next = parent;
        }
        Ok(commits)
    }

    pub fn is_shallow(&self) -> bool {
        self.git.is_shallow().unwrap_or(false)
    }
}

/// The fingerprint that Git would give these bytes.
pub fn fingerprint(bytes: &[u8]) -> Option<ObjectId> {
    gix::objs::compute_hash(gix::hash::Kind::Sha1, gix::objs::Kind::Blob, bytes).ok()
}

fn day(time: gix::date::Time) -> String {
    time.format(gix::date::time::format::SHORT).unwrap_or_default()
}

fn refused(error: &dyn std::fmt::Display) -> EdgeError {
    EdgeError::Git(error.to_string())
}

/// The part of a path that is there, without links, and the rest of it.
fn deepest_existing(path: &Path) -> Option<(PathBuf, PathBuf)> {
    let full = std::path::absolute(path).ok()?;
    for there in full.ancestors() {
        if let Ok(found) = there.canonicalize() {
            return Some((found, full.strip_prefix(there).ok()?.to_owned()));
        }
    }
    None
}
