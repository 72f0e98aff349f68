//! The JSON Schema says what the model knows.

use crate::corpus::{read, root};
use reglament::base::{FindingWord, Serial, Severity, Source, Sources, codes};
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

/// The rows of the written guide on `decree.yaml`, in Kazakh and in Russian: key, and the whole row.
fn decree_rows() -> [Vec<(String, String)>; 2] {
    let guide = read(&root().join("regulations/README.md"));
    let (kazakh, russian) = guide.split_once("\n## По-русски\n").expect("both languages");
    [kazakh, russian].map(|half| {
        let section = half.split("\n### ").find(|section| section.contains("| `decree` |")).expect("the table");
        let rows = section.lines().filter_map(|row| Some((row.strip_prefix("| `")?.split_once('`')?.0, row)));
        rows.map(|(key, row)| (key.to_owned(), row.to_owned())).collect()
    })
}

/// The keys of the records that a part of a schema refers to.
fn inner_keys(part: &Value, definitions: &Value, found: &mut BTreeSet<String>) {
    match part {
        Value::Object(keys) => {
            if let Some(record) =
                keys.get("$ref").and_then(Value::as_str).and_then(|path| path.strip_prefix("#/$defs/Raw"))
            {
                let properties = &definitions[format!("Raw{record}")]["properties"];
                found.extend(properties.as_object().expect("a record").keys().cloned());
                inner_keys(properties, definitions, found);
            }
            keys.values().for_each(|value| inner_keys(value, definitions, found));
        }
        Value::Array(values) => values.iter().for_each(|value| inner_keys(value, definitions, found)),
        _ => {}
    }
}

#[test]
fn the_guide_names_every_fact_whose_paragraph_can_be_told() {
    let schema = source::schema(Kind::Regulation);
    let mut facts = BTreeSet::new();
    inner_keys(&schema["properties"]["paragraphs"], &schema["$defs"], &mut facts);
    assert!(facts.contains("result"), "{facts:?}");
    let guide = read(&root().join("regulations/README.md"));
    let rows: Vec<&str> = guide.lines().filter(|line| line.starts_with("| `paragraphs` |")).collect();
    assert_eq!(rows.len(), 2, "in Kazakh and in Russian");
    for row in rows {
        let silent: Vec<&String> = facts.iter().filter(|fact| !row.contains(&format!("`{fact}`"))).collect();
        assert!(silent.is_empty() && row.contains("`result: {kk: 4, ru: 3}`"), "{silent:?} in {row}");
    }
}

#[test]
fn the_guide_names_every_key_of_a_decree() {
    let schema = source::schema(Kind::Decree);
    let keys = schema["properties"].as_object().expect("keys");
    for rows in decree_rows() {
        let told: BTreeSet<&str> = rows.iter().map(|(key, _)| key.as_str()).collect();
        assert_eq!(told, keys.keys().map(String::as_str).collect(), "the rows of the guide");
        for (key, row) in &rows {
            let mut inner = BTreeSet::new();
            inner_keys(&keys[key], &schema["$defs"], &mut inner);
            let silent: Vec<&String> = inner.iter().filter(|inner| !row.contains(&format!("`{inner}`"))).collect();
            assert!(silent.is_empty(), "{key}: {silent:?} in {row}");
        }
    }
}

#[test]
fn the_examples_of_the_guide_make_a_sound_decree() {
    for rows in decree_rows() {
        let example =
            |row: &str| row.trim_end_matches("` |").rsplit_once("| `").expect("an example").1.to_owned() + "\n";
        let decree: String = rows.iter().map(|(_, row)| example(row)).collect();
        let service = "regulation: foster-care\ntitle: Патронат\nprovider: бөлім\n";
        let sources = Sources::new(vec![
            Source { path: "act/decree.yaml".into(), text: decree },
            Source { path: "act/foster-care.yaml".into(), text: service.into() },
        ]);
        let loaded = pipeline::load(sources, &Serial);
        let wrong: Vec<_> = loaded.findings.iter().filter(|finding| finding.severity() == Severity::Error).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
        let decree = &loaded.corpus.decrees[0];
        assert_eq!((decree.amendments.len(), decree.amends.len(), decree.regulations.len()), (2, 1, 1));
    }
}
