//! Slips that make a file no YAML: what a person typed where the parser stopped, in words that this person knows.
//!
//! In: the text, the line at which the parser stopped, its own reason. Out: what is wrong, what to do, and the place.
//! Holds: only lines near the place are looked at; the parser stops at the slip, or at the first line that it spoils.

use crate::base::Said;
use crate::base::slips as said;
use std::ops::Range;

/// One slip: its place in bytes, what is wrong, what to do.
#[derive(Debug)]
pub(super) struct Slip {
    pub range: Range<usize>,
    pub what: &'static Said,
    pub help: &'static Said,
}

/// How far above the place a quotation mark may have been opened.
const QUOTE_LINES_MAX: usize = 200;

/// The slip at a line, counted from 0.
pub(super) fn find(text: &str, line: usize, reason: &str) -> Slip {
    let lines: Vec<Line> = lines(text);
    let here = line.min(lines.len().saturating_sub(1));
    let near = [Some(here), here.checked_sub(1), Some(here + 1)];
    let near = || near.iter().flatten().filter_map(|at| lines.get(*at));
    let slip = |range: Range<usize>, [what, help]: [&'static Said; 2]| Slip { range, what, help };
    if let Some(range) = near().find_map(|line| line.sign_in_indent(|sign| sign == '\t')) {
        return slip(range, [&said::TAB, &said::TAB_HELP]);
    }
    if let Some(range) = near().find_map(|line| line.sign_in_indent(|sign| sign != ' ' && sign != '\t')) {
        return slip(range, [&said::SPACE, &said::SPACE_HELP]);
    }
    if let Some(line) = unclosed_quote(&lines, here, reason) {
        return slip(line.words(), [&said::QUOTE, &said::QUOTE_HELP]);
    }
    let Some(line) = lines.get(here) else { return slip(0..0, [&said::OTHER, &said::OTHER_HELP]) };
    slip(line.words(), of_line(line, reason))
}

/// What is wrong within one line, and what to do.
fn of_line(line: &Line, reason: &str) -> [&'static Said; 2] {
    let entry = line.entry();
    let (key, value) = entry.split_once(':').unwrap_or((entry, ""));
    let is_key = |word: &str| !word.is_empty() && word.chars().all(|sign| sign.is_ascii_lowercase() || sign == '_');
    let value = value.trim();
    match value.chars().next() {
        _ if entry.starts_with("---") || reason.contains("multiple") => [&said::DOCUMENTS, &said::DOCUMENTS_HELP],
        Some('"' | '\'') if reason.contains("quoted") => [&said::BEHIND_QUOTE, &said::IN_QUOTES_HELP],
        Some('*' | '&' | '!' | '%' | '@' | '`') => [&said::SPECIAL, &said::IN_QUOTES_HELP],
        Some(_) if is_key(key) && !entry[key.len() + 1..].starts_with(' ') => [&said::NO_SPACE, &said::NO_SPACE_HELP],
        Some('[' | '{') => [&said::BRACKET, &said::BRACKET_HELP],
        Some(_) if value.contains(": ") || value.ends_with(':') => [&said::COLON_IN_TEXT, &said::IN_QUOTES_HELP],
        None if is_key(first_word(entry)) && !entry.contains(':') => [&said::NO_COLON, &said::NO_COLON_HELP],
        _ if line.is_entry() || entry.contains(':') => [&said::INDENT, &said::INDENT_HELP],
        _ => [&said::OTHER, &said::OTHER_HELP],
    }
}

fn first_word(entry: &str) -> &str {
    entry.split_whitespace().next().unwrap_or("")
}

/// The line at which a quotation mark was opened and not closed, where the parser complains of quotation marks.
fn unclosed_quote<'l, 't>(lines: &'l [Line<'t>], here: usize, reason: &str) -> Option<&'l Line<'t>> {
    if !reason.contains("quot") && !reason.contains("end of") {
        return None;
    }
    let above = lines.get(here.saturating_sub(QUOTE_LINES_MAX)..=here)?;
    above.iter().rev().find(|line| {
        let entry = line.entry();
        let value = entry.split_once(": ").map_or(entry, |(_, value)| value).trim();
        let quote = value.chars().next().filter(|sign| matches!(sign, '"' | '\''));
        quote.is_some_and(|quote| !value[1..].contains(quote))
    })
}

/// A line with its place.
struct Line<'t> {
    start: usize,
    text: &'t str,
}

impl<'t> Line<'t> {
    /// A sign that may not stand in the indentation.
    fn sign_in_indent(&self, is_wrong: fn(char) -> bool) -> Option<Range<usize>> {
        let mut indent = self.text.char_indices().take_while(|(_, sign)| sign.is_whitespace());
        let (at, sign) = indent.find(|(_, sign)| is_wrong(*sign))?;
        let is_empty = self.text.trim().is_empty();
        (!is_empty).then(|| self.start + at..self.start + at + sign.len_utf8())
    }

    /// Without the indentation.
    fn words(&self) -> Range<usize> {
        let indent = self.text.len() - self.text.trim_start().len();
        self.start + indent..self.start + self.text.trim_end().len().max(indent)
    }

    fn is_entry(&self) -> bool {
        self.text.trim_start().starts_with('-')
    }

    /// The key and its value, without the dash of a list.
    fn entry(&self) -> &'t str {
        let words = self.text.trim();
        words.strip_prefix("- ").map_or(words, str::trim_start)
    }
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut start = 0;
    let placed = text.split('\n').map(|line| {
        let placed = Line { start, text: line.trim_end_matches('\r') };
        start += line.len() + 1;
        placed
    });
    placed.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_slips_are_known_by_their_line() {
        let quoted = "invalid trailing content after double-quoted scalar";
        for (text, line, reason, what, words) in [
            ("a:\n  - id: x\n\t    unit: office\n", 1, "found a tab", &said::TAB, "\t"),
            ("a:\n\u{a0} unit: head\n  label: x\n", 2, "mapping values", &said::SPACE, "\u{a0}"),
            ("a:\n  unit head\n", 1, "simple key expected ':'", &said::NO_COLON, "unit head"),
            ("a:\n  unit:head\n", 1, "simple key expected ':'", &said::NO_SPACE, "unit:head"),
            ("text: a: b\n", 0, "mapping values", &said::COLON_IN_TEXT, "text: a: b"),
            ("title: \"a\" b\n", 0, quoted, &said::BEHIND_QUOTE, "title: \"a\" b"),
            ("title: \"a b\n# c\n", 1, "in multiline quoted scalar", &said::QUOTE, "title: \"a b"),
            ("title: *b\n", 0, "reference to unknown value", &said::SPECIAL, "title: *b"),
            ("form: [a, b\n", 0, "", &said::BRACKET, "form: [a, b"),
            ("- id: a\n unit: b\n", 1, "did not find expected '-' indicator", &said::INDENT, "unit: b"),
            ("a: 1\n---\nb: 2", 1, "multiple", &said::DOCUMENTS, "---"),
            ("", 7, "", &said::OTHER, ""),
        ] {
            let slip = find(text, line, reason);
            assert_eq!((slip.what, &text[slip.range]), (what, words), "{text}");
        }
    }
}
