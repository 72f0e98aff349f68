//! What the two arguments name: a revision, a part of one, a folder or a file.

use super::Diff;
use super::pick::stem;
use crate::cli::failure::Failure;
use crate::edge::{EdgeError, Repository, State};
use crate::source::is_yaml;
use std::path::{Path, PathBuf};

/// Old and new.
pub(super) struct Sides {
    pub sides: [Side; 2],
}

/// One state of the definitions.
pub(super) struct Side {
    pub state: State,
    /// What messages call it.
    pub label: String,
    /// The one file that was asked for, where it was a file.
    pub file: Option<String>,
    /// The drawings of the same state, where it is a whole one.
    pub drawings: Option<State>,
    /// There was no definition in the old revision yet.
    pub is_empty: bool,
    is_revision: bool,
    /// The revision was named, and nothing in it.
    is_whole_revision: bool,
}

impl Side {
    fn on_disk(state: State, label: String, file: Option<String>, drawings: Option<State>) -> Side {
        Side { state, label, file, drawings, is_empty: false, is_revision: false, is_whole_revision: false }
    }
}

/// What an argument names.
enum Named {
    /// The definitions as they are on the disk just now.
    Working,
    Tree(PathBuf),
    Revision {
        revision: String,
        path: Option<String>,
    },
}

impl Named {
    fn revision(word: &str) -> Named {
        let word = if word.is_empty() { "HEAD" } else { word };
        Named::Revision { revision: word.to_owned(), path: None }
    }
}

pub(super) fn resolve(asked: &Diff) -> Result<Sides, Failure> {
    let [old, new] = meant(asked)?;
    let mut sides = [side(old, asked)?, side(new, asked)?];
    // A repository had its first definitions some day.
    let has_begun = sides[0].is_whole_revision && has_definitions(&sides[1]).is_ok();
    sides[0].is_empty = has_begun && has_definitions(&sides[0]).is_err();
    sides.iter().filter(|side| !side.is_empty).try_for_each(has_definitions)?;
    Ok(Sides { sides })
}

/// Old and new, where the words may name one of them only.
fn meant(asked: &Diff) -> Result<[Named; 2], Failure> {
    let (word, new) = match (&asked.old, &asked.new) {
        (None, _) => return Ok([Named::revision("HEAD"), Named::Working]),
        (Some(old), new) => (old, new),
    };
    if let Some(new) = new {
        return Ok([named(word)?, named(new)?]);
    }
    if let Some(range) = range(word)? {
        return Ok(range);
    }
    match named(word)? {
        // A file alone is compared with itself at another time.
        Named::Tree(file) if file.is_file() => {
            let path = repository()?.path_inside(&file).ok_or_else(|| EdgeError::OutsideRepository(file.clone()))?;
            Ok([Named::Revision { revision: "HEAD".to_owned(), path: Some(path) }, Named::Tree(file)])
        }
        Named::Revision { revision, path: Some(path) } if is_definition(&path) => {
            let git = repository()?;
            let file = git.on_disk(&path).ok_or_else(|| bare(&git))?;
            Ok([Named::Revision { revision, path: Some(path) }, Named::Tree(file)])
        }
        // So is a folder of the definitions; one of drafts is the older state of them all.
        Named::Tree(folder) => Ok(match part_of_source(&folder, asked) {
            Some(path) => [Named::Revision { revision: "HEAD".to_owned(), path: Some(path) }, Named::Tree(folder)],
            None => [Named::Tree(folder), Named::Working],
        }),
        Named::Revision { revision, path: Some(path) } => {
            let new = on_disk_too(&path).map_or(Named::Working, Named::Tree);
            Ok([Named::Revision { revision, path: Some(path) }, new])
        }
        old => Ok([old, Named::Working]),
    }
}

/// The path in the repository of a folder that is that of the definitions, or lies in it.
fn part_of_source(folder: &Path, asked: &Diff) -> Option<String> {
    let git = repository().ok()?;
    let (path, source) = (git.path_inside(folder)?, git.path_inside(&asked.source)?);
    let is_part = source.is_empty() || path == source || path.starts_with(&format!("{source}/"));
    is_part.then_some(path)
}

/// The folder of the disk that a path of the repository names.
fn on_disk_too(path: &str) -> Option<PathBuf> {
    repository().ok()?.on_disk(path).filter(|folder| folder.is_dir())
}

/// `OLD..NEW`; `OLD...NEW` is what NEW brought since both went their own ways.
fn range(word: &str) -> Result<Option<[Named; 2]>, Failure> {
    let Some((old, new)) = word.split_once("..").filter(|(_, new)| !new.starts_with('/')) else { return Ok(None) };
    if Path::new(word).exists() {
        return Ok(None);
    }
    match new.strip_prefix('.') {
        None => Ok(Some([named_or_head(old)?, named_or_head(new)?])),
        Some(new) => {
            let or_head = |word: &str| if word.is_empty() { "HEAD".to_owned() } else { word.to_owned() };
            let base = repository()?.merge_base(&or_head(old), &or_head(new))?;
            Ok(Some([Named::revision(&base.to_string()), Named::revision(new)]))
        }
    }
}

fn named_or_head(word: &str) -> Result<Named, Failure> {
    if word.is_empty() { Ok(Named::revision("HEAD")) } else { named(word) }
}

