//! Where data and paragraphs of a regulation stand in its text: chapter, paragraph, part.
//!
//! The running text draws lists of data in; what is drawn in stands in the paragraph that draws it.

use super::types::{Place, Value};
use crate::base::{Text, Voice};
use crate::model::{Block, Prose, ProviderPath, Regulation, SystemPath};
use std::collections::BTreeMap;

/// The place of every block of a running text.
pub(super) fn of_blocks(prose: &Prose) -> Vec<Place> {
    let top = prose
        .blocks
        .iter()
        .filter_map(|block| if let Block::Heading { level, .. } = block { Some(*level) } else { None });
    let mut here = Walk { top: top.min().unwrap_or(1), place: Place::default(), chapters: 0 };
    prose.blocks.iter().map(|block| here.step(block)).collect()
}

struct Walk {
    top: u8,
    place: Place,
    chapters: u32,
}

impl Walk {
    fn step(&mut self, block: &Block) -> Place {
        match block {
            Block::Heading { level, words } if *level == self.top => {
                self.chapters = leading_number(&words.plain).unwrap_or(self.chapters + 1);
                self.place = Place { chapter: Some(self.chapters), ..Place::default() };
                self.place.clone()
            }
            Block::Paragraph { marker: Some(marker), .. } if !marker.ends_with(')') => {
                let chapter = self.place.chapter;
                self.place = Place { chapter, paragraph: leading_number(marker), part: Some(1), ..Place::default() };
                Place { part: None, ..self.place.clone() }
            }
            Block::Paragraph { marker: Some(marker), .. } => {
                Place { marker: Some(Value::words(marker)), part: None, ..self.place.clone() }
            }
            Block::Paragraph { marker: None, .. } => {
                self.place.part = Some(self.place.part.unwrap_or(0) + 1);
                self.place.clone()
            }
            _ => Place { part: None, ..self.place.clone() },
        }
    }
}

/// The number at the start of a text.
pub(super) fn leading_number(text: &str) -> Option<u32> {
    let digits: String = text.trim_start().chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

/// Where the data of a regulation stand. Without a running text, nothing is known but path and element.
#[derive(Debug, Default)]
pub(super) struct Places {
    units: Place,
    steps: BTreeMap<usize, Place>,
    results: BTreeMap<usize, Place>,
    sequences: BTreeMap<usize, Place>,
    /// By path and part.
    items: BTreeMap<(usize, usize), Place>,
}

impl Places {
    pub fn of(regulation: &Regulation) -> Places {
        let mut places = Places::default();
        let Some(prose) = regulation.prose_in(regulation.language) else { return places };
        for (block, place) in prose.blocks.iter().zip(of_blocks(prose)) {
            let put = |to: &mut BTreeMap<usize, Place>, paths: &[usize]| {
                paths.iter().for_each(|path| _ = to.entry(*path).or_insert_with(|| place.clone()));
            };
            match block {
                Block::Units => places.units = place,
                Block::Steps(paths) => put(&mut places.steps, paths),
                Block::Results(paths) => put(&mut places.results, paths),
                Block::Sequence(paths) => put(&mut places.sequences, paths),
                Block::Items { path, part } => {
                    let last = regulation.system_paths[*path].items.last().map_or(0, |item| item.part);
                    for shown in (0..=last).filter(|shown| part.is_none_or(|part| part == *shown)) {
                        places.items.entry((*path, shown)).or_insert_with(|| place.clone());
                    }
                }
                _ => {}
            }
        }
        places
    }

    pub fn unit(&self, id: &str) -> Place {
        Place { element: Some(id.to_owned()), ..self.units.clone() }
    }

    pub fn provider_path(&self, at: usize, path: &ProviderPath) -> Place {
        let place = self.steps.get(&at).cloned().unwrap_or_default();
        Place { path: Some(path.id.to_string()), ..place }
    }

    pub fn step(&self, at: usize, path: &ProviderPath, step: usize) -> Place {
        let step = &path.steps[step];
        let place = self.provider_path(at, path);
        Place { marker: marker(&step.marker), element: Some(step.id.to_string()), ..place }
    }

    /// The result of a step, where results are listed apart.
    pub fn result(&self, at: usize, path: &ProviderPath, step: usize) -> Option<Place> {
        let (place, step) = (self.results.get(&at)?, &path.steps[step]);
        let printed = step.result.as_ref().and_then(|result| marker(&result.marker));
        let element = Some(step.id.to_string());
        Some(Place { marker: printed, path: Some(path.id.to_string()), element, ..place.clone() })
    }

    pub fn restated(&self, at: usize, path: &ProviderPath, restated: usize) -> Place {
        let restated = &path.sequence[restated];
        let place = self.sequences.get(&at).cloned().unwrap_or_default();
        let step = path.steps.iter().find(|step| step.n == restated.n);
        Place {
            marker: marker(&restated.marker),
            path: Some(path.id.to_string()),
            element: step.map(|step| step.id.to_string()),
            ..place
        }
    }

    pub fn system_path(&self, at: usize, path: &SystemPath) -> Place {
        let place = self.items.get(&(at, 0)).cloned().unwrap_or_default();
        Place { path: Some(path.id.to_string()), ..place }
    }

    pub fn item(&self, at: usize, path: &SystemPath, item: usize) -> Place {
        let item = &path.items[item];
        let place = self.items.get(&(at, item.part)).cloned().unwrap_or_default();
        let marker = Value::text(&item.marker);
        Place { marker, path: Some(path.id.to_string()), element: Some(item.id.to_string()), ..place }
    }
}

/// The marker of a step; one that stands alone has none.
fn marker(text: &Text) -> Option<Value> {
    Value::text(text).filter(|marker| !marker.say(Voice::Kk).is_empty())
}
