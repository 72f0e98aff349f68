//! Places of acts that a sentence speaks of: «осы регламенттің 5-тармағы», «2-қосымша», «пункт 5», «п. 5», «приложению 1».
//!
//! In: a text and its language. Out: [`Reference`]s with their place in the text, in its order.
//! Holds: the text is only read; a number without one of the known words after it (Kazakh) or before it (Russian) is
//! no reference. Absent on purpose: whether the place exists, which the act that is read must know.

use super::letters::{begins_with, is_letter};
use crate::base::Lang;
use std::ops::Range;

/// What kind of place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceKind {
    Paragraph,
    Appendix,
    Chapter,
    Condition,
    Process,
}

/// Whose place it is, as far as the words beside the number tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// «осы регламенттің», «Регламентке», «к настоящему регламенту».
    Regulation,
    /// «осы қаулының», «настоящего постановления».
    Decree,
    /// A standard, an order, a law: another act.
    Other,
    /// Nothing is said.
    Unnamed,
}

/// One place that a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The number and, where they stand together, its word.
    pub range: Range<usize>,
    pub kind: PlaceKind,
    pub number: u32,
    pub owner: Owner,
}

/// How far from the number another act may be named for its places to be meant.
const WORDS_TO_OWNER: usize = 5;

/// All references of a text.
pub fn find_references(text: &str, lang: Lang) -> Vec<Reference> {
    // Most sentences have no number at all.
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let tokens = tokens(text);
    let mut found = Vec::new();
    for (at, placed) in tokens.iter().enumerate() {
        let Token::Word(word) = &placed.token else { continue };
        // Few words have a number beside them, and to compare words takes longest.
        if !has_number(&tokens, at, lang) {
            continue;
        }
        match (kind_of(word, lang), lang) {
            (None, _) => {}
            (Some(kind), Lang::Kk) => before(&tokens, at, kind, &mut found),
            (Some(kind), Lang::Ru) => after(&tokens, at, kind, &mut found),
        }
    }
    found.sort_by_key(|reference| reference.range.start);
    found
}

#[derive(Debug, PartialEq, Eq)]
enum Token<'t> {
    /// With the full stop of a known word that is cut short.
    Word(&'t str),
    Number(u32),
    /// A hyphen or a dash of any kind.
    Dash,
    Comma,
    /// «№», which changes nothing about the number behind it.
    Numero,
    /// Anything else that is no space.
    Sign,
}

#[derive(Debug)]
struct Placed<'t> {
    token: Token<'t>,
    range: Range<usize>,
}

fn tokens(text: &str) -> Vec<Placed<'_>> {
    // A word and the space behind it seldom take less.
    let mut all = Vec::with_capacity(text.len() / 8);
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let taken = |holds: fn(char) -> bool| rest.len() - rest.trim_start_matches(holds).len();
        let (length, token) = match first {
            '0'..='9' => {
                let length = taken(|c| c.is_ascii_digit());
                // Longer numbers count nothing in an act.
                (length, rest[..length].parse().map_or(Token::Sign, Token::Number))
            }
            _ if is_letter(first) => {
                let length = taken(is_letter);
                let is_tail = text[..text.len() - rest.len()].ends_with('.');
                let length = length + usize::from(!is_tail && is_cut_short(&rest[..length], &rest[length..]));
                (length, Token::Word(&rest[..length]))
            }
            '-' | '‐' | '‑' | '–' | '—' => (first.len_utf8(), Token::Dash),
            ',' => (1, Token::Comma),
            '№' => (first.len_utf8(), Token::Numero),
            _ => (first.len_utf8(), Token::Sign),
        };
        let start = text.len() - rest.len();
        if !first.is_whitespace() {
            all.push(Placed { token, range: start..start + length });
        }
        rest = &rest[length..];
    }
    all
}

/// Words of Russian acts that a full stop may cut short. A sub-paragraph, «пп.», is no paragraph, and so none of them.
const CUT_SHORT: [&str; 3] = ["п", "гл", "прил"];

/// Whether it is one of these words, with the stop behind it. The end of another, «т.п.», is none.
fn is_cut_short(word: &str, behind: &str) -> bool {
    behind.starts_with('.') && CUT_SHORT.contains(&word.to_lowercase().as_str())
}

