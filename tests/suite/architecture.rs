//! The directions of import, as `src/ARCHITECTURE.md` gives them.

use crate::corpus::{files, read, root};
use std::collections::{BTreeMap, BTreeSet};

/// The table of the map: room → rooms that it may import.
fn allowed() -> BTreeMap<String, BTreeSet<String>> {
    let map = read(&root().join("src/ARCHITECTURE.md"));
    let (_, after) = map.split_once("## Who may import whom").expect("the section");
    let table = after.split("```").nth(1).expect("the table");
    table
        .lines()
        .skip(1)
        .filter_map(|line| {
            let mut words = line.split_whitespace().map(str::to_owned);
            Some((words.next()?, words.filter(|word| word != "–").collect()))
        })
        .collect()
}

/// `src/layout/p1_cycles.rs` → `layout`; backends are rooms of their own.
fn room_of_file(path: &str) -> Option<String> {
    let mut parts = path.trim_end_matches(".rs").split('/');
    let first = parts.next()?;
    if first == "backend" {
        parts.next().filter(|name| *name != "mod").map(str::to_owned)
    } else {
        Some(first.to_owned())
    }
}

/// `crate::backend::svg::render` → `svg`.
fn room_of_path(path: &str) -> String {
    let mut parts = path.split("::").map(|part| part.trim_end_matches([';', ',', ' ']));
    let first = parts.next().unwrap_or_default();
    let room = if first == "backend" { parts.next().unwrap_or_default() } else { first };
    room.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect()
}

#[test]
fn rooms_import_only_what_the_map_allows() {
    let allowed = allowed();
    let source = root().join("src");
    let mut wrong = Vec::new();
    let mut seen = 0;
    for file in files(&source) {
        let path = file.strip_prefix(&source).expect("inside").to_string_lossy().replace('\\', "/");
        let Some(room) = room_of_file(&path).filter(|_| path.ends_with(".rs") && path != "lib.rs" && path != "main.rs")
        else {
            continue;
        };
        let Some(may) = allowed.get(&room) else {
            wrong.push(format!("{path}: room `{room}` is not on the map"));
            continue;
        };
        for (number, line) in read(&file).lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            for (at, _) in code.match_indices("crate::") {
                let target = room_of_path(&code[at + "crate::".len()..]);
                seen += 1;
                if target != room && !may.contains(&target) {
                    wrong.push(format!("src/{path}:{}: `{room}` may not import `{target}`", number + 1));
                }
            }
        }
    }
    assert!(seen > 100, "only {seen} imports were seen");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_map_has_no_circle() {
    let mut rooms = allowed();
    while !rooms.is_empty() {
        let free: Vec<String> = rooms
            .iter()
            .filter(|(_, may)| may.iter().all(|target| !rooms.contains_key(target)))
            .map(|(room, _)| room.clone())
            .collect();
        assert!(!free.is_empty(), "a circle among {:?}", rooms.keys());
        free.iter().for_each(|room| {
            rooms.remove(room);
        });
    }
}

/// The code before the tests that stand in the same file; `mod tests;` only names them, and code may follow it.
fn without_tests(text: &str) -> &str {
    const MARK: &str = "#[cfg(test)]\n";
    let opens = |(at, _): &(usize, &str)| {
        let mut rest = text[at + MARK.len()..].lines().skip_while(|line| line.starts_with("#["));
        rest.next().is_some_and(|line| line.contains("mod ") && line.ends_with('{'))
    };
    text.match_indices(MARK).find(opens).map_or(text, |(at, _)| &text[..at])
}

/// Functions stay on a screen, files have one subject.
#[test]
fn files_and_functions_stay_readable() {
    const FILE_LINES_MAX: usize = 600;
    const FUNCTION_LINES_MAX: usize = 70;
    let mut wrong = Vec::new();
    for file in files(&root().join("src")).into_iter().filter(|path| path.extension().is_some_and(|e| e == "rs")) {
        let text = read(&file);
        let name = file.display();
        // Tables of words are data.
        let is_data = text.lines().take(8).any(|line| line.contains("in the order of their codes"));
        let code: Vec<&str> = without_tests(&text).lines().collect();
        if code.len() > FILE_LINES_MAX && !is_data {
            wrong.push(format!("{name}: {} lines", code.len()));
        }
        if !text.starts_with("//!") && !text.starts_with("#![doc") {
            wrong.push(format!("{name}: no header"));
        }
        for (at, line) in code.iter().enumerate() {
            let indent = line.len() - line.trim_start().len();
            let opens = line.contains("fn ")
                && !line.trim_start().starts_with("//")
                && (line.ends_with('{') || line.ends_with('('));
            let close = format!("{}}}", " ".repeat(indent));
            let length = code[at..].iter().position(|line| **line == close).unwrap_or(0);
            if opens && length > FUNCTION_LINES_MAX {
                wrong.push(format!("{name}:{}: a function of {length} lines", at + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
