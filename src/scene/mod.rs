//! The scene: a placed drawing as boxes, lines, text runs, titles and links.
//!
//! In: a flow graph, its texts, its [`Layout`], the theme's words. Out: a [`Scene`].
//! Holds: parts stand in reading order, their ids are unique and come from the source; a legend shows what the drawing
//! holds, with the very same symbols; meaning is carried by shapes, line styles and words, never by colour alone.
//! Absent on purpose: colours, which the backend takes from the theme; file formats.

mod card;
mod legend;
mod legend_table;
mod lines;
mod parts;
mod signs;
mod symbols;
#[cfg(test)]
mod tests;
mod types;
mod walk;
mod words;

pub use card::{Card, CardWords, Picture, SIZE as CARD_SIZE, card};
pub use legend::LegendPlan;
pub use signs::{Sign, Signs};
pub use types::{Anchor, Mark, Paint, Part, PartRole, Scene, SceneSheet, WordRun};
pub use walk::{Walk, WalkEnd, WalkStop, WalkWay};

use crate::base::{Lang, Point, Px, Rect, Size};
use crate::graph::FlowGraph;
use crate::layout::{AddedWords, Layout, Measures, Sizing};
use crate::theme::Drawing;
use legend_table::Table;
use parts::Painter;
use std::collections::BTreeSet;
use types::say;

/// Between sheets.
const SHEET_GAP: Px = 16;
/// Beside a legend and below it.
const LEGEND_MARGIN: Px = 16;
/// Between a drawing and its legend.
const LEGEND_GAP: Px = 12;

/// What a drawing is called.
#[derive(Debug, Clone)]
pub struct Caption {
    pub id: String,
    pub language: Lang,
    /// Accessible name: the heading of the appendix.
    pub title: String,
    /// Accessible description, in a sentence or two.
    pub description: String,
}

/// The measures for the drawings of a theme: the usual sizes, and the theme's words and paper.
pub fn measures(theme: &Drawing) -> Measures {
    let words = &theme.words;
    let added = AddedWords {
        yes: words.yes.to_text(),
        no: words.no.to_text(),
        start: words.start.to_text(),
        finish: words.finish.to_text(),
    };
    Measures::new(added, theme.paper.room())
}

/// Paints everything that was placed, and the legend below it.
pub fn paint(
    graph: &FlowGraph,
    sizing: &Sizing,
    layout: &Layout,
    legend: Option<&LegendPlan>,
    caption: &Caption,
    theme: &Drawing,
) -> Scene {
    let painter = Painter::new(graph, sizing, theme);
    let mut sheets: Vec<(Size, Vec<Part>)> =
        layout.sheets.iter().enumerate().map(|(at, sheet)| (sheet.size, painter.sheet(sheet, at))).collect();
    if let Some(plan) = legend {
        let heading = plan.heading.as_ref().map(|heading| say(heading, sizing.language));
        let heading = heading.unwrap_or(theme.legend.heading.get(sizing.language));
        let is_cut = layout.sheets.iter().any(|sheet| !sheet.connectors.is_empty());
        let entries = legend::entries(graph, is_cut, plan, theme, sizing.language);
        add_legend(&mut sheets, sizing.paper.room, |width| legend_table::table(heading, &entries, width));
    }
    let mut taken = BTreeSet::new();
    for part in sheets.iter_mut().flat_map(|(_, parts)| parts) {
        make_unique(&mut part.id, &mut taken);
    }
    let (size, sheets) = stack(sheets);
    let Caption { id, language, title, description } = caption.clone();
    let walk = walk::of(graph, theme, sizing.language);
    Scene { id, language, title, description, size, sheets, walk }
}

/// Below the last sheet's drawing, if the paper has room there; else on a sheet of its own.
fn add_legend(sheets: &mut Vec<(Size, Vec<Part>)>, room: Size, table: impl Fn(Px) -> Table) {
    let width = sheets.iter().map(|(size, _)| size.w).max().unwrap_or(0) - 2 * LEGEND_MARGIN;
    let Table { size, parts } = table(width.max(legend_table::WIDTH_MIN));
    let extent = Size::new(size.w + 2 * LEGEND_MARGIN, LEGEND_GAP + size.h + LEGEND_MARGIN);
    let has_room = sheets.last().is_some_and(|(sheet, _)| sheet.h + extent.h <= room.h);
    if !has_room {
        sheets.push((Size::default(), Vec::new()));
    }
    if let Some((sheet, below)) = sheets.last_mut() {
        let by = Point::new(LEGEND_MARGIN, sheet.h + LEGEND_GAP);
        below.extend(parts.into_iter().map(|part| moved(part, by)));
        *sheet = Size::new(sheet.w.max(extent.w), sheet.h + extent.h);
    }
}

fn moved(part: Part, by: Point) -> Part {
    Part { shapes: part.shapes.into_iter().map(|mark| mark.moved(by)).collect(), ..part }
}

/// Sheets under one another, and the size of them all.
fn stack(sheets: Vec<(Size, Vec<Part>)>) -> (Size, Vec<SceneSheet>) {
    let mut size = Size::default();
    let mut stacked = Vec::new();
    for (at, (sheet, parts)) in sheets.into_iter().enumerate() {
        if at > 0 {
            size.h += SHEET_GAP;
        }
        stacked.push(SceneSheet { rect: Rect::new(0, size.h, sheet.w, sheet.h), parts });
        size = Size::new(size.w.max(sheet.w), size.h + sheet.h);
    }
    (size, stacked)
}

/// Gives a part another id where an earlier part has the same.
fn make_unique(id: &mut String, taken: &mut BTreeSet<String>) {
    let mut unique = id.clone();
    let mut count = 1;
    while !taken.insert(unique.clone()) {
        count += 1;
        unique = format!("{id}_{count}");
    }
    *id = unique;
}
