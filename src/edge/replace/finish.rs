//! From a journal to the end: everything switched, what was there before swept away, the manifest the new one.
//!
//! Every part may have been done before: a run that was stopped in it does it again.

use super::super::EdgeError;
use super::manifest::Manifest;
use super::patch::folders_of;
use super::records::Journal;
use super::stage::settle_folders;
use super::state::State;
use super::{Means, Moment, sweep, switch};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Finishes what a stopped run had begun, or clears away what it had not got to begin. Gives what was set aside, and the
/// manifest of what stands there now.
pub(super) fn recover(state: &State, means: Means<'_>) -> Result<(Vec<PathBuf>, Manifest), EdgeError> {
    let before = Manifest::read(&state.manifest)?;
    match Journal::read(&state.journal)? {
        Some(journal) => Ok((finish(state, &journal, &before, means)?, Manifest::read(&state.manifest)?)),
        None => {
            state.clear_staging()?;
            // Empty, unless somebody took the journal away.
            Ok((sweep::sweep(state, &before)?, before))
        }
    }
}

/// Writes the journal of what stands ready, and does what it says. Where that cannot be done and no journal is left,
/// everything stands as it did before.
pub(super) fn begin(
    state: &State,
    journal: &Journal,
    before: &Manifest,
    means: Means<'_>,
) -> Result<Vec<PathBuf>, EdgeError> {
    (means.at)(Moment::Staged);
    journal.write(&state.journal)?;
    (means.at)(Moment::Journalled);
    finish(state, journal, before, means)
}

fn finish(state: &State, journal: &Journal, before: &Manifest, means: Means<'_>) -> Result<Vec<PathBuf>, EdgeError> {
    if let Err(error) = switch_all(state, journal, means) {
        // Nothing has been swept yet, so all that was there before is whole. Where even this fails, the next run goes on
        // from here.
        if switch::undo(state, journal, means).is_ok() {
            state.forget_journal();
        }
        return Err(error);
    }
    let set_aside = sweep::sweep(state, before)?;
    (means.at)(Moment::Swept);
    state.record()?;
    (means.at)(Moment::Recorded);
    clear_folders(state, &journal.gone);
    state.close()?;
    Ok(set_aside)
}

fn switch_all(state: &State, journal: &Journal, means: Means<'_>) -> Result<(), EdgeError> {
    for switching in &journal.switchings {
        switch::switch(state, switching, means)?;
        (means.at)(Moment::Switched);
    }
    for name in &journal.gone {
        switch::take_away(state, name)?;
        (means.at)(Moment::Switched);
    }
    let names = journal.switchings.iter().map(|switching| &switching.name).chain(&journal.gone).chain(&journal.folders);
    let folders: BTreeSet<&Path> = names.filter_map(|name| Path::new(name).parent()).collect();
    settle_folders(folders.into_iter().map(|folder| state.output.join(folder)))
}

/// Takes away folders that held nothing but what is gone.
fn clear_folders(state: &State, gone: &[String]) {
    for name in gone {
        let inner = folders_of(name).skip(1).collect::<Vec<_>>();
        // One that holds something cannot be removed, and those around it hold it.
        inner.iter().rev().take_while(|folder| fs::remove_dir(state.output.join(folder)).is_ok()).for_each(drop);
    }
}
