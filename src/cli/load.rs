//! Folders → definitions and theme, as every verb needs them.

use super::console::Console;
use super::failure::Failure;
use super::report::{Format, Report, styled};
use super::words;
use crate::base::harmless::in_one_line;
use crate::base::{Severity, Spread};
use crate::edge;
use crate::pipeline::{self, Stamp};
use crate::theme::{Theme, ThemeFault};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Where definitions and theme come from.
#[derive(Debug, clap::Args)]
pub(super) struct From {
    /// Folder of definitions.
    #[arg(long, value_name = "FOLDER", default_value = "regulations")]
    pub source: PathBuf,
    /// Folder of theme files; each takes the place of the built-in file of its name.
    #[arg(long, value_name = "FOLDER")]
    pub theme: Option<PathBuf>,
}

/// Reads and resolves all definitions of a folder.
pub(super) fn definitions(folder: &Path, spread: &impl Spread) -> Result<pipeline::Loaded, Failure> {
    Ok(pipeline::load(edge::read_folder(folder)?, spread))
}

/// The theme, or `None` after its faults have been told.
pub(super) fn theme(folder: Option<&Path>, console: &Console) -> Result<Option<Theme>, Failure> {
    Ok(stamped_theme(folder, console)?.map(|(theme, _)| theme))
}

/// The same, and the number of its files.
pub(super) fn stamped_theme(folder: Option<&Path>, console: &Console) -> Result<Option<(Theme, Stamp)>, Failure> {
    let Some(folder) = folder else { return Ok(Some((Theme::embedded(), Stamp::default()))) };
    let files = edge::read_theme(folder)?;
    let stamp = stamp_of_theme(&files);
    match sound_theme(files) {
        Ok(theme) => Ok(Some((theme, stamp))),
        Err(faults) => {
            tell_theme_faults(Some(folder), &faults, console);
            Ok(None)
        }
    }
}

/// The theme that these files make, if a site can be made with it.
pub(super) fn sound_theme(files: BTreeMap<String, Vec<u8>>) -> Result<Theme, Vec<ThemeFault>> {
    let theme = Theme::with_overrides(files)?;
    pipeline::check_theme(&theme)?;
    Ok(theme)
}

/// The number of the files of a theme folder.
pub(super) fn stamp_of_theme(files: &BTreeMap<String, Vec<u8>>) -> Stamp {
    Stamp::of(files.iter().flat_map(|(name, bytes)| [name.as_bytes(), bytes.as_slice()]))
}

/// Whether something is so wrong that nothing true can be drawn.
pub(super) fn has_errors(loaded: &pipeline::Loaded) -> bool {
    loaded.findings.iter().any(|finding| finding.severity() == Severity::Error)
}

/// Tells everything that was found, on standard error.
pub(super) fn tell_findings(loaded: &pipeline::Loaded, folder: &Path, console: &Console) {
    let report = Report::new(&loaded.sources, &loaded.findings, folder, console.voice);
    console.note(&report.render(Format::Human));
}

/// One line for each fault, with its place, and what to do.
pub(super) fn tell_theme_faults(folder: Option<&Path>, faults: &[ThemeFault], console: &Console) {
    let folder = folder.map_or_else(|| "theme".into(), Path::to_string_lossy).replace('\\', "/");
    let mut out = String::new();
    for fault in faults {
        let error = styled(Severity::Error, &format!("{}[{}]", console.say(&words::ERROR), fault.entry.code));
        let (message, help) = (fault.message(console.voice), fault.help(console.voice));
        let place = in_one_line(&format!("{}/{}", folder.trim_end_matches('/'), fault.place()));
        let _ = writeln!(out, "{error}: {message}\n --> {place}");
        let _ = writeln!(out, "  = {}: {help}", console.say(&words::HELP));
    }
    console.note(&out);
}
