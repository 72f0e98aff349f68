//! The table beside a drawing: every node of its graph as a row, every flow as what follows.
//!
//! In: the `FlowGraph` that the drawing is laid out from, so the two cannot disagree. Out: a [`FlowTable`].
//! Holds: each node is one row and each flow is one entry of the row that it leaves; derived nodes stand behind the
//! row that leads to them. Absent on purpose: words for kinds and branches, which belong to the interface.

use crate::base::Text;
use crate::graph::FlowGraph;

pub use crate::graph::{FlowKind, NodeKind, Notation};
pub use crate::model::Branch;

/// A drawing as a table.
#[derive(Debug, Clone)]
pub struct FlowTable {
    pub notation: Notation,
    pub rows: Vec<FlowRow>,
}

/// A node: what happens, where, and what follows.
#[derive(Debug, Clone)]
pub struct FlowRow {
    /// The node's id, which is also that of the step or item in the text.
    pub node: String,
    pub kind: NodeKind,
    /// Its number as the act words it; none for a node that the act does not number.
    pub number: Option<Text>,
    /// Among nodes of its kind without a number, from 1; none where it is the only one.
    pub count: Option<usize>,
    /// A step or an item of the text.
    pub is_of_text: bool,
    /// The drawing begins here; other starts begin the part of a band, when a message comes.
    pub opens: bool,
    /// What stands in the box, else the whole sentence.
    pub words: Option<Text>,
    pub terms: Vec<Text>,
    /// The band or the column.
    pub lane: Text,
    /// Who acts, and where, as far as that is elsewhere.
    pub who: Vec<Text>,
    pub places: Vec<Text>,
    pub next: Vec<Follow>,
}

/// A flow out of a row.
#[derive(Debug, Clone)]
pub struct Follow {
    /// Index of the row that it leads to.
    pub row: usize,
    pub kind: FlowKind,
    pub branch: Option<Branch>,
}

impl FlowTable {
    /// The units that a row hands the matter to: nothing where it stays with its own unit, or ends there. A choice that can
    /// hand it over names every unit that may have it next.
    pub fn receivers(&self, row: &FlowRow) -> Vec<&Text> {
        let next = row.next.iter().map(|next| &self.rows[next.row]).filter(|next| next.is_of_text);
        let mut lanes: Vec<&Text> = Vec::new();
        for lane in next.map(|next| &next.lane) {
            if !lanes.contains(&lane) {
                lanes.push(lane);
            }
        }
        if lanes == [&row.lane] { Vec::new() } else { lanes }
    }
}

/// The table of a drawing. Total.
pub fn tabulate(graph: &FlowGraph) -> FlowTable {
    let order = reading_order(graph);
    let mut row_of = vec![0; order.len()];
    for (row, node) in order.iter().enumerate() {
        row_of[*node] = row;
    }
    let mut rows: Vec<FlowRow> = order.iter().map(|node| row(graph, *node)).collect();
    for (from, to, flow) in graph.flows() {
        rows[row_of[from]].next.push(Follow { row: row_of[to], kind: flow.kind, branch: flow.branch });
    }
    count_nameless(&mut rows);
    FlowTable { notation: graph.notation, rows }
}

fn row(graph: &FlowGraph, at: usize) -> FlowRow {
    let node = graph.node(at);
    let said = |text: &&Text| !text.is_empty();
    let name = |lane: &usize| graph.lanes.get(*lane).map(|lane| lane.name.clone()).unwrap_or_default();
    FlowRow {
        node: node.id.clone(),
        kind: node.kind,
        number: node.number.clone().filter(|text| !text.is_empty()),
        count: None,
        is_of_text: node.element.is_some(),
        opens: graph.main_path.first() == Some(&at),
        words: node.label.as_ref().filter(said).or(node.text.as_ref().filter(said)).cloned(),
        terms: node.terms().cloned().collect(),
        lane: name(&node.lane),
        who: node.who().iter().map(name).collect(),
        places: node.places.iter().map(name).collect(),
        next: Vec::new(),
    }
}

/// The nodes as one would tell them: in the order of the text, each derived one behind the last that leads to it.
fn reading_order(graph: &FlowGraph) -> Vec<usize> {
    let count = graph.nodes().len();
    let (mut follows, mut awaited) = (vec![Vec::new(); count], vec![0_usize; count]);
    for (from, to, _) in graph.flows() {
        if graph.node(to).element.is_none() {
            follows[from].push(to);
            awaited[to] += 1;
        }
    }
    let (mut order, mut taken) = (Vec::with_capacity(count), vec![false; count]);
    // What opens the drawing first, then the elements of the text, then what a loop of derived nodes keeps waiting.
    let is_start = |at: &usize| graph.main_path.first() == Some(at);
    let is_element = |at: &usize| graph.node(*at).element.is_some();
    for first in (0..count).filter(is_start).chain((0..count).filter(is_element)).chain(0..count) {
        let mut open = vec![first];
        while let Some(at) = open.pop() {
            if std::mem::replace(&mut taken[at], true) {
                continue;
            }
            order.push(at);
            for next in follows[at].iter().rev() {
                awaited[*next] -= 1;
                if awaited[*next] == 0 {
                    open.push(*next);
                }
            }
        }
    }
    order
}

