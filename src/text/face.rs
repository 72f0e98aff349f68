//! The bundled faces, parsed once, and the widths that they give to words.
//!
//! Widths are in font units: a thousand to the em. They turn into pixels once, for a whole line.

use super::pairs::Pairs;
use super::{Style, Weight};
use crate::base::Px;
use rustybuzz::ttf_parser::GlyphId;
use rustybuzz::{Direction, Face, ShapePlan, UnicodeBuffer, script};
use std::collections::HashMap;
use std::sync::OnceLock;

/// Font units to the em, in both faces.
pub(super) const EM: i64 = 1000;

/// A letter that the face lacks is drawn by some other font: the room of a whole em is kept for it.
const UNKNOWN: i64 = EM;

/// What stands at the end of a line within a word.
pub(super) const HYPHEN: char = '-';

/// A face and its plan. One plan serves every script, for the face kerns all of them by the same lookups.
struct Cut {
    face: Face<'static>,
    plan: ShapePlan,
    space: i64,
    pairs: &'static Pairs,
}

static PAIRS: [Pairs; 2] = [const { Pairs::new() }; 2];
static REGULAR: &[u8] = include_bytes!("font/NotoSans-Regular.ttf");
static BOLD: &[u8] = include_bytes!("font/NotoSans-Bold.ttf");

fn cut(weight: Weight) -> &'static Cut {
    static CUTS: OnceLock<[Cut; 2]> = OnceLock::new();
    let cuts = CUTS.get_or_init(|| [parse(REGULAR, &PAIRS[0]), parse(BOLD, &PAIRS[1])]);
    match weight {
        Weight::Regular => &cuts[0],
        Weight::Bold => &cuts[1],
    }
}

fn parse(data: &'static [u8], pairs: &'static Pairs) -> Cut {
    let face = Face::from_slice(data, 0).expect("the bundled face is sound");
    assert_eq!(i64::from(face.units_per_em()), EM, "widths are counted in thousandths of an em");
    let plan = ShapePlan::new(&face, Direction::LeftToRight, Some(script::CYRILLIC), None, &[]);
    let space = face.glyph_index(' ').and_then(|glyph| face.glyph_hor_advance(glyph)).map_or(UNKNOWN, i64::from);
    Cut { face, plan, space, pairs }
}

/// Measures words in one face and remembers the uncommon ones that it met.
pub(super) struct Measure<'t> {
    cut: &'static Cut,
    /// Only looked up, never listed.
    known: HashMap<&'t str, i64>,
    hyphens: HashMap<&'t str, i64>,
    buffer: Option<UnicodeBuffer>,
}

impl<'t> Measure<'t> {
    pub(super) fn new(weight: Weight) -> Self {
        Measure { cut: cut(weight), known: HashMap::new(), hyphens: HashMap::new(), buffer: None }
    }

    pub(super) fn space(&self) -> i64 {
        self.cut.space
    }

    /// The width of a text. Its words may be measured one by one, for the face kerns nothing with a space.
    pub(super) fn units(&mut self, text: &'t str) -> i64 {
        let mut sum = -self.cut.space;
        for word in text.split(' ') {
            sum += self.cut.space + self.word(word);
        }
        sum
    }

    fn word(&mut self, word: &'t str) -> i64 {
        if word.is_empty() {
            return 0;
        }
        if let Some(units) = self.cut.pairs.width(word, |text| self.shape(text)) {
            return units;
        }
        if let Some(&units) = self.known.get(word) {
            return units;
        }
        let units = self.shape(word);
        self.known.insert(word, units);
        units
    }

    /// What a hyphen put after the letter `before` adds to a line.
    pub(super) fn hyphen(&mut self, before: &'t str) -> i64 {
        if let Some(&units) = self.hyphens.get(before) {
            return units;
        }
        let units = self.shape(&format!("{before}{HYPHEN}")) - self.units(before);
        self.hyphens.insert(before, units);
        units
    }

    /// The width of a text as the face draws it, whatever it holds.
    pub(super) fn shape(&mut self, text: &str) -> i64 {
        if text.is_empty() {
            return 0;
        }
        let mut buffer = self.buffer.take().unwrap_or_default();
        buffer.push_str(text);
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(script::CYRILLIC);
        let glyphs = rustybuzz::shape_with_plan(&self.cut.face, &self.cut.plan, buffer);
        let known_or_wide = |(info, position): (&rustybuzz::GlyphInfo, &rustybuzz::GlyphPosition)| {
            if info.glyph_id == 0 { UNKNOWN } else { i64::from(position.x_advance) }
        };
        let units = glyphs.glyph_infos().iter().zip(glyphs.glyph_positions()).map(known_or_wide).sum();
        self.buffer = Some(glyphs.clear());
        units
    }
}

/// The letters of a text as the face draws them, each with where it stands on its base line, in font units.
pub(super) fn letters(text: &str, weight: Weight, mut each: impl FnMut(&Face<'static>, GlyphId, [i64; 2])) {
    let cut = cut(weight);
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.set_direction(Direction::LeftToRight);
    buffer.set_script(script::CYRILLIC);
    let glyphs = rustybuzz::shape_with_plan(&cut.face, &cut.plan, buffer);
    let mut pen = 0;
    for (info, position) in glyphs.glyph_infos().iter().zip(glyphs.glyph_positions()) {
        let glyph = GlyphId(u16::try_from(info.glyph_id).unwrap_or(0));
        each(&cut.face, glyph, [pen + i64::from(position.x_offset), i64::from(position.y_offset)]);
        pen += if info.glyph_id == 0 { UNKNOWN } else { i64::from(position.x_advance) };
    }
}

/// Font units as whole pixels, rounded up.
pub(super) fn to_px(units: i64, style: Style) -> Px {
    let size = i64::from(style.size.max(0));
    let px = units.max(0).saturating_mul(size).saturating_add(EM - 1) / EM;
    Px::try_from(px).unwrap_or(Px::MAX)
}

/// The most font units that fit into so many pixels.
pub(super) fn to_units(px: Px, style: Style) -> i64 {
    match i64::from(style.size) {
        ..=0 => i64::MAX / 4,
        size => i64::from(px.max(0)) * EM / size,
    }
}
