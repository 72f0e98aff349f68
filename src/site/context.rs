//! What a template may use. Every template sees `w`, the words of the interface (`words.kk.yaml`, `words.ru.yaml`);
//! every page but the front door sees `frame` and `it`.
//!
//! | template | `it` |
//! |---|---|
//! | `chooser.html` | [`Chooser`] (and no `frame`) |
//! | `home.html` | [`Home`] |
//! | `region.html` | [`RegionPage`] |
//! | `decree.html`, `regulation.html` | [`ActPage`] |
//! | `acts.html` | [`Acts`] |
//! | `relations.html` | [`RelationsPage`] |
//! | `parallel.html` | [`ParallelPage`] |
//! | `changes.html` | [`ChangesPage`] |
//! | `dated.html` | [`DatedPage`] |
//! | `search.html` | [`Search`] |
//! | `missing.html` | [`Missing`] (and no `frame`) |
//!
//! `walk.html` and `share.html` are parts of `regulation.html` for its scripts: tools of drawings, code for other sites.

use crate::backend::html::Entry;
use crate::base::{Lang, Text};
use serde::Serialize;

/// What a template is given.
#[derive(Debug, Serialize)]
pub struct View<T> {
    pub frame: Frame,
    pub it: T,
}

/// What `base.html` needs.
#[derive(Debug, Serialize)]
pub struct Frame {
    /// Language of the page, and the other one: `kk`, `ru`.
    pub lang: &'static str,
    pub other: &'static str,
    /// The other language's own name.
    pub other_name: String,
    /// The way up to the root of the site: `../../`.
    pub root: String,
    /// This page within the folder of its language: the same in both.
    pub here: String,
    /// Places of this page that the page in the other language calls otherwise, for the language switch: `p5=p4 p6=p5`.
    pub crossings: Option<String>,
    /// `home`, `acts`, `search`, `list`, `decree`, `regulation`.
    pub kind: &'static str,
    pub title: String,
    pub description: String,
    /// Whether the page shows an act that is no longer in force.
    pub is_repealed: bool,
    /// The pages above this one.
    pub trail: Vec<Link>,
    /// The front page of this language.
    pub home: String,
    pub head: Head,
}

/// Whose site it is, and what machines look for in the head of a page.
#[derive(Debug, Default, Serialize)]
pub struct Head {
    /// The publisher's name, else the title of the site.
    pub name: String,
    /// A picture, and whom to ask.
    pub emblem: Option<String>,
    pub contact: Option<String>,
    /// The page in each language, itself among them, and in none: `x-default`.
    pub alternates: Vec<Alternate>,
    /// Only where the site knows its address, like the properties and the feed.
    pub canonical: Option<String>,
    /// Open Graph.
    pub properties: Vec<Property>,
    pub feed: Option<String>,
    /// Search engines are asked to leave the page out: it shows what is no longer so.
    pub is_hidden: bool,
    /// The model of a regulation as JSON.
    pub data: Option<String>,
    /// JSON-LD, escaped for a `script` element.
    pub facts: Option<String>,
}

#[derive(Debug, Serialize)]
pub struct Alternate {
    pub lang: &'static str,
    pub href: String,
}

#[derive(Debug, Serialize)]
pub struct Property {
    pub name: &'static str,
    pub content: String,
}

/// A file to take away.
#[derive(Debug, Serialize)]
pub struct Download {
    pub href: String,
    pub text: Words,
    /// Its media type.
    pub kind: &'static str,
    /// The language of a file of text.
    pub of: Option<&'static str>,
}

/// A text, and its language where that is not the page's.
#[derive(Debug, Clone, Serialize)]
pub struct Words {
    pub words: String,
    pub lang: Option<&'static str>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Link {
    pub href: String,
    pub text: Words,
}

