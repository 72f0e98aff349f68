//! What a page is about, in the vocabulary of schema.org as JSON-LD.
//!
//! Holds: nothing is said that the definitions do not have. A repealed act is `NotInForce`; of any other nothing is said,
//! as nobody told that it is still in force. What repeals or amends an act is said from the other act's side
//! (`@reverse`), as the vocabulary has no word for this one.

use super::super::address::{Place, drawing};
use super::super::context::Words;
use super::super::desk::Desk;
use super::super::text_file;
use super::head::data_of;
use super::plain;
use crate::backend::docx;
use crate::base::{Id, Lang, RelPath, Text};
use crate::model::{Amended, Decree, Regulation, Standard};
use crate::wording::date::Date;
use serde_json::{Map, Value, json};

const CONTEXT: &str = "https://schema.org";

/// A service and the act that regulates it.
pub(in crate::site) fn of_regulation(desk: &Desk<'_>, decree: &Decree, regulation: &Regulation) -> String {
    let place = Place::Regulation(&decree.id, &regulation.id);
    let mut act = legislation(desk, &regulation.title, "regulation");
    put(&mut act, "url", reach(desk, place, place));
    put(&mut act, "inLanguage", regulation.language.tag());
    put_force(&mut act, decree);
    if let Some(standard) = &regulation.standard {
        put(&mut act, "isBasedOn", self::standard(desk, standard));
    }
    put(&mut act, "isPartOf", of_act(desk, decree, place));
    put(&mut act, "encoding", encoding(desk, decree, regulation));
    put(&mut act, "associatedMedia", drawings(desk, decree, regulation));

    let mut service = Map::new();
    put(&mut service, "@context", CONTEXT);
    put(&mut service, "@type", "GovernmentService");
    put(&mut service, "name", say(desk, &regulation.title));
    put(&mut service, "serviceType", desk.word("public_service"));
    put(&mut service, "url", reach(desk, place, place));
    put(&mut service, "provider", organization(desk, &regulation.provider));
    put_area(&mut service, "areaServed", desk, decree);
    let channel = |text: &Text| json!({ "@type": "ServiceChannel", "name": say(desk, text) });
    let channels: Vec<Value> = regulation.channels.iter().map(|found| channel(&found.text)).collect();
    if !channels.is_empty() {
        put(&mut service, "availableChannel", channels);
    }
    put(&mut service, "subjectOf", act);
    script(service)
}

/// A decree with what it approves, amends, and what became of it.
pub(in crate::site) fn of_decree(desk: &Desk<'_>, decree: &Decree) -> String {
    let place = Place::Decree(&decree.id);
    let relations = desk.stock.relations;
    let mut act = Map::new();
    put(&mut act, "@context", CONTEXT);
    act.extend(of_act(desk, decree, place));
    put(&mut act, "encoding", texts(desk, place, text_file::of_act(decree)));
    let parts = decree.regulations.iter().map(|regulation| {
        let mut part = legislation(desk, &regulation.title, "regulation");
        put(&mut part, "url", reach(desk, place, Place::Regulation(&decree.id, &regulation.id)));
        part
    });
    let parts: Vec<_> = parts.collect();
    if !parts.is_empty() {
        put(&mut act, "hasPart", parts);
    }
    let amends: Vec<_> = decree.amends.iter().map(|amended| self::amended(desk, decree, amended)).collect();
    if !amends.is_empty() {
        put(&mut act, "legislationAmends", amends);
    }
    let amending: Vec<_> = relations
        .amending(desk.stock.corpus, &decree.id)
        .map(|other| in_short(desk, &other.adopting_body, other.adopted, &other.number, Some((place, other))))
        .collect();
    if !amending.is_empty() {
        let reverse = act.entry("@reverse").or_insert_with(|| json!({}));
        reverse["legislationAmends"] = json!(amending);
    }
    script(act)
}

/// The requisites of a decree, as other pages tell of it too.
fn of_act(desk: &Desk<'_>, decree: &Decree, from: Place<'_>) -> Map<String, Value> {
    let mut act = legislation(desk, &decree.title, super::super::decree::kind(decree));
    put(&mut act, "legislationIdentifier", decree.number.as_str());
    put(&mut act, "legislationDate", decree.adopted.to_string());
    put(&mut act, "legislationPassedBy", organization(desk, &decree.adopting_body));
    put_area(&mut act, "legislationJurisdiction", desk, decree);
    if let Some(entry) = &decree.registered {
        let mut number = Map::new();
        put(&mut number, "@type", "PropertyValue");
        put(&mut number, "name", desk.word("registered"));
        put(&mut number, "value", entry.number.as_str());
        put(&mut act, "identifier", number);
    }
    put(&mut act, "url", reach(desk, from, Place::Decree(&decree.id)));
    put(&mut act, "inLanguage", decree.language.tag());
    put_force(&mut act, decree);
    if let Some(repeal) = &decree.repealed {
        let own = desk.stock.relations.repealing_decree(desk.stock.corpus, decree);
        let repealing = in_short(desk, &repeal.by, repeal.date, &repeal.number, own.map(|own| (from, own)));
        put(&mut act, "@reverse", json!({ "legislationRepeals": repealing }));
    }
    act
}

fn put_force(act: &mut Map<String, Value>, decree: &Decree) {
    if decree.repealed.is_some() {
        put(act, "legislationLegalForce", format!("{CONTEXT}/NotInForce"));
    }
}

