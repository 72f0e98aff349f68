//! Two files of drawings compared by themselves: what they say, by the ids of their parts.

use super::{Format, words};
use crate::base::{Said, Voice};
use crate::cli::Verdict;
use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::cli::words::fill;
use crate::diff::{self, Picture, PicturePart, Piece, Sign};
use crate::edge;
use serde_json::{Value, json};
use std::fmt::Write;
use std::path::Path;

/// Whether both arguments name files of drawings on the disk.
pub(super) fn are_meant(old: &str, new: &str) -> bool {
    [old, new].iter().all(|word| word.ends_with(".svg") && Path::new(word).is_file())
}

pub(super) fn run(old: &str, new: &str, format: Format, console: &Console) -> Result<Verdict, Failure> {
    let (old, new) = (edge::read_file(Path::new(old))?, edge::read_file(Path::new(new))?);
    let told = match format {
        Format::Json => json(&old, &new),
        _ => text(&old, &new, console.voice),
    };
    console.print(&told)?;
    Ok(if old == new { Verdict::Clean } else { Verdict::Findings })
}

/// Old and new parts of one id, where they differ, in the order of the new file; what is gone follows.
fn differing<'p>(old: &'p Picture, new: &'p Picture) -> Vec<[Option<&'p PicturePart>; 2]> {
    let find = |picture: &'p Picture, id: &str| picture.parts.iter().find(|part| part.id == id);
    let stays = new.parts.iter().map(|part| [find(old, &part.id), Some(part)]);
    let gone = old.parts.iter().filter(|part| find(new, &part.id).is_none()).map(|part| [Some(part), None]);
    stays.chain(gone).filter(|[old, new]| old != new).collect()
}

fn text(old: &str, new: &str, voice: Voice) -> String {
    let say = |said: &Said| said.say(voice).to_owned();
    let pictures = [Picture::read(old), Picture::read(new)];
    let all = differing(&pictures[0], &pictures[1]);
    if all.is_empty() {
        return say(if old == new { &words::SAME_DRAWING } else { &words::ONLY_REDRAWN }) + "\n";
    }
    let mut out = String::new();
    for pair in &all {
        let _ = match pair {
            [None, Some(part)] => writeln!(out, "  + {}: {}", part.id, said_by(part)),
            [Some(part), None] => writeln!(out, "  − {}: {}", part.id, said_by(part)),
            [Some(old), Some(new)] => writeln!(out, "  ~ {}: {}", new.id, marked(&said_by(old), &said_by(new))),
            [None, None] => Ok(()),
        };
    }
    let count = |is: fn(&[Option<&PicturePart>; 2]) -> bool| all.iter().filter(|pair| is(pair)).count().to_string();
    let counts = [
        count(|[old, _]| old.is_none()),
        count(|[_, new]| new.is_none()),
        count(|[old, new]| old.is_some() && new.is_some()),
    ];
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

fn marked(old: &str, new: &str) -> String {
    let piece = |piece: Piece| match piece.sign {
        Sign::Same => piece.words,
        Sign::Removed => format!("[-{}-]", piece.words),
        Sign::Added => format!("{{+{}+}}", piece.words),
    };
    diff::marks(old, new).into_iter().map(piece).collect()
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
