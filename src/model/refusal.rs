//! What the words of a refusal say against the branch that it hangs on.
//!
//! A drawing puts the process right behind a condition on its «no» branch. Most acts are written so; where one refuses
//! because what was looked for is there, or puts something else behind the condition, the drawing would say the contrary of
//! the sentence. In: the elements of a path with their ways. Out: findings.
//! Holds: only words are compared. A refusal for what is wrong with the data («бұзушылықтар болған жағдайда», «в связи с
//! имеющимися нарушениями») is the failing of the check itself, and on its «no» branch it is right.

use super::context::Cx;
use super::types::{Branch, Item, ItemKind, Role, Step, Target, Way};
use crate::base::{Finding, Id, Lang, Spanned, Text, codes, terms};
use crate::wording::collate::fold;
use crate::wording::form::{folded_words, is_same_word};

/// What is looked at of a step or an item.
struct Told<'m> {
    id: &'m Spanned<Id>,
    text: &'m Text,
    number: u32,
    is_condition: bool,
    refuses: bool,
    ways: &'m [Way],
}

pub(super) fn of_items(items: &[Item], cx: &mut Cx) {
    let told = items.iter().map(|item| Told {
        id: &item.id,
        text: &item.text,
        number: item.number,
        is_condition: item.kind == ItemKind::Condition,
        refuses: item.role == Some(Role::Refusal),
        ways: &item.ways,
    });
    check(&told.collect::<Vec<_>>(), cx);
}

pub(super) fn of_steps(steps: &[Step], cx: &mut Cx) {
    let told = steps.iter().map(|step| Told {
        id: &step.id,
        text: &step.text,
        number: step.n,
        is_condition: step.is_choice,
        refuses: false,
        ways: &step.ways,
    });
    check(&told.collect::<Vec<_>>(), cx);
}

fn check(told: &[Told], cx: &mut Cx) {
    for condition in told.iter().filter(|one| one.is_condition) {
        for way in condition.ways {
            if let (Some(branch), Target::Element(to)) = (way.branch, way.to) {
                cx.findings.extend(of_branch(condition, branch, &told[to], way.inferred));
            }
        }
    }
}

/// What is wrong with the element that a branch leads to.
fn of_branch(condition: &Told, branch: Branch, next: &Told, is_inferred: bool) -> Option<Finding> {
    let finding = |entry| Finding::new(entry, next.id.span).word(condition.number).word(&next.id.value);
    let refuses = next.refuses || refuses(next.text);
    match branch {
        Branch::No if is_inferred && !sounds_like_refusal(next.text) => {
            return Some(finding(&codes::REFUSAL_WITHOUT_WORDS).related(condition.id.span));
        }
        Branch::Yes if is_inferred && refuses => {
            return Some(finding(&codes::REFUSAL_ON_YES).related(condition.id.span));
        }
        _ if !refuses => return None,
        _ => {}
    }
    let cause =
        next.text.iter().find_map(|(lang, words)| contradicts(condition.text.get(lang)?, words, branch, lang))?;
    let (on, other) = match branch {
        Branch::Yes => (&terms::YES, "no"),
        Branch::No => (&terms::NO, "yes"),
    };
    Some(finding(&codes::REFUSAL_TURNED).word(cause).term(on).word(other).related(condition.id.span))
}

/// Beginnings of the words that a refusal is told with, or what it is for.
const REFUSING: [&str; 27] = [
    "бас тарт",
    "қабылдама",
    "мүмкін болма",
    "мүмкін емес",
    "мүмкіндігінің жо",
    "жоқтығы",
    "болмауы",
    "болмаған",
    "расталма",
    "бұзушы",
    "кемшілі",
    "қате",
    "қайтар",
    "сәйкес келме",
    "отказ",
    "невозмож",
    "неподтвер",
    "не подтвер",
    "нарушен",
    "возврат",
    "возвращ",
    "отклон",
    "не прин",
    "непринят",
    "отсутств",
    "ошибк",
    "прекращ",
];

/// Whether a sentence has any word that a refusal could be told with.
fn sounds_like_refusal(text: &Text) -> bool {
    text.iter().any(|(_, words)| {
        let folded = fold(words).replace('ё', "е");
        REFUSING.iter().any(|stem| begins_at(&folded, stem).is_some())
    })
}

/// Whether a sentence tells of a refusal and of nothing else: «результат либо мотивированный отказ» is handed over on the
/// way of success too.
pub fn refuses(text: &Text) -> bool {
    text.iter().any(|(lang, words)| {
        let folded = fold(words);
        let (stem, others): (_, &[&str]) = match lang {
            Lang::Kk => ("бас тарт", &["немесе", "не", "не болмаса", "я"]),
            Lang::Ru => ("отказ", &["или", "либо"]),
        };
        let Some(at) = begins_at(&folded, stem) else { return false };
        !folded_words(&folded[..at]).iter().any(|word| others.contains(&word.as_str()))
    })
}

