//! The paper that a drawing must fit, and how many columns it bears.
//!
//! Holds: printed to fill the sheet, the smallest text is 7 pt or larger, as long as the drawing has no more columns or
//! rows than that allows.

use super::super::pages::{Cut, Cutter};
use super::{Axis, Measures, Options, Page};
use crate::base::{Px, Size};

/// Usual text prints at 8 pt or larger where the drawing can be made to fit: 32/3 px.
const USUAL_THIRDS: Px = 32;
/// No text prints smaller than 7 pt: 28/3 px.
const LEGIBLE_THIRDS: Px = 28;

/// Columns get no narrower than this, padding included: eight of them can still be read. Those of an upright sheet are not
/// even so narrow.
const COLUMN_MIN: Px = 146;
const COLUMN_MIN_UPRIGHT: Px = 180;
/// Columns narrower than this make do with less padding.
const COLUMN_TIGHT: Px = 210;

/// What a drawing may cover.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Paper {
    /// The largest drawing that prints on one sheet, in pixels of the drawing.
    pub room: Size,
}

impl Paper {
    /// The sheets that a drawing of rows may be cut for: one that lies, one that stands.
    pub(super) fn for_rows(measures: &Measures) -> [Paper; 2] {
        let upright = legible(measures);
        [Size::new(upright.h, upright.w), upright].map(|room| Paper { room })
    }

    /// The distances and the page for a drawing on this paper.
    pub(super) fn options(self, axis: Axis, spacing: &Options) -> Options {
        Options { page: Some(self.page(axis)), ..*spacing }
    }

    fn page(self, axis: Axis) -> Page {
        let Size { w, h } = self.room;
        let (length, breadth) = if axis == Axis::Horizontal { (w, h) } else { (h, w) };
        Page { length, breadth }
    }

    /// The sheet for columns so broad altogether.
    fn for_columns(breadth: Px, is_lying: bool, measures: &Measures) -> Paper {
        let usual = usual(measures);
        let is_broad = breadth > if is_lying { usual.h } else { usual.w };
        let room = if is_broad { legible(measures) } else { usual };
        Paper { room: if is_lying { Size::new(room.h, room.w) } else { room } }
    }
}

/// A sheet in pixels of a drawing that is scaled down until its usual text prints at 8 pt.
fn usual(measures: &Measures) -> Size {
    let scaled = |length: Px| length * measures.text * 3 / USUAL_THIRDS;
    Size::new(scaled(measures.sheet.w), scaled(measures.sheet.h))
}

/// A sheet in pixels of a drawing that is scaled down until its smallest text prints at 7 pt.
fn legible(measures: &Measures) -> Size {
    let scaled = |length: Px| length * measures.small_text * 3 / LEGIBLE_THIRDS;
    Size::new(scaled(measures.sheet.w), scaled(measures.sheet.h))
}

/// How well a paper bears a drawing; the least is the best.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Trial {
    /// By how many thousandths the largest sheet must shrink to fit.
    shrinking: Px,
    sheets: usize,
    cut_flows: usize,
}

impl Trial {
    pub fn of(cutter: &mut Cutter<'_>, axis: Axis, paper: Paper) -> Trial {
        let Cut { sheets, flows } = cutter.try_page(paper.page(axis));
        let Size { w, h } = paper.room;
        let needs = |size: &Size| (size.w.saturating_mul(1000) / w).max(size.h.saturating_mul(1000) / h) - 1000;
        Trial { shrinking: sheets.iter().map(needs).max().unwrap_or(0).max(0), sheets: sheets.len(), cut_flows: flows }
    }

    /// Whether there is nothing to gain on another paper: one sheet, or two and a single line between them.
    pub fn is_good(&self) -> bool {
        self.shrinking == 0 && self.sheets <= 2 && self.cut_flows <= 1
    }
}

/// How broad the columns of a handbook are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Columns {
    pub box_width: Px,
    pub padding: Px,
    pub paper: Paper,
}

/// What the columns of a handbook may be, the usual first: upright while they are wide enough, then lying, then narrower. A
/// branch beside another makes a column as broad as two; so the others are as narrow as if there were a column more, or two,
/// or lie.
pub(super) fn columns(count: usize, measures: &Measures) -> (Columns, Vec<Columns>) {
    let count = Px::try_from(count).unwrap_or(Px::MAX).max(1);
    let is_lying = share(usual(measures).w, count, measures) < COLUMN_MIN_UPRIGHT;
    let usual_columns = columns_on(is_lying, count, 0, measures);
    let mut others = Vec::new();
    for more in [1, 2] {
        if share(usual(measures).w, count.saturating_add(more), measures) >= COLUMN_MIN {
            others.push(columns_on(false, count, more, measures));
        }
    }
    others.extend([0, 1, 2].map(|more| columns_on(true, count, more, measures)));
    others.dedup();
    others.retain(|columns| *columns != usual_columns);
    (usual_columns, others)
}

/// What each of so many columns has of a length.
fn share(room: Px, count: Px, measures: &Measures) -> Px {
    (room - 2 * measures.margin) / count
}

/// Columns that leave room for so many more.
fn columns_on(is_lying: bool, count: Px, more: Px, measures: &Measures) -> Columns {
    let sheet = usual(measures);
    let room = if is_lying { sheet.h } else { sheet.w };
    let wide = measures.action_width_max + 2 * measures.lane_padding;
    let column = share(room, count.saturating_add(more), measures).clamp(COLUMN_MIN, wide);
    let padding = if column < COLUMN_TIGHT { measures.lane_padding_tight } else { measures.lane_padding };
    let breadth = column.saturating_mul(count).saturating_add(2 * measures.margin);
    // An even width has a whole middle.
    Columns {
        box_width: (column - 2 * padding) / 2 * 2,
        padding,
        paper: Paper::for_columns(breadth, is_lying, measures),
    }
}

#[cfg(test)]
mod tests {
    use super::super::AddedWords;
    use super::*;
    use crate::base::Text;

    fn measures() -> Measures {
        let [yes, no, start, finish] = [0; 4].map(|_| Text::default());
        Measures::new(AddedWords { yes, no, start, finish }, Size::new(680, 1009))
    }

    #[test]
    fn up_to_four_columns_stand_upright_and_print_at_8_pt() {
        let upright = usual(&measures());
        assert_eq!(upright, Size::new(765, 1135));
        for count in 1..=4 {
            assert_eq!(columns(count, &measures()).0.paper.room, upright, "{count} columns");
        }
        assert_eq!(columns(5, &measures()).0.paper.room, Size::new(1135, 765));
    }
}
