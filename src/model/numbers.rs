//! Numbers of paragraphs: which a running text has, which of them stand twice, and which are left out.
//!
//! Holds: a text that says of a paragraph that it is excluded has it, though it is printed no more. A count may begin anew
//! under a heading.

use super::context::Cx;
use super::sentences::words_of;
use crate::base::{Finding, Lang, Span, contradictions};
use crate::source::{RawBlock, RawBlockKind, RawProse};
use crate::wording::collate::fold;
use crate::wording::reference::{PlaceKind, find_references};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// Words by which a text says that a part of it is no more, in the form in which texts are compared.
const EXCLUDES: [&str; 6] = ["исключ", "утратил", "алып таста", "алынып таста", "күші жой", "күшін жой"];

/// Paragraphs that are excluded.
#[derive(Default)]
pub(super) struct Excluded(Vec<RangeInclusive<u32>>);

impl Excluded {
    /// Takes what a text says; what stands between two numbers of one note is excluded with them.
    pub fn add(&mut self, text: &str) {
        let folded = fold(text);
        if !EXCLUDES.iter().any(|words| folded.contains(words)) {
            return;
        }
        let all = Lang::ALL.into_iter().flat_map(|lang| find_references(text, lang));
        let numbers: Vec<u32> =
            all.filter(|one| one.kind == PlaceKind::Paragraph).map(|paragraph| paragraph.number).collect();
        if let (Some(first), Some(last)) = (numbers.iter().min(), numbers.iter().max()) {
            self.0.push(*first..=*last);
        }
    }

    pub fn has(&self, number: u32) -> bool {
        self.0.iter().any(|range| range.contains(&number))
    }

    /// Those that a running text speaks of.
    pub fn add_prose(&mut self, prose: &RawProse) {
        prose.blocks.iter().filter_map(words_of).for_each(|words| self.add(words));
    }
}

/// The number of a paragraph: «5.».
pub(super) fn number(block: &RawBlock) -> Option<u32> {
    match &block.kind {
        RawBlockKind::Paragraph { marker: Some(marker), .. } => marker.strip_suffix('.')?.parse().ok(),
        _ => None,
    }
}

/// Tells numbers that stand twice, and, unless `is_former`, those that are left out: who knows what a former edition left out?
pub(super) fn check(prose: &RawProse, excluded: &Excluded, is_former: bool, cx: &mut Cx) {
    let mut count: BTreeMap<u32, Span> = BTreeMap::new();
    let mut is_under_new_heading = false;
    for block in &prose.blocks {
        is_under_new_heading |= matches!(block.kind, RawBlockKind::Heading { .. });
        let Some(number) = number(block) else { continue };
        if number == 1 && is_under_new_heading {
            left_out(&std::mem::take(&mut count), excluded, is_former, cx);
        }
        is_under_new_heading = false;
        // The number itself stands right before the words.
        let place = Span { end: block.span.start, ..block.span };
        match count.get(&number) {
            Some(first) => cx.find(Finding::new(&contradictions::PARAGRAPH_TWICE, place).word(number).related(*first)),
            None => _ = count.insert(number, place),
        }
    }
    left_out(&count, excluded, is_former, cx);
}

fn left_out(count: &BTreeMap<u32, Span>, excluded: &Excluded, is_former: bool, cx: &mut Cx) {
    let mut due = 1;
    for (number, place) in count.iter().filter(|_| !is_former) {
        let missing: Vec<u32> = (due..*number).filter(|number| !excluded.has(*number)).collect();
        if let (Some(first), Some(last)) = (missing.first(), missing.last()) {
            let said = if first == last { first.to_string() } else { format!("{first}–{last}") };
            cx.find(Finding::new(&contradictions::PARAGRAPH_LEFT_OUT, *place).word(said).word(number));
        }
        due = number + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::Excluded;

    #[test]
    fn a_note_tells_what_is_excluded() {
        for (note, from, to) in [
            ("Сноска. Пункт 7 исключен постановлением акимата от 01.02.2017 № 5.", 7, 7),
            ("Ескерту. 7-тармақ алып тасталды - әкімдіктің 01.02.2017 № 5 қаулысымен.", 7, 7),
            ("Сноска. Пункты 7–9 исключены постановлением от 01.02.2017 № 5.", 7, 9),
        ] {
            let mut excluded = Excluded::default();
            excluded.add(note);
            let all: Vec<u32> = (1..20).filter(|number| excluded.has(*number)).collect();
            assert_eq!(all, (from..=to).collect::<Vec<_>>(), "{note}");
        }
        let mut excluded = Excluded::default();
        excluded.add("Сноска. Пункт 7 в редакции постановления от 01.02.2017 № 5.");
        assert!(!excluded.has(7));
    }
}
