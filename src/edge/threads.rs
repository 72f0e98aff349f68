//! Work on all cores of the machine.

use crate::base::Spread;
use rayon::prelude::*;
use std::panic::resume_unwind;
use std::thread;

/// Spreads work over all cores; results keep the order of the list, so that no thread's pace reaches an output.
#[derive(Debug, Clone, Copy, Default)]
pub struct Threads;

impl Spread for Threads {
    fn map<I: Sync, O: Send>(&self, items: &[I], work: impl Fn(&I) -> O + Sync) -> Vec<O> {
        items.par_iter().map(&work).collect()
    }
}

/// Does one thing on a thread of its own beside another on this one.
pub fn beside<A: Send, B>(aside: impl FnOnce() -> A + Send, here: impl FnOnce() -> B) -> (A, B) {
    thread::scope(|scope| {
        let aside = scope.spawn(aside);
        let here = here();
        (aside.join().unwrap_or_else(|bug| resume_unwind(bug)), here)
    })
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
