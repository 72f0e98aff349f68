//! Durations in sentences.

use super::tokens::{Kind, Token, Tokens, tokens};
use super::{Calendar, Duration, Qualifier, Unit, Worded, grammar_kk, grammar_ru};
use crate::base::Lang;
use std::ops::Range;

/// A number with a unit from this on is a year of the calendar: «2016 жыл».
const YEAR_MIN: u32 = 1000;

/// A number of the sentence, in digits or in words.
pub(super) struct Number {
    /// The token after it.
    pub(super) end: usize,
    /// The lower bound of a range.
    pub(super) least: Option<u32>,
    pub(super) value: u32,
    /// «1,5», «полтора»: and a half.
    half: bool,
    pub(super) words: Option<String>,
    words_value: Option<u32>,
    digits: bool,
}

impl Number {
    fn of(end: usize, value: u32) -> Number {
        Number { end, least: None, value, half: false, words: None, words_value: None, digits: true }
    }

    /// The range up to this number.
    pub(super) fn from(self, least: u32) -> Number {
        Number { least: Some(least), ..self }
    }

    /// A number and a half, or a half where it is none.
    pub(super) fn and_half(end: usize, value: u32) -> Number {
        Number { half: true, ..Number::of(end, value) }
    }
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

/// Two letters, and the days that they stand for.
pub(super) type ShortDays = (&'static str, &'static str, Calendar);

/// A sentence that is being read.
pub(super) struct Sentence<'t> {
    pub(super) text: &'t str,
    tokens: Tokens,
}

/// How a language words numbers.
#[derive(Clone, Copy)]
pub(super) struct Numerals {
    /// Endings that hang on digits: «15-ти».
    pub(super) endings: &'static [&'static str],
    /// Whether a folded word is a number by itself.
    pub(super) is_number: fn(&str) -> bool,
    pub(super) read: fn(&str) -> Option<u32>,
}

/// Every duration of a sentence, in order.
pub fn find_all(text: &str, lang: Lang) -> Vec<Worded> {
    let sentence = Sentence { text, tokens: tokens(text) };
    sentence.phrases(lang).into_iter().map(|phrase| sentence.worded(phrase, lang)).collect()
}

/// The terms of the step that a sentence tells of: those of its main clause, not the delay of «бала туылған күнінен бастап үш
/// жұмыс күні өткеннен кейін».
///
/// First the one that ends the sentence after a dash or in brackets, which is most often the step's own; then the others in
/// order.
pub fn find_terms(text: &str, lang: Lang) -> Vec<Worded> {
    let sentence = Sentence { text, tokens: tokens(text) };
    let mut phrases = sentence.phrases(lang);
    phrases.retain(|phrase| !phrase.aside);
    phrases.sort_by_key(|phrase| !sentence.sets_apart(phrase));
    phrases.into_iter().map(|phrase| sentence.worded(phrase, lang)).collect()
}

