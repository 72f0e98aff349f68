//! Paths for tests, from plain words.

use crate::base::{Id, Lang, SourceId, Span, Spanned, Text};
use crate::graph::{FlowGraph, of_provider_path, of_system_path};
use crate::model::{
    Branch, ChannelKind, Item, ItemKind, Participant, ParticipantKind, ProviderPath, ResultsPlace, Step, SystemPath,
    Target, Unit, Way,
};

pub(crate) fn kk(words: &str) -> Text {
    Text::of(Lang::Kk, words)
}

fn id(word: &str) -> Id {
    Id::new(word).expect("ids of samples are sound")
}

fn spanned(word: String) -> Spanned<Id> {
    Spanned::new(id(&word), Span::whole(SourceId(0)))
}

fn way(branch: Option<Branch>, to: Target) -> Way {
    Way { branch, to, inferred: true }
}

/// A handbook with one unit for each name, and a step for each action, in the units by turns.
pub(crate) fn handbook(units: &[&str], actions: &[&str]) -> FlowGraph {
    let named = units.iter().enumerate();
    let units: Vec<Unit> =
        named.map(|(at, name)| Unit { id: id(&format!("unit-{at}")), name: kk(name), printed: kk(name) }).collect();
    let steps = actions.iter().enumerate().map(|(at, action)| {
        let next = if at + 1 < actions.len() { Target::Element(at + 1) } else { Target::End };
        Step {
            id: spanned(format!("step-{at}")),
            n: at as u32 + 1,
            marker: kk(&format!("{})", at + 1)),
            unit: at % units.len(),
            actor: None,
            actor_nominative: None,
            label: None,
            text: kk(action),
            action: kk(action),
            shown: kk(action),
            duration: None,
            result: None,
            extra: Vec::new(),
            is_choice: false,
            ways: vec![way(None, next)],
        }
    });
    let steps: Vec<Step> = steps.collect();
    let path = ProviderPath {
        id: id("provider"),
        variant: None,
        results: ResultsPlace::Inline,
        steps,
        total_term: None,
        sequence: Vec::new(),
    };
    of_provider_path(&path, &units)
}

/// A diagram with the applicant's band and two more: a process, a condition, its refusal and a process that gives the
/// result; each has the label and the sentence of its place.
pub(crate) fn diagram(names: [&str; 3], labels: [Option<&str>; 4], sentence: &str) -> FlowGraph {
    let kinds = [ParticipantKind::Applicant, ParticipantKind::System, ParticipantKind::Organisation];
    let ids = ["applicant", "portal", "provider"];
    let participants = (0..3).map(|at| Participant { id: id(ids[at]), name: kk(names[at]), kind: kinds[at] }).collect();
    let (yes, no) = (Some(Branch::Yes), Some(Branch::No));
    let shapes = [
        ("p1", ItemKind::Process, 1, "1 үдеріс", vec![way(None, Target::Element(1))]),
        ("c1", ItemKind::Condition, 2, "1 шарт", vec![way(yes, Target::Element(3)), way(no, Target::Element(2))]),
        ("p2", ItemKind::Process, 2, "2 үдеріс", vec![way(None, Target::Refused)]),
        ("p3", ItemKind::Process, 1, "3 үдеріс", vec![way(None, Target::End)]),
    ];
    let items = shapes.into_iter().zip(labels).map(|((name, kind, at, marker, ways), label)| Item {
        id: spanned(name.to_owned()),
        kind,
        number: 1,
        list_index: None,
        part: 0,
        marker: kk(marker),
        text: kk(sentence),
        label: label.map(kk),
        at: vec![at],
        by: at,
        actor: kk("портал"),
        system: None,
        duration: None,
        role: None,
        refuses: None,
        extra: Vec::new(),
        ways,
    });
    let items = items.collect();
    let path = SystemPath { id: id("portal"), channel: Some(ChannelKind::Portal), named: None, participants, items };
    of_system_path(&path)
}
