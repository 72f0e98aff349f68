//! Durations in sentences.

use super::tokens::{Kind, Tokens, tokens};
use super::{Calendar, Duration, Qualifier, Unit, Worded, grammar_kk, grammar_ru};
use crate::base::Lang;
use std::ops::Range;

/// A number with a unit from this on is a year of the calendar: «2016 жыл».
const YEAR_MIN: u32 = 1000;

/// A number of the sentence, in digits or in words.
pub(super) struct Number {
    /// The token after it.
    pub(super) end: usize,
    value: u32,
    words: Option<String>,
    words_value: Option<u32>,
    digits: bool,
}

/// A duration among the tokens of a sentence.
pub(super) struct Phrase {
    /// The tokens that it is made of.
    pub(super) tokens: Range<usize>,
    pub(super) duration: Duration,
    pub(super) number: Option<Number>,
    /// It belongs to a subordinate clause: a delay, a notice, somebody's age.
    pub(super) aside: bool,
}

/// A sentence that is being read.
pub(super) struct Sentence<'t> {
    pub(super) text: &'t str,
    tokens: Tokens,
}

/// How a language words numbers.
#[derive(Clone, Copy)]
pub(super) struct Numerals {
    /// Whether a folded word is a number by itself.
    pub(super) is_number: fn(&str) -> bool,
    pub(super) read: fn(&str) -> Option<u32>,
}

/// Every duration of a sentence, in order.
pub fn find_all(text: &str, lang: Lang) -> Vec<Worded> {
    let sentence = Sentence { text, tokens: tokens(text) };
    sentence.phrases(lang).into_iter().map(|phrase| sentence.worded(phrase, lang)).collect()
}

/// The duration of the step that a sentence tells of.
///
/// It is the one that ends the sentence after a dash or in brackets, else the first of the main clause: not the delay
/// of «бала туылған күнінен бастап үш жұмыс күні өткеннен кейін».
pub fn find_own(text: &str, lang: Lang) -> Option<Worded> {
    let sentence = Sentence { text, tokens: tokens(text) };
    let mut phrases = sentence.phrases(lang);
    phrases.retain(|phrase| !phrase.aside);
    let own = phrases.iter().position(|phrase| sentence.sets_apart(phrase)).unwrap_or(0);
    (own < phrases.len()).then(|| sentence.worded(phrases.swap_remove(own), lang))
}

/// The sentence without one of its durations, nor the brackets, dashes and stops that are left around it.
pub fn without(text: &str, found: &Worded) -> String {
    let (Some(mut before), Some(mut after)) = (text.get(..found.range.start), text.get(found.range.end..)) else {
        return text.to_owned();
    };
    let stop = |c: char| matches!(c, ',' | ';' | '.' | ':');
    if let (Some(outside), Some(rest)) = (before.trim_end().strip_suffix('('), after.trim_start().strip_prefix(')')) {
        (before, after) = (outside, rest);
        if after.trim_start().starts_with(stop) {
            before = before.trim_end();
        }
    }
    if before.trim_end().ends_with(',') && after.starts_with(',') {
        after = &after[1..];
    }
    if before.ends_with(char::is_whitespace) {
        after = after.trim_start();
    }
    let ends = |c: char| c.is_whitespace() || stop(c) || matches!(c, '-' | '–' | '—');
    format!("{before}{after}").trim_matches(ends).to_owned()
}

