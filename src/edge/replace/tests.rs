//! Replacement under every stop that we can think of.

use super::*;
use crate::base::RelPath;
use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};

pub(super) fn artifacts(files: &[(&str, &str)]) -> Artifacts {
    files.iter().map(|(path, text)| (RelPath::new(path).unwrap(), text.as_bytes().to_vec())).collect()
}

fn old() -> Artifacts {
    artifacts(&[
        ("diagrams/d/r/a.svg", "a1"),
        ("diagrams/d/r/b.svg", "b1"),
        ("site/index.html", "i1"),
        ("site/gone/x.html", "x1"),
    ])
}

fn new() -> Artifacts {
    artifacts(&[
        ("diagrams/d/r/a.svg", "a2"),
        ("diagrams/d/r/b.svg", "b1"),
        ("site/index.html", "i2"),
        ("site/more/y.html", "y2"),
    ])
}

pub(super) fn replace(output: &Path, artifacts: &Artifacts) -> Result<Replaced, EdgeError> {
    replace_by(output, artifacts, MEANS)
}

pub(super) fn replace_by(output: &Path, artifacts: &Artifacts, means: Means<'_>) -> Result<Replaced, EdgeError> {
    let replacement = Replacement::open_by(output, means)?;
    artifacts.iter().for_each(|(path, bytes)| replacement.take(path.clone(), bytes.clone()));
    replacement.finish_by(means)
}

/// A foreign file in each tree and one beside them.
const FOREIGN: [(&str, &str); 3] = [("diagrams/d/notes.txt", "n"), ("site/gone/robots.txt", "r"), ("beside.txt", "s")];

pub(super) fn put(output: &Path, path: &str, text: &str) {
    let full = output.join(path);
    fs::create_dir_all(full.parent().unwrap()).unwrap();
    fs::write(full, text).unwrap();
}

/// Everything that a user sees: all files outside `.reglament`.
pub(super) fn seen(output: &Path) -> BTreeMap<String, String> {
    let walk = walkdir::WalkDir::new(output).into_iter().filter_entry(|entry| entry.file_name() != ".reglament");
    let files = walk.filter_map(Result::ok).filter(|entry| !entry.file_type().is_dir());
    files
        .map(|file| {
            let name = plan::slashed(file.path().strip_prefix(output).unwrap());
            (name, fs::read_to_string(file.path()).unwrap_or_default())
        })
        .collect()
}

/// Files of others, by their paths.
pub(super) type Foreign = [(&'static str, &'static str)];

/// What a user sees after a build into a folder with foreign files in it.
pub(super) fn expected_with(foreign: &Foreign, artifacts: &Artifacts) -> BTreeMap<String, String> {
    let made = artifacts.iter().map(|(path, bytes)| (path.to_string(), String::from_utf8(bytes.clone()).unwrap()));
    made.chain(foreign.iter().map(|(path, text)| (path.to_string(), text.to_string()))).collect()
}

fn expected(artifacts: &Artifacts) -> BTreeMap<String, String> {
    expected_with(&FOREIGN, artifacts)
}

fn in_tree<'a>(files: &'a BTreeMap<String, String>, tree: &str) -> BTreeMap<&'a str, &'a str> {
    let prefix = format!("{tree}/");
    files.iter().filter(|(path, _)| path.starts_with(&prefix)).map(|(path, text)| (&**path, &**text)).collect()
}

/// An output folder after a build, with foreign files in it.
pub(super) fn built_with(foreign: &Foreign, artifacts: &Artifacts) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    replace(folder.path(), artifacts).unwrap();
    foreign.iter().for_each(|(path, text)| put(folder.path(), path, text));
    folder
}

fn built() -> tempfile::TempDir {
    built_with(&FOREIGN, &old())
}

/// Stops a build of `new` after one of `old` at each of its moments, has `look` see what stands there then, by an
/// exchange or by two renames, and lets the next run go on. Gives the least number of moments.
pub(super) fn stop_at_every_moment(
    foreign: &Foreign,
    [old, new]: [&Artifacts; 2],
    look: impl Fn(&Path, bool),
) -> usize {
    let mut least = usize::MAX;
    for can_exchange in [true, false] {
        let mut stops = 0;
        loop {
            let folder = built_with(foreign, old);
            let count = Cell::new(0);
            let stop = |moment: Moment| {
                if count.get() == stops {
                    panic!("stopped at {moment:?}");
                }
                count.set(count.get() + 1);
            };
            let means = Means { can_exchange, at: &stop };
            let stopped = catch_unwind(AssertUnwindSafe(|| replace_by(folder.path(), new, means))).is_err();
            look(folder.path(), can_exchange);
            // The next run may bring the same text or, after an undo, the old one.
            let next = if stops % 2 == 0 { new } else { old };
            replace(folder.path(), next).unwrap();
            let expected = expected_with(foreign, next);
            assert_eq!(seen(folder.path()), expected, "after stop {stops}, exchange: {can_exchange}");
            assert_no_litter(folder.path());
            if !stopped {
                break;
            }
            stops += 1;
        }
        least = least.min(stops);
    }
    least
}

