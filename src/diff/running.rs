//! Running text before and after: headings, paragraphs, notes, and the lines that draw data in.

use super::elements;
use super::ledger::Ledger;
use super::pair::{Entry, Pairing, pair};
use super::place::{leading_number, of_blocks_beside};
use super::subject::Subject;
use super::types::{Kind, Numbered, Place, Value};
use crate::base::Lang;
use crate::model::{Block, Prose, Regulation, Twins, Words};
use std::collections::BTreeMap;

/// Ids of the paths that a running text can draw in.
#[derive(Debug, Default)]
pub(super) struct Names {
    procedures: Vec<String>,
    interactions: Vec<String>,
}

impl Names {
    pub fn of(regulation: &Regulation) -> Names {
        Names {
            procedures: regulation.provider_paths.iter().map(|path| path.id.to_string()).collect(),
            interactions: regulation.system_paths.iter().map(|path| path.id.to_string()).collect(),
        }
    }
}

pub(super) fn compare(prose: [&[Prose]; 2], names: [&Names; 2], ledger: &mut Ledger) {
    let told = ledger.changes.len();
    let twins = prose.map(Twins::of);
    // Texts that number alike shift their numbers alike, and then that is no matter of language.
    let numbers_differ = twins.iter().flatten().any(|twins| !twins.number_alike());
    for language in Lang::ALL {
        let find = |all: &'_ [Prose]| all.iter().position(|prose| prose.language == language);
        match (find(prose[0]), find(prose[1])) {
            (Some(from), Some(to)) => {
                let of_language = ledger.changes.len();
                one([&prose[0][from], &prose[1][to]], names, &twins, ledger);
                if numbers_differ {
                    ledger.found_in(of_language, language);
                }
            }
            (None, None) => {}
            (from, _) => {
                ledger.at(Place::default());
                let kind = if from.is_some() { Kind::Removed } else { Kind::Added };
                let said = Some(Value::of(elements::language(language)));
                let (before, after) = if kind == Kind::Removed { (said, None) } else { (None, said) };
                ledger.push(kind, Subject::Text, before, after);
            }
        }
    }
    ledger.told_in_both(told, |change| (change.subject, change.kind, change.place.read_in(Lang::Kk)));
    ledger.at(Place::default());
}

/// The number that the later text of a language gives to a paragraph of the earlier one.
pub(super) fn number_after(regulations: [&Regulation; 2], lang: Lang, number: u32) -> Option<u32> {
    let find = |regulation: &'_ Regulation| regulation.prose.iter().position(|prose| prose.language == lang);
    let prose = regulations.map(|one| find(one).map(|at| &one.prose[at]));
    let [Some(before), Some(after)] = prose else { return None };
    let [old, new] =
        [(before, regulations[0]), (after, regulations[1])].map(|(prose, one)| seen(prose, &Names::of(one)));
    let number_of = |block: &Block| match block {
        Block::Paragraph { marker: Some(marker), .. } if !marker.ends_with(')') => leading_number(marker),
        _ => None,
    };
    let at = before.blocks.iter().position(|block| number_of(block) == Some(number))?;
    number_of(&after.blocks[paired(&old, &new).after_of(at)?])
}

/// What of a block is compared.
struct Seen {
    id: Option<String>,
    words: String,
    class: u8,
    subject: Subject,
}

fn seen(prose: &Prose, names: &Names) -> Vec<Seen> {
    prose.blocks.iter().map(|block| see(block, names)).collect()
}

fn paired(old: &[Seen], new: &[Seen]) -> Pairing {
    let entries = |all: &'_ [Seen]| -> Vec<(Option<String>, String, u8)> {
        all.iter().map(|one| (one.id.clone(), one.words.clone(), one.class)).collect()
    };
    let (old, new) = (entries(old), entries(new));
    pair(&of(&old), &of(&new))
}

fn one([before, after]: [&Prose; 2], names: [&Names; 2], twins: &[Option<Twins>; 2], ledger: &mut Ledger) {
    let Prose { language, blocks } = before;
    let (old, new) = (seen(before, names[0]), seen(after, names[1]));
    let pairing = paired(&old, &new);
    let [old_places, new_places] =
        [(before, &twins[0]), (after, &twins[1])].map(|(prose, twins)| of_blocks_beside(prose, twins.as_ref()));
    let whole = |kind: Kind, seen: &Seen, place: &Place, ledger: &mut Ledger| {
        ledger.at(place.clone());
        let (before, after) =
            if kind == Kind::Removed { (Some(seen.words.as_str()), None) } else { (None, Some(seen.words.as_str())) };
        ledger.words(seen.subject, *language, before, after);
    };
    for at in &pairing.removed {
        whole(Kind::Removed, &old[*at], &old_places[*at], ledger);
    }
    for to in 0..new.len() {
        match pairing.pairs.iter().find(|pair| pair.1 == to) {
            None => whole(Kind::Added, &new[to], &new_places[to], ledger),
            Some((from, _)) => {
                ledger.at(new_places[to].clone());
                ledger.words(new[to].subject, *language, Some(&old[*from].words), Some(&new[to].words));
                details(&blocks[*from], &after.blocks[to], ledger);
            }
        }
    }
    for (_, to) in pairing.moved.iter().chain(pairing.swapped.iter().flatten()) {
        ledger.at(new_places[*to].clone());
        ledger.push(Kind::Moved, new[*to].subject, None, Some(Value::words(&new[*to].words)));
    }
    renumbered([blocks, &after.blocks], &pairing.pairs, &new_places, ledger);
}

