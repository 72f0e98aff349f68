//! Which commands turn the printed text before into the one after.

use super::printed::{Line, Paragraph, Printed, printed};
use crate::base::Lang;
use crate::diff::pair::{Entry, Pairing, pair};
use crate::model::Regulation;
use std::collections::BTreeSet;

/// One command. Texts are `None` where they do not exist in the language of the draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Command {
    RegulationAdded {
        title: String,
        attached: Attached,
    },
    /// So much of it changed that the new act gives it whole, as an appendix.
    RegulationAnew {
        title: String,
        attached: Attached,
    },
    RegulationRemoved {
        title: String,
    },
    Heading {
        text: Quoted,
    },
    ChapterHeading {
        number: u32,
        text: Quoted,
    },
    ChapterAdded {
        number: u32,
        text: Quoted,
    },
    ChapterRemoved {
        number: u32,
    },
    /// Given anew.
    Anew {
        at: Spot,
        text: Quoted,
    },
    Added {
        at: Spot,
        text: Quoted,
    },
    Removed {
        at: Spot,
    },
    /// Paragraphs that count on.
    Renumbered {
        from: Vec<u32>,
        to: Vec<u32>,
    },
    Appendix {
        number: Option<u32>,
        attached: Attached,
    },
}

/// Which appendix of the new act; the only one has no number.
pub(super) type Attached = Option<u32>;

impl Command {
    /// The appendix of the new act that the command refers to.
    pub fn attached(&mut self) -> Option<&mut Attached> {
        match self {
            Command::RegulationAdded { attached, .. }
            | Command::RegulationAnew { attached, .. }
            | Command::Appendix { attached, .. } => Some(attached),
            _ => None,
        }
    }

    /// Something new, and not another form of what there was.
    pub fn is_addition(&self) -> bool {
        matches!(self, Command::RegulationAdded { .. } | Command::ChapterAdded { .. } | Command::Added { .. })
    }
}

/// Whether so much changed that a reader is better served by the whole: more than half of the paragraphs.
pub(super) fn is_most(all: &[Command], after: &Regulation, lang: Lang) -> bool {
    let touched = all.iter().filter_map(|command| match command {
        Command::Anew { at, .. } | Command::Added { at, .. } | Command::Removed { at } => at.paragraph,
        _ => None,
    });
    let touched: BTreeSet<u32> = touched.collect();
    touched.len() >= PARAGRAPHS_MIN && touched.len() * 2 > printed(after, lang).paragraphs.len()
}

/// Of a short act, single paragraphs are given whatever changed.
const PARAGRAPHS_MIN: usize = 4;

/// New wording, line by line.
pub(super) type Quoted = Option<Vec<String>>;

/// A part of the act in force. Neither sub-paragraph nor part: the paragraph whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Spot {
    /// `None` before the first numbered paragraph.
    pub paragraph: Option<u32>,
    pub subparagraph: Option<u32>,
    /// From 1, within the sub-paragraph where there is one, else within the paragraph.
    pub part: Option<u32>,
}

pub(super) fn commands(before: &Regulation, after: &Regulation, lang: Lang) -> Vec<Command> {
    let (old, new) = (printed(before, lang), printed(after, lang));
    let mut all = Vec::new();
    if let (Some(before), Some(after)) = (&old.heading, &new.heading)
        && before != after
    {
        all.push(Command::Heading { text: quoted([after]) });
    }
    chapters(&old, &new, &mut all);
    paragraphs(&old.paragraphs, &new.paragraphs, &mut all);
    all
}

fn quoted<'l>(lines: impl IntoIterator<Item = &'l Line>) -> Quoted {
    lines.into_iter().map(|line| line.is_own.then(|| line.printed())).collect()
}

fn chapters(old: &Printed, new: &Printed, all: &mut Vec<Command>) {
    let entries = |printed: &'_ Printed| -> Vec<String> {
        printed.chapters.iter().map(|chapter| without_number(&chapter.heading.words).to_owned()).collect()
    };
    let (old_words, new_words) = (entries(old), entries(new));
    let pairing = pair(&of(&old_words), &of(&new_words));
    for (from, to) in &pairing.pairs {
        let (before, after) = (&old.chapters[*from], &new.chapters[*to]);
        if before.heading != after.heading {
            all.push(Command::ChapterHeading { number: before.number, text: quoted([&after.heading]) });
        }
    }
    let added = pairing.added.iter().map(|at| &new.chapters[*at]);
    all.extend(added.map(|one| Command::ChapterAdded { number: one.number, text: quoted([&one.heading]) }));
    all.extend(pairing.removed.iter().map(|at| Command::ChapterRemoved { number: old.chapters[*at].number }));
}