pub(super) fn assert_no_litter(output: &Path) {
    let mut names: Vec<_> =
        fs::read_dir(output.join(".reglament")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, [".gitignore", "lock", "manifest.json"]);
}

#[test]
fn replaces_and_keeps_what_is_foreign() {
    let folder = built();
    let done = replace(folder.path(), &new()).unwrap();
    assert_eq!(seen(folder.path()), expected(&new()));
    assert_eq!(done, Replaced { written: 3, unchanged: 1, removed: 1, set_aside: Vec::new() });
    assert_no_litter(folder.path());
}

#[test]
fn a_stop_at_any_moment_leaves_each_tree_whole() {
    let stops = stop_at_every_moment(&FOREIGN, [&old(), &new()], assert_whole);
    assert!(stops >= 8, "every moment was stopped at, not only {stops}");
}

/// Each tree is the old or the new; by two renames it may be away for an instant, and then both are on the disk.
fn assert_whole(output: &Path, can_exchange: bool) {
    let (seen, old, new) = (seen(output), expected(&old()), expected(&new()));
    for tree in ["diagrams", "site"] {
        let is_away = !can_exchange && !output.join(tree).exists() && output.join(".reglament/old").join(tree).exists();
        let now = in_tree(&seen, tree);
        assert!(is_away || now == in_tree(&old, tree) || now == in_tree(&new, tree), "{tree}: {now:?}");
    }
}

#[test]
fn where_one_tree_cannot_be_switched_none_is() {
    for can_exchange in [true, false] {
        let folder = built();
        let before = seen(folder.path());
        // The second tree finds the place of its old one taken.
        let take_place = |moment: Moment| {
            if moment == Moment::Journalled {
                put(folder.path(), ".reglament/old/site/taken.txt", "taken");
            }
        };
        let failed = replace_by(folder.path(), &new(), Means { can_exchange, at: &take_place });
        assert!(matches!(failed, Err(EdgeError::Io { .. })), "{failed:?}");
        assert_eq!(seen(folder.path()), before, "exchange: {can_exchange}");
        assert!(!folder.path().join(".reglament/journal.json").exists());
        replace(folder.path(), &new()).unwrap();
        let mut expected = expected(&new());
        expected.insert("site/taken.txt".to_owned(), "taken".to_owned());
        assert_eq!(seen(folder.path()), expected, "what was in the place is not lost");
        assert_no_litter(folder.path());
    }
}

#[test]
fn an_unchanged_tree_is_not_touched() {
    let folder = built();
    let mut artifacts = old();
    artifacts.insert(RelPath::new("site/index.html").unwrap(), b"i9".to_vec());
    let drawing = folder.path().join("diagrams/d/r/a.svg");
    let before =
        (stage::number_of(&folder.path().join("diagrams")), fs::metadata(&drawing).unwrap().modified().unwrap());
    replace(folder.path(), &artifacts).unwrap();
    let after =
        (stage::number_of(&folder.path().join("diagrams")), fs::metadata(&drawing).unwrap().modified().unwrap());
    assert_eq!(before, after);
    let again = replace(folder.path(), &artifacts).unwrap();
    assert_eq!(again, Replaced { unchanged: 4, ..Replaced::default() });
}

#[cfg(unix)]
#[test]
fn an_unchanged_file_of_a_changed_tree_stays_the_same_file() {
    let folder = built();
    let same = folder.path().join("diagrams/d/r/b.svg");
    let before = stage::number_of(&same);
    replace(folder.path(), &new()).unwrap();
    assert_eq!(stage::number_of(&same), before);
}

