//! `export`: one regulation as a file that holds everything; several, or the whole site, as a zip to hand over.

use super::console::Console;
use super::failure::Failure;
use super::progress::Progress;
use super::select::{Choice, choose, not_chosen};
use super::{Verdict, load, words};
use crate::base::{Artifacts, Lang, RelPath};
use crate::bundle;
use crate::edge;
use crate::model::{Corpus, Decree, Regulation};
use crate::pipeline::{self, handover};
use clap::ValueEnum;
use serde::Serialize;
use std::path::PathBuf;

/// Writes the page of a regulation as one file with style, fonts, drawings and data inside, or a zip to hand over.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  reglament export karagandy-2016-01-03/foster-care -o foster-care.html
  reglament export birth-registration --page ru       the page in Russian, to standard output
  reglament export --format zip foster-care birth-registration -o two.zip
  reglament export --format zip -o site.zip           the whole site

A zip has a manifest (manifest.json) and checksums: `sha256sum --check SHA256SUMS` in its folder.

`reglament export help-me` lists the names that there are.")]
pub(super) struct Export {
    /// DECREE/REGULATION; a part of it, where only one fits. A zip takes several, and without any the whole site.
    #[arg(value_name = "NAME")]
    names: Vec<String>,
    #[command(flatten)]
    from: load::From,
    #[arg(long, value_enum, default_value = "html")]
    format: Format,
    /// Language of the page; without it, that of the regulation.
    #[arg(long, value_enum, value_name = "LANG")]
    page: Option<PageLang>,
    /// File to write; without it, standard output.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// One file with everything inside.
    Html,
    /// Pages in one file in both languages, drawings, data; manifest and checksums.
    Zip,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum PageLang {
    Kk,
    Ru,
}

impl Export {
    pub fn run(&self, console: &Console) -> Result<Verdict, Failure> {
        let Some(theme) = load::theme(self.from.theme.as_deref(), console)? else { return Ok(Verdict::Findings) };
        let progress = Progress::start();
        let loaded = load::definitions(&self.from.source, &progress)?;
        progress.end();
        let all = regulations(&loaded.corpus);
        let has_errors = load::has_errors(&loaded);
        let mut chosen = Vec::new();
        for name in &self.names {
            match self.choose(name, &all, has_errors, console)? {
                Some(one) => chosen.push(one),
                None => {
                    load::tell_findings(&loaded, &self.from.source, console);
                    return Ok(Verdict::Findings);
                }
            }
        }
        let corpus = &loaded.corpus;
        let made = match (self.format, chosen.as_slice()) {
            (Format::Html, &[(decree, regulation)]) => {
                let page = pipeline::single_page(corpus, &theme, decree, regulation, self.lang(regulation));
                page.map(|text| Ok(text.into_bytes())).map_err(|fault| vec![fault])
            }
            (Format::Html, _) => return Err(one_name(&all, console)),
            // Half a site is not handed over in silence.
            (Format::Zip, []) if has_errors => {
                load::tell_findings(&loaded, &self.from.source, console);
                return Ok(Verdict::Findings);
            }
            (Format::Zip, []) => handover::of_all(corpus, &theme, &edge::Threads)
                .map(|files| zip(&files, &handover::about(&all), console)),
            (Format::Zip, some) => handover::of_regulations(corpus, &theme, some, &edge::Threads)
                .map(|files| zip(&files, &handover::about(some), console)),
        };
        match made {
            Ok(bytes) => self.hand_over(&bytes?, console),
            Err(faults) => {
                load::tell_theme_faults(self.from.theme.as_deref(), &faults, console);
                Ok(Verdict::Findings)
            }
        }
    }

    fn lang(&self, regulation: &Regulation) -> Lang {
        match self.page {
            Some(PageLang::Kk) => Lang::Kk,
            Some(PageLang::Ru) => Lang::Ru,
            None => regulation.language,
        }
    }

    /// The regulation of a name; `None` where it may be one of those that were left out as wrong.
    fn choose<'c>(
        &self,
        name: &str,
        all: &[(&'c Decree, &'c Regulation)],
        has_errors: bool,
        console: &Console,
    ) -> Result<Option<(&'c Decree, &'c Regulation)>, Failure> {
        let names = names_of(all);
        match choose(name, &names) {
            Choice::One(at) => Ok(Some(all[at])),
            Choice::Many(fitting) => Err(not_chosen(name, &fitting, &names, console)),
            Choice::None if has_errors => Ok(None),
            Choice::None => Err(not_chosen(name, &[], &names, console)),
        }
    }

    fn hand_over(&self, bytes: &[u8], console: &Console) -> Result<Verdict, Failure> {
        match &self.output {
            Some(file) => edge::write_file(file, bytes)?,
            None => console.hand_over(bytes)?,
        }
        Ok(Verdict::Clean)
    }
}

fn names_of(all: &[(&Decree, &Regulation)]) -> Vec<String> {
    all.iter().map(|(decree, regulation)| format!("{}/{}", decree.id, regulation.id)).collect()
}

fn regulations(corpus: &Corpus) -> Vec<(&Decree, &Regulation)> {
    let of = |decree| move |regulation| (decree, regulation);
    corpus.decrees.iter().flat_map(|decree| decree.regulations.iter().map(of(decree))).collect()
}

/// All in one folder, so that unpacking scatters nothing.
fn zip(files: &Artifacts, about: &impl Serialize, console: &Console) -> Result<Vec<u8>, Failure> {
    let Some(folder) = RelPath::new("reglament") else { unreachable!("the name of a folder") };
    bundle::pack(&folder, files, about)
        .map_err(|message| Failure::Asked { message, help: console.say(&words::FEWER_NAMES).to_owned() })
}

fn one_name(all: &[(&Decree, &Regulation)], console: &Console) -> Failure {
    let names: String = names_of(all).iter().map(|name| format!("\n      {name}")).collect();
    let help = words::fill(console.say(&words::THERE_IS), &[&names]);
    Failure::Asked { message: console.say(&words::ONE_NAME).to_owned(), help }
}
