//! The ground floor: what every room may use.
//!
//! Holds: places in sources, findings, ids, languages, whole-pixel geometry, and the set of files to write.
//! Absent on purpose: anything of law, of drawing, or of the operating system.

pub mod anchor;
mod artifacts;
mod base64;
mod catalogue;
mod finding;
mod geometry;
pub mod harmless;
mod id;
mod lang;
mod source;
mod spread;

pub use artifacts::{Artifacts, RelPath, Shelf, Sink, Store};
pub use base64::base64;
pub use catalogue::{CATALOGUE, Entry, Said, codes, contradictions, entry, slips, terms, themes};
pub use finding::{Checked, Finding, FindingWord, Related, Severity, sort_findings};
pub use geometry::{Point, Px, Rect, Size};
pub use id::{Id, IdError};
pub use lang::{Lang, Text, Voice};
pub use source::{FileMark, LineColumn, Place, Source, SourceId, Sources, Span, Spanned};
pub use spread::{Serial, Spread};
