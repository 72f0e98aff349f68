//! The body: title, marks, requisites, the text in its order, appendices each on a new page.

use super::runs::{CELL, Writer};
use super::{Document, table};
use crate::manuscript::{AppendixSlot, Block, LegendText, Paragraph, Phrase, Role, Standing};

/// A4; margins as for office work: 25 mm to the left, 15 mm to the right, 20 mm above and below.
const PAPER: &str = "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId2\"/>\
    <w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
    <w:pgMar w:top=\"1134\" w:right=\"851\" w:bottom=\"1134\" w:left=\"1417\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>\
    </w:sectPr>";

/// Most texts are shorter.
const USUAL_BYTES: usize = 1 << 16;

const NEW_PAGE: &str = "<w:pageBreakBefore/>";

/// The content of the element `w:body`.
pub(super) fn write(document: &Document<'_>) -> String {
    let mut writer = Writer { out: String::with_capacity(USUAL_BYTES), lang: document.lang };
    writer.line("Subtitle", document.kind);
    said(&mut writer, "Title", "", document.title);
    document.marks.iter().for_each(|mark| writer.line("IntenseQuote", mark));
    table::requisites(&mut writer, document);
    // The text begins at some distance from the table.
    writer.line("BodyText", "");
    let mut drawings = 0;
    for block in &document.manuscript.blocks {
        match block {
            Block::Heading(heading) => {
                let style = ["Heading1", "Heading2", "Heading3"][usize::from(heading.depth.clamp(1, 3)) - 1];
                said(&mut writer, style, "", &heading.phrase);
            }
            Block::Paragraph(one) => paragraph(&mut writer, one),
            Block::Appendix(slot) => appendix(&mut writer, document, slot, &mut drawings),
        }
    }
    writer.out.push_str(PAPER);
    writer.out
}

fn said(writer: &mut Writer, style: &str, more: &str, phrase: &Phrase) {
    writer.open(style, more);
    writer.phrase(phrase, style);
    writer.close();
}

fn paragraph(writer: &mut Writer, paragraph: &Paragraph) {
    let style = style(paragraph.role);
    writer.open(style, "");
    if let Some(marker) = &paragraph.marker {
        writer.text(&format!("{marker} "), paragraph.phrase.lang);
    }
    writer.phrase(&paragraph.phrase, style);
    writer.close();
}

/// Styles of a word processor's own names, so that it says them in the language of its user.
fn style(role: Role) -> &'static str {
    match role {
        Role::Approval => "EnvelopeAddress",
        Role::Title => "BodyText2",
        Role::Requisites => "Requisites",
        Role::Note | Role::EditionNote => "Quote",
        Role::Variant => "BodyText3",
        Role::Post | Role::Signature => "Signature",
        Role::Block => CELL,
        Role::Paragraph
        | Role::Subparagraph
        | Role::Plain
        | Role::Unit
        | Role::Step
        | Role::Result
        | Role::Extra
        | Role::Total
        | Role::Restated
        | Role::Item
        | Role::Amended
        | Role::Command
        | Role::Wording => "BodyText",
    }
}

fn appendix(writer: &mut Writer, document: &Document<'_>, slot: &AppendixSlot, drawings: &mut usize) {
    let labels = document.labels;
    let mut more = NEW_PAGE;
    for phrase in slot.header.iter().chain(&slot.label) {
        said(writer, "EnvelopeAddress", more, phrase);
        more = "";
    }
    match &slot.heading {
        Some(heading) => said(writer, "Heading1", more, heading),
        None => {
            writer.open("Heading1", more);
            writer.text(if slot.is_diagram { labels.diagram } else { labels.handbook }, document.lang);
            if let Some(variant) = &slot.variant {
                writer.text(" – ", document.lang);
                writer.text(variant.plain.trim_end_matches(':'), variant.lang);
            }
            writer.close();
        }
    }
    match slot.standing {
        Standing::Printed => {}
        Standing::Missing => writer.line("Quote", labels.missing),
        Standing::Unmentioned => writer.line("Quote", labels.unmentioned),
    }
    if let Some((_, rows)) = document.tables.iter().find(|(path, _)| **path == slot.path) {
        *drawings += 1;
        let title = labels.table.title.replace("{0}", &drawings.to_string());
        writer.line("Caption", &title);
        table::flow(writer, document, rows, &title);
    }
    if let Some(legend) = &slot.legend {
        words_of(writer, document, legend);
    }
}

/// The legend as the act words it.
fn words_of(writer: &mut Writer, document: &Document<'_>, legend: &LegendText) {
    match &legend.heading {
        Some(heading) => said(writer, "Caption", "", heading),
        None => writer.line("Caption", document.labels.legend),
    }
    for item in &legend.items {
        writer.open(CELL, "");
        writer.text("– ", item.lang);
        writer.phrase(item, CELL);
        writer.close();
    }
}
