//! The theme: how the site and the drawings look, and the words of the interface.
//!
//! In: the files of a theme folder, laid over the embedded theme file by file. Out: a [`Theme`].
//! Holds: templates are compiled once, no word of the interface is missing, every fault names file and line.
//! Absent on purpose: what a page says; files, which the edge reads.

mod drawing;
mod embedded;
mod fault;
mod publisher;
mod read;
mod templates;
#[cfg(test)]
mod tests;
mod words;

pub use drawing::{Both, Crossings, Drawing, PaperFormat};
pub use fault::ThemeFault;
pub use publisher::{Address, Emblem, Publisher};
pub use words::Words;

use crate::base::{Lang, RelPath};
use serde::Serialize;
use std::borrow::Cow;
use std::collections::BTreeMap;
use templates::Templates;

/// Everything that a theme folder can change.
#[derive(Debug, Clone)]
pub struct Theme {
    /// Measures and colours of the drawings.
    pub drawing: Drawing,
    /// Whose site it is.
    pub publisher: Publisher,
    /// Files that are published as they are, by their place in `assets/` of the site.
    pub assets: BTreeMap<RelPath, Cow<'static, [u8]>>,
    words: [Words; 2],
    templates: Templates,
}

impl Theme {
    /// The theme inside the program.
    pub fn embedded() -> Theme {
        match Theme::with_overrides(BTreeMap::new()) {
            Ok(theme) => theme,
            Err(faults) => unreachable!("the embedded theme is sound, a test holds it: {faults:?}"),
        }
    }

    /// The embedded theme with these files in place of its own, by path relative to the theme folder.
    pub fn with_overrides(files: BTreeMap<String, Vec<u8>>) -> Result<Theme, Vec<ThemeFault>> {
        read::read(&files)
    }

    /// Words of the interface.
    pub fn words(&self, lang: Lang) -> &Words {
        &self.words[lang as usize]
    }

    /// Fills a template: `name` is relative to `templates/`, `lang` chooses the words that it sees as `w`.
    pub fn page(&self, name: &str, lang: Lang, context: &impl Serialize) -> Result<Vec<u8>, ThemeFault> {
        self.templates.render(name, lang, context)
    }
}
