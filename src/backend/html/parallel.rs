//! Both languages of an act side by side, as HTML.
//!
//! Holds: each pair has the anchor that the text of the reader's language has, so a link to a place needs only another page.

use super::Options;
use super::text::{Writer, class};
use super::write::{attribute, escape};
use crate::base::Lang;
use crate::manuscript::{Block, Manuscript, Pair, Role};

/// What stands where a language lacks a place, in the language of the reader.
#[derive(Debug, Clone, Copy)]
pub struct Lacks<'a> {
    pub kk: &'a str,
    pub ru: &'a str,
}

/// The running text of both manuscripts, paragraph against paragraph, for a reader of one language.
pub fn render_parallel(
    kk: &Manuscript,
    pairs: &[Pair<'_>],
    reader: Lang,
    options: &Options<'_>,
    lacks: Lacks<'_>,
) -> String {
    let mut out = String::new();
    let writer = Writer::new(kk, options);
    for pair in pairs {
        self::pair(&writer, pair, reader, lacks, &mut out);
    }
    out
}

fn pair(writer: &Writer<'_>, pair: &Pair<'_>, reader: Lang, lacks: Lacks<'_>, out: &mut String) {
    out.push_str("<div class=\"pair\"");
    if let Some(anchor) = pair.anchor(reader) {
        attribute(out, "id", anchor);
    }
    out.push_str(">\n");
    for (lang, side, lack) in [(Lang::Kk, pair.kk, lacks.kk), (Lang::Ru, pair.ru, lacks.ru)] {
        match side {
            Some(block) => self::side(writer, block, lang, out),
            None => {
                out.push_str("<div><p class=\"editorial\">");
                escape(out, lack);
                out.push_str("</p></div>\n");
            }
        }
    }
    out.push_str("</div>\n");
}

fn side(writer: &Writer<'_>, block: &Block, lang: Lang, out: &mut String) {
    out.push_str("<div");
    attribute(out, "lang", lang.tag());
    out.push('>');
    match block {
        Block::Heading(heading) => {
            let level = (writer.options.level + heading.depth - 1).min(6);
            out.push_str(&format!("<h{level}>"));
            writer.unmarked(&heading.phrase, out);
            out.push_str(&format!("</h{level}>"));
        }
        Block::Paragraph(paragraph) => {
            let tag = if paragraph.role == Role::Block { "div" } else { "p" };
            out.push_str(&format!("<{tag}"));
            attribute(out, "class", class(paragraph.role));
            out.push('>');
            if let Some(marker) = &paragraph.marker {
                escape(out, marker);
                out.push(' ');
            }
            writer.unmarked(&paragraph.phrase, out);
            out.push_str(&format!("</{tag}>"));
        }
        Block::Appendix(_) => {}
    }
    out.push_str("</div>\n");
}
