//! Editions (редакциялар): several definitions of one regulation in a folder are its wordings in time.
//!
//! In: regulations of a folder as they were read. Out: each once, as the latest edition words it, with the former ones.
//! Holds: of two editions one is the earlier; the first may say nothing of its act, which is then the decree; where the
//! order cannot be told, the regulation is left out, so that no former wording is ever shown as the one in force.

use super::Mark;
use super::context::Cx;
use super::types::{Decree, Regulation};
use crate::base::{Entry, Finding, Span, Spanned, Text, codes, contradictions};
use crate::source::raw::{RawEdition, RawRegulation};
use crate::source::{RawBlockKind, RawFile};
use crate::wording::date::Date;
use crate::wording::note;
use serde::Serialize;
use std::collections::BTreeMap;

/// Between a regulation's name and the day of its edition in the name of a file: `foster-care@2016-01-08`.
pub(super) const AT: char = '@';

/// An edition (редакция): since when, and by which act.
#[derive(Debug, Clone, Serialize)]
pub struct Edition {
    /// The day of its effect where that is known, else that of the act.
    pub from: Spanned<Date>,
    /// Whether the first day is that of its effect.
    pub tells_effect: bool,
    pub by: Text,
    pub date: Date,
    pub number: String,
    /// The publisher's note, as printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Regulation {
    /// The first day of this wording.
    pub fn begins(&self, decree: &Decree) -> Date {
        self.edition.as_ref().map_or(decree.adopted, |edition| edition.from.value)
    }

    /// All wordings, the oldest first; the last is the regulation itself.
    pub fn editions(&self) -> impl DoubleEndedIterator<Item = &Regulation> {
        self.former.iter().chain([self])
    }
}

pub(super) fn edition(raw: &Spanned<RawEdition>, cx: &mut Cx) -> Option<Edition> {
    let by = cx.text(raw.by.as_ref());
    let date = cx.date(raw.date.as_ref());
    let from = raw.from.as_ref().map(|field| (field.span, cx.date(Some(field))));
    let note = cx.text(raw.note.as_ref());
    let (span, from) = from.unwrap_or((raw.span, date));
    let (date, from) = (date?, from?);
    if from < date {
        cx.find(Finding::new(&codes::EDITION_BEFORE_ACT, span).word(from).word(date));
    }
    Some(Edition {
        from: Spanned::new(from, span),
        tells_effect: raw.from.is_some(),
        by: by?,
        date,
        number: raw.number.as_ref()?.0.clone(),
        note,
    })
}

/// An act that a note of the text names changed the text: the wording is that of its edition, or of a later one.
pub(super) fn check_notes(file: &RawFile<RawRegulation>, edition: Option<&Edition>, cx: &mut Cx) {
    let of_whole = file
        .record
        .notes
        .iter()
        .flat_map(|notes| &notes.0)
        .flat_map(|text| text.value.in_languages(cx.language).into_iter().map(|(_, words)| (words, text.span)));
    let of_parts = file.prose.iter().flat_map(|prose| &prose.blocks).filter_map(|block| match &block.kind {
        RawBlockKind::Note(words) => Some((words.plain.as_str(), block.span)),
        _ => None,
    });
    let told = edition.map(|edition| edition.date);
    let amending = of_whole.chain(of_parts).filter(|(words, _)| !note::repeals(words));
    let acts = amending.flat_map(|(words, span)| note::acts(words).into_iter().map(move |act| (act, span)));
    let latest = acts.filter(|(act, _)| Some(act.day) > told).max_by_key(|(act, _)| act.day);
    if let Some((act, span)) = latest {
        cx.find(Finding::new(&codes::EDITION_NOT_TOLD, span).word(act.day).word(act.number));
    }
}

/// The first day of an edition, whatever else is wrong with its definition.
pub(super) fn first_day(raw: &Spanned<RawEdition>) -> Spanned<Option<Date>> {
    let day = raw.from.as_ref().or(raw.date.as_ref());
    Spanned::new(day.and_then(|day| Date::parse_iso(&day.0)), day.map_or(raw.span, |day| day.span))
}

/// A definition by its place in the order of the sources.
struct Wording<'m> {
    mark: &'m Mark,
    regulation: Option<Regulation>,
}

impl Mark {
    /// Nothing for that of the decree itself: it is the first.
    fn day(&self) -> Option<Date> {
        self.begins.as_ref().and_then(|begins| begins.value)
    }
}

impl Wording<'_> {
    fn day(&self) -> Option<Date> {
        self.mark.day()
    }
}

/// The regulations of each folder, by id; those whose definitions say no id have been told and are gone.
pub(super) fn gather<'m>(
    marks: &'m [Mark],
    regulations: Vec<Option<Regulation>>,
    findings: &mut Vec<Finding>,
) -> BTreeMap<&'m str, Vec<Regulation>> {
    let mut by_id: BTreeMap<(&str, &str), Vec<Wording<'m>>> = BTreeMap::new();
    for (mark, regulation) in marks.iter().zip(regulations) {
        let Some(id) = &mark.id else { continue };
        by_id.entry((&mark.folder, &id.value)).or_default().push(Wording { mark, regulation });
    }
    let mut by_folder: BTreeMap<&str, Vec<Regulation>> = BTreeMap::new();
    for ((folder, _), wordings) in by_id {
        by_folder.entry(folder).or_default().extend(in_force(wordings, findings));
    }
    by_folder
}

