//! Tables: the requisites, and what a drawing says.

use super::Document;
use super::runs::{CELL, Writer, escape};
use crate::base::Text;
use crate::manuscript::{FlowRow, FlowTable, Follow, Notation};

/// Between the margins of a page, in twentieths of a point.
const BREADTH: usize = 9_638;

/// Begins a table whose columns share the breadth by these parts.
pub(super) fn open(out: &mut String, parts: &[usize], caption: Option<&str>) {
    out.push_str("<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/>");
    out.push_str(&format!("<w:tblW w:w=\"{BREADTH}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>"));
    if let Some(caption) = caption {
        out.push_str("<w:tblCaption w:val=\"");
        escape(caption, out);
        out.push_str("\"/>");
    }
    out.push_str("</w:tblPr><w:tblGrid>");
    let all: usize = parts.iter().sum::<usize>().max(1);
    for part in parts {
        out.push_str(&format!("<w:gridCol w:w=\"{}\"/>", BREADTH * part / all));
    }
    out.push_str("</w:tblGrid>\n");
}

fn close(writer: &mut Writer) {
    writer.out.push_str("</w:tbl>\n");
}

fn row(writer: &mut Writer, cells: impl FnOnce(&mut Writer)) {
    writer.out.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
    cells(writer);
    writer.out.push_str("</w:tr>\n");
}

fn cell(writer: &mut Writer, style: &str, content: impl FnOnce(&mut Writer)) {
    writer.out.push_str("<w:tc>");
    writer.open(style, "");
    content(writer);
    writer.out.push_str("</w:p></w:tc>");
}

/// One thing after another, each on a line of its own.
fn lines<T>(writer: &mut Writer, all: impl IntoIterator<Item = T>, write: impl Fn(&mut Writer, T)) {
    for (at, one) in all.into_iter().enumerate() {
        if at > 0 {
            writer.out.push_str("<w:r><w:br/></w:r>");
        }
        write(writer, one);
    }
}

/// The table of requisites.
pub(super) fn requisites(writer: &mut Writer, document: &Document<'_>) {
    open(&mut writer.out, &[3, 7], Some(document.labels.requisites));
    let lang = writer.lang;
    for one in document.requisites {
        row(writer, |writer| {
            cell(writer, "CellHead", |writer| writer.text(&one.name, lang));
            cell(writer, CELL, |writer| {
                lines(writer, &one.values, |writer, value| writer.phrase(value, CELL));
            });
        });
    }
    close(writer);
}

/// The same as a drawing.
pub(super) fn flow(writer: &mut Writer, document: &Document<'_>, table: &FlowTable, title: &str) {
    let words = document.labels.table;
    let parts: &[usize] = match table.notation {
        Notation::Diagram => &[13, 30, 15, 14, 11, 17],
        Notation::Handbook => &[12, 19, 29, 14, 10, 16],
    };
    open(&mut writer.out, parts, Some(title));
    writer.out.push_str("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
    for column in words.columns(table.notation) {
        cell(writer, "CellHead", |writer| writer.text(column, document.lang));
    }
    writer.out.push_str("</w:tr>\n");
    let rows = Rows { document, table };
    table.rows.iter().for_each(|one| row(writer, |writer| rows.row(writer, one)));
    close(writer);
}

struct Rows<'a> {
    document: &'a Document<'a>,
    table: &'a FlowTable,
}

impl Rows<'_> {
    fn row(&self, writer: &mut Writer, row: &FlowRow) {
        cell(writer, "CellHead", |writer| self.name(writer, row));
        let next = |writer: &mut Writer| lines(writer, &row.next, |writer, next| self.follow(writer, row, next));
        let lane = |writer: &mut Writer| self.words(writer, &row.lane);
        match self.table.notation {
            Notation::Diagram => {
                cell(writer, CELL, |writer| {
                    self.what(writer, row);
                    for term in &row.terms {
                        writer.out.push_str("<w:r><w:br/></w:r>");
                        self.words(writer, term);
                    }
                });
                for names in [&row.who, &row.places] {
                    cell(writer, CELL, |writer| lines(writer, names, |writer, name| self.words(writer, name)));
                }
                cell(writer, CELL, |writer| self.own(writer, self.document.labels.table.kind(row.kind)));
                cell(writer, CELL, next);
            }
            Notation::Handbook => {
                cell(writer, CELL, lane);
                cell(writer, CELL, |writer| self.what(writer, row));
                cell(writer, CELL, |writer| lines(writer, &row.terms, |writer, term| self.words(writer, term)));
                cell(writer, CELL, next);
                let receivers = self.table.receivers(row);
                cell(writer, CELL, |writer| lines(writer, receivers, |writer, unit| self.words(writer, unit)));
            }
        }
    }

    /// The act's own words.
    fn words(&self, writer: &mut Writer, text: &Text) {
        let (lang, words) = text.best(self.document.lang);
        writer.text(words, lang);
    }

    /// Words of the interface.
    fn own(&self, writer: &mut Writer, words: &str) {
        writer.text(words, self.document.lang);
    }

    fn what(&self, writer: &mut Writer, row: &FlowRow) {
        match &row.words {
            Some(words) => self.words(writer, words),
            None => self.own(writer, self.document.labels.table.happens(row)),
        }
    }

    fn name(&self, writer: &mut Writer, row: &FlowRow) {
        match &row.number {
            Some(number) => self.words(writer, number),
            None => self.own(writer, &self.document.labels.table.nameless(row)),
        }
    }

    fn follow(&self, writer: &mut Writer, from: &FlowRow, next: &Follow) {
        let words = self.document.labels.table;
        if let Some(branch) = next.branch {
            self.own(writer, &format!("{}: ", words.branch(branch)));
        }
        self.name(writer, &self.table.rows[next.row]);
        if self.table.is_told_as_message(from, next) {
            self.own(writer, &format!(" ({})", words.message));
        }
    }
}
