//! Replacing what an output folder holds, in one step.
//!
//! In: an output folder and the files of a build, as they are made. Out: the folder with exactly them, and [`Replaced`]
//! that says what was done. The first part of an artifact's path names its *tree*: `diagrams`, `site`.
//!
//! What holds:
//! - A tree whose bytes did not change is not touched at all. In a tree that changed, unchanged files keep their inode
//!   and time: they are hard links to the old ones, or copies where the disk has no links.
//! - The new trees are made whole beside the old ones, in `.reglament/next`, and brought to the disk. Only then a journal
//!   is written, and each tree is exchanged with the old one by one system call (Linux, macOS), or by two renames where
//!   the system has no such call. A stop before the journal leaves the old trees; the next run clears the rest away.
//!   A stop after it leaves each tree whole, the old or the new; the next run finishes before it does anything else.
//!   Where a tree cannot be switched, those before it are switched back.
//! - Between the exchanges of two trees, and between the two renames, lies an instant in which a reader can meet the new
//!   drawings beside the old site, or no site. No system offers to exchange two folders at once.
//! - A file that the program did not write is carried over by the same means. One that stands where the program has
//!   to write, or that came while it wrote, ends in `.reglament/kept` or in the new tree; none is deleted. What the
//!   program wrote is told by `.reglament/manifest.json`: a written file that somebody changed since is theirs, too.
//! - What a part of the build was made from is kept in the manifest, too. A part that would be made from the same again,
//!   and whose files are those that were written, need not be made: see [`Store`].
//! - Two runs at once do not mix: a lock on `.reglament/lock` is held from the first look to the last rename.
//!
//! Absent on purpose: what a drawing or a page is.

mod ahead;
mod intake;
mod plan;
mod records;
mod stage;
mod state;
mod sweep;
mod switch;

use super::EdgeError;
use crate::base::{Artifacts, RelPath, Sink, Store};
use intake::Intake;
use plan::TreePlan;
use records::{Journal, Manifest, Mark, Switching};
use state::State;
use std::path::{Path, PathBuf};

/// What a replacement did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Replaced {
    /// Files whose bytes are new.
    pub written: usize,
    /// Files that had the right bytes already.
    pub unchanged: usize,
    /// Files of an earlier run that are no longer made.
    pub removed: usize,
    /// Files of others that stood where the program had to write, and where they are now.
    pub set_aside: Vec<PathBuf>,
}

/// How a folder differs from what it should hold.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Drift {
    Missing(String),
    Differs(String),
    /// Nothing makes this file.
    Extra(String),
}

/// Moments between which a stop must do no harm. Tests stop at each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Moment {
    Staged,
    Journalled,
    /// In the middle of an exchange by two renames, or right after one by a single call.
    HalfSwitched,
    Switched,
    Swept,
    Recorded,
}

/// How the trees are switched, and what is called at each moment.
#[derive(Clone, Copy)]
pub(super) struct Means<'a> {
    pub can_exchange: bool,
    pub at: &'a dyn Fn(Moment),
}

/// How one tree of `output` differs from its artifacts. Reads only.
pub fn compare(output: &Path, tree: &str, artifacts: &Artifacts) -> Result<Vec<Drift>, EdgeError> {
    plan::drift(output, tree, artifacts)
}

/// A replacement under way: takes files as they are made, and switches the trees when all of them are there. Dropped
/// before that, it leaves everything as it was.
pub struct Replacement {
    state: State,
    before: Manifest,
    /// When the manifest was written.
    moment: Mark,
    set_aside: Vec<PathBuf>,
    intake: Intake,
    is_done: bool,
}

impl Replacement {
    /// Takes the lock, finishes what a stopped run began, and makes ready to take files.
    pub fn open(output: &Path) -> Result<Replacement, EdgeError> {
        Replacement::open_by(output, MEANS)
    }

    fn open_by(output: &Path, means: Means<'_>) -> Result<Replacement, EdgeError> {
        let state = State::open(output)?;
        let begun = recover(&state, means).and_then(|set_aside| Ok((set_aside, Manifest::read(&state.manifest)?)));
        match begun {
            Ok((set_aside, before)) => {
                let intake = Intake::new(&state.output, &state.next);
                let moment = std::fs::metadata(&state.manifest).map_or(Mark::default(), |data| Mark::of(&data));
                Ok(Replacement { state, before, moment, set_aside, intake, is_done: false })
            }
            Err(error) => {
                state.abandon();
                Err(error)
            }
        }
    }

