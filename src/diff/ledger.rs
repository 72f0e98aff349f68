//! The list of changes while it grows: the place that is being looked at, and one line a difference.

use super::marks::marks;
use super::subject::Subject;
use super::types::{Change, Kind, Place, Value};
use crate::base::{Lang, Said, Text};
use crate::model::{InText, StatedDuration};
use crate::wording::duration::Duration;
use std::collections::BTreeSet;

#[derive(Debug, Default)]
pub(super) struct Ledger {
    place: Place,
    pub changes: Vec<Change>,
}

/// A text before and after.
pub(super) type Both<'a> = (Option<&'a Text>, Option<&'a Text>);

impl Ledger {
    /// What follows is said of this place.
    pub fn at(&mut self, place: Place) {
        self.place = place;
    }

    pub fn push(&mut self, kind: Kind, subject: Subject, before: Option<Value>, after: Option<Value>) {
        let place = self.place.clone();
        let marks = Vec::new();
        self.changes.push(Change { kind, subject, place, language: None, is_in_both: false, before, after, marks });
    }

    /// A thing that came or went whole, in the words that it has.
    pub fn whole(&mut self, kind: Kind, subject: Subject, text: &Text) {
        let value = Value::text(text);
        let mut languages = text.iter().map(|(lang, _)| lang);
        let language = languages.next().filter(|_| languages.next().is_none());
        let (before, after) = if kind == Kind::Removed { (value, None) } else { (None, value) };
        self.push(kind, subject, before, after);
        self.in_language(language);
    }

    /// Another value in place of the old one.
    pub fn value(&mut self, subject: Subject, before: Option<Value>, after: Option<Value>) {
        if before != after {
            let kind = match (&before, &after) {
                (None, _) => Kind::Added,
                (_, None) => Kind::Removed,
                _ => Kind::Changed,
            };
            self.push(kind, subject, before, after);
        }
    }

    pub fn number(&mut self, subject: Subject, before: Option<u32>, after: Option<u32>) {
        let value = |number: Option<u32>| number.map(|number| Value::words(number.to_string()));
        self.value(subject, value(before), value(after));
    }

    /// A number that each text may have another one for: once, where both changed alike.
    pub fn number_in_text(&mut self, subject: Subject, before: InText, after: InText) {
        let [kk, ru] = Lang::ALL.map(|lang| (before.get(lang), after.get(lang)));
        if kk == ru {
            return self.number(subject, kk.0, kk.1);
        }
        let told = self.changes.len();
        for (lang, (before, after)) in
            Lang::ALL.into_iter().zip([kk, ru]).filter(|(_, (before, after))| before != after)
        {
            self.number(subject, before, after);
            self.in_language(Some(lang));
        }
        self.told_in_both(told, |_| ());
    }

    /// Gives the changes from this one on, where they are of no language, to that of the text that they were found in.
    pub fn found_in(&mut self, from: usize, language: Lang) {
        self.changes[from..].iter_mut().for_each(|change| _ = change.language.get_or_insert(language));
    }

    pub fn said(&mut self, subject: Subject, before: Option<&Said>, after: Option<&Said>) {
        self.value(subject, before.map(Value::of), after.map(Value::of));
    }

    /// Words, language by language.
    pub fn text(&mut self, subject: Subject, before: &Text, after: &Text) {
        self.maybe(subject, (Some(before), Some(after)));
    }

    /// Words that may be missing, language by language.
    pub fn maybe(&mut self, subject: Subject, (before, after): Both) {
        let told = self.changes.len();
        for lang in Lang::ALL {
            let words = |text: Option<&Text>| text.and_then(|text| text.get(lang)).map(str::to_owned);
            self.words(subject, lang, words(before).as_deref(), words(after).as_deref());
        }
        self.told_in_both(told, |_| ());
    }

    /// Marks of the changes from this one on those that have their like in the other language.
    pub fn told_in_both<K: Ord>(&mut self, from: usize, key: impl Fn(&Change) -> K) {
        let told = &mut self.changes[from..];
        let all: BTreeSet<(Option<Lang>, K)> = told.iter().map(|change| (change.language, key(change))).collect();
        for change in told {
            let other = change.language.map(Lang::other);
            change.is_in_both = other.is_some() && all.contains(&(other, key(change)));
        }
    }

