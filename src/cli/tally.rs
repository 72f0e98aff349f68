//! Counts what a build gave.

/// How many drawings and pages there are, whether they are new or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Made {
    pub drawings: usize,
    pub pages: usize,
}

impl Made {
    pub fn of(paths: &[String]) -> Made {
        let count = |is_one: fn(&String) -> bool| paths.iter().filter(|path| is_one(path)).count();
        Made { drawings: count(|path| path.starts_with("diagrams/")), pages: count(|path| path.ends_with(".html")) }
    }
}
