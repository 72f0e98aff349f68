//! Two files of drawings compared by themselves: what they say, by the ids of their parts.

use super::{Format, forms, words};
use crate::base::harmless::in_one_line;
use crate::base::{Said, Voice};
use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::cli::words::fill;
use crate::diff::{self, Picture, PicturePart, Piece, Sign};
use crate::edge;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

/// Whether both arguments name files of drawings on the disk.
pub(super) fn are_meant(old: &str, new: &str) -> bool {
    [old, new].iter().all(|word| word.ends_with(".svg") && Path::new(word).is_file())
}

/// What differs, in the form that was asked for, and whether nothing does.
pub(super) fn told(old: &str, new: &str, format: Format, console: &Console) -> Result<(String, bool), Failure> {
    let (old, new) = (edge::read_file(Path::new(old))?, edge::read_file(Path::new(new))?);
    let told = match format {
        Format::Text => list(&old, &new, &TEXT, console.voice),
        Format::Markdown => list(&old, &new, &MARKDOWN, console.voice),
        Format::Json => json(&old, &new),
        Format::Html | Format::Act => {
            return Err(Failure::Asked {
                message: console.say(&words::NOT_OF_DRAWINGS).to_owned(),
                help: console.say(&words::FORMS_OF_DRAWINGS).to_owned(),
            });
        }
    };
    Ok((told, old == new))
}

/// Old and new parts of one id, where they differ, in the order of the new file; what is gone follows.
fn differing<'p>(old: &'p Picture, new: &'p Picture) -> Vec<[Option<&'p PicturePart>; 2]> {
    let [before, after] = [old, new].map(by_id);
    let stays = new.parts.iter().map(|part| [before.get(part.id.as_str()).copied(), Some(part)]);
    let gone = old.parts.iter().filter(|part| !after.contains_key(part.id.as_str())).map(|part| [Some(part), None]);
    stays.chain(gone).filter(|[old, new]| old != new).collect()
}

/// The first part of each id.
fn by_id(picture: &Picture) -> BTreeMap<&str, &PicturePart> {
    let mut parts = BTreeMap::new();
    for part in &picture.parts {
        parts.entry(part.id.as_str()).or_insert(part);
    }
    parts
}

/// How a list is written.
struct Form {
    /// Before a line: added, removed, changed.
    signs: [&'static str; 3],
    words: fn(&str) -> String,
    piece: fn(&Piece) -> String,
}

const TEXT: Form = Form { signs: ["  + ", "  − ", "  ~ "], words: in_one_line, piece: marked };
const MARKDOWN: Form = Form {
    signs: ["- \\+ ", "- − ", "- \\~ "],
    words: |words| forms::escaped(&in_one_line(words)),
    piece: |piece| forms::marked(piece).replace('\n', " "),
};

fn list(old: &str, new: &str, form: &Form, voice: Voice) -> String {
    let say = |said: &Said| said.say(voice).to_owned();
    let pictures = [Picture::read(old), Picture::read(new)];
    let all = differing(&pictures[0], &pictures[1]);
    if all.is_empty() {
        return say(if old == new { &words::SAME_DRAWING } else { &words::ONLY_REDRAWN }) + "\n";
    }
    let mut out = String::new();
    let mut counts = [0; 3];
    for pair in &all {
        let (kind, part, told) = match pair {
            [None, Some(part)] => (0, part, (form.words)(&said_by(part))),
            [Some(part), None] => (1, part, (form.words)(&said_by(part))),
            [Some(old), Some(new)] => {
                (2, new, diff::marks(&said_by(old), &said_by(new)).iter().map(form.piece).collect())
            }
            [None, None] => continue,
        };
        counts[kind] += 1;
        let _ = writeln!(out, "{}{}: {told}", form.signs[kind], (form.words)(&part.id));
    }
    let counts = counts.map(|count: usize| count.to_string());
    let _ = writeln!(out, "{}", fill(&say(&words::DRAWING_SUMMARY), &counts.each_ref().map(String::as_str)));
    out
}

/// The sentence, and the drawn words where they are others.
fn said_by(part: &PicturePart) -> String {
    match (part.title.is_empty(), part.words.is_empty() || part.words == part.title) {
        (true, _) => part.words.clone(),
        (false, true) => part.title.clone(),
        (false, false) => format!("{} | {}", part.title, part.words),
    }
}

fn marked(piece: &Piece) -> String {
    let words = in_one_line(&piece.words);
    match piece.sign {
        Sign::Same => words,
        Sign::Removed => format!("[-{words}-]"),
        Sign::Added => format!("{{+{words}+}}"),
    }
}

fn json(old: &str, new: &str) -> String {
    let pictures = [Picture::read(old), Picture::read(new)];
    let part = |part: &Option<&PicturePart>| {
        part.map(|part| json!({ "role": part.role, "title": part.title, "words": part.words }))
    };
    let id = |pair: &[Option<&PicturePart>; 2]| pair[1].or(pair[0]).map(|part| part.id.clone());
    let all: Vec<Value> = differing(&pictures[0], &pictures[1])
        .iter()
        .map(|pair| json!({ "id": id(pair), "before": part(&pair[0]), "after": part(&pair[1]) }))
        .collect();
    format!("{:#}\n", json!({ "parts": all, "redrawn": old != new && all.is_empty() }))
}
