//! What a drawing could not keep, in terms that a user knows.

use super::{Figure, FigureName};
use crate::base::{Id, Lang};
use crate::layout::{Layout, LayoutNote, NoteElement, SizedGraph};
use serde::{Deserialize, Serialize};

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
    of_notes(layout.notes.iter(), graph)
}

pub(super) fn of_notes<'n>(notes: impl Iterator<Item = &'n LayoutNote>, graph: &SizedGraph) -> Vec<Remark> {
    notes.map(|note| of_note(note, graph)).collect()
}

fn of_note(note: &LayoutNote, graph: &SizedGraph) -> Remark {
    let element = match note.element {
        NoteElement::Node(at) => graph.nodes.get(at).map_or_else(String::new, |node| node.id.clone()),
        NoteElement::Flow(at) => graph.flows.get(at).map_or_else(String::new, |flow| flow.id.clone()),
        NoteElement::Sheet(at) => (at + 1).to_string(),
    };
    Remark { drawing: None, element, reason: note.reason }
}

/// The remarks as a text that the next run can read; empty where there are none.
pub(super) fn note_text(remarks: &[Remark]) -> String {
    if remarks.is_empty() {
        return String::new();
    }
    let told = |remark: &Remark| Told {
        drawing: remark.drawing.as_ref().map(|name| [&name.decree, &name.regulation, &name.path].map(Id::to_string)),
        translation: remark.drawing.as_ref().and_then(|name| name.translation).map(|lang| lang.tag().to_owned()),
        element: remark.element.clone(),
        reason: remark.reason,
    };
    serde_json::to_string(&remarks.iter().map(told).collect::<Vec<_>>()).unwrap_or_default()
}

/// Nothing where another version has written it.
pub(super) fn of_note_text(text: &str) -> Option<Vec<Remark>> {
    if text.is_empty() {
        return Some(Vec::new());
    }
    let told: Vec<Told> = serde_json::from_str(text).ok()?;
    let remark = |told: Told| {
        let drawing = match told.drawing {
            Some([decree, regulation, path]) => Some(FigureName {
                decree: Id::new(&decree).ok()?,
                regulation: Id::new(&regulation).ok()?,
                path: Id::new(&path).ok()?,
                translation: Lang::ALL.into_iter().find(|lang| told.translation.as_deref() == Some(lang.tag())),
            }),
            None => None,
        };
        Some(Remark { drawing, element: told.element, reason: told.reason })
    };
    told.into_iter().map(remark).collect()
}

#[derive(Serialize, Deserialize)]
struct Told {
    drawing: Option<[String; 3]>,
    #[serde(default)]
    translation: Option<String>,
    element: String,
    reason: NoteReason,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_run_reads_what_this_one_noted() {
        let id = |word: &str| Id::new(word).unwrap();
        let drawing = FigureName { decree: id("d"), regulation: id("r"), path: id("p"), translation: Some(Lang::Ru) };
        let remarks = [
            Remark { drawing: Some(drawing), element: "3".into(), reason: NoteReason::LongerThanPage },
            Remark { drawing: None, element: "a".into(), reason: NoteReason::Defect(Defect::Diagonal) },
        ];
        assert_eq!(of_note_text(&note_text(&remarks)).as_deref(), Some(&remarks[..]));
        assert_eq!(of_note_text(&note_text(&[])), Some(Vec::new()));
        assert_eq!(of_note_text("[1]"), None);
    }
}
