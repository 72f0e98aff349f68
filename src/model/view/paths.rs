//! Provider paths, their restatement, and system paths with their flow.

use super::json::{Json, object};
use super::paragraph_before;
use crate::model::types::{
    Block, Branch, Extra, Item, ItemKind, ProviderPath, Regulation, Restated, ResultsPlace, Role, Shown, Step,
    StepResult, SystemPath, Target, Way,
};
use crate::wording::duration::{Calendar, Unit};
use std::borrow::Cow;

pub(super) fn provider_paths(regulation: &Regulation) -> Json<'_> {
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
                "paragraph": paragraph.map(|(number, _)| number),
                "steps": path.steps.iter().map(|step| self::step(regulation, step)).collect::<Json<'_>>(),
                "total_term": path.total_term.as_ref().map(|total| object!({
                    "text": &total.text,
                    "duration": &total.duration,
                })),
                "sum_of_steps": sum(&path.steps),
                "step_count": path.steps.len(),
            })
        })
        .collect()
}

/// The heading of a variant without its colon.
fn variant(path: &ProviderPath) -> Json<'_> {
    let bare = |words| Cow::Borrowed(str::trim_end_matches(words, ':'));
    path.variant.as_ref().map(|text| Json::said_as(text, bare)).into()
}

fn step<'m>(regulation: &'m Regulation, step: &'m Step) -> Json<'m> {
    object!({
        "id": &step.id.value,
        "n": step.n,
        "marker": &step.marker,
        "unit": &regulation.units[step.unit].id,
        "label": step.label.as_ref(),
        "text": &step.text,
        "actor": step.actor.as_ref(),
        "actor_nominative": step.actor_nominative.as_ref(),
        "duration": step.duration.as_ref(),
        "action": &step.action,
        "result": result(step.result.as_ref()),
        "extra_terms": extra(&step.extra),
        "ways": &step.ways,
    })
}

fn result<'m>(result: Option<&'m StepResult>) -> Json<'m> {
    let view = |result: &'m StepResult| {
        let marker = (!result.marker.is_empty()).then_some(&result.marker);
        let view = object!({ "marker": marker, "text": &result.text });
        match &result.duration {
            Some(duration) => view.with("duration", duration),
            None => view,
        }
    };
    result.map(view).into()
}

fn extra(all: &[Extra]) -> Json<'_> {
    all.iter().map(|extra| object!({ "text": &extra.text, "duration": extra.duration.as_ref() })).collect()
}

/// Step terms added up by unit; seconds, longer units and full days are no part of it.
fn sum(steps: &[Step]) -> Json<'_> {
    let (mut minutes, mut calendar_days, mut working_days) = (0u64, 0u64, 0u64);
    for value in steps.iter().filter_map(|step| step.duration.as_ref()).map(|stated| &stated.value) {
        match (value.unit, value.calendar) {
            (Unit::Minute, _) => minutes += u64::from(value.value),
            (Unit::Hour, _) => minutes += 60 * u64::from(value.value),
            (Unit::Day, Some(Calendar::Working)) => working_days += u64::from(value.value),
            (Unit::Day, _) => calendar_days += u64::from(value.value),
            (Unit::Second | Unit::FullDay | Unit::Week | Unit::Month | Unit::Year, _) => {}
        }
    }
    object!({ "minutes": minutes, "calendar_days": calendar_days, "working_days": working_days })
}

/// Results where the act lists them apart from the steps.
pub(super) fn results_list(regulation: &Regulation) -> Json<'_> {
    let Some(at) = regulation.provider_paths.iter().position(|path| path.results == ResultsPlace::List) else {
        return Json::Null;
    };
    let path = &regulation.provider_paths[at];
    let paragraph = paragraph_before(regulation, |block| matches!(block, Block::Results(paths) if paths.contains(&at)));
    let items: Vec<Json<'_>> = path
        .steps
        .iter()
        .filter_map(|step| Some(object!({ "n": step.n, "text": &step.result.as_ref()?.text })))
        .collect();
    object!({
        "paragraph": paragraph.map(|(number, _)| number),
        "count": items.len(),
        "steps": path.steps.len(),
        "items": items,
    })
}

/// The numbered paragraph whose sentences state the results.
pub(super) fn results_prose(regulation: &Regulation) -> Json<'_> {
    let path = regulation.provider_paths.iter().find(|path| path.results == ResultsPlace::Prose);
    let results: Vec<&StepResult> =
        path.iter().flat_map(|path| &path.steps).filter_map(|step| step.result.as_ref()).collect();
    let Some(first) = results.first() else { return Json::Null };
    let words = first.text.best(regulation.language).1;
    let blocks = regulation.prose_in(regulation.language).map_or(&[][..], |prose| &prose.blocks);
    let found = blocks.iter().find_map(|block| match block {
        Block::Paragraph { marker: Some(marker), words: said } if said.plain.contains(words) => Some(object!({
            "paragraph": marker.trim_end_matches('.'),
            "text": format!("{marker} {}", said.plain),
            "count": results.len(),
            "items": results.iter().map(|result| &result.text).collect::<Json<'_>>(),
        })),
        _ => None,
    });
    found.into()
}

