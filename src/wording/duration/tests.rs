//! Durations by example, from published acts, and what holds for all of them.

use super::*;
use crate::base::Lang;
use proptest::prelude::*;

fn own(text: &str, lang: Lang) -> (String, String, String) {
    let found = find_own(text, lang).unwrap_or_else(|| panic!("no duration in {text}"));
    (found.raw.clone(), code(&found.duration), without(text, &found))
}

fn check(lang: Lang, text: &str, raw: &str, coded: &str, action: &str) {
    assert_eq!(own(text, lang), (raw.to_owned(), coded.to_owned(), action.to_owned()), "{text}");
}

/// A sentence, its duration as written and as a value, and what is left of it.
const KAZAKH: &[(&str, &str, &str, &str)] = &[
    (
        "кеңсе қызметкерінің құжаттарды қабылдауы мен тіркеуі, құжаттарды бөлім басшысына беруі - 20 (жиырма) \
             минуттан аспайды.",
        "20 (жиырма) минуттан аспайды",
        "at most 20 min",
        "кеңсе қызметкерінің құжаттарды қабылдауы мен тіркеуі, құжаттарды бөлім басшысына беруі",
    ),
    (
        "баланы (балаларды) патронаттық тәрбиеге беру туралы шартты дайындайды - күнтізбелік 25 (жиырма бес) күн.",
        "күнтізбелік 25 (жиырма бес) күн",
        "25 calendar days",
        "баланы (балаларды) патронаттық тәрбиеге беру туралы шартты дайындайды",
    ),
    (
        "бөлім басшысы қорытындыны қарайды және 1 (бір) күнтізбелік күн ішінде қол қояды;",
        "1 (бір) күнтізбелік күн ішінде",
        "within 1 calendar day",
        "бөлім басшысы қорытындыны қарайды және қол қояды",
    ),
    (
        "құжаттарды қарастыру және жауапты орындаушыға жолдау (1 күнтізбелік күннен аспайды) ;",
        "1 күнтізбелік күннен аспайды",
        "at most 1 calendar day",
        "құжаттарды қарастыру және жауапты орындаушыға жолдау",
    ),
    (
        "құжаттардың толықтығын тексереді, 15 (он бес) жұмыс күн ішінде құжаттарды жолдайды;",
        "15 (он бес) жұмыс күн ішінде",
        "within 15 working days",
        "құжаттардың толықтығын тексереді, құжаттарды жолдайды",
    ),
    (
        "кеңсесі құжаттарды тіркейді және қызметті алушыға 15 (он бес) минут ішінде ішінде тапсырады;",
        "15 (он бес) минут ішінде",
        "within 15 min",
        "кеңсесі құжаттарды тіркейді және қызметті алушыға ішінде тапсырады",
    ),
    (
        "кеңсе қызметкері басшысына жолдайды – 30 минуттан аспайды; Салыстырып тексеру үшін құжаттар түпнұсқада \
             ұсынылады.",
        "30 минуттан аспайды",
        "at most 30 min",
        "кеңсе қызметкері басшысына жолдайды – ; Салыстырып тексеру үшін құжаттар түпнұсқада ұсынылады",
    ),
    (
        "бала тууды бала туылған күнінен бастап үш жұмыс күні өткеннен кейін тіркеуге өтінішті берген жағдайда, \
             мемлекеттік көрсетілетін қызмет күнтізбелік 15 (он бес) күн ішінде көрсетіледі;",
        "күнтізбелік 15 (он бес) күн ішінде",
        "within 15 calendar days",
        "бала тууды бала туылған күнінен бастап үш жұмыс күні өткеннен кейін тіркеуге өтінішті берген жағдайда, \
             мемлекеттік көрсетілетін қызмет көрсетіледі",
    ),
    (
        "қызмет көрсету мерзімі көрсетілетін қызметті алушыны 3 (үш) күнтізбелік күн ішінде хабардар ете отырып, \
             күнтiзбелiк 30 (отыз) күннен аспайтын уақытқа ұзартылады;",
        "күнтiзбелiк 30 (отыз) күннен аспайтын уақытқа",
        "at most 30 calendar days",
        "қызмет көрсету мерзімі көрсетілетін қызметті алушыны 3 (үш) күнтізбелік күн ішінде хабардар ете отырып, \
             ұзартылады",
    ),
    (
        "3 (үш) жұмыс күні ішінде қарайды – 20 (жиырма) минут",
        "20 (жиырма) минут",
        "20 min",
        "3 (үш) жұмыс күні ішінде қарайды",
    ),
    (
        "3 (үш) жұмыс күні ішінде құжаттарды тексере отырып, шешім қабылдайды",
        "3 (үш) жұмыс күні ішінде",
        "within 3 working days",
        "құжаттарды тексере отырып, шешім қабылдайды",
    ),
    ("куәлікті сол күн ішінде береді (жолдайды)", "сол күн ішінде", "same day", "куәлікті береді (жолдайды)"),
    (
        "5 (бес) жұмыс күнінен кешіктірмей жолдайды",
        "5 (бес) жұмыс күнінен кешіктірмей",
        "at most 5 working days",
        "жолдайды",
    ),
    ("2\u{a0}сағатқа дейін күтеді", "2\u{a0}сағатқа дейін", "at most 2 hours", "күтеді"),
];

