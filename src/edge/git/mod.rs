//! Git: revisions, the files of a folder at one of them, and who committed what when. Read-only.
//!
//! A file is known by the id of its blob, so that two states are compared without reading what is equal.

mod history;
mod tree;

use super::EdgeError;
use super::read::{FILE_BYTES_MAX, FILES_MAX};
use super::text::decode;
use crate::base::Source;
pub use gix::ObjectId;
use gix::bstr::ByteSlice;
use gix::object::Kind;
pub use history::Commit;
use std::path::{Component, Path, PathBuf};
pub use tree::{Files, Listing};

/// A repository. Several may be open at once.
pub struct Repository {
    git: gix::Repository,
}

impl Repository {
    /// The repository that the folder lies in.
    pub fn discover(folder: &Path) -> Result<Repository, EdgeError> {
        if gix::discover::upwards(folder).is_err() {
            return Err(EdgeError::NotARepository(std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned())));
        }
        // It is there, and of a kind that cannot be read.
        let mut git = gix::discover(folder).map_err(|error| refused(&error))?;
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

    /// Where a path of the repository lies on the disk; nowhere, where it has no working tree.
    pub fn on_disk(&self, path: &str) -> Option<PathBuf> {
        Some(self.git.workdir()?.join(path))
    }

    /// The folder of a repository that has no working tree.
    pub fn bare(&self) -> Option<PathBuf> {
        let folder = || self.git.git_dir().canonicalize().unwrap_or_else(|_| self.git.git_dir().to_owned());
        self.git.workdir().is_none().then(folder)
    }

    /// The commit or tree that a revision names; near names where there is none.
    pub fn resolve(&self, revision: &str) -> Result<ObjectId, EdgeError> {
        self.parse(revision).ok_or_else(|| EdgeError::NoRevision {
            revision: revision.to_owned(),
            known: self.names(),
            is_shallow: self.is_shallow(),
            // `HEAD~5` is too far back where `HEAD` is there.
            begins: revision
                .find(['~', '^'])
                .map(|at| &revision[..at])
                .filter(|base| self.parse(base).is_some())
                .map(str::to_owned),
        })
    }

    /// One object; `HEAD^!` and the like name several, and are refused.
    fn parse(&self, revision: &str) -> Option<ObjectId> {
        if ["^!", "^@", "^-"].iter().any(|ending| revision.ends_with(ending)) {
            return None;
        }
        let id = self.git.rev_parse_single(revision.as_bytes().as_bstr()).ok()?.detach();
        self.git.has_object(id).then_some(id)
    }

    /// The revision from which both went their own ways.
    pub fn merge_base(&self, one: &str, other: &str) -> Result<ObjectId, EdgeError> {
        let (first, second) = (self.resolve(one)?, self.resolve(other)?);
        match self.git.merge_base(first, second) {
            Ok(Some(base)) => Ok(base.detach()),
            _ if self.is_shallow() => Err(EdgeError::ShallowClone),
            Ok(None) => Err(EdgeError::NothingInCommon { one: one.to_owned(), other: other.to_owned() }),
            Err(error) => Err(refused(&error)),
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

    /// A file of a revision as text, in the same form as those of a folder.
    pub fn read(&self, name: &str, blob: ObjectId) -> Result<Source, EdgeError> {
        let bytes = self.object_of(Path::new(name), blob)?.detach().data;
        let text = decode(Path::new(name), bytes).map_err(EdgeError::BadText)?;
        Ok(Source { path: name.to_owned(), text })
    }

    /// How many bytes an object has, without reading them.
    pub fn size(&self, id: ObjectId) -> Result<u64, EdgeError> {
        let header = self.git.find_header(id).map_err(|error| self.lacking(&error))?;
        Ok(header.size())
    }

    fn object(&self, id: ObjectId) -> Result<gix::Object<'_>, EdgeError> {
        self.object_of(Path::new(&id.to_string()), id)
    }

    /// An object, under the bound of a file of the disk: a few bytes of a pack can stand for any number of them.
    fn object_of(&self, path: &Path, id: ObjectId) -> Result<gix::Object<'_>, EdgeError> {
        if self.size(id)? > FILE_BYTES_MAX {
            return Err(EdgeError::TooLarge { path: path.to_owned(), limit_bytes: FILE_BYTES_MAX });
        }
        self.git.find_object(id).map_err(|error| self.lacking(&error))
    }

    /// The tree that an object is, or leads to.
    fn tree(&self, id: ObjectId) -> Result<gix::Tree<'_>, EdgeError> {
        let mut object = self.object(id)?;
        loop {
            let inner = match object.kind {
                Kind::Commit => {
                    object.try_to_commit_ref().map(|commit| commit.tree()).map_err(|error| refused(&error))?
                }
                Kind::Tag => object.try_to_tag_ref().map(|tag| tag.target()).map_err(|error| refused(&error))?,
                Kind::Tree | Kind::Blob => return object.try_into_tree().map_err(|error| refused(&error)),
            };
            object = self.object(inner)?;
        }
    }

    /// Why an object is not there.
    fn lacking(&self, error: &(dyn std::error::Error + 'static)) -> EdgeError {
        match () {
            () if self.is_shallow() => EdgeError::ShallowClone,
            () if self.is_partial() => EdgeError::PartialClone,
            () => refused(error),
        }
    }

    pub fn is_shallow(&self) -> bool {
        self.git.is_shallow().unwrap_or(false)
    }

    /// Git fetches what such a clone lacks when it is needed; this program asks no host for anything.
    fn is_partial(&self) -> bool {
        let config = self.git.config_snapshot();
        let mut remotes = config.plumbing().sections_by_name("remote").into_iter().flatten();
        config.string("extensions.partialClone").is_some()
            || remotes.any(|remote| remote.contains_value_name("promisor"))
    }
}

/// The fingerprint that Git would give these bytes.
pub fn fingerprint(bytes: &[u8]) -> Option<ObjectId> {
    gix::objs::compute_hash(gix::hash::Kind::Sha1, gix::objs::Kind::Blob, bytes).ok()
}

/// In Git's own words, with what lies behind them.
fn refused(error: &(dyn std::error::Error + 'static)) -> EdgeError {
    let mut words = error.to_string();
    let mut behind = error.source();
    while let Some(cause) = behind {
        words = format!("{words}: {cause}");
        behind = cause.source();
    }
    EdgeError::Git(words)
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
