//! Graphs made by rule: one seed, one graph. The tests use them, and the bench of the layout.

use reglament::base::{Px, Size};
use reglament::layout::{Axis, FlowKind, Shape, SizedFlow, SizedGraph, SizedLane, SizedNode};

/// A plain sequence of numbers that look random (Numerical Recipes).
pub struct Numbers(u32);

impl Numbers {
    pub fn new(seed: u32) -> Numbers {
        Numbers(seed)
    }

    /// Below `count`.
    pub fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) as usize % count.max(1)
    }
}

/// A graph that grows.
pub struct Builder {
    pub graph: SizedGraph,
}

impl Builder {
    pub fn new(axis: Axis, lanes: usize) -> Builder {
        let lane = |at: usize| SizedLane { id: format!("l{at}"), header: 30, breadth_min: 1 };
        let lanes = (0..lanes).map(lane).collect();
        Builder { graph: SizedGraph { axis, lanes, nodes: vec![], flows: vec![], main_path: vec![] } }
    }

    /// Adds a node of the usual size of its shape.
    pub fn node(&mut self, shape: Shape, lane: usize) -> usize {
        let at = self.graph.nodes.len();
        self.graph.nodes.push(SizedNode {
            id: format!("n{at}"),
            lane,
            shape,
            size: usual(shape),
            label: None,
            stood: None,
        });
        at
    }

    /// Adds a flow; the label is as long as that many letters.
    pub fn flow(&mut self, from: usize, to: usize, letters: Px) {
        let at = self.graph.flows.len();
        let label = (letters > 0).then(|| Size::new(7 * letters, 14));
        self.graph.flows.push(SizedFlow { id: format!("f{at}"), from, to, kind: FlowKind::Sequence, label });
    }

    /// Adds a message without a label.
    pub fn message(&mut self, from: usize, to: usize) {
        let id = format!("f{}", self.graph.flows.len());
        self.graph.flows.push(SizedFlow { id, from, to, kind: FlowKind::Message, label: None });
    }
}

/// The usual size of a shape.
pub fn usual(shape: Shape) -> Size {
    match shape {
        Shape::Box => Size::new(120, 60),
        Shape::Diamond => Size::new(50, 50),
        Shape::Circle => Size::new(36, 36),
        Shape::Document => Size::new(80, 60),
    }
}

/// A process of about so many nodes: along the successful path runs of tasks, refusals that end, branches that join
/// again, and ways back to an earlier task; a third of the steps change the lane.
pub fn process(seed: u32, count: usize, lanes: usize) -> SizedGraph {
    let mut numbers = Numbers::new(seed);
    let mut built = Builder::new(Axis::Horizontal, lanes);
    let mut path = vec![built.node(Shape::Circle, 0)];
    let (mut lane, mut letters, mut tasks) = (0, 0, Vec::new());
    while built.graph.nodes.len() < count - 1 {
        let block = numbers.below(10);
        let here = hop(&mut numbers, lane, lanes);
        let last = path[path.len() - 1];
        if block < 5 || built.graph.nodes.len() > count - 7 {
            let task = built.node(Shape::Box, here);
            built.flow(last, task, letters);
            tasks.push(task);
            path.push(task);
            (lane, letters) = (here, 0);
            continue;
        }
        let gateway = built.node(Shape::Diamond, here);
        built.flow(last, gateway, letters);
        path.push(gateway);
        (lane, letters) = (here, 2);
        if block < 7 {
            let aside = hop(&mut numbers, here, lanes);
            let refusal = built.node(Shape::Box, aside);
            let end = built.node(Shape::Circle, aside);
            built.flow(gateway, refusal, 3);
            built.flow(refusal, end, 0);
        } else if block < 9 {
            let one = built.node(Shape::Box, here);
            let aside = hop(&mut numbers, here, lanes);
            let two = built.node(Shape::Box, aside);
            let join = built.node(Shape::Diamond, here);
            for (from, to, letters) in [(gateway, one, 2), (gateway, two, 3), (one, join, 0), (two, join, 0)] {
                built.flow(from, to, letters);
            }
            path.extend([one, join]);
            letters = 0;
        } else if !tasks.is_empty() {
            let back = 1 + numbers.below(tasks.len().min(8));
            built.flow(gateway, tasks[tasks.len().saturating_sub(back)], 5);
        }
    }
    let end = built.node(Shape::Circle, lane);
    built.flow(path[path.len() - 1], end, letters);
    path.push(end);
    built.graph.main_path = path;
    built.graph
}

