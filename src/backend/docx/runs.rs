//! Paragraphs and their runs: text, its language, and how its letters look.

use super::fragment::Fragment;
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
pub(super) struct Look {
    pub bold: u8,
    pub slanted: u8,
    pub struck: u8,
    pub raised: u8,
    pub lowered: u8,
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

    /// The same in letters that look so.
    pub fn run(&mut self, words: &str, lang: Lang, look: Look) {
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
        if look.struck > 0 {
            self.out.push_str("<w:strike/>");
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
