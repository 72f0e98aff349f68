//! The JSON Schema says what the model knows.

use reglament::base::{FindingWord, Serial, Source, Sources, codes};
use reglament::pipeline;
use reglament::source::{self, Kind};
use serde_json::Value;
use std::collections::BTreeSet;

/// In every field that takes one of a few words, another.
const DECREE: &str = "\
decree: act
language: other
kind: other
title: Регламентті бекіту туралы
body: Облыс әкімдігі
date: 2016-01-08
number: 01/03
";

const REGULATION: &str = "\
regulation: service
language: other
title: Анықтама беру
provider: білім бөлімі
channels: [{kind: other, text: бөлім кеңсесі}]
form: [other]
units: {office: кеңсе қызметкері, head: бөлім басшысы}
procedures:
  - id: provider
    results: other
    steps:
      - {unit: office, choice: other, text: кеңсе қызметкері өтінішті тіркейді;}
      - {unit: head, text: бөлім басшысы қол қояды.}
interactions:
  - id: portal
    channel: other
    participants: {applicant: алушы, portal: {name: портал, kind: other}}
    items:
      - {process: 1, at: portal, restart: other, text: алушы порталда парольді енгізеді;}
      - {process: 2, at: portal, text: алушы нәтижені алады.}
appendices:
  - number: 1
    kind: other
    shows: portal
    missing: other
    legend: {show: other, items: [{text: Үдеріс, element: other}]}
";

/// All lists of words in a schema, each sorted; of a flag the two ways of an editor to write it are one.
fn offered(schema: &Value, found: &mut BTreeSet<BTreeSet<String>>) {
    match schema {
        Value::Object(keys) => {
            for (key, value) in keys {
                if let (Value::Array(words), true) = (value, key == "enum") {
                    let word = |word: &Value| word.as_str().map_or_else(|| word.to_string(), str::to_owned);
                    found.insert(words.iter().map(word).collect());
                }
                offered(value, found);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| offered(value, found)),
        _ => {}
    }
}

fn words_of(list: &FindingWord) -> BTreeSet<String> {
    let (FindingWord::Quoted(words) | FindingWord::Whole(words)) = list else { panic!("a list of words: {list:?}") };
    words.split(", ").map(str::to_owned).collect()
}

#[test]
fn an_editor_offers_the_words_that_the_model_knows() {
    let sources = Sources::new(vec![
        Source { path: "act/decree.yaml".into(), text: DECREE.into() },
        Source { path: "act/service.yaml".into(), text: REGULATION.into() },
    ]);
    let loaded = pipeline::load(sources, &Serial);
    let told = loaded.findings.iter().filter(|finding| finding.entry.code == codes::BAD_CHOICE.code);
    let known: Vec<BTreeSet<String>> = told.map(|finding| words_of(&finding.words[1])).collect();
    let fields = DECREE.matches(": other").count() + REGULATION.matches("other").count();
    assert_eq!(known.len(), fields, "each field has its finding: {known:#?}");
    let mut schema = BTreeSet::new();
    for kind in [Kind::Decree, Kind::Regulation] {
        offered(&source::schema(kind), &mut schema);
    }
    assert_eq!(schema, known.into_iter().collect());
}