pub(super) fn sequence(regulation: &Regulation) -> Json<'_> {
    let variants: Vec<Json<'_>> = regulation
        .provider_paths
        .iter()
        .filter(|path| !path.sequence.is_empty())
        .map(
            |path| object!({ "variant": variant(path), "items": path.sequence.iter().map(restated).collect::<Json<'_>>() }),
        )
        .collect();
    if variants.is_empty() {
        return Json::Null;
    }
    let paragraph = paragraph_before(regulation, |block| matches!(block, Block::Sequence(_)));
    object!({ "paragraph": paragraph.map(|(number, _)| number), "variants": variants })
}

fn restated(step: &Restated) -> Json<'_> {
    object!({
        "n": step.n,
        "marker": &step.marker,
        "text": &step.text,
        "actor": step.actor.as_ref(),
        "actor_nominative": step.actor_nominative.as_ref(),
        "duration": step.duration.as_ref(),
        "action": &step.action,
        "result": result(step.result.as_ref()),
        "extra_terms": extra(&step.extra),
    })
}

pub(super) fn system_paths(regulation: &Regulation) -> Json<'_> {
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
                "channel": path.named.as_ref(),
                "channel_kind": path.channel.map(Json::word),
                "paragraph": paragraph,
                "intro": intro,
                "diagram_appendix": appendix_of(regulation, at),
                "counts": object!({
                    "process": count(ItemKind::Process),
                    "condition": count(ItemKind::Condition),
                    "plain": count(ItemKind::Plain),
                    "total": path.items.len(),
                }),
                "participants": &path.participants,
                "participants_inferred": path.participants.iter().map(|one| &one.name).collect::<Json<'_>>(),
                "items": path.items.iter().map(|one| item(path, one)).collect::<Json<'_>>(),
                "flow": flow(path),
            })
        })
        .collect()
}

fn appendix_of(regulation: &Regulation, path: usize) -> Json<'_> {
    let appendix = regulation.appendices.iter().find(|appendix| appendix.shows == Shown::Diagram(path));
    appendix.map_or(Json::Null, |appendix| match (&appendix.label, appendix.number) {
        (Some(label), _) => label.into(),
        (None, Some(number)) => format!("{number}-қосымша").into(),
        (None, None) => Json::Null,
    })
}

/// The name of an item as reviewers write it: `P1`, `C2`, `S1`.
fn name(item: &Item) -> String {
    item.kind.usual_id(item.number).to_ascii_uppercase()
}

fn item<'m>(path: &'m SystemPath, item: &'m Item) -> Json<'m> {
    let mut view = object!({
        "id": name(item),
        "kind": Json::word(item.kind),
        "number": (item.kind != ItemKind::Plain).then_some(item.number),
        "list_index": item.list_index,
        "marker": &item.marker,
        "label": item.label.as_ref(),
        "text": &item.text,
        "actor": &item.actor,
        "system": item.system.as_ref(),
        "by": &path.participants[item.by].id,
        "at": item.at.iter().map(|at| &path.participants[*at].id).collect::<Json<'_>>(),
        "duration": item.duration.as_ref(),
    });
    if let Some(role) = item.role.filter(|_| item.kind == ItemKind::Process) {
        view = view.with("role", Json::word(role));
    }
    if let (Some(Role::Refusal), Some(condition)) = (item.role, item.refuses) {
        view = view.with("refuses_condition", name(&path.items[condition]));
    }
    if item.kind == ItemKind::Condition {
        view = view.with("branches", branches(path, item));
    }
    if !item.extra.is_empty() {
        view = view.with("extra", extra(&item.extra));
    }
    view
}

fn branches<'m>(path: &'m SystemPath, item: &Item) -> Json<'m> {
    let way = |branch| item.ways.iter().find(|way| way.branch == Some(branch));
    let no_then = way(Branch::No).and_then(|way| match way.to {
        Target::Element(at) => path.items[at].ways.first().map(|then| target(path, at, then)),
        _ => None,
    });
    object!({
        "yes": way(Branch::Yes).map(|way| target(path, 0, way)),
        "no": way(Branch::No).map(|way| target(path, 0, way)),
        "no_then": no_then,
        "inferred": item.ways.iter().all(|way| way.inferred),
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
fn flow(path: &SystemPath) -> Json<'_> {
    let edge = |from: usize, way: &Way| {
        let names = [name(&path.items[from]), target(path, from, way)].map(Json::from);
        names.into_iter().chain([way.branch.map(Json::word).into()]).collect()
    };
    let mut main: Vec<Json<'_>> = vec![Json::List(vec!["START".into(), name(&path.items[0]).into(), Json::Null])];
    let mut rest = Vec::new();
    for (at, item) in path.items.iter().enumerate() {
        for way in &item.ways {
            let is_aside = way.branch == Some(Branch::No) || item.role == Some(Role::Refusal);
            if is_aside { rest.push(edge(at, way)) } else { main.push(edge(at, way)) }
        }
    }
    main.extend(rest);
    Json::List(main)
}
