//! The order of Kazakh and Russian words, and the form in which they are compared.
//!
//! Acts are typed on mixed keyboards: a Latin «i» within a Kazakh word, three kinds of dashes, five of quotes. Two
//! texts that a reader takes for the same must be the same here.

use super::letters::{is_letter, is_letter_or_digit, is_usual_small, push_lower};

/// Cyrillic letters in the order of the Kazakh alphabet, which holds the Russian one.
const ALPHABET: [char; 42] = [
    'а', 'ә', 'б', 'в', 'г', 'ғ', 'д', 'е', 'ё', 'ж', 'з', 'и', 'й', 'к', 'қ', 'л', 'м', 'н', 'ң', 'о', 'ө', 'п', 'р',
    'с', 'т', 'у', 'ұ', 'ү', 'ф', 'х', 'һ', 'ц', 'ч', 'ш', 'щ', 'ъ', 'ы', 'і', 'ь', 'э', 'ю', 'я',
];

/// The place of each Cyrillic letter in the alphabet, from 1; 0 is that of all others.
const PLACES: [u8; 0x100] = {
    let (mut places, mut at) = ([0; 0x100], 0);
    while at < ALPHABET.len() {
        places[ALPHABET[at] as usize - CYRILLIC_SIGNS] = at as u8 + 1;
        at += 1;
    }
    places
};
const CYRILLIC_SIGNS: usize = 0x400;

/// A key that sorts texts: numbers by value, then Latin words, then Cyrillic ones; marks and case do not count.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SortKey {
    ranks: Vec<u32>,
    /// Texts that differ only in marks or case still have an order.
    text: String,
}

// What each group of signs begins at.
const SPACE: u32 = 0;
const NUMBER: u32 = 0x1000_0000;
const LATIN: u32 = 0x2000_0000;
const CYRILLIC: u32 = 0x3000_0000;
const OTHER: u32 = 0x4000_0000;

/// The key of a text.
pub fn sort_key(text: &str) -> SortKey {
    let folded = fold(text);
    let mut ranks = Vec::with_capacity(folded.len() / 2 + 1);
    let mut rest = folded.as_str();
    while let Some(letter) = rest.chars().next() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if digits > 0 {
            push_number(&rest[..digits], &mut ranks);
            rest = &rest[digits..];
        } else {
            ranks.extend(rank(letter));
            rest = &rest[letter.len_utf8()..];
        }
    }
    SortKey { ranks, text: text.to_owned() }
}

/// A longer number is greater; of the same length, the first digits decide.
fn push_number(digits: &str, ranks: &mut Vec<u32>) {
    let digits = digits.trim_start_matches('0');
    let length = u32::try_from(digits.len()).unwrap_or(u32::MAX).min(LATIN - NUMBER - 1);
    ranks.push(NUMBER + length);
    ranks.extend(digits.bytes().map(u32::from));
}

fn rank(letter: char) -> Option<u32> {
    if letter == ' ' {
        return Some(SPACE);
    }
    if letter.is_ascii_alphabetic() {
        return Some(LATIN + letter as u32);
    }
    let place = (letter as usize).checked_sub(CYRILLIC_SIGNS).and_then(|sign| PLACES.get(sign));
    match place.copied().unwrap_or_default() {
        0 => is_letter_or_digit(letter).then_some(OTHER + letter as u32),
        place => Some(CYRILLIC + u32::from(place) - 1),
    }
}

/// The text as it is compared: lower case, one kind of space, dash and quote, and no letter of a foreign alphabet
/// within a word where a native one looks the same. Letter-spaced words stay as they are.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_onto(text, &mut out);
    out
}

/// The same, appended to other texts.
pub(super) fn fold_onto(text: &str, out: &mut String) {
    let mut signs = text.char_indices();
    let mut next = signs.next();
    while let Some((start, sign)) = next {
        if !is_letter(sign) {
            out.push(fold_sign(sign));
            next = signs.next();
            continue;
        }
        let mut alphabets = Alphabets::default();
        while let Some((_, letter)) = next.filter(|(_, sign)| is_letter(*sign)) {
            alphabets.count(letter);
            next = signs.next();
        }
        let end = next.map_or(text.len(), |(at, _)| at);
        fold_word(&text[start..end], &alphabets, out);
    }
}

fn fold_sign(sign: char) -> char {
    match sign {
        '-' | '\u{2010}'..='\u{2015}' | '−' => '-',
        '"' | '«' | '»' | '“' | '”' | '„' | '‟' => '"',
        '\'' | '‘' | '’' | '‚' | '‛' | '`' => '\'',
        ' ' => ' ',
        _ if sign.is_whitespace() => ' ',
        _ => sign,
    }
}

