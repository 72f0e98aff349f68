//! Whether every link of a site leads somewhere: files, and places within them.
//!
//! In: the files of a site, as they are made, in any order. Out: [`Broken`], in order.
//! Holds: of a page that was looked at, only the fingerprints of its ids and what it leads to outside itself stay in
//! memory; what many pages lead to is kept once.
//! Absent on purpose: a parser. The pages are the program's own: text has no `<`, and values stand between double quotes;
//! but between tags, quotation marks are the act's, and what looks like an attribute there is none.
//! Drawings as files: they lead nowhere.

use crate::base::{Artifacts, RelPath};
use foldhash::fast::FixedState;
use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::{Mutex, PoisonError};
use xxhash_rust::xxh3::xxh3_64;

/// What is wrong in a page.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Broken {
    pub page: String,
    pub fault: Fault,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// A link that leads nowhere.
    Lost(String),
    /// An id that is given twice: of a link to it nobody knows where it leads.
    Twice(String),
}

impl Broken {
    fn lost(page: &RelPath, link: &str) -> Broken {
        Broken { page: page.to_string(), fault: Fault::Lost(link.to_owned()) }
    }
}

/// The links of a site as far as its files have come.
#[derive(Debug, Default)]
pub struct Ledger(Mutex<Known>);

#[derive(Debug, Default)]
struct Known {
    /// The ids of each page.
    places: HashMap<RelPath, Places, FixedState>,
    /// What pages lead to outside themselves, with the first page that does so.
    targets: HashMap<Target, Broken, FixedState>,
    broken: Vec<Broken>,
}

/// A file, and the fingerprint of a place in it.
type Target = (RelPath, Option<u32>);

/// Fingerprints of ids, sorted. That a missing id has the fingerprint of another happens once in millions of faults.
#[derive(Debug, Default)]
struct Places(Vec<u32>);

impl Ledger {
    /// Looks at a file, if it is a page.
    pub fn enter(&self, path: &RelPath, bytes: &[u8]) {
        if !is_page(path) {
            return;
        }
        let looked = Looked::at(path, bytes);
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.broken.extend(looked.broken);
        known.places.insert(path.clone(), looked.places);
        for (target, link) in looked.outward {
            known.lead(path, target, &link);
        }
    }

    /// All broken links of the files that were entered. They may lead to others: `is_there` knows which there are, and
    /// `read` gives their bytes.
    pub fn broken(
        self,
        is_there: &dyn Fn(&RelPath) -> bool,
        read: &dyn Fn(&RelPath) -> Option<Vec<u8>>,
    ) -> Vec<Broken> {
        let Known { mut places, targets, mut broken } = self.0.into_inner().unwrap_or_else(PoisonError::into_inner);
        for ((file, place), link) in targets {
            let leads = match place {
                None => places.contains_key(&file) || is_there(&file),
                Some(place) => {
                    let known = places.entry(file).or_insert_with_key(|file| Places::of_file(file, read(file)));
                    known.has(place)
                }
            };
            if !leads {
                broken.push(link);
            }
        }
        broken.sort();
        broken
    }
}

impl Known {
    fn lead(&mut self, page: &RelPath, target: Target, link: &str) {
        match self.targets.entry(target) {
            Entry::Vacant(free) => {
                free.insert(Broken::lost(page, link));
            }
            // Files come in any order; the first page by its name is told.
            Entry::Occupied(mut told) if page.as_str() < told.get().page.as_str() => {
                told.insert(Broken::lost(page, link));
            }
            Entry::Occupied(_) => {}
        }
    }
}

impl Places {
    fn of_file(path: &RelPath, bytes: Option<Vec<u8>>) -> Places {
        let bytes = bytes.filter(|_| is_page(path)).unwrap_or_default();
        let ids = attributes(&bytes).filter(|(name, _)| *name == Name::Id);
        Places::of(ids.map(|(_, id)| fingerprint(id)).collect())
    }

