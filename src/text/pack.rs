//! Pieces of a text, and lines of pieces.
//!
//! A text is cut at its gladdest places; only what is wider than a line is cut further. The pieces then fill as few
//! lines as they can, and a short text shares its words out so that no line is wider than it must be.

use super::Seam;
use super::breaks::{self, Level, Place, first_letter, last_letter};
use super::face::Measure;
use std::cmp::Reverse;
use std::ops::Range;

/// Up to this many pieces are shared out evenly; longer texts fill line after line.
const SHARED_MAX: usize = 64;

/// A stretch of the text that no line end divides. Widths are in font units.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub(super) range: Range<usize>,
    pub(super) seam: Seam,
    width: i64,
    /// What stands between this piece and the next on one line: a space, or the kerning of two letters.
    gap: i64,
    /// What a hyphen at the end of the line adds.
    hyphen: i64,
}

/// Cuts a text into pieces, each no wider than `limit`, unless a single letter is.
pub(super) fn cut<'t>(text: &'t str, limit: i64, measure: &mut Measure<'t>) -> Vec<Piece> {
    if text.is_empty() {
        return Vec::new();
    }
    let places = breaks::places(text);
    let whole = Place { end: text.len(), start: text.len(), seam: Seam::End, level: Level::Word };
    let mut cutter = Cutter { text, limit, measure, pieces: Vec::new() };
    cutter.cut(0, whole, &places, Level::Word);
    cutter.pieces
}

struct Cutter<'t, 'm> {
    text: &'t str,
    limit: i64,
    measure: &'m mut Measure<'t>,
    pieces: Vec<Piece>,
}

impl<'t> Cutter<'t, '_> {
    /// Cuts what lies between `start` and the place `end` at all of its places of one level.
    fn cut(&mut self, start: usize, end: Place, places: &[Place], level: Level) {
        let mut from = start;
        let mut first = 0;
        for (at, place) in places.iter().enumerate().filter(|(_, place)| place.level == level) {
            self.settle(from, *place, &places[first..at], level);
            (from, first) = (place.start, at + 1);
        }
        self.settle(from, end, &places[first..], level);
    }

    /// Takes a stretch as a piece where it fits, else cuts it at places of the next level.
    fn settle(&mut self, start: usize, end: Place, places: &[Place], level: Level) {
        let piece = self.measured(start, end);
        match level.next() {
            Some(next) if piece.width + piece.hyphen > self.limit => match next {
                Level::Syllable | Level::Letter => {
                    let places = breaks::places_within(self.text, start..end.end, next);
                    self.cut(start, end, &places, next);
                }
                _ => self.cut(start, end, places, next),
            },
            _ => self.pieces.push(piece.without_hyphen_wider_than(self.limit)),
        }
    }

    fn measured(&mut self, start: usize, end: Place) -> Piece {
        let width = self.measure.units(&self.text[start..end.end]);
        let before = last_letter(&self.text[start..end.end]);
        let (gap, hyphen) = match end.seam {
            Seam::End => (0, 0),
            Seam::Space => (self.measure.space(), 0),
            Seam::Joint => (self.kerning(before, first_letter(&self.text[end.start..])), 0),
            Seam::Hyphen => (self.kerning(before, first_letter(&self.text[end.start..])), self.measure.hyphen(before)),
        };
        Piece { range: start..end.end, seam: end.seam, width, gap, hyphen }
    }

    /// What the face adds or takes between two neighbours of the text.
    fn kerning(&mut self, before: &'t str, after: &'t str) -> i64 {
        let from = before.as_ptr() as usize - self.text.as_ptr() as usize;
        let both = &self.text[from..from + before.len() + after.len()];
        self.measure.units(both) - self.measure.units(before) - self.measure.units(after)
    }
}

impl Piece {
    /// On a very narrow line the hyphen gives way to the letters.
    fn without_hyphen_wider_than(mut self, limit: i64) -> Piece {
        if self.hyphen > 0 && self.width + self.hyphen > limit {
            (self.seam, self.hyphen) = (Seam::Joint, 0);
        }
        self
    }
}

