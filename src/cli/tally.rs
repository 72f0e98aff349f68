//! Counts what a build gave.

/// How many drawings and pages there are, whether they are new or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Made {
    pub drawings: usize,
    pub pages: usize,
}

impl Made {
    /// `count` tells how many paths are so.
    pub fn of(count: impl Fn(&dyn Fn(&str) -> bool) -> usize) -> Made {
        Made { drawings: count(&|path| path.starts_with("diagrams/")), pages: count(&|path| path.ends_with(".html")) }
    }
}
