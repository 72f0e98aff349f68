//! What is wrong, as the pages say it.

use super::super::super::report::{Report, level_name};
use super::super::super::words;
use super::{Studio, shown};
use crate::base::{Finding, Severity};
use crate::pipeline::{Note, Notes};
use crate::theme::ThemeFault;

impl Studio {
    /// All that is wrong, that of this page first.
    pub(super) fn notes(&self, path: &str, more: &[ThemeFault]) -> Notes {
        let findings = self.book.findings();
        let report = Report::new(self.book.sources(), &findings, &self.folder, self.voice);
        let mut all: Vec<Note> = findings.iter().map(|finding| self.note(finding, path, &report)).collect();
        all.sort_by_key(|note| note.page.is_some());
        let faults = self.faults.iter().chain(more).map(|fault| self.theme_note(fault));
        all.splice(0..0, faults);
        if let Some(trouble) = &self.trouble {
            let message = anstream::adapter::strip_str(trouble).to_string();
            all.insert(0, Note { level: "error", message, ..Note::default() });
        }
        let decree = path.split('/').nth(1).unwrap_or_default();
        Notes {
            lang: self.voice.tag(),
            heading: report.summary(),
            of_before: self.book.is_of_before(decree).then(|| words::OF_BEFORE.say(self.voice)),
            to_place: words::TO_PLACE.say(self.voice),
            all,
            number: self.bell.number(),
        }
    }

    fn note(&self, finding: &Finding, path: &str, report: &Report<'_>) -> Note {
        let severity = finding.severity();
        let lang = if path.starts_with("ru/") { "ru" } else { "kk" };
        let spot = self.book.spot(finding);
        let page = spot.as_ref().and_then(|spot| {
            let decree = self.book.corpus().decrees.iter().find(|decree| decree.id.as_str() == spot.decree)?;
            let Some(regulation) = &spot.regulation else { return Some(format!("/{lang}/{}/index.html", decree.id)) };
            let known = decree.regulations.iter().find(|known| known.id.as_str() == regulation)?;
            Some(format!("/{lang}/{}/{}/index.html", decree.id, known.id))
        });
        let is_here = page.as_deref().and_then(|page| page.strip_prefix('/')) == Some(path);
        Note {
            level: match severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Info => "info",
            },
            name: format!("{}[{}]", level_name(severity, self.voice), finding.entry.code),
            message: finding.message(self.voice),
            help: finding.help(self.voice),
            place: report.place(finding),
            anchor: page.as_ref().and_then(|_| spot.and_then(|spot| spot.anchor)),
            page: if is_here { None } else { page.or_else(|| Some(String::new())) },
        }
    }

    fn theme_note(&self, fault: &ThemeFault) -> Note {
        Note {
            level: "error",
            name: format!("{}[{}]", words::ERROR.say(self.voice), fault.entry.code),
            message: fault.message(self.voice),
            help: fault.help(self.voice),
            place: shown(self.theme_folder.as_deref(), &fault.place()),
            ..Note::default()
        }
    }
}
