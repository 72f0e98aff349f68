//! `diff --log`: who changed which paragraph of one regulation when, newest first.

use super::forms::one;
use super::sides::{is_definition, repository};
use super::{Diff, Format, words};
use crate::base::{Sources, Voice};
use crate::cli::Verdict;
use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::cli::select::{Choice, choose, not_chosen};
use crate::diff::{self, Change, sentence};
use crate::edge::{Commit, EdgeError, ObjectId, Repository, State, Threads};
use crate::model::Corpus;
use crate::pipeline;
use anstyle::{AnsiColor, Style};
use serde_json::{Value, json};
use std::fmt::Write;

const HEAD: Style = AnsiColor::Yellow.on_default();

/// One revision that changed the regulation.
struct Step {
    commit: Commit,
    /// `None` where the definition could not be read then.
    changes: Option<Vec<Change>>,
}

pub(super) fn run(asked: &Diff, name: &str, console: &Console) -> Result<Verdict, Failure> {
    let git = repository()?;
    let tip = asked.old.as_deref().unwrap_or("HEAD");
    let folder = git.path_inside(&asked.source).unwrap_or_else(|| asked.source.to_string_lossy().into_owned());
    let now = State::of_revision(repository()?, tip, &folder, is_definition)?;
    let (decree, regulation, stem) = found(name, &now, console)?;
    let steps = steps(&git, tip, &folder, &(decree, regulation), &stem)?;
    match asked.format {
        Format::Json => console.print(&json(&steps))?,
        _ => console.print(&text(&steps, console))?,
    }
    if git.is_shallow() {
        console.note(&format!("{}\n", console.say(&words::CUT_HISTORY)));
    }
    Ok(if steps.is_empty() { Verdict::Clean } else { Verdict::Findings })
}

/// The regulation that is meant, and the path of its definition without the ending.
fn found(name: &str, now: &State, console: &Console) -> Result<(String, String, String), Failure> {
    let names: Vec<String> = now.names().map(str::to_owned).collect();
    let (sources, _) = now.read(&names);
    let mut known = Vec::new();
    for (_, source) in sources.iter().filter(|(_, source)| !source.path.ends_with(".md")) {
        let Some(id) = source.text.lines().find_map(|line| line.strip_prefix("regulation:")) else { continue };
        let folder = source.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let is_beside = |path: &str| path.rsplit_once('/').map_or("", |(folder, _)| folder) == folder;
        let decree = sources.iter().filter(|(_, other)| is_beside(&other.path)).find_map(|(_, other)| {
            other.text.lines().find_map(|line| line.strip_prefix("decree:")).map(|id| id.trim().to_owned())
        });
        let stem = source.path.rsplit_once('.').map_or(source.path.as_str(), |(stem, _)| stem);
        known.push((decree.unwrap_or_default(), id.trim().to_owned(), stem.to_owned()));
    }
    let names: Vec<String> = known.iter().map(|(decree, regulation, _)| format!("{decree}/{regulation}")).collect();
    match choose(name, &names) {
        Choice::One(at) => Ok(known.swap_remove(at)),
        Choice::Many(fitting) => Err(not_chosen(name, &fitting, &names, console)),
        Choice::None => Err(not_chosen(name, &[], &names, console)),
    }
}

fn steps(git: &Repository, tip: &str, folder: &str, act: &(String, String), stem: &str) -> Result<Vec<Step>, Failure> {
    let mut steps = Vec::new();
    for commit in git.history(git.resolve(tip)?)? {
        let new = listing(git, commit.id, folder, stem)?;
        let old = commit.parent.map_or(Ok(Vec::new()), |parent| listing(git, parent, folder, stem))?;
        if old == new || (new.is_empty() && old.is_empty()) {
            continue;
        }
        let (before, after) = (corpus(git, &old, act)?, corpus(git, &new, act)?);
        let changes = match (before, after) {
            (Some(before), Some(after)) => {
                let changes = diff::compare(&before, &after);
                Some(
                    changes
                        .acts
                        .into_iter()
                        .filter(|act| act.regulation.is_some())
                        .flat_map(|act| act.changes)
                        .collect(),
                )
            }
            _ => None,
        };
        if changes.as_ref().is_none_or(|changes: &Vec<Change>| !changes.is_empty()) {
            steps.push(Step { commit, changes });
        }
    }
    Ok(steps)
}

/// The files of the regulation at a revision, with the ids of their blobs.
fn listing(git: &Repository, id: ObjectId, folder: &str, stem: &str) -> Result<Vec<(String, ObjectId)>, Failure> {
    let (inner, file) = stem.rsplit_once('/').unwrap_or(("", stem));
    let path = [folder, inner].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join("/");
    match git.list(id, &path, "") {
        Ok(all) => Ok(all.into_iter().filter(|(name, _)| is_of(name, file)).collect()),
        Err(EdgeError::NotInRevision { .. }) => Ok(Vec::new()),
        Err(error) => Err(error.into()),
    }
}

fn is_of(name: &str, stem: &str) -> bool {
    name.strip_prefix(stem).is_some_and(|ending| matches!(ending, ".yaml" | ".yml" | ".kk.md" | ".ru.md"))
}

/// The regulation alone, under a decree that says nothing; `None` where the definition cannot be read.
fn corpus(
    git: &Repository,
    files: &[(String, ObjectId)],
    (_, regulation): &(String, String),
) -> Result<Option<Corpus>, Failure> {
    if files.is_empty() {
        return Ok(Some(Corpus::default()));
    }
    let mut sources = Vec::new();
    for (name, blob) in files {
        sources.push(git.read(name, *blob)?);
    }
    let loaded = pipeline::load(super::pick::alone(Sources::new(sources)), &Threads);
    let is_read =
        loaded.corpus.decrees.iter().any(|decree| decree.regulations.iter().any(|one| one.id.as_str() == regulation));
    Ok(is_read.then_some(loaded.corpus))
}

fn text(steps: &[Step], console: &Console) -> String {
    if steps.is_empty() {
        return format!("{}\n", console.say(&words::NO_HISTORY));
    }
    let mut out = String::new();
    for Step { commit, changes } in steps {
        let id = &commit.id.to_string()[..10];
        let _ = writeln!(out, "{HEAD}{id}{HEAD:#} {} {}: {}", commit.date, commit.author, commit.subject);
        match changes {
            Some(changes) => changes.iter().for_each(|change| out.push_str(&one(change, console.voice))),
            None => _ = writeln!(out, "  • {}", console.say(&words::NOT_READABLE_THEN)),
        }
    }
    out
}

fn json(steps: &[Step]) -> String {
    let all: Vec<Value> = steps
        .iter()
        .map(|Step { commit, changes }| {
            let changes: Option<Vec<Value>> = changes.as_ref().map(|changes| {
                changes
                    .iter()
                    .map(|change| {
                        let mut value = serde_json::to_value(change).unwrap_or_default();
                        let say = |voice| sentence(change, voice);
                        value["sentence"] = json!({ "kk": say(Voice::Kk), "ru": say(Voice::Ru), "en": say(Voice::En) });
                        value
                    })
                    .collect()
            });
            json!({
                "revision": commit.id.to_string(),
                "date": commit.date,
                "author": commit.author,
                "subject": commit.subject,
                "changes": changes,
            })
        })
        .collect();
    format!("{:#}\n", Value::Array(all))
}
