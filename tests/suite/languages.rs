//! Acts in two languages: each page has the drawings, markers and tables of its language.

use crate::corpus::seen;
use reglament::base::{Artifacts, RelPath, Serial, Source, Sources, Voice};
use reglament::diff;
use reglament::pipeline::{self, Loaded};
use reglament::theme::Theme;

const DECREE: &str = "\
decree: act
region: {id: region, name: {kk: Облыс, ru: Область}}
title: {kk: Регламентті бекіту туралы, ru: Об утверждении регламента}
body: {kk: Облыс әкімдігі, ru: Акимат области}
date: 2016-01-08
number: 01/03
kind: approving
";

const REGULATION: &str = "\
regulation: service
title: {kk: Анықтама беру, ru: Выдача справки}
provider: {kk: білім бөлімі, ru: отдел образования}
units:
  office: {kk: кеңсе қызметкері, ru: сотрудник канцелярии}
  head: {kk: бөлім басшысы, ru: руководитель отдела}
procedures:
  - id: provider
    marker: {kk: '{n}-әрекет –', ru: 'действие {n} –'}
    steps:
      - unit: office
        text: {kk: өтінішті тіркейді – 20 (жиырма) минут;, ru: регистрирует заявление – 20 (двадцать) минут;}
      - unit: head
        text: {kk: қол қояды., ru: подписывает справку.}
";

fn made(regulation: &str) -> Artifacts {
    made_after(None, regulation)
}

/// The regulation with its text in both languages, and the wording before it, if there was one.
fn made_after(former: Option<&str>, regulation: &str) -> Artifacts {
    let loaded = loaded(former, regulation);
    pipeline::assemble(&loaded.corpus, &Theme::embedded(), &Serial).expect("the templates fit")
}

fn loaded(former: Option<&str>, regulation: &str) -> Loaded {
    let file = |path: &str, text: &str| Source { path: format!("act/{path}"), text: text.to_owned() };
    let mut sources = vec![
        file("decree.kk.md", "Облыс әкімдігі қаулы етеді:\n"),
        file("decree.ru.md", "Акимат области постановляет:\n"),
        file("decree.yaml", DECREE),
    ];
    for (name, yaml) in former.map(|yaml| ("service@2016-01-08", yaml)).into_iter().chain([("service", regulation)]) {
        let (kk, ru) = ("1. Анықтаманы білім бөлімі береді.", "1. Справку выдает отдел образования.");
        sources
            .push(file(&format!("{name}.kk.md"), &format!("# 1. Жалпы ережелер\n\n{kk}\n\n{{units}}\n\n{{steps}}\n")));
        sources
            .push(file(&format!("{name}.ru.md"), &format!("# 1. Общие положения\n\n{ru}\n\n{{units}}\n\n{{steps}}\n")));
        sources.push(file(&format!("{name}.yaml"), yaml));
    }
    let loaded = pipeline::load(Sources::new(sources), &Serial);
    assert!(loaded.findings.is_empty(), "{:?}", loaded.findings);
    loaded
}

fn text<'a>(all: &'a Artifacts, path: &str) -> Option<&'a str> {
    Some(str::from_utf8(all.get(&RelPath::new(path)?)?).expect("UTF-8"))
}

#[test]
fn what_exists_in_two_languages_is_drawn_in_both() {
    let all = made(REGULATION);
    let drawing = |name: &str| text(&all, &format!("diagrams/act/service/{name}.svg")).expect("a drawing");
    for (name, lang, words, others) in [
        ("provider", "kk", ["басталуы", "1-әрекет", "кеңсе қызметкері"], "начало"),
        ("provider.ru", "ru", ["начало", "действие 1", "сотрудник"], "басталуы"),
    ] {
        let svg = drawing(name);
        assert!(svg.contains(&format!("xml:lang=\"{lang}\"")), "{name}");
        assert!(words.iter().all(|words| svg.contains(words)) && !svg.contains(others), "{svg}");
    }
    for (page, own, other) in [("kk", "/provider.svg", "/provider.ru.svg"), ("ru", "/provider.ru.svg", "/provider.svg")]
    {
        let html = text(&all, &format!("site/{page}/act/service/index.html")).expect("a page");
        assert!(html.contains(own) && !html.contains(other), "{page}");
    }
}

