//! The languages that a regulation's drawings speak.

use super::types::{Item, Participant, ProviderPath, Regulation, Step, SystemPath, Unit};
use crate::base::{Lang, Text};

impl Regulation {
    /// The language of the definition, then the other one where all that the drawings show exists in it: a drawing of two
    /// languages would be neither.
    pub fn drawn_in(&self) -> impl Iterator<Item = Lang> + use<> {
        let other = if self.language == Lang::Kk { Lang::Ru } else { Lang::Kk };
        [self.language].into_iter().chain(self.is_drawn_whole(other).then_some(other))
    }

    fn is_drawn_whole(&self, lang: Lang) -> bool {
        let named = |unit: &Unit| unit.name.get(lang).is_some();
        let headed = self.appendices.iter().all(|appendix| {
            let legend = appendix.legend.iter().flat_map(|legend| legend.items.iter().map(|item| &item.text));
            appendix.heading.iter().chain(legend).all(|text| text.get(lang).is_some())
        });
        self.title.get(lang).is_some()
            && headed
            && self.units.iter().all(named)
            && self.provider_paths.iter().all(|path| path.is_whole(lang))
            && self.system_paths.iter().all(|path| path.is_whole(lang))
    }
}

impl ProviderPath {
    fn is_whole(&self, lang: Lang) -> bool {
        self.steps.iter().flat_map(Step::drawn).all(|text| text.get(lang).is_some())
    }
}

impl SystemPath {
    fn is_whole(&self, lang: Lang) -> bool {
        let names = self.participants.iter().map(|one: &Participant| &one.name);
        names.chain(self.items.iter().flat_map(Item::drawn)).all(|text| text.get(lang).is_some())
    }
}

impl Step {
    /// All of its texts that a drawing may show.
    fn drawn(&self) -> impl Iterator<Item = &Text> {
        let extra = self.extra.iter().flat_map(|extra| [Some(&extra.text), extra.label.as_ref()]);
        let result = self.result.iter().flat_map(|result| [Some(&result.text), result.label.as_ref()]);
        [Some(&self.text), self.label.as_ref()].into_iter().chain(extra).chain(result).flatten()
    }
}

impl Item {
    /// All of its texts that a drawing may show.
    fn drawn(&self) -> impl Iterator<Item = &Text> {
        [&self.text].into_iter().chain(&self.label)
    }
}
