//! Appendices before and after: number, head, heading, what they show, legend.

use super::elements;
use super::ledger::Ledger;
use super::pair::pair;
use super::subject::Subject;
use super::types::{Kind, Place, Value};
use crate::base::Said;
use crate::model::{Appendix, Legend, LegendItem, LegendShow, Regulation, Shown};

pub(super) fn compare(appendices: [&[Appendix]; 2], regulations: [&Regulation; 2], ledger: &mut Ledger) {
    let [before, after] = appendices;
    // An appendix is known by the path that it shows.
    let ids = |side: usize| -> Vec<String> {
        appendices[side].iter().map(|appendix| path(appendix.shows, regulations[side])).collect()
    };
    let (old, new) = (ids(0), ids(1));
    let mut pairing = pair(&elements::by_id(&old), &elements::by_id(&new));
    // What is left may bear the same number and show another path.
    let left = |all: &[Appendix], at: &[usize]| -> Vec<(usize, Option<u32>)> {
        at.iter().map(|at| (*at, all[*at].number)).collect()
    };
    for (from, number) in left(before, &pairing.removed) {
        let same = left(after, &pairing.added).into_iter().find(|(_, other)| number.is_some() && *other == number);
        if let Some((to, _)) = same {
            pairing.removed.retain(|at| *at != from);
            pairing.added.retain(|at| *at != to);
            pairing.pairs.push((from, to));
        }
    }
    for at in &pairing.removed {
        ledger.at(place(&before[*at], &old[*at]));
        ledger.push(Kind::Removed, Subject::Appendix, name(&before[*at]), None);
    }
    for at in &pairing.added {
        ledger.at(place(&after[*at], &new[*at]));
        ledger.push(Kind::Added, Subject::Appendix, None, name(&after[*at]));
    }
    for (from, to) in &pairing.pairs {
        ledger.at(place(&after[*to], &new[*to]));
        elements::string(Subject::AppendixPath, Some(&old[*from]), Some(&new[*to]), ledger);
        one(&before[*from], &after[*to], ledger);
    }
    ledger.at(Place::default());
    elements::displaced(Subject::Appendix, &pairing, |at| name(&after[at]), ledger);
}

fn path(shows: Shown, regulation: &Regulation) -> String {
    match shows {
        Shown::Handbook(at) => regulation.provider_paths[at].id.to_string(),
        Shown::Diagram(at) => regulation.system_paths[at].id.to_string(),
    }
}

fn place(appendix: &Appendix, path: &str) -> Place {
    Place { appendix: appendix.number, path: Some(path.to_owned()), ..Place::default() }
}

fn name(appendix: &Appendix) -> Option<Value> {
    appendix.heading.as_ref().or(appendix.label.as_ref()).and_then(Value::text)
}

fn one(before: &Appendix, after: &Appendix, ledger: &mut Ledger) {
    let Appendix { number, label, header, heading, shows: _, legend, is_missing } = before;
    ledger.number(Subject::AppendixNumber, *number, after.number);
    ledger.maybe(Subject::AppendixLabel, (label.as_ref(), after.label.as_ref()));
    ledger.maybe(Subject::AppendixHeader, (header.as_ref(), after.header.as_ref()));
    ledger.maybe(Subject::AppendixHeading, (heading.as_ref(), after.heading.as_ref()));
    let missing = |is| Some(elements::yes_or_no(is));
    ledger.said(Subject::AppendixMissing, missing(*is_missing), missing(after.is_missing));
    match (legend, &after.legend) {
        (Some(before), Some(after)) => legend_of(before, after, ledger),
        (None, Some(_)) => ledger.push(Kind::Added, Subject::Legend, None, None),
        (Some(_), None) => ledger.push(Kind::Removed, Subject::Legend, None, None),
        (None, None) => {}
    }
}

fn legend_of(before: &Legend, after: &Legend, ledger: &mut Ledger) {
    let Legend { heading, show, items } = before;
    ledger.maybe(Subject::LegendHeading, (heading.as_ref(), after.heading.as_ref()));
    ledger.said(Subject::LegendShow, Some(extent(*show)), Some(extent(after.show)));
    let of = |items| elements::by_text(items, |item: &LegendItem| &item.text);
    let pairing = pair(&of(items), &of(&after.items));
    pairing.removed.iter().for_each(|at| ledger.whole(Kind::Removed, Subject::LegendItem, &items[*at].text));
    pairing.added.iter().for_each(|at| ledger.whole(Kind::Added, Subject::LegendItem, &after.items[*at].text));
    for (from, to) in &pairing.pairs {
        let (LegendItem { text, element, printed }, new) = (&items[*from], &after.items[*to]);
        ledger.text(Subject::LegendItem, text, &new.text);
        elements::string(Subject::Symbol, Some(element.name()), Some(new.element.name()), ledger);
        ledger.maybe(Subject::LegendItem, (printed.as_ref(), new.printed.as_ref()));
    }
    elements::displaced(Subject::LegendItem, &pairing, |at| Value::text(&after.items[at].text), ledger);
}

const fn extent(show: LegendShow) -> &'static Said {
    match show {
        LegendShow::Full => &Said { kk: "толық", ru: "полностью", en: "full" },
        LegendShow::Used => &Said {
            kk: "тек пайдаланылғандары", ru: "только использованные", en: "only what is used"
        },
    }
}
