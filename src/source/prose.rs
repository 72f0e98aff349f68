//! Markdown → flat blocks with places: headings, numbered paragraphs, notes, and lines that draw data in.
//!
//! The text of an act is flat: «5.» and «1)» are read as list markers by Markdown, and kept here as they were printed.

use super::decode;
use crate::base::harmless::is_unfit;
use crate::base::{Finding, SourceId, Span};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html};
use serde::Serialize;
use std::ops::Range;

/// A block of running text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RawBlock {
    pub kind: RawBlockKind,
    #[serde(skip)]
    pub span: Span,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RawBlockKind {
    Heading {
        level: u8,
        words: RawWords,
    },
    Paragraph {
        marker: Option<String>,
        words: RawWords,
    },
    /// A quotation: an editor's note.
    Note(RawWords),
    /// A table, a rule, code, HTML.
    Other(RawWords),
    /// `{name}` or `{name: word word}` on a line of its own.
    Insert {
        name: String,
        words: Vec<String>,
    },
}

/// Words as plain text and as an HTML fragment in which text is escaped.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct RawWords {
    pub plain: String,
    pub fragment: String,
    /// The fragment holds HTML or links of the author's.
    pub is_raw: bool,
}

/// Reads the blocks. Total: any text is some Markdown.
pub(super) fn blocks(source: SourceId, text: &str) -> Vec<RawBlock> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut reader = Reader { source, text, blocks: Vec::new(), marker: None, quote: None, bare: None };
    let mut events = Parser::new_ext(text, options).into_offset_iter();
    while let Some((event, range)) = events.next() {
        reader.take(event, range, &mut events);
    }
    reader.flush();
    reader.blocks
}

/// The first sign of a block that nobody could see: as it was typed, or as Markdown names it (`&#8238;`).
pub(super) fn unseen(block: &RawBlock, text: &str) -> Option<Finding> {
    let start = block.span.start as usize;
    let typed = text[start..block.span.end as usize].char_indices().find(|(_, sign)| is_unfit(*sign));
    if let Some((at, sign)) = typed {
        let (start, end) = (start + at, start + at + sign.len_utf8());
        let span = Span::new(block.span.source, start as u32, end as u32);
        return decode::unseen(sign.encode_utf8(&mut [0; 4]), span);
    }
    match &block.kind {
        RawBlockKind::Heading { words, .. } | RawBlockKind::Paragraph { words, .. } => {
            decode::unseen(&words.fragment, block.span)
        }
        RawBlockKind::Note(words) | RawBlockKind::Other(words) => decode::unseen(&words.fragment, block.span),
        RawBlockKind::Insert { .. } => None,
    }
}

struct Reader<'t> {
    source: SourceId,
    text: &'t str,
    blocks: Vec<RawBlock>,
    /// The marker of the list item whose first paragraph is awaited.
    marker: Option<String>,
    /// Words of the quotation that is open.
    quote: Option<RawWords>,
    /// Words that stand right in a list item, without a paragraph round them.
    bare: Option<(Collector<'t>, Range<usize>)>,
}

type Events<'e> = dyn Iterator<Item = (Event<'e>, Range<usize>)> + 'e;

