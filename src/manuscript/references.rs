//! What a manuscript's own words lead to: paragraphs, appendices, chapters, steps of a path, and explained abbreviations.
//!
//! Holds: no letter of a text changes; only a place that the manuscript has is led to; an abbreviation is marked once a
//! paragraph, and never where the act itself explains it.

use super::{Block, Mark, MarkTo, Paragraph, Phrase, Role, TermEntry};
use crate::base::{Lang, anchor};
use crate::model::{ItemKind, SystemPath, Term};
use crate::wording::letters::{is_letter, is_letter_or_digit};
use crate::wording::reference::{Owner, PlaceKind, Reference, find_references};
use memchr::memmem::Finder;
use std::collections::BTreeSet;

/// Terms by their places among those that the act explains.
pub(super) type Used = BTreeSet<usize>;

/// Marks the references of all paragraphs; `own` is what the act calls itself, `paths` are those whose items it counts. Gives the terms that are used.
pub(super) fn mark<'t>(blocks: &mut [Block], own: Owner, paths: &[SystemPath], terms: &'t [Term]) -> Used {
    let anchors: BTreeSet<String> = blocks.iter().map(|block| block.anchor().to_owned()).collect();
    let finder = |term: &'t Term, lang: Lang| term.abbr.get(lang).filter(|abbr| !abbr.is_empty()).map(Finder::new);
    let abbreviations: Vec<_> = explained(terms).map(|term| Lang::ALL.map(|lang| finder(term, lang))).collect();
    let mut used = Used::new();
    for block in blocks.iter_mut() {
        let Block::Paragraph(paragraph) = block else { continue };
        if matches!(paragraph.role, Role::Approval | Role::Title | Role::Requisites | Role::Block | Role::Wording) {
            continue;
        }
        let mut marks = places(paragraph, own, paths, &anchors);
        for (at, abbr) in abbreviations.iter().enumerate() {
            let abbr = abbr[paragraph.phrase.lang as usize].as_ref();
            if let Some(range) = abbr.and_then(|abbr| first(&paragraph.phrase, abbr))
                && marks.iter().all(|mark| mark.range.end <= range.start || range.end <= mark.range.start)
            {
                marks.push(Mark { range, to: MarkTo::Term(at) });
                used.insert(at);
            }
        }
        marks.sort_by_key(|mark| mark.range.start);
        paragraph.phrase.marks = marks;
    }
    number_anew(blocks, &used);
    used
}

/// What a reader is told of the terms that are used.
pub(super) fn entries(terms: &[Term], used: &Used, wanted: Lang) -> Vec<TermEntry> {
    let explained = explained(terms).enumerate();
    explained.filter(|(at, _)| used.contains(at)).map(|(_, term)| entry(term, wanted)).collect()
}

fn explained(terms: &[Term]) -> impl Iterator<Item = &Term> {
    terms.iter().filter(|term| term.expansion.is_some())
}

/// Terms that no paragraph uses get no number.
fn number_anew(blocks: &mut [Block], used: &Used) {
    let place = |at: usize| used.range(..at).count();
    for block in blocks {
        let Block::Paragraph(paragraph) = block else { continue };
        for mark in &mut paragraph.phrase.marks {
            if let MarkTo::Term(at) = &mut mark.to {
                *at = place(*at);
            }
        }
    }
}

fn entry(term: &Term, wanted: Lang) -> TermEntry {
    let say = |text: &crate::base::Text| {
        let (lang, words) = text.best(wanted);
        Phrase::plain(lang, words)
    };
    TermEntry { abbr: say(&term.abbr), expansion: term.expansion.as_ref().map(say).unwrap_or_else(|| say(&term.abbr)) }
}

fn places(paragraph: &Paragraph, own: Owner, paths: &[SystemPath], anchors: &BTreeSet<String>) -> Vec<Mark> {
    let found = find_references(&paragraph.phrase.plain, paragraph.phrase.lang);
    let is_own = |reference: &Reference| reference.owner == own || reference.owner == Owner::Unnamed;
    let marks = found.into_iter().filter(is_own).filter_map(|reference| {
        let to = target(paragraph, paths, &reference)?;
        (anchors.contains(&to) && to != paragraph.anchor)
            .then_some(Mark { range: reference.range, to: MarkTo::Place(to) })
    });
    marks.collect()
}

/// The anchor of a place, as [`super::anchors`] names it. Conditions and processes are those of the paragraph's path.
fn target(paragraph: &Paragraph, paths: &[SystemPath], reference: &Reference) -> Option<String> {
    let number = reference.number;
    let item = |kind| {
        let element = paragraph.element.as_ref()?;
        let path = paths.iter().find(|path| path.id == element.path)?;
        let item = path.items.iter().find(|item| item.kind == kind && item.number == number)?;
        Some(anchor::of_element(&path.id, &item.id.value))
    };
    match reference.kind {
        PlaceKind::Paragraph => Some(format!("p{number}")),
        PlaceKind::Appendix => Some(format!("appendix{number}")),
        PlaceKind::Chapter => Some(format!("ch{number}")),
        PlaceKind::Condition => item(ItemKind::Condition),
        PlaceKind::Process => item(ItemKind::Process),
    }
}

