//! Doing the same work on many things. Rooms below the edge say what to do for each; the edge decides how many at once.

/// A way to map a function over a list; the results keep the order of the list.
pub trait Spread: Sync {
    fn map<I: Sync, O: Send>(&self, items: &[I], work: impl Fn(&I) -> O + Sync) -> Vec<O>;
}

/// One after the other: what a browser or a test needs.
pub struct Serial;

impl Spread for Serial {
    fn map<I: Sync, O: Send>(&self, items: &[I], work: impl Fn(&I) -> O + Sync) -> Vec<O> {
        items.iter().map(work).collect()
    }
}
