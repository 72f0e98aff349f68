//! From nodes to records: everything wrong is reported, and reading goes on.

use super::node::{Node, NodeKind};
use crate::base::{Entry, Finding, Said, Span, Spanned, codes, harmless, terms};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// What a decoder needs beside the node.
pub(super) struct Cx<'f> {
    pub findings: &'f mut Vec<Finding>,
}

/// Made from a node; `None` after a finding.
pub(super) trait Decode: Sized {
    /// A list of these may be written as the one value alone.
    const MAY_STAND_ALONE: bool = true;

    fn decode(node: &Node, cx: &mut Cx) -> Option<Self>;
}

impl Cx<'_> {
    pub fn find<const N: usize>(&mut self, entry: &'static Entry, span: Span, words: [&str; N]) {
        let finding = Finding::new(entry, span);
        self.findings.push(words.into_iter().fold(finding, Finding::word));
    }

    /// Words as they were typed, with a finding where one of their signs cannot be seen.
    pub fn seen(&mut self, words: &str, span: Span) -> String {
        self.findings.extend(unseen(words, span));
        words.to_owned()
    }

    /// A finding that says what stands here and what fits.
    pub fn wrong_type<T>(&mut self, node: &Node, fits: &'static Said) -> Option<T> {
        let found = match node.kind {
            NodeKind::Null => &terms::NOTHING,
            NodeKind::Scalar(_) => &terms::WORD,
            NodeKind::List(_) => &terms::LIST,
            NodeKind::Map(_) => &terms::GROUP,
        };
        self.findings.push(Finding::new(&codes::WRONG_TYPE, node.span).term(found).term(fits));
        None
    }

    /// The spelling of a key.
    pub fn key(&mut self, node: &Node) -> Option<String> {
        match &node.kind {
            NodeKind::Scalar(words) => Some(words.clone()),
            _ => self.wrong_type(node, &terms::KEY),
        }
    }

    /// A finding with the nearest known key.
    pub fn unknown_key<T>(&mut self, node: &Node, key: &str, known: &[&str]) -> Option<T> {
        match nearest(key, known.iter().copied()) {
            Some(near) => self.find(&codes::UNKNOWN_KEY, node.span, [key, near]),
            None => self.findings.push(Finding::new(&codes::UNKNOWN_KEY_FAR, node.span).word(key).names(known)),
        }
        None
    }
}

/// The first sign of the words that nobody could see.
pub(super) fn unseen(words: &str, span: Span) -> Option<Finding> {
    let sign = words.chars().find(|sign| harmless::is_unfit(*sign))?;
    Some(Finding::new(&codes::UNFIT_SIGN, span).word(format!("U+{:04X}", u32::from(sign))))
}

