//! Requisites and facts.

use super::json::{Json, object};
use super::paragraph_before;
use crate::model::fact_paragraphs::InText;
use crate::model::facts::{notes, paragraph, preamble};
use crate::model::types::{Appendix, Block, Decree, DecreeKind, Legend, Regulation, Shown, Standard};
use crate::wording::note;
use memchr::memmem;
use std::borrow::Cow;

pub(super) fn decree(decree: &Decree) -> Json<'_> {
    let prose = decree.prose_in(decree.language);
    let in_force = decree.in_force_paragraph.zip(prose).map(|(number, prose)| paragraph(prose, number).join("\n"));
    object!({
        "id": &decree.id,
        "title": &decree.title,
        "adopting_body": &decree.adopting_body,
        "adopted": decree.adopted.to_string(),
        "number": &decree.number,
        "registered": decree.registered.as_ref().map(|entry| object!({
            "by": entry.by.as_ref(),
            "date": entry.date.to_string(),
            "number": &entry.number,
        })),
        "repealed": decree.repealed.as_ref().map(|repeal| object!({
            "by": &repeal.by,
            "date": repeal.date.to_string(),
            "adopted": repeal.date.to_string(),
            "number": &repeal.number,
            "effect": repeal.note.as_ref(),
        })),
        "status": decree.status.as_ref(),
        "requisites_line": decree.requisites_line.as_ref(),
        "kind": kind(decree),
        "amends": decree.amends.iter().map(|act| object!({
            "decree": &act.act,
            "reg_number": act.registry.as_ref(),
            "annex": act.appendix,
        })).collect::<Json<'_>>(),
        "in_force": in_force,
        "signatory": decree.signatory.as_ref().map(|signatory| &signatory.name),
        "signatory_post": decree.signatory.as_ref().and_then(|signatory| signatory.post.as_ref()),
        "basis": prose.map(|prose| preamble(prose).join("\n")),
        "notes": decree.notes.iter().collect::<Json<'_>>(),
        "edition_notes": edition_notes(decree),
        "amendments": &decree.amendments,
    })
}

fn kind(decree: &Decree) -> &'static str {
    match decree.kind {
        DecreeKind::Approving => "approving",
        DecreeKind::Amending => "amending",
    }
}

/// Notes on editions, wherever in the act they stand.
fn edition_notes(decree: &Decree) -> Vec<Json<'_>> {
    let mut all = Vec::new();
    for regulation in &decree.regulations {
        let whole = regulation.notes.iter().map(|note| (None, Json::from(note)));
        let inside = regulation.prose_in(regulation.language).map(notes).unwrap_or_default();
        let inside = inside.into_iter().map(|(under, note)| (under, Json::from(note)));
        for (under, text) in whole.chain(inside) {
            let by = if let Json::Words(note) = &text { acts_of_note(note) } else { None };
            all.push(object!({ "regulation": &regulation.id, "under": under, "text": text, "by": by }));
        }
    }
    all
}

/// The acts that a note names: «20.06.2016 № 43/06».
fn acts_of_note(words: &str) -> Option<String> {
    let said = note::acts(words).into_iter().map(|act| format!("{} № {}", act.day.dotted(), act.number));
    let said: Vec<String> = said.collect();
    (!said.is_empty()).then(|| said.join("; "))
}

pub(super) fn regulation(regulation: &Regulation) -> Json<'_> {
    object!({
        "title": &regulation.title,
        "title_line": regulation.heading.as_ref(),
        "approval_block": regulation.approval.as_ref().map(|text| Json::said_as(text, one_line)),
        "notes": regulation.notes.iter().collect::<Json<'_>>(),
    })
}

/// A block that is printed line by line, as one line.
fn one_line(words: &str) -> Cow<'_, str> {
    words.split_whitespace().collect::<Vec<_>>().join(" ").into()
}

/// The texts of a numbered paragraph of the running text.
fn texts_of(regulation: &Regulation, place: InText) -> Vec<String> {
    let prose = regulation.prose_in(regulation.language);
    let said = prose.and_then(|prose| Some(paragraph(prose, place.get(prose.language)?)));
    said.unwrap_or_default()
}

pub(super) fn provider(regulation: &Regulation) -> Json<'_> {
    object!({
        "name": &regulation.provider,
        "text": texts_of(regulation, regulation.paragraphs.provider).into_iter().next(),
    })
}

