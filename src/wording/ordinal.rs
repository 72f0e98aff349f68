//! Ordinal numbers in words, as acts count the parts of a paragraph: «екінші абзац», «абзац второй».

use super::numeral::{Gender, RuCase, spell_kk, spell_ru};

/// The form of a Russian ordinal in the masculine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuForm {
    /// «абзац второй».
    Nominative,
    /// «дополнить абзацем вторым».
    Instrumental,
}

/// Kazakh: the last word takes the ending, after its vowels: «үшінші», «оныншы», «жиырма бірінші». Digits where there are no words.
pub fn ordinal_kk(number: u32) -> String {
    let Some(words) = spell_kk(number) else { return format!("{number}-ші") };
    let (before, last) = words.rsplit_once(' ').map_or(("", words.as_str()), |(before, last)| (before, last));
    let last = match last {
        "екі" => "екінші".to_owned(),
        "алты" => "алтыншы".to_owned(),
        "жеті" => "жетінші".to_owned(),
        "жиырма" => "жиырмасыншы".to_owned(),
        // The second vowel falls out: «қырық» – «қырқыншы».
        "қырық" => "қырқыншы".to_owned(),
        "он" | "отыз" | "алпыс" | "тоқсан" | "тоғыз" => format!("{last}ыншы"),
        _ => format!("{last}інші"),
    };
    if before.is_empty() { last } else { format!("{before} {last}") }
}

const RU_TO_19: [&str; 19] = [
    "перв",
    "втор",
    "трет",
    "четверт",
    "пят",
    "шест",
    "седьм",
    "восьм",
    "девят",
    "десят",
    "одиннадцат",
    "двенадцат",
    "тринадцат",
    "четырнадцат",
    "пятнадцат",
    "шестнадцат",
    "семнадцат",
    "восемнадцат",
    "девятнадцат",
];
const RU_TENS: [&str; 8] =
    ["двадцат", "тридцат", "сороков", "пятидесят", "шестидесят", "семидесят", "восьмидесят", "девяност"];

/// Russian, masculine, up to 99; digits above.
pub fn ordinal_ru(number: u32, form: RuForm) -> String {
    let (tens, units) = (number as usize / 10, number as usize % 10);
    let (before, stem) = match number {
        1..=19 => (None, RU_TO_19[number as usize - 1]),
        20..=99 if units == 0 => (None, RU_TENS[tens - 2]),
        20..=99 => (spell_ru(number - units as u32, RuCase::Nominative, Gender::Masculine), RU_TO_19[units - 1]),
        _ => return number.to_string(),
    };
    let ending = match (stem, form) {
        ("трет", RuForm::Nominative) => "ий",
        ("трет", RuForm::Instrumental) => "ьим",
        ("втор" | "шест" | "седьм" | "восьм" | "сороков", RuForm::Nominative) => "ой",
        (_, RuForm::Nominative) => "ый",
        (_, RuForm::Instrumental) => "ым",
    };
    let last = format!("{stem}{ending}");
    before.map_or(last.clone(), |before| format!("{before} {last}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kazakh_endings_follow_the_vowels() {
        let expected = [
            (1, "бірінші"),
            (2, "екінші"),
            (3, "үшінші"),
            (4, "төртінші"),
            (5, "бесінші"),
            (6, "алтыншы"),
            (7, "жетінші"),
            (8, "сегізінші"),
            (9, "тоғызыншы"),
            (10, "оныншы"),
            (11, "он бірінші"),
            (20, "жиырмасыншы"),
            (30, "отызыншы"),
            (40, "қырқыншы"),
            (50, "елуінші"),
            (60, "алпысыншы"),
            (70, "жетпісінші"),
            (80, "сексенінші"),
            (90, "тоқсаныншы"),
            (100, "жүзінші"),
        ];
        for (number, words) in expected {
            assert_eq!(ordinal_kk(number), words);
        }
    }

    #[test]
    fn russian_ordinals_are_declined() {
        use RuForm::{Instrumental, Nominative};
        for (number, nominative, instrumental) in [
            (1, "первый", "первым"),
            (2, "второй", "вторым"),
            (3, "третий", "третьим"),
            (6, "шестой", "шестым"),
            (12, "двенадцатый", "двенадцатым"),
            (20, "двадцатый", "двадцатым"),
            (23, "двадцать третий", "двадцать третьим"),
            (40, "сороковой", "сороковым"),
        ] {
            assert_eq!(
                (ordinal_ru(number, Nominative), ordinal_ru(number, Instrumental)),
                (nominative.into(), instrumental.into())
            );
        }
    }
}
