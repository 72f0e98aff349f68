//! A decree: its requisites, what it amends, its amendments.

use super::context::Cx;
use super::numbers::{self, Excluded};
use super::prose::{self, Inserts};
use super::types::{
    Amended, Amendment, Change, Decree, DecreeKind, Region, Registration, Regulation, Repeal, Signatory,
};
use super::{head, proof, sentences};
use crate::base::{Finding, Lang, Spanned, codes};
use crate::source::raw::{RawAmendment, RawDecree};
use crate::source::{RawDate, RawFile, RawList};
use crate::wording::date::Date;

/// The decree with its regulations in the order that it gives; `None` where too little is there to say anything.
pub(super) fn build(file: &RawFile<RawDecree>, regulations: Vec<Regulation>, cx: &mut Cx) -> Option<Decree> {
    let raw = &file.record;
    cx.language = Lang::Kk;
    cx.set_language(raw.language.as_ref());
    let id = cx.id(raw.decree.as_ref());
    let title = cx.text(raw.title.as_ref());
    let body = cx.text(raw.body.as_ref());
    let adopted = cx.date(raw.date.as_ref());
    let kind =
        cx.choice(raw.kind.as_ref(), &[("approving", DecreeKind::Approving), ("amending", DecreeKind::Amending)]);
    let regulations = in_order(raw, regulations, cx);
    let prose = prose::build(file, &Inserts::default(), cx);
    let region = region(raw, cx);
    let requisites_line = cx.text(raw.requisites.as_ref());
    let status = cx.text(raw.status.as_ref());
    let registered = registered(raw, cx);
    let repealed = repealed(raw, cx);
    proof::read(&sentences::of_decree(file, cx.language), cx);
    for prose in &file.prose {
        let mut excluded = Excluded::default();
        excluded.add_prose(prose);
        numbers::check(prose, &excluded, false, cx);
    }
    head::of_decree(raw, &prose, cx);
    if let Some(adopted) = adopted {
        not_before("registered", raw.registered.as_ref().and_then(|raw| raw.date.as_ref()), adopted, cx);
        not_before("repealed", raw.repealed.as_ref().and_then(|raw| raw.date.as_ref()), adopted, cx);
        not_by_itself(raw, adopted, cx);
    }
    let notes = cx.texts(raw.notes.as_ref());
    let amends = amends(raw, cx);
    let signatory = signatory(raw, cx);
    let amendments = amendments(raw.amendments.as_ref(), &regulations, cx);
    // Everything has been read, and so everything that is wrong has been said: now what is missing may end it.
    Some(Decree {
        id: id?.value,
        language: cx.language,
        region,
        title: title?,
        adopting_body: body?,
        adopted: adopted?,
        number: raw.number.as_ref()?.0.clone(),
        kind: kind.unwrap_or(DecreeKind::Approving),
        requisites_line,
        status,
        registered,
        repealed,
        notes,
        amends,
        signatory,
        in_force_paragraph: raw.in_force.as_ref().map(|number| number.0),
        amendments,
        prose,
        regulations,
    })
}

/// The regulations in the order of the decree's appendices; those that it does not name follow by id.
fn in_order(raw: &RawDecree, mut regulations: Vec<Regulation>, cx: &mut Cx) -> Vec<Regulation> {
    regulations.sort_by(|a, b| a.id.cmp(&b.id));
    let Some(order) = &raw.regulations else { return regulations };
    let mut ordered: Vec<Regulation> = Vec::new();
    for word in &order.0 {
        match regulations.iter().position(|regulation| regulation.id.as_str() == word.0) {
            Some(at) => ordered.push(regulations.remove(at)),
            None if ordered.iter().any(|regulation| regulation.id.as_str() == word.0) => {
                cx.find(Finding::new(&codes::LISTED_TWICE, word.span).word(&word.0));
            }
            None => {
                let known: Vec<&str> =
                    ordered.iter().chain(&regulations).map(|regulation| regulation.id.as_str()).collect();
                cx.dangling(&word.0, word.span, &known);
            }
        }
    }
    ordered.extend(regulations);
    ordered
}

