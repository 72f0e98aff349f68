//! Terms that can be left out of their sentence.
//!
//! In: a sentence and a duration in it. Out: the bytes that go with the duration. Holds: what is left is a whole
//! sentence in the act's own words. A term in brackets can go, and one that ends the sentence; one in the middle of it
//! is held by the words around it, and one that counts from a moment belongs with that moment. In doubt it stays.

use super::Worded;
use super::find::{Numerals, Phrase, Sentence};
use super::tokens::Kind;
use std::ops::Range;

/// A number has at most so many tokens: «1 (бір)», «жиырма бес».
const NUMBER_TOKENS: usize = 5;

/// Words that would hang in the air without the term after them.
#[derive(Clone, Copy)]
pub(super) struct Ties {
    /// Whole words that lead to what follows.
    pub(super) words: &'static [&'static str],
    /// Beginnings of words that a term completes: «мерзімі – 20 минут».
    pub(super) stems: &'static [&'static str],
    /// Words that open a clause which tells when its term holds: «…, для юридических лиц – 5 дней».
    pub(super) cases: &'static [&'static str],
    /// Whether a word, with the one before it, names the moment from which a term counts.
    pub(super) is_moment: fn(before: &str, word: &str) -> bool,
}

/// The sentence without a duration that can be left out of it, nor the punctuation at its end.
pub fn cut(text: &str, found: &Worded) -> Option<String> {
    let Range { start, end } = found.apart.clone()?;
    let (before, after) = (text.get(..start)?.trim_end(), text.get(end..)?.trim_start());
    let gap = if after.starts_with([',', ';', '.', ':']) { "" } else { " " };
    let left = format!("{before}{gap}{after}");
    let left = left.trim_end_matches([',', ';', '.', ':', ' ']);
    (!left.is_empty()).then(|| left.to_owned())
}

impl Sentence<'_> {
    /// The bytes that go with a duration that can be left out.
    pub(super) fn apart(&self, phrase: &Phrase, ties: Ties, numerals: Numerals) -> Option<Range<usize>> {
        let Range { mut start, mut end } = phrase.tokens;
        if self.kind(start.checked_sub(1)?) == Some(Kind::Open) && self.kind(end) == Some(Kind::Close) {
            (start, end) = (start - 1, end + 1);
        } else {
            while start > 0 && self.kind(start - 1) == Some(Kind::Dash) {
                start -= 1;
            }
            if !self.only_stops_from(end) || self.number_ends_at(start, numerals) {
                return None;
            }
        }
        (start > 0 && !self.is_tied(start, ties)).then(|| self.bytes(start..end))
    }

    fn only_stops_from(&self, at: usize) -> bool {
        self.folded_from(at).all(|mark| matches!(mark, "," | ";" | "." | ":"))
    }

    /// «2 – 3 сағат» is one term, though a dash stands in it.
    fn number_ends_at(&self, end: usize, numerals: Numerals) -> bool {
        let last = end.checked_sub(1).and_then(|last| self.kind(last));
        matches!(last, Some(Kind::Number | Kind::Open))
            || (end.saturating_sub(NUMBER_TOKENS)..end)
                .any(|at| self.number(at, numerals).is_some_and(|number| number.end == end))
    }

    fn is_tied(&self, start: usize, ties: Ties) -> bool {
        let before = (0..start).rev().map(|at| self.word(at)).find(|word| !word.is_empty()).unwrap_or("");
        let hangs = ties.words.contains(&before) || ties.stems.iter().any(|stem| before.starts_with(stem));
        let clause = (0..start).rev().find(|at| self.is_sign(*at, ",")).map_or("", |comma| self.word(comma + 1));
        let is_case = ties.cases.contains(&clause);
        let mut pairs = (0..self.len()).map(|at| (at.checked_sub(1).map_or("", |at| self.word(at)), self.word(at)));
        hangs || is_case || pairs.any(|(before, word)| (ties.is_moment)(before, word))
    }
}

#[cfg(test)]
mod tests {
    use super::cut;
    use crate::base::Lang;
    use crate::wording::duration::{find_all, find_own};
    use proptest::prelude::*;

    fn left(text: &str, lang: Lang) -> Option<String> {
        cut(text, &find_own(text, lang).unwrap_or_else(|| panic!("no duration in {text}")))
    }

