//! The folder `.reglament` inside an output folder: lock, records, and the place where new trees are made.

use super::super::EdgeError;
use super::manifest::Manifest;
use super::records::settle_folder_of;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// An output folder that this run alone may write to.
pub(super) struct State {
    pub output: PathBuf,
    /// `.reglament`, and what stands in it.
    root: PathBuf,
    pub manifest: PathBuf,
    /// What the run keeps of its definitions.
    pub definitions: PathBuf,
    pub journal: PathBuf,
    /// New trees, or new files of them.
    pub next: PathBuf,
    pub next_manifest: PathBuf,
    /// Old trees, or old files, after the switch.
    pub old: PathBuf,
    /// What others had put where the program had to write.
    pub kept: PathBuf,
    /// Folders that this run made, outermost first: a run that fails takes them away again.
    made: Vec<PathBuf>,
    /// Held until the run ends.
    _lock: File,
}

impl State {
    /// Makes the folders where they are missing, and takes the lock.
    pub fn open(output: &Path) -> Result<State, EdgeError> {
        let mut made = Vec::new();
        let opened = State::make_and_lock(output, &mut made);
        if opened.is_err() {
            unmake(&made);
        }
        let lock = opened?;
        let root = output.join(".reglament");
        Ok(State {
            output: output.to_owned(),
            manifest: root.join("manifest.json"),
            definitions: definitions(output),
            journal: root.join("journal.json"),
            next: root.join("next"),
            next_manifest: root.join("next").join("manifest.json"),
            old: root.join("old"),
            kept: root.join("kept"),
            root,
            made,
            _lock: lock,
        })
    }

    fn make_and_lock(output: &Path, made: &mut Vec<PathBuf>) -> Result<File, EdgeError> {
        make_folders(output, made)?;
        let root = output.join(".reglament");
        make_folders(&root, made)?;
        let path = root.join("lock");
        let lock = File::options().create(true).truncate(false).write(true).open(&path);
        let lock = lock.map_err(|error| EdgeError::writing(&path, error))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(EdgeError::Busy(output.to_owned())),
            // Some network folders know no locks. There, two runs at once are the user's care.
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {}
            Err(TryLockError::Error(error)) => return Err(EdgeError::writing(&path, error)),
        }
        let ignore = root.join(".gitignore");
        if !ignore.exists() {
            fs::write(&ignore, "*\n").map_err(|error| EdgeError::writing(&ignore, error))?;
        }
        Ok(lock)
    }

    /// Removes new trees that no journal speaks of. Whatever they hold also stands in the old ones, or can be made again.
    pub fn clear_staging(&self) -> Result<(), EdgeError> {
        remove_tree(&self.next).map_err(|error| EdgeError::writing(&self.next, error))
    }

    /// After a failure: nothing stays that this run began, unless the next run has to finish it.
    pub fn abandon(&self) {
        if !self.journal.exists() {
            // The error that led here matters more than one of clearing up; the next run clears up again.
            let _ = self.clear_staging();
            clear_empty(&self.old);
            unmake(&self.made);
        }
    }

    pub fn forget_journal(&self) {
        let _ = fs::remove_file(&self.journal);
    }

    /// Writes the manifest of the new trees beside them.
    pub fn write_next(&self, manifest: &Manifest) -> Result<(), EdgeError> {
        fs::create_dir_all(&self.next).map_err(|error| EdgeError::writing(&self.next, error))?;
        manifest.write(&self.next_manifest)
    }

    /// The manifest of the new trees takes the place of the old one.
    pub fn record(&self) -> Result<(), EdgeError> {
        match fs::rename(&self.next_manifest, &self.manifest) {
            // A stopped run had got this far.
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            renamed => renamed.map_err(|error| EdgeError::writing(&self.manifest, error)),
        }
    }

    /// The journal's work is done.
    pub fn close(&self) -> Result<(), EdgeError> {
        for folder in [&self.old, &self.next] {
            remove_empty(folder).map_err(|error| EdgeError::writing(folder, error))?;
        }
        fs::remove_file(&self.journal).map_err(|error| EdgeError::writing(&self.journal, error))?;
        settle_folder_of(&self.root).map_err(|error| EdgeError::writing(&self.root, error))
    }
}

/// Where a run keeps what it knows of its definitions.
pub(super) fn definitions(output: &Path) -> PathBuf {
    output.join(".reglament").join("definitions")
}

/// Whether anything stands at the path, be it a link that leads nowhere.
pub(super) fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Like `create_dir_all`, and notes what it made.
fn make_folders(folder: &Path, made: &mut Vec<PathBuf>) -> Result<(), EdgeError> {
    let missing: Vec<&Path> =
        folder.ancestors().filter(|part| !part.as_os_str().is_empty()).take_while(|part| !part.is_dir()).collect();
    for part in missing.into_iter().rev() {
        match fs::create_dir(part) {
            Ok(()) => made.push(part.to_owned()),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && part.is_dir() => {}
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                return Err(EdgeError::NotAFolder(part.to_owned()));
            }
            Err(error) => return Err(EdgeError::writing(part, error)),
        }
    }
    Ok(())
}

/// Takes away folders that this run made, as far as nobody else has put anything into them.
fn unmake(made: &[PathBuf]) {
    for folder in made.iter().rev() {
        if folder.ends_with(".reglament") {
            let _ = fs::remove_file(folder.join(".gitignore"));
            let _ = fs::remove_file(folder.join("definitions"));
            let _ = fs::remove_file(folder.join("lock"));
        }
        let _ = fs::remove_dir(folder);
    }
}

fn remove_tree(folder: &Path) -> io::Result<()> {
    open_folders(folder);
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Lets the owner into every folder of a tree that is to go: somebody may have carried a closed one into it.
#[cfg(unix)]
pub(super) fn open_folders(folder: &Path) {
    use std::os::unix::fs::PermissionsExt;
    for entry in walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok) {
        let data = entry.metadata().ok().filter(|data| data.is_dir() && data.permissions().mode() & 0o700 != 0o700);
        if let Some(data) = data {
            // Where this fails, the removal fails, and says so.
            let _ = fs::set_permissions(entry.path(), fs::Permissions::from_mode(data.permissions().mode() | 0o700));
        }
    }
}

#[cfg(not(unix))]
pub(super) fn open_folders(_: &Path) {}

/// Removes folders that hold nothing but folders. Fails where one holds something else.
fn remove_empty(folder: &Path) -> io::Result<()> {
    folders_within(folder).try_for_each(fs::remove_dir)
}

/// The same, as far as it goes.
pub(super) fn clear_empty(folder: &Path) {
    folders_within(folder).for_each(|folder| drop(fs::remove_dir(folder)));
}

/// The folder and all within it, inner ones first.
fn folders_within(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let entries = walkdir::WalkDir::new(folder).contents_first(true).into_iter().filter_map(Result::ok);
    entries.filter(|entry| entry.file_type().is_dir()).map(walkdir::DirEntry::into_path)
}
