//! Letters of Kazakh and Russian texts, told apart without the tables of all scripts.
//!
//! Holds: every answer is the one that the standard library gives; only the way to it is short for the letters that
//! acts are written in.

/// Whether this is a letter of any alphabet.
#[inline]
pub fn is_letter(sign: char) -> bool {
    match sign {
        'a'..='z' | 'A'..='Z' | '\u{400}'..='\u{481}' | '\u{48A}'..='\u{52F}' => true,
        '\0'..='\u{A9}' | '«' | '»' | '\u{2000}'..='\u{206F}' | '№' => false,
        _ => sign.is_alphabetic(),
    }
}

/// Whether this is a letter or a digit of any script.
#[inline]
pub fn is_letter_or_digit(sign: char) -> bool {
    is_letter(sign) || sign.is_ascii_digit() || (sign > '\u{7F}' && sign.is_numeric())
}

/// Whether this is one of the small letters that acts are written in; not every small letter is.
#[inline]
pub(super) fn is_usual_small(sign: char) -> bool {
    match sign {
        'a'..='z' | 'а'..='џ' => true,
        '\u{48A}'..='\u{4BF}' | '\u{4D0}'..='\u{52F}' => sign as u32 % 2 == 1,
        _ => false,
    }
}

/// Appends a letter in lower case, which for some letters is more than one.
#[inline]
pub(super) fn push_lower(sign: char, out: &mut String) {
    match sign {
        '\0'..='\u{7F}' => out.push(sign.to_ascii_lowercase()),
        'а'..='џ' => out.push(sign),
        'А'..='Я' => out.push(moved(sign, 0x20)),
        'Ѐ'..='Џ' => out.push(moved(sign, 0x50)),
        '\u{48A}'..='\u{4BF}' | '\u{4D0}'..='\u{52F}' => out.push(moved(sign, 1 - sign as u32 % 2)),
        _ => out.extend(sign.to_lowercase()),
    }
}

/// Whether a word begins with a stem, which is written in small letters.
pub(super) fn begins_with(word: &str, stem: &str) -> bool {
    let mut letters = word.chars();
    stem.chars().all(|wanted| letters.next().is_some_and(|letter| letter == wanted || small(letter) == wanted))
}

/// The small form of a letter of acts; of others only where it is one letter.
fn small(letter: char) -> char {
    match letter {
        'А'..='Я' => moved(letter, 0x20),
        _ if is_usual_small(letter) => letter,
        _ => {
            let mut lower = letter.to_lowercase();
            lower.next().filter(|_| lower.next().is_none()).unwrap_or(letter)
        }
    }
}

/// The letter so many places further on in its alphabet.
fn moved(sign: char, by: u32) -> char {
    char::from_u32(sign as u32 + by).unwrap_or(sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_both_languages_are_usual() {
        assert!("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя".chars().all(is_usual_small));
    }

    #[test]
    fn a_stem_is_found_in_any_case() {
        for (word, stem, is_there) in [
            ("Қосымшаға", "қосымша", true),
            ("ПУНКТОМ", "пункт", true),
            ("пун", "пункт", false),
            ("подпункт", "пункт", false),
        ] {
            assert_eq!(begins_with(word, stem), is_there, "{word}");
        }
    }

    #[test]
    fn every_answer_is_that_of_the_standard_library() {
        for sign in '\0'..=char::MAX {
            assert_eq!(is_letter(sign), sign.is_alphabetic(), "{sign:?}");
            assert_eq!(is_letter_or_digit(sign), sign.is_alphanumeric(), "{sign:?}");
            let mut lower = String::new();
            push_lower(sign, &mut lower);
            assert!(lower.chars().eq(sign.to_lowercase()), "{sign:?}");
            assert!(!is_usual_small(sign) || lower.chars().eq([sign]), "{sign:?}");
        }
    }
}