fn of(all: &[(Option<String>, String, u8)]) -> Vec<Entry<'_>> {
    all.iter().map(|(id, words, class)| Entry { id: id.as_deref(), words, class: *class }).collect()
}

fn see(block: &Block, names: &Names) -> Seen {
    let said = |subject, words: &Words, class| Seen { id: None, words: words.plain.clone(), class, subject };
    let list = |name: &str, paths: Vec<&String>| {
        let paths: String = paths.iter().map(|path| format!(" {path}")).collect();
        let line = if paths.is_empty() { format!("{{{name}}}") } else { format!("{{{name}:{paths}}}") };
        Seen { id: Some(line.clone()), words: line, class: 9, subject: Subject::List }
    };
    let procedures = |paths: &[usize]| -> Vec<&String> { paths.iter().map(|at| &names.procedures[*at]).collect() };
    match block {
        Block::Heading { words, .. } => said(Subject::Chapter, words, 1),
        Block::Paragraph { marker, words } => {
            let subject = match marker.as_deref() {
                Some(marker) if marker.ends_with(')') => Subject::Subparagraph,
                Some(_) => Subject::Paragraph,
                None => Subject::Part,
            };
            said(subject, words, 2)
        }
        Block::Note(words) => said(Subject::Note, words, 3),
        Block::Other(words) => said(Subject::Block, words, 4),
        Block::Units => list("units", Vec::new()),
        Block::Steps(paths) => list("steps", procedures(paths)),
        Block::Results(paths) => list("results", procedures(paths)),
        Block::Sequence(paths) => list("sequence", procedures(paths)),
        Block::Items { path, part } => {
            let part = part.map(|part| (part + 1).to_string());
            let path = names.interactions.get(*path);
            list("items", path.into_iter().chain(part.as_ref()).collect())
        }
        Block::Amendments => list("amendments", Vec::new()),
    }
}

/// What two blocks of the same words may differ in.
fn details(before: &Block, after: &Block, ledger: &mut Ledger) {
    if let (Block::Heading { level: old, .. }, Block::Heading { level: new, .. }) = (before, after) {
        ledger.number(Subject::ChapterLevel, Some(u32::from(*old)), Some(u32::from(*new)));
    }
    if let (Block::Paragraph { marker: old, .. }, Block::Paragraph { marker: new, .. }) = (before, after)
        && (old.is_some() != new.is_some() || form(old.as_deref()) != form(new.as_deref()))
    {
        elements::string(Subject::Marker, old.as_deref(), new.as_deref(), ledger);
    }
    // Emphasis is formatting. A link says more than its words, and so does markup of the author's own.
    if let (Some(old), Some(new)) = (words(before), words(after))
        && old.plain == new.plain
        && (old.is_raw || new.is_raw)
        && old.html() != new.html()
    {
        elements::string(Subject::Block, Some(old.html()), Some(new.html()), ledger);
    }
}

fn words(block: &Block) -> Option<&Words> {
    match block {
        Block::Heading { words, .. } | Block::Paragraph { words, .. } | Block::Note(words) | Block::Other(words) => {
            Some(words)
        }
        _ => None,
    }
}

/// «5.» and «6.» have one form, «5)» another.
fn form(marker: Option<&str>) -> Option<&str> {
    marker.map(|marker| marker.trim_start_matches(|sign: char| sign.is_ascii_digit()))
}

/// Paragraphs that count on, and sub-paragraphs within each paragraph.
fn renumbered(blocks: [&[Block]; 2], pairs: &[(usize, usize)], places: &[Place], ledger: &mut Ledger) {
    let number = |block: &Block| match block {
        Block::Paragraph { marker: Some(marker), .. } => Some((leading_number(marker)?, marker.ends_with(')'))),
        _ => None,
    };
    let mut paragraphs = Vec::new();
    let mut within: BTreeMap<Place, Vec<(u32, u32)>> = BTreeMap::new();
    for (from, to) in pairs {
        match (number(&blocks[0][*from]), number(&blocks[1][*to])) {
            (Some((old, false)), Some((new, false))) => paragraphs.push((old, new)),
            (Some((old, true)), Some((new, true))) => {
                within.entry(of_paragraph(&places[*to])).or_default().push((old, new));
            }
            _ => {}
        }
    }
    ledger.at(Place::default());
    elements::renumbered(Subject::Paragraph, &paragraphs, ledger);
    for (paragraph, shifts) in within {
        ledger.at(paragraph);
        elements::renumbered(Subject::Subparagraph, &shifts, ledger);
    }
}

/// The paragraph alone that a place is in.
fn of_paragraph(place: &Place) -> Place {
    let alone = Place { paragraph: place.paragraph, ..Place::default() };
    place.other.map_or(alone.clone(), |other| alone.beside(Numbered { chapter: None, ..other }))
}
