//! What an edit does to a drawing: the pictures before and after lie in `tests/golden/edits`.

use crate::corpus::sources;
use crate::goldens::golden;
use reglament::base::{Serial, Source, Sources};
use reglament::layout::{SizedGraph, order_flips};
use reglament::pipeline;
use reglament::pipeline::Figure;
use reglament::theme::Theme;
use std::collections::BTreeMap;

const FILE: &str = "karagandy-2016-01-03/foster-care.yaml";
const LABEL: &str = "label: сұратылған қызметтен бас тарту";
const STEP: &str = "      - id: attach-documents
        process: 5
        at: portal
        label: қосымша құжаттарды тіркеу
        text: қосымша құжаттарды тіркеу;
";

/// The diagram of the definition as an editor leaves it.
fn drawn(edit: impl Fn(&str) -> String) -> Figure {
    let all = sources();
    let edited = all.iter().map(|(_, source)| match source.path.as_str() {
        FILE => Source { path: FILE.to_owned(), text: edit(&source.text) },
        _ => source.clone(),
    });
    let loaded = pipeline::load(Sources::new(edited.collect()), &Serial);
    let theme = Theme::embedded();
    let figures = pipeline::draw(&loaded.corpus, &theme, &Serial);
    let wanted = "karagandy-2016-01-03/foster-care/portal";
    figures.into_iter().find(|figure| figure.name.to_string() == wanted).expect("the diagram")
}

/// A process after the fourth; those behind it count on, as the act would have them.
fn with_step(text: &str) -> String {
    let (head, items) = text.split_once("    items:\n").expect("the items");
    let (items, tail) = items.split_once("\nappendices:").expect("the appendices");
    let later = (5..10).rev().fold(items.to_owned(), |items, number| {
        items.replace(&format!("  process: {number}\n"), &format!("  process: {}\n", number + 1))
    });
    let at = later.find("      - id: certificate-valid\n").expect("the second condition");
    let (before, after) = later.split_at(at);
    format!("{head}    items:\n{before}{STEP}{after}\nappendices:{tail}")
}

fn with_long_label(text: &str) -> String {
    assert!(text.contains(LABEL));
    text.replacen(LABEL, &format!("{LABEL} туралы хабарламаны қалыптастыру"), 1)
}

/// Where each node stands, by id: in one piece, as on the site.
fn places<'a>(graph: &'a SizedGraph, figure: &Figure) -> BTreeMap<&'a str, (i32, i32)> {
    let nodes = &figure.web.layout.sheets[0].nodes;
    nodes.iter().map(|placed| (graph.nodes[placed.node].id.as_str(), (placed.rect.x, placed.rect.y))).collect()
}

#[test]
fn a_step_put_in_moves_what_follows_it_and_nothing_else() {
    let (before, after) = (drawn(str::to_owned), drawn(with_step));
    golden("edits/before.svg", &before.web.svg(&Theme::embedded()));
    golden("edits/step.svg", &after.web.svg(&Theme::embedded()));
    let (flips, pairs) =
        order_flips((&before.sizing.graph, &before.web.layout), (&after.sizing.graph, &after.web.layout));
    assert_eq!(flips, 0, "of {pairs} pairs");
    let (old, new) = (places(&before.sizing.graph, &before), places(&after.sizing.graph, &after));
    assert_eq!(new.len(), old.len() + 1);
    for id in ["start", "enter-password", "authentic", "refuse-login", "choose-service", "choose-certificate"] {
        assert_eq!(old[id], new[id], "{id} stands before the step");
    }
    let behind = |id: &str| (new[id].0 - old[id].0, new[id].1 - old[id].1);
    assert!(
        ["sign-request", "register-request", "receive-result"]
            .into_iter()
            .all(|id| behind(id) == behind("certificate-valid")),
        "what follows moves as one"
    );
}

#[test]
fn a_label_doubled_moves_only_what_must_give_way() {
    let (before, after) = (drawn(str::to_owned), drawn(with_long_label));
    golden("edits/label.svg", &after.web.svg(&Theme::embedded()));
    let (old, new) = (places(&before.sizing.graph, &before), places(&after.sizing.graph, &after));
    assert!(old.iter().all(|(id, place)| place.0 == new[id].0), "nothing moves along the flow");
    let moved: Vec<&str> = old.iter().filter(|(id, place)| **place != new[*id]).map(|(id, _)| *id).collect();
    // Both refusals share a row about whose middle they stand; everything above it stays.
    let row = old["refuse-request"].1.min(old["refuse-login"].1);
    assert!(moved.iter().all(|id| old[id].1 >= row), "{moved:?}");
    let steady = ["start", "enter-password", "authentic", "choose-service", "choose-certificate", "certificate-valid"];
    assert!(steady.iter().all(|id| !moved.contains(id)), "{moved:?}");
    assert!(["sign-request", "register-request"].iter().all(|id| !moved.contains(id)), "{moved:?}");
}
