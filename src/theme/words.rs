//! Words of the interface in one language: a flat file of keys and texts.
//!
//! A text may hold `{0}`, `{1}` for what is put in. A text that is counted gives its forms parted by `|`: one in
//! Kazakh, three in Russian («процедура|процедуры|процедур»).

use super::ThemeFault;
use crate::base::themes;
use foldhash::fast::FixedState;
use serde::Serialize;
use std::collections::HashMap;

/// Texts by key. Every key of the embedded theme has one.
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct Words {
    texts: HashMap<String, String, FixedState>,
}

impl Words {
    /// The text of a key; the key itself where there is none, which the reader of themes does not let through.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.texts.get(key).map_or(key, String::as_str)
    }

    /// The text of a key with `{0}`, `{1}` … filled in.
    pub fn fill(&self, key: &str, with: &[&str]) -> String {
        let mut parts = self.get(key).split('{');
        let mut text = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let slot = part.split_once('}').and_then(|(at, rest)| Some((with.get(at.parse::<usize>().ok()?)?, rest)));
            match slot {
                Some((word, rest)) => text.extend([word, rest]),
                None => text.extend(["{", part]),
            }
        }
        text
    }

    /// The forms of a counted text: the same one three times where the language has but one.
    pub fn forms<'a>(&'a self, key: &'a str) -> [&'a str; 3] {
        let mut forms = self.get(key).split('|');
        let one = forms.next().unwrap_or("");
        let few = forms.next().unwrap_or(one);
        [one, few, forms.next().unwrap_or(few)]
    }

    /// In their order.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        let mut keys: Vec<&str> = self.texts.keys().map(String::as_str).collect();
        keys.sort_unstable();
        keys.into_iter()
    }

    /// Reads a file of words. With `pattern`, its keys must be those of `pattern`: none missing, none besides.
    pub(super) fn read(file: &str, bytes: &[u8], pattern: Option<&Words>) -> Result<Words, Vec<ThemeFault>> {
        let text = super::read::utf8(file, bytes).map_err(|fault| vec![fault])?;
        let texts = serde_yaml::from_str(text).map_err(|error| vec![fault(file, &error)])?;
        let words = Words { texts };
        let Some(pattern) = pattern else { return Ok(words) };
        let mut faults: Vec<ThemeFault> = words
            .keys()
            .filter(|key| !pattern.texts.contains_key(*key))
            .map(|key| ThemeFault::at_byte(file, bytes, byte_of_key(text, key), &themes::THEME_UNKNOWN_KEY).word(key))
            .collect();
        let missing = pattern.keys().filter(|key| !words.texts.contains_key(*key));
        faults.extend(missing.map(|key| ThemeFault::of_file(file, &themes::THEME_MISSING_KEY).word(key)));
        if faults.is_empty() { Ok(words) } else { Err(faults) }
    }
}

/// Where a line begins with the key, for a message.
fn byte_of_key(text: &str, key: &str) -> usize {
    let mut byte = 0;
    for line in text.split_inclusive('\n') {
        if line.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with(':')) {
            return byte;
        }
        byte += line.len();
    }
    0
}

fn fault(file: &str, error: &serde_yaml::Error) -> ThemeFault {
    let message = error.without_snippet().to_string().lines().next().unwrap_or("").to_owned();
    let fault = ThemeFault::of_file(file, &themes::THEME_NOT_YAML).word(message);
    match error.location() {
        Some(place) => fault.at(place.line() as u32, place.column() as u32),
        None => fault,
    }
}
