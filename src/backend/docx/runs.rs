//! Paragraphs and their runs: text, its language, and the little markup that running text has.
//!
//! Fragments of HTML come well-formed and clean: what they hold beside text becomes bold, slanted, raised or lowered
//! letters, lines, paragraphs and tables.

use crate::backend::html;
use crate::base::Lang;
use crate::manuscript::{Markup, Phrase};

/// The words of tables, by far the most paragraphs: the usual style, which a paragraph need not name.
pub(super) const CELL: &str = "Normal";

/// The body of a document as it grows.
pub(super) struct Writer {
    pub out: String,
    /// The language of the whole.
    pub lang: Lang,
}

/// How letters look.
#[derive(Clone, Copy, Default)]
struct Look {
    bold: u8,
    slanted: u8,
    raised: u8,
    lowered: u8,
}

impl Writer {
    pub fn open(&mut self, style: &str, more: &str) {
        if style == CELL && more.is_empty() {
            return self.out.push_str("<w:p>");
        }
        self.out.push_str("<w:p><w:pPr><w:pStyle w:val=\"");
        self.out.push_str(style);
        self.out.push_str("\"/>");
        self.out.push_str(more);
        self.out.push_str("</w:pPr>");
    }

    pub fn close(&mut self) {
        self.out.push_str("</w:p>\n");
    }

    /// A paragraph of plain words in the language of the whole.
    pub fn line(&mut self, style: &str, words: &str) {
        self.open(style, "");
        self.text(words, self.lang);
        self.close();
    }

    /// A run of plain words; each line on a line of its own.
    pub fn text(&mut self, words: &str, lang: Lang) {
        self.run(words, lang, Look::default());
    }

    fn run(&mut self, words: &str, lang: Lang, look: Look) {
        if words.is_empty() {
            return;
        }
        self.out.push_str("<w:r>");
        self.properties(lang, look);
        for (at, line) in words.trim_end_matches('\n').split('\n').enumerate() {
            if at > 0 {
                self.out.push_str("<w:br/>");
            }
            let is_bare = line.trim_ascii().len() == line.len();
            self.out.push_str(if is_bare { "<w:t>" } else { "<w:t xml:space=\"preserve\">" });
            escape(line, &mut self.out);
            self.out.push_str("</w:t>");
        }
        self.out.push_str("</w:r>");
    }

    /// In the order that the schema asks for.
    fn properties(&mut self, lang: Lang, look: Look) {
        let before = self.out.len();
        self.out.push_str("<w:rPr>");
        let empty = self.out.len();
        if look.bold > 0 {
            self.out.push_str("<w:b/>");
        }
        if look.slanted > 0 {
            self.out.push_str("<w:i/>");
        }
        if look.raised > 0 {
            self.out.push_str("<w:vertAlign w:val=\"superscript\"/>");
        } else if look.lowered > 0 {
            self.out.push_str("<w:vertAlign w:val=\"subscript\"/>");
        }
        if lang != self.lang {
            self.out.push_str("<w:lang w:val=\"");
            self.out.push_str(locale(lang));
            self.out.push_str("\"/>");
        }
        if self.out.len() == empty {
            self.out.truncate(before);
        } else {
            self.out.push_str("</w:rPr>");
        }
    }

    /// A phrase within an open paragraph of this style, which it may leave for others: one is open at the end.
    pub fn phrase(&mut self, phrase: &Phrase, style: &str) {
        match &phrase.markup {
            Markup::Sound(fragment) if memchr::memchr3(b'<', b'&', b'\n', fragment.as_bytes()).is_some() => {
                Fragment::of(self, phrase.lang, style).write(fragment);
            }
            Markup::Raw(fragment) => match html::clean(fragment) {
                Some(fragment) => Fragment::of(self, phrase.lang, style).write(&fragment),
                None => self.text(&phrase.plain, phrase.lang),
            },
            _ => self.text(&phrase.plain, phrase.lang),
        }
    }
}

/// A fragment of HTML on its way into a document.
struct Fragment<'a> {
    to: &'a mut Writer,
    lang: Lang,
    style: &'a str,
    look: Look,
    /// Tables within tables are written as their text.
    tables: u32,
    /// Within a table, words stand in cells only.
    is_in_cell: bool,
    is_as_typed: bool,
    /// No text since the paragraph, the cell or the line began: white space there is none.
    is_fresh: bool,
}

