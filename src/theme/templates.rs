//! Tera templates: compiled once, escaped in HTML, faults with file, line and column.

use super::{ThemeFault, Words};
use crate::base::{Lang, themes};
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::Write;
use tera::{Context, ErrorKind, Kwargs, ReportError, State, Tera, Value};

/// Most pages are shorter.
const USUAL_BYTES: usize = 1 << 17;

/// All templates of a theme, ready to be filled.
#[derive(Clone)]
pub(super) struct Templates {
    tera: Tera,
    /// What every page of a language sees: `w`, the words of the interface.
    shared: [Context; 2],
}

impl std::fmt::Debug for Templates {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Templates")
    }
}

impl Templates {
    /// Compiles templates, given by name relative to `templates/`.
    pub(super) fn compile(texts: &BTreeMap<&str, &str>, words: &[Words; 2]) -> Result<Templates, Vec<ThemeFault>> {
        let mut tera = Tera::default();
        tera.set_escape_fn(escape);
        // The built-in filter copies, and what is safe is most of a page.
        tera.register_filter("safe", |text: Value, _: Kwargs, _: &State<'_>| text.mark_safe());
        if let Err(error) = tera.add_raw_templates(texts.iter()) {
            return Err(all_faults(texts, &error));
        }
        let shared = words.each_ref().map(|words| {
            let mut context = Context::new();
            context.insert("w", words);
            context
        });
        Ok(Templates { tera, shared })
    }

    pub(super) fn render(&self, name: &str, lang: Lang, page: &impl Serialize) -> Result<Vec<u8>, ThemeFault> {
        let mut context = self.shared[lang as usize].clone();
        context.extend(Context::from_serialize(page).map_err(|error| fault(name, &error))?);
        let mut bytes = Vec::with_capacity(USUAL_BYTES);
        self.tera.render_to(name, &context, &mut bytes).map_err(|error| fault(name, &error))?;
        Ok(bytes)
    }
}

/// Tera stops at the first broken template; an author wants to hear of all of them.
fn all_faults(texts: &BTreeMap<&str, &str>, first: &tera::Error) -> Vec<ThemeFault> {
    let mut faults: Vec<ThemeFault> = texts
        .iter()
        .filter_map(|(name, text)| match Tera::default().add_raw_template(name, text) {
            // A template that stands alone misses its parent; only its own syntax counts here.
            Err(error) if matches!(error.kind(), ErrorKind::SyntaxError(report) if !is_about_others(report.message())) => {
                Some(fault(name, &error))
            }
            _ => None,
        })
        .collect();
    if faults.is_empty() {
        faults = reported(&first.to_string());
    }
    if faults.is_empty() {
        faults.push(fault("", first));
    }
    faults
}

/// What Tera finds wrong between templates, a filter that there is not, it gives as a text of reports alone: in each, a line
/// with the message, and one with the place.
fn reported(reports: &str) -> Vec<ThemeFault> {
    let lines: Vec<&str> = reports.lines().collect();
    let report = |pair: &[&str]| {
        let words = pair[0].strip_prefix("error: ")?;
        let mut place = pair[1].trim_start().strip_prefix("--> ")?.rsplitn(3, ':');
        let (column, line, name) = (place.next()?.parse().ok()?, place.next()?.parse().ok()?, place.next()?);
        let entry = &themes::TEMPLATE_BROKEN;
        Some(ThemeFault::of_file(format!("templates/{name}"), entry).word(words).at(line, column))
    };
    lines.windows(2).filter_map(report).collect()
}

/// Whether a message tells of a template or a component that was left out on purpose.
fn is_about_others(message: &str) -> bool {
    message.contains("omponent") || message.contains("not found")
}

fn fault(name: &str, error: &tera::Error) -> ThemeFault {
    let told = |name: &str, words: &str, entry| {
        ThemeFault::of_file(format!("templates/{name}"), entry).word(words.lines().next().unwrap_or(words))
    };
    let broken = |name: &str, words: &str| told(name, words, &themes::TEMPLATE_BROKEN);
    let placed = |report: &ReportError, entry| {
        let name = if report.filename().is_empty() { name } else { report.filename() };
        let (line, column) = (report.span().start_line, report.span().start_col + 1);
        told(name, report.message(), entry).at(line as u32, column as u32)
    };
    match error.kind() {
        ErrorKind::SyntaxError(report) => placed(report, &themes::TEMPLATE_BROKEN),
        ErrorKind::RenderingError(report) => placed(report, &themes::TEMPLATE_NOT_FILLED),
        ErrorKind::MissingParent { current, parent } => {
            broken(current, &format!("extends `{parent}`, which is not there"))
        }
        ErrorKind::CircularExtend { tpl, .. } => broken(tpl, "extends itself by way of others"),
        ErrorKind::CircularInclude { tpl, .. } => broken(tpl, "includes itself by way of others"),
        other => broken(name, &other.to_string()),
    }
}

/// Escapes text for HTML, writing what needs no escape in one piece.
fn escape(text: &str, out: &mut dyn Write) -> std::io::Result<()> {
    let is_special = |byte: u8| matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'');
    // Nearly no text needs more than this look at its bytes, at many of them at once.
    if !text.bytes().fold(false, |found, byte| found | is_special(byte)) {
        return out.write_all(text.as_bytes());
    }
    let mut rest = text;
    while let Some(at) = rest.bytes().position(is_special) {
        out.write_all(&rest.as_bytes()[..at])?;
        out.write_all(match rest.as_bytes()[at] {
            b'&' => b"&amp;",
            b'<' => b"&lt;",
            b'>' => b"&gt;",
            b'"' => b"&quot;",
            _ => b"&#39;",
        })?;
        rest = &rest[at + 1..];
    }
    out.write_all(rest.as_bytes())
}
