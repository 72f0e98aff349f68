//! Where the pages show what stands at a place of a text, so that a finding can be shown beside it.
//!
//! In: raw definitions, so that it works for those that have faults, too. Out: [`Outline`].

use crate::base::{SourceId, Sources, Span, anchor};
use crate::model;
use crate::source::raw::RawRegulation;
use crate::source::{RawBlockKind, RawFile, RawFolder, RawProse, Word};
use std::collections::BTreeMap;

/// A place of the site. Ids are as the texts write them: there may be no such page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spot {
    pub decree: String,
    /// Nothing for the page of the decree itself.
    pub regulation: Option<String>,
    /// Within the page.
    pub anchor: Option<String>,
}

/// The places of the texts of a folder.
#[derive(Debug, Clone, Default)]
pub(super) struct Outline {
    /// By the path of the text.
    pages: BTreeMap<String, Spot>,
    /// Steps, items and paragraphs.
    anchors: Vec<(Span, String)>,
}

impl Outline {
    /// That of every folder.
    pub fn all(raw: &RawFolder, sources: &Sources) -> BTreeMap<String, Outline> {
        let mut all: BTreeMap<String, Outline> = BTreeMap::new();
        let mut decrees: BTreeMap<&str, String> = BTreeMap::new();
        for file in &raw.decrees {
            let decree = name(file.record.decree.as_deref());
            let spot = Spot { decree: decree.clone(), ..Spot::default() };
            decrees.entry(&file.folder).or_insert(decree);
            all.entry(file.folder.clone()).or_default().add(file.source, &file.prose, &spot, sources);
        }
        for file in &raw.regulations {
            let Some(decree) = decrees.get(file.folder.as_str()) else { continue };
            let regulation = Some(name(file.record.regulation.as_deref()));
            let spot = Spot { decree: decree.clone(), regulation, anchor: None };
            let outline = all.entry(file.folder.clone()).or_default();
            outline.add(file.source, &file.prose, &spot, sources);
            outline.add_paths(file, &sources.get(file.source).text);
        }
        all
    }

    /// Of a text that cannot be read now, the page is known from before.
    pub fn keep_pages(&mut self, before: &Outline) {
        for (path, spot) in &before.pages {
            self.pages.entry(path.clone()).or_insert_with(|| spot.clone());
        }
    }

    fn add(&mut self, source: SourceId, prose: &[RawProse], spot: &Spot, sources: &Sources) {
        self.pages.insert(sources.get(source).path.clone(), spot.clone());
        for prose in prose {
            self.pages.insert(sources.get(prose.source).path.clone(), spot.clone());
            for block in &prose.blocks {
                let number = match &block.kind {
                    RawBlockKind::Paragraph { marker: Some(marker), .. } => marker.strip_suffix('.'),
                    _ => None,
                };
                self.anchors.extend(number.map(|number| (block.span, format!("p{number}"))));
            }
        }
    }

    fn add_paths(&mut self, file: &RawFile<RawRegulation>, text: &str) {
        for path in file.record.procedures.iter().flat_map(|list| &list.0) {
            let id = name(path.id.as_deref());
            for (at, step) in path.steps.iter().flat_map(|list| &list.0).enumerate() {
                self.add_element(&id, model::step_id(step, at as u32 + 1), step.span, text);
            }
        }
        for path in file.record.interactions.iter().flat_map(|list| &list.0) {
            let id = name(path.id.as_deref());
            for item in path.items.iter().flat_map(|list| &list.0) {
                if let Some(item_id) = model::item_id(item) {
                    self.add_element(&id, item_id, item.span, text);
                }
            }
        }
    }

    fn add_element(&mut self, path: &str, element: String, span: Span, text: &str) {
        self.anchors.push((extent(span, text), anchor::of_element(path, element)));
    }

    /// The page of a text, and the step, item or paragraph that the place lies in.
    pub fn spot(&self, span: Span, path: &str) -> Option<Spot> {
        let page = self.pages.get(path)?;
        let holds =
            |(of, _): &&(Span, String)| of.source == span.source && of.start <= span.start && span.start < of.end;
        let anchor = self.anchors.iter().filter(holds).max_by_key(|(of, _)| of.start);
        Some(Spot { anchor: anchor.map(|(_, anchor)| anchor.clone()), ..page.clone() })
    }
}

/// From the first key of an entry to the next line that begins left of it. Places of entries are those of their first keys.
fn extent(span: Span, text: &str) -> Span {
    let start = text.floor_char_boundary(span.start as usize);
    let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let mut end = start + text[start..].find('\n').map_or(text.len() - start, |at| at + 1);
    while end < text.len() {
        let next = text[end..].split_inclusive('\n').next().unwrap_or_default();
        let indent = next.len() - next.trim_start_matches(' ').len();
        if !next.trim().is_empty() && indent < start - line {
            break;
        }
        end += next.len();
    }
    Span { end: end as u32, ..span }
}

fn name(word: Option<&Word>) -> String {
    word.map_or_else(String::new, |word| word.0.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_ends_where_the_next_begins() {
        let text = "steps:\n  - unit: a\n    text: b\n\n      c\n  - unit: d\nnext: e\n";
        let of = |words: &str| {
            let start = text.find(words).unwrap() as u32;
            let span = extent(Span::new(SourceId(0), start, start), text);
            &text[span.start as usize..span.end as usize]
        };
        assert_eq!(of("unit: a"), "unit: a\n    text: b\n\n      c\n");
        assert_eq!(of("unit: d"), "unit: d\n");
        assert_eq!(of("next"), "next: e\n");
    }
}
