//! Where paths go on: what the order of the text says, and what a definition writes where the text departs from it.

use super::context::Cx;
use super::types::{Branch, Target, Way};
use crate::base::{Finding, Said, Span, Spanned, codes, terms};
use crate::source::Word;

/// What the way of one element depends on.
pub(super) struct Junction<'r> {
    pub is_condition: bool,
    /// The element can be the refusal of the condition before it.
    pub may_refuse: bool,
    pub noun: &'static Said,
    pub number: u32,
    pub span: Span,
    pub yes: Option<&'r Spanned<Word>>,
    pub no: Option<&'r Spanned<Word>>,
    pub then: Option<&'r Spanned<Word>>,
}

/// Ways out of every element of a path, in its order. `ids` are the elements' ids.
pub(super) fn resolve(junctions: &[Junction], ids: &[&str], refuses_by_order: bool, cx: &mut Cx) -> Vec<Vec<Way>> {
    let refusals: Vec<bool> = (0..junctions.len())
        .map(|at| {
            refuses_by_order
                && at > 0
                && junctions[at - 1].is_condition
                && junctions[at - 1].no.is_none()
                && junctions[at].may_refuse
        })
        .collect();
    (0..junctions.len())
        .map(|at| {
            let junction = &junctions[at];
            if junction.is_condition {
                of_condition(at, junction, &refusals, ids, cx)
            } else {
                of_process(at, junction, &refusals, ids, cx)
            }
        })
        .collect()
}

fn of_process(at: usize, junction: &Junction, refusals: &[bool], ids: &[&str], cx: &mut Cx) -> Vec<Way> {
    for (key, field) in [("yes", junction.yes), ("no", junction.no)] {
        if let Some(word) = field {
            cx.find(Finding::new(&codes::WAY_OF_CONDITION, word.span).word(key).term(junction.noun));
        }
    }
    let way = match junction.then {
        Some(word) => target(word, ids, cx).map(|to| Way { branch: None, to, inferred: false }),
        None if refusals[at] => Some(Way { branch: None, to: Target::Refused, inferred: true }),
        None => Some(Way { branch: None, to: next(at + 1, refusals), inferred: true }),
    };
    way.into_iter().collect()
}

fn of_condition(at: usize, junction: &Junction, refusals: &[bool], ids: &[&str], cx: &mut Cx) -> Vec<Way> {
    if let Some(word) = junction.then {
        cx.find(Finding::new(&codes::WAY_OF_CONDITION, word.span).word("then").term(junction.noun));
    }
    let has_refusal = refusals.get(at + 1) == Some(&true);
    let yes = match junction.yes {
        Some(word) => target(word, ids, cx).map(|to| (to, false)),
        None => Some((next(at + 1, refusals), true)),
    };
    let no = match junction.no {
        Some(word) => target(word, ids, cx).map(|to| (to, false)),
        None if has_refusal => Some((Target::Element(at + 1), true)),
        None => {
            cx.find(Finding::new(&codes::ONE_BRANCH, junction.span).word(junction.number).word("no"));
            None
        }
    };
    let way =
        |branch, found: Option<(Target, bool)>| found.map(|(to, inferred)| Way { branch: Some(branch), to, inferred });
    [way(Branch::Yes, yes), way(Branch::No, no)].into_iter().flatten().collect()
}

/// The next element from `from` on that is not a condition's refusal, else the end.
fn next(from: usize, refusals: &[bool]) -> Target {
    (from..refusals.len()).find(|at| !refusals[*at]).map_or(Target::End, Target::Element)
}

fn target(word: &Spanned<Word>, ids: &[&str], cx: &mut Cx) -> Option<Target> {
    match word.0.as_str() {
        "end" => Some(Target::End),
        "refused" => Some(Target::Refused),
        id => cx.reference(id, word.span, ids).map(Target::Element),
    }
}

/// What an element is called in a finding.
pub(super) fn noun(is_condition: bool) -> &'static Said {
    if is_condition { &terms::CONDITION } else { &terms::PROCESS }
}
