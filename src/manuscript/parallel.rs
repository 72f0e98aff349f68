//! Both languages of an act, paragraph against paragraph.
//!
//! In: the same act composed for both readers, and which of its paragraphs are twins. Out: [`Pair`]s in the order of the text.
//! Holds: every heading and paragraph of either side stands in one pair, each side keeps its order, and a side that only
//! borrows the words of the other is empty: what is missing is not hidden.

use super::{Block, Manuscript, Phrase, Role};
use crate::base::Lang;
use crate::model::Twins;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// A place of the act in both languages.
#[derive(Debug, Clone)]
pub struct Pair<'m> {
    /// What the text of each language calls the place.
    own: [Option<&'m str>; 2],
    /// The same, or what the other text calls it where that is the name of nothing else.
    named: [Option<&'m str>; 2],
    pub kk: Option<&'m Block>,
    pub ru: Option<&'m Block>,
}

impl<'m> Pair<'m> {
    /// The anchor of the place in a page for readers of this language, the one that their text has. None where their text
    /// has a place of that name elsewhere.
    pub fn anchor(&self, lang: Lang) -> Option<&'m str> {
        self.named[lang as usize]
    }
}

/// All places of an act in both languages.
#[derive(Debug, Default)]
pub struct Aligned<'m> {
    /// In the order of the text.
    pub pairs: Vec<Pair<'m>>,
    numbers_differ: bool,
}

/// Aligns the running text by twins, and by anchors, which are made of numbers and ids: ids are the same in both
/// languages. Appendices are left out: they are drawings.
pub fn align<'m>(kk: &'m Manuscript, ru: &'m Manuscript, twins: &Twins) -> Aligned<'m> {
    let [left, right] = running(kk, ru, twins);
    let place: BTreeMap<&str, usize> = right.iter().enumerate().map(|(at, one)| (one.key.as_ref(), at)).collect();
    let [in_kk, in_ru] = [&left, &right].map(|side| side.iter().map(|one| one.anchor).collect::<BTreeSet<_>>());
    let pair = |kk: Option<&Running<'m>>, ru: Option<&Running<'m>>| {
        let own = [kk.map(|one| one.anchor), ru.map(|one| one.anchor)];
        let named = [
            own[0].or(own[1].filter(|anchor| !in_kk.contains(anchor))),
            own[1].or(own[0].filter(|anchor| !in_ru.contains(anchor))),
        ];
        let [kk, ru] =
            [kk.and_then(|one| said_in(one.block, Lang::Kk)), ru.and_then(|one| said_in(one.block, Lang::Ru))];
        Pair { own, named, kk, ru }
    };
    let mut pairs = Vec::with_capacity(left.len());
    let mut told = 0;
    for one in &left {
        // A place that the other side has told already stays where that side has it: neither order is broken.
        let other = place.get(one.key.as_ref()).copied().filter(|at| *at >= told);
        if let Some(at) = other {
            pairs.extend(right[told..at].iter().map(|only| pair(None, Some(only))));
            told = at + 1;
        }
        pairs.push(pair(Some(one), other.map(|at| &right[at])));
    }
    pairs.extend(right[told..].iter().map(|only| pair(None, Some(only))));
    pairs.retain(|pair| pair.kk.is_some() || pair.ru.is_some());
    Aligned { pairs, numbers_differ: !twins.number_alike() }
}

impl<'m> Aligned<'m> {
    /// Where a reader of this language finds each place in the other text: only what has another name there, and nothing
    /// where the texts number alike. A place that is not there is what stands before it.
    pub fn crossings(&self, lang: Lang) -> Vec<(&'m str, &'m str)> {
        let mut last = None;
        let mut all = Vec::new();
        for pair in self.pairs.iter().filter(|_| self.numbers_differ) {
            last = pair.own[lang.other() as usize].or(last);
            all.extend(pair.own[lang as usize].zip(last).filter(|(from, to)| from != to));
        }
        all
    }
}

/// A block of the running text.
struct Running<'m> {
    /// What it is called on both sides.
    key: Cow<'m, str>,
    anchor: &'m str,
    block: &'m Block,
}

