//! Legends: which symbols, in whose words.
//!
//! In: the graph, what the act's own legend says, the theme's words. Out: the entries of a legend.
//! Holds: whatever the drawing holds is in its legend, in the act's words where the act has them, and looks as it does
//! in the drawing. Absent on purpose: refusals, which are told apart by their words.

use super::say;
use super::symbols::Trigger;
use crate::base::{Lang, Text};
use crate::graph::{FlowGraph, FlowKind, NodeKind, Notation, OtherEvent};
use crate::model::{Legend, LegendItem, LegendShow, Symbol};
use crate::theme::{Both, Drawing};
use std::collections::BTreeSet;

/// What a drawing's legend is to show, and the act's words for it.
#[derive(Debug, Clone, Default)]
pub struct LegendPlan {
    /// The act's heading; the theme's where there is none.
    pub heading: Option<Text>,
    pub show: LegendShow,
    /// The act's entries, in its order.
    pub items: Vec<LegendItem>,
}

impl From<&Legend> for LegendPlan {
    fn from(legend: &Legend) -> LegendPlan {
        LegendPlan { heading: legend.heading.clone(), show: legend.show, items: legend.items.clone() }
    }
}

const DIAGRAM: [Symbol; 12] = [
    Symbol::StartMessage,
    Symbol::EndMessage,
    Symbol::IntermediateMessage,
    Symbol::EndNone,
    Symbol::EndError,
    Symbol::IntermediateTimer,
    Symbol::Participant,
    Symbol::Task,
    Symbol::ExclusiveGateway,
    Symbol::MessageFlow,
    Symbol::SequenceFlow,
    Symbol::DataObjectOutput,
];

/// The form of the acts; that with a choice has one more.
const HANDBOOK: [Symbol; 3] = [Symbol::Terminator, Symbol::Action, Symbol::Arrow];

/// One row of a legend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// How its id ends.
    pub name: &'static str,
    pub figure: Figure,
    pub words: String,
}

/// What a row shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Figure {
    Symbol(Symbol),
    /// Intermediate events as the drawing holds them: received, sent, or both.
    Events(Vec<Trigger>),
    /// The clock before a term.
    Clock,
    /// The lettered circle at which a line goes on elsewhere.
    Connector,
}

/// The rows: the act's own first, then what else the drawing holds. `is_cut` is a drawing whose lines go on on other
/// sheets.
pub(super) fn entries(
    graph: &FlowGraph,
    is_cut: bool,
    plan: &LegendPlan,
    theme: &Drawing,
    language: Lang,
) -> Vec<Entry> {
    let used = used(graph);
    let is_shown = |symbol: Symbol| plan.show == LegendShow::Full || used.contains(&symbol);
    let entry = |symbol: Symbol, words: &str| Entry {
        name: symbol.name(),
        figure: figure(symbol, graph),
        words: words.to_owned(),
    };
    let own = plan.items.iter().filter(|item| is_shown(item.element));
    let mut entries: Vec<Entry> = own.map(|item| entry(item.element, say(&item.text, language))).collect();
    let mut added = used;
    if plan.items.is_empty() && plan.show == LegendShow::Full {
        added.extend(match graph.notation {
            Notation::Diagram => DIAGRAM.as_slice(),
            Notation::Handbook => HANDBOOK.as_slice(),
        });
    }
    for item in &plan.items {
        added.remove(&item.element);
    }
    entries.extend(added.into_iter().map(|symbol| entry(symbol, words_of(symbol, theme, language))));
    let mut sign = |name, figure, words: &Both| {
        entries.push(Entry { name, figure, words: words.get(language).to_owned() });
    };
    if graph.notation == Notation::Handbook && has_terms(graph) {
        sign("term", Figure::Clock, &theme.legend.term);
    }
    if is_cut {
        sign("connector", Figure::Connector, &theme.legend.connector);
    }
    entries
}

/// A symbol as this drawing shows it.
fn figure(symbol: Symbol, graph: &FlowGraph) -> Figure {
    match symbol {
        Symbol::IntermediateMessage => Figure::Events(triggers(graph)),
        // No node waits for a time: what a drawing says of time, it says beside its clocks.
        Symbol::IntermediateTimer if has_terms(graph) => Figure::Clock,
        _ => Figure::Symbol(symbol),
    }
}

