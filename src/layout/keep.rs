//! A plan in which nodes keep the order that they had in an earlier drawing.
//!
//! In: a graph some of whose nodes stood in an earlier drawing. Out: a plan in which no two of these have passed one another,
//! along the flow or, within a lane, across it.
//! Their columns and rows stay as they were; nodes that are new open others between them. Neither bends nor crossings
//! outweigh that: who asks for it compares two drawings.

use super::cover::cover;
use super::draft::Point;
use super::measure::SAME_PLACE;
use super::p1_cycles::{Arc, topological};
use super::p2_ranks::usual_span;
use super::plan::{Plan, without_gaps};
use super::search::Freedom;
use super::work::Work;
use super::{cost, ease};
use crate::base::Px;
use std::collections::BTreeSet;

/// How much is tried for the rows of new nodes: drawings, times the nodes in each.
const EFFORT_MAX: usize = 8_000;

/// In larger graphs only flows are looked at, and not ways, for what runs against the old order.
const NODES_MAX: usize = 2_000;

const NONE: usize = usize::MAX;

/// Where nodes stood in an earlier drawing.
pub(super) struct Stood {
    /// The number of its column, counted over all lanes, and of its row within its lane; [`NONE`] for a new node.
    columns: Vec<usize>,
    rows: Vec<usize>,
    lanes: Vec<usize>,
}

impl Stood {
    /// `None` where no node stood anywhere. Nodes that the flow now passes in another order have no place to keep.
    pub fn of(work: &Work, arcs: &[Arc]) -> Option<Stood> {
        let nodes = &work.nodes;
        if nodes.iter().all(|node| node.stood.is_none()) {
            return None;
        }
        let mut columns = vec![NONE; nodes.len()];
        let places = |of: &dyn Fn(usize) -> bool, pick: fn((Px, Px)) -> Px| -> Vec<(Px, usize)> {
            let stood = nodes.iter().enumerate().filter(|(at, _)| of(*at));
            stood.filter_map(|(at, node)| Some((pick(node.stood?), at))).collect()
        };
        number(places(&|_| true, |centre| centre.0), &mut columns);
        let turned = cover(&against_the_flow(arcs, &columns));
        turned.iter().for_each(|&node| columns[node] = NONE);
        let mut rows = vec![NONE; nodes.len()];
        for lane in 0..work.lanes {
            number(places(&|at| nodes[at].lane == lane && columns[at] != NONE, |centre| centre.1), &mut rows);
        }
        Some(Stood { columns, rows, lanes: nodes.iter().map(|node| node.lane).collect() })
    }

    /// Whether no two nodes have passed one another where these are their places along the flow and across it.
    pub fn is_kept(&self, along: impl Fn(usize) -> usize, across: impl Fn(usize) -> usize) -> bool {
        let mut nodes: Vec<usize> = (0..self.columns.len()).filter(|&node| self.columns[node] != NONE).collect();
        nodes.sort_by_key(|&node| (self.columns[node], along(node)));
        let are_along = nodes.windows(2).all(|pair| along(pair[0]) <= along(pair[1]));
        nodes.sort_by_key(|&node| (self.lanes[node], self.rows[node], across(node)));
        let is_across =
            |pair: &[usize]| self.lanes[pair[0]] != self.lanes[pair[1]] || across(pair[0]) <= across(pair[1]);
        are_along && nodes.windows(2).all(is_across)
    }

    /// Whether some nodes that have moved have passed none of the others.
    pub fn is_kept_about(&self, points: &[Point], moved: &[usize]) -> bool {
        let has_passed = |before: (usize, usize), now: (usize, usize)| {
            before.0 != NONE && before.1 != NONE && before.0.cmp(&before.1) == now.1.cmp(&now.0) && now.0 != now.1
        };
        let is_passed = |node: usize, other: usize| {
            let (own, others) = (points[node], points[other]);
            has_passed((self.columns[node], self.columns[other]), (own.0, others.0))
                || (self.lanes[node] == self.lanes[other]
                    && has_passed((self.rows[node], self.rows[other]), (own.1, others.1)))
        };
        !moved.iter().any(|&node| (0..points.len()).any(|other| is_passed(node, other)))
    }

