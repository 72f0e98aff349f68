//! The sentences of a definition, with their places: what is read for its words wherever it stands.
//!
//! In: raw records and running texts. Out: [`Sentence`]s. Holds: markers and names of the format are none.

use crate::base::{Lang, Span, Spanned};
use crate::source::raw::{RawDecree, RawExtra, RawInteraction, RawProcedure, RawRegulation, RawResult};
use crate::source::{RawBlock, RawBlockKind, RawFile, RawList, RawProse, RawText};
use std::ops::Range;

/// A text of the definition with its place.
pub(super) struct Sentence<'r> {
    pub lang: Lang,
    pub words: &'r str,
    pub span: Span,
    /// An editor's note: it speaks of what other acts did to this one.
    pub is_note: bool,
}

impl Sentence<'_> {
    /// The place of some of its words; of all, where its source is not written letter by letter as it reads.
    pub fn at(&self, part: Range<usize>) -> Span {
        let Span { source, start, end } = self.span;
        // Quotation marks, escapes and emphasis only ever make the source longer.
        if (end - start) as usize != self.words.len() {
            return self.span;
        }
        Span::new(source, start + part.start as u32, start + part.end as u32)
    }

    /// The place from the first to the last of two parts of its words.
    pub fn spanning(&self, first: &str, last: &str) -> Span {
        let offset = |part: &str| part.as_ptr() as usize - self.words.as_ptr() as usize;
        self.at(offset(first)..offset(last) + last.len())
    }
}

pub(super) fn of_decree(file: &RawFile<RawDecree>, language: Lang) -> Vec<Sentence<'_>> {
    let mut all = Sentences { language, all: Vec::new() };
    all.add(file.record.title.as_ref());
    all.add_prose(&file.prose);
    all.all
}

pub(super) fn of_regulation(file: &RawFile<RawRegulation>, language: Lang) -> Vec<Sentence<'_>> {
    let mut all = Sentences { language, all: Vec::new() };
    all.add(file.record.title.as_ref());
    all.add(file.record.provider.as_ref());
    for (_, unit) in file.record.units.iter().flat_map(|units| &units.0) {
        all.add(unit.name.as_ref());
    }
    file.record.procedures.iter().flat_map(|list| &list.0).for_each(|path| all.add_procedure(path));
    file.record.interactions.iter().flat_map(|list| &list.0).for_each(|path| all.add_interaction(path));
    all.add_prose(&file.prose);
    all.all
}

/// What is gathered, in the order of the definition.
struct Sentences<'r> {
    language: Lang,
    all: Vec<Sentence<'r>>,
}

impl<'r> Sentences<'r> {
    fn add(&mut self, field: Option<&'r Spanned<RawText>>) {
        let Some(text) = field else { return };
        let said = text.value.in_languages(self.language).into_iter();
        self.all.extend(said.map(|(lang, words)| Sentence { lang, words, span: text.span, is_note: false }));
    }

    fn add_procedure(&mut self, path: &'r RawProcedure) {
        self.add(path.variant.as_ref());
        for step in path.steps.iter().flat_map(|list| &list.0) {
            self.add(step.label.as_ref());
            self.add(step.text.as_ref());
            self.add_result(step.result.as_ref());
            self.add_extra(step.extra.as_ref());
        }
        for step in path.sequence.iter().flat_map(|list| &list.0) {
            self.add(step.text.as_ref());
            self.add_result(step.result.as_ref());
            self.add_extra(step.extra.as_ref());
        }
        self.add(path.total.as_ref().and_then(|total| total.text.as_ref()));
    }

    fn add_interaction(&mut self, path: &'r RawInteraction) {
        for item in path.items.iter().flat_map(|list| &list.0) {
            self.add(item.label.as_ref());
            self.add(item.text.as_ref());
            self.add_extra(item.extra.as_ref());
        }
    }

    fn add_result(&mut self, result: Option<&'r Spanned<RawResult>>) {
        self.add(result.and_then(|result| result.text.as_ref()));
    }

    fn add_extra(&mut self, extra: Option<&'r Spanned<RawList<RawExtra>>>) {
        extra.iter().flat_map(|list| &list.0).for_each(|extra| self.add(extra.text.as_ref()));
    }

    fn add_prose(&mut self, prose: &'r [RawProse]) {
        for prose in prose {
            let said = prose.blocks.iter().filter_map(|block| Some((words_of(block)?, block)));
            self.all.extend(said.map(|(words, block)| Sentence {
                lang: prose.language,
                words,
                span: block.span,
                is_note: matches!(block.kind, RawBlockKind::Note(_)),
            }));
        }
    }
}

/// What a block of running text says; what only draws data in says nothing.
pub(super) fn words_of(block: &RawBlock) -> Option<&str> {
    match &block.kind {
        RawBlockKind::Heading { words, .. } | RawBlockKind::Paragraph { words, .. } | RawBlockKind::Note(words) => {
            Some(&words.plain)
        }
        RawBlockKind::Other(_) | RawBlockKind::Insert { .. } => None,
    }
}
