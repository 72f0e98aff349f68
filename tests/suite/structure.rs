//! The model agrees, field by field, with readings of six acts that were made by hand.
//!
//! Left out of the comparison are the readers' remarks on their reading, which no definition holds: places in the
//! printed text, notes, flags that say «inferred», and the list of title variants, which is a finding and not a fact.
//! Two fields hold words of the act and a remark behind them in brackets; the words are compared.

use crate::corpus;
use reglament::base::Severity;
use serde_json::Value;

/// Keys of the readings that speak of the reading, not of the act.
const REMARKS: [&str; 23] = [
    "line",
    "lines",
    "note",
    "content",
    "actor_inferred",
    "ocr_fixes",
    "title_variants",
    "variant_line",
    "intro_line",
    "defined_at_line",
    "defined",
    "words_misspelt",
    "digits",
    "inferred",
    "from_paragraph",
    "id",
    "target",
    "edition",
    "editorial_note",
    "glyph",
    "no_state_corporation",
    "no_information_system",
    "no_portal",
];

/// Keys whose value is words of the act with a remark in brackets behind them.
const WITH_REMARK: [&str; 2] = ["kind", "diagram_appendix"];

#[test]
fn six_structures_agree_field_by_field() {
    let mut compared = 0;
    let mut differences = Vec::new();
    let structures = corpus::structures();
    assert_eq!(structures.len(), 6);
    for (decree, regulation, expected) in structures {
        let actual = corpus::view(&decree, &regulation);
        compare(&expected, &actual, &format!("{decree}/{regulation}"), &mut compared, &mut differences);
    }
    assert!(compared > 2_000, "only {compared} values were compared");
    assert!(differences.is_empty(), "{} differences:\n{}", differences.len(), differences.join("\n"));
}

/// Everything that was read by hand must be in the model; what the model has beyond that is not looked at.
fn compare(expected: &Value, actual: &Value, place: &str, compared: &mut usize, differences: &mut Vec<String>) {
    match (expected, actual) {
        (Value::Object(expected), Value::Object(_)) => {
            for (key, value) in expected.iter().filter(|(key, _)| !REMARKS.contains(&key.as_str())) {
                let found = actual.get(key).unwrap_or(&Value::Null);
                compare(value, found, &format!("{place}.{key}"), compared, differences);
            }
        }
        (Value::Array(expected), Value::Array(actual)) => {
            if expected.len() != actual.len() {
                differences.push(format!("{place}: {} entries, {} in the model", expected.len(), actual.len()));
            }
            for (at, (expected, actual)) in expected.iter().zip(actual).enumerate() {
                compare(expected, actual, &format!("{place}[{at}]"), compared, differences);
            }
        }
        _ => {
            *compared += 1;
            let is_remarked = WITH_REMARK.iter().any(|key| place.ends_with(&format!(".{key}")));
            let agrees = match (expected, actual) {
                (Value::String(expected), Value::String(actual)) if is_remarked => {
                    expected.split(" (").next() == Some(actual)
                }
                _ => expected == actual,
            };
            if !agrees {
                differences.push(format!("{place}:\n  read:  {expected}\n  model: {actual}"));
            }
        }
    }
}

/// What the readings say in flags stands in the running text: this service has no path through systems, or none there.
#[test]
fn remarks_on_missing_channels_are_borne_out() {
    for (decree, regulation, expected) in corpus::structures() {
        let actual = corpus::view(&decree, &regulation);
        if let Some(said) = expected.pointer("/no_information_system/text").and_then(Value::as_str) {
            let prose = actual["prose"].to_string().replace("\\\"", "\"");
            let words = said.split_once(". ").map_or(said, |(_, words)| words);
            assert!(prose.contains(words), "{decree}/{regulation}: {words}");
            assert_eq!(actual["is_paths"].as_array().map(Vec::len), Some(0));
        }
        if expected.get("no_state_corporation").is_some() {
            let paths = actual["is_paths"].as_array().expect("a list");
            assert!(paths.iter().all(|path| path["channel_kind"] != "state-corporation"), "{decree}/{regulation}");
        }
    }
}