fn has_terms(graph: &FlowGraph) -> bool {
    graph.nodes().any(|node| node.terms().next().is_some())
}

/// How intermediate events look: as the drawing holds them, or received where it holds none.
fn triggers(graph: &FlowGraph) -> Vec<Trigger> {
    let holds = |kind: NodeKind| graph.nodes().any(|node| node.kind == kind);
    match (holds(NodeKind::Catch), holds(NodeKind::Throw)) {
        (true, true) => vec![Trigger::Received, Trigger::Sent],
        (false, true) => vec![Trigger::Sent],
        _ => vec![Trigger::Received],
    }
}

/// Every symbol that the drawing of a graph holds, in the order of the notation.
pub(super) fn used(graph: &FlowGraph) -> BTreeSet<Symbol> {
    let mut used: BTreeSet<Symbol> = graph.nodes().filter_map(|node| of_node(node.kind)).collect();
    used.extend(graph.flows().filter_map(|(_, _, flow)| of_flow(flow.kind, graph.notation)));
    if graph.notation == Notation::Diagram && !graph.lanes.is_empty() {
        used.insert(Symbol::Participant);
    }
    // A term stands in its box with a clock, and the notation has one symbol with a clock.
    if graph.notation == Notation::Diagram && has_terms(graph) {
        used.insert(Symbol::IntermediateTimer);
    }
    used
}

/// The entry of a node; none for events that no text leads to, save those that have one all the same.
pub(super) fn of_node(kind: NodeKind) -> Option<Symbol> {
    Some(match kind {
        NodeKind::Start => Symbol::StartMessage,
        NodeKind::Task => Symbol::Task,
        NodeKind::Gateway => Symbol::ExclusiveGateway,
        NodeKind::Catch | NodeKind::Throw => Symbol::IntermediateMessage,
        NodeKind::EndMessage => Symbol::EndMessage,
        NodeKind::EndNone => Symbol::EndNone,
        NodeKind::Document => Symbol::DataObjectOutput,
        NodeKind::Terminator => Symbol::Terminator,
        NodeKind::Action => Symbol::Action,
        NodeKind::Choice => Symbol::Choice,
        NodeKind::Other(OtherEvent::IntermediateTimer) => Symbol::IntermediateTimer,
        NodeKind::Other(OtherEvent::EndError) => Symbol::EndError,
        NodeKind::Other(_) => return None,
    })
}

/// An association has no entry: it belongs to its document.
fn of_flow(kind: FlowKind, notation: Notation) -> Option<Symbol> {
    match (kind, notation) {
        (FlowKind::Association, _) => None,
        (_, Notation::Handbook) => Some(Symbol::Arrow),
        (FlowKind::Sequence, Notation::Diagram) => Some(Symbol::SequenceFlow),
        (FlowKind::Message, Notation::Diagram) => Some(Symbol::MessageFlow),
    }
}

/// The theme's words for a symbol.
pub(super) fn words_of(symbol: Symbol, theme: &Drawing, language: Lang) -> &str {
    let words = &theme.legend;
    let both = match symbol {
        Symbol::StartMessage => &words.start_message,
        Symbol::EndMessage => &words.end_message,
        Symbol::IntermediateMessage => &words.intermediate_message,
        Symbol::EndNone => &words.end_none,
        Symbol::EndError => &words.end_error,
        Symbol::IntermediateTimer => &words.intermediate_timer,
        Symbol::Participant => &words.participant,
        Symbol::Task => &words.task,
        Symbol::ExclusiveGateway => &words.exclusive_gateway,
        Symbol::MessageFlow => &words.message_flow,
        Symbol::SequenceFlow => &words.sequence_flow,
        Symbol::DataObjectOutput => &words.data_object_output,
        Symbol::Terminator => &words.terminator,
        Symbol::Action => &words.action,
        Symbol::Choice => &words.choice,
        Symbol::Arrow => &words.arrow,
    };
    both.get(language)
}
