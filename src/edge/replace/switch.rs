//! New tree ⇄ old tree: by one system call where there is one, by two renames elsewhere.
//!
//! A tree passes through these states, and each can be told from the others after a stop:
//!
//! | `site`      | `next/site` | `old/site` | what is left to do                      |
//! |-------------|-------------|------------|-----------------------------------------|
//! | old or none | new         | –          | switch                                  |
//! | none        | new         | old        | the second rename                       |
//! | new         | old         | –          | move the old one away (after the call)  |
//! | new         | –           | old or none| nothing                                 |

use super::super::EdgeError;
use super::records::{Journal, Switching, settle_folder_of};
use super::stage::number_of;
use super::state::State;
use super::{Means, Moment};
use std::fs;
use std::io;
use std::path::Path;

/// Brings one tree to the last state, from whichever it is in.
pub(super) fn switch(state: &State, tree: &Switching, means: Means<'_>) -> Result<(), EdgeError> {
    let visible = state.output.join(&tree.name);
    advance(state, tree, &visible, means).map_err(|error| EdgeError::writing(&visible, error))
}

/// Brings every tree back to the first state, after one of them could not be switched: all of them are the old ones then.
/// Each part of the way back is a state of the table, so that a stop in it is mended as any other.
pub(super) fn undo(state: &State, journal: &Journal, means: Means<'_>) -> io::Result<()> {
    journal.trees.iter().rev().try_for_each(|tree| retreat(state, tree, &state.output.join(&tree.name), means))
}

fn retreat(state: &State, tree: &Switching, visible: &Path, means: Means<'_>) -> io::Result<()> {
    let (next, old) = (state.next.join(&tree.name), state.old.join(&tree.name));
    if next.exists() {
        if is_exchanged(state, tree) {
            exchange(&next, visible)?;
        } else if !visible.exists() && old.exists() {
            fs::rename(&old, visible)?;
        }
        return Ok(());
    }
    if !old.exists() {
        return fs::rename(visible, &next);
    }
    if means.can_exchange && tree.folder.is_some() {
        fs::rename(&old, &next)?;
        if exchange(&next, visible)? {
            return Ok(());
        }
        fs::rename(&next, &old)?;
    }
    fs::rename(visible, &next)?;
    fs::rename(&old, visible)
}

fn is_exchanged(state: &State, tree: &Switching) -> bool {
    tree.folder.is_some() && number_of(&state.output.join(&tree.name)) == tree.folder
}

fn advance(state: &State, tree: &Switching, visible: &Path, means: Means<'_>) -> io::Result<()> {
    let (next, old) = (state.next.join(&tree.name), state.old.join(&tree.name));
    if !next.exists() {
        return Ok(());
    }
    fs::create_dir_all(&state.old)?;
    if is_exchanged(state, tree) {
        fs::rename(&next, &old)?;
    } else if !visible.exists() {
        // The first build, or the middle of two renames.
        fs::rename(&next, visible)?;
    } else if means.can_exchange && exchange(&next, visible)? {
        (means.at)(Moment::HalfSwitched);
        fs::rename(&next, &old)?;
    } else {
        fs::rename(visible, &old)?;
        (means.at)(Moment::HalfSwitched);
        if let Err(error) = fs::rename(&next, visible) {
            // Better the old tree than none.
            fs::rename(&old, visible)?;
            return Err(error);
        }
    }
    settle_folder_of(visible)
}

/// Exchanges two folders at once; `false` where system or disk cannot.
#[cfg(any(target_os = "linux", target_vendor = "apple"))]
fn exchange(a: &Path, b: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> io::Result<bool> {
    Ok(false)
}
