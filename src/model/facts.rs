//! What can be read off the running text: a numbered paragraph, all words of a regulation.

use super::types::{Amended, Block, Decree, DecreeKind, Prose, Regulation, ResultsPlace};
use crate::base::{Lang, Text};

/// Most regulations have fewer words.
const USUAL_BYTES: usize = 1 << 14;

/// The texts of a numbered paragraph, with its number, and the unnumbered ones that follow it.
pub fn paragraph(prose: &Prose, number: u32) -> Vec<String> {
    let wanted = format!("{number}.");
    let mut texts = Vec::new();
    for block in &prose.blocks {
        match block {
            Block::Paragraph { marker: Some(marker), words } if *marker == wanted => {
                texts.push(format!("{marker} {}", words.plain));
            }
            Block::Paragraph { marker: Some(marker), .. } if marker.ends_with('.') && !texts.is_empty() => break,
            Block::Paragraph { marker, words } if !texts.is_empty() => match marker {
                Some(marker) => texts.push(format!("{marker} {}", words.plain)),
                None => texts.push(words.plain.clone()),
            },
            Block::Heading { .. } if !texts.is_empty() => break,
            _ => {}
        }
    }
    texts
}

/// The unnumbered text before paragraph 1: the grounds of a decree.
pub fn preamble(prose: &Prose) -> Vec<String> {
    prose
        .blocks
        .iter()
        .map_while(|block| match block {
            Block::Paragraph { marker: None, words } => Some(words.plain.clone()),
            _ => None,
        })
        .collect()
}

/// Every editor's note, with the heading or paragraph that it stands under.
pub fn notes(prose: &Prose) -> Vec<(Option<String>, String)> {
    let mut last = None;
    let mut notes = Vec::new();
    for block in &prose.blocks {
        match block {
            Block::Heading { words, .. } => last = Some(words.plain.clone()),
            Block::Paragraph { marker: Some(marker), .. } if marker.ends_with('.') => last = Some(marker.clone()),
            Block::Note(words) => notes.push((last.clone(), words.plain.clone())),
            _ => {}
        }
    }
    notes
}

impl Decree {
    /// The acts that approved a regulation which this decree words anew: those that it amends by that appendix, or by no
    /// particular one.
    pub fn restates<'d>(&'d self, regulation: &Regulation) -> impl Iterator<Item = &'d Amended> {
        let place = self.regulations.iter().position(|own| own.id == regulation.id);
        let number = place.and_then(|place| u32::try_from(place + 1).ok());
        let amends = self.amends.iter().filter(|_| self.kind == DecreeKind::Amending);
        amends.filter(move |act| act.appendix.is_none() || act.appendix == number)
    }

    pub fn prose_in(&self, language: Lang) -> Option<&Prose> {
        prose_in(&self.prose, language)
    }
}

impl Regulation {
    pub fn prose_in(&self, language: Lang) -> Option<&Prose> {
        prose_in(&self.prose, language)
    }

    /// All words of the regulation in a language, one text a line: what quotations are checked against.
    pub fn whole_text(&self, language: Lang) -> String {
        let mut all = Collected { language, words: String::with_capacity(USUAL_BYTES) };
        all.add(Some(&self.title));
        for prose in self.prose.iter().filter(|prose| prose.language == language) {
            for block in &prose.blocks {
                match block {
                    Block::Paragraph { marker: Some(marker), words } => all.line(&format!("{marker} {}", words.plain)),
                    Block::Heading { words, .. }
                    | Block::Paragraph { words, .. }
                    | Block::Note(words)
                    | Block::Other(words) => all.line(&words.plain),
                    _ => {}
                }
            }
        }
        for unit in &self.units {
            all.add(Some(&unit.printed));
        }
        for path in &self.provider_paths {
            for step in &path.steps {
                all.add(Some(&step.text));
                // Results in the running text are quoted from it: they cannot vouch for themselves.
                let result = step.result.as_ref().filter(|_| path.results != ResultsPlace::Prose);
                all.add(result.map(|result| &result.printed));
                step.extra.iter().for_each(|extra| all.add(Some(&extra.text)));
            }
            for step in &path.sequence {
                all.add(Some(&step.text));
                all.add(step.result.as_ref().map(|result| &result.printed));
                step.extra.iter().for_each(|extra| all.add(Some(&extra.text)));
            }
            all.add(path.total_term.as_ref().map(|term| &term.text));
        }
        for item in self.system_paths.iter().flat_map(|path| &path.items) {
            all.add(Some(&item.text));
            item.extra.iter().for_each(|extra| all.add(Some(&extra.text)));
        }
        all.words
    }
}

struct Collected {
    language: Lang,
    words: String,
}

impl Collected {
    fn add(&mut self, text: Option<&Text>) {
        if let Some(words) = text.and_then(|text| text.get(self.language)) {
            self.line(words);
        }
    }

    fn line(&mut self, words: &str) {
        self.words.push_str(words);
        self.words.push('\n');
    }
}

/// The text in a language, else in the one that it exists in.
fn prose_in(all: &[Prose], language: Lang) -> Option<&Prose> {
    all.iter().find(|prose| prose.language == language).or(all.first())
}
