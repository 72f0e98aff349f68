//! The text of an act as a file to keep: with its day, number, registration, signatory and all that befell it.
//!
//! In: the manuscripts that its page shows. Out: a DOCX in each language that the text exists in.
//! Holds: the words of the file are those of its own language, whatever page leads to it; what a page says first of a
//! repealed act or of a former edition, the file says first.
//! Absent on purpose: a file in a language that the act has no text in.

use super::Figured;
use super::address::{Place, decree_text, former_text, text};
use super::context::{Download, Fact, Value, Words};
use super::desk::{Desk, Stock};
use super::editions::{self, Wording};
use super::facts::Facts;
use super::{decree, regulation};
use crate::backend::docx::{self, Document, Requisite};
use crate::base::{Artifacts, Id, Lang, RelPath, Text};
use crate::manuscript::{self, FlowTable, Manuscript, Phrase};
use crate::model::{Decree, Prose, Regulation};

/// Languages that a text exists in: those of its running text, else the one that it is said to be in.
fn languages(prose: &[Prose], usual: Lang) -> impl Iterator<Item = Lang> {
    let has = move |lang: Lang| prose.iter().any(|prose| prose.language == lang);
    Lang::ALL.into_iter().filter(move |lang| if prose.is_empty() { *lang == usual } else { has(*lang) })
}

/// Where the text of a wording lies.
pub(super) fn file(wording: &Wording<'_>, lang: Lang) -> RelPath {
    match wording.place {
        Place::Edition(decree, regulation, day) => former_text(decree, regulation, day, lang),
        _ => text(&wording.decree.id, &wording.latest.id, lang),
    }
}

/// The files of a regulation's text, by language.
pub(super) fn of<'a>(
    decree: &'a Decree,
    regulation: &'a Regulation,
) -> impl Iterator<Item = (Lang, RelPath)> + use<'a> {
    let own = |lang| (lang, text(&decree.id, &regulation.id, lang));
    languages(&regulation.prose, regulation.language).map(own)
}

/// The same of a decree.
pub(super) fn of_act(decree: &Decree) -> impl Iterator<Item = (Lang, RelPath)> {
    languages(&decree.prose, decree.language).map(|lang| (lang, decree_text(&decree.id, lang)))
}

/// The links from the page of a wording.
pub(super) fn links(desk: &Desk<'_>, wording: &Wording<'_>) -> Vec<Download> {
    let text = wording.text;
    let all = languages(&text.prose, text.language).map(|lang| (lang, file(wording, lang)));
    all.map(|(lang, file)| link(desk, wording.place, lang, &file)).collect()
}

/// The links from the page of a decree.
pub(super) fn of_decree_links(desk: &Desk<'_>, decree: &Decree) -> Vec<Download> {
    of_act(decree).map(|(lang, file)| link(desk, Place::Decree(&decree.id), lang, &file)).collect()
}

fn link(desk: &Desk<'_>, from: Place<'_>, lang: Lang, file: &RelPath) -> Download {
    let key = if lang == Lang::Kk { "text_file_kk" } else { "text_file_ru" };
    let href = format!("{}{file}", from.to_root());
    Download { href, text: Words::own(desk.word(key)), kind: docx::MEDIA_TYPE, of: Some(lang.tag()) }
}

