//! Findings for people: the message, the source lines with the place marked, what belongs to it, and what to do.

use super::super::words;
use super::{Report, level_name};
use crate::base::{Finding, Severity, Span};
use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};

pub(super) fn render(report: &Report<'_>) -> String {
    let renderer = Renderer::styled();
    report.findings.iter().map(|finding| renderer.render(&groups(report, finding)) + "\n\n").collect()
}

/// The finding itself, then each place that helps to understand it.
fn groups<'a>(report: &Report<'_>, finding: &'a Finding) -> Vec<Group<'a>> {
    let level = match finding.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    let level = level.with_name(level_name(finding.severity(), report.voice));
    let title = level.primary_title(finding.message(report.voice)).id(finding.entry.code);
    let help = Level::HELP.with_name(words::HELP.say(report.voice)).message(finding.help(report.voice));
    let mut groups = vec![title.elements(place(report, finding.span, AnnotationKind::Primary)).element(help)];
    for related in &finding.related {
        let note =
            Level::NOTE.with_name(words::NOTE.say(report.voice)).secondary_title(words::SEE_ALSO.say(report.voice));
        groups.push(note.elements(place(report, related.span, AnnotationKind::Context)));
    }
    groups
}

/// File, line and column, and the lines themselves where a place in them is meant.
fn place<'a>(report: &Report<'_>, span: Span, kind: AnnotationKind) -> Vec<Element<'a>> {
    let path = report.shown_path(span);
    if span == Span::whole(span.source) {
        return vec![Origin::path(path).into()];
    }
    let window = report.lines(span).window(report.text(span), span.start, span.end);
    let snippet = Snippet::source(window.text).line_start(window.first_line).annotation(kind.span(window.marked));
    if window.is_whole {
        return vec![snippet.path(path).into()];
    }
    // Columns of a part of a line are not those of the line, so the place is given apart from it.
    let located = report.located(span);
    vec![Origin::path(path).line(located.line).char_column(located.column).into(), snippet.into()]
}
