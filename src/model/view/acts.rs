//! Requisites and facts.

use super::{maybe, paragraph_before, said};
use crate::base::Text;
use crate::model::facts::{notes, paragraph, preamble};
use crate::model::types::{Appendix, Block, Decree, DecreeKind, Legend, Regulation, Shown};
use memchr::memmem;
use serde_json::{Value, json};

pub(super) fn decree(decree: &Decree) -> Value {
    let prose = decree.prose_in(decree.language);
    let in_force = decree.in_force_paragraph.zip(prose).map(|(number, prose)| paragraph(prose, number).join("\n"));
    object!({
        "id": &decree.id,
        "title": said(&decree.title),
        "adopting_body": said(&decree.adopting_body),
        "adopted": &decree.adopted,
        "number": &decree.number,
        "registered": decree.registered.as_ref().map(|entry| object!({
            "by": maybe(entry.by.as_ref()),
            "date": &entry.date,
            "number": &entry.number,
        })),
        "repealed": decree.repealed.as_ref().map(|repeal| object!({
            "by": said(&repeal.by),
            "date": &repeal.date,
            "number": &repeal.number,
            "effect": maybe(repeal.note.as_ref()),
        })),
        "status": maybe(decree.status.as_ref()),
        "requisites_line": maybe(decree.requisites_line.as_ref()),
        "kind": kind(decree),
        "amends": decree.amends.iter().map(|act| object!({
            "decree": said(&act.act),
            "reg_number": &act.registry,
            "annex": &act.appendix,
        })).collect::<Vec<_>>(),
        "in_force": &in_force,
        "signatory": decree.signatory.as_ref().map(|signatory| said(&signatory.name)),
        "signatory_post": decree.signatory.as_ref().and_then(|signatory| signatory.post.as_ref()).map(said),
        "basis": &prose.map(|prose| preamble(prose).join("\n")),
        "notes": decree.notes.iter().map(said).collect::<Vec<_>>(),
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
fn edition_notes(decree: &Decree) -> Vec<Value> {
    let mut all = Vec::new();
    for regulation in &decree.regulations {
        let whole = regulation.notes.iter().map(|note| (Value::Null, said(note)));
        let inside = regulation.prose_in(regulation.language).map(notes).unwrap_or_default();
        let inside = inside.into_iter().map(|(under, note)| (json!(under), json!(note)));
        for (under, text) in whole.chain(inside) {
            let by = text.as_str().and_then(act_of_note);
            all.push(object!({ "regulation": &regulation.id, "under": under, "text": text, "by": &by }));
        }
    }
    all
}

/// The act that a note names: «20.06.2016 № 43/06».
fn act_of_note(note: &str) -> Option<String> {
    let at = note.find(" № ")?;
    let date = note[..at].rsplit(' ').next()?;
    let number = note[at + " № ".len()..].split(' ').next()?;
    let is_date = date.len() == 10 && date.bytes().filter(u8::is_ascii_digit).count() == 8;
    is_date.then(|| format!("{date} № {number}"))
}

pub(super) fn regulation(regulation: &Regulation) -> Value {
    object!({
        "title": said(&regulation.title),
        "title_line": maybe(regulation.heading.as_ref()),
        "approval_block": regulation.approval.as_ref().map(|text| said(&one_line(text))),
        "notes": regulation.notes.iter().map(said).collect::<Vec<_>>(),
    })
}

/// A block that is printed line by line, as one line.
fn one_line(text: &Text) -> Text {
    text.map(|_, words| Some(words.split_whitespace().collect::<Vec<_>>().join(" ")))
}

/// The texts of a numbered paragraph of the running text.
fn texts_of(regulation: &Regulation, number: u32) -> Vec<String> {
    regulation.prose_in(regulation.language).map_or(Vec::new(), |prose| paragraph(prose, number))
}

pub(super) fn provider(regulation: &Regulation) -> Value {
    object!({
        "name": said(&regulation.provider),
        "text": &texts_of(regulation, regulation.paragraphs.provider).first(),
    })
}

pub(super) fn channels(regulation: &Regulation) -> Value {
    let channels = regulation.channels.iter();
    channels.map(|channel| object!({ "text": said(&channel.text), "kind": &channel.kind })).collect()
}

pub(super) fn form(regulation: &Regulation) -> Value {
    object!({ "text": &texts_of(regulation, regulation.paragraphs.form).first(), "kinds": &regulation.form })
}

pub(super) fn result(regulation: &Regulation) -> Value {
    object!({ "text": &texts_of(regulation, regulation.paragraphs.result) })
}

pub(super) fn standard(regulation: &Regulation) -> Value {
    regulation.standard.as_ref().map_or(Value::Null, |standard| {
        object!({
            "order": said(&standard.order),
            "registry": &standard.registry,
            "amended_by": maybe(standard.amended_by.as_ref()),
        })
    })
}

pub(super) fn start_basis(regulation: &Regulation) -> Value {
    let number = regulation.paragraphs.basis;
    object!({ "paragraph": &number.to_string(), "text": &texts_of(regulation, number).first() })
}

pub(super) fn units(regulation: &Regulation) -> Value {
    let list = paragraph_before(regulation, |block| matches!(block, Block::Units));
    object!({
        "paragraph": &list.map(|(number, _)| number),
        "items": regulation.units.iter().enumerate().map(|(at, unit)| object!({
            "n": &(at + 1),
            "id": &unit.id,
            "text": said(&unit.name),
        })).collect::<Vec<_>>(),
    })
}

/// Abbreviations with how often the regulation writes them, its definition included.
pub(super) fn abbreviations(regulation: &Regulation) -> Value {
    let whole = regulation.whole_text(regulation.language);
    regulation
        .terms
        .iter()
        .map(|term| {
            let abbr = term.abbr.best(regulation.language).1;
            object!({
                "abbr": said(&term.abbr),
                "expansion": maybe(term.expansion.as_ref()),
                "uses": &uses(&whole, abbr),
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

pub(super) fn appendices(regulation: &Regulation) -> Value {
    regulation.appendices.iter().map(|appendix| appendix_view(regulation, appendix)).collect()
}

fn appendix_view(regulation: &Regulation, appendix: &Appendix) -> Value {
    let (kind, shows) = match appendix.shows {
        Shown::Handbook(at) => ("handbook", &regulation.provider_paths[at].id),
        Shown::Diagram(at) => ("diagram", &regulation.system_paths[at].id),
    };
    object!({
        "number": &appendix.number,
        "label": maybe(appendix.label.as_ref()),
        "expected_label": &expected_label(appendix),
        "header": maybe(appendix.header.as_ref()),
        "heading": maybe(appendix.heading.as_ref()),
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

fn legend(legend: Option<&Legend>, is_missing: bool) -> Value {
    let Some(legend) = legend else {
        return object!({ "status": if is_missing { "missing" } else { "lost" }, "items": Value::Null });
    };
    let items: Vec<Value> = legend
        .items
        .iter()
        .map(|item| {
            let mut view = object!({ "text": said(&item.text), "element": &item.element });
            if let Some(printed) = &item.printed {
                view["raw"] = said(printed);
            }
            view
        })
        .collect();
    let status = if items.is_empty() { "heading-only" } else { "present" };
    object!({
        "status": status,
        "heading": maybe(legend.heading.as_ref()),
        "items": if items.is_empty() { Value::Null } else { Value::Array(items) },
    })
}
