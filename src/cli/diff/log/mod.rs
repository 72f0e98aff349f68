//! `diff --log`: who changed which paragraph of one regulation when, newest first.
//!
//! In: a name, and the revision up to which history is told. Out: a list; or, where asked, the former texts of the
//! regulation as the editions that the site shows.

mod editions;
mod find;
mod forms;
mod walk;

use super::sides::{inside, is_definition, repository};
use super::{Diff, Format, words};
use crate::base::{Source, Sources};
use crate::cli::Verdict;
use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::diff::{self, Change, Kind, Place, Subject, Value};
use crate::edge::{Commit, EdgeError, Repository, State, Threads};
use crate::model::{Corpus, Regulation};
use crate::pipeline;
use walk::{Turn, Wording};

/// One revision that changed the regulation.
struct Step {
    /// `None` where it is not committed yet.
    commit: Option<Commit>,
    /// Where the definition was before and where it is now, if it was moved.
    moved: Option<[String; 2]>,
    /// `None` where the definition could not be read then.
    changes: Option<Vec<Change>>,
}

pub(super) fn run(asked: &Diff, name: &str, console: &Console) -> Result<Verdict, Failure> {
    if matches!(asked.format, Format::Html | Format::Act) {
        let (message, help) = (console.say(&words::NO_SUCH_LOG), console.say(&words::LOG_FORMS));
        return Err(Failure::Asked { message: message.to_owned(), help: help.to_owned() });
    }
    let git = repository()?;
    let tip = asked.old.as_deref().unwrap_or("HEAD");
    let folder = inside(&git, &asked.source)?;
    let now = State::of_revision(repository()?, tip, &folder, is_definition)?;
    let found = find::found(name, &now, console)?;
    let stem = [folder.as_str(), &found.stem].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("/");
    let walked = walk::walk(&git, git.resolve(tip)?, &stem)?;
    if asked.editions {
        return editions::write(asked, &found, &walked, &git, console);
    }
    let mut steps = Vec::new();
    if asked.old.is_none() {
        steps.extend(uncommitted(asked, &found.stem, &now));
    }
    for turn in &walked.turns {
        steps.extend(step(&git, turn)?);
    }
    let text = match asked.format {
        Format::Json => forms::json(&steps),
        Format::Markdown => forms::markdown(&steps, console),
        _ => forms::text(&steps, console),
    };
    if let Some((commit, _)) = &walked.cut {
        let told = crate::cli::words::fill(console.say(&words::CUT_HISTORY), &[&forms::head(commit)]);
        console.note(&format!("{told}\n"));
    }
    asked.hand_over(&text, steps.is_empty(), console)
}

/// What a revision did; `None` where the regulation says what it said.
fn step(git: &Repository, turn: &Turn) -> Result<Option<Step>, Failure> {
    let none = Wording::default();
    let before: Vec<&Wording> = if turn.before.is_empty() { vec![&none] } else { turn.before.iter().collect() };
    let after = corpus(of_revision(git, &turn.now)?);
    let mut changes: Option<Vec<Change>> = None;
    for (at, old) in before.iter().enumerate() {
        let Some(told) = corpus(of_revision(git, old)?).zip(after.as_ref()).map(|(old, new)| between(old, new.clone()))
        else {
            return Ok(Some(Step { commit: Some(turn.commit.clone()), moved: None, changes: None }));
        };
        match &mut changes {
            // A merge brought what none of its parents had.
            Some(own) => own.retain(|change| at > 0 && told.iter().any(|other| is_same(change, other))),
            None => changes = Some(told),
        }
    }
    let moved = before.iter().filter(|old| !old.files.is_empty() && !turn.now.files.is_empty());
    let moved = moved.map(|old| [old.stem.clone(), turn.now.stem.clone()]).find(|[old, new]| old != new);
    let is_empty = moved.is_none() && changes.as_ref().is_some_and(Vec::is_empty);
    Ok((!is_empty).then(|| Step { commit: Some(turn.commit.clone()), moved, changes }))
}

fn is_same(one: &Change, other: &Change) -> bool {
    let key = |change: &Change| -> (Kind, Subject, Place, Option<Value>) {
        (change.kind, change.subject, change.place.clone(), change.after.clone())
    };
    key(one) == key(other)
}

/// What the working tree says otherwise than the last revision.
fn uncommitted(asked: &Diff, stem: &str, last: &State) -> Option<Step> {
    let disk = State::of_folder(&asked.source, is_definition).ok()?;
    let is_of = |name: &&str| super::pick::stem(name) == stem;
    let names = |state: &State| -> Vec<String> { state.names().filter(is_of).map(str::to_owned).collect() };
    let (old, new) = (names(last), names(&disk));
    if old == new && old.iter().all(|name| last.fingerprint(name) == disk.fingerprint(name)) {
        return None;
    }
    let sources = |(sources, errors): (Sources, Vec<(String, EdgeError)>)| {
        let file = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
        let alone = |source: &Source| Source { path: file(&source.path), text: source.text.clone() };
        errors.is_empty().then(|| sources.iter().map(|(_, source)| alone(source)).collect())
    };
    let (before, after) = (corpus(sources(last.read(&old))), corpus(sources(disk.read(&new))));
    let changes = before.zip(after).map(|(before, after)| between(before, after));
    let is_empty = changes.as_ref().is_some_and(Vec::is_empty);
    (!is_empty).then_some(Step { commit: None, moved: None, changes })
}

/// The texts of a wording; `None` where one of them is no text.
fn of_revision(git: &Repository, wording: &Wording) -> Result<Option<Vec<Source>>, Failure> {
    let mut sources = Vec::new();
    for (name, blob) in &wording.files {
        match git.read(name, *blob) {
            Ok(source) => sources.push(source),
            Err(EdgeError::BadText(_)) => return Ok(None),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(Some(sources))
}

/// The regulation alone, under a decree that says nothing; `None` where the definition cannot be read.
fn corpus(sources: Option<Vec<Source>>) -> Option<Corpus> {
    let sources = sources?;
    if sources.is_empty() {
        return Some(Corpus::default());
    }
    let corpus = pipeline::load(super::pick::alone(Sources::new(sources)), &Threads).corpus;
    one(&corpus).is_some().then_some(corpus)
}

fn one(corpus: &Corpus) -> Option<&Regulation> {
    corpus.decrees.iter().flat_map(|decree| &decree.regulations).next()
}

/// A regulation is one and the same under another id.
fn between(mut before: Corpus, after: Corpus) -> Vec<Change> {
    if let Some(id) = one(&after).map(|new| new.id.clone()) {
        before.decrees.iter_mut().flat_map(|decree| &mut decree.regulations).for_each(|old| old.id = id.clone());
    }
    let acts = diff::compare(&before, &after).acts.into_iter();
    acts.filter(|act| act.regulation.is_some()).flat_map(|act| act.changes).collect()
}