/// Both texts, each place under one key: that of the Kazakh text, where there is one.
fn running<'m>(kk: &'m Manuscript, ru: &'m Manuscript, twins: &Twins) -> [Vec<Running<'m>>; 2] {
    if twins.number_alike() {
        return [kk, ru].map(|one| keyed(one, |_| None));
    }
    let names: Vec<&str> = kk.blocks.iter().filter(|block| begins_part(block)).map(Block::anchor).collect();
    let name = |at: usize| names.get(at).map_or(String::new(), |name| (*name).to_owned());
    let of_ru = |at: usize| twins.of_part(Lang::Ru, at).map_or(format!("ru {at}"), name);
    [keyed(kk, |at| Some(name(at))), keyed(ru, |at| Some(of_ru(at)))]
}

/// The blocks of a text; `name` gives what a part is called on both sides, where that is not its anchor.
fn keyed<'m>(manuscript: &'m Manuscript, name: impl Fn(usize) -> Option<String>) -> Vec<Running<'m>> {
    let mut part: Option<(&str, String)> = None;
    let (mut begun, mut notes) = (0, 0);
    let mut all = Vec::with_capacity(manuscript.blocks.len());
    for block in &manuscript.blocks {
        let Some((anchor, _)) = parts(block) else { continue };
        if begins_part(block) {
            part = name(begun).map(|name| (anchor, name));
            (begun, notes) = (begun + 1, 0);
        }
        let key = part.as_ref().and_then(|(own, name)| match within(block, own) {
            Some(rest) => Some(format!("{name}{rest}")),
            // Notes and tables are counted through the whole text.
            None if is_counted(block) => {
                notes += 1;
                Some(format!("{name} note {notes}"))
            }
            None => None,
        });
        all.push(Running { key: key.map_or(Cow::Borrowed(anchor), Cow::Owned), anchor, block });
    }
    all
}

/// Whether the block is a chapter's heading or a numbered paragraph, as [`Twins`] count them.
fn begins_part(block: &Block) -> bool {
    match block {
        Block::Heading(heading) => heading.depth == 1,
        Block::Paragraph(paragraph) => paragraph.role == Role::Paragraph,
        Block::Appendix(_) => false,
    }
}

/// What a block's anchor has after that of its part; nothing where it is named by something else.
fn within<'m>(block: &'m Block, part: &str) -> Option<&'m str> {
    let is_named_by_part = match block {
        Block::Paragraph(one) => {
            matches!(one.role, Role::Paragraph | Role::Subparagraph | Role::Plain | Role::EditionNote)
        }
        Block::Heading(_) => true,
        Block::Appendix(_) => false,
    };
    let rest = block.anchor().strip_prefix(part).filter(|_| is_named_by_part)?;
    (rest.is_empty() || rest.starts_with('-')).then_some(rest)
}

fn is_counted(block: &Block) -> bool {
    matches!(block, Block::Paragraph(one) if matches!(one.role, Role::Note | Role::Block))
}

fn parts(block: &Block) -> Option<(&str, &Phrase)> {
    match block {
        Block::Heading(heading) => Some((&heading.anchor, &heading.phrase)),
        Block::Paragraph(paragraph) => Some((&paragraph.anchor, &paragraph.phrase)),
        Block::Appendix(_) => None,
    }
}

