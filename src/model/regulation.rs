//! A regulation: facts of chapter 1, units, paths, appendices, running text.

use super::context::{Cx, PATHS_MAX};
use super::numbers::{self, Excluded};
use super::prose::{self, Inserts};
use super::types::{
    Appendix, Channel, Field, Form, Legend, LegendItem, LegendShow, ProviderPath, Regulation, Shown, Standard, Symbol,
    SystemPath, Term,
};
use super::{
    abbreviations, acting, checks, editions, fact_paragraphs, forms, names, places, proof, provider, sentences, system,
};
use crate::base::{Finding, Id, Lang, Span, Spanned, codes};
use crate::source::raw::{RawAppendix, RawLegend, RawRegulation};
use crate::source::{RawFile, RawList, Word};
use std::collections::BTreeMap;

/// The regulation; `None` where something is wrong that a drawing would show.
pub(super) fn build(file: &RawFile<RawRegulation>, cx: &mut Cx) -> Option<Regulation> {
    let raw = &file.record;
    cx.language = Lang::Kk;
    cx.set_language(raw.language.as_ref());
    let id = cx.id(raw.regulation.as_ref());
    let title = cx.text(raw.title.as_ref());
    let provider = cx.text(raw.provider.as_ref());
    let units = provider::units(raw, cx);
    let provider_paths = provider_paths(raw, &units, cx);
    let system_paths = system_paths(raw, cx);
    unique_ids(raw, cx);
    names::check(raw, &provider_paths, &system_paths, cx);
    acting::idle_units(raw, &units, &provider_paths, cx);
    let inserts = Inserts {
        procedures: provider_paths.iter().map(|path| path.id.as_str()).collect(),
        interactions: system_paths.iter().map(|path| path.id.as_str()).collect(),
        parts: system_paths.iter().map(|path| path.items.last().map_or(1, |item| item.part + 1)).collect(),
    };
    let prose = prose::build(file, &inserts, cx);
    let paragraphs = fact_paragraphs::build(raw, &prose, cx);
    let appendices = appendices(raw, &provider_paths, &system_paths, cx);
    words(file, cx);
    let field = field(raw, cx);
    let edition = raw.edition.as_ref().map(|raw| editions::edition(raw, cx));
    let heading = cx.text(raw.heading.as_ref());
    let approval = cx.text(raw.approval.as_ref());
    let notes = cx.texts(raw.notes.as_ref());
    let channels = channels(raw, cx);
    let form = forms(raw, cx);
    let standard = standard(raw, cx);
    let terms = terms(raw, cx);
    // Everything has been read, and so everything that is wrong has been said: now what is missing may end it.
    let regulation = Regulation {
        id: id?.value,
        language: cx.language,
        title: title?,
        field,
        edition: match edition {
            Some(known) => Some(known?),
            None => None,
        },
        former: Vec::new(),
        heading,
        approval,
        notes,
        provider: provider?,
        channels,
        form,
        standard,
        terms,
        paragraphs,
        units,
        provider_paths,
        system_paths,
        appendices,
        prose,
    };
    editions::check_notes(file, regulation.edition.as_ref(), cx);
    checks::quotes(raw, &regulation, cx);
    checks::drawn_in(file, &regulation, cx);
    Some(regulation)
}

/// What the words of the definition tell by themselves, whatever could be built of it.
fn words(file: &RawFile<RawRegulation>, cx: &mut Cx) {
    let all = sentences::of_regulation(file, cx.language);
    proof::read(&all, cx);
    let mut excluded = Excluded::default();
    file.prose.iter().for_each(|prose| excluded.add_prose(prose));
    let notes = file.record.notes.iter().flat_map(|notes| &notes.0);
    notes.flat_map(|note| note.value.in_languages(cx.language)).for_each(|(_, words)| excluded.add(words));
    for prose in &file.prose {
        numbers::check(prose, &excluded, file.stem.contains(editions::AT), cx);
    }
    places::of_regulation(file, &all, &excluded, cx);
    abbreviations::check(&file.record, &all, cx);
    forms::check(file, cx);
}

fn provider_paths(raw: &RawRegulation, units: &[super::types::Unit], cx: &mut Cx) -> Vec<ProviderPath> {
    let Some(list) = &raw.procedures else { return Vec::new() };
    provider::needs_units(raw, list.span, cx);
    paths(list, |path| path.id.as_ref(), |path, cx| provider::build(path, units, cx), cx)
}

fn system_paths(raw: &RawRegulation, cx: &mut Cx) -> Vec<SystemPath> {
    let Some(list) = &raw.interactions else { return Vec::new() };
    paths(list, |path| path.id.as_ref(), system::build, cx)
}

/// Builds each path; those that are too broken to be drawn, or too many, are left out.
fn paths<R, P>(
    list: &Spanned<RawList<R>>,
    id: impl Fn(&R) -> Option<&Spanned<Word>>,
    build: impl Fn(&Spanned<R>, &mut Cx) -> Option<P>,
    cx: &mut Cx,
) -> Vec<P> {
    let do_fit = cx.fits(list.0.len(), PATHS_MAX, list.span);
    let mut built = Vec::new();
    for raw in &list.0 {
        match do_fit.then(|| build(raw, cx)).flatten() {
            Some(path) => built.push(path),
            None => id(raw).into_iter().for_each(|id| cx.drop_name(&id.0)),
        }
    }
    built
}

