//! What can be asked for. The verbs themselves lie in their files.

use super::console::{Color, Console};
use super::{
    Failure, Verdict, build, check, ci, diff, dump, explain, export, new, render, schema, serve, textconv, voice, words,
};
use crate::base::Voice;
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

const EXAMPLES: &str = "\
Examples:
  reglament build                                    draw regulations/ and make the site in output/
  reglament serve --open                             show the site while it is written
  reglament check --format short                     list what is wrong, one line each
  reglament render foster-care/portal -o portal.svg  one drawing
  reglament new almaty-2026-1 --lang ru              a definition to start from
  reglament explain S004                             what a finding means

Exit codes: 0 clean, 1 findings, 2 could not work.";

/// Draws and publishes the regulations of state services: YAML in, BPMN-style SVG and a static site out.
#[derive(Debug, Parser)]
#[command(name = "reglament", version, after_help = EXAMPLES, disable_help_subcommand = true)]
pub(super) struct Args {
    /// Language of messages; without it REGLAMENT_LANG, then the language of the system.
    #[arg(long, global = true, value_enum, value_name = "LANG")]
    lang: Option<Lang>,
    /// When to use colours.
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value = "auto")]
    pub color: Color,
    #[command(subcommand)]
    pub verb: Verb,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Lang {
    Kk,
    Ru,
    En,
}

#[derive(Debug, Subcommand)]
pub(super) enum Verb {
    /// Draw every regulation and make the site.
    Build(build::Build),
    /// Show the site on this machine while it is written.
    Serve(serve::Serve),
    /// List what is wrong in the definitions; write nothing.
    Check(check::Check),
    /// Tell what changed between two states of the definitions.
    Diff(diff::Diff),
    /// Draw one path, to a file or to standard output.
    Render(render::Render),
    /// Write one regulation as a file with everything inside.
    Export(export::Export),
    /// Write a definition to start from, with comments.
    New(new::New),
    /// Print the JSON Schema of the definitions, for editors.
    Schema(schema::Schema),
    /// Explain a finding, or list all of them.
    Explain(explain::Explain),
    /// Print a job for a forge, or the lines by which `git diff` speaks in legal terms.
    Ci(ci::Ci),
    /// Print a definition or a drawing as lines of legal terms, for `git diff`.
    Textconv(textconv::Textconv),
    /// Print what a stage of the work made, as JSON.
    Dump(dump::Dump),
}

impl Verb {
    pub fn run(&self, console: &Console) -> Result<Verdict, Failure> {
        match self {
            Verb::Build(verb) => verb.run(console),
            Verb::Serve(verb) => verb.run(console),
            Verb::Check(verb) => verb.run(console),
            Verb::Diff(verb) => verb.run(console),
            Verb::Render(verb) => verb.run(console),
            Verb::Export(verb) => verb.run(console),
            Verb::New(verb) => verb.run(console),
            Verb::Schema(verb) => verb.run(console),
            Verb::Explain(verb) => verb.run(console),
            Verb::Ci(verb) => verb.run(console),
            Verb::Textconv(verb) => verb.run(console),
            Verb::Dump(verb) => verb.run(console),
        }
    }
}

impl Args {
    pub fn voice(&self) -> Voice {
        match self.lang {
            Some(Lang::Kk) => Voice::Kk,
            Some(Lang::Ru) => Voice::Ru,
            Some(Lang::En) => Voice::En,
            None => voice::of_environment(),
        }
    }
}

/// Reads the arguments of this process. What each verb does is told in the language of the user.
pub(super) fn parse() -> Result<Args, clap::Error> {
    let arguments: Vec<_> = std::env::args_os().collect();
    let voice = voice::asked_for(&arguments).unwrap_or_else(voice::of_environment);
    let mut command = Args::command().about(words::ABOUT.say(voice));
    for (verb, about) in words::VERBS {
        command = command.mut_subcommand(verb, |verb| verb.about(about.say(voice)));
    }
    Args::from_arg_matches(&command.try_get_matches_from(arguments)?)
}
