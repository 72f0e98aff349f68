//! What resolving needs at hand: where findings go, the language of bare texts, and the small conversions.

use super::types::StatedDuration;
use crate::base::{Entry, Finding, Id, IdError, Lang, Said, Span, Spanned, Text, codes, terms};
use crate::source::{RawDate, RawList, RawText, Word, nearest};
use crate::wording::date::Date;
use crate::wording::duration::{self, Duration, Worded};
use std::collections::BTreeSet;

/// The longest sentence that a box could hold, in characters; the longest of a real act has about 1,200.
pub(super) const TEXT_CHARS_MAX: usize = 20_000;

/// The most steps or items of a path; the longest of a real act has twelve.
pub(super) const ELEMENTS_MAX: usize = 500;
/// The most bands or columns of a drawing; the most of a real act is nine.
pub(super) const LANES_MAX: usize = 64;
/// The most handbooks of an act, and the most diagrams; the most of a real act is three.
pub(super) const PATHS_MAX: usize = 100;

pub(super) struct Cx<'f> {
    pub findings: &'f mut Vec<Finding>,
    pub language: Lang,
    /// Names that the definition has and that could not be built: what is wrong with them has been said already.
    pub broken: BTreeSet<String>,
}

/// A field of a record.
pub(super) type Field<'r, T> = Option<&'r Spanned<T>>;

