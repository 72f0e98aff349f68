//! The commands in Russian.

use super::commands::{Attached, Command, Quoted, Spot};
use super::{Act, Counts};
use crate::wording::act_kind::ActKind;
use crate::wording::ordinal::{RuForm, ordinal_ru};

pub(super) const NOTE: &str =
    "[Проект: текст составлен по изменениям. Дополните основание, порядок введения в действие и приложения.]";
const NO_TEXT: &str = "[текст на русском языке]";

/// The word for an act, in the cases that the commands need.
struct Noun {
    /// «внести в постановление»: nominative and accusative are one.
    plain: &'static str,
    /// «к настоящему постановлению».
    to: &'static str,
    /// «указанным постановлением».
    by: &'static str,
}

fn noun(kind: ActKind) -> Noun {
    match kind {
        ActKind::Resolution => Noun {
            plain: "постановление", to: "постановлению", by: "постановлением"
        },
        ActKind::Order => Noun { plain: "приказ", to: "приказу", by: "приказом" },
    }
}

pub(super) fn decree(act: &Act, counts: Counts) -> String {
    format!("Внести в {} {} {}:", noun(act.kind).plain, name(act), brought(counts))
}

/// «следующее изменение», «следующие изменения и дополнение».
fn brought(Counts { changes, additions }: Counts) -> String {
    let change = if changes == 1 { "изменение" } else { "изменения" };
    let addition = if additions == 1 { "дополнение" } else { "дополнения" };
    let following = if changes + additions == 1 { "следующее" } else { "следующие" };
    match (changes, additions) {
        (_, 0) => format!("{following} {change}"),
        (0, _) => format!("{following} {addition}"),
        _ => format!("{following} {change} и {addition}"),
    }
}

/// «приложению 1 к настоящему постановлению».
fn to_attached(attached: Attached, kind: ActKind) -> String {
    let number = attached.map(|number| format!("{number} ")).unwrap_or_default();
    format!("приложению {number}к настоящему {}", noun(kind).to)
}

pub(super) fn repeal(act: &Act) -> String {
    format!("Признать утратившим силу {} {}.", noun(act.kind).plain, name(act))
}

/// «акимата города Алматы от 9 сентября 2015 года № 3/539 "…"».
fn name(Act { body, date, number, title, .. }: &Act) -> String {
    format!("{} {date} № {number} \"{title}\"", genitive(body))
}

/// Akimats and ministers adopt almost all acts; any other name is left as it is, in brackets, for the lawyer to decline.
fn genitive(body: &str) -> String {
    const DECLINED: [(&str, &str); 6] = [
        ("Акимат", "акимата"),
        ("акимат", "акимата"),
        ("Министр", "Министра"),
        ("министр", "министра"),
        ("Председатель", "Председателя"),
        ("председатель", "председателя"),
    ];
    if body.starts_with('[') {
        return body.to_owned();
    }
    let known = body.split_once(' ').and_then(|(first, rest)| {
        let (_, declined) = DECLINED.iter().find(|(plain, _)| *plain == first)?;
        Some(format!("{declined} {rest}"))
    });
    known.unwrap_or_else(|| format!("[{body}]"))
}

pub(super) fn regulation(title: &str, kind: ActKind) -> String {
    format!("в регламенте государственной услуги \"{title}\", утвержденном указанным {}:", noun(kind).by)
}

/// The regulation by the act that approved it.
fn approved(title: &str, kind: ActKind) -> String {
    format!("регламент государственной услуги \"{title}\", утвержденный указанным {}", noun(kind).by)
}

pub(super) fn say(command: &Command, kind: ActKind) -> String {
    match command {
        Command::RegulationAdded { title, attached } => {
            format!(
                "дополнить регламентом государственной услуги \"{title}\" согласно {};",
                to_attached(*attached, kind)
            )
        }
        Command::RegulationAnew { title, attached } => {
            format!("{}, изложить в новой редакции согласно {};", approved(title, kind), to_attached(*attached, kind))
        }
        Command::RegulationRemoved { title } => {
            format!("признать утратившим силу {};", approved(title, kind))
        }
        Command::Heading { text } => anew("заголовок", text),
        Command::ChapterHeading { number, text } => anew(&format!("заголовок главы {number}"), text),
        Command::ChapterAdded { number, text } => added("", &format!("главой {number}"), text),
        Command::ChapterRemoved { number } => format!("главу {number} исключить;"),
        Command::Anew { at, text } => anew(&spot(at), text),
        Command::Added { at, text } => {
            let (whole, part) = with(at);
            added(&whole, &part, text)
        }
        Command::Removed { at } => format!("{} исключить;", spot(at)),
        Command::Renumbered { from, to } => match (from.as_slice(), to.as_slice()) {
            ([from], [to]) => format!("пункт {from} считать пунктом {to};"),
            _ => format!("пункты {} считать соответственно пунктами {};", listed(from), listed(to)),
        },
        Command::Appendix { number, attached } => {
            let appendix = number.map_or("приложение".to_owned(), |number| format!("приложение {number}"));
            format!("{appendix} изложить в новой редакции согласно {};", to_attached(*attached, kind))
        }
    }
}

fn anew(what: &str, text: &Quoted) -> String {
    format!("{what} изложить в следующей редакции:\n\n{}", quote(text))
}

fn added(to: &str, what: &str, text: &Quoted) -> String {
    let to = if to.is_empty() { String::new() } else { format!("{to} ") };
    format!("{to}дополнить {what} следующего содержания:\n\n{}", quote(text))
}

fn quote(text: &Quoted) -> String {
    let text = text.as_ref().map_or_else(|| NO_TEXT.to_owned(), |lines| lines.join("\n\n"));
    format!("\"{text}\";")
}

/// «подпункт 3) пункта 5».
fn spot(at: &Spot) -> String {
    let of_paragraph = at.paragraph.map_or("вводной части".to_owned(), |number| format!("пункта {number}"));
    match (at.subparagraph, at.part) {
        (None, None) => at.paragraph.map_or("вводную часть".to_owned(), |number| format!("пункт {number}")),
        (None, Some(part)) => format!("абзац {} {of_paragraph}", ordinal_ru(part, RuForm::Nominative)),
        (Some(number), None) => format!("подпункт {number}) {of_paragraph}"),
        (Some(number), Some(part)) => {
            format!("абзац {} подпункта {number}) {of_paragraph}", ordinal_ru(part, RuForm::Nominative))
        }
    }
}

/// What is supplemented, and with what: «пункт 5», «подпунктом 4)».
fn with(at: &Spot) -> (String, String) {
    match (at.subparagraph, at.part) {
        (None, None) => {
            (String::new(), at.paragraph.map_or("вводной частью".into(), |number| format!("пунктом {number}")))
        }
        (Some(number), None) => (spot(&Spot { subparagraph: None, ..*at }), format!("подпунктом {number})")),
        (_, Some(part)) => {
            (spot(&Spot { part: None, ..*at }), format!("абзацем {}", ordinal_ru(part, RuForm::Instrumental)))
        }
    }
}

fn listed(numbers: &[u32]) -> String {
    numbers.iter().map(u32::to_string).collect::<Vec<_>>().join(", ")
}
