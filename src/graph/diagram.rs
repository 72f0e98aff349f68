//! A system path as a BPMN collaboration: pools with sequence flow inside and message flow between.
//!
//! Source of the rules: BPMN 2.0.2, tables 7.3 and 7.4: sequence flow never crosses a pool, message flow never stays
//! in one; a gateway and a start event send no message, a gateway and an end event receive none. Where the text asks
//! for such a flow, a message event stands at the crossing. Section 10.5.4: an intermediate event has flow before and
//! behind it; what begins the part of a pool is a start event, what ends it an end event.

use super::build::{Growing, name_of, successful, term};
use super::types::{FlowGraph, FlowKind, FlowNode, Lane, NodeKind, Notation};
use crate::model::{Branch, ChannelKind, Item, ItemKind, ParticipantKind, SystemPath, Target, Way};
use petgraph::visit::{EdgeFiltered, EdgeRef};
use std::collections::{BTreeMap, BTreeSet};

/// Builds the graph of a system path. Total.
pub(super) fn build(path: &SystemPath) -> FlowGraph {
    let order = lane_order(path);
    let lanes = order
        .iter()
        .map(|index| Lane { id: path.participants[*index].id.clone(), name: path.participants[*index].name.clone() })
        .collect();
    let lane_of = |participant: usize| order.iter().position(|index| *index == participant).unwrap_or(0);
    let applicant = path.participants.iter().position(|one| one.kind == ParticipantKind::Applicant).map(lane_of);
    let has_document = is_given_electronically(path);
    let mut diagram = Diagram {
        growing: Growing::new(lanes, path.items.iter().map(|item| &item.id.value)),
        items: Vec::new(),
        entries: BTreeMap::new(),
        applicant,
        has_document,
        beside: BTreeMap::new(),
        answers: BTreeMap::new(),
        ways_back: BTreeSet::new(),
        received: None,
        end: None,
    };
    let home = applicant.unwrap_or_else(|| lane_of(path.items[0].at[0]));
    let start = diagram.growing.derived("start", NodeKind::Start, home);
    for (at, item) in path.items.iter().enumerate() {
        let node = diagram.growing.node(element(at, item, lane_of));
        diagram.items.push(node);
    }
    for (at, item) in path.items.iter().enumerate() {
        diagram.await_answers(at, item, lane_of);
    }
    diagram.connect(start, diagram.items[0], None);
    for (at, item) in path.items.iter().enumerate() {
        for way in &item.ways {
            diagram.follow(at, way);
        }
    }
    for (at, item) in path.items.iter().enumerate() {
        for further in &item.at[1..] {
            diagram.also_at(diagram.items[at], lane_of(*further));
        }
    }
    let main_path = diagram.main_path(start, path);
    diagram.join_events(&main_path);
    diagram.growing.finish(Notation::Diagram, main_path)
}

/// Whether what the applicant receives is an electronic document: it comes through the portal and from a system. People
/// and offices hand out paper, whichever way was taken to apply.
fn is_given_electronically(path: &SystemPath) -> bool {
    let is_by_hand = |item: &Item| {
        matches!(path.participants[item.at[0]].kind, ParticipantKind::Person | ParticipantKind::Organisation)
    };
    let last = path.items.iter().rfind(|item| item.ways.iter().any(|way| way.to == Target::End));
    matches!(path.channel, None | Some(ChannelKind::Portal)) && !last.is_some_and(is_by_hand)
}

/// The applicant on top, the others as the definition lists them: in the order of their first appearance.
fn lane_order(path: &SystemPath) -> Vec<usize> {
    let is_applicant = |index: &usize| path.participants[*index].kind == ParticipantKind::Applicant;
    let (mut order, others): (Vec<usize>, Vec<usize>) = (0..path.participants.len()).partition(is_applicant);
    order.extend(others);
    order
}

