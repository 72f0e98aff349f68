//! What a citizen asks of a regulation before reading it: what is given, how long all steps take, why it may be refused.
//!
//! Holds: every answer leads to the place of the text that gives it; nothing is said that the text leaves open.

use super::context::{Value, Words};
use super::desk::Desk;
use crate::base::{Id, Lang, Text};
use crate::manuscript::{Block, Manuscript, Paragraph, Role};
use crate::model::{self, Item, ProviderPath, Regulation, Role as Outcome, Step, Target, Way};
use crate::wording::duration::{Calendar, Duration, Qualifier, Unit, say_short};

/// A list longer than this is read in its place.
const LINES_MAX: usize = 6;

/// The paragraph that the fact comes from, where the manuscript has it.
pub(super) fn paragraph(manuscript: &Manuscript, number: u32) -> Option<String> {
    let wanted = format!("p{number}");
    let is_there = manuscript.blocks.iter().any(|block| matches!(block, Block::Paragraph(one) if one.anchor == wanted));
    is_there.then(|| format!("#{wanted}"))
}

/// What the service gives: the paragraph that says so, and the list that it opens.
pub(super) fn result(desk: &Desk<'_>, regulation: &Regulation, manuscript: &Manuscript) -> Vec<Value> {
    let first = format!("p{}", regulation.paragraphs.result);
    let within = format!("{first}-");
    let lines = manuscript.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(one) => Some(one),
        Block::Heading(_) | Block::Appendix(_) => None,
    });
    let mut lines = lines.skip_while(|one| one.anchor != first).take(LINES_MAX + 1);
    let Some(opening) = lines.next() else { return Vec::new() };
    let opens_list = opening.phrase.plain.trim_end().ends_with(':');
    let listed = lines
        .take_while(|one| opens_list && one.anchor.starts_with(&within))
        .filter(|one| matches!(one.role, Role::Plain | Role::Subparagraph));
    let said = |one: &Paragraph| {
        let lang = (one.phrase.lang != desk.lang).then_some(one.phrase.lang.tag());
        Value::of(Words { words: one.phrase.plain.replace('\n', " "), lang })
    };
    let number = regulation.paragraphs.result.to_string();
    let place = Value {
        href: Some(format!("#{first}")),
        ..Value::of(Words::own(desk.words().fill("paragraph_no", &[&number])))
    };
    std::iter::once(opening).chain(listed).map(said).chain([place]).collect()
}

/// The terms of all steps added up, «1 жұмыс күні 70 минут», and how long one may take in certain cases. Nothing where a step has none, or a choice leaves some out.
pub(super) fn all_steps(desk: &Desk<'_>, path: &ProviderPath) -> Option<String> {
    let (mut minutes, mut calendar, mut working) = (0_u32, 0_u32, 0_u32);
    for step in &path.steps {
        let stated = &step.duration.as_ref().filter(|_| !step.is_choice)?.value;
        if matches!(stated.qualifier, Qualifier::SameDay | Qualifier::NextDay) {
            return None;
        }
        let (sum, value) = match (stated.unit, stated.calendar) {
            (Unit::Minute, _) => (&mut minutes, stated.value),
            (Unit::Hour, _) => (&mut minutes, stated.value.checked_mul(60)?),
            (Unit::Day, Some(Calendar::Working)) => (&mut working, stated.value),
            (Unit::Day, _) => (&mut calendar, stated.value),
            (Unit::FullDay | Unit::Week | Unit::Month | Unit::Year, _) => return None,
        };
        *sum = sum.checked_add(value)?;
    }
    let said = |value: u32, unit: Unit, calendar: Option<Calendar>| {
        let duration = Duration { least: None, value, unit, calendar, qualifier: Qualifier::Exact };
        (value > 0).then(|| say_short(&duration, desk.lang))
    };
    let parts = [
        said(calendar, Unit::Day, Some(Calendar::Calendar)),
        said(working, Unit::Day, Some(Calendar::Working)),
        said(minutes / 60, Unit::Hour, None),
        said(minutes % 60, Unit::Minute, None),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let sum = (!parts.is_empty()).then(|| desk.words().fill("steps_sum", &[&parts.join(" ")]))?;
    let longer = longest_extra(path).map(|extra| {
        let at_most = Duration { qualifier: Qualifier::AtMost, ..*extra };
        desk.words().fill("steps_longer", &[&say_short(&at_most, desk.lang)])
    });
    Some([sum].into_iter().chain(longer).collect::<Vec<_>>().join(", "))
}

/// The longest term that holds in certain cases instead of a step's own, which is shorter.
fn longest_extra(path: &ProviderPath) -> Option<&Duration> {
    let extras = path.steps.iter().flat_map(|step| {
        let own = step.duration.as_ref().map_or(0, |own| own.value.about_minutes());
        let extras = step.extra.iter().filter_map(|extra| extra.duration.as_ref());
        extras.map(|extra| &extra.value).filter(move |extra| extra.about_minutes() > own)
    });
    extras.max_by_key(|extra| extra.about_minutes())
}

/// Who may refuse and why: the provider by its steps, by the paragraph on the result, and the information systems. Each
/// list opens with how many there are; each refusal leads to its place in the text.
pub(super) fn refusals(desk: &Desk<'_>, regulation: &Regulation, manuscript: &Manuscript) -> Vec<Value> {
    let mut by_provider = Vec::new();
    for path in &regulation.provider_paths {
        let refuses = |step: &&Step| model::refuses(&step.text);
        // A choice that names the refusal which a step behind it makes is the same case.
        let is_told_by_next =
            |step: &&Step| step.ways.iter().filter_map(|way| next(path, way)).any(|next| refuses(&next));
        let refusing = path.steps.iter().filter(|step| refuses(step) && !(step.is_choice && is_told_by_next(step)));
        by_provider.extend(refusing.map(|step| refusing_step(desk, regulation, &path.id, step)));
    }
    let mut by_systems = Vec::new();
    for path in &regulation.system_paths {
        for item in path.items.iter().filter(|item| item.role == Some(Outcome::Refusal)) {
            let condition = item.refuses.and_then(|at| path.items.get(at));
            by_systems.push(refusal(desk, &path.id, item, condition, path.named.as_ref()));
        }
    }
    let mut all = counted(desk, "count_refusals_provider", by_provider);
    all.extend(refusal_as_result(desk, regulation, manuscript));
    all.extend(counted(desk, "count_refusals", by_systems));
    all
}

fn next<'p>(path: &'p ProviderPath, way: &Way) -> Option<&'p Step> {
    let Target::Element(at) = way.to else { return None };
    path.steps.get(at)
}

