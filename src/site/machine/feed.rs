//! The feed of changes in one language: every adoption, amendment, edition and repeal that the definitions know, latest first.
//!
//! Holds: days are those of the acts; an entry keeps its id whatever else is added.

use super::super::address::Place;
use super::super::context::Words;
use super::super::desk::Desk;
use super::super::editions::Wording;
use super::super::relations::{Act, Kind, Relation};
use super::feed_file;
use crate::backend::svg::escape;
use crate::base::Lang;
use crate::model::{Decree, Regulation};
use crate::theme::Address;
use crate::wording::date::Date;
use std::cmp::Reverse;
use std::fmt::Write;
use xxhash_rust::xxh3::xxh3_64;

/// A feed is read for what is new; all acts there are stand in `data/index.json`.
const ENTRIES_MAX: usize = 500;

/// Something that happened to an act.
struct Entry {
    day: Date,
    /// The part of its id that tells it from others.
    name: String,
    /// `adopted`, `amended`, `edition`, `repealed`.
    kind: &'static str,
    title: String,
    summary: Words,
    /// The page that tells of it.
    page: String,
}

pub(super) fn write(desk: &Desk<'_>, address: &Address) -> String {
    let corpus = desk.stock.corpus;
    let mut entries: Vec<Entry> = corpus.decrees.iter().map(|decree| adoption(desk, decree)).collect();
    entries.extend(desk.stock.relations.all.iter().filter_map(|relation| change(desk, relation)));
    let regulations = corpus.decrees.iter().flat_map(|decree| decree.regulations.iter().map(move |one| (decree, one)));
    entries.extend(regulations.flat_map(|(decree, regulation)| editions(desk, decree, regulation)));
    entries.sort_by(|a, b| (Reverse(a.day), &a.name).cmp(&(Reverse(b.day), &b.name)));
    entries.truncate(ENTRIES_MAX);
    let latest = entries.iter().map(|entry| entry.day).max();
    let mut out = head(desk, address, latest);
    entries.iter().for_each(|entry| write_entry(&mut out, entry, desk, address));
    out.push_str("</feed>\n");
    out
}

fn head(desk: &Desk<'_>, address: &Address, latest: Option<Date>) -> String {
    let words = desk.words();
    let name = desk.stock.theme.publisher.name.as_ref().map_or_else(|| words.get("site"), |name| name.get(desk.lang));
    let updated = latest.map(|day| format!("<updated>{}</updated>\n", moment(day))).unwrap_or_default();
    let own = address.to(&feed_file(desk.lang));
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
         <id>{own}</id>\n<title>{}</title>\n<subtitle>{}</subtitle>\n{updated}\
         <author><name>{}</name></author>\n\
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{own}\"/>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n",
        desk.lang.tag(),
        escape(words.get("feed")),
        escape(words.get("site")),
        escape(name),
        address.to(Place::Home.file(desk.lang).as_str()),
    )
}

fn write_entry(out: &mut String, entry: &Entry, desk: &Desk<'_>, address: &Address) {
    let lang = entry.summary.lang.map(|lang| format!(" xml:lang=\"{lang}\"")).unwrap_or_default();
    let _ = write!(
        out,
        "<entry>\n<id>tag:{},{}:{}</id>\n<title>{}</title>\n<updated>{}</updated>\n\
         <link rel=\"alternate\" type=\"text/html\" hreflang=\"{}\" href=\"{}\"/>\n\
         <category term=\"{}\"/>\n<summary{lang}>{}</summary>\n</entry>\n",
        address.host(),
        entry.day,
        escape(&entry.name),
        escape(&entry.title),
        moment(entry.day),
        desk.lang.tag(),
        escape(&address.to(&entry.page)),
        entry.kind,
        escape(&entry.summary.words),
    );
}

fn adoption(desk: &Desk<'_>, decree: &Decree) -> Entry {
    Entry {
        day: decree.adopted,
        name: format!("{}/adopted", decree.id),
        kind: "adopted",
        title: desk.words().fill("feed_adopted", &[decree.title.best(desk.lang).1]),
        summary: desk.act_of(&decree.adopting_body, decree.adopted, &decree.number),
        page: page(desk, decree),
    }
}

/// Each edition that an act brought in, by its first day; it leads to what changed, where the
/// wording before is known.
fn editions<'a>(desk: &'a Desk<'_>, decree: &'a Decree, latest: &'a Regulation) -> impl Iterator<Item = Entry> + 'a {
    (0..=latest.former.len()).filter_map(move |at| {
        let wording = Wording::of(decree, latest, at);
        let edition = wording.text.edition.as_ref()?;
        let place = if at > 0 { wording.changes() } else { wording.place };
        Some(Entry {
            day: edition.from.value,
            name: format!("{}/{}/edition/{}", decree.id, latest.id, edition.from.value),
            kind: "edition",
            title: desk.words().fill("feed_edition", &[latest.title.best(desk.lang).1]),
            summary: desk.act_of(&edition.by, edition.date, &edition.number),
            page: place.file(desk.lang).to_string(),
        })
    })
}

/// An amendment is dated by the act that amends, a repeal by the one that repeals.
fn change(desk: &Desk<'_>, relation: &Relation) -> Option<Entry> {
    let relations = desk.stock.relations;
    let decree = |act: &Act<'_>| match act {
        Act::Own(at) => desk.stock.corpus.decrees.get(*at),
        _ => None,
    };
    let (from, to) = (&relations.acts[relation.from], &relations.acts[relation.to]);
    match relation.kind {
        Kind::Repeals => {
            let repealed = decree(to)?;
            let repeal = repealed.repealed.as_ref()?;
            Some(Entry {
                day: repeal.date,
                name: format!("{}/repealed", repealed.id),
                kind: "repealed",
                title: desk.words().fill("feed_repealed", &[repealed.title.best(desk.lang).1]),
                summary: desk.act_of(&repeal.by, repeal.date, &repeal.number),
                page: page(desk, repealed),
            })
        }
        Kind::Amends => {
            let amending = decree(from)?;
            let (name, title, shown) = match to {
                Act::Own(at) => {
                    let own = desk.stock.corpus.decrees.get(*at)?;
                    (own.id.to_string(), own.title.best(desk.lang).1.to_owned(), own)
                }
                Act::Amended(act) => {
                    let name = match &act.registry {
                        Some(registry) => format!("registry-{}", registry.replace(char::is_whitespace, "")),
                        // By its words: its place in the list would be another's, once an act is put in before it.
                        None => format!("act-{}", fingerprint(act.act.best(Lang::Kk).1)),
                    };
                    (name, desk.with_days(&act.act).words, amending)
                }
                Act::Repealing(_) | Act::Wording(_) => return None,
            };
            Some(Entry {
                day: amending.adopted,
                name: format!("{}/amends/{name}", amending.id),
                kind: "amended",
                title: desk.words().fill("feed_amended", &[&title]),
                summary: desk.act_of(&amending.adopting_body, amending.adopted, &amending.number),
                page: page(desk, shown),
            })
        }
    }
}

fn page(desk: &Desk<'_>, decree: &Decree) -> String {
    Place::Decree(&decree.id).file(desk.lang).to_string()
}

/// Stays for life: nothing that may be written anew one day has a say in it.
fn fingerprint(words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    format!("{:016x}", xxh3_64(words.join(" ").as_bytes()))
}

/// An act has a day and no hour.
fn moment(day: Date) -> String {
    format!("{day}T00:00:00Z")
}
