//! Widths of words of common letters, added up from pairs of neighbours.
//!
//! The face kerns a letter only with the next one and joins none of these letters into another, so that a word is as
//! wide as its letters and what the face adds or takes between each two. A pair is shaped once in the life of the
//! program; whoever meets it first gives it the same width.
//! Absent on purpose: marks, signs that are not drawn, and letters of other scripts, whose words are shaped whole.

use std::sync::atomic::{AtomicU16, Ordering};

/// So many letters have a place in the table; the first place is that of the edge of a word.
const PLACES: usize = 1 + 94 + 96 + 96 + 8;

/// What each pair of letters adds to a word: the width of the second letter, and the kerning.
pub(super) struct Pairs {
    /// Zero where the pair has not been met.
    added: [AtomicU16; PLACES * PLACES],
}

/// Widths are kept above this, so that none is zero.
const RAISED: i64 = 1 << 15;

impl Pairs {
    pub(super) const fn new() -> Pairs {
        Pairs { added: [const { AtomicU16::new(0) }; PLACES * PLACES] }
    }

    /// The width of a word; `None` where it holds a letter without a place. `shape` gives the width of any text.
    pub(super) fn width(&self, word: &str, mut shape: impl FnMut(&str) -> i64) -> Option<i64> {
        let (mut sum, mut before, mut start) = (0, 0, 0);
        for (at, letter) in word.char_indices() {
            let place = place(letter)?;
            let slot = &self.added[before * PLACES + place];
            sum += match slot.load(Ordering::Relaxed) {
                0 => {
                    let end = at + letter.len_utf8();
                    let added = shape(&word[start..end]) - shape(&word[start..at]);
                    if let Ok(raised) = u16::try_from(added + RAISED) {
                        slot.store(raised, Ordering::Relaxed);
                    }
                    added
                }
                known => i64::from(known) - RAISED,
            };
            (before, start) = (place, at);
        }
        Some(sum)
    }
}

/// Where a letter stands in the table.
fn place(letter: char) -> Option<usize> {
    let code = letter as usize;
    Some(match letter {
        '!'..='~' => code - 0x21 + 1,
        '\u{400}'..='\u{45F}' => code - 0x400 + 95,
        '\u{490}'..='\u{4EF}' => code - 0x490 + 191,
        '«' => 287,
        '»' => 288,
        '–' => 289,
        '—' => 290,
        '№' => 291,
        '“' => 292,
        '”' => 293,
        '„' => 294,
        _ => return None,
    })
}

#[cfg(test)]
pub(super) fn letters() -> impl Iterator<Item = char> {
    ('!'..='\u{2116}').filter(|letter| place(*letter).is_some())
}
