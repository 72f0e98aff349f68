//! How Kazakh acts word durations: «күнтізбелік 25 (жиырма бес) күн», «1 (бір) жұмыс күні ішінде».

use super::apart::Ties;
use super::find::{Number, Numerals, Phrase, Sentence, ShortDays};
use super::tokens::Kind;
use super::{Calendar, Duration, Qualifier, Unit};
use crate::wording::numeral::{is_number_kk, read_kk};
use std::ops::Range;

pub(super) const NUMERALS: Numerals = Numerals { endings: &[], is_number: is_number_kk, read: read_kk };

/// Endings of a lower bound, behind its digits.
const ABLATIVE: [&str; 6] = ["ден", "тен", "дан", "тан", "нен", "нан"];

/// Words before the number that make it the most.
const AT_MOST: [&[&str]; 6] =
    [&["ең", "көп", "дегенде"], &["ең", "көп"], &["ең", "көбі"], &["көп", "дегенде"], &["барынша"], &["максималды"]];

/// «3 ж.к.».
const SHORT_DAYS: [ShortDays; 2] = [("ж", "к", Calendar::Working), ("к", "к", Calendar::Calendar)];

const SAME_DAY: [&[&str]; 9] = [
    &["сол", "жұмыс", "күні", "ішінде"],
    &["сол", "жұмыс", "күнінің", "ішінде"],
    &["сол", "жұмыс", "күні"],
    &["сол", "күн", "ішінде"],
    &["сол", "күннің", "ішінде"],
    &["сол", "күні", "ішінде"],
    &["сол", "күні"],
    &["түскен", "күні"],
    &["жүгінген", "күні"],
];

/// What follows a day that is written down, not kept to.
const AFTER_A_DATE: [&str; 8] =
    ["мен", "және", "көрсетілген", "көрсетіледі", "көрсетіліп", "туралы", "белгіленген", "жазылған"];

/// «сәттен бастап», «түскеннен кейін», «мерзімі», «кемінде», «және» lead to a term.
pub(super) const TIES: Ties = Ties {
    words: &[
        "кейін",
        "соң",
        "бері",
        "бұрын",
        "дейін",
        "ішінде",
        "өткен",
        "кемінде",
        "дегенде",
        "көп",
        "көбі",
        "аз",
        "азы",
        "ұзақ",
        "артық",
        "кеш",
        "шамамен",
        "жуық",
        "жалпы",
        "барлығы",
        "және",
        "мен",
        "бен",
        "пен",
        "немесе",
        "не",
        "әрі",
        "сәттен",
        "сәтінен",
        "күннен",
        "күнінен",
        "кезден",
        "кезінен",
        "уақыттан",
        "уақытынан",
        "үшін",
        "жағдайда",
        "болса",
    ],
    stems: &["мерзім", "уақыт", "ұзақты"],
    cases: &[],
    is_moment: |_, word| word == "бастап",
};

/// How far a clause reaches to the verb that makes it subordinate, in words.
const CLAUSE_WORDS: usize = 4;

/// «ішінде», «аралығында»: within.
const WITHIN: [&str; 2] = ["ішінде", "аралығында"];

/// «мерзімде» may follow these.
const NOT_LONGER: [&str; 8] = [
    "аспайтын",
    "артпайтын",
    "асырмай",
    "асырылмай",
    "кешіктірмей",
    "кешіктірілмей",
    "кешіктірмейтін",
    "кешіктірілмейтін",
];
/// «артық емес».
const LONGER: [&str; 4] = ["артық", "кеш", "көп", "ұзақ"];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// «күн», and «күні» after «жұмыс».
    Plain,
    /// «күннен»: more than, or after.
    Ablative,
    /// «күнге»: up to.
    Dative,
    /// «күнде»: within.
    Locative,
}

/// The duration that begins at a token.
pub(super) fn phrase(sentence: &Sentence, at: usize) -> Option<Phrase> {
    let day = same_day(sentence, at).or_else(|| next_day(sentence, at));
    if let Some((end, duration)) = day {
        return Some(Phrase::of(at..end, duration));
    }
    match AT_MOST.into_iter().find(|words| sentence.says(at, words)) {
        Some(words) => at_most(sentence, at, words.len()),
        None => numbered(sentence, at),
    }
}