/// That an act is no longer in force, and by what.
#[derive(Debug, Clone, Serialize)]
pub struct Repealed {
    /// «Күші жойылған».
    pub mark: String,
    /// The repealing act in short, with its own page, or its place in the overview.
    pub act: Link,
    /// The publisher's note, as printed.
    pub note: Option<Words>,
}

/// A line of the box of facts.
#[derive(Debug, Serialize)]
pub struct Fact {
    pub name: String,
    pub values: Vec<Value>,
}

#[derive(Debug, Serialize)]
pub struct Value {
    pub text: Words,
    pub href: Option<String>,
    /// A few words after it, in brackets: runs, each in one language.
    pub more: Vec<Words>,
}

/// The front door.
#[derive(Debug, Serialize)]
pub struct Chooser {
    pub title: String,
    pub description: String,
    pub head: Head,
    /// The publisher's name in each language; empty where it has none.
    pub owner: Vec<Line>,
    pub sides: Vec<Side>,
    pub sight: SightWords,
}

/// What the version for people with low vision is called in Russian, on pages that belong to no language; `w` has the Kazakh
/// words.
#[derive(Debug, Serialize)]
pub struct SightWords {
    pub name: String,
    pub size: String,
    pub colours: String,
    pub usual: String,
    pub black: String,
    pub white: String,
}

#[derive(Debug, Serialize)]
pub struct Side {
    pub lang: &'static str,
    pub site: String,
    pub lead: String,
    pub button: String,
}

/// The front page of a language.
#[derive(Debug, Serialize)]
pub struct Home {
    pub counts: String,
    /// Fields of services, each to the search among them; none where no regulation says its field.
    pub fields: Vec<Link>,
    /// All acts, where they are few.
    pub regions: Vec<Region>,
    /// Where they are many: to the page of each region.
    pub ways: Vec<Way>,
    /// And the latest of them that did not lose force.
    pub newest: Vec<Card>,
}

/// To the page of a region or of one of its years, and how much there is.
#[derive(Debug, Serialize)]
pub struct Way {
    pub link: Link,
    pub counts: String,
}

/// The acts of a region, of all years or of one.
#[derive(Debug, Serialize)]
pub struct RegionPage {
    pub name: Words,
    pub counts: String,
    /// The years, where there are several.
    pub contents: Vec<Line>,
    /// The latest first.
    pub years: Vec<Year>,
    /// Instead of both, where its acts are many: to the page of each year.
    pub ways: Vec<Way>,
}

#[derive(Debug, Serialize)]
pub struct Year {
    pub anchor: String,
    /// «2016 год»; on the page of a year alone, what is listed.
    pub name: String,
    pub decrees: Vec<Card>,
}

#[derive(Debug, Serialize)]
pub struct Region {
    pub anchor: String,
    pub name: Words,
    pub decrees: Vec<Card>,
}

#[derive(Debug, Serialize)]
pub struct Card {
    pub link: Link,
    pub body: Words,
    pub date: String,
    pub number: String,
    pub repealed: Option<Repealed>,
    pub regulations: Vec<Link>,
}

/// A decree or a regulation.
#[derive(Debug, Serialize)]
pub struct ActPage {
    pub kicker: String,
    pub title: Words,
    pub repealed: Option<Repealed>,
    /// Where the page shows a former edition.
    pub former: Option<Former>,
    /// Where the wording comes into force on a day that may be still ahead.
    pub upcoming: Option<Upcoming>,
    /// What happened to the regulation, the first first.
    pub timeline: Vec<Moment>,
    /// Editions to compare, two by two, where there are more than two of them.
    pub compare: Vec<Link>,
    pub facts: Vec<Fact>,
    /// Regulations of a decree.
    pub regulations: Vec<Link>,
    /// Said where the text is not in the language of the page.
    pub only_in: Option<String>,
    /// Chapters and appendices.
    pub contents: Vec<Line>,
    pub act: Act,
    /// The text with its requisites as a file, in each language that it exists in.
    pub texts: Vec<Download>,
    /// A regulation's data and drawings.
    pub files: Vec<Download>,
    /// The page with both texts, where there are two.
    pub parallel: Option<Link>,
}

