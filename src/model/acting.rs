//! Who acts in the steps: a sentence that begins with another unit than its step, and units that do nothing.
//!
//! Holds: only the full name of a unit in the nominative is one, and of several that fit the longest counts; of a name of one
//! word nobody could tell whether the next word is a part of it: «бөлім басшысы», «отдел кадров».

use super::context::Cx;
use super::types::{ProviderPath, Unit};
use crate::base::{Finding, Span, Text, contradictions};
use crate::source::raw::RawRegulation;
use crate::wording::collate::fold;
use crate::wording::letters::is_letter;

/// Posts by which a Kazakh name goes on though nothing marks it: «білім бөлімі басшысы».
const POSTS: [&str; 9] =
    ["басшы", "қызметкер", "маман", "орынбасар", "кеңсе", "меңгеруші", "директор", "жетекші", "хатшы"];

/// Tells of a step of that unit whose sentence begins with another.
pub(super) fn of_step(text: &Text, unit: usize, units: &[Unit], place: Span, cx: &mut Cx) {
    for (lang, words) in text.iter() {
        let sentence = fold(words);
        let named = units.iter().enumerate().filter_map(|(at, unit)| {
            let name = fold(unit.name.get(lang)?);
            begins_with(&sentence, &name).then_some((name.len(), at))
        });
        let Some((length, at)) = named.max() else { continue };
        let is_own = at == unit || units[at].name == units[unit].name;
        let is_sure = sentence[..length].contains(' ') && !goes_on(&sentence[length..]);
        if !is_own && is_sure {
            let name = units[at].name.get(lang).unwrap_or_default();
            let finding = Finding::new(&contradictions::OTHER_UNIT, place).word(name);
            cx.find(finding.word(&units[at].id).word(&units[unit].id));
            return;
        }
    }
}

fn begins_with(sentence: &str, name: &str) -> bool {
    let rest = sentence.strip_prefix(name).filter(|_| !name.is_empty());
    rest.is_some_and(|rest| !rest.starts_with(|sign| is_letter(sign) || sign == '-'))
}

/// Whether what stands behind a name is more of it.
fn goes_on(rest: &str) -> bool {
    let rest = rest.trim_start();
    POSTS.iter().any(|post| rest.starts_with(post))
}

/// Tells of units that no step of any path names; nothing where a path could not be read.
pub(super) fn idle_units(raw: &RawRegulation, units: &[Unit], paths: &[ProviderPath], cx: &mut Cx) {
    let (Some(named), Some(procedures)) = (&raw.units, &raw.procedures) else { return };
    if procedures.0.len() != paths.len() {
        return;
    }
    for (at, unit) in units.iter().enumerate() {
        let acts = paths.iter().flat_map(|path| &path.steps).any(|step| step.unit == at);
        let key = named.0.iter().map(|(key, _)| key).find(|key| key.value == unit.id.as_str());
        if let (false, Some(key)) = (acts, key) {
            cx.find(Finding::new(&contradictions::IDLE_UNIT, key.span).word(&key.value));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{begins_with, goes_on};

    #[test]
    fn a_name_is_whole_and_in_the_nominative() {
        for (sentence, name, does) in [
            ("директор центра рассматривает", "директор центра", true),
            ("директор центральный", "директор центра", false),
            ("бөлім басшысының бұрыштамасы", "бөлім басшысы", false),
            ("бөлім басшысы қол қояды", "бөлім басшысы", true),
            ("бөлім", "", false),
        ] {
            assert_eq!(begins_with(sentence, name), does, "{sentence}");
        }
        assert!(goes_on(" басшысы қол қояды") && !goes_on(" қол қояды"));
    }
}
