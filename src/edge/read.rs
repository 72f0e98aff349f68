//! Folders and files → what the rooms below read.
//!
//! Every trouble of a folder is collected, so that one run names them all.

use super::text::decode;
use super::{EdgeError, Threads};
use crate::base::{Source, Sources, Spread};
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs::{self, File, Metadata};
use std::io::Read;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// One file may be this large: ten times the longest act that we know, with room to spare.
pub(super) const FILE_BYTES_MAX: u64 = 16 << 20;
/// All files of a folder together.
pub(super) const FOLDER_BYTES_MAX: u64 = 256 << 20;
pub(super) const FILES_MAX: usize = 100_000;
/// Folders within folders.
const DEPTH_MAX: usize = 16;

/// All definitions of a folder: `*.yaml`, `*.yml` and `*.md`, however deep. Names that begin with a dot are passed over.
pub fn read_folder(folder: &Path) -> Result<Sources, EdgeError> {
    read_all(&list_definitions(folder)?.iter().collect::<Vec<_>>())
}

/// These texts.
pub(super) fn read_all(files: &[&Listed]) -> Result<Sources, EdgeError> {
    Ok(Sources::new(all_or_errors(Threads.map(files, |file| read_definition(file)))?))
}

/// The files that [`read_folder`] reads.
pub(super) fn list_definitions(folder: &Path) -> Result<Vec<Listed>, EdgeError> {
    let files = list(folder, is_definition)?;
    if !files.iter().any(|file| has_ending(OsStr::new(&file.name), &["yaml", "yml"])) {
        return Err(EdgeError::NoDefinitions(folder.to_owned()));
    }
    Ok(files)
}

pub(super) fn read_definition(file: &Listed) -> Result<Source, EdgeError> {
    let text = decode(&file.path, read_bounded(&file.path)?).map_err(EdgeError::BadText)?;
    Ok(Source { path: with_small_ending(&file.name), text })
}

/// All files of a theme folder, by their paths in it.
pub fn read_theme(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>, EdgeError> {
    let files = list(folder, |_| true)?;
    let read = |file: &Listed| Ok((file.name.clone(), read_bounded(&file.path)?));
    Ok(all_or_errors(Threads.map(&files, read))?.into_iter().collect())
}

/// The bytes of all files of a folder whose paths in it are wanted.
pub(super) fn list_bytes(folder: &Path, is_wanted: fn(&str) -> bool) -> Result<Vec<(String, Vec<u8>)>, EdgeError> {
    let files = list(folder, |name| name.to_str().is_some_and(is_wanted))?;
    all_or_errors(Threads.map(&files, |file| Ok((file.name.clone(), read_bounded(&file.path)?))))
}

/// One text, in the same form and under the same bound as those of a folder.
pub fn read_file(path: &Path) -> Result<String, EdgeError> {
    decode(path, read_bounded(path)?).map_err(EdgeError::BadText)
}

/// A file to be read, and the name that the program knows it by.
pub(super) struct Listed {
    pub path: PathBuf,
    /// Relative to the folder, with `/` between its parts.
    pub name: String,
    /// What the system tells of it.
    pub data: Metadata,
}

/// To look at files is mostly waiting for the system, so it is done to many at once; but whoever points at a whole disk
/// should not wait for its last file.
const LOOKED_AT_AT_ONCE: usize = 2048;

/// The files of a folder whose names are wanted, sorted by path.
fn list(folder: &Path, is_wanted: impl Fn(&OsStr) -> bool) -> Result<Vec<Listed>, EdgeError> {
    let data = fs::metadata(folder).map_err(|error| EdgeError::reading(folder, error))?;
    if !data.is_dir() {
        return Err(EdgeError::NotAFolder(folder.to_owned()));
    }
    let root = fs::canonicalize(folder).map_err(|error| EdgeError::reading(folder, error))?;
    let walk = WalkDir::new(folder).sort_by_file_name().max_depth(DEPTH_MAX + 1).into_iter();
    let (mut files, mut named, mut errors) = (Vec::new(), Vec::new(), Vec::new());
    for entry in walk.filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry)) {
        match entry
            .map_err(|error| walk_error(folder, error))
            .and_then(|entry| named_by(folder, &root, &entry, &is_wanted))
        {
            Ok(file) => named.extend(file),
            Err(error) => errors.push(error),
        }
        if named.len() == LOOKED_AT_AT_ONCE {
            look_at(folder, &mut named, &mut files, &mut errors)?;
        }
    }
    look_at(folder, &mut named, &mut files, &mut errors)?;
    EdgeError::all(errors).map_or(Ok(files), Err)
}

