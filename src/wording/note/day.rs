//! The day of an act, as notes print it before the act's number or behind it.
//!
//! In: the words up to the number, or those behind it. Out: the day that they end or begin with.
//! Holds: the words are only read; a day that the calendar does not have is no day. Publishers write days in figures in
//! several orders, and older notes in words: «20.06.2016», «30.03.12 г.», «2015 ж. 08.06», «2012.06.25», «2015.29.12.»,
//! «2019 жылғы 23 қыркүйектегі», «18 октября 2024 года».

use crate::wording::collate::fold;
use crate::wording::date::{Date, read_month};

/// What may stand behind a year.
const YEAR: [&str; 8] = ["ж", "жыл", "жылы", "жылғы", "жылгы", "г", "год", "года"];
/// Years of two figures from this on are of the last century: «15.04.98».
const LAST_CENTURY_MIN: u16 = 91;
/// As many words as make up a day.
const WORDS: usize = 5;

/// The day that a text ends with.
pub(super) fn last_day(text: &str) -> Option<Date> {
    let mut words: Vec<&str> =
        text.split_whitespace().rev().take(WORDS).map(|word| word.trim_end_matches(',')).collect();
    words.retain(|word| !word.is_empty());
    if words.first().is_some_and(|word| is_year_mark(word)) {
        words.remove(0);
    }
    let (last, before) = words.split_first()?;
    in_figures(last)
        .or_else(|| after_year(last, before))
        .or_else(|| in_kazakh(last, before))
        .or_else(|| in_russian(last, before))
}

/// The day that a text begins with, and how far it reaches: «от 30 декабря 2016 года», «, 30.12.2016 г.».
pub(super) fn first_day(text: &str) -> Option<(Date, usize)> {
    let text = text.trim_end();
    let led = text.trim_start_matches(|sign: char| sign.is_whitespace() || sign == ',');
    let led = led.strip_prefix("от").filter(|rest| rest.starts_with(char::is_whitespace)).unwrap_or(led).trim_start();
    let ends = led.char_indices().filter(|(_, sign)| sign.is_whitespace()).map(|(end, _)| end);
    let mut found = None;
    for end in ends.chain([led.len()]).take(WORDS) {
        let words = &led[..end];
        // Without its first word a day is none: else it stands behind other words.
        let is_whole = words.split_once(char::is_whitespace).is_none_or(|(_, rest)| last_day(rest).is_none());
        match last_day(words.trim_end_matches([',', ';', ')'])).filter(|_| is_whole) {
            // The word for the year may follow.
            Some(day) => found = Some((day, text.len() - led.len() + end)),
            None if found.is_some() => break,
            None => {}
        }
    }
    found
}

fn is_year_mark(word: &str) -> bool {
    YEAR.contains(&fold(word.trim_end_matches('.')).as_str())
}

/// «20.06.2016», «30.03.12», «2012.06.25», «2015.29.12.».
fn in_figures(word: &str) -> Option<Date> {
    let figures = word.trim_end_matches('.');
    let parts: Vec<&str> = figures.split('.').collect();
    let [first, second, third] = parts[..] else { return None };
    let number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse::<u16>().ok())?;
    let (one, two, three) = (number(first)?, number(second)?, number(third)?);
    match (first.len(), second.len(), third.len()) {
        (2, 2, 4) => day(three, two, one),
        (2, 2, 2) => day(if three < LAST_CENTURY_MIN { 2000 + three } else { 1900 + three }, two, one),
        // Of the publishers who put the year first, one ends the day with a full stop, and puts the month last.
        (4, 2, 2) if figures.len() < word.len() => day(one, three, two).or_else(|| day(one, two, three)),
        (4, 2, 2) => day(one, two, three).or_else(|| day(one, three, two)),
        _ => None,
    }
}

/// «2015 ж. 08.06».
fn after_year(last: &str, before: &[&str]) -> Option<Date> {
    let (date, month) = last.trim_end_matches('.').split_once('.')?;
    let is_figures = date.len() == 2 && month.len() == 2;
    is_figures.then(|| day(year(before)?, month.parse().ok()?, date.parse().ok()?))?
}