    pub fn is_kept_by(&self, plan: &Plan) -> bool {
        self.is_kept(|node| plan.ranks[node], |node| plan.rows[node])
    }
}

/// Numbers what stands at one place or behind it, in order.
fn number(mut places: Vec<(Px, usize)>, numbers: &mut [usize]) {
    places.sort_unstable();
    let (mut number, mut last) = (0, None);
    for (place, node) in places {
        number += usize::from(last.is_some_and(|last| place - last > SAME_PLACE));
        numbers[node] = number;
        last = Some(place);
    }
}

/// For each node those that the flow passes in another order than their columns have. In graphs so large that this is not
/// looked at, all that a flow runs against.
fn against_the_flow(arcs: &[Arc], columns: &[usize]) -> Vec<Vec<usize>> {
    let count = columns.len();
    let mut beside = vec![Vec::new(); count];
    let mut note = |from: usize, to: usize| {
        if columns[from] != NONE && columns[to] != NONE && columns[from] > columns[to] {
            beside[from].push(to);
            beside[to].push(from);
        }
    };
    if count > NODES_MAX {
        arcs.iter().for_each(|arc| note(arc.from, arc.to));
        return beside;
    }
    let mut out = vec![Vec::new(); count];
    arcs.iter().for_each(|arc| out[arc.from].push(arc.to));
    let mut seen = vec![NONE; count];
    for from in (0..count).filter(|&node| columns[node] != NONE) {
        let mut open = vec![from];
        while let Some(node) = open.pop() {
            for &to in &out[node] {
                if std::mem::replace(&mut seen[to], from) != from {
                    note(from, to);
                    open.push(to);
                }
            }
        }
    }
    beside
}

/// How new nodes are put between the old ones.
#[derive(Clone, Copy)]
struct Manner {
    /// A branch to a new node hangs below its gateway, and a message drops straight across, where they may.
    drops: bool,
    /// What follows a new node stands behind all that hangs at it, and not beside.
    apart: bool,
}

const MANNERS: [Manner; 4] = [
    Manner { drops: true, apart: true },
    Manner { drops: true, apart: false },
    Manner { drops: false, apart: true },
    Manner { drops: false, apart: false },
];

/// The best plan with the old order, the new nodes between what they join.
pub(super) fn plan(work: &Work, arcs: &[Arc], stood: &Stood) -> Plan {
    let mut best: Option<(i64, Plan)> = None;
    for manner in MANNERS {
        let plan = ease::ease(work, arcs, first(work, arcs, stood, manner), Some(stood));
        let limit = best.as_ref().map_or(i64::MAX, |(least, _)| *least);
        if let Some((cost, _)) = cost::of_plan(work, &plan, limit) {
            best = Some((cost, plan));
        }
    }
    best.map_or_else(|| first(work, arcs, stood, MANNERS[0]), |(_, plan)| plan)
}

/// A plan with the old order, before anything is moved that bends.
fn first(work: &Work, arcs: &[Arc], stood: &Stood, manner: Manner) -> Plan {
    let ranks = ranks(work, arcs, stood, manner);
    let mut rows = Rows::of(work, stood, &ranks);
    let new: Vec<usize> = {
        let mut new: Vec<usize> = (0..work.nodes.len()).filter(|&node| stood.columns[node] == NONE).collect();
        new.sort_by_key(|&node| ranks[node]);
        new
    };
    for &node in &new {
        rows.put_beside(arcs, node);
    }
    rows.settle(&new);
    rows.plan()
}