/// Another act by its requisites, with its page where it has one.
fn in_short(
    desk: &Desk<'_>,
    body: &Text,
    date: Date,
    number: &str,
    page: Option<(Place<'_>, &Decree)>,
) -> Map<String, Value> {
    let mut act = Map::new();
    put(&mut act, "@type", "Legislation");
    put(&mut act, "name", say_words(desk.act_of(body, date, number)));
    put(&mut act, "legislationIdentifier", number);
    put(&mut act, "legislationDate", date.to_string());
    if let Some((from, decree)) = page {
        put(&mut act, "url", reach(desk, from, Place::Decree(&decree.id)));
    }
    act
}

fn amended(desk: &Desk<'_>, decree: &Decree, amended: &Amended) -> Map<String, Value> {
    let mut act = Map::new();
    put(&mut act, "@type", "Legislation");
    put(&mut act, "name", say_words(desk.with_days(&amended.act)));
    if let Some(own) = desk.stock.relations.amended_decree(desk.stock.corpus, amended) {
        put(&mut act, "url", reach(desk, Place::Decree(&decree.id), Place::Decree(&own.id)));
    }
    act
}

fn standard(desk: &Desk<'_>, standard: &Standard) -> Map<String, Value> {
    let mut act = Map::new();
    put(&mut act, "@type", "Legislation");
    put(&mut act, "name", say_words(desk.with_days(&standard.order)));
    put(&mut act, "legislationType", desk.word("standard"));
    act
}

/// The regulation as JSON, then its text as a file in each language that it exists in.
fn encoding(desk: &Desk<'_>, decree: &Decree, regulation: &Regulation) -> Vec<Value> {
    let place = Place::Regulation(&decree.id, &regulation.id);
    let data = data_of(&decree.id, &regulation.id);
    let data = json!({ "@type": "MediaObject", "encodingFormat": "application/json", "contentUrl": whole(desk, place, &data) });
    [data].into_iter().chain(texts(desk, place, text_file::of(decree, regulation))).collect()
}

fn texts(desk: &Desk<'_>, place: Place<'_>, files: impl Iterator<Item = (Lang, RelPath)>) -> Vec<Value> {
    let one = |(lang, file): (Lang, RelPath)| {
        json!({
            "@type": "MediaObject",
            "encodingFormat": docx::MEDIA_TYPE,
            "inLanguage": lang.tag(),
            "contentUrl": whole(desk, place, &format!("{}{file}", place.to_root())),
        })
    };
    files.map(one).collect()
}

fn drawings(desk: &Desk<'_>, decree: &Decree, regulation: &Regulation) -> Vec<Value> {
    let place = Place::Regulation(&decree.id, &regulation.id);
    let lang = regulation.drawn_in().find(|lang| *lang == desk.lang).unwrap_or(regulation.language);
    let image = |kind: &str, path: &Id| {
        let file = format!("{}{}", place.to_root(), drawing(&decree.id, regulation, path, lang));
        json!({
            "@type": "ImageObject",
            "name": desk.word(kind),
            "encodingFormat": "image/svg+xml",
            "inLanguage": lang.tag(),
            "contentUrl": whole(desk, place, &file),
        })
    };
    let diagrams = regulation.system_paths.iter().map(|path| image("diagram", &path.id));
    diagrams.chain(regulation.provider_paths.iter().map(|path| image("handbook", &path.id))).collect()
}

fn legislation(desk: &Desk<'_>, name: &Text, kind: &str) -> Map<String, Value> {
    let mut act = Map::new();
    put(&mut act, "@type", "Legislation");
    put(&mut act, "name", say(desk, name));
    put(&mut act, "legislationType", desk.word(kind));
    act
}

fn organization(desk: &Desk<'_>, name: &Text) -> Value {
    json!({ "@type": "GovernmentOrganization", "name": say(desk, name) })
}

fn put_area(to: &mut Map<String, Value>, key: &str, desk: &Desk<'_>, decree: &Decree) {
    if let Some(region) = &decree.region {
        put(to, key, json!({ "@type": "AdministrativeArea", "name": say(desk, &region.name) }));
    }
}

/// A text in the language of the page, or in the other with its tag.
fn say(desk: &Desk<'_>, text: &Text) -> Value {
    say_words(Words::of(text, desk.lang))
}

fn say_words(text: Words) -> Value {
    match text.lang {
        Some(lang) => json!({ "@language": lang, "@value": text.words }),
        None => json!(text.words),
    }
}

/// A page: by its whole address, or by the way from this page.
fn reach(desk: &Desk<'_>, from: Place<'_>, to: Place<'_>) -> String {
    match &desk.stock.theme.publisher.address {
        Some(address) => address.to(to.file(desk.lang).as_str()),
        None => from.link(to),
    }
}

/// A file that is named by the way from a page.
fn whole(desk: &Desk<'_>, from: Place<'_>, link: &str) -> String {
    let root = from.to_root();
    match &desk.stock.theme.publisher.address {
        Some(address) => address.to(link.strip_prefix(&root).unwrap_or(link)),
        None => link.to_owned(),
    }
}

fn put(to: &mut Map<String, Value>, key: &str, value: impl Into<Value>) {
    to.insert(key.to_owned(), value.into());
}

/// As text of a `script` element.
fn script(data: Map<String, Value>) -> String {
    plain(&Value::Object(data))
}
