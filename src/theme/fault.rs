//! What is wrong in a theme folder, and where.

use crate::base::{Entry, Finding, Span, Voice};
use std::fmt;

/// One fault of a theme file. Line and column count from 1; both are 0 where the whole file is meant.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ThemeFault {
    /// Relative to the theme folder.
    pub file: String,
    pub line: u32,
    pub column: u32,
    pub entry: &'static Entry,
    /// What the message's `{0}`, `{1}` … stand for.
    words: Vec<String>,
}

impl ThemeFault {
    /// A fault of a whole file.
    pub fn of_file(file: impl Into<String>, entry: &'static Entry) -> ThemeFault {
        ThemeFault { file: file.into(), line: 0, column: 0, entry, words: Vec::new() }
    }

    /// A fault at a byte of a text.
    pub fn at_byte(file: &str, text: &[u8], byte: usize, entry: &'static Entry) -> ThemeFault {
        let before = String::from_utf8_lossy(&text[..byte.min(text.len())]);
        let column = before.rsplit('\n').next().unwrap_or("").chars().count() as u32 + 1;
        let line = before.matches('\n').count() as u32 + 1;
        ThemeFault::of_file(file, entry).at(line, column)
    }

    pub fn at(self, line: u32, column: u32) -> ThemeFault {
        ThemeFault { line, column, ..self }
    }

    /// Adds the word for the next `{n}` of the message.
    pub fn word(mut self, word: impl ToString) -> ThemeFault {
        self.words.push(word.to_string());
        self
    }

    pub fn message(&self, voice: Voice) -> String {
        self.finding().message(voice)
    }

    pub fn help(&self, voice: Voice) -> String {
        self.finding().help(voice)
    }

    /// `templates/home.html:3:7`.
    pub fn place(&self) -> String {
        match self.line {
            0 => self.file.clone(),
            line => format!("{}:{line}:{}", self.file, self.column),
        }
    }

    fn finding(&self) -> Finding {
        self.words.iter().fold(Finding::new(self.entry, Span::default()), |finding, word| finding.word(word))
    }
}

/// As programmers of tests see it.
impl fmt::Display for ThemeFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place(), self.message(Voice::En))
    }
}