/// Ranks in which old columns keep their order and every arc at a new node leads ahead, unless it runs against that order.
fn ranks(work: &Work, arcs: &[Arc], stood: &Stood, manner: Manner) -> Vec<usize> {
    let count = work.nodes.len();
    let freedom = Freedom::new(work);
    let span = |arc: &Arc| if manner.drops && freedom.may_stand_in_one_rank(arc) { 0 } else { usual_span(work, arc) };
    let spans: Vec<usize> = arcs.iter().map(span).collect();
    let mut into: Vec<Vec<usize>> = vec![Vec::new(); count];
    arcs.iter().enumerate().for_each(|(at, arc)| into[arc.to].push(at));
    let sorted = topological(count, arcs.iter().map(|arc| (arc.from, arc.to)));
    let steps = steps(arcs, stood, &into, &sorted);
    let mut order = sorted;
    order.sort_by_key(|&node| steps[node]);
    let mut ranks = vec![0; count];
    let mut next = 0;
    for group in order.chunk_by(|a, b| steps[*a] == steps[*b]) {
        let least = |ranks: &[usize], node: usize| {
            let is_old = |from: usize| stood.columns[from] != NONE && stood.columns[node] != NONE;
            let ahead = into[node].iter().map(|&at| (arcs[at].from, spans[at]));
            let ahead = ahead.filter(|&(from, _)| !is_old(from) && steps[from] <= steps[node]);
            ahead.map(|(from, span)| ranks[from] + span).max().unwrap_or(0)
        };
        if stood.columns[group[0]] == NONE {
            for &node in group {
                ranks[node] = least(&ranks, node);
                next = if manner.apart { next.max(ranks[node] + 1) } else { next };
            }
            continue;
        }
        let rank = group.iter().map(|&node| least(&ranks, node)).max().unwrap_or(0).max(next);
        group.iter().for_each(|&node| ranks[node] = rank);
        next = rank + 1;
    }
    follow(arcs, stood, &spans, (&into, &order), &mut ranks);
    without_gaps(&ranks)
}

/// The order in which ranks are given: the old columns, each divided where a new node has come between two of its nodes, and
/// behind each the new nodes that it leads to.
type Step = (usize, usize, bool);

fn steps(arcs: &[Arc], stood: &Stood, into: &[Vec<usize>], sorted: &[usize]) -> Vec<Step> {
    let mut steps: Vec<Step> = vec![(0, 0, false); stood.columns.len()];
    for &node in sorted {
        let before = into[node].iter().map(|&at| steps[arcs[at].from]);
        let column = stood.columns[node];
        steps[node] = if column == NONE {
            before.map(|(column, part, _)| (column, part, true)).max().unwrap_or_default()
        } else {
            let within = before.filter(|step| step.0 == column + 1);
            (column + 1, within.map(|(_, part, is_new)| part + usize::from(is_new)).max().unwrap_or(0), false)
        };
    }
    steps
}

/// New nodes that nothing leads to stand right before what they lead to.
fn follow(arcs: &[Arc], stood: &Stood, spans: &[usize], (into, order): (&[Vec<usize>], &[usize]), ranks: &mut [usize]) {
    let mut high = vec![NONE; ranks.len()];
    for &node in order.iter().rev() {
        if into[node].is_empty() && stood.columns[node] == NONE && high[node] != NONE {
            ranks[node] = ranks[node].max(high[node]);
        }
        for &at in &into[node] {
            let from = arcs[at].from;
            high[from] = high[from].min(ranks[node].saturating_sub(spans[at]));
        }
    }
}

/// The rows of all nodes as heights: those of one lane and one height share a row.
struct Rows<'a> {
    work: &'a Work,
    ranks: &'a [usize],
    /// [`UNPLACED`] for a node that has none yet.
    heights: Vec<i32>,
}

const UNPLACED: i32 = i32::MIN;