/// How many letters of a word are of which alphabet, and whether some letter may not be small.
#[derive(Default)]
struct Alphabets {
    latin: usize,
    cyrillic: usize,
    has_capitals: bool,
}

impl Alphabets {
    fn count(&mut self, letter: char) {
        self.has_capitals |= !is_usual_small(letter);
        match letter {
            'a'..='z' | 'A'..='Z' | 'ə' | 'Ə' => self.latin += 1,
            _ if is_cyrillic(letter) => self.cyrillic += 1,
            _ => {}
        }
    }
}

/// A word is of the alphabet that most of its letters are of, provided that the others only look foreign.
fn fold_word(word: &str, alphabets: &Alphabets, out: &mut String) {
    let Alphabets { latin, cyrillic, has_capitals } = *alphabets;
    if latin == 0 || cyrillic == 0 {
        return match has_capitals {
            true => word.chars().for_each(|letter| push_lower(letter, out)),
            false => out.push_str(word),
        };
    }
    let alike: fn(char) -> Option<char> = if cyrillic >= latin { cyrillic_like } else { latin_like };
    let foreign = |letter: char| is_cyrillic(letter) != (cyrillic >= latin);
    let mends = word.chars().filter(|&c| foreign(c)).all(|c| alike(c).is_some());
    let mend = |letter: char| if mends && foreign(letter) { alike(letter).unwrap_or(letter) } else { letter };
    word.chars().map(mend).for_each(|letter| push_lower(letter, out));
}

fn is_cyrillic(letter: char) -> bool {
    matches!(letter, '\u{400}'..='\u{52F}')
}

/// Letters that look the same: Latin, then Cyrillic.
const LOOK_ALIKES: [(char, char); 25] = [
    ('a', 'а'),
    ('c', 'с'),
    ('e', 'е'),
    ('i', 'і'),
    ('o', 'о'),
    ('p', 'р'),
    ('x', 'х'),
    ('y', 'у'),
    ('ə', 'ә'),
    ('A', 'А'),
    ('B', 'В'),
    ('C', 'С'),
    ('E', 'Е'),
    ('H', 'Н'),
    ('I', 'І'),
    ('K', 'К'),
    ('M', 'М'),
    ('O', 'О'),
    ('P', 'Р'),
    ('T', 'Т'),
    ('X', 'Х'),
    ('Y', 'У'),
    ('Ə', 'Ә'),
    ('h', 'һ'),
    ('k', 'к'),
];

fn cyrillic_like(letter: char) -> Option<char> {
    LOOK_ALIKES.iter().find(|(latin, _)| *latin == letter).map(|(_, cyrillic)| *cyrillic)
}

fn latin_like(letter: char) -> Option<char> {
    LOOK_ALIKES.iter().find(|(_, cyrillic)| *cyrillic == letter).map(|(latin, _)| *latin)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(mut words: Vec<&str>) -> Vec<&str> {
        words.sort_by_key(|word| sort_key(word));
        words
    }

    #[test]
    fn words_stand_in_the_order_of_the_alphabet() {
        let right = vec![
            "2-қосымша",
            "10-қосымша",
            "egov",
            "Алматы",
            "«Алматы» қаласы",
            "әкім",
            "балалар",
            "ғимарат",
            "ёлка",
            "және",
            "кеңсе",
            "қаулы",
            "нәтиже",
            "ңа",
            "оқу",
            "өтініш",
            "түбіртек",
            "ұзақтық",
            "үдеріс",
            "хабар",
            "һәм",
            "ыдыс",
            "іс",
            "эталон",
            "яғни",
        ];
        let mut mixed = right.clone();
        mixed.reverse();
        assert_eq!(sorted(mixed), right);
    }

    #[test]
    fn every_letter_has_its_own_place() {
        let letters: Vec<String> = ALPHABET.map(String::from).into();
        assert_eq!(letters.len(), 42);
        assert!(letters.windows(2).all(|pair| sort_key(&pair[0]) < sort_key(&pair[1])));
    }

    #[test]
    fn what_reads_the_same_is_the_same() {
        for (typed, meant) in [
            ("күнтiзбелiк", "күнтізбелік"),
            ("Iс-ҚИМЫЛ", "іс-қимыл"),
            ("5\u{a0}–\u{a0}тармақ", "5 - тармақ"),
            ("«АХАЖ» АЖ", "\"АХАЖ\" аж"),
            ("ЖCН", "жсн"),
            ("www.еgov.kz", "www.egov.kz"),
        ] {
            assert_eq!(fold(typed), fold(meant), "{typed}");
        }
        assert_eq!(fold("Х А Б А Р"), "х а б а р");
    }

    #[test]
    fn foreign_words_stay_foreign() {
        assert_eq!(fold("IT-технологиялар ID COP"), "it-технологиялар id cop");
        assert_ne!(fold("шиш"), fold("wuw"));
    }
}
