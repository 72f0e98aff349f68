//! The scene: a placed drawing as boxes, lines, text runs, titles and links.
//!
//! In: a flow graph, its texts, its [`Layout`], the theme's words. Out: a [`Scene`].
//! Holds: parts stand in reading order, their ids are unique and come from the source; a legend shows what the drawing
//! holds, with the very same symbols; meaning is carried by shapes, line styles and words, never by colour alone.
//! Absent on purpose: colours, which the backend takes from the theme; file formats.

mod card;
mod legend;
mod legend_place;
mod legend_table;
mod lines;
mod notice;
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
pub use notice::under_notice;
pub use signs::{Sign, Signs};
pub use types::{Anchor, Mark, Paint, Part, PartRole, Scene, SceneSheet, WordRun};
pub use walk::{Walk, WalkEnd, WalkStop, WalkWay};

use crate::base::{Lang, Px, Rect, Size};
use crate::graph::{FlowGraph, Notation};
use crate::layout::{AddedWords, Layout, Measures, Sizing};
use crate::theme::Drawing;
use foldhash::fast::FixedState;
use legend_table::Table;
use parts::Painter;
use std::borrow::Cow;
use std::collections::HashSet;
use types::say;

type Taken = HashSet<String, FixedState>;

/// Between sheets.
const SHEET_GAP: Px = 16;

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
        let is_cut = layout.sheets.iter().any(|sheet| !sheet.connectors.is_empty());
        legend_place::add(&mut sheets, sizing.paper.room, legend_of(graph, sizing, plan, theme, is_cut));
    }
    let (mut taken, mut taken_in_page): (Taken, Taken) = Default::default();
    for (at, (_, parts)) in sheets.iter_mut().enumerate() {
        // A page names what stands on a further sheet so; `s2-end` may be the end of a plain item too.
        let before = if at == 0 { String::new() } else { format!("s{}-", at + 1) };
        for part in parts {
            make_unique(&mut part.id, |id| {
                taken_in_page.insert(format!("{before}{id}")) && taken.insert(id.to_owned())
            });
        }
    }
    let (size, sheets) = stack(sheets);
    let Caption { id, language, title, description } = caption.clone();
    let walk = walk::of(graph, theme, sizing.language);
    Scene { id, language, title, description, size, sheets, walk }
}

/// What the last sheet is to leave free along the flow, so that the legend stands with its drawing; nothing where one of
/// these sheets has room for it.
pub fn legend_tail(graph: &FlowGraph, sizing: &Sizing, plan: &LegendPlan, theme: &Drawing, sheets: &[Size]) -> Px {
    let table = legend_of(graph, sizing, plan, theme, sheets.len() > 1);
    legend_place::tail(sheets, sizing.paper.room, graph.notation == Notation::Diagram, table)
}

/// The legend, for any width.
fn legend_of<'a>(
    graph: &FlowGraph,
    sizing: &Sizing,
    plan: &'a LegendPlan,
    theme: &'a Drawing,
    is_cut: bool,
) -> impl Fn(Px) -> Table + use<'a> {
    let language = sizing.language;
    let heading = plan.heading.as_ref().map(|heading| say(heading, language));
    let heading = heading.unwrap_or(theme.legend.heading.get(language));
    let entries = legend::entries(graph, is_cut, plan, theme, language);
    move |width| legend_table::table(heading, &entries, width)
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
fn make_unique(id: &mut String, mut claim: impl FnMut(&str) -> bool) {
    let mut unique = Cow::Borrowed(id.as_str());
    let mut count = 1;
    while !claim(&unique) {
        count += 1;
        unique = format!("{id}_{count}").into();
    }
    if let Cow::Owned(unique) = unique {
        *id = unique;
    }
}
