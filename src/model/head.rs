//! What the words of an act say of itself, against the fields that a page shows: its day and number, its registration, its end,
//! its entry into force.
//!
//! Holds: words that name no whole act, with its day and its number, are not compared.

use super::context::Cx;
use super::facts::paragraph;
use super::types::{Decree, DecreeKind, Prose};
use crate::base::{Finding, Lang, Spanned, contradictions};
use crate::source::raw::{RawDecree, RawRegulation};
use crate::source::{RawDate, RawText, Word};
use crate::wording::collate::fold;
use crate::wording::date::Date;
use crate::wording::form;
use crate::wording::note::{self, repeals};
use crate::wording::sentence::sentences;
use std::fmt;

/// An act by its day and number.
#[derive(Clone, PartialEq, Eq)]
struct Act {
    day: Date,
    /// As it is compared.
    number: String,
}

impl Act {
    fn new(day: Date, number: &str) -> Act {
        Act { day, number: fold(number).replace(' ', "") }
    }

    fn of(day: Option<&Spanned<RawDate>>, number: Option<&Spanned<Word>>) -> Option<Act> {
        Some(Act::new(Date::parse_iso(&day?.0)?, &number?.0))
    }

    /// Those that a text names with day and number. Quotation marks stand round days of old blanks: «" 3 " сәуірдегі».
    fn all(words: &str) -> Vec<Act> {
        let bare = words.replace(['"', '«', '»'], " ");
        note::acts(&bare).iter().map(|act| Act::new(act.day, &act.number)).collect()
    }
}

impl fmt::Display for Act {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} № {}", self.day, self.number)
    }
}

pub(super) fn of_decree(raw: &RawDecree, prose: &[Prose], cx: &mut Cx) {
    if let Some(line) = &raw.requisites {
        for (lang, words) in line.value.in_languages(cx.language) {
            requisites(raw, line, lang, words, cx);
        }
    }
    end_told(raw, cx);
    in_force(raw, prose, cx);
}

/// The line of requisites: the act itself, its registration, its end, a sentence each.
fn requisites(raw: &RawDecree, line: &Spanned<RawText>, lang: Lang, words: &str, cx: &mut Cx) {
    let differs = |said: &str, key: &str, known: &str| {
        Finding::new(&contradictions::HEAD_DIFFERS, line.span).word("requisites").word(said).word(key).word(known)
    };
    for (at, sentence) in sentences(words).map(|sentence| &words[sentence]).enumerate() {
        let (key, known) = match sentence {
            _ if repeals(sentence) => {
                let end = raw.repealed.as_ref();
                ("repealed", end.and_then(|end| Act::of(end.date.as_ref(), end.number.as_ref())))
            }
            _ if registers(sentence) => {
                let entry = raw.registered.as_ref();
                ("registered", entry.and_then(|entry| Act::of(entry.date.as_ref(), entry.number.as_ref())))
            }
            _ if at == 0 => ("date, number", Act::of(raw.date.as_ref(), raw.number.as_ref())),
            _ => continue,
        };
        if let (Some(said), Some(known)) = (Act::all(sentence).first(), known)
            && *said != known
        {
            cx.find(differs(&said.to_string(), key, &known.to_string()));
        }
    }
    let own = sentences(words).next().map_or("", |sentence| words[sentence].trim());
    let language = cx.language;
    let bodies = raw.body.iter().flat_map(|body| body.value.in_languages(language));
    for (_, body) in bodies.filter(|(of, body)| *of == lang && !form::says(own, body, lang)) {
        cx.find(differs(own, "body", body));
    }
}

/// «Зарегистрировано», «тіркелді».
fn registers(sentence: &str) -> bool {
    let folded = fold(sentence);
    ["зарегистрирован", "тіркел"].iter().any(|stem| folded.contains(stem))
}

/// An act that its own words call ended has the act that ended it; without that the site shows it as in force.
fn end_told(raw: &RawDecree, cx: &mut Cx) {
    if raw.repealed.is_some() || raw.unread.contains(&"repealed") {
        return;
    }
    // A note may tell of the end of an appendix.
    let is_of_part = |words: &str| ["приложени", "қосымша"].iter().any(|part| fold(words).contains(part));
    let fields = [("requisites", raw.requisites.as_ref()), ("status", raw.status.as_ref())];
    let notes = raw.notes.iter().flat_map(|notes| &notes.0).map(|note| ("notes", Some(note)));
    let told = fields.into_iter().chain(notes).find_map(|(key, text)| {
        let text = text?;
        let all = text.value.in_languages(cx.language);
        let mut said = all.iter().flat_map(|(_, words)| sentences(words).map(|sentence| &words[sentence]));
        said.any(|sentence| repeals(sentence) && !is_of_part(sentence)).then_some((key, text.span))
    });
    if let Some((key, span)) = told {
        cx.find(Finding::new(&contradictions::END_NOT_TOLD, span).word(key));
    }
}

/// The paragraph on the entry into force speaks of it, in one language at least.
fn in_force(raw: &RawDecree, prose: &[Prose], cx: &mut Cx) {
    const SAYS: [&str; 5] = ["в действие", "вступает в силу", "вступления в силу", "қолданысқа енг", "күшіне ен"];
    let Some(number) = raw.in_force.as_ref().filter(|_| !prose.is_empty()) else { return };
    let says = |prose: &Prose| {
        let words = fold(&paragraph(prose, number.0).join(" "));
        SAYS.iter().any(|said| words.contains(said))
    };
    if !prose.iter().any(says) {
        cx.find(Finding::new(&contradictions::IN_FORCE_ELSEWHERE, number.span).word(number.0));
    }
}

/// The acts that the block of approval of a regulation names, a list for each language, and that of its edition.
pub(super) struct Approval {
    named: Vec<Spanned<Vec<Act>>>,
    edition: Option<Act>,
}

impl Approval {
    pub fn of(raw: &RawRegulation) -> Approval {
        let named = raw.approval.iter().flat_map(|text| {
            let all = text.value.in_languages(Lang::Kk).into_iter();
            all.map(|(_, words)| Spanned::new(Act::all(words), text.span))
        });
        let edition = raw.edition.as_ref();
        Approval {
            named: named.collect(),
            edition: edition.and_then(|edition| Act::of(edition.date.as_ref(), edition.number.as_ref())),
        }
    }

    /// One of the acts is the decree, or that of the edition. A regulation that an amending decree words anew may bear the
    /// block of the act that approved it first.
    pub fn check(&self, decree: &Decree, findings: &mut Vec<Finding>) {
        let own = Act::new(decree.adopted, &decree.number);
        let amended = decree.amends.iter().filter(|_| decree.kind == DecreeKind::Amending);
        let amended: Vec<String> = amended.flat_map(|act| act.act.iter().map(|(_, words)| fold(words))).collect();
        let is_known = |act: &Act| {
            *act == own || Some(act) == self.edition.as_ref() || amended.iter().any(|words| words.contains(&act.number))
        };
        for acts in self.named.iter().filter(|acts| !acts.iter().any(is_known)) {
            if let Some(said) = acts.first() {
                let finding = Finding::new(&contradictions::HEAD_DIFFERS, acts.span).word("approval").word(said);
                findings.push(finding.word("date, number").word(&own));
            }
        }
    }
}
