//! What can be found in an act: its names and numbers, and every passage of its page with its anchor.
//!
//! In: a decree or a regulation. Out: [`Passage`]s in reading order.
//! Holds: a passage that has an anchor stands there, in the pages that it names, letter for letter.

use super::super::desk::{Desk, Stock};
use super::super::facts::channel_key;
use crate::base::{Lang, Text};
use crate::manuscript::{self, AppendixSlot, Block, Manuscript, Phrase, Role};
use crate::model::{Decree, Regulation};
use crate::wording::date::Date;
use std::collections::BTreeSet;

/// How much it says of an act that a word stands in a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    Text,
    Heading,
    /// Units, systems, organs, numbers and days of acts.
    Name,
    Title,
}

/// A text that is found as a whole.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Passage {
    /// Empty where it is said by the head of the page.
    pub anchor: String,
    pub weight: Weight,
    /// In which pages it stands: 1 for Kazakh, 2 for Russian, 3 for both.
    pub pages: u8,
    pub text: String,
}

const BOTH: u8 = 3;

/// Passages of one act, as they come.
struct Gathered<'s, 'a> {
    stock: &'s Stock<'a>,
    passages: Vec<Passage>,
}

pub(super) fn of_decree(stock: &Stock<'_>, decree: &Decree) -> Vec<Passage> {
    let mut all = Gathered { stock, passages: Vec::new() };
    all.text(Weight::Title, &decree.title);
    for lang in Lang::ALL {
        let desk = Desk { stock: *stock, lang };
        all.head(Weight::Title, lang, desk.short_name(decree).words);
    }
    all.adoption(decree);
    if let Some(registered) = &decree.registered {
        all.dated(None, registered.date, &registered.number, "registered");
    }
    if let Some(repeal) = &decree.repealed {
        all.dated(Some(&repeal.by), repeal.date, &repeal.number, "repealed");
    }
    if let Some(signatory) = &decree.signatory {
        all.text(Weight::Name, &signatory.name);
    }
    for amended in &decree.amends {
        all.text(Weight::Name, &amended.act);
        if let Some(number) = &amended.registry {
            for lang in Lang::ALL {
                all.head(Weight::Name, lang, stock.theme.words(lang).fill("registry", &[number]));
            }
        }
    }
    all.manuscripts(decree.language, |lang| manuscript::compose_decree_words(decree, lang));
    all.passages
}

pub(super) fn of_regulation(stock: &Stock<'_>, decree: &Decree, regulation: &Regulation) -> Vec<Passage> {
    let mut all = Gathered { stock, passages: Vec::new() };
    all.text(Weight::Title, &regulation.title);
    all.adoption(decree);
    all.text(Weight::Name, &regulation.provider);
    regulation.field.iter().for_each(|field| all.text(Weight::Name, &field.name));
    regulation.channels.iter().for_each(|channel| all.text(Weight::Text, &channel.text));
    regulation.channels.iter().for_each(|channel| all.word(channel_key(channel.kind)));
    regulation.standard.iter().for_each(|standard| all.text(Weight::Text, &standard.order));
    for term in &regulation.terms {
        all.text(Weight::Name, &term.abbr);
        term.expansion.iter().for_each(|expansion| all.text(Weight::Name, expansion));
    }
    for path in &regulation.system_paths {
        path.participants.iter().for_each(|participant| all.text(Weight::Name, &participant.name));
    }
    all.manuscripts(regulation.language, |lang| manuscript::compose_words(regulation, lang));
    all.passages
}

impl Gathered<'_, '_> {
    fn push(&mut self, anchor: String, weight: Weight, pages: u8, text: String) {
        // Texts that are printed line by line are found as if they were one line.
        let text = if text.contains('\n') || text.contains('\t') {
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        } else {
            text
        };
        if !text.is_empty() {
            self.passages.push(Passage { anchor, weight, pages, text });
        }
    }

    /// Words of the head of the page in one language.
    fn head(&mut self, weight: Weight, lang: Lang, words: String) {
        self.push(String::new(), weight, page(lang), words);
    }

    fn text(&mut self, weight: Weight, text: &Text) {
        let is_alone = text.iter().count() == 1;
        for (lang, words) in text.iter() {
            self.push(String::new(), weight, if is_alone { BOTH } else { page(lang) }, words.to_owned());
        }
    }

