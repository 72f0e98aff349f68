//! What machines read: the model of each regulation and an index of all as JSON, a map of the site, feeds of changes,
//! and in the head of every page what it is, in which languages, and where else.
//!
//! In: the desk of a page, or the whole stock. Out: files, and [`Head`] for the templates.
//! Holds: every file that is named is one that the build makes; without a public address nothing absolute is written;
//! dates are those of the acts.
//! Absent on purpose: words about an act that its definition does not have.

mod feed;
pub(super) mod head;
mod index;
mod linked;
mod sitemap;
#[cfg(test)]
mod tests;

pub(super) use linked::{of_decree, of_regulation};

use super::address::{data, rel};
use super::desk::{Desk, Stock};
use crate::base::{Artifacts, Lang};
use crate::model::{self, Decree, Regulation};
use memchr::memchr;
use serde::Serialize;
use serde_json::ser::Formatter;
use std::io::Write;

/// Most models are shorter.
const USUAL_BYTES: usize = 1 << 16;

/// Files that concern all regulations together.
pub(super) fn files(stock: &Stock<'_>) -> Artifacts {
    let mut files = Artifacts::new();
    files.insert(rel("data/index.json"), index::json(stock.corpus));
    let Some(address) = &stock.theme.publisher.address else { return files };
    let maps = sitemap::write(stock, address);
    files.extend(maps.into_iter().map(|(name, text)| (rel(&name), text.into_bytes())));
    files.insert(rel("robots.txt"), robots(&address.to("sitemap.xml")).into_bytes());
    if has_feeds(stock) {
        for lang in Lang::ALL {
            let text = feed::write(&Desk { stock: *stock, lang }, address);
            files.insert(rel(&feed_file(lang)), text.into_bytes());
        }
    }
    files
}

/// The model of one regulation.
pub(super) fn model_of(decree: &Decree, regulation: &Regulation, files: &mut Artifacts) {
    let mut text = Vec::with_capacity(USUAL_BYTES);
    write_plain(&mut text, &model::view(decree, regulation));
    text.push(b'\n');
    files.insert(data(&decree.id, &regulation.id), text);
}

/// JSON without a `<`, which only strings have: it ends no `script` element, and nobody can take it for markup.
fn plain(value: &impl Serialize) -> String {
    let mut json = Vec::new();
    write_plain(&mut json, value);
    String::from_utf8(json).unwrap_or_default()
}

fn write_plain(json: &mut Vec<u8>, value: &impl Serialize) {
    let written = value.serialize(&mut serde_json::Serializer::with_formatter(json, NoMarkup));
    debug_assert!(written.is_ok(), "writing to memory does not fail");
}

/// Escapes `<` beside what JSON escapes itself.
struct NoMarkup;

impl Formatter for NoMarkup {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, out: &mut W, fragment: &str) -> std::io::Result<()> {
        let mut rest = fragment.as_bytes();
        while let Some(at) = memchr(b'<', rest) {
            out.write_all(&rest[..at])?;
            out.write_all(b"\\u003c")?;
            rest = &rest[at + 1..];
        }
        out.write_all(rest)
    }
}

fn feed_file(lang: Lang) -> String {
    format!("feed.{}.xml", lang.tag())
}

/// A feed must say when it was last changed: without an act there is no such day.
fn has_feeds(stock: &Stock<'_>) -> bool {
    stock.theme.publisher.address.is_some() && !stock.corpus.decrees.is_empty()
}

/// Everything may be read. Robots look for the file at the root of a host only.
fn robots(map: &str) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {map}\n")
}
