//! Whether every link of a site leads somewhere: files, and places within them.

use crate::base::{Artifacts, RelPath};
use std::collections::{BTreeMap, BTreeSet};

/// A link that leads nowhere, or an id that is given twice.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Broken {
    pub page: String,
    pub link: String,
}

/// All broken links of the pages and drawings of a site, in order. Links to other hosts are not followed.
pub fn broken(site: &Artifacts) -> Vec<Broken> {
    let mut ids: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut found = Vec::new();
    for (path, text) in markup(site) {
        let known = ids.entry(path.as_str()).or_default();
        for id in attribute_values(text, "id") {
            if !known.insert(id) {
                found.push(Broken { page: path.to_string(), link: format!("id={id}") });
            }
        }
    }
    for (path, text) in markup(site) {
        for name in ["href", "src", "aria-labelledby"] {
            for link in attribute_values(text, name) {
                let is_id = name == "aria-labelledby";
                let leads = if is_id { ids[path.as_str()].contains(link) } else { leads(site, &ids, path, link) };
                if !leads {
                    found.push(Broken { page: path.to_string(), link: link.to_owned() });
                }
            }
        }
    }
    found.sort();
    found
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
    for (path, text) in markup(site) {
        let all = ["href", "src"].into_iter().flat_map(|name| attribute_values(text, name));
        let other = all.filter(|link| link.contains("//") || link.starts_with("mailto:") || link.starts_with("tel:"));
        let foreign = other.filter(|link| own.is_none_or(|own| !link.starts_with(own)));
        found.extend(foreign.map(|link| Outside { page: path.to_string(), address: link.replace("&amp;", "&") }));
    }
    found.sort();
    found.dedup();
    found
}

fn markup(site: &Artifacts) -> impl Iterator<Item = (&RelPath, &str)> {
    site.iter().filter_map(|(path, bytes)| {
        let is_markup = path.as_str().ends_with(".html") || path.as_str().ends_with(".svg");
        Some((path, is_markup.then(|| str::from_utf8(bytes).ok())??))
    })
}

/// Values of an attribute. Text is escaped, so a quoted value after the name is always an attribute. `<base>` leads
/// nowhere: only the page for lost addresses has one, and its links are as relative to the root as the page itself.
fn attribute_values<'t>(text: &'t str, name: &str) -> Vec<&'t str> {
    let pattern = format!(" {name}=\"");
    text.match_indices(&pattern)
        .filter(|(at, _)| !text[..*at].ends_with("<base"))
        .filter_map(|(at, _)| {
            let value = &text[at + pattern.len()..];
            value.find('"').map(|end| &value[..end])
        })
        .collect()
}

fn leads(site: &Artifacts, ids: &BTreeMap<&str, BTreeSet<&str>>, from: &RelPath, link: &str) -> bool {
    if link.starts_with("https://") || link.starts_with("http://") {
        return true;
    }
    let link = link.replace("&amp;", "&");
    let (file, fragment) = link.split_once('#').unwrap_or((&link, ""));
    // What is asked of a page stands between its name and a place in it.
    let file = file.split('?').next().unwrap_or_default();
    let target = if file.is_empty() { Some(from.clone()) } else { resolve(from, file) };
    let Some((target, _)) = target.as_ref().and_then(|target| site.get_key_value(target)) else { return false };
    // A part of a drawing is named by where it lies, not by an id.
    let is_view = fragment.starts_with("svgView(") && target.as_str().ends_with(".svg");
    fragment.is_empty() || is_view || ids.get(target.as_str()).is_some_and(|known| known.contains(fragment))
}

/// The file that a relative link names; nothing where it leaves the site.
pub(super) fn resolve(from: &RelPath, file: &str) -> Option<RelPath> {
    let mut segments: Vec<&str> = from.as_str().split('/').collect();
    segments.pop();
    for segment in file.split('/') {
        match segment {
            ".." => drop(segments.pop()?),
            "." => {}
            segment => segments.push(segment),
        }
    }
    RelPath::new(&segments.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(pages: &[(&str, &str)]) -> Artifacts {
        pages.iter().map(|(path, text)| (RelPath::new(path).unwrap(), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn a_link_must_name_a_file_and_a_place_in_it() {
        let pages = [("a/x.html", "<p id=\"p\"> <a href=\"../b.html#q\"> <a href=\"#p\">"), ("b.html", "<p id=\"q\">")];
        assert_eq!(broken(&site(&pages)), []);
        for bad in ["../b.html#p", "#q", "../c.html", "../../b.html", "javascript:x", "/b.html"] {
            let page = format!("<a href=\"{bad}\">");
            let found = broken(&site(&[("a/x.html", &page), ("b.html", "<p id=\"q\">")]));
            assert_eq!(found, [Broken { page: "a/x.html".into(), link: bad.into() }]);
        }
    }

    #[test]
    fn an_id_is_given_once() {
        assert_eq!(broken(&site(&[("a.html", "<p id=\"p\"><p id=\"p\">")])).len(), 1);
    }
}
