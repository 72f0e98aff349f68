//! What a proof-reader would mark in the sentences of an act: a number that its words contradict, a bracket left open, a word
//! typed twice, a Latin letter among Russian ones.
//!
//! In: sentences. Out: findings. Holds: nothing is mended, for an act is kept as it was printed; only what can be told from
//! the sentence itself is said.

use super::context::Cx;
use super::sentences::Sentence;
use crate::base::{Finding, Lang, codes};
use crate::wording::duration::find_own;
use crate::wording::letters::is_letter;
use crate::wording::numeral::{read_kk, read_ru};

/// Reads every sentence of a definition.
pub(super) fn read(sentences: &[Sentence], cx: &mut Cx) {
    for sentence in sentences {
        let Sentence { lang, words, .. } = *sentence;
        for (digits, spelt) in contradicted_numbers(words, lang) {
            cx.find(Finding::new(&codes::NUMBER_AND_WORD, sentence.spanning(digits, spelt)).word(digits).word(spelt));
        }
        if let Some(rest) = open_bracket(words) {
            cx.find(Finding::new(&codes::OPEN_BRACKET, sentence.spanning(rest, rest)).word(rest));
        }
        if let Some(word) = doubled_word(words) {
            cx.find(Finding::new(&codes::DOUBLED_WORD, sentence.spanning(word, word)).word(word));
        }
        if let Some(word) = mixed_word(words).filter(|_| lang == Lang::Ru) {
            cx.find(Finding::new(&codes::MIXED_ALPHABETS, sentence.spanning(word, word)).word(word));
        }
    }
}

/// «20 (тридцать)»: numbers whose words say another number. Words that are no number of the language are passed over.
fn contradicted_numbers(text: &str, lang: Lang) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    for (open, _) in text.match_indices('(') {
        // What holds a bracket itself is no number.
        let inside = &text[open + 1..];
        let Some(end) = inside.find(['(', ')']).filter(|end| inside[*end..].starts_with(')')) else { continue };
        let spelt = inside[..end].trim();
        let before = text[..open].trim_end();
        let digits = &before[before.trim_end_matches(|sign: char| sign.is_ascii_digit()).len()..];
        let is_part = before[..before.len() - digits.len()].ends_with(['/', '-', '.', ',', '–']);
        let alone = || if lang == Lang::Kk { read_kk(spelt) } else { read_ru(spelt) };
        let read = || alone().or_else(|| spelt_with_unit(spelt, lang));
        if let (false, Ok(number)) = (is_part, digits.parse::<u32>())
            && read().is_some_and(|value| value != number)
        {
            found.push((digits, spelt));
        }
    }
    found
}

/// «тридцати минут»: the number of a term that stands in the brackets with its unit.
fn spelt_with_unit(spelt: &str, lang: Lang) -> Option<u32> {
    let term = find_own(spelt, lang)?;
    term.words_value.filter(|_| !term.digits && term.range == (0..spelt.len()))
}

/// From the bracket that is opened and never closed.
fn open_bracket(text: &str) -> Option<&str> {
    let mut open = Vec::new();
    for (at, sign) in text.char_indices() {
        match sign {
            '(' => open.push(at),
            ')' => _ = open.pop(),
            _ => {}
        }
    }
    open.first().map(|at| &text[*at..])
}

/// The shortest word that is not often said twice on purpose.
const DOUBLED_MIN: usize = 4;

/// A word that stands twice with nothing but a space between.
fn doubled_word(text: &str) -> Option<&str> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let twice = words.windows(2).find(|pair| {
        let second = pair[1].trim_end_matches(|sign: char| !is_letter(sign));
        is_same_word(pair[0], second) && second.chars().count() >= DOUBLED_MIN && second.chars().all(is_letter)
    })?;
    Some(twice[0])
}

/// Whether two words are one but for their capitals; most differ in their first letter.
fn is_same_word(one: &str, other: &str) -> bool {
    one.chars().flat_map(char::to_lowercase).eq(other.chars().flat_map(char::to_lowercase))
}

/// A word of Cyrillic letters with a Latin one among them.
fn mixed_word(text: &str) -> Option<&str> {
    text.split(|sign| !is_letter(sign)).find(|word| {
        word.bytes().any(|byte| byte.is_ascii_alphabetic())
            && word.chars().any(|sign| matches!(sign, '\u{400}'..='\u{52F}'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_compared_with_its_words() {
        let found = |text, lang| contradicted_numbers(text, lang);
        assert_eq!(found("в течение 20 (тридцать) минут", Lang::Ru), [("20", "тридцать")]);
        assert_eq!(found("20 (отыз) минут", Lang::Kk), [("20", "отыз")]);
        assert_eq!(found("в течение 20 (тридцати минут)", Lang::Ru), [("20", "тридцати минут")]);
        assert_eq!(found("20 (отыз минут) ішінде", Lang::Kk), [("20", "отыз минут")]);
        for text in [
            "20 (двадцати) минут",
            "20 (двадцати минут)",
            "15 (дней)",
            "пункт 2 (один",
            "№ 01/03 (пять)",
            "(пять)",
            "форма 2-3 (один)",
            "20 (пять (5))",
        ] {
            assert!(found(text, Lang::Ru).is_empty(), "{text}");
        }
        assert!(found("15 (оң бес) минут ішінде 06 (алғашқы күннен кейін)", Lang::Kk).is_empty());
    }

    #[test]
    fn slips_of_the_pen_are_found() {
        assert_eq!(open_bracket("пароль (авторизация;"), Some("(авторизация;"));
        assert_eq!(open_bracket("1) пароль (авторизация (вход));"), None);
        assert_eq!(doubled_word("рассмотрение рассмотрение заявления"), Some("рассмотрение"));
        assert_eq!(doubled_word("минут ішінде ішінде."), Some("ішінде"));
        for text in ["жеке-жеке қарайды", "то, что что", "заявления, заявления", "1 1", "об отказе, отказе"]
        {
            assert_eq!(doubled_word(text), None, "{text}");
        }
        assert_eq!(mixed_word("Oкaзание услуги"), Some("Oкaзание"));
        assert_eq!(mixed_word("QR-код на портале www.egov.kz"), None);
    }
}
