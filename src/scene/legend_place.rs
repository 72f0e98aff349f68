//! Where a legend stands: on a sheet of its drawing.
//!
//! In: the sheets, the paper's room, the legend for any width. Out: the sheets with the legend on one of them.
//! Holds: the last sheet comes first, below the drawing or beside it, then those before it from the last; only where
//! none of them has room does the legend take a sheet of its own. No sheet outgrows the paper by its legend.

use super::legend_table::{self, Table};
use super::types::Part;
use crate::base::{Point, Px, Size};

/// Beside a legend and below it.
const MARGIN: Px = 16;
/// Between a drawing and its legend.
const GAP: Px = 12;

type Sheet = (Size, Vec<Part>);

/// A legend, and where on a sheet it stands.
struct Placed {
    table: Table,
    at: Point,
    /// The sheet with it.
    size: Size,
}

/// What a last sheet has to leave free: the length of the legend beside a drawing that runs to the right, or below one
/// that runs down. Nothing where a sheet has room.
pub(super) fn tail(sheets: &[Size], room: Size, runs_right: bool, table: impl Fn(Px) -> Table) -> Px {
    if find(sheets, room, &table).is_some() {
        return 0;
    }
    match runs_right {
        true => beside(Size::default(), room, &table).map_or(0, |placed| placed.size.w),
        false => below(Size::default(), broadest(sheets), &table).size.h,
    }
}

pub(super) fn add(sheets: &mut Vec<Sheet>, room: Size, table: impl Fn(Px) -> Table) {
    let sizes: Vec<Size> = sheets.iter().map(|(size, _)| *size).collect();
    let found = find(&sizes, room, &table);
    let (at, placed) = found.unwrap_or_else(|| {
        sheets.push(Sheet::default());
        (sizes.len(), below(Size::default(), broadest(&sizes), &table))
    });
    if let Some(sheet) = sheets.get_mut(at) {
        put(sheet, placed);
    }
}

/// The sheet with room for the legend. Sheets that lie are broad: there it stands beside the drawing, if it can.
fn find(sheets: &[Size], room: Size, table: &impl Fn(Px) -> Table) -> Option<(usize, Placed)> {
    let width = broadest(sheets);
    let under = |sheet: Size| Some(below(sheet, width, table)).filter(|placed| placed.size.h <= room.h);
    let aside = |sheet: Size| beside(sheet, room, table).filter(|placed| placed.size.h <= room.h);
    let place = |sheet: Size| match room.w > room.h {
        true => aside(sheet).or_else(|| under(sheet)),
        false => under(sheet).or_else(|| aside(sheet)),
    };
    sheets.iter().enumerate().rev().find_map(|(at, sheet)| Some((at, place(*sheet)?)))
}

fn broadest(sheets: &[Size]) -> Px {
    sheets.iter().map(|size| size.w).max().unwrap_or(0)
}

/// Below the drawing, as wide as the widest sheet.
fn below(sheet: Size, width: Px, table: &impl Fn(Px) -> Table) -> Placed {
    let table = table((width - 2 * MARGIN).max(legend_table::WIDTH_MIN));
    let at = Point::new(MARGIN, sheet.h + GAP);
    let size = Size::new(sheet.w.max(table.size.w + 2 * MARGIN), at.y + table.size.h + MARGIN);
    Placed { table, at, size }
}

/// Beside it, in as few columns as the height of the paper allows.
fn beside(sheet: Size, room: Size, table: &impl Fn(Px) -> Table) -> Option<Placed> {
    let at = Point::new(sheet.w + GAP, GAP);
    let widths = legend_table::widths().take_while(|width| at.x + width + MARGIN <= room.w);
    let mut tables = widths.map(table);
    let table = tables.find(|table| at.y + table.size.h + MARGIN <= room.h)?;
    let size = Size::new(at.x + table.size.w + MARGIN, sheet.h.max(at.y + table.size.h + MARGIN));
    Some(Placed { table, at, size })
}

fn put(sheet: &mut Sheet, placed: Placed) {
    let Placed { table, at, size } = placed;
    let moved = |part: Part| Part { shapes: part.shapes.into_iter().map(|mark| mark.moved(at)).collect(), ..part };
    sheet.1.extend(table.parts.into_iter().map(moved));
    sheet.0 = size;
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A legend that needs so much surface, however wide it is.
    fn table(width: Px) -> Table {
        Table { size: Size::new(width, 100_000 / width), parts: Vec::new() }
    }

    fn placed(sheets: &[(Px, Px)], room: (Px, Px)) -> Vec<Size> {
        let mut sheets: Vec<Sheet> = sheets.iter().map(|&(w, h)| (Size::new(w, h), Vec::new())).collect();
        add(&mut sheets, Size::new(room.0, room.1), table);
        sheets.into_iter().map(|(size, _)| size).collect()
    }

    #[test]
    fn a_legend_stands_with_its_drawing_wherever_there_is_room() {
        let below = GAP + 100_000 / (1_000 - 2 * MARGIN) + MARGIN;
        assert_eq!(placed(&[(1_000, 400)], (1_100, 700)), [Size::new(1_000, 400 + below)]);
        // The last sheet is high, and narrow enough.
        let [first, last] = placed(&[(800, 600), (700, 650)], (1_100, 700))[..] else { panic!("two sheets") };
        assert_eq!(first, Size::new(800, 600));
        assert!(last.w > 900 && last.h == 650, "{last:?}");
        // It is high and wide; the one before it is not.
        assert_eq!(placed(&[(1_000, 400), (1_000, 690)], (1_100, 700))[0], Size::new(1_000, 400 + below));
        // No sheet has room.
        assert_eq!(placed(&[(1_000, 650), (1_000, 690)], (1_100, 700)).len(), 3);
        assert_eq!(placed(&[], (1_100, 700)).len(), 1);
    }

    #[test]
    fn a_sheet_that_leaves_the_tail_has_room() {
        let room = Size::new(801, 1_189);
        let crowded = [Size::new(780, 1_150)];
        for runs_right in [true, false] {
            let tail = tail(&crowded, room, runs_right, table);
            assert!(tail > 0);
            let left = if runs_right { Size::new(room.w - tail, 1_150) } else { Size::new(780, room.h - tail) };
            assert_eq!(super::tail(&[left], room, runs_right, table), 0);
            let mut sheets = vec![(left, Vec::new())];
            add(&mut sheets, room, table);
            assert!(sheets.len() == 1 && sheets[0].0.w <= room.w && sheets[0].0.h <= room.h, "{:?}", sheets[0].0);
        }
    }

    #[test]
    fn a_sheet_never_outgrows_the_paper_by_its_legend() {
        for w in (100..1_400).step_by(90) {
            for h in (100..900).step_by(70) {
                let sizes = placed(&[(w, h)], (1_189, 801));
                let grown = sizes[0] != Size::new(w, h);
                assert!(!grown || sizes[0].h <= 801 && sizes[0].w <= w.max(1_189), "{w} × {h}: {sizes:?}");
            }
        }
    }
}
