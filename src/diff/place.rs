//! Where data and paragraphs of a regulation stand in its text: chapter, paragraph, part.
//!
//! The running text draws lists of data in; what is drawn in stands in the paragraph that draws it.

use super::types::{Numbered, Place, Value};
use crate::base::{Text, Voice};
use crate::model::{Block, InText, Prose, ProviderPath, Regulation, SystemPath, Twins};
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

/// The same, with what the other text calls each place where the two number differently.
pub(super) fn of_blocks_beside(prose: &Prose, twins: Option<&Twins>) -> Vec<Place> {
    let (own, language) = (prose.language, prose.language.other());
    let Some(twins) = twins.filter(|twins| !twins.number_alike()) else { return of_blocks(prose) };
    let beside = |place: Place| {
        let chapter = place.chapter.and_then(|number| twins.of_chapter(own, number));
        let paragraph = place.paragraph.and_then(|number| twins.of_paragraph(own, number));
        place.beside(Numbered { language, chapter, paragraph })
    };
    of_blocks(prose).into_iter().map(beside).collect()
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

/// What of the data a text draws in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum List {
    Units,
    Steps,
    Results,
    Sequence,
    Items,
}

/// Where each list stands, by path and part.
type Lists = BTreeMap<(List, usize, usize), Place>;

/// Where the data of a regulation stand. Without a running text, nothing is known but path and element.
#[derive(Debug, Default)]
pub(super) struct Places(Lists);

impl Places {
    pub fn of(regulation: &Regulation) -> Places {
        let Some(prose) = regulation.prose_in(regulation.language) else { return Places::default() };
        let language = prose.language.other();
        let other = regulation.prose.iter().find(|prose| prose.language == language);
        let other = other.map_or(Lists::new(), |prose| lists(regulation, prose));
        let beside = |(key, place): ((List, usize, usize), Place)| match other.get(&key) {
            Some(Place { chapter, paragraph, .. }) => {
                (key, place.beside(Numbered { language, chapter: *chapter, paragraph: *paragraph }))
            }
            None => (key, place),
        };
        Places(lists(regulation, prose).into_iter().map(beside).collect())
    }

    fn list(&self, list: List, path: usize, part: usize) -> Place {
        self.0.get(&(list, path, part)).cloned().unwrap_or_default()
    }

    pub fn unit(&self, id: &str) -> Place {
        Place { element: Some(id.to_owned()), ..self.list(List::Units, 0, 0) }
    }

    pub fn provider_path(&self, at: usize, path: &ProviderPath) -> Place {
        let place = self.list(List::Steps, at, 0);
        Place { path: Some(path.id.to_string()), ..place }
    }

    pub fn step(&self, at: usize, path: &ProviderPath, step: usize) -> Place {
        let step = &path.steps[step];
        let place = self.provider_path(at, path);
        Place { marker: marker(&step.marker), element: Some(step.id.to_string()), ..place }
    }

    /// The result of a step, where results are listed apart.
    pub fn result(&self, at: usize, path: &ProviderPath, step: usize) -> Option<Place> {
        let (place, step) = (self.0.get(&(List::Results, at, 0))?, &path.steps[step]);
        let printed = step.result.as_ref().and_then(|result| marker(&result.marker));
        let element = Some(step.id.to_string());
        Some(Place { marker: printed, path: Some(path.id.to_string()), element, ..place.clone() })
    }

    pub fn restated(&self, at: usize, path: &ProviderPath, restated: usize) -> Place {
        let restated = &path.sequence[restated];
        let place = self.list(List::Sequence, at, 0);
        let step = path.steps.iter().find(|step| step.n == restated.n);
        Place {
            marker: marker(&restated.marker),
            path: Some(path.id.to_string()),
            element: step.map(|step| step.id.to_string()),
            ..place
        }
    }

    pub fn system_path(&self, at: usize, path: &SystemPath) -> Place {
        let place = self.list(List::Items, at, 0);
        Place { path: Some(path.id.to_string()), ..place }
    }

    pub fn item(&self, at: usize, path: &SystemPath, item: usize) -> Place {
        let item = &path.items[item];
        let place = self.list(List::Items, at, item.part);
        let marker = Value::text(&item.marker);
        Place { marker, path: Some(path.id.to_string()), element: Some(item.id.to_string()), ..place }
    }
}

/// The lists of a text; one that is drawn in twice stands where it does first, the units where they do last.
fn lists(regulation: &Regulation, prose: &Prose) -> Lists {
    let mut lists = Lists::new();
    for (block, place) in prose.blocks.iter().zip(of_blocks(prose)) {
        let mut put = |list: List, paths: &[usize]| {
            paths.iter().for_each(|path| _ = lists.entry((list, *path, 0)).or_insert_with(|| place.clone()));
        };
        match block {
            Block::Units => _ = lists.insert((List::Units, 0, 0), place),
            Block::Steps(paths) => put(List::Steps, paths),
            Block::Results(paths) => put(List::Results, paths),
            Block::Sequence(paths) => put(List::Sequence, paths),
            Block::Items { path, part } => {
                let last = regulation.system_paths[*path].items.last().map_or(0, |item| item.part);
                for shown in (0..=last).filter(|shown| part.is_none_or(|part| part == *shown)) {
                    lists.entry((List::Items, *path, shown)).or_insert_with(|| place.clone());
                }
            }
            _ => {}
        }
    }
    lists
}

/// The place of a fact.
pub(super) fn of_fact(fact: InText, regulation: &Regulation) -> Place {
    let own = regulation.prose_in(regulation.language).map_or(regulation.language, |prose| prose.language);
    let language = own.other();
    let place = Place { paragraph: fact.get(own), ..Place::default() };
    // Where there is one text, no other one numbers.
    let is_other = regulation.prose.iter().any(|prose| prose.language == language);
    let other = Numbered { language, chapter: None, paragraph: fact.get(language) };
    if is_other { place.beside(other) } else { place }
}

/// The marker of a step; one that stands alone has none.
fn marker(text: &Text) -> Option<Value> {
    Value::text(text).filter(|marker| !marker.say(Voice::Kk).is_empty())
}
