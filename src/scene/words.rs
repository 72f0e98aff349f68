//! Blocks of text as runs of words at their places.

use super::symbols::clock;
use super::types::{Anchor, Mark, WordRun};
use crate::base::{Point, Px, Rect};
use crate::layout::{CLOCK_WIDTH, Lead, TextBlock, TextLine};

/// In the middle of a rectangle, every line in the middle of the others.
pub(super) fn centred(block: &TextBlock, rect: Rect) -> Vec<Mark> {
    let top = middle(rect.y, rect.h, block.size.h);
    // The lines of a term keep together behind their clock.
    let term = block.lines.iter().filter(|line| line.lead != Lead::Nothing);
    let term_width = term.map(|line| line.lead.width() + line.width).max().unwrap_or(0);
    let term_left = middle(rect.x, rect.w, term_width);
    let mut marks = Vec::new();
    for line in &block.lines {
        let baseline = top + line.baseline;
        match line.lead {
            Lead::Nothing => {
                let at = Point::new(rect.x + rect.w / 2, baseline);
                marks.push(Mark::Words(run(line, at, Anchor::Middle)));
            }
            Lead::Clock | Lead::Indent => marks.extend(led(line, term_left, baseline)),
        }
    }
    marks
}

/// In the middle of a rectangle's height, every line from the same left edge.
pub(super) fn ranged(block: &TextBlock, rect: Rect, padding: Px) -> Vec<Mark> {
    let top = middle(rect.y, rect.h, block.size.h);
    block.lines.iter().flat_map(|line| led(line, rect.x + padding, top + line.baseline)).collect()
}

/// From bottom to top in the middle of a strip.
pub(super) fn upright(block: &TextBlock, rect: Rect) -> Vec<Mark> {
    let left = middle(rect.x, rect.w, block.size.h);
    let centre = rect.y + rect.h / 2;
    let lines = block.lines.iter().map(|line| {
        let at = Point::new(left + line.baseline, centre);
        Mark::Words(WordRun { upright: true, ..run(line, at, Anchor::Middle) })
    });
    lines.collect()
}

/// A line from its left edge, with what stands before it.
fn led(line: &TextLine, left: Px, baseline: Px) -> Vec<Mark> {
    let mut marks = Vec::new();
    if line.lead == Lead::Clock {
        marks.extend(clock(left, baseline));
    }
    let indent = if line.lead == Lead::Nothing { 0 } else { CLOCK_WIDTH };
    marks.push(Mark::Words(run(line, Point::new(left + indent, baseline), Anchor::Start)));
    marks
}

fn run(line: &TextLine, at: Point, anchor: Anchor) -> WordRun {
    WordRun {
        words: line.words.clone(),
        at,
        anchor,
        size: line.size,
        bold: line.bold,
        width: line.width,
        upright: false,
        quiet: line.quiet,
    }
}

/// Where something so long begins, to lie in the middle of a room.
fn middle(start: Px, room: Px, length: Px) -> Px {
    start + (room - length) / 2
}
