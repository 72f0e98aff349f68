//! Waiting for changes in folders.

use notify::{Config, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// An editor writes a file in several steps: work begins when nothing has happened for this long.
const QUIET: Duration = Duration::from_millis(12);
/// But not later than this after the first step.
const PATIENCE: Duration = Duration::from_millis(200);
/// A folder may be taken away and come back, and some disks tell of nothing: it is looked at all the same.
const LOOK: Duration = Duration::from_secs(2);

/// Calls `changed` whenever something in the folders may have changed, until it gives `false`. What it is called for
/// need not be a change: it has to look.
pub fn watch(folders: &[PathBuf], mut changed: impl FnMut() -> bool) {
    let (tell, told) = channel();
    let mut watchers: Vec<Option<(Box<dyn Watcher>, u64)>> = folders.iter().map(|_| None).collect();
    loop {
        for (folder, watcher) in folders.iter().zip(&mut watchers) {
            // A folder that was made anew under the same name is another one.
            if watcher.as_ref().is_none_or(|(_, number)| *number != number_of(folder)) {
                *watcher = start(folder, tell.clone()).map(|watcher| (watcher, number_of(folder)));
            }
        }
        wait(&told);
        if !changed() {
            return;
        }
    }
}

fn wait(told: &Receiver<()>) {
    if let Err(RecvTimeoutError::Timeout) = told.recv_timeout(LOOK) {
        return;
    }
    let first = Instant::now();
    while first.elapsed() < PATIENCE && told.recv_timeout(QUIET).is_ok() {}
}

/// The system's own watcher, else one that looks again and again; nothing where there is no such folder.
fn start(folder: &Path, tell: std::sync::mpsc::Sender<()>) -> Option<Box<dyn Watcher>> {
    let other = tell.clone();
    let heard = |tell: &std::sync::mpsc::Sender<()>, event: notify::Result<notify::Event>| {
        // Reading a file is an event, too, and would never end.
        if !matches!(event, Ok(notify::Event { kind: EventKind::Access(_), .. })) {
            let _ = tell.send(());
        }
    };
    let own = RecommendedWatcher::new(move |event| heard(&tell, event), Config::default());
    if let Ok(mut own) = own
        && own.watch(folder, RecursiveMode::Recursive).is_ok()
    {
        return Some(Box::new(own));
    }
    let config = Config::default().with_poll_interval(Duration::from_millis(500));
    let mut patient = PollWatcher::new(move |event| heard(&other, event), config).ok()?;
    patient.watch(folder, RecursiveMode::Recursive).ok()?;
    Some(Box::new(patient))
}

#[cfg(unix)]
fn number_of(folder: &Path) -> u64 {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata(folder).map_or(0, |data| data.ino())
}

#[cfg(not(unix))]
fn number_of(folder: &Path) -> u64 {
    u64::from(folder.is_dir())
}