/// The block, if its words are in this language.
fn said_in(block: &Block, lang: Lang) -> Option<&Block> {
    parts(block).is_some_and(|(_, phrase)| phrase.lang == lang).then_some(block)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::manuscript::compose;
    use crate::manuscript::fixture::both_languages;
    use crate::model::{Block as Prose, Regulation, Words};

    fn twins(regulation: &Regulation) -> Twins {
        Twins::of(&regulation.prose).expect("two texts")
    }

    #[test]
    fn paragraphs_of_one_number_stand_against_each_other_and_none_is_lost() {
        let regulation = both_languages("service");
        let (kk, ru) = (compose(&regulation, Lang::Kk), compose(&regulation, Lang::Ru));
        let pairs = align(&kk, &ru, &twins(&regulation)).pairs;
        let sides = |anchor: &str| {
            let pair = pairs.iter().find(|pair| pair.anchor(Lang::Kk) == Some(anchor)).expect("the place");
            (pair.kk.is_some(), pair.ru.is_some())
        };
        assert_eq!([sides("p1"), sides("p7"), sides("p3")], [(true, true), (false, true), (true, false)]);
        for (manuscript, lang) in [(&kk, Lang::Kk), (&ru, Lang::Ru)] {
            let all = manuscript.blocks.iter().filter(|block| parts(block).is_some());
            let said: Vec<_> = all.filter_map(|block| said_in(block, lang)).map(std::ptr::from_ref).collect();
            let side = |pair: &Pair<'_>| if lang == Lang::Kk { pair.kk } else { pair.ru }.map(std::ptr::from_ref);
            assert_eq!(said, pairs.iter().filter_map(side).collect::<Vec<_>>(), "{lang:?}");
        }
    }

    #[test]
    fn a_place_has_one_anchor_even_where_the_languages_differ_in_order() {
        let mut regulation = both_languages("service");
        regulation.prose[1].blocks.reverse();
        let (kk, ru) = (compose(&regulation, Lang::Kk), compose(&regulation, Lang::Ru));
        let pairs = align(&kk, &ru, &twins(&regulation)).pairs;
        for lang in Lang::ALL {
            let anchors: Vec<&str> = pairs.iter().filter_map(|pair| pair.anchor(lang)).collect();
            assert_eq!(anchors.iter().collect::<BTreeSet<_>>().len(), anchors.len(), "{lang:?}");
        }
    }

    /// Kazakh has a paragraph more before the steps: «1. 2. 3. {steps} 4.», Russian «1. 2. {steps} 3. 4.».
    fn counted_otherwise() -> Regulation {
        let paragraph = |marker: &str, said: &str| {
            let words = Words { plain: said.to_owned(), fragment: None, is_raw: false };
            Prose::Paragraph { marker: (!marker.is_empty()).then(|| marker.to_owned()), words }
        };
        let mut regulation = both_languages("service");
        regulation.prose[0].blocks = vec![
            paragraph("1.", "Қызмет"),
            paragraph("2.", "Нысаны"),
            paragraph("3.", "Рәсімдер:"),
            Prose::Steps(vec![0]),
            paragraph("4.", "Тізбе"),
            paragraph("", "Тізбенің екінші бөлігі"),
        ];
        regulation.prose[1].blocks = vec![
            paragraph("1.", "Услуга"),
            paragraph("2.", "Процедуры:"),
            Prose::Steps(vec![0]),
            paragraph("3.", "Перечень"),
            paragraph("", "Вторая часть перечня"),
            paragraph("4.", "Жалобы"),
        ];
        regulation
    }

    #[test]
    fn paragraphs_that_say_the_same_stand_against_each_other_whatever_their_numbers() {
        let regulation = counted_otherwise();
        let (kk, ru) = (compose(&regulation, Lang::Kk), compose(&regulation, Lang::Ru));
        let aligned = align(&kk, &ru, &twins(&regulation));
        let pairs = &aligned.pairs;
        let numbered: Vec<[Option<&str>; 2]> = pairs
            .iter()
            .map(|pair| pair.own)
            .filter(|own| own.iter().flatten().any(|own| own.starts_with('p')))
            .collect();
        let has = |kk: Option<&str>, ru: Option<&str>| numbered.contains(&[kk, ru]);
        assert!(has(Some("p1"), Some("p1")) && has(Some("p3"), Some("p2")) && has(Some("p4"), Some("p3")));
        assert!(has(Some("p4-part2"), Some("p3-part2")), "parts follow their paragraph");
        assert!(has(Some("p2"), None) && has(None, Some("p4")), "a paragraph more stands alone");
        let register = pairs.iter().find(|pair| pair.own[0] == Some("provider-register")).expect("the step");
        assert_eq!(register.own[1], Some("provider-register"));
        let alone = pairs.iter().find(|pair| pair.own == [None, Some("p4")]).expect("the paragraph");
        assert_eq!([alone.anchor(Lang::Kk), alone.anchor(Lang::Ru)], [None, Some("p4")], "p4 is another one in Kazakh");
        let find = |from: &str, lang| aligned.crossings(lang).into_iter().find(|(own, _)| *own == from);
        assert_eq!([find("p3", Lang::Kk), find("p3", Lang::Ru)], [Some(("p3", "p2")), Some(("p3", "p4"))]);
        assert_eq!(find("p2", Lang::Kk), Some(("p2", "p1")), "what is not there is what stands before it");
        assert_eq!([find("p1", Lang::Kk), find("provider-register", Lang::Kk)], [None, None]);
    }
}