impl Cx<'_> {
    pub fn find(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// Takes the file's own language, where it says one.
    pub fn set_language(&mut self, field: Field<Word>) {
        if let Some(language) = self.choice(field, &[("kk", Lang::Kk), ("ru", Lang::Ru)]) {
            self.language = language;
        }
    }

    pub fn text(&mut self, field: Field<RawText>) -> Option<Text> {
        let raw = field?;
        let text = match &raw.value {
            RawText::Plain(words) => Text::of(self.language, tidy(words)),
            RawText::ByLanguage(all) => {
                let mut text = Text::default();
                for (lang, words) in all.iter().filter(|(_, words)| !words.trim().is_empty()) {
                    text.set(*lang, tidy(words));
                }
                if let Some((lang, _)) = all.iter().find(|(lang, _)| text.get(*lang).is_none() && !text.is_empty()) {
                    self.find(Finding::new(&codes::LANGUAGE_WITHOUT_WORDS, raw.span).word(lang.tag()));
                }
                text
            }
        };
        if text.is_empty() {
            self.find(Finding::new(&codes::NO_LANGUAGE, raw.span));
            return None;
        }
        let longest = text.iter().map(|(_, words)| words.chars().count()).max().unwrap_or(0);
        if longest > TEXT_CHARS_MAX {
            self.find(Finding::new(&codes::TOO_LONG, raw.span).word(longest).word(TEXT_CHARS_MAX));
            return None;
        }
        self.compare_terms(&text, raw.span);
        Some(text)
    }

    /// Tells where the languages of a sentence state different terms; which binds, the definition cannot say.
    fn compare_terms(&mut self, text: &Text, span: Span) {
        let mut all = text.iter().map(|(lang, words)| (duration::find_own(words, lang), (lang, words)));
        let (Some((Some(first), in_first)), Some((Some(other), in_other))) = (all.next(), all.next()) else { return };
        // Of several terms, each language may have another at the end of its sentence.
        let says = |(lang, words): (Lang, &str), term: &Worded| {
            duration::find_all(words, lang).iter().any(|said| said.duration.is_as_long_as(&term.duration))
        };
        let are_both_in_both = says(in_first, &other) && says(in_other, &first);
        if !(first.duration.is_as_long_as(&other.duration) || are_both_in_both) {
            self.find(Finding::new(&codes::LANGUAGES_DIFFER, span).word(&first.raw).word(&other.raw));
        }
    }

    pub fn texts(&mut self, field: Field<RawList<RawText>>) -> Vec<Text> {
        field.map_or(Vec::new(), |list| list.0.iter().filter_map(|text| self.text(Some(text))).collect())
    }

    /// Something of this name is there and cannot be built: that it is wrong has been said, and what names it is right.
    pub fn drop_name(&mut self, name: &str) {
        self.broken.insert(name.to_owned());
    }

    pub fn id(&mut self, field: Field<Word>) -> Option<Spanned<Id>> {
        let word = field?;
        self.id_of(&word.0, word.span)
    }

    pub fn id_of(&mut self, word: &str, span: Span) -> Option<Spanned<Id>> {
        match Id::new(word) {
            Ok(id) => Some(Spanned::new(id, span)),
            Err(error) => {
                self.find(Finding::new(&codes::BAD_ID, span).word(word).term(reason(error)));
                None
            }
        }
    }

    pub fn date(&mut self, field: Field<RawDate>) -> Option<Date> {
        let raw = field?;
        let date = Date::parse_iso(&raw.0);
        if date.is_none() {
            self.find(Finding::new(&codes::BAD_DATE, raw.span).word(&raw.0));
        }
        date
    }

    /// One of a few fixed words.
    pub fn choice<T: Copy>(&mut self, field: Field<Word>, known: &[(&str, T)]) -> Option<T> {
        let word = field?;
        let found = known.iter().find(|(name, _)| *name == word.0).map(|(_, value)| *value);
        if found.is_none() {
            let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
            self.find(Finding::new(&codes::BAD_CHOICE, word.span).word(&word.0).word(names.join(", ")));
        }
        found
    }

    /// `yes` or `true`, `no` or `false`; where nothing is said, no.
    pub fn flag(&mut self, field: Field<Word>) -> bool {
        self.choice(field, &[("yes", true), ("true", true), ("no", false), ("false", false)]).unwrap_or(false)
    }

    /// The place of a name in a list of names; a finding with the nearest one where it is not there.
    pub fn reference(&mut self, word: &str, span: Span, known: &[&str]) -> Option<usize> {
        let found = known.iter().position(|name| *name == word);
        if found.is_none() {
            self.dangling(word, span, known);
        }
        found
    }

    pub fn dangling(&mut self, word: &str, span: Span, known: &[&str]) {
        if self.broken.contains(word) {
            return;
        }
        self.find(match nearest(word, known.iter().copied()) {
            Some(near) => Finding::new(&codes::DANGLING, span).word(word).word(near),
            None => Finding::new(&codes::DANGLING_FAR, span).word(word).word(known.join(", ")),
        });
    }

    /// Whether a list is short enough to be drawn; a finding where it is not.
    pub fn fits(&mut self, length: usize, most: usize, span: Span) -> bool {
        if length > most {
            self.find(Finding::new(&codes::TOO_MANY, span).word(length).word(most));
        }
        length <= most
    }

    /// A repeated name among ids, with the first place.
    pub fn duplicate(&mut self, id: &Spanned<Id>, first: Span) {
        self.find(Finding::new(&codes::DUPLICATE_ID, id.span).word(&id.value).related(first));
    }

    /// The term that a sentence states: the one that the definition gives, else the only one.
    pub fn stated(&mut self, text: &Text, said: Field<RawText>, within: Field<Word>) -> Option<StatedDuration> {
        let (lang, words) = text.best(self.language);
        let terms = duration::find_terms(words, lang);
        let Some(word) = within else { return self.only_term(terms, said) };
        let Ok(value) = duration::parse_value(&word.0) else {
            let fits = if terms.is_empty() { VALUES.to_owned() } else { as_values(&terms) };
            self.find(Finding::new(&codes::BAD_DURATION, word.span).word(&word.0).names(&[&fits]));
            return None;
        };
        let is_same = |term: &&Worded| term.duration.is_same_term(&value);
        let found = terms.iter().find(is_same).map(stated);
        if let Some(found) = found.or_else(|| duration::find_all(words, lang).iter().find(is_same).map(stated)) {
            return Some(found);
        }
        self.find(if terms.is_empty() {
            Finding::new(&codes::DURATION_NOT_IN_TEXT, word.span).word(&word.0)
        } else {
            let finding = Finding::new(&codes::DURATION_DIFFERS, word.span).word(&word.0);
            finding.word(as_written(&terms)).names(&[&as_values(&terms)])
        });
        None
    }

    /// Of several terms only the author can tell which is the step's.
    fn only_term(&mut self, mut terms: Vec<Worded>, said: Field<RawText>) -> Option<StatedDuration> {
        let own = terms.first()?;
        if terms.iter().all(|term| term.duration.is_as_long_as(&own.duration)) {
            return Some(stated(own));
        }
        terms.sort_by_key(|term| term.range.start);
        let finding = Finding::new(&codes::SEVERAL_TERMS, said?.span);
        self.find(finding.word(as_written(&terms)).names(&[&as_values(&terms)]));
        None
    }

    /// Tells of terms that the sentence names beside its own and that nothing holds as a value.
    pub fn further_terms<'d>(
        &mut self,
        text: &Text,
        said: Field<RawText>,
        own: Option<&'d StatedDuration>,
        held: impl Iterator<Item = &'d StatedDuration>,
    ) {
        let (Some(own), Some(said)) = (own, said) else { return };
        let (lang, words) = text.best(self.language);
        let held: Vec<&Duration> = [own].into_iter().chain(held).map(|stated| &stated.value).collect();
        let mut further = duration::find_terms(words, lang);
        further.retain(|term| !held.iter().any(|held| held.is_as_long_as(&term.duration)));
        if !further.is_empty() {
            further.sort_by_key(|term| term.range.start);
            let finding = Finding::new(&codes::FURTHER_TERM, said.span).word(as_written(&further));
            self.find(finding.word(duration::code(&own.value)).names(&[&as_values(&further)]));
        }
    }
}

