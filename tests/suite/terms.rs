//! What a handbook says of time: the sentence of a box, its term, and further terms beside it.

use reglament::base::{Lang, Serial, Source, Sources};
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
