//! Forms of words: «Управление» and «Управлением», «бөлімі» and «бөлімімен» are the same word.
//!
//! In: words in lower case, or texts. Out: whether they are the same but for their endings.
//! Holds: only the end of a word may differ, and only by as much as endings of the language do; nothing is looked up.

use super::collate::fold;
use super::letters::is_letter_or_digit;
use crate::base::Lang;

/// The longest part of a word that another form of it lacks: «-ая» against «-ой», «-к» against «-г».
const LOST_MAX: usize = 2;
/// The longest ending that a form adds: «-ями»; in Kazakh they follow one another: «-тарымен».
const ADDED_RU: usize = 3;
const ADDED_KK: usize = 7;
/// The shortest beginning that tells a word from others.
const STEM_MIN: usize = 3;

/// Whether two folded words are forms of one.
pub fn is_same_word(one: &str, other: &str, lang: Lang) -> bool {
    if one == other {
        return true;
    }
    let has_letters = |word: &str| word.chars().all(char::is_alphabetic);
    if !has_letters(one) || !has_letters(other) {
        return false;
    }
    let stem = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let (one, other) = (one.chars().count() - stem, other.chars().count() - stem);
    let added = if lang == Lang::Kk { ADDED_KK } else { ADDED_RU };
    stem >= STEM_MIN && one.min(other) <= LOST_MAX && one.max(other) <= added
}

/// The words of a text, as [`is_same_word`] compares them.
pub fn folded_words(text: &str) -> Vec<String> {
    let folded = fold(text).replace('ё', "е");
    folded.split(|sign: char| !is_letter_or_digit(sign)).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether a text says these words one after another, each in whatever form.
pub fn says(text: &str, words: &str, lang: Lang) -> bool {
    let (text, words) = (folded_words(text), folded_words(words));
    let is_here = |here: &[String]| here.iter().zip(&words).all(|(one, other)| is_same_word(one, other, lang));
    !words.is_empty() && text.windows(words.len()).any(is_here)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_in_any_case() {
        for (lang, text, name) in [
            (Lang::Ru, "услуга оказывается Управлением предпринимательства города", "Управление предпринимательства"),
            (Lang::Ru, "оказывается местными исполнительными органами районов", "местные исполнительные органы"),
            (Lang::Ru, "Государственной корпорацией и порталом", "Государственная корпорация"),
            (Lang::Ru, "аппаратом акима", "Аппарат акима"),
            (Lang::Kk, "қызметті білім бөлімімен көрсетеді", "білім бөлімі"),
            (Lang::Kk, "облыстың білім басқармасының кеңсесі", "білім басқармасы"),
            (Lang::Kk, "халықтың көші-қоны", "халық"),
        ] {
            assert!(says(text, name, lang), "{name}");
        }
    }

    #[test]
    fn another_name_is_another() {
        for (lang, text, name) in [
            (Lang::Ru, "оказывается Управлением образования", "Управление предпринимательства"),
            (Lang::Ru, "оказывается управой города", "Управление города"),
            (Lang::Ru, "Управлением по делам предпринимательства", "Управление предпринимательства"),
            (Lang::Ru, "в течение 15 минут", "15-2 минут"),
            (Lang::Kk, "бөлім кеңсесі", "қала кеңсесі"),
            (Lang::Kk, "бөлім", ""),
        ] {
            assert!(!says(text, name, lang), "{name}");
        }
    }
}
