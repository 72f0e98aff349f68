//! Drawings that are not what the definitions give, as pictures: the committed one above the one that it should be.

use super::console::Console;
use super::failure::Failure;
use super::words;
use crate::base::{Artifacts, RelPath};
use crate::edge::{self, Drift};
use crate::pipeline;
use crate::theme::Theme;
use std::path::Path;

/// Writes a picture for each; the folder is made where there is something to write.
pub(super) fn write(
    folder: &Path,
    output: &Path,
    drifts: &[Drift],
    artifacts: &Artifacts,
    theme: &Theme,
    console: &Console,
) -> Result<(), Failure> {
    let headings = [console.say(&words::AS_COMMITTED), console.say(&words::AS_DEFINED)];
    let mut written = 0;
    for drift in drifts {
        let (Drift::Missing(path) | Drift::Differs(path) | Drift::Extra(path)) = drift;
        let made = RelPath::new(path).and_then(|path| artifacts.get(&path));
        let made = made.map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        let committed = match drift {
            Drift::Missing(_) => None,
            // What is no text is no drawing that could be shown.
            _ => edge::read_file(&output.join(path)).ok(),
        };
        let picture = match (committed, made) {
            (Some(old), Some(new)) => pipeline::picture_of_files(&old, &new, headings, theme).or(Some(new)),
            (None, Some(new)) => Some(new),
            (old, None) => old,
        };
        if let Some(picture) = picture {
            edge::write_into(folder, path, picture.as_bytes())?;
            written += 1;
        }
    }
    if written > 0 {
        let count = words::DRAWINGS.count(written, console.voice);
        let folder = folder.to_string_lossy();
        console.note(&format!("{}\n", words::fill(console.say(&words::PICTURES_WRITTEN), &[&count, &folder])));
    }
    Ok(())
}
