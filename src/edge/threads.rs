//! Work on all cores of the machine.

use crate::base::Spread;
use rayon::prelude::*;

/// Spreads work over all cores; results keep the order of the list, so that no thread's pace reaches an output.
#[derive(Debug, Clone, Copy, Default)]
pub struct Threads;

impl Spread for Threads {
    fn map<I: Sync, O: Send>(&self, items: &[I], work: impl Fn(&I) -> O + Sync) -> Vec<O> {
        items.par_iter().map(&work).collect()
    }
}

/// Does one thing on another thread beside a second one on this. The other is one of those that work anyway: each thread
/// has memory of its own, which the system clears for it.
pub fn beside<A: Send, B>(aside: impl FnOnce() -> A + Send, here: impl FnOnce() -> B) -> (A, B) {
    let mut done = None;
    let here = rayon::in_place_scope(|scope| {
        scope.spawn(|_| done = Some(aside()));
        here()
    });
    match done {
        Some(done) => (done, here),
        None => unreachable!("a scope ends when all in it is done, or panics"),
    }
}

#[cfg(test)]
mod tests {
    use super::Threads;
    use crate::base::Spread;

    #[test]
    fn results_keep_the_order_of_the_list() {
        let numbers: Vec<u64> = (0..10_000).collect();
        // Early items take longest, so that threads finish out of order.
        let slow_first = |n: &u64| (0..(10_000 - n)).fold(*n, |sum, _| std::hint::black_box(sum));
        assert_eq!(Threads.map(&numbers, slow_first), numbers);
    }
}