fn region(raw: &RawDecree, cx: &mut Cx) -> Option<Region> {
    let raw = raw.region.as_ref()?;
    let id = cx.id(raw.id.as_ref());
    let name = cx.text(raw.name.as_ref());
    Some(Region { id: id?.value, name: name? })
}

fn registered(raw: &RawDecree, cx: &mut Cx) -> Option<Registration> {
    let raw = raw.registered.as_ref()?;
    let date = cx.date(raw.date.as_ref());
    Some(Registration { by: cx.text(raw.by.as_ref()), date: date?, number: raw.number.as_ref()?.0.clone() })
}

/// Nothing can be done with an act before it is adopted.
fn not_before(key: &str, day: Option<&Spanned<RawDate>>, adopted: Date, cx: &mut Cx) {
    let early = day.and_then(|day| Some((day.span, Date::parse_iso(&day.0)?))).filter(|(_, day)| *day < adopted);
    if let Some((span, day)) = early {
        cx.find(Finding::new(&codes::DAY_BEFORE_ADOPTION, span).word(key).word(day).word(adopted));
    }
}

/// An act ends another, and has another day or another number.
fn not_by_itself(raw: &RawDecree, adopted: Date, cx: &mut Cx) {
    let Some(repeal) = &raw.repealed else { return };
    let is_same_day = repeal.date.as_ref().and_then(|day| Date::parse_iso(&day.0)) == Some(adopted);
    if let (true, Some(own), Some(number)) = (is_same_day, &raw.number, &repeal.number)
        && own.0 == number.0
    {
        cx.find(Finding::new(&codes::REPEALED_BY_ITSELF, number.span).word(adopted).word(&number.0));
    }
}

fn repealed(raw: &RawDecree, cx: &mut Cx) -> Option<Repeal> {
    let raw = raw.repealed.as_ref()?;
    let by = cx.text(raw.by.as_ref());
    let date = cx.date(raw.date.as_ref());
    Some(Repeal { by: by?, date: date?, number: raw.number.as_ref()?.0.clone(), note: cx.text(raw.note.as_ref()) })
}

fn amends(raw: &RawDecree, cx: &mut Cx) -> Vec<Amended> {
    let Some(list) = &raw.amends else { return Vec::new() };
    list.0
        .iter()
        .filter_map(|raw| {
            Some(Amended {
                act: cx.text(raw.act.as_ref())?,
                registry: raw.registry.as_ref().map(|word| word.0.clone()),
                appendix: raw.appendix.as_ref().map(|number| number.0),
            })
        })
        .collect()
}

fn signatory(raw: &RawDecree, cx: &mut Cx) -> Option<Signatory> {
    let raw = raw.signatory.as_ref()?;
    let post = cx.text(raw.post.as_ref());
    Some(Signatory { post, name: cx.text(raw.name.as_ref())? })
}

fn amendments(
    field: Option<&Spanned<RawList<RawAmendment>>>,
    regulations: &[Regulation],
    cx: &mut Cx,
) -> Vec<Amendment> {
    let Some(list) = field else { return Vec::new() };
    list.0.iter().filter_map(|raw| amendment(raw, regulations, cx)).collect()
}

fn amendment(raw: &RawAmendment, regulations: &[Regulation], cx: &mut Cx) -> Option<Amendment> {
    let known: Vec<&str> = regulations.iter().map(|regulation| regulation.id.as_str()).collect();
    let new_edition = raw.new_edition.as_ref().and_then(|word| cx.reference(&word.0, word.span, &known));
    let changes = raw.changes.as_ref().map_or(Vec::new(), |list| {
        list.0
            .iter()
            .filter_map(|raw| {
                let command = cx.text(raw.command.as_ref());
                let text = cx.text(raw.text.as_ref());
                Some(Change { paragraph: raw.paragraph.as_ref().map(|n| n.0), command: command?, text: text? })
            })
            .collect()
    });
    Some(Amendment {
        regulation: cx.text(raw.regulation.as_ref()),
        intro: cx.text(raw.intro.as_ref())?,
        changes,
        new_edition: new_edition.map(|at| regulations[at].id.clone()),
    })
}
