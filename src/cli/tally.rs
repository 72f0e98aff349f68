//! Counts what is made while it is written.

use crate::base::{RelPath, Sink};
use crate::edge::Replacement;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How many drawings and pages a build made, whether they are new or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Made {
    pub drawings: usize,
    pub pages: usize,
}

/// Hands every file on.
pub(super) struct Tally {
    replacement: Replacement,
    drawings: AtomicUsize,
    pages: AtomicUsize,
}

impl Tally {
    pub fn new(replacement: Replacement) -> Tally {
        Tally { replacement, drawings: AtomicUsize::new(0), pages: AtomicUsize::new(0) }
    }

    pub fn close(self) -> (Made, Replacement) {
        (Made { drawings: self.drawings.into_inner(), pages: self.pages.into_inner() }, self.replacement)
    }
}

impl Sink for Tally {
    fn take(&self, path: RelPath, bytes: Vec<u8>) {
        if path.as_str().starts_with("diagrams/") {
            self.drawings.fetch_add(1, Ordering::Relaxed);
        } else if path.as_str().ends_with(".html") {
            self.pages.fetch_add(1, Ordering::Relaxed);
        }
        self.replacement.take(path, bytes);
    }
}
