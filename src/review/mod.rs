//! The review: one HTML page that tells a person what changed, in words and in pictures.
//!
//! In: [`Review`]: the changes and, for each changed drawing, its states on one ground. Out: a page that holds everything.
//! Holds: everything that comes from a definition or a revision is escaped; nothing is asked of another host; style and
//! script are the page's own, named by their digests in its policy; without the script only the slider is missing.
//! Absent on purpose: how things are compared; files; how a digest is made, which the caller brings.

mod drawing;
mod page;
mod redrawing;
mod words;

pub use page::page;

use crate::base::Voice;
use crate::diff::Changes;
use crate::scene::{Scene, Sign, Signs};
use crate::theme::Theme;

/// Everything that the page shows.
pub struct Review<'a> {
    pub changes: &'a Changes,
    pub drawings: &'a [Drawing],
    pub told: &'a Told,
    pub theme: &'a Theme,
}

/// What the page says besides the comparison, and in which language.
pub struct Told {
    pub voice: Voice,
    /// What is compared: «HEAD», «regulations».
    pub sides: [String; 2],
    /// Files of either state that could not be read.
    pub unread: [Vec<String>; 2],
    /// Drawings that are others although their definitions are the same.
    pub redrawn: Vec<Redrawing>,
    /// SHA-256.
    pub digest: fn(&[u8]) -> Vec<u8>,
}

/// A drawing that is another one although its definition is the same: another version of the program, or of the theme.
pub struct Redrawing {
    pub decree: String,
    pub regulation: String,
    pub path: String,
    /// SVG before and after; `None` where the page would grow too heavy.
    pub files: Option<[String; 2]>,
}

/// A drawing that changed.
#[derive(Debug, Clone)]
pub struct Drawing {
    pub decree: String,
    pub regulation: String,
    pub path: String,
    /// Both on one ground; `None` where there is no other state.
    pub before: Option<Scene>,
    pub after: Option<Scene>,
    /// With signs.
    pub marked: Scene,
    pub signs: Signs,
    /// The whole drawing came or went.
    pub only: Option<Sign>,
}
