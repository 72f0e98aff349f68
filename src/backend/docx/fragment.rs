//! Markup within running text → paragraphs, runs and tables.
//!
//! Fragments of HTML come well-formed and clean: what they hold beside text becomes bold, slanted, struck, raised or
//! lowered letters, lines, paragraphs, entries of lists with their numbers, and tables.

use super::runs::{CELL, Look, Writer};
use super::table;
use crate::base::Lang;
use std::str::FromStr;

/// A fragment of HTML on its way into a document.
pub(super) struct Fragment<'a> {
    to: &'a mut Writer,
    lang: Lang,
    style: &'a str,
    look: Look,
    /// Lists that are open, each with the number of its next entry where it counts them.
    lists: Vec<Option<u32>>,
    /// Tables within tables are written as their text.
    tables: u32,
    /// Where the document had come to before the table, and before its row.
    table_start: usize,
    row_start: usize,
    /// Within a table, words stand in cells only.
    is_in_cell: bool,
    is_as_typed: bool,
    /// No text since the paragraph, the cell or the line began: white space there is none.
    is_fresh: bool,
}

impl<'a> Fragment<'a> {
    pub fn of(to: &'a mut Writer, lang: Lang, style: &'a str) -> Fragment<'a> {
        Fragment {
            to,
            lang,
            style,
            look: Look::default(),
            lists: Vec::new(),
            tables: 0,
            table_start: 0,
            row_start: 0,
            is_in_cell: false,
            is_as_typed: false,
            is_fresh: true,
        }
    }

    pub fn write(mut self, fragment: &str) {
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
            "del" | "s" => turn(&mut self.look.struck),
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
            "ol" | "ul" => self.list(tag, is_end),
            "li" if !is_end => self.entry(),
            "p" | "div" | "tr" | "blockquote" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "hr" | "dt" | "dd" => {
                self.paragraph("")
            }
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

    fn list(&mut self, tag: &str, is_end: bool) {
        if is_end {
            self.lists.pop();
        } else {
            self.lists.push(tag.starts_with("ol").then(|| number(tag, "start").unwrap_or(1)));
        }
        self.paragraph("");
    }

    fn entry(&mut self) {
        let mark = match self.lists.last_mut() {
            Some(Some(next)) => {
                *next = next.saturating_add(1);
                format!("{}. ", *next - 1)
            }
            _ => "– ".to_owned(),
        };
        self.paragraph(&mark);
    }

    fn current(&self) -> &'a str {
        if self.tables > 0 { CELL } else { self.style }
    }

    fn table(&mut self, is_end: bool, rows: &str) {
        if is_end {
            self.tables = self.tables.saturating_sub(1);
            if self.tables == 0 {
                self.end(self.table_start, "<w:tr>", "</w:tbl>\n");
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
            self.table_start = self.to.out.len();
            table::open(&mut self.to.out, &columns, None);
        }
    }

    /// Ends a table or a row; a word processor calls a file broken that has one without any part.
    fn end(&mut self, start: usize, part: &str, tag: &str) {
        if self.to.out[start..].contains(part) { self.to.out.push_str(tag) } else { self.to.out.truncate(start) }
    }

    fn cell(&mut self, name: &str, tag: &str, is_end: bool) {
        match (name, is_end) {
            ("tr", false) => {
                self.row_start = self.to.out.len();
                self.to.out.push_str("<w:tr>");
            }
            ("tr", true) => self.end(self.row_start, "<w:tc>", "</w:tr>\n"),
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
    number(tag, "colspan").unwrap_or(1).clamp(1, COLUMNS_MAX)
}

/// The number that an attribute of a tag says.
fn number<N: FromStr>(tag: &str, attribute: &str) -> Option<N> {
    let (_, said) = tag.split_once(attribute)?;
    said.strip_prefix("=\"")?.split('"').next()?.parse().ok()
}
