//! What a process takes while it runs, as far as the system tells.

use std::fs;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

/// What the system tells of a process, where it does.
#[derive(Clone, Copy, Default)]
pub struct Seen {
    pub peak_kb: Option<u64>,
    /// Of all processors together: on a busy machine it says more than the clock on the wall.
    pub work: Option<Duration>,
}

/// Looks now and then at a process, as seldom as does not slow it down.
pub fn watch(process: u32, is_over: &AtomicBool) -> Seen {
    let mut seen = Seen::default();
    while !is_over.load(Ordering::Relaxed) {
        seen = Seen { peak_kb: peak_of(process).or(seen.peak_kb), work: work_of(process).or(seen.work) };
        thread::sleep(Duration::from_millis(5));
    }
    seen
}

/// How long processors have worked for a process so far, where the system tells.
fn work_of(process: u32) -> Option<Duration> {
    const MILLISECONDS_A_TICK: u64 = 10;
    let line = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The name of the program, in brackets, may have anything in it.
    let mut fields = line.rsplit_once(')')?.1.split_whitespace().skip(11);
    let ticks = fields.next()?.parse::<u64>().ok()? + fields.next()?.parse::<u64>().ok()?;
    Some(Duration::from_millis(ticks * MILLISECONDS_A_TICK))
}

/// The most memory that a process has had so far, where the system tells.
fn peak_of(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches(" kB").parse().ok()
}
