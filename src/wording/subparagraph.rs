//! Sub-paragraphs that a sentence names beside their paragraph: «подпункт 9) пункта 5», «5-тармақтың 14) тармақшасы».
//!
//! In: a text and a [`Reference`] to a paragraph in it. Out: numbers with their place, in no order.
//! Holds: a number without its bracket, or without the word, is none.

use super::letters::{begins_with, is_letter};
use super::reference::Reference;
use crate::base::Lang;
use std::ops::Range;

/// The sub-paragraphs of a paragraph that the text names right beside it.
pub fn subparagraphs(text: &str, paragraph: &Reference, lang: Lang) -> Vec<(Range<usize>, u32)> {
    let found = match lang {
        Lang::Ru => before(text, paragraph.range.start),
        Lang::Kk => behind(text, paragraph.range.end),
    };
    found.unwrap_or_default()
}

/// «подпунктам 2) и 3) пункта 5»: the word stands first, the paragraph last.
fn before(text: &str, end: usize) -> Option<Vec<(Range<usize>, u32)>> {
    let mut found = Vec::new();
    let mut rest = text[..end].trim_end();
    while let Some(open) = rest.strip_suffix(')') {
        let left = open.trim_end_matches(|sign: char| sign.is_ascii_digit());
        found.push((left.len()..rest.len(), open[left.len()..].parse().ok()?));
        rest = left.trim_end();
        let joint = [",", " и"].iter().find_map(|joint| rest.strip_suffix(joint));
        rest = joint.unwrap_or(rest).trim_end();
    }
    let rest = rest.strip_suffix('.').unwrap_or(rest);
    let word = &rest[rest.trim_end_matches(is_letter).len()..];
    (begins_with(word, "подпункт") || matches!(word, "пп" | "подп")).then_some(found)
}

/// «5-тармақтың 2) және 3) тармақшалары»: the paragraph stands first, the word last.
fn behind(text: &str, start: usize) -> Option<Vec<(Range<usize>, u32)>> {
    let mut found = Vec::new();
    let mut rest = text[start..].trim_start();
    while rest.starts_with(|sign: char| sign.is_ascii_digit()) {
        let (digits, left) = rest.split_once(')')?;
        let at = text.len() - rest.len();
        found.push((at..at + digits.len() + 1, digits.parse().ok()?));
        rest = left.trim_start();
        let joint = [",", "және ", "мен "].iter().find_map(|joint| rest.strip_prefix(joint));
        rest = joint.unwrap_or(rest).trim_start();
    }
    let rest = rest.strip_prefix('-').unwrap_or(rest);
    begins_with(rest, "тармақша").then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::reference::{PlaceKind, find_references};

    fn said(text: &str, lang: Lang) -> Vec<(&str, u32)> {
        let paragraphs = find_references(text, lang).into_iter().filter(|one| one.kind == PlaceKind::Paragraph);
        let all = paragraphs.flat_map(|one| subparagraphs(text, &one, lang));
        all.map(|(place, number)| (&text[place], number)).collect()
    }

    #[test]
    fn they_stand_before_or_behind_their_paragraph() {
        for (text, found) in [
            ("подпункт 9) пункта 5", vec![("9)", 9)]),
            ("в подпунктах 2) и 3) пункта 5 настоящего Регламента", vec![("3)", 3), ("2)", 2)]),
            ("пп. 3) п. 5", vec![("3)", 3)]),
            ("по основаниям: 1) пункта 5", vec![]),
            ("подпункт а) пункта 5", vec![]),
            ("пункт 5", vec![]),
        ] {
            assert_eq!(said(text, Lang::Ru), found, "{text}");
        }
        for (text, found) in [
            ("5-тармақтың 14) тармақшасында", vec![("14)", 14)]),
            ("5-тармақтың 1), 2) және 3)-тармақшалары", vec![("1)", 1), ("2)", 2), ("3)", 3)]),
            ("5-тармақта: 1) өтініш", vec![]),
            ("5-тармақтың 14 тармақшасы", vec![]),
        ] {
            assert_eq!(said(text, Lang::Kk), found, "{text}");
        }
    }
}
