//! Notes on editions put into a manuscript, where the act prints none.
//!
//! Holds: a note stands at the end of its paragraph; no anchor that was there before changes.

use super::{Block, Manuscript, Paragraph, Phrase, Role};

impl Manuscript {
    /// Puts a note at the end of a numbered paragraph, unless a printed one there names the act already. `act` is what a
    /// note names it by: «№ 43/06». Nothing happens where there is no such paragraph.
    pub fn note_paragraph(&mut self, number: u32, act: &str, note: Phrase) {
        let marker = format!("{number}.");
        let is_it = |block: &Block| matches!(block, Block::Paragraph(one) if one.marker.as_deref() == Some(&marker));
        let Some(start) = self.blocks.iter().position(is_it) else { return };
        let inside = self.blocks[start + 1..].iter().take_while(|block| !is_next(block)).count();
        let end = start + 1 + inside;
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

/// Whether the block belongs to another paragraph, or to none.
fn is_next(block: &Block) -> bool {
    match block {
        Block::Paragraph(one) => one.role == Role::Paragraph,
        Block::Heading(_) | Block::Appendix(_) => true,
    }
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
