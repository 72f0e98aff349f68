//! The page to send: what changed, with the drawings.

use super::pick::Picked;
use super::sides::Sides;
use super::{Diff, redrawn};
use crate::bundle;
use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::cli::load;
use crate::diff::Changes;
use crate::edge::Threads;
use crate::pipeline::{self, Told};

/// `None` after the faults of a theme have been told.
pub(super) fn page(
    asked: &Diff,
    picked: Picked,
    sides: &Sides,
    changes: &Changes,
    console: &Console,
) -> Result<Option<String>, Failure> {
    let Some(theme) = load::theme(asked.theme.as_deref(), console)? else { return Ok(None) };
    let labels = sides.sides.each_ref().map(|side| side.label.clone());
    let (unread, redrawn) = (picked.unread_files(), redrawn::pictures(sides, changes));
    let told = Told { voice: console.voice, sides: labels, unread, redrawn, digest: bundle::digest };
    Ok(Some(pipeline::review(&picked.loaded, changes, &told, &theme, &Threads)))
}
