//! `explain`: the page of a finding, or the list of all.

use super::Verdict;
use super::console::Console;
use super::failure::Failure;
use super::report::{level_name, styled};
use super::words;
use crate::base::{CATALOGUE, Entry, entry};
use crate::source::nearest;
use clap::ValueEnum;
use serde_json::{Value, json};
use std::fmt::Write;

/// Explains a finding by its code or its name: why it matters, what to do, wrong and right. Without a code, lists all.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  reglament explain
  reglament explain S004
  reglament explain unknown-key --lang ru")]
pub(super) struct Explain {
    /// Code or name of a finding.
    #[arg(value_name = "CODE")]
    code: Option<String>,
    /// For people or for machines.
    #[arg(long, value_enum, default_value = "human")]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Human,
    Json,
}

impl Explain {
    pub fn run(&self, console: &Console) -> Result<Verdict, Failure> {
        let text = match (&self.code, self.format) {
            (None, Format::Human) => list(console),
            (None, Format::Json) => as_json(&CATALOGUE.iter().map(|entry| json_of(entry, console)).collect()),
            (Some(code), format) => {
                let entry = entry(code).ok_or_else(|| unknown(code, console))?;
                if format == Format::Json { as_json(&json_of(entry, console)) } else { page(entry, console) }
            }
        };
        console.print(&text)?;
        Ok(Verdict::Clean)
    }
}

/// One line for each finding.
fn list(console: &Console) -> String {
    let width = CATALOGUE.iter().map(|entry| entry.name.len()).max().unwrap_or(0);
    let mut out = String::new();
    for entry in CATALOGUE {
        let code = styled(entry.severity, entry.code);
        let _ = writeln!(out, "{code}  {:width$}  {}", entry.name, blanks(entry.message.say(console.voice)));
    }
    let _ = writeln!(out, "\n{}", console.say(&words::EXPLAIN_HINT));
    out
}

fn page(entry: &Entry, console: &Console) -> String {
    let voice = console.voice;
    let head = format!("{}[{}]: {}", level_name(entry.severity, voice), entry.code, entry.name);
    let mut out = format!("{}\n\n{}\n", styled(entry.severity, &head), blanks(entry.message.say(voice)));
    let _ = writeln!(out, "\n{}", entry.why.say(voice));
    let _ = writeln!(out, "\n{}: {}", console.say(&words::HELP), blanks(entry.help.say(voice)));
    for (title, example) in [(&words::WRONG, entry.example.0), (&words::RIGHT, entry.example.1)] {
        if !example.is_empty() {
            let _ = writeln!(out, "\n{}:\n", console.say(title));
            example.lines().for_each(|line| {
                let _ = writeln!(out, "{}", format!("    {line}").trim_end());
            });
        }
    }
    out
}

/// A pattern for reading: `…` where the words of a finding will stand.
fn blanks(pattern: &str) -> String {
    (0..10).fold(pattern.to_owned(), |text, n| text.replace(&format!("{{{n}}}"), "…"))
}

fn json_of(entry: &Entry, console: &Console) -> Value {
    let voice = console.voice;
    json!({
        "code": entry.code,
        "name": entry.name,
        "severity": entry.severity,
        "message": entry.message.say(voice),
        "why": entry.why.say(voice),
        "help": entry.help.say(voice),
        "wrong": entry.example.0,
        "right": entry.example.1,
    })
}

fn as_json(value: &Value) -> String {
    format!("{value:#}\n")
}

fn unknown(wanted: &str, console: &Console) -> Failure {
    let codes: Vec<String> = CATALOGUE.iter().map(|entry| entry.code.to_lowercase()).collect();
    let known = CATALOGUE.iter().map(|entry| entry.name).chain(codes.iter().map(String::as_str));
    let meant = nearest(wanted, known).and_then(entry);
    Failure::Asked {
        message: words::fill(console.say(&words::NO_SUCH_FINDING), &[wanted]),
        help: match meant {
            Some(meant) => words::fill(console.say(&words::MEANT), &[&format!("{} ({})", meant.code, meant.name)]),
            None => words::fill(console.say(&words::LIST_BY), &["reglament explain"]),
        },
    }
}
