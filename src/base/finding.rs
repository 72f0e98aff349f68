//! Findings: what is wrong in an author's text. Collected, never thrown.

use super::harmless::in_one_line;
use super::{Entry, Said, Span, Voice};
use serde::Serialize;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Good to know; nothing must be done.
    Info,
    /// The act can be published, and a reviewer should look.
    Warning,
    /// Nothing true can be drawn before it is mended.
    Error,
}

/// Another place that helps to understand a finding, with the catalogue's note on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    pub span: Span,
}

/// One thing that is wrong, where it is wrong, and the words that its message needs.
///
/// The wording itself lies in the catalogue, once for each language that the program speaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub entry: &'static Entry,
    pub span: Span,
    pub related: Vec<Related>,
    /// What the message's `{0}`, `{1}` … stand for.
    pub words: Vec<FindingWord>,
}

/// A word that a message needs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum FindingWord {
    /// Taken from the author's text, or a name of the format.
    Quoted(String),
    /// Names of the format, all of which must be read.
    Whole(String),
    /// One of the program's own words, said in the language of the message.
    Own(&'static Said),
}

impl Finding {
    pub fn new(entry: &'static Entry, span: Span) -> Finding {
        Finding { entry, span, related: Vec::new(), words: Vec::new() }
    }

    /// Adds the word for the next `{n}` of the message.
    pub fn word(mut self, word: impl ToString) -> Finding {
        self.words.push(FindingWord::Quoted(word.to_string()));
        self
    }

    /// Adds names of the format, which are never cut.
    pub fn names(mut self, names: &[&str]) -> Finding {
        self.words.push(FindingWord::Whole(names.join(", ")));
        self
    }

    /// Adds one of the program's own words for the next `{n}`.
    pub fn term(mut self, said: &'static Said) -> Finding {
        self.words.push(FindingWord::Own(said));
        self
    }

    pub fn related(mut self, span: Span) -> Finding {
        self.related.push(Related { span });
        self
    }

    pub fn severity(&self) -> Severity {
        self.entry.severity
    }

    /// One line: what was found and what fits. Lower case, no full stop.
    pub fn message(&self, voice: Voice) -> String {
        fill(self.entry.message.say(voice), &self.words, voice)
    }

    /// What to do about it.
    pub fn help(&self, voice: Voice) -> String {
        fill(self.entry.help.say(voice), &self.words, voice)
    }
}

/// Words longer than this are cut in messages: a text of a megabyte must not flood a terminal.
const WORD_CHARS_MAX: usize = 80;

fn fill(pattern: &str, words: &[FindingWord], voice: Voice) -> String {
    let mut out = String::new();
    let mut rest = pattern;
    while let Some(open) = rest.find('{') {
        let (before, tail) = rest.split_at(open);
        out.push_str(before);
        let index = tail[1..].find('}').and_then(|close| Some((tail[1..=close].parse::<usize>().ok()?, close + 2)));
        match index {
            Some((at, length)) => {
                match words.get(at) {
                    Some(FindingWord::Quoted(word)) => out.push_str(&clip(word)),
                    Some(FindingWord::Whole(words)) => out.push_str(words),
                    Some(FindingWord::Own(said)) => out.push_str(said.say(voice)),
                    None => {}
                }
                rest = &tail[length..];
            }
            None => {
                out.push('{');
                rest = &tail[1..];
            }
        }
    }
    out + rest
}

/// The word in one line, cut where it is very long; a dash where there is none.
fn clip(word: &str) -> String {
    if word.is_empty() {
        return "–".to_owned();
    }
    let cut = word.char_indices().nth(WORD_CHARS_MAX).map(|(at, _)| at);
    match cut {
        Some(at) => in_one_line(&word[..at]) + "…",
        None => in_one_line(word),
    }
}

/// A value, and everything that was found on the way to it.
#[derive(Debug, Clone)]
pub struct Checked<T> {
    pub value: T,
    pub findings: Vec<Finding>,
}

impl<T> Checked<T> {
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Checked<U> {
        Checked { value: change(self.value), findings: self.findings }
    }

    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity() == Severity::Error)
    }
}

/// Source order: by file, then place, then code.
pub fn sort_findings(findings: &mut Vec<Finding>) {
    findings.sort_by(|a, b| (a.span, a.entry.code, &a.words).cmp(&(b.span, b.entry.code, &b.words)));
    findings.dedup();
}
