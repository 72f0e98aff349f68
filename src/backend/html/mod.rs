//! HTML of a manuscript: fragments that a page can take as they are.
//!
//! In: a `Manuscript`, its drawings as SVG, a few words of the interface. Out: [`Rendered`].
//! Holds: all text is escaped, the author's HTML is sanitised, no attribute carries script or style, every anchor of
//! the manuscript is the `id` of one element.
//! Absent on purpose: the frame of a page, and any decision about law.

mod appendix;
mod flow_table;
mod glossary;
mod parallel;
mod place;
mod sanitise;
mod text;
mod weave;
mod write;

pub use crate::manuscript::TableWords;
pub use parallel::{Lacks, render_parallel};
pub use sanitise::clean;
pub use write::{attribute, escape};

use crate::base::{Id, Rect, Size};
use crate::manuscript::{Block, FlowTable, Manuscript, Role};
use std::collections::BTreeMap;

/// Words of the interface that stand between those of the act.
#[derive(Debug, Clone, Copy)]
pub struct Labels<'a> {
    /// Link from a step to its shape.
    pub to_drawing: &'a str,
    /// Headings of drawings that the act gives none.
    pub diagram: &'a str,
    pub handbook: &'a str,
    /// The published act has no such appendix, though its text refers to it.
    pub missing: &'a str,
    /// The act does not speak of such an appendix.
    pub unmentioned: &'a str,
    pub legend: &'a str,
    pub download: &'a str,
    /// Name of a region that scrolls: `{0}` is the number of the drawing or the table.
    pub scroll_drawing: &'a str,
    /// A drawing by its number.
    pub drawing: &'a str,
    pub scroll_table: &'a str,
    pub table: TableWords<'a>,
    /// Heading of the list of abbreviations.
    pub terms: &'a str,
}

/// A sheet of a drawing's file, as it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperSheet {
    /// Where it lies in the file.
    pub view: Rect,
    /// How large it is printed, in CSS pixels.
    pub size: Size,
    /// Which of how many it is: «1/3».
    pub name: String,
}

/// A drawing, ready to stand in a page.
#[derive(Debug, Clone)]
pub struct Drawn<'a> {
    pub path: &'a Id,
    /// The drawing in one piece, as SVG; its legend may be a picture of its own.
    pub pieces: &'a [String],
    /// The same, cut for paper: views into its file; nothing where one page holds the whole.
    pub paper: &'a [PaperSheet],
    /// Its paper lies on its side.
    pub is_sideways: bool,
    /// The drawing as a file of its own, relative to the page.
    pub file: &'a str,
    /// Id of the shape in the page, by the id of the step or item that it shows.
    pub shapes: &'a BTreeMap<String, String>,
    /// How to walk through it: JSON without a bare `<`, for the script that offers it; nothing where there is no way.
    pub walk: String,
    /// The same as a table.
    pub table: &'a FlowTable,
}

/// How to write a manuscript.
#[derive(Debug, Clone, Copy)]
pub struct Options<'a> {
    pub labels: Labels<'a>,
    /// Level of a chapter's heading: 2 for `h2`.
    pub level: u8,
    pub drawings: &'a [Drawn<'a>],
    /// The page with both languages, and the words of the links to it from each chapter.
    pub parallel: Option<(&'a str, &'a str)>,
}

/// A line of the table of contents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub anchor: String,
    pub words: String,
    /// Language of the words, where it is not that of the reader.
    pub lang: Option<&'static str>,
    /// What tells it from others, and the language of that where it is not that of the words.
    pub variant: Option<(String, Option<&'static str>)>,
}

/// Most texts are shorter.
const USUAL_BYTES: usize = 1 << 15;

/// A manuscript as fragments of HTML.
#[derive(Debug, Clone, Default)]
pub struct Rendered {
    /// Approval, title, requisites and notes: what stands above the first chapter.
    pub head: String,
    pub text: String,
    pub appendices: String,
    /// Abbreviations that the text uses; empty where it has none.
    pub glossary: String,
    /// Chapters, in order.
    pub chapters: Vec<Entry>,
    pub appendix_entries: Vec<Entry>,
}

/// Writes the manuscript. Total.
pub fn render(manuscript: &Manuscript, options: &Options<'_>) -> Rendered {
    let mut writer = text::Writer::new(manuscript, options);
    let drawn: usize = options.drawings.iter().flat_map(|drawing| drawing.pieces).map(String::len).sum();
    let mut out = Rendered {
        text: String::with_capacity(USUAL_BYTES),
        // Beside its drawing an appendix has a table that says the same.
        appendices: String::with_capacity(drawn + drawn / 2),
        ..Rendered::default()
    };
    for block in &manuscript.blocks {
        match block {
            Block::Heading(heading) => writer.heading(heading, &mut out),
            Block::Paragraph(paragraph) if is_head(paragraph.role, &out) => writer.paragraph(paragraph, &mut out.head),
            Block::Paragraph(paragraph) => writer.paragraph(paragraph, &mut out.text),
            Block::Appendix(slot) => appendix::write(&mut writer, slot, &mut out),
        }
    }
    glossary::write(&writer, &manuscript.terms, &mut out);
    out
}

/// Whether a paragraph belongs above the running text: it heads the act, and no running text came before.
fn is_head(role: Role, so_far: &Rendered) -> bool {
    so_far.text.is_empty() && matches!(role, Role::Approval | Role::Title | Role::Requisites | Role::Note)
}