/// What fits where the sentence itself gives no value.
const VALUES: &str = "`at most 20 min`, `25 calendar days`, `1-3 working days`, `same day`";

/// Terms as the sentence words them, to stand between guillemets.
fn as_written(terms: &[Worded]) -> String {
    terms.iter().map(|term| term.raw.as_str()).collect::<Vec<_>>().join("», «")
}

/// Terms as a definition gives them.
fn as_values(terms: &[Worded]) -> String {
    let mut values: Vec<String> =
        terms.iter().map(|term| format!("`within: {}`", duration::code(&term.duration))).collect();
    values.dedup();
    values.join(", ")
}

fn stated(worded: &Worded) -> StatedDuration {
    StatedDuration { value: worded.duration, raw: Some(worded.raw.clone()), words: worded.words.clone() }
}

/// A sentence beside its term.
pub(super) struct Parted {
    /// Without its term and its final punctuation.
    pub action: Text,
    /// Without its final punctuation, and without its term where it is whole without.
    pub shown: Text,
}

/// Parts a sentence from its term, in the languages in which it names this term and no other: what names several would say
/// something else without one of them.
pub(super) fn parted(text: &Text, term: Option<&StatedDuration>) -> Parted {
    let mut parted = Parted { action: Text::default(), shown: Text::default() };
    for (lang, words) in text.iter() {
        let own = term.and_then(|term| match duration::find_terms(words, lang).as_slice() {
            [only] if only.duration.is_same_term(&term.value) => Some(only.clone()),
            _ => None,
        });
        let whole = || without_end(words).to_owned();
        parted.action.set(lang, own.as_ref().map_or_else(whole, |own| duration::without(words, own)));
        let cut = own.as_ref().and_then(|own| duration::cut(words, own));
        parted.shown.set(lang, cut.unwrap_or_else(whole));
    }
    parted
}

/// Without the punctuation that a list puts at the end of its entries.
pub(super) fn without_end(words: &str) -> &str {
    words.trim_end_matches([';', '.', ' ', '\u{a0}'])
}

/// White space at the ends goes; the line breaks of a block stay.
fn tidy(words: &str) -> String {
    words.trim().replace('\u{a0}', " ")
}

fn reason(error: IdError) -> &'static Said {
    match error {
        IdError::Empty => &terms::ID_EMPTY,
        IdError::TooLong => &terms::ID_LONG,
        IdError::Letter(_) => &terms::ID_LETTER,
        IdError::Hyphen => &terms::ID_HYPHEN,
        IdError::Reserved => &terms::ID_RESERVED,
    }
}

/// A finding for a key that nothing else can stand for.
pub(super) fn missing(key: &str, span: Span) -> Finding {
    let entry: &'static Entry = &codes::MISSING_KEY;
    Finding::new(entry, span).word(key)
}
