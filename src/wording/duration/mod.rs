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
pub use find::{find_all, find_own, find_terms, without};
pub use say::{say, say_short};
pub use value::{DurationError, code, parse_value};

/// What a duration counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    Second,
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

/// Minutes that are worded in hours; they count the same, and an act says what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Hours {
    /// «2 часа 30 минут».
    AndMinutes,
    /// «1,5 часа», «полчаса».
    AndHalf,
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
    /// Only beside minutes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<Hours>,
    /// `None` where the act does not say.
    pub calendar: Option<Calendar>,
    pub qualifier: Qualifier,
}

impl Duration {
    /// The day on which it began: no day passes.
    pub const SAME_DAY: Duration = Duration { qualifier: Qualifier::SameDay, ..Duration::new(0, Unit::Day) };

    /// «полчаса».
    pub const HALF_HOUR: Duration = Duration { hours: Some(Hours::AndHalf), ..Duration::new(30, Unit::Minute) };

    /// So many units, exactly.
    pub const fn new(value: u32, unit: Unit) -> Duration {
        Duration { least: None, value, unit, hours: None, calendar: None, qualifier: Qualifier::Exact }
    }

    /// The end of the day after that on which it began.
    pub const fn next_day(calendar: Option<Calendar>) -> Duration {
        Duration { calendar, qualifier: Qualifier::NextDay, ..Duration::new(1, Unit::Day) }
    }

    /// «1,5 часа»: so many hours and a half. Nothing else has halves here.
    fn and_half(self) -> Option<Duration> {
        let value = self.value.checked_mul(60)?.checked_add(30)?;
        let half = Duration { value, unit: Unit::Minute, hours: Some(Hours::AndHalf), ..self };
        (self.unit == Unit::Hour && self.least.is_none()).then_some(half)
    }

    /// «2 часа 30 минут»: hours and the minutes behind them.
    fn and_minutes(self, rest: &Duration) -> Option<Duration> {
        let is_plain =
            |part: &Duration, unit| *part == Duration { qualifier: part.qualifier, ..Duration::new(part.value, unit) };
        let are_joint = is_plain(&self, Unit::Hour) && is_plain(rest, Unit::Minute) && (1..60).contains(&rest.value);
        let value = self.value.checked_mul(60)?.checked_add(rest.value)?;
        are_joint.then_some(Duration { value, unit: Unit::Minute, hours: Some(Hours::AndMinutes), ..self })
    }

    /// About how long it is, in seconds: enough to tell the longer of two. Five working days are a week.
    pub fn about_seconds(&self) -> u64 {
        const DAY: u64 = 24 * 60 * 60;
        let unit = match self.unit {
            Unit::Second => 1,
            Unit::Minute => 60,
            Unit::Hour => 60 * 60,
            Unit::Day | Unit::FullDay => DAY,
            Unit::Week => 7 * DAY,
            Unit::Month => 30 * DAY,
            Unit::Year => 365 * DAY,
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
            let (unit, times) = duration.least_unit();
            let count = |value: u32| u64::from(value) * times;
            (unit, count(duration.value), duration.least.map(count), duration.calendar)
        };
        counted(self) == counted(other)
    }

    /// How much it surely takes, and how much another takes, in one unit; `None` where the two do not compare. So many
    /// working days are no fewer days of any kind, but not the other way round.
    pub fn beside(&self, other: &Duration) -> Option<(u64, u64)> {
        let ((unit, times), (other_unit, other_times)) = (self.least_unit(), other.least_unit());
        let is_of_kind = self.calendar == other.calendar
            || self.calendar == Some(Calendar::Working)
            || other.calendar == Some(Calendar::Calendar);
        let is_counted = !matches!(self.qualifier, Qualifier::SameDay | Qualifier::NextDay);
        let count = |value: u32, times: u64| u64::from(value) * times;
        (unit == other_unit && is_of_kind && is_counted)
            .then(|| (count(self.value, times), count(other.value, other_times)))
    }

    /// The smallest unit that counts the same, and how many of it are one: a week of working days is no number of days.
    fn least_unit(&self) -> (Unit, u64) {
        match self.unit {
            Unit::Minute => (Unit::Second, 60),
            Unit::Hour => (Unit::Second, 60 * 60),
            Unit::FullDay => (Unit::Second, 24 * 60 * 60),
            Unit::Week if self.calendar != Some(Calendar::Working) => (Unit::Day, 7),
            Unit::Year => (Unit::Month, 12),
            unit => (unit, 1),
        }
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
