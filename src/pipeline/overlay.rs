//! Drawings of two states, so laid out that what did not change stands still.
//!
//! In: two corpora and what changed between them. Out: for every changed drawing its two states on one ground, and one
//! picture with signs; or the whole page to send. Holds: all three share one layout, of what there is in either state.

use super::Loaded;
use crate::backend::svg::{self, SignedFile};
use crate::base::{Lang, Size, Spread};
use crate::diff::{self, Changes, DrawnState, Marks, Overlay};
use crate::graph::FlowGraph;
use crate::layout::{self, SizedGraph, Sizing};
use crate::model::{Corpus, Decree, Regulation};
use crate::review::{self, Drawing, Review, Told};
use crate::scene::{self, Caption, Scene, Sign, Signs};
use crate::theme::Theme;

/// The page that shows what changed, with its drawings.
pub fn review(loaded: &[Loaded; 2], changes: &Changes, told: &Told, theme: &Theme, spread: &impl Spread) -> String {
    let corpora = [&loaded[0].corpus, &loaded[1].corpus];
    let drawings = compared(corpora, changes, theme, spread);
    review::page(&Review { changes, drawings: &drawings, told, theme })
}

/// Every drawing that changed, of the regulations that changed.
pub fn compared(corpora: [&Corpus; 2], changes: &Changes, theme: &Theme, spread: &impl Spread) -> Vec<Drawing> {
    let acts: Vec<(&str, &str)> =
        changes.acts.iter().filter_map(|act| Some((act.decree.as_str(), act.regulation.as_deref()?))).collect();
    let drawn = |&(decree, regulation): &(&str, &str)| {
        let sides = corpora.map(|corpus| find(corpus, decree, regulation));
        of_regulation(sides, (decree, regulation), theme)
    };
    spread.map(&acts, drawn).into_iter().flatten().collect()
}

/// A regulation by ids; by its own alone, where it came from another decree.
fn find<'c>(corpus: &'c Corpus, decree: &str, regulation: &str) -> Option<&'c Regulation> {
    let of = |decree: &'c Decree| decree.regulations.iter().find(|one| one.id.as_str() == regulation);
    let own = corpus.decrees.iter().find(|one| one.id.as_str() == decree).and_then(of);
    own.or_else(|| corpus.decrees.iter().find_map(of))
}

fn of_regulation(sides: [Option<&Regulation>; 2], act: (&str, &str), theme: &Theme) -> Vec<Drawing> {
    let Some(shown) = sides[1].or(sides[0]) else { return Vec::new() };
    let language = shown.language;
    let drawn = diff::overlays(sides[0], sides[1]).into_iter().filter(diff::Drawn::is_changed);
    let all = drawn.map(|drawn| {
        let title = format!("{} – {}", shown.title.best(language).1, drawn.path);
        let easel = Easel { theme, language, title };
        let (before, after, (marked, signs)) = match &drawn.state {
            DrawnState::Both(overlay) => easel.both(overlay),
            DrawnState::Added(graph) => (None, None, easel.alone(graph)),
            DrawnState::Removed(graph) => (None, None, easel.alone(graph)),
        };
        let only = match &drawn.state {
            DrawnState::Both(_) => None,
            DrawnState::Added(_) => Some(Sign::Added),
            DrawnState::Removed(_) => Some(Sign::Removed),
        };
        let (decree, regulation) = (act.0.to_owned(), act.1.to_owned());
        Drawing { decree, regulation, path: drawn.path.to_string(), before, after, marked, signs, only }
    });
    all.collect()
}

/// What all pictures of one drawing share.
struct Easel<'t> {
    theme: &'t Theme,
    language: Lang,
    title: String,
}

impl Easel<'_> {
    /// Before, after, and both with signs.
    fn both(&self, overlay: &Overlay) -> (Option<Scene>, Option<Scene>, (Scene, Signs)) {
        let Overlay { before, after, marks } = overlay;
        let measures = scene::measures(&self.theme.drawing);
        let mut sizings = [before, after].map(|graph| layout::size(graph, self.language, &measures));
        let room = room_for_both(&sizings[0].graph, &sizings[1].graph);
        let layout = layout::place(&room, &sizings[1].spacing);
        sizings.iter_mut().for_each(|sizing| sizing.graph = room.clone());
        let paint = |graph: &FlowGraph, sizing: &Sizing| {
            scene::paint(graph, sizing, &layout, None, &self.caption(graph), &self.theme.drawing)
        };
        let old = paint(before, &sizings[0]).without(|id| marks.added.contains(id));
        let all = paint(after, &sizings[1]);
        let new = all.clone().without(|id| marks.removed.contains(id));
        let mut marked = all;
        let signs = marked.sign(&signs(marks), &self.theme.drawing);
        (Some(old), Some(new), (marked, signs))
    }

    /// A drawing that is there in one state only needs no signs.
    fn alone(&self, graph: &FlowGraph) -> (Scene, Signs) {
        let sizing = layout::size(graph, self.language, &scene::measures(&self.theme.drawing));
        let layout = layout::place(&sizing.graph, &sizing.spacing);
        (scene::paint(graph, &sizing, &layout, None, &self.caption(graph), &self.theme.drawing), Signs::new())
    }

    fn caption(&self, graph: &FlowGraph) -> Caption {
        let lanes: Vec<&str> = graph.lanes.iter().map(|lane| lane.name.best(self.language).1).collect();
        let (title, description) = (self.title.clone(), lanes.join("; "));
        Caption { id: "drawing".to_owned(), language: self.language, title, description }
    }
}

fn signs(marks: &Marks) -> Signs {
    let all = [(&marks.changed, Sign::Changed), (&marks.removed, Sign::Removed), (&marks.added, Sign::Added)];
    all.into_iter().flat_map(|(ids, sign)| ids.iter().map(move |id| (id.clone(), sign))).collect()
}

/// A graph whose every box holds the words of either state.
fn room_for_both(old: &SizedGraph, new: &SizedGraph) -> SizedGraph {
    let larger = |a: Size, b: Size| Size::new(a.w.max(b.w), a.h.max(b.h));
    let either = |a: Option<Size>, b: Option<Size>| match (a, b) {
        (Some(a), Some(b)) => Some(larger(a, b)),
        (a, b) => a.or(b),
    };
    let mut room = new.clone();
    for (lane, old) in room.lanes.iter_mut().zip(&old.lanes) {
        lane.header = lane.header.max(old.header);
        lane.breadth_min = lane.breadth_min.max(old.breadth_min);
    }
    for (node, old) in room.nodes.iter_mut().zip(&old.nodes) {
        node.size = larger(node.size, old.size);
        node.label = either(node.label, old.label);
    }
    for (flow, old) in room.flows.iter_mut().zip(&old.flows) {
        flow.label = either(flow.label, old.label);
    }
    room
}

/// Two files of one drawing, where only the new one has a definition, as one picture with signs; `None` where one of
/// them is no drawing.
pub fn picture_of_files(old: &str, new: &str, headings: [&str; 2], theme: &Theme) -> Option<String> {
    let marks = diff::compare_pictures(old, new).marks;
    let all = signs(&marks);
    let of = |svg, heading, other| {
        let signs = all.iter().filter(|(_, sign)| **sign != other).map(|(id, sign)| (id.clone(), *sign)).collect();
        SignedFile { svg, signs, heading }
    };
    svg::stacked(&[of(old, headings[0], Sign::Added), of(new, headings[1], Sign::Removed)], &theme.drawing)
}
