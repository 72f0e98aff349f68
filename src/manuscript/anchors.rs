//! Anchors: permanent names of the places in a page.
//!
//! They come from numbers and ids, never from wording: `ch2`, `p5`, `p5-1`, `provider-register`, `portal-p1`.
//! Holds: an element has the anchor that [`anchor::of_element`] gives, whatever else asks for it before; a page's own ids
//! are handed to nobody.

use super::Phrase;
use crate::base::anchor;
use foldhash::fast::FixedState;
use std::collections::{BTreeMap, HashSet};

/// Hands out anchors, each once.
#[derive(Debug, Default)]
pub(super) struct Anchors {
    taken: HashSet<String, FixedState>,
    /// Those of elements that have not come yet: drawings lead to them.
    kept: HashSet<String, FixedState>,
    /// The next suffix to try for an anchor that was wanted again.
    next: BTreeMap<String, u32>,
    chapters: u32,
    /// The anchor of the numbered paragraph, or of the chapter, that the text is in.
    inside: String,
    /// Paragraphs without a number inside of it; its own first counts.
    parts: u32,
}

impl Anchors {
    /// Keeps anchors for their elements.
    pub(super) fn keep(&mut self, elements: impl Iterator<Item = String>) {
        self.kept.extend(elements.filter(|wanted| !anchor::is_of_page(wanted)));
    }

    /// The anchor of an element; where its sentence comes again, as of any other text.
    pub(super) fn element(&mut self, wanted: &str) -> String {
        self.kept.remove(wanted);
        self.take(wanted)
    }

    /// The wanted anchor, or where it is taken, the same with the first number from 2 that is free.
    pub(super) fn take(&mut self, wanted: &str) -> String {
        let wanted = if anchor::is_of_page(wanted) { format!("text-{wanted}") } else { wanted.to_owned() };
        if self.claim(&wanted) {
            return wanted;
        }
        let mut next = self.next.get(&wanted).copied().unwrap_or(2);
        loop {
            let anchor = format!("{wanted}-{next}");
            next += 1;
            if self.claim(&anchor) {
                self.next.insert(wanted, next);
                return anchor;
            }
        }
    }

    /// Whether the anchor was free; it no longer is.
    fn claim(&mut self, anchor: &str) -> bool {
        !self.kept.contains(anchor) && self.taken.insert(anchor.to_owned())
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

    #[test]
    fn an_element_has_its_own_anchor_whatever_comes_before_it() {
        let mut anchors = Anchors::default();
        anchors.keep(["p1-1".to_owned(), "p1-1-2".to_owned()].into_iter());
        assert_eq!(anchors.take("p1-1"), "p1-1-3");
        assert_eq!(anchors.element("p1-1"), "p1-1");
        assert_eq!(anchors.element("p1-1"), "p1-1-4");
        assert_eq!(anchors.element("p1-1-2"), "p1-1-2");
    }
}
