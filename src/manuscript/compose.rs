//! The order of a manuscript: head, running text with the data drawn in, what the text forgot, appendices, signature.

use super::anchors::Anchors;
use super::{Block, Element, Heading, Manuscript, Paragraph, Phrase, Role, appendices, lists};
use crate::base::{Lang, Text, anchor};
use crate::model::{self, Decree, Prose, ProviderPath, Regulation, SystemPath, Words};
use std::collections::BTreeSet;

/// What running text can draw from.
#[derive(Clone, Copy)]
pub(super) struct Data<'a> {
    pub units: &'a [model::Unit],
    pub provider_paths: &'a [ProviderPath],
    pub system_paths: &'a [SystemPath],
    pub amendments: &'a [model::Amendment],
}

/// Blocks as they come, and what has been drawn in so far.
pub(super) struct Composer<'a> {
    pub lang: Lang,
    pub data: Data<'a>,
    pub anchors: Anchors,
    pub blocks: Vec<Block>,
    pub done: Done,
}

/// Which data already stand in the text, by the index of their path.
#[derive(Default)]
pub(super) struct Done {
    pub units: bool,
    pub amendments: bool,
    pub steps: BTreeSet<usize>,
    pub results: BTreeSet<usize>,
    pub sequences: BTreeSet<usize>,
    /// Path, and part of it.
    pub items: BTreeSet<(usize, usize)>,
}

pub(super) fn regulation(regulation: &Regulation, lang: Lang) -> Manuscript {
    let data = Data {
        units: &regulation.units,
        provider_paths: &regulation.provider_paths,
        system_paths: &regulation.system_paths,
        amendments: &[],
    };
    let mut composer = Composer::new(lang, data);
    composer.texts("approval", Role::Approval, regulation.approval.as_ref());
    composer.texts("title", Role::Title, regulation.heading.as_ref());
    composer.texts("note", Role::Note, &regulation.notes);
    let language = composer.prose(&regulation.prose, regulation.language);
    appendices::add(&mut composer, regulation);
    Manuscript { wanted: lang, language, blocks: composer.blocks, terms: Vec::new() }
}

pub(super) fn decree(decree: &Decree, lang: Lang) -> Manuscript {
    let data = Data { units: &[], provider_paths: &[], system_paths: &[], amendments: &decree.amendments };
    let mut composer = Composer::new(lang, data);
    composer.texts("title", Role::Title, Some(&decree.title));
    composer.texts("requisites", Role::Requisites, decree.status.iter().chain(&decree.requisites_line));
    composer.texts("note", Role::Note, &decree.notes);
    let language = composer.prose(&decree.prose, decree.language);
    if let Some(signatory) = &decree.signatory {
        composer.texts("post", Role::Post, signatory.post.as_ref());
        composer.texts("signature", Role::Signature, Some(&signatory.name));
    }
    Manuscript { wanted: lang, language, blocks: composer.blocks, terms: Vec::new() }
}

impl<'a> Composer<'a> {
    fn new(lang: Lang, data: Data<'a>) -> Composer<'a> {
        let steps = data.provider_paths.iter().flat_map(|path| path.steps.iter().map(|step| (&path.id, &step.id)));
        let items = data.system_paths.iter().flat_map(|path| path.items.iter().map(|item| (&path.id, &item.id)));
        let mut anchors = Anchors::default();
        anchors.keep(steps.chain(items).map(|(path, id)| anchor::of_element(path, &id.value)));
        Composer { lang, data, anchors, blocks: Vec::new(), done: Done::default() }
    }

    /// The text in the language of the reader, or in the one it exists in.
    pub fn phrase(&self, text: &Text) -> Phrase {
        let (lang, words) = text.best(self.lang);
        Phrase::plain(lang, words)
    }

    /// One more paragraph; an empty one is left out.
    pub fn paragraph(&mut self, wanted: &str, role: Role, marker: &str, text: &Text, element: Option<Element>) {
        if text.is_empty() && marker.is_empty() {
            return;
        }
        let anchor = self.anchors.take(wanted);
        self.add(anchor, role, marker, text, element);
    }

    /// The sentence of a step or an item.
    pub fn element(&mut self, element: Element, role: Role, marker: &str, text: &Text) {
        let anchor = self.anchors.element(&anchor::of_element(&element.path, &element.id));
        self.add(anchor, role, marker, text, Some(element));
    }

    fn add(&mut self, anchor: String, role: Role, marker: &str, text: &Text, element: Option<Element>) {
        let marker = (!marker.is_empty()).then(|| marker.to_owned());
        let phrase = self.phrase(text);
        self.blocks.push(Block::Paragraph(Paragraph { anchor, role, marker, phrase, element }));
    }

    /// Texts that stand outside of the running text.
    fn texts<'t>(&mut self, wanted: &str, role: Role, texts: impl IntoIterator<Item = &'t Text>) {
        for text in texts {
            self.paragraph(wanted, role, "", text, None);
        }
    }

    /// The running text in the wanted language, or in the one it exists in; then the data that it does not draw in.
    fn prose(&mut self, prose: &[Prose], usual: Lang) -> Lang {
        let found = [self.lang, usual].into_iter().find_map(|lang| prose.iter().find(|prose| prose.language == lang));
        let found = found.or(prose.first());
        if let Some(prose) = found {
            let chapter = prose.blocks.iter().filter_map(|block| match block {
                model::Block::Heading { level, .. } => Some(*level),
                _ => None,
            });
            let top = chapter.min().unwrap_or(1);
            for block in &prose.blocks {
                self.block(block, prose.language, top);
            }
        }
        lists::add_forgotten(self);
        found.map_or(usual, |prose| prose.language)
    }

    fn block(&mut self, block: &model::Block, lang: Lang, top: u8) {
        match block {
            model::Block::Heading { level, words } => {
                let (depth, phrase) = (level - top + 1, Phrase::of_words(lang, words));
                let anchor = self.anchors.heading(depth, &phrase);
                self.blocks.push(Block::Heading(Heading { anchor, depth, phrase }));
            }
            model::Block::Paragraph { marker, words } => {
                let role = match marker.as_deref() {
                    Some(marker) if marker.ends_with(')') => Role::Subparagraph,
                    Some(_) => Role::Paragraph,
                    None => Role::Plain,
                };
                let anchor = self.anchors.paragraph(marker.as_deref());
                self.words(anchor, role, marker.clone(), lang, words);
            }
            model::Block::Note(words) => {
                let anchor = self.anchors.take("note");
                self.words(anchor, Role::Note, None, lang, words);
            }
            model::Block::Other(words) => {
                let anchor = self.anchors.take("block");
                self.words(anchor, Role::Block, None, lang, words);
            }
            model::Block::Units => lists::units(self),
            model::Block::Steps(paths) => paths.iter().for_each(|path| lists::steps(self, *path)),
            model::Block::Results(paths) => paths.iter().for_each(|path| lists::results(self, *path)),
            model::Block::Sequence(paths) => paths.iter().for_each(|path| lists::sequence(self, *path)),
            model::Block::Items { path, part } => lists::items(self, *path, *part),
            model::Block::Amendments => lists::amendments(self),
        }
    }

    fn words(&mut self, anchor: String, role: Role, marker: Option<String>, lang: Lang, words: &Words) {
        let phrase = Phrase::of_words(lang, words);
        self.blocks.push(Block::Paragraph(Paragraph { anchor, role, marker, phrase, element: None }));
    }
}
