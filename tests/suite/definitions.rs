//! Generated definitions, sound and broken: none brings the program down, and what is drawn obeys the hard rules.
//!
//! `CASES=10000 cargo test --release generated` runs as many as it says; without it, some hundreds.

use crate::corpus::real;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use reglament::base::{Serial, Severity, Source, Sources};
use reglament::graph::{FlowGraph, FlowKind, NodeKind};
use reglament::layout::NoteReason;
use reglament::pipeline;
use reglament::pipeline::{Figure, Loaded};
use reglament::theme::Theme;
use std::fmt::Write;

/// A definition by its shape.
#[derive(Debug, Clone)]
struct Shape {
    /// Bands of the diagram, the applicant among them.
    participants: usize,
    /// For each item: is it a condition with its refusal, where it stands, its words.
    items: Vec<(bool, usize, String)>,
    units: usize,
    /// For each step: its unit, its words, its minutes.
    steps: Vec<(usize, String, u32)>,
    /// An item from which the path jumps, and how far back or forth.
    jump: Option<(usize, usize)>,
}

/// Words of an act, and words that nobody would write.
fn words() -> impl Strategy<Value = String> {
    let usual = prop::collection::vec("[а-яәіңғүұқөһ]{1,14}", 1..30).prop_map(|words| words.join(" "));
    let endless = "[а-яәіңғүұқөһ]{60,300}";
    let hostile = prop::sample::select(vec![
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "]]>&amp;&lt;",
        "../../etc/passwd",
        "a\u{200e}b\u{200f}c",
        "e\u{301}\u{302}\u{303}\u{304}",
        "👩‍👩‍👧‍👦 مرحبا 漢字",
        "{units} {{ title }} {% include x %}",
        "- - - # * ` ~",
        "javascript:alert(1)",
    ])
    .prop_map(str::to_owned);
    prop_oneof![6 => usual, 1 => endless, 1 => hostile]
}

fn shape() -> impl Strategy<Value = Shape> {
    let items = prop::collection::vec((prop::bool::weighted(0.3), 0usize..12, words()), 1..24);
    let steps = prop::collection::vec((0usize..8, words(), 1u32..500), 1..14);
    let jump = prop::option::weighted(0.3, (0usize..24, 0usize..24));
    (1usize..9, items, 1usize..7, steps, jump).prop_map(|(participants, items, units, steps, jump)| Shape {
        participants,
        items,
        units,
        steps,
        jump,
    })
}

/// A text in single quotes, on one line.
fn quoted(words: &str) -> String {
    format!("'{}'", words.replace('\'', "''").replace('\n', " "))
}

fn yaml(shape: &Shape) -> String {
    let mut out = String::from("regulation: service\ntitle: Анықтама беру\nprovider: бөлім\nunits:\n");
    let mut line = |text: std::fmt::Arguments| writeln!(out, "{text}").expect("a string");
    for unit in 0..shape.units {
        line(format_args!("  unit{unit}: бірлік {unit}"));
    }
    line(format_args!("procedures:\n  - id: provider\n    steps:"));
    for (unit, words, minutes) in &shape.steps {
        let text = quoted(&format!("{words} – {minutes} минут."));
        line(format_args!("      - unit: unit{}\n        text: {text}", unit % shape.units));
    }
    line(format_args!("interactions:\n  - id: portal\n    participants:"));
    for participant in 0..shape.participants {
        line(format_args!("      band{participant}: қатысушы {participant}"));
    }
    line(format_args!("    items:"));
    let (mut process, mut condition) = (0, 0);
    for (at, (is_condition, band, words)) in shape.items.iter().enumerate() {
        let band = band % shape.participants;
        let text = quoted(words);
        if *is_condition {
            condition += 1;
            process += 1;
            line(format_args!("      - condition: {condition}\n        at: band{band}\n        text: {text}"));
            line(format_args!("      - process: {process}\n        at: band{band}\n        text: бас тарту"));
        } else {
            process += 1;
            line(format_args!("      - process: {process}\n        at: band{band}\n        text: {text}"));
            if let Some((from, to)) = shape.jump.filter(|(from, _)| *from == at) {
                let _ = from;
                line(format_args!("        then: p{}", to + 1));
            }
        }
    }
    process += 1;
    line(format_args!("      - process: {process}\n        at: band0\n        text: нәтижені алу"));
    out
}