/// A list behind the number of its entries; nothing where it is empty.
fn counted(desk: &Desk<'_>, key: &str, values: Vec<Value>) -> Vec<Value> {
    let head = (!values.is_empty()).then(|| Value::of(Words::own(desk.count(key, values.len()))));
    head.into_iter().chain(values).collect()
}

/// The paragraph on the result, where it names a refusal among the results.
fn refusal_as_result(desk: &Desk<'_>, regulation: &Regulation, manuscript: &Manuscript) -> Option<Value> {
    let number = regulation.paragraphs.result;
    let said = model::paragraph(regulation.prose_in(desk.lang)?, number);
    let href = paragraph(manuscript, number).filter(|_| said.iter().any(|words| model::names_refusal(words)))?;
    let text = Words::own(desk.words().fill("refusal_as_result", &[&number.to_string()]));
    Some(Value { href: Some(href), ..Value::of(text) })
}

/// A step in its short words where they tell of the refusal, else in its own.
fn refusing_step(desk: &Desk<'_>, regulation: &Regulation, path: &Id, step: &Step) -> Value {
    let words = step.label.as_ref().filter(|label| model::refuses(label)).unwrap_or(&step.shown);
    let unit = regulation.units.get(step.unit).map(|unit| Words::of(&unit.name, desk.lang));
    Value { href: Some(format!("#{path}-{}", step.id.value)), more: unit, ..Value::of(Words::of(words, desk.lang)) }
}

fn refusal(desk: &Desk<'_>, path: &Id, item: &Item, condition: Option<&Item>, named: Option<&Text>) -> Value {
    fn shown(item: &Item, lang: Lang) -> (Lang, &str) {
        item.label.as_ref().unwrap_or(&item.text).best(lang)
    }
    let named = named.map(|named| named.best(desk.lang).1.trim_end_matches(':').to_owned());
    let tested = condition.map(|condition| shown(condition, desk.lang).1.trim_end_matches([';', '.', ':', ' ']));
    let tested = tested.map(|tested| desk.words().fill("refused_by", &[tested]));
    let parts: Vec<String> = named.into_iter().chain(tested).collect();
    let (lang, words) = shown(item, desk.lang);
    let is_other = (lang != desk.lang).then_some(lang.tag());
    Value {
        text: Words { words: words.to_owned(), lang: is_other },
        href: Some(format!("#{path}-{}", item.id.value)),
        more: (!parts.is_empty()).then(|| Words { words: parts.join("; "), lang: is_other }),
    }
}
