//! `dump`: what a stage of the work made.

use super::console::Console;
use super::failure::Failure;
use super::progress::Progress;
use super::select::not_chosen;
use super::{Verdict, load};
use crate::pipeline;
use clap::ValueEnum;

/// Prints what a stage of the work made, of all definitions or of one regulation or drawing.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  reglament dump --stage model
  reglament dump --stage graph foster-care/portal
  reglament dump --stage manuscript karagandy-2016-01-03/foster-care

Stages: model -> graph -> layout -> scene, and model -> manuscript.")]
pub(super) struct Dump {
    /// Which stage.
    #[arg(long, value_enum)]
    stage: Stage,
    /// DECREE, DECREE/REGULATION or DECREE/REGULATION/PATH; a part of it, where only one fits. Without it, everything.
    #[arg(value_name = "NAME")]
    name: Option<String>,
    #[command(flatten)]
    from: load::From,
    #[arg(long, value_enum, default_value = "json")]
    format: Format,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Stage {
    Raw,
    Model,
    Graph,
    Layout,
    Scene,
    Manuscript,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    Json,
}

impl Dump {
    pub fn run(&self, console: &Console) -> Result<Verdict, Failure> {
        let Some(theme) = load::theme(self.from.theme.as_deref(), console)? else { return Ok(Verdict::Findings) };
        let progress = Progress::start();
        let loaded = load::definitions(&self.from.source, &progress)?;
        let stage = match self.stage {
            Stage::Raw => pipeline::Stage::Raw,
            Stage::Model => pipeline::Stage::Model,
            Stage::Graph => pipeline::Stage::Graph,
            Stage::Layout => pipeline::Stage::Layout,
            Stage::Scene => pipeline::Stage::Scene,
            Stage::Manuscript => pipeline::Stage::Manuscript,
        };
        let Format::Json = self.format;
        let dumped = pipeline::dump(&loaded, stage, self.name.as_deref(), &theme, &progress);
        progress.end();
        let value = dumped.map_err(|error| {
            let wanted = self.name.as_deref().unwrap_or_default();
            not_chosen(wanted, &[], &error.known, console)
        })?;
        console.hand_over(format!("{value:#}\n").as_bytes())?;
        // What could not be read is missing from the dump: that must not pass in silence.
        if load::has_errors(&loaded) {
            load::tell_findings(&loaded, &self.from.source, console);
            return Ok(Verdict::Findings);
        }
        Ok(Verdict::Clean)
    }
}
