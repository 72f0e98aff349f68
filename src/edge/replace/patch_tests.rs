//! Replacement file by file, under every stop that we can think of.

use super::tests::{
    artifacts, assert_no_litter, built_with, expected_with, put, replace, replace_by, seen, stop_at_every_moment,
};
use super::*;
use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs;

/// So many pages that a few changed ones are few.
fn padded(files: &[(&str, &str)]) -> Artifacts {
    let pages: Vec<(String, String)> = (0..40).map(|n| (format!("site/pages/{n}.html"), format!("page {n}"))).collect();
    let mut all = artifacts(files);
    all.extend(artifacts(&pages.iter().map(|(path, text)| (&**path, &**text)).collect::<Vec<_>>()));
    all
}

fn old() -> Artifacts {
    padded(&[
        ("diagrams/d/r/a.svg", "a1"),
        ("diagrams/d/r/b.svg", "b1"),
        ("site/index.html", "i1"),
        ("site/kk/d/page.html", "p1"),
        ("site/gone/x.html", "x1"),
        ("site/gone/deep/y.html", "y1"),
    ])
}

fn new() -> Artifacts {
    padded(&[
        ("diagrams/d/r/a.svg", "a2"),
        ("diagrams/d/r/b.svg", "b1"),
        ("site/index.html", "i2"),
        ("site/kk/d/page.html", "p2"),
        ("site/more/and/more/z.html", "z2"),
    ])
}

/// Of others: in a folder whose page changes, and in one whose page goes.
const FOREIGN: [(&str, &str); 2] = [("site/kk/d/notes.txt", "n"), ("site/gone/robots.txt", "r")];

fn expected(artifacts: &Artifacts) -> BTreeMap<String, String> {
    expected_with(&FOREIGN, artifacts)
}

fn built() -> tempfile::TempDir {
    built_with(&FOREIGN, &old())
}

fn root_of(output: &Path) -> [Option<u64>; 2] {
    ["diagrams", "site"].map(|tree| stage::number_of(&output.join(tree)))
}

#[test]
fn few_files_are_switched_where_they_stand() {
    let folder = built();
    let roots = root_of(folder.path());
    let done = replace(folder.path(), &new()).unwrap();
    assert_eq!(done, Replaced { written: 4, unchanged: 41, removed: 2, set_aside: Vec::new() });
    assert_eq!(seen(folder.path()), expected(&new()));
    assert!(!folder.path().join("site/gone/deep").exists(), "a folder that held only what is gone goes with it");
    assert!(folder.path().join("site/gone").is_dir());
    assert_no_litter(folder.path());
    if cfg!(unix) {
        assert_eq!(root_of(folder.path()), roots, "no tree was made anew");
    }
}

#[test]
fn a_stop_at_any_moment_leaves_each_file_whole() {
    let stops = stop_at_every_moment(&FOREIGN, [&old(), &new()], assert_old_or_new);
    assert!(stops >= 12, "every moment was stopped at, not only {stops}");
}

/// Each file is that of before or the one to come; what is added comes before anything changes, what is gone goes last.
fn assert_old_or_new(output: &Path, can_exchange: bool) {
    let (seen, old, new) = (seen(output), expected(&old()), expected(&new()));
    let is_changed = |path: &str| seen.get(path) == new.get(path) && old.get(path) != new.get(path);
    for path in old.keys().chain(new.keys()) {
        let (now, before, after) = (seen.get(path), old.get(path), new.get(path));
        let is_away = !can_exchange && now.is_none() && output.join(".reglament/old").join(path).exists();
        assert!(is_away || now == before || now == after, "{path}: {now:?}");
    }
    let (added, changed) = ("site/more/and/more/z.html", ["diagrams/d/r/a.svg", "site/kk/d/page.html"]);
    let (index, gone) = ("site/index.html", ["site/gone/x.html", "site/gone/deep/y.html"]);
    assert!(is_changed(added) || !changed.iter().any(|path| is_changed(path)));
    assert!(changed.iter().all(|path| is_changed(path)) || !is_changed(index));
    assert!(is_changed(index) || !gone.iter().any(|path| is_changed(path)));
}

/// Puts something where the old page has to go, from the journal on, `times` times.
fn replace_with_place_taken(output: &Path, can_exchange: bool, times: usize) -> Result<Replaced, EdgeError> {
    let count = Cell::new(0);
    let taken = output.join(".reglament/old/site/index.html");
    let at = |moment: Moment| {
        if moment == Moment::Journalled && count.get() < times {
            count.set(count.get() + 1);
            put(output, ".reglament/old/site/index.html", "taken");
        } else if moment == Moment::Staged {
            drop(fs::remove_file(&taken).and_then(|()| fs::remove_dir(taken.parent().unwrap())));
        }
    };
    replace_by(output, &new(), Means { can_exchange, at: &at })
}

