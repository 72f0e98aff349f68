//! YAML text → a tree of nodes with places. The only file that knows the YAML parser.
//!
//! Holds: every scalar keeps its own spelling (`04/03`, `0332`, `no` stay what was typed), duplicate keys are kept for
//! the decoder to complain about, nesting, size and what aliases add are bounded.
//! Absent on purpose: tags, which are passed over, and merge keys, which are keys like any other.

use super::slip;
use crate::base::{Finding, SourceId, Span, codes};
use granit_parser::{ErrorKind, Event, Marker, Options, Parser, ScalarStyle, ScanError, StrInput};
use std::collections::BTreeMap;

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
/// The weight of what anchors keep and aliases repeat; definitions have no use for them.
const COPIES_MAX: usize = 1_000_000;

/// The tree of a file; `None` after a finding.
pub(super) fn parse(source: SourceId, text: &str, findings: &mut Vec<Finding>) -> Option<Node> {
    let mut options = Options::default();
    options.set_emit_comments(false);
    let events = Parser::new_from_str_with_options(text, options);
    match (Reader { source, text, events, anchored: BTreeMap::new(), nodes: 0, copies: 0 }).document() {
        Ok(root) => Some(root),
        Err(fault) => {
            findings.push(*fault);
            None
        }
    }
}

/// What ends the reading of a file: one finding, boxed because it is rare and large.
type Fault = Box<Finding>;

type Place = granit_parser::Span;

/// Builds nodes from the parser's events.
struct Reader<'t> {
    source: SourceId,
    text: &'t str,
    events: Parser<'t, StrInput<'t>>,
    /// What aliases may repeat, by the parser's numbers. A node is not among them before it ends.
    anchored: BTreeMap<usize, Node>,
    nodes: usize,
    copies: usize,
}

impl<'t> Reader<'t> {
    /// The only document of the file; `Null` where there is none.
    fn document(mut self) -> Result<Node, Fault> {
        let (event, place) = self.next()?;
        if event == Event::StreamEnd {
            return Ok(Node { kind: NodeKind::Null, span: self.span(&place) });
        }
        let root = self.node(event, place, 1)?;
        match self.next()? {
            (Event::StreamEnd, _) => Ok(root),
            (_, place) => Err(self.broken(place, "only single YAML document expected but multiple found")),
        }
    }

    /// The next event that tells of a node, or the end.
    fn next(&mut self) -> Result<(Event<'t>, Place), Fault> {
        loop {
            match self.events.next() {
                Some(Ok((Event::StreamStart | Event::DocumentStart(..) | Event::DocumentEnd, _))) => {}
                Some(Ok(event)) => return Ok(event),
                Some(Err(error)) => return Err(self.stopped(&error)),
                None => return Ok((Event::StreamEnd, Place::default())),
            }
        }
    }

    /// The node that an event begins, at a depth counted from one.
    fn node(&mut self, event: Event<'t>, place: Place, depth: usize) -> Result<Node, Fault> {
        let span = self.span(&place);
        self.nodes += 1;
        if self.nodes > NODES_MAX {
            return Err(self.too_much(place));
        }
        if depth > DEPTH_MAX && matches!(event, Event::SequenceStart(..) | Event::MappingStart(..)) {
            return Err(self.too_much(place));
        }
        let (kind, anchor) = match event {
            Event::Scalar(words, style, anchor, _) if is_null(&words, style) => (NodeKind::Null, anchor),
            Event::Scalar(words, _, anchor, _) => (NodeKind::Scalar(words.into_owned()), anchor),
            Event::SequenceStart(_, anchor, _) => (NodeKind::List(self.list(depth)?), anchor),
            Event::MappingStart(_, anchor, _) => (NodeKind::Map(self.map(depth)?), anchor),
            Event::Alias(anchor) => (self.repeated(anchor, place, depth)?, 0),
            _ => return Err(self.broken(place, "unexpected end of file")),
        };
        let node = Node { kind, span };
        if anchor != 0 {
            self.copies = self.counted(&node, place)?;
            self.anchored.insert(anchor, node.clone());
        }
        Ok(node)
    }