/// «2019 жылғы 23 қыркүйектегі».
fn in_kazakh(last: &str, before: &[&str]) -> Option<Date> {
    let (date, before) = before.split_first()?;
    day(year(before)?, read_month(last)?.into(), date.parse().ok()?)
}

/// «18 октября 2024», the word for the year left out.
fn in_russian(last: &str, before: &[&str]) -> Option<Date> {
    let [month, date, ..] = before else { return None };
    day(year(&[last])?, read_month(month)?.into(), date.parse().ok()?)
}

/// The year that these words, the nearest first, begin with, with its word or without.
fn year(words: &[&str]) -> Option<u16> {
    let word = match words {
        [mark, year, ..] if is_year_mark(mark) => year,
        [year, ..] => year,
        [] => return None,
    };
    (word.len() == 4).then(|| word.parse().ok())?
}

fn day(year: u16, month: u16, day: u16) -> Option<Date> {
    Date::new(year, month.try_into().ok()?, day.try_into().ok()?)
}

#[cfg(test)]
mod tests {
    use super::{first_day, last_day};

    #[test]
    fn publishers_print_days_in_many_ways() {
        for (text, iso) in [
            ("әкімдігінің 24.07.2015", "2015-07-24"),
            ("Алматы қаласы әкімдігінің 2015 ж. 08.06", "2015-06-08"),
            ("ҚР Үкіметінің 17.06.2015 жылғы", "2015-06-17"),
            ("ҚР Қаржы министрінің 2010.05.24", "2010-05-24"),
            ("ҚР Үкіметінің 2011.28.05.", "2011-05-28"),
            ("ҚР Үкіметінің 2013.09.07.", "2013-07-09"),
            ("әкімдігінің 2019 жылғы 23 қыркүйектегі", "2019-09-23"),
            ("әкімдігінің 2015 жылғы 08 маусымдағы", "2015-06-08"),
            ("министрінің 2016 жылғы 1 сәуiрдегi", "2016-04-01"),
            ("приказом Министра от 20.12.2010 г.", "2010-12-20"),
            ("постановлением Правительства РК от 30.03.12 г.", "2012-03-30"),
            ("Указом Президента РК от 15.04.98 г.", "1998-04-15"),
            ("акимата от 18 октября 2024 года", "2024-10-18"),
            ("от 03 июля 2015 г.", "2015-07-03"),
            ("от 26 января 2017 года,", "2017-01-26"),
        ] {
            assert_eq!(last_day(text).map(|day| day.to_string()).as_deref(), Some(iso), "{text}");
        }
    }

    #[test]
    fn a_day_may_stand_first() {
        for (text, iso, rest) in [
            (" от 30 декабря 2016 года (вводится", "2016-12-30", " (вводится"),
            (" от 26 марта 2020, пункт", "2020-03-26", " пункт"),
            (", 30.12.2016 г. және", "2016-12-30", " және"),
            (" 2016 жылғы 30 желтоқсандағы қаулы", "2016-12-30", " қаулы"),
        ] {
            let found = first_day(text).map(|(day, end)| (day.to_string(), &text[end..]));
            assert_eq!(found, Some((iso.to_owned(), rest)), "{text}");
        }
        for text in ["", " от", " отделом 20.06.2016", " пункт 20.06.2016", " (20.06.2016)", " от 10.05"]
        {
            assert_eq!(first_day(text), None, "{text}");
        }
    }

    #[test]
    fn what_ends_otherwise_has_no_day() {
        for text in [
            "",
            "г.",
            "32.06.2016",
            "1.2.2016",
            "2016",
            "10.05",
            "20.06.2016 ж. қаулының",
            "2016.31.31.",
            "31 июня 2016 года",
            "тармақ 5 маусымдағы",
            "2016 жылғы",
            "++.06.2016",
        ] {
            assert_eq!(last_day(text), None, "{text}");
        }
    }
}
