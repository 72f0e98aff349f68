//! Notes on editions put into a manuscript, where the act prints none.
//!
//! Holds: a note stands at the end of its paragraph; no anchor that was there before changes; whether a paragraph changed is
//! asked of its words, so that a note never stands under one that reads as before.

use super::{Block, Manuscript, Paragraph, Phrase, Role};
use std::ops::Range;

impl Manuscript {
    /// Puts a note at the end of a numbered paragraph, unless a printed one there names the act already. `act` is what a
    /// note names it by: «№ 43/06». Nothing happens where there is no such paragraph.
    pub fn note_paragraph(&mut self, number: u32, act: &str, note: Phrase) {
        let Some(Range { start, end }) = self.extent(number) else { return };
        let says_so = |block: &Block| matches!(block, Block::Paragraph(one) if is_note_of(one, act));
        if self.blocks[start..end].iter().any(says_so) {
            return;
        }
        let made = self.blocks[start..end].iter().filter(|block| is_made(block)).count();
        let mut names = (made + 1..).map(|at| format!("p{number}-edition{at}"));
        let is_free = |anchor: &String| self.blocks.iter().all(|block| block.anchor() != anchor);
        let Some(anchor) = names.find(is_free) else { return };
        let paragraph = Paragraph { anchor, role: Role::EditionNote, marker: None, phrase: note, element: None };
        self.blocks.insert(end, Block::Paragraph(paragraph));
    }
}

impl Manuscript {
    /// Whether the words of a numbered paragraph, with all that stands in it, are in no paragraph of the text before.
    pub fn is_new_in(&self, number: u32, before: &Manuscript) -> bool {
        let Some(own) = self.extent(number).map(|own| words(&self.blocks[own])) else { return false };
        let begins = |(at, block): (usize, &Block)| is_numbered(block).then_some(at);
        let mut others = before.blocks.iter().enumerate().filter_map(begins);
        others.all(|start| words(&before.blocks[start..before.end_of(start)]) != own)
    }

    /// The blocks of a numbered paragraph.
    fn extent(&self, number: u32) -> Option<Range<usize>> {
        let marker = format!("{number}.");
        let is_it = |block: &Block| matches!(block, Block::Paragraph(one) if one.marker.as_deref() == Some(&marker));
        let start = self.blocks.iter().position(is_it)?;
        Some(start..self.end_of(start))
    }

    fn end_of(&self, start: usize) -> usize {
        start + 1 + self.blocks[start + 1..].iter().take_while(|block| !is_next(block)).count()
    }
}

/// What a paragraph says, its own number aside: one that shifted says the same. Notes tell of changes; they are none.
fn words(blocks: &[Block]) -> Vec<(Option<&str>, &str)> {
    let said = blocks.iter().enumerate().filter_map(|(at, block)| match block {
        Block::Paragraph(one) if !matches!(one.role, Role::Note | Role::EditionNote) => {
            Some((one.marker.as_deref().filter(|_| at > 0), one.phrase.plain.as_str()))
        }
        _ => None,
    });
    said.collect()
}

fn is_numbered(block: &Block) -> bool {
    matches!(block, Block::Paragraph(one) if one.role == Role::Paragraph)
}

/// Whether the block belongs to another paragraph, or to none.
fn is_next(block: &Block) -> bool {
    is_numbered(block) || !matches!(block, Block::Paragraph(_))
}

/// «№ 4» is no name of «№ 43».
fn is_note_of(paragraph: &Paragraph, act: &str) -> bool {
    let words = &paragraph.phrase.plain;
    let ends_there =
        |at: usize| !words[at + act.len()..].starts_with(|sign: char| sign.is_alphanumeric() || sign == '/');
    paragraph.role == Role::Note && words.match_indices(act).any(|(at, _)| ends_there(at))
}

fn is_made(block: &Block) -> bool {
    matches!(block, Block::Paragraph(one) if one.role == Role::EditionNote)
}
