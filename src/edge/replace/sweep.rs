//! Taking away what was there before, file by file, so that nothing of somebody else goes with them.

use super::super::EdgeError;
use super::manifest::Manifest;
use super::plan::slashed;
use super::records::Mark;
use super::state::{State, is_there, open_folders};
use std::cell::LazyCell;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// Empties `.reglament/old`, whose files are those of the manifest and of others. Gives the places of what was set aside.
pub(super) fn sweep(state: &State, before: &Manifest) -> Result<Vec<PathBuf>, EdgeError> {
    open_folders(&state.old);
    let mut set_aside = Vec::new();
    let written = LazyCell::new(|| (before.written(), Mark::at(&state.manifest)));
    let is_ours = |path: &Path, name: &str| {
        let (files, moment) = &*written;
        files.get(name).is_some_and(|file| file.held(path, *moment).is_some())
    };
    for entry in WalkDir::new(&state.old).min_depth(1).contents_first(true).into_iter().filter_map(Result::ok) {
        let path = entry.path();
        let sweeping = |error| EdgeError::writing(path, error);
        if entry.file_type().is_dir() {
            fs::remove_dir(path).map_err(sweeping)?;
            continue;
        }
        let Ok(name) = path.strip_prefix(&state.old) else { continue };
        let new = state.output.join(name);
        if is_ours(path, &slashed(name)) || is_same(path, &new) {
            fs::remove_file(path).map_err(sweeping)?;
        } else if !is_there(&new) && move_to(path, &new).is_ok() {
            // It came while the new tree was being made.
        } else {
            let kept = free_name(&state.kept.join(name));
            move_to(path, &kept).map_err(sweeping)?;
            set_aside.push(kept);
        }
    }
    Ok(set_aside)
}

/// Whether the new tree has the very file, or one with the same bytes.
fn is_same(old: &Path, new: &Path) -> bool {
    let (Ok(a), Ok(b)) = (fs::symlink_metadata(old), fs::symlink_metadata(new)) else { return false };
    if is_one_file(&a, &b) {
        return true;
    }
    if a.is_symlink() && b.is_symlink() {
        return matches!((fs::read_link(old), fs::read_link(new)), (Ok(a), Ok(b)) if a == b);
    }
    a.is_file()
        && b.is_file()
        && a.len() == b.len()
        && matches!((fs::read(old), fs::read(new)), (Ok(a), Ok(b)) if a == b)
}

#[cfg(unix)]
fn is_one_file(a: &fs::Metadata, b: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (a.dev(), a.ino()) == (b.dev(), b.ino())
}

#[cfg(not(unix))]
fn is_one_file(_: &fs::Metadata, _: &fs::Metadata) -> bool {
    false
}

fn move_to(from: &Path, to: &Path) -> io::Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::rename(from, to)
}

/// The path, or the first of `path~1`, `path~2` … where nothing stands.
fn free_name(path: &Path) -> PathBuf {
    let numbered = (1u32..).map(|n| {
        let mut name = path.as_os_str().to_owned();
        name.push(format!("~{n}"));
        PathBuf::from(name)
    });
    std::iter::once(path.to_owned()).chain(numbered).find(|path| !is_there(path)).unwrap_or_else(|| path.to_owned())
}
