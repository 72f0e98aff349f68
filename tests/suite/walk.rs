//! Walking through a drawing is what the text lets one do, and what the drawing shows.

use crate::corpus::real;
use reglament::graph::{FlowGraph, FlowKind, NodeKind};
use reglament::model::{Branch, Corpus, Regulation, Target, Way};
use reglament::pipeline::Figure;
use reglament::scene::{Walk, WalkEnd};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// By the id of a stop, where each branch leads.
type Ways = BTreeMap<String, BTreeSet<(String, String)>>;

/// The ways of the text: from the model, without any graph.
fn ways_of_text(regulation: &Regulation, figure: &Figure) -> Ways {
    let path = &figure.name.path;
    let elements: Vec<(String, &[Way])> = match regulation.system_paths.iter().find(|one| one.id == *path) {
        Some(path) => path.items.iter().map(|item| (item.id.to_string(), item.ways.as_slice())).collect(),
        None => {
            let path = regulation.provider_paths.iter().find(|one| one.id == *path).expect("the path of a drawing");
            path.steps.iter().map(|step| (step.id.to_string(), step.ways.as_slice())).collect()
        }
    };
    let to = |from: &str, way: &Way| match way.to {
        Target::Element(at) => elements[at].0.clone(),
        Target::Refused if figure.is_diagram() => format!("{from}-end"),
        Target::Refused | Target::End => "end".to_owned(),
    };
    let label = |branch| match branch {
        Some(Branch::Yes) => "иә",
        Some(Branch::No) => "жоқ",
        None => "",
    };
    // What leads nowhere is a fault of the definition, and told as one.
    let mut ways: Ways = elements
        .iter()
        .filter(|(_, ways)| !ways.is_empty())
        .map(|(id, ways)| (id.clone(), ways.iter().map(|way| (label(way.branch).to_owned(), to(id, way))).collect()))
        .collect();
    ways.insert("start".to_owned(), BTreeSet::from([(String::new(), elements[0].0.clone())]));
    ways
}

/// The ways of the walk; its ends have none.
fn ways_of_walk(walk: &Walk) -> Ways {
    let going = walk.stops.iter().filter(|stop| !stop.ways.is_empty());
    going
        .map(|stop| {
            let to = stop.ways.iter().map(|way| (way.by.clone().unwrap_or_default(), walk.stops[way.to].id.clone()));
            (stop.id.clone(), to.collect())
        })
        .collect()
}

/// Every line that a way names is one of the drawing and joins what was reached to what comes next; every element, the
/// start and every end are stops, and every branch is a way.
fn check_against_graph(walk: &Walk, graph: &FlowGraph, name: &str) {
    let flows: BTreeMap<&str, (usize, usize)> =
        graph.flows().map(|(from, to, flow)| (flow.id.as_str(), (from, to))).collect();
    let node = |id: &str| graph.nodes().position(|node| node.id == id).expect("a stop is a node of the graph");
    let mut branches = 0;
    for stop in &walk.stops {
        let told = graph.node(node(&stop.id));
        assert_eq!((told.who(), &told.places), (&stop.who[..], &stop.places), "{name}: {}", stop.id);
        for way in &stop.ways {
            branches += usize::from(way.by.is_some());
            let mut reached = BTreeSet::from([node(&stop.id)]);
            for id in way.via.iter().filter_map(|id| flows.get(id.as_str())) {
                assert!(reached.contains(&id.0), "{name}: {} -> {:?}", stop.id, way.via);
                reached.insert(id.1);
            }
            assert!(reached.contains(&node(&walk.stops[way.to].id)), "{name}: {} -> {:?}", stop.id, way.via);
            let parts = |id: &&String| flows.contains_key(id.as_str()) || graph.nodes().any(|node| node.id == **id);
            assert!(way.via.iter().all(|id| parts(&id)), "{name}: {:?}", way.via);
        }
    }
    assert_eq!(branches, graph.flows().filter(|(_, _, flow)| flow.branch.is_some()).count(), "{name}");
    let leaves = |at: usize| graph.flows().any(|(from, _, flow)| from == at && flow.kind != FlowKind::Association);
    let is_stop = |at: usize| {
        let node = graph.node(at);
        at == graph.main_path[0] || node.element.is_some() || (node.kind != NodeKind::Document && !leaves(at))
    };
    let expected: BTreeSet<&str> =
        (0..graph.nodes().len()).filter(|&at| is_stop(at)).map(|at| graph.node(at).id.as_str()).collect();
    assert_eq!(walk.stops.iter().map(|stop| stop.id.as_str()).collect::<BTreeSet<_>>(), expected, "{name}");
    assert_eq!(walk.stops.iter().filter(|stop| stop.end == Some(WalkEnd::Start)).count(), 1, "{name}");
}

/// All that must hold of the walks of a corpus.
pub fn check(figures: &[Figure], corpus: &Corpus) {
    for figure in figures {
        let decree = corpus.decrees.iter().find(|one| one.id == figure.name.decree).expect("the decree");
        let regulation =
            decree.regulations.iter().find(|one| one.id == figure.name.regulation).expect("the regulation");
        let walk = &figure.web.scene.walk;
        let name = figure.name.to_string();
        assert_eq!(ways_of_walk(walk), ways_of_text(regulation, figure), "{name}");
        check_against_graph(walk, &figure.graph, &name);
        let ids: BTreeSet<&str> =
            figure.web.scene.sheets.iter().flat_map(|sheet| &sheet.parts).map(|part| part.id.as_str()).collect();
        for stop in &walk.stops {
            let via = stop.ways.iter().flat_map(|way| way.via.iter().map(String::as_str));
            assert!(via.chain([stop.id.as_str()]).all(|id| ids.contains(id)), "{name}: {}", stop.id);
        }
    }
}

#[test]
fn one_walks_as_the_five_acts_say() {
    let figures = &real().figures;
    check(figures, &real().loaded.corpus);
    let ends = figures.iter().flat_map(|figure| &figure.web.scene.walk.stops).filter(|stop| stop.ways.is_empty());
    assert!(ends.filter(|stop| stop.end == Some(WalkEnd::Refused)).count() > 10, "refusals are ends of their own");
}

#[test]
fn pages_bear_the_walks_of_their_drawings() {
    for figure in &real().figures {
        let reglament::pipeline::FigureName { decree, regulation, path, .. } = &figure.name;
        for lang in ["kk", "ru"] {
            let file = format!("site/{lang}/{decree}/{regulation}/index.html");
            let page = real().artifacts.iter().find(|(name, _)| name.as_str() == file).expect("the page").1;
            let page = String::from_utf8_lossy(page);
            let (lead, shape) = ("<script type=\"application/json\">", format!("fig-{path}-"));
            let mut told = page.split(lead).skip(1).filter_map(|text| text.split_once("</script>"));
            let data: Value = told
                .find_map(|(json, _)| {
                    let data: Value = serde_json::from_str(json).expect("JSON");
                    (data["shape"] == shape).then_some(data)
                })
                .expect("the walk");
            let walk = serde_json::to_value(&figure.web.scene.walk).expect("JSON");
            assert_eq!((&data["stops"], &data["lanes"]), (&walk["stops"], &walk["lanes"]), "{file}");
            for stop in data["stops"].as_array().expect("stops") {
                let id = stop["id"].as_str().expect("an id");
                assert!(page.contains(&format!(" id=\"{shape}{id}\"")), "{file}: the shape of {id}");
                let is_said = page.contains(&format!(" id=\"{path}-{id}\""));
                assert_eq!(is_said, stop["end"].is_null(), "{file}: the sentence of {id}");
            }
        }
    }
}
