//! The list of changes while it grows: the place that is being looked at, and one line a difference.

use super::marks::marks;
use super::subject::Subject;
use super::types::{Change, Kind, Place, Value};
use crate::base::{Lang, Said, Text};
use crate::model::StatedDuration;
use crate::wording::duration::Duration;

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
        self.changes.push(Change { kind, subject, place, language: None, before, after, marks: Vec::new() });
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

    pub fn said(&mut self, subject: Subject, before: Option<&Said>, after: Option<&Said>) {
        self.value(subject, before.map(Value::of), after.map(Value::of));
    }

    /// Words, language by language.
    pub fn text(&mut self, subject: Subject, before: &Text, after: &Text) {
        self.maybe(subject, (Some(before), Some(after)));
    }

    /// Words that may be missing, language by language.
    pub fn maybe(&mut self, subject: Subject, (before, after): Both) {
        for lang in Lang::ALL {
            let words = |text: Option<&Text>| text.and_then(|text| text.get(lang)).map(str::to_owned);
            self.words(subject, lang, words(before).as_deref(), words(after).as_deref());
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
        for (lang, after) in marked {
            self.duration(subjects[1], values[0], values[1]);
            if let Some(before) = texts[0].get(lang) {
                self.mark(before, after);
            }
            self.in_language(Some(lang));
        }
    }

    pub fn stated(&mut self, subject: Subject, before: Option<&StatedDuration>, after: Option<&StatedDuration>) {
        self.duration(subject, before.map(|term| term.value), after.map(|term| term.value));
    }

    fn duration(&mut self, subject: Subject, before: Option<Duration>, after: Option<Duration>) {
        let kind = match (before, after) {
            _ if before == after => return,
            (None, _) => Kind::Added,
            (_, None) => Kind::Removed,
            (Some(before), Some(after)) => match before.about_minutes().cmp(&after.about_minutes()) {
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
