//! The running text: raw blocks → blocks, with the lines that draw data in resolved to indices.

use super::context::Cx;
use super::types::{Block, Prose, Words};
use crate::base::{Finding, Span, codes};
use crate::source::{RawBlock, RawBlockKind, RawFile, RawWords};

/// The names that a text may draw in.
const KNOWN: [&str; 6] = ["units", "steps", "results", "sequence", "items", "amendments"];

/// What the data has, by id: the targets of the lines that draw it in.
#[derive(Default)]
pub(super) struct Inserts<'m> {
    pub procedures: Vec<&'m str>,
    pub interactions: Vec<&'m str>,
    /// How many printed lists each system path has.
    pub parts: Vec<usize>,
}

pub(super) fn build<T>(file: &RawFile<T>, inserts: &Inserts, cx: &mut Cx) -> Vec<Prose> {
    if file.prose.is_empty() {
        let name = format!("{}.{}.md", file.stem, cx.language.tag());
        cx.find(Finding::new(&codes::MISSING_PROSE, Span::whole(file.source)).word(name));
    }
    file.prose
        .iter()
        .map(|raw| {
            let mut blocks = Vec::with_capacity(raw.blocks.len());
            blocks.extend(raw.blocks.iter().filter_map(|raw| block(raw, inserts, cx)));
            Prose { language: raw.language, blocks }
        })
        .collect()
}

fn block(raw: &RawBlock, inserts: &Inserts, cx: &mut Cx) -> Option<Block> {
    Some(match &raw.kind {
        RawBlockKind::Heading { level, words: said } => Block::Heading { level: *level, words: words(said) },
        RawBlockKind::Paragraph { marker, words: said } => {
            Block::Paragraph { marker: marker.clone(), words: words(said) }
        }
        RawBlockKind::Note(said) => Block::Note(words(said)),
        RawBlockKind::Other(said) => Block::Other(words(said)),
        RawBlockKind::Insert { name, words } => return insert(name, words, raw.span, inserts, cx),
    })
}

fn words(raw: &RawWords) -> Words {
    let has_markup = raw.is_raw || raw.fragment != raw.plain;
    Words { plain: raw.plain.clone(), fragment: has_markup.then(|| raw.fragment.clone()), is_raw: raw.is_raw }
}

fn insert(name: &str, arguments: &[String], span: Span, inserts: &Inserts, cx: &mut Cx) -> Option<Block> {
    match name {
        "units" => Some(Block::Units),
        "amendments" => Some(Block::Amendments),
        "steps" => Some(Block::Steps(chosen(arguments, &inserts.procedures, span, cx))),
        "results" => Some(Block::Results(chosen(arguments, &inserts.procedures, span, cx))),
        "sequence" => Some(Block::Sequence(chosen(arguments, &inserts.procedures, span, cx))),
        "items" => items(arguments, span, inserts, cx),
        _ => {
            cx.find(Finding::new(&codes::UNKNOWN_INSERT, span).word(name).word(KNOWN.join(", ")));
            None
        }
    }
}

/// The paths that are named; all where none is.
fn chosen(arguments: &[String], known: &[&str], span: Span, cx: &mut Cx) -> Vec<usize> {
    if arguments.is_empty() {
        return (0..known.len()).collect();
    }
    arguments.iter().filter_map(|name| cx.reference(name, span, known)).collect()
}

/// `{items}`, `{items: portal}` or `{items: corporation 2}`.
fn items(arguments: &[String], span: Span, inserts: &Inserts, cx: &mut Cx) -> Option<Block> {
    let path = match arguments.first() {
        Some(name) => cx.reference(name, span, &inserts.interactions)?,
        None if inserts.interactions.len() == 1 => 0,
        None => {
            cx.dangling("", span, &inserts.interactions);
            return None;
        }
    };
    let part = match arguments.get(1) {
        None => None,
        Some(number) => {
            let last = inserts.parts[path];
            match number.parse::<usize>() {
                Ok(part) if (1..=last).contains(&part) => Some(part - 1),
                _ => {
                    let fits: Vec<String> = (1..=last).map(|part| part.to_string()).collect();
                    cx.find(Finding::new(&codes::DANGLING_FAR, span).word(number).word(fits.join(", ")));
                    return None;
                }
            }
        }
    };
    Some(Block::Items { path, part })
}
