//! Anchors: permanent names of the places in a page.
//!
//! They come from numbers and ids, never from wording: `ch2`, `p5`, `p5-1`, `provider-register`, `portal-p1`.

use super::Phrase;
use foldhash::fast::FixedState;
use std::collections::{BTreeMap, HashSet};

/// Hands out anchors, each once.
#[derive(Debug, Default)]
pub(super) struct Anchors {
    taken: HashSet<String, FixedState>,
    /// The next suffix to try for an anchor that was wanted again.
    next: BTreeMap<String, u32>,
    chapters: u32,
    /// The anchor of the numbered paragraph, or of the chapter, that the text is in.
    inside: String,
    /// Paragraphs without a number inside of it; its own first counts.
    parts: u32,
}

impl Anchors {
    /// The wanted anchor, or where it is taken, the same with the first number from 2 that is free.
    pub(super) fn take(&mut self, wanted: &str) -> String {
        // Ids of shapes, of rows of tables and of explained terms begin so, and stand in the same page.
        let is_row = wanted.strip_prefix("row").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        let is_of_page = is_row || ["fig-", "term-", "tip-"].iter().any(|prefix| wanted.starts_with(prefix));
        let wanted = if is_of_page { format!("text-{wanted}") } else { wanted.to_owned() };
        if self.taken.insert(wanted.clone()) {
            return wanted;
        }
        let next = self.next.entry(wanted.clone()).or_insert(2);
        loop {
            let anchor = format!("{wanted}-{next}");
            *next += 1;
            if self.taken.insert(anchor.clone()) {
                return anchor;
            }
        }
    }

    /// A heading: chapters are named by the number that they print, else by their place.
    pub(super) fn heading(&mut self, depth: u8, phrase: &Phrase) -> String {
        if depth > 1 {
            let wanted = if self.chapters == 0 { "part".to_owned() } else { format!("ch{}-part", self.chapters) };
            return self.take(&wanted);
        }
        self.chapters = leading_number(&phrase.plain).unwrap_or(self.chapters + 1);
        self.enter(format!("ch{}", self.chapters))
    }

    /// A paragraph that begins with «5.», «1)» or nothing.
    pub(super) fn paragraph(&mut self, marker: Option<&str>) -> String {
        match marker.map(|marker| (leading_number(marker), marker.ends_with(')'))) {
            Some((Some(number), false)) => self.enter(format!("p{number}")),
            Some((Some(number), true)) if self.inside.is_empty() => self.take(&format!("p-{number}")),
            Some((Some(number), true)) => self.take(&format!("{}-{number}", self.inside)),
            _ => self.part(),
        }
    }

    /// A paragraph without a number: `p5-part2` is the second part of paragraph 5.
    fn part(&mut self) -> String {
        self.parts += 1;
        let within = if self.inside.is_empty() { String::new() } else { format!("{}-", self.inside) };
        self.take(&format!("{within}part{}", self.parts))
    }

    fn enter(&mut self, wanted: String) -> String {
        let anchor = self.take(&wanted);
        self.inside.clone_from(&anchor);
        // The paragraph's own words are its first part; a chapter has none of its own.
        self.parts = u32::from(wanted.starts_with('p'));
        anchor
    }
}

/// The number at the start of a text, if it is one that counts something.
fn leading_number(text: &str) -> Option<u32> {
    let digits: String = text.trim_start().chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok().filter(|number| (1..=9999).contains(number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Lang;

    #[test]
    fn names_follow_the_numbers_of_the_act() {
        let mut anchors = Anchors::default();
        assert_eq!(anchors.paragraph(None), "part1");
        assert_eq!(anchors.heading(1, &Phrase::plain(Lang::Kk, "1. Жалпы ережелер")), "ch1");
        assert_eq!(anchors.paragraph(Some("1.")), "p1");
        assert_eq!(anchors.paragraph(Some("1)")), "p1-1");
        assert_eq!(anchors.paragraph(None), "p1-part2");
        assert_eq!(anchors.heading(1, &Phrase::plain(Lang::Kk, "2-тарау. Сипаттау")), "ch2");
        assert_eq!(anchors.paragraph(None), "ch2-part1");
    }

    #[test]
    fn an_anchor_is_given_once() {
        let mut anchors = Anchors::default();
        let given: Vec<String> = ["a", "a", "a-2", "a", "fig-a"].map(|wanted| anchors.take(wanted)).into();
        assert_eq!(given, ["a", "a-2", "a-2-2", "a-3", "text-fig-a"]);
    }
}
