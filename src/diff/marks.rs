//! Words marked: what of a sentence stayed, what went, what came.
//!
//! Holds: the pieces that stayed and went make the old words, those that stayed and came the new ones, letter for
//! letter.

use crate::wording::letters::is_letter_or_digit;
use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// A stretch of words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Piece {
    pub sign: Sign,
    pub words: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Sign {
    Same,
    Removed,
    Added,
}

/// Compares word by word. Signs stand by themselves, so that a comma does not mark the word before it.
pub fn marks(before: &str, after: &str) -> Vec<Piece> {
    let (old, new) = (tokens(before), tokens(after));
    let mut pieces: Vec<Piece> = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        match op {
            DiffOp::Equal { old_index, len, .. } => add(&mut pieces, Sign::Same, &old[old_index..old_index + len]),
            DiffOp::Delete { old_index, old_len, .. } => {
                add(&mut pieces, Sign::Removed, &old[old_index..old_index + old_len]);
            }
            DiffOp::Insert { new_index, new_len, .. } => {
                add(&mut pieces, Sign::Added, &new[new_index..new_index + new_len]);
            }
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                add(&mut pieces, Sign::Removed, &old[old_index..old_index + old_len]);
                add(&mut pieces, Sign::Added, &new[new_index..new_index + new_len]);
            }
        }
    }
    joined(pieces)
}

fn add(pieces: &mut Vec<Piece>, sign: Sign, tokens: &[&str]) {
    pieces.push(Piece { sign, words: tokens.concat() });
}

/// A lone space between two changes is no sameness that a reader would see: the changes become one.
fn joined(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    let count = pieces.len();
    let mut held: [String; 2] = Default::default();
    for (at, piece) in pieces.into_iter().enumerate() {
        let is_gap = piece.sign == Sign::Same && piece.words.trim().is_empty() && at > 0 && at + 1 < count;
        match piece.sign {
            Sign::Removed => held[0].push_str(&piece.words),
            Sign::Added => held[1].push_str(&piece.words),
            Sign::Same if is_gap => held.iter_mut().for_each(|held| held.push_str(&piece.words)),
            Sign::Same => {
                flush(&mut out, &mut held);
                out.push(piece);
            }
        }
    }
    flush(&mut out, &mut held);
    out
}

fn flush(out: &mut Vec<Piece>, held: &mut [String; 2]) {
    for (words, sign) in held.iter_mut().zip([Sign::Removed, Sign::Added]) {
        if !words.is_empty() {
            out.push(Piece { sign, words: std::mem::take(words) });
        }
    }
}

/// Words, runs of white space, and single signs. A hyphen or an apostrophe inside a word belongs to it.
pub(super) fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut start = 0;
    let mut signs = text.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        let next = signs.peek().map(|(_, next)| *next);
        let goes_on = match next {
            None => false,
            Some(next) if is_letter_or_digit(sign) => is_letter_or_digit(next) || is_joint(next),
            Some(next) if is_joint(sign) && start < at => is_letter_or_digit(next),
            Some(next) => sign.is_whitespace() && next.is_whitespace(),
        };
        if !goes_on {
            let end = at + sign.len_utf8();
            tokens.push(&text[start..end]);
            start = end;
        }
    }
    tokens
}

fn is_joint(sign: char) -> bool {
    matches!(sign, '-' | '’' | '\'')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(before: &str, after: &str) -> String {
        marks(before, after)
            .iter()
            .map(|piece| match piece.sign {
                Sign::Same => piece.words.clone(),
                Sign::Removed => format!("[-{}-]", piece.words),
                Sign::Added => format!("{{+{}+}}", piece.words),
            })
            .collect()
    }

    #[test]
    fn only_the_words_that_changed_are_marked() {
        assert_eq!(
            shown("құжаттарды 20 минут қарау;", "құжаттарды 30 минут қарау;"),
            "құжаттарды [-20-]{+30+} минут қарау;"
        );
        assert_eq!(shown("ЭЦҚ-ның мерзімі.", "ЭЦҚ-мен мерзімі;"), "[-ЭЦҚ-ның-]{+ЭЦҚ-мен+} мерзімі[-.-]{+;+}");
        assert_eq!(shown("а б в г", "а д е г"), "а [-б в-]{+д е+} г");
        assert_eq!(shown("", "жаңа"), "{+жаңа+}");
    }

    #[test]
    fn pieces_make_both_texts_again() {
        let texts = ["", "  а  ", "1) іс-қимыл – ,;", "іс-қимыл - 20 (жиырма) минут", "-а- б", "а б в", "в б а"];
        for before in texts {
            for after in texts {
                let pieces = marks(before, after);
                let of = |other| -> String {
                    pieces.iter().filter(|piece| piece.sign != other).map(|piece| piece.words.as_str()).collect()
                };
                assert_eq!((of(Sign::Added), of(Sign::Removed)), (before.to_owned(), after.to_owned()));
            }
        }
    }
}
