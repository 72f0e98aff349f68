//! Checks over a whole regulation: quoted facts stand in the text, and the text draws in all data.

use super::context::Cx;
use super::provider::inflected;
use super::types::{Block, Regulation, ResultsPlace};
use crate::base::{Finding, Lang, Span, Spanned, Text, codes};
use crate::source::raw::RawRegulation;
use crate::source::{RawFile, RawList, RawText};
use crate::wording::form;

/// Whether a text says some words in another form than they are given in.
type Says = fn(&str, &str, Lang) -> bool;

/// Facts of the definition that quote the text of the act: the words must stand there.
pub(super) fn quotes(raw: &RawRegulation, regulation: &Regulation, cx: &mut Cx) {
    if regulation.prose.is_empty() || !is_whole(raw, regulation) {
        return;
    }
    let language = cx.language;
    let whole = regulation.whole_text(language);
    let mut quoted = |field: Option<&Spanned<RawText>>, text: Option<&Text>, says: Says| {
        let (Some(field), Some(words)) = (field, text.and_then(|text| text.get(language))) else { return };
        if inflected(&whole, words).is_none() && !says(&whole, words, language) {
            cx.findings.push(Finding::new(&codes::NOT_QUOTED, field.span).word(words));
        }
    };
    // A definition names in the nominative what a sentence declines: «оказывается Управлением».
    quoted(raw.provider.as_ref(), Some(&regulation.provider), form::says);
    if let Some(list) = &raw.channels {
        for (raw, channel) in list.0.iter().zip(&regulation.channels) {
            quoted(raw.text.as_ref(), Some(&channel.text), form::says);
        }
    }
    let as_printed: Says = |_, _, _| false;
    if let Some(list) = &raw.procedures {
        for (raw, path) in list.0.iter().zip(&regulation.provider_paths) {
            let raw_steps = raw.steps.iter().flat_map(|steps| &steps.0);
            for (raw, step) in raw_steps.zip(&path.steps).filter(|_| path.results == ResultsPlace::Prose) {
                let field = raw.result.as_ref().and_then(|result| result.text.as_ref());
                quoted(field, step.result.as_ref().map(|result| &result.text), as_printed);
            }
        }
    }
    if let Some(list) = &raw.terms {
        for (raw, term) in list.0.iter().zip(&regulation.terms) {
            quoted(raw.abbr.as_ref(), Some(&term.abbr), as_printed);
        }
    }
}

/// Whether all that the definition has could be built: without a path, the text lacks its sentences.
fn is_whole(raw: &RawRegulation, regulation: &Regulation) -> bool {
    fn all<T>(list: &Option<Spanned<RawList<T>>>, built: usize) -> bool {
        list.as_ref().map_or(0, |list| list.0.len()) == built
    }
    raw.unread.is_empty()
        && raw.units.as_ref().map_or(0, |named| named.0.len()) == regulation.units.len()
        && all(&raw.channels, regulation.channels.len())
        && all(&raw.procedures, regulation.provider_paths.len())
        && all(&raw.interactions, regulation.system_paths.len())
        && all(&raw.terms, regulation.terms.len())
}

/// Data that no line of the text draws in would move to the end of the page.
pub(super) fn drawn_in(file: &RawFile<RawRegulation>, regulation: &Regulation, cx: &mut Cx) {
    for prose in &regulation.prose {
        let has = |wanted: &dyn Fn(&Block) -> bool| prose.blocks.iter().any(wanted);
        let source = file.prose.iter().find(|raw| raw.language == prose.language).map_or(file.source, |raw| raw.source);
        let mut lacks = |what: &str, line: String| {
            cx.findings.push(Finding::new(&codes::NOT_SHOWN, Span::whole(source)).word(what).word(line));
        };
        if !regulation.units.is_empty() && !has(&|block| matches!(block, Block::Units)) {
            lacks("units", "{units}".into());
        }
        for (at, path) in regulation.provider_paths.iter().enumerate() {
            if !has(&|block| matches!(block, Block::Steps(paths) if paths.contains(&at))) {
                lacks(path.id.as_str(), format!("{{steps: {}}}", path.id));
            }
            let is_restated = !path.sequence.is_empty();
            if is_restated && !has(&|block| matches!(block, Block::Sequence(paths) if paths.contains(&at))) {
                lacks(path.id.as_str(), format!("{{sequence: {}}}", path.id));
            }
            let lists_results =
                path.results == ResultsPlace::List && path.steps.iter().any(|step| step.result.is_some());
            if lists_results && !has(&|block| matches!(block, Block::Results(paths) if paths.contains(&at))) {
                lacks(path.id.as_str(), format!("{{results: {}}}", path.id));
            }
        }
        for (at, path) in regulation.system_paths.iter().enumerate() {
            let parts = path.items.last().map_or(1, |item| item.part + 1);
            for part in 0..parts {
                let shows = |block: &Block| matches!(block, Block::Items { path, part: shown } if *path == at && shown.is_none_or(|shown| shown == part));
                if !has(&shows) {
                    lacks(path.id.as_str(), format!("{{items: {} {}}}", path.id, part + 1));
                }
            }
        }
    }
}
