//! Replacing what an output folder holds, in one step or file by file.
//!
//! In: an output folder and the files of a build, as they are made. Out: the folder with exactly them, and [`Replaced`]
//! that says what was done. The first part of an artifact's path names its *tree*: `diagrams`, `site`.
//!
//! There are two ways. Where most is new, *trees* are made whole beside the old ones and exchanged with them. Where few
//! files differ ([`patch`]), making ten thousand names anew for their sake would take longer than all the rest, and the
//! files are exchanged one by one. Both write down in a journal what they are about to do, and do it by the same steps.
//!
//! What holds:
//! - A tree whose bytes did not change is not touched at all. In a tree that changed, unchanged files keep their inode
//!   and time: they are left alone or, in a tree that is made whole, hard links to the old ones, or copies where the disk
//!   has no links.
//! - What is new is made beside the old, in `.reglament/next`, and brought to the disk. Only then the journal is written,
//!   and each tree or file is exchanged with the old one by one system call (Linux, macOS), or by two renames where the
//!   system has no such call. A stop before the journal leaves what was there; the next run clears the rest away. A stop
//!   after it leaves each tree, or each file, whole, the old or the new; the next run finishes before it does anything
//!   else. Where one cannot be switched, those before it are switched back; and where it was a file, trees are made
//!   whole after all.
//! - Trees: between the exchanges of two of them, and between the two renames, lies an instant in which a reader can meet
//!   the new drawings beside the old site, or no site. No system offers to exchange two folders at once.
//! - Files: from the first exchange to the last, some milliseconds, a reader can meet a new page beside an old index; and
//!   after a stop in between, until the next run. Each file is the old or the new one, and no link between them is dead:
//!   what is added comes first, what is gone goes last.
//! - A file that the program did not write stays where it is. One that stands where the program has to write, or that
//!   came while it wrote, ends in `.reglament/kept` or in the new tree; none is deleted. What the program wrote is told by
//!   `.reglament/manifest.json`: a written file that somebody changed since is theirs, too.
//! - What a part of the build was made from is kept in the manifest, too. A part that would be made from the same again,
//!   and whose files are those that were written, need not be made: see [`Store`].
//! - What a run keeps of its definitions stands in `.reglament/definitions`. It is no promise: whoever reads it sees
//!   whether it is whole, and does without it.
//! - Two runs at once do not mix: a lock on `.reglament/lock` is held from the first look to the last rename.
//!
//! Absent on purpose: what a drawing or a page is.

mod ahead;
mod finish;
mod intake;
mod manifest;
mod patch;
mod plan;
mod records;
mod stage;
mod state;
mod sweep;
mod switch;

use super::{EdgeError, beside};
use crate::base::{Artifacts, RelPath, Sink, Store};
use intake::Intake;
use manifest::Manifest;
use patch::Patch;
use plan::{Difference, TreePlan};
use records::{Journal, Mark, Switching};
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

/// What an earlier run kept beside the trees of an output folder; nothing where there is none that can be read.
pub fn kept_record(output: &Path) -> Option<Vec<u8>> {
    let path = state::definitions(output);
    let is_bearable = |data: &std::fs::Metadata| data.is_file() && data.len() <= RECORD_BYTES_MAX;
    std::fs::symlink_metadata(&path).ok().filter(is_bearable)?;
    std::fs::read(path).ok()
}

/// A record that is larger would take longer to read than what it spares.
const RECORD_BYTES_MAX: u64 = 256 << 20;

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
        match finish::recover(&state, means) {
            Ok((set_aside, before)) => {
                let intake = Intake::new(&state.output, &state.next, before.count());
                let moment = Mark::at(&state.manifest);
                Ok(Replacement { state, before, moment, set_aside, intake, is_done: false })
            }
            Err(error) => {
                state.abandon();
                Err(error)
            }
        }
    }

    /// How many of the files that were taken so far have such a path.
    pub fn count(&self, is_one: impl Fn(&str) -> bool) -> usize {
        self.intake.count(is_one)
    }

    /// Lets no part be taken as it is.
    pub fn forget_parts(&mut self) {
        self.before.forget_parts(|_| true);
    }

    /// Makes the trees of the output hold exactly what was taken and what others put there.
    pub fn finish(self) -> Result<Replaced, EdgeError> {
        self.finish_by(MEANS)
    }

    /// The same, and keeps a record for the next run when all else is done; it is put together meanwhile. The next run may
    /// or may not find it as it was.
    pub fn finish_keeping(mut self, record: impl FnOnce() -> Vec<u8> + Send) -> Result<Replaced, EdgeError> {
        let (record, done) = beside(record, || self.switch_by(MEANS));
        let done = done?;
        self.is_done = true;
        records::put(&self.state.definitions, &record)?;
        Ok(done)
    }

    fn finish_by(mut self, means: Means<'_>) -> Result<Replaced, EdgeError> {
        let done = self.switch_by(means)?;
        self.is_done = true;
        Ok(done)
    }

    fn switch_by(&mut self, means: Means<'_>) -> Result<Replaced, EdgeError> {
        let (state, before) = (&self.state, &self.before);
        let (taken, parts) = self.intake.close()?;
        let difference = Difference::of(&state.output, &taken, before)?;
        let mut done = Replaced {
            written: difference.written.len(),
            unchanged: difference.unchanged,
            removed: difference.removed.len(),
            set_aside: std::mem::take(&mut self.set_aside),
        };
        let after = Manifest::of(taken, parts);
        if difference.count() == 0 {
            if *before != after {
                after.write(&state.manifest)?;
            }
            return Ok(done);
        }
        // The manifest is written while the rest is brought to the disk.
        let patch = || match Patch::plan(&state.output, &difference, before)? {
            Some(patch) => patch.stage(state).map(Ok),
            None => stage_trees(state, &after, &difference).map(Err),
        };
        let (written, staged) = beside(|| state.write_next(&after), patch);
        written?;
        let trees = match staged? {
            Err(trees) => trees,
            Ok(files) => match finish::begin(state, &files, before, means) {
                // All of it has been switched back.
                Err(_) if !state.journal.exists() => stage_trees(state, &after, &difference)?,
                patched => {
                    done.set_aside.extend(patched?);
                    return Ok(done);
                }
            },
        };
        done.set_aside.extend(finish::begin(state, &trees, before, means)?);
        Ok(done)
    }
}

/// Makes each tree that differs as a whole.
fn stage_trees(state: &State, after: &Manifest, difference: &Difference) -> Result<Journal, EdgeError> {
    let mut journal = Journal::default();
    for tree in difference.trees() {
        let plan = TreePlan::of(&state.output, tree, after, difference)?;
        let number = stage::stage(state, &plan)?;
        journal.switchings.push(Switching { name: plan.tree, number });
    }
    Ok(journal)
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

#[cfg(test)]
mod tests;

#[cfg(test)]
mod patch_tests;
