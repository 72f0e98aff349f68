//! Changes in sentences: place, thing, what happened, from what to what.

use super::types::{ActChanges, Change, Changes, Kind, Place, Value};
use super::verbs::verb;
use crate::base::Voice;
use crate::wording::ordinal::{RuForm, ordinal_kk, ordinal_ru};
use crate::wording::plural::choose_ru;
use std::collections::BTreeSet;

/// «5-тармақтың 3) тармақшасы: мерзім ұзартылды: 20 минут → 30 минут».
///
/// Words that are marked elsewhere are left out.
pub fn sentence(change: &Change, voice: Voice) -> String {
    let (noun, _) = change.subject.noun();
    let mut said = format!("{} {}", noun.say(voice), verb(change.kind, change.subject, voice));
    let words = |value: &Value| quoted(value.say(voice), value);
    let shown = match (&change.before, &change.after) {
        _ if change.kind == Kind::Reworded => None,
        (Some(before), Some(after)) if change.kind == Kind::Swapped => {
            Some(format!("{} ↔ {}", words(before), words(after)))
        }
        (Some(before), Some(after)) => Some(format!("{} → {}", words(before), words(after))),
        (Some(one), None) | (None, Some(one)) => Some(words(one)),
        (None, None) => None,
    };
    if let Some(shown) = shown {
        said = format!("{said}: {shown}");
    }
    // Words of one text stand where that text has them.
    let read = change.place.read_in(change.language.unwrap_or(voice.of_acts()));
    match place(&read, voice) {
        place if place.is_empty() => said,
        place => format!("{place}: {said}"),
    }
}

/// Words of the act stand in quotation marks; numbers and what the program says do not.
fn quoted(said: &str, value: &Value) -> String {
    let is_words = !matches!(value, Value::Voiced { .. }) && said.chars().any(char::is_alphabetic);
    if is_words { format!("«{said}»") } else { said.to_owned() }
}

/// The place in legal terms; empty for the act as a whole.
pub fn place(place: &Place, voice: Voice) -> String {
    let mut parts = Vec::new();
    let marker = place.marker.as_ref().map(|marker| marker.say(voice).trim_end_matches(['-', '–', '—', ' ']));
    match (place.paragraph, marker, place.part) {
        (Some(paragraph), Some(marker), _) if is_plain(marker) => parts.push(subparagraph(paragraph, marker, voice)),
        (Some(number), None, Some(part)) if part > 1 => parts.push(part_of(number, part, voice)),
        (Some(number), marker, _) => {
            parts.push(paragraph(number, voice));
            parts.extend(marker.filter(|marker| !marker.is_empty()).map(|marker| format!("«{marker}»")));
        }
        (None, marker, _) => {
            parts.extend(place.chapter.map(|chapter| numbered(["{}-тарау", "глава {}", "chapter {}"], chapter, voice)));
            parts.extend(
                place.appendix.map(|number| numbered(["{}-қосымша", "приложение {}", "appendix {}"], number, voice)),
            );
            parts.extend(marker.filter(|marker| !marker.is_empty()).map(|marker| format!("«{marker}»")));
        }
    }
    if place.paragraph.is_none() {
        let path = place.path.iter().chain(&place.element).cloned().collect::<Vec<_>>().join("/");
        if !path.is_empty() && place.appendix.is_none() {
            parts.push(path);
        }
    }
    parts.join(", ")
}

