//! A regulation before and after: facts of chapter 1, units, paths, appendices, running text.

use super::ledger::Ledger;
use super::pair::{Entry, Pairing, pair};
use super::place::{Places, of_fact};
use super::running::Names;
use super::subject::Subject;
use super::types::{Kind, Place, Value};
use super::{appendices, editions, elements, provider, running, system};
use crate::base::Said;
use crate::model::{Channel, ChannelKind, FactParagraphs, Field, Form, Regulation, Standard, Term, Unit};

pub(super) fn compare(before: &Regulation, after: &Regulation, ledger: &mut Ledger) {
    editions::compare(before, after, ledger);
    field_of(before.field.as_ref(), after.field.as_ref(), ledger);
    wording(before, after, ledger);
}

/// What the two say, whatever editions they are and wherever the search puts them.
pub(super) fn wording(before: &Regulation, after: &Regulation, ledger: &mut Ledger) {
    let Regulation {
        id: _,
        language,
        title,
        field: _,
        edition: _,
        former: _,
        heading,
        approval,
        notes,
        provider,
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
    } = before;
    ledger.text(Subject::Title, title, &after.title);
    ledger.said(Subject::Language, Some(elements::language(*language)), Some(elements::language(after.language)));
    ledger.maybe(Subject::Heading, (heading.as_ref(), after.heading.as_ref()));
    ledger.maybe(Subject::Approval, (approval.as_ref(), after.approval.as_ref()));
    elements::texts(Subject::Note, notes, &after.notes, ledger);
    facts(paragraphs, &after.paragraphs, ledger);
    ledger.at(of_fact(after.paragraphs.provider, after));
    ledger.text(Subject::Provider, provider, &after.provider);
    channels_of(channels, &after.channels, ledger);
    ledger.at(of_fact(after.paragraphs.form, after));
    forms(form, &after.form, ledger);
    ledger.at(Place::default());
    standard_of(standard.as_ref(), after.standard.as_ref(), ledger);
    abbreviations(terms, &after.terms, ledger);
    running::compare([prose, &after.prose], [&Names::of(before), &Names::of(after)], ledger);
    let places = [Places::of(before), Places::of(after)];
    let unit_pairs = units_of(units, &after.units, &places, ledger);
    provider::compare([provider_paths, &after.provider_paths], [units, &after.units], &unit_pairs, &places, ledger);
    system::compare(system_paths, &after.system_paths, &places, ledger);
    ledger.at(Place::default());
    appendices::compare([appendices, &after.appendices], [before, after], ledger);
    ledger.at(Place::default());
}

fn field_of(before: Option<&Field>, after: Option<&Field>, ledger: &mut Ledger) {
    if let (Some(Field { id, name }), Some(after)) = (before, after) {
        ledger.value(Subject::Field, Some(Value::words(id.as_str())), Some(Value::words(after.id.as_str())));
        ledger.text(Subject::Field, name, &after.name);
    } else {
        ledger.maybe(Subject::Field, (before.map(|field| &field.name), after.map(|field| &field.name)));
    }
}

fn facts(before: &FactParagraphs, after: &FactParagraphs, ledger: &mut Ledger) {
    let FactParagraphs { provider, form, result, basis } = *before;
    let all = [(provider, after.provider), (form, after.form), (result, after.result), (basis, after.basis)];
    for (old, new) in all {
        ledger.number_in_text(Subject::FactParagraph, old, new);
    }
}

fn channels_of(before: &[Channel], after: &[Channel], ledger: &mut Ledger) {
    let of = |all| elements::by_text(all, |channel: &Channel| &channel.text);
    let pairing = pair(&of(before), &of(after));
    pairing.removed.iter().for_each(|at| ledger.whole(Kind::Removed, Subject::Channel, &before[*at].text));
    pairing.added.iter().for_each(|at| ledger.whole(Kind::Added, Subject::Channel, &after[*at].text));
    for (old, new) in &pairing.pairs {
        let (Channel { kind, text }, new) = (&before[*old], &after[*new]);
        ledger.text(Subject::Channel, text, &new.text);
        ledger.said(Subject::ChannelKind, Some(channel(*kind)), Some(channel(new.kind)));
    }
    elements::displaced(Subject::Channel, &pairing, |at| Value::text(&after[at].text), ledger);
}

fn forms(before: &[Form], after: &[Form], ledger: &mut Ledger) {
    for form in before.iter().filter(|form| !after.contains(form)) {
        ledger.said(Subject::Form, Some(form_said(*form)), None);
    }
    for form in after.iter().filter(|form| !before.contains(form)) {
        ledger.said(Subject::Form, None, Some(form_said(*form)));
    }
    let is_reordered = before.len() == after.len() && before != after && before.iter().all(|form| after.contains(form));
    if is_reordered {
        let last = after.last().map(|form| Value::of(form_said(*form)));
        ledger.push(Kind::Moved, Subject::Form, None, last);
    }
}

fn standard_of(before: Option<&Standard>, after: Option<&Standard>, ledger: &mut Ledger) {
    let (Some(Standard { order, registry, amended_by }), Some(after)) = (before, after) else {
        return ledger.maybe(Subject::Standard, (before.map(|one| &one.order), after.map(|one| &one.order)));
    };
    ledger.text(Subject::Standard, order, &after.order);
    elements::string(Subject::Standard, registry.as_deref(), after.registry.as_deref(), ledger);
    ledger.maybe(Subject::Standard, (amended_by.as_ref(), after.amended_by.as_ref()));
}

