//! Blocks of text: wrapped lines one under another, with the place of each.

use crate::base::{Px, Size};
use crate::text::{self, Style, Weight};

/// The room that a clock takes before the first line of a term.
pub const CLOCK_WIDTH: Px = 16;

/// Parts a term from the words above it.
const TERM_GAP: Px = 4;

/// A text as it will stand in a box or beside a symbol.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TextBlock {
    pub lines: Vec<TextLine>,
    /// All lines fit into it.
    pub size: Size,
}

/// One line of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextLine {
    pub words: String,
    /// Of the words alone.
    pub width: Px,
    /// From the top of the block.
    pub baseline: Px,
    /// Font size.
    pub size: Px,
    pub bold: bool,
    pub quiet: bool,
    /// What stands before the words, in addition to their width.
    pub lead: Lead,
}

/// What stands before the words of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lead {
    #[default]
    Nothing,
    /// The clock of a term.
    Clock,
    /// Room as wide as the clock, so that the further lines of a term align with the first.
    Indent,
}

impl Lead {
    pub const fn width(self) -> Px {
        match self {
            Lead::Nothing => 0,
            Lead::Clock | Lead::Indent => CLOCK_WIDTH,
        }
    }
}

/// Words to be wrapped into a block, all in one style.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece<'a> {
    pub words: &'a str,
    pub style: Style,
    pub quiet: bool,
    pub has_clock: bool,
    /// Room above it, unless it comes first.
    pub gap: Px,
}

impl<'a> Piece<'a> {
    pub fn plain(words: &'a str, size: Px) -> Piece<'a> {
        Piece { words, style: Style { size, weight: Weight::Regular }, quiet: false, has_clock: false, gap: 0 }
    }

    pub fn bold(words: &'a str, size: Px) -> Piece<'a> {
        Piece { style: Style { size, weight: Weight::Bold }, ..Piece::plain(words, size) }
    }

    /// A term: quiet, after a clock.
    pub fn term(words: &'a str, size: Px) -> Piece<'a> {
        Piece { quiet: true, has_clock: true, gap: TERM_GAP, ..Piece::plain(words, size) }
    }
}

impl TextBlock {
    /// The pieces under one another, no line wider than `room`, save where a single letter is.
    pub(super) fn set<'a>(pieces: impl IntoIterator<Item = Piece<'a>>, room: Px) -> TextBlock {
        let mut block = TextBlock::default();
        for piece in pieces {
            block.add(piece, room);
        }
        block
    }

    /// One text in one style, no line wider than `room`, save where a single letter is.
    pub fn of(words: &str, style: Style, room: Px) -> TextBlock {
        TextBlock::set([Piece { style, ..Piece::plain(words, style.size) }], room)
    }

    fn add(&mut self, piece: Piece<'_>, room: Px) {
        let indent = if piece.has_clock { CLOCK_WIDTH } else { 0 };
        let wrapped = text::wrap(piece.words, piece.style, room - indent);
        let filled: Vec<_> = wrapped.lines.into_iter().filter(|line| !line.words.is_empty()).collect();
        if !filled.is_empty() && !self.is_empty() {
            self.size.h += piece.gap;
        }
        for (at, line) in filled.into_iter().enumerate() {
            let lead = match (piece.has_clock, at) {
                (false, _) => Lead::Nothing,
                (true, 0) => Lead::Clock,
                (true, _) => Lead::Indent,
            };
            self.lines.push(TextLine {
                width: line.width,
                baseline: self.size.h + text::baseline(piece.style),
                size: piece.style.size,
                bold: piece.style.weight == Weight::Bold,
                quiet: piece.quiet,
                lead,
                words: line.words,
            });
            self.size.w = self.size.w.max(lead.width() + line.width);
            self.size.h += text::line_height(piece.style);
        }
    }

    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// `None` where there is nothing to place.
    pub(super) fn placed_size(&self) -> Option<Size> {
        (!self.is_empty()).then_some(self.size)
    }
}
