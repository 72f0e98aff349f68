//! What lists, maps and indexes say of an act, without its text: a [`Brief`] that a run keeps for the next one.
//!
//! In: a `Decree`. Out: the same with its regulations, as far as it names, dates and relates them, and back again.
//! Holds: whatever the pages that concern all acts look at is here, save what the search holds of their texts; what only
//! the own pages of an act look at is not, and is empty in a decree that was opened from its brief.
//! What comes back from a disk is checked as any text is: an id is an id, a day is a day.

use super::editions::Edition;
use super::fact_paragraphs::{FactParagraphs, InText};
use super::types::{
    Amended, Channel, ChannelKind, Decree, DecreeKind, Field, Prose, ProviderPath, Region, Registration, Regulation,
    Repeal, ResultsPlace, SystemPath,
};
use crate::base::{Id, Lang, Span, Spanned, Text};
use crate::wording::date::Date;
use borsh::{BorshDeserialize, BorshSerialize};

/// A decree.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Brief {
    id: String,
    is_russian: bool,
    region: Option<Named>,
    title: Both,
    body: Both,
    adopted: String,
    number: String,
    is_amending: bool,
    registered: Option<Registered>,
    repealed: Option<Act>,
    amends: Vec<Target>,
    texts: Languages,
    regulations: Vec<RegulationBrief>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
struct RegulationBrief {
    id: String,
    is_russian: bool,
    title: Both,
    field: Option<Named>,
    /// The first day, whether it is that of its effect, and the act.
    edition: Option<(String, bool, Act)>,
    former: Vec<RegulationBrief>,
    provider: Both,
    channels: Vec<u8>,
    handbooks: Vec<String>,
    diagrams: Vec<String>,
    texts: Languages,
}

/// Kazakh and Russian.
type Both = [Option<String>; 2];
/// Which of the running texts are in Russian, in their order.
type Languages = Vec<bool>;

#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
struct Named {
    id: String,
    name: Both,
}

#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
struct Registered {
    by: Option<Both>,
    date: String,
    number: String,
}

/// An act that repeals or words anew, with the publisher's note.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
struct Act {
    by: Both,
    date: String,
    number: String,
    note: Option<Both>,
}

#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
struct Target {
    act: Both,
    registry: Option<String>,
    appendix: Option<u32>,
}

const CHANNELS: [ChannelKind; 6] = [
    ChannelKind::Office,
    ChannelKind::Provider,
    ChannelKind::LocalAkim,
    ChannelKind::StateCorporation,
    ChannelKind::Portal,
    ChannelKind::ServiceCentre,
];

impl Brief {
    pub fn of(decree: &Decree) -> Brief {
        Brief {
            id: decree.id.to_string(),
            is_russian: decree.language == Lang::Ru,
            region: decree.region.as_ref().map(|region| Named::of(&region.id, &region.name)),
            title: both(&decree.title),
            body: both(&decree.adopting_body),
            adopted: decree.adopted.to_string(),
            number: decree.number.clone(),
            is_amending: decree.kind == DecreeKind::Amending,
            registered: decree.registered.as_ref().map(|registered| Registered {
                by: registered.by.as_ref().map(both),
                date: registered.date.to_string(),
                number: registered.number.clone(),
            }),
            repealed: decree.repealed.as_ref().map(|repeal| Act {
                by: both(&repeal.by),
                date: repeal.date.to_string(),
                number: repeal.number.clone(),
                note: repeal.note.as_ref().map(both),
            }),
            amends: decree
                .amends
                .iter()
                .map(|amended| Target {
                    act: both(&amended.act),
                    registry: amended.registry.clone(),
                    appendix: amended.appendix,
                })
                .collect(),
            texts: languages(&decree.prose),
            regulations: decree.regulations.iter().map(RegulationBrief::of).collect(),
        }
    }

    /// What the overview of acts says of it: of its regulations, nothing but by which acts they were worded anew.
    pub fn related(&self) -> Brief {
        Brief { regulations: self.regulations.iter().map(RegulationBrief::related).collect(), ..self.clone() }
    }

    /// The decree without its text; nothing where this is no brief of a decree.
    pub fn open(&self) -> Option<Decree> {
        let repealed = self.repealed.as_ref().map(|act| {
            let (by, note) = (text(&act.by), act.note.as_ref().map(text));
            Some(Repeal { by, date: day(&act.date)?, number: act.number.clone(), note })
        });
        let registered = self.registered.as_ref().map(|registered| {
            let by = registered.by.as_ref().map(text);
            Some(Registration { by, date: day(&registered.date)?, number: registered.number.clone() })
        });
        let amended = |target: &Target| Amended {
            act: text(&target.act),
            registry: target.registry.clone(),
            appendix: target.appendix,
        };
        Some(Decree {
            id: id(&self.id)?,
            language: lang(self.is_russian),
            region: whole(
                self.region.as_ref().map(|region| Some(Region { id: id(&region.id)?, name: text(&region.name) })),
            )?,
            title: text(&self.title),
            adopting_body: text(&self.body),
            adopted: day(&self.adopted)?,
            number: self.number.clone(),
            kind: if self.is_amending { DecreeKind::Amending } else { DecreeKind::Approving },
            requisites_line: None,
            status: None,
            registered: whole(registered)?,
            repealed: whole(repealed)?,
            notes: Vec::new(),
            amends: self.amends.iter().map(amended).collect(),
            signatory: None,
            in_force_paragraph: None,
            amendments: Vec::new(),
            prose: prose(&self.texts),
            regulations: self.regulations.iter().map(RegulationBrief::open).collect::<Option<_>>()?,
        })
    }
}

