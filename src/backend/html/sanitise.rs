//! What is left of HTML that an author wrote: markup of text, tables, and links that go nowhere strange.

use ammonia::{Builder, UrlRelative};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::LazyLock;

/// Tags of running text. No pictures or frames: a page asks other hosts for nothing.
const TAGS: [&str; 39] = [
    "a",
    "abbr",
    "b",
    "bdi",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "dfn",
    "dl",
    "dt",
    "em",
    "hr",
    "i",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
];

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut cleaner = Builder::empty();
    cleaner
        .tags(HashSet::from(TAGS))
        .clean_content_tags(HashSet::from(["script", "style"]))
        .generic_attributes(HashSet::from(["lang", "title"]))
        .tag_attributes(HashMap::from([
            ("a", HashSet::from(["href"])),
            ("ol", HashSet::from(["start"])),
            ("td", HashSet::from(["colspan", "rowspan"])),
            ("th", HashSet::from(["colspan", "rowspan"])),
        ]))
        .url_schemes(HashSet::from(["http", "https"]))
        .url_relative(UrlRelative::Custom(Box::new(inside)))
        .link_rel(Some("noopener"))
        .strip_comments(true);
    cleaner
});

/// Elements left open within one another. An HTML parser needs the square of it in time, a text never this much.
const OPEN_MAX: usize = 200;

/// The fragment without anything that could run, load, restyle or mislead; `None` where it is no text but an attack on
/// the time that the work takes.
pub fn clean(fragment: &str) -> Option<String> {
    (most_open(fragment) <= OPEN_MAX).then(|| CLEANER.clean(fragment).to_string())
}

/// The most elements that are open at once. A closing tag counts only against its namesake, as a parser has it.
fn most_open(fragment: &str) -> usize {
    let mut open: BTreeMap<String, usize> = BTreeMap::new();
    let (mut depth, mut most) = (0, 0);
    for tag in fragment.split('<').skip(1) {
        let (is_end, tag) = tag.strip_prefix('/').map_or((false, tag), |tag| (true, tag));
        let name: String = tag.chars().take_while(char::is_ascii_alphanumeric).take(16).collect();
        let name = name.to_ascii_lowercase();
        match (is_end, name.as_str()) {
            (_, "" | "br" | "hr" | "col") => {}
            (false, _) => {
                *open.entry(name).or_default() += 1;
                depth += 1;
                most = most.max(depth);
            }
            (true, _) => {
                if let Some(count) = open.get_mut(&name).filter(|count| **count > 0) {
                    *count -= 1;
                    depth -= 1;
                }
            }
        }
    }
    most
}

/// A relative link may name a place below the page, never climb out of its folder or to another host.
fn inside(url: &str) -> Option<Cow<'_, str>> {
    let decoded = url.to_ascii_lowercase().replace("%2e", ".").replace("%2f", "/").replace("%5c", "\\");
    let climbs = decoded.split(['/', '\\', '?', '#']).any(|segment| segment == "..");
    let rooted = decoded.starts_with(['/', '\\']);
    (!climbs && !rooted).then_some(Cow::Borrowed(url))
}

#[cfg(test)]
mod tests {
    fn clean(fragment: &str) -> String {
        super::clean(fragment).expect("not too deep")
    }

    #[test]
    fn script_goes_and_text_stays() {
        assert_eq!(clean("a<script>alert(1)</script>b"), "ab");
        assert_eq!(clean("<b onclick=\"x()\" style=\"color:red\">b</b>"), "<b>b</b>");
        assert_eq!(clean("<img src=x onerror=alert(1)>t"), "t");
    }

    #[test]
    fn deep_nesting_is_refused_and_long_tables_are_not() {
        for deep in ["<b>", "<b></i>", "<i><b></i>", "<B>x"] {
            assert_eq!(super::clean(&deep.repeat(100_000)), None, "{deep}");
        }
        let table = format!("<table>{}</table>", "<tr><td>a<br>b</td></tr>".repeat(1_000));
        assert_eq!(clean(&table).matches("<td>").count(), 1_000);
    }

    #[test]
    fn links_stay_only_where_they_are_harmless() {
        let kept = clean("<a href=\"https://egov.kz\">e</a>");
        assert_eq!(kept, "<a href=\"https://egov.kz\" rel=\"noopener\">e</a>");
        for bad in
            ["javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "../../etc", "%2e%2e/x", "//host/x", "/x"]
        {
            assert_eq!(clean(&format!("<a href=\"{bad}\">e</a>")), "<a rel=\"noopener\">e</a>", "{bad}");
        }
        assert!(clean("<a href=\"#p5\">5</a>").contains("href=\"#p5\""));
    }
}
