//! Durations in the words of an act.

use super::{Calendar, Duration, Hours, Qualifier, Unit};
use crate::base::Lang;
use crate::wording::numeral::{Gender, RuCase, spell_kk, spell_ru};
use crate::wording::plural::choose_ru;

/// What an act writes: «20 (жиырма) минуттан аспайды», «в течение 15 (пятнадцати) минут».
///
/// Ranges, halves, full days, and numbers that have no words here, from a thousand on, stand in digits alone.
pub fn say(duration: &Duration, lang: Lang) -> String {
    phrase(duration, lang, |count| {
        // «сутки» are counted by numerals of their own: «двое суток».
        let spelt = count.whole.filter(|_| count.unit != Unit::FullDay);
        let words = spelt.and_then(|value| match lang {
            Lang::Kk => spell_kk(value),
            Lang::Ru => spell_ru(value, ru_case(duration.qualifier), ru_gender(count.unit)),
        });
        words.map_or(count.digits.clone(), |words| format!("{} ({words})", count.digits))
    })
}

/// The same for a box of a drawing, without the number in words: «20 минуттан аспайды».
pub fn say_short(duration: &Duration, lang: Lang) -> String {
    phrase(duration, lang, |count| count.digits.clone())
}

/// A number before its unit.
struct Count {
    digits: String,
    /// What can stand beside the digits in words.
    whole: Option<u32>,
    /// The number whose form the unit takes.
    governs: u32,
    unit: Unit,
}

/// The numbers of a duration: two where hours and minutes are one term.
fn counts(duration: &Duration, lang: Lang) -> Vec<Count> {
    let whole = |value: u32, unit| Count { digits: value.to_string(), whole: Some(value), governs: value, unit };
    let (hours, minutes) = (duration.value / 60, duration.value % 60);
    match (duration.hours, duration.least) {
        (Some(Hours::AndMinutes), _) => vec![whole(hours, Unit::Hour), whole(minutes, Unit::Minute)],
        (Some(Hours::AndHalf), _) => {
            let digits = if hours == 0 && lang == Lang::Kk { "жарты".to_owned() } else { format!("{hours},5") };
            // A fraction asks for the forms of two: «1,5 часа», «не более 1,5 часов».
            vec![Count { digits, whole: None, governs: 2, unit: Unit::Hour }]
        }
        (None, Some(least)) => {
            let digits = format!("{least}–{}", duration.value);
            vec![Count { digits, whole: None, governs: duration.value, unit: duration.unit }]
        }
        (None, None) => vec![whole(duration.value, duration.unit)],
    }
}

fn phrase(duration: &Duration, lang: Lang, number: impl Fn(&Count) -> String) -> String {
    let counts = counts(duration, lang);
    match lang {
        Lang::Kk => phrase_kk(duration, &counts, number),
        Lang::Ru => phrase_ru(duration, &counts, number),
    }
}

fn phrase_kk(duration: &Duration, counts: &[Count], number: impl Fn(&Count) -> String) -> String {
    // What binds the term stands behind its last unit.
    let said = |ablative: bool| {
        let is_last = |at: usize| at + 1 == counts.len();
        let noun = |at: usize, count: &Count| noun_kk(count.unit, duration.calendar, ablative && is_last(at));
        let each = counts.iter().enumerate().map(|(at, count)| format!("{} {}", number(count), noun(at, count)));
        each.collect::<Vec<_>>().join(" ")
    };
    match duration.qualifier {
        Qualifier::Exact => said(false),
        Qualifier::Within => format!("{} ішінде", said(false)),
        Qualifier::AtMost => format!("{} аспайды", said(true)),
        Qualifier::SameDay => "сол күн ішінде".to_owned(),
        Qualifier::NextDay => format!("келесі {} кешіктірмей", noun_kk(duration.unit, duration.calendar, true)),
    }
}

