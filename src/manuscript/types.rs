//! The types of a manuscript.

use crate::base::{Id, Lang};
use crate::model::Words;
use serde::Serialize;
use std::ops::Range;

/// What an act says, in reading order.
#[derive(Debug, Clone, Serialize)]
pub struct Manuscript {
    /// The language that the reader asked for.
    pub wanted: Lang,
    /// The language that most of it is in.
    pub language: Lang,
    pub blocks: Vec<Block>,
    /// Abbreviations that the text uses and the act explains.
    pub terms: Vec<TermEntry>,
}

/// An abbreviation and what it stands for.
#[derive(Debug, Clone, Serialize)]
pub struct TermEntry {
    pub abbr: Phrase,
    pub expansion: Phrase,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    Heading(Heading),
    Paragraph(Paragraph),
    Appendix(Box<AppendixSlot>),
}

impl Block {
    pub fn anchor(&self) -> &str {
        match self {
            Block::Heading(heading) => &heading.anchor,
            Block::Paragraph(paragraph) => &paragraph.anchor,
            Block::Appendix(slot) => &slot.anchor,
        }
    }
}

/// A chapter, or a part of one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Heading {
    pub anchor: String,
    /// 1 for a chapter.
    pub depth: u8,
    pub phrase: Phrase,
}

/// A paragraph of running text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Paragraph {
    pub anchor: String,
    pub role: Role,
    /// As printed: «5.», «1)», «1 әрекет –».
    pub marker: Option<String>,
    pub phrase: Phrase,
    /// What a drawing shows of it.
    pub element: Option<Element>,
}

/// Words in the language that they exist in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Phrase {
    pub lang: Lang,
    pub plain: String,
    #[serde(skip)]
    pub markup: Markup,
    /// Words that lead somewhere, in their order; they do not overlap.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
}

/// Some of the plain words, and where they lead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mark {
    pub range: Range<usize>,
    pub to: MarkTo,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MarkTo {
    /// An anchor of the same manuscript.
    Place(String),
    /// Index into the manuscript's terms.
    Term(usize),
}

/// The same words with the author's markup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Markup {
    /// There is none; the plain words are all.
    Plain,
    /// An HTML fragment in which text is escaped and nothing else is the author's.
    Sound(String),
    /// An HTML fragment that must be sanitised.
    Raw(String),
}

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The block that says which act approved the regulation.
    Approval,
    /// The printed heading of the act.
    Title,
    /// Requisites of a decree, and the publisher's mark of its status.
    Requisites,
    /// An editor's note.
    Note,
    /// A note on an edition that the act does not print: it is made from two editions.
    EditionNote,
    /// A numbered paragraph: «5.».
    Paragraph,
    /// A sub-paragraph: «1)».
    Subparagraph,
    /// A paragraph without a number.
    Plain,
    /// A table, a rule or code: a block of markup rather than a paragraph.
    Block,
    /// An entry of the list of units.
    Unit,
    /// The heading of a variant of the procedures.
    Variant,
    Step,
    /// A result of a step.
    Result,
    /// A further term or a note to the paragraph before.
    Extra,
    /// The total term.
    Total,
    /// A step as chapter 3 says it again.
    Restated,
    Item,
    /// The sentence that names the regulation that is changed.
    Amended,
    /// A command of amendment.
    Command,
    /// New wording, quoted.
    Wording,
    /// Post and name under the act.
    Post,
    Signature,
}

/// A step or an item, as the drawing of its path names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Element {
    pub path: Id,
    pub id: Id,
}

/// What an appendix is to the published act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// The act prints it.
    Printed,
    /// The text refers to it, the published act has none.
    Missing,
    /// The act never speaks of it: the drawing is made from the text alone.
    Unmentioned,
}

/// An appendix: its words, and where its drawing goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AppendixSlot {
    pub anchor: String,
    pub standing: Standing,
    pub number: Option<u32>,
    /// «1-қосымша», unless the header already says so.
    pub label: Option<Phrase>,
    /// The block at its head, line by line.
    pub header: Option<Phrase>,
    pub heading: Option<Phrase>,
    /// The path that it draws.
    pub path: Id,
    pub is_diagram: bool,
    /// What tells the path from others of its kind: its variant, or its channel.
    pub variant: Option<Phrase>,
    pub legend: Option<LegendText>,
}

/// A legend as the act words it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LegendText {
    pub heading: Option<Phrase>,
    pub items: Vec<Phrase>,
}

impl Phrase {
    pub fn plain(lang: Lang, plain: impl Into<String>) -> Phrase {
        Phrase { lang, plain: plain.into(), markup: Markup::Plain, marks: Vec::new() }
    }

    pub(super) fn of_words(lang: Lang, words: &Words) -> Phrase {
        let markup = match words.fragment.clone() {
            None => Markup::Plain,
            Some(fragment) if words.is_raw => Markup::Raw(fragment),
            Some(fragment) => Markup::Sound(fragment),
        };
        Phrase { lang, plain: words.plain.clone(), markup, marks: Vec::new() }
    }
}