/// Ids of paths name files of one folder, so that no two may be alike.
fn unique_ids(raw: &RawRegulation, cx: &mut Cx) {
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for word in names::path_ids(raw) {
        match (seen.get(word.0.as_str()), Id::new(&word.0)) {
            (Some(first), Ok(id)) => cx.duplicate(&Spanned::new(id, word.span), *first),
            _ => _ = seen.entry(&word.0).or_insert(word.span),
        }
    }
}

fn field(raw: &RawRegulation, cx: &mut Cx) -> Option<Field> {
    let raw = raw.field.as_ref()?;
    let id = cx.id(raw.id.as_ref());
    let name = cx.text(raw.name.as_ref());
    Some(Field { id: id?.value, name: name? })
}

fn channels(raw: &RawRegulation, cx: &mut Cx) -> Vec<Channel> {
    let Some(list) = &raw.channels else { return Vec::new() };
    list.0
        .iter()
        .filter_map(|raw| {
            let kind = cx.choice(raw.kind.as_ref(), &system::CHANNELS);
            let text = cx.text(raw.text.as_ref());
            Some(Channel { kind: kind?, text: text? })
        })
        .collect()
}

fn forms(raw: &RawRegulation, cx: &mut Cx) -> Vec<Form> {
    let known = [
        ("electronic", Form::Electronic),
        ("electronic-partial", Form::ElectronicPartial),
        ("paper", Form::Paper),
        ("composite", Form::Composite),
    ];
    let Some(list) = &raw.form else { return Vec::new() };
    list.0.iter().filter_map(|word| cx.choice(Some(word), &known)).collect()
}

fn standard(raw: &RawRegulation, cx: &mut Cx) -> Option<Standard> {
    let raw = raw.standard.as_ref()?;
    Some(Standard {
        order: cx.text(raw.order.as_ref())?,
        registry: raw.registry.as_ref().map(|word| word.0.clone()),
        amended_by: cx.text(raw.amended_by.as_ref()),
    })
}

fn terms(raw: &RawRegulation, cx: &mut Cx) -> Vec<Term> {
    let Some(list) = &raw.terms else { return Vec::new() };
    list.0
        .iter()
        .filter_map(|raw| Some(Term { abbr: cx.text(raw.abbr.as_ref())?, expansion: cx.text(raw.expansion.as_ref()) }))
        .collect()
}

fn appendices(raw: &RawRegulation, handbooks: &[ProviderPath], diagrams: &[SystemPath], cx: &mut Cx) -> Vec<Appendix> {
    let Some(list) = &raw.appendices else { return Vec::new() };
    let mut seen: Vec<(Shown, Span)> = Vec::new();
    let mut appendices = Vec::new();
    for raw in &list.0 {
        let Some(shows) = shown(raw, handbooks, diagrams, cx) else { continue };
        if let Some((_, first)) = seen.iter().find(|(other, _)| *other == shows) {
            let name = raw.shows.as_ref().map_or("", |word| &word.0);
            cx.find(Finding::new(&codes::REPEATED_APPENDIX, raw.span).word(name).related(*first));
        }
        seen.push((shows, raw.span));
        appendices.push(Appendix {
            number: raw.number.as_ref().map(|number| number.0),
            label: cx.text(raw.label.as_ref()),
            header: cx.text(raw.header.as_ref()),
            heading: cx.text(raw.heading.as_ref()),
            shows,
            legend: raw.legend.as_ref().map(|raw| legend(raw, cx)),
            is_missing: cx.flag(raw.missing.as_ref()),
        });
    }
    appendices
}

fn shown(raw: &RawAppendix, handbooks: &[ProviderPath], diagrams: &[SystemPath], cx: &mut Cx) -> Option<Shown> {
    let kind = cx.choice(raw.kind.as_ref(), &[("handbook", true), ("diagram", false)]);
    let word = raw.shows.as_ref()?;
    let mut known: Vec<(&str, Shown)> = Vec::new();
    if kind != Some(false) {
        known.extend(handbooks.iter().enumerate().map(|(at, path)| (path.id.as_str(), Shown::Handbook(at))));
    }
    if kind != Some(true) {
        known.extend(diagrams.iter().enumerate().map(|(at, path)| (path.id.as_str(), Shown::Diagram(at))));
    }
    let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
    cx.reference(&word.0, word.span, &names).map(|at| known[at].1)
}

fn legend(raw: &RawLegend, cx: &mut Cx) -> Legend {
    let show = cx.choice(raw.show.as_ref(), &[("full", LegendShow::Full), ("used", LegendShow::Used)]);
    let items: Vec<LegendItem> = raw.items.as_ref().map_or(Vec::new(), |list| {
        list.0
            .iter()
            .filter_map(|raw| {
                let text = cx.text(raw.text.as_ref());
                let element = cx.choice(raw.element.as_ref(), &Symbol::ALL.map(|symbol| (symbol.name(), symbol)));
                Some(LegendItem { text: text?, element: element?, printed: cx.text(raw.printed.as_ref()) })
            })
            .collect()
    });
    // A legend that the decree prints is printed whole.
    let usual = if items.is_empty() { LegendShow::Used } else { LegendShow::Full };
    Legend { heading: cx.text(raw.heading.as_ref()), show: show.unwrap_or(usual), items }
}