/// The same process, in which each way back to a task leads through one to three steps, of which every third may stand in any lane.
pub fn correction(seed: u32, count: usize, lanes: usize) -> SizedGraph {
    let mut numbers = Numbers::new(!seed);
    let mut built = Builder { graph: process(seed, count, lanes) };
    for at in 0..built.graph.flows.len() {
        let (gateway, task) = (built.graph.flows[at].from, built.graph.flows[at].to);
        if task > gateway {
            continue;
        }
        let mut last = gateway;
        for _ in 0..1 + numbers.below(3) {
            let aside = if numbers.below(3) == 0 { numbers.below(lanes) } else { built.graph.nodes[gateway].lane };
            let step = built.node(Shape::Box, aside);
            match last == gateway {
                true => built.graph.flows[at].to = step,
                false => built.flow(last, step, 0),
            }
            last = step;
        }
        built.flow(last, task, 0);
    }
    built.graph
}

/// Ways that part and meet again, so many within one another at most, each of one or two steps; of three ways one takes any lane.
pub fn nested(seed: u32, depth: usize, lanes: usize) -> SizedGraph {
    let mut numbers = Numbers::new(seed);
    let mut built = Builder::new(Axis::Horizontal, lanes);
    let start = built.node(Shape::Circle, 0);
    let last = way(&mut built, &mut numbers, (start, 0), depth);
    let end = built.node(Shape::Circle, 0);
    built.flow(last, end, 0);
    built.graph
}

/// One way from a node, in a lane; its last node.
fn way(built: &mut Builder, numbers: &mut Numbers, (from, lane): (usize, usize), depth: usize) -> usize {
    let lanes = built.graph.lanes.len();
    let mut last = from;
    for _ in 0..1 + numbers.below(2) {
        let is_task = depth == 0 || numbers.below(3) == 0;
        let next = built.node(if is_task { Shape::Box } else { Shape::Diamond }, lane);
        built.flow(last, next, 0);
        last = next;
        if !is_task {
            let mut ends = Vec::new();
            for _ in 0..2 + numbers.below(2) {
                let aside = if numbers.below(3) == 0 { numbers.below(lanes) } else { lane };
                ends.push(way(built, numbers, (next, aside), depth - 1));
            }
            last = built.node(Shape::Diamond, lane);
            ends.into_iter().for_each(|end| built.flow(end, last, 0));
        }
    }
    last
}

/// The lane of the next step.
fn hop(numbers: &mut Numbers, lane: usize, lanes: usize) -> usize {
    if numbers.below(100) >= 35 {
        return lane;
    }
    let up = numbers.below(2) == 1;
    let far = 1 + usize::from(numbers.below(4) == 0);
    if up { lane.saturating_sub(far) } else { (lane + far).min(lanes - 1) }
}

/// Processes side by side, one in each lane, of so many nodes in all: each with refusals that end and ways aside that come back.
/// They talk by messages, each later on in both than the one before; of four, one is answered where it came from.
pub fn collaboration(seed: u32, count: usize, lanes: usize) -> SizedGraph {
    let mut numbers = Numbers::new(seed);
    let mut built = Builder::new(Axis::Horizontal, lanes);
    let paths: Vec<Vec<usize>> =
        (0..lanes).map(|lane| process_of_lane(&mut built, &mut numbers, lane, count / lanes)).collect();
    let mut at = vec![0; lanes];
    for _ in 0..count / 4 {
        let (from, to) = (numbers.below(lanes), numbers.below(lanes));
        for lane in [from, to] {
            at[lane] += numbers.below(3);
        }
        let (Some(&sender), Some(&receiver)) = (paths[from].get(at[from]), paths[to].get(at[to])) else { break };
        if from != to {
            built.message(sender, receiver);
            if numbers.below(4) == 0 {
                built.message(receiver, sender);
            }
        }
    }
    built.graph
}

/// A process within one lane; the nodes of its successful path but for gateways.
fn process_of_lane(built: &mut Builder, numbers: &mut Numbers, lane: usize, count: usize) -> Vec<usize> {
    let mut path = vec![built.node(Shape::Circle, lane)];
    let (mut last, mut made, mut letters) = (path[0], 2, 0);
    while made < count {
        let is_parted = count - made > 4 && numbers.below(4) == 0;
        let next = built.node(if is_parted { Shape::Diamond } else { Shape::Box }, lane);
        built.flow(last, next, letters);
        (last, letters) = (next, if is_parted { 2 } else { 0 });
        made += 1;
        if !is_parted {
            path.push(next);
            continue;
        }
        let aside = built.node(Shape::Box, lane);
        built.flow(next, aside, 3);
        let is_refusal = numbers.below(2) == 0;
        let end = built.node(if is_refusal { Shape::Circle } else { Shape::Diamond }, lane);
        built.flow(aside, end, 0);
        if !is_refusal {
            let beside = built.node(Shape::Box, lane);
            built.flow(next, beside, letters);
            built.flow(beside, end, 0);
            path.push(beside);
            (last, letters) = (end, 0);
        }
        path.push(aside);
        made += 3;
    }
    let end = built.node(Shape::Circle, lane);
    built.flow(last, end, letters);
    path.push(end);
    path
}
