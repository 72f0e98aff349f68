//! A plan and what is new → the new tree, whole and on the disk, beside the old one.

use super::super::EdgeError;
use super::plan::{Content, TreePlan};
use super::state::State;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread::{self, Builder};

/// Bringing a file to the disk is waiting, not working: many wait at once, and the disk serves them together.
const WAITING_THREADS: usize = 16;
/// More files and folders than this are brought to the disk by one call for the whole disk, where there is one: asking
/// for each would take minutes on a slow disk. Fewer are not, for the disk may hold much that is not ours.
const SETTLED_ONE_BY_ONE_MAX: usize = 256;

/// Makes the tree under `.reglament/next`; gives the file system's number of its folder, where there is one.
pub(super) fn stage(state: &State, plan: &TreePlan) -> Result<Option<u64>, EdgeError> {
    let (old, new) = (state.output.join(&plan.tree), state.next.join(&plan.tree));
    fs::create_dir_all(&new).map_err(|error| EdgeError::writing(&new, error))?;
    for folder in &plan.missing {
        make_folder(&new.join(folder)).map_err(|error| EdgeError::writing(&old.join(folder), error))?;
    }
    let one_by_one = !HAS_WHOLE_DISK_CALL || plan.written() + plan.folders.len() <= SETTLED_ONE_BY_ONE_MAX;
    // What the disk is told about at once needs no look at each file.
    let waits = |content: &Content| one_by_one || *content == Content::Old;
    let files: Vec<_> = plan.files.iter().filter(|(_, content)| waits(content)).collect();
    wait_for_all(&files, |(path, content)| {
        let made = match content {
            Content::New => settle(&new.join(path)),
            Content::Old => carry(&old.join(path), &new.join(path), one_by_one),
        };
        // The user knows the place where the file will stand, not the one where it is made.
        made.map_err(|error| EdgeError::writing(&old.join(path), error))
    })?;
    finish_folders(&old, &new, plan, one_by_one).map_err(|error| EdgeError::writing(&old, error))?;
    Ok(number_of(&new))
}

/// Does for each what is mostly waiting for the disk. Threads that only wait should not ask for memory: each of them gets
/// some of its own, which the system clears for it.
pub(super) fn wait_for_all<T: Sync, E: Send>(items: &[T], work: impl Fn(&T) -> Result<(), E> + Sync) -> Result<(), E> {
    let (next, failed) = (AtomicUsize::new(0), Mutex::new(None));
    let wait = || {
        while let Some(item) = items.get(next.fetch_add(1, Ordering::Relaxed)) {
            if let Err(error) = work(item) {
                // The others need not begin.
                next.store(items.len(), Ordering::Relaxed);
                failed.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(error);
            }
        }
    };
    thread::scope(|scope| {
        for _ in 1..WAITING_THREADS.min(items.len()) {
            // A machine that gives no more threads still has this one.
            let _ = Builder::new().spawn_scoped(scope, wait);
        }
        wait();
    });
    failed.into_inner().unwrap_or_else(PoisonError::into_inner).map_or(Ok(()), Err)
}

fn make_folder(path: &Path) -> io::Result<()> {
    match fs::create_dir(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
        made => made,
    }
}

/// Brings a file to the disk. Some systems do that only for one that may be written to.
pub(super) fn settle(path: &Path) -> io::Result<()> {
    File::options().write(true).open(path)?.sync_all()
}

/// The same file under the new tree: another name of it, or a copy where there can be none.
fn carry(old: &Path, new: &Path, settle: bool) -> io::Result<()> {
    let Err(refused) = fs::hard_link(old, new) else { return Ok(()) };
    let data = fs::symlink_metadata(old)?;
    if data.is_symlink() {
        return copy_link(old, new);
    }
    if !data.is_file() {
        return Err(refused);
    }
    fs::copy(old, new)?;
    let file = File::options().write(true).open(new)?;
    if let Ok(modified) = data.modified() {
        file.set_modified(modified)?;
    }
    if settle { file.sync_all() } else { Ok(()) }
}

#[cfg(unix)]
fn copy_link(old: &Path, new: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(fs::read_link(old)?, new)
}

#[cfg(windows)]
fn copy_link(old: &Path, new: &Path) -> io::Result<()> {
    let target = fs::read_link(old)?;
    if old.is_dir() {
        std::os::windows::fs::symlink_dir(target, new)
    } else {
        std::os::windows::fs::symlink_file(target, new)
    }
}

/// A folder that was there before keeps its rights.
fn copy_rights(old: &Path, new: &Path) -> io::Result<()> {
    match fs::metadata(old) {
        Ok(data) if data.is_dir() => fs::set_permissions(new, data.permissions()),
        _ => Ok(()),
    }
}

/// Gives the folders their rights, now that nothing is to be put into them, and brings what is left to the disk.
fn finish_folders(old: &Path, new: &Path, plan: &TreePlan, one_by_one: bool) -> io::Result<()> {
    for folder in plan.folders.iter().rev().map(Path::new).chain([Path::new("")]) {
        if one_by_one && cfg!(unix) {
            File::open(new.join(folder))?.sync_all()?;
        }
        if plan.has_old {
            copy_rights(&old.join(folder), &new.join(folder))?;
        }
    }
    if one_by_one { Ok(()) } else { settle_disk(new) }
}

/// Brings the names of folders to the disk, where the system can. A stopped run may have taken one of them away.
pub(super) fn settle_folders(folders: impl Iterator<Item = PathBuf>) -> Result<(), EdgeError> {
    let folders: Vec<PathBuf> = folders.filter(|_| cfg!(unix)).collect();
    wait_for_all(&folders, |folder| match File::open(folder).and_then(|folder| folder.sync_all()) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(EdgeError::writing(folder, error)),
        _ => Ok(()),
    })
}

pub(super) const HAS_WHOLE_DISK_CALL: bool = cfg!(target_os = "linux");

#[cfg(target_os = "linux")]
pub(super) fn settle_disk(folder: &Path) -> io::Result<()> {
    Ok(rustix::fs::syncfs(File::open(folder)?)?)
}

#[cfg(not(target_os = "linux"))]
pub(super) fn settle_disk(_: &Path) -> io::Result<()> {
    Ok(())
}

/// The number by which the file system knows a folder or a file, under whatever name.
#[cfg(unix)]
pub(super) fn number_of(path: &Path) -> Option<u64> {
    use std::os::unix::fs::MetadataExt;
    Some(fs::symlink_metadata(path).ok()?.ino())
}

#[cfg(not(unix))]
pub(super) fn number_of(_: &Path) -> Option<u64> {
    None
}
