//! `diff`: what changed from one state of the definitions to another, in legal terms.
//!
//! In: two revisions, folders or files. Out: text, Markdown, JSON, a page with drawings or the draft of an amending act; exit code 0 where
//! nothing changed, 1 where something did.
//! Holds: only files that differ are read, and what they need to be understood; what cannot be read in one of the two
//! is named and left out of both.

mod forms;
mod html;
mod log;
mod pick;
mod pictures;
mod redrawn;
mod sides;
mod unread;
mod words;

use super::Verdict;
use super::console::Console;
use super::failure::Failure;
use super::report::{Format as ReportFormat, Report};
use super::trouble::told_edge;
use super::words::fill;
use crate::base::{Finding, Severity};
use crate::diff;
use crate::edge;
use clap::ValueEnum;
use pick::Picked;
pub(super) use pick::alone;
use std::collections::BTreeSet;
use std::path::PathBuf;
use unread::Unread;

/// Tells what changed between two states of the definitions, in legal terms.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  reglament diff                                 the working tree against HEAD
  reglament diff HEAD~1 HEAD                     two revisions
  reglament diff v1.0                            the working tree against a tag
  reglament diff main...HEAD                     what HEAD brought since it left main
  reglament diff regulations/a/b.yaml            a file against itself in HEAD
  reglament diff main:regulations drafts         a folder of a revision against a folder of the disk
  reglament diff old.yaml new.yaml               two files
  reglament diff old.svg new.svg                 two drawings, by the ids of their parts
  reglament diff main --format markdown          for a merge request
  reglament diff main --format html -o diff.html a page to send, with the drawings
  reglament diff main --format act               a draft of the amending act
  reglament diff --log foster-care               who changed which paragraph when
  reglament diff --log foster-care --editions    writes the former texts as editions for the site

A revision is anything that Git knows: a branch, a tag, HEAD~3, a commit.
Exit codes: 0 nothing changed, 1 something did, 2 could not work.")]
pub(super) struct Diff {
    /// Revision, REVISION:PATH, folder or file; without it, HEAD.
    #[arg(value_name = "OLD")]
    old: Option<String>,
    /// The same; without it, the working tree.
    #[arg(value_name = "NEW")]
    new: Option<String>,
    /// Folder of definitions, on the disk and in revisions.
    #[arg(long, value_name = "FOLDER", default_value = "regulations")]
    source: PathBuf,
    /// Folder of drawings, to tell those that changed while their definition did not.
    #[arg(long, value_name = "FOLDER", default_value = "output/diagrams")]
    diagrams: PathBuf,
    /// For people, for a merge request, for machines, a page to send, or the draft of an amending act.
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// File to write; without it, standard output.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Theme folder, for the colours of the page.
    #[arg(long, value_name = "FOLDER")]
    theme: Option<PathBuf>,
    /// History of one regulation up to OLD: DECREE/REGULATION or a part of it.
    #[arg(long, value_name = "REGULATION", conflicts_with = "new")]
    log: Option<String>,
    /// With --log: writes the former texts beside the definition as the editions that the site shows, by the days that
    /// they say themselves.
    #[arg(long, requires = "log")]
    editions: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A list by act, with the words marked; coloured on a terminal.
    Text,
    /// For a merge request.
    Markdown,
    /// One object, for machines.
    Json,
    /// One page with the list and the drawings before and after.
    Html,
    /// The wording of an amending act in Kazakh and in Russian, to be edited.
    Act,
}