impl<'a> Fragment<'a> {
    fn of(to: &'a mut Writer, lang: Lang, style: &'a str) -> Fragment<'a> {
        Fragment {
            to,
            lang,
            style,
            look: Look::default(),
            tables: 0,
            is_in_cell: false,
            is_as_typed: false,
            is_fresh: true,
        }
    }

    fn write(mut self, fragment: &str) {
        let mut rest = fragment;
        while let Some((before, after)) = rest.split_once('<') {
            self.text(before);
            let Some((tag, after)) = after.split_once('>') else { return };
            self.tag(tag, after);
            rest = after;
        }
        self.text(rest);
    }

    fn takes_words(&self) -> bool {
        self.tables == 0 || self.is_in_cell
    }

    fn text(&mut self, text: &str) {
        if !self.takes_words() {
            return;
        }
        let mut words = if text.contains('&') { unescaped(text) } else { text.to_owned() };
        if !self.is_as_typed {
            words = words.replace(['\n', '\r', '\t'], " ");
            if self.is_fresh {
                words = words.trim_start_matches(' ').to_owned();
            }
        }
        self.is_fresh &= words.is_empty();
        self.to.run(&words, self.lang, self.look);
    }

    fn tag(&mut self, tag: &str, after: &str) {
        let (is_end, tag) = tag.strip_prefix('/').map_or((false, tag), |tag| (true, tag));
        let name = tag.split([' ', '/']).next().unwrap_or_default();
        let turn = |depth: &mut u8| *depth = if is_end { depth.saturating_sub(1) } else { depth.saturating_add(1) };
        match name {
            "b" | "strong" => turn(&mut self.look.bold),
            "i" | "em" | "cite" => turn(&mut self.look.slanted),
            "sup" => turn(&mut self.look.raised),
            "sub" => turn(&mut self.look.lowered),
            "table" => self.table(is_end, after),
            "tr" | "td" | "th" if self.tables == 1 => self.cell(name, tag, is_end),
            _ if !self.takes_words() => {}
            "br" => {
                self.to.out.push_str("<w:r><w:br/></w:r>");
                self.is_fresh = true;
            }
            "pre" => {
                self.is_as_typed = !is_end;
                self.paragraph("");
            }
            "li" if !is_end => self.paragraph("– "),
            "p" | "div" | "tr" | "ul" | "ol" | "blockquote" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "hr" | "dt"
            | "dd" => self.paragraph(""),
            _ => {}
        }
    }

    /// Begins a further paragraph, unless the one that is open is empty.
    fn paragraph(&mut self, mark: &str) {
        if !self.is_fresh {
            self.to.close();
            self.to.open(self.current(), "");
            self.is_fresh = true;
        }
        self.to.run(mark, self.lang, self.look);
    }

    fn current(&self) -> &'a str {
        if self.tables > 0 { CELL } else { self.style }
    }

    fn table(&mut self, is_end: bool, rows: &str) {
        if is_end {
            self.tables = self.tables.saturating_sub(1);
            if self.tables == 0 {
                self.to.out.push_str("</w:tbl>\n");
                self.to.open(self.style, "");
                self.is_fresh = true;
            }
            return;
        }
        self.tables += 1;
        if self.tables == 1 {
            if let Some((_, caption)) = own_words(rows).split_once("<caption>") {
                let caption = caption.split("</caption>").next().unwrap_or_default();
                Fragment::of(self.to, self.lang, self.style).write(caption);
            }
            self.to.close();
            let own = own_words(rows);
            let broadest = own.split("<tr").map(|row| row.split("<t").skip(1).map(cells_in).sum::<usize>()).max();
            let columns = vec![1; broadest.unwrap_or_default().clamp(1, COLUMNS_MAX)];
            super::table::open(&mut self.to.out, &columns, None);
        }
    }

    fn cell(&mut self, name: &str, tag: &str, is_end: bool) {
        match (name, is_end) {
            ("tr", false) => self.to.out.push_str("<w:tr>"),
            ("tr", true) => self.to.out.push_str("</w:tr>\n"),
            (_, false) => {
                let span = span(tag);
                self.to.out.push_str("<w:tc>");
                if span > 1 {
                    self.to.out.push_str(&format!("<w:tcPr><w:gridSpan w:val=\"{span}\"/></w:tcPr>"));
                }
                self.to.open(if name == "th" { "CellHead" } else { CELL }, "");
                self.is_fresh = true;
                self.is_in_cell = true;
            }
            (_, true) => {
                self.is_in_cell = false;
                self.to.close();
                self.to.out.push_str("</w:tc>");
            }
        }
    }
}

/// What a fragment escapes.
fn unescaped(text: &str) -> String {
    let text = text.replace("&nbsp;", "\u{A0}").replace("&lt;", "<").replace("&gt;", ">");
    text.replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}

/// No act has a broader table; a word processor takes no more.
const COLUMNS_MAX: usize = 60;

/// The inside of a table, as far as its own end or that of a table in it.
fn own_words(table: &str) -> &str {
    table.split("</table").next().unwrap_or_default()
}

/// How many columns the cell takes whose tag goes on like this after `<t`; none where it is no cell.
fn cells_in(tag: &str) -> usize {
    let tag = tag.split('>').next().unwrap_or_default();
    let is_cell = tag == "d" || tag == "h" || tag.starts_with("d ") || tag.starts_with("h ");
    if is_cell { span(tag) } else { 0 }
}

fn span(tag: &str) -> usize {
    let said = tag.split_once("colspan=\"").and_then(|(_, rest)| rest.split('"').next()?.parse().ok());
    said.unwrap_or(1).clamp(1, COLUMNS_MAX)
}

pub(super) const fn locale(lang: Lang) -> &'static str {
    match lang {
        Lang::Kk => "kk-KZ",
        Lang::Ru => "ru-RU",
    }
}

/// Appends text that is safe between tags and in an attribute.
pub(super) fn escape(text: &str, out: &mut String) {
    // Nearly no text needs more than this look at its bytes, at many of them at once; 0xEF begins the two letters that
    // XML cannot hold.
    let is_of_note = |byte: u8| matches!(byte, b'&' | b'<' | b'>' | b'"' | 0xEF) | (byte < b' ');
    if !text.bytes().fold(false, |found, byte| found | is_of_note(byte)) {
        return out.push_str(text);
    }
    let is_special = |c: char| matches!(c, '&' | '<' | '>' | '"' | '\u{FFFE}' | '\u{FFFF}') || c < ' ';
    let mut rest = text;
    while let Some(at) = rest.find(is_special) {
        out.push_str(&rest[..at]);
        let letter = rest[at..].chars().next().unwrap_or_default();
        out.push_str(match letter {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' => "&quot;",
            '\t' | '\n' | '\r' => " ",
            // XML can hold no other letter of these, not even escaped.
            _ => "\u{FFFD}",
        });
        rest = &rest[at + letter.len_utf8()..];
    }
    out.push_str(rest);
}
