//! A sentence as words, numbers and marks.

use crate::wording::collate::fold_onto;
use crate::wording::letters::is_letter;
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
    /// Where it stands in the folded words.
    folded: Range<usize>,
    /// Where it stands in the sentence, in bytes.
    pub(super) range: Range<usize>,
}

/// What a sentence is made of.
#[derive(Debug)]
pub(super) struct Tokens {
    pub(super) all: Vec<Token>,
    /// All tokens as compared, one after the other: lower case, of one alphabet, without «ё».
    folded: String,
}

impl Tokens {
    /// A token as it is compared.
    pub(super) fn folded(&self, token: &Token) -> &str {
        &self.folded[token.folded.clone()]
    }

    fn push(&mut self, kind: Kind, text: &str, at: usize) {
        let start = self.folded.len();
        fold_onto(text, &mut self.folded);
        if self.folded[start..].contains('ё') {
            let without = self.folded[start..].replace('ё', "е");
            self.folded.replace_range(start.., &without);
        }
        self.all.push(Token { kind, folded: start..self.folded.len(), range: at..at + text.len() });
    }
}

/// The tokens of a sentence, white space left out.
pub(super) fn tokens(text: &str) -> Tokens {
    let mut tokens = Tokens { all: Vec::with_capacity(text.len() / 8), folded: String::with_capacity(text.len()) };
    let mut at = 0;
    while let Some(sign) = text[at..].chars().next() {
        let rest = &text[at..];
        let (kind, length) = if is_letter(sign) {
            (Some(Kind::Word), leading(rest, is_letter))
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
            tokens.push(kind, &rest[..length], at);
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
