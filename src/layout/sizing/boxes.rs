//! The box of every lane, node and flow, from the words that it holds.

use super::super::pages::Cutter;
use super::block::Piece;
use super::paper::{self, Columns, Paper, Trial};
use super::{
    Axis, FlowKind, Measures, NodeText, Options, Places, Shape, SizedFlow, SizedGraph, SizedLane, SizedNode, Sizing,
    TextBlock,
};
use crate::base::{Lang, Px, Size, Text};
use crate::graph::{self, Flow, FlowGraph, FlowNode, NodeKind};
use crate::text::{self, Style, Weight};

/// Boxes grow in steps, so that a word more seldom moves anything.
const HEIGHT_STEP: Px = 8;

/// Upright names of rows are wrapped to so many lines; what helps first is taken.
const HEADER_LINES: [usize; 2] = [3, 5];
const HEADER_ROOM_MAX: Px = 240;
const HEADER_ROOM_STEP: Px = 8;

/// What all boxes of one drawing have in common.
pub(super) struct Sizer<'a> {
    graph: &'a FlowGraph,
    language: Lang,
    measures: &'a Measures,
    /// Width of every box.
    box_width: Px,
    /// What the columns of a handbook are; `None` for a diagram.
    columns: Option<Columns>,
}

/// A handbook with the columns that its paper bears best; the usual ones where nothing is gained by others.
pub(super) fn best_columns(graph: &FlowGraph, language: Lang, measures: &Measures, earlier: Option<&Places>) -> Sizing {
    let tried = |columns: Columns| {
        let sizing = Sizer::new(graph, language, measures, Some(columns)).size(earlier);
        let trial = Trial::of(&mut Cutter::new(&sizing.graph, &sizing.spacing), sizing.graph.axis, columns.paper);
        (trial, sizing)
    };
    let (usual, others) = paper::columns(graph.lanes.len(), measures);
    let mut best = tried(usual);
    for columns in others {
        if best.0.is_good() {
            break;
        }
        let other = tried(columns);
        if other.0 < best.0 {
            best = other;
        }
    }
    best.1
}