#[test]
fn a_foreign_file_at_our_path_is_set_aside() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "site/index.html", "mine");
    let done = replace(folder.path(), &old()).unwrap();
    assert_eq!(done.set_aside, [folder.path().join(".reglament/kept/site/index.html")]);
    assert_eq!(fs::read_to_string(&done.set_aside[0]).unwrap(), "mine");
    // An edit of what the program wrote is the editor's, too, and does not take the place of the first.
    put(folder.path(), "site/index.html", "edited");
    let done = replace(folder.path(), &new()).unwrap();
    assert_eq!(fs::read_to_string(&done.set_aside[0]).unwrap(), "edited");
    assert_eq!(fs::read_to_string(folder.path().join(".reglament/kept/site/index.html")).unwrap(), "mine");
}

#[test]
fn an_edited_file_that_is_no_longer_made_stays() {
    let folder = built();
    put(folder.path(), "site/gone/x.html", "edited");
    replace(folder.path(), &new()).unwrap();
    assert_eq!(fs::read_to_string(folder.path().join("site/gone/x.html")).unwrap(), "edited");
}

#[test]
fn a_file_that_comes_while_the_tree_is_made_is_not_lost() {
    for can_exchange in [true, false] {
        let folder = built();
        let come = |moment: Moment| {
            if moment == Moment::Staged {
                put(folder.path(), "site/late/news.txt", "late");
            }
        };
        replace_by(folder.path(), &new(), Means { can_exchange, at: &come }).unwrap();
        assert_eq!(fs::read_to_string(folder.path().join("site/late/news.txt")).unwrap(), "late");
    }
}

#[test]
fn what_is_in_the_way_is_named_and_nothing_changes() {
    let folder = built();
    put(folder.path(), "site/more", "a file where a folder must be");
    let before = seen(folder.path());
    let error = replace(folder.path(), &new()).unwrap_err();
    assert!(matches!(&error, EdgeError::InTheWay(path) if path.ends_with("site/more")), "{error:?}");
    assert_eq!(seen(folder.path()), before);
    assert_no_litter(folder.path());
}

#[test]
fn an_output_that_is_a_file_is_named() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "output", "a file");
    for output in ["output", "output/inner"] {
        let error = replace(&folder.path().join(output), &old()).unwrap_err();
        assert!(matches!(&error, EdgeError::NotAFolder(path) if path.ends_with("output")), "{error:?}");
    }
    assert_eq!(seen(folder.path()), BTreeMap::from([("output".to_owned(), "a file".to_owned())]));
}

#[test]
fn a_busy_folder_is_named() {
    let folder = built();
    let other = State::open(folder.path()).unwrap();
    assert!(matches!(replace(folder.path(), &new()), Err(EdgeError::Busy(_))));
    drop(other);
    assert!(replace(folder.path(), &new()).is_ok());
}

#[test]
fn drift_is_told_and_nothing_written() {
    let folder = built();
    let before = seen(folder.path());
    let mut wanted = new();
    wanted.insert(RelPath::new("diagrams/d/r/c.svg").unwrap(), b"c".to_vec());
    let drift = compare(folder.path(), "diagrams", &wanted).unwrap();
    let named = |path: &str| format!("diagrams/d/{path}");
    assert_eq!(
        drift,
        [Drift::Differs(named("r/a.svg")), Drift::Missing(named("r/c.svg")), Drift::Extra(named("notes.txt"))]
    );
    assert_eq!(compare(folder.path(), "site", &old()).unwrap(), [Drift::Extra("site/gone/robots.txt".to_owned())]);
    assert_eq!(seen(folder.path()), before);
}

#[cfg(unix)]
#[test]
fn links_and_empty_folders_of_others_stay() {
    let folder = built();
    std::os::unix::fs::symlink("index.html", folder.path().join("site/start.html")).unwrap();
    std::os::unix::fs::symlink("/nowhere", folder.path().join("site/dangling")).unwrap();
    fs::create_dir_all(folder.path().join("site/empty/inner")).unwrap();
    replace(folder.path(), &new()).unwrap();
    assert_eq!(fs::read_link(folder.path().join("site/start.html")).unwrap(), Path::new("index.html"));
    assert_eq!(fs::read_link(folder.path().join("site/dangling")).unwrap(), Path::new("/nowhere"));
    assert!(folder.path().join("site/empty/inner").is_dir());
    assert_no_litter(folder.path());
}

#[test]
fn a_build_that_is_given_up_leaves_nothing() {
    let folder = built();
    let before = seen(folder.path());
    let given_up = Replacement::open(folder.path()).unwrap();
    new().into_iter().for_each(|(path, bytes)| given_up.take(path, bytes));
    drop(given_up);
    assert_eq!(seen(folder.path()), before);
    assert_no_litter(folder.path());
}
