//! The printed text of a regulation as an amending act sees it: chapters, paragraphs, and the lines of each.

use crate::base::Lang;
use crate::diff::place::leading_number;
use crate::manuscript::{Block, Manuscript, Role, compose};
use crate::model::Regulation;

/// A regulation in one language.
#[derive(Debug, Default)]
pub(super) struct Printed {
    pub heading: Option<Line>,
    pub chapters: Vec<Chapter>,
    pub paragraphs: Vec<Paragraph>,
}

#[derive(Debug)]
pub(super) struct Chapter {
    pub number: u32,
    pub heading: Line,
}

/// A numbered paragraph with everything under it; the text before the first one has no number.
#[derive(Debug)]
pub(super) struct Paragraph {
    pub number: Option<u32>,
    pub lines: Vec<Line>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub marker: Option<String>,
    pub words: String,
    /// The words exist in the language that was asked for.
    pub is_own: bool,
}

impl Line {
    /// As the act prints it.
    pub fn printed(&self) -> String {
        match &self.marker {
            Some(marker) => format!("{marker} {}", self.words),
            None => self.words.clone(),
        }
    }

    /// The number of a sub-paragraph: «2) 1 үдеріс –» is the second.
    pub fn subparagraph(&self) -> Option<u32> {
        let marker = self.marker.as_deref()?;
        let digits = marker.bytes().take_while(u8::is_ascii_digit).count();
        (digits > 0 && marker[digits..].starts_with(')')).then(|| leading_number(marker))?
    }
}

impl Paragraph {
    pub fn words(&self) -> String {
        self.lines.iter().map(|line| line.words.as_str()).collect::<Vec<_>>().join("\n")
    }
}

pub(super) fn printed(regulation: &Regulation, lang: Lang) -> Printed {
    let Manuscript { blocks, .. } = compose(regulation, lang);
    let mut printed = Printed::default();
    for block in &blocks {
        match block {
            Block::Heading(heading) if heading.depth == 1 => {
                let words = heading.phrase.plain.clone();
                let next = printed.chapters.last().map_or(1, |chapter| chapter.number + 1);
                let number = leading_number(&words).unwrap_or(next);
                let heading = Line { marker: None, words, is_own: heading.phrase.lang == lang };
                printed.chapters.push(Chapter { number, heading });
            }
            Block::Heading(heading) => {
                let line =
                    Line { marker: None, words: heading.phrase.plain.clone(), is_own: heading.phrase.lang == lang };
                add(&mut printed, line);
            }
            Block::Paragraph(paragraph) => {
                let words = paragraph.phrase.plain.clone();
                let line = Line { marker: paragraph.marker.clone(), words, is_own: paragraph.phrase.lang == lang };
                match paragraph.role {
                    // The publisher's own words are not the act's.
                    Role::Approval | Role::Note => {}
                    Role::Title => printed.heading = Some(line),
                    Role::Paragraph => {
                        let number = line.marker.as_deref().and_then(leading_number);
                        printed.paragraphs.push(Paragraph { number, lines: vec![line] });
                    }
                    _ => add(&mut printed, line),
                }
            }
            Block::Appendix(_) => {}
        }
    }
    printed
}

fn add(printed: &mut Printed, line: Line) {
    match printed.paragraphs.last_mut() {
        Some(paragraph) => paragraph.lines.push(line),
        None => printed.paragraphs.push(Paragraph { number: None, lines: vec![line] }),
    }
}
