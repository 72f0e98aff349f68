//! Bringing files to the disk while others are still made, so that the end has less to wait for.

use super::stage;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread::{Builder, JoinHandle};

/// So much is written before the disk is told to take it.
const STRIDE: u64 = 40 << 20;

/// Whatever fails here is done again, and told, when the tree is settled.
pub(super) struct Ahead {
    folder: PathBuf,
    bytes: AtomicU64,
    waiting: Mutex<Option<JoinHandle<()>>>,
}

impl Ahead {
    pub fn new(folder: &Path) -> Ahead {
        Ahead { folder: folder.to_owned(), bytes: AtomicU64::new(0), waiting: Mutex::default() }
    }

    /// Notes that so many bytes were written.
    pub fn wrote(&self, bytes: u64) {
        let before = self.bytes.fetch_add(bytes, Ordering::Relaxed);
        if stage::HAS_WHOLE_DISK_CALL && before / STRIDE != (before + bytes) / STRIDE {
            self.settle();
        }
    }

    /// One call at a time: another would only wait for the same disk.
    fn settle(&self) {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        if waiting.as_ref().is_none_or(JoinHandle::is_finished) {
            let folder = self.folder.clone();
            *waiting = Builder::new().spawn(move || drop(stage::settle_disk(&folder))).ok();
        }
    }
}

impl Drop for Ahead {
    fn drop(&mut self) {
        let waiting = self.waiting.get_mut().unwrap_or_else(PoisonError::into_inner).take();
        // It gives nothing, and a panic in it spoils nothing.
        let _ = waiting.map(JoinHandle::join);
    }
}
