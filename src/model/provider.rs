//! Provider paths: steps with their units, terms and results, and chapter 3's restatement.

use super::acting;
use super::context::{Cx, ELEMENTS_MAX, LANES_MAX, Parted, missing, parted, without_end};
use super::ids;
use super::label::{label, marker, usual_pattern};
use super::refusal;
use super::totals;
use super::types::{Extra, ProviderPath, Restated, ResultsPlace, Step, StepResult, TotalTerm, Unit};
use super::ways::{self, Junction};
use crate::base::{Finding, Id, Span, Spanned, Text, codes, terms};
use crate::source::raw::{RawExtra, RawProcedure, RawRegulation, RawRestated, RawResult, RawStep};
use crate::source::{RawList, RawText};
use crate::wording::letters::is_letter;
use memchr::memmem;

/// What a path's steps take from the path.
struct Plan {
    marker: Text,
    result_marker: Text,
    results: ResultsPlace,
}

pub(super) fn build(raw: &Spanned<RawProcedure>, units: &[Unit], cx: &mut Cx) -> Option<ProviderPath> {
    let id = cx.id(raw.id.as_ref());
    let raw_steps = raw.steps.as_ref()?;
    if raw_steps.0.is_empty() {
        cx.find(Finding::new(&codes::EMPTY_PATH, raw_steps.span));
        return None;
    }
    if !cx.fits(raw_steps.0.len(), ELEMENTS_MAX, raw_steps.span) {
        return None;
    }
    let plan = plan(raw, raw_steps.0.len(), cx);
    let mut steps = steps(raw_steps, units, &plan, cx);
    let is_whole = steps.len() == raw_steps.0.len();
    if is_whole {
        connect(&mut steps, raw_steps, cx);
        refusal::of_steps(&steps, cx);
    }
    let sequence = match &raw.sequence {
        Some(list) => {
            let pattern = pattern(raw.sequence_marker.as_ref(), [numbered(list.0.len()); 2], cx);
            Sequence { pattern, steps: &steps, is_whole, units, plan: &plan }.read(list, cx)
        }
        None => Vec::new(),
    };
    let total_term = raw.total.as_ref().and_then(|raw| {
        let text = cx.text(raw.text.as_ref())?;
        Some(TotalTerm { duration: cx.stated(&text, raw.text.as_ref(), raw.within.as_ref())?, text })
    });
    is_whole.then_some(())?;
    if let (Some(total), Some(raw)) = (&total_term, &raw.total) {
        totals::check(&steps, &total.duration, raw.span, cx);
    }
    Some(ProviderPath {
        id: id?.value,
        variant: cx.text(raw.variant.as_ref()),
        results: plan.results,
        steps,
        total_term,
        sequence,
    })
}

fn plan(raw: &RawProcedure, steps: usize, cx: &mut Cx) -> Plan {
    let places = [("inline", ResultsPlace::Inline), ("list", ResultsPlace::List), ("prose", ResultsPlace::Prose)];
    let results = cx.choice(raw.results.as_ref(), &places).unwrap_or(ResultsPlace::Inline);
    let numbered = numbered(steps);
    let usual_result = match results {
        ResultsPlace::Inline => ["нәтижесі –", "результат –"],
        ResultsPlace::List => [numbered; 2],
        ResultsPlace::Prose => [""; 2],
    };
    let marker = pattern(raw.marker.as_ref(), [numbered; 2], cx);
    let result_marker = match results {
        ResultsPlace::Prose => usual_pattern(usual_result),
        _ => pattern(raw.result_marker.as_ref(), usual_result, cx),
    };
    Plan { marker, result_marker, results }
}

/// How entries are marked; with what is usual where the definition does not say.
fn pattern(field: Option<&Spanned<RawText>>, usual: [&str; 2], cx: &mut Cx) -> Text {
    field.and_then(|field| cx.text(Some(field))).unwrap_or_else(|| usual_pattern(usual))
}

