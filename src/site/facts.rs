//! The box of facts at the head of a page.

use super::address::Place;
use super::answers;
use super::context::{Fact, Value, Words};
use super::desk::Desk;
use crate::base::Text;
use crate::manuscript::Manuscript;
use crate::model::{
    self, Amended, Channel, ChannelKind, Decree, DecreeKind, Form, ProviderPath, Regulation, SystemPath, Twins,
};
use crate::wording::duration;

/// Lines of facts, in order; a fact without values is left out.
pub(super) struct Facts<'d, 'a> {
    desk: &'d Desk<'a>,
    pub all: Vec<Fact>,
}

impl<'d, 'a> Facts<'d, 'a> {
    pub fn new(desk: &'d Desk<'a>) -> Facts<'d, 'a> {
        Facts { desk, all: Vec::new() }
    }

    pub fn add(&mut self, key: &str, values: impl IntoIterator<Item = Value>) {
        let values: Vec<Value> = values.into_iter().collect();
        if !values.is_empty() {
            self.all.push(Fact { name: self.desk.word(key), values });
        }
    }

    pub fn text(&self, text: &Text) -> Value {
        Value::of(Words::of(text, self.desk.lang))
    }

    /// A channel by its usual name, and in the words of the act, which may stand in any case, where these say more.
    fn channel(&self, channel: &Channel) -> Value {
        let (name, words) = (self.desk.word(channel_key(channel.kind)), Words::of(&channel.text, self.desk.lang));
        let says_more = words.words.to_lowercase() != name.to_lowercase();
        Value { text: Words::own(name), href: None, more: Vec::from_iter(says_more.then_some(words)) }
    }

    /// Whether the decree is still in force, as far as its definition knows.
    pub fn status(&self, decree: &Decree, place: Place<'_>) -> Value {
        match self.desk.repealed(decree, place) {
            Some(repealed) => {
                Value { text: Words::own(repealed.mark), href: Some(repealed.act.href), more: vec![repealed.act.text] }
            }
            None => Value::of(Words::own(self.desk.word("not_repealed"))),
        }
    }

    /// What a citizen asks first, after the status: short answers before long ones.
    pub fn of_regulation(
        mut self,
        decree: &Decree,
        regulation: &Regulation,
        manuscript: &Manuscript,
        place: Place<'_>,
    ) -> Vec<Fact> {
        let desk = self.desk;
        self.region(decree);
        let provider = answers::paragraph(manuscript, regulation.paragraphs.provider);
        self.add("provider", [Value { href: provider, ..self.text(&regulation.provider) }]);
        let channels: Vec<Value> = regulation.channels.iter().map(|channel| self.channel(channel)).collect();
        self.add("channels", channels);
        let terms = regulation.provider_paths.iter().filter_map(|path| term(desk, path));
        self.add("term", terms);
        let told = |path| [steps(desk, path)].into_iter().chain(answers::cases(desk, path));
        self.add("steps", regulation.provider_paths.iter().flat_map(told));
        self.add("system_steps", regulation.system_paths.iter().map(|path| system_steps(desk, path)));
        self.add("refusals", answers::refusals(desk, regulation, manuscript));
        self.add("result", answers::result(desk, regulation, manuscript));
        let stated = answers::paragraph(manuscript, regulation.paragraphs.form);
        let forms = regulation
            .form
            .iter()
            .map(|form| Value { href: stated.clone(), ..Value::of(Words::own(desk.word(form_key(*form)))) });
        self.add("form", forms);
        let field = regulation.field.iter().map(|field| {
            let href = format!("{}?field={}", place.link(Place::Search), field.id);
            Value { href: Some(href), ..self.text(&field.name) }
        });
        let field: Vec<Value> = field.collect();
        self.add("field", field);
        self.standard(regulation);
        let own = Value {
            href: Some(place.link(Place::Decree(&decree.id))),
            more: vec![desk.act_of(&decree.adopting_body, decree.adopted, &decree.number)],
            text: desk.short_name(decree),
        };
        self.approval(decree, regulation, own, place);
        self.in_force(decree, place);
        self.all
    }
}

impl Facts<'_, '_> {
    pub fn region(&mut self, decree: &Decree) {
        let region: Vec<Value> = decree.region.iter().map(|region| self.text(&region.name)).collect();
        self.add("region", region);
    }

    /// Which act approved the regulation: the decree, or that which it amends where it words the regulation anew.
    pub fn approval(&mut self, decree: &Decree, regulation: &Regulation, own: Value, place: Place<'_>) {
        let key = if decree.kind == DecreeKind::Amending { "restated_by" } else { "approved_by" };
        self.add(key, [own]);
        let desk = self.desk;
        self.add("approved_by", decree.restates(regulation).map(|act| amended(desk, decree, act, place)));
    }