/// «ең көп 15 минут», «көп дегенде 3 жұмыс күні ішінде», but not «ең көп 3 күннен кейін».
fn at_most(sentence: &Sentence, at: usize, lead: usize) -> Option<Phrase> {
    let mut phrase = numbered(sentence, at + lead).filter(|phrase| !phrase.aside)?;
    phrase.duration.qualifier = Qualifier::AtMost;
    phrase.tokens.start = at;
    Some(phrase)
}

/// One or two numbers with their units.
fn numbered(sentence: &Sentence, at: usize) -> Option<Phrase> {
    let (first, qualifier, form) = counted(sentence, at)?;
    let is_open = form == Form::Plain && qualifier == Qualifier::Exact;
    let minutes = counted(sentence, first.tokens.end).filter(|_| is_open);
    let joined =
        minutes.and_then(|(minutes, qualifier, form)| Some((first.joined(&minutes, qualifier)?, qualifier, form)));
    let (mut phrase, qualifier, form) = joined.unwrap_or((first, qualifier, form));
    phrase.aside = is_aside(sentence, &phrase.tokens, form, qualifier);
    Some(phrase)
}

/// A number with its unit, and what binds it.
fn counted(sentence: &Sentence, at: usize) -> Option<(Phrase, Qualifier, Form)> {
    // «жұмыс» before a number is a noun of its own.
    let calendar = calendar(sentence.word(at)).filter(|calendar| *calendar == Calendar::Calendar);
    if let Some(counted) = counted_in_brackets(sentence, at, calendar) {
        return Some(counted);
    }
    let mut number = half(sentence, at).or_else(|| sentence.number(at + usize::from(calendar.is_some()), NUMERALS))?;
    if let Some(upper) = upper_bound(sentence, number.end)
        && number.value < upper.value
    {
        number = upper.from(number.value);
    }
    if let Some((noun, calendar)) = sentence.short_days(number.end, &SHORT_DAYS) {
        let (end, qualifier) = suffix(sentence, noun, Form::Plain);
        return Some((Phrase::new(at..end, number, Unit::Day, Some(calendar), qualifier)?, qualifier, Form::Plain));
    }
    let (noun, found) = after_calendar(sentence, number.end);
    let calendar = calendar.or(found);
    let (unit, form) = unit(sentence.word(noun))?;
    let (end, qualifier) = suffix(sentence, noun + 1, form);
    Some((Phrase::new(at..end, number, unit, calendar, qualifier)?, qualifier, form))
}

/// «15 (он бес минут) ішінде», «15 (он бес минут ішінде)».
fn counted_in_brackets(sentence: &Sentence, at: usize, days: Option<Calendar>) -> Option<(Phrase, Qualifier, Form)> {
    let number = sentence.number_around_unit(at + usize::from(days.is_some()), NUMERALS)?;
    let (noun, found) = after_calendar(sentence, number.end);
    let (unit, form) = unit(sentence.word(noun))?;
    let is_closed = |at: usize| sentence.kind(at) == Some(Kind::Close);
    let behind = noun + 1 + usize::from(is_closed(noun + 1));
    let (end, qualifier) = suffix(sentence, behind, form);
    let end = if behind == noun + 1 { Some(end + 1).filter(|_| is_closed(end))? } else { end };
    Some((Phrase::new(at..end, number, unit, days.or(found), qualifier)?, qualifier, form))
}

/// «жарты сағат», «бір жарым сағат».
fn half(sentence: &Sentence, at: usize) -> Option<Number> {
    if sentence.word(at) == "жарты" {
        return Some(Number::and_half(at + 1, 0));
    }
    let whole =
        sentence.number(at, NUMERALS).filter(|whole| whole.least.is_none() && sentence.word(whole.end) == "жарым");
    whole.map(|whole| Number::and_half(whole.end + 1, whole.value))
}

