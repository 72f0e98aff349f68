//! The types of a comparison: what changed, of what kind, where in the act, from which words to which.
//!
//! Serialised field names are those of `diff --format json`; they are part of the public interface.

use super::marks::Piece;
use super::subject::Subject;
use crate::base::{Lang, Said, Text, Voice};
use crate::wording::duration::{Duration, code, say_short};
use serde::Serialize;

/// Everything that changed, act by act, in the order of the new corpus; acts without a change are left out.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Changes {
    pub acts: Vec<ActChanges>,
}

impl Changes {
    pub fn is_empty(&self) -> bool {
        self.acts.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = &Change> {
        self.acts.iter().flat_map(|act| &act.changes)
    }

    /// Each change once, as they are counted: a place whose words changed in both languages is one, told twice.
    pub fn counted(&self) -> impl Iterator<Item = &Change> {
        self.iter().filter(|change| !change.is_in_both || change.language == Some(Lang::Kk))
    }
}

/// What changed in a decree itself, or in one regulation of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ActChanges {
    pub decree: String,
    /// `None` where the decree itself is meant.
    pub regulation: Option<String>,
    pub title: Text,
    /// In the order of the act.
    pub changes: Vec<Change>,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Change {
    pub kind: Kind,
    pub subject: Subject,
    /// Where it stands now; where it stood, if it is gone.
    pub place: Place,
    /// The language of the words that changed; `None` where no words did, or where they are told in both.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Lang>,
    /// Whether the words of the other language changed likewise, which is told as a change of its own.
    #[serde(skip)]
    pub is_in_both: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Value>,
    /// The sentence with its words marked, where words changed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Piece>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    Added,
    Removed,
    /// It stands elsewhere in the order.
    Moved,
    /// It and another one took each other's place.
    Swapped,
    /// The same thing in other words.
    Reworded,
    /// A term.
    Longer,
    Shorter,
    /// Another value: a number, a unit, a branch.
    Changed,
    /// Other numbers because something before them came or went; said once for all of them.
    Renumbered,
    /// The same definition, another picture: the program or the theme is another one.
    Redrawn,
}

/// A place in an act, in legal terms. What is not known, or does not apply, is missing.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Place {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chapter: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paragraph: Option<u32>,
    /// The marker of a sub-paragraph, a step or an item as printed: «3)», «1 әрекет -».
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marker: Option<Value>,
    /// Which unnumbered part of the paragraph or chapter, from 1; the paragraph's own first words are its first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub appendix: Option<u32>,
    /// Id of the path: it names the drawing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// Id of the step, the item, the unit or the participant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub element: Option<String>,
    /// The same place as the text of the other language numbers it, where it does so otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other: Option<Numbered>,
}

/// How the text of one language numbers a place; without a number, where it has no such place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Numbered {
    pub language: Lang,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chapter: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paragraph: Option<u32>,
}

impl Place {
    /// The place as the text of this language numbers it.
    #[must_use]
    pub fn read_in(&self, language: Lang) -> Place {
        let Some(read) = self.other.filter(|other| other.language == language) else { return self.clone() };
        let other = Numbered { language: language.other(), chapter: self.chapter, paragraph: self.paragraph };
        Place { chapter: read.chapter, paragraph: read.paragraph, other: Some(other), ..self.clone() }
    }

    /// The place with what the text of the other language calls it.
    pub(super) fn beside(mut self, other: Numbered) -> Place {
        self.other = Some(other).filter(|other| (other.chapter, other.paragraph) != (self.chapter, self.paragraph));
        self
    }
}

/// What stood there or stands there now.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// Words of the act or of the definition.
    Words(String),
    /// The same, where the act is written in both languages.
    Both { kk: String, ru: String },
    /// What the program says in the language of its user.
    Voiced { kk: String, ru: String, en: String },
}

impl Value {
    pub fn say(&self, voice: Voice) -> &str {
        match (self, voice) {
            (Value::Words(words), _) => words,
            (Value::Both { ru, .. } | Value::Voiced { ru, .. }, Voice::Ru) => ru,
            (Value::Both { kk, .. }, _) | (Value::Voiced { kk, .. }, Voice::Kk) => kk,
            (Value::Voiced { en, .. }, Voice::En) => en,
        }
    }

    /// Words of the act, for a reader of this language: not what the program says.
    pub fn quote(&self, voice: Voice) -> Option<&str> {
        (!matches!(self, Value::Voiced { .. })).then(|| self.say(voice))
    }

    pub(super) fn words(words: impl Into<String>) -> Value {
        Value::Words(words.into())
    }

    /// A text in the languages that it has; nothing where it has none.
    pub(super) fn text(text: &Text) -> Option<Value> {
        match (text.get(Lang::Kk), text.get(Lang::Ru)) {
            (Some(kk), Some(ru)) => Some(Value::Both { kk: kk.to_owned(), ru: ru.to_owned() }),
            (one, other) => one.or(other).map(Value::words),
        }
    }

    pub(super) fn of(said: &Said) -> Value {
        Value::Voiced { kk: said.kk.into(), ru: said.ru.into(), en: said.en.into() }
    }

    pub(super) fn duration(value: &Duration) -> Value {
        Value::Voiced { kk: say_short(value, Lang::Kk), ru: say_short(value, Lang::Ru), en: code(value) }
    }
}
