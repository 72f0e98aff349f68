//! How Russian acts word durations: «в течение 15 (пятнадцати) минут», «не более 2 (двух) рабочих дней».

use super::apart::Ties;
use super::find::{Numerals, Phrase, Sentence};
use super::{Calendar, Qualifier, Unit};
use crate::wording::numeral::{is_number_ru, read_ru};

pub(super) const NUMERALS: Numerals = Numerals { is_number: is_number_ru, read: read_ru };

/// «в», «срок исполнения», «и», «продлевается» lead to a term.
pub(super) const TIES: Ties = Ties {
    words: &[
        "в",
        "во",
        "на",
        "за",
        "с",
        "со",
        "до",
        "от",
        "по",
        "не",
        "и",
        "или",
        "либо",
        "а",
        "но",
        "чем",
        "через",
        "более",
        "менее",
        "свыше",
        "около",
        "примерно",
        "максимум",
        "минимум",
        "всего",
        "течение",
        "течении",
        "пределах",
        "позднее",
        "позже",
        "исполнения",
        "выполнения",
    ],
    stems: &[
        "срок",
        "врем",
        "период",
        "продолжительност",
        "длительност",
        "длит",
        "продл",
        "превыша",
        "составля",
        "занима",
    ],
    is_moment: |before, word| match word {
        "после" | "истечении" | "истечению" | "начиная" | "считая" => true,
        "момента" | "дня" | "даты" | "времени" | "часа" => matches!(before, "с" | "со"),
        _ => false,
    },
};

/// How far a clause reaches back to the noun that makes it subordinate, in words.
const CLAUSE_WORDS: usize = 4;

/// Words that may stand before the number, and what they make of it. The longer come first.
const LEADS: [(&[&str], Qualifier); 12] = [
    (&["в", "течение", "не", "более"], Qualifier::AtMost),
    (&["в", "срок", "не", "более"], Qualifier::AtMost),
    (&["в", "срок", "не", "позднее"], Qualifier::AtMost),
    (&["в", "срок", "до"], Qualifier::AtMost),
    (&["не", "более", "чем"], Qualifier::AtMost),
    (&["не", "более"], Qualifier::AtMost),
    (&["не", "позднее"], Qualifier::AtMost),
    (&["не", "превышает"], Qualifier::AtMost),
    (&["не", "превышая"], Qualifier::AtMost),
    (&["в", "течение"], Qualifier::Within),
    (&["в", "течении"], Qualifier::Within),
    (&["до"], Qualifier::AtMost),
];

const SAME_DAY: [&[&str]; 5] = [
    &["в", "тот", "же", "день"],
    &["в", "течение", "того", "же", "дня"],
    &["в", "день", "обращения"],
    &["в", "день", "подачи"],
    &["в", "день", "поступления"],
];

/// The duration that begins at a token.
pub(super) fn phrase(sentence: &Sentence, at: usize) -> Option<Phrase> {
    if let Some(words) = SAME_DAY.into_iter().find(|words| sentence.says(at, words)) {
        return Some(Phrase::same_day(at..at + words.len()));
    }
    let lead = LEADS.into_iter().find(|(words, _)| sentence.says(at, words));
    let (words, qualifier) = lead.unwrap_or((&[], Qualifier::Exact));
    let number = sentence.number(at + words.len(), NUMERALS)?;
    let mut noun = number.end;
    let calendar = calendar(sentence.word(noun));
    noun += usize::from(calendar.is_some());
    let unit = unit(sentence.word(noun))?;
    let mut phrase = Phrase::new(at..noun + 1, number, unit, calendar, qualifier)?;
    // «дети до 18 лет» tells of age.
    let age = unit == Unit::Year && matches!(words, [] | ["до"]);
    phrase.aside = age || is_aside(sentence, at);
    Some(phrase)
}

fn calendar(word: &str) -> Option<Calendar> {
    let ending = |stem: &str, endings: &[&str]| word.strip_prefix(stem).is_some_and(|ending| endings.contains(&ending));
    if ending("календарн", &["ый", "ых", "ого", "ая", "ой", "ые", "ую"]) {
        Some(Calendar::Calendar)
    } else {
        ending("рабоч", &["ий", "их", "его", "ая", "ей", "ие", "ую"]).then_some(Calendar::Working)
    }
}

fn unit(word: &str) -> Option<Unit> {
    Some(match word {
        "минута" | "минуты" | "минут" | "минуту" => Unit::Minute,
        "час" | "часа" | "часов" => Unit::Hour,
        "день" | "дня" | "дней" => Unit::Day,
        "месяц" | "месяца" | "месяцев" => Unit::Month,
        "год" | "года" | "лет" => Unit::Year,
        _ => return None,
    })
}

/// «по истечении 3 дней», «через 3 дня», «за 3 дня до …», «с уведомлением заявителя в течение 3 дней».
fn is_aside(sentence: &Sentence, at: usize) -> bool {
    let delay = matches!(
        sentence.words_before(at).next(),
        Some("истечении" | "истечению" | "истечения" | "через" | "спустя" | "после" | "за")
    );
    let mut near = sentence.words_before(at).take(CLAUSE_WORDS);
    delay || near.any(|word| word.starts_with("уведом") || word.starts_with("извещ"))
}
