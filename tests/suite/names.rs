//! Ids may be any words: a definition that nothing was found wrong with builds, and every link of its pages leads somewhere.

use proptest::prelude::*;
use reglament::base::{Serial, Source, Sources};
use reglament::pipeline::{self, Loaded};
use reglament::theme::Theme;

const DECREE: &str = "\
decree: act
region: {id: region, name: Облыс}
title: Регламентті бекіту туралы
body: Облыс әкімдігі
date: 2016-01-08
number: 01/03
kind: approving
";

/// What a page, a drawing, a graph or a text calls something, and words that continue one another.
const POOL: [&str; 44] = [
    "a",
    "a-b",
    "a-b-c",
    "b",
    "b-c",
    "c",
    "fig",
    "fig-a",
    "row",
    "row1",
    "1",
    "2",
    "term",
    "tip",
    "drawing",
    "walk",
    "tools",
    "share",
    "what",
    "code",
    "text",
    "main",
    "appendices",
    "text-fig",
    "unit",
    "office",
    "part",
    "part1",
    "ch1",
    "p1",
    "p1-1",
    "total",
    "variant",
    "again",
    "start",
    "start-out",
    "received",
    "document",
    "s2",
    "s2-end",
    "a-yes",
    "a-end",
    "a-to-b",
    "a-portal-out",
];

/// A handbook of three steps and a diagram of five items; `ids` are those of the paths, of the steps, of the items.
fn definition(ids: &[&str; 10]) -> Vec<Source> {
    let [handbook, diagram, s1, s2, s3, i1, i2, i3, i4, i5] = ids;
    let text = format!(
        "\
regulation: service
title: Анықтама беру
provider: білім бөлімі
channels:
  - kind: office
    text: бөлім кеңсесі
terms:
  - {{abbr: БҚ, expansion: бөлім кеңсесі}}
units:
  office: кеңсе қызметкері
  head: бөлім басшысы
procedures:
  - id: {handbook}
    variant: кеңседе
    total: {{text: барлығы – 20 (жиырма) минут., within: 20 min}}
    steps:
      - {{id: {s1}, unit: office, text: кеңсе қызметкері тіркейді – 20 (жиырма) минут;}}
      - {{id: {s2}, unit: head, text: бөлім басшысы қол қояды;, result: {{text: қол}}}}
      - {{id: {s3}, unit: office, text: кеңсе қызметкері береді.}}
interactions:
  - id: {diagram}
    participants: {{applicant: алушы, portal: портал, gov: шлюз}}
    items:
      - {{id: {i1}, process: 1, at: applicant, text: алушы парольді енгізеді;}}
      - {{id: {i2}, condition: 1, at: [portal, gov], text: портал деректерді тексереді;}}
      - {{id: {i3}, process: 2, at: portal, text: портал бас тартады;}}
      - {{id: {i4}, plain: 1, at: portal, label: әзірлейді, text: портал нәтижені әзірлейді;}}
      - {{id: {i5}, process: 3, at: gov, text: шлюз нәтижені береді.}}
appendices:
  - {{number: 1, kind: diagram, shows: {diagram}}}
"
    );
    let prose = format!(
        "# 1. Жалпы\n\n1. Анықтаманы білім бөлімі береді; бөлім кеңсесі (БҚ) қабылдайды.\n\n1) бір;\n\n{{units}}\n\n\
         {{steps: {handbook}}}\n\n{{items: {diagram}}}\n"
    );
    [
        ("a/decree.yaml", DECREE.to_owned()),
        ("a/decree.kk.md", "Облыс әкімдігі қаулы етеді:\n".to_owned()),
        ("a/service.yaml", text),
        ("a/service.kk.md", prose),
    ]
    .map(|(path, text)| Source { path: path.to_owned(), text })
    .into()
}

fn load(ids: &[&str; 10]) -> Loaded {
    pipeline::load(Sources::new(definition(ids)), &Serial)
}

/// The codes of what was found; where that is nothing, the pages have been made and looked through.
fn outcome(ids: &[&str; 10]) -> Vec<&'static str> {
    let loaded = load(ids);
    if loaded.findings.is_empty() {
        let links = pipeline::links(&loaded, &Theme::embedded(), &Serial).expect("the embedded theme is sound");
        assert_eq!(links.broken, [], "{ids:?}");
    }
    loaded.findings.iter().map(|finding| finding.entry.code).collect()
}

const SOUND: [&str; 10] = ["provider", "portal", "x1", "x2", "x3", "y1", "y2", "y3", "y4", "y5"];

fn with(places: &[(usize, &'static str)]) -> [&'static str; 10] {
    let mut ids = SOUND;
    places.iter().for_each(|(at, id)| ids[*at] = id);
    ids
}

#[test]
fn words_of_the_program_are_refused_or_free() {
    assert_eq!(outcome(&SOUND), [""; 0]);
    for path in ["fig", "fig-a", "row1", "term", "tip"] {
        assert_eq!(outcome(&with(&[(0, path)])), ["M001"], "{path}");
        assert_eq!(outcome(&with(&[(1, path)])), ["M001"], "{path}");
    }
    for target in ["end", "refused"] {
        assert_eq!(outcome(&with(&[(2, target)])), ["M001"], "{target}");
        assert_eq!(outcome(&with(&[(6, target)])), ["M001"], "{target}");
    }
    for path in ["walk", "tools", "drawing", "share", "row", "text", "main", "appendices", "unit", "p1", "ch1"] {
        assert_eq!(outcome(&with(&[(0, path)])), [""; 0], "{path}");
        assert_eq!(outcome(&with(&[(1, path)])), [""; 0], "{path}");
    }
    assert_eq!(outcome(&with(&[(1, "drawing"), (5, "walk")])), ["M001"]);
}

#[test]
fn one_path_may_be_called_as_another_with_more_to_it() {
    assert_eq!(outcome(&with(&[(0, "a"), (1, "a-b")])), [""; 0]);
    assert_eq!(outcome(&with(&[(0, "a"), (1, "a-b"), (2, "b-c"), (5, "c")])), ["M002"]);
    assert_eq!(outcome(&with(&[(0, "a"), (1, "a-b"), (2, "b")])), ["M002"]);
    assert_eq!(outcome(&with(&[(0, "a-start"), (1, "a")])), ["M001"]);
    assert_eq!(outcome(&with(&[(0, "a-s2"), (1, "a")])), ["M001"]);
}

#[test]
fn items_may_be_called_as_what_a_drawing_adds() {
    for id in ["start", "received", "document", "start-out", "y1-end", "y2-yes", "y2-in", "y2-gov", "y2-gov-answer"] {
        for at in [5, 7, 8, 9] {
            assert_eq!(outcome(&with(&[(at, id)])), [""; 0], "{id} {at}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_words_are_refused_or_build(places in proptest::array::uniform10(0..POOL.len())) {
        let ids = places.map(|at| POOL[at]);
        for code in outcome(&ids) {
            // A path that is refused is missing elsewhere too.
            prop_assert!(["M001", "M002", "M003", "M004", "M028"].contains(&code), "{code} {ids:?}");
        }
    }
}
