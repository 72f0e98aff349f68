//! Text: how wide words are, and where they wrap.
//!
//! In: words, a font size and a weight. Out: whole pixels, rounded up; lines that fit a given width; outlines of letters.
//! Holds: the bundled face alone is asked, so that one text has one width on every machine; a text never leaves its
//! width, save where a single letter is wider; no letter is lost.
//! Absent on purpose: places on a drawing, colours, and any other face.

mod breaks;
mod face;
mod outline;
mod pack;
mod pairs;
mod syllables;

use crate::base::{Px, Size};
use face::{HYPHEN, Measure};
pub use outline::{Curve, outline};

/// How thick the strokes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Weight {
    #[default]
    Regular,
    Bold,
}

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Style {
    /// The font size: the height of the em.
    pub size: Px,
    pub weight: Weight,
}

/// What the end of a line took the place of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Seam {
    /// A space, which is on neither line.
    Space,
    /// Nothing: the line ends after a hyphen of the text, or, as a last resort, between two letters.
    Joint,
    /// Nothing, and the line shows a hyphen that the text does not have.
    Hyphen,
    /// The text ends.
    End,
}

/// One line of a wrapped text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What is shown, the hyphen at the end of a divided word included.
    pub words: String,
    pub width: Px,
    pub seam: Seam,
}

/// A wrapped text and the room that it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lines {
    pub lines: Vec<Line>,
    /// The widest line, and the lines one under another.
    pub size: Size,
}

impl Lines {
    /// The text before it was wrapped, its white space folded.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for line in &self.lines {
            match line.seam {
                Seam::Hyphen => text.push_str(line.words.strip_suffix(HYPHEN).unwrap_or(&line.words)),
                _ => text.push_str(&line.words),
            }
            if line.seam == Seam::Space {
                text.push(' ');
            }
        }
        text
    }
}

/// The width of words on one line, rounded up. White space is folded, as a drawing would fold it.
pub fn width(words: &str, style: Style) -> Px {
    face::to_px(Measure::new(style.weight).units(&folded(words)), style)
}

/// From one line's baseline to the next: room for the breve of «Й» and for the tail of «Ң».
pub fn line_height(style: Style) -> Px {
    const LINE: i64 = 1300;
    face::to_px(LINE, style)
}

/// From the top of a line down to its baseline: capital letters stand in the middle of their line.
pub fn baseline(style: Style) -> Px {
    const CAPITALS: i64 = 714;
    let capitals = face::to_px(CAPITALS, style);
    capitals + (line_height(style) - capitals) / 2
}

/// The words on lines that fit `max_width`: as few lines as can be, and none wider than they must be.
pub fn wrap(words: &str, style: Style, max_width: Px) -> Lines {
    let text = folded(words);
    let limit = face::to_units(max_width, style);
    let mut measure = Measure::new(style.weight);
    let pieces = pack::cut(&text, limit, &mut measure);
    let lines: Vec<Line> = pack::share(&pieces, limit)
        .into_iter()
        .map(|(row, units)| {
            let (first, last) = (&pieces[row.start], &pieces[row.end - 1]);
            let mut words = text[first.range.start..last.range.end].to_owned();
            if last.seam == Seam::Hyphen {
                words.push(HYPHEN);
            }
            Line { words, width: face::to_px(units, style), seam: last.seam }
        })
        .collect();
    let widest = lines.iter().map(|line| line.width).max().unwrap_or(0);
    let height = Px::try_from(lines.len()).unwrap_or(Px::MAX).saturating_mul(line_height(style));
    Lines { lines, size: Size::new(widest, height) }
}

/// White space and control characters become single spaces; spaces that forbid a break stay what they are.
fn folded(words: &str) -> String {
    let folds = |c: char| (c.is_whitespace() && !matches!(c, '\u{A0}' | '\u{2007}' | '\u{202F}')) || c.is_control();
    let mut text = String::with_capacity(words.len());
    for word in words.split(folds).filter(|word| !word.is_empty()) {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(word);
    }
    text
}

#[cfg(test)]
mod tests;