    fn list(&mut self, depth: usize) -> Result<Vec<Node>, Fault> {
        let mut items = Vec::new();
        loop {
            match self.next()? {
                (Event::SequenceEnd, _) => return Ok(items),
                (event, place) => items.push(self.node(event, place, depth + 1)?),
            }
        }
    }

    fn map(&mut self, depth: usize) -> Result<Vec<(Node, Node)>, Fault> {
        let mut entries = Vec::new();
        loop {
            let key = match self.next()? {
                (Event::MappingEnd, _) => return Ok(entries),
                (event, place) => self.node(event, place, depth + 1)?,
            };
            let (event, place) = self.next()?;
            entries.push((key, self.node(event, place, depth + 1)?));
        }
    }

    /// What an alias stands for, all of it at the place of the alias.
    fn repeated(&mut self, anchor: usize, place: Place, depth: usize) -> Result<NodeKind, Fault> {
        let Some(node) = self.anchored.get(&anchor) else {
            // An alias within its own anchor has no end.
            return Err(self.too_much(place));
        };
        if depth - 1 + node.depth() > DEPTH_MAX {
            return Err(self.too_much(place));
        }
        self.copies = self.counted(node, place)?;
        let mut node = node.clone();
        node.moved_to(self.span(&place));
        Ok(node.kind)
    }

    /// All copies, with one more of a node.
    fn counted(&self, node: &Node, place: Place) -> Result<usize, Fault> {
        let copies = self.copies + node.weight();
        if copies <= COPIES_MAX { Ok(copies) } else { Err(self.too_much(place)) }
    }

    #[cold]
    fn too_much(&self, place: Place) -> Fault {
        Box::new(Finding::new(&codes::YAML_TOO_MUCH, self.span(&place)))
    }

    #[cold]
    fn stopped(&self, error: &ScanError) -> Fault {
        let place = Place::empty(*error.marker());
        match error.kind() {
            ErrorKind::RecursionLimitExceeded => self.too_much(place),
            ErrorKind::UnknownAnchor => self.broken(place, "reference to unknown value"),
            _ => self.broken(place, &error.info()),
        }
    }

    /// What the parser cannot go on from; its own words only help to tell which slip it is.
    #[cold]
    fn broken(&self, place: Place, words: &str) -> Fault {
        let slip = slip::find(self.text, place.start.line().saturating_sub(1), words);
        let span = Span::new(self.source, slip.range.start as u32, slip.range.end as u32);
        Box::new(Finding::new(&codes::YAML_BROKEN, span).term(slip.what).term(slip.help))
    }

    /// A span of whole characters inside the text, whatever the parser says.
    fn span(&self, place: &Place) -> Span {
        let byte = |at: Marker| self.text.floor_char_boundary(at.byte_offset().unwrap_or(0));
        let start = byte(place.start);
        Span::new(self.source, start as u32, byte(place.end).max(start) as u32)
    }
}

/// Nothing, as YAML spells it.
fn is_null(words: &str, style: ScalarStyle) -> bool {
    style == ScalarStyle::Plain && matches!(words, "" | "~" | "null" | "Null" | "NULL")
}

impl Node {
    /// How much memory a node asks for: its letters in bytes, and one for each node.
    fn weight(&self) -> usize {
        1 + match &self.kind {
            NodeKind::Null => 0,
            NodeKind::Scalar(words) => words.len(),
            NodeKind::List(items) => items.iter().map(Node::weight).sum(),
            NodeKind::Map(entries) => entries.iter().map(|(key, value)| key.weight() + value.weight()).sum(),
        }
    }

    /// How many lists and maps lie in one another.
    fn depth(&self) -> usize {
        match &self.kind {
            NodeKind::Null | NodeKind::Scalar(_) => 0,
            NodeKind::List(items) => 1 + items.iter().map(Node::depth).max().unwrap_or(0),
            NodeKind::Map(entries) => {
                1 + entries.iter().map(|(key, value)| key.depth().max(value.depth())).max().unwrap_or(0)
            }
        }
    }

