//! `check`: what is wrong in the definitions.

use super::console::Console;
use super::failure::Failure;
use super::progress::Progress;
use super::report::{Format, Report};
use super::{Verdict, load, remarks, words};
use crate::base::harmless::in_one_line;
use crate::base::{Severity, Span};
use crate::edge::Threads;
use crate::pipeline::{self, Fault, Loaded};
use serde_json::json;
use std::path::{Path, PathBuf};

/// Lists every error, warning and note of the definitions, in the order of the files.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  reglament check
  reglament check drafts --format short
  reglament check --format json > findings.json
  reglament check --links     which links lead nowhere, which to other hosts, and where they are written

Exit codes: 0 nothing to mend, 1 errors or warnings, 2 could not work.")]
pub(super) struct Check {
    /// Folder of definitions; the same as --source.
    #[arg(value_name = "FOLDER", conflicts_with = "source")]
    folder: Option<PathBuf>,
    /// Folder of definitions.
    #[arg(long, value_name = "FOLDER", default_value = "regulations")]
    source: PathBuf,
    /// Make the site in memory, too, and list its links: those that lead nowhere, and those to other hosts.
    #[arg(long)]
    links: bool,
    /// Folder of theme files for --links.
    #[arg(long, value_name = "FOLDER", requires = "links")]
    theme: Option<PathBuf>,
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
        if self.links && !load::has_errors(&loaded) {
            return self.check_links(&loaded, folder, console);
        }
        let report = Report::new(&loaded.sources, &loaded.findings, folder, console.voice);
        console.print(&report.render(self.format))?;
        if self.format != Format::Json {
            console.finish()?;
            console.note(&format!("{}\n", report.summary()));
        }
        let is_clean = loaded.findings.iter().all(|finding| finding.severity() == Severity::Info);
        Ok(if is_clean { Verdict::Clean } else { Verdict::Findings })
    }

    fn check_links(&self, loaded: &Loaded, folder: &Path, console: &Console) -> Result<Verdict, Failure> {
        let Some(theme) = load::theme(self.theme.as_deref(), console)? else { return Ok(Verdict::Findings) };
        let links = match pipeline::links(loaded, &theme, &Threads) {
            Ok(links) => links,
            Err(faults) => {
                load::tell_theme_faults(self.theme.as_deref(), &faults, console);
                return Ok(Verdict::Findings);
            }
        };
        let report = Report::new(&loaded.sources, &loaded.findings, folder, console.voice);
        let place = |span: &Option<Span>| span.map(|span| report.place_of(span));
        if self.format == Format::Json {
            let outside = links
                .outside
                .iter()
                .map(|(link, span)| json!({ "page": link.page, "address": link.address, "place": place(span) }));
            let broken = links.broken.iter().map(remarks::broken_json);
            let told = json!({ "broken": broken.collect::<Vec<_>>(), "outside": outside.collect::<Vec<_>>() });
            console.print(&format!("{told:#}\n"))?;
        } else {
            console.print(&remarks::broken_text(&links.broken, console))?;
            for (link, span) in &links.outside {
                let place = place(span).map(|place| format!(" ({place})")).unwrap_or_default();
                console.print(&format!("{}: {}{place}\n", link.page, in_one_line(&link.address)))?;
            }
            console.finish()?;
            let lost = links.broken.iter().filter(|one| matches!(one.fault, Fault::Lost(_))).count();
            let counts = [lost, links.outside.len()].map(|count| count.to_string());
            let counts = words::fill(console.say(&words::LINKS), &counts.each_ref().map(String::as_str));
            console.note(&format!("{counts}\n"));
        }
        Ok(if links.broken.is_empty() { Verdict::Clean } else { Verdict::Findings })
    }
}
