//! YAML text → a tree of nodes with places. The only file that knows the YAML library.
//!
//! Holds: every scalar keeps its own spelling (`04/03`, `0332`, `no` stay what was typed), duplicate keys are kept for
//! the decoder to complain about, nesting and aliases are bounded.

use crate::base::{Finding, SourceId, Span, codes};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::{Budget, DuplicateKeyPolicy, Location, Options};
use std::fmt;

/// A value of the file.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub kind: NodeKind,
    pub span: Span,
}

#[derive(Debug, Clone)]
pub(super) enum NodeKind {
    Null,
    Scalar(String),
    List(Vec<Node>),
    /// Keys in the order of the file, duplicates included.
    Map(Vec<(Node, Node)>),
}

/// The deepest nesting of a definition; a real one has seven levels.
const DEPTH_MAX: usize = 48;
/// Nodes in one file; the largest real regulation has about two thousand.
const NODES_MAX: usize = 2_000_000;
/// Nodes that aliases may add; definitions have no use for them.
const ALIASES_MAX: usize = 200;

/// The tree of a file; `None` after a finding, or where the file holds nothing.
pub(super) fn parse(source: SourceId, text: &str, findings: &mut Vec<Finding>) -> Option<Node> {
    let mut options = Options::default();
    options.duplicate_keys = DuplicateKeyPolicy::PassThrough;
    options.strict_booleans = true;
    options.leading_zero_numbers_as_strings = true;
    options.underscored_numbers_as_strings = true;
    let mut budget = Budget::default();
    budget.max_depth = DEPTH_MAX;
    budget.max_nodes = NODES_MAX;
    budget.max_events = 2 * NODES_MAX;
    budget.max_aliases = ALIASES_MAX;
    options.budget = Some(budget);
    match serde_yaml::from_str_with_options::<serde_yaml::Spanned<Tree>>(text, options) {
        Ok(tree) => Some(Places { source, text }.node(tree)),
        Err(error) => {
            let error = error.without_snippet();
            let span = error.location().map_or(Span::whole(source), |place| Places { source, text }.span(place));
            let entry = if is_too_much(error) { &codes::YAML_TOO_MUCH } else { &codes::YAML_BROKEN };
            findings.push(Finding::new(entry, span).word(first_line(&error.to_string())));
            None
        }
    }
}

/// The parser stopped because the file is too deep, too large or multiplies itself.
fn is_too_much(error: &serde_yaml::Error) -> bool {
    let words = error.to_string();
    ["budget", "depth", "nesting", "alias", "limit"].iter().any(|word| words.contains(word))
}

fn first_line(words: &str) -> String {
    words.lines().next().unwrap_or_default().trim().to_owned()
}

/// What serde hands over before places are resolved.
enum Tree {
    Null,
    /// The spelling, where the library gives it; else it is taken from the source.
    Scalar(Option<String>),
    List(Vec<serde_yaml::Spanned<Tree>>),
    Map(Vec<(serde_yaml::Spanned<Tree>, serde_yaml::Spanned<Tree>)>),
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Tree, D::Error> {
        deserializer.deserialize_any(TreeVisitor)
    }
}

struct TreeVisitor;

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("any YAML value")
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_none<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Tree, E> {
        Ok(Tree::Scalar(None))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Tree, E> {
        Ok(Tree::Scalar(None))
    }

    fn visit_u64<E>(self, _: u64) -> Result<Tree, E> {
        Ok(Tree::Scalar(None))
    }

    fn visit_i128<E>(self, _: i128) -> Result<Tree, E> {
        Ok(Tree::Scalar(None))
    }

    fn visit_u128<E>(self, _: u128) -> Result<Tree, E> {
        Ok(Tree::Scalar(None))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Tree, E> {
        Ok(Tree::Scalar(None))
    }

    fn visit_str<E>(self, words: &str) -> Result<Tree, E> {
        Ok(Tree::Scalar(Some(words.to_owned())))
    }

    fn visit_string<E>(self, words: String) -> Result<Tree, E> {
        Ok(Tree::Scalar(Some(words)))
    }

    fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Tree, E> {
        Ok(Tree::Scalar(Some(String::from_utf8_lossy(bytes).into_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Tree, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(Tree::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree, A::Error> {
        let mut entries = Vec::new();
        while let Some(key) = map.next_key()? {
            entries.push((key, map.next_value()?));
        }
        Ok(Tree::Map(entries))
    }
}

/// Turns the library's places into ours.
#[derive(Clone, Copy)]
struct Places<'t> {
    source: SourceId,
    text: &'t str,
}

impl Places<'_> {
    fn node(self, tree: serde_yaml::Spanned<Tree>) -> Node {
        let span = self.span(tree.referenced);
        let kind = match tree.value {
            Tree::Null => NodeKind::Null,
            Tree::Scalar(Some(words)) => NodeKind::Scalar(words),
            Tree::Scalar(None) => NodeKind::Scalar(self.slice(span).trim().to_owned()),
            Tree::List(items) => NodeKind::List(items.into_iter().map(|item| self.node(item)).collect()),
            Tree::Map(entries) => {
                NodeKind::Map(entries.into_iter().map(|(key, value)| (self.node(key), self.node(value))).collect())
            }
        };
        Node { kind, span }
    }

    /// A span of whole characters inside the text, whatever the library says.
    fn span(self, place: Location) -> Span {
        let at = place.span();
        let (start, length) = match (at.byte_offset(), at.byte_len()) {
            (Some(start), Some(length)) => (start as usize, length as usize),
            _ => (self.byte_of(place.line(), place.column()), 0),
        };
        let start = self.text.floor_char_boundary(start);
        let end = self.text.floor_char_boundary(start.saturating_add(length).max(start));
        Span::new(self.source, start as u32, end as u32)
    }

    fn byte_of(self, line: u64, column: u64) -> usize {
        let line_start: usize =
            self.text.split_inclusive('\n').take(line.saturating_sub(1) as usize).map(str::len).sum();
        let rest = &self.text[line_start.min(self.text.len())..];
        line_start + rest.chars().take(column.saturating_sub(1) as usize).map(char::len_utf8).sum::<usize>()
    }

    fn slice(&self, span: Span) -> &str {
        &self.text[span.start as usize..span.end as usize]
    }
}
