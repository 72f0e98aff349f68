//! What a citizen asks of a regulation before reading it: what is given, how long all steps take, why it may be refused.
//!
//! Holds: every answer leads to the place of the text that gives it; nothing is said that the text leaves open.

use super::context::{Value, Words};
use super::desk::Desk;
use crate::base::{Id, Lang, Text};
use crate::manuscript::{Block, Manuscript, Paragraph, Role};
use crate::model::{
    self, ChannelKind, InText, Item, ProviderPath, Regulation, Role as Outcome, Step, SystemPath, Target, Way,
};
use crate::wording::duration::{Calendar, Duration, Qualifier, Unit, say_short};

/// A list longer than this is read in its place.
const LINES_MAX: usize = 6;

/// The paragraph that the fact comes from, where the manuscript has it.
pub(super) fn paragraph(manuscript: &Manuscript, place: InText) -> Option<String> {
    let wanted = format!("p{}", place.get(manuscript.language)?);
    let is_there = manuscript.blocks.iter().any(|block| matches!(block, Block::Paragraph(one) if one.anchor == wanted));
    is_there.then(|| format!("#{wanted}"))
}

/// What the service gives: the paragraph that says so, with all of its parts.
pub(super) fn result(desk: &Desk<'_>, regulation: &Regulation, manuscript: &Manuscript) -> Vec<Value> {
    let Some(number) = regulation.paragraphs.result.get(manuscript.language) else { return Vec::new() };
    let first = format!("p{number}");
    let within = format!("{first}-");
    let lines = manuscript.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(one) => Some(one),
        Block::Heading(_) | Block::Appendix(_) => None,
    });
    let mut lines = lines.skip_while(|one| one.anchor != first).take(LINES_MAX + 1);
    let Some(opening) = lines.next() else { return Vec::new() };
    let listed = lines
        .take_while(|one| one.anchor.starts_with(&within))
        .filter(|one| matches!(one.role, Role::Plain | Role::Subparagraph));
    let said = |one: &Paragraph| {
        let lang = (one.phrase.lang != desk.lang).then_some(one.phrase.lang.tag());
        Value::of(Words { words: one.phrase.plain.replace('\n', " "), lang })
    };
    let place = Value {
        href: Some(format!("#{first}")),
        ..Value::of(Words::own(desk.words().fill("paragraph_no", &[&number.to_string()])))
    };
    std::iter::once(opening).chain(listed).map(said).chain([place]).collect()
}

/// All terms that hold in any case, those of steps and of their results, added up: «1 жұмыс күні 70 минут»; those that are
/// no number of minutes or days stand beside them in their words. The sum is not the act's, and says so; it is the most where
/// any of them is. Nothing where a step has none, or a choice leaves some out.
pub(super) fn all_steps(desk: &Desk<'_>, path: &ProviderPath) -> Option<String> {
    let mut sum = Sum::default();
    for step in &path.steps {
        let mut stated = terms(step).peekable();
        stated.peek().filter(|_| !step.is_choice)?;
        stated.try_for_each(|term| sum.add(term))?;
    }
    let said = sum.say(desk.lang)?;
    Some(desk.words().fill(if sum.is_most { "steps_sum_most" } else { "steps_sum" }, &[&said]))
}

/// The term of a step, and that of its result where it is another one: a result with the same term says again when its
/// step is done.
fn terms(step: &Step) -> impl Iterator<Item = &Duration> {
    let own = step.duration.as_ref().map(|stated| &stated.value);
    let of_result = step.result.as_ref().and_then(|result| result.duration.as_ref()).map(|stated| &stated.value);
    let is_own = move |term: &&Duration| own.is_some_and(|own| own.is_as_long_as(term));
    own.into_iter().chain(of_result.filter(move |term| !is_own(term)))
}

/// Terms added up; hours go into days of neither kind.
#[derive(Default)]
struct Sum {
    calendar: u32,
    working: u32,
    minutes: u32,
    /// Some term may be shorter than it says.
    is_most: bool,
    /// Terms that can only be named: «в тот же день», «3 суток».
    beside: Vec<Duration>,
}

impl Sum {
    /// Nothing where the sum is no number any more.
    fn add(&mut self, term: &Duration) -> Option<()> {
        let is_named_day = matches!(term.qualifier, Qualifier::SameDay | Qualifier::NextDay);
        let (sum, value) = match (term.unit, term.calendar) {
            (Unit::Minute, _) => (&mut self.minutes, term.value),
            (Unit::Hour, _) => (&mut self.minutes, term.value.checked_mul(60)?),
            (Unit::Day, Some(Calendar::Working)) if !is_named_day => (&mut self.working, term.value),
            (Unit::Day, _) if !is_named_day => (&mut self.calendar, term.value),
            (Unit::Second | Unit::Day | Unit::FullDay | Unit::Week | Unit::Month | Unit::Year, _) => {
                self.beside.push(*term);
                return Some(());
            }
        };
        *sum = sum.checked_add(value)?;
        self.is_most |= term.qualifier != Qualifier::Exact || term.least.is_some();
        Some(())
    }