    /// The paragraph of the decree on its entry into force, with its words.
    pub fn in_force(&mut self, decree: &Decree, place: Place<'_>) {
        let desk = self.desk;
        let value = |number: u32| {
            let prose = decree.prose_in(desk.lang)?;
            let is_own = prose.language == decree.language;
            let twins = Twins::of(&decree.prose).filter(|_| !is_own);
            let number = twins.map_or(Some(number), |twins| twins.of_paragraph(decree.language, number))?;
            let said = model::paragraph(prose, number).join(" ");
            let words = said.strip_prefix(&format!("{number}.")).map(str::trim_start)?.to_owned();
            let href = format!("{}#p{number}", place.link(Place::Decree(&decree.id)));
            let lang = (prose.language != desk.lang).then_some(prose.language.tag());
            let text = Words::own(desk.words().fill("paragraph_no", &[&number.to_string()]));
            Some(Value { text, href: Some(href), more: vec![Words { words, lang }] })
        };
        self.add("in_force", decree.in_force_paragraph.and_then(value));
    }

    /// The order that the service is standardised by, and those that amended it.
    pub fn standard(&mut self, regulation: &Regulation) {
        let Some(standard) = &regulation.standard else { return };
        let desk = self.desk;
        let more = registered(desk, standard.registry.as_deref());
        let order = Value { text: desk.with_days(&standard.order), href: None, more };
        let amends = Words::own(desk.word("relation_amends"));
        let later = standard
            .amended_by
            .iter()
            .map(|later| Value { more: vec![amends.clone()], ..Value::of(desk.with_days(later)) });
        self.add("standard", [order].into_iter().chain(later));
    }
}

/// The number in the register.
fn registered(desk: &Desk<'_>, number: Option<&str>) -> Vec<Words> {
    number.map(|number| Words::own(desk.words().fill("registry", &[number]))).into_iter().collect()
}

/// An act that a decree amends, with its number in the register, and its page where it has one.
pub(super) fn amended(desk: &Desk<'_>, decree: &Decree, amended: &Amended, place: Place<'_>) -> Value {
    let page = desk.stock.relations.amended_decree(desk.stock.corpus, amended).filter(|page| page.id != decree.id);
    Value {
        text: desk.with_days(&amended.act),
        href: page.map(|page| place.link(Place::Decree(&page.id))),
        more: registered(desk, amended.registry.as_deref()),
    }
}

/// The word of the interface that names a channel.
pub(super) fn channel_key(kind: ChannelKind) -> &'static str {
    match kind {
        ChannelKind::Office => "channel_office",
        ChannelKind::Provider => "channel_provider",
        ChannelKind::LocalAkim => "channel_local-akim",
        ChannelKind::StateCorporation => "channel_state-corporation",
        ChannelKind::ServiceCentre => "channel_service-centre",
        ChannelKind::Portal => "channel_portal",
    }
}

fn form_key(form: Form) -> &'static str {
    match form {
        Form::Electronic => "form_electronic",
        Form::ElectronicPartial => "form_electronic-partial",
        Form::Paper => "form_paper",
        Form::Composite => "form_composite",
    }
}

fn term(desk: &Desk<'_>, path: &ProviderPath) -> Option<Value> {
    let total = path.total_term.as_ref()?;
    let text = Words::own(duration::say(&total.duration.value, desk.lang));
    Some(Value {
        text,
        href: Some(format!("#{}-total", path.id)),
        more: path.variant.iter().map(|text| variant(desk, text)).collect(),
    })
}

/// The words that tell a variant from others.
fn variant(desk: &Desk<'_>, text: &Text) -> Words {
    let words = Words::of(text, desk.lang);
    Words { words: words.words.trim_end_matches(':').to_owned(), ..words }
}

fn steps(desk: &Desk<'_>, path: &ProviderPath) -> Value {
    let first = path.steps.first().map(|step| format!("#{}-{}", path.id, step.id.value));
    let count = desk.count("count_steps", path.steps.len());
    let text = Words::own([count].into_iter().chain(answers::all_steps(desk, path)).collect::<Vec<_>>().join("; "));
    Value { text, href: first, more: path.variant.iter().map(|text| variant(desk, text)).collect() }
}

fn system_steps(desk: &Desk<'_>, path: &SystemPath) -> Value {
    use crate::model::ItemKind::{Condition, Process};
    let of = |kind| path.items.iter().filter(|item| item.kind == kind).count();
    let (processes, conditions) = (of(Process), of(Condition));
    let said = [("count_processes", processes), ("count_conditions", conditions)];
    let text = said.map(|(key, count)| desk.count(key, count)).join(", ");
    Value {
        text: Words::own(text),
        href: path.items.first().map(|item| format!("#{}-{}", path.id, item.id.value)),
        more: path.named.iter().map(|named| variant(desk, named)).collect(),
    }
}
