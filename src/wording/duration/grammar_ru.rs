//! How Russian acts word durations: «в течение 15 (пятнадцати) минут», «не более 2 (двух) рабочих дней».

use super::adjective;
use super::apart::Ties;
use super::find::{Number, Numerals, Phrase, Sentence, ShortDays};
use super::tokens::Kind;
use super::{Calendar, Duration, Qualifier, Unit};
use crate::wording::numeral::{is_number_ru, read_ru};
use std::ops::Range;

pub(super) const NUMERALS: Numerals =
    Numerals { endings: &["ти", "и", "х", "го", "ми"], is_number: is_number_ru, read: read_ru };

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
    cases: &["для", "при", "если", "кроме", "а", "но"],
    is_moment: |before, word| match word {
        "после" | "истечении" | "истечению" | "начиная" | "считая" => true,
        "момента" | "дня" | "даты" | "времени" | "часа" => matches!(before, "с" | "со"),
        _ => false,
    },
};

/// How far a clause reaches back to the noun that makes it subordinate, in words.
const CLAUSE_WORDS: usize = 4;

/// Words that may stand before the number, and what they make of it. The longer come first.
const LEADS: [(&[&str], Qualifier); 42] = [
    (&["не", "позднее", "чем", "в", "течение"], Qualifier::AtMost),
    (&["в", "течение", "не", "более", "чем"], Qualifier::AtMost),
    (&["не", "более", "чем", "в", "течение"], Qualifier::AtMost),
    (&["не", "более", "чем", "за"], Qualifier::AtMost),
    (&["не", "более", "чем", "через"], Qualifier::AtMost),
    (&["не", "позднее", "чем", "через"], Qualifier::AtMost),
    (&["не", "позже", "чем", "через"], Qualifier::AtMost),
    (&["не", "позже", "чем", "в", "течение"], Qualifier::AtMost),
    (&["в", "течение", "не", "более"], Qualifier::AtMost),
    (&["в", "течение", "не", "свыше"], Qualifier::AtMost),
    (&["в", "срок", "не", "более"], Qualifier::AtMost),
    (&["в", "срок", "не", "свыше"], Qualifier::AtMost),
    (&["в", "срок", "не", "позднее"], Qualifier::AtMost),
    (&["в", "срок", "не", "превышающий"], Qualifier::AtMost),
    (&["не", "должен", "превышать"], Qualifier::AtMost),
    (&["не", "должна", "превышать"], Qualifier::AtMost),
    (&["не", "должно", "превышать"], Qualifier::AtMost),
    (&["не", "может", "превышать"], Qualifier::AtMost),
    (&["в", "течение", "до"], Qualifier::AtMost),
    (&["в", "срок", "до"], Qualifier::AtMost),
    (&["не", "более", "чем"], Qualifier::AtMost),
    (&["не", "позднее", "чем"], Qualifier::AtMost),
    (&["не", "позже", "чем"], Qualifier::AtMost),
    (&["не", "более"], Qualifier::AtMost),
    (&["не", "свыше"], Qualifier::AtMost),
    (&["не", "дольше"], Qualifier::AtMost),
    (&["не", "позднее"], Qualifier::AtMost),
    (&["не", "позже"], Qualifier::AtMost),
    (&["не", "превышает"], Qualifier::AtMost),
    (&["не", "превышают"], Qualifier::AtMost),
    (&["не", "превышая"], Qualifier::AtMost),
    (&["не", "превышающий"], Qualifier::AtMost),
    (&["не", "превышающего"], Qualifier::AtMost),
    (&["не", "превышающее"], Qualifier::AtMost),
    (&["не", "превышающих"], Qualifier::AtMost),
    (&["не", "превышающие"], Qualifier::AtMost),
    (&["в", "течение"], Qualifier::Within),
    (&["в", "течении"], Qualifier::Within),
    (&["в", "пределах"], Qualifier::Within),
    (&["до"], Qualifier::AtMost),
    (&["максимально"], Qualifier::AtMost),
    (&["максимум"], Qualifier::AtMost),
];

const SAME_DAY: [&[&str]; 9] = [
    &["в", "тот", "же", "рабочий", "день"],
    &["в", "течение", "того", "же", "рабочего", "дня"],
    &["в", "тот", "же", "день"],
    &["в", "этот", "же", "день"],
    &["в", "течение", "того", "же", "дня"],
    &["в", "день", "обращения"],
    &["в", "день", "подачи"],
    &["в", "день", "поступления"],
    &["в", "день", "приема"],
];

