//! `404.html`: what a server shows for an address that there is not.
//!
//! A server shows it at that address, however deep, where a relative link would lead astray. So its links start from the
//! path of the site's address, by `<base>`. A site that knows no address cannot know where it will lie, and must work from
//! a folder: its links are relative, and right only for lost addresses beside the front page.

use super::context::{Missing, MissingSide};
use super::desk::Stock;
use super::home;
use crate::base::Lang;
use serde::Serialize;

/// It has no frame: it belongs to no language.
#[derive(Serialize)]
pub(super) struct Page {
    it: Missing,
}

pub(super) fn page(stock: &Stock<'_>) -> Page {
    let side = |lang: Lang| {
        let words = stock.theme.words(lang);
        let word = |key: &str| words.get(key).to_owned();
        MissingSide {
            lang: lang.tag(),
            title: word("no_page"),
            lead: word("no_page_lead"),
            home: word("home"),
            search: word("search"),
        }
    };
    let base = stock.theme.publisher.address.as_ref().map(|address| address.path());
    Page { it: Missing { base, sides: Lang::ALL.map(side), sight: home::sight(stock.theme) } }
}
