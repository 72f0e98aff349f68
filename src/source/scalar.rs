//! The small types of the source format: words, texts, numbers, dates, lists.

use super::decode::{Cx, Decode};
use super::node::{Node, NodeKind};
use crate::base::{Lang, Spanned, codes, terms};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;
use std::borrow::Cow;

/// One scalar as it was typed: an id, a number of an act, a term.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Word(pub String);

impl Decode for Word {
    fn decode(node: &Node, cx: &mut Cx) -> Option<Word> {
        match &node.kind {
            NodeKind::Scalar(words) => Some(Word(cx.seen(words, node.span))),
            _ => cx.wrong_type(node, &terms::WORD),
        }
    }
}

impl JsonSchema for Word {
    fn schema_name() -> Cow<'static, str> {
        "Word".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["string", "number"] })
    }
}

/// A text in the language of the file, or in each language that it exists in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum RawText {
    Plain(String),
    ByLanguage(Vec<(Lang, String)>),
}

impl RawText {
    /// Its words in each language that it has; those of a bare text are in the language of the file.
    pub fn in_languages(&self, own: Lang) -> Vec<(Lang, &str)> {
        match self {
            RawText::Plain(words) => vec![(own, words)],
            RawText::ByLanguage(all) => all.iter().map(|(lang, words)| (*lang, words.as_str())).collect(),
        }
    }
}

/// Whether a node is a text in each language, and nothing else.
pub(super) fn is_by_language(node: &Node) -> bool {
    let is_tag = |key: &Node| matches!(&key.kind, NodeKind::Scalar(tag) if Lang::from_tag(tag).is_some());
    matches!(&node.kind, NodeKind::Map(entries) if !entries.is_empty() && entries.iter().all(|(key, _)| is_tag(key)))
}

/// What a map says in each language.
fn decode_by_language<T: Decode>(node: &Node, cx: &mut Cx) -> Vec<(Lang, T)> {
    let NodeKind::Map(entries) = &node.kind else { return Vec::new() };
    let mut by_language: Vec<(Lang, T)> = Vec::new();
    for (key, value) in entries {
        let lang = cx.key(key).and_then(|tag| match Lang::from_tag(&tag) {
            Some(lang) => Some(lang),
            None => cx.unknown_key(key, &tag, &["kk", "ru"]),
        });
        let said = T::decode(value, cx);
        if let (Some(lang), Some(said)) = (lang, said) {
            if by_language.iter().any(|(known, _)| *known == lang) {
                cx.find(&codes::DUPLICATE_KEY, key.span, [lang.tag()]);
            } else {
                by_language.push((lang, said));
            }
        }
    }
    by_language
}

impl Decode for RawText {
    fn decode(node: &Node, cx: &mut Cx) -> Option<RawText> {
        match &node.kind {
            NodeKind::Scalar(words) => Some(RawText::Plain(cx.seen(words, node.span))),
            NodeKind::Map(_) => {
                let words = decode_by_language::<Word>(node, cx).into_iter().map(|(lang, words)| (lang, words.0));
                Some(RawText::ByLanguage(words.collect()))
            }
            _ => cx.wrong_type(node, &terms::TEXT),
        }
    }
}

impl JsonSchema for RawText {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A text in the language of the file, or in each language that it exists in.",
            "anyOf": [{ "type": ["string", "number"] }, by_language()]
        })
    }
}

/// The schema of a text in each language.
pub(super) fn by_language() -> serde_json::Value {
    serde_json::json!({
        "type": "object",
        "properties": { "kk": { "type": "string" }, "ru": { "type": "string" } },
        "additionalProperties": false
    })
}

/// A whole number from 1 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct RawNumber(pub u32);

const NUMBER_MAX: u32 = 9_999;

impl Decode for RawNumber {
    fn decode(node: &Node, cx: &mut Cx) -> Option<RawNumber> {
        let NodeKind::Scalar(words) = &node.kind else { return cx.wrong_type(node, &terms::NUMBER) };
        match words.parse::<u32>() {
            Ok(number) if (1..=NUMBER_MAX).contains(&number) && !words.starts_with('+') => Some(RawNumber(number)),
            _ => {
                cx.find(&codes::NOT_A_NUMBER, node.span, [words.as_str()]);
                None
            }
        }
    }
}

impl JsonSchema for RawNumber {
    fn schema_name() -> Cow<'static, str> {
        "Number".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "integer", "minimum": 1, "maximum": NUMBER_MAX })
    }
}

/// A number that the texts of both languages share, or one for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct RawNumbers {
    pub kk: Option<u32>,
    pub ru: Option<u32>,
    /// One number stands for both.
    pub is_single: bool,
}

impl Decode for RawNumbers {
    fn decode(node: &Node, cx: &mut Cx) -> Option<RawNumbers> {
        if !matches!(node.kind, NodeKind::Map(_)) {
            let number = Some(RawNumber::decode(node, cx)?.0);
            return Some(RawNumbers { kk: number, ru: number, is_single: true });
        }
        let mut numbers = RawNumbers { kk: None, ru: None, is_single: false };
        for (lang, number) in decode_by_language::<RawNumber>(node, cx) {
            let side = if lang == Lang::Kk { &mut numbers.kk } else { &mut numbers.ru };
            *side = Some(number.0);
        }
        Some(numbers)
    }
}

impl JsonSchema for RawNumbers {
    fn schema_name() -> Cow<'static, str> {
        "Numbers".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let number = serde_json::json!({ "type": "integer", "minimum": 1, "maximum": NUMBER_MAX });
        json_schema!({
            "description": "A number that the texts of both languages share, or one for each.",
            "anyOf": [number, {
                "type": "object",
                "properties": { "kk": number, "ru": number },
                "additionalProperties": false
            }]
        })
    }
}

/// A day, `2016-01-08`; the model checks that the calendar has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RawDate(pub String);

impl Decode for RawDate {
    fn decode(node: &Node, cx: &mut Cx) -> Option<RawDate> {
        Word::decode(node, cx).map(|word| RawDate(word.0))
    }
}

impl JsonSchema for RawDate {
    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}$" })
    }
}

/// A list; a single value stands for a list of one.
#[derive(Debug, Clone, Serialize)]
pub struct RawList<T>(pub Vec<Spanned<T>>);

impl<T: Decode> Decode for RawList<T> {
    fn decode(node: &Node, cx: &mut Cx) -> Option<RawList<T>> {
        let items = match &node.kind {
            NodeKind::List(items) => items.as_slice(),
            NodeKind::Null => &[],
            _ if T::MAY_STAND_ALONE => std::slice::from_ref(node),
            _ => return cx.wrong_type(node, &terms::LIST),
        };
        Some(RawList(items.iter().filter_map(|item| Some(Spanned::new(T::decode(item, cx)?, item.span))).collect()))
    }
}

impl<T: Decode + JsonSchema> JsonSchema for RawList<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("{}List", T::schema_name()).into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let item = generator.subschema_for::<T>();
        let list = json_schema!({ "type": "array", "items": item });
        if T::MAY_STAND_ALONE { json_schema!({ "anyOf": [item, list] }) } else { list }
    }
}