    fn moved_to(&mut self, span: Span) {
        self.span = span;
        match &mut self.kind {
            NodeKind::Null | NodeKind::Scalar(_) => {}
            NodeKind::List(items) => items.iter_mut().for_each(|item| item.moved_to(span)),
            NodeKind::Map(entries) => {
                for (key, value) in entries {
                    key.moved_to(span);
                    value.moved_to(span);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tree in short: `-` for nothing, scalars in quotation marks, each with its place; or the code and the words.
    fn read(text: &str) -> String {
        let mut findings = Vec::new();
        match parse(SourceId(0), text, &mut findings) {
            Some(root) => shown(&root),
            None => {
                let finding = &findings[0];
                format!("{} {:?}", finding.entry.code, finding.words)
            }
        }
    }

    fn shown(node: &Node) -> String {
        let Span { start, end, .. } = node.span;
        match &node.kind {
            NodeKind::Null => "-".to_owned(),
            NodeKind::Scalar(words) => format!("{words:?}@{start}..{end}"),
            NodeKind::List(items) => format!("[{}]", items.iter().map(shown).collect::<Vec<_>>().join(", ")),
            NodeKind::Map(entries) => {
                let entries = entries.iter().map(|(key, value)| format!("{}: {}", shown(key), shown(value)));
                format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
            }
        }
    }

    #[test]
    fn scalars_keep_their_spelling_and_their_place() {
        for (text, tree) in [
            (
                "[04/03, 0332, no, 1e999, .inf]",
                r#"["04/03"@1..6, "0332"@8..12, "no"@14..16, "1e999"@18..23, ".inf"@25..29]"#,
            ),
            ("ә: 'үш'", r#"{"ә"@0..2: "үш"@4..10}"#),
            (
                "a:\nb: ~\nc: ''\nd: 'null'",
                r#"{"a"@0..1: -, "b"@3..4: -, "c"@8..9: ""@11..13, "d"@14..15: "null"@17..23}"#,
            ),
            ("a: 1\na: 2", r#"{"a"@0..1: "1"@3..4, "a"@5..6: "2"@8..9}"#),
            ("<<: {a: b}", r#"{"<<"@0..2: {"a"@5..6: "b"@8..9}}"#),
            ("!!int 5", r#""5"@6..7"#),
            ("", "-"),
        ] {
            assert_eq!(read(text), tree, "{text}");
        }
        let block = "a: |\n  x\n   y\n\n  z\nb: >-\n  q\n  w";
        assert!(matches!(read(block), tree if tree.contains(r#""x\n y\n\nz\n"@"#) && tree.contains(r#""q w"@"#)));
    }

    #[test]
    fn a_file_that_is_not_sound_is_one_finding() {
        for (text, start) in [
            ("a: 1\n---\nb: 2", "S001 [Own(Said { kk: \"файлда екінші құжат"),
            ("a: *b", "S001 [Own(Said { kk: \"мәтін YAML-да ерекше"),
            ("a: [", "S001 "),
        ] {
            assert!(read(text).starts_with(start), "{}", read(text));
        }
    }

    #[test]
    fn depth_and_copies_are_bounded() {
        let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert!(read(&nested(DEPTH_MAX)).starts_with("[["));
        assert!(read(&nested(DEPTH_MAX + 1)).starts_with("S002 "));
        assert!(read(&nested(10_000)).starts_with("S002 "));
        assert_eq!(read("- &x [b]\n- *x"), r#"[["b"@6..7], ["b"@11..13]]"#);
        assert!(read("&x [*x]").starts_with("S002 "));
        let deep = format!("- &x {0}\n- {1}*x{2}", nested(30), "[".repeat(18), "]".repeat(18));
        assert!(read(&deep).starts_with("S002 "));
        let bomb = |at: usize| format!("- &x{at} [{}]\n", vec![format!("*x{}", at - 1); 10].join(", "));
        let bomb = "- &x0 [b]\n".to_owned() + &(1..40).map(bomb).collect::<String>();
        assert!(read(&bomb).starts_with("S002 "));
    }
}
