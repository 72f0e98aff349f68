//! What a drawing could not keep, in terms that a user knows.

use super::{Figure, FigureName};
use crate::layout::{Layout, LayoutNote, NoteElement, SizedGraph};

pub use crate::layout::{Defect, NoteReason};

/// A promise of a drawing that was broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// `None` for a graph in the neutral form.
    pub drawing: Option<FigureName>,
    /// The number of a sheet, from 1, or the id of a node or a flow.
    pub element: String,
    pub reason: NoteReason,
}

/// Of the drawing for paper, and of the one for the site where that breaks another rule.
pub(super) fn of_figure(figure: &Figure) -> Vec<Remark> {
    let graph = &figure.sizing.graph;
    let mut remarks = of_layout(&figure.paper.layout, graph);
    for remark in of_layout(&figure.web.layout, graph) {
        if !remarks.contains(&remark) {
            remarks.push(remark);
        }
    }
    remarks.iter_mut().for_each(|remark| remark.drawing = Some(figure.name.clone()));
    remarks
}

pub(super) fn of_layout(layout: &Layout, graph: &SizedGraph) -> Vec<Remark> {
    layout.notes.iter().map(|note| of_note(note, graph)).collect()
}

fn of_note(note: &LayoutNote, graph: &SizedGraph) -> Remark {
    let element = match note.element {
        NoteElement::Node(at) => graph.nodes.get(at).map_or_else(String::new, |node| node.id.clone()),
        NoteElement::Flow(at) => graph.flows.get(at).map_or_else(String::new, |flow| flow.id.clone()),
        NoteElement::Sheet(at) => (at + 1).to_string(),
    };
    Remark { drawing: None, element, reason: note.reason }
}
