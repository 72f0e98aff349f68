//! A plan in which nodes keep the order that they had in an earlier drawing.
//!
//! In: a graph, and where some of its nodes stood. Out: a plan in which no two of these have passed one another, along the flow
//! or, within a lane, across it.
//! Their columns and rows stay as they were; nodes that are new open others between them. Neither bends nor crossings
//! outweigh that: who asks for it compares two drawings.

mod rows;

use super::freedom::Freedom;
use super::p1_cycles::{Arc, orient, topological};
use super::p2_ranks::usual_span;
use super::plan::{Plan, without_gaps};
use super::stood::Stood;
use super::ways_back::WaysBack;
use super::work::Work;
use super::{cost, ease};
use rows::Rows;

const NONE: usize = usize::MAX;

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

/// The plan, or one with the old order where it lets nodes pass one another.
pub(super) fn in_old_order(work: &Work, plan: Plan) -> Plan {
    if work.nodes.iter().all(|node| node.stood.is_none()) {
        return plan;
    }
    let (arcs, stood) = as_stood(work);
    if stood.is_kept_by(&plan) { plan } else { best(work, &arcs, &stood) }
}

/// The arcs, and where nodes stood. No path is guessed here: it might be another than before, which an old order leaves no
/// room for. Where a path that was guessed then led ahead along a way back, its arcs are not turned now.
fn as_stood(work: &Work) -> (Vec<Arc>, Stood) {
    let ahead = orient(work);
    let back = WaysBack::of(work, &ahead).arcs;
    let [back, ahead] = [back, ahead].map(|arcs| {
        let stood = Stood::of(work, &arcs);
        (arcs, stood)
    });
    if ahead.1.kept() > back.1.kept() { ahead } else { back }
}

/// The best plan with the old order, the new nodes between what they join.
fn best(work: &Work, arcs: &[Arc], stood: &Stood) -> Plan {
    let mut least: Option<(i64, Plan)> = None;
    for manner in MANNERS {
        let plan = ease::ease(work, arcs, first(work, arcs, stood, manner), Some(stood), ease::GAIN);
        let limit = least.as_ref().map_or(i64::MAX, |(cost, _)| *cost);
        if let Some((cost, _)) = cost::of_plan(work, &plan, limit) {
            least = Some((cost, plan));
        }
    }
    least.map_or_else(|| first(work, arcs, stood, MANNERS[0]), |(_, plan)| plan)
}

/// A plan with the old order, before anything is moved that bends.
fn first(work: &Work, arcs: &[Arc], stood: &Stood, manner: Manner) -> Plan {
    let ranks = ranks(work, arcs, stood, manner);
    let mut rows = Rows::of(work, stood, &ranks);
    let mut new: Vec<usize> = (0..work.nodes.len()).filter(|&node| stood.column(node).is_none()).collect();
    new.sort_by_key(|&node| ranks[node]);
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
            let is_old = |from: usize| stood.column(from).is_some() && stood.column(node).is_some();
            let ahead = into[node].iter().map(|&at| (arcs[at].from, spans[at]));
            let ahead = ahead.filter(|&(from, _)| !is_old(from) && steps[from] <= steps[node]);
            ahead.map(|(from, span)| ranks[from] + span).max().unwrap_or(0)
        };
        if stood.column(group[0]).is_none() {
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
    let mut steps: Vec<Step> = vec![(0, 0, false); into.len()];
    for &node in sorted {
        let before = into[node].iter().map(|&at| steps[arcs[at].from]);
        steps[node] = match stood.column(node) {
            None => before.map(|(column, part, _)| (column, part, true)).max().unwrap_or_default(),
            Some(column) => {
                let within = before.filter(|step| step.0 == column + 1);
                (column + 1, within.map(|(_, part, is_new)| part + usize::from(is_new)).max().unwrap_or(0), false)
            }
        };
    }
    steps
}

/// New nodes that nothing leads to stand right before what they lead to.
fn follow(arcs: &[Arc], stood: &Stood, spans: &[usize], (into, order): (&[Vec<usize>], &[usize]), ranks: &mut [usize]) {
    let mut high = vec![NONE; ranks.len()];
    for &node in order.iter().rev() {
        if into[node].is_empty() && stood.column(node).is_none() && high[node] != NONE {
            ranks[node] = ranks[node].max(high[node]);
        }
        for &at in &into[node] {
            let from = arcs[at].from;
            high[from] = high[from].min(ranks[node].saturating_sub(spans[at]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::graph::{Options, SizedGraph};
    use super::super::measure::order_flips;
    use super::super::placed::Layout;
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
        let (arcs, stood) = as_stood(&work);
        let rows = best(&work, &arcs, &stood).rows;
        assert_eq!(rows, [0, 0, 0, 0, 0, 1, 1, 0, 1, 1]);
    }

    /// From 4 one comes back to 2 by way of 5 and 6, which stood ahead of it.
    #[test]
    fn a_way_back_that_was_drawn_ahead_stays_so() {
        let earlier = boxes(8, &[(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 6), (6, 2), (4, 7)]);
        let mut longer = boxes(9, &[(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 8), (8, 6), (6, 2), (4, 7)]);
        longer.nodes.iter_mut().zip([0, 1, 2, 3, 4, 5, 6, 5]).enumerate().for_each(|(at, (node, column))| {
            let row = i32::from(at == 5 || at == 6);
            node.stood = Some(Rect { x: column * 200, y: row * 100, w: 100, h: 60 });
        });
        let order = |layout: &Layout| {
            let mut order: Vec<(i32, i32)> =
                layout.sheets[0].nodes.iter().map(|placed| (placed.rect.x, placed.rect.y)).collect();
            order.truncate(earlier.nodes.len());
            order
        };
        let places = order(&place(&longer, &Options::default()));
        assert!(places[4].0 < places[5].0 && places[5].0 < places[6].0, "{places:?}");
        assert!(places[5].1 > places[4].1 && places[5].1 == places[6].1, "{places:?}");
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
