//! The model: what decrees and regulations say, resolved and typed.
//!
//! In: a `RawFolder`. Out: a [`Corpus`] and findings. Holds: nothing in it dangles, so later rooms are total.
//! Absent on purpose: pixels, files, and anything that a drawing adds to the text.

mod abbreviations;
mod acting;
mod brief;
mod channels;
mod checks;
mod context;
mod decree;
mod editions;
mod fact_paragraphs;
mod facts;
mod forms;
mod head;
mod ids;
mod label;
mod languages;
mod names;
mod numbers;
mod places;
mod proof;
mod prose;
mod provider;
mod refusal;
mod regulation;
mod sentences;
mod spoken;
mod system;
mod totals;
mod twins;
mod types;
mod view;
mod ways;

pub use brief::Brief;
pub use editions::Edition;
pub use fact_paragraphs::{FactParagraphs, InText};
pub use facts::{notes, paragraph, preamble};
pub use ids::{item_id, step_id};
pub use label::LABEL_CHARS_MAX;
pub use refusal::{cause, names_refusal, refuses};
pub use twins::Twins;
pub use types::*;
pub use view::view;

use crate::base::{Checked, Finding, Lang, SourceId, Span, Spanned, codes};
use crate::source::raw::{RawDecree, RawRegulation};
use crate::source::{RawFile, RawFolder};
use crate::wording::date::Date;
use context::Cx;
use head::Approval;
use std::collections::{BTreeMap, BTreeSet};

/// A regulation that waits for its decree, with what was found wrong in it.
pub struct Draft {
    regulation: Option<Regulation>,
    findings: Vec<Finding>,
    mark: Mark,
}

/// What later checks want to know of a definition that was resolved and dropped.
struct Mark {
    folder: String,
    source: SourceId,
    /// The file's name without its ending.
    stem: String,
    id: Option<Spanned<String>>,
    /// The first day of its edition; `None` within where that cannot be read.
    begins: Option<Spanned<Option<Date>>>,
    approval: Approval,
}

impl Mark {
    fn of(file: &RawFile<RawRegulation>) -> Mark {
        let id = file.record.regulation.as_ref().map(|word| Spanned::new(word.0.clone(), word.span));
        let begins = file.record.edition.as_ref().map(editions::first_day);
        Mark {
            folder: file.folder.clone(),
            source: file.source,
            stem: file.stem.clone(),
            id,
            begins,
            approval: Approval::of(&file.record),
        }
    }
}

/// Resolves one regulation. Total: what is wrong becomes a finding, and what cannot be told truly is left out.
pub fn draft(file: &RawFile<RawRegulation>) -> Draft {
    let mut findings = Vec::new();
    let mut cx = Cx { findings: &mut findings, language: Lang::Kk, broken: BTreeSet::new() };
    Draft { regulation: regulation::build(file, &mut cx), mark: Mark::of(file), findings }
}

/// Resolves decrees and gives each its regulations.
pub fn build(folder: RawFolder<Draft>) -> Checked<Corpus> {
    let mut findings = Vec::new();
    let (mut marks, mut regulations) = (Vec::new(), Vec::new());
    let mut told = Vec::new();
    for draft in folder.regulations {
        told.push(draft.findings);
        marks.push(draft.mark);
        regulations.push(draft.regulation);
    }
    editions::tell_once(&marks, &mut told);
    findings.extend(told.into_iter().flatten());
    let mut by_folder = editions::gather(&marks, regulations, &mut findings);
    let mut corpus = Corpus::default();
    let mut folders: BTreeMap<&str, Span> = BTreeMap::new();
    for file in &folder.decrees {
        if let Some(first) = folders.get(file.folder.as_str()) {
            findings.push(Finding::new(&codes::TWO_DECREES, Span::whole(file.source)).related(*first));
            continue;
        }
        folders.insert(&file.folder, Span::whole(file.source));
        let mut regulations = by_folder.remove(file.folder.as_str()).unwrap_or_default();
        let mut broken = named_in(&file.folder, &folder.unread, &marks);
        broken.retain(|name| regulations.iter().all(|regulation| regulation.id.as_str() != name));
        let mut cx = Cx { findings: &mut findings, language: Lang::Kk, broken };
        // They stay for the whole run, and most decrees approve one.
        regulations.shrink_to_fit();
        if let Some(mut decree) = decree::build(file, regulations, &mut cx) {
            editions::check(&mut decree, &mut findings);
            check_first_days(&decree, &file.folder, &marks, &mut findings);
            let own = marks.iter().filter(|mark| mark.folder == file.folder);
            own.for_each(|mark| mark.approval.check(&decree, &mut findings));
            corpus.decrees.push(decree);
        }
    }
    for mark in &marks {
        if !folders.contains_key(mark.folder.as_str()) {
            findings.push(Finding::new(&codes::NO_DECREE, Span::whole(mark.source)));
        }
    }
    repeated_decrees(&folder.decrees, &mut findings);
    corpus.decrees.sort_by(|a, b| a.id.cmp(&b.id));
    corpus.decrees.dedup_by(|b, a| a.id == b.id);
    Checked { value: corpus, findings }
}

/// Names by which a decree may call the regulations of its folder, whatever could be made of them.
fn named_in(folder: &str, unread: &[(String, String)], marks: &[Mark]) -> BTreeSet<String> {
    let files = unread.iter().filter(|(of, _)| of == folder).map(|(_, stem)| stem.clone());
    let ids = marks.iter().filter(|mark| mark.folder == folder).filter_map(|mark| mark.id.as_ref());
    files.chain(ids.map(|id| id.value.clone())).collect()
}

/// The first wording of a regulation is that of the decree: a file that names its day names that of the decree.
fn check_first_days(decree: &Decree, folder: &str, marks: &[Mark], findings: &mut Vec<Finding>) {
    for mark in marks.iter().filter(|mark| mark.folder == folder && mark.begins.is_none()) {
        let Some((name, day)) = mark.stem.split_once(editions::AT) else { continue };
        if day != decree.adopted.to_string() {
            let expected = format!("{name}{}{}.yaml", editions::AT, decree.adopted);
            findings.push(Finding::new(&codes::EDITION_NAME, Span::whole(mark.source)).word(expected));
        }
    }
}

/// Two decrees must not share a folder of the site.
fn repeated_decrees(decrees: &[RawFile<RawDecree>], findings: &mut Vec<Finding>) {
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for file in decrees {
        let Some(word) = &file.record.decree else { continue };
        if let Some(first) = seen.insert(&word.0, word.span) {
            findings.push(Finding::new(&codes::DUPLICATE_ID, word.span).word(&word.0).related(first));
        }
    }
}