/// The upper bound behind the lower one: «1-ден 3 жұмыс күніне дейін», «1 жұмыс күнінен 3 жұмыс күніне дейін».
fn upper_bound(sentence: &Sentence, end: usize) -> Option<Number> {
    let ending = sentence.kind(end) == Some(Kind::Dash) && ABLATIVE.contains(&sentence.word(end + 1));
    let (noun, _) = after_calendar(sentence, end);
    let named = unit(sentence.word(noun)).is_some_and(|(_, form)| form == Form::Ablative);
    let start = if ending { end + 2 } else { noun + 1 };
    let upper = sentence.number(start, NUMERALS).filter(|_| ending || named)?;
    let (noun, _) = after_calendar(sentence, upper.end);
    let is_reached = unit(sentence.word(noun)).is_some_and(|(_, form)| form == Form::Dative);
    (is_reached && sentence.word(noun + 1) == "дейін").then_some(upper)
}

/// The token of the noun, and which days it counts.
fn after_calendar(sentence: &Sentence, at: usize) -> (usize, Option<Calendar>) {
    let found = calendar(sentence.word(at));
    (at + usize::from(found.is_some()), found)
}

fn same_day(sentence: &Sentence, at: usize) -> Option<(usize, Duration)> {
    let words = SAME_DAY.into_iter().find(|words| sentence.says(at, words))?;
    let end = at + words.len();
    // «түскен күні мен уақыты» names a date.
    let is_date = words[0] != "сол" && AFTER_A_DATE.contains(&sentence.word(end));
    (!is_date).then_some((end, Duration::SAME_DAY))
}

/// «келесі жұмыс күнінен кешіктірмей», «келесі жұмыс күні ішінде».
fn next_day(sentence: &Sentence, at: usize) -> Option<(usize, Duration)> {
    if sentence.word(at) != "келесі" {
        return None;
    }
    let (noun, calendar) = after_calendar(sentence, at + 1);
    let (unit, form) = unit(sentence.word(noun))?;
    let (end, qualifier) = suffix(sentence, noun + 1, form);
    let is_term = matches!(qualifier, Qualifier::AtMost | Qualifier::Within) && form != Form::Locative;
    (unit == Unit::Day && is_term).then_some((end, Duration::next_day(calendar)))
}

fn calendar(word: &str) -> Option<Calendar> {
    match word {
        "күнтізбелік" => Some(Calendar::Calendar),
        "жұмыс" => Some(Calendar::Working),
        _ => None,
    }
}

fn unit(word: &str) -> Option<(Unit, Form)> {
    Some(match word {
        "секунд" | "секунды" | "секундтың" | "секундының" => {
            (Unit::Second, Form::Plain)
        }
        "секундта" => (Unit::Second, Form::Locative),
        "секундтан" | "секундынан" => (Unit::Second, Form::Ablative),
        "секундқа" | "секундына" => (Unit::Second, Form::Dative),
        "минут" | "минуты" | "минуттың" | "минутының" | "мин" => {
            (Unit::Minute, Form::Plain)
        }
        "минутта" => (Unit::Minute, Form::Locative),
        "минуттан" | "минутынан" => (Unit::Minute, Form::Ablative),
        "минутқа" | "минутына" => (Unit::Minute, Form::Dative),
        "сағат" | "сағаты" | "сағаттың" | "сағатының" => (Unit::Hour, Form::Plain),
        "сағатта" => (Unit::Hour, Form::Locative),
        "сағаттан" | "сағатынан" => (Unit::Hour, Form::Ablative),
        "сағатқа" | "сағатына" => (Unit::Hour, Form::Dative),
        "тәулік" | "тәулігі" | "тәуліктің" | "тәулігінің" => {
            (Unit::FullDay, Form::Plain)
        }
        "тәулікте" => (Unit::FullDay, Form::Locative),
        "тәуліктен" | "тәулігінен" => (Unit::FullDay, Form::Ablative),
        "тәулікке" | "тәулігіне" => (Unit::FullDay, Form::Dative),
        "апта" | "аптасы" | "аптаның" => (Unit::Week, Form::Plain),
        "аптада" => (Unit::Week, Form::Locative),
        "аптадан" | "аптасынан" => (Unit::Week, Form::Ablative),
        "аптаға" | "аптасына" => (Unit::Week, Form::Dative),
        "күн" | "күні" | "күннің" | "күнінің" => (Unit::Day, Form::Plain),
        "күнде" | "күнінде" => (Unit::Day, Form::Locative),
        "күннен" | "күнінен" => (Unit::Day, Form::Ablative),
        "күнге" | "күніне" => (Unit::Day, Form::Dative),
        "ай" | "айы" | "айдың" => (Unit::Month, Form::Plain),
        "айда" => (Unit::Month, Form::Locative),
        "айдан" | "айынан" => (Unit::Month, Form::Ablative),
        "айға" | "айына" => (Unit::Month, Form::Dative),
        "жыл" | "жылы" | "жылдың" => (Unit::Year, Form::Plain),
        "жылдан" | "жылынан" => (Unit::Year, Form::Ablative),
        "жылға" | "жылына" => (Unit::Year, Form::Dative),
        _ => return None,
    })
}