/// «3)».
fn is_plain(marker: &str) -> bool {
    marker
        .strip_suffix(')')
        .is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

fn numbered([kk, ru, en]: [&str; 3], number: u32, voice: Voice) -> String {
    let pattern = match voice {
        Voice::Kk => kk,
        Voice::Ru => ru,
        Voice::En => en,
    };
    pattern.replace("{}", &number.to_string())
}

fn paragraph(number: u32, voice: Voice) -> String {
    numbered(["{}-тармақ", "пункт {}", "paragraph {}"], number, voice)
}

fn subparagraph(paragraph: u32, marker: &str, voice: Voice) -> String {
    match voice {
        Voice::Kk => format!("{paragraph}-тармақтың {marker} тармақшасы"),
        Voice::Ru => format!("подпункт {marker} пункта {paragraph}"),
        Voice::En => format!("paragraph {paragraph}, sub-paragraph {marker}"),
    }
}

fn part_of(paragraph: u32, part: u32, voice: Voice) -> String {
    match voice {
        Voice::Kk => format!("{paragraph}-тармақтың {} абзацы", ordinal_kk(part)),
        Voice::Ru => format!("абзац {} пункта {paragraph}", ordinal_ru(part, RuForm::Nominative)),
        Voice::En => format!("paragraph {paragraph}, part {part}"),
    }
}

/// What the changes of one act are told under: its title, and its id.
pub fn headline(act: &ActChanges, voice: Voice) -> String {
    let lang = voice.of_acts();
    let id = act.regulation.as_ref().map_or(act.decree.clone(), |regulation| format!("{}/{regulation}", act.decree));
    format!("{} ({id})", act.title.best(lang).1)
}

/// All changes in a sentence.
pub fn summary(changes: &Changes, voice: Voice) -> String {
    let acts = changes.acts.iter().filter(|act| act.regulation.is_some()).count();
    let decrees = changes.acts.len() - acts;
    let total = changes.counted().count();
    if total == 0 {
        return match voice {
            Voice::Kk => "Өзгеріс жоқ.",
            Voice::Ru => "Изменений нет.",
            Voice::En => "Nothing changed.",
        }
        .to_owned();
    }
    let is_redrawn = changes.iter().all(|change| change.kind == Kind::Redrawn);
    if is_redrawn {
        return match voice {
            Voice::Kk => format!("Құқықтық өзгеріс жоқ: тек сызбалар басқаша сызылды ({total})."),
            Voice::Ru => format!("В праве изменений нет: лишь иначе начерчены схемы ({total})."),
            Voice::En => format!("The law did not change: only drawings were drawn anew ({total})."),
        };
    }
    let (list, touched) = (kinds(changes, voice), touched(acts, decrees, voice));
    match voice {
        Voice::Kk => format!("{touched} өзгерді, барлығы {total} өзгеріс: {list}."),
        Voice::Ru => format!("Затронуто: {touched}; всего изменений – {total}: {list}."),
        Voice::En => {
            let noun = if total == 1 { "change" } else { "changes" };
            format!("{touched} changed, {total} {noun} in all: {list}.")
        }
    }
}

/// How many regulations and decrees.
fn touched(regulations: usize, decrees: usize, voice: Voice) -> String {
    let count = |n: usize, kk: &str, ru: [&str; 3], en: [&str; 2]| {
        let noun = match voice {
            Voice::Kk => kk,
            Voice::Ru => choose_ru(n as u64, ru),
            Voice::En => en[usize::from(n != 1)],
        };
        (n > 0).then(|| format!("{n} {noun}"))
    };
    let regulations =
        count(regulations, "регламент", ["регламент", "регламента", "регламентов"], ["regulation", "regulations"]);
    let decrees = count(decrees, "қаулы", ["постановление", "постановления", "постановлений"], ["decree", "decrees"]);
    let and = match voice {
        Voice::Kk => " және ",
        Voice::Ru => " и ",
        Voice::En => " and ",
    };
    regulations.into_iter().chain(decrees).collect::<Vec<_>>().join(and)
}

/// «2 қосылды, 1 басқаша жазылды».
fn kinds(changes: &Changes, voice: Voice) -> String {
    let all: BTreeSet<Kind> = changes.counted().map(|change| change.kind).collect();
    let count = |kind: Kind| changes.counted().filter(|change| change.kind == kind).count();
    let said = |kind: Kind| {
        let words = match (kind, voice) {
            (Kind::Added, Voice::Kk) => "қосу",
            (Kind::Added, Voice::Ru) => "добавлено",
            (Kind::Added, Voice::En) => "added",
            (Kind::Removed, Voice::Kk) => "алып тастау",
            (Kind::Removed, Voice::Ru) => "исключено",
            (Kind::Removed, Voice::En) => "removed",
            (Kind::Moved | Kind::Swapped, Voice::Kk) => "орын ауыстыру",
            (Kind::Moved | Kind::Swapped, Voice::Ru) => "переставлено",
            (Kind::Moved | Kind::Swapped, Voice::En) => "moved",
            (Kind::Reworded, Voice::Kk) => "басқаша жазу",
            (Kind::Reworded, Voice::Ru) => "изложено иначе",
            (Kind::Reworded, Voice::En) => "reworded",
            (Kind::Longer, Voice::Kk) => "мерзімді ұзарту",
            (Kind::Longer, Voice::Ru) => "сроков увеличено",
            (Kind::Longer, Voice::En) => "made longer",
            (Kind::Shorter, Voice::Kk) => "мерзімді қысқарту",
            (Kind::Shorter, Voice::Ru) => "сроков сокращено",
            (Kind::Shorter, Voice::En) => "made shorter",
            (Kind::Changed, Voice::Kk) => "өзге мән",
            (Kind::Changed, Voice::Ru) => "изменено значений",
            (Kind::Changed, Voice::En) => "given another value",
            (Kind::Renumbered, Voice::Kk) => "нөмір жылжуы",
            (Kind::Renumbered, Voice::Ru) => "сдвигов номеров",
            (Kind::Renumbered, Voice::En) => "renumbered",
            (Kind::Redrawn, Voice::Kk) => "қайта сызу",
            (Kind::Redrawn, Voice::Ru) => "начерчено иначе",
            (Kind::Redrawn, Voice::En) => "drawn anew",
        };
        match voice {
            Voice::Ru => format!("{words} – {}", count(kind)),
            _ => format!("{} {words}", count(kind)),
        }
    };
    all.into_iter().map(said).collect::<Vec<_>>().join(", ")
}