/// Working time takes the possessive, «жұмыс күні», calendar time does not: «күнтізбелік күн».
fn noun_kk(unit: Unit, calendar: Option<Calendar>, ablative: bool) -> String {
    let (plain, from, own, from_own) = match unit {
        Unit::Second => ("секунд", "секундтан", "секунды", "секундынан"),
        Unit::Minute => ("минут", "минуттан", "минуты", "минутынан"),
        Unit::Hour => ("сағат", "сағаттан", "сағаты", "сағатынан"),
        Unit::FullDay => ("тәулік", "тәуліктен", "тәулігі", "тәулігінен"),
        Unit::Day => ("күн", "күннен", "күні", "күнінен"),
        Unit::Week => ("апта", "аптадан", "аптасы", "аптасынан"),
        Unit::Month => ("ай", "айдан", "айы", "айынан"),
        Unit::Year => ("жыл", "жылдан", "жылы", "жылынан"),
    };
    match (calendar, ablative) {
        (None, false) => plain.to_owned(),
        (None, true) => from.to_owned(),
        (Some(Calendar::Calendar), false) => format!("күнтізбелік {plain}"),
        (Some(Calendar::Calendar), true) => format!("күнтізбелік {from}"),
        (Some(Calendar::Working), false) => format!("жұмыс {own}"),
        (Some(Calendar::Working), true) => format!("жұмыс {from_own}"),
    }
}

fn phrase_ru(duration: &Duration, counts: &[Count], number: impl Fn(&Count) -> String) -> String {
    let before = match duration.qualifier {
        Qualifier::Exact => "",
        Qualifier::Within => "в течение ",
        Qualifier::AtMost => "не более ",
        Qualifier::SameDay => return "в тот же день".to_owned(),
        Qualifier::NextDay => return next_day_ru(duration.calendar),
    };
    let case = ru_case(duration.qualifier);
    if *duration == (Duration { qualifier: duration.qualifier, ..Duration::HALF_HOUR }) {
        return format!("{before}{}", if case == RuCase::Nominative { "полчаса" } else { "получаса" });
    }
    let said = |count: &Count| {
        let noun = noun_ru(count.unit, count.governs, case);
        match duration.calendar {
            Some(calendar) => {
                format!("{} {} {noun}", number(count), adjective_ru(calendar, count.unit, count.governs, case))
            }
            None => format!("{} {noun}", number(count)),
        }
    };
    format!("{before}{}", counts.iter().map(said).collect::<Vec<_>>().join(" "))
}

fn ru_case(qualifier: Qualifier) -> RuCase {
    match qualifier {
        Qualifier::Exact | Qualifier::SameDay => RuCase::Nominative,
        Qualifier::Within | Qualifier::AtMost | Qualifier::NextDay => RuCase::Genitive,
    }
}

fn next_day_ru(calendar: Option<Calendar>) -> String {
    let day = match calendar {
        None => "дня",
        Some(Calendar::Calendar) => "календарного дня",
        Some(Calendar::Working) => "рабочего дня",
    };
    format!("не позднее следующего {day}")
}

fn ru_gender(unit: Unit) -> Gender {
    if matches!(unit, Unit::Second | Unit::Minute | Unit::Week) { Gender::Feminine } else { Gender::Masculine }
}

/// In the genitive the noun is singular after …1 and plural after all others.
fn noun_ru(unit: Unit, value: u32, case: RuCase) -> &'static str {
    let (one, few, many) = match unit {
        Unit::Second => ("секунда", "секунды", "секунд"),
        Unit::Minute => ("минута", "минуты", "минут"),
        Unit::Hour => ("час", "часа", "часов"),
        Unit::FullDay => ("сутки", "суток", "суток"),
        Unit::Day => ("день", "дня", "дней"),
        Unit::Week => ("неделя", "недели", "недель"),
        Unit::Month => ("месяц", "месяца", "месяцев"),
        Unit::Year => ("год", "года", "лет"),
    };
    match case {
        RuCase::Nominative => choose_ru(u64::from(value), [one, few, many]),
        RuCase::Genitive => choose_ru(u64::from(value), [few, many, many]),
    }
}

fn adjective_ru(calendar: Calendar, unit: Unit, value: u32, case: RuCase) -> String {
    let (stem, [masculine, feminine, masculine_of, feminine_of, few, many]) = match calendar {
        Calendar::Calendar => ("календарн", ["ый", "ая", "ого", "ой", "ые", "ых"]),
        Calendar::Working => ("рабоч", ["ий", "ая", "его", "ей", "ие", "их"]),
    };
    let ending = match (case, ru_gender(unit)) {
        (RuCase::Nominative, Gender::Masculine) => choose_ru(u64::from(value), [masculine, many, many]),
        (RuCase::Nominative, Gender::Feminine) => choose_ru(u64::from(value), [feminine, few, many]),
        (RuCase::Genitive, Gender::Masculine) => choose_ru(u64::from(value), [masculine_of, many, many]),
        (RuCase::Genitive, Gender::Feminine) => choose_ru(u64::from(value), [feminine_of, many, many]),
    };
    format!("{stem}{ending}")
}
