//! Whole numbers below a thousand, in Kazakh and Russian words, and back.
//!
//! Holds: what is spelt reads back as the same number. Absent on purpose: larger numbers, which no duration of an act
//! needs, and ordinals.

use super::collate::fold;

/// The case of a Russian numeral: «пять минут», but «в течение пяти минут».
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RuCase {
    Nominative,
    Genitive,
}

/// The gender of the noun that a Russian numeral counts: «один день», «одна минута».
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Gender {
    Masculine,
    Feminine,
}

/// The first number that has no words here.
const END: u32 = 1000;

const KK_UNITS: [&str; 10] = ["нөл", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз"];
const KK_TENS: [&str; 10] = ["", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан"];
const KK_HUNDRED: &str = "жүз";

/// The number in Kazakh words, up to 999: «жиырма бес», «жүз он».
pub fn spell_kk(n: u32) -> Option<String> {
    let (hundreds, tens, units) = digits(n)?;
    let mut words = Vec::new();
    if hundreds > 1 {
        words.push(KK_UNITS[hundreds]);
    }
    if hundreds > 0 {
        words.push(KK_HUNDRED);
    }
    if tens > 0 {
        words.push(KK_TENS[tens]);
    }
    if units > 0 || n == 0 {
        words.push(KK_UNITS[units]);
    }
    Some(words.join(" "))
}

/// Reads Kazakh words of a number. Hyphens and spare spaces are forgiven, and so is «бір жүз»; «оң» is not «он».
pub fn read_kk(words: &str) -> Option<u32> {
    let folded = fold(words);
    let mut words = split(&folded).peekable();
    let unit = |word: &str| place(&KK_UNITS[1..], word).map(|at| at + 1);
    let mut number = 0;
    let mut any = false;
    if words.peek() == Some(&KK_UNITS[0]) {
        words.next();
        return words.next().is_none().then_some(0);
    }
    if let Some(first) = words.peek().and_then(|word| unit(word)) {
        words.next();
        if words.next_if_eq(&KK_HUNDRED).is_none() {
            return words.next().is_none().then_some(first);
        }
        (number, any) = (first * 100, true);
    } else if words.next_if_eq(&KK_HUNDRED).is_some() {
        (number, any) = (100, true);
    }
    if let Some(tens) = words.peek().and_then(|word| place(&KK_TENS[1..], word)) {
        words.next();
        (number, any) = (number + (tens + 1) * 10, true);
    }
    if let Some(units) = words.peek().and_then(|word| unit(word)) {
        words.next();
        (number, any) = (number + units, true);
    }
    (any && words.next().is_none()).then_some(number)
}

/// Whether a folded word is a number by itself, as [`read_kk`] would read it.
pub(super) fn is_number_kk(word: &str) -> bool {
    KK_UNITS.contains(&word) || KK_TENS[1..].contains(&word) || word == KK_HUNDRED
}

/// One word of a Russian numeral in its two cases.
type RuWord = [&'static str; 2];

const RU_ZERO: RuWord = ["ноль", "ноля"];
const RU_ONE_ACCUSATIVE: &str = "одну";
const RU_FEMININE: [RuWord; 2] = [["одна", "одной"], ["две", "двух"]];
/// What counts nouns without a singular, «двое суток», and what each says.
const RU_COLLECTIVE: [(&str, u32); 5] = [("одни", 1), ("одних", 1), ("двое", 2), ("трое", 3), ("четверо", 4)];
/// One to nineteen.
const RU_UNITS: [RuWord; 19] = [
    ["один", "одного"],
    ["два", "двух"],
    ["три", "трех"],
    ["четыре", "четырех"],
    ["пять", "пяти"],
    ["шесть", "шести"],
    ["семь", "семи"],
    ["восемь", "восьми"],
    ["девять", "девяти"],
    ["десять", "десяти"],
    ["одиннадцать", "одиннадцати"],
    ["двенадцать", "двенадцати"],
    ["тринадцать", "тринадцати"],
    ["четырнадцать", "четырнадцати"],
    ["пятнадцать", "пятнадцати"],
    ["шестнадцать", "шестнадцати"],
    ["семнадцать", "семнадцати"],
    ["восемнадцать", "восемнадцати"],
    ["девятнадцать", "девятнадцати"],
];
/// Twenty to ninety.
const RU_TENS: [RuWord; 8] = [
    ["двадцать", "двадцати"],
    ["тридцать", "тридцати"],
    ["сорок", "сорока"],
    ["пятьдесят", "пятидесяти"],
    ["шестьдесят", "шестидесяти"],
    ["семьдесят", "семидесяти"],
    ["восемьдесят", "восьмидесяти"],
    ["девяносто", "девяноста"],
];
/// One hundred to nine hundred.
const RU_HUNDREDS: [RuWord; 9] = [
    ["сто", "ста"],
    ["двести", "двухсот"],
    ["триста", "трехсот"],
    ["четыреста", "четырехсот"],
    ["пятьсот", "пятисот"],
    ["шестьсот", "шестисот"],
    ["семьсот", "семисот"],
    ["восемьсот", "восьмисот"],
    ["девятьсот", "девятисот"],
];

/// The number in Russian words, up to 999: every part of it is declined.
pub fn spell_ru(n: u32, case: RuCase, gender: Gender) -> Option<String> {
    let (hundreds, tens, units) = digits(n)?;
    let mut words: Vec<RuWord> = Vec::new();
    if hundreds > 0 {
        words.push(RU_HUNDREDS[hundreds - 1]);
    }
    let rest = match tens {
        0 | 1 => tens * 10 + units,
        _ => {
            words.push(RU_TENS[tens - 2]);
            units
        }
    };
    match (rest, gender) {
        (0, _) if n > 0 => {}
        (0, _) => words.push(RU_ZERO),
        (1 | 2, Gender::Feminine) => words.push(RU_FEMININE[rest - 1]),
        _ => words.push(RU_UNITS[rest - 1]),
    }
    let in_case = |word: &RuWord| match case {
        RuCase::Nominative => word[0],
        RuCase::Genitive => word[1],
    };
    Some(words.iter().map(in_case).collect::<Vec<_>>().join(" "))
}

/// Reads Russian words of a number, in either case and gender; «ё» may be written or not.
pub fn read_ru(words: &str) -> Option<u32> {
    let folded = fold(words).replace('ё', "е");
    let mut words = split(&folded).peekable();
    if let Some((_, value)) = RU_COLLECTIVE.iter().find(|(word, _)| words.peek() == Some(word)) {
        words.next();
        return words.next().is_none().then_some(*value);
    }
    words.peek()?;
    let in_table = |table: &[RuWord], word: &str| table.iter().position(|forms| forms.contains(&word));
    let mut number = 0;
    let mut any = false;
    if let Some(at) = words.peek().and_then(|word| in_table(&RU_HUNDREDS, word)) {
        words.next();
        (number, any) = ((at as u32 + 1) * 100, true);
    }
    let mut below = 20;
    if let Some(at) = words.peek().and_then(|word| in_table(&RU_TENS, word)) {
        words.next();
        (number, any, below) = (number + (at as u32 + 2) * 10, true, 10);
    }
    if let Some(word) = words.next() {
        let unit = match word {
            RU_ONE_ACCUSATIVE => 1,
            _ if !any && RU_ZERO.contains(&word) => 0,
            _ => in_table(&RU_UNITS, word).or_else(|| in_table(&RU_FEMININE, word))? as u32 + 1,
        };
        number = (unit < below).then_some(number + unit)?;
    }
    words.next().is_none().then_some(number)
}

/// Whether a folded word is a number by itself, as [`read_ru`] would read it.
pub(super) fn is_number_ru(word: &str) -> bool {
    // Every such word begins with one of these letters; most words of a sentence do not.
    let begins = word.starts_with(['д', 'о', 'т', 'п', 'с', 'ч', 'ш', 'в', 'н']);
    let among = |table: &[RuWord]| table.iter().any(|forms| forms.contains(&word));
    begins
        && (among(&RU_UNITS)
            || among(&RU_TENS)
            || among(&RU_HUNDREDS)
            || among(&RU_FEMININE)
            || RU_ZERO.contains(&word)
            || RU_COLLECTIVE.iter().any(|(known, _)| *known == word)
            || word == RU_ONE_ACCUSATIVE)
}

/// Hundreds, tens and units.
fn digits(n: u32) -> Option<(usize, usize, usize)> {
    let n = usize::try_from(n).ok().filter(|_| n < END)?;
    Some((n / 100, n / 10 % 10, n % 10))
}

/// The words of a folded text.
fn split(folded: &str) -> impl Iterator<Item = &str> {
    folded.split([' ', '-']).filter(|word| !word.is_empty())
}

fn place(table: &[&str], word: &str) -> Option<u32> {
    table.iter().position(|known| *known == word).map(|at| at as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_spelt_reads_back() {
        for n in 0..END {
            assert_eq!(read_kk(&spell_kk(n).unwrap_or_default()), Some(n));
            for case in [RuCase::Nominative, RuCase::Genitive] {
                for gender in [Gender::Masculine, Gender::Feminine] {
                    let spelt = spell_ru(n, case, gender).unwrap_or_default();
                    assert_eq!(read_ru(&spelt), Some(n), "{spelt}");
                }
            }
        }
        assert_eq!((spell_kk(END), spell_ru(END, RuCase::Genitive, Gender::Feminine)), (None, None));
    }

    #[test]
    fn a_word_is_a_number_when_it_reads_as_one() {
        let kk = (0..END).filter_map(spell_kk);
        let ru = (0..END).filter_map(|n| spell_ru(n, RuCase::Nominative, Gender::Feminine));
        let genitive = (0..END).filter_map(|n| spell_ru(n, RuCase::Genitive, Gender::Masculine));
        let other = ["одну", "оң", "онда", "сторона", "день", "а", "двадцать", "трехсотый"].map(str::to_owned);
        for words in kk.chain(ru).chain(genitive).chain(other) {
            for word in words.split(' ') {
                assert_eq!(is_number_kk(word), read_kk(word).is_some(), "{word}");
                assert_eq!(is_number_ru(word), read_ru(word).is_some(), "{word}");
            }
        }
    }

    #[test]
    fn numbers_have_the_words_of_acts() {
        for (n, words) in [
            (0, "нөл"),
            (11, "он бір"),
            (15, "он бес"),
            (25, "жиырма бес"),
            (100, "жүз"),
            (115, "жүз он бес"),
            (999, "тоғыз жүз тоқсан тоғыз"),
        ] {
            assert_eq!(spell_kk(n).as_deref(), Some(words));
        }
        use {Gender::*, RuCase::*};
        for (n, case, gender, words) in [
            (1, Nominative, Feminine, "одна"),
            (2, Genitive, Feminine, "двух"),
            (15, Genitive, Feminine, "пятнадцати"),
            (21, Genitive, Masculine, "двадцати одного"),
            (40, Genitive, Masculine, "сорока"),
            (112, Nominative, Masculine, "сто двенадцать"),
            (342, Genitive, Feminine, "трехсот сорока двух"),
            (999, Nominative, Masculine, "девятьсот девяносто девять"),
        ] {
            assert_eq!(spell_ru(n, case, gender).as_deref(), Some(words));
        }
    }

    #[test]
    fn readers_forgive_typing_but_not_other_words() {
        for (words, n) in [("бiр", 1), ("Жиырма  бес", 25), ("жиырма-бес", 25), ("бір жүз", 100), ("он\u{a0}бес", 15)]
        {
            assert_eq!(read_kk(words), Some(n), "{words}");
        }
        for words in ["оң бес", "", "бес он", "он он", "бес бес", "нөл бес", "жүз жүз", "күн"]
        {
            assert_eq!(read_kk(words), None, "{words}");
        }
        for (words, n) in [("трёх", 3), ("Двадцать  Пять", 25), ("одну", 1), ("двадцати одного", 21)]
        {
            assert_eq!(read_ru(words), Some(n), "{words}");
        }
        for words in ["", "двадцать двенадцать", "пять двадцать", "двадцать ноль", "дня", "сто сто"]
        {
            assert_eq!(read_ru(words), None, "{words}");
        }
    }
}
