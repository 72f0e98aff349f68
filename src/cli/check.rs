//! `check`: what is wrong in the definitions.

use super::console::Console;
use super::failure::Failure;
use super::progress::Progress;
use super::report::{Format, Report};
use super::{Verdict, load};
use crate::base::Severity;
use std::path::PathBuf;

/// Lists every error, warning and note of the definitions, in the order of the files.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  reglament check
  reglament check drafts --format short
  reglament check --format json > findings.json

Exit codes: 0 nothing to mend, 1 errors or warnings, 2 could not work.")]
pub(super) struct Check {
    /// Folder of definitions; the same as --source.
    #[arg(value_name = "FOLDER", conflicts_with = "source")]
    folder: Option<PathBuf>,
    /// Folder of definitions.
    #[arg(long, value_name = "FOLDER", default_value = "regulations")]
    source: PathBuf,
    /// For people, one line each, or for machines.
    #[arg(long, value_enum, default_value = "human")]
    format: Format,
}

impl Check {
    pub fn run(&self, console: &Console) -> Result<Verdict, Failure> {
        let folder = self.folder.as_ref().unwrap_or(&self.source);
        let progress = Progress::start();
        let loaded = load::definitions(folder, &progress);
        progress.end();
        let loaded = loaded?;
        let report = Report::new(&loaded.sources, &loaded.findings, folder, console.voice);
        console.print(&report.render(self.format))?;
        if self.format != Format::Json {
            console.finish()?;
            console.note(&format!("{}\n", report.summary()));
        }
        let is_clean = loaded.findings.iter().all(|finding| finding.severity() == Severity::Info);
        Ok(if is_clean { Verdict::Clean } else { Verdict::Findings })
    }
}