/// Shares pieces out on lines: the range of pieces of each line, and its width.
pub(super) fn share(pieces: &[Piece], limit: i64) -> Vec<(Range<usize>, i64)> {
    let rows = Rows::new(pieces);
    let full = rows.fill(limit);
    if full.len() <= 1 || pieces.len() > SHARED_MAX {
        return full.into_iter().map(|row| (row.clone(), rows.width(&row))).collect();
    }
    // Narrower lines would ask for more hyphens, so a text that needs any keeps the whole width.
    let hyphenated = pieces.iter().any(|piece| piece.seam == Seam::Hyphen);
    let limit = if hyphenated { limit } else { rows.narrowest(limit, full.len()) };
    rows.even(limit).into_iter().map(|row| (row.clone(), rows.width(&row))).collect()
}

struct Rows<'p> {
    pieces: &'p [Piece],
    /// The left edge of each piece, were all of them on one line.
    left: Vec<i64>,
}

impl<'p> Rows<'p> {
    fn new(pieces: &'p [Piece]) -> Self {
        let edge = |edge: &mut i64, piece: &Piece| {
            let left = *edge;
            *edge += piece.width + piece.gap;
            Some(left)
        };
        Rows { pieces, left: pieces.iter().scan(0, edge).collect() }
    }

    fn width(&self, row: &Range<usize>) -> i64 {
        let last = row.end - 1;
        self.left[last] - self.left[row.start] + self.pieces[last].width + self.pieces[last].hyphen
    }

    /// Line after line, each as full as can be.
    fn fill(&self, limit: i64) -> Vec<Range<usize>> {
        let mut rows = Vec::new();
        let mut start = 0;
        while start < self.pieces.len() {
            let mut end = start + 1;
            while end < self.pieces.len() && self.width(&(start..end + 1)) <= limit {
                end += 1;
            }
            rows.push(start..end);
            start = end;
        }
        rows
    }

    /// The least width at which the pieces still fill so many lines.
    fn narrowest(&self, limit: i64, lines: usize) -> i64 {
        let widest = self.pieces.iter().map(|piece| piece.width).max().unwrap_or(0);
        let (mut low, mut high) = (widest.min(limit), limit);
        while low < high {
            let middle = low + (high - low) / 2;
            if self.fill(middle).len() <= lines { high = middle } else { low = middle + 1 }
        }
        high
    }

    /// The fewest lines, then the fewest hyphens, then lines of like width; of equals, the first line longest.
    fn even(&self, limit: i64) -> Vec<Range<usize>> {
        let count = self.pieces.len();
        // The cost of everything from a piece on, and where its first line ends.
        let mut best = vec![(Cost::default(), count); count + 1];
        for start in (0..count).rev() {
            let fits = |end: &usize| *end == start + 1 || self.width(&(start..*end)) <= limit;
            let cost = |end: usize| {
                let hyphens = u32::from(self.pieces[end - 1].seam == Seam::Hyphen);
                (best[end].0.and_a_line(hyphens, self.width(&(start..end))), end)
            };
            let least = (start + 1..=count).take_while(fits).map(cost).min_by_key(|&(cost, end)| (cost, Reverse(end)));
            best[start] = least.unwrap_or_default();
        }
        let next = |row: &Range<usize>| (row.end < count).then(|| row.end..best[row.end].1);
        std::iter::successors((count > 0).then(|| 0..best[0].1), next).collect()
    }
}

/// Compared in the order of the fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
struct Cost {
    lines: u32,
    hyphens: u32,
    squares: i128,
}

impl Cost {
    fn and_a_line(self, hyphens: u32, width: i64) -> Cost {
        Cost {
            lines: self.lines + 1,
            hyphens: self.hyphens + hyphens,
            squares: self.squares + i128::from(width) * i128::from(width),
        }
    }
}