#[test]
fn kazakh_steps_have_their_duration_and_their_action() {
    for (text, raw, coded, action) in KAZAKH {
        check(Lang::Kk, text, raw, coded, action);
    }
}

#[test]
fn russian_steps_have_their_duration_and_their_action() {
    for (text, raw, coded, action) in [
        (
            "сотрудник канцелярии осуществляет прием и регистрацию документов – 20 (двадцать) минут;",
            "20 (двадцать) минут",
            "20 min",
            "сотрудник канцелярии осуществляет прием и регистрацию документов",
        ),
        (
            "руководитель услугодателя в течение 1 (одного) рабочего дня рассматривает документы;",
            "в течение 1 (одного) рабочего дня",
            "within 1 working day",
            "руководитель услугодателя рассматривает документы",
        ),
        (
            "подписывает результат (не более 2 календарных дней), затем направляет его в канцелярию.",
            "не более 2 календарных дней",
            "at most 2 calendar days",
            "подписывает результат, затем направляет его в канцелярию",
        ),
        (
            "в срок не позднее трёх месяцев принимает решение",
            "в срок не позднее трёх месяцев",
            "at most 3 months",
            "принимает решение",
        ),
        (
            "по истечении 3 дней выдает справку в течение 15 минут",
            "в течение 15 минут",
            "within 15 min",
            "по истечении 3 дней выдает справку",
        ),
        (
            "с уведомлением услугополучателя в течение 3 дней продлевает срок до 30 дней",
            "до 30 дней",
            "at most 30 days",
            "с уведомлением услугополучателя в течение 3 дней продлевает срок",
        ),
        ("принимает заявления детей до 18 лет – 10 минут", "10 минут", "10 min", "принимает заявления детей до 18 лет"),
        ("выдает расписку в тот же день", "в тот же день", "same day", "выдает расписку"),
    ] {
        check(Lang::Ru, text, raw, coded, action);
    }
}

