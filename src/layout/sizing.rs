//! Sizing: a flow graph's texts, wrapped and measured, and the boxes that hold them.
//!
//! In: a [`FlowGraph`], a language, [`Measures`]. Out: [`Sizing`]: the graph for the layout, and every line of text with
//! its place in its box.
//! Holds: no text is cut off and none is scaled; every box contains its lines; the boxes of one drawing have one width.
//! Absent on purpose: where the boxes go; how they are painted.

mod block;
mod boxes;
mod paper;
#[cfg(test)]
pub(crate) mod samples;
#[cfg(test)]
mod tests;

pub use block::{CLOCK_WIDTH, Lead, TextBlock, TextLine};
pub use paper::Paper;

use super::graph::{Axis, FlowKind, Options, Page, Shape, SizedFlow, SizedGraph, SizedLane, SizedNode};
use super::places::Places;
use crate::base::{Lang, Px, Size, Text};
use crate::graph::{FlowGraph, Notation};
use crate::model::Branch;
use crate::text::{Style, Weight};
use boxes::Sizer;

/// Sizes of texts and symbols, in pixels, and the words that a drawing adds to those of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measures {
    /// Font size of names and labels.
    pub text: Px,
    /// Font size of terms, the smallest there is.
    pub small_text: Px,
    /// Width of a task that bears a short label.
    pub task_width: Px,
    /// Width of every task of a drawing where some task bears its full sentence.
    pub task_width_full: Px,
    pub task_height_min: Px,
    /// The most that a handbook's box is wide, where the paper has room.
    pub action_width_max: Px,
    /// Room between a box and its text.
    pub padding: Px,
    /// Width and height of a diamond.
    pub diamond: Px,
    /// Diameter of an event.
    pub event: Px,
    pub document: Size,
    pub pill_width_min: Px,
    pub pill_height_min: Px,
    /// The most room for a text beside a symbol.
    pub label_width: Px,
    /// Room between a lane's border and its shapes.
    pub lane_padding: Px,
    /// The same above and below the shapes of a row: a message to the next row needs room for its head, its tail and a
    /// dash between.
    pub row_padding: Px,
    /// The same where columns are narrow.
    pub lane_padding_tight: Px,
    /// Room around a whole drawing.
    pub margin: Px,
    /// What a sheet of paper has room for, upright, printed without being scaled.
    pub sheet: Size,
    pub words: AddedWords,
}

/// Words that stand in a drawing and not in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddedWords {
    pub yes: Text,
    pub no: Text,
    pub start: Text,
    pub finish: Text,
}

impl AddedWords {
    /// The word on a branch.
    fn of(&self, branch: Branch) -> &Text {
        match branch {
            Branch::Yes => &self.yes,
            Branch::No => &self.no,
        }
    }
}

impl Measures {
    pub fn new(words: AddedWords, sheet: Size) -> Measures {
        Measures {
            text: 12,
            small_text: 11,
            task_width: 140,
            task_width_full: 200,
            task_height_min: 48,
            action_width_max: 300,
            padding: 8,
            diamond: 50,
            event: 36,
            document: Size::new(40, 50),
            pill_width_min: 128,
            pill_height_min: 32,
            label_width: 150,
            lane_padding: 12,
            row_padding: 16,
            lane_padding_tight: 10,
            margin: 8,
            sheet,
            words,
        }
    }
}

/// A graph whose every text is wrapped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sizing {
    pub language: Lang,
    pub graph: SizedGraph,
    /// One for each lane. Those of rows are upright: their lines run from bottom to top.
    pub headers: Vec<TextBlock>,
    /// One for each node.
    pub nodes: Vec<NodeText>,
    /// One for each flow; empty where it has no branch.
    pub flows: Vec<TextBlock>,
    pub paper: Paper,
    /// Room between a box and its text.
    pub padding: Px,
    /// Distances that suit the drawing, on one sheet without an end.
    pub spacing: Options,
}

/// The text in a shape, and the one beside it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NodeText {
    pub inside: TextBlock,
    pub outside: TextBlock,
}

/// Wraps and measures everything. Total: any graph has a size.
pub fn size(graph: &FlowGraph, language: Lang, measures: &Measures) -> Sizing {
    size_after(graph, language, measures, None)
}

/// The same for a drawing that keeps the order of an earlier one.
pub fn size_after(graph: &FlowGraph, language: Lang, measures: &Measures, earlier: Option<&Places>) -> Sizing {
    match graph.notation {
        Notation::Diagram => Sizer::new(graph, language, measures, None).size(earlier),
        Notation::Handbook => boxes::best_columns(graph, language, measures, earlier),
    }
}

impl Sizing {
    /// Puts words on flows, one for each: a graph that comes from elsewhere has more to say than «yes» and «no».
    pub fn say_on_flows(&mut self, words: &[String], measures: &Measures) {
        let style = Style { size: measures.text, weight: Weight::Regular };
        for ((flow, block), words) in self.graph.flows.iter_mut().zip(&mut self.flows).zip(words) {
            *block = TextBlock::of(words, style, measures.label_width);
            flow.label = block.placed_size();
        }
    }
}

/// The distances that suit a drawing, and the paper that it is cut for.
pub fn options(graph: &FlowGraph, sizing: &Sizing) -> Options {
    let axis = match graph.notation {
        Notation::Diagram => Axis::Horizontal,
        Notation::Handbook => Axis::Vertical,
    };
    sizing.paper.options(axis, &sizing.spacing)
}
