//! Single files and folders that a user asked for by name.

use super::EdgeError;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// Puts the bytes into the file: all of them, or the file stays as it was.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), EdgeError> {
    let writing = |error| EdgeError::writing(path, error);
    match fs::metadata(path) {
        Ok(data) if data.is_dir() => return Err(EdgeError::NotAFile(path.to_owned())),
        // A device or a pipe must stay what it is.
        Ok(data) if !data.is_file() => {
            return File::options().write(true).open(path).and_then(|mut file| file.write_all(bytes)).map_err(writing);
        }
        _ => {}
    }
    // Where the path is a link, its target is written.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut beside = beside(folder).map_err(writing)?;
    beside.write_all(bytes).map_err(writing)?;
    beside.as_file().sync_all().map_err(writing)?;
    beside.persist(&target).map_err(|error| writing(error.error))?;
    Ok(())
}

/// The same for a file within a folder, which is made with all that is between.
pub fn write_into(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), EdgeError> {
    let path = folder.join(name);
    let parent = path.parent().unwrap_or(folder);
    fs::create_dir_all(parent).map_err(|error| EdgeError::writing(parent, error))?;
    write_file(&path, bytes)
}

/// Makes new files in a folder that is there. Where one of the names is taken, none is made.
pub fn create_files(folder: &Path, files: &[(String, Vec<u8>)]) -> Result<(), EdgeError> {
    if let Some((taken, _)) = files.iter().find(|(name, _)| fs::symlink_metadata(folder.join(name)).is_ok()) {
        return Err(EdgeError::Exists(folder.join(taken)));
    }
    for (name, bytes) in files {
        let path = folder.join(name);
        let made = beside(folder).and_then(|mut file| {
            file.write_all(bytes)?;
            file.as_file().sync_all()?;
            file.persist_noclobber(&path).map_err(|error| error.error)
        });
        made.map_err(|error| EdgeError::writing(&path, error))?;
    }
    Ok(())
}

/// An unnamed file in the same folder, with the rights of a usual file.
fn beside(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".reglament-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // What the user's mask takes away from these is taken away when the file is made.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

/// Makes a folder with these files in it, whole or not at all. What is there already is left alone.
pub fn create_folder(folder: &Path, files: &[(&str, String)]) -> Result<(), EdgeError> {
    if fs::symlink_metadata(folder).is_ok() {
        return Err(EdgeError::Exists(folder.to_owned()));
    }
    let writing = |error| EdgeError::writing(folder, error);
    let parent = folder.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let missing: Vec<&Path> = parent.ancestors().take_while(|part| !part.exists()).collect();
    let made = fs::create_dir_all(parent).and_then(|()| {
        // Dropped on failure, and its folder with it.
        let staged = tempfile::Builder::new().prefix(".reglament-").tempdir_in(parent)?;
        let whole = staged.path().join("new");
        fs::create_dir(&whole)?;
        for (name, text) in files {
            fs::write(whole.join(name), text)?;
        }
        // On some systems a rename replaces an empty folder: such a one is nobody's loss.
        fs::rename(&whole, folder)
    });
    if made.is_err() {
        for part in missing {
            let _ = fs::remove_dir(part);
        }
    }
    made.map_err(writing)
}