/// Wordings of acts, and the value of each; `None` where the sentence states no term of its step.
#[test]
fn russian_acts_word_one_term_in_many_ways() {
    for (text, coded) in [
        ("рассматривает не свыше 3 (трех) дней", Some("at most 3 days")),
        ("в срок, не превышающий 15 минут", Some("at most 15 min")),
        ("срок не должен превышать 2 (двух) рабочих дней", Some("at most 2 working days")),
        ("не более чем за 20 минут", Some("at most 20 min")),
        ("проверяет в течение пяти (5) рабочих дней", Some("within 5 working days")),
        ("в течение 15-ти минут регистрирует", Some("within 15 min")),
        ("регистрирует - 15 мин.", Some("15 min")),
        ("готовит ответ за полтора часа", Some("1.5 hours")),
        ("готовит ответ в течение 1,5 часов", Some("within 1.5 hours")),
        ("в течение полутора часов", Some("within 1.5 hours")),
        ("в течение 2 часов 30 минут", Some("within 2 hours 30 min")),
        ("в течение 2 рабочих часов 30 минут", Some("within 2 working hours")),
        ("направляет в течение 3 (трех) суток", Some("within 3 full days")),
        ("в течение двух недель", Some("within 2 weeks")),
        ("10-15 минут", Some("10-15 min")),
        ("от 1 до 3 рабочих дней", Some("1-3 working days")),
        ("от 1 (одного) рабочего дня до 3 (трех) рабочих дней", Some("1-3 working days")),
        ("выдает в тот же рабочий день", Some("same day")),
        ("передает не позднее следующего рабочего дня", Some("next working day")),
        ("не позднее 3 (трех) часов", Some("at most 3 hours")),
        ("не позднее 18 часов с момента обращения", Some("at most 18 hours")),
        ("направляет не позднее 18 часов", None),
        ("принимает до 18 часов", None),
        ("собирается в 15 часов 30 минут", None),
        ("принимает решение не ранее 5 (пяти) рабочих дней", None),
        ("хранит не менее 3 лет", None),
        ("принимает документы не более 15 минут (ожидание – 20 минут)", Some("at most 15 min")),
        ("заполняет форму 1 – 15 минут", Some("15 min")),
        ("в течение 1 – 2 рабочих дней", Some("within 1-2 working days")),
        ("в течение 1,5 (полутора) часов", Some("within 1.5 hours")),
        ("в течение получаса регистрирует", Some("within 0.5 hours")),
        ("сроки не превышают 30 минут", Some("at most 30 min")),
        ("не позднее чем в течение 3 рабочих дней", Some("at most 3 working days")),
        ("в течение следующего рабочего дня", Some("next working day")),
        ("публикует не менее чем за 10 рабочих дней", None),
        ("регистрирует максимально 15 минут", Some("at most 15 min")),
        ("регистрирует – максимум 15 (пятнадцать) минут", Some("at most 15 min")),
        ("направляет не позднее, чем через 1 рабочий день", Some("at most 1 working day")),
        ("направляет не позднее чем через 1 (один) рабочий день", Some("at most 1 working day")),
        ("не более, чем за 20 минут", Some("at most 20 min")),
        ("через 1 рабочий день направляет", None),
        ("не позднее, чем за 3 дня до окончания", None),
        ("направляет на следующий рабочий день", Some("next working day")),
        ("направляет не позднее, чем на следующий рабочий день", Some("next working day")),
        ("прием заявлений переносится на следующий рабочий день", None),
        ("вводится в действие на следующий день после опубликования", None),
        ("подписывает – 3 р.д.", Some("3 working days")),
        ("в течение 10 к.д. направляет", Some("within 10 calendar days")),
        ("в течение 15 (пятнадцати минут)", Some("within 15 min")),
        ("не более 3-х (трех рабочих дней) со дня подачи", Some("at most 3 working days")),
        ("принимает документы 15 (пятнадцати) штук", None),
        ("сверяет – 30 (тридцать) секунд", Some("30 sec")),
        ("в течение 1,5 рабочих часа", Some("within 1.5 working hours")),
        ("в течение половины рабочего дня", None),
        ("незамедлительно", None),
    ] {
        assert_eq!(find_own(text, Lang::Ru).map(|own| code(&own.duration)).as_deref(), coded, "{text}");
    }
}

