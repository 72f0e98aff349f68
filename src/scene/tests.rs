//! What every scene promises.

// Shared with the tests of sizing, whose room cannot be entered from here.
#[allow(clippy::duplicate_mod)]
#[path = "../layout/sizing/samples.rs"]
mod samples;

use super::legend::used;
use super::*;
use crate::graph::Notation;
use crate::layout::{options, place, size};
use crate::model::{LegendItem, LegendShow, Symbol};
use samples::{diagram, handbook, kk};
use std::collections::BTreeSet;

fn sample_diagram() -> FlowGraph {
    let labels = [Some("парольді енгізу"), Some("деректерді тексеру"), Some("бас тарту"), Some("нәтижені алу")];
    diagram(["көрсетілетін қызметті алушы", "портал", "көрсетілетін қызметті беруші"], labels, "Толық сөйлем.")
}

fn sample_handbook() -> FlowGraph {
    handbook(&["кеңсе қызметкері", "басшы"], &["құжаттарды қабылдау және тіркеу", "қол қою", "нәтижені беру"])
}

fn painted(graph: &FlowGraph, legend: Option<&LegendPlan>) -> Scene {
    let theme = Drawing::embedded();
    let sizing = size(graph, Lang::Kk, &measures(&theme));
    let layout = place(&sizing.graph, &options(graph, &sizing));
    let caption = Caption {
        id: "portal".to_owned(),
        language: Lang::Kk,
        title: "Диаграмма".to_owned(),
        description: "Сипаттама".to_owned(),
    };
    paint(graph, &sizing, &layout, legend, &caption, &theme)
}

fn parts(scene: &Scene) -> impl Iterator<Item = &Part> {
    scene.sheets.iter().flat_map(|sheet| &sheet.parts)
}

/// The words that stand in a part, joined.
fn words(part: &Part) -> String {
    let runs = part.shapes.iter().filter_map(|mark| match mark {
        Mark::Words(run) => Some(run.words.as_str()),
        _ => None,
    });
    runs.collect::<Vec<_>>().join(" ")
}

fn legend_words(scene: &Scene) -> Vec<String> {
    parts(scene).filter(|part| part.id.starts_with("legend_")).map(words).collect()
}

#[test]
fn every_node_is_a_part_with_a_title_and_those_of_the_text_link_to_it() {
    for graph in [sample_diagram(), sample_handbook()] {
        let scene = painted(&graph, None);
        for node in graph.nodes() {
            let part = parts(&scene).find(|part| part.id == node.id).expect("every node is drawn");
            assert_eq!(part.link.is_some(), node.element.is_some(), "{}", node.id);
            let expected = node.text.as_ref().map(|text| say(text, Lang::Kk));
            assert!(
                part.title.as_deref().is_some_and(|title| expected.is_none_or(|text| text == title)),
                "{}",
                node.id
            );
        }
        for (_, _, flow) in graph.flows() {
            assert!(parts(&scene).any(|part| part.id == flow.id && part.title.is_some()), "{}", flow.id);
        }
    }
}

#[test]
fn elements_stand_in_the_order_of_the_text_each_with_its_flows() {
    let graph = sample_diagram();
    let scene = painted(&graph, None);
    let place = |id: &str| parts(&scene).position(|part| part.id == id).expect(id);
    assert!(place("lane_provider") < place("start"));
    assert!(place("p1") < place("c1") && place("c1") < place("p2") && place("p2") < place("p3"));
    assert_eq!(place("p2-to-p2-end"), place("p2") + 1);
}

#[test]
fn ids_are_unique_even_where_the_source_repeats_one() {
    let mut graph = sample_handbook();
    graph.lanes[1].id = graph.lanes[0].id.clone();
    let scene = painted(&graph, Some(&LegendPlan::default()));
    let ids: Vec<&str> = parts(&scene).map(|part| part.id.as_str()).collect();
    let distinct: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), distinct.len(), "{ids:?}");
    assert!(distinct.contains("lane_unit-0") && distinct.contains("lane_unit-0_2"));
}

