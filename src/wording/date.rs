//! Dates, as acts write them.

use super::collate::fold;
use crate::base::Lang;
use serde::{Serialize, Serializer};
use std::fmt;

/// A day of the Gregorian calendar, from the year 1 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// How a sentence needs a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DateForm {
    /// «2016 жылғы 8 қаңтар», «8 января 2016 года».
    Plain,
    /// Before the number of an act: «2016 жылғы 8 қаңтардағы», «от 8 января 2016 года».
    Attributive,
    /// When something was done: «2016 жылғы 8 қаңтарда», «8 января 2016 года».
    Locative,
    /// «08.01.2016».
    Numeric,
}

/// Each month, with its Kazakh ending «in», and in the Russian genitive.
const MONTHS: [(&str, &str, &str); 12] = [
    ("қаңтар", "да", "января"),
    ("ақпан", "да", "февраля"),
    ("наурыз", "да", "марта"),
    ("сәуір", "де", "апреля"),
    ("мамыр", "да", "мая"),
    ("маусым", "да", "июня"),
    ("шілде", "де", "июля"),
    ("тамыз", "да", "августа"),
    ("қыркүйек", "те", "сентября"),
    ("қазан", "да", "октября"),
    ("қараша", "да", "ноября"),
    ("желтоқсан", "да", "декабря"),
];

/// What may follow the name of a month: nothing, «in», «of».
const KK_ENDINGS: [&str; 9] = ["", "да", "де", "та", "те", "дағы", "дегі", "тағы", "тегі"];

impl Date {
    /// `None` where the calendar has no such day.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Date> {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        ((1..=9999).contains(&year) && (1..=days).contains(&day)).then_some(Date { year, month, day })
    }

    /// «08.01.2016», as forms and clerks write it.
    pub fn dotted(self) -> String {
        format!("{:02}.{:02}.{}", self.day, self.month, self.year)
    }

    /// Reads the ISO form, `2016-01-08`, and no other.
    pub fn parse_iso(words: &str) -> Option<Date> {
        let parts: Vec<&str> = words.split('-').collect();
        let [year, month, day] = parts[..] else { return None };
        let is_sized = year.len() == 4 && month.len() == 2 && day.len() == 2;
        let is_number = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
        (is_sized && parts.iter().all(is_number))
            .then(|| Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))?
    }

    /// From 1 to 9999.
    pub const fn year(self) -> u16 {
        self.year
    }

    /// From 1 to 12.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// From 1 to 31.
    pub const fn day(self) -> u8 {
        self.day
    }
}

/// The month that a word names in either language, from 1: «қаңтар», «қаңтардағы», «января».
pub fn read_month(word: &str) -> Option<u8> {
    let word = fold(word);
    let is_form = |kk: &str| word.strip_prefix(kk).is_some_and(|ending| KK_ENDINGS.contains(&ending));
    let at = MONTHS.iter().position(|(kk, _, ru)| word == *ru || is_form(kk))?;
    u8::try_from(at + 1).ok()
}

/// The date as an act writes it.
pub fn say_date(date: Date, lang: Lang, form: DateForm) -> String {
    let Date { year, month, day } = date;
    let (kk, ending, ru) = MONTHS[usize::from(month) - 1];
    // «қаңтар-да-ғы», «сәуір-де-гі».
    let of = if ending.ends_with('а') { "ғы" } else { "гі" };
    match (lang, form) {
        (_, DateForm::Numeric) => format!("{day:02}.{month:02}.{year:04}"),
        (Lang::Kk, DateForm::Plain) => format!("{year} жылғы {day} {kk}"),
        (Lang::Kk, DateForm::Locative) => format!("{year} жылғы {day} {kk}{ending}"),
        (Lang::Kk, DateForm::Attributive) => format!("{year} жылғы {day} {kk}{ending}{of}"),
        (Lang::Ru, DateForm::Attributive) => format!("от {day} {ru} {year} года"),
        (Lang::Ru, DateForm::Plain | DateForm::Locative) => format!("{day} {ru} {year} года"),
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acts_write_dates_in_words() {
        let date = Date::parse_iso("2016-01-08").expect("a day of the calendar");
        for (lang, form, words) in [
            (Lang::Kk, DateForm::Plain, "2016 жылғы 8 қаңтар"),
            (Lang::Kk, DateForm::Attributive, "2016 жылғы 8 қаңтардағы"),
            (Lang::Kk, DateForm::Locative, "2016 жылғы 8 қаңтарда"),
            (Lang::Ru, DateForm::Plain, "8 января 2016 года"),
            (Lang::Ru, DateForm::Attributive, "от 8 января 2016 года"),
            (Lang::Ru, DateForm::Numeric, "08.01.2016"),
        ] {
            assert_eq!(say_date(date, lang, form), words);
        }
    }

    #[test]
    fn months_take_their_own_endings() {
        let said = |month| say_date(Date::new(2015, month, 1).expect("a first day"), Lang::Kk, DateForm::Attributive);
        assert_eq!(
            (1..=12).map(said).map(|said| said.replace("2015 жылғы 1 ", "")).collect::<Vec<_>>(),
            [
                "қаңтардағы",
                "ақпандағы",
                "наурыздағы",
                "сәуірдегі",
                "мамырдағы",
                "маусымдағы",
                "шілдедегі",
                "тамыздағы",
                "қыркүйектегі",
                "қазандағы",
                "қарашадағы",
                "желтоқсандағы"
            ]
        );
    }

    #[test]
    fn months_are_read_in_every_form() {
        for month in 1..=12 {
            let date = Date::new(2016, month, 1).expect("a first day");
            for (lang, form, place) in [
                (Lang::Kk, DateForm::Plain, 3),
                (Lang::Kk, DateForm::Attributive, 3),
                (Lang::Kk, DateForm::Locative, 3),
                (Lang::Ru, DateForm::Plain, 1),
            ] {
                let said = say_date(date, lang, form);
                assert_eq!(said.split(' ').nth(place).and_then(read_month), Some(month), "{said}");
            }
        }
        for none in ["", "қазандық", "майдан", "июнь"] {
            assert_eq!(read_month(none), None, "{none}");
        }
    }

    #[test]
    fn what_is_written_reads_back() {
        for month in 1..=12 {
            for day in 1..=28 {
                let date = Date::new(2004, month, day).expect("a day that every month has");
                assert_eq!(Date::parse_iso(&date.to_string()), Some(date));
            }
        }
    }

    #[test]
    fn the_calendar_is_kept() {
        for real in ["2016-02-29", "2000-02-29", "2015-12-31"] {
            assert!(Date::parse_iso(real).is_some(), "{real}");
        }
        for unreal in [
            "2015-02-29",
            "1900-02-29",
            "2015-04-31",
            "2015-13-01",
            "2015-00-10",
            "2015-01-00",
            "0000-01-01",
            "15-1-1",
            "2015-1-01",
            "+015-01-01",
            "2015-01-01-",
            "",
        ] {
            assert_eq!(Date::parse_iso(unreal), None, "{unreal}");
        }
    }

    #[test]
    fn days_follow_one_another() {
        let day = |iso| Date::parse_iso(iso).expect("a day of the calendar");
        assert!(day("2015-12-31") < day("2016-01-01") && day("2016-01-31") < day("2016-02-01"));
        assert_eq!(serde_json::to_string(&day("2016-01-08")).ok().as_deref(), Some("\"2016-01-08\""));
    }
}
