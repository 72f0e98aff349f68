//! A sentence as words, numbers and marks.

use crate::wording::collate::fold;
use std::ops::Range;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    /// Digits alone: not `9.00`, not `4/438`.
    Number,
    Open,
    Close,
    Dash,
    Mark,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    /// As compared: lower case, of one alphabet, without «ё».
    pub(super) folded: String,
    /// Where it stands in the sentence, in bytes.
    pub(super) range: Range<usize>,
}

/// The tokens of a sentence, white space left out.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(sign) = text[at..].chars().next() {
        let rest = &text[at..];
        let (kind, length) = if sign.is_alphabetic() {
            (Some(Kind::Word), leading(rest, char::is_alphabetic))
        } else if sign.is_ascii_digit() {
            number(rest)
        } else {
            let kind = match sign {
                '(' => Some(Kind::Open),
                ')' => Some(Kind::Close),
                '-' | '\u{2010}'..='\u{2015}' | '−' => Some(Kind::Dash),
                _ if sign.is_whitespace() || sign.is_control() => None,
                _ => Some(Kind::Mark),
            };
            (kind, sign.len_utf8())
        };
        if let Some(kind) = kind {
            let folded = fold(&rest[..length]).replace('ё', "е");
            tokens.push(Token { kind, folded, range: at..at + length });
        }
        at += length;
    }
    tokens
}

/// Digits; with inner points or slashes they are a time, a date or a number of an act.
fn number(text: &str) -> (Option<Kind>, usize) {
    let digit = |c: char| c.is_ascii_digit();
    let mut length = leading(text, digit);
    let mut kind = Kind::Number;
    while let Some(inner) = text[length..].strip_prefix(['.', ',', '/', ':']).filter(|inner| inner.starts_with(digit)) {
        length = text.len() - inner.len() + leading(inner, digit);
        kind = Kind::Mark;
    }
    (Some(kind), length)
}

fn leading(text: &str, fits: impl Fn(char) -> bool) -> usize {
    text.len() - text.trim_start_matches(fits).len()
}