#[test]
fn where_words_are_missing_in_a_language_nothing_is_drawn_in_it() {
    let without = REGULATION.replace("{kk: қол қояды., ru: подписывает справку.}", "қол қояды.");
    let all = made(&without);
    assert!(text(&all, "diagrams/act/service/provider.ru.svg").is_none());
    let html = text(&all, "site/ru/act/service/index.html").expect("a page");
    assert!(html.contains("/provider.svg"));
}

/// What the page of a language says of each change from the first wording to this one, and the page.
fn told(lang: &str, after: &str) -> (Vec<String>, String) {
    let edition =
        "edition: {by: {kk: Облыс әкімдігінің қаулысы, ru: постановление акимата}, date: 2018-03-12, number: 5}";
    let all = made_after(Some(REGULATION), &after.replace("\nunits:", &format!("\n{edition}\nunits:")));
    let page = text(&all, &format!("site/{lang}/act/service/2018-03-12/changes.html")).expect("a page").to_owned();
    let sentence = |rest: &str| Some(rest.split_once("</p>")?.0.to_owned());
    (page.split("<p class=\"said\">").skip(1).filter_map(sentence).collect(), page)
}

/// Each reader is told once, in the words of theirs, what changed in both languages; and where only the other one changed, so.
#[test]
fn what_an_edition_changed_is_told_in_the_language_of_the_page() {
    let more = "      - unit: office\n        text: {kk: анықтаманы береді., ru: выдает справку.}\n";
    let after = REGULATION
        .replace("kk: өтінішті тіркейді", "kk: өтінішті тексеріп тіркейді")
        .replace("ru: регистрирует", "ru: проверяет и регистрирует")
        .replace("kk: қол қояды.", "kk: анықтамаға қол қояды.")
        + more;
    let (said, page) = told("kk", &after);
    let expected = [
        "1-тармақ, «1-әрекет»: мәтіні басқаша жазылды",
        "1-тармақ, «2-әрекет»: мәтіні басқаша жазылды",
        "1-тармақ, «3-әрекет»: рәсім қосылды",
    ];
    assert_eq!(said, expected);
    assert!(page.contains("барлығы 3 өзгеріс") && seen(&page).contains("<ins>анықтаманы береді.</ins>"), "{page}");
    let (said, page) = told("ru", &after);
    let expected = [
        "пункт 1, «действие 1»: текст изложен иначе",
        "пункт 1, «действие 2»: текст изложен иначе (только в тексте на казахском языке)",
        "пункт 1, «действие 3»: процедура добавлена",
    ];
    assert_eq!(said, expected);
    assert!(page.contains("всего изменений – 3") && seen(&page).contains("<ins>выдает справку.</ins>"), "{page}");
    assert!(page.contains("<p class=\"redline\" lang=\"kk\">"), "{page}");
}

/// The words of both languages are told, each in its own change; the place is one.
#[test]
fn a_place_reworded_in_both_languages_is_counted_as_one_change() {
    let after = REGULATION
        .replace("kk: өтінішті тіркейді", "kk: өтінішті тексеріп тіркейді")
        .replace("ru: регистрирует", "ru: проверяет и регистрирует")
        .replace("kk: қол қояды.", "kk: анықтамаға қол қояды.");
    let changes = diff::compare(&loaded(None, REGULATION).corpus, &loaded(None, &after).corpus);
    assert_eq!(changes.iter().count(), 3);
    let said = "Затронуто: 1 регламент; всего изменений – 2: изложено иначе – 2.";
    assert_eq!(diff::summary(&changes, Voice::Ru), said);
}

#[test]
fn a_term_that_an_edition_changed_is_marked_in_the_language_of_the_page() {
    let after = REGULATION.replace("20 (жиырма)", "30 (отыз)").replace("20 (двадцать)", "30 (тридцать)");
    let (said, page) = told("kk", &after);
    assert_eq!(said, ["1-тармақ, «1-әрекет»: мерзім ұзартылды: 20 минут → 30 минут"]);
    assert!(seen(&page).contains("(<del>жиырма</del> <ins>отыз</ins>)"), "{page}");
    let (said, page) = told("ru", &after);
    assert_eq!(said, ["пункт 1, «действие 1»: срок увеличен: 20 минут → 30 минут"]);
    assert!(seen(&page).contains("(<del>двадцать</del> <ins>тридцать</ins>)") && !page.contains("жиырма"), "{page}");
}