fn element(at: usize, item: &Item, lane_of: impl Fn(usize) -> usize) -> FlowNode {
    let mut places: Vec<usize> = item.at.iter().map(|place| lane_of(*place)).collect();
    let (lane, actor) = (places[0], lane_of(item.by));
    // Where it happens at several participants and no other acts, each of them does.
    let actors = if actor == lane { std::mem::take(&mut places) } else { vec![actor] };
    places.retain(|place| *place != actor);
    FlowNode {
        id: item.id.to_string(),
        kind: if item.kind == ItemKind::Condition { NodeKind::Gateway } else { NodeKind::Task },
        lane,
        actors,
        places,
        element: Some(at),
        number: if item.kind == ItemKind::Plain { None } else { name_of(&item.marker) },
        label: item.label.clone(),
        text: Some(item.text.clone()),
        term: term(item.duration.as_ref()),
        further: Vec::new(),
    }
}

struct Diagram {
    growing: Growing,
    /// The node of each item.
    items: Vec<usize>,
    /// For a condition that is checked at several participants: the event before it that hears the answer of each other
    /// one, the first of them by the gateway.
    entries: BTreeMap<usize, Vec<usize>>,
    /// The applicant's lane.
    applicant: Option<usize>,
    has_document: bool,
    /// The events beside a node, by what they do there: `in`, `out`, `yes`, `no`.
    beside: BTreeMap<(usize, &'static str), usize>,
    /// The event before a gateway that hears the answer of a lane.
    answers: BTreeMap<(usize, usize), usize>,
    /// Flows to an item that came before, by their ends.
    ways_back: BTreeSet<(usize, usize)>,
    /// Where the applicant receives what others made.
    received: Option<usize>,
    /// The one end of success.
    end: Option<usize>,
}

impl Diagram {
    fn follow(&mut self, item: usize, way: &Way) {
        let from = self.items[item];
        match way.to {
            Target::Element(at) => {
                let ends = self.connect(from, self.items[at], way.branch);
                if at <= item {
                    self.ways_back.insert(ends);
                }
            }
            Target::Refused => {
                // A refusal ends in its own band.
                let lane = self.growing.at(from).lane;
                let id = format!("{}-end", self.growing.at(from).id);
                let end = self.growing.derived(id, NodeKind::EndMessage, lane);
                self.growing.flow(from, end, FlowKind::Sequence, way.branch);
            }
            Target::End => self.succeed(from, way.branch),
        }
    }

    /// What the applicant receives, and the end.
    fn succeed(&mut self, from: usize, branch: Option<Branch>) {
        let lane = self.applicant.unwrap_or(self.growing.at(from).lane);
        if self.growing.at(from).lane == lane {
            let end = self.end(lane, from);
            self.growing.flow(from, end, FlowKind::Sequence, branch);
            return;
        }
        let received = match self.received {
            Some(received) => received,
            None => {
                let received = self.growing.derived("received", NodeKind::Catch, lane);
                self.received = Some(received);
                let end = self.end(lane, received);
                self.growing.flow(received, end, FlowKind::Sequence, None);
                received
            }
        };
        self.connect(from, received, branch);
    }

    /// The one end of success, with the document beside `giver`.
    fn end(&mut self, lane: usize, giver: usize) -> usize {
        if let Some(end) = self.end {
            return end;
        }
        let end = self.growing.derived("end", NodeKind::EndNone, lane);
        self.end = Some(end);
        if self.has_document {
            let document = self.growing.derived("document", NodeKind::Document, lane);
            self.growing.flow(giver, document, FlowKind::Association, None);
        }
        end
    }

    /// A flow of the text: inside a pool as it is, between pools by message. Gives the nodes that it joins.
    fn connect(&mut self, from: usize, to: usize, branch: Option<Branch>) -> (usize, usize) {
        let to = self.entries.get(&to).map_or(to, |events| events[0]);
        if self.growing.at(from).lane == self.growing.at(to).lane {
            self.growing.flow(from, to, FlowKind::Sequence, branch);
            return (from, to);
        }
        let sender = self.sender(from, branch);
        let receiver = self.receiver(to);
        self.growing.flow(sender, receiver, FlowKind::Message, None);
        (sender, receiver)
    }

