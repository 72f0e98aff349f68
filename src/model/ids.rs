//! How steps and items are called where the author gives them no name: by kind and number.

use super::types::{Item, ItemKind, Step};
use crate::base::Spanned;
use crate::source::RawNumber;
use crate::source::raw::{RawItem, RawStep};

impl ItemKind {
    /// `p1`, `c2`, `s3`.
    pub fn usual_id(self, number: u32) -> String {
        let letter = match self {
            Self::Process => 'p',
            Self::Condition => 'c',
            Self::Plain => 's',
        };
        format!("{letter}{number}")
    }
}

impl Item {
    /// The id that the author wrote.
    pub fn own_id(&self) -> Option<&str> {
        (self.id.as_str() != self.kind.usual_id(self.number)).then_some(self.id.as_str())
    }
}

impl Step {
    /// The id that the author wrote.
    pub fn own_id(&self) -> Option<&str> {
        (self.id.as_str() != usual_step_id(self.n)).then_some(self.id.as_str())
    }
}

/// The id of a step, the `n`th of its path.
pub fn step_id(raw: &RawStep, n: u32) -> String {
    raw.id.as_ref().map_or_else(|| usual_step_id(n), |word| word.0.clone())
}

/// The id of an item; nothing where the definition says neither a name nor what kind it is.
pub fn item_id(raw: &RawItem) -> Option<String> {
    let counted = || kinds(raw).next().map(|(kind, number)| kind.usual_id(number.0));
    raw.id.as_ref().map(|word| word.0.clone()).or_else(counted)
}

/// What the definition calls the item, with the numbers; of a sound one, a single kind.
pub(super) fn kinds(raw: &RawItem) -> impl Iterator<Item = (ItemKind, &Spanned<RawNumber>)> {
    let said = [
        (ItemKind::Process, raw.process.as_ref()),
        (ItemKind::Condition, raw.condition.as_ref()),
        (ItemKind::Plain, raw.plain.as_ref()),
    ];
    said.into_iter().filter_map(|(kind, number)| Some((kind, number?)))
}

/// What kind the item is whose number could not be read.
pub(super) fn unread_kind(raw: &RawItem) -> Option<ItemKind> {
    let kinds = [("process", ItemKind::Process), ("condition", ItemKind::Condition), ("plain", ItemKind::Plain)];
    kinds.into_iter().find_map(|(key, kind)| raw.unread.contains(&key).then_some(kind))
}

fn usual_step_id(n: u32) -> String {
    format!("step{n}")
}
