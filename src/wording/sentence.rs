//! Where the sentences of a text stand.
//!
//! Holds: every byte of a text is of one sentence; the full stop of a word that is cut short, «г.», and those of initials end
//! none, so that a sentence is rather too long than too short.

use super::letters::is_letter;
use std::ops::Range;

/// A word of fewer letters before a full stop is taken for one that is cut short.
const WORD_MIN: usize = 3;

/// The sentences of a text, in its order.
pub fn sentences(text: &str) -> impl Iterator<Item = Range<usize>> {
    let ends = text.match_indices('.').map(|(at, _)| at + 1).filter(|end| is_end(text, *end)).chain([text.len()]);
    let mut start = 0;
    ends.map(move |end| std::mem::replace(&mut start, end)..end).filter(|sentence| !sentence.is_empty())
}

/// The sentence that a place of a text stands in.
pub fn sentence_at(text: &str, at: usize) -> &str {
    sentences(text).find(|sentence| sentence.contains(&at)).map_or(text, |sentence| &text[sentence])
}

/// Whether a full stop, behind which `end` is, ends a sentence: the next one begins with a capital or a quotation.
fn is_end(text: &str, end: usize) -> bool {
    let (before, behind) = (&text[..end - 1], &text[end..]);
    let next = behind.trim_start().chars().next();
    let letters = before.chars().rev().take_while(|sign| is_letter(*sign)).count();
    let begins = next.is_some_and(|sign| sign.is_uppercase() || matches!(sign, '"' | '«'));
    behind.starts_with(char::is_whitespace) && begins && (letters == 0 || letters >= WORD_MIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_a_reader_sees_it() {
        for (text, parts) in [
            ("", vec![]),
            ("Одно", vec!["Одно"]),
            ("Одно. Другое.", vec!["Одно.", " Другое."]),
            (
                "от 7 апреля 2016 года № 105-771. Зарегистрировано",
                vec!["от 7 апреля 2016 года № 105-771.", " Зарегистрировано"],
            ),
            (
                "С. М. Хорошун, г. Астана, 2016 г. № 5, п. 5 и т.д.",
                vec!["С. М. Хорошун, г. Астана, 2016 г. № 5, п. 5 и т.д."],
            ),
            ("тіркелді. Күші жойылды", vec!["тіркелді.", " Күші жойылды"]),
            ("www.egov.kz. \"Заң\"", vec!["www.egov.kz. \"Заң\""]),
        ] {
            assert_eq!(sentences(text).map(|one| &text[one]).collect::<Vec<_>>(), parts, "{text}");
        }
        assert_eq!(sentence_at("Одно. Другое.", 10), " Другое.");
        assert_eq!(sentence_at("Одно", 99), "Одно");
    }
}