impl<'a> Rows<'a> {
    /// The old rows; of nodes that stood in one cell, which a drawing from elsewhere may have, each gets a row.
    fn of(work: &'a Work, stood: &Stood, ranks: &'a [usize]) -> Rows<'a> {
        let mut rows = Rows { work, ranks, heights: vec![UNPLACED; ranks.len()] };
        let mut old: Vec<usize> = (0..ranks.len()).filter(|&node| stood.rows[node] != NONE).collect();
        old.sort_by_key(|&node| (work.nodes[node].lane, stood.rows[node], ranks[node]));
        let mut height = 0;
        for (at, &node) in old.iter().enumerate() {
            let same = |other: usize| {
                let key = |node: usize| (work.nodes[node].lane, stood.rows[node]);
                key(other) == key(node) && ranks[other] != ranks[node]
            };
            height += i32::from(at.checked_sub(1).is_some_and(|last| !same(old[last])));
            rows.heights[node] = height;
        }
        rows.renumber();
        rows
    }

    /// Gives the rows of each lane even heights, from 0: between two there is room for one more.
    fn renumber(&mut self) {
        let placed = |lane: usize| {
            let of_lane = self.work.nodes.iter().zip(&self.heights).filter(move |(node, _)| node.lane == lane);
            of_lane.map(|(_, &height)| height).filter(|&height| height != UNPLACED).collect::<BTreeSet<i32>>()
        };
        let lanes: Vec<Vec<i32>> = (0..self.work.lanes).map(|lane| placed(lane).into_iter().collect()).collect();
        for (node, height) in self.work.nodes.iter().zip(&mut self.heights).filter(|(_, height)| **height != UNPLACED) {
            *height = 2 * lanes[node.lane].binary_search(height).unwrap_or(0) as i32;
        }
    }

    fn is_free(&self, node: usize, height: i32) -> bool {
        let nodes = &self.work.nodes;
        (0..nodes.len()).all(|other| {
            other == node
                || self.heights[other] != height
                || self.ranks[other] != self.ranks[node]
                || nodes[other].lane != nodes[node].lane
        })
    }

    /// Puts a new node in the row of what leads to it, or of what it leads to, in its lane; or in a row below that.
    fn put_beside(&mut self, arcs: &[Arc], node: usize) {
        let lane = self.work.nodes[node].lane;
        let before = arcs.iter().filter(|arc| arc.to == node).map(|arc| arc.from);
        let behind = arcs.iter().filter(|arc| arc.from == node).map(|arc| arc.to);
        let beside: Vec<i32> = before
            .chain(behind)
            .filter(|&other| self.work.nodes[other].lane == lane && self.heights[other] != UNPLACED)
            .map(|other| self.heights[other])
            .collect();
        let free = beside.iter().copied().find(|&height| self.is_free(node, height));
        let lowest = self.heights_of(lane).last().copied();
        self.heights[node] = free.unwrap_or_else(|| beside.first().copied().or(lowest).unwrap_or(0) + 1);
        self.renumber();
    }

    fn heights_of(&self, lane: usize) -> BTreeSet<i32> {
        let of_lane = self.work.nodes.iter().zip(&self.heights).filter(|(node, _)| node.lane == lane);
        of_lane.map(|(_, &height)| height).filter(|&height| height != UNPLACED).collect()
    }

    /// Gives the new nodes of each row, and then each of them alone, the row that makes the best drawing, as long as that costs
    /// little.
    fn settle(&mut self, new: &[usize]) {
        let mut tries = EFFORT_MAX / self.ranks.len().max(1);
        for &node in new {
            let place = |node: usize| (self.work.nodes[node].lane, self.heights[node]);
            let beside: Vec<usize> = new.iter().copied().filter(|&other| place(other) == place(node)).collect();
            if beside.len() > 1 {
                self.settle_together(&beside, &mut tries);
            }
            self.settle_together(&[node], &mut tries);
        }
    }

    /// Moves nodes of one row to the row that makes the best drawing.
    fn settle_together(&mut self, nodes: &[usize], tries: &mut usize) {
        let now = self.heights[nodes[0]];
        let last = self.heights_of(self.work.nodes[nodes[0]].lane).last().copied().unwrap_or(0);
        let mut best = (self.cost(i64::MAX), now);
        for height in -1..=last + 1 {
            *tries = tries.saturating_sub(1);
            if *tries == 0 || !nodes.iter().all(|&node| self.is_free(node, height)) {
                continue;
            }
            self.set(nodes, height);
            if let Some(cost) = self.cost(best.0.unwrap_or(i64::MAX)) {
                best = (Some(cost), height);
            }
        }
        self.set(nodes, best.1);
        self.renumber();
    }

    fn set(&mut self, nodes: &[usize], height: i32) {
        nodes.iter().for_each(|&node| self.heights[node] = height);
    }

    fn cost(&self, limit: i64) -> Option<i64> {
        cost::of_plan(self.work, &self.plan(), limit).map(|(cost, _)| cost)
    }

    fn plan(&self) -> Plan {
        Plan::new(self.work, self.ranks.to_vec(), &self.heights)
    }
}

