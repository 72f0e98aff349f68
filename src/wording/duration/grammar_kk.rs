//! How Kazakh acts word durations: «күнтізбелік 25 (жиырма бес) күн», «1 (бір) жұмыс күні ішінде».

use super::apart::Ties;
use super::find::{Numerals, Phrase, Sentence};
use super::{Calendar, Qualifier, Unit};
use crate::wording::numeral::{is_number_kk, read_kk};

pub(super) const NUMERALS: Numerals = Numerals { is_number: is_number_kk, read: read_kk };

/// «сәттен бастап», «түскеннен кейін», «мерзімі», «кемінде», «және» lead to a term.
pub(super) const TIES: Ties = Ties {
    words: &[
        "кейін",
        "соң",
        "бері",
        "бұрын",
        "дейін",
        "ішінде",
        "өткен",
        "кемінде",
        "дегенде",
        "көп",
        "көбі",
        "аз",
        "азы",
        "ұзақ",
        "артық",
        "кеш",
        "шамамен",
        "жуық",
        "жалпы",
        "барлығы",
        "және",
        "мен",
        "бен",
        "пен",
        "немесе",
        "не",
        "әрі",
        "сәттен",
        "сәтінен",
        "күннен",
        "күнінен",
        "кезден",
        "кезінен",
        "уақыттан",
        "уақытынан",
    ],
    stems: &["мерзім", "уақыт", "ұзақты"],
    is_moment: |_, word| word == "бастап",
};

/// How far a clause reaches to the verb that makes it subordinate, in words.
const CLAUSE_WORDS: usize = 4;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// «күн», and «күні» after «жұмыс».
    Plain,
    /// «күннен»: more than, or after.
    Ablative,
    /// «күнге»: up to.
    Dative,
}

/// The duration that begins at a token.
pub(super) fn phrase(sentence: &Sentence, at: usize) -> Option<Phrase> {
    if let Some(end) = same_day(sentence, at) {
        return Some(Phrase::same_day(at..end));
    }
    // «жұмыс» before a number is a noun of its own.
    let calendar = calendar(sentence.word(at)).filter(|calendar| *calendar == Calendar::Calendar);
    let number = sentence.number(at + usize::from(calendar.is_some()), NUMERALS)?;
    let mut noun = number.end;
    let calendar = calendar.or_else(|| {
        let found = self::calendar(sentence.word(noun));
        noun += usize::from(found.is_some());
        found
    });
    let (unit, form) = unit(sentence.word(noun))?;
    let (end, qualifier) = suffix(sentence, noun + 1, form);
    let mut phrase = Phrase::new(at..end, number, unit, calendar, qualifier)?;
    phrase.aside = is_aside(sentence, end, form, qualifier);
    Some(phrase)
}

fn same_day(sentence: &Sentence, at: usize) -> Option<usize> {
    if sentence.says(at, &["сол", "күн", "ішінде"]) || sentence.says(at, &["сол", "күні", "ішінде"])
    {
        Some(at + 3)
    } else {
        sentence.says(at, &["сол", "күні"]).then_some(at + 2)
    }
}

fn calendar(word: &str) -> Option<Calendar> {
    match word {
        "күнтізбелік" => Some(Calendar::Calendar),
        "жұмыс" => Some(Calendar::Working),
        _ => None,
    }
}

fn unit(word: &str) -> Option<(Unit, Form)> {
    Some(match word {
        "минут" | "минуты" => (Unit::Minute, Form::Plain),
        "минуттан" | "минутынан" => (Unit::Minute, Form::Ablative),
        "минутқа" | "минутына" => (Unit::Minute, Form::Dative),
        "сағат" | "сағаты" => (Unit::Hour, Form::Plain),
        "сағаттан" | "сағатынан" => (Unit::Hour, Form::Ablative),
        "сағатқа" | "сағатына" => (Unit::Hour, Form::Dative),
        "күн" | "күні" | "күннің" | "күнінің" => (Unit::Day, Form::Plain),
        "күннен" | "күнінен" => (Unit::Day, Form::Ablative),
        "күнге" | "күніне" => (Unit::Day, Form::Dative),
        "ай" | "айы" | "айдың" => (Unit::Month, Form::Plain),
        "айдан" | "айынан" => (Unit::Month, Form::Ablative),
        "айға" | "айына" => (Unit::Month, Form::Dative),
        "жыл" | "жылы" | "жылдың" => (Unit::Year, Form::Plain),
        "жылдан" | "жылынан" => (Unit::Year, Form::Ablative),
        "жылға" | "жылына" => (Unit::Year, Form::Dative),
        _ => return None,
    })
}

/// What follows the noun and says how the duration binds, and the token after it.
fn suffix(sentence: &Sentence, at: usize, form: Form) -> (usize, Qualifier) {
    let word = sentence.word(at);
    let exact = (at, Qualifier::Exact);
    match form {
        Form::Plain if word == "ішінде" => (at + 1, Qualifier::Within),
        Form::Plain => exact,
        // «30 күннен аспайтын мерзімде».
        Form::Ablative if word == "аспайтын" => {
            let noun = sentence.word(at + 1);
            let named = noun.starts_with("мерзім") || noun.starts_with("уақыт");
            (at + 1 + usize::from(named), Qualifier::AtMost)
        }
        Form::Ablative if word.starts_with("аспай") || word.starts_with("аспау") => {
            (at + 1, Qualifier::AtMost)
        }
        Form::Ablative if matches!(word, "кешіктірмей" | "кешіктірілмей") => {
            (at + 1, Qualifier::AtMost)
        }
        Form::Ablative if matches!(word, "артық" | "кеш") && sentence.word(at + 1) == "емес" => {
            (at + 2, Qualifier::AtMost)
        }
        Form::Ablative => exact,
        Form::Dative if word == "дейін" => (at + 1, Qualifier::AtMost),
        Form::Dative => exact,
    }
}

/// «үш жұмыс күні өткеннен кейін», «10 күннен кейін», «3 күн ішінде хабардар ете отырып».
fn is_aside(sentence: &Sentence, end: usize, form: Form, qualifier: Qualifier) -> bool {
    let delay = matches!(sentence.word(end), "өткеннен" | "өткен" | "өткенге" | "кейін" | "соң" | "бұрын" | "бастап");
    let mut near = sentence.words_after(end).take(CLAUSE_WORDS);
    let notice = near.any(|word| word.starts_with("хабар")) && near.any(|word| word == "отырып");
    delay || notice || (form != Form::Plain && qualifier == Qualifier::Exact)
}