/// That a page shows a former edition.
#[derive(Debug, Clone, Serialize)]
pub struct Former {
    /// «Бұрынғы редакция».
    pub mark: String,
    /// The same with its day, for the title of the page.
    pub headline: String,
    /// From which day, and from which day the next one.
    pub period: String,
    /// To the latest edition.
    pub latest: Link,
    /// To what the next edition changed.
    pub next_changes: Link,
}

/// From which day a wording is in force. A site is made without a clock: whether that day has come, the reader's browser knows.
#[derive(Debug, Clone, Serialize)]
pub struct Upcoming {
    /// «2026-07-01».
    pub from: String,
    /// What is to be said before that day.
    pub said: String,
    /// To the wording that is in force until then.
    pub before: Option<Link>,
}

/// A day in the life of a regulation.
#[derive(Debug, Serialize)]
pub struct Moment {
    /// As acts write it, and as machines read it.
    pub day: String,
    pub iso: String,
    /// What happened: «Қабылданған күні».
    pub name: String,
    /// The act that did it.
    pub act: Option<ActLink>,
    /// When the act has effect, in the words of the note on it.
    pub effect: Option<Words>,
    /// The wording that began then, where it has a page of its own, and what it changed.
    pub edition: Option<Link>,
    pub changes: Option<Link>,
    /// Where the wording in force will be found for good; only on its own page.
    pub dated: Option<Link>,
    /// The page shows this wording.
    pub is_here: bool,
    /// The regulation ended.
    pub is_end: bool,
}

/// The dated address of the wording in force.
#[derive(Debug, Serialize)]
pub struct DatedPage {
    pub title: Words,
    /// «Редакция (2016 жылғы 8 қаңтар)».
    pub day: String,
    pub repealed: Option<Repealed>,
    /// To the text.
    pub text: Link,
}

/// What one edition changed, or several in a row.
#[derive(Debug, Serialize)]
pub struct ChangesPage {
    /// Which editions: «Что изменилось в редакции от …».
    pub kicker: String,
    pub title: Words,
    pub repealed: Option<Repealed>,
    /// The editions that changed it, the first first.
    pub editions: Vec<ChangingEdition>,
    pub before: Link,
    pub after: Link,
    /// How many changes there are, of which kinds.
    pub summary: String,
    pub groups: Vec<ChangeGroup>,
}

/// An edition, the act that brought it in, and its day.
#[derive(Debug, Serialize)]
pub struct ChangingEdition {
    pub day: String,
    pub act: ActLink,
    /// The publisher's note on the edition, as printed.
    pub note: Option<Words>,
}

/// Changes of one paragraph, or of what stands in none.
#[derive(Debug, Serialize)]
pub struct ChangeGroup {
    /// «5-тармақ».
    pub name: String,
    /// Where it stands now.
    pub href: Option<String>,
    pub changes: Vec<ChangeLine>,
}

#[derive(Debug, Serialize)]
pub struct ChangeLine {
    pub said: String,
    /// The language of the words, where that is not the page's.
    pub lang: Option<&'static str>,
    pub pieces: Vec<ChangePiece>,
}

#[derive(Debug, Serialize)]
pub struct ChangePiece {
    /// `same`, `removed`, `added`.
    pub sign: &'static str,
    pub words: String,
}

/// Both texts of a regulation side by side.
#[derive(Debug, Serialize)]
pub struct ParallelPage {
    pub title: Words,
    pub repealed: Option<Repealed>,
    /// The languages' own names, in the order of the columns.
    pub names: [Words; 2],
    pub text: String,
}

/// What is shown for an address that there is not.
#[derive(Debug, Serialize)]
pub struct Missing {
    /// From where its links lead: `/` or `/path/`; only where the site knows its address.
    pub base: Option<String>,
    pub sides: [MissingSide; 2],
    pub sight: SightWords,
}

