//! What `serve` knows: definitions and theme as they are, the site as it last could be made, and all that is wrong.

mod notes;

use super::super::load::{self, From};
use super::super::report::{Format, Report};
use super::super::{trouble, words};
use crate::base::{RelPath, Voice};
use crate::cli::failure::Failure;
use crate::edge::{self, Bell, EdgeError, Reply, Rereader, Stopwatch, Threads};
use crate::pipeline::{self, Press, Workbook};
use crate::theme::{Theme, ThemeFault};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

pub(super) struct Studio {
    folder: PathBuf,
    theme_folder: Option<PathBuf>,
    voice: Voice,
    bell: Bell,
    reader: Rereader,
    book: Workbook,
    theme: Theme,
    theme_files: BTreeMap<String, Vec<u8>>,
    faults: Vec<ThemeFault>,
    /// What could not be read at all, in words.
    trouble: Option<String>,
    press: Press,
    took: Duration,
}

impl Studio {
    pub fn open(from: &From, bell: Bell, voice: Voice) -> Studio {
        let mut studio = Studio {
            folder: from.source.clone(),
            theme_folder: from.theme.clone(),
            voice,
            bell,
            reader: Rereader::new(&from.source),
            book: Workbook::default(),
            theme: Theme::embedded(),
            theme_files: BTreeMap::new(),
            faults: Vec::new(),
            trouble: None,
            press: Press::default(),
            took: Duration::ZERO,
        };
        let watch = Stopwatch::start();
        studio.read();
        studio.renew();
        studio.took = watch.elapsed();
        studio
    }

    /// Takes what changed, if anything did; gives what to say about it.
    pub fn look(&mut self) -> Option<String> {
        let watch = Stopwatch::start();
        if !self.read() {
            return None;
        }
        self.renew();
        self.took = watch.elapsed();
        self.bell.ring();
        Some(self.told())
    }

    /// The findings, and how long the last work took.
    pub fn told(&self) -> String {
        let findings = self.book.findings();
        let report = Report::new(self.book.sources(), &findings, &self.folder, self.voice);
        let faults = self.faults.iter().map(|fault| format!("{}\n", self.shown_fault(fault)));
        let milliseconds = format!("{:.1}", self.took.as_secs_f64() * 1e3);
        let done = words::fill(words::RENEWED.say(self.voice), &[&milliseconds, &report.summary()]);
        let trouble = self.trouble.as_deref().unwrap_or_default();
        format!("{trouble}{}{}{done}\n", faults.collect::<String>(), report.render(Format::Short))
    }

    /// Whether anything is other than before.
    fn read(&mut self) -> bool {
        let before = self.trouble.take();
        let mut is_other = false;
        match self.reader.read() {
            Ok(changes) => {
                let known = |text: &crate::base::Source| self.book.sources().by_path(&text.path).map(|(_, old)| old);
                let texts: Vec<_> = changes.texts.into_iter().filter(|text| known(text) != Some(text)).collect();
                if !texts.is_empty() || !changes.gone.is_empty() {
                    is_other = true;
                    self.book.update(texts, &changes.gone, &Threads);
                }
            }
            Err(error) => self.cannot(error),
        }
        if let Some(folder) = self.theme_folder.clone() {
            match edge::read_theme(&folder) {
                Ok(files) => is_other |= self.take_theme(files),
                Err(error) => self.cannot(error),
            }
        }
        is_other || self.trouble != before
    }

    fn cannot(&mut self, error: EdgeError) {
        let told = trouble::told(&Failure::Edge(error), self.voice);
        self.trouble.get_or_insert_default().push_str(&told);
    }

    /// A theme with faults is told of, and the last sound one stays.
    fn take_theme(&mut self, files: BTreeMap<String, Vec<u8>>) -> bool {
        if files == self.theme_files {
            return false;
        }
        match load::sound_theme(files.clone()) {
            Ok(theme) => {
                self.theme = theme;
                self.faults.clear();
            }
            Err(faults) => self.faults = faults,
        }
        self.theme_files = files;
        true
    }

    fn renew(&mut self) {
        // Faulty files are part of the number, too: it is only asked whether it is the same.
        self.press.renew(&self.book, &self.theme, load::stamp_of_theme(&self.theme_files));
    }

    /// What a browser asks for.
    pub fn answer(&mut self, path: &str) -> Reply {
        match format!("/{path}").as_str() {
            pipeline::SCRIPT => return reply("text/javascript; charset=utf-8", include_str!("serve.js").into()),
            pipeline::STYLE => return reply("text/css; charset=utf-8", include_str!("serve.css").into()),
            _ => {}
        }
        let whole = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
        let Some(file) = RelPath::new(&whole) else { return self.nothing(404, &words::NO_PAGE, path) };
        match self.press.file(&file, &self.book, &self.theme) {
            Ok(Some(bytes)) if whole.ends_with(".html") => {
                let page = String::from_utf8_lossy(&bytes);
                reply(media_type(&whole), pipeline::annotate(&page, &self.notes(&whole, &[])).into_bytes())
            }
            Ok(Some(bytes)) => reply(media_type(&whole), bytes),
            Ok(None) => self.elsewhere(path),
            Err(fault) => {
                let title = words::NO_PAGE_NOW.say(self.voice);
                let page = pipeline::bare_page(title, path, self.voice.tag());
                let page = pipeline::annotate(&page, &self.notes(path, &[fault]));
                Reply { status: 500, ..reply("text/html; charset=utf-8", page.into_bytes()) }
            }
        }
    }

    /// A folder is asked for by its name alone, or there is no such page, at least not now.
    fn elsewhere(&mut self, path: &str) -> Reply {
        let index = RelPath::new(&format!("{path}/index.html"));
        let found = index.map(|index| self.press.file(&index, &self.book, &self.theme));
        match found {
            Some(Ok(Some(_))) => {
                let location = Some(format!("/{path}/"));
                Reply { status: 308, location, ..reply("text/plain; charset=utf-8", Vec::new()) }
            }
            _ => self.nothing(404, &words::NO_PAGE, path),
        }
    }

    fn nothing(&self, status: u16, said: &crate::base::Said, path: &str) -> Reply {
        let page = pipeline::bare_page(said.say(self.voice), path, self.voice.tag());
        let page = pipeline::annotate(&page, &self.notes(path, &[]));
        Reply { status, ..reply("text/html; charset=utf-8", page.into_bytes()) }
    }

    fn shown_fault(&self, fault: &ThemeFault) -> String {
        let place = shown(self.theme_folder.as_deref(), &fault.place());
        format!("{place}: error[{}]: {}", fault.entry.code, fault.message(self.voice))
    }
}

fn shown(folder: Option<&Path>, path: &str) -> String {
    folder.map_or_else(|| path.to_owned(), |folder| format!("{}/{path}", folder.display()))
}

fn reply(kind: &'static str, body: Vec<u8>) -> Reply {
    Reply { status: 200, kind, body, location: None }
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("xml") => "application/xml",
        Some("txt") => "text/plain; charset=utf-8",
        Some("zip") => "application/zip",
        Some("docx") => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Some("pdf") => "application/pdf",
        _ => "application/octet-stream",
    }
}
