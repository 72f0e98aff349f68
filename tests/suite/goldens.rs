//! Goldens at two stages, so that a change of layout and a change of drawing can be told apart.
//!
//! Placed geometry lies under `tests/golden/`; the drawings of the real regulations are `output/diagrams/` themselves.
//! `UPDATE=1 cargo test --release` writes them anew and says which stage of which drawing changed. A missing golden fails.

use crate::corpus::{files, real, root};
use reglament::pipeline;
use std::fs;
use std::path::{Path, PathBuf};

/// Compares with `tests/golden/<name>`.
pub fn golden(name: &str, actual: &str) {
    let wrong = differs(&root().join("tests/golden").join(name), actual);
    assert!(wrong.is_none(), "{}", wrong.unwrap_or_default());
}

/// What is wrong with a golden; with `UPDATE=1` it is written instead.
fn differs(path: &Path, actual: &str) -> Option<String> {
    let expected = fs::read_to_string(path).ok().map(|text| text.replace("\r\n", "\n"));
    if expected.as_deref() == Some(actual) {
        return None;
    }
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder of goldens");
        fs::write(path, actual).expect("the golden");
        println!("written: {}", path.display());
        return None;
    }
    let Some(expected) = expected else { return Some(format!("{}: missing (UPDATE=1 writes it)", path.display())) };
    let line = expected.lines().zip(actual.lines()).position(|(a, b)| a != b).unwrap_or_default();
    let at = |text: &str| text.lines().nth(line).unwrap_or("(no such line)").to_owned();
    Some(format!("{}:{}:\n  golden: {}\n  now:    {}", path.display(), line + 1, at(&expected), at(actual)))
}

#[test]
fn geometry_of_the_real_drawings() {
    let mut wrong = Vec::new();
    for figure in &real().figures {
        let path = root().join("tests/golden/geometry").join(format!("{}.json", figure.name));
        wrong.extend(differs(&path, &pipeline::geometry(&figure.paper, figure)));
    }
    assert!(wrong.is_empty(), "the layout moved:\n{}", wrong.join("\n"));
}

#[test]
fn drawings_of_the_real_regulations() {
    let mut wrong = Vec::new();
    for (path, bytes) in real().artifacts.iter().filter(|(path, _)| path.as_str().starts_with("diagrams/")) {
        let svg = std::str::from_utf8(bytes).expect("UTF-8");
        wrong.extend(differs(&root().join("output").join(path.as_str()), svg));
    }
    assert!(wrong.is_empty(), "the drawing changed:\n{}", wrong.join("\n"));
}

/// What is committed is what the sources give: nothing less, nothing more.
#[test]
fn no_drawing_is_left_over() {
    let folder = root().join("output/diagrams");
    let on_disk: Vec<PathBuf> =
        files(&folder).into_iter().filter(|path| path.extension().is_some_and(|e| e == "svg")).collect();
    let made = real().artifacts.keys().filter(|path| path.as_str().starts_with("diagrams/")).count();
    assert_eq!(on_disk.len(), made);
    assert_eq!(made, 18);
}

/// The hard rules hold on paper and on the web.
#[test]
fn the_hard_rules_hold_on_every_real_drawing() {
    for figure in &real().figures {
        for (name, placed) in [("paper", &figure.paper), ("web", &figure.web)] {
            assert!(placed.layout.notes.is_empty(), "{} on {name}: {:?}", figure.name, placed.layout.notes);
        }
    }
}
