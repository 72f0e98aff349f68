//! What the paths of a regulation and their elements may be called.
//!
//! Holds: a regulation without findings has anchors that meet neither each other nor an id of its page, shapes of one
//! drawing never have the ids of another's, and a word that says where a path ends names no element.

use super::context::Cx;
use super::types::{ProviderPath, SystemPath};
use crate::base::{Finding, Id, Said, Span, Spanned, anchor, codes, terms};
use crate::source::Word;
use crate::source::raw::RawRegulation;

/// Words that `then`, `yes` and `no` keep for the ends of a path.
const TARGETS: [&str; 2] = ["end", "refused"];
/// What a drawing calls the shapes that no sentence speaks of; those that belong to an element begin with its id.
const OF_DRAWING: [&str; 4] = ["start", "received", "end", "document"];

/// A path and its elements.
struct Named<'a> {
    path: Spanned<&'a Id>,
    elements: Vec<&'a Spanned<Id>>,
}

pub(super) fn check(raw: &RawRegulation, handbooks: &[ProviderPath], diagrams: &[SystemPath], cx: &mut Cx) {
    let named = named(raw, handbooks, diagrams);
    for one in &named {
        of_page(one, cx);
        for id in one.elements.iter().filter(|id| TARGETS.contains(&id.value.as_str())) {
            refuse(&id.value, id.span, &terms::ID_TARGET, cx);
        }
    }
    for outer in &named {
        for inner in &named {
            let rest = inner.path.value.as_str().strip_prefix(outer.path.value.as_str());
            if let Some(rest) = rest.and_then(|rest| rest.strip_prefix('-')) {
                between(outer, inner, rest, cx);
            }
        }
    }
}

/// What the definition calls its paths: handbooks, then diagrams.
pub(super) fn path_ids(raw: &RawRegulation) -> impl Iterator<Item = &Spanned<Word>> {
    let procedures = raw.procedures.iter().flat_map(|list| &list.0).filter_map(|path| path.id.as_ref());
    let interactions = raw.interactions.iter().flat_map(|list| &list.0).filter_map(|path| path.id.as_ref());
    procedures.chain(interactions)
}

fn named<'a>(raw: &RawRegulation, handbooks: &'a [ProviderPath], diagrams: &'a [SystemPath]) -> Vec<Named<'a>> {
    let named = |id: &'a Id, elements: Vec<&'a Spanned<Id>>| {
        let word = path_ids(raw).find(|word| word.0 == id.as_str())?;
        Some(Named { path: Spanned::new(id, word.span), elements })
    };
    let handbooks =
        handbooks.iter().filter_map(|path| named(&path.id, path.steps.iter().map(|step| &step.id).collect()));
    let diagrams = diagrams.iter().filter_map(|path| named(&path.id, path.items.iter().map(|item| &item.id).collect()));
    handbooks.chain(diagrams).collect()
}

/// Anchors that the page could need for itself: those of a whole path, else of single elements.
fn of_page(named: &Named, cx: &mut Cx) {
    let path = &named.path;
    if anchor::is_of_page(&format!("{}-", path.value)) {
        return refuse(path.value, path.span, &terms::ID_OF_PAGE, cx);
    }
    let is_of_page = |id: &&&Spanned<Id>| anchor::is_of_page(&anchor::of_element(path.value, &id.value));
    for id in named.elements.iter().filter(is_of_page) {
        refuse(&id.value, id.span, &terms::ID_OF_PAGE, cx);
    }
}

/// Of paths `a` and `a-b`: what the first calls `b-c` would be taken for `c` of the second.
fn between(outer: &Named, inner: &Named, rest: &str, cx: &mut Cx) {
    if let Some(element) = outer.elements.iter().find(|element| anchor::may_meet(element.value.as_str(), rest)) {
        return cx.duplicate(element, inner.path.span);
    }
    // What stands on a further sheet: `a-s2-c`.
    let is_sheet = |word: &str| word.strip_prefix('s').is_some_and(|n| n.starts_with(|c: char| c.is_ascii_digit()));
    if is_sheet(rest) || OF_DRAWING.iter().any(|word| anchor::may_meet(word, rest)) {
        refuse(inner.path.value, inner.path.span, &terms::ID_OF_PAGE, cx);
    }
}

fn refuse(id: &Id, span: Span, reason: &'static Said, cx: &mut Cx) {
    cx.find(Finding::new(&codes::BAD_ID, span).word(id).term(reason));
}