/// Adds the files that were named to those that were seen.
fn look_at(
    folder: &Path,
    named: &mut Vec<(PathBuf, String)>,
    files: &mut Vec<Listed>,
    errors: &mut Vec<EdgeError>,
) -> Result<(), EdgeError> {
    let seen = Threads.map(named, |(path, _)| match fs::metadata(path) {
        Ok(data) if !data.is_file() => Err(EdgeError::NotAFile(path.to_owned())),
        data => data.map_err(|error| EdgeError::reading(path, error)),
    });
    for ((path, name), data) in named.drain(..).zip(seen) {
        match data {
            Ok(data) => files.push(Listed { path, name, data }),
            Err(error) => errors.push(error),
        }
    }
    if files.iter().map(|file| file.data.len()).sum::<u64>() > FOLDER_BYTES_MAX {
        return Err(EdgeError::TooMuch { folder: folder.to_owned(), limit_bytes: FOLDER_BYTES_MAX });
    }
    if files.len() > FILES_MAX {
        return Err(EdgeError::TooMany { folder: folder.to_owned(), limit: FILES_MAX });
    }
    Ok(())
}

/// The entry as a file to read, by its path and name; `None` for what is passed over.
fn named_by(
    folder: &Path,
    root: &Path,
    entry: &DirEntry,
    is_wanted: impl Fn(&OsStr) -> bool,
) -> Result<Option<(PathBuf, String)>, EdgeError> {
    let path = entry.path();
    let kind = entry.file_type();
    if entry.depth() > DEPTH_MAX && (kind.is_dir() || is_wanted(entry.file_name())) {
        return Err(EdgeError::TooDeep { path: path.to_owned(), limit: DEPTH_MAX });
    }
    if kind.is_symlink() && entry.depth() > 0 {
        let target = fs::canonicalize(path).ok();
        let is_folder = target.as_deref().is_some_and(Path::is_dir);
        let is_inside = target.as_deref().is_some_and(|target| target.starts_with(root));
        if is_folder || (is_wanted(entry.file_name()) && !is_inside) {
            return Err(EdgeError::StrayLink(path.to_owned()));
        }
    } else if kind.is_dir() || entry.depth() == 0 {
        return Ok(None);
    }
    if !is_wanted(entry.file_name()) {
        return Ok(None);
    }
    let name = name_in(folder, path).ok_or_else(|| EdgeError::BadName(path.to_owned()))?;
    Ok(Some((path.to_owned(), name)))
}

