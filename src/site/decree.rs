//! The page of a decree: whether it is in force, requisites, regulations, text.

use super::address::Place;
use super::context::{Act, ActPage, Fact, Value, View, Words};
use super::desk::Desk;
use super::facts::{self, Facts};
use super::{home, machine, parallel, regulation, text_file};
use crate::backend::html;
use crate::base::Lang;
use crate::manuscript;
use crate::model::{Decree, DecreeKind};
use crate::wording::act_kind::ActKind;

pub(super) fn page(desk: &Desk<'_>, decree: &Decree) -> View<ActPage> {
    let place = Place::Decree(&decree.id);
    let manuscripts = Lang::ALL.map(|lang| manuscript::compose_decree(decree, lang));
    let aligned = parallel::align(&decree.prose, &manuscripts);
    let manuscript = &manuscripts[desk.lang as usize];
    let options = html::Options { labels: regulation::labels(desk), level: 3, drawings: &[], parallel: None };
    let rendered = html::render(manuscript, &options);
    let title = Words::of(&decree.title, desk.lang);
    let repealed = desk.repealed(decree, place);
    let mark = repealed.as_ref().map(|repealed| format!("{}: ", repealed.mark)).unwrap_or_default();
    let name = desk.short_name(decree).words;
    let [headline, description] = desk.in_region(decree, &mark, [&name, &title.words]);
    let mut frame = desk.frame(place, "decree", &headline, &description);
    frame.is_repealed = repealed.is_some();
    frame.crossings = parallel::crossings(&aligned, desk.lang);
    frame.trail = desk.trail_to(decree, place);
    frame.head.facts = Some(machine::of_decree(desk, decree));
    let kicker = desk.word(kind(decree));
    let it = ActPage {
        kicker,
        title,
        repealed,
        former: None,
        upcoming: None,
        timeline: Vec::new(),
        compare: Vec::new(),
        facts: facts(desk, decree, place),
        regulations: home::regulation_links(desk, decree, place),
        only_in: desk.only_in(manuscript.language),
        contents: Vec::new(),
        act: Act {
            lang: manuscript.language.tag(),
            head: rendered.head,
            text: rendered.text,
            appendices: rendered.appendices,
            glossary: rendered.glossary,
        },
        texts: text_file::of_decree_links(desk, decree),
        files: Vec::new(),
        parallel: None,
    };
    View { frame, it }
}

/// The key of the word for what it is.
pub(super) fn kind(decree: &Decree) -> &'static str {
    match (decree.act_kind(), decree.kind) {
        (ActKind::Resolution, DecreeKind::Amending) => "amending",
        (ActKind::Resolution, DecreeKind::Approving) => "decree",
        (ActKind::Order, DecreeKind::Amending) => "amending_order",
        (ActKind::Order, DecreeKind::Approving) => "order",
    }
}

pub(super) fn facts(desk: &Desk<'_>, decree: &Decree, place: Place<'_>) -> Vec<Fact> {
    let mut facts = Facts::new(desk);
    facts.add("status", [facts.status(decree, place)]);
    facts.region(decree);
    facts.add("adopting_body", [facts.text(&decree.adopting_body)]);
    facts.add("adopted", [Value::of(Words::own(desk.date(decree.adopted)))]);
    facts.add("number", [Value::of(Words::own(&decree.number))]);
    if let Some(registered) = &decree.registered {
        let entry = desk.words().fill("registered_as", &[&desk.date(registered.date), &registered.number]);
        let by = registered.by.iter().map(|by| facts.text(by));
        let values: Vec<Value> = by.chain([Value::of(Words::own(entry))]).collect();
        facts.add("registered", values);
    }
    if let Some(signatory) = &decree.signatory {
        let values: Vec<Value> = signatory.post.iter().chain([&signatory.name]).map(|text| facts.text(text)).collect();
        facts.add("signatory", values);
    }
    facts.in_force(decree, place);
    facts.add("amends", amended(desk, decree, place));
    facts.add("amended_by", amending(desk, decree, place));
    facts.all
}

/// Each act that the decree amends, with its number in the register and the appendix that holds the new wording.
fn amended(desk: &Desk<'_>, decree: &Decree, place: Place<'_>) -> Vec<Value> {
    let value = |act: &crate::model::Amended| {
        let mut value = facts::amended(desk, decree, act, place);
        let annex = act.appendix.map(|number| Words::own(desk.words().fill("annex", &[&number.to_string()])));
        value.more = Words::listed(value.more.into_iter().chain(annex).map(|words| vec![words]));
        value
    };
    decree.amends.iter().map(value).collect()
}

/// Each act that amends this one: decrees of the corpus, and those that brought in editions of its regulations.
fn amending(desk: &Desk<'_>, decree: &Decree, place: Place<'_>) -> Vec<Value> {
    let relations = desk.stock.relations;
    let own = relations.amending(desk.stock.corpus, &decree.id).map(|other| Value {
        text: desk.short_name(other),
        href: Some(place.link(Place::Decree(&other.id))),
        more: vec![Words::own(desk.date(other.adopted))],
    });
    let elsewhere = relations.amending_elsewhere(&decree.id);
    let elsewhere = elsewhere.map(|act| Value::of(desk.act_of(&act.by, act.date, &act.number)));
    own.chain(elsewhere).collect()
}
