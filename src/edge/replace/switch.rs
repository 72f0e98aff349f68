//! New ⇄ old, a tree or a single file: by one system call where there is one, by two renames elsewhere.
//!
//! What is switched passes through these states, and each can be told from the others after a stop:
//!
//! | `site`      | `next/site` | `old/site` | what is left to do                      |
//! |-------------|-------------|------------|-----------------------------------------|
//! | old or none | new         | –          | switch                                  |
//! | none        | new         | old        | the second rename                       |
//! | new         | old         | –          | move the old one away (after the call)  |
//! | new         | –           | old or none| nothing                                 |
//!
//! A file that is gone has no new one: it stands in its place, or in `old`.

use super::super::EdgeError;
use super::records::{Journal, Switching};
use super::stage::number_of;
use super::state::{State, clear_empty, is_there};
use super::{Means, Moment};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The three places of a tree or a file.
struct Places {
    visible: PathBuf,
    next: PathBuf,
    old: PathBuf,
}

impl Places {
    fn of(state: &State, name: &str) -> Places {
        Places { visible: state.output.join(name), next: state.next.join(name), old: state.old.join(name) }
    }

    fn is_exchanged(&self, switching: &Switching) -> bool {
        switching.number.is_some() && number_of(&self.visible) == switching.number
    }
}

/// Brings one tree or file to the last state, from whichever it is in.
pub(super) fn switch(state: &State, switching: &Switching, means: Means<'_>) -> Result<(), EdgeError> {
    let places = Places::of(state, &switching.name);
    advance(&places, switching, means).map_err(|error| EdgeError::writing(&places.visible, error))
}

/// Moves a file away that is no longer made.
pub(super) fn take_away(state: &State, name: &str) -> Result<(), EdgeError> {
    let Places { visible, old, .. } = Places::of(state, name);
    let taken = if is_there(&visible) { move_away(&visible, &old) } else { Ok(()) };
    taken.map_err(|error| EdgeError::writing(&visible, error))
}

/// Brings everything back to the first state, after something could not be switched: all of it is the old then. Each
/// part of the way back is a state of the table, so that a stop in it is mended as any other.
pub(super) fn undo(state: &State, journal: &Journal, means: Means<'_>) -> io::Result<()> {
    for name in journal.gone.iter().rev() {
        let Places { visible, old, .. } = Places::of(state, name);
        if is_there(&old) && !is_there(&visible) {
            fs::rename(&old, &visible)?;
        }
    }
    for switching in journal.switchings.iter().rev() {
        retreat(&Places::of(state, &switching.name), switching, means)?;
    }
    // What others put into these meanwhile stays, and so do they; the places of what was moved are empty.
    journal.folders.iter().rev().for_each(|folder| drop(fs::remove_dir(state.output.join(folder))));
    clear_empty(&state.old);
    Ok(())
}

fn retreat(places: &Places, switching: &Switching, means: Means<'_>) -> io::Result<()> {
    let Places { visible, next, old } = places;
    if is_there(next) {
        if places.is_exchanged(switching) {
            exchange(next, visible)?;
        } else if !is_there(visible) && is_there(old) {
            fs::rename(old, visible)?;
        }
        return Ok(());
    }
    if !is_there(old) {
        return fs::rename(visible, next);
    }
    if means.can_exchange && switching.number.is_some() {
        fs::rename(old, next)?;
        if exchange(next, visible)? {
            return Ok(());
        }
        fs::rename(next, old)?;
    }
    fs::rename(visible, next)?;
    fs::rename(old, visible)
}

fn advance(places: &Places, switching: &Switching, means: Means<'_>) -> io::Result<()> {
    let Places { visible, next, old } = places;
    if !is_there(next) {
        return Ok(());
    }
    if places.is_exchanged(switching) {
        move_away(next, old)
    } else if !is_there(visible) {
        // The first build, a file that was not there, or the middle of two renames.
        visible.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::rename(next, visible)
    } else if means.can_exchange && exchange(next, visible)? {
        (means.at)(Moment::HalfSwitched);
        move_away(next, old)
    } else {
        move_away(visible, old)?;
        (means.at)(Moment::HalfSwitched);
        fs::rename(next, visible).or_else(|error| {
            // Better the old one than none.
            fs::rename(old, visible)?;
            Err(error)
        })
    }
}

/// To a place among the old ones that nothing may stand in: a rename would put it in the place of another file.
fn move_away(from: &Path, old: &Path) -> io::Result<()> {
    if is_there(old) {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    old.parent().map_or(Ok(()), fs::create_dir_all)?;
    fs::rename(from, old)
}

/// Exchanges two folders or two files at once; `false` where system or disk cannot.
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