    /// The node that may send a message for `from`: itself, or a throwing event after it.
    fn sender(&mut self, from: usize, branch: Option<Branch>) -> usize {
        let node = self.growing.at(from);
        if !matches!(node.kind, NodeKind::Gateway | NodeKind::Start) {
            return from;
        }
        let suffix = match branch {
            Some(Branch::Yes) => "yes",
            Some(Branch::No) => "no",
            None => "out",
        };
        let (id, lane) = (format!("{}-{suffix}", node.id), node.lane);
        if let Some(sender) = self.beside.get(&(from, suffix)) {
            return *sender;
        }
        let sender = self.growing.derived(id, NodeKind::Throw, lane);
        self.beside.insert((from, suffix), sender);
        self.growing.flow(from, sender, FlowKind::Sequence, branch);
        sender
    }

    /// The node that may receive a message for `to`: itself, or a catching event before it.
    fn receiver(&mut self, to: usize) -> usize {
        let node = self.growing.at(to);
        // An event that waits for an answer hears no other message.
        let waits = self.entries.values().any(|events| events.contains(&to));
        if node.kind != NodeKind::Gateway && !waits {
            return to;
        }
        let (id, lane) = (format!("{}-in", node.id), node.lane);
        if let Some(receiver) = self.beside.get(&(to, "in")) {
            return *receiver;
        }
        let receiver = self.growing.derived(id, NodeKind::Catch, lane);
        self.beside.insert((to, "in"), receiver);
        self.growing.flow(receiver, to, FlowKind::Sequence, None);
        receiver
    }

    /// Before a condition that is checked at several participants stands an event for the answer of each other one.
    fn await_answers(&mut self, at: usize, item: &Item, lane_of: impl Fn(usize) -> usize) {
        let gateway = self.items[at];
        let lane = self.growing.at(gateway).lane;
        let others: Vec<usize> =
            item.at[1..].iter().map(|other| lane_of(*other)).filter(|other| *other != lane).collect();
        if item.kind != ItemKind::Condition || others.is_empty() {
            return;
        }
        let mut events = Vec::new();
        for other in others {
            let id = format!("{}-{}-answer", self.growing.at(gateway).id, self.growing.lanes[other].id);
            let event = self.growing.derived(id, NodeKind::Catch, lane);
            self.answers.insert((gateway, other), event);
            events.push(event);
        }
        for pair in events.windows(2) {
            self.growing.flow(pair[0], pair[1], FlowKind::Sequence, None);
        }
        self.growing.flow(events[events.len() - 1], gateway, FlowKind::Sequence, None);
        self.entries.insert(gateway, events);
    }

    /// An item that happens at several participants: what asks for it reaches the others too, and they answer.
    fn also_at(&mut self, item: usize, lane: usize) {
        let node = self.growing.at(item);
        if node.lane == lane {
            return;
        }
        let is_task = node.kind == NodeKind::Task;
        let id = format!("{}-{}", node.id, self.growing.lanes[lane].id);
        let asker = if is_task { Some(item) } else { self.asker(item) };
        let heard = self.growing.derived(id.clone(), NodeKind::Catch, lane);
        if let Some(asker) = asker {
            self.growing.flow(asker, heard, FlowKind::Message, None);
        }
        let answer = self.growing.derived(format!("{id}-out"), NodeKind::Throw, lane);
        self.growing.flow(heard, answer, FlowKind::Sequence, None);
        let ear = if is_task { Some(item) } else { self.answers.get(&(item, lane)).copied() };
        if let Some(ear) = ear {
            self.growing.flow(answer, ear, FlowKind::Message, None);
        }
    }

