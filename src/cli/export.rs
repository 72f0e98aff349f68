//! `export`: one regulation as a file that holds everything.

use super::console::Console;
use super::failure::Failure;
use super::progress::Progress;
use super::select::{Choice, choose, not_chosen};
use super::{Verdict, load};
use crate::base::Lang;
use crate::edge;
use crate::model::{Corpus, Decree, Regulation};
use crate::pipeline;
use clap::ValueEnum;
use std::path::PathBuf;

/// Writes the page of a regulation as one file with style, fonts, drawings and data inside.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  reglament export karagandy-2016-01-03/foster-care -o foster-care.html
  reglament export birth-registration --page ru       the page in Russian, to standard output

`reglament export help-me` lists the names that there are.")]
pub(super) struct Export {
    /// DECREE/REGULATION; a part of it, where only one fits.
    #[arg(value_name = "NAME")]
    name: String,
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
        let names: Vec<String> =
            all.iter().map(|(decree, regulation)| format!("{}/{}", decree.id, regulation.id)).collect();
        let (decree, regulation) = match choose(&self.name, &names) {
            Choice::One(at) => all[at],
            Choice::Many(fitting) => return Err(not_chosen(&self.name, &fitting, &names, console)),
            Choice::None if load::has_errors(&loaded) => {
                load::tell_findings(&loaded, &self.from.source, console);
                return Ok(Verdict::Findings);
            }
            Choice::None => return Err(not_chosen(&self.name, &[], &names, console)),
        };
        let lang = match self.page {
            Some(PageLang::Kk) => Lang::Kk,
            Some(PageLang::Ru) => Lang::Ru,
            None => regulation.language,
        };
        let Format::Html = self.format;
        match pipeline::single_page(&loaded.corpus, &theme, decree, regulation, lang) {
            Ok(text) => match &self.output {
                Some(file) => edge::write_file(file, text.as_bytes())?,
                None => console.hand_over(text.as_bytes())?,
            },
            Err(fault) => {
                load::tell_theme_faults(self.from.theme.as_deref(), &[fault], console);
                return Ok(Verdict::Findings);
            }
        }
        Ok(Verdict::Clean)
    }
}

fn regulations(corpus: &Corpus) -> Vec<(&Decree, &Regulation)> {
    let of = |decree| move |regulation| (decree, regulation);
    corpus.decrees.iter().flat_map(|decree| decree.regulations.iter().map(of(decree))).collect()
}
