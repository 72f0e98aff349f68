//! A provider path as a handbook: one column a unit, steps in order, pills at start and finish.

use super::build::{Growing, name_of, successful, term, term_for};
use super::types::{FlowGraph, FlowKind, FlowNode, Lane, NodeKind, Notation};
use crate::base::Text;
use crate::model::{ProviderPath, Step, Target, Unit, Way};

/// Builds the graph of a provider path. Total.
pub(super) fn build(path: &ProviderPath, units: &[Unit]) -> FlowGraph {
    // A unit that this variant does not use would be an empty column.
    let used: Vec<usize> = (0..units.len()).filter(|unit| path.steps.iter().any(|step| step.unit == *unit)).collect();
    let lane_of = |unit: usize| used.iter().position(|other| *other == unit).unwrap_or(0);
    let lanes = used.iter().map(|unit| Lane { id: units[*unit].id.clone(), name: units[*unit].name.clone() }).collect();
    let mut growing = Growing::new(lanes, path.steps.iter().map(|step| &step.id.value));
    let start = growing.derived("start", NodeKind::Terminator, lane_of(path.steps[0].unit));
    let mut nodes = Vec::new();
    for (at, step) in path.steps.iter().enumerate() {
        nodes.push(growing.node(FlowNode {
            id: step.id.to_string(),
            kind: if step.is_choice { NodeKind::Choice } else { NodeKind::Action },
            lane: lane_of(step.unit),
            actors: Vec::new(),
            places: Vec::new(),
            element: Some(at),
            number: name_of(&step.marker),
            label: Some(if step.is_choice {
                step.label.clone().unwrap_or(step.shown.clone())
            } else {
                step.shown.clone()
            }),
            text: Some(step.text.clone()),
            term: term(step.duration.as_ref()),
            further: further(step),
        }));
    }
    let last = path.steps.iter().rposition(|step| step.ways.iter().any(|way| !matches!(way.to, Target::Element(_))));
    let end_lane = last.map_or(0, |last| lane_of(path.steps[last].unit));
    let end = growing.derived("end", NodeKind::Terminator, end_lane);
    growing.flow(start, nodes[0], FlowKind::Sequence, None);
    for (at, step) in path.steps.iter().enumerate() {
        for way in &step.ways {
            let to = match way.to {
                Target::Element(next) => nodes[next],
                Target::End | Target::Refused => end,
            };
            growing.flow(nodes[at], to, FlowKind::Sequence, way.branch);
        }
    }
    let ways: Vec<&[Way]> = path.steps.iter().map(|step| step.ways.as_slice()).collect();
    let mut main_path = vec![start];
    main_path.extend(successful(&ways).into_iter().map(|at| nodes[at]));
    main_path.push(end);
    growing.finish(Notation::Handbook, main_path)
}

/// The terms that hold in a certain case, and the term of the result.
fn further(step: &Step) -> Vec<Text> {
    let extra = step.extra.iter().filter_map(|extra| {
        let duration = extra.duration.as_ref()?;
        Some(term_for(duration, extra.label.as_ref(), &extra.text))
    });
    let result = step.result.iter().filter_map(|result| {
        let duration = result.duration.as_ref()?;
        Some(term_for(duration, result.label.as_ref(), &result.text))
    });
    extra.chain(result).collect()
}
