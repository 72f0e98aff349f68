//! A history → text for a terminal, Markdown, JSON.

use super::Step;
use crate::base::Voice;
use crate::base::harmless::in_one_line;
use crate::cli::console::Console;
use crate::cli::diff::forms::{listed, one};
use crate::cli::diff::words;
use crate::cli::words::fill;
use crate::diff::sentence;
use crate::edge::Commit;
use anstyle::{AnsiColor, Style};
use serde_json::{Value, json};
use std::fmt::Write;

const HEAD: Style = AnsiColor::Yellow.on_default();

/// «5c79fb1219 2016-01-08 Author: subject».
pub(super) fn head(commit: &Commit) -> String {
    let Commit { id, author, date, subject, .. } = commit;
    in_one_line(&format!("{} {date} {author}: {subject}", &id.to_string()[..10]))
}

/// What is told of a step besides its changes.
fn notes(step: &Step, console: &Console) -> Vec<String> {
    let mut notes = Vec::new();
    if let Some([from, to]) = &step.moved {
        notes.push(fill(console.say(&words::MOVED_FILE), &[&format!("{from}.yaml"), &format!("{to}.yaml")]));
    }
    if step.changes.is_none() {
        notes.push(console.say(&words::NOT_READABLE_THEN).to_owned());
    }
    notes
}

fn title(step: &Step, console: &Console) -> String {
    step.commit.as_ref().map_or_else(|| console.say(&words::NOT_COMMITTED).to_owned(), head)
}

pub(super) fn text(steps: &[Step], console: &Console) -> String {
    if steps.is_empty() {
        return format!("{}\n", console.say(&words::NO_HISTORY));
    }
    let mut out = String::new();
    for step in steps {
        let title = title(step, console);
        let split = title.find(' ').filter(|_| step.commit.is_some()).unwrap_or(title.len());
        let _ = writeln!(out, "{HEAD}{}{HEAD:#}{}", &title[..split], &title[split..]);
        notes(step, console).iter().for_each(|note| _ = writeln!(out, "  • {note}"));
        step.changes.iter().flatten().for_each(|change| out.push_str(&one(change, console.voice)));
    }
    out
}

pub(super) fn markdown(steps: &[Step], console: &Console) -> String {
    if steps.is_empty() {
        return format!("{}\n", console.say(&words::NO_HISTORY));
    }
    let mut out = String::new();
    for step in steps {
        let _ = writeln!(out, "### {}\n", crate::cli::diff::forms::escaped(&title(step, console)));
        for note in notes(step, console) {
            let _ = writeln!(out, "- {}", crate::cli::diff::forms::escaped(&note));
        }
        step.changes.iter().flatten().for_each(|change| out.push_str(&listed(change, console.voice)));
        out.push('\n');
    }
    out
}

pub(super) fn json(steps: &[Step]) -> String {
    let all: Vec<Value> = steps
        .iter()
        .map(|Step { commit, moved, changes }| {
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
            let of = |get: fn(&Commit) -> &String| commit.as_ref().map(get);
            json!({
                "revision": commit.as_ref().map(|commit| commit.id.to_string()),
                "date": of(|commit| &commit.date),
                "author": of(|commit| &commit.author),
                "subject": of(|commit| &commit.subject),
                "moved": moved,
                "changes": changes,
            })
        })
        .collect();
    format!("{:#}\n", Value::Array(all))
}
