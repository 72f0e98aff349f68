//! Russian terms in one adjective: «в 3-дневный срок», «в десятидневный срок», «в месячный срок».
//!
//! Holds: only before «срок» is such a word a term; a «трехдневный семинар» is none. The number stands before the unit in
//! digits or in the genitive, and is one where there is none.

use super::find::{Phrase, Sentence};
use super::tokens::Kind;
use super::{Duration, Qualifier, Unit};
use crate::wording::numeral::read_ru;

/// Stems of units, and the endings that agree with «срок», «срока», «сроке».
const UNITS: [(&str, Unit); 5] = [
    ("дневн", Unit::Day),
    ("суточн", Unit::FullDay),
    ("недельн", Unit::Week),
    ("месячн", Unit::Month),
    ("часов", Unit::Hour),
];
const ENDINGS: [&str; 4] = ["ый", "ой", "ого", "ом"];

/// What may stand before it, and belongs to the term.
const LEADS: [&[&str]; 3] = [&["в", "течение"], &["в", "течении"], &["в"]];

/// The term that begins at a token.
pub(super) fn phrase(sentence: &Sentence, at: usize) -> Option<Phrase> {
    let lead = LEADS.into_iter().find(|words| sentence.says(at, words)).map_or(0, <[_]>::len);
    let (value, unit, end) = in_digits(sentence, at + lead).or_else(|| in_one_word(sentence, at + lead))?;
    let is_term = matches!(sentence.word(end), "срок" | "срока" | "сроке") && value > 0;
    let qualifier = if lead > 0 { Qualifier::Within } else { Qualifier::Exact };
    let duration = Duration { qualifier, ..Duration::new(value, unit) };
    is_term.then(|| Phrase::of(at..end + 1, duration))
}

/// «3-дневный», «3-х дневный»: the number, the unit and the token behind them.
fn in_digits(sentence: &Sentence, at: usize) -> Option<(u32, Unit, usize)> {
    let value = sentence.digits(at)?;
    let is_dash = sentence.kind(at + 1) == Some(Kind::Dash);
    let declined = is_dash && super::grammar_ru::NUMERALS.endings.contains(&sentence.word(at + 2));
    let adjective = at + 1 + if declined { 2 } else { usize::from(is_dash) };
    let ("", unit) = unit(sentence.word(adjective))? else { return None };
    Some((value, unit, adjective + 1))
}

/// «трехдневный», «однодневный», «месячный».
fn in_one_word(sentence: &Sentence, at: usize) -> Option<(u32, Unit, usize)> {
    let (number, unit) = unit(sentence.word(at))?;
    let value = match (number, unit) {
        ("одно", _) => 1,
        // «дневной срок» is no term of one day.
        ("", Unit::Day | Unit::Hour) => return None,
        ("", _) => 1,
        _ => read_ru(number)?,
    };
    Some((value, unit, at + 1))
}

/// What stands in a word before its unit.
fn unit(word: &str) -> Option<(&str, Unit)> {
    let stem = ENDINGS.iter().find_map(|ending| word.strip_suffix(ending))?;
    UNITS.iter().find_map(|(unit, of)| Some((stem.strip_suffix(unit)?, *of)))
}

#[cfg(test)]
mod tests {
    use crate::base::Lang;
    use crate::wording::duration::{code, find_own};

    #[test]
    fn a_term_may_be_one_adjective() {
        for (text, coded) in [
            ("в 3-дневный срок направляет ответ", Some("within 3 days")),
            ("в 3-х дневный срок направляет ответ", Some("within 3 days")),
            ("в трехдневный срок со дня поступления", Some("within 3 days")),
            ("в десятидневный срок рассматривает", Some("within 10 days")),
            ("в течение пятнадцатидневного срока", Some("within 15 days")),
            ("в однодневный срок", Some("within 1 day")),
            ("в двухнедельный срок", Some("within 2 weeks")),
            ("в месячный срок принимает решение", Some("within 1 month")),
            ("двухчасовой срок", Some("2 hours")),
            ("проводит трехдневный семинар", None),
            ("в дневной срок", None),
            ("в 0-дневный срок", None),
            ("в установленный срок", None),
        ] {
            assert_eq!(find_own(text, Lang::Ru).map(|own| code(&own.duration)).as_deref(), coded, "{text}");
        }
    }
}
