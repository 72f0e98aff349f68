//! The table of a legend: symbols and their words, in columns that are read downward.
//!
//! In: entries and the width that they may cover. Out: parts whose marks count from the table's upper left corner, and
//! its size. Holds: words are wrapped, never cut; symbols are drawn by the functions of the drawing.

use super::legend::{Entry, Figure};
use super::symbols::{self, Stage, Trigger};
use super::types::{Mark, Paint, Part, PartRole};
use super::{lines, parts, words};
use crate::base::{Point, Px, Rect, Size};
use crate::graph::FlowKind;
use crate::layout::TextBlock;
use crate::model::Symbol;
use crate::text::{Style, Weight};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

const TEXT: Px = 12;
/// Room for a symbol, and between it and its words.
const SYMBOL: Size = Size::new(56, 36);
/// The room of two events side by side.
const TWO_EVENTS: Px = 76;
/// As wide as in a drawing.
const CONNECTOR: Px = 24;
const GAP: Px = 12;
const ROW_GAP: Px = 8;
const COLUMN_GAP: Px = 24;
const HEADING_GAP: Px = 10;
/// A column is at least so wide, and the words in it at most.
const COLUMN_MIN: Px = 220;
const COLUMN_MAX: Px = 360;
const COLUMNS_MAX: Px = 3;

/// A legend, placed.
pub(super) struct Table {
    pub size: Size,
    pub parts: Vec<Part>,
}

/// The least width of a table.
pub(super) const WIDTH_MIN: Px = COLUMN_MIN;

/// The widths of a table of one column, of two, and so on.
pub(super) fn widths() -> impl Iterator<Item = Px> {
    (1..=COLUMNS_MAX).map(|columns| columns * (COLUMN_MIN + COLUMN_GAP) - COLUMN_GAP)
}

/// Sets a heading and rows into at most `width`, which is at least [`WIDTH_MIN`].
pub(super) fn table(heading: &str, entries: &[Entry], width: Px) -> Table {
    let needs_two = entries.iter().any(|entry| matches!(&entry.figure, Figure::Events(all) if all.len() > 1));
    let room = Size::new(if needs_two { TWO_EVENTS } else { SYMBOL.w }, SYMBOL.h);
    let heading = TextBlock::of(heading, Style { size: TEXT, weight: Weight::Bold }, width);
    let mut parts = vec![part("legend".to_owned(), head(&heading, width))];
    let top = heading.size.h + HEADING_GAP;
    let grid = Grid::new(width, entries.len());
    let mut bottom = top;
    for (column, chunk) in entries.chunks(grid.rows).enumerate() {
        let left = column as Px * (grid.column + COLUMN_GAP);
        let mut y = top;
        for entry in chunk {
            let (marks, height) = row(entry, room, Rect::new(left, y, grid.column, 0));
            parts.push(part(format!("legend_{}", entry.name), marks));
            y += height + ROW_GAP;
        }
        bottom = bottom.max(y - ROW_GAP);
    }
    Table { size: Size::new(width, bottom), parts }
}

/// How many rows a column has, and how wide it is.
struct Grid {
    rows: usize,
    column: Px,
}

impl Grid {
    fn new(width: Px, entries: usize) -> Grid {
        let columns = ((width + COLUMN_GAP) / (COLUMN_MIN + COLUMN_GAP)).clamp(1, COLUMNS_MAX);
        let column = ((width - (columns - 1) * COLUMN_GAP) / columns).min(COLUMN_MAX);
        Grid { rows: entries.div_ceil(columns as usize).max(1), column }
    }
}

fn part(id: String, shapes: Vec<Mark>) -> Part {
    Part { id, role: PartRole::Legend, title: None, link: None, shapes }
}

/// The heading, over a thin rule of the table's width.
fn head(block: &TextBlock, width: Px) -> Vec<Mark> {
    let mut marks = words::ranged(block, Rect::new(0, 0, width, block.size.h), 0);
    let rule = block.size.h + HEADING_GAP / 3;
    marks.push(symbols::open(&[(0, rule), (width, rule)], Paint::Fine));
    marks
}

