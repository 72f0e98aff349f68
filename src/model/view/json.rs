//! JSON that is written once and dropped: its texts are those of the model, its keys those of the program.
//!
//! A site writes one such object for each regulation. `serde_json::Value` would copy every text and every key of it, and
//! look each key up.

use crate::base::{Id, Text};
use crate::model::types::{Amendment, Participant, Prose, StatedDuration, Way};
use serde::{Serialize, Serializer};
use std::borrow::Cow;

/// What can stand in the view of a regulation.
#[derive(Debug, Clone)]
pub enum Json<'m> {
    Null,
    Flag(bool),
    Number(u64),
    Words(Cow<'m, str>),
    List(Vec<Json<'m>>),
    /// In the order that it is written in; no key stands there twice.
    Object(Vec<(&'static str, Json<'m>)>),
    /// What the model writes of itself.
    Duration(&'m StatedDuration),
    Prose(&'m [Prose]),
    Ways(&'m [Way]),
    Amendments(&'m [Amendment]),
    Participants(&'m [Participant]),
}

/// An object from its keys and values.
macro_rules! object {
    ({ $($key:literal: $value:expr),* $(,)? }) => {
        $crate::model::view::json::Json::Object(vec![$(($key, $crate::model::view::json::Json::from($value))),*])
    };
}
pub(super) use object;

impl<'m> Json<'m> {
    /// The same with one more field, if it is an object.
    pub(super) fn with(mut self, key: &'static str, value: impl Into<Json<'m>>) -> Json<'m> {
        if let Json::Object(fields) = &mut self {
            fields.push((key, value.into()));
        }
        self
    }

    /// A text in one language as a string, in two as an object.
    pub(super) fn said(text: &'m Text) -> Json<'m> {
        Json::said_as(text, Cow::Borrowed)
    }

    /// The same, with each language's words changed.
    pub(super) fn said_as(text: &'m Text, shown: impl Fn(&'m str) -> Cow<'m, str>) -> Json<'m> {
        let mut all = text.iter().map(|(lang, words)| (lang.tag(), Json::Words(shown(words))));
        match (all.next(), all.next()) {
            (Some((_, words)), None) => words,
            (first, second) => Json::Object(first.into_iter().chain(second).collect()),
        }
    }

    /// One of a few fixed words, as the model writes it.
    pub(super) fn word(word: impl Serialize) -> Json<'m> {
        match serde_json::to_value(word) {
            Ok(serde_json::Value::String(word)) => Json::from(word),
            _ => Json::Null,
        }
    }
}

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Json::Null => serializer.serialize_unit(),
            Json::Flag(flag) => serializer.serialize_bool(*flag),
            Json::Number(number) => serializer.serialize_u64(*number),
            Json::Words(words) => serializer.serialize_str(words),
            Json::List(list) => serializer.collect_seq(list),
            Json::Object(fields) => serializer.collect_map(fields.iter().map(|(key, value)| (key, value))),
            Json::Duration(duration) => duration.serialize(serializer),
            Json::Prose(prose) => prose.serialize(serializer),
            Json::Ways(ways) => ways.serialize(serializer),
            Json::Amendments(amendments) => amendments.serialize(serializer),
            Json::Participants(participants) => participants.serialize(serializer),
        }
    }
}

impl<'m, T: Into<Json<'m>>> From<Option<T>> for Json<'m> {
    fn from(value: Option<T>) -> Json<'m> {
        value.map_or(Json::Null, Into::into)
    }
}

impl<'m, T: Into<Json<'m>>> From<Vec<T>> for Json<'m> {
    fn from(list: Vec<T>) -> Json<'m> {
        list.into_iter().collect()
    }
}

impl<'m, T: Into<Json<'m>>> FromIterator<T> for Json<'m> {
    fn from_iter<I: IntoIterator<Item = T>>(all: I) -> Json<'m> {
        Json::List(all.into_iter().map(Into::into).collect())
    }
}

/// How each kind of value becomes JSON.
macro_rules! becomes_json {
    ($($from:ty, $value:ident => $json:expr;)*) => {
        $(impl<'m> From<$from> for Json<'m> {
            fn from($value: $from) -> Json<'m> {
                $json
            }
        })*
    };
}

becomes_json! {
    bool, flag => Json::Flag(flag);
    u32, number => Json::Number(number.into());
    u64, number => Json::Number(number);
    usize, number => Json::Number(number as u64);
    String, words => Json::Words(Cow::Owned(words));
    &'m str, words => Json::Words(Cow::Borrowed(words));
    &'m String, words => Json::Words(Cow::Borrowed(words));
    &'m Id, id => Json::Words(Cow::Borrowed(id.as_str()));
    &'m Text, text => Json::said(text);
    &'m StatedDuration, duration => Json::Duration(duration);
    &'m Vec<Prose>, prose => Json::Prose(prose);
    &'m Vec<Way>, ways => Json::Ways(ways);
    &'m Vec<Amendment>, amendments => Json::Amendments(amendments);
    &'m Vec<Participant>, participants => Json::Participants(participants);
}
