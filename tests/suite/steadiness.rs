//! The order of an earlier drawing, which the next one keeps: in graphs that say what they were, and from edition to edition.

use crate::corpus::sources;
use crate::layout::with_task;
use reglament::backend::geometry::read_graph;
use reglament::base::{Serial, Source, Sources};
use reglament::layout::{Options, Places, SizedGraph, check, order_flips, passed, place};
use reglament::model::{Corpus, Decree};
use reglament::pipeline::{self, Figure};
use reglament::theme::Theme;

const GRAPHS: [&str; 5] = [
    include_str!("../graphs/corporation-5-lanes.json"),
    include_str!("../graphs/portal-3-lanes.json"),
    include_str!("../graphs/portal-3-lanes-edited.json"),
    include_str!("../graphs/portal-4-lanes.json"),
    include_str!("../graphs/register-4-lanes.json"),
];

/// How many pairs change their order, where the earlier drawing is known and where it is not.
fn flips(graph: &SizedGraph, flow: usize) -> (usize, usize) {
    let options = Options::default();
    let before = place(graph, &options);
    let mut longer = with_task(graph, flow);
    let free = order_flips((graph, &before), (&longer, &place(&longer, &options))).0;
    Places::of(&before, graph).tell(&mut longer);
    let after = place(&longer, &options);
    assert_eq!(check(&longer, &after), []);
    assert_eq!(passed(&longer, &after), []);
    (order_flips((graph, &before), (&longer, &after)).0, free)
}

#[test]
fn a_task_put_in_anywhere_changes_no_order_of_an_earlier_drawing() {
    let (mut kept, mut free) = (0, 0);
    for json in GRAPHS {
        let graph = read_graph(json).expect("a graph");
        for flow in 0..graph.flows.len() {
            let (flips, of_its_own) = flips(&graph, flow);
            kept += flips;
            free += of_its_own;
        }
    }
    assert_eq!(kept, 0);
    assert!(free > 0, "some task would change an order if nothing held it");
}

/// A condition with its refusal.
const CONDITION: &str = "      - id: ID
        condition: 9
        at: LANE
        text: құжаттардың толықтығын тексеру;
      - id: ID-refusal
        process: 9
        at: LANE
        text: құжаттар толық болмаған жағдайда бас тарту туралы хабарламаны қалыптастыру;
";

fn load(file: &str, text: &str) -> Corpus {
    let all = sources();
    let edited = all.iter().map(|(_, source)| match source.path == file {
        true => Source { path: file.to_owned(), text: text.to_owned() },
        false => source.clone(),
    });
    pipeline::load(Sources::new(edited.collect()), &Serial).corpus
}

/// The diagrams of the last of these texts of one regulation, the others being its former editions.
fn diagrams(file: &str, editions: &[&str]) -> Vec<Figure> {
    let (folder, name) = file.trim_end_matches(".yaml").split_once('/').expect("a decree and a regulation");
    let loaded = |text: &&str| -> Decree {
        let all = load(file, text).decrees;
        let mut decree = all.into_iter().find(|one| one.id.as_str() == folder).expect("the decree");
        decree.regulations.retain(|one| one.id.as_str() == name);
        decree
    };
    let mut decrees: Vec<Decree> = editions.iter().map(loaded).collect();
    let mut last = decrees.pop().expect("an edition");
    last.regulations[0].former = decrees.into_iter().flat_map(|decree| decree.regulations).collect();
    let figures = pipeline::draw(&Corpus { decrees: vec![last] }, &Theme::embedded(), &Serial);
    figures.into_iter().filter(Figure::is_diagram).collect()
}

/// The text with a condition more behind each of its items in turn, in the lane of the item.
fn with_a_condition(text: &str, id: &str) -> Vec<String> {
    let items = text.find("\n    items:\n").expect("the items");
    let starts: Vec<usize> = text[items..].match_indices("\n      - ").map(|(at, _)| items + at + 1).collect();
    let put_in = |pair: &[usize]| {
        let lines = text[pair[0]..pair[1]].lines();
        let lane = lines.filter_map(|line| line.trim_start_matches([' ', '-']).strip_prefix("at: ")).next()?;
        let added = CONDITION.replace("LANE", lane).replace("ID", id);
        Some(format!("{}{added}{}", &text[..pair[1]], &text[pair[1]..]))
    };
    starts.windows(2).filter_map(put_in).collect()
}

fn flips_between(before: &[Figure], after: &[Figure]) -> usize {
    let flips = |(old, new): (&Figure, &Figure)| {
        let (graph, longer) = (&old.sizing.graph, &new.sizing.graph);
        order_flips((graph, &old.web.layout), (longer, &new.web.layout)).0
    };
    before.iter().zip(after).map(flips).sum()
}

#[test]
fn each_edition_keeps_the_order_of_the_drawing_before_it() {
    let file = "karagandy-2016-04-03/unfinished-studies-certificate.yaml";
    let all = sources();
    let first = &all.iter().find(|(_, source)| source.path == file).expect("the file").1.text;
    let mut free = 0;
    for second in with_a_condition(first, "second").iter().skip(2).step_by(2) {
        let before = diagrams(file, &[first, second]);
        assert_eq!(flips_between(&diagrams(file, &[first]), &before), 0);
        for third in with_a_condition(second, "third") {
            assert_eq!(flips_between(&before, &diagrams(file, &[first, second, &third])), 0, "{third}");
            free += flips_between(&before, &diagrams(file, &[&third]));
        }
    }
    assert!(free > 0, "some condition would change an order if nothing held it");
}