/// What follows the noun and says how the duration binds, and the token after it.
fn suffix(sentence: &Sentence, at: usize, form: Form) -> (usize, Qualifier) {
    let word = sentence.word(at);
    let exact = (at, Qualifier::Exact);
    let is_term = |at: usize| ["мерзім", "уақыт"].iter().any(|stem| sentence.word(at).starts_with(stem));
    match form {
        Form::Plain if WITHIN.contains(&word) => (at + 1, Qualifier::Within),
        // «30 мин. ішінде»: the stop behind an unit that is cut short.
        Form::Plain if sentence.is_stop(at) && WITHIN.contains(&sentence.word(at + 1)) => (at + 2, Qualifier::Within),
        Form::Plain if is_term(at) && WITHIN.contains(&sentence.word(at + 1)) => (at + 2, Qualifier::Within),
        // «3 күн мерзімде», but not «3 күн мерзімі».
        Form::Plain if matches!(word, "мерзімде" | "мерзімінде") => (at + 1, Qualifier::Within),
        Form::Plain => exact,
        // «30 күннен аспайтын мерзімде».
        Form::Ablative if NOT_LONGER.contains(&word) => (at + 1 + usize::from(is_term(at + 1)), Qualifier::AtMost),
        Form::Ablative if ["аспай", "аспау", "асырмау"].iter().any(|stem| word.starts_with(stem)) => {
            (at + 1, Qualifier::AtMost)
        }
        Form::Ablative if LONGER.contains(&word) && sentence.word(at + 1) == "емес" => (at + 2, Qualifier::AtMost),
        Form::Ablative => exact,
        Form::Dative if matches!(word, "дейін" | "дейінгі") => {
            (at + 1 + usize::from(is_term(at + 1)), Qualifier::AtMost)
        }
        Form::Dative => exact,
        Form::Locative => (at, Qualifier::Within),
    }
}

/// «үш жұмыс күні өткеннен кейін», «10 күннен кейін», «кемінде 5 күн», «3 күн ішінде хабардар ете отырып».
fn is_aside(sentence: &Sentence, tokens: &Range<usize>, form: Form, qualifier: Qualifier) -> bool {
    let delay = matches!(
        sentence.word(tokens.end),
        "өткеннен"
            | "өткен"
            | "өткенге"
            | "өткеннің"
            | "өткесін"
            | "кейін"
            | "соң"
            | "бұрын"
            | "бастап"
    );
    let at_least = matches!(sentence.words_before(tokens.start).next(), Some("кемінде" | "кемде"));
    // «3 күнде бір рет» tells how often.
    let often = form == Form::Locative && matches!(sentence.word(tokens.end), "бір" | "екі");
    let mut near = sentence.words_after(tokens.end).take(CLAUSE_WORDS);
    let notice = near.any(|word| word.starts_with("хабар")) && near.any(|word| word == "отырып");
    delay || at_least || often || notice || (form != Form::Plain && qualifier == Qualifier::Exact)
}