/// One row from the upper left corner of `at` and as wide, and its height; `room` is that of the symbol.
fn row(entry: &Entry, room: Size, at: Rect) -> (Vec<Mark>, Px) {
    let block = set(&entry.words, at.w - room.w - GAP);
    let height = block.size.h.max(room.h);
    let mut marks = figure(&entry.figure, Rect::new(at.x, at.y + (height - room.h) / 2, room.w, room.h));
    marks.extend(words::ranged(&block, Rect::new(at.x, at.y, at.w, height), room.w + GAP));
    (marks, height)
}

/// The words of a row. Legends say the same words in drawing after drawing, and each is tried in several widths, so what
/// was set is kept; a kept block is the one that would be set again.
fn set(words: &str, width: Px) -> Rc<TextBlock> {
    const KEPT_MAX: usize = 1024;
    thread_local! {
        static KEPT: RefCell<HashMap<(Px, String), Rc<TextBlock>>> = RefCell::default();
    }
    let key = (width, words.to_owned());
    KEPT.with_borrow_mut(|kept| {
        if kept.len() >= KEPT_MAX {
            kept.clear();
        }
        let style = Style { size: TEXT, weight: Weight::Regular };
        Rc::clone(kept.entry(key).or_insert_with(|| Rc::new(TextBlock::of(words, style, width))))
    })
}

/// What a row shows, in the middle of its room.
fn figure(figure: &Figure, room: Rect) -> Vec<Mark> {
    let Point { x, y } = room.centre();
    match figure {
        Figure::Symbol(symbol) => self::symbol(*symbol, room),
        Figure::Events(triggers) => intermediate(triggers, room),
        Figure::Clock => symbols::clock_at(Point::new(x, y)).to_vec(),
        Figure::Connector => {
            let rect = Rect::new(x - CONNECTOR / 2, y - CONNECTOR / 2, CONNECTOR, CONNECTOR);
            parts::lettered("A", rect)
        }
    }
}

fn symbol(symbol: Symbol, room: Rect) -> Vec<Mark> {
    let centre = room.centre();
    let sized = |w: Px, h: Px| Rect::new(centre.x - w / 2, centre.y - h / 2, w, h);
    let event = |stage, trigger| symbols::event(sized(room.h, room.h), stage, trigger);
    match symbol {
        Symbol::StartMessage => event(Stage::Start, Trigger::Received),
        Symbol::EndMessage => event(Stage::End, Trigger::Sent),
        Symbol::IntermediateMessage => event(Stage::Intermediate, Trigger::Received),
        Symbol::EndNone => event(Stage::End, Trigger::None),
        Symbol::EndError => event(Stage::End, Trigger::Error),
        Symbol::IntermediateTimer => event(Stage::Intermediate, Trigger::Timer),
        Symbol::Participant => symbols::lane(sized(56, 36), Rect::new(centre.x - 28, room.y, 14, room.h)),
        Symbol::Task => symbols::task(sized(56, 34), false),
        Symbol::ExclusiveGateway => symbols::gateway(sized(36, 36)),
        Symbol::MessageFlow => flow(room, FlowKind::Message),
        Symbol::SequenceFlow | Symbol::Arrow => flow(room, FlowKind::Sequence),
        Symbol::DataObjectOutput => symbols::document(sized(28, 36)),
        Symbol::Terminator => symbols::pill(sized(56, 24)),
        Symbol::Action => symbols::action(sized(56, 30)),
        Symbol::Choice => symbols::choice(sized(36, 36)),
    }
}

/// An intermediate event received, sent, or one beside the other.
fn intermediate(triggers: &[Trigger], room: Rect) -> Vec<Mark> {
    let count = triggers.len() as Px;
    let width = count * room.h + (count - 1) * (TWO_EVENTS - 2 * SYMBOL.h);
    let mut left = room.x + (room.w - width) / 2;
    let mut marks = Vec::new();
    for &trigger in triggers {
        marks.extend(symbols::event(Rect::new(left, room.y, room.h, room.h), Stage::Intermediate, trigger));
        left += room.h + TWO_EVENTS - 2 * SYMBOL.h;
    }
    marks
}

fn flow(room: Rect, kind: FlowKind) -> Vec<Mark> {
    let Point { x, y } = room.centre();
    let points = [Point::new(x - SYMBOL.w / 2, y), Point::new(x + SYMBOL.w / 2, y)];
    lines::flow(lines::Piece { points: &points, kind, has_tail: true, has_head: true, under: &[] })
}
