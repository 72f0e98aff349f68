//! One page with everything inside: style, fonts, drawings, data. To be sent, kept, or opened where there is no site.
//!
//! In: the files of a site, the path of a page. Out: the page as one file.
//! Holds: it needs no other file and asks no host for anything; its words are those of the page. What leads to another
//! page leads to the public address where there is one, and else is plain text; what is a file comes along with it.
//! Absent on purpose: scripts. The page says everything without them.

mod embed;
mod tag;

use crate::base::{Artifacts, RelPath};
use crate::theme::Address;
use embed::{data_uri, image_uri, style_uri};
use tag::Tag;

/// Only what the page itself carries.
const POLICY: &str =
    "default-src 'none'; style-src data:; font-src data:; img-src data:; base-uri 'none'; form-action 'none'";

/// The page as one file; `None` where there is no such page.
pub(super) fn write(files: &Artifacts, page: &RelPath, address: Option<&Address>) -> Option<String> {
    let text = str::from_utf8(files.get(page)?).ok()?;
    let single = Single { files, page, address };
    let mut out = String::with_capacity(text.len() * 4);
    let mut rest = text;
    // Text is escaped and data have no bare `<`: each of them opens a tag, and the next `>` closes it.
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        let Some((tag, after)) = after.split_once('>') else { break };
        rest = after;
        let mut tag = Tag::of(tag);
        if tag.name() == "script" && tag.get("src").is_some() {
            rest = rest.split_once("</script>").map_or("", |(_, after)| after);
            tag.drop_whole();
        }
        single.rewrite(&mut tag);
        match tag.text() {
            Some(tag) => out.extend(["<", tag, ">"]),
            // Nor is its line needed.
            None => rest = rest.strip_prefix('\n').unwrap_or(rest),
        }
    }
    out.push_str(rest);
    Some(out)
}

struct Single<'a> {
    files: &'a Artifacts,
    page: &'a RelPath,
    address: Option<&'a Address>,
}

/// What a link leads to.
enum Target<'a> {
    /// A place on this page, or another host.
    AsItIs,
    File(&'a RelPath, &'a [u8]),
    Nowhere,
}

impl Single<'_> {
    fn rewrite(&self, tag: &mut Tag) {
        match tag.name() {
            "meta" if tag.get("http-equiv") == Some("Content-Security-Policy") => tag.set("content", POLICY),
            "link" => self.rewrite_link(tag),
            "a" => self.rewrite_anchor(tag),
            _ => {
                let Some(source) = tag.get("src").map(str::to_owned) else { return };
                if let Target::File(path, bytes) = self.target(&source) {
                    tag.set("src", &image_uri(path, bytes, fragment(&source)));
                }
            }
        }
    }

    fn rewrite_link(&self, tag: &mut Tag) {
        let href = tag.get("href").unwrap_or_default().to_owned();
        let is_style = tag.get("rel") == Some("stylesheet");
        match self.target(&href) {
            Target::AsItIs => {}
            Target::File(path, bytes) if is_style => tag.set("href", &style_uri(self.files, path, bytes)),
            Target::File(path, bytes) if tag.get("rel") == Some("icon") => tag.set("href", &data_uri(path, bytes)),
            Target::File(path, _) if self.address.is_some() => self.lead_outside(tag, path, &href),
            Target::File(..) | Target::Nowhere => tag.drop_whole(),
        }
    }

    fn rewrite_anchor(&self, tag: &mut Tag) {
        let Some(href) = tag.get("href").map(str::to_owned) else { return };
        match self.target(&href) {
            Target::AsItIs => {}
            Target::File(path, bytes) if !path.as_str().ends_with(".html") && !path.as_str().ends_with(".xml") => {
                // The index names every act there is; one regulation does not carry it about.
                if path.as_str() == "data/index.json" {
                    return self.lead_outside(tag, path, &href);
                }
                tag.set("href", &data_uri(path, bytes));
                tag.set("download", path.as_str().rsplit('/').next().unwrap_or_default());
            }
            Target::File(path, _) => self.lead_outside(tag, path, &href),
            Target::Nowhere => self.lead_nowhere(tag),
        }
    }

    fn lead_outside(&self, tag: &mut Tag, path: &RelPath, href: &str) {
        match self.address {
            Some(address) => tag.set("href", &format!("{}{}", address.to(path.as_str()), fragment(href))),
            None => self.lead_nowhere(tag),
        }
    }

    /// The words stay.
    fn lead_nowhere(&self, tag: &mut Tag) {
        ["href", "hreflang", "rel", "type", "download"].into_iter().for_each(|name| tag.remove(name));
    }

    fn target(&self, link: &str) -> Target<'_> {
        if link.starts_with('#') || ["https://", "http://", "data:"].iter().any(|scheme| link.starts_with(scheme)) {
            return Target::AsItIs;
        }
        let file = link.split('#').next().unwrap_or_default();
        let found = super::links::resolve(self.page, file).and_then(|path| self.files.get_key_value(&path));
        match found {
            Some((path, bytes)) => Target::File(path, bytes),
            // A page that is not at hand can still be reached by its address.
            None => Target::Nowhere,
        }
    }
}