/// A list of one has no number.
fn numbered(entries: usize) -> &'static str {
    if entries > 1 { "{n})" } else { "" }
}

fn steps(list: &Spanned<RawList<RawStep>>, units: &[Unit], plan: &Plan, cx: &mut Cx) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::with_capacity(list.0.len());
    let known: Vec<&str> = units.iter().map(|unit| unit.id.as_str()).collect();
    // The unit that was named last; nothing within where there is no such unit.
    let mut named = None;
    for (at, raw) in list.0.iter().enumerate() {
        if let Some(word) = &raw.unit {
            named = Some(cx.reference(&word.0, word.span, &known));
        } else if raw.unread.contains(&"unit") {
            named = Some(None);
        }
        if named.is_none() {
            cx.find(missing("unit", raw.span));
        }
        let step = step(raw, at as u32 + 1, named.flatten(), units, plan, cx);
        let Some(step) = step else { continue };
        if let Some(first) = steps.iter().find(|other| other.id.value == step.id.value) {
            cx.duplicate(&step.id, first.id.span);
            continue;
        }
        steps.push(step);
    }
    steps
}

fn step(raw: &Spanned<RawStep>, n: u32, unit: Option<usize>, units: &[Unit], plan: &Plan, cx: &mut Cx) -> Option<Step> {
    let id = cx.id_of(&ids::step_id(raw, n), raw.id.as_ref().map_or(raw.span, |word| word.span));
    let text = cx.text(raw.text.as_ref());
    let (text, unit) = (text?, unit?);
    // Who is named there, the author has said.
    if raw.actor.is_none() {
        acting::of_step(&text, unit, units, raw.unit.as_ref().map_or(raw.span, |word| word.span), cx);
    }
    let (actor, actor_nominative) = actor(&text, raw.actor.as_ref(), &[&units[unit].name], cx);
    let duration = cx.stated(&text, raw.text.as_ref(), raw.within.as_ref());
    let Parted { action, shown } = parted(&text, duration.as_ref());
    let result = raw.result.as_ref().and_then(|raw| result(raw, n, plan, cx));
    let extra = extra(raw.extra.as_ref(), cx);
    let of_result = result.iter().filter_map(|result| result.duration.as_ref());
    let held = extra.iter().filter_map(|extra| extra.duration.as_ref()).chain(of_result);
    cx.further_terms(&text, raw.text.as_ref(), duration.as_ref(), held);
    Some(Step {
        id: id?,
        n,
        marker: marker(&plan.marker, raw.marker.as_ref(), n, n, &text, cx),
        unit,
        actor,
        actor_nominative,
        label: label(raw.label.as_ref(), &text, cx),
        action,
        shown,
        duration,
        result,
        extra,
        is_choice: cx.flag(raw.choice.as_ref()),
        ways: Vec::new(),
        text,
    })
}

/// The actor as the sentence names it, with its ending, and in the nominative; nothing where it names none.
///
/// `own` is what the definition says; without it, the first of `usual` that the sentence names.
fn actor(text: &Text, own: Option<&Spanned<RawText>>, usual: &[&Text], cx: &mut Cx) -> (Option<Text>, Option<Text>) {
    let own_text = cx.text(own);
    let candidates: Vec<&Text> = own_text.as_ref().map_or(usual.to_vec(), |own| vec![own]);
    for nominative in candidates {
        let inflected = text.map(|lang, words| Some(inflected(words, nominative.get(lang)?)?.to_owned()));
        if !inflected.is_empty() {
            return (Some(inflected), Some(nominative.clone()));
        }
    }
    if let (Some(raw), Some(own)) = (own, own_text) {
        cx.find(Finding::new(&codes::NOT_QUOTED, raw.span).word(own.best(cx.language).1));
    }
    (None, None)
}