#[test]
fn words_stay_in_the_box_that_they_stand_in() {
    for graph in [sample_diagram(), sample_handbook()] {
        let scene = painted(&graph, None);
        for part in parts(&scene).filter(|part| matches!(part.role, PartRole::Task | PartRole::Terminator)) {
            let Some(Mark::Rect { rect, .. }) = part.shapes.first() else { panic!("{} begins with its box", part.id) };
            for mark in &part.shapes {
                let Mark::Words(run) = mark else { continue };
                let left = if run.anchor == Anchor::Middle { run.at.x - run.width / 2 } else { run.at.x };
                let line = Rect::new(left, run.at.y - run.size, run.width, run.size);
                assert!(rect.contains(&line), "«{}» leaves {}", run.words, part.id);
            }
        }
    }
}

#[test]
fn what_is_used_is_in_the_legend_and_nothing_else() {
    for graph in [sample_diagram(), sample_handbook()] {
        let scene = painted(&graph, Some(&LegendPlan::default()));
        let theme = Drawing::embedded();
        let expected: Vec<String> =
            used(&graph).into_iter().map(|symbol| legend::words_of(symbol, &theme, Lang::Kk).to_owned()).collect();
        assert_eq!(legend_words(&scene), expected);
        assert!(!expected.contains(&theme.legend.end_error.kk), "no drawing here holds an error");
    }
}

#[test]
fn the_full_legend_of_a_diagram_has_twelve_rows_and_that_of_a_handbook_three() {
    let full = LegendPlan { show: LegendShow::Full, ..LegendPlan::default() };
    for (graph, count) in [(sample_diagram(), 12), (sample_handbook(), 3)] {
        assert_eq!(legend_words(&painted(&graph, Some(&full))).len(), count);
    }
}

#[test]
fn the_acts_own_words_come_first_and_what_it_lacks_is_added() {
    let item = |words: &str, element| LegendItem { text: kk(words), element, printed: None };
    let items = vec![item("Процесс", Symbol::Task), item("Қате", Symbol::EndError)];
    let plan = LegendPlan { heading: Some(kk("Кесте")), show: LegendShow::Used, items };
    let graph = sample_diagram();
    let scene = painted(&graph, Some(&plan));
    let rows = legend_words(&scene);
    assert_eq!(rows[0], "Процесс");
    assert!(!rows.contains(&"Қате".to_owned()), "the drawing has no error event");
    assert!(!rows.contains(&"Үдеріс".to_owned()), "the act has its own word");
    assert_eq!(rows.len(), used(&graph).len());
    let heading = parts(&scene).find(|part| part.id == "legend").map(words);
    assert_eq!(heading.as_deref(), Some("Кесте"));
    let full = LegendPlan { show: LegendShow::Full, ..plan };
    assert!(legend_words(&painted(&graph, Some(&full))).contains(&"Қате".to_owned()));
}

#[test]
fn only_what_leads_away_from_success_is_painted_as_a_refusal() {
    let scene = painted(&sample_diagram(), None);
    let is_refusal = |part: &&Part| {
        part.shapes.iter().any(|mark| {
            matches!(mark, Mark::Rect { paint: Paint::Refusal, .. } | Mark::Circle { paint: Paint::Refused, .. })
        })
    };
    let refusals: Vec<&str> = parts(&scene).filter(is_refusal).map(|part| part.id.as_str()).collect();
    assert_eq!(refusals, ["p2", "p2-end"]);
}

#[test]
fn a_message_flow_has_an_open_circle_and_an_open_head() {
    let scene = painted(&sample_diagram(), None);
    let message = parts(&scene).find(|part| part.role == PartRole::Message).expect("bands send messages");
    let paints = |paint: Paint| {
        let has = |mark: &&Mark| match mark {
            Mark::Circle { paint: own, .. } | Mark::Path { paint: own, .. } => *own == paint,
            _ => false,
        };
        message.shapes.iter().filter(has).count()
    };
    assert_eq!((paints(Paint::Dashed), paints(Paint::Paper), paints(Paint::Solid)), (1, 2, 0));
}