fn bare(git: &Repository) -> EdgeError {
    EdgeError::BareRepository(git.bare().unwrap_or_else(|| PathBuf::from(".")))
}

/// Two states that say nothing are equal, and nobody who names them means that.
fn has_definitions(side: &Side) -> Result<(), EdgeError> {
    let is_meant = |name: &&str| side.file.as_ref().is_none_or(|file| stem(file) == stem(name));
    match side.state.names().filter(is_meant).any(is_yaml) {
        true => Ok(()),
        false if side.is_revision => Err(EdgeError::NoDefinitionsThen { label: side.label.clone() }),
        false => Err(EdgeError::NoDefinitions(PathBuf::from(&side.label))),
    }
}

/// What is on the disk wins: a branch of the same name can be called `refs/heads/NAME`. A file that is no definition
/// does not: in a repository without a working tree, `HEAD` is one.
fn named(word: &str) -> Result<Named, Failure> {
    let path = Path::new(word);
    if path.is_file() && !is_definition(word) {
        return match repository().is_ok_and(|git| git.resolve(word).is_ok()) {
            true => Ok(Named::revision(word)),
            false => Err(EdgeError::NotADefinition(path.to_owned()).into()),
        };
    }
    if path.exists() {
        return Ok(Named::Tree(path.to_owned()));
    }
    Ok(match word.split_once(':') {
        Some((revision, path)) => Named::Revision {
            revision: if revision.is_empty() { "HEAD".to_owned() } else { revision.to_owned() },
            path: Some(path.trim_matches('/').to_owned()),
        },
        None => Named::Revision { revision: word.to_owned(), path: None },
    })
}

fn side(named: Named, asked: &Diff) -> Result<Side, Failure> {
    match named {
        Named::Working => {
            if !asked.source.exists()
                && let Ok(git) = repository()
                && git.bare().is_some()
            {
                return Err(bare(&git).into());
            }
            on_disk(&asked.source, asked, true)
        }
        Named::Tree(path) => on_disk(&path, asked, false),
        Named::Revision { revision, path } => in_revision(&revision, path, asked),
    }
}

fn on_disk(path: &Path, asked: &Diff, is_working_tree: bool) -> Result<Side, Failure> {
    let label = path.to_string_lossy().into_owned();
    let whole = |path: &Path| State::of_folder(path, is_definition);
    if path.is_file() {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let file = path.file_name().map(|name| name.to_string_lossy().into_owned());
        return Ok(Side::on_disk(whole(folder)?, label, file, None));
    }
    let drawings = (is_working_tree && asked.diagrams.is_dir()).then(|| State::of_folder(&asked.diagrams, is_drawing));
    Ok(Side::on_disk(whole(path)?, label, None, drawings.transpose()?))
}

fn in_revision(revision: &str, path: Option<String>, asked: &Diff) -> Result<Side, Failure> {
    let here = repository()?;
    let shown = shortened(revision);
    let label = path.as_ref().map_or_else(|| shown.to_owned(), |path| format!("{shown}:{path}"));
    if let Some(path) = path.as_ref().filter(|path| is_definition(path)) {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let state = State::of_revision(here, revision, folder, is_definition)?;
        if !state.has(name) {
            let (revision, path) = (revision.to_owned(), path.clone());
            return Err(EdgeError::NotInRevision { revision, path }.into());
        }
        let side = Side::on_disk(state, label, Some(name.to_owned()), None);
        return Ok(Side { is_revision: true, ..side });
    }
    let drawings = match path.is_none().then(|| inside(&here, &asked.diagrams).ok()).flatten() {
        // A repository need not keep its drawings.
        Some(drawings) => State::of_revision(repository()?, revision, &drawings, is_drawing).ok(),
        None => None,
    };
    let is_whole_revision = path.is_none();
    let path = path.map_or_else(|| inside(&here, &asked.source), Ok)?;
    let state = match State::of_revision(here, revision, &path, is_definition) {
        Err(EdgeError::NotInRevision { .. }) if is_whole_revision => State::default(),
        state => state?,
    };
    Ok(Side { is_revision: true, is_whole_revision, ..Side::on_disk(state, label, None, drawings) })
}

/// A folder as its repository knows it.
pub(super) fn inside(git: &Repository, folder: &Path) -> Result<String, EdgeError> {
    match git.path_inside(folder) {
        Some(path) => Ok(path),
        None if git.bare().is_some() => Ok(folder.to_string_lossy().replace('\\', "/")),
        None => Err(EdgeError::OutsideRepository(folder.to_owned())),
    }
}

/// The id of a commit as people write it.
pub(super) fn shortened(revision: &str) -> &str {
    let is_id = revision.len() == 40 && revision.bytes().all(|byte| byte.is_ascii_hexdigit());
    if is_id { &revision[..10] } else { revision }
}

pub(super) fn repository() -> Result<Repository, Failure> {
    Ok(Repository::discover(Path::new("."))?)
}

pub(super) fn is_definition(name: &str) -> bool {
    [".yaml", ".yml", ".md"].iter().any(|ending| name.ends_with(ending))
}

fn is_drawing(name: &str) -> bool {
    name.ends_with(".svg")
}

/// What stands before the names of files in messages.
pub(super) fn shown_folder(side: &Side) -> PathBuf {
    match side.file {
        Some(_) => PathBuf::from("."),
        None => PathBuf::from(&side.label),
    }
}
