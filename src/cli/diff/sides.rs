//! What the two arguments name: a revision, a part of one, a folder or a file.

use super::Diff;
use super::pick::stem;
use crate::cli::failure::Failure;
use crate::edge::{EdgeError, Repository, State};
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
}

/// What an argument names.
enum Named {
    Tree(PathBuf),
    Revision { revision: String, path: Option<String> },
}

pub(super) fn resolve(asked: &Diff) -> Result<Sides, Failure> {
    let (old, new) = match (&asked.old, &asked.new) {
        (Some(range), None) if !Path::new(range).exists() && range.contains("..") && !range.contains("...") => {
            let (old, new) = range.split_once("..").unwrap_or((range, ""));
            let or_head = |word: &str| Some(if word.is_empty() { "HEAD".to_owned() } else { word.to_owned() });
            (or_head(old), or_head(new))
        }
        (old, new) => (old.clone().or_else(|| Some("HEAD".to_owned())), new.clone()),
    };
    let side = |word: &Option<String>| match word {
        Some(word) => side(named(word), asked, false),
        None => side(Named::Tree(asked.source.clone()), asked, true),
    };
    let sides = [side(&old)?, side(&new)?];
    sides.iter().try_for_each(has_definitions)?;
    Ok(Sides { sides })
}

/// Two states that say nothing are equal, and nobody who names them means that.
fn has_definitions(side: &Side) -> Result<(), EdgeError> {
    let is_meant = |name: &&str| side.file.as_ref().is_none_or(|file| stem(file) == stem(name));
    let is_yaml = |name: &str| name.ends_with(".yaml") || name.ends_with(".yml");
    match side.state.names().filter(is_meant).any(is_yaml) {
        true => Ok(()),
        false => Err(EdgeError::NoDefinitions(PathBuf::from(&side.label))),
    }
}

/// What is on the disk wins: a branch of the same name can be called `refs/heads/NAME`.
fn named(word: &str) -> Named {
    if Path::new(word).exists() {
        return Named::Tree(word.into());
    }
    match word.split_once(':') {
        Some((revision, path)) => Named::Revision {
            revision: if revision.is_empty() { "HEAD".to_owned() } else { revision.to_owned() },
            path: Some(path.trim_matches('/').to_owned()),
        },
        None => Named::Revision { revision: word.to_owned(), path: None },
    }
}

fn side(named: Named, asked: &Diff, is_working_tree: bool) -> Result<Side, Failure> {
    match named {
        Named::Tree(path) => on_disk(&path, asked, is_working_tree),
        Named::Revision { revision, path } => in_revision(&revision, path, asked),
    }
}

fn on_disk(path: &Path, asked: &Diff, is_working_tree: bool) -> Result<Side, Failure> {
    let label = path.to_string_lossy().into_owned();
    if path.is_file() {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let file = path.file_name().map(|name| name.to_string_lossy().into_owned());
        return Ok(Side { state: State::of_folder(folder, is_definition)?, label, file, drawings: None });
    }
    let drawings = (is_working_tree && asked.diagrams.is_dir()).then(|| State::of_folder(&asked.diagrams, is_drawing));
    Ok(Side { state: State::of_folder(path, is_definition)?, label, file: None, drawings: drawings.transpose()? })
}

fn in_revision(revision: &str, path: Option<String>, asked: &Diff) -> Result<Side, Failure> {
    let here = repository()?;
    let label = path.as_ref().map_or_else(|| revision.to_owned(), |path| format!("{revision}:{path}"));
    if let Some(path) = path.as_ref().filter(|path| is_definition(path)) {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let state = State::of_revision(here, revision, folder, is_definition)?;
        if !state.has(name) {
            let (revision, path) = (revision.to_owned(), path.clone());
            return Err(EdgeError::NotInRevision { revision, path }.into());
        }
        return Ok(Side { state, label, file: Some(name.to_owned()), drawings: None });
    }
    let inside =
        |folder: &Path| here.path_inside(folder).unwrap_or_else(|| folder.to_string_lossy().replace('\\', "/"));
    let drawings = path.is_none().then(|| inside(&asked.diagrams));
    let path = path.unwrap_or_else(|| inside(&asked.source));
    let drawings = match drawings {
        // A repository need not keep its drawings.
        Some(drawings) => State::of_revision(repository()?, revision, &drawings, is_drawing).ok(),
        None => None,
    };
    Ok(Side { state: State::of_revision(here, revision, &path, is_definition)?, label, file: None, drawings })
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