#[test]
fn kazakh_acts_word_one_term_in_many_ways() {
    for (text, coded) in [
        ("15 минуттан асырмай тіркейді", Some("at most 15 min")),
        ("тіркейді – 15 (он бес) минуттан артық емес.", Some("at most 15 min")),
        ("5 жұмыс күнінен көп емес", Some("at most 5 working days")),
        ("3 жұмыс күнінен кешіктірілмейтін мерзімде", Some("at most 3 working days")),
        ("3 (үш) жұмыс күні мерзімінде қарайды", Some("within 3 working days")),
        ("жарты сағат ішінде", Some("within 0.5 hours")),
        ("бір жарым сағат ішінде", Some("within 1.5 hours")),
        ("1,5 сағат ішінде", Some("within 1.5 hours")),
        ("2 сағат 30 минут ішінде", Some("within 2 hours 30 min")),
        ("3 (үш) тәулік ішінде", Some("within 3 full days")),
        ("2 (екі) аптадан аспайтын мерзімде", Some("at most 2 weeks")),
        ("он (10) күн ішінде", Some("within 10 days")),
        ("3-5 жұмыс күні ішінде", Some("within 3-5 working days")),
        ("3 (үш) – 5 (бес) жұмыс күні", Some("3-5 working days")),
        ("1-ден 3 жұмыс күніне дейін", Some("at most 1-3 working days")),
        ("1 (бір) жұмыс күнінен 3 (үш) жұмыс күніне дейін", Some("at most 1-3 working days")),
        ("сол жұмыс күні береді", Some("same day")),
        ("өтініш түскен күні тіркейді", Some("same day")),
        ("өтініштің түскен күні мен уақыты көрсетілген", None),
        ("келесі жұмыс күнінен кешіктірмей жолдайды", Some("next working day")),
        ("келесі жұмыс күні жолдайды", None),
        ("келесі жұмыс күні ішінде жолдайды", Some("next working day")),
        ("10 (он) минуттың ішінде", Some("within 10 min")),
        ("1 (бір) сағаттың ішінде қарайды", Some("within 1 hour")),
        ("тіркейді – 15 (он бес) минут аралығында;", Some("within 15 min")),
        ("30 мин. ішінде", Some("within 30 min")),
        ("тіркейді – 30 мин.", Some("30 min")),
        ("1 (бір) жұмыс күнінде қарайды", Some("within 1 working day")),
        ("15 минутта тіркейді", Some("within 15 min")),
        ("3 күнде бір рет", None),
        ("30 (отыз) күнтізбелік күнге дейінгі мерзімде", Some("at most 30 calendar days")),
        ("1,5 (бір жарым) сағат ішінде", Some("within 1.5 hours")),
        ("кемінде 5 жұмыс күні сақтайды", None),
        ("2 сағат жұмыс және 30 минут үзіліс", Some("2 hours")),
        ("тіркейді – ең көп 15 минут", Some("at most 15 min")),
        ("көп дегенде 3 (үш) жұмыс күні ішінде қарайды", Some("at most 3 working days")),
        ("ең көп 3 күннен кейін жолдайды", None),
        ("ең көп 2 сағат 30 минут", Some("at most 2 hours 30 min")),
        ("ең көп қызмет 15 минут ішінде көрсетіледі", Some("within 15 min")),
        ("қол қояды – 3 ж.к.", Some("3 working days")),
        ("3 (үш) ж.к. ішінде қарайды", Some("within 3 working days")),
        ("2015 ж. К. Сәтбаев көшесі", None),
        ("5 ж. К. Сәтбаев көшесі", None),
        ("15 (он бес минут) ішінде тіркейді", Some("within 15 min")),
        ("15 (он бес минут ішінде) тіркейді", Some("within 15 min")),
        ("15 (он бес минуттан) аспайды", Some("at most 15 min")),
        ("күнтізбелік 25 (жиырма бес күн)", Some("25 calendar days")),
        ("3 (үш жұмыс күні) – басшы", Some("3 working days")),
        ("30 секундта тексереді", Some("within 30 sec")),
        ("30 (отыз) секундтан аспайды", Some("at most 30 sec")),
        ("жарты жұмыс күні ішінде", None),
        ("дереу тіркейді", None),
    ] {
        assert_eq!(find_own(text, Lang::Kk).map(|own| code(&own.duration)).as_deref(), coded, "{text}");
    }
}