fn abbreviations(before: &[Term], after: &[Term], ledger: &mut Ledger) {
    // An abbreviation has few words of its own: what it stands for tells it from others, too.
    let words = |all: &[Term]| -> Vec<String> {
        all.iter()
            .map(|term| {
                format!("{} {}", elements::words(&term.abbr), term.expansion.as_ref().map_or("", elements::words))
            })
            .collect()
    };
    let (old, new) = (words(before), words(after));
    let entry = |(term, words): (&Term, &String)| {
        let id = Some(elements::words(&term.abbr).to_owned());
        (id, words.clone())
    };
    let (old, new): (Vec<_>, Vec<_>) =
        (before.iter().zip(&old).map(entry).collect(), after.iter().zip(&new).map(entry).collect());
    let pairing = pair(&named(&old), &named(&new));
    pairing.removed.iter().for_each(|at| ledger.whole(Kind::Removed, Subject::Abbreviation, &before[*at].abbr));
    pairing.added.iter().for_each(|at| ledger.whole(Kind::Added, Subject::Abbreviation, &after[*at].abbr));
    for (old, new) in &pairing.pairs {
        let (Term { abbr, expansion }, new) = (&before[*old], &after[*new]);
        ledger.text(Subject::Abbreviation, abbr, &new.abbr);
        ledger.maybe(Subject::Expansion, (expansion.as_ref(), new.expansion.as_ref()));
    }
    elements::displaced(Subject::Abbreviation, &pairing, |at| Value::text(&after[at].abbr), ledger);
}

fn units_of(before: &[Unit], after: &[Unit], places: &[Places; 2], ledger: &mut Ledger) -> Pairing {
    let of = |all: &[Unit]| -> Vec<(Option<String>, String)> {
        all.iter().map(|unit| (Some(unit.id.to_string()), elements::words(&unit.name).to_owned())).collect()
    };
    let (old, new) = (of(before), of(after));
    let pairing = pair(&named(&old), &named(&new));
    for at in &pairing.removed {
        ledger.at(places[0].unit(before[*at].id.as_str()));
        ledger.whole(Kind::Removed, Subject::Unit, &before[*at].name);
    }
    for (from, to) in &pairing.pairs {
        let (Unit { id, name, printed }, new) = (&before[*from], &after[*to]);
        ledger.at(places[1].unit(new.id.as_str()));
        ledger.value(Subject::Id, Some(Value::words(id.as_str())), Some(Value::words(new.id.as_str())));
        ledger.text(Subject::Unit, name, &new.name);
        // The entry is the name with the list's punctuation, unless the act prints it otherwise.
        let bare = |text: &crate::base::Text| text.map(|_, words| Some(words.trim_end_matches([';', '.']).to_owned()));
        if (bare(printed) != *name || bare(&new.printed) != new.name) && printed != &new.printed {
            ledger.text(Subject::UnitEntry, printed, &new.printed);
        }
    }
    for at in &pairing.added {
        ledger.at(places[1].unit(after[*at].id.as_str()));
        ledger.whole(Kind::Added, Subject::Unit, &after[*at].name);
    }
    ledger.at(places[1].unit(""));
    elements::displaced(Subject::Unit, &pairing, |at| Value::text(&after[at].name), ledger);
    pairing
}

/// Entries with ids.
pub(super) fn named(all: &[(Option<String>, String)]) -> Vec<Entry<'_>> {
    all.iter().map(|(id, words)| Entry { id: id.as_deref(), words, class: 0 }).collect()
}

pub(super) const fn channel(kind: ChannelKind) -> &'static Said {
    match kind {
        ChannelKind::Office => &Said { kk: "кеңсе", ru: "канцелярия", en: "office" },
        ChannelKind::Provider => &Said {
            kk: "көрсетілетін қызметті беруші", ru: "услугодатель", en: "provider"
        },
        ChannelKind::LocalAkim => {
            &Said { kk: "жергілікті әкім", ru: "местный аким", en: "local akim" }
        }
        ChannelKind::StateCorporation => {
            &Said {
                kk: "Мемлекеттік корпорация", ru: "Государственная корпорация", en: "State Corporation"
            }
        }
        ChannelKind::ServiceCentre => &Said {
            kk: "халыққа қызмет көрсету орталығы",
            ru: "центр обслуживания населения",
            en: "public service centre",
        },
        ChannelKind::Portal => &Said { kk: "портал", ru: "портал", en: "portal" },
    }
}

const fn form_said(form: Form) -> &'static Said {
    match form {
        Form::Electronic => &Said { kk: "электрондық", ru: "электронная", en: "electronic" },
        Form::ElectronicPartial => &Said {
            kk: "электрондық (ішінара автоматтандырылған)",
            ru: "электронная (частично автоматизированная)",
            en: "electronic (partly automated)",
        },
        Form::Paper => &Said { kk: "қағаз түрінде", ru: "бумажная", en: "paper" },
        Form::Composite => &Said { kk: "аралас", ru: "композитная", en: "composite" },
    }
}