    fn of(mut ids: Vec<u32>) -> Places {
        ids.sort_unstable();
        // They stay until the last page has come.
        ids.shrink_to_fit();
        Places(ids)
    }

    fn has(&self, id: u32) -> bool {
        self.0.binary_search(&id).is_ok()
    }
}

/// What one file has and leads to.
struct Looked<'t> {
    places: Places,
    broken: Vec<Broken>,
    outward: Vec<(Target, Cow<'t, str>)>,
}

impl<'t> Looked<'t> {
    fn at(path: &RelPath, page: &'t [u8]) -> Looked<'t> {
        let (mut ids, mut inward, mut links) = (Vec::new(), Vec::new(), Vec::new());
        for (name, value) in attributes(page) {
            match (name, value.strip_prefix(b"#")) {
                (Name::Id, _) => ids.push(fingerprint(value)),
                (Name::LabelledBy, _) => inward.extend(value.split(|byte| *byte == b' ').map(|id| (id, value))),
                (Name::Link, Some(id)) => inward.push((id, value)),
                (Name::Link, None) => links.push(value),
            }
        }
        let places = Places::of(ids);
        let mut broken = Vec::new();
        if places.0.windows(2).any(|pair| pair[0] == pair[1]) {
            broken.extend(twice(path, page));
        }
        let fault = |link: &[u8]| Broken::lost(path, &words(link));
        let lost = inward.into_iter().filter(|(id, _)| !id.is_empty() && !places.has(fingerprint(id)));
        broken.extend(lost.map(|(_, link)| fault(link)));
        links.sort_unstable();
        links.dedup();
        let mut outward = Vec::new();
        for link in links.into_iter().filter(|link| !is_of_web(link)) {
            let said = words(link);
            match target(path, &said) {
                Some(target) => outward.push((target, said)),
                None => broken.push(fault(link)),
            }
        }
        Looked { places, broken, outward }
    }
}

/// Whether a link names a host of the web; the letters of its scheme may be large or small.
fn is_of_web(link: &[u8]) -> bool {
    let begins = |scheme: &[u8]| link.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    begins(b"https://") || begins(b"http://")
}

/// The ids that a page gives more than once.
fn twice(path: &RelPath, page: &[u8]) -> Vec<Broken> {
    let mut ids: Vec<&[u8]> = attributes(page).filter(|(name, _)| *name == Name::Id).map(|(_, id)| id).collect();
    ids.sort_unstable();
    let mut again: Vec<&[u8]> = ids.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
    again.dedup();
    let fault = |id: &[u8]| Broken { page: path.to_string(), fault: Fault::Twice(words(id).into_owned()) };
    again.into_iter().map(fault).collect()
}

/// The file and the place that a link leads to; nothing where it leaves the site.
fn target(from: &RelPath, link: &str) -> Option<Target> {
    let link = if link.contains('&') { Cow::Owned(link.replace("&amp;", "&")) } else { Cow::Borrowed(link) };
    let (file, fragment) = link.split_once('#').unwrap_or((&link, ""));
    // What is asked of a page stands between its name and a place in it.
    let file = match file.split('?').next().unwrap_or_default() {
        "" => from.clone(),
        file => resolve(from, file)?,
    };
    // A part of a drawing is named by where it lies, not by an id.
    let place = (!fragment.is_empty() && is_page(&file)).then(|| fingerprint(fragment.as_bytes()));
    Some((file, place))
}

fn fingerprint(id: &[u8]) -> u32 {
    xxh3_64(id) as u32
}

/// To look through bytes is faster than to prove first that all of them are letters.
fn words(value: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(value)
}

/// All broken links of the pages of a site, in order.
pub fn broken(site: &Artifacts) -> Vec<Broken> {
    let ledger = Ledger::default();
    site.iter().for_each(|(path, bytes)| ledger.enter(path, bytes));
    ledger.broken(&|path| site.contains_key(path), &|path| site.get(path).cloned())
}

/// A link to another host.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Outside {
    pub page: String,
    pub address: String,
}

