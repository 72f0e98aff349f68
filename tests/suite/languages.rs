//! Acts in two languages: each page has the drawings, markers and tables of its language.

use reglament::base::{Artifacts, RelPath, Serial, Source, Sources};
use reglament::pipeline;
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
    let file = |path: &str, text: &str| Source { path: format!("act/{path}"), text: text.to_owned() };
    let sources = Sources::new(vec![
        file("decree.kk.md", "Облыс әкімдігі қаулы етеді:\n"),
        file("decree.ru.md", "Акимат области постановляет:\n"),
        file("decree.yaml", DECREE),
        file("service.kk.md", "# 1. Жалпы ережелер\n\n1. Анықтаманы білім бөлімі береді.\n\n{units}\n\n{steps}\n"),
        file("service.ru.md", "# 1. Общие положения\n\n1. Справку выдает отдел образования.\n\n{units}\n\n{steps}\n"),
        file("service.yaml", regulation),
    ]);
    let loaded = pipeline::load(sources, &Serial);
    assert!(loaded.findings.is_empty(), "{:?}", loaded.findings);
    pipeline::assemble(&loaded.corpus, &Theme::embedded(), &Serial).expect("the templates fit")
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
