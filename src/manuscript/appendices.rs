//! Appendices: those of the act as printed, then the drawings that the act has no appendix for.

use super::compose::Composer;
use super::{AppendixSlot, Block, LegendText, Standing};
use crate::base::{Id, Text};
use crate::model::{Appendix, Legend, Regulation, Shown};
use std::collections::BTreeSet;

pub(super) fn add(to: &mut Composer<'_>, regulation: &Regulation) {
    let mut shown = BTreeSet::new();
    for appendix in &regulation.appendices {
        let Some((path, variant)) = path_of(regulation, appendix.shows) else { continue };
        shown.insert(key(appendix.shows));
        printed(to, appendix, path, variant);
    }
    let diagrams = (0..regulation.system_paths.len()).map(Shown::Diagram);
    let handbooks = (0..regulation.provider_paths.len()).map(Shown::Handbook);
    for shows in diagrams.chain(handbooks).filter(|shows| !shown.contains(&key(*shows))) {
        if let Some((path, variant)) = path_of(regulation, shows) {
            let slot = empty(to, path, shows, variant, Standing::Unmentioned);
            to.blocks.push(Block::Appendix(Box::new(slot)));
        }
    }
}

fn key(shows: Shown) -> (bool, usize) {
    match shows {
        Shown::Diagram(path) => (true, path),
        Shown::Handbook(path) => (false, path),
    }
}

fn path_of(regulation: &Regulation, shows: Shown) -> Option<(&Id, Option<&Text>)> {
    match shows {
        Shown::Diagram(path) => regulation.system_paths.get(path).map(|path| (&path.id, path.named.as_ref())),
        Shown::Handbook(path) => regulation.provider_paths.get(path).map(|path| (&path.id, path.variant.as_ref())),
    }
}

fn printed(to: &mut Composer<'_>, appendix: &Appendix, path: &Id, variant: Option<&Text>) {
    let standing = if appendix.is_missing { Standing::Missing } else { Standing::Printed };
    let slot = empty(to, path, appendix.shows, variant, standing);
    let anchor = match appendix.number {
        Some(number) => to.anchors.take(&format!("appendix{number}")),
        None => slot.anchor,
    };
    let header = appendix.header.as_ref().map(|text| to.phrase(text));
    let label = appendix.label.as_ref().map(|text| to.phrase(text));
    let label = label.filter(|label| header.as_ref().is_none_or(|header| !header.plain.contains(&label.plain)));
    let heading = appendix.heading.as_ref().map(|text| to.phrase(text));
    let legend = appendix.legend.as_ref().map(|legend| words_of(to, legend));
    let slot = AppendixSlot { anchor, number: appendix.number, label, header, heading, legend, ..slot };
    to.blocks.push(Block::Appendix(Box::new(slot)));
}

fn empty(to: &mut Composer<'_>, path: &Id, shows: Shown, variant: Option<&Text>, standing: Standing) -> AppendixSlot {
    AppendixSlot {
        anchor: to.anchors.take(&format!("drawing-{path}")),
        standing,
        number: None,
        label: None,
        header: None,
        heading: None,
        path: path.clone(),
        is_diagram: matches!(shows, Shown::Diagram(_)),
        variant: variant.map(|text| to.phrase(text)),
        legend: None,
    }
}

fn words_of(to: &Composer<'_>, legend: &Legend) -> LegendText {
    LegendText {
        heading: legend.heading.as_ref().map(|text| to.phrase(text)),
        items: legend.items.iter().map(|item| to.phrase(item.printed.as_ref().unwrap_or(&item.text))).collect(),
    }
}
