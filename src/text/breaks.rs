//! Where a line may end, and how gladly.
//!
//! The Unicode line breaking algorithm says where a line may end at all; the habits of Kazakh and Russian typesetting
//! then take some of those places back, until nothing else helps.

use super::Seam;
use super::syllables;

/// How hard a word resists: places of a higher level are used only within what is too wide for a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    /// Between words.
    Word,
    /// Between the last of the words of a number and what it counts: «20 (жиырма) минут».
    Counted,
    /// Between words that belong together: «№ 5», «20 (жиырма)».
    Bound,
    /// After a hyphen or a slash within a word.
    Joint,
    /// Between syllables, with a hyphen put in.
    Syllable,
    /// Between any two letters.
    Letter,
}

impl Level {
    pub(super) fn next(self) -> Option<Level> {
        match self {
            Level::Word => Some(Level::Counted),
            Level::Counted => Some(Level::Bound),
            Level::Bound => Some(Level::Joint),
            Level::Joint => Some(Level::Syllable),
            Level::Syllable => Some(Level::Letter),
            Level::Letter => None,
        }
    }
}

/// A place where a line may end: what stands before it, what after it, and what the end of a line makes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// Bytes up to the last letter before.
    pub(super) end: usize,
    /// Bytes up to the first letter after.
    pub(super) start: usize,
    pub(super) seam: Seam,
    pub(super) level: Level,
}

/// «АЖ», «АЖО», «ИС», «МДҚ».
const KIND_MAX: usize = 4;

/// Every place between words and within them, save for syllables and letters, which few texts need.
pub(super) fn places(text: &str) -> Vec<Place> {
    let mut allowed = unicode_linebreak::linebreaks(text).map(|(at, _)| at).peekable();
    let mut places = Vec::new();
    let (mut word, mut numbered, mut counted) = (0, false, false);
    for (at, letter) in text.char_indices() {
        let after = at + letter.len_utf8();
        while allowed.next_if(|&place| place < after).is_some() {}
        let may = after < text.len() && allowed.peek() == Some(&after);
        if letter == ' ' {
            let next = text[after..].split(' ').next().unwrap_or_default();
            let before = &text[word..at];
            let level = if !may || belong_together(before, next, numbered) || is_named(before, next) {
                Level::Bound
            } else if counted && closes_a_number(before, next) {
                Level::Counted
            } else {
                Level::Word
            };
            places.push(Place { end: at, start: after, seam: Seam::Space, level });
            let opens = !numbered && is_number(before) && next.starts_with('(');
            counted = (counted || opens) && !before.ends_with(')');
            (numbered, word) = (takes_number(before), after);
        } else if may && !text[after..].starts_with(|next| next == ' ' || joins_the_letter_before(next)) {
            places.extend(within_word(text, word, at, letter));
        }
    }
    places
}

fn within_word(text: &str, word: usize, at: usize, letter: char) -> Option<Place> {
    let after = at + letter.len_utf8();
    let (seam, level) = match letter {
        '\u{200B}' => (Seam::Joint, Level::Word),
        '\u{AD}' => (Seam::Hyphen, Level::Joint),
        '-' | '‐' | '–' if takes_suffix(&text[word..at], &text[after..]) => return None,
        _ => (Seam::Joint, Level::Joint),
    };
    Some(Place { end: after, start: after, seam, level })
}

/// Places of the two last levels within a piece of the text, counted from the start of the text.
pub(super) fn places_within(text: &str, piece: std::ops::Range<usize>, level: Level) -> Vec<Place> {
    let place = |at: usize, seam| Place { end: piece.start + at, start: piece.start + at, seam, level };
    let words = &text[piece.clone()];
    match level {
        Level::Syllable => syllables::places(words).into_iter().map(|at| place(at, Seam::Hyphen)).collect(),
        Level::Letter => {
            let letters = words.char_indices().filter(|&(at, letter)| at > 0 && !joins_the_letter_before(letter));
            letters.map(|(at, _)| place(at, Seam::Joint)).collect()
        }
        _ => Vec::new(),
    }
}