impl<'t> Reader<'t> {
    fn take(&mut self, event: Event<'t>, range: Range<usize>, events: &mut Events<'t>) {
        if !matches!(event, Event::Start(_) | Event::End(_) | Event::Rule) || is_inline(&event) {
            let (words, whole) = self.bare.get_or_insert_with(|| (Collector::default(), range.clone()));
            whole.end = range.end;
            return words.take(event);
        }
        self.flush();
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                let words = collect(events, |end| matches!(end, TagEnd::Heading(_)));
                self.push(RawBlockKind::Heading { level: level as u8, words }, range);
            }
            Event::Start(Tag::Paragraph) => {
                let words = collect(events, |end| matches!(end, TagEnd::Paragraph));
                self.paragraph(words, range);
            }
            Event::Start(Tag::Item) => self.marker = marker(&self.text[range]),
            Event::End(TagEnd::Item) => self.marker = None,
            Event::Start(Tag::BlockQuote(_)) => self.quote = Some(RawWords::default()),
            Event::End(TagEnd::BlockQuote(_)) => {
                if let Some(words) = self.quote.take() {
                    self.push(RawBlockKind::Note(words), range);
                }
            }
            Event::Start(Tag::List(_)) | Event::End(_) => {}
            Event::Start(tag) => {
                let end = tag.to_end();
                let is_html = tag == Tag::HtmlBlock;
                let mut words = collect_with(Event::Start(tag), events, end);
                words.is_raw |= is_html;
                self.push(RawBlockKind::Other(words), range);
            }
            rule => {
                let mut words = Collector::default();
                words.take(rule);
                self.push(RawBlockKind::Other(words.finish()), range);
            }
        }
    }

    /// Ends the words that stand right in a list item.
    fn flush(&mut self) {
        if let Some((words, range)) = self.bare.take() {
            self.paragraph(words.finish(), range);
        }
    }

    fn paragraph(&mut self, words: RawWords, range: Range<usize>) {
        let marker = self.marker.take();
        if let Some(quote) = &mut self.quote {
            if !quote.plain.is_empty() {
                quote.plain.push(' ');
                quote.fragment.push_str("<br>");
            }
            quote.plain.push_str(&words.plain);
            quote.fragment.push_str(&words.fragment);
            quote.is_raw |= words.is_raw;
            return;
        }
        let kind = match insert(&words.plain) {
            Some((name, arguments)) if marker.is_none() => RawBlockKind::Insert { name, words: arguments },
            _ => RawBlockKind::Paragraph { marker, words },
        };
        self.push(kind, range);
    }

    fn push(&mut self, kind: RawBlockKind, range: Range<usize>) {
        let span =
            Span::new(self.source, range.start as u32, self.text[..range.end].trim_end().len().max(range.start) as u32);
        self.blocks.push(RawBlock { kind, span });
    }
}

/// Emphasis, a link and the like: part of a sentence.
fn is_inline(event: &Event<'_>) -> bool {
    use TagEnd::{Emphasis, Image, Link, Strikethrough, Strong, Subscript, Superscript};
    let end = match event {
        Event::Start(tag) => tag.to_end(),
        Event::End(end) => *end,
        _ => return false,
    };
    matches!(end, Emphasis | Strong | Strikethrough | Link | Image | Subscript | Superscript)
}

/// The marker at the start of a list item: `5.`, `1)`, or none for a bullet.
fn marker(item: &str) -> Option<String> {
    let item = item.trim_start();
    let digits = item.bytes().take_while(u8::is_ascii_digit).count();
    (digits > 0).then(|| item.chars().take(digits + 1).collect())
}

/// `{name}` or `{name: words}`.
fn insert(plain: &str) -> Option<(String, Vec<String>)> {
    let inner = plain.trim().strip_prefix('{')?.strip_suffix('}')?;
    let (name, words) = inner.split_once(':').unwrap_or((inner, ""));
    let name = name.trim();
    let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    is_name.then(|| (name.to_owned(), words.split_whitespace().map(str::to_owned).collect()))
}

fn collect(events: &mut Events<'_>, is_end: impl Fn(&TagEnd) -> bool) -> RawWords {
    let mut words = Collector::default();
    for (event, _) in events {
        match &event {
            Event::End(end) if is_end(end) => break,
            _ => words.take(event),
        }
    }
    words.finish()
}

/// The words of a block with its own tags, to the tag's end; blocks of the same kind may nest.
fn collect_with<'e>(start: Event<'e>, events: &mut Events<'e>, until: TagEnd) -> RawWords {
    let mut words = Collector::default();
    let mut depth = 1;
    let tag = start.clone();
    words.take(start);
    for (event, _) in events {
        match &event {
            Event::Start(other) if matches!(&tag, Event::Start(own) if own.to_end() == other.to_end()) => depth += 1,
            Event::End(end) if *end == until => depth -= 1,
            _ => {}
        }
        words.take(event);
        if depth == 0 {
            break;
        }
    }
    words.finish()
}

/// Gathers the inline events of a block.
#[derive(Default)]
struct Collector<'e> {
    plain: String,
    events: Vec<Event<'e>>,
    is_raw: bool,
}

impl<'e> Collector<'e> {
    fn take(&mut self, event: Event<'e>) {
        match &event {
            Event::Text(words) | Event::Code(words) => self.plain.push_str(words),
            Event::SoftBreak | Event::HardBreak => self.plain.push(' '),
            Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::Link { .. } | Tag::Image { .. }) => {
                self.is_raw = true;
            }
            _ => {}
        }
        self.events.push(event);
    }

    fn finish(self) -> RawWords {
        let mut fragment = String::new();
        html::push_html(&mut fragment, self.events.into_iter());
        RawWords { plain: self.plain.trim().to_owned(), fragment: fragment.trim().to_owned(), is_raw: self.is_raw }
    }
}
