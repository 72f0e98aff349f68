//! `new`: a definition to start from.

use super::Verdict;
use super::console::Console;
use super::failure::Failure;
use super::words;
use crate::base::{Id, Voice};
use crate::edge;
use std::path::PathBuf;

/// Writes the folder of a new decree with one regulation in it. Its comments say what goes where; `--lang ru` writes it
/// in Russian, else it is in Kazakh. What is there already is never overwritten.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  reglament new almaty-2026-1
  reglament new almaty-2026-1 --lang ru --source drafts")]
pub(super) struct New {
    /// Id of the decree: small Latin letters, digits and hyphens. It names the folder.
    #[arg(value_name = "ID")]
    id: String,
    /// Folder of definitions that the new folder is made in.
    #[arg(long, value_name = "FOLDER", default_value = "regulations")]
    source: PathBuf,
}

/// The files of a starting definition; `{id}` stands for the decree's id.
const KAZAKH: [(&str, &str); 4] = [
    ("decree.yaml", include_str!("new/kk/decree.yaml")),
    ("decree.kk.md", include_str!("new/kk/decree.kk.md")),
    ("service.yaml", include_str!("new/kk/service.yaml")),
    ("service.kk.md", include_str!("new/kk/service.kk.md")),
];
const RUSSIAN: [(&str, &str); 4] = [
    ("decree.yaml", include_str!("new/ru/decree.yaml")),
    ("decree.ru.md", include_str!("new/ru/decree.ru.md")),
    ("service.yaml", include_str!("new/ru/service.yaml")),
    ("service.ru.md", include_str!("new/ru/service.ru.md")),
];

impl New {
    pub fn run(&self, console: &Console) -> Result<Verdict, Failure> {
        let id = Id::new(&self.id).map_err(|_| Failure::Asked {
            message: words::fill(console.say(&words::BAD_ID), &[&self.id]),
            help: console.say(&words::ID_RULE).to_owned(),
        })?;
        let templates = if console.voice == Voice::Ru { &RUSSIAN } else { &KAZAKH };
        let files = templates.map(|(name, text)| (name, text.replace("{id}", id.as_str())));
        let folder = self.source.join(id.as_str());
        edge::create_folder(&folder, &files)?;
        let shown = [folder.display().to_string(), self.source.display().to_string()];
        let done = words::fill(console.say(&words::NEW_DONE), &[&shown[0], &shown[1]]);
        console.note(&format!("{done}\n"));
        Ok(Verdict::Clean)
    }
}