    pub fn words(&mut self, subject: Subject, lang: Lang, before: Option<&str>, after: Option<&str>) {
        if before == after {
            return;
        }
        let kind = match (before, after) {
            (None, _) => Kind::Added,
            (_, None) => Kind::Removed,
            _ => Kind::Reworded,
        };
        self.push(kind, subject, before.map(Value::words), after.map(Value::words));
        self.in_language(Some(lang));
        if let (Some(before), Some(after)) = (before, after) {
            self.mark(before, after);
        }
    }

    /// A sentence with its term: a term that alone changed is said as such, on the marked sentence.
    ///
    /// `bare` is the sentence without its term.
    pub fn sentence(
        &mut self,
        subjects: [Subject; 2],
        texts: [&Text; 2],
        bare: [&Text; 2],
        terms: [Option<&StatedDuration>; 2],
    ) {
        let values = terms.map(|term| term.map(|term| term.value));
        let is_retimed = values[0] != values[1];
        let only_term = is_retimed && bare[0] == bare[1];
        if !only_term {
            self.text(subjects[0], texts[0], texts[1]);
        }
        let marked: Vec<(Lang, &str)> = texts[1].iter().filter(|_| only_term).collect();
        if is_retimed && marked.is_empty() {
            self.duration(subjects[1], values[0], values[1]);
        }
        let told = self.changes.len();
        for (lang, after) in marked {
            self.duration(subjects[1], values[0], values[1]);
            if let Some(before) = texts[0].get(lang) {
                self.mark(before, after);
            }
            self.in_language(Some(lang));
        }
        self.told_in_both(told, |_| ());
    }

    pub fn stated(&mut self, subject: Subject, before: Option<&StatedDuration>, after: Option<&StatedDuration>) {
        self.duration(subject, before.map(|term| term.value), after.map(|term| term.value));
    }

    fn duration(&mut self, subject: Subject, before: Option<Duration>, after: Option<Duration>) {
        let kind = match (before, after) {
            _ if before == after => return,
            (None, _) => Kind::Added,
            (_, None) => Kind::Removed,
            (Some(before), Some(after)) => match before.about_seconds().cmp(&after.about_seconds()) {
                std::cmp::Ordering::Less => Kind::Longer,
                std::cmp::Ordering::Greater => Kind::Shorter,
                std::cmp::Ordering::Equal => Kind::Changed,
            },
        };
        let value = |duration: Option<Duration>| duration.as_ref().map(Value::duration);
        self.push(kind, subject, value(before), value(after));
    }

    fn mark(&mut self, before: &str, after: &str) {
        if let Some(change) = self.changes.last_mut().filter(|_| before != after) {
            change.marks = marks(before, after);
        }
    }

    fn in_language(&mut self, language: Option<Lang>) {
        if let Some(change) = self.changes.last_mut() {
            change.language = language;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diff::read_in;

    fn both(kk: &str, ru: &str) -> Text {
        let mut text = Text::of(Lang::Kk, kk);
        text.set(Lang::Ru, ru.to_owned());
        text
    }

    #[test]
    fn a_change_in_one_language_is_not_lost_for_another_beside_it() {
        let mut ledger = Ledger::default();
        ledger.text(Subject::Extra, &both("а", "а"), &both("ә", "а"));
        ledger.text(Subject::Extra, &both("б", "б"), &both("б", "в"));
        ledger.text(Subject::Extra, &both("г", "г"), &both("ғ", "д"));
        let words = |lang: Lang| -> Vec<Option<Value>> {
            read_in(&ledger.changes, lang).into_iter().map(|change| change.after).collect()
        };
        assert_eq!(words(Lang::Kk), ["ә", "в", "ғ"].map(|words| Some(Value::words(words))));
        assert_eq!(words(Lang::Ru), ["ә", "в", "д"].map(|words| Some(Value::words(words))));
    }
}