    fn word(&mut self, key: &str) {
        let stock = self.stock;
        Lang::ALL
            .into_iter()
            .for_each(|lang| self.head(Weight::Text, lang, stock.theme.words(lang).get(key).to_owned()));
    }

    /// Number, organ, day and region of the decree, in one passage for each language: who asks for an act by these
    /// gives several of them.
    fn adoption(&mut self, decree: &Decree) {
        for lang in Lang::ALL {
            let desk = Desk { stock: *self.stock, lang };
            let act = desk.act_of(&decree.adopting_body, decree.adopted, &decree.number).words;
            let region = decree.region.as_ref().map_or("", |region| region.name.best(lang).1);
            // The body's name decides the language of the day in `act_of`; a reader asks in his own.
            let days = format!("{} ({})", desk.date(decree.adopted), decree.adopted.dotted());
            self.head(Weight::Name, lang, format!("{}: {act}; {days}; {region}", desk.short_name(decree).words));
        }
    }

    fn dated(&mut self, by: Option<&Text>, date: Date, number: &str, key: &str) {
        for lang in Lang::ALL {
            let desk = Desk { stock: *self.stock, lang };
            let by = by.map_or("", |by| by.best(lang).1);
            let words = format!("{}: {by} {} ({}), № {number}", desk.word(key), desk.date(date), date.dotted());
            self.head(Weight::Name, lang, words);
        }
    }

    /// Both pages of an act: what stands at the same place in both is said once. Most acts exist in one language only;
    /// whoever asks for the other one gets the same page, which shows at once that nothing has to be composed twice.
    fn manuscripts(&mut self, language: Lang, compose: impl Fn(Lang) -> Manuscript) {
        let (asked, usual) = (language.other(), compose(language.other()));
        if usual.language != asked && !usual.blocks.iter().any(|block| speaks(block, asked)) {
            passages(usual).into_iter().for_each(|(anchor, weight, text)| self.push(anchor, weight, BOTH, text));
            return;
        }
        let (first, second) = (passages(compose(language)), passages(usual));
        let (in_first, in_second): (BTreeSet<_>, BTreeSet<_>) = (first.iter().collect(), second.iter().collect());
        for passage @ (anchor, weight, text) in &first {
            let pages = if in_second.contains(passage) { BOTH } else { page(language) };
            self.push(anchor.clone(), *weight, pages, text.clone());
        }
        for (anchor, weight, text) in second.iter().filter(|passage| !in_first.contains(passage)) {
            self.push(anchor.clone(), *weight, page(asked), text.clone());
        }
    }
}

fn page(lang: Lang) -> u8 {
    1 << lang as u8
}

/// Whether any words of the block are in this language.
fn speaks(block: &Block, lang: Lang) -> bool {
    match block {
        Block::Heading(heading) => heading.phrase.lang == lang,
        Block::Paragraph(paragraph) => paragraph.phrase.lang == lang,
        Block::Appendix(slot) => said(slot).any(|phrase| phrase.lang == lang),
    }
}

/// What the index holds of an appendix; its steps stand in the text.
fn said(slot: &AppendixSlot) -> impl Iterator<Item = &Phrase> {
    [&slot.label, &slot.heading, &slot.variant].into_iter().flatten()
}

/// Anchor, weight and words of all that stands in a page, in its order.
fn passages(manuscript: Manuscript) -> Vec<(String, Weight, String)> {
    let mut all = Vec::with_capacity(manuscript.blocks.len());
    for block in manuscript.blocks {
        match block {
            Block::Heading(heading) => all.push((heading.anchor, Weight::Heading, heading.phrase.plain)),
            // The head of the page says it already.
            Block::Paragraph(paragraph) if paragraph.role == Role::Title => {}
            Block::Paragraph(paragraph) => {
                let weight = if paragraph.role == Role::Unit { Weight::Name } else { Weight::Text };
                let text = match paragraph.marker {
                    Some(marker) => format!("{marker} {}", paragraph.phrase.plain),
                    None => paragraph.phrase.plain,
                };
                all.push((paragraph.anchor, weight, text));
            }
            Block::Appendix(slot) => {
                let words: Vec<&str> = said(&slot).map(|phrase| phrase.plain.as_str()).collect();
                let text = words.join(". ");
                all.push((slot.anchor, Weight::Heading, text));
            }
        }
    }
    all
}
