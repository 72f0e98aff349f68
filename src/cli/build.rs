//! `build`: every drawing and the site; where few files differ from those of the last run, only they are touched.

use super::console::Console;
use super::failure::Failure;
use super::known::Reading;
use super::progress::Progress;
use super::report::{self, Format, Report};
use super::tally::Made;
use super::{Verdict, load, pictures, remarks, words};
use crate::base::harmless::in_one_line;
use crate::base::{Artifacts, Severity};
use crate::edge::{self, Drift, Replaced, Replacement};
use crate::pipeline::{self, Broken, Definitions, Found, Loaded, Stamp};
use crate::theme::{PaperFormat, Theme, ThemeFault};
use serde_json::{Value, json};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The tree that is committed, and that `--check` compares.
const DIAGRAMS: &str = "diagrams";

/// Reads all definitions, draws every regulation and writes drawings and site; or, where a definition has an error,
/// writes nothing and tells what is wrong.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  reglament build
  reglament build --source drafts --output /srv/www/regulations
  reglament build --theme our-theme
  reglament build --check      are the committed drawings those of the definitions?
  reglament build --check --pictures review     and what differs, as pictures

Writes output/diagrams and output/site in one step; where few files differ from those that stand there, these are
exchanged one by one, each in one step, within some milliseconds. A build that was stopped in between is finished by the
next one. Files of others stay. What would come out the same as in the last run is not made again.
Exit codes: 0 done, 1 errors in definitions or theme, or a link of a page that leads nowhere (with --check: drawings
differ), 2 could not work.")]
pub(super) struct Build {
    #[command(flatten)]
    from: load::From,
    /// Folder that drawings and site are written to.
    #[arg(long, value_name = "FOLDER", default_value = "output")]
    output: PathBuf,
    /// Write nothing; fail where the drawings in the output folder are not what the definitions give.
    #[arg(long)]
    check: bool,
    /// With --check: write each drawing that differs, old above new with signs, into this folder.
    #[arg(long, value_name = "FOLDER", requires = "check")]
    pictures: Option<PathBuf>,
    /// Make everything again, also what did not change since the last run.
    #[arg(long, conflicts_with = "check")]
    anew: bool,
    /// For people or for machines.
    #[arg(long, value_enum, default_value = "human")]
    format: Format,
}

/// What every attempt to build works with.
#[derive(Clone, Copy)]
struct Job<'j> {
    reading: &'j Reading,
    theme: &'j Theme,
    /// Of program and theme.
    rest: Stamp,
    is_anew: bool,
    progress: &'j Progress,
    console: &'j Console,
}

impl Build {
    pub fn run(&self, console: &Console) -> Result<Verdict, Failure> {
        edge::keep_memory();
        let progress = Progress::start();
        progress.part(console.say(&words::READING));
        let record = if self.anew { None } else { edge::kept_record(&self.output) };
        if record.is_none() {
            edge::spare_memory();
        }
        let theme = || load::stamped_theme(self.from.theme.as_deref(), console);
        let (reading, theme) = edge::beside(|| Reading::of(&self.from.source), theme);
        let (reading, theme) = (reading?, theme?);
        if let Some((theme, stamp)) = theme.as_ref().filter(|_| !self.check) {
            return self.publish(&reading, record, (theme, *stamp), &progress, console);
        }
        let loaded = reading.all(&progress)?;
        if load::has_errors(&loaded) {
            progress.end();
            return self.refuse(&loaded, console);
        }
        let Some((theme, _)) = theme else {
            console.note(&format!("{}\n", console.say(&words::NOTHING_WRITTEN)));
            return Ok(Verdict::Findings);
        };
        progress.part(console.say(&words::DRAWING));
        match pipeline::assemble(&loaded.corpus, &theme, &progress) {
            Ok(artifacts) => {
                progress.end();
                self.check(&artifacts, &theme, console)
            }
            Err(faults) => Ok(self.blame(&faults, console)),
        }
    }

