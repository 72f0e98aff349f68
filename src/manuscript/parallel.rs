//! Both languages of an act, paragraph against paragraph.
//!
//! In: the same act composed for both readers. Out: [`Pair`]s in the order of the text.
//! Holds: every heading and paragraph of either side stands in one pair, each side keeps its order, and a side that only
//! borrows the words of the other is empty: what is missing is not hidden.

use super::{Block, Manuscript, Phrase};
use crate::base::Lang;
use std::collections::BTreeMap;

/// A place of the act in both languages.
#[derive(Debug, Clone)]
pub struct Pair<'m> {
    /// None where the other language has the place of that name elsewhere, before this one.
    pub anchor: Option<&'m str>,
    pub kk: Option<&'m Block>,
    pub ru: Option<&'m Block>,
}

/// Aligns the running text by anchors, which are made of numbers and ids and so are the same in both languages.
/// Appendices are left out: they are drawings.
pub fn align<'m>(kk: &'m Manuscript, ru: &'m Manuscript) -> Vec<Pair<'m>> {
    let (left, right) = (running(kk), running(ru));
    let place: BTreeMap<&str, usize> = right.iter().enumerate().map(|(at, (anchor, _))| (*anchor, at)).collect();
    let mut pairs = Vec::with_capacity(left.len());
    let mut told = 0;
    let only_ru =
        |(anchor, block): &(&'m str, &'m Block)| Pair { anchor: Some(anchor), kk: None, ru: own(block, Lang::Ru) };
    for (anchor, block) in left {
        let found = place.get(anchor).copied();
        // A place that the other side has told already stays where that side has it: neither order is broken.
        let ru = found.filter(|at| *at >= told);
        if let Some(at) = ru {
            pairs.extend(right[told..at].iter().map(only_ru));
            told = at + 1;
        }
        let is_first = found.is_none() || ru.is_some();
        let ru = ru.and_then(|at| own(right[at].1, Lang::Ru));
        pairs.push(Pair { anchor: is_first.then_some(anchor), kk: own(block, Lang::Kk), ru });
    }
    pairs.extend(right[told..].iter().map(only_ru));
    pairs.retain(|pair| pair.kk.is_some() || pair.ru.is_some());
    pairs
}

fn running(manuscript: &Manuscript) -> Vec<(&str, &Block)> {
    let blocks = manuscript.blocks.iter();
    blocks.filter_map(|block| Some((parts(block)?.0, block))).collect()
}

fn parts(block: &Block) -> Option<(&str, &Phrase)> {
    match block {
        Block::Heading(heading) => Some((&heading.anchor, &heading.phrase)),
        Block::Paragraph(paragraph) => Some((&paragraph.anchor, &paragraph.phrase)),
        Block::Appendix(_) => None,
    }
}

/// The block, if its words are in this language.
fn own(block: &Block, lang: Lang) -> Option<&Block> {
    parts(block).is_some_and(|(_, phrase)| phrase.lang == lang).then_some(block)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::manuscript::compose;
    use crate::manuscript::fixture::both_languages;

    #[test]
    fn paragraphs_of_one_number_stand_against_each_other_and_none_is_lost() {
        let regulation = both_languages("service");
        let (kk, ru) = (compose(&regulation, Lang::Kk), compose(&regulation, Lang::Ru));
        let pairs = align(&kk, &ru);
        let sides = |anchor: &str| {
            let pair = pairs.iter().find(|pair| pair.anchor == Some(anchor)).expect("the place");
            (pair.kk.is_some(), pair.ru.is_some())
        };
        assert_eq!([sides("p1"), sides("p7"), sides("p3")], [(true, true), (false, true), (true, false)]);
        for (manuscript, lang) in [(&kk, Lang::Kk), (&ru, Lang::Ru)] {
            let all = running(manuscript);
            let said: Vec<_> = all.iter().filter_map(|(_, block)| own(block, lang)).map(std::ptr::from_ref).collect();
            let side = |pair: &Pair<'_>| if lang == Lang::Kk { pair.kk } else { pair.ru }.map(std::ptr::from_ref);
            assert_eq!(said, pairs.iter().filter_map(side).collect::<Vec<_>>(), "{lang:?}");
        }
    }

    #[test]
    fn a_place_has_one_anchor_even_where_the_languages_differ_in_order() {
        let mut regulation = both_languages("service");
        regulation.prose[1].blocks.reverse();
        let (kk, ru) = (compose(&regulation, Lang::Kk), compose(&regulation, Lang::Ru));
        let anchors: Vec<&str> = align(&kk, &ru).iter().filter_map(|pair| pair.anchor).collect();
        assert_eq!(anchors.iter().collect::<std::collections::BTreeSet<_>>().len(), anchors.len());
    }
}