impl<'a> Sizer<'a> {
    pub fn new(graph: &'a FlowGraph, language: Lang, measures: &'a Measures, columns: Option<Columns>) -> Sizer<'a> {
        let mut tasks = graph.nodes().filter(|node| matches!(node.kind, NodeKind::Task | NodeKind::Action));
        let has_full_text = tasks.any(|node| node.label.is_none() && node.text.is_some());
        let box_width = match columns {
            Some(columns) => columns.box_width,
            None if has_full_text => measures.task_width_full,
            None => measures.task_width,
        };
        Sizer { graph, language, measures, box_width, columns }
    }

    pub fn size(self, earlier: Option<&Places>) -> Sizing {
        let (nodes, texts): (Vec<SizedNode>, Vec<NodeText>) =
            self.graph.nodes().enumerate().map(|(at, node)| self.node(at, node)).unzip();
        let words: Vec<TextBlock> = self.graph.flows().map(|(_, _, flow)| self.branch(flow)).collect();
        let flows = self.graph.flows().zip(&words).map(|((from, to, flow), words)| sized_flow(from, to, flow, words));
        let flows = flows.collect();
        let spacing = self.spacing();
        let axis = if self.columns.is_some() { Axis::Vertical } else { Axis::Horizontal };
        let mut graph = SizedGraph { axis, lanes: vec![], nodes, flows, main_path: self.graph.main_path.clone() };
        earlier.into_iter().for_each(|places| places.tell(&mut graph));
        let (headers, paper) = match self.columns {
            Some(columns) => {
                let headers = self.column_headers(columns);
                let breadth = columns.box_width + 2 * columns.padding;
                graph.lanes = self.lanes(&headers, breadth);
                (headers, columns.paper)
            }
            None => self.best_rows(&mut graph, &spacing),
        };
        let padding = self.measures.padding;
        Sizing { language: self.language, graph, headers, nodes: texts, flows: words, paper, padding, spacing }
    }

    fn lane_padding(&self) -> Px {
        self.columns.map_or(self.measures.row_padding, |columns| columns.padding)
    }

    /// Distances, before any paper is chosen.
    fn spacing(&self) -> Options {
        Options {
            rank_gap: 28,
            node_gap: 20,
            lane_padding: self.lane_padding(),
            track_gap: 12,
            margin: self.measures.margin,
            // Time runs down the columns of a handbook.
            axis_is_time: self.columns.is_some(),
            page: None,
        }
    }

    fn say<'t>(&self, text: &'t Text) -> &'t str {
        text.best(self.language).1
    }

    fn node(&self, at: usize, node: &FlowNode) -> (SizedNode, NodeText) {
        let measures = self.measures;
        let (shape, fixed) = match node.kind {
            NodeKind::Task | NodeKind::Action | NodeKind::Terminator => (Shape::Box, None),
            NodeKind::Gateway | NodeKind::Choice => {
                (Shape::Diamond, Some(Size::new(measures.diamond, measures.diamond)))
            }
            NodeKind::Document => (Shape::Document, Some(measures.document)),
            NodeKind::Start
            | NodeKind::Catch
            | NodeKind::Throw
            | NodeKind::EndMessage
            | NodeKind::EndNone
            | NodeKind::Other(_) => (Shape::Circle, Some(Size::new(measures.event, measures.event))),
        };
        let (size, text) = match fixed {
            Some(size) => (size, NodeText { outside: self.beside(node), ..NodeText::default() }),
            None => {
                let inside = if node.kind == NodeKind::Terminator { self.pill(at, node) } else { self.inside(node) };
                (self.around(&inside, node.kind), NodeText { inside, ..NodeText::default() })
            }
        };
        let label = text.outside.placed_size();
        (SizedNode { id: node.id.clone(), lane: node.lane, shape, size, label, stood: None }, text)
    }

    /// Number, label and terms of a task or an action; the whole sentence where there is no label.
    fn inside(&self, node: &FlowNode) -> TextBlock {
        let (text, small) = (self.measures.text, self.measures.small_text);
        let number = node.number.iter().map(|words| Piece::bold(self.say(words), text));
        let label = node.label.as_ref().or(node.text.as_ref()).map(|words| Piece::plain(self.say(words), text));
        let term = node.terms().map(|words| Piece::term(self.say(words), small));
        TextBlock::set(number.chain(label).chain(term), self.box_width - 2 * self.measures.padding)
    }

    /// «Start» or «finish», unless the node has words of its own.
    fn pill(&self, at: usize, node: &FlowNode) -> TextBlock {
        let is_start = !self.graph.flows().any(|(_, to, _)| to == at);
        let words = &self.measures.words;
        let own = node.label.as_ref().unwrap_or(if is_start { &words.start } else { &words.finish });
        TextBlock::set([Piece::bold(self.say(own), self.measures.text)], self.box_width - 4 * self.measures.padding)
    }

    /// What stands beside a symbol without room for words. A choice without a label bears its sentence, since nothing
    /// else tells what is chosen.
    fn beside(&self, node: &FlowNode) -> TextBlock {
        let (text, small) = (self.measures.text, self.measures.small_text);
        let sentence = if node.number.is_none() && matches!(node.kind, NodeKind::Gateway | NodeKind::Choice) {
            node.text.as_ref()
        } else {
            None
        };
        let number = node.number.iter().map(|words| Piece::bold(self.say(words), text));
        let label = node.label.as_ref().or(sentence).map(|words| Piece::plain(self.say(words), text));
        let term = node.terms().map(|words| Piece::term(self.say(words), small));
        let room = self.measures.label_width.min(self.box_width);
        TextBlock::set(number.chain(label).chain(term), room)
    }

    /// The box around a text. It is as wide as all others, or wider where a single letter is.
    fn around(&self, inside: &TextBlock, kind: NodeKind) -> Size {
        let measures = self.measures;
        let padding = measures.padding;
        let (width, height_min) = match kind {
            NodeKind::Terminator => {
                ((inside.size.w + 4 * padding).max(measures.pill_width_min), measures.pill_height_min)
            }
            _ => (self.box_width, measures.task_height_min),
        };
        let width = width.max(inside.size.w + 2 * padding);
        let height = (inside.size.h + 2 * padding).max(height_min);
        // Even lengths have a whole middle, where lines dock.
        Size::new(width + width % 2, round_up(height, HEIGHT_STEP))
    }

    fn branch(&self, flow: &Flow) -> TextBlock {
        let words = match flow.branch {
            Some(branch) => self.measures.words.of(branch),
            None => return TextBlock::default(),
        };
        TextBlock::set([Piece::plain(self.say(words), self.measures.text)], self.measures.label_width)
    }

    /// Names above columns.
    fn column_headers(&self, columns: Columns) -> Vec<TextBlock> {
        let room = columns.box_width + 2 * columns.padding - 2 * self.measures.padding;
        let names = self.graph.lanes.iter().map(|lane| Piece::bold(self.say(&lane.name), self.measures.text));
        names.map(|name| TextBlock::set([name], room)).collect()
    }

    /// Upright names before rows, each as narrow as its words allow, so that a row with nothing on a sheet takes little
    /// room there; and the paper. Names get more lines where the drawing then needs fewer sheets.
    fn best_rows(&self, graph: &mut SizedGraph, spacing: &Options) -> (Vec<TextBlock>, Paper) {
        let mut all_headers = HEADER_LINES
            .map(|lines| {
                let names = self.graph.lanes.iter().map(|lane| self.say(&lane.name));
                names.map(|name| upright(name, self.measures.text, lines)).collect::<Vec<TextBlock>>()
            })
            .to_vec();
        // Short names stand on the same lines, however many they may have.
        all_headers.dedup();
        let mut best: Option<(Trial, Vec<TextBlock>, Paper)> = None;
        'search: for headers in all_headers {
            graph.lanes = self.lanes(&headers, 0);
            let mut cutter = Cutter::new(graph, spacing);
            for paper in Paper::for_rows(self.measures) {
                let trial = Trial::of(&mut cutter, graph.axis, paper);
                let is_good = trial.is_good();
                if best.as_ref().is_none_or(|(least, ..)| trial < *least) {
                    best = Some((trial, headers.clone(), paper));
                }
                if is_good {
                    break 'search;
                }
            }
        }
        let (headers, paper) = best.map_or_else(|| (vec![], Paper::default()), |(_, headers, paper)| (headers, paper));
        graph.lanes = self.lanes(&headers, 0);
        (headers, paper)
    }

    /// Lanes whose headers all have the extent of the largest, none less broad than `breadth` or its name.
    fn lanes(&self, headers: &[TextBlock], breadth: Px) -> Vec<SizedLane> {
        let padding = 2 * self.measures.padding;
        let header = headers.iter().map(|block| block.size.h).max().unwrap_or(0) + padding;
        let lanes = self.graph.lanes.iter().zip(headers);
        lanes
            .map(|(lane, block)| SizedLane {
                id: lane.id.to_string(),
                header,
                breadth_min: (block.size.w + padding).max(breadth),
            })
            .collect()
    }
}