/// The text of a wording as files.
pub(super) fn of_regulation(
    stock: &Stock<'_>,
    wording: &Wording<'_>,
    manuscripts: &[Manuscript; 2],
    figures: &[Figured<'_>],
    files: &mut Artifacts,
) {
    // A table says the same beside the drawing of each language.
    let own = figures.iter().filter(|figure| figure.scene.language == wording.text.language);
    let tables: Vec<(&Id, &FlowTable)> = own.map(|figure| (figure.path, figure.table)).collect();
    for lang in languages(&wording.text.prose, wording.text.language) {
        let desk = Desk { stock: *stock, lang };
        let Some(manuscript) = manuscripts.iter().find(|one| one.wanted == lang) else { continue };
        let former = editions::former(&desk, wording);
        let marks = former.map(|former| format!("{}. {}", former.headline, former.period));
        let said = Said {
            kind: "regulation",
            title: phrase(&wording.text.title, lang),
            marks: marks.into_iter().collect(),
            place: wording.place,
            facts: facts_of(&desk, wording),
        };
        files.insert(file(wording, lang), said.written(&desk, wording.decree, manuscript, &tables));
    }
}

/// The text of a decree as files.
pub(super) fn of_decree(stock: &Stock<'_>, decree: &Decree, files: &mut Artifacts) {
    for (lang, file) in of_act(decree) {
        let desk = Desk { stock: *stock, lang };
        let place = Place::Decree(&decree.id);
        let said = Said {
            kind: decree::kind(decree),
            title: phrase(&decree.title, lang),
            marks: Vec::new(),
            place,
            facts: decree::facts(&desk, decree, place),
        };
        let manuscript = manuscript::compose_decree_words(decree, lang);
        files.insert(file, said.written(&desk, decree, &manuscript, &[]));
    }
}

/// The requisites of the decree, after what tells the regulation and this wording of it from others.
fn facts_of(desk: &Desk<'_>, wording: &Wording<'_>) -> Vec<Fact> {
    let (decree, text) = (wording.decree, wording.text);
    let mut facts = Facts::new(desk);
    facts.add("provider", [facts.text(&text.provider)]);
    if let Some(edition) = &text.edition {
        let by = desk.act_of(&edition.by, edition.date, &edition.number);
        // The act says its own day.
        let day = Some(edition.from.value).filter(|_| edition.tells_effect);
        facts.add("edition_day", day.map(|day| Value::of(Words::own(desk.date(day)))));
        facts.add("edition_act", [Value::of(by)]);
    }
    facts.standard(text);
    let own = facts.text(&decree.title);
    facts.approval(decree, text, own, wording.place);
    facts.all.into_iter().chain(decree::facts(desk, decree, wording.place)).collect()
}

/// What a file says beside the text.
struct Said<'a> {
    /// The key of its word.
    kind: &'a str,
    title: Phrase,
    marks: Vec<String>,
    /// The page that shows the same.
    place: Place<'a>,
    facts: Vec<Fact>,
}

impl Said<'_> {
    fn written(
        mut self,
        desk: &Desk<'_>,
        decree: &Decree,
        manuscript: &Manuscript,
        tables: &[(&Id, &FlowTable)],
    ) -> Vec<u8> {
        let words = desk.words();
        let act = desk.act_of(&decree.adopting_body, decree.adopted, &decree.number).words;
        let mut foot = act;
        if let Some(repealed) = desk.repealed(decree, self.place) {
            let note = repealed.note.iter().map(|note| format!(" {}", note.words));
            let note: String = note.collect();
            self.marks.push(format!("{} {}{note}", words.get("repealed_lead"), repealed.act.text.words));
            foot = format!("{}: {foot}", repealed.mark);
        }
        let mut requisites: Vec<Requisite> = self.facts.into_iter().map(|fact| requisite(desk, fact)).collect();
        if let Some(address) = &desk.stock.theme.publisher.address {
            let page = address.to(self.place.file(desk.lang).as_str());
            requisites
                .push(Requisite { name: desk.word("page_address"), values: vec![Phrase::plain(desk.lang, page)] });
        }
        let labels = regulation::labels(desk);
        docx::render(&Document {
            lang: desk.lang,
            kind: words.get(self.kind),
            title: &self.title,
            author: decree.adopting_body.best(desk.lang).1,
            marks: &self.marks,
            foot: &foot,
            requisites: &requisites,
            manuscript,
            tables,
            labels: docx::Labels {
                requisites: words.get("requisites"),
                diagram: labels.diagram,
                handbook: labels.handbook,
                missing: labels.missing,
                unmentioned: labels.unmentioned,
                legend: labels.legend,
                table: labels.table,
            },
        })
    }
}

/// A language for one value: what stands in brackets after it is short.
fn requisite(desk: &Desk<'_>, fact: Fact) -> Requisite {
    let value = |value: Value| {
        let lang = if value.text.lang.is_some() { desk.lang.other() } else { desk.lang };
        let more: String = value.more.into_iter().map(|run| run.words).collect();
        let more = if more.is_empty() { more } else { format!(" ({more})") };
        Phrase::plain(lang, value.text.words + &more)
    };
    Requisite { name: fact.name, values: fact.values.into_iter().map(value).collect() }
}

fn phrase(text: &Text, lang: Lang) -> Phrase {
    let (lang, words) = text.best(lang);
    Phrase::plain(lang, words)
}