/// The latest of some wordings, with the former ones.
fn in_force(mut wordings: Vec<Wording<'_>>, findings: &mut Vec<Finding>) -> Option<Regulation> {
    // What cannot be read has been told; who could say which wording is the latest now?
    if wordings.iter().any(|one| one.mark.begins.as_ref().is_some_and(|begins| begins.value.is_none())) {
        return None;
    }
    wordings.sort_by_key(Wording::day);
    let is_told_apart = tell_apart(&wordings, findings);
    let current = wordings.pop()?;
    if !is_told_apart {
        return None;
    }
    check_names(&wordings, current.mark, findings);
    let mut regulation = current.regulation?;
    regulation.former = wordings.into_iter().filter_map(|one| one.regulation).collect();
    Some(regulation)
}

/// What is wrong with the words of a sentence is told of the latest wording that has it, and not again of those before.
pub(super) fn tell_once(marks: &[Mark], told: &mut [Vec<Finding>]) {
    for at in 0..marks.len() {
        // Of thousands of definitions few have any.
        if !told[at].iter().any(|finding| is_of_words(finding.entry)) {
            continue;
        }
        let (own, day) = (&marks[at], marks[at].day());
        let is_later = |other: &&Mark| {
            let same = (&other.folder, other.id.as_ref().map(|id| &id.value))
                == (&own.folder, own.id.as_ref().map(|id| &id.value));
            same && other.day() > day
        };
        let later: Vec<usize> = marks.iter().enumerate().filter(|(_, mark)| is_later(mark)).map(|(at, _)| at).collect();
        let mut own = std::mem::take(&mut told[at]);
        own.retain(|finding| {
            let is_again = |other: &Finding| other.entry == finding.entry && other.words == finding.words;
            !is_of_words(finding.entry) || !later.iter().any(|at| told[*at].iter().any(is_again))
        });
        told[at] = own;
    }
}

/// Findings that the words of a sentence make by themselves; all others hang on the rest of their definition.
fn is_of_words(entry: &Entry) -> bool {
    let all = [
        &codes::NUMBER_AND_WORD,
        &codes::MIXED_ALPHABETS,
        &codes::NO_APPENDIX,
        &codes::DOUBLED_WORD,
        &codes::OPEN_BRACKET,
        &contradictions::NO_PARAGRAPH,
        &contradictions::NO_SUBPARAGRAPH,
        &contradictions::NO_ITEM,
        &contradictions::PARAGRAPH_TWICE,
        &contradictions::UNEXPLAINED,
    ];
    all.contains(&entry)
}

/// Two regulations of one decree must not share a page, and two editions no day.
fn tell_apart(wordings: &[Wording<'_>], findings: &mut Vec<Finding>) -> bool {
    let mut are_apart = true;
    for pair in wordings.windows(2).filter(|pair| pair[0].day() == pair[1].day()) {
        let (first, second) = (pair[0].mark, pair[1].mark);
        let place = |mark: &Mark| match (&mark.begins, &mark.id) {
            (Some(begins), _) => begins.span,
            (None, Some(id)) => id.span,
            (None, None) => Span::whole(mark.source),
        };
        let finding = match (pair[1].day(), &second.id) {
            (Some(day), _) => Finding::new(&codes::EDITION_TWICE, place(second)).word(day),
            (None, Some(id)) => Finding::new(&codes::DUPLICATE_ID, id.span).word(&id.value),
            (None, None) => continue,
        };
        findings.push(finding.related(place(first)));
        are_apart = false;
    }
    are_apart
}

/// The wording in force lies in the file that bears the regulation's name, so that its history is that of the file; a
/// former one is found by its day.
fn check_names(former: &[Wording<'_>], current: &Mark, findings: &mut Vec<Finding>) {
    let name = current.stem.split(AT).next().unwrap_or_default();
    let mut expect = |mark: &Mark, is_right: bool, expected: String| {
        if !is_right {
            let span = mark.begins.as_ref().map_or(Span::whole(mark.source), |begins| begins.span);
            findings.push(Finding::new(&codes::EDITION_NAME, span).word(format!("{expected}.yaml")));
        }
    };
    expect(current, current.stem == name, name.to_owned());
    for one in former {
        match one.day() {
            Some(day) => {
                let expected = format!("{name}{AT}{day}");
                expect(one.mark, one.mark.stem == expected, expected);
            }
            // The decree knows the day of the first one; it is compared there.
            None => expect(one.mark, one.mark.stem.contains(AT), format!("{name}{AT}…")),
        }
    }
}

/// An edition stands between the adoption of its decree and the repeal. A regulation for which this does not hold is left
/// out.
pub(super) fn check(decree: &mut Decree, findings: &mut Vec<Finding>) {
    let (adopted, repealed) = (decree.adopted, decree.repealed.as_ref().map(|repeal| repeal.date));
    decree.regulations.retain(|regulation| {
        let mut is_sound = true;
        for edition in regulation.editions().filter_map(|one| one.edition.as_ref()) {
            let from = edition.from.value;
            let finding = |entry, day: Date| Finding::new(entry, edition.from.span).word(from).word(day);
            if from <= adopted {
                findings.push(finding(&codes::EDITION_BEFORE_DECREE, adopted));
                is_sound = false;
            }
            if let Some(day) = repealed.filter(|day| from > *day) {
                findings.push(finding(&codes::EDITION_AFTER_REPEAL, day));
                is_sound = false;
            }
        }
        is_sound
    });
}
