//! The revisions that changed the files of one regulation, newest first.
//!
//! Holds: a merge that took a regulation over as a branch had it leads to that branch, so that a change is told of whoever
//! made it; a definition that was moved or renamed is followed.

use crate::cli::diff::pick::{id_of, stem};
use crate::cli::failure::Failure;
use crate::edge::{Commit, EdgeError, ObjectId, Repository};
use crate::source::is_yaml;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

/// A history is looked through so far at most.
const COMMITS_MAX: usize = 20_000;

/// The files of the regulation at one moment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Wording {
    /// Path of the definition from the root of the repository, without its ending.
    pub stem: String,
    pub files: Vec<(String, ObjectId)>,
}

/// One revision that changed them.
pub(super) struct Turn {
    pub commit: Commit,
    pub now: Wording,
    /// What each of its parents had; empty where the regulation began.
    pub before: Vec<Wording>,
}

pub(super) struct Walked {
    pub turns: Vec<Turn>,
    /// Where the clone was cut off: what stood there came from before.
    pub cut: Option<(Commit, Wording)>,
}

pub(super) fn walk(git: &Repository, tip: ObjectId, stem: &str) -> Result<Walked, Failure> {
    let mut walk = Walk { git, files: BTreeMap::new() };
    let mut walked = Walked { turns: Vec::new(), cut: None };
    let first = git.commit(tip)?;
    let mut seen = BTreeSet::from([first.id]);
    // Of one second, what was come upon first goes first: a parent is never told before its other children.
    let mut next = BinaryHeap::from([(first.seconds, Reverse(seen.len()), first.id, stem.to_owned())]);
    while let Some((_, _, id, stem)) = next.pop().filter(|_| seen.len() < COMMITS_MAX) {
        let commit = git.commit(id)?;
        let now = walk.wording(id, &stem)?;
        let before: Vec<Wording> =
            commit.parents.iter().map(|parent| walk.before(id, *parent, &now)).collect::<Result<_, _>>()?;
        let same = before.iter().position(|one| *one == now);
        for (at, parent) in commit.parents.iter().enumerate().filter(|(at, _)| same.is_none_or(|same| same == *at)) {
            if seen.insert(*parent) {
                next.push((git.commit(*parent)?.seconds, Reverse(seen.len()), *parent, before[at].stem.clone()));
            }
        }
        if same.is_some() || (now.files.is_empty() && before.iter().all(|one| one.files.is_empty())) {
            continue;
        }
        if commit.is_cut && before.is_empty() {
            walked.cut = Some((commit, now));
        } else {
            walked.turns.push(Turn { commit, now, before });
        }
    }
    Ok(walked)
}

struct Walk<'r> {
    git: &'r Repository,
    /// By the folder's own id: most revisions leave it as it is.
    files: BTreeMap<(ObjectId, String), Vec<(String, ObjectId)>>,
}

impl Walk<'_> {
    fn wording(&mut self, revision: ObjectId, stem: &str) -> Result<Wording, EdgeError> {
        let (folder, file) = stem.rsplit_once('/').unwrap_or(("", stem));
        let files = match self.git.folder(revision, folder)? {
            None => Vec::new(),
            Some(folder) => match self.files.get(&(folder, file.to_owned())) {
                Some(files) => files.clone(),
                None => {
                    let all = self.git.files_of(folder)?.into_iter();
                    let files: Vec<_> = all.filter(|(name, _)| is_of(name, file)).collect();
                    self.files.insert((folder, file.to_owned()), files.clone());
                    files
                }
            },
        };
        Ok(Wording { stem: stem.to_owned(), files })
    }

    /// What the parent had; under another name, where the definition was moved from there.
    fn before(&mut self, commit: ObjectId, parent: ObjectId, now: &Wording) -> Result<Wording, EdgeError> {
        let before = self.wording(parent, &now.stem)?;
        if !before.files.is_empty() || now.files.is_empty() {
            return Ok(before);
        }
        match self.moved_from(commit, parent, now)? {
            Some(stem) => self.wording(parent, &stem),
            None => Ok(before),
        }
    }

    /// The definition that is gone since the parent and is this one: letter for letter, by its id, or by most of its
    /// lines.
    fn moved_from(&self, commit: ObjectId, parent: ObjectId, now: &Wording) -> Result<Option<String>, EdgeError> {
        let Some((_, own)) = now.files.iter().find(|(name, _)| is_yaml(name)) else { return Ok(None) };
        let there = self.git.list(commit, "", "")?.listing;
        let old = self.git.list(parent, "", "")?.listing;
        let gone: Vec<(&String, &ObjectId)> =
            old.iter().filter(|(name, _)| is_yaml(name) && !there.contains_key(*name)).collect();
        if let Some((name, _)) = gone.iter().find(|(_, blob)| *blob == own) {
            return Ok(Some(stem(name).to_owned()));
        }
        let text = |blob: ObjectId| self.git.read("", blob).map(|source| source.text).unwrap_or_default();
        let mine = text(*own);
        let texts: Vec<(&String, String)> = gone.into_iter().map(|(name, blob)| (name, text(*blob))).collect();
        let by_id = texts.iter().find(|(_, other)| id_of(other).is_some_and(|id| Some(id) == id_of(&mine)));
        let nearest = || texts.iter().map(|(name, other)| (shared(&mine, other), *name)).max();
        let found =
            by_id.map(|(name, _)| *name).or_else(|| nearest().filter(|(share, _)| *share >= 50).map(|one| one.1));
        Ok(found.map(|name| stem(name).to_owned()))
    }
}

fn is_of(name: &str, file: &str) -> bool {
    name.strip_prefix(file).is_some_and(|ending| matches!(ending, ".yaml" | ".yml" | ".kk.md" | ".ru.md"))
}

/// How many of the lines of either are in both, of a hundred.
fn shared(one: &str, other: &str) -> usize {
    let lines = |text: &'_ str| -> BTreeSet<String> { text.lines().map(|line| line.trim().to_owned()).collect() };
    let (one, other) = (lines(one), lines(other));
    one.intersection(&other).count() * 100 / one.union(&other).count().max(1)
}
