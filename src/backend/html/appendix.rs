//! An appendix: its head as printed, the drawing in a region that scrolls, the legend in words.

use super::flow_table;
use super::text::Writer;
use super::write::{attribute, escape};
use super::{Drawn, Entry, PaperSheet, Rendered};
use crate::base::Rect;
use crate::manuscript::{AppendixSlot, LegendText, Phrase, Standing};

pub(super) fn write(writer: &mut Writer<'_>, slot: &AppendixSlot, out: &mut Rendered) {
    out.appendix_entries.push(entry(writer, slot));
    let text = &mut out.appendices;
    let drawing = writer.options.drawings.iter().find(|drawing| *drawing.path == slot.path);
    text.push_str("<section");
    attribute(
        text,
        "class",
        if drawing.is_some_and(|drawing| drawing.is_sideways) { "appendix sideways" } else { "appendix" },
    );
    attribute(text, "id", &slot.anchor);
    text.push_str(">\n");
    for phrase in slot.header.iter().chain(&slot.label) {
        element(writer, "p", "appendix-head", phrase, text);
    }
    heading(writer, slot, text);
    let labels = writer.options.labels;
    let note = match slot.standing {
        Standing::Printed => None,
        Standing::Missing => Some(labels.missing),
        Standing::Unmentioned => Some(labels.unmentioned),
    };
    if let Some(note) = note {
        text.push_str("<p class=\"editorial\"");
        writer.reader_lang(text);
        text.push('>');
        escape(text, note);
        text.push_str("</p>\n");
    }
    if let Some(drawing) = drawing {
        figure(writer, drawing, text);
        flow_table::write(writer, drawing, text);
    }
    if let Some(legend) = &slot.legend {
        words_of(writer, legend, text);
    }
    text.push_str("</section>\n");
}

/// The line of the contents: the label and the heading, or what kind of drawing it is.
fn entry(writer: &Writer<'_>, slot: &AppendixSlot) -> Entry {
    let mut entry = match &slot.heading {
        Some(heading) => writer.entry(&slot.anchor, heading),
        None => Entry { anchor: slot.anchor.clone(), words: kind(writer, slot).to_owned(), lang: None, variant: None },
    };
    if let Some(variant) = slot.variant.as_ref().filter(|_| !slot.is_diagram || slot.heading.is_none()) {
        let around = slot.heading.as_ref().map_or(writer.wanted, |heading| heading.lang);
        let lang = (variant.lang != around).then_some(variant.lang.tag());
        entry.variant = Some((variant.plain.trim_end_matches(':').to_owned(), lang));
    }
    entry
}

fn kind<'a>(writer: &Writer<'a>, slot: &AppendixSlot) -> &'a str {
    if slot.is_diagram { writer.options.labels.diagram } else { writer.options.labels.handbook }
}

fn heading(writer: &Writer<'_>, slot: &AppendixSlot, out: &mut String) {
    let tag = format!("h{}", writer.options.level);
    match &slot.heading {
        Some(phrase) => element(writer, &tag, "appendix-heading", phrase, out),
        None => {
            out.push_str(&format!("<{tag} class=\"appendix-heading\""));
            writer.reader_lang(out);
            out.push('>');
            escape(out, kind(writer, slot));
            if let Some(variant) = &slot.variant {
                out.push_str(" – <span");
                if let Some(lang) = writer.foreign(variant) {
                    attribute(out, "lang", lang);
                }
                out.push('>');
                escape(out, variant.plain.trim_end_matches(':'));
                out.push_str("</span>");
            }
            out.push_str(&format!("</{tag}>\n"));
        }
    }
}

fn figure(writer: &mut Writer<'_>, drawing: &Drawn<'_>, out: &mut String) {
    writer.drawings += 1;
    let name = writer.options.labels.scroll_drawing.replace("{0}", &writer.drawings.to_string());
    let whole = writer.options.labels.drawing.replace("{0}", &writer.drawings.to_string());
    out.push_str(if drawing.paper.is_empty() { "<figure class=\"plate\"" } else { "<figure class=\"plate cut\"" });
    attribute(out, "aria-label", &whole);
    writer.reader_lang(out);
    out.push_str(">\n<section class=\"scroll\" tabindex=\"0\"");
    attribute(out, "aria-label", &name);
    out.push_str(">\n");
    out.extend(drawing.pieces.iter().map(String::as_str));
    out.push_str("</section>\n");
    if !drawing.walk.is_empty() {
        out.push_str("<script type=\"application/json\">");
        out.push_str(&drawing.walk);
        out.push_str("</script>\n");
    }
    if !drawing.paper.is_empty() {
        out.push_str("<div class=\"on-paper\">\n");
        drawing.paper.iter().for_each(|sheet| paper(drawing.file, &whole, sheet, out));
        out.push_str("</div>\n");
    }
    out.push_str("<figcaption><a");
    attribute(out, "href", drawing.file);
    out.push('>');
    escape(out, writer.options.labels.download);
    out.push_str("</a></figcaption>\n</figure>\n");
}

/// Nobody who reads on a screen fetches what is for paper: it is lazy, and hidden there.
fn paper(file: &str, whole: &str, sheet: &PaperSheet, out: &mut String) {
    let Rect { x, y, w, h } = sheet.view;
    out.push_str("<img loading=\"lazy\"");
    attribute(out, "src", &format!("{file}#svgView(viewBox({x},{y},{w},{h}))"));
    attribute(out, "width", &sheet.size.w.to_string());
    attribute(out, "height", &sheet.size.h.to_string());
    attribute(out, "alt", &format!("{whole} ({})", sheet.name));
    out.push_str(">\n");
}

/// The drawing has its legend drawn; the words of the act stand here for those who cannot see it.
fn words_of(writer: &Writer<'_>, legend: &LegendText, out: &mut String) {
    out.push_str("<details class=\"legend\"><summary");
    match &legend.heading {
        Some(heading) => {
            writer.lang(heading, out);
            out.push('>');
            writer.phrase(heading, out);
        }
        None => {
            writer.reader_lang(out);
            out.push('>');
            escape(out, writer.options.labels.legend);
        }
    }
    out.push_str("</summary>\n");
    if !legend.items.is_empty() {
        out.push_str("<ul>\n");
        for item in &legend.items {
            element(writer, "li", "legend-item", item, out);
        }
        out.push_str("</ul>\n");
    }
    out.push_str("</details>\n");
}

fn element(writer: &Writer<'_>, tag: &str, class: &str, phrase: &Phrase, out: &mut String) {
    out.push('<');
    out.push_str(tag);
    attribute(out, "class", class);
    writer.lang(phrase, out);
    out.push('>');
    writer.phrase(phrase, out);
    out.push_str("</");
    out.push_str(tag);
    out.push_str(">\n");
}