    /// Events that send and events that receive, in one pool: who has sent waits for what comes back. What nothing in its
    /// pool comes before begins it, what nothing follows ends it. Who hears again because a condition led back had not
    /// waited for that: else what was passed would seem to be checked twice.
    fn join_events(&mut self, main_path: &[usize]) {
        for heard in self.dangling(NodeKind::Catch, petgraph::Direction::Incoming) {
            let ahead = EdgeFiltered::from_fn(&self.growing.graph, |edge| {
                !self.ways_back.contains(&(edge.source().index(), edge.target().index()))
            });
            let sent = self.dangling(NodeKind::Throw, petgraph::Direction::Outgoing).into_iter().rev().find(|&sent| {
                self.growing.at(sent).lane == self.growing.at(heard).lane
                    && main_path.contains(&sent)
                    && petgraph::algo::has_path_connecting(&ahead, at_index(sent), at_index(heard), None)
            });
            match sent {
                Some(sent) => self.growing.flow(sent, heard, FlowKind::Sequence, None),
                None => self.growing.graph[at_index(heard)].kind = NodeKind::Start,
            }
        }
        for sent in self.dangling(NodeKind::Throw, petgraph::Direction::Outgoing) {
            self.growing.graph[at_index(sent)].kind = NodeKind::EndMessage;
        }
    }

    /// Events of a kind that no sequence flow joins to their pool on one side.
    fn dangling(&self, kind: NodeKind, side: petgraph::Direction) -> Vec<usize> {
        let graph = &self.growing.graph;
        let is_joined = |index| graph.edges_directed(index, side).any(|edge| edge.weight().kind == FlowKind::Sequence);
        let all = graph.node_indices().filter(|index| graph[*index].kind == kind && !is_joined(*index));
        all.map(|index| index.index()).collect()
    }

    /// The node outside events from which the flow reaches a gateway, able to send.
    fn asker(&mut self, gateway: usize) -> Option<usize> {
        let mut at = gateway;
        for _ in 0..3 {
            let before = self.growing.graph.neighbors_directed(at_index(at), petgraph::Direction::Incoming);
            at = before.map(|index| index.index()).min()?;
            let kind = self.growing.at(at).kind;
            if matches!(kind, NodeKind::Task | NodeKind::Throw) {
                return Some(at);
            }
            if matches!(kind, NodeKind::Gateway | NodeKind::Start) {
                return Some(self.sender(at, None));
            }
        }
        None
    }

    /// The successful path with its events.
    fn main_path(&self, start: usize, path: &SystemPath) -> Vec<usize> {
        let ways: Vec<&[Way]> = path.items.iter().map(|item| item.ways.as_slice()).collect();
        let mut wanted = vec![start];
        wanted.extend(successful(&ways).into_iter().map(|at| self.items[at]));
        wanted.extend(self.end);
        let mut nodes = Vec::new();
        for pair in wanted.windows(2) {
            nodes.extend(self.between(pair[0], pair[1]));
        }
        nodes.extend(wanted.last());
        nodes
    }

    /// The first of two neighbours of the path, and the events between them.
    fn between(&self, from: usize, to: usize) -> Vec<usize> {
        let target = at_index(to);
        let mut found = vec![from];
        let mut at = at_index(from);
        for _ in 0..3 {
            if self.growing.graph.contains_edge(at, target) {
                return found;
            }
            let is_event = |index: &petgraph::graph::NodeIndex| {
                matches!(self.growing.graph[*index].kind, NodeKind::Catch | NodeKind::Throw)
                    && petgraph::algo::has_path_connecting(&self.growing.graph, *index, target, None)
            };
            let mut events: Vec<_> = self.growing.graph.neighbors(at).filter(is_event).collect();
            events.sort();
            let Some(event) = events.first() else { return found };
            found.push(event.index());
            at = *event;
        }
        found
    }
}

fn at_index(index: usize) -> petgraph::graph::NodeIndex {
    petgraph::graph::NodeIndex::new(index)
}
