//! Durations: how long a step of an act may take.
//!
//! Three forms of one value: `25 calendar days` in a definition, «25 (жиырма бес) күнтізбелік күн» in a Kazakh act,
//! «25 (двадцать пять) календарных дней» in a Russian one.
//! Absent on purpose: durations without a number, «в течение дня», for nobody can check them; sums, calendars.

mod adjective;
mod apart;
mod find;
mod grammar_kk;
mod grammar_ru;
mod say;
mod tokens;
mod value;

use serde::Serialize;
use std::ops::Range;

pub use apart::cut;
pub use find::{find_all, find_own, without};
pub use say::{say, say_short};
pub use value::{DurationError, code, parse_value};

/// What a duration counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    Minute,
    Hour,
    /// «сутки», «тәулік»: twenty-four hours from any moment.
    FullDay,
    Day,
    Week,
    Month,
    Year,
}

/// Which days count: all of them, or those on which offices work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Calendar {
    Calendar,
    Working,
}

/// How a duration binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Qualifier {
    /// «20 минут».
    Exact,
    /// «20 минут ішінде», «в течение 20 минут».
    Within,
    /// «20 минуттан аспайды», «не более 20 минут».
    AtMost,
    /// «сол күн ішінде», «в тот же день».
    SameDay,
    /// «келесі жұмыс күнінен кешіктірмей», «не позднее следующего рабочего дня».
    NextDay,
}

/// How long something may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Duration {
    /// The lower bound of «1-3 жұмыс күні», «от 1 до 3 рабочих дней».
    #[serde(skip_serializing_if = "Option::is_none")]
    pub least: Option<u32>,
    pub value: u32,
    pub unit: Unit,
    /// `None` where the act does not say.
    pub calendar: Option<Calendar>,
    pub qualifier: Qualifier,
}

impl Duration {
    /// The day on which it began: no day passes.
    pub const SAME_DAY: Duration =
        Duration { least: None, value: 0, unit: Unit::Day, calendar: None, qualifier: Qualifier::SameDay };

    /// The end of the day after that on which it began.
    pub const fn next_day(calendar: Option<Calendar>) -> Duration {
        Duration { least: None, value: 1, unit: Unit::Day, calendar, qualifier: Qualifier::NextDay }
    }

    /// About how long it is, in minutes: enough to tell the longer of two. Five working days are a week.
    pub fn about_minutes(&self) -> u64 {
        let unit = match self.unit {
            Unit::Minute => 1,
            Unit::Hour => 60,
            Unit::Day | Unit::FullDay => 24 * 60,
            Unit::Week => 7 * 24 * 60,
            Unit::Month => 30 * 24 * 60,
            Unit::Year => 365 * 24 * 60,
        };
        let days = if self.calendar == Some(Calendar::Working) { 7 } else { 5 };
        let value = if self.qualifier == Qualifier::SameDay { 1 } else { self.value };
        u64::from(value) * unit * days / 5
    }

    /// Whether both are one term, in whatever units: an hour is sixty minutes, a week seven days.
    pub fn is_same_term(&self, other: &Duration) -> bool {
        self.is_as_long_as(other) && self.qualifier == other.qualifier
    }

    /// The same, however both bind: «15 минут ішінде» is translated by «не более 15 минут».
    pub fn is_as_long_as(&self, other: &Duration) -> bool {
        let counted = |duration: &Duration| {
            let (unit, times) = match duration.unit {
                Unit::Hour => (Unit::Minute, 60),
                Unit::FullDay => (Unit::Minute, 24 * 60),
                Unit::Week if duration.calendar != Some(Calendar::Working) => (Unit::Day, 7),
                unit => (unit, 1),
            };
            let count = |value: u32| u64::from(value) * times;
            (unit, count(duration.value), duration.least.map(count), duration.calendar)
        };
        counted(self) == counted(other)
    }
}

/// A duration as a sentence words it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worded {
    pub duration: Duration,
    /// The phrase, as written.
    pub raw: String,
    /// Where the phrase stands in the sentence, in bytes.
    pub range: Range<usize>,
    /// What can be left out of the sentence with it, in bytes; `None` where the sentence needs it.
    pub apart: Option<Range<usize>>,
    /// The number in words, as written.
    pub words: Option<String>,
    /// What the words say; `None` where they do not spell a number.
    pub words_value: Option<u32>,
    /// Whether the number stands there in digits.
    pub digits: bool,
}

#[cfg(test)]
mod tests;