/// «1-хабарлама», «2-хабарлама»: rows without a number are told apart by counting those that are named alike.
fn count_nameless(rows: &mut [FlowRow]) {
    let names: Vec<Option<(NodeKind, bool)>> =
        rows.iter().map(|row| row.number.is_none().then(|| named_alike(row))).collect();
    for (at, row) in rows.iter_mut().enumerate() {
        let Some(name) = names[at] else { continue };
        let alike = |names: &[Option<(NodeKind, bool)>]| names.iter().filter(|other| **other == Some(name)).count();
        if alike(&names) > 1 {
            row.count = Some(alike(&names[..=at]));
        }
    }
}

/// Symbols that one word names: all messages, all starts, all finishes.
fn named_alike(row: &FlowRow) -> (NodeKind, bool) {
    match row.kind {
        NodeKind::Catch | NodeKind::Throw | NodeKind::EndMessage => (NodeKind::Catch, false),
        NodeKind::Start if !row.opens => (NodeKind::Catch, false),
        NodeKind::Start => (NodeKind::Terminator, false),
        NodeKind::EndNone => (NodeKind::Terminator, true),
        NodeKind::Terminator => (NodeKind::Terminator, row.next.is_empty()),
        NodeKind::Task | NodeKind::Action => (NodeKind::Task, false),
        kind => (kind, false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph;
    use crate::manuscript::fixture::regulation;
    use std::collections::BTreeSet;

    fn graphs() -> Vec<FlowGraph> {
        let regulation = regulation("service");
        let diagrams = regulation.system_paths.iter().map(graph::of_system_path);
        let handbooks = regulation.provider_paths.iter().map(|path| graph::of_provider_path(path, &regulation.units));
        diagrams.chain(handbooks).collect()
    }

    #[test]
    fn every_node_branch_and_label_of_the_graph_is_in_the_table() {
        for graph in graphs() {
            let table = tabulate(&graph);
            let rows: BTreeSet<&str> = table.rows.iter().map(|row| row.node.as_str()).collect();
            let nodes: BTreeSet<&str> = graph.nodes().map(|node| node.id.as_str()).collect();
            assert_eq!(rows, nodes);
            assert_eq!(table.rows.len(), graph.nodes().len());
            let followed: usize = table.rows.iter().map(|row| row.next.len()).sum();
            assert_eq!(followed, graph.flows().count());
            for (from, to, flow) in graph.flows() {
                let row = table.rows.iter().find(|row| row.node == graph.node(from).id).expect("a row");
                assert!(row.next.iter().any(|next| table.rows[next.row].node == graph.node(to).id
                    && next.branch == flow.branch
                    && next.kind == flow.kind));
            }
            for node in graph.nodes() {
                let row = table.rows.iter().find(|row| row.node == node.id).expect("a row");
                assert_eq!(row.number, node.number);
                assert!(node.label.is_none() || row.words == node.label);
                assert_eq!(row.lane, graph.lanes[node.lane].name);
                assert!(row.who.iter().eq(node.who().iter().map(|lane| &graph.lanes[*lane].name)));
                assert!(node.terms().eq(&row.terms));
            }
        }
    }

    #[test]
    fn who_receives_is_told_of_steps_and_not_of_the_end() {
        let text = |words: &str| Text::of(crate::base::Lang::Ru, words);
        let row = |lane: &str, is_of_text, next: &[usize]| FlowRow {
            node: lane.to_owned(),
            kind: NodeKind::Choice,
            number: None,
            count: None,
            is_of_text,
            opens: false,
            words: None,
            terms: Vec::new(),
            lane: text(lane),
            who: vec![text(lane)],
            places: Vec::new(),
            next: next.iter().map(|row| Follow { row: *row, kind: FlowKind::Sequence, branch: None }).collect(),
        };
        let rows = vec![
            row("комиссия", true, &[1, 2]),
            row("комиссия", true, &[3]),
            row("аким", true, &[2]),
            row("отдел", false, &[]),
        ];
        let table = FlowTable { notation: Notation::Handbook, rows };
        let told: Vec<Vec<&Text>> = table.rows.iter().map(|row| table.receivers(row)).collect();
        assert_eq!(told[0], [&text("комиссия"), &text("аким")]);
        assert!(told[1..].iter().all(Vec::is_empty));
    }

    #[test]
    fn rows_without_a_number_are_told_apart() {
        for graph in graphs() {
            let table = tabulate(&graph);
            let nameless = table.rows.iter().filter(|row| row.number.is_none());
            let names: Vec<_> = nameless.map(|row| (named_alike(row), row.count)).collect();
            assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
        }
    }
}
