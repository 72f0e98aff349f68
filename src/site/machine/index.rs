//! `data/index.json`: every decree and regulation, with the files that show them.
//!
//! Links are relative to the file itself. One act stands on one line, so that a change of one is a change of a line.

use super::super::address::{Place, drawing};
use super::super::dated;
use super::super::editions::Wording;
use super::super::text_file;
use super::plain;
use crate::base::{Id, Lang, RelPath};
use crate::model::{Corpus, Decree, Regulation};
use serde_json::{Map, Value, json};

/// The way from `data/` to the root of the site.
const ROOT: &str = "../";

pub(super) fn json(corpus: &Corpus) -> String {
    let decrees = corpus.decrees.iter().map(of_decree);
    let regulations = corpus
        .decrees
        .iter()
        .flat_map(|decree| decree.regulations.iter().map(move |regulation| of_regulation(decree, regulation)));
    format!("{{\n\"decrees\": [{}],\n\"regulations\": [{}]\n}}\n", lines(decrees), lines(regulations))
}

fn lines(entries: impl Iterator<Item = Value>) -> String {
    let lines: Vec<String> = entries.map(|entry| format!("\n{}", plain(&entry))).collect();
    if lines.is_empty() { String::new() } else { format!("{}\n", lines.join(",")) }
}

fn of_decree(decree: &Decree) -> Value {
    json!({
        "id": decree.id,
        "title": decree.title,
        "adopting_body": decree.adopting_body,
        "adopted": decree.adopted,
        "number": decree.number,
        "kind": decree.kind,
        "region": decree.region,
        "registered": decree.registered,
        "status": status(decree),
        "repealed": decree.repealed.as_ref().map(|repeal| json!({
            "by": repeal.by,
            "date": repeal.date,
            "number": repeal.number,
        })),
        "pages": pages(Place::Decree(&decree.id)),
        "texts": texts(text_file::of_act(decree)),
        "regulations": decree.regulations.iter().map(|regulation| name(decree, regulation)).collect::<Vec<_>>(),
    })
}

fn of_regulation(decree: &Decree, regulation: &Regulation) -> Value {
    let diagrams = regulation.system_paths.iter().map(|path| ("diagram", &path.id));
    let handbooks = regulation.provider_paths.iter().map(|path| ("handbook", &path.id));
    let file = |(kind, path): (&str, &Id)| {
        let file = drawing(&decree.id, &regulation.id, path);
        json!({ "id": path, "kind": kind, "svg": format!("{ROOT}{file}") })
    };
    json!({
        "id": name(decree, regulation),
        "title": regulation.title,
        "provider": regulation.provider,
        "field": regulation.field,
        "editions": editions(decree, regulation),
        "dated": pages(dated::place(decree, regulation)),
        "decree": decree.id,
        "status": status(decree),
        "pages": pages(Place::Regulation(&decree.id, &regulation.id)),
        "texts": texts(text_file::of(decree, regulation)),
        "data": format!("{}/{}.json", decree.id, regulation.id),
        "drawings": diagrams.chain(handbooks).map(file).collect::<Vec<_>>(),
    })
}

/// The line of wordings, the oldest first; nothing where there is but that of the decree.
fn editions(decree: &Decree, regulation: &Regulation) -> Vec<Value> {
    if regulation.former.is_empty() && regulation.edition.is_none() {
        return Vec::new();
    }
    let one = |at: usize| {
        let wording = Wording::of(decree, regulation, at);
        let edition = wording.text.edition.as_ref();
        json!({
            "from": wording.text.begins(decree),
            "by": edition.map(|edition| json!({ "by": edition.by, "date": edition.date, "number": edition.number })),
            "pages": pages(wording.place),
            "changes": (at > 0).then(|| pages(wording.changes())),
            "since": since(&wording),
        })
    };
    (0..=regulation.former.len()).map(one).collect()
}

fn name(decree: &Decree, regulation: &Regulation) -> String {
    format!("{}/{}", decree.id, regulation.id)
}

/// That a repeal is not known does not say that an act is in force.
fn status(decree: &Decree) -> &'static str {
    if decree.repealed.is_some() { "repealed" } else { "no-repeal-known" }
}

/// What changed since earlier editions than the one before, by their days.
fn since(wording: &Wording<'_>) -> Value {
    let earlier = wording.compared().filter(|(_, place)| matches!(place, Place::Between(..)));
    let named = earlier.map(|(before, place)| (before.text.begins(before.decree).to_string(), pages(place)));
    Value::Object(named.collect())
}

/// Files of text by language.
fn texts(files: impl Iterator<Item = (Lang, RelPath)>) -> Value {
    let one = |(lang, file): (Lang, RelPath)| (lang.tag().to_owned(), json!(format!("{ROOT}{file}")));
    Value::Object(files.map(one).collect::<Map<_, _>>())
}

fn pages(place: Place<'_>) -> Value {
    let page = |lang: Lang| (lang.tag().to_owned(), json!(format!("{ROOT}{}", place.file(lang))));
    Value::Object(Lang::ALL.map(page).into_iter().collect::<Map<_, _>>())
}