#[test]
fn sheets_lie_under_one_another_within_the_drawing() {
    let actions: Vec<String> =
        (0..24).map(|at| format!("{at} құжаттарды қабылдау және тіркеу, басшыға беру")).collect();
    let actions: Vec<&str> = actions.iter().map(String::as_str).collect();
    let graph = handbook(&["кеңсе"], &actions);
    assert_eq!(graph.notation, Notation::Handbook);
    let scene = painted(&graph, Some(&LegendPlan::default()));
    assert!(scene.sheets.len() > 1, "so many steps do not fit one sheet");
    let whole = Rect::new(0, 0, scene.size.w, scene.size.h);
    for (at, sheet) in scene.sheets.iter().enumerate() {
        assert!(whole.contains(&sheet.rect));
        assert!(scene.sheets[..at].iter().all(|before| !before.rect.overlaps(&sheet.rect)));
    }
}

#[test]
fn one_text_has_one_picture() {
    let plan = LegendPlan::default();
    let text = || format!("{:?}", painted(&sample_diagram(), Some(&plan)));
    assert_eq!(text(), text());
}

/// The same graph with a term at its first element.
fn with_term(graph: &FlowGraph) -> FlowGraph {
    let mut nodes: Vec<_> = graph.nodes().cloned().collect();
    let first = nodes.iter_mut().find(|node| node.element.is_some()).expect("an element");
    first.term = Some(kk("20 минут"));
    let flows = graph.flows().map(|(from, to, flow)| (from, to, flow.clone())).collect();
    FlowGraph::of(graph.notation, graph.lanes.clone(), nodes, flows, graph.main_path.clone()).expect("a graph")
}

/// The marks of a row, without its words.
fn row(scene: &Scene, id: &str) -> Option<Vec<Mark>> {
    let part = parts(scene).find(|part| part.id == id)?;
    Some(part.shapes.iter().filter(|mark| !matches!(mark, Mark::Words(_))).cloned().collect())
}

#[test]
fn the_clock_of_terms_stands_in_the_legend_as_in_the_drawing() {
    let theme = Drawing::embedded();
    let plan = LegendPlan { show: LegendShow::Full, ..LegendPlan::default() };
    let is_small = |marks: &[Mark]| matches!(marks, [Mark::Circle { radius: 5, paint: Paint::Fine, .. }, _]);
    for (graph, id) in [(sample_diagram(), "legend_intermediate-timer"), (sample_handbook(), "legend_term")] {
        let without = row(&painted(&graph, Some(&plan)), id);
        assert!(without.is_none_or(|marks| !is_small(&marks)), "{id}: no term is drawn");
        let scene = painted(&with_term(&graph), Some(&plan));
        assert!(is_small(&row(&scene, id).expect(id)), "{id}");
        let words_of_row = parts(&scene).find(|part| part.id == id).map(words);
        let expected = if id == "legend_term" { &theme.legend.term } else { &theme.legend.intermediate_timer };
        assert_eq!(words_of_row.as_deref(), Some(expected.get(Lang::Kk)));
    }
}

#[test]
fn a_cut_drawing_says_what_its_lettered_circles_are() {
    let steps = |count: usize| -> Vec<String> {
        (0..count).map(|at| format!("{at} құжаттарды қабылдау және тіркеу, басшыға беру")).collect()
    };
    for (count, is_cut) in [(2, false), (24, true)] {
        let actions = steps(count);
        let graph = handbook(&["кеңсе"], &actions.iter().map(String::as_str).collect::<Vec<_>>());
        let scene = painted(&graph, Some(&LegendPlan::default()));
        assert_eq!(parts(&scene).any(|part| part.role == PartRole::Connector), is_cut);
        assert_eq!(row(&scene, "legend_connector").is_some(), is_cut);
    }
}