pub(super) fn channels(regulation: &Regulation) -> Json<'_> {
    let channels = regulation.channels.iter();
    channels.map(|channel| object!({ "text": &channel.text, "kind": Json::word(channel.kind) })).collect()
}

pub(super) fn form(regulation: &Regulation) -> Json<'_> {
    object!({
        "text": texts_of(regulation, regulation.paragraphs.form).into_iter().next(),
        "kinds": regulation.form.iter().map(Json::word).collect::<Json<'_>>(),
    })
}

pub(super) fn result(regulation: &Regulation) -> Json<'_> {
    object!({ "text": texts_of(regulation, regulation.paragraphs.result) })
}

pub(super) fn standard<'m>(regulation: &'m Regulation) -> Json<'m> {
    let view = |standard: &'m Standard| {
        object!({
            "order": &standard.order,
            "registry": standard.registry.as_ref(),
            "amended_by": standard.amended_by.as_ref(),
        })
    };
    regulation.standard.as_ref().map(view).into()
}

pub(super) fn start_basis(regulation: &Regulation) -> Json<'_> {
    let place = regulation.paragraphs.basis;
    let number = place.get(regulation.language).map(|number| number.to_string());
    object!({ "paragraph": number, "text": texts_of(regulation, place).into_iter().next() })
}

pub(super) fn units(regulation: &Regulation) -> Json<'_> {
    let list = paragraph_before(regulation, |block| matches!(block, Block::Units));
    object!({
        "paragraph": list.map(|(number, _)| number),
        "items": regulation.units.iter().enumerate().map(|(at, unit)| object!({
            "n": at + 1,
            "id": &unit.id,
            "text": &unit.name,
        })).collect::<Json<'_>>(),
    })
}

/// Abbreviations with how often the regulation writes them, its definition included.
pub(super) fn abbreviations(regulation: &Regulation) -> Json<'_> {
    let whole = regulation.whole_text(regulation.language);
    regulation
        .terms
        .iter()
        .map(|term| {
            let abbr = term.abbr.best(regulation.language).1;
            object!({
                "abbr": &term.abbr,
                "expansion": term.expansion.as_ref(),
                "uses": uses(&whole, abbr),
            })
        })
        .collect()
}

/// How often a text writes an abbreviation as a word of its own; endings follow after a hyphen.
fn uses(text: &str, abbr: &str) -> usize {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    memmem::find_iter(text.as_bytes(), abbr)
        .filter(|at| !is_letter(text[..*at].chars().next_back()) && !is_letter(text[at + abbr.len()..].chars().next()))
        .count()
}

pub(super) fn appendices(regulation: &Regulation) -> Json<'_> {
    regulation.appendices.iter().map(|appendix| appendix_view(regulation, appendix)).collect()
}

fn appendix_view<'m>(regulation: &'m Regulation, appendix: &'m Appendix) -> Json<'m> {
    let (kind, shows) = match appendix.shows {
        Shown::Handbook(at) => ("handbook", &regulation.provider_paths[at].id),
        Shown::Diagram(at) => ("diagram", &regulation.system_paths[at].id),
    };
    object!({
        "number": appendix.number,
        "label": appendix.label.as_ref(),
        "expected_label": expected_label(appendix),
        "header": appendix.header.as_ref(),
        "heading": appendix.heading.as_ref(),
        "kind": kind,
        "shows": shows,
        "legend": legend(appendix.legend.as_ref(), appendix.is_missing),
    })
}

/// What an appendix without a label should bear.
fn expected_label(appendix: &Appendix) -> Option<String> {
    let number = appendix.number.filter(|_| appendix.label.is_none() || appendix.is_missing)?;
    Some(format!("{number}-қосымша"))
}

fn legend(legend: Option<&Legend>, is_missing: bool) -> Json<'_> {
    let Some(legend) = legend else {
        return object!({ "status": if is_missing { "missing" } else { "lost" }, "items": Json::Null });
    };
    let items: Vec<Json<'_>> = legend
        .items
        .iter()
        .map(|item| {
            let view = object!({ "text": &item.text, "element": item.element.name() });
            match &item.printed {
                Some(printed) => view.with("raw", printed),
                None => view,
            }
        })
        .collect();
    let status = if items.is_empty() { "heading-only" } else { "present" };
    object!({
        "status": status,
        "heading": legend.heading.as_ref(),
        "items": (!items.is_empty()).then_some(items),
    })
}