    /// Makes what the output folder does not have: of what the last run knew, and where that does not serve, of everything.
    fn publish(
        &self,
        reading: &Reading,
        record: Option<Vec<u8>>,
        (theme, stamp): (&Theme, Stamp),
        progress: &Progress,
        console: &Console,
    ) -> Result<Verdict, Failure> {
        let program = edge::number_of_program();
        let is_anew = self.anew || program.is_none();
        let rest = Stamp::of([&program.unwrap_or_default().to_le_bytes()[..], stamp.to_string().as_bytes()]);
        let job = Job { reading, theme, rest, is_anew, progress, console };
        if let Some(record) = record.filter(|_| !is_anew) {
            let recall = || reading.recalled(&record, rest, progress);
            let (replacement, known) = edge::beside(|| Replacement::open(&self.output), recall);
            if let Some(known) = known
                && let Some(verdict) = self.make(known, replacement?, &job)?
            {
                return Ok(verdict);
            }
        }
        edge::spare_memory();
        match reading.sound(progress)? {
            // Of texts that were all read, none is missing.
            Ok(definitions) => {
                let replacement = Replacement::open(&self.output)?;
                Ok(self.make(definitions, replacement, &job)?.unwrap_or(Verdict::Findings))
            }
            Err(loaded) => {
                progress.end();
                self.refuse(&loaded, console)
            }
        }
    }

    /// Nothing where a text was written to since it was looked at.
    fn make(
        &self,
        mut definitions: Definitions,
        mut replacement: Replacement,
        job: &Job<'_>,
    ) -> Result<Option<Verdict>, Failure> {
        let Job { reading, theme, rest, is_anew, progress, console } = *job;
        progress.part(console.say(&words::DRAWING));
        if is_anew {
            replacement.forget_parts();
        }
        let read = |folders: &_| reading.folders(folders);
        let published = match pipeline::publish_changed(&mut definitions, theme, rest, progress, &replacement, &read) {
            Ok(Some(published)) => published,
            Ok(None) => return Ok(None),
            Err(faults) => {
                progress.end();
                return Ok(Some(self.blame(&faults, console)));
            }
        };
        if !published.broken.is_empty() {
            progress.end();
            return self.tell_broken(&published.broken, console).map(Some);
        }
        let made = Made::of(|is_one| replacement.count(is_one));
        let found = definitions.found();
        let replaced = match definitions.is_new() {
            true => replacement.finish_keeping(|| definitions.record(rest))?,
            false => replacement.finish()?,
        };
        progress.end();
        remarks::tell(&published.remarks, theme.drawing.paper == PaperFormat::A4, console);
        self.tell_done(&found, made, &replaced, progress.watch().elapsed(), console)?;
        Ok(Some(Verdict::Clean))
    }

    /// Whether the committed drawings are those of the definitions.
    fn check(&self, artifacts: &Artifacts, theme: &Theme, console: &Console) -> Result<Verdict, Failure> {
        let drifts = edge::compare(&self.output, DIAGRAMS, artifacts)?;
        // Notes and the like beside the drawings are nobody's fault; a drawing that nothing makes is.
        let matters = |drift: &Drift| !matches!(drift, Drift::Extra(path) if !path.ends_with(".svg"));
        let drifts: Vec<Drift> = drifts.into_iter().filter(matters).collect();
        if let Some(folder) = &self.pictures {
            pictures::write(folder, &self.output, &drifts, artifacts, theme, console)?;
        }
        self.tell_drift(&drifts, console)
    }

    /// The theme asks for what there is not.
    fn blame(&self, faults: &[ThemeFault], console: &Console) -> Verdict {
        load::tell_theme_faults(self.from.theme.as_deref(), faults, console);
        console.note(&format!("{}\n", console.say(&words::NOTHING_WRITTEN)));
        Verdict::Findings
    }

    /// Pages that lead nowhere are not put in the place of those that stand there.
    fn tell_broken(&self, broken: &[Broken], console: &Console) -> Result<Verdict, Failure> {
        if self.format == Format::Json {
            let told: Vec<Value> = broken.iter().map(remarks::broken_json).collect();
            console.print(&format!("{:#}\n", json!({ "broken": told })))?;
            return Ok(Verdict::Findings);
        }
        console.note(&remarks::broken_text(broken, console));
        console.note(&format!("{}\n", console.say(&words::NOTHING_WRITTEN)));
        Ok(Verdict::Findings)
    }