/// An upright name on at most so many lines, if its words are short enough, and no wider than that needs; a word too long for
/// any band is parted.
fn upright(name: &str, size: Px, lines: usize) -> TextBlock {
    let style = Style { size, weight: Weight::Bold };
    let widths = || name.split_whitespace().map(|word| text::width(word, style));
    let mut room = widths().max().unwrap_or(0).min(HEADER_ROOM_MAX);
    // What the words alone take, less what rounding added to each: narrower lines cannot hold them.
    let least = widths().map(|width| width - 1).sum::<Px>();
    while room < HEADER_ROOM_MAX && room * (lines as Px) < least {
        room += HEADER_ROOM_STEP;
    }
    loop {
        let block = TextBlock::set([Piece::bold(name, size)], room);
        if block.lines.len() <= lines || room >= HEADER_ROOM_MAX {
            return block;
        }
        room += HEADER_ROOM_STEP;
    }
}

fn sized_flow(from: usize, to: usize, flow: &Flow, words: &TextBlock) -> SizedFlow {
    let kind = match flow.kind {
        graph::FlowKind::Sequence => FlowKind::Sequence,
        graph::FlowKind::Message => FlowKind::Message,
        graph::FlowKind::Association => FlowKind::Association,
    };
    SizedFlow { id: flow.id.clone(), from, to, kind, label: words.placed_size() }
}

/// Up to the next multiple of `step`.
fn round_up(length: Px, step: Px) -> Px {
    length.saturating_add(step - 1) / step * step
}