/// Bare hours from this on, up to midnight, are a time of day: «не позднее 18 часов».
const TIME_OF_DAY_MIN: u32 = 7;
const TIME_OF_DAY_MAX: u32 = 24;

/// The duration that begins at a token.
pub(super) fn phrase(sentence: &Sentence, at: usize) -> Option<Phrase> {
    if let Some(words) = SAME_DAY.into_iter().find(|words| sentence.says(at, words)) {
        return Some(Phrase::of(at..at + words.len(), Duration::SAME_DAY));
    }
    if let Some((end, duration)) = next_day(sentence, at) {
        let aside = is_put_off(sentence, at..end);
        return Some(Phrase { aside, ..Phrase::of(at..end, duration) });
    }
    if let Some(phrase) = adjective::phrase(sentence, at) {
        return Some(phrase);
    }
    let lead = LEADS.into_iter().find_map(|(words, qualifier)| Some((led(sentence, at, words)?, words, qualifier)));
    let (length, words, qualifier) = lead.unwrap_or((0, &[], Qualifier::Exact));
    let first = counted(sentence, at, length, qualifier)?;
    let is_time = is_time_of_day(sentence, &first, words);
    let minutes = counted(sentence, first.tokens.end, 0, qualifier);
    let mut phrase = minutes.and_then(|minutes| first.joined(&minutes, qualifier)).unwrap_or(first);
    // «дети до 18 лет» tells of age.
    let age = phrase.duration.unit == Unit::Year && matches!(words, [] | ["до"]);
    phrase.aside = age || is_time || is_aside(sentence, &phrase.tokens);
    Some(phrase)
}

/// How many tokens a lead takes, where it stands there; before «чем» there may be a comma: «не позднее, чем через».
fn led(sentence: &Sentence, at: usize, words: &[&str]) -> Option<usize> {
    let mut end = at;
    for word in words {
        end += usize::from(*word == "чем" && end > at && sentence.is_sign(end, ","));
        if sentence.word(end) != *word {
            return None;
        }
        end += 1;
    }
    Some(end - at)
}

/// A number with its unit, so many tokens behind a token.
fn counted(sentence: &Sentence, at: usize, lead: usize, qualifier: Qualifier) -> Option<Phrase> {
    if HALF_HOUR.contains(&sentence.word(at + lead)) {
        let duration = Duration { qualifier, ..Duration::HALF_HOUR };
        return Some(Phrase::of(at..at + lead + 1, duration));
    }
    if let Some(phrase) = counted_in_brackets(sentence, at, lead, qualifier) {
        return Some(phrase);
    }
    let number = half(sentence, at + lead).or_else(|| range(sentence, at + lead));
    let number = number.or_else(|| match lead {
        0 => sentence.number(at, NUMERALS),
        _ => sentence.number_of_term(at + lead, NUMERALS),
    })?;
    let mut noun = number.end;
    if let Some((end, calendar)) = sentence.short_days(noun, &SHORT_DAYS) {
        return Phrase::new(at..end, number, Unit::Day, Some(calendar), qualifier);
    }
    let calendar = calendar(sentence.word(noun));
    noun += usize::from(calendar.is_some());
    let unit = unit(sentence.word(noun))?;
    Phrase::new(at..noun + 1, number, unit, calendar, qualifier)
}

/// «15 (пятнадцати минут)».
fn counted_in_brackets(sentence: &Sentence, at: usize, lead: usize, qualifier: Qualifier) -> Option<Phrase> {
    let number = sentence.number_around_unit(at + lead, NUMERALS)?;
    let calendar = calendar(sentence.word(number.end));
    let noun = number.end + usize::from(calendar.is_some());
    let unit = unit(sentence.word(noun)).filter(|_| sentence.kind(noun + 1) == Some(Kind::Close))?;
    Phrase::new(at..noun + 2, number, unit, calendar, qualifier)
}

/// «3 р.д.».
const SHORT_DAYS: [ShortDays; 2] = [("р", "д", Calendar::Working), ("к", "д", Calendar::Calendar)];

/// A number and its unit in one word.
const HALF_HOUR: [&str; 2] = ["полчаса", "получаса"];

/// «полтора часа».
fn half(sentence: &Sentence, at: usize) -> Option<Number> {
    match sentence.word(at) {
        "полтора" | "полутора" => Some(Number::and_half(at + 1, 1)),
        _ => None,
    }
}

