//! Changes → text for a terminal, Markdown for a merge request, JSON for machines.

use super::words;
use crate::base::Voice;
use crate::base::harmless::in_lines;
use crate::cli::words::fill;
use crate::diff::{Change, Changes, Piece, Sign, headline, place, sentence, summary};
use anstyle::{AnsiColor, Effects, Style};
use serde_json::{Value, json};
use std::fmt::Write;

const REMOVED: Style = AnsiColor::Red.on_default();
const ADDED: Style = AnsiColor::Green.on_default();
const HEAD: Style = Style::new().effects(Effects::BOLD);

/// A list by act. Words carry signs as well as colours: «[-20-]{+30+}».
pub(super) fn text(changes: &Changes, unread: &[String], voice: Voice) -> String {
    let mut out = String::new();
    for act in &changes.acts {
        let _ = writeln!(out, "{HEAD}{}{HEAD:#}", in_lines(&headline(act, voice)));
        for change in &act.changes {
            out.push_str(&one(change, voice));
        }
        out.push('\n');
    }
    let _ = writeln!(out, "{}", summed_up(changes, unread, voice));
    out
}

/// The summary; what could not be read is no proof that nothing changed.
fn summed_up(changes: &Changes, unread: &[String], voice: Voice) -> String {
    if unread.is_empty() {
        return summary(changes, voice);
    }
    let rest = if changes.is_empty() { words::REST_SAME.say(voice).to_owned() } else { summary(changes, voice) };
    format!("{}. {rest}", fill(words::NOT_COMPARED.say(voice), &[&unread.join(", ")]))
}

/// One change, with its sentence under it where words are marked.
pub(super) fn one(change: &Change, voice: Voice) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "  • {}", in_lines(&sentence(change, voice)));
    if !change.marks.is_empty() {
        let marked: String = change.marks.iter().map(coloured).collect();
        let _ = writeln!(out, "      {}", marked.replace('\n', "\n      "));
    }
    out
}

fn coloured(piece: &Piece) -> String {
    let words = in_lines(&piece.words);
    match piece.sign {
        Sign::Same => words,
        Sign::Removed => format!("{REMOVED}[-{words}-]{REMOVED:#}"),
        Sign::Added => format!("{ADDED}{{+{words}+}}{ADDED:#}"),
    }
}

pub(super) fn markdown(changes: &Changes, unread: &[String], voice: Voice) -> String {
    let mut out = format!("{}\n", escaped(&summed_up(changes, unread, voice)));
    for act in &changes.acts {
        let _ = writeln!(out, "\n### {}\n", escaped(&headline(act, voice)));
        for change in &act.changes {
            out.push_str(&listed(change, voice));
        }
    }
    out
}

/// One change as an item of a list.
pub(super) fn listed(change: &Change, voice: Voice) -> String {
    let mut out = format!("- {}\n", escaped(&sentence(change, voice)));
    if !change.marks.is_empty() {
        let marked: String = change.marks.iter().map(marked).collect();
        let _ = writeln!(out, "  > {}", marked.replace('\n', "\n  > "));
    }
    out
}

/// Emphasis must touch its words: white space stays outside.
pub(super) fn marked(piece: &Piece) -> String {
    let sign = match piece.sign {
        Sign::Same => return escaped(&piece.words),
        Sign::Removed => "~~",
        Sign::Added => "**",
    };
    let words = piece.words.trim();
    if words.is_empty() {
        return piece.words.clone();
    }
    let (before, after) = piece.words.split_once(words).unwrap_or_default();
    format!("{before}{sign}{}{sign}{after}", escaped(words))
}

/// Text as text: nothing in it is markup, nor anything that a terminal would obey.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in in_lines(text).chars() {
        if matches!(sign, '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&') {
            out.push('\\');
        }
        out.push(sign);
    }
    out
}

/// Everything, with each sentence and place in the three languages of the program.
pub(super) fn json(changes: &Changes, unread: &[Vec<String>; 2]) -> String {
    let voiced =
        |say: &dyn Fn(Voice) -> String| json!({ "kk": say(Voice::Kk), "ru": say(Voice::Ru), "en": say(Voice::En) });
    let acts: Vec<Value> = changes
        .acts
        .iter()
        .map(|act| {
            let changes: Vec<Value> = act
                .changes
                .iter()
                .map(|change| {
                    let mut value = serde_json::to_value(change).unwrap_or_default();
                    value["where"] = voiced(&|voice| place(&change.place, voice));
                    value["sentence"] = voiced(&|voice| sentence(change, voice));
                    value
                })
                .collect();
            json!({ "decree": act.decree, "regulation": act.regulation, "title": act.title, "changes": changes })
        })
        .collect();
    let whole = json!({
        "summary": voiced(&|voice| summary(changes, voice)),
        "acts": acts,
        "unread": { "old": unread[0], "new": unread[1] },
    });
    format!("{whole:#}\n")
}