    /// Errors: they are told, and nothing is written.
    fn refuse(&self, loaded: &Loaded, console: &Console) -> Result<Verdict, Failure> {
        let report = Report::new(&loaded.sources, &loaded.findings, &self.from.source, console.voice);
        if self.format == Format::Json {
            console.print(&report.render(Format::Json))?;
            return Ok(Verdict::Findings);
        }
        let errors: Vec<_> =
            loaded.findings.iter().filter(|finding| finding.severity() == Severity::Error).cloned().collect();
        let only_errors = Report::new(&loaded.sources, &errors, &self.from.source, console.voice);
        console.note(&only_errors.render(self.format));
        console.note(&format!("{}\n{}\n", report.summary(), console.say(&words::NOTHING_WRITTEN)));
        Ok(Verdict::Findings)
    }

    fn tell_drift(&self, drifts: &[Drift], console: &Console) -> Result<Verdict, Failure> {
        if self.format == Format::Json {
            let told: Vec<Value> = drifts.iter().map(|drift| drift_json(drift, &self.output)).collect();
            console.print(&format!("{:#}\n", json!({ "drift": told })))?;
        } else {
            for drift in drifts {
                let (said, path) = match drift {
                    Drift::Missing(path) => (&words::DRIFT_MISSING, path),
                    Drift::Differs(path) => (&words::DRIFT_DIFFERS, path),
                    Drift::Extra(path) => (&words::DRIFT_EXTRA, path),
                };
                console.print(&format!("{}: {}\n", in_one_line(&shown(&self.output, path)), console.say(said)))?;
            }
            console.finish()?;
            let closing = if drifts.is_empty() { &words::NO_DRIFT } else { &words::DRIFT };
            console.note(&format!("{}\n", console.say(closing)));
        }
        Ok(if drifts.is_empty() { Verdict::Clean } else { Verdict::Findings })
    }

    /// What was written where, and how long it took; last, the page to open.
    fn tell_done(
        &self,
        found: &Found,
        made: Made,
        replaced: &Replaced,
        took: Duration,
        console: &Console,
    ) -> Result<(), Failure> {
        let Made { drawings, pages } = made;
        let index = shown(&self.output, "site/index.html");
        if self.format == Format::Json {
            return console.print(&format!(
                "{:#}\n",
                json!({
                    "drawings": drawings,
                    "pages": pages,
                    "written": replaced.written,
                    "unchanged": replaced.unchanged,
                    "removed": replaced.removed,
                    "set_aside": replaced.set_aside.iter().map(|path| slashed(path)).collect::<Vec<_>>(),
                    "site": index,
                    "seconds": (took.as_secs_f64() * 1000.0).round() / 1000.0,
                    "findings": found.warnings + found.infos,
                })
            ));
        }
        let voice = console.voice;
        let mut out = String::new();
        for path in &replaced.set_aside {
            let _ = writeln!(out, "{}", words::fill(console.say(&words::SET_ASIDE), &[&slashed(path)]));
        }
        if found.warnings + found.infos > 0 {
            let counts = [0, found.warnings as usize, found.infos as usize];
            let summary = report::summary(counts, found.texts as usize, found.of_texts as usize, voice);
            let command = format!("reglament check --source {}", self.from.source.display());
            let _ = writeln!(out, "{}", words::fill(console.say(&words::SEE_CHECK), &[&summary, &command]));
        }
        console.note(&out);
        let drawings = words::DRAWINGS.count(drawings, voice);
        let pages = words::PAGES.count(pages, voice);
        let written = words::FILES.count(replaced.written, voice);
        let seconds = words::seconds(took, voice);
        let parts = [&drawings, &pages, &slashed(&self.output), &seconds, &written];
        let closing = words::fill(console.say(&words::DONE), &parts.map(String::as_str));
        console.print(&format!("{closing}\n{}\n", in_one_line(&index)))
    }
}

fn drift_json(drift: &Drift, output: &Path) -> Value {
    let (kind, path) = match drift {
        Drift::Missing(path) => ("missing", path),
        Drift::Differs(path) => ("differs", path),
        Drift::Extra(path) => ("extra", path),
    };
    json!({ "kind": kind, "file": shown(output, path) })
}

fn shown(output: &Path, path: &str) -> String {
    format!("{}/{path}", slashed(output).trim_end_matches('/'))
}

fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
