//! Ids: short Latin words, stable for life. They name files, anchors and SVG elements.

use serde::{Serialize, Serializer};
use std::fmt;

/// The longest id, in bytes: a path made of three of them still fits every file system.
const LENGTH_MAX: usize = 64;

/// A checked id: `a`–`z`, `0`–`9` and inner hyphens, beginning with a letter or a digit.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(String);

/// Why a word cannot be an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdError {
    Empty,
    TooLong,
    /// A letter outside the alphabet of ids.
    Letter(char),
    /// A hyphen at the start or the end, or two in a row.
    Hyphen,
    /// A name that some system keeps for a device, so that no file can have it.
    Reserved,
}

impl Id {
    pub fn new(word: &str) -> Result<Id, IdError> {
        if word.is_empty() {
            return Err(IdError::Empty);
        }
        if word.len() > LENGTH_MAX {
            return Err(IdError::TooLong);
        }
        if let Some(letter) = word.chars().find(|c| !matches!(c, 'a'..='z' | '0'..='9' | '-')) {
            return Err(IdError::Letter(letter));
        }
        if word.starts_with('-') || word.ends_with('-') || word.contains("--") {
            return Err(IdError::Hyphen);
        }
        if is_device_name(word) {
            return Err(IdError::Reserved);
        }
        Ok(Id(word.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Names that Windows keeps for devices, whatever their folder.
fn is_device_name(word: &str) -> bool {
    matches!(word, "con" | "prn" | "aux" | "nul")
        || (word.len() == 4
            && (word.starts_with("com") || word.starts_with("lpt"))
            && word.as_bytes()[3].is_ascii_digit())
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl AsRef<str> for Id {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}
