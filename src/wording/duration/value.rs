//! The form of durations in definitions: `20 min`, `at most 25 calendar days`.

use super::{Calendar, Duration, Hours, Qualifier, Unit, find_own};
use crate::base::Lang;
use std::fmt;

/// Why a word is no duration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DurationError {
    Empty,
    /// Where the number should be.
    Number(String),
    /// Nothing takes no time.
    Zero,
    /// The lower bound is not below the upper one.
    Range,
    /// The number stands alone.
    NoUnit,
    /// Where the unit should be.
    Unit(String),
    /// Words after a complete duration.
    Extra(String),
}

impl DurationError {
    /// The part of the text that is wrong; empty where something is missing.
    pub fn found(&self) -> &str {
        match self {
            DurationError::Empty | DurationError::NoUnit | DurationError::Range => "",
            DurationError::Zero => "0",
            DurationError::Number(word) | DurationError::Unit(word) | DurationError::Extra(word) => word,
        }
    }

    /// What could stand there.
    pub fn fits(&self) -> &'static [&'static str] {
        match self {
            DurationError::Empty => {
                &["20 min", "within 2 hours", "at most 25 calendar days", "1 working day", "same day"]
            }
            DurationError::Number(_) => &["a whole number", "at most", "within", "same day"],
            DurationError::Zero => &["a number from 1", "same day"],
            DurationError::Range => &["1-3 working days", "at most 3 working days"],
            DurationError::NoUnit | DurationError::Unit(_) => &[
                "sec",
                "min",
                "hours",
                "days",
                "calendar days",
                "working days",
                "full days",
                "weeks",
                "months",
                "years",
            ],
            DurationError::Extra(_) => &[],
        }
    }
}

impl fmt::Display for DurationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fits = self.fits().iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
        match self {
            DurationError::Empty => write!(f, "no duration; such fit: {fits}"),
            DurationError::Number(word) => write!(f, "`{word}` is no number of a duration; here fit: {fits}"),
            DurationError::Zero => write!(f, "a duration of `0`; here fit: {fits}"),
            DurationError::Range => write!(f, "a range that does not rise; such fit: {fits}"),
            DurationError::NoUnit => write!(f, "a duration without a unit; here fit: {fits}"),
            DurationError::Unit(word) => write!(f, "`{word}` is no unit of a duration; here fit: {fits}"),
            DurationError::Extra(word) => write!(f, "`{word}` after a complete duration"),
        }
    }
}

impl std::error::Error for DurationError {}

/// Reads the form of definitions: `20 min`, `25 calendar days`, `at most 30 min`, `within 2 hours`, `2 hours 30 min`, `1.5
/// hours`, `1-3 working days`, `same day`, `next working day`; or a term as acts word it in either language: «не более 20 минут».
pub fn parse_value(text: &str) -> Result<Duration, DurationError> {
    let worded = || Lang::ALL.into_iter().find_map(|lang| whole(text, lang));
    parse_code(text).or_else(|error| worded().ok_or(error))
}

/// A term as an act words it, with nothing beside it.
fn whole(text: &str, lang: Lang) -> Option<Duration> {
    let text = text.trim();
    let found = find_own(text, lang)?;
    (found.range == (0..text.len())).then_some(found.duration)
}

fn parse_code(text: &str) -> Result<Duration, DurationError> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().flat_map(unglued).collect();
    let day = |duration: Duration, rest: &[&str]| match rest.first() {
        None => Ok(duration),
        Some(extra) => Err(DurationError::Extra((*extra).to_owned())),
    };
    let (qualifier, rest) = match words.as_slice() {
        [] => return Err(DurationError::Empty),
        ["same", "day", rest @ ..] => return day(Duration::SAME_DAY, rest),
        ["next", "day", rest @ ..] => return day(Duration::next_day(None), rest),
        ["next", "working", "day", rest @ ..] => return day(Duration::next_day(Some(Calendar::Working)), rest),
        ["next", "calendar", "day", rest @ ..] => return day(Duration::next_day(Some(Calendar::Calendar)), rest),
        ["at", "most", rest @ ..] => (Qualifier::AtMost, rest),
        ["within", rest @ ..] => (Qualifier::Within, rest),
        rest => (Qualifier::Exact, rest),
    };
    let (first, rest) = counted(rest)?;
    let joint = rest.first().and_then(|_| match counted(rest) {
        Ok((minutes, [])) => first.and_minutes(&minutes),
        _ => None,
    });
    match (joint, rest.first()) {
        (None, Some(extra)) => Err(DurationError::Extra((*extra).to_owned())),
        (joint, _) => Ok(Duration { qualifier, ..joint.unwrap_or(first) }),
    }
}

