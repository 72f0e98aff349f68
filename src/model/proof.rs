//! What a proof-reader would mark in the sentences of an act: a number that its words contradict, a bracket left open, a word
//! typed twice, a Latin letter among Russian ones, an appendix that there is not.
//!
//! In: raw texts with their places. Out: findings. Holds: nothing is mended, for an act is kept as it was printed; only what
//! can be told from the sentence itself, or from the list of appendices, is said.

use super::context::Cx;
use crate::base::{Finding, Lang, Span, Spanned, codes};
use crate::source::raw::{RawDecree, RawExtra, RawInteraction, RawProcedure, RawRegulation, RawResult};
use crate::source::{RawBlock, RawBlockKind, RawFile, RawList, RawProse, RawText};
use crate::wording::duration::find_own;
use crate::wording::letters::is_letter;
use crate::wording::numeral::{read_kk, read_ru};
use crate::wording::reference::{Owner, PlaceKind, find_references, names_another_act};

/// A text of the definition with its place.
struct Sentence<'r> {
    lang: Lang,
    words: &'r str,
    span: Span,
}

pub(super) fn of_decree(file: &RawFile<RawDecree>, cx: &mut Cx) {
    let mut all = Sentences { language: cx.language, all: Vec::new() };
    all.add(file.record.title.as_ref());
    all.add_prose(&file.prose);
    read(&all.all, cx);
}

pub(super) fn of_regulation(file: &RawFile<RawRegulation>, cx: &mut Cx) {
    let mut all = Sentences { language: cx.language, all: Vec::new() };
    all.add(file.record.title.as_ref());
    all.add(file.record.provider.as_ref());
    for (_, unit) in file.record.units.iter().flat_map(|units| &units.0) {
        all.add(unit.name.as_ref());
    }
    file.record.procedures.iter().flat_map(|list| &list.0).for_each(|path| all.add_procedure(path));
    file.record.interactions.iter().flat_map(|list| &list.0).for_each(|path| all.add_interaction(path));
    all.add_prose(&file.prose);
    read(&all.all, cx);
    // A list whose entries bear no numbers does not tell which there are.
    let listed = file.record.appendices.iter().flat_map(|list| &list.0);
    let numbers: Option<Vec<u32>> = listed.map(|appendix| Some(appendix.number.as_ref()?.0)).collect();
    if let Some(numbers) = numbers {
        all.all.iter().for_each(|sentence| appendix(sentence, &numbers, cx));
    }
}

struct Sentences<'r> {
    language: Lang,
    all: Vec<Sentence<'r>>,
}

impl<'r> Sentences<'r> {
    fn add(&mut self, field: Option<&'r Spanned<RawText>>) {
        let Some(text) = field else { return };
        let span = text.span;
        match &text.value {
            RawText::Plain(words) => self.all.push(Sentence { lang: self.language, words, span }),
            RawText::ByLanguage(words) => {
                self.all.extend(words.iter().map(|(lang, words)| Sentence { lang: *lang, words, span }));
            }
        }
    }

    fn add_procedure(&mut self, path: &'r RawProcedure) {
        self.add(path.variant.as_ref());
        for step in path.steps.iter().flat_map(|list| &list.0) {
            self.add(step.label.as_ref());
            self.add(step.text.as_ref());
            self.add_result(step.result.as_ref());
            self.add_extra(step.extra.as_ref());
        }
        for step in path.sequence.iter().flat_map(|list| &list.0) {
            self.add(step.text.as_ref());
            self.add_result(step.result.as_ref());
            self.add_extra(step.extra.as_ref());
        }
        self.add(path.total.as_ref().and_then(|total| total.text.as_ref()));
    }

    fn add_interaction(&mut self, path: &'r RawInteraction) {
        for item in path.items.iter().flat_map(|list| &list.0) {
            self.add(item.label.as_ref());
            self.add(item.text.as_ref());
            self.add_extra(item.extra.as_ref());
        }
    }

    fn add_result(&mut self, result: Option<&'r Spanned<RawResult>>) {
        self.add(result.and_then(|result| result.text.as_ref()));
    }

    fn add_extra(&mut self, extra: Option<&'r Spanned<RawList<RawExtra>>>) {
        extra.iter().flat_map(|list| &list.0).for_each(|extra| self.add(extra.text.as_ref()));
    }

    fn add_prose(&mut self, prose: &'r [RawProse]) {
        for prose in prose {
            let said = prose.blocks.iter().filter_map(|block| Some((words_of(block)?, block.span)));
            self.all.extend(said.map(|(words, span)| Sentence { lang: prose.language, words, span }));
        }
    }
}

fn words_of(block: &RawBlock) -> Option<&str> {
    match &block.kind {
        RawBlockKind::Heading { words, .. } | RawBlockKind::Paragraph { words, .. } | RawBlockKind::Note(words) => {
            Some(&words.plain)
        }
        RawBlockKind::Other(_) | RawBlockKind::Insert { .. } => None,
    }
}

fn read(sentences: &[Sentence], cx: &mut Cx) {
    for Sentence { lang, words, span } in sentences {
        for (digits, spelt) in contradicted_numbers(words, *lang) {
            cx.find(Finding::new(&codes::NUMBER_AND_WORD, *span).word(digits).word(spelt));
        }
        if let Some(rest) = open_bracket(words) {
            cx.find(Finding::new(&codes::OPEN_BRACKET, *span).word(rest));
        }
        if let Some(word) = doubled_word(words) {
            cx.find(Finding::new(&codes::DOUBLED_WORD, *span).word(word));
        }
        if let Some(word) = mixed_word(words).filter(|_| *lang == Lang::Ru) {
            cx.find(Finding::new(&codes::MIXED_ALPHABETS, *span).word(word));
        }
    }
}

