//! What a sentence is about, as far as words tell that regulations of both languages share: «нәтижесі», «результат».
//!
//! Holds: a topic is known by how its word begins, for endings change; no topic is a word that most sentences have.

use super::letters::is_letter;
use crate::base::Lang;

/// A topic by its place in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Topic(u32);

/// The facts of chapters 1 and 2.
pub const PROVIDER: Topic = Topic(0);
pub const FORM: Topic = Topic(1);
pub const RESULT: Topic = Topic(2);
pub const BASIS: Topic = Topic(3);

/// How the words of each topic begin in Kazakh and in Russian.
const TOPICS: [(&[&str], &[&str]); 29] = [
    (&["беруші"], &["услугодател"]),
    (&["нысан"], &["форма", "форме", "форму", "формы", "формой"]),
    (&["нәтиже"], &["результат"]),
    (&["негіз"], &["основани"]),
    (&["алушы"], &["услугополучател"]),
    (&["өтініш", "сұрау"], &["заявлени", "запрос"]),
    (&["қабылда"], &["прием", "приём", "принима"]),
    (&["мазмұн"], &["содержани"]),
    (&["тізбе", "тізім"], &["перечень", "перечн", "список", "списк"]),
    (&["бөлімше", "қызметкер"], &["подразделени", "работник", "сотрудник"]),
    (&["рәсім", "іс-қимыл", "әрекет"], &["процедур", "действи"]),
    (&["реттілі", "дәйекті", "бірізділі"], &["последовательност"]),
    (&["портал"], &["портал"]),
    (&["корпорация"], &["корпораци"]),
    (&["жүйе"], &["систем"]),
    (&["диаграмма"], &["диаграмм"]),
    (&["анықтамалы"], &["справочник"]),
    (&["қосымша"], &["приложени"]),
    (&["мерзім"], &["срок"]),
    (&["стандарт"], &["стандарт"]),
    (&["тегін", "ақылы", "төлем"], &["бесплатн", "платн", "плата", "оплат"]),
    (&["тарт"], &["отказ", "отказыва"]),
    (&["құжат"], &["документ"]),
    (&["кесте"], &["график"]),
    (&["шағым"], &["жалоб", "обжалован"]),
    (&["тіркел", "тіркеу", "тіркей"], &["регистрац", "регистрир"]),
    (&["сақта"], &["хранени", "хранит"]),
    (&["сипатта"], &["описани"]),
    (&["өзара"], &["взаимодействи"]),
];

/// Several topics.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Topics(u32);

impl Topics {
    pub fn of(words: &str, lang: Lang) -> Topics {
        let words = words.to_lowercase();
        let begins =
            |stem: &&str| words.split(|sign| !is_letter(sign) && sign != '-').any(|word| word.starts_with(*stem));
        let is_told = |(kk, ru): &(&[&str], &[&str])| if lang == Lang::Kk { kk } else { ru }.iter().any(begins);
        let told = TOPICS.iter().enumerate().filter(|(_, topic)| is_told(topic));
        Topics(told.fold(0, |all, (at, _)| all | 1 << at))
    }

    pub fn has(self, topic: Topic) -> bool {
        self.0 & 1 << topic.0 != 0
    }

    /// How much of what two sentences are about they share, of a hundred; nothing where neither tells.
    pub fn alike_percent(self, other: Topics) -> Option<u32> {
        let told = self.0.count_ones() + other.0.count_ones();
        (200 * (self.0 & other.0).count_ones()).checked_div(told)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_tell_the_same_topic() {
        let kk = Topics::of("Мемлекеттік қызметті көрсету нәтижесі", Lang::Kk);
        let ru = Topics::of("Результат оказания государственной услуги", Lang::Ru);
        assert!(kk.has(RESULT) && ru.has(RESULT) && !kk.has(FORM));
        assert_eq!(kk.alike_percent(ru), Some(100));
    }

    #[test]
    fn a_word_within_another_tells_nothing() {
        assert!(!Topics::of("платформа информации", Lang::Ru).has(FORM));
        assert_eq!(Topics::default().alike_percent(Topics::default()), None);
        assert_eq!(Topics::of("Форма оказания", Lang::Ru).alike_percent(Topics::default()), Some(0));
    }
}
