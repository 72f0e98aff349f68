//! `textconv`: a definition or a drawing as lines of legal terms, for `git diff`.
//!
//! Holds: total on what can be read as text: what is neither, or does not read, is given in its own lines, so that no
//! change is hidden; nothing that a terminal obeys is passed on to it.

use super::Verdict;
use super::console::Console;
use super::failure::Failure;
use crate::base::harmless::in_lines;
use crate::base::{Serial, Source, Sources};
use crate::diff::{self, Picture};
use crate::edge;
use crate::pipeline;
use std::path::PathBuf;

/// Prints a definition or a drawing as `git diff` is to show it: one element of the act a line.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  reglament textconv regulations/almaty-2019-2-203/birth-registration.yaml
  git config diff.reglament.textconv \"reglament textconv\"
  reglament ci git >> .gitattributes      says which files")]
pub(super) struct Textconv {
    /// Definition (.yaml) or drawing (.svg).
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

impl Textconv {
    pub fn run(&self, console: &Console) -> Result<Verdict, Failure> {
        let text = edge::read_file(&self.file)?;
        console.hand_over(lines(text).as_bytes())?;
        Ok(Verdict::Clean)
    }
}

fn lines(text: String) -> String {
    let picture = Picture::read(&text);
    if !picture.parts.is_empty() {
        return in_lines(&picture.lines());
    }
    let source = Source { path: "file.yaml".to_owned(), text };
    let alone = super::diff::alone(Sources::new(vec![source.clone()]));
    let loaded = pipeline::load(alone, &Serial);
    match loaded.corpus.decrees.iter().find_map(|decree| decree.regulations.first()) {
        Some(regulation) => in_lines(&diff::outline(regulation)),
        None => in_lines(&source.text.replace("\r\n", "\n")),
    }
}