/// Whether words name a refusal, be it as one of several outcomes.
pub fn names_refusal(words: &str) -> bool {
    let folded = fold(words);
    ["бас тарт", "отказ"].iter().any(|stem| begins_at(&folded, stem).is_some())
}

/// The words of a sentence that tell for what reason: «… расталмауына байланысты», «в связи с …».
pub fn cause(text: &str, lang: Lang) -> Option<&str> {
    let words = match lang {
        Lang::Kk => {
            const BECAUSE: &str = " байланысты";
            &text[..text.find(BECAUSE)? + BECAUSE.len()]
        }
        Lang::Ru => text[text.find("в связи с")?..].split([';', ',', '.']).next()?,
    };
    Some(words.trim())
}

/// Where a word, or several, begin so.
fn begins_at(folded: &str, stem: &str) -> Option<usize> {
    folded.match_indices(stem).map(|(at, _)| at).find(|at| {
        let before = folded[..*at].chars().next_back();
        !before.is_some_and(char::is_alphabetic)
    })
}

/// Why a sentence says that something happens: because something is there, or because it is not.
#[derive(Debug, PartialEq, Eq)]
struct Cause {
    is_there: bool,
    /// What is there or is not; empty where a pronoun stands for it, or nothing.
    what: Vec<String>,
    /// The words that say so.
    said: String,
}

/// The cause that a refusal gives, where it is that of the other branch.
fn contradicts(condition: &str, refusal: &str, branch: Branch, lang: Lang) -> Option<String> {
    let cause = match lang {
        Lang::Kk => cause_kk(refusal),
        Lang::Ru => cause_ru(refusal),
    }?;
    let asked = folded_words(condition);
    let question = question(&asked, lang);
    let is_asked = |what: &String| asked.iter().any(|word| is_same_word(word, what, lang));
    let is_about = match cause.what.as_slice() {
        [] => question.is_some(),
        what => what.iter().any(is_asked) && !what.iter().any(|what| is_failing(what, &asked, lang)),
    };
    let wants_it_there = question.unwrap_or(true);
    let has_quality = question.is_none() && asked.iter().any(|word| begins_with_any(word, &QUALITIES));
    let is_yes = cause.is_there == wants_it_there;
    (is_about && !has_quality && is_yes != (branch == Branch::Yes)).then_some(cause.said)
}

fn begins_with_any(word: &str, stems: &[&str]) -> bool {
    stems.iter().any(|stem| word.starts_with(stem))
}

/// What makes any check fail.
const FAILINGS: [&str; 13] = [
    "нарушен",
    "недостат",
    "ошиб",
    "несоответ",
    "замечан",
    "основан",
    "несовпад",
    "бұзушы",
    "кемші",
    "қате",
    "сәйкессі",
    "негіз",
    "ескерт",
];

fn is_failing(what: &str, asked: &[String], lang: Lang) -> bool {
    // «неполный пакет» is the failing of «полный пакет».
    let denied = what.strip_prefix("не").filter(|rest| asked.iter().any(|word| is_same_word(word, rest, lang)));
    begins_with_any(what, &FAILINGS) || denied.is_some()
}

/// What a check looks for that is neither there nor missing: there the answer «no» is told by many words.
const QUALITIES: [&str; 19] = [
    "соответ",
    "подлин",
    "действит",
    "достовер",
    "полн",
    "комплект",
    "правил",
    "срок",
    "сәйкес",
    "төлнұсқа",
    "түпнұсқа",
    "дұрыс",
    "жарам",
    "толық",
    "мерзім",
    "корректн",
    "идентич",
    "совпад",
    "шынайы",
];