fn without_number(words: &str) -> &str {
    words.trim_start_matches(|sign: char| sign.is_ascii_digit())
}

fn of(words: &[String]) -> Vec<Entry<'_>> {
    words.iter().map(|words| Entry { id: None, words, class: 0 }).collect()
}

fn paragraphs(old: &[Paragraph], new: &[Paragraph], all: &mut Vec<Command>) {
    let words = |all: &[Paragraph]| -> Vec<String> { all.iter().map(Paragraph::words).collect() };
    let (old_words, new_words) = (words(old), words(new));
    let pairing = pair(&of(&old_words), &of(&new_words));
    let at = |number| Spot { paragraph: number, ..Spot::default() };
    for (from, paragraph) in old.iter().enumerate() {
        match pairing.after_of(from) {
            Some(to) => one(paragraph, &new[to], all),
            None => all.push(Command::Removed { at: at(paragraph.number) }),
        }
    }
    for to in &pairing.added {
        all.push(Command::Added { at: at(new[*to].number), text: quoted(&new[*to].lines) });
    }
    let shifts = pairing.pairs.iter().filter_map(|(from, to)| Some((old[*from].number?, new[*to].number?)));
    let (from, to): (Vec<u32>, Vec<u32>) = shifts.filter(|(from, to)| from != to).unzip();
    if !from.is_empty() {
        all.push(Command::Renumbered { from, to });
    }
}

/// A paragraph that is in both: by its parts where these can be named one by one, else whole.
fn one(old: &Paragraph, new: &Paragraph, all: &mut Vec<Command>) {
    // The paragraph's own number is told with all others that shifted.
    let bare = |paragraph: &Paragraph| -> Vec<Line> {
        let mut lines = paragraph.lines.clone();
        if paragraph.number.is_some()
            && let Some(first) = lines.first_mut()
        {
            first.marker = None;
        }
        lines
    };
    let (old_lines, new_lines) = (bare(old), bare(new));
    if old_lines == new_lines {
        return;
    }
    match by_parts(old, [&old_lines, &new_lines], &new.lines) {
        Some(commands) => all.extend(commands),
        None => {
            let at = Spot { paragraph: old.number, ..Spot::default() };
            all.push(Command::Anew { at, text: quoted(&new.lines) });
        }
    }
}

/// Commands on single parts; `None` where parts moved, were numbered anew, cannot be named, or are most of it.
fn by_parts(old: &Paragraph, [before, after]: [&[Line]; 2], shown: &[Line]) -> Option<Vec<Command>> {
    let words = |lines: &[Line]| -> Vec<String> { lines.iter().map(|line| line.words.clone()).collect() };
    let (old_words, new_words) = (words(before), words(after));
    let pairing: Pairing = pair(&of(&old_words), &of(&new_words));
    let spots = spots(before, old.number)?;
    let is_shuffled = !pairing.moved.is_empty() || !pairing.swapped.is_empty();
    let is_renumbered = pairing.pairs.iter().any(|(from, to)| before[*from].marker != after[*to].marker);
    if before.len() == 1 || is_shuffled || is_renumbered {
        return None;
    }
    let mut commands = Vec::new();
    for (from, to) in pairing.pairs.iter().filter(|(from, to)| before[*from] != after[*to]) {
        commands.push(Command::Anew { at: spots[*from], text: quoted([&shown[*to]]) });
    }
    commands.extend(pairing.removed.iter().map(|from| Command::Removed { at: spots[*from] }));
    let new_spots = self::spots(after, old.number)?;
    let kept = pairing.pairs.iter().map(|pair| pair.1).max().unwrap_or(0);
    for to in &pairing.added {
        // What comes last shifts nothing.
        if *to < kept {
            return None;
        }
        commands.push(Command::Added { at: new_spots[*to], text: quoted([&shown[*to]]) });
    }
    (commands.len() * 2 <= before.len().max(2)).then_some(commands)
}

/// How each line is called: the first is the paragraph's first part; «3)» is a sub-paragraph; what follows it without a
/// number is a part of it. `None` where two sub-paragraphs bear one number.
fn spots(lines: &[Line], paragraph: Option<u32>) -> Option<Vec<Spot>> {
    let mut seen = BTreeSet::new();
    let mut here = Spot { paragraph, ..Spot::default() };
    let mut part = 0;
    let mut spots = Vec::new();
    for line in lines {
        if let Some(number) = line.subparagraph() {
            if !seen.insert(number) {
                return None;
            }
            here = Spot { paragraph, subparagraph: Some(number), part: None };
            part = 1;
            spots.push(here);
        } else {
            part += 1;
            spots.push(Spot { part: Some(part), ..here });
        }
    }
    Some(spots)
}
