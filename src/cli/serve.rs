//! `serve`: the site in memory, shown to its author while he writes.

mod studio;

use super::console::Console;
use super::failure::Failure;
use super::{Verdict, load, words};
use crate::edge::{self, Bell, Server};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use studio::Studio;

/// Where browsers ask when nothing else was said.
const USUAL_PORT: u16 = 4400;

/// Shows the site on this machine and keeps it up to date while definitions and theme are edited: a page is shown anew at
/// the same place, and what is wrong stands on the page, beside its step. Nothing is written. What cannot be built is shown
/// as it last could.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  reglament serve
  reglament serve --source drafts --theme our-theme --open

Only this machine is answered. It ends with Ctrl+C.
Exit codes: 0 ended, 2 could not work.")]
pub(super) struct Serve {
    #[command(flatten)]
    from: load::From,
    /// Port to listen on; without it 4400, or where that is taken, another.
    #[arg(long, value_name = "PORT")]
    port: Option<u16>,
    /// Show the site in the browser.
    #[arg(long)]
    open: bool,
}

impl Serve {
    pub fn run(&self, console: &Console) -> Result<Verdict, Failure> {
        let server = Server::bind(self.port, USUAL_PORT)?;
        let bell = Bell::new();
        let studio = Studio::open(&self.from, bell.clone(), console.voice);
        console.note(&studio.told());
        let address = format!("http://127.0.0.1:{}/", server.port());
        console.print(&format!("{}\n", words::fill(console.say(&words::SERVING), &[&address])))?;
        console.finish()?;
        let studio = Arc::new(Mutex::new(studio));
        self.keep_up(&studio);
        if self.open {
            edge::open_in_browser(&address);
        }
        let answer = Arc::clone(&studio);
        server.run(&bell, Arc::new(move |path: &str| lock(&answer).answer(path)))?;
        Ok(Verdict::Clean)
    }

    /// Looks at every change, on a thread of its own, for as long as the program runs.
    fn keep_up(&self, studio: &Arc<Mutex<Studio>>) {
        let folders: Vec<PathBuf> = std::iter::once(&self.from.source).chain(&self.from.theme).cloned().collect();
        let studio = Arc::clone(studio);
        std::thread::spawn(move || {
            edge::watch(&folders, || {
                // A fault of the program on one text must not end the work on the next.
                let look = std::panic::AssertUnwindSafe(|| lock(&studio).look());
                if let Ok(Some(told)) = std::panic::catch_unwind(look) {
                    anstream::eprint!("{told}");
                }
                true
            });
        });
    }
}

/// A thread that failed has left what it had taken before.
fn lock(studio: &Mutex<Studio>) -> std::sync::MutexGuard<'_, Studio> {
    studio.lock().unwrap_or_else(PoisonError::into_inner)
}