/// Whether a condition asks that something is there, or that it is not; `None` where it asks neither, or both.
fn question(asked: &[String], lang: Lang) -> Option<bool> {
    let (there, missing): (&[&str], &[&str]) = match lang {
        Lang::Kk => (&["болуы", "барын", "бар"], &["болмау", "жоқтығы"]),
        Lang::Ru => (&["налич", "имеет", "имеют", "существ"], &["отсутств"]),
    };
    let has = |stems: &[&str]| {
        asked
            .iter()
            .any(|word| stems.iter().any(|stem| if *stem == "бар" { word == stem } else { word.starts_with(stem) }))
    };
    match (has(there), has(missing)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

/// The parts of a folded sentence between its signs.
fn clauses(folded: &str) -> impl Iterator<Item = &str> {
    folded.split([',', ';', ':', '(', ')', '.']).flat_map(|part| part.split(" - "))
}

/// «при наличии прав», «в связи с их отсутствием», «если выявлены долги».
fn cause_ru(sentence: &str) -> Option<Cause> {
    let folded = fold(sentence).replace('ё', "е");
    clauses(&folded).find_map(|clause| {
        let words: Vec<&str> = clause.split_whitespace().collect();
        (0..words.len()).filter(|at| OPENERS.contains(&words[*at])).find_map(|opener| cause_behind(&words, opener))
    })
}

/// What opens a cause; the last two open a sentence of their own.
const OPENERS: [&str; 8] = ["при", "связи", "ввиду", "вследствие", "случае", "случаях", "если", "когда"];
/// What may stand between the opening of a cause and the word that tells of a state.
const PASSED: [&str; 7] = ["с", "со", "их", "его", "ее", "того", "что"];

fn cause_behind(words: &[&str], opener: usize) -> Option<Cause> {
    let supposes = OPENERS[6..].contains(&words[opener]);
    let state = (opener + 1..words.len()).find(|at| state_ru(words[*at]).is_some())?;
    if !supposes && !words[opener + 1..state].iter().all(|word| PASSED.contains(word)) {
        return None;
    }
    let what: Vec<&str> = match supposes {
        true => [&words[opener + 1..state], &words[state + 1..]].concat(),
        false => words[state + 1..].iter().copied().take_while(|word| !is_preposition(word)).collect(),
    };
    let first = opener - usize::from(opener > 0 && words[opener - 1] == "в");
    Some(Cause {
        is_there: state_ru(words[state])? == (words[state - 1] != "не"),
        what: what.into_iter().filter(|word| word.chars().count() > 3).map(str::to_owned).collect(),
        said: words[first..].join(" "),
    })
}

/// Whether a Russian word says that something is there, or that it is not.
fn state_ru(word: &str) -> Option<bool> {
    let there = ["налич", "имеющ", "имеет", "имеют", "выявл", "обнаруж", "найден", "нашл", "установл", "есть"];
    let is_missing = word.starts_with("отсутств") || ["нет", "невыявлении", "необнаружении"].contains(&word);
    if is_missing { Some(false) } else { begins_with_any(word, &there).then_some(true) }
}

fn is_preposition(word: &str) -> bool {
    ["в", "во", "на", "у", "из", "по", "о", "об", "для", "с", "со", "к", "от", "за"].contains(&word)
}

/// «құқықтардың болуына байланысты», «құқықтар болған жағдайда», «тіркеу анықталса», «бар құқықтарға байланысты».
fn cause_kk(sentence: &str) -> Option<Cause> {
    let folded = fold(sentence);
    let words: Vec<&str> = folded.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    (0..words.len()).find_map(|at| {
        let follows = |next: usize| words.get(next).is_some_and(|word| begins_with_any(word, &FOLLOWERS));
        if words[at] == "бар" && follows(at + 2) {
            let said = words[at..=at + 2].join(" ");
            return Some(Cause { is_there: true, what: vec![words[at + 1].to_owned()], said });
        }
        let is_there = state_kk(words[at])?;
        let is_whole = words[at].ends_with("са") || words[at].ends_with("се");
        if !is_whole && !follows(at + 1) {
            return None;
        }
        let (first, is_there) = match at.checked_sub(1).map(|before| words[before]) {
            Some("бар") => (at - 1, is_there),
            Some("жоқ") => (at - 1, !is_there),
            _ => (at, is_there),
        };
        let what = first.checked_sub(1).map(|before| words[before]).filter(|word| !PRONOUNS.contains(word));
        let last = if is_whole { at } else { at + 1 };
        let said = words[first.saturating_sub(1)..=last].join(" ");
        Some(Cause { is_there, what: what.into_iter().map(str::to_owned).collect(), said })
    })
}

/// What makes a cause of a Kazakh participle: «болған жағдайда», «болуына байланысты».
const FOLLOWERS: [&str; 5] = ["байланысты", "жағдай", "кезде", "себеп", "соң"];
const PRONOUNS: [&str; 5] = ["ол", "олар", "оның", "олардың", "егер"];

/// Whether a Kazakh word says that something is there or was found, or that it is not or was not.
fn state_kk(word: &str) -> Option<bool> {
    let missing = ["болма", "табылма", "анықталма", "жоқтығ"];
    let there =
        ["болған", "болуына", "болса", "табылған", "табылуына", "табылса", "анықталған", "анықталуына", "анықталса"];
    if begins_with_any(word, &missing) { Some(false) } else { begins_with_any(word, &there).then_some(true) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_is_told_against_the_branch_it_hangs_on() {
        let asks_ru = "через ШЭП проверяется наличие зарегистрированных прав на участок;";
        let asks_kk = "учаскеге тіркелген құқықтардың болуын тексеру;";
        for (lang, condition, refusal) in [
            (Lang::Ru, asks_ru, "при наличии зарегистрированных прав – отказ в связи с занятостью участка;"),
            (Lang::Ru, asks_ru, "отказ в связи с наличием зарегистрированных прав;"),
            (Lang::Ru, asks_ru, "отказ, если выявлены права третьих лиц;"),
            (Lang::Ru, asks_ru, "если имеется – отказ;"),
            (Lang::Ru, "проверка сведений о судимости", "при наличии судимости – отказ;"),
            (Lang::Ru, "проверяется отсутствие судимости", "отказ в связи с отсутствием судимости;"),
            (Lang::Kk, asks_kk, "тіркелген құқықтар болған жағдайда, бас тарту;"),
            (Lang::Kk, asks_kk, "құқықтардың болуына байланысты бас тарту;"),
            (Lang::Kk, asks_kk, "тіркелген құқық анықталса, бас тарту;"),
            (Lang::Kk, asks_kk, "егер бар болса, бас тарту;"),
        ] {
            assert!(contradicts(condition, refusal, Branch::No, lang).is_some(), "{refusal}");
            assert!(contradicts(condition, refusal, Branch::Yes, lang).is_none(), "{refusal}");
        }
        for (lang, condition, refusal) in [
            (Lang::Ru, asks_ru, "отказ в связи с отсутствием зарегистрированных прав;"),
            (Lang::Ru, asks_ru, "отказ в связи с их отсутствием;"),
            (Lang::Ru, asks_ru, "отказ, если права не выявлены;"),
            (Lang::Kk, asks_kk, "құқықтардың болмауына байланысты бас тарту;"),
            (Lang::Kk, asks_kk, "құқықтар жоқ болса, бас тарту;"),
        ] {
            assert!(contradicts(condition, refusal, Branch::Yes, lang).is_some(), "{refusal}");
            assert!(contradicts(condition, refusal, Branch::No, lang).is_none(), "{refusal}");
        }
    }

    #[test]
    fn a_check_that_fails_is_the_usual_cause() {
        for (lang, condition, refusal) in [
            (Lang::Ru, "проверка подлинности данных;", "отказ в связи с имеющимися нарушениями в данных;"),
            (Lang::Ru, "проверяется наличие нарушений;", "при наличии нарушений – отказ;"),
            (Lang::Ru, "представлен ли полный пакет документов;", "при наличии неполного пакета – отказ;"),
            (Lang::Ru, "проверка оснований для оказания услуги;", "при наличии оснований для отказа – отказ;"),
            (Lang::Ru, "проверка документов на соответствие;", "при наличии документов с истекшим сроком – отказ;"),
            (Lang::Ru, "проверяется наличие прав;", "отказ при проверке наличия прав;"),
            (Lang::Kk, "порталда деректерді тексеру;", "деректердегі бұзушылықтардың болған жағдайында, бас тарту;"),
            (Lang::Kk, "құжаттардың сәйкестігін тексереді;", "құжаттарда кемшіліктердің болуына байланысты бас тарту;"),
            (Lang::Kk, "деректерді тексеру;", "деректерінде бар бұзушылықтарға байланысты бас тарту;"),
        ] {
            assert_eq!(contradicts(condition, refusal, Branch::No, lang), None, "{refusal}");
        }
    }

    #[test]
    fn a_sentence_may_tell_its_cause() {
        let kk = "ЭЦҚ расталмауына байланысты бас тарту туралы хабарлама;";
        let ru = "отказ в связи с неподтверждением подписи, о чем сообщается;";
        assert_eq!(cause(kk, Lang::Kk), Some("ЭЦҚ расталмауына байланысты"));
        assert_eq!(cause(ru, Lang::Ru), Some("в связи с неподтверждением подписи"));
        assert_eq!(cause("авторландырудан бас тарту;", Lang::Kk), None);
    }

    #[test]
    fn a_refusal_has_words_of_one() {
        let text = |words: &str| Text::of(Lang::Ru, words);
        assert!(refuses(&text("отказ в приеме заявления;")) && sounds_like_refusal(&text("невозможность получения;")));
        assert!(!refuses(&text("получение справки либо отказа;")) && !sounds_like_refusal(&text("рассмотрение;")));
        let kk = Text::of(Lang::Kk, "нәтижесін (анықтаманы немесе бас тарту туралы дәлелді жауап) алуы.");
        assert!(!refuses(&kk) && sounds_like_refusal(&kk));
    }
}
