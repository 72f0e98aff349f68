//! How far long work has got, on a terminal only.

use crate::base::Spread;
use crate::edge::{Stopwatch, Threads};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::sync::Once;
use std::time::Duration;

/// Work that is done before this needs no bar.
const QUIET: Duration = Duration::from_millis(400);

/// A bar on standard error; it appears when the work turns out to be long and goes when it is done.
pub(super) struct Progress {
    bar: ProgressBar,
    watch: Stopwatch,
    shown: Once,
}

impl Progress {
    pub fn start() -> Progress {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}") {
            bar.set_style(style);
        }
        Progress { bar, watch: Stopwatch::start(), shown: Once::new() }
    }

    /// The next part of the work.
    pub fn part(&self, words: &'static str) {
        self.bar.set_message(words);
    }

    pub fn end(&self) {
        self.bar.finish_and_clear();
    }

    pub fn watch(&self) -> Stopwatch {
        self.watch
    }

    fn advance(&self) {
        if self.watch.elapsed() > QUIET {
            // Hidden by itself where standard error is no terminal.
            self.shown.call_once(|| self.bar.set_draw_target(ProgressDrawTarget::stderr()));
        }
        self.bar.inc(1);
    }
}

/// A verb that fails leaves no bar behind.
impl Drop for Progress {
    fn drop(&mut self) {
        self.end();
    }
}

/// All threads, and a step of the bar for each piece of work.
impl Spread for Progress {
    fn map<I: Sync, O: Send>(&self, items: &[I], work: impl Fn(&I) -> O + Sync) -> Vec<O> {
        self.bar.set_position(0);
        self.bar.set_length(items.len() as u64);
        Threads.map(items, |item| {
            let made = work(item);
            self.advance();
            made
        })
    }
}
