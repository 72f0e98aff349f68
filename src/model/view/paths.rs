//! Provider paths, their restatement, and system paths with their flow.

use super::{maybe, paragraph_before, said};
use crate::model::types::{
    Block, Branch, Extra, Item, ItemKind, ProviderPath, Regulation, Restated, ResultsPlace, Role, Shown,
    StatedDuration, Step, StepResult, SystemPath, Target, Way,
};
use crate::wording::duration::{Calendar, Unit};
use serde_json::{Value, json};

pub(super) fn provider_paths(regulation: &Regulation) -> Value {
    regulation
        .provider_paths
        .iter()
        .enumerate()
        .map(|(at, path)| {
            let paragraph =
                paragraph_before(regulation, |block| matches!(block, Block::Steps(paths) if paths.contains(&at)));
            object!({
                "id": &path.id,
                "variant": variant(path),
                "paragraph": &paragraph.map(|(number, _)| number),
                "steps": path.steps.iter().map(|step| self::step(regulation, step)).collect::<Vec<_>>(),
                "total_term": path.total_term.as_ref().map(|total| object!({
                    "text": said(&total.text),
                    "duration": duration(Some(&total.duration)),
                })),
                "sum_of_steps": sum(&path.steps),
                "step_count": &path.steps.len(),
            })
        })
        .collect()
}

/// The heading of a variant without its colon.
fn variant(path: &ProviderPath) -> Value {
    let heading = path.variant.as_ref();
    heading.map_or(Value::Null, |text| said(&text.map(|_, words| Some(words.trim_end_matches(':').to_owned()))))
}

fn step(regulation: &Regulation, step: &Step) -> Value {
    object!({
        "id": &step.id,
        "n": &step.n,
        "marker": said(&step.marker),
        "unit": &regulation.units[step.unit].id,
        "label": maybe(step.label.as_ref()),
        "text": said(&step.text),
        "actor": maybe(step.actor.as_ref()),
        "actor_nominative": maybe(step.actor_nominative.as_ref()),
        "duration": duration(step.duration.as_ref()),
        "action": said(&step.action),
        "result": result(step.result.as_ref()),
        "extra_terms": extra(&step.extra),
        "ways": &step.ways,
    })
}

fn duration(stated: Option<&StatedDuration>) -> Value {
    stated.map_or(Value::Null, |stated| json!(stated))
}

fn result(result: Option<&StepResult>) -> Value {
    result.map_or(Value::Null, |result| {
        let marker = if result.marker.is_empty() { Value::Null } else { said(&result.marker) };
        let mut view = object!({ "marker": marker, "text": said(&result.text) });
        if result.duration.is_some() {
            view["duration"] = duration(result.duration.as_ref());
        }
        view
    })
}

fn extra(all: &[Extra]) -> Value {
    all.iter()
        .map(|extra| object!({ "text": said(&extra.text), "duration": duration(extra.duration.as_ref()) }))
        .collect()
}

/// Step terms added up by unit; months and years do not occur in steps.
fn sum(steps: &[Step]) -> Value {
    let (mut minutes, mut calendar_days, mut working_days) = (0u64, 0u64, 0u64);
    for value in steps.iter().filter_map(|step| step.duration.as_ref()).map(|stated| &stated.value) {
        match (value.unit, value.calendar) {
            (Unit::Minute, _) => minutes += u64::from(value.value),
            (Unit::Hour, _) => minutes += 60 * u64::from(value.value),
            (Unit::Day, Some(Calendar::Working)) => working_days += u64::from(value.value),
            (Unit::Day, _) => calendar_days += u64::from(value.value),
            (Unit::Month | Unit::Year, _) => {}
        }
    }
    object!({ "minutes": &minutes, "calendar_days": &calendar_days, "working_days": &working_days })
}

/// Results where the act lists them apart from the steps.
pub(super) fn results_list(regulation: &Regulation) -> Value {
    let Some(at) = regulation.provider_paths.iter().position(|path| path.results == ResultsPlace::List) else {
        return Value::Null;
    };
    let path = &regulation.provider_paths[at];
    let paragraph = paragraph_before(regulation, |block| matches!(block, Block::Results(paths) if paths.contains(&at)));
    let items: Vec<Value> = path
        .steps
        .iter()
        .filter_map(|step| Some(object!({ "n": &step.n, "text": said(&step.result.as_ref()?.text) })))
        .collect();
    object!({
        "paragraph": &paragraph.map(|(number, _)| number),
        "count": &items.len(),
        "steps": &path.steps.len(),
        "items": items,
    })
}

/// The numbered paragraph whose sentences state the results.
pub(super) fn results_prose(regulation: &Regulation) -> Value {
    let path = regulation.provider_paths.iter().find(|path| path.results == ResultsPlace::Prose);
    let results: Vec<&StepResult> =
        path.iter().flat_map(|path| &path.steps).filter_map(|step| step.result.as_ref()).collect();
    let Some(first) = results.first() else { return Value::Null };
    let words = first.text.best(regulation.language).1;
    let blocks = regulation.prose_in(regulation.language).map_or(&[][..], |prose| &prose.blocks);
    let found = blocks.iter().find_map(|block| match block {
        Block::Paragraph { marker: Some(marker), words: said } if said.plain.contains(words) => Some(object!({
            "paragraph": marker.trim_end_matches('.'),
            "text": &format!("{marker} {}", said.plain),
            "count": &results.len(),
            "items": results.iter().map(|result| self::said(&result.text)).collect::<Vec<_>>(),
        })),
        _ => None,
    });
    found.unwrap_or(Value::Null)
}

