//! Abbreviations that a regulation uses and nowhere explains.
//!
//! Holds: two to six Cyrillic capitals make one, unless they are a numeral or one that everybody knows; texts in capitals
//! hold none. What `terms` lists is known, with its meaning or without; so is what a bracket introduces: «(далее – ЦОН)».

use super::context::Cx;
use super::sentences::Sentence;
use crate::base::{Finding, contradictions};
use crate::source::raw::RawRegulation;
use crate::wording::letters::is_letter;
use std::collections::BTreeSet;
use std::ops::Range;

/// Those that acts use without a word on them: numbers of persons, the state, kinds of bodies and firms.
const USUAL: [&str; 35] = [
    "ЖСН", "БСН", "ИИН", "БИН", "ЖСК", "БСК", "БИК", "ИИК", "ЖИК", "ҚР", "РК", "АҚ", "АО", "ЖШС", "ТОО", "ЖК", "ИП",
    "ММ", "ГУ", "КММ", "КГУ", "РММ", "РГУ", "РМК", "РГП", "МКК", "ГККП", "КМҚК", "ТМД", "СНГ", "ЕАЭО", "ЕАЭС", "БҰҰ",
    "ООН", "КК",
];
/// The most letters that are still read one by one.
const LETTERS_MAX: usize = 6;

pub(super) fn check(raw: &RawRegulation, all: &[Sentence], cx: &mut Cx) {
    let mut known: BTreeSet<&str> = USUAL.into_iter().collect();
    for term in raw.terms.iter().flat_map(|list| &list.0) {
        let said = term.abbr.iter().flat_map(|abbr| abbr.value.in_languages(cx.language));
        known.extend(said.flat_map(|(_, words)| capitals(words)).map(|(_, word)| word));
    }
    known.extend(all.iter().flat_map(|sentence| introduced(sentence.words)));
    for sentence in all.iter().filter(|sentence| !sentence.is_note) {
        for place in unknown(sentence.words, &known) {
            let words = &sentence.words[place.clone()];
            // Its first use is told, not each.
            let is_new = capitals(words).any(|(_, word)| known.insert(word));
            if is_new {
                cx.find(Finding::new(&contradictions::UNEXPLAINED, sentence.at(place)).word(words));
            }
        }
    }
}

/// Words of capitals, with their places; none where the text is in capitals altogether.
fn capitals(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    let words = text.split(|sign| !is_letter(sign)).map(move |word| {
        let at = text[start..].find(word).map_or(start, |at| start + at);
        start = at + word.len();
        (at, word)
    });
    let is_capital = |sign: char| matches!(sign, '\u{400}'..='\u{52F}') && sign.is_uppercase();
    let in_capitals = words.filter(move |(_, word)| word.chars().nth(1).is_some() && word.chars().all(is_capital));
    let is_shouted = text
        .split(|sign| !is_letter(sign))
        .any(|word| word.chars().count() > LETTERS_MAX && word.chars().all(is_capital));
    in_capitals.filter(move |(_, word)| !is_shouted && !is_numeral(word))
}

/// «ІХ», typed with Cyrillic letters.
fn is_numeral(word: &str) -> bool {
    word.chars().all(|sign| matches!(sign, 'І' | 'Х' | 'С' | 'М'))
}

/// Places of unknown abbreviations; those that stand side by side are one: «АИС ГЗК».
fn unknown(text: &str, known: &BTreeSet<&str>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, word) in capitals(text).filter(|(_, word)| !known.contains(word)) {
        match found.last_mut() {
            Some(last) if &text[last.end..at] == " " => last.end = at + word.len(),
            _ => found.push(at..at + word.len()),
        }
    }
    found
}

/// Those in brackets that say what something is called from here on, or that hold nothing else.
fn introduced(text: &str) -> Vec<&str> {
    let inner = text.split('(').skip(1).map(|rest| rest.split_once(')').map_or(rest, |(inner, _)| inner));
    let introduces = |inner: &&str| {
        let has_words = inner.split(|sign| !is_letter(sign)).any(|word| word.chars().any(char::is_lowercase));
        !has_words || ["далее", "бұдан", "одан", "әрі"].iter().any(|word| inner.contains(word))
    };
    inner.filter(introduces).flat_map(|inner| capitals(inner).map(|(_, word)| word)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_explains_is_found() {
        let known = BTreeSet::from(["ЦОН"]);
        let found =
            |text| unknown(text, &known).into_iter().map(|place| text[place].to_owned()).collect::<Vec<String>>();
        assert_eq!(found("Запрос ЦОН сверяется с АИС ГЗК и НИС-ом"), ["АИС ГЗК", "НИС"]);
        assert_eq!(found("ҚАЖ-бен тексеріледі"), ["ҚАЖ"]);
        for none in ["ХХІ век", "QR-код, PIN", "ПОСТАНОВЛЯЕТ НИС", "С. М. Хорошун", "А", ""]
        {
            assert!(found(none).is_empty(), "{none}");
        }
    }

    #[test]
    fn a_bracket_introduces() {
        assert_eq!(introduced("порталы (бұдан әрі – ЭҮШ АЖО), центр (ЦОН), (запрос в НИС)"), ["ЭҮШ", "АЖО", "ЦОН"]);
    }
}