/// All links of the pages to other hosts, in order. The site's own address is no other host.
pub fn outside(site: &Artifacts, own: Option<&str>) -> Vec<Outside> {
    let mut found = Vec::new();
    for (path, bytes) in site.iter().filter(|(path, _)| is_page(path)) {
        let all = attributes(bytes).filter(|(name, _)| *name == Name::Link).map(|(_, link)| words(link));
        let other = all.filter(|link| link.contains("//") || link.starts_with("mailto:") || link.starts_with("tel:"));
        let foreign = other.filter(|link| own.is_none_or(|own| !link.starts_with(own)));
        found.extend(foreign.map(|link| Outside { page: path.to_string(), address: link.replace("&amp;", "&") }));
    }
    found.sort();
    found.dedup();
    found
}

fn is_page(path: &RelPath) -> bool {
    path.as_str().ends_with(".html")
}

/// Attributes that name places, or lead to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Name {
    Id,
    Link,
    LabelledBy,
}

/// Their values, in the order of the page. `<base>` leads nowhere: only the page for lost addresses has one, and its links
/// are as relative to the root as the page itself.
fn attributes(page: &[u8]) -> impl Iterator<Item = (Name, &[u8])> {
    let mut within = Within { page, seen: 0, start: 0, is_tag: false };
    memchr::memchr_iter(b'=', page).filter_map(move |at| {
        let before = &page[..at];
        // The last letter tells most others apart.
        let name = match before.last()? {
            b'd' if before.ends_with(b" id") => Name::Id,
            b'f' if before.ends_with(b" href") && !before.ends_with(b"<base href") => Name::Link,
            b'c' if before.ends_with(b" src") => Name::Link,
            b'y' if before.ends_with(b" aria-labelledby") => Name::LabelledBy,
            _ => return None,
        };
        let value = page[at + 1..].strip_prefix(b"\"")?;
        within.is_tag_at(at).then_some(())?;
        Some((name, &value[..memchr::memchr(b'"', value)?]))
    })
}

/// Whether places of a page lie within tags; asked of one after another, as far as the page has been seen.
struct Within<'t> {
    page: &'t [u8],
    seen: usize,
    /// Where the last tag begins.
    start: usize,
    is_tag: bool,
}

impl Within<'_> {
    fn is_tag_at(&mut self, at: usize) -> bool {
        let fresh = &self.page[self.seen..at];
        match memchr::memrchr2(b'<', b'>', fresh) {
            Some(sign) if fresh[sign] == b'<' => (self.start, self.is_tag) = (self.seen + sign, true),
            Some(sign) => {
                let start = memchr::memrchr(b'<', &fresh[..sign]);
                self.start = start.map_or(self.start, |start| self.seen + start);
                self.is_tag = !is_closed(&self.page[self.start..at]);
            }
            None => {}
        }
        self.seen = at;
        self.is_tag
    }
}

/// Whether a tag ends in what goes on from its beginning; what stands between quotation marks does not end it.
fn is_closed(tag: &[u8]) -> bool {
    let mut is_value = false;
    tag.iter().any(|byte| {
        is_value ^= *byte == b'"';
        *byte == b'>' && !is_value
    })
}

/// The file that a relative link names; nothing where it leaves the site.
pub(super) fn resolve(from: &RelPath, file: &str) -> Option<RelPath> {
    let (mut folder, mut rest) = (folder_of(from.as_str()), file);
    while let Some(outer) = rest.strip_prefix("../").filter(|_| !folder.is_empty()) {
        (folder, rest) = (folder_of(folder), outer);
    }
    let path = if folder.is_empty() { RelPath::new(rest) } else { RelPath::new(&[folder, "/", rest].concat()) };
    path.or_else(|| resolve_by_segments(from, file))
}

fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The same for a link that goes up from a folder that it went into before.
fn resolve_by_segments(from: &RelPath, file: &str) -> Option<RelPath> {
    let folder = from.as_str().rfind('/').map_or(0, |at| at + 1);
    let mut path = from.as_str()[..folder].to_owned();
    for segment in file.split('/') {
        match segment {
            ".." => {
                let folder = path.strip_suffix('/')?;
                path.truncate(folder.rfind('/').map_or(0, |at| at + 1));
            }
            "." => {}
            segment => path.extend([segment, "/"]),
        }
    }
    RelPath::new(path.strip_suffix('/')?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(pages: &[(&str, &str)]) -> Artifacts {
        pages.iter().map(|(path, text)| (RelPath::new(path).unwrap(), text.as_bytes().to_vec())).collect()
    }

    fn lost(page: &str, link: &str) -> Broken {
        Broken::lost(&RelPath::new(page).unwrap(), link)
    }

    #[test]
    fn a_link_must_name_a_file_and_a_place_in_it() {
        let pages = [("a/x.html", "<p id=\"p\"> <a href=\"../b.html#q\"> <a href=\"#p\">"), ("b.html", "<p id=\"q\">")];
        assert_eq!(broken(&site(&pages)), []);
        for bad in ["../b.html#p", "#q", "../c.html", "../../b.html", "javascript:x", "/b.html"] {
            let page = format!("<a href=\"{bad}\">");
            let found = broken(&site(&[("a/x.html", &page), ("b.html", "<p id=\"q\">")]));
            assert_eq!(found, [lost("a/x.html", bad)]);
        }
    }

    #[test]
    fn what_many_pages_lead_to_is_told_once_and_may_have_been_made_before() {
        let pages =
            site(&[("a.html", "<a href=\"c.html#p\">"), ("b.html", "<a href=\"c.html#p\"> <a href=\"d.svg\">")]);
        let made_before = |text: &'static str| {
            let ledger = Ledger::default();
            pages.iter().rev().for_each(|(path, bytes)| ledger.enter(path, bytes));
            ledger.broken(&|path| path.as_str() == "d.svg", &|_| Some(text.as_bytes().to_vec()))
        };
        assert_eq!(made_before("<p id=\"p\">"), []);
        assert_eq!(made_before("<p id=\"q\">"), [lost("a.html", "c.html#p")]);
    }

    #[test]
    fn every_name_of_a_label_is_looked_up() {
        let page = "<p id=\"a\"> <p aria-labelledby=\"a b\">";
        assert_eq!(broken(&site(&[("a.html", page)])), [lost("a.html", "a b")]);
        assert_eq!(broken(&site(&[("a.html", "x = y, id=1 <p title=\"=\" id=\"a\"> <a href=\"#\">")])), []);
    }

    #[test]
    fn words_that_look_like_attributes_are_none() {
        let page = "<p id=\"main\">басшысы id=\"main\" және href=\"жоқ.html\"<br>сол href=\"c.html\"</p>";
        assert_eq!(broken(&site(&[("a.html", page)])), []);
        let values = "<p title=\"a > b < c\" id=\"p\"><a title=\"a > b\" href=\"#q\">";
        assert_eq!(broken(&site(&[("a.html", values)])), [lost("a.html", "#q")]);
    }

    #[test]
    fn a_link_to_another_host_is_one_in_any_letters() {
        let page = "<a href=\"HTTPS://EGOV.KZ\"> <a href=\"Http://egov.kz\">";
        assert_eq!(broken(&site(&[("a.html", page)])), []);
    }

    #[test]
    fn an_id_is_given_once() {
        let twice = Broken { page: "a.html".into(), fault: Fault::Twice("p".into()) };
        assert_eq!(broken(&site(&[("a.html", "<p id=\"p\"><p id=\"p\"><p id=\"p\">")])), [twice]);
    }
}
