//! Findings for machines.

use super::{Report, plain_name};
use crate::base::{Finding, Severity, Span};
use serde_json::{Value, json};

/// `{findings: […], errors, warnings, notes}`.
pub(super) fn value(report: &Report<'_>) -> Value {
    let count = |severity| report.findings.iter().filter(|finding| finding.severity() == severity).count();
    json!({
        "findings": report.findings.iter().map(|found| finding(report, found)).collect::<Vec<_>>(),
        "errors": count(Severity::Error),
        "warnings": count(Severity::Warning),
        "notes": count(Severity::Info),
    })
}

fn finding(report: &Report<'_>, finding: &Finding) -> Value {
    json!({
        "code": finding.entry.code,
        "name": finding.entry.name,
        "severity": plain_name(finding.severity()),
        "message": finding.message(report.voice),
        "help": finding.help(report.voice),
        "place": place(report, finding.span),
        "related": finding.related.iter().map(|related| place(report, related.span)).collect::<Vec<_>>(),
    })
}

/// The end is the place after the last character.
fn place(report: &Report<'_>, span: Span) -> Value {
    let start = report.located(span);
    let end = report.lines(span).locate(report.text(span), span.end.max(span.start));
    json!({
        "file": report.path(span),
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
    })
}
