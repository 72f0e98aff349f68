//! Whether the steps of a path fit into the total that it declares.
//!
//! Holds: only what is certain is said. A term counts where it is surely no shorter in the total's own kind of days; a sum
//! counts only where every step follows the one before it, and no sentence says that anything runs at the same time.

use super::context::Cx;
use super::types::{StatedDuration, Step, Target};
use crate::base::{Finding, Span, codes};
use crate::wording::duration::code;

/// Beginnings of words by which a step says that it runs beside others.
const AT_ONCE: [&str; 6] = ["одновременн", "параллел", "паралель", "мезгілде", "бір уақытта", "қатар"];

/// The steps beside the total, which stands at `span`.
pub(super) fn check(steps: &[Step], total: &StatedDuration, span: Span, cx: &mut Cx) {
    let total = &total.value;
    let stated = steps.iter().filter_map(|step| Some((step, &step.duration.as_ref()?.value)));
    let counted: Vec<_> = stated.filter_map(|(step, term)| Some((step, term, term.beside(total)?))).collect();
    let longer = counted.iter().filter(|(.., (own, whole))| own > whole);
    for (step, term, _) in longer.clone() {
        let finding = Finding::new(&codes::STEP_OVER_TOTAL, step.id.span).word(&step.id.value);
        cx.find(finding.word(code(term)).word(code(total)).related(span));
    }
    let sum: u64 = counted.iter().map(|(.., (own, _))| own).sum();
    let is_over = counted.first().is_some_and(|(.., (_, whole))| sum > *whole);
    if is_over && longer.count() == 0 && in_turn(steps) {
        let terms: Vec<String> = counted.iter().map(|(_, term, _)| format!("`{}`", code(term))).collect();
        let finding = Finding::new(&codes::SUM_OVER_TOTAL, span).names(&[&terms.join(" + ")]);
        cx.find(finding.word(code(total)));
    }
}

/// Whether every step is taken, and none before the one before it is done.
fn in_turn(steps: &[Step]) -> bool {
    let is_next =
        |at: usize, to: Target| to == if at + 1 < steps.len() { Target::Element(at + 1) } else { Target::End };
    let goes_on = |(at, step): (usize, &Step)| matches!(step.ways.as_slice(), [way] if is_next(at, way.to));
    let is_at_once = |words: &str| AT_ONCE.iter().any(|stem| words.to_lowercase().contains(stem));
    steps.iter().enumerate().all(goes_on)
        && !steps.iter().any(|step| step.text.iter().any(|(_, words)| is_at_once(words)))
}