/// The first of them.
pub fn find_own(text: &str, lang: Lang) -> Option<Worded> {
    find_terms(text, lang).into_iter().next()
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

    /// Whether a dash or a bracket leads to it and nothing follows; a remark in brackets that goes on is no term of its own.
    fn sets_apart(&self, phrase: &Phrase) -> bool {
        let Range { start, end } = phrase.tokens;
        let is_led = start > 0
            && match self.tokens.all[start - 1].kind {
                Kind::Open => true,
                Kind::Dash => !self.is_within_brackets(start),
                _ => false,
            };
        is_led && self.tokens.all[end..].iter().all(|token| matches!(token.kind, Kind::Close | Kind::Mark))
    }

    fn is_within_brackets(&self, at: usize) -> bool {
        let turn = |token: &Token| match token.kind {
            Kind::Open => 1,
            Kind::Close => -1,
            _ => 0,
        };
        self.tokens.all[..at].iter().map(turn).sum::<i32>() > 0
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

    /// Whether a full stop stands at a token.
    pub(super) fn is_stop(&self, at: usize) -> bool {
        self.is_sign(at, ".")
    }

    /// Whether this sign stands at a token.
    pub(super) fn is_sign(&self, at: usize, sign: &str) -> bool {
        self.tokens.all.get(at).is_some_and(|token| self.tokens.folded(token) == sign)
    }

    /// The token behind days that two letters with stops stand for, and which days they are: «3 ж.к.». Nothing stands
    /// between the letters, for «2015 ж. К. Сәтбаев» is a name.
    pub(super) fn short_days(&self, at: usize, known: &[ShortDays]) -> Option<(usize, Calendar)> {
        let &(.., calendar) =
            known.iter().find(|(first, second, _)| self.word(at) == *first && self.word(at + 2) == *second)?;
        let is_glued = self.is_stop(at + 1)
            && self.tokens.all[at].range.end == self.tokens.all[at + 1].range.start
            && self.tokens.all[at + 1].range.end == self.tokens.all[at + 2].range.start;
        is_glued.then(|| (at + 3 + usize::from(self.is_stop(at + 3)), calendar))
    }

    /// The value of the digits at a token.
    pub(super) fn digits(&self, at: usize) -> Option<u32> {
        let token = self.tokens.all.get(at).filter(|token| token.kind == Kind::Number)?;
        self.tokens.folded(token).parse().ok()
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

    /// A number at a token: «20», «20 (жиырма)», «жиырма бес», «он (10)», «15-ти», «1,5», «1-3», «1 (бір) – 3 (үш)».
    pub(super) fn number(&self, at: usize, numerals: Numerals) -> Option<Number> {
        self.number_or_range(at, false, numerals)
    }

    /// The same behind words that only a term follows: «в течение 1 – 2 дней» can be nothing but a range.
    pub(super) fn number_of_term(&self, at: usize, numerals: Numerals) -> Option<Number> {
        self.number_or_range(at, true, numerals)
    }

    fn number_or_range(&self, at: usize, is_term: bool, numerals: Numerals) -> Option<Number> {
        let first = self.single(at, numerals)?;
        let is_dash = self.kind(first.end) == Some(Kind::Dash);
        // «форма 1 – 15 минут» is no range: there is room about its dash, and no words beside its numbers.
        let glued = |at: usize| self.tokens.all[at].range.end == self.tokens.all[at + 1].range.start;
        let second = self.single(first.end + 1, numerals).filter(|second| {
            let is_spelt = first.words.is_some() && second.words.is_some();
            let is_range = is_term || is_spelt || glued(first.end - 1) && glued(first.end);
            is_dash && first.value < second.value && is_range
        });
        Some(match second {
            Some(second) => second.from(first.value),
            None => first,
        })
    }

    /// A number that is no range.
    fn single(&self, at: usize, numerals: Numerals) -> Option<Number> {
        let token = self.tokens.all.get(at)?;
        match token.kind {
            Kind::Number => {
                let value = self.tokens.folded(token).parse().ok()?;
                let end = at + 1 + if self.is_declined(at + 1, numerals) { 2 } else { 0 };
                let number = Number::of(end, value);
                Some(match self.in_brackets(end) {
                    Some((end, words)) => {
                        Number { end, words_value: (numerals.read)(&words), words: Some(words), ..number }
                    }
                    None => number,
                })
            }
            Kind::Mark => {
                let folded = self.tokens.folded(token);
                let whole = folded.strip_suffix(",5").or_else(|| folded.strip_suffix(".5"))?.parse().ok()?;
                // «1,5 (полутора) часов»: its words spell no whole number and are passed over.
                let end = self.in_brackets(at + 1).map_or(at + 1, |(end, _)| end);
                Some(Number::and_half(end, whole))
            }
            // A number that has several words begins with one that is a number by itself.
            Kind::Word if (numerals.is_number)(self.tokens.folded(token)) => {
                let last = (at + NUMBER_WORDS_MAX).min(self.tokens.all.len());
                let spelt = (at + 1..=last).rev().find_map(|end| self.number_in_words(at..end, numerals.read))?;
                Some(self.with_digits(spelt))
            }
            _ => None,
        }
    }

    /// «15-ти»: whether the ending of a numeral hangs on the digits before a token.
    fn is_declined(&self, at: usize, numerals: Numerals) -> bool {
        self.kind(at) == Some(Kind::Dash)
            && numerals.endings.contains(&self.word(at + 1))
            && self.tokens.all[at - 1].range.end == self.tokens.all[at].range.start
    }

    /// A number in words and what stands in digits behind it: «он (10)».
    fn with_digits(&self, spelt: Number) -> Number {
        let value = match self.in_brackets(spelt.end) {
            Some((end, digits)) if end == spelt.end + 3 => digits.parse().ok().map(|value| (end, value)),
            _ => None,
        };
        match value {
            Some((end, value)) => Number { end, value, digits: true, ..spelt },
            None => spelt,
        }
    }

    fn number_in_words(&self, tokens: Range<usize>, read: fn(&str) -> Option<u32>) -> Option<Number> {
        let end = tokens.end;
        let words = &self.text[self.bytes(tokens)];
        let value = read(words)?;
        Some(Number {
            words: Some(words.to_owned()),
            words_value: Some(value),
            digits: false,
            ..Number::of(end, value)
        })
    }

    /// «15 (пятнадцати минут)»: digits whose unit stands in the brackets with their words. The number ends before the unit.
    pub(super) fn number_around_unit(&self, at: usize, numerals: Numerals) -> Option<Number> {
        let value = self.digits(at)?;
        let open = at + 1 + if self.is_declined(at + 1, numerals) { 2 } else { 0 };
        let spelt = self.single(open + 1, numerals).filter(|_| self.kind(open) == Some(Kind::Open))?;
        (!spelt.digits).then_some(Number { value, digits: true, ..spelt })
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
    /// `None` where the number is a year of the calendar, or a half of what has no halves here.
    pub(super) fn new(
        tokens: Range<usize>,
        number: Number,
        unit: Unit,
        calendar: Option<Calendar>,
        qualifier: Qualifier,
    ) -> Option<Phrase> {
        let plain = Duration { least: number.least, calendar, qualifier, ..Duration::new(number.value, unit) };
        let duration = if number.half { plain.and_half()? } else { plain };
        let year = unit == Unit::Year && number.value >= YEAR_MIN;
        (!year).then_some(Phrase { tokens, duration, number: Some(number), aside: false })
    }

    /// A term that is counted by no number.
    pub(super) fn of(tokens: Range<usize>, duration: Duration) -> Phrase {
        Phrase { tokens, duration, number: None, aside: false }
    }

    /// «2 часа 30 минут»: hours and the minutes behind them are one term. The words of its numbers spell parts of it.
    pub(super) fn joined(&self, minutes: &Phrase, qualifier: Qualifier) -> Option<Phrase> {
        let duration = Duration { qualifier, ..self.duration.and_minutes(&minutes.duration)? };
        let (tokens, aside) = (self.tokens.start..minutes.tokens.end, self.aside || minutes.aside);
        Some(Phrase { tokens, duration, number: None, aside })
    }
}
