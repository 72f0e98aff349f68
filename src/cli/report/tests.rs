//! How findings look.

use super::*;
use crate::base::{CATALOGUE, Source, SourceId};

/// A finding of the catalogue at a stretch of the second text.
fn told(texts: &[(&str, &str)], spans: &[(u32, u32, u32)], format: Format) -> String {
    let named = |(path, text): &(&str, &str)| Source { path: (*path).to_owned(), text: (*text).to_owned() };
    let sources = Sources::new(texts.iter().map(named).collect());
    let span = |(source, start, end): (u32, u32, u32)| Span::new(SourceId(source), start, end);
    let mut finding = Finding::new(CATALOGUE[0], span(spans[0])).word("w");
    for related in &spans[1..] {
        finding = finding.related(span(*related));
    }
    let findings = [finding];
    let report = Report::new(&sources, &findings, Path::new("regulations/"), Voice::En);
    anstream::adapter::strip_str(&report.render(format)).to_string()
}

const TEXTS: [(&str, &str); 2] = [("a.yaml", "a: 1\n"), ("b/c.yaml", "тақырып: 1\nбөлім: қате мән # соңы\n")];

#[test]
fn people_see_the_line_and_the_place_in_it() {
    let start = TEXTS[1].1.find("қате").unwrap() as u32;
    let told = told(&TEXTS, &[(1, start, start + "қате мән".len() as u32), (0, 0, 1)], Format::Human);
    let lines: Vec<&str> = told.lines().map(str::trim_end).collect();
    assert!(lines[0].starts_with(&format!("error[{}]: ", CATALOGUE[0].code)), "{told}");
    assert_eq!(lines[1], " --> regulations/b/c.yaml:2:8", "{told}");
    assert!(lines.contains(&"2 | бөлім: қате мән # соңы"), "{told}");
    assert!(lines.contains(&"  |        ^^^^^^^^"), "{told}");
    assert!(told.contains("regulations/a.yaml:1:1") && told.contains("1 | a: 1"), "{told}");
    assert!(told.contains("help: "), "{told}");
}

#[test]
fn editors_get_one_line_for_each() {
    let told = told(&TEXTS, &[(1, 0, 4)], Format::Short);
    assert_eq!(told.lines().count(), 1);
    assert!(told.starts_with(&format!("regulations/b/c.yaml:1:1: error[{}]: ", CATALOGUE[0].code)), "{told}");
}

#[test]
fn machines_get_an_object() {
    let told = told(&TEXTS, &[(1, 0, 4), (0, 3, 4)], Format::Json);
    let value: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!((&value["errors"], &value["warnings"]), (&1.into(), &0.into()));
    let finding = &value["findings"][0];
    assert_eq!(finding["code"], CATALOGUE[0].code);
    assert_eq!(finding["severity"], "error");
    assert_eq!(finding["place"]["file"], "regulations/b/c.yaml");
    assert_eq!((&finding["place"]["line"], &finding["place"]["end_column"]), (&1.into(), &3.into()));
    assert_eq!(finding["related"][0]["column"], 4);
}

#[test]
fn a_line_of_a_megabyte_is_shown_around_the_place() {
    let text = format!("text: {}\n", "ә".repeat(500_000));
    let told = told(&[("a.yaml", &text)], &[(0, 500_006, 500_010)], Format::Human);
    assert!(told.len() < 3_000, "{} bytes", told.len());
    assert!(told.contains("a.yaml:1:250007"), "{told}");
}

#[test]
fn a_whole_file_has_no_line() {
    let told = told(&[("a.yaml", "")], &[(0, 0, 0)], Format::Human);
    assert!(told.contains("--> regulations/a.yaml\n"), "{told}");
}

#[test]
fn the_summary_counts() {
    let sources = Sources::new(vec![Source { path: "a".into(), text: String::new() }]);
    let findings = [Finding::new(CATALOGUE[0], Span::whole(SourceId(0)))];
    let summary = |findings, voice| Report::new(&sources, findings, Path::new("r"), voice).summary();
    assert_eq!(summary(&findings, Voice::En), "1 error in 1 file");
    assert_eq!(summary(&findings, Voice::Ru), "1 ошибка в 1 файле");
    assert_eq!(summary(&findings, Voice::Kk), "1 файлда 1 қате");
    assert_eq!(summary(&[], Voice::Ru), "исправлять нечего: прочитано 1 файл");
}
