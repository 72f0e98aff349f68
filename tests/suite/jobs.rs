//! The jobs that `ci` prints, run word for word by a shell as their forges run them; only the installation is left out.
#![cfg(unix)]

use crate::diff::{edit, git, repository};
use serde_json::Value;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

/// A clone in which a change of one word was committed under a hostile subject, the tools that the scripts name, and the
/// revision before.
fn changed() -> (TempDir, TempDir, String) {
    let folder = repository();
    let base = Command::new("git").current_dir(folder.path()).args(["rev-parse", "HEAD"]).output().unwrap().stdout;
    git(folder.path(), &["checkout", "-qb", "x$(touch${IFS}pwned);`touch${IFS}pwned`"]);
    // The label too, so that nothing but the drawing is to be mended.
    edit(folder.path(), |text| {
        text.replace("электрондық сұрауын порталда тіркеу", "электрондық өтінішін порталда тіркеу")
    });
    git(folder.path(), &["commit", "-qam", "$(touch pwned)"]);
    let tools = tempfile::tempdir().unwrap();
    symlink(env!("CARGO_BIN_EXE_reglament"), tools.path().join("reglament")).unwrap();
    for name in ["cargo", "rustup", "apt-get"] {
        let path = tools.path().join(name);
        fs::write(&path, "#!/bin/sh\n").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    }
    (folder, tools, String::from_utf8_lossy(&base).trim().to_owned())
}

fn job(forge: &str) -> Value {
    let printed = Command::new(env!("CARGO_BIN_EXE_reglament")).args(["ci", forge, "--lang", "en"]).output().unwrap();
    serde_yaml::from_slice(&printed.stdout).expect("YAML")
}

fn shell(words: &[&str], script: &str, (here, tools): (&Path, &Path), variables: &[(&str, &str)]) -> (i32, String) {
    let path = format!("{}:{}", tools.display(), std::env::var("PATH").unwrap_or_default());
    let done = Command::new(words[0])
        .args(&words[1..])
        .arg(script)
        .current_dir(here)
        .env("PATH", path)
        .env("REGLAMENT_LANG", "en")
        .envs(variables.iter().copied())
        .output()
        .expect("a shell");
    let said = [done.stdout, done.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    (done.status.code().unwrap_or(-1), said.concat())
}

/// What a reviewer is left with: the words, the page, and the drawing that was not made anew.
fn is_complete(here: &Path, markdown: &str) {
    let words = fs::read_to_string(here.join("review").join(markdown)).unwrap();
    assert!(words.contains("~~сұрауын~~**өтінішін**"), "{words}");
    assert!(fs::read_to_string(here.join("review/diff.html")).unwrap().contains("sign-changed"));
    assert!(here.join("review/drawings/diagrams/karagandy-2016-01-03/foster-care/portal.svg").exists());
    assert!(!here.join("pwned").exists());
}

#[test]
fn github_and_gitea_run_their_steps_with_bash() {
    for forge in ["github", "gitea"] {
        let (folder, tools, base) = changed();
        let summary = tools.path().join("summary").to_string_lossy().into_owned();
        let variables = [("BASE", base.as_str()), ("GITHUB_STEP_SUMMARY", &summary)];
        let job = job(forge);
        let steps = job["jobs"]["review"]["steps"].as_array().expect("steps");
        let mut codes = Vec::new();
        for step in steps.iter().filter(|step| step["run"].is_string() && step["name"] != "Check out") {
            let script = step["run"].as_str().unwrap_or_default();
            let (code, said) = shell(&["bash", "-e", "-c"], script, (folder.path(), tools.path()), &variables);
            codes.push(code);
            assert!(code < 2, "{forge}: {said}");
        }
        assert_eq!(codes, [0, 0, 1], "{forge}: the drawing differs, and that fails at the end");
        is_complete(folder.path(), "diff.md");
    }
}

#[test]
fn gitlab_runs_its_script_with_any_shell() {
    for words in [&["sh", "-e", "-c"][..], &["bash", "-e", "-o", "pipefail", "-c"]] {
        let (folder, tools, base) = changed();
        let job = job("gitlab");
        let lines = [&job["regulations"]["before_script"], &job["regulations"]["script"]];
        let lines: Vec<&str> =
            lines.iter().flat_map(|all| all.as_array().expect("lines")).filter_map(Value::as_str).collect();
        let both = (folder.path(), tools.path());
        let (code, said) = shell(words, &lines.join("\n"), both, &[("CI_MERGE_REQUEST_DIFF_BASE_SHA", &base)]);
        assert_eq!(code, 1, "{said}");
        assert!(said.contains("portal.svg: differs"), "{said}");
        is_complete(folder.path(), "diff.markdown");
        let (code, said) = shell(words, &lines.join("\n"), both, &[]);
        assert!(code == 1 && !said.contains("changed, "), "a push is no request: {said}");
    }
}

#[test]
fn what_changed_and_is_whole_passes() {
    let (folder, tools, base) = changed();
    let both = (folder.path(), tools.path());
    let (code, said) = shell(&["sh", "-c"], "reglament build", both, &[]);
    assert_eq!(code, 0, "{said}");
    let job = job("gitlab");
    let lines: Vec<&str> =
        job["regulations"]["script"].as_array().expect("lines").iter().filter_map(Value::as_str).collect();
    let (code, said) =
        shell(&["sh", "-e", "-c"], &lines.join("\n"), both, &[("CI_MERGE_REQUEST_DIFF_BASE_SHA", &base)]);
    assert_eq!(code, 0, "{said}");
}