#[cfg(test)]
mod tests {
    use super::super::graph::{Options, SizedGraph};
    use super::super::measure::order_flips;
    use super::super::p1_cycles::orient;
    use super::super::shapes::{boxes, graphs, with_node};
    use super::super::{check, place};
    use super::*;
    use crate::base::Rect;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    /// The graph, its nodes told where they stand in the drawing of another.
    fn after(mut graph: SizedGraph, earlier: &SizedGraph) -> SizedGraph {
        let sheet = place(earlier, &Options::default()).sheets.swap_remove(0);
        let stood: BTreeMap<&str, Rect> =
            sheet.nodes.iter().map(|placed| (earlier.nodes[placed.node].id.as_str(), placed.rect)).collect();
        graph.nodes.iter_mut().for_each(|node| node.stood = stood.get(node.id.as_str()).copied());
        graph
    }

    /// Where ways lead back, another of them than before may be the one that does.
    fn is_without_cycle(graph: &SizedGraph) -> bool {
        topological(graph.nodes.len(), graph.flows.iter().map(|flow| (flow.from, flow.to))).len() == graph.nodes.len()
    }

    fn flips(earlier: &SizedGraph, graph: &SizedGraph) -> usize {
        let options = Options::default();
        order_flips((earlier, &place(earlier, &options)), (graph, &place(graph, &options))).0
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        #[test]
        fn nodes_put_in_change_no_order(graph in graphs(), picks in prop::collection::vec(0..64usize, 1..5)) {
            let mut longer = graph.clone();
            for (at, &pick) in picks.iter().enumerate() {
                let Some(mut next) = with_node(&longer, pick) else { return Ok(()) };
                next.nodes.iter_mut().filter(|node| node.id == "new").for_each(|node| node.id = format!("new-{at}"));
                longer = next;
            }
            let longer = after(longer, &graph);
            if is_without_cycle(&graph) {
                prop_assert_eq!(flips(&graph, &longer), 0);
            }
            prop_assert_eq!(check(&longer, &place(&longer, &Options::default())), []);
        }

        #[test]
        fn what_is_left_keeps_its_order(graph in graphs(), gone in 0..64usize) {
            if !is_without_cycle(&graph) {
                return Ok(());
            }
            let mut shorter = graph.clone();
            let gone = gone % shorter.nodes.len();
            shorter.flows.retain(|flow| flow.from != gone && flow.to != gone);
            let shorter = after(shorter, &graph);
            prop_assert_eq!(flips(&graph, &shorter), 0);
        }
    }

    #[test]
    fn a_refusal_put_in_shares_the_row_of_one_that_was_there() {
        let mut earlier = boxes(7, &[(0, 1), (1, 2), (2, 3), (3, 4), (3, 5), (5, 6)]);
        earlier.main_path = vec![0, 1, 2, 3, 4];
        // Node 7 is put in behind the first; it refuses at 8, which ends in 9.
        let mut longer = boxes(10, &[(0, 7), (7, 8), (8, 9), (7, 1), (1, 2), (2, 3), (3, 4), (3, 5), (5, 6)]);
        longer.main_path = vec![0, 7, 1, 2, 3, 4];
        let work = Work::new(&after(longer, &earlier), &Options::default());
        let arcs = orient(&work);
        let stood = Stood::of(&work, &arcs).expect("an earlier drawing");
        let rows = plan(&work, &arcs, &stood).rows;
        assert_eq!(rows, [0, 0, 0, 0, 0, 1, 1, 0, 1, 1]);
    }

    #[test]
    fn a_step_that_the_text_moves_moves_in_the_drawing() {
        let earlier = boxes(6, &[(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)]);
        let moved = after(boxes(6, &[(0, 2), (2, 3), (3, 4), (4, 1), (1, 5)]), &earlier);
        let layout = place(&moved, &Options::default());
        let mut order: Vec<(i32, usize)> =
            layout.sheets[0].nodes.iter().map(|placed| (placed.rect.x, placed.node)).collect();
        order.sort_unstable();
        assert_eq!(order.iter().map(|(_, node)| *node).collect::<Vec<_>>(), [0, 2, 3, 4, 1, 5]);
        assert_eq!(super::super::passed(&moved, &layout).len(), 1);
    }

    #[test]
    fn nodes_in_one_cell_of_an_earlier_drawing_get_cells_of_their_own() {
        let mut graph = boxes(4, &[(0, 1), (1, 2), (2, 3)]);
        graph.nodes.iter_mut().for_each(|node| node.stood = Some(Rect { x: 10, y: 10, w: 20, h: 20 }));
        assert_eq!(check(&graph, &place(&graph, &Options::default())), []);
    }
}