fn kind_of(word: &str, lang: Lang) -> Option<PlaceKind> {
    // A longer stem that means another thing stands first: a sub-paragraph is no paragraph.
    let stems: &[(&str, Option<PlaceKind>)] = match lang {
        Lang::Kk => &[
            ("тармақша", None),
            ("тармақ", Some(PlaceKind::Paragraph)),
            ("тармағ", Some(PlaceKind::Paragraph)),
            ("қосымша", Some(PlaceKind::Appendix)),
            ("тарау", Some(PlaceKind::Chapter)),
            ("шарт", Some(PlaceKind::Condition)),
            ("үдеріс", Some(PlaceKind::Process)),
            ("процес", Some(PlaceKind::Process)),
        ],
        Lang::Ru => &[
            ("пункт", Some(PlaceKind::Paragraph)),
            ("п.", Some(PlaceKind::Paragraph)),
            ("приложени", Some(PlaceKind::Appendix)),
            ("прил.", Some(PlaceKind::Appendix)),
            ("глав", Some(PlaceKind::Chapter)),
            ("гл.", Some(PlaceKind::Chapter)),
            ("услови", Some(PlaceKind::Condition)),
            ("процесс", Some(PlaceKind::Process)),
        ],
    };
    stems.iter().find(|(stem, _)| begins_with(word, stem)).and_then(|(_, kind)| *kind)
}

