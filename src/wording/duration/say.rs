//! Durations in the words of an act.

use super::{Calendar, Duration, Qualifier, Unit};
use crate::base::Lang;
use crate::wording::numeral::{Gender, RuCase, spell_kk, spell_ru};
use crate::wording::plural::choose_ru;

/// What an act writes: «20 (жиырма) минуттан аспайды», «в течение 15 (пятнадцати) минут».
///
/// Ranges, full days, and numbers that have no words here, from a thousand on, stand in digits alone.
pub fn say(duration: &Duration, lang: Lang) -> String {
    let words = match lang {
        // «сутки» are counted by numerals of their own: «двое суток».
        _ if duration.least.is_some() || duration.unit == Unit::FullDay => None,
        Lang::Kk => spell_kk(duration.value),
        Lang::Ru => spell_ru(duration.value, ru_case(duration.qualifier), ru_gender(duration.unit)),
    };
    match words {
        Some(words) => phrase(duration, lang, &format!("{} ({words})", duration.value)),
        None => say_short(duration, lang),
    }
}

/// The same for a box of a drawing, without the number in words: «20 минуттан аспайды».
pub fn say_short(duration: &Duration, lang: Lang) -> String {
    let least = duration.least.map_or(String::new(), |least| format!("{least}–"));
    phrase(duration, lang, &format!("{least}{}", duration.value))
}

fn phrase(duration: &Duration, lang: Lang, number: &str) -> String {
    match lang {
        Lang::Kk => phrase_kk(duration, number),
        Lang::Ru => phrase_ru(duration, number),
    }
}

fn phrase_kk(duration: &Duration, number: &str) -> String {
    let noun = |ablative| noun_kk(duration.unit, duration.calendar, ablative);
    match duration.qualifier {
        Qualifier::Exact => format!("{number} {}", noun(false)),
        Qualifier::Within => format!("{number} {} ішінде", noun(false)),
        Qualifier::AtMost => format!("{number} {} аспайды", noun(true)),
        Qualifier::SameDay => "сол күн ішінде".to_owned(),
        Qualifier::NextDay => format!("келесі {} кешіктірмей", noun(true)),
    }
}

/// Working time takes the possessive, «жұмыс күні», calendar time does not: «күнтізбелік күн».
fn noun_kk(unit: Unit, calendar: Option<Calendar>, ablative: bool) -> String {
    let (plain, from, own, from_own) = match unit {
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

fn phrase_ru(duration: &Duration, number: &str) -> String {
    let Duration { value, unit, calendar, qualifier, .. } = *duration;
    let before = match qualifier {
        Qualifier::Exact => "",
        Qualifier::Within => "в течение ",
        Qualifier::AtMost => "не более ",
        Qualifier::SameDay => return "в тот же день".to_owned(),
        Qualifier::NextDay => return next_day_ru(calendar),
    };
    let case = ru_case(qualifier);
    let noun = noun_ru(unit, value, case);
    match calendar {
        Some(calendar) => format!("{before}{number} {} {noun}", adjective_ru(calendar, unit, value, case)),
        None => format!("{before}{number} {noun}"),
    }
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
    if matches!(unit, Unit::Minute | Unit::Week) { Gender::Feminine } else { Gender::Masculine }
}

/// In the genitive the noun is singular after …1 and plural after all others.
fn noun_ru(unit: Unit, value: u32, case: RuCase) -> &'static str {
    let (one, few, many) = match unit {
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