fn fragment(link: &str) -> &str {
    link.find('#').map_or("", |at| &link[at..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> Artifacts {
        let page = "<!DOCTYPE html>\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'\">\n\
            <link rel=\"stylesheet\" href=\"../assets/a.css\">\n<link rel=\"alternate\" hreflang=\"ru\" href=\"../ru/p.html\">\n\
            <script src=\"../assets/a.js\" defer></script>\n<script type=\"application/ld+json\">{\"a\":\"\\u003cb>\"}</script>\n\
            <a href=\"#x\">x</a><a href=\"../ru/p.html#y\" hreflang=\"ru\">y</a><a class=\"z\" href=\"../d.svg\">z</a>\n\
            <img src=\"../d.svg#svgView(viewBox(1,2,3,4))\" alt=\"\">1 &lt; 2";
        let files = [
            ("kk/p.html", page),
            ("ru/p.html", "<p id=\"y\">"),
            ("assets/a.css", "@font-face { src: url(\"f/a.woff2\") } b { background: url(gone.png) }"),
            ("assets/f/a.woff2", "ab"),
            ("assets/a.js", "alert(1)"),
            ("d.svg", "<svg id=\"a\" viewBox=\"0 0 9 9\" width=\"9\" height=\"9\"><g/></svg>"),
        ];
        files.iter().map(|(path, text)| (RelPath::new(path).unwrap(), text.as_bytes().to_vec())).collect()
    }

    fn single(address: Option<&str>) -> String {
        let address = address.map(|address| Address::try_from(address.to_owned()).unwrap());
        write(&site(), &RelPath::new("kk/p.html").unwrap(), address.as_ref()).unwrap()
    }

    #[test]
    fn everything_is_inside() {
        let text = single(None);
        assert!(text.contains("img-src data:") && text.contains("<a href=\"#x\">x</a><a>y</a>"), "{text}");
        assert!(text.contains("download=\"d.svg\">z</a>") && text.ends_with("\" alt=\"\">1 &lt; 2"), "{text}");
        assert!(!text.contains("svgView"), "no part of a file can be named within a page");
        assert!(!text.contains("a.js") && !text.contains("../") && text.contains("{\"a\":\"\\u003cb>\"}"), "{text}");
        assert!(!text.contains("rel=\"alternate\""));
    }

    #[test]
    fn other_pages_are_reached_by_the_address() {
        let text = single(Some("https://example.kz/a"));
        assert!(text.contains("<a href=\"https://example.kz/a/ru/p.html#y\" hreflang=\"ru\">y</a>"), "{text}");
        assert!(text.contains("<link rel=\"alternate\" hreflang=\"ru\" href=\"https://example.kz/a/ru/p.html\">"));
        assert!(write(&site(), &RelPath::new("kk/q.html").unwrap(), None).is_none());
    }
}
