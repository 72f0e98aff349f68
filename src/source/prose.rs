//! Markdown → flat blocks with places: headings, numbered paragraphs, notes, and lines that draw data in.
//!
//! The text of an act is flat: «5.» and «1)» are read as list markers by Markdown, and kept here as they were printed.
//! Holds: nothing of it vanishes. A marker without a paragraph of its own is one; quotations within one are its parts.

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
    let mut reader = Reader { source, text, blocks: Vec::new(), marker: None, quote: None, quotes: 0, bare: None };
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
    marker: Option<(String, Range<usize>)>,
    /// Words of the quotation that is open, and where they begin.
    quote: Option<(RawWords, usize)>,
    /// How many quotations are open, one within another.
    quotes: usize,
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
            Event::Start(Tag::Item) => {
                self.end_marker();
                self.marker = marker(self.text, range);
            }
            Event::End(TagEnd::Item) => self.end_marker(),
            Event::Start(Tag::BlockQuote(_)) => self.quotes += 1,
            Event::End(TagEnd::BlockQuote(_)) => {
                self.quotes -= 1;
                if self.quotes == 0 {
                    self.end_quote(range.end);
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

    /// Words of a paragraph; in a quotation, they and their marker go on with what it says.
    fn paragraph(&mut self, words: RawWords, range: Range<usize>) {
        let marker = self.marker.take();
        if self.quotes > 0 {
            let (quote, _) = self.quote.get_or_insert_with(|| (RawWords::default(), range.start));
            return quote.go_on(marker.map(|(marker, _)| marker).as_deref(), &words);
        }
        let kind = match insert(&words.plain) {
            Some((name, arguments)) if marker.is_none() => RawBlockKind::Insert { name, words: arguments },
            _ => RawBlockKind::Paragraph { marker: marker.map(|(marker, _)| marker), words },
        };
        self.add(kind, range);
    }

    /// A list item without a paragraph has its marker still.
    fn end_marker(&mut self) {
        if let Some((_, range)) = &self.marker {
            let range = range.clone();
            self.paragraph(RawWords::default(), range);
        }
    }

    fn end_quote(&mut self, end: usize) {
        if let Some((words, start)) = self.quote.take() {
            self.add(RawBlockKind::Note(words), start..end);
        }
    }

    /// A block of its own, behind what stands before it.
    fn push(&mut self, kind: RawBlockKind, range: Range<usize>) {
        self.end_marker();
        self.end_quote(range.start);
        self.add(kind, range);
    }

    fn add(&mut self, kind: RawBlockKind, range: Range<usize>) {
        let span =
            Span::new(self.source, range.start as u32, self.text[..range.end].trim_end().len().max(range.start) as u32);
        self.blocks.push(RawBlock { kind, span });
    }
}

impl RawWords {
    /// The next paragraph of a quotation.
    fn go_on(&mut self, marker: Option<&str>, words: &Self) {
        if !self.plain.is_empty() {
            self.plain.push(' ');
            self.fragment.push_str("<br>");
        }
        let marked = |said: &str| [marker.unwrap_or_default(), said].join(" ").trim().to_owned();
        self.plain.push_str(&marked(&words.plain));
        self.fragment.push_str(&marked(&words.fragment));
        self.is_raw |= words.is_raw;
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

/// `<br>`, `<br/>`, `<BR class="x">`.
fn is_line_break(tag: &str) -> bool {
    let name = tag.trim_start_matches('<').split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    name.eq_ignore_ascii_case("br")
}

/// The marker at the start of a list item: `5.`, `1)`, or none for a bullet; and where it stands.
fn marker(text: &str, item: Range<usize>) -> Option<(String, Range<usize>)> {
    let words = text[item.clone()].trim_start();
    let start = item.end - words.len();
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    (digits > 0).then(|| (words[..=digits].to_owned(), start..start + digits + 1))
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
            Event::InlineHtml(tag) if is_line_break(tag) => {
                self.plain.push(' ');
                self.is_raw = true;
            }
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Blocks in a line each, and where they stand.
    fn read(text: &str) -> Vec<String> {
        let shown = |block: &RawBlock| {
            let words = match &block.kind {
                RawBlockKind::Heading { words, .. } => format!("# {}", words.plain),
                RawBlockKind::Paragraph { marker, words } => {
                    format!("{}|{}", marker.as_deref().unwrap_or_default(), words.plain)
                }
                RawBlockKind::Note(words) => format!("> {} = {}", words.plain, words.fragment),
                RawBlockKind::Other(words) => format!("other {}", words.plain),
                RawBlockKind::Insert { name, .. } => format!("{{{name}}}"),
            };
            format!("{words} @{}..{}", block.span.start, block.span.end)
        };
        blocks(SourceId(0), text).iter().map(shown).collect()
    }

    #[test]
    fn a_quotation_keeps_all_that_it_says() {
        assert_eq!(read("> a\n> > b\n>\n> c\n"), ["> a b c = a<br>b<br>c @2..15"]);
        assert_eq!(read("> 7) text\n> 8) more\n"), ["> 7) text 8) more = 7) text<br>8) more @5..19"]);
        assert_eq!(read("> a\n>\n> # b\n>\n> c\n"), ["> a = a @2..7", "# b @8..11", "> c = c @16..17"]);
        assert_eq!(read("10. > quote\n"), ["> 10. quote = 10. quote @6..11"]);
    }

    #[test]
    fn a_marker_without_words_stays() {
        assert_eq!(read("10. a\n11.\n12. b\n"), ["10.|a @4..5", "11.| @6..9", "12.|b @14..15"]);
        assert_eq!(read("10. 1) a\n"), ["10.| @0..3", "1)|a @7..8"]);
        assert_eq!(read("10. # a\n"), ["10.| @0..3", "# a @4..7"]);
        assert_eq!(read("> 3.\n"), ["> 3. = 3. @2..4"]);
    }

    #[test]
    fn a_line_break_is_a_space_between_words() {
        assert_eq!(read("a<br>b<BR/>c<b>d</b>\n"), ["|a b cd @0..20"]);
    }
}
