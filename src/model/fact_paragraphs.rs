//! Which numbered paragraphs state the facts of chapters 1 and 2, in the text of each language.
//!
//! Holds: a number that is written is taken as it is; where none is and the languages number alike, the numbers are the
//! usual ones; where they do not, a paragraph is known by its topic, and what stays unknown is told.

use super::context::Cx;
use super::twins::Twins;
use super::types::Prose;
use crate::base::{Finding, Lang, Spanned, contradictions};
use crate::source::RawNumbers;
use crate::source::raw::RawRegulation;
use crate::wording::topic::{BASIS, FORM, PROVIDER, RESULT, Topic};
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

/// Numbers of the paragraphs that state the facts of chapters 1 and 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct FactParagraphs {
    pub provider: InText,
    pub form: InText,
    pub result: InText,
    pub basis: InText,
}

/// The number of a paragraph in the text of each language; nothing where it is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InText([Option<u32>; 2]);

impl InText {
    pub const EMPTY: InText = InText([None; 2]);

    /// The same number in both texts.
    pub const fn both(number: u32) -> InText {
        InText([Some(number); 2])
    }

    pub const fn get(self, lang: Lang) -> Option<u32> {
        self.0[lang as usize]
    }

    #[must_use]
    pub const fn with(mut self, lang: Lang, number: Option<u32>) -> InText {
        self.0[lang as usize] = number;
        self
    }
}

/// One number where the languages do not differ.
impl Serialize for InText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let [kk, ru] = self.0;
        if kk == ru { kk.serialize(serializer) } else { BTreeMap::from([("kk", kk), ("ru", ru)]).serialize(serializer) }
    }
}

/// Paragraphs 1 to 4 state the facts in every regulation of the usual form.
const USUAL: [(&str, u32, Topic); 4] =
    [("provider", 1, PROVIDER), ("form", 2, FORM), ("result", 3, RESULT), ("basis", 4, BASIS)];

pub(super) fn build(raw: &RawRegulation, prose: &[Prose], cx: &mut Cx) -> FactParagraphs {
    let own = raw.paragraphs.as_ref();
    let written = [
        own.and_then(|own| own.provider.as_ref()),
        own.and_then(|own| own.form.as_ref()),
        own.and_then(|own| own.result.as_ref()),
        own.and_then(|own| own.basis.as_ref()),
    ];
    let twins = Twins::of(prose).filter(|twins| !twins.number_alike());
    let mut open = Vec::new();
    let [provider, form, result, basis] = [0, 1, 2, 3].map(|at| {
        let (name, usual, topic) = USUAL[at];
        let fact = fact(written[at], usual, topic, twins.as_ref(), cx.language);
        if !fact.is_sure {
            open.push((name, fact.likely));
        }
        fact.place
    });
    if let [(name, likely), ..] = open[..] {
        let names: Vec<&str> = open.iter().map(|(name, _)| *name).collect();
        let first = Lang::ALL.map(|lang| likely.get(lang).map_or("…".to_owned(), |number| number.to_string()));
        let sample = format!("paragraphs: {{{name}: {{kk: {}, ru: {}}}}}", first[0], first[1]);
        let span = own.map(|own| own.span).or(raw.regulation.as_ref().map(|id| id.span));
        let span = span.or(raw.title.as_ref().map(|title| title.span)).unwrap_or_default();
        cx.find(Finding::new(&contradictions::NUMBERS_DIFFER, span).names(&names).word(sample));
    }
    FactParagraphs { provider, form, result, basis }
}

/// Where a fact stands, and whether nobody must be asked; then what the author might answer.
struct Fact {
    place: InText,
    is_sure: bool,
    likely: InText,
}

fn fact(
    written: Option<&Spanned<RawNumbers>>,
    usual: u32,
    topic: Topic,
    twins: Option<&Twins>,
    language: Lang,
) -> Fact {
    let twin = |lang: Lang, number: u32| twins.map_or(Some(number), |twins| twins.of_paragraph(lang, number));
    let own = |lang: Lang, number: u32| InText::EMPTY.with(lang, Some(number)).with(lang.other(), twin(lang, number));
    match written.map(|field| &field.value) {
        Some(RawNumbers { kk: Some(kk), ru: Some(ru), is_single }) => {
            let place = InText::EMPTY.with(Lang::Kk, Some(*kk)).with(Lang::Ru, Some(*ru));
            let likely = own(language, *kk);
            Fact { place, is_sure: !is_single || likely == place, likely }
        }
        Some(RawNumbers { kk: Some(kk), ru: None, .. }) => sure_if_whole(own(Lang::Kk, *kk)),
        Some(RawNumbers { kk: None, ru: Some(ru), .. }) => sure_if_whole(own(Lang::Ru, *ru)),
        _ => match twins {
            None => sure_if_whole(own(language, usual)),
            Some(twins) => found(twins, usual, topic, language)
                .map_or_else(|| Fact { is_sure: false, ..sure_if_whole(own(language, usual)) }, sure_if_whole),
        },
    }
}

fn sure_if_whole(place: InText) -> Fact {
    Fact { place, is_sure: Lang::ALL.iter().all(|lang| place.get(*lang).is_some()), likely: place }
}

/// The twins about the topic: those of the usual number, else the first.
fn found(twins: &Twins, usual: u32, topic: Topic, language: Lang) -> Option<InText> {
    let about = || twins.about(topic).map(|(kk, ru)| InText::EMPTY.with(Lang::Kk, Some(kk)).with(Lang::Ru, Some(ru)));
    about().find(|place| place.get(language) == Some(usual)).or_else(|| about().next())
}
