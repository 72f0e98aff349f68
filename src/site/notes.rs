//! Notes of findings on a page that an author looks at while he writes. Published pages have none of this.
//!
//! In: a page, notes. Out: the page with the notes in it, a script that waits for changes, and the right to run it.
//! Holds: whatever stands in a note is escaped; a page without a head or a body is left as it is.

use crate::backend::svg::escape;
use std::fmt::Write;

/// What is said on a page.
#[derive(Debug, Clone, Default)]
pub struct Notes {
    /// `kk`, `ru`, `en`.
    pub lang: &'static str,
    /// «3 errors in 1 file».
    pub heading: String,
    /// Said where the page shows what was there before the errors.
    pub of_before: Option<&'static str>,
    /// Names the links to the places of findings.
    pub to_place: &'static str,
    pub all: Vec<Note>,
    /// The number of the last change that the page knows of.
    pub number: u64,
}

/// A finding.
#[derive(Debug, Clone, Default)]
pub struct Note {
    /// `error`, `warning`, `info`.
    pub level: &'static str,
    /// «error[M003]» in the reader's language.
    pub name: String,
    pub message: String,
    pub help: String,
    /// `regulations/…:12:5`.
    pub place: String,
    /// The page that shows the place, where it is another one.
    pub page: Option<String>,
    /// Within that page, or this.
    pub anchor: Option<String>,
}

/// Where the script and the style of the notes are asked for.
pub const SCRIPT: &str = "/-/serve.js";
pub const STYLE: &str = "/-/serve.css";

/// The page with its notes.
pub fn annotate(page: &str, notes: &Notes) -> String {
    let Some((head, rest)) = page.split_once("</head>") else { return page.to_owned() };
    let Some((before, body)) = rest.split_once("<body").and_then(|(before, after)| {
        let (tag, body) = after.split_once('>')?;
        Some((format!("{before}<body{tag}>"), body))
    }) else {
        return page.to_owned();
    };
    let head = permitted(head);
    let number = notes.number;
    format!(
        "{head}<link rel=\"stylesheet\" href=\"{STYLE}\">\n\
         <script src=\"{SCRIPT}\" defer data-number=\"{number}\"></script>\n</head>{before}{}{body}",
        list(notes)
    )
}

/// A page for what has none, or none that can be made now.
pub fn bare_page(title: &str, words: &str, lang: &str) -> String {
    let (title, words) = (escape(title), escape(words));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n</head>\n\
         <body class=\"reglament-bare\">\n<main>\n<h1>{title}</h1>\n<p>{words}</p>\n\
         <p><a href=\"/\">index.html</a></p>\n</main>\n</body>\n</html>\n"
    )
}

/// Lets the page run scripts and ask for news, of its own host only.
fn permitted(head: &str) -> String {
    const MARK: &str = "http-equiv=\"Content-Security-Policy\" content=\"";
    let Some((before, rest)) = head.split_once(MARK) else { return head.to_owned() };
    let Some((policy, after)) = rest.split_once('"') else { return head.to_owned() };
    let mut directives: Vec<String> = policy.split(';').map(|part| part.trim().to_owned()).collect();
    directives.retain(|directive| !directive.is_empty());
    for name in ["script-src", "connect-src", "style-src"] {
        match directives.iter_mut().find(|directive| directive.split(' ').next() == Some(name)) {
            Some(known) if known.contains("'self'") => {}
            Some(known) => *known = format!("{} 'self'", known.replace(" 'none'", "")),
            None => directives.push(format!("{name} 'self'")),
        }
    }
    format!("{before}{MARK}{}\"{after}", directives.join("; "))
}

fn list(notes: &Notes) -> String {
    if notes.all.is_empty() {
        return String::new();
    }
    let mut out = format!(
        "\n<aside id=\"reglament-notes\" lang=\"{}\" aria-label=\"{heading}\">\n<details open>\n<summary>{heading}</summary>\n",
        notes.lang,
        heading = escape(&notes.heading),
    );
    if let Some(words) = notes.of_before {
        let _ = writeln!(out, "<p class=\"reglament-before\">{}</p>", escape(words));
    }
    out.push_str("<ol>\n");
    notes.all.iter().for_each(|note| write_note(&mut out, note, notes.to_place));
    out.push_str("</ol>\n</details>\n</aside>\n");
    out
}

fn write_note(out: &mut String, note: &Note, to_place: &str) {
    let anchor = note.anchor.as_deref().map(|anchor| format!("#{anchor}")).unwrap_or_default();
    let href = match &note.page {
        Some(page) => format!("{page}{anchor}"),
        None => anchor.clone(),
    };
    let here = note.anchor.as_deref().filter(|_| note.page.is_none());
    let at = here.map(|anchor| format!(" data-at=\"{}\"", escape(anchor))).unwrap_or_default();
    let _ = write!(
        out,
        "<li class=\"{}\"{at}><p><strong>{}</strong> <span class=\"reglament-message\">{}</span></p>\n<p><code>{}</code>",
        note.level,
        escape(&note.name),
        escape(&note.message),
        escape(&note.place)
    );
    if !href.is_empty() {
        let _ = write!(out, " <a href=\"{}\">{}</a>", escape(&href), escape(to_place));
    }
    out.push_str("</p>\n");
    if !note.help.is_empty() {
        let _ = writeln!(out, "<p class=\"reglament-help\">{}</p>", escape(&note.help));
    }
    out.push_str("</li>\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!DOCTYPE html><html><head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; img-src 'self'\"></head>\n<body class=\"a\"><p>x</p></body></html>";

    fn notes(message: &str) -> Notes {
        let note = Note { level: "error", message: message.into(), anchor: Some("a-b".into()), ..Note::default() };
        Notes { lang: "en", to_place: "go", all: vec![note], number: 7, ..Notes::default() }
    }

    #[test]
    fn a_page_gets_notes_script_and_the_right_to_run_it() {
        let page = annotate(PAGE, &notes("odd"));
        assert!(page.contains("script-src 'self'; connect-src 'self'\""), "{page}");
        assert!(page.contains("style-src 'self'; img-src 'self';"), "{page}");
        assert!(page.contains("<body class=\"a\">\n<aside id=\"reglament-notes\""), "{page}");
        assert!(
            page.contains("data-number=\"7\"") && page.contains("data-at=\"a-b\"") && page.contains("href=\"#a-b\"")
        );
        assert!(page.ends_with("<p>x</p></body></html>"));
    }

    #[test]
    fn words_of_an_author_are_no_markup() {
        let page = annotate(PAGE, &notes("<script>\"&"));
        assert!(page.contains("&lt;script&gt;") && !page.contains("<script>\"&"), "{page}");
    }

    #[test]
    fn without_findings_only_the_script_is_added_and_without_a_body_nothing() {
        let page = annotate(PAGE, &Notes::default());
        assert!(!page.contains("<aside") && page.contains(SCRIPT));
        assert_eq!(annotate("<svg/>", &notes("odd")), "<svg/>");
    }

    #[test]
    fn a_policy_that_lets_scripts_run_stays_one_policy() {
        let head = "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'self'; connect-src 'none'; style-src 'self'\">";
        let expected = head.replace("'none'", "'self'");
        assert_eq!(permitted(head), expected);
    }
}