/// The letter that a text begins with, and its marks.
pub(super) fn first_letter(text: &str) -> &str {
    let next = text.char_indices().skip(1).find(|&(_, letter)| !joins_the_letter_before(letter));
    &text[..next.map_or(text.len(), |(at, _)| at)]
}

/// The letter that a text ends with, and its marks.
pub(super) fn last_letter(text: &str) -> &str {
    let base = text.char_indices().rev().find(|&(_, letter)| !joins_the_letter_before(letter));
    &text[base.map_or(0, |(at, _)| at)..]
}

/// Marks are drawn on the letter before them; what is not drawn at all must not keep two letters from being kerned.
fn joins_the_letter_before(letter: char) -> bool {
    let mark = matches!(letter, '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{1AB0}'..='\u{1AFF}'
        | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}' | '\u{1F3FB}'..='\u{1F3FF}');
    let unseen = matches!(letter, '\u{AD}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFF8}'
        | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}');
    mark || unseen
}

/// Whether two neighbours would mislead or look odd on two lines. A number is `numbered` where it is somebody's
/// number, «№ 5», and so counts nothing.
fn belong_together(word: &str, next: &str, numbered: bool) -> bool {
    let next_begins = |fits: fn(char) -> bool| next.chars().next().is_some_and(fits);
    if is_dash(next) || matches!(word, "№" | "§") {
        return true;
    }
    if takes_number(word) {
        return next_begins(|c| c.is_ascii_digit());
    }
    if is_number(word) && !numbered {
        return next_begins(char::is_lowercase)
            || next_begins(|c| matches!(c, '%' | '₸' | '°'))
            || next.strip_prefix('(').is_some_and(|inner| inner.starts_with(char::is_alphabetic));
    }
    let name = |word: &str| word.starts_with(char::is_uppercase);
    is_initials(word) && name(next) || name(word) && is_initials(next) || is_lone_letter(word)
}

/// «(он бес) минут»: the last of the words of a number, and what is counted.
fn closes_a_number(word: &str, next: &str) -> bool {
    word.ends_with(')') && next.starts_with(char::is_lowercase)
}

/// «"АХАЖ" АЖ», «"Е-лицензиялау" МДҚ-да»: a name in quotation marks, and the short word for what bears it.
fn is_named(word: &str, next: &str) -> bool {
    if !word.ends_with(['"', '»', '”', '“']) {
        return false;
    }
    let kind = next.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    (2..=KIND_MAX).contains(&kind.chars().count()) && kind.chars().all(char::is_uppercase)
}

fn takes_number(word: &str) -> bool {
    matches!(word, "№" | "§" | "N" | "ст." | "п." | "пп." | "гл." | "стр.")
}

fn is_dash(word: &str) -> bool {
    matches!(word, "-" | "‐" | "–" | "—" | "−")
}

fn is_number(word: &str) -> bool {
    word.ends_with(|c: char| c.is_ascii_digit())
        && word.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '/' | '-' | '–'))
}

/// «Н.» or «Н.Ә.», as before or after a surname.
fn is_initials(word: &str) -> bool {
    let word = word.trim_end_matches(',');
    let mut letters = word.chars();
    let mut any = false;
    while let Some(letter) = letters.next() {
        if !letter.is_uppercase() || letters.next() != Some('.') {
            return false;
        }
        any = true;
    }
    any
}

/// Russian prepositions and conjunctions of one letter go with the word after them.
fn is_lone_letter(word: &str) -> bool {
    matches!(word, "в" | "и" | "к" | "о" | "с" | "у" | "а" | "В" | "И" | "К" | "О" | "С" | "У" | "А")
}

/// «5-тармақ», «ЭЦҚ-ның», «518-IV»: a number or an abbreviation keeps what its hyphen adds.
fn takes_suffix(before: &str, after: &str) -> bool {
    const SUFFIX_MAX: usize = 6;
    let stem = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let suffix = after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let abbreviation = stem.chars().count() >= 2 && stem.chars().all(|c| c.is_uppercase() || c.is_ascii_digit());
    stem.ends_with(|c: char| c.is_ascii_digit())
        || abbreviation && suffix.starts_with(char::is_lowercase) && suffix.chars().count() <= SUFFIX_MAX
}
