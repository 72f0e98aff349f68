//! Texts that were read, and places in them.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;
use std::borrow::Cow;

/// Which of the texts in [`Sources`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct SourceId(pub u32);

/// A stretch of a text, in bytes, the end not included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    pub source: SourceId,
    pub start: u32,
    pub end: u32,
}

impl Span {
    pub const fn new(source: SourceId, start: u32, end: u32) -> Span {
        Span { source, start, end }
    }

    /// The whole of a text is meant, or no place in it can be named.
    pub const fn whole(source: SourceId) -> Span {
        Span { source, start: 0, end: 0 }
    }
}

/// A value and the place that it was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spanned<T> {
    pub value: T,
    pub span: Span,
}

impl<T> Spanned<T> {
    pub const fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }

    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Spanned<U> {
        Spanned::new(change(self.value), self.span)
    }
}

/// In a schema the place does not show.
impl<T: JsonSchema> JsonSchema for Spanned<T> {
    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

impl<T: Serialize> Serialize for Spanned<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}

impl<T> std::ops::Deref for Spanned<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// One text and the path it is known by, relative to the folder of definitions, with `/` between its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    pub path: String,
    pub text: String,
}

impl Source {
    /// Line and column of a byte, counted from 1; columns count characters, not bytes.
    pub fn line_column(&self, byte: u32) -> LineColumn {
        let byte = self.text.floor_char_boundary(byte as usize);
        let before = &self.text[..byte];
        let start_of_line = before.rfind('\n').map_or(0, |at| at + 1);
        LineColumn {
            line: before.matches('\n').count() as u32 + 1,
            column: before[start_of_line..].chars().count() as u32 + 1,
        }
    }
}

/// Line and column, both from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct LineColumn {
    pub line: u32,
    pub column: u32,
}

/// Where a finding points, ready to be printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Place {
    pub file: String,
    #[serde(flatten)]
    pub start: LineColumn,
    pub end_line: u32,
    pub end_column: u32,
}

/// What a system tells of a file without reading it: its bytes, the nanoseconds from 1970 to its last change, its number in
/// the file system, 0 where that has none. By it one sees that nobody wrote to it since.
pub type FileMark = [u64; 3];

/// All texts of one run, in the order of their paths.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    all: Vec<Source>,
}

impl Sources {
    /// Sorted by path, so that no file system's order reaches an output.
    pub fn new(mut all: Vec<Source>) -> Sources {
        all.sort_by(|a, b| a.path.cmp(&b.path));
        Sources { all }
    }

    pub fn iter(&self) -> impl Iterator<Item = (SourceId, &Source)> {
        self.all.iter().enumerate().map(|(at, source)| (SourceId(at as u32), source))
    }

    pub fn get(&self, id: SourceId) -> &Source {
        &self.all[id.0 as usize]
    }

    pub fn by_path(&self, path: &str) -> Option<(SourceId, &Source)> {
        let at = self.all.binary_search_by(|source| source.path.as_str().cmp(path)).ok()?;
        Some((SourceId(at as u32), &self.all[at]))
    }

    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Takes texts anew: those that are known by their paths, and others beside them; and lets those go that are gone.
    pub fn renew(&mut self, texts: Vec<Source>, is_gone: impl Fn(&str) -> bool) {
        self.all.retain(|source| !is_gone(&source.path));
        for text in texts {
            match self.all.binary_search_by(|source| source.path.cmp(&text.path)) {
                Ok(at) => self.all[at] = text,
                Err(at) => self.all.insert(at, text),
            }
        }
    }

    pub fn place(&self, span: Span) -> Place {
        let source = self.get(span.source);
        let end = source.line_column(span.end.max(span.start));
        Place {
            file: source.path.clone(),
            start: source.line_column(span.start),
            end_line: end.line,
            end_column: end.column,
        }
    }
}
