//! What a handbook says of time: the sentence of a box, its term, and further terms beside it.

use reglament::base::{Lang, Serial, Source, Sources, Voice};
use reglament::pipeline::{self, Figure, Loaded};
use reglament::theme::Theme;

const SERVICE: &str = "regulation: service
title: Анықтама беру
provider: бөлім
units:
  office: кеңсе
procedures:
  - id: provider
    steps:
      - unit: office
        text: өтініш түскен сәттен бастап 20 минут ішінде тіркейді.
        extra:
          - text: қосымша тексеру қажет болса, қызмет 15 күн ішінде көрсетіледі;
            within: within 15 days
            label: қосымша тексеру қажет болса
          - text: шетелден сұрау салынса, 30 күн ішінде жауап береді;
            within: within 30 days
          - Түпнұсқа қайтарылады.
        result:
          text: 1 күн ішінде басшысына жолдайды;
          within: within 1 day
          label: басшысына жолдайды
      - unit: office
        text: анықтаманы береді – 5 минут.
";

fn load(service: &str) -> Loaded {
    let decree = "decree: act\ntitle: Қаулы\nbody: Әкімдік\ndate: 2016-01-08\nnumber: 1\n";
    let prose = "# 1. Жалпы ережелер\n\n1. Бөлім қызмет көрсетеді.\n\n{units}\n\n{steps}\n";
    let files = [("a/decree.yaml", decree), ("a/service.yaml", service), ("a/service.kk.md", prose)];
    let source = |(path, text): (&str, &str)| Source { path: path.to_owned(), text: text.to_owned() };
    pipeline::load(Sources::new(files.map(source).to_vec()), &Serial)
}

fn drawn(service: &str) -> Figure {
    let mut figures = pipeline::draw(&load(service).corpus, &Theme::embedded(), &Serial);
    assert_eq!(figures.len(), 1);
    figures.remove(0)
}

/// The words in the box of a step, and its terms.
fn said(figure: &Figure, id: &str) -> (String, Vec<String>) {
    let node = figure.graph.nodes().find(|node| node.id == id).expect("a step");
    let say = |text: &reglament::base::Text| text.best(Lang::Kk).1.to_owned();
    (node.label.as_ref().map(say).unwrap_or_default(), node.terms().map(say).collect())
}

#[test]
fn a_box_has_every_term_of_its_step_with_what_it_is_for() {
    let figure = drawn(SERVICE);
    let (words, terms) = said(&figure, "step1");
    assert_eq!(words, "өтініш түскен сәттен бастап 20 минут ішінде тіркейді", "the term belongs with its moment");
    let expected = [
        "20 минут ішінде",
        "15 күн ішінде – қосымша тексеру қажет болса",
        "шетелден сұрау салынса, 30 күн ішінде жауап береді",
        "1 күн ішінде – басшысына жолдайды",
    ];
    assert_eq!(terms, expected, "a note is no term");
    assert_eq!(said(&figure, "step2"), ("анықтаманы береді".to_owned(), vec!["5 минут".to_owned()]));
}

#[test]
fn the_label_of_a_term_obeys_the_rules_of_labels() {
    let codes = |service: &str| -> Vec<&str> {
        let names = load(service).findings.into_iter().map(|finding| finding.entry.name);
        names.filter(|name| name.starts_with("label")).collect()
    };
    assert_eq!(codes(SERVICE), [""; 0]);
    let foreign = SERVICE.replace("label: басшысына жолдайды", "label: прокурорға жолдайды");
    assert_eq!(codes(&foreign), ["label-foreign"]);
    let long = SERVICE.replace("label: қосымша тексеру", &format!("label: {}", "қосымша ".repeat(8)));
    assert_eq!(codes(&long), ["label-long"]);
}

/// A definition with these steps, each a text and its value, and what stands behind them.
fn service(language: &str, steps: &[(&str, &str)], rest: &str) -> String {
    let step = |(text, within): &(&str, &str)| {
        let within = if within.is_empty() { String::new() } else { format!("        within: {within}\n") };
        format!("      - unit: office\n        text: '{text}'\n{within}")
    };
    let steps: String = steps.iter().map(step).collect();
    let head = "regulation: service\ntitle: Қызмет\nprovider: бөлім\nunits: {office: кеңсе}\nprocedures:\n";
    format!("{head}  - id: provider\n    steps:\n{steps}{rest}language: {language}\n")
}

/// The codes of what is said of terms.
fn told(service: &str) -> Vec<&'static str> {
    let codes = load(service).findings.into_iter().map(|finding| finding.entry.code);
    codes
        .filter(|code| matches!(*code, "M006" | "M007" | "M008" | "M039" | "M044" | "M051" | "M052" | "M053" | "M054"))
        .collect()
}

