//! The list of abbreviations, and what each use of one shows beside it.
//!
//! Holds: every definition stands in the list, where its links lead and where it is printed; the same words once more,
//! unseen, are what a use shows while it is pointed at or has the focus. No script is needed for either.

use super::Rendered;
use super::text::Writer;
use super::write::{attribute, escape};
use crate::manuscript::{Phrase, TermEntry};

pub(super) fn write(writer: &Writer<'_>, terms: &[TermEntry], rendered: &mut Rendered) {
    if terms.is_empty() {
        return;
    }
    let out = &mut rendered.glossary;
    let level = writer.options.level;
    out.push_str(&format!("<section class=\"glossary\" aria-labelledby=\"terms\">\n<h{level} id=\"terms\">"));
    escape(out, writer.options.labels.terms);
    out.push_str(&format!("</h{level}>\n<dl>\n"));
    for (at, term) in terms.iter().enumerate() {
        out.push_str(&format!("<div id=\"term-{}\"><dt", at + 1));
        words(writer, "", &term.abbr, out);
        // The dash is a word of the text, so that who copies the list has it.
        out.push_str("</dt><dd");
        words(writer, " – ", &term.expansion, out);
        out.push_str("</dd></div>\n");
    }
    out.push_str("</dl>\n<div class=\"tips\">\n");
    for (at, term) in terms.iter().enumerate() {
        out.push_str(&format!("<p id=\"tip-{}\" role=\"tooltip\"", at + 1));
        words(writer, "", &term.abbr, out);
        out.push_str(" – ");
        escape(out, &term.expansion.plain);
        out.push_str("</p>\n");
    }
    out.push_str("</div>\n</section>\n");
}

/// The rest of a tag and the words: the list stands in the page, not in the act.
fn words(writer: &Writer<'_>, before: &str, phrase: &Phrase, out: &mut String) {
    if let Some(lang) = writer.foreign(phrase) {
        attribute(out, "lang", lang);
    }
    out.push('>');
    out.push_str(before);
    escape(out, &phrase.plain);
}