impl Diff {
    pub fn run(&self, console: &Console) -> Result<Verdict, Failure> {
        if let Some(name) = &self.log {
            return log::run(self, name, console);
        }
        if let (Some(old), Some(new)) = (&self.old, &self.new)
            && pictures::are_meant(old, new)
        {
            let (told, is_clean) = pictures::told(old, new, self.format, console)?;
            return self.hand_over(&told, is_clean, console);
        }
        let sides = sides::resolve(self)?;
        let picked = pick::compared(&sides)?;
        for side in sides.sides.iter().filter(|side| side.is_empty) {
            console.note(&format!("{}\n", fill(console.say(&words::FIRST_DEFINITIONS), &[&side.label])));
        }
        tell_foreign(&sides, console);
        tell_unread(&picked, &sides, console);
        let mut changes = diff::compare(&picked.loaded[0].corpus, &picked.loaded[1].corpus);
        redrawn::add(&sides, &mut changes);
        if let [Some(file), Some(_)] = sides.sides.each_ref().map(|side| side.file.as_deref())
            && !pick::is_decree(file, &sides.sides[0].state)
        {
            // A file was asked for, and not the decree that it belongs to.
            changes.acts.retain(|act| act.regulation.is_some());
        }
        let is_clean = changes.is_empty() && picked.unread.iter().all(Vec::is_empty);
        let text = match self.format {
            Format::Text => forms::text(&changes, &not_compared(&picked, &sides), console.voice),
            Format::Markdown => forms::markdown(&changes, &not_compared(&picked, &sides), console.voice),
            Format::Json => forms::json(&changes, &picked.unread_files()),
            Format::Html => match html::page(self, picked, &sides, &changes, console)? {
                Some(page) => return self.hand_over(&page, is_clean, console),
                None => return Ok(Verdict::Findings),
            },
            Format::Act => diff::act::draft(&picked.loaded[0].corpus, &picked.loaded[1].corpus),
        };
        self.hand_over(&text, is_clean, console)
    }

    /// To a file without colours, or to standard output.
    fn hand_over(&self, text: &str, is_clean: bool, console: &Console) -> Result<Verdict, Failure> {
        match (&self.output, self.format) {
            (Some(file), _) => edge::write_file(file, anstream::adapter::strip_str(text).to_string().as_bytes())?,
            (None, Format::Html) => console.hand_over(text.as_bytes())?,
            (None, _) => console.print(text)?,
        }
        Ok(if is_clean { Verdict::Clean } else { Verdict::Findings })
    }
}

/// Files that could not be read, each with its state.
fn not_compared(picked: &Picked, sides: &sides::Sides) -> Vec<String> {
    let of = |at: usize| picked.unread[at].iter().map(move |one| format!("{} ({})", one.file, sides.sides[at].label));
    of(0).chain(of(1)).collect()
}

/// Folders that keep a history of their own, once each.
fn tell_foreign(sides: &sides::Sides, console: &Console) {
    let all: BTreeSet<&str> = sides.sides.iter().flat_map(|side| &side.state.foreign).map(String::as_str).collect();
    for folder in all {
        let warning = super::report::styled(Severity::Warning, console.say(&super::words::WARNING));
        console.note(&format!("{warning}: {}\n", fill(console.say(&words::FOREIGN), &[folder])));
    }
}

/// What could not be read in one of the two, why, and that the rest was compared all the same.
fn tell_unread(picked: &Picked, sides: &sides::Sides, console: &Console) {
    for at in [0, 1] {
        let loaded = &picked.loaded[at];
        for Unread { file, error, .. } in &picked.unread[at] {
            let warning = super::report::styled(Severity::Warning, console.say(&super::words::WARNING));
            let message = fill(console.say(&words::UNREAD), &[file, &sides.sides[at].label]);
            console.note(&format!("{warning}: {message}\n"));
            if let Some(error) = error {
                console.note(&told_edge(error, console.voice));
                continue;
            }
            let is_its_own = |finding: &&Finding| {
                finding.severity() == Severity::Error && loaded.sources.get(finding.span.source).path == *file
            };
            let findings: Vec<Finding> = loaded.findings.iter().filter(is_its_own).take(3).cloned().collect();
            let report =
                Report::new(&loaded.sources, &findings, &self::sides::shown_folder(&sides.sides[at]), console.voice);
            console.note(&report.render(ReportFormat::Human));
        }
    }
}