#[test]
fn one_term_may_be_counted_in_other_units() {
    let value = |coded| parse_value(coded).expect(coded);
    for (one, other, same) in [
        ("60 min", "1 hour", true),
        ("2 weeks", "14 days", true),
        ("24 hours", "1 full day", true),
        ("1 day", "24 hours", false),
        ("1 working day", "1 day", false),
        ("within 60 min", "1 hour", false),
        ("60-120 min", "1-2 hours", true),
        ("1-2 hours", "2 hours", false),
        ("1.5 hours", "90 min", true),
        ("2 hours 30 min", "150 min", true),
        ("120 sec", "2 min", true),
        ("1 year", "12 months", true),
    ] {
        assert_eq!(value(one).is_same_term(&value(other)), same, "{one}, {other}");
    }
}

#[test]
fn words_are_kept_and_read() {
    let found = |text, lang| {
        let found = find_own(text, lang).unwrap_or_else(|| panic!("no duration in {text}"));
        (found.duration.value, found.words, found.words_value, found.digits)
    };
    let some = |words: &str| Some(words.to_owned());
    assert_eq!(found("беру – 15 (оң бес) минут;", Lang::Kk), (15, some("оң бес"), None, true));
    assert_eq!(found("беру – 15 (он) минут;", Lang::Kk), (15, some("он"), Some(10), true));
    assert_eq!(found("қол қоюы - бір күнтізбелік күн ішінде;", Lang::Kk), (1, some("бір"), Some(1), false));
    assert_eq!(found("қабылдау (30 минуттан аспайды);", Lang::Kk), (30, None, None, true));
    assert_eq!(found("15 ( он  бес ) минут", Lang::Kk), (15, some("он  бес"), Some(15), true));
    assert_eq!(found("прием – 2 (две) минуты", Lang::Ru), (2, some("две"), Some(2), true));
    assert_eq!(found("в течение двадцати пяти дней", Lang::Ru), (25, some("двадцати пяти"), Some(25), false));
    assert_eq!(found("5 (5) күн", Lang::Kk), (5, some("5"), None, true));
}

#[test]
fn a_sentence_may_have_several() {
    let text = "өтініш - күнтізбелік 15 (он бес) күн (қабылданған күн мерзімге кірмейді), алушыны 3 (үш) күнтізбелік \
                күн ішінде хабардар ете отырып, күнтiзбелiк 30 (отыз) күннен аспайтын уақытқа ұзартылады";
    let all = find_all(text, Lang::Kk);
    assert_eq!(
        all.iter().map(|found| code(&found.duration)).collect::<Vec<_>>(),
        ["15 calendar days", "within 3 calendar days", "at most 30 calendar days"]
    );
    assert!(all.iter().all(|found| text[found.range.clone()] == found.raw));
    assert_eq!(find_own(text, Lang::Kk).as_ref(), all.first());
}

#[test]
fn other_numbers_are_no_durations() {
    for text in [
        "Стандарттың 9-тармағында көрсетілген құжаттар",
        "2016 жылғы 8 қаңтардағы № 5 қаулысы",
        "2016 жыл",
        "дүйсенбіден бастап жұмаға дейін сағат 9.00-ден 18.30-ға дейін",
        "қабылданған күні мен уақыты көрсетілген",
        "күнтізбелік күн",
        "99999999999999999999 минут",
        "",
    ] {
        assert_eq!(find_all(text, Lang::Kk), [], "{text}");
    }
    for text in ["от 8 января 2016 года № 5", "с 9.00 до 18.30 часов", "пункт 9 Стандарта", "в день"]
    {
        assert_eq!(find_all(text, Lang::Ru), [], "{text}");
    }
}