    fn say(&self, lang: Lang) -> Option<String> {
        let said = |value: u32, unit: Unit, calendar: Option<Calendar>| {
            let duration = Duration { calendar, ..Duration::new(value, unit) };
            (value > 0).then(|| say_short(&duration, lang))
        };
        let parts = [
            said(self.calendar, Unit::Day, Some(Calendar::Calendar)),
            said(self.working, Unit::Day, Some(Calendar::Working)),
            said(self.minutes / 60, Unit::Hour, None),
            said(self.minutes % 60, Unit::Minute, None),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        let beside = self.beside.iter().map(|term| say_short(term, lang));
        (!parts.is_empty()).then(|| [parts.join(" ")].into_iter().chain(beside).collect::<Vec<_>>().join(" + "))
    }
}

/// The cases in which a step has another term: how many there are, what each is called, and the way to the first.
pub(super) fn cases(desk: &Desk<'_>, path: &ProviderPath) -> Option<Value> {
    let of_step = |step: &'_ Step| step.extra.iter().filter(|extra| extra.duration.is_some()).count();
    let first = path.steps.iter().find(|step| of_step(step) > 0)?;
    let count = path.steps.iter().map(of_step).sum();
    let named = path.steps.iter().flat_map(|step| &step.extra).filter_map(|extra| {
        let (lang, label) = extra.label.as_ref()?.best(desk.lang);
        let words = format!("{label}: {}", say_short(&extra.duration.as_ref()?.value, lang));
        Some(vec![Words { words, lang: (lang != desk.lang).then_some(lang.tag()) }])
    });
    Some(Value {
        text: Words::own(desk.count("count_cases", count)),
        href: Some(format!("#{}-{}", path.id, first.id.value)),
        more: Words::listed(named),
    })
}

/// In which cases it may be refused and why: by the provider's steps, by the paragraph on the result, and on each way of
/// applying, whoever refuses there. Each list opens with how many there are; each refusal leads to its place in the text.
/// That no refusal is named is said where no word of the text is one.
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
    let mut all = counted(desk, "count_refusals_provider", by_provider);
    all.extend(refusal_as_result(desk, regulation, manuscript));
    all.extend(regulation.system_paths.iter().flat_map(|path| refusals_on(desk, path)));
    let is_silent = all.is_empty() && regulation.prose.iter().all(|prose| is_silent(regulation, prose.language));
    let none = is_silent.then(|| Value::of(Words::own(desk.word("refusals_none"))));
    all.into_iter().chain(none).collect()
}

/// Whether no word of the text speaks of a refusal.
fn is_silent(regulation: &Regulation, lang: Lang) -> bool {
    !model::names_refusal(&regulation.whole_text(lang))
}

/// The refusals on one way of applying.
fn refusals_on(desk: &Desk<'_>, path: &SystemPath) -> Vec<Value> {
    let (key, named) = match path.channel {
        Some(ChannelKind::Portal) => ("count_refusals_portal", None),
        Some(ChannelKind::StateCorporation) => ("count_refusals_state-corporation", None),
        Some(ChannelKind::ServiceCentre) => ("count_refusals_service-centre", None),
        _ => ("count_refusals", path.named.as_ref()),
    };
    let items = path.items.iter().filter(|item| item.role == Some(Outcome::Refusal));
    let refusals = items.map(|item| {
        let condition = item.refuses.and_then(|at| path.items.get(at));
        refusal(desk, &path.id, item, condition, named)
    });
    counted(desk, key, refusals.collect())
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
    let place = regulation.paragraphs.result;
    let number = place.get(manuscript.language)?;
    let said = model::paragraph(regulation.prose_in(desk.lang)?, number);
    let href = paragraph(manuscript, place).filter(|_| said.iter().any(|words| model::names_refusal(words)))?;
    let text = Words::own(desk.words().fill("refusal_as_result", &[&number.to_string()]));
    Some(Value { href: Some(href), ..Value::of(text) })
}

/// A step in its short words where they tell of the refusal, else in its own.
fn refusing_step(desk: &Desk<'_>, regulation: &Regulation, path: &Id, step: &Step) -> Value {
    let words = step.label.as_ref().filter(|label| model::refuses(label)).unwrap_or(&step.shown);
    let unit = regulation.units.get(step.unit).map(|unit| Words::of(&unit.name, desk.lang));
    let more = Vec::from_iter(unit);
    Value { href: Some(format!("#{path}-{}", step.id.value)), more, ..Value::of(Words::of(words, desk.lang)) }
}

fn refusal(desk: &Desk<'_>, path: &Id, item: &Item, condition: Option<&Item>, named: Option<&Text>) -> Value {
    fn shown(item: &Item, lang: Lang) -> (Lang, &str) {
        item.label.as_ref().unwrap_or(&item.text).best(lang)
    }
    let named = named.map(|named| {
        let named = Words::of(named, desk.lang);
        vec![Words { words: named.words.trim_end_matches(':').to_owned(), ..named }]
    });
    let tested = condition.map(|condition| {
        let (lang, words) = shown(condition, desk.lang);
        let tested = words.trim_end_matches([';', '.', ':', ' ']).to_owned();
        let tested = Words { words: tested, lang: (lang != desk.lang).then_some(lang.tag()) };
        vec![Words::own(desk.word("refused_by")), tested]
    });
    let (lang, words) = shown(item, desk.lang);
    let is_other = (lang != desk.lang).then_some(lang.tag());
    // The cause in the sentence's own words, which a label leaves out, else what was asked.
    let cause = item.text.get(lang).and_then(|text| model::cause(text, lang)).filter(|cause| !words.contains(cause));
    let cause = cause.map(|cause| vec![Words { words: cause.to_owned(), lang: is_other }]);
    Value {
        text: Words { words: words.to_owned(), lang: is_other },
        href: Some(format!("#{path}-{}", item.id.value)),
        more: Words::listed(named.into_iter().chain(cause.or(tested))),
    }
}
