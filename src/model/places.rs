//! Places of a regulation that its own sentences speak of and that it does not have: paragraphs, sub-paragraphs, appendices.
//!
//! Holds: only what surely means this regulation is looked for. Where a sentence names another act beside it, the number is
//! that act's, unless the sentence says «осы регламент», «настоящий регламент»; notes of editors speak of what is no more.

use super::context::Cx;
use super::numbers::{Excluded, number};
use super::sentences::Sentence;
use crate::base::{Finding, Lang, codes, contradictions};
use crate::source::raw::RawRegulation;
use crate::source::{RawBlock, RawBlockKind, RawFile};
use crate::wording::collate::fold;
use crate::wording::reference::{Owner, PlaceKind, Reference, find_references, names_another_act};
use crate::wording::sentence::sentence_at;
use crate::wording::subparagraph::subparagraphs;

pub(super) fn of_regulation(file: &RawFile<RawRegulation>, all: &[Sentence], excluded: &Excluded, cx: &mut Cx) {
    let record = &file.record;
    // A list whose entries bear no numbers does not tell which there are.
    let listed = record.appendices.iter().flat_map(|list| &list.0);
    let appendices: Option<Vec<u32>> = listed.map(|appendix| Some(appendix.number.as_ref()?.0)).collect();
    for sentence in all.iter().filter(|sentence| !sentence.is_note) {
        // The languages of an act may count otherwise.
        let prose = file.prose.iter().find(|prose| prose.language == sentence.lang);
        for reference in find_references(sentence.words, sentence.lang) {
            match (reference.kind, &appendices, prose) {
                (PlaceKind::Appendix, Some(numbers), _) => appendix(sentence, &reference, numbers, cx),
                (PlaceKind::Paragraph, _, Some(prose)) if is_own(sentence, &reference) => {
                    Text { blocks: &prose.blocks, record, excluded }.look_for(sentence, &reference, cx);
                }
                _ => {}
            }
        }
    }
}

/// An appendix that the list does not have.
fn appendix(sentence: &Sentence, reference: &Reference, numbers: &[u32], cx: &mut Cx) {
    let is_own = match reference.owner {
        Owner::Regulation => true,
        Owner::Unnamed => !names_another_act(sentence.words, sentence.lang),
        Owner::Decree | Owner::Other => false,
    };
    if is_own && !numbers.contains(&reference.number) {
        let place = sentence.at(reference.range.clone());
        cx.find(Finding::new(&codes::NO_APPENDIX, place).word(reference.number));
    }
}

/// Whether a paragraph is surely one of this regulation.
fn is_own(sentence: &Sentence, reference: &Reference) -> bool {
    let lang = sentence.lang;
    let words = sentence_at(sentence.words, reference.range.start);
    match reference.owner {
        Owner::Regulation => !names_another_act(words, lang) || says_this_regulation(words, lang),
        Owner::Unnamed => !names_another_act(words, lang) && !names_article_or_decree(words, lang),
        Owner::Decree | Owner::Other => false,
    }
}

fn says_this_regulation(words: &str, lang: Lang) -> bool {
    let folded = fold(words);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let this = if lang == Lang::Kk { "осы" } else { "настоящ" };
    words.windows(2).any(|pair| pair[0].starts_with(this) && pair[1].starts_with("регламент"))
}

/// Articles are those of laws, and resolutions count their own paragraphs.
fn names_article_or_decree(text: &str, lang: Lang) -> bool {
    let stems = if lang == Lang::Kk {
        ["бап", "баб", "қаулы"]
    } else {
        ["стать", "ст.", "постановлени"]
    };
    let folded = fold(text);
    let mut words = folded.split_whitespace().map(|word| word.trim_start_matches(['(', '"', '-']));
    words.any(|word| stems.iter().any(|stem| word.starts_with(stem)))
}

/// The running text in one language, with what it draws in.
struct Text<'r> {
    blocks: &'r [RawBlock],
    record: &'r RawRegulation,
    excluded: &'r Excluded,
}

impl Text<'_> {
    fn look_for(&self, sentence: &Sentence, reference: &Reference, cx: &mut Cx) {
        let paragraph = reference.number;
        let Some(at) = self.blocks.iter().position(|block| number(block) == Some(paragraph)) else {
            if !self.excluded.has(paragraph) {
                let place = sentence.at(reference.range.clone());
                cx.find(Finding::new(&contradictions::NO_PARAGRAPH, place).word(paragraph));
            }
            return;
        };
        for (place, part) in subparagraphs(sentence.words, reference, sentence.lang) {
            if !self.has_part(at, part) {
                cx.find(Finding::new(&contradictions::NO_SUBPARAGRAPH, sentence.at(place)).word(part).word(paragraph));
            }
        }
    }

    /// Whether a paragraph, which begins with that block, has a sub-paragraph of its own or draws so many entries in.
    fn has_part(&self, at: usize, part: u32) -> bool {
        let is_next = |block: &&RawBlock| number(block).is_some() || matches!(block.kind, RawBlockKind::Heading { .. });
        let rest = self.blocks[at + 1..].iter().take_while(|block| !is_next(block));
        let marker = format!("{part})");
        let says = |text: &str| {
            let mut places = text.match_indices(&marker);
            places.any(|(at, _)| !text[..at].ends_with(|sign: char| sign.is_ascii_digit()))
        };
        self.blocks[at..=at].iter().chain(rest).any(|block| match &block.kind {
            RawBlockKind::Paragraph { marker: own, words } => own.as_ref() == Some(&marker) || says(&words.plain),
            RawBlockKind::Note(words) | RawBlockKind::Other(words) => says(&words.plain),
            RawBlockKind::Insert { name, .. } => self.entries(name).is_none_or(|entries| part as usize <= entries),
            RawBlockKind::Heading { .. } => false,
        })
    }

    /// The most entries that a line may draw in, whichever list it means; nothing where that cannot be told.
    fn entries(&self, name: &str) -> Option<usize> {
        let procedures = || self.record.procedures.iter().flat_map(|list| &list.0);
        match name {
            "units" => self.record.units.as_ref().map(|units| units.0.len()),
            "steps" | "results" => procedures().map(|path| path.steps.as_ref().map_or(0, |steps| steps.0.len())).max(),
            "sequence" => procedures().map(|path| path.sequence.as_ref().map_or(0, |steps| steps.0.len())).max(),
            "items" => {
                let paths = self.record.interactions.iter().flat_map(|list| &list.0);
                paths.map(|path| path.items.as_ref().map_or(0, |items| items.0.len())).max()
            }
            _ => None,
        }
    }
}
