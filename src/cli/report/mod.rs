//! Findings → text: for people with the source line shown, one line each, or JSON.
//!
//! Holds: every finding is told, in source order; a text of a megabyte is shown around the place only.

mod human;
mod json;
mod lines;

use super::words::{self, Noun};
use crate::base::harmless::in_one_line;
use crate::base::{Finding, Severity, Sources, Span, Voice};
use anstyle::{AnsiColor, Style};
use clap::ValueEnum;
use lines::{Lines, Located};
use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;

/// How findings are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// The source line, the place marked under it, and what to do.
    Human,
    /// One line each: file:line:column: severity[code]: message.
    Short,
    /// One object, for machines.
    Json,
}

/// Findings and the texts that they were found in.
pub(super) struct Report<'a> {
    sources: &'a Sources,
    findings: &'a [Finding],
    /// The folder of definitions as the user named it.
    folder: String,
    voice: Voice,
    /// Where the lines of each source start, found when first asked for.
    lines: Vec<OnceCell<Lines>>,
}

impl<'a> Report<'a> {
    pub fn new(sources: &'a Sources, findings: &'a [Finding], folder: &Path, voice: Voice) -> Report<'a> {
        let folder = folder.to_string_lossy().replace('\\', "/");
        let lines = sources.iter().map(|_| OnceCell::new()).collect();
        Report { sources, findings, folder: folder.trim_end_matches('/').to_owned(), voice, lines }
    }

    pub fn render(&self, format: Format) -> String {
        match format {
            Format::Human => human::render(self),
            Format::Short => self.short(),
            Format::Json => format!("{:#}\n", json::value(self)),
        }
    }

    /// «3 errors, 1 warning in 2 files».
    pub fn summary(&self) -> String {
        let count = |severity| self.findings.iter().filter(|finding| finding.severity() == severity).count();
        let texts: BTreeSet<_> = self.findings.iter().map(|finding| finding.span.source).collect();
        let counts = [Severity::Error, Severity::Warning, Severity::Info].map(count);
        summary(counts, texts.len(), self.lines.len(), self.voice)
    }

    fn short(&self) -> String {
        let mut out = String::new();
        for finding in self.findings {
            let place = self.located(finding.span);
            let level =
                styled(finding.severity(), &format!("{}[{}]", plain_name(finding.severity()), finding.entry.code));
            let message = finding.message(self.voice);
            let _ =
                writeln!(out, "{}:{}:{}: {level}: {message}", self.shown_path(finding.span), place.line, place.column);
        }
        out
    }

    /// `regulations/a.yaml:12:5`.
    pub fn place(&self, finding: &Finding) -> String {
        self.place_of(finding.span)
    }

    pub fn place_of(&self, span: Span) -> String {
        let place = self.located(span);
        format!("{}:{}:{}", self.shown_path(span), place.line, place.column)
    }

    /// The path of a source as it is shown.
    fn shown_path(&self, span: Span) -> String {
        in_one_line(&self.path(span))
    }

    /// The path of a source as the user can open it.
    fn path(&self, span: Span) -> String {
        let path = &self.sources.get(span.source).path;
        if self.folder == "." { path.clone() } else { format!("{}/{path}", self.folder) }
    }

    fn lines(&self, span: Span) -> &Lines {
        self.lines[span.source.0 as usize].get_or_init(|| Lines::of(self.text(span)))
    }

    fn text(&self, span: Span) -> &'a str {
        &self.sources.get(span.source).text
    }

    fn located(&self, span: Span) -> Located {
        self.lines(span).locate(self.text(span), span.start)
    }
}

/// How many errors, warnings and notes there are, in how many texts, of how many that were read.
pub(super) fn summary(counts: [usize; 3], texts: usize, read: usize, voice: Voice) -> String {
    let kinds = counts.into_iter().zip([&words::ERRORS, &words::WARNINGS, &words::NOTES]);
    let said = |(count, noun): (usize, &Noun)| (count > 0).then(|| noun.count(count, voice));
    let said: Vec<String> = kinds.filter_map(said).collect();
    if said.is_empty() {
        return words::fill(words::NOTHING_FOUND.say(voice), &[&words::FILES.count(read, voice)]);
    }
    words::fill(words::FOUND.say(voice), &[&said.join(", "), &words::IN_FILES.count(texts, voice)])
}

/// The name of a severity as compilers print it, for editors that look for it.
fn plain_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}

/// The name of a severity for people.
pub(super) fn level_name(severity: Severity, voice: Voice) -> &'static str {
    match severity {
        Severity::Error => words::ERROR.say(voice),
        Severity::Warning => words::WARNING.say(voice),
        Severity::Info => words::NOTE.say(voice),
    }
}

/// The words in the colour of the severity; colours are taken out again where nobody can see them.
pub(super) fn styled(severity: Severity, words: &str) -> String {
    let color = match severity {
        Severity::Error => AnsiColor::Red,
        Severity::Warning => AnsiColor::Yellow,
        Severity::Info => AnsiColor::Cyan,
    };
    let style = Style::new().bold().fg_color(Some(color.into()));
    format!("{style}{words}{style:#}")
}

#[cfg(test)]
mod tests;
