//! The model: what decrees and regulations say, resolved and typed.
//!
//! In: a `RawFolder`. Out: a [`Corpus`] and findings. Holds: nothing in it dangles, so later rooms are total.
//! Absent on purpose: pixels, files, and anything that a drawing adds to the text.

mod checks;
mod context;
mod decree;
mod facts;
mod label;
mod prose;
mod provider;
mod regulation;
mod system;
mod types;
mod view;
mod ways;

pub use facts::{notes, paragraph, preamble};
pub use label::LABEL_CHARS_MAX;
pub use types::*;
pub use view::view;

use crate::base::{Checked, Finding, Lang, Span, Spread, codes};
use crate::source::raw::RawRegulation;
use crate::source::{RawFile, RawFolder};
use context::Cx;
use std::collections::BTreeMap;

/// Resolves everything. Total: what is wrong becomes a finding, and what cannot be told truly is left out.
pub fn build(folder: &RawFolder, spread: &impl Spread) -> Checked<Corpus> {
    let built = spread.map(&folder.regulations, |file| {
        let mut findings = Vec::new();
        let mut cx = Cx { findings: &mut findings, language: Lang::Kk, broken: Vec::new() };
        (regulation::build(file, &mut cx), findings)
    });
    let mut findings = Vec::new();
    let mut by_folder: BTreeMap<&str, Vec<Regulation>> = BTreeMap::new();
    for (file, (regulation, found)) in folder.regulations.iter().zip(built) {
        findings.extend(found);
        by_folder.entry(&file.folder).or_default().extend(regulation);
    }
    repeated_regulations(&folder.regulations, &mut findings);
    let mut corpus = Corpus::default();
    let mut folders: BTreeMap<&str, Span> = BTreeMap::new();
    for file in &folder.decrees {
        if let Some(first) = folders.get(file.folder.as_str()) {
            findings.push(Finding::new(&codes::TWO_DECREES, Span::whole(file.source)).related(*first));
            continue;
        }
        folders.insert(&file.folder, Span::whole(file.source));
        let mut cx = Cx { findings: &mut findings, language: Lang::Kk, broken: Vec::new() };
        let regulations = by_folder.remove(file.folder.as_str()).unwrap_or_default();
        if let Some(decree) = decree::build(file, regulations, &mut cx) {
            corpus.decrees.push(decree);
        }
    }
    for file in &folder.regulations {
        if !folders.contains_key(file.folder.as_str()) {
            findings.push(Finding::new(&codes::NO_DECREE, Span::whole(file.source)));
        }
    }
    repeated_decrees(folder, &mut findings);
    corpus.decrees.sort_by(|a, b| a.id.cmp(&b.id));
    corpus.decrees.dedup_by(|b, a| a.id == b.id);
    for decree in &mut corpus.decrees {
        let mut seen = Vec::new();
        decree.regulations.retain(|regulation| {
            let is_new = !seen.contains(&regulation.id);
            seen.push(regulation.id.clone());
            is_new
        });
    }
    Checked { value: corpus, findings }
}

/// Two regulations of one decree must not share a page.
fn repeated_regulations(files: &[RawFile<RawRegulation>], findings: &mut Vec<Finding>) {
    let mut seen: BTreeMap<(&str, &str), Span> = BTreeMap::new();
    for file in files {
        let Some(word) = &file.record.regulation else { continue };
        if let Some(first) = seen.insert((&file.folder, &word.0), word.span) {
            findings.push(Finding::new(&codes::DUPLICATE_ID, word.span).word(&word.0).related(first));
        }
    }
}

/// Two decrees must not share a folder of the site.
fn repeated_decrees(folder: &RawFolder, findings: &mut Vec<Finding>) {
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for file in &folder.decrees {
        let Some(word) = &file.record.decree else { continue };
        if let Some(first) = seen.insert(&word.0, word.span) {
            findings.push(Finding::new(&codes::DUPLICATE_ID, word.span).word(&word.0).related(first));
        }
    }
}