pub(super) fn sequence(regulation: &Regulation) -> Value {
    let variants: Vec<Value> = regulation
        .provider_paths
        .iter()
        .filter(|path| !path.sequence.is_empty())
        .map(
            |path| object!({ "variant": variant(path), "items": path.sequence.iter().map(restated).collect::<Vec<_>>() }),
        )
        .collect();
    if variants.is_empty() {
        return Value::Null;
    }
    let paragraph = paragraph_before(regulation, |block| matches!(block, Block::Sequence(_)));
    object!({ "paragraph": &paragraph.map(|(number, _)| number), "variants": variants })
}

fn restated(step: &Restated) -> Value {
    object!({
        "n": &step.n,
        "marker": said(&step.marker),
        "text": said(&step.text),
        "actor": maybe(step.actor.as_ref()),
        "actor_nominative": maybe(step.actor_nominative.as_ref()),
        "duration": duration(step.duration.as_ref()),
        "action": said(&step.action),
        "result": result(step.result.as_ref()),
        "extra_terms": extra(&step.extra),
    })
}

pub(super) fn system_paths(regulation: &Regulation) -> Value {
    regulation
        .system_paths
        .iter()
        .enumerate()
        .map(|(at, path)| {
            let intro = paragraph_before(regulation, |block| matches!(block, Block::Items { path, .. } if *path == at));
            let (paragraph, intro) = intro.unzip();
            let count = |kind| path.items.iter().filter(|item| item.kind == kind).count();
            object!({
                "id": &path.id,
                "channel": maybe(path.named.as_ref()),
                "channel_kind": &path.channel,
                "paragraph": &paragraph,
                "intro": &intro,
                "diagram_appendix": appendix_of(regulation, at),
                "counts": object!({
                    "process": &count(ItemKind::Process),
                    "condition": &count(ItemKind::Condition),
                    "plain": &count(ItemKind::Plain),
                    "total": &path.items.len(),
                }),
                "participants": &path.participants,
                "participants_inferred": path.participants.iter().map(|one| said(&one.name)).collect::<Vec<_>>(),
                "items": path.items.iter().map(|one| item(path, one)).collect::<Vec<_>>(),
                "flow": flow(path),
            })
        })
        .collect()
}

fn appendix_of(regulation: &Regulation, path: usize) -> Value {
    let appendix = regulation.appendices.iter().find(|appendix| appendix.shows == Shown::Diagram(path));
    appendix.map_or(Value::Null, |appendix| match (&appendix.label, appendix.number) {
        (Some(label), _) => said(label),
        (None, Some(number)) => json!(format!("{number}-қосымша")),
        (None, None) => Value::Null,
    })
}

/// The name of an item as reviewers write it: `P1`, `C2`, `S1`.
fn name(item: &Item) -> String {
    let letter = match item.kind {
        ItemKind::Process => 'P',
        ItemKind::Condition => 'C',
        ItemKind::Plain => 'S',
    };
    format!("{letter}{}", item.number)
}

fn item(path: &SystemPath, item: &Item) -> Value {
    let mut view = object!({
        "id": &name(item),
        "kind": &item.kind,
        "number": &(item.kind != ItemKind::Plain).then_some(item.number),
        "list_index": &item.list_index,
        "marker": said(&item.marker),
        "label": maybe(item.label.as_ref()),
        "text": said(&item.text),
        "actor": said(&item.actor),
        "system": maybe(item.system.as_ref()),
        "at": &item.at.iter().map(|at| &path.participants[*at].id).collect::<Vec<_>>(),
        "duration": duration(item.duration.as_ref()),
    });
    if let Some(role) = item.role.filter(|_| item.kind == ItemKind::Process) {
        view["role"] = json!(role);
    }
    if let (Some(Role::Refusal), Some(condition)) = (item.role, item.refuses) {
        view["refuses_condition"] = json!(name(&path.items[condition]));
    }
    if item.kind == ItemKind::Condition {
        view["branches"] = branches(path, item);
    }
    if !item.extra.is_empty() {
        view["extra"] = extra(&item.extra);
    }
    view
}

fn branches(path: &SystemPath, item: &Item) -> Value {
    let way = |branch| item.ways.iter().find(|way| way.branch == Some(branch));
    let no_then = way(Branch::No).and_then(|way| match way.to {
        Target::Element(at) => path.items[at].ways.first().map(|then| target(path, at, then)),
        _ => None,
    });
    object!({
        "yes": &way(Branch::Yes).map(|way| target(path, 0, way)),
        "no": &way(Branch::No).map(|way| target(path, 0, way)),
        "no_then": &no_then,
        "inferred": &item.ways.iter().all(|way| way.inferred),
    })
}

/// Where a way leads; a refusal is named after the item that it follows.
fn target(path: &SystemPath, from: usize, way: &Way) -> String {
    match way.to {
        Target::Element(at) => name(&path.items[at]),
        Target::End => "END_OK".into(),
        Target::Refused => format!("END_REFUSED_{}", name(&path.items[from])),
    }
}

/// Every flow as [from, to, branch]: the successful path first, then what departs from it.
fn flow(path: &SystemPath) -> Value {
    let edge = |from: usize, way: &Way| json!([name(&path.items[from]), target(path, from, way), way.branch]);
    let mut main = vec![json!(["START", name(&path.items[0]), null])];
    let mut rest = Vec::new();
    for (at, item) in path.items.iter().enumerate() {
        for way in &item.ways {
            let is_aside = way.branch == Some(Branch::No) || item.role == Some(Role::Refusal);
            if is_aside { rest.push(edge(at, way)) } else { main.push(edge(at, way)) }
        }
    }
    main.extend(rest);
    Value::Array(main)
}
