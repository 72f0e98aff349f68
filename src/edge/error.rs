//! What can be wrong with the world: files, folders, disks. Data only; `cli` words it.

use std::io;
use std::path::{Path, PathBuf};

/// A wrong world. Nothing that was there before has been changed.
#[derive(Debug)]
pub enum EdgeError {
    /// Nothing stands at the path.
    Missing(PathBuf),
    /// A file stands where a folder is needed.
    NotAFolder(PathBuf),
    /// A folder stands where a file is needed.
    NotAFile(PathBuf),
    /// A folder without one definition in it.
    NoDefinitions(PathBuf),
    /// A text that is not UTF-8.
    BadText(BadText),
    /// The name of a file or a folder is not UTF-8.
    BadName(PathBuf),
    /// A link that leads out of its folder, to another folder, or nowhere.
    StrayLink(PathBuf),
    /// One file is too large to be a definition.
    TooLarge { path: PathBuf, limit_bytes: u64 },
    /// All files of a folder together are too large.
    TooMuch { folder: PathBuf, limit_bytes: u64 },
    /// Too many files in a folder.
    TooMany { folder: PathBuf, limit: usize },
    /// Folders within folders, too deep.
    TooDeep { path: PathBuf, limit: usize },
    /// Something that the program did not write stands where it has to write.
    InTheWay(PathBuf),
    /// A tree of the output folder is a link to somewhere else.
    OutputIsLink(PathBuf),
    /// What is to be created is there already.
    Exists(PathBuf),
    /// Another run is writing to the same folder.
    Busy(PathBuf),
    /// A port that cannot be listened on.
    Port { port: u16, error: io::Error },
    /// No Git repository holds the folder.
    NotARepository(PathBuf),
    /// No commit has this name; with the names that there are, and with the one that it counts back from.
    NoRevision { revision: String, known: Vec<String>, is_shallow: bool, begins: Option<String> },
    /// The revision has no such file or folder.
    NotInRevision { revision: String, path: String },
    /// The folder is there in the revision, and there is no definition in it.
    NoDefinitionsThen { label: String },
    /// A file that is no definition.
    NotADefinition(PathBuf),
    /// The path lies in a repository of its own.
    Submodule { revision: String, path: String },
    /// The repository knows nothing of what lies there.
    OutsideRepository(PathBuf),
    /// A repository without a working tree.
    BareRepository(PathBuf),
    /// Two revisions with no history in common.
    NothingInCommon { one: String, other: String },
    /// The clone was cut off before what is needed.
    ShallowClone,
    /// The clone leaves out what it can fetch.
    PartialClone,
    /// Git's objects cannot be read, in its own words.
    Git(String),
    /// The system refused.
    Io { doing: Doing, path: PathBuf, error: io::Error },
    /// More than one of the above.
    Several(Vec<EdgeError>),
}

/// What was tried when the system refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    Reading,
    Writing,
}

/// Where a text stops being UTF-8.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadText {
    pub path: PathBuf,
    /// From 1.
    pub line: usize,
    /// Offset of the first wrong byte in the file, from 0.
    pub byte: usize,
    /// The file begins as UTF-16 does: «Unicode» in old editors.
    pub is_utf16: bool,
}

impl EdgeError {
    pub(super) fn reading(path: &Path, error: io::Error) -> EdgeError {
        EdgeError::of(Doing::Reading, path, error)
    }

    pub(super) fn writing(path: &Path, error: io::Error) -> EdgeError {
        EdgeError::of(Doing::Writing, path, error)
    }

    /// A part of the path that is a file explains more than the system's own words.
    fn of(doing: Doing, path: &Path, error: io::Error) -> EdgeError {
        match file_on_the_way(path) {
            Some(file) => EdgeError::NotAFolder(file),
            None if error.kind() == io::ErrorKind::NotFound && doing == Doing::Reading => {
                EdgeError::Missing(path.to_owned())
            }
            None => EdgeError::Io { doing, path: path.to_owned(), error },
        }
    }

    /// Several errors as one; `None` where there is none.
    pub(super) fn all(mut errors: Vec<EdgeError>) -> Option<EdgeError> {
        match errors.len() {
            0 | 1 => errors.pop(),
            _ => Some(EdgeError::Several(errors)),
        }
    }
}

/// The first part of the path before its last that is there and is no folder.
fn file_on_the_way(path: &Path) -> Option<PathBuf> {
    let mut before: Vec<&Path> = path.ancestors().skip(1).filter(|part| !part.as_os_str().is_empty()).collect();
    before.reverse();
    before.into_iter().find(|part| part.metadata().is_ok_and(|data| !data.is_dir())).map(Path::to_owned)
}
