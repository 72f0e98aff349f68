//! `diff --log … --editions`: the former texts that a history holds, as the editions that the site shows.
//!
//! In: the history of a definition. Out: `service@2016-01-08.yaml` and its texts beside the definition in force, for
//! every edition that some revision held and that has no file yet; a word on what cannot be told.
//! Holds: the day of an edition is the one that its own definition says, or the day of the decree for the first; what
//! stood in the last revision of an edition is its text; nothing is written over; nothing is written that could not be
//! read afterwards.
//! Absent on purpose: days of commits. When a text came into force, only an act can say.

use super::find::Found;
use super::walk::{Turn, Walked, Wording};
use super::{corpus, forms, of_revision, one, step};
use crate::base::{Finding, Severity, Source, Sources};
use crate::cli::Verdict;
use crate::cli::console::Console;
use crate::cli::diff::pick::{id_of, stem};
use crate::cli::diff::sides::is_definition;
use crate::cli::diff::{Diff, words};
use crate::cli::failure::Failure;
use crate::cli::report::{Format as ReportFormat, Report};
use crate::cli::words::fill;
use crate::diff::Subject;
use crate::edge::{self, Commit, EdgeError, Repository, State, Threads};
use crate::model::Regulation;
use crate::pipeline;
use crate::source::folder_of;
use crate::wording::date::Date;
use std::fmt::Write;

/// An edition that is no longer in force, as a revision had it.
struct Former<'w> {
    begins: Date,
    /// Of the act that brought it in; the first has none of its own.
    number: Option<String>,
    commit: &'w Commit,
    sources: Vec<Source>,
    /// Other revisions that changed its words.
    also: Vec<&'w Commit>,
}

pub(super) fn write(
    asked: &Diff,
    found: &Found,
    walked: &Walked,
    git: &Repository,
    console: &Console,
) -> Result<Verdict, Failure> {
    let here = Here::read(asked, found)?;
    let (former, silent) = formers(&here, walked, git)?;
    let mut told = String::new();
    let mut written = 0;
    for one in &former {
        written += usize::from(here.put(one, &mut told, console)?);
    }
    if former.is_empty() {
        let _ = writeln!(told, "{}", console.say(&words::NO_EDITIONS));
    }
    if !silent.is_empty() {
        let _ = writeln!(told, "{}", console.say(&words::SILENT_CHANGES));
        silent.iter().for_each(|commit| _ = writeln!(told, "  {}", forms::head(commit)));
    }
    if written > 0 {
        let _ = writeln!(told, "{}", console.say(&words::EDITIONS_NEXT));
    }
    console.print(&told)?;
    Ok(if written > 0 { Verdict::Findings } else { Verdict::Clean })
}

/// The regulation as it is on the disk now, with its neighbours.
struct Here {
    sources: Vec<Source>,
    folder: std::path::PathBuf,
    /// Path of the definition in the source folder, without its ending.
    stem: String,
    id: String,
    adopted: Date,
    begins: Date,
    number: Option<String>,
}

impl Here {
    fn read(asked: &Diff, found: &Found) -> Result<Here, Failure> {
        let state = State::of_folder(&asked.source, is_definition)?;
        let inner = folder_of(&found.stem);
        let names: Vec<String> = state.names().filter(|name| folder_of(name) == inner).map(str::to_owned).collect();
        let (sources, errors) = state.read(&names);
        if let Some((_, error)) = errors.into_iter().next() {
            return Err(error.into());
        }
        let sources: Vec<Source> = sources.iter().map(|(_, source)| source.clone()).collect();
        let corpus = pipeline::load(Sources::new(sources.clone()), &Threads).corpus;
        let all = corpus.decrees.iter().flat_map(|decree| decree.regulations.iter().map(move |one| (decree, one)));
        let folder = asked.source.join(inner);
        let Some((decree, now)) = all.into_iter().find(|(_, one)| one.id.as_str() == found.id) else {
            return Err(EdgeError::Missing(
                folder.join(format!("{}.yaml", found.stem.rsplit('/').next().unwrap_or(""))),
            )
            .into());
        };
        Ok(Here {
            folder,
            stem: found.stem.clone(),
            id: found.id.clone(),
            adopted: decree.adopted,
            begins: now.begins(decree),
            number: number(now),
            sources,
        })
    }