#[test]
fn acts_word_durations() {
    for (coded, kk, ru) in [
        ("20 min", "20 (жиырма) минут", "20 (двадцать) минут"),
        ("at most 20 min", "20 (жиырма) минуттан аспайды", "не более 20 (двадцати) минут"),
        ("within 15 min", "15 (он бес) минут ішінде", "в течение 15 (пятнадцати) минут"),
        ("within 1 min", "1 (бір) минут ішінде", "в течение 1 (одной) минуты"),
        ("1 min", "1 (бір) минут", "1 (одна) минута"),
        ("25 calendar days", "25 (жиырма бес) күнтізбелік күн", "25 (двадцать пять) календарных дней"),
        ("within 1 working day", "1 (бір) жұмыс күні ішінде", "в течение 1 (одного) рабочего дня"),
        ("at most 3 working days", "3 (үш) жұмыс күнінен аспайды", "не более 3 (трех) рабочих дней"),
        ("2 working days", "2 (екі) жұмыс күні", "2 (два) рабочих дня"),
        ("1 calendar day", "1 (бір) күнтізбелік күн", "1 (один) календарный день"),
        (
            "at most 21 calendar days",
            "21 (жиырма бір) күнтізбелік күннен аспайды",
            "не более 21 (двадцати одного) календарного дня",
        ),
        ("5 years", "5 (бес) жыл", "5 (пять) лет"),
        ("within 2 years", "2 (екі) жыл ішінде", "в течение 2 (двух) лет"),
        ("1000 days", "1000 күн", "1000 дней"),
        ("same day", "сол күн ішінде", "в тот же день"),
        ("next working day", "келесі жұмыс күнінен кешіктірмей", "не позднее следующего рабочего дня"),
        ("2 full days", "2 тәулік", "2 суток"),
        ("within 2 weeks", "2 (екі) апта ішінде", "в течение 2 (двух) недель"),
        ("1-3 working days", "1–3 жұмыс күні", "1–3 рабочих дня"),
        ("at most 10-15 min", "10–15 минуттан аспайды", "не более 10–15 минут"),
        ("30 sec", "30 (отыз) секунд", "30 (тридцать) секунд"),
        ("within 1 sec", "1 (бір) секунд ішінде", "в течение 1 (одной) секунды"),
        ("2 hours 30 min", "2 (екі) сағат 30 (отыз) минут", "2 (два) часа 30 (тридцать) минут"),
        (
            "at most 1 hour 20 min",
            "1 (бір) сағат 20 (жиырма) минуттан аспайды",
            "не более 1 (одного) часа 20 (двадцати) минут",
        ),
        ("1.5 hours", "1,5 сағат", "1,5 часа"),
        ("at most 2.5 hours", "2,5 сағаттан аспайды", "не более 2,5 часов"),
        ("within 1.5 working hours", "1,5 жұмыс сағаты ішінде", "в течение 1,5 рабочих часов"),
        ("0.5 hours", "жарты сағат", "полчаса"),
        ("within 0,5 hours", "жарты сағат ішінде", "в течение получаса"),
    ] {
        let duration = parse_value(coded).expect(coded);
        assert_eq!((say(&duration, Lang::Kk), say(&duration, Lang::Ru)), (kk.to_owned(), ru.to_owned()));
    }
    let short = |coded, lang| say_short(&parse_value(coded).expect(coded), lang);
    assert_eq!(short("at most 30 min", Lang::Kk), "30 минуттан аспайды");
    assert_eq!(short("within 1 working day", Lang::Kk), "1 жұмыс күні ішінде");
    assert_eq!(short("25 calendar days", Lang::Ru), "25 календарных дней");
}

