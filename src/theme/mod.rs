//! The theme: how the site and the drawings look, and the words of the interface.
//!
//! In: the files of a theme folder, laid over the embedded theme file by file. Out: a [`Theme`].
//! Holds: templates are compiled once, no word of the interface is missing, every fault names file and line.
//! Absent on purpose: what a page says; files, which the edge reads.

mod drawing;
mod embedded;
mod fault;
pub mod lint;
mod publisher;
mod read;
mod templates;
#[cfg(test)]
mod tests;
mod words;

pub use drawing::{Both, Colour, Crossings, Drawing, PaintStyle, PaperFormat};
pub use fault::ThemeFault;
pub use publisher::{Address, Emblem, PIXEL, Publisher};
pub use words::Words;

use crate::base::{Lang, RelPath};
use serde::Serialize;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
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
    /// The templates as they are written.
    texts: BTreeMap<String, String>,
    templates: Templates,
    /// What each template was given, where that is asked for.
    noted: Option<Arc<Mutex<lint::Shapes>>>,
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

    /// Names that a template uses and no page gives it.
    pub fn unknown_names(&self, shapes: &lint::Shapes) -> Vec<ThemeFault> {
        let texts = self.texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        lint::unknown_names(&texts, shapes)
    }

    /// Words of the interface.
    pub fn words(&self, lang: Lang) -> &Words {
        &self.words[lang as usize]
    }

    /// The embedded theme with these files, which notes what its templates are given.
    pub fn noting(files: BTreeMap<String, Vec<u8>>) -> Theme {
        let theme = Theme::with_overrides(files).unwrap_or_else(|_| Theme::embedded());
        Theme { noted: Some(Arc::default()), ..theme }
    }

    /// What each template was given so far.
    pub fn noted(&self) -> lint::Shapes {
        let noted = self.noted.as_ref().map(|noted| noted.lock().unwrap_or_else(PoisonError::into_inner).clone());
        noted.unwrap_or_default()
    }

    fn note(&self, name: &str, lang: Lang, context: &impl Serialize) {
        let Some(noted) = &self.noted else { return };
        let mut given = serde_json::to_value(context).unwrap_or_default();
        if let Some(keys) = given.as_object_mut() {
            keys.insert("w".to_owned(), serde_json::to_value(self.words(lang)).unwrap_or_default());
        }
        let mut noted = noted.lock().unwrap_or_else(PoisonError::into_inner);
        let known = noted.remove(name).unwrap_or_default();
        noted.insert(name.to_owned(), known.with(lint::Shape::of(&given)));
    }

    /// Fills a template: `name` is relative to `templates/`, `lang` chooses the words that it sees as `w`.
    pub fn page(&self, name: &str, lang: Lang, context: &impl Serialize) -> Result<Vec<u8>, ThemeFault> {
        self.note(name, lang, context);
        self.templates.render(name, lang, context)
    }
}
