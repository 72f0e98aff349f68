//! Who committed what when.

use super::{Repository, refused};
use crate::edge::EdgeError;
use gix::ObjectId;
use gix::bstr::ByteSlice;

/// One revision in a history.
#[derive(Debug, Clone)]
pub struct Commit {
    pub id: ObjectId,
    pub author: String,
    /// `2016-01-08`, in the zone of its author.
    pub date: String,
    pub subject: String,
    /// Seconds of the committer's clock, by which a history is put in order.
    pub seconds: i64,
    /// Those that this clone has.
    pub parents: Vec<ObjectId>,
    /// The clone was cut off here: there is a parent, and this clone does not have it.
    pub is_cut: bool,
}

impl Repository {
    /// The commit that a revision leads to.
    pub fn commit(&self, revision: ObjectId) -> Result<Commit, EdgeError> {
        let commit = self.object(revision)?.peel_to_commit().map_err(|error| refused(&error))?;
        let author = commit.author().map_err(|error| refused(&error))?;
        let all: Vec<ObjectId> = commit.parent_ids().map(gix::Id::detach).collect();
        let parents: Vec<ObjectId> = all.iter().copied().filter(|id| self.git.has_object(*id)).collect();
        Ok(Commit {
            id: commit.id,
            author: author.name.to_str_lossy().into_owned(),
            date: author.time().map(day).unwrap_or_default(),
            subject: commit.message().map(|message| message.summary().to_str_lossy().into_owned()).unwrap_or_default(),
            seconds: commit.time().map(|time| time.seconds).unwrap_or_default(),
            is_cut: parents.len() < all.len(),
            parents,
        })
    }
}

fn day(time: gix::date::Time) -> String {
    time.format(gix::date::time::format::SHORT).unwrap_or_default()
}