    /// Writes an edition, or says why not.
    fn put(&self, former: &Former, told: &mut String, console: &Console) -> Result<bool, Failure> {
        let file = self.stem.rsplit('/').next().unwrap_or_default();
        let base = format!("{file}@{}", former.begins);
        let files: Vec<(String, Vec<u8>)> = former
            .sources
            .iter()
            .map(|source| {
                let ending = &source.path[stem(&source.path).len()..];
                (format!("{base}{ending}"), self.renamed(source).into_bytes())
            })
            .collect();
        let path = self.folder.join(format!("{base}.yaml"));
        let shown = path.to_string_lossy();
        let findings = self.faults(&base, &files);
        if !findings.1.is_empty() {
            let _ = writeln!(
                told,
                "{}",
                fill(console.say(&words::EDITION_UNSOUND), &[&shown, &forms::head(former.commit)])
            );
            let report = Report::new(&findings.0, &findings.1, &self.folder, console.voice);
            told.push_str(&report.render(ReportFormat::Human));
            return Ok(false);
        }
        match edge::create_files(&self.folder, &files) {
            Ok(()) => {}
            Err(EdgeError::Exists(_)) => {
                let _ = writeln!(told, "{}", fill(console.say(&words::EDITION_THERE), &[&shown]));
                return Ok(false);
            }
            Err(error) => return Err(error.into()),
        }
        let _ =
            writeln!(told, "{}", fill(console.say(&words::EDITION_WRITTEN), &[&shown, &forms::head(former.commit)]));
        if !former.also.is_empty() {
            let _ = writeln!(told, "  {}", console.say(&words::EDITION_ALSO));
            former.also.iter().for_each(|commit| _ = writeln!(told, "    {}", forms::head(commit)));
        }
        Ok(true)
    }

    /// The text under the id that the regulation bears now.
    fn renamed(&self, source: &Source) -> String {
        match id_of(&source.text) {
            Some((false, id)) if id != self.id && source.path.ends_with("ml") => {
                source.text.replacen(&format!("regulation: {id}"), &format!("regulation: {}", self.id), 1)
            }
            _ => source.text.clone(),
        }
    }

    /// What would be wrong with the new files where they are to lie.
    fn faults(&self, base: &str, files: &[(String, Vec<u8>)]) -> (Sources, Vec<Finding>) {
        let inner = folder_of(&self.stem);
        let path = |name: &str| if inner.is_empty() { name.to_owned() } else { format!("{inner}/{name}") };
        let is_new = |path: &str| path.rsplit('/').next().is_some_and(|name| name.starts_with(base));
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let new = files.iter().map(|(name, bytes)| Source { path: path(name), text: text(bytes) });
        let kept = self.sources.iter().filter(|source| !is_new(&source.path)).cloned();
        let loaded = pipeline::load(Sources::new(kept.chain(new).collect()), &Threads);
        let is_own = |finding: &&Finding| {
            finding.severity() == Severity::Error && is_new(&loaded.sources.get(finding.span.source).path)
        };
        let findings = loaded.findings.iter().filter(is_own).take(3).cloned().collect();
        (loaded.sources, findings)
    }
}

fn number(regulation: &Regulation) -> Option<String> {
    regulation.edition.as_ref().map(|edition| edition.number.clone())
}

/// The text of one revision, and which edition it says that it is.
struct Stand {
    begins: Date,
    number: Option<String>,
    sources: Vec<Source>,
}

impl Stand {
    /// `None` where the definition cannot be read.
    fn read(here: &Here, git: &Repository, wording: &Wording) -> Result<Option<Stand>, Failure> {
        let sources = of_revision(git, wording)?;
        let corpus = corpus(sources.clone());
        Ok(corpus.as_ref().and_then(one).zip(sources).map(|(regulation, sources)| Stand {
            begins: regulation.edition.as_ref().map_or(here.adopted, |edition| edition.from.value),
            number: number(regulation),
            sources,
        }))
    }
}

/// The former editions, the newest first; and the revisions that changed the words of the one in force.
fn formers<'w>(
    here: &Here,
    walked: &'w Walked,
    git: &Repository,
) -> Result<(Vec<Former<'w>>, Vec<&'w Commit>), Failure> {
    let mut former: Vec<Former<'w>> = Vec::new();
    let mut silent = Vec::new();
    let turns = walked.turns.iter().map(|turn| (&turn.commit, &turn.now, Some(turn)));
    for (commit, now, turn) in turns.chain(walked.cut.iter().map(|(commit, now)| (commit, now, None))) {
        let Some(stand) = Stand::read(here, git, now)? else { continue };
        let is_silent = turn.map_or(Ok(false), |turn| changed_words(here, git, turn, &stand))?;
        // A day that was corrected later is no edition of its own.
        let is_corrected = former
            .iter()
            .map(|one| (one.begins, &one.number))
            .chain([(here.begins, &here.number)])
            .any(|(begins, number)| begins != stand.begins && number.is_some() && *number == stand.number);
        if is_corrected {
            continue;
        }
        if stand.begins >= here.begins {
            silent.extend((is_silent && stand.begins == here.begins).then_some(commit));
            continue;
        }
        let at = former.iter().position(|one| one.begins == stand.begins).unwrap_or_else(|| {
            let Stand { begins, number, sources } = stand;
            former.push(Former { begins, number, commit, sources, also: Vec::new() });
            former.len() - 1
        });
        former[at].also.extend(is_silent.then_some(commit));
    }
    Ok((former, silent))
}

/// Whether a revision changed what the regulation says and left it the same edition.
fn changed_words(here: &Here, git: &Repository, turn: &Turn, now: &Stand) -> Result<bool, Failure> {
    let Some(before) = turn.before.first() else { return Ok(false) };
    let is_same_edition = Stand::read(here, git, before)?.is_some_and(|before| before.begins == now.begins);
    let changes = step(git, turn)?.and_then(|step| step.changes).unwrap_or_default();
    Ok(is_same_edition && changes.iter().any(|change| change.subject != Subject::Edition))
}