/// The most similar of `known`, where it is similar enough to be meant.
pub fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    // A word of a megabyte is nobody's slip of the finger.
    const LENGTH_MAX: usize = 100;
    if word.len() > LENGTH_MAX {
        return None;
    }
    let mut best: Option<(f64, &str)> = None;
    for candidate in known {
        let likeness = strsim::jaro_winkler(&word.to_lowercase(), candidate);
        if likeness >= 0.75 && best.is_none_or(|(most, _)| likeness > most) {
            best = Some((likeness, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Fields of a record while it is read.
pub(super) struct Fields<'n> {
    entries: Vec<(&'n str, &'n Node, &'n Node)>,
    /// Those whose values were taken and could not be read.
    pub unread: Vec<&'static str>,
}

impl<'n> Fields<'n> {
    /// Complains about unknown and duplicate keys, and about required ones that are missing.
    pub fn open(node: &'n Node, known: &[&str], requires: &[&str], cx: &mut Cx) -> Option<Fields<'n>> {
        let NodeKind::Map(entries) = &node.kind else {
            return cx.wrong_type(node, &terms::GROUP);
        };
        let mut fields = Fields { entries: Vec::new(), unread: Vec::new() };
        for (key, value) in entries {
            let NodeKind::Scalar(name) = &key.kind else {
                cx.wrong_type::<()>(key, &terms::KEY);
                continue;
            };
            if !known.contains(&name.as_str()) {
                cx.unknown_key::<()>(key, name, known);
            } else if let Some((_, first, _)) = fields.entries.iter().find(|(seen, _, _)| seen == name) {
                cx.findings.push(Finding::new(&codes::DUPLICATE_KEY, key.span).word(name).related(first.span));
            } else {
                fields.entries.push((name, key, value));
            }
        }
        for name in requires {
            if !fields.entries.iter().any(|(seen, _, _)| seen == name) {
                let place = entries.first().map_or(node.span, |(key, _)| key.span);
                cx.find(&codes::MISSING_KEY, place, [*name]);
            }
        }
        Some(fields)
    }

    /// The fields of a record that is written as one bare text.
    pub fn of_one(key: &'static str, node: &'n Node) -> Fields<'n> {
        Fields { entries: vec![(key, node, node)], unread: Vec::new() }
    }

    /// The value of a field, with its place; an empty value is as good as none.
    pub fn take<T: Decode>(&mut self, name: &'static str, cx: &mut Cx) -> Option<Spanned<T>> {
        let (_, _, value) = self.entries.iter().find(|(seen, _, _)| *seen == name)?;
        if let NodeKind::Null = value.kind {
            return None;
        }
        let read = T::decode(value, cx);
        if read.is_none() {
            self.unread.push(name);
        }
        Some(Spanned::new(read?, value.span))
    }
}

/// A map from ids to values, in the order of the file.
#[derive(Debug, Clone)]
pub struct Named<T>(pub Vec<(Spanned<String>, Spanned<T>)>);

impl<T: Decode> Decode for Named<T> {
    fn decode(node: &Node, cx: &mut Cx) -> Option<Named<T>> {
        let NodeKind::Map(entries) = &node.kind else {
            return cx.wrong_type(node, &terms::GROUP);
        };
        let mut named: Vec<(Spanned<String>, Spanned<T>)> = Vec::new();
        let mut seen: BTreeMap<String, Span> = BTreeMap::new();
        for (key, value) in entries {
            let Some(name) = cx.key(key) else { continue };
            if let Some(first) = seen.get(&name) {
                cx.findings.push(Finding::new(&codes::DUPLICATE_KEY, key.span).word(name).related(*first));
                continue;
            }
            if let Some(value_read) = T::decode(value, cx) {
                seen.insert(name.clone(), key.span);
                named.push((Spanned::new(name, key.span), Spanned::new(value_read, value.span)));
            }
        }
        Some(Named(named))
    }
}

impl<T: Serialize> Serialize for Named<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (&name.value, value)))
    }
}

impl<T: JsonSchema> JsonSchema for Named<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("{}ById", T::schema_name()).into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let item = generator.subschema_for::<T>();
        json_schema!({ "type": "object", "additionalProperties": item })
    }
}

/// Declares a record of the source format: the struct, its reader and its schema, from one list of fields.
///
/// `short "key"` lets a bare text, in one language or in each, stand for the record with only that key.
macro_rules! record {
    (
        $(#[$meta:meta])*
        pub struct $name:ident $(short $short:literal)? requires [$($required:literal),*] {
            $( $(#[$field_meta:meta])* pub $field:ident : $type:ty, )*
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Default, schemars::JsonSchema, serde::Serialize)]
        #[schemars(deny_unknown_fields, transform = $name::describe)]
        pub struct $name {
            $( $(#[$field_meta])* #[serde(skip_serializing_if = "Option::is_none")] pub $field: Option<crate::base::Spanned<$type>>, )*
            /// Fields that are none because what was written could not be read, and has been complained of.
            #[serde(skip)]
            #[schemars(skip)]
            pub unread: Vec<&'static str>,
        }

        impl $name {
            /// What derive cannot know for the schema.
            fn describe(schema: &mut schemars::Schema) {
                crate::source::schema::shape(schema, &[$($required),*], &[$($short)?]);
            }
        }

        impl crate::source::decode::Decode for $name {
            const MAY_STAND_ALONE: bool = true $(&& !$short.is_empty())?;

            fn decode(
                node: &crate::source::node::Node,
                cx: &mut crate::source::decode::Cx,
            ) -> Option<$name> {
                let known = [$(stringify!($field)),*];
                let shorts: &[&'static str] = &[$($short)?];
                let mut fields = match (&node.kind, shorts) {
                    (crate::source::node::NodeKind::Scalar(_), [key]) => {
                        crate::source::decode::Fields::of_one(key, node)
                    }
                    (_, [key]) if crate::source::scalar::is_by_language(node) => {
                        crate::source::decode::Fields::of_one(key, node)
                    }
                    _ => crate::source::decode::Fields::open(node, &known, &[$($required),*], cx)?,
                };
                Some($name { $( $field: fields.take(stringify!($field), cx), )* unread: fields.unread })
            }
        }
    };
}
pub(super) use record;
