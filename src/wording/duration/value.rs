//! The form of durations in definitions: `20 min`, `at most 25 calendar days`.

use super::{Calendar, Duration, Qualifier, Unit};
use std::fmt;

/// Why a word is no duration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DurationError {
    Empty,
    /// Where the number should be.
    Number(String),
    /// Nothing takes no time.
    Zero,
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
            DurationError::Empty | DurationError::NoUnit => "",
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
            DurationError::NoUnit | DurationError::Unit(_) => {
                &["min", "hours", "days", "calendar days", "working days", "months", "years"]
            }
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
            DurationError::NoUnit => write!(f, "a duration without a unit; here fit: {fits}"),
            DurationError::Unit(word) => write!(f, "`{word}` is no unit of a duration; here fit: {fits}"),
            DurationError::Extra(word) => write!(f, "`{word}` after a complete duration"),
        }
    }
}

impl std::error::Error for DurationError {}

/// Reads the form of definitions: `20 min`, `25 calendar days`, `at most 30 min`, `within 2 hours`, `same day`.
pub fn parse_value(text: &str) -> Result<Duration, DurationError> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    let (qualifier, rest) = match words.as_slice() {
        [] => return Err(DurationError::Empty),
        ["same", "day"] => return Ok(Duration::SAME_DAY),
        ["same", "day", extra, ..] => return Err(DurationError::Extra((*extra).to_owned())),
        ["at", "most", rest @ ..] => (Qualifier::AtMost, rest),
        ["within", rest @ ..] => (Qualifier::Within, rest),
        rest => (Qualifier::Exact, rest),
    };
    let (number, rest) = rest.split_first().ok_or(DurationError::Number(String::new()))?;
    // `20min` is read as `20 min`.
    let (digits, glued) = number.split_at(number.len() - number.trim_start_matches(|c: char| c.is_ascii_digit()).len());
    let value: u32 = digits.parse().map_err(|_| DurationError::Number((*number).to_owned()))?;
    let mut rest = (!glued.is_empty()).then_some(glued).into_iter().chain(rest.iter().copied()).peekable();
    let calendar = match rest.peek() {
        Some(&"calendar") => Some(Calendar::Calendar),
        Some(&"working") => Some(Calendar::Working),
        _ => None,
    };
    let unit = if calendar.is_some() { rest.nth(1) } else { rest.next() }.ok_or(DurationError::NoUnit)?;
    let unit = read_unit(unit).ok_or_else(|| DurationError::Unit(unit.to_owned()))?;
    match (rest.next(), value) {
        (Some(extra), _) => Err(DurationError::Extra(extra.to_owned())),
        (None, 0) => Err(DurationError::Zero),
        (None, _) => Ok(Duration { value, unit, calendar, qualifier }),
    }
}

fn read_unit(word: &str) -> Option<Unit> {
    Some(match word {
        "min" | "mins" | "minute" | "minutes" => Unit::Minute,
        "h" | "hour" | "hours" => Unit::Hour,
        "day" | "days" => Unit::Day,
        "month" | "months" => Unit::Month,
        "year" | "years" => Unit::Year,
        _ => return None,
    })
}

/// The form of definitions; [`parse_value`] reads it back.
pub fn code(duration: &Duration) -> String {
    let Duration { value, unit, calendar, qualifier } = *duration;
    let before = match qualifier {
        Qualifier::SameDay => return "same day".to_owned(),
        Qualifier::Exact => "",
        Qualifier::Within => "within ",
        Qualifier::AtMost => "at most ",
    };
    let days = match calendar {
        None => "",
        Some(Calendar::Calendar) => "calendar ",
        Some(Calendar::Working) => "working ",
    };
    let unit = match (unit, value) {
        (Unit::Minute, _) => "min",
        (Unit::Hour, 1) => "hour",
        (Unit::Hour, _) => "hours",
        (Unit::Day, 1) => "day",
        (Unit::Day, _) => "days",
        (Unit::Month, 1) => "month",
        (Unit::Month, _) => "months",
        (Unit::Year, 1) => "year",
        (Unit::Year, _) => "years",
    };
    format!("{before}{value} {days}{unit}")
}