/// The path as the program knows it: relative to the folder, with `/`.
fn name_in(folder: &Path, path: &Path) -> Option<String> {
    let name = path.strip_prefix(folder).ok()?.to_str()?;
    Some(if MAIN_SEPARATOR == '/' { name.to_owned() } else { name.replace(MAIN_SEPARATOR, "/") })
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

fn is_definition(name: &OsStr) -> bool {
    has_ending(name, &["yaml", "yml", "md"])
}

fn has_ending(name: &OsStr, endings: &[&str]) -> bool {
    let ending = Path::new(name).extension().and_then(OsStr::to_str);
    ending.is_some_and(|ending| endings.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

/// `A.YAML` is a definition on Windows, so it is one everywhere, under one name.
pub(super) fn with_small_ending(name: &str) -> String {
    let ending = name.rfind('.').unwrap_or(name.len());
    format!("{}{}", &name[..ending], name[ending..].to_ascii_lowercase())
}

fn walk_error(folder: &Path, error: walkdir::Error) -> EdgeError {
    let path = error.path().unwrap_or(folder).to_owned();
    EdgeError::reading(&path, error.into())
}

/// The file's bytes, unless there are too many: the bound holds even while the file grows.
fn read_bounded(path: &Path) -> Result<Vec<u8>, EdgeError> {
    let reading = |error| EdgeError::reading(path, error);
    // Looked at before it is opened: to open a pipe is to wait for its writer.
    let data = fs::metadata(path).map_err(reading)?;
    if !data.is_file() {
        return Err(EdgeError::NotAFile(path.to_owned()));
    }
    let file = File::open(path).map_err(reading)?;
    let mut bytes = Vec::with_capacity(data.len().min(FILE_BYTES_MAX) as usize);
    file.take(FILE_BYTES_MAX + 1).read_to_end(&mut bytes).map_err(reading)?;
    if bytes.len() as u64 > FILE_BYTES_MAX {
        return Err(EdgeError::TooLarge { path: path.to_owned(), limit_bytes: FILE_BYTES_MAX });
    }
    Ok(bytes)
}

fn all_or_errors<T>(results: Vec<Result<T, EdgeError>>) -> Result<Vec<T>, EdgeError> {
    let (mut values, mut errors) = (Vec::with_capacity(results.len()), Vec::new());
    for result in results {
        match result {
            Ok(value) => values.push(value),
            Err(error) => errors.push(error),
        }
    }
    EdgeError::all(errors).map_or(Ok(values), Err)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder_with(files: &[(&str, &[u8])]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, bytes) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        folder
    }

    fn paths(sources: &Sources) -> Vec<&str> {
        sources.iter().map(|(_, source)| source.path.as_str()).collect()
    }

    #[test]
    fn definitions_are_read_in_the_order_of_their_paths() {
        let folder = folder_with(&[
            ("b/z.yaml", b"z"),
            ("b/a.kk.md", b"a"),
            ("A.YML", b"u"),
            (".git/x.yaml", b"x"),
            ("b/notes.txt", b"n"),
        ]);
        assert_eq!(paths(&read_folder(folder.path()).unwrap()), ["A.yml", "b/a.kk.md", "b/z.yaml"]);
    }

    #[test]
    fn every_broken_text_is_named() {
        let folder = folder_with(&[("a.yaml", b"\xff"), ("b.yaml", b"sound"), ("c.md", b"x\n\xd0")]);
        let Err(EdgeError::Several(errors)) = read_folder(folder.path()) else { panic!("two texts are broken") };
        let lines: Vec<usize> =
            errors.iter().map(|error| if let EdgeError::BadText(bad) = error { bad.line } else { 0 }).collect();
        assert_eq!(lines, [1, 2]);
    }

    #[test]
    fn what_is_no_folder_of_definitions_is_refused() {
        let folder = folder_with(&[("file", b""), ("texts/a.md", b"")]);
        let read = |path: &str| read_folder(&folder.path().join(path));
        assert!(matches!(read("nowhere"), Err(EdgeError::Missing(_))));
        assert!(matches!(read("file"), Err(EdgeError::NotAFolder(_))));
        assert!(matches!(read("file/inner"), Err(EdgeError::NotAFolder(_))));
        assert!(matches!(read("texts"), Err(EdgeError::NoDefinitions(_))));
    }

    #[test]
    fn what_is_too_large_or_too_deep_is_refused() {
        let folder = folder_with(&[("a.yaml", b"")]);
        File::options().write(true).open(folder.path().join("a.yaml")).unwrap().set_len(FILE_BYTES_MAX + 1).unwrap();
        assert!(matches!(read_folder(folder.path()), Err(EdgeError::TooLarge { .. })));
        let deep = format!("{}a.yaml", "d/".repeat(DEPTH_MAX));
        let folder = folder_with(&[(&deep, b"")]);
        assert!(matches!(read_folder(folder.path()), Err(EdgeError::TooDeep { .. })));
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_is_not_waited_for() {
        let folder = folder_with(&[]);
        let pipe = folder.path().join("pipe.json");
        rustix::fs::mknodat(rustix::fs::CWD, &pipe, rustix::fs::FileType::Fifo, 0o600.into(), 0).unwrap();
        assert!(matches!(read_file(&pipe), Err(EdgeError::NotAFile(_))));
    }

    #[cfg(unix)]
    #[test]
    fn links_out_of_the_folder_and_in_circles_are_refused() {
        use std::os::unix::fs::symlink;
        let elsewhere = folder_with(&[("b.yaml", b"b")]);
        let folder = folder_with(&[("a.yaml", b"a")]);
        symlink("a.yaml", folder.path().join("inside.yaml")).unwrap();
        assert_eq!(paths(&read_folder(folder.path()).unwrap()), ["a.yaml", "inside.yaml"]);
        for (target, name) in [(elsewhere.path().join("b.yaml"), "out.yaml"), (folder.path().to_owned(), "circle")] {
            let link = folder.path().join(name);
            symlink(target, &link).unwrap();
            assert!(matches!(read_folder(folder.path()), Err(EdgeError::StrayLink(path)) if path == link));
            fs::remove_file(&link).unwrap();
        }
    }
}