/// The words of the sentence that begin with the nominative at the start of a word, to the end of the last word.
pub(super) fn inflected<'t>(sentence: &'t str, nominative: &str) -> Option<&'t str> {
    if nominative.is_empty() {
        return None;
    }
    let start = memmem::find_iter(sentence.as_bytes(), nominative)
        .find(|at| !sentence[..*at].chars().next_back().is_some_and(is_letter))?;
    let rest = &sentence[start + nominative.len()..];
    let ending: usize = rest.chars().take_while(|c| is_letter(*c)).map(char::len_utf8).sum();
    Some(&sentence[start..start + nominative.len() + ending])
}

fn result(raw: &Spanned<RawResult>, n: u32, plan: &Plan, cx: &mut Cx) -> Option<StepResult> {
    let printed = cx.text(raw.text.as_ref())?;
    Some(StepResult {
        marker: match &raw.marker {
            Some(_) => cx.text(raw.marker.as_ref()).unwrap_or_default(),
            None => marker(&plan.result_marker, None, n, n, &printed, cx),
        },
        text: printed.map(|_, words| Some(without_end(words).to_owned())),
        duration: raw.within.as_ref().and_then(|within| cx.stated(&printed, raw.text.as_ref(), Some(within))),
        label: label(raw.label.as_ref(), &printed, cx),
        printed,
    })
}

pub(super) fn extra(field: Option<&Spanned<RawList<RawExtra>>>, cx: &mut Cx) -> Vec<Extra> {
    let Some(list) = field else { return Vec::new() };
    list.0
        .iter()
        .filter_map(|raw| {
            let text = cx.text(raw.text.as_ref())?;
            let duration = raw.within.as_ref().and_then(|within| cx.stated(&text, raw.text.as_ref(), Some(within)));
            Some(Extra { label: label(raw.label.as_ref(), &text, cx), text, duration })
        })
        .collect()
}

/// Gives every step its ways.
fn connect(steps: &mut [Step], list: &Spanned<RawList<RawStep>>, cx: &mut Cx) {
    let ids: Vec<Id> = steps.iter().map(|step| step.id.value.clone()).collect();
    let ids: Vec<&str> = ids.iter().map(Id::as_str).collect();
    let junctions: Vec<Junction> = steps
        .iter()
        .zip(&list.0)
        .map(|(step, raw)| Junction {
            is_condition: step.is_choice,
            may_refuse: false,
            noun: if step.is_choice { &terms::CONDITION } else { &terms::STEP },
            number: step.n,
            span: step.id.span,
            yes: raw.yes.as_ref(),
            no: raw.no.as_ref(),
            then: raw.then.as_ref(),
        })
        .collect();
    for (step, ways) in steps.iter_mut().zip(ways::resolve(&junctions, &ids, false, cx)) {
        step.ways = ways;
    }
}

/// Chapter 3's restatement of a path: what its entries are read beside.
struct Sequence<'a> {
    pattern: Text,
    steps: &'a [Step],
    /// All steps of the definition could be read.
    is_whole: bool,
    units: &'a [Unit],
    plan: &'a Plan,
}