#[test]
fn values_are_read_as_people_write_them() {
    for (written, coded) in [
        ("  AT  most 30 minutes ", "at most 30 min"),
        ("20min", "20 min"),
        ("1 hours", "1 hour"),
        ("same day", "same day"),
        ("within 4 working hours", "within 4 working hours"),
        ("1-3 working days", "1-3 working days"),
        ("at most 2 weeks", "at most 2 weeks"),
        ("next working day", "next working day"),
        ("at most 1.5 hours", "at most 1.5 hours"),
        ("1,5 hours", "1.5 hours"),
        ("2 hours 30 min", "2 hours 30 min"),
        ("within 2h 30min", "within 2 hours 30 min"),
        ("30 seconds", "30 sec"),
        ("не более 1,5 часов", "at most 1.5 hours"),
        ("2 часа 30 минут", "2 hours 30 min"),
        ("не более 15 (пятнадцати) минут", "at most 15 min"),
        ("20 минут", "20 min"),
        ("20 минут ішінде", "within 20 min"),
        ("1 (бір) жұмыс күні", "1 working day"),
    ] {
        assert_eq!(parse_value(written).map(|duration| code(&duration)), Ok(coded.to_owned()));
    }
    for (written, error) in [
        ("", DurationError::Empty),
        ("at most", DurationError::Number(String::new())),
        ("soon", DurationError::Number("soon".to_owned())),
        ("-5 min", DurationError::Number("-5".to_owned())),
        ("99999999999 min", DurationError::Number("99999999999".to_owned())),
        ("0 min", DurationError::Zero),
        ("20", DurationError::NoUnit),
        ("5 calendar", DurationError::NoUnit),
        ("5 moons", DurationError::Unit("moons".to_owned())),
        ("5 calendar moons", DurationError::Unit("moons".to_owned())),
        ("5 full hours", DurationError::Unit("hours".to_owned())),
        ("3-1 days", DurationError::Range),
        ("5 days or so", DurationError::Extra("or".to_owned())),
        ("1.5 days", DurationError::Number("1.5".to_owned())),
        ("1.5-2 hours", DurationError::Number("1.5-2".to_owned())),
        ("1.25 hours", DurationError::Number("1.25".to_owned())),
        ("2 hours 60 min", DurationError::Extra("60".to_owned())),
        ("2 hours and 30 min", DurationError::Extra("and".to_owned())),
        ("2 days 30 min", DurationError::Extra("30".to_owned())),
        ("same day only", DurationError::Extra("only".to_owned())),
    ] {
        assert_eq!(parse_value(written), Err(error.clone()), "{written}");
        assert!(error.to_string().contains(error.found()));
    }
    assert!(parse_value("5 moons").is_err_and(|error| error.to_string().contains("`calendar days`")));
}