impl RegulationBrief {
    fn of(regulation: &Regulation) -> RegulationBrief {
        let act = |edition: &Edition| Act {
            by: both(&edition.by),
            date: edition.date.to_string(),
            number: edition.number.clone(),
            note: edition.note.as_ref().map(both),
        };
        let channel = |channel: &Channel| CHANNELS.iter().position(|kind| *kind == channel.kind).map(|at| at as u8);
        RegulationBrief {
            id: regulation.id.to_string(),
            is_russian: regulation.language == Lang::Ru,
            title: both(&regulation.title),
            field: regulation.field.as_ref().map(|field| Named::of(&field.id, &field.name)),
            edition: regulation
                .edition
                .as_ref()
                .map(|edition| (edition.from.value.to_string(), edition.tells_effect, act(edition))),
            former: regulation.former.iter().map(RegulationBrief::of).collect(),
            provider: both(&regulation.provider),
            channels: regulation.channels.iter().filter_map(channel).collect(),
            handbooks: regulation.provider_paths.iter().map(|path| path.id.to_string()).collect(),
            diagrams: regulation.system_paths.iter().map(|path| path.id.to_string()).collect(),
            texts: languages(&regulation.prose),
        }
    }

    fn related(&self) -> RegulationBrief {
        let former = self.former.iter().map(RegulationBrief::related).collect();
        RegulationBrief { edition: self.edition.clone(), former, ..RegulationBrief::default() }
    }

    fn open(&self) -> Option<Regulation> {
        let edition = self.edition.as_ref().map(|(from, tells_effect, act)| {
            Some(Edition {
                from: Spanned::new(day(from)?, Span::default()),
                tells_effect: *tells_effect,
                by: text(&act.by),
                date: day(&act.date)?,
                number: act.number.clone(),
                note: act.note.as_ref().map(text),
            })
        });
        let channel = |at: &u8| Some(Channel { kind: *CHANNELS.get(usize::from(*at))?, text: Text::default() });
        Some(Regulation {
            id: id(&self.id)?,
            language: lang(self.is_russian),
            title: text(&self.title),
            field: whole(self.field.as_ref().map(|field| Some(Field { id: id(&field.id)?, name: text(&field.name) })))?,
            edition: whole(edition)?,
            former: self.former.iter().map(RegulationBrief::open).collect::<Option<_>>()?,
            heading: None,
            approval: None,
            notes: Vec::new(),
            provider: text(&self.provider),
            channels: self.channels.iter().map(channel).collect::<Option<_>>()?,
            form: Vec::new(),
            standard: None,
            terms: Vec::new(),
            paragraphs: FactParagraphs {
                provider: InText::EMPTY,
                form: InText::EMPTY,
                result: InText::EMPTY,
                basis: InText::EMPTY,
            },
            units: Vec::new(),
            provider_paths: self.handbooks.iter().map(|path| handbook(path)).collect::<Option<_>>()?,
            system_paths: self.diagrams.iter().map(|path| diagram(path)).collect::<Option<_>>()?,
            appendices: Vec::new(),
            prose: prose(&self.texts),
        })
    }
}

impl Named {
    fn of(id: &Id, name: &Text) -> Named {
        Named { id: id.to_string(), name: both(name) }
    }
}

fn handbook(path: &str) -> Option<ProviderPath> {
    let (results, steps) = (ResultsPlace::Inline, Vec::new());
    Some(ProviderPath { id: id(path)?, variant: None, results, steps, total_term: None, sequence: Vec::new() })
}

fn diagram(path: &str) -> Option<SystemPath> {
    Some(SystemPath { id: id(path)?, channel: None, named: None, participants: Vec::new(), items: Vec::new() })
}

fn both(text: &Text) -> Both {
    Lang::ALL.map(|lang| text.get(lang).map(str::to_owned))
}

fn text(both: &Both) -> Text {
    let mut text = Text::default();
    for (lang, words) in Lang::ALL.into_iter().zip(both) {
        words.iter().for_each(|words| text.set(lang, words.clone()));
    }
    text
}

fn languages(prose: &[Prose]) -> Languages {
    prose.iter().map(|prose| prose.language == Lang::Ru).collect()
}

fn prose(texts: &Languages) -> Vec<Prose> {
    texts.iter().map(|is_russian| Prose { language: lang(*is_russian), blocks: Vec::new() }).collect()
}

fn lang(is_russian: bool) -> Lang {
    if is_russian { Lang::Ru } else { Lang::Kk }
}

fn id(word: &str) -> Option<Id> {
    Id::new(word).ok()
}

fn day(text: &str) -> Option<Date> {
    Date::parse_iso(text)
}

/// What is not there is sound; what is there has to be.
fn whole<T>(read: Option<Option<T>>) -> Option<Option<T>> {
    match read {
        Some(None) => None,
        read => Some(read.flatten()),
    }
}
