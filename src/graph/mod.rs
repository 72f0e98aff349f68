//! The flow graph of one path. petgraph stays inside.
//!
//! In: a `ProviderPath` or a `SystemPath`. Out: a [`FlowGraph`], with starts, ends, message events and the final
//! document derived. Holds: sequence flow never leaves a lane of a diagram, message flow always does.
//! Absent on purpose: sizes and places, which begin in `layout`.

mod build;
mod check;
mod diagram;
mod handbook;
mod types;
mod walk;

pub use types::{Flow, FlowGraph, FlowKind, FlowNode, Lane, NodeKind, Notation, OtherEvent};
pub use walk::{Onward, Stop, Walk, walk};

use crate::base::{Finding, Span};
use crate::model::{ProviderPath, SystemPath, Unit};

/// The functional-interaction diagram of a system path.
pub fn of_system_path(path: &SystemPath) -> FlowGraph {
    diagram::build(path)
}

/// The business-process handbook of a provider path.
pub fn of_provider_path(path: &ProviderPath, units: &[Unit]) -> FlowGraph {
    handbook::build(path, units)
}

/// What is wrong with the shape of a system path: items that nothing leads to, loops without a way out.
pub fn check_system_path(path: &SystemPath) -> Vec<Finding> {
    let spans: Vec<Span> = path.items.iter().map(|item| item.id.span).collect();
    check::check(&of_system_path(path), &spans)
}

/// The same for a provider path.
pub fn check_provider_path(path: &ProviderPath, units: &[Unit]) -> Vec<Finding> {
    let spans: Vec<Span> = path.steps.iter().map(|step| step.id.span).collect();
    check::check(&of_provider_path(path, units), &spans)
}