/// «от 1 до 3 рабочих дней», «от 1 рабочего дня до 3 рабочих дней».
fn range(sentence: &Sentence, at: usize) -> Option<Number> {
    if sentence.word(at) != "от" {
        return None;
    }
    let least = sentence.number(at + 1, NUMERALS)?;
    let noun = least.end + usize::from(calendar(sentence.word(least.end)).is_some());
    let to = if unit(sentence.word(noun)).is_some() { noun + 1 } else { least.end };
    let most =
        sentence.number(to + 1, NUMERALS).filter(|most| sentence.word(to) == "до" && least.value < most.value)?;
    Some(most.from(least.value))
}

/// «не позднее следующего рабочего дня», «в течение следующего дня», «на следующий рабочий день».
fn next_day(sentence: &Sentence, at: usize) -> Option<(usize, Duration)> {
    let lead: [&[&str]; 6] = [
        &["на", "следующий"],
        &["не", "позднее", "чем", "на", "следующий"],
        &["не", "позднее", "следующего"],
        &["не", "позже", "следующего"],
        &["до", "конца", "следующего"],
        &["в", "течение", "следующего"],
    ];
    let noun = at + lead.into_iter().find_map(|words| led(sentence, at, words))?;
    let calendar = calendar(sentence.word(noun));
    let end = noun + usize::from(calendar.is_some()) + 1;
    let day = if sentence.word(noun - 1) == "следующий" { "день" } else { "дня" };
    (sentence.word(end - 1) == day).then(|| (end, Duration::next_day(calendar)))
}

/// «переносится на следующий рабочий день», «на следующий день после опубликования»: when something happens, which is
/// no term of the step.
fn is_put_off(sentence: &Sentence, tokens: Range<usize>) -> bool {
    let is_put = |word: &str| {
        ["перенос", "перенес", "переход", "приход", "отклад", "отлож"].iter().any(|stem| word.starts_with(stem))
    };
    let is_day = sentence.word(tokens.start) == "на";
    is_day
        && (sentence.word(tokens.end) == "после" || sentence.words_before(tokens.start).take(CLAUSE_WORDS).any(is_put))
}

/// «не позднее 18 часов», «в 18 часов», but not «не позднее 18 часов с момента обращения».
fn is_time_of_day(sentence: &Sentence, phrase: &Phrase, lead: &[&str]) -> bool {
    let Duration { value, unit, calendar, .. } = phrase.duration;
    let is_bare = phrase.number.as_ref().is_some_and(|number| number.words.is_none() && number.least.is_none());
    let counts = matches!(sentence.word(phrase.tokens.end), "с" | "со" | "после" | "от");
    let before = sentence.words_before(phrase.tokens.start).next();
    let is_led =
        matches!(lead, [.., "позднее" | "позже" | "до"]) || lead.is_empty() && matches!(before, Some("в" | "с"));
    is_led
        && is_bare
        && calendar.is_none()
        && unit == Unit::Hour
        && !counts
        && (TIME_OF_DAY_MIN..=TIME_OF_DAY_MAX).contains(&value)
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
        "секунда" | "секунды" | "секунд" | "секунду" => Unit::Second,
        "минута" | "минуты" | "минут" | "минуту" => Unit::Minute,
        "мин" => Unit::Minute,
        "час" | "часа" | "часов" => Unit::Hour,
        "сутки" | "суток" => Unit::FullDay,
        "неделя" | "недели" | "недель" | "неделю" => Unit::Week,
        "день" | "дня" | "дней" => Unit::Day,
        "месяц" | "месяца" | "месяцев" => Unit::Month,
        "год" | "года" | "лет" => Unit::Year,
        _ => return None,
    })
}

/// «по истечении 3 дней», «через 3 дня», «за 3 дня до …», «не ранее 5 дней», «с уведомлением заявителя в течение 3 дней».
fn is_aside(sentence: &Sentence, tokens: &Range<usize>) -> bool {
    let mut before = sentence.words_before(tokens.start);
    let (last, other) = (before.next(), before.next());
    let delay = matches!(
        last,
        Some(
            "истечении"
                | "истечению"
                | "истечения"
                | "прошествии"
                | "через"
                | "спустя"
                | "после"
        )
    ) || last == Some("за") && sentence.word(tokens.end) == "до";
    let (last, other) = match last {
        // «не менее чем за 10 дней».
        Some("за" | "чем") if other == Some("чем") || last == Some("чем") => {
            let mut words = sentence.words_before(tokens.start).skip_while(|word| matches!(*word, "за" | "чем"));
            (words.next(), words.next())
        }
        _ => (last, other),
    };
    let at_least = other == Some("не") && matches!(last, Some("ранее" | "раньше" | "менее" | "меньше"));
    let mut near = sentence.words_before(tokens.start).take(CLAUSE_WORDS);
    delay || at_least || near.any(|word| word.starts_with("уведом") || word.starts_with("извещ"))
}
