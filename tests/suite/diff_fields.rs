//! Every field of a definition is compared: each scalar of real definitions is changed in turn, and something is said.

use crate::corpus::root;
use reglament::base::{Serial, Severity, Source, Sources};
use reglament::diff::{Changes, Kind, Subject, compare};
use reglament::pipeline::{Loaded, load};

const FOLDERS: [&str; 3] = ["almaty-2019-2-203", "karagandy-2016-01-03", "zhambyl-2015-332"];

/// One decree with everything of its folder.
fn folder(name: &str) -> Vec<Source> {
    let path = root().join("regulations").join(name);
    let mut files: Vec<_> =
        std::fs::read_dir(path).expect("the folder").map(|file| file.expect("a file").path()).collect();
    files.sort();
    let read = |file: &std::path::PathBuf| Source {
        path: format!("{name}/{}", file.file_name().expect("a name").to_string_lossy()),
        text: std::fs::read_to_string(file).expect("a text"),
    };
    files.iter().map(read).collect()
}

fn loaded(sources: &[Source]) -> Loaded {
    load(Sources::new(sources.to_vec()), &Serial)
}

fn with(sources: &[Source], at: usize, text: String) -> Vec<Source> {
    let mut all = sources.to_vec();
    all[at].text = text;
    all
}

/// The scalar of a line `key: value` or `- value`, changed; the ways to change it, the likeliest first.
fn mutations(line: &str) -> Vec<String> {
    let (head, value) = match line.split_once(": ") {
        Some((key, value)) if !key.trim_start().starts_with('#') => (format!("{key}: "), value),
        _ => match line.trim_start().strip_prefix("- ") {
            Some(value) => (line[..line.len() - value.len()].to_owned(), value),
            None => return Vec::new(),
        },
    };
    let bare = value.trim_end_matches('\'');
    let close = &value[bare.len()..];
    let mut all = Vec::new();
    if let Ok(number) = value.parse::<u32>() {
        all.push(format!("{head}{}", number + 1));
    }
    let words = [
        "handbook",
        "applicant",
        "provider",
        "head",
        "officer",
        "specialist",
        "diagram",
        "yes",
        "no",
        "full",
        "used",
        "list",
        "inline",
        "prose",
        "portal",
        "office",
        "paper",
        "electronic",
        "system",
        "organisation",
        "person",
        "approving",
        "amending",
        "task",
        "arrow",
        "ru",
        "kk",
        "same day",
        "2 years",
        "2014-02-03",
    ];
    all.extend(["x", "Ә", ".", " а", "қ"].map(|tail| format!("{head}{bare}{tail}{close}")));
    all.extend(words.iter().filter(|word| **word != value).map(|word| format!("{head}{word}")));
    all
}

#[test]
fn no_scalar_of_a_definition_changes_in_silence() {
    let (mut heard, mut silent, mut invalid) = (0, Vec::new(), Vec::new());
    for name in FOLDERS {
        let sources = folder(name);
        let before = loaded(&sources);
        for (at, source) in sources.iter().enumerate().filter(|(_, source)| source.path.ends_with(".yaml")) {
            let lines: Vec<&str> = source.text.lines().collect();
            for (number, line) in lines.iter().enumerate() {
                let mut is_valid = None;
                for mutated in mutations(line) {
                    let text: Vec<&str> = lines
                        .iter()
                        .enumerate()
                        .map(|(other, line)| if other == number { mutated.as_str() } else { line })
                        .collect();
                    let after = loaded(&with(&sources, at, text.join("\n") + "\n"));
                    if after.findings.iter().any(|finding| finding.severity() == Severity::Error) {
                        continue;
                    }
                    let changes = compare(&before.corpus, &after.corpus);
                    is_valid = Some((mutated, !changes.is_empty()));
                    if !changes.is_empty() {
                        break;
                    }
                }
                match is_valid {
                    Some((_, true)) => heard += 1,
                    Some((mutated, false)) => silent.push(format!("{}:{}: {mutated}", source.path, number + 1)),
                    None if line.contains(": ") && !line.trim_start().starts_with('#') => {
                        invalid.push(format!("{}: {line}", number + 1))
                    }
                    None => {}
                }
            }
        }
    }
    assert!(silent.is_empty(), "{} silent:\n{}", silent.len(), silent.join("\n"));
    assert!(heard > 400, "only {heard} scalars were changed");
    // Numbers that are counted, terms that must agree with their sentence, and names that others refer to.
    let is_tied = |line: &String| {
        let key = line.split(": ").nth(1).unwrap_or_default().trim_start().trim_start_matches("- ");
        let tied =
            ["regulation", "language", "id", "within", "process", "condition", "plain", "regulations", "new_edition"];
        tied.contains(&key) || ["unit", "kind", "shows", "applicant", "number", "text", "actor", "at"].contains(&key)
    };
    let loose: Vec<&String> = invalid.iter().filter(|line| !is_tied(line)).collect();
    assert!(loose.is_empty(), "could not be changed alone: {loose:#?}");
}

#[test]
fn no_line_of_a_running_text_changes_in_silence() {
    for name in FOLDERS {
        let sources = folder(name);
        let before = loaded(&sources);
        for (at, source) in sources.iter().enumerate().filter(|(_, source)| source.path.ends_with(".md")) {
            let lines: Vec<&str> = source.text.lines().collect();
            for number in (0..lines.len()).filter(|number| !lines[*number].is_empty()) {
                let change = |with: &str| {
                    let text: Vec<&str> = lines
                        .iter()
                        .enumerate()
                        .map(|(other, line)| if other == number { with } else { line })
                        .collect();
                    compare(&before.corpus, &loaded(&self::with(&sources, at, text.join("\n"))).corpus)
                };
                let place = format!("{}:{}", source.path, number + 1);
                if !lines[number].starts_with('{') {
                    assert!(!change(&format!("{} қосымша сөз", lines[number])).is_empty(), "{place}: words");
                }
                assert!(!change("").is_empty(), "{place}: taken out");
            }
        }
    }
}

#[test]
fn formatting_and_comments_are_no_change() {
    for name in FOLDERS {
        let sources = folder(name);
        let before = loaded(&sources);
        let commented = sources.iter().map(|source| {
            let is_yaml = source.path.ends_with(".yaml");
            let text = if is_yaml {
                format!("# a remark\n{}\n\n# the end\n", source.text.replace("\n  - ", "\n\n  - "))
            } else {
                format!("\n{}\n\n\n", source.text.replace("\n\n", "\n\n\n"))
            };
            Source { path: source.path.clone(), text }
        });
        let after = loaded(&commented.collect::<Vec<_>>());
        assert_eq!(compare(&before.corpus, &after.corpus), Changes::default());
    }
}

#[test]
fn a_regulation_that_came_or_went_is_one_change() {
    let sources = folder("karagandy-2016-01-03");
    let without: Vec<Source> =
        sources.iter().filter(|source| !source.path.contains("adoption-register")).cloned().collect();
    let (whole, less) = (loaded(&sources), loaded(&without));
    let kinds = |changes: Changes| -> Vec<(Kind, Subject)> {
        changes
            .acts
            .iter()
            .filter(|act| act.regulation.is_some())
            .flat_map(|act| &act.changes)
            .map(|one| (one.kind, one.subject))
            .collect()
    };
    assert_eq!(kinds(compare(&whole.corpus, &less.corpus)), [(Kind::Removed, Subject::Regulation)]);
    assert_eq!(kinds(compare(&less.corpus, &whole.corpus)), [(Kind::Added, Subject::Regulation)]);
}
