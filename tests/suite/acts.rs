//! Letter for letter: what the acts say, the site says; what the definitions say, the site says.
//!
//! White space is left out of every comparison, and so the mends of the printed text do not show: letter-spacing of the
//! scan, lines broken by a page. Everything else must agree to the letter.

use crate::corpus::{files, read, real, root};
use reglament::base::{Artifacts, Lang, Text};
use reglament::wording::date::{Date, DateForm, say_date};
use serde_json::Value;

/// The words of the front page and of every page of a decree in one language, without white space.
fn pages(artifacts: &Artifacts, language: &str, decree: &str) -> String {
    let (front, inside) = (format!("site/{language}/index.html"), format!("site/{language}/{decree}/"));
    let is_meant = |path: &str| path == front || path.starts_with(&inside);
    let pages = artifacts.iter().filter(|(path, _)| is_meant(path.as_str()));
    pages.map(|(_, bytes)| words_of(std::str::from_utf8(bytes).expect("UTF-8"))).collect()
}

/// The text of an HTML page: no tags, no head, entities resolved, no white space.
fn words_of(html: &str) -> String {
    let body = html.split_once("<body").map_or(html, |(_, body)| body);
    let mut text = String::new();
    for part in body.split('<').skip(1) {
        text.push_str(part.split_once('>').map_or("", |(_, words)| words));
    }
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#34;", "\"");
    squeeze(&text.replace("&#39;", "'").replace("&#x27;", "'").replace("&nbsp;", " ").replace("&amp;", "&"))
}

fn squeeze(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{feff}').collect()
}

/// A line of the published text without the marks that the publisher's page left in it.
fn plain(line: &str) -> String {
    let mut line = line.trim().to_owned();
    while let Some((before, rest)) = line.split_once("](") {
        let after = rest.split_once(')').map_or("", |(_, after)| after);
        line = format!("{}{after}", before.replacen('[', "", 1));
    }
    let line = line.trim_start_matches(['#', ' ']).replace("**", "");
    let line = line.strip_prefix("- ").filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit())).unwrap_or(&line);
    let line = line.strip_prefix('*').and_then(|inner| inner.strip_suffix('*')).unwrap_or(line);
    squeeze(line)
}

#[test]
fn every_line_of_the_five_acts_stands_on_the_site() {
    let mut lines = 0;
    let mut lost = Vec::new();
    for file in
        files(&root().join("tests/acts")).into_iter().filter(|path| path.extension().is_some_and(|e| e == "txt"))
    {
        let decree = file.file_stem().expect("a name").to_string_lossy().into_owned();
        let site = pages(&real().artifacts, "kk", &decree);
        for line in read(&file).lines() {
            let words = plain(line);
            // The footer of the publisher's site is no part of the act; nor is a lone mark that a lost picture left.
            if words.starts_with('©') || words.chars().all(|c| !c.is_alphanumeric()) {
                continue;
            }
            lines += 1;
            // A legend's entry begins with the picture that the page has lost, and a dash.
            let entry = words.trim_start_matches(['→', '-']);
            if !site.contains(&words) && !site.contains(entry) {
                lost.push(format!("{decree}: {line}"));
            }
        }
    }
    assert!(lines > 700, "only {lines} lines were looked for");
    assert!(lost.is_empty(), "{} lines are not on the site:\n{}", lost.len(), lost.join("\n"));
}

/// Fields that are drawn, cut or derived, and so stand on the site in other words or in pieces.
const DERIVED: [&str; 7] = ["label", "action", "shown", "actor", "actor_nominative", "system", "approval_block"];

#[test]
fn every_text_of_the_definitions_reaches_the_site() {
    let mut texts = 0;
    let mut lost = Vec::new();
    for decree in &real().loaded.corpus.decrees {
        let site = Lang::ALL.map(|lang| pages(&real().artifacts, lang.tag(), decree.id.as_str()));
        let model = serde_json::to_value(decree).expect("JSON");
        each_text(&model, &mut |lang, words| {
            texts += 1;
            let wanted = squeeze(&dates_in_words(words, lang));
            if !site[lang as usize].contains(&wanted) {
                lost.push(format!("{}: {words}", decree.id));
            }
        });
    }
    assert!(texts > 900, "only {texts} texts were looked for");
    assert!(lost.is_empty(), "{} texts are not on the site:\n{}", lost.len(), lost.join("\n"));
}

/// References to acts hold days as `2015-06-23`; pages say them as acts do: «2015 жылғы 23 маусымдағы».
fn dates_in_words(words: &str, lang: Lang) -> String {
    let day = |word: &str| Some(say_date(Date::parse_iso(word.trim_end_matches(','))?, lang, DateForm::Attributive));
    words.split(' ').map(|word| day(word).unwrap_or_else(|| word.to_owned())).collect::<Vec<_>>().join(" ")
}

/// Every text in a language, and every paragraph of running text.
fn each_text(value: &Value, found: &mut impl FnMut(Lang, &str)) {
    match value {
        Value::Object(fields) => {
            for (key, inner) in fields.iter().filter(|(key, _)| !DERIVED.contains(&key.as_str())) {
                match inner {
                    Value::String(words) if matches!(key.as_str(), "kk" | "plain") => found(Lang::Kk, words),
                    Value::String(words) if key == "ru" => found(Lang::Ru, words),
                    _ => each_text(inner, found),
                }
            }
        }
        Value::Array(all) => all.iter().for_each(|inner| each_text(inner, found)),
        _ => {}
    }
}

/// Every sentence of a path is the title of exactly one element of its drawing.
#[test]
fn every_element_is_drawn_once_with_its_sentence() {
    for figure in &real().figures {
        let titles: Vec<&str> = figure
            .paper
            .scene
            .sheets
            .iter()
            .flat_map(|sheet| &sheet.parts)
            .filter_map(|part| part.title.as_deref())
            .collect();
        let say = |text: &Text| text.best(figure.paper.scene.language).1.to_owned();
        for node in figure.graph.nodes().filter(|node| node.element.is_some()) {
            let sentence = say(node.text.as_ref().expect("a sentence"));
            // Two elements of a path may say the same words, by the act's own slip.
            let same =
                figure.graph.nodes().filter(|other| other.text.as_ref().map(say) == Some(sentence.clone())).count();
            let drawn = titles.iter().filter(|title| title.contains(&sentence)).count();
            assert_eq!(drawn, same, "{} {}: {sentence}", figure.name, node.id);
        }
    }
}