#[test]
fn a_duration_serializes_in_plain_words() {
    let json = serde_json::to_string(&parse_value("at most 3 working days").expect("a duration")).expect("JSON");
    assert_eq!(json, r#"{"value":3,"unit":"day","calendar":"working","qualifier":"at_most"}"#);
    let json = serde_json::to_string(&parse_value("2 hours 30 min").expect("a duration")).expect("JSON");
    let expected = r#"{"value":150,"unit":"minute","hours":"and_minutes","calendar":null,"qualifier":"exact"}"#;
    assert_eq!(json, expected, "what counts minutes need not know how they are worded");
}

fn any_duration() -> impl Strategy<Value = Duration> {
    use {Qualifier::*, Unit::*};
    let unit = prop_oneof![
        Just(Second),
        Just(Minute),
        Just(Hour),
        Just(FullDay),
        Just(Day),
        Just(Week),
        Just(Month),
        Just(Year)
    ];
    let calendar = prop_oneof![Just(None), Just(Some(Calendar::Calendar)), Just(Some(Calendar::Working))];
    let qualifier = prop_oneof![Just(Exact), Just(Within), Just(AtMost)];
    let least = prop_oneof![3 => Just(None), 1 => (1..1000u32).prop_map(Some)];
    let in_hours = (0..500u32, 1..60u32, calendar.clone(), qualifier.clone());
    prop_oneof![
        18 => (least, 1..1000u32, unit, calendar.clone(), qualifier).prop_map(|(least, value, unit, calendar, qualifier)| {
            let least = least.filter(|least| *least < value);
            let calendar = calendar.filter(|_| unit != FullDay);
            Duration { least, calendar, qualifier, ..Duration::new(value, unit) }
        }),
        4 => in_hours.prop_map(|(hours, minutes, calendar, qualifier)| {
            let half = Duration { calendar, qualifier, ..Duration::new(hours, Hour) }.and_half();
            let joint = Duration { qualifier, ..Duration::new(hours, Hour) }.and_minutes(&Duration::new(minutes, Minute));
            (if minutes % 2 == 0 && hours > 0 { joint } else { half }).expect("a term in hours")
        }),
        1 => calendar.prop_map(Duration::next_day),
        1 => Just(Duration::SAME_DAY),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_said_reads_back(duration in any_duration()) {
        prop_assert_eq!(parse_value(&code(&duration)), Ok(duration));
        for lang in Lang::ALL {
            for said in [say(&duration, lang), say_short(&duration, lang)] {
                let found = find_all(&said, lang);
                prop_assert_eq!(found.len(), 1, "{}", said);
                prop_assert_eq!((found[0].duration, &found[0].raw), (duration, &said));
                prop_assert!(found[0].words_value.is_none_or(|value| value == duration.value));
                prop_assert_eq!(without(&said, &found[0]), "");
            }
        }
    }

    #[test]
    fn any_sentence_can_be_asked(text in "([0-9]{1,3}|[(), .–-]|минут|күн|күнтізбелік|жұмыс|ішінде|бір|жүз|он|дней|в|течение|до|\\PC){0,20}") {
        for lang in Lang::ALL {
            for found in find_all(&text, lang) {
                prop_assert_eq!(&text[found.range.clone()], &found.raw);
                prop_assert!(without(&text, &found).len() <= text.len() - found.raw.len());
            }
        }
    }
}

#[test]
fn terms_compare_where_that_is_certain() {
    let value = |coded| parse_value(coded).expect(coded);
    for (one, other, beside) in [
        ("30 working days", "20 working days", Some((30, 20))),
        ("30 working days", "20 calendar days", Some((30, 20))),
        ("30 working days", "20 days", Some((30, 20))),
        ("2 weeks", "10 calendar days", Some((14, 10))),
        ("1 hour", "30 min", Some((3600, 1800))),
        ("30 calendar days", "25 working days", None),
        ("30 calendar days", "25 days", None),
        ("30 days", "25 working days", None),
        ("1 month", "20 days", None),
        ("2 working weeks", "5 working days", None),
        ("same day", "1 day", None),
        ("next day", "1 day", None),
    ] {
        assert_eq!(value(one).beside(&value(other)), beside, "{one}, {other}");
    }
}

#[test]
fn the_terms_of_a_sentence_begin_with_that_at_its_end() {
    let coded = |text, lang| find_terms(text, lang).iter().map(|term| code(&term.duration)).collect::<Vec<_>>();
    let text = "оформляет – 15 (пятнадцать) рабочих дней, для города Алматы – 7 (семь) рабочих дней;";
    assert_eq!(coded(text, Lang::Ru), ["7 working days", "15 working days"]);
    let text = "в течение 2 (двух) дней, для юридических лиц в течение 5 (пяти) дней направляет";
    assert_eq!(coded(text, Lang::Ru), ["within 2 days", "within 5 days"]);
    assert_eq!(coded("по истечении 3 дней выдает справку в течение 15 минут", Lang::Ru), ["within 15 min"]);
    let text = "бала туылғаннан үш жұмыс күні өткеннен кейін 15 (он бес) күн ішінде көрсетіледі – 20 минут";
    assert_eq!(coded(text, Lang::Kk), ["20 min", "within 15 days"]);
}
