//! How long `reglament diff HEAD~1 HEAD` takes in a repository of 1,000 regulations, ten of which changed.
//!
//! `cargo bench --bench diff` makes the repository, times the program as its users start it, and prints the median.
//! `REGULATIONS=5000` changes the size, `CHANGED=100` how many differ.

#[path = "real/folder.rs"]
mod folder;
mod real;

use folder::put;
use real::corpus;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

const ROUNDS: usize = 9;

fn main() {
    let asked = |name: &str, usual| std::env::var(name).ok().and_then(|count| count.parse().ok()).unwrap_or(usual);
    let (count, changed) = (asked("REGULATIONS", 1_000), asked("CHANGED", 10));
    let folder = tempfile::tempdir().expect("a temporary folder");
    let sources = corpus(count);
    put(&folder.path().join("regulations"), &sources);
    commit(folder.path(), "first");
    let is_edited = |path: &&str| path.ends_with(".yaml") && !path.ends_with("decree.yaml");
    let all: Vec<&str> = sources.iter().map(|(_, source)| source.path.as_str()).filter(is_edited).collect();
    for path in all.iter().step_by((all.len() / changed).max(1)).take(changed) {
        let path = folder.path().join("regulations").join(path);
        let text = fs::read_to_string(&path).expect("a text");
        let edited = text.replacen("\n        label: ", "\n        label: жаңа ", 1).replacen(";\n", " қайта;\n", 1);
        fs::write(&path, edited).expect("a file");
    }
    commit(folder.path(), "second");
    for (what, arguments) in [("HEAD~1 HEAD", &["HEAD~1", "HEAD"][..]), ("HEAD~1 and the working tree", &["HEAD~1"])] {
        let mut times: Vec<Duration> = (0..ROUNDS).map(|_| timed(folder.path(), arguments)).collect();
        times.sort();
        let median = times[ROUNDS / 2].as_secs_f64() * 1e3;
        println!("{} regulations, {changed} changed, {what}: {median:.0} ms", all.len());
    }
}

fn timed(folder: &Path, arguments: &[&str]) -> Duration {
    let start = Instant::now();
    let done = Command::new(env!("CARGO_BIN_EXE_reglament")).current_dir(folder).arg("diff").args(arguments).output();
    let took = start.elapsed();
    assert_eq!(done.expect("the program").status.code(), Some(1), "something changed");
    took
}

fn commit(folder: &Path, message: &str) {
    let steps: [&[&str]; 3] = [&["init", "-q"], &["add", "-A"], &["commit", "-qm", message]];
    for arguments in steps {
        let identity = ["-c", "user.name=bench", "-c", "user.email=bench@example.org"];
        let done = Command::new("git").current_dir(folder).args(identity).args(arguments).status().expect("git");
        assert!(done.success());
    }
}
