//! Where a Russian or a Kazakh word may be hyphenated: between its syllables.

/// No part of a word is shorter, in letters.
const PART_MIN: usize = 2;

/// Abbreviations up to this length are not hyphenated, in letters.
const ABBREVIATION_MAX: usize = 6;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sound {
    Vowel,
    Consonant,
    /// Letters that belong to the one before them: ь, ъ, й.
    Mute,
}

fn sound(letter: char) -> Option<Sound> {
    match letter.to_lowercase().next()? {
        'а' | 'ә' | 'е' | 'ё' | 'и' | 'о' | 'ө' | 'у' | 'ұ' | 'ү' | 'ы' | 'і' | 'э' | 'ю' | 'я' => {
            Some(Sound::Vowel)
        }
        'ь' | 'ъ' | 'й' => Some(Sound::Mute),
        'а'..='я' | 'ғ' | 'қ' | 'ң' | 'һ' => Some(Sound::Consonant),
        _ => None,
    }
}

/// The places in `text`, in bytes, where a hyphen may be put. Letters of other alphabets are left whole.
pub(super) fn places(text: &str) -> Vec<usize> {
    let mut places = Vec::new();
    let mut word: Vec<(usize, char, Sound)> = Vec::new();
    for (at, letter) in text.char_indices() {
        match sound(letter) {
            Some(sound) => word.push((at, letter, sound)),
            // A letter of another alphabet or a combining mark makes the word unknown: it ends here.
            None => {
                places_in_word(&word, &mut places);
                word.clear();
            }
        }
    }
    places_in_word(&word, &mut places);
    places
}

fn places_in_word(word: &[(usize, char, Sound)], places: &mut Vec<usize>) {
    if word.len() <= ABBREVIATION_MAX && word.iter().all(|(_, letter, _)| letter.is_uppercase()) {
        return;
    }
    let sounds: Vec<Sound> = word.iter().map(|&(_, _, sound)| sound).collect();
    for at in PART_MIN..(word.len() + 1).saturating_sub(PART_MIN) {
        if between_syllables(&sounds[..at], &sounds[at..]) {
            places.push(word[at].0);
        }
    }
}

/// Each part needs a vowel, a lone consonant goes with the vowel after it, and of several the first stay behind.
fn between_syllables(before: &[Sound], after: &[Sound]) -> bool {
    use Sound::{Consonant as C, Mute as M, Vowel as V};
    if !before.contains(&V) || !after.contains(&V) {
        return false;
    }
    match (before, after) {
        (_, [M, ..]) => false,
        ([.., M], _) => true,
        ([.., V], [V, ..]) => true,
        ([.., V], [C, V, ..]) => true,
        ([.., V, C], [C, V, ..]) => true,
        ([.., V, C], [C, C, V, ..]) => true,
        ([.., V, C, C], [C, V, ..]) => true,
        ([.., V, C, C], [C, C, V, ..]) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::places;

    fn shown(word: &str) -> String {
        let mut out = String::new();
        let places = places(word);
        for (at, letter) in word.char_indices() {
            if places.contains(&at) {
                out.push('-');
            }
            out.push(letter);
        }
        out
    }

    #[test]
    fn words_part_between_syllables() {
        for hyphenated in [
            "көр-се-ті-ле-тін",
            "қыз-мет-ті",
            "мем-ле-кет-тік",
            "бе-ру-ші-нің",
            "құ-жат-тар",
            "ус-лу-го-да-тель",
            "пос-та-нов-ле-ние",
            "фай-лы",
            "подъ-езд",
            "объ-ект",
        ] {
            assert_eq!(shown(&hyphenated.replace('-', "")), hyphenated);
        }
    }

    #[test]
    fn short_parts_and_abbreviations_stay_whole() {
        for word in ["ұя", "ия", "аяз", "ЭЦҚ", "АХАЖ", "internet", "күй", "Ая"] {
            assert_eq!(shown(word), word);
        }
    }

    #[test]
    fn no_part_begins_with_a_mute_letter() {
        for word in ["компьютеріндегі", "съёмка", "қойылған", "жайылым", "семья"]
        {
            for at in places(word) {
                assert!(!word[at..].starts_with(['ь', 'ъ', 'й']), "{word} {at}");
            }
        }
    }
}