/// What a box says of a sentence, and beside it, and the findings.
fn boxed(lang: Lang, text: &str, within: &str) -> (String, String, Vec<&'static str>) {
    let service = service(lang.tag(), &[(text, within)], "");
    let figure = drawn(&service);
    let node = figure.graph.nodes().find(|node| node.id == "step1").expect("a step");
    let say = |text: &reglament::base::Text| text.get(lang).expect("the language").to_owned();
    let terms: Vec<String> = node.terms().map(say).collect();
    (node.label.as_ref().map(say).unwrap_or_default(), terms.join("; "), told(&service))
}

#[test]
fn a_sentence_of_several_terms_is_shown_whole() {
    let cards = "инспектор оформляет удостоверение – 15 (пятнадцать) рабочих дней, для городов Астана и Алматы – 7 (семь) \
                 рабочих дней";
    let firms =
        "секретарь проверяет в течение 2 (двух) рабочих дней, для юридических лиц – в течение 5 (пяти) рабочих дней";
    let part = "секретарь сообщает в срок 5 (пять) рабочих дней, из них 2 (два) рабочих дня – запрос";
    let cases = "секретарь проверяет – в течение 15 (пятнадцати) дней (при сложных случаях – 30 (тридцати) дней)";
    let card = "инспектор куәлікті ресімдейді – 15 (он бес) жұмыс күні, Астана және Алматы қалалары үшін – 7 (жеті) жұмыс күні";
    for (lang, text, within, term) in [
        (Lang::Ru, cards, "15 working days", "15 рабочих дней"),
        (Lang::Ru, cards, "7 working days", "7 рабочих дней"),
        (Lang::Ru, firms, "within 2 working days", "в течение 2 рабочих дней"),
        (Lang::Ru, firms, "within 5 working days", "в течение 5 рабочих дней"),
        (Lang::Ru, part, "5 working days", "5 рабочих дней"),
        (Lang::Ru, cases, "within 15 days", "в течение 15 дней"),
        (Lang::Kk, card, "15 working days", "15 жұмыс күні"),
        (Lang::Kk, card, "7 working days", "7 жұмыс күні"),
    ] {
        assert_eq!(boxed(lang, &format!("{text};"), within), (text.to_owned(), term.to_owned(), vec!["M051"]));
    }
}

#[test]
fn of_several_terms_none_is_chosen_in_silence() {
    let hours = "секретарь сообщает не более 1,5 (полутора) часов, а в Алматы – 2 (двух) часов";
    let days = "басшы қол қояды – 1 (бір) жұмыс күні ішінде, күрделі жағдайда – 3 (үш) жұмыс күні ішінде";
    for (lang, text, values) in [
        (Lang::Ru, hours, "`within: at most 1.5 hours`, `within: 2 hours`"),
        (Lang::Kk, days, "`within: within 1 working day`, `within: within 3 working days`"),
    ] {
        assert_eq!(boxed(lang, text, ""), (text.to_owned(), String::new(), vec!["M052"]));
        let loaded = load(&service(lang.tag(), &[(text, "")], ""));
        let finding = loaded.findings.iter().find(|finding| finding.entry.code == "M052").expect("the finding");
        for voice in [Voice::Kk, Voice::Ru, Voice::En] {
            assert!(finding.help(voice).contains(values), "{}", finding.help(voice));
        }
    }
    // One term said twice is one term, and is cut nowhere.
    let twice = "секретарь отвечает в течение 3 (трех) дней, для юридических лиц – в течение 3 (трех) дней";
    assert_eq!(boxed(Lang::Ru, twice, ""), (twice.to_owned(), "в течение 3 дней".to_owned(), vec![]));
}

#[test]
fn a_further_term_that_extra_holds_is_not_told() {
    let text = "секретарь проверяет – 15 (пятнадцать) дней, при запросе – 30 (тридцать) дней;";
    let extra = "        extra:\n          - {text: при запросе – 30 (тридцать) дней;, within: 30 days}\n";
    assert_eq!(told(&service("ru", &[(text, "15 days")], extra)), [""; 0]);
    assert_eq!(told(&service("ru", &[(text, "15 days")], "")), ["M051"]);
}