fn load(definition: String) -> Loaded {
    let decree = "decree: act\ntitle: Қаулы\nbody: Әкімдік\ndate: 2016-01-08\nnumber: 1\n";
    let file = |path: &str, text: String| Source { path: path.into(), text };
    let prose = "# 1. Жалпы ережелер\n\n1. Бөлім қызмет көрсетеді.\n\n{units}\n\n{steps}\n\n{items}\n";
    pipeline::load(
        Sources::new(vec![
            file("a/decree.yaml", decree.into()),
            file("a/service.yaml", definition),
            file("a/service.kk.md", prose.into()),
        ]),
        &Serial,
    )
}

fn runner(cases: u32) -> TestRunner {
    let cases = std::env::var("CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(cases);
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    // One seed, so that a run can be repeated; more cases look further.
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]))
}

/// What BPMN 2.0.2 asks of a collaboration: tables 7.3 and 7.4 on who may be joined to whom, 10.5.4 on events.
fn check_notation(graph: &FlowGraph, name: &str) {
    let mut joined = vec![[false; 2]; graph.nodes().len()];
    for (from, to, flow) in graph.flows() {
        let (source, target) = (graph.node(from), graph.node(to));
        let told = format!("{name}: {} -> {}", source.id, target.id);
        let may_send = matches!(source.kind, NodeKind::Task | NodeKind::Throw | NodeKind::EndMessage);
        let may_receive = matches!(target.kind, NodeKind::Task | NodeKind::Catch | NodeKind::Start);
        let is_end = matches!(source.kind, NodeKind::EndMessage | NodeKind::EndNone);
        match flow.kind {
            FlowKind::Sequence => {
                assert_eq!(source.lane, target.lane, "{told}: sequence flow stays in its pool");
                assert!(
                    !is_end && target.kind != NodeKind::Start,
                    "{told}: nothing follows an end or precedes a start"
                );
                (joined[from][1], joined[to][0]) = (true, true);
            }
            FlowKind::Message => {
                assert_ne!(source.lane, target.lane, "{told}: message flow leaves its pool");
                assert!(may_send && may_receive, "{told}: {:?} to {:?}", source.kind, target.kind);
            }
            FlowKind::Association => assert_eq!(target.kind, NodeKind::Document, "{told}"),
        }
    }
    for (node, [before, behind]) in graph.nodes().zip(joined) {
        if matches!(node.kind, NodeKind::Catch | NodeKind::Throw) {
            assert!(before && behind, "{name}: {} is intermediate: {before}, {behind}", node.id);
        }
    }
}

/// What must be true of every drawing, whatever the definition.
fn check_figure(figure: &Figure, theme: &Theme) {
    for placed in [&figure.paper, &figure.web] {
        let notes: Vec<_> = placed
            .layout
            .notes
            .iter()
            .filter(|note| !matches!(note.reason, NoteReason::LongerThanPage | NoteReason::BroaderThanPage))
            .collect();
        assert!(notes.is_empty(), "{}: {notes:?}", figure.name);
        let nodes: usize = placed.layout.sheets.iter().map(|sheet| sheet.nodes.len()).sum();
        assert_eq!(nodes, figure.graph.nodes().len(), "{}: each node once", figure.name);
    }
    if figure.is_diagram() {
        check_notation(&figure.graph, &figure.name.to_string());
    }
    let svg = figure.svg(theme);
    assert!(!svg.contains("<script") && !svg.contains("<img"), "{svg}");
    assert!(svg.chars().all(|c| c == '\n' || !c.is_control()));
}

#[test]
fn the_real_diagrams_are_valid_collaborations() {
    let diagrams: Vec<&Figure> = real().figures.iter().filter(|figure| figure.is_diagram()).collect();
    assert_eq!(diagrams.len(), 8);
    diagrams.iter().for_each(|figure| check_notation(&figure.graph, &figure.name.to_string()));
}

