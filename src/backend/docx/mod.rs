//! DOCX of a manuscript: the text of an act with its requisites, for those who keep and quote acts in a word processor.
//!
//! In: a [`Document`]: a `Manuscript`, the tables of its drawings, requisites and a few words, all of one language.
//! Out: the bytes of the file. Holds: every text of the manuscript stands in it, in its order; all text is escaped, and
//! what XML cannot hold is replaced; nothing is compressed, which would cost more than all the rest; the same document
//! gives the same bytes.
//! Absent on purpose: drawings, which are files of their own; links, which a printed act has none of.

mod body;
mod fragment;
mod package;
mod runs;
mod table;
#[cfg(test)]
mod tests;

use crate::base::{Id, Lang};
use crate::manuscript::{FlowTable, Manuscript, Phrase, TableWords};

/// What [`render`] writes.
pub const MEDIA_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// An act, ready to be written.
#[derive(Debug, Clone)]
pub struct Document<'a> {
    /// The language of words that say no other.
    pub lang: Lang,
    /// What kind of act it is, above its title.
    pub kind: &'a str,
    pub title: &'a Phrase,
    /// Who adopted it, for the properties of the file.
    pub author: &'a str,
    /// What a reader must know before anything else: that it was repealed, or that the wording is a former one.
    pub marks: &'a [String],
    /// Stands at the foot of each page beside its number: which act this is.
    pub foot: &'a str,
    pub requisites: &'a [Requisite],
    pub manuscript: &'a Manuscript,
    /// The tables that say the same as the drawings, by their paths.
    pub tables: &'a [(&'a Id, &'a FlowTable)],
    pub labels: Labels<'a>,
}

/// A line of the table of requisites.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requisite {
    pub name: String,
    pub values: Vec<Phrase>,
}

/// Words of the interface that stand between those of the act.
#[derive(Debug, Clone, Copy)]
pub struct Labels<'a> {
    /// Heading of the requisites.
    pub requisites: &'a str,
    /// Headings of drawings that the act gives none.
    pub diagram: &'a str,
    pub handbook: &'a str,
    /// The published act has no such appendix, though its text refers to it.
    pub missing: &'a str,
    /// The act does not speak of such an appendix.
    pub unmentioned: &'a str,
    pub legend: &'a str,
    pub table: TableWords<'a>,
}

/// Writes the document. Total.
pub fn render(document: &Document<'_>) -> Vec<u8> {
    package::pack(document, &body::write(document))
}