/// The figures of the five decrees.
#[test]
fn the_corpus_is_complete() {
    let corpus = &corpus::real().loaded.corpus;
    let regulations: Vec<_> = corpus.decrees.iter().flat_map(|decree| &decree.regulations).collect();
    let provider_paths: Vec<_> = regulations.iter().flat_map(|regulation| &regulation.provider_paths).collect();
    let system_paths: Vec<_> = regulations.iter().flat_map(|regulation| &regulation.system_paths).collect();
    let items: Vec<_> = system_paths.iter().flat_map(|path| &path.items).collect();
    let count = |kind| items.iter().filter(|item| item.kind == kind).count();
    use reglament::model::ItemKind::{Condition, Plain, Process};
    assert_eq!((corpus.decrees.len(), regulations.len()), (5, 8));
    assert_eq!((provider_paths.len(), system_paths.len()), (10, 8));
    assert_eq!(provider_paths.iter().map(|path| path.steps.len()).sum::<usize>(), 48);
    assert_eq!((items.len(), count(Process), count(Condition), count(Plain)), (91, 63, 21, 7));
    let amendments: Vec<_> = corpus.decrees.iter().flat_map(|decree| &decree.amendments).collect();
    let new_editions = amendments.iter().filter(|one| one.new_edition.is_some()).count();
    let by_paragraph = amendments.iter().filter(|one| !one.changes.is_empty()).count();
    let changes: usize = amendments.iter().map(|one| one.changes.len()).sum();
    assert_eq!((amendments.len(), new_editions, by_paragraph, changes), (14, 1, 13, 14));
}

/// Every step and every item has a label, of at most 60 characters.
#[test]
fn every_element_has_a_label() {
    let corpus = &corpus::real().loaded.corpus;
    for regulation in corpus.decrees.iter().flat_map(|decree| &decree.regulations) {
        let steps = regulation.provider_paths.iter().flat_map(|path| &path.steps).map(|step| &step.label);
        let items = regulation.system_paths.iter().flat_map(|path| &path.items).map(|item| &item.label);
        for label in steps.chain(items) {
            let label = label.as_ref().expect("a label");
            assert!(label.iter().all(|(_, words)| words.chars().count() <= 60), "{label:?}");
        }
    }
}

/// Nothing in them is to be mended; that an act was printed with a word twice is noted.
#[test]
fn the_real_definitions_have_nothing_but_notes() {
    let loaded = &corpus::real().loaded;
    let told: Vec<String> = loaded
        .findings
        .iter()
        .map(|finding| {
            let place = loaded.sources.place(finding.span);
            format!("{} {}:{}", finding.entry.code, place.file, place.start.line)
        })
        .collect();
    let file = "karagandy-2016-04-03/student-transfer.yaml";
    assert_eq!(told, [format!("M042 {file}:68"), format!("M042 {file}:93")]);
    assert!(loaded.findings.iter().all(|finding| finding.severity() == Severity::Info));
}

/// Where a drawing shows a clock, its legend says what a clock is; a handbook's legend has the entries of the acts.
#[test]
fn a_clock_in_a_diagram_stands_in_its_legend() {
    let mut with_terms = 0;
    for figure in corpus::real().figures.iter().filter(|figure| figure.is_diagram()) {
        let has_terms = figure.graph.nodes().any(|node| node.term.is_some());
        let parts = figure.paper.scene.sheets.iter().flat_map(|sheet| &sheet.parts);
        let mut entries = parts.filter(|part| part.role == reglament::scene::PartRole::Legend);
        let has_entry = entries.any(|part| part.id.contains("intermediate-timer"));
        assert!(has_entry || !has_terms, "{}", figure.name);
        with_terms += usize::from(has_terms);
    }
    assert_eq!(with_terms, 1);
}
