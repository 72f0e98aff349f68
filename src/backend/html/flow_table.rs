//! The plain table below a drawing: a row for each of its boxes, with links to other rows and to the text.
//!
//! Holds: what the act words is written in the language that it exists in; all else is the interface's.

use super::Drawn;
use super::text::Writer;
use super::write::{attribute, escape};
use crate::base::Text;
use crate::manuscript::{FlowRow, FlowTable, Follow, Notation, TableWords};

pub(super) fn write(writer: &Writer<'_>, drawing: &Drawn<'_>, out: &mut String) {
    if drawing.table.rows.is_empty() {
        return;
    }
    let words = writer.options.labels.table;
    let title = words.title.replace("{0}", &writer.drawings.to_string());
    out.push_str("<details class=\"rows\"><summary");
    writer.reader_lang(out);
    out.push('>');
    escape(out, &title);
    out.push_str("</summary>\n<section class=\"scroll\" tabindex=\"0\"");
    writer.reader_lang(out);
    attribute(out, "aria-label", &title);
    out.push_str(">\n<table>\n");
    let rows = Rows { writer, words, drawing, table: drawing.table };
    rows.head(out);
    out.push_str("<tbody>\n");
    drawing.table.rows.iter().enumerate().for_each(|(at, row)| rows.row(at, row, out));
    out.push_str("</tbody>\n</table>\n</section>\n</details>\n");
}

struct Rows<'r, 'w> {
    writer: &'r Writer<'w>,
    words: TableWords<'w>,
    drawing: &'r Drawn<'r>,
    table: &'r FlowTable,
}

impl Rows<'_, '_> {
    fn head(&self, out: &mut String) {
        out.push_str("<thead><tr>");
        for column in self.words.columns(self.table.notation) {
            out.push_str("<th scope=\"col\">");
            escape(out, column);
            out.push_str("</th>");
        }
        out.push_str("</tr></thead>\n");
    }

    fn row(&self, at: usize, row: &FlowRow, out: &mut String) {
        out.push_str("<tr");
        attribute(out, "id", &self.anchor(at));
        out.push_str("><th scope=\"row\">");
        let to_text = row.is_of_text.then(|| format!("#{}-{}", self.drawing.path, row.node));
        self.name(row, to_text.as_deref(), out);
        out.push_str("</th>");
        match self.table.notation {
            Notation::Diagram => {
                self.cell(out, |out| self.what(row, true, out));
                for names in [&row.who, &row.places] {
                    self.cell(out, |out| self.lines(names, out, |name, out| self.text(name, out)));
                }
                self.cell(out, |out| escape(out, self.words.kind(row.kind)));
                self.cell(out, |out| self.lines(&row.next, out, |next, out| self.follow(row, next, out)));
            }
            Notation::Handbook => {
                self.cell(out, |out| self.text(&row.lane, out));
                self.cell(out, |out| self.what(row, false, out));
                self.cell(out, |out| self.lines(&row.terms, out, |term, out| self.text(term, out)));
                self.cell(out, |out| self.lines(&row.next, out, |next, out| self.follow(row, next, out)));
                let receivers = self.table.receivers(row);
                self.cell(out, |out| self.lines(&receivers, out, |unit, out| self.text(unit, out)));
            }
        }
        out.push_str("</tr>\n");
    }

    /// Only the table leads to its rows; the place to quote is that in the text. So the shortest name will do.
    fn anchor(&self, at: usize) -> String {
        format!("row{}-{}", self.writer.drawings, at + 1)
    }

    fn cell(&self, out: &mut String, write: impl FnOnce(&mut String)) {
        out.push_str("<td>");
        write(out);
        out.push_str("</td>");
    }

    fn lines<T>(&self, all: &[T], out: &mut String, write: impl Fn(&T, &mut String)) {
        for (at, one) in all.iter().enumerate() {
            if at > 0 {
                out.push_str("<br>");
            }
            write(one, out);
        }
    }

    /// The act's own words, marked where they are not in the reader's language.
    fn text(&self, text: &Text, out: &mut String) {
        let (lang, words) = text.best(self.writer.wanted);
        if lang == self.writer.wanted {
            return escape(out, words);
        }
        out.push_str("<span");
        attribute(out, "lang", lang.tag());
        out.push('>');
        escape(out, words);
        out.push_str("</span>");
    }

    fn what(&self, row: &FlowRow, with_terms: bool, out: &mut String) {
        match &row.words {
            Some(words) => self.text(words, out),
            None => escape(out, self.words.happens(row)),
        }
        for term in row.terms.iter().filter(|_| with_terms) {
            out.push_str("<br>");
            self.text(term, out);
        }
    }

    /// A row's name: the act's number, else the word for its kind. A link where `href` leads somewhere.
    fn name(&self, row: &FlowRow, href: Option<&str>, out: &mut String) {
        if let Some(href) = href {
            out.push_str("<a");
            attribute(out, "href", href);
            out.push('>');
        }
        match &row.number {
            Some(number) => self.text(number, out),
            None => escape(out, &self.words.nameless(row)),
        }
        if href.is_some() {
            out.push_str("</a>");
        }
    }

    /// «иә: 2 үдеріс».
    fn follow(&self, from: &FlowRow, next: &Follow, out: &mut String) {
        if let Some(branch) = next.branch {
            escape(out, self.words.branch(branch));
            out.push_str(": ");
        }
        self.name(&self.table.rows[next.row], Some(&format!("#{}", self.anchor(next.row))), out);
        if self.table.is_told_as_message(from, next) {
            out.push_str(" (");
            escape(out, self.words.message);
            out.push(')');
        }
    }
}