    #[test]
    fn what_stands_apart_goes() {
        for (lang, text, expected) in [
            (
                Lang::Kk,
                "құжаттарды қарайды және береді - 20 (жиырма) минуттан аспайды.",
                "құжаттарды қарайды және береді",
            ),
            (Lang::Kk, "қабылдау және тіркеу (30 минуттан аспайды) ;", "қабылдау және тіркеу"),
            (Lang::Kk, "сканерлейді (5 минут ішінде), одан кейін жолдайды;", "сканерлейді, одан кейін жолдайды"),
            (Lang::Kk, "жолдайды (5 минут ішінде) және тіркейді", "жолдайды және тіркейді"),
            (Lang::Kk, "3 (үш) жұмыс күні ішінде қарайды – 20 (жиырма) минут", "3 (үш) жұмыс күні ішінде қарайды"),
            (Lang::Kk, "құжаттарды тапсыру, 15 минут ішінде", "құжаттарды тапсыру"),
            (Lang::Kk, "тексеру 2 (екі) – 3 (үш) сағат", "тексеру"),
            (Lang::Kk, "тексеру – 2 сағат 30 минут", "тексеру"),
            (Lang::Ru, "осуществляет прием и регистрацию – 20 (двадцать) минут;", "осуществляет прием и регистрацию"),
            (
                Lang::Ru,
                "подписывает результат (не более 2 дней), затем направляет.",
                "подписывает результат, затем направляет",
            ),
            (Lang::Ru, "рассматривает документы в течение 1 (одного) рабочего дня;", "рассматривает документы"),
            (Lang::Ru, "выдает расписку в тот же день", "выдает расписку"),
            (Lang::Ru, "рассматривает от 10 до 20 минут", "рассматривает"),
        ] {
            assert_eq!(left(text, lang).as_deref(), Some(expected));
        }
    }

    #[test]
    fn what_holds_the_sentence_together_stays() {
        for text in [
            "тіркейді және қызметті алушыға 15 (он бес) минут ішінде ішінде тапсырады;",
            "қажетті құжаттарды тапсырған сәттен бастап 15 (он бес) минут ішінде қабылдайды;",
            "құжаттарды тапсырған сәттен бастап қабылдап, тіркейді – 15 минут.",
            "өтініш келіп түскеннен кейін – 20 (жиырма) минут.",
            "өтініш келіп түскен күннен 3 жұмыс күні ішінде;",
            "15 (он бес) минут ішінде құжаттармен танысады",
            "жолдайды – 30 минуттан аспайды; Салыстырып тексеру үшін түпнұсқа ұсынылады.",
            "қабылдау мерзімі – 20 минут",
            "тексеру 2 – 3 сағат",
            "тексеру (2 сағат – 3 сағат)",
            "тексеру және 30 минут",
            "дереу береді, Астана және Алматы қалалары үшін – 7 (жеті) жұмыс күні",
            "қосымша тексеру қажет болған жағдайда – 15 күн ішінде",
            "20 (жиырма) минут",
            "(20 минут) қабылдау",
        ] {
            assert_eq!(left(text, Lang::Kk), None, "{text}");
        }
        for text in [
            "руководитель в течение 1 (одного) рабочего дня рассматривает документы;",
            "регистрирует с момента поступления документов – 15 минут;",
            "регистрирует после поступления документов в течение 15 минут",
            "в срок, не превышающий 15 минут",
            "принимает решение в срок, не более 3 дней",
            "продлевает срок до 30 дней",
            "выдает справку через каждые 2 часа и 15 минут",
            "выдает незамедлительно, для юридических лиц – в течение 5 (пяти) рабочих дней",
            "выдает незамедлительно, а в Алматы – 2 (два) часа",
        ] {
            assert_eq!(left(text, Lang::Ru), None, "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        /// What is left is the beginning of the sentence and its end, with nothing put in but a space.
        #[test]
        fn nothing_is_said_that_the_sentence_does_not_say(
            text in "([0-9]{1,2}|[(),;. –-]| |минут|күн|ішінде|бастап|құжат|және|в течение|дней|до|документ|\\PC){0,20}",
        ) {
            for lang in Lang::ALL {
                for found in find_all(&text, lang) {
                    let (Some(left), Some(apart)) = (cut(&text, &found), found.apart.clone()) else { continue };
                    prop_assert!(apart.start <= found.range.start && found.range.end <= apart.end);
                    let before = text[..apart.start].trim_end();
                    let after = left.strip_prefix(before).or_else(|| before.starts_with(&left).then_some(""));
                    let after = after.map(|after| after.strip_prefix(' ').unwrap_or(after));
                    prop_assert!(after.is_some_and(|after| text[apart.end..].trim_start().starts_with(after)), "{left}");
                }
            }
        }
    }
}
