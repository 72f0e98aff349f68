//! The page as a whole: summary, list by act, drawings.

use super::{Review, drawing, redrawing, words};
use crate::backend::svg::{escape, page_stylesheet, sign_stylesheet, stylesheet};
use crate::base::{Lang, RelPath, Said, Voice, base64};
use crate::diff::{ActChanges, Change, Sign, headline, sentence, summary};
use std::fmt::Write;

const SCRIPT: &str = include_str!("review.js");
const STYLE: &str = include_str!("review.css");

/// One page that holds everything.
pub fn page(review: &Review) -> String {
    let voice = review.told.voice;
    let say = |said: &Said| escape(said.say(voice)).into_owned();
    let style = style(review);
    let digest = |text: &str| base64(&(review.told.digest)(text.as_bytes()));
    let [old, new] = review.told.sides.each_ref().map(|side| escape(side));
    let images = if review.told.redrawn.is_empty() { "" } else { " img-src data:;" };
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{}'; \
         script-src 'sha256-{}'; font-src data:;{images} base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{}: {old} → {new}</title>\n<style>{style}</style>\n</head>\n<body>\n",
        voice.tag(),
        digest(&style),
        digest(SCRIPT),
        say(&words::TITLE),
    );
    let _ = writeln!(out, "<header>\n<h1>{}</h1>", say(&words::TITLE));
    let is_known = review.told.unread.iter().all(Vec::is_empty) || !review.changes.is_empty();
    let summed_up = if is_known { summary(review.changes, voice) } else { words::REST_SAME.say(voice).to_owned() };
    let _ = writeln!(out, "<p class=\"summary\">{}</p>", escape(&summed_up));
    let _ = writeln!(
        out,
        "<p class=\"aside\">{}: <code>{old}</code> → <code>{new}</code></p>\n</header>\n<main>",
        say(&words::COMPARED)
    );
    unread(&mut out, review, &say(&words::UNREAD));
    contents(&mut out, review, &say(&words::CONTENTS));
    let mut number = 0;
    for (at, one) in review.changes.acts.iter().enumerate() {
        out.push_str(&act(review, one, at + 1, &mut number));
    }
    let _ = write!(out, "</main>\n<script>{SCRIPT}</script>\n</body>\n</html>\n");
    out
}

/// The colours of the theme, the page's own style, and that of drawings, light and dark.
fn style(review: &Review) -> String {
    let theme = review.theme;
    let mut css = String::from("\n");
    for (weight, file) in [(400, "fonts/NotoSans-Regular.woff2"), (700, "fonts/NotoSans-Bold.woff2")] {
        if let Some(bytes) = RelPath::new(file).and_then(|path| theme.assets.get(&path)) {
            let font = base64(bytes);
            let _ = writeln!(
                css,
                "@font-face {{ font-family: \"Noto Sans\"; font-weight: {weight}; \
                 src: url(data:font/woff2;base64,{font}) format(\"woff2\") }}"
            );
        }
    }
    css.push_str(&theme.publisher.css());
    css.push_str(STYLE);
    let drawn = |is_dark| stylesheet(&theme.drawing, is_dark) + &sign_stylesheet(&theme.drawing, is_dark);
    let (light, dark) = (drawn(false), drawn(true));
    let in_pages = page_stylesheet();
    let _ = write!(css, "{light}@media screen and (prefers-color-scheme: dark) {{\n{dark}}}\n{in_pages}");
    // Nothing of a theme may end the element early.
    css.replace("</", "<\\/")
}

fn unread(out: &mut String, review: &Review, heading: &str) {
    let files: Vec<String> = (0..2)
        .flat_map(|side| review.told.unread[side].iter().map(move |file| (file, &review.told.sides[side])))
        .map(|(file, side)| format!("<li>{} ({})</li>\n", escape(file), escape(side)))
        .collect();
    if !files.is_empty() {
        let _ = write!(out, "<div class=\"warn\">\n<p>{heading}:</p>\n<ul>\n{}</ul>\n</div>\n", files.concat());
    }
}

/// A list of links where there is more than one act.
fn contents(out: &mut String, review: &Review, heading: &str) {
    if review.changes.acts.len() < 2 {
        return;
    }
    let _ = writeln!(out, "<nav aria-label=\"{heading}\">\n<p>{heading}:</p>\n<ul>");
    for (at, act) in review.changes.acts.iter().enumerate() {
        let (lang, title) = title(act, review.told.voice);
        let (number, count) = (at + 1, act.changes.len());
        let _ = writeln!(out, "<li><a href=\"#a{number}\"{lang}>{title}</a>: {count}</li>");
    }
    out.push_str("</ul>\n</nav>\n");
}

/// The title of an act, and its language where it is not that of the page.
fn title(act: &ActChanges, voice: Voice) -> (String, String) {
    let wanted = voice.of_acts();
    let tongue = act.title.best(wanted).0.tag();
    let lang = if tongue == voice.tag() { String::new() } else { format!(" lang=\"{tongue}\"") };
    (lang, escape(&headline(act, voice)).into_owned())
}

fn act(review: &Review, act: &ActChanges, at: usize, number: &mut usize) -> String {
    let (lang, title) = title(act, review.told.voice);
    let mut out =
        format!("<section aria-labelledby=\"a{at}\">\n<h2 id=\"a{at}\"{lang}>{title}</h2>\n<ul class=\"changes\">\n");
    for change in &act.changes {
        out.push_str(&item(change, review.told.voice));
    }
    out.push_str("</ul>\n");
    let is_of_act = |drawing: &&super::Drawing| {
        drawing.decree == act.decree && Some(&drawing.regulation) == act.regulation.as_ref()
    };
    for one in review.drawings.iter().filter(is_of_act) {
        *number += 1;
        out.push_str(&drawing::section(review, one, *number));
    }
    let is_of_act =
        |one: &&super::Redrawing| one.decree == act.decree && Some(&one.regulation) == act.regulation.as_ref();
    for one in review.told.redrawn.iter().filter(is_of_act) {
        *number += 1;
        out.push_str(&redrawing::section(review, one, *number));
    }
    out.push_str("</section>\n");
    out
}

/// One change: its sentence, and its words with what went and what came.
fn item(change: &Change, voice: Voice) -> String {
    let mut out = format!("<li>{}", escape(&sentence(change, voice)));
    if !change.marks.is_empty() {
        let tongue = change.language.map(Lang::tag).filter(|tag| *tag != voice.tag());
        let lang = tongue.map_or(String::new(), |tag| format!(" lang=\"{tag}\""));
        let own = tongue.map_or(String::new(), |_| format!(" lang=\"{}\"", voice.tag()));
        // Screen readers tell neither the line nor the brackets.
        let spoken = |said: &Said| format!("<span class=\"unseen\"{own}>{}: </span>", said.say(voice));
        let _ = write!(out, "\n<p class=\"words\"{lang}>");
        for piece in &change.marks {
            let lines: Vec<_> = piece.words.split('\n').map(escape).collect();
            let words = lines.join("\n");
            let _ = match piece.sign {
                Sign::Same => write!(out, "{words}"),
                Sign::Removed => write!(out, "<del>{}{words}</del>", spoken(&words::REMOVED)),
                Sign::Added => write!(out, "<ins>{}{words}</ins>", spoken(&words::ADDED)),
            };
        }
        out.push_str("</p>");
    }
    out.push_str("</li>\n");
    out
}