    /// The paths of all files that were taken so far.
    pub fn paths(&self) -> Vec<String> {
        self.intake.paths()
    }

    /// Lets no part be taken as it is.
    pub fn forget_parts(&mut self) {
        self.before.parts.clear();
    }

    /// Makes the trees of the output hold exactly what was taken and what others put there.
    pub fn finish(self) -> Result<Replaced, EdgeError> {
        self.finish_by(MEANS)
    }

    fn finish_by(mut self, means: Means<'_>) -> Result<Replaced, EdgeError> {
        let done = self.switch_by(means)?;
        self.is_done = true;
        Ok(done)
    }

    fn switch_by(&mut self, means: Means<'_>) -> Result<Replaced, EdgeError> {
        let (state, before) = (&self.state, &self.before);
        let (taken, parts) = self.intake.close()?;
        let mut done = Replaced { set_aside: std::mem::take(&mut self.set_aside), ..Replaced::default() };
        let plans = plan::plans(&state.output, &taken, before)?;
        for plan in &plans {
            done.written += plan.written;
            done.unchanged += plan.unchanged;
            done.removed += plan.removed;
        }
        let after = Manifest::of(taken, parts);
        let changed: Vec<&TreePlan> = plans.iter().filter(|plan| plan.is_changed()).collect();
        if changed.is_empty() {
            if *before != after {
                after.write(&state.manifest)?;
            }
            return Ok(done);
        }
        let mut journal = Journal::default();
        for plan in changed {
            let folder = stage::stage(state, plan)?;
            journal.trees.push(Switching { name: plan.tree.clone(), folder });
        }
        after.write(&state.next_manifest)?;
        (means.at)(Moment::Staged);
        journal.write(&state.journal)?;
        (means.at)(Moment::Journalled);
        done.set_aside.extend(finish(state, &journal, means)?);
        Ok(done)
    }
}

impl Sink for Replacement {
    fn take(&self, path: RelPath, bytes: Vec<u8>) {
        self.intake.take(None, &path, &bytes);
    }
}

impl Store for Replacement {
    fn has(&self, part: &str, stamp: &str) -> Option<String> {
        self.intake.has(part, stamp, &self.before, self.moment)
    }

    fn take_of(&self, part: Option<&str>, path: RelPath, bytes: Vec<u8>) {
        self.intake.take(part, &path, &bytes);
    }

    fn complete(&self, part: &str, stamp: &str, note: String) {
        self.intake.complete(part, stamp, note);
    }

    fn is_taken(&self, path: &RelPath) -> bool {
        self.intake.is_taken(path)
    }

    fn read(&self, path: &RelPath) -> Option<Vec<u8>> {
        std::fs::read(self.state.output.join(path.as_str())).ok()
    }
}

impl Drop for Replacement {
    fn drop(&mut self) {
        // A panic is a stop like any other: the next run sees to it.
        if !self.is_done && !std::thread::panicking() {
            self.state.abandon();
        }
    }
}

const MEANS: Means<'static> = Means { can_exchange: true, at: &|_| {} };

/// Finishes what a stopped run had begun, or clears away what it had not got to begin.
fn recover(state: &State, means: Means<'_>) -> Result<Vec<PathBuf>, EdgeError> {
    match Journal::read(&state.journal)? {
        Some(journal) => finish(state, &journal, means),
        None => {
            state.clear_staging()?;
            // Empty, unless somebody took the journal away.
            sweep::sweep(state)
        }
    }
}

/// From the journal to the end. Every part may have been done before: a run that was stopped here does it again.
fn finish(state: &State, journal: &Journal, means: Means<'_>) -> Result<Vec<PathBuf>, EdgeError> {
    if let Err(error) = switch_all(state, journal, means) {
        // No tree has been swept yet, so the old ones are whole. Where even this fails, the next run goes on from here.
        if switch::undo(state, journal, means).is_ok() {
            state.forget_journal();
        }
        return Err(error);
    }
    let set_aside = sweep::sweep(state)?;
    (means.at)(Moment::Swept);
    state.record()?;
    (means.at)(Moment::Recorded);
    state.close()?;
    Ok(set_aside)
}

fn switch_all(state: &State, journal: &Journal, means: Means<'_>) -> Result<(), EdgeError> {
    for tree in &journal.trees {
        switch::switch(state, tree, means)?;
        (means.at)(Moment::Switched);
    }
    Ok(())
}

#[cfg(test)]
mod tests;