#[derive(Debug, Serialize)]
pub struct MissingSide {
    pub lang: &'static str,
    pub title: String,
    pub lead: String,
    pub home: String,
    pub search: String,
}

/// A line of the contents.
#[derive(Debug, Serialize)]
pub struct Line {
    pub anchor: String,
    pub words: String,
    pub lang: Option<&'static str>,
    /// What tells it from others, in brackets.
    pub more: Option<Words>,
}

/// The text of an act as HTML.
#[derive(Debug, Serialize)]
pub struct Act {
    /// The language that most of it is in.
    pub lang: &'static str,
    pub head: String,
    pub text: String,
    pub appendices: String,
    /// The abbreviations that the text uses.
    pub glossary: String,
}

/// The overview of acts.
#[derive(Debug, Serialize)]
pub struct Acts {
    pub groups: Vec<Group>,
    /// Some group was too large to be drawn.
    pub left_out: bool,
    pub rows: Vec<Row>,
    /// Instead of rows, where they are many: to the pages that have them.
    pub ways: Vec<Way>,
}

/// The relations of the acts of a region, or of one of its years.
#[derive(Debug, Serialize)]
pub struct RelationsPage {
    pub name: Words,
    pub rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
pub struct Group {
    pub name: String,
    pub svg: String,
}

#[derive(Debug, Serialize)]
pub struct Row {
    pub anchor: String,
    pub from: ActLink,
    pub relation: String,
    pub to: ActLink,
}

/// The page of the search: what is there before a question, and without a script.
#[derive(Debug, Serialize)]
pub struct Search {
    /// Some regulation says its field.
    pub has_fields: bool,
    /// To the page of each region, where acts are many.
    pub ways: Vec<Way>,
    /// All regulations by title, where they are few.
    pub regulations: Vec<Found>,
}

#[derive(Debug, Serialize)]
pub struct Found {
    pub link: Link,
    pub decree: Words,
    pub region: Option<Words>,
    /// «Күші жойылған».
    pub repealed: Option<String>,
}

/// An act that may have a page.
#[derive(Debug, Clone, Serialize)]
pub struct ActLink {
    pub text: Words,
    pub href: Option<String>,
}

impl Head {
    /// Asks search engines to show the page of the latest edition instead.
    pub fn hide(&mut self) {
        self.is_hidden = true;
        self.canonical = None;
    }

    /// Asks search engines to show another page, which has the text; without whole addresses, to show nothing.
    pub fn stand_for(&mut self, page: Option<String>) {
        self.alternates.clear();
        self.is_hidden = page.is_none();
        let page_address = self.properties.iter_mut().find(|property| property.name == "og:url");
        page_address.zip(page.clone()).into_iter().for_each(|(property, page)| property.content = page);
        self.canonical = page;
    }
}

impl Words {
    /// The text as a page of `lang` shows it.
    pub fn of(text: &Text, lang: Lang) -> Words {
        let (found, words) = text.best(lang);
        Words { words: words.to_owned(), lang: (found != lang).then_some(found.tag()) }
    }

    /// Parts of a list as runs that follow each other.
    pub fn listed(parts: impl IntoIterator<Item = Vec<Words>>) -> Vec<Words> {
        let mut runs = Vec::new();
        for part in parts {
            runs.extend((!runs.is_empty()).then(|| Words::own("; ")));
            runs.extend(part);
        }
        runs
    }

    /// Words in the language of the page.
    pub fn own(words: impl Into<String>) -> Words {
        Words { words: words.into(), lang: None }
    }
}

impl Value {
    pub fn of(text: Words) -> Value {
        Value { text, href: None, more: Vec::new() }
    }
}

impl From<&Entry> for Line {
    fn from(entry: &Entry) -> Line {
        let more = entry.variant.clone().map(|(words, lang)| Words { words, lang });
        Line { anchor: entry.anchor.clone(), words: entry.words.clone(), lang: entry.lang, more }
    }
}
