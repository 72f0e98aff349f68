//! Words as the search compares them: small letters, and one letter for all that are written for each other.
//!
//! In: a text. Out: its words and what stands between them; a word folded.
//! Holds: the table stands here alone and goes to the browser with the index, so that a page asks with the very letters
//! that the index was made of. The browser's half is `themes/default/assets/search.js`.
//! Absent on purpose: endings. The index holds grown forms whole; the browser compares stems.

use crate::wording::letters::is_letter_or_digit;

/// A letter, and those that people write for it: Kazakh letters that a Russian keyboard lacks, Latin letters that look
/// or sound the same. A capital stands where it looks like another letter than the small one does.
pub(super) const FOLDS: [(char, &str); 22] = [
    ('а', "aәə"),
    ('б', "b"),
    ('в', "vwB"),
    ('г', "gғğ"),
    ('д', "d"),
    ('е', "eёэ"),
    ('ж', "j"),
    ('з', "z"),
    ('и', "iіїйı"),
    ('к', "kқq"),
    ('л', "l"),
    ('м', "m"),
    ('н', "nңñŋH"),
    ('о', "oөö"),
    ('р', "pr"),
    ('с', "cs"),
    ('т', "t"),
    ('у', "yuұүü"),
    ('ф', "f"),
    ('х', "xhһ"),
    ('ш', "ş"),
    ('ь', "ъ"),
];

/// Signs within words that nobody sees: accents, soft hyphens, joiners. From and to, both included.
pub(super) const UNSEEN: [(char, char); 4] =
    [('\u{300}', '\u{36F}'), ('\u{AD}', '\u{AD}'), ('\u{200B}', '\u{200D}'), ('\u{2060}', '\u{2060}')];

/// The table, laid out so that a letter is found at once.
pub(super) struct Folding {
    /// By code; letters beyond are rare and stay as they are.
    table: Vec<char>,
}

impl Folding {
    pub fn new() -> Folding {
        let mut table: Vec<char> = ('\0'..='\u{52F}').collect();
        for (to, all) in FOLDS {
            for from in all.chars() {
                if let Some(place) = table.get_mut(from as usize) {
                    *place = to;
                }
            }
        }
        Folding { table }
    }

    /// The word folded; nothing is left of one that nobody sees.
    pub fn word(&self, word: &str) -> String {
        let mut out = String::with_capacity(word.len());
        for letter in word.chars().filter(|letter| !is_unseen(*letter)) {
            let folded = self.letter(letter);
            if folded != letter {
                out.push(folded);
            } else {
                let small = letter.to_lowercase().filter(|small| !is_unseen(*small));
                out.extend(small.map(|small| self.letter(small)));
            }
        }
        if out.starts_with('0') || out.contains("/0") { without_zeros(&out) } else { out }
    }

    fn letter(&self, letter: char) -> char {
        self.table.get(letter as usize).copied().unwrap_or(letter)
    }
}

/// «04/03» is the number that a hurried clerk types as «4/3».
fn without_zeros(number: &str) -> String {
    let short = |part: &str| {
        let rest = part.trim_start_matches('0');
        if rest.starts_with(|c: char| c.is_ascii_digit()) || rest.len() == part.len() {
            rest.to_owned()
        } else {
            part[part.len() - rest.len() - 1..].to_owned()
        }
    };
    number.split('/').map(short).collect::<Vec<_>>().join("/")
}

fn is_unseen(sign: char) -> bool {
    sign > '\u{A0}' && UNSEEN.iter().any(|(from, to)| (*from..=*to).contains(&sign))
}

/// Whether the sign belongs to a word wherever it stands.
pub(super) fn is_of_word(sign: char) -> bool {
    is_letter_or_digit(sign) || is_unseen(sign)
}

/// The text cut into words and what stands between them, by turns and without a loss. «2/203» is one word.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let end = end_of_piece(rest, is_of_word(first));
        let (piece, after) = rest.split_at(end);
        rest = after;
        Some(piece)
    })
}

fn end_of_piece(text: &str, is_word: bool) -> usize {
    let mut before = '\0';
    for (at, sign) in text.char_indices() {
        let joins = sign == '/' && before.is_ascii_digit() && text[at + 1..].starts_with(|c: char| c.is_ascii_digit());
        if (is_of_word(sign) || (is_word && joins)) != is_word {
            return at;
        }
        before = sign;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_are_written_for_each_other_are_one() {
        let folding = Folding::new();
        for (typed, meant) in [
            ("жумыспен", "ЖҰМЫСПЕН"),
            ("тиркеу", "тіркеу"),
            ("тiркеу", "тіркеу"),
            ("кайта", "қайта"),
            ("онирлик", "өңірлік"),
            ("бaлa", "бала"),
            ("BЫДАЧА", "выдача"),
            ("ЖCН", "жсн"),
            ("еgov", "egov"),
            ("haлық", "халық"),
            ("ребенка", "ребёнка"),
            ("обьект", "объект"),
            ("и\u{306}од", "йод"),
            ("тір\u{AD}кеу", "тіркеу"),
            ("04/03", "4/3"),
            ("0", "00"),
        ] {
            assert_eq!(folding.word(typed), folding.word(meant), "{typed}");
        }
        assert_ne!(folding.word("тыс"), folding.word("тіс"));
        assert_ne!(folding.word("100"), folding.word("1"));
    }

    #[test]
    fn what_is_folded_stays_as_it_is() {
        let folding = Folding::new();
        for (to, all) in FOLDS {
            assert_eq!(folding.word(&to.to_string()), to.to_string());
            for from in all.chars() {
                assert_eq!(folding.word(&from.to_string()), to.to_string(), "{from}");
            }
        }
    }

    #[test]
    fn a_text_is_cut_without_a_loss() {
        for text in ["", "«ЭҮШ» арқылы, № 2/203 – іс-қимыл.", " 1/ 2/а /3", "и\u{306}од"] {
            assert_eq!(pieces(text).collect::<String>(), text);
        }
        let words = |text: &'static str| pieces(text).filter(|piece| piece.starts_with(is_of_word)).collect::<Vec<_>>();
        assert_eq!(words("№ 2/203 (іс-қимыл) 1/ 2/а"), ["2/203", "іс", "қимыл", "1", "2", "а"]);
        assert_eq!(words("01/03/05 и\u{306}од"), ["01/03/05", "и\u{306}од"]);
    }
}