/// A condition that leads back past another one asks it anew; whoever had answered that had not waited for it.
#[test]
fn what_was_passed_before_a_way_back_is_not_checked_twice() {
    let definition = "\
regulation: service
title: Анықтама беру
provider: бөлім
interactions:
  - id: portal
    participants: {applicant: алушы, portal: портал, register: тіркелім, provider: беруші}
    items:
      - {process: 1, at: portal, text: сұрау жіберу}
      - {condition: 1, at: register, text: деректер бар ма}
      - {process: 2, at: register, text: бас тарту}
      - {process: 3, at: portal, text: өтініш жіберу}
      - {condition: 2, at: provider, text: өтініш дұрыс па, no: p1, yes: p4}
      - {process: 4, at: portal, text: нәтижені алу}
";
    let loaded = load(definition.to_owned());
    let figures = pipeline::draw(&loaded.corpus, &Theme::embedded(), &Serial);
    let graph = &figures.iter().find(|figure| figure.is_diagram()).expect("a diagram").graph;
    check_notation(graph, "a way back");
    let flows: Vec<String> = graph
        .flows()
        .filter(|(from, _, flow)| {
            flow.kind == FlowKind::Sequence && graph.lanes[graph.node(*from).lane].id.as_str() == "register"
        })
        .map(|(from, to, _)| format!("{} {}", graph.node(from).id, graph.node(to).id))
        .collect();
    assert_eq!(flows, ["c1-in c1", "c1 c1-yes", "c1 p2", "p2 p2-end"]);
}

#[test]
fn generated_definitions_are_drawn_by_the_rules() {
    let theme = Theme::embedded();
    let result = runner(200).run(&shape(), |shape| {
        let loaded = load(yaml(&shape));
        let has_errors = loaded.findings.iter().any(|finding| finding.severity() == Severity::Error);
        // A jump may leave items without a way to them; anything else is sound.
        prop_assert!(!has_errors || shape.jump.is_some(), "{:?}", loaded.findings);
        let figures = pipeline::draw(&loaded.corpus, &theme, &Serial);
        figures.iter().for_each(|figure| check_figure(figure, &theme));
        crate::walk::check(&figures, &loaded.corpus);
        let again = pipeline::draw(&loaded.corpus, &theme, &Serial);
        for (first, second) in figures.iter().zip(&again) {
            prop_assert_eq!(first.svg(&theme), second.svg(&theme));
        }
        Ok(())
    });
    assert!(result.is_ok(), "{}", result.unwrap_err());
}

#[test]
fn generated_faults_bring_nothing_down() {
    let theme = Theme::embedded();
    // A sound definition with pieces cut out, doubled, or put in where they do not belong.
    let piece = prop::sample::select(vec![
        "",
        "\t",
        ":",
        "- ",
        "\u{0}",
        "'",
        "{",
        "]",
        "&a",
        "*a",
        "!!str ",
        "\n",
        "then: p1\n",
    ]);
    let damage = prop::collection::vec((0.0f64..1.0, 0usize..40, piece), 1..6);
    let result = runner(300).run(&(shape(), damage), |(shape, damage)| {
        let mut text = yaml(&shape);
        for (place, length, piece) in damage {
            let start = text.floor_char_boundary((place * text.len() as f64) as usize);
            let end = text.floor_char_boundary((start + length).min(text.len()));
            text.replace_range(start..end.max(start), piece);
        }
        let loaded = load(text);
        for figure in pipeline::draw(&loaded.corpus, &theme, &Serial) {
            check_figure(&figure, &theme);
        }
        Ok(())
    });
    assert!(result.is_ok(), "{}", result.unwrap_err());
}

#[test]
fn generated_noise_brings_nothing_down() {
    let result = runner(500).run(&".{0,400}", |noise| {
        load(noise);
        Ok(())
    });
    assert!(result.is_ok(), "{}", result.unwrap_err());
}