#[test]
fn terms_are_said_as_the_act_words_them() {
    for (lang, text, within, words, term) in [
        (
            Lang::Ru,
            "секретарь ждет – 2 (два) часа 30 (тридцать) минут;",
            "2 hours 30 min",
            "секретарь ждет",
            "2 часа 30 минут",
        ),
        (
            Lang::Ru,
            "секретарь ждет – 2 (два) часа 30 (тридцать) минут;",
            "150 min",
            "секретарь ждет",
            "2 часа 30 минут",
        ),
        (
            Lang::Ru,
            "секретарь ждет не более 1,5 (полутора) часов;",
            "at most 1.5 hours",
            "секретарь ждет",
            "не более 1,5 часов",
        ),
        (Lang::Ru, "секретарь ждет в течение получаса;", "", "секретарь ждет", "в течение получаса"),
        (
            Lang::Ru,
            "секретарь ждет в течение 15 (пятнадцати минут);",
            "within 15 min",
            "секретарь ждет",
            "в течение 15 минут",
        ),
        (Lang::Ru, "секретарь ждет – 30 (тридцать) секунд;", "30 sec", "секретарь ждет", "30 секунд"),
        (
            Lang::Kk,
            "хатшы күтеді – 2 (екі) сағат 30 (отыз) минут;",
            "2 hours 30 min",
            "хатшы күтеді",
            "2 сағат 30 минут",
        ),
        (
            Lang::Kk,
            "хатшы күтеді – 1,5 (бір жарым) сағаттан аспайды;",
            "at most 1.5 hours",
            "хатшы күтеді",
            "1,5 сағаттан аспайды",
        ),
        (Lang::Kk, "хатшы күтеді – 15 (он бес минут) ішінде;", "within 15 min", "хатшы күтеді", "15 минут ішінде"),
        (Lang::Kk, "хатшы күтеді – 30 (отыз) секунд;", "30 sec", "хатшы күтеді", "30 секунд"),
    ] {
        assert_eq!(boxed(lang, text, within), (words.to_owned(), term.to_owned(), vec![]), "{text}");
    }
    let other = "секретарь ждет в течение 15 (двадцати минут);";
    assert_eq!(told(&service("ru", &[(other, "within 15 min")], "")), ["M039"]);
}

#[test]
fn a_value_that_differs_is_told_with_the_one_that_fits() {
    for (lang, text, within, code, value) in [
        (
            Lang::Ru,
            "секретарь проверяет до 3 (трех) рабочих дней;",
            "3 working days",
            "M007",
            "`within: at most 3 working days`",
        ),
        (
            Lang::Ru,
            "секретарь проверяет до 3 (трех) рабочих дней;",
            "скоро",
            "M006",
            "`within: at most 3 working days`",
        ),
        (Lang::Ru, "секретарь проверяет в течение 15 (пятнадцати минут);", "15 min", "M007", "`within: within 15 min`"),
        (
            Lang::Kk,
            "хатшы тексереді – 3 (үш) жұмыс күнінен аспайды;",
            "3 days",
            "M007",
            "`within: at most 3 working days`",
        ),
        (
            Lang::Ru,
            "секретарь проверяет – 15 (пятнадцать) дней, при запросе – 30 (тридцать) дней;",
            "20 days",
            "M007",
            "`within: 30 days`, `within: 15 days`",
        ),
    ] {
        let loaded = load(&service(lang.tag(), &[(text, within)], ""));
        let finding = loaded.findings.iter().find(|finding| finding.entry.code == code).expect(text);
        for voice in [Voice::Kk, Voice::Ru, Voice::En] {
            assert!(finding.help(voice).contains(value), "{}", finding.help(voice));
        }
    }
}

#[test]
fn steps_that_do_not_fit_into_the_total_are_told() {
    let of = |steps: &[(&str, &str)], total: &str, within: &str| {
        told(&service("ru", steps, &format!("    total: {{text: 'Общий срок – {total}.', within: {within}}}\n")))
    };
    let working = |n: u32| (format!("отдел готовит решение – {n} рабочих дней;"), format!("{n} working days"));
    let (five, ten, thirty) = (working(5), working(10), working(30));
    let [five, ten, thirty] = [&five, &ten, &thirty].map(|(text, within)| (text.as_str(), within.as_str()));
    let calendar = ("отдел готовит решение – 30 календарных дней;", "30 calendar days");
    let at_once = ("отдел одновременно направляет запрос – 15 рабочих дней;", "15 working days");
    assert_eq!(of(&[five, thirty], "20 рабочих дней", "20 working days"), ["M053"]);
    assert_eq!(of(&[five, thirty], "20 календарных дней", "20 calendar days"), ["M053"]);
    assert_eq!(of(&[ten, five, ten], "20 рабочих дней", "20 working days"), ["M054"]);
    assert_eq!(of(&[ten, ten], "20 рабочих дней", "20 working days"), [""; 0]);
    assert_eq!(of(&[five, calendar], "25 рабочих дней", "25 working days"), [""; 0], "other days");
    assert_eq!(of(&[ten, at_once], "20 рабочих дней", "20 working days"), [""; 0], "beside others");
    let choice = (
        "отдел проверяет – 5 рабочих дней;",
        "5 working days\n        choice: yes\n        yes: step2\n        no: end",
    );
    assert_eq!(of(&[choice, ten, ten], "20 рабочих дней", "20 working days"), [""; 0], "not every step is taken");
}
