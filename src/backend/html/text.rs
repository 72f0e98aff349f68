//! Headings and paragraphs.

use super::place::Places;
use super::weave::weave;
use super::write::{attribute, escape, lines};
use super::{Entry, Options, Rendered, sanitise};
use crate::base::Lang;
use crate::manuscript::{Element, Heading, Manuscript, Markup, Paragraph, Phrase, Role};

/// Writes the blocks of one manuscript.
pub(super) struct Writer<'a> {
    pub options: &'a Options<'a>,
    /// Language of the reader.
    pub(super) wanted: Lang,
    /// Language that the element round the text is marked with.
    language: Lang,
    /// Drawings and tables so far: their numbers tell their scrolling regions apart.
    pub drawings: u32,
    tables: u32,
    places: Places,
}

impl<'a> Writer<'a> {
    pub fn new(manuscript: &Manuscript, options: &'a Options<'a>) -> Writer<'a> {
        let (wanted, language) = (manuscript.wanted, manuscript.language);
        Writer { options, wanted, language, drawings: 0, tables: 0, places: Places::default() }
    }

    pub fn heading(&mut self, heading: &Heading, out: &mut Rendered) {
        self.places.clear();
        if heading.depth == 1 {
            out.chapters.push(self.entry(&heading.anchor, &heading.phrase));
        }
        let level = (self.options.level + heading.depth - 1).min(6).to_string();
        let text = &mut out.text;
        text.push_str("<h");
        text.push_str(&level);
        attribute(text, "id", &heading.anchor);
        self.lang(&heading.phrase, text);
        text.push('>');
        self.phrase(&heading.phrase, text);
        text.push_str("</h");
        text.push_str(&level);
        text.push_str(">\n");
        if let Some((page, label)) = self.options.parallel.filter(|_| heading.depth == 1) {
            text.push_str("<p class=\"to-parallel\"><a");
            attribute(text, "href", &format!("{page}#{}", heading.anchor));
            self.reader_lang(text);
            text.push('>');
            escape(text, label);
            text.push_str("<span class=\"unseen\"");
            self.lang(&heading.phrase, text);
            text.push_str(">: ");
            escape(text, &heading.phrase.plain);
            text.push_str("</span></a></p>\n");
        }
    }

    /// A line of the contents: plain words, and their language where the reader asked for another.
    pub fn entry(&self, anchor: &str, phrase: &Phrase) -> Entry {
        let words = phrase.plain.replace('\n', " ");
        Entry { anchor: anchor.to_owned(), words, lang: self.foreign(phrase), variant: None }
    }

    /// The language of words that the reader did not ask for.
    pub fn foreign(&self, phrase: &Phrase) -> Option<&'static str> {
        (phrase.lang != self.wanted).then_some(phrase.lang.tag())
    }

    pub fn paragraph(&mut self, paragraph: &Paragraph, out: &mut String) {
        if paragraph.role == Role::Block {
            return self.block(paragraph, out);
        }
        let place = self.places.enter(paragraph);
        out.push_str("<p");
        attribute(out, "id", &paragraph.anchor);
        attribute(out, "class", class(paragraph.role));
        self.lang(&paragraph.phrase, out);
        out.push('>');
        if let Some(marker) = &paragraph.marker {
            out.push_str("<a class=\"marker\"");
            attribute(out, "href", &format!("#{}", paragraph.anchor));
            if let Some(place) = place {
                attribute(out, "aria-label", &place);
            }
            out.push('>');
            escape(out, marker);
            out.push_str("</a> ");
        }
        self.phrase(&paragraph.phrase, out);
        if let Some(element) = &paragraph.element {
            self.link_to_drawing(element, paragraph.marker.as_deref(), out);
        }
        out.push_str("</p>\n");
    }

    /// A table, a rule or code. What is wide scrolls in a region of its own, which a keyboard can reach.
    fn block(&mut self, paragraph: &Paragraph, out: &mut String) {
        let is_table = matches!(&paragraph.phrase.markup,
            Markup::Sound(fragment) | Markup::Raw(fragment) if fragment.contains("<table"));
        let tag = if is_table { "section" } else { "div" };
        out.push('<');
        out.push_str(tag);
        attribute(out, "id", &paragraph.anchor);
        attribute(out, "class", if is_table { "block scroll" } else { "block" });
        if is_table {
            self.tables += 1;
            let name = self.options.labels.scroll_table.replace("{0}", &self.tables.to_string());
            out.push_str(" tabindex=\"0\"");
            attribute(out, "aria-label", &name);
        }
        self.lang(&paragraph.phrase, out);
        out.push('>');
        self.phrase(&paragraph.phrase, out);
        out.push_str("</");
        out.push_str(tag);
        out.push_str(">\n");
    }

    fn link_to_drawing(&self, element: &Element, marker: Option<&str>, out: &mut String) {
        let drawing = self.options.drawings.iter().find(|drawing| *drawing.path == element.path);
        let Some(shape) = drawing.and_then(|drawing| drawing.shapes.get(element.id.as_str())) else { return };
        out.push_str(" <a class=\"to-drawing\"");
        attribute(out, "href", &format!("#{shape}"));
        self.reader_lang(out);
        out.push('>');
        escape(out, self.options.labels.to_drawing);
        if let Some(marker) = marker {
            out.push_str("<span class=\"unseen\"");
            if self.language != self.wanted {
                attribute(out, "lang", self.language.tag());
            }
            out.push_str("> ");
            escape(out, marker);
            out.push_str("</span>");
        }
        out.push_str("</a>");
    }

    /// Marks words that are not in the language of the text round them.
    pub fn lang(&self, phrase: &Phrase, out: &mut String) {
        if phrase.lang != self.language {
            attribute(out, "lang", phrase.lang.tag());
        }
    }

    /// Marks words of the interface.
    pub fn reader_lang(&self, out: &mut String) {
        if self.wanted != self.language {
            attribute(out, "lang", self.wanted.tag());
        }
    }

    pub fn phrase(&self, phrase: &Phrase, out: &mut String) {
        // What an author wrote as HTML has links of its own.
        if !phrase.marks.is_empty() && !matches!(phrase.markup, Markup::Raw(_)) {
            let mut fragment = String::new();
            self.unmarked(phrase, &mut fragment);
            let woven = weave(&fragment, &phrase.plain, &phrase.marks);
            return out.push_str(&woven.unwrap_or(fragment));
        }
        self.unmarked(phrase, out);
    }

    /// The words with their markup and no links to places.
    pub fn unmarked(&self, phrase: &Phrase, out: &mut String) {
        match &phrase.markup {
            Markup::Plain => lines(out, &phrase.plain),
            Markup::Sound(fragment) if fragment.contains(" />") => out.push_str(&fragment.replace(" />", ">")),
            Markup::Sound(fragment) => out.push_str(fragment),
            Markup::Raw(fragment) => match sanitise::clean(fragment) {
                Some(fragment) => out.push_str(&fragment),
                None => lines(out, &phrase.plain),
            },
        }
    }
}

pub(super) fn class(role: Role) -> &'static str {
    match role {
        Role::Approval => "approval",
        Role::Title => "act-title",
        Role::Requisites => "requisites",
        Role::Note => "note",
        Role::EditionNote => "note made",
        Role::Paragraph => "paragraph",
        Role::Subparagraph => "subparagraph",
        Role::Plain => "plain",
        Role::Block => "block",
        Role::Unit => "unit",
        Role::Variant => "variant",
        Role::Step => "step",
        Role::Result => "result",
        Role::Extra => "extra",
        Role::Total => "total",
        Role::Restated => "restated",
        Role::Item => "item",
        Role::Amended => "amended",
        Role::Command => "command",
        Role::Wording => "wording",
        Role::Post => "post",
        Role::Signature => "signature",
    }
}