/// `20min` is read as `20 min`.
fn unglued(word: &str) -> impl Iterator<Item = &str> {
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, '-' | '–' | '.' | ',');
    let (digits, glued) = word.split_at(word.len() - word.trim_start_matches(is_number).len());
    [digits, glued].into_iter().filter(|part| !part.is_empty())
}

/// A number with its unit, and the words behind them.
fn counted<'w, 'a>(words: &'a [&'w str]) -> Result<(Duration, &'a [&'w str]), DurationError> {
    let (number, rest) = words.split_first().ok_or(DurationError::Number(String::new()))?;
    let no_number = || DurationError::Number((*number).to_owned());
    let half = number.strip_suffix(".5").or_else(|| number.strip_suffix(",5"));
    let (least, value) = range(half.unwrap_or(number)).ok_or_else(no_number)?;
    let (calendar, full, rest) = match rest {
        ["calendar", rest @ ..] => (Some(Calendar::Calendar), false, rest),
        ["working", rest @ ..] => (Some(Calendar::Working), false, rest),
        ["full", rest @ ..] => (None, true, rest),
        rest => (None, false, rest),
    };
    let (named, rest) = rest.split_first().ok_or(DurationError::NoUnit)?;
    let unit = match (read_unit(named), full) {
        (Some(Unit::Day), true) => Unit::FullDay,
        (Some(unit), false) => unit,
        _ => return Err(DurationError::Unit((*named).to_owned())),
    };
    let plain = Duration { least, calendar, ..Duration::new(value, unit) };
    match half {
        Some(_) => plain.and_half().map(|duration| (duration, rest)).ok_or_else(no_number),
        None if value == 0 => Err(DurationError::Zero),
        None if least.is_some_and(|least| least >= value) => Err(DurationError::Range),
        None => Ok((plain, rest)),
    }
}

/// `3`, or `1-3`.
fn range(digits: &str) -> Option<(Option<u32>, u32)> {
    match digits.split_once(['-', '–']) {
        Some((least, most)) => Some((Some(least.parse().ok()?), most.parse().ok()?)),
        None => Some((None, digits.parse().ok()?)),
    }
}

fn read_unit(word: &str) -> Option<Unit> {
    Some(match word {
        "s" | "sec" | "secs" | "second" | "seconds" => Unit::Second,
        "min" | "mins" | "minute" | "minutes" => Unit::Minute,
        "h" | "hour" | "hours" => Unit::Hour,
        "day" | "days" => Unit::Day,
        "week" | "weeks" => Unit::Week,
        "month" | "months" => Unit::Month,
        "year" | "years" => Unit::Year,
        _ => return None,
    })
}

/// The form of definitions; [`parse_value`] reads it back.
pub fn code(duration: &Duration) -> String {
    let days = match duration.calendar {
        None => "",
        Some(Calendar::Calendar) => "calendar ",
        Some(Calendar::Working) => "working ",
    };
    let before = match duration.qualifier {
        Qualifier::SameDay => return "same day".to_owned(),
        Qualifier::NextDay => return format!("next {days}day"),
        Qualifier::Exact => "",
        Qualifier::Within => "within ",
        Qualifier::AtMost => "at most ",
    };
    let (hours, minutes) = (duration.value / 60, duration.value % 60);
    let counted = match duration.hours {
        None => {
            let least = duration.least.map_or(String::new(), |least| format!("{least}-"));
            format!("{least}{} {days}{}", duration.value, unit_code(duration.unit, duration.value))
        }
        Some(Hours::AndMinutes) => format!("{hours} {} {minutes} min", unit_code(Unit::Hour, hours)),
        Some(Hours::AndHalf) => format!("{hours}.5 {days}hours"),
    };
    format!("{before}{counted}")
}

fn unit_code(unit: Unit, value: u32) -> &'static str {
    match (unit, value) {
        (Unit::Second, _) => "sec",
        (Unit::Minute, _) => "min",
        (Unit::Hour, 1) => "hour",
        (Unit::Hour, _) => "hours",
        (Unit::FullDay, 1) => "full day",
        (Unit::FullDay, _) => "full days",
        (Unit::Week, 1) => "week",
        (Unit::Week, _) => "weeks",
        (Unit::Day, 1) => "day",
        (Unit::Day, _) => "days",
        (Unit::Month, 1) => "month",
        (Unit::Month, _) => "months",
        (Unit::Year, 1) => "year",
        (Unit::Year, _) => "years",
    }
}