#[test]
fn where_one_file_cannot_be_switched_none_is() {
    for can_exchange in [true, false] {
        let folder = built();
        let (before, roots) = (seen(folder.path()), root_of(folder.path()));
        // Neither file by file nor as whole trees.
        let failed = replace_with_place_taken(folder.path(), can_exchange, 2);
        assert!(matches!(failed, Err(EdgeError::Io { .. })), "{failed:?}");
        assert_eq!((seen(folder.path()), root_of(folder.path())), (before, roots), "exchange: {can_exchange}");
        assert!(!folder.path().join("site/more").exists(), "folders that were made are taken away");
        assert!(!folder.path().join(".reglament/journal.json").exists());
        replace(folder.path(), &new()).unwrap();
        assert_eq!(seen(folder.path()), expected(&new()));
    }
}

#[test]
fn where_files_cannot_be_switched_trees_are() {
    for can_exchange in [true, false] {
        let folder = built();
        let roots = root_of(folder.path());
        replace_with_place_taken(folder.path(), can_exchange, 1).unwrap();
        assert_eq!(seen(folder.path()), expected(&new()), "exchange: {can_exchange}");
        assert_no_litter(folder.path());
        if cfg!(unix) {
            assert_ne!(root_of(folder.path()), roots, "the trees were made anew");
        }
    }
}

#[test]
fn what_others_put_in_the_place_is_set_aside() {
    let folder = built();
    put(folder.path(), "site/index.html", "edited");
    put(folder.path(), "site/more/and/more/z.html", "theirs");
    let done = replace(folder.path(), &new()).unwrap();
    let kept = |name: &str| fs::read_to_string(folder.path().join(".reglament/kept/site").join(name)).unwrap();
    assert_eq!(done.set_aside.len(), 2);
    assert_eq!([kept("index.html"), kept("more/and/more/z.html")], ["edited", "theirs"]);
    assert_eq!(seen(folder.path()), expected(&new()));
}

#[test]
fn an_edited_file_that_is_no_longer_made_stays() {
    for moment in [None, Some(Moment::Staged)] {
        let folder = built();
        let edit = |now: Option<Moment>| {
            if now == moment {
                put(folder.path(), "site/gone/x.html", "edited");
            }
        };
        edit(None);
        replace_by(folder.path(), &new(), Means { can_exchange: true, at: &|now| edit(Some(now)) }).unwrap();
        assert_eq!(fs::read_to_string(folder.path().join("site/gone/x.html")).unwrap(), "edited", "{moment:?}");
    }
}

#[test]
fn a_file_becomes_a_folder_and_a_folder_a_file() {
    let with = |files: &[(&str, &str)]| {
        let mut all = old();
        all.extend(artifacts(files));
        all
    };
    let (one, other) =
        (with(&[("site/a", "a"), ("site/b/c", "c")]), with(&[("site/a/b", "ab"), ("site/b", "no folder")]));
    let folder = tempfile::tempdir().unwrap();
    for artifacts in [&one, &other, &one] {
        replace(folder.path(), artifacts).unwrap();
        let mut expected = expected(artifacts);
        FOREIGN.iter().for_each(|(path, _)| drop(expected.remove(*path)));
        assert_eq!(seen(folder.path()), expected);
        assert_no_litter(folder.path());
    }
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link() {
    let (folder, elsewhere) = (built(), tempfile::tempdir().unwrap());
    put(elsewhere.path(), "d/page.html", "p1");
    fs::remove_dir_all(folder.path().join("site/kk")).unwrap();
    std::os::unix::fs::symlink(elsewhere.path(), folder.path().join("site/kk")).unwrap();
    let error = replace(folder.path(), &new()).unwrap_err();
    assert!(matches!(&error, EdgeError::InTheWay(path) if path.ends_with("site/kk")), "{error:?}");
    assert_eq!(fs::read_to_string(elsewhere.path().join("d/page.html")).unwrap(), "p1");
    assert_no_litter(folder.path());
}

#[test]
fn a_journal_that_leads_out_of_the_folder_is_none() {
    let (folder, outside) = (built(), tempfile::tempdir().unwrap());
    put(outside.path(), "mine.txt", "mine");
    let up = "../".repeat(20);
    let name = format!("{up}{}", outside.path().join("mine.txt").display());
    let journal = Journal { gone: vec![name], ..Journal::default() };
    journal.write(&folder.path().join(".reglament/journal.json")).unwrap();
    replace(folder.path(), &new()).unwrap();
    assert!(outside.path().join("mine.txt").exists());
    assert_eq!(seen(folder.path()), expected(&new()));
}

#[test]
fn a_journal_of_before_is_read() {
    let text = r#"{"trees": [{"name": "site", "folder": 7}]}"#;
    let journal: Journal = serde_json::from_str(text).unwrap();
    let switching = Switching { name: "site".to_owned(), number: Some(7) };
    assert_eq!(journal, Journal { switchings: vec![switching], ..Journal::default() });
}