/// Whether a number stands where the language puts it: before the word, with or without a dash, or behind it.
fn has_number(tokens: &[Placed<'_>], word: usize, lang: Lang) -> bool {
    let beside = match lang {
        Lang::Kk => match word.checked_sub(1) {
            Some(dash) if tokens[dash].token == Token::Dash => dash.checked_sub(1),
            before => before,
        },
        Lang::Ru => Some(behind_numero(tokens, word + 1)),
    };
    beside.and_then(|at| tokens.get(at)).is_some_and(|placed| matches!(placed.token, Token::Number(_)))
}

/// «приложению № 1» is «приложению 1».
fn behind_numero(tokens: &[Placed<'_>], at: usize) -> usize {
    at + usize::from(tokens.get(at).is_some_and(|placed| placed.token == Token::Numero))
}

/// Kazakh: «1, 2-қосымшаларына». The numbers stand before the word, the act before them.
fn before(tokens: &[Placed<'_>], word: usize, kind: PlaceKind, found: &mut Vec<Reference>) {
    let mut at = word;
    if at > 0 && tokens[at - 1].token == Token::Dash {
        at -= 1;
    }
    let mut end = tokens[word].range.end;
    let mut numbers = Vec::new();
    while let Some(previous) = at.checked_sub(1) {
        let Token::Number(number) = tokens[previous].token else { break };
        if is_part_of_number(tokens, previous) {
            return;
        }
        numbers.push((tokens[previous].range.start..end, number));
        at = previous;
        let Some(joint) = at.checked_sub(1) else { break };
        match dash_between(tokens, joint) {
            Some(DashIs::PartOfNumber) => return,
            Some(DashIs::Range) => {}
            None if !joins(&tokens[joint].token) => break,
            None => {}
        }
        if joint == 0 || !matches!(tokens[joint - 1].token, Token::Number(_)) {
            break;
        }
        end = tokens[joint - 1].range.end;
        at = joint;
    }
    if numbers.is_empty() {
        return;
    }
    let words = tokens[..at].iter().rev().take_while(|placed| !matches!(placed.token, Token::Sign | Token::Comma));
    let owner = owner(words, Lang::Kk);
    found.extend(numbers.into_iter().map(|(range, number)| Reference { range, kind, number, owner }));
}

/// Russian: «приложениям 1 и 2 к настоящему регламенту». The numbers stand behind the word, the act behind them.
fn after(tokens: &[Placed<'_>], word: usize, kind: PlaceKind, found: &mut Vec<Reference>) {
    let mut at = behind_numero(tokens, word + 1);
    let mut start = tokens[word].range.start;
    let mut numbers = Vec::new();
    while let Some(Placed { token: Token::Number(number), range }) = tokens.get(at) {
        if is_part_of_number(tokens, at) {
            return;
        }
        numbers.push((start..range.end, *number));
        let next = tokens.get(at + 2).map(|placed| &placed.token);
        let joined = match dash_between(tokens, at + 1) {
            Some(DashIs::PartOfNumber) => return,
            Some(DashIs::Range) => true,
            None => tokens.get(at + 1).is_some_and(|placed| joins(&placed.token)),
        };
        match next {
            Some(Token::Number(_)) if joined => {
                start = tokens[at + 2].range.start;
                at += 2;
            }
            _ => {
                at += 1;
                break;
            }
        }
    }
    if numbers.is_empty() {
        return;
    }
    let words = tokens[at..].iter().take_while(|placed| !matches!(placed.token, Token::Sign | Token::Comma));
    let owner = owner(words, Lang::Ru);
    found.extend(numbers.into_iter().map(|(range, number)| Reference { range, kind, number, owner }));
}

fn joins(token: &Token<'_>) -> bool {
    match token {
        Token::Comma => true,
        Token::Word(word) => matches!(*word, "және" | "мен" | "и"),
        Token::Number(_) | Token::Dash | Token::Numero | Token::Sign => false,
    }
}

/// What a dash between two numbers, with no room about it, says.
enum DashIs {
    /// «1–3»: from the one to the other.
    Range,
    /// «5-1»: a place that was put in behind the fifth.
    PartOfNumber,
}

fn dash_between(tokens: &[Placed<'_>], dash: usize) -> Option<DashIs> {
    let [left, middle, right] = tokens.get(dash.checked_sub(1)?..dash + 2)? else { return None };
    let is_glued = left.range.end == middle.range.start && middle.range.end == right.range.start;
    match (&left.token, &middle.token, &right.token) {
        (Token::Number(left), Token::Dash, Token::Number(right)) if is_glued && left < right => Some(DashIs::Range),
        (Token::Number(_), Token::Dash, Token::Number(_)) if is_glued => Some(DashIs::PartOfNumber),
        _ => None,
    }
}

/// «5.1», «01/03»: no place of an act. A full stop with a space behind it ends a sentence.
fn is_part_of_number(tokens: &[Placed<'_>], at: usize) -> bool {
    let touches = |left: usize, right: usize| {
        let (left, right) = (tokens.get(left), tokens.get(right));
        left.zip(right).is_some_and(|(left, right)| left.range.end == right.range.start)
    };
    let sign = |at: usize| tokens.get(at).is_some_and(|placed| placed.token == Token::Sign);
    let number = |at: usize| tokens.get(at).is_some_and(|placed| matches!(placed.token, Token::Number(_)));
    let behind = sign(at + 1) && number(at + 2) && touches(at, at + 1) && touches(at + 1, at + 2);
    let ahead = at >= 1 && sign(at - 1) && touches(at - 1, at);
    behind || ahead
}

/// Beginnings of the names of other acts.
fn others(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::Kk => &["стандар", "бұйры", "заң", "қағида", "ереже", "кодекс", "жарлы", "шешім"],
        Lang::Ru => &["стандарт", "приказ", "закон", "правил", "кодекс", "указ", "решени", "положени"],
    }
}

/// Whether a text speaks of any act beside regulations and their decrees.
pub fn names_another_act(text: &str, lang: Lang) -> bool {
    let mut words = text.split(|sign| !is_letter(sign));
    words.any(|word| others(lang).iter().any(|stem| begins_with(word, stem)))
}

/// The act that the words beside a number name; the nearest counts. An order is the act's own where it calls itself
/// so: «осы бұйрықтың», «настоящего приказа».
fn owner<'t>(words: impl Iterator<Item = &'t Placed<'t>>, lang: Lang) -> Owner {
    let (regulation, decree, order) = match lang {
        Lang::Kk => ("регламент", "қаулы", "бұйры"),
        Lang::Ru => ("регламент", "постановлени", "приказ"),
    };
    // One more than may name the act: «осы» stands before the last of them.
    let words: Vec<&str> = words.take(WORDS_TO_OWNER + 1).map(word_of).collect();
    for (at, word) in words.iter().take(WORDS_TO_OWNER).enumerate() {
        let says_own = || match lang {
            Lang::Kk => words.get(at + 1).is_some_and(|before| begins_with(before, "осы")),
            Lang::Ru => at.checked_sub(1).is_some_and(|before| begins_with(words[before], "настоящ")),
        };
        if begins_with(word, regulation) {
            return Owner::Regulation;
        }
        if begins_with(word, decree) || begins_with(word, order) && says_own() {
            return Owner::Decree;
        }
        if others(lang).iter().any(|stem| begins_with(word, stem)) {
            return Owner::Other;
        }
    }
    Owner::Unnamed
}

fn word_of<'t>(placed: &Placed<'t>) -> &'t str {
    match placed.token {
        Token::Word(word) => word,
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str, lang: Lang) -> Vec<(&str, PlaceKind, u32, Owner)> {
        let all = find_references(text, lang);
        all.into_iter().map(|one| (&text[one.range], one.kind, one.number, one.owner)).collect()
    }

    #[test]
    fn kazakh_names_the_act_before_the_number() {
        use Owner::*;
        use PlaceKind::*;
        for (text, expected) in [
            ("осы регламенттің 5-тармағында", vec![("5-тармағында", Paragraph, 5, Regulation)]),
            ("осы Регламентке 2 - қосымшаға сәйкес", vec![("2 - қосымшаға", Appendix, 2, Regulation)]),
            ("осы регламенттің 3- қосымшасында.", vec![("3- қосымшасында", Appendix, 3, Regulation)]),
            (
                "Регламенттің 1, 2-қосымшаларына",
                vec![("1", Appendix, 1, Regulation), ("2-қосымшаларына", Appendix, 2, Regulation)],
            ),
            ("осы мемлекеттік қызмет стандартының 10-тармағы", vec![("10-тармағы", Paragraph, 10, Other)]),
            ("осы қаулының 1-қосымшасы", vec![("1-қосымшасы", Appendix, 1, Decree)]),
            (
                "1-шарт орындалмаса, 2 үдеріске",
                vec![("1-шарт", Condition, 1, Unnamed), ("2 үдеріске", Process, 2, Unnamed)],
            ),
            ("осы бұйрықтың 1-қосымшасына", vec![("1-қосымшасына", Appendix, 1, Decree)]),
            ("Министрдің бұйрығына 1-қосымша", vec![("1-қосымша", Appendix, 1, Other)]),
            ("осы регламенттің № 1 қосымшасына", vec![("1 қосымшасына", Appendix, 1, Regulation)]),
            (
                "осы Регламентке 1-3-қосымшалар",
                vec![("1", Appendix, 1, Regulation), ("3-қосымшалар", Appendix, 3, Regulation)],
            ),
            ("осы регламенттің 5-1-тармағы", vec![]),
            ("1-тармақтың 2) тармақшасы", vec![("1-тармақтың", Paragraph, 1, Unnamed)]),
            ("5.1-тармақ, № 01/03 тармақ, 2015 жылғы 17 сәуір", vec![]),
        ] {
            assert_eq!(said(text, Lang::Kk), expected, "{text}");
        }
    }

    #[test]
    fn russian_names_the_act_behind_the_number() {
        use Owner::*;
        use PlaceKind::*;
        for (text, expected) in [
            ("в пункте 5 настоящего регламента", vec![("пункте 5", Paragraph, 5, Regulation)]),
            (
                "согласно приложениям 1 и 2 к настоящему Регламенту",
                vec![("приложениям 1", Appendix, 1, Regulation), ("2", Appendix, 2, Regulation)],
            ),
            ("пунктом 9 Стандарта", vec![("пунктом 9", Paragraph, 9, Other)]),
            ("подпункта 2) пункта 3", vec![("пункта 3", Paragraph, 3, Unnamed)]),
            ("условие 1 – проверка", vec![("условие 1", Condition, 1, Unnamed)]),
            ("согласно приложению 2 к настоящему приказу", vec![("приложению 2", Appendix, 2, Decree)]),
            ("согласно приложению 2 к приказу Министра", vec![("приложению 2", Appendix, 2, Other)]),
            ("согласно приложению № 1 к Регламенту", vec![("приложению № 1", Appendix, 1, Regulation)]),
            (
                "в приложениях 1–3 к настоящему регламенту",
                vec![("приложениях 1", Appendix, 1, Regulation), ("3", Appendix, 3, Regulation)],
            ),
            ("п. 5 настоящего Регламента", vec![("п. 5", Paragraph, 5, Regulation)]),
            ("пп. 3) п. 5 настоящего Регламента", vec![("п. 5", Paragraph, 5, Regulation)]),
            (
                "согласно П.5 и прил. № 2 к Регламенту",
                vec![("П.5", Paragraph, 5, Unnamed), ("прил. № 2", Appendix, 2, Regulation)],
            ),
            ("п. 9 гл. 2 Стандарта", vec![("п. 9", Paragraph, 9, Other), ("гл. 2", Chapter, 2, Other)]),
            ("и т.п. 5, п.п. 3, пп. 3, п. 5.1, п. 5-1, п 5 .", vec![]),
            ("в пункте 5-1 настоящего Регламента", vec![]),
            ("пункт 5.1", vec![]),
        ] {
            assert_eq!(said(text, Lang::Ru), expected, "{text}");
        }
    }

    #[test]
    fn whatever_a_text_holds_every_place_lies_within_it() {
        for text in [
            "",
            "5",
            "-тармақ",
            "5-",
            "99999999999-тармақ",
            "İ 1-тармақ",
            "пункт",
            "пункт 1 и",
            "1, -тармақ",
            "пункт №",
            "п.",
            "п. №",
            ".п.1",
            "1-",
        ] {
            for lang in Lang::ALL {
                assert!(find_references(text, lang).iter().all(|one| text.get(one.range.clone()).is_some()));
            }
        }
    }
}
