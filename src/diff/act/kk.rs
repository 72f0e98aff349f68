//! The commands in Kazakh.

use super::commands::{Attached, Command, Quoted, Spot};
use super::{Act, Counts};
use crate::wording::act_kind::ActKind;
use crate::wording::case::genitive_kk;
use crate::wording::ordinal::ordinal_kk;

pub(super) const NOTE: &str = "[Жоба: мәтін өзгерістерден құрастырылған. Негіздемені, қолданысқа енгізу тәртібін және қосымшаларды толықтырыңыз.]";
const NO_TEXT: &str = "[қазақ тіліндегі мәтін]";

/// The word for an act, in the cases that the commands need.
struct Noun {
    /// «осы қаулының».
    of: &'static str,
    /// «аталған қаулымен».
    by: &'static str,
    /// «әкімдіктің … қаулысына».
    to_its: &'static str,
    /// «әкімдіктің … қаулысының».
    of_its: &'static str,
}

fn noun(kind: ActKind) -> Noun {
    match kind {
        ActKind::Resolution => Noun {
            of: "қаулының", by: "қаулымен", to_its: "қаулысына", of_its: "қаулысының"
        },
        ActKind::Order => Noun {
            of: "бұйрықтың", by: "бұйрықпен", to_its: "бұйрығына", of_its: "бұйрығының"
        },
    }
}

pub(super) fn decree(act: &Act, counts: Counts) -> String {
    format!("{} {} мынадай {} енгізілсін:", name(act), noun(act.kind).to_its, brought(counts))
}

/// «өзгеріс», «өзгерістер мен толықтыру».
fn brought(Counts { changes, additions }: Counts) -> String {
    let (change, joint) = if changes == 1 { ("өзгеріс", "пен") } else { ("өзгерістер", "мен") };
    let addition = if additions == 1 { "толықтыру" } else { "толықтырулар" };
    match (changes, additions) {
        (_, 0) => change.to_owned(),
        (0, _) => addition.to_owned(),
        _ => format!("{change} {joint} {addition}"),
    }
}

/// «осы қаулының 1-қосымшасына».
fn to_attached(attached: Attached, kind: ActKind) -> String {
    let number = attached.map(|number| format!("{number}-")).unwrap_or_default();
    format!("осы {} {number}қосымшасына", noun(kind).of)
}

pub(super) fn repeal(act: &Act) -> String {
    format!("{} {} күші жойылды деп танылсын.", name(act), noun(act.kind).of_its)
}

/// «Алматы қаласы әкімдігінің "…" 2015 жылғы 9 қыркүйектегі № 3/539».
fn name(Act { body, date, number, title, .. }: &Act) -> String {
    let body = if body.starts_with('[') { body.clone() } else { genitive_kk(body) };
    format!("{body} \"{title}\" {date} № {number}")
}

pub(super) fn regulation(title: &str, kind: ActKind) -> String {
    format!("{}нде:", approved(title, kind))
}

/// The regulation by the act that approved it.
fn approved(title: &str, kind: ActKind) -> String {
    format!("аталған {} бекітілген \"{title}\" мемлекеттік көрсетілетін қызмет регламенті", noun(kind).by)
}

pub(super) fn say(command: &Command, kind: ActKind) -> String {
    match command {
        Command::RegulationAdded { title, attached } => format!(
            "{} сәйкес \"{title}\" мемлекеттік көрсетілетін қызмет регламентімен толықтырылсын;",
            to_attached(*attached, kind)
        ),
        Command::RegulationAnew { title, attached } => {
            format!("{} {} сәйкес жаңа редакцияда жазылсын;", approved(title, kind), to_attached(*attached, kind))
        }
        Command::RegulationRemoved { title } => {
            format!("{}нің күші жойылды деп танылсын;", approved(title, kind))
        }
        Command::Heading { text } => anew("тақырыбы", text),
        Command::ChapterHeading { number, text } => anew(&format!("{number}-тараудың тақырыбы"), text),
        Command::ChapterAdded { number, text } => added("", &format!("{number}-тараумен"), text),
        Command::ChapterRemoved { number } => format!("{number}-тарау алып тасталсын;"),
        Command::Anew { at, text } => anew(&spot(at), text),
        Command::Added { at, text } => {
            let (whole, part) = with(at);
            added(&whole, &part, text)
        }
        Command::Removed { at } => format!("{} алып тасталсын;", spot(at)),
        Command::Renumbered { from, to } => format!("{} тиісінше {} болып есептелсін;", listed(from), listed(to)),
        Command::Appendix { number, attached } => {
            let appendix = number.map_or("қосымшасы".to_owned(), |number| format!("{number}-қосымша"));
            format!("{appendix} {} сәйкес жаңа редакцияда жазылсын;", to_attached(*attached, kind))
        }
    }
}

fn anew(what: &str, text: &Quoted) -> String {
    format!("{what} мынадай редакцияда жазылсын:\n\n{}", quote(text))
}

fn added(to: &str, what: &str, text: &Quoted) -> String {
    let to = if to.is_empty() { String::new() } else { format!("{to} ") };
    format!("{to}мынадай мазмұндағы {what} толықтырылсын:\n\n{}", quote(text))
}

fn quote(text: &Quoted) -> String {
    let text = text.as_ref().map_or_else(|| NO_TEXT.to_owned(), |lines| lines.join("\n\n"));
    format!("\"{text}\";")
}

/// «5-тармақтың 3) тармақшасы».
fn spot(at: &Spot) -> String {
    let paragraph = |ending: &str| {
        at.paragraph.map_or_else(
            || format!("кіріспе бөлік{}", ending.replace("тың", "тің")),
            |number| format!("{number}-тармақ{ending}"),
        )
    };
    match (at.subparagraph, at.part) {
        (None, None) => paragraph(""),
        (None, Some(part)) => format!("{} {} абзацы", paragraph("тың"), ordinal_kk(part)),
        (Some(number), None) => format!("{} {number}) тармақшасы", paragraph("тың")),
        (Some(number), Some(part)) => {
            format!("{} {number}) тармақшасының {} абзацы", paragraph("тың"), ordinal_kk(part))
        }
    }
}

/// What is supplemented, and with what: «5-тармақ», «4) тармақшамен».
fn with(at: &Spot) -> (String, String) {
    match (at.subparagraph, at.part) {
        (None, None) => {
            (String::new(), at.paragraph.map_or("кіріспе бөлікпен".into(), |number| format!("{number}-тармақпен")))
        }
        (None, Some(part)) => (spot(&Spot { part: None, ..*at }), format!("{} абзацпен", ordinal_kk(part))),
        (Some(number), None) => (spot(&Spot { subparagraph: None, ..*at }), format!("{number}) тармақшамен")),
        (Some(_), Some(part)) => (spot(&Spot { part: None, ..*at }), format!("{} абзацпен", ordinal_kk(part))),
    }
}

/// «6, 7, 8-тармақтар».
fn listed(numbers: &[u32]) -> String {
    let noun = if numbers.len() > 1 { "тармақтар" } else { "тармақ" };
    let numbers: Vec<String> = numbers.iter().map(u32::to_string).collect();
    format!("{}-{noun}", numbers.join(", "))
}