/// Where an abbreviation first stands as a word of its own; endings behind a hyphen are its own. Nowhere, where the act
/// explains it in the same paragraph: «(бұдан әрі – ЭЦҚ)», «(далее – ЭЦП)».
fn first(phrase: &Phrase, abbr: &Finder<'_>) -> Option<std::ops::Range<usize>> {
    let text = phrase.plain.as_str();
    let length = abbr.needle().len();
    let is_whole = |at: usize| {
        let before = text[..at].chars().next_back();
        let behind = text[at + length..].chars().next();
        !before.is_some_and(is_letter_or_digit) && !behind.is_some_and(is_letter_or_digit)
    };
    // The bytes of a letter never begin within another letter.
    let at = abbr.find_iter(text.as_bytes()).find(|at| is_whole(*at))?;
    let lead = text[..at].trim_end_matches(|c: char| !is_letter(c));
    let is_explained = ["бұдан әрі", "далее"].iter().any(|words| lead.ends_with(words));
    (!is_explained).then_some(at..at + length)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Text;
    use crate::manuscript::compose;
    use crate::manuscript::fixture::{kk, regulation, words};
    use crate::model::Block as Prose;

    fn marked(sentence: &str, terms: &[(&str, Option<&str>)]) -> Vec<(String, MarkTo)> {
        let mut regulation = regulation("service");
        regulation.terms =
            terms.iter().map(|(abbr, expansion)| Term { abbr: kk(abbr), expansion: expansion.map(kk) }).collect();
        regulation.prose[0].blocks.push(Prose::Paragraph { marker: Some("9.".to_owned()), words: words(sentence) });
        let manuscript = compose(&regulation, Lang::Kk);
        let found = manuscript.blocks.iter().find_map(|block| match block {
            Block::Paragraph(paragraph) if paragraph.anchor == "p9" => Some(&paragraph.phrase),
            _ => None,
        });
        let phrase = found.expect("the paragraph");
        assert_eq!(phrase.plain, sentence);
        phrase.marks.iter().map(|mark| (phrase.plain[mark.range.clone()].to_owned(), mark.to.clone())).collect()
    }

    #[test]
    fn only_places_of_this_act_that_exist_are_led_to() {
        let place = |to: &str| MarkTo::Place(to.to_owned());
        let own = marked("осы регламенттің 1-тармағы, 1-қосымшасы және 2-тарауы", &[]);
        let expected = [("1-тармағы", "p1"), ("1-қосымшасы", "appendix1"), ("2-тарауы", "ch2")];
        assert_eq!(own, expected.map(|(words, to)| (words.to_owned(), place(to))));
        assert_eq!(marked("Стандарттың 1-тармағы, осы регламенттің 77-тармағы, осы қаулының 1-қосымшасы", &[]), []);
        assert_eq!(marked("осы регламенттің 9-тармағы", &[]), [], "a paragraph does not lead to itself");
    }

    #[test]
    fn items_are_led_to_by_their_own_ids() {
        let manuscript = compose(&regulation("service"), Lang::Kk);
        let marks = manuscript.blocks.iter().find_map(|block| match block {
            Block::Paragraph(paragraph) if paragraph.anchor == "portal-refuse" => Some(&paragraph.phrase.marks),
            _ => None,
        });
        let to: Vec<&MarkTo> = marks.into_iter().flatten().map(|mark| &mark.to).collect();
        assert_eq!(to, [&MarkTo::Place("portal-known".to_owned())]);
    }

    #[test]
    fn a_term_is_marked_once_a_paragraph_and_not_where_it_is_explained() {
        let terms = [("ЖСН", Some("жеке сәйкестендіру нөмірі")), ("ЭЦҚ", Some("қолтаңба")), ("АЖ", None)];
        assert_eq!(marked("ЭЦҚ-мен АЖ арқылы, ЭЦҚ ЭЦҚҚ", &terms), [("ЭЦҚ".to_owned(), MarkTo::Term(0))]);
        assert_eq!(marked("қолтаңба (бұдан әрі – ЭЦҚ)", &terms), []);
        assert_eq!(marked("ХЭЦҚ АЖ", &terms), []);
    }

    #[test]
    fn a_term_without_words_in_the_language_is_left() {
        let mut regulation = regulation("service");
        let mut expansion = Text::default();
        expansion.set(Lang::Ru, "подпись".to_owned());
        regulation.terms = vec![Term { abbr: Text::of(Lang::Ru, "ЭЦП"), expansion: Some(expansion) }];
        assert!(compose(&regulation, Lang::Kk).terms.is_empty());
    }
}