impl Sentence<'_> {
    fn phrases(&self, lang: Lang) -> Vec<Phrase> {
        let mut phrases = Vec::new();
        let mut at = 0;
        while at < self.tokens.all.len() {
            let phrase = match lang {
                Lang::Kk => grammar_kk::phrase(self, at),
                Lang::Ru => grammar_ru::phrase(self, at),
            };
            at = phrase.as_ref().map_or(at + 1, |phrase| phrase.tokens.end);
            phrases.extend(phrase);
        }
        phrases
    }

    /// Whether a dash or a bracket leads to it and nothing follows.
    fn sets_apart(&self, phrase: &Phrase) -> bool {
        let Range { start, end } = phrase.tokens;
        start > 0
            && matches!(self.tokens.all[start - 1].kind, Kind::Dash | Kind::Open)
            && self.tokens.all[end..].iter().all(|token| matches!(token.kind, Kind::Close | Kind::Mark))
    }

    fn worded(&self, phrase: Phrase, lang: Lang) -> Worded {
        let (ties, numerals) = match lang {
            Lang::Kk => (grammar_kk::TIES, grammar_kk::NUMERALS),
            Lang::Ru => (grammar_ru::TIES, grammar_ru::NUMERALS),
        };
        let apart = self.apart(&phrase, ties, numerals);
        let range = self.bytes(phrase.tokens);
        let (words, words_value, digits) =
            phrase.number.map_or((None, None, false), |number| (number.words, number.words_value, number.digits));
        Worded {
            duration: phrase.duration,
            raw: self.text[range.clone()].to_owned(),
            range,
            apart,
            words,
            words_value,
            digits,
        }
    }

    pub(super) fn bytes(&self, tokens: Range<usize>) -> Range<usize> {
        self.tokens.all[tokens.start].range.start..self.tokens.all[tokens.end - 1].range.end
    }

    /// How many tokens there are.
    pub(super) fn len(&self) -> usize {
        self.tokens.all.len()
    }

    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.all.get(at).map(|token| token.kind)
    }

    /// Everything from a token on, as compared.
    pub(super) fn folded_from(&self, at: usize) -> impl Iterator<Item = &str> {
        self.tokens.all[at.min(self.len())..].iter().map(|token| self.tokens.folded(token))
    }

    /// The word at a token; empty where there is none.
    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens.all.get(at).filter(|token| token.kind == Kind::Word).map_or("", |token| self.tokens.folded(token))
    }

    /// Whether these words stand one after the other.
    pub(super) fn says(&self, at: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(offset, word)| self.word(at + offset) == *word)
    }

    /// The words before a token, nearest first, up to a mark.
    pub(super) fn words_before(&self, at: usize) -> impl Iterator<Item = &str> {
        let words = self.tokens.all[..at].iter().rev().take_while(|token| token.kind == Kind::Word);
        words.map(|token| self.tokens.folded(token))
    }

    /// The words from a token on, up to a mark.
    pub(super) fn words_after(&self, at: usize) -> impl Iterator<Item = &str> {
        let words =
            self.tokens.all[at.min(self.tokens.all.len())..].iter().take_while(|token| token.kind == Kind::Word);
        words.map(|token| self.tokens.folded(token))
    }

    /// A number at a token: «20», «20 (жиырма)», «жиырма бес».
    pub(super) fn number(&self, at: usize, numerals: Numerals) -> Option<Number> {
        let token = self.tokens.all.get(at)?;
        match token.kind {
            Kind::Number => {
                let value = self.tokens.folded(token).parse().ok()?;
                Some(match self.in_brackets(at + 1) {
                    Some((end, words)) => {
                        Number { end, value, words_value: (numerals.read)(&words), words: Some(words), digits: true }
                    }
                    None => Number { end: at + 1, value, words: None, words_value: None, digits: true },
                })
            }
            // A number that has several words begins with one that is a number by itself.
            Kind::Word if (numerals.is_number)(self.tokens.folded(token)) => {
                let last = (at + NUMBER_WORDS_MAX).min(self.tokens.all.len());
                (at + 1..=last).rev().find_map(|end| self.number_in_words(at..end, numerals.read))
            }
            _ => None,
        }
    }

    fn number_in_words(&self, tokens: Range<usize>, read: fn(&str) -> Option<u32>) -> Option<Number> {
        let end = tokens.end;
        let words = &self.text[self.bytes(tokens)];
        let value = read(words)?;
        Some(Number { end, value, words: Some(words.to_owned()), words_value: Some(value), digits: false })
    }

    /// The words in a bracket that opens at a token, and the token after it.
    fn in_brackets(&self, at: usize) -> Option<(usize, String)> {
        let open = self.tokens.all.get(at).filter(|token| token.kind == Kind::Open)?;
        let inner = self.tokens.all[at + 1..].iter().take(NUMBER_WORDS_MAX + 1);
        let words = inner.take_while(|token| matches!(token.kind, Kind::Word | Kind::Dash | Kind::Number)).count();
        let close = self.tokens.all.get(at + 1 + words).filter(|token| words > 0 && token.kind == Kind::Close)?;
        Some((at + words + 2, self.text[open.range.end..close.range.start].trim().to_owned()))
    }
}

/// The longest numbers have four words; a hyphen counts as one.
const NUMBER_WORDS_MAX: usize = 7;

impl Phrase {
    /// `None` where the number is a year of the calendar.
    pub(super) fn new(
        tokens: Range<usize>,
        number: Number,
        unit: Unit,
        calendar: Option<Calendar>,
        qualifier: Qualifier,
    ) -> Option<Phrase> {
        let value = number.value;
        let year = unit == Unit::Year && value >= YEAR_MIN;
        let duration = Duration { value, unit, calendar, qualifier };
        (!year).then_some(Phrase { tokens, duration, number: Some(number), aside: false })
    }

    pub(super) fn same_day(tokens: Range<usize>) -> Phrase {
        Phrase { tokens, duration: Duration::SAME_DAY, number: None, aside: false }
    }
}