/// «20 (тридцать)»: numbers whose words say another number. Words that are no number of the language are passed over.
fn contradicted_numbers(text: &str, lang: Lang) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    for (open, _) in text.match_indices('(') {
        // What holds a bracket itself is no number.
        let inside = &text[open + 1..];
        let Some(end) = inside.find(['(', ')']).filter(|end| inside[*end..].starts_with(')')) else { continue };
        let spelt = inside[..end].trim();
        let before = text[..open].trim_end();
        let digits = &before[before.trim_end_matches(|sign: char| sign.is_ascii_digit()).len()..];
        let is_part = before[..before.len() - digits.len()].ends_with(['/', '-', '.', ',', '–']);
        let alone = || if lang == Lang::Kk { read_kk(spelt) } else { read_ru(spelt) };
        let read = || alone().or_else(|| spelt_with_unit(spelt, lang));
        if let (false, Ok(number)) = (is_part, digits.parse::<u32>())
            && read().is_some_and(|value| value != number)
        {
            found.push((digits, spelt));
        }
    }
    found
}

/// «тридцати минут»: the number of a term that stands in the brackets with its unit.
fn spelt_with_unit(spelt: &str, lang: Lang) -> Option<u32> {
    let term = find_own(spelt, lang)?;
    term.words_value.filter(|_| !term.digits && term.range == (0..spelt.len()))
}

/// From the bracket that is opened and never closed.
fn open_bracket(text: &str) -> Option<&str> {
    let mut open = Vec::new();
    for (at, sign) in text.char_indices() {
        match sign {
            '(' => open.push(at),
            ')' => _ = open.pop(),
            _ => {}
        }
    }
    open.first().map(|at| &text[*at..])
}

/// The shortest word that is not often said twice on purpose.
const DOUBLED_MIN: usize = 4;

/// A word that stands twice with nothing but a space between.
fn doubled_word(text: &str) -> Option<&str> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let twice = words.windows(2).find(|pair| {
        let second = pair[1].trim_end_matches(|sign: char| !is_letter(sign));
        is_same_word(pair[0], second) && second.chars().count() >= DOUBLED_MIN && second.chars().all(is_letter)
    })?;
    Some(twice[0])
}

/// Whether two words are one but for their capitals; most differ in their first letter.
fn is_same_word(one: &str, other: &str) -> bool {
    one.chars().flat_map(char::to_lowercase).eq(other.chars().flat_map(char::to_lowercase))
}

/// A word of Cyrillic letters with a Latin one among them.
fn mixed_word(text: &str) -> Option<&str> {
    text.split(|sign| !is_letter(sign)).find(|word| {
        word.bytes().any(|byte| byte.is_ascii_alphabetic())
            && word.chars().any(|sign| matches!(sign, '\u{400}'..='\u{52F}'))
    })
}

/// An appendix that a sentence speaks of and that the list does not have; those of other acts are not looked for.
fn appendix(sentence: &Sentence, numbers: &[u32], cx: &mut Cx) {
    let is_own = |owner: Owner| match owner {
        Owner::Regulation => true,
        Owner::Unnamed => !names_another_act(sentence.words, sentence.lang),
        Owner::Decree | Owner::Other => false,
    };
    for reference in find_references(sentence.words, sentence.lang) {
        if reference.kind == PlaceKind::Appendix && is_own(reference.owner) && !numbers.contains(&reference.number) {
            cx.find(Finding::new(&codes::NO_APPENDIX, sentence.span).word(reference.number));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_compared_with_its_words() {
        let found = |text, lang| contradicted_numbers(text, lang);
        assert_eq!(found("в течение 20 (тридцать) минут", Lang::Ru), [("20", "тридцать")]);
        assert_eq!(found("20 (отыз) минут", Lang::Kk), [("20", "отыз")]);
        assert_eq!(found("в течение 20 (тридцати минут)", Lang::Ru), [("20", "тридцати минут")]);
        assert_eq!(found("20 (отыз минут) ішінде", Lang::Kk), [("20", "отыз минут")]);
        for text in [
            "20 (двадцати) минут",
            "20 (двадцати минут)",
            "15 (дней)",
            "пункт 2 (один",
            "№ 01/03 (пять)",
            "(пять)",
            "форма 2-3 (один)",
            "20 (пять (5))",
        ] {
            assert!(found(text, Lang::Ru).is_empty(), "{text}");
        }
        assert!(found("15 (оң бес) минут ішінде 06 (алғашқы күннен кейін)", Lang::Kk).is_empty());
    }

    #[test]
    fn slips_of_the_pen_are_found() {
        assert_eq!(open_bracket("пароль (авторизация;"), Some("(авторизация;"));
        assert_eq!(open_bracket("1) пароль (авторизация (вход));"), None);
        assert_eq!(doubled_word("рассмотрение рассмотрение заявления"), Some("рассмотрение"));
        assert_eq!(doubled_word("минут ішінде ішінде."), Some("ішінде"));
        for text in ["жеке-жеке қарайды", "то, что что", "заявления, заявления", "1 1", "об отказе, отказе"]
        {
            assert_eq!(doubled_word(text), None, "{text}");
        }
        assert_eq!(mixed_word("Oкaзание услуги"), Some("Oкaзание"));
        assert_eq!(mixed_word("QR-код на портале www.egov.kz"), None);
    }
}
