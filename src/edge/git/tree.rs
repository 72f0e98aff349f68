//! The files of a folder at a revision.
//!
//! Holds: a link to a file of the same folder stands for that file, as on the disk; any other link is a file that says
//! where it leads, and so no definition. A repository within the repository is named and passed over. A folder has no more
//! entries than can be looked at: trees that hold one another multiply.

use super::{FILES_MAX, Repository, refused};
use crate::edge::EdgeError;
use gix::ObjectId;
use gix::bstr::ByteSlice;
use std::collections::BTreeMap;

/// The files under a folder at one moment: path in the folder → fingerprint.
pub type Listing = BTreeMap<String, ObjectId>;

/// Folders within folders.
const DEPTH_MAX: usize = 16;
/// What a revision may hold beside definitions.
const ENTRIES_MAX: usize = 10 * FILES_MAX;
/// A link may lead to a link.
const LINKS_MAX: usize = 8;

/// What lies in a folder of a revision.
#[derive(Default)]
pub struct Files {
    pub listing: Listing,
    links: Vec<(String, ObjectId)>,
    /// How many were looked at, folders and all.
    entries: usize,
    /// Folders that are repositories of their own.
    pub foreign: Vec<String>,
}

impl Repository {
    /// The files under a path of a revision; a file alone is listed under its own name. `label` is what messages call
    /// the revision.
    pub fn list(&self, revision: ObjectId, path: &str, label: &str) -> Result<Files, EdgeError> {
        let root = self.tree(revision)?;
        let mut files = Files::default();
        let too_many = || EdgeError::TooMany { folder: format!("{label}:{path}").into(), limit: ENTRIES_MAX };
        if path.is_empty() {
            self.walk(root.id, "", 0, &mut files, &too_many)?;
        } else {
            let missing = || self.missing(&root, path, label);
            let entry = root.lookup_entry_by_path(path).map_err(|_| missing())?.ok_or_else(missing)?;
            if entry.mode().is_commit() {
                return Err(missing());
            }
            if entry.mode().is_tree() {
                self.walk(entry.object_id(), "", 0, &mut files, &too_many)?;
            } else {
                let name = path.rsplit('/').next().unwrap_or(path);
                files.listing.insert(name.to_owned(), entry.object_id());
            }
        }
        self.follow_links(&mut files)?;
        Ok(files)
    }

    /// The id of a folder at a revision; `None` where there is none.
    pub fn folder(&self, revision: ObjectId, path: &str) -> Result<Option<ObjectId>, EdgeError> {
        let root = self.tree(revision)?;
        if path.is_empty() {
            return Ok(Some(root.id));
        }
        let entry = root.lookup_entry_by_path(path).ok().flatten();
        Ok(entry.filter(|entry| entry.mode().is_tree()).map(|entry| entry.object_id()))
    }

    /// The plain files of a folder itself.
    pub fn files_of(&self, folder: ObjectId) -> Result<Listing, EdgeError> {
        let tree = self.tree(folder)?;
        let entries = tree.iter().flatten().filter(|entry| entry.mode().is_blob());
        Ok(entries.map(|entry| (entry.filename().to_str_lossy().into_owned(), entry.object_id())).collect())
    }

    /// Why a path is not there: it may lie in a repository of its own.
    fn missing(&self, root: &gix::Tree, path: &str, label: &str) -> EdgeError {
        let (revision, path) = (label.to_owned(), path.to_owned());
        let ends = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
        let is_foreign = |end: usize| {
            root.lookup_entry_by_path(&path[..end]).ok().flatten().is_some_and(|entry| entry.mode().is_commit())
        };
        match ends.into_iter().find(|end| is_foreign(*end)) {
            Some(end) => EdgeError::Submodule { revision, path: path[..end].to_owned() },
            None => EdgeError::NotInRevision { revision, path },
        }
    }

    fn walk(
        &self,
        tree: ObjectId,
        before: &str,
        depth: usize,
        to: &mut Files,
        too_many: &dyn Fn() -> EdgeError,
    ) -> Result<(), EdgeError> {
        if depth > DEPTH_MAX {
            return Ok(());
        }
        let tree = self.tree(tree)?;
        for entry in tree.iter() {
            let entry = entry.map_err(|error| refused(&error))?;
            to.entries += 1;
            if to.entries > ENTRIES_MAX {
                return Err(too_many());
            }
            let name = format!("{before}{}", entry.filename().to_str_lossy());
            if entry.filename().starts_with(b".") {
                continue;
            }
            if entry.mode().is_tree() {
                self.walk(entry.object_id(), &format!("{name}/"), depth + 1, to, too_many)?;
            } else if entry.mode().is_blob() {
                to.listing.insert(name, entry.object_id());
            } else if entry.mode().is_link() {
                to.links.push((name, entry.object_id()));
            } else {
                to.foreign.push(name);
            }
        }
        Ok(())
    }

    fn follow_links(&self, files: &mut Files) -> Result<(), EdgeError> {
        let links: BTreeMap<String, ObjectId> = std::mem::take(&mut files.links).into_iter().collect();
        for (name, own) in &links {
            let mut at = name.clone();
            let mut found = None;
            for _ in 0..LINKS_MAX {
                let Some(link) = links.get(&at) else { break };
                let Some(target) = joined(&at, &self.object(*link)?.data.to_str_lossy()) else { break };
                found = files.listing.get(&target).copied();
                at = target;
            }
            files.listing.insert(name.clone(), found.unwrap_or(*own));
        }
        Ok(())
    }
}

/// Where a link in the folder leads; `None` out of the folder.
fn joined(link: &str, target: &str) -> Option<String> {
    let mut parts: Vec<&str> = link.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "." => {}
            ".." => _ = parts.pop()?,
            "" => return None,
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn a_link_is_followed_within_the_folder() {
        assert_eq!(joined("a/b.yaml", "c.yaml").as_deref(), Some("a/c.yaml"));
        assert_eq!(joined("a/b.yaml", "./../d/e.yaml").as_deref(), Some("d/e.yaml"));
        assert_eq!(joined("a/b.yaml", "../../e.yaml"), None);
        assert_eq!(joined("a/b.yaml", "/etc/passwd"), None);
    }
}