impl Sequence<'_> {
    fn read(&self, list: &RawList<RawRestated>, cx: &mut Cx) -> Vec<Restated> {
        list.0.iter().zip(1..).filter_map(|(raw, n)| self.entry(raw, n, cx)).collect()
    }

    fn entry(&self, raw: &Spanned<RawRestated>, n: u32, cx: &mut Cx) -> Option<Restated> {
        let mut entry = match self.repeated(raw.text.as_ref()?, n, cx) {
            Some(step) => self.again(raw, step?, n, cx),
            None => self.anew(raw, n, cx)?,
        };
        if let Some(raw) = &raw.result {
            entry.result = self.result(raw, n, cx);
        }
        entry.extra = extra(raw.extra.as_ref(), cx);
        Some(entry)
    }

    /// Where a text is `same`, the step that it repeats; a finding where there is nothing to repeat.
    fn repeated(&self, field: &Spanned<RawText>, n: u32, cx: &mut Cx) -> Option<Option<&Step>> {
        let says_same = |words: &str| words == "same";
        let (in_any, in_all) = match &field.value {
            RawText::Plain(words) => (says_same(words), true),
            RawText::ByLanguage(all) => {
                let mut said = all.iter().map(|(_, words)| says_same(words));
                (said.clone().any(|same| same), said.all(|same| same))
            }
        };
        if !in_any {
            return None;
        }
        let step = self.steps.get(n as usize - 1).filter(|_| in_all);
        if step.is_none() && self.is_whole {
            cx.find(Finding::new(&codes::NOTHING_TO_REPEAT, field.span));
        }
        Some(step)
    }

    fn again(&self, raw: &RawRestated, step: &Step, n: u32, cx: &mut Cx) -> Restated {
        Restated {
            n,
            marker: marker(&self.pattern, raw.marker.as_ref(), n, n, &step.text, cx),
            text: step.text.clone(),
            action: step.action.clone(),
            actor: step.actor.clone(),
            actor_nominative: step.actor_nominative.clone(),
            duration: step.duration.clone(),
            result: step.result.clone(),
            extra: Vec::new(),
        }
    }

    fn anew(&self, raw: &RawRestated, n: u32, cx: &mut Cx) -> Option<Restated> {
        let text = cx.text(raw.text.as_ref())?;
        let step = self.steps.get(n as usize - 1).into_iter();
        let usual: Vec<&Text> =
            step.flat_map(|step| step.actor_nominative.iter().chain([&self.units[step.unit].name])).collect();
        let (actor, actor_nominative) = actor(&text, raw.actor.as_ref(), &usual, cx);
        let duration = cx.stated(&text, raw.text.as_ref(), raw.within.as_ref());
        let action = parted(&text, duration.as_ref()).action;
        Some(Restated {
            n,
            marker: marker(&self.pattern, raw.marker.as_ref(), n, n, &text, cx),
            action,
            actor,
            actor_nominative,
            duration,
            result: None,
            extra: Vec::new(),
            text,
        })
    }

    fn result(&self, raw: &Spanned<RawResult>, n: u32, cx: &mut Cx) -> Option<StepResult> {
        let text = raw.text.as_ref()?;
        let Some(step) = self.repeated(text, n, cx) else { return result(raw, n, self.plan, cx) };
        let again = step?.result.clone();
        if again.is_none() {
            cx.find(Finding::new(&codes::NOTHING_TO_REPEAT, text.span));
        }
        again
    }
}

/// Units of the provider, from the map of ids to names.
pub(super) fn units(raw: &RawRegulation, cx: &mut Cx) -> Vec<Unit> {
    let Some(named) = &raw.units else { return Vec::new() };
    if !cx.fits(named.0.len(), LANES_MAX, named.span) {
        named.0.iter().for_each(|(key, _)| cx.drop_name(key));
        return Vec::new();
    }
    let last = named.0.len();
    let mut units: Vec<Unit> = Vec::new();
    for (at, (key, raw)) in named.0.iter().enumerate() {
        let (Some(id), Some(name)) = (cx.id_of(key, key.span), cx.text(raw.name.as_ref())) else {
            cx.drop_name(key);
            continue;
        };
        let end = if at + 1 == last { '.' } else { ';' };
        let printed = match &raw.printed {
            Some(_) => cx.text(raw.printed.as_ref()).unwrap_or_default(),
            None => name.map(|_, words| Some(format!("{words}{end}"))),
        };
        units.push(Unit { id: id.value, name, printed });
    }
    units
}

/// Where a list of steps has no unit at all to stand in.
pub(super) fn needs_units(raw: &RawRegulation, span: Span, cx: &mut Cx) {
    let has_units = raw.units.as_ref().is_some_and(|named| !named.0.is_empty());
    if !has_units && !raw.unread.contains(&"units") {
        cx.find(missing("units", span));
    }
}
